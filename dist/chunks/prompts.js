import { r as __exportAll, t as __commonJSMin } from "./rolldown-runtime.js";
import { i as showPosition } from "./problem.js";
import { r as suggestNearest } from "./describe-issues.js";
import { E as string, O as union, T as strictObject, b as number, c as any, d as boolean, g as json$1, h as int, i as _enum, l as array, v as literal, w as record, x as object } from "./zod.js";
import { a as noteOnTurns, c as settleRole, d as withRole, f as joinTexts, i as noteOnRole, l as withBeside, m as whyNotJoined, r as noteOnBeside, u as withJoined, x as isNamedBy } from "./settle-role.js";
import { i as showValue, n as listVariables, r as lookUp, t as fillTemplate } from "./fill-template.js";
import { r as showOnOneLine } from "./show-hidden.js";
import { t as canonicalJson } from "./json.js";
import { t as isObject$1 } from "./is-object.js";
import { n as offerSkills } from "./skills.js";
import { i as readParams, r as nameParams } from "./read-params.js";
import { t as hash$1 } from "./hash.js";
import { n as triggerCheck } from "./trigger-cases.js";
import { n as fixUnknown, t as explainIssues } from "./explain-issues.js";
import { t as readYaml } from "./read-yaml.js";
import { t as resolvePath } from "./resolve-path.js";
import { n as kindOfPromptFile, t as isJinjaFile } from "./kind-of-prompt-file.js";
import { r as snapshotEnding } from "./rendered-line.js";
import { a as RE2JS, r as inlineScript } from "./scorers.js";
import { n as readPlainJson } from "./read-plain-json.js";
import { r as textOfParts } from "./show-parts.js";
import { a as fillParts, n as mostCases$2, r as tooManyCases, s as messageOfParts, t as readRenderedLines, u as readParts$1 } from "./read-rendered-lines.js";
import { t as nameType } from "./name-type.js";
import { n as parse$4, r as CsvError, t as byName$1 } from "./by-name.js";
import "./canned-results.js";

// src/core/template/jinja/fault.ts
var TemplateFault = class extends Error {
	kind;
	line;
	file;
	constructor(kind, message, line) {
		super(message);
		this.kind = kind;
		this.line = line;
	}
};
function fail(message) {
	throw new TemplateFault("error", message);
}

