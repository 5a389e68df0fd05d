// src/core/problem.ts
const invalidReasons = [
	"config",
	"provider",
	"budget",
	"judge",
	"files",
	"permission"
];
function isOfInput({ reason }) {
	return reason !== "provider" && reason !== "judge" && reason !== "budget";
}
function showProblem(problem) {
	const where = problem.at === void 0 ? "" : `${showPosition(problem.at)}: `;
	const fix = problem.fix === void 0 ? "" : ` ${problem.fix}`;
	return `${where}${problem.what}${fix}`;
}
var ProblemError = class extends Error {
	problems;
	constructor(...problems) {
		super(problems.map(showProblem).join("\n"));
		this.name = "ProblemError";
		this.problems = problems;
	}
};
function showPosition(at) {
	return [
		at.file,
		at.line,
		at.column
	].filter((part) => part !== void 0).join(":");
}

export { showProblem as a, showPosition as i, invalidReasons as n, isOfInput as r, ProblemError as t };