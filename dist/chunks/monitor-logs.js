import { t as ProblemError } from "./problem.js";
import { n as isCounted, r as isKnownMetric } from "./alert-metrics.js";
import { t as clip } from "./clip.js";
import { n as normalQuantile } from "./normal.js";
import "./request-units.js";
import { n as decomposeCost, r as logarithmicMean, t as costFactors } from "./decompose-cost.js";
import { a as isOfLaterVersion, t as noAlerts } from "./alert-state.js";
import { n as countCall } from "./count-call.js";
import { d as groupedBy, i as movedOf, n as isUntested, o as comparedQuantities, r as isWorse, s as comparedShares, t as decidingMetrics } from "./moved.js";
import { a as restoreDay, c as keyOf$1, i as mergeDays, l as namesBy, n as keepDay, o as seriesOf, s as compareNames, t as boundDays } from "./kept-day.js";
import { t as raiseAlerts } from "./raise-alerts.js";
import { n as studentTail, t as studentQuantile } from "./student.js";
import { c as logFormats, m as faultsOfLogs } from "./logs.js";
import { a as CallSum, i as priceCalls, n as listPrice } from "./price-calls.js";
import { t as readLogs } from "./read-logs.js";

// src/core/monitor/failing-words.ts
function movementOf(report) {
	if (movedOf(report).some(isWorse)) return "moved";
	return isUntested(report) ? "unknown" : "steady";
}
function failingWords(report, { monitorFailOn }, open) {
	const movement = movementOf(report);
	return monitorFailOn.filter((word) => word === "alert" ? open !== 0 : word === movement);
}

// src/app/monitor/no-grade.ts
function hasNoGrade({ observed }) {
	return observed?.quality.every(({ n }) => n === 0) ?? false;
}
function reasonOfNoGrade({ sample, calls }) {
	if (sample.of === 0) return "files";
	return calls === 0 ? "budget" : "judge";
}
function nothingOffered(file) {
	return {
		reason: "config",
		what: "No case is offered: the config has no sample judged.",
		at: { file },
		fix: "Write `monitor: { quality: {} }` in it, or choose cases by `promptgate cases add --from LOGS`."
	};
}

// src/core/monitor/scope-days.ts
const comparedBy = [
	[],
	["segment"],
	groupedBy
];
function isCompared({ by }) {
	return comparedBy.some((one) => one.length === by.length && one.every((name) => by.includes(name)));
}
function scopesOf(rows) {
	return [...Map.groupBy(rows, scopeKey).values()].flatMap((held) => {
		const [first] = held;
		if (first === void 0) return [];
		return [{
			by: first.by,
			names: first.names,
			days: new Map(held.map(({ day, tally }) => [day, tally]))
		}];
	}).toSorted((a, b) => a.by.length - b.by.length || (scopeKey(a) < scopeKey(b) ? -1 : 1));
}
function scopeKey({ by, names }) {
	return JSON.stringify([
		by,
		names.segment,
		names.model,
		names.prompt,
		names.others
	]);
}

// src/core/alerts/watched-scopes.ts
const whole = /* @__PURE__ */ new Set(["latency-p50", "latency-p95"]);
function watchedBy(rules) {
	const ways = rules.filter(({ metric }) => whole.has(metric)).map(namedBy).filter((by) => !isCompared({ by }));
	return [...new Map(ways.map((by) => [by.join(" "), by])).values()];
}
function namedBy(rule) {
	return groupedBy.filter((name) => rule[name] !== void 0);
}
function scopesOfRule(rule, scopes) {
	const by = namedBy(rule);
	const own = scopes.filter((scope) => scope.by.length === by.length && by.every((name) => scope.by.includes(name)));
	const parts = isCompared({ by }) ? [] : scopes.filter((scope) => scope.by.length === groupedBy.length);
	const watched = [...parts, ...own].filter((scope) => by.every((name) => {
		const given = scope.names[name];
		return given !== null && !scope.names.others.includes(name) && (rule[name] === "*" || rule[name] === given);
	}));
	const nameOf = (scope) => JSON.stringify(by.map((name) => scope.names[name]));
	return [...Map.groupBy(watched, nameOf).values()].map((held) => ({
		names: Object.fromEntries(by.flatMap((name) => held[0]?.names[name] == null ? [] : [[name, held[0].names[name]]])),
		days: new Map([...daysOf(held.filter((scope) => parts.includes(scope))), ...held.flatMap((scope) => own.includes(scope) ? [...scope.days] : [])])
	}));
}
function keyOf({ metric, way, limit, against }, names) {
	const scope = groupedBy.map((name) => names[name] ?? null);
	return JSON.stringify([
		"rule",
		metric,
		way,
		limit,
		way === "rises" || way === "falls" ? against : null,
		...scope
	]);
}
function daysOf(parts) {
	const [only, ...more] = parts;
	if (only !== void 0 && more.length === 0) return only.days;
	const byDay = Map.groupBy(parts.flatMap(({ days }) => [...days]), ([day]) => day);
	return new Map([...byDay].map(([day, held]) => [day, sumOf(held.map(([, tally]) => tally))]));
}
function sumOf(tallies) {
	const [first, ...more] = tallies;
	if (first === void 0) throw new RangeError("There is nothing to add.");
	return more.reduce(added, first);
}
function added(one, other) {
	const known = (a, b) => a === null ? b : b === null ? a : a + b;
	const priced = {
		billed: one.priced.billed + other.priced.billed,
		computed: one.priced.computed + other.priced.computed,
		unknown: one.priced.unknown + other.priced.unknown
	};
	const counted = {
		in: one.counted.in + other.counted.in,
		out: one.counted.out + other.counted.out,
		reply: one.counted.reply + other.counted.reply
	};
	const characters = known(one.replyCharacters === null ? null : one.replyCharacters * one.counted.reply, other.replyCharacters === null ? null : other.replyCharacters * other.counted.reply);
	const costs = (tally) => ({
		of: tally.priced.billed + tally.priced.computed,
		total: tally.usd,
		deviation: tally.spread.usd
	});
	const tokens = (kind) => (tally) => ({
		of: tally.counted[kind],
		total: tally.tokens[kind],
		deviation: tally.spread[kind]
	});
	const replies = (tally) => ({
		of: tally.counted.reply,
		total: tally.replyCharacters === null ? null : tally.replyCharacters * tally.counted.reply,
		deviation: tally.spread.reply
	});
	const spreadOf = (of) => pooled(of(one), of(other));
	return {
		...one,
		calls: one.calls + other.calls,
		tokens: {
			in: known(one.tokens.in, other.tokens.in),
			out: known(one.tokens.out, other.tokens.out),
			cached: known(one.tokens.cached, other.tokens.cached),
			reasoning: known(one.tokens.reasoning, other.tokens.reasoning)
		},
		usd: known(one.usd, other.usd),
		priced,
		counted,
		latencyMs: {
			p50: null,
			p95: null
		},
		replyCharacters: characters === null || counted.reply === 0 ? null : characters / counted.reply,
		spread: {
			usd: spreadOf(costs),
			in: spreadOf(tokens("in")),
			out: spreadOf(tokens("out")),
			reply: spreadOf(replies)
		},
		errors: one.errors + other.errors,
		refusals: one.refusals + other.refusals,
		truncated: one.truncated + other.truncated
	};
}
function pooled(one, other) {
	if (one.of === 0 || one.total === null) return other.deviation;
	if (other.of === 0 || other.total === null) return one.deviation;
	const of = one.of + other.of;
	const apart = one.total / one.of - other.total / other.of;
	const within = ({ of: count, deviation }) => (deviation ?? 0) ** 2 * (count - 1);
	const squares = within(one) + within(other) + apart ** 2 * one.of * other.of / of;
	return Math.sqrt(squares / (of - 1));
}

