import { t as assembleReport } from "./assemble-report.js";

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
		readText: () => void 0
	});
}

export { nothingSpent as n, emptyReport as t };