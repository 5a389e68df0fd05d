import { r as __exportAll } from "./rolldown-runtime.js";
import { i as showPosition } from "./problem.js";
import { r as suggestNearest } from "./describe-issues.js";
import { E as string, O as union, T as strictObject, b as number, c as any, d as boolean, g as json$1, h as int, i as _enum, l as array, v as literal, w as record, x as object } from "./zod.js";
import { t as isNamedBy } from "./match-globs.js";
import { a as noteOnTurns, c as settleRole, d as withRole, f as joinTexts, i as noteOnRole, l as withBeside, m as whyNotJoined, r as noteOnBeside, u as withJoined } from "./settle-role.js";
import { i as showValue, n as listVariables, r as lookUp, t as fillTemplate } from "./fill-template.js";
import { r as showOnOneLine } from "./show-hidden.js";
import { t as canonicalJson } from "./json.js";
import { t as isObject$1 } from "./is-object.js";
import { n as offerSkills } from "./skills.js";
import { i as readParams, r as nameParams } from "./read-params.js";
import { t as hash } from "./hash.js";
import { n as triggerCheck } from "./trigger-cases.js";
import { n as fixUnknown, t as explainIssues } from "./explain-issues.js";
import { t as readYaml } from "./read-yaml.js";
import { t as resolvePath } from "./resolve-path.js";
import { n as kindOfPromptFile, t as isJinjaFile } from "./kind-of-prompt-file.js";
import { r as snapshotEnding } from "./rendered-line.js";
import { n as CsvError, r as byName$1, t as parse$3 } from "./sync.js";
import { a as fillParts, n as mostCases$2, r as tooManyCases, s as messageOfParts, t as readRenderedLines, u as readParts$1 } from "./read-rendered-lines.js";
import { r as textOfParts } from "./show-parts.js";
import { t as nameType } from "./name-type.js";
import { _ as parseHandlebars, a as escapingJinja, b as replaceMarkers, d as escapeHtml, g as listHandlebarsNames, h as readHandlebarsNames, i as writtenByNunjucks, l as showAsPython, s as readJinjaNames, t as engines$1, v as wordHandlebarsFault, y as namesOfMarkers } from "./engines.js";
import { n as readPlainJson } from "./read-plain-json.js";
import { a as RE2JS, r as inlineScript } from "./scorers.js";
import "./canned-results.js";

// src/core/template/find-shown.ts
const parts$1 = {
	"a picture": /^(?:image|image_url|input_image)$/u,
	sound: /^(?:audio|audio_url|input_audio)$/u,
	"a video": /^(?:video|video_url|input_video)$/u,
	"a file": /^(?:file|input_file|document)$/u
};
const shown = [
	"a picture",
	"sound",
	"a video",
	"a file"
];
const endings = [
	["a picture", /\.(?:png|jpe?g|gif|webp|bmp|svg|tiff?|heic|avif)$/iu],
	["sound", /\.(?:mp3|wav|ogg|flac|m4a|aac|opus)$/iu],
	["a video", /\.(?:mp4|mov|webm|avi|mkv)$/iu],
	["a file", /\.(?:pdf|docx?|pptx?|xlsx?)$/iu]
];
const typed = object({ type: string() });
function findShown(content) {
	if (!Array.isArray(content)) return void 0;
	const types = content.flatMap((part) => typed.safeParse(part).data?.type ?? []);
	return shown.find((one) => types.some((type) => parts$1[one].test(type)));
}
function shownByFile(path) {
	return endings.find(([, ending]) => ending.test(path))?.[0];
}
function findIncluded({ included = {} }) {
	return (name) => Object.hasOwn(included, name) ? included[name]?.text : void 0;
}

// src/core/prompt-file/read-messages.ts
const roles$4 = [
	"system",
	"developer",
	"user",
	"assistant"
];
function readMessages(written, located, path) {
	const problem = (what, at, fix) => ({
		messages: [],
		problems: [{
			reason: "files",
			what,
			at: located.at(at),
			...fix !== void 0 && { fix }
		}]
	});
	const example = "Write `- role: user` and `content: …` under `messages`.";
	if (!isList$11(written)) return problem(`\`messages\` must be a list, not ${nameType(written)}.`, path, example);
	if (written.length === 0) return problem("The prompt has no messages.", path, example);
	const read = written.map((entry, index) => {
		const at = [...path, index];
		if (!isObject$1(entry)) return problem(`A message must be a map, not ${nameType(entry)}.`, at, example);
		const missing = ["role", "content"].find((key) => !Object.hasOwn(entry, key));
		if (missing !== void 0) return problem(`This message has no \`${missing}\`.`, at, fixMissing(missing, Object.keys(entry)));
		const role = roles$4.find((one) => one === showValue(entry["role"]).toLowerCase());
		if (role === void 0) return problem(`\`${showValue(entry["role"])}\` is no role.`, [...at, "role"], fixUnknown(showValue(entry["role"]), roles$4));
		const content = textOf$2(entry["content"]);
		if (content !== void 0) return {
			messages: [{
				role,
				content
			}],
			problems: []
		};
		const parts = readParts$1(entry["content"]);
		if (parts !== void 0) return {
			messages: [{
				role,
				...messageOfParts(parts)
			}],
			problems: []
		};
		const shown = findShown(entry["content"]);
		if (shown !== void 0) return {
			messages: [{
				role,
				content: textsIn(entry["content"]),
				shows: shown
			}],
			problems: []
		};
		const fix = "Write a text, or a list of parts as the API takes them; tool calls are not read.";
		return problem(`\`content\` must be a text, not ${nameType(entry["content"])}.`, [...at, "content"], fix);
	});
	return {
		messages: read.flatMap(({ messages }) => messages),
		problems: read.flatMap(({ problems }) => problems)
	};
}
function fixMissing(missing, written) {
	const [instead] = written.filter((key) => key !== "role" && key !== "content").filter((key) => fixUnknown(key, [missing]).startsWith("Did you mean"));
	return instead === void 0 ? "A message is `role` and `content`." : `\`${instead}\` looks like it: rename it.`;
}
function textOf$2(content) {
	if (typeof content === "string") return content;
	if (typeof content === "number" || typeof content === "boolean") return String(content);
	if (!isList$11(content) || content.length === 0) return void 0;
	const parts = content.map((part) => isObject$1(part) && part["type"] === "text" ? part["text"] : void 0);
	return parts.every((part) => typeof part === "string") ? parts.join("") : void 0;
}
function textsIn(content) {
	return (isList$11(content) ? content : []).map((part) => isObject$1(part) && part["type"] === "text" ? part["text"] : void 0).filter((text) => typeof text === "string").join("");
}
function isList$11(value) {
	return Array.isArray(value);
}

// src/core/template/render-messages.ts
function fillWithin(fill) {
	try {
		return fill();
	} catch (fault) {
		if (!(fault instanceof RangeError) || !/string length/iu.test(fault.message)) throw fault;
		return {
			text: "",
			unknown: [],
			failed: {
				why: "it becomes longer than any text can be",
				line: 1
			}
		};
	}
}
function renderMessages(prompt, vars) {
	return renderWith(engines$1[prompt.engine], prompt, vars);
}
function renderWith({ fill }, prompt, vars) {
	const values = {
		...prompt.defaults,
		...vars
	};
	const find = findIncluded(prompt);
	const fillText = (text) => fillWithin(() => fill(text, values, find, prompt.spacing));
	const held = prompt.messages.map(({ holds }) => holds === void 0 ? void 0 : readHeld$1(holds, values));
	const filled = prompt.messages.flatMap((one, index) => held[index]?.messages ?? [one]).map(({ role, content, parts, joined, verbatim }) => {
		if (verbatim === true) return {
			role,
			joined,
			text: content,
			unknown: [],
			parts
		};
		if (parts === void 0) return {
			role,
			joined,
			...fillText(content)
		};
		const { content: text, ...rest } = fillParts(parts, fillText);
		return {
			role,
			joined,
			text,
			...rest
		};
	});
	const joined = filled.map(({ role, text, unknown, joined: texts, ...rest }) => {
		const parts = "parts" in rest && rest.parts !== void 0 ? { parts: rest.parts } : {};
		if (texts === void 0) return {
			role,
			text,
			unknown,
			...parts
		};
		const whole = joinTexts(text, texts, values);
		const around = joinParts(parts.parts, texts, values);
		return {
			role,
			text: whole.text,
			unknown: [...unknown, ...whole.unknown],
			...around
		};
	});
	const [only, ...others] = joined;
	const chat = prompt.chatAfterFilling === true && only !== void 0 && others.length === 0 ? readFilledChat(only.text) : void 0;
	const { shows } = (chat ?? prompt.messages).find((one) => one.shows !== void 0) ?? {};
	const failed = [...filled.flatMap((one) => "failed" in one ? one.failed ?? [] : []), ...held.flatMap((one) => one?.failed ?? [])][0] ?? (shows === void 0 ? void 0 : notSent$1(shows));
	return {
		messages: chat?.map(({ role, content, parts }) => ({
			role,
			content,
			...parts !== void 0 && { parts }
		})) ?? joined.map(({ role, text, parts }) => ({
			role,
			content: text,
			...parts !== void 0 && { parts }
		})),
		unknown: [...new Set([...joined, ...held].flatMap((one) => one?.unknown ?? []))],
		...failed !== void 0 && { failed }
	};
}
function joinParts(parts, { prepend = "", append = "" }, values) {
	if (parts === void 0) return {};
	const [before, after] = [prepend, append].map((text) => joinTexts("", { append: text }, values).text);
	const text = (one = "") => one === "" ? [] : [{
		kind: "text",
		text: one
	}];
	return { parts: [
		...text(before),
		...parts,
		...text(after)
	] };
}
function notSent$1(shows) {
	return {
		why: `a message shows ${shows} in a form that is not sent`,
		line: 1,
		fix: "Write it as a part that `docs/prompts.md` names, exclude the prompt under `prompts` with `!`, or ask its question in words alone.",
		unsent: true
	};
}
const textParts = array(object({
	type: literal("text"),
	text: string()
})).min(1);
const message$2 = object({
	role: _enum([
		"system",
		"developer",
		"user",
		"assistant",
		"tool"
	]),
	content: json$1().default("")
}).transform(({ role, content }) => {
	const parts = readParts$1(content);
	if (parts !== void 0) return {
		role,
		...messageOfParts(parts)
	};
	const shows = findShown(content);
	return {
		role,
		content: textOf$1(content),
		...shows !== void 0 && { shows }
	};
});
const messages = array(message$2).min(1);
const chat$1 = union([messages, object({ messages }).transform((held) => held.messages)]);
function readFilledChat(text) {
	if (!/^\s*(?:\[|\{|-\s|messages\s*:)/u.test(text)) return void 0;
	const read = readYaml(text, "");
	return read.kind === "broken" ? void 0 : chat$1.safeParse(read.located.value).data;
}
function readHeld$1(name, values) {
	const value = Object.hasOwn(values, name) ? values[name] : void 0;
	if (value === void 0) return {
		messages: [],
		unknown: [name]
	};
	const read = array(message$2).safeParse(value);
	if (read.success) return { messages: read.data.map((one) => ({
		...one,
		verbatim: true
	})) };
	return {
		messages: [],
		failed: {
			why: `\`${name}\` is no list of \`{role, content}\``,
			line: 1
		}
	};
}
function textOf$1(content) {
	if (typeof content === "string") return content;
	const texts = textParts.safeParse(content);
	return texts.success ? texts.data.map(({ text }) => text).join("") : JSON.stringify(content);
}
const mostCases$1 = 3;
function noteOnSpacing(prompt, cases) {
	const { engine, spacing, path } = prompt;
	if (engine !== "jinja" || spacing !== void 0) return [];
	if (!prompt.messages.some(({ content }) => /^[ \t]*\{[%#]|[%#]\}[ \t]*$/mu.test(content))) return [];
	const trimmed = {
		...prompt,
		spacing: {
			"trim-blocks": true,
			"lstrip-blocks": true
		}
	};
	const shown = (one, vars) => renderMessages(one, vars).messages.map(({ content }) => content).join("\n");
	if (!cases.slice(0, mostCases$1).some(({ vars }) => shown(prompt, vars) !== shown(trimmed, vars))) return [];
	return [`Line feeds around tags are kept, as Jinja does by default. If your code sets \`trim_blocks\` and \`lstrip_blocks\`, write \`templates: [{ paths: ["${path}"], engine: jinja, trim-blocks: true, lstrip-blocks: true }]\` in the config; with \`false\` this is not said again.`];
}

// src/formats/prompts/chat.ts
const ending$4 = /(?:\.prompt)?\.(?:json|ya?ml)$/iu;
const chat = {
	name: "chat",
	knownBy: "keys",
	about: {
		recognisedBy: "JSON or YAML that is a list of `{role, content}`, or a map with such `messages`",
		filled: "`{{name}}`, or by `templates`: told by the golden cases where it says nothing",
		cases: "beside it, in `{name}.cases.yml`",
		notRead: ["tool calls and answers of tools among the messages"],
		example: {
			path: "prompts/reply.json",
			text: `{
  "model": "gpt-5.6-luna",
  "temperature": 0.2,
  "messages": [
    { "role": "system", "content": "You answer in one sentence." },
    { "role": "user", "content": "{{question}}" }
  ]
}
`
		}
	},
	recognises: (path, text) => ending$4.test(path) && looksLikeChat(path, text),
	read: readChat$2,
	render: renderMessages,
	suffix: (path) => ending$4.exec(path)?.[0] ?? ""
};
function readChat$2(path, text) {
	const read = readYaml(text, path);
	if (read.kind === "broken") return read;
	const { located } = read;
	const file = isObject$1(located.value) ? located.value : { messages: located.value };
	const under = isObject$1(located.value) ? ["messages"] : [];
	const { messages, problems: wrong } = readMessages(file["messages"], located, under);
	const problems = [...wrong];
	const { model } = file;
	if (model !== void 0 && typeof model !== "string") {
		const what = `\`model\` must be a text, not ${nameType(model)}.`;
		problems.push({
			reason: "files",
			what,
			at: located.at(["model"]),
			fix: "Write its id."
		});
	}
	const [first, ...rest] = problems;
	if (first !== void 0) return {
		kind: "broken",
		problems: [first, ...rest]
	};
	const { params, doubtful } = readParams(file);
	return {
		kind: "prompt",
		prompt: {
			path,
			format: chat.name,
			messages,
			engine: "mustache",
			open: {
				engine: true,
				role: false
			},
			...typeof model === "string" && { model },
			params,
			defaults: {},
			variables: [...new Set(messages.flatMap(({ content }) => listVariables(content)))],
			refersTo: [],
			notes: doubtful.map(({ key, meant }) => ({
				text: `\`${key}\` is not sent; did it mean \`${meant}\`?`,
				at: located.at([key], "key")
			}))
		},
		cases: []
	};
}
function looksLikeChat(path, text) {
	if (!(/\bmessages["']?\s*:/u.test(text) || /\brole["']?\s*:/u.test(text))) return false;
	const read = readYaml(text, path);
	if (read.kind === "broken") return /\brole["']?\s*:\s*["']?(?:system|developer|user|assistant)\b/iu.test(text);
	const { value } = read.located;
	const messages = isObject$1(value) ? value["messages"] ?? null : value;
	if (!Array.isArray(messages)) return false;
	return isObject$1(value) && messages.length === 0 ? Object.hasOwn(value, "model") : messages.some(looksLikeMessage);
}
function looksLikeMessage(entry) {
	if (!isObject$1(entry) || !Object.hasOwn(entry, "role")) return false;
	return Object.hasOwn(entry, "content") || /^(?:system|developer|user|assistant)$/iu.test(showValue(entry["role"]));
}

// src/formats/prompts/crew-ai.ts
const ending$3 = /\.ya?ml$/iu;
const kinds$2 = {
	agent: [
		"role",
		"goal",
		"backstory"
	],
	task: ["description", "expected_output"]
};
const beside = "agents.yaml";
const crewAi = {
	name: "crewAI",
	knownBy: "keys",
	about: {
		recognisedBy: "YAML whose entries have `role`, `goal` and `backstory`, or `description` and `expected_output`",
		filled: "`{name}`; an agent’s task is `{input}`, and what earlier tasks gave is `{context}`",
		cases: "beside it, in `{name}.KEY.cases.yml`, or in one file with `prompt: KEY`",
		notRead: ["agents with templates of their own, `inject_date`, `markdown` and schemas of a task: they are `unreviewed`", "tools, memory, knowledge and delegation: the first message of each task is asked"],
		example: {
			path: "config/agents.yaml",
			text: `researcher:
  role: Researcher of {topic}
  goal: Find what is new in {topic}
  backstory: You are thorough, and you name your sources.
`
		},
		reference: {
			library: "`crewai`, `utilities/prompts.py`, `task.py` and `utilities/string_utils.py`",
			suite: {
				name: "files of its shapes, put together by these",
				passed: 9,
				of: 9,
				on: "2026-11-29"
			}
		},
		more: "A crew that works in sequence gives each task what the one before it gave, also without `context`: a case tries that by the key `context`."
	},
	recognises: (path, text) => ending$3.test(path) && kindOf$1(path, text) !== void 0,
	read: (path, text, _kinds, used) => readCrew(path, text, used),
	uses: {
		mayUse: (path, other) => ending$3.test(path) && folderOf(path) === folderOf(other) && /(?:^|\/)agents\.ya?ml$/iu.test(other),
		list: (path, text) => ending$3.test(path) && kindOf$1(path, text) === "task" ? [{
			name: beside,
			paths: [beside, "agents.yml"],
			optional: true
		}] : []
	},
	render: renderCrew,
	suffix: (path) => ending$3.exec(path)?.[0] ?? ""
};
function folderOf(path) {
	return path.slice(0, path.lastIndexOf("/") + 1);
}
function kindOf$1(path, text) {
	const found = ["agent", "task"].find((kind) => kinds$2[kind].every((key) => text.includes(key)));
	if (found === void 0) return void 0;
	const read = readYaml(text, path);
	if (read.kind === "broken") return kinds$2[found].every((key) => new RegExp(`^[ \\t]+${key}[ \\t]*:`, "mu").test(text)) ? found : void 0;
	const { value } = read.located;
	const entries = isObject$1(value) ? Object.values(value) : [];
	return ["agent", "task"].find((kind) => entries.some((entry) => isObject$1(entry) && kinds$2[kind].every((key) => Object.hasOwn(entry, key))));
}
function readCrew(path, file, used) {
	const read = readYaml(file, path);
	if (read.kind === "broken") return read;
	const { located } = read;
	const kind = kindOf$1(path, file) ?? "agent";
	const entries = Object.entries(isObject$1(located.value) ? located.value : {});
	const [first, ...rest] = entries.flatMap(([name, entry]) => findFaults$1(name, entry, kind, located));
	if (first !== void 0) return {
		kind: "broken",
		problems: [first, ...rest.slice(0, 19)]
	};
	const source = kind === "task" ? used?.(path, beside) : void 0;
	const agents = source === void 0 ? void 0 : agentsOf(source);
	return {
		kind: "prompts",
		prompts: entries.map(([name, entry]) => {
			const own = isObject$1(entry) ? entry : {};
			const prompt = toPrompt$3(kind === "agent" ? readAgent(own) : readTask(own, agents, located.at([name])), `${path}#${name}`, source?.path);
			return {
				key: name,
				text: Object.entries(own).map(([key, value]) => `${key}: ${showValue(value)}`).join("\n"),
				prompt,
				cases: []
			};
		})
	};
}
function findFaults$1(name, entry, kind, located) {
	const fault = (what, at) => ({
		reason: "files",
		what,
		at
	});
	if (!isObject$1(entry)) return [fault(`\`${name}\` must be a map, not ${nameType(entry)}.`, located.at([name]))];
	return kinds$2[kind].flatMap((key) => {
		const value = entry[key];
		if (value === void 0) return [fault(`The ${kind} \`${name}\` has no \`${key}\`.`, located.at([name], "key"))];
		return typeof value === "string" ? [] : [fault(`\`${key}\` must be a text, not ${nameType(value)}.`, located.at([name, key]))];
	});
}
function agentsOf({ path, text }) {
	const read = readYaml(text, path);
	return read.kind === "read" && isObject$1(read.located.value) ? read.located.value : {};
}
const adding = {
	system_template: "a template of the agent’s own, which is not put together here",
	prompt_template: "a template of the agent’s own, which is not put together here",
	inject_date: "a date that crewAI adds",
	markdown: "instructions that crewAI adds",
	output_json: "a schema that crewAI adds from code",
	output_pydantic: "a schema that crewAI adds from code"
};
function placesOf$2(...entries) {
	return Object.entries(adding).flatMap(([key, writtenAs]) => entries.some((entry) => ![
		void 0,
		null,
		false,
		""
	].includes(flag(entry[key]))) ? [{
		marker: key,
		writtenAs,
		fix: "Keep the messages that crewAI sends in a prompt file of their own."
	}] : []);
}
function flag(value) {
	return value === void 0 || value === null || value === false ? value : JSON.stringify(value);
}
function systemOf(agent) {
	const [role, goal, backstory] = kinds$2.agent.map((key) => showAsPython(agent[key] ?? ""));
	return {
		role: "system",
		content: `You are ${role}. ${backstory}\nYour personal goal is: ${goal}`
	};
}
function taskOf(text, hasTools) {
	return {
		role: "user",
		content: `\nCurrent Task: ${text}${hasTools ? "" : "\n\nProvide your complete response:"}`
	};
}
const hasTools = (...entries) => entries.some(({ tools = null }) => Array.isArray(tools) && tools.length > 0);
const noTools = "Its tools are not sent: code gives them to crewAI.";
function readAgent(agent) {
	const tools = hasTools(agent);
	return {
		messages: [systemOf(agent), taskOf("{input}", tools)],
		model: agent["llm"],
		unfilled: placesOf$2(agent),
		notes: tools ? [{ text: noTools }] : []
	};
}
function readTask(task, agents, at) {
	const name = showAsPython(task["agent"] ?? "");
	const found = agents !== void 0 && Object.hasOwn(agents, name) ? agents[name] : void 0;
	const agent = isObject$1(found) && kinds$2.agent.every((key) => typeof found[key] === "string") ? found : void 0;
	const [description, expected] = kinds$2.task.map((key) => showAsPython(task[key] ?? ""));
	const { context = null } = task;
	const isGiven = Array.isArray(context) && context.length > 0;
	const text = `${description}\n\nThis is the expected criteria for your final answer: ${expected}\nyou MUST return the actual complete content as the final answer, not a summary.`;
	const whole = isGiven ? `${text}\n\nThis is the context you're working with:\n{context}` : text;
	const tools = hasTools(task, agent ?? {});
	const lacks = `No agent \`${name}\` is read from \`${beside}\` beside it: the task is asked without what the agent is told of itself.`;
	return {
		messages: [...agent === void 0 ? [] : [systemOf(agent)], taskOf(whole, tools)],
		model: agent?.["llm"],
		unfilled: placesOf$2(task, agent ?? {}),
		notes: [...agent === void 0 ? [{
			text: lacks,
			at
		}] : [], ...tools ? [{ text: noTools }] : []]
	};
}
function toPrompt$3({ messages, model, notes, unfilled }, path, from) {
	const names = messages.flatMap(({ content }) => namesOfMarkers(content, placeholder$1, readMarker$2));
	return {
		path,
		format: crewAi.name,
		messages,
		engine: "f-string",
		open: {
			engine: false,
			role: false
		},
		...typeof model === "string" && { model },
		params: {},
		...unfilled !== void 0 && { unfilled },
		defaults: {},
		variables: [...new Set(names)],
		refersTo: from === void 0 ? [] : [from],
		notes
	};
}
const placeholder$1 = /\{([A-Za-z_][\w-]*)\}/gu;
const readMarker$2 = ([, name = ""]) => ({ name });
function renderCrew(prompt, vars) {
	const shown = Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, showAsPython(value)]));
	const fill = (template) => replaceMarkers(template, placeholder$1, shown, readMarker$2);
	const { messages, unknown } = renderWith({ fill }, prompt, vars);
	return {
		messages: messages.map((one) => ({
			...one,
			content: one.content.trimEnd()
		})),
		unknown
	};
}

// src/core/prompt-file/read-front-matter.ts
function readFrontMatter(file, text, line = 1) {
	const whole = text.startsWith("﻿") ? text.slice(1) : text;
	const start = {
		file,
		line,
		column: 1
	};
	const match = /^---[ \t]*\r?\n(?<matter>(?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/u.exec(whole);
	const yaml = match?.groups?.["matter"];
	const nothing = {
		kind: "read",
		matter: {},
		at: () => start,
		body: whole,
		bodyLine: line
	};
	if (match === null || yaml === void 0) return nothing;
	const body = whole.slice(match[0].length);
	const bodyLine = match[0].split("\n").length + line - 1;
	const read = readYaml(yaml, file, { line: line + 1 });
	if (read.kind === "broken") return read;
	const { value, at } = read.located;
	if (value === null) return {
		kind: "read",
		matter: {},
		at,
		body,
		bodyLine
	};
	return isObject$1(value) ? {
		kind: "read",
		matter: value,
		at,
		body,
		bodyLine
	} : nothing;
}

// src/formats/prompts/dotprompt/read-picoschema.ts
const scalars = [
	"string",
	"boolean",
	"null",
	"number",
	"integer",
	"any"
];
const wildcard = "(*)";
const mostDeep = 50;
function readPicoschema(written) {
	const reading = new Reading();
	try {
		return {
			schema: reading.whole(written),
			named: [...reading.named]
		};
	} catch (fault) {
		if (!(fault instanceof SchemaFault)) throw fault;
		return {
			schema: {},
			named: [],
			fault: fault.message
		};
	}
}
var SchemaFault = class extends Error {};
var Reading = class {
	named = /* @__PURE__ */ new Set();
	whole(written) {
		if (isObject$1(written)) {
			const { type, properties = null } = written;
			if (typeof type === "string" && [
				...scalars,
				"object",
				"array"
			].includes(type)) return written;
			if (isObject$1(properties)) return {
				...written,
				type: "object"
			};
		}
		return this.#value(written, 0);
	}
	#value(written, deep) {
		if (deep > mostDeep) throw new SchemaFault(`The schema nests more than ${mostDeep} deep.`);
		if (typeof written === "string") return this.#scalar(written);
		if (!isObject$1(written)) throw new SchemaFault("A type of the schema is neither a text nor a map.");
		const properties = [];
		const required = [];
		let rest = false;
		for (const [key, value] of Object.entries(written)) {
			if (key === wildcard) {
				rest = this.#value(value, deep + 1);
				continue;
			}
			const [name = "", kind] = key.split("(", 2);
			const optional = name.endsWith("?");
			const property = optional ? name.slice(0, -1) : name;
			if (!optional) required.push(property);
			const [type, description] = describe$1((kind ?? "").replace(/\)\s*$/u, ""));
			const schema = this.#property(value, kind === void 0 ? "" : type, optional, deep);
			properties.push([property, {
				...schema,
				...description !== void 0 && { description }
			}]);
		}
		return {
			type: "object",
			properties: Object.fromEntries(properties),
			additionalProperties: rest,
			...required.length > 0 && { required }
		};
	}
	#property(value, kind, optional, deep) {
		switch (kind) {
			case "":
			case "object": {
				const schema = this.#value(value, deep + 1);
				const { type } = schema;
				return optional && typeof type === "string" ? {
					...schema,
					type: [type, "null"]
				} : schema;
			}
			case "array": return {
				type: optional ? ["array", "null"] : "array",
				items: this.#value(value, deep + 1)
			};
			case "enum": {
				const values = Array.isArray(value) ? value : [value];
				return { enum: optional && !values.includes(null) ? [...values, null] : values };
			}
			default: throw new SchemaFault(`\`${kind}\` is no type in parentheses: \`array\`, \`object\` and \`enum\` are.`);
		}
	}
	#scalar(written) {
		const [type, description] = describe$1(written);
		const told = description === void 0 ? {} : { description };
		if (type === "any") return told;
		if (scalars.includes(type)) return {
			type,
			...told
		};
		this.named.add(type);
		return told;
	}
};
function describe$1(written) {
	const [, type, description] = /^(.*?), *([\s\S]*)$/u.exec(written) ?? [];
	return type === void 0 || description === void 0 ? [written] : [type, description];
}

// src/formats/prompts/dotprompt/read-settings.ts
const renamed$1 = {
	max_output_tokens: "max_tokens",
	stop_sequences: "stop"
};
function readSettings$1(matter, at, name) {
	const problems = [];
	const notes = [];
	const map = (key, value) => {
		if (value === void 0 || value === null) return {};
		if (isObject$1(value)) return value;
		problems.push({
			reason: "files",
			what: `\`${key}\` must be a map, not ${nameType(value)}.`,
			at: at(key.split("."))
		});
		return {};
	};
	const schemaAt = (key, written) => {
		if (written === void 0 || written === null) return void 0;
		const { schema, named, fault } = readPicoschema(written);
		const place = at([key, "schema"]);
		if (fault !== void 0) problems.push({
			reason: "files",
			what: fault,
			at: place,
			fix: "See Dotprompt’s Picoschema."
		});
		for (const one of named) notes.push({
			text: `The schema \`${one}\` is registered in code: it is taken for anything.`,
			at: place
		});
		return schema;
	};
	const { model } = matter;
	if (model !== void 0 && model !== null && typeof model !== "string") {
		const what = `\`model\` must be a text, not ${nameType(model)}.`;
		problems.push({
			reason: "files",
			what,
			at: at(["model"]),
			fix: "Write its id."
		});
	}
	const input = map("input", matter["input"]);
	const output = map("output", matter["output"]);
	const config = nameParams(map("config", matter["config"]));
	const outputSchema = schemaAt("output", output["schema"]);
	const schema = schemaAt("input", input["schema"]);
	const { tools, named } = readTools$1(matter);
	if (named.length > 0) {
		const text = `Tools that are defined in code are not sent: ${named.map((one) => `\`${one}\``).join(", ")}. Write them under \`toolDefs\`.`;
		notes.push({
			text,
			at: at(["tools"])
		});
	}
	const format = output["format"] ?? (outputSchema === void 0 ? null : "json");
	if (format !== null && format !== "json" && format !== "text") notes.push({
		text: `\`output.format: ${String(format)}\` is not sent: only \`json\` and \`text\` are.`,
		at: at(["output", "format"])
	});
	return {
		...typeof model === "string" && { model },
		params: {
			...Object.fromEntries(Object.entries(config).map(([key, value]) => [renamed$1[key] ?? key, value])),
			...format === "json" && { response_format: responseFormat(outputSchema, name) },
			...tools.length > 0 && { tools }
		},
		defaults: map("input.default", input["default"]),
		...schema !== void 0 && { schema },
		notes,
		problems
	};
}
function responseFormat(schema, name) {
	if (schema === void 0 || Object.keys(schema).every((key) => key === "description")) return { type: "json_object" };
	return {
		type: "json_schema",
		json_schema: {
			name,
			schema
		}
	};
}
function readTools$1(matter) {
	const listed = [matter["tools"] ?? [], matter["toolDefs"] ?? []].flat();
	const named = listed.flatMap((one) => typeof one === "string" ? [one] : []);
	const tools = listed.flatMap((one) => {
		if (!isObject$1(one) || typeof one["name"] !== "string") return [];
		const { name, description, inputSchema = {} } = one;
		return [{
			type: "function",
			function: {
				name,
				...typeof description === "string" ? { description } : {},
				parameters: readPicoschema(inputSchema).schema
			}
		}];
	});
	const defined = new Set(tools.flatMap((one) => isObject$1(one["function"]) ? [one["function"]["name"]] : []));
	return {
		tools,
		named: named.filter((one) => !defined.has(one))
	};
}

// src/formats/prompts/free-character.ts
function freeCharacter(texts) {
	for (let code = 57344; code < 63743; code++) {
		const one = String.fromCharCode(code);
		if (!texts.includes(one)) return one;
	}
	return "";
}

// src/formats/prompts/dotprompt/render-dotprompt.ts
const script = {
	name: "template",
	form: "function",
	library: "dotprompt",
	source: `(() => {
    const { Dotprompt, handlebars } = dotprompt;
    const compiled = new Map();
    return async (template, partials, input, context) => {
      for (const name of Object.keys(handlebars.partials)) handlebars.unregisterPartial(name);
      for (const [name, text] of Object.entries(partials)) handlebars.registerPartial(name, text);
      let render = compiled.get(template);
      if (render === undefined) {
        render = await new Dotprompt().compile({ ext: {}, metadata: {}, config: {}, template });
        if (compiled.size > 8) compiled.clear();
        compiled.set(template, render);
      }
      const { messages } = await render({ input, context });
      return messages;
    };
  })()`
};
const rendered = array(object({
	role: string(),
	content: array(object({
		text: string().optional(),
		media: object({
			url: string(),
			contentType: string().optional()
		}).optional()
	}))
}));
const roles$3 = {
	system: "system",
	user: "user",
	model: "assistant",
	assistant: "assistant"
};
function renderDotprompt(prompt, vars, sandbox) {
	const values = {
		...prompt.defaults,
		...vars
	};
	const unknown = prompt.variables.filter((name) => lookUp(name, values) === void 0);
	const fail = (failed) => ({
		messages: prompt.messages,
		unknown,
		failed
	});
	if (sandbox === void 0) return fail({
		why: "its template can only be rendered in the sandbox",
		line: 1
	});
	const template = prompt.messages.map(({ content }) => content).join("");
	const partials = Object.fromEntries(Object.entries(prompt.included ?? {}).map(([name, { text }]) => [name, text]));
	const stand = freeCharacter(JSON.stringify([
		template,
		partials,
		values
	]));
	const hide = (text) => text.replaceAll("<", stand);
	const inTags = (text) => text.replaceAll(/\{\{(?!~?!)[^{}]*\}\}/gu, hide);
	const given = Object.entries(values);
	const ofApplication = given.flatMap(([name, value]) => name.startsWith("@") ? [[name.slice(1), value]] : []);
	const result = sandbox.run(script, [
		inTags(template),
		Object.fromEntries(Object.entries(partials).map(([name, text]) => [name, inTags(text)])),
		mapTexts(Object.fromEntries(given.filter(([name]) => !name.startsWith("@"))), hide),
		mapTexts(Object.fromEntries(ofApplication), hide)
	]);
	if (result.kind === "failed") return fail(wordFailure(result.why));
	const read = rendered.safeParse(mapTexts(result.value ?? null, (text) => text.replaceAll(stand, "<")));
	if (!read.success) return fail({
		why: "it comes to no messages",
		line: 1
	});
	const strange = read.data.find(({ role }) => !Object.hasOwn(roles$3, role));
	if (strange !== void 0) return fail({
		why: `\`${strange.role}\` is no role that is sent`,
		line: 1
	});
	return {
		messages: read.data.map(({ role, content }) => messageOf(roles$3[role] ?? "user", content)),
		unknown
	};
}
function messageOf(role, content) {
	const parts = content.flatMap(({ text, media }) => {
		if (media !== void 0) return [{
			kind: kindOf(media),
			source: {
				kind: "url",
				url: media.url
			}
		}];
		return text === void 0 ? [] : [{
			kind: "text",
			text
		}];
	});
	if (parts.every(({ kind }) => kind === "text")) return {
		role,
		content: textOfParts(parts)
	};
	return {
		role,
		content: textOfParts(parts),
		parts
	};
}
function kindOf({ url, contentType = /^data:([^;,]*)/u.exec(url)?.[1] ?? "" }) {
	if (contentType.startsWith("audio/") || /\.(?:mp3|wav)$/iu.test(url)) return "audio";
	return contentType === "application/pdf" || /\.pdf$/iu.test(url) ? "file" : "image";
}
function mapTexts(value, change) {
	if (typeof value === "string") return change(value);
	if (value === null || typeof value !== "object") return value;
	if (isList$10(value)) return value.map((one) => mapTexts(one, change));
	return Object.fromEntries(Object.entries(value).map(([key, held]) => [change(key), mapTexts(held, change)]));
}
function isList$10(value) {
	return Array.isArray(value);
}
function wordFailure(why) {
	const [, helper, line] = /unknown helper (\S+)(?: - (\d+):)?/u.exec(why) ?? [];
	if (helper !== void 0) return {
		why: `its helper \`${helper}\` is registered in code, which is not run`,
		line: Number(line ?? 1),
		fix: "Write what it does into the template, or keep the text that it renders to."
	};
	const [, partial] = /The partial (.+) could not be found/u.exec(why) ?? [];
	if (partial !== void 0) return {
		why: `there is no \`_${partial}.prompt\` for its partial \`${partial}\``,
		line: 1,
		fix: "Add the file."
	};
	return wordHandlebarsFault(why.replace(/^Error: /u, ""));
}

// src/formats/prompts/dotprompt/dotprompt.ts
const dotprompt = {
	name: "Dotprompt",
	knownBy: "name",
	about: {
		recognisedBy: "`.prompt` with `{{role}}`, a block helper or partial, or front matter with `input`, `output` or `config`",
		filled: "Handlebars with Dotprompt’s helpers, by its own library in the sandbox",
		cases: "beside it, in `{name}.cases.yml`; a variant (`name.VARIANT.prompt`) has those of `name`",
		notRead: [
			"helpers, schemas and tools that are registered in code: a helper is named and the prompt not asked, a schema is taken for anything, of a tool the name is told",
			"`{{history}}` elsewhere than before the user’s last message, where the earlier turns of a case always stand",
			"`{{section}}`, which marks a place for code",
			"`output.format` beside `json` and `text`"
		],
		example: {
			path: "prompts/reply.prompt",
			text: `---
model: googleai/gemini-3.7-flash
config:
  temperature: 0.2
input:
  schema:
    question: string
    tone?: string, how it should sound
  default:
    tone: friendly
---
{{role "system"}}
You answer questions about orders in a {{tone}} tone.
{{role "user"}}
{{question}}
`
		},
		reference: {
			library: "`dotprompt` 1.1.2",
			suite: {
				name: "the render tests of `google/dotprompt`, `spec/` (`node scripts/conformance.ts dotprompt FOLDER`)",
				passed: 115,
				of: 117,
				on: "2026-11-29",
				leftOut: "schemas that are registered in code"
			}
		},
		more: "`@state.count` and other context of an application is a variable by that name: `vars: { \"@state\": { count: 2 } }`."
	},
	recognises: (path, text) => /\.prompt(?:\.md)?$/iu.test(path) && kindOfPromptFile(text) === "Dotprompt",
	read: readDotprompt,
	uses: {
		mayUse: (_, other) => /(?:^|\/)_[^/]+\.prompt$/u.test(other),
		list: (path, text) => {
			const { read } = splitFile(path, text);
			return readHandlebarsNames(read.kind === "read" ? read.body : "").partials.map((name) => ({
				name,
				paths: placesOf$1(name),
				optional: true
			}));
		}
	},
	render: renderDotprompt,
	suffix: (path) => /(?:\.[^./]+)?\.prompt(?:\.md)?$/iu.exec(path.replace(/^.*\//u, "").replace(/^[^.]*/u, ""))?.[0] ?? ""
};
function splitFile(path, text) {
	const above = head.exec(text)?.[0] ?? "";
	return {
		above,
		read: readFrontMatter(path, text.slice(above.length), above.split("\n").length)
	};
}
const head = /^\u{feff}?(?:[ \t]*#[^\n]*\n|[ \t]*\r?\n)*(?=---[ \t]*\r?\n)/u;
function readDotprompt(path, text, _, used = () => void 0) {
	const { above, read } = splitFile(path, text);
	if (read.kind === "broken") return read;
	const { matter, at, body } = read;
	const template = body.length < text.length - above.length ? body.trim() : text;
	const firstLine = lineOf(text, text.length - body.trimStart().length);
	const name = /(?<name>[^/]+?)(?:\.prompt.*)?$/u.exec(path)?.groups?.["name"]?.replaceAll(/[^\w-]/gu, "_") ?? "output";
	const { problems: wrong, ...settings } = readSettings$1(matter, at, name);
	const parsed = parseHandlebars(template);
	const problems = [...wrong];
	if (parsed.kind === "failed") {
		const what = `The template cannot be read: ${parsed.failure.why}.`;
		const place = {
			file: path,
			line: firstLine + parsed.failure.line - 1
		};
		problems.push({
			reason: "files",
			what,
			at: place,
			fix: "Mend the template."
		});
	}
	const [first, ...rest] = problems;
	if (first !== void 0) return {
		kind: "broken",
		problems: [first, ...rest]
	};
	const included = takePartials(path, template, used);
	const find = (called) => included[called]?.text;
	const names = parsed.kind === "parsed" ? listHandlebarsNames(parsed.program, find) : void 0;
	return {
		kind: "prompt",
		prompt: {
			path,
			format: dotprompt.name,
			messages: [{
				role: roleOf$2(template),
				content: template
			}],
			engine: "handlebars",
			engineRuled: true,
			open: {
				engine: false,
				role: false
			},
			...settings,
			firstLine,
			included,
			variables: names?.variables ?? [],
			optional: names?.optional ?? [],
			refersTo: []
		},
		cases: []
	};
}
function placesOf$1(name) {
	const parts = name.split("/");
	const file = parts.with(-1, `_${parts.at(-1)}.prompt`).join("/");
	return [
		"",
		"../",
		"../../",
		"../../../"
	].map((above) => above + file);
}
function takePartials(path, template, used) {
	const taken = /* @__PURE__ */ new Map();
	const take = (from, text) => {
		for (const name of readHandlebarsNames(text).partials) {
			const found = taken.has(name) ? void 0 : used(from, name);
			if (found === void 0) continue;
			taken.set(name, {
				file: found.path,
				text: found.text.replaceAll("\r\n", "\n")
			});
			take(found.path, found.text);
		}
	};
	take(path, template);
	return Object.fromEntries(taken);
}
function roleOf$2(template) {
	const spoken = Array.from(template.matchAll(/\{\{~?\s*role\s+["'](\w+)["']/gu), ([, role]) => role);
	return spoken.length > 0 && /^\s*\{\{~?\s*role\b/u.test(template) && spoken.every((role) => role === "system") ? "system" : "user";
}
function lineOf(text, index) {
	return text.slice(0, index).split("\n").length;
}

// node_modules/smol-toml/dist/error.js
function getLineColFromPtr(string, ptr) {
	let lines = string.slice(0, ptr).split(/\r?\n/);
	return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
	let lines = string.split(/\r?\n/);
	let codeblock = "";
	let numberLen = (Math.log10(line + 1) | 0) + 1;
	for (let i = line - 1; i <= line + 1; i++) {
		let l = lines[i - 1];
		if (!l) continue;
		codeblock += i.toString().padEnd(numberLen, " ");
		codeblock += ":  ";
		codeblock += l;
		codeblock += "\n";
		if (i === line) {
			codeblock += " ".repeat(numberLen + column + 2);
			codeblock += "^\n";
		}
	}
	return codeblock;
}
var TomlError = class TomlError extends Error {
	line;
	column;
	codeblock;
	constructor(message, options) {
		const [line, column] = getLineColFromPtr(options.toml, options.ptr);
		const codeblock = makeCodeBlock(options.toml, line, column);
		super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
		this.line = line;
		this.column = column;
		this.codeblock = codeblock;
	}
	static x(message, ctx, ptr) {
		throw new TomlError(message, {
			toml: ctx.s,
			ptr: ptr ?? ctx.p
		});
	}
};

// node_modules/smol-toml/dist/primitive.js
function parseString(ctx) {
	let startPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p++);
	let first = c;
	let isLiteral = c === 39;
	let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
	if (isMultiline) {
		if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10) ctx.p++;
		else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) ctx.p += 2;
	}
	let parsed = "";
	let sliceStart = ctx.p;
	let state = 0;
	for (; ctx.p < ctx.s.length; ctx.p++) {
		c = ctx.s.charCodeAt(ctx.p);
		if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) state = state && 3;
		else if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in strings", ctx);
		else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
			if (isMultiline) {
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
			}
			if (!state) {
				let s = ctx.s.slice(sliceStart, ctx.p);
				parsed = parsed ? parsed + s : s;
			}
			ctx.p += isMultiline ? 3 : 1;
			return parsed;
		} else if (!state) {
			if (!isLiteral && c === 92) {
				parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
				state = 1;
			}
		} else if (state === 1) {
			if (c === 120 || c === 117 || c === 85) {
				let errPtr = ctx.p++ - 1;
				let value = 0;
				let len = c === 120 ? 2 : c === 117 ? 4 : 8;
				for (let j = 0; j < len; j++, ctx.p++) {
					let hex = ctx.s.charCodeAt(ctx.p);
					let digit = hex >= 48 && hex <= 57 ? hex - 48 : hex >= 65 && hex <= 70 ? hex - 65 + 10 : hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1;
					if (digit < 0) TomlError.x("invalid non-hex character in unicode escape", ctx);
					value = value << 4 | digit;
				}
				if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) TomlError.x("invalid unicode escape", ctx, errPtr);
				parsed += String.fromCodePoint(value);
				sliceStart = ctx.p--;
				state = 0;
			} else if (isMultiline && (c === 32 || c === 9)) state = 2;
			else {
				if (c === 98) parsed += "\b";
				else if (c === 116) parsed += "	";
				else if (c === 110) parsed += "\n";
				else if (c === 102) parsed += "\f";
				else if (c === 114) parsed += "\r";
				else if (c === 101) parsed += "\x1B";
				else if (c === 34) parsed += "\"";
				else if (c === 92) parsed += "\\";
				else TomlError.x("unrecognised escape sequence", ctx);
				sliceStart = ctx.p + 1;
				state = 0;
			}
		} else if (c !== 32 && c !== 9) {
			if (state === 2) TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
			state = !isLiteral && c === 92 ? 1 : 0;
			sliceStart = ctx.p;
		}
	}
	TomlError.x("unfinished string", ctx, startPtr);
}

// node_modules/smol-toml/dist/date.js
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class TomlDate extends Date {
	#hasDate = false;
	#hasTime = false;
	#offset = null;
	constructor(date, fasttype, unsafeDelim) {
		let hasDate = true;
		let hasTime = true;
		let offset = "Z";
		let c;
		if (typeof date === "string") {
			if (fasttype) prep: {
				if (fasttype < 3) {
					if (+date.slice(11, 13) > 23) {
						date = "";
						break prep;
					}
					if (fasttype === 2) {
						offset = null;
						date += "Z";
					} else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) offset = date.slice(date.length - 6);
					if (unsafeDelim) date = date.slice(0, 10) + "T" + date.slice(11);
				} else if (fasttype === 4) date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
				hasDate = fasttype !== 4;
				hasTime = fasttype !== 3;
			}
			else {
				let match = date.match(DATE_TIME_RE);
				if (match) {
					if (!match[1]) {
						hasDate = false;
						date = `0000-01-01T${date}`;
					}
					hasTime = !!match[2];
					hasTime && date[10] === " " && (date = date.replace(" ", "T"));
					if (match[2] && +match[2] > 23) date = "";
					else {
						offset = match[3] || null;
						if (!offset && hasTime) date += "Z";
					}
				} else date = "";
			}
		}
		super(date);
		if (!isNaN(this.getTime())) {
			this.#hasDate = hasDate;
			this.#hasTime = hasTime;
			this.#offset = offset;
		}
	}
	isDateTime() {
		return this.#hasDate && this.#hasTime;
	}
	isLocal() {
		return !this.#hasDate || !this.#hasTime || !this.#offset;
	}
	isDate() {
		return this.#hasDate && !this.#hasTime;
	}
	isTime() {
		return this.#hasTime && !this.#hasDate;
	}
	isValid() {
		return this.#hasDate || this.#hasTime;
	}
	toISOString() {
		let iso = super.toISOString();
		if (this.isDate()) return iso.slice(0, 10);
		if (this.isTime()) return iso.slice(11, 23);
		if (this.#offset === null) return iso.slice(0, -1);
		if (this.#offset === "Z" || this.#offset === "z") return iso;
		let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
		offset = this.#offset[0] === "-" ? offset : -offset;
		return (/* @__PURE__ */ new Date(this.getTime() - offset * 6e4)).toISOString().slice(0, -1) + this.#offset;
	}
	static wrapAsOffsetDateTime(jsDate, offset = "Z") {
		let date = new TomlDate(jsDate);
		date.#offset = offset;
		return date;
	}
	static wrapAsLocalDateTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#offset = null;
		return date;
	}
	static wrapAsLocalDate(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasTime = false;
		date.#offset = null;
		return date;
	}
	static wrapAsLocalTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasDate = false;
		date.#offset = null;
		return date;
	}
};

// node_modules/smol-toml/dist/extract.js
function isDigit(char, base = 10) {
	return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
	return char === 32 || char === 9 || char === 10 || char === 13 || delim && (char === delim || char === 44) || char === 35;
}
function extractValue(ctx, end) {
	let errPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p);
	if (c === 91 || c === 123) {
		ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
		let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
		ctx.d++;
		return value;
	}
	if (c === 34 || c === 39) return parseString(ctx);
	if (c === 116) {
		if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, true;
	}
	if (c === 102) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, false;
	}
	if (c === 43 || c === 45) return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
	if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) return parseDate(ctx, c, end);
	if (ctx.s.charCodeAt(ctx.p + 2) === 58) return parseTime(ctx, c, end);
	return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
	let c = startChr;
	let state = 0;
	let hasUnderscores = false;
	if (c === 105) {
		if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, (sign || 1) / 0;
	}
	if (c === 110) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, NaN;
	}
	if (c === 48) {
		if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr)) return ctx.bi === true ? 0n : 0;
		if (!sign) {
			if (c === 120) return parseIntegerBaseN(ctx, startPtr, 16, endChr);
			else if (c === 98) return parseIntegerBaseN(ctx, startPtr, 2, endChr);
			else if (c === 111) return parseIntegerBaseN(ctx, startPtr, 8, endChr);
		}
		if (c === 46) state = 2;
		else if (c === 101 || c === 69) state = 4;
		else TomlError.x("illegal leading zero", ctx, startPtr);
	} else if (!isDigit(c)) TomlError.x("invalid value", ctx, startPtr);
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
		if (!state) state = 1;
		if (c === 95) {
			if (!(state & 1)) TomlError.x("illegal underscore", ctx);
			state += 11;
			hasUnderscores = true;
		} else if (state === 1 && c === 46) state = 2;
		else if ((state === 1 || state === 3) && (c === 101 || c === 69)) state = 4;
		else if (state === 4 && (c === 43 || c === 45)) state = 6;
		else if (!isDigit(c)) TomlError.x(`illegal character in numeric literal`, ctx);
		else if (state > 9) state -= 11;
		else if (!(state & 1)) state++;
	}
	if (!state) {
		let val = (startChr - 48) * (sign || 1);
		return ctx.bi === true ? BigInt(val) : val;
	}
	if (!(state & 1)) TomlError.x("unfinished numeric value", ctx, startPtr);
	let str = ctx.s.slice(startPtr, ctx.p);
	if (hasUnderscores) str = str.replaceAll("_", "");
	return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
	let c, underscore = 1;
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) if (c === 95) {
		if (underscore & 1) TomlError.x("illegal underscore", ctx);
		underscore = 3;
	} else if (!isDigit(c, base)) TomlError.x(`illegal character in numeric literal`, ctx);
	else if (underscore & 1) underscore--;
	if (underscore & 1) TomlError.x("unfinished numeric value", ctx);
	let str = ctx.s.slice(startPtr + 2, ctx.p);
	if (underscore) str = str.replaceAll("_", "");
	return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
	if (ctx.bi !== true) int: {
		let val = parseInt(str, base);
		if (!Number.isSafeInteger(val)) {
			if (ctx.bi) break int;
			TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
		}
		return val;
	}
	return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
	let startPtr = ctx.p++, unsafeSeparator;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
	ctx.p += 5;
	if (!isDigit(ctx.s.charCodeAt(ctx.p++))) TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
	if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 3, false, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) !== 58) TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	if (c = ctx.s.charCodeAt(ctx.p)) {
		if (c === 90 || c === 122) return readDate(ctx, ctx.s.slice(startPtr, ++ctx.p), 1, unsafeSeparator, startPtr, "[+00:00]");
		if (c === 43 || c === 45) return readDate(ctx, ctx.s.slice(startPtr, ctx.p += 6), 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
	}
	return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
	let start = ctx.p;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) return parseNumber(ctx, --ctx.p, c, 0, endChr);
	if (ctx.s.charCodeAt(ctx.p += 4) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	return readDate(ctx, ctx.s.slice(start, ctx.p), 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
	if (ctx.ld) {
		let date = new TomlDate(str, type, unsafeDelim);
		if (!date.isValid()) TomlError.x("invalid date", ctx, errPtr);
		return date;
	}
	try {
		if (temporalSuffix) str += temporalSuffix;
		switch (type) {
			case 1: return Temporal.ZonedDateTime.from(str);
			case 2: return Temporal.PlainDateTime.from(str);
			case 3: return Temporal.PlainDate.from(str);
			case 4: return Temporal.PlainTime.from(str);
		}
	} catch (e) {
		TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
	}
}

// node_modules/smol-toml/dist/util.js
function skipComment(ctx) {
	for (; ctx.p < ctx.s.length; ctx.p++) {
		let c = ctx.s.charCodeAt(ctx.p);
		if (c === 10) break;
		if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
			ctx.p++;
			break;
		}
		if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in comments", ctx);
	}
}
function skipVoid(ctx, banNewLines, banComments) {
	let c;
	while (ctx.p < ctx.s.length) {
		while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10))) ctx.p++;
		if (banComments || c !== 35) break;
		skipComment(ctx);
	}
}

