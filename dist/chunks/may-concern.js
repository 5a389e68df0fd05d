import { c as isJinjaFile, u as resolvePath } from "./program-files.js";
import { g as defaultPromptGlobs, v as matchExcluded, y as matchPrompts } from "./settle-role.js";

// src/core/cases/cases-paths.ts
const caseFileEndings = [
	".yml",
	".yaml",
	".json",
	".jsonl",
	".csv"
];
function casesPaths(pattern, promptPath, suffix, key) {
	const slash = promptPath.lastIndexOf("/");
	const dir = slash === -1 ? "." : promptPath.slice(0, slash);
	const file = promptPath.slice(slash + 1);
	const stem = suffix !== "" && file.length > suffix.length && file.endsWith(suffix) ? file.slice(0, -suffix.length) : file;
	const name = key === void 0 ? stem : `${stem}.${key.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-")}`;
	return kin(pattern.replaceAll(/\{(dir|name)\}/gu, (_, part) => part === "dir" ? dir : name)).flatMap((path) => {
		const resolved = resolvePath("", `./${path}`);
		return resolved.kind === "path" ? [resolved.path] : [];
	});
}
function holdsCasesOfKey(pattern, promptPath, suffix, file) {
	return placesOfKeyedCases(pattern, promptPath, suffix).some((place) => isAt(place, file));
}
function findCasesOfKeys(pattern, promptPath, suffix, sorted) {
	const found = placesOfKeyedCases(pattern, promptPath, suffix).flatMap((place) => {
		const begun = [];
		for (let at = firstFrom(sorted, place.before); sorted[at]?.startsWith(place.before) === true; at += 1) begun.push(sorted[at] ?? "");
		return begun.filter((file) => isAt(place, file));
	});
	return [...new Set(found)];
}
function placesOfKeyedCases(pattern, promptPath, suffix) {
	return casesPaths(pattern, promptPath, suffix, "0").map((path) => {
		const at = path.lastIndexOf(".0");
		return {
			before: path.slice(0, at + 1),
			after: path.slice(at + 2)
		};
	});
}
function isAt({ before, after }, file) {
	return file.length > before.length + after.length && file.startsWith(before) && file.endsWith(after);
}
function firstFrom(sorted, path) {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = low + high >> 1;
		if ((sorted[middle] ?? "") < path) low = middle + 1;
		else high = middle;
	}
	return low;
}
function couldHoldCases(pattern, path) {
	return kin(pattern).some((one) => {
		const source = one.replace(/^(?:\{dir\}\/|\.\/)/u, "{dir}/").split(/(\{dir\}\/|\{dir\}|\{name\})/u).map((part) => {
			if (part === "{dir}/") return "(?:.+/)?";
			if (part === "{dir}") return ".*";
			return part === "{name}" ? "[^/]+" : part.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
		});
		return new RegExp(`^${source.join("")}$`, "su").test(path);
	});
}
function kin(path) {
	const ending = caseFileEndings.find((one) => path.endsWith(one));
	if (ending === void 0) return [path];
	const stem = path.slice(0, -ending.length);
	return [path, ...caseFileEndings.filter((one) => one !== ending).map((one) => `${stem}${one}`)];
}

