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

export { callFor as t };