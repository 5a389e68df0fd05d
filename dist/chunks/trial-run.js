import { i as readMove } from "./conversation.js";

// src/core/run/trial-run.ts
function readTranscript(turns, readText) {
	const whole = turns.flatMap((turn) => {
		if (turn.role === "tool") return [{
			role: "tool",
			content: turn.content,
			toolCallId: turn.toolCallId
		}];
		const { role, call, toolCalls } = turn;
		const text = readText(call);
		const content = role === "user" && text !== void 0 ? readMove(text)?.message : text;
		return content === void 0 ? [] : [{
			role,
			content,
			...toolCalls === void 0 ? {} : { toolCalls }
		}];
	});
	return whole.length < turns.length ? void 0 : whole;
}
const conversationEnds = [
	"met",
	"given-up",
	"turns",
	"answered",
	"max-steps",
	"no-result"
];

export { readTranscript as n, conversationEnds as t };