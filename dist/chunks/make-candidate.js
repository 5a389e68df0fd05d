import { o as writtenPart, r as partOf } from "./part-value.js";
import { t as maskPersonalData } from "./mask-personal-data.js";
import { t as engines } from "./engines.js";
import { t as clip } from "./clip.js";

// src/core/golden-set/make-candidate.ts
const candidateReasons = [
	"failed",
	"poor",
	"refused",
	"cut",
	"rare"
];
const longest = 2e4;
const mostTold = 160;
const cutOff = /^(?:length|max_tokens|max_output_tokens|model_length)$/iu;
function makeCandidate(call, prompt) {
	const texts = call.texts();
	const filled = fill(texts, prompt);
	if (filled === void 0) return void 0;
	const { history, ...input } = filled;
	if (JSON.stringify(filled).length > longest) return void 0;
	const isCut = cutOff.test(call.finishReason ?? "");
	const reason = call.error !== void 0 ? "failed" : isCut ? "cut" : "rare";
	const lacks = prompt.variables.filter((name) => isLacking(name, input, prompt));
	return maskCandidate({
		reason,
		notes: [
			...call.error === void 0 ? [] : [`It failed: ${clip(maskPersonalData(call.error), mostTold)}`],
			...reason === "cut" ? ["Its reply was cut off at its limit."] : [],
			...texts.output === void 0 || texts.output.text === "" ? [] : [`It was answered: ${clip(maskPersonalData(texts.output.text), mostTold)}`],
			...lacks.length === 0 ? [] : [`Not in the log, fill in: ${lacks.slice(0, 10).join(", ")}`]
		],
		...call.segment === void 0 ? {} : { segment: call.segment },
		...input,
		history,
		at: call.at
	});
}
function maskCandidate({ notes, vars, user, history, segment, ...rest }) {
	return {
		...rest,
		...segment === void 0 ? {} : { segment: maskPersonalData(segment) },
		notes: notes.map(maskPersonalData),
		vars: Object.fromEntries(maskEntries(vars)),
		...user === void 0 ? {} : { user: maskPersonalData(user) },
		history: history.map(({ role, content }) => ({
			role,
			content: maskPersonalData(content)
		}))
	};
}
function maskIn(value) {
	if (typeof value === "string") return maskPersonalData(value);
	if (typeof value === "number") return maskNumber(value);
	if (isList(value)) return value.map(maskIn);
	if (typeof value !== "object" || value === null) return value;
	const masked = Object.fromEntries(maskEntries(value));
	return writtenPart(masked) !== void 0 || partOf(masked) !== void 0 ? JSON.stringify(masked) : masked;
}
function maskNumber(value) {
	const masked = maskPersonalData(String(value));
	return masked === String(value) ? value : masked;
}
function maskEntries(value) {
	const taken = /* @__PURE__ */ new Set();
	return Object.entries(value).map(([name, held]) => {
		const masked = maskPersonalData(name);
		let own = masked;
		for (let count = 2; taken.has(own); count += 1) own = `${masked} ${count}`;
		taken.add(own);
		return [own, maskIn(held)];
	});
}
function isList(value) {
	return Array.isArray(value);
}
function isLacking(name, { vars, user }, prompt) {
	const [first = name] = name.split(".", 1);
	return !(Object.hasOwn(vars, first) || Object.hasOwn(prompt.defaults, first)) && prompt.optional?.includes(name) !== true && !(name === prompt.turn && user !== void 0);
}
function fill({ input, variables }, prompt) {
	const names = new Set(prompt.variables.map((name) => name.split(".", 1)[0] ?? name));
	const known = Object.entries(variables ?? {}).filter(([name]) => names.has(name));
	const last = input.findLastIndex(({ role }) => role === "user" || role === "human");
	const turn = input[last];
	if (known.length > 0) return {
		vars: Object.fromEntries(known),
		history: []
	};
	if (turn === void 0 || turn.content.trim() === "") return void 0;
	const history = input.slice(0, last).flatMap(asTurn).slice(-10);
	if (prompt.turn !== void 0) return {
		vars: { [prompt.turn]: turn.content },
		history
	};
	const [asked] = prompt.messages.filter(({ role }) => role === "user").slice(-1);
	if (asked === void 0) return {
		vars: {},
		user: turn.content,
		history
	};
	const found = valueIn(turn.content, asked.content, prompt);
	return found === void 0 ? void 0 : {
		vars: found,
		history: []
	};
}
function asTurn({ role, content }) {
	if (content === "") return [];
	if (role === "user" || role === "human") return [{
		role: "user",
		content
	}];
	return role === "assistant" || role === "model" ? [{
		role: "assistant",
		content
	}] : [];
}
function valueIn(said, template, { variables, engine }) {
	const inside = variables.filter((name) => !name.includes(".") && spotsOf(name, engine).some((spot) => template.includes(spot)));
	const [name] = inside;
	if (name === void 0) return void 0;
	const spot = spotsOf(name, engine).find((one) => template.includes(one)) ?? "";
	const [before = "", after = "", ...more] = template.split(spot);
	const [head, tail] = [before.trimStart(), after.trimEnd()];
	const text = said.trim();
	if (!(more.length === 0 && inside.length === 1 && text.startsWith(head) && text.endsWith(tail)) || text.length < head.length + tail.length) return { [name]: said };
	return { [name]: text.slice(head.length, text.length - tail.length) };
}
function spotsOf(name, engine) {
	return [
		engines[engine].show(name),
		`{{${name}}}`,
		`{{ ${name} }}`
	];
}

export { makeCandidate as n, maskCandidate as r, candidateReasons as t };