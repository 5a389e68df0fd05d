import { n as promptOfCase } from "./rendered-line.js";
import { i as showValue, r as lookUp, t as fillTemplate } from "./fill-template.js";
import { i as withParts, t as markParts } from "./show-parts.js";

// src/core/design/messages-of.ts
function messagesOf(prompt, golden, render, said) {
	const { messages } = render(wrapPrompt(prompt, golden), varsOf(golden, said));
	const turn = turnOf(golden, prompt);
	return turn === void 0 ? messages : [...messages, turn];
}
const mostTold = 5;
function hearing(render, told) {
	return (prompt, vars) => {
		const made = render(prompt, vars);
		for (const text of made.told ?? []) if (told.size < mostTold) told.add(text);
		return made;
	};
}
function turnOf(golden, { turn }) {
	const { vars, shown } = markParts(varsOf(golden));
	if (golden.user !== void 0) return withParts({
		role: "user",
		content: fillTemplate(golden.user, vars).text
	}, shown);
	const value = turn === void 0 ? void 0 : lookUp(turn, vars);
	return value === void 0 ? void 0 : withParts({
		role: "user",
		content: showValue(value)
	}, shown);
}
function wrapPrompt(whole, { id, wrap }) {
	const prompt = promptOfCase(whole, id);
	if (wrap === void 0) return prompt;
	const said = prompt.messages.findLastIndex(({ role }) => role === "user");
	const place = said === -1 ? prompt.messages.length - 1 : said;
	const messages = prompt.messages.map((message, index) => index === place ? {
		...message,
		...wrapped(message, wrap)
	} : message);
	return {
		...prompt,
		messages
	};
}
function wrapped({ content, parts }, { prefix, suffix }) {
	const text = { content: `${prefix}${content}${suffix}` };
	if (parts === void 0) return text;
	return {
		...text,
		parts: [
			{
				kind: "text",
				text: prefix
			},
			...parts,
			{
				kind: "text",
				text: suffix
			}
		]
	};
}
function withHistory(messages, history) {
	if (history.length === 0) return messages;
	const last = messages.at(-1);
	if (last?.role !== "user") return [...messages, ...history];
	return [
		...messages.slice(0, -1),
		...history,
		last
	];
}
function varsOf(golden, said) {
	const vars = golden.context.length === 0 ? golden.vars : {
		context: golden.context.join("\n\n"),
		...golden.vars
	};
	if (golden.earlier === void 0) return vars;
	const turns = said ?? golden.earlier.map(standIn);
	const stored = (golden.stored ?? []).flatMap(({ name, turn }) => {
		const output = turns[turn]?.output;
		return output === void 0 ? [] : [[name, output]];
	});
	return {
		...vars,
		...Object.fromEntries(stored),
		_conversation: turns
	};
}
function standIn(vars) {
	const input = JSON.stringify(vars);
	return {
		prompt: input,
		input,
		output: "…"
	};
}

export { wrapPrompt as a, withHistory as i, messagesOf as n, varsOf as r, hearing as t };