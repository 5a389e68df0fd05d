import { E as string, O as union, b as number, d as boolean, i as _enum, l as array, n as date, v as literal, x as object } from "./zod.js";
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
	observed: observed.exactOptional()
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
	const known = /* @__PURE__ */ new Map();
	const take = (row) => {
		const key = JSON.stringify([
			row.day,
			row.by,
			row.names.segment,
			row.names.model,
			row.names.prompt,
			row.names.others
		]);
		const before = known.get(key);
		if (before !== void 0 && before.tally.calls >= row.tally.calls) return false;
		known.set(key, row);
		return true;
	};
	for (const row of kept) take(row);
	const added = logged.filter(take);
	return {
		all: [...known.values()],
		added
	};
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

export { countCall as a, restoreDay as i, keptDay as n, loggedService as o, mergeDays as r, keepDay as t };