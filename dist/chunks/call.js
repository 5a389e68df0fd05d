import { t as hash } from "./hash.js";

// src/core/call.ts
function callFor(request, trial, purpose, scope = "") {
	return {
		id: hash({
			request,
			trial,
			scope
		}),
		request,
		trial,
		purpose
	};
}
function baselineCall({ request, trial, purpose }, copy) {
	return callFor(request, trial, purpose, `old side, copy ${copy}`);
}

export { callFor as n, baselineCall as t };