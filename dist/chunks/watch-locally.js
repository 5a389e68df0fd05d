import { r as isOfInput, t as ProblemError } from "./problem.js";
import { t as escapeHidden } from "./show-hidden.js";
import { a as valuesTowards, i as servedBy$1, n as standingOf, o as channelOf, r as caseChannel, s as onScale, t as rowOfState } from "./row-of-state.js";
import { t as raiseAlerts } from "./raise-alerts.js";
import { a as rowsOfHistory, i as rowName, t as canaryRow } from "./read-history.js";
import { a as readSettings } from "./read-settings.js";
import { a as driftVerdicts } from "./deliver-alert.js";
import { l as showModel } from "./named-checks.js";
import { J as randomBelow, Y as seededRandom, Z as logChoose } from "./verdict-of-reason.js";
import { n as callFor } from "./call.js";
import { t as hash } from "./hash.js";
import { c as findRefusal } from "./scorers.js";
import { t as check } from "./check.js";

// src/core/alerts/watch-drift-rows.ts
function watchedDrifts(report, kept, { except, isWhole }) {
	const base = {
		forRuns: 1,
		except
	};
	const rows = report.prompts.flatMap(({ path, models }) => models.map((row) => {
		const key = JSON.stringify([
			"drift",
			path,
			row.model
		]);
		const standing = standingOf(row);
		const known = kept.entries.find((entry) => entry.key === key)?.about;
		if (standing === "drifted") return {
			...base,
			key,
			is: "wrong",
			about: aboutRow(path, row, report)
		};
		const about = known ?? aboutRow(path, row, report);
		return standing === "unknown" ? {
			...base,
			key,
			is: "unknown",
			about
		} : {
			...base,
			key,
			is: "fine",
			ended: standing,
			about
		};
	}));
	const seesAll = isWhole && report.problems.length === 0 && rows.length > 0;
	const gone = kept.entries.filter(({ key, about }) => seesAll && about.kind === "drift" && rows.every((one) => one.key !== key));
	return [...rows, ...gone.map(({ key, about }) => ({
		...base,
		key,
		is: "fine",
		ended: "no-longer-asked",
		about
	}))];
}
function aboutRow(prompt, row, report) {
	return {
		kind: "drift",
		prompt,
		model: row.model,
		began: row.since?.at ?? report.startedAt,
		found: foundIn(row),
		cases: row.cases,
		served: row.served,
		servedBefore: row.servedBefore ?? row.served
	};
}
function foundIn({ found }) {
	const names = found.map(({ layer, channel = "" }) => {
		if (layer === "served") return "the model that answers";
		if (layer === "tokens") return "how input tokens count";
		return channel.startsWith("metric:") ? channel.slice(7) : channels[channel] ?? channel;
	});
	return [...new Set(names)];
}
const channels = {
	score: "score",
	case: "single cases",
	pass: "pass rate",
	refusal: "refusals",
	length: "length of replies",
	latency: "time of replies",
	cost: "cost of replies",
	distance: "distance from earlier replies"
};

// src/app/drift/alert-of-drifts.ts
async function alertOfDrifts(report, settings, ports, about) {
	let watched = [];
	const watch = (kept) => {
		watched = watchedDrifts(report, kept, about);
		return watched;
	};
	const raised = await raiseAlerts(watch, settings, ports, about.signal);
	return watched.flatMap(({ key, about: told }) => {
		const one = raised.get(key);
		if (one === void 0 || told.kind !== "drift") return [];
		return [{
			rule: "drift",
			prompt: told.prompt,
			model: told.model,
			...one
		}];
	});
}

// src/app/drift/drift-run.ts
function leftOf({ calls, usd }, { calls: { made }, costUsd: { actual = 0 } }) {
	return {
		calls: Math.max(1, calls - made),
		usd: Math.max(0, usd - actual)
	};
}

// src/app/drift/report-drift.ts
function reportDrift({ states, asked, canaries, kept, notes, settings, place }) {
	const [seen] = asked;
	const byPrompt = Map.groupBy(states, ({ latest }) => latest.prompt);
	const silent = (seen?.prompts ?? []).flatMap(({ path, models }) => models.filter(({ model }) => byPrompt.get(path)?.some(({ latest }) => latest.model === model.new) !== true).map((row) => ({
		path,
		row: silentRow(row)
	})));
	const prompts = [.../* @__PURE__ */ new Set([...byPrompt.keys(), ...silent.map(({ path }) => path)])].map((path) => ({
		path,
		models: [...(byPrompt.get(path) ?? []).map((state) => rowOfState(state, settings.layers)), ...silent.filter((one) => one.path === path).map(({ row }) => row)]
	}));
	const problems = [...asked.flatMap((one) => one.problems), ...(seen?.prompts ?? []).flatMap((one) => one.problems ?? [])];
	const waiting = states.filter((state) => state.drift === void 0 && watchedSuspicions(state, settings).length > 0);
	const unheard = waiting.map(({ latest }) => `Something moved in ${latest.prompt} on ${latest.model}, and too few fresh replies came to say whether it is chance. The next run looks again.`);
	const isEmpty = prompts.length === 0 && canaries?.rows.some(({ why }) => why === void 0) !== true;
	const unnamed = canaries?.rows.length === 0 ? ["A canary watches the models that the config names under `models`, and it names none."] : [];
	const verdicts = [
		...prompts.flatMap(({ models }) => models.map(({ verdict }) => verdict)),
		...(canaries?.rows ?? []).map(({ verdict }) => verdict),
		...problems.length > 0 || isEmpty || waiting.length > 0 ? ["invalid"] : []
	];
	const failing = settings.failOn;
	const spent = [...asked, ...canaries?.spent === void 0 ? [] : [canaries.spent]];
	const costs = spent.map(({ costUsd }) => costUsd.actual);
	const [first, ...more] = kept.unread;
	const unread = first === void 0 ? [] : [`${first.at} ${first.why}; it was left out${more.length === 0 ? "" : `, as were ${more.length} more lines`}.`];
	return {
		version: 1,
		tool: place.tool,
		startedAt: place.at,
		head: {
			sha: place.head.sha,
			ref: place.head.ref
		},
		verdict: driftVerdicts.find((one) => verdicts.includes(one)) ?? "invalid",
		problems,
		notes: [
			...new Set(asked.flatMap((one) => one.notes)),
			...notes,
			...unnamed,
			...unheard,
			...unread
		],
		prompts,
		...canaries === void 0 ? {} : { canaries: canaries.rows },
		calls: {
			made: spent.reduce((sum, { calls }) => sum + calls.made, 0),
			failed: spent.reduce((sum, { calls }) => sum + calls.failed, 0)
		},
		...costs.every((cost) => cost !== void 0) ? { costUsd: costs.reduce((sum, cost) => sum + cost, 0) } : {},
		open: verdicts.every((verdict) => verdict !== "invalid" && !failing.includes(verdict))
	};
}
function silentRow({ model, cases }) {
	const of = cases.reduce((sum, { replies }) => sum + replies.length, 0);
	return {
		model: model.new,
		verdict: "invalid",
		served: [],
		layers: [],
		found: [],
		cases: [],
		metrics: {},
		history: [],
		runs: 0,
		missing: {
			missing: of,
			of
		}
	};
}
function watchedSuspicions({ suspected }, { layers }) {
	return layers.includes("cases") ? suspected : [];
}

