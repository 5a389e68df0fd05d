import { i as withHistory, r as varsOf } from "./messages-of.js";
import { t as hash } from "./hash.js";
import { t as canonicalJson } from "./json.js";
import { d as askUntilDone, f as chatRequest, m as scoreReply } from "./judge-reliability.js";
import { c as findRefusal } from "./scorers.js";
import { t as callOfSide } from "./call-of-side.js";
import { n as callFor } from "./call.js";
import { n as cutBy } from "./cell-of.js";
import { a as startConversation, o as withReply, r as nextTurn, s as withSimulated, t as assistantText } from "./conversation.js";
import { t as cannedResult } from "./canned-results.js";

// src/core/run/join-answers.ts
function joinAnswers(turns) {
	const { carried: _carried, responseId: _response, fingerprint: _fingerprint, billedUsd: _billed, adapted: _adapted, firstTokenMs: _first, ...facts } = turns.at(-1) ?? turns[0];
	const billed = turns.flatMap(({ billedUsd }) => billedUsd ?? []);
	const first = turns.flatMap(({ firstTokenMs }) => firstTokenMs ?? []);
	const adapted = turns.flatMap((turn) => Object.entries(turn.adapted ?? {}));
	return {
		...facts,
		toolCalls: turns.flatMap(({ toolCalls }) => toolCalls),
		finishReason: turns.find(({ finishReason }) => finishReason !== "stop")?.finishReason ?? "stop",
		usage: sumUsage(turns.map(({ usage }) => usage)),
		latencyMs: turns.reduce((sum, { latencyMs }) => sum + latencyMs, 0) / turns.length,
		...first.length === turns.length ? { firstTokenMs: first.reduce((sum, ms) => sum + ms, 0) / turns.length } : {},
		...billed.length === turns.length ? { billedUsd: billed.reduce((sum, usd) => sum + usd, 0) } : {},
		...adapted.length === 0 ? {} : { adapted: Object.fromEntries(adapted) }
	};
}
function joinSteps(steps) {
	if (steps.length === 1) return steps[0];
	const [first, ...more] = steps.map((step, at) => {
		return at < steps.length - 1 && cutBy(step.finishReason) === void 0 ? {
			...step,
			finishReason: "stop"
		} : step;
	});
	const { firstTokenMs: _, ...joined } = joinAnswers([first ?? steps[0], ...more]);
	const latencyMs = steps.reduce((sum, step) => sum + step.latencyMs, 0);
	const last = steps.at(-1);
	return last?.firstTokenMs === void 0 ? {
		...joined,
		latencyMs
	} : {
		...joined,
		latencyMs,
		firstTokenMs: latencyMs - last.latencyMs + last.firstTokenMs
	};
}
function sumUsage(usages) {
	const counts = (name) => usages.flatMap((usage) => usage[name] ?? []);
	const total = (values) => values.reduce((sum, value) => sum + value, 0);
	const [input, output] = [counts("inputTokens"), counts("outputTokens")];
	const [cached, reasoning] = [counts("cachedTokens"), counts("reasoningTokens")];
	return {
		...input.length === usages.length ? { inputTokens: total(input) } : {},
		...output.length === usages.length ? { outputTokens: total(output) } : {},
		...cached.length > 0 ? { cachedTokens: total(cached) } : {},
		...reasoning.length > 0 ? { reasoningTokens: total(reasoning) } : {},
		...usages.some(({ estimated }) => estimated === true) ? { estimated: true } : {}
	};
}

// src/app/review/answer-in-steps.ts
async function answerInSteps(asked, request, { ask, priceOf }) {
	const { tools, maxSteps = 8 } = asked.cell.exam.golden;
	const turns = [];
	const said = [];
	const answered = [];
	const used = /* @__PURE__ */ new Set();
	const done = (reply, end, unanswered = []) => {
		const costs = answered.flatMap(({ answer }) => priceOf(asked.cell, asked.side, answer) ?? []);
		const [first = reply, ...more] = answered;
		return {
			reply: {
				...reply,
				answer: joinSteps([first.answer, ...more.map(({ answer }) => answer)]),
				kept: answered.every(({ kept }) => kept)
			},
			turns,
			said,
			end,
			unanswered,
			...costs.length < answered.length ? {} : { costUsd: costs.reduce((sum, usd) => sum + usd, 0) }
		};
	};
	for (let step = 1;; step++) {
		const call = callOfSide(asked, {
			...request,
			messages: [...request.messages, ...said]
		}, void 0);
		const reply = await ask.reply(call);
		if (reply.kind === "failed") return reply;
		const answer = ask.kept(call.id);
		if (answer === void 0) return {
			kind: "failed",
			call: call.id,
			reason: "malformed",
			message: "A turn is not in the store any more."
		};
		answered.push(reply);
		const { text: content, toolCalls: made, carried } = answer;
		const calls = tools === void 0 ? [] : withIds(made, said.length, used);
		const toolCalls = calls.length === 0 ? {} : { toolCalls: calls };
		turns.push({
			role: "assistant",
			call: call.id,
			...toolCalls
		});
		const sealed = calls.length === 0 || carried === void 0 ? {} : { carried };
		said.push({
			role: "assistant",
			content,
			...toolCalls,
			...sealed
		});
		if (tools === void 0 || calls.length === 0) return done(reply, "answered");
		const results = calls.map((one) => ({
			call: one,
			content: cannedResult(tools, one)
		}));
		const unanswered = results.filter((one) => one.content === void 0).map((one) => one.call);
		if (unanswered.length > 0) return done(reply, "no-result", unanswered);
		if (step >= maxSteps) return done(reply, "max-steps");
		for (const { call: one, content: returned = "" } of results) {
			turns.push({
				role: "tool",
				name: one.name,
				content: returned,
				toolCallId: one.id
			});
			said.push({
				role: "tool",
				content: returned,
				toolCallId: one.id
			});
		}
	}
}
function withIds(calls, place, used) {
	return calls.map(({ id, ...call }, index) => {
		const own = id === void 0 || id === "" || used.has(id) ? hash([
			call,
			place,
			index
		]).slice(0, 9) : id;
		used.add(own);
		return {
			...call,
			id: own
		};
	});
}

