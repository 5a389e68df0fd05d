import { i as __toESM } from "./rolldown-runtime.js";
import { b as require_picomatch } from "./settle-role.js";

// src/core/detect/match-prompts.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
const options = { dot: true };
function matchPrompts(globs) {
	const wanted = named(globs.filter((glob) => !glob.startsWith("!")));
	const isWanted = (0, import_picomatch.default)(wanted, options);
	const isExcluded = matchExcluded(globs);
	return (path) => isWanted(path) && !isExcluded(path) && !/[^/]\.cases\.[^/]+$/u.test(path);
}
function findExcluding(globs, path) {
	return globs.find((glob) => glob.startsWith("!") && matchExcluded([glob])(path));
}
function matchExcluded(globs) {
	const excluding = globs.filter((glob) => glob.startsWith("!"));
	return (0, import_picomatch.default)(named(excluding.map((glob) => glob.slice(1))), options);
}
function named(globs) {
	return globs.map((glob) => glob.trim().replace(/^\.?\//u, "")).filter((glob) => glob !== "");
}

export { matchExcluded as n, matchPrompts as r, findExcluding as t };