// src/core/drift/canary-distance.ts
function leastOf({ values }, method) {
	return method === "border" ? 0 : Math.min(0, ...values);
}
function sumReplies({ inputs, method }) {
	return new Map(inputs.map(({ input, replies }) => {
		const tokens = /* @__PURE__ */ new Map();
		let least = 0;
		for (const reply of replies) {
			const own = leastOf(reply, method);
			least += own;
			for (const [at, token] of reply.tokens.entries()) tokens.set(token, (tokens.get(token) ?? 0) + (reply.values[at] ?? 0) - own);
		}
		return [input, {
			replies: replies.length,
			least,
			tokens
		}];
	}));
}
function distanceBetween(usual, run, method) {
	const parts = [...run].flatMap(([input, now]) => {
		const held = usual.flatMap((one) => one.get(input) ?? []);
		const replies = held.reduce((sum, one) => sum + one.replies, 0);
		if (replies === 0 || now.replies === 0) return [];
		const least = held.reduce((sum, one) => sum + one.least, 0);
		const tokens = /* @__PURE__ */ new Map();
		for (const one of held) for (const [token, value] of one.tokens) tokens.set(token, (tokens.get(token) ?? 0) + value);
		const names = /* @__PURE__ */ new Set([...tokens.keys(), ...now.tokens.keys()]);
		let sum = 0;
		for (const name of names) {
			const before = (least + (tokens.get(name) ?? 0)) / replies;
			sum += Math.abs(before - (now.least + (now.tokens.get(name) ?? 0)) / now.replies);
		}
		return names.size === 0 ? [] : [method === "border" ? sum / 2 : sum / names.size];
	});
	return parts.length === 0 ? void 0 : parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

// src/core/drift/test-canary.ts
const draws$1 = 9999;
const mostTokens = 20;
function testCanary(strata, method) {
	const tables = tablesOf(strata, method);
	if (tables.length === 0) return void 0;
	const distance = distanceOf(tables, method);
	const random = seededRandom([tables.length, tables.reduce((sum, { size }) => sum + size, 0)]);
	let atLeast = 0;
	for (let draw = 0; draw < draws$1; draw++) {
		for (const table of tables) shuffle(table, random);
		if (distanceOf(tables, method) >= distance - 1e-12) atLeast++;
	}
	return (1 + atLeast) / 1e4;
}
function distanceOf(tables, method) {
	return tables.map((table) => spread(table) * (method === "border" ? .5 : 1 / table.columns.length)).reduce((sum, part) => sum + part, 0) / tables.length;
}
function tablesOf(strata, method) {
	return strata.filter(({ usual, now }) => usual.length > 0 && now.length > 0).map((stratum) => tableOf(stratum, method)).filter(({ columns }) => columns.length > 0);
}
function tableOf({ usual, now }, method) {
	const replies = [...now, ...usual].map((reply) => new Map(reply.tokens.map((token, at) => [token, reply.values[at] ?? 0])));
	const lacking = [...now, ...usual].map((reply) => leastOf(reply, method));
	const valueAt = (at, token) => replies[at]?.get(token) ?? lacking[at] ?? 0;
	const columns = [...new Set(replies.flatMap((reply) => [...reply.keys()]))].map((token) => {
		return [token, replies.reduce((sum, _, at) => sum + valueAt(at, token), 0)];
	}).toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, mostTokens).map(([token]) => token).map((token) => Float64Array.from(replies, (_, at) => valueAt(at, token)));
	return {
		columns,
		totals: columns.map((column) => column.reduce((sum, value) => sum + value, 0)),
		order: Uint32Array.from(replies.keys()),
		size: now.length
	};
}
function spread({ columns, totals, order, size }) {
	let sum = 0;
	for (const [index, column] of columns.entries()) {
		let first = 0;
		for (let at = 0; at < size; at++) first += column[order[at] ?? 0] ?? 0;
		sum += Math.abs(first / size - ((totals[index] ?? 0) - first) / (order.length - size));
	}
	return sum;
}
function shuffle({ order, size }, random) {
	for (let at = 0; at < size; at++) {
		const from = at + randomBelow(random, order.length - at);
		const held = order[at] ?? 0;
		order[at] = order[from] ?? 0;
		order[from] = held;
	}
}

