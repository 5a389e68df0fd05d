import { n as callFor } from "./call.js";

// src/app/review/call-of-side.ts
function callOfSide({ cell, side, trial, fresh }, request, notBefore) {
	const scope = fresh ? `${cell.comparison} asked afresh` : cell.comparison;
	const mayKeep = (side === "old" || cell.old === void 0) && !fresh && !cell.identical && notBefore !== void 0;
	return {
		...callFor(request, trial, "reply", scope),
		side,
		pair: `${scope} ${cell.row} ${trial}`,
		...mayKeep ? { baseline: {
			notBefore,
			copy: cell.copy
		} } : {}
	};
}

export { callOfSide as t };