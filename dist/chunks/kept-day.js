import { E as string, O as union, b as number, d as boolean, h as int, i as _enum, l as array, n as date, v as literal, x as object } from "./zod.js";
import { o as alertTargets } from "./config-schema.js";
import { r as ruleWays, t as alertMetrics } from "./alert-metrics.js";
import { t as servedAs } from "./served-model.js";
import { c as findRefusal } from "./scorers.js";
import { a as milliseconds, i as jsonObject, l as share, n as dollars, s as position, t as count } from "./quantities.js";
import { a as groupNames, i as declaredTraffic, o as groupedBy, r as comparison } from "./monitor-comparison.js";
import { t as candidateReasons } from "./make-candidate.js";

// src/app/monitor/count-call.ts
const loggedService = "logs";
const cut = /* @__PURE__ */ new Set([
	"length",
	"max_tokens",
	"max_output_tokens",
	"model_length"
]);
const declined = /* @__PURE__ */ new Set([
	"content_filter",
	"refusal",
	"safety"
]);
function countCall(call, costOf) {
	const output = call.output();
	const ended = call.finishReason?.toLowerCase() ?? "";
	const isError = call.error !== void 0;
	return {
		tokens: isError ? withoutZeros(call.tokens) : call.tokens,
		cost: costOfLogged(call, costOf),
		latencyMs: call.latencyMs,
		served: isError ? void 0 : call.served,
		promptCharacters: () => charactersSent(call),
		replyCharacters: isError ? void 0 : output?.text.length,
		isError,
		isRefusal: !isError && (declined.has(ended) || isRefused(output)),
		isTruncated: !isError && cut.has(ended)
	};
}
function charactersSent(call) {
	return call.texts().input.reduce((sum, { content }) => sum + content.length, 0);
}
function withoutZeros({ in: sent, out, cached, reasoning }) {
	const known = (tokens) => tokens === 0 ? void 0 : tokens;
	return {
		in: known(sent),
		out: known(out),
		cached: known(cached),
		reasoning: known(reasoning)
	};
}
function isRefused(output) {
	return output !== void 0 && output.text !== "" && findRefusal(output.text) !== void 0;
}
function costOfLogged({ usd, asked, served, tokens }, costOf) {
	if (usd !== void 0) return {
		kind: "billed",
		usd
	};
	const model = asked === void 0 || served !== void 0 && servedAs(asked, served, costOf.knows ?? (() => false)) !== "asked" ? served : asked;
	if (model === void 0) return { kind: "unknown" };
	const computed = costOf(loggedService, model, {
		...tokens.in === void 0 ? {} : { inputTokens: tokens.in },
		...tokens.out === void 0 ? {} : { outputTokens: tokens.out },
		...tokens.cached === void 0 ? {} : { cachedTokens: tokens.cached }
	});
	return computed === void 0 ? { kind: "unknown" } : {
		kind: "computed",
		usd: computed
	};
}

// src/core/monitor/observed.ts
const by = _enum(groupedBy);
const name = string().nullable();
const names = {
	segment: name,
	model: name,
	prompt: name
};
const interval = object({
	low: number(),
	high: number()
});
const qualityRow = object({
	metric: string(),
	by: array(by),
	...names,
	n: count,
	unknown: count,
	scale: interval,
	mean: number().nullable(),
	interval: interval.nullable(),
	covers: share
});
const shift = union([object({
	kind: literal("tested"),
	method: literal("mmd-permutation"),
	logged: count,
	golden: count,
	mmd: number().min(0),
	p: share,
	draws: count,
	alpha: share,
	detectable: share.nullable(),
	shifted: boolean()
}), object({
	kind: literal("left-out"),
	why: string()
})]);
const uncovered = object({
	n: count,
	share: share.nullable(),
	interval: interval.nullable(),
	beyond: number().min(0),
	expected: share
});
const comparedPrompt = object({
	prompt: string(),
	cases: count,
	inputs: shift,
	replies: shift,
	uncovered: uncovered.nullable()
});
const offered = object({
	prompt: string(),
	file: string(),
	reason: _enum(candidateReasons),
	notes: array(string()),
	segment: string().exactOptional(),
	vars: jsonObject,
	user: string().exactOptional(),
	history: array(object({
		role: _enum(["user", "assistant"]),
		content: string()
	})),
	at: position
});
const observed = object({
	sample: object({
		seed: count,
		wanted: count,
		of: count,
		taken: count,
		strata: array(object({
			segment: name,
			others: boolean(),
			calls: count,
			taken: count
		}))
	}),
	quality: array(qualityRow),
	unknown: array(object({
		metric: string(),
		why: string(),
		calls: count
	})),
	golden: array(comparedPrompt),
	candidates: array(offered),
	calls: count,
	usd: dollars.nullable(),
	notes: array(string())
});

// src/core/monitor/rule-result.ts
const value = number().nullable();
const ruleResult = object({
	rule: string(),
	metric: _enum(alertMetrics),
	way: _enum(ruleWays),
	limit: number(),
	is: _enum([
		"broken",
		"recovered",
		"unclear",
		"unknown"
	]),
	segment: string().exactOptional(),
	model: string().exactOptional(),
	prompt: string().exactOptional(),
	value,
	low: value,
	high: value,
	day: string().nullable(),
	against: int().exactOptional(),
	before: number().exactOptional(),
	change: object({
		value: number(),
		low: value,
		high: value
	}).exactOptional(),
	why: string().exactOptional(),
	sent: array(_enum(alertTargets))
});