// node_modules/smol-toml/dist/struct.js
function parseKey(ctx, end = 61) {
	let startPtr;
	let state = 0;
	let parsed = [];
	let sliceStart;
	let c = ctx.s.charCodeAt(startPtr = ctx.p);
	do
		if (c === end) {
			if (!state) TomlError.x("unexpected end of key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			return ctx.p++, parsed;
		} else if (c === 46) {
			if (!state) TomlError.x("illegal empty bare key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			state = 0;
		} else if (!state && (c === 34 || c === 39)) {
			if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2)) TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
			parsed.push(parseString(ctx));
			state = 2;
			ctx.p--;
		} else if (c === 32 || c === 9) {
			if (state === 1) {
				parsed.push(ctx.s.slice(sliceStart, ctx.p));
				state = 2;
			}
		} else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) TomlError.x("illegal character in key", ctx);
		else if (!state) {
			state = 1;
			sliceStart = ctx.p;
		}
	while (c = ctx.s.charCodeAt(++ctx.p));
	TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
function parseInlineTable(ctx) {
	let startPtr = ctx.p++;
	let res = Object.create(null);
	let seen = /* @__PURE__ */ new Set();
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
			ctx.p++;
			return res;
		}
		let k;
		let t = res;
		let hasOwn = false;
		let errPtr = ctx.p;
		let key = parseKey(ctx);
		for (let i = 0; i < key.length; i++) {
			if (i) t = hasOwn ? t[k] : t[k] = Object.create(null);
			k = key[i];
			if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) {
				t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
				break;
			}
			if (!hasOwn && unsafe) Object.defineProperty(t, k, {
				enumerable: true,
				configurable: true,
				writable: true
			});
		}
		if (hasOwn) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
		skipVoid(ctx, true, true);
		let value = extractValue(ctx, 125);
		if (t && typeof (t[k] = value) === "object") seen.add(value);
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished table", ctx, startPtr);
}
function parseArray(ctx) {
	let startPtr = ctx.p++;
	let res = [];
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
			ctx.p++;
			return res;
		}
		res.push(extractValue(ctx, 93));
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished array", ctx, startPtr);
}

