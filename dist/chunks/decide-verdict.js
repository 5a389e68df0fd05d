import { n as verdicts, r as worst } from "./verdict.js";
import { A as countMissing, C as gradeOf, D as isBroken, E as familyBudgets, F as scoreOf, H as scoreSlack, I as suiteTest, L as choose, M as measureBatches, N as passOf, O as testableThreshold, P as passesTell, T as breaks, V as probabilitySlack, a as uniformCases, b as repeatingRows, c as isSteady, d as medianLatency, f as alphaShares, g as suiteLeans, h as leaningThreshold, i as meanChange, j as isOutcome, k as compareAnswered, l as tellHistory, m as leaningAlpha, n as failsWorstCase, p as caseLeans, t as verdictOfReason, u as latencyBroken, w as ownOf, x as repeats, y as isJudged } from "./verdict-of-reason.js";
import { t as sides } from "./side.js";
import { a as scheduleOf, c as sampleVariance, i as replayLooks, n as confirmLevel, o as boundOf, r as isNewOnly, s as normalQuantile, t as tallySide } from "./tally-side.js";

// src/core/gate/can-fall.ts
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

// src/core/gate/case-state.ts
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

// src/core/gate/falls-of.ts
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

// src/core/gate/one-side-mean.ts
function oneSideMean(cells, side, round, measure) {
	let weights = 0;
	let sum = 0;
	for (const { family, weight, batches } of cells) {
		if (family !== "base") continue;
		const values = batches.filter((batch) => batch.uniform && batch.round <= round).flatMap(({ pairs }) => pairs.map((pair) => pair[side])).flatMap((reply) => isOutcome(reply) ? measure(reply) ?? [] : []);
		if (values.length === 0) continue;
		weights += weight;
		sum += weight * values.reduce((total, value) => total + value, 0) / values.length;
	}
	return weights === 0 ? null : sum / weights;
}

// src/core/gate/estimate-mean.ts
function estimate(cells, { round, level, p }, measure) {
	const change = meanChange(uniformCases(cells, round)) ?? oneSided(cells, round, measure);
	const bound = boundOf(cells, round, level);
	return {
		old: change.old,
		new: change.new,
		delta: change.delta,
		low: bound?.low ?? null,
		high: bound?.high ?? null,
		p
	};
}
function oneSided(cells, round, measure) {
	const asked = cells.map(({ cell }) => cell);
	return {
		old: oneSideMean(asked, "old", round, measure),
		new: oneSideMean(asked, "new", round, measure),
		delta: null
	};
}

// src/core/gate/test-result.ts
function resultOf({ p, better, method }, alpha) {
	return {
		p,
		better,
		method,
		alpha
	};
}
function rejectionOf(suites, of) {
	return suites.flatMap((suite) => of(suite)?.rejection ?? [])[0] ?? null;
}

// src/core/gate/compare-metrics.ts
function compareMetrics(cells, replay, index, { settings, level }) {
	const { looks } = replay;
	const round = looks.at(-1)?.round ?? Number.POSITIVE_INFINITY;
	return Object.fromEntries(metricNames(cells).map((name) => {
		const measure = ({ metrics }) => ownOf(metrics, name);
		const measured = cells.map((cell) => ({
			cell,
			batches: measureBatches(cell, measure)
		}));
		const gated = Object.hasOwn(settings.metrics, name);
		const tested = ownOf(looks.at(-1)?.metrics, name)?.look.rows[index];
		const test = isNewOnly(cells) ? null : tested ? resultOf(tested.test, tested.alpha) : advise(measured, round, settings.alpha);
		const suites = looks.flatMap((look) => ownOf(look.metrics, name)?.look ?? []);
		return [name, {
			...estimate(measured, {
				round,
				level,
				p: test?.p ?? null
			}, measure),
			gated,
			test,
			rejection: rejectionOf(suites, (suite) => suite.rows[index])
		}];
	}));
}
function advise(cells, round, alpha) {
	const cases = cells.flatMap(({ cell, batches }) => cell.family === "base" && !cell.identical ? [{
		weight: cell.weight,
		strata: batches.filter((batch) => batch.round <= round).map(({ stratum }) => stratum)
	}] : []);
	return resultOf(suiteTest(cases, alpha), alpha);
}
function metricNames(cells) {
	const names = /* @__PURE__ */ new Set();
	for (const { batches } of cells) for (const { pairs } of batches) for (const pair of pairs) for (const reply of [pair.old, pair.new]) if (isOutcome(reply)) for (const name of Object.keys(reply.metrics)) names.add(name);
	return [...names].sort();
}
function pooledMetrics({ looks }) {
	const names = Object.keys(looks.at(-1)?.metrics ?? {});
	return Object.fromEntries(names.flatMap((name) => {
		const found = rejectionOf(looks.flatMap((look) => ownOf(look.metrics, name)?.look ?? []), (suite) => suite.pooled);
		return found === null ? [] : [[name, found]];
	}));
}

