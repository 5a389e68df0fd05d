import { o as __toESM } from "./rolldown-runtime.js";
import { t as require_picomatch } from "./picomatch.js";

// src/core/paths/match-globs.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
function matchGlobs(globs) {
	return (0, import_picomatch.default)(globs.map(collapseBackslashes), { dot: true });
}
function collapseBackslashes(glob) {
	return glob.replaceAll(/\\{3,}/gu, ({ length }) => length % 2 === 0 ? "\\\\" : "\\");
}
function isNamedBy(path, globs) {
	const isNamed = matchGlobs(globs.map((glob) => glob.replace(/^\.?\//u, "")).filter((glob) => glob !== ""));
	return isNamed(path) || isNamed(path.split("#", 1)[0] ?? path);
}
function namesPath(globs, path) {
	const excluding = globs.flatMap((glob) => glob.startsWith("!") ? [glob.slice(1)] : []);
	return isNamedBy(path, globs.filter((glob) => !glob.startsWith("!"))) && (excluding.length === 0 || !isNamedBy(path, excluding));
}

export { matchGlobs as n, namesPath as r, isNamedBy as t };