import { t as emptyReport } from "./empty-report.js";
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

export { brokenReview as t };