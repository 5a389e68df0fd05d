// src/core/verdict.ts
const verdicts = [
	"regressed",
	"invalid",
	"inconclusive",
	"unreviewed",
	"pass",
	"skipped"
];
function worst(several) {
	const seen = new Set(several);
	return verdicts.find((verdict) => seen.has(verdict)) ?? "skipped";
}

// src/core/json.ts
function canonicalJson(value) {
	if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	return `{${Object.entries(value).filter(([, held]) => held !== void 0).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0).map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(",")}}`;
}

export { verdicts as n, worst as r, canonicalJson as t };