// src/app/review/hold-conversation.ts
async function holdConversation(asked, request, scenario, deps) {
	let conversation = startConversation(scenario, request.messages);
	const turns = [];
	const replies = [];
	for (let last = "";;) {
		const turn = nextTurn(conversation);
		if (turn.kind === "done") return join(turn, turns, replies) ?? {
			kind: "failed",
			call: last,
			reason: "malformed",
			message: `The conversation broke off: ${turn.end.why}.`
		};
		if (turn.kind === "reply") {
			const stepped = await answerInSteps(asked, {
				...request,
				messages: turn.messages
			}, deps);
			if ("kind" in stepped) return stepped;
			replies.push(stepped);
			turns.push(...stepped.turns);
			conversation = withReply(conversation, stepped.said, stepped.end === "answered" ? void 0 : stepped.end);
			last = stepped.reply.call;
			continue;
		}
		const call = callOf(asked, turn, deps.roles);
		const reply = await deps.ask.reply(call);
		if (reply.kind === "failed") return {
			...reply,
			message: `The simulated user failed: ${reply.message}`
		};
		const text = deps.ask.kept(call.id)?.text;
		if (text === void 0) return lost(call);
		const next = withSimulated(conversation, text);
		if (next.said.length > conversation.said.length) turns.push({
			role: "user",
			call: call.id
		});
		conversation = next;
		last = call.id;
	}
}
async function holdSteps(asked, request, deps) {
	const stepped = await answerInSteps(asked, request, deps);
	if ("kind" in stepped) return stepped;
	const { reply, turns, said, end, unanswered, costUsd } = stepped;
	return {
		reply,
		text: assistantText(said),
		transcript: said,
		conversation: {
			turns,
			end,
			...unanswered.length === 0 ? {} : { unanswered }
		},
		...costUsd === void 0 ? {} : { costUsd }
	};
}
function callOf(asked, turn, roles) {
	if (roles.simulator === void 0) throw new Error("a conversation without a simulator got past the needs");
	const trial = 2 * asked.trial + (turn.again ? 1 : 0);
	return callFor(chatRequest(turn.question, roles.simulator), trial, "simulate", asked.cell.comparison);
}
function join({ transcript, end }, turns, replies) {
	const [first, ...more] = replies;
	const last = replies.at(-1);
	if (end.kind === "broken" || first === void 0 || last === void 0) return void 0;
	const costs = replies.flatMap(({ costUsd }) => costUsd ?? []);
	const { unanswered } = last;
	return {
		reply: {
			kind: "answered",
			call: last.reply.call,
			answer: joinAnswers([first.reply.answer, ...more.map(({ reply }) => reply.answer)]),
			kept: replies.every(({ reply }) => reply.kept)
		},
		text: assistantText(transcript),
		transcript,
		conversation: {
			turns,
			end: end.kind,
			...unanswered.length === 0 ? {} : { unanswered }
		},
		...costs.length < replies.length ? {} : { costUsd: costs.reduce((sum, usd) => sum + usd, 0) }
	};
}
function lost(call) {
	return {
		kind: "failed",
		call: call.id,
		reason: "malformed",
		message: "A turn is not in the store any more."
	};
}

