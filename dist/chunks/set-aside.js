import { t as showPosition } from "./position.js";
import { i as showProblem } from "./problem.js";
import { g as lookUp, h as showValue, i as settlePrompts, n as namesGivenBy } from "./settle-prompts.js";
import { t as modelNamed } from "./model-named.js";
import { b as tuple, g as object, h as number } from "./zod.js";
import { d as canonicalJson } from "./utils.js";
import { n as showModel } from "./rows-of.js";
import { t as hash } from "./hash.js";
import { n as clip } from "./show-on-one-line.js";
import { i as holdsCasesOfKey, n as couldHoldCases, r as findCasesOfKeys, t as casesPaths } from "./cases-paths.js";
import { a as looksLikePrompt, n as mayConcern, o as couldBeReferredTo, r as couldBePrompt, t as changedPaths } from "./may-concern.js";
import { n as matchExcluded, r as matchPrompts } from "./match-prompts.js";
import { t as sizeOfRequest } from "./size-of-request.js";
import { n as callFor } from "./baseline-call.js";
import { c as howFarChecked, d as judgedChecks, f as namedChecks, l as isChecked, s as scenarioOf, t as checkVariables, u as gradesLikePeople } from "./check-variables.js";
import { C as scriptContext, E as asAskings, T as answersUnder, b as mayBeConfigPath, n as createPromptfooReader, t as filesOf, v as configTexts, y as isConfigPath } from "./revision-files.js";
import { d as scheduleOf, i as isNewOnly, t as outcomeOfScore } from "./outcome-of-score.js";
import { t as gradesOf } from "./grades-of.js";
import { t as isObject } from "./is-object.js";
import { c as selectByTags, d as filesOfChecks, i as readSubjects, l as findSources, n as besideOf, o as readPromptSides, r as readGoldenAtHead, s as findHalfRendered, t as createGoldenCasesReader, u as readDefaultChecks } from "./golden-cases-reader.js";
import { t as wordNotes } from "./word-notes.js";
import { n as createTwoFilesPatch, t as FILE_HEADERS_ONLY } from "./libesm.js";

// src/core/money/decide-budget.ts
function decideBudget(firstRound, budget) {
	if (firstRound.calls > budget.calls) return {
		reason: "budget",
		what: `The first round alone needs ${firstRound.calls} calls, and ${budget.calls} are allowed.`,
		fix: `Allow at least ${firstRound.calls} (max-calls, or budget.calls in the config), or review fewer cases (tags) or models.`
	};
	if (firstRound.usualUsd > budget.usd) {
		const needed = Math.ceil(firstRound.usualUsd * 100) / 100;
		return {
			reason: "budget",
			what: `The first round alone would cost about $${needed.toFixed(2)}, and $${budget.usd.toFixed(2)} are allowed.`,
			fix: `Allow at least $${needed.toFixed(2)} (max-cost, or budget.usd in the config), or review fewer cases (tags) or cheaper models.`
		};
	}
}

// src/core/gate/most-trials.ts
function mostTrials(steps) {
	return steps.reduce((sum, step) => sum + step.uniform, 0) + steps.reduce((most, { topUp }) => Math.max(most, topUp), 0);
}

// src/core/gate/forecast-rounds.ts
function forecastRounds(cells, settings) {
	const newOnly = isNewOnly(cells);
	const steps = scheduleOf(settings, newOnly);
	const first = steps[0]?.uniform ?? 0;
	const most = mostTrials(steps);
	const sides = newOnly ? 1 : 2;
	const forecast = cells.map((cell) => {
		const [low, high] = cell.identical ? [1, 1] : [first * sides, most * sides];
		return {
			row: cell.row,
			case: cell.case,
			low,
			high
		};
	});
	const low = forecast.reduce((sum, cell) => sum + cell.low, 0);
	return {
		first: low,
		low,
		high: forecast.reduce((sum, cell) => sum + cell.high, 0),
		cells: forecast
	};
}

// src/core/money/estimate-cost.ts
function estimateCost(asked, costOf) {
	let calls = 0;
	let inputTokens = 0;
	let outputTokens = 0;
	let usualUsd = 0;
	let mostUsd = 0;
	const unpriced = /* @__PURE__ */ new Map();
	const byName = /* @__PURE__ */ new Map();
	for (const { request, times } of asked) {
		const size = sizeOfRequest(request);
		const { provider, model } = request;
		calls += times;
		inputTokens += size.input * times;
		outputTokens += size.usualOutput * times;
		const usual = costOf(provider, model, {
			inputTokens: size.input,
			outputTokens: size.usualOutput
		});
		const most = costOf(provider, model, {
			inputTokens: size.input,
			outputTokens: size.mostOutput
		});
		if (usual === void 0 || most === void 0) unpriced.set(model, (unpriced.get(model) ?? 0) + times);
		else {
			const list = costOf.listOf?.(provider, model);
			if (list !== void 0) byName.set(model, list);
			usualUsd += usual * times;
			mostUsd += most * times;
		}
	}
	return {
		calls,
		inputTokens,
		outputTokens,
		usualUsd,
		mostUsd,
		unpriced,
		byName
	};
}
function isPriced({ calls, unpriced }) {
	const unknown = [...unpriced.values()].reduce((sum, count) => sum + count, 0);
	return unpriced.size === 0 || unknown < calls;
}

// src/core/run/cut-by.ts
const atLimit = /* @__PURE__ */ new Set([
	"length",
	"max_tokens",
	"max_output_tokens",
	"model_length"
]);
const byFilter = /* @__PURE__ */ new Set([...[
	"content_filter",
	"content_filtered",
	"guardrail_intervened",
	"safety",
	"recitation",
	"blocklist"
], ...[
	"prohibited_content",
	"spii",
	"image_safety"
]]);
function cutBy(finishReason) {
	const said = finishReason.toLowerCase();
	if (atLimit.has(said)) return "limit";
	return byFilter.has(said) ? "filter" : void 0;
}

// src/core/run/outcome-of.ts
function outcomeOf({ reply, score, costUsd, empty }) {
	if (reply.kind === "failed") return { missing: "failed" };
	const cut = cutBy(reply.answer.finishReason);
	const short = {
		...empty === true ? { empty } : {},
		...cut === void 0 ? {} : { cut }
	};
	if (score.kind === "unscored") return {
		missing: "unscored",
		...short
	};
	return {
		...short,
		...outcomeOfScore(score),
		...costUsd === void 0 ? {} : { costUsd },
		latencyMs: reply.answer.latencyMs
	};
}

// src/core/run/cell-of.ts
const absent = { missing: "absent" };
function cellOf({ cell, trials }) {
	const askings = Map.groupBy(trials, (trial) => `${trial.round} ${trial.uniform}`);
	return {
		row: cell.row,
		case: cell.exam.key,
		weight: cell.exam.weight,
		family: cell.exam.family,
		identical: cell.identical,
		...cell.old === void 0 ? { newOnly: true } : {},
		batches: [...askings.values()].map((held) => batchOf(held, cell.identical))
	};
}
function batchOf(trials, identical) {
	const [first] = trials;
	return {
		round: first?.round ?? 0,
		uniform: first?.uniform ?? false,
		pairs: trials.map((trial) => pairOf(trial, identical)),
		oldKept: trials.some((trial) => trial.oldKept === true)
	};
}
function pairOf(trial, identical) {
	const after = outcomeOf(trial.new);
	if (identical) return {
		old: after,
		new: after
	};
	return {
		old: trial.old === void 0 ? absent : outcomeOf(trial.old),
		new: after
	};
}

// src/app/review/requests-of-cell.ts
function requestsOfCell(cell, settings, kinds) {
	const sides = sidesOf(cell);
	return [...sides.map((request) => repliesOf(request, cell, 1 / sides.length)), ...questionsOfCell(cell, settings, kinds)];
}
function questionsOfCell(cell, settings, kinds) {
	const sides = sidesOf(cell);
	const [side] = sides;
	if (side === void 0) return [];
	return cell.exam.golden.checks.flatMap((check) => {
		const asked = questionsOf(check, cell, side.messages, settings, kinds);
		if (asked === void 0 || kinds.get(check.kind)?.compare === void 0) return asked ?? [];
		const share = sides.length === 2 ? 1 / 2 : 0;
		return {
			...asked,
			perReply: {
				usual: asked.perReply.usual * share,
				most: asked.perReply.most * share
			}
		};
	});
}
function sidesOf(cell) {
	return [cell.identical ? void 0 : cell.old, cell.new].flatMap((side) => side ?? []);
}
function repliesOf(request, { scenario }, share) {
	const turns = scenario === void 0 ? 1 : scenario.turns + (request.messages.at(-1)?.role === "user" ? 1 : 0);
	const messages = [...request.messages, ...halfway(turns)];
	return {
		request: {
			...request,
			messages
		},
		perReply: {
			usual: share * turns,
			most: share * turns
		}
	};
}
function questionsOf(check, { exam }, messages, settings, kinds) {
	const kind = kinds.get(check.kind);
	if (kind === void 0 || kind.needs === "nothing" || kind.needs === "scorer" || kind.needs === "sandbox") return void 0;
	const model = modelOf[kind.needs](settings);
	if (model === void 0) return void 0;
	const votes = settings.judge?.votes ?? 1;
	const { argument, options } = check;
	const perReply = kind.countQuestions?.(argument, options, votes, exam.golden.context.length) ?? {
		usual: kind.questions,
		most: kind.questions
	};
	const told = {
		role: "user",
		content: `${check.name}\n${" word".repeat(400)}`
	};
	const said = kind.scenario === void 0 ? [] : halfway(perReply.usual);
	return {
		request: {
			kind: "chat",
			provider: model.provider,
			model: model.model,
			messages: [
				...messages,
				...said,
				told
			],
			params: model.params
		},
		perReply,
		...isGrade(kind) && { grades: true }
	};
}
function isGrade({ needs, compare }) {
	return compare === void 0 && (needs === "judge" || needs === "judge and embeddings");
}
const modelOf = {
	judge: ({ judge }) => judge,
	"judge and embeddings": ({ judge }) => judge,
	embeddings: ({ embeddings }) => embeddings,
	simulator: ({ simulate }) => simulate
};
function halfway(turns) {
	const words = " word".repeat(Math.round((turns - 1) / 2 * 200));
	return words === "" ? [] : [{
		role: "user",
		content: words
	}];
}

// src/core/scoring/quadratic-kappa.ts
function quadraticKappa(pairs, low, high) {
	const count = high - low + 1;
	const levels = Array.from({ length: count }, (_, level) => level);
	const level = (rating) => Math.min(high, Math.max(low, Math.round(rating))) - low;
	const rows = levels.map(() => 0);
	const columns = levels.map(() => 0);
	const cells = /* @__PURE__ */ new Map();
	for (const [first, second] of pairs) {
		const [i, j] = [level(first), level(second)];
		rows[i] = (rows[i] ?? 0) + 1 / pairs.length;
		columns[j] = (columns[j] ?? 0) + 1 / pairs.length;
		cells.set(i * count + j, (cells.get(i * count + j) ?? 0) + 1 / pairs.length);
	}
	const weight = (i, j) => 1 - ((i - j) / (count - 1)) ** 2;
	const rowMean = levels.map((i) => sum(levels.map((j) => (columns[j] ?? 0) * weight(i, j))));
	const columnMean = levels.map((j) => sum(levels.map((i) => (rows[i] ?? 0) * weight(i, j))));
	const observed = sum([...cells].map(([at, share]) => share * weight(Math.floor(at / count), at % count)));
	const expected = sum(levels.map((i) => (rows[i] ?? 0) * (rowMean[i] ?? 0)));
	if (pairs.length === 0 || 1 - expected < 1e-12) return void 0;
	const kappa = Math.min(1, Math.max(-1, (observed - expected) / (1 - expected)));
	const variance = (sum([...cells].map(([at, share]) => {
		const [i, j] = [Math.floor(at / count), at % count];
		return share * (weight(i, j) - ((rowMean[i] ?? 0) + (columnMean[j] ?? 0)) * (1 - kappa)) ** 2;
	})) - (kappa - expected * (1 - kappa)) ** 2) / (pairs.length * (1 - expected) ** 2);
	return {
		kappa,
		standardError: Math.sqrt(Math.max(0, variance)),
		ratings: pairs.length
	};
}
function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}

