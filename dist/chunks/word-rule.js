import { a as unitOf, r as isKnownMetric } from "./alert-metrics.js";
import { C as say, S as quote, a as showDuration, b as own, f as showPercent, m as showScore, r as showCount, s as showMoney, u as showNumberOf } from "./show-quantity.js";
import { t as showDay } from "./show-day.js";

// src/reporters/alerts/word-rule.ts
const subjects = {
	calls: "Calls a day",
	cost: "The cost of a call",
	spend: "Cost per day",
	tokens: "Tokens of a call",
	"input-tokens": "Input tokens of a call",
	"output-tokens": "Output tokens of a call",
	"latency-p50": "The median time of a call",
	"latency-p95": "The 95th percentile of a call’s time",
	errors: "The share of errors",
	refusals: "The share of refusals",
	truncations: "The share of replies cut off",
	length: "The length of a reply",
	helpfulness: "Helpfulness",
	sentiment: "Sentiment"
};
function wordRuleTitle(rule, { state, ended = "over" }) {
	const { metric, change, value } = rule;
	const where = placeOf(rule);
	const is = metric === "calls" || metric.endsWith("tokens") ? "are" : "is";
	const shown = showMetric(metric, value);
	const subject = isKnownMetric(metric) ? own(subjects[metric]) : say`The grade for ${metric}`;
	if (state === "recovered") return ended === "over" ? say`Over: ${subject} ${own(is)} ${own(shown)}${where}` : say`${subject}${where} ${own(is)} no longer watched`;
	if (change === void 0) return say`${subject} ${own(is)} ${own(shown)}${where}${own(limitOf(rule))}`;
	const verb = change.value < 0 ? "fell" : "rose";
	return say`${subject} ${own(verb)} by ${own(showShare(change.value))}${where}`;
}
function wordRuleLines(rule, ended = "over") {
	if (ended !== "over") {
		const when = rule.day === null ? [] : say` when last checked, on ${quote(showDay(rule.day))}`;
		return [say`The config no longer has this rule, or the logs no longer have such calls. The problem had not ended${when}.`, say`The rule: ${ruleInWords(rule)}.`];
	}
	const { metric, value, low, high, before, change, against, day } = rule;
	const on = day === null ? [] : say` on ${quote(showDay(day))}`;
	const now = own(showMetric(metric, value));
	return [before === void 0 || change === void 0 ? say`Measured${on}${own(spanOf({
		low,
		high
	}, (one) => showMetric(metric, one)))}.` : say`${own(showMetric(metric, before))} in the ${own(showNumberOf(against ?? 7, "day"))} before, ${now}${on}${own(spanOf(change, signed))}.`, say`The rule: ${ruleInWords(rule)}.`];
}
function ruleInWords({ metric, way, limit, against }) {
	const name = isKnownMetric(metric) ? own(metric) : say`${metric}`;
	if (way === "below" || way === "above") return say`${name} ${own(way)} ${own(showMetric(metric, limit))}`;
	return say`${name} ${own(way)} by more than ${own(showShare(limit))} against ${own(showNumberOf(against ?? 7, "day"))}`;
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
	switch (unitOf(metric)) {
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