// src/core/settings/alert-metrics.ts
const metricUnits = {
	calls: "calls",
	cost: "dollars",
	spend: "dollars",
	tokens: "tokens",
	"input-tokens": "tokens",
	"output-tokens": "tokens",
	"latency-p50": "milliseconds",
	"latency-p95": "milliseconds",
	errors: "share",
	refusals: "share",
	truncations: "share",
	length: "characters",
	helpfulness: "score",
	sentiment: "score"
};
const alertMetrics = [
	"calls",
	"cost",
	"spend",
	"tokens",
	"input-tokens",
	"output-tokens",
	"latency-p50",
	"latency-p95",
	"errors",
	"refusals",
	"truncations",
	"length",
	"helpfulness",
	"sentiment"
];
function isCounted(metric) {
	return isKnownMetric(metric) && metricUnits[metric] !== "score";
}
function isKnownMetric(metric) {
	return Object.hasOwn(metricUnits, metric);
}
function unitOf(metric) {
	return isKnownMetric(metric) ? metricUnits[metric] : "score";
}
const ruleWays = [
	"below",
	"above",
	"rises",
	"falls"
];

export { unitOf as a, ruleWays as i, isCounted as n, isKnownMetric as r, alertMetrics as t };