import { r as isOfInput, t as ProblemError } from "./problem.js";
import { t as escapeHidden } from "./show-hidden.js";
import { lt as logChoose, ot as randomBelow, st as seededRandom } from "./named-checks.js";
import { t as hash } from "./hash.js";
import { i as rowsOfHistory, r as rowName } from "./read-history.js";
import { c as findRefusal } from "./scorers.js";
import { t as check } from "./check.js";
import { a as readSettings } from "./read-settings.js";
import { E as string, b as number, d as boolean, i as _enum, l as array, v as literal, w as record, x as object } from "./zod.js";
import { t as problemSchema } from "./problem-schema.js";
import { n as dollars, t as count } from "./quantities.js";
import { s as driftLayers } from "./config-schema.js";

// src/core/drift/channels.ts
const fixed = {
	score: {
		worse: "lower",
		scale: "share"
	},
	pass: {
		worse: "lower",
		scale: "share"
	},
	refusal: {
		worse: "higher",
		scale: "share"
	},
	distance: {
		worse: "higher",
		scale: "share"
	},
	length: {
		worse: "either",
		scale: "size"
	},
	latency: {
		worse: "higher",
		scale: "size"
	},
	cost: {
		worse: "higher",
		scale: "size"
	}
};
const metric = {
	worse: "lower",
	scale: "share"
};
function channelOf(name) {
	if (name.startsWith("metric:")) return metric;
	return Object.hasOwn(fixed, name) ? fixed[name] : void 0;
}
function onScale(value, { scale }) {
	return scale === "share" ? value : Math.log(Math.max(value, 1e-9));
}

// src/core/drift/baseline.ts
const mostBaselineRuns = 30;
const emptyBaseline = baselineOf(0, /* @__PURE__ */ new Map(), /* @__PURE__ */ new Set());
function baselineFrom(runs) {
	return runs.reduce((held, run) => held.with(run), emptyBaseline);
}
function baselineOf(runs, held, keys) {
	return {
		runs,
		knows: ({ key }) => keys.has(key),
		of: (one, channel) => held.get(nameOf(one, channel)),
		with: (run) => {
			if (runs >= mostBaselineRuns && run.cases.every((one) => isFull(one, held))) return baselineOf(runs + 1, held, keys);
			const grown = new Map(held);
			for (const one of run.cases) for (const [channel, values] of Object.entries(one.values)) {
				const about = channelOf(channel);
				const before = grown.get(nameOf(one, channel)) ?? none;
				if (about === void 0 || values.length === 0 || before.runs >= mostBaselineRuns) continue;
				const after = values.reduce((moments, value) => grow(moments, onScale(value, about)), before);
				grown.set(nameOf(one, channel), {
					...after,
					runs: before.runs + 1
				});
			}
			return baselineOf(runs + 1, grown, /* @__PURE__ */ new Set([...keys, ...run.cases.map(({ key }) => key)]));
		}
	};
}
function isFull(one, held) {
	return Object.keys(one.values).every((channel) => (held.get(nameOf(one, channel)) ?? none).runs >= mostBaselineRuns);
}
const none = {
	count: 0,
	runs: 0,
	mean: 0,
	squares: 0
};
function grow({ count, runs, mean, squares }, value) {
	const next = mean + (value - mean) / (count + 1);
	return {
		count: count + 1,
		runs,
		mean: next,
		squares: squares + (value - mean) * (value - next)
	};
}
function nameOf({ key }, channel) {
	return `${key} ${channel}`;
}

