import { $ as probabilitySlack, Q as signTest, V as suiteTest, nt as stratumOf, t as verdictOfReason } from "./verdict-of-reason.js";
import { r as problemsOf, t as gateWordsOf } from "./report-outcome.js";
import { i as worst, r as verdicts } from "./verdict.js";
import { t as isStarter } from "./starters.js";
import { a as ownersOf, o as settingsFor } from "./override-settings.js";
import { n as normalQuantile } from "./normal.js";
import { t as sides } from "./side.js";
import { d as compareTools, i as pickedSkills, r as offeredSkills } from "./skills.js";
import { i as metricsOf, l as showModel } from "./named-checks.js";
import { r as retirementDay } from "./retirement-day.js";
import { n as knownSize, t as countTokens } from "./size-of-request.js";
import { n as sentText, t as requestUnits } from "./request-units.js";
import { n as decomposeCost } from "./decompose-cost.js";
import { t as isObject } from "./is-object.js";
import { n as quantile, t as mean } from "./quantile.js";
import { n as readTranscript } from "./trial-run.js";
import { t as assistantText } from "./conversation.js";
import { t as fieldsOf } from "./score.js";
import { r as triggerKind } from "./trigger-cases.js";
import { n as replayMarksOf, t as markEdits } from "./replay-marks.js";

// src/core/spending/change-of-dollars.ts
function changeOfDollars(models, { old, new: now }, alpha) {
	if (old === null || now === null) return {
		delta: null,
		low: null,
		high: null,
		p: null,
		cheaper: null
	};
	const byCase = [...Map.groupBy(pairDollars(models), (pair) => pair.case).values()];
	const changes = byCase.map((held) => held.reduce((sum, one) => sum + one.new - one.old, 0) / held.length);
	const cases = byCase.map((held) => {
		return {
			weight: 1,
			strata: [...Map.groupBy(held, ({ round }) => round).values()].map((round) => stratumOf(round.map((one) => thriftOf(one.old)), round.map((one) => thriftOf(one.new))))
		};
	});
	const bounds = changeBounds(changes, alpha / 2);
	const test = suiteTest(cases, alpha);
	return {
		delta: now - old,
		low: bounds?.low ?? null,
		high: bounds?.high ?? null,
		p: test.p,
		cheaper: test.better
	};
}
function pairDollars(models) {
	const [first = /* @__PURE__ */ new Map(), ...others] = models.map(dollarsByTrial);
	return [...first].flatMap(([trial, one]) => {
		const all = [one, ...others.flatMap((model) => model.get(trial) ?? [])];
		if (all.length < models.length) return [];
		const mean = (side) => all.reduce((sum, held) => sum + held[side], 0) / all.length;
		return [{
			...one,
			old: mean("old"),
			new: mean("new")
		}];
	});
}
function dollarsByTrial(pairs) {
	const places = /* @__PURE__ */ new Map();
	return new Map(pairs.flatMap(({ case: name, trial: { round }, old, new: now }) => {
		const asked = JSON.stringify([name, round]);
		const place = places.get(asked) ?? 0;
		places.set(asked, place + 1);
		const [before, after] = [old?.run.costUsd, now?.run.costUsd];
		return before === void 0 || after === void 0 ? [] : [[`${place} ${asked}`, {
			case: name,
			round,
			old: before,
			new: after
		}]];
	}));
}
function thriftOf(usd) {
	return -Math.log(Math.max(1e-12, usd));
}
const fewest = 4;
function changeBounds(changes, alpha) {
	const n = changes.length;
	if (n < fewest) return null;
	const mean = changes.reduce((sum, change) => sum + change, 0) / n;
	const squares = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0);
	const reach = studentQuantile(1 - alpha, n - 1) * Math.sqrt(squares / (n - 1) / n);
	return {
		low: mean - reach,
		high: mean + reach
	};
}
function studentQuantile(p, freedom) {
	const z = normalQuantile(p);
	const first = (z ** 3 + z) / 4;
	const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
	const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
	return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}

// src/core/spending/counted-replies.ts
function countedPairs(cells) {
	const ofBase = cells.filter(({ cell }) => cell.exam.family === "base");
	return (ofBase.length > 0 ? ofBase : cells).flatMap(({ cell, trials }) => trials.filter(({ uniform, diagnosis }) => uniform && diagnosis !== true).map((trial) => ({
		case: cell.exam.key,
		trial,
		old: countedOf(cell, "old", cell.identical ? trial.new : trial.old),
		new: countedOf(cell, "new", trial.new)
	})));
}
function countedOf(cell, side, run) {
	if (run === void 0 || run.reply.kind === "failed" || run.score.kind === "unscored") return void 0;
	return {
		cell,
		run,
		usage: run.reply.answer.usage,
		request: cell[side]
	};
}
function countedOfSides(pairs) {
	const [old = [], now = []] = sides.map((side) => pairs.flatMap((pair) => pair[side] ?? []));
	return {
		old,
		new: now
	};
}
function meanOf(counted, read) {
	let sum = 0;
	for (const one of counted) {
		const value = read(one);
		if (value === void 0) return null;
		sum += value;
	}
	return counted.length === 0 ? null : sum / counted.length;
}

// src/core/spending/spending-of-prompt.ts
function spendingOfPrompt(rows, alpha) {
	const both = rows.filter(({ spending: { replies } }) => replies.old > 0 && replies.new > 0);
	if (both.length < 2) return void 0;
	const mean = (read) => ({
		old: meanOfAll(both, ({ spending }) => read(spending).old),
		new: meanOfAll(both, ({ spending }) => read(spending).new)
	});
	const usd = mean((row) => row.usd);
	const sum = (side) => both.reduce((all, { spending }) => all + spending.replies[side], 0);
	return {
		models: both.length,
		replies: {
			old: sum("old"),
			new: sum("new")
		},
		usd: {
			...usd,
			...changeOfDollars(both.map(({ cells }) => countedPairs(cells)), usd, alpha)
		},
		tokens: {
			input: mean(({ tokens }) => tokens.input),
			cached: mean(({ tokens }) => tokens.cached),
			output: mean(({ tokens }) => tokens.output),
			reasoning: mean(({ tokens }) => tokens.reasoning)
		},
		length: mean(({ length }) => length)
	};
}
function meanOfAll(rows, read) {
	const known = rows.flatMap((row) => read(row) ?? []);
	return known.length < rows.length ? null : known.reduce((sum, one) => sum + one, 0) / rows.length;
}

