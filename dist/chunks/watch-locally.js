import { r as isOfInput, t as ProblemError } from "./problem.js";
import { t as escapeHidden } from "./show-hidden.js";
import { n as driftVerdicts, r as isOtherAlone } from "./drift-report.js";
import { a as valuesTowards, c as isJudged$1, d as distanceBetween, f as leastOf, h as emptyBaseline, i as servedBy$1, l as isJudgedIn, m as baselineFrom, n as standingOf, o as canarySeries, p as sumReplies, r as caseChannel, s as besideShift, t as rowOfState, u as withoutJudged } from "./row-of-state.js";
import { t as raiseAlerts } from "./raise-alerts.js";
import { a as rowName, c as takenAsUsual, n as judgeRow, o as rowsOfHistory, t as canaryRow } from "./read-history.js";
import { a as readSettings } from "./read-settings.js";
import { t as maskPersonalData } from "./mask-personal-data.js";
import { a as showValues } from "./fill-template.js";
import { t as clip } from "./clip.js";
import { c as showCall } from "./skills.js";
import { l as showModel, n as judgedChecks } from "./named-checks.js";
import { J as randomBelow, Y as seededRandom, Z as logChoose } from "./verdict-of-reason.js";
import { n as callFor } from "./call.js";
import { t as hash } from "./hash.js";
import { a as onScale, n as channelOf } from "./channels.js";
import { t as studentQuantile$1 } from "./student.js";
import { a as drawsAgain, c as judgeText, o as firstAskings, p as combineScores } from "./judge-reliability.js";
import { c as findRefusal, t as checkKinds } from "./scorers.js";
import { t as check } from "./check.js";
import { i as chooseMetrics, n as embeddingRequests, r as longestEmbedded, t as embedTexts } from "./embed-texts.js";
import { i as rolesOf } from "./missing-roles.js";

// src/core/drift/kept-texts.ts
const mostText = 600;
function withTexts(line, seen, earlier) {
	const runs = earlier.filter((one) => one.kind === "run").slice(-6);
	const held = new Set(runs.flatMap(({ cases }) => cases.flatMap(({ key, text }) => text === void 0 ? [] : [key])));
	const replies = new Map(seen.map((one) => [one.id, one.replies]));
	const cases = line.cases.map((one) => {
		if (held.has(one.key)) return one;
		const best = byWorth(replies.get(one.id) ?? []).at(-1);
		return best === void 0 ? one : {
			...one,
			text: safeText(best)
		};
	});
	return {
		...line,
		cases
	};
}
function byWorth(replies) {
	const worth = ({ passes, score = 0 }) => (passes === true ? 2 : 0) + score;
	return replies.filter(({ text, score, error }) => text !== void 0 && score !== void 0 && error === void 0).toSorted((a, b) => worth(a) - worth(b));
}
function safeText({ text = "", toolCalls = [] }) {
	const said = text.trim() === "" ? toolCalls.map(showCall).join("\n") : text;
	return clip(maskPersonalData(said), 600);
}

// src/core/drift/replies-of-row.ts
const mostCases = 3;
const leastFall = .2;
const mostAsked = 200;
const mostReason = 300;
const mostChecks = 3;
function repliesOfRow({ drift, latest, baseline, usual }, seen) {
	if (drift === void 0 || drift.found.every(({ layer }) => layer !== "cases")) return [];
	const named = drift.found.flatMap(({ cases }) => cases);
	const fallen = latest.cases.flatMap((one) => {
		const [before, now] = [baseline.of(one, "score"), one.values["score"] ?? []];
		if (before === void 0 || before.count === 0 || now.length === 0) return [];
		return [{
			one,
			fall: before.mean - now.reduce((sum, value) => sum + value, 0) / now.length,
			isNamed: named.includes(one.id)
		}];
	}).filter(({ fall, isNamed }) => isNamed || fall >= leastFall).toSorted((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.fall - a.fall);
	const prompts = seen.flatMap(({ prompts }) => prompts.filter(({ path }) => path === latest.prompt));
	const cases = prompts.flatMap(({ models }) => models.filter(({ model }) => model.new === latest.model));
	const before = usual.filter(({ at }) => at < (drift.runs[drift.since.from]?.at ?? ""));
	return fallen.slice(0, mostCases).flatMap(({ one: { id, key } }) => {
		const [now] = byWorth(cases.flatMap((row) => row.cases.filter((one) => one.id === id).flatMap(({ replies }) => replies)));
		if (now === void 0) return [];
		const golden = prompts.flatMap(({ exam }) => exam).find((one) => one.id === id);
		const kept = latestText(before, key) ?? latestText(usual, key);
		const { reference } = golden ?? {};
		return [{
			case: id,
			asked: clip(maskPersonalData(showValues(golden?.vars ?? {})), mostAsked),
			...kept === void 0 ? {} : { before: kept },
			...kept !== void 0 || reference === void 0 ? {} : { reference: clip(maskPersonalData(reference), 600) },
			now: safeText(now),
			fails: now.checks.flatMap((check) => check.kind === "scored" && check.passed === false ? [{
				check: check.check,
				reason: clip(maskPersonalData(check.reason), mostReason)
			}] : []).slice(0, mostChecks)
		}];
	});
}
function latestText(runs, key) {
	for (const { at, cases } of runs.toReversed()) {
		const text = cases.find((one) => one.key === key)?.text;
		if (text !== void 0) return {
			at,
			text
		};
	}
}
function withoutReplies(report) {
	const prompts = report.prompts.map((prompt) => ({
		...prompt,
		models: prompt.models.map(({ replies: _, ...row }) => row)
	}));
	return {
		...report,
		prompts
	};
}

// src/core/alerts/no-longer-asked.ts
function noLongerAsked(kind, rows, kept, { except, isWhole }) {
	if (!isWhole) return [];
	return kept.entries.filter(({ key, about }) => about.kind === kind && rows.every((one) => one.key !== key)).map(({ key, about }) => ({
		key,
		is: "fine",
		ended: "no-longer-asked",
		forRuns: 1,
		except,
		about
	}));
}

// src/core/alerts/watch-canaries.ts
function watchedCanaries(report, kept, telling) {
	const base = {
		forRuns: 1,
		except: telling.except
	};
	const rows = (report.canaries ?? []).map((row) => {
		const key = JSON.stringify(["canary", row.model]);
		const known = kept.entries.find((entry) => entry.key === key);
		if (row.verdict === "drifted") return {
			...base,
			key,
			is: "wrong",
			about: aboutCanary(row, report)
		};
		const ended = endOf(row, known);
		const about = known?.about ?? aboutCanary(row, report);
		return ended === void 0 ? {
			...base,
			key,
			is: "unknown",
			about
		} : {
			...base,
			key,
			is: "fine",
			ended,
			about
		};
	});
	return [...rows, ...noLongerAsked("canary", rows, kept, telling)];
}
function endOf({ verdict, ended, why, history = [] }, known) {
	if (verdict === "invalid") return void 0;
	if (verdict === "baseline" && why !== void 0) return "no-longer-asked";
	if (ended === true) return "over";
	if (verdict !== "steady") return void 0;
	const [first] = history;
	return known?.about.kind === "canary" && first !== void 0 && first.at > known.about.began ? "began-anew" : "over";
}
function aboutCanary({ model, since, told, served, servedBefore }, report) {
	return {
		kind: "canary",
		model,
		began: since?.at ?? report.startedAt,
		told: told ?? "replies",
		served,
		servedBefore: servedBefore ?? served
	};
}

// src/core/alerts/watch-drift-rows.ts
function watchedDrifts(report, kept, telling) {
	const base = {
		forRuns: 1,
		except: telling.except
	};
	const rows = report.prompts.flatMap(({ path, models }) => models.map((row) => {
		const key = JSON.stringify([
			"drift",
			path,
			row.model
		]);
		const standing = standingOf(row);
		const known = kept.entries.find((entry) => entry.key === key)?.about;
		if (standing === "drifted") return {
			...base,
			key,
			is: "wrong",
			about: aboutRow(path, row, report)
		};
		const about = known ?? aboutRow(path, row, report);
		return standing === "unknown" ? {
			...base,
			key,
			is: "unknown",
			about
		} : {
			...base,
			key,
			is: "fine",
			ended: standing,
			about
		};
	}));
	return [...rows, ...noLongerAsked("drift", rows, kept, telling)];
}
function aboutRow(prompt, row, report) {
	return {
		kind: "drift",
		prompt,
		model: row.model,
		began: row.since?.at ?? report.startedAt,
		found: foundIn(row),
		cases: row.cases,
		...isOtherAlone(row) ? { asUsual: true } : {},
		served: row.served,
		servedBefore: row.servedBefore ?? row.served
	};
}
function foundIn({ found }) {
	const names = found.map(({ layer, channel = "" }) => {
		if (layer === "served") return "the model that answers";
		if (layer === "fingerprint") return "the fingerprint of the service";
		if (layer === "tokens") return "how input tokens count";
		return channel.startsWith("metric:") ? channel.slice(7) : channels[channel] ?? channel;
	});
	return [...new Set(names)];
}
const channels = {
	score: "score",
	case: "single cases",
	pass: "pass rate",
	plain: "score of checks without a judge",
	refusal: "refusals",
	length: "length of replies",
	latency: "time of replies",
	cost: "cost of replies",
	distance: "distance from earlier replies"
};

// src/core/alerts/watch-judge-row.ts
function watchedJudge(report, kept, telling) {
	const base = {
		forRuns: 1,
		except: telling.except
	};
	const rows = (report.judge === void 0 ? [] : [report.judge]).map((row) => {
		const key = JSON.stringify(["judge", row.model]);
		const known = kept.entries.find((entry) => entry.key === key)?.about;
		const standing = standingOfJudge(row, telling);
		if (standing === "drifted") return {
			...base,
			key,
			is: "wrong",
			about: aboutJudge(row, report, known)
		};
		const about = known ?? aboutJudge(row, report, known);
		return standing === "unknown" ? {
			...base,
			key,
			is: "unknown",
			about
		} : {
			...base,
			key,
			is: "fine",
			ended: standing,
			about
		};
	});
	return [...rows, ...noLongerAsked("judge", rows, kept, telling)];
}
function standingOfJudge(row, { isWhole }) {
	return row.verdict === "baseline" && row.why !== void 0 && isWhole ? "no-longer-asked" : standingOf(row);
}
function aboutJudge({ model, since, told = "grades", towards, grade, served, servedBefore }, { startedAt }, known) {
	const began = since?.at ?? startedAt;
	if (known?.kind === "judge" && known.began === began && known.told === told && known.towards === towards) return known;
	const { usual = null, now = null } = grade ?? {};
	return {
		kind: "judge",
		model,
		began,
		told,
		...towards === void 0 ? {} : { towards },
		...usual === null || now === null ? {} : { grade: {
			usual,
			now
		} },
		served,
		servedBefore: servedBefore ?? served
	};
}

// src/app/drift/alert-of-drifts.ts
async function alertOfDrifts(report, settings, ports, telling) {
	let watched = [];
	const watch = (kept) => {
		watched = [
			...watchedDrifts(report, kept, telling),
			...watchedCanaries(report, kept, telling),
			...watchedJudge(report, kept, telling)
		];
		return watched;
	};
	const { told: raised } = await raiseAlerts(watch, settings, ports, telling.signal);
	return watched.flatMap(({ key, about: of }) => {
		const one = raised.get(key);
		if (one === void 0) return [];
		if (of.kind === "canary" || of.kind === "judge") return [{
			rule: of.kind,
			model: of.model,
			...one
		}];
		if (of.kind !== "drift") return [];
		return [{
			rule: "drift",
			prompt: of.prompt,
			model: of.model,
			...one
		}];
	});
}

// src/app/drift/drift-run.ts
function isWholeRun({ inputs: { prompts, models, tags }, named, canaryOnly }, golden, report) {
	const isOfAll = [
		prompts,
		models,
		tags
	].every((narrowing) => narrowing === void 0) && named.written.length === 0;
	const rows = golden === void 0 ? report.canaries ?? [] : report.prompts;
	const isDone = golden === void 0 || golden.ended === "complete" && golden.unreviewed.length === 0;
	return isOfAll && canaryOnly !== true && isDone && report.problems.length === 0 && rows.length > 0;
}
function leftOf({ calls, usd }, { calls: { made }, costUsd: { actual = 0 } }) {
	return {
		calls: Math.max(1, calls - made),
		usd: Math.max(0, usd - actual)
	};
}

// src/app/drift/report-drift.ts
function reportDrift({ states, asked, beside, canaries, judge, kept, notes, settings, place }) {
	const [seen] = asked;
	const byPrompt = Map.groupBy(states, ({ latest }) => latest.prompt);
	const silent = (seen?.prompts ?? []).flatMap(({ path, models }) => models.filter(({ model }) => byPrompt.get(path)?.some(({ latest }) => latest.model === model.new) !== true).map((row) => ({
		path,
		row: silentRow(row)
	})));
	const prompts = [.../* @__PURE__ */ new Set([...byPrompt.keys(), ...silent.map(({ path }) => path)])].map((path) => ({
		path,
		models: [...(byPrompt.get(path) ?? []).map((state) => withReplies(rowOfState(state, settings.layers), state, asked)), ...silent.filter((one) => one.path === path).map(({ row }) => row)]
	}));
	const problems = [...asked.flatMap((one) => one.problems), ...(seen?.prompts ?? []).flatMap((one) => one.problems ?? [])];
	const waiting = states.filter((state) => state.drift === void 0 && state.unsure === void 0 && watchedSuspicions(state, settings).length > 0);
	const unheard = waiting.map(({ latest }) => `Something changed in ${latest.prompt} on ${latest.model}, but too few fresh replies came to confirm it. The next run looks again.`);
	const isEmpty = prompts.length === 0 && canaries?.rows.some(({ why }) => why === void 0) !== true;
	const unnamed = canaries?.rows.length === 0 ? ["A canary watches the models that the config names under `models`, and it names none."] : [];
	const verdicts = [
		...prompts.flatMap(({ models }) => models.map(({ verdict }) => verdict)),
		...(canaries?.rows ?? []).map(({ verdict }) => verdict),
		...judge === void 0 || judge.row.verdict === "baseline" ? [] : [judge.row.verdict],
		...problems.length > 0 || isEmpty || waiting.length > 0 ? ["invalid"] : []
	];
	const failing = settings.failOn;
	const spent = [
		...asked,
		...beside,
		...canaries?.spent === void 0 ? [] : [canaries.spent]
	];
	const costs = spent.map(({ costUsd }) => costUsd.actual);
	const [first, ...more] = kept.unread;
	const unread = first === void 0 ? [] : [`${first.at} ${first.why}; it was skipped${more.length === 0 ? "" : `, as were ${more.length} more lines`}.`];
	return {
		version: 1,
		tool: place.tool,
		startedAt: place.at,
		head: {
			sha: place.head.sha,
			ref: place.head.ref
		},
		verdict: driftVerdicts.find((one) => verdicts.includes(one)) ?? "invalid",
		problems,
		notes: [
			...new Set(asked.flatMap((one) => one.notes)),
			...notes,
			...unnamed,
			...unheard,
			...unread
		],
		prompts,
		...canaries === void 0 ? {} : { canaries: canaries.rows },
		...judge === void 0 ? {} : { judge: judge.row },
		calls: {
			made: spent.reduce((sum, { calls }) => sum + calls.made, 0),
			failed: spent.reduce((sum, { calls }) => sum + calls.failed, 0)
		},
		...costs.every((cost) => cost !== void 0) ? { costUsd: costs.reduce((sum, cost) => sum + cost, 0) } : {},
		open: verdicts.every((verdict) => verdict !== "invalid" && !failing.includes(verdict))
	};
}
function withReplies(row, state, asked) {
	const replies = row.verdict === "drifted" ? repliesOfRow(state, asked) : [];
	return replies.length === 0 ? row : {
		...row,
		replies
	};
}
function silentRow({ model, cases }) {
	const of = cases.reduce((sum, { replies }) => sum + replies.length, 0);
	return {
		model: model.new,
		verdict: "invalid",
		served: [],
		layers: [],
		found: [],
		cases: [],
		metrics: {},
		history: [],
		runs: 0,
		missing: {
			missing: of,
			of
		}
	};
}
function watchedSuspicions({ suspected }, { layers }) {
	return layers.includes("cases") ? suspected : [];
}

// src/core/drift/test-canary.ts
const draws$1 = 9999;
const mostTokens = 20;
function testCanary(strata, method) {
	const tables = tablesOf(strata, method);
	if (tables.length === 0) return void 0;
	const distance = distanceOf(tables, method);
	const random = seededRandom([tables.length, tables.reduce((sum, { size }) => sum + size, 0)]);
	let atLeast = 0;
	for (let draw = 0; draw < draws$1; draw++) {
		for (const table of tables) shuffle(table, random);
		if (distanceOf(tables, method) >= distance - 1e-12) atLeast++;
	}
	return (1 + atLeast) / 1e4;
}
function distanceOf(tables, method) {
	return tables.map((table) => spread(table) * (method === "border" ? .5 : 1 / table.columns.length)).reduce((sum, part) => sum + part, 0) / tables.length;
}
function tablesOf(strata, method) {
	return strata.filter(({ usual, now }) => usual.length > 0 && now.length > 0).map((stratum) => tableOf(stratum, method)).filter(({ columns }) => columns.length > 0);
}
function tableOf({ usual, now }, method) {
	const replies = [...now, ...usual].map((reply) => new Map(reply.tokens.map((token, at) => [token, reply.values[at] ?? 0])));
	const lacking = [...now, ...usual].map((reply) => leastOf(reply, method));
	const valueAt = (at, token) => replies[at]?.get(token) ?? lacking[at] ?? 0;
	const columns = [...new Set(replies.flatMap((reply) => [...reply.keys()]))].map((token) => {
		return [token, replies.reduce((sum, _, at) => sum + valueAt(at, token), 0)];
	}).toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, mostTokens).map(([token]) => token).map((token) => Float64Array.from(replies, (_, at) => valueAt(at, token)));
	return {
		columns,
		totals: columns.map((column) => column.reduce((sum, value) => sum + value, 0)),
		order: Uint32Array.from(replies.keys()),
		size: now.length
	};
}
function spread({ columns, totals, order, size }) {
	let sum = 0;
	for (const [index, column] of columns.entries()) {
		let first = 0;
		for (let at = 0; at < size; at++) first += column[order[at] ?? 0] ?? 0;
		sum += Math.abs(first / size - ((totals[index] ?? 0) - first) / (order.length - size));
	}
	return sum;
}
function shuffle({ order, size }, random) {
	for (let at = 0; at < size; at++) {
		const from = at + randomBelow(random, order.length - at);
		const held = order[at] ?? 0;
		order[at] = order[from] ?? 0;
		order[from] = held;
	}
}

