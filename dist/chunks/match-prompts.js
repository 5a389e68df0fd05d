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

export { matchExcluded as n, matchPrompts as r, findExcluding as t };