import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, isAbsolute, join, relative, sep } from "node:path";

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
const handed = "PROMPTGATE_HANDED_OVER";
let isShed = false;
function shedKeys() {
	const { execve } = process;
	if (isShed || process.platform === "win32" || execve === void 0) return;
	const folder = mkdtempSync(join(process.env["RUNNER_TEMP"] ?? tmpdir(), "promptgate-handed-"));
	const file = join(folder, "environment.json");
	writeFileSync(file, JSON.stringify(process.env), { mode: 384 });
	const args = [
		process.execPath,
		...process.execArgv,
		...process.argv.slice(1)
	];
	execve.call(process, process.execPath, args, {
		...cleanEnvironment(process.env),
		[handed]: file
	});
}
function takeHandedOver() {
	const file = process.env[handed];
	if (file === void 0) return;
	isShed = true;
	const kept = JSON.parse(readFileSync(file, "utf8"));
	rmSync(dirname(file), {
		recursive: true,
		force: true
	});
	Object.assign(process.env, kept);
	delete process.env[handed];
}

export { shedKeys as n, takeHandedOver as r, cleanEnvironment as t };