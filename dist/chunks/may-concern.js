import { x as matchGlobs } from "./settle-role.js";

// src/core/detect/match-prompts.ts
function matchPrompts(globs) {
	const wanted = named(globs.filter((glob) => !glob.startsWith("!")));
	const isWanted = matchGlobs(wanted);
	const isExcluded = matchExcluded(globs);
	return (path) => isWanted(path) && !isExcluded(path) && !/[^/]\.cases\.[^/]+$/u.test(path);
}
function findExcluding(globs, path) {
	return globs.find((glob) => glob.startsWith("!") && matchExcluded([glob])(path));
}
function matchExcluded(globs) {
	const excluding = globs.filter((glob) => glob.startsWith("!"));
	return matchGlobs(named(excluding.map((glob) => glob.slice(1))));
}
function named(globs) {
	return globs.map((glob) => glob.trim().replace(/^\.?\//u, "")).filter((glob) => glob !== "");
}

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

// src/core/prompt-file/is-jinja-file.ts
function isJinjaFile(path) {
	return /\.(?:j2|jinja2?)$/iu.test(path);
}

// src/core/detect/could-be-referred-to.ts
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
	return changedPaths(changed).some((path) => parts.has(path) || isPrompt(path) || couldBeReferredTo(path) || couldHoldCases(settings.casesPattern, path) || promptScript.test(path) || isJinjaFile(path) || couldBePrompt(path) && !isExcluded(path));
}
function changedPaths(changed) {
	return changed.flatMap(({ path, previousPath }) => previousPath === void 0 ? [path] : [path, previousPath]);
}

export { findExcluding as _, couldBePrompt as a, isDocumentName as c, isJinjaFile as d, casesPaths as f, resolvePath as g, holdsCasesOfKey as h, couldAddressModel as i, looksLikePrompt as l, findCasesOfKeys as m, mayConcern as n, couldHoldPrompt as o, couldHoldCases as p, addressesModel as r, holdsPrompt as s, changedPaths as t, couldBeReferredTo as u, matchExcluded as v, matchPrompts as y };