// src/core/gate/count-replies.ts
function countReplies(cells, side, round) {
	const came = cells.flatMap(({ batches }) => batches.filter((batch) => batch.round <= round)).flatMap(({ pairs }) => pairs.map((pair) => pair[side])).filter((one) => !("missing" in one) || one.missing === "unscored");
	const count = (cut, empty) => came.filter((one) => one.cut === cut && one.empty === empty).length;
	return {
		of: came.length,
		empty: came.filter(({ empty }) => empty === true).length,
		atLimit: {
			empty: count("limit", true),
			partial: count("limit", void 0)
		},
		byFilter: {
			empty: count("filter", true),
			partial: count("filter", void 0)
		}
	};
}

// src/core/gate/mean-cost.ts
function meanCost(cells, round) {
	const old = costOf(cells, "old", round);
	const now = costOf(cells, "new", round);
	if (old === null || now === null) return {
		old,
		new: now,
		increase: null
	};
	return {
		old,
		new: now,
		increase: old > 0 ? now / old - 1 : now > 0 ? null : 0
	};
}
function costOf(cells, side, round) {
	let sum = 0;
	let replies = 0;
	for (const { family, batches } of cells) {
		if (family !== "base") continue;
		for (const batch of batches) {
			if (!batch.uniform || batch.round > round) continue;
			for (const pair of batch.pairs) {
				const reply = pair[side];
				if (!isOutcome(reply)) continue;
				if (reply.costUsd === void 0) return null;
				sum += reply.costUsd;
				replies++;
			}
		}
	}
	return replies === 0 ? null : sum / replies;
}

// src/core/gate/needs-fresh.ts
function needsFresh({ sample, looks }) {
	const last = looks.at(-1);
	if (last === void 0 || !last.blocks) return [];
	const rows = rejectingRows(last, sample.rows);
	return sample.cells.flatMap((cell, i) => {
		return rows.has(cell.row) || breaks(last.cases.cells[i]) ? keptBatches(cell, last.round) : [];
	});
}
function rejectingRows(look, rows) {
	const suites = [look.suite, ...Object.values(look.metrics).map((metric) => metric.look)];
	if (suites.some(({ pooled }) => pooled?.rejection != null)) return new Set(rows);
	const tested = look.latency === null ? suites : [...suites, look.latency.look];
	return new Set(rows.filter((_, i) => tested.some((suite) => suite.rows[i]?.rejection != null)));
}
function keptBatches(cell, round) {
	return cell.batches.filter((batch) => batch.oldKept && batch.round <= round && !cell.identical).map((batch) => ({
		row: cell.row,
		case: cell.case,
		round: batch.round,
		uniform: batch.uniform,
		trials: batch.pairs.length
	}));
}

