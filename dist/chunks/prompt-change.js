// src/core/prompt-change.ts
const changeKinds = [
	"modified",
	"added",
	"removed",
	"renamed",
	"cases",
	"dependency",
	"config",
	"unchanged"
];
function brokenOf({ path, previousPath, change, diff, through }, problems) {
	return {
		path,
		...previousPath === void 0 ? {} : { previousPath },
		change,
		diff,
		...through === void 0 ? {} : { through },
		problems
	};
}

export { changeKinds as n, brokenOf as t };