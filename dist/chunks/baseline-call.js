import { t as callFor } from "./call.js";

// src/core/baseline-call.ts
function baselineCall({ request, trial, purpose }, copy) {
	return callFor(request, trial, purpose, `old side, copy ${copy}`);
}

export { baselineCall as t };