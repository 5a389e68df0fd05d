// src/core/paths/resolve-path.ts
function resolvePath(from, written) {
	if (written.trim() === "") return {
		kind: "refused",
		why: "the path is empty"
	};
	if (written.includes("\0")) return {
		kind: "refused",
		why: "the path holds a NUL character"
	};
	if (written.includes("\\")) return {
		kind: "refused",
		why: "the path holds a backslash; write forward slashes"
	};
	if (/^[a-z][a-z0-9+.-]*:/iu.test(written)) return {
		kind: "refused",
		why: "it is a URL or a drive, not a path"
	};
	if (written.startsWith("/")) return {
		kind: "refused",
		why: "the path is absolute; write it relative to this file"
	};
	if (/(?:^|\/)\.{0,2}$/u.test(written)) return {
		kind: "refused",
		why: "the path names a folder"
	};
	const parts = from.split("/").slice(0, -1);
	for (const part of written.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === void 0) return {
			kind: "refused",
			why: "the path leaves the repository"
		};
	}
	return {
		kind: "path",
		path: parts.join("/")
	};
}

// src/core/prompt-file/kind-of-prompt-file.ts
function kindOfPromptFile(text) {
	const match = /^\u{feff}?(?:[ \t]*#[^\n]*\n|[ \t]*\r?\n)*---[ \t]*\r?\n(?<matter>(?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/u.exec(text);
	const matter = match?.groups?.["matter"] ?? "";
	const body = match === null ? text : text.slice(match[0].length);
	if (/^prompts\s*:\s*\r?\n\s+(?:system|user)\s*:/mu.test(text) && match === null) return "DotPrompt for .NET";
	if (/\{\{-?\s*(?:\.[A-Za-z_]|(?:range|with|if|template|define)\s+[$."(]|end\s*-?\}\})/u.test(body)) return "a Go template";
	if (/\{\{~?\s*(?:[#>]|(?:role|history|media|section|json)\b)/u.test(body) || /^(?:input|output|config|variant|ext)\s*:/mu.test(matter)) return "Dotprompt";
	return match !== null && /^(?:System|User|Assistant)\s*:/mu.test(body) || match !== null && /\{%/u.test(body) ? "LiteLLM" : "plain text";
}
function isJinjaFile(path) {
	return /\.(?:j2|jinja2?)$/iu.test(path);
}

export { kindOfPromptFile as n, resolvePath as r, isJinjaFile as t };