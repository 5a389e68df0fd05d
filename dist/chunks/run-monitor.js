import "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { r as showOnOneLine, t as escapeHidden } from "./show-hidden.js";
import { o as readSettingsHere } from "./read-settings.js";
import { n as alertOfRules, t as monitorLogs } from "./monitor-logs.js";
import { t as ownHistory } from "./own-history.js";
import { n as fileWith } from "./place-calls.js";
import { r as wireLocalAlerts } from "./wire-alerts.js";
import { n as wireObserving, t as wireMonitor } from "./wire-monitor.js";
import { t as exits } from "./exits.js";
import { t as putResult } from "./put-result.js";
import { t as readInputs } from "./read-inputs2.js";
import { n as wordUnwritten, r as wireCasesAdd } from "./run-convert.js";

// src/app/monitor/monitor-locally.ts
async function monitorLocally({ inputs, logs, json, isTaken, screen, alerts }, { readFile, openObserving, ...ports }) {
	const { settings } = await readSettingsHere(readFile, inputs);
	if (isTaken === true && settings.quality === void 0) throw new ProblemError(nothingOffered(settings.configFile));
	const { report: read, days } = await monitorAndObserve(logs, settings, {
		...ports,
		openObserving
	});
	const watched = {
		...days,
		quality: read.observed?.quality ?? []
	};
	const report = {
		...read,
		alerts: await alertOfRules(watched, settings, alerts)
	};
	const shown = {
		files: [],
		open: true,
		faulty: isUnknown(report)
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
async function monitorAndObserve(logs, settings, { openObserving, ...ports }) {
	const { quality } = settings;
	if (quality === void 0) return monitorLogs(logs, settings, ports);
	const { createObserver } = await import("./observe-calls.js");
	const observing = await openObserving();
	try {
		return await monitorLogs(logs, settings, ports, createObserver(quality, settings, observing));
	} finally {
		await observing.close();
	}
}
function nothingOffered(file) {
	return {
		reason: "config",
		what: "No case is offered, as the config has no sample judged.",
		at: { file },
		fix: "Write `monitor: { quality: {} }` in it, or choose cases by `promptgate cases add --from LOGS`."
	};
}
function isUnknown({ observed }) {
	return observed?.quality.every(({ n }) => n === 0) ?? false;
}

// src/wire/pull-offered.ts
function wirePullOffered({ env, signal }) {
	const { GITHUB_TOKEN: token = "", GITHUB_REPOSITORY: repository = "" } = env;
	const apiUrl = env["GITHUB_API_URL"] ?? "https://api.github.com";
	if (token === "" || !/^[^/\s]+\/[^/\s]+$/u.test(repository)) throw new ProblemError({
		reason: "config",
		what: "`--pull-request` needs a repository and a token that may write to it.",
		fix: "Set GITHUB_REPOSITORY to `owner/name`, and GITHUB_TOKEN; in a workflow grant it `contents: write` and `pull-requests: write`."
	});
	return async (offered) => {
		const [{ connectGitHub }, { offerPull }] = await Promise.all([import("./connect-github2.js"), import("./offer-pull.js")]);
		const pull = await offerPull(connectGitHub({
			token,
			apiUrl,
			repository,
			signal
		}));
		const files = /* @__PURE__ */ new Map();
		for (const { place, cases } of offered) {
			const { path, text } = await fileWith(place, cases, (name) => Promise.resolve(files.get(name)).then((held) => held === void 0 ? pull.text(name) : {
				kind: "text",
				text: held
			}));
			files.set(path, text);
		}
		const all = offered.flatMap(({ cases }) => cases);
		const opened = await pull.open(files, {
			title: titleOf(all.length),
			body: bodyOf(all.map(({ reason }) => reason))
		});
		switch (opened.kind) {
			case "opened": return [`A pull request offers the cases: ${opened.url}`];
			case "there": return [`No pull request was opened: one with cases that were offered earlier is open. Merge or close it first: ${opened.url}`];
			case "branch": return [`No pull request was opened: the branch \`${opened.branch}\` is there already. Delete it, then run this again.`];
		}
	};
}
function titleOf(count) {
	return count === 1 ? "Add a golden case from production" : `Add ${count} golden cases from production`;
}
function bodyOf(reasons) {
	return `Promptgate chose these inputs among the logged calls of production:

${[...Map.groupBy(reasons, (reason) => reason)].map(([reason, held]) => `- ${words[reason]}: ${held.length}`).join("\n")}

Each is tagged \`review\`, has no checks, and says above it why it was chosen. Write its checks, then drop the tag.

E-mail addresses, telephone, card and bank account numbers, IP addresses and keys are masked by their form. Names and postal addresses have no form: **look for them before you merge**, and delete the branch if you find any.
`;
}
const words = {
	failed: "failed",
	poor: "graded low by a judge",
	refused: "refused",
	cut: "cut off at a limit",
	rare: "like no golden case"
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
async function runMonitor(logs, { json, store, write, pullRequest, history }, { given, terminal, signal, heedCancel }) {
	if (logs.includes("-") && process.stdin.isTTY) terminal.say("Reading logs from standard input until it ends (Ctrl-D).");
	const inputs = readInputs(given);
	const isTaken = write === true || pullRequest === true;
	const folder = process.cwd();
	const alerts = {
		...wireLocalAlerts(process.env, history ?? ownHistory("monitor", folder), terminal.say),
		signal
	};
	const asked = {
		screen: terminal.screen,
		...json && { json },
		...isTaken && { isTaken },
		inputs,
		logs,
		alerts
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
		...wireMonitor(folder, history),
		openObserving
	}), terminal);
	return missed.size > 0 ? exits.input : status;
}
function unlessRefused(take, missed) {
	return async (...offered) => {
		try {
			return await take(...offered);
		} catch (fault) {
			if (!(fault instanceof ProblemError)) throw fault;
			missed.add("pull request");
			return [fault.message];
		}
	};
}

export { runMonitor };