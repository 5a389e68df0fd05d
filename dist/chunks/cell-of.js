import { t as fieldsOf } from "./score.js";
import { i as metricsOf } from "./named-checks.js";

// src/core/run/cell-of.ts
const absent = { missing: "absent" };
function cellOf({ cell, trials, history }) {
	const askings = Map.groupBy(trials, (trial) => `${trial.round} ${trial.uniform}`);
	return {
		row: cell.row,
		case: cell.exam.key,
		weight: cell.exam.weight,
		family: cell.exam.family,
		identical: cell.identical,
		...cell.near === void 0 ? {} : { near: cell.near },
		...cell.old === void 0 ? { newOnly: true } : {},
		...history === void 0 ? {} : { history },
		batches: [...askings.values()].map((held) => batchOf(held, cell))
	};
}
function batchOf(trials, cell) {
	const [first] = trials;
	return {
		round: first?.round ?? 0,
		uniform: first?.uniform ?? false,
		pairs: trials.map((trial) => pairOf(trial, cell)),
		oldKept: trials.some((trial) => trial.oldKept === true)
	};
}
function pairOf(trial, { identical, exam: { golden } }) {
	const isMarked = golden.min !== void 0 || golden.scoring !== void 0;
	const after = outcomeOf(trial.new, isMarked);
	if (identical) return {
		old: after,
		new: after
	};
	return {
		old: trial.old === void 0 ? absent : outcomeOf(trial.old, isMarked),
		new: after
	};
}
function outcomeOf({ reply, score, costUsd, empty, said }, isMarked = false) {
	if (reply.kind === "failed") return { missing: "failed" };
	const { finishReason, usage, firstTokenMs } = reply.answer;
	const { outputTokens } = usage;
	const cut = cutBy(finishReason);
	const short = {
		...empty === true ? { empty } : {},
		...cut === void 0 ? {} : { cut }
	};
	if (score.kind === "unscored") return {
		missing: "unscored",
		...short
	};
	return {
		...short,
		...outcomeOfScore(score, isMarked),
		...said === void 0 ? {} : { said },
		...costUsd === void 0 ? {} : { costUsd },
		...outputTokens === void 0 ? {} : { outputTokens },
		latencyMs: reply.answer.latencyMs,
		...firstTokenMs === void 0 ? {} : { firstTokenMs }
	};
}
const atLimit = /* @__PURE__ */ new Set([
	"length",
	"max_tokens",
	"max_output_tokens",
	"model_length"
]);
const byFilter = /* @__PURE__ */ new Set([...[
	"content_filter",
	"content_filtered",
	"guardrail_intervened",
	"safety",
	"recitation",
	"blocklist"
], ...[
	"prohibited_content",
	"spii",
	"image_safety"
]]);
function cutBy(finishReason) {
	const said = finishReason.toLowerCase();
	if (atLimit.has(said)) return "limit";
	return byFilter.has(said) ? "filter" : void 0;
}
function outcomeOfScore({ value, passes, checks }, isMarked = false) {
	return {
		score: value,
		...passes === void 0 ? {} : { passes },
		marks: checks.flatMap((check) => check.kind === "scored" && check.binary ? [check.value === 1] : []),
		metrics: meansByMetric(checks),
		...fieldsByMetric(checks),
		...judgement(checks),
		...isMarked ? {} : grades(checks)
	};
}
function grades(checks) {
	const graded = checks.flatMap((check) => check.kind === "scored" && !check.binary && check.passed === void 0 && check.weight > 0 && !inMarkedSet(check) ? [{
		check: check.check,
		kind: check.scorer,
		value: check.value,
		...check.judged && { judged: check.judged }
	}] : []);
	return graded.length === 0 ? {} : { graded };
}
function inMarkedSet({ set }) {
	return set?.min !== void 0;
}
function judgement(checks) {
	const scored = checks.filter((check) => check.kind === "scored");
	if (!scored.some(({ judged }) => judged)) return {};
	const marks = scored.flatMap(({ judged, passed }) => judged === true || passed === void 0 ? [] : [passed]);
	return {
		judged: true,
		...marks.length > 0 && { exact: marks.every(Boolean) }
	};
}
function meansByMetric(checks) {
	const values = /* @__PURE__ */ new Map();
	for (const check of checks) {
		if (check.kind === "unscored") continue;
		for (const name of metricsOf(check.scorer, check.check)) values.set(name, [...values.get(name) ?? [], check.value]);
	}
	return Object.fromEntries([...values].map(([name, held]) => [name, held.reduce((sum, value) => sum + value, 0) / held.length]));
}
function fieldsByMetric(checks) {
	const fields = checks.flatMap((check) => {
		const metric = metricsOf(check.scorer, check.check).at(-1);
		return fieldsOf(check).map(({ field, value }) => [`${metric}.${field}`, value]);
	});
	return fields.length === 0 ? {} : { fields: Object.fromEntries(fields) };
}

export { cutBy as n, outcomeOfScore as r, cellOf as t };