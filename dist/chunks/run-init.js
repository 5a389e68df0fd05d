import "./rolldown-runtime.js";
import { b as chooseEngine, m as formats, w as isNamedForAgents } from "./cases.js";
import { a as matchPrompts, r as matchAgents, t as defaultPromptGlobs } from "./prompt-globs.js";
import { h as splitTurns, n as isNamedSystem, p as joinedVariables } from "./settle-role.js";
import { l as engineNames } from "./drift-schema.js";
import { t as engines } from "./engines.js";
import { r as lookUp } from "./fill-template.js";
import { a as addressesModel } from "./may-concern.js";
import { r as starterValues } from "./starters.js";
import { r as showOnOneLine } from "./show-hidden.js";
import { n as needOf } from "./needs-of.js";
import { a as readSettings, l as configPaths } from "./read-settings.js";
import { t as checkKinds } from "./scorers.js";
import { t as readGoldenSet } from "./read-golden-set.js";
import { n as filesOf } from "./promptfoo-reader.js";
import { i as wireInit, n as wordUnwritten } from "./run-convert.js";
import { t as exits } from "./exits.js";
import { t as readInputs } from "./read-inputs2.js";
import { createInterface } from "node:readline/promises";

// src/core/init/code-file.ts
const code = /\.(?:py|ts|tsx|js|jsx|mjs|cjs|go|rb|java|kt|cs|rs|php)$/iu;
const others$1 = /(?:^|\/)(?:node_modules|vendor|dist|build|third_party|\.git|\.venv|venv|site-packages|tests?|__tests__|spec|docs?|examples?)\/|(?:^|\/)(?:test_[^/]*|[^/]*(?:_test|\.test|\.spec|\.min)\.[a-z]+)$/iu;
const longest$3 = 2e5;
const chains = /^[ \t]*(?:from|import|use|using|require|const|let|var)\b[^\n]{0,200}?\b(?:langchain|langgraph|llama_?index|crewai|autogen|haystack|pydantic_ai|semantic_kernel|smolagents|dspy|openai\/agents|mastra)\b/imu;
function isChain({ text }) {
	return chains.test(text);
}
function isCode(path, bytes) {
	return code.test(path) && !others$1.test(path) && bytes > 0 && bytes <= longest$3;
}