// src/core/statistics/normal-share.ts
function normalShare(z) {
	const t = 1 / (1 + .2316419 * Math.abs(z));
	const series = t * (.31938153 + t * (-.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
	const beyond = normalDensity(z) * series;
	return z < 0 ? beyond : 1 - beyond;
}
function normalDensity(z) {
	return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
}

// src/core/gate/even-drop.ts
const wanted = .8;
const lastLook = .52;
const onlyLook = .85;
const coarseness = {
	ladder: 1.8,
	single: .8
};
const points = 40;
const meanWithTest = .9;
function smallestDrop(suite, by) {
	const finds = (drop) => Math.max(...suite.ways.map((way) => power(drop, way, suite.graded, by)));
	let low = 0;
	let high = 1;
	if (finds(high) < wanted) return 1;
	for (let i = 0; i < 14; i++) {
		const middle = (low + high) / 2;
		if (finds(middle) >= wanted) high = middle;
		else low = middle;
	}
	const coarse = by.steps.length === 1 ? coarseness.single : coarseness.ladder;
	return Math.min(1, high * (1 + coarse / by.cases));
}
function power(drop, { kinds, share }, graded, { cases, steps, alpha, tolerance }) {
	const last = steps.length - 1;
	const effects = steps.map((_, i) => effectAt(steps.slice(0, i + 1), kinds, drop, graded) * Math.sqrt(cases));
	const end = effects[last] ?? 0;
	const limit = -normalQuantile(alpha * share * (last === 0 ? onlyLook : lastLook));
	const passages = steps.slice(0, last).flatMap(({ goOn }, i) => {
		const effect = effects[i] ?? 0;
		return goOn >= 1 ? [] : [{
			over: effect + normalQuantile(goOn),
			along: effect / Math.max(end, 1e-9)
		}];
	});
	const uniform = steps.reduce((sum, step) => sum + step.uniform, 0);
	const spread = kinds.reduce((sum, kind) => sum + kind.share * spreadOf(kind.rate, drop, graded), 0) / uniform;
	passages.push({
		over: (drop - tolerance) * Math.sqrt(cases) / Math.sqrt(Math.max(spread, 1e-12)),
		along: meanWithTest
	});
	const from = Math.max(-5, limit - end);
	const width = Math.max(0, 5 - from) / points;
	let sum = 0;
	for (let i = 0; i < points; i++) {
		const z = from + (i + .5) * width;
		let chance = normalDensity(z) * width;
		for (const { over, along } of passages) {
			const rho = Math.min(.99, Math.max(0, along));
			chance *= normalShare((over + rho * z) / Math.sqrt(1 - rho * rho));
		}
		sum += chance;
	}
	return sum;
}
function spreadOf(rate, drop, graded) {
	if (graded !== void 0) return 2 * graded;
	const middle = rate - Math.min(drop, rate) / 2;
	return 2 * middle * (1 - middle);
}
function effectAt(steps, kinds, drop, graded) {
	const decided = steps.findLastIndex((step) => step.topUp > 0);
	const sizes = steps.map(({ uniform }) => uniform);
	const before = graded === void 0 ? sizes.slice(0, decided + 1).reduce((sum, size) => sum + size, 0) : 0;
	const later = sizes.reduce((sum, size) => sum + size, 0) - before;
	const topUp = steps[decided]?.topUp ?? 0;
	const weights = kinds.reduce((sum, { share, weight }) => sum + share * weight, 0);
	let mean = 0;
	let variance = 0;
	for (const { share, rate, weight } of kinds) {
		const fall = graded === void 0 ? Math.min(drop, rate) : drop;
		const spread = spreadOf(rate, drop, graded);
		const differs = rate * (1 - rate + fall) + (1 - rate) * (rate - fall);
		const disagrees = before === 0 ? 0 : 1 - (1 - differs) ** before;
		const all = before + topUp + later;
		const counts = weight / weights;
		mean += share * counts * (fall * (before + disagrees * (topUp + later)) / Math.max(1, all) + (1 - disagrees) * part(later, before) * fall);
		variance += share * counts ** 2 * ((before * differs + disagrees * (topUp + later) * spread) / Math.max(1, all) ** 2 + (1 - disagrees) * later * spread / Math.max(1, before + later) ** 2);
	}
	return variance > 0 ? mean / Math.sqrt(variance) : mean > 0 ? 10 : 0;
}
function part(later, before) {
	return later / Math.max(1, later + before);
}

// src/core/gate/see-design.ts
const mostTrials = 100;
function designOf(replay) {
	const { looks, sample } = replay;
	const least = (looks.at(-1)?.cases.cells ?? []).flatMap((cell, i) => cell === null || sample.copies.has(i) || sample.cases[i]?.cell.family !== "base" ? [] : [cell, ...cell.parts].flatMap(({ confirmed, test }) => confirmed === null ? [test.least] : []));
	const known = /* @__PURE__ */ new Map();
	function threshold(p, budget) {
		const key = `${p}/${budget}`;
		const found = known.get(key) ?? testableThreshold([...least, p], familyBudgets(sample.cases, budget).base);
		known.set(key, found);
		return found;
	}
	return {
		replay,
		family: {
			quiet: least.every((p) => p === 1),
			threshold
		}
	};
}
function seeDesign(row, design, settings) {
	const compared = row.filter(({ cell }) => cell.family === "base" && !cell.identical);
	if (compared.length === 0) return {
		case: true,
		drop: null,
		halvedBy: null
	};
	const round = design.replay.looks.at(-1)?.round ?? 0;
	const asked = compared.filter(({ batches }) => batches.some((batch) => batch.round <= round));
	const able = asked.length === 0 ? compared : asked.filter(({ cell }) => canFall(cell, round));
	const couldFall = {
		cases: able.length,
		of: compared.length
	};
	if (able.length === 0) return {
		case: false,
		drop: null,
		halvedBy: null,
		couldFall
	};
	const blind = blindness(able, compared.reduce((sum, { cell }) => sum + cell.weight, 0), design, settings);
	return {
		case: blind === null,
		...detectable(able, design, settings),
		couldFall,
		...blind === null ? {} : { blind }
	};
}
const flakyRate = .72;
const priorVariance = .05;
const evenShare = .55;
const tiltedShare = .25;
function detectable(cells, { replay }, settings) {
	const { looks, steps, next, sample } = replay;
	const reached = next.kind === "done" ? steps : steps.slice(0, looks.length);
	const known = cells.filter(({ batches }) => batches.length > 0);
	const [first] = reached;
	if (first === void 0 || known.length === 0) return {
		drop: null,
		halvedBy: null
	};
	const replies = known.reduce((sum, { batches }) => sum + batches.reduce((size, { stratum }) => size + stratum.size, 0), 0);
	const repeating = repeatingRows(known.map(({ cell }) => cell), looks.length).size > 0;
	const asked = reached.length === 1 || repeating ? [{
		...first,
		uniform: repeating ? 1 : replies / known.length
	}] : reached;
	const uniform = asked.reduce((sum, step) => sum + step.uniform, 0);
	const score = alphaShares(settings).score;
	const alpha = sample.rows.length > 1 ? score / 2 / sample.rows.length : score;
	const variance = varianceOf(known);
	const drop = smallestDrop(suiteOf(known, variance), {
		cases: known.length,
		steps: asked,
		alpha,
		tolerance: settings.tolerance
	});
	if (drop / 2 <= settings.tolerance) return {
		drop,
		halvedBy: null
	};
	const further = 4 * (drop / 2 + 2 * variance) / (drop + 2 * variance) - 1;
	return {
		drop,
		halvedBy: {
			moreCases: Math.max(1, Math.ceil(known.length * further)),
			moreTrials: Math.max(1, Math.ceil(uniform * further))
		}
	};
}
function varianceOf(cells) {
	const each = cells.map(({ cell, batches }) => {
		const strata = batches.filter((batch) => batch.uniform).map(({ stratum }) => stratum);
		return cell.history?.variance ?? sampleVariance(strata);
	});
	return (each.reduce((sum, one) => sum + one, 0) + priorVariance) / (each.length + 1);
}
function suiteOf(cells, variance) {
	if (cells.some(({ batches }) => batches.some(({ stratum }) => !stratum.binary))) return {
		ways: [{
			kinds: [{
				share: 1,
				rate: 1,
				weight: 1
			}],
			share: 1
		}],
		graded: variance
	};
	const others = cells.filter(({ cell }) => !isSteady(cell));
	if (others.length < cells.length && others.length > 0) {
		const spread = Math.min(.24, varianceOf(others));
		const share = others.length / cells.length;
		const kinds = (weight) => [{
			share: 1 - share,
			rate: 1,
			weight
		}, {
			share,
			rate: (1 + Math.sqrt(1 - 4 * spread)) / 2,
			weight: 1
		}];
		return { ways: [{
			kinds: kinds(1),
			share: evenShare
		}, {
			kinds: kinds(8),
			share: tiltedShare
		}] };
	}
	const flaky = Math.min(1, variance / (flakyRate * .28));
	return { ways: [{
		kinds: [{
			share: 1 - flaky,
			rate: 1,
			weight: 1
		}, {
			share: flaky,
			rate: flakyRate,
			weight: 1
		}],
		share: 1
	}] };
}
function blindness(cells, weights, { replay, family }, settings) {
	const { looks, steps, next } = replay;
	const reached = next.kind === "done" ? steps : steps.slice(0, looks.length);
	const alpha = alphaShares(settings).score;
	const lightest = cells.reduce((least, { cell }) => Math.min(least, cell.weight), Number.POSITIVE_INFINITY);
	const heard = family.quiet && lightest / weights >= settings.tolerance - 1e-9;
	const sees = (p, budget) => {
		return p <= family.threshold(p, budget) + 1e-12 || heard && p <= budget + 1e-12;
	};
	if (reached.some((step, index) => {
		const spent = looks[Math.min(index, looks.length) - 1]?.score.spent ?? 0;
		return sees(brokenCase(steps.slice(0, index + 1)), step.spend * alpha - spent);
	})) return null;
	const enough = Array.from({ length: mostTrials }, (_, i) => i + 1).find((trials) => {
		const schedule = scheduleOf({
			sampling: settings.sampling,
			trials
		}, false);
		return trialsOf(schedule) === trials && sees(brokenCase(schedule), alpha);
	});
	return {
		trials: trialsOf(reached),
		trialsNeeded: enough ?? null
	};
}
function brokenCase(steps) {
	return batchesOf(steps).reduce((product, size) => product / choose(2 * size, size), 1);
}
function trialsOf(steps) {
	return batchesOf(steps).reduce((sum, size) => sum + size, 0);
}
function batchesOf(steps) {
	const topUp = steps.find((step) => step.topUp > 0)?.topUp ?? 0;
	return [...steps.map(({ uniform }) => uniform), topUp].filter((size) => size > 0);
}

// src/core/gate/compare-rows.ts
function compareRows(cells, settings) {
	const replay = replayLooks(cells, settings);
	const { sample, looks, next, steps } = replay;
	const kind = isNewOnly(cells) ? "new-only" : "both";
	const level = settings.sampling === "confirm" ? confirmLevel(steps, Math.max(0, looks.length - 1), settings.alpha) : settings.alpha;
	const last = looks.at(-1);
	const pooled = last?.suite.pooled ?? null;
	const design = designOf(replay);
	return {
		kind,
		rows: sample.rows.map((_, index) => compareRow(design, index, {
			settings,
			level
		})),
		pooled: pooled === null ? null : {
			p: pooled.test.p,
			delta: pooled.change?.delta ?? null,
			test: resultOf(pooled.test, pooled.alpha),
			rejection: rejectionOf(looks.map(({ suite }) => suite), (suite) => suite.pooled),
			metrics: pooledMetrics(replay)
		},
		leaning: last === void 0 ? 0 : leaningThreshold(last.cases),
		rounds: looks.length,
		finished: next.kind === "done",
		level: 1 - level,
		needsFresh: needsFresh(replay)
	};
}
function compareRow(design, index, { settings, level }) {
	const { replay } = design;
	const { sample, looks, steps } = replay;
	const row = sample.rows[index] ?? "";
	const last = looks.at(-1);
	const round = last?.round ?? Number.POSITIVE_INFINITY;
	const cells = sample.cells.filter((cell) => cell.row === row);
	const counted = sample.cells.filter((cell, i) => cell.row === row && !sample.copies.has(i));
	const scores = sample.scores[index] ?? [];
	const tested = last?.suite.rows[index];
	const newOnly = isNewOnly(cells);
	const median = medianLatency(cells, round);
	const latency = last?.latency?.look.rows[index];
	return {
		row,
		score: estimate(scores, {
			round,
			level,
			p: newOnly ? null : tested?.test.p ?? null
		}, scoreOf),
		test: tested === void 0 || newOnly ? null : resultOf(tested.test, tested.alpha),
		rejection: rejectionOf(looks.map(({ suite }) => suite), (suite) => suite.rows[index]),
		looks: newOnly ? [] : looks.map((look) => ({
			round: look.round,
			alpha: look.score.alpha,
			spent: look.score.spent,
			p: look.suite.rows[index]?.test.p ?? 1
		})),
		passRate: passRates(counted, round),
		metrics: compareMetrics(counted, replay, index, {
			settings,
			level
		}),
		answered: newOnly ? null : compareAnswered(cells, round, settings.alpha),
		missing: {
			old: newOnly ? {
				missing: 0,
				of: 0
			} : countMissing(cells, "old", round),
			new: countMissing(cells, "new", round)
		},
		replies: {
			old: countReplies(cells, "old", round),
			new: countReplies(cells, "new", round)
		},
		cost: meanCost(cells, round),
		latency: {
			...median,
			test: latency === void 0 ? null : resultOf(latency.test, latency.alpha),
			rejection: latencyRejection(replay, index, settings)
		},
		wouldSee: newOnly ? {
			case: false,
			drop: null,
			halvedBy: null
		} : seeDesign(scores, design, settings),
		repeats: !newOnly && repeatingRows(cells, round).has(row) ? cells.filter((cell) => repeats(cell, round)).length : 0,
		copies: groupsOf(sample, row),
		history: newOnly ? null : tellHistory(cells),
		worstCaseFails: newOnly ? false : failsWorstCase(cells, steps.slice(0, looks.length), settings),
		cases: sample.cells.flatMap((cell, i) => cell.row === row ? [compareCase(cell, i, looks)] : [])
	};
}
function groupsOf({ cells, copies }, row) {
	const own = [...copies].filter(([index]) => cells[index]?.row === row);
	return [...Map.groupBy(own, ([, first]) => first)].map(([first, held]) => [first, ...held.map(([index]) => index)].flatMap((index) => cells[index]?.case ?? []));
}
function passRates(cells, round) {
	const change = meanChange(uniformCases(cells.map((cell) => ({
		cell,
		batches: measureBatches(cell, passOf)
	})), round));
	if (change !== null) return {
		old: change.old,
		new: change.new
	};
	return {
		old: oneSideMean(cells, "old", round, passOf),
		new: oneSideMean(cells, "new", round, passOf)
	};
}
function latencyRejection({ looks, sample }, index, settings) {
	return looks.flatMap(({ latency, round }) => {
		const rejection = latency?.look.rows[index]?.rejection;
		return rejection && latencyBroken(sample, index, round, settings) ? [rejection] : [];
	})[0] ?? null;
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

// src/core/gate/honesty-reasons.ts
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
		if (settings.costLimit !== void 0 && kind === "both" && row.cost[side] === null && of > missing) reasons.push({
			kind: "unknown-price",
			row: id,
			side
		});
		return reasons;
	});
	return [...empty, ...lacking];
}

// src/core/gate/nothing-passes.ts
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
	const { cost, latency, score } = row;
	if (minScore !== void 0 && score.new !== null && score.new < minScore - 1e-9) reasons.push({
		kind: "min-score",
		row: row.row,
		score: score.new,
		minimum: minScore
	});
	if (costLimit !== void 0 && cost.old !== null && cost.new !== null && cost.new > cost.old * (1 + costLimit) * (1 + 1e-9)) reasons.push({
		kind: "cost",
		row: row.row,
		old: cost.old,
		new: cost.new,
		increase: cost.increase,
		limit: costLimit
	});
	const { old, new: now, increase, rejection } = latency;
	if (latencyLimit !== void 0 && rejection !== null && old !== null && now !== null && increase !== null) {
		const { round, p, alpha } = rejection;
		reasons.push({
			kind: "latency",
			row: row.row,
			round,
			p,
			alpha,
			old,
			new: now,
			increase,
			limit: latencyLimit
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
	const includesZero = row.score.low === null || row.score.high === null || row.score.high >= 0;
	return {
		row: row.row,
		verdict: final,
		reasons,
		pooledOnly: together.length > 0 && own !== "regressed",
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

export { caseState as i, compareRows as n, fallsOf as r, decideVerdict as t };