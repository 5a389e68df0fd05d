import { a as __toCommonJS, n as __esmMin, r as __exportAll, t as __commonJSMin } from "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { t as clip } from "./clip.js";
import { n as normalQuantile } from "./normal.js";
import "./request-units.js";
import { n as decomposeCost, r as logarithmicMean, t as costFactors } from "./decompose-cost.js";
import { t as isOfLaterVersion } from "./kept-lines.js";
import { a as restoreDay, i as mergeDays, n as keepDay, o as countCall, s as loggedService, t as boundDays } from "./kept-day.js";
import { n as comparedShares, o as groupedBy, t as comparedQuantities } from "./monitor-comparison.js";
import { t as costByPrice } from "./prices.js";
import { n as noAlerts, t as raiseAlerts } from "./raise-alerts.js";
import { t as decidingMetrics } from "./moved.js";
import { n as studentTail, t as studentQuantile } from "./student.js";
import { n as logFormats, r as faultsOfLogs, t as readLogs } from "./read-logs.js";

// src/core/alerts/watched-scopes.ts
function scopesOfRule(rule, scopes) {
	const by = groupedBy.filter((name) => rule[name] !== void 0);
	const ready = scopes.filter((scope) => scope.by.length === by.length && by.every((name) => scope.by.includes(name)));
	const parts = (by.length === 0 || by.length === groupedBy.length || ready.length > 0 ? ready : scopes.filter((scope) => scope.by.length === groupedBy.length)).filter((scope) => by.every((name) => {
		const own = scope.names[name];
		return own !== null && !scope.names.others.includes(name) && (rule[name] === "*" || rule[name] === own);
	}));
	const nameOf = (scope) => JSON.stringify(by.map((name) => scope.names[name]));
	return [...Map.groupBy(parts, nameOf).values()].map((held) => ({
		names: Object.fromEntries(by.flatMap((name) => held[0]?.names[name] == null ? [] : [[name, held[0].names[name]]])),
		days: daysOf(held)
	}));
}
function keyOf$1({ metric, way, limit, against }, names) {
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
function isOfQuality(metric) {
	return metric === "helpfulness" || metric === "sentiment";
}
function judgeQuality(rule, quality) {
	const { metric, way, limit } = rule;
	const nothing = (why) => ({
		judged: [],
		unknown: [{
			rule,
			why
		}]
	});
	if (way === "rises" || way === "falls") return nothing(`the ${metric} of the days before is not known: say \`below\` or \`above\``);
	const by = groupedBy.filter((name) => rule[name] !== void 0);
	const rows = quality.filter((row) => row.metric === metric && row.by.length === by.length && by.every((name) => row.by.includes(name) && row[name] !== null && (rule[name] === "*" || rule[name] === row[name])));
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
			key: keyOf$1(rule, names),
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
	const ask = `nothing in this run says the ${metric} of replies: name it under \`monitor.quality.metrics\``;
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
		case "helpfulness":
		case "sentiment": return;
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

// src/core/alerts/judge-rules.ts
const falseAlarms$1 = .05;
const fewestBefore = 3;
function judgeRules(rules, days, kept) {
	const judged = [];
	const unknown = [];
	for (const rule of rules) {
		if (isOfQuality(rule.metric)) {
			const graded = judgeQuality(rule, days.quality);
			judged.push(...graded.judged);
			unknown.push(...graded.unknown);
			continue;
		}
		const watched = scopesOfRule(rule, days.scopes);
		const results = watched.map((scope) => judgeScope(rule, scope, {
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
	const key = keyOf$1(rule, scope.names);
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
function againstBefore({ metric, against }, { days }, today, now, level) {
	const before = [...days].filter(([day]) => day < today && day >= today - against).flatMap(([, tally]) => readMetric(metric, tally) ?? []);
	if (before.length < fewestBefore) return `of the ${against} days before, ${before.length} are known; ${fewestBefore} are needed`;
	const mean = meanOf$1(before.map(({ scaled }) => scaled));
	const counting = meanOf$1(before.map(({ variance }) => variance));
	const spread = before.reduce((sum, { scaled }) => sum + (scaled - mean) ** 2, 0) / (before.length - 1);
	const error = Math.sqrt(Math.max(spread, counting) * (1 + 1 / before.length) + Math.max(0, now.variance - counting));
	return movedBy(metric, mean, now, studentQuantile(level / 2, before.length - 1) * error);
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
function meanOf$1(values) {
	return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

// src/core/alerts/results-of-rules.ts
function resultsOfRules(judged, unknown, raised) {
	const known = judged.flatMap(({ key, is, about }) => {
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
			is: "recovered"
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

// src/app/monitor/alert-of-rules.ts
async function alertOfRules(days, settings, sending) {
	const { alertRules } = settings;
	if (alertRules.length === 0) return [];
	let found = judgeRules(alertRules, days, noAlerts);
	const watch = (kept) => {
		found = judgeRules(alertRules, days, kept);
		return found.judged;
	};
	const raised = sending === void 0 ? /* @__PURE__ */ new Map() : await raiseAlerts(watch, settings, sending, sending.signal);
	return resultsOfRules(found.judged, found.unknown, raised);
}

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
function keyOf(day, { segment, model, prompt, others }) {
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

// node_modules/@datadog/sketches-js/dist/ddsketch/store/util.js
var require_util = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.sumOfRange = void 0;
	var sumOfRange = function(array, start, end) {
		var sum = 0;
		for (var i = start; i <= end; i++) sum += array[i];
		return sum;
	};
	exports.sumOfRange = sumOfRange;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/proto/compiled.js
var compiled_exports = /* @__PURE__ */ __exportAll({});
var init_compiled = __esmMin((() => {}));

// node_modules/@datadog/sketches-js/dist/ddsketch/store/DenseStore.js
var require_DenseStore = /* @__PURE__ */ __commonJSMin(((exports, module, this$9) => {
	var __spreadArray = this$9 && this$9.__spreadArray || function(to, from, pack) {
		if (pack || arguments.length === 2) {
			for (var i = 0, l = from.length, ar; i < l; i++) if (ar || !(i in from)) {
				if (!ar) ar = Array.prototype.slice.call(from, 0, i);
				ar[i] = from[i];
			}
		}
		return to.concat(ar || Array.prototype.slice.call(from));
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DenseStore = void 0;
	var util_1 = require_util();
	var CHUNK_SIZE = 128;
	var DenseStore = function() {
		function DenseStore(chunkSize) {
			if (chunkSize === void 0) chunkSize = CHUNK_SIZE;
			this.chunkSize = chunkSize;
			this.bins = [];
			this.count = 0;
			this.minKey = 1e400;
			this.maxKey = -1e400;
			this.offset = 0;
		}
		DenseStore.prototype.add = function(key, weight) {
			if (weight === void 0) weight = 1;
			var index = this._getIndex(key);
			this.bins[index] += weight;
			this.count += weight;
		};
		DenseStore.prototype.keyAtRank = function(rank, lower) {
			if (lower === void 0) lower = true;
			var runningCount = 0;
			for (var i = 0; i < this.length(); i++) {
				var bin = this.bins[i];
				runningCount += bin;
				if (lower && runningCount > rank || !lower && runningCount >= rank + 1) return i + this.offset;
			}
			return this.maxKey;
		};
		DenseStore.prototype.merge = function(store) {
			if (store.count === 0) return;
			if (this.count === 0) {
				this.copy(store);
				return;
			}
			if (store.minKey < this.minKey || store.maxKey > this.maxKey) this._extendRange(store.minKey, store.maxKey);
			var collapseStartIndex = store.minKey - store.offset;
			var collapseEndIndex = Math.min(this.minKey, store.maxKey + 1) - store.offset;
			if (collapseEndIndex > collapseStartIndex) {
				var collapseCount = (0, util_1.sumOfRange)(store.bins, collapseStartIndex, collapseEndIndex);
				this.bins[0] += collapseCount;
			} else collapseEndIndex = collapseStartIndex;
			for (var key = collapseEndIndex + store.offset; key < store.maxKey + 1; key++) this.bins[key - this.offset] += store.bins[key - store.offset];
			this.count += store.count;
		};
		DenseStore.prototype.copy = function(store) {
			this.bins = __spreadArray([], store.bins, true);
			this.count = store.count;
			this.minKey = store.minKey;
			this.maxKey = store.maxKey;
			this.offset = store.offset;
		};
		DenseStore.prototype.length = function() {
			return this.bins.length;
		};
		DenseStore.prototype._getNewLength = function(newMinKey, newMaxKey) {
			var desiredLength = newMaxKey - newMinKey + 1;
			return this.chunkSize * Math.ceil(desiredLength / this.chunkSize);
		};
		DenseStore.prototype._adjust = function(newMinKey, newMaxKey) {
			this._centerBins(newMinKey, newMaxKey);
			this.minKey = newMinKey;
			this.maxKey = newMaxKey;
		};
		DenseStore.prototype._shiftBins = function(shift) {
			var _a, _b;
			if (shift > 0) {
				this.bins = this.bins.slice(0, -shift);
				(_a = this.bins).unshift.apply(_a, new Array(shift).fill(0));
			} else {
				this.bins = this.bins.slice(Math.abs(shift));
				(_b = this.bins).push.apply(_b, new Array(Math.abs(shift)).fill(0));
			}
			this.offset -= shift;
		};
		DenseStore.prototype._centerBins = function(newMinKey, newMaxKey) {
			var middleKey = newMinKey + Math.floor((newMaxKey - newMinKey + 1) / 2);
			this._shiftBins(Math.floor(this.offset + this.length() / 2) - middleKey);
		};
		DenseStore.prototype._extendRange = function(key, secondKey) {
			var _a;
			secondKey = secondKey || key;
			var newMinKey = Math.min(key, secondKey, this.minKey);
			var newMaxKey = Math.max(key, secondKey, this.maxKey);
			if (this.length() === 0) {
				this.bins = new Array(this._getNewLength(newMinKey, newMaxKey)).fill(0);
				this.offset = newMinKey;
				this._adjust(newMinKey, newMaxKey);
			} else if (newMinKey >= this.minKey && newMaxKey < this.offset + this.length()) {
				this.minKey = newMinKey;
				this.maxKey = newMaxKey;
			} else {
				var newLength = this._getNewLength(newMinKey, newMaxKey);
				if (newLength > this.length()) (_a = this.bins).push.apply(_a, new Array(newLength - this.length()).fill(0));
				this._adjust(newMinKey, newMaxKey);
			}
		};
		DenseStore.prototype._getIndex = function(key) {
			if (key < this.minKey) this._extendRange(key);
			else if (key > this.maxKey) this._extendRange(key);
			return key - this.offset;
		};
		DenseStore.prototype.toProto = function() {
			return (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).Store.create({
				contiguousBinCounts: this.bins,
				contiguousBinIndexOffset: this.offset
			});
		};
		DenseStore.fromProto = function(protoStore) {
			if (!protoStore || protoStore.contiguousBinCounts == null || protoStore.contiguousBinIndexOffset == null) throw Error("Failed to decode store from protobuf");
			var store = new this();
			var index = protoStore.contiguousBinIndexOffset;
			store.offset = index;
			for (var _i = 0, _a = protoStore.contiguousBinCounts; _i < _a.length; _i++) {
				var count = _a[_i];
				store.add(index, count);
				index += 1;
			}
			return store;
		};
		return DenseStore;
	}();
	exports.DenseStore = DenseStore;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/store/CollapsingLowestDenseStore.js
var require_CollapsingLowestDenseStore = /* @__PURE__ */ __commonJSMin(((exports, module, this$8) => {
	var __extends = this$8 && this$8.__extends || (function() {
		var extendStatics = function(d, b) {
			extendStatics = Object.setPrototypeOf || { __proto__: [] } instanceof Array && function(d, b) {
				d.__proto__ = b;
			} || function(d, b) {
				for (var p in b) if (Object.prototype.hasOwnProperty.call(b, p)) d[p] = b[p];
			};
			return extendStatics(d, b);
		};
		return function(d, b) {
			if (typeof b !== "function" && b !== null) throw new TypeError("Class extends value " + String(b) + " is not a constructor or null");
			extendStatics(d, b);
			function __() {
				this.constructor = d;
			}
			d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CollapsingLowestDenseStore = void 0;
	var DenseStore_1 = require_DenseStore();
	var util_1 = require_util();
	var CollapsingLowestDenseStore = function(_super) {
		__extends(CollapsingLowestDenseStore, _super);
		function CollapsingLowestDenseStore(binLimit, chunkSize) {
			var _this = _super.call(this, chunkSize) || this;
			_this.binLimit = binLimit;
			_this.isCollapsed = false;
			return _this;
		}
		CollapsingLowestDenseStore.prototype.merge = function(store) {
			if (store.count === 0) return;
			if (this.count === 0) {
				this.copy(store);
				return;
			}
			if (store.minKey < this.minKey || store.maxKey > this.maxKey) this._extendRange(store.minKey, store.maxKey);
			var collapseStartIndex = store.minKey - store.offset;
			var collapseEndIndex = Math.min(this.minKey, store.maxKey + 1) - store.offset;
			if (collapseEndIndex > collapseStartIndex) {
				var collapseCount = (0, util_1.sumOfRange)(store.bins, collapseStartIndex, collapseEndIndex);
				this.bins[0] += collapseCount;
			} else collapseEndIndex = collapseStartIndex;
			for (var key = collapseEndIndex + store.offset; key < store.maxKey + 1; key++) this.bins[key - this.offset] += store.bins[key - store.offset];
			this.count += store.count;
		};
		CollapsingLowestDenseStore.prototype.copy = function(store) {
			_super.prototype.copy.call(this, store);
			this.isCollapsed = store.isCollapsed;
		};
		CollapsingLowestDenseStore.prototype._getNewLength = function(newMinKey, newMaxKey) {
			var desiredLength = newMaxKey - newMinKey + 1;
			return Math.min(this.chunkSize * Math.ceil(desiredLength / this.chunkSize), this.binLimit);
		};
		CollapsingLowestDenseStore.prototype._adjust = function(newMinKey, newMaxKey) {
			if (newMaxKey - newMinKey + 1 > this.length()) {
				newMinKey = newMaxKey - this.length() + 1;
				if (newMinKey >= this.maxKey) {
					this.offset = newMinKey;
					this.minKey = newMinKey;
					this.bins.fill(0);
					this.bins[0] = this.count;
				} else {
					var shift = this.offset - newMinKey;
					if (shift < 0) {
						var collapseStartIndex = this.minKey - this.offset;
						var collapseEndIndex = newMinKey - this.offset;
						var collapsedCount = (0, util_1.sumOfRange)(this.bins, collapseStartIndex, collapseEndIndex);
						this.bins.fill(0, collapseStartIndex, collapseEndIndex);
						this.bins[collapseEndIndex] += collapsedCount;
						this.minKey = newMinKey;
						this._shiftBins(shift);
					} else {
						this.minKey = newMinKey;
						this._shiftBins(shift);
					}
				}
				this.maxKey = newMaxKey;
				this.isCollapsed = true;
			} else {
				this._centerBins(newMinKey, newMaxKey);
				this.minKey = newMinKey;
				this.maxKey = newMaxKey;
			}
		};
		CollapsingLowestDenseStore.prototype._getIndex = function(key) {
			if (key < this.minKey) {
				if (this.isCollapsed) return 0;
				this._extendRange(key);
				if (this.isCollapsed) return 0;
			} else if (key > this.maxKey) this._extendRange(key);
			return key - this.offset;
		};
		return CollapsingLowestDenseStore;
	}(DenseStore_1.DenseStore);
	exports.CollapsingLowestDenseStore = CollapsingLowestDenseStore;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/store/CollapsingHighestDenseStore.js
var require_CollapsingHighestDenseStore = /* @__PURE__ */ __commonJSMin(((exports, module, this$7) => {
	var __extends = this$7 && this$7.__extends || (function() {
		var extendStatics = function(d, b) {
			extendStatics = Object.setPrototypeOf || { __proto__: [] } instanceof Array && function(d, b) {
				d.__proto__ = b;
			} || function(d, b) {
				for (var p in b) if (Object.prototype.hasOwnProperty.call(b, p)) d[p] = b[p];
			};
			return extendStatics(d, b);
		};
		return function(d, b) {
			if (typeof b !== "function" && b !== null) throw new TypeError("Class extends value " + String(b) + " is not a constructor or null");
			extendStatics(d, b);
			function __() {
				this.constructor = d;
			}
			d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CollapsingHighestDenseStore = void 0;
	var DenseStore_1 = require_DenseStore();
	var util_1 = require_util();
	var CollapsingHighestDenseStore = function(_super) {
		__extends(CollapsingHighestDenseStore, _super);
		function CollapsingHighestDenseStore(binLimit, chunkSize) {
			var _this = _super.call(this, chunkSize) || this;
			_this.binLimit = binLimit;
			_this.isCollapsed = false;
			return _this;
		}
		CollapsingHighestDenseStore.prototype.merge = function(store) {
			if (store.count === 0) return;
			if (this.count === 0) {
				this.copy(store);
				return;
			}
			if (store.minKey < this.minKey || store.maxKey > this.maxKey) this._extendRange(store.minKey, store.maxKey);
			var collapseEndIndex = store.maxKey - store.offset + 1;
			var collapseStartIndex = Math.max(this.maxKey + 1, store.minKey) - store.offset;
			if (collapseEndIndex > collapseStartIndex) {
				var collapseCount = (0, util_1.sumOfRange)(store.bins, collapseStartIndex, collapseEndIndex);
				this.bins[this.length() - 1] += collapseCount;
			} else collapseStartIndex = collapseEndIndex;
			for (var key = store.minKey; key < collapseStartIndex + store.offset; key++) this.bins[key - this.offset] += store.bins[key - store.offset];
			this.count += store.count;
		};
		CollapsingHighestDenseStore.prototype.copy = function(store) {
			_super.prototype.copy.call(this, store);
			this.isCollapsed = store.isCollapsed;
		};
		CollapsingHighestDenseStore.prototype._getNewLength = function(newMinKey, newMaxKey) {
			var desiredLength = newMaxKey - newMinKey + 1;
			return Math.min(this.chunkSize * Math.ceil(desiredLength / this.chunkSize), this.binLimit);
		};
		CollapsingHighestDenseStore.prototype._adjust = function(newMinKey, newMaxKey) {
			if (newMaxKey - newMinKey + 1 > this.length()) {
				newMaxKey = newMinKey + this.length() + 1;
				if (newMaxKey <= this.minKey) {
					this.offset = newMinKey;
					this.maxKey = newMaxKey;
					this.bins.fill(0);
					this.bins[this.length() - 1] = this.count;
				} else {
					var shift = this.offset - newMinKey;
					if (shift > 0) {
						var collapseStartIndex = newMaxKey - this.offset + 1;
						var collapseEndIndex = this.maxKey - this.offset + 1;
						var collapsedCount = (0, util_1.sumOfRange)(this.bins, collapseStartIndex, collapseEndIndex);
						this.bins.fill(0, collapseStartIndex, collapseEndIndex);
						this.bins[collapseStartIndex - 1] += collapsedCount;
						this.maxKey = newMaxKey;
						this._shiftBins(shift);
					} else {
						this.maxKey = newMaxKey;
						this._shiftBins(shift);
					}
					this.minKey = newMinKey;
					this.isCollapsed = true;
				}
			} else {
				this._centerBins(newMinKey, newMaxKey);
				this.minKey = newMinKey;
				this.maxKey = newMaxKey;
			}
		};
		CollapsingHighestDenseStore.prototype._getIndex = function(key) {
			if (key < this.minKey) {
				if (this.isCollapsed) return this.length() - 1;
				this._extendRange(key);
				if (this.isCollapsed) return this.length() - 1;
			} else if (key > this.maxKey) this._extendRange(key);
			return key - this.offset;
		};
		return CollapsingHighestDenseStore;
	}(DenseStore_1.DenseStore);
	exports.CollapsingHighestDenseStore = CollapsingHighestDenseStore;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/store/index.js
var require_store = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CollapsingHighestDenseStore = exports.CollapsingLowestDenseStore = exports.DenseStore = void 0;
	var DenseStore_1 = require_DenseStore();
	Object.defineProperty(exports, "DenseStore", {
		enumerable: true,
		get: function() {
			return DenseStore_1.DenseStore;
		}
	});
	var CollapsingLowestDenseStore_1 = require_CollapsingLowestDenseStore();
	Object.defineProperty(exports, "CollapsingLowestDenseStore", {
		enumerable: true,
		get: function() {
			return CollapsingLowestDenseStore_1.CollapsingLowestDenseStore;
		}
	});
	var CollapsingHighestDenseStore_1 = require_CollapsingHighestDenseStore();
	Object.defineProperty(exports, "CollapsingHighestDenseStore", {
		enumerable: true,
		get: function() {
			return CollapsingHighestDenseStore_1.CollapsingHighestDenseStore;
		}
	});
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/mapping/KeyMapping.js
var require_KeyMapping = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.KeyMapping = void 0;
	var index_1 = require_mapping();
	var MIN_SAFE_FLOAT = Math.pow(2, -1023);
	var MAX_SAFE_FLOAT = Number.MAX_VALUE;
	var KeyMapping = function() {
		function KeyMapping(relativeAccuracy, offset) {
			if (offset === void 0) offset = 0;
			if (relativeAccuracy <= 0 || relativeAccuracy >= 1) throw Error("Relative accuracy must be between 0 and 1 when initializing a KeyMapping");
			this.relativeAccuracy = relativeAccuracy;
			this._offset = offset;
			var gammaMantissa = 2 * relativeAccuracy / (1 - relativeAccuracy);
			this.gamma = 1 + gammaMantissa;
			this._multiplier = 1 / Math.log1p(gammaMantissa);
			this.minPossible = MIN_SAFE_FLOAT * this.gamma;
			this.maxPossible = MAX_SAFE_FLOAT / this.gamma;
		}
		KeyMapping.fromGammaOffset = function(gamma, indexOffset) {
			var relativeAccuracy = (gamma - 1) / (gamma + 1);
			return new this(relativeAccuracy, indexOffset);
		};
		KeyMapping.prototype.key = function(value) {
			return Math.ceil(this._logGamma(value)) + this._offset;
		};
		KeyMapping.prototype.value = function(key) {
			return this._powGamma(key - this._offset) * (2 / (1 + this.gamma));
		};
		KeyMapping.prototype.toProto = function() {
			return (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).IndexMapping.create({
				gamma: this.gamma,
				indexOffset: this._offset,
				interpolation: this._protoInterpolation()
			});
		};
		KeyMapping.fromProto = function(protoMapping) {
			if (!protoMapping || protoMapping.gamma == null || protoMapping.indexOffset == null) throw Error("Failed to decode mapping from protobuf");
			var Interpolation = (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).IndexMapping.Interpolation;
			var interpolation = protoMapping.interpolation, gamma = protoMapping.gamma, indexOffset = protoMapping.indexOffset;
			switch (interpolation) {
				case Interpolation.NONE: return index_1.LogarithmicMapping.fromGammaOffset(gamma, indexOffset);
				case Interpolation.LINEAR: return index_1.LinearlyInterpolatedMapping.fromGammaOffset(gamma, indexOffset);
				case Interpolation.CUBIC: return index_1.CubicallyInterpolatedMapping.fromGammaOffset(gamma, indexOffset);
				default: throw Error("Unrecognized mapping when decoding from protobuf");
			}
		};
		KeyMapping.prototype._logGamma = function(value) {
			return Math.log2(value) * this._multiplier;
		};
		KeyMapping.prototype._powGamma = function(value) {
			return Math.pow(2, value / this._multiplier);
		};
		KeyMapping.prototype._protoInterpolation = function() {
			return (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).IndexMapping.Interpolation.NONE;
		};
		return KeyMapping;
	}();
	exports.KeyMapping = KeyMapping;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/mapping/LogarithmicMapping.js
var require_LogarithmicMapping = /* @__PURE__ */ __commonJSMin(((exports, module, this$6) => {
	var __extends = this$6 && this$6.__extends || (function() {
		var extendStatics = function(d, b) {
			extendStatics = Object.setPrototypeOf || { __proto__: [] } instanceof Array && function(d, b) {
				d.__proto__ = b;
			} || function(d, b) {
				for (var p in b) if (Object.prototype.hasOwnProperty.call(b, p)) d[p] = b[p];
			};
			return extendStatics(d, b);
		};
		return function(d, b) {
			if (typeof b !== "function" && b !== null) throw new TypeError("Class extends value " + String(b) + " is not a constructor or null");
			extendStatics(d, b);
			function __() {
				this.constructor = d;
			}
			d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.LogarithmicMapping = void 0;
	var LogarithmicMapping = function(_super) {
		__extends(LogarithmicMapping, _super);
		function LogarithmicMapping(relativeAccuracy, offset) {
			if (offset === void 0) offset = 0;
			var _this = _super.call(this, relativeAccuracy, offset) || this;
			_this._multiplier *= Math.log(2);
			return _this;
		}
		LogarithmicMapping.prototype._logGamma = function(value) {
			return Math.log2(value) * this._multiplier;
		};
		LogarithmicMapping.prototype._powGamma = function(value) {
			return Math.pow(2, value / this._multiplier);
		};
		LogarithmicMapping.prototype._protoInterpolation = function() {
			return (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).IndexMapping.Interpolation.NONE;
		};
		return LogarithmicMapping;
	}(require_KeyMapping().KeyMapping);
	exports.LogarithmicMapping = LogarithmicMapping;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/math.js
var require_math = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ldexp = exports.frexp = void 0;
	function frexp(value) {
		if (value === 0 || !Number.isFinite(value)) return [value, 0];
		var absValue = Math.abs(value);
		var exponent = Math.max(-1023, Math.floor(Math.log2(absValue)) + 1);
		var mantissa = absValue * Math.pow(2, -exponent);
		while (mantissa < .5) {
			mantissa *= 2;
			exponent--;
		}
		while (mantissa >= 1) {
			mantissa *= .5;
			exponent++;
		}
		if (value < 0) mantissa = -mantissa;
		return [mantissa, exponent];
	}
	exports.frexp = frexp;
	function ldexp(mantissa, exponent) {
		var iterations = Math.min(3, Math.ceil(Math.abs(exponent) / 1023));
		var result = mantissa;
		for (var i = 0; i < iterations; i++) result *= Math.pow(2, Math.floor((exponent + i) / iterations));
		return result;
	}
	exports.ldexp = ldexp;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/mapping/LinearlyInterpolatedMapping.js
var require_LinearlyInterpolatedMapping = /* @__PURE__ */ __commonJSMin(((exports, module, this$5) => {
	var __extends = this$5 && this$5.__extends || (function() {
		var extendStatics = function(d, b) {
			extendStatics = Object.setPrototypeOf || { __proto__: [] } instanceof Array && function(d, b) {
				d.__proto__ = b;
			} || function(d, b) {
				for (var p in b) if (Object.prototype.hasOwnProperty.call(b, p)) d[p] = b[p];
			};
			return extendStatics(d, b);
		};
		return function(d, b) {
			if (typeof b !== "function" && b !== null) throw new TypeError("Class extends value " + String(b) + " is not a constructor or null");
			extendStatics(d, b);
			function __() {
				this.constructor = d;
			}
			d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.LinearlyInterpolatedMapping = void 0;
	var KeyMapping_1 = require_KeyMapping();
	var math_1 = require_math();
	var LinearlyInterpolatedMapping = function(_super) {
		__extends(LinearlyInterpolatedMapping, _super);
		function LinearlyInterpolatedMapping(relativeAccuracy, offset) {
			if (offset === void 0) offset = 0;
			return _super.call(this, relativeAccuracy, offset) || this;
		}
		LinearlyInterpolatedMapping.prototype._log2Approx = function(value) {
			var _a = (0, math_1.frexp)(value), mantissa = _a[0], exponent = _a[1];
			return 2 * mantissa - 1 + (exponent - 1);
		};
		LinearlyInterpolatedMapping.prototype._exp2Approx = function(value) {
			var exponent = Math.floor(value) + 1;
			var mantissa = (value - exponent + 2) / 2;
			return (0, math_1.ldexp)(mantissa, exponent);
		};
		LinearlyInterpolatedMapping.prototype._logGamma = function(value) {
			return Math.log2(value) * this._multiplier;
		};
		LinearlyInterpolatedMapping.prototype._powGamma = function(value) {
			return Math.pow(2, value / this._multiplier);
		};
		LinearlyInterpolatedMapping.prototype._protoInterpolation = function() {
			return (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).IndexMapping.Interpolation.LINEAR;
		};
		return LinearlyInterpolatedMapping;
	}(KeyMapping_1.KeyMapping);
	exports.LinearlyInterpolatedMapping = LinearlyInterpolatedMapping;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/mapping/CubicallyInterpolatedMapping.js
var require_CubicallyInterpolatedMapping = /* @__PURE__ */ __commonJSMin(((exports, module, this$4) => {
	var __extends = this$4 && this$4.__extends || (function() {
		var extendStatics = function(d, b) {
			extendStatics = Object.setPrototypeOf || { __proto__: [] } instanceof Array && function(d, b) {
				d.__proto__ = b;
			} || function(d, b) {
				for (var p in b) if (Object.prototype.hasOwnProperty.call(b, p)) d[p] = b[p];
			};
			return extendStatics(d, b);
		};
		return function(d, b) {
			if (typeof b !== "function" && b !== null) throw new TypeError("Class extends value " + String(b) + " is not a constructor or null");
			extendStatics(d, b);
			function __() {
				this.constructor = d;
			}
			d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CubicallyInterpolatedMapping = void 0;
	var KeyMapping_1 = require_KeyMapping();
	var math_1 = require_math();
	var CubicallyInterpolatedMapping = function(_super) {
		__extends(CubicallyInterpolatedMapping, _super);
		function CubicallyInterpolatedMapping(relativeAccuracy, offset) {
			if (offset === void 0) offset = 0;
			var _this = _super.call(this, relativeAccuracy, offset) || this;
			_this.A = 6 / 35;
			_this.B = -3 / 5;
			_this.C = 10 / 7;
			_this._multiplier /= _this.C;
			return _this;
		}
		CubicallyInterpolatedMapping.prototype._cubicLog2Approx = function(value) {
			var _a = (0, math_1.frexp)(value), mantissa = _a[0], exponent = _a[1];
			var significand = 2 * mantissa - 1;
			return ((this.A * significand + this.B) * significand + this.C) * significand + (exponent - 1);
		};
		CubicallyInterpolatedMapping.prototype._cubicExp2Approx = function(value) {
			var exponent = Math.floor(value);
			var delta0 = this.B * this.B - 3 * this.A * this.C;
			var delta1 = 2 * this.B * this.B * this.B - 9 * this.A * this.B * this.C - 27 * this.A * this.A * (value - exponent);
			var cardano = Math.cbrt((delta1 - Math.sqrt(delta1 * delta1 - 4 * delta0 * delta0 * delta0)) / 2);
			var mantissa = (-(this.B + cardano + delta0 / cardano) / (3 * this.A) + 1) / 2;
			return (0, math_1.ldexp)(mantissa, exponent + 1);
		};
		CubicallyInterpolatedMapping.prototype._logGamma = function(value) {
			return this._cubicLog2Approx(value) * this._multiplier;
		};
		CubicallyInterpolatedMapping.prototype._powGamma = function(value) {
			return this._cubicExp2Approx(value / this._multiplier);
		};
		CubicallyInterpolatedMapping.prototype._protoInterpolation = function() {
			return (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).IndexMapping.Interpolation.CUBIC;
		};
		return CubicallyInterpolatedMapping;
	}(KeyMapping_1.KeyMapping);
	exports.CubicallyInterpolatedMapping = CubicallyInterpolatedMapping;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/mapping/index.js
var require_mapping = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CubicallyInterpolatedMapping = exports.LinearlyInterpolatedMapping = exports.LogarithmicMapping = exports.KeyMapping = void 0;
	var KeyMapping_1 = require_KeyMapping();
	Object.defineProperty(exports, "KeyMapping", {
		enumerable: true,
		get: function() {
			return KeyMapping_1.KeyMapping;
		}
	});
	var LogarithmicMapping_1 = require_LogarithmicMapping();
	Object.defineProperty(exports, "LogarithmicMapping", {
		enumerable: true,
		get: function() {
			return LogarithmicMapping_1.LogarithmicMapping;
		}
	});
	var LinearlyInterpolatedMapping_1 = require_LinearlyInterpolatedMapping();
	Object.defineProperty(exports, "LinearlyInterpolatedMapping", {
		enumerable: true,
		get: function() {
			return LinearlyInterpolatedMapping_1.LinearlyInterpolatedMapping;
		}
	});
	var CubicallyInterpolatedMapping_1 = require_CubicallyInterpolatedMapping();
	Object.defineProperty(exports, "CubicallyInterpolatedMapping", {
		enumerable: true,
		get: function() {
			return CubicallyInterpolatedMapping_1.CubicallyInterpolatedMapping;
		}
	});
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/DDSketch.js
var require_DDSketch = /* @__PURE__ */ __commonJSMin(((exports, module, this$3) => {
	var __extends = this$3 && this$3.__extends || (function() {
		var extendStatics = function(d, b) {
			extendStatics = Object.setPrototypeOf || { __proto__: [] } instanceof Array && function(d, b) {
				d.__proto__ = b;
			} || function(d, b) {
				for (var p in b) if (Object.prototype.hasOwnProperty.call(b, p)) d[p] = b[p];
			};
			return extendStatics(d, b);
		};
		return function(d, b) {
			if (typeof b !== "function" && b !== null) throw new TypeError("Class extends value " + String(b) + " is not a constructor or null");
			extendStatics(d, b);
			function __() {
				this.constructor = d;
			}
			d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.LogCollapsingHighestDenseDDSketch = exports.LogCollapsingLowestDenseDDSketch = exports.DDSketch = void 0;
	var store_1 = require_store();
	var mapping_1 = require_mapping();
	var DEFAULT_RELATIVE_ACCURACY = .01;
	var DEFAULT_BIN_LIMIT = 2048;
	var BaseDDSketch = function() {
		function BaseDDSketch(_a) {
			var mapping = _a.mapping, store = _a.store, negativeStore = _a.negativeStore, zeroCount = _a.zeroCount;
			this.mapping = mapping;
			this.store = store;
			this.negativeStore = negativeStore;
			this.zeroCount = zeroCount;
			this.count = this.negativeStore.count + this.zeroCount + this.store.count;
			this.min = 1e400;
			this.max = -1e400;
			this.sum = 0;
		}
		BaseDDSketch.prototype.accept = function(value, weight) {
			if (weight === void 0) weight = 1;
			if (weight <= 0) throw Error("Weight must be a positive number");
			if (value > this.mapping.minPossible) {
				var key = this.mapping.key(value);
				this.store.add(key, weight);
			} else if (value < -this.mapping.minPossible) {
				var key = this.mapping.key(-value);
				this.negativeStore.add(key, weight);
			} else this.zeroCount += weight;
			this.count += weight;
			this.sum += value * weight;
			if (value < this.min) this.min = value;
			if (value > this.max) this.max = value;
		};
		BaseDDSketch.prototype.getValueAtQuantile = function(quantile) {
			if (quantile < 0 || quantile > 1 || this.count === 0) return NaN;
			var rank = quantile * (this.count - 1);
			var quantileValue = 0;
			if (rank < this.negativeStore.count) {
				var reversedRank = this.negativeStore.count - rank - 1;
				var key = this.negativeStore.keyAtRank(reversedRank, false);
				quantileValue = -this.mapping.value(key);
			} else if (rank < this.zeroCount + this.negativeStore.count) return 0;
			else {
				var key = this.store.keyAtRank(rank - this.zeroCount - this.negativeStore.count);
				quantileValue = this.mapping.value(key);
			}
			return quantileValue;
		};
		BaseDDSketch.prototype.merge = function(sketch) {
			if (!this.mergeable(sketch)) throw new Error("Cannot merge two DDSketches with different `relativeAccuracy` parameters");
			if (sketch.count === 0) return;
			if (this.count === 0) {
				this._copy(sketch);
				return;
			}
			this.store.merge(sketch.store);
			this.zeroCount += sketch.zeroCount;
			this.count += sketch.count;
			this.sum += sketch.sum;
			if (sketch.min < this.min) this.min = sketch.min;
			if (sketch.max > this.max) this.max = sketch.max;
		};
		BaseDDSketch.prototype.mergeable = function(sketch) {
			return this.mapping.gamma === sketch.mapping.gamma;
		};
		BaseDDSketch.prototype._copy = function(sketch) {
			this.store.copy(sketch.store);
			this.negativeStore.copy(sketch.negativeStore);
			this.zeroCount = sketch.zeroCount;
			this.min = sketch.min;
			this.max = sketch.max;
			this.count = sketch.count;
			this.sum = sketch.sum;
		};
		BaseDDSketch.prototype.toProto = function() {
			var ProtoDDSketch = (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).DDSketch;
			var message = ProtoDDSketch.create({
				mapping: this.mapping.toProto(),
				positiveValues: this.store.toProto(),
				negativeValues: this.negativeStore.toProto(),
				zeroCount: this.zeroCount
			});
			return ProtoDDSketch.encode(message).finish();
		};
		BaseDDSketch.fromProto = function(buffer) {
			var decoded = (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).DDSketch.decode(buffer);
			var mapping = mapping_1.KeyMapping.fromProto(decoded.mapping);
			var store = store_1.DenseStore.fromProto(decoded.positiveValues);
			var negativeStore = store_1.DenseStore.fromProto(decoded.negativeValues);
			var zeroCount = decoded.zeroCount;
			return new BaseDDSketch({
				mapping,
				store,
				negativeStore,
				zeroCount
			});
		};
		return BaseDDSketch;
	}();
	var defaultConfig = { relativeAccuracy: DEFAULT_RELATIVE_ACCURACY };
	var DDSketch = function(_super) {
		__extends(DDSketch, _super);
		function DDSketch(_a) {
			var _c = (_a === void 0 ? defaultConfig : _a).relativeAccuracy, relativeAccuracy = _c === void 0 ? DEFAULT_RELATIVE_ACCURACY : _c;
			var mapping = new mapping_1.LogarithmicMapping(relativeAccuracy);
			var store = new store_1.DenseStore();
			var negativeStore = new store_1.DenseStore();
			return _super.call(this, {
				mapping,
				store,
				negativeStore,
				zeroCount: 0
			}) || this;
		}
		return DDSketch;
	}(BaseDDSketch);
	exports.DDSketch = DDSketch;
	var LogCollapsingLowestDenseDDSketch = function(_super) {
		__extends(LogCollapsingLowestDenseDDSketch, _super);
		function LogCollapsingLowestDenseDDSketch(_a) {
			var _b = _a === void 0 ? defaultConfig : _a, _c = _b.relativeAccuracy, relativeAccuracy = _c === void 0 ? DEFAULT_RELATIVE_ACCURACY : _c, _d = _b.binLimit, binLimit = _d === void 0 ? DEFAULT_BIN_LIMIT : _d;
			var mapping = new mapping_1.LogarithmicMapping(relativeAccuracy);
			var store = new store_1.CollapsingLowestDenseStore(binLimit);
			var negativeStore = new store_1.CollapsingLowestDenseStore(binLimit);
			return _super.call(this, {
				mapping,
				store,
				negativeStore,
				zeroCount: 0
			}) || this;
		}
		return LogCollapsingLowestDenseDDSketch;
	}(BaseDDSketch);
	exports.LogCollapsingLowestDenseDDSketch = LogCollapsingLowestDenseDDSketch;
	var LogCollapsingHighestDenseDDSketch = function(_super) {
		__extends(LogCollapsingHighestDenseDDSketch, _super);
		function LogCollapsingHighestDenseDDSketch(_a) {
			var _b = _a === void 0 ? defaultConfig : _a, _c = _b.relativeAccuracy, relativeAccuracy = _c === void 0 ? DEFAULT_RELATIVE_ACCURACY : _c, _d = _b.binLimit, binLimit = _d === void 0 ? DEFAULT_BIN_LIMIT : _d;
			var mapping = new mapping_1.LogarithmicMapping(relativeAccuracy);
			var store = new store_1.CollapsingHighestDenseStore(binLimit);
			var negativeStore = new store_1.CollapsingHighestDenseStore(binLimit);
			return _super.call(this, {
				mapping,
				store,
				negativeStore,
				zeroCount: 0
			}) || this;
		}
		return LogCollapsingHighestDenseDDSketch;
	}(BaseDDSketch);
	exports.LogCollapsingHighestDenseDDSketch = LogCollapsingHighestDenseDDSketch;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/index.js
var require_ddsketch = /* @__PURE__ */ __commonJSMin(((exports, module, this$2) => {
	var __createBinding = this$2 && this$2.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$2 && this$2.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	__exportStar(require_DDSketch(), exports);
}));

// node_modules/@datadog/sketches-js/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	var __createBinding = this$1 && this$1.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$1 && this$1.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	__exportStar(require_ddsketch(), exports);
}));

// src/core/monitor/sums.ts
var import_dist = require_dist();
var Sum = class {
	#count = 0;
	#sum = 0;
	#lost = 0;
	add(value) {
		if (value === void 0) return;
		this.#count += 1;
		this.#take(value);
	}
	merge(other) {
		this.#count += other.#count;
		this.#take(other.#sum);
		this.#lost += other.#lost;
	}
	get count() {
		return this.#count;
	}
	get total() {
		return this.#count === 0 ? null : this.#sum + this.#lost;
	}
	get mean() {
		return this.#count === 0 ? null : (this.#sum + this.#lost) / this.#count;
	}
	#take(value) {
		const next = this.#sum + value;
		this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - next + value : value - next + this.#sum;
		this.#sum = next;
	}
};
var Moments = class {
	#sum = new Sum();
	#squares = 0;
	add(value) {
		if (value === void 0) return;
		this.#sum.add(value);
		this.#squares += value * value;
	}
	merge(other) {
		this.#sum.merge(other.#sum);
		this.#squares += other.#squares;
	}
	get count() {
		return this.#sum.count;
	}
	get total() {
		return this.#sum.total;
	}
	get mean() {
		return this.#sum.mean;
	}
	get deviation() {
		const { count, mean } = this;
		if (mean === null || count < 2) return null;
		return Math.sqrt(Math.max(0, this.#squares - count * mean * mean) / (count - 1));
	}
};

// src/core/monitor/call-sum.ts
const accuracy = .01;
const mostBins = 1024;
const mostServed = 8;
const measuredWhole = 64;
const measuredOneIn = 16;
var CallSum = class {
	#calls = 0;
	#sent = new Moments();
	#out = new Moments();
	#usd = new Moments();
	#reply = new Moments();
	#cached = new Sum();
	#reasoning = new Sum();
	#measured = {
		characters: new Sum(),
		tokens: new Sum()
	};
	#served = /* @__PURE__ */ new Map();
	#priced = {
		billed: 0,
		computed: 0,
		unknown: 0
	};
	#marks = {
		errors: 0,
		refusals: 0,
		truncated: 0
	};
	#latencies;
	add(call) {
		const { tokens, cost, latencyMs, served } = call;
		if (tokens.in !== void 0 && this.#isMeasured()) this.#measure(call.promptCharacters(), tokens.in);
		this.#calls += 1;
		this.#sent.add(tokens.in);
		this.#out.add(tokens.out);
		this.#cached.add(tokens.cached);
		this.#reasoning.add(tokens.reasoning);
		this.#priced[cost.kind] += 1;
		if (cost.kind !== "unknown") this.#usd.add(cost.usd);
		this.#reply.add(call.replyCharacters);
		if (served !== void 0) this.#serve(served, 1);
		if (call.isError) this.#marks.errors += 1;
		if (call.isRefusal) this.#marks.refusals += 1;
		if (call.isTruncated) this.#marks.truncated += 1;
		if (latencyMs === void 0) return;
		this.#latencies ??= new import_dist.LogCollapsingLowestDenseDDSketch({
			relativeAccuracy: accuracy,
			binLimit: mostBins
		});
		this.#latencies.accept(latencyMs);
	}
	merge(other) {
		this.#calls += other.#calls;
		this.#sent.merge(other.#sent);
		this.#out.merge(other.#out);
		this.#usd.merge(other.#usd);
		this.#reply.merge(other.#reply);
		this.#cached.merge(other.#cached);
		this.#reasoning.merge(other.#reasoning);
		this.#measured.characters.merge(other.#measured.characters);
		this.#measured.tokens.merge(other.#measured.tokens);
		for (const [model, calls] of other.#served) this.#serve(model, calls);
		for (const kind of [
			"billed",
			"computed",
			"unknown"
		]) this.#priced[kind] += other.#priced[kind];
		for (const mark of [
			"errors",
			"refusals",
			"truncated"
		]) this.#marks[mark] += other.#marks[mark];
		if (other.#latencies === void 0) return;
		this.#latencies ??= new import_dist.LogCollapsingLowestDenseDDSketch({
			relativeAccuracy: accuracy,
			binLimit: mostBins
		});
		this.#latencies.merge(other.#latencies);
	}
	get tally() {
		const { characters, tokens } = this.#measured;
		return {
			calls: this.#calls,
			tokens: {
				in: this.#sent.total,
				out: this.#out.total,
				cached: this.#cached.total,
				reasoning: this.#reasoning.total
			},
			usd: this.#usd.total,
			priced: { ...this.#priced },
			latencyMs: {
				p50: this.#quantile(.5),
				p95: this.#quantile(.95)
			},
			replyCharacters: this.#reply.mean,
			sent: {
				characters: characters.mean,
				tokens: tokens.mean
			},
			served: [...this.#served].map(([model, calls]) => ({
				model,
				calls
			})).toSorted((a, b) => b.calls - a.calls || (a.model < b.model ? -1 : 1)),
			counted: {
				in: this.#sent.count,
				out: this.#out.count,
				reply: this.#reply.count
			},
			spread: {
				usd: this.#usd.deviation,
				in: this.#sent.deviation,
				out: this.#out.deviation,
				reply: this.#reply.deviation
			},
			...this.#marks
		};
	}
	#isMeasured() {
		return this.#calls < measuredWhole || this.#calls % measuredOneIn === 0;
	}
	#measure(characters, tokens) {
		if (characters === 0) return;
		this.#measured.characters.add(characters);
		this.#measured.tokens.add(tokens);
	}
	#serve(model, calls) {
		const known = this.#served.get(model);
		if (known === void 0 && this.#served.size >= mostServed) return;
		this.#served.set(model, (known ?? 0) + calls);
	}
	#quantile(at) {
		const sketch = this.#latencies;
		if (sketch === void 0) return null;
		return Math.min(sketch.max, Math.max(sketch.min, sketch.getValueAtQuantile(at)));
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
const longestName = 200;
const millisecondsADay$1 = 864e5;
const [firstDay, lastDay] = [10957, 47482];
var CallGroups = class {
	#limits;
	#groups = /* @__PURE__ */ new Map();
	#named = /* @__PURE__ */ new Map();
	#known = {
		segment: /* @__PURE__ */ new Set(),
		model: /* @__PURE__ */ new Set(),
		prompt: /* @__PURE__ */ new Set()
	};
	#days = /* @__PURE__ */ new Set();
	#callsOfOthers = 0;
	#declared;
	#lastDay;
	#callsAhead = 0;
	constructor(limits = groupLimits, { now, declared = [] } = {}) {
		this.#limits = limits;
		this.#declared = new Set(declared);
		for (const segment of this.#declared) this.#known.segment.add(segment);
		this.#lastDay = now === void 0 ? lastDay : Math.min(lastDay, Math.floor(now / millisecondsADay$1) + 1);
	}
	add(time, given, call) {
		const day = this.#dayOf(time);
		const group = this.#named.get(day)?.get(given.segment)?.get(given.model)?.get(given.prompt) ?? this.#find(day, given);
		if (group.names.others.length > 0) this.#callsOfOthers += 1;
		group.sum.add(call);
		if (time !== void 0 && time > group.latest) group.latest = time;
	}
	isPartial(day) {
		return [...this.#groups.values()].reduce((last, group) => group.day === day ? Math.max(last, group.latest) : last, Number.NEGATIVE_INFINITY) < (day + .9) * millisecondsADay$1;
	}
	get callsAhead() {
		return this.#callsAhead;
	}
	get scopeDays() {
		const dated = [...this.#groups.values()].flatMap(({ day, ...group }) => day === void 0 ? [] : [{
			day,
			...group
		}]);
		return [
			[],
			["segment"],
			groupedBy
		].flatMap((by) => [...Map.groupBy(dated, ({ day, names }) => keyOf(day, namesBy(names, by))).values()].flatMap((groups) => {
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
		return [...Map.groupBy(this.#groups.values(), ({ names }) => keyOf(void 0, names)).values()].flatMap((groups) => groups[0] === void 0 ? [] : [{
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
	#find(day, given) {
		const named = this.#nameOf(given);
		const key = keyOf(day, named);
		const group = this.#groups.get(key) ?? this.#open(day, named, key);
		if (!(groupedBy.every((by) => group.names[by] === (given[by] ?? null)) && group.names.others.length === 0)) return group;
		heldIn(heldIn(heldIn(this.#named, day, () => /* @__PURE__ */ new Map()), given.segment, () => /* @__PURE__ */ new Map()), given.model, () => /* @__PURE__ */ new Map()).set(given.prompt, group);
		return group;
	}
	#dayOf(time) {
		if (time === void 0) return void 0;
		const day = Math.floor(time / millisecondsADay$1);
		if (!(day >= firstDay && day <= this.#lastDay)) {
			if (day > this.#lastDay) this.#callsAhead += 1;
			return;
		}
		if (this.#days.has(day)) return day;
		if (this.#days.size >= this.#limits.days) return void 0;
		this.#days.add(day);
		return day;
	}
	#nameOf(given) {
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
	#open(day, named, own) {
		const isFull = this.#groups.size >= this.#limits.groups;
		const names = isFull ? this.#withoutNames(named) : named;
		const key = isFull ? keyOf(day, names) : own;
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
	#withoutNames({ segment }) {
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
	const tested = windows.map((window) => ({
		...window,
		p: chanceOf(window, noise)
	}));
	const best = tested.reduce((least, one) => one.p < least.p ? one : least);
	const isBeyondChance = best.p <= level;
	const told = isBeyondChance ? best : tested[0];
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
		const mean = meanOf(set.map(([, { value }]) => value));
		return sum + set.reduce((all, [, { value }]) => all + (value - mean) ** 2, 0);
	}, 0);
	const counting = meanOf(before.map(([, { variance }]) => variance));
	return {
		variance: Math.max(squares / freedom, counting),
		counting,
		freedom
	};
}
function windowOf(pairs, noise) {
	let [change, variance] = [0, 0];
	for (const { own, before } of pairs) {
		change += (own.value - meanOf(before.map(([, { value }]) => value))) / pairs.length;
		const more = Math.max(0, own.variance - (noise?.counting ?? 0));
		const each = noise?.variance ?? 0;
		variance += (each + more + each / before.length) / pairs.length ** 2;
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
function meanOf(values) {
	return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
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

// src/core/monitor/scope-days.ts
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

// src/app/monitor/price-calls.ts
const probes = [1e3, 1e5];
function priceCalls(costOf) {
	const found = /* @__PURE__ */ new Map();
	let kept = 0;
	const priceOf = (provider, model) => {
		const models = found.get(provider) ?? /* @__PURE__ */ new Map();
		const price = models.get(model);
		if (price !== void 0 || models.has(model)) return price;
		found.set(provider, models);
		const looked = lookUp(provider, model);
		if (kept < mostModels) models.set(model, looked);
		kept += 1;
		return looked;
	};
	const lookUp = (provider, model) => {
		const [short, long] = probes.map((tokens) => pricePer(costOf, provider, model, tokens));
		return short !== void 0 && long !== void 0 && isSame(short, long) ? short : void 0;
	};
	const priced = (provider, model, usage) => {
		const price = (usage.inputTokens ?? 0) > probes[1] ? void 0 : priceOf(provider, model);
		return price === void 0 ? costOf(provider, model, usage) : costByPrice(usage, price);
	};
	return Object.assign(priced, costOf);
}
const mostModels = 1e3;
function listPrice(costOf) {
	return (model) => {
		const price = pricePer(costOf, loggedService, model, probes[0]);
		const perToken = (dollars) => dollars / 1e6;
		return price && {
			input: perToken(price.input),
			cached: perToken(price.cached),
			output: perToken(price.output)
		};
	};
}
function pricePer(costOf, provider, model, tokens) {
	const perMillion = (usage) => (costOf(provider, model, usage) ?? NaN) / tokens * 1e6;
	const price = {
		input: perMillion({
			inputTokens: tokens,
			outputTokens: 0
		}),
		cached: perMillion({
			inputTokens: tokens,
			cachedTokens: tokens,
			outputTokens: 0
		}),
		output: perMillion({
			inputTokens: tokens,
			outputTokens: tokens
		}) - perMillion({
			inputTokens: tokens,
			outputTokens: 0
		})
	};
	return Number.isNaN(price.input + price.cached + price.output) ? void 0 : price;
}
function isSame(one, other) {
	return [
		"input",
		"cached",
		"output"
	].every((kind) => Math.abs(one[kind] - other[kind]) <= 1e-9 * one[kind]);
}

// src/app/monitor/monitor-logs.ts
async function monitorLogs(named, settings, { tool, openLogs, loadPrices, now, bytesOf, history }, observer) {
	const files = await openLogs(named);
	const prices = await loadPrices(settings);
	const costOf = priceCalls(prices);
	const started = now();
	const groups = new CallGroups(groupLimits, {
		now: started,
		declared: settings.segments.keys()
	});
	const tallies = [];
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
	for await (const calls of readLogs(weighed, settings.logFields, (tally) => tallies.push(tally))) for (const call of calls) {
		const names = {
			segment: call.segment,
			model: call.asked ?? call.served,
			prompt: call.prompt?.name
		};
		const counted = countCall(call, costOf);
		groups.add(call.time, names, counted);
		observer?.offer(call, counted);
	}
	const titles = logFormats.map(({ title }) => title);
	const faults = faultsOfLogs(tallies, titles);
	const [first, ...others] = faults.length > 0 ? faults : nothingRead(tallies, named);
	if (first !== void 0) throw new ProblemError(first, ...others);
	const kept = await keepDays(groups.scopeDays, history, {
		today: dayOf(started),
		declared: new Set(settings.segments.keys())
	});
	const result = reportOf(groups, tallies, {
		tool,
		bytes,
		settings,
		days: kept,
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
			comparison: compareDays({
				scopes,
				logged,
				partial,
				declared,
				priceOf,
				dateOf: isoDate
			}),
			...known.history === void 0 ? {} : { history: known.history },
			traffic: compareTraffic(scopes, {
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

export { alertOfRules as n, monitorLogs as t };