// src/core/breathe.ts
var CancelledError = class extends Error {
	constructor() {
		super("the run was cancelled");
		this.name = "CancelledError";
	}
};
async function* inBreaths(pieces, breathe) {
	for (const piece of pieces) {
		if (piece !== "") yield piece;
		await breathe();
	}
}

export { inBreaths as n, CancelledError as t };