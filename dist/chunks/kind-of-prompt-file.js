// src/core/prompt-file/kind-of-prompt-file.ts
function kindOfPromptFile(text) {
	const match = /^\u{feff}?(?:[ \t]*#[^\n]*\n|[ \t]*\r?\n)*---[ \t]*\r?\n(?<matter>(?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/u.exec(text);
	const matter = match?.groups?.["matter"] ?? "";
	const body = match === null ? text : text.slice(match[0].length);
	if (/^prompts\s*:\s*\r?\n\s+(?:system|user)\s*:/mu.test(text) && match === null) return "DotPrompt for .NET";
	if (/\{\{-?\s*(?:\.[A-Za-z_]|(?:range|with|if|template|define)\s+[$."(]|end\s*-?\}\})/u.test(body)) return "a Go template";
	if (/\{\{~?\s*(?:[#>]|(?:role|history|media|section|json)\b)/u.test(body) || /^(?:config|variant|ext)\s*:/mu.test(matter)) return "Dotprompt";
	const schemas = /^(?:input|output)\s*:/mu.test(matter);
	if (match !== null && ((schemas ? /^\s*(?:System|User|Assistant)\s*:/u : /^(?:System|User|Assistant)\s*:/mu).test(body) || /\{%/u.test(body))) return "LiteLLM";
	return schemas ? "Dotprompt" : "plain text";
}
function isJinjaFile(path) {
	return /\.(?:j2|jinja2?)$/iu.test(path);
}

export { kindOfPromptFile as n, isJinjaFile as t };