import "./rolldown-runtime.js";
import { r as rowName } from "./read-history.js";
import { t as hash } from "./hash.js";
import { n as publishIssues, t as keysLabelled } from "./publish-issues.js";
import { t as escapeHidden } from "./show-hidden.js";
import { a as setOutputs, o as tryOutput, r as wordRefused } from "./tell-published.js";
import { n as watchOrProblems } from "./watch-locally.js";

// src/app/drift/watch-on-schedule.ts
async function watchOnSchedule({ inputs, signal }, ports) {
	const { stage, run } = ports;
	const failOn = (inputs["fail-on"] ?? ["drifted"]).filter((word) => word === "drifted");
	const request = {
		inputs,
		signal,
		run: run.url,
		named: {
			written: [],
			folder: ""
		},
		failOn,
		accepted: async (settings) => new Set(await keysLabelled(ports.issues, settings.acceptLabel, issuesOf(settings, ports)))
	};
	const { report, settings } = await watchOrProblems(request, ports, ports.driftHistory);
	await setOutputs(outputsOfDrift(report), stage);
	await tryOutput("The report promptgate.json", stage, async () => {
		const path = await stage.writeFile("promptgate.json", [stage.redact(escapeHidden(JSON.stringify(report)))]);
		stage.setOutput("report-json", stage.redact(path));
	});
	const { driftHeadline, driftSummary } = await import("./drift.js");
	await tryOutput("The job summary", stage, () => stage.writeSummary(stage.redact(driftSummary(report))));
	if (settings !== void 0) await tellIssues(report, settings, ports);
	await tryOutput("The annotations", stage, () => tell(report, driftHeadline(report), stage));
	return report.open;
}
function outputsOfDrift(report) {
	const drifted = report.prompts.flatMap(({ path, models }) => models.filter(({ verdict }) => verdict === "drifted").map(({ model, since }) => ({
		prompt: path,
		model,
		since: since?.at ?? report.startedAt
	})));
	return {
		verdict: report.verdict,
		reason: report.verdict === "invalid" ? report.problems[0]?.reason ?? "provider" : "",
		drifted: escapeHidden(JSON.stringify(drifted)),
		calls: String(report.calls.made),
		"cost-usd": report.costUsd === void 0 ? "" : String(Number(report.costUsd.toFixed(6)))
	};
}
function tell({ verdict, problems, open }, headline, stage) {
	const level = open ? "notice" : "error";
	if (verdict !== "steady" && verdict !== "baseline") stage.annotate({
		level,
		title: "Promptgate",
		message: headline
	});
	for (const { what, fix } of problems) stage.annotate({
		level: "error",
		title: "Promptgate",
		message: fix === void 0 ? what : `${what} ${fix}`
	});
}
function issuesOf(settings, { sealOf }) {
	return {
		kind: settings.name === void 0 ? "drift" : `drift ${settings.name}`,
		seal: sealOf(settings)
	};
}
async function tellIssues(report, settings, ports) {
	const { driftIssue, driftIssueClosed } = await import("./drift.js");
	const { stage, run } = ports;
	const rows = report.prompts.flatMap(({ path, models }) => models.map((row) => ({
		key: rowName(path, row.model),
		told: {
			path,
			row
		}
	})));
	const day = report.startedAt;
	const place = {
		run: run.url,
		day,
		label: settings.acceptLabel
	};
	const outcomes = await publishIssues(ports.issues, {
		...issuesOf(settings, ports),
		wishes: rows.filter(({ told }) => told.row.verdict === "drifted").map(({ key, told }) => {
			const news = newsOf(told.row, day);
			return {
				key,
				title: stage.redact(driftIssue(told, {
					...place,
					marker: ""
				}).title),
				render: (marker) => stage.redact(driftIssue(told, {
					...place,
					marker: `${news}\n${marker}`
				}).body),
				saysEnough: (body) => body.includes(news)
			};
		}),
		closing: (key, marker) => {
			const row = rows.find((one) => one.key === key);
			return row !== void 0 && (row.told.row.verdict === "steady" || row.told.row.verdict === "baseline") ? stage.redact(driftIssueClosed(row.told, {
				...place,
				marker
			})) : void 0;
		}
	});
	for (const outcome of outcomes) {
		if (outcome.kind !== "refused") {
			stage.say(`The issue about ${outcome.key} is ${outcome.kind}: ${outcome.url}`);
			continue;
		}
		const message = `The issue about ${outcome.key} could not be written: ${wordRefused(outcome)} The job summary says what moved.`;
		stage.annotate({
			level: "warning",
			title: "Promptgate",
			message: stage.redact(message)
		});
	}
}
function newsOf({ found, cases, served, since }, day) {
	return `<!-- ${day.slice(0, 10)} ${hash([
		found,
		cases,
		served,
		since?.run ?? ""
	]).slice(0, 16)} -->`;
}

export { watchOnSchedule };