import { a as namedChecks, l as showModel, n as judgedChecks, o as scenarioOf, t as gradesLikePeople } from "./named-checks.js";
import { t as hash } from "./hash.js";
import { a as repeatedVotes, i as repeatedScores, n as judgeReliability, r as judgeTrust } from "./judge-trust.js";
import { i as howFarChecked } from "./compare-case.js";
import { i as scoreByScript, n as transformOutput, o as answersUnder, s as asAskings } from "./scorers.js";
import { t as isJudged } from "./needs-of.js";
import { n as callFor } from "./call.js";

// src/core/scoring/human-label.ts
const low = 1;
const high = 10;
function binaryLabelFiles(cases) {
	const binary = [...Map.groupBy(cases.filter(({ label }) => label !== void 0), ({ at }) => at.file)].filter(([, held]) => held.every(({ label }) => label === 0 || label === 1));
	return new Set(binary.map(([file]) => file));
}
function labelAgreement(replies) {
	return quadraticKappa(replies.flatMap(({ label, binary, checks }) => {
		const scored = checks.filter((check) => check.kind === "scored");
		if (scored.length === 0 || scored.length < checks.length) return [];
		const value = scored.reduce((sum, check) => sum + check.value, 0) / scored.length;
		if (!binary) return [[label, low + 9 * value]];
		const marked = scored.filter((check) => check.passed !== void 0);
		const good = marked.length === 0 ? value >= .5 : marked.every((check) => check.passed === true);
		return [[label === 1 ? high : low, good ? high : low]];
	}), low, high);
}
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
	return toolCalls.map(({ name, arguments: written }, index) => {
		return {
			id: `call_${index}`,
			type: "function",
			function: {
				name,
				arguments: written
			}
		};
	});
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
		...isJudged(kind.needsWith?.(check.argument) ?? kind.needs) && { judged: true },
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
function unitMark(min, [low, high]) {
	return (min - low) / (high - low);
}
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
function askAnew(ask, since) {
	const reply = (call) => ask.reply(call.purpose === "reply" ? {
		...call,
		notBefore: since
	} : call);
	return {
		...ask,
		reply
	};
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
function firstAskings(named, given, deps) {
	const scoring = scoreAlone(named, given, deps, /* @__PURE__ */ new Map());
	return scoring.kind === "ask" ? scoring.askings : [];
}
function scoreAlone({ check }, { golden, messages, text }, { kinds, votes }, answers) {
	const alone = {
		...golden,
		checks: [{
			...check,
			weight: 1,
			required: false
		}],
		notRun: []
	};
	return scoreReply({
		golden: alone,
		kinds,
		messages,
		text,
		answer: noCall,
		votes,
		answers
	});
}
async function judgeBy(named, given, from, { ask, roles, ...deps }) {
	const { check } = named;
	const [only] = (await askUntilDone((answers) => {
		const scoring = scoreAlone(named, given, deps, answers);
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
	const unsteady = [...new Map(judged.filter(isUnmarked).map((named) => [named.check.kind, named]))].flatMap(([kind, named]) => {
		const own = again.judgements.filter(({ repeated }) => repeated.min === void 0);
		const trust = judgeTrust(reliabilityOf(kind, own), gradesLikePeople(named) ? kappa : void 0);
		return trust.kind === "doubted" ? [{
			metric: kind,
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
			...doubts.length === 0 ? {} : { advises: doubts },
			...unsteady.length === 0 ? {} : { doubted: unsteady.map(({ metric, why }) => ({
				kind: metric,
				why
			})) }
		},
		advise: new Set(doubts.map(({ metric }) => metric)),
		doubted: unsteady.map(({ metric }) => metric),
		notes: [...again.notes, ...wordDoubts(judge.model, doubts, unsteady)]
	};
}
function judgeAsMeasured(judge) {
	const { model, advises = [], doubted = [] } = judge;
	const unsteady = doubted.map(({ kind, why }) => ({
		metric: kind,
		why
	}));
	return {
		judge,
		advise: new Set(advises.map(({ metric }) => metric)),
		doubted: doubted.map(({ kind }) => kind),
		notes: wordDoubts(model, advises, unsteady)
	};
}
function wordDoubts(model, doubts, unsteady) {
	return [...doubts.map((doubt) => wordDoubt(model, doubt)), ...unsteady.map(({ metric, why }) => `A fall of ${metric} grades without a \`min\` breaks no single case in this review: ${why}.`)];
}
function isUnmarked({ check: { min, set, weight }, kind }) {
	return kind?.scale === "graded" && min === void 0 && set === void 0 && weight > 0;
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

export { drawsAgain as a, judgeText as c, askUntilDone as d, chatRequest as f, labelAgreement as h, votesIn as i, labelledTexts as l, scoreReply as m, measureJudge as n, firstAskings as o, combineScores as p, judgeAgain as r, judgeLabelled as s, judgeAsMeasured as t, askAnew as u };