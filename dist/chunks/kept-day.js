import { E as string, O as union, b as number, d as boolean, h as int, i as _enum, l as array, n as date, v as literal, x as object } from "./zod.js";
import { c as comparison, d as groupedBy, i as movedOf, l as declaredTraffic, u as groupNames } from "./moved.js";
import { a as milliseconds, i as jsonObject, l as share, n as dollars, s as position, t as count } from "./quantities.js";
import { t as candidateReasons } from "./make-candidate.js";
import { t as driftEnds } from "./drift-report.js";
import { i as ruleWays } from "./alert-metrics.js";
import { a as alertTargets } from "./config-schema.js";

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
	metric: string(),
	way: _enum(ruleWays),
	limit: number(),
	is: _enum([
		"broken",
		"recovered",
		"unclear",
		"unknown"
	]),
	ended: _enum(driftEnds).exactOptional(),
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

// src/core/monitor/call-names.ts
function namesBy(names, by) {
	const kept = (name) => by.includes(name) ? names[name] : null;
	return {
		segment: kept("segment"),
		model: kept("model"),
		prompt: kept("prompt"),
		others: names.others.filter((name) => by.includes(name))
	};
}
function keyOf$1(day, { segment, model, prompt, others }) {
	return `${day}${part(segment)}${part(model)}${part(prompt)}${others.length === 0 ? "" : `!${others.join("!")}`}`;
}
function part(name) {
	return name === null ? "-" : `:${name.length}:${name}`;
}
function orderedBy({ segment, model, prompt, others }) {
	return JSON.stringify([
		segment,
		model,
		prompt,
		...others
	]);
}
function compareNames(a, b) {
	const [one, other] = [orderedBy(a), orderedBy(b)];
	if (one === other) return 0;
	return one < other ? -1 : 1;
}

// src/core/monitor/scope-series.ts
const mean = number().min(0).nullable();
const seriesDay = object({
	day: date(),
	calls: count,
	usd: dollars.nullable(),
	usdPerCall: dollars.nullable(),
	tokensIn: mean,
	tokensOut: mean,
	replyCharacters: mean,
	p50: milliseconds.nullable(),
	p95: milliseconds.nullable(),
	errors: count,
	refusals: count,
	truncated: count
});
const scopeSeries = object({
	by: array(_enum(groupedBy)),
	...groupNames.shape,
	days: array(seriesDay)
});
const most = {
	ofAKind: 8,
	moved: 12,
	days: 60
};
function seriesOf(scopes, report, dateOf) {
	const rows = scopes.map(({ by, names, days }) => {
		return {
			by,
			names,
			days: new Map([...days].map(([day, tally]) => [day, [tally]]))
		};
	});
	const groups = rows.filter(({ by }) => by.length === groupedBy.length);
	const moved = new Set(movedOf(report).map(({ scope }) => keyOf({
		by: scope.by,
		names: scope
	})));
	const ofKind = (kind) => kind.toSorted((a, b) => callsOf$1(b) - callsOf$1(a)).slice(0, most.ofAKind);
	const chosen = [
		...rows.filter(({ by }) => by.length === 0),
		...rows.filter((row) => row.by.length > 0 && moved.has(keyOf(row))).slice(0, most.moved),
		...ofKind(rows.filter(({ by }) => by.length === 1)),
		...ofKind(together(groups, "model")),
		...ofKind(together(groups, "prompt")),
		...ofKind(groups)
	];
	return [...new Map(chosen.map((row) => [keyOf(row), row])).values()].filter((row, at, all) => moved.has(keyOf(row)) || !all.slice(0, at).some((wider) => isAlike(row, wider))).map(({ by, names, days }) => ({
		by: [...by],
		...names,
		days: [...days].toSorted(([a], [b]) => a - b).slice(-most.days).map(([day, tallies]) => ({
			day: dateOf(day),
			...dayOf(tallies)
		}))
	}));
}
function isAlike(row, wider) {
	return wider.by.every((by) => row.by.includes(by) && row.names[by] === wider.names[by]) && callsOf$1(row) === callsOf$1(wider);
}
function together(groups, by) {
	return [...Map.groupBy(groups, ({ names }) => keyOf({
		by: [by],
		names: namesBy(names, [by])
	})).values()].flatMap((rows) => {
		const [first] = rows;
		if (first === void 0) return [];
		const days = /* @__PURE__ */ new Map();
		for (const [day, tallies] of rows.flatMap((row) => [...row.days])) days.set(day, [...days.get(day) ?? [], ...tallies]);
		return [{
			by: [by],
			names: namesBy(first.names, [by]),
			days
		}];
	});
}
function dayOf(tallies) {
	const [first, ...more] = tallies;
	const sum = (of) => tallies.reduce((total, tally) => total + (of(tally) ?? 0), 0);
	const known = (of, calls) => calls === 0 ? null : sum(of) / calls;
	const priced = sum((tally) => tally.priced.billed + tally.priced.computed);
	const usdPerCall = known(({ usd }) => usd, priced);
	return {
		calls: sum(({ calls }) => calls),
		usd: usdPerCall === null ? null : usdPerCall * priced,
		usdPerCall,
		tokensIn: known(({ tokens }) => tokens.in, sum(({ counted }) => counted.in)),
		tokensOut: known(({ tokens }) => tokens.out, sum(({ counted }) => counted.out)),
		replyCharacters: known(({ replyCharacters, counted }) => (replyCharacters ?? 0) * counted.reply, sum(({ counted }) => counted.reply)),
		p50: more.length === 0 ? first.latencyMs.p50 : null,
		p95: more.length === 0 ? first.latencyMs.p95 : null,
		errors: sum(({ errors }) => errors),
		refusals: sum(({ refusals }) => refusals),
		truncated: sum(({ truncated }) => truncated)
	};
}
function callsOf$1({ days }) {
	return [...days.values()].flat().reduce((sum, { calls }) => sum + calls, 0);
}
function keyOf({ by, names: { segment, model, prompt, others } }) {
	return JSON.stringify([
		by,
		segment,
		model,
		prompt,
		others
	]);
}

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
	series: array(scopeSeries).exactOptional(),
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
			by,
			isDeclared,
			calls: 0
		};
		held.calls += own.calls;
		calls.set(key, held);
	}
	const ranked = [...calls].toSorted(([, one], [, other]) => Number(other.isDeclared) - Number(one.isDeclared) || other.calls - one.calls);
	const named = new Set([...Map.groupBy(ranked, ([, { by }]) => by.join(" ")).values()].flatMap((alike) => {
		const most = alike[0]?.[1].by.length === 1 ? keptLimits.segments : keptLimits.groups;
		return alike.slice(0, most).map(([key]) => key);
	}));
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

export { restoreDay as a, keyOf$1 as c, mergeDays as i, namesBy as l, keepDay as n, seriesOf as o, keptDay as r, compareNames as s, boundDays as t };