// src/core/drift/drift.ts
function caseChannel(run) {
	return run?.cases.some(({ values }) => values["pass"] !== void 0) === true ? "pass" : "score";
}
function servedBy$1(run) {
	return (run?.served ?? []).map(({ model }) => model);
}
function valuesTowards(one, channel, towards) {
	return (one.values[channel] ?? []).map((value) => -towards * value);
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
const known = /* @__PURE__ */ new Map();
function betaQuantile(a, b) {
	const name = `${a}/${b}`;
	const held = known.get(name);
	if (held !== void 0) return held;
	let [low, high] = [0, 1];
	for (let step = 0; step < 40; step++) {
		const middle = (low + high) / 2;
		if (atLeast(a, a + b - 1, middle) < caution) low = middle;
		else high = middle;
	}
	known.set(name, low);
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
const allowance = .5;
const imagined = 5;
const mostSquare = 9;
function readSuite(run, name, channel, baseline) {
	const compared = run.cases.flatMap((one) => {
		const values = one.values[name] ?? [];
		const usual = baseline.of(one, name);
		if (values.length === 0 || usual === void 0 || usual.count === 0) return [];
		return [{
			change: values.reduce((sum, value) => sum + onScale(value, channel), 0) / values.length - usual.mean,
			now: values.length,
			usual
		}];
	});
	if (compared.length === 0) return void 0;
	const pooled = pooledVariance(compared.map(({ usual }) => usual));
	const n = compared.length;
	const replies = compared.reduce((sum, { now }) => sum + now, 0);
	const variance = compared.reduce((sum, { now, usual }) => {
		const prior = channel.scale === "share" ? .25 : pooled;
		return sum + (usual.squares + prior) / Math.max(1, usual.count) * (1 / now + 1 / usual.count);
	}, 0);
	const floor = channel.scale === "share" ? .25 * (1 / replies) ** 2 : 1e-6;
	const change = compared.reduce((sum, one) => sum + one.change, 0) / n;
	return {
		change,
		z: change / Math.sqrt(variance / n ** 2 + floor),
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
function pooledVariance(usual) {
	const freedom = usual.reduce((sum, { count }) => sum + count - 1, 0);
	return freedom <= 0 ? 1 : usual.reduce((sum, { squares }) => sum + squares, 0) / freedom;
}

// src/core/drift/read-layers.ts
const fewestRuns = {
	share: 3,
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
	const same = run.cases.flatMap((one) => {
		const earlier = before.cases.find(({ key }) => key === one.key);
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
function isOver({ since, found }, usual, runs) {
	const latest = runs.at(-1);
	if (latest === void 0) return false;
	return found.every(({ layer, channel, towards = -1, cases }) => {
		if (layer === "served" || layer === "tokens") {
			const reading = readAdmitted(usual.at(-1), latest).find((one) => one.layer === layer);
			return reading !== void 0 && !reading.alarm && (layer !== "served" || servedBy$1(latest).length > 0);
		}
		const name = channel === void 0 || channel === "case" ? caseChannel(latest) : channel;
		const part = (run) => cases.length === 0 ? run : {
			...run,
			cases: run.cases.filter(({ id }) => cases.includes(id))
		};
		if (part(latest).cases.every((one) => !usual.some((run) => run.cases.some(({ key }) => key === one.key)))) return true;
		return widths.some((width) => {
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
	const { drift, ended, readings, suspected, baseline, usual, runs } = held;
	return {
		verdict: drift !== void 0 ? "drifted" : runs.length <= fewestRuns.share ? "baseline" : "steady",
		latest,
		layers: readings,
		suspected,
		...drift === void 0 ? {} : { drift },
		...ended === void 0 ? {} : { ended },
		baseline,
		runs,
		usual
	};
}
function follow(held, line) {
	switch (line.kind) {
		case "run": return addRun(held, line);
		case "confirmation": return line.confirmed ? begin(held, line.layer, line.cases) : rest(held, line.layer);
		case "accepted": return {
			...emptyRow,
			runs: held.runs.slice(-1),
			usual: held.runs.slice(-1),
			baseline: baselineFrom(held.runs.slice(-1))
		};
	}
}
function addRun(before, run) {
	const { ended: _, ...held } = before;
	if (held.runs.at(-1) !== void 0 && !isSameExam(held.baseline, run)) return addRun(emptyRow, run);
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
		suspected: suspected.map((one) => ({
			...one,
			since: changeOf(runs, one.channel, one.cases)
		}))
	};
	const told = admitted.filter(({ alarm }) => alarm);
	if (held.drift !== void 0) return goOn(next, held.drift, run);
	if (told.length > 0) {
		const at = held.runs.length;
		const found = told.map(({ layer }) => ({
			layer,
			cases: []
		}));
		return {
			...next,
			drift: {
				since: {
					at,
					from: at,
					to: at
				},
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
function isSameExam(baseline, { cases }) {
	const known = cases.filter(baseline.knows);
	return cases.length === 0 || 2 * known.length >= cases.length;
}
function isOpen(drift) {
	return drift === void 0 || drift.found.every(({ layer }) => layer !== "cases");
}
function goOn(held, drift, run) {
	const { drift: _, ...without } = held;
	if (!isOver(drift, held.usual, held.runs)) return {
		...held,
		drift: {
			...drift,
			runs: held.runs
		}
	};
	return {
		...without,
		sums: /* @__PURE__ */ new Map(),
		evidence: /* @__PURE__ */ new Map(),
		usual: [...held.usual, run],
		baseline: held.baseline.with(run),
		suspected: [],
		ended: {
			...drift,
			runs: held.runs
		}
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
	if (held.drift !== void 0) return {
		...held,
		drift: {
			...held.drift,
			found: [...held.drift.found, ...found]
		}
	};
	const since = changeOf(held.runs, channel, cases);
	const usual = held.usual.filter((run) => held.runs.indexOf(run) < since.at);
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

// src/core/drift/lines-of-report.ts
const digits = 16;
function linesOfReport(report, place, isRefusal) {
	return report.prompts.flatMap(({ path, models }) => models.map((row) => {
		const replies = row.cases.flatMap((one) => one.replies);
		return {
			kind: "run",
			version: 1,
			...place,
			prompt: path,
			model: row.model.new,
			served: servedBy(replies),
			cases: row.cases.map((one) => caseOf(one, isRefusal))
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
		key: hash([asked ?? id, scoredBy ?? ""]).slice(0, digits),
		...input === void 0 || scored[0]?.usage?.estimated === true ? {} : { input },
		values,
		missing: replies.length - scored.length
	};
}
function gradedOf({ checks }) {
	return checks.flatMap((check) => check.kind === "scored" && !check.binary ? [check.check] : []);
}

// src/core/drift/look-again.ts
const freshReplies = 5;
function levelOf(channel, all) {
	const isMain = (name) => name === "score" || name === "case";
	return confirmingAlpha / all.filter((one) => isMain(one.channel) === isMain(channel)).length;
}
function lookAgain(suspected, runs, fresh) {
	return suspected.flatMap((one) => {
		const { confirmed, p, alpha, cases, replies } = confirmAlarm(heldAgainst(one, runs.slice(0, one.since.at), fresh), one.cases, one.isSuite, levelOf(one.channel, suspected));
		if (2 * replies < wantedOf(one, fresh)) return [];
		const { version, at, run, prompt, model } = fresh;
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

// src/core/drift/drift-report.ts
const driftVerdicts = [
	"drifted",
	"invalid",
	"baseline",
	"steady"
];
const runPlace = object({
	run: string(),
	at: string()
});
const meanSchema = object({
	usual: number().nullable(),
	now: number().nullable()
});
const driftRowSchema = object({
	model: string(),
	verdict: _enum(driftVerdicts),
	served: array(string()),
	servedBefore: array(string()).exactOptional(),
	since: runPlace.extend({
		from: runPlace,
		to: runPlace
	}).exactOptional(),
	ended: literal(true).exactOptional(),
	layers: array(object({
		layer: _enum(driftLayers),
		channel: string().exactOptional(),
		statistic: number(),
		limit: number(),
		alarm: boolean()
	})),
	found: array(object({
		layer: _enum(driftLayers),
		channel: string().exactOptional(),
		towards: _enum(["lower", "higher"]).exactOptional()
	})),
	cases: array(string()),
	metrics: record(string(), meanSchema),
	history: array(object({
		at: string(),
		score: number().nullable(),
		served: string().exactOptional()
	})),
	runs: count,
	missing: object({
		missing: count,
		of: count
	})
});
const driftReportSchema = object({
	version: literal(1),
	tool: object({
		name: string(),
		version: string()
	}),
	startedAt: string(),
	head: object({
		sha: string(),
		ref: string()
	}),
	verdict: _enum(driftVerdicts),
	problems: array(problemSchema),
	notes: array(string()),
	prompts: array(object({
		path: string(),
		models: array(driftRowSchema)
	})),
	calls: object({
		made: count,
		failed: count
	}),
	costUsd: dollars.exactOptional(),
	open: boolean()
});

// src/core/drift/row-of-state.ts
function rowOfState(state, watched) {
	const { latest, runs } = state;
	const drift = seen(state.drift ?? state.ended, watched);
	const missing = latest.cases.map(({ values, missing }) => ({
		missing,
		of: missing + (values["score"] ?? []).length
	})).reduce((sum, one) => ({
		missing: sum.missing + one.missing,
		of: sum.of + one.of
	}), {
		missing: 0,
		of: 0
	});
	const verdict = drift !== void 0 && state.drift !== void 0 ? "drifted" : state.verdict === "drifted" ? "steady" : state.verdict;
	return {
		model: latest.model,
		verdict: missing.of > 0 && missing.missing === missing.of ? "invalid" : verdict,
		served: servedBy$1(latest),
		...drift === void 0 ? {} : {
			servedBefore: drift.servedBefore,
			since: sinceOf(drift)
		},
		...drift !== void 0 && state.drift === void 0 ? { ended: true } : {},
		layers: state.layers.filter(({ layer }) => watched.includes(layer)),
		found: (drift?.found ?? []).map(({ layer, channel, towards }) => ({
			layer,
			...channel === void 0 ? {} : { channel },
			...towards === void 0 ? {} : { towards: towards === 1 ? "higher" : "lower" }
		})),
		cases: [...new Set((drift?.found ?? []).flatMap(({ cases }) => cases))],
		metrics: metricsOf(state),
		history: runs.slice(-90).map((run) => {
			const [served] = servedBy$1(run);
			return {
				at: run.at,
				score: meanOf(run, "score"),
				...served === void 0 ? {} : { served }
			};
		}),
		runs: runs.length,
		missing
	};
}
function seen(drift, watched) {
	const found = drift?.found.filter(({ layer }) => watched.includes(layer)) ?? [];
	return drift === void 0 || found.length === 0 ? void 0 : {
		...drift,
		found
	};
}
function sinceOf({ since, runs }) {
	const place = (at) => {
		const run = runs[at];
		return {
			run: run?.run ?? "",
			at: run?.at ?? ""
		};
	};
	return {
		...place(since.at),
		from: place(since.from),
		to: place(since.to)
	};
}
function metricsOf({ latest, baseline }) {
	const names = new Set(latest.cases.flatMap(({ values }) => Object.keys(values)));
	return Object.fromEntries([...names].flatMap((name) => {
		const channel = channelOf(name);
		if (channel === void 0) return [];
		const pairs = latest.cases.flatMap((one) => {
			const [usual, values] = [baseline.of(one, name), one.values[name] ?? []];
			if (usual === void 0 || usual.count === 0 || values.length === 0) return [];
			return [{
				usual: usual.mean,
				now: mean(values.map((value) => onScale(value, channel)))
			}];
		});
		if (pairs.length === 0) return [];
		const back = (value) => channel.scale === "size" ? Math.exp(value) : value;
		return [[name, {
			usual: back(mean(pairs.map(({ usual }) => usual))),
			now: back(mean(pairs.map(({ now }) => now)))
		}]];
	}));
}
function meanOf({ cases }, channel) {
	const means = cases.flatMap(({ values }) => {
		const held = values[channel] ?? [];
		return held.length === 0 ? [] : [mean(held)];
	});
	return means.length === 0 ? null : mean(means);
}
function mean(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// src/app/drift/report-drift.ts
function reportDrift(states, asked, kept, failOn, settings, at) {
	const [seen] = asked;
	const byPrompt = Map.groupBy(states, ({ latest }) => latest.prompt);
	const silent = (seen?.prompts ?? []).flatMap(({ path, models }) => models.filter(({ model }) => byPrompt.get(path)?.some(({ latest }) => latest.model === model.new) !== true).map((row) => ({
		path,
		row: silentRow(row)
	})));
	const prompts = [.../* @__PURE__ */ new Set([...byPrompt.keys(), ...silent.map(({ path }) => path)])].map((path) => ({
		path,
		models: [...(byPrompt.get(path) ?? []).map((state) => rowOfState(state, settings.layers)), ...silent.filter((one) => one.path === path).map(({ row }) => row)]
	}));
	const problems = [...asked.flatMap((one) => one.problems), ...(seen?.prompts ?? []).flatMap((one) => one.problems ?? [])];
	const waiting = states.filter((state) => state.drift === void 0 && watchedSuspicions(state, settings).length > 0);
	const unheard = waiting.map(({ latest }) => `Something moved in ${latest.prompt} on ${latest.model}, and too few fresh replies came to say whether it is chance. The next run looks again.`);
	const verdicts = [...prompts.flatMap(({ models }) => models.map(({ verdict }) => verdict)), ...problems.length > 0 || prompts.length === 0 || waiting.length > 0 ? ["invalid"] : []];
	const costs = asked.map(({ costUsd }) => costUsd.actual);
	const [first, ...more] = kept.unread;
	const unread = first === void 0 ? [] : [`${first.at} ${first.why}; it was left out${more.length === 0 ? "" : `, as were ${more.length} more lines`}.`];
	return {
		version: 1,
		tool: seen?.tool ?? {
			name: "promptgate",
			version: ""
		},
		startedAt: at,
		head: seen?.head ?? {
			sha: "",
			ref: ""
		},
		verdict: driftVerdicts.find((one) => verdicts.includes(one)) ?? "invalid",
		problems,
		notes: [
			...new Set(asked.flatMap((one) => one.notes)),
			...unheard,
			...unread
		],
		prompts,
		calls: {
			made: asked.reduce((sum, { calls }) => sum + calls.made, 0),
			failed: asked.reduce((sum, { calls }) => sum + calls.failed, 0)
		},
		...costs.every((cost) => cost !== void 0) ? { costUsd: costs.reduce((sum, cost) => sum + cost, 0) } : {},
		open: verdicts.every((verdict) => verdict !== "invalid" && !failOn.includes(verdict))
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

// src/app/drift/watch-drift.ts
async function watchDrift(request, ports, history) {
	const { inputs } = request;
	const pull = await ports.host.pullRequest();
	if ("nothing" in pull) throw new ProblemError({
		reason: "files",
		what: `there is nothing to watch: ${pull.nothing}`
	});
	if (pull.number !== void 0) throw new ProblemError({
		reason: "config",
		what: "`mode: drift` watches a branch, and this run is of a pull request, whose prompts are not the usual ones.",
		fix: "Run it on a `schedule`, or by hand (`workflow_dispatch`)."
	});
	const { settings: whole } = await readSettings(ports.host, pull, inputs);
	const { drift: settings } = whole;
	const kept = await history.read();
	const accepted = await request.accepted?.(whole);
	const at = new Date(ports.clock.now()).toISOString();
	const limits = {
		calls: whole.maxCalls,
		usd: whole.maxCostUsd
	};
	const seen = await ask(request, ports, {
		trials: settings.trials,
		prompts: request.named,
		...limits
	});
	const place = {
		at,
		run: request.run
	};
	const lines = linesOfReport(seen, place, isRefusal).filter(hasReply);
	const taken = lines.filter(({ prompt, model }) => accepted?.has(rowName(prompt, model)) === true).map(takenAsUsual);
	if (lines.length > 0) await history.append([...lines, ...taken]);
	const before = rowsOfHistory(kept.lines);
	const rows = lines.map((line) => ({
		line,
		earlier: before.get(rowName(line.prompt, line.model)) ?? [],
		taken: taken.filter(({ prompt, model }) => prompt === line.prompt && model === line.model)
	}));
	const suspected = rows.flatMap(({ line, earlier, taken: own }) => followRow([
		...earlier,
		line,
		...own
	]) ?? []).filter((state) => watchedSuspicions(state, settings).length > 0);
	const more = suspected.length === 0 ? void 0 : await confirm(suspected, leftOf(limits, seen), request, ports);
	const confirmations = (more === void 0 ? [] : linesOfReport(more, place, isRefusal)).flatMap((fresh) => {
		const state = suspected.find(({ latest }) => latest.prompt === fresh.prompt && latest.model === fresh.model);
		return state === void 0 ? [] : lookAgain(watchedSuspicions(state, settings), state.runs, fresh);
	});
	if (confirmations.length > 0) await history.append(confirmations);
	const settled = rows.flatMap(({ line, earlier, taken: usual }) => {
		const own = confirmations.filter(({ prompt, model }) => prompt === line.prompt && model === line.model);
		return followRow([
			...earlier,
			line,
			...usual,
			...own
		]) ?? [];
	});
	return {
		report: reportDrift(settled, [seen, ...more === void 0 ? [] : [more]], kept, request.failOn, settings, at),
		settings: whole
	};
}
function takenAsUsual({ version, at, run, prompt, model }) {
	return {
		kind: "accepted",
		version,
		at,
		run,
		prompt,
		model
	};
}
function leftOf({ calls, usd }, { calls: { made }, costUsd: { actual = 0 } }) {
	return {
		calls: Math.max(1, calls - made),
		usd: Math.max(0, usd - actual)
	};
}
async function ask({ inputs, signal }, ports, { trials, prompts, calls, usd }) {
	const { report } = await check({
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
	return report;
}
function confirm(suspected, left, request, ports) {
	const prompts = [...new Set(suspected.map(({ latest }) => latest.prompt))];
	ports.progress.say(`${prompts.join(", ")}: something moved. ${5} fresh replies a case will tell.`);
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

// src/app/drift/watch-locally.ts
async function watchLocally(asked, ports, history) {
	const { report } = await watchOrProblems(asked, ports, history);
	const faulty = report.problems.some(isOfInput);
	if (asked.json === true) return {
		text: [escapeHidden(JSON.stringify(report, null, 2)), "\n"],
		files: [],
		open: report.open,
		faulty
	};
	const { writeDrift } = await import("./drift.js");
	return {
		text: [writeDrift(report, asked.screen)],
		files: [],
		open: report.open,
		faulty
	};
}
async function watchOrProblems(request, ports, history) {
	const startedAt = new Date(ports.clock.now()).toISOString();
	try {
		return await watchDrift(request, ports, history);
	} catch (fault) {
		if (!(fault instanceof ProblemError)) throw fault;
		return { report: {
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
		} };
	}
}

export { watchOrProblems as n, watchLocally as t };