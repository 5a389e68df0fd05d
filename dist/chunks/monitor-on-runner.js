import "./rolldown-runtime.js";
import { a as reasonOfNoGrade, i as nothingOffered, n as alertOfRules, o as failingWords, r as hasNoGrade, s as movementOf, t as monitorLogs } from "./monitor-logs.js";
import { i as movedOf, r as isWorse } from "./moved.js";
import { a as showProblem, t as ProblemError } from "./problem.js";
import { t as escapeHidden } from "./show-hidden.js";
import { t as keepForms } from "./keep-forms.js";
import { n as setOutputs, r as tryOutput } from "./outputs-of.js";
import { a as readSettings } from "./read-settings.js";

// src/core/monitor/as-published-monitor.ts
function asPublishedMonitor(report, { publishReplies }) {
	const { observed } = report;
	if (observed === void 0 || publishReplies === "full") return report;
	return {
		...report,
		observed: withoutTexts(observed, publishReplies === "none")
	};
}
function withoutTexts(observed, isWithheld) {
	const { candidates, unknown, notes } = observed;
	return {
		...observed,
		unknown: isWithheld ? unknown.map((one) => ({
			...one,
			why: "not published"
		})) : unknown,
		candidates: [],
		notes: candidates.length === 0 ? notes : [...notes, wordWithheld(candidates)]
	};
}
function wordWithheld(candidates) {
	const counts = [...Map.groupBy(candidates, ({ reason }) => words$1[reason])].map(([reason, held]) => `${held.length} ${reason}`);
	return `${candidates.length === 1 ? "1 input may become a golden case" : `${candidates.length} inputs may become golden cases`} (${counts.join(", ")}). What they say is published with \`publish-replies: full\` only; \`promptgate monitor --write\` adds them to the cases files.`;
}
const words$1 = {
	failed: "failed",
	poor: "graded low",
	refused: "refused",
	cut: "cut off",
	rare: "like no golden case"
};

// src/app/monitor/read-on-runner.ts
async function readOnRunner(inputs, ports, signal) {
	const { host, alertsOf, elsewhere, ofPull } = ports;
	const monitor = ofPull === void 0 ? ports.monitor : withoutKeeping(ports.monitor);
	const logs = inputs.logs ?? [];
	if (logs.length === 0 || logs.includes("-")) throw new ProblemError(noLogs);
	const pull = await host.pullRequest();
	if ("nothing" in pull) throw new ProblemError({
		reason: "files",
		what: `there is no config to read: ${pull.nothing}`
	});
	const { settings } = await readSettings(host, pull, inputs);
	const missed = /* @__PURE__ */ new Set();
	const notes = [];
	if (ofPull !== void 0) notes.push(`Nothing is judged by a model, kept, told or offered: ${ofPull}. Run it on a schedule or by hand for that.`);
	const observer = await openObserver({
		inputs,
		settings,
		pull,
		missed,
		note: (why) => notes.push(why)
	}, ports);
	const { report: read, days } = await monitorLogs(logs, settings, monitor, observer);
	const sending = elsewhere ? void 0 : {
		...alertsOf(settings),
		signal
	};
	const watched = {
		...days,
		quality: read.observed?.quality ?? []
	};
	const { results, open } = await alertOfRules(watched, settings, sending);
	return {
		report: {
			...read,
			alerts: results
		},
		settings,
		open,
		notes,
		missed
	};
}
function withoutKeeping({ history, ...ports }) {
	const nothing = () => Promise.resolve();
	return history === void 0 ? ports : {
		...ports,
		history: {
			...history,
			append: nothing,
			replace: nothing
		}
	};
}
async function openObserver({ inputs, settings, pull, missed, note }, { host, elsewhere, ofPull, pullOffered, ...asking }) {
	const { quality } = settings;
	const isOffered = inputs["pull-request"];
	if (quality === void 0) {
		if (isOffered) throw new ProblemError(nothingOffered(settings.configFile));
		return;
	}
	if (ofPull !== void 0) return void 0;
	if (pull.fork) {
		note("Nothing is judged (`monitor.quality`): this run is of a pull request from a fork, for which no model is asked.");
		return;
	}
	if (isOffered && elsewhere) note("No case is offered: only runs of the default branch offer cases.");
	const takers = isOffered && !elsewhere ? [pullOffered(missed)] : [];
	const { createObserver } = await import("./observe-calls.js");
	const files = {
		tree: host.tree,
		text: host.text,
		texts: host.texts,
		bytes: host.bytes,
		now: pull.tip
	};
	return createObserver(quality, settings, {
		...asking,
		files,
		takers
	});
}
const noLogs = {
	reason: "config",
	what: "`mode: monitor` reads no logs: `logs` names none.",
	fix: "Give it files, folders or globs in the workspace, one a line: `logs: exports/*.jsonl.gz`."
};

