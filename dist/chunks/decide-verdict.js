import { i as worst, r as verdicts } from "./verdict.js";
import { $ as probabilitySlack, A as repeats, B as tallySide, E as gradeOf, H as ownOf, K as isBroken, L as passOf, O as isJudged, P as isOutcome, R as passesTell, d as leaningAlpha, h as suiteLeans, t as verdictOfReason, tt as scoreSlack, u as caseLeans, z as scoreOf } from "./verdict-of-reason.js";
import { t as sides } from "./side.js";

// src/core/gate/compare-case.ts
function compareCase(cell, index, looks) {
	const last = looks.at(-1);
	const tested = last?.cases.cells[index] ?? null;
	const old = tallySide(cell, "old", last?.round);
	const now = tallySide(cell, "new", last?.round);
	const confirmed = confirmedAt(index, looks);
	const delta = fallOf(cell, old, now) ?? tested?.delta ?? (cell.identical && now.of > 0 ? 0 : null);
	const improved = tested?.improved ?? false;
	const falls = cell.identical ? [] : fallsOf(cell, last?.round, partsAt(index, looks));
	const state = caseState({
		newOnly: cell.newOnly === true,
		old,
		new: now,
		delta,
		confirmed,
		falls,
		improved
	});
	return {
		case: cell.case,
		family: cell.family,
		weight: cell.weight,
		identical: cell.identical,
		canFall: canFall(cell, last?.round ?? Number.POSITIVE_INFINITY),
		old,
		new: now,
		delta,
		p: tested?.test.p ?? null,
		better: tested?.test.better ?? null,
		method: tested?.test.method ?? null,
		confirmed,
		falls,
		state
	};
}
function fallOf(cell, old, now) {
	if (old.passes === null || now.passes === null || old.of === 0 || now.of === 0) return void 0;
	const delta = now.passes / now.of - old.passes / old.of;
	return isBroken(delta) && passesTell(cell) && isJudged(cell) && repeats(cell) ? delta : void 0;
}
function partsAt(index, looks) {
	const every = looks.map((look) => look.cases.cells[index]?.parts ?? []);
	return (every.at(-1) ?? []).map(({ check, test }) => {
		const found = every.flatMap((parts) => parts.flatMap((one) => one.check === check && one.confirmed || []));
		return {
			check,
			p: test.p,
			confirmed: found[0] ?? null
		};
	});
}
function confirmedAt(index, looks) {
	const all = looks.flatMap((look) => look.cases.cells[index]?.confirmed ?? []);
	return all.find(({ delta }) => isBroken(delta)) ?? all[0] ?? null;
}
function canFall(cell, round) {
	const side = cell.newOnly === true ? "new" : "old";
	const tell = passesTell(cell);
	return cell.batches.some((batch) => batch.round <= round && batch.pairs.some((pair) => {
		const one = pair[side];
		return isOutcome(one) && ((tell ? one.passes === true : one.score > 1e-9) || hasGrade(one));
	}));
}
function hasGrade({ graded = [] }) {
	return graded.some(({ value }) => value >= 1 / 2 - scoreSlack);
}
function diagnosedCase(found, cell, asked) {
	const [old, now] = [tallySide(cell, "old"), tallySide(cell, "new")];
	const delta = changeOf(old, now);
	const falls = fallsOf(cell, void 0, found.falls);
	const state = caseState({
		...found,
		old,
		new: now,
		delta,
		falls,
		newOnly: false,
		improved: false
	});
	return {
		...found,
		old,
		new: now,
		delta,
		falls,
		state,
		diagnosed: asked
	};
}
function changeOf(old, now) {
	if (old.of === 0 || now.of === 0) return null;
	if (old.passes !== null && now.passes !== null) return now.passes / now.of - old.passes / old.of;
	return mean(now.scores) - mean(old.scores);
}
function mean(scores) {
	return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
const steadyRange = 1 / 3;
function caseState({ newOnly, old, new: now, delta, confirmed, falls, improved }) {
	if (now.of === 0 || old.of === 0 && !newOnly) return "unscored";
	if ([confirmed, ...falls.map((fall) => fall.confirmed)].some((one) => one !== null && isBroken(one.delta))) return "regressed";
	if (delta !== null && isBroken(delta) || falls.length > 0) return "fell";
	if (improved) return "improved";
	const shown = newOnly ? [now] : [old, now];
	if (shown.every(fails)) return "failing";
	return shown.some(holds) ? "same" : "flaky";
}
function fails({ passes, scores }) {
	return passes === null ? scores.every((score) => score <= scoreSlack) : passes === 0;
}
function holds({ passes, of, scores }) {
	if (passes !== null) return passes === of;
	return Math.max(...scores) - Math.min(...scores) < steadyRange - scoreSlack;
}
function fallsOf(cell, round = Number.POSITIVE_INFINITY, tests = []) {
	const [before, after] = [outcomesOf(cell, "old", round), outcomesOf(cell, "new", round)];
	const fallOf = (check, measure) => {
		const [old, now] = [meanOf(before, measure), meanOf(after, measure)];
		if (old === void 0 || now === void 0) return [];
		const found = tests.find((one) => one.check === check);
		const confirmed = found?.confirmed ?? null;
		const fall = {
			check,
			old,
			new: now,
			delta: now - old,
			p: found?.p ?? null,
			confirmed
		};
		return isBroken(fall.delta) || confirmed !== null ? [fall] : [];
	};
	const names = new Set([...before, ...after].flatMap(({ graded = [] }) => graded.map(({ check }) => check)));
	const alone = names.size === 1 && ![...before, ...after].some((one) => passOf(one) !== void 0);
	if (names.size === 0 || alone) return [];
	const checks = [...names].flatMap((check) => fallOf(check, gradeOf({ check })));
	return (checks.length > 0 || isBroken((meanOf(after, passOf) ?? 0) - (meanOf(before, passOf) ?? 0)) ? checks : fallOf(null, scoreOf)).toSorted((a, b) => Number(b.confirmed !== null) - Number(a.confirmed !== null) || a.delta - b.delta);
}
function outcomesOf({ batches }, side, round) {
	return batches.filter((batch) => batch.round <= round).flatMap(({ pairs }) => pairs.map((pair) => pair[side]).filter(isOutcome));
}
function meanOf(outcomes, measure) {
	const values = outcomes.flatMap((one) => measure(one) ?? []);
	return values.length === 0 ? void 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

// src/core/gate/doubt-reasons.ts
function doubtReasons(row, { rows, leaning }, settings) {
	const { row: id, score, wouldSee, answered, missing } = row;
	const { tolerance, margin } = settings;
	const reasons = [];
	const alpha = leaningAlpha(settings.alpha, rows.length, "row");
	if (score.p !== null && score.delta !== null && suiteLeans(score.p, score.delta, {
		alpha,
		tolerance
	})) reasons.push({
		kind: "leaning",
		row: id,
		p: score.p,
		alpha,
		delta: score.delta,
		tolerance
	});
	reasons.push(...limitDoubt(row, rows.length, settings));
	for (const one of row.cases) reasons.push(...caseDoubt(id, one, {
		tolerance,
		leaning
	}));
	if (!(wouldSee.couldFall?.cases === 0) && settings.sampling === "confirm" && row.cases.length > 0 && (score.low ?? -1) < -margin - 1e-9) reasons.push({
		kind: "unproven",
		row: id,
		low: score.low,
		margin
	});
	if (wouldSee.blind !== void 0) reasons.push({
		kind: "blind",
		row: id,
		...wouldSee.blind
	});
	if (row.worstCaseFails) reasons.push({
		kind: "missing-decides",
		row: id,
		missing: {
			old: missing.old.missing,
			new: missing.new.missing
		},
		of: missing.old.of + missing.new.of
	});
	if (answered !== null && answered.p <= answeredAlpha(settings) + 1e-12) reasons.push({
		kind: "answered",
		row: id,
		p: answered.p,
		alpha: answeredAlpha(settings),
		old: answered.old,
		new: answered.new
	});
	return reasons;
}
const doubtfulLimit = .2;
function limitDoubt({ row, cost, latency }, rows, settings) {
	const reasons = [];
	const { costLimit, latencyLimit, latencyOf = "p50" } = settings;
	if (costLimit !== void 0 && cost.old !== null && cost.new !== null && isDoubtful(cost, rows)) {
		const { old, new: now, increase, test } = cost;
		if (now > old * (1 + costLimit) * (1 + 1e-9)) reasons.push({
			kind: "leaning-cost",
			row,
			p: test.p,
			old,
			new: now,
			increase,
			limit: costLimit
		});
	}
	if (latencyLimit !== void 0 && latency.old !== null && latency.new !== null && isDoubtful(latency, rows)) {
		const { old, new: now, increase, test } = latency;
		const told = latencyOf === "p50" ? {} : { of: latencyOf };
		if (increase !== null && increase > latencyLimit + 1e-9) reasons.push({
			kind: "leaning-latency",
			row,
			...told,
			p: test.p,
			old,
			new: now,
			increase,
			limit: latencyLimit
		});
	}
	return reasons;
}
function isDoubtful(limit, rows) {
	const { test, rejection } = limit;
	if (test === null || rejection !== null || test.p > doubtfulLimit + 1e-12) return false;
	return test.better >= 1 - 1e-12 || test.p <= doubtfulLimit / rows + 1e-12;
}
function answeredAlpha({ alpha }) {
	return 2 * alpha;
}
function pooledDoubt({ pooled, rows }, settings) {
	if (pooled === null || pooled.delta === null) return [];
	const alpha = leaningAlpha(settings.alpha, rows.length, "pooled");
	const { p, delta } = pooled;
	const { tolerance } = settings;
	return suiteLeans(p, delta, {
		alpha,
		tolerance
	}) ? [{
		kind: "leaning",
		row: null,
		p,
		alpha,
		delta,
		tolerance
	}] : [];
}
function caseDoubt(row, one, { tolerance, leaning }) {
	const { case: name, p, delta, confirmed } = one;
	const told = {
		kind: "leaning-case",
		row,
		case: name,
		alpha: leaning,
		confirmed: false
	};
	const fall = one.falls.find((part) => part.confirmed === null && caseLeans(part.p, part.delta, leaning));
	const leans = confirmed === null && caseLeans(p, delta, leaning);
	if (!leans && fall !== void 0 && fall.p !== null && one.falls.every((part) => part.confirmed === null)) {
		const { check, old, new: now } = fall;
		return [{
			...told,
			p: fall.p,
			delta: fall.delta,
			fall: {
				check,
				old,
				new: now
			}
		}];
	}
	if (p === null || delta === null) return [];
	if (confirmed === null) return leans ? [{
		...told,
		p,
		delta
	}] : [];
	if (isBroken(confirmed.delta)) return [];
	const { alpha, round } = confirmed;
	return Math.min(delta, confirmed.delta) >= -tolerance - 1e-9 ? [{
		kind: "tolerated-case",
		row,
		case: name,
		round,
		p,
		alpha,
		delta,
		tolerance
	}] : [{
		kind: "leaning-case",
		row,
		case: name,
		p,
		alpha,
		delta,
		confirmed: true
	}];
}

// src/core/gate/regression-reasons.ts
function regressionReasons(row, settings) {
	const { row: id } = row;
	const { tolerance } = settings;
	const suite = row.rejection === null ? [] : [{
		kind: "suite",
		row: id,
		...row.rejection,
		tolerance
	}];
	const metrics = Object.entries(row.metrics).flatMap(([metric, { rejection }]) => {
		const gate = ownOf(settings.metrics, metric);
		return rejection === null || gate === void 0 ? [] : [{
			kind: "metric",
			row: id,
			metric,
			...rejection,
			...gate
		}];
	});
	return [
		...suite,
		...row.cases.flatMap((one) => caseReason(id, one, settings)),
		...metrics,
		...brokenRules(row, settings)
	];
}
function pooledReasons({ pooled }, settings) {
	if (pooled === null) return [];
	const { tolerance } = settings;
	const suite = pooled.rejection === null ? [] : [{
		kind: "suite",
		row: null,
		...pooled.rejection,
		tolerance
	}];
	const metrics = Object.entries(pooled.metrics).flatMap(([metric, rejection]) => {
		const gate = ownOf(settings.metrics, metric);
		return gate === void 0 ? [] : [{
			kind: "metric",
			row: null,
			metric,
			...rejection,
			...gate
		}];
	});
	return [...suite, ...metrics];
}
function caseReason(row, one, settings) {
	const { case: name, family, old, new: now } = one;
	const blocks = settings.cases === "block";
	const told = {
		kind: "case",
		row,
		case: name,
		family,
		old: count(old),
		new: count(now),
		blocks
	};
	if (one.confirmed !== null && isBroken(one.confirmed.delta)) return [{
		...told,
		...one.confirmed
	}];
	const fall = one.falls.find(({ confirmed }) => confirmed !== null);
	if (fall === void 0 || fall.confirmed === null) return [];
	const { check, old: before, new: after } = fall;
	return [{
		...told,
		...fall.confirmed,
		fall: {
			check,
			old: before,
			new: after
		}
	}];
}
function count({ passes, of }) {
	return {
		passes,
		of
	};
}
function brokenRules(row, settings) {
	const reasons = [];
	const { minScore, costLimit, latencyLimit } = settings;
	const { cost, latency, score, outputTokens } = row;
	if (minScore !== void 0 && score.new !== null && score.new < minScore - 1e-9) reasons.push({
		kind: "min-score",
		row: row.row,
		score: score.new,
		minimum: minScore
	});
	if (costLimit !== void 0 && cost.rejection !== null && cost.old !== null && cost.new !== null) {
		const { old, new: now, increase } = cost;
		const { round, p, alpha } = cost.rejection;
		reasons.push({
			kind: "cost",
			row: row.row,
			round,
			p,
			alpha,
			old,
			new: now,
			increase,
			limit: costLimit
		});
	}
	const caps = [[
		"usd",
		cost.new,
		settings.costCap
	], [
		"output-tokens",
		outputTokens,
		settings.outputCap
	]];
	for (const [of, value, cap] of caps) if (cap !== void 0 && value !== null && value > cap * (1 + 1e-9)) reasons.push({
		kind: "cap",
		row: row.row,
		of,
		value,
		cap
	});
	const { old, new: now, increase, rejection } = latency;
	if (latencyLimit !== void 0 && rejection !== null && old !== null && now !== null && increase !== null) {
		const { round, p, alpha } = rejection;
		const of = settings.latencyOf === void 0 || settings.latencyOf === "p50" ? {} : { of: settings.latencyOf };
		const told = {
			round,
			p,
			alpha,
			old,
			new: now,
			increase,
			limit: latencyLimit
		};
		reasons.push({
			kind: "latency",
			row: row.row,
			...of,
			...told
		});
	}
	return reasons;
}

// src/core/gate/decide-verdict.ts
function decideVerdict(comparison, settings, fresh) {
	const kept = judge(comparison, settings);
	if (comparison.needsFresh.length === 0) return kept;
	if (fresh === void 0) return withoutTests(kept);
	const again = judge(fresh, settings);
	if (again.verdict === "regressed") return again;
	return {
		...again,
		reasons: [...again.reasons, {
			kind: "kept-replies",
			row: null,
			refuted: true
		}]
	};
}
function judge(comparison, settings) {
	const together = pooledReasons(comparison, settings);
	const told = comparison.rows.some((row) => verdictOf(regressionReasons(row, settings)) === "regressed");
	const rows = comparison.rows.map((row) => judgeRow(row, comparison, told ? [] : together, settings));
	const reasons = rows.some(({ verdict }) => verdict === "regressed") ? together : pooledDoubt(comparison, settings);
	return {
		verdict: worst([...reasons.map(verdictOfReason), ...rows.map(({ verdict }) => verdict)]),
		reasons,
		rows
	};
}
function judgeRow(row, { kind, rows, leaning }, together, settings) {
	const regressions = regressionReasons(row, settings);
	const own = verdictOf(regressions);
	const verdict = together.length > 0 ? "regressed" : own;
	const honesty = honestyReasons(row, kind, settings);
	const doubts = verdict === "regressed" ? row.cases.flatMap((one) => caseDoubt(row.row, one, {
		tolerance: settings.tolerance,
		leaning
	})) : kind === "both" ? doubtReasons(row, {
		rows,
		leaning
	}, settings) : [];
	const idle = together.length > 0 || regressions.some((one) => one.kind === "suite" || one.kind === "case") ? [] : nothingPasses(row, kind);
	const reasons = worstFirst([
		...regressions,
		...honesty,
		...doubts,
		...idle
	]);
	const final = worst([verdict, ...reasons.map(verdictOfReason)]);
	const told = row.cases.some(({ state }) => state === "regressed");
	const includesZero = row.score.high === null || row.score.high >= 0;
	return {
		row: row.row,
		verdict: final,
		reasons,
		pooledOnly: together.length > 0,
		showInterval: row.score.low !== null && !told && !(final === "regressed" && includesZero)
	};
}
function verdictOf(reasons) {
	return worst(["pass", ...reasons.map(verdictOfReason)]);
}
function worstFirst(reasons) {
	return reasons.toSorted((a, b) => verdicts.indexOf(verdictOfReason(a)) - verdicts.indexOf(verdictOfReason(b)));
}
const byTest = /* @__PURE__ */ new Set([
	"suite",
	"case",
	"metric",
	"cost",
	"latency"
]);
function withoutTests(judged) {
	const rows = judged.rows.map((row) => {
		if (row.verdict !== "regressed") return row;
		const doubt = {
			kind: "kept-replies",
			row: row.row,
			refuted: false
		};
		const reasons = worstFirst([...row.reasons.filter(({ kind }) => !byTest.has(kind)), doubt]);
		return {
			...row,
			reasons,
			verdict: verdictOf(reasons),
			pooledOnly: false
		};
	});
	const reasons = judged.reasons.filter(({ kind }) => !byTest.has(kind));
	return {
		verdict: worst([...reasons.map(verdictOfReason), ...rows.map(({ verdict }) => verdict)]),
		reasons,
		rows
	};
}
function nothingPasses(row, kind) {
	const side = kind === "new-only" ? "new" : "old";
	const judged = row.cases.filter((one) => one[side].of > 0 && (side === "new" || !one.identical));
	if (judged.length === 0 || judged.some((one) => one.canFall)) return [];
	return [{
		kind: "nothing-passes",
		row: row.row,
		side,
		cases: judged.length
	}];
}
const mostMissing = .1;
function honestyReasons(row, kind, settings) {
	const { row: id } = row;
	const { old: before, new: now } = row.replies;
	const isEmpty = now.of > 0 && now.empty === now.of;
	const side = before.of > 0 && before.empty === before.of ? "both" : "new";
	const empty = isEmpty ? [{
		kind: "empty-replies",
		row: id,
		side,
		of: side === "both" ? before.of + now.of : now.of
	}] : [];
	const judged = kind === "new-only" ? ["new"] : sides;
	const unanswered = row.cases.filter((one) => judged.some((side) => one[side].of === 0));
	const setAside = unanswered.length <= mostMissing * row.cases.length + scoreSlack;
	const lacking = judged.flatMap((side) => {
		const { missing, of } = row.missing[side];
		const reasons = [];
		const counted = row.cases.filter((one) => !(setAside && unanswered.includes(one))).map((one) => one[side]);
		const lost = counted.reduce((sum, tally) => sum + tally.missing, 0);
		const asked = counted.reduce((sum, tally) => sum + tally.missing + tally.of, 0);
		if (lost > mostMissing * asked + 1e-9) reasons.push({
			kind: "missing",
			row: id,
			side,
			missing,
			of
		});
		for (const one of unanswered) if (one[side].of === 0) reasons.push({
			kind: "unanswered-case",
			row: id,
			case: one.case,
			side,
			setAside
		});
		if ((settings.costLimit !== void 0 || settings.costCap !== void 0 && side === "new") && kind === "both" && row.cost[side] === null && of > missing) reasons.push({
			kind: "unknown-price",
			row: id,
			side
		});
		const isTimed = settings.latencyLimit !== void 0 && settings.latencyOf === "first-token";
		const isCompared = row.cases.some(({ family, identical }) => family === "base" && !identical);
		if (isTimed && isCompared && kind === "both" && row.latency[side] === null && of > missing) reasons.push({
			kind: "unknown-first-token",
			row: id,
			side
		});
		return reasons;
	});
	return [...empty, ...lacking];
}

export { diagnosedCase as i, canFall as n, compareCase as r, decideVerdict as t };