// src/core/drift/follow-canary.ts
const fewestRuns$1 = 8;
const mostRuns = 30;
const streaks = [
	{
		runs: 1,
		beyond: 4.5,
		p: .001
	},
	{
		runs: 2,
		beyond: 3.3,
		p: .001
	},
	{
		runs: 3,
		beyond: 2.9,
		p: .001
	}
];
const leastBeyond = 2.3;
const confirmsCanaryAt = .01;
const leastScatter = {
	logprobs: .01,
	border: .03
};
function followCanary(lines) {
	return lines.reduce(heedCanary, void 0);
}
function heedCanary(state, line) {
	if (line.kind === "canary") return addRun$1(state, line);
	if (state === void 0) return void 0;
	if (line.kind === "accepted") return beginning(state.latest);
	if (line.kind === "confirmation") return line.confirmed ? begin$1(state) : {
		...state,
		suspected: false
	};
	return state;
}
function beginning(latest) {
	return {
		verdict: "baseline",
		latest,
		runs: [latest],
		usual: [latest],
		waiting: [],
		suspected: false
	};
}
function addRun$1(before, line) {
	if (before === void 0 || before.latest.probe !== line.probe) return beginning(line);
	const { usual } = before;
	const runs = [...before.runs, line];
	const grown = usual.length < mostRuns ? [...usual, line] : usual;
	const isOther = isOtherModel(usual.at(-1), line);
	if (before.since === void 0 && isOther) return {
		verdict: "drifted",
		latest: line,
		runs,
		usual,
		waiting: [],
		suspected: false,
		since: runs.length - 1,
		told: "served"
	};
	if (before.told === "served") {
		const { since = 0 } = before;
		const held = {
			latest: line,
			runs,
			waiting: [],
			suspected: false
		};
		return isOther ? {
			...held,
			verdict: "drifted",
			usual,
			since,
			told: "served"
		} : {
			...held,
			verdict: usual.length < fewestRuns$1 ? "baseline" : "steady",
			usual: grown,
			ended: since
		};
	}
	if (usual.length < fewestRuns$1) return {
		verdict: "baseline",
		latest: line,
		runs,
		usual: grown,
		waiting: [],
		suspected: false
	};
	const reading = read(usual, line);
	if (reading === void 0) return {
		...before,
		latest: line,
		runs,
		suspected: false
	};
	const next = {
		latest: line,
		runs,
		waiting: [],
		distance: reading.distance,
		limit: reading.limit
	};
	if (before.since !== void 0) {
		if (!runs.slice(-2).every((run) => {
			const one = read(usual, run);
			return one !== void 0 && one.distance <= limitOf(usual, leastBeyond);
		}) || runs.length - 2 <= before.since) return {
			...next,
			verdict: "drifted",
			usual,
			suspected: false,
			since: before.since,
			told: "replies"
		};
		return {
			...next,
			verdict: "steady",
			usual: grown,
			suspected: false,
			ended: before.since
		};
	}
	const streak = streakOf(usual, runs);
	const isOff = reading.distance > limitOf(usual, leastBeyond);
	const waiting = isOff ? [...before.waiting, line] : [];
	const settled = isOff || usual.length >= mostRuns ? usual : [
		...usual,
		...before.waiting,
		line
	].slice(0, mostRuns);
	return {
		...next,
		verdict: "steady",
		usual: settled,
		waiting,
		suspected: streak !== void 0
	};
}
function streakOf(usual, runs) {
	return streaks.find(({ runs: width, beyond, p }) => {
		if (runs.length < width) return false;
		const part = runs.slice(-width);
		const limit = limitOf(usual, beyond);
		const readings = part.map((run) => read(usual, run));
		return readings.every((one) => one !== void 0 && one.distance > limit) && (readings.at(-1)?.p() ?? 1) <= p;
	});
}
function isOtherModel(before, { served: [first] }) {
	const was = before?.served ?? [];
	return first !== void 0 && was.length > 0 && was.every(({ model }) => model !== first.model);
}
function begin$1(state) {
	const { runs, usual: held } = state;
	const limit = limitOf(held, leastBeyond);
	let from = runs.length - 1;
	const isOff = (run) => run !== void 0 && !held.includes(run) && (read(held, run)?.distance ?? 0) > limit;
	while (from > 0 && isOff(runs[from - 1])) from--;
	return {
		...state,
		verdict: "drifted",
		suspected: false,
		since: from,
		told: "replies"
	};
}
function read(usual, run) {
	const distance = distanceBetween(usual.map(sumsOf), sumsOf(run), run.method);
	if (distance === void 0) return void 0;
	return {
		distance,
		limit: limitOf(usual, streaks[0].beyond),
		p: () => testCanary(strataOf(usual, run), run.method) ?? 1
	};
}
const apartness = /* @__PURE__ */ new WeakMap();
function limitOf(usual, z) {
	const { mean, scatter, n } = apartness.get(usual) ?? reckon(usual);
	return mean + studentQuantile(z, Math.max(4, n - 1)) * scatter * Math.sqrt(1 + 1 / Math.max(1, n));
}
function reckon(usual) {
	const sums = usual.map(sumsOf);
	const method = usual[0]?.method ?? "border";
	const apart = sums.flatMap((own, at) => distanceBetween(sums.toSpliced(at, 1), own, method) ?? []);
	const n = apart.length;
	const mean = apart.reduce((sum, one) => sum + one, 0) / Math.max(1, n);
	const squares = apart.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, n - 1);
	const reckoned = {
		mean,
		scatter: Math.max(leastScatter[method], Math.sqrt(squares)),
		n
	};
	apartness.set(usual, reckoned);
	return reckoned;
}
function confirmCanary({ usual }, fresh) {
	const reading = read(usual, fresh);
	if (reading === void 0) return void 0;
	const p = reading.p();
	return {
		confirmed: reading.distance > limitOf(usual, leastBeyond) && p <= .01,
		p
	};
}
const added = /* @__PURE__ */ new WeakMap();
function sumsOf(line) {
	const known = added.get(line) ?? sumReplies(line);
	added.set(line, known);
	return known;
}
function strataOf(usual, now) {
	const repliesTo = (runs, wanted) => runs.flatMap(({ inputs }) => inputs.find(({ input }) => input === wanted)?.replies ?? []);
	return now.inputs.map(({ input, replies }) => ({
		usual: repliesTo(usual, input),
		now: replies
	}));
}
function studentQuantile(z, v) {
	return z + (z ** 3 + z) / (4 * v) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) + (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3);
}

// src/app/drift/ask-canary.ts
const replies = 10;
const plainInput = "x";
const mostBorders = 5;
const askings = 3;
const atOnce = 20;
async function askCanary(asked, deps) {
	const last = asked.earlier.findLast((line) => line.kind === "canary");
	const searched = asked.earlier.findLast((line) => line.kind === "search");
	if (searched === void 0 && last?.method !== "border") {
		const params = {
			logprobs: true,
			top_logprobs: 20
		};
		const heard = await askInput(plainInput, replies, params, asked, deps);
		if (typeof heard === "string") return { why: {
			kind: "failed",
			what: heard
		} };
		const listed = heard.flatMap(({ topLogprobs }) => topLogprobs === void 0 ? [] : [topLogprobs]);
		if (listed.length > 0) return { line: lineOf("logprobs", params, heard, [{
			input: plainInput,
			replies: listed.map(rounded)
		}], asked) };
	}
	const search = await searchBorders(asked, searched, deps);
	if ("why" in search) return search;
	const { found, isOver, ...more } = search;
	if (!isOver) return more;
	if (found.length === 0) return {
		...more,
		why: {
			kind: "none",
			what: "its service gives no log-probabilities, and no short input was found whose first token is a near tie at temperature 0, as is usual of models that reason. Golden cases watch it."
		}
	};
	const heard = await Promise.all(found.map((input) => askInput(input, replies, atZero, asked, deps)));
	const answers = heard.flatMap((one) => typeof one === "string" ? [] : one);
	if (answers.length === 0) return {
		...more,
		why: {
			kind: "failed",
			what: heard.find((one) => typeof one === "string") ?? ""
		}
	};
	const inputs = found.flatMap((input, at) => {
		const said = heard[at] ?? "";
		return typeof said === "string" ? [] : [{
			input,
			replies: said.map(({ text }) => ({
				tokens: [text.slice(0, 40)],
				values: [1]
			}))
		}];
	});
	return {
		...more,
		line: lineOf("border", atZero, answers, inputs, asked)
	};
}
const atZero = { temperature: 0 };
async function searchBorders(asked, before, deps) {
	let [tried, found] = [before?.tried ?? 0, before?.found ?? []];
	const most = Math.floor(asked.setup / askings);
	const isOver = () => found.length >= mostBorders || tried >= most;
	if (before !== void 0 && isOver()) return {
		found,
		isOver: true
	};
	while (!isOver() && deps.mayAsk(60) === "complete") {
		const inputs = Array.from({ length: Math.min(atOnce, most - tried) }, (_, at) => shortInput(tried + at));
		const heard = await Promise.all(inputs.map((input) => askInput(input, askings, atZero, asked, deps)));
		const fault = heard.find((one) => typeof one === "string");
		if (fault !== void 0) return { why: {
			kind: "failed",
			what: fault
		} };
		const borders = inputs.filter((_, at) => {
			const said = heard[at] ?? "";
			return typeof said !== "string" && new Set(said.map(({ text }) => text)).size > 1;
		});
		tried += inputs.length;
		found = [...found, ...borders].slice(0, mostBorders);
	}
	const { name, at, run } = asked;
	const search = {
		kind: "search",
		...placeOf({
			name,
			at,
			run
		}),
		tried,
		found
	};
	return {
		found,
		isOver: isOver(),
		search
	};
}
function shortInput(index) {
	const number = index * 7919 % 17576;
	return [
		676,
		26,
		1
	].map((place) => String.fromCharCode(97 + Math.floor(number / place) % 26)).join("");
}
async function askInput(input, times, params, asked, { ask }) {
	const request = requestOf(input, params, asked);
	const heard = await Promise.all(Array.from({ length: times }, (_, trial) => ask.reply(callFor(request, trial, "reply", `canary ${asked.run} ${asked.at} ${asked.round}`))));
	const answers = heard.flatMap((reply) => reply.kind === "answered" ? ask.kept(reply.call) ?? [] : []);
	const lost = heard.find((reply) => reply.kind === "failed");
	return answers.length === 0 ? lost?.message ?? "its answers are not kept" : answers;
}
function requestOf(input, params, { model }) {
	const { max_completion_tokens: _, ...usual } = model.params;
	return {
		kind: "chat",
		provider: model.provider,
		model: model.model,
		messages: [{
			role: "user",
			content: input
		}],
		params: {
			...usual,
			...params,
			max_tokens: 1
		}
	};
}
function placeOf({ name, at, run }) {
	return {
		version: 1,
		at,
		run,
		prompt: canaryRow,
		model: name
	};
}
function lineOf(method, params, answers, inputs, asked) {
	const byModel = Map.groupBy(answers, ({ servedModel }) => servedModel);
	const requests = inputs.map(({ input }) => requestOf(input, params, asked));
	return {
		kind: "canary",
		...placeOf(asked),
		method,
		probe: hash(requests).slice(0, 16),
		served: [...byModel].map(([model, held]) => ({
			model,
			replies: held.length
		})).toSorted((a, b) => b.replies - a.replies || (a.model < b.model ? -1 : 1)),
		inputs
	};
}
function rounded(likely) {
	const kept = likely.slice(0, 10);
	return {
		tokens: kept.map(({ token }) => token),
		values: kept.map(({ logprob }) => Math.round(logprob * 1e3) / 1e3)
	};
}

