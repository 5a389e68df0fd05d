import { a as showProblem } from "./problem.js";
import { r as showOnOneLine } from "./show-hidden.js";

// src/core/report/report-outcome.ts
function gateWordsOf({ prompts, problems, unreviewed, exchangedJudge }) {
	return [
		...prompts.flatMap((prompt) => [prompt.verdict, ...prompt.models.map((row) => row.verdict)]),
		...problems.length > 0 ? ["invalid"] : [],
		...unreviewed.flatMap(({ why }) => why === "removed" || why === "unrecognised" ? ["unreviewed", why] : why === "no-line" ? ["unreviewed", "removed"] : ["unreviewed"]),
		...exchangedJudge === void 0 ? [] : [exchangedJudge.differs ? "inconclusive" : "pass"]
	];
}
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
const noPromptChanged = "no prompt changed";
function wordSkipped({ skipped, mode }) {
	return `Nothing to ${mode === "check" ? "check" : "review"}: ${showOnOneLine(skipped ?? "no prompt changed", 500)}`;
}

export { wordSkipped as i, noPromptChanged as n, problemsOf as r, gateWordsOf as t };