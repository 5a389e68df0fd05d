import { t as modelNamed } from "./model-named.js";

// src/app/review/model-choice.ts
function modelChoice({ models, allowedModels, allowedParams, providers }, exchange) {
	return {
		models,
		allowedParams,
		...exchange,
		...allowedModels === void 0 ? {} : { allowedModels },
		resolve: (name) => modelNamed(name, providers)
	};
}

export { modelChoice as t };