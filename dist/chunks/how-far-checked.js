import { t as hasOwnName } from "./metrics-of.js";

// src/core/scoring/named-checks.ts
function namedChecks(golden, kinds) {
	return golden.checks.flatMap((check) => parts(check, kinds)).map((check) => ({
		check,
		kind: kinds.get(check.kind),
		prefix: `${check.kind} ${check.name}/`
	})).filter(({ kind }) => kind?.scenario === void 0 && kind?.compare === void 0);
}
function parts(check, kinds) {
	const names = kinds.get(check.kind)?.expandsTo;
	if (names === void 0) return [check];
	const own = hasOwnName(check.kind, check.name);
	return names.map((part) => ({
		...check,
		kind: part,
		name: own ? `${check.name}: ${part}` : part
	}));
}
async function loadChecks(cases, kinds, words) {
	const named = cases.flatMap((golden) => namedChecks(golden, kinds));
	const loads = new Set(named.flatMap(({ kind }) => kind?.load === void 0 ? [] : [kind.load]));
	await Promise.all([...loads].map((load) => load(words)));
}

// src/core/scoring/judged-checks.ts
function judgedChecks(golden, kinds) {
	return namedChecks(golden, kinds).filter(({ kind }) => {
		return kind?.needs === "judge" || kind?.needs === "judge and embeddings";
	});
}

// src/core/exam/how-far-checked.ts
function howFarChecked(golden) {
	if (golden.notRun.length === 0) return isChecked(golden) ? "whole" : "unchecked";
	return isChecked({
		...golden,
		notRun: []
	}) && !golden.notRun.some(({ whole }) => whole === true) ? "part" : "not-run";
}
function isChecked({ checks, notRun }) {
	return checks.some(({ kind }) => kind !== "simulate" && kind !== "prefer") || notRun.length > 0;
}

export { namedChecks as a, loadChecks as i, isChecked as n, judgedChecks as r, howFarChecked as t };