// src/core/init/joins-in.ts
const quoted = `[fF]?"""(?:(?!""")[\\s\\S]){0,1000}?"""|[fF]?"(?:[^"\\\\\\n]|\\\\.)*"|[fF]?'(?:[^'\\\\\\n]|\\\\.)*'|\`[^\`]*\``;
const part = `(?:(?:${quoted})(?:\\.join\\([^()\\n]*\\))?|[A-Za-z_][\\w.]*(?:\\([^()\\n]*\\)|\\[[^\\[\\]\\n]*\\])*)`;
const longest$2 = 1e3;
function joinsIn({ path, text }, operand) {
	const sums = Array.from(text.matchAll(new RegExp(`((?:${part}\\s*\\+\\s*){0,4})${operand}(?:\\.\\w+\\([^()\\n]*\\))*((?:\\s*\\+\\s*${part}){0,6})`, "gu")), (found) => ({
		index: found.index,
		before: sumOf(found[1]),
		after: sumOf(found[2])
	}));
	const hole = `\\{\\s*${operand}(?:\\.\\w+\\([^()\\n]*\\))*\\s*\\}`;
	const templates = [`[fF]("""|'''|"|')((?:(?!\\1)[\\s\\S]){0,${longest$2}}?)${hole}((?:(?!\\1)[\\s\\S]){0,${longest$2}}?)\\1`, `(\`)([^\`]{0,${longest$2}}?)\\$${hole}([^\`]{0,${longest$2}}?)\``].flatMap((pattern) => Array.from(text.matchAll(new RegExp(pattern, "gu")), (found) => ({
		index: found.index,
		before: templateOf(found[2]),
		after: templateOf(found[3])
	})));
	const lists = Array.from(text.matchAll(new RegExp(`(${quoted})\\.join\\(\\s*[\\[(]\\s*${operand}\\s*,\\s*(${part}(?:\\s*,\\s*${part}){0,4})\\s*,?\\s*[\\])]`, "gu")), (found) => {
		const by = wordOf(found[1] ?? "");
		const others = Array.from((found[2] ?? "").matchAll(new RegExp(part, "gu")), ([one]) => `${by}${wordOf(one)}`);
		return {
			index: found.index,
			before: "",
			after: others.join("")
		};
	});
	const added = Array.from(text.matchAll(new RegExp(`(?<![\\w.])${operand}\\s*\\+=\\s*\\(?\\s*(${part}(?:\\s*\\+\\s*${part}|\\s+(?:${quoted})){0,6})`, "gu")), (found) => ({
		index: found.index,
		before: "",
		after: sumOf(found[1])
	}));
	return [
		...sums,
		...templates,
		...lists,
		...added
	].filter(({ before, after }) => /\{\{/u.test(before + after) && before.length + after.length <= longest$2).map(({ index, before, after }) => ({
		joined: {
			...before !== "" && { prepend: before },
			...after !== "" && { append: after }
		},
		file: path,
		line: text.slice(0, index).split("\n").length,
		target: targetOf(text, index)
	}));
}
function targetOf(text, index) {
	const line = text.slice(text.lastIndexOf("\n", index) + 1, text.indexOf("\n", index) >>> 0);
	return /([A-Za-z_]\w*)\s*(?::\s*\w+\s*)?(?:\+|:)?=(?!=)/u.exec(line)?.[1];
}
function sumOf(written) {
	return Array.from((written ?? "").matchAll(new RegExp(part, "gu")), ([one]) => wordOf(one)).join("");
}
function wordOf(written) {
	const listed = /\.join\(\s*([\s\S]*)\)$/u.exec(written)?.[1];
	if (listed !== void 0) return variable(listed);
	const text = /^([fF]?)("""|'''|["'`])([\s\S]*)\2$/u.exec(written);
	if (text === null) return variable(written);
	const [, marked, quote, held = ""] = text;
	return marked !== "" || quote === "`" ? templateOf(held) : unescaped(held);
}
function templateOf(written) {
	return unescaped(written ?? "").replaceAll(/\$?\{\s*([^{}]+?)\s*\}/gu, (_, inner) => variable(inner));
}
const asText = /^(?:JSON\.stringify|json\.dumps|str|String|repr)\(\s*([\w.]+)\s*[,)]/u;
function variable(written) {
	const name = (asText.exec(written.trim())?.[1] ?? written).replace(/(?:![rsa])?:[^:[\]()'"]*$/u, "").replaceAll(/\([^()]*\)|\[[^[\]]*\]/gu, "(").split(".").filter((step) => !step.endsWith("(")).at(-1)?.replaceAll(/\W/gu, "") ?? "";
	return `{{${/^[A-Za-z_]/u.test(name) ? name : "input"}}}`;
}
function unescaped(text) {
	return text.replaceAll(/\\([nt"'`\\])/gu, (_, sign) => ({
		n: "\n",
		t: "	"
	})[sign] ?? sign);
}

// src/core/init/names-of-text.ts
const near = 60;
const mostSteps = 4;
const mostNames = 12;
const mostParts = 20;
function namesOfText(written, code) {
	if (written.length === 0) return [];
	const mention = new RegExp(written.join("|"), "u");
	const parts = code.flatMap((file) => partsOf(file, mention));
	const telling = [...new Set(parts.flatMap(({ names }) => names.filter(isTelling)))].slice(0, mostNames);
	const users = code.filter(({ text }) => telling.some((name) => text.includes(name))).flatMap((file) => [{
		...file,
		from: 0,
		names: telling
	}, ...partsNaming(file, telling)]);
	return [...parts, ...users].slice(0, mostParts);
}
function partsNaming({ path, text }, names) {
	const held = new RegExp(`(?<![\\w"'])(?:${names.join("|")})\\b`, "u");
	const lines = text.split("\n");
	return lines.flatMap((line, at) => {
		if (!held.test(line) || isComment(line)) return [];
		const given = passedOn(lines, at, held).filter((name) => !names.includes(name) && line.includes(name));
		const end = endOfLocal(lines, at, new Set(given));
		if (given.length === 0 || end === lines.length) return [];
		return [{
			path,
			text: lines.slice(at, end).join("\n"),
			from: at,
			names: given
		}];
	});
}
function isTelling(name) {
	return name.length >= 8 && /[A-Z_]/u.test(name);
}
function writtenForms(path) {
	const [file = "", key] = path.split("#", 2);
	if (key !== void 0) {
		const last = key.split(".").at(-1) ?? key;
		return last.length < 4 ? [] : [`["']${escaped$1(last)}["']`];
	}
	const [name = "", folder] = file.split("/").toReversed();
	const stem = name.replace(/(?:\.[a-z0-9]+)+$/iu, "");
	const isCommon = /^(?:system|user|prompt|main|index|default|template|instructions?|base)$/iu.test(stem);
	return [`${isCommon && folder !== void 0 ? `${escaped$1(folder)}["'/, )]+["']?${escaped$1(name)}` : escaped$1(name)}["'\`]`, ...stem.length >= 5 && !isCommon ? [`["'](?:[\\w-]+/)*${escaped$1(stem)}["']`] : []];
}
function partsOf({ path, text }, mention) {
	if (!mention.test(text)) return [];
	const lines = text.split("\n");
	return lines.flatMap((line, at) => {
		if (!mention.test(line) || isComment(line) || !isLoading(lines, at)) return [];
		const from = Math.max(0, at - 1);
		const known = new Set(namesAt(lines, at, mention));
		const end = endOfLocal(lines, at, known);
		const isLocal = end < lines.length;
		const part = lines.slice(from, Math.min(at + near, end));
		for (let step = 0; step < mostSteps && known.size > 0; step++) {
			const before = known.size;
			const held = new RegExp(`(?<![\\w"'])(?:${[...known].slice(0, mostNames).join("|")})\\b`, "u");
			const within = isLocal || ![...known].some(isTelling) ? part : lines;
			within.forEach((one, index) => {
				if (held.test(one)) for (const name of passedOn(within, index, held)) known.add(name);
			});
			if (known.size === before) break;
		}
		return [{
			path,
			text: part.join("\n"),
			from,
			names: [...known].slice(0, mostNames)
		}];
	});
}
function endOfLocal(lines, at, names) {
	const isOwn = [...names].some((name) => new RegExp(`^\\s+(?:(?:const|let|var)\\s+)?${name}\\s*:?=`, "u").test(lines[at] ?? ""));
	const start = lines.slice(0, at + 1).findLastIndex((line) => functionIn(line) !== void 0);
	if (!isOwn || start === -1) return lines.length;
	const indent = indentOf(lines[start] ?? "");
	const end = lines.findIndex((line, index) => index > at && functionIn(line) !== void 0 && indentOf(line) <= indent);
	return end === -1 ? lines.length : end;
}
function indentOf(line) {
	return /^\s*/u.exec(line)?.[0].length ?? 0;
}
function isComment(line) {
	return /^\s*(?:#|\/\/|\*|"""|- )/u.test(line);
}
function isLoading(lines, at) {
	const about = lines.slice(Math.max(0, at - 2), at + 3).join("\n");
	return /prompt|template|load|read|open\(|instruction|system/iu.test(about);
}
function namesAt(lines, at, mention) {
	const line = lines[at] ?? "";
	const own = assigned(line, mention) ?? (/[([]\s*$/u.test(lines[at - 1] ?? "") ? assigned(`${lines[at - 1]}…`) : void 0);
	if (own !== void 0) return [own];
	const next = lines.slice(at + 1, at + 4).filter((one) => /\bread\w*\(|load\w*\(/u.test(one));
	const read = next.map((one) => assigned(one)).find((name) => name !== void 0);
	if (read !== void 0) return [read];
	const gives = /^\s*return\b/u.test(line) || next.some((one) => /^\s*return\b/u.test(one));
	const outer = lines.slice(Math.max(0, at - 15), at + 1).toReversed().map(functionIn).find((name) => name !== void 0);
	return gives && outer !== void 0 ? [outer] : [];
}
function passedOn(lines, at, held) {
	const line = lines[at] ?? "";
	if (assigned(line) !== void 0 && assigned(line, held) === void 0) return [];
	if (/\b(?:open|read\w*|load\w*)\(|^\s*return\b/iu.test(line)) return namesAt(lines, at, held);
	const given = assigned(line, held);
	const value = /[^=!<>]=\s*(.*)$/u.exec(line)?.[1] ?? "";
	const isText = new RegExp(`^(?:await\\s+)?\\(?(?:[fF]?["'\`].*\\{|[\\w.]*(?:fill|render|format|template|join|str)\\w*\\(\\s*)?(?:[\\w.]+\\.)?${held.source}`, "iu").test(value);
	return given !== void 0 && isText ? [given] : [];
}
function assigned(line, of) {
	const found = /^\s*(?:export\s+)?(?:(?:const|let|var|final|val|static|private|public|readonly)\s+)*(?:\w+\.)*([A-Za-z_]\w*)(?:\s*:\s*[\w[\], .|]+)?\s*:?=(?!=)(.*)$/u.exec(line);
	const [, name = "", value = ""] = found ?? [];
	if (found === null || of !== void 0 && !of.test(value)) return void 0;
	return isOwnName(name) ? name : void 0;
}
function functionIn(line) {
	return /^\s*(?:export\s+)?(?:async\s+)?(?:def|func|fn|function)\s+(?:\([^)]*\)\s*)?([A-Za-z_]\w*)/u.exec(line)?.[1];
}
function isOwnName(name) {
	return !/^(?:self|this|path|file|name|text|data|content|response|result|res|out|output|messages?|env|client|model)$/iu.test(name);
}
function escaped$1(text) {
	return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}

// src/core/init/find-sending.ts
function findSending(path, code) {
	const written = writtenForms(path);
	const parts = namesOfText(written, code);
	const signs = parts.flatMap((part) => signsIn(part, operandOf(part.names, written)));
	const joins = parts.flatMap((part) => joinsIn(part, operandOf(part.names, written)).map((one) => ({
		...one,
		line: one.line + part.from
	})));
	const [join] = joins;
	const [first, ...others] = signs;
	if (first !== void 0) {
		if (others.some(({ role }) => role !== first.role)) return void 0;
		const sent = first.role === "user" ? join : joins.find((one) => signs.some((sign) => isSentAs(one, sign)));
		const { role, file, line } = first;
		return {
			role,
			...sent !== void 0 && { joined: sent.joined },
			file,
			line
		};
	}
	if (join !== void 0) {
		const { joined, file, line } = join;
		return {
			role: "user",
			joined,
			isUnsaid: true,
			file,
			line
		};
	}
	const [part] = parts;
	const called = part?.names.find((name) => /sys(?:tem)?_?(?:prompt|message|instruction)|^instructions$/iu.test(name));
	return part === void 0 || called === void 0 ? void 0 : {
		role: "system",
		file: part.path,
		line: part.from + 1
	};
}
function isSentAs({ file, line, target }, sign) {
	return target !== void 0 && target === sign.by || file === sign.file && line === sign.line;
}
function operandOf(names, written) {
	const own = names.map((name) => `(?<!\\w)(?:[\\w.]+\\.)?${name}\\b(?!\\s*=[^=])`);
	const read = written.map((text) => `[\\w.]*(?:\\(|\\[)[^()\\[\\]\\n]{0,80}(?:${text})(?:\\]|(?:[^()\\n]{0,40}\\)){0,2})`);
	return `(?:await\\s+)?(?:${[...own, ...read].join("|")})`;
}
const systemNames = "system|system_?prompt|system_?instructions?|system_?message|instructions?|developer_?message|agent_?instructions?";
function signsIn({ path, text, from }, operand) {
	const wrapped = `(?:[\\w.]+\\(\\s*|f?["'\`]{1,3}\\$?\\{\\s*|\\[\\s*|\\{\\s*|["']?(?:type|text|content)["']?\\s*[:=]\\s*(?:["']text["']\\s*,\\s*)?){0,4}`;
	return [
		[new RegExp(`\\brole["']?\\s*[:=]\\s*["'](system|developer|user)["']\\s*,\\s*["']?(?:content|parts|text)["']?\\s*[:=]\\s*${wrapped}${operand}`, "giu"), "written"],
		[new RegExp(`\\(\\s*["'](system|human|user)["']\\s*,\\s*${wrapped}${operand}`, "gu"), "written"],
		[new RegExp(`(?<![\\w.])(?:${systemNames})["']?\\s*[:=]\\s*${wrapped}${operand}`, "giu"), "system"],
		[new RegExp(`\\b(?:System|Developer)Message\\w*(?:\\.\\w+)?\\(\\s*(?:content\\s*=\\s*)?${wrapped}${operand}`, "gu"), "system"],
		[new RegExp(`Role\\w*System\\w*\\s*,\\s*Content\\w*:\\s*${wrapped}${operand}`, "gu"), "system"],
		[new RegExp(`Role\\w*User\\w*\\s*,\\s*Content\\w*:\\s*${wrapped}${operand}`, "gu"), "user"],
		[new RegExp(`\\b(?:Human|User)Message\\w*(?:\\.\\w+)?\\(\\s*(?:content\\s*=\\s*)?${wrapped}${operand}`, "gu"), "user"],
		[new RegExp(`(?:(?<!^[ \\t]*(?:(?:const|let|var|self\\.|this\\.)[ \\t]*)?)\\b(?:contents|prompt)["']?\\s*[:=]|\\b(?:contents|prompt)["']?(?::|=(?! )))\\s*${wrapped}${operand}`, "gmu"), "user"],
		[new RegExp(`\\b(?:generate_content(?:_async)?|generateContent|GenerateContent|invoke|ainvoke|predict|complete|send_message|sendMessage)\\(\\s*${wrapped}${operand}`, "gu"), "user"]
	].flatMap(([pattern, role]) => Array.from(text.matchAll(pattern), (found) => {
		const said = /^(?:system|developer)$/iu.test(found[1] ?? "") ? "system" : "user";
		return {
			role: role === "written" ? said : role,
			file: path,
			line: from + text.slice(0, found.index).split("\n").length,
			by: /([A-Za-z_]\w*)$/u.exec(found[0])?.[1]
		};
	}));
}

// src/core/init/find-spacing.ts
const making = /\b(?:Environment|SandboxedEnvironment|ImmutableSandboxedEnvironment|NativeEnvironment|jinja2\.Template|(?<!string\.)Template|nunjucks\.configure)\s*\(/gu;
const longestCall = 2e3;
function findSpacing(template, code) {
	const made = code.flatMap(environmentsIn);
	const [name = "", folder = ""] = template.split("/").toReversed();
	const [first] = [
		made.filter(({ text }) => folder !== "" && new RegExp(`["'/]${escaped(folder)}/?["']`, "u").test(text)),
		made.filter(({ file }) => code.some(({ path, text }) => path === file && text.includes(name))),
		made
	].find((few) => few.length > 0 && agree(few)) ?? [];
	if (first === void 0 || Object.keys(first.spacing).length === 0) return void 0;
	const { spacing, file, line } = first;
	return {
		spacing,
		file,
		line
	};
}
function environmentsIn({ path, text }) {
	if (!/jinja2|nunjucks/u.test(text)) return [];
	const assigned = spacingIn(text.replaceAll(/\([^()]*\)/gu, ""));
	return Array.from(text.matchAll(making), (found) => {
		const call = callAt(text, found.index + found[0].length);
		return {
			spacing: {
				...assigned,
				...spacingIn(call)
			},
			file: path,
			line: text.slice(0, found.index).split("\n").length,
			text: call
		};
	});
}
function spacingIn(code) {
	const sets = (snake, camel) => new RegExp(`\\b(?:${snake}["']?\\s*[=:]\\s*True|${camel}["']?\\s*:\\s*true)\\b`, "u").test(code);
	return {
		...sets("trim_blocks", "trimBlocks") && { "trim-blocks": true },
		...sets("lstrip_blocks", "lstripBlocks") && { "lstrip-blocks": true },
		...sets("keep_trailing_newline", "keepTrailingNewline") && { "keep-trailing-newline": true }
	};
}
function callAt(text, from) {
	let depth = 1;
	for (let at = from; at < Math.min(text.length, from + longestCall); at++) {
		if (text[at] === "(") depth++;
		if (text[at] === ")" && --depth === 0) return text.slice(from, at);
	}
	return text.slice(from, from + longestCall);
}
function agree(made) {
	return new Set(made.map(({ spacing }) => JSON.stringify(spacing))).size === 1;
}
function escaped(text) {
	return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}

// src/core/init/lay-out-prompt.ts
const turn = "question";
const identifier = /^[A-Za-z_]\w*(?:\.\w+)*$/u;
function layOutPrompt({ path, messages, open, engine: own, variables: known, defaults }, code, text = "") {
	const texts = messages.map(({ content }) => content);
	const names = new Set(engineNames.flatMap((name) => namesIn(texts, name)));
	const told = open.engine && names.size > 0 ? chooseEngine(texts, names) : void 0;
	const said = texts.join("\n").replaceAll(/^```[\s\S]*?^```/gmu, "");
	const isCode = told === "string-template" && isNamedSystem(path) && !/\$\{[A-Za-z_]\w*\}/u.test(said);
	const guessed = told !== void 0 && told !== "jinja" && isNeverFilled(path, code) ? "none" : isCode ? "mustache" : told;
	const found = guessed === void 0 ? known : namesIn(texts, guessed);
	const variables = found.filter((name) => lookUp(name, defaults) === void 0);
	const turns = open.role && messages.length === 1 ? splitTurns(texts[0] ?? "") : void 0;
	const isOpen = turns === void 0 && open.role && messages.every(({ role }) => role === "user");
	const isNamed = open.role && messages.every(({ role }) => role === "system") && isNamedSystem(path);
	const read = (isOpen || isNamed) && messages.length === 1 ? findSending(path, code) : void 0;
	const seen = isNamed && read?.isUnsaid === true ? {
		...read,
		role: "system"
	} : read;
	const sending = seen === void 0 || isStripped(path, code) ? seen : withLineFeeds(seen, text);
	const isSystem = sending === void 0 ? isOpen && found.length === 0 : sending.role === "system";
	const joined = joinedVariables(sending?.joined);
	const spacing = (guessed ?? own) === "jinja" ? findSpacing(path.split("#", 1)[0] ?? path, code) : void 0;
	const hasTurn = !isSystem && (sending?.role === "user" || (turns ?? messages).some(({ role }) => role === "user"));
	return {
		path,
		variables: [.../* @__PURE__ */ new Set([
			...variables,
			...joined,
			...hasTurn ? [] : [turn]
		])],
		...guessed === void 0 || guessed === own ? {} : { engine: guessed },
		...spacing !== void 0 && {
			engine: "jinja",
			spacing
		},
		isSystem: isSystem && !isNamed,
		...sending !== void 0 && isNews(sending, path, found) && { sending }
	};
}
function withLineFeeds(seen, text) {
	const [kept = ""] = /\n*$/u.exec(text.replaceAll("\r\n", "\n")) ?? [];
	if (seen.joined?.append === void 0 || kept === "") return seen;
	return {
		...seen,
		joined: {
			...seen.joined,
			append: `${kept}${seen.joined.append}`
		}
	};
}
function isNews({ role, joined }, path, found) {
	if (isNamedSystem(path)) return role === "user" || joined !== void 0;
	return role === "system" || joined !== void 0 || found.length === 0;
}
function namesIn(texts, engine) {
	return [...new Set(texts.flatMap((text) => engines[engine].variables(text)))].filter((name) => identifier.test(name));
}
const filling = /\.(?:format|format_map|safe_substitute|substitute|render|partial|compile)\(|\b(?:Template|PromptTemplate|ChatPromptTemplate|from_template|from_messages|render\w*|fill\w*|interpolate\w*|str_replace|strtr|sprintf|printf|mustache|handlebars|nunjucks|re\.sub|gsub|vformat|Formatter)\b|\.(?:replace|replaceAll|replace_all|gsub)\(\s*(?:[rfbu]?["'`/]\\?[{$%<[]|[a-z_]\w*\s*,|f["'`])|\$\{|%\s*(?:\(|\w+\s*$)/imu;
const stripping = /\.(?:r?strip|trim|trimEnd|trim_end|TrimSpace|TrimRight|rtrim)\(|\b(?:trim|rtrim|TrimSpace)\(/u;
function isNeverFilled(path, code) {
	return namesOfText(writtenForms(path), code).length > 0 && !code.some(({ text }) => filling.test(text));
}
function isStripped(path, code) {
	const written = writtenForms(path);
	const mention = new RegExp(written.join("|") || "$^", "u");
	return namesOfText(written, code).some(({ text, names }) => {
		const reading = text.split("\n").filter((line) => !/^\s*(?:#|\/\/)/u.test(line)).filter((line) => mention.test(line) || /\b(?:read\w*|open|load\w*)\(/iu.test(line));
		const called = new Set(reading.flatMap((line) => Array.from(line.matchAll(/\b([A-Za-z_]\w*)\(/gu), ([, name]) => name)));
		return reading.some((line) => stripping.test(line)) || names.some((name) => new RegExp(`\\b${name}\\s*\\.(?:r?strip|trim\\w*|TrimSpace)\\(`, "u").test(text)) || code.some((file) => bodiesOf(file.text, called).some((body) => stripping.test(body)));
	});
}
function bodiesOf(text, names) {
	return Array.from(text.matchAll(/\b(?:def|function|func|fn)\s+(?:\([^)]*\)\s*)?([A-Za-z_]\w*)[^\n]*\n((?:(?!\s*(?:(?:export|async)\s+)*(?:def|function|func|fn)\b)[^\n]*\n){0,15})/gu)).flatMap(([, name, body]) => names.has(name) && body !== void 0 ? [body] : []);
}

// src/core/init/looks-like-prompt.ts
const others = /(?:^|\/)(?:node_modules|vendor|dist|build|docs?|test|tests|__tests__|fixtures|\.git|\.github|\.venv|site-packages)\/|(?:^|\/)(?:readme|changelog|contributing|licen[cs]e|notice|security|code_of_conduct|requirements|agents|claude|todo)[^/]*$/iu;
const textFile = /\.(?:txt|md|j2|jinja2?)$/iu;
const mapFile = /(?:^|\/)[^/]*[^/a-z]prompts?\.(?:ya?ml|json|toml)$/iu;
const longest$1 = 64e3;
function couldBePrompt(path, bytes) {
	return (textFile.test(path) || mapFile.test(path)) && bytes > 0 && bytes <= longest$1 && !others.test(path) && !/\.cases\.[^/]+$/u.test(path);
}
function looksLikePrompt(path, text) {
	return addressesModel(text) || /(?:^|\/)[^/]*prompt[^/]*(?:\/|$)/iu.test(path) && /\b(?:you|your|the user)\b/iu.test(text);
}

// src/core/init/write-cases.ts
function writeCases({ path, variables }) {
	const cases = [0, 1].flatMap((at) => [`  - id: example-${at + 1}`, ...variables.length === 0 ? [] : ["    vars:", ...lay(valuesOf(variables, at), 6)]]);
	return `${schemaLine("cases")}
# Golden cases of ${showOnOneLine(path, 300)}: put values here that your users really send, and checks that a good reply passes.
defaults:
  checks: # of every case
    - answers # is no refusal
    - max-words: 400
    - not-contains: "As an AI"
cases:
${cases.slice(0, variables.length === 0 ? 1 : void 0).join("\n")}
    # Checks of this case alone, such as:
    # checks:
    #   - contains: "30 days"
    #   - { judge: "Answers the question, politely.", min: 7 } # with \`judge\` in promptgate.yml
`;
}
function valuesOf(variables, at) {
	let values = {};
	for (const name of variables) {
		const example = starterValues.find((one) => one.name.test(name))?.values[at] ?? "";
		values = put(values, name.split("."), example);
	}
	return values;
}
function put(values, [first = "", ...rest], value) {
	if (rest.length === 0) return {
		...values,
		[first]: value
	};
	const held = values[first] ?? {};
	return {
		...values,
		[first]: put(isObject(held) ? held : {}, rest, value)
	};
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function lay(values, indent) {
	return Object.entries(values).flatMap(([name, value]) => {
		const key = `${" ".repeat(indent)}${/^[A-Za-z_]\w*$/u.test(name) ? name : JSON.stringify(name)}:`;
		return isObject(value) ? [key, ...lay(value, indent + 2)] : [`${key} ${JSON.stringify(value)}`];
	});
}
function schemaLine(schema) {
	return `# yaml-language-server: $schema=https://unpkg.com/promptgate/schema/${schema}.schema.json`;
}

// src/core/init/write-config.ts
function writeConfig({ prompts, laidOut, divided, judged, models }) {
	const all = laidOut.map(({ path }) => path);
	const system = laidOut.filter(({ isSystem, sending }) => isSystem && sending === void 0).map(({ path }) => path);
	const seen = laidOut.flatMap(({ path, sending }) => sending === void 0 ? [] : [wordSending(path, sending)]);
	const engines = Map.groupBy(laidOut.flatMap(({ path, engine, spacing }) => engine === void 0 ? [] : [{
		path,
		said: wordEngine(engine, spacing)
	}]), ({ said }) => said);
	return [
		schemaLine("promptgate"),
		"version: 1",
		...prompts === void 0 ? [] : ["prompts:", ...prompts.map((glob) => `  - ${JSON.stringify(glob)}`)],
		...system.length + seen.length + divided.length === 0 ? [] : [
			"roles: # whose message a text is; the case’s question follows as the user’s",
			...system.length === 0 ? [] : [`  - ${entry(system, all, "system")}`],
			...seen,
			...divided.length === 0 ? [] : [`  - ${entry(divided, divided, "turns")} # by its lines SYSTEM:, USER: …`]
		],
		...engines.size === 0 ? [] : ["templates: # how variables are written", ...[...engines].map(([said, held]) => `  - { ${pathsOf(held.map(({ path }) => path), all)}, ${said}`)],
		...models.length === 0 ? ["# models: [gpt-5.6-luna] # beside the model that a prompt names itself"] : [`models: [${models.map((model) => JSON.stringify(model)).join(", ")}]`],
		`${judged ? "" : "# "}judge: gpt-5.6-sol # grades checks such as \`judge\` and \`rag\``,
		"# gate: { min-score: 0.7 }",
		""
	].join("\n");
}
function wordSending(path, { role, joined, file, line }) {
	const texts = Object.entries(joined ?? {}).map(([key, text]) => `, ${key}: ${JSON.stringify(text)}`);
	return `  - { paths: [${JSON.stringify(path)}], role: ${role}${texts.join("")} } # as ${file}:${line} seems to send it: check`;
}
function wordEngine(engine, seen) {
	if (seen === void 0) return `engine: ${engine} }`;
	return `engine: ${engine}, ${Object.entries(seen.spacing).map(([name, value]) => `${name}: ${value}`).join(", ")} } # as ${seen.file}:${seen.line} sets them`;
}
function entry(paths, all, role) {
	return `{ ${pathsOf(paths, all)}, role: ${role} }`;
}
function pathsOf(paths, all) {
	const held = Map.groupBy(paths, fileOf);
	const whole = Map.groupBy(all, fileOf);
	return `paths: [${[...held].flatMap(([file, keyed]) => keyed.length === whole.get(file)?.length ? [file] : keyed).map((path) => JSON.stringify(path)).join(", ")}]`;
}
function fileOf(path) {
	return path.split("#", 1)[0] ?? path;
}
function writeWorkflow() {
	return `# Reviews the prompts that a pull request changes. OWNER is whoever keeps the action.
name: promptgate
on:
  pull_request: { types: [opened, synchronize, reopened, labeled, unlabeled] }
  merge_group:
permissions: { contents: read, pull-requests: write, issues: read }
concurrency: { group: "promptgate-\${{ github.ref }}", cancel-in-progress: true }
jobs:
  promptgate:
    runs-on: ubuntu-latest
    steps:
      - uses: OWNER/promptgate@v1
        with:
          api-key: \${{ secrets.OPENAI_API_KEY }}
`;
}

// src/app/init/plan-init.ts
const workflow = ".github/workflows/promptgate.yml";
const mostCases = 25;
const mostCode = 1500;
async function planInit(place, inputs) {
	const { now } = place;
	const tree = await place.tree(now);
	const { settings } = await readSettings(place, {
		tip: now,
		base: now,
		head: now,
		fork: false
	}, inputs);
	const config = configPaths(inputs).find((path) => tree.has(path));
	const found = config === void 0 && inputs.prompts === void 0 ? await findOthers(place, tree, settings) : [];
	const promptGlobs = found.length === 0 ? settings.promptGlobs : [...defaultPromptGlobs, ...found];
	const files = filesOf(place, now, tree);
	const set = await readGoldenSet({
		files,
		settings: {
			...settings,
			promptGlobs,
			agentGlobs: []
		},
		kinds: checkKinds,
		formats
	});
	const unguarded = set.prompts.flatMap((one) => one.kind === "prompt" && isUnguarded(one) ? [one] : []);
	const code = unguarded.length === 0 ? [] : await readCode(place, tree);
	const application = code.find(isChain)?.path;
	const laidOut = unguarded.map((one) => ({
		one,
		laid: layOutPrompt(one.prompt, code, one.text)
	}));
	const written = laidOut.slice(0, mostCases).flatMap(({ one, laid }) => firstCases(one, laid));
	const ownModel = set.prompts.length > 0 && set.prompts.every((one) => one.kind === "prompt" && one.prompt.model !== void 0);
	const models = inputs.models ?? (ownModel ? [] : ["gpt-5.6-luna"]);
	const globs = inputs.prompts ?? (found.length === 0 ? void 0 : promptGlobs);
	const workflows = await findWorkflows(place, tree);
	const guarded = set.prompts.flatMap((one) => one.kind === "prompt" && one.cases.length > 0 ? [one] : []);
	return {
		files: [
			...config === void 0 && set.prompts.length > 0 ? [{
				path: inputs.config,
				text: writeConfig({
					...globs === void 0 ? {} : { prompts: globs },
					laidOut: laidOut.map(({ laid }) => laid),
					divided: set.prompts.flatMap((one) => one.kind === "prompt" && isDivided(one) ? [one.path] : []),
					judged: set.prompts.some(isJudged),
					models
				}),
				what: models.length === 0 ? "the config" : `the config, on ${models.join(", ")}`
			}] : [],
			...written,
			...workflows.length === 0 && set.prompts.length > 0 ? [{
				path: workflow,
				text: writeWorkflow(),
				what: "the workflow that reviews pull requests"
			}] : []
		],
		kept: [
			...config === void 0 ? [] : [config],
			...new Set(guarded.flatMap((one) => one.files)),
			...workflows
		],
		unread: set.prompts.flatMap(whyUnread),
		later: Math.max(0, laidOut.length - mostCases),
		prompts: set.prompts.length,
		...application !== void 0 && { application },
		agents: findForAgents(tree, settings)
	};
}
function findForAgents(tree, { agentGlobs }) {
	const isReviewed = matchAgents(agentGlobs);
	return [...tree.keys()].filter((path) => isNamedForAgents(path) && !isReviewed(path)).toSorted();
}
function isUnguarded(one) {
	const isShown = one.prompt.messages.some(({ shows }) => shows !== void 0);
	return [
		one.cases,
		one.files,
		one.problems,
		one.unfilled
	].every((held) => held.length === 0) && !isShown;
}
function isDivided({ prompt: { messages, open, chatAfterFilling } }) {
	const [only, ...others] = messages;
	if (only === void 0 || others.length > 0 || !(open.role || chatAfterFilling === true)) return false;
	return splitTurns(only.content) !== void 0;
}
function isJudged(one) {
	const needs = new Set(one.kind === "prompt" ? one.cases.flatMap(({ checks }) => checks.map((check) => needOf(check, checkKinds))) : []);
	return needs.has("judge") || needs.has("judge and embeddings");
}
function firstCases({ paths }, laid) {
	const [path] = paths;
	if (path === void 0) return [];
	const vars = laid.variables.length === 0 ? "" : ` with ${laid.variables.join(", ")}`;
	return [{
		path,
		text: writeCases(laid),
		what: `first cases of ${laid.path}${vars}`
	}];
}
function whyUnread(one) {
	const { path } = one;
	switch (one.kind) {
		case "broken": return one.problems.slice(0, 1).map(({ what, fix }) => ({
			path,
			why: what,
			...fix !== void 0 && { fix }
		}));
		case "unread": return [{
			path,
			why: `its format is not read (${one.format})`,
			fix: one.fix
		}];
		case "prompt": {
			const [marker] = one.unfilled;
			if (marker !== void 0) return [{
				path,
				why: `line ${marker.line} is ${marker.writtenAs}, which is not filled`,
				fix: "Name its engine under `templates` in promptgate.yml, or give the variable a value."
			}];
			const shows = one.prompt.messages.find((message) => message.shows !== void 0)?.shows;
			if (shows !== void 0) return [{
				path,
				why: `a message shows ${shows} in a form that is not sent`,
				fix: "Ask its question in words alone."
			}];
			const [problem] = one.problems;
			if (problem !== void 0) return [{
				path,
				why: problem.what,
				...problem.fix !== void 0 && { fix: problem.fix }
			}];
			return one.cases.length > 0 && one.cases.every(({ checks }) => checks.length === 0) ? [{
				path,
				why: "none of its cases has a check",
				fix: "Add checks, or `evaluators`, where its cases are."
			}] : [];
		}
	}
}
async function findOthers(place, tree, { promptGlobs }) {
	const isNamed = matchPrompts(promptGlobs);
	const paths = [...tree.values()].filter(({ path, mode, bytes }) => mode === "file" && !isNamed(path) && couldBePrompt(path, bytes)).map(({ path }) => path);
	const texts = await place.texts(place.now, paths);
	const found = paths.filter((path) => {
		const file = texts.get(path);
		return file?.kind === "text" && looksLikePrompt(path, file.text) && formats.some((format) => format.recognises(path, file.text));
	});
	const globs = [...Map.groupBy(found, folderOf)].flatMap(([folder, held]) => folder !== void 0 && (/prompt/iu.test(folder) || isTemplates(folder, held)) ? [folder] : held);
	return [...new Set(globs)].toSorted();
}
function folderOf(path) {
	const [, folder, ending] = /^(.*\/)[^/]+(\.[^./]+)$/u.exec(path) ?? [];
	return folder === void 0 ? void 0 : `${folder}*${ending}`;
}
function isTemplates(folder, found) {
	return found.length > 1 && /\.(?:j2|jinja2?)$/iu.test(folder);
}
async function readCode(place, tree) {
	const paths = [...tree.values()].filter(({ path, mode, bytes }) => mode === "file" && isCode(path, bytes)).map(({ path }) => path).toSorted((a, b) => a.split("/").length - b.split("/").length).slice(0, mostCode);
	const texts = await place.texts(place.now, paths);
	return paths.flatMap((path) => {
		const file = texts.get(path);
		return file?.kind === "text" ? [{
			path,
			text: file.text.replaceAll("\r\n", "\n")
		}] : [];
	});
}
async function findWorkflows(place, tree) {
	const paths = [...tree.keys()].filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/u.test(path));
	const texts = await place.texts(place.now, paths);
	return paths.filter((path) => {
		const file = texts.get(path);
		return path === workflow || file?.kind === "text" && /uses:.*promptgate/u.test(file.text);
	});
}

// src/app/init/word-plan.ts
const mostListed = 12;
const mostFixes = 5;
const longest = 300;
function wordPlan({ files, kept, unread, later, prompts, application, agents }, done) {
	if (prompts === 0) return [
		"No prompt was found: no file lies where prompts usually do, and no text speaks to a model.",
		"Name yours and run it again: promptgate init --prompts \"path/of/your/prompts/**\"",
		...wordAgents(agents),
		""
	].join("\n");
	const width = Math.max(0, ...files.slice(0, mostListed).map(({ path }) => path.length));
	const list = (lines) => [...lines.slice(0, mostListed).map((line) => `  ${showOnOneLine(line, longest)}`), ...lines.length > mostListed ? [`  … and ${lines.length - mostListed} more`] : []];
	return `${[
		[`${prompts === 1 ? "One prompt" : `${prompts} prompts`} found.`],
		files.length === 0 ? ["Nothing to write: all that a review needs is there."] : [done ? "Written:" : "To be written:", ...list(files.map(({ path, what }) => `${path.padEnd(width)}  ${what}`))],
		kept.length === 0 ? [] : ["Left as they are:", ...list(kept)],
		unread.length === 0 ? [] : [
			"Not guarded:",
			...list(unread.map(({ path, why }) => `${path}: ${why.replace(/\.$/u, "")}`)),
			...fixesOf(unread)
		],
		later === 0 ? [] : [`${later} more prompts have no cases yet: run promptgate init again for the next ones.`],
		application === void 0 ? [] : [`${showOnOneLine(application, longest)} brings in agents, chains or retrieval: a review can ask your application in place of a model (docs/applications.md).`],
		wordAgents(agents),
		done || files.length === 0 ? nextSteps(unread.length < prompts) : ["Nothing is written yet: run promptgate init to write it."]
	].filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}\n`;
}
function wordAgents(paths) {
	const [first] = paths;
	if (first === void 0) return [];
	const shown = showOnOneLine(first, longest);
	return [`${paths.length === 1 ? `${shown} holds` : `${shown} and ${paths.length - 1} more files hold`} instructions for agents. They are reviewed only where \`agents\` of the config names them (docs/agents.md).`];
}
function fixesOf(unread) {
	return [...new Set(unread.flatMap(({ fix }) => fix ?? []))].slice(0, mostFixes).map((fix) => `  → ${showOnOneLine(fix, longest)}`);
}
function nextSteps(canBeAsked) {
	return canBeAsked ? steps : ["Next: mend what is listed above. Until then a change of these prompts is told, and not asked about."];
}
const steps = [
	"Next:",
	"  1. Put what your users really send into the cases files, and checks that a good reply passes.",
	"  2. npx promptgate check     whether they pass today (the key in OPENAI_API_KEY)",
	"  3. Edit a prompt, then npx promptgate review     what the edit breaks",
	"  4. Commit, add the secret OPENAI_API_KEY to the repository, and write the action’s owner into the workflow."
];

// src/commands/run-init.ts
async function runInit({ dryRun, yes }, { given, terminal, signal, heedCancel }) {
	heedCancel();
	const inputs = readInputs(given);
	const place = await wireInit(process.cwd());
	try {
		const plan = await planInit(place, inputs);
		const found = plan.prompts > 0;
		if (dryRun === true || !found || plan.files.length === 0) {
			terminal.print(wordPlan(plan, false));
			return found ? exits.open : exits.input;
		}
		if (yes !== true && process.stdin.isTTY && process.stdout.isTTY) {
			terminal.print(wordPlan(plan, false));
			if (!await agrees(`Write ${plan.files.length === 1 ? "this file" : `these ${plan.files.length} files`}? [Y/n] `, signal)) return exits.open;
		}
		const files = [];
		for (const file of plan.files) {
			const end = await place.writeNew(file.path, file.text);
			if (end === "written") files.push(file);
			else if (end === "outside") terminal.say(wordUnwritten(file.path));
			else terminal.say(`${file.path} is there already, though git does not see it: it stays as it is.`);
		}
		terminal.print(wordPlan({
			...plan,
			files
		}, true));
		return exits.open;
	} finally {
		await place.close();
	}
}
async function agrees(question, signal) {
	const lines = createInterface({
		input: process.stdin,
		output: process.stderr
	});
	try {
		return !/^\s*n/iu.test(await lines.question(question, { signal }));
	} finally {
		lines.close();
	}
}

export { runInit };