import "./rolldown-runtime.js";

// src/core/money/cost-by-price.ts
function costByPrice(usage, price) {
	const { inputTokens, outputTokens } = usage;
	if (inputTokens === void 0 && price.input > 0) return void 0;
	if (outputTokens === void 0 && price.output > 0) return void 0;
	const input = inputTokens ?? 0;
	const cached = Math.min(usage.cachedTokens ?? 0, input);
	return ((input - cached) * price.input + cached * (price.cached ?? price.input) + (outputTokens ?? 0) * price.output) / 1e6;
}

// src/providers/load-price-list.ts
async function loadPriceList(own, endpoints, now) {
	const table = [...endpoints.values()].some((url) => !/^http:/iu.test(url)) ? await import("./dist2.js") : void 0;
	const timestamp = new Date(now);
	const found = /* @__PURE__ */ new Map();
	return (provider, model, usage) => {
		const price = Object.hasOwn(own, model) ? own[model] : void 0;
		if (price !== void 0) return costByPrice(usage, price);
		const providerApiUrl = endpoints.get(provider);
		const tokens = tokensOf(usage);
		if (table === void 0 || providerApiUrl === void 0 || tokens === void 0) return void 0;
		const key = JSON.stringify([provider, model]);
		const entry = found.get(key);
		if (entry === void 0 && found.has(key)) return void 0;
		try {
			const price = table.calcPrice(tokens, model, {
				...entry === void 0 ? { providerApiUrl } : { provider: entry },
				timestamp
			});
			if (entry === void 0) found.set(key, price === null ? void 0 : {
				...price.provider,
				models: [price.model]
			});
			return price?.total_price;
		} catch {
			return;
		}
	};
}
function tokensOf({ inputTokens, outputTokens, cachedTokens }) {
	if (inputTokens === void 0) return void 0;
	return {
		input_tokens: inputTokens,
		output_tokens: outputTokens ?? 0,
		...cachedTokens === void 0 ? {} : { cache_read_tokens: Math.min(cachedTokens, inputTokens) }
	};
}

export { loadPriceList };