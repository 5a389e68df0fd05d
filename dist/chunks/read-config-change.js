import { l as showModel } from "./named-checks.js";
import { n as changedPaths } from "./may-concern.js";
import { t as ProblemError } from "./problem.js";
import { t as holdParams } from "./read-params.js";
import { t as defaultPromptGlobs } from "./prompt-globs.js";
import { t as canonicalJson } from "./json.js";
import { t as clip } from "./clip.js";
import { c as configEntries, i as readConfigSide, t as defaultConfig } from "./read-settings.js";
import { n as namesOf } from "./settings.js";

// src/core/settings/compare-configs.ts
function compareConfigs({ old, new: next }, by) {
	const gone = old.settings.models.filter((model) => !holds(next.settings.models, model));
	const exchange = pairModels(gone, next.settings.models.filter((model) => !holds(old.settings.models, model)), old.settings.models, next.settings.models);
	const removed = gone.filter((model) => !exchange.exchanged.some((pair) => pair.old === model));
	const judges = {
		old: old.settings.judge,
		new: next.settings.judge
	};
	const [before, after] = [rulesOf(old), rulesOf(next)];
	return {
		...exchange,
		...judges.old === void 0 || judges.new === void 0 || canonicalJson(judges.old) === canonicalJson(judges.new) ? {} : { judges: {
			old: judges.old,
			new: judges.new
		} },
		...canonicalJson(before) === canonicalJson(after) ? {} : { otherGate: by === "base" ? after : before },
		told: [
			...tellModels(exchange, removed),
			...tellJudge(old, next, by),
			...tellGate(old.config, next.config, by),
			...tellOthers(old.config, next.config, by)
		]
	};
}
function tellFirstConfig(defaults, config) {
	const changed = changedKeys(defaults, config);
	return changed.length === 0 ? [] : [`Once \`${config.file}\` is merged, it changes ${changed.join(", ")}.`];
}
function rulesOf({ settings: { gate, overrides, failOn } }) {
	return {
		gate,
		overrides,
		failOn
	};
}
function holds(models, model) {
	return models.some((other) => canonicalJson(other) === canonicalJson(model));
}
function pairModels(gone, come, before, after) {
	const left = new Set(gone);
	const take = (wanted) => {
		const found = [...left].find(wanted);
		if (found !== void 0) left.delete(found);
		return found;
	};
	const byPlace = new Map(come.map((model) => [model, take((one) => before.indexOf(one) === after.indexOf(model))]));
	const byProvider = new Map(come.map((model) => [model, byPlace.get(model) ?? take(({ provider }) => provider === model.provider)]));
	const pairs = come.map((model) => ({
		old: byProvider.get(model) ?? take(() => true),
		new: model
	}));
	return {
		exchanged: pairs.flatMap(({ old, new: next }) => old === void 0 ? [] : [{
			old,
			new: next
		}]),
		added: pairs.flatMap(({ old, new: next }) => old === void 0 ? [next] : [])
	};
}
function tellModels({ exchanged, added }, removed) {
	const names = (models) => models.map((model) => `\`${showModel(model)}\``).join(", ");
	const parts = [
		...exchanged.map(({ old, new: next }) => {
			return showModel(old) === showModel(next) ? `the parameters of ${names([next])}` : `${names([old])} → ${names([next])}`;
		}),
		...added.length === 0 ? [] : [`${names(added)} added`],
		...removed.length === 0 ? [] : [`${names(removed)} removed`]
	];
	return parts.length === 0 ? [] : [`The config's \`models\` change: ${parts.join(", ")}.`];
}
function tellJudge(old, next, by) {
	const [before, after] = [old.settings.judge, next.settings.judge];
	if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return [];
	const name = (judge) => judge === void 0 ? "none" : `\`${showModel(judge)}\`${judge.votes === 1 ? "" : ` with ${judge.votes} votes`}`;
	const used = by === "base" ? name(before) : name(after);
	const params = (judge) => clip(canonicalJson(judge?.params ?? {}), longest);
	const alike = name(before) === name(after) ? ` (its parameters: \`${params(before)}\` → \`${params(after)}\`)` : "";
	return [`The config's \`judge\` changes: ${name(before)} → ${name(after)}${alike}. Judged checks were graded by ${used} here.`];
}
const rules = ["gate", "fail-on"];
const toldApart = [
	"models",
	"judge",
	...rules
];
function tellGate(old, next, by) {
	const changed = changedKeys(old, next, (key) => rules.includes(key));
	if (changed.length === 0) return [];
	const whose = by === "base" ? "the rules of the base branch" : "the new rules";
	return [`The config's gate changes: ${changed.join(", ")}. This was judged by ${whose}.`];
}
function tellOthers(old, next, by) {
	const changed = changedKeys(old, next, (key) => !toldApart.includes(key));
	if (changed.length === 0) return [];
	const whose = by === "base" ? "the config of the base branch" : "the new config";
	return [`The config changes: ${changed.join(", ")}. This was reviewed by ${whose}.`];
}
function changedKeys(old, next, isWanted = () => true) {
	const valuesOf = (config) => {
		const wanted = [...configEntries(config)].filter(([key]) => isWanted(key));
		return new Map(wanted.flatMap(([key, value]) => [...flatten(value, key)]));
	};
	const [before, after] = [valuesOf(old), valuesOf(next)];
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key)).map((key) => `\`${key}\` ${clip(before.get(key) ?? "unset", longest)} → ${clip(after.get(key) ?? "unset", longest)}`);
}
const longest = 120;
function flatten(value, path) {
	if (Array.isArray(value)) return new Map(value.length === 0 && path !== "fail-on" ? [] : [[path, wordList(value)]]);
	if (typeof value === "number" && spans.includes(path)) return /* @__PURE__ */ new Map([[path, wordSpan(value)]]);
	if (typeof value !== "object" || value === null) return value === void 0 ? /* @__PURE__ */ new Map() : /* @__PURE__ */ new Map([[path, String(value)]]);
	return new Map(Object.entries(value).flatMap(([key, held]) => [...flatten(held, `${path}.${key}`)]));
}
function wordList(list) {
	if (list.length === 0) return "never";
	if (canonicalJson(list) === canonicalJson(defaultPromptGlobs)) return "the usual globs";
	return list.map((one) => typeof one === "string" ? one : canonicalJson(one)).join(", ");
}
const spans = ["baseline-age", "timeout"];
function wordSpan(ms) {
	if (ms % 36e5 === 0) return `${ms / 36e5}h`;
	return ms % 6e4 === 0 ? `${ms / 6e4}m` : `${ms / 1e3}s`;
}

