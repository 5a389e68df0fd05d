import "./rolldown-runtime.js";
import { i as nothingOffered, n as alertOfRules, o as failingWords, r as hasNoGrade, t as monitorLogs } from "./monitor-logs.js";
import { t as ProblemError } from "./problem.js";
import { r as showOnOneLine, t as escapeHidden } from "./show-hidden.js";
import { o as readSettingsHere } from "./read-settings.js";
import { t as loadPage } from "./load-page.js";
import { t as ownHistory } from "./own-history.js";
import { i as wirePullOffered, n as wireObserving, r as unlessRefused, t as wireMonitor } from "./wire-monitor.js";
import { r as wireLocalAlerts } from "./wire-alerts.js";
import { t as checkTargets } from "./check-targets.js";
import { t as exits } from "./exits.js";
import { t as putResult } from "./put-result.js";
import { t as readInputs } from "./read-inputs2.js";
import { t as withPage } from "./with-page.js";
import { n as wordUnwritten, r as wireCasesAdd } from "./run-convert.js";

// src/app/monitor/monitor-locally.ts
async function monitorLocally({ inputs, logs, json, isTaken, screen, alerts, forms }, { readFile, openObserving, say, ...ports }) {
	const { settings } = await readSettingsHere(readFile, inputs);
	if (isTaken === true && settings.quality === void 0) throw new ProblemError(nothingOffered(settings.configFile));
	if (isTaken === true && ports.openDatabase !== void 0) throw new ProblemError(nothingSeen);
	const { report: read, days } = await monitorAndObserve(logs, settings, {
		...ports,
		openObserving,
		...say && { say }
	});
	const watched = {
		...days,
		quality: read.observed?.quality ?? []
	};
	const { results, open } = await alertOfRules(watched, settings, alerts);
	const report = {
		...read,
		alerts: results
	};
	const failing = failingWords(report, settings, open);
	for (const word of failing) say?.(word === "alert" && open === void 0 ? unreadAlerts : words[word]);
	const shown = {
		files: forms === void 0 ? [] : await filesOf(report, forms),
		open: failing.length === 0,
		faulty: hasNoGrade(report)
	};
	if (json === true) return {
		...shown,
		text: [escapeHidden(JSON.stringify(report, null, 2)), "\n"]
	};
	const { writeMonitor } = await import("./monitor.js");
	return {
		...shown,
		text: [writeMonitor(report, screen)]
	};
}
const words = {
	moved: "This fails (`fail-on: moved`): something that the logs say got worse.",
	unknown: "This fails (`fail-on: unknown`): whether anything got worse is not known.",
	alert: "This fails (`fail-on: alert`): an alert of a rule is open."
};
const unreadAlerts = "This fails (`fail-on: alert`): whether an alert of a rule is open is not known, since whom earlier runs told could not be read.";
async function filesOf(report, { html, comment, loadPage }) {
	if (html === void 0 && comment === void 0) return [];
	const { monitorSummary, writeMonitorHtml } = await import("./monitor.js");
	const page = html === void 0 ? void 0 : writeMonitorHtml(report, (await loadPage()).hash);
	return [...html === void 0 || page === void 0 ? [] : [{
		path: html,
		text: [page]
	}], ...comment === void 0 ? [] : [{
		path: comment,
		text: [monitorSummary(report), "\n"]
	}]];
}
async function monitorAndObserve(logs, settings, { openObserving, say, ...ports }) {
	const { quality } = settings;
	const isSummed = ports.openDatabase !== void 0;
	if (quality !== void 0 && isSummed) say?.(notJudged);
	if (quality === void 0 || isSummed) return monitorLogs(logs, settings, ports);
	const { createObserver } = await import("./observe-calls.js");
	const observing = await openObserving();
	try {
		return await monitorLogs(logs, settings, ports, createObserver(quality, settings, observing));
	} finally {
		await observing.close();
	}
}
const notJudged = "The config has `monitor.quality`, which `--engine duckdb` does not judge: `--engine node` does.";
const nothingSeen = {
	reason: "config",
	what: "`--engine duckdb` judges no sample, so no case is offered.",
	fix: "Leave `--write` and `--pull-request` out, or take `--engine node`."
};

// src/commands/write-offered.ts
const longest = 300;
function writeOffered(folder, missed) {
	return async (_, grown, unwritten) => {
		for (const path of unwritten) missed(path);
		const place = await wireCasesAdd(folder);
		try {
			const told = [];
			for (const file of grown) {
				const end = await putGrown(place, file);
				const shown = showOnOneLine(file.path, longest);
				if (end !== "written") missed(file.path);
				if (end === "written") told.push(`The offered cases are in ${shown}, tagged \`review\`.`);
				else if (end === "outside") told.push(wordUnwritten(file.path));
				else told.push(`${shown} changed in the meantime, and stays as it is. Run it again.`);
			}
			return told;
		} finally {
			await place.close();
		}
	};
}
function putGrown(place, { path, text, old }) {
	return old === void 0 ? place.writeNew(path, text) : place.rewrite(path, {
		old,
		next: text
	});
}

// src/commands/run-monitor.ts
async function runMonitor(logs, options, { given, terminal, signal, heedCancel }) {
	const { engine, store, write, pullRequest, history, ...forms } = withPage(options);
	checkTargets(forms);
	if (logs.includes("-") && process.stdin.isTTY) terminal.say("Reading logs from standard input until it ends (Ctrl-D).");
	const inputs = readInputs(new Map([...given, ["mode", "monitor"]]));
	const isTaken = write === true || pullRequest === true;
	const folder = process.cwd();
	const alerts = {
		...wireLocalAlerts(process.env, history ?? ownHistory("monitor", folder), terminal.say),
		signal
	};
	const asked = {
		screen: terminal.screen,
		...forms.json && { json: forms.json },
		...isTaken && { isTaken },
		inputs,
		logs,
		alerts,
		forms: {
			...forms,
			loadPage
		}
	};
	const missed = /* @__PURE__ */ new Set();
	const takers = [...write === true ? [writeOffered(folder, (path) => missed.add(path))] : [], ...pullRequest === true ? [unlessRefused(wirePullOffered({
		env: process.env,
		signal
	}), missed)] : []];
	const openObserving = async () => ({
		...await wireObserving({
			folder,
			inputs,
			progress: terminal.progress,
			surroundings: {
				env: process.env,
				signal,
				heedCancel
			},
			...store === void 0 ? {} : { store }
		}),
		takers
	});
	const status = await putResult(await monitorLocally(asked, {
		...wireMonitor(folder, history, engine),
		openObserving,
		say: terminal.say
	}), terminal, forms);
	return missed.size > 0 ? exits.input : status;
}

export { runMonitor };