// src/core/monitor/monitor-report.ts
const tally = object({
	calls: count,
	tokens: object({
		in: count.nullable(),
		out: count.nullable(),
		cached: count.nullable(),
		reasoning: count.nullable()
	}),
	usd: dollars.nullable(),
	priced: object({
		billed: count,
		computed: count,
		unknown: count
	}),
	latencyMs: object({
		p50: milliseconds.nullable(),
		p95: milliseconds.nullable()
	}),
	replyCharacters: number().min(0).nullable(),
	sent: object({
		characters: number().min(0).nullable(),
		tokens: number().min(0).nullable()
	}),
	served: array(object({
		model: string(),
		calls: count
	})),
	counted: object({
		in: count,
		out: count,
		reply: count
	}),
	spread: object({
		usd: number().min(0).nullable(),
		in: number().min(0).nullable(),
		out: number().min(0).nullable(),
		reply: number().min(0).nullable()
	}),
	errors: count,
	refusals: count,
	truncated: count
});
const day = date().nullable();
const monitorReportSchema = object({
	version: literal(1),
	tool: object({
		name: string(),
		version: string()
	}),
	from: day,
	to: day,
	read: object({
		lines: count,
		broken: count,
		ahead: count,
		outlying: array(date()),
		bytes: count,
		files: count,
		formats: array(string())
	}),
	broken: array(object({
		what: string(),
		at: position.exactOptional()
	})),
	limits: object({
		segment: count,
		model: count,
		prompt: count,
		days: count,
		groups: count,
		callsOfOthers: count
	}),
	all: tally,
	days: array(object({
		day,
		...tally.shape
	})),
	totals: array(object({
		...groupNames.shape,
		...tally.shape
	})),
	groups: array(object({
		day,
		...groupNames.shape,
		...tally.shape
	})),
	comparison: comparison.nullable(),
	history: object({
		days: count,
		unread: array(object({
			at: string(),
			why: string()
		}))
	}).exactOptional(),
	traffic: array(declaredTraffic),
	observed: observed.exactOptional(),
	alerts: array(ruleResult)
});

// src/core/monitor/kept-day.ts
const keptDayVersion = 1;
const keptDay = object({
	version: literal(1),
	day: date(),
	by: array(_enum(groupedBy)),
	...groupNames.shape,
	...tally.shape
});
function mergeDays(kept, logged) {
	const days = fullestDays(kept);
	const added = [];
	for (const [day, rows] of fullestDays(logged)) {
		if (callsOf(days.get(day)) >= callsOf(rows)) continue;
		days.set(day, rows);
		added.push(...rows);
	}
	return {
		all: [...days.values()].flat(),
		added
	};
}
function fullestDays(rows) {
	const fullest = /* @__PURE__ */ new Map();
	const latest = /* @__PURE__ */ new Map();
	for (const row of rows) {
		if (row.by.length > 0) {
			latest.get(row.day)?.push(row);
			continue;
		}
		const begun = [row];
		latest.set(row.day, begun);
		if (row.tally.calls > callsOf(fullest.get(row.day))) fullest.set(row.day, begun);
	}
	return fullest;
}
function callsOf(rows) {
	return rows?.[0]?.tally.calls ?? -1;
}
const keptLimits = {
	days: 396,
	namedDays: 42,
	segments: 200,
	groups: 500
};
function boundDays(rows, last, declared) {
	const recent = rows.filter(({ by, day }) => day > last - (by.length === 0 ? keptLimits.days : keptLimits.namedDays));
	const calls = /* @__PURE__ */ new Map();
	for (const { by, names, tally: own } of recent) {
		const key = nameKey(by, names);
		const isDeclared = names.segment !== null && declared.has(names.segment);
		const held = calls.get(key) ?? {
			by: by.length,
			isDeclared,
			calls: 0
		};
		held.calls += own.calls;
		calls.set(key, held);
	}
	const ranked = [...calls].toSorted(([, one], [, other]) => Number(other.isDeclared) - Number(one.isDeclared) || other.calls - one.calls);
	const first = (by, most) => ranked.filter(([, held]) => held.by === by).slice(0, most);
	const named = new Set([...first(1, keptLimits.segments), ...first(groupedBy.length, keptLimits.groups)].map(([key]) => key));
	return recent.filter(({ by, names }) => by.length === 0 || named.has(nameKey(by, names)));
}
function nameKey(by, { segment, model, prompt, others }) {
	return JSON.stringify([
		by,
		segment,
		model,
		prompt,
		others
	]);
}
function keepDay({ by, names, tally: kept }, day) {
	return {
		version: 1,
		day,
		by: [...by],
		...names,
		...kept
	};
}
function restoreDay({ by, segment, model, prompt, others, ...kept }, day) {
	const { version: _, day: __, ...held } = kept;
	return {
		by,
		names: {
			segment,
			model,
			prompt,
			others
		},
		day,
		tally: held
	};
}

export { restoreDay as a, mergeDays as i, keepDay as n, countCall as o, keptDay as r, loggedService as s, boundDays as t };