import { t as resolvePath } from "./resolve-path.js";
import { t as isJinjaFile } from "./kind-of-prompt-file.js";
import { i as couldBeShown, r as couldBeReferredTo, t as couldBeCheckScript } from "./file-names.js";
import { r as namesPath } from "./match-globs.js";
import { r as snapshotEnding } from "./rendered-line.js";
import { a as matchPrompts, i as matchExcluded, r as matchAgents, t as defaultPromptGlobs } from "./prompt-globs.js";

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

// src/core/detect/find-unfollowed.ts
const mostNamed$1 = 3;
function findUnfollowed(changed, paths, { watch, promptGlobs }, fresh) {
	const touched = new Set(changed);
	const isPrompt = matchPrompts(promptGlobs);
	const snapshots = [...paths].filter((path) => snapshotEnding.test(path) && isPrompt(path));
	const code = [...touched].filter((path) => !snapshotEnding.test(path));
	const found = /* @__PURE__ */ new Map();
	for (const rule of watch) {
		const hits = code.filter((path) => namesPath(rule.paths, path));
		if (hits.length === 0) continue;
		const detail = `${hits.slice(0, mostNamed$1).join(", ")}${hits.length > mostNamed$1 ? ` and ${hits.length - mostNamed$1} more` : ""} changed`;
		const { for: own } = rule;
		const followers = own === void 0 ? snapshots : snapshots.filter((path) => namesPath(own, path));
		for (const path of followers) if (!touched.has(path) && !fresh.has(path)) found.set(path, {
			path,
			why: "not-rendered",
			detail
		});
		const [first = ""] = hits;
		if (followers.length === 0 && !found.has(first)) found.set(first, {
			path: first,
			why: "no-snapshot",
			detail
		});
	}
	return [...found.values()];
}
function isWatched(path, watch) {
	return watch.some((rule) => namesPath(rule.paths, path));
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
	return textual.test(path) && !isDocumentName(path) && !isElsewhere(path);
}
function isElsewhere(path) {
	return path.split("/").slice(0, -1).some((folder) => elsewhere.test(folder) || folder.startsWith("."));
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
	return dataEnding.test(path) && !toolData.test(path) && !isElsewhere(path);
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
	const isInstruction = matchAgents(settings.agentGlobs);
	const parts = new Set(settings.assembled.flatMap(({ messages }) => messages.map(({ file }) => file)));
	return changedPaths(changed).some((path) => parts.has(path) || isPrompt(path) || isInstruction(path) || isWatched(path, settings.watch ?? []) || couldBeReferredTo(path) || couldBeShown(path) || couldBeCheckScript(path) || couldHoldCases(settings.casesPattern, path) || promptScript.test(path) || isJinjaFile(path) || couldBePrompt(path) && !isExcluded(path));
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

export { addressesModel as a, couldHoldPrompt as c, looksLikePrompt as d, findUnfollowed as f, holdsCasesOfKey as g, findCasesOfKeys as h, wordPassedOver as i, holdsPrompt as l, couldHoldCases as m, changedPaths as n, couldAddressModel as o, casesPaths as p, mayConcern as r, couldBePrompt as s, areOwnGlobs as t, isElsewhere as u };