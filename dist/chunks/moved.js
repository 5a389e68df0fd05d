import { n as comparedShares, t as comparedQuantities } from "./monitor-comparison.js";

// src/core/monitor/moved.ts
const metrics = [
	"usdPerCall",
	...comparedShares,
	"p95",
	"p50",
	...comparedQuantities.filter((metric) => ![
		"usdPerCall",
		"p50",
		"p95"
	].includes(metric))
];
const causes = /* @__PURE__ */ new Set([
	"tokensIn",
	"tokensOut",
	"replyCharacters"
]);
function movedOf({ comparison }) {
	const scopes = comparison?.scopes ?? [];
	const told = scopes.filter((scope) => !scopes.some((wider) => wider.by.length < scope.by.length && isWithin(scope, wider) && isAlike(scope, wider)));
	return metrics.flatMap((metric) => told.flatMap((scope) => {
		const change = scope.changes[metric];
		const isSaid = causes.has(metric) && scope.cause?.factors !== void 0;
		return change.moved === null || isSaid ? [] : [{
			scope,
			metric,
			change
		}];
	}));
}
function isWithin(scope, wider) {
	return wider.by.every((by) => scope[by] === wider[by] && scope.others.includes(by) === wider.others.includes(by));
}
function isAlike({ calls }, wider) {
	return calls.before === wider.calls.before && calls.now === wider.calls.now;
}
const worseWhereMore = /* @__PURE__ */ new Set([
	"usdPerCall",
	"p50",
	"p95",
	...comparedShares
]);
const decidingMetrics = metrics.filter((metric) => worseWhereMore.has(metric));
function untestedOf({ comparison }) {
	const scopes = comparison?.scopes ?? [];
	return decidingMetrics.filter((metric) => scopes.every(({ changes }) => changes[metric].low === null));
}
function isUntested(report) {
	return untestedOf(report).length === decidingMetrics.length;
}
function isWorse({ metric, change }) {
	return change.moved === "rose" && worseWhereMore.has(metric);
}

export { untestedOf as a, movedOf as i, isUntested as n, isWorse as r, decidingMetrics as t };