import { C as namesPath } from "./settle-role.js";

// src/core/settings/override-settings.ts
function fitting({ path, previousPath }, overrides) {
	return overrides.filter(({ paths }) => namesPath(paths, previousPath ?? path));
}
function settingsFor(placed, settings) {
	const { gate, ...others } = overrideFor(placed, settings.overrides);
	return {
		...settings,
		gate: {
			...settings.gate,
			...gate
		},
		...others
	};
}
function overrideFor(placed, overrides) {
	const found = fitting(placed, overrides);
	const examChanges = found.findLast((one) => one.examChanges !== void 0)?.examChanges;
	const models = found.findLast((one) => one.models !== void 0)?.models;
	return {
		gate: Object.assign({}, ...found.map(({ gate }) => gate)),
		...examChanges !== void 0 && { examChanges },
		...models !== void 0 && { models }
	};
}
function hasOwnModels(placed, { overrides }) {
	return fitting(placed, overrides).some(({ models }) => models !== void 0);
}
function ownersOf(placed, { overrides }) {
	return fitting(placed, overrides).findLast(({ owners }) => owners !== void 0)?.owners ?? [];
}

export { settingsFor as i, overrideFor as n, ownersOf as r, hasOwnModels as t };