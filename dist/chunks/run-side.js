import { r as withHistory } from "./messages-of.js";
import { d as canonicalJson, t as hash } from "./hash.js";
import { d as scoreReply, l as askUntilDone, t as callOfSide, u as chatRequest } from "./call-of-side.js";
import { n as callFor } from "./call.js";
import { a as withReply, i as startConversation, n as nextTurn, o as withSimulated, t as assistantText } from "./conversation.js";

// src/core/run/join-answers.ts
function joinAnswers(turns) {
	const { responseId: _response, fingerprint: _fingerprint, billedUsd: _billed, adapted: _adapted, ...facts } = turns.at(-1) ?? turns[0];
	const billed = turns.flatMap(({ billedUsd }) => billedUsd ?? []);
	const adapted = turns.flatMap((turn) => Object.entries(turn.adapted ?? {}));
	return {
		...facts,
		toolCalls: turns.flatMap(({ toolCalls }) => toolCalls),
		finishReason: turns.find(({ finishReason }) => finishReason !== "stop")?.finishReason ?? "stop",
		usage: sumUsage(turns.map(({ usage }) => usage)),
		latencyMs: turns.reduce((sum, { latencyMs }) => sum + latencyMs, 0) / turns.length,
		...billed.length === turns.length ? { billedUsd: billed.reduce((sum, usd) => sum + usd, 0) } : {},
		...adapted.length === 0 ? {} : { adapted: Object.fromEntries(adapted) }
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

// src/app/review/hold-conversation.ts
async function holdConversation(asked, request, scenario, deps) {
	let conversation = startConversation(scenario, request.messages);
	const turns = [];
	const answered = [];
	for (let last = "";;) {
		const turn = nextTurn(conversation);
		if (turn.kind === "done") return join(asked, turn, turns, answered, deps) ?? {
			kind: "failed",
			call: last,
			reason: "malformed",
			message: `The conversation broke off: ${turn.end.why}.`
		};
		const call = callOf(asked, request, turn, deps.roles);
		const reply = await deps.ask.reply(call);
		if (reply.kind === "failed") return failedTurn(reply, turn);
		const text = deps.ask.kept(call.id)?.text;
		if (text === void 0) return lost(call);
		const next = turn.kind === "reply" ? withReply(conversation, text) : withSimulated(conversation, text);
		if (turn.kind === "reply") answered.push(reply);
		if (next.said.length > conversation.said.length) turns.push({
			role: turn.kind === "reply" ? "assistant" : "user",
			call: call.id
		});
		conversation = next;
		last = call.id;
	}
}
function callOf(asked, request, turn, roles) {
	if (turn.kind === "reply") return callOfSide(asked, {
		...request,
		messages: turn.messages
	}, void 0);
	if (roles.simulator === void 0) throw new Error("a conversation without a simulator got past the needs");
	const trial = 2 * asked.trial + (turn.again ? 1 : 0);
	return callFor(chatRequest(turn.question, roles.simulator), trial, "simulate", asked.cell.comparison);
}
function join({ cell, side }, { transcript, end }, turns, answered, { priceOf }) {
	const [first, ...more] = answered;
	const last = answered.at(-1);
	if (end.kind === "broken" || first === void 0 || last === void 0) return void 0;
	const costs = answered.flatMap(({ answer }) => priceOf(cell, side, answer) ?? []);
	return {
		reply: {
			kind: "answered",
			call: last.call,
			answer: joinAnswers([first.answer, ...more.map(({ answer }) => answer)]),
			kept: answered.every(({ kept }) => kept)
		},
		text: assistantText(transcript),
		transcript,
		conversation: {
			turns,
			end: end.kind
		},
		...costs.length < answered.length ? {} : { costUsd: costs.reduce((sum, usd) => sum + usd, 0) }
	};
}
function failedTurn(reply, turn) {
	return turn.kind === "reply" ? reply : {
		...reply,
		message: `The simulated user failed: ${reply.message}`
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
	if (cell.scenario !== void 0) {
		const held = await holdConversation(asked, request, cell.scenario, deps);
		if ("kind" in held) return failed(held);
		const { reply, text, transcript, conversation, ...cost } = held;
		return {
			reply,
			score: await scoreWith(asked, request, {
				reply,
				text,
				transcript,
				...cost
			}, deps),
			conversation,
			said: saidBy(reply, transcript),
			...cost,
			...emptiness(reply, text)
		};
	}
	const alone = cell.exam.golden.earlier === void 0;
	const turn = alone ? request : await askInTurn(asked, request, deps);
	if (turn.kind === "failed") return failed(turn);
	const reply = await deps.ask.reply(callOfSide(asked, turn, alone ? deps.notBefore : void 0));
	if (reply.kind === "failed") return failed(reply);
	const costUsd = deps.priceOf(cell, side, reply.answer);
	const cost = costUsd === void 0 ? {} : { costUsd };
	const text = deps.ask.kept(reply.call)?.text;
	if (text === void 0) return {
		reply,
		score: unscored("the reply is not in the store any more"),
		...cost
	};
	return {
		reply,
		score: await scoreWith(asked, turn, {
			reply,
			text,
			...cost
		}, deps),
		said: saidBy(reply, text),
		...cost,
		...emptiness(reply, text)
	};
}
function saidBy({ answer }, said) {
	return hash([said, answer.toolCalls]).slice(0, 16);
}
function emptiness({ answer }, text) {
	return text.trim() === "" && answer.toolCalls.length === 0 ? { empty: true } : {};
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
async function scoreWith({ cell }, { messages, params }, { reply, ...replied }, deps) {
	const { golden } = cell.exam;
	const { kinds, votes, sandbox } = deps;
	return askUntilDone((answers) => {
		const scoring = scoreReply({
			golden,
			kinds,
			messages,
			params,
			votes,
			sandbox,
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
		const messages = messagesAfter(cell, side, {
			...golden,
			vars
		}, said);
		const call = callOfSide(asked, {
			...request,
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
	return {
		...request,
		messages: withHistory(messagesAfter(cell, side, golden, said), golden.history)
	};
}
function promptIn(messages) {
	const [only, ...others] = messages;
	if (only !== void 0 && only.role === "user" && others.length === 0) return only.content;
	return messages.map(({ role, content }) => ({
		role,
		content
	}));
}

export { scoreWith as a, saidBy as i, failed as n, runSide as r, emptiness as t };