// src/core/scoring/human-label.ts
const low = 1;
const high = 10;
function binaryLabelFiles(cases) {
	const binary = [...Map.groupBy(cases.filter(({ label }) => label !== void 0), ({ at }) => at.file)].filter(([, held]) => held.every(({ label }) => label === 0 || label === 1));
	return new Set(binary.map(([file]) => file));
}
function labelAgreement(replies) {
	const pairs = replies.flatMap(({ label, binary, checks }) => {
		const scored = checks.filter((check) => check.kind === "scored");
		if (scored.length === 0 || scored.length < checks.length) return [];
		const value = scored.reduce((sum, check) => sum + check.value, 0) / scored.length;
		if (!binary) return [[label, low + 9 * value]];
		const marked = scored.filter((check) => check.passed !== void 0);
		const good = marked.length === 0 ? value >= .5 : marked.every((check) => check.passed === true);
		return [[label === 1 ? high : low, good ? high : low]];
	});
	return quadraticKappa(pairs, low, high);
}

// src/core/scoring/judge-reliability.ts
function judgeReliability(replies) {
	const repeated = replies.filter(({ grades }) => grades.length >= 2);
	if (repeated.length === 0) return void 0;
	const pairs = repeated.flatMap(({ grades }) => pairsOf(grades));
	const flips = repeated.flatMap(({ grades, min }) => min === void 0 ? [] : pairsOf(grades).map(([a, b]) => a >= min !== b >= min));
	const squares = repeated.map(({ grades }) => {
		const mean = grades.reduce((sum, one) => sum + one, 0) / grades.length;
		return grades.reduce((sum, one) => sum + (one - mean) ** 2, 0);
	});
	const freedom = repeated.reduce((sum, { grades }) => sum + grades.length - 1, 0);
	return {
		replies: repeated.length,
		agreement: pairs.filter(([a, b]) => a === b).length / pairs.length,
		...flips.length > 0 && { flipRate: flips.filter(Boolean).length / flips.length },
		sigma: Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / freedom)
	};
}
function pairsOf(grades) {
	return grades.flatMap((first, index) => grades.slice(index + 1).map((second) => [first, second]));
}

// src/core/scoring/judge-trust.ts
const judgeBounds = {
	flipRate: .2,
	sigma: .5 / 2.8,
	kappa: .4,
	leastReplies: 10,
	leastLabels: 20
};
const oneSided95 = 1.645;
function judgeTrust(reliability, kappa, scale = [0, 1]) {
	const reasons = [...doubtsOfRepeats(reliability, scale), ...doubtsOfLabels(kappa)];
	if (reasons.length > 0) return {
		kind: "doubted",
		why: reasons.join("; ")
	};
	const lacks = {
		replies: Math.max(0, judgeBounds.leastReplies - (reliability?.replies ?? 0)),
		labels: Math.max(0, judgeBounds.leastLabels - (kappa?.ratings ?? 0))
	};
	return lacks.replies === 0 || lacks.labels === 0 ? { kind: "trusted" } : {
		kind: "unknown",
		lacks
	};
}
function doubtsOfRepeats(reliability, [low, high]) {
	if (reliability === void 0 || reliability.replies < judgeBounds.leastReplies) return [];
	const { flipRate, sigma, replies } = reliability;
	if (flipRate !== void 0) {
		if (flipRate <= judgeBounds.flipRate) return [];
		return [`of ${replies} replies judged again, ${percent(flipRate)} came out on the other side of their mark (at most ${percent(judgeBounds.flipRate)})`];
	}
	if (sigma <= judgeBounds.sigma) return [];
	const shown = (spread) => (spread * (high - low)).toFixed(2);
	return [`${replies} replies judged again spread by σ = ${shown(sigma)} on ${low}–${high} (at most ${shown(judgeBounds.sigma)})`];
}
function doubtsOfLabels(kappa) {
	if (kappa === void 0 || kappa.ratings < judgeBounds.leastLabels) return [];
	if (kappa.kappa - oneSided95 * kappa.standardError >= judgeBounds.kappa) return [];
	return [`against ${kappa.ratings} human labels κ is ${kappa.kappa.toFixed(2)} ± ${kappa.standardError.toFixed(2)} (its lower bound must reach ${judgeBounds.kappa})`];
}
function percent(share) {
	return `${Math.round(share * 100)} %`;
}

// src/core/scoring/combine-scores.ts
const rounding = 1e-9;
function combineScores(checks, min) {
	const unscored = checks.filter((check) => check.kind === "unscored");
	if (unscored.length > 0) return {
		kind: "unscored",
		why: unscored.map(({ check, why }) => `${check}: ${why}`).join("; "),
		checks
	};
	const scored = checks.filter((check) => check.kind === "scored");
	if (scored.length === 0) return {
		kind: "unscored",
		why: "no check scores this reply",
		checks
	};
	const mean = meanOf(scored);
	if (mean === void 0) return {
		kind: "unscored",
		why: "every check has weight 0",
		checks
	};
	const value = scored.some((check) => check.required && !(check.passed ?? check.value > 0)) ? 0 : Math.min(1, Math.max(0, mean));
	const passes = min === void 0 ? passMarks(scored) : value >= min - rounding;
	return {
		kind: "scored",
		value,
		...passes !== void 0 && { passes },
		checks
	};
}
function passMarks(scored) {
	const marks = [...Map.groupBy(scored, ({ set }) => set?.name)].flatMap(([name, members]) => {
		const min = members[0]?.set?.min;
		if (name === void 0 || min === void 0) return members.flatMap(({ passed }) => passed ?? []);
		return [(meanOf(members) ?? 0) >= min - rounding];
	});
	return marks.length === 0 ? void 0 : marks.every(Boolean);
}
function meanOf(scored) {
	const weight = scored.reduce((sum, check) => sum + check.weight, 0);
	return weight > 0 ? scored.reduce((sum, check) => sum + check.value * (check.weight / weight), 0) : void 0;
}

// src/core/scoring/transform-output.ts
function transformOutput({ transforms = [], contextFrom }, reply) {
	let read = reply;
	for (const script of transforms) {
		const made = call(script, read);
		if (made.kind === "result") return made;
		read = {
			...read,
			output: made.value,
			text: asText(made.value)
		};
	}
	if (contextFrom === void 0) return {
		kind: "read",
		read
	};
	const made = call(contextFrom, read);
	if (made.kind === "result") return made;
	const context = (isList(made.value) ? made.value : [made.value]).map(asText);
	return {
		kind: "read",
		read: {
			...read,
			golden: {
				...read.golden,
				context
			}
		}
	};
}
function call(script, read) {
	if (read.sandbox === void 0) return unscored("no script is run here");
	const made = read.sandbox.run(script, [read.output ?? read.text, scriptContext(read)]);
	if (made.kind === "failed") return failed(script.name, made);
	const { value } = made;
	if (value !== void 0 && value !== null) return {
		kind: "made",
		value
	};
	return {
		kind: "result",
		result: fault(`\`${script.name}\` returned nothing`)
	};
}
function failed(name, { cause, why }) {
	if (cause === "time" || cause === "memory") return unscored(`\`${name}\`: ${why}`);
	return {
		kind: "result",
		result: fault(`\`${name}\` threw: ${why}`)
	};
}
function fault(reason) {
	return {
		kind: "scored",
		value: 0,
		passed: false,
		threw: true,
		reason
	};
}
function unscored(why) {
	return {
		kind: "result",
		result: {
			kind: "unscored",
			why
		}
	};
}
function asText(value) {
	return typeof value === "string" ? value : JSON.stringify(value);
}
function isList(value) {
	return Array.isArray(value);
}

// src/core/scoring/unit-mark.ts
function unitMark(min, [low, high]) {
	return (min - low) / (high - low);
}

// src/core/scoring/score-reply.ts
function scoreReply(reply) {
	const results = namedChecks(reply.golden, reply.kinds).map((named) => ({
		named,
		result: resultOf(named, reply)
	}));
	const hopeless = howFarChecked(reply.golden) === "not-run" || results.some(({ result }) => result.kind === "unscored");
	const askings = results.flatMap(({ named, result }) => result.kind === "ask" ? asAskings(named.prefix, result.questions, reply.answers) : []);
	if (!hopeless && askings.length > 0) return {
		kind: "ask",
		askings
	};
	const checks = results.map(({ named, result }) => checkScore(named, result));
	return {
		kind: "score",
		score: combineScores([...lostChecks(reply.golden), ...checks], reply.golden.min)
	};
}
function lostChecks(golden) {
	if (howFarChecked(golden) !== "not-run") return [];
	return golden.notRun.map(({ name, why = "has no counterpart here" }) => {
		return {
			kind: "unscored",
			check: name,
			scorer: name,
			why
		};
	});
}
function resultOf({ check, kind, prefix }, reply) {
	if (kind === void 0) return {
		kind: "unscored",
		why: `there is no check named ${check.kind}`
	};
	const { kinds: _, ...rest } = reply;
	const output = check.options["turn"] === "last" ? lastTurn(reply) : outputOf(reply);
	const text = typeof output === "string" ? output : JSON.stringify(output);
	const made = transformOutput(check, {
		...rest,
		text,
		output,
		answers: answersUnder(prefix, reply.answers)
	});
	if (made.kind === "result") return made.result;
	return kind.score({
		...made.read,
		argument: check.argument,
		options: check.options,
		...check.min !== void 0 && { min: check.min }
	});
}
function lastTurn({ text, transcript }) {
	return transcript?.findLast(({ role }) => role === "assistant")?.content ?? text;
}
function outputOf({ golden, text, answer: { toolCalls } }) {
	if (golden.callsAsText !== true || text !== "" || toolCalls.length === 0) return text;
	return toolCalls.map((call, index) => ({
		id: `call_${index}`,
		type: "function",
		function: call
	}));
}
function checkScore({ check, kind }, result) {
	const named = {
		check: check.name,
		scorer: check.kind
	};
	if (result.kind === "unscored") return {
		kind: "unscored",
		...named,
		why: result.why
	};
	if (result.kind === "ask" || kind === void 0) return {
		kind: "unscored",
		...named,
		why: "not asked, as the reply has no score without its other checks"
	};
	if (!(result.value >= 0 && result.value <= 1)) return {
		kind: "unscored",
		...named,
		why: `${check.kind} gave ${result.value}, which is not within 0–1`
	};
	const plain = result.passed ?? passes(kind, result.value, check.min);
	const turned = check.not === true && result.threw !== true;
	const passed = turned && plain !== void 0 ? !plain : plain;
	return {
		kind: "scored",
		...named,
		value: turned ? 1 - result.value : result.value,
		binary: kind.scale === "binary",
		weight: check.weight,
		required: check.required,
		...check.set && { set: check.set },
		reason: result.reason,
		...passed !== void 0 && { passed },
		...result.details && { details: result.details }
	};
}
function passes(kind, value, min) {
	if (kind.scale === "binary") return value >= 1;
	return min === void 0 ? void 0 : value >= unitMark(min, kind.minRange) - 1e-9;
}

