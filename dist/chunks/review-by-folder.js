import "./rolldown-runtime.js";
import { t as verdictOfReason } from "./verdict-of-reason.js";
import { a as showProblem } from "./problem.js";
import { n as noPromptChanged, r as problemsOf, t as gateWordsOf } from "./report-outcome.js";
import { i as worst, r as verdicts } from "./verdict.js";
import { i as addCosts, r as addCalls, t as findChanges } from "./review-changes.js";
import { r as isOpen } from "./assemble-report.js";
import { t as hash } from "./hash.js";
import { n as prepareAsking, r as designPrompts } from "./judge-prompts.js";
import { n as emptyReport } from "./empty-report.js";
import { r as countCompared } from "./judge-design.js";

// src/core/assemble/merge-reports.ts
function mergeReports([root, ...folders], fingerprint) {
	const all = [root, ...folders];
	const reports = all.map(({ report }) => report);
	const prompts = all.flatMap(({ report, config }) => report.prompts.map((prompt) => config === void 0 ? prompt : {
		...prompt,
		config
	})).toSorted((one, other) => one.path < other.path ? -1 : Number(one.path > other.path));
	const exchanged = reports.find((report) => report.exchangedJudge !== void 0)?.exchangedJudge;
	const problems = [...new Map(reports.flatMap((report) => report.problems).map((one) => [showProblem(one), one])).values()];
	const unreviewed = reports.flatMap((report) => report.unreviewed);
	const pictures = Object.assign({}, ...reports.map((report) => report.pictures ?? {}));
	const ended = soonest.find((one) => reports.some((report) => report.ended === one)) ?? "complete";
	const stoppedBy = reports.find((report) => report.ended === ended && report.stoppedBy !== void 0)?.stoppedBy;
	const judge = reports.find((report) => report.judge !== void 0)?.judge;
	const judged = reports.find((report) => report.prompts.length > 0) ?? root.report;
	const words = gateWordsOf({
		prompts,
		problems,
		unreviewed,
		...exchanged && { exchangedJudge: exchanged }
	});
	const faults = problemsOf({
		problems,
		prompts
	}).map(({ problem }) => problem);
	const { skipped, ...whole } = root.report;
	const nothing = words.length === 0 && skipped !== void 0;
	const open = isOpen(words, faults, whole.gate.failOn, whole.accepted.length > 0);
	return {
		...whole,
		fingerprint,
		...nothing ? {
			verdict: "skipped",
			skipped
		} : { verdict: worst(words) },
		reasons: reports.flatMap((report) => report.reasons).toSorted((one, other) => rankOf(one) - rankOf(other)),
		gate: {
			...whole.gate,
			open
		},
		problems,
		ended,
		...stoppedBy === void 0 ? {} : { stoppedBy },
		unreviewed,
		...Object.keys(pictures).length === 0 ? {} : { pictures },
		notes: [...new Set(reports.flatMap((report) => report.notes))],
		prompts,
		...judge === void 0 ? {} : { judge },
		...exchanged === void 0 ? {} : { exchangedJudge: exchanged },
		served: reports.flatMap((report) => report.served),
		...reports.some((report) => report.recounted !== void 0) && { recounted: reports.flatMap((report) => report.recounted ?? []) },
		adapted: reports.flatMap((report) => report.adapted),
		method: judged.method,
		calls: reports.map((report) => report.calls).reduce(addCalls),
		costUsd: reports.map((report) => report.costUsd).reduce(addCosts)
	};
}
const soonest = [
	"cancelled",
	"deadline",
	"budget"
];
function rankOf({ reason }) {
	return verdicts.indexOf(verdictOfReason(reason));
}

// src/app/review/run-budget.ts
function leftOfRun(run, own, before) {
	const calls = before.reduce((sum, spent) => sum + spent.calls.made, 0);
	const usd = before.reduce((sum, spent) => sum + (spent.costUsd.actual ?? 0), 0);
	return {
		maxCalls: Math.min(own.maxCalls, Math.max(0, run.maxCalls - calls)),
		maxCostUsd: Math.min(own.maxCostUsd, Math.max(0, run.maxCostUsd - usd))
	};
}
function wordLeftOfRun(run, own, left, config) {
	if (left.maxCalls >= own.maxCalls && left.maxCostUsd >= own.maxCostUsd) return [];
	const show = ({ maxCalls, maxCostUsd }) => `${maxCalls.toLocaleString("en")} calls and $${maxCostUsd.toFixed(2)}`;
	return [`For \`${config}\` ${show(left)} were left: the whole run may take ${show(run)}, by \`max-calls\` and \`max-cost\` or the root's \`budget\`.`];
}
function namingRunLimit(report, run, own, left) {
	const { stoppedBy } = report;
	if (stoppedBy?.limit === "max-calls" && left.maxCalls < own.maxCalls) return {
		...report,
		stoppedBy: {
			...stoppedBy,
			value: run.maxCalls
		}
	};
	if (stoppedBy?.limit === "max-cost" && left.maxCostUsd < own.maxCostUsd) return {
		...report,
		stoppedBy: {
			...stoppedBy,
			value: run.maxCostUsd
		}
	};
	return report;
}