// src/core/alerts/judge-quality.ts
function judgeQuality(rule, quality) {
	const { metric, way, limit } = rule;
	const nothing = (why) => ({
		judged: [],
		unknown: [{
			rule,
			why
		}]
	});
	if (way === "rises" || way === "falls") return nothing(`what ${metric} was on the days before is not known: say \`below\` or \`above\``);
	const by = groupedBy.filter((name) => rule[name] !== void 0);
	const rows = quality.filter((row) => row.metric === metric && row.by.length === by.length && by.every((name) => row.by.includes(name) && row[name] !== null && (rule[name] === "*" || rule[name] === row[name])));
	const [scale] = rows.map((row) => row.scale);
	if (scale !== void 0 && (limit < scale.low || limit > scale.high)) return nothing(`its grades go from ${scale.low} to ${scale.high}, and no grade is beyond ${limit}`);
	const judged = rows.flatMap((row) => {
		const { mean, interval } = row;
		if (mean === null || interval === null) return [];
		const { low, high } = interval;
		const is = (way === "below" ? high < limit : low > limit) ? "wrong" : (way === "below" ? mean >= limit : mean <= limit) ? "fine" : "unknown";
		const names = Object.fromEntries(by.flatMap((name) => row[name] === null ? [] : [[name, row[name]]]));
		const about = {
			kind: "rule",
			metric,
			way,
			limit,
			...names,
			value: mean,
			low,
			high,
			day: null
		};
		return [{
			key: keyOf(rule, names),
			is,
			forRuns: rule.forRuns,
			about
		}];
	});
	if (judged.length > 0) return {
		judged,
		unknown: []
	};
	if (rows.length > 0) return nothing("no call of the sample got a grade");
	const isKnown = quality.some((row) => row.metric === metric);
	const ask = `nothing in this run ${isKnownMetric(metric) ? `says the ${metric} of replies` : `grades replies by ${metric}`}: name it under \`monitor.quality.metrics\``;
	return nothing(isKnown ? "the sample holds no call of it" : ask);
}

// src/core/monitor/read-day.ts
const fewestForQuantiles = 50;
function readDay(metric, tally) {
	return readings[metric](tally);
}
function isShare(metric) {
	return shares.has(metric);
}
const readings = {
	usdPerCall: ({ usd, priced, spread }) => meanReading(usd, priced.billed + priced.computed, spread.usd),
	calls: ({ calls }) => ({
		value: calls,
		of: 1,
		variance: 1 / (calls + .5)
	}),
	tokensIn: ({ tokens, counted, spread }) => meanReading(tokens.in, counted.in, spread.in),
	tokensOut: ({ tokens, counted, spread }) => meanReading(tokens.out, counted.out, spread.out),
	replyCharacters: ({ replyCharacters, counted, spread }) => meanReading(replyCharacters === null ? null : replyCharacters * counted.reply, counted.reply, spread.reply),
	p50: ({ latencyMs, calls }) => quantileReading(latencyMs.p50, calls, 1),
	p95: ({ latencyMs, calls }) => quantileReading(latencyMs.p95, calls, 3),
	errors: ({ errors, calls }) => shareReading(errors, calls),
	refusals: ({ refusals, calls }) => shareReading(refusals, calls),
	truncated: ({ truncated, calls }) => shareReading(truncated, calls)
};
function meanReading(total, of, deviation) {
	if (total === null || of === 0 || !(total > 0)) return void 0;
	const mean = total / of;
	return {
		value: mean,
		of,
		variance: ((deviation ?? mean) / mean) ** 2 / of
	};
}
function quantileReading(ms, calls, spread) {
	return ms === null || !(ms > 0) || calls < fewestForQuantiles ? void 0 : {
		value: ms,
		of: calls,
		variance: spread / calls
	};
}
function shareReading(count, calls) {
	if (calls === 0) return void 0;
	const likely = (count + 1) / (calls + 2);
	return {
		value: count / calls,
		of: calls,
		variance: likely * (1 - likely) / calls
	};
}
const shares = new Set(comparedShares);

// src/core/alerts/read-metric.ts
function readMetric(metric, tally) {
	switch (metric) {
		case "errors": return shareOf$1(tally.errors, tally.calls);
		case "refusals": return shareOf$1(tally.refusals, tally.calls);
		case "truncations": return shareOf$1(tally.truncated, tally.calls);
		case "calls": return positive(tally.calls, 1 / (tally.calls + .5));
		case "spend": {
			const cost = readDay("usdPerCall", tally);
			return cost === void 0 || tally.usd === null ? void 0 : positive(tally.usd, cost.variance + 1 / cost.of);
		}
		case "tokens": {
			const [sent, out] = [readDay("tokensIn", tally), readDay("tokensOut", tally)];
			if (sent === void 0 || out === void 0) return void 0;
			const value = sent.value + out.value;
			return positive(value, ((Math.sqrt(sent.variance) * sent.value + Math.sqrt(out.variance) * out.value) / value) ** 2);
		}
		default: {
			const read = readDay(names[metric], tally);
			return read === void 0 ? void 0 : positive(read.value, read.variance);
		}
	}
}
const names = {
	cost: "usdPerCall",
	"input-tokens": "tokensIn",
	"output-tokens": "tokensOut",
	"latency-p50": "p50",
	"latency-p95": "p95",
	length: "replyCharacters"
};
function positive(value, variance) {
	return value > 0 ? {
		value,
		scaled: Math.log(value),
		variance
	} : void 0;
}
function shareOf$1(count, calls) {
	if (calls === 0) return void 0;
	const [some, others] = [count + .5, calls - count + .5];
	return {
		value: count / calls,
		scaled: Math.log(some / others),
		variance: 1 / some + 1 / others
	};
}
function unscaled(metric, scaled) {
	const odds = Math.exp(scaled);
	return isShareMetric(metric) ? odds / (1 + odds) : odds;
}
function isShareMetric(metric) {
	return metric === "errors" || metric === "refusals" || metric === "truncations";
}

