import { $ as probabilitySlack, A as repeats, C as isSteady, F as measureBatches, G as hypothesisOf, H as ownOf, I as metricOf, L as passOf, M as compareAnswered, N as countMissing, P as isOutcome, V as suiteTest, W as familyBudgets, X as choose, _ as estimate, b as uniformCases, c as meanOfSide, et as sampleVariance, f as leaningThreshold, k as repeatingRows, l as rowLatency, m as resultOf, n as failsWorstCase, o as limitBroken, p as rejectionOf, q as testableThreshold, r as alphaShares, s as meanCost, tt as scoreSlack, v as meanChange, w as tellHistory, y as oneSideMean, z as scoreOf } from "./verdict-of-reason.js";
import { n as canFall, r as compareCase } from "./decide-verdict.js";
import { a as replayLooks, n as isNewOnly, o as scheduleOf, r as needsFresh, t as confirmLevel } from "./replay-looks.js";
import { n as normalQuantile, r as normalShare, t as normalDensity } from "./normal.js";

// src/core/gate/compare-metrics.ts
function compareMetrics(cells, replay, index, { settings, level }) {
	const { looks } = replay;
	const round = looks.at(-1)?.round ?? Number.POSITIVE_INFINITY;
	return Object.fromEntries(metricNames(cells).map(([name, isField]) => {
		const measure = (outcome) => metricOf(outcome, name);
		const measured = cells.map((cell) => ({
			cell,
			batches: measureBatches(cell, measure)
		}));
		const gated = Object.hasOwn(settings.metrics, name);
		const tested = ownOf(looks.at(-1)?.metrics, name)?.look.rows[index];
		const test = isNewOnly(cells) ? null : tested ? resultOf(tested.test, tested.alpha) : isField ? null : advise(measured, round, settings.alpha);
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
	const names = /* @__PURE__ */ new Map();
	for (const { batches } of cells) for (const { pairs } of batches) for (const pair of pairs) for (const reply of [pair.old, pair.new].filter(isOutcome)) {
		for (const name of Object.keys(reply.fields ?? {})) names.set(name, true);
		for (const name of Object.keys(reply.metrics)) names.set(name, false);
	}
	return [...names].toSorted(([one], [other]) => one < other ? -1 : 1);
}
function pooledMetrics({ looks }) {
	const names = Object.keys(looks.at(-1)?.metrics ?? {});
	return Object.fromEntries(names.flatMap((name) => {
		const found = rejectionOf(looks.flatMap((look) => ownOf(look.metrics, name)?.look ?? []), (suite) => suite.pooled);
		return found === null ? [] : [[name, found]];
	}));
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
	let mean = 0;
	let variance = 0;
	for (const { share, rate, weight } of kinds) {
		const fall = Math.min(drop, rate);
		const spread = spreadOf(rate, drop, graded);
		const differs = rate * (1 - rate + fall) + (1 - rate) * (rate - fall);
		const disagrees = before === 0 ? 0 : 1 - (1 - differs) ** before;
		const all = before + topUp + later;
		mean += share * weight * (fall * (before + disagrees * (topUp + later)) / Math.max(1, all) + (1 - disagrees) * part(later, before) * fall);
		variance += share * weight ** 2 * ((before * differs + disagrees * (topUp + later) * spread) / Math.max(1, all) ** 2 + (1 - disagrees) * later * spread / Math.max(1, before + later) ** 2);
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
	const least = (looks.at(-1)?.cases.cells ?? []).flatMap((cell, i) => cell === null || sample.copies.has(i) || sample.cases[i]?.cell.family !== "base" ? [] : [cell, ...cell.parts].every(({ confirmed }) => confirmed === null) ? [hypothesisOf(cell).least] : []);
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
const evenShare = .4;
const tiltedShare = .09;
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
	const limit = (limited) => {
		const found = last?.limits[limited]?.look.rows[index];
		return {
			test: found === void 0 ? null : resultOf(found.test, found.alpha),
			rejection: limitRejection(replay, limited, index, settings)
		};
	};
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
		outputTokens: meanOfSide(cells, "new", round, ({ outputTokens }) => outputTokens),
		cost: {
			...meanCost(cells, round),
			...limit("cost")
		},
		latency: {
			...rowLatency(cells, round, settings.latencyOf),
			...limit("latency")
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
function limitRejection({ looks, sample }, limited, index, settings) {
	return looks.flatMap(({ limits, round }) => {
		const rejection = limits[limited]?.look.rows[index]?.rejection;
		return rejection && limitBroken[limited](sample, index, round, settings) ? [rejection] : [];
	})[0] ?? null;
}
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

export { compareRows as t };