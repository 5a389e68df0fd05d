import "./rolldown-runtime.js";
import { i as metricsOf, l as showModel, n as judgedChecks, o as scenarioOf } from "./named-checks.js";
import { t as hash } from "./hash.js";
import { o as decideBudget, t as setAside } from "./set-aside.js";
import { o as estimateCost, t as questionsOfCell } from "./requests-of-cell.js";
import { t as checkKinds } from "./scorers.js";
import { a as shuffled, i as modelChoices, o as createRenderPrompt, s as designReview, t as designJudged } from "./design-judged.js";
import { n as wordEstimate } from "./estimate-review.js";
import { c as judgeText, h as labelAgreement, i as votesIn, l as labelledTexts, r as judgeAgain, s as judgeLabelled } from "./judge-reliability.js";
import { i as rolesOf, n as missingKeys } from "./missing-roles.js";
import { n as callFor, r as requestHash, t as baselineCall } from "./call.js";
import { m as formats } from "./cases.js";
import { t as readChanges } from "./read-changes.js";
import { t as callOfSide } from "./call-of-side.js";
import { n as judgeReliability, r as judgeTrust } from "./judge-trust.js";

// src/app/cases/find-reviewed.ts
async function findReviewed({ openReview, sandbox }, settings) {
	const host = await openReview();
	if (host === void 0) return /* @__PURE__ */ new Map();
	try {
		const pull = await host.pullRequest();
		if ("nothing" in pull) return /* @__PURE__ */ new Map();
		const changed = await host.changedFiles(pull);
		const { changes } = await readChanges({
			host,
			pull,
			changed,
			settings,
			kinds: checkKinds,
			formats,
			sandbox
		});
		const asked = designReview(changes.map((change) => setAside(change).change), modelChoices(settings), createRenderPrompt(sandbox), (golden) => scenarioOf(golden, checkKinds)).prompts.flatMap(({ cells }) => cells.flatMap(({ new: request, comparison }) => request === void 0 ? [] : [{
			key: requestHash(request),
			comparison
		}]));
		const byRequest = Map.groupBy(asked, ({ key }) => key);
		return new Map([...byRequest].map(([key, held]) => [key, held.map(({ comparison }) => comparison)]));
	} finally {
		await host.close();
	}
}

// src/app/cases/get-replies.ts
function takeKeptReplies(collection, cells, ask, { trials, reviewed }) {
	let taken = 0;
	for (let trial = 0; trial < trials; trial += 1) for (const cell of cells) {
		const request = cell.new;
		if (request === void 0 || !collection.isWanted(cell)) continue;
		const own = ask.kept(callFor(request, trial, "reply", cell.comparison).id);
		if (own !== void 0 && collection.begunAt(cell) === trial) collection.beginAfter(cell, trial + 1);
		const others = callsOf(request, trial, cell, reviewed).map((id) => ask.kept(id));
		for (const answer of [own, ...others]) {
			if (answer === void 0 || !collection.isWanted(cell)) continue;
			if (collection.take(cell, answer.text)) taken += 1;
			else if (trial > 0) collection.exhaust(cell);
		}
	}
	return taken;
}
function callsOf(request, trial, { copy }, reviewed) {
	const scopes = reviewed.get(requestHash(request)) ?? [];
	return [baselineCall({
		request,
		trial,
		purpose: "reply"
	}, copy).id, ...scopes.map((scope) => callFor(request, trial, "reply", scope).id)];
}
async function askFreshReplies(collection, { ask, mayAsk }) {
	const failed = /* @__PURE__ */ new Map();
	let asked = 0;
	const askOne = async (wanted) => {
		const { cell, trial } = wanted;
		if (cell.new === void 0) return;
		const reply = await ask.reply(callOfSide({
			cell,
			side: "new",
			trial,
			fresh: false
		}, cell.new, void 0));
		if (reply.kind === "failed") failed.set(reply.message, (failed.get(reply.message) ?? 0) + 1);
		else if (!reply.kept) asked += 1;
		collection.came(wanted, reply.kind === "failed" ? void 0 : ask.kept(reply.call)?.text);
	};
	for (let round = collection.next(); round.length > 0; round = collection.next()) {
		if (asked > 0 && mayAsk(round.length) !== "complete") break;
		await Promise.all(round.map(askOne));
	}
	return {
		asked,
		failed
	};
}

