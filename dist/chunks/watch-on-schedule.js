import "./rolldown-runtime.js";
import { a as withoutReplies, i as standingOfJudge, n as watchOrProblems, r as alertOfDrifts } from "./watch-locally.js";
import { a as showProblem } from "./problem.js";
import { t as escapeHidden } from "./show-hidden.js";
import { t as keepForms } from "./keep-forms.js";
import { n as setOutputs, r as tryOutput } from "./outputs-of.js";
import { r as defaultSettings } from "./read-settings.js";
import { a as rowName, n as judgeRow, t as canaryRow } from "./read-history.js";
import { n as publishIssues, t as findLabelled } from "./publish-issues.js";
import { r as wordRefused } from "./tell-published.js";
import { n as standingOf } from "./row-of-state.js";
import { t as hash } from "./hash.js";

// src/app/drift/tell-issues.ts
function issuesOf(settings, { sealOf }) {
	return {
		kind: settings.name === void 0 ? "drift" : `drift ${settings.name}`,
		seal: sealOf(settings)
	};
}
async function tellIssues(report, about, ports) {
	const { settings, isWhole } = about;
	const { canaryIssue, driftIssue, judgeIssue, driftIssueClosed, driftIssueLeft } = await import("./drift.js");
	const { stage, run } = ports;
	const day = report.startedAt;
	const now = new Date(ports.clock.now()).toISOString();
	const place = {
		run: run.url,
		day,
		label: settings.acceptLabel
	};
	const rows = [
		...report.prompts.flatMap(({ path, models }) => models.map((row) => ({
			key: rowName(path, row.model),
			verdict: row.verdict,
			isOver: standingOf(row) !== "drifted" && standingOf(row) !== "unknown",
			news: hash(newsOf(row)).slice(0, 16),
			write: (marker) => driftIssue({
				path,
				row
			}, {
				...place,
				marker
			}),
			writeClosed: (marker) => driftIssueClosed({
				path,
				row
			}, {
				...place,
				marker
			})
		}))),
		...(report.canaries ?? []).map((row) => ({
			key: rowName(canaryRow, row.model),
			verdict: row.verdict,
			isOver: row.verdict === "steady" || row.verdict === "baseline",
			news: hash([
				row.told ?? "",
				row.served,
				row.since?.run ?? ""
			]).slice(0, 16),
			write: (marker) => canaryIssue(row, {
				...place,
				marker
			}),
			writeClosed: (marker) => canaryIssue(row, {
				...place,
				marker
			}).body
		})),
		...(report.judge === void 0 ? [] : [report.judge]).map((row) => ({
			key: rowName(judgeRow, row.model),
			verdict: row.verdict,
			isOver: !["drifted", "unknown"].includes(standingOfJudge(row, { isWhole })),
			news: hash([
				row.told ?? "",
				row.towards ?? "",
				row.served,
				row.since?.run ?? ""
			]).slice(0, 16),
			write: (marker) => judgeIssue(row, {
				...place,
				marker
			}),
			writeClosed: (marker) => judgeIssue(row, {
				...place,
				marker
			}).body
		}))
	];
	const outcomes = await publishIssues(ports.issues, {
		...issuesOf(settings, ports),
		wishes: rows.filter(({ verdict }) => verdict === "drifted").map(({ key, news, write }) => ({
			key,
			title: stage.redact(write("").title),
			render: (marker, before = "") => {
				const known = readTold(before);
				const since = known?.news === news ? known.since : now;
				const line = writeTold({
					day: day.slice(0, 10),
					news,
					since
				});
				return stage.redact(write(`${line}\n${marker}`).body);
			},
			saysEnough: (body) => {
				const known = readTold(body);
				return known?.news === news && known.day === day.slice(0, 10);
			}
		})),
		closing: (key, marker) => {
			const row = rows.find((one) => one.key === key);
			if (row === void 0) return isWhole ? stage.redact(driftIssueLeft({
				...place,
				marker
			})) : void 0;
			return row.isOver ? stage.redact(row.writeClosed(marker)) : void 0;
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
function newsOf({ found, cases, served, since }) {
	return [
		found,
		cases,
		served,
		since?.run ?? ""
	];
}
function writeTold({ day, news, since }) {
	return `<!-- ${day} ${news} ${since} -->`;
}
function readTold(body) {
	const [, day = "", news = "", since = ""] = /^<!-- (\d{4}-\d\d-\d\d) ([0-9a-f]{16}) (\d{4}-\d\d-\d\dT[\d:.]+Z) -->\r?$/mu.exec(body) ?? [];
	return since === "" ? void 0 : {
		day,
		news,
		since
	};
}

// src/app/drift/read-accepted.ts
async function readAccepted(settings, kept, ports) {
	const label = settings.acceptLabel;
	const labelled = await findLabelled(ports.issues, label, issuesOf(settings, ports));
	if (labelled.kind === "refused") return {
		rows: /* @__PURE__ */ new Set(),
		notes: []
	};
	const rows = /* @__PURE__ */ new Set();
	const notes = [];
	for (const { key, issue } of labelled.value) {
		const not = (why) => notes.push(`The label \`${label}\` of ${issue.url} does not count: ${why}`);
		const asked = await ports.forum.labelling(issue.number, label);
		if (asked.kind === "refused") {
			not(`who set it could not be read. ${wordRefused(asked)}`);
			continue;
		}
		const { value: set } = asked;
		const since = readTold(issue.body)?.since;
		if (set === null) not("nothing tells who set it. Set it anew.");
		else if (!set.mayAccept) not(`${set.by}, who set it, has no write permission.`);
		else if (since === void 0 || set.at <= since) not("it was set before the issue last changed. Set it again.");
		else if (!isTaken(key, set.at, kept)) rows.add(key);
	}
	return {
		rows,
		notes
	};
}
function isTaken(key, at, { lines }) {
	return lines.some((line) => line.kind === "accepted" && rowName(line.prompt, line.model) === key && line.at > at);
}

// src/app/drift/watch-on-schedule.ts
async function watchOnSchedule({ inputs, signal }, ports) {
	const { stage, run } = ports;
	const request = {
		inputs,
		signal,
		run: run.url,
		named: {
			written: [],
			folder: ""
		},
		...ports.elsewhere ? {} : { accepted: (settings, kept) => readAccepted(settings, kept, ports) }
	};
	const { report: whole, settings, isWhole } = await watchOrProblems(request, ports, ports.openDriftHistory);
	const report = settings?.publishReplies === "none" ? withoutReplies(whole) : whole;
	await setOutputs(outputsOfDrift(report), stage);
	const { driftHeadline, driftSummary, writeDriftHtml } = await import("./drift.js");
	await keepForms({
		json: () => escapeHidden(JSON.stringify(report)),
		html: async ({ hash }) => writeDriftHtml(report, hash, run.url)
	}, (settings ?? defaultSettings(inputs)).artifact ?? "", stage);
	await tryOutput("The job summary", stage, () => stage.writeSummary(stage.redact(driftSummary(report))));
	if (settings !== void 0 && !ports.elsewhere) {
		await tellIssues(report, {
			settings,
			isWhole
		}, ports);
		await tryOutput("The alerts", stage, async () => {
			const alerts = await alertOfDrifts(report, settings, ports.alertsOf(settings), {
				signal,
				except: ["issue"],
				isWhole
			});
			stage.setOutput("alerts", escapeHidden(JSON.stringify(alerts)));
		});
	}
	await tryOutput("The annotations", stage, () => tell(report, driftHeadline(report), stage));
	return report.open;
}
function outputsOfDrift(report) {
	const rows = report.prompts.flatMap(({ path, models }) => models.map((row) => ({
		prompt: path,
		row
	})));
	const judges = report.judge === void 0 ? [] : [{
		judge: true,
		row: report.judge
	}];
	const drifted = [
		...rows,
		...(report.canaries ?? []).map((row) => ({ row })),
		...judges
	].filter(({ row }) => row.verdict === "drifted").map(({ row: { model, since }, ...about }) => ({
		...about,
		model,
		since: since?.at ?? report.startedAt
	}));
	return {
		verdict: report.verdict,
		reason: report.verdict === "invalid" ? report.problems[0]?.reason ?? "provider" : "",
		drifted: escapeHidden(JSON.stringify(drifted)),
		calls: String(report.calls.made),
		"cost-usd": report.costUsd === void 0 ? "" : String(Number(report.costUsd.toFixed(6)))
	};
}
function tell({ verdict, problems, prompts, open }, headline, stage) {
	const level = open ? "notice" : "error";
	const isFault = prompts.length === 0 && problems.length > 0;
	if (verdict !== "steady" && verdict !== "baseline" && !isFault) stage.annotate({
		level,
		title: "Promptgate",
		message: headline
	});
	for (const problem of problems) stage.annotate({
		level: "error",
		title: "Promptgate",
		message: showProblem(problem)
	});
}

export { watchOnSchedule };