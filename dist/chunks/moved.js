import { E as string, b as number, i as _enum, l as array, n as date, w as record, x as object } from "./zod.js";
import { t as costFactors } from "./decompose-cost.js";
import { t as count } from "./quantities.js";

// src/core/monitor/monitor-comparison.ts
const groupedBy = [
	"segment",
	"model",
	"prompt"
];
const groupNames = object({
	segment: string().nullable(),
	model: string().nullable(),
	prompt: string().nullable(),
	others: array(_enum(groupedBy))
});
const comparedQuantities = [
	"usdPerCall",
	"calls",
	"tokensIn",
	"tokensOut",
	"replyCharacters",
	"p50",
	"p95"
];
const comparedShares = [
	"errors",
	"refusals",
	"truncated"
];
const change = object({
	before: number().nullable(),
	now: number().nullable(),
	change: number().nullable(),
	low: number().nullable(),
	high: number().nullable(),
	since: date().nullable(),
	moved: _enum(["rose", "fell"]).nullable()
});
const means = object({
	old: number().nullable(),
	new: number().nullable()
});
const cause = object({
	mix: number().positive(),
	factors: record(_enum(costFactors), number().positive()).exactOptional(),
	tokens: object({
		input: means,
		cached: means,
		output: means,
		reasoning: means
	}),
	length: means,
	served: object({
		old: string().nullable(),
		new: string().nullable()
	})
});
const changes = object({
	usdPerCall: change,
	calls: change,
	tokensIn: change,
	tokensOut: change,
	replyCharacters: change,
	p50: change,
	p95: change,
	errors: change,
	refusals: change,
	truncated: change
});
const comparison = object({
	days: array(date()),
	against: array(date()),
	scopes: array(object({
		by: array(_enum(groupedBy)),
		...groupNames.shape,
		calls: object({
			before: count,
			now: count
		}),
		changes,
		cause: cause.exactOptional()
	}))
});
const declaredTraffic = object({
	segment: string(),
	declared: number().min(0),
	seen: number().min(0).nullable(),
	low: number().min(0).nullable(),
	high: number().min(0).nullable(),
	is: _enum(["more", "less"]).nullable(),
	usd: object({
		declared: number().min(0).nullable(),
		seen: number().min(0).nullable()
	})
});

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

export { untestedOf as a, comparison as c, groupedBy as d, movedOf as i, declaredTraffic as l, isUntested as n, comparedQuantities as o, isWorse as r, comparedShares as s, decidingMetrics as t, groupNames as u };