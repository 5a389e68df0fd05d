import "./rolldown-runtime.js";
import { t as hash } from "./hash.js";
import { a as showProblem } from "./problem.js";
import { n as publishComment, t as nameOfComment } from "./stage.js";
import { n as publishIssues } from "./publish-issues.js";
import { t as keepForms } from "./keep-forms.js";
import { n as setOutputs, r as tryOutput } from "./outputs-of.js";
import { r as wordRefused, t as tellPublished } from "./tell-published.js";
import { n as portabilityOrProblems, r as portedJson } from "./portability-locally.js";

// src/app/portability/port-revision.ts
async function portRevision(run, ports) {
	const startedAt = ports.clock.now();
	const { stage } = ports;
	const result = await portabilityOrProblems({
		...run,
		named: {
			written: [],
			folder: ""
		}
	}, ports);
	const { report, settings } = result;
	const { writePortedMarkdown } = await import("./portability.js");
	await setOutputs(outputsOf(report), stage);
	if (report.verdict !== "skipped") await keepForms(formsOf(report), settings.artifact ?? "", stage);
	if (settings.comment !== "never") await comment(result, startedAt, ports);
	if (report.retiring !== void 0 && result.pull?.number === void 0) await tellRetiring(result, ports);
	await tryOutput("The job summary", stage, () => stage.writeSummary(stage.redact(writePortedMarkdown(report, { run: ports.run.url }))));
	for (const problem of report.problems) {
		const message = stage.redact(showProblem(problem));
		await tryOutput("The annotations", stage, () => stage.annotate({
			level: "error",
			title: "Promptgate",
			message
		}));
	}
	return report.verdict !== "invalid";
}
function formsOf(report) {
	return {
		json: () => portedJson(report),
		html: async ({ hash: hashed }) => {
			const { writePortedHtml } = await import("./portability.js");
			return writePortedHtml(report, hashed);
		}
	};
}
function outputsOf({ verdict, problems, calls, costUsd }) {
	return {
		verdict,
		reason: verdict === "invalid" ? problems[0]?.reason ?? "provider" : "",
		calls: String(calls.made),
		"cost-usd": costUsd === null ? "" : String(Number(costUsd.toFixed(6)))
	};
}
async function tellRetiring({ report, settings, untold = [] }, { issues, stage, run, sealOf }) {
	const { titleOfRetiring, writeRetired, writeRetiringIssue } = await import("./portability.js");
	const isWhole = report.problems.every(({ reason }) => reason !== "files" && reason !== "config");
	const outcomes = await publishIssues(issues, {
		kind: nameOfIssues(settings),
		seal: sealOf(settings),
		wishes: (report.retiring ?? []).map((one) => ({
			key: one.model,
			title: stage.redact(titleOfRetiring(one)),
			render: (marker) => stage.redact(writeRetiringIssue(one, report, {
				run: run.url,
				marker
			}))
		})),
		closing: (model, marker) => isWhole && !untold.includes(model) ? stage.redact(writeRetired(model, {
			run: run.url,
			marker
		})) : void 0
	});
	for (const outcome of outcomes) {
		if (outcome.kind !== "refused") {
			stage.say(`The issue about ${outcome.key} is ${outcome.kind}: ${outcome.url}`);
			continue;
		}
		const message = `The issue about ${outcome.key} could not be written: ${wordRefused(outcome)} The matrix is in the job summary.`;
		stage.annotate({
			level: "warning",
			title: "Promptgate",
			message: stage.redact(message)
		});
	}
}
function nameOfIssues({ name }) {
	return name === void 0 ? "retiring" : `retiring ${name}`;
}
async function comment({ report, settings, pull }, startedAt, ports) {
	const number = pull?.number;
	if (pull === void 0 || number === void 0 || pull.queued === true) return;
	const { writePortedMarkdown } = await import("./portability.js");
	const { forum, stage, run } = ports;
	await tryOutput("The comment", stage, async () => {
		const published = await publishComment(forum, number, {
			statement: {
				name: nameOfComment(settings),
				run: run.id,
				startedAt,
				head: pull.head.sha,
				verdict: report.verdict,
				fingerprint: hash({
					portability: report.prompts,
					head: pull.head.sha
				}),
				carried: {}
			},
			seal: ports.sealOf(settings),
			begin: report.verdict !== "skipped",
			render: (marker) => stage.redact(writePortedMarkdown(report, {
				run: run.url,
				marker
			}))
		});
		tellPublished(published, report, (name, value) => stage.setOutput(name, stage.redact(value)), stage);
	});
}

export { portRevision };