// src/core/drift/baseline.ts
const mostBaselineRuns = 30;
const emptyBaseline = baselineOf(0, /* @__PURE__ */ new Map(), /* @__PURE__ */ new Set());
function baselineFrom(runs) {
	return runs.reduce((held, run) => held.with(run), emptyBaseline);
}
function baselineOf(runs, held, keys) {
	return {
		runs,
		knows: ({ key }) => keys.has(key),
		of: (one, channel) => held.get(nameOf(one, channel)),
		with: (run) => {
			if (runs >= mostBaselineRuns && run.cases.every((one) => isFull(one, held))) return baselineOf(runs + 1, held, keys);
			const grown = new Map(held);
			for (const one of run.cases) for (const [channel, values] of Object.entries(one.values)) {
				const about = channelOf(channel);
				const before = grown.get(nameOf(one, channel)) ?? none;
				if (about === void 0 || values.length === 0 || before.runs >= mostBaselineRuns) continue;
				const after = values.reduce((moments, value) => grow(moments, onScale(value, about)), before);
				grown.set(nameOf(one, channel), {
					...after,
					runs: before.runs + 1
				});
			}
			return baselineOf(runs + 1, grown, /* @__PURE__ */ new Set([...keys, ...run.cases.map(({ key }) => key)]));
		}
	};
}
function isFull(one, held) {
	return Object.keys(one.values).every((channel) => (held.get(nameOf(one, channel)) ?? none).runs >= mostBaselineRuns);
}
const none = {
	count: 0,
	runs: 0,
	mean: 0,
	squares: 0
};
function grow({ count, runs, mean, squares }, value) {
	const next = mean + (value - mean) / (count + 1);
	return {
		count: count + 1,
		runs,
		mean: next,
		squares: squares + (value - mean) * (value - next)
	};
}
function nameOf({ key }, channel) {
	return `${key} ${channel}`;
}

// src/core/drift/find-change.ts
const within = 1.92;
function findChange(levels) {
	let [weights, sums] = [0, 0];
	const gains = levels.toReversed().map(({ change, variance }) => {
		weights += 1 / variance;
		sums += change / variance;
		return sums ** 2 / (2 * weights);
	}).toReversed();
	const most = Math.max(...gains);
	const likely = gains.flatMap((gain, at) => gain >= most - within ? [at] : []);
	return {
		at: gains.indexOf(most),
		from: likely[0] ?? 0,
		to: likely.at(-1) ?? 0
	};
}

// src/core/drift/confirm-alarm.ts
const confirmingAlpha = .01;
const draws = 9999;
function confirmAlarm(held, suspected, isSuite, alpha = confirmingAlpha) {
	const compared = held.filter(({ usual, fresh }) => usual.length > 0 && fresh.length > 0).map((one) => ({
		...one,
		usual: one.usual.slice(-40)
	}));
	const tests = [...isSuite ? [{
		id: void 0,
		p: testLower(compared, 1)
	}] : [], ...compared.filter(({ id }) => suspected.includes(id)).map((one, at) => ({
		id: one.id,
		p: testLower([one], at + 2)
	}))].toSorted((a, b) => a.p - b.p);
	const rejected = [];
	for (const [at, test] of tests.entries()) {
		if (test.p > alpha / (tests.length - at)) break;
		rejected.push(test);
	}
	return {
		confirmed: rejected.length > 0,
		p: tests[0]?.p ?? 1,
		alpha,
		cases: rejected.flatMap(({ id }) => id === void 0 ? [] : [id]),
		replies: compared.reduce((sum, { fresh }) => sum + fresh.length, 0)
	};
}
function testLower(cases, seed) {
	const pools = cases.map(({ usual, fresh }) => ({
		size: fresh.length,
		values: Float64Array.from([...fresh, ...usual])
	})).filter(({ values }) => values.some((value) => value !== values[0]));
	if (pools.length === 0) return 1;
	const observed = pools.reduce((sum, pool) => sum + meanOfFirst(pool), 0);
	const random = seededRandom([seed, pools.length]);
	let atMost = 0;
	for (let draw = 0; draw < draws; draw++) {
		let sum = 0;
		for (const pool of pools) {
			shuffleFirst(pool, random);
			sum += meanOfFirst(pool);
		}
		if (sum <= observed + 1e-9) atMost++;
	}
	return (1 + atMost) / 1e4;
}
function meanOfFirst({ size, values }) {
	let sum = 0;
	for (let at = 0; at < size; at++) sum += values[at] ?? 0;
	return sum / size;
}
function shuffleFirst({ size, values }, random) {
	for (let at = 0; at < size; at++) {
		const from = at + randomBelow(random, values.length - at);
		const held = values[at] ?? 0;
		values[at] = values[from] ?? 0;
		values[from] = held;
	}
}

// src/core/drift/watch-case.ts
const fallsTo = [
	.1,
	.5,
	.75
];
const caution = .2;
const leastRate = .02;
const noEvidence = fallsTo.map(() => 0);
function meanEvidence(evidence) {
	return evidence.reduce((sum, one) => sum + one, 0) / evidence.length;
}
function addEvidence(evidence, values, usual) {
	const passes = values.reduce((sum, value) => sum + value, 0);
	const fails = values.length - passes;
	const before = usual.mean * usual.count;
	const rate = Math.max(leastRate, betaQuantile(Math.floor(before + 1e-9) + 1, usual.count - Math.floor(before + 1e-9) + 1));
	return evidence.map((held, at) => {
		const left = (fallsTo[at] ?? 1) * rate;
		const ratio = Math.exp(passes * Math.log(left / rate) + fails * Math.log((1 - left) / (1 - rate)));
		return Math.min(0xe8d4a51000, (1 + held) * ratio);
	});
}
const known = /* @__PURE__ */ new Map();
function betaQuantile(a, b) {
	const name = `${a}/${b}`;
	const held = known.get(name);
	if (held !== void 0) return held;
	let [low, high] = [0, 1];
	for (let step = 0; step < 40; step++) {
		const middle = (low + high) / 2;
		if (atLeast(a, a + b - 1, middle) < caution) low = middle;
		else high = middle;
	}
	known.set(name, low);
	return low;
}
function atLeast(k, n, p) {
	let sum = 0;
	for (let i = k; i <= n; i++) sum += Math.exp(logChoose(n, i) + i * Math.log(p) + (n - i) * Math.log1p(-p));
	return sum;
}

