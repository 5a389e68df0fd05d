import { r as emptyReport } from "./word-skipped.js";
import { n as defaultInputs, r as defaultSettings } from "./read-settings.js";

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

// src/app/publish/verdicts-of.ts
function verdictsOf(report) {
	return [
		...report.prompts.flatMap((prompt) => [prompt.verdict, ...prompt.models.map((row) => row.verdict)]),
		...report.problems.length > 0 ? ["invalid"] : [],
		...report.unreviewed.length > 0 ? ["unreviewed"] : []
	];
}

export { brokenReview as n, verdictsOf as t };