import { t as ProblemError } from "./problem.js";
import { n as tablesIn } from "./tables.js";
import { accessSync, constants, statSync } from "node:fs";
import { dirname } from "node:path";

// src/commands/check-targets.ts
function checkTargets(options) {
	const { html, comment } = options;
	const asTables = tablesIn({ ...options }).map(({ table, path }) => [table.name, path]);
	const [first, ...rest] = Object.entries({
		html,
		comment,
		...Object.fromEntries(asTables)
	}).flatMap(([flag, path]) => {
		const why = path === void 0 ? void 0 : whyNot(path);
		if (why === void 0) return [];
		return [{
			reason: "files",
			what: `--${flag} ${path} cannot be written: ${why}.`,
			fix: "Name a file in a folder that is there."
		}];
	});
	if (first !== void 0) throw new ProblemError(first, ...rest);
}
function whyNot(path) {
	try {
		if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return "it is a folder";
		accessSync(dirname(path), constants.W_OK);
		return;
	} catch (fault) {
		return fault instanceof Error ? fault.message : String(fault);
	}
}

export { checkTargets as t };