// src/core/drift/watch-suite.ts
const restingSums = {
	lower: 0,
	higher: 0,
	squares: 0,
	seen: 0
};
const alarmAt = {
	score: 4,
	other: 7
};
const allowance = .5;
const imagined = 5;
const mostSquare = 9;
function readSuite(run, name, channel, baseline) {
	const compared = run.cases.flatMap((one) => {
		const values = one.values[name] ?? [];
		const usual = baseline.of(one, name);
		if (values.length === 0 || usual === void 0 || usual.count === 0) return [];
		return [{
			change: values.reduce((sum, value) => sum + onScale(value, channel), 0) / values.length - usual.mean,
			now: values.length,
			usual
		}];
	});
	if (compared.length === 0) return void 0;
	const pooled = pooledVariance(compared.map(({ usual }) => usual));
	const n = compared.length;
	const replies = compared.reduce((sum, { now }) => sum + now, 0);
	const variance = compared.reduce((sum, { now, usual }) => {
		const prior = channel.scale === "share" ? .25 : pooled;
		return sum + (usual.squares + prior) / Math.max(1, usual.count) * (1 / now + 1 / usual.count);
	}, 0);
	const floor = channel.scale === "share" ? .25 * (1 / replies) ** 2 : 1e-6;
	const change = compared.reduce((sum, one) => sum + one.change, 0) / n;
	return {
		change,
		z: change / Math.sqrt(variance / n ** 2 + floor),
		cases: n
	};
}
function addReading(sums, { z }) {
	const scatter = Math.max(1, (sums.squares + imagined) / (sums.seen + imagined));
	const own = z / Math.sqrt(scatter);
	return {
		lower: Math.max(0, sums.lower - own - allowance),
		higher: Math.max(0, sums.higher + own - allowance),
		squares: sums.squares + Math.min(mostSquare, z ** 2),
		seen: sums.seen + 1
	};
}
function sumOf({ lower, higher }, { worse }) {
	if (worse === "either") return Math.max(lower, higher);
	return worse === "lower" ? lower : higher;
}
function pooledVariance(usual) {
	const freedom = usual.reduce((sum, { count }) => sum + count - 1, 0);
	return freedom <= 0 ? 1 : usual.reduce((sum, { squares }) => sum + squares, 0) / freedom;
}

// src/core/drift/read-layers.ts
const fewestRuns = {
	share: 3,
	size: 6
};
const recounted = .5;
function readChannels(held, run) {
	const sums = new Map(held.sums);
	const readings = [];
	for (const name of new Set(run.cases.flatMap(({ values }) => Object.keys(values)))) {
		const channel = channelOf(name);
		if (channel === void 0 || held.baseline.runs < fewestRuns[channel.scale]) continue;
		const reading = readSuite(run, name, channel, held.baseline);
		if (reading === void 0) continue;
		const after = addReading(held.sums.get(name) ?? restingSums, reading);
		sums.set(name, after);
		const [statistic, limit] = [sumOf(after, channel), name === "score" ? alarmAt.score : alarmAt.other];
		readings.push({
			layer: "cases",
			channel: name,
			statistic,
			limit,
			alarm: statistic >= limit
		});
	}
	return {
		sums,
		readings
	};
}
function readCases(held, run) {
	const channel = caseChannel(run);
	if (held.baseline.runs < fewestRuns.share) return { evidence: held.evidence };
	const evidence = new Map(run.cases.flatMap((one) => {
		const [usual, values] = [held.baseline.of(one, channel), one.values[channel] ?? []];
		if (usual === void 0 || values.length === 0) return [];
		return [[one.key, addEvidence(held.evidence.get(one.key) ?? noEvidence, values, usual)]];
	}));
	if (evidence.size === 0) return { evidence };
	const statistic = [...evidence.values()].reduce((sum, one) => sum + meanEvidence(one), 0) / evidence.size;
	return {
		evidence,
		reading: {
			layer: "cases",
			channel: "case",
			statistic,
			limit: 100,
			alarm: statistic >= 100
		}
	};
}
function readAdmitted(before, run) {
	if (before === void 0) return [];
	const [was, is] = [servedBy$1(before), servedBy$1(run)];
	const others = run.served.filter(({ model }) => !was.includes(model)).reduce((sum, { replies }) => sum + replies, 0);
	const all = run.served.reduce((sum, { replies }) => sum + replies, 0);
	const same = run.cases.flatMap((one) => {
		const earlier = before.cases.find(({ key }) => key === one.key);
		return one.input === void 0 || earlier?.input === void 0 ? [] : [one.input !== earlier.input];
	});
	const counted = same.filter(Boolean).length / Math.max(1, same.length);
	return [...is.length === 0 || was.length === 0 ? [] : [{
		layer: "served",
		statistic: others / all,
		limit: .5,
		alarm: others / all > .5
	}], ...same.length === 0 ? [] : [{
		layer: "tokens",
		statistic: counted,
		limit: recounted,
		alarm: counted > recounted
	}]];
}
function suspicionsOf(readings, cases, { sums, evidence }, run) {
	const isScore = ({ channel, alarm }) => channel === "score" && alarm;
	const isMain = cases?.alarm === true || readings.some(isScore);
	const suites = readings.flatMap(({ channel = "", alarm }) => {
		if (!(channel === "score" ? isMain : alarm)) return [];
		const { lower, higher } = sums.get(channel) ?? restingSums;
		const worse = channelOf(channel)?.worse;
		return [{
			channel,
			towards: worse === "higher" || worse === "either" && higher > lower ? 1 : -1,
			isSuite: true,
			cases: []
		}];
	});
	if (!isMain) return suites;
	const least = 100 / 10;
	const ids = [...evidence].filter(([, one]) => meanEvidence(one) >= least).toSorted(([, a], [, b]) => meanEvidence(b) - meanEvidence(a)).map(([key]) => key).flatMap((key) => run.cases.find((one) => one.key === key)?.id ?? []);
	if (ids.length === 0) return suites;
	return [...suites, {
		channel: "case",
		towards: -1,
		isSuite: false,
		cases: ids.slice(0, 20)
	}];
}

