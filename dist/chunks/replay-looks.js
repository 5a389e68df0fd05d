import { $ as probabilitySlack, A as repeats, D as changesForGood, G as hypothesisOf, M as compareAnswered, S as isInformed, T as gateSample, U as breaks, a as takeLook, g as boundOf, i as limitsOf, j as pickToppedUp, k as repeatingRows, o as limitBroken, tt as scoreSlack } from "./verdict-of-reason.js";

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
		if (!(goesOn(step, looks) || nearsLimit(sample, step, looks.at(-1), settings)) && !(step.goOn > 0 && losesMore(sample, step.round))) return end({
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
function nearsLimit(sample, { goOn, round }, look, settings) {
	if (look === void 0 || goOn === 0) return false;
	return limitsOf(look.limits).some(([limited, { look: own }]) => own.rows.some(({ test }, row) => test.p <= goOn + 1e-12 && limitBroken[limited](sample, row, round, settings)));
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
	const tested = [...suites, ...limitsOf(look.limits).map(([, limit]) => limit.look)];
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
function planRound(cells, settings) {
	return replayLooks(cells, settings).next;
}

export { replayLooks as a, planRound as i, isNewOnly as n, scheduleOf as o, needsFresh as r, confirmLevel as t };