// src/app/review/read-config-change.ts
const noChange = {
	exchanged: [],
	added: [],
	told: [],
	problems: []
};
function changesConfig(changed, { paths }) {
	const touched = changedPaths(changed);
	return paths.some((path) => touched.includes(path));
}
async function readConfigChange(host, pull, inputs, settings, place) {
	const old = await sideOrProblems(host, pull.base, inputs, place);
	if (old !== void 0 && "problems" in old) return noChange;
	const next = await sideOrProblems(host, pull.head, inputs, place, "defaults");
	if (next === void 0) return noChange;
	if ("problems" in next) return {
		...noChange,
		problems: next.problems
	};
	if (old === void 0) {
		const isOwn = pull.tip.sha === pull.head.sha;
		return {
			...noChange,
			told: isOwn ? [] : tellFirstConfig(defaultConfig(inputs), next.config)
		};
	}
	const by = pull.tip.sha === pull.head.sha ? "tree" : "base";
	const { judges, ...change } = compareConfigs({
		old,
		new: next
	}, by);
	const otherJudge = by === "base" ? judges?.new : judges?.old;
	const refused = [...[...change.exchanged.map((pair) => pair.new), ...change.added], ...otherJudge === void 0 ? [] : [otherJudge]].flatMap((model) => {
		const why = whyNotAsked(model, pull, settings);
		return why === void 0 ? [] : [{
			model,
			why
		}];
	});
	const isAsked = (model) => refused.every((one) => one.model !== model);
	return {
		...change,
		...judges === void 0 || otherJudge === void 0 || !isAsked(otherJudge) ? {} : { judges: by === "base" ? {
			...judges,
			new: held(judges.new, settings)
		} : judges },
		exchanged: change.exchanged.filter((pair) => isAsked(pair.new)),
		added: change.added.filter(isAsked),
		told: [...change.told, ...refused.map(({ model, why }) => `\`${showModel(model)}\` was not asked: ${why}.`)],
		problems: []
	};
}
async function sideOrProblems(host, revision, inputs, place, absent) {
	try {
		return await readConfigSide(host, revision, inputs, absent, place);
	} catch (fault) {
		if (fault instanceof ProblemError) return { problems: fault.problems };
		throw fault;
	}
}
function held(judge, { allowedParams }) {
	return {
		...judge,
		params: holdParams(judge.params, allowedParams).params
	};
}
function whyNotAsked({ provider, model }, pull, settings) {
	if (pull.fork) return "the pull request is from a fork";
	const { allowedModels } = settings;
	if (!namesOf(settings).has(provider)) return `the base branch has no provider \`${provider}\``;
	if (allowedModels !== void 0 && !allowedModels.includes(model)) return "`allowed-models` does not hold it";
}

export { noChange as n, readConfigChange as r, changesConfig as t };