// src/core/drift/is-over.ts
const widths = [
	1,
	2,
	3,
	5,
	8
];
const mostDuring = 8;
const overAlpha = .002;
const nearEnough = 2;
function isOver({ since, found }, usual, runs) {
	const latest = runs.at(-1);
	if (latest === void 0) return false;
	return found.every(({ layer, channel, towards = -1, cases }) => {
		if (layer === "served" || layer === "tokens") {
			const reading = readAdmitted(usual.at(-1), latest).find((one) => one.layer === layer);
			return reading !== void 0 && !reading.alarm && (layer !== "served" || servedBy$1(latest).length > 0);
		}
		const name = channel === void 0 || channel === "case" ? caseChannel(latest) : channel;
		const part = (run) => cases.length === 0 ? run : {
			...run,
			cases: run.cases.filter(({ id }) => cases.includes(id))
		};
		if (part(latest).cases.every((one) => !usual.some((run) => run.cases.some(({ key }) => key === one.key)))) return true;
		return widths.some((width) => {
			const [during, recent] = [runs.slice(since.at, -width).slice(0, mostDuring).map(part), runs.slice(-width).map(part)];
			if (during.length === 0) return false;
			const about = channelOf(name);
			const pooled = recent.reduce((all, run) => ({
				...run,
				cases: [...all.cases, ...run.cases]
			}));
			const off = about === void 0 ? void 0 : readSuite(pooled, name, about, baselineFrom(usual.map(part)));
			if (off === void 0 || towards * off.z > nearEnough) return false;
			return confirmAlarm(heldOf(during, recent, name, towards), [], true, overAlpha).confirmed;
		});
	});
}
function heldOf(during, recent, channel, towards) {
	const back = towards === 1 ? -1 : 1;
	const byKey = (runs) => Map.groupBy(runs.flatMap(({ cases }) => cases), ({ key }) => key);
	const now = byKey(recent);
	return [...byKey(during)].flatMap(([key, cases]) => {
		const [first] = cases;
		const fresh = (now.get(key) ?? []).flatMap((one) => valuesTowards(one, channel, back));
		return first === void 0 ? [] : [{
			id: first.id,
			usual: cases.flatMap((one) => valuesTowards(one, channel, back)),
			fresh
		}];
	});
}

// src/core/drift/follow-row.ts
const emptyRow = {
	runs: [],
	usual: [],
	baseline: emptyBaseline,
	sums: /* @__PURE__ */ new Map(),
	evidence: /* @__PURE__ */ new Map(),
	readings: [],
	suspected: []
};
function followRow(lines) {
	return stateOf(lines.reduce(follow, emptyRow));
}
function stateOf(held) {
	const latest = held.runs.at(-1);
	if (latest === void 0) return void 0;
	const { drift, ended, settled, readings, suspected, baseline, usual, runs } = held;
	return {
		verdict: drift !== void 0 ? "drifted" : runs.length <= fewestRuns.share ? "baseline" : "steady",
		latest,
		layers: readings,
		suspected,
		...drift === void 0 ? {} : { drift },
		...ended === void 0 ? {} : { ended },
		...drift !== void 0 || settled === void 0 ? {} : { settled },
		baseline,
		runs,
		usual
	};
}
function follow(held, line) {
	switch (line.kind) {
		case "run": return addRun(held, line);
		case "confirmation": return line.confirmed ? begin(held, line.layer, line.cases) : rest(held, line.layer);
		case "canary":
		case "search": return held;
		case "accepted": return {
			...emptyRow,
			runs: held.runs.slice(-1),
			usual: held.runs.slice(-1),
			baseline: baselineFrom(held.runs.slice(-1)),
			settled: "accepted"
		};
	}
}
function addRun(before, run) {
	const { ended: _, ...held } = before;
	if (held.runs.at(-1) !== void 0 && !isSameExam(held.baseline, run)) return addRun(emptyRow, run);
	const { sums, readings } = readChannels(held, run);
	const { evidence, reading } = readCases(held, run);
	const admitted = readAdmitted(held.usual.at(-1), run);
	const runs = [...held.runs, run];
	const suspected = isOpen(held.drift) ? suspicionsOf(readings, reading, {
		sums,
		evidence
	}, run) : [];
	const next = {
		...held,
		runs,
		sums,
		evidence,
		readings: [
			...admitted,
			...readings,
			...reading === void 0 ? [] : [reading]
		],
		suspected: suspected.map((one) => withSince(one, runs))
	};
	const told = admitted.filter(({ alarm }) => alarm);
	if (held.drift !== void 0) return goOn(next, held.drift, run);
	if (told.length > 0) {
		const at = held.runs.length;
		const found = told.map(({ layer }) => ({
			layer,
			cases: []
		}));
		return {
			...next,
			drift: {
				since: {
					at,
					from: at,
					to: at
				},
				runs: next.runs,
				found,
				servedBefore: servedBy$1(held.usual.at(-1))
			}
		};
	}
	return {
		...next,
		usual: [...held.usual, run],
		baseline: held.baseline.with(run)
	};
}
function withSince(one, runs) {
	let known;
	return {
		...one,
		get since() {
			known ??= changeOf(runs, one.channel, one.cases);
			return known;
		}
	};
}
function isSameExam(baseline, { cases }) {
	const known = cases.filter(baseline.knows);
	return cases.length === 0 || 2 * known.length >= cases.length;
}
function isOpen(drift) {
	return drift === void 0 || drift.found.every(({ layer }) => layer !== "cases");
}
function goOn(held, drift, run) {
	const { drift: _, ...without } = held;
	if (!isOver(drift, held.usual, held.runs)) return {
		...held,
		drift: {
			...drift,
			runs: held.runs
		}
	};
	return {
		...without,
		sums: /* @__PURE__ */ new Map(),
		evidence: /* @__PURE__ */ new Map(),
		usual: [...held.usual, run],
		baseline: held.baseline.with(run),
		suspected: [],
		ended: {
			...drift,
			runs: held.runs
		},
		settled: "over"
	};
}
function begin(held, layer, cases) {
	const [channel = "", way] = layer.split("/");
	const found = [{
		layer: "cases",
		channel,
		towards: way === "higher" ? 1 : -1,
		cases
	}];
	if (held.drift !== void 0) return {
		...held,
		drift: {
			...held.drift,
			found: [...held.drift.found, ...found]
		}
	};
	const since = changeOf(held.runs, channel, cases);
	const usual = held.usual.filter((run) => held.runs.indexOf(run) < since.at);
	return {
		...held,
		suspected: [],
		usual,
		baseline: baselineFrom(usual),
		drift: {
			since,
			runs: held.runs,
			found,
			servedBefore: servedBy$1(usual.at(-1))
		}
	};
}
function rest(held, layer) {
	const [channel = ""] = layer.split("/");
	const suspected = held.suspected.filter((one) => one.channel !== channel);
	if (channel === "case") return {
		...held,
		suspected,
		evidence: /* @__PURE__ */ new Map()
	};
	const before = held.sums.get(channel) ?? restingSums;
	return {
		...held,
		suspected,
		sums: new Map(held.sums).set(channel, {
			...before,
			lower: 0,
			higher: 0
		})
	};
}
function changeOf(runs, channel, cases) {
	const last = runs.length - 1;
	const name = channel === "case" ? caseChannel(runs[last]) : channel;
	const about = channelOf(name);
	let baseline = emptyBaseline;
	const levels = [];
	for (const [at, run] of runs.entries()) {
		const part = cases.length === 0 ? run : {
			...run,
			cases: run.cases.filter(({ id }) => cases.includes(id))
		};
		const reading = about === void 0 ? void 0 : readSuite(part, name, about, baseline);
		if (reading !== void 0) levels.push({
			at,
			reading
		});
		baseline = baseline.with(part);
	}
	if (levels.length === 0) return {
		at: last,
		from: last,
		to: last
	};
	const found = findChange(levels.map(({ reading: { change, z } }) => ({
		change,
		variance: z === 0 ? 1 : (change / z) ** 2
	})));
	const runOf = (index) => levels[index]?.at ?? last;
	return {
		at: runOf(found.at),
		from: runOf(found.from),
		to: runOf(found.to)
	};
}

