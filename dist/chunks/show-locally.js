import { a as isOpen, h as gateWordsOf, n as wordSkipped } from "./word-skipped.js";
import { r as isOfInput } from "./problem.js";
import { t as problemsOf } from "./problems-of.js";
import { t as escapeHidden } from "./escape-hidden.js";

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
	const { html, comment, junit, csv, loadPage } = asked;
	if ([
		html,
		comment,
		junit,
		csv
	].every((path) => path === void 0)) return [];
	const { loadTables, writeComment, writeHtml } = await import("./reporters.js");
	const { writeCsv, writeJunit } = await loadTables();
	return [
		...html === void 0 ? [] : [{
			path: html,
			text: writeHtml(report, await loadPage())
		}],
		...comment === void 0 ? [] : [{
			path: comment,
			text: [writeComment(report, "")]
		}],
		...junit === void 0 ? [] : [{
			path: junit,
			text: [writeJunit(report)]
		}],
		...csv === void 0 ? [] : [{
			path: csv,
			text: writeCsv(report)
		}]
	];
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