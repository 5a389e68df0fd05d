import { g as object, h as number, o as boolean, y as string } from "./zod.js";
import { t as callFor } from "./call.js";
import { a as namedChecks, r as judgedChecks, t as howFarChecked } from "./how-far-checked.js";
import { i as asAskings, n as transformOutput, r as answersUnder } from "./transform-output.js";

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

// src/core/scoring/score-by-script.ts
const verdict = object({
	pass: boolean(),
	score: number(),
	reason: string().optional()
});
function scoreByScript(score, scoring, { min }, sandbox) {
	if (score.kind === "unscored") return score;
	const { script } = scoring;
	if (sandbox === void 0) return {
		kind: "unscored",
		why: "no script is run here",
		checks: score.checks
	};
	const componentResults = score.checks.map((check) => check.kind === "unscored" ? {
		pass: false,
		score: 0,
		reason: check.why
	} : {
		pass: check.passed ?? true,
		score: check.value,
		reason: check.reason
	});
	const about = {
		...min !== void 0 && { threshold: min },
		componentResults,
		tokensUsed: {}
	};
	const called = sandbox.run(script, [metricsOf(scoring, score.checks), about]);
	if (called.kind === "failed") {
		const why = `\`${script.name}\` threw: ${called.why}`;
		if (called.cause !== "time" && called.cause !== "memory") return failed(score, why);
		return {
			kind: "unscored",
			why: `\`${script.name}\`: ${called.why}`,
			checks: score.checks
		};
	}
	const said = verdict.safeParse(called.value);
	if (!said.success) return failed(score, `\`${script.name}\` returned no { pass, score, reason }`);
	return {
		...score,
		value: Math.min(1, Math.max(0, said.data.score)),
		passes: said.data.pass
	};
}
function failed({ checks, kind }, reason) {
	const fault = {
		kind: "scored",
		check: "the score",
		scorer: "javascript",
		binary: true,
		weight: 0,
		required: false,
		value: 0,
		passed: false,
		reason
	};
	return {
		kind,
		value: 0,
		passes: false,
		checks: [...checks, fault]
	};
}
function metricsOf({ metrics }, checks) {
	return Object.fromEntries(metrics.map(({ name, checks: names }) => {
		const scored = checks.flatMap((check) => check.kind === "scored" && names.includes(check.check) ? [check] : []);
		const weight = scored.reduce((sum, check) => sum + check.weight, 0);
		const total = scored.reduce((sum, check) => sum + check.value * check.weight, 0);
		return [name, weight > 0 ? total / weight : 0];
	}));
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
	const { golden, sandbox } = reply;
	const score = combineScores([...lostChecks(golden), ...checks], golden.min);
	if (golden.scoring === void 0) return {
		kind: "score",
		score
	};
	return {
		kind: "score",
		score: scoreByScript(score, golden.scoring, golden, sandbox)
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
		...isOpinion(kind) && { judged: true },
		weight: check.weight,
		required: check.required,
		...check.set && { set: check.set },
		reason: result.reason,
		...passed !== void 0 && { passed },
		...result.details && { details: result.details }
	};
}
function isOpinion({ needs }) {
	return needs === "judge" || needs === "judge and embeddings";
}
function passes(kind, value, min) {
	if (kind.scale === "binary") return value >= 1;
	return min === void 0 ? void 0 : value >= unitMark(min, kind.minRange) - 1e-9;
}
function unitMark(min, [low, high]) {
	return (min - low) / (high - low);
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

export { chatRequest as a, askUntilDone as i, drawsAgain as n, scoreReply as o, judgeText as r, unitMark as s, callOfSide as t };