// src/core/drift/follow-canary.ts
const fewestRuns$1 = 8;
const mostRuns = 30;
const streaks = [
	{
		runs: 1,
		beyond: 4.5,
		p: .001
	},
	{
		runs: 2,
		beyond: 3.3,
		p: .001
	},
	{
		runs: 3,
		beyond: 2.9,
		p: .001
	}
];
const leastBeyond = 2.3;
const confirmsCanaryAt = .01;
const leastScatter$1 = {
	logprobs: .01,
	border: .03
};
function followCanary(lines) {
	return lines.reduce(heedCanary, void 0);
}
function heedCanary(state, line) {
	if (line.kind === "canary") return addRun$2(state, line);
	if (state === void 0) return void 0;
	if (line.kind === "accepted") return beginning(state.latest);
	if (line.kind === "confirmation") return line.confirmed ? begin$1(state) : {
		...state,
		suspected: false
	};
	return state;
}
function beginning(latest) {
	return {
		verdict: "baseline",
		latest,
		runs: [latest],
		usual: [latest],
		waiting: [],
		suspected: false
	};
}
function addRun$2(before, line) {
	if (before === void 0 || before.latest.probe !== line.probe) return beginning(line);
	const { usual } = before;
	const runs = [...before.runs, line];
	const grown = usual.length < mostRuns ? [...usual, line] : usual;
	const isOther = isOtherModel(usual.at(-1), line);
	if (before.since === void 0 && isOther) return {
		verdict: "drifted",
		latest: line,
		runs,
		usual,
		waiting: [],
		suspected: false,
		since: runs.length - 1,
		told: "served"
	};
	if (before.told === "served") {
		const { since = 0 } = before;
		const held = {
			latest: line,
			runs,
			waiting: [],
			suspected: false
		};
		return isOther ? {
			...held,
			verdict: "drifted",
			usual,
			since,
			told: "served"
		} : {
			...held,
			verdict: usual.length < fewestRuns$1 ? "baseline" : "steady",
			usual: grown,
			ended: since
		};
	}
	if (usual.length < fewestRuns$1) return {
		verdict: "baseline",
		latest: line,
		runs,
		usual: grown,
		waiting: [],
		suspected: false
	};
	const reading = read(usual, line);
	if (reading === void 0) return {
		...before,
		latest: line,
		runs,
		suspected: false
	};
	const next = {
		latest: line,
		runs,
		waiting: [],
		distance: reading.distance,
		limit: reading.limit
	};
	if (before.since !== void 0) {
		if (!runs.slice(-2).every((run) => {
			const one = read(usual, run);
			return one !== void 0 && one.distance <= limitOf(usual, leastBeyond);
		}) || runs.length - 2 <= before.since) return {
			...next,
			verdict: "drifted",
			usual,
			suspected: false,
			since: before.since,
			told: "replies"
		};
		return {
			...next,
			verdict: "steady",
			usual: grown,
			suspected: false,
			ended: before.since
		};
	}
	const streak = streakOf(usual, runs);
	const isOff = reading.distance > limitOf(usual, leastBeyond);
	const waiting = isOff ? [...before.waiting, line] : [];
	const settled = isOff || usual.length >= mostRuns ? usual : [
		...usual,
		...before.waiting,
		line
	].slice(0, mostRuns);
	return {
		...next,
		verdict: "steady",
		usual: settled,
		waiting,
		suspected: streak !== void 0
	};
}
function streakOf(usual, runs) {
	return streaks.find(({ runs: width, beyond, p }) => {
		if (runs.length < width) return false;
		const part = runs.slice(-width);
		const limit = limitOf(usual, beyond);
		const readings = part.map((run) => read(usual, run));
		return readings.every((one) => one !== void 0 && one.distance > limit) && (readings.at(-1)?.p() ?? 1) <= p;
	});
}
function isOtherModel(before, { served: [first] }) {
	const was = before?.served ?? [];
	return first !== void 0 && was.length > 0 && was.every(({ model }) => model !== first.model);
}
function begin$1(state) {
	const { runs, usual: held } = state;
	const limit = limitOf(held, leastBeyond);
	let from = runs.length - 1;
	const isOff = (run) => run !== void 0 && !held.includes(run) && (read(held, run)?.distance ?? 0) > limit;
	while (from > 0 && isOff(runs[from - 1])) from--;
	return {
		...state,
		verdict: "drifted",
		suspected: false,
		since: from,
		told: "replies"
	};
}
function read(usual, run) {
	const distance = distanceBetween(usual.map(sumsOf), sumsOf(run), run.method);
	if (distance === void 0) return void 0;
	return {
		distance,
		limit: limitOf(usual, streaks[0].beyond),
		p: () => testCanary(strataOf(usual, run), run.method) ?? 1
	};
}
const apartness = /* @__PURE__ */ new WeakMap();
function limitOf(usual, z) {
	const { mean, scatter, n } = apartness.get(usual) ?? reckon(usual);
	return mean + studentQuantile(z, Math.max(4, n - 1)) * scatter * Math.sqrt(1 + 1 / Math.max(1, n));
}
function reckon(usual) {
	const sums = usual.map(sumsOf);
	const method = usual[0]?.method ?? "border";
	const apart = sums.flatMap((own, at) => distanceBetween(sums.toSpliced(at, 1), own, method) ?? []);
	const n = apart.length;
	const mean = apart.reduce((sum, one) => sum + one, 0) / Math.max(1, n);
	const squares = apart.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, n - 1);
	const reckoned = {
		mean,
		scatter: Math.max(leastScatter$1[method], Math.sqrt(squares)),
		n
	};
	apartness.set(usual, reckoned);
	return reckoned;
}
function confirmCanary({ usual }, fresh) {
	const reading = read(usual, fresh);
	if (reading === void 0) return void 0;
	const p = reading.p();
	return {
		confirmed: reading.distance > limitOf(usual, leastBeyond) && p <= .01,
		p
	};
}
const added = /* @__PURE__ */ new WeakMap();
function sumsOf(line) {
	const known = added.get(line) ?? sumReplies(line);
	added.set(line, known);
	return known;
}
function strataOf(usual, now) {
	const repliesTo = (runs, wanted) => runs.flatMap(({ inputs }) => inputs.find(({ input }) => input === wanted)?.replies ?? []);
	return now.inputs.map(({ input, replies }) => ({
		usual: repliesTo(usual, input),
		now: replies
	}));
}
function studentQuantile(z, v) {
	return z + (z ** 3 + z) / (4 * v) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) + (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3);
}