// src/core/template/jinja/budget.ts
const MOST_TEMPLATE = 1e6;
const MOST_CALLS = 100;
const MOST_STEPS = 2e6;
const MOST_MADE = 2e7;
var Budget = class {
	#steps = 0;
	#made = 0;
	#calls = 0;
	step(count = 1) {
		this.#steps += count;
		if (!(this.#steps <= MOST_STEPS)) throw new TemplateFault("limit", `it takes more than ${MOST_STEPS.toLocaleString("en")} steps`);
	}
	make(size) {
		this.#made += size;
		if (!(this.#made <= MOST_MADE)) throw new TemplateFault("limit", `it makes more than ${MOST_MADE.toLocaleString("en")} characters`);
	}
	nest(inner, what = "it calls itself") {
		this.#calls++;
		if (this.#calls > MOST_CALLS) throw new TemplateFault("limit", `${what} more than ${MOST_CALLS} times deep`);
		try {
			return inner();
		} finally {
			this.#calls--;
		}
	}
};

// src/core/template/jinja/syntax.ts
function bodiesOf(statement) {
	if (statement.kind === "if") return [...statement.branches.map(({ body }) => body), statement.otherwise];
	if (statement.kind === "for") return [statement.body, statement.otherwise];
	return "body" in statement ? [statement.body] : [];
}

// src/core/template/jinja/list-names.ts
const known$2 = [
	"range",
	"dict",
	"namespace",
	"joiner",
	"cycler",
	"lipsum",
	"self",
	"super"
];
function listNames(body, find) {
	const names = /* @__PURE__ */ new Set();
	const needed = /* @__PURE__ */ new Set();
	const open = /* @__PURE__ */ new Set();
	const within = (inner, declared, more = []) => {
		const all = /* @__PURE__ */ new Set([...declared, ...more]);
		for (const statement of inner) walk(statement, all);
	};
	const follow = (template, declared) => {
		read(template, declared);
		if (template.kind !== "constant" || typeof template.value !== "string" || open.has(template.value)) return;
		const other = open.size < 100 ? find(template.value) : void 0;
		if (other === void 0) return;
		open.add(template.value);
		within(other, declared);
		open.delete(template.value);
	};
	const callee = ({ parameters, body: inner }, declared) => {
		for (const { fallback } of parameters) if (fallback !== void 0) read(fallback, declared);
		within(inner, declared, [
			"varargs",
			"kwargs",
			"caller",
			...parameters.map(({ name }) => name)
		]);
	};
	const walk = (statement, declared) => {
		switch (statement.kind) {
			case "text":
			case "break":
			case "continue": return;
			case "print":
			case "do":
				read(statement.value, declared);
				return;
			case "if":
				for (const { test } of statement.branches) read(test, declared, "asked");
				for (const inner of bodiesOf(statement)) for (const one of inner) walk(one, declared);
				return;
			case "for": {
				read(statement.over, declared);
				const targets = targetNames(statement.target);
				if (statement.test !== void 0) read(statement.test, /* @__PURE__ */ new Set([...declared, ...targets]));
				within(statement.body, declared, ["loop", ...targets]);
				within(statement.otherwise, declared);
				return;
			}
			case "set":
				read(statement.value, declared);
				declare(statement.target, declared);
				return;
			case "capture":
				within(statement.body, declared);
				if (statement.filter !== void 0) read(statement.filter, declared);
				declare(statement.target, declared);
				return;
			case "macro":
				declared.add(statement.name);
				callee(statement, declared);
				return;
			case "call":
				read(statement.of, declared);
				callee(statement, declared);
				return;
			case "filter":
				read(statement.filter, declared);
				within(statement.body, declared);
				return;
			case "block":
			case "group":
				within(statement.body, declared);
				return;
			case "extends":
			case "include":
				follow(statement.template, declared);
				return;
			case "import":
				follow(statement.template, declared);
				declared.add(statement.as);
				return;
			case "from":
				follow(statement.template, declared);
				for (const [, as] of statement.names) declared.add(as);
				return;
			case "with":
				for (const [, value] of statement.values) read(value, declared);
				within(statement.body, declared, statement.values.flatMap(([target]) => targetNames(target)));
		}
	};
	const asked = /* @__PURE__ */ new Set();
	const read = (expression, declared, by) => {
		if (expression.kind === "name") {
			if (declared.has(expression.name)) return;
			names.add(expression.name);
			if (by === "asked") asked.add(expression.name);
			else if (!asked.has(expression.name)) needed.add(expression.name);
			return;
		}
		const [first, ...others] = partsOf(expression);
		if (first !== void 0) read(first, declared, asksOnly(expression, by) ? "asked" : void 0);
		for (const part of others) read(part, declared, asksOnly(expression, by) && !("given" in expression) ? "asked" : void 0);
	};
	within(body, new Set(known$2));
	return {
		names: [...names],
		optional: [...names].filter((name) => !needed.has(name))
	};
}
function declare(target, declared) {
	for (const name of targetNames(target)) declared.add(name);
}
function targetNames(target) {
	if (target.kind === "name") return [target.name];
	return target.kind === "tuple" ? target.targets.flatMap(targetNames) : [];
}
function asksOnly(expression, by) {
	switch (expression.kind) {
		case "filter": return expression.name === "default" || expression.name === "d";
		case "test":
		case "or": return true;
		case "and":
		case "not":
		case "choice": return by === "asked" || expression.kind === "choice";
		default: return false;
	}
}
function partsOf(expression) {
	switch (expression.kind) {
		case "constant":
		case "float":
		case "name": return [];
		case "attribute":
		case "sign":
		case "not": return [expression.of];
		case "item": return [expression.of, expression.key];
		case "slice": return [expression.of, ...expression.bounds.filter((bound) => bound !== void 0)];
		case "call":
		case "filter":
		case "test": return [...expression.of === void 0 ? [] : [expression.of], ...givenParts(expression.given)];
		case "list":
		case "tuple":
		case "join": return expression.items;
		case "dict": return expression.entries.flat();
		case "arithmetic":
		case "and":
		case "or": return [expression.left, expression.right];
		case "compare": return [expression.first, ...expression.rest.map(([, part]) => part)];
		case "choice": return [
			expression.test,
			expression.yes,
			...expression.no === void 0 ? [] : [expression.no]
		];
	}
}
function givenParts({ args, named, rest, namedRest }) {
	return [
		...args,
		...named.map(([, part]) => part),
		...[rest, namedRest].filter((part) => part !== void 0)
	];
}

// src/core/template/jinja/parse-postfix.ts
const nothingGiven = {
	args: [],
	named: [],
	rest: void 0,
	namedRest: void 0
};
function parsePostfix(tokens, of, more, reading) {
	let read = of;
	for (;;) {
		const { line } = tokens;
		if (tokens.is("operator", ".", "[", "(", "|")) tokens.link();
		if (read !== void 0 && tokens.is("operator", ".", "[", "(")) read = parseAccess(tokens, read, reading);
		else if (more === "filters" && (tokens.skip("operator", "|") || read === void 0)) {
			const name = parseDottedName(tokens);
			const given = tokens.is("operator", "(") ? parseGiven(tokens, reading) : nothingGiven;
			read = {
				kind: "filter",
				of: read,
				name,
				given,
				line
			};
		} else if (more === "filters" && read !== void 0 && tokens.skip("name", "is")) read = parseTest(tokens, read, reading);
		else return read ?? tokens.unexpected("an expression");
	}
}
function parseAccess(tokens, of, reading) {
	const { line } = tokens;
	if (tokens.is("operator", "(")) return {
		kind: "call",
		of,
		given: parseGiven(tokens, reading),
		line
	};
	if (tokens.skip("operator", ".")) {
		if (tokens.is("integer")) return {
			kind: "item",
			of,
			key: {
				kind: "constant",
				value: Number(tokens.next().value),
				line
			},
			line
		};
		return {
			kind: "attribute",
			of,
			name: tokens.expect("name").value,
			line
		};
	}
	tokens.expect("operator", "[");
	const parts = [];
	let colons = 0;
	while (!tokens.is("operator", "]")) if (tokens.skip("operator", ":")) {
		colons++;
		parts.length = Math.max(parts.length, colons);
	} else if (tokens.is("operator", ",")) tokens.fail("several indexes between brackets are not supported");
	else parts[colons] = reading.expression(tokens);
	tokens.expect("operator", "]");
	const [key] = parts;
	if (colons > 2 || colons === 0 && key === void 0) tokens.fail("the brackets hold no index");
	if (colons > 0 || key === void 0) return {
		kind: "slice",
		of,
		bounds: [
			parts[0],
			parts[1],
			parts[2]
		],
		line
	};
	return {
		kind: "item",
		of,
		key,
		line
	};
}
function parseTest(tokens, of, reading) {
	const { line } = tokens;
	const negated = tokens.skip("name", "not");
	const test = {
		kind: "test",
		of,
		name: parseDottedName(tokens),
		given: parseTestGiven(tokens, reading),
		line
	};
	return negated ? {
		kind: "not",
		of: test,
		line
	} : test;
}
function parseTestGiven(tokens, reading) {
	if (tokens.is("operator", "(")) return parseGiven(tokens, reading);
	if (!(tokens.is("string") || tokens.is("integer") || tokens.is("float") || tokens.is("operator", "[", "{") || tokens.is("name") && !tokens.is("name", "else", "or", "and", "is", "if", "recursive", "in", "not"))) return nothingGiven;
	return {
		...nothingGiven,
		args: [parsePostfix(tokens, reading.primary(tokens), "no filters", reading)]
	};
}
function parseDottedName(tokens) {
	let name = tokens.expect("name").value;
	while (tokens.skip("operator", ".")) name += `.${tokens.expect("name").value}`;
	return name;
}
function parseGiven(tokens, { expression }) {
	tokens.expect("operator", "(");
	const args = [];
	const named = [];
	let rest;
	let namedRest;
	let first = true;
	while (!tokens.is("operator", ")")) {
		if (!first) tokens.expect("operator", ",");
		first = false;
		if (tokens.is("operator", ")")) break;
		const { kind, value } = tokens.now;
		if (tokens.skip("operator", "*")) rest = expression(tokens);
		else if (tokens.skip("operator", "**")) namedRest = expression(tokens);
		else if (kind === "name" && tokens.ahead(1).kind === "operator" && tokens.ahead(1).value === "=") {
			tokens.next();
			tokens.next();
			named.push([value, expression(tokens)]);
		} else if (named.length > 0 || namedRest !== void 0) tokens.fail("an argument without a name follows one with a name");
		else args.push(expression(tokens));
	}
	tokens.expect("operator", ")");
	return {
		args,
		named,
		rest,
		namedRest
	};
}

// src/core/template/jinja/parse-expression.ts
function parseExpression(tokens, choice = true) {
	return tokens.nest(() => choice ? parseChoice(tokens) : parseOr(tokens));
}
function parseTuple(tokens, choice = true, until = []) {
	const { line } = tokens;
	const items = [];
	let comma = false;
	while (!(tokens.is("end") || tokens.is("operator", ")", "=") || until.length > 0 && tokens.is("name", ...until))) {
		items.push(parseExpression(tokens, choice));
		comma = tokens.skip("operator", ",");
		if (!comma) break;
	}
	const [only] = items;
	if (only === void 0) tokens.unexpected("an expression");
	return items.length === 1 && !comma ? only : {
		kind: "tuple",
		items,
		line
	};
}
function parseChoice(tokens) {
	const { line } = tokens;
	let read = parseOr(tokens);
	while (tokens.skip("name", "if")) {
		tokens.link();
		const test = parseOr(tokens);
		const otherwise = tokens.skip("name", "else") ? tokens.nest(() => parseChoice(tokens)) : void 0;
		read = {
			kind: "choice",
			test,
			yes: read,
			no: otherwise,
			line
		};
	}
	return read;
}
function parseOr(tokens) {
	let left = parseAnd(tokens);
	for (let { line } = tokens; tokens.skip("name", "or"); line = tokens.line) {
		tokens.link();
		left = {
			kind: "or",
			left,
			right: parseAnd(tokens),
			line
		};
	}
	return left;
}
function parseAnd(tokens) {
	let left = parseNot(tokens);
	for (let { line } = tokens; tokens.skip("name", "and"); line = tokens.line) {
		tokens.link();
		left = {
			kind: "and",
			left,
			right: parseNot(tokens),
			line
		};
	}
	return left;
}
function parseNot(tokens) {
	const { line } = tokens;
	if (!tokens.skip("name", "not")) return parseCompare(tokens);
	return {
		kind: "not",
		of: tokens.nest(() => parseNot(tokens)),
		line
	};
}
function parseCompare(tokens) {
	const { line } = tokens;
	const first = parseSum(tokens);
	const rest = [];
	for (;;) if (tokens.is("operator", "==", "!=", "<", "<=", ">", ">=")) rest.push([tokens.next().value, parseSum(tokens)]);
	else if (tokens.skip("name", "in")) rest.push(["in", parseSum(tokens)]);
	else if (tokens.is("name", "not") && tokens.ahead(1).kind === "name" && tokens.ahead(1).value === "in") {
		tokens.next();
		tokens.next();
		rest.push(["not in", parseSum(tokens)]);
	} else break;
	return rest.length === 0 ? first : {
		kind: "compare",
		first,
		rest,
		line
	};
}
function parseSum(tokens) {
	return parseSigns(tokens, ["+", "-"], parseJoin);
}
function parseJoin(tokens) {
	const { line } = tokens;
	const items = [parseProduct(tokens)];
	while (tokens.skip("operator", "~")) items.push(parseProduct(tokens));
	const [only] = items;
	return items.length === 1 && only !== void 0 ? only : {
		kind: "join",
		items,
		line
	};
}
function parseProduct(tokens) {
	return parseSigns(tokens, [
		"*",
		"/",
		"//",
		"%"
	], parsePower);
}
function parsePower(tokens) {
	return parseSigns(tokens, ["**"], parseUnary);
}
function parseSigns(tokens, signs, inner) {
	let left = inner(tokens);
	while (tokens.is("operator", ...signs)) {
		const { value: sign, line } = tokens.next();
		tokens.link();
		left = {
			kind: "arithmetic",
			sign,
			left,
			right: inner(tokens),
			line
		};
	}
	return left;
}
function parseUnary(tokens, filters = true) {
	const { line } = tokens;
	const sign = ["+", "-"].find((one) => tokens.skip("operator", one));
	const read = sign === void 0 ? parsePrimary(tokens) : {
		kind: "sign",
		sign,
		of: tokens.nest(() => parseUnary(tokens, false)),
		line
	};
	return parsePostfix(tokens, read, filters ? "filters" : "no filters", reading);
}
const constants = {
	true: true,
	True: true,
	false: false,
	False: false,
	none: null,
	None: null
};
function parsePrimary(tokens) {
	const { kind, value, line } = tokens.now;
	if (kind === "name") {
		tokens.next();
		const constant = Object.hasOwn(constants, value) ? constants[value] : void 0;
		return constant === void 0 ? {
			kind: "name",
			name: value,
			line
		} : {
			kind: "constant",
			value: constant,
			line
		};
	}
	if (kind === "string") {
		let text = "";
		while (tokens.is("string")) text += tokens.next().value;
		return {
			kind: "constant",
			value: text,
			line
		};
	}
	if (kind === "integer" || kind === "float") {
		tokens.next();
		const number = Number(value.replaceAll("_", ""));
		if (kind === "float") return {
			kind: "float",
			value: number,
			line
		};
		if (!Number.isSafeInteger(number)) tokens.fail(`\`${value}\` is too large a number`);
		return {
			kind: "constant",
			value: number,
			line
		};
	}
	if (tokens.skip("operator", "(")) {
		const read = tokens.is("operator", ")") ? {
			kind: "tuple",
			items: [],
			line
		} : parseTuple(tokens);
		tokens.expect("operator", ")");
		return read;
	}
	if (tokens.skip("operator", "[")) return {
		kind: "list",
		items: parseItems(tokens),
		line
	};
	if (tokens.skip("operator", "{")) return {
		kind: "dict",
		entries: parseEntries(tokens),
		line
	};
	return tokens.unexpected("an expression");
}
function parseItems(tokens) {
	const items = [];
	while (!tokens.is("operator", "]")) {
		if (items.length > 0) tokens.expect("operator", ",");
		if (tokens.is("operator", "]")) break;
		items.push(parseExpression(tokens));
	}
	tokens.expect("operator", "]");
	return items;
}
function parseEntries(tokens) {
	const entries = [];
	while (!tokens.is("operator", "}")) {
		if (entries.length > 0) tokens.expect("operator", ",");
		if (tokens.is("operator", "}")) break;
		const key = parseExpression(tokens);
		tokens.expect("operator", ":");
		entries.push([key, parseExpression(tokens)]);
	}
	tokens.expect("operator", "}");
	return entries;
}
const reading = {
	expression: parseExpression,
	primary: parsePrimary
};
const parseFilters = (tokens, of) => parsePostfix(tokens, of, "filters", reading);

// src/core/template/jinja/lex.ts
const open = /\{[{%#]/gu;
const rawBegin = /\{%[-+]?\s*raw\s*(?:(-)%\}\s*|%\})/uy;
const rawEnd = /\{%([-+]?)\s*endraw\s*(?:-%\}\s*|\+?%\})/gu;
const commentEnd = /-#\}\s*|\+?#\}/gu;
const space = /\s+/uy;
const rules = [
	["float", /(?<!\.)\d+(?:_\d+)*(?:(?:\.\d+(?:_\d+)*)?e[+-]?\d+(?:_\d+)*|\.\d+(?:_\d+)*)/iuy],
	["integer", /0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[\da-f])+|[1-9](?:_?\d)*|0(?:_?0)*/iuy],
	["name", /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*/uy],
	["string", /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/uy],
	["operator", /\*\*|\/\/|==|!=|>=|<=|[-+/*%~[\](){}><=.:|,;]/uy]
];
const ends = {
	print: /-\}\}\s*|\}\}/uy,
	tag: /-%\}\s*|\+?%\}/uy
};
const closing = {
	")": "(",
	"]": "[",
	"}": "{"
};
function lex(source, spacing = {}) {
	if (source.length > 1e6) throw new TemplateFault("limit", `it is longer than ${MOST_TEMPLATE.toLocaleString("en")} characters`);
	const normal = source.replaceAll(/\r\n?/gu, "\n");
	const text = spacing["keep-trailing-newline"] === true ? normal : normal.replace(/\n$/u, "");
	const tokens = [];
	const lines = lineCounter(text);
	const put = (kind, value, at) => {
		tokens.push({
			kind,
			value,
			line: lines(at)
		});
	};
	const beforeTag = (data, sign, from) => {
		if (sign === "-") return data.trimEnd();
		return sign !== "+" && spacing["lstrip-blocks"] === true ? withoutIndent(data, from === 0 || text[from - 1] === "\n") : data;
	};
	const afterTag = (end) => {
		const signed = text[end - 3] === "+";
		return spacing["trim-blocks"] === true && !signed && /[%#]\}/u.test(text.slice(end - 2, end)) && text[end] === "\n" ? end + 1 : end;
	};
	let at = 0;
	while (at < text.length) {
		open.lastIndex = at;
		const begin = open.exec(text)?.index ?? text.length;
		const sign = text[begin + 2] ?? "";
		const data = text.slice(at, begin);
		const isPrint = text[begin + 1] === "{";
		const kept = isPrint && sign !== "-" ? data : beforeTag(data, begin === text.length ? "+" : sign, at);
		if (kept !== "") put("text", kept, at);
		if (begin === text.length) break;
		const after = begin + (sign === "-" || sign === "+" ? 3 : 2);
		rawBegin.lastIndex = begin;
		const raw = rawBegin.exec(text);
		if (text[begin + 1] === "#") {
			commentEnd.lastIndex = begin + 2;
			if (commentEnd.exec(text) === null) throw new TemplateFault("syntax", "a comment is not closed", lines(begin));
			at = afterTag(commentEnd.lastIndex);
		} else if (raw !== null) {
			rawEnd.lastIndex = rawBegin.lastIndex;
			const end = rawEnd.exec(text);
			if (end === null) throw new TemplateFault("syntax", "`raw` is not closed by `endraw`", lines(begin));
			put("text", beforeTag(text.slice(rawBegin.lastIndex, end.index), end[1] ?? "", rawBegin.lastIndex), rawBegin.lastIndex);
			at = afterTag(rawEnd.lastIndex);
		} else {
			const end = lexTag(text, after, isPrint ? "print" : "tag", put, begin);
			at = isPrint ? end : afterTag(end);
		}
	}
	put("eof", "", text.length);
	return tokens;
}
function withoutIndent(data, starts) {
	const line = data.lastIndexOf("\n") + 1;
	return (line > 0 || starts) && data.slice(line).trim() === "" ? data.slice(0, line) : data;
}
function lexTag(text, from, kind, put, begin) {
	put(kind, "", begin);
	const brackets = [];
	let at = from;
	for (;;) {
		at = match(space, text, at)?.end ?? at;
		const end = brackets.length === 0 ? match(ends[kind], text, at) : void 0;
		if (end !== void 0) {
			put("end", "", at);
			return end.end;
		}
		const found = rules.map(([name, rule]) => ({
			name,
			token: match(rule, text, at)
		})).find(({ token }) => token);
		if (found?.token === void 0) {
			const line = text.slice(0, at).split("\n").length;
			if (at >= text.length) throw new TemplateFault("syntax", `a \`${kind === "tag" ? "{%" : "{{"}\` is not closed`, line);
			throw new TemplateFault("syntax", `\`${[...text.slice(at, at + 2)][0] ?? ""}\` is unexpected`, line);
		}
		const { value, end: next } = found.token;
		if (found.name === "operator") {
			if ("([{".includes(value)) brackets.push(value);
			if (closing[value] !== void 0 && brackets.pop() !== closing[value]) throw new TemplateFault("syntax", `\`${value}\` closes nothing`, text.slice(0, at).split("\n").length);
		}
		put(found.name, found.name === "string" ? readEscapes(value.slice(1, -1)) : value, at);
		at = next;
	}
}
function match(rule, text, at) {
	rule.lastIndex = at;
	const found = rule.exec(text);
	return found === null ? void 0 : {
		value: found[0],
		end: rule.lastIndex
	};
}
const named$2 = {
	n: "\n",
	t: "	",
	r: "\r",
	b: "\b",
	f: "\f",
	v: "\v",
	a: "\x07",
	"\\": "\\",
	"'": "'",
	"\"": "\"",
	"\n": ""
};
function readEscapes(written) {
	return written.replaceAll(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([0-7]{1,3})|([\s\S]))/giu, (all, x, u, long, octal, char) => {
		const hex = x ?? u ?? long;
		if (hex !== void 0) return String.fromCodePoint(Math.min(1114111, Number.parseInt(hex, 16)));
		if (octal !== void 0) return String.fromCodePoint(Number.parseInt(octal, 8));
		return named$2[char ?? ""] ?? all;
	});
}
function lineCounter(text) {
	let line = 1;
	let seen = 0;
	return (at) => {
		for (; seen < at; seen++) if (text[seen] === "\n") line++;
		return line;
	};
}

// src/core/template/jinja/tokens.ts
const MOST_LINKS = 500;
var Tokens = class {
	#tokens;
	#at = 0;
	#depth = 0;
	#links = 0;
	constructor(source, spacing) {
		this.#tokens = lex(source, spacing);
	}
	get now() {
		return this.ahead(0);
	}
	get line() {
		return this.now.line;
	}
	ahead(count) {
		const last = this.#tokens.at(-1) ?? {
			kind: "eof",
			value: "",
			line: 1
		};
		return this.#tokens[this.#at + count] ?? last;
	}
	next() {
		const token = this.now;
		if (token.kind === "tag" || token.kind === "print") this.#links = 0;
		this.#at++;
		return token;
	}
	is(kind, ...values) {
		return this.now.kind === kind && (values.length === 0 || values.includes(this.now.value));
	}
	skip(kind, ...values) {
		const found = this.is(kind, ...values);
		if (found) this.#at++;
		return found;
	}
	expect(kind, ...values) {
		if (!this.is(kind, ...values)) this.unexpected(values[0] ?? { end: "the end of the tag" }[String(kind)] ?? `a ${kind}`);
		return this.next();
	}
	unexpected(expected) {
		const { kind, value, line } = this.now;
		const found = kind === "end" || kind === "eof" ? "it ends" : `there is \`${value === "" ? kind : value}\``;
		throw new TemplateFault("syntax", `${expected} is expected where ${found}`, line);
	}
	fail(message) {
		throw new TemplateFault("syntax", message, this.line);
	}
	link() {
		this.#links++;
		if (this.#links > MOST_LINKS) throw new TemplateFault("limit", "an expression is too long", this.line);
	}
	nest(read) {
		this.#depth++;
		if (this.#depth > 100) throw new TemplateFault("limit", "it nests too deeply", this.line);
		const result = read();
		this.#depth--;
		return result;
	}
};

// src/core/template/jinja/parse.ts
function parse$3(source, spacing) {
	const tokens = new Tokens(source, spacing);
	const body = parseBody(tokens, []);
	if (!tokens.is("eof")) tokens.fail(`\`${tokens.ahead(1).value}\` ends nothing`);
	return body;
}
function parseBody(tokens, until) {
	return tokens.nest(() => {
		const body = [];
		for (;;) {
			const { kind, line } = tokens.now;
			if (kind === "text") body.push({
				kind: "text",
				text: tokens.next().value,
				line
			});
			else if (kind === "print") {
				tokens.next();
				body.push({
					kind: "print",
					value: parseTuple(tokens),
					line
				});
				tokens.expect("end");
			} else if (kind === "tag") {
				if (until.includes(tokens.ahead(1).value)) return body;
				tokens.next();
				const { value: name } = tokens.expect("name");
				const read = Object.hasOwn(statements, name) ? statements[name] : void 0;
				if (read === void 0) tokens.fail(wordUnknownTag(name, until));
				body.push(read(tokens, line));
			} else if (until.length > 0) tokens.fail(`\`${until.at(-1) ?? ""}\` is missing at the end`);
			else return body;
		}
	});
}
function wordUnknownTag(name, until) {
	if (!/^(?:end|else|elif)/u.test(name)) return `the tag \`${name}\` is not known`;
	return until.length === 0 ? `\`${name}\` ends nothing` : `\`${name}\` stands where \`${until.at(-1) ?? ""}\` is expected`;
}
function parseTo(tokens, ...until) {
	tokens.expect("end");
	const body = parseBody(tokens, until);
	tokens.expect("tag");
	return {
		body,
		by: tokens.next().value
	};
}
function parseBlock(tokens, end) {
	const { body } = parseTo(tokens, end);
	if (end === "endblock") tokens.skip("name");
	tokens.expect("end");
	return body;
}
const statements = {
	if: parseIf,
	for: parseFor,
	set: parseSet,
	macro(tokens, line) {
		return {
			kind: "macro",
			name: tokens.expect("name").value,
			...parseCallee(tokens, "endmacro"),
			line
		};
	},
	call(tokens, line) {
		const parameters = tokens.is("operator", "(") ? parseParameters(tokens) : [];
		const of = parseExpression(tokens);
		if (of.kind !== "call") tokens.fail("`call` is followed by no call");
		return {
			kind: "call",
			of,
			parameters,
			body: parseBlock(tokens, "endcall"),
			line
		};
	},
	filter(tokens, line) {
		return {
			kind: "filter",
			filter: parseFilters(tokens, void 0),
			body: parseBlock(tokens, "endfilter"),
			line
		};
	},
	block(tokens, line) {
		return {
			kind: "block",
			name: tokens.expect("name").value,
			scoped: tokens.skip("name", "scoped"),
			required: tokens.skip("name", "required"),
			body: parseBlock(tokens, "endblock"),
			line
		};
	},
	extends: (tokens, line) => ended(tokens, {
		kind: "extends",
		template: parseExpression(tokens),
		line
	}),
	include(tokens, line) {
		const template = parseExpression(tokens);
		const optional = tokens.is("name", "ignore") && tokens.ahead(1).value === "missing";
		if (optional) for (const _ of ["ignore", "missing"]) tokens.next();
		return ended(tokens, {
			kind: "include",
			template,
			optional,
			context: parseContext(tokens, true),
			line
		});
	},
	import: parseImport,
	from: parseFrom,
	with(tokens, line) {
		const values = [];
		while (!tokens.is("end")) {
			if (values.length > 0) tokens.expect("operator", ",");
			const target = parseTarget(tokens);
			tokens.expect("operator", "=");
			values.push([target, parseExpression(tokens)]);
		}
		return {
			kind: "with",
			values,
			body: parseBlock(tokens, "endwith"),
			line
		};
	},
	autoescape(tokens, line) {
		parseExpression(tokens);
		return {
			kind: "group",
			body: parseBlock(tokens, "endautoescape"),
			line
		};
	},
	do: (tokens, line) => ended(tokens, {
		kind: "do",
		value: parseTuple(tokens),
		line
	}),
	break: (tokens, line) => ended(tokens, {
		kind: "break",
		line
	}),
	continue: (tokens, line) => ended(tokens, {
		kind: "continue",
		line
	})
};
function ended(tokens, statement) {
	tokens.expect("end");
	return statement;
}
function parseIf(tokens, line) {
	const branches = [];
	let otherwise = [];
	for (let by = "if"; by !== "endif";) if (by === "else") {
		const last = parseTo(tokens, "endif");
		otherwise = last.body;
		by = last.by;
	} else {
		const test = parseTuple(tokens, false);
		const branch = parseTo(tokens, "elif", "else", "endif");
		branches.push({
			test,
			body: branch.body
		});
		by = branch.by;
	}
	return ended(tokens, {
		kind: "if",
		branches,
		otherwise,
		line
	});
}
function parseFor(tokens, line) {
	const target = parseTarget(tokens);
	tokens.expect("name", "in");
	const over = parseTuple(tokens, false, ["recursive", "if"]);
	const test = tokens.skip("name", "if") ? parseExpression(tokens) : void 0;
	const recursive = tokens.skip("name", "recursive");
	const { body, by } = parseTo(tokens, "else", "endfor");
	return ended(tokens, {
		kind: "for",
		target,
		over,
		test,
		recursive,
		body,
		otherwise: by === "else" ? parseTo(tokens, "endfor").body : [],
		line
	});
}
function parseSet(tokens, line) {
	const target = parseTarget(tokens);
	if (tokens.skip("operator", "=")) return ended(tokens, {
		kind: "set",
		target,
		value: parseTuple(tokens),
		line
	});
	return {
		kind: "capture",
		target,
		filter: tokens.skip("operator", "|") ? parseFilters(tokens, void 0) : void 0,
		body: parseBlock(tokens, "endset"),
		line
	};
}
function parseImport(tokens, line) {
	const template = parseExpression(tokens);
	tokens.expect("name", "as");
	const as = tokens.expect("name").value;
	return ended(tokens, {
		kind: "import",
		template,
		as,
		context: parseContext(tokens, false),
		line
	});
}
function parseFrom(tokens, line) {
	const template = parseExpression(tokens);
	tokens.expect("name", "import");
	const names = [];
	let context = false;
	while (!tokens.is("end")) {
		if (tokens.is("name", "with", "without") && tokens.ahead(1).value === "context") {
			context = parseContext(tokens, false);
			break;
		}
		if (names.length > 0) tokens.expect("operator", ",");
		if (tokens.is("end")) break;
		const name = tokens.expect("name").value;
		names.push([name, tokens.skip("name", "as") ? tokens.expect("name").value : name]);
	}
	return ended(tokens, {
		kind: "from",
		template,
		names,
		context,
		line
	});
}
function parseContext(tokens, otherwise) {
	if (!tokens.is("name", "with", "without") || tokens.ahead(1).value !== "context") return otherwise;
	const { value } = tokens.next();
	tokens.next();
	return value === "with";
}
function parseCallee(tokens, end) {
	return {
		parameters: parseParameters(tokens),
		body: parseBlock(tokens, end)
	};
}
function parseParameters(tokens) {
	const parameters = [];
	tokens.expect("operator", "(");
	while (!tokens.is("operator", ")")) {
		if (parameters.length > 0) tokens.expect("operator", ",");
		if (tokens.is("operator", ")")) break;
		const name = tokens.expect("name").value;
		parameters.push({
			name,
			fallback: tokens.skip("operator", "=") ? parseExpression(tokens) : void 0
		});
	}
	tokens.expect("operator", ")");
	return parameters;
}
function parseTarget(tokens) {
	const targets = [];
	let comma = false;
	do {
		if (tokens.is("name", "in") || tokens.is("operator", "=") || tokens.is("end")) break;
		if (tokens.skip("operator", "(")) {
			targets.push(tokens.nest(() => parseTarget(tokens)));
			tokens.expect("operator", ")");
		} else {
			const name = tokens.expect("name").value;
			const field = tokens.skip("operator", ".") ? tokens.expect("name").value : void 0;
			targets.push(field === void 0 ? {
				kind: "name",
				name
			} : {
				kind: "field",
				of: name,
				name: field
			});
		}
		comma = tokens.skip("operator", ",");
	} while (comma);
	const [only] = targets;
	if (only === void 0) return tokens.unexpected("a name");
	return targets.length === 1 && !comma ? only : {
		kind: "tuple",
		targets
	};
}

// src/core/template/jinja/value.ts
var Float = class {
	value;
	constructor(value) {
		this.value = value;
	}
};
var Tuple = class {
	items;
	names;
	constructor(items, names = []) {
		this.items = items;
		this.names = names;
	}
};
var Dict = class Dict {
	#entries = /* @__PURE__ */ new Map();
	static of(entries) {
		const dict = new Dict();
		for (const [key, value] of entries) dict.set(key, value);
		return dict;
	}
	get size() {
		return this.#entries.size;
	}
	get(key) {
		return this.#entries.get(hash(key))?.[1];
	}
	has(key) {
		return this.#entries.has(hash(key));
	}
	set(key, value) {
		const hashed = hash(key);
		const held = this.#entries.get(hashed);
		this.#entries.set(hashed, [held === void 0 ? key : held[0], value]);
	}
	delete(key) {
		this.#entries.delete(hash(key));
	}
	entries() {
		return [...this.#entries.values()];
	}
	keys() {
		return Array.from(this.#entries.values(), ([key]) => key);
	}
};
var Range = class {
	start;
	step;
	length;
	constructor(start, stop, step) {
		this.start = start;
		this.step = step;
		this.length = Math.max(0, Math.ceil((stop - start) / step));
	}
	get stop() {
		return this.start + this.length * this.step;
	}
	at(index) {
		return this.start + index * this.step;
	}
};
var View = class {
	name;
	items;
	constructor(name, items) {
		this.name = name;
		this.items = items;
	}
};
var Undefined = class {
	why;
	constructor(why) {
		this.why = why;
	}
};
var Callable = class {
	name;
	call;
	fields;
	constructor(name, call, fields = /* @__PURE__ */ new Map()) {
		this.name = name;
		this.call = call;
		this.fields = fields;
	}
};
var Fields = class {
	kind;
	get;
	set;
	call;
	constructor(kind, get, more = {}) {
		this.kind = kind;
		this.get = get;
		this.set = more.set;
		this.call = more.call;
	}
};
function presentOr(value, otherwise) {
	return value === void 0 ? otherwise() : value;
}
function hash(key) {
	if (typeof key === "string") return `s${key}`;
	if (typeof key === "number" || typeof key === "boolean") return `n${Number(key)}`;
	if (key === null) return "none";
	if (key instanceof Float) return `n${key.value}`;
	if (key instanceof Tuple) return `t${JSON.stringify(key.items.map(hash))}`;
	return fail(`a ${typeName(key)} cannot be a key`);
}
function fromJson(value) {
	if (typeof value === "number") return Number.isInteger(value) ? value : new Float(value);
	if (value === null || typeof value !== "object") return value;
	if (isList$13(value)) return value.map(fromJson);
	return dictOf(value);
}
function dictOf(object) {
	return Dict.of(Object.keys(object).map((key) => [key, fromJson(object[key] ?? null)]));
}
function isList$13(value) {
	return Array.isArray(value);
}
function typeName(value) {
	if (typeof value === "string") return "str";
	if (typeof value === "boolean") return "bool";
	if (typeof value === "number") return "int";
	if (value === null) return "NoneType";
	if (value instanceof Float) return "float";
	if (Array.isArray(value)) return "list";
	if (value instanceof Tuple) return "tuple";
	if (value instanceof Dict) return "dict";
	if (value instanceof Range) return "range";
	if (value instanceof View) return value.name;
	if (value instanceof Undefined) return "Undefined";
	if (value instanceof Callable) return "function";
	return value.kind;
}

// src/core/template/jinja/compare.ts
function numberOf(value) {
	if (typeof value === "number") return value;
	if (typeof value === "boolean") return Number(value);
	return value instanceof Float ? value.value : void 0;
}
function demand(value) {
	if (value instanceof Undefined) throw new TemplateFault("undefined", value.why);
	return value;
}
function isTruthy(value) {
	if (value === null || value instanceof Undefined) return false;
	if (typeof value === "string") return value !== "";
	const number = numberOf(value);
	if (number !== void 0) return number !== 0;
	return value instanceof Callable || value instanceof Fields || sizeOf$1(value) !== 0;
}
function sizeOf$1(value) {
	if (typeof value === "string") return /[\ud800-\udbff]/.test(value) ? [...value].length : value.length;
	if (Array.isArray(value) || value instanceof Range) return value.length;
	if (value instanceof Tuple || value instanceof View) return value.items.length;
	if (value instanceof Dict) return value.size;
	return value instanceof Undefined ? 0 : void 0;
}
function itemsOf(value, budget) {
	const size = sizeOf$1(value);
	if (size === void 0) return fail(`a ${typeName(value)} cannot be gone through`);
	budget.step(size);
	budget.make(size);
	if (typeof value === "string") return [...value];
	if (Array.isArray(value)) return [...value];
	if (value instanceof Range) return Array.from({ length: size }, (_, index) => value.at(index));
	if (value instanceof Dict) return value.keys();
	return value instanceof Tuple || value instanceof View ? [...value.items] : [];
}
function areEqual(left, right, budget) {
	budget.step();
	const number = numberOf(left);
	if (number !== void 0) return number === numberOf(right);
	if (left instanceof Undefined) return right instanceof Undefined;
	const all = (a, b) => a.length === b.length && budget.nest(() => a.every((item, at) => areEqual(item, b[at] ?? null, budget)));
	if (Array.isArray(left)) return Array.isArray(right) && all(left, right);
	if (left instanceof Tuple) return right instanceof Tuple && all(left.items, right.items);
	if (left instanceof Range) return right instanceof Range && all(itemsOf(left, budget), itemsOf(right, budget));
	if (left instanceof Dict) {
		if (!(right instanceof Dict) || left.size !== right.size) return false;
		return left.entries().every(([key, held]) => {
			const other = right.get(key);
			return other !== void 0 && budget.nest(() => areEqual(held, other, budget));
		});
	}
	return left === right;
}
function order(left, right, budget) {
	budget.step();
	demand(left);
	demand(right);
	const [a, b] = [numberOf(left), numberOf(right)];
	if (a !== void 0 && b !== void 0) return a - b;
	if (typeof left === "string" && typeof right === "string") return orderTexts(left, right);
	const items = (value) => Array.isArray(value) ? value : value instanceof Tuple ? value.items : void 0;
	const [these, those] = [items(left), items(right)];
	if (these === void 0 || those === void 0 || Array.isArray(left) !== Array.isArray(right)) return fail(`a ${typeName(left)} and a ${typeName(right)} have no order`);
	for (const [at, item] of these.entries()) {
		const other = those[at];
		if (other === void 0) return 1;
		if (!areEqual(item, other, budget)) return budget.nest(() => order(item, other, budget));
	}
	return these.length - those.length;
}
function orderTexts(left, right) {
	if (left === right) return 0;
	const [a, b] = [left, right].map((text) => /[\ud800-\udbff]/.test(text) ? [...text] : void 0);
	if (a === void 0 && b === void 0) return left < right ? -1 : 1;
	const [these, those] = [[...left], [...right]];
	for (const [at, char] of these.entries()) {
		const difference = (char.codePointAt(0) ?? 0) - (those[at]?.codePointAt(0) ?? -1);
		if (difference !== 0) return difference;
	}
	return these.length - those.length;
}
function contains(container, item, budget) {
	if (typeof container === "string") {
		if (typeof item !== "string") return fail(`only a text can be looked for in a text, not a ${typeName(demand(item))}`);
		budget.step(1 + container.length / 100);
		return container.includes(item);
	}
	if (container instanceof Dict) return container.has(item);
	if (container instanceof Fields || container instanceof Callable) return fail(`nothing can be looked for in a ${typeName(container)}`);
	return itemsOf(container, budget).some((held) => areEqual(held, item, budget));
}

// src/core/template/jinja/arguments.ts
var Arguments = class {
	#values;
	constructor(name, { args, named }, parameters) {
		if (args.length > parameters.length) fail(`\`${name}\` takes at most ${parameters.length} arguments`);
		for (const key of named.keys()) if (!parameters.includes(key)) fail(`\`${name}\` takes no \`${key}\``);
		const byPlace = parameters.flatMap((key, at) => {
			const value = args[at];
			return value === void 0 ? [] : [[key, value]];
		});
		this.#values = new Map([...byPlace, ...named]);
	}
	get(name) {
		return this.#values.get(name);
	}
	text(name, otherwise) {
		const value = this.get(name);
		if (value === void 0) return otherwise;
		return typeof demand(value) === "string" && typeof value === "string" ? value : fail(`\`${name}\` must be a text, not a ${typeName(value)}`);
	}
	number(name, otherwise) {
		const value = this.get(name);
		if (value === void 0) return otherwise;
		return numberOf(demand(value)) ?? fail(`\`${name}\` must be a number, not a ${typeName(value)}`);
	}
	whole(name, otherwise) {
		if (this.get(name) instanceof Float) fail(`\`${name}\` must be a whole number`);
		return this.number(name, otherwise);
	}
	flag(name, otherwise) {
		const value = this.get(name);
		return value === void 0 ? otherwise : isTruthy(value);
	}
};

// src/core/template/jinja/builtins.ts
function builtinsOf(budget) {
	const builtin = (name, call) => [name, new Callable(name, call)];
	return new Map([
		builtin("range", ({ args }) => {
			const [first = 0, second, third = 1] = args.map((arg) => typeof arg === "number" || typeof arg === "boolean" ? Number(arg) : fail(`\`range\` takes whole numbers, not a ${typeName(arg)}`));
			if (args.length === 0 || args.length > 3) fail("`range` takes one to three numbers");
			if (third === 0) fail("the step of `range` is zero");
			return second === void 0 ? new Range(0, first, 1) : new Range(first, second, third);
		}),
		builtin("dict", ({ args: [given], named }) => Dict.of([...pairsOf(given, budget), ...named])),
		builtin("namespace", ({ args: [given], named }) => namespaceOf([...pairsOf(given, budget), ...named])),
		builtin("joiner", (call) => {
			const between = new Arguments("joiner", call, ["sep"]).text("sep", ", ");
			let used = false;
			return new Callable("joiner", () => {
				const text = used ? between : "";
				used = true;
				return text;
			});
		}),
		builtin("cycler", cyclerOf),
		builtin("lipsum", () => fail("`lipsum` makes a text of chance, which would be another one each time"))
	]);
}
function pairsOf(given, budget) {
	if (given === void 0) return [];
	if (given instanceof Dict) return given.entries();
	return itemsOf(given, budget).map((pair) => {
		const [key, held] = itemsOf(pair, budget);
		return key === void 0 || held === void 0 ? fail("a dict is made of pairs") : [key, held];
	});
}
function namespaceOf(entries) {
	const held = new Map(entries.map(([key, value]) => [String(key), value]));
	return new Fields("Namespace", (name) => held.get(name), { set: (name, value) => held.set(name, value) });
}
function cyclerOf({ args }) {
	let at = 0;
	const current = () => presentOr(args[at], () => fail("`cycler` is given nothing to go through"));
	const methods = /* @__PURE__ */ new Map([["next", () => {
		const value = current();
		at = (at + 1) % args.length;
		return value;
	}], ["reset", () => {
		at = 0;
		return null;
	}]]);
	return new Fields("Cycler", (name) => {
		if (name === "current") return current();
		const method = methods.get(name);
		return method === void 0 ? void 0 : new Callable(name, method);
	});
}
function loopOf(items, at, depth, budget, again) {
	let last;
	const fields = {
		index: () => at() + 1,
		index0: at,
		revindex: () => items.length - at(),
		revindex0: () => items.length - at() - 1,
		first: () => at() === 0,
		last: () => at() === items.length - 1,
		length: () => items.length,
		depth: () => depth,
		depth0: () => depth - 1,
		previtem: () => items[at() - 1],
		nextitem: () => items[at() + 1],
		cycle: () => new Callable("cycle", ({ args }) => presentOr(args[at() % args.length], () => fail("`cycle` is given nothing to go through"))),
		changed: () => new Callable("changed", ({ args }) => {
			const now = [...args];
			const same = last !== void 0 && areEqual(last, now, budget);
			last = now;
			return !same;
		})
	};
	return new Fields("LoopContext", (name) => Object.hasOwn(fields, name) ? fields[name]?.() : void 0, { call: again });
}

// src/core/template/jinja/escape-html.ts
const named$1 = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&#34;",
	"'": "&#39;"
};
function escapeHtml(shown) {
	return shown.replaceAll(/[&<>"']/gu, (char) => named$1[char] ?? char);
}
const marking = /* @__PURE__ */ new Set([
	"safe",
	"escape",
	"e",
	"forceescape",
	"tojson",
	"urlize",
	"xmlattr"
]);
const giving = /* @__PURE__ */ new Set([
	"range",
	"dict",
	"lipsum",
	"cycler",
	"joiner",
	"namespace"
]);
var HtmlMarks = class {
	#names = /* @__PURE__ */ new Set();
	set(target, value) {
		if (target.kind !== "name") return;
		if (value === void 0 || this.has(value)) this.#names.add(target.name);
		else this.#names.delete(target.name);
	}
	has(expression) {
		switch (expression.kind) {
			case "name": return this.#names.has(expression.name);
			case "call": {
				const { of } = expression;
				if (of.kind === "attribute") return of.of.kind === "name" && of.of.name === "self";
				return of.kind === "name" && !giving.has(of.name);
			}
			case "filter": return marking.has(expression.name) || expression.of !== void 0 && this.has(expression.of);
			case "choice": return this.has(expression.yes) && (expression.no === void 0 || this.has(expression.no));
			default: return false;
		}
	}
};

// src/core/template/jinja/show.ts
function show(value, budget) {
	if (typeof value === "string") return value;
	if (value instanceof Undefined) return "";
	const text = represent(value, budget);
	budget.make(text.length);
	return text;
}
function represent(value, budget) {
	budget.step();
	if (typeof value === "string") return quote(value);
	if (typeof value === "boolean") return value ? "True" : "False";
	if (typeof value === "number") return String(value);
	if (value === null) return "None";
	if (value instanceof Float) return showFloat(value.value);
	const all = (items) => budget.nest(() => items.map((item) => represent(item, budget)).join(", "));
	if (Array.isArray(value)) return `[${all(value)}]`;
	if (value instanceof Tuple) return value.items.length === 1 ? `(${all(value.items)},)` : `(${all(value.items)})`;
	if (value instanceof View) return `${value.name}([${all(value.items)}])`;
	if (value instanceof Dict) return `{${value.entries().map(([key, held]) => `${represent(key, budget)}: ${all([held])}`).join(", ")}}`;
	if (value instanceof Range) {
		const step = value.step === 1 ? "" : `, ${value.step}`;
		return `range(${value.start}, ${value.stop}${step})`;
	}
	if (value instanceof Undefined) return "Undefined";
	if (value instanceof Callable) return `<Macro '${value.name}'>`;
	return value instanceof Fields ? `<${value.kind}>` : "";
}
function showFloat(value) {
	if (Number.isNaN(value)) return "nan";
	if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
	if (Object.is(value, -0)) return "-0.0";
	if (value === 0) return "0.0";
	const size = Math.abs(value);
	if (size < 1e-4 || size >= 0x2386f26fc10000) {
		const [digits = "", exponent = ""] = value.toExponential().split("e");
		const power = exponent.slice(1).padStart(2, "0");
		return `${digits}e${exponent[0] ?? "+"}${power}`;
	}
	const text = size < 1e-6 ? value.toFixed(20).replace(/0+$/u, "") : String(value);
	return /[.e]/u.test(text) ? text : `${text}.0`;
}
function quote(text) {
	const mark = text.includes("'") && !text.includes("\"") ? "\"" : "'";
	return `${mark}${text.replace(/[\\'"\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Zs}]/gu, (char) => {
		if (char === " ") return char;
		if (char === "\\" || char === mark) return `\\${char}`;
		if (char === "'" || char === "\"") return char;
		const named = {
			"\n": "\\n",
			"\r": "\\r",
			"	": "\\t"
		}[char];
		if (named !== void 0) return named;
		const code = char.codePointAt(0) ?? 0;
		if (code <= 255) return `\\x${code.toString(16).padStart(2, "0")}`;
		if (code <= 65535) return `\\u${code.toString(16).padStart(4, "0")}`;
		return `\\U${code.toString(16).padStart(8, "0")}`;
	})}${mark}`;
}

// src/core/template/jinja/format-percent.ts
const conversion = /%(?:\(([^)]*)\))?([-+ #0]*)(\d+|\*)?(?:\.(\d+|\*))?[hlL]?([\s\S]?)/gu;
function formatPercent(text, values, budget) {
	const rest = values instanceof Tuple ? [...values.items] : [values];
	let used = 0;
	const next = () => presentOr(rest[used++], () => fail("the format asks for more values than it is given"));
	const width = (written) => written === "*" ? numberOf(next()) ?? fail("a width must be a number") : Number(written ?? 0);
	const made = text.replaceAll(conversion, (_all, key, flags, wide, exact, type = "") => {
		if (type === "%") return "%";
		const size = width(wide);
		const digits = exact === void 0 ? void 0 : width(exact);
		budget.make(size + (digits ?? 0));
		const value = key === void 0 ? next() : keyed(values, key);
		return pad(convert(type, demand(value), digits, flags, budget), size, flags, /[diufFeEgGxXo]/u.test(type));
	});
	if (used < rest.length && !(values instanceof Dict)) fail("the format asks for fewer values than it is given");
	budget.make(made.length);
	return made;
}
function keyed(values, key) {
	if (!(values instanceof Dict)) return fail("the format needs a mapping");
	return presentOr(values.get(key), () => fail(`the format asks for \`${key}\`, which is not given`));
}
function convert(type, value, digits, flags, budget) {
	if (type === "s" || type === "r" || type === "a") {
		const text = type === "s" ? show(value, budget) : represent(value, budget);
		return digits === void 0 ? text : [...text].slice(0, digits).join("");
	}
	if (type === "c") return typeof value === "number" ? String.fromCodePoint(value) : show(value, budget);
	const number = numberOf(value);
	if (number === void 0) return fail(`\`%${type}\` needs a number`);
	return (number < 0 || Object.is(number, -0) ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "") + formatNumber(type, Math.abs(number), digits, flags.includes("#"));
}
function formatNumber(type, size, digits = 6, alternative = false) {
	const places = Math.min(100, digits);
	switch (type) {
		case "d":
		case "i":
		case "u": return String(Math.trunc(size));
		case "x": return `${alternative ? "0x" : ""}${Math.trunc(size).toString(16)}`;
		case "X": return `${alternative ? "0X" : ""}${Math.trunc(size).toString(16).toUpperCase()}`;
		case "o": return `${alternative ? "0o" : ""}${Math.trunc(size).toString(8)}`;
		case "f":
		case "F": return toPlaces(size, places);
		case "e":
		case "E": {
			const text = size.toExponential(places).replace(/e([+-])(\d)$/u, "e$10$2");
			return type === "E" ? text.toUpperCase() : text;
		}
		case "g":
		case "G": {
			const text = general(size, Math.max(1, places));
			return type === "G" ? text.toUpperCase() : text;
		}
		default: return fail(`\`%${type}\` is no format`);
	}
}
function toPlaces(size, places) {
	const exact = size.toFixed(Math.min(100, places + 30));
	const point = exact.indexOf(".");
	if (!/^50*$/u.test(exact.slice(point + 1 + places))) return size.toFixed(places);
	const cut = exact.slice(0, places === 0 ? point : point + 1 + places);
	return /[13579]$/u.test(cut) ? size.toFixed(places) : cut;
}
function general(size, digits) {
	const exponent = size === 0 ? 0 : Number(size.toExponential(digits - 1).split("e")[1]);
	if (exponent >= -4 && exponent < digits) {
		const text = size.toFixed(Math.max(0, digits - 1 - exponent));
		return text.includes(".") ? text.replace(/\.?0+$/u, "") : text;
	}
	const [number = "", power = ""] = size.toExponential(digits - 1).split("e");
	return `${number.includes(".") ? number.replace(/\.?0+$/u, "") : number}e${power[0] ?? "+"}${power.slice(1).padStart(2, "0")}`;
}
function pad(text, width, flags, number) {
	const missing = width - [...text].length;
	if (missing <= 0) return text;
	if (flags.includes("-")) return text + " ".repeat(missing);
	if (!number || !flags.includes("0")) return " ".repeat(missing) + text;
	const sign = /^[-+ ]/u.exec(text)?.[0] ?? "";
	return sign + "0".repeat(missing) + text.slice(sign.length);
}

// src/core/template/jinja/arithmetic.ts
function calculate(sign, left, right, budget) {
	demand(left);
	if (sign === "%" && typeof left === "string") return formatPercent(left, right, budget);
	demand(right);
	const [a, b] = [numberOf(left), numberOf(right)];
	if (a !== void 0 && b !== void 0) {
		const whole = !(left instanceof Float) && !(right instanceof Float) && sign !== "/" && !(sign === "**" && b < 0);
		return numberFrom(calculateNumbers(sign, a, b), whole);
	}
	if (sign === "+") {
		const joined = join(left, right, budget);
		if (joined !== void 0) return joined;
	}
	if (sign === "*") {
		const repeated = a === void 0 ? repeat(left, right, budget) : repeat(right, left, budget);
		if (repeated !== void 0) return repeated;
	}
	return fail(`\`${sign}\` does not work on a ${typeName(left)} and a ${typeName(right)}`);
}
function numberFrom(value, whole) {
	if (!whole) return new Float(value);
	if (!Number.isSafeInteger(value)) return fail("a whole number becomes larger than 2^53");
	return value === 0 ? 0 : value;
}
function calculateNumbers(sign, a, b) {
	switch (sign) {
		case "+": return a + b;
		case "-": return a - b;
		case "*": return a * b;
		case "**": return a ** b;
		default:
			if (b === 0) return fail("it divides by zero");
			if (sign === "/") return a / b;
			return sign === "//" ? Math.floor(a / b) : a - b * Math.floor(a / b);
	}
}
function join(left, right, budget) {
	if (typeof left === "string" && typeof right === "string") {
		budget.make(left.length + right.length);
		return left + right;
	}
	if (Array.isArray(left) && Array.isArray(right)) {
		budget.make(left.length + right.length);
		return [...left, ...right];
	}
	if (left instanceof Tuple && right instanceof Tuple) {
		budget.make(left.items.length + right.items.length);
		return new Tuple([...left.items, ...right.items]);
	}
}
function repeat(value, count, budget) {
	if (typeof count !== "number" && typeof count !== "boolean") return void 0;
	const times = Math.max(0, Number(count));
	if (typeof value === "string") {
		budget.make(value.length * times);
		return value.repeat(value === "" ? 0 : times);
	}
	const items = Array.isArray(value) ? value : value instanceof Tuple ? value.items : void 0;
	if (items === void 0) return void 0;
	budget.make(items.length * times);
	const all = items.length === 0 ? [] : Array.from({ length: times }, () => items).flat();
	return Array.isArray(value) ? all : new Tuple(all);
}

// src/core/template/jinja/format-braces.ts
const field = /\{\{|\}\}|\{([^{}!:]*)(?:!([rsa]))?(?::([^{}]*))?\}|[{}]/gu;
const spec = /^(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/u;
function formatBraces(text, { args, named }, look, budget) {
	let next = 0;
	const made = text.replaceAll(field, (all, name, as, written = "") => {
		if (all === "{{" || all === "}}") return all[0] ?? "";
		if (name === void 0) return fail("a brace of the format is not closed");
		const [first = "", ...path] = name.split(/[.[]/u).map((part) => part.replace(/\]$/u, ""));
		const place = first === "" ? next++ : /^\d+$/u.test(first) ? Number(first) : void 0;
		const base = place === void 0 ? named.get(first) : args[place];
		if (base === void 0) return fail(`the format asks for \`${name || String(place)}\`, which is not given`);
		const value = path.reduce((held, key) => look(held, /^\d+$/u.test(key) ? Number(key) : key), base);
		return formatValue(as === "r" || as === "a" ? represent(value, budget) : as === "s" ? show(value, budget) : value, written, budget);
	});
	budget.make(made.length);
	return made;
}
function formatValue(value, written, budget) {
	if (written === "") return show(value, budget);
	const found = spec.exec(written);
	if (found === null) return fail(`\`${written}\` is no format`);
	const [, filler, given, plus, alternative, zero, wide, group, exact, type] = found;
	const width = Number(wide ?? 0);
	budget.make(width + Number(exact ?? 0));
	const number = typeof value === "string" ? void 0 : numberOf(value);
	const text = number === void 0 || typeof value === "string" || value === null ? show(value, budget).slice(0, exact === void 0 ? void 0 : Number(exact)) : formatSigned();
	const align = given ?? (zero === void 0 ? number === void 0 ? "<" : ">" : "=");
	const char = filler ?? (zero === void 0 ? " " : "0");
	const missing = Math.max(0, width - [...text].length);
	if (align === "<") return text + char.repeat(missing);
	if (align === "^") return char.repeat(missing >> 1) + text + char.repeat(missing - (missing >> 1));
	const sign = align === "=" ? /^[-+ ]/u.exec(text)?.[0] ?? "" : "";
	return sign + char.repeat(missing) + text.slice(sign.length);
	function formatSigned() {
		const held = number ?? 0;
		const sign = held < 0 ? "-" : plus === "+" || plus === " " ? plus : "";
		const size = Math.abs(held);
		const digits = exact === void 0 ? void 0 : Number(exact);
		let shown;
		if (type === "%") shown = `${toPlaces(size * 100, digits ?? 6)}%`;
		else if (type === "b") shown = `${alternative === void 0 ? "" : "0b"}${size.toString(2)}`;
		else if (type !== void 0) shown = formatNumber(type === "n" ? "d" : type, size, digits, alternative !== void 0);
		else if (digits !== void 0) shown = formatNumber("g", size, digits);
		else shown = show(value instanceof Float ? new Float(size) : size, budget);
		if (group === void 0) return sign + shown;
		const [whole = "", rest] = shown.split(/(?=\.|%|e)/u, 2);
		return sign + whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, group) + (rest === void 0 ? "" : shown.slice(whole.length));
	}
}

// src/core/template/jinja/text-methods.ts
const cased = /\p{Lu}|\p{Ll}|\p{Lt}/u;
const lower = (text) => text.toLowerCase();
const plain$1 = (run) => ({
	parameters: [],
	run
});
const test = (pattern) => plain$1((text) => pattern.test(text));
const textMethods = {
	upper: plain$1((text) => text.toUpperCase()),
	lower: plain$1(lower),
	casefold: plain$1((text) => lower(text).replaceAll("ß", "ss")),
	title: plain$1((text) => text.replaceAll(/\p{L}+/gu, (word) => capitalize(word))),
	capitalize: plain$1(capitalize),
	swapcase: plain$1((text) => Array.from(text, (char) => char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase()).join("")),
	isdigit: test(/^\p{Nd}+$/u),
	isdecimal: test(/^\p{Nd}+$/u),
	isnumeric: test(/^\p{N}+$/u),
	isalpha: test(/^\p{L}+$/u),
	isalnum: test(/^[\p{L}\p{N}]+$/u),
	isspace: test(/^\s+$/u),
	isidentifier: test(/^[\p{L}_][\p{L}\p{N}_]*$/u),
	isupper: plain$1((text) => cased.test(text) && text === text.toUpperCase()),
	islower: plain$1((text) => cased.test(text) && text === text.toLowerCase()),
	istitle: plain$1((text) => cased.test(text) && text === text.replaceAll(/\p{L}+/gu, capitalize)),
	strip: {
		parameters: ["chars"],
		run: (text, given) => strip(text, given, "both")
	},
	lstrip: {
		parameters: ["chars"],
		run: (text, given) => strip(text, given, "left")
	},
	rstrip: {
		parameters: ["chars"],
		run: (text, given) => strip(text, given, "right")
	},
	split: {
		parameters: ["sep", "maxsplit"],
		run: split
	},
	rsplit: {
		parameters: ["sep", "maxsplit"],
		run(text, given, budget) {
			const most = given.whole("maxsplit", -1);
			const sep = given.get("sep") ?? null;
			if (most < 0) return split(text, given, budget);
			const parts = splitAt(text, sep);
			const kept = parts.slice(Math.max(0, parts.length - most));
			const rest = parts.slice(0, Math.max(0, parts.length - most));
			return rest.length === 0 ? kept : [rest.join(typeof sep === "string" ? sep : " "), ...kept];
		}
	},
	splitlines: {
		parameters: ["keepends"],
		run(text, given) {
			const lines = text.split(/(?<=\r\n|\n|\r(?!\n)|[\x85\u2028\u2029])/u).filter((line) => line !== "");
			return given.flag("keepends", false) ? lines : lines.map((line) => line.replace(/(?:\r\n|[\n\r\x85\u2028\u2029])$/u, ""));
		}
	},
	join: {
		parameters: ["iterable"],
		run(text, given, budget) {
			const texts = itemsOf(given.get("iterable") ?? fail("`join` needs a list"), budget).map((item) => typeof item === "string" ? item : fail(`\`join\` takes texts, not a ${typeName(item)}`));
			budget.make(texts.reduce((sum, one) => sum + one.length + text.length, 0));
			return texts.join(text);
		}
	},
	replace: {
		parameters: [
			"old",
			"new",
			"count"
		],
		run: (text, given, budget) => replaceText(text, given.text("old", ""), given.text("new", ""), given.whole("count", -1), budget)
	},
	startswith: {
		parameters: ["prefix", "start"],
		run: (text, given) => affixes(given, "prefix").some((one) => text.startsWith(one, given.whole("start", 0)))
	},
	endswith: {
		parameters: ["suffix"],
		run: (text, given) => affixes(given, "suffix").some((one) => text.endsWith(one))
	},
	removeprefix: {
		parameters: ["prefix"],
		run: (text, given) => text.startsWith(given.text("prefix", "")) ? text.slice(given.text("prefix", "").length) : text
	},
	removesuffix: {
		parameters: ["suffix"],
		run: (text, given) => {
			const suffix = given.text("suffix", "");
			return suffix !== "" && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
		}
	},
	find: {
		parameters: ["sub", "start"],
		run: (text, given) => codePoints(text, text.indexOf(given.text("sub", ""), given.whole("start", 0)))
	},
	rfind: {
		parameters: ["sub"],
		run: (text, given) => codePoints(text, text.lastIndexOf(given.text("sub", "")))
	},
	index: {
		parameters: ["sub", "start"],
		run(text, given) {
			const at = text.indexOf(given.text("sub", ""), given.whole("start", 0));
			return at < 0 ? fail("the text to be found is not there") : codePoints(text, at);
		}
	},
	count: {
		parameters: ["sub"],
		run: (text, given) => given.text("sub", "") === "" ? (sizeOf$1(text) ?? 0) + 1 : text.split(given.text("sub", "")).length - 1
	},
	partition: {
		parameters: ["sep"],
		run: (text, given) => partition(text, given.text("sep", ""), text.indexOf(given.text("sep", "")), "left")
	},
	rpartition: {
		parameters: ["sep"],
		run: (text, given) => partition(text, given.text("sep", ""), text.lastIndexOf(given.text("sep", "")), "right")
	},
	zfill: {
		parameters: ["width"],
		run: (text, given, budget) => {
			const sign = /^[-+]/u.exec(text)?.[0] ?? "";
			return sign + fill(text, given, budget).replaceAll(" ", "0") + text.slice(sign.length);
		}
	},
	ljust: {
		parameters: ["width", "fillchar"],
		run: (text, given, budget) => text + fill(text, given, budget)
	},
	rjust: {
		parameters: ["width", "fillchar"],
		run: (text, given, budget) => fill(text, given, budget) + text
	},
	center: {
		parameters: ["width", "fillchar"],
		run: (text, given, budget) => {
			const all = fill(text, given, budget);
			const width = given.whole("width", 0);
			const left = Math.floor(all.length / 2) + (all.length & width & 1);
			return all.slice(0, left) + text + all.slice(left);
		}
	},
	expandtabs: {
		parameters: ["tabsize"],
		run: (text, given, budget) => {
			const size = given.whole("tabsize", 8);
			budget.make(size * text.split("	").length);
			let column = 0;
			return text.replaceAll(/[^\t\n]+|\n|\t/gu, (part) => {
				const made = part === "	" ? " ".repeat(size <= 0 ? 0 : size - column % size) : part;
				column = part === "\n" ? 0 : column + made.length;
				return made;
			});
		}
	}
};
function capitalize(text) {
	const [first = ""] = text;
	return first.toUpperCase() + text.slice(first.length).toLowerCase();
}
function replaceText(text, old, by, most, budget) {
	budget.step(1 + text.length / 50);
	const parts = text.split(old);
	const found = old === "" ? [...text].length + 1 : parts.length - 1;
	const times = most < 0 ? found : Math.min(most, found);
	budget.make(text.length + times * by.length);
	if (old === "") {
		const chars = [...text];
		return chars.map((char, at) => at < times ? by + char : char).join("") + (times > chars.length ? by : "");
	}
	return parts.map((part, at) => at === 0 ? part : (at <= times ? by : old) + part).join("");
}
function strip(text, given, side) {
	if ((given.get("chars") ?? null) === null) return side === "both" ? text.trim() : side === "left" ? text.trimStart() : text.trimEnd();
	const set = new Set(given.text("chars", ""));
	const all = [...text];
	let [from, to] = [0, all.length];
	if (side !== "right") while (from < to && set.has(all[from] ?? "")) from++;
	if (side !== "left") while (to > from && set.has(all[to - 1] ?? "")) to--;
	return all.slice(from, to).join("");
}
function splitAt(text, sep) {
	if (sep === null) return text.trim() === "" ? [] : text.trim().split(/\s+/u);
	if (typeof sep !== "string") return fail(`a separator must be a text, not a ${typeName(sep)}`);
	return sep === "" ? fail("the separator is empty") : text.split(sep);
}
function split(text, given, budget) {
	const sep = given.get("sep") ?? null;
	const most = given.whole("maxsplit", -1);
	const parts = splitAt(text, sep);
	budget.make(parts.length);
	if (most < 0 || parts.length <= most + 1) return parts;
	const head = parts.slice(0, most);
	if (typeof sep === "string") return [...head, parts.slice(most).join(sep)];
	let rest = text.trimStart();
	for (const part of head) rest = rest.slice(part.length).trimStart();
	return [...head, rest];
}
function affixes(given, name) {
	const value = given.get(name);
	return (value instanceof Tuple ? value.items : [value]).map((one) => typeof one === "string" ? one : fail(`\`${name}\` must be a text or a tuple of texts`));
}
function partition(text, sep, at, missing) {
	if (sep === "") return fail("the separator is empty");
	if (at < 0) return new Tuple(missing === "left" ? [
		text,
		"",
		""
	] : [
		"",
		"",
		text
	]);
	return new Tuple([
		text.slice(0, at),
		sep,
		text.slice(at + sep.length)
	]);
}
function codePoints(text, at) {
	return at < 0 ? -1 : sizeOf$1(text.slice(0, at)) ?? at;
}
function fill(text, given, budget) {
	const missing = Math.max(0, given.whole("width", 0) - (sizeOf$1(text) ?? 0));
	budget.make(missing);
	return given.text("fillchar", " ").repeat(missing);
}

// src/core/template/jinja/attributes.ts
function attributeOf(value, name, budget) {
	demand(value);
	return presentOr(methodOf(value, name, budget), () => presentOr(itemAt(value, name, budget), () => missing(value, name)));
}
function itemOf(value, key, budget) {
	demand(value);
	const found = itemAt(value, key, budget);
	if (found !== void 0) return found;
	return presentOr(typeof key === "string" ? methodOf(value, key, budget) : void 0, () => missing(value, key));
}
function missing(value, key) {
	const what = typeof key === "string" ? `attribute '${key}'` : `element ${key instanceof Float ? key.value : String(key)}`;
	return new Undefined(`'${typeName(value)} object' has no ${what}`);
}
function itemAt(value, key, budget) {
	if (value instanceof Dict) return isKey(key) ? value.get(key) : void 0;
	if (typeof key !== "number" && typeof key !== "boolean") return void 0;
	const size = sizeOf$1(value);
	if (size === void 0 || value instanceof View) return void 0;
	const at = Number(key) < 0 ? Number(key) + size : Number(key);
	if (at < 0 || at >= size) return void 0;
	if (typeof value === "string") {
		if (size === value.length) return value[at];
		budget.step(size / 10);
		return [...value][at];
	}
	if (Array.isArray(value)) return value[at];
	if (value instanceof Tuple) return value.items[at];
	return value instanceof Range ? value.at(at) : void 0;
}
function isKey(key) {
	return key === null || typeof key !== "object" || key instanceof Float || key instanceof Tuple;
}
function sliceOf(value, bounds, budget) {
	demand(value);
	const items = itemsOf(value instanceof Dict ? fail("a dict has no slices") : value, budget);
	const [from, to, by] = bounds.map((bound) => {
		if (bound === void 0 || bound === null) return void 0;
		return typeof bound === "number" || typeof bound === "boolean" ? Number(bound) : fail("the bounds of a slice must be whole numbers");
	});
	const step = by ?? 1;
	if (step === 0) return fail("the step of a slice is zero");
	const size = items.length;
	const place = (bound, otherwise) => {
		if (bound === void 0) return otherwise;
		const at = bound < 0 ? bound + size : bound;
		return step > 0 ? Math.min(Math.max(at, 0), size) : Math.min(Math.max(at, -1), size - 1);
	};
	const [start, end] = step > 0 ? [place(from, 0), place(to, size)] : [place(from, size - 1), place(to, -1)];
	const taken = [];
	for (let at = start; step > 0 ? at < end : at > end; at += step) taken.push(items[at] ?? null);
	if (typeof value === "string") return taken.join("");
	return value instanceof Tuple ? new Tuple(taken) : taken;
}
function methodOf(value, name, budget) {
	if (value instanceof Fields) return value.get(name);
	if (value instanceof Callable) return value.fields.get(name);
	if (typeof value === "string") return textMethod(value, name, budget);
	const method = (parameters, run) => new Callable(name, (call) => run(new Arguments(name, call, parameters)));
	if (value instanceof Dict) return dictMethod(value, name, method);
	if (Array.isArray(value)) return listMethod(value, name, method, budget);
	if (value instanceof Float && name === "is_integer") return method([], () => Number.isInteger(value.value));
	if (value instanceof Tuple && value.names.includes(name)) return value.items[value.names.indexOf(name)];
	if (value instanceof Tuple && (name === "index" || name === "count")) return listMethod([...value.items], name, method, budget);
}
function textMethod(text, name, budget) {
	if (name === "format") return new Callable(name, (call) => formatBraces(text, call, (of, key) => itemOf(of, key, budget), budget));
	const found = Object.hasOwn(textMethods, name) ? textMethods[name] : void 0;
	if (found === void 0) return void 0;
	return new Callable(name, (call) => {
		budget.make(text.length);
		return found.run(text, new Arguments(name, call, found.parameters), budget);
	});
}
function dictMethod(dict, name, method) {
	const pairs = () => dict.entries().map(([key, held]) => new Tuple([key, held]));
	switch (name) {
		case "items": return method([], () => new View("dict_items", pairs()));
		case "keys": return method([], () => new View("dict_keys", dict.keys()));
		case "values": return method([], () => new View("dict_values", dict.entries().map(([, held]) => held)));
		case "get": return method(["key", "default"], (given) => presentOr(dict.get(given.get("key") ?? null), () => given.get("default") ?? null));
		case "copy": return method([], () => Dict.of(dict.entries()));
		case "pop": return method(["key", "default"], (given) => {
			const key = given.get("key") ?? null;
			const held = presentOr(dict.get(key), () => presentOr(given.get("default"), () => fail("the key to be popped is not there")));
			dict.delete(key);
			return held;
		});
		case "setdefault": return method(["key", "default"], (given) => {
			const key = given.get("key") ?? null;
			if (!dict.has(key)) dict.set(key, given.get("default") ?? null);
			return dict.get(key) ?? null;
		});
		case "update": return new Callable(name, ({ args: [other], named }) => {
			if (other instanceof Dict) for (const [key, held] of other.entries()) dict.set(key, held);
			for (const [key, held] of named) dict.set(key, held);
			return null;
		});
		default: return;
	}
}
function listMethod(list, name, method, budget) {
	const one = (given) => presentOr(given.get("value"), () => fail(`\`${name}\` needs a value`));
	const find = (value) => list.findIndex((item) => areEqual(item, value, budget));
	const change = (run) => {
		budget.make(1);
		run();
		return null;
	};
	switch (name) {
		case "append": return method(["value"], (given) => change(() => list.push(one(given))));
		case "extend": return method(["value"], (given) => change(() => {
			for (const item of itemsOf(one(given), budget)) list.push(item);
		}));
		case "insert": return method(["index", "value"], (given) => change(() => list.splice(given.whole("index", 0), 0, one(given))));
		case "pop": return method(["index"], (given) => presentOr(list.splice(given.whole("index", -1), 1)[0], () => fail("there is no such item to be popped")));
		case "remove": return method(["value"], (given) => {
			const at = find(one(given));
			if (at < 0) fail("the item to be removed is not there");
			return change(() => list.splice(at, 1));
		});
		case "index": return method(["value"], (given) => {
			const at = find(one(given));
			return at < 0 ? fail("the item to be found is not there") : at;
		});
		case "count": return method(["value"], (given) => list.filter((item) => areEqual(item, one(given), budget)).length);
		case "copy": return method([], () => itemsOf(list, budget));
		case "clear": return method([], () => change(() => list.splice(0)));
		case "reverse": return method([], () => change(() => list.reverse()));
		case "sort": return method(["reverse"], (given) => change(() => list.sort((a, b) => (given.flag("reverse", false) ? -1 : 1) * order(a, b, budget))));
		default: return;
	}
}

// src/core/template/jinja/tool.ts
function attributeGetter(attribute, budget, otherwise) {
	const path = typeof attribute === "string" ? attribute.split(".") : [attribute];
	return (value) => path.reduce((held, key) => {
		const found = typeof key === "string" && !/^\d+$/u.test(key) ? itemOrAttribute(held, key, budget) : itemOf(held, Number(key), budget);
		return found instanceof Undefined && otherwise !== void 0 ? otherwise : found;
	}, value);
}
function itemOrAttribute(value, key, budget) {
	const item = itemOf(value, key, budget);
	return item instanceof Undefined ? attributeOf(value, key, budget) : item;
}

// src/core/template/jinja/choose-items.ts
function chosen(name, value, call, tools) {
	const byAttribute = name.endsWith("attr");
	const attribute = byAttribute ? call.args[0] : void 0;
	const get = attribute === void 0 ? (item) => item : attributeGetter(attribute, tools.budget);
	if (byAttribute && attribute === void 0) return fail(`\`${name}\` needs an attribute`);
	const [test, ...rest] = call.args.slice(byAttribute ? 1 : 0);
	const wanted = name.startsWith("select");
	return itemsOf(value, tools.budget).filter((item) => {
		const held = get(item);
		return (test === void 0 ? isTruthy(held) : tools.test(show(test, tools.budget), held, {
			args: rest,
			named: call.named
		})) === wanted;
	});
}
function mapped(value, { args, named }, tools) {
	const attribute = named.get("attribute");
	const items = itemsOf(value, tools.budget);
	if (args.length === 0 && attribute !== void 0) return items.map(attributeGetter(attribute, tools.budget, named.get("default")));
	const [name, ...rest] = args;
	if (name === void 0) return fail("`map` needs a filter");
	return items.map((item) => tools.filter(show(name, tools.budget), item, {
		args: rest,
		named
	}));
}

// src/core/template/jinja/list-filters.ts
const listFilters = {
	default: {
		parameters: ["default_value", "boolean"],
		run: otherwise
	},
	d: {
		parameters: ["default_value", "boolean"],
		run: otherwise
	},
	length: {
		parameters: [],
		run: count
	},
	count: {
		parameters: [],
		run: count
	},
	list: {
		parameters: [],
		run: (value, _given, { budget }) => itemsOf(value, budget)
	},
	first: {
		parameters: [],
		run: (value, _given, { budget }) => presentOr(itemsOf(value, budget)[0], () => none("No first item, sequence was empty."))
	},
	last: {
		parameters: [],
		run: (value, _given, { budget }) => presentOr(itemsOf(value, budget).at(-1), () => none("No last item, sequence was empty."))
	},
	reverse: {
		parameters: [],
		run: (value, _given, { budget }) => {
			const items = itemsOf(value, budget).reverse();
			return typeof value === "string" ? items.join("") : items;
		}
	},
	join: {
		parameters: ["d", "attribute"],
		run(value, given, { budget }) {
			const attribute = given.get("attribute") ?? null;
			const get = attribute === null ? void 0 : attributeGetter(attribute, budget);
			const between = show(given.get("d") ?? "", budget);
			const texts = itemsOf(value, budget).map((item) => show(get === void 0 ? item : get(item), budget));
			budget.make(texts.reduce((sum, one) => sum + one.length + between.length, 0));
			return texts.join(between);
		}
	},
	sort: {
		parameters: [
			"reverse",
			"case_sensitive",
			"attribute"
		],
		run(value, given, tools) {
			const key = sortKeys(given, tools);
			const sign = given.flag("reverse", false) ? -1 : 1;
			return itemsOf(value, tools.budget).map((item) => ({
				item,
				key: key(item)
			})).sort((a, b) => sign * order(a.key, b.key, tools.budget)).map(({ item }) => item);
		}
	},
	unique: {
		parameters: ["case_sensitive", "attribute"],
		run(value, given, tools) {
			const key = sortKeys(given, tools);
			const seen = new Dict();
			return itemsOf(value, tools.budget).filter((item) => {
				const known = seen.has(key(item));
				seen.set(key(item), true);
				return !known;
			});
		}
	},
	min: {
		parameters: ["case_sensitive", "attribute"],
		run: (value, given, tools) => extreme(value, given, tools, -1)
	},
	max: {
		parameters: ["case_sensitive", "attribute"],
		run: (value, given, tools) => extreme(value, given, tools, 1)
	},
	sum: {
		parameters: ["attribute", "start"],
		run(value, given, { budget }) {
			const attribute = given.get("attribute") ?? null;
			const get = attribute === null ? void 0 : attributeGetter(attribute, budget);
			return itemsOf(value, budget).reduce((sum, item) => calculate("+", sum, get === void 0 ? item : get(item), budget), given.get("start") ?? 0);
		}
	},
	dictsort: {
		parameters: [
			"case_sensitive",
			"by",
			"reverse"
		],
		run(value, given, { budget }) {
			demand(value);
			if (!(value instanceof Dict)) return fail(`\`dictsort\` needs a dict, not a ${typeName(value)}`);
			const at = given.text("by", "key") === "value" ? 1 : 0;
			const fold = given.flag("case_sensitive", false) ? (key) => key : foldCase;
			const sign = given.flag("reverse", false) ? -1 : 1;
			return value.entries().toSorted((a, b) => sign * order(fold(a[at]), fold(b[at]), budget)).map((pair) => new Tuple(pair));
		}
	},
	items: {
		parameters: [],
		run(value) {
			if (value instanceof Undefined) return [];
			if (!(value instanceof Dict)) return fail("`items` needs a dict");
			return value.entries().map((pair) => new Tuple(pair));
		}
	},
	batch: {
		parameters: ["linecount", "fill_with"],
		run(value, given, { budget }) {
			const size = Math.max(1, given.whole("linecount", 1));
			const items = itemsOf(value, budget);
			return filled(Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size)), size, given, budget);
		}
	},
	slice: {
		parameters: ["slices", "fill_with"],
		run(value, given, { budget }) {
			const columns = Math.max(1, given.whole("slices", 1));
			budget.make(columns);
			const items = itemsOf(value, budget);
			const [size, longer] = [Math.floor(items.length / columns), items.length % columns];
			const fill = given.get("fill_with") ?? null;
			return Array.from({ length: columns }, (_, at) => {
				const from = at * size + Math.min(at, longer);
				const row = items.slice(from, from + size + (at < longer ? 1 : 0));
				return fill !== null && at >= longer ? [...row, fill] : row;
			});
		}
	},
	groupby: {
		parameters: [
			"attribute",
			"default",
			"case_sensitive"
		],
		run(value, given, { budget }) {
			const get = attributeGetter(given.get("attribute") ?? fail("`groupby` needs an attribute"), budget, given.get("default"));
			const fold = given.flag("case_sensitive", false) ? (key) => key : foldCase;
			const sorted = itemsOf(value, budget).toSorted((a, b) => order(fold(get(a)), fold(get(b)), budget));
			const groups = [];
			for (const item of sorted) {
				const last = groups.at(-1);
				if (last !== void 0 && areEqual(fold(last.key), fold(get(item)), budget)) last.items.push(item);
				else groups.push({
					key: get(item),
					items: [item]
				});
			}
			return groups.map(({ key, items }) => new Tuple([key, items], ["grouper", "list"]));
		}
	},
	attr: {
		parameters: ["name"],
		run: (value, given, { budget }) => attributeGetter(given.text("name", ""), budget)(value)
	}
};
function none(why) {
	return new Undefined(why);
}
function otherwise(value, given) {
	return value instanceof Undefined || given.flag("boolean", false) && !isTruthy(value) ? presentOr(given.get("default_value"), () => "") : value;
}
function count(value) {
	return sizeOf$1(value) ?? fail(`a ${typeName(value)} has no length`);
}
function foldCase(key) {
	return typeof key === "string" ? key.toLowerCase() : key;
}
function sortKeys(given, { budget }) {
	const fold = given.flag("case_sensitive", false) ? (key) => key : foldCase;
	const attribute = given.get("attribute") ?? null;
	if (attribute === null) return fold;
	const getters = (typeof attribute === "string" ? attribute.split(",") : [attribute]).map((one) => attributeGetter(one, budget));
	const [only] = getters;
	if (getters.length === 1 && only !== void 0) return (item) => fold(only(item));
	return (item) => getters.map((get) => fold(get(item)));
}
function extreme(value, given, tools, sign) {
	const key = sortKeys(given, tools);
	const [first, ...rest] = itemsOf(value, tools.budget);
	if (first === void 0) return none("No aggregated item, sequence was empty.");
	return rest.reduce((best, item) => sign * order(key(item), key(best), tools.budget) > 0 ? item : best, first);
}
function filled(rows, size, given, budget) {
	const fill = given.get("fill_with") ?? null;
	return rows.map((row) => {
		if (fill === null || row.length === size) return row;
		budget.make(size);
		return [...row, ...Array.from({ length: size - row.length }, () => fill)];
	});
}

// src/core/template/jinja/number-filters.ts
const numberFilters = {
	abs: {
		parameters: [],
		run: (value) => value instanceof Float ? new Float(Math.abs(value.value)) : Math.abs(asNumber(value, "abs"))
	},
	int: {
		parameters: ["default", "base"],
		run(value, given) {
			demand(value);
			const base = given.whole("base", 10);
			const number = typeof value === "string" ? readInteger(value, base) : numberOf(value);
			if (number === void 0 || !Number.isFinite(number)) return presentOr(given.get("default"), () => 0);
			return numberFrom(Math.trunc(number), true);
		}
	},
	float: {
		parameters: ["default"],
		run(value, given) {
			demand(value);
			const number = typeof value === "string" ? readFloat(value) : numberOf(value);
			return number === void 0 ? presentOr(given.get("default"), () => new Float(0)) : new Float(number);
		}
	},
	round: {
		parameters: ["precision", "method"],
		run(value, given) {
			const number = asNumber(value, "round");
			const precision = given.whole("precision", 0);
			const method = given.text("method", "common");
			const factor = 10 ** precision;
			if (method === "ceil") return new Float(Math.ceil(number * factor) / factor);
			if (method === "floor") return new Float(Math.floor(number * factor) / factor);
			if (method !== "common") return fail("the method of `round` must be common, ceil or floor");
			const rounded = precision < 0 ? Math.round(number * factor) / factor : Number(toPlaces(Math.abs(number), Math.min(precision, 100))) * (number < 0 ? -1 : 1);
			return value instanceof Float || precision >= 0 ? roundedOf(value, rounded) : rounded;
		}
	}
};
function roundedOf(value, rounded) {
	return value instanceof Float ? new Float(rounded) : rounded;
}
function asNumber(value, name) {
	return numberOf(demand(value)) ?? fail(`\`${name}\` needs a number, not a ${typeName(value)}`);
}
function readInteger(text, base) {
	const digits = text.trim().replaceAll("_", "").replace(base === 16 ? /^0x/iu : base === 2 ? /^0b/iu : base === 8 ? /^0o/iu : /^$/u, "");
	const allowed = "0123456789abcdefghijklmnopqrstuvwxyz".slice(0, base);
	if (new RegExp(`^[-+]?[${allowed}]+$`, "iu").test(digits)) return Number.parseInt(digits, base);
	return readFloat(text);
}
function readFloat(text) {
	const written = text.trim().replaceAll("_", "");
	if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/iu.test(written)) return Number(written);
	const special = /^([-+]?)(?:inf(?:inity)?|(nan))$/iu.exec(written);
	return special === null ? void 0 : special[2] === void 0 ? special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY : NaN;
}

// src/core/template/jinja/tests.ts
const plain = (run) => ({
	parameters: [],
	run
});
const between = (run) => ({
	parameters: ["other"],
	run: (value, given, { budget }) => run(value, presentOr(given.get("other"), () => fail("the test needs a value to compare with")), budget)
});
const ordered = (fits) => between((a, b, budget) => fits(order(a, b, budget)));
const eq = between(areEqual);
const ne = between((a, b, budget) => !areEqual(a, b, budget));
const lt = ordered((sign) => sign < 0);
const le = ordered((sign) => sign <= 0);
const gt = ordered((sign) => sign > 0);
const ge = ordered((sign) => sign >= 0);
const tests = {
	defined: plain((value) => !(value instanceof Undefined)),
	undefined: plain((value) => value instanceof Undefined),
	none: plain((value) => value === null),
	boolean: plain((value) => typeof value === "boolean"),
	true: plain((value) => value === true),
	false: plain((value) => value === false),
	integer: plain((value) => typeof value === "number"),
	float: plain((value) => value instanceof Float),
	number: plain((value) => numberOf(value) !== void 0),
	string: plain((value) => typeof value === "string"),
	mapping: plain((value) => value instanceof Dict),
	iterable: plain((value) => sizeOf$1(value) !== void 0),
	sequence: plain((value) => sizeOf$1(value) !== void 0),
	callable: plain((value) => value instanceof Callable || value instanceof Fields && value.call !== void 0),
	escaped: plain(() => false),
	odd: plain((value) => remainder(value, 2) === 1),
	even: plain((value) => remainder(value, 2) === 0),
	upper: plain((value) => typeof value === "string" && /\p{L}/u.test(value) && value === value.toUpperCase()),
	lower: plain((value) => typeof value === "string" && /\p{L}/u.test(value) && value === value.toLowerCase()),
	divisibleby: {
		parameters: ["num"],
		run: (value, given) => remainder(value, given.number("num", 1)) === 0
	},
	sameas: between((a, b) => a === b),
	in: between((item, container, budget) => contains(container, item, budget)),
	eq,
	equalto: eq,
	"==": eq,
	ne,
	"!=": ne,
	lt,
	lessthan: lt,
	"<": lt,
	le,
	"<=": le,
	gt,
	greaterthan: gt,
	">": gt,
	ge,
	">=": ge
};
function remainder(value, by) {
	const number = numberOf(value);
	if (number === void 0) return fail(`a ${typeName(value)} cannot be divided`);
	return number - by * Math.floor(number / by);
}

// src/core/template/jinja/write-json.ts
function writeJson(value, indent, budget) {
	const written = write(value, indent === null ? void 0 : typeof indent === "string" ? indent : " ".repeat(Math.min(100, Math.max(0, numberOf(indent) ?? 0))), "\n", budget);
	budget.make(written.length);
	return written.replaceAll(/[<>&']/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function write(value, space, line, budget) {
	budget.step();
	demand(value);
	if (typeof value === "string") return quoteJson(value);
	if (typeof value === "boolean" || value === null) return String(value);
	if (typeof value === "number") return String(value);
	if (value instanceof Float) return {
		nan: "NaN",
		inf: "Infinity",
		"-inf": "-Infinity"
	}[showFloat(value.value)] ?? showFloat(value.value);
	const inner = space === void 0 ? line : line + space;
	const all = (open, members, close) => {
		if (members.length === 0) return open + close;
		budget.make(members.length * inner.length);
		return space === void 0 ? open + members.join(", ") + close : open + inner + members.join(`,${inner}`) + line + close;
	};
	if (Array.isArray(value) || value instanceof Tuple) {
		const items = Array.isArray(value) ? value : value.items;
		return budget.nest(() => all("[", items.map((item) => write(item, space, inner, budget)), "]"));
	}
	if (!(value instanceof Dict)) return fail(`a ${typeName(value)} cannot be written as JSON`);
	const sorted = value.entries().map(([key, held]) => [keyOf(key, budget), held]).toSorted(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
	return budget.nest(() => all("{", sorted.map(([key, held]) => `${quoteJson(key)}: ${write(held, space, inner, budget)}`), "}"));
}
function keyOf(key, budget) {
	if (typeof key === "boolean" || key === null) return String(key);
	return show(key, budget);
}
function quoteJson(text) {
	return JSON.stringify(text).replaceAll(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// src/core/template/jinja/text-filters.ts
const text = (run) => ({
	parameters: [],
	run: (value, _given, tools) => {
		const shown = show(value, tools.budget);
		tools.budget.make(shown.length);
		return run(shown, tools);
	}
});
const textFilters = {
	upper: text((shown) => shown.toUpperCase()),
	lower: text((shown) => shown.toLowerCase()),
	capitalize: text(capitalize),
	title: text((shown) => shown.split(/([-\s({[<]+)/u).map((part) => capitalize(part)).join("")),
	string: text((shown) => shown),
	safe: text((shown) => shown),
	escape: text(escapeHtml),
	e: text(escapeHtml),
	forceescape: text(escapeHtml),
	striptags: text((shown) => unescapeHtml(shown.replaceAll(/<!--[\s\S]*?-->|<[^>]*>/gu, "")).split(/\s+/u).filter((word) => word !== "").join(" ")),
	wordcount: text((shown) => shown.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0),
	trim: {
		parameters: ["chars"],
		run: (value, given, tools) => {
			const shown = show(value, tools.budget);
			return (given.get("chars") ?? null) === null ? shown.trim() : trimChars(shown, given.text("chars", ""));
		}
	},
	replace: {
		parameters: [
			"old",
			"new",
			"count"
		],
		run(value, given, { budget }) {
			const [old, by] = [given.get("old"), given.get("new")];
			if (old === void 0 || by === void 0) return fail("`replace` needs what to look for and what to put there");
			const most = given.get("count") ?? null;
			return replaceText(show(value, budget), show(old, budget), show(by, budget), numberOf(most) ?? -1, budget);
		}
	},
	center: {
		parameters: ["width"],
		run(value, given, { budget }) {
			const shown = show(value, budget);
			const width = given.whole("width", 80);
			const missing = Math.max(0, width - (sizeOf$1(shown) ?? 0));
			budget.make(missing);
			const left = Math.floor(missing / 2) + (missing & width & 1);
			return " ".repeat(left) + shown + " ".repeat(missing - left);
		}
	},
	indent: {
		parameters: [
			"width",
			"first",
			"blank"
		],
		run: indent
	},
	truncate: {
		parameters: [
			"length",
			"killwords",
			"end",
			"leeway"
		],
		run: truncate
	},
	wordwrap: {
		parameters: [
			"width",
			"break_long_words",
			"wrapstring",
			"break_on_hyphens"
		],
		run(value, given, { budget }) {
			const shown = show(demand(value), budget);
			budget.step(shown.length);
			const width = Math.max(1, given.whole("width", 79));
			const long = given.flag("break_long_words", true);
			const lines = shown.split("\n").flatMap((line) => wrap(line, width, long, given.flag("break_on_hyphens", true)));
			budget.make(lines.length * given.text("wrapstring", "\n").length);
			return lines.join(given.text("wrapstring", "\n"));
		}
	},
	format: {
		parameters: [..."abcdefghijklmnopqrst"],
		run: (value, given, { budget }) => {
			const all = [..."abcdefghijklmnopqrst"].map((name) => given.get(name)).filter((one) => one !== void 0);
			return formatPercent(show(value, budget), new Tuple(all), budget);
		}
	},
	tojson: {
		parameters: ["indent"],
		run: (value, given, { budget }) => writeJson(value, given.get("indent") ?? null, budget)
	},
	pprint: {
		parameters: [],
		run: (value, _given, { budget }) => represent(value, budget)
	},
	urlencode: {
		parameters: [],
		run: (value, _given, tools) => urlencode(value, tools)
	},
	filesizeformat: {
		parameters: ["binary"],
		run(value, given) {
			const binary = given.flag("binary", false);
			const base = binary ? 1024 : 1e3;
			const bytes = numberOf(value) ?? (Number(value) || 0);
			const prefixes = binary ? [
				"KiB",
				"MiB",
				"GiB",
				"TiB",
				"PiB",
				"EiB",
				"ZiB",
				"YiB"
			] : [
				"kB",
				"MB",
				"GB",
				"TB",
				"PB",
				"EB",
				"ZB",
				"YB"
			];
			if (bytes === 1) return "1 Byte";
			if (bytes < base) return `${Math.trunc(bytes)} Bytes`;
			const at = Math.min(prefixes.length, Math.floor(Math.log(bytes) / Math.log(base)));
			return `${(bytes / base ** at).toFixed(1)} ${prefixes[at - 1] ?? ""}`;
		}
	},
	xmlattr: {
		parameters: ["autospace"],
		run(value, given, { budget }) {
			if (!(value instanceof Dict)) return fail("`xmlattr` needs a dict");
			const made = value.entries().filter(([, held]) => held !== null && show(held, budget) !== "").map(([key, held]) => `${escapeHtml(show(key, budget))}="${escapeHtml(show(held, budget))}"`).join(" ");
			return made !== "" && given.flag("autospace", true) ? ` ${made}` : made;
		}
	}
};
function unescapeHtml(shown) {
	const named = {
		amp: "&",
		lt: "<",
		gt: ">",
		quot: "\"",
		apos: "'",
		nbsp: "\xA0"
	};
	return shown.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/giu, (all, decimal, hex, name) => {
		const code = decimal === void 0 ? Number.parseInt(hex ?? "", 16) : Number(decimal);
		if (name !== void 0) return named[name] ?? all;
		return code <= 1114111 ? String.fromCodePoint(code) : all;
	});
}
function trimChars(shown, chars) {
	const set = new Set(chars);
	const all = [...shown];
	let [from, to] = [0, all.length];
	while (from < to && set.has(all[from] ?? "")) from++;
	while (to > from && set.has(all[to - 1] ?? "")) to--;
	return all.slice(from, to).join("");
}
function indent(...[value, given, { budget }]) {
	demand(value);
	if (typeof value !== "string") return fail(`\`indent\` needs a text, not a ${typeName(value)}`);
	const width = presentOr(given.get("width"), () => 4);
	const space = typeof width === "string" ? width : " ".repeat(Math.min(1e6, Math.max(0, given.whole("width", 4))));
	const lines = value.split(/\r\n|[\n\r\x85\u2028\u2029]/u);
	budget.make(value.length + lines.length * space.length);
	const blank = given.flag("blank", false);
	const [first = "", ...rest] = lines;
	const all = [first, ...rest.map((line) => line !== "" || blank ? space + line : line)].join("\n");
	return given.flag("first", false) ? space + all : all;
}
function truncate(...[value, given, { budget }]) {
	const shown = typeof value === "string" ? value : sizeOf$1(value) === 0 ? "" : fail(`\`truncate\` needs a text, not a ${typeName(value)}`);
	const length = given.whole("length", 255);
	const end = given.text("end", "...");
	const leeway = given.get("leeway") === void 0 || given.get("leeway") === null ? 5 : given.whole("leeway", 5);
	if (length < end.length) return fail("`truncate` keeps less than its end is long");
	const all = [...shown];
	budget.step(all.length / 100);
	if (all.length <= length + leeway) return value;
	const cut = all.slice(0, length - [...end].length).join("");
	if (given.flag("killwords", false)) return cut + end;
	const at = cut.lastIndexOf(" ");
	return (at < 0 ? cut : cut.slice(0, at)) + end;
}
function wrap(line, width, long, hyphens) {
	const parts = line.split(hyphens ? /(\s+|(?<=[\p{L}\d]-)(?=[\p{L}]))/u : /(\s+)/u).filter((part) => part !== "").toReversed();
	const lines = [];
	while (parts.length > 0) {
		if (lines.length > 0 && /^\s+$/u.test(parts.at(-1) ?? "")) parts.pop();
		let made = "";
		for (let part = parts.at(-1); part !== void 0 && made.length + part.length <= width; part = parts.at(-1)) {
			made += part;
			parts.pop();
		}
		const next = parts.at(-1);
		if (next !== void 0 && next.length > width) {
			const room = Math.max(1, width - made.length);
			if (long) {
				made += next.slice(0, room);
				parts[parts.length - 1] = next.slice(room);
			} else if (made === "") {
				made = next;
				parts.pop();
			}
		}
		if (made.trim() === "" && lines.length > 0 && parts.length === 0) break;
		lines.push(made.trimEnd());
	}
	return lines.length === 0 ? [""] : lines;
}
function urlencode(value, { budget }) {
	const quote = (part, slash) => {
		const encoded = encodeURIComponent(show(part, budget).toWellFormed()).replaceAll(/[!'()*]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
		return slash ? encoded.replaceAll("%2F", "/") : encoded.replaceAll("%20", "+");
	};
	if (typeof value === "string" || !isTruthy(value) || numberOf(value) !== void 0) return quote(value, true);
	return (value instanceof Dict ? value.entries() : itemsOf(value, budget).map((pair) => itemsOf(pair, budget))).map(([key = "", held = ""]) => `${quote(key, false)}=${quote(held, false)}`).join("&");
}

// src/core/template/jinja/evaluate.ts
const filters = {
	...textFilters,
	...listFilters,
	...numberFilters
};
const choosing = [
	"select",
	"reject",
	"selectattr",
	"rejectattr"
];
function createTools(budget) {
	const tools = {
		budget,
		filter(name, value, call) {
			budget.step();
			if (choosing.includes(name)) return chosen(name, value, call, tools);
			if (name === "map") return mapped(value, call, tools);
			const found = Object.hasOwn(filters, name) ? filters[name] : void 0;
			if (found === void 0) return fail(`there is no filter \`${name}\` in Jinja itself`);
			return found.run(value, new Arguments(name, call, found.parameters), tools);
		},
		test(name, value, call) {
			budget.step();
			if (name === "filter") return typeof value === "string" && (Object.hasOwn(filters, value) || choosing.includes(value));
			if (name === "test") return typeof value === "string" && Object.hasOwn(tests, value);
			const found = Object.hasOwn(tests, name) ? tests[name] : void 0;
			if (found === void 0) return fail(`there is no test \`${name}\` in Jinja itself`);
			return found.run(value, new Arguments(name, call, found.parameters), tools);
		},
		call(callee, call) {
			budget.step();
			demand(callee);
			if (callee instanceof Callable) return callee.call(call);
			if (callee instanceof Fields && callee.call !== void 0) return callee.call(call);
			return fail(`a ${typeName(callee)} cannot be called`);
		}
	};
	return tools;
}
function evaluate(expression, scope, tools) {
	tools.budget.step();
	try {
		return compute(expression, scope, tools);
	} catch (fault) {
		if (fault instanceof TemplateFault) fault.line ??= expression.line;
		throw fault;
	}
}
function compute(expression, scope, tools) {
	const { budget } = tools;
	const inner = (part) => evaluate(part, scope, tools);
	switch (expression.kind) {
		case "constant": return expression.value;
		case "float": return new Float(expression.value);
		case "name": return scope.get(expression.name);
		case "attribute": return attributeOf(inner(expression.of), expression.name, budget);
		case "item": return itemOf(inner(expression.of), inner(expression.key), budget);
		case "slice": {
			const bounds = expression.bounds.map((bound) => bound === void 0 ? void 0 : inner(bound));
			return sliceOf(inner(expression.of), bounds, budget);
		}
		case "call": return tools.call(inner(expression.of), evaluateGiven(expression.given, scope, tools));
		case "filter": {
			const of = expression.of === void 0 ? "" : inner(expression.of);
			return tools.filter(expression.name, of, evaluateGiven(expression.given, scope, tools));
		}
		case "test": return tools.test(expression.name, inner(expression.of), evaluateGiven(expression.given, scope, tools));
		case "list": return expression.items.map(inner);
		case "tuple": return new Tuple(expression.items.map(inner));
		case "join": {
			const texts = expression.items.map((item) => show(inner(item), budget));
			budget.make(texts.reduce((sum, text) => sum + text.length, 0));
			return texts.join("");
		}
		case "dict": return Dict.of(expression.entries.map(([key, held]) => [inner(key), inner(held)]));
		case "sign": {
			const of = demand(inner(expression.of));
			const number = numberOf(of) ?? fail(`a ${typeName(of)} has no sign`);
			return numberFrom(expression.sign === "-" ? -number : number, !(of instanceof Float));
		}
		case "arithmetic": return calculate(expression.sign, inner(expression.left), inner(expression.right), budget);
		case "compare": return compareChain(expression, inner, budget);
		case "not": return !isTruthy(inner(expression.of));
		case "and": {
			const left = inner(expression.left);
			return isTruthy(left) ? inner(expression.right) : left;
		}
		case "or": {
			const left = inner(expression.left);
			return isTruthy(left) ? left : inner(expression.right);
		}
		case "choice":
			if (isTruthy(inner(expression.test))) return inner(expression.yes);
			if (expression.no !== void 0) return inner(expression.no);
			return new Undefined("the inline `if` is false and has no `else`");
	}
}
function compareChain({ first, rest }, inner, budget) {
	let left = inner(first);
	for (const [sign, part] of rest) {
		const right = inner(part);
		if (!holds(sign, left, right, budget)) return false;
		left = right;
	}
	return true;
}
function holds(sign, left, right, budget) {
	switch (sign) {
		case "==": return areEqual(left, right, budget);
		case "!=": return !areEqual(left, right, budget);
		case "in": return contains(right, left, budget);
		case "not in": return !contains(right, left, budget);
		case "<": return order(left, right, budget) < 0;
		case "<=": return order(left, right, budget) <= 0;
		case ">": return order(left, right, budget) > 0;
		default: return order(left, right, budget) >= 0;
	}
}
function evaluateGiven({ args, named, rest, namedRest }, scope, tools) {
	const inner = (part) => evaluate(part, scope, tools);
	const values = args.map(inner);
	const byName = new Map(named.map(([name, part]) => [name, inner(part)]));
	if (rest !== void 0) values.push(...itemsOf(demand(inner(rest)), tools.budget));
	if (namedRest !== void 0) {
		const more = demand(inner(namedRest));
		if (!(more instanceof Dict)) return fail("what follows `**` must be a dict");
		for (const [key, held] of more.entries()) byName.set(show(key, tools.budget), held);
	}
	return {
		args: values,
		named: byName
	};
}

// src/core/template/jinja/scope.ts
var Scope = class {
	#names = /* @__PURE__ */ new Map();
	#outer;
	constructor(outer) {
		this.#outer = outer;
	}
	find(name) {
		let scope = this;
		for (; scope !== void 0; scope = scope.#outer) {
			const held = scope.#names.get(name);
			if (held !== void 0) return held;
		}
	}
	get(name) {
		return presentOr(this.find(name), () => new Undefined(`'${name}' is undefined`));
	}
	set(name, value) {
		this.#names.set(name, value);
	}
	own(name) {
		return this.#names.get(name);
	}
};
function collectBlocks(body, blocks) {
	for (const statement of body) {
		if (statement.kind === "block") blocks.set(statement.name, [...blocks.get(statement.name) ?? [], statement.body]);
		for (const inner of bodiesOf(statement)) collectBlocks(inner, blocks);
	}
}

// src/core/template/jinja/make-macro.ts
function makeMacro(name, { parameters, body }, scope, tools, render) {
	const names = parameters.map((parameter) => parameter.name);
	const run = ({ args, named }) => {
		const inner = new Scope(scope);
		if (args.length > parameters.length && !reads(body, "varargs")) fail(`\`${name}\` takes at most ${parameters.length} arguments`);
		const more = Array.from(named).filter(([key]) => !names.includes(key) && key !== "caller");
		const [unknown] = more;
		if (unknown !== void 0 && !reads(body, "kwargs")) fail(`\`${name}\` takes no \`${unknown[0]}\``);
		inner.set("varargs", new Tuple(args.slice(parameters.length)));
		inner.set("kwargs", Dict.of(more));
		const caller = presentOr(named.get("caller"), () => new Undefined("No caller defined"));
		inner.set("caller", caller);
		for (const [at, parameter] of parameters.entries()) {
			const given = args[at] === void 0 ? named.get(parameter.name) : args[at];
			const fallback = () => parameter.fallback === void 0 ? new Undefined(`parameter '${parameter.name}' was not provided`) : evaluate(parameter.fallback, inner, tools);
			inner.set(parameter.name, presentOr(given, fallback));
		}
		return tools.budget.nest(() => render(inner));
	};
	const fields = [["name", name], ["arguments", new Tuple(names)]];
	return new Callable(name, run, new Map(fields));
}
function reads(body, name) {
	return JSON.stringify(body).includes(`"name":"${name}"`);
}

// src/core/template/jinja/run-loop.ts
function runLoop(loop, over, scope, runner, depth = 1) {
	const { tools, body, capture, saw } = runner;
	const { budget } = tools;
	const items = itemsOf(over, budget).filter((item) => {
		if (loop.test === void 0) return true;
		const inner = new Scope(scope);
		assign(loop.target, item, inner, budget);
		return isTruthy(evaluate(loop.test, inner, tools));
	});
	saw(items.length === 0);
	if (items.length === 0) body(loop.otherwise, new Scope(scope));
	let at = 0;
	const again = ({ args: [deeper = null] }) => budget.nest(() => capture(() => runLoop(loop, deeper, scope, runner, depth + 1)));
	const told = loopOf(items, () => at, depth, budget, loop.recursive ? again : void 0);
	for (const item of items) {
		budget.step();
		const inner = new Scope(scope);
		inner.set("loop", told);
		assign(loop.target, item, inner, budget);
		if (body(loop.body, inner) === "break") return;
		at++;
	}
}
function assign(target, value, scope, budget) {
	switch (target.kind) {
		case "name":
			scope.set(target.name, value);
			return;
		case "field": {
			const held = scope.get(target.of);
			if (!(held instanceof Fields) || held.set === void 0) fail("a field can be set of a namespace only");
			else held.set(target.name, value);
			return;
		}
		case "tuple": {
			const items = itemsOf(demand(value), budget);
			if (items.length !== target.targets.length) fail(`${items.length} values cannot be put into ${target.targets.length} names`);
			for (const [at, one] of target.targets.entries()) assign(one, items[at] ?? null, scope, budget);
		}
	}
}

// src/core/template/jinja/render.ts
var Rendering = class {
	#find;
	#spacing;
	#budget = new Budget();
	#tools = createTools(this.#budget);
	#builtins = builtinsOf(this.#budget);
	#marks;
	#witness;
	#out = [];
	constructor(find, spacing, escapes = false, witness) {
		this.#find = find;
		this.#spacing = spacing;
		this.#marks = escapes ? new HtmlMarks() : void 0;
		this.#witness = witness;
	}
	run(body, values) {
		const root = this.#rootScope();
		for (const [name, value] of values.entries()) root.set(String(name), value);
		return this.#capture(() => this.#template(body, new Scope(root), void 0));
	}
	#rootScope() {
		const scope = new Scope();
		for (const [name, value] of this.#builtins) scope.set(name, value);
		return new Scope(scope);
	}
	#capture(run) {
		const before = this.#out;
		this.#out = [];
		try {
			run();
			return this.#out.join("");
		} finally {
			this.#out = before;
		}
	}
	#write(text) {
		this.#budget.make(text.length);
		this.#out.push(text);
	}
	#print(expression, value) {
		const text = show(value, this.#budget);
		this.#write(this.#marks === void 0 || this.#marks.has(expression) ? text : escapeHtml(text));
	}
	#template(body, root, file) {
		const frame = {
			root,
			blocks: /* @__PURE__ */ new Map(),
			parent: void 0,
			extended: new Set(file === void 0 ? [] : [file])
		};
		root.set("self", new Fields("TemplateReference", (name) => {
			return frame.blocks.get(name)?.[0] && new Callable(name, () => this.#capture(() => this.#block(name, 0, frame, frame.root)));
		}));
		let current = body;
		for (let name = file; current !== void 0;) {
			const own = current;
			collectBlocks(own, frame.blocks);
			frame.parent = void 0;
			this.#inFile(name, () => this.#body(own, root, frame));
			name = frame.parent;
			current = name === void 0 ? void 0 : this.#load(name);
		}
	}
	#load(name) {
		const text = this.#find(name);
		if (text === void 0) return fail(`the template \`${name}\` is not found`);
		this.#budget.make(text.length);
		return this.#inFile(name, () => this.#witness?.parse(text) ?? parse$3(text, this.#spacing));
	}
	#inFile(file, run) {
		try {
			return this.#budget.nest(run, file === void 0 ? void 0 : `\`${file}\` takes itself in`);
		} catch (fault) {
			if (fault instanceof TemplateFault && fault.line !== void 0) fault.file ??= file;
			throw fault;
		}
	}
	#body(body, scope, frame) {
		for (const statement of body) {
			this.#budget.step();
			try {
				const leaving = this.#statement(statement, scope, frame);
				if (leaving !== void 0) return leaving;
			} catch (fault) {
				if (fault instanceof TemplateFault) fault.line ??= statement.line;
				throw fault;
			}
		}
	}
	#statement(statement, scope, frame) {
		const value = (expression) => evaluate(expression, scope, this.#tools);
		const shown = frame.parent === void 0;
		switch (statement.kind) {
			case "text":
				if (shown) this.#write(statement.text);
				return;
			case "print":
				if (shown) this.#print(statement.value, value(statement.value));
				return;
			case "do":
				value(statement.value);
				return;
			case "if": {
				const branch = statement.branches.findIndex(({ test }) => isTruthy(value(test)));
				this.#witness?.saw(statement, branch);
				return this.#body(statement.branches[branch]?.body ?? statement.otherwise, scope, frame);
			}
			case "for":
				runLoop(statement, value(statement.over), scope, {
					tools: this.#tools,
					body: (body, inner) => this.#body(body, inner, frame),
					capture: (run) => this.#capture(run),
					saw: (isEmpty) => this.#witness?.saw(statement, isEmpty ? -1 : 0)
				});
				return;
			case "set":
				assign(statement.target, value(statement.value), scope, this.#budget);
				this.#marks?.set(statement.target, statement.value);
				return;
			case "capture": {
				const text = this.#capture(() => this.#body(statement.body, new Scope(scope), {
					...frame,
					parent: void 0
				}));
				assign(statement.target, this.#filtered(statement.filter, text, scope), scope, this.#budget);
				this.#marks?.set(statement.target, void 0);
				return;
			}
			case "macro":
				scope.set(statement.name, this.#macro(statement.name, statement, scope, frame));
				return;
			case "call": {
				if (statement.of.kind !== "call") return void 0;
				const caller = this.#macro("caller", statement, scope, frame);
				const { args, named } = evaluateGiven(statement.of.given, scope, this.#tools);
				const given = {
					args,
					named: new Map([...named, ["caller", caller]])
				};
				this.#write(show(this.#tools.call(value(statement.of.of), given), this.#budget));
				return;
			}
			case "filter": {
				const text = this.#capture(() => this.#body(statement.body, new Scope(scope), frame));
				this.#write(show(this.#filtered(statement.filter, text, scope), this.#budget));
				return;
			}
			case "block":
				if (shown) this.#block(statement.name, 0, frame, statement.scoped ? scope : frame.root);
				return;
			case "extends":
				if (frame.parent !== void 0) fail("a template extends two others");
				frame.parent = show(value(statement.template), this.#budget);
				if (frame.extended.has(frame.parent)) fail(`\`${frame.parent}\` extends itself`);
				frame.extended.add(frame.parent);
				return;
			case "include":
				if (shown) this.#include(value(statement.template), statement, scope);
				return;
			case "import":
				scope.set(statement.as, this.#imported(value(statement.template), statement.context ? scope : void 0));
				return;
			case "from": {
				const imported = this.#imported(value(statement.template), statement.context ? scope : void 0);
				for (const [name, as] of statement.names) scope.set(as, presentOr(imported.get(name), () => new Undefined(`the template does not export \`${name}\``)));
				return;
			}
			case "with": {
				const inner = new Scope(scope);
				for (const [target, expression] of statement.values) assign(target, value(expression), inner, this.#budget);
				return this.#body(statement.body, inner, frame);
			}
			case "group": return this.#body(statement.body, new Scope(scope), frame);
			case "break":
			case "continue": return statement.kind;
		}
	}
	#macro(name, callee, scope, frame) {
		const shown = {
			...frame,
			parent: void 0
		};
		return makeMacro(name, callee, scope, this.#tools, (inner) => this.#capture(() => this.#body(callee.body, inner, shown)));
	}
	#filtered(filter, text, scope) {
		if (filter?.kind !== "filter") return text;
		const of = this.#filtered(filter.of, text, scope);
		return this.#tools.filter(filter.name, of, evaluateGiven(filter.given, scope, this.#tools));
	}
	#block(name, level, frame, scope) {
		const block = frame.blocks.get(name)?.[level];
		if (block === void 0) return;
		const inner = new Scope(scope);
		const above = frame.blocks.get(name)?.[level + 1];
		inner.set("super", above === void 0 ? new Undefined(`there is no parent block called '${name}'.`) : new Callable("super", () => this.#capture(() => this.#block(name, level + 1, frame, scope))));
		this.#budget.nest(() => this.#body(block, inner, {
			...frame,
			parent: void 0
		}));
	}
	#include(named, { optional, context }, scope) {
		const names = (typeof named === "string" ? [named] : itemsOf(demand(named), this.#budget)).map((name) => show(name, this.#budget));
		const name = names.find((one) => this.#find(one) !== void 0);
		if (name === void 0) {
			if (!optional) fail(`the template ${names.map((one) => `\`${one}\``).join(" or ")} is not found`);
			return;
		}
		const body = this.#load(name);
		this.#template(body, new Scope(context ? scope : this.#rootScope()), name);
	}
	#imported(named, scope) {
		const name = show(demand(named), this.#budget);
		const root = new Scope(scope ?? this.#rootScope());
		const body = this.#load(name);
		const text = this.#capture(() => this.#template(body, root, name));
		return new Fields(`TemplateModule '${name}'`, (field) => root.own(field), { call: () => text });
	}
};

// src/core/template/jinja/render-jinja.ts
const nothing$2 = () => void 0;
function renderJinja(template, values, find = nothing$2, spacing, escapes = false) {
	return guarded(() => {
		return {
			kind: "rendered",
			text: new Rendering(find, spacing, escapes).run(parse$3(template, spacing), dictOf(values))
		};
	});
}
function showAsPython(value) {
	if (typeof value === "string") return value;
	const shown = renderJinja("{{ value }}", { value });
	return shown.kind === "rendered" ? shown.text : JSON.stringify(value);
}
function readJinjaNames(template, find = nothing$2) {
	return guarded(() => {
		return {
			kind: "names",
			...listNames(parse$3(template), (name) => {
				const text = find(name);
				return text === void 0 ? void 0 : parse$3(text);
			})
		};
	});
}
function readJinjaTemplates(template) {
	const read = guarded(() => ({
		kind: "names",
		names: listTemplates(parse$3(template))
	}));
	return read.kind === "names" ? read.names : [];
}
function guarded(run) {
	try {
		return run();
	} catch (fault) {
		if (fault instanceof RangeError && /call stack/u.test(fault.message)) return {
			kind: "failed",
			failure: {
				kind: "limit",
				why: "it nests too deeply",
				line: 1
			}
		};
		if (!(fault instanceof TemplateFault)) throw fault;
		const { kind, message: why, line = 1, file } = fault;
		return {
			kind: "failed",
			failure: {
				kind,
				why,
				line,
				...file !== void 0 && { template: file }
			}
		};
	}
}
function listTemplates(body) {
	const names = /* @__PURE__ */ new Set();
	const walk = (inner) => {
		for (const statement of inner) {
			if ("template" in statement) for (const name of textsIn$1(statement.template)) names.add(name);
			for (const one of bodiesOf(statement)) walk(one);
		}
	};
	walk(body);
	return [...names];
}
function textsIn$1(expression) {
	switch (expression.kind) {
		case "constant": return typeof expression.value === "string" ? [expression.value] : [];
		case "list":
		case "tuple": return expression.items.flatMap(textsIn$1);
		case "choice": return [expression.yes, ...expression.no === void 0 ? [] : [expression.no]].flatMap(textsIn$1);
		default: return [];
	}
}

// src/core/template/nunjucks.ts
const placeholder$2 = /\{\{-?\s*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$\d][\w$]*)*)\s*-?\}\}/gu;
const nunjucks = {
	variables: namesOf$1,
	show: (name) => `{{ ${name} }}`,
	fill(template, values) {
		if (needsNunjucks(template)) return {
			text: template,
			unknown: [],
			failed: {
				why: "its template can only be rendered in the sandbox",
				line: 1
			}
		};
		const unknown = /* @__PURE__ */ new Set();
		return {
			text: template.replaceAll(placeholder$2, (_, name) => {
				const value = lookUp(name, values);
				if (value === void 0) unknown.add(name);
				return writtenByNunjucks(value);
			}),
			unknown: [...unknown]
		};
	}
};
function needsNunjucks(template) {
	return /\{[{%#]/u.test(template.replaceAll(placeholder$2, "")) || /\{\{-|-\}\}/u.test(template);
}
function writtenByNunjucks(value) {
	if (value === void 0 || value === null) return "";
	if (isList$12(value)) return value.map(writtenByNunjucks).join(",");
	return typeof value === "object" ? "[object Object]" : String(value);
}
function namesOf$1(template) {
	const read = readJinjaNames(template);
	return read.kind === "names" ? read.names : listVariables(template);
}
function isList$12(value) {
	return Array.isArray(value);
}

// src/core/template/replace-markers.ts
function replaceMarkers(template, pattern, values, read) {
	const unknown = /* @__PURE__ */ new Set();
	return {
		text: template.replace(pattern, (...match) => {
			const [written = ""] = match;
			const marker = read(match);
			if (marker === void 0) return written;
			if ("text" in marker) return marker.text;
			const value = lookUp(marker.name, values);
			if (value !== void 0) return showValue(value);
			unknown.add(marker.name);
			return written;
		}),
		unknown: [...unknown]
	};
}
function namesOfMarkers(template, pattern, read) {
	const markers = Array.from(template.matchAll(pattern), (match) => read(match));
	return [...new Set(markers.flatMap((marker) => marker !== void 0 && "name" in marker ? [marker.name] : []))];
}

// src/core/template/f-string.ts
const pieces = /\{\{|\}\}|\{([A-Za-z_]\w*(?:\.\w+|\[\w+\])*)(?:!s)?\}|[{}]/gu;
const replaced = /(?<!\{)\{([A-Za-z_]\w*)\}(?!\})/gu;
const readPiece = ([written, field]) => {
	if (written === "{{") return { text: "{" };
	if (written === "}}") return { text: "}" };
	return field === void 0 ? void 0 : { name: nameOf$2(field) };
};
const readReplaced = ([, name = ""]) => ({ name });
const fString = {
	variables: (template) => isFormat(template) ? namesOfMarkers(template, pieces, readPiece) : namesOfMarkers(template, replaced, readReplaced),
	show: (name) => `{${name}}`,
	fill: (template, values) => isFormat(template) ? replaceMarkers(template, pieces, values, readPiece) : replaceMarkers(template, replaced, values, readReplaced)
};
function isFormat(template) {
	return !Array.from(template.matchAll(pieces)).some(([written]) => written === "{" || written === "}");
}
function nameOf$2(field) {
	return field.replaceAll("[", ".").replaceAll("]", "");
}

// node_modules/handlebars/dist/cjs/handlebars/compiler/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	var handlebars = (function() {
		var parser = {
			trace: function trace() {},
			yy: {},
			symbols_: {
				"error": 2,
				"root": 3,
				"program": 4,
				"EOF": 5,
				"program_repetition0": 6,
				"statement": 7,
				"mustache": 8,
				"block": 9,
				"rawBlock": 10,
				"partial": 11,
				"partialBlock": 12,
				"content": 13,
				"COMMENT": 14,
				"CONTENT": 15,
				"openRawBlock": 16,
				"rawBlock_repetition0": 17,
				"END_RAW_BLOCK": 18,
				"OPEN_RAW_BLOCK": 19,
				"helperName": 20,
				"openRawBlock_repetition0": 21,
				"openRawBlock_option0": 22,
				"CLOSE_RAW_BLOCK": 23,
				"openBlock": 24,
				"block_option0": 25,
				"closeBlock": 26,
				"openInverse": 27,
				"block_option1": 28,
				"OPEN_BLOCK": 29,
				"openBlock_repetition0": 30,
				"openBlock_option0": 31,
				"openBlock_option1": 32,
				"CLOSE": 33,
				"OPEN_INVERSE": 34,
				"openInverse_repetition0": 35,
				"openInverse_option0": 36,
				"openInverse_option1": 37,
				"openInverseChain": 38,
				"OPEN_INVERSE_CHAIN": 39,
				"openInverseChain_repetition0": 40,
				"openInverseChain_option0": 41,
				"openInverseChain_option1": 42,
				"inverseAndProgram": 43,
				"INVERSE": 44,
				"inverseChain": 45,
				"inverseChain_option0": 46,
				"OPEN_ENDBLOCK": 47,
				"OPEN": 48,
				"mustache_repetition0": 49,
				"mustache_option0": 50,
				"OPEN_UNESCAPED": 51,
				"mustache_repetition1": 52,
				"mustache_option1": 53,
				"CLOSE_UNESCAPED": 54,
				"OPEN_PARTIAL": 55,
				"partialName": 56,
				"partial_repetition0": 57,
				"partial_option0": 58,
				"openPartialBlock": 59,
				"OPEN_PARTIAL_BLOCK": 60,
				"openPartialBlock_repetition0": 61,
				"openPartialBlock_option0": 62,
				"param": 63,
				"sexpr": 64,
				"OPEN_SEXPR": 65,
				"sexpr_repetition0": 66,
				"sexpr_option0": 67,
				"CLOSE_SEXPR": 68,
				"hash": 69,
				"hash_repetition_plus0": 70,
				"hashSegment": 71,
				"ID": 72,
				"EQUALS": 73,
				"blockParams": 74,
				"OPEN_BLOCK_PARAMS": 75,
				"blockParams_repetition_plus0": 76,
				"CLOSE_BLOCK_PARAMS": 77,
				"path": 78,
				"dataName": 79,
				"STRING": 80,
				"NUMBER": 81,
				"BOOLEAN": 82,
				"UNDEFINED": 83,
				"NULL": 84,
				"DATA": 85,
				"pathSegments": 86,
				"SEP": 87,
				"$accept": 0,
				"$end": 1
			},
			terminals_: {
				2: "error",
				5: "EOF",
				14: "COMMENT",
				15: "CONTENT",
				18: "END_RAW_BLOCK",
				19: "OPEN_RAW_BLOCK",
				23: "CLOSE_RAW_BLOCK",
				29: "OPEN_BLOCK",
				33: "CLOSE",
				34: "OPEN_INVERSE",
				39: "OPEN_INVERSE_CHAIN",
				44: "INVERSE",
				47: "OPEN_ENDBLOCK",
				48: "OPEN",
				51: "OPEN_UNESCAPED",
				54: "CLOSE_UNESCAPED",
				55: "OPEN_PARTIAL",
				60: "OPEN_PARTIAL_BLOCK",
				65: "OPEN_SEXPR",
				68: "CLOSE_SEXPR",
				72: "ID",
				73: "EQUALS",
				75: "OPEN_BLOCK_PARAMS",
				77: "CLOSE_BLOCK_PARAMS",
				80: "STRING",
				81: "NUMBER",
				82: "BOOLEAN",
				83: "UNDEFINED",
				84: "NULL",
				85: "DATA",
				87: "SEP"
			},
			productions_: [
				0,
				[3, 2],
				[4, 1],
				[7, 1],
				[7, 1],
				[7, 1],
				[7, 1],
				[7, 1],
				[7, 1],
				[7, 1],
				[13, 1],
				[10, 3],
				[16, 5],
				[9, 4],
				[9, 4],
				[24, 6],
				[27, 6],
				[38, 6],
				[43, 2],
				[45, 3],
				[45, 1],
				[26, 3],
				[8, 5],
				[8, 5],
				[11, 5],
				[12, 3],
				[59, 5],
				[63, 1],
				[63, 1],
				[64, 5],
				[69, 1],
				[71, 3],
				[74, 3],
				[20, 1],
				[20, 1],
				[20, 1],
				[20, 1],
				[20, 1],
				[20, 1],
				[20, 1],
				[56, 1],
				[56, 1],
				[79, 2],
				[78, 1],
				[86, 3],
				[86, 1],
				[6, 0],
				[6, 2],
				[17, 0],
				[17, 2],
				[21, 0],
				[21, 2],
				[22, 0],
				[22, 1],
				[25, 0],
				[25, 1],
				[28, 0],
				[28, 1],
				[30, 0],
				[30, 2],
				[31, 0],
				[31, 1],
				[32, 0],
				[32, 1],
				[35, 0],
				[35, 2],
				[36, 0],
				[36, 1],
				[37, 0],
				[37, 1],
				[40, 0],
				[40, 2],
				[41, 0],
				[41, 1],
				[42, 0],
				[42, 1],
				[46, 0],
				[46, 1],
				[49, 0],
				[49, 2],
				[50, 0],
				[50, 1],
				[52, 0],
				[52, 2],
				[53, 0],
				[53, 1],
				[57, 0],
				[57, 2],
				[58, 0],
				[58, 1],
				[61, 0],
				[61, 2],
				[62, 0],
				[62, 1],
				[66, 0],
				[66, 2],
				[67, 0],
				[67, 1],
				[70, 1],
				[70, 2],
				[76, 1],
				[76, 2]
			],
			performAction: function anonymous(yytext, yyleng, yylineno, yy, yystate, $$, _$) {
				var $0 = $$.length - 1;
				switch (yystate) {
					case 1: return $$[$0 - 1];
					case 2:
						this.$ = yy.prepareProgram($$[$0]);
						break;
					case 3:
						this.$ = $$[$0];
						break;
					case 4:
						this.$ = $$[$0];
						break;
					case 5:
						this.$ = $$[$0];
						break;
					case 6:
						this.$ = $$[$0];
						break;
					case 7:
						this.$ = $$[$0];
						break;
					case 8:
						this.$ = $$[$0];
						break;
					case 9:
						this.$ = {
							type: "CommentStatement",
							value: yy.stripComment($$[$0]),
							strip: yy.stripFlags($$[$0], $$[$0]),
							loc: yy.locInfo(this._$)
						};
						break;
					case 10:
						this.$ = {
							type: "ContentStatement",
							original: $$[$0],
							value: $$[$0],
							loc: yy.locInfo(this._$)
						};
						break;
					case 11:
						this.$ = yy.prepareRawBlock($$[$0 - 2], $$[$0 - 1], $$[$0], this._$);
						break;
					case 12:
						this.$ = {
							path: $$[$0 - 3],
							params: $$[$0 - 2],
							hash: $$[$0 - 1]
						};
						break;
					case 13:
						this.$ = yy.prepareBlock($$[$0 - 3], $$[$0 - 2], $$[$0 - 1], $$[$0], false, this._$);
						break;
					case 14:
						this.$ = yy.prepareBlock($$[$0 - 3], $$[$0 - 2], $$[$0 - 1], $$[$0], true, this._$);
						break;
					case 15:
						this.$ = {
							open: $$[$0 - 5],
							path: $$[$0 - 4],
							params: $$[$0 - 3],
							hash: $$[$0 - 2],
							blockParams: $$[$0 - 1],
							strip: yy.stripFlags($$[$0 - 5], $$[$0])
						};
						break;
					case 16:
						this.$ = {
							path: $$[$0 - 4],
							params: $$[$0 - 3],
							hash: $$[$0 - 2],
							blockParams: $$[$0 - 1],
							strip: yy.stripFlags($$[$0 - 5], $$[$0])
						};
						break;
					case 17:
						this.$ = {
							path: $$[$0 - 4],
							params: $$[$0 - 3],
							hash: $$[$0 - 2],
							blockParams: $$[$0 - 1],
							strip: yy.stripFlags($$[$0 - 5], $$[$0])
						};
						break;
					case 18:
						this.$ = {
							strip: yy.stripFlags($$[$0 - 1], $$[$0 - 1]),
							program: $$[$0]
						};
						break;
					case 19:
						var inverse = yy.prepareBlock($$[$0 - 2], $$[$0 - 1], $$[$0], $$[$0], false, this._$), program = yy.prepareProgram([inverse], $$[$0 - 1].loc);
						program.chained = true;
						this.$ = {
							strip: $$[$0 - 2].strip,
							program,
							chain: true
						};
						break;
					case 20:
						this.$ = $$[$0];
						break;
					case 21:
						this.$ = {
							path: $$[$0 - 1],
							strip: yy.stripFlags($$[$0 - 2], $$[$0])
						};
						break;
					case 22:
						this.$ = yy.prepareMustache($$[$0 - 3], $$[$0 - 2], $$[$0 - 1], $$[$0 - 4], yy.stripFlags($$[$0 - 4], $$[$0]), this._$);
						break;
					case 23:
						this.$ = yy.prepareMustache($$[$0 - 3], $$[$0 - 2], $$[$0 - 1], $$[$0 - 4], yy.stripFlags($$[$0 - 4], $$[$0]), this._$);
						break;
					case 24:
						this.$ = {
							type: "PartialStatement",
							name: $$[$0 - 3],
							params: $$[$0 - 2],
							hash: $$[$0 - 1],
							indent: "",
							strip: yy.stripFlags($$[$0 - 4], $$[$0]),
							loc: yy.locInfo(this._$)
						};
						break;
					case 25:
						this.$ = yy.preparePartialBlock($$[$0 - 2], $$[$0 - 1], $$[$0], this._$);
						break;
					case 26:
						this.$ = {
							path: $$[$0 - 3],
							params: $$[$0 - 2],
							hash: $$[$0 - 1],
							strip: yy.stripFlags($$[$0 - 4], $$[$0])
						};
						break;
					case 27:
						this.$ = $$[$0];
						break;
					case 28:
						this.$ = $$[$0];
						break;
					case 29:
						this.$ = {
							type: "SubExpression",
							path: $$[$0 - 3],
							params: $$[$0 - 2],
							hash: $$[$0 - 1],
							loc: yy.locInfo(this._$)
						};
						break;
					case 30:
						this.$ = {
							type: "Hash",
							pairs: $$[$0],
							loc: yy.locInfo(this._$)
						};
						break;
					case 31:
						this.$ = {
							type: "HashPair",
							key: yy.id($$[$0 - 2]),
							value: $$[$0],
							loc: yy.locInfo(this._$)
						};
						break;
					case 32:
						this.$ = yy.id($$[$0 - 1]);
						break;
					case 33:
						this.$ = $$[$0];
						break;
					case 34:
						this.$ = $$[$0];
						break;
					case 35:
						this.$ = {
							type: "StringLiteral",
							value: $$[$0],
							original: $$[$0],
							loc: yy.locInfo(this._$)
						};
						break;
					case 36:
						this.$ = {
							type: "NumberLiteral",
							value: Number($$[$0]),
							original: Number($$[$0]),
							loc: yy.locInfo(this._$)
						};
						break;
					case 37:
						this.$ = {
							type: "BooleanLiteral",
							value: $$[$0] === "true",
							original: $$[$0] === "true",
							loc: yy.locInfo(this._$)
						};
						break;
					case 38:
						this.$ = {
							type: "UndefinedLiteral",
							original: void 0,
							value: void 0,
							loc: yy.locInfo(this._$)
						};
						break;
					case 39:
						this.$ = {
							type: "NullLiteral",
							original: null,
							value: null,
							loc: yy.locInfo(this._$)
						};
						break;
					case 40:
						this.$ = $$[$0];
						break;
					case 41:
						this.$ = $$[$0];
						break;
					case 42:
						this.$ = yy.preparePath(true, $$[$0], this._$);
						break;
					case 43:
						this.$ = yy.preparePath(false, $$[$0], this._$);
						break;
					case 44:
						$$[$0 - 2].push({
							part: yy.id($$[$0]),
							original: $$[$0],
							separator: $$[$0 - 1]
						});
						this.$ = $$[$0 - 2];
						break;
					case 45:
						this.$ = [{
							part: yy.id($$[$0]),
							original: $$[$0]
						}];
						break;
					case 46:
						this.$ = [];
						break;
					case 47:
						$$[$0 - 1].push($$[$0]);
						break;
					case 48:
						this.$ = [];
						break;
					case 49:
						$$[$0 - 1].push($$[$0]);
						break;
					case 50:
						this.$ = [];
						break;
					case 51:
						$$[$0 - 1].push($$[$0]);
						break;
					case 58:
						this.$ = [];
						break;
					case 59:
						$$[$0 - 1].push($$[$0]);
						break;
					case 64:
						this.$ = [];
						break;
					case 65:
						$$[$0 - 1].push($$[$0]);
						break;
					case 70:
						this.$ = [];
						break;
					case 71:
						$$[$0 - 1].push($$[$0]);
						break;
					case 78:
						this.$ = [];
						break;
					case 79:
						$$[$0 - 1].push($$[$0]);
						break;
					case 82:
						this.$ = [];
						break;
					case 83:
						$$[$0 - 1].push($$[$0]);
						break;
					case 86:
						this.$ = [];
						break;
					case 87:
						$$[$0 - 1].push($$[$0]);
						break;
					case 90:
						this.$ = [];
						break;
					case 91:
						$$[$0 - 1].push($$[$0]);
						break;
					case 94:
						this.$ = [];
						break;
					case 95:
						$$[$0 - 1].push($$[$0]);
						break;
					case 98:
						this.$ = [$$[$0]];
						break;
					case 99:
						$$[$0 - 1].push($$[$0]);
						break;
					case 100:
						this.$ = [$$[$0]];
						break;
					case 101: $$[$0 - 1].push($$[$0]);
				}
			},
			table: [
				{
					3: 1,
					4: 2,
					5: [2, 46],
					6: 3,
					14: [2, 46],
					15: [2, 46],
					19: [2, 46],
					29: [2, 46],
					34: [2, 46],
					48: [2, 46],
					51: [2, 46],
					55: [2, 46],
					60: [2, 46]
				},
				{ 1: [3] },
				{ 5: [1, 4] },
				{
					5: [2, 2],
					7: 5,
					8: 6,
					9: 7,
					10: 8,
					11: 9,
					12: 10,
					13: 11,
					14: [1, 12],
					15: [1, 20],
					16: 17,
					19: [1, 23],
					24: 15,
					27: 16,
					29: [1, 21],
					34: [1, 22],
					39: [2, 2],
					44: [2, 2],
					47: [2, 2],
					48: [1, 13],
					51: [1, 14],
					55: [1, 18],
					59: 19,
					60: [1, 24]
				},
				{ 1: [2, 1] },
				{
					5: [2, 47],
					14: [2, 47],
					15: [2, 47],
					19: [2, 47],
					29: [2, 47],
					34: [2, 47],
					39: [2, 47],
					44: [2, 47],
					47: [2, 47],
					48: [2, 47],
					51: [2, 47],
					55: [2, 47],
					60: [2, 47]
				},
				{
					5: [2, 3],
					14: [2, 3],
					15: [2, 3],
					19: [2, 3],
					29: [2, 3],
					34: [2, 3],
					39: [2, 3],
					44: [2, 3],
					47: [2, 3],
					48: [2, 3],
					51: [2, 3],
					55: [2, 3],
					60: [2, 3]
				},
				{
					5: [2, 4],
					14: [2, 4],
					15: [2, 4],
					19: [2, 4],
					29: [2, 4],
					34: [2, 4],
					39: [2, 4],
					44: [2, 4],
					47: [2, 4],
					48: [2, 4],
					51: [2, 4],
					55: [2, 4],
					60: [2, 4]
				},
				{
					5: [2, 5],
					14: [2, 5],
					15: [2, 5],
					19: [2, 5],
					29: [2, 5],
					34: [2, 5],
					39: [2, 5],
					44: [2, 5],
					47: [2, 5],
					48: [2, 5],
					51: [2, 5],
					55: [2, 5],
					60: [2, 5]
				},
				{
					5: [2, 6],
					14: [2, 6],
					15: [2, 6],
					19: [2, 6],
					29: [2, 6],
					34: [2, 6],
					39: [2, 6],
					44: [2, 6],
					47: [2, 6],
					48: [2, 6],
					51: [2, 6],
					55: [2, 6],
					60: [2, 6]
				},
				{
					5: [2, 7],
					14: [2, 7],
					15: [2, 7],
					19: [2, 7],
					29: [2, 7],
					34: [2, 7],
					39: [2, 7],
					44: [2, 7],
					47: [2, 7],
					48: [2, 7],
					51: [2, 7],
					55: [2, 7],
					60: [2, 7]
				},
				{
					5: [2, 8],
					14: [2, 8],
					15: [2, 8],
					19: [2, 8],
					29: [2, 8],
					34: [2, 8],
					39: [2, 8],
					44: [2, 8],
					47: [2, 8],
					48: [2, 8],
					51: [2, 8],
					55: [2, 8],
					60: [2, 8]
				},
				{
					5: [2, 9],
					14: [2, 9],
					15: [2, 9],
					19: [2, 9],
					29: [2, 9],
					34: [2, 9],
					39: [2, 9],
					44: [2, 9],
					47: [2, 9],
					48: [2, 9],
					51: [2, 9],
					55: [2, 9],
					60: [2, 9]
				},
				{
					20: 25,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 36,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					4: 37,
					6: 3,
					14: [2, 46],
					15: [2, 46],
					19: [2, 46],
					29: [2, 46],
					34: [2, 46],
					39: [2, 46],
					44: [2, 46],
					47: [2, 46],
					48: [2, 46],
					51: [2, 46],
					55: [2, 46],
					60: [2, 46]
				},
				{
					4: 38,
					6: 3,
					14: [2, 46],
					15: [2, 46],
					19: [2, 46],
					29: [2, 46],
					34: [2, 46],
					44: [2, 46],
					47: [2, 46],
					48: [2, 46],
					51: [2, 46],
					55: [2, 46],
					60: [2, 46]
				},
				{
					15: [2, 48],
					17: 39,
					18: [2, 48]
				},
				{
					20: 41,
					56: 40,
					64: 42,
					65: [1, 43],
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					4: 44,
					6: 3,
					14: [2, 46],
					15: [2, 46],
					19: [2, 46],
					29: [2, 46],
					34: [2, 46],
					47: [2, 46],
					48: [2, 46],
					51: [2, 46],
					55: [2, 46],
					60: [2, 46]
				},
				{
					5: [2, 10],
					14: [2, 10],
					15: [2, 10],
					18: [2, 10],
					19: [2, 10],
					29: [2, 10],
					34: [2, 10],
					39: [2, 10],
					44: [2, 10],
					47: [2, 10],
					48: [2, 10],
					51: [2, 10],
					55: [2, 10],
					60: [2, 10]
				},
				{
					20: 45,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 46,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 47,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 41,
					56: 48,
					64: 42,
					65: [1, 43],
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					33: [2, 78],
					49: 49,
					65: [2, 78],
					72: [2, 78],
					80: [2, 78],
					81: [2, 78],
					82: [2, 78],
					83: [2, 78],
					84: [2, 78],
					85: [2, 78]
				},
				{
					23: [2, 33],
					33: [2, 33],
					54: [2, 33],
					65: [2, 33],
					68: [2, 33],
					72: [2, 33],
					75: [2, 33],
					80: [2, 33],
					81: [2, 33],
					82: [2, 33],
					83: [2, 33],
					84: [2, 33],
					85: [2, 33]
				},
				{
					23: [2, 34],
					33: [2, 34],
					54: [2, 34],
					65: [2, 34],
					68: [2, 34],
					72: [2, 34],
					75: [2, 34],
					80: [2, 34],
					81: [2, 34],
					82: [2, 34],
					83: [2, 34],
					84: [2, 34],
					85: [2, 34]
				},
				{
					23: [2, 35],
					33: [2, 35],
					54: [2, 35],
					65: [2, 35],
					68: [2, 35],
					72: [2, 35],
					75: [2, 35],
					80: [2, 35],
					81: [2, 35],
					82: [2, 35],
					83: [2, 35],
					84: [2, 35],
					85: [2, 35]
				},
				{
					23: [2, 36],
					33: [2, 36],
					54: [2, 36],
					65: [2, 36],
					68: [2, 36],
					72: [2, 36],
					75: [2, 36],
					80: [2, 36],
					81: [2, 36],
					82: [2, 36],
					83: [2, 36],
					84: [2, 36],
					85: [2, 36]
				},
				{
					23: [2, 37],
					33: [2, 37],
					54: [2, 37],
					65: [2, 37],
					68: [2, 37],
					72: [2, 37],
					75: [2, 37],
					80: [2, 37],
					81: [2, 37],
					82: [2, 37],
					83: [2, 37],
					84: [2, 37],
					85: [2, 37]
				},
				{
					23: [2, 38],
					33: [2, 38],
					54: [2, 38],
					65: [2, 38],
					68: [2, 38],
					72: [2, 38],
					75: [2, 38],
					80: [2, 38],
					81: [2, 38],
					82: [2, 38],
					83: [2, 38],
					84: [2, 38],
					85: [2, 38]
				},
				{
					23: [2, 39],
					33: [2, 39],
					54: [2, 39],
					65: [2, 39],
					68: [2, 39],
					72: [2, 39],
					75: [2, 39],
					80: [2, 39],
					81: [2, 39],
					82: [2, 39],
					83: [2, 39],
					84: [2, 39],
					85: [2, 39]
				},
				{
					23: [2, 43],
					33: [2, 43],
					54: [2, 43],
					65: [2, 43],
					68: [2, 43],
					72: [2, 43],
					75: [2, 43],
					80: [2, 43],
					81: [2, 43],
					82: [2, 43],
					83: [2, 43],
					84: [2, 43],
					85: [2, 43],
					87: [1, 50]
				},
				{
					72: [1, 35],
					86: 51
				},
				{
					23: [2, 45],
					33: [2, 45],
					54: [2, 45],
					65: [2, 45],
					68: [2, 45],
					72: [2, 45],
					75: [2, 45],
					80: [2, 45],
					81: [2, 45],
					82: [2, 45],
					83: [2, 45],
					84: [2, 45],
					85: [2, 45],
					87: [2, 45]
				},
				{
					52: 52,
					54: [2, 82],
					65: [2, 82],
					72: [2, 82],
					80: [2, 82],
					81: [2, 82],
					82: [2, 82],
					83: [2, 82],
					84: [2, 82],
					85: [2, 82]
				},
				{
					25: 53,
					38: 55,
					39: [1, 57],
					43: 56,
					44: [1, 58],
					45: 54,
					47: [2, 54]
				},
				{
					28: 59,
					43: 60,
					44: [1, 58],
					47: [2, 56]
				},
				{
					13: 62,
					15: [1, 20],
					18: [1, 61]
				},
				{
					33: [2, 86],
					57: 63,
					65: [2, 86],
					72: [2, 86],
					80: [2, 86],
					81: [2, 86],
					82: [2, 86],
					83: [2, 86],
					84: [2, 86],
					85: [2, 86]
				},
				{
					33: [2, 40],
					65: [2, 40],
					72: [2, 40],
					80: [2, 40],
					81: [2, 40],
					82: [2, 40],
					83: [2, 40],
					84: [2, 40],
					85: [2, 40]
				},
				{
					33: [2, 41],
					65: [2, 41],
					72: [2, 41],
					80: [2, 41],
					81: [2, 41],
					82: [2, 41],
					83: [2, 41],
					84: [2, 41],
					85: [2, 41]
				},
				{
					20: 64,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					26: 65,
					47: [1, 66]
				},
				{
					30: 67,
					33: [2, 58],
					65: [2, 58],
					72: [2, 58],
					75: [2, 58],
					80: [2, 58],
					81: [2, 58],
					82: [2, 58],
					83: [2, 58],
					84: [2, 58],
					85: [2, 58]
				},
				{
					33: [2, 64],
					35: 68,
					65: [2, 64],
					72: [2, 64],
					75: [2, 64],
					80: [2, 64],
					81: [2, 64],
					82: [2, 64],
					83: [2, 64],
					84: [2, 64],
					85: [2, 64]
				},
				{
					21: 69,
					23: [2, 50],
					65: [2, 50],
					72: [2, 50],
					80: [2, 50],
					81: [2, 50],
					82: [2, 50],
					83: [2, 50],
					84: [2, 50],
					85: [2, 50]
				},
				{
					33: [2, 90],
					61: 70,
					65: [2, 90],
					72: [2, 90],
					80: [2, 90],
					81: [2, 90],
					82: [2, 90],
					83: [2, 90],
					84: [2, 90],
					85: [2, 90]
				},
				{
					20: 74,
					33: [2, 80],
					50: 71,
					63: 72,
					64: 75,
					65: [1, 43],
					69: 73,
					70: 76,
					71: 77,
					72: [1, 78],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{ 72: [1, 79] },
				{
					23: [2, 42],
					33: [2, 42],
					54: [2, 42],
					65: [2, 42],
					68: [2, 42],
					72: [2, 42],
					75: [2, 42],
					80: [2, 42],
					81: [2, 42],
					82: [2, 42],
					83: [2, 42],
					84: [2, 42],
					85: [2, 42],
					87: [1, 50]
				},
				{
					20: 74,
					53: 80,
					54: [2, 84],
					63: 81,
					64: 75,
					65: [1, 43],
					69: 82,
					70: 76,
					71: 77,
					72: [1, 78],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					26: 83,
					47: [1, 66]
				},
				{ 47: [2, 55] },
				{
					4: 84,
					6: 3,
					14: [2, 46],
					15: [2, 46],
					19: [2, 46],
					29: [2, 46],
					34: [2, 46],
					39: [2, 46],
					44: [2, 46],
					47: [2, 46],
					48: [2, 46],
					51: [2, 46],
					55: [2, 46],
					60: [2, 46]
				},
				{ 47: [2, 20] },
				{
					20: 85,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					4: 86,
					6: 3,
					14: [2, 46],
					15: [2, 46],
					19: [2, 46],
					29: [2, 46],
					34: [2, 46],
					47: [2, 46],
					48: [2, 46],
					51: [2, 46],
					55: [2, 46],
					60: [2, 46]
				},
				{
					26: 87,
					47: [1, 66]
				},
				{ 47: [2, 57] },
				{
					5: [2, 11],
					14: [2, 11],
					15: [2, 11],
					19: [2, 11],
					29: [2, 11],
					34: [2, 11],
					39: [2, 11],
					44: [2, 11],
					47: [2, 11],
					48: [2, 11],
					51: [2, 11],
					55: [2, 11],
					60: [2, 11]
				},
				{
					15: [2, 49],
					18: [2, 49]
				},
				{
					20: 74,
					33: [2, 88],
					58: 88,
					63: 89,
					64: 75,
					65: [1, 43],
					69: 90,
					70: 76,
					71: 77,
					72: [1, 78],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					65: [2, 94],
					66: 91,
					68: [2, 94],
					72: [2, 94],
					80: [2, 94],
					81: [2, 94],
					82: [2, 94],
					83: [2, 94],
					84: [2, 94],
					85: [2, 94]
				},
				{
					5: [2, 25],
					14: [2, 25],
					15: [2, 25],
					19: [2, 25],
					29: [2, 25],
					34: [2, 25],
					39: [2, 25],
					44: [2, 25],
					47: [2, 25],
					48: [2, 25],
					51: [2, 25],
					55: [2, 25],
					60: [2, 25]
				},
				{
					20: 92,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 74,
					31: 93,
					33: [2, 60],
					63: 94,
					64: 75,
					65: [1, 43],
					69: 95,
					70: 76,
					71: 77,
					72: [1, 78],
					75: [2, 60],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 74,
					33: [2, 66],
					36: 96,
					63: 97,
					64: 75,
					65: [1, 43],
					69: 98,
					70: 76,
					71: 77,
					72: [1, 78],
					75: [2, 66],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 74,
					22: 99,
					23: [2, 52],
					63: 100,
					64: 75,
					65: [1, 43],
					69: 101,
					70: 76,
					71: 77,
					72: [1, 78],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 74,
					33: [2, 92],
					62: 102,
					63: 103,
					64: 75,
					65: [1, 43],
					69: 104,
					70: 76,
					71: 77,
					72: [1, 78],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{ 33: [1, 105] },
				{
					33: [2, 79],
					65: [2, 79],
					72: [2, 79],
					80: [2, 79],
					81: [2, 79],
					82: [2, 79],
					83: [2, 79],
					84: [2, 79],
					85: [2, 79]
				},
				{ 33: [2, 81] },
				{
					23: [2, 27],
					33: [2, 27],
					54: [2, 27],
					65: [2, 27],
					68: [2, 27],
					72: [2, 27],
					75: [2, 27],
					80: [2, 27],
					81: [2, 27],
					82: [2, 27],
					83: [2, 27],
					84: [2, 27],
					85: [2, 27]
				},
				{
					23: [2, 28],
					33: [2, 28],
					54: [2, 28],
					65: [2, 28],
					68: [2, 28],
					72: [2, 28],
					75: [2, 28],
					80: [2, 28],
					81: [2, 28],
					82: [2, 28],
					83: [2, 28],
					84: [2, 28],
					85: [2, 28]
				},
				{
					23: [2, 30],
					33: [2, 30],
					54: [2, 30],
					68: [2, 30],
					71: 106,
					72: [1, 107],
					75: [2, 30]
				},
				{
					23: [2, 98],
					33: [2, 98],
					54: [2, 98],
					68: [2, 98],
					72: [2, 98],
					75: [2, 98]
				},
				{
					23: [2, 45],
					33: [2, 45],
					54: [2, 45],
					65: [2, 45],
					68: [2, 45],
					72: [2, 45],
					73: [1, 108],
					75: [2, 45],
					80: [2, 45],
					81: [2, 45],
					82: [2, 45],
					83: [2, 45],
					84: [2, 45],
					85: [2, 45],
					87: [2, 45]
				},
				{
					23: [2, 44],
					33: [2, 44],
					54: [2, 44],
					65: [2, 44],
					68: [2, 44],
					72: [2, 44],
					75: [2, 44],
					80: [2, 44],
					81: [2, 44],
					82: [2, 44],
					83: [2, 44],
					84: [2, 44],
					85: [2, 44],
					87: [2, 44]
				},
				{ 54: [1, 109] },
				{
					54: [2, 83],
					65: [2, 83],
					72: [2, 83],
					80: [2, 83],
					81: [2, 83],
					82: [2, 83],
					83: [2, 83],
					84: [2, 83],
					85: [2, 83]
				},
				{ 54: [2, 85] },
				{
					5: [2, 13],
					14: [2, 13],
					15: [2, 13],
					19: [2, 13],
					29: [2, 13],
					34: [2, 13],
					39: [2, 13],
					44: [2, 13],
					47: [2, 13],
					48: [2, 13],
					51: [2, 13],
					55: [2, 13],
					60: [2, 13]
				},
				{
					38: 55,
					39: [1, 57],
					43: 56,
					44: [1, 58],
					45: 111,
					46: 110,
					47: [2, 76]
				},
				{
					33: [2, 70],
					40: 112,
					65: [2, 70],
					72: [2, 70],
					75: [2, 70],
					80: [2, 70],
					81: [2, 70],
					82: [2, 70],
					83: [2, 70],
					84: [2, 70],
					85: [2, 70]
				},
				{ 47: [2, 18] },
				{
					5: [2, 14],
					14: [2, 14],
					15: [2, 14],
					19: [2, 14],
					29: [2, 14],
					34: [2, 14],
					39: [2, 14],
					44: [2, 14],
					47: [2, 14],
					48: [2, 14],
					51: [2, 14],
					55: [2, 14],
					60: [2, 14]
				},
				{ 33: [1, 113] },
				{
					33: [2, 87],
					65: [2, 87],
					72: [2, 87],
					80: [2, 87],
					81: [2, 87],
					82: [2, 87],
					83: [2, 87],
					84: [2, 87],
					85: [2, 87]
				},
				{ 33: [2, 89] },
				{
					20: 74,
					63: 115,
					64: 75,
					65: [1, 43],
					67: 114,
					68: [2, 96],
					69: 116,
					70: 76,
					71: 77,
					72: [1, 78],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{ 33: [1, 117] },
				{
					32: 118,
					33: [2, 62],
					74: 119,
					75: [1, 120]
				},
				{
					33: [2, 59],
					65: [2, 59],
					72: [2, 59],
					75: [2, 59],
					80: [2, 59],
					81: [2, 59],
					82: [2, 59],
					83: [2, 59],
					84: [2, 59],
					85: [2, 59]
				},
				{
					33: [2, 61],
					75: [2, 61]
				},
				{
					33: [2, 68],
					37: 121,
					74: 122,
					75: [1, 120]
				},
				{
					33: [2, 65],
					65: [2, 65],
					72: [2, 65],
					75: [2, 65],
					80: [2, 65],
					81: [2, 65],
					82: [2, 65],
					83: [2, 65],
					84: [2, 65],
					85: [2, 65]
				},
				{
					33: [2, 67],
					75: [2, 67]
				},
				{ 23: [1, 123] },
				{
					23: [2, 51],
					65: [2, 51],
					72: [2, 51],
					80: [2, 51],
					81: [2, 51],
					82: [2, 51],
					83: [2, 51],
					84: [2, 51],
					85: [2, 51]
				},
				{ 23: [2, 53] },
				{ 33: [1, 124] },
				{
					33: [2, 91],
					65: [2, 91],
					72: [2, 91],
					80: [2, 91],
					81: [2, 91],
					82: [2, 91],
					83: [2, 91],
					84: [2, 91],
					85: [2, 91]
				},
				{ 33: [2, 93] },
				{
					5: [2, 22],
					14: [2, 22],
					15: [2, 22],
					19: [2, 22],
					29: [2, 22],
					34: [2, 22],
					39: [2, 22],
					44: [2, 22],
					47: [2, 22],
					48: [2, 22],
					51: [2, 22],
					55: [2, 22],
					60: [2, 22]
				},
				{
					23: [2, 99],
					33: [2, 99],
					54: [2, 99],
					68: [2, 99],
					72: [2, 99],
					75: [2, 99]
				},
				{ 73: [1, 108] },
				{
					20: 74,
					63: 125,
					64: 75,
					65: [1, 43],
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					5: [2, 23],
					14: [2, 23],
					15: [2, 23],
					19: [2, 23],
					29: [2, 23],
					34: [2, 23],
					39: [2, 23],
					44: [2, 23],
					47: [2, 23],
					48: [2, 23],
					51: [2, 23],
					55: [2, 23],
					60: [2, 23]
				},
				{ 47: [2, 19] },
				{ 47: [2, 77] },
				{
					20: 74,
					33: [2, 72],
					41: 126,
					63: 127,
					64: 75,
					65: [1, 43],
					69: 128,
					70: 76,
					71: 77,
					72: [1, 78],
					75: [2, 72],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					5: [2, 24],
					14: [2, 24],
					15: [2, 24],
					19: [2, 24],
					29: [2, 24],
					34: [2, 24],
					39: [2, 24],
					44: [2, 24],
					47: [2, 24],
					48: [2, 24],
					51: [2, 24],
					55: [2, 24],
					60: [2, 24]
				},
				{ 68: [1, 129] },
				{
					65: [2, 95],
					68: [2, 95],
					72: [2, 95],
					80: [2, 95],
					81: [2, 95],
					82: [2, 95],
					83: [2, 95],
					84: [2, 95],
					85: [2, 95]
				},
				{ 68: [2, 97] },
				{
					5: [2, 21],
					14: [2, 21],
					15: [2, 21],
					19: [2, 21],
					29: [2, 21],
					34: [2, 21],
					39: [2, 21],
					44: [2, 21],
					47: [2, 21],
					48: [2, 21],
					51: [2, 21],
					55: [2, 21],
					60: [2, 21]
				},
				{ 33: [1, 130] },
				{ 33: [2, 63] },
				{
					72: [1, 132],
					76: 131
				},
				{ 33: [1, 133] },
				{ 33: [2, 69] },
				{
					15: [2, 12],
					18: [2, 12]
				},
				{
					14: [2, 26],
					15: [2, 26],
					19: [2, 26],
					29: [2, 26],
					34: [2, 26],
					47: [2, 26],
					48: [2, 26],
					51: [2, 26],
					55: [2, 26],
					60: [2, 26]
				},
				{
					23: [2, 31],
					33: [2, 31],
					54: [2, 31],
					68: [2, 31],
					72: [2, 31],
					75: [2, 31]
				},
				{
					33: [2, 74],
					42: 134,
					74: 135,
					75: [1, 120]
				},
				{
					33: [2, 71],
					65: [2, 71],
					72: [2, 71],
					75: [2, 71],
					80: [2, 71],
					81: [2, 71],
					82: [2, 71],
					83: [2, 71],
					84: [2, 71],
					85: [2, 71]
				},
				{
					33: [2, 73],
					75: [2, 73]
				},
				{
					23: [2, 29],
					33: [2, 29],
					54: [2, 29],
					65: [2, 29],
					68: [2, 29],
					72: [2, 29],
					75: [2, 29],
					80: [2, 29],
					81: [2, 29],
					82: [2, 29],
					83: [2, 29],
					84: [2, 29],
					85: [2, 29]
				},
				{
					14: [2, 15],
					15: [2, 15],
					19: [2, 15],
					29: [2, 15],
					34: [2, 15],
					39: [2, 15],
					44: [2, 15],
					47: [2, 15],
					48: [2, 15],
					51: [2, 15],
					55: [2, 15],
					60: [2, 15]
				},
				{
					72: [1, 137],
					77: [1, 136]
				},
				{
					72: [2, 100],
					77: [2, 100]
				},
				{
					14: [2, 16],
					15: [2, 16],
					19: [2, 16],
					29: [2, 16],
					34: [2, 16],
					44: [2, 16],
					47: [2, 16],
					48: [2, 16],
					51: [2, 16],
					55: [2, 16],
					60: [2, 16]
				},
				{ 33: [1, 138] },
				{ 33: [2, 75] },
				{ 33: [2, 32] },
				{
					72: [2, 101],
					77: [2, 101]
				},
				{
					14: [2, 17],
					15: [2, 17],
					19: [2, 17],
					29: [2, 17],
					34: [2, 17],
					39: [2, 17],
					44: [2, 17],
					47: [2, 17],
					48: [2, 17],
					51: [2, 17],
					55: [2, 17],
					60: [2, 17]
				}
			],
			defaultActions: {
				4: [2, 1],
				54: [2, 55],
				56: [2, 20],
				60: [2, 57],
				73: [2, 81],
				82: [2, 85],
				86: [2, 18],
				90: [2, 89],
				101: [2, 53],
				104: [2, 93],
				110: [2, 19],
				111: [2, 77],
				116: [2, 97],
				119: [2, 63],
				122: [2, 69],
				135: [2, 75],
				136: [2, 32]
			},
			parseError: function parseError(str, hash) {
				throw new Error(str);
			},
			parse: function parse(input) {
				var self = this, stack = [0], vstack = [null], lstack = [], table = this.table, yytext = "", yylineno = 0, yyleng = 0, recovering = 0;
				this.lexer.setInput(input);
				this.lexer.yy = this.yy;
				this.yy.lexer = this.lexer;
				this.yy.parser = this;
				if (typeof this.lexer.yylloc == "undefined") this.lexer.yylloc = {};
				var yyloc = this.lexer.yylloc;
				lstack.push(yyloc);
				var ranges = this.lexer.options && this.lexer.options.ranges;
				if (typeof this.yy.parseError === "function") this.parseError = this.yy.parseError;
				function lex() {
					var token = self.lexer.lex() || 1;
					if (typeof token !== "number") token = self.symbols_[token] || token;
					return token;
				}
				var symbol, preErrorSymbol, state, action, r, yyval = {}, p, len, newState, expected;
				while (true) {
					state = stack[stack.length - 1];
					if (this.defaultActions[state]) action = this.defaultActions[state];
					else {
						if (symbol === null || typeof symbol == "undefined") symbol = lex();
						action = table[state] && table[state][symbol];
					}
					if (typeof action === "undefined" || !action.length || !action[0]) {
						var errStr = "";
						if (!recovering) {
							expected = [];
							for (p in table[state]) if (this.terminals_[p] && p > 2) expected.push("'" + this.terminals_[p] + "'");
							if (this.lexer.showPosition) errStr = "Parse error on line " + (yylineno + 1) + ":\n" + this.lexer.showPosition() + "\nExpecting " + expected.join(", ") + ", got '" + (this.terminals_[symbol] || symbol) + "'";
							else errStr = "Parse error on line " + (yylineno + 1) + ": Unexpected " + (symbol == 1 ? "end of input" : "'" + (this.terminals_[symbol] || symbol) + "'");
							this.parseError(errStr, {
								text: this.lexer.match,
								token: this.terminals_[symbol] || symbol,
								line: this.lexer.yylineno,
								loc: yyloc,
								expected
							});
						}
					}
					if (action[0] instanceof Array && action.length > 1) throw new Error("Parse Error: multiple actions possible at state: " + state + ", token: " + symbol);
					switch (action[0]) {
						case 1:
							stack.push(symbol);
							vstack.push(this.lexer.yytext);
							lstack.push(this.lexer.yylloc);
							stack.push(action[1]);
							symbol = null;
							if (!preErrorSymbol) {
								yyleng = this.lexer.yyleng;
								yytext = this.lexer.yytext;
								yylineno = this.lexer.yylineno;
								yyloc = this.lexer.yylloc;
								if (recovering > 0) recovering--;
							} else {
								symbol = preErrorSymbol;
								preErrorSymbol = null;
							}
							break;
						case 2:
							len = this.productions_[action[1]][1];
							yyval.$ = vstack[vstack.length - len];
							yyval._$ = {
								first_line: lstack[lstack.length - (len || 1)].first_line,
								last_line: lstack[lstack.length - 1].last_line,
								first_column: lstack[lstack.length - (len || 1)].first_column,
								last_column: lstack[lstack.length - 1].last_column
							};
							if (ranges) yyval._$.range = [lstack[lstack.length - (len || 1)].range[0], lstack[lstack.length - 1].range[1]];
							r = this.performAction.call(yyval, yytext, yyleng, yylineno, this.yy, action[1], vstack, lstack);
							if (typeof r !== "undefined") return r;
							if (len) {
								stack = stack.slice(0, -1 * len * 2);
								vstack = vstack.slice(0, -1 * len);
								lstack = lstack.slice(0, -1 * len);
							}
							stack.push(this.productions_[action[1]][0]);
							vstack.push(yyval.$);
							lstack.push(yyval._$);
							newState = table[stack[stack.length - 2]][stack[stack.length - 1]];
							stack.push(newState);
							break;
						case 3: return true;
					}
				}
				return true;
			}
		};
		parser.lexer = (function() {
			var lexer = {
				EOF: 1,
				parseError: function parseError(str, hash) {
					if (this.yy.parser) this.yy.parser.parseError(str, hash);
					else throw new Error(str);
				},
				setInput: function setInput(input) {
					this._input = input;
					this._more = this._less = this.done = false;
					this.yylineno = this.yyleng = 0;
					this.yytext = this.matched = this.match = "";
					this.conditionStack = ["INITIAL"];
					this.yylloc = {
						first_line: 1,
						first_column: 0,
						last_line: 1,
						last_column: 0
					};
					if (this.options.ranges) this.yylloc.range = [0, 0];
					this.offset = 0;
					return this;
				},
				input: function input() {
					var ch = this._input[0];
					this.yytext += ch;
					this.yyleng++;
					this.offset++;
					this.match += ch;
					this.matched += ch;
					if (ch.match(/(?:\r\n?|\n).*/g)) {
						this.yylineno++;
						this.yylloc.last_line++;
					} else this.yylloc.last_column++;
					if (this.options.ranges) this.yylloc.range[1]++;
					this._input = this._input.slice(1);
					return ch;
				},
				unput: function unput(ch) {
					var len = ch.length;
					var lines = ch.split(/(?:\r\n?|\n)/g);
					this._input = ch + this._input;
					this.yytext = this.yytext.substr(0, this.yytext.length - len - 1);
					this.offset -= len;
					var oldLines = this.match.split(/(?:\r\n?|\n)/g);
					this.match = this.match.substr(0, this.match.length - 1);
					this.matched = this.matched.substr(0, this.matched.length - 1);
					if (lines.length - 1) this.yylineno -= lines.length - 1;
					var r = this.yylloc.range;
					this.yylloc = {
						first_line: this.yylloc.first_line,
						last_line: this.yylineno + 1,
						first_column: this.yylloc.first_column,
						last_column: lines ? (lines.length === oldLines.length ? this.yylloc.first_column : 0) + oldLines[oldLines.length - lines.length].length - lines[0].length : this.yylloc.first_column - len
					};
					if (this.options.ranges) this.yylloc.range = [r[0], r[0] + this.yyleng - len];
					return this;
				},
				more: function more() {
					this._more = true;
					return this;
				},
				less: function less(n) {
					this.unput(this.match.slice(n));
				},
				pastInput: function pastInput() {
					var past = this.matched.substr(0, this.matched.length - this.match.length);
					return (past.length > 20 ? "..." : "") + past.substr(-20).replace(/\n/g, "");
				},
				upcomingInput: function upcomingInput() {
					var next = this.match;
					if (next.length < 20) next += this._input.substr(0, 20 - next.length);
					return (next.substr(0, 20) + (next.length > 20 ? "..." : "")).replace(/\n/g, "");
				},
				showPosition: function showPosition() {
					var pre = this.pastInput();
					var c = new Array(pre.length + 1).join("-");
					return pre + this.upcomingInput() + "\n" + c + "^";
				},
				next: function next() {
					if (this.done) return this.EOF;
					if (!this._input) this.done = true;
					var token, match, tempMatch, index, lines;
					if (!this._more) {
						this.yytext = "";
						this.match = "";
					}
					var rules = this._currentRules();
					for (var i = 0; i < rules.length; i++) {
						tempMatch = this._input.match(this.rules[rules[i]]);
						if (tempMatch && (!match || tempMatch[0].length > match[0].length)) {
							match = tempMatch;
							index = i;
							if (!this.options.flex) break;
						}
					}
					if (match) {
						lines = match[0].match(/(?:\r\n?|\n).*/g);
						if (lines) this.yylineno += lines.length;
						this.yylloc = {
							first_line: this.yylloc.last_line,
							last_line: this.yylineno + 1,
							first_column: this.yylloc.last_column,
							last_column: lines ? lines[lines.length - 1].length - lines[lines.length - 1].match(/\r?\n?/)[0].length : this.yylloc.last_column + match[0].length
						};
						this.yytext += match[0];
						this.match += match[0];
						this.matches = match;
						this.yyleng = this.yytext.length;
						if (this.options.ranges) this.yylloc.range = [this.offset, this.offset += this.yyleng];
						this._more = false;
						this._input = this._input.slice(match[0].length);
						this.matched += match[0];
						token = this.performAction.call(this, this.yy, this, rules[index], this.conditionStack[this.conditionStack.length - 1]);
						if (this.done && this._input) this.done = false;
						if (token) return token;
						else return;
					}
					if (this._input === "") return this.EOF;
					else return this.parseError("Lexical error on line " + (this.yylineno + 1) + ". Unrecognized text.\n" + this.showPosition(), {
						text: "",
						token: null,
						line: this.yylineno
					});
				},
				lex: function lex() {
					var r = this.next();
					if (typeof r !== "undefined") return r;
					else return this.lex();
				},
				begin: function begin(condition) {
					this.conditionStack.push(condition);
				},
				popState: function popState() {
					return this.conditionStack.pop();
				},
				_currentRules: function _currentRules() {
					return this.conditions[this.conditionStack[this.conditionStack.length - 1]].rules;
				},
				topState: function topState() {
					return this.conditionStack[this.conditionStack.length - 2];
				},
				pushState: function begin(condition) {
					this.begin(condition);
				}
			};
			lexer.options = {};
			lexer.performAction = function anonymous(yy, yy_, $avoiding_name_collisions, YY_START) {
				function strip(start, end) {
					return yy_.yytext = yy_.yytext.substring(start, yy_.yyleng - end + start);
				}
				switch ($avoiding_name_collisions) {
					case 0:
						if (yy_.yytext.slice(-2) === "\\\\") {
							strip(0, 1);
							this.begin("mu");
						} else if (yy_.yytext.slice(-1) === "\\") {
							strip(0, 1);
							this.begin("emu");
						} else this.begin("mu");
						if (yy_.yytext) return 15;
						break;
					case 1: return 15;
					case 2:
						this.popState();
						return 15;
					case 3:
						this.begin("raw");
						return 15;
					case 4:
						this.popState();
						if (this.conditionStack[this.conditionStack.length - 1] === "raw") return 15;
						else {
							strip(5, 9);
							return "END_RAW_BLOCK";
						}
					case 5: return 15;
					case 6:
						this.popState();
						return 14;
					case 7: return 65;
					case 8: return 68;
					case 9: return 19;
					case 10:
						this.popState();
						this.begin("raw");
						return 23;
					case 11: return 55;
					case 12: return 60;
					case 13: return 29;
					case 14: return 47;
					case 15:
						this.popState();
						return 44;
					case 16:
						this.popState();
						return 44;
					case 17: return 34;
					case 18: return 39;
					case 19: return 51;
					case 20: return 48;
					case 21:
						this.unput(yy_.yytext);
						this.popState();
						this.begin("com");
						break;
					case 22:
						this.popState();
						return 14;
					case 23: return 48;
					case 24: return 73;
					case 25: return 72;
					case 26: return 72;
					case 27: return 87;
					case 28: break;
					case 29:
						this.popState();
						return 54;
					case 30:
						this.popState();
						return 33;
					case 31:
						yy_.yytext = strip(1, 2).replace(/\\"/g, "\"");
						return 80;
					case 32:
						yy_.yytext = strip(1, 2).replace(/\\'/g, "'");
						return 80;
					case 33: return 85;
					case 34: return 82;
					case 35: return 82;
					case 36: return 83;
					case 37: return 84;
					case 38: return 81;
					case 39: return 75;
					case 40: return 77;
					case 41: return 72;
					case 42:
						yy_.yytext = yy_.yytext.replace(/\\([\\\]])/g, "$1");
						return 72;
					case 43: return "INVALID";
					case 44: return 5;
				}
			};
			lexer.rules = [
				/^(?:[^\x00]*?(?=(\{\{)))/,
				/^(?:[^\x00]+)/,
				/^(?:[^\x00]{2,}?(?=(\{\{|\\\{\{|\\\\\{\{|$)))/,
				/^(?:\{\{\{\{(?=[^\/]))/,
				/^(?:\{\{\{\{\/[^\s!"#%-,\.\/;->@\[-\^`\{-~]+(?=[=}\s\/.])\}\}\}\})/,
				/^(?:[^\x00]+?(?=(\{\{\{\{)))/,
				/^(?:[\s\S]*?--(~)?\}\})/,
				/^(?:\()/,
				/^(?:\))/,
				/^(?:\{\{\{\{)/,
				/^(?:\}\}\}\})/,
				/^(?:\{\{(~)?>)/,
				/^(?:\{\{(~)?#>)/,
				/^(?:\{\{(~)?#\*?)/,
				/^(?:\{\{(~)?\/)/,
				/^(?:\{\{(~)?\^\s*(~)?\}\})/,
				/^(?:\{\{(~)?\s*else\s*(~)?\}\})/,
				/^(?:\{\{(~)?\^)/,
				/^(?:\{\{(~)?\s*else\b)/,
				/^(?:\{\{(~)?\{)/,
				/^(?:\{\{(~)?&)/,
				/^(?:\{\{(~)?!--)/,
				/^(?:\{\{(~)?![\s\S]*?\}\})/,
				/^(?:\{\{(~)?\*?)/,
				/^(?:=)/,
				/^(?:\.\.)/,
				/^(?:\.(?=([=~}\s\/.)|])))/,
				/^(?:[\/.])/,
				/^(?:\s+)/,
				/^(?:\}(~)?\}\})/,
				/^(?:(~)?\}\})/,
				/^(?:"(\\["]|[^"])*")/,
				/^(?:'(\\[']|[^'])*')/,
				/^(?:@)/,
				/^(?:true(?=([~}\s)])))/,
				/^(?:false(?=([~}\s)])))/,
				/^(?:undefined(?=([~}\s)])))/,
				/^(?:null(?=([~}\s)])))/,
				/^(?:-?[0-9]+(?:\.[0-9]+)?(?=([~}\s)])))/,
				/^(?:as\s+\|)/,
				/^(?:\|)/,
				/^(?:([^\s!"#%-,\.\/;->@\[-\^`\{-~]+(?=([=~}\s\/.)|]))))/,
				/^(?:\[(\\\]|[^\]])*\])/,
				/^(?:.)/,
				/^(?:$)/
			];
			lexer.conditions = {
				"mu": {
					"rules": [
						7,
						8,
						9,
						10,
						11,
						12,
						13,
						14,
						15,
						16,
						17,
						18,
						19,
						20,
						21,
						22,
						23,
						24,
						25,
						26,
						27,
						28,
						29,
						30,
						31,
						32,
						33,
						34,
						35,
						36,
						37,
						38,
						39,
						40,
						41,
						42,
						43,
						44
					],
					"inclusive": false
				},
				"emu": {
					"rules": [2],
					"inclusive": false
				},
				"com": {
					"rules": [6],
					"inclusive": false
				},
				"raw": {
					"rules": [
						3,
						4,
						5
					],
					"inclusive": false
				},
				"INITIAL": {
					"rules": [
						0,
						1,
						44
					],
					"inclusive": true
				}
			};
			return lexer;
		})();
		function Parser() {
			this.yy = {};
		}
		Parser.prototype = parser;
		parser.Parser = Parser;
		return new Parser();
	})();
	exports["default"] = handlebars;
	module.exports = exports["default"];
}));

// node_modules/handlebars/dist/cjs/handlebars/exception.js
var require_exception = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	var errorProps = [
		"description",
		"fileName",
		"lineNumber",
		"endLineNumber",
		"message",
		"name",
		"number",
		"stack"
	];
	function Exception(message, node) {
		var loc = node && node.loc, line = void 0, endLineNumber = void 0, column = void 0, endColumn = void 0;
		if (loc && loc.start) {
			line = loc.start.line;
			column = loc.start.column;
			if (loc.end) {
				endLineNumber = loc.end.line;
				endColumn = loc.end.column;
			}
			message += " - " + line + ":" + column;
		}
		var tmp = Error.prototype.constructor.call(this, message);
		for (var idx = 0; idx < errorProps.length; idx++) this[errorProps[idx]] = tmp[errorProps[idx]];
		/* istanbul ignore else */
		if (Error.captureStackTrace) Error.captureStackTrace(this, Exception);
		try {
			if (loc) {
				this.lineNumber = line;
				this.endLineNumber = endLineNumber;
				/* istanbul ignore next */
				if (Object.defineProperty) {
					Object.defineProperty(this, "column", {
						value: column,
						enumerable: true
					});
					Object.defineProperty(this, "endColumn", {
						value: endColumn,
						enumerable: true
					});
				} else {
					this.column = column;
					this.endColumn = endColumn;
				}
			}
		} catch (nop) {}
	}
	Exception.prototype = /* @__PURE__ */ new Error();
	exports["default"] = Exception;
	module.exports = exports["default"];
}));

// node_modules/handlebars/dist/cjs/handlebars/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.extend = extend;
	exports.indexOf = indexOf;
	exports.escapeExpression = escapeExpression;
	exports.isEmpty = isEmpty;
	exports.createFrame = createFrame;
	exports.blockParams = blockParams;
	exports.appendContextPath = appendContextPath;
	var escape = {
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;",
		"\"": "&quot;",
		"'": "&#x27;",
		"`": "&#x60;",
		"=": "&#x3D;"
	};
	var badChars = /[&<>"'`=]/g;
	var possible = /[&<>"'`=]/;
	function escapeChar(chr) {
		return escape[chr];
	}
	function extend(obj) {
		for (var i = 1; i < arguments.length; i++) for (var key in arguments[i]) if (Object.prototype.hasOwnProperty.call(arguments[i], key)) obj[key] = arguments[i][key];
		return obj;
	}
	var toString = Object.prototype.toString;
	exports.toString = toString;
	var isFunction = function isFunction(value) {
		return typeof value === "function";
	};
	/* istanbul ignore next */
	if (isFunction(/x/)) exports.isFunction = isFunction = function(value) {
		return typeof value === "function" && toString.call(value) === "[object Function]";
	};
	exports.isFunction = isFunction;
	/* istanbul ignore next */
	var isArray = Array.isArray || function(value) {
		return value && typeof value === "object" ? toString.call(value) === "[object Array]" : false;
	};
	exports.isArray = isArray;
	function indexOf(array, value) {
		for (var i = 0, len = array.length; i < len; i++) if (array[i] === value) return i;
		return -1;
	}
	function escapeExpression(string) {
		if (typeof string !== "string") {
			if (string && typeof string.toHTML === "function") return string.toHTML();
			else if (string == null) return "";
			else if (!string) return string + "";
			string = "" + string;
		}
		if (!possible.test(string)) return string;
		return string.replace(badChars, escapeChar);
	}
	function isEmpty(value) {
		if (!value && value !== 0) return true;
		else if (isArray(value) && value.length === 0) return true;
		else return false;
	}
	function createFrame(object) {
		var frame = extend({}, object);
		frame._parent = object;
		return frame;
	}
	function blockParams(params, ids) {
		params.path = ids;
		return params;
	}
	function appendContextPath(contextPath, id) {
		return (contextPath ? contextPath + "." : "") + id;
	}
}));

// node_modules/handlebars/dist/cjs/handlebars/compiler/node-types.js
var require_node_types = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	var NODE_TYPES = [
		"Program",
		"BlockStatement",
		"DecoratorBlock",
		"PartialStatement",
		"PartialBlockStatement",
		"Decorator",
		"MustacheStatement",
		"ContentStatement",
		"CommentStatement",
		"SubExpression",
		"PathExpression",
		"StringLiteral",
		"NumberLiteral",
		"BooleanLiteral",
		"UndefinedLiteral",
		"NullLiteral",
		"Hash",
		"HashPair"
	];
	exports.NODE_TYPES = NODE_TYPES;
}));

// node_modules/handlebars/dist/cjs/handlebars/compiler/visitor.js
var require_visitor = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _exception2 = _interopRequireDefault(require_exception());
	var _utils = require_utils();
	var _nodeTypes = require_node_types();
	function Visitor() {
		this.parents = [];
	}
	function isDispatchable(visitor, type) {
		return _utils.indexOf(_nodeTypes.NODE_TYPES, type) !== -1 || !(type in Visitor.prototype) && typeof visitor[type] === "function";
	}
	Visitor.prototype = {
		constructor: Visitor,
		mutating: false,
		acceptKey: function acceptKey(node, name) {
			var value = this.accept(node[name]);
			if (this.mutating) {
				if (value && !isDispatchable(this, value.type)) throw new _exception2["default"]("Unexpected node type \"" + value.type + "\" found when accepting " + name + " on " + node.type);
				node[name] = value;
			}
		},
		acceptRequired: function acceptRequired(node, name) {
			this.acceptKey(node, name);
			if (!node[name]) throw new _exception2["default"](node.type + " requires " + name);
		},
		acceptArray: function acceptArray(array) {
			for (var i = 0, l = array.length; i < l; i++) {
				this.acceptKey(array, i);
				if (!array[i]) {
					array.splice(i, 1);
					i--;
					l--;
				}
			}
		},
		accept: function accept(object) {
			if (!object) return;
			if (!isDispatchable(this, object.type) || !this[object.type]) throw new _exception2["default"]("Unknown type: " + object.type, object);
			if (this.current) this.parents.unshift(this.current);
			this.current = object;
			var ret = this[object.type](object);
			this.current = this.parents.shift();
			if (!this.mutating || ret) return ret;
			else if (ret !== false) return object;
		},
		Program: function Program(program) {
			this.acceptArray(program.body);
		},
		MustacheStatement: visitSubExpression,
		Decorator: visitSubExpression,
		BlockStatement: visitBlock,
		DecoratorBlock: visitBlock,
		PartialStatement: visitPartial,
		PartialBlockStatement: function PartialBlockStatement(partial) {
			visitPartial.call(this, partial);
			this.acceptKey(partial, "program");
		},
		ContentStatement: function ContentStatement() {},
		CommentStatement: function CommentStatement() {},
		SubExpression: visitSubExpression,
		PathExpression: function PathExpression() {},
		StringLiteral: function StringLiteral() {},
		NumberLiteral: function NumberLiteral() {},
		BooleanLiteral: function BooleanLiteral() {},
		UndefinedLiteral: function UndefinedLiteral() {},
		NullLiteral: function NullLiteral() {},
		Hash: function Hash(hash) {
			this.acceptArray(hash.pairs);
		},
		HashPair: function HashPair(pair) {
			this.acceptRequired(pair, "value");
		}
	};
	function visitSubExpression(mustache) {
		this.acceptRequired(mustache, "path");
		this.acceptArray(mustache.params);
		this.acceptKey(mustache, "hash");
	}
	function visitBlock(block) {
		visitSubExpression.call(this, block);
		this.acceptKey(block, "program");
		this.acceptKey(block, "inverse");
	}
	function visitPartial(partial) {
		this.acceptRequired(partial, "name");
		this.acceptArray(partial.params);
		this.acceptKey(partial, "hash");
	}
	exports["default"] = Visitor;
	module.exports = exports["default"];
}));

// node_modules/handlebars/dist/cjs/handlebars/compiler/whitespace-control.js
var require_whitespace_control = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _visitor2 = _interopRequireDefault(require_visitor());
	function WhitespaceControl() {
		var options = arguments.length <= 0 || arguments[0] === void 0 ? {} : arguments[0];
		this.options = options;
	}
	WhitespaceControl.prototype = new _visitor2["default"]();
	WhitespaceControl.prototype.Program = function(program) {
		var doStandalone = !this.options.ignoreStandalone;
		var isRoot = !this.isRootSeen;
		this.isRootSeen = true;
		var body = program.body;
		for (var i = 0, l = body.length; i < l; i++) {
			var current = body[i], strip = this.accept(current);
			if (!strip) continue;
			var _isPrevWhitespace = isPrevWhitespace(body, i, isRoot), _isNextWhitespace = isNextWhitespace(body, i, isRoot), openStandalone = strip.openStandalone && _isPrevWhitespace, closeStandalone = strip.closeStandalone && _isNextWhitespace, inlineStandalone = strip.inlineStandalone && _isPrevWhitespace && _isNextWhitespace;
			if (strip.close) omitRight(body, i, true);
			if (strip.open) omitLeft(body, i, true);
			if (doStandalone && inlineStandalone) {
				omitRight(body, i);
				if (omitLeft(body, i)) {
					if (current.type === "PartialStatement") current.indent = /(?:^|[^ \t])([ \t]+)$/.exec(body[i - 1].original)[1];
				}
			}
			if (doStandalone && openStandalone) {
				omitRight((current.program || current.inverse).body);
				omitLeft(body, i);
			}
			if (doStandalone && closeStandalone) {
				omitRight(body, i);
				omitLeft((current.inverse || current.program).body);
			}
		}
		return program;
	};
	WhitespaceControl.prototype.BlockStatement = WhitespaceControl.prototype.DecoratorBlock = WhitespaceControl.prototype.PartialBlockStatement = function(block) {
		this.accept(block.program);
		this.accept(block.inverse);
		var program = block.program || block.inverse, inverse = block.program && block.inverse, firstInverse = inverse, lastInverse = inverse;
		if (inverse && inverse.chained) {
			firstInverse = inverse.body[0].program;
			while (lastInverse.chained) lastInverse = lastInverse.body[lastInverse.body.length - 1].program;
		}
		var strip = {
			open: block.openStrip.open,
			close: block.closeStrip.close,
			openStandalone: isNextWhitespace(program.body),
			closeStandalone: isPrevWhitespace((firstInverse || program).body)
		};
		if (block.openStrip.close) omitRight(program.body, null, true);
		if (inverse) {
			var inverseStrip = block.inverseStrip;
			if (inverseStrip.open) omitLeft(program.body, null, true);
			if (inverseStrip.close) omitRight(firstInverse.body, null, true);
			if (block.closeStrip.open) omitLeft(lastInverse.body, null, true);
			if (!this.options.ignoreStandalone && isPrevWhitespace(program.body) && isNextWhitespace(firstInverse.body)) {
				omitLeft(program.body);
				omitRight(firstInverse.body);
			}
		} else if (block.closeStrip.open) omitLeft(program.body, null, true);
		return strip;
	};
	WhitespaceControl.prototype.Decorator = WhitespaceControl.prototype.MustacheStatement = function(mustache) {
		return mustache.strip;
	};
	WhitespaceControl.prototype.PartialStatement = WhitespaceControl.prototype.CommentStatement = function(node) {
		/* istanbul ignore next */
		var strip = node.strip || {};
		return {
			inlineStandalone: true,
			open: strip.open,
			close: strip.close
		};
	};
	function isPrevWhitespace(body, i, isRoot) {
		if (i === void 0) i = body.length;
		var prev = body[i - 1], sibling = body[i - 2];
		if (!prev) return isRoot;
		if (prev.type === "ContentStatement") return (sibling || !isRoot ? /(?:^|\S)[^\S\n]*\n\s*$/ : /^\s*$|(?:^|\S)[^\S\n]*\n\s*$/).test(prev.original);
	}
	function isNextWhitespace(body, i, isRoot) {
		if (i === void 0) i = -1;
		var next = body[i + 1], sibling = body[i + 2];
		if (!next) return isRoot;
		if (next.type === "ContentStatement") return (sibling || !isRoot ? /^\s*?\r?\n/ : /^\s*?(\r?\n|$)/).test(next.original);
	}
	function omitRight(body, i, multiple) {
		var current = body[i == null ? 0 : i + 1];
		if (!current || current.type !== "ContentStatement" || !multiple && current.rightStripped) return;
		var original = current.value;
		current.value = current.value.replace(multiple ? /^\s+/ : /^[ \t]*\r?\n?/, "");
		current.rightStripped = current.value !== original;
	}
	function omitLeft(body, i, multiple) {
		var current = body[i == null ? body.length - 1 : i - 1];
		if (!current || current.type !== "ContentStatement" || !multiple && current.leftStripped) return;
		var original = current.value;
		current.value = current.value.replace(multiple ? /(^|\S)\s+$/ : /(^|[^ \t])[ \t]+$/, "$1");
		current.leftStripped = current.value !== original;
		return current.leftStripped;
	}
	exports["default"] = WhitespaceControl;
	module.exports = exports["default"];
}));

