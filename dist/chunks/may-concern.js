import { r as couldHoldCases, t as isJinjaFile } from "./is-jinja-file.js";
import { r as couldBePrompt } from "./looks-like-prompt.js";
import { n as matchExcluded, r as matchPrompts } from "./match-prompts.js";

// src/core/detect/could-be-referred-to.ts
const referable = /\.(?:json|ya?ml|jsonl|csv|txt|md)$/iu;
const unrelated = /(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[^/]*|deno|biome|renovate|pnpm-lock|pnpm-workspace|readme|changelog)\.(?:json|ya?ml|md)$|(?:^|\/)(?:\.github|\.vscode|\.changeset|node_modules)\//iu;
function couldBeReferredTo(path) {
	return referable.test(path) && !unrelated.test(path);
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

export { mayConcern as n, couldBeReferredTo as r, changedPaths as t };