// src/app/drift/ask-canary.ts
const replies = 10;
const plainInput = "x";
const mostBorders = 5;
const askings = 3;
const atOnce = 20;
async function askCanary(asked, deps) {
	const last = asked.earlier.findLast((line) => line.kind === "canary");
	const searched = asked.earlier.findLast((line) => line.kind === "search");
	if (searched === void 0 && last?.method !== "border") {
		const params = {
			logprobs: true,
			top_logprobs: 20
		};
		const heard = await askInput(plainInput, replies, params, asked, deps);
		if (typeof heard === "string") return { why: {
			kind: "failed",
			what: heard
		} };
		const listed = heard.flatMap(({ topLogprobs }) => topLogprobs === void 0 ? [] : [topLogprobs]);
		if (listed.length > 0) return { line: lineOf("logprobs", params, heard, [{
			input: plainInput,
			replies: listed.map(rounded)
		}], asked) };
	}
	const search = await searchBorders(asked, searched, deps);
	if ("why" in search) return search;
	const { found, isOver, ...more } = search;
	if (!isOver) return more;
	if (found.length === 0) return {
		...more,
		why: {
			kind: "none",
			what: "its service gives no log-probabilities, and no short input was found whose first token is a near tie at temperature 0. This is usual for reasoning models. Golden cases watch it."
		}
	};
	const heard = await Promise.all(found.map((input) => askInput(input, replies, atZero, asked, deps)));
	const answers = heard.flatMap((one) => typeof one === "string" ? [] : one);
	if (answers.length === 0) return {
		...more,
		why: {
			kind: "failed",
			what: heard.find((one) => typeof one === "string") ?? ""
		}
	};
	const inputs = found.flatMap((input, at) => {
		const said = heard[at] ?? "";
		return typeof said === "string" ? [] : [{
			input,
			replies: said.map(({ text }) => ({
				tokens: [text.slice(0, 40)],
				values: [1]
			}))
		}];
	});
	return {
		...more,
		line: lineOf("border", atZero, answers, inputs, asked)
	};
}
const atZero = { temperature: 0 };
async function searchBorders(asked, before, deps) {
	let [tried, found] = [before?.tried ?? 0, before?.found ?? []];
	const most = Math.floor(asked.setup / askings);
	const isOver = () => found.length >= mostBorders || tried >= most;
	if (before !== void 0 && isOver()) return {
		found,
		isOver: true
	};
	while (!isOver() && deps.mayAsk(60) === "complete") {
		const inputs = Array.from({ length: Math.min(atOnce, most - tried) }, (_, at) => shortInput(tried + at));
		const heard = await Promise.all(inputs.map((input) => askInput(input, askings, atZero, asked, deps)));
		const fault = heard.find((one) => typeof one === "string");
		if (fault !== void 0) return { why: {
			kind: "failed",
			what: fault
		} };
		const borders = inputs.filter((_, at) => {
			const said = heard[at] ?? "";
			return typeof said !== "string" && new Set(said.map(({ text }) => text)).size > 1;
		});
		tried += inputs.length;
		found = [...found, ...borders].slice(0, mostBorders);
	}
	const { name, at, run } = asked;
	const search = {
		kind: "search",
		...placeOf({
			name,
			at,
			run
		}),
		tried,
		found
	};
	return {
		found,
		isOver: isOver(),
		search
	};
}
function shortInput(index) {
	const number = index * 7919 % 17576;
	return [
		676,
		26,
		1
	].map((place) => String.fromCharCode(97 + Math.floor(number / place) % 26)).join("");
}
async function askInput(input, times, params, asked, { ask }) {
	const request = requestOf(input, params, asked);
	const heard = await Promise.all(Array.from({ length: times }, (_, trial) => ask.reply(callFor(request, trial, "reply", `canary ${asked.run} ${asked.at} ${asked.round}`))));
	const answers = heard.flatMap((reply) => reply.kind === "answered" ? ask.kept(reply.call) ?? [] : []);
	const lost = heard.find((reply) => reply.kind === "failed");
	return answers.length === 0 ? lost?.message ?? "its answers are not kept" : answers;
}
function requestOf(input, params, { model }) {
	const { max_completion_tokens: _, ...usual } = model.params;
	return {
		kind: "chat",
		provider: model.provider,
		model: model.model,
		messages: [{
			role: "user",
			content: input
		}],
		params: {
			...usual,
			...params,
			max_tokens: 1
		}
	};
}
function placeOf({ name, at, run }) {
	return {
		version: 1,
		at,
		run,
		prompt: canaryRow,
		model: name
	};
}
function lineOf(method, params, answers, inputs, asked) {
	const byModel = Map.groupBy(answers, ({ servedModel }) => servedModel);
	const requests = inputs.map(({ input }) => requestOf(input, params, asked));
	return {
		kind: "canary",
		...placeOf(asked),
		method,
		probe: hash(requests).slice(0, 16),
		served: [...byModel].map(([model, held]) => ({
			model,
			replies: held.length
		})).toSorted((a, b) => b.replies - a.replies || (a.model < b.model ? -1 : 1)),
		inputs
	};
}
function rounded(likely) {
	const kept = likely.slice(0, 10);
	return {
		tokens: kept.map(({ token }) => token),
		values: kept.map(({ logprob }) => Math.round(logprob * 1e3) / 1e3)
	};
}

// src/app/drift/watch-canaries.ts
async function watchCanaries(ports, place, limits) {
	const { settings } = place;
	if (settings.models.length === 0) return { rows: [] };
	const own = {
		...settings,
		maxCalls: limits.calls,
		maxCostUsd: limits.usd,
		limitsCost: true,
		stream: false
	};
	const session = await ports.openAsking(own, limits.calls);
	try {
		const rows = [];
		for (const model of settings.models) rows.push(await watchCanary(model, session, place));
		return {
			rows,
			spent: session.spent()
		};
	} finally {
		await session.close();
	}
}
async function watchCanary(model, session, place) {
	const name = showModel(model);
	const { at, run, settings } = place;
	const earlier = place.rows.get(rowName("*canary*", name)) ?? [];
	const asked = {
		model,
		name,
		at,
		run,
		round: "first",
		earlier,
		setup: settings.drift.budget.setup
	};
	const { line, search, why } = await askCanary(asked, session);
	const taken = line !== void 0 && place.accepted.has(rowName("*canary*", name)) ? [takenAsUsual(line)] : [];
	const heard = [
		...search === void 0 ? [] : [search],
		...line === void 0 ? [] : [line],
		...taken
	];
	if (heard.length > 0) await place.keep(heard);
	const known = [...earlier, ...heard];
	const state = line === void 0 ? void 0 : followCanary(known);
	if (line === void 0 || state === void 0) return {
		model: name,
		verdict: why?.kind === "failed" ? "invalid" : "baseline",
		served: [],
		runs: 0,
		...why === void 0 ? {} : { why: why.what },
		...why !== void 0 || search === void 0 ? {} : { searching: {
			tried: search.tried,
			found: search.found.length
		} }
	};
	if (!state.suspected) return rowOf(name, state);
	const again = await askCanary({
		...asked,
		round: "fresh",
		earlier: known
	}, session);
	const told = again.line === void 0 ? void 0 : confirmCanary(state, again.line);
	if (told === void 0) return {
		...rowOf(name, state),
		verdict: "invalid",
		why: "something changed, but no fresh reply came to confirm it. The next run looks again."
	};
	const confirmation = {
		kind: "confirmation",
		version: line.version,
		at,
		run,
		prompt: canaryRow,
		model: name,
		layer: "canary",
		confirmed: told.confirmed,
		p: told.p,
		alpha: confirmsCanaryAt,
		cases: [],
		replies: countReplies(again.line)
	};
	await place.keep([confirmation]);
	return rowOf(name, followCanary([...known, confirmation]) ?? state);
}
function countReplies(line) {
	return (line?.inputs ?? []).reduce((sum, { replies }) => sum + replies.length, 0);
}
function rowOf(model, state) {
	const { verdict, latest, runs, usual, distance, limit, since, ended, told } = state;
	const names = (line) => (line?.served ?? []).map((one) => one.model);
	const began = runs[since ?? ended ?? -1];
	return {
		model,
		verdict,
		method: latest.method,
		served: names(latest),
		...began === void 0 ? {} : {
			servedBefore: names(usual.at(-1)),
			since: {
				run: began.run,
				at: began.at
			}
		},
		...ended === void 0 ? {} : { ended: true },
		...told === void 0 ? {} : { told },
		...distance === void 0 ? {} : { distance },
		...limit === void 0 ? {} : { limit },
		runs: runs.length,
		history: canarySeries(state)
	};
}

// src/core/drift/find-change.ts
const within = 1.92;
function findChange(levels) {
	let [weights, sums] = [0, 0];
	const gains = levels.toReversed().map(({ change, variance }) => {
		weights += 1 / variance;
		sums += change / variance;
		return sums ** 2 / (2 * weights);
	}).toReversed();
	const most = Math.max(...gains);
	const likely = gains.flatMap((gain, at) => gain >= most - within ? [at] : []);
	return {
		at: gains.indexOf(most),
		from: likely[0] ?? 0,
		to: likely.at(-1) ?? 0
	};
}

// src/core/drift/confirm-alarm.ts
const confirmingAlpha = .01;
const draws = 9999;
function confirmAlarm(held, suspected, isSuite, alpha = confirmingAlpha) {
	const compared = held.filter(({ usual, fresh }) => usual.length > 0 && fresh.length > 0).map((one) => ({
		...one,
		usual: one.usual.slice(-40)
	}));
	const tests = [...isSuite ? [{
		id: void 0,
		p: testLower(compared, 1)
	}] : [], ...compared.filter(({ id }) => suspected.includes(id)).map((one, at) => ({
		id: one.id,
		p: testLower([one], at + 2)
	}))].toSorted((a, b) => a.p - b.p);
	const rejected = [];
	for (const [at, test] of tests.entries()) {
		if (test.p > alpha / (tests.length - at)) break;
		rejected.push(test);
	}
	return {
		confirmed: rejected.length > 0,
		p: tests[0]?.p ?? 1,
		alpha,
		cases: rejected.flatMap(({ id }) => id === void 0 ? [] : [id]),
		replies: compared.reduce((sum, { fresh }) => sum + fresh.length, 0)
	};
}
function testLower(cases, seed) {
	const pools = cases.map(({ usual, fresh }) => ({
		size: fresh.length,
		values: Float64Array.from([...fresh, ...usual])
	})).filter(({ values }) => values.some((value) => value !== values[0]));
	if (pools.length === 0) return 1;
	const observed = pools.reduce((sum, pool) => sum + meanOfFirst(pool), 0);
	const random = seededRandom([seed, pools.length]);
	let atMost = 0;
	for (let draw = 0; draw < draws; draw++) {
		let sum = 0;
		for (const pool of pools) {
			shuffleFirst(pool, random);
			sum += meanOfFirst(pool);
		}
		if (sum <= observed + 1e-9) atMost++;
	}
	return (1 + atMost) / 1e4;
}
function meanOfFirst({ size, values }) {
	let sum = 0;
	for (let at = 0; at < size; at++) sum += values[at] ?? 0;
	return sum / size;
}
function shuffleFirst({ size, values }, random) {
	for (let at = 0; at < size; at++) {
		const from = at + randomBelow(random, values.length - at);
		const held = values[at] ?? 0;
		values[at] = values[from] ?? 0;
		values[from] = held;
	}
}