// node_modules/smol-toml/dist/parse.js
function peekTable(ctx, key, table, meta, type) {
	let t = table;
	let m = meta;
	let k;
	let hasOwn = false;
	let state;
	for (let i = 0; i < key.length; i++) {
		if (i) {
			t = hasOwn ? t[k] : t[k] = Object.create(null);
			m = (state = m[k]).c;
			if (type === 0 && (state.t === 1 || state.t === 2)) return null;
			if (state.t === 2) {
				let l = t.length - 1;
				t = t[l];
				m = m[l].c;
			}
		}
		k = key[i];
		if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) return null;
		if (!hasOwn) {
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) return false;
			if (unsafe) {
				Object.defineProperty(t, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
				Object.defineProperty(m, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
			}
			m[k] = {
				t: i < key.length - 1 && type === 2 ? 3 : type,
				d: false,
				i: 0,
				c: Object.create(null)
			};
		}
	}
	state = m[k];
	if (state.t !== type && !(type === 1 && state.t === 3)) return null;
	if (type === 2) {
		if (!state.d) {
			state.d = true;
			t[k] = [];
		}
		t[k].push(t = Object.create(null));
		state.c[state.i++] = state = {
			t: 1,
			d: false,
			i: 0,
			c: Object.create(null)
		};
	}
	if (state.d) return null;
	state.d = true;
	if (type === 1) t = hasOwn ? t[k] : t[k] = Object.create(null);
	else if (type === 0 && hasOwn) return null;
	return [
		k,
		t,
		state.c
	];
}
function validateTablePeek(ctx, peek, ptr) {
	if (peek === null || ctx.uk === 2) TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse$2(toml, options = {}) {
	let ctx = {
		s: toml,
		p: 0,
		d: options.maxDepth ?? 1e3,
		bi: options.integersAsBigInt ?? false,
		ld: options.useLegacyDate ?? true,
		uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
	};
	let res = Object.create(null);
	let meta = Object.create(null);
	let tmp;
	let skipping = false;
	let tbl = res;
	let m = meta;
	if (toml.charCodeAt(0) === 65279) ctx.p++;
	skipVoid(ctx);
	while (ctx.p < toml.length) {
		if (toml.charCodeAt(ctx.p) === 91) {
			let isTableArray = toml.charCodeAt(++ctx.p) === 91;
			tmp = ctx.p += +isTableArray;
			skipping = false;
			let k = parseKey(ctx, 93);
			if (isTableArray) {
				if (toml.charCodeAt(ctx.p) !== 93) TomlError.x("expected end of table array declaration", ctx);
				ctx.p++;
			}
			let p = peekTable(ctx, k, res, meta, isTableArray ? 2 : 1);
			if (!p) {
				validateTablePeek(ctx, p, tmp);
				skipping = true;
			} else {
				m = p[2];
				tbl = p[1];
			}
		} else {
			tmp = ctx.p;
			let p = peekTable(ctx, parseKey(ctx), tbl, m, 0);
			if (!p && !skipping) validateTablePeek(ctx, p, tmp);
			skipVoid(ctx, true, true);
			let v = extractValue(ctx, void 0);
			if (p && !skipping) p[1][p[0]] = v;
		}
		skipVoid(ctx, true);
		if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
		skipVoid(ctx);
	}
	return res;
}

// node_modules/smol-toml/dist/stringify.js
let HAS_WELLFORMED = !!"".isWellFormed;

// src/core/cases/inline-files.ts
function inlineFiles(cases, kinds, texts) {
	const problems = [];
	const read = /* @__PURE__ */ new Map();
	const inline = (check) => {
		if (filesOfCheck(check, kinds).length === 0) return check;
		const folder = check.at.file.slice(0, check.at.file.lastIndexOf("/") + 1);
		const key = JSON.stringify([
			check.kind,
			folder,
			check.argument
		]);
		const before = read.get(key);
		const inlined = before ?? inlineCheck(check, kinds, texts);
		read.set(key, inlined);
		if (inlined.kind === "argument") return {
			...check,
			argument: inlined.argument
		};
		if (before === void 0) problems.push({
			reason: "files",
			at: check.at,
			...inlined.fault
		});
		return check;
	};
	return {
		cases: cases.map((golden) => ({
			...golden,
			checks: golden.checks.map(inline)
		})),
		problems
	};
}
function inlineCheck(check, kinds, texts) {
	const broken = (what, fix) => ({
		kind: "broken",
		fault: fix === void 0 ? { what } : {
			what,
			fix
		}
	});
	const kind = kinds.get(check.kind);
	const files = filesOfCheck(check, kinds);
	if (kind?.withFiles === void 0) return {
		kind: "argument",
		argument: check.argument
	};
	const held = /* @__PURE__ */ new Map();
	for (const written of files) {
		const resolved = resolvePath(check.at.file, written);
		const text = resolved.kind === "path" ? texts.get(resolved.path) : void 0;
		if (text?.kind === "text") held.set(written, text.text);
		else if (text?.kind === "refused") return broken(`\`${check.kind}\` cannot read \`${written}\`: ${text.why}.`);
		else return broken(`\`${check.kind}\` refers to \`${written}\`, which is not there.`, "Paths are relative to the file they are written in.");
	}
	try {
		const argument = toJson(kind.withFiles(check.argument, held));
		if (argument !== void 0 && kind.argument.safeParse(argument).success) return {
			kind: "argument",
			argument
		};
		return broken(`What \`${files.join("`, `")}\` holds is no argument of \`${check.kind}\`.`);
	} catch (error) {
		const why = error instanceof Error ? error.message.replace(/\.$/u, "") : "not readable";
		return broken(`\`${check.kind}\` cannot use \`${files.join("`, `")}\`: ${why}.`);
	}
}
function toJson(value) {
	if (value === null || typeof value === "string" || typeof value === "boolean") return value;
	if (typeof value === "number") return Number.isFinite(value) ? value : void 0;
	if (Array.isArray(value)) {
		const items = value.map(toJson);
		return items.every((item) => item !== void 0) ? items : void 0;
	}
	if (typeof value !== "object") return void 0;
	const entries = Object.entries(value).flatMap(([key, held]) => held === void 0 ? [] : [[key, toJson(held)]]);
	const whole = entries.filter((entry) => entry[1] !== void 0);
	return whole.length === entries.length ? Object.fromEntries(whole) : void 0;
}
function filesOfChecks(checks, kinds) {
	const paths = /* @__PURE__ */ new Set();
	const problems = [];
	for (const check of new Set(checks)) for (const written of filesOfCheck(check, kinds)) {
		const resolved = resolvePath(check.at.file, written);
		if (resolved.kind === "path") paths.add(resolved.path);
		else {
			const what = `\`${check.kind}\` cannot read \`${written}\`: ${resolved.why}.`;
			problems.push({
				reason: "files",
				what,
				at: check.at,
				fix: "Paths are relative to the file they are written in."
			});
		}
	}
	return {
		paths: [...paths],
		problems
	};
}
function filesOfCheck({ kind, argument }, kinds) {
	return kinds.get(kind)?.files?.(argument) ?? [];
}

// src/formats/prompts/read-toml.ts
function readToml(text, file) {
	const broken = (problem) => ({
		kind: "broken",
		problems: [{
			reason: "files",
			...problem
		}]
	});
	try {
		return {
			kind: "read",
			located: {
				value: toJson(JSON.parse(JSON.stringify(parse$2(text)))) ?? null,
				at: () => ({
					file,
					line: 1
				})
			}
		};
	} catch (error) {
		if (error instanceof RangeError) return broken({
			what: "Not readable as TOML: it is nested too deep.",
			at: {
				file,
				line: 1
			}
		});
		if (!(error instanceof TomlError)) throw error;
		const [why = ""] = error.message.split("\n");
		return broken({
			what: `Not readable as TOML: ${why.replace(/^Invalid TOML document: /u, "")}.`,
			at: {
				file,
				line: error.line,
				column: error.column
			}
		});
	}
}

// src/formats/prompts/gemini-command.ts
const args = "{{args}}";
const command = /(?:^|\/)commands\/(?<name>.*)\.toml$/iu;
const geminiCommand = {
	name: "Gemini command",
	knownBy: "name",
	about: {
		recognisedBy: "`.toml` under `.gemini/commands`, or under another `commands` and with a `prompt`",
		filled: "`{{args}}`; without one, `args` stands behind the text after the command’s name",
		cases: "beside it, in `{name}.cases.yml`",
		notRead: ["`!{command}` is never run and `@{path}` never followed: a prompt with some is `unreviewed`", "`description`, which is for people"],
		example: {
			path: ".gemini/commands/review.toml",
			text: `description = "Reviews a change"
prompt = """
You review code. Name the worst fault of:

{{args}}
"""
`
		},
		reference: {
			library: "`@google/gemini-cli`, `FileCommandLoader.ts` and its prompt processors",
			suite: {
				name: "files of its shapes, filled by them",
				passed: 8,
				of: 8,
				on: "2026-11-29"
			}
		}
	},
	recognises: (path, text) => command.test(path) && (/(?:^|\/)\.gemini\/commands\//u.test(path) || /^[ \t]*prompt[ \t]*=/mu.test(text)),
	read: readCommand,
	render: renderCommand,
	suffix: (path) => /\.toml$/iu.exec(path)?.[0] ?? ""
};
function readCommand(path, text) {
	const read = readToml(text, path);
	if (read.kind === "broken") return read;
	const { value } = read.located;
	const content = isObject$1(value) ? value["prompt"] : void 0;
	const broken = (problem) => ({
		kind: "broken",
		problems: [{
			reason: "files",
			...problem
		}]
	});
	if (typeof content !== "string") return broken({
		what: `\`prompt\` must be a text, not ${nameType(content)}.`,
		at: {
			file: path,
			line: 1
		},
		fix: "Write `prompt = \"\"\"…\"\"\"`."
	});
	const places = [...findPlaces(content, "@{"), ...findPlaces(content, "!{")];
	const open = places.find(({ closed }) => !closed);
	if (open !== void 0) {
		const written = open.marker.split("\n", 1)[0] ?? "";
		const at = text.indexOf(written);
		const line = at === -1 ? 1 : text.slice(0, at).split("\n").length;
		return broken({
			what: `\`${written.slice(0, 40)}\` is opened and never closed.`,
			at: {
				file: path,
				line,
				...at !== -1 && { column: at - text.lastIndexOf("\n", at - 1) }
			},
			fix: "Braces in it must be paired."
		});
	}
	const takesArgs = content.includes(args);
	return {
		kind: "prompt",
		prompt: {
			path,
			format: geminiCommand.name,
			messages: [{
				role: "user",
				content
			}],
			engine: "mustache",
			open: {
				engine: false,
				role: false
			},
			params: {},
			defaults: {},
			variables: ["args"],
			...!takesArgs && { optional: ["args"] },
			unfilled: places.filter(({ marker }) => !/^!\{\s*\}$/u.test(marker)),
			refersTo: [],
			notes: []
		},
		cases: []
	};
}
function renderCommand(prompt, vars) {
	const typed = Object.hasOwn(vars, "args") ? showValue(vars["args"]) : void 0;
	const name = (command.exec(prompt.path)?.groups?.["name"] ?? "").replaceAll(/[^/\w.-]/gu, "_").replaceAll("/", ":");
	const fill = (template) => {
		return {
			text: (template.includes(args) ? template.replaceAll(args, typed ?? args) : `${template}${typed === void 0 || typed === "" ? "" : `\n\n/${name} ${typed}`}`).replaceAll(/!\{\s*\}/gu, ""),
			unknown: typed === void 0 ? ["args"] : []
		};
	};
	return renderWith({ fill }, prompt, vars);
}
function findPlaces(text, opens) {
	const said = opens === "!{" ? {
		writtenAs: "a shell command, which is never run here",
		fix: "Write what it gives into the prompt, or have the cases give it as `args`."
	} : {
		writtenAs: "a file or folder that the command line reads, which is not followed here",
		fix: "Write its text into the prompt."
	};
	const places = [];
	for (let from = text.indexOf(opens); from !== -1;) {
		const end = endOf(text, from + opens.length);
		places.push({
			marker: text.slice(from, end),
			closed: end !== void 0,
			...said
		});
		from = end === void 0 ? -1 : text.indexOf(opens, end);
	}
	return places;
}
function endOf(text, from) {
	let depth = 1;
	for (let at = from; at < text.length; at++) if (text[at] === "{") depth++;
	else if (text[at] === "}" && --depth === 0) return at + 1;
}

// src/formats/prompts/github/about-github.ts
const aboutGitHub = {
	recognisedBy: "`.prompt.yml` with `messages`, or YAML with `messages` and another key of the format",
	filled: "`{{name}}`",
	cases: "`testData` with `evaluators`, and beside it in `{name}.cases.yml`",
	notRead: ["evaluators that have no counterpart: each is told with the reason and with what to write instead, and the case is judged by its other checks"],
	example: {
		path: "prompts/triage.prompt.yml",
		text: `name: Triage
model: openai/gpt-5.6-luna
modelParameters:
  temperature: 0.2
messages:
  - role: system
    content: You name the team that answers a ticket.
  - role: user
    content: "{{ticket}}"
testData:
  - ticket: The invoice is wrong.
    expected: billing
evaluators:
  - name: names the team
    string:
      contains: "{{expected}}"
`
	},
	reference: { library: "`github/gh-models`, `pkg/prompt`" },
	more: `- The fields of a test case are filled into the evaluators: \`equals: "{{expected}}"\`, \`judge: "Says {{expected}}"\`,
  \`regex: "(?i){{expected}}"\` (where they are a part of the pattern). A test case without the field does not run them.
- Besides \`string\`, \`llm\` and \`uses\`, any check of [checks.md](checks.md) may stand among them under its name, with
  \`weight\`, \`required\` and \`min\`: \`- { name: is short, max-words: 50 }\`. Also read: \`regex: { pattern, flags, negate }\`,
  \`string: { regex | notContains | includes }\`, and \`type: regex\` (\`contains\`, …) with \`pattern\`, \`value\` or \`expected\`.
- \`testData\` may group its variables under \`vars\`, \`inputs\` or \`variables\`, and bring \`evaluators\` of its own. Where
  \`name\` tells all its items apart, it is their id.
- gh models itself knows \`string\` (equals, contains, startsWith, endsWith), \`llm\`, \`uses\` and variables beside
  \`expected\` alone; what it does not know it refuses or leaves out.`
};

// src/core/cases/read-check.ts
const modifiers = [
	"name",
	"weight",
	"required",
	"min",
	"not"
];
const heaviest$1 = 1e6;
function readCheck(written, path, { located, kinds, reason, shared }) {
	const at = located.at(path);
	const broken = (what, on = at, fix) => ({
		kind: "broken",
		problems: [{
			reason,
			what,
			at: on,
			...fix !== void 0 && { fix }
		}]
	});
	const entry = typeof written === "string" ? { [written]: null } : written;
	if (!isObject(entry)) return broken(`A check must be a kind or a map, not ${nameType(written)}.`, at, "Write `- contains: \"some text\"`.");
	const [name, second] = Object.keys(entry).filter((key) => kinds.has(key));
	if (name === void 0) {
		const unknown = Object.keys(entry).find((key) => !modifiers.some((modifier) => modifier === key));
		if (unknown === void 0) return broken("This check names no kind.", at, "Write `- contains: \"some text\"`.");
		const on = typeof written === "string" ? at : located.at([...path, unknown], "key");
		return broken(`There is no check \`${unknown}\`.`, on, fixKind(unknown, kinds));
	}
	if (second !== void 0) return broken(`\`${name}\` and \`${second}\` are two checks.`, located.at([...path, second], "key"), "Give each its own entry in the list.");
	const kind = kinds.get(name);
	if (kind === void 0) return broken(`There is no check \`${name}\`.`);
	return readParts(kind, entry, {
		at,
		reason,
		shared,
		where: (key, on, inside = []) => located.at([
			...path,
			key,
			...inside
		], on)
	});
}
function fixKind(unknown, kinds) {
	const cased = unknown.replace(/^(not-)?i(?=[a-z])/u, "$1");
	const meant = cased === unknown ? void 0 : kinds.get(cased);
	return meant !== void 0 && optionNames(meant).includes("ignore-case") ? `Write \`${cased}\` with \`ignore-case: true\` beside it.` : fixUnknown(unknown, [...kinds.keys()]);
}
function readParts(kind, entry, { at, reason, shared, where }) {
	const { name, weight = 1, required = false, min, not = false, [kind.kind]: written = null, ...options } = entry;
	const argument = shareArgument(written, shared);
	const problems = [];
	const wrong = (key, what, fix, inside) => {
		problems.push({
			reason,
			what,
			at: where(key, void 0, inside),
			...fix !== void 0 && { fix }
		});
	};
	const parsed = kind.argument.safeParse(argument);
	if (!parsed.success) for (const issue of parsed.error.issues) {
		const inside = issue.path.length === 0 ? "" : ` (at ${issue.path.map(String).join(".")})`;
		const what = argument === null ? `\`${kind.kind}\` needs an argument` : `The argument of \`${kind.kind}\` is wrong`;
		const steps = issue.path.filter((step) => typeof step !== "symbol");
		wrong(kind.kind, `${what}${inside}: ${endSentence(issue.message)}`, void 0, steps);
	}
	const modified = kind.options.safeParse(options);
	for (const issue of modified.success ? [] : modified.error.issues) if (issue.code === "unrecognized_keys") for (const key of issue.keys) {
		const what = `\`${kind.kind}\` takes no \`${key}\`.`;
		problems.push({
			reason,
			what,
			at: where(key, "key"),
			fix: fixUnknown(key, [...modifiers, ...optionNames(kind)])
		});
	}
	else wrong(String(issue.path[0] ?? kind.kind), `An option of \`${kind.kind}\` is wrong: ${endSentence(issue.message)}`);
	if (typeof weight !== "number" || weight < 0 || weight > heaviest$1) wrong("weight", `\`weight\` must be a number from 0 to ${heaviest$1}.`);
	if (typeof required !== "boolean") wrong("required", "`required` must be true or false.");
	if (typeof not !== "boolean") wrong("not", "`not` must be true or false.");
	else if (not && (kind.scenario ?? kind.compare ?? kind.expandsTo) !== void 0) wrong("not", `\`${kind.kind}\` has no opposite.`, "Leave `not` out.");
	if (name !== void 0 && (typeof name !== "string" || name.trim() === "" || name.length > 200)) wrong("name", "`name` must be a text of 1 to 200 characters.");
	if (min !== void 0) {
		const [low, high] = kind.minRange;
		if (kind.scale === "binary") wrong("min", `\`${kind.kind}\` passes or fails: it takes no \`min\`.`, "Leave it out.");
		else if (typeof min !== "number" || min < low || min > high) wrong("min", `\`min\` of \`${kind.kind}\` must be a number from ${low} to ${high}.`);
	}
	if (problems.length > 0) return {
		kind: "broken",
		problems
	};
	return {
		kind: "check",
		check: {
			kind: kind.kind,
			name: typeof name === "string" ? name : nameCheck(not === true ? `not ${kind.kind}` : kind.kind, argument),
			argument,
			options,
			weight: Number(weight),
			required: required === true,
			...not === true && { not: true },
			...typeof min === "number" && { min },
			at
		}
	};
}
function shareArgument(argument, shared) {
	if (!isObject(argument)) return argument;
	const key = canonicalJson(argument);
	const first = shared.get(key) ?? argument;
	shared.set(key, first);
	return first;
}
function optionNames(kind) {
	const { options } = kind;
	if (!("shape" in options) || typeof options.shape !== "object" || options.shape === null) return [];
	return Object.keys(options.shape);
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
const longest$2 = 80;
function nameCheck(kind, argument) {
	if (argument === null) return kind;
	const name = `${kind}: ${typeof argument === "string" ? argument : canonicalJson(argument)}`.replaceAll(/\s+/gu, " ");
	const characters = [...name.slice(0, 160)];
	if (characters.length <= longest$2) return name;
	return `${characters.slice(0, 72).join("")}… ${hash(argument).slice(0, 6)}`;
}
function endSentence(text) {
	return /[.?]$/u.test(text) ? text : `${text}.`;
}

// src/formats/prompts/github/fill-argument.ts
function listPlaceholders(argument) {
	if (typeof argument === "string") return listVariables(argument);
	if (argument === null || typeof argument !== "object") return [];
	return [...new Set(Object.values(argument).flatMap(listPlaceholders))];
}
function fillArgument(argument, values) {
	if (typeof argument === "string") return fillTemplate(argument, values).text;
	if (isList$9(argument)) return argument.map((one) => fillArgument(one, values));
	if (!isObject$1(argument)) return argument;
	return Object.fromEntries(Object.entries(argument).map(([key, value]) => [key, fillArgument(value, values)]));
}
function structureNamed(argument, values) {
	if (typeof argument !== "string") return void 0;
	const [name] = listVariables(argument);
	if (name === void 0 || argument.replaceAll(/[\s{}]/gu, "") !== name) return void 0;
	const value = lookUp(name, values);
	return typeof value === "object" && value !== null ? value : void 0;
}
function isList$9(value) {
	return Array.isArray(value);
}

// src/formats/prompts/github/write-string-check.ts
const ignoringCase = { "ignore-case": true };
const operators = [
	{
		key: "equals",
		check: "equals",
		options: {}
	},
	{
		key: "contains",
		check: "contains",
		options: ignoringCase
	},
	{
		key: "startsWith",
		check: "starts-with",
		options: ignoringCase
	},
	{
		key: "endsWith",
		check: "ends-with",
		options: ignoringCase
	}
];
const further = [
	{
		key: "includes",
		check: "contains",
		options: ignoringCase
	},
	{
		key: "notContains",
		check: "not-contains",
		options: ignoringCase
	},
	{
		key: "not_contains",
		check: "not-contains",
		options: ignoringCase
	},
	{
		key: "doesNotContain",
		check: "not-contains",
		options: ignoringCase
	},
	{
		key: "does_not_contain",
		check: "not-contains",
		options: ignoringCase
	},
	{
		key: "notEquals",
		check: "not-equals",
		options: {}
	},
	{
		key: "regex",
		check: "regex",
		options: {}
	},
	{
		key: "matches",
		check: "regex",
		options: {}
	}
];
const names$1 = operators.map(({ key }) => key);
const example$1 = `One of ${names$1.join(", ")}.`;
function writeStringCheck(written) {
	const broken = (what, fix) => ({
		kind: "broken",
		what,
		fix,
		path: ["string"]
	});
	if (!isObject$1(written)) return broken(`\`string\` must be a map, not ${nameType(written)}.`, example$1);
	const [first, ...ignored] = [...operators, ...further].filter(({ key }) => (written[key] ?? "") !== "");
	if (first === void 0) return withoutOperator(Object.keys(written), broken);
	const argument = written[first.key] ?? null;
	const path = ["string", first.key];
	if (first.check === "regex") return writePattern(argument, {
		path,
		negated: false,
		beside: {}
	});
	if (argument !== null && typeof argument === "object") return broken(`\`${first.key}\` must be a text, not ${nameType(argument)}.`, "Quote it.");
	return {
		kind: "check",
		check: first.check,
		argument: String(argument),
		options: first.options,
		path,
		ignored: ignored.map(({ key }) => key)
	};
}
function withoutOperator(keys, broken) {
	const unknown = keys.find((key) => ![...operators, ...further].some((one) => one.key === key));
	const nearest = unknown === void 0 ? void 0 : suggestNearest(unknown, names$1);
	if (nearest !== void 0) return broken("This `string` evaluator compares with nothing.", `Did you mean \`${nearest}\`?`);
	if (unknown === void 0) return {
		kind: "not-run",
		why: "it compares with nothing",
		fix: `Give it a text: ${example$1.toLowerCase()}`
	};
	return {
		kind: "not-run",
		why: `\`string\` has no \`${unknown}\``,
		fix: example$1
	};
}
const flagsOfRe2 = /^[ims]*$/u;
const negations = [
	"negate",
	"invert",
	"not"
];
function writePattern(written, { path, negated, beside }) {
	const { pattern = null, flags = "", match = true, ...others } = { ...isObject$1(written) ? written : { pattern: written } };
	const isNegation = (key) => negations.some((one) => one === key);
	const turned = match === false || [...Object.entries(others), ...Object.entries(beside)].some(([key, value]) => isNegation(key) && value === true);
	const unknown = Object.keys(others).find((key) => !isNegation(key));
	if (unknown !== void 0) return {
		kind: "not-run",
		why: `\`regex\` takes \`pattern\`, \`flags\` and \`negate\`, not \`${unknown}\``,
		fix: "Write `- regex: \"…\"`."
	};
	const wanted = showValue(flags).replaceAll(/[gu]/gu, "");
	if (!flagsOfRe2.test(wanted)) return {
		kind: "not-run",
		why: `RE2 has no flags \`${wanted}\``,
		fix: "Of the flags `i`, `m` and `s` can be set."
	};
	return {
		kind: "check",
		check: turned === negated ? "regex" : "not-regex",
		argument: typeof pattern === "string" && wanted !== "" ? `(?${wanted})${pattern}` : pattern,
		options: Object.fromEntries(Object.entries(beside).filter(([key]) => !isNegation(key))),
		path: isObject$1(written) ? [...path, "pattern"] : path
	};
}

// src/formats/prompts/github/write-typed-check.ts
const aliases = {
	regexp: "regex",
	"regex-match": "regex",
	matches: "regex",
	includes: "contains",
	"string-contains": "contains",
	"includes-all": "contains",
	"contains-all": "contains",
	"not-includes": "not-contains",
	"string-not-contains": "not-contains",
	"does-not-contain": "not-contains",
	"string-equals": "equals",
	"exact-match": "equals",
	"is-json": "json"
};
const argumentKeys = [
	"pattern",
	"value",
	"expected",
	"text",
	"regex",
	"schema"
];
const besides = [
	"flags",
	"negate",
	"invert",
	"weight",
	"required",
	"min",
	"ignore-case"
];
const replies = [
	"output",
	"response",
	"reply",
	"completion",
	"content",
	"text",
	"message.content"
];
function writeTypedCheck(type, written, own, kinds) {
	const named = Object.hasOwn(aliases, type) ? aliases[type] ?? type : type;
	if (!kinds.has(named)) {
		const nearest = suggestNearest(type, kinds.keys());
		const fix = nearest === void 0 ? instead$2 : `Did you mean \`- ${nearest}: …\`?`;
		return {
			kind: "not-run",
			why: `there is no check \`${type}\``,
			fix
		};
	}
	const target = [written["target"], written["property"]].find((one) => typeof one === "string");
	if (target !== void 0 && !replies.some((one) => one === target)) return {
		kind: "not-run",
		why: `it reads \`${String(target)}\`, and checks read the reply`,
		fix: instead$2
	};
	const [argument, second] = own.filter((key) => argumentKeys.includes(key));
	const unknown = own.find((key) => !argumentKeys.includes(key) && !besides.includes(key));
	if (unknown !== void 0 || second !== void 0) return {
		kind: "not-run",
		why: `what \`${unknown ?? second}\` says is not known here`,
		fix: writeIt(named)
	};
	const beside = Object.fromEntries(Object.entries(written).filter(([key]) => besides.includes(key) && key !== "flags"));
	const held = argument === void 0 ? null : written[argument] ?? null;
	const path = argument === void 0 ? [] : [argument];
	if (named !== "regex" && named !== "not-regex") return {
		kind: "check",
		check: named,
		argument: held,
		options: beside,
		path
	};
	const { flags } = written;
	const read = writePattern(flags === void 0 ? held : {
		pattern: held,
		flags
	}, {
		path,
		negated: named === "not-regex",
		beside
	});
	return read.kind === "check" && flags !== void 0 ? {
		...read,
		path
	} : read;
}
const instead$2 = "Put a check of `docs/checks.md` in its place.";
function writeIt(check) {
	return `Write \`- ${check}: …\`.`;
}

// src/formats/prompts/github/write-as-check.ts
const titles = [
	"name",
	"description",
	"type",
	"target",
	"property"
];
const instead$1 = {
	...alike([
		"python",
		"javascript",
		"js",
		"code",
		"script"
	], {
		why: "it is code, which a prompt file cannot bring into a review",
		fix: "Write a check such as `- contains: \"some text\"`, or `- score: NAME` with a scorer of your config."
	}),
	...alike([
		"model",
		"model-graded",
		"llm-rubric",
		"rubric",
		"criteria",
		"rule",
		"assertion"
	], {
		why: "nothing says how a model’s answer to it would count",
		fix: "Write `- judge: \"…\"` with what to grade."
	})
};
function writeAsCheck(written, kinds) {
	if (typeof written === "string") return kinds.has(written) ? check(written, null, []) : sentence();
	if (!isObject$1(written)) return {
		kind: "broken",
		what: `An evaluator must be a map, not ${nameType(written)}.`,
		fix: example,
		path: []
	};
	const { string = null, llm = null, uses = null } = written;
	if (string !== null) return writeStringCheck(string);
	if (llm !== null) return check("llm", llm, ["llm"]);
	if (typeof uses === "string") return kinds.has(uses) ? check(uses, null, ["uses"]) : unknownPlugin(uses, kinds);
	const own = Object.keys(written).filter((key) => !titles.includes(key));
	const [first, ...others] = own.filter((key) => kinds.has(toKebab(key)));
	if (first === void 0) return writeTyped(written, own, kinds);
	const beside = Object.fromEntries([...own.filter((key) => key !== first && !others.includes(key)), ...others].map((key) => [toKebab(key), written[key] ?? null]));
	if (toKebab(first) === "regex" || toKebab(first) === "not-regex") return writePattern(written[first] ?? null, {
		path: [first],
		negated: toKebab(first) === "not-regex",
		beside
	});
	return {
		...check(toKebab(first), written[first] ?? null, [first]),
		options: beside
	};
}
const example = "Write `- name: …` and under it `string`, `llm`, `uses` or a check of `docs/checks.md`.";
function check(name, argument, path) {
	return {
		kind: "check",
		check: name,
		argument,
		options: {},
		path
	};
}
function writeTyped(written, own, kinds) {
	const [unknown] = own;
	const said = typeof written["type"] === "string" ? toKebab(written["type"]) : void 0;
	const known = [said, ...own.map(toKebab)].find((one) => one !== void 0 && Object.hasOwn(instead$1, one));
	const better = known === void 0 ? void 0 : instead$1[known];
	if (better !== void 0) return {
		kind: "not-run",
		...better
	};
	if (said !== void 0) return writeTypedCheck(said, written, own, kinds);
	if (unknown === void 0) return {
		kind: "broken",
		what: "This evaluator says nothing to evaluate.",
		fix: example,
		path: []
	};
	const nearest = suggestNearest(unknown, [
		...kinds.keys(),
		"string",
		"llm",
		"uses"
	]);
	const fix = nearest === void 0 ? "Put a check of `docs/checks.md` in its place." : `Did you mean \`${nearest}\`?`;
	return {
		kind: "not-run",
		why: `there is no check \`${unknown}\``,
		fix,
		name: unknown
	};
}
function unknownPlugin(uses, kinds) {
	const plugins = [...kinds.keys()].filter((kind) => kind.startsWith("github/"));
	const nearest = suggestNearest(uses, plugins);
	const fix = nearest === void 0 ? `Known here: ${plugins.join(", ")}.` : `Did you mean \`${nearest}\`?`;
	return {
		kind: "not-run",
		why: `there is no built-in evaluator \`${uses}\``,
		fix,
		name: uses
	};
}
function sentence() {
	return {
		kind: "not-run",
		why: "it is a sentence, which nothing measures",
		fix: "Write `- judge: \"…\"` with what to grade, or a check such as `- contains: \"some text\"`."
	};
}
function toKebab(key) {
	return key.replaceAll(/(?<=[a-z\d])[A-Z]/gu, (letter) => `-${letter}`).replaceAll("_", "-").toLowerCase();
}
function alike(names, said) {
	return Object.fromEntries(names.map((name) => [name, said]));
}

// src/formats/prompts/github/read-evaluators.ts
const nothing$1 = {
	checks: [],
	notRun: [],
	problems: []
};
function readEvaluators(written, path, reading) {
	const { located, kinds } = reading;
	if (written === null) return {
		problems: [],
		notes: [],
		checksOf: () => nothing$1
	};
	if (!isList$8(written)) return {
		problems: [{
			reason: "files",
			what: `\`evaluators\` must be a list, not ${nameType(written)}.`,
			at: located.at(path),
			fix: "Write `- name: …` under it."
		}],
		notes: [],
		checksOf: () => nothing$1
	};
	const found = written.map((one, index) => {
		const place = [...path, index];
		return {
			evaluator: writeAsCheck(one, kinds),
			written: one,
			path: place,
			at: located.at(place)
		};
	});
	const names = nameApart$1(found);
	const read = found.map((one, index) => readEvaluator(one, names[index] ?? "", reading));
	return {
		problems: read.map((one) => typeof one === "function" ? nothing$1 : one).flatMap(({ problems }) => problems),
		notes: found.flatMap((one) => notesOn(one, located)),
		checksOf: (fields) => {
			const filled = read.map((one) => typeof one === "function" ? one(fields) : one);
			return {
				checks: filled.flatMap(({ checks }) => checks),
				notRun: filled.flatMap(({ notRun }) => notRun)
			};
		}
	};
}
function readEvaluator({ evaluator, written, path, at }, name, reading) {
	const where = (under) => reading.located.at([...path, ...under]);
	switch (evaluator.kind) {
		case "broken": {
			const { what, fix } = evaluator;
			return {
				...nothing$1,
				problems: [{
					reason: "files",
					what,
					at: where(evaluator.path),
					fix
				}]
			};
		}
		case "not-run": return {
			...nothing$1,
			notRun: [{
				name,
				at,
				why: evaluator.why,
				fix: evaluator.fix
			}]
		};
		case "check": {
			const names = evaluator.check === "llm" ? [] : listPlaceholders(evaluator.argument);
			const modifiers = isObject$1(written) ? pick(written, [
				"weight",
				"required",
				"min"
			]) : {};
			const readWith = (argument) => {
				return readEntry$1({
					...modifiers,
					...evaluator.options,
					name,
					[evaluator.check]: argument
				}, evaluator, {
					path,
					name,
					at
				}, reading);
			};
			if (names.length === 0) return readWith(evaluator.argument);
			return (fields) => fillIn(evaluator.argument, names, fields, {
				name,
				at,
				readWith
			});
		}
	}
}
function readEntry$1(entry, evaluator, { path, name, at }, { located, kinds }) {
	const inArgument = (wanted, on) => {
		const [key, ...inside] = wanted.slice(path.length);
		return located.at(key === evaluator.check ? [
			...path,
			...evaluator.path,
			...inside
		] : wanted, on);
	};
	const read = readCheck(entry, path, {
		located: {
			value: located.value,
			at: inArgument
		},
		kinds,
		reason: "files",
		shared: /* @__PURE__ */ new Map()
	});
	if (read.kind === "check") return {
		...nothing$1,
		checks: [read.check]
	};
	const isPattern = evaluator.check === "regex" || evaluator.check === "not-regex";
	const [problem] = read.problems;
	if (isPattern && problem !== void 0) return {
		...nothing$1,
		notRun: [{
			name,
			at,
			why: asReason(problem.what)
		}]
	};
	return {
		...nothing$1,
		problems: read.problems
	};
}
function fillIn(argument, names, fields, { name, at, readWith }) {
	const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
	const lacking = names.find((one) => lookUp(one, given) === void 0);
	if (lacking !== void 0) {
		const why = `the test case has no \`${lacking}\` to fill in`;
		return {
			...nothing$1,
			notRun: [{
				name,
				at,
				why,
				fix: `Give it one, or leave \`{{${lacking}}}\` out.`
			}]
		};
	}
	const structure = structureNamed(argument, given);
	const taken = structure === void 0 ? void 0 : readWith(structure);
	if (taken?.problems.length === 0) return taken;
	const filled = readWith(fillArgument(argument, given));
	const [problem] = filled.problems;
	return problem === void 0 ? filled : {
		...nothing$1,
		notRun: [{
			name,
			at,
			why: asReason(problem.what)
		}]
	};
}
function nameApart$1(found) {
	const seen = /* @__PURE__ */ new Map();
	return found.map(({ evaluator, written }) => {
		const name = nameOf(evaluator, written);
		const before = seen.get(name) ?? 0;
		seen.set(name, before + 1);
		return before === 0 ? name : `${name} (${before + 1})`;
	});
}
function nameOf(evaluator, written) {
	const named = isObject$1(written) ? written["name"] ?? written["description"] ?? null : null;
	if (typeof named === "string" && named.trim() !== "") return clip(named);
	if (evaluator.kind === "check") return nameCheck(evaluator.check, evaluator.argument);
	if (typeof written === "string") return clip(written);
	const [unknown = "evaluator"] = isObject$1(written) ? Object.keys(written).filter((key) => key !== "name") : [];
	return unknown;
}
function clip(name) {
	const most = 190;
	return name.length <= most ? name : `${[...name].slice(0, most).join("")}…`;
}
function notesOn({ evaluator, path }, located) {
	if (evaluator.kind !== "check") return [];
	return (evaluator.ignored ?? []).map((key) => ({
		text: `Of this evaluator only \`${evaluator.path.at(-1)}\` runs, as in gh models: \`${key}\` does not.`,
		at: located.at([
			...path,
			"string",
			key
		], "key")
	}));
}
function pick(written, keys) {
	return Object.fromEntries(Object.entries(written).filter(([key]) => keys.includes(key)));
}
function asReason(what) {
	return what.replace(/^The /u, "the ").replace(/\.$/u, "");
}
function isList$8(value) {
	return Array.isArray(value);
}

// src/formats/prompts/github/read-model.ts
function readModel(file, located, others = []) {
	const { config = null } = file;
	const { model: configured = null, ...grouped } = isObject$1(config) ? config : {};
	const model = file["model"] ?? configured;
	const parameters = file["modelParameters"] ?? null;
	const { params } = readParams(grouped);
	const { params: beside } = readParams(Object.fromEntries(others.map((key) => [key, file[key] ?? null])));
	const problems = [];
	if (model !== null && typeof model !== "string") {
		const at = located.at((file["model"] ?? null) === null ? ["config", "model"] : ["model"]);
		problems.push({
			reason: "files",
			what: "`model` must be a text.",
			at,
			fix: "Write its id."
		});
	}
	if (parameters !== null && !isObject$1(parameters)) {
		const what = `\`modelParameters\` must be a map, not ${nameType(parameters)}.`;
		problems.push({
			reason: "files",
			what,
			at: located.at(["modelParameters"]),
			fix: "Write `temperature: 0` under it."
		});
	}
	return {
		...typeof model === "string" && { model },
		params: {
			...beside,
			...params,
			...isObject$1(parameters) && nameParams(parameters)
		},
		problems,
		notes: [...notesBeside(beside, located), ...Object.keys(grouped).filter((key) => isSaid(grouped[key]) && Object.keys(readParams({ [key]: grouped[key] ?? null }).params).length === 0).map((key) => ({
			text: `\`${key}\` of \`config\` is not sent.`,
			at: located.at(["config", key], "key")
		}))]
	};
}
function notesBeside(params, located) {
	return Object.keys(params).map((key) => ({
		text: `\`${key}\` is sent, though the format has it under \`modelParameters\`: move it there.`,
		at: located.at([key], "key")
	}));
}
function isSaid(value) {
	return value !== void 0 && value !== null;
}
const formats$1 = [
	"text",
	"json_object",
	"json_schema"
];
function readResponseFormat(file, located) {
	const { responseFormat: written = null, jsonSchema = null } = file;
	const problem = (what, key, fix) => ({
		params: {},
		problems: [{
			reason: "files",
			what,
			at: located.at([key]),
			fix
		}],
		notes: []
	});
	const format = formats$1.find((one) => one === written);
	if (written !== null && format === void 0) return problem(`\`${showValue(written)}\` is no \`responseFormat\`.`, "responseFormat", fixUnknown(showValue(written), formats$1));
	if (format !== "json_schema") {
		const unused = {
			text: "`jsonSchema` is not sent without `responseFormat: json_schema`.",
			at: located.at(["jsonSchema"], "key")
		};
		return {
			params: format === void 0 ? {} : { response_format: { type: format } },
			problems: [],
			notes: jsonSchema === null ? [] : [unused]
		};
	}
	const schema = typeof jsonSchema === "string" ? parseJson$1(jsonSchema) : jsonSchema;
	if (schema === null) return problem("`responseFormat: json_schema` needs a `jsonSchema`.", "responseFormat", "Add it.");
	if (!isObject$1(schema)) return problem("`jsonSchema` is no JSON object.", "jsonSchema", "Write it as JSON after `jsonSchema: |`.");
	const missing = ["name", "schema"].find((key) => !Object.hasOwn(schema, key));
	if (missing !== void 0) return problem(`\`jsonSchema\` has no \`${missing}\`.`, "jsonSchema", "Write `{\"name\": …, \"strict\": true, \"schema\": {…}}`.");
	return {
		params: { response_format: {
			type: format,
			json_schema: schema
		} },
		problems: [],
		notes: []
	};
}
function parseJson$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

// src/core/cases/case-ids.ts
function idOf(vars, history, user) {
	if (user !== void 0) return hash({
		vars,
		history,
		user
	}).slice(0, 10);
	return hash(history.length === 0 ? vars : {
		vars,
		history
	}).slice(0, 10);
}
function findDuplicates(cases) {
	const first = /* @__PURE__ */ new Map();
	return cases.flatMap((golden) => {
		const other = first.get(golden.id);
		if (other === void 0) {
			first.set(golden.id, golden);
			return [];
		}
		return [{
			reason: "files",
			what: `The case \`${golden.id}\` is there already, at ${showPosition(other.at)}.`,
			at: golden.at,
			fix: "Give each case an `id` of its own, or other vars."
		}];
	});
}

// src/formats/prompts/github/read-test-data.ts
const groups = [
	"vars",
	"inputs",
	"variables"
];
const longestId = 200;
function readTestData(written, evaluators, { uses, ...reading }) {
	const { located } = reading;
	if (written === null) return {
		cases: [],
		problems: [],
		notes: []
	};
	if (!isList$7(written)) return {
		cases: [],
		problems: [{
			reason: "files",
			what: `\`testData\` must be a list, not ${nameType(written)}.`,
			at: located.at(["testData"]),
			fix: "Write `- input: …`."
		}],
		notes: []
	};
	const problems = [];
	const notes = [];
	const ids = idsOf(written, uses);
	const cases = written.flatMap((item, index) => {
		const path = ["testData", index];
		const at = located.at(path);
		if (!isObject$1(item)) {
			const what = `An item of \`testData\` must be a map, not ${nameType(item)}.`;
			problems.push({
				reason: "files",
				what,
				at,
				fix: "Write `- input: …`."
			});
			return [];
		}
		const { vars, group } = fieldsOf(item, uses);
		if (group !== void 0 && notes.length === 0) {
			const text = `Variables under \`${group}\` of \`testData\` are read here; gh models wants them beside \`expected\`.`;
			notes.push({
				text,
				at: located.at([...path, group], "key")
			});
		}
		const own = readEvaluators(ownEvaluators(item, uses), [...path, "evaluators"], reading);
		problems.push(...own.problems);
		const [all, alone] = [evaluators.checksOf(vars), own.checksOf(vars)];
		const reference = vars["expected"] ?? null;
		return [{
			id: ids[index] ?? idOf(item, []),
			tags: [],
			weight: 1,
			vars,
			context: [],
			...reference !== null && { reference: typeof reference === "string" ? reference : JSON.stringify(reference) },
			history: [],
			checks: [...all.checks, ...alone.checks],
			notRun: [...all.notRun, ...alone.notRun],
			at
		}];
	});
	return {
		cases,
		problems: [...problems, ...findDuplicates(cases)],
		notes
	};
}
function idsOf(items, uses) {
	const key = ["id", "name"].find((one) => !uses(one) && items.some((item) => isObject$1(item) && Object.hasOwn(item, one)));
	if (key === void 0) return [];
	const texts = items.flatMap((item) => isObject$1(item) ? [item[key]] : []).filter((name) => typeof name === "string" && name.trim() !== "" && name.length <= longestId);
	return texts.length === items.length && new Set(texts).size === items.length ? texts.map(String) : [];
}
function fieldsOf(item, uses) {
	const { evaluators, ...others } = item;
	const fields = isList$7(evaluators ?? null) && !uses("evaluators") ? others : item;
	const group = groups.find((one) => isObject$1(fields[one] ?? null) && !uses(one));
	if (group === void 0) return { vars: fields };
	const { [group]: inner = null, ...rest } = fields;
	return {
		vars: {
			...isObject$1(inner) && inner,
			...rest
		},
		group
	};
}
function ownEvaluators({ evaluators = null }, uses) {
	return isList$7(evaluators) && !uses("evaluators") ? evaluators : null;
}
function isList$7(value) {
	return Array.isArray(value);
}

// src/formats/prompts/github/github-prompt.ts
const byName = /\.prompt\.ya?ml$/iu;
const topKeys = /^(?:\{\s*)?["']?(?<key>\w+)["']?\s*:/gmu;
const ownKeys = /^(?:modelParameters|testData|evaluators|responseFormat|jsonSchema)\s*:/mu;
const keys = [
	"name",
	"description",
	"model",
	"modelParameters",
	"messages",
	"responseFormat",
	"jsonSchema",
	"testData",
	"evaluators"
];
const githubPrompt = {
	name: "github",
	knownBy: "name",
	about: aboutGitHub,
	recognises: (path, text) => {
		if (byName.test(path)) return ownKeys.test(text) || hasMessages(text);
		return /\.ya?ml$/iu.test(path) && /^messages\s*:/mu.test(text) && ownKeys.test(text);
	},
	read: readGitHubPrompt,
	mayHoldCases: (path) => /\.ya?ml$/iu.test(path),
	render: renderMessages,
	suffix: (path) => /(?:\.prompt)?\.ya?ml$/iu.exec(path)?.[0] ?? ""
};
function hasMessages(text) {
	const names = new Set(Array.from(text.matchAll(topKeys), ({ groups }) => groups?.["key"] ?? ""));
	return names.has("messages") || [...names].some((name) => suggestNearest(name, ["messages"]) !== void 0);
}
function readGitHubPrompt(path, text, kinds) {
	const read = readYaml(text, path);
	if (read.kind === "broken") return read;
	const { located } = read;
	const file = located.value;
	if (!isObject$1(file)) return {
		kind: "broken",
		problems: [{
			reason: "files",
			what: `A prompt file must be a map, not ${nameType(file)}.`,
			at: located.at([]),
			fix: "Write `messages:` with a list under it."
		}]
	};
	const problems = [];
	const nearby = Object.keys(file).filter((key) => !keys.some((known) => known === key));
	const doubtful = nearby.flatMap((key) => {
		const meant = suggestNearest(key, keys);
		return meant === void 0 || Object.hasOwn(file, meant) ? [] : [{
			key,
			meant
		}];
	});
	const mistyped = doubtful.find(({ meant }) => meant === "messages");
	const { messages, problems: messageProblems } = mistyped === void 0 ? readMessages(file["messages"], located, ["messages"]) : {
		messages: [],
		problems: []
	};
	if (mistyped !== void 0) {
		const at = located.at([mistyped.key], "key");
		problems.push({
			reason: "files",
			what: `The prompt has no \`messages\`, but \`${mistyped.key}\`.`,
			at,
			fix: "Rename it to `messages`."
		});
	}
	problems.push(...messageProblems);
	const model = readModel(file, located, nearby.filter((key) => key !== "config"));
	const format = readResponseFormat(file, located);
	const variables = [...new Set(messages.flatMap(({ content }) => listVariables(content)))];
	const uses = (name) => variables.some((one) => one === name || one.startsWith(`${name}.`));
	const evaluators = readEvaluators(file["evaluators"] ?? null, ["evaluators"], {
		located,
		kinds
	});
	const tests = readTestData(file["testData"] ?? null, evaluators, {
		located,
		kinds,
		uses
	});
	problems.push(...model.problems, ...format.problems, ...evaluators.problems, ...tests.problems);
	const [first, ...rest] = problems;
	if (first !== void 0) return {
		kind: "broken",
		problems: [first, ...rest]
	};
	return {
		kind: "prompt",
		prompt: {
			path,
			format: githubPrompt.name,
			messages,
			engine: "mustache",
			open: {
				engine: false,
				role: false
			},
			...model.model !== void 0 && { model: model.model },
			params: {
				...model.params,
				...format.params
			},
			defaults: {},
			variables,
			refersTo: [],
			notes: [
				...doubtful.map(({ key, meant }) => ({
					text: `\`${key}\` is not read; did it mean \`${meant}\`?`,
					at: located.at([key], "key")
				})),
				...model.notes,
				...format.notes,
				...evaluators.notes,
				...tests.notes
			]
		},
		cases: tests.cases
	};
}

// src/formats/prompts/langchain/held.ts
const languages = {
	"f-string": "f-string",
	jinja2: "jinja",
	mustache: "mustache"
};
function engineOf$1(format = "f-string") {
	return Object.entries(languages).find(([name]) => name === format)?.[1];
}
function partialsOf(written = null) {
	if (written === null) return {};
	return isObject$1(written) && Object.values(written).every((value) => typeof value === "string") ? written : void 0;
}
function findLoneBrace(template) {
	const pieces = template.matchAll(/\{\{|\}\}|\{[A-Za-z_][^{}\n]*\}|\{[^{}\n]{0,40}\}?|\}/gu);
	const lone = Array.from(pieces).find(([piece]) => piece !== "{{" && piece !== "}}" && !/^\{[A-Za-z_].*\}$/u.test(piece));
	return lone && {
		brace: lone[0],
		line: template.slice(0, lone.index).split("\n").length
	};
}

// src/formats/prompts/langchain/read-dumped.ts
const roles$2 = {
	System: "system",
	Human: "user",
	AI: "assistant"
};
function readDumped(file, located) {
	const made = readObject(file);
	if (made === void 0) return { kind: "other" };
	const at = located.at(["kwargs", made.name === "ChatPromptTemplate" ? "messages" : "template"]);
	const chat = made.kwargs["messages"];
	const written = made.name === "ChatPromptTemplate" && Array.isArray(chat) ? chat : [];
	const text = made.name === "PromptTemplate" ? readTemplate$1(file) : void 0;
	const entries = text === void 0 ? written.map(readEntry) : [{
		message: {
			role: "user",
			content: text.text
		},
		...text
	}];
	const known = entries.filter((entry) => entry !== void 0);
	const used = new Set(known.flatMap(({ engine }) => engine ?? []));
	const partial = partialsOf(made.kwargs["partial_variables"]);
	if (known.length < entries.length || known.length === 0 || used.size > 1 || partial === void 0) return { kind: "other" };
	const [engine = "f-string"] = used;
	return {
		kind: "held",
		held: {
			messages: known.map(({ message }) => message),
			engine,
			defaults: Object.assign({}, partial, ...known.map((entry) => entry.partial ?? {})),
			optional: known.flatMap(({ message }) => message.holds ?? []),
			at
		}
	};
}
function readObject(value) {
	if (!isObject$1(value) || value["type"] !== "constructor") return void 0;
	const { id, kwargs } = value;
	const name = Array.isArray(id) ? id.at(-1) : void 0;
	return typeof name === "string" && isObject$1(kwargs) ? {
		name,
		kwargs
	} : void 0;
}
function readTemplate$1(value) {
	const made = readObject(value);
	if (made?.name !== "PromptTemplate") return void 0;
	const { template: text, template_format: format, partial_variables: written } = made.kwargs;
	const [engine, partial] = [engineOf$1(format), partialsOf(written)];
	if (typeof text !== "string" || engine === void 0 || partial === void 0) return void 0;
	return {
		text,
		engine,
		partial
	};
}
function readEntry(value) {
	const made = readObject(value);
	if (made === void 0) return void 0;
	const { name, kwargs } = made;
	if (name === "MessagesPlaceholder") {
		const { variable_name: holds } = kwargs;
		return typeof holds === "string" ? { message: {
			role: "user",
			content: "",
			holds
		} } : void 0;
	}
	const who = /^(?<who>System|Human|AI|Chat)Message(?<template>PromptTemplate)?$/u.exec(name)?.groups;
	const role = who?.["who"] === "Chat" ? roleNamed(kwargs["role"]) : roleOf$1(who?.["who"]);
	if (who === void 0 || role === void 0) return void 0;
	if (who["template"] === void 0) {
		const { content } = kwargs;
		return typeof content === "string" ? { message: {
			role,
			content,
			verbatim: true
		} } : void 0;
	}
	const { prompt } = kwargs;
	const texts = Array.isArray(prompt) ? prompt : [prompt ?? null];
	const templates = texts.map(readTemplate$1).filter((one) => one !== void 0);
	const [first] = templates;
	if (first === void 0 || templates.length < texts.length) return void 0;
	if (templates.some(({ engine }) => engine !== first.engine)) return void 0;
	return {
		message: {
			role,
			content: templates.map(({ text }) => text).join("")
		},
		engine: first.engine,
		partial: Object.assign({}, ...templates.map((one) => one.partial))
	};
}
function roleOf$1(who) {
	return Object.entries(roles$2).find(([name]) => name === who)?.[1];
}
function roleNamed(role) {
	return [
		"system",
		"developer",
		"user",
		"assistant"
	].find((one) => one === role);
}

// src/formats/prompts/langchain/read-saved.ts
const other = { kind: "other" };
function readSaved$1(file, located) {
	const { _type: type } = file;
	if (Object.keys(file).some((key) => key.endsWith("_path"))) return other;
	if (type === "few_shot") return readFewShot(file, located);
	if (type === "chat") return readChat$1(file, located);
	const { template, template_format: format, partial_variables: partial, input_variables: inputs = null } = file;
	if (type === void 0 && Array.isArray(inputs) && inputs.some(isObject$1)) return other;
	const [engine, defaults] = [engineOf$1(format), partialsOf(partial)];
	const isSaved = type === "prompt" || "input_variables" in file || "template_format" in file;
	if (type !== void 0 && type !== "prompt" || !isSaved || engine === void 0 || defaults === void 0) return other;
	if (typeof template !== "string") return type === "prompt" ? broken$2(`\`template\` must be a text, not ${nameType(template)}.`, ["template"], located) : other;
	const wrong = type === "prompt" && engine === "f-string" ? refused(template, ["template"], located) : void 0;
	if (wrong !== void 0) return wrong;
	return {
		kind: "held",
		held: {
			messages: [{
				role: "user",
				content: template
			}],
			engine,
			defaults,
			optional: [],
			at: located.at(["template"])
		}
	};
}
function readChat$1({ messages }, located) {
	const first = Array.isArray(messages) ? messages[0] ?? null : null;
	const prompt = isObject$1(first) ? first["prompt"] : void 0;
	const template = isObject$1(prompt) ? prompt["template"] : void 0;
	const at = [
		"messages",
		0,
		"prompt",
		"template"
	];
	if (typeof template !== "string") return broken$2("The chat has no text at `messages[0].prompt.template`.", at, located);
	const wrong = refused(template, at, located);
	if (wrong !== void 0) return wrong;
	return {
		kind: "held",
		held: {
			messages: [{
				role: "user",
				content: template
			}],
			engine: "f-string",
			defaults: {},
			optional: [],
			at: located.at(at)
		}
	};
}
function readFewShot(file, located) {
	const { examples, example_prompt: shown, example_separator: separator = "\n\n", template_format: format } = file;
	const { prefix = "", suffix, partial_variables: partial } = file;
	const [engine, defaults] = [engineOf$1(format), partialsOf(partial)];
	if (engine === void 0 || defaults === void 0 || typeof examples === "string" || "example_selector" in file) return other;
	if (typeof suffix !== "string") return broken$2("`suffix` must be a text: the input stands in it.", ["suffix"], located);
	if (typeof prefix !== "string" || typeof separator !== "string") return other;
	if (!Array.isArray(examples)) return broken$2(`\`examples\` must be a list, not ${nameType(examples)}.`, ["examples"], located);
	const template = isObject$1(shown) ? shown["template"] : void 0;
	const inner = isObject$1(shown) ? engineOf$1(shown["template_format"]) : void 0;
	const own = isObject$1(shown) ? partialsOf(shown["partial_variables"]) : void 0;
	if (typeof template !== "string" || inner === void 0 || own === void 0) return broken$2("`example_prompt` has no `template`.", ["example_prompt"], located);
	const filled = [];
	for (const [index, example] of examples.entries()) {
		const made = engines$1[inner].fill(template, {
			...own,
			...valuesOf$2(example)
		});
		const [missing] = made.unknown;
		if (missing !== void 0) return broken$2(`The example gives no \`${missing}\`.`, ["examples", index], located);
		filled.push(made.text);
	}
	const content = [
		prefix,
		...filled,
		suffix
	].filter((piece) => piece !== "").join(separator);
	const wrong = engine === "f-string" ? refused(content, ["suffix"], located, "The joined text") : void 0;
	if (wrong !== void 0) return wrong;
	return {
		kind: "held",
		held: {
			messages: [{
				role: "user",
				content
			}],
			engine,
			defaults,
			optional: [],
			at: located.at(["suffix"])
		}
	};
}
function valuesOf$2(example) {
	return isObject$1(example) ? example : {};
}
function refused(template, path, located, name = "The template") {
	const lone = findLoneBrace(template);
	if (lone === void 0) return void 0;
	return broken$2(`${name} has \`${lone.brace}\` in its line ${lone.line}, which is no variable, and Python’s \`format\` refuses it.`, path, located, "Double the braces that are text.");
}
function broken$2(what, path, located, fix) {
	return {
		kind: "broken",
		problems: [{
			reason: "files",
			what,
			at: located.at(path),
			...fix !== void 0 && { fix }
		}]
	};
}

// src/formats/prompts/langchain/langchain.ts
const ending$2 = /\.(?:json|ya?ml)$/iu;
const langchain = {
	name: "LangChain prompt",
	knownBy: "keys",
	about: {
		recognisedBy: "JSON or YAML with `_type: prompt`, `few_shot` or `chat`; with a `template` beside `input_variables` or `template_format`; or with `lc: 1`, as `dumpd` writes prompt templates",
		filled: "`{name}`, or as its `template_format` says (`jinja2`, `mustache`)",
		cases: "beside it, in `{name}.cases.yml`",
		notRead: ["texts and examples in other files (`template_path`, `examples: examples.json` …), `example_selector`, `output_parser`", "pictures in a dumped chat, and chains: they are `unreviewed`"],
		example: {
			path: "prompts/answer.json",
			text: `{
  "_type": "prompt",
  "input_variables": ["context", "question"],
  "template": "Answer from this alone: {context}\\n\\nQuestion: {question}"
}
`
		},
		reference: {
			library: "`langchain-core`, `load_prompt` and `dumpd`",
			suite: {
				name: "files of its shapes, filled by `@langchain/core` 1.4.0",
				passed: 9,
				of: 9,
				on: "2026-11-29"
			}
		},
		more: `Examples are filled first, and the joined text is a template once more: braces in an example are doubled twice. A place for messages
(\`MessagesPlaceholder\`) takes a variable that is a list of \`{role, content}\`; the turns of a case (\`history\`) need none.`
	},
	recognises: (path, text) => ending$2.test(path) && readHeld(path, text).kind !== "other",
	read: readLangchain,
	render: renderMessages,
	suffix: (path) => ending$2.exec(path)?.[0] ?? ""
};
const meant = /["']?\b_type["']?\s*:\s*["']?(?:prompt|few_shot|chat)\b|["']lc["']\s*:\s*1\b/u;
function readHeld(path, text) {
	if (!/["']?\b(?:template|_type|lc)["']?\s*:/u.test(text)) return { kind: "other" };
	const read = readYaml(text, path);
	if (read.kind === "broken") return meant.test(text) ? read : { kind: "other" };
	const { value } = read.located;
	if (!isObject$1(value)) return { kind: "other" };
	return "lc" in value ? readDumped(value, read.located) : readSaved$1(value, read.located);
}
function readLangchain(path, text) {
	const read = readHeld(path, text);
	const problem = {
		reason: "files",
		what: "This is no prompt of LangChain.",
		at: { file: path }
	};
	if (read.kind === "other") return {
		kind: "broken",
		problems: [problem]
	};
	if (read.kind !== "held") return read;
	const { held } = read;
	const names = held.messages.map(({ content, verbatim, holds }) => {
		if (verbatim === true) return {
			names: [],
			optional: []
		};
		if (holds !== void 0) return {
			names: [holds],
			optional: held.optional
		};
		if (held.engine !== "jinja") return {
			names: engines$1[held.engine].variables(content),
			optional: []
		};
		const jinja = readJinjaNames(content);
		return jinja.kind === "names" ? jinja : jinja.failure;
	});
	const failed = names.find((one) => "why" in one);
	if (failed !== void 0) {
		const what = `The template cannot be read: ${failed.why}.`;
		return {
			kind: "broken",
			problems: [{
				...problem,
				at: held.at,
				what,
				fix: "Mend the template."
			}]
		};
	}
	return {
		kind: "prompt",
		prompt: toPrompt$2(path, held, names.flatMap((one) => "names" in one ? [one] : [])),
		cases: []
	};
}
function toPrompt$2(path, { messages, engine, defaults }, names) {
	const [only, ...others] = messages;
	return {
		path,
		format: langchain.name,
		messages,
		engine,
		optional: [...new Set(names.flatMap(({ optional }) => optional))],
		open: {
			engine: false,
			role: only?.role === "user" && others.length === 0 && only.verbatim === void 0
		},
		params: {},
		defaults,
		variables: [...new Set(names.flatMap((one) => one.names))],
		refersTo: [],
		notes: []
	};
}

// src/formats/prompts/litellm.ts
const liteLlm = {
	name: "LiteLLM",
	knownBy: "name",
	about: {
		recognisedBy: "`.prompt` with front matter over Jinja tags, or over lines that begin `System:` or `User:`",
		filled: "Jinja, which writes `&`, `<`, `>` and quotes of a value for HTML, as LiteLLM has it",
		cases: "beside it, in `{name}.cases.yml`",
		notRead: ["`input.schema` and `output` of the front matter: LiteLLM sends neither", "versions such as `name.v2.prompt`: each file is a prompt of its own"],
		example: {
			path: "prompts/assistant.prompt",
			text: `---
model: gpt-5.6-luna
temperature: 0.2
---
{% if rules %}System: {{ rules }}

{% endif %}User: {{ question }}
`
		},
		reference: {
			library: "`litellm`, `integrations/dotprompt`",
			suite: {
				name: "files of its shapes, filled by its own steps with jinja2 3.1.6",
				passed: 10,
				of: 10,
				on: "2026-11-29"
			}
		},
		more: `A line of the filled text that begins with \`System:\`, \`User:\` or \`Assistant:\` begins a message, also where a value holds it: LiteLLM
sends it so. Where a golden case does that, the comment says so. Front matter beside \`model\`, \`input\` and \`output\` is parameters.`
	},
	recognises: (path, text) => /\.prompt$/iu.test(path) && kindOfPromptFile(text) === "LiteLLM",
	read: readLiteLlm,
	render: renderLiteLlm,
	suffix: (path) => /\.prompt$/iu.exec(path)?.[0] ?? ""
};
function readLiteLlm(path, text) {
	const read = readFrontMatter(path, text);
	if (read.kind === "broken") return read;
	const { matter, body, at, bodyLine } = read;
	const { model, input: _, output: __, ...rest } = matter;
	const problems = [];
	if (model !== void 0 && typeof model !== "string") problems.push({
		reason: "files",
		what: "`model` must be a text.",
		at: at(["model"]),
		fix: "Write its id."
	});
	const content = body.replaceAll("\r\n", "\n").trim();
	const firstLine = bodyLine + body.slice(0, body.length - body.trimStart().length).split("\n").length - 1;
	const names = readJinjaNames(content);
	if (names.kind === "failed") {
		const { why, line } = names.failure;
		const what = `The template cannot be read: ${why}.`;
		problems.push({
			reason: "files",
			what,
			at: {
				file: path,
				line: firstLine + line - 1
			},
			fix: "Mend the template."
		});
	}
	if (content === "") problems.push({
		reason: "files",
		what: "The prompt is empty.",
		at: {
			file: path,
			line: firstLine
		}
	});
	const [first, ...others] = problems;
	if (first !== void 0) return {
		kind: "broken",
		problems: [first, ...others]
	};
	const roles = divide(withoutTags(content)).map(({ role }) => role);
	return {
		kind: "prompt",
		prompt: {
			path,
			format: liteLlm.name,
			messages: [{
				role: roles.length === 0 || roles.includes("user") ? "user" : "system",
				content
			}],
			engine: "jinja",
			firstLine,
			open: {
				engine: false,
				role: false
			},
			...typeof model === "string" && { model },
			params: nameParams(rest),
			defaults: {},
			variables: names.kind === "names" ? names.names : [],
			...names.kind === "names" && { optional: names.optional },
			refersTo: [],
			notes: []
		},
		cases: []
	};
}
function renderLiteLlm(prompt, vars) {
	const filled = renderWith(escapingJinja, prompt, vars);
	if (filled.failed !== void 0) return filled;
	const messages = filled.messages.flatMap(({ content }) => divide(content));
	if (messages.length === 0) return {
		...filled,
		failed: {
			why: "nothing is left of it once it is filled",
			line: 1
		}
	};
	const speaking = Object.keys(vars).filter((name) => speaks(vars[name] ?? null));
	if (speaking.length === 0) return {
		...filled,
		messages
	};
	const quiet = Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, silenced(value)]));
	if (renderWith(escapingJinja, prompt, quiet).messages.flatMap(({ content }) => divide(content)).length === messages.length) return {
		...filled,
		messages
	};
	const text = `A value of ${speaking.map((name) => `\`${name}\``).join(", ")} begins a line with a role such as \`System:\`. LiteLLM makes a message of that, and so it is asked here.`;
	return {
		...filled,
		messages,
		told: [text]
	};
}
const spoken = {
	"System:": "system",
	"User:": "user",
	"Assistant:": "assistant"
};
const speaking = /^(?<before>[^\S\n]*(?:System|User|Assistant)):/gmu;
function divide(text) {
	const turns = [];
	for (const written of text.trim().split("\n")) {
		const line = written.trim();
		const [word, role] = Object.entries(spoken).find(([begins]) => line.startsWith(begins)) ?? [];
		if (word !== void 0 && role !== void 0) turns.push({
			role,
			lines: [line.slice(word.length).trim()]
		});
		else if (turns.length === 0) turns.push({
			role: "user",
			lines: [line]
		});
		else turns.at(-1)?.lines.push(line);
	}
	const messages = turns.map(({ role, lines }) => ({
		role,
		content: lines.join("\n").trim()
	}));
	return messages.filter(({ content }, index) => content !== "" || index < messages.length - 1);
}
function speaks(value) {
	if (typeof value === "string") return value.search(speaking) !== -1;
	if (Array.isArray(value)) return value.some(speaks);
	return isObject$1(value) && Object.values(value).some(speaks);
}
function silenced(value) {
	if (typeof value === "string") return value.replaceAll(speaking, "$<before>;");
	if (Array.isArray(value)) return value.map(silenced);
	return isObject$1(value) ? Object.fromEntries(Object.entries(value).map(([key, held]) => [key, silenced(held)])) : value;
}
function withoutTags(text) {
	let [kept, at] = ["", 0];
	for (let open = text.indexOf("{%"); open >= 0; open = text.indexOf("{%", at)) {
		const close = text.indexOf("%}", open);
		if (close < 0) break;
		kept += text.slice(at, open);
		at = close + 2;
	}
	return kept + text.slice(at);
}

// src/formats/prompts/llm-template.ts
const kinds$1 = {
	prompt: "text",
	system: "text",
	model: "text",
	name: "text",
	functions: "text",
	defaults: "map",
	options: "map",
	schema_object: "map",
	extract: "switch",
	extract_last: "switch",
	fragments: "list",
	system_fragments: "list",
	attachments: "list",
	attachment_types: "list",
	tools: "list"
};
const known$1 = Object.keys(kinds$1);
const usual$1 = [
	"prompt",
	"system",
	"name"
];
const llmTemplate = {
	name: "llm template",
	knownBy: "keys",
	about: {
		recognisedBy: "YAML with `prompt` or `system` among no other keys than a template of `llm` has, and one of these or a `$name` in its texts",
		filled: "`$name` and `${name}`; `$input` is what the user says, and stands behind a `prompt` that does not name it",
		cases: "beside it, in `{name}.cases.yml`",
		notRead: [
			"`fragments`, `system_fragments`, `attachments`: a prompt with some is `unreviewed`",
			"`tools`, `functions` and `extract`, which `llm` runs itself: noted",
			"models by an alias of `llm`: write what the service calls it"
		],
		example: {
			path: "templates/summary.yaml",
			text: `model: gpt-5.6-luna
system: You summarise for a $reader.
prompt: |
  Summarise in three sentences:

  $input
`
		},
		reference: {
			library: "`llm`, `llm/templates.py`",
			suite: {
				name: "files of its shapes, filled by it",
				passed: 10,
				of: 10,
				on: "2026-11-29"
			}
		}
	},
	recognises: (path, text) => /\.ya?ml$/iu.test(path) && isTemplate$1(text),
	read: readTemplate,
	render: renderTemplate$1,
	suffix: (path) => /\.ya?ml$/iu.exec(path)?.[0] ?? ""
};
function isTemplate$1(text) {
	const keys = Array.from(text.matchAll(/^(?<key>[A-Za-z_]\w*)\s*:/gmu), ({ groups }) => groups?.["key"] ?? "");
	if (!keys.some((key) => key === "prompt" || key === "system") || !keys.every((key) => known$1.includes(key))) return false;
	const hasDollars = /\$(?:[A-Za-z_]|\{[A-Za-z_]\w*\})/u.test(text);
	const hasBraces = /\{\{|\{%|(?<!\$)\{[A-Za-z_]\w*\}/u.test(text);
	return hasDollars || !hasBraces && keys.some((key) => !usual$1.includes(key));
}
function readTemplate(path, text) {
	const read = readYaml(text, path);
	if (read.kind === "broken") return read;
	const { located } = read;
	const file = isObject$1(located.value) ? located.value : {};
	const [first, ...rest] = findFaults(file, located);
	if (first !== void 0) return {
		kind: "broken",
		problems: [first, ...rest]
	};
	const { prompt: said = "", system = "", model, options = null, defaults = null, schema_object: schema = null } = file;
	const [prompt, instructions] = [showAsPython(said), showAsPython(system)];
	const names = [...new Set([prompt, instructions].flatMap(namesIn))];
	const turn = prompt === "" && names.includes("input") ? "$input" : prompt;
	const messages = [...instructions === "" ? [] : [{
		role: "system",
		content: instructions
	}], ...turn === "" ? [] : [{
		role: "user",
		content: turn
	}]];
	const isJoined = turn !== "" && !/\$input\b/u.test(turn + instructions);
	const isMissed = isJoined && names.includes("input");
	const params = {
		...nameParams(isObject$1(options) ? options : {}),
		...isObject$1(schema) && responseOf(schema)
	};
	return {
		kind: "prompt",
		prompt: {
			path,
			format: llmTemplate.name,
			messages,
			engine: "string-template",
			open: {
				engine: false,
				role: false
			},
			...typeof model === "string" && { model },
			params,
			unfilled: [
				"fragments",
				"system_fragments",
				"attachments",
				"attachment_types"
			].flatMap((key) => placesOf(key, file[key] ?? null)),
			defaults: isObject$1(defaults) ? defaults : {},
			variables: isJoined ? [.../* @__PURE__ */ new Set([...names, "input"])] : names,
			...isJoined && { optional: ["input"] },
			refersTo: [],
			notes: [...isMissed ? [{ text: missed }] : [], ...Object.entries(notSent).flatMap(([key, what]) => file[key] === void 0 || file[key] === null || file[key] === false ? [] : [{
				text: `\`${key}\`: ${what}.`,
				at: located.at([key], "key")
			}])]
		},
		cases: []
	};
}
const missed = "`llm` fills `${input}` with nothing and puts what the user says behind the prompt, as is done here. Write `$input` where it belongs.";
const notSent = {
	tools: "`llm` offers these tools of its own to the model; they are not sent here",
	functions: "`llm` offers these functions to the model; they are not sent here",
	extract: "`llm` takes the first code block out of the reply; checks see all of it here",
	extract_last: "`llm` takes the last code block out of the reply; checks see all of it here"
};
function responseOf(schema) {
	return { response_format: {
		type: "json_schema",
		json_schema: {
			name: "output",
			schema
		}
	} };
}
function placesOf(key, value) {
	const held = Array.isArray(value) ? value : [];
	const isText = key.endsWith("fragments");
	return held.map((one) => ({
		marker: showAsPython(isObject$1(one) ? one["value"] ?? null : one),
		writtenAs: `one of \`${key}\`, which \`llm\` reads from ${isText ? "a file, an address or its own store" : "a file or an address"}`,
		fix: isText ? "Write its text into `prompt` or `system`." : "Ask it in words alone."
	}));
}
function findFaults(file, located) {
	const fault = (what, key, on, fix) => ({
		reason: "files",
		what,
		at: located.at([key], on),
		...fix !== void 0 && { fix }
	});
	const wrong = Object.entries(kinds$1).flatMap(([key, kind]) => {
		const value = file[key] ?? null;
		if (value === null || isOf(kind, value)) return [];
		return [fault(`\`${key}\` must be a ${kind}, not ${nameType(value)}.`, key, "value")];
	});
	const refused = Object.keys(file).filter((key) => !known$1.includes(key)).map((key) => fault(`\`llm\` knows no \`${key}\`.`, key, "key", `It takes ${known$1.join(", ")}.`));
	const texts = ["prompt", "system"].flatMap((key) => {
		const value = file[key];
		const stray = typeof value === "string" ? findStray(value) : void 0;
		if (stray === void 0) return [];
		return [fault(`\`${stray}\` is no variable, and \`llm\` refuses it.`, key, "value", "Write `$$` for a dollar.")];
	});
	const empty = ["prompt", "system"].every((key) => (file[key] ?? "") === "") ? [{
		reason: "files",
		what: "The template has neither `prompt` nor `system`.",
		at: located.at([])
	}] : [];
	return [
		...wrong,
		...refused,
		...texts,
		...empty
	];
}
function isOf(kind, value) {
	if (kind === "map") return isObject$1(value);
	if (kind === "list") return Array.isArray(value);
	return kind === "switch" ? typeof value === "boolean" : typeof value === "string";
}
const markers = /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\}|)/gu;
const readMarker$1 = ([written, escaped, bare, braced]) => {
	if (escaped !== void 0) return { text: "$" };
	return written === "$" ? void 0 : { name: bare ?? braced ?? "" };
};
function findStray(template) {
	const stray = Array.from(template.matchAll(markers)).find(([written]) => written === "$");
	return stray && template.slice(stray.index, stray.index + 20).split("\n", 1)[0];
}
function namesIn(template) {
	return namesOfMarkers(template, markers, readMarker$1);
}
function renderTemplate$1(prompt, vars) {
	const values = {
		...prompt.defaults,
		...vars
	};
	const isJoined = prompt.optional?.includes("input") === true;
	const shown = Object.entries(values).map(([name, value]) => [name, showAsPython(value)]);
	const filled = {
		...Object.fromEntries(shown),
		...isJoined && { input: "" }
	};
	const fill = (template) => replaceMarkers(template, markers, filled, readMarker$1);
	const { messages, unknown } = renderWith({ fill }, prompt, vars);
	if (!isJoined) return {
		messages,
		unknown
	};
	const input = showAsPython(values["input"] ?? "");
	if (input === "") return {
		messages,
		unknown: Object.hasOwn(values, "input") ? unknown : [...unknown, "input"]
	};
	const last = messages.length - 1;
	return {
		messages: messages.map((one, index) => index === last ? {
			...one,
			content: `${one.content}\n${input}`
		} : one),
		unknown
	};
}

// src/formats/prompts/plain-text.ts
const roles$1 = [
	"user",
	"system",
	"developer"
];
const documents = /(?:^|\/)(?:readme|changelog|contributing|licen[cs]e|notice|codeowners|code_of_conduct|requirements|robots)(?:[._-][a-z]{2}(?:-[a-z]{2})?)?\.(?:md|txt)$/iu;
function isContents(text) {
	const lines = text.split("\n").filter((line) => line.trim() !== "");
	const link = /^\s*(?:[-*+]|\d+\.)?\s*\[[^\]]*\]\([^)\s]+\)\s*$/u;
	return lines.some((line) => link.test(line)) && lines.every((line) => link.test(line) || /^#{1,6}\s/u.test(line));
}
const isPlainPrompt = (path, text) => /\.prompt$/iu.test(path) && kindOfPromptFile(text) === "plain text";
const plainText = {
	name: "plain text",
	knownBy: "anything",
	about: {
		recognisedBy: "`.txt`, `.md`, `.j2`, `.jinja`, `.jinja2`, and `.prompt` that shows no other format; not READMEs, tables of contents and the like",
		filled: "Jinja in its own files; else `{{name}}`, or by `templates`: told by the golden cases where it says nothing",
		cases: "beside it, in `{name}.cases.yml`",
		notRead: ["keys of the front matter beside `role`, `model`, `successor-of` and the parameters"],
		example: {
			path: "prompts/support.md",
			text: `---
role: system
model: gpt-5.6-luna
temperature: 0.2
---
You answer questions about orders, in at most {{words}} words.
`
		}
	},
	recognises: (path, text) => isJinjaFile(path) || /\.(?:txt|md)$/iu.test(path) && !/\.prompt\.md$/iu.test(path) && !documents.test(path) && !isContents(text) || isPlainPrompt(path, text),
	read: readPlainText,
	render: renderMessages,
	suffix: (path) => /(?:(?:\.prompt)?(?:\.(?:txt|md)|(?:\.(?:txt|md))?\.(?:j2|jinja2?))|\.prompt)$/iu.exec(path)?.[0] ?? ""
};
function readPlainText(path, text) {
	const read = readFrontMatter(path, text);
	if (read.kind === "broken") return read;
	const { matter, body, at } = read;
	const problems = [];
	const { role: writtenRole = "user", model } = matter;
	const role = roles$1.find((one) => one === writtenRole);
	if (role === void 0) {
		const what = `\`${showValue(writtenRole)}\` is no role of a prompt of one message.`;
		problems.push({
			reason: "files",
			what,
			at: at(["role"]),
			fix: fixUnknown(showValue(writtenRole), roles$1)
		});
	}
	const successorOf = matter["successor-of"];
	if (successorOf !== void 0 && typeof successorOf !== "string") problems.push({
		reason: "files",
		what: "`successor-of` must be the path of a prompt.",
		at: at(["successor-of"]),
		fix: "Write it from the repository’s root."
	});
	if (model !== void 0 && typeof model !== "string") problems.push({
		reason: "files",
		what: "`model` must be a text.",
		at: at(["model"]),
		fix: "Write its id."
	});
	const joined = {
		prepend: textOf(matter["prepend"]),
		append: textOf(matter["append"])
	};
	for (const key of ["prepend", "append"]) {
		const why = joined[key] === void 0 ? void 0 : whyNotJoined(joined[key]);
		if (why !== void 0) problems.push({
			reason: "files",
			what: `\`${key}\` ${why}.`,
			at: at([key])
		});
	}
	const isJoined = (joined.prepend ?? joined.append) !== void 0;
	const isJinja = isJinjaFile(path);
	const normal = body.replaceAll("\r\n", "\n");
	const content = isJinja ? normal : normal.replaceAll(/^\n+|\n+$/gu, "");
	const firstLine = lineAt(text.replaceAll("\r\n", "\n"), content);
	const names = isJinja ? readJinjaNames(content) : void 0;
	if (names?.kind === "failed") {
		const { why, line } = names.failure;
		const what = `The template cannot be read: ${why}.`;
		problems.push({
			reason: "files",
			what,
			at: {
				file: path,
				line: firstLine + line - 1
			},
			fix: "Mend the template."
		});
	}
	if (content.trim() === "") problems.push({
		reason: "files",
		what: "The prompt is empty.",
		at: {
			file: path,
			line: 1
		},
		fix: "Write its text, or remove the file."
	});
	const [first, ...rest] = problems;
	if (first !== void 0) return {
		kind: "broken",
		problems: [first, ...rest]
	};
	const { params, doubtful } = readParams(matter);
	return {
		kind: "prompt",
		prompt: {
			path,
			format: plainText.name,
			messages: [{
				role: role ?? "user",
				content,
				...isJoined && { joined }
			}],
			engine: isJinja ? "jinja" : "mustache",
			firstLine,
			...names?.kind === "names" && { optional: names.optional },
			open: {
				engine: !isJinja,
				role: matter["role"] === void 0
			},
			...typeof model === "string" && { model },
			...typeof successorOf === "string" && { successorOf: successorOf.replace(/^\.?\//u, "") },
			params,
			defaults: {},
			variables: names?.kind === "names" ? names.names : listVariables(content),
			refersTo: [],
			notes: doubtful.map(({ key, meant }) => ({
				text: `The front matter's \`${key}\` is not sent; did it mean \`${meant}\`?`,
				at: at([key], "key")
			}))
		},
		cases: []
	};
}
function textOf(value) {
	return typeof value === "string" ? value : void 0;
}
function lineAt(text, part) {
	const at = text.indexOf(part);
	return at < 0 ? 1 : text.slice(0, at).split("\n").length;
}

// src/formats/prompts/prompty/read-properties.ts
const kinds = {
	string: "string",
	integer: "integer",
	float: "number",
	number: "number",
	boolean: "boolean",
	array: "array",
	list: "array",
	object: "object"
};
function readProperties(written, bound = []) {
	const listed = entriesOf(written ?? null).filter(([name]) => !bound.includes(name));
	const properties = listed.flatMap(([name, one]) => {
		const { kind = one["type"] ?? null, description, enumValues = one["enum"] } = one;
		if (kind === "thread") return [];
		const type = typeof kind === "string" && Object.hasOwn(kinds, kind) ? kinds[kind] : void 0;
		return [[name, {
			...type !== void 0 && { type },
			...typeof description === "string" && { description },
			...Array.isArray(enumValues) && { enum: enumValues }
		}]];
	});
	const required = listed.flatMap(([name, one]) => one["required"] === true ? [name] : []);
	return {
		schema: {
			type: "object",
			properties: Object.fromEntries(properties),
			...required.length > 0 && { required }
		},
		typed: properties.some(([, told]) => "type" in told),
		defaults: Object.fromEntries(listed.flatMap(([name, one]) => {
			const value = one["default"] ?? one["sample"];
			return value === void 0 ? [] : [[name, value]];
		})),
		threads: listed.flatMap(([name, { kind = null }]) => kind === "thread" ? [name] : [])
	};
}
function entriesOf(written) {
	if (Array.isArray(written)) return written.flatMap((one) => isObject$1(one) && typeof one["name"] === "string" ? [[one["name"], one]] : []);
	if (!isObject$1(written)) return [];
	return Object.entries(written).map(([name, one]) => [name, isObject$1(one) ? one : { default: one }]);
}

// src/formats/prompts/prompty/read-settings.ts
const renamed = {
	max_output_tokens: "max_tokens",
	stop_sequences: "stop",
	allow_multiple_tool_calls: "parallel_tool_calls"
};
const engines = {
	jinja2: "jinja",
	mustache: "mustache"
};
const reference = /\$\{(?:env|file):[^}]*\}/u;
function readSettings(matter, at) {
	const problems = [];
	const notes = [];
	const followed = (value, path) => {
		if (typeof value !== "string" || !reference.test(value)) return value;
		notes.push({
			text: `\`${reference.exec(value)?.[0]}\` is not followed: its value is left out.`,
			at: at(path)
		});
	};
	const mapOf = (value) => isObject$1(value ?? null) && isObject$1(value) ? value : {};
	const written = matter["model"] ?? null;
	const model = typeof written === "string" ? { id: written } : mapOf(written);
	const configuration = mapOf(model["configuration"]);
	const connection = mapOf(model["connection"]);
	const api = model["apiType"] ?? model["api"] ?? "chat";
	if (api !== "chat" && api !== "responses" && api !== "agent") {
		const what = `\`${showValue(api)}\` asks for another thing than a reply of a chat.`;
		problems.push({
			reason: "files",
			what,
			at: at(["model"]),
			fix: "Exclude the file under `prompts` with `!`."
		});
	}
	const format = formatOf(matter["template"]);
	const engine = Object.entries(engines).find(([name]) => name === format)?.[1];
	if (engine === void 0) {
		const what = `\`${format}\` is no template language that is read.`;
		problems.push({
			reason: "files",
			what,
			at: at(["template"]),
			fix: "Use `jinja2` or `mustache`."
		});
	}
	const named = [
		model["id"],
		...[
			configuration["model"],
			configuration["name"],
			configuration["azure_deployment"]
		],
		connection["azure_deployment"]
	].find((one) => typeof one === "string");
	const id = named === void 0 ? void 0 : followed(named, ["model"]);
	const { additional_properties: more = null, tools: ofParameters = [], ...options } = nameParams(mapOf(model["options"] ?? model["parameters"]));
	const inputs = readProperties(matter["inputs"]);
	const outputs = readProperties(matter["outputs"]);
	const { tools, others } = readTools(Array.isArray(matter["tools"]) ? matter["tools"] : ofParameters);
	if (others.length > 0) {
		const text = `Tools that a program runs are not sent: ${others.map((one) => `\`${one}\``).join(", ")}.`;
		notes.push({
			text,
			at: at(["tools"])
		});
	}
	const sample = matter["sample"] === void 0 ? {} : followed(matter["sample"], ["sample"]);
	const defaults = Object.entries({
		...inputs.defaults,
		...mapOf(sample)
	}).flatMap(([name, value]) => {
		const kept = followed(value, ["inputs", name]);
		return kept === void 0 ? [] : [[name, kept]];
	});
	const params = {
		...options,
		...nameParams(mapOf(more))
	};
	return {
		engine: engine ?? "jinja",
		...typeof id === "string" && { model: id },
		params: {
			...Object.fromEntries(Object.entries(params).map(([key, value]) => [renamed[key] ?? key, value])),
			...outputs.typed && { response_format: {
				type: "json_schema",
				json_schema: {
					name: "output",
					schema: outputs.schema
				}
			} },
			...tools.length > 0 && { tools }
		},
		defaults: Object.fromEntries(defaults),
		...inputs.typed && { schema: inputs.schema },
		threads: inputs.threads,
		notes,
		problems
	};
}
function formatOf(template) {
	if (typeof template === "string") return template;
	if (!isObject$1(template ?? null) || !isObject$1(template)) return "jinja2";
	const { format = template["type"] ?? template["kind"] ?? "jinja2" } = template;
	return showValue(isObject$1(format) ? format["kind"] ?? "jinja2" : format);
}
function readTools(written) {
	const listed = Array.isArray(written) ? written : [];
	const tools = [];
	const others = [];
	for (const one of listed) {
		if (!isObject$1(one)) continue;
		const { kind = one["type"] ?? "function", name = "", description, parameters = null, bindings = null } = one;
		if (isObject$1(one["function"] ?? null)) tools.push(one);
		else if (kind !== "function") others.push(showValue(name));
		else {
			const bound = Object.keys(isObject$1(bindings) ? bindings : {});
			const { schema } = readProperties(isObject$1(parameters) ? parameters["properties"] ?? parameters : parameters, bound);
			const described = typeof description === "string" ? { description } : {};
			tools.push({
				type: "function",
				function: {
					name,
					...described,
					parameters: schema
				}
			});
		}
	}
	return {
		tools,
		others
	};
}

// src/formats/prompts/prompty/split-roles.ts
const roleLine = /^\s*(?:#\s*)?(system|user|assistant|developer)(?:\[[^\]\n]{1,200}\])?\s*:\s*$/iu;
function splitRoles(template) {
	const spoken = [];
	const before = [];
	for (const line of template.split("\n")) {
		const role = roleOf(roleLine.exec(line)?.[1]);
		if (role !== void 0) spoken.push({
			role,
			lines: []
		});
		else (spoken.at(-1)?.lines ?? before).push(line);
	}
	const texts = spoken.map(({ role, lines }) => ({
		role,
		text: lines.join("\n")
	}));
	const above = before.join("\n");
	return above.trim() === "" && texts.length > 0 ? texts : [{
		role: "system",
		text: above
	}, ...texts];
}
function roleOf(word) {
	return [
		"system",
		"user",
		"assistant",
		"developer"
	].find((role) => role === word?.toLowerCase());
}

// src/formats/prompts/prompty/prompty.ts
const prompty = {
	name: "Prompty",
	knownBy: "name",
	about: {
		recognisedBy: "`.prompty`",
		filled: "Jinja, or `{{name}}` where `template` says `mustache`",
		cases: "beside it, in `{name}.cases.yml`",
		notRead: [
			"`${env:}` and `${file:}`, which are never followed: the value is left out, and told",
			"roles that a variable names (`{{item.role}}:`), which open no message: give earlier turns as `history` of a case, as for an input of the kind `thread`",
			"sections of Mustache (`{{#items}}`)",
			"pictures in Markdown, which stay text as in v2; connections; tools beside functions, of which the names are told",
			"files for embeddings, pictures and completions"
		],
		example: {
			path: "prompts/support.prompty",
			text: `---
name: Support
model:
  id: gpt-5.6-luna
  options: { temperature: 0.2, maxOutputTokens: 300 }
inputs:
  - { name: tone, kind: string, default: friendly }
  - { name: question, kind: string }
---
system:
You answer questions about orders in a {{tone}} tone.

user:
{{question}}
`
		},
		reference: {
			library: "`microsoft/prompty`",
			suite: {
				name: "its vectors that render a template or part it into messages, `schema/` (`node scripts/conformance.ts prompty FOLDER`)",
				passed: 37,
				of: 42,
				on: "2026-11-29",
				leftOut: "three sections of Mustache, and two threads among the inputs. Its library is for Python and C#: the messages of five files in its real shapes were worked out by the steps of `spec/spec.md`, with jinja2 3.1.6, and are equal"
			}
		}
	},
	recognises: (path) => /\.prompty$/iu.test(path),
	read: readPrompty,
	render: renderPrompty,
	suffix: (path) => /\.prompty$/iu.exec(path)?.[0] ?? ""
};
function readPrompty(path, text) {
	const above = /^\u{feff}?\s*(?=---)/u.exec(text)?.[0] ?? "";
	const line = above.split("\n").length;
	const read = readFrontMatter(path, text.slice(above.length), line);
	if (read.kind === "broken") return read;
	const { matter, at, body, bodyLine } = read;
	if (body.startsWith("---")) return {
		kind: "broken",
		problems: [{
			reason: "files",
			what: "The front matter has no end.",
			at: {
				file: path,
				line
			},
			fix: "Write `---` below it."
		}]
	};
	const { problems, engine, threads, ...settings } = readSettings(matter, at);
	const template = body.replaceAll("\r\n", "\n");
	const names = engine === "jinja" ? readJinjaNames(template) : void 0;
	const failed = names?.kind === "failed" ? [{
		reason: "files",
		what: `The template cannot be read: ${names.failure.why}.`,
		at: {
			file: path,
			line: bodyLine + names.failure.line - 1
		},
		fix: "Mend the template."
	}] : [];
	const [first, ...rest] = [...problems, ...failed];
	if (first !== void 0) return {
		kind: "broken",
		problems: [first, ...rest]
	};
	const named = /^[ \t]*(?:#[ \t]*)?\{\{[^{}\n]*\}\}[ \t]*:[ \t]*$/mu.exec(template)?.[0].trim();
	return {
		kind: "prompt",
		prompt: {
			path,
			format: prompty.name,
			messages: splitRoles(template).map(({ role, text: content }) => ({
				role,
				content
			})),
			engine,
			engineRuled: true,
			open: {
				engine: false,
				role: false
			},
			...settings,
			defaults: {
				...settings.defaults,
				...Object.fromEntries(threads.map((name) => [name, ""]))
			},
			firstLine: bodyLine,
			variables: engines$1[engine].variables(template).filter((name) => !threads.includes(name)),
			...names?.kind === "names" && { optional: names.optional },
			refersTo: [],
			notes: [...settings.notes, ...named === void 0 ? [] : [{ text: `\`${named}\` opens no message: give earlier turns as \`history\` of the cases.` }]]
		},
		cases: []
	};
}
function renderPrompty(prompt, vars) {
	const mark = freeCharacter(JSON.stringify([
		prompt.messages,
		prompt.defaults,
		vars
	]));
	const content = prompt.messages.map(({ role, content: text }) => `${mark}${role}${mark}${text}`).join("\n");
	const { messages, ...rest } = renderMessages({
		...prompt,
		messages: [{
			role: "system",
			content
		}]
	}, vars);
	const [only] = messages;
	const pieces = (only?.content ?? "").split(mark).slice(1);
	const parted = pieces.flatMap((role, index) => {
		const found = prompt.messages.find((one) => one.role === role)?.role;
		return index % 2 === 1 || found === void 0 ? [] : [{
			role: found,
			content: trimmed(pieces[index + 1] ?? "")
		}];
	});
	return {
		...rest,
		messages: parted
	};
}
function trimmed(text) {
	return text.replace(/^\n+/u, "").replace(/\n+$/u, "");
}

// src/formats/prompts/rendered-snapshot.ts
const renderedSnapshot = {
	name: "rendered snapshot",
	knownBy: "name",
	about: {
		recognisedBy: "`*.rendered.jsonl`",
		filled: "nothing: each line is a request that your code rendered",
		cases: "beside it, in `{name}.cases.yml`, by the ids of its lines",
		notRead: ["a `system` beside `messages`: it is a message", "videos, and ids of files that a service keeps"],
		example: {
			path: "prompts/answer.rendered.jsonl",
			text: `{"id": "late", "model": "gpt-5.6-luna", "messages": [{"role": "user", "content": "Can I return it after 40 days?"}]}
`
		}
	},
	recognises: (path) => snapshotEnding.test(path),
	read: readSnapshot,
	mayHoldCases: (path) => snapshotEnding.test(path),
	render: ({ messages }) => messages.length > 0 ? {
		messages,
		unknown: []
	} : {
		messages: [],
		unknown: [],
		failed: noLine
	},
	suffix: (path) => snapshotEnding.exec(path)?.[0] ?? ""
};
const noLine = {
	why: "the snapshot has no line for it",
	line: 1,
	fix: "Render it anew with `promptgate snapshot`."
};
function readSnapshot(path, text) {
	const read = readRenderedLines(text, path);
	if (read.kind === "broken") return read;
	const all = [...read.lines.values()];
	const models = new Set(all.map(({ model }) => model));
	const [model] = models;
	return {
		kind: "prompt",
		prompt: {
			path,
			format: renderedSnapshot.name,
			messages: all[0]?.messages ?? [],
			rendered: read.lines,
			engine: "none",
			open: {
				engine: false,
				role: false
			},
			...models.size === 1 && model !== void 0 && { model },
			params: commonParams(all),
			defaults: {},
			variables: [],
			refersTo: [],
			notes: []
		},
		cases: casesOf(read.lines, read.places)
	};
}
function commonParams([first, ...others]) {
	return Object.fromEntries(Object.entries(first?.params ?? {}).filter(([name, value]) => others.every(({ params }) => canonicalJson(params[name] ?? null) === canonicalJson(value))));
}
function casesOf(lines, places) {
	return [...lines.keys()].flatMap((id) => {
		const at = places.get(id);
		if (at === void 0) return [];
		return [{
			id,
			tags: [],
			weight: 1,
			vars: {},
			context: [],
			history: [],
			checks: [],
			notRun: [],
			at
		}];
	});
}

// src/formats/prompts/semantic-kernel/about-semantic-kernel.ts
const aboutSemanticKernel = {
	recognisedBy: "JSON or YAML with a `template` beside `execution_settings`, a `template_format` of its own (`semantic-kernel`, `handlebars`, `liquid`) or `input_variables` with names; `skprompt.txt`",
	filled: "`{{$name}}`; in Handlebars and Liquid `{{name}}` and `{{a.b}}`",
	cases: "beside it, in `{name}.cases.yml`",
	notRead: [
		"calls of functions (`{{Plugin.Fn $x}}`), loops, conditions and helpers of Handlebars and Liquid: a prompt with some is `unreviewed`",
		"`<image>`, `<audio>` and `<binary>`: likewise",
		"`allow_dangerously_set_content`: no value opens a message here",
		"`function_choice_behavior` and `output_variable`"
	],
	example: {
		path: "prompts/story.yaml",
		text: `name: Story
template: |
  <message role="system">You tell stories of {{$length}} sentences.</message>
  <message role="user">A story about {{$topic}}</message>
template_format: semantic-kernel
input_variables:
  - name: topic
    is_required: true
  - name: length
execution_settings:
  default:
    temperature: 0.6
`
	},
	reference: { library: "`Microsoft.SemanticKernel`, `KernelPromptTemplate.cs` and `ChatPromptParser.cs`" },
	more: `What stands outside of \`<message>\` is left out where there is such an element, as .NET does; Python makes messages of it. A text that is not XML
as a whole (\`a < b\`) is one message of the user, tags and all. Without such elements values are sent as they are, as Python does; .NET
writes them for HTML. The settings are those of \`default\`, else the first.`
};

// src/formats/prompts/semantic-kernel/fill-kernel.ts
const templateFormats = [
	"semantic-kernel",
	"handlebars",
	"liquid"
];
const block = /\{\{\{?(?:[^{}"']|"(?:\\[\s\S]|[^"\\]){0,2000}"|'(?:\\[\s\S]|[^'\\]){0,2000}'){0,2000}\}?\}\}|\{%[^%]{0,2000}%\}/gu;
const call = "Write what it gives into the prompt, or have the cases give it as a variable.";
function readPieces(template, format) {
	const pieces = [];
	let from = 0;
	const text = (until) => {
		if (until > from) pieces.push({
			kind: "text",
			text: template.slice(from, until)
		});
	};
	for (const match of template.matchAll(block)) {
		const [written] = match;
		const read = format === "semantic-kernel" ? readKernel(written) : readOther(written, format);
		if (read === void 0) continue;
		text(match.index);
		pieces.push(read);
		from = match.index + written.length;
	}
	text(template.length);
	return pieces;
}
function readKernel(written) {
	const inner = written.slice(2, -2).trim();
	if (written.startsWith("{%") || inner === "") return void 0;
	const name = /^\$(?<name>\w+(?:\.\w+)*)$/u.exec(inner)?.groups?.["name"];
	if (name !== void 0) return {
		kind: "variable",
		name
	};
	const [, , value] = /^(["'])((?:\\[\s\S]|(?!\1)[^\\])*)\1$/u.exec(inner) ?? [];
	if (value !== void 0) return {
		kind: "text",
		text: value.replaceAll(/\\(["'\\])/gu, "$1")
	};
	return {
		kind: "unfilled",
		marker: written,
		writtenAs: "a call of a function, which only the program can make",
		fix: call
	};
}
function readOther(written, format) {
	const inner = written.replaceAll(/^\{+|\}+$/gu, "").trim();
	if (format === "handlebars" && written.startsWith("{%")) return void 0;
	const role = /^#message\s+role=(?<role>["']\w+["'])$/u.exec(inner)?.groups?.["role"];
	if (format === "handlebars" && role !== void 0) return {
		kind: "text",
		text: `<message role=${role}>`
	};
	if (format === "handlebars" && inner === "/message") return {
		kind: "text",
		text: "</message>"
	};
	if (!written.startsWith("{%") && /^[A-Za-z_]\w*(?:\.\w+|\.?\[\d+\])*$/u.test(inner)) return {
		kind: "variable",
		name: inner.replaceAll(/\.?\[(\d+)\]/gu, ".$1")
	};
	return {
		kind: "unfilled",
		marker: written,
		writtenAs: `of ${format === "liquid" ? "Liquid" : "Handlebars"} and more than a variable, which is not filled here`,
		fix: call
	};
}
function toKernel(template, format) {
	if (format === "semantic-kernel") return template;
	const text = readPieces(template, format).map((piece) => {
		if (piece.kind === "variable") return `{{$${piece.name}}}`;
		return piece.kind === "text" ? piece.text : piece.marker;
	}).join("");
	const [, ...turns] = format === "liquid" ? text.split(/(system|assistant|user|function|developer):\s+/u) : [];
	if (turns.length === 0) return text;
	return turns.map((turn, index) => index % 2 === 0 ? `<message role="${turn}">` : `${escapeHtml(turn)}</message>`).join("");
}
function fillPieces(pieces, values, escapes) {
	const folded = Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
	const unknown = /* @__PURE__ */ new Set();
	let unshown;
	return {
		text: pieces.map((piece) => {
			if (piece.kind === "text") return piece.text;
			if (piece.kind === "unfilled") return piece.marker;
			const value = lookUp(piece.name, values) ?? folded[piece.name.toLowerCase()];
			if (value === void 0) unknown.add(piece.name);
			if (isHeld(value)) unshown ??= piece.name;
			const shown = value === void 0 || value === null ? "" : showAsPython(value);
			return escapes ? escapeHtml(shown) : shown;
		}).join(""),
		unknown: [...unknown],
		...unshown !== void 0 && { unshown }
	};
}
function isHeld(value) {
	return Array.isArray(value) || isObject$1(value);
}

// src/formats/prompts/semantic-kernel/read-chat.ts
const piece = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<&]+|&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/giuy;
function readElements(text) {
	const elements = [];
	const open = [];
	piece.lastIndex = 0;
	for (let at = 0; at < text.length;) {
		piece.lastIndex = at;
		const match = piece.exec(text);
		if (match === null) return void 0;
		const [written, ends, name, attributes = "", empty] = match;
		const next = at + written.length;
		if (name !== void 0 && ends === "/") {
			const begun = open.pop();
			if (begun?.name !== name) return void 0;
			if (open.length === 0) elements.push({
				...begun,
				inner: text.slice(begun.from, at)
			});
		} else if (name !== void 0 && empty === "/") {
			if (open.length === 0) elements.push({
				name,
				attributes,
				inner: ""
			});
		} else if (name !== void 0) open.push({
			name,
			attributes,
			from: next
		});
		at = next;
	}
	return open.length === 0 ? elements : void 0;
}
const roles = [
	"system",
	"developer",
	"user",
	"assistant"
];
function readChat(text) {
	if (!/<message/iu.test(text)) return { kind: "text" };
	const elements = readElements(text) ?? [];
	const messages = [];
	for (const { name, attributes, inner } of elements) {
		const [, , written] = /(?:^|\s)role\s*=\s*(["'])(.*?)\1/u.exec(attributes) ?? [];
		if (name.toLowerCase() !== "message" || written === void 0) continue;
		const role = roles.find((one) => one === written.toLowerCase());
		if (role === void 0) return {
			kind: "role",
			role: written
		};
		const texts = (readElements(inner) ?? []).filter((one) => one.name.toLowerCase() === "text");
		const content = texts.length === 0 ? inner : texts.map((one) => one.inner.trim()).join("");
		messages.push({
			role,
			content: decode(withoutSection(content.trim()).trim())
		});
	}
	return messages.length === 0 ? { kind: "text" } : {
		kind: "chat",
		messages
	};
}
function withoutSection(content) {
	return /^<!\[CDATA\[(?<text>[\s\S]*)\]\]>$/u.exec(content)?.groups?.["text"] ?? content;
}
const named = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'",
	nbsp: "\xA0"
};
function decode(text) {
	return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/giu, (all, decimal, hex, name) => {
		if (name !== void 0) return named[name] ?? all;
		const code = decimal === void 0 ? Number.parseInt(hex ?? "", 16) : Number(decimal);
		return code <= 1114111 ? String.fromCodePoint(code) : all;
	});
}

// src/formats/prompts/semantic-kernel/semantic-kernel.ts
const structured$2 = /\.(?:json|ya?ml)$/iu;
const alone = /(?:^|\/)skprompt\.txt$/iu;
const config = "config.json";
const semanticKernel = {
	name: "Semantic Kernel",
	knownBy: "keys",
	about: aboutSemanticKernel,
	recognises: (path, text) => alone.test(path) || structured$2.test(path) && isSaved(path, text),
	read: (path, text, _kinds, used) => alone.test(path) ? readAlone(path, text, used) : readSaved(path, text),
	uses: {
		mayUse: (path, other) => alone.test(path) && other === `${path.slice(0, path.lastIndexOf("/") + 1)}${config}`,
		list: (path) => alone.test(path) ? [{
			name: config,
			paths: [config],
			optional: true
		}] : []
	},
	render: renderKernel,
	suffix: (path) => /\.(?:txt|json|ya?ml)$/iu.exec(path)?.[0] ?? ""
};
function isSaved(path, text) {
	if (!/["']?\btemplate["']?\s*:/u.test(text)) return false;
	const isMeant = /(?:^|[\s{,"'])execution_settings["']?\s*:/mu.test(text) || /["']?\btemplate_format["']?\s*:\s*["']?(?:semantic-kernel|handlebars|liquid)\b/u.test(text);
	const read = readYaml(text, path);
	if (read.kind === "broken") return isMeant;
	const { value } = read.located;
	if (!isObject$1(value) || "_type" in value || typeof value["template"] !== "string") return false;
	const { input_variables: inputs = null, template } = value;
	const hasOwn = typeof template === "string" && /\{\{\s*\$\w/u.test(template) && !("template_format" in value);
	return isMeant || hasOwn || Array.isArray(inputs) && inputs.some((one) => isObject$1(one) && "name" in one);
}
function readSaved(path, text) {
	const read = readYaml(text.replace(/^\u{feff}/u, ""), path);
	if (read.kind === "broken") return read;
	const { located } = read;
	const file = isObject$1(located.value) ? located.value : {};
	const { template, template_format: format = "semantic-kernel" } = file;
	if (typeof template !== "string") return {
		kind: "broken",
		problems: [{
			reason: "files",
			what: `\`template\` must be a text, not ${nameType(template)}.`,
			at: located.at(["template"])
		}]
	};
	const known = templateFormats.find((one) => one === format);
	if (known === void 0) {
		const what = `Semantic Kernel has no \`template_format\` of this name.`;
		const fix = `It has ${templateFormats.join(", ")}.`;
		return {
			kind: "broken",
			problems: [{
				reason: "files",
				what,
				at: located.at(["template_format"]),
				fix
			}]
		};
	}
	return {
		kind: "prompt",
		prompt: toPrompt$1(path, template, known, file),
		cases: []
	};
}
function readAlone(path, text, used) {
	const beside = used?.(path, config);
	const read = beside === void 0 ? void 0 : readYaml(beside.text, beside.path);
	if (read?.kind === "broken") return read;
	const file = isObject$1(read?.located.value) ? read.located.value : {};
	const { template_format: format } = file;
	const known = templateFormats.find((one) => one === format) ?? "semantic-kernel";
	const template = text.replace(/^\u{feff}/u, "").replaceAll("\r\n", "\n");
	if (template.trim() === "") return {
		kind: "broken",
		problems: [{
			reason: "files",
			what: "The prompt is empty.",
			at: {
				file: path,
				line: 1
			},
			fix: "Write its text."
		}]
	};
	return {
		kind: "prompt",
		prompt: toPrompt$1(path, template, known, file),
		cases: []
	};
}
function toPrompt$1(path, template, format, file) {
	const pieces = readPieces(template, format);
	const names = pieces.flatMap((piece) => piece.kind === "variable" ? [piece.name] : []);
	const { model_id: model, service_id: _, function_choice_behavior: __, chat_system_prompt: system, stop_sequences: stop, ...rest } = settingsOf(file);
	return {
		path,
		format: semanticKernel.name,
		messages: [...typeof system === "string" ? [{
			role: "system",
			content: system,
			verbatim: true
		}] : [], {
			role: "user",
			content: toKernel(template, format)
		}],
		engine: "none",
		open: {
			engine: false,
			role: false
		},
		...typeof model === "string" && { model },
		params: {
			...nameParams(rest),
			...Array.isArray(stop) && { stop }
		},
		unfilled: [...pieces.flatMap((piece) => piece.kind === "unfilled" ? [piece] : []), ...Array.from(template.matchAll(/<(?:image|audio|binary)\b[^<>]*>/giu), ([marker]) => ({
			marker,
			writtenAs: "a part that is no text, which is not sent here",
			fix: "Ask its question in words alone."
		}))],
		defaults: defaultsOf$1(file),
		variables: [...new Map(names.map((name) => [name.toLowerCase(), name])).values()],
		refersTo: [],
		notes: []
	};
}
function settingsOf({ execution_settings: settings = null, completion = null }) {
	const held = isObject$1(settings) ? settings["default"] ?? Object.values(settings)[0] ?? null : completion;
	return isObject$1(held) ? held : {};
}
function defaultsOf$1({ input_variables: inputs = null, input = null }) {
	const older = isObject$1(input) ? input["parameters"] ?? null : null;
	return Object.fromEntries((Array.isArray(inputs) ? inputs : Array.isArray(older) ? older : []).flatMap((one) => {
		const { name, default: value = null, defaultValue = null } = isObject$1(one) ? one : {};
		const set = value ?? defaultValue;
		return typeof name === "string" && set !== null && set !== "" ? [[name, set]] : [];
	}));
}
function renderKernel({ messages: written, defaults }, vars) {
	const pieces = readPieces(written.at(-1)?.content ?? "", "semantic-kernel");
	const values = {
		...defaults,
		...vars
	};
	const { text, unknown, unshown } = fillPieces(pieces, values, true);
	const made = (messages, failed) => {
		const [first] = written.length > 1 ? written : [];
		return {
			messages: first === void 0 || messages.some(({ role }) => role === "system") ? messages : [{
				role: first.role,
				content: first.content
			}, ...messages],
			unknown,
			...failed !== void 0 && { failed }
		};
	};
	if (unshown !== void 0) return made([], {
		why: `\`${unshown}\` is a list or a map, and no text`,
		line: 1
	});
	const chat = readChat(text);
	if (chat.kind === "role") return made([], {
		why: `\`${chat.role}\` is no role`,
		line: 1
	});
	if (chat.kind === "chat") return made(chat.messages);
	return made([{
		role: "user",
		content: fillPieces(pieces, values, false).text
	}]);
}

// src/core/prompt-file/pair-keys.ts
const saysNothing = /^(?:system|user|human|prompt|template|message|text|instructions?)$/u;
function pairKeys(keys) {
	const named = keys.flatMap((key) => {
		const words = key.toLowerCase().split(/[_\-. ]+/u);
		const isUser = words.includes("user") || words.includes("human");
		if (words.includes("system") === isUser) return [];
		return [{
			key,
			isUser,
			rest: words.filter((word) => !saysNothing.test(word)).join(" ")
		}];
	});
	const groups = Map.groupBy(named, ({ rest }) => rest);
	const lacksUser = [...groups].some(([rest, group]) => rest !== "" && group.every(({ isUser }) => !isUser));
	return new Map([...groups].flatMap(([rest, group]) => {
		if (rest === "" && lacksUser) return [];
		const [system, ...systems] = group.filter(({ isUser }) => !isUser);
		const [user, ...users] = group.filter(({ isUser }) => isUser);
		if (system === void 0 || user === void 0 || systems.length + users.length > 0) return [];
		return [[system.key, user.key]];
	}));
}

// src/formats/prompts/find-map-prompts.ts
const parts = [
	{
		keys: [
			"system",
			"system_prompt",
			"system_message",
			"instructions"
		],
		role: "system"
	},
	{
		keys: ["developer"],
		role: "developer"
	},
	{
		keys: [
			"user",
			"user_prompt",
			"user_message",
			"user_template",
			"human",
			"human_message",
			"human_prompt"
		],
		role: "user"
	}
];
const whole = [
	"prompt",
	"template",
	"content",
	"text"
];
const turns = [
	...whole,
	"instruction",
	"message"
];
const about = /^(?:name|title|description|summary|purpose|comments?|notes?|author|version|license|id|changelog)$/iu;
const deepest = 3;
const prose = /\S\s+\S+\s+\S/u;
function findPrompts(value) {
	if (Array.isArray(value)) return listed(value, []);
	if (!isObject$1(value)) return [];
	const own = readOne$1(value, []);
	const names = [...parts.flatMap(({ keys }) => keys), ...turns];
	const others = Object.entries(value).filter(([key, held]) => !names.includes(key) && !about.test(key) && (isObject$1(held) || typeof held === "string" && prose.test(held)));
	return own !== void 0 && others.length === 0 ? [own] : inside(value, []);
}
function inside(map, at) {
	const turnsOf = pairKeys(Object.entries(map).flatMap(([key, value]) => isProse(value) && prose.test(value.trim()) ? [key] : []));
	const paired = new Set(turnsOf.values());
	return Object.entries(map).flatMap(([key, value]) => {
		const here = [...at, key];
		if (typeof value === "string") {
			const turn = map[turnsOf.get(key) ?? ""];
			if (isProse(turn)) return [{
				at: here,
				messages: [message$1("system", value), message$1("user", turn)],
				open: false
			}];
			if (paired.has(key)) return [];
			if (about.test(key) && !isFilled(value)) return [];
			return prose.test(value.trim()) ? [{
				at: here,
				messages: [message$1("user", value)],
				open: true
			}] : [];
		}
		if (Array.isArray(value)) return listed(value, here);
		if (!isObject$1(value)) return [];
		const one = readOne$1(value, here);
		if (one !== void 0) return [one];
		return here.length < deepest ? inside(value, here) : [];
	});
}
function listed(list, at) {
	return list.flatMap((entry) => {
		if (!isObject$1(entry) || "role" in entry) return [];
		const { name, id, prompts } = entry;
		const own = isProse(name) ? name : typeof id === "number" || isProse(id) ? String(id) : void 0;
		if (own === void 0) return [];
		const key = own.trim().replaceAll(/[^\p{L}\p{N}_]+/gu, "-").replaceAll(/^-|-$/gu, "");
		const here = [...at, key];
		const one = readOne$1(entry, here);
		if (one === void 0) return Array.isArray(prompts) && here.length < deepest ? listed(prompts, here) : [];
		return isProse(name) || !one.open ? [one] : [];
	});
}
function isFilled(value) {
	return typeof value === "string" && /\{\w+\}|\$\w+|%\(\w+\)s/u.test(value);
}
function readOne$1(map, at) {
	const spoken = parts.flatMap(({ keys, role }) => keys.flatMap((key) => isProse(map[key]) ? [message$1(role, map[key])] : []));
	const [turn, ...more] = textsOf(map, turns);
	if (spoken.length > 0) {
		const messages = turn !== void 0 && more.length === 0 && spoken.every(({ role }) => role !== "user") ? [...spoken, message$1("user", turn)] : spoken;
		const sent = new Set(messages.map(({ content }) => content));
		const beside = Object.entries(map).flatMap(([key, text]) => isProse(text) && prose.test(text) && !about.test(key) && !sent.has(message$1("user", text).content) ? [[key, text]] : []);
		return {
			at,
			messages,
			open: false,
			...beside.length > 0 && { beside }
		};
	}
	const texts = textsOf(map, whole);
	const [text] = texts;
	if (text === void 0 || texts.length > 1) return void 0;
	return {
		at,
		messages: [message$1("user", text)],
		open: true
	};
}
function textsOf(map, keys) {
	return keys.flatMap((key) => isProse(map[key]) ? [map[key]] : []);
}
function message$1(role, text) {
	return {
		role,
		content: text.replaceAll("\r\n", "\n").replaceAll(/^\n+|\n+$/gu, "")
	};
}
function isProse(value) {
	return typeof value === "string" && value.trim() !== "";
}

// src/formats/prompts/text-map.ts
const ending$1 = /\.(?:ya?ml|json|toml)$/iu;
const textMap = {
	name: "map of texts",
	knownBy: "shape",
	about: {
		recognisedBy: "YAML, JSON or TOML that is a map of names and texts, or of names and texts by role (`system`, `user`)",
		filled: "`{{name}}`, or by `templates`: told by the golden cases where it says nothing",
		cases: "beside it, in `{name}.KEY.cases.yml`, or in one file with `prompt: KEY`",
		notRead: ["texts of one or two words, which are names, and keys such as `description` and `version`"],
		example: {
			path: "prompts/support.yaml",
			text: `greet: Greet {{name}} in one sentence.
refund:
  system: You decide about refunds. Answer yes or no, and why.
  user: "{{question}}"
`
		}
	},
	recognises: (path, text) => ending$1.test(path) && promptsOf$1(readMap(path, text)).length > 0,
	read: readTextMap,
	render: renderMessages,
	suffix: (path) => ending$1.exec(path)?.[0] ?? ""
};
function readTextMap(path, text) {
	const read = readMap(path, text);
	if (read.kind === "broken") return read;
	const found = promptsOf$1(read);
	const [only] = found;
	if (only?.at.length === 0) return {
		kind: "prompt",
		prompt: toPrompt(path, only, read.repeated),
		cases: []
	};
	return {
		kind: "prompts",
		prompts: found.map((one) => {
			const key = one.at.join(".");
			return {
				key,
				text: [...one.messages.map(({ content }) => content), ...(one.beside ?? []).map(([, own]) => own)].join("\n\n"),
				prompt: toPrompt(`${path}#${key}`, one, read.repeated),
				cases: []
			};
		})
	};
}
function toPrompt(path, { messages, open, beside = [] }, repeated) {
	return {
		path,
		format: textMap.name,
		messages,
		engine: "mustache",
		open: {
			engine: true,
			role: open
		},
		params: {},
		defaults: {},
		variables: [...new Set(messages.flatMap(({ content }) => listVariables(content)))],
		refersTo: [],
		notes: [...repeated === void 0 ? [] : [{
			text: wordRepeated,
			at: repeated
		}]],
		...beside.length > 0 && { beside: beside.map(([key, text]) => ({
			key,
			text,
			path: `${path}${path.includes("#") ? "." : "#"}${key}`
		})) }
	};
}
const wordRepeated = "A key is written twice in this file; the last of the two counts, as most readers of YAML have it.";
function promptsOf$1(read) {
	return read.kind === "broken" ? [] : findPrompts(read.located.value);
}
function readMap(path, text) {
	return /\.toml$/iu.test(path) ? readToml(text, path) : readYaml(text, path, { line: 1 }, "last");
}

// src/formats/prompts/vs-code.ts
const ending = /\.(?:prompt|agent|chatmode)\.md$/iu;
const vsCode = {
	name: "VS Code",
	knownBy: "name",
	about: {
		recognisedBy: "`.prompt.md`, `.agent.md`, `.chatmode.md`",
		filled: "`${input:name}`, and by their names the editor’s own variables: `${selection}`, `${file}` …",
		cases: "beside it, in `{name}.cases.yml`",
		notRead: ["`model`, `tools`, `agent` and `mode` of the front matter, which the editor’s own names stand in: noted", "files that it refers to by `#file:` or a link: noted, and not sent"],
		example: {
			path: "prompts/review.prompt.md",
			text: `---
description: Reviews a change
agent: ask
---
Name the worst fault of this change, for \${input:reader:who reads it}:

\${selection}
`
		},
		reference: { library: "VS Code’s documentation of prompt files and custom agents" },
		more: "The text of a `.prompt.md` is the user’s, that of an `.agent.md` the system’s. What the editor’s agent is told beside it nobody publishes as a library."
	},
	recognises: (path, text) => ending.test(path) && kindOfPromptFile(text) !== "Dotprompt",
	read: readPromptFile,
	render: renderPromptFile,
	suffix: (path) => ending.exec(path)?.[0] ?? ""
};
function readPromptFile(path, text) {
	const read = readFrontMatter(path, text);
	if (read.kind === "broken") return read;
	const { matter, body, at, bodyLine } = read;
	const normal = body.replaceAll("\r\n", "\n");
	const content = normal.trim();
	const firstLine = bodyLine + normal.slice(0, normal.length - normal.trimStart().length).split("\n").length - 1;
	if (content === "") return {
		kind: "broken",
		problems: [{
			reason: "files",
			what: "The prompt is empty.",
			at: {
				file: path,
				line: bodyLine
			},
			fix: "Write what the agent is to do below the front matter."
		}]
	};
	const added = [
		"agent",
		"mode",
		"model",
		"tools"
	].filter((key) => (matter[key] ?? null) !== null);
	const [first = ""] = added;
	return {
		kind: "prompt",
		prompt: {
			path,
			format: vsCode.name,
			messages: [{
				role: /\.prompt\.md$/iu.test(path) ? "user" : "system",
				content
			}],
			engine: "string-template",
			firstLine,
			open: {
				engine: false,
				role: false
			},
			params: {},
			defaults: {},
			variables: namesOfMarkers(content, places, readMarker),
			refersTo: [],
			notes: [...added.length === 0 ? [] : [{
				text: `${added.map((key) => `\`${key}\``).join(", ")}: the editor’s own, and not sent. The models of the config are asked, with this text alone.`,
				at: at([first], "key")
			}], ...findReferences(content, {
				file: path,
				line: firstLine
			})]
		},
		cases: []
	};
}
const places = new RegExp(`\\$\\{(?:input:([A-Za-z_][\\w-]*)(?::[^{}\\n]*)?|(workspaceFolder|workspaceFolderBasename|selection|selectedText|file|fileBasename|fileDirname|fileBasenameNoExtension))\\}`, "gu");
const readMarker = ([, input, known = ""]) => ({ name: input ?? known });
function renderPromptFile(prompt, vars) {
	const shown = Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, showValue(value)]));
	return renderWith({ fill: (template) => replaceMarkers(template, places, shown, readMarker) }, prompt, vars);
}
const mostTold = 5;
function findReferences(content, from) {
	const found = Array.from(content.matchAll(/#file:(?<file>[^\s,;)\]]+)|\]\((?<target>(?![a-z]+:|#)[^()\s]+)\)/giu), ({ groups, index }) => ({
		name: groups?.["file"] ?? groups?.["target"] ?? "",
		line: (from.line ?? 1) + content.slice(0, index).split("\n").length - 1
	}));
	return [...new Map(found.map((one) => [one.name, one])).values()].slice(0, mostTold).map(({ name, line }) => ({
		text: `\`${name}\` is a file that the editor may add; it is not sent.`,
		at: {
			file: from.file,
			line
		}
	}));
}

// src/formats/prompts/formats.ts
var formats_exports = /* @__PURE__ */ __exportAll({
	chat: () => chat,
	crewAi: () => crewAi,
	dotprompt: () => dotprompt,
	geminiCommand: () => geminiCommand,
	githubPrompt: () => githubPrompt,
	langchain: () => langchain,
	liteLlm: () => liteLlm,
	llmTemplate: () => llmTemplate,
	plainText: () => plainText,
	prompty: () => prompty,
	renderedSnapshot: () => renderedSnapshot,
	semanticKernel: () => semanticKernel,
	textMap: () => textMap,
	vsCode: () => vsCode
});

// src/formats/prompts/recognise-unread.ts
const structured$1 = /\.(?:json|ya?ml)$/iu;
const asText = "Keep the text that it renders to in a `.txt` or `.md` file under `prompts`, with `{{name}}` for its variables.";
const asChat = "Write it as a list of `{role, content}` in YAML or JSON, with `{{name}}` for its variables.";
const asGitHub = "Write it as a GitHub prompt file: `messages` in a `.prompt.yml`.";
const unreadFormats = [
	{
		name: "BAML",
		recognisedBy: "`.baml` with a `function`",
		fix: asText,
		recognises: (path, text) => path.endsWith(".baml") && /^\s*function\s/mu.test(text)
	},
	{
		name: "POML",
		recognisedBy: "`.poml`",
		fix: asText,
		recognises: (path) => path.endsWith(".poml")
	},
	...["DotPrompt for .NET", "a Go template"].map((name) => ({
		name,
		recognisedBy: {
			"DotPrompt for .NET": "`.prompt` that is a YAML map with `prompts`",
			"a Go template": "`.prompt` with `{{.Name}}`, `{{range …}}` or `{{end}}`; `.tmpl`, `.gotmpl`"
		}[name],
		fix: name === "a Go template" ? asText : asChat,
		recognises: (path, text) => path.endsWith(".prompt") && kindOfPromptFile(text) === name || name === "a Go template" && /\.(?:go)?tmpl$/iu.test(path)
	})),
	{
		name: "LangChain",
		recognisedBy: "JSON or YAML with `_type`, `lc`, `input_variables`, or a `template_format` of its own, where it loads other files, selects its examples, or holds more than a prompt",
		fix: asText,
		recognises: (path, text) => structured$1.test(path) && (/(?:^|[\s{,"'])(?:_type|input_variables)["']?\s*:|["']lc["']\s*:\s*1\b/mu.test(text) || /["']?\btemplate_format["']?\s*:\s*["']?(?:f-string|jinja2|mustache)\b/u.test(text))
	},
	{
		name: "a crewAI file",
		recognisedBy: "YAML with such keys deeper in it, or not together in one entry",
		fix: asText,
		recognises: (path, text) => /\.ya?ml$/iu.test(path) && ([
			"goal",
			"backstory",
			"role"
		].every((key) => hasKey(text, key)) || ["description", "expected_output"].every((key) => hasKey(text, key)))
	},
	{
		name: "a SWE-agent config",
		recognisedBy: "YAML with `system_template` and `instance_template`",
		fix: asText,
		recognises: (path, text) => /\.ya?ml$/iu.test(path) && hasKey(text, "system_template") && hasKey(text, "instance_template")
	},
	{
		name: "samples of OpenAI Evals",
		recognisedBy: "JSON lines with an `input` and its `ideal`",
		fix: "They are golden cases: name the file as `cases` of the config does, such as `{name}.cases.jsonl`.",
		recognises: (path, text) => /\.jsonl$/iu.test(path) && /"input"\s*:/u.test(text) && /"ideal"\s*:/u.test(text)
	},
	{
		name: "a prompt file without `messages`",
		recognisedBy: "`.prompt.yml` or `.prompt.yaml` of another shape than GitHub’s",
		fix: asGitHub,
		recognises: (path) => /\.prompt\.ya?ml$/iu.test(path)
	},
	{
		name: "Nunjucks",
		recognisedBy: "`.njk`",
		fix: asText,
		recognises: (path) => /\.njk$/iu.test(path)
	},
	{
		name: "Handlebars",
		recognisedBy: "`.hbs`, `.handlebars`",
		fix: asText,
		recognises: (path) => /\.(?:hbs|handlebars)$/iu.test(path)
	},
	{
		name: "Mustache",
		recognisedBy: "`.mustache`",
		fix: asText,
		recognises: (path) => /\.mustache$/iu.test(path)
	},
	{
		name: "Liquid",
		recognisedBy: "`.liquid`",
		fix: asText,
		recognises: (path) => /\.liquid$/iu.test(path)
	}
];
const common = /\.(?:txt|md|json|ya?ml|toml|xml|prompt|baml)$/iu;
function recogniseUnread(path, text) {
	const known = unreadFormats.find((format) => format.recognises(path, text));
	if (known !== void 0) return known;
	if (common.test(path)) return void 0;
	const ending = /[^/]\.(?<ending>[^./]+)$/u.exec(path)?.groups?.["ending"];
	return {
		name: ending === void 0 ? "a file without an ending" : `a \`.${ending}\` file`,
		fix: asText
	};
}
function hasKey(text, key) {
	return new RegExp(`^\\s*(?:- )?["']?${key}["']?\\s*:`, "mu").test(text);
}

// src/core/agents/agent-files.ts
const skillKeys = ["instructions", "description"];
function isSkillFile(path) {
	return /(?:^|\/)SKILL\.md$/iu.test(path);
}
function isNamedForAgents(path) {
	if (/(?:^|\/)(?:node_modules|vendor)\//u.test(path)) return false;
	return /(?:^|\/)(?:(?:AGENTS|CLAUDE|GEMINI|SKILL|copilot-instructions)\.md|\.cursor\/rules\/.*\.mdc|[^/]+\.agent\.md)$/iu.test(path);
}
function suffixOfInstructions(path) {
	return /\.mdc?$/iu.exec(path)?.[0] ?? "";
}

// src/formats/prompts/instructions.ts
const instructionsFormat = "agent instructions";
function readInstructions(path, text) {
	const normal = text.replace(/^\u{feff}/u, "").replaceAll("\r\n", "\n");
	const match = /^---[ \t]*\n(?<matter>(?:[^\n]*\n)*?)---[ \t]*(?:\n|$)/u.exec(normal);
	const matter = match?.groups?.["matter"] ?? "";
	const body = normal.slice(match?.[0].length ?? 0).replaceAll(/^\n+|\n+$/gu, "");
	const prompt = {
		...systemPrompt(path, instructionsFormat, body),
		notes: noteOnImports(body)
	};
	if (!isSkillFile(path)) return {
		kind: "instructions",
		prompt,
		text: normal
	};
	const skill = readSkill(path, matter);
	if ("problems" in skill) return {
		kind: "broken",
		problems: skill.problems
	};
	const rest = matter.replaceAll(offering, "");
	return {
		kind: "instructions",
		prompt,
		text: `${rest.trim() === "" ? "" : `---\n${rest}---\n`}${body}\n`,
		skill
	};
}
function noteOnImports(body) {
	const named = [...new Set(Array.from(body.matchAll(/^@(?:~\/|\.{0,2}\/)?[\w./-]+\.\w+[ \t]*$/gmu), ([line]) => line.trim()))];
	if (named.length === 0) return [];
	const shown = named.slice(0, 3).map((line) => `\`${line}\``);
	const more = named.length > 3 ? ` and ${named.length - 3} more` : "";
	return [{ text: `What ${shown.join(", ")}${more} would take in is not sent: the line goes as it is written.` }];
}
const offering = /^(?:name|description|disable-model-invocation)[ \t]*:[^\n]*\n(?:[ \t]+[^\n]*\n|[ \t]*\n)*/gmu;
function readSkill(path, matter) {
	const read = matter.trim() === "" ? void 0 : readYaml(matter, path, { line: 2 });
	if (read?.kind === "broken") return { problems: read.problems };
	const value = read?.located.value;
	const written = isObject$1(value) ? value : {};
	const text = (key) => typeof written[key] === "string" ? written[key].trim() : "";
	const folder = path.split("/").at(-2) ?? "skill";
	return {
		name: text("name") || folder,
		description: text("description"),
		...written["disable-model-invocation"] === true && { hidden: true }
	};
}
function skillPrompts(path, { prompt, text, skill }, { others, unclear }, notes = []) {
	const { name, description, hidden } = skill;
	const visible = [skill, ...others.filter((other) => other.hidden !== true)];
	const first = new Map(visible.toReversed().map((one) => [one.name, one]));
	const { system, params } = offerSkills([...first.values()].toSorted((a, b) => a.name < b.name ? -1 : 1));
	const asked = {
		...systemPrompt(path, "skill description", system),
		params,
		skill: name,
		notes,
		...unclear.length > 0 && { unclear }
	};
	const written = [
		`name: ${name}`,
		`description: ${description}`,
		...hidden ? ["disable-model-invocation: true"] : []
	];
	const keyed = (key, one, own) => {
		return {
			key,
			text: own,
			prompt: {
				...one,
				path: `${path}#${key}`
			},
			cases: []
		};
	};
	return [keyed("instructions", prompt, text), keyed("description", asked, `${written.join("\n")}\n`)];
}
function systemPrompt(path, format, content) {
	return {
		path,
		format,
		messages: content === "" ? [] : [{
			role: "system",
			content
		}],
		engine: "none",
		open: {
			engine: false,
			role: false
		},
		params: {},
		defaults: {},
		variables: [],
		refersTo: [],
		notes: []
	};
}

// src/core/template/choose-engine.ts
const told = [
	"mustache",
	"f-string",
	"string-template",
	"percent"
];
function chooseEngine(templates, known) {
	if (templates.some((template) => isJinja(template, known))) return "jinja";
	const knows = (engine) => templates.some((template) => {
		const text = engine === "f-string" ? template.replaceAll(/\$\{\w+(?:\.\w+)*\}/gu, "") : template;
		return engines$1[engine].variables(text).some((name) => isKnown(name, known));
	});
	const nearlyKnows = (engine) => templates.some((template) => engines$1[engine].variables(template).some((name) => isNearly(name, known)));
	return told.find(knows) ?? told.find(nearlyKnows) ?? "mustache";
}
const jinjaTag = /\{%[-+]?\s*(?:if|for|set|macro|call|filter|block|extends|include|import|from|with|raw|autoescape)\b/u;
const jinjaExpression = /\{\{-?\s*([A-Za-z_]\w*)(?:\.\w+)*\s*(?:\||\(|\[|-\}\})|\{\{-\s*([A-Za-z_]\w*)/gu;
function isJinja(template, known) {
	return (jinjaTag.test(template) || Array.from(template.matchAll(jinjaExpression), ([, name, trimmed]) => name ?? trimmed ?? "").some((name) => known.has(name))) && readJinjaNames(template).kind === "names";
}
function isNearly(name, known) {
	return name.length > 3 && suggestNearest(name, known) !== void 0;
}
function isKnown(name, known) {
	return known.has(name) || known.has(name.split(".", 1)[0] ?? name);
}

// src/core/settle-prompts.ts
const turnNames = [
	"question",
	"user_message",
	"user_input",
	"message",
	"query",
	"input",
	"text"
];
function settlePrompts({ old, next }, cases, rules) {
	const given = namesGivenBy(cases);
	const ready = (side) => side.rendered === void 0 ? withJoined(withEngine(withBeside(side, rules.roles), given, rules), rules.roles) : side;
	const filled = {
		old: old && ready(old),
		next: next && ready(next)
	};
	const sides = [filled.old, filled.next].flatMap((side) => side ?? []);
	const taken = new Set(sides.flatMap(({ variables }) => variables.map((name) => name.split(".", 1)[0] ?? name)));
	const inTurns = new Set(cases.flatMap(({ user }) => user === void 0 ? [] : listVariables(user)));
	const spare = [...new Set(cases.flatMap(({ vars }) => Object.keys(vars)))].filter((name) => !taken.has(name) && !inTurns.has(name) && holdsText(name, cases));
	const written = cases.some(({ user, history, checks }) => user !== void 0 || history.length > 0 || checks.some(({ kind }) => kind === "simulate"));
	const named = chooseTurn(spare);
	const speaksFirst = sides.every(({ variables }) => variables.length === 0) && (written || named !== void 0);
	const settle = (prompt) => {
		if (prompt === void 0) return { notes: [] };
		if (prompt.rendered !== void 0) return {
			prompt,
			notes: []
		};
		const role = settleRole(prompt, rules.roles, speaksFirst);
		const messages = withRole(prompt.messages, role?.role);
		const turn = messages.some((message) => message.role === "user") ? void 0 : named;
		return {
			prompt: {
				...prompt,
				messages,
				...turn !== void 0 && {
					turn,
					variables: [...prompt.variables, turn]
				}
			},
			notes: [
				...noteOnBeside(prompt),
				...noteOnRole(prompt.path, role, turn),
				...noteOnTurns(prompt, role),
				...noteOnSpacing(prompt, cases)
			]
		};
	};
	const settled = {
		old: settle(filled.old),
		next: settle(filled.next)
	};
	return {
		...settled.old.prompt !== void 0 && { old: settled.old.prompt },
		...settled.next.prompt !== void 0 && { next: settled.next.prompt },
		notes: next === void 0 ? settled.old.notes : settled.next.notes
	};
}
function variablesOf({ messages, included }, engine) {
	const find = findIncluded({ ...included !== void 0 && { included } });
	return [...new Set(messages.flatMap(({ content }) => engineOf(engine).variables(content, find)))];
}
function engineOf(name) {
	return engines$1[name];
}
function withEngine(prompt, given, { templates }) {
	const rule = templates.findLast(({ paths }) => isNamedBy(prompt.path, paths));
	const ruled = rule?.engine;
	const known = /* @__PURE__ */ new Set([...given, ...Object.keys(prompt.defaults)]);
	if (ruled === void 0 && !prompt.open.engine) return withSingleBraces(prompt, known);
	const texts = prompt.messages.map(({ content }) => content);
	const engine = ruled ?? chooseEngine(texts, known);
	const find = findIncluded(prompt);
	const optional = new Set(texts.flatMap((text) => engineOf(engine).optional?.(text, find) ?? []));
	return {
		...prompt,
		engine,
		variables: variablesOf(prompt, engine),
		optional: [...optional],
		...rule !== void 0 && {
			engineRuled: true,
			...spacingOf(rule)
		}
	};
}
function spacingOf({ paths: _, engine, ...spacing }) {
	return engine === "jinja" && Object.keys(spacing).length > 0 ? { spacing } : {};
}
function withSingleBraces(prompt, known) {
	const texts = prompt.messages.map(({ content }) => content);
	if (prompt.engine !== "nunjucks" || texts.some((text) => /\{[{%]/u.test(text))) return prompt;
	if (chooseEngine(texts, known) !== "f-string") return prompt;
	const variables = variablesOf(prompt, "f-string");
	const text = `promptfoo fills in \`{{name}}\` alone, and would send ${variables.filter((name) => known.has(name)).map(engines$1["f-string"].show).map((one) => `\`${one}\``).join(", ")} as written. Here the tests’ values are filled in, as an application does.`;
	return {
		...prompt,
		engine: "f-string",
		variables,
		notes: [...prompt.notes, { text }]
	};
}
function chooseTurn(spare) {
	if (spare.length === 1) return spare[0];
	return turnNames.find((name) => spare.includes(name));
}
function holdsText(name, cases) {
	return cases.every(({ vars }) => !Object.hasOwn(vars, name) || isScalar(vars[name]));
}
function isScalar(value) {
	return typeof value === "string" || typeof value === "number";
}
function namesGivenBy(cases) {
	return new Set(cases.flatMap(namesGiven));
}
function namesGiven({ vars, context }) {
	return context.length === 0 ? Object.keys(vars) : ["context", ...Object.keys(vars)];
}

// src/formats/prompts/promptfoo.ts
const promptfooPrompt = "promptfoo";
function readPromptfooPrompts(path, text) {
	const written = (/\.txt$/iu.test(path) ? text.split(/^---[ \t]*\r?$/mu) : [text]).map((one) => one.trim()).filter((one) => one !== "");
	const isYaml = /\.ya?ml$/iu.test(path);
	return written.map((one, index) => keyedPrompt(path, String(index + 1), one, isYaml || isJson$1(one)));
}
function isJson$1(text) {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
function keyedPrompt(path, key, text, parsed = isJson$1(text)) {
	const chat = parsed ? readFilledChat(text) : void 0;
	const messages = chat ?? [{
		role: "user",
		content: text
	}];
	return {
		key,
		text,
		prompt: {
			path: `${path}#${key}`,
			format: promptfooPrompt,
			messages,
			...chat === void 0 && { chatAfterFilling: true },
			engine: "nunjucks",
			open: {
				engine: false,
				role: false
			},
			params: {},
			defaults: {},
			variables: variablesOf({ messages }, "nunjucks"),
			refersTo: [],
			notes: []
		},
		cases: []
	};
}

// src/formats/prompts/index.ts
const surest = [
	"name",
	"keys",
	"shape",
	"anything"
];
const known = byName$1(formats_exports);
const formats = surest.flatMap((by) => known.filter(({ knownBy }) => knownBy === by).map((format) => by === "shape" ? unlessNamed(format) : format));
function unlessNamed(format) {
	const isNamed = (path, text) => unreadFormats.some((unread) => unread.recognises(path, text));
	return {
		...format,
		recognises: (path, text) => format.recognises(path, text) && !isNamed(path, text)
	};
}
function formatNamed(name) {
	return formats.find((format) => format.name === name);
}

// src/core/cases/read-default-checks.ts
function readDefaultChecks(written, kinds) {
	const value = written.map((one) => one.value);
	const at = ([index]) => written[Number(index)]?.at ?? { file: "" };
	const problems = [];
	return {
		checks: readChecks(value, [], {
			located: {
				value,
				at
			},
			kinds,
			reason: "config",
			shared: /* @__PURE__ */ new Map()
		}, problems),
		problems
	};
}
function readChecks(written, path, reading, problems) {
	const named = /* @__PURE__ */ new Map();
	for (const [index, entry] of written.entries()) {
		const read = readCheck(entry, [...path, index], reading);
		if (read.kind === "broken") {
			problems.push(...read.problems);
			continue;
		}
		const { check } = read;
		const key = JSON.stringify([check.kind, check.name]);
		const other = named.get(key);
		if (other === void 0) named.set(key, check);
		else {
			const what = `The check \`${check.name}\` is there already, at ${showPosition(other.at)}.`;
			problems.push({
				reason: reading.reason,
				what,
				at: check.at,
				fix: "Drop one, or give one a `name`."
			});
		}
	}
	return [...named.values()];
}

// src/formats/cases/promptfoo/fill-value.ts
const placeholder = /\{\{[ \t]*([A-Za-z_$][\w$]*)[ \t]*\}\}/gu;
function isTemplate(text) {
	return /\{[{%#]/u.test(text);
}
function fillText(text, vars, templates) {
	if (!isTemplate(text)) return {
		kind: "filled",
		value: text
	};
	const names = [...text.matchAll(placeholder)].map(([, name = ""]) => name);
	if (isTemplate(text.replaceAll(placeholder, "")) || names.includes("env")) return renderTemplate(text, vars, templates);
	return {
		kind: "filled",
		value: text.replaceAll(placeholder, (_, name) => writtenByNunjucks(Object.hasOwn(vars, name) ? vars[name] : void 0))
	};
}
function fillValue(value, vars, templates) {
	if (typeof value === "string") return fillText(value, vars, templates);
	if (!isList$6(value)) return {
		kind: "filled",
		value
	};
	const filled = [];
	for (const item of value) {
		const one = typeof item === "string" ? fillText(item, vars, templates) : {
			kind: "filled",
			value: item
		};
		if (one.kind === "not-run") return one;
		filled.push(one.value);
	}
	return {
		kind: "filled",
		value: filled
	};
}
function isList$6(value) {
	return Array.isArray(value);
}
function renderTemplate(text, vars, { sandbox, filters }) {
	if (sandbox === void 0) return {
		kind: "not-run",
		why: "it has a template that does more than to name variables"
	};
	const made = sandbox.run(engine(filters), [text, vars]);
	if (made.kind === "failed") return {
		kind: "not-run",
		why: `its template cannot be rendered: ${made.why.split("\n").at(-1)?.trim().replace(/^Error: /u, "")}`
	};
	return typeof made.value === "string" ? {
		kind: "filled",
		value: made.value
	} : {
		kind: "not-run",
		why: "its template comes to no text"
	};
}
function engine(filters) {
	return {
		name: "template",
		source: `(() => {
    const env = new nunjucks.Environment(null, { autoescape: false });
    env.addGlobal('env', {});
    env.addFilter('load', (text) => JSON.parse(text));
    ${filters.map(({ name, source }) => {
			const exported = `((module) => { const exports = module.exports; ${source}\n; return module.exports; })({ exports: {} })`;
			return `env.addFilter(${JSON.stringify(name)}, ${exported});`;
		}).join("\n")}
    return (text, vars) => env.renderString(text, vars);
  })()`,
		form: "function",
		library: "nunjucks"
	};
}

// src/formats/cases/promptfoo/is-config-path.ts
const installed = /(?:^|\/)node_modules\//u;
const usual = /(?:^|\/)promptfooconfig(?:[.-][\w.-]+)?\.(?:ya?ml|json)$/u;
const possible = /(?:^|\/)promptfoo[\w.-]*\.(?:ya?ml|json)$|(?:^|\/)(?:promptfoo|evals?|evaluations?)\/(?:.*\/)?[^/]+\.ya?ml$/iu;
const besidePrompts = [
	"tests",
	"providers",
	"targets",
	"defaultTest",
	"scenarios"
];
function isConfigPath(path) {
	return usual.test(path) && !installed.test(path);
}
function mayBeConfigPath(path) {
	return !installed.test(path) && (usual.test(path) || possible.test(path) && !/[^/]\.cases\.[^/]+$/u.test(path));
}
const configTexts = {
	name: "promptfoo-config/1",
	extract: (text) => ({
		kind: text.includes("prompts") && besidePrompts.some((key) => text.includes(key)) ? "config" : "other",
		names: []
	})
};

// src/formats/cases/promptfoo/name-cases.ts
const mostTurns = 20;
function nameCases(cases, taken, takes = () => false) {
	const ids = new Set(taken);
	const times = /* @__PURE__ */ new Map();
	for (const { description } of cases) if (description !== void 0) times.set(description, (times.get(description) ?? 0) + 1);
	const turns = cases.map(takes("_conversation") ? turnsOfConversation(cases) : turnsThatStore(cases, takes));
	return cases.map((one, index) => {
		const { description, prompts: _, conversation: __, storesAs: ___, isRemade: ____, written: _____, ...golden } = one;
		const plain = description !== void 0 && times.get(description) === 1 ? description : idOf(golden.vars, golden.history);
		let id = plain;
		for (let number = 2; ids.has(id); number += 1) id = `${plain} (${number})`;
		ids.add(id);
		const { notRun = [], ...before } = turns[index] ?? {};
		return {
			...golden,
			id,
			...before,
			...notRun.length > 0 && { notRun: [...golden.notRun, ...notRun] }
		};
	});
}
function turnsOfConversation(cases) {
	const said = /* @__PURE__ */ new Map();
	return ({ conversation, vars, at, written }) => {
		if (cases.find(({ storesAs }) => storesAs !== void 0 && names(written, storesAs)) !== void 0) return { notRun: [notStored(at, "its prompt takes in the whole conversation")] };
		const earlier = said.get(conversation) ?? [];
		if (earlier.length >= mostTurns) return { notRun: [tooLong("_conversation", at)] };
		said.set(conversation, [...earlier, vars]);
		return { earlier };
	};
}
function turnsThatStore(cases, takes) {
	const storing = cases.flatMap(({ storesAs, ...one }, index) => storesAs === void 0 ? [] : [{
		...one,
		index,
		name: storesAs
	}]);
	return ({ at, written }, index) => {
		const before = storing.filter((one) => one.index < index);
		const read = before.find(({ name }) => names(written, name));
		if (read !== void 0) return { notRun: [notStored(at, `its vars or assertions read \`${read.name}\``)] };
		const taken = before.filter(({ name }) => takes(name));
		if (taken.length === 0) return {};
		if (taken.length > mostTurns) return { notRun: [tooLong("options.storeOutputAs", at)] };
		const remade = taken.find(({ isRemade }) => isRemade);
		if (remade !== void 0) return { notRun: [notStored(at, `a script makes \`${remade.name}\` over`)] };
		return {
			earlier: taken.map(({ vars }) => vars),
			stored: taken.map(({ name }, turn) => ({
				name,
				turn
			}))
		};
	};
}
function names(written, name) {
	const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
	return new RegExp(`\\{[{%][^}]*\\b${escaped}\\b|\\bvars(?:\\.|\\[\\\\?["'])${escaped}\\b`, "u").test(written);
}
function notStored(at, why) {
	return {
		name: "options.storeOutputAs",
		at,
		why: `${why}, and only a prompt is given the reply of another test`,
		whole: true
	};
}
function tooLong(name, at) {
	return {
		name,
		at,
		why: `its conversation has more than ${mostTurns} turns`,
		fix: "Split it by `metadata.conversationId`.",
		whole: true
	};
}

// src/formats/cases/promptfoo/find-files.ts
const longest$1 = 500;
const mostWildcards = 8;
const mostFiles = 500;
function findFiles(written, from, { paths, found }) {
	const plain = written.replace(/^file:\/\//u, "");
	const resolved = resolvePath(from, /(?:^|\/)\.{0,2}$/u.test(plain) && plain !== "" ? `${plain}/*` : plain);
	if (resolved.kind === "refused") return resolved;
	const { path } = resolved;
	if (paths.has(path)) return {
		kind: "found",
		paths: [path]
	};
	const files = found.get(path) ?? search(path, [...paths]);
	found.set(path, files);
	return files;
}
function findFilesToRead(...about) {
	const found = findFiles(...about);
	if (found.kind === "refused" || found.paths.length <= mostFiles) return found;
	return {
		kind: "refused",
		why: `it names ${found.paths.length} files, more than the ${mostFiles} that are read`
	};
}
function search(path, paths) {
	const below = paths.filter((one) => one.startsWith(`${path}/`) && !one.slice(path.length + 1).includes("/"));
	if (below.length > 0) return {
		kind: "found",
		paths: below.toSorted()
	};
	const wildcards = path.match(/[*?[{]/gu)?.length ?? 0;
	if (wildcards === 0) return {
		kind: "found",
		paths: []
	};
	if (path.length > longest$1 || wildcards > mostWildcards) return {
		kind: "refused",
		why: `a glob has at most ${longest$1} characters and ${mostWildcards} wildcards`
	};
	const matches = compileGlob(path);
	if (matches === void 0) return {
		kind: "refused",
		why: "its brackets or braces do not match"
	};
	return {
		kind: "found",
		paths: paths.filter((one) => matches(one)).toSorted()
	};
}
function compileGlob(glob) {
	let open = 0;
	const source = glob.replaceAll(/\*\*\/|\*+|\?|\[[^\]/\\]+\]|[\s\S]/gu, (part) => {
		if (part === "**/") return "(?:[^/]+/)*";
		if (part.startsWith("**")) return ".*";
		if (part === "*") return "[^/]*";
		if (part === "?") return "[^/]";
		if (part.length > 1 && part.startsWith("[")) return part.replace(/^\[!/u, "[^");
		if (part === "{") {
			open += 1;
			return "(?:";
		}
		if (part === "," && open > 0) return "|";
		if (part === "}" && open > 0) {
			open -= 1;
			return ")";
		}
		return part.replace(/[.*+?^${}()|[\]\\]/u, "\\$&");
	});
	try {
		const program = RE2JS.compile(source, RE2JS.DOTALL);
		return (path) => program.testExact(path);
	} catch {
		return;
	}
}

// src/formats/cases/promptfoo/part.ts
const mostHops = 8;
function partOf(located, path = [], value = located.value) {
	return {
		value,
		at: (on) => located.at(path, on),
		child: (step) => {
			const held = memberOf(value, step);
			return held === void 0 || held === null ? void 0 : partOf(located, [...path, step], held);
		},
		items: () => isList$5(value) ? value.map((item, index) => partOf(located, [...path, index], item)) : [],
		root: () => partOf(located)
	};
}
function followReference(part) {
	let held = part;
	for (let hop = 0; hop < mostHops; hop += 1) {
		const pointer = isObject$1(held.value) ? held.value["$ref"] : void 0;
		if (typeof pointer !== "string") return held;
		if (!pointer.startsWith("#/")) return void 0;
		let target = held.root();
		for (const step of pointer.slice(2).split("/")) target = target?.child(step.replaceAll("~1", "/").replaceAll("~0", "~"));
		if (target === void 0) return void 0;
		held = target;
	}
}
function memberOf(value, step) {
	if (isList$5(value)) return /^\d{1,9}$/u.test(String(step)) ? value[Number(step)] : void 0;
	const key = String(step);
	return isObject$1(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function isList$5(value) {
	return Array.isArray(value);
}

// src/formats/cases/read-json.ts
const jsonLinesCases = {
	name: "json lines",
	about: {
		recognisedBy: "`.jsonl`: a case a line",
		notRead: ["`defaults`, which no line has"],
		example: {
			path: "prompts/refund.cases.jsonl",
			text: `{"id": "late", "vars": {"question": "Can I return it after 40 days?"}, "checks": [{"contains": "30 days"}]}
{"id": "soon", "vars": {"question": "Can I return it after 4 days?"}, "checks": ["answers"]}
`
		}
	},
	endings: [".jsonl"],
	read: (text, path) => readJsonLines(text, path)
};
function readJsonLines(text, file) {
	const values = [];
	const lines = [];
	const problems = [];
	const written = withoutMark(text).split(/\r\n|\n|\r/u);
	const many = tooManyCases(written.length <= 1e4 ? 0 : written.filter((line) => line.trim() !== "").length, file);
	if (many !== void 0) return {
		kind: "broken",
		problems: [many]
	};
	for (const [index, line] of written.entries()) {
		if (line.trim() === "") continue;
		if (!/^\s*\{/u.test(line)) {
			const at = {
				file,
				line: index + 1,
				column: 1
			};
			problems.push({
				reason: "files",
				what: "This line is no JSON object.",
				at,
				fix: "Write one case a line: `{\"vars\": {…}, \"checks\": […]}`."
			});
			continue;
		}
		const read = readLine(line, file, index + 1);
		if (read.kind === "broken") problems.push(...read.problems);
		else {
			values.push(read.located.value);
			lines.push(read.located);
		}
	}
	const [first, ...rest] = problems;
	if (first !== void 0) return {
		kind: "broken",
		problems: [first, ...rest.slice(0, 19)]
	};
	const at = ([step, ...path], on) => lines[Number(step)]?.at(path, on) ?? {
		file,
		line: 1,
		column: 1
	};
	return {
		kind: "read",
		located: {
			value: values,
			at
		}
	};
}
function readLine(text, file, line) {
	const plain = readPlainJson(text, file, line);
	return plain === void 0 ? readYaml(text, file, { line }) : {
		kind: "read",
		located: plain
	};
}
function withoutMark(text) {
	return text.startsWith("﻿") ? text.slice(1) : text;
}
const jsonCases = {
	name: "json",
	about: {
		recognisedBy: "`.json`: as YAML",
		notRead: [],
		example: {
			path: "prompts/refund.cases.json",
			text: `[
  { "id": "late", "vars": { "question": "Can I return it after 40 days?" }, "checks": [{ "contains": "30 days" }] }
]
`
		}
	},
	endings: [".json"],
	read: (text, path) => {
		const plain = readPlainJson(text, path);
		return plain === void 0 ? readYaml(text, path) : {
			kind: "read",
			located: plain
		};
	}
};

// src/formats/cases/csv/read-csv-rows.ts
function readCsvRows(text, file) {
	try {
		const rows = [];
		parse$3(text.replaceAll(/\r\n?/gu, "\n"), {
			bom: true,
			relax_column_count: true,
			record_delimiter: ["\n"],
			skip_empty_lines: true,
			on_record: (cells, { lines }) => {
				rows.push({
					cells,
					line: lines - breaksIn(cells)
				});
				return cells;
			}
		});
		return {
			kind: "rows",
			rows
		};
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = "lines" in error && typeof error.lines === "number" ? error.lines : 1;
		return {
			kind: "broken",
			problems: [{
				reason: "files",
				what: `Not readable as CSV: ${error.message.replace(/\.$/u, "")}.`,
				at: {
					file,
					line
				},
				fix: "Write a quote inside a quoted cell twice."
			}]
		};
	}
}
function breaksIn(cells) {
	return cells.reduce((sum, cell) => sum + (cell.split("\n").length - 1), 0);
}

// src/formats/cases/promptfoo/mapped-assertion.ts
function asks(first, ...rest) {
	return {
		kind: "checks",
		checks: [first, ...rest]
	};
}
function notRun(why) {
	return {
		kind: "not-run",
		why
	};
}
const noNegation = "no check asks the opposite";
function turned(negated) {
	return negated ? { not: true } : {};
}
function textIn$1(value) {
	return typeof value === "string" ? value : typeof value === "number" ? String(value) : void 0;
}

// src/formats/cases/promptfoo/map-judged-assertion.ts
const usualMark = 7;
const judgedAssertions = {
	"llm-rubric": (assertion) => judge(assertion, (rubric) => rubric),
	"g-eval": gEval,
	"model-graded-closedqa": (assertion) => judgePlainly(assertion, (criterion) => `The reply meets this criterion: ${criterion}`),
	factuality,
	"model-graded-factuality": factuality,
	"answer-relevance": (assertion) => measure("answer-relevance", assertion, .7),
	"context-faithfulness": (assertion) => measure("faithfulness", assertion, .5),
	"context-relevance": (assertion) => measure("context-relevance", assertion, .5),
	"context-recall": contextRecall
};
const judgedTypes = new Set(Object.keys(judgedAssertions));
function judge({ value, threshold, negated }, word) {
	if (typeof value !== "string") return notRun("its value is no text");
	const min = threshold === void 0 ? usualMark : gradeFor(threshold);
	return asks({
		kind: "judge",
		argument: word(value),
		min,
		...turned(negated)
	});
}
function judgePlainly(assertion, word) {
	return assertion.negated ? notRun(noNegation) : judge(assertion, word);
}
function factuality(assertion) {
	return judgePlainly(assertion, (reference) => ["Nothing in the reply contradicts the following answer, which is right. To say less, or more, is no fault.", reference].join("\n\n"));
}
function gEval({ value, threshold = .7, negated }) {
	const argument = isList$4(value) ? value : typeof value === "string" ? [value] : [];
	const [first, ...others] = argument;
	if (first === void 0) return notRun("its value is no text");
	return asks({
		kind: "judge",
		argument: others.length === 0 ? first : argument,
		min: gradeFor(threshold),
		...turned(negated)
	});
}
function contextRecall(assertion) {
	const { value } = assertion;
	if (typeof value !== "string" || value === "") return notRun("its value is no text");
	return measure("context-recall", assertion, .5, value);
}
function measure(kind, { threshold, negated }, usual, reference) {
	if (negated) return notRun(noNegation);
	return asks({
		kind,
		argument: null,
		min: threshold ?? usual,
		...reference !== void 0 && { reference }
	});
}
function gradeFor(threshold) {
	return Math.round((1 + 9 * threshold) * 1e6) / 1e6;
}
function isList$4(value) {
	return Array.isArray(value);
}

// src/formats/cases/promptfoo/map-markup-assertion.ts
const markupAssertions = {
	"is-html": ({ negated }) => asks({
		kind: negated ? "not-html" : "html",
		argument: null
	}),
	"contains-html": ({ negated }) => asks({
		kind: negated ? "not-contains-html" : "contains-html",
		argument: null
	}),
	"is-xml": (assertion) => xml("xml", assertion),
	"contains-xml": (assertion) => xml("contains-xml", assertion),
	"is-sql": (assertion) => sql("sql", assertion),
	"contains-sql": (assertion) => sql("contains-sql", assertion)
};
function xml(name, { value, negated }) {
	const elements = elementsIn(value);
	if (elements === void 0) return notRun("its value names no elements");
	return asks({
		kind: negated ? `not-${name}` : name,
		argument: elements.length === 0 ? null : elements
	});
}
function sql(name, { value, negated }) {
	if (value !== null && !isObject$1(value)) return notRun("its value is no map");
	const { databaseType, allowedTables, allowedColumns } = value ?? {};
	const rights = (list) => isList$3(list) ? texts$1(list) : void 0;
	const [tables, columns] = [rights(allowedTables), rights(allowedColumns)];
	if (allowedTables && tables === void 0 || allowedColumns && columns === void 0) return notRun("what it allows is no list of texts");
	const argument = {
		...typeof databaseType === "string" && databaseType !== "" && { dialect: databaseType.toLowerCase() },
		...tables && tables.length > 0 && { tables },
		...columns && columns.length > 0 && { columns }
	};
	return asks({
		kind: negated ? `not-${name}` : name,
		argument: Object.keys(argument).length === 0 ? null : argument
	});
}
function elementsIn(value) {
	if (value === null) return [];
	if (typeof value === "string") return value.split(",").map((one) => one.trim());
	if (isObject$1(value)) return Object.keys(value).length === 0 ? [] : isList$3(value["requiredElements"]) ? texts$1(value["requiredElements"]) : void 0;
	return isList$3(value) ? texts$1(value) : void 0;
}
function texts$1(list) {
	const found = list.map(textIn$1);
	return found.every((one) => one !== void 0) ? found : void 0;
}
function isList$3(value) {
	return Array.isArray(value);
}

// src/formats/cases/promptfoo/map-text-assertion.ts
const exact = { exact: true };
const anyCase = {
	...exact,
	"ignore-case": true
};
const textAssertions = {
	equals,
	contains: (assertion) => compare("contains", assertion),
	icontains: (assertion) => compare("contains", assertion, anyCase),
	"contains-all": (assertion) => containsAll(assertion),
	"icontains-all": (assertion) => containsAll(assertion, anyCase),
	"contains-any": (assertion) => containsAny(assertion),
	"icontains-any": (assertion) => containsAny(assertion, anyCase),
	"starts-with": (assertion) => compare("starts-with", assertion),
	"ends-with": (assertion) => compare("ends-with", assertion),
	regex: (assertion) => compare("regex", assertion, {}),
	"is-refusal": ({ negated }) => asks({
		kind: negated ? "answers" : "refuses",
		argument: null
	})
};
function equals(assertion) {
	const { value, negated } = assertion;
	if (!isObject$1(value) && !Array.isArray(value)) return compare("equals", {
		...assertion,
		value: typeof value === "boolean" ? String(value) : value
	});
	return asks({
		kind: negated ? "not-json-schema" : "json-schema",
		argument: {
			$schema: "http://json-schema.org/draft-07/schema#",
			const: value
		},
		options: { strict: true }
	});
}
function compare(kind, { value, negated }, options = exact) {
	const argument = textIn$1(value);
	if (argument === void 0) return notRun("its value is no text");
	return asks({
		kind: negated ? `not-${kind}` : kind,
		argument,
		options
	});
}
function containsAll({ value, negated }, options = exact) {
	const texts = listIn(value);
	if (texts === void 0) return notRun("its value is no list of texts");
	return asks({
		kind: "contains",
		argument: texts,
		options,
		...turned(negated)
	});
}
function containsAny({ value, negated }, options = exact) {
	const argument = listIn(value);
	if (argument === void 0) return notRun("its value is no list of texts");
	return asks({
		kind: negated ? "not-contains" : "contains-any",
		argument,
		options
	});
}
function listIn(value) {
	if (typeof value === "string") return splitList(value);
	if (!isList$2(value)) return void 0;
	const texts = value.map(textIn$1);
	return texts.every((text) => text !== void 0) ? texts : void 0;
}
function isList$2(value) {
	return Array.isArray(value);
}
function splitList(written) {
	const item = /[\s,]*(?:"((?:[^"\\]|\\[\s\S]|"")*)"\s*(?=,|$)|([^",\s][^,]*))/uy;
	const items = [];
	while (/[^\s,]/u.test(written.slice(item.lastIndex))) {
		const match = item.exec(written);
		if (match === null) return void 0;
		const [, quoted, plain = ""] = match;
		items.push(quoted === void 0 ? plain.trim() : quoted.replaceAll(/\\(["\\])|""/gu, (_, one) => one ?? "\""));
	}
	return items;
}

// src/formats/cases/promptfoo/map-measured-assertion.ts
const measuredAssertions = {
	"word-count": countWords,
	latency: (assertion) => limit("max-latency", assertion),
	cost: (assertion) => limit("max-cost", assertion),
	"finish-reason": finishReason,
	"tool-call-f1": toolCalls,
	"is-valid-openai-tools-call": validCalls,
	"is-valid-openai-function-call": validCalls,
	"is-valid-function-call": validCalls,
	"rouge-n": (assertion) => resemble("rouge", assertion, .75, { words: "treebank" }),
	"rouge-l": (assertion) => resemble("rouge", assertion, .75, {
		variant: "l",
		words: "treebank"
	}),
	bleu: (assertion) => resemble("bleu", assertion, .5, {
		words: "white-space",
		smoothing: "epsilon"
	}),
	gleu: (assertion) => resemble("gleu", assertion, .5),
	meteor: weighWords,
	similar: (assertion) => resemble("similar", assertion, .75),
	"similar:cosine": (assertion) => resemble("similar", assertion, .75),
	"similar:dot": (assertion) => resemble("similar", assertion, .75, { by: "dot" }),
	"similar:euclidean": nearBy,
	levenshtein: countEdits,
	javascript: runScript
};
function runScript({ value, threshold, negated, config }) {
	const given = typeof value === "string" && value.trim() !== "" ? { code: value } : value;
	if (!isObject$1(given)) return notRun("its value is no code");
	const argument = config === void 0 && typeof value === "string" ? value : {
		...given,
		...config && { config }
	};
	return asks({
		kind: "javascript",
		argument,
		options: threshold === void 0 ? {} : { threshold },
		...turned(negated)
	});
}
function countEdits({ value, threshold = 5, negated }) {
	const argument = textIn$1(value);
	if (argument === void 0) return notRun("its value is no text");
	return asks({
		kind: "levenshtein",
		argument,
		options: {
			exact: true,
			"max-edits": Math.floor(threshold),
			"all-or-nothing": true
		},
		...turned(negated)
	});
}
function countWords({ value, negated }) {
	const number = numberIn(value);
	const { min, max } = isObject$1(value) ? {
		min: numberIn(value["min"] ?? null),
		max: numberIn(value["max"] ?? null)
	} : {};
	const argument = number ?? {
		...min !== void 0 && { min },
		...max !== void 0 && { max }
	};
	if (typeof argument !== "number" && Object.keys(argument).length === 0) return notRun("its value is no number of words");
	return asks({
		kind: "word-count",
		argument,
		options: { words: "white-space" },
		...turned(negated)
	});
}
function limit(kind, { threshold, negated }) {
	if (threshold === void 0) return notRun("it has no threshold");
	return asks({
		kind,
		argument: threshold,
		...turned(negated)
	});
}
function finishReason({ value, negated }) {
	if (typeof value !== "string") return notRun("its value is no text");
	return asks({
		kind: negated ? "not-finish-reason" : "finish-reason",
		argument: value.toLowerCase()
	});
}
function toolCalls({ value, threshold = 1, negated }) {
	const written = isList$1(value) ? value.map(textIn$1) : typeof value === "string" ? splitList(value) : void 0;
	const names = new Set((written ?? []).flatMap((name) => name?.trim() ? [name.trim()] : []));
	if (names.size === 0) return notRun("its value names no tool");
	const argument = [...names].map((name) => ({ name }));
	return asks({
		kind: "tool-call-f1",
		argument,
		options: { by: "names" },
		min: threshold,
		...turned(negated)
	});
}
function validCalls({ negated }) {
	return negated ? notRun(noNegation) : asks({
		kind: "valid-tool-calls",
		argument: null
	});
}
function resemble(kind, { value, threshold, negated }, usual, options = {}) {
	const texts = (isList$1(value) ? value : [value]).flatMap((one) => typeof one === "string" ? [one] : []);
	const [only, ...others] = texts;
	if (only === void 0 || isList$1(value) && texts.length < value.length) return notRun("its value is no text");
	const argument = others.length === 0 ? only : texts;
	return asks({
		kind,
		argument,
		options,
		min: threshold ?? usual,
		...turned(negated)
	});
}
function weighWords(assertion) {
	const { weights = {} } = assertion;
	const isWeight = (name, weight) => typeof weight === "number" && weight >= 0 && (name === "beta" || weight <= 1);
	const strange = Object.entries(weights).find(([name, weight]) => !isWeight(name, weight));
	if (strange !== void 0) return notRun(`its \`${strange[0]}\` is no number from 0 ${strange[0] === "beta" ? "on" : "to 1"}`);
	return resemble("meteor", assertion, .5, weights);
}
function nearBy(assertion) {
	const threshold = 1 / (1 + Math.max(0, assertion.threshold ?? .75));
	return resemble("similar", {
		...assertion,
		threshold
	}, 0, { by: "euclidean" });
}
function numberIn(value) {
	const number = typeof value === "number" || typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
	return Number.isFinite(number) ? number : void 0;
}
function isList$1(value) {
	return Array.isArray(value);
}

// src/formats/cases/promptfoo/assertion-types.ts
const draft07 = "http://json-schema.org/draft-07/schema#";
const jsonAssertions = {
	"is-json": isJson,
	"contains-json": containsJson
};
function isJson({ value, negated }) {
	const prefix = negated ? "not-" : "";
	const options = { strict: true };
	if (value === null || value === "") return asks({
		kind: `${prefix}json`,
		argument: null,
		options
	});
	const schema = schemaIn(value);
	if (schema === void 0) return notRun("its value is no JSON Schema");
	return asks({
		kind: `${prefix}json-schema`,
		argument: schema,
		options
	});
}
function containsJson({ value, negated }) {
	const kind = negated ? "not-contains-json" : "contains-json";
	if (value === null || value === "") return asks({
		kind,
		argument: null
	});
	const schema = schemaIn(value);
	return schema === void 0 ? notRun("its value is no JSON Schema") : asks({
		kind,
		argument: schema
	});
}
function schemaIn(value) {
	const schema = typeof value === "string" ? parse$1(value) : value;
	if (typeof schema === "boolean") return schema;
	return isObject$1(schema) ? {
		$schema: draft07,
		...schema
	} : void 0;
}
function parse$1(text) {
	const read = readYaml(text, "schema");
	return read.kind === "read" ? read.located.value : void 0;
}
const aboveNothing = .001;
const outsideAssertions = {
	python: (assertion) => askScorer(assertion, "`scorers: { python: { command: [\"python\", \"evals/score.py\"] } }`"),
	ruby: (assertion) => askScorer(assertion, "`scorers: { ruby: { command: [\"ruby\", \"evals/score.rb\"] } }`"),
	webhook: (assertion) => askScorer(assertion, "`scorers: { webhook: { url: \"https://…\" } }`")
};
function isOutside(type) {
	return Object.hasOwn(outsideAssertions, type);
}
function askScorer({ type, value, threshold, negated, config, scorers }, how) {
	if (typeof value !== "string" || value.trim() === "") return notRun("its value is no text");
	const stem = /^file:\/\/(?:.*\/)?(?<stem>[^/]+?)\.(?:py|rb)(?::\w+)?$/u.exec(value)?.groups?.["stem"];
	const scorer = [stem, type].find((name) => name !== void 0 && scorers.has(name));
	if (scorer === void 0) {
		const other = stem === void 0 ? "" : `, or one named \`${stem}\`,`;
		return notRun(`only JavaScript is run; write ${how}${other} in promptgate.yml, which then scores it`);
	}
	const given = {
		type,
		value,
		...config && { config }
	};
	return asks({
		kind: "score",
		argument: {
			scorer,
			given
		},
		min: threshold ?? aboveNothing,
		...turned(negated)
	});
}
const mappedTypes = new Map(Object.entries({
	...textAssertions,
	...jsonAssertions,
	...markupAssertions,
	...measuredAssertions,
	...judgedAssertions,
	...outsideAssertions
}));
const withoutCounterpart = [
	"agent-rubric",
	"classifier",
	"conversation-relevance",
	"f-score",
	"guardrails",
	"human",
	"max-score",
	"moderation",
	"perplexity",
	"perplexity-score",
	"pi",
	"rouge-s",
	"search-rubric",
	"select-best",
	"skill-used",
	"trace-error-spans",
	"trace-span-count",
	"trace-span-duration",
	"trajectory:goal-success",
	"trajectory:step-count",
	"trajectory:tool-args-match",
	"trajectory:tool-sequence",
	"trajectory:tool-used"
];
const instead = /* @__PURE__ */ new Map([
	["f-score", "it is none of promptfoo’s either; the check `f-score` is ours"],
	["select-best", "it compares prompts; `prefer` compares old and new"],
	["max-score", "it compares prompts; `prefer` compares old and new"],
	["trajectory:tool-used", "`tool-call` reads the calls of a reply"],
	["trajectory:tool-args-match", "`tool-call` reads the calls of a reply"],
	["agent-rubric", "`judge` grades the reply"],
	["search-rubric", "`judge` grades the reply, without a search"]
]);
function whyNotRun(type) {
	const hint = instead.get(type);
	return hint === void 0 ? "no check here stands for it" : `no check here stands for it (${hint})`;
}
const assertionTypes = [...mappedTypes.keys(), ...withoutCounterpart].toSorted((a, b) => b.length - a.length);

// src/formats/cases/promptfoo/read-csv-tests.ts
function readCsvTests(text, file) {
	const read = readCsvRows(text, file);
	if (read.kind === "broken") return read;
	const [header, ...rows] = read.rows;
	if (header === void 0) return broken$1("The file has no header row.", {
		file,
		line: 1
	});
	const names = header.cells.map((cell) => cell.trim());
	if (names.includes("__proto__")) return broken$1("A column cannot be named `__proto__`.", {
		file,
		line: header.line
	});
	const uneven = rows.find(({ cells }) => cells.length !== names.length);
	if (uneven !== void 0) return broken$1(`This row has ${uneven.cells.length} cells, the header ${names.length}.`, {
		file,
		line: uneven.line
	}, "Put texts with commas or line breaks in double quotes.");
	const value = rows.map((row) => readRow$1(names, row));
	const at = ([index]) => ({
		file,
		line: rows[Number(index)]?.line ?? 1
	});
	return {
		kind: "read",
		located: {
			value,
			at
		}
	};
}
function readRow$1(names, { cells }) {
	const columns = names.map((name, index) => ({
		name,
		cell: cells[index] ?? ""
	}));
	const one = (name) => columns.find((column) => column.name === name && column.cell !== "")?.cell;
	const under = (prefix) => columns.flatMap(({ name, cell }) => name.startsWith(prefix) && cell !== "" ? [[name.slice(prefix.length), cell]] : []);
	const metric = one("__metric");
	const thresholds = under("__config:").flatMap(([key, cell]) => {
		const written = /^__expected(\d*):threshold$/u.exec(key);
		return written === null ? [] : [[Math.max(0, Number(written[1] ?? "") - 1), Number(cell)]];
	});
	const assert = columns.filter(({ name, cell }) => name.startsWith("__expected") && cell.trim() !== "").map(({ cell }, index) => {
		const threshold = thresholds.findLast(([target]) => target === index)?.[1];
		return {
			...readExpected(cell),
			...metric !== void 0 && { metric },
			...threshold !== void 0 && { threshold }
		};
	});
	const metadata = under("__metadata:").map(([key, cell]) => key.endsWith("[]") ? [key.slice(0, -2), cell.split(",").map((item) => item.trim())] : [key, cell]);
	const options = ["prefix", "suffix"].flatMap((key) => {
		const cell = one(`__${key}`);
		return cell === void 0 ? [] : [[key, cell]];
	});
	const [description, threshold, providerOutput] = [
		one("__description"),
		one("__threshold"),
		one("__providerOutput")
	];
	return {
		vars: Object.fromEntries(columns.flatMap(({ name, cell }) => name.startsWith("__") ? [] : [[name, cell]])),
		...assert.length > 0 && { assert },
		...metadata.length > 0 && { metadata: Object.fromEntries(metadata) },
		...options.length > 0 && { options: Object.fromEntries(options) },
		...description !== void 0 && { description },
		...threshold !== void 0 && { threshold: Number(threshold) },
		...providerOutput !== void 0 && { providerOutput }
	};
}
function broken$1(what, at, fix) {
	return {
		kind: "broken",
		problems: [{
			reason: "files",
			what,
			at,
			...fix !== void 0 && { fix }
		}]
	};
}
const withThreshold = /* @__PURE__ */ new Set([
	"answer-relevance",
	"classifier",
	"context-faithfulness",
	"context-recall",
	"context-relevance",
	"cost",
	"latency",
	"levenshtein",
	"perplexity-score",
	"perplexity",
	"rouge-n",
	"similar",
	"starts-with"
]);
function readExpected(cell) {
	const script = /^(?:javascript|fn|eval):([\s\S]*)$/u.exec(cell);
	if (script !== null) return {
		type: "javascript",
		value: (script[1] ?? "").trim()
	};
	const rubric = /^(?:grade|llm-rubric):([\s\S]*)$/u.exec(cell);
	if (rubric !== null) return {
		type: "llm-rubric",
		value: rubric[1] ?? ""
	};
	if (/^python:/u.test(cell) || /^file:\/\/.*\.py(?::|$)/u.test(cell)) return {
		type: "python",
		value: cell
	};
	if (/^file:\/\/.*\.[cm]?[jt]s(?::|$)/u.test(cell)) return {
		type: "javascript",
		value: cell
	};
	const bare = cell.replace(/^not-/u, "");
	const negation = cell.slice(0, cell.length - bare.length);
	for (const type of assertionTypes) {
		if (!bare.startsWith(type)) continue;
		const rest = /^(?:\((\d+(?:\.\d+)?)\))?(?::([\s\S]*))?$/u.exec(bare.slice(type.length));
		if (rest === null) continue;
		const [, threshold, value] = rest;
		return {
			type: `${negation}${type}`,
			...value !== void 0 && { value },
			...withThreshold.has(type) && { threshold: Number(threshold ?? 0) || (type === "similar" ? .8 : .75) }
		};
	}
	return {
		type: "equals",
		value: cell
	};
}

// src/formats/cases/promptfoo/suite-reading.ts
function fileText(path, at, { sources, needs, problems }) {
	const file = sources.text(path);
	if (file === void 0) {
		needs.add(path);
		return { kind: "none" };
	}
	if (file.kind === "text") return {
		kind: "text",
		text: file.text
	};
	const why = file.kind === "absent" ? "it is not there" : file.why;
	problems.push({
		reason: "files",
		what: `\`${path}\` cannot be read: ${why}.`,
		at
	});
	return { kind: "none" };
}
function parsedFile(path, at, reading) {
	const file = fileText(path, at, reading);
	if (file.kind === "none") return void 0;
	const { parsed } = reading.sources;
	const read = parsed.get(path) ?? parse(path, file.text);
	parsed.set(path, read);
	if (read.kind === "broken") reading.problems.push(...read.problems);
	return read;
}
function parse(path, text) {
	if (/\.csv$/iu.test(path)) return readCsvTests(text, path);
	return /\.jsonl$/iu.test(path) ? readJsonLines(text, path) : readYaml(text, path);
}

// src/formats/cases/promptfoo/read-config.ts
function readConfig(path, reading) {
	const read = parsedFile(path, { file: path }, isConfigPath(path) ? reading : {
		...reading,
		problems: []
	});
	if (read?.kind !== "read") return void 0;
	const root = partOf(read.located);
	if (!isConfigPath(path) && !looksLikeConfig(root)) return void 0;
	if (!isObject$1(root.value)) {
		const what = `A promptfoo config must be a map, not ${nameType(root.value)}.`;
		reading.problems.push({
			reason: "files",
			what,
			at: root.at()
		});
		return;
	}
	return {
		path,
		root,
		prompts: nameApart(promptsIn(root.child("prompts"), path, reading)),
		models: modelsIn(root.child("providers") ?? root.child("targets"))
	};
}
function looksLikeConfig(root) {
	return root.child("prompts") !== void 0 && besidePrompts.some((key) => root.child(key) !== void 0);
}
function modelsIn(written) {
	return (written === void 0 ? [] : Array.isArray(written.value) ? written.items() : [written]).flatMap((entry) => {
		const id = typeof entry.value === "string" ? entry.value : entry.child("id")?.value;
		const model = typeof id === "string" ? /^openai:(?:chat:|responses:)?(?<model>[^:\s]+)$/u.exec(id) : null;
		return model?.groups?.["model"] === void 0 ? [] : [model.groups["model"]];
	});
}
function nameApart(prompts) {
	const seen = /* @__PURE__ */ new Map();
	let place = 0;
	return prompts.map((prompt) => {
		if (prompt.held === void 0) return prompt;
		place += 1;
		const plain = prompt.held.key === "" ? `prompt-${place}` : prompt.held.key;
		const before = seen.get(plain) ?? 0;
		seen.set(plain, before + 1);
		return {
			...prompt,
			held: {
				...prompt.held,
				key: before === 0 ? plain : `${plain}-${before + 1}`
			}
		};
	});
}
function promptsIn(written, config, reading) {
	if (written === void 0) return [];
	const { value } = written;
	if (typeof value === "string") {
		const listed = entriesOfFile(value, config, reading);
		return [...promptsOf(value, [], config, reading), ...listed.flatMap((entry) => promptsOfEntry(entry, config, reading))];
	}
	if (Array.isArray(value)) return written.items().flatMap((entry) => promptsOfEntry(entry, config, reading));
	if (!isObject$1(value)) return [];
	return Object.entries(value).flatMap(([path, label]) => promptsOf(path, typeof label === "string" ? [label] : [], config, reading));
}
function promptsOfEntry(entry, config, reading) {
	if (typeof entry.value === "string") return promptsOf(entry.value, [], config, reading);
	const texts = (keys) => keys.flatMap((key) => {
		const held = entry.child(key)?.value;
		return typeof held === "string" ? [held] : [];
	});
	const names = texts(["label", "id"]);
	const [written] = texts([
		"raw",
		"file",
		"path",
		"id",
		"label"
	]);
	const own = entry.child("config");
	const prompts = written === void 0 ? [] : promptsOf(written, names, config, reading);
	return own === void 0 ? prompts : prompts.map((prompt) => ({
		...prompt,
		config: own
	}));
}
function entriesOfFile(written, config, reading) {
	if (!/^file:\/\/.*\.(?:json|ya?ml)$/iu.test(written)) return [];
	const found = findFiles(written, config, reading.sources);
	const [path, ...others] = found.kind === "found" ? found.paths : [];
	if (path === void 0 || others.length > 0) return [];
	reading.caseFiles.add(path);
	const read = parsedFile(path, { file: config }, {
		...reading,
		problems: []
	});
	return (read?.kind === "read" ? partOf(read.located).items() : []).filter((entry) => entry.child("role") === void 0);
}
function promptsOf(written, names, config, { sources }) {
	if (!(written.startsWith("file://") || /^[^\s{}]+(?:\.\w+|\*)$/u.test(written)) || written.includes("\n")) {
		const [label = ""] = names;
		return [{
			path: config,
			names: names.length > 0 ? names : [written],
			held: {
				key: label,
				text: written
			}
		}];
	}
	const found = findFiles(written, config, sources);
	return found.kind === "found" ? found.paths.map((path) => ({
		path,
		names: names.length > 0 ? names : namesOfPath(path, config)
	})) : [];
}
function namesOfPath(path, config) {
	const folder = config.slice(0, config.lastIndexOf("/") + 1);
	return [.../* @__PURE__ */ new Set([
		path,
		path.startsWith(folder) ? path.slice(folder.length) : path,
		path.slice(path.lastIndexOf("/") + 1)
	])];
}

// src/formats/cases/promptfoo/read-file-value.ts
const texts = /\.(?:txt|md|markdown|html?|xml|csv|j2)$/iu;
const structured = /\.(?:json|ya?ml)$/iu;
function namesFile(text) {
	return /^(?:file|package):\/\//u.test(text);
}
function readFileValue(written, from, at, reading) {
	if (!written.startsWith("file://")) return {
		kind: "not-run",
		why: "packages are not run"
	};
	if (/\.(?:[cm]?[jt]sx?|py|rb|sh)(?::\w+)?$/iu.test(written)) return {
		kind: "not-run",
		why: "scripts are not run"
	};
	if (/\{[{%#]/u.test(written)) return {
		kind: "not-run",
		why: "a path with a template in it is not read"
	};
	const found = findFilesToRead(written, from, reading.sources);
	if (found.kind === "refused" || found.paths.length === 0) {
		const why = found.kind === "refused" ? found.why : "it is not there";
		const fix = `Paths are relative to ${from}.`;
		reading.problems.push({
			reason: "files",
			what: `\`${written}\` cannot be read: ${why}.`,
			at,
			fix
		});
		return { kind: "none" };
	}
	const other = found.paths.find((path) => !texts.test(path) && !structured.test(path));
	if (other !== void 0) {
		const shown = shownByFile(other);
		return {
			kind: "not-run",
			why: `\`${other}\` is ${shown === void 0 ? "no text, JSON or YAML" : `${shown}, which is not sent from a test of promptfoo`}`,
			...shown !== void 0 && { unsent: true }
		};
	}
	const values = found.paths.flatMap((path) => {
		reading.refersTo.add(path);
		const value = structured.test(path) ? structuredIn(path, at, reading) : trimmedIn(path, at, reading);
		return value === void 0 ? [] : [{
			path,
			value
		}];
	});
	return values.length === found.paths.length ? {
		kind: "values",
		values
	} : { kind: "none" };
}
function structuredIn(path, at, reading) {
	const read = parsedFile(path, at, reading);
	return read?.kind === "read" ? read.located.value : void 0;
}
function trimmedIn(path, at, reading) {
	const file = fileText(path, at, reading);
	return file.kind === "text" ? file.text.trim() : void 0;
}

// src/formats/cases/promptfoo/read-parameters.ts
function readParameters({ root, path, prompts }, reading) {
	const written = root.child("providers") ?? root.child("targets");
	const { shared, disputed } = agreeIn((written === void 0 ? [] : Array.isArray(written.value) ? written.items() : [written]).flatMap((entry) => configsOf(entry)).map((config) => paramsOf(config, path, reading)));
	if (disputed.length > 0 && written !== void 0) {
		const names = disputed.map((name) => `\`${name}\``).join(", ");
		reading.notes.push({
			text: `Providers differ in ${names}, which is not taken.`,
			at: written.at("key")
		});
	}
	const own = new Map(prompts.flatMap((prompt) => prompt.config === void 0 ? [] : [[prompt, paramsOf(prompt.config, path, reading)]]));
	return {
		of: (prompt) => ({
			...shared,
			...own.get(prompt)
		}),
		taken: Object.keys(shared)
	};
}
function agreeIn(each) {
	const disputed = [...new Set(each.flatMap((params) => Object.keys(params)))].filter((name) => {
		const values = each.flatMap((params) => Object.hasOwn(params, name) ? [canonicalJson(params[name] ?? null)] : []);
		return new Set(values).size > 1;
	});
	const said = each.flatMap((params) => Object.entries(params));
	return {
		shared: Object.fromEntries(said.filter(([name]) => !disputed.includes(name))),
		disputed
	};
}
function configsOf(entry) {
	const own = entry.child("config");
	if (own !== void 0) return [own];
	if (!isObject$1(entry.value) || entry.child("id") !== void 0) return [];
	return Object.keys(entry.value).flatMap((id) => entry.child(id)?.child("config") ?? []);
}
function paramsOf(config, from, reading) {
	if (!isObject$1(config.value)) return {};
	const { passthrough = null } = config.value;
	const { params } = readParams({
		...config.value,
		...isObject$1(passthrough) && passthrough
	});
	const { response_format: written, tools: _, ...plain } = params;
	const part = typeof written === "string" ? config.child("response_format") : void 0;
	const [format = null] = part === void 0 ? [written] : valuesOf$1(part, from, reading);
	const tools = toolsOf$1(config, from, reading);
	return {
		...plain,
		...isObject$1(format) && { response_format: format },
		...tools.length > 0 && { tools }
	};
}
function toolsOf$1(config, from, reading) {
	return ["tools", "functions"].flatMap((key) => {
		const written = config.child(key);
		if (written === void 0) return [];
		return (Array.isArray(written.value) ? written.items() : [written]).flatMap((entry) => valuesOf$1(entry, from, reading)).flatMap((value) => {
			const tool = toolIn(value);
			const why = tool === void 0 ? "is no function" : isTemplate(JSON.stringify(tool)) ? "has a template, which each test fills there" : void 0;
			if (why === void 0 && tool !== void 0) return [tool];
			reading.notes.push({
				text: `One of the \`${key}\` is not sent: it ${why}.`,
				at: written.at("key")
			});
			return [];
		});
	});
}
function valuesOf$1(part, from, reading) {
	if (typeof part.value !== "string" || !namesFile(part.value)) return [part.value];
	const file = readFileValue(part.value, from, part.at(), reading);
	if (file.kind === "not-run") reading.notes.push({
		text: `\`${part.value}\` is not read: ${file.why}.`,
		at: part.at()
	});
	return file.kind === "values" ? file.values.flatMap(({ value }) => value) : [];
}
function toolIn(written) {
	if (!isObject$1(written)) return void 0;
	if (isObject$1(written["function"])) return {
		...written,
		type: "function"
	};
	const { name, description, parameters, input_schema: schema = parameters, strict } = written;
	if (typeof name !== "string") return void 0;
	return {
		type: "function",
		function: {
			name,
			...description !== void 0 && { description },
			...schema !== void 0 && { parameters: schema },
			...strict !== void 0 && { strict }
		}
	};
}

// src/formats/cases/promptfoo/collect-tests.ts
const readable = /\.(?:csv|jsonl?|ya?ml)$/iu;
function collectTests(written, reading, visited = /* @__PURE__ */ new Set()) {
	if (written === void 0) return [];
	const { value } = written;
	if (typeof value === "string") return testsOfFiles(value, written, reading, visited);
	if (Array.isArray(value)) return written.items().flatMap((item) => collectTests(item, reading, visited));
	const part = followReference(written);
	if (part !== void 0 && isObject$1(part.value)) {
		const path = part.child("path");
		return typeof path?.value === "string" ? testsOfFiles(path.value, path, reading, visited) : [part];
	}
	const what = `A test must be a map or the path of a file, not ${nameType(value)}.`;
	reading.problems.push({
		reason: "files",
		what,
		at: written.at(),
		fix: "Write `- vars:` and `assert:`."
	});
	return [];
}
function testsOfFiles(written, part, reading, visited) {
	const at = part.at();
	const why = whyNotRead(written);
	if (why !== void 0) {
		reading.notes.push({
			text: `The tests of \`${written}\` are not run: ${why}.`,
			at
		});
		return [];
	}
	const found = findFilesToRead(written, at.file, reading.sources);
	const paths = found.kind === "found" ? found.paths.filter((path) => readable.test(path)) : [];
	if (paths.length === 0) {
		const what = `The tests of \`${written}\` cannot be read: ${found.kind === "refused" ? found.why : "there is no such CSV, YAML, JSON or JSONL file"}.`;
		reading.problems.push({
			reason: "files",
			what,
			at,
			fix: "Paths are relative to the file they are written in."
		});
		return [];
	}
	return paths.flatMap((path) => {
		if (visited.has(path)) {
			reading.notes.push({
				text: `The tests of \`${path}\` are named more than once and read once.`,
				at
			});
			return [];
		}
		visited.add(path);
		reading.caseFiles.add(path);
		const read = parsedFile(path, at, reading);
		return read?.kind === "read" && read.located.value !== null ? collectTests(partOf(read.located), reading, visited) : [];
	});
}
function whyNotRead(written) {
	if (/\{[{%#]/u.test(written)) return "a path with a template in it is not read";
	if (/\.(?:[cm]?[jt]sx?|py|rb)(?::\w+)?$/iu.test(written)) return "scripts are not run";
	if (/\.xlsx?(?:#.*)?$/iu.test(written)) return "spreadsheets are not read; save it as CSV";
	if (!written.startsWith("file://") && /^[a-z][\w+.-]*:\/\//iu.test(written)) return "nothing is fetched from elsewhere";
}

// src/formats/cases/promptfoo/read-scripts.ts
function readScripts(part, { config, suite, transforms }) {
	const [own, context] = ["transform", "contextTransform"].map((key) => {
		const written = part.child(key);
		return written === void 0 ? void 0 : readScript(written, config, suite);
	});
	for (const [key, read] of [["transform", own], ["contextTransform", context]]) {
		if (read?.kind === "not-run") return {
			kind: "not-run",
			why: `\`${key}\` is not run: ${read.why}`
		};
		if (read?.kind === "none") return read;
	}
	const all = [...transforms, ...own?.kind === "script" ? [own.script] : []];
	return {
		kind: "scripts",
		...all.length > 0 && { transforms: all },
		...context?.kind === "script" && { contextFrom: context.script }
	};
}
function readCode(part, reading) {
	const { config, suite } = reading;
	if (suite.sandbox === void 0) return {
		kind: "not-run",
		why: "scripts are not run"
	};
	const written = part.child("value");
	if (typeof written?.value !== "string" || !written.value.startsWith("file://")) return readValue(part, reading);
	const read = readScriptFile(written.value, written, config, suite);
	if (read.kind !== "script") return read;
	const { name, source, exported } = read.script;
	return {
		kind: "filled",
		value: {
			file: name,
			source,
			...exported !== void 0 && { export: exported }
		}
	};
}
function readValue(part, { vars, config, suite }, asWritten = false) {
	const written = part.child("value");
	if (written === void 0) return {
		kind: "filled",
		value: null
	};
	if (asWritten && typeof written.value === "string" && namesFile(written.value)) return {
		kind: "filled",
		value: written.value
	};
	if (!Array.isArray(written.value)) return readOne(written, vars, config, suite);
	const values = [];
	for (const item of written.items()) {
		const one = readOne(item, vars, config, suite);
		if (one.kind !== "filled") return one;
		values.push(one.value);
	}
	return {
		kind: "filled",
		value: values
	};
}
function readOne(part, vars, config, suite) {
	if (typeof part.value !== "string" || !namesFile(part.value)) return fillValue(part.value, vars, suite);
	const file = readFileValue(part.value, config, part.at(), suite);
	if (file.kind !== "values") return file;
	const [only, ...others] = file.values;
	if (only === void 0 || others.length > 0) return {
		kind: "not-run",
		why: "its value names several files"
	};
	return {
		kind: "filled",
		value: only.value
	};
}
const address = /^file:\/\/(.+?\.[cm]?[jt]sx?)(?::([\w$]+))?$/u;
const imports = /^[ \t]*import\b(?!\.)|\bimport\s*\(|\brequire\s*\(/mu;
function readScript(part, config, reading, input = "output") {
	if (reading.sandbox === void 0) return {
		kind: "not-run",
		why: "scripts are not run"
	};
	const { value } = part;
	if (typeof value !== "string") return {
		kind: "not-run",
		why: "it is no text"
	};
	if (/^(?:file|package):\/\//u.test(value)) return readScriptFile(value, part, config, reading);
	const source = value;
	return {
		kind: "script",
		script: inlineScript("transform", value, input),
		source
	};
}
function readScriptFile(written, part, config, reading) {
	const [, path, exported] = address.exec(written) ?? [];
	if (reading.sandbox === void 0 || path === void 0) return {
		kind: "not-run",
		why: "scripts are not run"
	};
	if (/\.(?:ts|tsx|jsx|mts|cts)$/u.test(path)) return {
		kind: "not-run",
		why: "TypeScript is not run"
	};
	const at = part.at();
	const found = findFiles(path, config, reading.sources);
	const [file, ...others] = found.kind === "found" ? found.paths : [];
	if (file === void 0 || others.length > 0) {
		const why = found.kind === "refused" ? found.why : "it is not there";
		const fix = `Paths are relative to ${config}.`;
		reading.problems.push({
			reason: "files",
			what: `\`${written}\` cannot be read: ${why}.`,
			at,
			fix
		});
		return { kind: "none" };
	}
	reading.refersTo.add(file);
	const text = fileText(file, at, reading);
	if (text.kind === "none") return { kind: "none" };
	if (imports.test(text.text)) return {
		kind: "not-run",
		why: `\`${file}\` imports something, and nothing is there to import`
	};
	return {
		kind: "script",
		script: {
			name: file,
			source: text.text,
			form: "file",
			...exported !== void 0 && { exported }
		},
		source: text.text
	};
}

// src/formats/cases/promptfoo/expand-vars.ts
const mostCombinations = 1e3;
function readVars(written, reading) {
	if (written === void 0) return /* @__PURE__ */ new Map();
	if (isObject$1(written.value)) return new Map(Object.keys(written.value).flatMap((name) => {
		const part = written.child(name);
		return part === void 0 ? [] : [[name, part]];
	}));
	const sources = typeof written.value === "string" ? [written] : written.items();
	const merged = /* @__PURE__ */ new Map();
	for (const source of sources) for (const [name, part] of varsOfFile(source, reading)) merged.set(name, part);
	return merged;
}
function varsOfFile(source, reading) {
	const at = source.at();
	const found = typeof source.value === "string" ? findFilesToRead(source.value, at.file, reading.sources) : void 0;
	if (found?.kind !== "found" || found.paths.length === 0) {
		const what = `\`vars\` must be a map, or name files that hold one${found?.kind === "refused" ? `: ${found.why}` : ""}.`;
		reading.problems.push({
			reason: "files",
			what,
			at
		});
		return /* @__PURE__ */ new Map();
	}
	return new Map(found.paths.flatMap((path) => {
		reading.refersTo.add(path);
		const read = parsedFile(path, at, reading);
		if (read?.kind !== "read") return [];
		if (isObject$1(read.located.value)) return [...readVars(partOf(read.located), reading)];
		reading.problems.push({
			reason: "files",
			what: `\`${path}\` holds no map of vars.`,
			at
		});
		return [];
	}));
}
function expandVars(vars, whole, config, reading) {
	const notRun = [];
	let combinations = [{}];
	for (const [name, part] of vars) {
		const values = valuesOf(name, part, whole, config, notRun, reading);
		if (combinations.length * values.length > mostCombinations) {
			const what = `The vars of this test make more than ${mostCombinations} cases.`;
			reading.problems.push({
				reason: "files",
				what,
				at: part.at(),
				fix: "Split the test."
			});
			return {
				combinations: [],
				notRun: []
			};
		}
		combinations = combinations.flatMap((combination) => values.map((value) => ({
			...combination,
			[name]: value
		})));
	}
	return {
		combinations: combinations.map(resolveVars),
		notRun
	};
}
function valuesOf(name, part, whole, config, notRun, reading) {
	const { value } = part;
	return (Array.isArray(value) && !whole && typeof value[0] === "string" ? part.items() : [part]).flatMap((item) => {
		if (typeof item.value !== "string" || !namesFile(item.value)) return [item.value];
		const file = readFileValue(item.value, config, item.at(), reading);
		if (file.kind === "values") return file.values.map((one) => typeof one.value === "string" ? one.value : JSON.stringify(one.value));
		if (file.kind === "not-run") {
			const { why, unsent } = file;
			notRun.push({
				name: `vars.${name}`,
				at: item.at(),
				why,
				whole: true,
				...unsent !== void 0 && { unsent }
			});
		}
		return [item.value];
	});
}
const rounds = 5;
const longest = 2e5;
function resolveVars(vars) {
	const held = new Map(Object.entries(vars).map(([name, value]) => [name, typeof value === "string" ? value.replace(/\n$/u, "") : value]));
	for (let round = 0; round < rounds; round += 1) {
		let changed = false;
		for (const [name, value] of held) {
			const filled = typeof value === "string" ? fillFirst(value, held) : void 0;
			if (filled === void 0 || filled.length > longest) continue;
			held.set(name, filled);
			changed = true;
		}
		if (!changed) break;
	}
	return Object.fromEntries(held);
}
function fillFirst(text, held) {
	const match = /\{\{[ \t]*(\w+)[ \t]*\}\}/u.exec(text);
	const value = match === null ? void 0 : held.get(match[1] ?? "");
	if (match === null || value === void 0 || value === null || typeof value === "object") return void 0;
	return `${text.slice(0, match.index)}${value}${text.slice(match.index + match[0].length)}`;
}
function transformVars(vars, written, config, reading) {
	if (written === void 0) return {
		vars,
		notRun: []
	};
	const lost = (why) => ({
		vars,
		notRun: [{
			name: "options.transformVars",
			at: written.at(),
			why,
			whole: true
		}]
	});
	const read = readScript(written, config, reading, "vars");
	if (read.kind === "none") return {
		vars,
		notRun: []
	};
	if (read.kind === "not-run") return lost(read.why);
	const given = Object.fromEntries([...vars].map(([name, { value }]) => [name, value]));
	const made = reading.sandbox?.run(read.script, [given, {
		prompt: {},
		vars: given
	}]);
	if (made?.kind !== "value") return lost(made?.why ?? "scripts are not run");
	if (!isObject$1(made.value)) return lost("its script returned no map");
	const held = Object.entries(made.value).map(([name, value]) => {
		const before = vars.get(name);
		return [name, before !== void 0 && before.value === value ? before : valueAt(value, written)];
	});
	if (held.some(([, { value }]) => typeof value === "string" && namesFile(value) && !hasValue(vars, value))) return lost("its script names a file");
	return {
		vars: new Map([...vars, ...held]),
		notRun: []
	};
}
function hasValue(vars, value) {
	return [...vars.values()].some((part) => part.value === value);
}
function valueAt(value, from) {
	return {
		value,
		at: from.at,
		child: () => void 0,
		items: () => isList(value) ? value.map((one) => valueAt(one, from)) : [],
		root: from.root
	};
}
function isList(value) {
	return Array.isArray(value);
}

// src/formats/cases/promptfoo/to-check.ts
function toCheck({ kind: name, argument, options = {}, min, not, transforms, contextFrom, reference }, { metric, description, weight, at, set }, { kinds, share }) {
	const kind = kinds.get(name);
	if (kind === void 0) return {
		kind: "not-run",
		why: `there is no check \`${name}\``
	};
	const held = share(argument);
	const parsed = kind.argument.safeParse(held);
	const issue = parsed.success ? kind.options.safeParse(options).error?.issues[0] : parsed.error.issues[0];
	if (issue !== void 0) return {
		kind: "not-run",
		why: issue.message.replace(/\.$/u, "")
	};
	const [low, high] = kind.minRange;
	if (min !== void 0 && (min < low || min > high)) return {
		kind: "not-run",
		why: "its threshold is out of range"
	};
	return {
		kind: "check",
		check: {
			kind: name,
			name: metric ?? description ?? nameCheck(not === true ? `not ${name}` : name, argument),
			argument: held,
			options,
			weight,
			required: false,
			...not === true && { not },
			...transforms && { transforms },
			...contextFrom && { contextFrom },
			...min !== void 0 && { min },
			...set && { set },
			at,
			...reference !== void 0 && { reference },
			...metric !== void 0 && { metric }
		}
	};
}

// src/formats/cases/promptfoo/read-assertion.ts
const nothing = {
	checks: [],
	notRun: []
};
const heaviest = 1e6;
function readAssertion(written, reading) {
	const { suite } = reading;
	const part = followReference(written);
	const type = part?.child("type")?.value;
	if (part === void 0 || !isObject$1(part.value) || typeof type !== "string") {
		const what = isObject$1(written.value) ? "This assertion has no `type`." : `An assertion must be a map, not ${nameType(written.value)}.`;
		suite.problems.push({
			reason: "files",
			what,
			at: written.at(),
			fix: "Write `- type: contains` and `value: …`."
		});
		return nothing;
	}
	const weight = part.child("weight")?.value ?? 1;
	if (typeof weight !== "number" || weight < 0 || weight > heaviest) {
		const what = `\`weight\` must be a number from 0 to ${heaviest}.`;
		suite.problems.push({
			reason: "files",
			what,
			at: part.child("weight")?.at() ?? part.at()
		});
		return nothing;
	}
	if (type === "assert-set") return readSet(part, weight, reading);
	const at = written.at();
	const metric = textIn(part, "metric", reading);
	const mapped = mapPart(part, type, reading);
	if (mapped.kind === "none") return nothing;
	const made = mapped.kind === "checks" ? mapped.checks : [];
	const each = weight * reading.share / Math.max(1, made.length);
	const about = {
		metric,
		description: textIn(part, "description", reading),
		weight: each,
		at,
		set: reading.set
	};
	const read = made.map((one) => {
		const checked = toCheck(one, about, suite);
		const scripted = checked.kind === "not-run" ? asScript(one, suite) : void 0;
		return scripted === void 0 ? checked : toCheck(scripted, about, suite);
	});
	const checks = read.flatMap((one) => one.kind === "check" ? [one.check] : []);
	const why = mapped.kind === "not-run" ? mapped.why : read.find((one) => one.kind === "not-run")?.why;
	const name = metric === void 0 ? type : `${metric} (${type})`;
	if (weight === 0) return withoutWeight(checks, type, at, suite);
	return why === void 0 ? {
		checks,
		notRun: []
	} : {
		checks: [],
		notRun: [{
			name,
			at,
			why
		}]
	};
}
function asScript(check, { sandbox }) {
	const { kind, argument, ...rest } = check;
	if (sandbox === void 0 || !/^(?:not-)?regex$/u.test(kind) || typeof argument !== "string") return void 0;
	const code = `new RegExp(${JSON.stringify(argument)}).test(typeof output === 'string' ? output : JSON.stringify(output))`;
	return {
		...rest,
		kind: "javascript",
		argument: code,
		...kind.startsWith("not-") && { not: true }
	};
}
function withoutWeight(checks, type, at, suite) {
	const graded = checks.filter(({ kind }) => suite.kinds.get(kind)?.scale === "graded");
	if (graded.length === 0) suite.notes.push({
		text: `\`${type}\` of weight 0 decides nothing and is left out.`,
		at
	});
	return {
		checks: graded.map(({ min: _, ...check }) => check),
		notRun: []
	};
}
function readSet(part, weight, reading) {
	const at = part.at();
	const members = part.child("assert")?.items() ?? [];
	const threshold = part.child("threshold")?.value;
	const set = typeof threshold === "number" ? {
		name: showPosition(at),
		min: threshold
	} : void 0;
	const whole = members.map((member) => {
		const own = followReference(member)?.child("weight")?.value ?? 1;
		return typeof own === "number" && own >= 0 ? own : 0;
	}).reduce((sum, one) => sum + one, 0);
	const share = whole === 0 ? 0 : weight * reading.share / whole;
	const read = members.map((member) => {
		if (!(followReference(member)?.child("type")?.value === "assert-set")) return readAssertion(member, {
			...reading,
			share,
			...set && { set }
		});
		return {
			checks: [],
			notRun: [{
				name: "assert-set",
				at: member.at(),
				why: "a set within a set is not run"
			}]
		};
	});
	return {
		checks: read.flatMap((one) => one.checks),
		notRun: read.flatMap((one) => one.notRun)
	};
}
function textIn(part, key, { vars, suite }) {
	const written = part.child(key)?.value;
	if (typeof written !== "string" || written.trim() === "") return void 0;
	const filled = fillText(written, vars, suite);
	return (filled.kind === "filled" ? filled.value : written).trim().slice(0, 200);
}
const weighedBy = [
	"alpha",
	"beta",
	"gamma"
];
function mapPart(part, written, reading) {
	const type = written.replace(/^not-/u, "");
	const map = mappedTypes.get(type);
	if (map === void 0) return notRun(whyNotRun(type));
	if (judgedTypes.has(type) && (reading.ownRubric || part.child("rubricPrompt") !== void 0)) return notRun("`rubricPrompt` is not taken: our judge has its own");
	const remade = part.child("contextTransform") !== void 0;
	if (type.startsWith("context-") && !reading.hasContext && !remade) return notRun("no var `context` gives passages");
	const scripts = readScripts(part, reading);
	if (scripts.kind !== "scripts") return scripts;
	const value = type === "javascript" ? readCode(part, reading) : readValue(part, reading, isOutside(type));
	if (value.kind !== "filled") return value;
	const threshold = part.child("threshold")?.value;
	const config = part.child("config")?.value;
	const weights = weighedBy.flatMap((name) => {
		const weight = part.child(name)?.value;
		return weight === void 0 || weight === null ? [] : [[name, weight]];
	});
	const mapped = map({
		type,
		negated: type !== written,
		value: value.value,
		scorers: reading.suite.scorers,
		...typeof threshold === "number" && Number.isFinite(threshold) && { threshold },
		...isObject$1(config) && { config },
		...weights.length > 0 && { weights: Object.fromEntries(weights) }
	});
	if (mapped.kind === "not-run") return mapped;
	const [first, ...rest] = mapped.checks;
	const { kind: _, ...made } = scripts;
	return asks({
		...first,
		...made
	}, ...rest.map((one) => ({
		...one,
		...made
	})));
}
function collectAssertions(written, config, reading) {
	if (written === void 0) return [];
	return (Array.isArray(written.value) ? written.items() : [written]).flatMap((entry) => {
		if (typeof entry.value !== "string" || !entry.value.startsWith("file://")) return [entry];
		const at = entry.at();
		const found = findFiles(entry.value, config, reading.sources);
		const [path, ...others] = found.kind === "found" ? found.paths : [];
		if (path === void 0 || others.length > 0 || !/\.(?:json|ya?ml)$/iu.test(path)) {
			const why = found.kind === "refused" ? found.why : "it must be one JSON or YAML file";
			reading.problems.push({
				reason: "files",
				what: `The assertions of \`${entry.value}\` cannot be read: ${why}.`,
				at
			});
			return [];
		}
		reading.caseFiles.add(path);
		const read = parsedFile(path, at, reading);
		return read?.kind === "read" ? partOf(read.located).items() : [];
	});
}

// src/formats/cases/promptfoo/read-test.ts
const unused$1 = {
	"options.repeat": "the review decides itself how often a case is asked",
	provider: "the review asks the models that it is configured with",
	providers: "the review asks the models that it is configured with",
	"options.provider": "`judge` of the config grades"
};
function readTest(layers, defaults, config, reading, scenario) {
	const all = [...defaults === void 0 ? [] : [defaults], ...layers];
	const either = (key) => {
		return all.map((layer) => key.split(".").reduce((part, step) => part?.child(step), layer)).findLast((part) => part !== void 0);
	};
	const test = layers.at(-1) ?? layers[0];
	const vars = new Map(all.flatMap((layer) => [...readVars(layer.child("vars"), reading)]));
	const remade = transformVars(vars, either("options.transformVars"), config, reading);
	const expanded = expandVars(remade.vars, either("options.disableVarExpansion")?.value === true, config, reading);
	const assertions = (either("options.disableDefaultAsserts")?.value === true ? layers : all).flatMap((layer) => collectAssertions(layer.child("assert"), config, reading));
	const written = either("options.transform") ?? either("options.postprocess");
	const transform = written === void 0 ? void 0 : readScript(written, config, reading);
	const scored = either("assertScoringFunction");
	const scoring = scored === void 0 ? void 0 : readScriptFile(String(scored.value), scored, config, reading);
	const notRun = [
		...expanded.notRun,
		...remade.notRun,
		...transform?.kind === "not-run" && written !== void 0 ? lost("options.transform", written, transform.why) : [],
		...notDone("providerOutput", either("providerOutput")),
		...scoring?.kind === "not-run" && scored !== void 0 ? lost("assertScoringFunction", scored, scoring.why) : []
	];
	for (const [key, why] of Object.entries(unused$1)) {
		const part = either(key);
		if (part !== void 0) reading.notes.push({
			text: `A test’s \`${key}\` is not used: ${why}.`,
			at: part.at()
		});
	}
	const prompts = either("prompts")?.items().flatMap(({ value }) => typeof value === "string" ? [value] : []);
	const threshold = either("threshold")?.value;
	const storesAs = either("options.storeOutputAs")?.value;
	const wrap = {
		prefix: textAround(all, "prefix"),
		suffix: textAround(all, "suffix")
	};
	const shared = {
		tags: tagsIn(Object.assign({}, ...all.map((layer) => mapIn(layer.child("metadata"))))),
		weight: 1,
		...typeof threshold === "number" && { min: threshold },
		history: [],
		...(wrap.prefix !== "" || wrap.suffix !== "") && { wrap },
		callsAsText: true,
		conversation: JSON.stringify([config, either("metadata.conversationId")?.value ?? scenario ?? null]),
		at: test.at(),
		...typeof storesAs === "string" && { storesAs },
		...written !== void 0 && { isRemade: true },
		written: JSON.stringify([[...vars.values()].map(({ value }) => value), assertions.map(({ value }) => value)]),
		...prompts !== void 0 && prompts.length > 0 && { prompts }
	};
	return expanded.combinations.map((combination) => {
		const context = contextIn(combination);
		const about = {
			vars: combination,
			config,
			ownRubric: either("options.rubricPrompt") !== void 0,
			hasContext: context.length > 0,
			suite: reading,
			share: 1,
			transforms: transform?.kind === "script" ? [transform.script] : []
		};
		const read = assertions.map((assertion) => readAssertion(assertion, about));
		const { checks: named, ...judged } = settleReferences(read.flatMap((one) => one.checks));
		const failed = [...read.flatMap((one) => one.notRun), ...judged.notRun];
		const weightless = named.every(({ weight }) => weight === 0);
		const checks = tellApart(named.map(({ metric: _, ...check }) => check));
		const description = describe(either("description")?.value, combination, reading);
		return {
			...shared,
			vars: combination,
			context,
			...description !== void 0 && { description },
			...judged.reference !== void 0 && { reference: judged.reference },
			checks: weightless ? [] : checks,
			...scoring?.kind === "script" && { scoring: {
				script: scoring.script,
				metrics: metricsIn(named, checks)
			} },
			notRun: assertions.length === 0 ? [] : [...notRun, ...failed.map((one) => scoring === void 0 ? one : {
				...one,
				whole: true
			})]
		};
	});
}
function textAround(layers, key) {
	const found = layers.map((layer) => layer.child("options")?.child(key)?.value).findLast((text) => text !== void 0 && text !== null && text !== "");
	return typeof found === "string" || typeof found === "number" ? String(found) : "";
}
function notDone(name, part) {
	return part === void 0 ? [] : lost(name, part, "no prompt can change a reply that is written in the test");
}
function lost(name, part, why) {
	return [{
		name,
		at: part.at(),
		why,
		whole: true
	}];
}
function describe(written, vars, reading) {
	if (typeof written !== "string") return void 0;
	const filled = fillText(written, vars, reading);
	const line = showOnOneLine(filled.kind === "filled" ? filled.value : written, 120);
	return line === "" ? void 0 : line;
}
function contextIn({ context }) {
	if (typeof context === "string") return context === "" ? [] : [context];
	return Array.isArray(context) ? context.flatMap((one) => typeof one === "string" ? [one] : []) : [];
}
function tagsIn(metadata) {
	const tags = Object.entries(metadata).flatMap(([key, value]) => {
		return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string" || typeof one === "number").map((one) => key === "tags" ? String(one) : `${key}=${one}`);
	});
	return [...new Set(tags)];
}
function mapIn(part) {
	return isObject$1(part?.value) ? part.value : {};
}
function settleReferences(checks) {
	const reference = checks.find((check) => check.reference !== void 0)?.reference;
	const fits = (own) => own === void 0 || own === reference;
	return {
		checks: checks.flatMap(({ reference: own, ...check }) => fits(own) ? [check] : []),
		notRun: checks.flatMap(({ reference: own, kind, at }) => fits(own) ? [] : [{
			name: kind,
			at,
			why: "the case has another reference already"
		}]),
		...reference !== void 0 && { reference }
	};
}
function metricsIn(written, named) {
	const found = written.flatMap(({ metric }, index) => {
		const check = named[index]?.name;
		return metric === void 0 || check === void 0 ? [] : [{
			metric,
			check
		}];
	});
	return [...Map.groupBy(found, ({ metric }) => metric)].map(([name, held]) => ({
		name,
		checks: held.map(({ check }) => check)
	}));
}
function tellApart(checks) {
	const seen = /* @__PURE__ */ new Map();
	return checks.map((check) => {
		const key = JSON.stringify([check.kind, check.name]);
		const before = seen.get(key) ?? 0;
		seen.set(key, before + 1);
		return before === 0 ? check : {
			...check,
			name: `${check.name} (${before + 1})`
		};
	});
}

// src/formats/cases/promptfoo/read-suite.ts
const mostCases = 5e3;
const mostText = 2e7;
const unused = {
	extensions: "hooks are not run",
	redteam: "generated attacks are not run",
	derivedMetrics: "they sum up metrics over all tests, and decide nothing",
	env: "templates see no environment",
	evaluateOptions: "the review decides itself how often, and how many at once, it asks"
};
function readSuite(config, reading) {
	const { of, taken } = readParameters(config, reading);
	const asked = "the review asks the models that it is configured with, and its own judge";
	for (const key of ["providers", "targets"]) {
		const at = config.root.child(key)?.at("key");
		if (at === void 0) continue;
		const names = taken.map((name) => `\`${name}\``).join(", ");
		const text = taken.length === 0 ? `\`${key}\` is not used` : `Of \`${key}\` only ${names} is used`;
		reading.notes.push({
			text: `${text}: ${asked}.`,
			at
		});
	}
	return {
		cases: readCases$1(config, reading),
		params: of
	};
}
function readCases$1({ root, path }, outer) {
	const reading = {
		...outer,
		filters: filtersOf(root.child("nunjucksFilters"), path, outer)
	};
	for (const [key, why] of Object.entries(unused)) {
		const part = root.child(key);
		if (part !== void 0) reading.notes.push({
			text: `\`${key}\` is not used: ${why}.`,
			at: part.at("key")
		});
	}
	const defaults = defaultsOf(root.child("defaultTest"), path, reading);
	const cases = [];
	let size = 0;
	for (const { layers, scenario } of testsOf(root, defaults, reading)) {
		const made = readTest(layers, layers[0] === defaults ? void 0 : defaults, path, reading, scenario);
		for (const one of made) cases.push(one);
		size += made.reduce((sum, { vars }) => sum + sizeOf(vars), 0);
		if (cases.length <= mostCases && size <= mostText) continue;
		const what = cases.length > mostCases ? `The tests make more than ${mostCases} cases.` : `The vars of the tests hold more than ${mostText} characters together.`;
		reading.problems.push({
			reason: "files",
			what,
			at: layers[0].at(),
			fix: "Split the config."
		});
		return [];
	}
	return cases;
}
function* testsOf(root, defaults, reading) {
	const [tests, scenarios] = [root.child("tests"), root.child("scenarios")];
	if (tests === void 0 && scenarios === void 0 && defaults?.child("assert") !== void 0) yield { layers: [defaults] };
	for (const test of collectTests(tests, reading)) yield { layers: [test] };
	for (const [index, scenario] of collectTests(scenarios, reading).entries()) {
		const own = scenario.child("tests");
		const combined = collectTests(own, reading);
		for (const data of collectTests(scenario.child("config"), reading)) {
			if (own === void 0) yield {
				layers: [data],
				scenario: index
			};
			for (const test of combined) yield {
				layers: [data, test],
				scenario: index
			};
		}
	}
}
function filtersOf(written, config, reading) {
	if (!isObject$1(written?.value)) return [];
	return Object.entries(written.value).flatMap(([name, file]) => {
		const part = written.child(name) ?? written;
		const address = typeof file === "string" ? `file://${file.replace(/^file:\/\//u, "")}` : "";
		const read = readScriptFile(address, part, config, reading);
		if (read.kind === "script" && !/^[ \t]*export\b/mu.test(read.source)) return [{
			name,
			source: read.source
		}];
		const why = read.kind === "not-run" ? read.why : "it must be a CommonJS file";
		if (read.kind !== "none") reading.notes.push({
			text: `The filter \`${name}\` is not run: ${why}.`,
			at: part.at()
		});
		return [];
	});
}
function sizeOf(vars) {
	return Object.values(vars).reduce((sum, value) => sum + (typeof value === "string" ? value.length : JSON.stringify(value).length), 0);
}
function defaultsOf(written, config, reading) {
	if (typeof written?.value !== "string") return written === void 0 ? void 0 : followReference(written);
	const at = written.at();
	const found = findFiles(written.value, config, reading.sources);
	const [path, ...others] = found.kind === "found" ? found.paths : [];
	if (path === void 0 || others.length > 0 || !/\.(?:json|ya?ml)$/iu.test(path)) {
		const why = found.kind === "refused" ? found.why : "it must be one JSON or YAML file";
		reading.problems.push({
			reason: "files",
			what: `\`defaultTest\` cannot be read: ${why}.`,
			at
		});
		return;
	}
	reading.caseFiles.add(path);
	const read = parsedFile(path, at, reading);
	return read?.kind === "read" ? partOf(read.located) : void 0;
}

// src/formats/cases/promptfoo/select-cases.ts
function selectCases(cases, prompts, path, key) {
	const named = prompts.filter((prompt) => prompt.path === path && (prompt.held === void 0 || prompt.held.key === key));
	if (named.length === 0) return [];
	const names = named.flatMap((prompt) => prompt.names);
	const isMeant = (wanted) => names.some((name) => wanted.endsWith("*") ? name.startsWith(wanted.slice(0, -1)) : name === wanted || name.startsWith(`${wanted}:`));
	return cases.filter((golden) => golden.prompts === void 0 || golden.prompts.some(isMeant));
}

// src/core/cases/cases-file-schema.ts
const json = any().meta({ description: "Any value." });
const scalar = union([
	string(),
	number(),
	boolean()
]).transform(String);
const oneOrMore = union([string(), array(scalar)]).transform((held) => typeof held === "string" ? [held] : held);
const weight = number().positive().max(1e6);
const passMark = number().min(0).max(1);
const vars = record(string(), json);
const message = strictObject({
	role: _enum([
		"system",
		"developer",
		"user",
		"assistant",
		"tool"
	]),
	content: string()
});
const checks = array(union([string(), record(string(), json)])).meta({ id: "checks" });
const user = string().min(1).optional().meta({ description: "The user’s turn that follows the prompt: a template such as \"{{question}}\" over the vars." });
const key = string().min(1).optional().meta({ description: "Key of the prompt it is for, in a file that holds several." });
const cannedResult = strictObject({
	when: record(string(), json).optional().meta({ description: "Arguments that a call must have for this result, among others; left out: any." }),
	returns: json.meta({ description: "What the tool answers: a text, or a value that is sent as JSON." })
});
const tools = record(string().min(1), array(cannedResult)).optional().meta({ description: "Results of tools by name: calls are answered with them until the model answers in words." });
const maxSteps = int().min(1).max(50).optional().meta({ description: `Most replies of the model to one message, where \`tools\` answer; ${8} if left out.` });
const triggers = union([boolean(), string().min(1)]).meta({ description: "Of a skill: whether a model picks it for this turn, among all skills; or the name of the skill that it picks instead." });
const goldenCase = strictObject({
	id: union([string().min(1).max(200), number()]).transform(String).optional().meta({ description: "Unique in the file; left out: a hash of the vars." }),
	prompt: key,
	segment: scalar.optional(),
	tags: oneOrMore.optional(),
	weight: weight.optional().meta({ description: "Weight in the mean; 1 if left out." }),
	min: passMark.optional().meta({ description: "A reply passes from this score on (0–1), whatever single checks say." }),
	vars: vars.optional().meta({ description: "Values for the variables of the prompt; `{ image: PATH }`, `{ audio: PATH }` and `{ file: PATH }` show a file." }),
	context: oneOrMore.optional().meta({ description: "Retrieved passages, for the RAG triad." }),
	reference: scalar.optional().meta({ description: "A reply that would be right." }),
	label: number().min(0).max(10).optional().meta({ description: "A person's verdict on a reply: 1–10, or 0/1." }),
	user,
	history: array(message).optional().meta({ description: "Turns that came before." }),
	tools,
	"max-steps": maxSteps,
	triggers: triggers.optional(),
	checks: checks.optional()
});
const defaults = strictObject({
	checks: checks.optional().meta({ description: "Checks of every case; the same kind and name in a case replaces." }),
	prompt: key,
	segment: scalar.optional(),
	tags: oneOrMore.optional(),
	weight: weight.optional(),
	min: passMark.optional(),
	vars: vars.optional(),
	user,
	tools,
	"max-steps": maxSteps
});
const list = array(goldenCase);
const withDefaults = strictObject({
	defaults: defaults.optional(),
	cases: list
});
const casesFileSchema = union([withDefaults, list]);
const casesFileForms = {
	list,
	withDefaults,
	defaults,
	goldenCase
};
const casesFileKeys = {
	file: Object.keys(withDefaults.shape),
	defaults: Object.keys(defaults.shape),
	case: Object.keys(goldenCase.shape),
	message: Object.keys(message.shape),
	result: Object.keys(cannedResult.shape)
};

// src/formats/cases/csv/read-csv.ts
const csvCases = {
	name: "csv",
	about: {
		recognisedBy: "`.csv` with a header: `id`, `segment`, `weight`, `reference`, `context`, `tags`, `label`, `check:KIND`, and variables by any other name",
		notRead: ["`history`, `tools`, `defaults` and what else has no column"],
		example: {
			path: "prompts/hours.cases.csv",
			text: `id,question,check:contains,check:max-words,tags
sunday,Are you open on Sunday?,closed,120,smoke
evening,"Are you open at eight, or later?",,120,
`
		}
	},
	endings: [".csv"],
	read: readCsv
};
const fields = [
	"id",
	"segment",
	"weight",
	"reference",
	"context",
	"tags",
	"label"
];
function readCsv(text, file, kinds) {
	const rows = readCsvRows(text, file);
	if (rows.kind === "broken") return rows;
	const [header, ...body] = rows.rows;
	if (header === void 0) return broken({
		reason: "files",
		what: "The file has no header row.",
		at: {
			file,
			line: 1
		}
	});
	const many = tooManyCases(body.length, file);
	if (many !== void 0) return broken(many);
	const problems = [];
	const columns = readHeader(header, file, kinds, problems);
	for (const { cells, line } of body) {
		if (cells.length === header.cells.length) continue;
		const what = `This row has ${cells.length} cells, the header ${header.cells.length}.`;
		problems.push({
			reason: "files",
			what,
			at: {
				file,
				line
			},
			fix: "Put texts with commas or line breaks in double quotes."
		});
	}
	const [first, ...rest] = problems;
	if (first !== void 0) return {
		kind: "broken",
		problems: [first, ...rest.slice(0, 19)]
	};
	const value = body.map(({ cells }) => readRow(cells, columns));
	const at = ([index]) => ({
		file,
		line: body[Number(index)]?.line ?? 1
	});
	return {
		kind: "read",
		located: {
			value,
			at
		}
	};
}
function readHeader({ cells, line }, file, kinds, problems) {
	const at = {
		file,
		line
	};
	const seen = /* @__PURE__ */ new Set();
	return cells.flatMap((cell) => {
		const name = cell.trim();
		if (name === "" || name === "__proto__") {
			problems.push({
				reason: "files",
				what: name === "" ? "A column has no name." : "A column cannot be named `__proto__`.",
				at,
				fix: "Name it."
			});
			return [];
		}
		if (name.startsWith("check:")) {
			const kind = name.slice(6).trim();
			const check = kinds.get(kind);
			if (check !== void 0) return [{
				kind: "check",
				check
			}];
			problems.push({
				reason: "files",
				what: `There is no check \`${kind}\`.`,
				at,
				fix: fixUnknown(kind, [...kinds.keys()])
			});
			return [];
		}
		if (seen.has(name)) problems.push({
			reason: "files",
			what: `Two columns are named \`${name}\`.`,
			at,
			fix: "Rename one."
		});
		seen.add(name);
		const field = fields.find((one) => one === name);
		return [field === void 0 ? {
			kind: "var",
			name
		} : {
			kind: "field",
			field
		}];
	});
}
function readRow(cells, columns) {
	const own = [];
	const vars = [];
	const checks = [];
	for (const [index, column] of columns.entries()) {
		const cell = cells[index] ?? "";
		if (column.kind === "var") vars.push([column.name, cell]);
		else if (cell.trim() === "") continue;
		else if (column.kind === "field") own.push([column.field, readField(column.field, cell)]);
		else checks.push({ [column.check.kind]: readArgument(column.check, cell) });
	}
	return {
		...Object.fromEntries(own),
		vars: Object.fromEntries(vars),
		checks
	};
}
function readField(field, cell) {
	switch (field) {
		case "weight":
		case "label": return Number.isFinite(Number(cell)) ? Number(cell) : cell;
		case "tags": return cell.split(/[\s,;]+/u).filter((tag) => tag !== "");
		case "context": return parseJson(cell) ?? cell;
		case "id": return cell.trim();
		case "segment":
		case "reference": return cell;
	}
}
function readArgument({ argument }, cell) {
	const json = parseJson(cell);
	const number = Number(cell);
	const bare = /^\s*(?:true|yes|x)\s*$/iu.test(cell);
	const readings = [
		...json === void 0 ? [] : [json],
		cell,
		...Number.isFinite(number) ? [number] : [],
		...bare ? [null] : []
	];
	for (const reading of readings) {
		const parsed = argument.safeParse(reading);
		if (parsed.success) return typeof parsed.data === "number" ? parsed.data : reading;
	}
	return cell;
}
function parseJson(cell) {
	if (!/^\s*[[{]/u.test(cell)) return void 0;
	try {
		return JSON.parse(cell);
	} catch {
		return;
	}
}
function broken(problem) {
	return {
		kind: "broken",
		problems: [problem]
	};
}

// src/formats/cases/openai-evals.ts
const openAiEvals = {
	name: "OpenAI Evals samples",
	about: {
		recognisedBy: "`.jsonl` whose first line has an `input` and its `ideal`",
		notRead: ["the registry (`evals/registry/evals/*.yaml`): a name with `includes` makes `ideal` a text to contain, one with `fuzzy` whatever its case; else the reply must begin with it, as `Match` has it", "keys beside `input` and `ideal`, which only classes that ask a model take"],
		example: {
			path: "prompts/refund.cases.jsonl",
			text: `{"input": [{"role": "system", "content": "Answer Yes or No."}, {"role": "user", "content": "May I return it after 40 days?"}], "ideal": "No"}
{"input": "May I return it after 4 days?", "ideal": ["Yes", "yes"]}
`
		},
		reference: { library: "`openai/evals`, `evals/elsuite/basic`" }
	},
	endings: [".jsonl"],
	recognises: (text) => {
		const [first = ""] = text.replace(/^\u{feff}/u, "").trimStart().split("\n", 1);
		if (!/"ideal"\s*:/u.test(first)) return false;
		const sample = readPlainJson(first, "")?.value;
		return isObject$1(sample) && "input" in sample && "ideal" in sample && !("vars" in sample);
	},
	read: (text, path) => {
		const read = readJsonLines(text, path);
		if (read.kind === "broken") return read;
		const { value, at } = read.located;
		const samples = Array.isArray(value) ? value : [];
		const check = checkOf(path);
		const cases = samples.map((sample) => toCase(isObject$1(sample) ? sample : {}, check));
		const [first, ...rest] = cases.flatMap((one, index) => typeof one === "string" ? [{
			reason: "files",
			what: one,
			at: at([index]),
			fix
		}] : []);
		if (first !== void 0) return {
			kind: "broken",
			problems: [first, ...rest.slice(0, 19)]
		};
		return {
			kind: "read",
			located: {
				value: cases.filter((one) => typeof one !== "string"),
				at: ([index = 0]) => at([index])
			}
		};
	}
};
const fix = "Write `{\"input\": [{\"role\": \"user\", \"content\": \"…\"}], \"ideal\": \"…\"}`.";
function checkOf(path) {
	const name = path.split("/").slice(-2).join("/").toLowerCase();
	if (name.includes("fuzzy")) return (ideal) => ({
		"contains-any": [...ideal],
		"ignore-case": true
	});
	if (name.includes("includes")) return (ideal) => ({
		"contains-any": [...ideal],
		exact: true
	});
	return ([only = "", ...others]) => others.length === 0 ? {
		"starts-with": only,
		exact: true
	} : { regex: `^(?:${[only, ...others].map((one) => one.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&")).join("|")})` };
}
function toCase({ input, ideal }, check) {
	const wanted = Array.isArray(ideal) ? ideal : [ideal ?? null];
	const texts = wanted.filter((one) => typeof one === "string" && one !== "");
	if (texts.length === 0 || texts.length < wanted.length) return `\`ideal\` must be a text, or a list of texts, not ${nameType(ideal)}.`;
	const [first = ""] = texts.map(String);
	const graded = {
		reference: first,
		checks: [check(texts.map(String))]
	};
	if (typeof input === "string") return {
		vars: { input },
		...graded
	};
	if (!Array.isArray(input) || input.length === 0) return `\`input\` must be a text, or a list of messages, not ${nameType(input)}.`;
	const turns = input.map(readTurn);
	if (turns.some((turn) => turn === void 0)) return "A message of `input` must have a `role` and a text as `content`.";
	const read = turns.filter((turn) => turn !== void 0);
	const system = read.filter(({ role }) => role === "system").map(({ content }) => content);
	const [last, ...before] = read.filter(({ role }) => role !== "system").toReversed();
	if (last === void 0) return {
		vars: { input: system.join("\n") },
		...graded
	};
	if (last.role !== "user") return "The last message of `input` must be the user’s.";
	return {
		vars: {
			...system.length > 0 && { system: system.join("\n") },
			input: last.content
		},
		...before.length > 0 && { history: before.toReversed() },
		...graded
	};
}
function readTurn(message) {
	if (!isObject$1(message)) return void 0;
	const { role, content, name } = message;
	if (typeof content !== "string") return void 0;
	if (role === "system" && typeof name === "string" && /^example_(?:user|assistant)$/u.test(name)) return {
		role: name.slice(8),
		content
	};
	return role === "system" || role === "user" || role === "assistant" ? {
		role,
		content
	} : void 0;
}

// src/formats/cases/read-yaml-cases.ts
const yamlCases = {
	name: "yaml",
	about: {
		recognisedBy: "`.yml`, `.yaml`: a list, or a map with `cases` and `defaults`",
		notRead: [],
		example: {
			path: "prompts/refund.cases.yml",
			text: `defaults:
  checks:
    - max-words: 60
cases:
  - id: late
    vars: { question: Can I return it after 40 days? }
    checks:
      - contains: 30 days
`
		}
	},
	endings: [".yml", ".yaml"],
	read: (text, path) => readYaml(text, path)
};

// src/formats/cases/forms.ts
var forms_exports = /* @__PURE__ */ __exportAll({
	csvCases: () => csvCases,
	jsonCases: () => jsonCases,
	jsonLinesCases: () => jsonLinesCases,
	openAiEvals: () => openAiEvals,
	yamlCases: () => yamlCases
});

// src/formats/cases/read-cases.ts
const caseForms = byName$1(forms_exports);
function readCases(path, text, kinds, outer) {
	const read = readByEnding(path, text, kinds);
	if (read.kind === "broken") return read;
	const { located } = read;
	const many = tooManyCases(countWritten(located.value), path);
	if (many !== void 0) return {
		kind: "broken",
		problems: [many]
	};
	const problems = [];
	const file = parseFile(located, problems);
	const reading = {
		located,
		kinds,
		reason: "files",
		shared: /* @__PURE__ */ new Map()
	};
	const defaults = readChecks(file.defaults.checks ?? [], ["defaults", "checks"], reading, problems);
	const cases = file.cases.flatMap((written, index) => {
		if (written === void 0) return [];
		const at = [...file.under, index];
		const own = readChecks(written.checks ?? [], [...at, "checks"], reading, problems);
		const checks = written.triggers === void 0 ? mergeChecks(outer, defaults, own) : mergeChecks([triggerCheck(written.triggers, located.at([...at, "triggers"], "key"))], own);
		return toGoldenCase(written, file.defaults, checks, located.at(at));
	});
	const [first, ...rest] = [
		...problems,
		...findDuplicates(cases),
		...cases.flatMap(findWeightless)
	].toSorted((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0));
	return first === void 0 ? {
		kind: "cases",
		cases
	} : {
		kind: "broken",
		problems: [first, ...rest.slice(0, 19)]
	};
}
function countWritten(value) {
	const cases = isObject$1(value) ? value["cases"] : value;
	return Array.isArray(cases) ? cases.length : 0;
}
function readByEnding(path, text, kinds) {
	const ofEnding = caseForms.filter(({ endings }) => endings.some((ending) => path.endsWith(ending)));
	return (ofEnding.find(({ recognises }) => recognises?.(text)) ?? ofEnding.find(({ recognises }) => recognises === void 0) ?? yamlCases).read(text, path, kinds);
}
function parseFile(located, problems) {
	const nothing = {
		defaults: {},
		cases: [],
		under: []
	};
	if (located.value === null) return nothing;
	if (Array.isArray(located.value)) {
		const parsed = casesFileForms.list.safeParse(located.value, { reportInput: true });
		if (parsed.success) return {
			...nothing,
			cases: parsed.data
		};
		problems.push(...explainIssues(parsed.error.issues, located, keysAt));
		return {
			...nothing,
			cases: readableCases(located.value)
		};
	}
	const parsed = casesFileForms.withDefaults.safeParse(located.value, { reportInput: true });
	if (parsed.success) return {
		defaults: parsed.data.defaults ?? {},
		cases: parsed.data.cases,
		under: ["cases"]
	};
	problems.push(...explainIssues(parsed.error.issues, located, keysAt));
	const held = isObject$1(located.value) ? located.value : {};
	const defaults = casesFileForms.defaults.safeParse(knownOf(held["defaults"], casesFileKeys.defaults));
	return {
		defaults: defaults.success ? defaults.data : {},
		cases: readableCases(held["cases"]),
		under: ["cases"]
	};
}
function readableCases(written) {
	if (!Array.isArray(written)) return [];
	return written.map((one) => casesFileForms.goldenCase.safeParse(knownOf(one, casesFileKeys.case)).data);
}
function knownOf(value, keys) {
	return isObject$1(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key))) : value;
}
function keysAt(path) {
	if (path.length === 0) return casesFileKeys.file;
	if (path.includes("history")) return casesFileKeys.message;
	if (path.includes("tools")) return casesFileKeys.result;
	return path[0] === "defaults" ? casesFileKeys.defaults : casesFileKeys.case;
}
function toGoldenCase(written, defaults, checks, at) {
	const vars = {
		...defaults.vars,
		...written.vars
	};
	const history = written.history ?? [];
	const segment = written.segment ?? defaults.segment;
	const min = written.min ?? defaults.min;
	const user = written.user ?? defaults.user;
	const prompt = written.prompt ?? defaults.prompt;
	const maxSteps = written["max-steps"] ?? defaults["max-steps"];
	return {
		id: written.id ?? idOf(vars, history, written.user),
		...prompt !== void 0 && { prompt },
		...segment !== void 0 && { segment },
		tags: [.../* @__PURE__ */ new Set([...defaults.tags ?? [], ...written.tags ?? []])],
		weight: written.weight ?? defaults.weight ?? 1,
		...min !== void 0 && { min },
		vars,
		context: written.context ?? [],
		...written.reference !== void 0 && { reference: written.reference },
		...written.label !== void 0 && { label: written.label },
		...user !== void 0 && { user },
		history,
		...toolsOf(written, defaults),
		...maxSteps !== void 0 && { maxSteps },
		checks,
		notRun: [],
		at
	};
}
function toolsOf({ tools: own }, { tools: outer }) {
	if (own === void 0 && outer === void 0) return {};
	const tools = {
		...outer,
		...own
	};
	return { tools: Object.fromEntries(Object.entries(tools).map(([name, results]) => [name, results.map(({ when, returns }) => ({
		...when !== void 0 && { when },
		returns
	}))])) };
}
function findWeightless({ id, checks, at }) {
	if (checks.length === 0 || checks.some(({ weight }) => weight > 0)) return [];
	return [{
		reason: "files",
		what: `All checks of the case \`${id}\` weigh 0.`,
		at,
		fix: "Give one of them a weight."
	}];
}
function mergeChecks(...levels) {
	const merged = /* @__PURE__ */ new Map();
	for (const check of levels.flat()) merged.set(JSON.stringify([check.kind, check.name]), check);
	return [...merged.values()];
}

export { filesOfChecks as A, skillPrompts as C, suffixOfInstructions as D, skillKeys as E, findIncluded as F, renderDotprompt as M, renderMessages as N, recogniseUnread as O, renderWith as P, readInstructions as S, isSkillFile as T, namesGivenBy as _, agreeIn as a, chooseEngine as b, configTexts as c, renderTemplate as d, readDefaultChecks as f, readPromptfooPrompts as g, keyedPrompt as h, readSuite as i, inlineFiles as j, findDuplicates as k, isConfigPath as l, formats as m, readCases as n, readConfig as o, formatNamed as p, selectCases as r, nameCases as s, mergeChecks as t, mayBeConfigPath as u, settlePrompts as v, isNamedForAgents as w, isKnown as x, variablesOf as y };