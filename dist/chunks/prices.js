import { t as servedAs } from "./served-model.js";
import { r as ownBudgetOf } from "./override-settings.js";
import { n as namesOf, t as modelNamed } from "./settings.js";

// src/core/money/prices.ts
function costOfAnswer(request, answer, costOf) {
	const { billedUsd, servedBy, servedModel, usage } = answer;
	const isServed = servedAs(request.model, servedModel, costOf.knows ?? (() => false)) === "another" || request.subject !== void 0;
	return billedUsd ?? costOf(servedBy, isServed ? servedModel : request.model, usage);
}
function costByPrice(usage, price) {
	const { inputTokens, outputTokens } = usage;
	if (inputTokens === void 0 && price.input > 0) return void 0;
	if (outputTokens === void 0 && price.output > 0) return void 0;
	const input = inputTokens ?? 0;
	const cached = Math.min(usage.cachedTokens ?? 0, input);
	return ((input - cached) * price.input + cached * (price.cached ?? price.input) + (outputTokens ?? 0) * price.output) / 1e6;
}
function findUnpriced(design, settings, costOf) {
	const found = design.prompts.flatMap(({ change, rows }) => {
		const own = ownBudgetOf(change, settings)?.usd !== void 0;
		if (!settings.limitsCost && !own) return [];
		const before = change.old?.model === void 0 ? [] : [modelNamed(change.old.model, namesOf(settings))];
		const known = [
			...settings.models,
			...settings.overrides.flatMap(({ models = [] }) => models),
			...before
		];
		return rows.flatMap((row) => {
			const { provider, model } = row.model.new;
			const isKnown = known.some((ref) => ref.provider === provider && ref.model === model);
			const isPriced = costOf(provider, model, {
				inputTokens: 1,
				outputTokens: 1
			}) !== void 0;
			if (isKnown || isPriced || settings.allowedModels?.includes(model) === true) return [];
			const problem = {
				reason: "config",
				what: `the price of \`${model}\`, a model that this pull request names, is not known, so \`${own ? "budget.usd" : "max-cost"}\` cannot hold for it.`,
				at: { file: change.path },
				fix: `On the base branch, add it to \`allowed-models\` in ${settings.configFile}, or its price to \`prices\`.`
			};
			return [[`${provider} ${model}`, problem]];
		});
	});
	const first = /* @__PURE__ */ new Map();
	for (const [named, problem] of found) if (!first.has(named)) first.set(named, problem);
	return [...first.values()];
}

export { costOfAnswer as n, findUnpriced as r, costByPrice as t };