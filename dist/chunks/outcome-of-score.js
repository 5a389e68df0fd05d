import { n as metricsOf } from "./metrics-of.js";

// src/core/run/outcome-of-score.ts
function outcomeOfScore({ value, passes, checks }, isMarked = false) {
	return {
		score: value,
		...passes === void 0 ? {} : { passes },
		marks: checks.flatMap((check) => check.kind === "scored" && check.binary ? [check.value === 1] : []),
		metrics: meansByMetric(checks),
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

export { outcomeOfScore as t };