// src/core/drift/lines-of-report.ts
const digits = 16;
function linesOfReport(report, place, isRefusal) {
	return report.prompts.flatMap(({ path, models }) => models.map((row) => {
		const replies = row.cases.flatMap((one) => one.replies);
		return {
			kind: "run",
			version: 1,
			...place,
			prompt: path,
			model: row.model.new,
			served: servedBy(replies),
			cases: row.cases.map((one) => caseOf(one, isRefusal))
		};
	}));
}
function servedBy(replies) {
	return [...Map.groupBy(replies.flatMap(({ model }) => model ?? []), (model) => model)].map(([model, answered]) => ({
		model,
		replies: answered.length
	})).toSorted((a, b) => b.replies - a.replies || (a.model < b.model ? -1 : 1));
}
function caseOf({ id, asked, scoredBy, replies }, isRefusal) {
	const scored = replies.filter((reply) => reply.score !== void 0 && reply.error === void 0);
	const values = {};
	const take = (channel, read) => {
		const found = scored.map(read).filter((value) => value !== void 0);
		if (found.length > 0 && found.length === scored.length) values[channel] = found;
	};
	take("score", ({ score }) => score);
	take("pass", ({ passes }) => passes === void 0 ? void 0 : Number(passes));
	take("refusal", ({ text }) => text === void 0 ? void 0 : Number(isRefusal(text)));
	take("length", ({ text }) => text?.length);
	take("latency", ({ latencyMs }) => latencyMs);
	take("cost", ({ costUsd }) => costUsd);
	for (const metric of new Set(scored.flatMap(gradedOf))) take(`metric:${metric}`, ({ checks }) => {
		const found = checks.find(({ check }) => check === metric);
		return found?.kind === "scored" ? found.value : void 0;
	});
	const input = scored[0]?.usage?.inputTokens;
	return {
		id,
		key: hash([asked ?? id, scoredBy ?? ""]).slice(0, digits),
		...input === void 0 || scored[0]?.usage?.estimated === true ? {} : { input },
		values,
		missing: replies.length - scored.length
	};
}
function gradedOf({ checks }) {
	return checks.flatMap((check) => check.kind === "scored" && !check.binary ? [check.check] : []);
}

// src/core/drift/look-again.ts
const freshReplies = 5;
function levelOf(channel, all) {
	const isMain = (name) => name === "score" || name === "case";
	return confirmingAlpha / all.filter((one) => isMain(one.channel) === isMain(channel)).length;
}
function lookAgain(suspected, runs, fresh) {
	return suspected.flatMap((one) => {
		const { confirmed, p, alpha, cases, replies } = confirmAlarm(heldAgainst(one, runs.slice(0, one.since.at), fresh), one.cases, one.isSuite, levelOf(one.channel, suspected));
		if (2 * replies < wantedOf(one, fresh)) return [];
		const { version, at, run, prompt, model } = fresh;
		return [{
			kind: "confirmation",
			version,
			at,
			run,
			prompt,
			model,
			layer: `${one.channel}/${one.towards === 1 ? "higher" : "lower"}`,
			confirmed,
			p,
			alpha,
			cases,
			replies
		}];
	});
}
function wantedOf({ isSuite, cases }, fresh) {
	const asked = isSuite ? fresh.cases : fresh.cases.filter(({ id }) => cases.includes(id));
	return 5 * asked.length;
}
function heldAgainst({ channel, towards }, usual, fresh) {
	const name = channel === "case" ? caseChannel(fresh) : channel;
	const before = Map.groupBy(usual.flatMap(({ cases }) => cases), ({ key }) => key);
	return fresh.cases.map((one) => ({
		id: one.id,
		usual: (before.get(one.key) ?? []).flatMap((held) => valuesTowards(held, name, towards)),
		fresh: valuesTowards(one, name, towards)
	}));
}

// src/app/drift/watch-golden.ts
async function watchGolden(request, ports, place, limits) {
	const { drift: settings } = place.settings;
	const when = {
		at: place.at,
		run: place.run
	};
	const seen = await ask(request, ports, {
		trials: settings.trials,
		prompts: request.named,
		...limits
	});
	const lines = linesOfReport(seen, when, isRefusal).filter(hasReply);
	const taken = lines.filter(({ prompt, model }) => place.accepted.has(rowName(prompt, model))).map(takenAsUsual);
	if (lines.length > 0) await place.keep([...lines, ...taken]);
	const rows = lines.map((line) => ({
		line,
		earlier: place.rows.get(rowName(line.prompt, line.model)) ?? [],
		taken: taken.filter(({ prompt, model }) => prompt === line.prompt && model === line.model)
	}));
	const suspected = rows.flatMap(({ line, earlier, taken: own }) => followRow([
		...earlier,
		line,
		...own
	]) ?? []).filter((state) => watchedSuspicions(state, settings).length > 0);
	const more = suspected.length === 0 ? void 0 : await confirm(suspected, leftOf(limits, seen), request, ports);
	const confirmations = (more === void 0 ? [] : linesOfReport(more, when, isRefusal)).flatMap((fresh) => {
		const state = suspected.find(({ latest }) => latest.prompt === fresh.prompt && latest.model === fresh.model);
		return state === void 0 ? [] : lookAgain(watchedSuspicions(state, settings), state.runs, fresh);
	});
	if (confirmations.length > 0) await place.keep(confirmations);
	return {
		states: rows.flatMap(({ line, earlier, taken: usual }) => {
			const own = confirmations.filter(({ prompt, model }) => prompt === line.prompt && model === line.model);
			return followRow([
				...earlier,
				line,
				...usual,
				...own
			]) ?? [];
		}),
		asked: [seen, ...more === void 0 ? [] : [more]]
	};
}
function takenAsUsual({ version, at, run, prompt, model }) {
	return {
		kind: "accepted",
		version,
		at,
		run,
		prompt,
		model
	};
}
async function ask({ inputs, signal }, ports, { trials, prompts, calls, usd }) {
	const { report } = await check({
		inputs: {
			...inputs,
			mode: "check",
			sampling: "fixed",
			trials,
			"baseline-age": 0,
			"max-calls": calls,
			"max-cost": usd
		},
		named: prompts,
		signal
	}, ports);
	return report;
}
function confirm(suspected, left, request, ports) {
	const prompts = [...new Set(suspected.map(({ latest }) => latest.prompt))];
	ports.progress.say(`${prompts.join(", ")}: something moved. ${5} fresh replies a case will tell.`);
	return ask(request, ports, {
		trials: 5,
		prompts: {
			written: prompts,
			folder: ""
		},
		...left
	});
}
function isRefusal(text) {
	return findRefusal(text) !== void 0;
}
function hasReply({ cases }) {
	return cases.some(({ values }) => Object.keys(values).length > 0);
}

