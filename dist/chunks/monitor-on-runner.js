import "./rolldown-runtime.js";
import { i as movedOf, n as isUntested, r as isWorse } from "./moved.js";
import { a as showProblem, t as ProblemError } from "./problem.js";
import { t as escapeHidden } from "./show-hidden.js";
import { n as setOutputs, r as tryOutput } from "./outputs-of.js";
import { a as readSettings } from "./read-settings.js";
import { n as alertOfRules, t as monitorLogs } from "./monitor-logs.js";

// src/app/monitor/monitor-on-runner.ts
async function monitorOnRunner(inputs, ports, signal) {
	const { stage } = ports;
	const { monitorProblems, monitorSummary } = await import("./monitor.js");
	const result = await reportOrProblems(inputs, ports, signal);
	if ("problems" in result) {
		await setOutputs({
			verdict: "invalid",
			reason: result.problems[0]?.reason ?? "files"
		}, stage);
		for (const problem of result.problems) {
			const message = stage.redact(showProblem(problem));
			await tryOutput("The annotations", stage, () => stage.annotate({
				level: "error",
				title: "Promptgate",
				message
			}));
		}
		await tryOutput("The job summary", stage, () => stage.writeSummary(stage.redact(monitorProblems(result.problems))));
		return false;
	}
	const { report, settings } = result;
	if (settings.quality !== void 0) stage.annotate({
		level: "notice",
		title: "Promptgate",
		message: notJudged
	});
	const worse = movedOf(report).filter(isWorse);
	const verdict = worse.length > 0 ? "moved" : isUntested(report) ? "unknown" : "steady";
	const passes = verdict === "steady" || !settings.monitorFailOn.includes(verdict);
	await setOutputs({
		verdict,
		moved: movedJson(report)
	}, stage);
	stage.setOutput("alerts", escapeHidden(JSON.stringify(report.alerts)));
	await tryOutput("The report promptgate.json", stage, async () => {
		const path = await stage.writeFile("promptgate.json", [stage.redact(escapeHidden(JSON.stringify(report)))]);
		stage.setOutput("report-json", stage.redact(path));
	});
	await tryOutput("The job summary", stage, () => stage.writeSummary(stage.redact(monitorSummary(report))));
	if (verdict !== "steady") {
		const message = verdict === "moved" ? `${worse.length} of what production's logs say got worse: the job summary tells it.` : "Whether anything got worse is not known: the days before are too few to compare with, or hold too few calls.";
		const level = passes ? "warning" : "error";
		await tryOutput("The annotations", stage, () => stage.annotate({
			level,
			title: "Promptgate",
			message
		}));
	}
	return passes;
}
async function reportOrProblems(inputs, { host, monitor, alertsOf, elsewhere }, signal) {
	try {
		const logs = inputs.logs ?? [];
		if (logs.length === 0 || logs.includes("-")) throw new ProblemError(noLogs);
		const pull = await host.pullRequest();
		if ("nothing" in pull) throw new ProblemError({
			reason: "files",
			what: `there is no config to read: ${pull.nothing}`
		});
		const { settings } = await readSettings(host, pull, inputs);
		const { report: read, days } = await monitorLogs(logs, settings, monitor);
		const sending = elsewhere ? void 0 : {
			...alertsOf(settings),
			signal
		};
		return {
			report: {
				...read,
				alerts: await alertOfRules({
					...days,
					quality: []
				}, settings, sending)
			},
			settings
		};
	} catch (fault) {
		if (!(fault instanceof ProblemError)) throw fault;
		return { problems: fault.problems };
	}
}
const notJudged = "The config has `monitor.quality`, which the action does not judge: `promptgate monitor` on the command line does.";
const noLogs = {
	reason: "config",
	what: "`mode: monitor` reads no logs: `logs` names none.",
	fix: "Give it files, folders or globs in the workspace, one a line: `logs: exports/*.jsonl.gz`."
};
function movedJson(report) {
	const moved = movedOf(report).map(({ metric, change, scope }) => ({
		metric,
		moved: change.moved,
		since: change.since,
		segment: scope.segment,
		model: scope.model,
		prompt: scope.prompt
	}));
	return escapeHidden(JSON.stringify(moved));
}

export { monitorOnRunner };