// src/core/verdict.ts
const verdicts = [
	"regressed",
	"invalid",
	"failing",
	"inconclusive",
	"unreviewed",
	"pass",
	"skipped"
];
const settledVerdicts = [
	"regressed",
	"failing",
	"inconclusive",
	"pass"
];
const departures = ["removed", "unrecognised"];
function worst(several) {
	const seen = new Set(several);
	return verdicts.find((verdict) => seen.has(verdict)) ?? "skipped";
}

export { worst as i, settledVerdicts as n, verdicts as r, departures as t };