// src/core/detect/file-names.ts
const mostNames = 500;
const longestName = 200;
const between = /[\s"'`,;:()[\]{}<>|*?/\\=#&@!%+$^~]+/u;
const escapes = /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|U([0-9a-f]{8})|([\s\S]))/giu;
const fileNames = {
	name: "file-names/1",
	extract: (text) => {
		const names = /* @__PURE__ */ new Set([...namesIn(text), ...text.includes("\\") ? namesIn(unescaped(text)) : []]);
		if (names.size > mostNames || [...names].some((name) => name.length > longestName)) return void 0;
		return {
			kind: "text",
			names: [...names].toSorted()
		};
	}
};
function couldMention(names, path) {
	const last = path.split(between).at(-1) ?? "";
	return !isName(last) || names.includes(last);
}
function namesIn(text) {
	return text.split(between).filter(isName);
}
function isName(part) {
	return /\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,10}$/iu.test(part);
}
function unescaped(text) {
	return text.replaceAll(escapes, (_, four, two, eight, one) => {
		const code = Number.parseInt(four ?? two ?? eight ?? "", 16);
		if (code <= 1114111) return String.fromCodePoint(code);
		return one !== void 0 && "ntr".includes(one) ? " " : one ?? " ";
	});
}
function couldBeCheckedAgainst(path) {
	return /\.(?:json|ya?ml|txt)$/iu.test(path);
}
function couldBeShown(path) {
	return /\.(?:png|jpe?g|gif|webp|wav|mp3|pdf)$/iu.test(path);
}
const referable = /\.(?:json|ya?ml|jsonl|csv|txt|md)$/iu;
const unrelated = /(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[^/]*|deno|biome|renovate|pnpm-lock|pnpm-workspace|readme|changelog)\.(?:json|ya?ml|md)$|(?:^|\/)(?:\.github|\.vscode|\.changeset|node_modules)\//iu;
function couldBeReferredTo(path) {
	return referable.test(path) && !unrelated.test(path);
}