// src/core/drift/watch-case.ts
const fallsTo = [
	.1,
	.5,
	.75
];
const caution = .2;
const leastRate = .02;
const noEvidence = fallsTo.map(() => 0);
function meanEvidence(evidence) {
	return evidence.reduce((sum, one) => sum + one, 0) / evidence.length;
}
function addEvidence(evidence, values, usual) {
	const passes = values.reduce((sum, value) => sum + value, 0);
	const fails = values.length - passes;
	const before = usual.mean * usual.count;
	const rate = Math.max(leastRate, betaQuantile(Math.floor(before + 1e-9) + 1, usual.count - Math.floor(before + 1e-9) + 1));
	return evidence.map((held, at) => {
		const left = (fallsTo[at] ?? 1) * rate;
		const ratio = Math.exp(passes * Math.log(left / rate) + fails * Math.log((1 - left) / (1 - rate)));
		return Math.min(0xe8d4a51000, (1 + held) * ratio);
	});
}
const known$1 = /* @__PURE__ */ new Map();
function betaQuantile(a, b) {
	const name = `${a}/${b}`;
	const held = known$1.get(name);
	if (held !== void 0) return held;
	let [low, high] = [0, 1];
	for (let step = 0; step < 40; step++) {
		const middle = (low + high) / 2;
		if (atLeast(a, a + b - 1, middle) < caution) low = middle;
		else high = middle;
	}
	known$1.set(name, low);
	return low;
}
function atLeast(k, n, p) {
	let sum = 0;
	for (let i = k; i <= n; i++) sum += Math.exp(logChoose(n, i) + i * Math.log(p) + (n - i) * Math.log1p(-p));
	return sum;
}

// src/core/drift/watch-suite.ts
const restingSums = {
	lower: 0,
	higher: 0,
	squares: 0,
	seen: 0
};
const alarmAt = {
	score: 4,
	other: 7
};
const scatters = {
	share: 1 / 2,
	grade: 1 / 9
};
const allowance = .5;
const imagined = 5;
const mostSquare = 9;
function readSuite(run, name, channel, baseline) {
	let [n, replies, changes] = [
		0,
		0,
		0
	];
	let [own, added] = [0, 0];
	let [freedom, squares] = [0, 0];
	for (const one of run.cases) {
		const values = one.values[name] ?? [];
		const usual = baseline.of(one, name);
		if (values.length === 0 || usual === void 0 || usual.count === 0) continue;
		let sum = 0;
		for (const value of values) sum += onScale(value, channel);
		const share = (1 / values.length + 1 / usual.count) / usual.count;
		n += 1;
		replies += values.length;
		changes += sum / values.length - usual.mean;
		own += usual.squares * share;
		added += share;
		freedom += usual.count - 1;
		squares += usual.squares;
	}
	if (n === 0) return void 0;
	const pooled = freedom <= 0 ? 1 : squares / freedom;
	const prior = channel.scale === "size" ? pooled : scatters[channel.scale] ** 2;
	const floor = channel.scale === "size" ? 1e-6 : (scatters[channel.scale] / replies) ** 2;
	const change = changes / n;
	return {
		change,
		z: change / Math.sqrt((own + prior * added) / n ** 2 + floor),
		cases: n
	};
}
function addReading(sums, { z }) {
	const scatter = Math.max(1, (sums.squares + imagined) / (sums.seen + imagined));
	const own = z / Math.sqrt(scatter);
	return {
		lower: Math.max(0, sums.lower - own - allowance),
		higher: Math.max(0, sums.higher + own - allowance),
		squares: sums.squares + Math.min(mostSquare, z ** 2),
		seen: sums.seen + 1
	};
}
function sumOf({ lower, higher }, { worse }) {
	if (worse === "either") return Math.max(lower, higher);
	return worse === "lower" ? lower : higher;
}

// src/core/drift/read-layers.ts
const fewestRuns = {
	share: 3,
	grade: 3,
	size: 6
};
const recounted = .5;
function readChannels(held, run) {
	const sums = new Map(held.sums);
	const readings = [];
	for (const name of new Set(run.cases.flatMap(({ values }) => Object.keys(values)))) {
		const channel = channelOf(name);
		if (channel === void 0 || held.baseline.runs < fewestRuns[channel.scale]) continue;
		const reading = readSuite(run, name, channel, held.baseline);
		if (reading === void 0) continue;
		const after = addReading(held.sums.get(name) ?? restingSums, reading);
		sums.set(name, after);
		const [statistic, limit] = [sumOf(after, channel), name === "score" ? alarmAt.score : alarmAt.other];
		readings.push({
			layer: "cases",
			channel: name,
			statistic,
			limit,
			alarm: statistic >= limit
		});
	}
	return {
		sums,
		readings
	};
}
function readCases(held, run) {
	const channel = caseChannel(run);
	if (held.baseline.runs < fewestRuns.share) return { evidence: held.evidence };
	const evidence = new Map(run.cases.flatMap((one) => {
		const [usual, values] = [held.baseline.of(one, channel), one.values[channel] ?? []];
		if (usual === void 0 || values.length === 0) return [];
		return [[one.key, addEvidence(held.evidence.get(one.key) ?? noEvidence, values, usual)]];
	}));
	if (evidence.size === 0) return { evidence };
	const statistic = [...evidence.values()].reduce((sum, one) => sum + meanEvidence(one), 0) / evidence.size;
	return {
		evidence,
		reading: {
			layer: "cases",
			channel: "case",
			statistic,
			limit: 100,
			alarm: statistic >= 100
		}
	};
}
function readAdmitted(before, run) {
	if (before === void 0) return [];
	const [was, is] = [servedBy$1(before), servedBy$1(run)];
	const others = run.served.filter(({ model }) => !was.includes(model)).reduce((sum, { replies }) => sum + replies, 0);
	const all = run.served.reduce((sum, { replies }) => sum + replies, 0);
	const same = run.cases.flatMap((one, at) => {
		const there = before.cases[at];
		const earlier = there?.key === one.key ? there : before.cases.find(({ key }) => key === one.key);
		return one.input === void 0 || earlier?.input === void 0 ? [] : [one.input !== earlier.input];
	});
	const counted = same.filter(Boolean).length / Math.max(1, same.length);
	return [...is.length === 0 || was.length === 0 ? [] : [{
		layer: "served",
		statistic: others / all,
		limit: .5,
		alarm: others / all > .5
	}], ...same.length === 0 ? [] : [{
		layer: "tokens",
		statistic: counted,
		limit: recounted,
		alarm: counted > recounted
	}]];
}
function suspicionsOf(readings, cases, { sums, evidence }, run) {
	const isScore = ({ channel, alarm }) => channel === "score" && alarm;
	const isMain = cases?.alarm === true || readings.some(isScore);
	const suites = readings.flatMap(({ channel = "", alarm }) => {
		if (!(channel === "score" ? isMain : alarm)) return [];
		const { lower, higher } = sums.get(channel) ?? restingSums;
		const worse = channelOf(channel)?.worse;
		return [{
			channel,
			towards: worse === "higher" || worse === "either" && higher > lower ? 1 : -1,
			isSuite: true,
			cases: []
		}];
	});
	if (!isMain) return suites;
	const least = 100 / 10;
	const ids = [...evidence].filter(([, one]) => meanEvidence(one) >= least).toSorted(([, a], [, b]) => meanEvidence(b) - meanEvidence(a)).map(([key]) => key).flatMap((key) => run.cases.find((one) => one.key === key)?.id ?? []);
	if (ids.length === 0) return suites;
	return [...suites, {
		channel: "case",
		towards: -1,
		isSuite: false,
		cases: ids.slice(0, 20)
	}];
}

// src/core/drift/is-over.ts
const widths = [
	1,
	2,
	3,
	5,
	8
];
const mostDuring = 8;
const overAlpha = .002;
const nearEnough = 2;
function driftLeft(drift, usual, runs) {
	const found = partsLeft(drift, usual, runs);
	const [first, ...more] = found.map(({ since = drift.since }) => since);
	if (first === void 0) return void 0;
	const since = more.reduce((early, one) => one.at < early.at ? one : early, first);
	const recovers = drift.found.some((part) => part.layer === "cases" && !found.includes(part));
	return {
		...drift,
		since,
		runs,
		found,
		...recovers ? { recovered: true } : {}
	};
}
function partsLeft(drift, usual, runs) {
	const latest = runs.at(-1);
	if (latest === void 0) return drift.found;
	return drift.found.filter(({ layer, channel, towards = -1, cases, since = drift.since }) => {
		if (layer === "served" || layer === "tokens") {
			const reading = readAdmitted(usual.at(-1), latest).find((one) => one.layer === layer);
			return reading === void 0 || reading.alarm || layer === "served" && servedBy$1(latest).length === 0;
		}
		const name = channel === void 0 || channel === "case" ? caseChannel(latest) : channel;
		const part = (run) => cases.length === 0 ? run : {
			...run,
			cases: run.cases.filter(({ id }) => cases.includes(id))
		};
		if (part(latest).cases.every((one) => !usual.some((run) => run.cases.some(({ key }) => key === one.key)))) return false;
		return !widths.some((width) => {
			const [during, recent] = [runs.slice(since.at, -width).slice(0, mostDuring).map(part), runs.slice(-width).map(part)];
			if (during.length === 0) return false;
			const about = channelOf(name);
			const pooled = recent.reduce((all, run) => ({
				...run,
				cases: [...all.cases, ...run.cases]
			}));
			const off = about === void 0 ? void 0 : readSuite(pooled, name, about, baselineFrom(usual.map(part)));
			if (off === void 0 || towards * off.z > nearEnough) return false;
			return confirmAlarm(heldOf(during, recent, name, towards), [], true, overAlpha).confirmed;
		});
	});
}
function heldOf(during, recent, channel, towards) {
	const back = towards === 1 ? -1 : 1;
	const byKey = (runs) => Map.groupBy(runs.flatMap(({ cases }) => cases), ({ key }) => key);
	const now = byKey(recent);
	return [...byKey(during)].flatMap(([key, cases]) => {
		const [first] = cases;
		const fresh = (now.get(key) ?? []).flatMap((one) => valuesTowards(one, channel, back));
		return first === void 0 ? [] : [{
			id: first.id,
			usual: cases.flatMap((one) => valuesTowards(one, channel, back)),
			fresh
		}];
	});
}

