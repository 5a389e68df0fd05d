import { a as isOpen } from "./empty-report.js";
import { r as isOfInput } from "./problem.js";
import { r as wordSkipped, t as verdictsOf } from "./verdicts-of.js";

// src/app/show-locally.ts
async function showLocally(judged, asked, now, shown) {
	const report = asked.accept === true ? accept(judged, now) : judged;
	const faulty = report.problems.some(isOfInput);
	const { open } = report.gate;
	if (shown !== void 0) return {
		text: [JSON.stringify(shown, null, 2), "\n"],
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
async function filesOf(report, { html, comment }) {
	if (html === void 0 && comment === void 0) return [];
	const { writeComment, writeHtml } = await import("./reporters.js");
	return [...html === void 0 ? [] : [{
		path: html,
		text: writeHtml(report)
	}], ...comment === void 0 ? [] : [{
		path: comment,
		text: [writeComment(report, "")]
	}]];
}
async function textOf(report, { json, colours }) {
	if (json === true) return (await import("./reporters.js")).writeJson(report);
	if (report.verdict === "skipped" && report.notes.length === 0 && !colours) return [wordSkipped(report), "\n"];
	return [(await import("./terminal.js")).writeTerminal(report, { colours })];
}
function accept(report, now) {
	if (report.verdict !== "regressed") return report;
	const { fingerprint, gate, problems } = report;
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
			open: isOpen(verdictsOf(report), problems, gate.failOn, true)
		}
	};
}

export { showLocally as t };