// src/core/detect/looks-like-prompt.ts
const textual = /\.(?:txt|md|mdx|json|ya?ml|toml|xml|j2|jinja2?|hbs|mustache|liquid|njk|(?:go)?tmpl|tpl|prompty|prompt|poml|baml)$/iu;
const promptEnding = /\.(?:prompty?|poml|baml|prompt\.(?:md|ya?ml|txt|json|toml|j2|xml))$/iu;
const templateEnding = /\.(?:j2|jinja2?|hbs|mustache|liquid|njk|(?:go)?tmpl|tpl)$/iu;
const dataEnding = /\.(?:json|ya?ml|toml)$/iu;
const promptFolder = /^(?:.*[_.-])?(?:prompts?|personas?)(?:[_.-](?:templates?|library|store|files?|v?\d+))?$|^(?:prompttemplates?|systemprompts?)$/iu;
const promptNames = [
	/(?:^|[_.\s-])(?:system)?prompts?(?:[_.\s-]|$)/iu,
	/[a-z\d]Prompts?(?:[A-Z_.\s-]|$)/u,
	/^(?:system|persona|instructions)(?:[_.-](?:message|msg|role|v?\d+|[a-z]{2}))?$/iu
];
const elsewhere = /^(?:docs?|documentation|website|site|www|blog|wiki|content|pages|guides?|tutorials?|rfcs?|adrs?|specs?|plans?|proposals?|posts|tests?|__tests__|testing|e2e|fixtures?|testdata|test[_-]data|snapshots?|__snapshots__|__fixtures__|__mocks__|mocks?|cassettes?|node_modules|vendor|third[_-]party|dist|build|out|target|coverage|locales?|i18n|l10n|langs?|translations?|migrations|logs?|outputs?|results?|reports?|archive)$/iu;
const documents = /^(?:readme|changelog|changes|history|contributing|contributors|licen[cs]e|notice|authors|security|support|codeowners|code_of_conduct|requirements.*|constraints.*|robots|llms(?:-full)?|todo|roadmap|faq|index|package(?:-lock)?|tsconfig.*|agents?|claude|gemini|skills?|copilot-instructions|config|settings|schema|metadata|manifest)(?:[._-][a-z]{2}(?:[_-][a-z]{2,4})?)?\.[a-z\d]+$/iu;
function isDocumentName(path) {
	const file = path.slice(path.lastIndexOf("/") + 1);
	return documents.test(file) || /\.(?:cases|schema|config|test|spec)\.[a-z]+$/iu.test(file);
}
function couldBePrompt(path) {
	if (!isOrdinaryText(path)) return false;
	const folders = path.split("/");
	const file = folders.pop() ?? "";
	return promptEnding.test(file) || folders.some((folder) => promptFolder.test(folder)) || isNamedPrompt(file);
}
const ofAgents = /(?:^|\/)(?:agents?|commands?|skills?|rules)\//iu;
function couldAddressModel(path) {
	if (!isOrdinaryText(path) || ofAgents.test(path)) return false;
	return /\.(?:txt|md)$/iu.test(path) || templateEnding.test(path);
}
const address = /^\s*(?:#[^\n]*\n+|<[^>\n]+>\s*|---\n[\s\S]{0,500}?\n---\n)*\s*(?:you are\b|you're an?\b|you will be\b|you (?:respond|reply|answer|explain|summari[sz]e|translate|classify|generate)\b|your (?:task|job|role|goal) is\b|act as\b|as an? (?:ai|expert|assistant|helpful)\b|given an? [^.\n]{3,60}, you\b|du bist\b|tu es\b|eres un)/iu;
function addressesModel(text) {
	return address.test(text);
}
function isOrdinaryText(path) {
	if (!textual.test(path) || isDocumentName(path)) return false;
	return !path.split("/").slice(0, -1).some((folder) => elsewhere.test(folder) || folder.startsWith("."));
}
function looksLikePrompt(path, text) {
	if (!couldBePrompt(path) || text.trim() === "") return false;
	if (promptEnding.test(path) || templateEnding.test(path)) return true;
	const folders = path.split("/");
	const file = folders.pop() ?? "";
	if (dataEnding.test(file)) return holdsMessages(text) || holdsTexts(text) || promptKey.test(text);
	if (speaksToModel(text) || hasPlaceholder(text)) return true;
	if (/\.(?:txt|xml)$/iu.test(file) && isNamedPrompt(file)) return true;
	return folders.some((folder) => promptFolder.test(folder)) && !isDocument(text);
}
function isNamedPrompt(file) {
	const stem = stemOf(file);
	return promptNames.some((name) => name.test(stem)) || templateEnding.test(file) && /[_.-]instructions?$/iu.test(stem);
}
function stemOf(file) {
	return file.replace(/\.[^.]+$/u, "");
}
function speaksToModel(text) {
	const start = text.slice(0, 4e3);
	return /(?:^|[\n.:>"'|*#]\s*)(?:you are|you're|you will be|act as|you act as|your (?:task|job|role|goal) is|as an? (?:expert|ai|assistant))\b/iu.test(start) || /\b(?:respond|reply|answer) (?:only )?(?:with|in) (?:json|valid|only|a|the)\b|\b(?:return|output) only\b|\bdo not (?:include|output|mention|add any)\b/iu.test(start) || /^#+\s*(?:identity|role|persona|your (?:task|role))\b|\bI want you to\b/imu.test(start) || /^(?:system|user|assistant|human)\s*:/imu.test(start) || /<(?:system|instructions?|role|task|context)>/iu.test(start);
}
function hasPlaceholder(text) {
	return /\{\{\s*[a-z_][\w.]*\s*\}\}|(?<![{$\\])\{[a-z_]\w*\}(?!\})|\$\{[a-z_]\w*\}/iu.test(text);
}
function holdsMessages(text) {
	return /["']?role["']?\s*:\s*["']?(?:system|developer|user|assistant)\b/iu.test(text) && /["']?content["']?\s*:/iu.test(text);
}
const promptKey = /^\s*["']?(?:(?:system|user|human|agent|base|developer)_?(?:prompt|message|instructions?)|prompt_template|systemPrompt|userPrompt|backstory)["']?\s*[:=]\s*(?:[|>][-+\d]*\s*$|"{3}|'{3}|["']?\S+ \S+ \S+ \S+|["'][^"'\n]+$)|^\s*(?:- )?prompt:\s*[|>][-+\d]*\s*$/mu;
const toolData = /(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[^/]*|openapi|manifest|metadata|schema)\.[a-z]+$|\.(?:cases|schema|test|spec)\.[a-z]+$/iu;
function couldHoldPrompt(path) {
	const folders = path.split("/").slice(0, -1);
	if (!dataEnding.test(path) || toolData.test(path)) return false;
	return !folders.some((folder) => elsewhere.test(folder) || folder.startsWith("."));
}
function holdsPrompt(path, text) {
	return couldHoldPrompt(path) && promptKey.test(text);
}
function holdsTexts(text) {
	const found = Array.from(text.matchAll(/["']?\w*(?:prompt|system|template|instructions?|persona|user|role|backstory)\w*["']?\s*[:=]\s*(?<value>[^\n]*)/giu));
	if (found.filter(({ groups }) => /\S \S+ \S+ \S/u.test(groups?.["value"] ?? "")).length > 2 || /["']?prompts["']?\s*[:=]\s*\[\s*["'][^"'\n]{20}/u.test(text)) return true;
	return found.some(({ groups, index, 0: written }) => {
		const value = groups?.["value"] ?? "";
		return /^(?:[|>][-+\d]*|"{3}|'{3})\s*$/u.test(value) ? text.length - index - written.length > 80 : value.length > 120;
	});
}
function isDocument(text) {
	return /!\[[^\]]*\]\(|\]\((?:\.{0,2}\/)?[\w./-]+\.md(?:#[^)]*)?\)|\b(?:npm|pip|brew|cargo) install\b/iu.test(text) || /^#+\s*(?:installation|getting started|usage|table of contents|changelog|contributing|license)\b/imu.test(text);
}

// src/core/detect/may-concern.ts
const promptScript = /(?:prompt|(?:^|\/)evals?\/)[^/]*\.(?:py|[cm]?[jt]s)$/iu;
function mayConcern(changed, settings) {
	const [isPrompt, isExcluded] = [matchPrompts(settings.promptGlobs), matchExcluded(settings.promptGlobs)];
	const parts = new Set(settings.assembled.flatMap(({ messages }) => messages.map(({ file }) => file)));
	return changedPaths(changed).some((path) => parts.has(path) || isPrompt(path) || couldBeReferredTo(path) || couldBeShown(path) || couldHoldCases(settings.casesPattern, path) || promptScript.test(path) || isJinjaFile(path) || couldBePrompt(path) && !isExcluded(path));
}
function changedPaths(changed) {
	return changed.flatMap(({ path, previousPath }) => previousPath === void 0 ? [path] : [path, previousPath]);
}
const mostNamed = 5;
function areOwnGlobs(globs) {
	return globs.length !== defaultPromptGlobs.length || globs.some((glob, index) => glob !== defaultPromptGlobs[index]);
}
function wordPassedOver(paths, globs) {
	const told = areOwnGlobs(globs) ? paths.filter((path) => !isDocumentName(path)) : [];
	if (told.length === 0) return void 0;
	const named = told.slice(0, mostNamed).map((path) => `\`${path}\``);
	const more = told.length > mostNamed ? ` and ${told.length - mostNamed} more` : "";
	const one = told.length === 1;
	return `${named.join(", ")}${more} ${one ? "is" : "are"} named by \`prompts\`, and no prompt${one ? "" : "s"} by ${one ? "its" : "their"} content`;
}

export { couldHoldCases as _, addressesModel as a, couldHoldPrompt as c, couldBeCheckedAgainst as d, couldBeReferredTo as f, casesPaths as g, fileNames as h, wordPassedOver as i, holdsPrompt as l, couldMention as m, changedPaths as n, couldAddressModel as o, couldBeShown as p, mayConcern as r, couldBePrompt as s, areOwnGlobs as t, looksLikePrompt as u, findCasesOfKeys as v, holdsCasesOfKey as y };