// src/app/cases/measure-metrics.ts
const each = 2;
function measureMetrics(checks, judgements) {
	const byMetric = /* @__PURE__ */ new Map();
	for (const named of checks) for (const metric of metricsOf(named.check.kind, named.check.name)) byMetric.set(metric, [...byMetric.get(metric) ?? [], named]);
	return [...byMetric].map(([metric, held]) => ({
		metric,
		held
	})).filter(({ metric, held }) => {
		const [only, ...others] = new Set(held.map(({ check }) => check.name));
		return only === void 0 || others.length > 0 || only === metric || !byMetric.has(only);
	}).map(({ metric, held }) => measureMetric(metric, held, judgements));
}
function measureMetric(metric, checks, judgements) {
	const isOf = (kind, name) => metricsOf(kind, name).includes(metric);
	const own = judgements.repeated.filter(({ kind, name }) => isOf(kind, name));
	const found = judgeReliability(own.map(({ repeated }) => repeated));
	const replies = new Set(own.filter(({ repeated }) => repeated.grades.length > 1).map(({ reply }) => reply)).size;
	const reliability = found === void 0 ? void 0 : {
		...found,
		replies
	};
	const taken = own.flatMap(({ scores, named }) => scores.flatMap((score) => votesIn(score, named, judgements.votes)));
	const votes = judgeReliability(taken);
	const labelled = judgements.labelled.map((reply) => ({
		...reply,
		checks: reply.checks.filter(({ check, scorer }) => isOf(scorer, check))
	})).filter((reply) => reply.checks.length > 0);
	const kappa = labelAgreement(labelled);
	const scores = [...own.flatMap((one) => one.scores), ...labelled.flatMap((reply) => reply.checks)];
	const unscored = countWhy(scores);
	const unreadable = [...unscored].filter(([why]) => !judgements.failures.has(why));
	const [low, high] = checks[0]?.kind?.minRange ?? [0, 1];
	const trust = judgeTrust(reliability, kappa, [low, high]);
	const doubts = [...unreadable.map(([why, count]) => `${count} of ${scores.length} judgements have no score: ${why}`), ...trust.kind === "doubted" ? [trust.why] : []];
	return {
		metric,
		scale: [low, high],
		trust: doubts.length > 0 ? "doubted" : trust.kind,
		...doubts.length > 0 ? { why: doubts.join("; ") } : {},
		...trust.kind === "unknown" && doubts.length === 0 ? { lacks: trust.lacks } : {},
		replies,
		judgements: each,
		...reliability === void 0 ? {} : {
			agreement: reliability.agreement,
			...reliability.flipRate === void 0 ? {} : { flipRate: reliability.flipRate },
			sigma: reliability.sigma * (high - low)
		},
		...votes === void 0 ? {} : { votesAgreement: votes.agreement },
		labels: labelled.filter((reply) => reply.checks.every((check) => check.kind === "scored")).length,
		...kappa === void 0 ? {} : { kappa: {
			value: kappa.kappa,
			error: kappa.standardError
		} },
		unscored: [...unscored].map(([why, count]) => ({
			why,
			judgements: count
		}))
	};
}
function countWhy(scores) {
	const counts = /* @__PURE__ */ new Map();
	for (const score of scores) if (score.kind === "unscored") counts.set(score.why, (counts.get(score.why) ?? 0) + 1);
	return counts;
}
async function judgeTwice({ replies, labelled }, deps) {
	const failures = /* @__PURE__ */ new Set();
	const note = (reply) => {
		if (reply.kind === "failed") failures.add(reply.message);
		return reply;
	};
	const noting = {
		...deps,
		ask: {
			...deps.ask,
			reply: async (call) => note(await deps.ask.reply(call))
		}
	};
	const [judged, withLabels] = await Promise.all([Promise.all(replies.map(async (text) => ({
		...text,
		judged: (await judgeText(text, 0, noting)).map(({ score }) => score)
	}))), judgeLabelled(labelled, noting)]);
	return {
		repeated: await judgeAgain(judged, noting),
		labelled: withLabels,
		votes: deps.votes,
		failures
	};
}

