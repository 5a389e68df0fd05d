import { t as ProblemError } from "./problem.js";
import { c as isOpen } from "./model-named.js";
import { t as parseInputs } from "./parse-inputs.js";
import { o as wordSkipped, r as verdictsOf } from "./publish-review.js";
import { t as exits } from "./exits.js";
import { writeFile } from "node:fs/promises";

// src/app/show-locally.ts
async function showLocally(judged, asked, now, shown) {
	const report = asked.accept === true ? accept(judged, now) : judged;
	const faulty = report.problems.some(({ reason }) => reason !== "provider" && reason !== "judge" && reason !== "budget");
	const { open } = report.gate;
	if (shown !== void 0) return {
		text: JSON.stringify(shown, null, 2),
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
		text: writeComment(report, "")
	}]];
}
async function textOf(report, { json, colours }) {
	if (json === true) return (await import("./reporters.js")).writeJson(report);
	if (report.verdict === "skipped" && report.notes.length === 0 && !colours) return wordSkipped(report);
	return (await import("./terminal.js")).writeTerminal(report, { colours });
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

// src/commands/put-result.ts
async function putResult({ files, text, faulty, open }, print) {
	for (const file of files) await writeFile(file.path, file.text);
	print(text);
	if (faulty) return exits.input;
	return open ? exits.open : exits.closed;
}

// src/commands/read-inputs.ts
function readInputs(given) {
	const inputs = parseInputs(given);
	if (inputs.kind === "broken") throw new ProblemError(...inputs.problems);
	return inputs.inputs;
}

export { putResult as n, showLocally as r, readInputs as t };