import { n as designReview, t as createRenderPrompt } from "./render-prompt.js";
import { t as hash } from "./hash.js";
import { r as judgedChecks } from "./how-far-checked.js";
import { t as scenarioOf } from "./scenario-of.js";
import { N as checkKinds } from "./prompts.js";
import { t as examOf } from "./exam-of.js";
import { t as modelChoice } from "./model-choice.js";

// src/app/review/design-judged.ts
function designJudged(prompts, settings, sandbox) {
	const changes = prompts.flatMap(({ path, prompt, cases }) => {
		const judged = cases.flatMap(withJudgedChecks);
		if (judged.length === 0) return [];
		return [{
			path,
			change: "added",
			new: prompt,
			exam: examOf(judged),
			diff: "",
			notes: []
		}];
	});
	return designReview(changes, modelChoice(settings), createRenderPrompt(sandbox), (golden) => scenarioOf(golden, checkKinds));
}
function shuffled(cells) {
	return cells.map((cell) => ({
		cell,
		at: hash([
			cell.prompt,
			cell.row,
			cell.comparison
		])
	})).toSorted((one, other) => one.at < other.at ? -1 : 1).map(({ cell }) => cell);
}
function withJudgedChecks(golden) {
	if (judgedChecks(golden, checkKinds).length === 0) return [];
	const checks = golden.checks.filter((check) => {
		return checkKinds.get(check.kind)?.scenario !== void 0 || judgedChecks({
			...golden,
			checks: [check]
		}, checkKinds).length > 0;
	});
	return [{
		...golden,
		checks
	}];
}

export { shuffled as n, designJudged as t };