// src/app/review/review-by-folder.ts
async function reviewByFolder(given, { root, folders, newcomers }) {
	const all = [{
		...given,
		owns: root.owns,
		elsewhere: root.elsewhere,
		newcomers
	}, ...folders.map((group) => givenOf(group, given))];
	const parts = [];
	const idle = [];
	for (const one of all) {
		const found = await findChanges(one);
		if (found.kind === "nothing") idle.push(found);
		else parts.push({
			config: one.settings.configFile,
			found,
			given: found.kind === "prompts" ? found.given : one
		});
	}
	const notes = [...new Set(idle.flatMap((one) => one.notes))];
	const passedOver = idle.flatMap((one) => one.passedOver ?? []).join("; ");
	if (parts.length === 0) return {
		kind: "nothing",
		notes,
		...passedOver !== "" && { passedOver }
	};
	const designed = [];
	for (const part of parts) {
		const { found } = part;
		designed.push(found.kind === "told" ? part : {
			...part,
			designed: await designPrompts(found.read, part.given)
		});
	}
	const compared = designed.reduce((sum, part) => sum + comparedIn(part), 0);
	const prepared = [];
	for (const part of designed) prepared.push(await prepare(part, { comparedElsewhere: compared - comparedIn(part) }));
	const fingerprint = hash({
		form: 1,
		configs: prepared.map(({ config, found, designed: made }) => [config, found.kind === "told" ? found.result.report.fingerprint : made?.facts.fingerprint ?? ""])
	});
	const settings = withAllProviders(given.settings, folders);
	const close = (results) => {
		const empty = emptyReport(given.ports, given.settings, given.startedAt, given.pull);
		const first = results.find(([{ config }]) => config === given.settings.configFile)?.[1].report;
		const others = results.filter(([{ config }]) => config !== given.settings.configFile);
		const named = others.map(([{ config }, { report }]) => ({
			config,
			report
		}));
		const told = others.flatMap(([{ config }, { report }]) => wordConfig(config, report.prompts.length));
		const begun = first ?? {
			...empty,
			skipped: "no prompt changed",
			notes: given.notes
		};
		const report = mergeReports([{ report: {
			...begun,
			notes: [...begun.notes, ...told]
		} }, ...named], fingerprint);
		const shown = results.flatMap(([{ config }, one]) => one.shown === void 0 ? [] : [{
			config,
			shown: one.shown
		}]);
		return {
			report,
			settings,
			pull: given.pull,
			...shown.length === 0 ? {} : { shown: shownOf(shown) }
		};
	};
	const isClean = prepared.every(({ prepared: at }) => at?.kind !== "settled" || at.result.report.problems.length === 0);
	const earlier = prepared.some(({ prepared: at }) => at?.kind === "ready") ? await given.request.findEarlier?.(fingerprint, given.pull, settings) : void 0;
	if (earlier !== void 0 && isClean) return {
		...close(prepared.map((part) => [part, unasked(part)])),
		takenOver: earlier
	};
	const results = [];
	for (const part of prepared) results.push([part, await ask(part, given, results)]);
	return close(results);
}
function givenOf({ settings, notes, place, owns, elsewhere }, given) {
	return {
		...given,
		settings,
		notes,
		place,
		owns,
		elsewhere
	};
}
function comparedIn({ designed }) {
	return designed === void 0 ? 0 : countCompared(designed.wished);
}
async function prepare(part, limits, notes = []) {
	if (part.designed === void 0) return part;
	const settings = {
		...part.given.settings,
		...limits
	};
	const given = {
		...part.given,
		settings
	};
	const { facts } = part.designed;
	const designed = {
		...part.designed,
		facts: {
			...facts,
			settings,
			notes: [...facts.notes, ...notes]
		}
	};
	return {
		...part,
		given,
		designed,
		prepared: await prepareAsking(designed, given)
	};
}
function unasked({ found, prepared }) {
	if (found.kind === "told") return found.result;
	if (prepared === void 0) throw new Error("prompts are prepared before they are asked");
	return prepared.kind === "settled" ? prepared.result : prepared.unasked;
}
async function ask(part, { settings: run }, before) {
	const { found, prepared, given } = part;
	const own = given.settings;
	const left = leftOfRun(run, own, before.map(([, { report }]) => report));
	if (prepared?.kind !== "ready") return found.finish(unasked(part), left);
	const notes = wordLeftOfRun(run, own, left, own.configFile);
	for (const note of notes) given.ports.progress.say(note);
	const again = notes.length > 0 ? await prepare(part, left, notes) : part;
	const result = again.prepared?.kind === "ready" ? await again.prepared.ask() : unasked(again);
	return found.finish({
		...result,
		report: namingRunLimit(result.report, run, own, left)
	}, left);
}
function withAllProviders(root, folders) {
	const others = folders.flatMap(({ settings }) => [...settings.providers].map(([name, provider]) => [`${settings.configFile}: ${name}`, provider]));
	return {
		...root,
		providers: new Map([...root.providers, ...others])
	};
}
function wordConfig(config, prompts) {
	if (prompts === 0) return [];
	return [`${prompts === 1 ? "1 prompt is" : `${prompts} prompts are`} reviewed by \`${config}\`, the nearest config above ${prompts === 1 ? "it" : "them"}.`];
}
function shownOf(shown) {
	const lists = shown.flatMap((one) => Array.isArray(one.shown) ? one.shown : []);
	return shown.every((one) => Array.isArray(one.shown)) ? lists : { configs: shown };
}

export { reviewByFolder };