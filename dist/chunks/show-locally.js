import { r as isOpen } from "./assemble-report.js";
import { r as isOfInput } from "./problem.js";
import { i as wordSkipped, r as problemsOf, t as gateWordsOf } from "./report-outcome.js";
import { t as escapeHidden } from "./show-hidden.js";
import { n as tablesIn } from "./tables.js";

// src/app/show-locally.ts
async function showLocally(judged, asked, now, shown) {
	const report = asked.accept === true ? accept(judged, now) : judged;
	const faulty = problemsOf(report).some(({ problem }) => isOfInput(problem));
	const { open } = report.gate;
	if (shown !== void 0) return {
		text: [escapeHidden(JSON.stringify(shown, null, 2)), "\n"],
		files: [],
		open,
		faulty
	};
	const files = await filesOf(report, asked);
	return {
		text: await textOf(report, asked),
		files,
		open,
		faulty
	};
}
async function filesOf(report, asked) {
	const { html, comment, loadPage } = asked;
	const asTables = tablesIn({ ...asked });
	const written = await Promise.all(asTables.map(async ({ table, path }) => ({
		path,
		text: (await table.load())(report)
	})));
	if (html === void 0 && comment === void 0) return written;
	const { writeComment, writeHtml } = await import("./reporters.js");
	return [
		...html === void 0 ? [] : [{
			path: html,
			text: writeHtml(report, await loadPage())
		}],
		...comment === void 0 ? [] : [{
			path: comment,
			text: oncePulled(() => writeComment(report, ""))
		}],
		...written
	];
}
function* oncePulled(write) {
	yield write();
}
async function textOf(report, { json, html, comment, screen }) {
	if (json === true) return (await import("./reporters.js")).writeJson(report);
	if (report.verdict === "skipped" && report.notes.length === 0 && !screen.colours) return [wordSkipped(report), "\n"];
	return [(await import("./terminal2.js")).writeTerminal(report, screen, {
		html,
		comment
	})];
}
function accept(report, now) {
	if (report.verdict !== "regressed") return report;
	const { fingerprint, gate } = report;
	const problems = problemsOf(report).map(({ problem }) => problem);
	return {
		...report,
		accepted: [{
			by: "you",
			at: new Date(now).toISOString(),
			how: "--accept",
			fingerprint
		}],
		gate: {
			...gate,
			open: isOpen(gateWordsOf(report), problems, gate.failOn, true)
		}
	};
}

export { showLocally as t };