// src/core/spending/cached-head.ts
function findCachedHead(sent) {
	const [first, ...others] = [...new Map(sent.map((one) => [one.text, one])).values()];
	if (first === void 0 || others.length === 0) return void 0;
	const shared = others.reduce((length, { text }) => commonLength(first.text, text, length), first.text.length);
	const all = [first, ...others];
	const other = others.find(({ text }) => text.charAt(shared) !== first.text.charAt(shared));
	return {
		head: first.text.slice(0, shared),
		behind: fixedAfter(all, shared),
		...other === void 0 ? {} : { breaks: breakAt(shared, [first, other]) }
	};
}
function commonLength(one, other, most) {
	const end = Math.min(most, other.length);
	for (let at = 0; at < end; at++) if (one.charCodeAt(at) !== other.charCodeAt(at)) return at;
	return end;
}
function fixedAfter([first, ...others], head) {
	const lines = others.map(({ text }) => new Set(text.slice(head).split("\n")));
	return (first?.text ?? "").slice(head).split("\n").filter((line) => line.length > 1 && lines.every((held) => held.has(line))).join("\n");
}
function breakAt(at, pair) {
	const [one, other] = pair.map(({ text }) => text.slice(at));
	if (isReordered(one ?? "", other ?? "")) return { kind: "order" };
	const names = pair.map((sent) => variablesAt(sent, at));
	const variable = names[0]?.find((name) => names[1]?.includes(name));
	const words = pair.map(({ text }) => wordAt(text, at));
	const named = variable === void 0 ? {} : { variable };
	if (words.every((word) => dates.test(word))) return {
		kind: "date",
		...named
	};
	if (words.every((word) => ids.test(word))) return {
		kind: "id",
		...named
	};
	return variable === void 0 ? { kind: "text" } : {
		kind: "variable",
		variable
	};
}
function isReordered(one, other) {
	const pieces = (text) => text.split(/[\n,]/u, 2e3).toSorted().join("\n");
	return one.length === other.length && one !== other && pieces(one) === pieces(other);
}
const dates = /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d{2}|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+\d/u;
const ids = /[\da-f]{8}-[\da-f]{4}-|\b(?=[\da-f]*\d)[\da-f]{8,}\b|\d{5,}|\b[A-Za-z]{1,12}[-_#]?\d{3,}\b/u;
function wordAt(text, at) {
	return `${/\S*(?:\s\S{1,9}){0,2}$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? ""}${/^\S*(?:\s\S{1,9}){0,1}/u.exec(text.slice(at, at + 40))?.[0] ?? ""}`;
}
function variablesAt({ text, vars }, at) {
	return Object.entries(vars).flatMap(([name, value]) => {
		const written = typeof value === "string" || typeof value === "number" ? String(value) : "";
		if (written === "") return [];
		const from = Math.max(0, at - written.length);
		const found = text.indexOf(written, from);
		return found !== -1 && found <= at ? [name] : [];
	});
}

// src/core/spending/compare-heads.ts
function compareHeads(row, cells, told, { costOf, leasts }) {
	const single = cells.filter(({ cell }) => cell.scenario === void 0 && cell.exam.golden.earlier === void 0);
	const all = countedOfSides(countedPairs(single));
	const counted = (side) => all[side].filter(({ run }) => run.conversation === void 0);
	const [old, now] = sides.map((side) => headOf(row, single, side, {
		...told,
		counted: counted(side),
		leasts
	}));
	if (old === void 0 || now === void 0) return void 0;
	const lost = lostOf(row, {
		old,
		new: now
	}, costOf);
	const monthly = told.month?.replies;
	return {
		old,
		new: now,
		...Number.isNaN(lost) ? {} : { usdPer1000: 1e3 * lost },
		...Number.isNaN(lost) || monthly === void 0 ? {} : { usdMonth: monthly * lost }
	};
}
function headOf({ model }, cells, side, { tokens, counted, leasts }) {
	const requests = cells.flatMap(({ cell }) => {
		const request = cell[side];
		return request === void 0 ? [] : [{
			request,
			vars: cell.exam.golden.vars
		}];
	});
	const found = findCachedHead(requests.map(({ request, vars }) => ({
		text: sentText(request),
		vars
	})));
	if (found === void 0) return void 0;
	const scale = countedPerEstimated(counted);
	const [head, behind] = [countTokens(found.head), countTokens(found.behind)];
	const whole = meanOf(counted, ({ usage }) => usage.inputTokens);
	const estimated = requests.slice(0, mostSized).map(({ request }) => knownSize(request).input);
	const least = cacheLeast(model[side].model, leasts);
	const [input, cached] = [tokens.input[side], tokens.cached[side]];
	return {
		tokens: Math.round(head * scale),
		fixed: Math.round((head + behind) * scale),
		of: Math.round(whole ?? estimated.reduce((sum, size) => sum + size, 0) / estimated.length),
		...least === void 0 ? {} : { least },
		billed: input === null || cached === null || input === 0 ? null : Math.min(1, cached / input),
		...found.breaks === void 0 ? {} : { breaks: found.breaks }
	};
}
const mostSized = 100;
function countedPerEstimated(counted) {
	let [told, sized] = [0, 0];
	for (const { request, usage } of counted.slice(0, mostSized)) {
		if (usage.inputTokens === void 0 || request === void 0 || !isText(request)) continue;
		told += usage.inputTokens;
		sized += knownSize(request).input;
	}
	return told > 0 && sized > 0 ? told / sized : 1;
}
function isText({ messages }) {
	return messages.every(({ parts = [] }) => parts.every(({ kind }) => kind === "text"));
}
function lostOf({ model }, heads, costOf) {
	const isSame = model.old.model === model.new.model && model.old.provider === model.new.provider;
	const { provider, model: name } = model.new;
	const savedOf = (side) => {
		const { tokens, least = 0 } = heads[side];
		if (tokens < least) return 0;
		const inputTokens = isSame ? tokens : heads.new.tokens;
		const price = (cachedTokens) => costOf(provider, name, {
			inputTokens,
			cachedTokens,
			outputTokens: 0
		}) ?? NaN;
		return price(0) - price(inputTokens);
	};
	return savedOf("old") - savedOf("new");
}
const leasts = [
	[/opus-5/iu, 512],
	[/opus-4[-.]8/iu, 1024],
	[/opus-4[-.]7/iu, 2048],
	[/opus-4[-.][56]|haiku-4[-.]5/iu, 4096],
	[/sonnet-(?:4[-.][5-9]|5)/iu, 1024],
	[/(?:^|\/)(?:gpt-|chatgpt-|o\d)/iu, 1024]
];
function cacheLeast(model, own) {
	return own.get(model) ?? leasts.find(([names]) => names.test(model))?.[1];
}

// src/core/spending/cost-factors.ts
function factorsOf(row, counted, usd, costOf) {
	const [old, now] = sides.map((side) => spendOf(counted[side], row.model[side], usd[side], costOf));
	if (old === void 0 || now === void 0) return void 0;
	const { old: before, new: after } = row.model;
	return decomposeCost(old, now, before.model !== after.model || before.provider !== after.provider);
}
const probe = 1e3;
function spendOf(counted, { provider, model }, usd, costOf) {
	const inputTokens = meanOf(counted, ({ usage }) => usage.inputTokens);
	const outputTokens = meanOf(counted, ({ usage }) => usage.outputTokens);
	if (usd === null || inputTokens === null || outputTokens === null) return void 0;
	const perToken = (usage) => (costOf(provider, model, usage) ?? NaN) / probe;
	const list = {
		input: perToken({
			inputTokens: probe,
			outputTokens: 0
		}),
		cached: perToken({
			inputTokens: probe,
			cachedTokens: probe,
			outputTokens: 0
		}),
		output: perToken({
			inputTokens: 0,
			outputTokens: probe
		})
	};
	const cachedTokens = meanOf(counted, ({ usage }) => Math.min(usage.cachedTokens ?? 0, usage.inputTokens ?? 0)) ?? 0;
	const reasoningTokens = meanOf(counted, ({ usage }) => Math.min(usage.reasoningTokens ?? 0, usage.outputTokens ?? 0)) ?? 0;
	const listed = (inputTokens - cachedTokens) * list.input + cachedTokens * list.cached + outputTokens * list.output;
	if (!(listed > 0)) return void 0;
	const billed = usd / listed;
	return {
		inputTokens,
		cachedTokens,
		outputTokens,
		reasoningTokens,
		promptUnits: counted.some(({ run }) => run.conversation !== void 0) ? 0 : meanOf(counted, unitsOf) ?? 0,
		replyUnits: (meanOf(counted, ({ run }) => run.characters) ?? 0) / 4,
		price: {
			input: list.input * billed,
			cached: list.cached * billed,
			output: list.output * billed
		}
	};
}
const known = /* @__PURE__ */ new WeakMap();
function unitsOf({ request }) {
	if (request === void 0) return void 0;
	const units = known.get(request) ?? requestUnits(request);
	known.set(request, units);
	return units;
}

// src/core/spending/ignored-params.ts
function findIgnored(counted) {
	const [first] = counted;
	if (first?.request === void 0) return [];
	const { params } = first.request;
	return [...effortIgnored(params, counted), ...limitExceeded(params, counted)];
}
function effortIgnored(params, counted) {
	const found = effortOf(params);
	const counts = counted.flatMap(({ usage }) => usage.reasoningTokens ?? []);
	if (found === void 0 || counts.length < counted.length || counts.some((tokens) => tokens > 0)) return [];
	return [{
		...found,
		why: "no-reasoning",
		replies: counted.length,
		of: counted.length
	}];
}
const none = /* @__PURE__ */ new Set([
	"none",
	"minimal",
	"disabled"
]);
function effortOf(params) {
	const { reasoning, thinking } = params;
	const [found] = [
		["reasoning_effort", params["reasoning_effort"]],
		["reasoning.effort", isObject(reasoning) ? reasoning["effort"] : void 0],
		["reasoning.max_tokens", isObject(reasoning) ? reasoning["max_tokens"] : void 0],
		["thinking.budget_tokens", isObject(thinking) ? thinking["budget_tokens"] : void 0]
	].flatMap(([param, value]) => typeof value === "string" && !none.has(value) || typeof value === "number" && value > 0 ? [{
		param,
		value: String(value)
	}] : []);
	return found;
}
const limits = [
	"max_completion_tokens",
	"max_output_tokens",
	"max_tokens"
];
function limitExceeded(params, counted) {
	const [param] = limits.filter((name) => typeof params[name] === "number");
	const limit = param === void 0 ? void 0 : params[param];
	if (param === void 0 || typeof limit !== "number" || limit <= 0) return [];
	const single = counted.filter(({ run, usage }) => run.conversation === void 0 && usage.estimated !== true);
	const beyond = single.filter(({ usage }) => (usage.outputTokens ?? 0) > limit).length;
	if (beyond === 0) return [];
	return [{
		param,
		value: String(limit),
		why: "exceeded",
		replies: beyond,
		of: single.length
	}];
}

// src/core/spending/length-and-score.ts
const alike = 1.25;
const fewestAlike = 5;
function findVerbosity(pairs, { delta, tolerance }) {
	const told = pairs.flatMap(({ old, new: now }) => {
		const [before, after] = [old?.run, now?.run];
		if (before?.characters === void 0 || after?.characters === void 0) return [];
		if (before.score.kind === "unscored" || after.score.kind === "unscored") return [];
		return [{
			longer: lengthRatio(before.characters, after.characters),
			gain: after.score.value - before.score.value
		}];
	});
	if (told.length === 0 || delta === null || delta <= Math.max(tolerance, 0)) return void 0;
	const longer = meanRatio(told.map((one) => one.longer));
	if (longer < alike) return void 0;
	const like = told.filter((one) => isLike(one.longer));
	const left = like.reduce((sum, one) => sum + one.gain, 0) / Math.max(1, like.length);
	const isTold = like.length >= fewestAlike;
	return {
		longer,
		pairs: {
			alike: like.length,
			of: told.length
		},
		gain: delta,
		...isTold ? { gainAlike: left } : {},
		alone: !isTold || left <= delta / 2
	};
}
function isLike(ratio) {
	return ratio <= alike && ratio >= 1 / alike;
}
function lengthRatio(old, now) {
	return Math.max(1, now) / Math.max(1, old);
}
function meanRatio(ratios) {
	if (ratios.length === 0) return 1;
	return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
}

// src/core/spending/month-of-traffic.ts
function monthOf(segments, { segments: traffic }) {
	const flowing = segments.flatMap(([name, spent]) => {
		const replies = traffic.get(name)?.monthly;
		return replies === void 0 ? [] : [{
			replies,
			usd: spent.usd
		}];
	});
	if (flowing.length === 0) return {};
	const sum = (read) => {
		const parts = flowing.flatMap(({ replies, usd }) => {
			const value = read(usd);
			return value === null ? [] : [value * replies];
		});
		return parts.length < flowing.length ? null : parts.reduce((all, part) => all + part, 0);
	};
	const change = sum(({ delta }) => delta);
	const reach = (of) => {
		let squares = 0;
		for (const { replies, usd } of flowing) {
			const bound = usd[of];
			if (bound === null || usd.delta === null) return null;
			squares += (replies * (bound - usd.delta)) ** 2;
		}
		return Math.sqrt(squares);
	};
	const [below, above] = [reach("low"), reach("high")];
	return { month: {
		replies: flowing.reduce((all, { replies }) => all + replies, 0),
		old: sum(({ old }) => old),
		new: sum(({ new: now }) => now),
		low: change === null || below === null ? null : change - below,
		high: change === null || above === null ? null : change + above
	} };
}

// src/core/spending/compare-spending.ts
const muchMore = .25;
function compareSpending(row, cells, context) {
	const { settings, costOf, rows, gain } = context;
	const pairs = countedPairs(cells);
	const whole = spentOf(row, pairs, settings.gate.alpha, costOf);
	const segments = [...Map.groupBy(pairs.filter(({ new: now, old }) => (now ?? old)?.cell.exam.golden.segment !== void 0), ({ new: now, old }) => (now ?? old)?.cell.exam.golden.segment ?? "")].map(([name, held]) => [name, spentOf(row, held, settings.gate.alpha, costOf)]);
	const { old, new: now, p } = whole.usd;
	const limit = settings.gate.costLimit ?? muchMore;
	const counted = countedOfSides(pairs);
	const month = monthOf(segments, settings);
	const heads = compareHeads(row, cells, {
		...whole,
		...month
	}, {
		costOf,
		leasts: settings.cacheLeasts
	});
	const verbosity = findVerbosity(pairs, {
		delta: gain,
		tolerance: settings.gate.tolerance
	});
	const ignored = findIgnored(counted.new);
	const estimated = (side) => counted[side].filter(({ usage }) => usage.estimated === true).length;
	const uncounted = {
		old: estimated("old"),
		new: estimated("new")
	};
	const refusing = (side) => counted[side].length === 0 ? null : counted[side].filter(({ run }) => run.refused === true).length;
	return {
		...whole,
		segments: Object.fromEntries(segments),
		...month,
		explodes: old !== null && now !== null && p !== null && now >= old * (1 + limit) && now > old && p <= settings.gate.alpha / Math.max(1, rows) + 1e-12,
		...heads === void 0 ? {} : { heads },
		...verbosity === void 0 ? {} : { verbosity },
		...ignored.length === 0 ? {} : { ignored },
		...uncounted.old + uncounted.new === 0 ? {} : { uncounted },
		refusals: {
			old: refusing("old"),
			new: refusing("new")
		}
	};
}
function spentOf(row, pairs, alpha, costOf) {
	const counted = countedOfSides(pairs);
	const read = (of) => ({
		old: meanOf(counted.old, of),
		new: meanOf(counted.new, of)
	});
	const usd = read(({ run }) => run.costUsd);
	const factors = factorsOf(row, counted, usd, costOf);
	return {
		replies: {
			old: counted.old.length,
			new: counted.new.length
		},
		usd: {
			...usd,
			...changeOfDollars([pairs], usd, alpha)
		},
		tokens: {
			input: read(({ usage }) => usage.inputTokens),
			cached: told(counted, "cachedTokens"),
			output: read(({ usage }) => usage.outputTokens),
			reasoning: told(counted, "reasoningTokens")
		},
		length: read(({ run }) => run.characters),
		...factors === void 0 ? {} : { factors }
	};
}
function told(counted, kind) {
	const [old = null, now = null] = sides.map((side) => counted[side].some(({ usage }) => usage[kind] !== void 0) ? meanOf(counted[side], ({ usage }) => usage[kind] ?? 0) : null);
	return {
		old,
		new: now
	};
}

// src/core/assemble/assemble-replies.ts
function assembleReplies({ cell, trials }, readSaid) {
	return trials.flatMap((trial) => [...trial.old === void 0 || cell.identical ? [] : [assembleReply("old", trial, trial.old, readSaid)], assembleReply("new", trial, trial.new, readSaid)]);
}
function assembleReply(side, { trial, round }, run, readSaid) {
	const { reply, score, conversation } = run;
	const checks = score.checks.map((check) => ({ ...check }));
	if (reply.kind === "failed") return {
		side,
		trial,
		round,
		checks,
		error: {
			reason: reply.reason,
			message: reply.message
		}
	};
	const about = aboutReply(run, reply, checks);
	const { call } = reply;
	if (conversation === void 0) return {
		side,
		trial,
		round,
		get text() {
			return readSaid(call)?.text ?? "";
		},
		...reply.answer.trace === void 0 ? {} : toldTrace(() => readSaid(call)?.trace ?? [], run.traceCut === true),
		...about
	};
	const transcript = () => readTranscript(conversation.turns, (said) => readSaid(said)?.text) ?? [];
	return {
		side,
		trial,
		round,
		get text() {
			return assistantText(transcript());
		},
		get transcript() {
			return transcript().map((message, at) => {
				const turn = conversation.turns[at];
				const trace = turn?.role === "assistant" ? readSaid(turn.call)?.trace : void 0;
				return {
					...plainTurn(message, turn),
					...trace === void 0 ? {} : { trace: cutTrace(trace).trace }
				};
			});
		},
		conversationEnd: conversation.end,
		...conversation.unanswered === void 0 ? {} : { unanswered: conversation.unanswered.map(plainCall) },
		...about
	};
}
function aboutReply({ score, costUsd }, { answer, kept }, checks) {
	return {
		...score.kind === "scored" ? { score: score.value } : { error: unscored(score.why) },
		...score.kind === "scored" && score.passes !== void 0 ? { passes: score.passes } : {},
		checks,
		usage: answer.usage,
		...costUsd === void 0 ? {} : { costUsd },
		latencyMs: answer.latencyMs,
		...answer.firstTokenMs === void 0 ? {} : { firstTokenMs: answer.firstTokenMs },
		model: answer.servedModel,
		finishReason: answer.finishReason,
		...answer.toolCalls.length === 0 ? {} : { toolCalls: answer.toolCalls.map(plainCall) },
		...kept ? { kept: true } : {}
	};
}
function unscored(message) {
	return {
		reason: "unscored",
		message
	};
}
function plainTurn({ role, content, toolCalls }, turn) {
	if (turn?.role === "tool") return {
		role: "tool",
		content,
		tool: turn.name
	};
	const calls = toolCalls === void 0 ? {} : { toolCalls: toolCalls.map(plainCall) };
	return {
		role: role === "user" ? "user" : "assistant",
		content,
		...calls
	};
}
function plainCall({ name, arguments: written }) {
	return {
		name,
		arguments: written
	};
}
const mostTrace = 2e4;
function toldTrace(read, isCut) {
	return {
		get trace() {
			return cutTrace(read()).trace;
		},
		...isCut || cutTrace(read()).isCut ? { traceCut: true } : {}
	};
}
function cutTrace(trace) {
	let left = mostTrace;
	let isCut = false;
	const take = (length) => {
		const taken = Math.min(left, length);
		isCut ||= taken < length;
		left -= taken;
		return taken;
	};
	const told = [];
	for (const { step, contexts, details } of trace) {
		if (take(step.length + stepCosts) < step.length + stepCosts) break;
		const passages = contexts?.map((passage) => passage.slice(0, take(passage.length)));
		const more = details === void 0 ? 0 : JSON.stringify(details).length;
		const fits = take(more) === more;
		told.push({
			step,
			...passages === void 0 ? {} : { contexts: passages },
			...details !== void 0 && fits ? { details } : {}
		});
	}
	return {
		trace: told,
		isCut
	};
}
const stepCosts = 20;

// src/core/assemble/count-fields.ts
function countFields(cells) {
	const counted = /* @__PURE__ */ new Map();
	for (const { cell, trials } of cells) for (const trial of trials) {
		if (!trial.uniform || trial.diagnosis === true) continue;
		for (const side of sides) countRun(trial[cell.identical ? "new" : side], side, counted);
	}
	return [...counted.values()].map(({ check, field, tally }) => ({
		check,
		field,
		...tally
	})).toSorted((one, other) => fallOf(other) - fallOf(one));
}
function countRun(run, side, counted) {
	for (const check of run?.score.checks ?? []) {
		const name = metricsOf(check.scorer, check.check).at(-1) ?? check.check;
		for (const { field, right } of fieldsOf(check)) {
			const key = JSON.stringify([name, field]);
			const found = counted.get(key) ?? newCount(name, field);
			counted.set(key, found);
			found.tally[side].of += 1;
			if (right) found.tally[side].right += 1;
		}
	}
}
function newCount(check, field) {
	return {
		check,
		field,
		tally: {
			old: {
				right: 0,
				of: 0
			},
			new: {
				right: 0,
				of: 0
			}
		}
	};
}
function fallOf({ old, new: now }) {
	return old.of === 0 || now.of === 0 ? 0 : old.right / old.of - now.right / now.of;
}

// src/core/assemble/count-picks.ts
function countPicks(cells) {
	const picks = cells.flatMap((held) => {
		const { skills, exam } = held.cell;
		const asked = exam.golden.checks.find(({ kind }) => kind === triggerKind)?.argument;
		if (skills === void 0 || asked === void 0) return [];
		const skill = skills.new ?? skills.old ?? "";
		const wanted = asked === true ? skill : typeof asked === "string" ? asked : null;
		return [{
			case: exam.key,
			skill,
			wanted,
			old: tally(held, "old"),
			new: tally(held, "new")
		}];
	});
	return picks.length === 0 ? {} : { picks };
}
function tally({ cell, trials }, side) {
	const runs = trials.flatMap((trial) => {
		const run = trial[cell.identical ? "new" : side];
		return run === void 0 ? [] : [run];
	});
	const offered = offeredSkills(cell[cell.identical ? "new" : side]?.params ?? {});
	const picked = runs.flatMap(({ reply }) => {
		if (reply.kind !== "answered") return [];
		return [pickedSkills(reply.answer.toolCalls).find((name) => offered.has(name)) ?? null];
	});
	return [...Map.groupBy(picked, (skill) => skill)].map(([skill, held]) => ({
		skill,
		replies: held.length
	})).toSorted((one, other) => other.replies - one.replies);
}

// src/core/assemble/assemble-row.ts
function assembleRow(row, cells, compared, judged, { readSaid, ...context }) {
	const { settings } = context;
	const retires = retirementDay(row.model.new, { own: settings.retirements });
	const runs = sidesOf(cells);
	const firstToken = perSide(runs, (side) => quantile(firstTokensOf(side), .5));
	const prefer = countPreferences(cells);
	const fields = countFields(cells);
	const spending = compareSpending(row, cells, {
		...context,
		gain: compared.score.delta
	});
	const byKey = new Map(cells.map((held) => [held.cell.exam.key, held]));
	return {
		id: row.id,
		own: row.own,
		model: {
			old: showModel(row.model.old),
			new: showModel(row.model.new)
		},
		provider: row.model.new.provider,
		...retires === void 0 ? {} : { retires },
		...judgedRow(compared, judged),
		cost: {
			old: compared.cost.old,
			new: compared.cost.new,
			...segmentsOf(spending.segments, settings)
		},
		tokens: {
			input: perSide(runs, (side) => mean(side.flatMap((run) => usageOf(run)?.inputTokens ?? []))),
			output: perSide(runs, (side) => mean(side.flatMap((run) => usageOf(run)?.outputTokens ?? [])))
		},
		spending,
		latency: {
			p50: perSide(runs, (side) => quantile(latenciesOf(side), .5)),
			p95: perSide(runs, (side) => quantile(latenciesOf(side), .95)),
			...firstToken.old === null && firstToken.new === null ? {} : { firstToken }
		},
		...prefer === void 0 ? {} : { prefer },
		...fields.length === 0 ? {} : { fields },
		...countPicks(cells),
		cases: compared.cases.flatMap((found) => {
			const held = byKey.get(found.case);
			return held === void 0 ? [] : [assembleCase(found, held, settings, readSaid)];
		})
	};
}
function assembleCase(found, held, settings, readSaid) {
	const { segment } = held.cell.exam.golden;
	const pairs = held.trials.flatMap(({ trial, pairs: found = [] }) => found.map((pair) => ({
		...pair,
		trial
	})));
	return {
		...judgedCase(found),
		...segment === void 0 ? {} : { segment },
		replies: assembleReplies(held, readSaid),
		...replayMarksOf(held.cell, settings),
		...held.history === void 0 ? {} : { history: held.history },
		...pairs.length === 0 ? {} : { prefer: pairs }
	};
}
function sidesOf(cells) {
	const runs = (side) => cells.flatMap(({ cell, trials }) => trials.flatMap((trial) => trial.diagnosis === true ? [] : trial[cell.identical ? "new" : side] ?? []));
	return {
		old: runs("old"),
		new: runs("new")
	};
}
function perSide(runs, read) {
	return {
		old: read(runs.old),
		new: read(runs.new)
	};
}
function usageOf(run) {
	return run.reply.kind === "answered" ? run.reply.answer.usage : void 0;
}
function latenciesOf(side) {
	return side.flatMap((run) => run.reply.kind === "answered" ? [run.reply.answer.latencyMs] : []);
}
function firstTokensOf(side) {
	return side.flatMap((run) => run.reply.kind === "answered" ? run.reply.answer.firstTokenMs ?? [] : []);
}
function segmentsOf(segments, settings) {
	const perSegment = Object.entries(segments).map(([segment, { usd }]) => [segment, {
		old: usd.old,
		new: usd.new
	}]);
	const monthly = perSegment.flatMap(([segment, cost]) => {
		const replies = settings.segments.get(segment)?.monthly;
		if (replies === void 0) return [];
		const times = (dollars) => dollars === null ? null : dollars * replies;
		return [[segment, {
			replies,
			old: times(cost.old),
			new: times(cost.new)
		}]];
	});
	return {
		perSegment: Object.fromEntries(perSegment),
		monthly: Object.fromEntries(monthly)
	};
}
function judgedCase(found) {
	return {
		id: found.case,
		family: found.family,
		identical: found.identical,
		old: found.old,
		new: found.new,
		delta: found.delta,
		p: found.p,
		method: found.method,
		state: found.state,
		...found.falls.length === 0 ? {} : { falls: found.falls.map(({ confirmed, ...fall }) => ({
			...fall,
			state: confirmed === null ? "fell" : "regressed"
		})) },
		...found.diagnosed === void 0 ? {} : { diagnosed: found.diagnosed }
	};
}
function countPreferences(cells) {
	const pairs = cells.flatMap(({ trials }) => trials.flatMap(({ pairs: found, old, new: now }) => {
		if (found === void 0) return [];
		const [before, after] = [old?.characters, now.characters];
		const longer = before === void 0 || after === void 0 ? void 0 : lengthRatio(before, after);
		return [{
			lead: leadOf(found),
			longer
		}];
	}));
	if (pairs.length === 0) return void 0;
	const counts = countLeads(pairs);
	const unscored = pairs.filter(({ lead }) => lead === void 0).length;
	const winners = pairs.flatMap(({ lead = 0, longer }) => lead > 0 && longer !== void 0 ? [longer] : []);
	const like = pairs.filter(({ longer }) => longer !== void 0 && isLike(longer));
	return {
		...counts,
		unscored,
		p: signTest(counts),
		...winners.length === 0 ? {} : {
			winnersLonger: meanRatio(winners),
			alike: countLeads(like)
		}
	};
}
function countLeads(pairs) {
	const count = (fits) => pairs.filter(({ lead }) => lead !== void 0 && fits(lead)).length;
	return {
		wins: count((lead) => lead > 0),
		ties: count((lead) => lead === 0),
		losses: count((lead) => lead < 0)
	};
}
function leadOf(scores) {
	let lead = 0;
	for (const score of scores) {
		if (score.kind === "unscored") return void 0;
		lead += {
			win: 1,
			tie: 0,
			loss: -1
		}[score.outcome];
	}
	return lead;
}
function judgedRow(compared, judged) {
	return {
		verdict: judged.verdict,
		reasons: judged.reasons,
		pooledOnly: judged.pooledOnly,
		score: judged.showInterval ? compared.score : {
			...compared.score,
			low: null,
			high: null
		},
		showInterval: judged.showInterval,
		looks: compared.looks,
		method: compared.test?.method ?? null,
		passRate: compared.passRate,
		metrics: Object.fromEntries(Object.entries(compared.metrics).map(([name, { gated, old: before, new: after, delta, low, high, p }]) => [name, {
			gated,
			old: before,
			new: after,
			delta,
			low,
			high,
			p
		}])),
		wouldSee: compared.wouldSee,
		missing: compared.missing,
		replies: compared.replies
	};
}

// src/core/assemble/assemble-withheld.ts
function assembleWithheld({ score, passRate, rejection, cases }) {
	const minus = (value) => value === null ? null : 0 - value;
	const ids = (fits) => cases.filter(fits).map((one) => one.case);
	return {
		passRate: {
			with: passRate.old,
			without: passRate.new
		},
		score: {
			with: score.old,
			without: score.new,
			adds: minus(score.delta),
			low: minus(score.high),
			high: minus(score.low),
			p: score.p
		},
		proven: rejection !== null || cases.some(({ state }) => state === "regressed"),
		cases: {
			needed: ids(({ state }) => state === "regressed" || state === "fell"),
			idle: ids(({ new: without }) => without.of > 0 && without.passes === without.of)
		}
	};
}

// src/core/assemble/assemble-prompt.ts
function assemblePrompt({ run, comparison, verdict, quality, withheld = [] }, common, readSaid, costOf = () => void 0) {
	const { change, rows } = run.design;
	const settings = settingsFor(change, common);
	const owners = ownersOf(change, common);
	const toolsChanged = change.old === void 0 || change.new === void 0 ? [] : compareTools(change.old.params, change.new.params);
	const byRow = Map.groupBy(run.cells, (held) => held.cell.row);
	const models = rows.flatMap((row) => {
		const compared = comparison.rows.find((found) => found.row === row.id);
		const judged = verdict.rows.find((found) => found.row === row.id);
		if (compared === void 0 || judged === void 0) return [];
		const told = {
			settings,
			readSaid,
			costOf,
			rows: rows.length
		};
		const assembled = assembleRow(row, byRow.get(row.id) ?? [], compared, judged, told);
		const without = withheld.find((found) => found.row === row.id);
		return [without === void 0 ? assembled : {
			...assembled,
			withheld: assembleWithheld(without)
		}];
	});
	const spent = models.flatMap(({ id, spending }) => spending === void 0 ? [] : [{
		cells: byRow.get(id) ?? [],
		spending
	}]);
	const spending = spendingOfPrompt(spent, settings.gate.alpha);
	return {
		path: change.path,
		...change.previousPath === void 0 ? {} : { previousPath: change.previousPath },
		change: change.change,
		verdict: verdict.verdict,
		diff: change.diff,
		reasons: verdict.reasons,
		pooled: pooledOf(comparison),
		level: comparison.level,
		rounds: comparison.rounds,
		casesChanged: change.exam.changed,
		...run.design.edits === void 0 ? {} : { edits: markEdits(run.design.edits, settings) },
		...change.through === void 0 ? {} : { through: change.through },
		...change.edit === void 0 ? {} : { promptEdit: change.edit },
		...toolsChanged.length === 0 ? {} : { toolsChanged },
		unchecked: change.exam.unchecked,
		...owners.length === 0 ? {} : { owners },
		...quality === void 0 ? {} : { gateQuality: quality },
		...change.setAside === void 0 ? {} : { setAside: change.setAside },
		notes: [
			...change.notes,
			...wordStarters(change.exam.cases.map(({ golden }) => golden)),
			...wordRepeats(comparison, settings),
			...wordHistory(comparison),
			...wordUnheard(run, settings)
		],
		exam: change.exam.cases.map(({ key, golden, weight }) => ({
			id: key,
			...golden.segment === void 0 ? {} : { segment: golden.segment },
			tags: golden.tags,
			weight,
			vars: golden.vars,
			...golden.reference === void 0 ? {} : { reference: golden.reference },
			checks: golden.checks.map(({ name, required }) => ({
				name,
				required
			})),
			...golden.notRun.length === 0 ? {} : { notRun: golden.notRun.map(({ name }) => name) },
			at: golden.at
		})),
		...spending === void 0 ? {} : { spending },
		models
	};
}
function pooledOf({ pooled }) {
	return pooled === null ? null : {
		p: pooled.p,
		delta: pooled.delta,
		method: pooled.test.method
	};
}
function wordStarters(cases) {
	if (cases.length === 0 || !cases.every(isStarter)) return [];
	return ["All golden cases are still the examples that `init` wrote, which see little of what may break. Put in what your users really send, and checks of what a good reply says."];
}
function wordHistory({ rows }) {
	return rows.flatMap(({ row, history }) => {
		if (history === null) return [];
		const { cases, steady, of, replies } = history;
		const known = `${row}: ${replies} kept replies of other reviews show how steady ${cases === of ? "the" : `${cases} of the`} ${of} cases are`;
		if (steady === 0 || steady === of) return [`${known}.`];
		return [`${known}; a fall of the ${steady} that hardly ever changed weighs more.`];
	});
}
function wordRepeats({ rows }, { gate }) {
	return rows.flatMap(({ row, repeats, copies }) => {
		const told = copies.map((group) => wordCopies(row, group));
		if (repeats === 0) return told;
		return [`${row} repeats itself: ${repeats === 1 ? "the one case that was" : `all ${repeats} cases that were`} asked again got the same reply byte for byte, so the others were not asked again; ${gate.repeats === "chance" ? "each case counts as one reply (`gate.repeats: chance`)" : "a case that passed and now fails does so every time, which counts as broken (`gate.repeats: fact`)"}.`, ...told];
	});
}
function wordUnheard({ cells }, { applications }) {
	const asked = cells.filter(({ cell }) => !cell.identical && applications.has(cell.new?.provider ?? ""));
	return [...Map.groupBy(asked, ({ cell }) => cell.row)].flatMap(([row, held]) => {
		const pairs = held.flatMap(({ trials }) => trials.flatMap(({ old, new: next }) => old === void 0 ? [] : [{
			old,
			next
		}]));
		const isAlike = pairs.every(({ old, next }) => old.said !== void 0 && old.said === next.said);
		if (pairs.length === 0 || !isAlike) return [];
		return [`${row} answers both prompts alike, byte for byte, in ${pairs.length === 1 ? "the one pair of replies" : `all ${pairs.length} pairs of replies`}. If it does not use the \`prompt\` or the \`messages\` that it is given, this review saw nothing of the edit.`];
	});
}
const mostNamed = 5;
function wordCopies(row, group) {
	return `${group.slice(0, mostNamed).join(", ")}${group.length > mostNamed ? ` and ${group.length - mostNamed} more` : ""} ask nearly the same and got the same replies byte for byte on ${row}: they count as one case.`;
}

// src/core/assemble/assemble-report.ts
function assembleReport({ results, broken, readSaid, costOf, ...facts }) {
	return closeReport(facts, [...results.map((result) => assemblePrompt(result, facts.settings, readSaid, costOf)), ...broken.map(assembleBroken)].toSorted((one, other) => one.path < other.path ? -1 : Number(one.path > other.path)));
}
function assembleBroken({ path, previousPath, change, diff, through, problems }) {
	return {
		path,
		...previousPath === void 0 ? {} : { previousPath },
		change,
		verdict: "invalid",
		diff,
		reasons: [],
		pooled: null,
		rounds: 0,
		casesChanged: {
			added: [],
			removed: [],
			edited: [],
			weakened: []
		},
		...through === void 0 ? {} : { through },
		unchecked: [],
		problems,
		notes: [],
		exam: [],
		models: []
	};
}
function closeReport(facts, prompts) {
	const { settings, problems, unreviewed, accepted } = facts;
	const all = gateWordsOf({
		prompts,
		problems,
		unreviewed
	});
	return {
		version: 1,
		tool: facts.tool,
		mode: settings.mode === "drift" || settings.mode === "monitor" ? "check" : settings.mode,
		...settings.name === void 0 ? {} : { name: settings.name },
		base: facts.pull.base,
		head: facts.pull.head,
		...facts.pull.number === void 0 ? {} : { pullRequest: facts.pull.number },
		startedAt: facts.startedAt,
		fingerprint: facts.fingerprint,
		verdict: worst(all),
		reasons: reasonsOf(prompts),
		gate: {
			open: isOpen(all, problemsOf({
				problems,
				prompts
			}).map(({ problem }) => problem), settings.failOn, accepted.length > 0),
			failOn: settings.failOn,
			...facts.pull.number === void 0 ? {} : { acceptLabel: settings.acceptLabel }
		},
		problems,
		ended: facts.ended,
		...facts.stoppedBy === void 0 ? {} : { stoppedBy: facts.stoppedBy },
		accepted,
		unreviewed,
		notes: [...facts.notes, ...unmeasuredMetrics(prompts, settings)],
		prompts,
		...facts.judge === void 0 ? {} : { judge: facts.judge },
		calls: facts.spent.calls,
		costUsd: facts.spent.costUsd,
		served: facts.spent.served.map((one) => settings.servedModel === "allow" ? withoutOthers(one) : one),
		...facts.spent.recounted === void 0 ? {} : { recounted: facts.spent.recounted },
		adapted: facts.spent.adapted,
		method: {
			sampling: settings.sampling,
			trials: settings.trials,
			alpha: settings.gate.alpha,
			tolerance: settings.gate.tolerance,
			margin: settings.gate.margin,
			cases: settings.gate.cases
		},
		links: facts.links
	};
}
function isOpen(all, problems, failOn, accepted) {
	if (problems.some(({ reason }) => reason === "config" || reason === "files" || reason === "permission")) return false;
	const failing = new Set(failOn);
	return !all.some((word) => failing.has(word) && !(accepted && word === "regressed"));
}
function reasonsOf(prompts) {
	const found = prompts.flatMap((prompt) => [...prompt.reasons, ...prompt.models.flatMap((row) => row.reasons)].map((reason) => ({
		prompt: prompt.path,
		reason
	})));
	const rank = ({ reason }) => verdicts.indexOf(verdictOfReason(reason));
	return found.toSorted((a, b) => rank(a) - rank(b));
}
function withoutOthers({ asked, served, changes }) {
	return {
		asked,
		served,
		...changes === void 0 ? {} : { changes }
	};
}
function unmeasuredMetrics(prompts, { gate, overrides }) {
	const rows = prompts.flatMap(({ models }) => models);
	if (rows.length === 0) return [];
	const measured = [...new Set(rows.flatMap((row) => Object.keys(row.metrics)))].toSorted();
	const known = measured.length === 0 ? "no check has a name" : `there are ${measured.slice(0, 10).join(", ")}`;
	const named = [gate, ...overrides.map((one) => one.gate)].flatMap(({ metrics = {} }) => Object.keys(metrics));
	return [...new Set(named)].filter((name) => !measured.includes(name)).map((name) => `\`gate.metrics\` names \`${name}\`, which no check asked here is called: it gates nothing (${known}).`);
}

export { assembleRow as a, pooledOf as i, closeReport as n, judgedCase as o, isOpen as r, judgedRow as s, assembleReport as t };