import { i as showProblem } from "./problem.js";

// src/core/report/problems-of.ts
function problemsOf({ problems, prompts }) {
	const found = [...problems.map((problem) => ({
		problem,
		path: void 0
	})), ...prompts.flatMap(({ path, problems: own = [] }) => own.map((problem) => ({
		problem,
		path
	})))];
	return [...Map.groupBy(found, ({ problem }) => showProblem(problem)).values()].flatMap((held) => {
		const [first] = held;
		const paths = held.flatMap(({ path }) => path ?? []);
		return first === void 0 ? [] : [{
			problem: first.problem,
			prompts: [...new Set(paths)]
		}];
	});
}

export { problemsOf as t };