import { r as isOfInput, t as ProblemError } from "./problem.js";
import { a as isOpen } from "./empty-report.js";
import { r as wordSkipped, t as verdictsOf } from "./verdicts-of.js";
import { accessSync, constants, statSync } from "node:fs";
import { dirname } from "node:path";

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

// src/commands/check-targets.ts
function checkTargets({ html, comment }) {
	const [first, ...rest] = Object.entries({
		html,
		comment
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

export { showLocally as n, checkTargets as t };