import { r as namesPath } from "./match-globs.js";
import { t as canonicalJson } from "./json.js";

// src/core/settings/stricter-settings.ts
function stricterSettings(one, other) {
	const asked = new Set(one.models.map(canonicalJson));
	return {
		...one,
		gate: stricterGate(one.gate, other.gate),
		examChanges: stricterExam(one.examChanges, other.examChanges),
		models: [...one.models, ...other.models.filter((model) => !asked.has(canonicalJson(model)))]
	};
}
const leniency = [
	"strict",
	"ratchet",
	"allow"
];
function stricterExam(one, other) {
	return leniency.find((policy) => policy === one || policy === other) ?? one;
}
function stricterGate(one, other) {
	const { minScore: _, costLimit: __, costCap: ___, outputCap: ____, latencyLimit: _____, ...others } = one;
	const { latencyOf: ______, repeats: _______, ...rest } = others;
	const minScore = ofSet(Math.max, one.minScore, other.minScore);
	const costLimit = ofSet(Math.min, one.costLimit, other.costLimit);
	const costCap = ofSet(Math.min, one.costCap, other.costCap);
	const outputCap = ofSet(Math.min, one.outputCap, other.outputCap);
	return {
		...rest,
		alpha: Math.max(one.alpha, other.alpha),
		tolerance: Math.min(one.tolerance, other.tolerance),
		margin: Math.min(one.margin, other.margin),
		cases: one.cases === "block" ? one.cases : other.cases,
		...one.repeats === "chance" && other.repeats === "chance" && { repeats: "chance" },
		metrics: stricterMetrics(one.metrics, other.metrics),
		...minScore !== void 0 && { minScore },
		...costLimit !== void 0 && { costLimit },
		...costCap !== void 0 && { costCap },
		...outputCap !== void 0 && { outputCap },
		...stricterLatency(one, other)
	};
}
function stricterLatency(one, other) {
	return [one, other].flatMap(({ latencyLimit, latencyOf }) => latencyLimit === void 0 ? [] : [{
		latencyLimit,
		...latencyOf !== void 0 && { latencyOf }
	}]).toSorted((a, b) => a.latencyLimit - b.latencyLimit)[0] ?? {};
}
function stricterMetrics(one, other) {
	const names = [.../* @__PURE__ */ new Set([...Object.keys(one), ...Object.keys(other)])];
	const held = (name) => [one, other].flatMap((all) => Object.hasOwn(all, name) ? all[name] ?? [] : []);
	return Object.fromEntries(names.map((name) => [name, { tolerance: Math.min(...held(name).map(({ tolerance }) => tolerance)) }]));
}
function ofSet(pick, ...limits) {
	const set = limits.filter((limit) => limit !== void 0);
	return set.length === 0 ? void 0 : pick(...set);
}

// src/core/settings/override-settings.ts
function placesOf({ path, previousPath = path }) {
	return previousPath === path ? [path] : [previousPath, path];
}
function fitting(place, overrides) {
	return overrides.filter(({ paths }) => namesPath(paths, place));
}
function settingsFor(placed, settings) {
	const [first, ...others] = placesOf(placed).map((place) => settingsAt(place, settings));
	return others.reduce(stricterSettings, first ?? settings);
}
function settingsAt(place, settings) {
	const found = fitting(place, settings.overrides);
	const models = found.findLast((one) => one.models !== void 0)?.models;
	return {
		...settings,
		gate: Object.assign({}, settings.gate, ...found.map(({ gate }) => gate)),
		examChanges: examChangesAt(place, settings),
		...models !== void 0 && { models }
	};
}
function examChangesFor(placed, settings) {
	const [first, ...others] = placesOf(placed).map((place) => examChangesAt(place, settings));
	return others.reduce(stricterExam, first ?? settings.examChanges);
}
function examChangesAt(place, { examChanges, overrides = [] }) {
	return fitting(place, overrides).findLast((one) => one.examChanges !== void 0)?.examChanges ?? examChanges;
}
function hasOwnModels(placed, { overrides }) {
	return placesOf(placed).every((place) => fitting(place, overrides).some(({ models }) => models !== void 0));
}
function ownersOf(placed, { overrides }) {
	const named = placesOf(placed).flatMap((place) => fitting(place, overrides).findLast(({ owners }) => owners !== void 0)?.owners ?? []);
	return [...new Set(named)];
}
function ownBudgets({ overrides }) {
	return overrides.flatMap(({ paths, budget }, at) => budget === void 0 ? [] : [{
		at,
		paths,
		...budget
	}]);
}
function ownBudgetOf(placed, settings) {
	const found = placesOf(placed).map((place) => fitting(place, ownBudgets(settings)).at(-1));
	const room = ({ usd = 1e400, calls = 1e400 }) => [usd, calls];
	return found.reduce((one, other) => {
		if (one === void 0 || other === void 0) return void 0;
		const [[usd, calls], [otherUsd, otherCalls]] = [room(one), room(other)];
		return otherUsd > usd || otherUsd === usd && otherCalls > calls ? other : one;
	});
}

export { ownersOf as a, ownBudgets as i, hasOwnModels as n, settingsFor as o, ownBudgetOf as r, examChangesFor as t };