// src/app/drift/watch-canaries.ts
async function watchCanaries(ports, place, limits) {
	const { settings } = place;
	if (settings.models.length === 0) return { rows: [] };
	const own = {
		...settings,
		maxCalls: limits.calls,
		maxCostUsd: limits.usd,
		limitsCost: true,
		stream: false
	};
	const session = await ports.openAsking(own, limits.calls);
	try {
		const rows = [];
		for (const model of settings.models) rows.push(await watchCanary(model, session, place));
		return {
			rows,
			spent: session.spent()
		};
	} finally {
		await session.close();
	}
}
async function watchCanary(model, session, place) {
	const name = showModel(model);
	const { at, run, settings } = place;
	const earlier = place.rows.get(rowName("*canary*", name)) ?? [];
	const asked = {
		model,
		name,
		at,
		run,
		round: "first",
		earlier,
		setup: settings.drift.budget.setup
	};
	const { line, search, why } = await askCanary(asked, session);
	const taken = line !== void 0 && place.accepted.has(rowName("*canary*", name)) ? [takenAsUsual(line)] : [];
	const heard = [
		...search === void 0 ? [] : [search],
		...line === void 0 ? [] : [line],
		...taken
	];
	if (heard.length > 0) await place.keep(heard);
	const known = [...earlier, ...heard];
	const state = line === void 0 ? void 0 : followCanary(known);
	if (line === void 0 || state === void 0) return {
		model: name,
		verdict: why?.kind === "failed" ? "invalid" : "baseline",
		served: [],
		runs: 0,
		...why === void 0 ? {} : { why: why.what },
		...why !== void 0 || search === void 0 ? {} : { searching: {
			tried: search.tried,
			found: search.found.length
		} }
	};
	if (!state.suspected) return rowOf(name, state);
	const again = await askCanary({
		...asked,
		round: "fresh",
		earlier: known
	}, session);
	const told = again.line === void 0 ? void 0 : confirmCanary(state, again.line);
	if (told === void 0) return {
		...rowOf(name, state),
		verdict: "invalid",
		why: "something moved, and no fresh reply came to say whether it is chance. The next run looks again."
	};
	const confirmation = {
		kind: "confirmation",
		version: line.version,
		at,
		run,
		prompt: canaryRow,
		model: name,
		layer: "canary",
		confirmed: told.confirmed,
		p: told.p,
		alpha: confirmsCanaryAt,
		cases: [],
		replies: countReplies(again.line)
	};
	await place.keep([confirmation]);
	return rowOf(name, followCanary([...known, confirmation]) ?? state);
}
function countReplies(line) {
	return (line?.inputs ?? []).reduce((sum, { replies }) => sum + replies.length, 0);
}
function rowOf(model, { verdict, latest, runs, usual, distance, limit, since, ended, told }) {
	const names = (line) => (line?.served ?? []).map((one) => one.model);
	const began = runs[since ?? ended ?? -1];
	return {
		model,
		verdict,
		method: latest.method,
		served: names(latest),
		...began === void 0 ? {} : {
			servedBefore: names(usual.at(-1)),
			since: {
				run: began.run,
				at: began.at
			}
		},
		...ended === void 0 ? {} : { ended: true },
		...told === void 0 ? {} : { told },
		...distance === void 0 ? {} : { distance },
		...limit === void 0 ? {} : { limit },
		runs: runs.length
	};
}

// src/app/drift/watch-drift.ts
async function watchDrift(request, ports, history) {
	const { inputs } = request;
	const pull = await ports.host.pullRequest();
	if ("nothing" in pull) throw new ProblemError({
		reason: "files",
		what: `there is nothing to watch: ${pull.nothing}`
	});
	if (pull.number !== void 0) throw new ProblemError({
		reason: "config",
		what: "`mode: drift` watches a branch, and this run is of a pull request, whose prompts are not the usual ones.",
		fix: "Run it on a `schedule`, or by hand (`workflow_dispatch`)."
	});
	const { settings: whole } = await readSettings(ports.host, pull, inputs);
	const { drift: said } = whole;
	const settings = request.canaryOnly === true ? {
		...said,
		layers: ["canary"]
	} : said;
	const kept = await history.read();
	const accepted = await request.accepted?.(whole, kept);
	const at = new Date(ports.clock.now()).toISOString();
	const limits = {
		calls: settings.budget.calls ?? whole.maxCalls,
		usd: settings.budget.usd ?? whole.maxCostUsd
	};
	const place = {
		at,
		run: request.run,
		settings: {
			...whole,
			drift: settings
		},
		rows: rowsOfHistory(kept.lines),
		accepted: accepted?.rows ?? /* @__PURE__ */ new Set(),
		keep: history.notKept === void 0 ? history.append : async () => void 0
	};
	const golden = asksGolden(settings) ? await watchGolden(request, ports, place, limits) : void 0;
	const left = (golden?.asked ?? []).reduce(leftOf, limits);
	const canaries = settings.layers.includes("canary") ? await watchCanaries(ports, place, left) : void 0;
	return {
		report: reportDrift({
			states: golden?.states ?? [],
			asked: golden?.asked ?? [],
			...canaries === void 0 ? {} : { canaries },
			kept,
			notes: [
				history.notKept,
				history.untold,
				...accepted?.notes ?? []
			].filter((note) => note !== void 0),
			settings,
			place: {
				at,
				tool: ports.tool,
				head: pull.head
			}
		}),
		settings: whole
	};
}
function asksGolden({ layers }) {
	return layers.includes("cases") || !layers.includes("canary");
}

// src/app/drift/watch-locally.ts
async function watchLocally(asked, ports, history) {
	const { report, settings } = await watchOrProblems(asked, ports, history);
	if (settings !== void 0) {
		const isWhole = isOfAll(asked.inputs) && asked.named.written.length === 0;
		await alertOfDrifts(report, settings, asked.alerts, {
			signal: asked.signal,
			except: [],
			isWhole
		});
	}
	const faulty = report.problems.some(isOfInput);
	if (asked.json === true) return {
		text: [escapeHidden(JSON.stringify(report, null, 2)), "\n"],
		files: [],
		open: report.open,
		faulty
	};
	const { writeDrift } = await import("./drift.js");
	return {
		text: [writeDrift(report, asked.screen)],
		files: [],
		open: report.open,
		faulty
	};
}
function isOfAll({ prompts, models, tags }) {
	return [
		prompts,
		models,
		tags
	].every((narrowing) => narrowing === void 0);
}
async function watchOrProblems(request, ports, history) {
	const startedAt = new Date(ports.clock.now()).toISOString();
	try {
		return await watchDrift(request, ports, history);
	} catch (fault) {
		if (!(fault instanceof ProblemError)) throw fault;
		return { report: {
			version: 1,
			tool: ports.tool,
			startedAt,
			head: {
				sha: "",
				ref: ""
			},
			verdict: "invalid",
			problems: fault.problems,
			notes: [],
			prompts: [],
			calls: {
				made: 0,
				failed: 0
			},
			open: false
		} };
	}
}

export { alertOfDrifts as i, watchLocally as n, watchOrProblems as r, isOfAll as t };