// src/app/monitor/monitor-on-runner.ts
async function monitorOnRunner(inputs, { stage, run, ...ports }, signal) {
	const result = await reportOrProblems(inputs, ports, signal);
	if ("problems" in result) {
		await tellProblems(result.problems, stage);
		return false;
	}
	const report = asPublishedMonitor(result.report, result.settings);
	const endings = endingsOf(report, result);
	await setOutputs(outputsOf(report, endings), stage);
	const { monitorSummary, writeMonitorHtml } = await import("./monitor.js");
	await keepForms({
		json: () => escapeHidden(JSON.stringify(report)),
		html: async ({ hash }) => writeMonitorHtml(report, hash, run.url)
	}, result.settings.artifact ?? "", stage);
	await tryOutput("The job summary", stage, () => stage.writeSummary(stage.redact(monitorSummary(report))));
	for (const note of result.notes) annotate("notice", note, stage);
	for (const { fails, message } of endings.told) await tryOutput("The annotations", stage, () => annotate(fails ? "error" : "warning", message, stage));
	return endings.told.every(({ fails }) => !fails);
}
function endingsOf(report, { settings, open, missed }) {
	const worse = movedOf(report).filter(isWorse);
	const moved = movementOf(report);
	const failing = failingWords(report, settings, open);
	const { observed } = report;
	const ungraded = observed !== void 0 && hasNoGrade(report);
	return {
		verdict: ungraded ? "invalid" : moved,
		reason: ungraded ? reasonOfNoGrade(observed) : "",
		told: [
			...moved === "steady" ? [] : [{
				fails: failing.includes(moved),
				message: words[moved](worse.length)
			}],
			...failing.includes("alert") ? [{
				fails: true,
				message: words.alert(open)
			}] : [],
			...ungraded ? [{
				fails: true,
				message: words.ungraded
			}] : [],
			...missed.size > 0 ? [{
				fails: true,
				message: words.untaken
			}] : []
		]
	};
}
const words = {
	moved: (count) => `${count} ${count === 1 ? "metric" : "metrics"} of the production logs got worse: see the job summary.`,
	unknown: () => "It is unknown whether anything got worse: too few earlier days, or too few calls on them.",
	alert: (count) => count === void 0 ? "Whether an alert of a rule is open is not known (`fail-on: alert`): whom earlier runs told could not be read." : `${count === 1 ? "An alert of a rule is" : `${count} alerts of rules are`} open (\`fail-on: alert\`): the job summary lists the rules.`,
	ungraded: "The config has a sample judged (`monitor.quality`), and no call got a grade: the job summary says why.",
	untaken: "No pull request with the offered cases could be opened: the job summary says why."
};
function outputsOf(report, { verdict, reason }) {
	const { observed, alerts } = report;
	return {
		verdict,
		...verdict === "invalid" ? { reason } : {},
		moved: movedJson(report),
		alerts: escapeHidden(JSON.stringify(alerts)),
		...observed === void 0 ? {} : {
			calls: String(observed.calls),
			"cost-usd": String(observed.usd ?? "")
		}
	};
}
function annotate(level, message, stage) {
	stage.annotate({
		level,
		title: "Promptgate",
		message
	});
}
async function tellProblems(problems, stage) {
	await setOutputs({
		verdict: "invalid",
		reason: problems[0]?.reason ?? "files"
	}, stage);
	for (const problem of problems) await tryOutput("The annotations", stage, () => annotate("error", stage.redact(showProblem(problem)), stage));
	const { monitorProblems } = await import("./monitor.js");
	await tryOutput("The job summary", stage, () => stage.writeSummary(stage.redact(monitorProblems(problems))));
}
async function reportOrProblems(inputs, ports, signal) {
	try {
		return await readOnRunner(inputs, ports, signal);
	} catch (fault) {
		if (!(fault instanceof ProblemError)) throw fault;
		return { problems: fault.problems };
	}
}
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