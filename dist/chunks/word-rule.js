import { n as metricUnits } from "./alert-metrics.js";
import { S as say, d as showPercent, i as showDuration, l as showNumberOf, n as showCount, o as showMoney, p as showScore, x as quote, y as own } from "./show-quantity.js";
import { t as showDay } from "./show-day.js";

// src/reporters/alerts/word-rule.ts
const subjects = {
	calls: "Calls a day",
	cost: "The cost of a call",
	spend: "What a day costs",
	tokens: "Tokens of a call",
	"input-tokens": "Input tokens of a call",
	"output-tokens": "Output tokens of a call",
	"latency-p50": "The median time of a call",
	"latency-p95": "The 95th percentile of a call’s time",
	errors: "The share of errors",
	refusals: "The share of refusals",
	truncations: "The share of replies that are cut",
	length: "The length of a reply",
	helpfulness: "Helpfulness",
	sentiment: "Sentiment"
};
function wordRuleTitle(rule, state) {
	const { metric, change, value } = rule;
	const where = placeOf(rule);
	const is = metric === "calls" || metric.endsWith("tokens") ? "are" : "is";
	const shown = showMetric(metric, value);
	if (state === "recovered" || change === void 0) return say`${own(subjects[metric])} ${own(is)} ${own(shown)}${where}${own(state === "recovered" ? "" : limitOf(rule))}`;
	const verb = change.value < 0 ? "fell" : "rose";
	return say`${own(subjects[metric])} ${own(verb)} by ${own(showShare(change.value))}${where}`;
}
function wordRuleLines(rule) {
	const { metric, value, low, high, before, change, against, day } = rule;
	const on = day === null ? [] : say` on ${quote(showDay(day))}`;
	const now = own(showMetric(metric, value));
	return [before === void 0 || change === void 0 ? say`${now}${on}${own(spanOf({
		low,
		high
	}, (one) => showMetric(metric, one)))}.` : say`${own(showMetric(metric, before))} in the ${own(showNumberOf(against ?? 7, "day"))} before, ${now}${on}${own(spanOf(change, signed))}.`, own(`The rule: ${ruleInWords(rule)}.`)];
}
function ruleInWords({ metric, way, limit, against }) {
	if (way === "below" || way === "above") return `${metric} ${way} ${showMetric(metric, limit)}`;
	return `${metric} ${way} by more than ${showShare(limit)} against ${showNumberOf(against ?? 7, "day")}`;
}
function limitOf({ metric, way, limit }) {
	return `, ${way} ${showMetric(metric, limit)}`;
}
function spanOf({ low, high }, show) {
	return low === null || high === null ? "" : ` (with 95% confidence ${show(low)} to ${show(high)})`;
}
function placeOf({ segment, model, prompt }) {
	return [
		...segment === void 0 ? [] : [say` in segment ${segment}`],
		...model === void 0 ? [] : [say` on ${model}`],
		...prompt === void 0 ? [] : [say` for ${prompt}`]
	].flat();
}
function showMetric(metric, value) {
	switch (metricUnits[metric]) {
		case "dollars": return showMoney(value);
		case "milliseconds": return showDuration(value);
		case "share": return showPercent(value);
		case "score": return showScore(value);
		case "tokens":
		case "calls": return showCount(value);
		case "characters": return showNumberOf(Math.round(value), "character");
	}
}
function showShare(share) {
	return showPercent(Math.abs(share));
}
function signed(share) {
	return `${share < 0 ? "−" : "+"}${showShare(share)}`;
}

export { wordRuleLines as n, wordRuleTitle as r, ruleInWords as t };