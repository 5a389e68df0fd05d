import { i as __toESM } from "./rolldown-runtime.js";
import { u as require_picomatch } from "./settle-role.js";

// src/core/detect/match-prompts.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
const options = { dot: true };
function matchPrompts(globs) {
	const wanted = globs.filter((glob) => !glob.startsWith("!")).map(plain);
	const isWanted = (0, import_picomatch.default)(wanted, options);
	const isExcluded = matchExcluded(globs);
	return (path) => isWanted(path) && !isExcluded(path) && !/[^/]\.cases\.[^/]+$/u.test(path);
}
function findExcluding(globs, path) {
	return globs.find((glob) => glob.startsWith("!") && matchExcluded([glob])(path));
}
function matchExcluded(globs) {
	return (0, import_picomatch.default)(globs.filter((glob) => glob.startsWith("!")).map((glob) => plain(glob.slice(1))), options);
}
function plain(glob) {
	return glob.trim().replace(/^\.?\//u, "");
}

export { matchExcluded as n, matchPrompts as r, findExcluding as t };