import { t as emptyReport } from "./empty-report.js";
import { n as defaultSettings, t as defaultInputs } from "./read-settings.js";
import { t as showOnOneLine } from "./show-on-one-line.js";

// src/app/review/broken-review.ts
function brokenReview(problems, tool, startedAt, inputs = defaultInputs()) {
	const { old: _, new: __, mode, ...others } = inputs;
	const settings = {
		...defaultSettings({
			...others,
			mode: "review"
		}),
		mode
	};
	const report = emptyReport({ tool }, settings, new Date(startedAt).toISOString());
	return {
		report: {
			...report,
			verdict: "invalid",
			problems,
			gate: {
				...report.gate,
				open: false
			}
		},
		settings
	};
}

// src/core/report/word-skipped.ts
const noPromptChanged = "no prompt changed";
function wordSkipped({ skipped }) {
	return `Nothing to review: ${showOnOneLine(skipped ?? "no prompt changed", 500)}`;
}

// src/app/publish/verdicts-of.ts
function verdictsOf(report) {
	return [
		...report.prompts.flatMap((prompt) => [prompt.verdict, ...prompt.models.map((row) => row.verdict)]),
		...report.problems.length > 0 ? ["invalid"] : [],
		...report.unreviewed.length > 0 ? ["unreviewed"] : []
	];
}

export { brokenReview as i, noPromptChanged as n, wordSkipped as r, verdictsOf as t };