// src/core/drift/follow-row.ts
const emptyRow = {
	runs: [],
	usual: [],
	baseline: emptyBaseline,
	sums: /* @__PURE__ */ new Map(),
	evidence: /* @__PURE__ */ new Map(),
	readings: [],
	suspected: []
};
function followRow(lines) {
	return stateOf(lines.reduce(follow, emptyRow));
}
function stateOf(held) {
	const latest = held.runs.at(-1);
	if (latest === void 0) return void 0;
	const { drift, ended, settled, readings, suspected, baseline, usual, runs } = held;
	return {
		verdict: drift !== void 0 ? "drifted" : runs.length <= fewestRuns.share ? "baseline" : "steady",
		latest,
		layers: readings,
		suspected,
		...drift === void 0 ? {} : { drift },
		...ended === void 0 ? {} : { ended },
		...drift !== void 0 || settled === void 0 ? {} : { settled },
		baseline,
		runs,
		usual
	};
}
function follow(held, line) {
	switch (line.kind) {
		case "run": return addRun$1(held, line);
		case "confirmation": return line.confirmed ? begin(held, line.layer, line.cases) : rest(held, line.layer);
		case "canary":
		case "search":
		case "anchor": return held;
		case "accepted": return {
			...emptyRow,
			runs: held.runs.slice(-1),
			usual: held.runs.slice(-1),
			baseline: baselineFrom(held.runs.slice(-1)),
			settled: "accepted"
		};
	}
}
function addRun$1(before, run) {
	const { ended: _, ...held } = before;
	if (held.runs.at(-1) !== void 0 && !isSameExam(held.baseline, run)) return addRun$1(emptyRow, run);
	const { sums, readings } = readChannels(held, run);
	const { evidence, reading } = readCases(held, run);
	const admitted = readAdmitted(held.usual.at(-1), run);
	const runs = [...held.runs, run];
	const suspected = isOpen(held.drift) ? suspicionsOf(readings, reading, {
		sums,
		evidence
	}, run) : [];
	const next = {
		...held,
		runs,
		sums,
		evidence,
		readings: [
			...admitted,
			...readings,
			...reading === void 0 ? [] : [reading]
		],
		suspected: suspected.map((one) => withSince(one, runs))
	};
	const told = admitted.filter(({ alarm }) => alarm);
	const at = held.runs.length;
	const since = {
		at,
		from: at,
		to: at
	};
	if (held.drift !== void 0) {
		const known = held.drift.found.map(({ layer }) => layer);
		const more = told.filter(({ layer }) => !known.includes(layer)).map(({ layer }) => ({
			layer,
			cases: [],
			since
		}));
		return goOn(next, {
			...held.drift,
			found: [...held.drift.found, ...more]
		}, run);
	}
	if (told.length > 0) {
		const found = told.map(({ layer }) => ({
			layer,
			cases: []
		}));
		return {
			...next,
			drift: {
				since,
				runs: next.runs,
				found,
				servedBefore: servedBy$1(held.usual.at(-1))
			}
		};
	}
	return {
		...next,
		usual: [...held.usual, run],
		baseline: held.baseline.with(run)
	};
}
function withSince(one, runs) {
	let known;
	return {
		...one,
		get since() {
			known ??= changeOf(runs, one.channel, one.cases);
			return known;
		}
	};
}
function isSameExam(baseline, { cases }) {
	const known = cases.filter(baseline.knows);
	return cases.length === 0 || 2 * known.length >= cases.length;
}
function isOpen(drift) {
	return drift === void 0 || drift.found.every(({ layer }) => layer !== "cases");
}
function goOn(held, drift, run) {
	const { drift: _, ...without } = held;
	const left = driftLeft(drift, held.usual, held.runs);
	const anew = {
		sums: /* @__PURE__ */ new Map(),
		evidence: /* @__PURE__ */ new Map()
	};
	if (left !== void 0) return {
		...held,
		...left.found.length < drift.found.length ? anew : {},
		drift: left
	};
	return {
		...without,
		...anew,
		usual: [...held.usual, run],
		baseline: held.baseline.with(run),
		suspected: [],
		ended: {
			...drift,
			runs: held.runs
		},
		settled: "over"
	};
}
function begin(held, layer, cases) {
	const [channel = "", way] = layer.split("/");
	const found = [{
		layer: "cases",
		channel,
		towards: way === "higher" ? 1 : -1,
		cases
	}];
	const since = changeOf(held.runs, channel, cases);
	if (held.drift !== void 0) {
		const { recovered: _, ...drift } = held.drift;
		const parts = found.map((part) => ({
			...part,
			since: since.at < drift.since.at ? drift.since : since
		}));
		return {
			...held,
			drift: {
				...drift,
				found: [...drift.found, ...parts]
			}
		};
	}
	const from = held.runs[since.at]?.at ?? "";
	const usual = held.usual.filter(({ at }) => at < from);
	return {
		...held,
		suspected: [],
		usual,
		baseline: baselineFrom(usual),
		drift: {
			since,
			runs: held.runs,
			found,
			servedBefore: servedBy$1(usual.at(-1))
		}
	};
}
function rest(held, layer) {
	const [channel = ""] = layer.split("/");
	const suspected = held.suspected.filter((one) => one.channel !== channel);
	if (channel === "case") return {
		...held,
		suspected,
		evidence: /* @__PURE__ */ new Map()
	};
	const before = held.sums.get(channel) ?? restingSums;
	return {
		...held,
		suspected,
		sums: new Map(held.sums).set(channel, {
			...before,
			lower: 0,
			higher: 0
		})
	};
}
function changeOf(runs, channel, cases) {
	const last = runs.length - 1;
	const name = channel === "case" ? caseChannel(runs[last]) : channel;
	const about = channelOf(name);
	let baseline = emptyBaseline;
	const levels = [];
	for (const [at, run] of runs.entries()) {
		const part = cases.length === 0 ? run : {
			...run,
			cases: run.cases.filter(({ id }) => cases.includes(id))
		};
		const reading = about === void 0 ? void 0 : readSuite(part, name, about, baseline);
		if (reading !== void 0) levels.push({
			at,
			reading
		});
		baseline = baseline.with(part);
	}
	if (levels.length === 0) return {
		at: last,
		from: last,
		to: last
	};
	const found = findChange(levels.map(({ reading: { change, z } }) => ({
		change,
		variance: z === 0 ? 1 : (change / z) ** 2
	})));
	const runOf = (index) => levels[index]?.at ?? last;
	return {
		at: runOf(found.at),
		from: runOf(found.from),
		to: runOf(found.to)
	};
}

// src/core/drift/beyond-days.ts
const tails = {
	alone: .002,
	withPrompts: .02
};
const leastScatter = .005;
function isBeyondDays(usual, fresh, towards, why) {
	const means = /* @__PURE__ */ new Map();
	for (const one of usual.flatMap(({ cases }) => cases)) {
		const held = means.get(one.key) ?? {
			sum: 0,
			count: 0
		};
		for (const value of one.values["grade"] ?? []) {
			held.sum += value;
			held.count++;
		}
		means.set(one.key, held);
	}
	const offOf = ({ cases }) => {
		const offs = cases.flatMap(({ key, values }) => {
			const { sum = 0, count = 0 } = means.get(key) ?? {};
			return count === 0 ? [] : (values["grade"] ?? []).map((value) => value - sum / count);
		});
		return offs.length === 0 ? void 0 : offs.reduce((sum, off) => sum + off, 0) / offs.length;
	};
	const now = offOf(fresh);
	if (now === void 0) return false;
	const days = usual.flatMap((run) => offOf(run) ?? []);
	const freedom = Math.max(1, days.length - 1);
	const scatter = Math.max(leastScatter, Math.sqrt(days.reduce((sum, off) => sum + off ** 2, 0) / freedom));
	const limit = studentQuantile$1(tails[why], freedom) * scatter * Math.sqrt(1 + 1 / Math.max(1, days.length));
	return towards * now > limit;
}

// src/core/drift/look-again.ts
const freshReplies = 5;
function levelOf(channel, all) {
	const isMain = (name) => name === "score" || name === "case";
	return confirmingAlpha / all.filter((one) => isMain(one.channel) === isMain(channel)).length;
}
function lookAgain(suspected, runs, fresh) {
	return suspected.flatMap((one) => {
		const usual = runs.slice(0, one.since.at);
		const { p, alpha, cases, replies, ...told } = confirmAlarm(heldAgainst(one, usual, fresh), one.cases, one.isSuite, levelOf(one.channel, suspected));
		if (2 * replies < wantedOf(one, fresh)) return [];
		const { version, at, run, prompt, model } = fresh;
		const confirmed = told.confirmed && (one.channel !== "grade" || isBeyondDays(usual, fresh, one.towards, one.asked ?? "alone"));
		return [{
			kind: "confirmation",
			version,
			at,
			run,
			prompt,
			model,
			layer: `${one.channel}/${one.towards === 1 ? "higher" : "lower"}`,
			confirmed,
			p,
			alpha,
			cases,
			replies
		}];
	});
}
function wantedOf({ isSuite, cases }, fresh) {
	const asked = isSuite ? fresh.cases : fresh.cases.filter(({ id }) => cases.includes(id));
	return 5 * asked.length;
}
function heldAgainst({ channel, towards }, usual, fresh) {
	const name = channel === "case" ? caseChannel(fresh) : channel;
	const before = Map.groupBy(usual.flatMap(({ cases }) => cases), ({ key }) => key);
	return fresh.cases.map((one) => ({
		id: one.id,
		usual: (before.get(one.key) ?? []).flatMap((held) => valuesTowards(held, name, towards)),
		fresh: valuesTowards(one, name, towards)
	}));
}

