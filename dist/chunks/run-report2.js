import "./rolldown-runtime.js";
import { t as showLocally } from "./show-locally.js";
import { t as ProblemError } from "./problem.js";
import { t as parseReport } from "./parse-report.js";
import { t as loadPage } from "./load-page.js";
import { n as readReportIn } from "./read-file-in2.js";
import { t as checkTargets } from "./check-targets.js";
import { t as putResult } from "./put-result.js";
import { t as withPage } from "./with-page.js";

// src/commands/run-report.ts
async function runReport(file, given, { terminal }) {
	const options = withPage(given);
	checkTargets(options);
	const report = await readSavedReport(file);
	const shown = await showLocally(report, {
		...options,
		screen: terminal.screen,
		loadPage
	}, 0);
	return putResult({
		...shown,
		open: true,
		faulty: false
	}, terminal, options);
}
async function readSavedReport(file) {
	const read = await readReportIn(process.cwd())(file);
	if (read.kind === "text") return parseReport(read.text, file);
	const why = read.kind === "absent" ? "there is no such file" : read.why;
	throw new ProblemError({
		reason: "files",
		at: { file },
		what: `The report cannot be read: ${why}.`
	});
}

export { runReport as n, readSavedReport as t };