// src/app/review/chat-request.ts
function chatRequest({ messages, params }, model) {
	return {
		kind: "chat",
		provider: model.provider,
		model: model.model,
		messages,
		params: {
			...model.params,
			...params
		}
	};
}

// src/app/review/answer-asking.ts
async function answerAsking({ question, trial }, roles, ask) {
	switch (question.kind) {
		case "scorer": return ask.runScorer(question.name, question.input);
		case "embedding": {
			const model = roles.embeddings;
			if (model === void 0) return {
				kind: "failed",
				why: "no embedding model is configured"
			};
			const request = {
				kind: "embedding",
				provider: model.provider,
				model: model.model,
				texts: question.texts
			};
			return read(await ask.reply(callFor(request, 0, "embedding")), ask);
		}
		case "chat": {
			const model = roles[question.to];
			if (model === void 0) return {
				kind: "failed",
				why: `no ${question.to} is configured`
			};
			const purpose = question.to === "judge" ? "judge" : "simulate";
			return read(await ask.reply(callFor(chatRequest(question, model), trial, purpose)), ask);
		}
	}
}
function read(reply, ask) {
	if (reply.kind === "failed") return {
		kind: "failed",
		why: reply.message
	};
	const answer = ask.kept(reply.call);
	if (answer === void 0) return {
		kind: "failed",
		why: "its answer is not in the store any more"
	};
	return answer.vectors === void 0 ? {
		kind: "text",
		text: answer.text
	} : {
		kind: "vectors",
		vectors: answer.vectors
	};
}

// src/app/review/ask-until-done.ts
async function askUntilDone(step, { roles, ask }) {
	const answers = /* @__PURE__ */ new Map();
	for (;;) {
		const next = step(answers);
		if (next.kind === "done") return next.result;
		const asked = next.askings.map(async (asking) => {
			answers.set(asking.key, await answerAsking(asking, roles, ask));
		});
		await Promise.all(asked);
	}
}

// src/app/review/judge-text.ts
const drawsAgain = 1e3;
const noCall = {
	toolCalls: [],
	finishReason: "stop",
	usage: {},
	servedModel: "",
	servedBy: "",
	latencyMs: 0,
	at: 0
};
async function judgeText(given, from, deps, wanted = () => true) {
	const checks = judgedChecks(given.golden, deps.kinds).filter(wanted);
	return Promise.all(checks.map(async (named) => ({
		named,
		score: await judgeBy(named, given, from, deps)
	})));
}
async function judgeBy({ check }, { golden, messages, text }, from, { ask, roles, kinds, votes }) {
	const alone = {
		...golden,
		checks: [{
			...check,
			weight: 1,
			required: false
		}],
		notRun: []
	};
	const [only] = (await askUntilDone((answers) => {
		const scoring = scoreReply({
			golden: alone,
			kinds,
			messages,
			text,
			answer: noCall,
			votes,
			answers
		});
		return scoring.kind === "score" ? {
			kind: "done",
			result: scoring.score
		} : {
			kind: "ask",
			askings: scoring.askings.map((asking) => ({
				...asking,
				trial: asking.trial + from
			}))
		};
	}, {
		roles,
		ask
	})).checks;
	return only ?? {
		kind: "unscored",
		check: check.name,
		scorer: check.kind,
		why: "it scores no reply"
	};
}

// src/app/review/judge-labelled.ts
function labelledTexts(cases) {
	return cases.flatMap(({ golden, messages }) => {
		const { reference, ...rest } = golden;
		return reference === void 0 || golden.label === void 0 ? [] : [{
			golden: rest,
			messages,
			text: reference
		}];
	});
}
async function judgeLabelled(texts, deps) {
	const binary = binaryLabelFiles(texts.map(({ golden }) => golden));
	return (await Promise.all(texts.map(async (given) => {
		const { label, at } = given.golden;
		if (label === void 0) return [];
		const checks = await judgeText(given, 0, deps, gradesLikePeople);
		return [{
			label,
			binary: binary.has(at.file),
			checks: checks.map(({ score }) => score)
		}];
	}))).flat();
}

// src/app/review/pick-judged-replies.ts
function pickJudgedReplies(cells, kinds, most, textOf) {
	const trials = cells.filter(({ cell: { exam } }) => {
		const { golden } = exam;
		return judgedChecks(golden, kinds).length > 0 && scenarioOf(golden, kinds) === void 0;
	}).flatMap(({ cell, trials: held }) => held.map((trial) => ({
		cell,
		trial,
		at: hash([cell.comparison, trial.trial])
	}))).filter(({ trial }) => [trial.old, trial.new].every((run) => run === void 0 || run.score.kind === "scored")).toSorted((one, other) => one.trial.round - other.trial.round || (one.at < other.at ? -1 : 1));
	const picked = /* @__PURE__ */ new Map();
	for (const { cell, trial } of trials) {
		if (picked.size >= most) break;
		for (const side of ["old", "new"]) {
			const reply = readReply(cell, trial, side, textOf);
			if (reply !== void 0) picked.set(hash([reply.golden, reply.text]), reply);
		}
	}
	return [...picked.values()];
}
function readReply(cell, trial, side, textOf) {
	const run = trial[side];
	const request = cell[side];
	if (run?.reply.kind !== "answered" || request === void 0) return void 0;
	const text = textOf(run.reply.call);
	return text === void 0 ? void 0 : {
		golden: cell.exam.golden,
		messages: request.messages,
		text,
		judged: run.score.checks
	};
}

// src/core/scoring/repeated-scores.ts
const slack = 1e-9;
function repeatedScores(judgements, mark) {
	return {
		grades: judgements.flatMap((check) => check.kind === "scored" ? [check.value] : []),
		...mark === void 0 ? {} : { min: mark - slack }
	};
}
const scale = object({ of: tuple([number(), number()]) });
function repeatedVotes(check, votes, mark) {
	const read = check.kind === "scored" ? scale.safeParse(check.details) : void 0;
	if (read?.success !== true || votes < 2) return [];
	const [low, high] = read.data.of;
	return gradesOf(check).map((criterion) => ({
		grades: criterion.votes.slice(0, votes).map((grade) => (grade - low) / (high - low)),
		...mark === void 0 ? {} : { min: mark - slack }
	}));
}

// src/app/review/repeat-judgements.ts
function votesTaken(cells, { kinds, votes }) {
	return cells.flatMap(({ cell, trials }) => {
		const checks = judgedChecks(cell.exam.golden, kinds);
		return trials.flatMap((trial) => [trial.old, trial.new]).flatMap((run) => {
			if (run?.reply.kind !== "answered") return [];
			const { reply, score } = run;
			return checks.flatMap((named) => {
				const judged = find(score.checks, named);
				if (judged === void 0) return [];
				return votesIn(judged, named, votes).map((repeated) => ({
					...nameOf(named),
					reply: reply.call,
					scores: [judged],
					repeated
				}));
			});
		});
	});
}
function votesIn(judged, named, votes) {
	const wanted = named.check.options["votes"] ?? votes;
	return repeatedVotes(judged, typeof wanted === "number" ? wanted : votes, markOf(named));
}
async function judgeAgain(picked, deps) {
	const again = picked.map(async (given, at) => {
		return (await judgeText(given, drawsAgain, deps)).map(({ named, score }) => {
			const first = find(given.judged, named);
			const both = first === void 0 ? [score] : [first, score];
			return {
				...nameOf(named),
				reply: String(at),
				scores: both,
				repeated: repeatedScores(both, markOf(named))
			};
		});
	});
	return (await Promise.all(again)).flat();
}
function markOf({ check, kind }) {
	return check.min === void 0 || kind === void 0 ? void 0 : unitMark(check.min, kind.minRange);
}
function nameOf(named) {
	return {
		kind: named.check.kind,
		name: named.check.name,
		named
	};
}
function find(checks, { check }) {
	return checks.find((one) => one.scorer === check.kind && one.check === check.name);
}

// src/app/review/judge-reliability.ts
const mostJudgedAgain = 20;
const mostLabels = 60;
async function measureJudge(cells, settings, ended, deps) {
	const { judge: model } = settings;
	const judged = cells.flatMap(({ cell }) => judgedChecks(cell.exam.golden, deps.kinds));
	if (model === void 0 || judged.length === 0) return void 0;
	const judge = {
		model: showModel(model),
		votes: model.votes
	};
	const gated = Object.keys(settings.gate.metrics).filter((metric) => judged.some((named) => isOf(metric, named)));
	const votes = votesTaken(cells, deps);
	const again = votes.length > 0 && gated.every((metric) => isSteady(metric, votes)) ? {
		judgements: [],
		notes: []
	} : await judgePickedAgain(cells, ended, deps);
	const judgements = again.judgements.length > 0 ? again.judgements : votes;
	const kappa = ended === "complete" ? await agreementWithPeople(cells, deps) : void 0;
	const doubts = gated.flatMap((metric) => {
		const labels = judged.some((named) => isOf(metric, named) && gradesLikePeople(named)) ? kappa : void 0;
		const trust = judgeTrust(reliabilityOf(metric, again.judgements), labels);
		return trust.kind === "doubted" ? [{
			metric,
			why: trust.why
		}] : [];
	});
	const all = judgeReliability(judgements.map(({ repeated }) => repeated));
	return {
		judge: {
			...judge,
			...all === void 0 ? {} : { reliability: {
				...all,
				replies: countReplies(judgements)
			} },
			...kappa === void 0 ? {} : { kappa: {
				labels: kappa.ratings,
				value: kappa.kappa,
				error: kappa.standardError
			} },
			...doubts.length === 0 ? {} : { advises: doubts }
		},
		advise: new Set(doubts.map(({ metric }) => metric)),
		notes: [...again.notes, ...doubts.map((doubt) => wordDoubt(judge.model, doubt))]
	};
}
async function judgePickedAgain(cells, ended, deps) {
	const may = ended === "complete" ? deps.mayAsk(20) : ended;
	if (may !== "complete") return {
		judgements: [],
		notes: [`The judge was not measured: ${may === "budget" ? "no calls or dollars were" : may === "deadline" ? "no time was" : "nothing was"} left to judge replies again.`]
	};
	const picked = pickJudgedReplies(cells, deps.kinds, 20, (call) => deps.ask.kept(call)?.text);
	return {
		judgements: await judgeAgain(picked, deps),
		notes: []
	};
}
async function agreementWithPeople(cells, deps) {
	const chosen = [...new Map(labelledTexts(cells.map(({ cell }) => ({
		golden: cell.exam.golden,
		messages: messagesOf(cell)
	}))).map((text) => [hash(text.golden), text]))].toSorted(([one], [other]) => one < other ? -1 : 1).slice(0, 60);
	if (chosen.length === 0 || deps.mayAsk(chosen.length) !== "complete") return void 0;
	return labelAgreement(await judgeLabelled(chosen.map(([, text]) => text), deps));
}
function messagesOf(cell) {
	return (cell.new ?? cell.old)?.messages ?? [];
}
function isOf(metric, { check }) {
	return check.kind === metric || check.name === metric;
}
function reliabilityOf(metric, judgements) {
	const own = judgements.filter(({ kind, name }) => kind === metric || name === metric);
	return judgeReliability(own.map(({ repeated }) => repeated));
}
function isSteady(metric, votes) {
	return judgeTrust(reliabilityOf(metric, votes), void 0).kind === "trusted";
}
function countReplies(judgements) {
	return new Set(judgements.filter(({ repeated }) => repeated.grades.length > 1).map(({ reply }) => reply)).size;
}
function wordDoubt(model, { metric, why }) {
	return `\`gate.metrics.${metric}\` only advises in this review: ${why}. The judge ${model} is not steady or not right enough for a gate of its own; the reply's score gates as before, since chance in a judge falls on both sides alike. More \`votes\`, a clearer rubric or another judge make it one.`;
}

