import { C as repeats, D as breaks, F as measureBatches, G as scoreSlack, M as compareAnswered, P as isOutcome, R as scoreOf, S as repeatingRows, W as probabilitySlack, a as takeLook, b as changesForGood, k as hypothesisOf, l as isInformed, s as uniformCases, w as disagreement, y as gateSample } from "./rows-of.js";
import { t as sides } from "./side.js";

// src/core/gate/tally-side.ts
function tallySide(cell, side, round = Number.POSITIVE_INFINITY) {
	const asked = cell.batches.filter((batch) => batch.round <= round).flatMap(({ pairs }) => pairs.map((pair) => pair[side]));
	const scored = asked.filter(isOutcome);
	const marked = scored.filter(({ passes }) => passes !== void 0);
	return {
		scores: scored.map(({ score }) => score),
		passes: marked.length === 0 ? null : marked.filter(({ passes }) => passes).length,
		of: scored.length,
		missing: asked.length - scored.length
	};
}

// src/core/statistics/sample-variance.ts
function sampleVariance(strata) {
	let count = 0;
	let total = 0;
	for (const stratum of strata) {
		count += 2 * stratum.size;
		total += stratum.total;
	}
	if (count < 2) return 0;
	const mean = total / count;
	let squares = 0;
	for (const stratum of strata) {
		for (const value of stratum.old) squares += (value - mean) ** 2;
		for (const value of stratum.new) squares += (value - mean) ** 2;
	}
	return squares / (count - 1);
}

