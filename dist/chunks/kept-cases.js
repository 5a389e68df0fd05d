import { t as ProblemError } from "./problem.js";
import { B as seededRandom, o as historyOf, z as randomBelow } from "./verdict-of-reason.js";
import { t as sides } from "./side.js";
import { t as hash } from "./hash.js";
import { P as checkKinds } from "./promptfoo-reader.js";
import { i as replayLooks } from "./tally-side.js";
import { n as compareRows, t as decideVerdict } from "./decide-verdict.js";

// src/core/gate/plan-round.ts
function planRound(cells, settings) {
	return replayLooks(cells, settings).next;
}

// src/core/gate-quality/kept-case.ts
function mostTold(byRequest) {
	return [byRequest.filter(({ length }) => length === 1).flat(), ...byRequest.filter(({ length }) => length > 1)].reduce((longest, one) => one.length > longest.length ? one : longest);
}
function outcomeOfKept(score, passes) {
	if (!passes) return {
		score,
		marks: [],
		metrics: {}
	};
	const passed = score >= 1 - 1e-9;
	return {
		score,
		passes: passed,
		marks: [passed],
		metrics: {}
	};
}

// src/core/gate-quality/draw-review.ts
function drawReview(kept, settings, random, change = (outcome) => outcome) {
	const known = new Map(kept.map((one) => [keyOf(one), one]));
	let cells = kept.map(({ row, case: name, weight }) => ({
		row,
		case: name,
		weight,
		family: "base",
		identical: false,
		batches: []
	}));
	for (;;) {
		const next = planRound(cells, settings);
		if (next.kind === "done") break;
		const planned = new Map(next.batches.map((batch) => [keyOf(batch), batch]));
		cells = cells.map((cell) => {
			const [batch, own] = [planned.get(keyOf(cell)), known.get(keyOf(cell))];
			if (batch === void 0 || own === void 0) return cell;
			const draw = () => outcomeOfKept(own.scores[randomBelow(random, own.scores.length)] ?? 0, own.passes);
			const pairs = Array.from({ length: batch.trials }, () => ({
				old: draw(),
				new: change(draw(), own)
			}));
			const asked = {
				round: next.round,
				uniform: batch.uniform,
				pairs,
				oldKept: false
			};
			return {
				...cell,
				batches: [...cell.batches, asked]
			};
		});
	}
	const comparison = compareRows(cells, settings);
	return {
		comparison,
		verdict: decideVerdict(comparison, settings).verdict
	};
}
function keyOf({ row, case: name }) {
	return JSON.stringify([row, name]);
}

// src/core/gate-quality/measure-gate.ts
const mostDrawn = 12e3;
const fewestReviews = 60;
const mostReviews = 400;
const drops = [
	.05,
	.1,
	.15,
	.2,
	.3,
	.5
];
const seenOften = .8;
const mostOf = .5;
function measureGate(kept, gate, effort = 1) {
	const told = kept.filter(({ scores }) => scores.length >= 4);
	const replies = told.reduce((sum, { scores }) => sum + scores.length, 0);
	const about = {
		cases: {
			measured: told.length,
			of: kept.length
		},
		replies
	};
	if (told.length < Math.max(1, mostOf * kept.length)) return {
		...about,
		measured: null
	};
	const settings = judgedAlone(gate);
	const random = seededRandom([replies, told.length]);
	const reviews = Math.min(effort * mostReviews, Math.max(fewestReviews, Math.round(effort * mostDrawn / told.length)));
	const blocked = count(reviews, () => drawReview(told, settings, random).verdict === "regressed");
	const able = told.filter(({ scores }) => meanOf(scores) >= .5);
	const broken = able.length === 0 ? null : count(Math.ceil(reviews / 4), () => seesBroken(told, able, settings, random));
	const drop = drops.find((points) => count(Math.ceil(reviews / 8), () => seesDrop(told, points, settings, random)).share >= seenOften);
	return {
		...about,
		measured: {
			falseBlocks: blocked,
			brokenSeen: broken,
			smallestDrop: drop ?? null
		}
	};
}
function judgedAlone({ alpha, tolerance, margin, cases, repeats, sampling, trials }) {
	return {
		alpha,
		tolerance,
		margin,
		cases,
		sampling,
		trials,
		metrics: {},
		...repeats === void 0 ? {} : { repeats }
	};
}
function seesBroken(told, able, settings, random) {
	const broken = able[randomBelow(random, able.length)];
	const { verdict } = drawReview(told, settings, random, (outcome, one) => one === broken ? failed(outcome) : outcome);
	return verdict === "regressed";
}
function seesDrop(told, drop, settings, random) {
	const { verdict } = drawReview(told, settings, random, (outcome, { scores }) => {
		const mean = meanOf(scores);
		return mean > 0 && random() / 4294967296 < drop / mean ? failed(outcome) : outcome;
	});
	return verdict === "regressed";
}
function failed(outcome) {
	const passes = outcome.passes === void 0 ? {} : { passes: false };
	return {
		...outcome,
		...passes,
		score: 0,
		marks: outcome.marks.map(() => false)
	};
}
function meanOf(scores) {
	return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
const z = 1.96;
function count(reviews, happened) {
	const share = Array.from({ length: reviews }, happened).filter(Boolean).length / reviews;
	const middle = (share + z ** 2 / (2 * reviews)) / (1 + z ** 2 / reviews);
	const reach = z / (1 + z ** 2 / reviews) * Math.sqrt(share * (1 - share) / reviews + z ** 2 / (4 * reviews ** 2));
	return {
		share,
		low: Math.max(0, middle - reach),
		high: Math.min(1, middle + reach),
		reviews
	};
}

// src/app/review/remember-scores.ts
function recall(cell, history) {
	const known = historyOf(history.scores(idOf(cell), cell.comparison));
	return {
		cell,
		trials: [],
		...known === void 0 ? {} : { history: known }
	};
}
async function keepScores(results, history, now) {
	const rows = results.flatMap(({ run }) => run.cells.flatMap(scoresOf));
	if (rows.length === 0) return [];
	try {
		await history.keepScores(rows, now);
		return [];
	} catch (fault) {
		if (!(fault instanceof ProblemError)) throw fault;
		return [`What the replies scored is not kept for later reviews: ${fault.message}`];
	}
}
function scoresOf({ cell, trials }) {
	return sides.flatMap((side) => {
		const request = cell[side];
		if (request === void 0 || side === "old" && cell.identical) return [];
		const scores = trials.filter((trial) => side === "new" || trial.oldKept !== true).flatMap((trial) => scoreOf(trial[side]));
		return scores.length === 0 ? [] : [{
			cell: idOf(cell),
			comparison: cell.comparison,
			request: hash(request),
			scores
		}];
	});
}
function scoreOf(side) {
	return side?.score.kind === "scored" ? [side.score.value] : [];
}
function idOf({ prompt, row, exam }) {
	const checks = exam.golden.checks.map(({ at: _, ...check }) => check);
	return hash([
		prompt,
		row,
		exam.key,
		exam.golden.vars,
		checks
	]);
}

// src/app/review/kept-cases.ts
function keptCases(cells, history, without = () => "") {
	return cells.map((cell) => {
		const { key, weight, golden } = cell.exam;
		return {
			row: cell.row,
			case: key,
			weight,
			scores: mostTold(history.scores(idOf(cell), without(cell))),
			passes: golden.checks.every(({ kind }) => checkKinds.get(kind)?.scale === "binary")
		};
	});
}

export { planRound as a, measureGate as i, keepScores as n, recall as r, keptCases as t };