// node_modules/handlebars/dist/cjs/handlebars/compiler/helpers.js
var require_helpers = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.SourceLocation = SourceLocation;
	exports.id = id;
	exports.stripFlags = stripFlags;
	exports.stripComment = stripComment;
	exports.preparePath = preparePath;
	exports.prepareMustache = prepareMustache;
	exports.prepareRawBlock = prepareRawBlock;
	exports.prepareBlock = prepareBlock;
	exports.prepareProgram = prepareProgram;
	exports.preparePartialBlock = preparePartialBlock;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _exception2 = _interopRequireDefault(require_exception());
	function validateClose(open, close) {
		close = close.path ? close.path.original : close;
		if (open.path.original !== close) {
			var errorNode = { loc: open.path.loc };
			throw new _exception2["default"](open.path.original + " doesn't match " + close, errorNode);
		}
	}
	function SourceLocation(source, locInfo) {
		this.source = source;
		this.start = {
			line: locInfo.first_line,
			column: locInfo.first_column
		};
		this.end = {
			line: locInfo.last_line,
			column: locInfo.last_column
		};
	}
	function id(token) {
		if (/^\[.*\]$/.test(token)) return token.substring(1, token.length - 1);
		else return token;
	}
	function stripFlags(open, close) {
		return {
			open: open.charAt(2) === "~",
			close: close.charAt(close.length - 3) === "~"
		};
	}
	function stripComment(comment) {
		return comment.replace(/^\{\{~?!-?-?/, "").replace(/-?-?~?\}\}$/, "");
	}
	function preparePath(data, parts, loc) {
		loc = this.locInfo(loc);
		var original = data ? "@" : "", dig = [], depth = 0;
		for (var i = 0, l = parts.length; i < l; i++) {
			var part = parts[i].part, isLiteral = parts[i].original !== part;
			original += (parts[i].separator || "") + part;
			if (!isLiteral && (part === ".." || part === "." || part === "this")) {
				if (dig.length > 0) throw new _exception2["default"]("Invalid path: " + original, { loc });
				else if (part === "..") depth++;
			} else dig.push(part);
		}
		return {
			type: "PathExpression",
			data,
			depth,
			parts: dig,
			original,
			loc
		};
	}
	function prepareMustache(path, params, hash, open, strip, locInfo) {
		var escapeFlag = open.charAt(3) || open.charAt(2), escaped = escapeFlag !== "{" && escapeFlag !== "&";
		return {
			type: /\*/.test(open) ? "Decorator" : "MustacheStatement",
			path,
			params,
			hash,
			escaped,
			strip,
			loc: this.locInfo(locInfo)
		};
	}
	function prepareRawBlock(openRawBlock, contents, close, locInfo) {
		validateClose(openRawBlock, close);
		locInfo = this.locInfo(locInfo);
		var program = {
			type: "Program",
			body: contents,
			strip: {},
			loc: locInfo
		};
		return {
			type: "BlockStatement",
			path: openRawBlock.path,
			params: openRawBlock.params,
			hash: openRawBlock.hash,
			program,
			openStrip: {},
			inverseStrip: {},
			closeStrip: {},
			loc: locInfo
		};
	}
	function prepareBlock(openBlock, program, inverseAndProgram, close, inverted, locInfo) {
		if (close && close.path) validateClose(openBlock, close);
		var decorator = /\*/.test(openBlock.open);
		program.blockParams = openBlock.blockParams;
		var inverse = void 0, inverseStrip = void 0;
		if (inverseAndProgram) {
			if (decorator) throw new _exception2["default"]("Unexpected inverse block on decorator", inverseAndProgram);
			if (inverseAndProgram.chain) inverseAndProgram.program.body[0].closeStrip = close.strip;
			inverseStrip = inverseAndProgram.strip;
			inverse = inverseAndProgram.program;
		}
		if (inverted) {
			inverted = inverse;
			inverse = program;
			program = inverted;
		}
		return {
			type: decorator ? "DecoratorBlock" : "BlockStatement",
			path: openBlock.path,
			params: openBlock.params,
			hash: openBlock.hash,
			program,
			inverse,
			openStrip: openBlock.strip,
			inverseStrip,
			closeStrip: close && close.strip,
			loc: this.locInfo(locInfo)
		};
	}
	function prepareProgram(statements, loc) {
		if (!loc && statements.length) {
			var firstLoc = statements[0].loc, lastLoc = statements[statements.length - 1].loc;
			/* istanbul ignore else */
			if (firstLoc && lastLoc) loc = {
				source: firstLoc.source,
				start: {
					line: firstLoc.start.line,
					column: firstLoc.start.column
				},
				end: {
					line: lastLoc.end.line,
					column: lastLoc.end.column
				}
			};
		}
		return {
			type: "Program",
			body: statements,
			strip: {},
			loc
		};
	}
	function preparePartialBlock(open, program, close, locInfo) {
		validateClose(open, close);
		return {
			type: "PartialBlockStatement",
			name: open.path,
			params: open.params,
			hash: open.hash,
			program,
			openStrip: open.strip,
			closeStrip: close && close.strip,
			loc: this.locInfo(locInfo)
		};
	}
}));

