import { r as readMove } from "./conversation.js";

// src/core/run/trial-run.ts
function readTranscript(turns, readText) {
	const said = turns.map(({ role, call }) => {
		const text = readText(call);
		return {
			role,
			content: role === "user" && text !== void 0 ? readMove(text)?.message : text
		};
	});
	const whole = said.flatMap(({ role, content }) => content === void 0 ? [] : [{
		role,
		content
	}]);
	return whole.length < said.length ? void 0 : whole;
}
const conversationEnds = [
	"met",
	"given-up",
	"turns"
];

export { readTranscript as n, conversationEnds as t };