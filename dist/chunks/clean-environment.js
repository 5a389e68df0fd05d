import { delimiter, isAbsolute, relative, sep } from "node:path";

// src/hosts/scorer/clean-environment.ts
const kept = /* @__PURE__ */ new Set([
	"PATH",
	"PATHEXT",
	"HOME",
	"USERPROFILE",
	"LANG",
	"LANGUAGE",
	"TZ",
	"TMPDIR",
	"TEMP",
	"TMP",
	"SYSTEMROOT",
	"COMSPEC",
	"VIRTUAL_ENV",
	"PYTHONPATH",
	"PYTHONHOME"
]);
const lists = /* @__PURE__ */ new Set([
	"PATH",
	"PYTHONPATH",
	"VIRTUAL_ENV",
	"PYTHONHOME"
]);
function cleanEnvironment(environment, checkout) {
	return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => {
		if (value === void 0 || !(kept.has(name.toUpperCase()) || name.startsWith("LC_"))) return [];
		if (checkout === void 0 || !lists.has(name.toUpperCase())) return [[name, value]];
		const outside = value.split(delimiter).filter((folder) => isAbsolute(folder) && !isWithin(folder, checkout));
		return outside.length === 0 ? [] : [[name, outside.join(delimiter)]];
	}));
}
function isWithin(folder, checkout) {
	const way = relative(checkout, folder);
	return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way));
}

export { cleanEnvironment as t };