// src/app/cases/reply-collection.ts
const enough = 20;
var ReplyCollection = class ReplyCollection {
	#cells;
	#mostTrials;
	#texts = /* @__PURE__ */ new Map();
	#counts = /* @__PURE__ */ new Map();
	#trials = /* @__PURE__ */ new Map();
	#exhausted = /* @__PURE__ */ new Set();
	constructor(cells, mostTrials) {
		this.#cells = cells;
		this.#mostTrials = mostTrials;
	}
	get texts() {
		return [...this.#texts.values()];
	}
	isWanted(cell) {
		return metricsOfCell(cell).some((metric) => (this.#counts.get(metric) ?? 0) < enough);
	}
	begunAt(cell) {
		return this.#trials.get(cell) ?? 0;
	}
	beginAfter(cell, trials) {
		this.#trials.set(cell, trials);
	}
	exhaust(cell) {
		this.#exhausted.add(cell);
	}
	take(cell, text) {
		const { golden } = cell.exam;
		const key = hash([
			cell.prompt,
			golden,
			text
		]);
		if (this.#texts.has(key)) return false;
		this.#texts.set(key, {
			cell,
			text: {
				golden,
				messages: cell.new?.messages ?? [],
				text
			}
		});
		this.#add(this.#counts, cell);
		return true;
	}
	next() {
		const counts = new Map(this.#counts);
		return this.#cells.flatMap((cell) => {
			const trial = this.#trials.get(cell) ?? 0;
			if (this.#exhausted.has(cell) || trial >= this.#mostTrials) return [];
			if (!metricsOfCell(cell).some((metric) => (counts.get(metric) ?? 0) < enough)) return [];
			this.#add(counts, cell);
			return [{
				cell,
				trial
			}];
		});
	}
	came({ cell, trial }, text) {
		this.#trials.set(cell, trial + 1);
		if (text === void 0 || !this.take(cell, text)) this.exhaust(cell);
	}
	forecast() {
		const copy = new ReplyCollection(this.#cells, this.#mostTrials);
		for (const { cell, text } of this.texts) copy.take(cell, text.text);
		for (const [cell, trials] of this.#trials) copy.beginAfter(cell, trials);
		for (const cell of this.#exhausted) copy.exhaust(cell);
		const times = /* @__PURE__ */ new Map();
		for (let wanted = copy.next(); wanted.length > 0; wanted = copy.next()) for (const one of wanted) {
			copy.came(one, `reply ${one.trial}`);
			times.set(one.cell, (times.get(one.cell) ?? 0) + 1);
		}
		return times;
	}
	#add(counts, cell) {
		for (const metric of metricsOfCell(cell)) counts.set(metric, (counts.get(metric) ?? 0) + 1);
	}
};
function metricsOfCell({ exam }) {
	return [...new Set(judgedChecks(exam.golden, checkKinds).flatMap(({ check }) => metricsOf(check.kind, check.name)))];
}

// src/app/cases/measure-golden-judge.ts
async function measureGoldenJudge(prompts, settings, ports, isSound) {
	const { judge } = settings;
	const design = designJudged(prompts.flatMap((one) => one.kind === "prompt" ? [one] : []), settings, ports.sandbox);
	const nothing = {
		model: judge === void 0 ? "" : showModel(judge),
		votes: judge?.votes ?? 1,
		problems: design.problems,
		metrics: [],
		replies: {
			kept: 0,
			asked: 0,
			failed: [],
			conversations: 0
		},
		calls: 0
	};
	if (!isSound) return {
		...nothing,
		problems: [unsound]
	};
	if (judge === void 0 || design.prompts.length === 0 || design.problems.length > 0) return nothing;
	const reviewed = await findReviewed(ports, settings);
	const session = await ports.openAsking(settings, settings.maxCalls);
	try {
		return {
			...nothing,
			...await measure(design, reviewed, {
				settings,
				ports,
				session
			})
		};
	} finally {
		await session.close();
	}
}
const unsound = {
	reason: "files",
	what: "The judge was not measured: something is wrong with the golden set.",
	fix: "Mend that first."
};
async function measure(design, reviewed, { settings, ports, session }) {
	const cells = shuffled(design.prompts.flatMap((prompt) => prompt.cells));
	const asked = cells.filter(({ scenario }) => scenario === void 0);
	const collection = new ReplyCollection(asked, settings.trials);
	const kept = takeKeptReplies(collection, asked, session.ask, {
		trials: settings.trials,
		reviewed
	});
	const labelled = labelledCells(cells);
	const fresh = collection.forecast();
	const estimate = estimateJudging([
		...[...fresh].map(([cell, replies]) => ({
			cell,
			replies,
			judgements: 2 * replies
		})),
		...collection.texts.map(({ cell }) => ({
			cell,
			replies: 0,
			judgements: 2
		})),
		...labelled.map((cell) => ({
			cell,
			replies: 0,
			judgements: 1
		}))
	], settings, await ports.loadPrices(settings));
	const lacking = missingKeys(providersOf([...fresh.keys()], settings), settings, (name) => ports.hasKey(settings, name));
	const refused = decideBudget(estimate.first, {
		calls: settings.maxCalls,
		usd: settings.maxCostUsd
	});
	const problems = [...lacking, ...refused === void 0 ? [] : [refused]];
	if (problems.length > 0) return { problems };
	if (estimate.high.calls > 0) ports.progress.say(wordEstimate(estimate));
	const { asked: freshly, failed } = await askFreshReplies(collection, session);
	const texts = {
		replies: collection.texts.map(({ text }) => text),
		labelled: labelledTexts(labelled.map(renderedCase))
	};
	const deps = {
		roles: rolesOf(settings),
		kinds: checkKinds,
		votes: settings.judge?.votes ?? 1
	};
	const judgements = await judgeTwice(texts, {
		...deps,
		ask: session.ask
	});
	ports.progress.end();
	const checks = cells.flatMap(({ exam }) => judgedChecks(exam.golden, checkKinds));
	const { calls, costUsd } = session.spent();
	return {
		problems: session.stopped().map((what) => ({
			reason: "provider",
			what
		})),
		metrics: measureMetrics(checks, judgements),
		replies: {
			kept,
			asked: freshly,
			failed: [...failed].map(([why, replies]) => ({
				why,
				replies
			})),
			conversations: new Set(cells.filter(({ scenario }) => scenario !== void 0).map(({ exam }) => exam.golden)).size
		},
		calls: calls.made,
		...costUsd.actual === void 0 || costUsd.unpriced.length > 0 ? {} : { costUsd: costUsd.actual }
	};
}
function labelledCells(cells) {
	const labelled = cells.filter(({ exam: { golden } }) => golden.label !== void 0 && golden.reference !== void 0);
	return [...new Map(labelled.map((cell) => [hash([cell.prompt, cell.exam.golden]), cell])).values()];
}
function renderedCase({ exam, new: request }) {
	return {
		golden: exam.golden,
		messages: request?.messages ?? []
	};
}
function providersOf(fresh, { judge, embeddings }) {
	const models = [
		...fresh.map((cell) => cell.new),
		judge,
		embeddings
	];
	return new Set(models.flatMap((model) => model?.provider ?? []));
}
function estimateJudging(asked, settings, costOf) {
	const estimate = (size) => estimateCost(asked.flatMap(({ cell, replies, judgements }) => [...cell.new === void 0 ? [] : [{
		request: cell.new,
		times: replies
	}], ...questionsOfCell(cell, settings, checkKinds).map(({ request, perReply }) => ({
		request,
		times: judgements * perReply[size]
	}))]), costOf);
	const [low, high] = [estimate("usual"), estimate("most")];
	return {
		first: low,
		low,
		usual: low,
		high
	};
}

export { measureGoldenJudge };