// src/app/review/requests-of-measuring.ts
function requestsOfMeasuring(cells, votes, kinds) {
	const graded = cells.filter(({ cell, requests }) => cell.scenario === void 0 && requests.some(({ grades }) => grades === true));
	const share = (of) => {
		const all = graded.reduce((sum, { replies }) => sum + replies[of], 0);
		return Math.min(1, 20 / Math.max(1, all));
	};
	const [low, high] = [votes > 1 ? 0 : share("low"), share("high")];
	return [...graded.flatMap(({ requests, replies }) => gradesIn(requests).map(({ request, perReply }) => ({
		request,
		low: low * replies.low * perReply.usual,
		high: high * replies.high * perReply.most
	}))), ...labelled(graded, kinds)];
}
function labelled(graded, kinds) {
	return [...new Map(graded.filter(({ cell: { exam } }) => exam.golden.label !== void 0 && exam.golden.reference !== void 0).filter(({ cell: { exam } }) => judgedChecks(exam.golden, kinds).some(gradesLikePeople)).map((one) => [JSON.stringify([one.cell.prompt, one.cell.exam.key]), one])).values()].slice(0, 60).flatMap(({ requests }) => gradesIn(requests).map(({ request, perReply }) => ({
		request,
		low: perReply.usual,
		high: perReply.most
	})));
}
function gradesIn(requests) {
	return requests.filter(({ grades }) => grades === true);
}

// src/app/review/estimate-review.ts
function estimateReview(design, gate, settings, kinds, costOf) {
	const planned = design.prompts.flatMap(({ cells }) => {
		const forecast = forecastRounds(cells.map((cell) => cellOf({
			cell,
			trials: []
		})), gate);
		const byKey = new Map(forecast.cells.map((cell) => [JSON.stringify([cell.row, cell.case]), cell]));
		return cells.map((cell) => {
			const { low = 0, high = 0 } = byKey.get(JSON.stringify([cell.row, cell.exam.key])) ?? {};
			return {
				cell,
				requests: requestsOfCell(cell, settings, kinds),
				replies: {
					low,
					high
				}
			};
		});
	});
	const asked = planned.flatMap(({ requests, replies }) => requests.map(({ request, perReply }) => ({
		request,
		low: replies.low * perReply.usual,
		high: replies.high * perReply.most
	})));
	const measuring = requestsOfMeasuring(planned, settings.judge?.votes ?? 1, kinds);
	const cost = (all, of) => estimateCost(all.map((one) => ({
		request: one.request,
		times: one[of]
	})), costOf);
	return {
		first: cost(asked, "low"),
		low: cost([...asked, ...measuring], "low"),
		high: cost([...asked, ...measuring], "high")
	};
}
function wordEstimate({ low, high }, kept = 0) {
	const calls = (estimate) => String(Math.max(0, Math.round(estimate.calls) - kept));
	const tokens = Math.round((high.inputTokens + high.outputTokens) / 1e3);
	const without = kept === 0 ? "" : ` (${kept} ${kept === 1 ? "reply is" : "replies are"} kept from before)`;
	return `To ask: ${span(calls(low), calls(high))} calls${without}, up to ${tokens}k tokens, ${wordDollars(low, high)}.`;
}
function wordDollars(low, high) {
	const dollars = (usd) => usd < .01 ? "< $0.01" : `$${usd.toFixed(2)}`;
	const models = [...high.unpriced.keys()];
	const [first = ""] = models;
	const mend = `write it in the config: \`prices: { ${JSON.stringify(first)}: { input: 0.25, output: 2.00 } }\`, dollars per million tokens`;
	if (!isPriced(high)) return `price not known (no list has ${models.join(", ")} at this endpoint; ${mend})`;
	const lists = [...new Set(high.byName.values())].map((list) => `${list}'s`).join(" and ");
	const byName = lists === "" ? "" : ` by ${lists} list (your endpoint may bill differently)`;
	return `${span(dollars(low.usualUsd), dollars(high.usualUsd))}${byName}${first === "" ? "" : ` and the price of ${models.join(", ")}, which is not known (${mend})`}`;
}
function span(from, to) {
	return from === to ? to : `${from}–${to}`;
}

// src/app/review/missing-keys.ts
function missingKeys(needed, settings, hasKey) {
	return [...needed].flatMap((name) => {
		const provider = settings.providers.get(name);
		if (provider === void 0) return [{
			reason: "config",
			what: `there is no provider \`${name}\`.`,
			fix: `Name it under \`providers\` in ${settings.configFile}.`
		}];
		if (hasKey(name)) return [];
		const where = provider.key.kind === "environment" ? provider.key.name : "api-key";
		const fix = name === "default" ? `Give the action \`api-key: \${{ secrets.${where === "api-key" ? "OPENAI_API_KEY" : where} }}\`, or set ${where} in the environment.` : `Set ${where} in the environment of the step (\`env:\`), from a secret.`;
		return [{
			reason: "config",
			what: `there is no key for the provider \`${name}\` (${provider.baseUrl}).`,
			fix
		}];
	});
}

// src/app/review/roles-of.ts
function rolesOf({ judge: grader, simulate, embeddings }) {
	return {
		...grader === void 0 ? {} : { judge: grader },
		...simulate === void 0 ? {} : { simulator: simulate },
		...embeddings === void 0 ? {} : { embeddings }
	};
}

// src/app/review/call-of-side.ts
function callOfSide({ cell, side, trial, fresh }, request, notBefore) {
	const scope = fresh ? `${cell.comparison} asked afresh` : cell.comparison;
	const mayKeep = (side === "old" || cell.old === void 0) && !fresh && !cell.identical && notBefore !== void 0;
	return {
		...callFor(request, trial, "reply", scope),
		pair: `${scope} ${cell.row} ${trial}`,
		...mayKeep ? { baseline: {
			notBefore,
			copy: cell.copy
		} } : {}
	};
}

// src/app/review/model-choice.ts
function modelChoice({ models, allowedModels, providers }, exchange) {
	return {
		models,
		...exchange,
		...allowedModels === void 0 ? {} : { allowedModels },
		resolve: (name) => modelNamed(name, providers)
	};
}

