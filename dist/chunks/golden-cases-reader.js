import { n as mergeStarters } from "./starters.js";
import { t as canonicalJson } from "./json.js";
import { i as fixUnknown } from "./read-yaml.js";
import { g as casesPaths } from "./may-concern.js";
import { t as HeldBytes } from "./held-bytes.js";
import { A as inlineParts, D as filesShown, F as readJinjaTemplates, M as engines, O as inlineShown, b as nameCases, d as filesOfChecks, f as inlineFiles, i as readPromptfooPrompts, j as findIncluded, k as filesOfParts, l as isKnown, m as readCases, p as mergeChecks, r as keyedPrompt, s as variablesOf, u as recogniseUnread, x as findDuplicates } from "./prompts.js";

// src/core/golden-case.ts
function selectByTags(cases, tags) {
	return tags.length === 0 ? cases : cases.filter((golden) => golden.tags.some((tag) => tags.includes(tag)));
}

// src/core/template/find-foreign-markers.ts
const goTemplate = "Go’s template language";
const constructs = [
	{
		pattern: /\{%-?\+?\s*[a-z]+[^{}]{0,200}?[-+]?%\}/gu,
		writtenAs: "a tag of another template language",
		fine: ["jinja", "nunjucks"]
	},
	{
		pattern: /\{\{~?[#/^>][^{}]{1,200}\}\}/gu,
		writtenAs: "Handlebars",
		fine: []
	},
	{
		pattern: /\{\{-?\s*\.(?:[A-Za-z_][^{}]{0,200})?\}\}/gu,
		writtenAs: goTemplate,
		fine: ["f-string"]
	},
	{
		pattern: /\{\{-?\s*(?:(?:else\s+)?(?:if|with)|range|template|define|block)\s+[$."(\w][^{}]{0,200}\}\}|\{\{-?\s*[A-Za-z_]\w*\s+(?:"[^"{}]{0,200}"\s+)?[$.][A-Za-z_][^{}]{0,200}\}\}/gu,
		writtenAs: goTemplate,
		fine: [
			"f-string",
			"jinja",
			"nunjucks"
		]
	},
	{
		pattern: /\{\{-?\s*\$[A-Za-z_][^{}]{0,200}\}\}/gu,
		writtenAs: "another template language",
		fine: ["f-string"]
	},
	{
		pattern: /\{\{-?\s*[A-Za-z_][\w.]*\s*(?:\|\s*[A-Za-z_]|\(|\[)[^{}]{0,200}\}\}/gu,
		writtenAs: "Jinja",
		fine: [
			"f-string",
			"jinja",
			"nunjucks"
		]
	},
	{
		pattern: /\{[A-Za-z_][\w.]*(?:![rsa])?:(?=[^{}]*[\d,<>^+])[<>^=+\-, ]?#?0?\d*[,_]?(?:\.\d+)?[bcdeEfFgGnosxX%]\}/gu,
		writtenAs: "Python’s format with a specification",
		fine: []
	},
	{
		pattern: /\$[A-Z][A-Z0-9_]+\$/gu,
		writtenAs: "a marker of a program’s own",
		fine: []
	},
	{
		pattern: /<<[A-Z][A-Z0-9]*_[A-Z0-9_]*>>|\[\[[A-Z][A-Z0-9]*_[A-Z0-9_]*\]\]|(?<!\w)__[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9]__(?!\w)/gu,
		writtenAs: "a marker of a program’s own",
		fine: []
	},
	{
		pattern: /(?<=<[A-Za-z][\w-]{0,40}>\s{0,3})\{\}(?=\s{0,3}<\/)|(?<=^(?!.*\b(?:output|answer|response|reply|result|json|return)s?\b)[A-Z][\w ]{1,40}:[ \t]*\n?[ \t]*)\{\}(?=[ \t]*$)/gimu,
		writtenAs: "Python’s format, which fills it by its place",
		fine: []
	},
	{
		pattern: /(?<=:\s{0,3}")<<[A-Z][A-Z0-9]{2,}>>(?=")/gu,
		writtenAs: "a marker of a program’s own",
		fine: []
	},
	{
		pattern: /(?<!printf\W{0,3})(?<=^[ \t]*|[:=][ \t]|\s["'“‘(])%[sdv](?=["'”’)]*[.,;:!?]?(?:\s|$))/gmu,
		writtenAs: "`printf`, which fills it by its place",
		fine: []
	},
	{
		pattern: /<%[=-]?\s*[A-Za-z_][^%]{0,200}%>/gu,
		writtenAs: "ERB or EJS",
		fine: []
	}
];
const marking = [
	"mustache",
	"f-string",
	"string-template",
	"percent"
];
const most = 5;
function findForeignMarkers(template, engine, known) {
	if (engine === "none") return [];
	const tags = constructs.filter(({ fine }) => !fine.includes(engine)).flatMap(({ pattern, writtenAs }) => Array.from(template.matchAll(pattern), ([marker]) => ({
		marker,
		writtenAs
	})));
	const own = new Set(engines[engine].variables(template));
	const others = marking.filter((name) => name !== engine && !(name === "mustache" && (engine === "jinja" || engine === "nunjucks"))).flatMap((name) => {
		const { variables, show } = engines[name];
		return variables(template).filter((variable) => isKnown(variable, known) && !own.has(variable) && template.includes(show(variable))).map((variable) => ({
			marker: show(variable),
			writtenAs: `of the form \`${show("name")}\``
		}));
	});
	return [...new Map([...tags, ...others].map((one) => [one.marker, one])).values()].slice(0, most);
}
function findHalfRendered(prompt, text, known) {
	return prompt.messages.flatMap(({ content }) => findForeignMarkers(content, prompt.engine, prompt.engineRuled === true ? /* @__PURE__ */ new Set() : known)).map(({ marker, writtenAs }) => ({
		marker,
		writtenAs,
		line: lineOf(marker, text)
	}));
}
function lineOf(marker, text) {
	const at = text.indexOf(marker.split("\n", 1)[0] ?? marker);
	return at === -1 ? 1 : text.slice(0, at).split("\n").length;
}

// src/app/reading/take-in.ts
const mostTemplates = 100;
const mostDeep = 20;
const mostCharacters = 1e6;
async function takeIn(prompt, files) {
	if (prompt.engine !== "jinja" && !prompt.open.engine) return {
		kind: "prompt",
		prompt
	};
	const findFile = createFindTemplateFile(prompt.path, files.has);
	const found = /* @__PURE__ */ new Map();
	const asked = /* @__PURE__ */ new Set();
	const notes = [];
	let texts = prompt.messages.map(({ content }) => content);
	for (let depth = 0; texts.length > 0; depth++) {
		const names = [...new Set(texts.flatMap(namesIn))].filter((name) => !asked.has(name));
		for (const name of names) asked.add(name);
		const places = names.flatMap((name) => {
			const place = findFile(name);
			return place === void 0 ? [] : [{
				name,
				...place
			}];
		});
		notes.push(...places.flatMap(wordOthers));
		if (asked.size > mostTemplates) return tooMuch(prompt, `more than ${mostTemplates} templates`);
		if (depth >= mostDeep && places.length > 0) return tooMuch(prompt, `templates more than ${mostDeep} deep`);
		files.expect(places.map(({ file }) => file));
		const read = await Promise.all(places.map(async (place) => ({
			...place,
			read: await files.text(place.file)
		})));
		const [refused] = read.flatMap(({ file, read: one }) => one.kind === "refused" ? [{
			file,
			why: one.why
		}] : []);
		if (refused !== void 0) return unreadable(refused.file, refused.why);
		for (const { name, file, read: one } of read) if (one.kind === "text") found.set(name, {
			file,
			text: one.text.replaceAll("\r\n", "\n")
		});
		texts = read.flatMap(({ name }) => found.get(name)?.text ?? []);
		if ([...found.values()].reduce((sum, { text }) => sum + text.length, 0) > mostCharacters) return tooMuch(prompt, `more than ${mostCharacters} characters of templates`);
	}
	return {
		kind: "prompt",
		prompt: found.size === 0 ? prompt : withTemplates(prompt, Object.fromEntries(found), notes)
	};
}
function namesIn(text) {
	return /\{%[-+]?\s*(?:include|extends|import|from)\b/u.test(text) ? readJinjaTemplates(text) : [];
}
function wordOthers(place) {
	if (place.others.length === 0) return [];
	return [`The template \`${place.name}\` is read from ${place.file}; ${place.others.join(" and ")} has the name too.`];
}
function withTemplates(prompt, included, notes) {
	const find = findIncluded({ included });
	const optional = prompt.messages.flatMap(({ content }) => engines.jinja.optional?.(content, find) ?? []);
	return {
		...prompt,
		included,
		...prompt.engine === "jinja" && {
			variables: variablesOf({
				...prompt,
				included
			}, "jinja"),
			optional: [...new Set(optional)]
		},
		refersTo: [.../* @__PURE__ */ new Set([...prompt.refersTo, ...Object.values(included).map(({ file }) => file)])],
		notes: [...prompt.notes, ...notes.map((text) => ({ text }))]
	};
}
function unreadable(file, why) {
	return {
		kind: "broken",
		problems: [{
			reason: "files",
			what: `The template cannot be read: ${why}.`,
			at: { file }
		}]
	};
}
function tooMuch({ path }, what) {
	return {
		kind: "broken",
		problems: [{
			reason: "files",
			what: `The prompt takes in ${what}.`,
			at: { file: path },
			fix: "Write it in fewer and shorter templates."
		}]
	};
}
function createFindTemplateFile(prompt, has) {
	const above = foldersAbove(prompt);
	const known = /* @__PURE__ */ new Set();
	return (name) => {
		const within = partsOf(name);
		const roots = within === void 0 ? [] : above.filter((root) => has(root + within));
		const [nearest, ...more] = roots;
		if (nearest === void 0) return void 0;
		if (more.length === 0) known.add(nearest);
		const sure = roots.find((root) => known.has(root));
		const root = sure ?? nearest;
		const others = sure === void 0 ? more.map((one) => one + within) : [];
		return {
			file: root + within,
			others
		};
	};
}
function foldersAbove(path) {
	const parts = (path.split("#", 1)[0] ?? path).split("/").slice(0, -1);
	return [...parts.map((_, index) => `${parts.slice(0, parts.length - index).join("/")}/`), ""];
}
function partsOf(name) {
	const parts = name.split("/").filter((part) => part !== "" && part !== ".");
	return parts.length === 0 || parts.includes("..") ? void 0 : parts.join("/");
}

// src/app/reading/read-prompt-sides.ts
async function readPromptSides(source, reading) {
	const read = await readParts(source, reading);
	if (read.kind === "one") return {
		kind: "one",
		side: await withIncluded(read.side, reading)
	};
	const sides = await Promise.all([...read.sides].map(async ([key, side]) => [key, await withIncluded(side, reading)]));
	return {
		kind: "several",
		sides: new Map(sides)
	};
}
async function withIncluded(side, { files, held = new HeldBytes() }) {
	if (side.kind !== "prompt") return side;
	const taken = await takeIn(side.prompt, files);
	const { text, files: read } = side;
	const broken = (problems) => {
		return {
			kind: "broken",
			problems,
			text,
			...read && { files: read }
		};
	};
	if (taken.kind === "broken") return broken(taken.problems);
	const told = {
		...taken.prompt,
		text
	};
	if (told.messages.every(({ parts }) => parts === void 0)) return {
		...side,
		prompt: told
	};
	const paths = filesShown(told);
	const bytes = new Map(await Promise.all(paths.map(async (path) => [path, await files.bytes(path)])));
	const { prompt, problems } = inlineShown(told, bytes, held);
	const [first, ...others] = problems;
	return first === void 0 ? {
		...side,
		prompt
	} : broken([first, ...others]);
}
async function readParts(source, reading) {
	if (source === void 0) return {
		kind: "one",
		side: { kind: "none" }
	};
	const [only, ...others] = source.parts;
	if (source.promptfoo === true) return readConfigured(source, reading);
	if (others.length === 0 && !isAddedTo(only)) return readFile(only.file, reading);
	return {
		kind: "one",
		side: assemble(source, await Promise.all(source.parts.map((part) => readPart(part, reading))))
	};
}
async function readFile(path, { files, formats, kinds }) {
	const one = (side) => ({
		kind: "one",
		side
	});
	const file = await files.text(path);
	switch (file.kind) {
		case "absent": return one({ kind: "none" });
		case "refused": return one({
			kind: "broken",
			text: "",
			problems: [{
				reason: "files",
				what: `The prompt cannot be read: ${file.why}.`,
				at: { file: path }
			}]
		});
		case "text": {
			const { text } = file;
			const format = formats.find((each) => each.recognises(path, text));
			if (format === void 0) {
				const unread = recogniseUnread(path, text);
				return one(unread === void 0 ? { kind: "none" } : {
					kind: "unread",
					text,
					format: unread.name,
					fix: unread.fix
				});
			}
			const read = format.read(path, text, kinds);
			if (read.kind !== "prompts") return one({
				...read,
				text
			});
			return several(read.prompts);
		}
	}
}
async function readConfigured({ path, held }, reading) {
	if (held !== void 0) return several(held.map(({ key, text }) => keyedPrompt(path, key, text)));
	const plain = await readFile(path, reading);
	const file = await reading.files.text(path);
	if (plain.kind === "several" || plain.side.kind === "prompt" && isOwn(plain.side) || file.kind !== "text" || plain.kind === "one" && plain.side.kind === "unread") return plain;
	const prompts = readPromptfooPrompts(path, file.text);
	const [first, ...rest] = prompts;
	if (first === void 0) return plain;
	if (rest.length > 0) return several(prompts);
	return {
		kind: "one",
		side: {
			kind: "prompt",
			text: file.text,
			prompt: {
				...first.prompt,
				path
			},
			cases: []
		}
	};
}
function isOwn({ prompt }) {
	return !["plain text", "chat"].includes(prompt.format) || prompt.model !== void 0 || Object.keys(prompt.params).length > 0 || prompt.format === "plain text" && !prompt.open.role;
}
function several(prompts) {
	return {
		kind: "several",
		sides: new Map(prompts.map((each) => [each.key, {
			...each,
			kind: "prompt"
		}]))
	};
}
async function readPart({ file, role }, reading) {
	const read = await readFile(file, reading);
	if (read.kind === "several") return {
		kind: "broken",
		text: "",
		problems: [{
			reason: "files",
			what: "This file holds several prompts, and cannot be one message of another.",
			at: { file }
		}]
	};
	const { side } = read;
	if (side.kind === "none") return {
		kind: "broken",
		text: "",
		problems: [{
			reason: "files",
			what: "A part of this prompt is missing, or is no prompt.",
			at: { file },
			fix: "Add the file."
		}]
	};
	if (side.kind !== "prompt" || role === void 0 || !side.prompt.open.role) return side;
	const messages = side.prompt.messages.map((one) => ({
		...one,
		role,
		file
	}));
	return {
		...side,
		prompt: {
			...side.prompt,
			messages,
			open: {
				...side.prompt.open,
				role: false
			}
		}
	};
}
function isAddedTo({ joined, before = [], after = [] }) {
	return joined !== void 0 || before.length + after.length > 0;
}
function joinParts(parts, prompts) {
	const joined = [];
	for (const [index, { messages }] of prompts.entries()) {
		const { continues, joined: texts, before = [], after = [] } = parts[index] ?? {};
		const last = continues === void 0 ? void 0 : joined.pop();
		const [first, ...others] = messages.map((one) => texts === void 0 ? one : {
			...one,
			joined: texts
		});
		if (first === void 0) continue;
		const begun = last === void 0 ? first : continued(last, continues, first);
		joined.push(...before, begun, ...others, ...after);
	}
	return joined;
}
function continued(last, between = "", next) {
	const content = `${last.content}${between}${next.content}`;
	if (last.parts === void 0 && next.parts === void 0) return {
		...last,
		content
	};
	const partsOf = ({ content: text, parts }) => parts ?? [{
		kind: "text",
		text
	}];
	return {
		...last,
		content,
		parts: [
			...partsOf(last),
			{
				kind: "text",
				text: between
			},
			...partsOf(next)
		]
	};
}
function assemble({ path, parts: written }, parts) {
	const text = parts.map((part) => part.kind === "none" ? "" : part.text).join("\n");
	const files = parts.flatMap((part, i) => part.kind === "none" ? [] : [{
		path: written[i]?.file ?? path,
		text: part.text
	}]);
	const [problem, ...more] = parts.flatMap((part) => part.kind === "broken" ? part.problems : []);
	if (problem !== void 0) return {
		kind: "broken",
		text,
		files,
		problems: [problem, ...more]
	};
	const unread = parts.find((part) => part.kind === "unread");
	if (unread !== void 0) return {
		...unread,
		text
	};
	const sides = parts.filter((part) => part.kind === "prompt");
	const prompts = sides.map(({ prompt }) => prompt);
	const [first] = prompts;
	if (first === void 0) return { kind: "none" };
	const { model: _, ...rest } = first;
	const model = prompts.find((prompt) => prompt.model !== void 0)?.model;
	return {
		kind: "prompt",
		text,
		files,
		prompt: {
			...rest,
			path,
			messages: joinParts(written, prompts),
			open: {
				engine: prompts.every(({ open }) => open.engine),
				role: false
			},
			...model !== void 0 && { model },
			params: Object.assign({}, ...prompts.map(({ params }) => params).toReversed()),
			defaults: Object.assign({}, ...prompts.map(({ defaults }) => defaults).toReversed()),
			variables: [...new Set(prompts.flatMap(({ variables }) => variables))],
			refersTo: [...new Set(prompts.flatMap(({ refersTo }) => refersTo))],
			notes: prompts.flatMap(({ notes }) => notes)
		},
		cases: sides.flatMap(({ cases }) => cases)
	};
}

// src/app/reading/read-subjects.ts
const nothing = { kind: "none" };
async function readSubjects(found, reading) {
	const { files, readGolden, formats, kinds, held } = reading;
	const next = await readPromptSides(found.next, {
		files: files.next,
		formats,
		kinds,
		held
	});
	const candidate = withNamedPredecessor(found, next);
	const old = await readPromptSides(candidate.old, {
		files: files.old,
		formats,
		kinds,
		held
	});
	const tip = await files.openTip?.();
	const atTip = tip && await readPromptSides(candidate.old ?? candidate.next, {
		files: tip,
		formats,
		kinds,
		held
	});
	const keys = [.../* @__PURE__ */ new Set([...keysOf(next), ...keysOf(old)])];
	const read = async (key) => {
		const sides = {
			old: sideOf(old, key),
			next: sideOf(next, key)
		};
		const keyed = key === void 0 ? void 0 : {
			own: key,
			all: keys
		};
		const takes = (name) => [sides.old, sides.next].some((side) => takesIn(side, name));
		const owner = (side) => ({
			...ownerOf(side, candidate, sides, keyed, formats),
			takes
		});
		const own = atTip && sideOf(atTip, key);
		const [before, after, now] = await Promise.all([
			readGolden(files.old, owner("old")),
			readGolden(files.next, owner("new")),
			tip && readGolden(tip, {
				...owner("old"),
				cases: own?.kind === "prompt" ? own.cases : []
			})
		]);
		const cases = {
			old: before,
			next: after,
			...now !== void 0 && { tip: now }
		};
		const asked = {
			old: withParams(sides.old, before),
			next: withParams(sides.next, after)
		};
		if (key === void 0) return {
			candidate,
			...asked,
			cases
		};
		const touched = candidate.casesChanged || candidate.keyedCasesChanged;
		const alike = sameCases(before.cases, after.cases) && canonicalJson(before.params) === canonicalJson(after.params);
		const casesChanged = touched && !alike;
		return {
			candidate: {
				...nameKey(candidate, key),
				casesChanged
			},
			...asked,
			cases
		};
	};
	const plain = keys.length === 0 || old.kind !== next.kind ? [void 0] : [];
	const subjects = await Promise.all([...plain, ...keys].map(read));
	return keys.length === 0 ? subjects : subjects.filter(isThere);
}
function takesIn(side, name) {
	const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
	return side.kind === "prompt" && new RegExp(`\\{[{%][^}]*\\b${escaped}\\b`, "u").test(side.text);
}
function withParams(side, { params }) {
	if (side.kind !== "prompt") return side;
	return {
		...side,
		prompt: {
			...side.prompt,
			params: {
				...params,
				...side.prompt.params
			}
		}
	};
}
async function readGoldenAtHead(candidate, { files: { next: files }, readGolden, formats, kinds }) {
	const read = await readPromptSides(candidate.next, {
		files,
		formats,
		kinds
	});
	const all = keysOf(read);
	const keys = read.kind === "one" ? [void 0] : all;
	return Promise.all(keys.map((own) => {
		return readGolden(files, ownerOf("new", candidate, {
			old: nothing,
			next: sideOf(read, own)
		}, own === void 0 ? void 0 : {
			own,
			all
		}, formats));
	}));
}
function withNamedPredecessor(candidate, next) {
	const named = next.kind === "one" && next.side.kind === "prompt" ? next.side.prompt.successorOf : void 0;
	if (named === void 0 || candidate.old !== void 0 && candidate.succeeds === void 0) return candidate;
	return {
		...candidate,
		previousPath: named,
		old: {
			path: named,
			parts: [{ file: named }]
		},
		succeeds: true
	};
}
function isThere({ old, next }) {
	return old.kind !== "none" || next.kind !== "none";
}
function keysOf(sides) {
	return sides.kind === "several" ? [...sides.sides.keys()] : [];
}
function sideOf(sides, key) {
	if (sides.kind === "one") return key === void 0 ? sides.side : { kind: "none" };
	return (key === void 0 ? void 0 : sides.sides.get(key)) ?? { kind: "none" };
}
function nameKey(candidate, key) {
	const { path, previousPath } = candidate;
	return {
		...candidate,
		path: `${path}#${key}`,
		...previousPath !== void 0 && { previousPath: `${previousPath}#${key}` }
	};
}
function ownerOf(side, { old, next, path: known, succeeds }, sides, key, formats) {
	const [own, other] = side === "old" ? [sides.old, sides.next] : [sides.next, sides.old];
	const source = side === "old" ? old ?? next : next ?? old;
	const path = source?.path ?? known;
	return {
		path,
		suffix: suffixOf(path, own.kind === "prompt" ? own : other, formats),
		cases: own.kind === "prompt" ? own.cases : [],
		...key !== void 0 && { key },
		...besideOf(source, formats),
		...side === "new" && succeeds === true && old !== void 0 && { succeeds: {
			path: old.path,
			suffix: suffixOf(old.path, other, formats)
		} }
	};
}
function besideOf(source, formats) {
	const others = source?.parts.filter(({ file }) => file !== source.path) ?? [];
	if (others.length === 0) return {};
	const suffixes = (path) => [...new Set(formats.map((format) => format.suffix(path)))];
	return { beside: others.flatMap(({ file }) => suffixes(file).map((suffix) => ({
		path: file,
		suffix
	}))) };
}
function suffixOf(path, side, formats) {
	if (side.kind !== "prompt") return "";
	const format = formats.find(({ name }) => name === side.prompt.format);
	return format === void 0 ? formats.map((one) => one.suffix(path)).find((end) => end !== "") ?? "" : format.suffix(path);
}
function sameCases(old, next) {
	const shown = (cases) => canonicalJson(cases.map(({ at: _, checks, notRun, ...rest }) => ({
		...rest,
		checks: checks.map(({ at: __, ...check }) => check),
		notRun: notRun.map(({ name }) => name)
	})));
	return shown(old) === shown(next);
}

// src/app/reading/golden-cases-reader.ts
function createGoldenCasesReader(pattern, kinds, outer, readPromptfoo, held) {
	const parsed = /* @__PURE__ */ new Map();
	const parse = (path, text) => {
		const key = JSON.stringify([path, text]);
		const read = parsed.get(key) ?? readCases(path, text, kinds, outer);
		parsed.set(key, read);
		return read;
	};
	return async (files, owner) => {
		const { path, cases: own } = owner;
		const paths = pathsOf(pattern, owner, files);
		const read = [...await readEach(paths.filter(files.has), files.text)].map(([file, text]) => ofKey(readText(file, text, parse), owner));
		const withOuter = (golden) => ({
			...golden,
			checks: mergeChecks(outer, golden.checks)
		});
		const merged = mergeStarters([...own.map(withOuter), ...read.flatMap((one) => one.kind === "cases" ? one.cases : [])]);
		const shown = filesOfParts(merged);
		const showing = inlineParts(merged, await readEach(shown, files.bytes), held);
		const written = showing.cases;
		const promptfoo = await readPromptfoo.read(files, path, owner.key?.own);
		const tests = nameCases(promptfoo.cases, written.map(({ id }) => id), owner.takes);
		const cases = [...written, ...tests.map(withOuter)];
		const named = filesOfChecks(cases.flatMap(({ checks }) => checks), kinds);
		const inlined = inlineFiles(cases, kinds, await readEach(named.paths, files.text));
		const broken = read.flatMap((one) => one.kind === "broken" ? one.problems : []);
		const faults = named.problems.length > 0 ? named.problems : inlined.problems;
		return {
			cases: inlined.cases,
			problems: [
				...broken,
				...promptfoo.problems,
				...findDuplicates(cases),
				...showing.problems,
				...faults
			],
			paths,
			refersTo: [...named.paths, ...shown],
			suiteNotes: promptfoo.notes,
			models: promptfoo.models,
			params: promptfoo.params
		};
	};
}
function pathsOf(pattern, { path, suffix, key, beside = [], succeeds }, files) {
	const keyed = key === void 0 ? [] : casesPaths(pattern, path, suffix, key.own);
	const others = beside.flatMap((one) => casesPaths(pattern, one.path, one.suffix).filter(files.has));
	const paths = [
		...keyed,
		...casesPaths(pattern, path, suffix),
		...others
	];
	if (succeeds === void 0 || paths.some(files.has)) return paths;
	return [...paths, ...casesPaths(pattern, succeeds.path, succeeds.suffix)];
}
function ofKey(read, { path, key }) {
	if (read.kind === "broken") return read;
	const all = key?.all ?? [];
	const [first, ...rest] = read.cases.flatMap(({ prompt, at }) => {
		if (prompt === void 0 || all.includes(prompt)) return [];
		return [{
			reason: "files",
			what: key === void 0 ? `\`${path}\` holds one prompt, so a case takes no \`prompt\`.` : `\`${path}\` has no prompt \`${prompt}\`.`,
			at,
			fix: key === void 0 ? "Leave it out." : fixUnknown(prompt, all)
		}];
	});
	if (first !== void 0) return {
		kind: "broken",
		problems: [first, ...rest]
	};
	return {
		kind: "cases",
		cases: read.cases.filter(({ prompt }) => prompt === void 0 || prompt === key?.own)
	};
}
function readText(path, text, parse) {
	switch (text.kind) {
		case "text": return parse(path, text.text);
		case "absent": return {
			kind: "cases",
			cases: []
		};
		case "refused": return {
			kind: "broken",
			problems: [{
				reason: "files",
				what: `The golden cases cannot be read: ${text.why}.`,
				at: { file: path }
			}]
		};
	}
}
async function readEach(paths, read) {
	return new Map(await Promise.all(paths.map(async (path) => [path, await read(path)])));
}

export { suffixOf as a, findHalfRendered as c, readSubjects as i, selectByTags as l, besideOf as n, takesIn as o, readGoldenAtHead as r, readPromptSides as s, createGoldenCasesReader as t };