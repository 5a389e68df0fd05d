import { t as canonicalJson } from "./json.js";
import { t as holdParams } from "./read-params.js";
import { n as needOf, t as isJudged } from "./needs-of.js";

// src/core/design/rows-of.ts
function rowsOf(change, choice) {
	const leftOut = /* @__PURE__ */ new Set();
	const hold = (params) => {
		const held = holdParams(params, choice.allowedParams);
		for (const name of held.leftOut) leftOut.add(name);
		return held.params;
	};
	const { old, new: next } = change;
	const held = {
		...change,
		...old === void 0 ? {} : { old: {
			...old,
			params: hold(old.params)
		} },
		...next === void 0 ? {} : { new: {
			...next,
			params: hold(next.params)
		} }
	};
	const isOurs = (ref) => choice.models.some((known) => canonicalJson(known) === canonicalJson(ref));
	const heldRef = (ref) => isOurs(ref) ? ref : {
		...ref,
		params: hold(ref.params)
	};
	const exchange = {
		exchanged: (choice.exchanged ?? []).map((pair) => ({
			old: heldRef(pair.old),
			new: heldRef(pair.new)
		})),
		added: (choice.added ?? []).map(heldRef)
	};
	return {
		...chooseRows(held, {
			...choice,
			...exchange
		}),
		leftOut: [...leftOut]
	};
}
function chooseRows(change, choice) {
	const { exchanged, added } = choice;
	const swapped = exchanged.map((pair) => rowOn(pair, false, change));
	const both = (models) => models.map((model) => rowOn({
		old: model,
		new: model
	}, false, change));
	if (change.change === "config") return {
		rows: change.old === void 0 ? both(added) : swapped,
		problems: []
	};
	const asked = ownRow(change, choice);
	const own = answeredByApplications(choice) ? {
		...asked,
		row: void 0
	} : asked;
	const listed = [
		...both(modelsFor(change, choice)),
		...swapped,
		...both(added)
	];
	const rows = withoutRepeats([...own.row === void 0 ? [] : [own.row], ...listed]);
	if (rows.length > 0 || own.problem !== void 0) return {
		rows,
		problems: own.problem === void 0 ? [] : [own.problem]
	};
	return {
		rows,
		problems: [{
			reason: "config",
			what: "no model to ask: the prompt names none, and none is configured.",
			at: { file: change.path },
			fix: "Write `models: [gpt-5.6-luna]` in promptgate.yml, or give them to the action under `with:` (`--models gpt-5.6-luna` on the command line), or let the prompt name its own."
		}]
	};
}
function answeredByApplications({ models = [], applications }) {
	return models.length > 0 && models.every(({ provider }) => applications?.has(provider) === true);
}
function modelsFor({ old, new: next, models = [] }, choice) {
	if (choice.models.length > 0 || old?.model !== void 0 || next?.model !== void 0) return choice.models;
	const { allowedModels } = choice;
	return models.filter((name) => allowedModels === void 0 || allowedModels.includes(name)).map((name) => ({
		...choice.resolve(name),
		params: {}
	}));
}
function ownRow(change, choice) {
	const named = {
		old: change.old?.model,
		new: change.new?.model
	};
	const oldName = named.old ?? named.new;
	const newName = named.new ?? named.old;
	if (oldName === void 0 || newName === void 0) return {};
	const allowed = choice.allowedModels;
	if (named.new !== void 0 && allowed !== void 0 && !allowed.includes(named.new)) return { problem: {
		reason: "config",
		what: `the prompt names the model \`${named.new}\`, which \`allowed-models\` does not hold.`,
		at: { file: change.path },
		fix: `Name one of ${allowed.map((name) => `\`${name}\``).join(", ")}, or add it to \`allowed-models\` on the base branch.`
	} };
	const refer = (name) => {
		const { provider, model } = choice.resolve(name);
		return {
			provider,
			model,
			params: choice.models.find((ref) => ref.provider === provider && ref.model === model)?.params ?? {}
		};
	};
	return { row: rowOn({
		old: refer(oldName),
		new: refer(newName)
	}, true, change) };
}
function rowOn(model, own, change) {
	const merged = (ref, prompt) => ({
		...ref,
		params: prompt?.skill === void 0 ? mergeParams(ref.params, prompt?.params ?? {}, own) : pickingParams(ref, prompt)
	});
	const sides = {
		old: merged(model.old, change.old ?? change.new),
		new: merged(model.new, change.new ?? change.old)
	};
	const [before, after] = [showModel(sides.old), showModel(sides.new)];
	return {
		id: before === after ? after : `${before} → ${after}`,
		own,
		model: sides
	};
}
function mergeParams(config, prompt, own) {
	return own ? {
		...config,
		...prompt
	} : {
		...prompt,
		...config
	};
}
function pickingParams({ params }, prompt) {
	const others = [
		"tools",
		"tool_choice",
		"functions",
		"function_call",
		"parallel_tool_calls",
		"response_format"
	];
	return {
		...Object.fromEntries(Object.entries(params).filter(([name]) => !others.includes(name))),
		...prompt.params
	};
}
function showModel(ref) {
	return ref.provider === "default" || ref.provider === ref.model ? ref.model : `${ref.provider}:${ref.model}`;
}
function withoutRepeats(rows) {
	const seen = /* @__PURE__ */ new Set();
	const kept = [];
	for (const row of rows) {
		const content = canonicalJson(row.model);
		if (seen.has(content)) continue;
		seen.add(content);
		const taken = kept.filter((other) => other.id === row.id).length;
		kept.push(taken === 0 ? row : {
			...row,
			id: `${row.id} (${taken + 1})`
		});
	}
	return kept;
}

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
	return namedChecks(golden, kinds).filter(({ check }) => isJudged(needOf(check, kinds)));
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

export { namedChecks as a, rowsOf as c, metricsOf as i, showModel as l, judgedChecks as n, scenarioOf as o, loadChecks as r, answeredByApplications as s, gradesLikePeople as t };