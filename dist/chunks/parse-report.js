import { s as custom } from "./zod.js";
import { n as nestingOf } from "./json-members.js";
import { t as ProblemError } from "./problem.js";
import { t as tellWhole } from "./long-report.js";
import { t as reportSchema } from "./report.js";

// src/core/report/parse-report.ts
const deepest = 1e3;
const anyJson = custom(() => true);
function parseReport(text, file) {
	if (nestingOf(text) > deepest) throw unreadable(file, `it is nested deeper than ${deepest} levels`);
	const read = reportSchema.safeParse(tellWhole(parseJson(text, file)));
	if (read.success) return read.data;
	const [first] = read.error.issues;
	throw unreadable(file, `it is not a report of Promptgate, or one of another version${first === void 0 || first.path.length === 0 ? "" : ` (at ${first.path.map(String).join(".")}: ${first.message})`}`);
}
function parseJson(text, file) {
	try {
		return anyJson.parse(JSON.parse(text));
	} catch (fault) {
		throw unreadable(file, `it is not JSON: ${fault instanceof Error ? fault.message : String(fault)}`);
	}
}
function unreadable(file, why) {
	return new ProblemError({
		reason: "files",
		at: { file },
		what: `The report cannot be read: ${why}.`,
		fix: "Name a promptgate.json as the artifact of a run holds it, or what `--json` printed."
	});
}

export { parseReport as t };