// node_modules/handlebars/dist/cjs/handlebars/compiler/base.js
var require_base = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.parseWithoutProcessing = parseWithoutProcessing;
	// istanbul ignore next
	function _interopRequireWildcard(obj) {
		if (obj && obj.__esModule) return obj;
		else {
			var newObj = {};
			if (obj != null) {
				for (var key in obj) if (Object.prototype.hasOwnProperty.call(obj, key)) newObj[key] = obj[key];
			}
			newObj["default"] = obj;
			return newObj;
		}
	}
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _parser2 = _interopRequireDefault(require_parser());
	var _whitespaceControl2 = _interopRequireDefault(require_whitespace_control());
	var Helpers = _interopRequireWildcard(require_helpers());
	var _utils = require_utils();
	exports.parser = _parser2["default"];
	var yy = {};
	_utils.extend(yy, Helpers);
	function parseWithoutProcessing(input, options) {
		if (input.type === "Program") return input;
		_parser2["default"].yy = yy;
		yy.locInfo = function(locInfo) {
			return new yy.SourceLocation(options && options.srcName, locInfo);
		};
		return _parser2["default"].parse(input);
	}
}));

// src/core/template/handlebars/parse.ts
var import_base = require_base();
const mostCharacters = 2e5;
const mostTags = 5e3;
const mostDeep$2 = 50;
const longestTag = 2e3;
function parseHandlebars(template) {
	const beyond = whatIsTooMuch(template);
	if (beyond !== void 0) return {
		kind: "failed",
		failure: beyond
	};
	try {
		return {
			kind: "parsed",
			program: (0, import_base.parseWithoutProcessing)(template)
		};
	} catch (fault) {
		return {
			kind: "failed",
			failure: wordHandlebarsFault(fault instanceof Error ? fault.message : "")
		};
	}
}
function whatIsTooMuch(template) {
	if (template.length > mostCharacters) return {
		why: `it is longer than ${mostCharacters.toLocaleString("en")} characters`,
		line: 1
	};
	const tags = [...template.matchAll(/\{\{/gu)];
	if (tags.length > mostTags) return {
		why: `it has more than ${mostTags.toLocaleString("en")} tags`,
		line: 1
	};
	for (const { index } of tags) {
		const inside = template.slice(index, index + longestTag);
		if (inside.length === longestTag && !inside.includes("}}") && !/^\{\{~?!/u.test(inside)) return {
			why: `a tag is longer than ${longestTag.toLocaleString("en")} characters`,
			line: lineAt$1(template, index)
		};
	}
	let deep = 0;
	for (const { 0: tag, index } of template.matchAll(/\{\{~?[#^/]|\{\{~?\s*else\b|\(|\)|\}\}/gu)) {
		if (/[#^(]$/u.test(tag)) deep++;
		else if (/[/)]$/u.test(tag)) deep = Math.max(0, deep - 1);
		if (deep > mostDeep$2) return {
			why: `it nests more than ${mostDeep$2} deep`,
			line: lineAt$1(template, index)
		};
	}
}
function wordHandlebarsFault(words) {
	const line = Number(/\bline (\d+)|- (\d+):\d+/u.exec(words)?.slice(1).find(Boolean) ?? 1);
	const [first = ""] = words.split("\n", 1);
	const why = /^(?:Parse error|Lexical error)/u.test(first) ? "a tag cannot be read" : first.replace(/ - \d+:\d+$/u, "");
	return {
		why: why === "" ? "a tag cannot be read" : why,
		line
	};
}
function lineAt$1(template, index) {
	return template.slice(0, index).split("\n").length;
}

// src/core/template/handlebars/list-names.ts
const helpers = /* @__PURE__ */ new Set([...[
	"if",
	"unless",
	"each",
	"with",
	"lookup",
	"log"
], ...[
	"role",
	"history",
	"section",
	"media",
	"json",
	"ifEquals",
	"unlessEquals"
]]);
const ofLoops = /* @__PURE__ */ new Set([
	"index",
	"key",
	"first",
	"last",
	"partial-block",
	"level",
	"metadata"
]);
const mostDeep$1 = 20;
function listHandlebarsNames(program, find) {
	const listing = new Listing(find);
	listing.walk(program, {
		contexts: ["outer"],
		own: /* @__PURE__ */ new Set(),
		asked: /* @__PURE__ */ new Set(),
		deep: 0
	});
	return listing.names();
}
var Listing = class {
	#find;
	#variables = /* @__PURE__ */ new Set();
	#needed = /* @__PURE__ */ new Set();
	#partials = /* @__PURE__ */ new Set();
	#foreign = /* @__PURE__ */ new Map();
	constructor(find) {
		this.#find = find;
	}
	names() {
		const variables = [...this.#variables];
		return {
			variables,
			optional: variables.filter((name) => !this.#needed.has(name)),
			partials: [...this.#partials],
			foreign: [...this.#foreign.values()]
		};
	}
	walk({ body }, scope) {
		const inline = body.flatMap((one) => one.type === "DecoratorBlock" && one.params[0]?.type === "StringLiteral" ? [String(one.params[0].original)] : []);
		const here = inline.length === 0 ? scope : {
			...scope,
			own: /* @__PURE__ */ new Set([...scope.own, ...inline.map((name) => `>${name}`)])
		};
		for (const one of body) this.#statement(one, here);
	}
	#statement(one, scope) {
		switch (one.type) {
			case "ContentStatement":
			case "CommentStatement":
			case "Decorator": break;
			case "MustacheStatement":
				this.#call(one, scope, false);
				break;
			case "BlockStatement":
				this.#block(one, scope);
				break;
			case "DecoratorBlock":
				if (one.program !== void 0) this.walk(one.program, scope);
				break;
			case "PartialStatement":
				this.#partial(one, scope);
				break;
			case "PartialBlockStatement":
				this.walk(one.program, {
					...scope,
					own: /* @__PURE__ */ new Set([...scope.own, ">@partial-block"])
				});
				this.#partial(one, scope);
		}
	}
	#block(one, scope) {
		const helper = nameOf$1(one.path);
		const bare = one.params.length === 0 && one.hash === void 0;
		const asks = bare || [
			"if",
			"unless",
			"each",
			"with"
		].includes(helper);
		const tested = asks ? this.#resolve(bare ? one.path : one.params[0], scope) : void 0;
		if (bare && !helpers.has(helper)) this.#read(one.path, scope, true);
		else this.#call(one, scope, asks);
		const asked = tested === void 0 ? scope.asked : /* @__PURE__ */ new Set([...scope.asked, tested]);
		const own = /* @__PURE__ */ new Set([...scope.own, ...one.program?.blockParams ?? []]);
		const contexts = (bare ? !helpers.has(helper) : helper === "each" || helper === "with") ? [...scope.contexts, "inner"] : scope.contexts;
		if (one.program !== void 0) this.walk(one.program, {
			...scope,
			contexts,
			own,
			asked
		});
		if (one.inverse !== void 0) this.walk(one.inverse, scope);
	}
	#call({ path, params, hash, loc }, scope, asks) {
		const name = nameOf$1(path);
		const bare = params.length === 0 && hash === void 0;
		const [first, ...others] = params;
		if (!helpers.has(name)) {
			if (bare) {
				this.#read(path, scope, false);
				return;
			}
			if (path.type === "PathExpression" && !this.#foreign.has(name)) this.#foreign.set(name, {
				name,
				line: loc.start.line,
				...scope.partial !== void 0 && { partial: scope.partial }
			});
		}
		if (first !== void 0) this.#read(first, scope, asks);
		for (const one of others) this.#read(one, scope, false);
		this.#hash(hash, scope);
	}
	#hash(hash, scope) {
		for (const { value } of hash?.pairs ?? []) this.#read(value, scope, false);
	}
	#read(one, scope, asks) {
		if (one.type === "SubExpression") {
			this.#call(one, scope, asks);
			return;
		}
		const name = this.#resolve(one, scope);
		if (name === void 0) return;
		this.#variables.add(name);
		if (!asks && !scope.asked.has(name)) this.#needed.add(name);
	}
	#resolve(one, { contexts, own }) {
		if (one?.type !== "PathExpression") return void 0;
		const [first, ...rest] = one.parts;
		if (first === void 0) return void 0;
		if (one.data) {
			if (first === "root") return rest.length > 0 ? rest.join(".") : void 0;
			return ofLoops.has(first) || own.has(first) ? void 0 : `@${one.parts.join(".")}`;
		}
		if (one.depth === 0 && own.has(first)) return void 0;
		return contexts[Math.max(0, contexts.length - 1 - one.depth)] === "outer" ? one.parts.join(".") : void 0;
	}
	#partial({ name, params, hash }, scope) {
		for (const one of params) this.#read(one, scope, true);
		this.#hash(hash, scope);
		if (name.type === "SubExpression") {
			this.#read(name, scope, false);
			return;
		}
		const called = String(name.original);
		if (scope.own.has(`>${called}`)) return;
		this.#partials.add(called);
		const text = scope.deep < mostDeep$1 ? this.#find(called) : void 0;
		const parsed = text === void 0 ? void 0 : parseHandlebars(text);
		if (parsed?.kind !== "parsed") return;
		const contexts = params.length === 0 ? scope.contexts : [...scope.contexts, "inner"];
		const own = /* @__PURE__ */ new Set([...scope.own, ...hash?.pairs.map(({ key }) => key) ?? []]);
		this.walk(parsed.program, {
			...scope,
			contexts,
			own,
			partial: called,
			deep: scope.deep + 1
		});
	}
};
function nameOf$1(path) {
	return path.type === "PathExpression" ? path.original : "";
}

// src/core/template/handlebars.ts
const handlebars = {
	variables: (template, find) => readHandlebarsNames(template, find).variables,
	optional: (template, find) => readHandlebarsNames(template, find).optional,
	show: (name) => `{{${name}}}`,
	fill: (template) => ({
		text: template,
		unknown: [],
		failed: {
			why: "its template can only be rendered in the sandbox",
			line: 1
		}
	})
};
function readHandlebarsNames(template, find = () => void 0) {
	const parsed = parseHandlebars(template);
	return parsed.kind === "parsed" ? listHandlebarsNames(parsed.program, find) : {
		variables: [],
		optional: [],
		partials: [],
		foreign: []
	};
}

// src/core/template/jinja.ts
const jinja = jinjaThat(false);
const escapingJinja = jinjaThat(true);
function jinjaThat(escapes) {
	return {
		variables: (template, find) => namesOf(template, find).names,
		optional: (template, find) => namesOf(template, find).optional,
		show: (name) => `{{ ${name} }}`,
		fill(template, values, find, spacing) {
			const rendered = renderJinja(template, values, find, spacing, escapes);
			const unknown = namesOf(template, find).names.filter((name) => !Object.hasOwn(values, name));
			if (rendered.kind === "rendered") return {
				text: rendered.text,
				unknown
			};
			const { why, line, template: other } = rendered.failure;
			return {
				text: template,
				unknown,
				failed: {
					why,
					line,
					...other !== void 0 && { template: other }
				}
			};
		}
	};
}
function namesOf(template, find) {
	const read = readJinjaNames(template, find);
	return read.kind === "names" ? read : {
		names: [],
		optional: []
	};
}

// src/core/template/percent.ts
const pattern$1 = /%%|%\(([A-Za-z_][\w.]*)\)[sdr]/gu;
const read$1 = ([written, name]) => written === "%%" ? { text: "%" } : { name: name ?? "" };
const percent = {
	variables: (template) => namesOfMarkers(template, pattern$1, read$1),
	show: (name) => `%(${name})s`,
	fill: (template, values) => replaceMarkers(template, pattern$1, values, read$1)
};

// src/core/template/string-template.ts
const pattern = /\$\$(?=[A-Za-z_{])|\$\{([A-Za-z_]\w*(?:\.\w+)*)\}|\$([A-Za-z_]\w*)/gu;
const python = /\$\$|\$\{([A-Za-z_]\w*(?:\.\w+)*)\}|\$([A-Za-z_]\w*)/gu;
function patternOf(template) {
	return /\$[A-Za-z_]/u.test(template) && !/\$(?![A-Za-z_{])/u.test(template.replaceAll("$$", "")) ? python : pattern;
}
const read = ([written, braced, bare]) => written === "$$" ? { text: "$" } : { name: braced ?? bare ?? "" };
const stringTemplate = {
	variables: (template) => namesOfMarkers(template, patternOf(template), read),
	show: (name) => `\${${name}}`,
	fill: (template, values) => replaceMarkers(template, patternOf(template), values, read)
};

// src/core/template/engines.ts
const engines$1 = {
	mustache: {
		variables: listVariables,
		show: (name) => `{{${name}}}`,
		fill: fillTemplate
	},
	jinja,
	"f-string": fString,
	"string-template": stringTemplate,
	percent,
	nunjucks,
	handlebars,
	none: {
		variables: () => [],
		show: (name) => name,
		fill: (text) => ({
			text,
			unknown: []
		})
	}
};

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
		content: textOf$2(content),
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
function textOf$2(content) {
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

// src/formats/cases/promptfoo/fill-value.ts
const placeholder$1 = /\{\{[ \t]*([A-Za-z_$][\w$]*)[ \t]*\}\}/gu;
function isTemplate$1(text) {
	return /\{[{%#]/u.test(text);
}
function fillText(text, vars, templates) {
	if (!isTemplate$1(text)) return {
		kind: "filled",
		value: text
	};
	const names = [...text.matchAll(placeholder$1)].map(([, name = ""]) => name);
	if (isTemplate$1(text.replaceAll(placeholder$1, "")) || names.includes("env")) return renderTemplate$1(text, vars, templates);
	return {
		kind: "filled",
		value: text.replaceAll(placeholder$1, (_, name) => writtenByNunjucks(Object.hasOwn(vars, name) ? vars[name] : void 0))
	};
}
function fillValue(value, vars, templates) {
	if (typeof value === "string") return fillText(value, vars, templates);
	if (!isList$11(value)) return {
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
function isList$11(value) {
	return Array.isArray(value);
}
function renderTemplate$1(text, vars, { sandbox, filters }) {
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
const usual$1 = /(?:^|\/)promptfooconfig(?:[.-][\w.-]+)?\.(?:ya?ml|json)$/u;
const possible = /(?:^|\/)promptfoo[\w.-]*\.(?:ya?ml|json)$|(?:^|\/)(?:promptfoo|evals?|evaluations?)\/(?:.*\/)?[^/]+\.ya?ml$/iu;
const besidePrompts = [
	"tests",
	"providers",
	"targets",
	"defaultTest",
	"scenarios"
];
function isConfigPath(path) {
	return usual$1.test(path) && !installed.test(path);
}
function mayBeConfigPath(path) {
	return !installed.test(path) && (usual$1.test(path) || possible.test(path) && !/[^/]\.cases\.[^/]+$/u.test(path));
}
const configTexts = {
	name: "promptfoo-config/1",
	extract: (text) => ({
		kind: text.includes("prompts") && besidePrompts.some((key) => text.includes(key)) ? "config" : "other",
		names: []
	})
};

// src/core/cases/case-ids.ts
function idOf(vars, history, user) {
	if (user !== void 0) return hash$1({
		vars,
		history,
		user
	}).slice(0, 10);
	return hash$1(history.length === 0 ? vars : {
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
		if (cases.find(({ storesAs }) => storesAs !== void 0 && names$1(written, storesAs)) !== void 0) return { notRun: [notStored(at, "its prompt takes in the whole conversation")] };
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
		const read = before.find(({ name }) => names$1(written, name));
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
function names$1(written, name) {
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
const longest$2 = 500;
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
	if (path.length > longest$2 || wildcards > mostWildcards) return {
		kind: "refused",
		why: `a glob has at most ${longest$2} characters and ${mostWildcards} wildcards`
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
		items: () => isList$10(value) ? value.map((item, index) => partOf(located, [...path, index], item)) : [],
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
	if (isList$10(value)) return /^\d{1,9}$/u.test(String(step)) ? value[Number(step)] : void 0;
	const key = String(step);
	return isObject$1(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function isList$10(value) {
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
		parse$4(text.replaceAll(/\r\n?/gu, "\n"), {
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
	const argument = isList$9(value) ? value : typeof value === "string" ? [value] : [];
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
function isList$9(value) {
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
	const rights = (list) => isList$8(list) ? texts$1(list) : void 0;
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
	if (isObject$1(value)) return Object.keys(value).length === 0 ? [] : isList$8(value["requiredElements"]) ? texts$1(value["requiredElements"]) : void 0;
	return isList$8(value) ? texts$1(value) : void 0;
}
function texts$1(list) {
	const found = list.map(textIn$1);
	return found.every((one) => one !== void 0) ? found : void 0;
}
function isList$8(value) {
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
	if (!isList$7(value)) return void 0;
	const texts = value.map(textIn$1);
	return texts.every((text) => text !== void 0) ? texts : void 0;
}
function isList$7(value) {
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
	const written = isList$6(value) ? value.map(textIn$1) : typeof value === "string" ? splitList(value) : void 0;
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
	const texts = (isList$6(value) ? value : [value]).flatMap((one) => typeof one === "string" ? [one] : []);
	const [only, ...others] = texts;
	if (only === void 0 || isList$6(value) && texts.length < value.length) return notRun("its value is no text");
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
function isList$6(value) {
	return Array.isArray(value);
}

// src/formats/cases/promptfoo/assertion-types.ts
const draft07 = "http://json-schema.org/draft-07/schema#";
const jsonAssertions = {
	"is-json": isJson$1,
	"contains-json": containsJson
};
function isJson$1({ value, negated }) {
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
	const schema = typeof value === "string" ? parse$2(value) : value;
	if (typeof schema === "boolean") return schema;
	return isObject$1(schema) ? {
		$schema: draft07,
		...schema
	} : void 0;
}
function parse$2(text) {
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
const instead$2 = /* @__PURE__ */ new Map([
	["f-score", "it is none of promptfoo’s either; the check `f-score` is ours"],
	["select-best", "it compares prompts; `prefer` compares old and new"],
	["max-score", "it compares prompts; `prefer` compares old and new"],
	["trajectory:tool-used", "`tool-call` reads the calls of a reply"],
	["trajectory:tool-args-match", "`tool-call` reads the calls of a reply"],
	["agent-rubric", "`judge` grades the reply"],
	["search-rubric", "`judge` grades the reply, without a search"]
]);
function whyNotRun(type) {
	const hint = instead$2.get(type);
	return hint === void 0 ? "no check here stands for it" : `no check here stands for it (${hint})`;
}
const assertionTypes = [...mappedTypes.keys(), ...withoutCounterpart].toSorted((a, b) => b.length - a.length);

// src/formats/cases/promptfoo/read-csv-tests.ts
function readCsvTests(text, file) {
	const read = readCsvRows(text, file);
	if (read.kind === "broken") return read;
	const [header, ...rows] = read.rows;
	if (header === void 0) return broken$2("The file has no header row.", {
		file,
		line: 1
	});
	const names = header.cells.map((cell) => cell.trim());
	if (names.includes("__proto__")) return broken$2("A column cannot be named `__proto__`.", {
		file,
		line: header.line
	});
	const uneven = rows.find(({ cells }) => cells.length !== names.length);
	if (uneven !== void 0) return broken$2(`This row has ${uneven.cells.length} cells, the header ${names.length}.`, {
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
function broken$2(what, at, fix) {
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
	const read = parsed.get(path) ?? parse$1(path, file.text);
	parsed.set(path, read);
	if (read.kind === "broken") reading.problems.push(...read.problems);
	return read;
}
function parse$1(path, text) {
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
		prompts: nameApart$1(promptsIn(root.child("prompts"), path, reading)),
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
function nameApart$1(prompts) {
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
		return [...promptsOf$1(value, [], config, reading), ...listed.flatMap((entry) => promptsOfEntry(entry, config, reading))];
	}
	if (Array.isArray(value)) return written.items().flatMap((entry) => promptsOfEntry(entry, config, reading));
	if (!isObject$1(value)) return [];
	return Object.entries(value).flatMap(([path, label]) => promptsOf$1(path, typeof label === "string" ? [label] : [], config, reading));
}
function promptsOfEntry(entry, config, reading) {
	if (typeof entry.value === "string") return promptsOf$1(entry.value, [], config, reading);
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
	const prompts = written === void 0 ? [] : promptsOf$1(written, names, config, reading);
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
function promptsOf$1(written, names, config, { sources }) {
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
const structured$2 = /\.(?:json|ya?ml)$/iu;
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
	const other = found.paths.find((path) => !texts.test(path) && !structured$2.test(path));
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
		const value = structured$2.test(path) ? structuredIn(path, at, reading) : trimmedIn(path, at, reading);
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
	const [format = null] = part === void 0 ? [written] : valuesOf$2(part, from, reading);
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
		return (Array.isArray(written.value) ? written.items() : [written]).flatMap((entry) => valuesOf$2(entry, from, reading)).flatMap((value) => {
			const tool = toolIn(value);
			const why = tool === void 0 ? "is no function" : isTemplate$1(JSON.stringify(tool)) ? "has a template, which each test fills there" : void 0;
			if (why === void 0 && tool !== void 0) return [tool];
			reading.notes.push({
				text: `One of the \`${key}\` is not sent: it ${why}.`,
				at: written.at("key")
			});
			return [];
		});
	});
}
function valuesOf$2(part, from, reading) {
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
	if (!Array.isArray(written.value)) return readOne$1(written, vars, config, suite);
	const values = [];
	for (const item of written.items()) {
		const one = readOne$1(item, vars, config, suite);
		if (one.kind !== "filled") return one;
		values.push(one.value);
	}
	return {
		kind: "filled",
		value: values
	};
}
function readOne$1(part, vars, config, suite) {
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
		const values = valuesOf$1(name, part, whole, config, notRun, reading);
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
function valuesOf$1(name, part, whole, config, notRun, reading) {
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
const longest$1 = 2e5;
function resolveVars(vars) {
	const held = new Map(Object.entries(vars).map(([name, value]) => [name, typeof value === "string" ? value.replace(/\n$/u, "") : value]));
	for (let round = 0; round < rounds; round += 1) {
		let changed = false;
		for (const [name, value] of held) {
			const filled = typeof value === "string" ? fillFirst(value, held) : void 0;
			if (filled === void 0 || filled.length > longest$1) continue;
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
		items: () => isList$5(value) ? value.map((one) => valueAt(one, from)) : [],
		root: from.root
	};
}
function isList$5(value) {
	return Array.isArray(value);
}

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
const longest = 80;
function nameCheck(kind, argument) {
	if (argument === null) return kind;
	const name = `${kind}: ${typeof argument === "string" ? argument : canonicalJson(argument)}`.replaceAll(/\s+/gu, " ");
	const characters = [...name.slice(0, 160)];
	if (characters.length <= longest) return name;
	return `${characters.slice(0, 72).join("")}… ${hash$1(argument).slice(0, 6)}`;
}
function endSentence(text) {
	return /[.?]$/u.test(text) ? text : `${text}.`;
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
const nothing$1 = {
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
		return nothing$1;
	}
	const weight = part.child("weight")?.value ?? 1;
	if (typeof weight !== "number" || weight < 0 || weight > heaviest) {
		const what = `\`weight\` must be a number from 0 to ${heaviest}.`;
		suite.problems.push({
			reason: "files",
			what,
			at: part.child("weight")?.at() ?? part.at()
		});
		return nothing$1;
	}
	if (type === "assert-set") return readSet(part, weight, reading);
	const at = written.at();
	const metric = textIn(part, "metric", reading);
	const mapped = mapPart(part, type, reading);
	if (mapped.kind === "none") return nothing$1;
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
		const description = describe$1(either("description")?.value, combination, reading);
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
function describe$1(written, vars, reading) {
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
	const defaults = defaultsOf$1(root.child("defaultTest"), path, reading);
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
function defaultsOf$1(written, config, reading) {
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
const message$1 = strictObject({
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
	history: array(message$1).optional().meta({ description: "Turns that came before." }),
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
	message: Object.keys(message$1.shape),
	result: Object.keys(cannedResult.shape)
};

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
	if (header === void 0) return broken$1({
		reason: "files",
		what: "The file has no header row.",
		at: {
			file,
			line: 1
		}
	});
	const many = tooManyCases(body.length, file);
	if (many !== void 0) return broken$1(many);
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
		case "context": return parseJson$1(cell) ?? cell;
		case "id": return cell.trim();
		case "segment":
		case "reference": return cell;
	}
}
function readArgument({ argument }, cell) {
	const json = parseJson$1(cell);
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
function parseJson$1(cell) {
	if (!/^\s*[[{]/u.test(cell)) return void 0;
	try {
		return JSON.parse(cell);
	} catch {
		return;
	}
}
function broken$1(problem) {
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
	if (!isList$4(written)) return problem(`\`messages\` must be a list, not ${nameType(written)}.`, path, example);
	if (written.length === 0) return problem("The prompt has no messages.", path, example);
	const read = written.map((entry, index) => {
		const at = [...path, index];
		if (!isObject$1(entry)) return problem(`A message must be a map, not ${nameType(entry)}.`, at, example);
		const missing = ["role", "content"].find((key) => !Object.hasOwn(entry, key));
		if (missing !== void 0) return problem(`This message has no \`${missing}\`.`, at, fixMissing(missing, Object.keys(entry)));
		const role = roles$4.find((one) => one === showValue(entry["role"]).toLowerCase());
		if (role === void 0) return problem(`\`${showValue(entry["role"])}\` is no role.`, [...at, "role"], fixUnknown(showValue(entry["role"]), roles$4));
		const content = textOf$1(entry["content"]);
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
function textOf$1(content) {
	if (typeof content === "string") return content;
	if (typeof content === "number" || typeof content === "boolean") return String(content);
	if (!isList$4(content) || content.length === 0) return void 0;
	const parts = content.map((part) => isObject$1(part) && part["type"] === "text" ? part["text"] : void 0);
	return parts.every((part) => typeof part === "string") ? parts.join("") : void 0;
}
function textsIn(content) {
	return (isList$4(content) ? content : []).map((part) => isObject$1(part) && part["type"] === "text" ? part["text"] : void 0).filter((text) => typeof text === "string").join("");
}
function isList$4(value) {
	return Array.isArray(value);
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
	const names = messages.flatMap(({ content }) => namesOfMarkers(content, placeholder, readMarker$2));
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
const placeholder = /\{([A-Za-z_][\w-]*)\}/gu;
const readMarker$2 = ([, name = ""]) => ({ name });
function renderCrew(prompt, vars) {
	const shown = Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, showAsPython(value)]));
	const fill = (template) => replaceMarkers(template, placeholder, shown, readMarker$2);
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
			const [type, description] = describe((kind ?? "").replace(/\)\s*$/u, ""));
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
		const [type, description] = describe(written);
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
function describe(written) {
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
	if (isList$3(value)) return value.map((one) => mapTexts(one, change));
	return Object.fromEntries(Object.entries(value).map(([key, held]) => [change(key), mapTexts(held, change)]));
}
function isList$3(value) {
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
function parse(toml, options = {}) {
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
				value: toJson(JSON.parse(JSON.stringify(parse(text)))) ?? null,
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

// src/formats/prompts/github/fill-argument.ts
function listPlaceholders(argument) {
	if (typeof argument === "string") return listVariables(argument);
	if (argument === null || typeof argument !== "object") return [];
	return [...new Set(Object.values(argument).flatMap(listPlaceholders))];
}
function fillArgument(argument, values) {
	if (typeof argument === "string") return fillTemplate(argument, values).text;
	if (isList$2(argument)) return argument.map((one) => fillArgument(one, values));
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
function isList$2(value) {
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
const names = operators.map(({ key }) => key);
const example$1 = `One of ${names.join(", ")}.`;
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
	const nearest = unknown === void 0 ? void 0 : suggestNearest(unknown, names);
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
		const fix = nearest === void 0 ? instead$1 : `Did you mean \`- ${nearest}: …\`?`;
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
		fix: instead$1
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
const instead$1 = "Put a check of `docs/checks.md` in its place.";
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
const instead = {
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
	const known = [said, ...own.map(toKebab)].find((one) => one !== void 0 && Object.hasOwn(instead, one));
	const better = known === void 0 ? void 0 : instead[known];
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
const nothing = {
	checks: [],
	notRun: [],
	problems: []
};
function readEvaluators(written, path, reading) {
	const { located, kinds } = reading;
	if (written === null) return {
		problems: [],
		notes: [],
		checksOf: () => nothing
	};
	if (!isList$1(written)) return {
		problems: [{
			reason: "files",
			what: `\`evaluators\` must be a list, not ${nameType(written)}.`,
			at: located.at(path),
			fix: "Write `- name: …` under it."
		}],
		notes: [],
		checksOf: () => nothing
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
	const names = nameApart(found);
	const read = found.map((one, index) => readEvaluator(one, names[index] ?? "", reading));
	return {
		problems: read.map((one) => typeof one === "function" ? nothing : one).flatMap(({ problems }) => problems),
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
				...nothing,
				problems: [{
					reason: "files",
					what,
					at: where(evaluator.path),
					fix
				}]
			};
		}
		case "not-run": return {
			...nothing,
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
		...nothing,
		checks: [read.check]
	};
	const isPattern = evaluator.check === "regex" || evaluator.check === "not-regex";
	const [problem] = read.problems;
	if (isPattern && problem !== void 0) return {
		...nothing,
		notRun: [{
			name,
			at,
			why: asReason(problem.what)
		}]
	};
	return {
		...nothing,
		problems: read.problems
	};
}
function fillIn(argument, names, fields, { name, at, readWith }) {
	const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
	const lacking = names.find((one) => lookUp(one, given) === void 0);
	if (lacking !== void 0) {
		const why = `the test case has no \`${lacking}\` to fill in`;
		return {
			...nothing,
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
		...nothing,
		notRun: [{
			name,
			at,
			why: asReason(problem.what)
		}]
	};
}
function nameApart(found) {
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
function isList$1(value) {
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
	const schema = typeof jsonSchema === "string" ? parseJson(jsonSchema) : jsonSchema;
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
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
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
	if (!isList(written)) return {
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
	const fields = isList(evaluators ?? null) && !uses("evaluators") ? others : item;
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
	return isList(evaluators) && !uses("evaluators") ? evaluators : null;
}
function isList(value) {
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
	if (typeof template !== "string") return type === "prompt" ? broken(`\`template\` must be a text, not ${nameType(template)}.`, ["template"], located) : other;
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
	if (typeof template !== "string") return broken("The chat has no text at `messages[0].prompt.template`.", at, located);
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
	if (typeof suffix !== "string") return broken("`suffix` must be a text: the input stands in it.", ["suffix"], located);
	if (typeof prefix !== "string" || typeof separator !== "string") return other;
	if (!Array.isArray(examples)) return broken(`\`examples\` must be a list, not ${nameType(examples)}.`, ["examples"], located);
	const template = isObject$1(shown) ? shown["template"] : void 0;
	const inner = isObject$1(shown) ? engineOf$1(shown["template_format"]) : void 0;
	const own = isObject$1(shown) ? partialsOf(shown["partial_variables"]) : void 0;
	if (typeof template !== "string" || inner === void 0 || own === void 0) return broken("`example_prompt` has no `template`.", ["example_prompt"], located);
	const filled = [];
	for (const [index, example] of examples.entries()) {
		const made = engines$1[inner].fill(template, {
			...own,
			...valuesOf(example)
		});
		const [missing] = made.unknown;
		if (missing !== void 0) return broken(`The example gives no \`${missing}\`.`, ["examples", index], located);
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
function valuesOf(example) {
	return isObject$1(example) ? example : {};
}
function refused(template, path, located, name = "The template") {
	const lone = findLoneBrace(template);
	if (lone === void 0) return void 0;
	return broken(`${name} has \`${lone.brace}\` in its line ${lone.line}, which is no variable, and Python’s \`format\` refuses it.`, path, located, "Double the braces that are text.");
}
function broken(what, path, located, fix) {
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
const usual = [
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
	recognises: (path, text) => /\.ya?ml$/iu.test(path) && isTemplate(text),
	read: readTemplate,
	render: renderTemplate,
	suffix: (path) => /\.ya?ml$/iu.exec(path)?.[0] ?? ""
};
function isTemplate(text) {
	const keys = Array.from(text.matchAll(/^(?<key>[A-Za-z_]\w*)\s*:/gmu), ({ groups }) => groups?.["key"] ?? "");
	if (!keys.some((key) => key === "prompt" || key === "system") || !keys.every((key) => known$1.includes(key))) return false;
	const hasDollars = /\$(?:[A-Za-z_]|\{[A-Za-z_]\w*\})/u.test(text);
	const hasBraces = /\{\{|\{%|(?<!\$)\{[A-Za-z_]\w*\}/u.test(text);
	return hasDollars || !hasBraces && keys.some((key) => !usual.includes(key));
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
function renderTemplate(prompt, vars) {
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
		configuration["model"],
		configuration["name"],
		configuration["azure_deployment"]
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
				leftOut: "three sections of Mustache, and two threads among the inputs"
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
const structured$1 = /\.(?:json|ya?ml)$/iu;
const alone = /(?:^|\/)skprompt\.txt$/iu;
const config = "config.json";
const semanticKernel = {
	name: "Semantic Kernel",
	knownBy: "keys",
	about: aboutSemanticKernel,
	recognises: (path, text) => alone.test(path) || structured$1.test(path) && isSaved(path, text),
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
		defaults: defaultsOf(file),
		variables: [...new Map(names.map((name) => [name.toLowerCase(), name])).values()],
		refersTo: [],
		notes: []
	};
}
function settingsOf({ execution_settings: settings = null, completion = null }) {
	const held = isObject$1(settings) ? settings["default"] ?? Object.values(settings)[0] ?? null : completion;
	return isObject$1(held) ? held : {};
}
function defaultsOf({ input_variables: inputs = null, input = null }) {
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
	const own = readOne(value, []);
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
				messages: [message("system", value), message("user", turn)],
				open: false
			}];
			if (paired.has(key)) return [];
			if (about.test(key) && !isFilled(value)) return [];
			return prose.test(value.trim()) ? [{
				at: here,
				messages: [message("user", value)],
				open: true
			}] : [];
		}
		if (Array.isArray(value)) return listed(value, here);
		if (!isObject$1(value)) return [];
		const one = readOne(value, here);
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
		const one = readOne(entry, here);
		if (one === void 0) return Array.isArray(prompts) && here.length < deepest ? listed(prompts, here) : [];
		return isProse(name) || !one.open ? [one] : [];
	});
}
function isFilled(value) {
	return typeof value === "string" && /\{\w+\}|\$\w+|%\(\w+\)s/u.test(value);
}
function readOne(map, at) {
	const spoken = parts.flatMap(({ keys, role }) => keys.flatMap((key) => isProse(map[key]) ? [message(role, map[key])] : []));
	const [turn, ...more] = textsOf(map, turns);
	if (spoken.length > 0) {
		const messages = turn !== void 0 && more.length === 0 && spoken.every(({ role }) => role !== "user") ? [...spoken, message("user", turn)] : spoken;
		const sent = new Set(messages.map(({ content }) => content));
		const beside = Object.entries(map).flatMap(([key, text]) => isProse(text) && prose.test(text) && !about.test(key) && !sent.has(message("user", text).content) ? [[key, text]] : []);
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
		messages: [message("user", text)],
		open: true
	};
}
function textsOf(map, keys) {
	return keys.flatMap((key) => isProse(map[key]) ? [map[key]] : []);
}
function message(role, text) {
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
	recognises: (path, text) => ending$1.test(path) && promptsOf(readMap(path, text)).length > 0,
	read: readTextMap,
	render: renderMessages,
	suffix: (path) => ending$1.exec(path)?.[0] ?? ""
};
function readTextMap(path, text) {
	const read = readMap(path, text);
	if (read.kind === "broken") return read;
	const found = promptsOf(read);
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
function promptsOf(read) {
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
const structured = /\.(?:json|ya?ml)$/iu;
const asText = "Keep the text that it renders to in a `.txt` or `.md` file under `prompts`, with `{{name}}` for its variables.";
const asChat = "Write it as a list of `{role, content}` in YAML or JSON, with `{{name}}` for its variables.";
const asGitHub = "Write it as a GitHub prompt file: `messages` in a `.prompt.yml`.";
const unreadFormats = [
	{
		name: "BAML",
		recognisedBy: "`.baml`",
		fix: asText,
		recognises: (path) => path.endsWith(".baml")
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
		recognises: (path, text) => structured.test(path) && (/(?:^|[\s{,"'])(?:_type|input_variables)["']?\s*:|["']lc["']\s*:\s*1\b/mu.test(text) || /["']?\btemplate_format["']?\s*:\s*["']?(?:f-string|jinja2|mustache)\b/u.test(text))
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
const common = /\.(?:txt|md|json|ya?ml|toml|xml|prompt)$/iu;
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
function skillPrompts(path, { prompt, text, skill }, others, notes = []) {
	const { name, description, hidden } = skill;
	const { system, params } = offerSkills([skill, ...others.filter((other) => other.name !== name)].toSorted((a, b) => a.name < b.name ? -1 : 1));
	const asked = {
		...systemPrompt(path, "skill description", system),
		params,
		skill: name,
		notes
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
	return written.map((one, index) => keyedPrompt(path, String(index + 1), one, isYaml || isJson(one)));
}
function isJson(text) {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
function keyedPrompt(path, key, text, parsed = isJson(text)) {
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

export { isConfigPath as A, readJinjaTemplates as B, selectCases as C, nameCases as D, readConfig as E, findIncluded as F, dictOf as H, engines$1 as I, needsNunjucks as L, renderTemplate$1 as M, renderMessages as N, findDuplicates as O, renderWith as P, nunjucks as R, readDefaultChecks as S, agreeIn as T, parse$3 as U, Rendering as V, bodiesOf as W, filesOfChecks as _, namesGivenBy as a, mergeChecks as b, chooseEngine as c, skillPrompts as d, isNamedForAgents as f, recogniseUnread as g, suffixOfInstructions as h, readPromptfooPrompts as i, mayBeConfigPath as j, configTexts as k, isKnown as l, skillKeys as m, formats as n, settlePrompts as o, isSkillFile as p, keyedPrompt as r, variablesOf as s, formatNamed as t, readInstructions as u, inlineFiles as v, readSuite as w, readCases as x, renderDotprompt as y, guarded as z };