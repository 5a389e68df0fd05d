import "./rolldown-runtime.js";
import { t as costByPrice } from "./prices.js";

// src/providers/load-price-list.ts
const little = {
	input_tokens: 1,
	output_tokens: 1
};
async function loadPriceList(own, endpoints, now) {
	const table = await import("./dist3.js");
	const timestamp = new Date(now);
	const found = /* @__PURE__ */ new Map();
	const calculate = (tokens, model, at) => {
		try {
			return table.calcPrice(tokens, model, {
				...at,
				timestamp
			});
		} catch {
			return null;
		}
	};
	const calculateByName = (name) => calculate(little, name, name.startsWith("text-embedding-") ? { providerId: "openai" } : {});
	const search = (provider, model) => {
		const providerApiUrl = endpoints.get(provider);
		if (providerApiUrl === void 0) return void 0;
		const price = calculate(little, model, { providerApiUrl });
		if (price !== null) return {
			provider: {
				...price.provider,
				models: [price.model]
			},
			byName: false
		};
		const name = bareName(model);
		const listed = isListed(providerApiUrl) ? null : calculateByName(name);
		if (listed === null || !isPricedByName(listed.provider.id, name, providerApiUrl)) return void 0;
		return {
			provider: {
				...listed.provider,
				models: [listed.model]
			},
			byName: true
		};
	};
	const find = (provider, model) => {
		const key = JSON.stringify([provider, model]);
		if (!found.has(key)) found.set(key, search(provider, model));
		return found.get(key);
	};
	const isListed = (providerApiUrl) => table.findProvider({ providerApiUrl }) !== void 0;
	const costOf = (provider, model, usage) => {
		const price = Object.hasOwn(own, model) ? own[model] : void 0;
		if (price !== void 0) return costByPrice(usage, price);
		const tokens = tokensOf(usage);
		const entry = find(provider, model);
		if (tokens === void 0 || entry === void 0) return void 0;
		return calculate(tokens, entry.byName ? bareName(model) : model, { provider: entry.provider })?.total_price;
	};
	const listOf = (provider, model) => {
		const entry = Object.hasOwn(own, model) ? void 0 : find(provider, model);
		return entry?.byName === true ? entry.provider.name : void 0;
	};
	const models = /* @__PURE__ */ new Map();
	const knows = (model) => {
		const known = models.get(model) ?? calculateByName(bareName(model)) !== null;
		models.set(model, known);
		return known;
	};
	return Object.assign(costOf, {
		listOf,
		knows
	});
}
function bareName(model) {
	return model.slice(model.lastIndexOf("/") + 1);
}
function tokensOf({ inputTokens, outputTokens, cachedTokens }) {
	if (inputTokens === void 0) return void 0;
	return {
		input_tokens: inputTokens,
		output_tokens: outputTokens ?? 0,
		...cachedTokens === void 0 ? {} : { cache_read_tokens: Math.min(cachedTokens, inputTokens) }
	};
}
const vendors = /* @__PURE__ */ new Set([
	"openai",
	"anthropic",
	"google",
	"x-ai",
	"mistral",
	"deepseek",
	"cohere"
]);
const open = /^(?:gpt-oss|gemma)/iu;
const closed = /^(?:gpt-|chatgpt-|o\d|text-embedding-|claude-|gemini-|grok-)/iu;
function isPricedByName(vendor, model, endpoint) {
	if (!vendors.has(vendor) || open.test(model)) return false;
	return !isLoopback(endpoint) || closed.test(model);
}
function isLoopback(endpoint) {
	return URL.canParse(endpoint) && /^(?:localhost|127\.|\[::1\])/u.test(new URL(endpoint).hostname);
}

export { loadPriceList };