// src/core/statistics/normal-quantile.ts
function normalQuantile(p) {
	const q = p - .5;
	if (Math.abs(q) <= .425) {
		const r = .180625 - q * q;
		const above = ((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179;
		const below = ((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1;
		return q * above / below;
	}
	const tail = Math.min(p, 1 - p);
	if (!(tail > 0)) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	const distance = Math.sqrt(-Math.log(tail));
	return Math.sign(q) * (distance <= 5 ? middle(distance - 1.6) : far(distance - 5));
}
function middle(r) {
	return (((.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777) / ((.12021132975 * r + .7370016425) * r + 1);
}
function far(r) {
	return (((.017337203997 * r + .42868294337) * r + 3.081226386) * r + 6.657905115) / ((.012258202635 * r + .24197894225) * r + 1);
}

// src/core/statistics/shrunken-bound.ts
function shrunkenBound(cases, alpha) {
	let weights = 0;
	let change = 0;
	let effective = 0;
	let variance = 0;
	for (const { weight, delta, variance: own, size } of cases) {
		weights += weight;
		change += weight * delta;
		effective += weight ** 2 / size;
		variance += weight ** 2 * 2 * own / size;
	}
	if (weights === 0) return null;
	const n = weights ** 2 / effective;
	const shrink = n / (n + 2);
	const centre = shrink * change / weights;
	const reach = normalQuantile(1 - alpha) * Math.sqrt((shrink / weights) ** 2 * variance + 2 / (n + 2) ** 2);
	return {
		low: Math.max(-1, centre - reach),
		high: Math.min(1, centre + reach)
	};
}

// src/core/gate/row-bound.ts
function boundOf(row, round, alpha) {
	return shrunkenBound(uniformCases(row, round).map((one) => ({
		weight: one.cell.weight,
		delta: one.new - one.old,
		variance: one.cell.identical ? 0 : sampleVariance(one.strata),
		size: one.size
	})), alpha);
}

// src/core/gate/lacks-side.ts
function lacksSide(cell, round) {
	const pairs = cell.batches.filter((batch) => batch.round <= round).flatMap((batch) => batch.pairs);
	return pairs.length > 0 && sides.some((side) => !pairs.some((pair) => isOutcome(pair[side])));
}

// src/core/gate/pick-topped-up.ts
const mostGraded = 1 / 4;
function pickToppedUp(cells, round) {
	const rows = Map.groupBy(cells, ({ row }) => row);
	return new Set([...rows.values()].flatMap((row) => pickOfRow(row, round)));
}
function pickOfRow(row, round) {
	const wanted = [];
	const graded = [];
	let room = Math.ceil(mostGraded * row.length);
	for (const cell of row) {
		if (cell.identical) continue;
		const topUp = cell.batches.find((batch) => !batch.uniform && batch.round <= round);
		const found = topUp === void 0 ? disagreement(cell, round) : disagreement(withoutTopUps(cell), topUp.round);
		if (topUp !== void 0) room -= found === "grades" ? 1 : 0;
		else if (found === "marks" || lacksSide(cell, round)) wanted.push(cell);
		else if (found === "grades") graded.push({
			cell,
			variance: varianceOf(cell, round)
		});
	}
	const first = graded.toSorted((a, b) => b.variance - a.variance || compare(a.cell.case, b.cell.case));
	return [...wanted, ...first.slice(0, Math.max(0, room)).map(({ cell }) => cell)];
}
function withoutTopUps(cell) {
	return {
		...cell,
		batches: cell.batches.filter(({ uniform }) => uniform)
	};
}
function varianceOf(cell, round) {
	const batches = measureBatches(cell, scoreOf).filter((batch) => batch.round <= round);
	return sampleVariance(batches.map(({ stratum }) => stratum));
}
function compare(one, other) {
	return one < other ? -1 : one > other ? 1 : 0;
}

// src/core/gate/schedule.ts
const ladder = [
	{
		round: 1,
		uniform: 1,
		topUp: 0,
		spend: .1,
		goOn: 1
	},
	{
		round: 2,
		uniform: 0,
		topUp: 5,
		spend: .5,
		goOn: .5
	},
	{
		round: 3,
		uniform: 2,
		topUp: 5,
		spend: .7,
		goOn: .3
	},
	{
		round: 4,
		uniform: 4,
		topUp: 0,
		spend: 1,
		goOn: 0
	}
];
const informedLadder = ladder.map((step) => step.round === 3 ? {
	...step,
	goOn: .2
} : step);
const confirming = [
	{
		round: 1,
		uniform: 2,
		topUp: 0,
		spend: .1,
		goOn: 1
	},
	{
		round: 2,
		uniform: 2,
		topUp: 0,
		spend: .3,
		goOn: 1
	},
	{
		round: 3,
		uniform: 4,
		topUp: 0,
		spend: .6,
		goOn: 1
	},
	{
		round: 4,
		uniform: 4,
		topUp: 0,
		spend: 1,
		goOn: 0
	}
];
const addedTrials = 3;
function scheduleOf({ sampling, trials }, newOnly, informed = false) {
	if (newOnly) return [single(sampling === "fixed" ? trials : Math.min(trials, addedTrials))];
	switch (sampling) {
		case "fixed": return [single(trials)];
		case "confirm": return trials < 2 ? [single(trials)] : cut(confirming, trials);
		case "adaptive": return cut(informed ? informedLadder : ladder, trials);
	}
}
function single(uniform) {
	return {
		round: 1,
		uniform,
		topUp: 0,
		spend: 1,
		goOn: 0
	};
}
function cut(steps, trials) {
	const kept = [];
	let uniform = 0;
	let toppedUp = 0;
	for (const step of steps) {
		if (uniform + toppedUp + step.uniform > trials) break;
		uniform += step.uniform;
		const topUp = Math.min(step.topUp, trials - uniform);
		if (step.uniform + topUp === 0) break;
		toppedUp = Math.max(toppedUp, topUp);
		kept.push({
			...step,
			topUp
		});
	}
	return kept.map((step, i) => i === kept.length - 1 ? {
		...step,
		spend: 1,
		goOn: 0
	} : step);
}

// src/core/gate/replay-looks.ts
const undecidedLoss = .2;
const undecidedCell = .01;
function isNewOnly(cells) {
	return cells.length > 0 && cells.every(({ newOnly }) => newOnly === true);
}
function replayLooks(cells, settings) {
	const newOnly = isNewOnly(cells);
	const steps = scheduleOf(settings, newOnly, isInformed(cells));
	const sample = gateSample(cells, settings);
	const looks = [];
	const end = (next) => ({
		sample,
		steps,
		looks,
		next
	});
	if (cells.length === 0) return end({
		kind: "done",
		why: "nothing"
	});
	for (const step of steps) {
		const batches = missingBatches(cells, step, settings);
		if (batches.length > 0) return end({
			kind: "ask",
			round: step.round,
			batches
		});
		const look = takeLook(sample, step, settings, looks.at(-1));
		looks.push(look);
		if (newOnly) return end({
			kind: "done",
			why: "asked"
		});
		if (look.blocks) return end({
			kind: "done",
			why: "regressed"
		});
		if (settings.sampling === "confirm" && isProven(sample, steps, looks.length - 1, settings)) return end({
			kind: "done",
			why: "proven"
		});
		if (!goesOn(step, looks) && !(step.goOn > 0 && losesMore(sample, step.round))) return end({
			kind: "done",
			why: step === steps.at(-1) ? "asked" : "steady"
		});
	}
	return end({
		kind: "done",
		why: "asked"
	});
}
function missingBatches(cells, { round, uniform, topUp }, { sampling, repeats: meaning }) {
	const before = round - 1;
	const isLater = sampling === "adaptive" && round > 1;
	const settled = isLater ? repeatingRows(cells, before) : /* @__PURE__ */ new Set();
	const lacking = cells.flatMap((cell) => {
		const trials = cell.identical ? Math.min(uniform, round === 1 ? 1 : 0) : uniform;
		const repeated = isLater && (settled.has(cell.row) || repeats(cell, before));
		if (repeated && (meaning === "chance" || !changesForGood(cell, before))) return [];
		const asked = cell.batches.some((batch) => batch.uniform === !repeated && batch.round === round);
		return trials === 0 || asked ? [] : [{
			row: cell.row,
			case: cell.case,
			trials,
			uniform: !repeated
		}];
	});
	if (lacking.length > 0 || topUp === 0) return lacking;
	const picked = pickToppedUp(cells, round);
	return cells.flatMap((cell) => picked.has(cell) ? [{
		row: cell.row,
		case: cell.case,
		trials: topUp,
		uniform: false
	}] : []);
}
function goesOn({ goOn }, looks) {
	const look = looks.at(-1);
	if (look === void 0 || goOn === 0) return false;
	if (goOn >= 1) return true;
	if ([look.suite, ...Object.values(look.metrics).map((metric) => metric.look)].flatMap(({ pooled, rows }) => pooled === null ? rows : [pooled, ...rows]).some(({ test }) => test.p <= goOn + 1e-12)) return true;
	return look.cases.cells.some((cell, i) => {
		if (cell === null || hypothesisOf(cell).p > undecidedCell + 1e-12) return false;
		return !looks.some((earlier) => breaks(earlier.cases.cells[i]));
	});
}
function losesMore({ rows, cells }, round) {
	return rows.some((row) => {
		const own = cells.filter((cell) => cell.row === row);
		const answered = compareAnswered(own, round, undecidedLoss);
		return answered !== null && answered.p <= undecidedLoss + 1e-12;
	});
}
function isProven(sample, steps, index, settings) {
	const step = steps[index];
	if (step === void 0) return false;
	const level = confirmLevel(steps, index, settings.alpha);
	return sample.scores.every((row) => {
		const bound = boundOf(row, step.round, level);
		return bound !== null && bound.low >= -settings.margin - 1e-9;
	});
}
function confirmLevel(steps, index, alpha) {
	return alpha * ((steps[index]?.spend ?? 0) - (steps[index - 1]?.spend ?? 0));
}

export { boundOf as a, tallySide as c, scheduleOf as i, isNewOnly as n, normalQuantile as o, replayLooks as r, sampleVariance as s, confirmLevel as t };