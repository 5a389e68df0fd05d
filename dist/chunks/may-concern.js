import { a as couldHoldCases, n as matchPrompts } from "./match-prompts.js";

// src/core/detect/could-be-referred-to.ts
const referable = /\.(?:json|ya?ml|jsonl|csv|txt|md)$/iu;
const unrelated = /(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[^/]*|deno|biome|renovate|pnpm-lock|pnpm-workspace|readme|changelog)\.(?:json|ya?ml|md)$|(?:^|\/)(?:\.github|\.vscode|\.changeset|node_modules)\//iu;
function couldBeReferredTo(path) {
	return referable.test(path) && !unrelated.test(path);
}

// src/core/detect/may-concern.ts
function mayConcern(changed, settings) {
	const isPrompt = matchPrompts(settings.promptGlobs);
	return changedPaths(changed).some((path) => isPrompt(path) || couldBeReferredTo(path) || couldHoldCases(settings.casesPattern, path));
}
function changedPaths(changed) {
	return changed.flatMap(({ path, previousPath }) => previousPath === void 0 ? [path] : [path, previousPath]);
}

export { mayConcern as n, couldBeReferredTo as r, changedPaths as t };