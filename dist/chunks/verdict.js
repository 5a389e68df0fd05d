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
function worst(several) {
	const seen = new Set(several);
	return verdicts.find((verdict) => seen.has(verdict)) ?? "skipped";
}

export { worst as n, verdicts as t };