// src/core/monitor/find-shift.ts
const weeksBefore = 4;
function findShift(values, judged, alpha) {
	const first = judged[0] ?? 0;
	const before = [...values].filter(([day]) => day < first && day >= first - 28);
	const pairs = judged.flatMap((day) => pairOf(day, values));
	if (pairs.length === 0) return void 0;
	const noise = noiseOf(before);
	const windows = pairs.map((_, from) => windowOf(pairs.slice(from), noise));
	const level = alpha / windows.length;
	const misfits = misfitsOf(pairs, noise);
	const [best] = windows.map((window, from) => ({
		window,
		misfit: misfits[from] ?? 0
	})).filter(({ window }) => chanceOf(window, noise) <= level).toSorted((a, b) => a.misfit - b.misfit);
	const isBeyondChance = best !== void 0;
	const told = best?.window ?? windows[0];
	if (told === void 0) return void 0;
	const reach = noise === void 0 ? void 0 : studentQuantile(level / 2, noise.freedom) * told.error;
	return {
		since: told.days[0] ?? first,
		days: told.days,
		against: told.against,
		change: told.change,
		low: reach === void 0 ? null : told.change - reach,
		high: reach === void 0 ? null : told.change + reach,
		isBeyondChance
	};
}
function pairOf(day, values) {
	const own = values.get(day);
	if (own === void 0) return [];
	const before = Array.from({ length: 4 }, (_, week) => day - 7 * (week + 1)).flatMap((earlier) => {
		const value = values.get(earlier);
		return value === void 0 ? [] : [[earlier, value]];
	});
	return before.length === 0 ? [] : [{
		day,
		own,
		before
	}];
}
const enough = 6;
function noiseOf(before) {
	const weekdays = Map.groupBy(before, ([day]) => (day % 7 + 7) % 7);
	const sets = before.length - weekdays.size >= enough ? [...weekdays.values()] : [before];
	const freedom = before.length - sets.length;
	if (freedom < 2) return void 0;
	const squares = sets.reduce((sum, set) => {
		const mean = meanOf$1(set.map(([, { value }]) => value));
		return sum + set.reduce((all, [, { value }]) => all + (value - mean) ** 2, 0);
	}, 0);
	const counting = meanOf$1(before.map(([, { variance }]) => variance));
	return {
		variance: Math.max(squares / freedom, counting),
		counting,
		freedom
	};
}
function differenceOf({ own, before }, noise) {
	const more = Math.max(0, own.variance - (noise?.counting ?? 0));
	const each = noise?.variance ?? 0;
	return {
		value: own.value - meanOf$1(before.map(([, { value }]) => value)),
		variance: each + more + each / before.length
	};
}
function misfitsOf(pairs, noise) {
	const differences = pairs.map((pair) => differenceOf(pair, noise));
	const isSure = differences.some(({ variance }) => variance <= 0);
	const weighed = differences.map(({ value, variance }) => ({
		value,
		weight: isSure ? 1 : 1 / variance
	}));
	return pairs.map((_, from) => {
		const after = weighed.slice(from);
		const weights = after.reduce((sum, { weight }) => sum + weight, 0);
		const step = after.reduce((sum, { value, weight }) => sum + value * weight, 0) / weights;
		return weighed.reduce((sum, { value, weight }, at) => sum + weight * (value - (at < from ? 0 : step)) ** 2, 0);
	});
}
function windowOf(pairs, noise) {
	let [change, variance] = [0, 0];
	for (const pair of pairs) {
		const difference = differenceOf(pair, noise);
		change += difference.value / pairs.length;
		variance += difference.variance / pairs.length ** 2;
	}
	const against = [...new Set(pairs.flatMap(({ before }) => before.map(([day]) => day)))].toSorted((a, b) => a - b);
	return {
		change,
		days: pairs.map(({ day }) => day),
		against,
		error: Math.sqrt(variance)
	};
}
function chanceOf({ change, error }, noise) {
	if (noise === void 0 || Math.abs(change) < 1e-9) return 1;
	return 2 * studentTail(error === 0 ? Number.POSITIVE_INFINITY : Math.abs(change) / error, noise.freedom);
}
function meanOf$1(values) {
	return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

// src/core/alerts/reference-days.ts
const lookedIn = 7;
function referenceDays({ way, against }, readings, today, alpha) {
	const known = new Map([...readings].filter(([day]) => day <= today).map(([day, { scaled, variance }]) => [day, {
		value: scaled,
		variance
	}]));
	const judged = [...known.keys()].filter((day) => day > today - lookedIn && hasSameWeekday(day, known)).toSorted((a, b) => a - b);
	const shift = judged.length === 0 ? void 0 : findShift(known, judged, alpha);
	const end = shift?.isBeyondChance === true && shift.change > 0 === (way === "rises") ? shift.since : today;
	return [...readings].filter(([day]) => day < end && day >= end - against).map(([, reading]) => reading);
}
function hasSameWeekday(day, known) {
	return Array.from({ length: 4 }, (_, week) => day - 7 * (week + 1)).some((earlier) => known.has(earlier));
}

// src/core/alerts/judge-rules.ts
const falseAlarms$1 = .05;
const forChanges = .2;
const fewestBefore = 3;
function judgeRules(rules, days, kept) {
	const judged = [];
	const unknown = [];
	for (const rule of rules) {
		const { metric } = rule;
		if (!isCounted(metric)) {
			const graded = judgeQuality(rule, days.quality);
			judged.push(...graded.judged);
			unknown.push(...graded.unknown);
			continue;
		}
		const watched = scopesOfRule(rule, days.scopes);
		const results = watched.map((scope) => judgeScope({
			...rule,
			metric
		}, scope, {
			days,
			kept,
			scopes: watched.length
		}));
		const known = results.flatMap((result) => typeof result === "string" ? [] : [result]);
		judged.push(...known);
		const [why] = results.flatMap((result) => typeof result === "string" ? [result] : []);
		if (known.length === 0) unknown.push({
			rule,
			why: why ?? "the logs hold no call of it"
		});
	}
	return {
		judged,
		unknown
	};
}
function judgeScope(rule, scope, { days, kept, scopes }) {
	const { metric, way, limit } = rule;
	const whole = days.logged.filter((day) => day !== days.partial);
	const isOfDay = metric === "calls" || metric === "spend";
	const today = whole.at(-1) ?? (isOfDay ? void 0 : days.logged.at(-1));
	if (today === void 0) return "the logs hold no whole day";
	const tally = scope.days.get(today);
	const now = tally === void 0 ? void 0 : readMetric(metric, tally);
	if (now === void 0) return `the logs of ${days.dateOf(today)} do not say it, or of too few calls`;
	const level = falseAlarms$1 / Math.max(1, scopes);
	const key = keyOf(rule, scope.names);
	const day = days.dateOf(today);
	const base = {
		kind: "rule",
		metric,
		way,
		limit,
		...scope.names,
		value: now.value,
		day
	};
	if (way === "below" || way === "above") {
		const { low, high } = boundsOf(metric, now, level);
		const isBeyond = way === "below" ? high < limit : low > limit;
		const isWithin = way === "below" ? now.value >= limit : now.value <= limit;
		return {
			key,
			is: isBeyond ? "wrong" : isWithin ? "fine" : "unknown",
			forRuns: rule.forRuns,
			about: {
				...base,
				low,
				high
			}
		};
	}
	const told = kept.entries.find((entry) => entry.key === key);
	const usual = told?.about.kind === "rule" && told.told.length > 0 ? told.about.before : void 0;
	const moved = usual === void 0 ? againstBefore(rule, scope, today, now, level) : againstUsual(metric, usual, now, level);
	if (typeof moved === "string") return moved;
	const towards = way === "rises" ? 1 : -1;
	const [least = 0, value] = [towards * (way === "rises" ? moved.low : moved.high), towards * moved.value];
	const is = least > limit ? "wrong" : value <= limit ? "fine" : "unknown";
	const { before, ...change } = moved;
	const about = {
		...base,
		low: null,
		high: null,
		against: rule.against,
		before,
		change
	};
	return {
		key,
		is: usual !== void 0 && is === "unknown" ? "wrong" : is,
		forRuns: rule.forRuns,
		about
	};
}
function againstBefore({ metric, way, against }, { days }, today, now, level) {
	const readings = new Map([...days].flatMap(([day, tally]) => {
		const reading = readMetric(metric, tally);
		return reading === void 0 ? [] : [[day, reading]];
	}));
	const before = referenceDays({
		way,
		against
	}, readings, today, level * forChanges);
	if (before.length < fewestBefore) return `of the ${against} days before, ${before.length} are known; ${fewestBefore} are needed`;
	const mean = meanOf(before.map(({ scaled }) => scaled));
	const counting = meanOf(before.map(({ variance }) => variance));
	const spread = before.reduce((sum, { scaled }) => sum + (scaled - mean) ** 2, 0) / (before.length - 1);
	const error = Math.sqrt(Math.max(spread, counting) * (1 + 1 / before.length) + Math.max(0, now.variance - counting));
	return movedBy(metric, mean, now, studentQuantile(level * .8 / 2, before.length - 1) * error);
}
function againstUsual(metric, usual, now, level) {
	return {
		...movedBy(metric, isShareMetric(metric) ? Math.log(usual / (1 - usual)) : Math.log(usual), now, normalQuantile(1 - level / 2) * Math.sqrt(now.variance)),
		before: usual
	};
}
function movedBy(metric, mean, now, reach) {
	const before = unscaled(metric, mean);
	const change = (scaled) => unscaled(metric, scaled) / before - 1;
	return {
		before,
		value: change(now.scaled),
		low: change(now.scaled - reach),
		high: change(now.scaled + reach)
	};
}
function boundsOf(metric, now, level) {
	const reach = normalQuantile(1 - level / 2) * Math.sqrt(now.variance);
	return {
		low: unscaled(metric, now.scaled - reach),
		high: unscaled(metric, now.scaled + reach)
	};
}
function meanOf(values) {
	return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

// src/core/alerts/left-rules.ts
const leftAfter = 7;
const millisecondsADay$2 = 864e5;
function leftRules(rules, days, kept, judged) {
	return kept.entries.flatMap((entry) => {
		const { key, about } = entry;
		if (about.kind !== "rule" || judged.some((one) => one.key === key)) return [];
		const rule = rules.find((one) => isOf(about, one));
		return rule === void 0 || isOfEach(rule) && isGone(entry, about, rule, days) ? [{
			key,
			is: "fine",
			ended: "no-longer-asked",
			forRuns: 1,
			about
		}] : [];
	});
}
function isOf(about, rule) {
	const named = namesOf(about);
	return groupedBy.every((by) => rule[by] === void 0 || named[by] === void 0 ? rule[by] === named[by] : isNameOf(rule[by], named[by])) && keyOf(rule, named) === keyOf(about, named);
}
function isNameOf(written, name) {
	return written === "*" || written === name;
}
function isOfEach(rule) {
	return groupedBy.some((by) => rule[by] === "*");
}
function isGone({ seenMs }, about, rule, days) {
	const last = days.logged.at(-1);
	if (last === void 0) return false;
	const looked = about.day ?? days.dateOf(Math.floor(seenMs / millisecondsADay$2));
	const recent = Array.from({ length: leftAfter }, (_, at) => last - at);
	if (looked >= days.dateOf(last - leftAfter + 1)) return false;
	const key = keyOf(about, namesOf(about));
	return scopesOfRule(rule, days.scopes).every((scope) => keyOf(rule, scope.names) !== key || recent.every((day) => !scope.days.has(day)));
}
function namesOf({ segment, model, prompt }) {
	return {
		...segment === void 0 ? {} : { segment },
		...model === void 0 ? {} : { model },
		...prompt === void 0 ? {} : { prompt }
	};
}

// src/core/alerts/results-of-rules.ts
function resultsOfRules(judged, unknown, raised) {
	const known = judged.flatMap(({ key, is, ended, about }) => {
		const told = raised.get(key);
		const { kind: _, ...rest } = about;
		const result = {
			rule: nameOf(about),
			...rest,
			sent: told?.sent ?? []
		};
		if (is === "wrong") return [{
			...result,
			is: "broken"
		}];
		if (told?.state === "recovered") return [{
			...result,
			is: "recovered",
			ended: ended ?? "over"
		}];
		return is === "unknown" ? [{
			...result,
			is: "unclear"
		}] : [];
	});
	const others = unknown.map(({ rule, why }) => {
		const { forRuns: _, ...rest } = rule;
		return {
			rule: nameOf(rule),
			...rest,
			is: "unknown",
			value: null,
			low: null,
			high: null,
			day: null,
			why,
			sent: []
		};
	});
	return [...known, ...others];
}
function nameOf({ metric, way, limit }) {
	return `${metric} ${way} ${limit}`;
}
function openAlerts(watched, kept) {
	const entries = kept?.entries.filter(({ about }) => about.kind === "rule") ?? [];
	const entryOf = (key) => entries.find((entry) => entry.key === key);
	const isOpen = ({ key, is, forRuns }) => {
		if (is === "unknown") return (entryOf(key)?.told.length ?? 0) > 0;
		return is === "wrong" && (kept === void 0 || (entryOf(key)?.runs ?? 0) + 1 >= forRuns);
	};
	const unseen = entries.filter(({ key, told }) => told.length > 0 && watched.every((one) => one.key !== key));
	return watched.filter(isOpen).length + unseen.length;
}

// src/app/monitor/alert-of-rules.ts
async function alertOfRules(days, settings, sending) {
	const { alertRules } = settings;
	const judge = (kept) => {
		const known = kept ?? noAlerts;
		const { judged, unknown } = judgeRules(alertRules, days, known);
		return {
			judged: [...judged, ...leftRules(alertRules, days, known, judged)],
			unknown,
			kept
		};
	};
	let found = judge(void 0);
	const watch = (kept) => {
		found = judge(kept);
		return found.judged;
	};
	const { told, isUnread } = sending === void 0 ? {
		told: /* @__PURE__ */ new Map(),
		isUnread: false
	} : await raiseAlerts(watch, settings, sending, sending.signal);
	return {
		results: resultsOfRules(found.judged, found.unknown, told),
		open: isUnread ? void 0 : openAlerts(found.judged, found.kept)
	};
}

// src/core/monitor/kept-names.ts
const longestName = 200;
var KeptNames = class {
	#limits;
	#known = {
		segment: /* @__PURE__ */ new Set(),
		model: /* @__PURE__ */ new Set(),
		prompt: /* @__PURE__ */ new Set()
	};
	#declared;
	constructor(limits, declared) {
		this.#limits = limits;
		this.#declared = new Set(declared);
		for (const segment of this.#declared) this.#known.segment.add(segment);
	}
	of(given) {
		const others = [];
		const kept = (by) => {
			const whole = given[by];
			if (whole === void 0) return null;
			const name = whole.length > longestName ? clip(whole, longestName) : whole;
			const known = this.#known[by];
			if (known.has(name)) return name;
			if (known.size >= this.#limits[by]) {
				others.push(by);
				return null;
			}
			known.add(name);
			return name;
		};
		return {
			segment: kept("segment"),
			model: kept("model"),
			prompt: kept("prompt"),
			others
		};
	}
	withoutMost({ segment }) {
		return segment !== null && this.#declared.has(segment) ? {
			segment,
			model: null,
			prompt: null,
			others: ["model", "prompt"]
		} : {
			segment: null,
			model: null,
			prompt: null,
			others: groupedBy
		};
	}
};

// src/core/monitor/call-groups.ts
const groupLimits = {
	segment: 200,
	model: 100,
	prompt: 500,
	days: 1100,
	groups: 1e4
};
const millisecondsADay$1 = 864e5;
const [firstDay, lastDay] = [10957, 47482];
var CallGroups = class {
	#limits;
	#groups = /* @__PURE__ */ new Map();
	#named = /* @__PURE__ */ new Map();
	#names;
	#days = /* @__PURE__ */ new Set();
	#callsOfOthers = 0;
	#lastDay;
	#callsAhead = 0;
	constructor(limits = groupLimits, { now, declared = [] } = {}) {
		this.#limits = limits;
		this.#names = new KeptNames(limits, declared);
		this.#lastDay = now === void 0 ? lastDay : Math.min(lastDay, Math.floor(now / millisecondsADay$1) + 1);
	}
	add(time, given, call) {
		this.#groupOf(time, given, 1).sum.add(call);
	}
	take(latest, given, summed) {
		this.#groupOf(latest, given, summed.calls).sum.take(summed);
	}
	isPartial(day) {
		return [...this.#groups.values()].reduce((last, group) => group.day === day ? Math.max(last, group.latest) : last, Number.NEGATIVE_INFINITY) < (day + .9) * millisecondsADay$1;
	}
	get callsAhead() {
		return this.#callsAhead;
	}
	get scopeDays() {
		return this.scopeDaysBy(comparedBy);
	}
	scopeDaysBy(ways) {
		const dated = [...this.#groups.values()].flatMap(({ day, ...group }) => day === void 0 ? [] : [{
			day,
			...group
		}]);
		return ways.flatMap((by) => [...Map.groupBy(dated, ({ day, names }) => keyOf$1(day, namesBy(names, by))).values()].flatMap((groups) => {
			const [first] = groups;
			if (first === void 0) return [];
			return [{
				by,
				names: namesBy(first.names, by),
				day: first.day,
				tally: this.#sumOf(groups)
			}];
		}));
	}
	get callsOfOthers() {
		return this.#callsOfOthers;
	}
	get all() {
		return this.#sumOf([...this.#groups.values()]);
	}
	get days() {
		return [...Map.groupBy(this.#groups.values(), ({ day }) => day)].map(([day, groups]) => ({
			day,
			tally: this.#sumOf(groups)
		})).toSorted((a, b) => order(a.day, b.day));
	}
	get totals() {
		return [...Map.groupBy(this.#groups.values(), ({ names }) => keyOf$1(void 0, names)).values()].flatMap((groups) => groups[0] === void 0 ? [] : [{
			names: groups[0].names,
			tally: this.#sumOf(groups)
		}]).toSorted((a, b) => b.tally.calls - a.tally.calls || compareNames(a.names, b.names));
	}
	get groups() {
		return [...this.#groups.values()].toSorted((a, b) => order(a.day, b.day) || compareNames(a.names, b.names)).map(({ day, names, sum }) => ({
			day,
			names,
			tally: sum.tally
		}));
	}
	#groupOf(time, given, calls) {
		const day = this.#dayOf(time, calls);
		const group = this.#named.get(day)?.get(given.segment)?.get(given.model)?.get(given.prompt) ?? this.#find(day, given);
		if (group.names.others.length > 0) this.#callsOfOthers += calls;
		if (time !== void 0 && time > group.latest) group.latest = time;
		return group;
	}
	#find(day, given) {
		const named = this.#names.of(given);
		const key = keyOf$1(day, named);
		const group = this.#groups.get(key) ?? this.#open(day, named, key);
		if (!(groupedBy.every((by) => group.names[by] === (given[by] ?? null)) && group.names.others.length === 0)) return group;
		heldIn(heldIn(heldIn(this.#named, day, () => /* @__PURE__ */ new Map()), given.segment, () => /* @__PURE__ */ new Map()), given.model, () => /* @__PURE__ */ new Map()).set(given.prompt, group);
		return group;
	}
	#dayOf(time, calls) {
		if (time === void 0) return void 0;
		const day = Math.floor(time / millisecondsADay$1);
		if (!(day >= firstDay && day <= this.#lastDay)) {
			if (day > this.#lastDay) this.#callsAhead += calls;
			return;
		}
		if (this.#days.has(day)) return day;
		if (this.#days.size >= this.#limits.days) return void 0;
		this.#days.add(day);
		return day;
	}
	#open(day, named, own) {
		const isFull = this.#groups.size >= this.#limits.groups;
		const names = isFull ? this.#names.withoutMost(named) : named;
		const key = isFull ? keyOf$1(day, names) : own;
		const known = this.#groups.get(key);
		if (known !== void 0) return known;
		const group = {
			day,
			names,
			sum: new CallSum(),
			latest: Number.NEGATIVE_INFINITY
		};
		this.#groups.set(key, group);
		return group;
	}
	#sumOf(groups) {
		const sum = new CallSum();
		for (const group of groups) sum.merge(group.sum);
		return sum.tally;
	}
};
function heldIn(map, key, create) {
	const known = map.get(key);
	if (known !== void 0) return known;
	const created = create();
	map.set(key, created);
	return created;
}
function order(a, b) {
	if (a === b) return 0;
	if (a === void 0) return 1;
	return b === void 0 ? -1 : a - b;
}

// src/core/monitor/explain-cost.ts
function explainCost(scope, groups, sides, priceOf) {
	const [old, now] = [meansOf(scope, sides.old), meansOf(scope, sides.new)];
	if (old.usd === null || now.usd === null || !(old.usd > 0 && now.usd > 0)) return void 0;
	const parts = groups.map((group) => ({
		name: group.names.model,
		old: meansOf(group, sides.old),
		new: meansOf(group, sides.new)
	}));
	const whole = logarithmicMean(now.usd, old.usd);
	const logs = Object.fromEntries(costFactors.map((factor) => [factor, 0]));
	let own = 0;
	let isKnown = true;
	for (const part of parts) {
		const [before, after] = [shareOf(part.old, old), shareOf(part.new, now)];
		if (!(before > 0 && after > 0)) continue;
		const weight = logarithmicMean(after, before) / whole;
		own += weight * Math.log((part.new.usd ?? 1) / (part.old.usd ?? 1));
		const factors = factorsOf(part.old, part.new, part.name, priceOf);
		if (factors === void 0) isKnown = false;
		else for (const factor of costFactors) logs[factor] += weight * Math.log(factors[factor]);
	}
	return {
		mix: Math.exp(Math.log(now.usd / old.usd) - own),
		...isKnown ? { factors: {
			price: Math.exp(logs.price),
			tokenizer: Math.exp(logs.tokenizer),
			prompt: Math.exp(logs.prompt),
			reply: Math.exp(logs.reply),
			reasoning: Math.exp(logs.reasoning),
			cached: Math.exp(logs.cached)
		} } : {},
		tokens: {
			input: {
				old: old.input,
				new: now.input
			},
			cached: {
				old: old.cached,
				new: now.cached
			},
			output: {
				old: old.output,
				new: now.output
			},
			reasoning: {
				old: old.reasoning,
				new: now.reasoning
			}
		},
		length: {
			old: old.reply,
			new: now.reply
		},
		served: {
			old: old.served,
			new: now.served
		}
	};
}
function shareOf(part, whole) {
	return whole.priced === 0 ? 0 : part.priced / whole.priced * (part.usd ?? 0);
}
function factorsOf(old, now, asked, priceOf) {
	const [before, after] = [spendOf(old, asked, priceOf), spendOf(now, asked, priceOf)];
	if (before === void 0 || after === void 0) return void 0;
	const ratio = old.perCharacter === null || now.perCharacter === null ? 1 : now.perCharacter / old.perCharacter;
	const isOther = old.served !== now.served || Math.abs(Math.log(ratio)) >= Math.log(1.1);
	return decomposeCost(before, after, isOther);
}
function spendOf(side, asked, priceOf) {
	const { usd, input, output } = side;
	const price = (side.served === null ? void 0 : priceOf(side.served)) ?? (asked === null ? void 0 : priceOf(asked));
	if (usd === null || input === null || output === null || price === void 0) return void 0;
	const cachedTokens = Math.min(side.cached ?? 0, input);
	const listed = (input - cachedTokens) * price.input + cachedTokens * price.cached + output * price.output;
	if (!(listed > 0)) return void 0;
	const billed = usd / listed;
	return {
		inputTokens: input,
		cachedTokens,
		outputTokens: output,
		reasoningTokens: Math.min(side.reasoning ?? 0, output),
		promptUnits: side.perCharacter === null ? 0 : input / side.perCharacter / 4,
		replyUnits: (side.reply ?? 0) / 4,
		price: {
			input: price.input * billed,
			cached: price.cached * billed,
			output: price.output * billed
		}
	};
}
function meansOf({ days }, on) {
	const held = on.flatMap((day) => days.get(day) ?? []);
	const sum = (read) => held.reduce((all, tally) => all + (read(tally) ?? 0), 0);
	const over = (total, of) => of > 0 ? total / of : null;
	const priced = sum(({ priced: { billed, computed } }) => billed + computed);
	const isSent = (tally) => tally.sent.characters !== null && tally.sent.tokens !== null;
	const measured = held.filter(isSent);
	const measure = (read) => measured.reduce((all, tally) => all + (read(tally) ?? 0) * tally.counted.in, 0);
	const served = /* @__PURE__ */ new Map();
	for (const tally of held) for (const { model, calls } of tally.served) served.set(model, (served.get(model) ?? 0) + calls);
	return {
		calls: sum(({ calls }) => calls),
		priced,
		usd: over(sum(({ usd }) => usd), priced),
		input: over(sum(({ tokens }) => tokens.in), sum(({ counted }) => counted.in)),
		cached: over(sum(({ tokens }) => tokens.cached), sum(({ counted }) => counted.in)),
		output: over(sum(({ tokens }) => tokens.out), sum(({ counted }) => counted.out)),
		reasoning: over(sum(({ tokens }) => tokens.reasoning), sum(({ counted }) => counted.out)),
		reply: over(sum(({ replyCharacters, counted }) => (replyCharacters ?? 0) * counted.reply), sum(({ counted }) => counted.reply)),
		perCharacter: over(measure(({ sent }) => sent.tokens), measure(({ sent }) => sent.characters)),
		served: [...served].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null
	};
}

// src/core/monitor/test-levels.ts
const falseAlarms = .05;
const toldAlone = [...comparedQuantities, ...comparedShares].filter((metric) => !decidingMetrics.includes(metric));
function levelsOf(tested, declared) {
	const isFirst = ({ by, names: { segment } }) => by.length === 0 || by.length === 1 && segment !== null && declared.has(segment);
	const known = new Set(tested);
	const first = tested.filter(isFirst).length;
	const rest = known.size - first;
	const half = first > 0 && rest > 0 ? .5 : 1;
	return (scope, metric) => {
		if (!known.has(scope)) return void 0;
		const family = decidingMetrics.includes(metric) ? decidingMetrics.length : toldAlone.length;
		return falseAlarms * half / (isFirst(scope) ? first : rest) / family;
	};
}

// src/core/monitor/compare-days.ts
const mostJudged = 7;
const fewestCalls = 30;
const worthTelling = {
	quantity: .05,
	share: .01
};
function compareDays({ scopes, logged, partial, declared, priceOf, dateOf }) {
	const last = logged.at(-1);
	const [whole] = scopes;
	if (last === void 0 || whole === void 0) return null;
	const judged = logged.filter((day) => day > last - mostJudged).filter((day) => sameWeekdays(day).some((earlier) => whole.days.has(earlier)));
	if (judged.length === 0) return null;
	const against = [...new Set(judged.flatMap(sameWeekdays))].filter((day) => whole.days.has(day)).toSorted((a, b) => a - b);
	const groups = scopes.filter(({ by }) => by.length === 3);
	const compared = scopes.filter(({ days }) => [...judged, ...against].some((day) => days.has(day)));
	const levelOf = levelsOf(compared.filter((scope) => callsOn(scope, against) >= fewestCalls), declared);
	return {
		days: judged.map(dateOf),
		against: against.map(dateOf),
		scopes: compared.map((scope) => {
			const of = (metric) => changeOf(scope, metric, {
				whole,
				judged,
				partial,
				alpha: levelOf(scope, metric),
				dateOf
			});
			const cost = of("usdPerCall");
			const within = groups.filter(({ names }) => isWithin(names, scope));
			const days = cost.shift === void 0 ? void 0 : {
				old: cost.shift.against,
				new: cost.shift.days
			};
			const cause = cost.told.moved !== null && days !== void 0 ? explainCost(scope, within, days, priceOf) : void 0;
			return {
				by: [...scope.by],
				...scope.names,
				calls: {
					before: callsOn(scope, against),
					now: callsOn(scope, judged)
				},
				changes: {
					usdPerCall: cost.told,
					calls: of("calls").told,
					tokensIn: of("tokensIn").told,
					tokensOut: of("tokensOut").told,
					replyCharacters: of("replyCharacters").told,
					p50: of("p50").told,
					p95: of("p95").told,
					errors: of("errors").told,
					refusals: of("refusals").told,
					truncated: of("truncated").told
				},
				...cause === void 0 ? {} : { cause }
			};
		})
	};
}
function sameWeekdays(day) {
	return Array.from({ length: 4 }, (_, week) => day - 7 * (week + 1));
}
function isWithin(names, scope) {
	return scope.by.every((by) => names[by] === scope.names[by] && names.others.includes(by) === scope.names.others.includes(by));
}
function callsOn({ days }, on) {
	return on.reduce((sum, day) => sum + (days.get(day)?.calls ?? 0), 0);
}
function changeOf(scope, metric, { whole, judged, partial, alpha, dateOf }) {
	if (alpha === void 0) return {
		told: nothingCompared,
		shift: void 0
	};
	const share = isShare(metric);
	const values = /* @__PURE__ */ new Map();
	for (const day of whole.days.keys()) {
		const tally = scope.days.get(day);
		if (metric === "calls") {
			const calls = (tally?.calls ?? 0) + .5;
			if (day !== partial) values.set(day, {
				value: Math.log(calls),
				variance: 1 / calls
			});
			continue;
		}
		const reading = tally === void 0 ? void 0 : readDay(metric, tally);
		if (reading === void 0) continue;
		values.set(day, {
			value: share ? reading.value : Math.log(reading.value),
			variance: reading.variance
		});
	}
	const shift = findShift(values, judged, alpha);
	if (shift === void 0) return {
		told: nothingCompared,
		shift
	};
	const shown = (change) => change === null || share ? change : Math.expm1(change);
	const change = shown(shift.change) ?? 0;
	const isTold = shift.isBeyondChance && Math.abs(change) >= (share ? worthTelling.share : worthTelling.quantity);
	return {
		told: {
			before: meanOn(scope, metric, shift.against),
			now: meanOn(scope, metric, shift.days),
			change,
			low: shown(shift.low),
			high: shown(shift.high),
			since: dateOf(shift.since),
			moved: isTold ? change > 0 ? "rose" : "fell" : null
		},
		shift
	};
}
const nothingCompared = {
	before: null,
	now: null,
	change: null,
	low: null,
	high: null,
	since: null,
	moved: null
};
function meanOn(scope, metric, on) {
	if (metric === "calls") return on.length === 0 ? null : callsOn(scope, on) / on.length;
	const read = on.flatMap((day) => {
		const tally = scope.days.get(day);
		return (tally === void 0 ? void 0 : readDay(metric, tally)) ?? [];
	});
	const of = read.reduce((sum, one) => sum + one.of, 0);
	return of === 0 ? null : read.reduce((sum, one) => sum + one.value * one.of, 0) / of;
}

// src/core/monitor/compare-traffic.ts
const monthDays = 365.25 / 12;
const mostWeeks = 4;
function compareTraffic(scopes, { logged, partial, segments }) {
	const last = logged.filter((day) => day !== partial).at(-1);
	if (last === void 0) return [];
	const seen = [...scopes.find(({ by }) => by.length === 0)?.days.keys() ?? []].filter((day) => day <= last);
	const weeks = Math.min(mostWeeks, Math.floor((last + 1 - Math.min(...seen, last)) / 7));
	const days = Array.from({ length: 7 * weeks }, (_, at) => last - at);
	return [...segments].map(([segment, { monthly }]) => {
		const scope = scopes.find(({ by, names }) => by.length === 1 && names.segment === segment);
		const calls = days.map((day) => scope?.days.get(day)?.calls ?? 0);
		const perCall = usdPerCall([...scope?.days.values() ?? []]);
		const month = monthOf(calls);
		const is = month === null ? null : standsTo(month, monthly);
		return {
			segment,
			declared: monthly,
			seen: month?.seen ?? null,
			low: month?.low ?? null,
			high: month?.high ?? null,
			is,
			usd: {
				declared: perCall === null ? null : perCall * monthly,
				seen: perCall === null || month === null ? null : perCall * month.seen
			}
		};
	});
}
function usdPerCall(tallies) {
	const usd = tallies.reduce((sum, tally) => sum + (tally.usd ?? 0), 0);
	const priced = tallies.reduce((sum, { priced: { billed, computed } }) => sum + billed + computed, 0);
	return priced === 0 ? null : usd / priced;
}
function monthOf(calls) {
	const { length } = calls;
	if (length === 0) return null;
	const mean = calls.reduce((sum, one) => sum + one, 0) / length;
	const variance = calls.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (length - 1);
	const error = Math.sqrt(Math.max(variance, mean) / length);
	const reach = studentQuantile(.025, length - 1) * error;
	return {
		seen: mean * monthDays,
		low: Math.max(0, mean - reach) * monthDays,
		high: (mean + reach) * monthDays
	};
}
function standsTo({ seen, low, high }, declared) {
	if (low > declared && seen >= declared * 1.25) return "more";
	return high < declared && seen <= declared * .75 ? "less" : null;
}

// src/core/monitor/standing-days.ts
const nearlyEmpty = .02;
function standingDays(calls, today) {
	const days = [...calls.keys()].toSorted((a, b) => a - b);
	const sizes = [...calls.values()].toSorted((a, b) => a - b);
	const least = nearlyEmpty * (sizes[Math.floor(sizes.length / 2)] ?? 0);
	const isEmpty = (day) => (calls.get(day) ?? 0) < least;
	const runs = [];
	for (const day of days) {
		const run = runs.at(-1);
		const isAhead = day === today + 1 && isEmpty(day);
		if (run === void 0 || run.at(-1) !== day - 1 || isAhead) runs.push([day]);
		else run.push(day);
	}
	while (runs.length > 1 && runs.at(-1)?.every(isEmpty) === true) runs.pop();
	while (runs.length > 1 && runs[0]?.every(isEmpty) === true) runs.shift();
	return runs.flat();
}

// src/app/monitor/keep-days.ts
const millisecondsADay = 864e5;
async function keepDays(logged, history, { today, declared }) {
	if (history === void 0) return { all: logged };
	const { lines, unread } = await history.read();
	const kept = lines.map((line) => restoreDay(line, Math.round(Date.parse(`${line.day}T00:00:00Z`) / millisecondsADay)));
	const merged = mergeDays(kept.filter(({ day }) => day <= today + 1), logged);
	const calls = new Map(merged.all.flatMap(({ by, day, tally }) => by.length === 0 ? [[day, tally.calls]] : []));
	const last = standingDays(calls, today).at(-1) ?? today;
	const all = boundDays(merged.all, last, declared);
	const { added } = merged;
	const written = (rows) => rows.map((row) => keepDay(row, isoDate(row.day)));
	if (all.length < lines.length + added.length && !unread.some(isOfLaterVersion)) await history.replace(written(all));
	else if (added.length > 0) await history.append(written(added));
	return {
		all,
		history: {
			days: new Set(kept.map(({ day }) => day)).size,
			unread: unread.slice(0, mostUnread)
		}
	};
}
const mostUnread = 10;
function dayOf(time) {
	return Math.floor(time / millisecondsADay);
}
function isoDate(day) {
	return (/* @__PURE__ */ new Date(day * millisecondsADay)).toISOString().slice(0, 10);
}

// src/app/monitor/monitor-logs.ts
async function monitorLogs(named, settings, { tool, openLogs, loadPrices, now, bytesOf, history, openDatabase }, observer) {
	const prices = await loadPrices(settings);
	const started = now();
	const groups = new CallGroups(groupLimits, {
		now: started,
		declared: settings.segments.keys()
	});
	const costOf = priceCalls(prices);
	const readSingly = (files) => countCalls(files, settings, {
		bytesOf,
		costOf,
		groups,
		observer
	});
	const { tallies, bytes } = openDatabase === void 0 ? await readSingly(await openLogs(named)) : await (await import("./sum-in-sql.js")).sumInSql(named, settings, {
		openDatabase,
		costOf,
		groups,
		readSingly: async (files) => (await readSingly(files)).tallies
	});
	const titles = logFormats.map(({ title }) => title);
	const faults = faultsOfLogs(tallies, titles);
	const [first, ...others] = faults.length > 0 ? faults : nothingRead(tallies, named);
	if (first !== void 0) throw new ProblemError(first, ...others);
	const result = reportOf(groups, tallies, {
		tool,
		bytes,
		settings,
		days: await keepDays(groups.scopeDaysBy([...comparedBy, ...watchedBy(settings.alertRules)]), history, {
			today: dayOf(started),
			declared: new Set(settings.segments.keys())
		}),
		priceOf: listPrice(prices),
		today: dayOf(started)
	});
	return observer === void 0 ? result : {
		...result,
		report: {
			...result.report,
			observed: await observer.observe()
		}
	};
}
async function countCalls(files, { logFields }, { bytesOf, costOf, groups, observer }) {
	let bytes = 0;
	const weighed = files.map(({ name, text }) => {
		const pieces = async function* () {
			for await (const piece of text()) {
				bytes += bytesOf(piece);
				yield piece;
			}
		};
		return {
			name,
			text: pieces
		};
	});
	return {
		tallies: await readLogs(weighed, logFields, (call) => {
			const names = {
				segment: call.segment,
				model: call.asked ?? call.served,
				prompt: call.prompt?.name
			};
			const counted = countCall(call, costOf);
			observer?.offer(call, counted);
			groups.add(call.time, names, counted);
		}),
		bytes
	};
}
function nothingRead(tallies, named) {
	if (tallies.some(({ calls }) => calls > 0)) return [];
	return [{
		reason: "files",
		what: `There is no call of a model in the logs: ${tallies.length === 0 ? "no file was found" : "the files that were read hold none"}.`,
		at: { file: named[0] ?? "-" },
		fix: "Name logs that hold calls, or the fields of your own records under `logs` in the config."
	}];
}
function reportOf(groups, tallies, { tool, bytes, settings, priceOf, days: known, today }) {
	const { days } = groups;
	const read = days.flatMap(({ day }) => day === void 0 ? [] : [day]);
	const unsettled = scopesOf(known.all);
	const [whole] = unsettled;
	const calls = new Map([...whole?.days ?? []].map(([day, tally]) => [day, tally.calls]));
	const standing = new Set(standingDays(calls, today));
	const scopes = unsettled.map((scope) => ({
		...scope,
		days: new Map([...scope.days].filter(([day]) => standing.has(day)))
	}));
	const logged = read.filter((day) => standing.has(day));
	const last = logged.at(-1);
	const partial = last !== void 0 && groups.isPartial(last) ? last : void 0;
	const declared = new Set(settings.segments.keys());
	const sum = (of) => tallies.reduce((total, tally) => total + tally[of], 0);
	const compared = scopes.filter(isCompared);
	const comparison = compareDays({
		scopes: compared,
		logged,
		partial,
		declared,
		priceOf,
		dateOf: isoDate
	});
	return {
		report: {
			version: 1,
			tool,
			from: dateOf(read[0]),
			to: dateOf(read.at(-1)),
			read: {
				lines: sum("records"),
				broken: sum("broken"),
				ahead: groups.callsAhead,
				outlying: read.filter((day) => !standing.has(day)).map(isoDate),
				bytes,
				files: tallies.length,
				formats: [...new Set(tallies.flatMap(({ format }) => format === void 0 ? [] : [format]))].toSorted()
			},
			broken: tallies.flatMap(({ faults }) => faults).slice(0, 10).map(({ what, at }) => ({
				what,
				...at === void 0 ? {} : { at }
			})),
			limits: {
				...groupLimits,
				callsOfOthers: groups.callsOfOthers
			},
			all: groups.all,
			days: days.map(({ day, tally }) => ({
				day: dateOf(day),
				...tally
			})),
			totals: groups.totals.map(({ names, tally }) => ({
				...names,
				...tally
			})),
			groups: groups.groups.map(({ day, names, tally }) => ({
				day: dateOf(day),
				...names,
				...tally
			})),
			series: seriesOf(compared, { comparison }, isoDate),
			comparison,
			...known.history === void 0 ? {} : { history: known.history },
			traffic: compareTraffic(compared, {
				logged,
				partial,
				segments: settings.segments
			}),
			alerts: []
		},
		days: {
			scopes,
			logged,
			partial,
			dateOf: isoDate
		}
	};
}
function dateOf(day) {
	return day === void 0 ? null : isoDate(day);
}

export { reasonOfNoGrade as a, nothingOffered as i, alertOfRules as n, failingWords as o, hasNoGrade as r, movementOf as s, monitorLogs as t };