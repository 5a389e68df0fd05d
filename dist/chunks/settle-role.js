import { t as isNamedBy } from "./match-globs.js";
import { n as listVariables, t as fillTemplate } from "./fill-template.js";

// src/core/prompt-file/split-turns.ts
const speakers = {
	system: "system",
	developer: "developer",
	user: "user",
	human: "user",
	assistant: "assistant",
	ai: "assistant"
};
const word = Object.keys(speakers).join("|");
const forms = [
	{ begins: new RegExp(`^(${word})(?:[ \\t]+(?:prompt|message))?[ \\t]*:[ \\t]*$`, "iu") },
	{ begins: new RegExp(`^(${word})[ \\t]*:[ \\t]+(\\S.*)$`, "iu") },
	{ begins: new RegExp(`^#{1,6}[ \\t]+(${word})(?:[ \\t]+(?:prompt|message))?[ \\t]*:?[ \\t]*$`, "iu") },
	{ begins: new RegExp(`^\\[(${word})\\][ \\t]*$`, "iu") },
	{
		begins: new RegExp(`^<(${word})>[ \\t]*$`, "iu"),
		ends: new RegExp(`^</(?:${word})>[ \\t]*$`, "iu")
	}
];
function splitTurns(text) {
	const lines = text.split("\n");
	const start = lines.findIndex((line) => line.trim() !== "" && !/^#(?!#*[ \t]+system\b)/iu.test(line));
	const first = lines[start] ?? "";
	const form = forms.find(({ begins }) => isSystem$1(begins.exec(first)?.[1]));
	if (form === void 0) return void 0;
	const turns = [];
	for (const line of lines.slice(start)) {
		const [, speaker, rest] = form.begins.exec(line) ?? [];
		const role = speaker === void 0 ? void 0 : roleOf(speaker);
		if (role !== void 0) turns.push({
			role,
			lines: rest === void 0 ? [] : [rest]
		});
		else if (!("ends" in form && form.ends.test(line))) turns.at(-1)?.lines.push(line);
	}
	const messages = turns.map(({ role, lines: held }) => ({
		role,
		content: held.join("\n").trim()
	}));
	return messages.some(({ role }) => role === "user") ? messages.filter(({ content }) => content !== "") : void 0;
}
function isSystem$1(speaker) {
	const role = speaker === void 0 ? void 0 : roleOf(speaker);
	return role === "system" || role === "developer";
}
function roleOf(speaker) {
	return speakers[speaker.toLowerCase()];
}

// src/core/template/join-texts.ts
function joinTexts(text, { prepend = "", append = "" }, values) {
	const [before, after] = [fillTemplate(prepend, values), fillTemplate(append, values)];
	return {
		text: `${before.text}${text}${after.text}`,
		unknown: [...before.unknown, ...after.unknown]
	};
}
function joinedVariables({ prepend = "", append = "" } = {}) {
	return listVariables(`${prepend}\n${append}`);
}
function whyNotJoined(text) {
	const [marker] = /(?<!\{)\{[A-Za-z_]\w*\}(?!\})|\$\{\w+\}|%\(\w+\)s|\{%/u.exec(text) ?? [];
	return marker === void 0 ? void 0 : `must write its variables as \`{{name}}\`, not as in \`${marker}\``;
}

// src/core/settle-role.ts
const promptRoles = [
	"system",
	"developer",
	"user"
];
const ruledRoles = [...promptRoles, "turns"];
function settleRole({ path, open, chatAfterFilling }, roles, speaksFirst) {
	const ruled = roles.findLast(({ paths }) => isNamedBy(path, paths))?.role;
	if (ruled !== void 0 && (open.role || chatAfterFilling === true)) return {
		role: ruled,
		by: "config"
	};
	if (!open.role) return void 0;
	if (isNamedSystem(path)) return {
		role: "system",
		by: "name"
	};
	return speaksFirst ? {
		role: "system",
		by: "cases"
	} : void 0;
}
function withJoined(prompt, roles) {
	const messages = prompt.messages.map((one) => {
		const path = one.file ?? (prompt.open.role ? prompt.path : void 0);
		const rule = path === void 0 ? void 0 : roles.findLast(({ paths }) => isNamedBy(path, paths));
		return rule !== void 0 && (rule.prepend ?? rule.append) !== void 0 ? {
			...one,
			joined: {
				prepend: rule.prepend,
				append: rule.append
			}
		} : one;
	});
	const names = messages.flatMap(({ joined }) => joinedVariables(joined));
	return {
		...prompt,
		messages,
		variables: [.../* @__PURE__ */ new Set([...prompt.variables, ...names])]
	};
}
function fileToJoin({ path, messages }) {
	return messages.findLast(({ role, file }) => role === "user" && file !== void 0)?.file ?? path;
}
function withRole(messages, role) {
	if (role === void 0) return messages;
	return messages.flatMap((one) => role === "turns" ? splitTurns(one.content) ?? [one] : [{
		...one,
		role
	}]);
}
function isNamedSystem(path) {
	const [file = "", ...keys] = path.split("#");
	const key = keys.join("#").split(".").at(-1)?.toLowerCase() ?? "";
	if (/(?:^|[_-])(?:user|human)(?:[_-]|$)/u.test(key)) return false;
	const name = file.slice(file.lastIndexOf("/") + 1).toLowerCase();
	return isSystem(key) || isSystem(name);
}
function isSystem(name) {
	return /^(?:system|instructions?(?![a-z])|persona)|(?:[_.-])system(?:[_.-]|$)/u.test(name);
}
function noteOnTurns({ path, messages, open, chatAfterFilling }, role) {
	if (!open.role && chatAfterFilling !== true) return [];
	const [only, ...others] = messages;
	const isDivided = only !== void 0 && others.length === 0 && splitTurns(only.content) !== void 0;
	if (role?.role === "turns") return isDivided ? [] : ["`roles` says `turns`, and no lines such as `SYSTEM:` and `USER:` divide this text: it is sent as one."];
	if (!isDivided || role?.by === "config") return [];
	return [`Lines such as \`SYSTEM:\` and \`USER:\` divide this text, and it is sent as one message. If your application makes several of it, write \`roles: [{ paths: ["${path}"], role: turns }]\` in the config.`];
}
function noteOnRole(path, role, turn) {
	if (role?.by !== "cases") return [];
	return [`The prompt takes no variable, so it is sent as the system message, with ${turn === void 0 ? "each case’s own turn" : `each case’s \`${turn}\``} as the user’s turn. If your code joins both into one message, write \`roles: [{ paths: ["${path}"], role: user, append: "\\n\\n{{${turn ?? "question"}}}" }]\` in the config.`];
}
function withBeside(prompt, roles) {
	const { beside = [] } = prompt;
	if (beside.length === 0) return prompt;
	const roleOf = (path) => {
		const role = roles.findLast(({ paths }) => paths.includes(path))?.role;
		return role === "turns" ? void 0 : role;
	};
	const more = beside.flatMap(({ path, text }) => {
		const role = roleOf(path);
		return role === void 0 ? [] : [{
			role,
			content: text.trim()
		}];
	});
	const left = beside.filter(({ path }) => roleOf(path) === void 0);
	return {
		...prompt,
		messages: [...prompt.messages, ...more],
		beside: left
	};
}
function noteOnBeside({ beside = [] }) {
	return beside.map(({ key, path }) => `\`${key}\` is not sent: nothing says whose message it is. If your application sends it, write \`roles: [{ paths: ["${path}"], role: user }]\` in the config.`);
}

export { noteOnTurns as a, settleRole as c, withRole as d, joinTexts as f, splitTurns as h, noteOnRole as i, withBeside as l, whyNotJoined as m, isNamedSystem as n, promptRoles as o, joinedVariables as p, noteOnBeside as r, ruledRoles as s, fileToJoin as t, withJoined as u };