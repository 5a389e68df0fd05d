import { t as assembleReport } from "./assemble-report.js";
import { n as defaultInputs, r as defaultSettings } from "./read-settings.js";

// src/app/review/empty-report.ts
const nothingSpent = {
	calls: {
		made: 0,
		kept: 0,
		saved: 0,
		failed: 0,
		retried: 0,
		byPurpose: {
			reply: 0,
			judge: 0,
			simulate: 0,
			embedding: 0
		}
	},
	costUsd: {
		actual: 0,
		unpriced: []
	},
	served: [],
	adapted: []
};
function emptyReport({ tool }, settings, startedAt, pull) {
	const nowhere = {
		sha: "",
		ref: ""
	};
	return assembleReport({
		tool,
		pull: pull ?? {
			base: nowhere,
			head: nowhere
		},
		startedAt,
		fingerprint: "",
		settings,
		results: [],
		broken: [],
		unreviewed: [],
		problems: [],
		notes: [],
		ended: "complete",
		accepted: [],
		spent: nothingSpent,
		links: {},
		readSaid: () => void 0
	});
}
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

export { emptyReport as n, nothingSpent as r, brokenReview as t };