import { p as canonicalJson } from "./utils.js";
import { t as isObject } from "./is-object.js";
import { r as knownParams } from "./read-yaml.js";

// src/core/prompt-file/hold-params.ts
const older = ["functions", "function_call"];
function holdParams(params, allowed = []) {
	const kept = [];
	const leftOut = [];
	for (const [name, value] of Object.entries(params)) if (allowed.includes(name)) kept.push([name, value]);
	else if (![...knownParams, ...older].includes(name)) leftOut.push(name);
	else if (name === "tools" && Array.isArray(value)) {
		const run = value.filter((tool) => isServed(tool));
		leftOut.push(...run.map((tool) => `tools (${isObject(tool) ? String(tool["type"]) : "unknown"})`));
		const own = value.filter((tool) => !isServed(tool));
		if (own.length > 0 || run.length === 0) kept.push([name, own]);
	} else kept.push([name, value]);
	return {
		params: Object.fromEntries(kept),
		leftOut: [...new Set(leftOut)]
	};
}
function isServed(tool) {
	return !isObject(tool) || tool["type"] !== void 0 && tool["type"] !== "function";
}

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
	const own = ownRow(change, choice);
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
			fix: "Write `models: [gpt-5-mini]` in promptgate.yml, or give them to the action under `with:` (`--models gpt-5-mini` on the command line), or let the prompt name its own."
		}]
	};
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
		params: mergeParams(ref.params, prompt?.params ?? {}, own)
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
function showModel(ref) {
	return ref.provider === "default" ? ref.model : `${ref.provider}:${ref.model}`;
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

export { showModel as n, rowsOf as t };