// src/core/detect/find-predecessor.ts
const version = /(?<=^|\/|[._-])v?(\d+(?:\.\d+)*)(?=$|\/|\.[a-z]|[_-])/giu;
function findPredecessor(path, paths) {
	const own = versionsIn(path);
	if (own.length === 0) return void 0;
	let nearest;
	for (const other of paths) for (const { start, numbers, shape } of versionsIn(other)) {
		const mine = own.find((one) => one.start === start && one.shape === shape);
		if (mine === void 0 || compare(numbers, mine.numbers) >= 0) continue;
		if (nearest === void 0 || compare(numbers, nearest.numbers) > 0) nearest = {
			path: other,
			numbers
		};
	}
	return nearest?.path;
}
function versionsIn(path) {
	return Array.from(path.matchAll(version), (match) => ({
		start: match.index,
		numbers: (match[1] ?? "").split(".").map(Number),
		shape: `${path.slice(0, match.index)}*${path.slice(match.index + match[0].length)}`
	}));
}
function compare(one, other) {
	const length = Math.max(one.length, other.length);
	for (let at = 0; at < length; at += 1) {
		const difference = (one[at] ?? 0) - (other[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

// src/core/detect/find-candidates.ts
function findCandidates({ changed, head, base, settings, configured, suffixesOf }) {
	const paths = new Set(changedPaths(changed));
	const cameFrom = new Map(changed.flatMap(({ path, previousPath }) => previousPath === void 0 ? [] : [[path, previousPath]]));
	const sourcesOf = (tree, named) => new Map(findSources({
		has: (path) => tree.has(path),
		all: tree.keys()
	}, settings, named).map((one) => [one.path, one]));
	const [atHead, atBase] = [sourcesOf(head, configured.head), sourcesOf(base, configured.base)];
	const caseFiles = [...paths].filter((path) => couldHoldCases(settings.casesPattern, path));
	const casesTouched = (path) => {
		const suffixes = caseFiles.length === 0 ? [] : suffixesOf(path);
		return {
			casesChanged: suffixes.some((suffix) => casesPaths(settings.casesPattern, path, suffix).some((one) => paths.has(one))),
			keyedCasesChanged: suffixes.some((suffix) => caseFiles.some((one) => holdsCasesOfKey(settings.casesPattern, path, suffix, one)))
		};
	};
	const isTouched = ({ old, next, casesChanged, keyedCasesChanged }) => casesChanged || keyedCasesChanged || [...old?.parts ?? [], ...next?.parts ?? []].some(({ file }) => paths.has(file));
	const heads = [...atHead.values()].map((next) => {
		const moved = cameFrom.get(next.parts[0].file);
		const renamed = moved === void 0 ? void 0 : atBase.get(moved) ?? {
			path: moved,
			parts: [{ file: moved }]
		};
		const old = renamed ?? atBase.get(next.path);
		const found = {
			path: next.path,
			...renamed !== void 0 && renamed.path !== next.path && { previousPath: renamed.path },
			...old !== void 0 && { old },
			next,
			...casesTouched(next.path)
		};
		return old === void 0 && isTouched(found) ? withPredecessor(found, atBase) : found;
	});
	const known = new Set(heads.flatMap(({ old, succeeds }) => old === void 0 || succeeds === true ? [] : [old.path]));
	const gone = [...atBase.values()].filter((old) => !atHead.has(old.path) && !known.has(old.path)).map((old) => ({
		path: old.path,
		old,
		casesChanged: false,
		keyedCasesChanged: false
	})).filter(isTouched);
	return {
		touched: [...heads.filter(isTouched), ...gone],
		others: heads.filter((one) => !isTouched(one))
	};
}
function withPredecessor(candidate, atBase) {
	const path = findPredecessor(candidate.path, atBase.keys());
	const old = path === void 0 ? void 0 : atBase.get(path);
	return old === void 0 ? candidate : {
		...candidate,
		previousPath: old.path,
		old,
		succeeds: true
	};
}

// src/core/detect/diff-prompt.ts
const mostEdits = 2e3;
function diffPrompt(old, next) {
	if (old?.text === next?.text) return "";
	const from = old === void 0 ? "/dev/null" : `a/${old.path}`;
	const to = next === void 0 ? "/dev/null" : `b/${next.path}`;
	const options = {
		context: 3,
		maxEditLength: mostEdits,
		headerOptions: FILE_HEADERS_ONLY
	};
	return createTwoFilesPatch(from, to, old?.text ?? "", next?.text ?? "", void 0, void 0, options) ?? `--- ${from}\n+++ ${to}\nToo much changed to show it line by line.\n`;
}

// src/core/exam/is-looser.ts
const loosened = new Map(Object.entries({
	contains: (base, head) => everyText(head, (text) => someText(base, (one) => one.includes(text))),
	"starts-with": (base, head) => everyText(head, (text) => someText(base, (one) => one.startsWith(text))),
	"ends-with": (base, head) => everyText(head, (text) => someText(base, (one) => one.endsWith(text))),
	"contains-any": (base, head) => everyText(base, (text) => someText(head, (one) => text.includes(one))),
	"not-contains": (base, head) => everyText(head, (text) => someText(base, (one) => text.includes(one))),
	"not-equals": (base, head) => everyText(head, (text) => someText(base, (one) => text === one)),
	"max-words": raised,
	"max-tokens": raised,
	"max-latency": raised,
	"max-cost": raised,
	"min-words": (base, head) => raised(head, base),
	number: (base, head) => sameBut("within", base, head, raised),
	"json-path": (base, head) => sameBut("contains", base, head, (one, other) => showValue(one).includes(showValue(other))),
	simulate: (base, head) => turnsOf(head) < turnsOf(base),
	"tool-call": (base, head) => sameBut("arguments", base, head, (one, other) => isPart(other, one)),
	"json-schema": (_, head) => allowsAll$1(head),
	"contains-json": (_, head) => head === null || allowsAll$1(head)
}));
function allowsAll$1(schema) {
	return schema === true || isObject(schema) && Object.keys(schema).length === 0;
}
const negative = /^not-/u;
const ofAllTurns = /^(?:not-|max-|answers$)/u;
const ofSomeTurn = /* @__PURE__ */ new Set([
	"contains",
	"contains-any",
	"contains-html",
	"contains-json",
	"contains-xml",
	"regex",
	"refuses",
	"min-words"
]);
function isLooser(base, head) {
	return [
		argumentMove,
		caseMove,
		turnMove,
		strictMove,
		exactMove,
		editsMove
	].map((move) => move(base, head)).includes("looser");
}
function argumentMove(base, head) {
	if (canonicalJson(base.argument) === canonicalJson(head.argument)) return "same";
	return loosened.get(base.kind)?.(base.argument, head.argument) === true ? "looser" : "other";
}
function caseMove(base, head) {
	const [before, after] = [base, head].map(({ options }) => options["ignore-case"] === true);
	if (before === after) return "same";
	return after === negative.test(base.kind) ? "other" : "looser";
}
function turnMove(base, head) {
	const [before, after] = [base, head].map(({ options }) => options["turn"] === "last");
	if (before === after) return "same";
	return (after === true ? ofAllTurns.test(base.kind) : ofSomeTurn.has(base.kind)) ? "looser" : "other";
}
function strictMove(base, head) {
	const [before, after] = [base, head].map(({ options }) => options["strict"] === true);
	if (before === after) return "same";
	return after === negative.test(base.kind) ? "looser" : "other";
}
function exactMove(base, head) {
	const [before, after] = [base, head].map(({ options }) => options["exact"] === true);
	if (before === after) return "same";
	return after === negative.test(base.kind) ? "looser" : "other";
}
function editsMove(base, head) {
	const [before, after] = [base, head].map(({ options }) => options["max-edits"] ?? Number.POSITIVE_INFINITY);
	if (before === after || before === void 0 || after === void 0) return "same";
	return raised(before, after) ? "looser" : "other";
}
function turnsOf(argument) {
	const turns = isObject(argument) ? argument["turns"] : void 0;
	return turns === void 0 ? 5 : numberOf(turns);
}
function raised(base, head) {
	return numberOf(head) > numberOf(base);
}
function numberOf(value) {
	return typeof value === "number" || typeof value === "string" ? Number(value) : NaN;
}
function sameBut(key, base, head, compare) {
	if (!isObject(base) || !isObject(head)) return false;
	const { [key]: baseValue, ...baseRest } = base;
	const { [key]: headValue, ...headRest } = head;
	if (canonicalJson(baseRest) !== canonicalJson(headRest)) return false;
	if (headValue === void 0) return baseValue !== void 0 && key !== "within";
	return baseValue === void 0 ? key === "within" && numberOf(headValue) > 0 : compare(baseValue, headValue);
}
function isPart(part, whole) {
	if (!isObject(part) || !isObject(whole)) return canonicalJson(part) === canonicalJson(whole);
	return Object.entries(part).every(([key, value]) => {
		const held = Object.hasOwn(whole, key) ? whole[key] : void 0;
		return held !== void 0 && isPart(value, held);
	});
}
function everyText(argument, test) {
	return textsOf(argument).every(test);
}
function someText(argument, test) {
	return textsOf(argument).some(test);
}
function textsOf(argument) {
	return (Array.isArray(argument) ? argument : [argument]).map(showValue);
}

// src/core/exam/compare-checks.ts
function compareChecks(before, after) {
	const [base, head] = [withOneUser(before), withOneUser(after)];
	const pairs = pairChecks(base, head);
	const compared = pairs.map(([one, other]) => compareCheck(one, other));
	const kept = new Set(pairs.map(([, other]) => other));
	const matched = new Set(pairs.map(([one]) => one));
	const dropped = base.filter((check) => !matched.has(check)).map(({ name }) => `check \`${name}\` dropped`);
	const added = head.filter((check) => !kept.has(check)).map(({ name }) => `check \`${name}\` added`);
	return {
		weakened: [
			...dropped,
			...compared.flatMap(({ weakened }) => weakened),
			...findDrowning(base, head, pairs)
		],
		edited: [...compared.flatMap(({ edited }) => edited), ...added]
	};
}
function withOneUser(checks) {
	const last = checks.findLast(({ kind }) => kind === "simulate");
	return checks.filter((check) => check.kind !== "simulate" || check === last);
}
function pairChecks(base, head) {
	const left = new Set(head);
	const take = (fits) => {
		const found = [...left].find(fits);
		if (found !== void 0) left.delete(found);
		return found;
	};
	return base.map((check) => ({
		check,
		other: take(({ kind, name }) => kind === check.kind && name === check.name)
	})).flatMap(({ check, other }) => {
		const found = other ?? take(({ kind }) => kind === check.kind);
		return found === void 0 ? [] : [[check, found]];
	});
}
function compareCheck(base, head) {
	const weakened = [];
	const edited = [];
	const { name } = base;
	if (base.not === true && head.not === true ? isLooser(head, base) : isLooser(base, head)) weakened.push(`check \`${name}\` loosened to \`${showCheck(head)}\``);
	else if (contentOf(base) !== contentOf(head)) edited.push(`check \`${name}\` now \`${showCheck(head)}\``);
	else if (name !== head.name) edited.push(`check \`${name}\` renamed to \`${head.name}\``);
	if (base.required && !head.required) weakened.push(`check \`${name}\` no longer required`);
	if (!base.required && head.required) edited.push(`check \`${name}\` now required`);
	const marks = compareMark(`\`min\` of \`${name}\``, base, head);
	const weights = compareNumber(`weight of \`${name}\``, base.weight, head.weight);
	const sets = comparePassMark(`\`min\` of the set of \`${name}\``, base.set?.min, head.set?.min);
	return {
		weakened: [
			...weakened,
			...marks.weakened,
			...weights.weakened,
			...sets.weakened
		],
		edited: [
			...edited,
			...marks.edited,
			...weights.edited,
			...sets.edited
		]
	};
}
function compareMark(what, base, head) {
	const { weakened, edited } = compareNumber(what, base.min, head.min);
	return base.not === true && base.min !== void 0 && head.min !== void 0 ? {
		weakened: edited,
		edited: weakened
	} : {
		weakened,
		edited
	};
}
function compareNumber(what, base, head) {
	if (base === head) return {
		weakened: [],
		edited: []
	};
	if (base === void 0) return {
		weakened: [],
		edited: [`${what} set to ${head}`]
	};
	if (head === void 0) return {
		weakened: [`${what} (${base}) dropped`],
		edited: []
	};
	return head < base ? {
		weakened: [`${what} lowered from ${base} to ${head}`],
		edited: []
	} : {
		weakened: [],
		edited: [`${what} raised from ${base} to ${head}`]
	};
}
function comparePassMark(what, base, head) {
	if (base === void 0 && head !== void 0) return {
		weakened: [`${what} set to ${head}`],
		edited: []
	};
	if (base !== void 0 && head === void 0) return {
		weakened: [],
		edited: [`${what} (${base}) dropped`]
	};
	return compareNumber(what, base, head);
}
function findDrowning(base, head, pairs) {
	const all = base.reduce((sum, { weight }) => sum + weight, 0);
	if (all === 0) return [];
	const before = new Map(pairs.map(([one, other]) => [other, one.weight]));
	const more = head.map((check) => ({
		check,
		by: Math.max(0, check.weight - (before.get(check) ?? 0))
	}));
	const added = more.reduce((sum, { by }) => sum + by, 0);
	if (added <= all) return [];
	const names = more.filter(({ by }) => by > 0).map(({ check }) => `\`${check.name}\``);
	const shown = names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
	const [checks, outweigh] = names.length === 1 ? ["check", "outweighs"] : ["checks", "outweigh"];
	return [`${checks} ${shown} with a weight of ${added} ${outweigh} all checks there were`];
}
function contentOf({ argument, options, not, transforms = [], contextFrom }) {
	return canonicalJson([
		argument,
		options,
		not === true,
		[...transforms],
		contextFrom ?? null
	]);
}
function showCheck({ name, options }) {
	return Object.keys(options).length === 0 ? name : `${name} ${canonicalJson(options)}`;
}

// src/core/exam/compare-case.ts
function compareCase(base, head) {
	const checks = compareChecks(base.checks, head.checks);
	const weight = compareNumber("weight", base.weight, head.weight);
	const mark = comparePassMark("`min`", base.min, head.min);
	const renamed = base.id === head.id ? [] : [`renamed from \`${base.id}\``];
	return {
		weakened: [
			...checks.weakened,
			...weight.weakened,
			...mark.weakened,
			...compareNotRun(base, head)
		],
		edited: [
			...renamed,
			...compareVars(base, head),
			...compareFields(base, head),
			...checks.edited,
			...weight.edited,
			...mark.edited
		]
	};
}
function asksTheSame(base, head) {
	const asked = ({ vars, history, context, user, wrap }) => canonicalJson([
		vars,
		history,
		context,
		user ?? null,
		...wrap === void 0 ? [] : [wrap]
	]);
	return asked(base) === asked(head) && conversation(base) === conversation(head);
}
function conversation({ checks }) {
	return canonicalJson(checks.filter(({ kind }) => kind === "simulate").map(({ argument, options }) => [argument, options]));
}
function compareVars(base, head) {
	return [.../* @__PURE__ */ new Set([...Object.keys(base.vars), ...Object.keys(head.vars)])].flatMap((name) => {
		if (!Object.hasOwn(head.vars, name)) return [`variable \`${name}\` dropped`];
		if (!Object.hasOwn(base.vars, name)) return [`variable \`${name}\` added`];
		return canonicalJson(base.vars[name]) === canonicalJson(head.vars[name]) ? [] : [`variable \`${name}\` changed`];
	});
}
function compareFields(base, head) {
	const changed = [
		"user",
		"wrap",
		"history",
		"context",
		"reference",
		"label",
		"segment",
		"tags"
	].filter((field) => canonicalJson(base[field] ?? null) !== canonicalJson(head[field] ?? null));
	const gone = base.notRun.length > 0 && head.notRun.length === 0 ? ["assertions that are not run dropped"] : [];
	return [...changed.map((field) => `${field === "wrap" ? "prefix or suffix" : field} changed`), ...gone];
}
function compareNotRun(base, head) {
	return howFarChecked(base) !== "not-run" && howFarChecked(head) === "not-run" ? ["made one that cannot be run"] : [];
}

// src/core/exam/schema-demands.ts
function asksLess(head, base) {
	return canonicalJson(head) !== canonicalJson(base) && isWithin(head, base) && !isWithin(base, head);
}
function isWithin(part, whole) {
	if (allowsAll(part)) return true;
	if (!isObject(part) || !isObject(whole)) return canonicalJson(part) === canonicalJson(whole);
	return Object.entries(part).every(([word, demand]) => {
		if (demandsNothing(word, demand)) return true;
		const held = Object.hasOwn(whole, word) ? whole[word] : void 0;
		if (held === void 0) return false;
		if (maps.has(word)) return isMapWithin(demand, held);
		if (word === "required") return listOf(demand).every((name) => listOf(held).includes(name));
		return schemas.has(word) ? isWithin(demand, held) : canonicalJson(demand) === canonicalJson(held);
	});
}
function isMapWithin(part, whole) {
	if (!isObject(part) || !isObject(whole)) return false;
	return Object.entries(part).every(([name, schema]) => allowsAll(schema) || Object.hasOwn(whole, name) && isWithin(schema, whole[name] ?? true));
}
function allowsAll(schema) {
	if (schema === true) return true;
	return isObject(schema) && Object.entries(schema).every(([word, demand]) => demandsNothing(word, demand));
}
function demandsNothing(word, demand) {
	if (!demanding.has(word)) return true;
	if (maps.has(word)) return isObject(demand) && Object.values(demand).every(allowsAll);
	if (word === "required" || word === "allOf") return listOf(demand).every(allowsAll);
	if (word === "anyOf") return listOf(demand).some(allowsAll);
	if (word === "type") return allTypes.every((type) => listOf(demand).includes(type));
	if (word.startsWith("min") && word !== "minimum") return demand === 0;
	return schemas.has(word) && word !== "not" && allowsAll(demand);
}
function listOf(value) {
	return Array.isArray(value) ? value : [value];
}
const allTypes = [
	"array",
	"boolean",
	"null",
	"number",
	"object",
	"string"
];
const maps = /* @__PURE__ */ new Set([
	"properties",
	"patternProperties",
	"dependentSchemas"
]);
const schemas = /* @__PURE__ */ new Set([
	"items",
	"contains",
	"additionalProperties",
	"unevaluatedProperties",
	"unevaluatedItems",
	"propertyNames",
	"not"
]);
const demanding = /* @__PURE__ */ new Set([
	...maps,
	...schemas,
	"$dynamicRef",
	"$ref",
	"allOf",
	"anyOf",
	"const",
	"dependencies",
	"dependentRequired",
	"else",
	"enum",
	"exclusiveMaximum",
	"exclusiveMinimum",
	"if",
	"maxContains",
	"maxItems",
	"maxLength",
	"maxProperties",
	"maximum",
	"minContains",
	"minItems",
	"minLength",
	"minProperties",
	"minimum",
	"multipleOf",
	"oneOf",
	"pattern",
	"prefixItems",
	"required",
	"then",
	"type",
	"uniqueItems"
]);

// src/core/exam/declared-form.ts
const heldToPrompt = [{
	kind: "output-schema",
	parameter: "response_format",
	what: "output schema",
	instead: " with `json-schema`"
}, {
	kind: "valid-tool-calls",
	parameter: "tools",
	what: "tools",
	instead: " with `tool-call`"
}];
function droppedSchema(old, next) {
	const before = schemaOf(old);
	if (before === void 0 || allowsAll(before)) return void 0;
	const format = next?.params["response_format"];
	const after = schemaOf(next);
	if (isObject(format) && format["type"] === "json_object") return before;
	return after !== void 0 && asksLess(after, before) ? before : void 0;
}
function isHeldToSchema({ checks }) {
	return checks.some(({ kind }) => kind === "output-schema");
}
function holdToSchema(golden, schema) {
	if (schema === void 0 || !isHeldToSchema(golden)) return golden;
	const held = (check) => check.kind === "output-schema" ? {
		...check,
		kind: "json-schema",
		argument: schema
	} : check;
	return {
		...golden,
		checks: golden.checks.map(held)
	};
}
function notesOnForm(exam, old, next) {
	if (old === void 0) return [];
	return heldToPrompt.flatMap(({ kind, parameter, what, instead }) => {
		const [before, after] = [old, next].map(({ params }) => canonicalJson(params[parameter] ?? null));
		const read = exam.cases.some(({ golden }) => golden.checks.some((check) => check.kind === kind));
		if (before === after || !read) return [];
		return [`The prompt’s ${what} changed, and \`${kind}\` holds each side against its own: one that asks less passes more. To hold both sides to the same, write it into the case${instead}.`];
	});
}
function schemaOf(prompt) {
	const format = prompt?.params["response_format"];
	const declared = isObject(format) ? format["json_schema"] : void 0;
	return isObject(declared) ? declared["schema"] : void 0;
}

// src/core/exam/fill-vars.ts
function fillVars(golden, names, lenders) {
	const lent = names.filter((name) => lookUp(name, golden.vars) === void 0).flatMap((name) => {
		const value = lenders.map((lender) => lookUp(name, lender)).find((held) => held !== void 0);
		return value === void 0 ? [] : [[name, value]];
	});
	return lent.length === 0 ? golden : {
		...golden,
		vars: {
			...golden.vars,
			...Object.fromEntries(lent)
		}
	};
}

// src/core/exam/pair-cases.ts
function pairCases(base, head) {
	const byId = new Map(base.map((golden) => [golden.id, golden]));
	const headIds = new Set(head.map(({ id }) => id));
	const byVars = /* @__PURE__ */ new Map();
	for (const golden of base) {
		if (headIds.has(golden.id)) continue;
		const key = canonicalJson(golden.vars);
		const same = byVars.get(key);
		if (same === void 0) byVars.set(key, [golden]);
		else same.push(golden);
	}
	const paired = /* @__PURE__ */ new Set();
	const pairs = head.map((golden) => {
		const other = byId.get(golden.id) ?? byVars.get(canonicalJson(golden.vars))?.shift();
		if (other === void 0) return {
			kind: "added",
			head: golden
		};
		paired.add(other);
		return {
			kind: "both",
			base: other,
			head: golden
		};
	});
	const removed = base.filter((golden) => !paired.has(golden));
	return [...pairs, ...removed.map((golden) => ({
		kind: "removed",
		base: golden
	}))];
}

// src/core/exam/compare-exams.ts
function compareExams({ base, head, policy, old, next }) {
	const schema = droppedSchema(old, next);
	const pairs = pairCases(base, head).map((pair) => ({
		pair,
		...comparePair(pair, schema !== void 0)
	}));
	const asked = next?.variables ?? [];
	const gone = (old?.variables ?? []).filter((name) => !asked.includes(name));
	const others = headVars(head, next?.defaults ?? {});
	const entries = pairs.flatMap(({ pair, edited, weakened }) => {
		if (pair.kind === "added") return [entryOf(pair.head, "added", "head", pair.head.weight)];
		if (pair.kind === "removed") {
			if (policy === "allow") return [];
			return [entryOf(holdToSchema(fillVars(pair.base, asked, [others]), schema), "base", "base", pair.base.weight)];
		}
		const asHead = entryOf(fillVars(pair.head, gone, [pair.base.vars]), "base", "head", pair.base.weight);
		if (!(policy === "strict" ? edited.length + weakened.length > 0 : policy === "ratchet" && weakened.length > 0)) return [asHead];
		const asBase = entryOf(holdToSchema(fillVars(pair.base, asked, [pair.head.vars, others]), schema), "base", "base", pair.base.weight);
		return asksTheSame(pair.base, pair.head) ? [asBase] : [asHead, asBase];
	});
	const changes = (kind) => pairs.flatMap(({ pair, edited, weakened }) => {
		if (pair.kind !== "both" || weakened.length > 0 !== (kind === "weakened")) return [];
		const what = [...weakened, ...edited];
		return what.length === 0 ? [] : [{
			id: pair.head.id,
			what
		}];
	});
	return {
		cases: nameApart(entries.filter(({ golden }) => isChecked(golden))),
		unchecked: [...new Set(entries.filter(({ golden }) => !isChecked(golden)).map(({ golden }) => golden.id))],
		changed: {
			added: pairs.flatMap(({ pair }) => pair.kind === "added" ? [pair.head.id] : []),
			removed: pairs.flatMap(({ pair }) => pair.kind === "removed" ? [pair.base.id] : []),
			edited: changes("edited"),
			weakened: changes("weakened")
		}
	};
}
function comparePair(pair, lostSchema) {
	if (pair.kind !== "both") return {
		edited: [],
		weakened: []
	};
	const { edited, weakened } = compareCase(pair.base, pair.head);
	return {
		edited,
		weakened: lostSchema && isHeldToSchema(pair.base) ? [...weakened, "the prompt’s output schema asks for less"] : weakened
	};
}
function entryOf(golden, family, version, weight) {
	return {
		key: golden.id,
		golden,
		family,
		version,
		weight
	};
}
function headVars(head, known) {
	const first = /* @__PURE__ */ new Map();
	for (const { vars } of head) for (const [name, value] of Object.entries(vars)) if (!first.has(name)) first.set(name, value);
	return Object.fromEntries([...first].filter(([name]) => !Object.hasOwn(known, name)));
}
function nameApart(entries) {
	const headIds = new Set(entries.filter(({ version }) => version === "head").map(({ key }) => key));
	const taken = new Set(headIds);
	return entries.map((entry) => {
		if (entry.version === "head") return entry;
		const plain = headIds.has(entry.key) ? `${entry.key} (as base had it)` : entry.key;
		let key = plain;
		for (let number = 2; taken.has(key); number += 1) key = `${plain} (${number})`;
		taken.add(key);
		return {
			...entry,
			key
		};
	});
}

// src/app/reading/compare-candidate.ts
const mostOnVars = 5;
const nobody = {
	cases: [],
	unchecked: [],
	changed: {
		added: [],
		removed: [],
		edited: [],
		weakened: []
	}
};
function compareCandidate(read, settings) {
	const { candidate, old, next } = read;
	const { path } = candidate;
	switch (next.kind) {
		case "broken": return broken(read, next.text, next.problems);
		case "unread": return {
			kind: "unreviewed",
			unreviewed: {
				path,
				why: "format",
				detail: next.format,
				fix: next.fix
			}
		};
		case "none": return old.kind === "none" ? {
			kind: "no-prompt",
			path
		} : removed(read);
		case "prompt": return compared(read, next, settings);
	}
}
function broken({ candidate: { path, previousPath, ...candidate }, old, dependencyChanged }, text, problems) {
	const place = {
		path,
		...previousPath !== void 0 && { previousPath }
	};
	const change = changeOf({
		...candidate,
		...place
	}, old, text, dependencyChanged) ?? "modified";
	const diff = text === "" ? "" : diffPrompt(fileOf(old, previousPath ?? path), {
		path,
		text
	});
	return {
		kind: "broken",
		prompt: {
			...place,
			change,
			diff,
			problems
		}
	};
}
function compared(read, next, settings) {
	const { candidate, old, cases, dependencyChanged } = read;
	const { path, previousPath } = candidate;
	const change = changeOf(candidate, old, next.text, dependencyChanged);
	if (change === void 0) return { kind: "unchanged" };
	const [first, ...rest] = cases.next.problems;
	if (first !== void 0) return broken(read, next.text, [first, ...rest]);
	const baseCases = cases.old.problems.length > 0 ? [] : cases.old.cases;
	const all = [...baseCases, ...cases.next.cases];
	const prompts = {
		old: old.kind === "prompt" ? old.prompt : void 0,
		next: next.prompt
	};
	const settled = settlePrompts(prompts, all, settings);
	const [oldPrompt, nextPrompt] = [settled.old, settled.next ?? next.prompt];
	const exam = compareExams({
		base: selectByTags(baseCases, settings.tags),
		head: selectByTags(cases.next.cases, settings.tags),
		policy: settings.examChanges,
		old: oldPrompt,
		next: nextPrompt
	});
	const unguarded = whyUnguarded(exam, cases.next, settings.tags) ?? whyHalfRendered({
		old,
		next
	}, settled, namesGivenBy(all));
	return {
		kind: "change",
		change: {
			path,
			...previousPath !== void 0 && { previousPath },
			change,
			...oldPrompt !== void 0 && { old: oldPrompt },
			new: nextPrompt,
			exam,
			diff: diffPrompt(fileOf(old, previousPath ?? path), {
				path,
				text: next.text
			}),
			...cases.next.models.length > 0 && { models: cases.next.models },
			notes: [
				...notesOnOld(old, previousPath ?? path),
				...notesOnSuccession(candidate, old),
				...notesOnCases(cases.old),
				...wordNotes(nextPrompt.notes.map(({ text, at = { file: path } }) => ({
					text,
					at
				}))),
				...settled.notes,
				...notesOnVars(nextPrompt, exam, cases.next, settings.kinds),
				...notesOnConversation(next.text),
				...notesOnForm(exam, oldPrompt, nextPrompt)
			]
		},
		suiteNotes: cases.next.suiteNotes,
		...unguarded !== void 0 && { unreviewed: {
			path,
			...unguarded
		} }
	};
}
function removed({ candidate: { path, previousPath }, old }) {
	return {
		kind: "change",
		change: {
			path,
			...previousPath !== void 0 && { previousPath },
			change: "removed",
			...old.kind === "prompt" && { old: old.prompt },
			exam: nobody,
			diff: diffPrompt(fileOf(old, previousPath ?? path), void 0),
			notes: notesOnOld(old, previousPath ?? path)
		}
	};
}
function changeOf(candidate, old, text, dependencyChanged) {
	if (old.kind === "none") return "added";
	if (candidate.succeeds === true) return "modified";
	if (candidate.previousPath !== void 0) return "renamed";
	if (old.text !== text) return "modified";
	if (candidate.casesChanged) return "cases";
	return dependencyChanged ? "dependency" : void 0;
}
function whyUnguarded(exam, { paths }, tags) {
	if (exam.cases.length > 0) return void 0;
	const unchecked = exam.unchecked.length;
	if (unchecked > 0) return {
		why: "no-checks",
		detail: unchecked === 1 ? "its one golden case has no check" : `none of its ${unchecked} golden cases has a check`
	};
	if (exam.changed.removed.length > 0) return {
		why: "no-cases",
		detail: "all were removed here"
	};
	const detail = [...tags.length === 0 ? [] : [`none with the tag ${tags.join(" or ")}`], ...paths[0] === void 0 ? [] : [`they would be in ${paths[0]}`]].join("; ");
	return {
		why: "no-cases",
		...detail === "" ? {} : { detail }
	};
}
function whyHalfRendered(sides, settled, known) {
	const [left] = [{
		side: sides.next,
		prompt: settled.next,
		where: ""
	}, {
		side: sides.old,
		prompt: settled.old,
		where: " of the old side"
	}].map(({ side, prompt, where }) => {
		return (prompt === void 0 || side.kind === "none" ? [] : findHalfRendered(prompt, side.text, known)).map(({ marker, writtenAs, line }) => `line ${line}${where}: \`${clip(marker, 60)}\` is ${writtenAs}`);
	}).filter((lines) => lines.length > 0);
	return left === void 0 ? void 0 : {
		why: "template",
		detail: left.join("; ")
	};
}
function notesOnSuccession({ previousPath, succeeds }, old) {
	if (succeeds !== true || previousPath === void 0 || old.kind !== "prompt") return [];
	return [`It is compared with \`${previousPath}\`, the version that it succeeds.`];
}
function notesOnOld(old, path) {
	switch (old.kind) {
		case "broken": return [`The old side cannot be read, so the prompt is shown as added: ${showProblem(old.problems[0])}`];
		case "unread": return [`The old side (${path}) is in a format that is not read (${old.format}), so the prompt is shown as added.`];
		case "prompt":
		case "none": return [];
	}
}
function notesOnCases({ problems: [first] }) {
	return first === void 0 ? [] : [`The golden cases at base cannot be read, so all count as added: ${showProblem(first)}`];
}
function notesOnVars(prompt, exam, { paths }, kinds) {
	const cases = exam.cases.filter(({ version }) => version === "head").map(({ golden }) => golden);
	const found = checkVariables(prompt, cases, {
		kinds,
		written: new Set(paths)
	});
	const more = found.length - mostOnVars;
	return [...found.slice(0, mostOnVars).map(({ what, at, fix }) => {
		return `${at === void 0 ? "" : `${showPosition(at)}: `}${what}${fix === void 0 ? "" : ` ${fix}`}`;
	}), ...more > 0 ? [`${more} more variables do not fit: \`cases check\` names them.`] : []];
}
function notesOnConversation(text) {
	if (!/\{[{%][^}]*\b_conversation\b/u.test(text)) return [];
	return ["`_conversation` holds no earlier replies here: each case is asked by itself."];
}
function fileOf(side, path) {
	return side.kind === "none" ? void 0 : {
		path,
		text: side.text
	};
}

// src/app/reading/look-through.ts
const fewFiles = 50;
const atOnce = 400;
async function lookThrough(paths, { name, extract }, files, openIndex) {
	const idOf = (path) => files.entry(path)?.id ?? "";
	const index = new Set(paths.map(idOf)).size > 50 ? await openIndex() : void 0;
	const mentions = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const known = idOf(path) === "" ? void 0 : index?.find(name, idOf(path));
		if (known !== void 0) mentions.set(path, known);
	}
	const unknown = paths.filter((path) => !mentions.has(path));
	const unread = [];
	for (let at = 0; at < unknown.length; at += atOnce) for (const [path, file] of await files.texts(unknown.slice(at, at + atOnce))) {
		const found = file.kind === "text" ? extract(file.text) : void 0;
		if (found === void 0) unread.push(path);
		else {
			mentions.set(path, found);
			if (idOf(path) !== "") index?.keep(name, idOf(path), found);
		}
	}
	return {
		mentions,
		unread
	};
}

// src/app/reading/find-configs.ts
const mostRead$1 = 200;
async function findConfigs({ old, next }, changed, openIndex) {
	const unusual = [.../* @__PURE__ */ new Set([...next.paths(), ...old.paths()])].filter((path) => mayBeConfigPath(path) && !isConfigPath(path)).toSorted();
	const unknown = unusual.filter((path) => !changed.has(path));
	const idOf = (path) => next.entry(path)?.id ?? "";
	const index = new Set(unknown.map(idOf)).size > 50 ? await openIndex() : void 0;
	const known = new Map(unknown.flatMap((path) => {
		const found = idOf(path) === "" ? void 0 : index?.find(configTexts.name, idOf(path));
		return found === void 0 ? [] : [[path, found.kind]];
	}));
	const toRead = [...unusual.filter((path) => changed.has(path)), ...unknown.filter((path) => !known.has(path))];
	const read = toRead.slice(0, mostRead$1);
	const looked = await Promise.all(read.map(async (path) => {
		if (changed.has(path)) return [path];
		const file = await next.text(path);
		const found = file.kind === "text" ? configTexts.extract(file.text) : void 0;
		if (found === void 0) return [];
		if (idOf(path) !== "") index?.keep(configTexts.name, idOf(path), found);
		return found.kind === "config" ? [path] : [];
	}));
	const configs = /* @__PURE__ */ new Set([...looked.flat(), ...[...known].flatMap(([path, kind]) => kind === "config" ? [path] : [])]);
	return {
		isConfig: (path) => isConfigPath(path) || configs.has(path),
		notes: notesOn(toRead.slice(mostRead$1))
	};
}
function notesOn(unread) {
	const [first] = unread;
	if (first === void 0) return [];
	const [files, were] = unread.length === 1 ? ["file", "was"] : ["files", "were"];
	return [`${unread.length} YAML ${files} that may hold promptfoo’s tests ${were} not looked into, the first of them \`${first}\`: a run looks into ${mostRead$1}. Name configs \`promptfooconfig.NAME.yaml\`, and they are always read.`];
}

// src/core/detect/file-names.ts
const mostNames = 500;
const longestName = 200;
const between = /[\s"'`,;:()[\]{}<>|*?/\\=#&@!%+$^~]+/u;
const escapes = /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|U([0-9a-f]{8})|([\s\S]))/giu;
const fileNames = {
	name: "file-names/1",
	extract: (text) => {
		const names = /* @__PURE__ */ new Set([...namesIn(text), ...text.includes("\\") ? namesIn(unescaped(text)) : []]);
		if (names.size > mostNames || [...names].some((name) => name.length > longestName)) return void 0;
		return {
			kind: "text",
			names: [...names].toSorted()
		};
	}
};
function couldMention(names, path) {
	const last = path.split(between).at(-1) ?? "";
	return !isName(last) || names.includes(last);
}
function namesIn(text) {
	return text.split(between).filter(isName);
}
function isName(part) {
	return /\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,10}$/iu.test(part);
}
function unescaped(text) {
	return text.replaceAll(escapes, (_, four, two, eight, one) => {
		const code = Number.parseInt(four ?? two ?? eight ?? "", 16);
		if (code <= 1114111) return String.fromCodePoint(code);
		return one !== void 0 && "ntr".includes(one) ? " " : one ?? " ";
	});
}

// src/app/reading/find-dependent.ts
async function findDependent(others, dependencies) {
	const { files, taken, byDefault, openIndex } = dependencies;
	if (taken.length === 0) return [];
	const owners = findOwners(others, dependencies);
	const certain = byDefault ? owners.filter(({ cases }) => cases.length > 0) : [];
	const open = owners.filter((owner) => !certain.includes(owner));
	const paths = [...new Set(open.flatMap(({ cases, possible }) => [...cases, ...possible]))];
	const speaking = byDefault ? new Set(paths) : await findSpeaking(paths, taken, files.next, openIndex);
	const likely = open.filter(({ cases, possible }) => [...cases, ...possible].some((path) => speaking.has(path)));
	if (likely.length > 0) files.next.expect([...taken, ...likely.flatMap(({ candidate, cases }) => [...filesIn(candidate), ...cases])]);
	const found = await Promise.all(likely.map(async ({ candidate }) => {
		return (await readGoldenAtHead(candidate, dependencies)).some(({ refersTo }) => refersTo.some((path) => taken.includes(path))) ? [candidate] : [];
	}));
	return [...certain.map(({ candidate }) => candidate), ...found.flat()];
}
function findOwners(candidates, { files: { next: files }, pattern, suffixesOf, formats }) {
	const sorted = [...files.paths()].toSorted();
	return candidates.flatMap((candidate) => {
		const { path, next } = candidate;
		const ends = suffixesOf(path);
		const cases = [...ends.map((suffix) => ({
			path,
			suffix
		})), ...besideOf(next, formats).beside ?? []].flatMap((place) => casesPaths(pattern, place.path, place.suffix).filter(files.has));
		const keyed = ends.flatMap((suffix) => findCasesOfKeys(pattern, path, suffix, sorted));
		const own = filesIn(candidate).filter((file) => files.has(file) && mayHoldCases(file, formats));
		const possible = [.../* @__PURE__ */ new Set([...keyed, ...own])];
		return cases.length + possible.length === 0 ? [] : [{
			candidate,
			cases: [...new Set(cases)],
			possible
		}];
	});
}
function filesIn({ next }) {
	return next?.parts.map(({ file }) => file) ?? [];
}
function mayHoldCases(path, formats) {
	return formats.some((format) => format.mayHoldCases?.(path) === true);
}
async function findSpeaking(paths, taken, files, openIndex) {
	const { mentions, unread } = await lookThrough(paths, fileNames, files, openIndex);
	const speaking = [...mentions].filter(([, { names }]) => taken.some((path) => couldMention(names, path)));
	return /* @__PURE__ */ new Set([...unread, ...speaking.map(([path]) => path)]);
}

// src/app/reading/find-overlooked.ts
const mostRead = 100;
async function findOverlooked(changed, outcomes, files, { promptGlobs, assembled }) {
	const [isNamed, isExcluded] = [matchPrompts(promptGlobs), matchExcluded(promptGlobs)];
	const passedOver = new Set(outcomes.flatMap((one) => one.kind === "no-prompt" ? [one.path] : []));
	const parts = assembled.flatMap(({ messages }) => messages.map(({ file }) => file));
	const taken = /* @__PURE__ */ new Set([...parts, ...outcomes.flatMap(pathsOf)]);
	const possible = changed.map(({ path }) => path).filter((path) => couldBePrompt(path) && !isExcluded(path) && files.has(path)).filter((path) => isNamed(path) ? passedOver.has(path) : !taken.has(path));
	return [...(await Promise.all(possible.slice(0, mostRead).map(async (path) => {
		const file = await files.text(path);
		return file.kind === "text" && looksLikePrompt(path, file.text) ? [path] : [];
	}))).flat(), ...possible.slice(mostRead)].map((path) => isNamed(path) ? {
		path,
		why: "format",
		detail: "none is known that has its shape"
	} : {
		path,
		why: "no-glob"
	});
}
function pathsOf(outcome) {
	switch (outcome.kind) {
		case "change": {
			const { path, old, new: next } = outcome.change;
			return [
				path,
				...old?.refersTo ?? [],
				...next?.refersTo ?? []
			];
		}
		case "unreviewed": return [outcome.unreviewed.path];
		case "broken": return [outcome.prompt.path];
		case "unchanged":
		case "no-prompt": return [];
	}
}

// src/core/detect/could-be-checked-against.ts
function couldBeCheckedAgainst(path) {
	return /\.(?:json|ya?ml|txt)$/iu.test(path);
}

// src/app/reading/find-taken.ts
async function findTaken(referred, touched, casesOf, reading) {
	const cases = new Set(touched.flatMap(({ path }) => casesOf(path)));
	const paths = [...referred].filter((path) => couldBeCheckedAgainst(path) && !cases.has(path));
	const prompts = new Set(touched.flatMap(({ next }) => next?.parts.map(({ file }) => file) ?? []));
	const isPrompt = await Promise.all(paths.map(async (path) => {
		if (!prompts.has(path)) return false;
		const read = await readPromptSides({
			path,
			parts: [{ file: path }]
		}, reading);
		return read.kind === "several" || read.side.kind === "prompt";
	}));
	return paths.filter((_, index) => isPrompt[index] !== true);
}

// src/app/reading/find-tested.ts
async function findTested(candidates, { files, changed, readPromptfoo }) {
	const isGone = [...changed].some((path) => !files.next.has(path));
	const found = await Promise.all(candidates.map(async (candidate) => {
		const next = await readPromptfoo.read(files.next, candidate.path);
		const old = isGone ? await readPromptfoo.read(files.old, candidate.previousPath ?? candidate.path) : next;
		const touches = (paths) => [...paths].some((path) => changed.has(path));
		return {
			candidate,
			cases: touches(next.caseFiles) || touches(old.caseFiles),
			refersTo: touches(next.refersTo) || touches(old.refersTo)
		};
	}));
	return {
		cases: found.flatMap(({ candidate, cases }) => cases ? [candidate] : []),
		dependent: found.flatMap(({ candidate, cases, refersTo }) => refersTo && !cases ? [candidate] : [])
	};
}

// src/app/read-changes.ts
async function readChanges({ host, pull, changed, everyPrompt = false, settings, kinds, formats, openIndex = async () => void 0, sandbox }) {
	if (!everyPrompt && !mayConcern(changed, settings)) return {
		changes: [],
		unreviewed: [],
		broken: [],
		problems: [],
		prompts: [],
		suiteNotes: [],
		passedOver: [],
		notes: []
	};
	const [head, base] = await Promise.all([host.tree(pull.head), host.tree(pull.base)]);
	const files = {
		old: filesOf(host, pull.base, base),
		next: filesOf(host, pull.head, head)
	};
	const suffixesOf = (path) => [...new Set(formats.map((format) => format.suffix(path)))];
	const casesOf = (path) => suffixesOf(path).flatMap((suffix) => casesPaths(settings.casesPattern, path, suffix));
	const paths = changedPaths(changed);
	expectEarly(files, paths, settings.promptGlobs, casesOf);
	const configs = await findConfigs(files, new Set(paths), openIndex);
	const readPromptfoo = createPromptfooReader(kinds, sandbox, (all) => all.filter(configs.isConfig));
	const [atHead, atBase] = await Promise.all([readPromptfoo.prompts(files.next), readPromptfoo.prompts(files.old)]);
	const { touched, others } = findCandidates({
		changed,
		head,
		base,
		settings,
		configured: {
			head: atHead,
			base: atBase
		},
		suffixesOf
	});
	for (const { old, next } of everyPrompt ? [...touched, ...others] : touched) {
		if (old !== void 0) files.old.expect([...old.parts.map(({ file }) => file), ...casesOf(old.path)]);
		if (next !== void 0) files.next.expect([...next.parts.map(({ file }) => file), ...casesOf(next.path)]);
	}
	const outer = readDefaultChecks(settings.defaultChecks, kinds);
	const readGolden = createGoldenCasesReader(settings.casesPattern, kinds, outer.checks, readPromptfoo);
	const referred = new Set(paths.filter(couldBeReferredTo));
	const concerned = referred.size === 0 ? touched : [...touched, ...others];
	const tested = await findTested(concerned, {
		files,
		changed: new Set(paths),
		readPromptfoo
	});
	const taken = await findTaken(referred, touched, casesOf, {
		files: files.next,
		formats,
		kinds
	});
	const dependent = await findDependent(everyPrompt ? [] : others, {
		files,
		formats,
		kinds,
		taken,
		pattern: settings.casesPattern,
		byDefault: filesOfChecks(outer.checks, kinds).paths.some((path) => taken.includes(path)),
		suffixesOf,
		readGolden,
		openIndex
	});
	const reading = {
		files,
		formats,
		kinds,
		readGolden
	};
	const review = async (candidate, leans = () => false) => {
		return (await readSubjects(candidate, reading)).map((subject) => compareCandidate({
			...subject,
			dependencyChanged: leans(subject)
		}, {
			...settings,
			kinds
		}));
	};
	const isTouched = (candidate) => touched.includes(candidate);
	const rested = tested.cases.filter((candidate) => !isTouched(candidate));
	const leaning = new Set([...everyPrompt ? others : [...dependent, ...tested.dependent]].filter((one) => !isTouched(one) && !rested.includes(one)));
	const isDependent = ({ candidate: { path }, cases: { next: { refersTo } } }) => !path.includes("#") || refersTo.some((file) => taken.includes(file));
	const outcomes = await Promise.all([...[...touched, ...rested].map((candidate) => review(tested.cases.includes(candidate) ? {
		...candidate,
		casesChanged: true
	} : candidate)), ...[...leaning].map((candidate) => review(candidate, everyPrompt || tested.dependent.includes(candidate) ? () => true : isDependent))]);
	const overlooked = await findOverlooked(changed, outcomes.flat(), files.next, settings);
	return {
		...gather(outcomes.flat(), overlooked, outcomes.length === 0 ? [] : outer.problems),
		notes: configs.notes
	};
}
function expectEarly({ old, next }, changed, globs, casesOf) {
	const [isNamed, isExcluded] = [matchPrompts(globs), matchExcluded(globs)];
	const configs = [.../* @__PURE__ */ new Set([...old.paths(), ...next.paths()])].filter(isConfigPath);
	const mayBeNamed = (path) => configs.length > 0 && couldBePrompt(path) && !isExcluded(path);
	const prompts = changed.filter((path) => isNamed(path) || mayBeNamed(path));
	for (const side of [old, next]) side.expect([
		...configs,
		...prompts,
		...prompts.filter(isNamed).flatMap((path) => casesOf(path))
	]);
}
function gather(outcomes, overlooked, problems) {
	const changes = outcomes.flatMap((one) => one.kind === "change" ? [one.change] : []);
	const broken = outcomes.flatMap((one) => one.kind === "broken" ? [one.prompt] : []);
	const unreviewed = [...outcomes.flatMap((one) => "unreviewed" in one ? one.unreviewed ?? [] : []), ...overlooked];
	const told = new Set(overlooked.map(({ path }) => path));
	const prompts = [
		...changes,
		...broken,
		...unreviewed
	].map(({ path }) => path);
	return {
		changes: changes.toSorted(byPath),
		unreviewed: unreviewed.toSorted(byPath),
		broken: broken.toSorted(byPath),
		problems,
		prompts: [...new Set(prompts)].toSorted(),
		suiteNotes: outcomes.flatMap((one) => one.kind === "change" ? one.suiteNotes ?? [] : []),
		passedOver: outcomes.flatMap((one) => one.kind === "no-prompt" && !told.has(one.path) ? [one.path] : []).toSorted()
	};
}
function byPath(one, other) {
	return one.path < other.path ? -1 : Number(one.path > other.path);
}

// src/app/review/set-aside.ts
const mostNamed = 5;
function setAside(change) {
	const { cases } = change.exam;
	const kept = cases.filter(({ golden }) => howFarChecked(golden) !== "not-run");
	if (kept.length === cases.length) return {
		change,
		unreviewed: []
	};
	const aside = cases.filter(({ golden }) => howFarChecked(golden) === "not-run");
	const named = aside.slice(0, mostNamed).map(({ key }) => key);
	const more = aside.length > mostNamed ? ` and ${aside.length - mostNamed} more` : "";
	const detail = `${aside.length} of ${cases.length}: ${named.join(", ")}${more}`;
	return {
		change: {
			...change,
			exam: {
				...change.exam,
				cases: kept
			}
		},
		unreviewed: [{
			path: change.path,
			why: "not-run",
			detail
		}]
	};
}

export { estimateCost as C, decideBudget as D, mostTrials as E, cellOf as S, forecastRounds as T, scoreReply as _, rolesOf as a, labelAgreement as b, wordEstimate as c, votesIn as d, judgeLabelled as f, chatRequest as g, askUntilDone as h, callOfSide as i, measureJudge as l, judgeText as m, readChanges as n, missingKeys as o, labelledTexts as p, modelChoice as r, estimateReview as s, setAside as t, judgeAgain as u, judgeTrust as v, isPriced as w, questionsOfCell as x, judgeReliability as y };