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
function judgedChecks(golden, kinds) {
	return namedChecks(golden, kinds).filter(({ kind }) => {
		return kind?.needs === "judge" || kind?.needs === "judge and embeddings";
	});
}
function metricsOf(kind, name) {
	return hasOwnName(kind, name) ? [kind, name] : [kind];
}
function hasOwnName(kind, name) {
	return name !== kind && !name.startsWith(`${kind}: `);
}
function gradesLikePeople({ kind }) {
	return kind?.minRange[0] === 1 && kind.minRange[1] === 10;
}
function scenarioOf(golden, kinds) {
	for (const { kind, argument } of golden.checks.toReversed()) {
		const scenario = kinds.get(kind)?.scenario?.(argument);
		if (scenario !== void 0) return scenario;
	}
}

export { namedChecks as a, metricsOf as i, judgedChecks as n, scenarioOf as o, loadChecks as r, gradesLikePeople as t };