// src/app/review/run-side.ts
async function runSide(asked, deps) {
	const { cell, side } = asked;
	const request = cell[side];
	if (request === void 0) throw new Error(`${cell.prompt} has no ${side} side to ask`);
	if (cell.scenario !== void 0) return runHeld(asked, request, await holdConversation(asked, request, cell.scenario, deps), deps);
	if (cell.exam.golden.tools !== void 0) return runHeld(asked, request, await holdSteps(asked, request, deps), deps);
	const alone = cell.exam.golden.earlier === void 0;
	const turn = alone ? request : await askInTurn(asked, request, deps);
	if (turn.kind === "failed") return failed(turn);
	const reply = await deps.ask.reply(callOfSide(asked, turn, alone ? deps.notBefore : void 0));
	if (reply.kind === "failed") return failed(reply);
	const costUsd = deps.priceOf(cell, side, reply.answer);
	const cost = costUsd === void 0 ? {} : { costUsd };
	const kept = deps.ask.kept(reply.call);
	if (kept === void 0) return {
		reply,
		score: unscored("the reply is not in the store any more"),
		...cost
	};
	const { text } = kept;
	return {
		reply,
		score: await scoreWith(asked, turn, {
			reply,
			text,
			retrieved: passagesOf(kept),
			...cost
		}, deps),
		said: saidBy(reply, text),
		...cost,
		...measureSaid(reply, text),
		...emptiness(reply, text)
	};
}
function passagesOf({ trace = [] }) {
	return trace.flatMap(({ contexts = [] }) => contexts);
}
async function runHeld(asked, request, held, deps) {
	if ("kind" in held) return failed(held);
	const { reply, text, transcript, conversation, ...cost } = held;
	const score = await scoreWith(asked, request, {
		reply,
		text,
		transcript,
		...cost
	}, deps);
	const said = saidBy(reply, transcript);
	const measured = {
		...measureSaid(reply, text),
		...emptiness(reply, text, conversation.end)
	};
	return {
		reply,
		score,
		conversation,
		said,
		...cost,
		...measured
	};
}
function saidBy({ answer }, said) {
	const messages = typeof said === "string" ? said : said.map(({ role, content }) => ({
		role,
		content
	}));
	const calls = answer.toolCalls.map(({ id: _, ...call }) => call);
	return hash([messages, calls]).slice(0, 16);
}
function measureSaid({ answer }, text) {
	const called = answer.toolCalls.reduce((sum, call) => sum + call.name.length + call.arguments.length, 0);
	return {
		characters: text.length + called,
		...findRefusal(text) === void 0 ? {} : { refused: true }
	};
}
function emptiness({ answer }, text, end) {
	const isDone = answer.toolCalls.length === 0 || end === "answered";
	return text.trim() === "" && isDone ? { empty: true } : {};
}
function failed(reply) {
	return {
		reply,
		score: unscored(reply.message)
	};
}
function unscored(why) {
	return {
		kind: "unscored",
		why,
		checks: []
	};
}
async function scoreWith({ cell, side }, { messages, params }, { reply, retrieved = [], ...replied }, deps) {
	const written = cell.exam.golden;
	const golden = written.context.length > 0 || retrieved.length === 0 ? written : {
		...written,
		context: retrieved
	};
	const { kinds, votes, sandbox } = deps;
	return askUntilDone((answers) => {
		const skill = cell.skills?.[side];
		const about = {
			golden,
			kinds,
			messages,
			params,
			votes,
			sandbox,
			...skill === void 0 ? {} : { skill }
		};
		const scoring = scoreReply({
			...about,
			...replied,
			answer: reply.answer,
			answers
		});
		return scoring.kind === "score" ? {
			kind: "done",
			result: scoring.score
		} : scoring;
	}, deps);
}
async function askInTurn(asked, request, { ask, messagesAfter }) {
	const { cell, side } = asked;
	const { golden } = cell.exam;
	const alone = withHistory(messagesAfter(cell, side, golden, []), golden.history);
	if (canonicalJson(alone) === canonicalJson(request.messages)) return request;
	const said = [];
	for (const [index, vars] of (golden.earlier ?? []).entries()) {
		const turn = {
			...golden,
			vars
		};
		const messages = messagesAfter(cell, side, turn, said);
		const call = callOfSide(asked, {
			...request,
			...withVars(request, varsOf(turn, said)),
			messages
		}, void 0);
		const reply = await ask.reply(call);
		if (reply.kind === "failed") return {
			...reply,
			message: `Turn ${index + 1} of its conversation: ${reply.message}`
		};
		const output = ask.kept(call.id)?.text;
		if (output === void 0) return {
			kind: "failed",
			call: call.id,
			reason: "malformed",
			message: "an earlier turn of its conversation is not in the store any more"
		};
		said.push({
			prompt: promptIn(messages),
			input: messages.at(-1)?.content ?? "",
			output
		});
	}
	const messages = withHistory(messagesAfter(cell, side, golden, said), golden.history);
	return {
		...request,
		...withVars(request, varsOf(golden, said)),
		messages
	};
}
function withVars({ subject }, vars) {
	return subject === void 0 ? {} : { subject: {
		...subject,
		vars
	} };
}
function promptIn(messages) {
	const [only, ...others] = messages;
	if (only !== void 0 && only.role === "user" && others.length === 0) return only.content;
	return messages.map(({ role, content }) => ({
		role,
		content
	}));
}

export { runSide as a, passagesOf as i, failed as n, saidBy as o, measureSaid as r, scoreWith as s, emptiness as t };