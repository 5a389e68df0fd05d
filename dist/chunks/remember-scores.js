import { r as requestHash } from "./call.js";
import { x as historyOf } from "./verdict-of-reason.js";
import { t as mostTold } from "./kept-case.js";
import { t as hash } from "./hash.js";
import { t as ProblemError } from "./problem.js";
import { t as sides } from "./side.js";
import { t as checkKinds } from "./scorers.js";

// src/app/review/remember-scores.ts
function recall(cell, history) {
	const known = historyOf(history.scores(idOf(cell), cell.comparison));
	return {
		cell,
		trials: [],
		...known === void 0 ? {} : { history: known }
	};
}
async function keepScores(results, now, { history, breathe }) {
	const rows = [];
	for (const held of results.flatMap(({ run }) => run.cells)) {
		rows.push(...scoresOf(held));
		await breathe();
	}
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
			request: requestHash(request),
			scores
		}];
	});
}
function scoreOf(side) {
	return side?.score.kind === "scored" ? [side.score.value] : [];
}
function idOf({ prompt, row, exam }) {
	const checks = exam.golden.checks.map(({ at: _, ...check }) => check);
	const { vars, tools } = exam.golden;
	return hash([
		prompt,
		row,
		exam.key,
		vars,
		checks,
		...tools === void 0 ? [] : [tools]
	]);
}
async function scoresByRequest(cells, { history, breathe }) {
	const kept = [];
	for (const cell of cells) {
		kept.push({
			case: cell.exam.key,
			requests: history.scores(idOf(cell), "")
		});
		await breathe();
	}
	return kept;
}
async function keptCases(cells, { history, breathe }, without = () => "") {
	const kept = [];
	for (const cell of cells) {
		const { key, weight, golden } = cell.exam;
		kept.push({
			row: cell.row,
			case: key,
			weight,
			scores: mostTold(history.scores(idOf(cell), without(cell))),
			passes: golden.checks.every(({ kind }) => checkKinds.get(kind)?.scale === "binary")
		});
		await breathe();
	}
	return kept;
}

export { scoresByRequest as i, keptCases as n, recall as r, keepScores as t };