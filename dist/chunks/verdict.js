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
const departures = ["removed", "unrecognised"];
function worst(several) {
	const seen = new Set(several);
	return verdicts.find((verdict) => seen.has(verdict)) ?? "skipped";
}

export { verdicts as n, worst as r, departures as t };