// src/core/drift/judge-shift.ts
const tail = .01;
function leastShift(usual, moved) {
	const before = gradesOf(usual);
	const pooled = shiftsOf(before, gradesOf(moved.slice(-8)));
	const today = shiftsOf(before, gradesOf(moved.slice(-1)));
	return Math.max(-1, Math.min(boundOf(pooled, 1 + 1 / pooled.length), boundOf(today, 1 / today.length)));
}
function gradesOf(runs) {
	const byKey = Map.groupBy(runs.flatMap(({ cases }) => cases), ({ key }) => key);
	return new Map([...byKey].map(([key, cases]) => [key, cases.flatMap(({ values }) => values["grade"] ?? [])]));
}
function shiftsOf(before, now) {
	return [...now].flatMap(([key, grades]) => {
		const usual = before.get(key) ?? [];
		return usual.length === 0 || grades.length === 0 ? [] : [meanOf(grades) - meanOf(usual)];
	});
}
function boundOf(shifts, share) {
	const freedom = shifts.length - 1;
	if (freedom < 1) return Number.NEGATIVE_INFINITY;
	const middle = meanOf(shifts);
	const variance = shifts.reduce((sum, shift) => sum + (shift - middle) ** 2, 0) / freedom;
	return middle - studentQuantile$1(tail, freedom) * Math.sqrt(variance * share);
}
function meanOf(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// src/core/drift/past-of-judge.ts
const steadyJudge = { moves: [] };
function pastOfJudge(lines) {
	const moves = [];
	let [history, acceptedAt] = [emptyRow, void 0];
	let open;
	for (const line of lines) {
		history = follow(history, line);
		const { drift } = history;
		const isMoved = drift?.found.some(({ layer }) => layer === "cases") === true;
		if (line.kind === "accepted") acceptedAt = line.at;
		if (isMoved) open = {
			drift,
			confirmedAt: open?.confirmedAt ?? line.at
		};
		else if (open !== void 0) {
			const move = moveOf(open.drift, open.confirmedAt);
			moves.push(line.kind === "accepted" ? {
				...move,
				isAccepted: true
			} : {
				...move,
				to: line.at
			});
			open = void 0;
		}
	}
	if (open !== void 0) moves.push(moveOf(open.drift, open.confirmedAt));
	return {
		moves,
		...acceptedAt === void 0 ? {} : { acceptedAt }
	};
}
function moveOf({ since, runs, found }, confirmedAt) {
	const floor = found.some(({ layer, towards }) => layer === "cases" && towards === 1) ? 0 : -1;
	const [usual, moved] = [runs.slice(0, since.at), runs.slice(since.at)];
	const timeOf = (at) => runs[at]?.at ?? confirmedAt;
	const least = moved.map(({ at }, nth) => ({
		at,
		shift: Math.max(floor, leastShift(usual, moved.slice(0, nth + 1)))
	}));
	return {
		from: timeOf(since.from),
		at: timeOf(since.at),
		confirmedAt,
		least
	};
}
function withBadDay(past, usual, fresh) {
	const { at } = fresh;
	const least = [{
		at,
		shift: leastShift(usual, [fresh])
	}];
	return {
		...past,
		moves: [...past.moves, {
			from: at,
			at,
			confirmedAt: at,
			least
		}]
	};
}
function shiftAt(time, { moves }, carried = false) {
	const own = moves.filter(({ from, to, isAccepted }) => from <= time && (to === void 0 || time < to) && (carried || isAccepted !== true));
	if (own.length === 0) return void 0;
	return own.map(({ at, least }) => {
		const shift = (least.findLast((one) => one.at <= time) ?? least[0])?.shift ?? -1;
		return time < at ? Math.min(0, shift) : shift;
	}).reduce((sum, shift) => sum + shift, 0);
}

// src/core/drift/follow-beside-judge.ts
function followBeside(lines, past) {
	if (past.moves.length === 0 && past.acceptedAt === void 0) return followRow(lines);
	const { read, carried } = readLines(lines, past);
	const beside = stateOf(replay(read, past, carried));
	const latest = lines.findLast((line) => line.kind === "run");
	if (beside === void 0 || latest === void 0) return void 0;
	const state = {
		...beside,
		latest
	};
	if (isFallen(state.drift, latest)) return state;
	const plain = followRow(read);
	const isOff = shiftAt(latest.at, past, carried) !== void 0;
	const isMuted = isFallen(plain?.drift, latest) || isOff && plain?.suspected.some((one) => isJudged$1(one, state)) === true;
	const settled = state.settled ?? plain?.settled;
	return {
		...state,
		...settled === void 0 ? {} : { settled },
		...isMuted ? { unsure: true } : {}
	};
}
function lookBeside(suspected, { runs: all, latest }, fresh, past) {
	const shift = shiftAt(fresh.at, past);
	const runs = all.map((run) => shiftAt(run.at, past) === void 0 ? run : withoutJudged(run));
	if (shift === void 0) return lookAgain(suspected, runs, fresh);
	const plain = lookAgain(suspected, runs, fresh);
	return lookAgain(suspected, runs, besideShift(fresh, shift)).filter(({ layer, confirmed }) => confirmed || !isJudged$1({ channel: layer.split("/")[0] ?? "" }, { latest }) || plain.some((one) => one.layer === layer && !one.confirmed));
}
function readLines(lines, past) {
	const { acceptedAt } = past;
	if (acceptedAt === void 0) return {
		read: lines,
		carried: false
	};
	const [before, since] = [lines.filter(({ at }) => at < acceptedAt), lines.filter(({ at }) => at >= acceptedAt)];
	const { drift, runs } = replay(before, past, true);
	const latest = runs.at(-1);
	if (latest !== void 0 && isFallen(drift, latest) && since.every(({ kind }) => kind !== "accepted")) return {
		read: lines,
		carried: true
	};
	const all = runsOf(lines);
	return {
		read: [...before.flatMap((line) => {
			if (line.kind === "run") return [withoutJudged(line)];
			return line.kind === "confirmation" && isJudgedIn(channelIn(line), all) ? [] : [line];
		}), ...since],
		carried: false
	};
}
function replay(lines, past, carried) {
	const all = runsOf(lines);
	let held = emptyRow;
	for (const line of lines) if (line.kind === "run") held = addRun(held, line, shiftAt(line.at, past, carried));
	else if (line.kind !== "confirmation" || !line.confirmed || !isRash(line.at, past)) held = follow(held, line);
	else if (!isJudgedIn(channelIn(line), all) || held.suspected.some(({ channel }) => channel === channelIn(line))) held = follow(held, line);
	return held;
}
function addRun(held, run, shift) {
	if (shift === void 0) return follow(held, run);
	const plain = withoutJudged(run);
	if (isFallen(held.drift, run)) return follow(held, plain);
	const read = besideShift(run, shift);
	const next = follow(held, read);
	return held.runs.length > 0 && next.usual.length > 1 && next.usual.at(-1) === read ? {
		...next,
		usual: [...next.usual.slice(0, -1), plain],
		baseline: held.baseline.with(plain)
	} : next;
}
function isFallen(drift, run) {
	return drift?.found.some(({ layer, channel = "" }) => layer === "cases" && isJudgedIn(channel, [run])) === true;
}
function isRash(at, { moves }) {
	return moves.some(({ from, confirmedAt }) => from <= at && at < confirmedAt);
}
function channelIn({ layer }) {
	return layer.split("/")[0] ?? "";
}
function runsOf(lines) {
	return lines.flatMap((line) => line.kind === "run" ? [line] : []);
}

// src/core/drift/lines-of-report.ts
const digits$1 = 16;
function linesOfReport(report, place, isRefusal) {
	return report.prompts.flatMap(({ path, models }) => models.map((row) => {
		const replies = row.cases.flatMap((one) => one.replies);
		const judged = new Set(replies.flatMap(({ checks }) => checks.flatMap((one) => isJudged(one) ? [`metric:${one.check}`] : [])));
		return {
			kind: "run",
			version: 1,
			...place,
			prompt: path,
			model: row.model.new,
			served: servedBy(replies),
			cases: row.cases.map((one) => caseOf(one, isRefusal)),
			...judged.size === 0 ? {} : { judged: [...judged].toSorted() }
		};
	}));
}
function servedBy(replies) {
	return [...Map.groupBy(replies.flatMap(({ model }) => model ?? []), (model) => model)].map(([model, answered]) => ({
		model,
		replies: answered.length
	})).toSorted((a, b) => b.replies - a.replies || (a.model < b.model ? -1 : 1));
}
function caseOf({ id, asked, scoredBy, replies }, isRefusal) {
	const scored = replies.filter((reply) => reply.score !== void 0 && reply.error === void 0);
	const values = {};
	const take = (channel, read) => {
		const found = scored.map(read).filter((value) => value !== void 0);
		if (found.length > 0 && found.length === scored.length) values[channel] = found;
	};
	take("score", ({ score }) => score);
	take("pass", ({ passes }) => passes === void 0 ? void 0 : Number(passes));
	const judged = scored.some(({ checks }) => checks.some((one) => isJudged(one) && one.weight > 0));
	if (judged) take("plain", plainScore);
	take("refusal", ({ text }) => text === void 0 ? void 0 : Number(isRefusal(text)));
	take("length", ({ text }) => text?.length);
	take("latency", ({ latencyMs }) => latencyMs);
	take("cost", ({ costUsd }) => costUsd);
	for (const metric of new Set(scored.flatMap(gradedOf))) take(`metric:${metric}`, ({ checks }) => {
		const found = checks.find(({ check }) => check === metric);
		return found?.kind === "scored" ? found.value : void 0;
	});
	const input = scored[0]?.usage?.inputTokens;
	return {
		id,
		key: hash([asked ?? id, scoredBy ?? ""]).slice(0, digits$1),
		...input === void 0 || scored[0]?.usage?.estimated === true ? {} : { input },
		values,
		missing: replies.length - scored.length,
		...judged ? { judged: true } : {}
	};
}
function isJudged(check) {
	return check.kind === "scored" && check.judged === true;
}
function plainScore({ checks }) {
	const score = combineScores(checks.filter((check) => !isJudged(check)));
	return score.kind === "scored" ? score.value : void 0;
}
function gradedOf({ checks }) {
	return checks.flatMap((check) => check.kind === "scored" && !check.binary ? [check.check] : []);
}

// src/core/drift/with-fingerprints.ts
const most$1 = 5;
function withFingerprints(line, runs) {
	const answered = runs.filter(({ design }) => design.change.path === line.prompt).flatMap(({ design, cells }) => {
		const rows = design.rows.filter(({ model }) => showModel(model.new) === line.model).map(({ id }) => id);
		return cells.filter(({ cell }) => rows.includes(cell.row)).flatMap(({ trials }) => trials);
	}).flatMap((trial) => trial.new.reply.kind === "answered" ? [trial.new.reply.answer] : []);
	if (answered.every(({ fingerprint }) => fingerprint === void 0)) return line;
	const frequent = [...Map.groupBy(answered, ({ fingerprint }) => fingerprint)].toSorted(([, a], [, b]) => b.length - a.length).slice(0, most$1);
	const told = new Set(frequent.map(([fingerprint]) => fingerprint));
	const served = [...Map.groupBy(answered, ({ servedModel, fingerprint }) => JSON.stringify([servedModel, told.has(fingerprint) ? fingerprint ?? null : null])).values()].flatMap(([first, ...more]) => {
		if (first === void 0) return [];
		const { servedModel: model, fingerprint } = first;
		const replies = 1 + more.length;
		return [fingerprint !== void 0 && told.has(fingerprint) ? {
			model,
			fingerprint,
			replies
		} : {
			model,
			replies
		}];
	});
	return {
		...line,
		served: served.toSorted((a, b) => b.replies - a.replies || (a.model < b.model ? -1 : 1))
	};
}

// src/core/drift/sketch.ts
const dimensions = 64;
function directionOf(vector) {
	const signs = signsOf(vector.length);
	const sums = new Float64Array(dimensions);
	for (const [at, value] of vector.entries()) {
		const row = at * dimensions;
		for (let to = 0; to < dimensions; to++) sums[to] = (sums[to] ?? 0) + value * (signs[row + to] ?? 0);
	}
	return unit(sums);
}
function meanDirection(all) {
	const sums = new Float64Array(dimensions);
	for (const one of all) for (const [at, value] of one.entries()) sums[at] = (sums[at] ?? 0) + value;
	return unit(sums);
}
function angleBetween(one, other) {
	const cosine = one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
	return Math.min(1, Math.acos(Math.min(1, Math.max(-1, cosine))) / (Math.PI / 2));
}
function writeSketch(direction) {
	const most = Math.max(...direction.map(Math.abs));
	return Array.from(direction, (value) => 128 + Math.round(127 * value / most)).map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
function readSketch(text) {
	if (!/^[0-9a-f]{128}$/u.test(text)) return void 0;
	return unit(Float64Array.from({ length: dimensions }, (_, at) => Number.parseInt(text.slice(2 * at, 2 * at + 2), 16) - 128));
}
function unit(values) {
	const length = Math.hypot(...values);
	return length > 0 ? values.map((value) => value / length) : void 0;
}
const known = /* @__PURE__ */ new Map();
function signsOf(size) {
	const held = known.get(size);
	if (held !== void 0) return held;
	const random = seededRandom([6088644, dimensions]);
	const signs = Int8Array.from({ length: size * dimensions }, () => random() < 2 ** 31 ? 1 : -1);
	known.set(size, signs);
	return signs;
}

// src/core/drift/with-distances.ts
const referenceRuns = 3;
const sameModel = .03;
function withDistances(line, embedded, same, earlier) {
	const since = earlier.findLastIndex(({ kind }) => kind === "accepted");
	const references = Map.groupBy(earlier.slice(since + 1).flatMap((run) => run.kind === "run" && isOf(run, same) ? run.cases : []), ({ key }) => key);
	let sketched = false;
	const cases = line.cases.map((one) => {
		const directions = embedded(one);
		if (directions.length === 0) return one;
		const held = (references.get(one.key) ?? []).flatMap(({ sketch }) => readSketch(sketch ?? "") ?? []);
		const reference = held.length < referenceRuns ? void 0 : meanDirection(held.slice(0, referenceRuns));
		if (reference !== void 0) {
			const distance = directions.map((own) => Math.round(1e3 * angleBetween(own, reference)) / 1e3);
			return {
				...one,
				values: {
					...one.values,
					distance
				}
			};
		}
		const mean = meanDirection(directions);
		if (mean === void 0) return one;
		sketched = true;
		return {
			...one,
			sketch: writeSketch(mean)
		};
	});
	return {
		...line,
		cases,
		...sketched ? { embedder: writeSketch(same) } : {}
	};
}
function isOf({ embedder = "" }, same) {
	const was = readSketch(embedder);
	return was !== void 0 && angleBetween(was, same) <= sameModel;
}

// src/app/drift/measure-distances.ts
const same = "The shop is open from nine to five, and closed on Sundays.";
async function measureDistances(lines, report, earlierOf, ports, { settings, at }, left) {
	const { embeddings } = settings;
	if (embeddings === void 0 || !settings.drift.layers.includes("cases") || lines.length === 0) return {
		lines,
		spent: [],
		notes: []
	};
	const limits = {
		maxCalls: left.calls,
		maxCostUsd: left.usd,
		limitsCost: true
	};
	const session = await ports.openAsking({
		...settings,
		...limits
	}, left.calls);
	try {
		const texts = new Map(lines.map((line) => [line, textsOf(line, report)]));
		const all = [...texts.values()].flatMap((byCase) => [...byCase.values()].flat());
		const ask = { ...session.ask };
		ask.reply = (call) => session.ask.reply({
			...call,
			notBefore: Date.parse(at)
		});
		const embedded = await embedTexts(embeddingRequests([same, ...all], embeddings), ask);
		const spent = [session.spent()];
		if (embedded.kind === "failed") return {
			lines,
			spent,
			notes: [`Replies were not embedded: ${embedded.why}`]
		};
		const directions = /* @__PURE__ */ new Map();
		for (const [text, vector] of embedded.vectors) {
			const direction = directionOf([...vector]);
			if (direction !== void 0) directions.set(text, direction);
		}
		const own = directions.get(same);
		if (own === void 0) return {
			lines,
			spent,
			notes: ["Replies were not embedded: the vectors are empty."]
		};
		return {
			lines: lines.map((line) => {
				const directionsOf = ({ id }) => {
					const said = texts.get(line)?.get(id) ?? [];
					const found = said.flatMap((text) => directions.get(text) ?? []);
					return found.length === said.length ? found : [];
				};
				return withDistances(line, directionsOf, own, earlierOf(line));
			}),
			spent,
			notes: []
		};
	} finally {
		await session.close();
	}
}
function textsOf({ prompt, model }, { prompts }) {
	const row = prompts.find(({ path }) => path === prompt)?.models.find((one) => one.model.new === model);
	return new Map((row?.cases ?? []).map(({ id, replies }) => {
		const scored = replies.filter(({ score, error }) => score !== void 0 && error === void 0);
		const texts = scored.flatMap(({ text }) => text === void 0 || text.trim() === "" ? [] : [text]);
		return [id, texts.length === scored.length ? texts.map((text) => text.slice(0, longestEmbedded)) : []];
	}));
}

// src/app/drift/observe-replies.ts
async function observeReplies({ report, design }, metrics, ports, { settings }, left) {
	if (metrics.length === 0 || design === void 0) return {
		report,
		spent: [],
		notes: []
	};
	const limits = {
		maxCalls: Math.max(1, Math.floor(left.calls / 2)),
		maxCostUsd: left.usd / 2,
		limitsCost: true
	};
	const session = await ports.openAsking({
		...settings,
		...limits
	}, limits.maxCalls);
	try {
		const votes = settings.judge?.votes ?? 1;
		const deps = {
			ask: session.ask,
			roles: rolesOf(settings),
			kinds: checkKinds,
			votes
		};
		const unknown = /* @__PURE__ */ new Map();
		const prompts = await Promise.all(report.prompts.map(async (prompt) => {
			const cells = design.prompts.find(({ change }) => change.path === prompt.path)?.cells ?? [];
			const asked = new Map(cells.map((cell) => [cell.exam.key, cell]));
			const models = await Promise.all(prompt.models.map(async (row) => {
				const cases = await Promise.all(row.cases.map((one) => {
					const cell = asked.get(one.id);
					if (cell === void 0 || cell.scenario !== void 0) return one;
					const messages = (cell.new ?? cell.old)?.messages ?? [];
					return observeCase(one, {
						golden: cell.exam.golden,
						messages
					}, metrics, deps, unknown);
				}));
				return {
					...row,
					cases
				};
			}));
			return {
				...prompt,
				models
			};
		}));
		const notes = [...unknown].map(([metric, { count, why }]) => `${count} ${count === 1 ? "reply has" : "replies have"} no ${metric} grade: ${why}`);
		return {
			report: {
				...report,
				prompts
			},
			spent: [session.spent()],
			notes
		};
	} finally {
		await session.close();
	}
}
async function observeCase(one, asked, metrics, deps, unknown) {
	const replies = await Promise.all(one.replies.map(async (reply) => {
		const { text, error, checks } = reply;
		if (text === void 0 || error !== void 0 || reply.cut === true) return reply;
		const own = metrics.filter(({ check }) => checks.every(({ check: name }) => name !== check.name));
		const golden = {
			...asked.golden,
			checks: own.map(({ check }) => check),
			notRun: []
		};
		const scores = (await judgeText({
			golden,
			messages: asked.messages,
			text
		}, 0, deps)).flatMap(({ score }) => {
			if (score.kind === "scored") return [{
				...score,
				weight: 0,
				judged: true
			}];
			const held = unknown.get(score.check) ?? {
				count: 0,
				why: score.why
			};
			unknown.set(score.check, {
				...held,
				count: held.count + 1
			});
			return [];
		});
		return {
			...reply,
			checks: [...checks, ...scores]
		};
	}));
	return {
		...one,
		replies
	};
}

// src/core/drift/row-of-judge.ts
function rowOfJudge(state) {
	const { model, verdict, served, servedBefore, since, ended, settled, found, metrics, runs } = rowOfState(state, ["served", "cases"]);
	const grades = found.find(({ channel }) => channel === "grade");
	const { grade } = metrics;
	return {
		model,
		verdict,
		served,
		runs,
		...servedBefore === void 0 ? {} : { servedBefore },
		...since === void 0 ? {} : { since },
		...ended === void 0 ? {} : { ended },
		...settled === void 0 ? {} : { settled },
		...found.length === 0 ? {} : { told: grades === void 0 ? "served" : "grades" },
		...grades?.towards === void 0 ? {} : { towards: grades.towards },
		...grade === void 0 ? {} : { grade },
		anchors: state.latest.cases.filter(({ values }) => values["grade"] !== void 0).length
	};
}

// src/core/drift/suspect-judge.ts
function suspectJudge({ suspected, runs, drift }, rows) {
	if (suspected.length > 0) return suspected;
	if (rows.length === 0 || drift?.found.some(({ layer }) => layer === "cases") === true) return [];
	const [first = ""] = rows.flatMap((row) => row.suspected.map(({ since }) => row.runs[since.at]?.at ?? "")).toSorted();
	const at = runs.findIndex((run) => run.at >= first);
	if (at < fewestRuns.grade) return [];
	return [{
		channel: "grade",
		towards: -1,
		isSuite: true,
		cases: [],
		asked: "withPrompts",
		since: {
			at,
			from: at,
			to: at
		}
	}];
}
function hasBadDay(told) {
	return told.some((line) => line.kind === "confirmation" && line.layer === "grade/lower" && !line.confirmed && line.p <= badDay);
}
const badDay = .05;

// src/app/drift/pick-anchors.ts
const most = 8;
const longest = 4e3;
const digits = 16;
function judgedPlaces({ prompts }, { kinds }, beside) {
	const places = prompts.flatMap(({ change, cells }) => cells.flatMap((cell) => {
		const { golden, key } = cell.exam;
		if (cell.scenario !== void 0 || golden.tools !== void 0 || golden.earlier !== void 0) return [];
		const more = beside.filter(({ name }) => golden.checks.every((check) => check.name !== name));
		return judgedChecks({
			...golden,
			checks: [...golden.checks, ...more]
		}, kinds).map((named) => {
			return {
				id: `${change.path}, ${key}: ${named.check.name}`,
				path: change.path,
				cell,
				named
			};
		});
	}));
	return [...new Map(places.map((place) => [place.id, place])).values()];
}
function pickAnchors(places, kept, known, deps) {
	const byId = new Map(places.map((place) => [place.id, place]));
	const replies = kept.flatMap((line) => {
		const place = byId.get(line.id);
		const anchor = place === void 0 ? void 0 : anchorOf(place, line.text, deps);
		return anchor?.key === line.key ? [anchor] : [];
	});
	const references = [...Map.groupBy(places, ({ named: { check } }) => hash([check.kind, check.argument])).values()].map((group) => group.flatMap((place) => referenceOf(place, deps) ?? []).map((anchor) => ({
		anchor,
		rank: known.has(anchor.key) ? 0 : 1
	})).toSorted((a, b) => a.rank - b.rank || (a.anchor.key < b.anchor.key ? -1 : 1)).map(({ anchor }) => anchor));
	return [...replies, ...inTurns(references)].slice(0, most);
}
function pickReplies(places, report, anchors, deps) {
	const byId = new Map(places.map((place) => [place.id, place]));
	const held = new Set(anchors.filter((line) => isValid(line, byId.get(line.id), deps)).map(({ id }) => id));
	const sorted = places.flatMap((place) => {
		if (held.has(place.id)) return [];
		const replies = report.prompts.filter(({ path }) => path === place.path).flatMap(({ models }) => models.flatMap(({ cases }) => cases)).filter(({ id }) => id === place.cell.exam.key).flatMap((one) => one.replies);
		for (const reply of replies) {
			const grade = gradeOf(reply, place);
			const anchor = grade === void 0 ? void 0 : anchorOf(place, textToKeep(reply), deps);
			if (anchor !== void 0 && grade !== void 0) return [{
				grade,
				id: place.id,
				key: anchor.key,
				text: anchor.given.text
			}];
		}
		return [];
	}).toSorted((a, b) => a.grade - b.grade || (a.key < b.key ? -1 : 1));
	const wanted = Math.min(sorted.length, Math.max(0, most - held.size));
	return Array.from({ length: wanted }, (_, at) => sorted[Math.floor((at + .5) * sorted.length / wanted)]).flatMap((one) => one === void 0 ? [] : [{
		id: one.id,
		key: one.key,
		text: one.text
	}]);
}
function isValid(line, place, deps) {
	return place !== void 0 && anchorOf(place, line.text, deps)?.key === line.key;
}
function gradeOf({ text, transcript, toolCalls, cut, error, checks }, { named }) {
	if (text === void 0 || text.trim() === "" || error !== void 0 || cut === true) return void 0;
	if (transcript !== void 0 || toolCalls !== void 0) return void 0;
	const found = checks.find(({ check, scorer }) => check === named.check.name && scorer === named.check.kind);
	return found?.kind === "scored" ? found.value : void 0;
}
function textToKeep({ text = "" }) {
	return maskPersonalData(text).slice(0, longest).toWellFormed();
}
function anchorOf(place, text, deps, without = false) {
	const { golden: whole, key: _ } = place.cell.exam;
	const { reference: __, ...rest } = whole;
	const given = {
		golden: {
			...without ? rest : whole,
			checks: [place.named.check],
			notRun: []
		},
		messages: (place.cell.new ?? place.cell.old)?.messages ?? [],
		text
	};
	const askings = firstAskings(place.named, given, deps);
	if (askings.length === 0) return void 0;
	const { judge, embeddings } = deps.roles;
	const key = hash([
		judge ?? null,
		embeddings ?? null,
		askings.map(({ question, trial }) => [question, trial])
	]);
	return {
		id: place.id,
		key: key.slice(0, digits),
		given
	};
}
function referenceOf(place, deps) {
	const { reference = "" } = place.cell.exam.golden;
	if (reference.trim() === "") return void 0;
	const share = parts[Number.parseInt(hash(place.id).slice(0, 6), 16) % parts.length] ?? 1;
	return anchorOf(place, beginningOf(reference, share), deps, share === 1);
}
const parts = [
	1,
	1 / 2,
	1 / 4
];
function beginningOf(text, share) {
	if (share === 1) return text;
	const letters = [...text];
	const cut = letters.slice(0, Math.max(1, Math.ceil(letters.length * share))).join("");
	const end = cut.search(/\s\S*$/u);
	return end > cut.length / 2 ? cut.slice(0, end) : cut;
}
function inTurns(lists) {
	const longest = Math.max(0, ...lists.map((list) => list.length));
	return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

// src/app/drift/watch-judge.ts
const drawsApart = 100;
async function watchJudge({ report, design, beside }, ports, place, limits) {
	const { settings } = place;
	const { judge } = settings;
	if (judge === void 0 || design === void 0 || !settings.drift.layers.includes("judge")) return void 0;
	const places = judgedPlaces(design, { kinds: checkKinds }, beside);
	if (places.length === 0) return void 0;
	const name = showModel(judge);
	const earlier = place.rows.get(rowName("*judge*", name)) ?? [];
	const past = pastOfJudge(earlier);
	const about = {
		version: 1,
		at: place.at,
		run: place.run,
		prompt: judgeRow,
		model: name
	};
	return grading(ports, settings, limits, place.at, async (deps) => {
		const held = earlier.filter((line) => line.kind === "anchor");
		const fresh = settings.drift.historyTexts ? pickReplies(places, report, held, deps) : [];
		const kept = [...held, ...fresh.map((one) => ({
			kind: "anchor",
			...about,
			...one
		}))];
		const known = earlier.findLast((line) => line.kind === "run")?.cases.map(({ key }) => key) ?? [];
		const anchors = pickAnchors(places, kept, new Set(known), deps);
		const none = {
			model: name,
			served: [],
			anchors: 0,
			runs: 0
		};
		if (anchors.length === 0) return {
			row: {
				...none,
				verdict: "baseline",
				why: unwatched
			},
			past
		};
		const heard = await gradeAll(anchors, [0], deps);
		if (heard.cases.every(({ values }) => values["grade"] === void 0)) return {
			row: {
				...none,
				verdict: "invalid",
				why: heard.why ?? "it scores no text"
			},
			past
		};
		const line = {
			kind: "run",
			...about,
			served: heard.served,
			cases: heard.cases
		};
		const taken = place.accepted.has(rowName("*judge*", name)) ? [takenAsUsual(line)] : [];
		const own = [
			...kept.slice(held.length),
			line,
			...taken
		];
		await place.keep(own);
		return toldOf([...earlier, ...own], anchors);
	});
}
async function confirmJudge(watched, rows, ports, place, limits) {
	const { graded } = watched;
	if (graded === void 0) return watched;
	const { state, lines, anchors } = graded;
	const suspected = suspectJudge(state, rows);
	if (suspected.length === 0) return watched;
	return grading(ports, place.settings, limits, place.at, async (deps) => {
		const draws = Array.from({ length: 5 }, (_, at) => drawsAgain + at * drawsApart);
		const { cases } = await gradeAll(anchors, draws, deps);
		const told = lookAgain(suspected, state.runs, {
			...state.latest,
			cases
		});
		if (told.length > 0) await place.keep(told);
		const after = toldOf([...lines, ...told], anchors);
		const isUnheard = told.length === 0 && state.suspected.length > 0;
		const { row } = after;
		if (hasBadDay(told)) return {
			...after,
			past: withBadDay(after.past, state.runs.slice(0, -1), {
				...state.latest,
				cases
			})
		};
		return {
			...after,
			row: isUnheard ? {
				...row,
				verdict: "invalid",
				why: unheard
			} : row
		};
	}, watched.spent);
}
const unwatched = "there is no text that it could grade again. Give judged cases a `reference`, or set `history-texts: true` under `drift`.";
const unheard = "its grades changed, but too few fresh ones came to confirm it. The next run looks again.";
function toldOf(lines, anchors) {
	const state = followRow(lines);
	const past = pastOfJudge(lines);
	if (state === void 0) throw new Error("a judge that graded has a run");
	return {
		row: rowOfJudge(state),
		past,
		graded: {
			state,
			lines,
			anchors
		}
	};
}
async function grading(ports, settings, limits, at, work, spent = []) {
	const own = {
		...settings,
		maxCalls: limits.calls,
		maxCostUsd: limits.usd,
		limitsCost: true
	};
	const session = await ports.openAsking(own, limits.calls);
	try {
		const votes = settings.judge?.votes ?? 1;
		const ask = { ...session.ask };
		ask.reply = (call) => session.ask.reply({
			...call,
			notBefore: Date.parse(at)
		});
		return {
			...await work({
				ask,
				roles: rolesOf(settings),
				kinds: checkKinds,
				votes
			}),
			spent: [...spent, session.spent()]
		};
	} finally {
		await session.close();
	}
}
async function gradeAll(anchors, draws, deps) {
	const answered = /* @__PURE__ */ new Map();
	const ask = {
		...deps.ask,
		reply: async (call) => {
			const reply = await deps.ask.reply(call);
			if (reply.kind === "answered" && call.purpose === "judge") answered.set(reply.answer.servedModel, (answered.get(reply.answer.servedModel) ?? 0) + 1);
			return reply;
		}
	};
	const why = [];
	const cases = await Promise.all(anchors.map(async ({ id, key, given }) => {
		const scores = (await Promise.all(draws.map((from) => judgeText(given, from, {
			...deps,
			ask
		})))).flatMap((checks) => checks.map(({ score }) => score));
		const grades = scores.flatMap((score) => score.kind === "scored" ? [Math.round(score.value * 1e4) / 1e4] : []);
		why.push(...scores.flatMap((score) => score.kind === "scored" ? [] : [score.why]));
		return {
			id,
			key,
			values: grades.length === 0 ? {} : { grade: grades },
			missing: draws.length - grades.length
		};
	}));
	const served = [...answered].map(([model, replies]) => ({
		model,
		replies
	}));
	const [first] = why;
	return {
		served: served.toSorted((a, b) => b.replies - a.replies || (a.model < b.model ? -1 : 1)),
		cases,
		...first === void 0 ? {} : { why: first }
	};
}

// src/app/drift/watch-golden.ts
async function watchGolden(request, ports, place, limits) {
	const { drift: settings } = place.settings;
	const when = {
		at: place.at,
		run: place.run
	};
	const metrics = settings.metrics.length === 0 ? [] : chooseMetrics(settings, place.settings, (name) => ports.hasKey(place.settings, name), "drift.metrics");
	const result = await ask(request, ports, {
		trials: settings.trials,
		prompts: request.named,
		...limits
	});
	const observed = await observeReplies(result, metrics, ports, place, leftOf(limits, result.report));
	const { report: seen } = observed;
	const told = linesOfReport(seen, when, isRefusal).filter(hasReply).map((line) => withFingerprints(line, result.runs ?? [])).map((line) => settings.layers.includes("fingerprint") ? {
		...line,
		watchesFingerprint: true
	} : line).map((line) => settings.historyTexts ? withTexts(line, casesOf(line, seen), earlierOf(line, place)) : line);
	const rest = observed.spent.reduce(leftOf, leftOf(limits, seen));
	const distances = await measureDistances(told, seen, (line) => earlierOf(line, place), ports, place, rest);
	const { lines } = distances;
	const taken = lines.filter(({ prompt, model }) => place.accepted.has(rowName(prompt, model))).map(takenAsUsual);
	if (lines.length > 0) await place.keep([...lines, ...taken]);
	const rows = lines.map((line) => ({
		line,
		known: [
			...earlierOf(line, place),
			line,
			...taken.filter(({ prompt, model }) => prompt === line.prompt && model === line.model)
		]
	}));
	const statesBy = (past) => rows.flatMap(({ known }) => followBeside(known, past) ?? []);
	let left = distances.spent.reduce(leftOf, rest);
	let judge = await watchJudge({
		...result,
		report: seen,
		beside: metrics.map(({ check: own }) => own)
	}, ports, place, left);
	if (judge !== void 0) {
		left = judge.spent.reduce(leftOf, left);
		const fell = statesBy(judge.past).filter((state) => state.suspected.some((one) => isJudged$1(one, state)));
		const before = judge.spent.length;
		judge = await confirmJudge(judge, fell, ports, place, left);
		left = judge.spent.slice(before).reduce(leftOf, left);
	}
	const { past } = judge ?? { past: steadyJudge };
	const states = statesBy(past);
	const suspected = states.filter((state) => watchedSuspicions(state, settings).length > 0);
	const again = suspected.length === 0 ? void 0 : await confirm(suspected, left, request, ports);
	const wanted = metrics.filter(({ check: { name } }) => suspected.some((state) => state.suspected.some(({ channel }) => channel === `metric:${name}`)));
	const fresh = again && await observeReplies(again, wanted, ports, place, leftOf(left, again.report));
	const more = fresh?.report;
	const heard = more === void 0 ? [] : linesOfReport(more, when, isRefusal);
	const wantsDistance = suspected.some((state) => state.suspected.some(({ channel }) => channel === "distance"));
	const freshLines = fresh === void 0 || !wantsDistance ? {
		lines: heard,
		spent: [],
		notes: []
	} : await measureDistances(heard, fresh.report, (line) => earlierOf(line, place), ports, place, fresh.spent.reduce(leftOf, leftOf(left, fresh.report)));
	const confirmations = freshLines.lines.flatMap((line) => {
		const state = suspected.find(({ latest }) => latest.prompt === line.prompt && latest.model === line.model);
		return state === void 0 ? [] : lookBeside(watchedSuspicions(state, settings), state, line, past);
	});
	if (confirmations.length > 0) await place.keep(confirmations);
	return {
		states: rows.flatMap(({ line, known }) => {
			const isOwn = ({ prompt, model }) => prompt === line.prompt && model === line.model;
			const own = confirmations.filter(isOwn);
			if (own.length === 0) return states.filter(({ latest }) => isOwn(latest));
			return followBeside([...known, ...own], past) ?? [];
		}),
		asked: [seen, ...more === void 0 ? [] : [more]],
		...judge === void 0 ? {} : { judge },
		observed: {
			spent: [
				observed,
				distances,
				fresh,
				freshLines
			].flatMap((one) => one?.spent ?? []),
			notes: [
				observed,
				distances,
				fresh,
				freshLines
			].flatMap((one) => one?.notes ?? [])
		}
	};
}
function ask({ inputs, signal }, ports, { trials, prompts, calls, usd }) {
	return check({
		inputs: {
			...inputs,
			mode: "check",
			sampling: "fixed",
			trials,
			"baseline-age": 0,
			"max-calls": calls,
			"max-cost": usd
		},
		named: prompts,
		signal
	}, ports);
}
function confirm(suspected, left, request, ports) {
	const prompts = [...new Set(suspected.map(({ latest }) => latest.prompt))];
	ports.progress.say(`${prompts.join(", ")}: something changed; checking with ${5} fresh replies per case.`);
	return ask(request, ports, {
		trials: 5,
		prompts: {
			written: prompts,
			folder: ""
		},
		...left
	});
}
function isRefusal(text) {
	return findRefusal(text) !== void 0;
}
function hasReply({ cases }) {
	return cases.some(({ values }) => Object.keys(values).length > 0);
}
function earlierOf({ prompt, model }, { rows }) {
	return rows.get(rowName(prompt, model)) ?? [];
}
function casesOf({ prompt, model }, { prompts }) {
	return (prompts.find(({ path }) => path === prompt)?.models ?? []).find((row) => row.model.new === model)?.cases ?? [];
}

// src/app/drift/watch-drift.ts
async function watchDrift(request, ports, openHistory) {
	const { inputs } = request;
	const pull = await ports.host.pullRequest();
	if ("nothing" in pull) throw new ProblemError({
		reason: "files",
		what: `there is nothing to watch: ${pull.nothing}`
	});
	if (pull.number !== void 0) throw new ProblemError({
		reason: "config",
		what: "`mode: drift` watches a branch, but this run is for a pull request, whose prompts are not those in use.",
		fix: "Run it on a `schedule`, or by hand (`workflow_dispatch`)."
	});
	const { settings: whole } = await readSettings(ports.host, pull, inputs);
	const { drift: said } = whole;
	const settings = request.canaryOnly === true ? {
		...said,
		layers: ["canary"]
	} : said;
	const history = openHistory(whole);
	const kept = await history.read();
	const accepted = await request.accepted?.(whole, kept);
	const at = new Date(ports.clock.now()).toISOString();
	const limits = {
		calls: settings.budget.calls ?? whole.maxCalls,
		usd: settings.budget.usd ?? whole.maxCostUsd
	};
	const place = {
		at,
		run: request.run,
		settings: {
			...whole,
			drift: settings
		},
		rows: rowsOfHistory(kept.lines),
		accepted: accepted?.rows ?? /* @__PURE__ */ new Set(),
		keep: history.notKept === void 0 ? history.append : async () => void 0
	};
	const golden = asksGolden(settings) ? await watchGolden(request, ports, place, limits) : void 0;
	const beside = [...golden?.judge?.spent ?? [], ...golden?.observed.spent ?? []];
	const left = [...golden?.asked ?? [], ...beside].reduce(leftOf, limits);
	const canaries = settings.layers.includes("canary") ? await watchCanaries(ports, place, left) : void 0;
	const report = reportDrift({
		states: golden?.states ?? [],
		asked: golden?.asked ?? [],
		beside,
		...canaries === void 0 ? {} : { canaries },
		...golden?.judge === void 0 ? {} : { judge: golden.judge },
		kept,
		notes: [
			history.notKept,
			history.untold,
			...golden?.observed.notes ?? [],
			...kept.notes ?? [],
			...accepted?.notes ?? []
		].filter((note) => note !== void 0),
		settings,
		place: {
			at,
			tool: ports.tool,
			head: pull.head
		}
	});
	return {
		report,
		settings: whole,
		isWhole: isWholeRun(request, golden?.asked[0], report)
	};
}
function asksGolden({ layers }) {
	return layers.includes("cases") || !layers.includes("canary");
}

// src/app/drift/watch-locally.ts
async function watchLocally(asked, ports, openHistory) {
	const { report, settings, isWhole } = await watchOrProblems(asked, ports, openHistory);
	if (settings !== void 0) await alertOfDrifts(report, settings, asked.alerts, {
		signal: asked.signal,
		except: [],
		isWhole
	});
	const faulty = report.problems.some(isOfInput);
	const files = await filesOf(report, asked);
	if (asked.json === true) return {
		text: [escapeHidden(JSON.stringify(report, null, 2)), "\n"],
		files,
		open: report.open,
		faulty
	};
	const { writeDrift } = await import("./drift.js");
	return {
		text: [writeDrift(report, asked.screen)],
		files,
		open: report.open,
		faulty
	};
}
async function filesOf(report, { html, comment, loadPage }) {
	if (html === void 0 && comment === void 0) return [];
	const { driftSummary, writeDriftHtml } = await import("./drift.js");
	const page = html === void 0 ? void 0 : writeDriftHtml(report, (await loadPage()).hash);
	return [...html === void 0 || page === void 0 ? [] : [{
		path: html,
		text: [page]
	}], ...comment === void 0 ? [] : [{
		path: comment,
		text: [driftSummary(report), "\n"]
	}]];
}
async function watchOrProblems(request, ports, openHistory) {
	const startedAt = new Date(ports.clock.now()).toISOString();
	try {
		return await watchDrift(request, ports, openHistory);
	} catch (fault) {
		if (!(fault instanceof ProblemError)) throw fault;
		return {
			report: {
				version: 1,
				tool: ports.tool,
				startedAt,
				head: {
					sha: "",
					ref: ""
				},
				verdict: "invalid",
				problems: fault.problems,
				notes: [],
				prompts: [],
				calls: {
					made: 0,
					failed: 0
				},
				open: false
			},
			isWhole: false
		};
	}
}

export { withoutReplies as a, standingOfJudge as i, watchOrProblems as n, alertOfDrifts as r, watchLocally as t };