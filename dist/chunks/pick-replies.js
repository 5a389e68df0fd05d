import { i as pickedSkills } from "./skills.js";
import { t as clip } from "./clip.js";

// src/reporters/pick-replies.ts
function pickReplies(one) {
	const answered = one.replies.filter((reply) => reply.text !== void 0);
	const old = answered.filter(({ side }) => side === "old");
	const now = answered.filter(({ side }) => side === "new");
	const broken = now.toSorted((a, b) => goodness(a) - goodness(b))[0];
	const good = old.toSorted((a, b) => goodness(b) - goodness(a))[0];
	return one.state === "improved" ? {
		old: old.toSorted((a, b) => goodness(a) - goodness(b))[0],
		new: now.toSorted((a, b) => goodness(b) - goodness(a))[0]
	} : {
		old: good,
		new: broken
	};
}
function failedChecks({ falls = [], replies }) {
	const counts = /* @__PURE__ */ new Map();
	for (const check of replies.flatMap((reply) => reply.side === "new" ? reply.checks : [])) if (check.kind === "scored" && check.passed === false) counts.set(check.check, (counts.get(check.check) ?? 0) + 1);
	const failed = [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
	return [.../* @__PURE__ */ new Set([...falls.flatMap(({ check }) => check ?? []), ...failed])];
}
function goodness(reply) {
	return (reply.passes === true ? 2 : 0) + (reply.score ?? 0);
}
function replyText({ text, toolCalls = [], finishReason = "stop" }) {
	if (text === void 0 || text.trim() !== "") return text;
	const picked = pickedSkills(toolCalls);
	if (picked.length > 0) return `(no text; it picks ${clip(picked.join(", "), 80)})`;
	if (toolCalls.length > 0) return `(no text; it calls ${toolCalls.map(({ name }) => name).join(", ")})`;
	return finishReason === "stop" ? "(empty)" : `(empty; ended by ${finishReason})`;
}

export { pickReplies as n, replyText as r, failedChecks as t };