import "./rolldown-runtime.js";
import { o as estimateCost } from "./requests-of-cell.js";
import { t as maskPersonalData } from "./mask-personal-data.js";
import { J as randomBelow, Y as seededRandom } from "./verdict-of-reason.js";
import { t as clip } from "./clip.js";
import { t as studentQuantile } from "./student.js";
import { t as ProblemError } from "./problem.js";
import { i as readPrompts, n as fileWith, r as placeOf, t as casesFileOf } from "./place-calls.js";
import { n as wordEstimate } from "./estimate-review.js";
import { i as chooseMetrics, n as embeddingRequests, r as longestEmbedded, t as embedTexts } from "./embed-texts.js";
import { n as quantile } from "./quantile.js";
import { n as makeCandidate } from "./make-candidate.js";
import { t as checkKinds } from "./scorers.js";
import { c as judgeText } from "./judge-reliability.js";
import { i as rolesOf } from "./missing-roles.js";
import { n as chooseCandidates, t as CandidatePool } from "./choose-candidates.js";

// src/core/monitor/reservoir.ts
var Reservoir = class Reservoir {
	seen = 0;
	#held = [];
	#limit = Number.POSITIVE_INFINITY;
	static union(several) {
		const union = new Reservoir();
		union.seen = several.reduce((sum, { seen }) => sum + seen, 0);
		union.#limit = several.reduce((least, one) => Math.min(least, one.#limit), union.#limit);
		union.#held = several.flatMap((one) => one.#held.filter(({ priority }) => priority <= union.#limit));
		return union;
	}
	get held() {
		return this.#held.length;
	}
	offer(priority, capacity, hold) {
		this.seen += 1;
		if (priority >= this.#limit) return;
		this.#held.push({
			priority,
			item: hold()
		});
		if (this.#held.length >= 2 * capacity) this.shrink(capacity);
	}
	shrink(capacity) {
		if (this.#held.length <= capacity) return;
		this.#held = this.#held.toSorted((a, b) => a.priority - b.priority).slice(0, capacity);
		this.#limit = this.#held.at(-1)?.priority ?? this.#limit;
	}
	take(count) {
		return this.#held.toSorted((a, b) => a.priority - b.priority).slice(0, count).map(({ item }) => item);
	}
};

// src/core/monitor/call-sample.ts
const mostSegments = 200;
const fewestCalls = 10;
const longest$1 = {
	name: 200,
	text: 2e4,
	conversation: 4e4
};
const margin = 4e3;
const mostFailures = 200;
const stream = 1836019305;
var CallSample = class {
	#wanted;
	#random;
	#strata = /* @__PURE__ */ new Map();
	#failures = new Reservoir();
	#declared;
	#undeclared = 0;
	constructor(wanted, seed, declared = []) {
		this.#wanted = wanted;
		this.#declared = new Set([...declared].map(keyOf));
		this.#random = seededRandom([seed, stream]);
	}
	offer(call, { replyCharacters = 0, isError, isRefusal, isTruncated }) {
		const priority = this.#random();
		const failing = [
			...isError ? ["failed"] : [],
			...isRefusal ? ["refused"] : [],
			...isTruncated ? ["cut"] : []
		];
		const hold = () => ({
			call: holdCall(call),
			failing
		});
		if (failing.length > 0) this.#failures.offer(priority, mostFailures, hold);
		if (isError || replyCharacters === 0) return;
		const [key, stratum] = this.#stratumOf(call.segment);
		stratum.offer(priority, this.#capacityOf(key), hold);
	}
	get failures() {
		return this.#failures.take(mostFailures);
	}
	get strata() {
		return this.strataOf(this.#wanted);
	}
	strataOf(wanted) {
		const strata = this.#settle();
		const shares = allocate(new Map([...strata].map(([key, { held }]) => [key, held])), wanted);
		return [...strata].map(([key, reservoir]) => ({
			segment: key.startsWith("=") ? key.slice(1) : null,
			isOthers: key === others,
			calls: reservoir.seen,
			taken: reservoir.take(shares.get(key) ?? 0)
		}));
	}
	#settle() {
		const most = Math.max(1, Math.floor(this.#wanted / fewestCalls));
		if (this.#strata.size <= most) return this.#strata;
		const ranked = [...this.#strata].filter(([key]) => key !== others).toSorted(([one, a], [other, b]) => Number(this.#declared.has(other)) - Number(this.#declared.has(one)) || b.seen - a.seen);
		const declared = ranked.filter(([key]) => this.#declared.has(key)).length;
		const own = new Set(ranked.slice(0, Math.max(declared, most - 1)).map(([key]) => key));
		const rest = [...this.#strata].filter(([key]) => !own.has(key)).map(([, reservoir]) => reservoir);
		const kept = [...this.#strata].filter(([key]) => own.has(key));
		return new Map([...kept, ...rest.length === 0 ? [] : [[others, Reservoir.union(rest)]]]);
	}
	#stratumOf(segment) {
		const named = segment === void 0 ? none : keyOf(segment);
		const key = this.#strata.has(named) || named === none || this.#declared.has(named) || this.#undeclared < mostSegments ? named : others;
		const held = this.#strata.get(key);
		if (held !== void 0) return [key, held];
		const opened = new Reservoir();
		this.#strata.set(key, opened);
		if (key !== others && !this.#declared.has(key)) this.#undeclared += 1;
		for (const [one, stratum] of this.#strata) stratum.shrink(this.#capacityOf(one));
		return [key, opened];
	}
	#capacityOf(key) {
		if (key === others) return this.#wanted;
		const strata = this.#declared.has(key) ? this.#declared.size + 1 : this.#strata.size;
		const share = Math.max(fewestCalls, Math.ceil(2 * this.#wanted / Math.max(1, strata)));
		return Math.min(this.#wanted, share);
	}
};
function keyOf(segment) {
	return `=${shortName(segment)}`;
}
const [none, others] = ["-", "+"];
function allocate(sizes, wanted) {
	let left = wanted;
	const shares = /* @__PURE__ */ new Map();
	const sorted = [...sizes].toSorted(([, one], [, other]) => one - other);
	for (const [at, [key, size]] of sorted.entries()) {
		const share = Math.min(size, Math.floor(left / (sorted.length - at)));
		shares.set(key, share);
		left -= share;
	}
	return shares;
}
function holdCall(call) {
	const texts = holdTexts(call.texts());
	return {
		...call,
		prompt: call.prompt && {
			name: shortName(call.prompt.name),
			version: void 0
		},
		asked: call.asked && shortName(call.asked),
		served: call.served && shortName(call.served),
		segment: call.segment === void 0 ? void 0 : shortName(call.segment),
		finishReason: call.finishReason && shortName(call.finishReason),
		user: void 0,
		session: void 0,
		error: call.error === void 0 ? void 0 : masked(call.error),
		output: () => texts.output,
		texts: () => texts
	};
}
function holdTexts({ input, output, variables }) {
	let room = longest$1.conversation;
	const kept = [];
	for (const { role, content } of input.toReversed()) {
		if (role === "system" || role === "developer") continue;
		const text = masked(content);
		room -= text.length;
		if (room < 0 && kept.length > 0) break;
		kept.unshift({
			role: shortName(role),
			content: text,
			toolCalls: []
		});
	}
	return {
		input: kept,
		output: output && {
			text: masked(output.text),
			toolCalls: []
		},
		variables: variables !== void 0 && JSON.stringify(variables).length <= longest$1.text ? variables : void 0
	};
}
function masked(text) {
	return ownCopy(maskPersonalData(text.slice(0, longest$1.text + margin)).slice(0, longest$1.text).toWellFormed());
}
function ownCopy(text) {
	const copy = JSON.parse(JSON.stringify(text));
	return typeof copy === "string" ? copy : "";
}
function shortName(name) {
	return ownCopy(name.length > longest$1.name ? clip(name, longest$1.name) : name);
}

// src/core/statistics/stratified-mean.ts
const tail = .025;
const mostFreedom = 1e3;
function stratifiedMean(strata) {
	const measured = strata.filter(({ values }) => values.length > 0);
	const covered = measured.reduce((sum, { of }) => sum + of, 0);
	if (covered === 0) return void 0;
	const all = strata.reduce((sum, { of }) => sum + of, 0);
	const imagined = 1 / measured.length;
	let [mean, variance, squares] = [
		0,
		0,
		0
	];
	for (const { of, values } of measured) {
		const count = values.length;
		const own = values.reduce((sum, value) => sum + value, 0) / count;
		const spread = values.reduce((sum, value) => sum + (value - own) ** 2, imagined * (own ** 2 + (1 - own) ** 2));
		const freedom = count - 1 + 2 * imagined;
		const share = of / covered;
		const part = share ** 2 * Math.max(0, 1 - count / of) * (spread / freedom) / count;
		mean += share * own;
		variance += part;
		squares += part ** 2 / freedom;
	}
	const freedom = squares > 0 ? Math.min(mostFreedom, Math.max(1, Math.floor(variance ** 2 / squares))) : mostFreedom;
	const reach = studentQuantile(tail, freedom) * Math.sqrt(variance);
	return {
		mean,
		low: Math.max(0, mean - reach),
		high: Math.min(1, mean + reach),
		covers: covered / all
	};
}

// src/core/monitor/rate-sample.ts
function rateSample(strata, rated) {
	const sampled = strata.filter(({ calls }) => calls > 0);
	const unnamed = {
		segment: null,
		model: null,
		prompt: null
	};
	return [
		rowOf(sampled, rated, {
			by: [],
			...unnamed
		}),
		...sampled.filter(({ isOthers }) => !isOthers).map((stratum) => rowOf([stratum], rated, {
			by: ["segment"],
			...unnamed,
			segment: stratum.segment
		})),
		...sampled.flatMap((stratum) => groupsOf(stratum).map(([names, part]) => rowOf([part], rated, names)))
	];
}
function groupsOf(stratum) {
	return [...Map.groupBy(stratum.taken, ({ call }) => JSON.stringify([
		call.segment,
		call.asked ?? call.served,
		call.prompt?.name
	])).values()].flatMap((taken) => {
		const [first] = taken;
		if (first === void 0) return [];
		const { segment, asked, served, prompt } = first.call;
		const names = {
			by: [
				"segment",
				"model",
				"prompt"
			],
			segment: segment ?? null,
			model: asked ?? served ?? null,
			prompt: prompt?.name ?? null
		};
		const calls = Math.max(taken.length, Math.round(stratum.calls * taken.length / stratum.taken.length));
		return [[names, {
			...stratum,
			calls,
			taken
		}]];
	});
}
function rowOf(strata, { metric, scale, grades }, names) {
	const [low, high] = scale;
	const measured = strata.map(({ calls, taken }) => ({
		of: calls,
		values: taken.flatMap((call) => grades.get(call) ?? [])
	}));
	const n = measured.reduce((sum, { values }) => sum + values.length, 0);
	const found = stratifiedMean(measured);
	const onScale = (value) => low + value * (high - low);
	return {
		metric,
		...names,
		n,
		unknown: strata.reduce((sum, { taken }) => sum + taken.length, 0) - n,
		scale: {
			low,
			high
		},
		mean: found === void 0 ? null : onScale(found.mean),
		interval: found === void 0 ? null : {
			low: onScale(found.low),
			high: onScale(found.high)
		},
		covers: found?.covers ?? 0
	};
}

// src/core/golden-set/find-uncovered.ts
const within$1 = .95;
async function findUncovered(golden, inputs, breathe = () => void 0) {
	const kept = [];
	for (const vector of golden) {
		await breathe();
		const direction = unit(vector);
		if (direction !== void 0 && nearest(direction, kept) >= alike) kept.push(direction);
	}
	if (kept.length < 2) return void 0;
	const own = [];
	for (const vector of kept) {
		await breathe();
		own.push(nearest(vector, kept, vector));
	}
	const rank = Math.min(own.length, Math.ceil(within$1 * (own.length + 1)));
	const beyond = own.toSorted((a, b) => a - b)[rank - 1] ?? 0;
	const distances = [];
	for (const input of inputs) {
		await breathe();
		const direction = unit(input);
		distances.push(direction && nearest(direction, kept));
	}
	return {
		distances,
		beyond,
		expected: (own.length + 1 - rank) / (own.length + 1)
	};
}
const alike = 1e-6;
function nearest(vector, others, but) {
	let least = 2;
	for (const other of others) {
		if (other === but) continue;
		let product = 0;
		for (let at = 0; at < vector.length; at++) product += (vector[at] ?? 0) * (other[at] ?? 0);
		least = Math.min(least, 1 - product);
	}
	return least;
}
function unit(vector) {
	const direction = Float64Array.from(vector);
	let squares = 0;
	for (const value of direction) squares += value * value;
	const length = Math.sqrt(squares);
	if (!(length > 0 && Number.isFinite(length))) return void 0;
	for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) / length;
	return direction;
}

// src/core/statistics/kernel-two-sample.ts
const draws = 999;
const tried = 200;
const power = .8;
const apart = Math.exp(-.5);
const rounding = 1e-12;
function kernelTwoSampleTest(one, other, { alpha, seed }) {
	const [n, m] = [one.length, other.length];
	if (n < 2 || m < 2) return void 0;
	const kernel = kernelOf([...one, ...other]);
	if (kernel === void 0) return void 0;
	const random = seededRandom([seed, n * 65537 + m]);
	const order = Int32Array.from({ length: n + m }, (_, at) => at);
	const found = statistic(kernel, order, n);
	const drawn = [];
	const splits = [];
	for (let draw = 0; draw < draws; draw++) {
		shuffle(order, random);
		drawn.push(statistic(kernel, order, n));
		if (draw < tried) splits.push(order.slice());
	}
	const beyond = drawn.filter((value) => value >= found - rounding).length;
	return {
		mmd: Math.sqrt(Math.max(0, found)),
		p: (1 + beyond) / 1e3,
		draws,
		detectable: leastFound(kernel, splits, n, quantile(drawn, 1 - alpha) ?? Number.POSITIVE_INFINITY)
	};
}
function kernelOf(vectors) {
	const size = vectors.length;
	const values = new Float64Array(size * size);
	const distances = [];
	const rows = vectors.map((vector) => Float64Array.from(vector));
	for (const [i, a] of rows.entries()) for (let j = 0; j < i; j++) {
		const b = rows[j];
		let sum = 0;
		for (let at = 0; at < a.length; at++) sum += ((a[at] ?? 0) - (b?.[at] ?? 0)) ** 2;
		values[i * size + j] = sum;
		values[j * size + i] = sum;
		distances.push(sum);
	}
	const median = quantile(distances, .5) ?? 0;
	if (!(median > 0)) return void 0;
	for (let at = 0; at < values.length; at++) values[at] = Math.exp(-(values[at] ?? 0) / (2 * median));
	return {
		values,
		size
	};
}
function statistic({ values, size }, order, n, moved = 0) {
	const m = size - n;
	let [within, across, other] = [
		0,
		0,
		0
	];
	for (let i = 0; i < size; i++) {
		const row = (order[i] ?? 0) * size;
		const isMoved = i < moved;
		for (let j = 0; j < i; j++) {
			const value = values[row + (order[j] ?? 0)] ?? 0;
			if (i < n) within += j < moved && !isMoved ? apart * value : value;
			else if (j < n) across += j < moved ? apart * value : value;
			else other += value;
		}
	}
	return 2 * within / (n * (n - 1)) + 2 * other / (m * (m - 1)) - 2 * across / (n * m);
}
function leastFound(kernel, splits, n, critical) {
	const isFound = (moved) => {
		return splits.filter((order) => statistic(kernel, order, n, moved) > critical).length >= power * splits.length;
	};
	if (!isFound(n)) return null;
	let [low, high] = [0, n];
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (isFound(middle)) high = middle;
		else low = middle;
	}
	return high / n;
}
function shuffle(order, random) {
	for (let at = order.length - 1; at > 0; at--) {
		const other = randomBelow(random, at + 1);
		const held = order[at] ?? 0;
		order[at] = order[other] ?? 0;
		order[other] = held;
	}
}

// src/app/monitor/place-sample.ts
function placeSample(calls, prompts) {
	const [only, ...others] = prompts;
	const target = others.length === 0 ? only : void 0;
	const placed = /* @__PURE__ */ new Map();
	for (const sampled of calls) {
		const place = placeOf(sampled.call.prompt?.name, prompts, target);
		const candidate = place === void 0 ? void 0 : makeCandidate(sampled.call, place.prompt);
		if (place === void 0 || candidate === void 0) continue;
		const held = placed.get(place) ?? [];
		placed.set(place, held);
		held.push({
			sampled,
			candidate
		});
	}
	return placed;
}
function inputTexts({ cases }, placed, longest) {
	const logged = new Set(placed.flatMap(({ candidate }) => Object.keys(candidate.vars)));
	const filled = new Set(cases.flatMap(({ vars }) => Object.keys(vars)));
	const names = [...logged.intersection(filled)].toSorted();
	const textOf = ({ vars, user = "" }) => {
		const values = names.flatMap((name) => vars[name] === void 0 ? [] : [wordsOf(vars[name])]);
		return maskPersonalData(values.length > 0 ? values.join("\n") : user).slice(0, longest).trim();
	};
	return {
		logged: placed.flatMap(({ sampled, candidate }) => {
			const text = textOf(candidate);
			return text === "" ? [] : [{
				sampled,
				text
			}];
		}),
		golden: cases.map(textOf).filter((text) => text !== "")
	};
}
function wordsOf(value) {
	return typeof value === "string" ? value : JSON.stringify(value);
}

// src/app/monitor/compare-with-golden.ts
const least = {
	golden: 10,
	logged: 20
};
const most$1 = {
	prompts: 10,
	texts: 150,
	cases: 1e3
};
const alpha = .05;
function goldenTexts(placed) {
	return [...placed].filter(([{ cases }]) => cases.length > 0).toSorted(([, one], [, other]) => other.length - one.length).slice(0, most$1.prompts).map(([place, calls]) => {
		const inputs = inputTexts(place, calls, longestEmbedded);
		const said = calls.map(({ sampled }) => sampled.call.texts().output?.text ?? "");
		const kept = place.cases.flatMap(({ reference }) => reference === void 0 ? [] : [maskPersonalData(reference)]);
		return {
			place,
			inputs: {
				logged: inputs.logged.map(({ text }) => text),
				golden: inputs.golden.slice(0, most$1.cases)
			},
			replies: {
				logged: evenly(cut(said), most$1.texts),
				golden: evenly(cut(kept), most$1.texts)
			},
			asked: new Map(inputs.logged.map(({ sampled, text }) => [sampled, text]))
		};
	});
}
function textsToEmbed(prompts) {
	return prompts.flatMap(({ inputs, replies }) => [inputs, replies].flatMap((texts) => whyNot(texts) === void 0 ? [...texts.logged, ...texts.golden] : []));
}
async function compareWithGolden(prompts, strata, { embedded, seed, breathe }) {
	const tests = prompts.flatMap(({ inputs, replies }) => [inputs, replies]).filter((texts) => whyNot(texts) === void 0);
	const settings = {
		alpha: alpha / Math.max(1, tests.length),
		seed
	};
	const uncovered = /* @__PURE__ */ new Map();
	const compared = [];
	for (const { place, inputs, replies, asked } of prompts) {
		await breathe();
		const covered = await coverageOf(inputs, asked, strata, {
			embedded,
			breathe
		});
		for (const [call, distance] of covered?.beyond ?? []) uncovered.set(call, distance);
		compared.push({
			prompt: place.path,
			cases: place.cases.length,
			inputs: shiftOf(inputs, "golden cases", embedded, settings),
			replies: shiftOf(replies, "golden cases with a `reference`", embedded, settings),
			uncovered: covered?.told ?? null
		});
	}
	return {
		compared,
		uncovered
	};
}
function whyNot({ logged, golden }, of = "golden cases") {
	if (golden.length < least.golden) return `there are ${golden.length} ${of}, and ${least.golden} are needed`;
	if (logged.length < least.logged) return `${logged.length} calls of the sample are of it, and ${least.logged} are needed`;
}
function shiftOf(texts, of, embedded, settings) {
	const why = whyNot(texts, of);
	if (why !== void 0) return {
		kind: "left-out",
		why
	};
	if (embedded.kind === "failed") return {
		kind: "left-out",
		why: embedded.why
	};
	const [logged, golden] = [texts.logged, texts.golden].map((side) => vectorsOf(evenly(side, most$1.texts), embedded));
	const found = logged && golden && kernelTwoSampleTest(logged, golden, settings);
	if (found === void 0) return {
		kind: "left-out",
		why: "all texts have the same vector"
	};
	const { mmd, p, draws, detectable } = found;
	return {
		kind: "tested",
		method: "mmd-permutation",
		mmd,
		p,
		draws,
		detectable,
		logged: logged?.length ?? 0,
		golden: golden?.length ?? 0,
		alpha: settings.alpha,
		shifted: p <= settings.alpha
	};
}
async function coverageOf(inputs, asked, strata, { embedded, breathe }) {
	if (embedded.kind === "failed" || whyNot(inputs) !== void 0) return void 0;
	const calls = [...asked.keys()];
	const found = await findUncovered(vectorsOf(inputs.golden, embedded), vectorsOf([...asked.values()], embedded), breathe);
	if (found === void 0) return void 0;
	const distances = new Map(calls.map((call, at) => [call, found.distances[at]]));
	const beyond = [...distances].flatMap(([call, distance]) => distance !== void 0 && distance > found.beyond ? [[call, distance]] : []);
	const measured = strata.map(({ calls: of, taken }) => {
		const own = taken.flatMap((call) => distances.get(call) ?? []);
		const share = taken.length === 0 ? 0 : own.length / taken.length;
		return {
			of: Math.max(own.length, Math.round(of * share)),
			values: own.map((at) => at > found.beyond ? 1 : 0)
		};
	});
	const mean = stratifiedMean(measured);
	return {
		beyond,
		told: {
			n: measured.reduce((sum, { values }) => sum + values.length, 0),
			share: mean?.mean ?? null,
			interval: mean === void 0 ? null : {
				low: mean.low,
				high: mean.high
			},
			beyond: Math.max(0, found.beyond),
			expected: found.expected
		}
	};
}
function vectorsOf(texts, { vectors }) {
	return texts.flatMap((text) => {
		const vector = vectors.get(text);
		return vector === void 0 ? [] : [vector];
	});
}
function cut(texts) {
	return texts.flatMap((text) => {
		const short = text.slice(0, longestEmbedded).trim();
		return short === "" ? [] : [short];
	});
}
function evenly(items, count) {
	if (items.length <= count) return items;
	return Array.from({ length: count }, (_, at) => items[Math.floor(at * items.length / count)]).flatMap((item) => item === void 0 ? [] : [item]);
}

// src/app/monitor/judge-sample.ts
const longest = 300;
async function judgeSample(calls, metrics, settings, { ask }) {
	const deps = {
		ask,
		roles: rolesOf(settings),
		kinds: checkKinds,
		votes: settings.judge?.votes ?? 1
	};
	const rated = metrics.map(({ metric, kind }) => ({
		metric,
		scale: kind.minRange,
		isTone: kind.kind === "sentiment",
		grades: /* @__PURE__ */ new Map(),
		why: /* @__PURE__ */ new Map()
	}));
	await Promise.all(calls.flatMap((sampled) => rated.map(async ({ grades, why }, at) => {
		const metric = metrics[at];
		if (metric === void 0) return;
		const text = textOf(sampled, metric);
		const unasked = unaskable(text, metric);
		const [judged] = unasked === void 0 ? await judgeText(text, 0, deps) : [];
		if (judged?.score.kind === "scored") grades.set(sampled, judged.score.value);
		else {
			const told = unasked ?? judged?.score.why ?? "it scores no reply";
			why.set(told.slice(0, longest), (why.get(told.slice(0, longest)) ?? 0) + 1);
		}
	})));
	return {
		rated,
		unknown: rated.flatMap(({ metric, why }) => [...why].map(([told, count]) => ({
			metric,
			why: told,
			calls: count
		}))).toSorted((a, b) => b.calls - a.calls)
	};
}
function estimateJudging(calls, metrics, { judge }, costOf) {
	const votes = judge?.votes ?? 1;
	return estimateCost(calls.flatMap((sampled) => metrics.flatMap((metric) => {
		if (judge === void 0) return [];
		const { check, kind } = metric;
		const { golden, messages, text } = textOf(sampled, metric);
		const said = [
			...golden.history,
			...messages,
			{
				role: "assistant",
				content: text
			}
		];
		const instruction = {
			role: "system",
			content: `${check.name}${" word".repeat(200)}`
		};
		const { provider, model, params } = judge;
		return [{
			request: {
				kind: "chat",
				provider,
				model,
				messages: [instruction, ...said],
				params
			},
			times: kind.countQuestions?.(check.argument, check.options, votes, 0).usual ?? kind.questions
		}];
	})), costOf);
}
function textOf({ call }, { check }) {
	const { input, output } = call.texts();
	const turns = input.flatMap(({ role, content }) => {
		if (role === "user" || role === "human") return [{
			role: "user",
			content
		}];
		return role === "assistant" || role === "model" ? [{
			role: "assistant",
			content
		}] : [];
	});
	const last = turns.findLastIndex(({ role }) => role === "user");
	return {
		golden: {
			id: "",
			tags: [],
			weight: 1,
			vars: {},
			context: [],
			checks: [check],
			notRun: [],
			at: call.at,
			history: turns.slice(0, Math.max(0, last))
		},
		messages: last === -1 ? [] : turns.slice(last, last + 1),
		text: output?.text ?? ""
	};
}
function unaskable({ messages }, { kind }) {
	return messages.length === 0 && kind.kind !== "sentiment" ? "the log does not say what was asked" : void 0;
}

// src/app/monitor/limit-judging.ts
function within(settings, { budget }) {
	const { calls = settings.maxCalls, usd = settings.maxCostUsd } = budget;
	return {
		...settings,
		maxCalls: Math.min(settings.maxCalls, calls),
		maxCostUsd: Math.min(settings.maxCostUsd, usd)
	};
}
function whyUnlimited(quality, settings, costOf) {
	if (quality.budget.usd === void 0 && !settings.limitsCost) return void 0;
	const unpriced = [settings.judge, settings.embeddings].flatMap((role) => role ?? []).filter(({ provider, model }) => costOf(provider, model, usage) === void 0);
	if (unpriced.length === 0) return void 0;
	return `Nothing is judged: the price of ${unpriced.map(({ model }) => `\`${model}\``).join(" and ")} is unknown, so \`${quality.budget.usd === void 0 ? "max-cost" : "monitor.quality.budget.usd"}\` cannot be enforced. Name it under \`prices\` in the config.`;
}
const usage = {
	inputTokens: 1e3,
	outputTokens: 1e3
};
function fitSample(sample, { quality, metrics, settings }, { calls, costUsd }, costOf) {
	const estimateOf = (strata) => estimateJudging(strata.flatMap(({ taken }) => taken), metrics, settings, costOf);
	const { strata } = sample;
	const whole = estimateOf(strata);
	const left = {
		calls: settings.maxCalls - calls.made,
		usd: Math.max(0, settings.maxCostUsd - (costUsd.actual ?? 0))
	};
	const share = Math.min(1, left.calls / whole.calls, whole.usualUsd > 0 ? left.usd / whole.usualUsd : 1);
	if (!(share < 1)) return {
		strata,
		estimate: whole
	};
	const taken = strata.reduce((sum, one) => sum + one.taken.length, 0);
	const fewer = sample.strataOf(Math.min(quality.sample, Math.floor(taken * share)));
	return {
		strata: fewer,
		estimate: estimateOf(fewer)
	};
}

// src/app/monitor/offer-cases.ts
const most = 20;
function offerCases({ prompts, failures, placed, rated, uncovered }) {
	const pools = /* @__PURE__ */ new Map();
	const add = (place, candidate) => {
		const pool = pools.get(place) ?? new CandidatePool();
		pools.set(place, pool);
		pool.add(candidate);
	};
	for (const [place, calls] of placeSample(failures, prompts)) for (const { sampled, candidate } of calls) add(place, failedCase(sampled, candidate));
	for (const [place, calls] of placed) for (const { sampled, candidate } of calls) {
		const low = rated.flatMap((metric) => wordLow(metric, sampled) ?? []);
		if (low.length > 0) add(place, {
			...candidate,
			reason: "poor",
			notes: [...low, ...candidate.notes]
		});
		else if (uncovered.has(sampled)) add(place, {
			...candidate,
			reason: "rare"
		});
	}
	return [...pools].flatMap(([place, pool]) => {
		const { cases } = chooseCandidates(pool, {
			prompt: place.prompt,
			cases: place.cases,
			most
		});
		return cases.length === 0 ? [] : [{
			place,
			cases
		}];
	});
}
function failedCase({ failing }, candidate) {
	if (failing.includes("failed")) return {
		...candidate,
		reason: "failed"
	};
	return {
		...candidate,
		reason: failing.includes("refused") ? "refused" : "cut"
	};
}
function wordLow({ metric, scale: [low, high], grades, isTone }, call) {
	const grade = grades.get(call);
	if (grade === void 0 || grade >= .5 || isTone) return void 0;
	return `A judge graded it ${(low + grade * (high - low)).toFixed(1)} of ${high} by ${metric}.`;
}
function reportOffered(offered) {
	return offered.flatMap(({ place, cases }) => cases.map((candidate) => ({
		prompt: place.path,
		file: casesFileOf(place),
		...candidate
	})));
}

// src/app/monitor/observe-calls.ts
function createObserver(quality, settings, ports) {
	const metrics = chooseMetrics(quality, settings, (provider) => ports.hasKey(settings, provider));
	if (ports.files === void 0 && (ports.takers ?? []).length > 0) throw new ProblemError(nowhere);
	const sample = new CallSample(quality.sample, quality.seed, settings.segments.keys());
	return {
		offer: (call, counted) => sample.offer(call, counted),
		observe: () => observe(sample, {
			quality,
			metrics,
			settings: within(settings, quality),
			ports
		})
	};
}
const nowhere = {
	reason: "files",
	what: "The offered cases have no files to go into: this folder is not in a git repository.",
	fix: "Run it in the repository of the prompts, or without `--write` and `--pull-request`."
};
async function observe(sample, observing) {
	const { quality, metrics, settings, ports } = observing;
	const { files, sandbox } = ports;
	const prompts = files && await readPrompts(files, settings, sandbox);
	const refused = whyUnlimited(quality, settings, await ports.loadPrices(settings));
	if (refused !== void 0) return nothingAsked(sample, quality, refused);
	const session = await ports.openAsking(settings, settings.maxCalls);
	try {
		const placed = placeSample(sample.strata.flatMap(({ taken }) => taken), prompts ?? []);
		const compared = await compare(sample, placed, observing, session);
		const { strata, estimate } = fitSample(sample, observing, session.spent(), await ports.loadPrices(settings));
		const taken = strata.flatMap((stratum) => stratum.taken);
		if (estimate.calls > 0) ports.progress.say(wordEstimate({
			first: estimate,
			low: estimate,
			usual: estimate,
			high: estimate
		}));
		const { rated, unknown } = await judgeSample(taken, metrics, settings, session);
		ports.progress.end();
		const whole = sample.strata.reduce((sum, one) => sum + one.taken.length, 0);
		const offered = offerCases({
			prompts: prompts ?? [],
			failures: sample.failures,
			placed,
			rated,
			uncovered: compared.uncovered
		});
		const { grown, unwritten } = await growFiles(offered, files);
		const told = [];
		const paths = unwritten.map(({ path }) => path);
		for (const take of offered.length === 0 ? [] : ports.takers ?? []) told.push(...await take(offered, grown, paths));
		return {
			sample: sampleOf(strata, quality),
			quality: rated.flatMap((one) => rateSample(strata, one)),
			unknown,
			golden: compared.compared,
			candidates: reportOffered(offered),
			...spentOf(session),
			notes: [
				...taken.length < whole ? [`${whole - taken.length} of ${whole} calls of the sample do not fit the budget; ${taken.length} are judged.`] : [],
				...prompts === void 0 ? ["Golden cases are not compared: this folder is not in a git repository."] : [],
				...settings.embeddings === void 0 && placed.size > 0 ? ["Inputs and replies are not compared with golden cases: the config names no model for `embeddings`."] : [],
				...unwritten.map(({ why }) => why),
				...told,
				...session.stopped()
			]
		};
	} finally {
		await session.close();
	}
}
async function growFiles(offered, files) {
	const grown = [];
	const unwritten = [];
	if (files === void 0) return {
		grown,
		unwritten
	};
	for (const { place, cases } of offered) try {
		grown.push(await fileWith(place, cases, (path) => files.text(files.now, path)));
	} catch (fault) {
		if (!(fault instanceof ProblemError)) throw fault;
		unwritten.push({
			path: casesFileOf(place),
			why: fault.message
		});
	}
	return {
		grown,
		unwritten
	};
}
function nothingAsked(sample, quality, why) {
	const { strata } = sample;
	return {
		sample: sampleOf(strata.map((stratum) => ({
			...stratum,
			taken: []
		})), quality),
		quality: [],
		unknown: [],
		golden: [],
		candidates: [],
		calls: 0,
		usd: 0,
		notes: [why]
	};
}
const nothing = {
	compared: [],
	uncovered: /* @__PURE__ */ new Map()
};
async function compare(sample, placed, { quality, settings, ports }, { ask }) {
	const { embeddings, maxCalls, maxCostUsd } = settings;
	if (embeddings === void 0) return nothing;
	const prompts = goldenTexts(placed);
	const requests = embeddingRequests(textsToEmbed(prompts), embeddings);
	const { calls, usualUsd } = estimateCost(requests.map((request) => ({
		request,
		times: 1
	})), await ports.loadPrices(settings));
	const embedded = calls > maxCalls || usualUsd > maxCostUsd ? {
		kind: "failed",
		why: `the vectors alone take more than the budget (${calls} calls)`
	} : await embedTexts(requests, ask);
	const { breathe } = ports;
	return compareWithGolden(prompts, sample.strata, {
		embedded,
		seed: quality.seed,
		breathe
	});
}
function sampleOf(strata, { seed, sample }) {
	return {
		seed,
		wanted: sample,
		of: strata.reduce((sum, { calls }) => sum + calls, 0),
		taken: strata.reduce((sum, { taken }) => sum + taken.length, 0),
		strata: strata.map(({ segment, isOthers, calls, taken }) => ({
			segment,
			others: isOthers,
			calls,
			taken: taken.length
		}))
	};
}
function spentOf(session) {
	const { calls, costUsd } = session.spent();
	return {
		calls: calls.made,
		usd: costUsd.actual === void 0 || costUsd.unpriced.length > 0 ? null : costUsd.actual
	};
}

export { createObserver };