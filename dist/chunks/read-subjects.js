import { r as matchAgents } from "./prompt-globs.js";
import { n as mergeStarters } from "./starters.js";
import { t as canonicalJson } from "./json.js";
import { t as isTriggerCase } from "./trigger-cases.js";
import { n as fixUnknown } from "./explain-issues.js";
import { t as resolvePath } from "./resolve-path.js";
import { p as casesPaths } from "./may-concern.js";
import { t as HeldBytes } from "./held-bytes.js";
import { c as filesOfParts, i as filesShown, l as inlineParts, o as inlineShown } from "./read-rendered-lines.js";
import { A as filesOfChecks, C as skillPrompts, D as suffixOfInstructions, E as skillKeys, F as findIncluded, O as recogniseUnread, S as readInstructions, T as isSkillFile, g as readPromptfooPrompts, h as keyedPrompt, j as inlineFiles, k as findDuplicates, n as readCases, s as nameCases, t as mergeChecks, x as isKnown, y as variablesOf } from "./cases.js";
import { c as readJinjaTemplates, t as engines } from "./engines.js";
import { n as showRenderedLines } from "./write-rendered-lines.js";

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
		fine: ["handlebars"]
	},
	{
		pattern: /\{\{-?\s*\.(?:[A-Za-z_][^{}]{0,200})?\}\}/gu,
		writtenAs: goTemplate,
		fine: ["f-string", "handlebars"]
	},
	{
		pattern: /\{\{-?\s*(?:(?:else\s+)?(?:if|with)|range|template|define|block)\s+[$."(\w][^{}]{0,200}\}\}|\{\{-?\s*[A-Za-z_]\w*\s+(?:"[^"{}]{0,200}"\s+)?[$.][A-Za-z_][^{}]{0,200}\}\}/gu,
		writtenAs: goTemplate,
		fine: [
			"f-string",
			"jinja",
			"nunjucks",
			"handlebars"
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
	const others = marking.filter((name) => name !== engine && !(name === "mustache" && [
		"jinja",
		"nunjucks",
		"handlebars"
	].includes(engine))).flatMap((name) => {
		const { variables, show } = engines[name];
		return variables(template).filter((variable) => isKnown(variable, known) && !own.has(variable) && template.includes(show(variable))).map((variable) => ({
			marker: show(variable),
			writtenAs: `of the form \`${show("name")}\``
		}));
	});
	return [...new Map([...tags, ...others].map((one) => [one.marker, one])).values()].slice(0, most);
}
function findHalfRendered(prompt, text, known) {
	const found = prompt.messages.flatMap(({ content }) => findForeignMarkers(content, prompt.engine, prompt.engineRuled === true ? /* @__PURE__ */ new Set() : known));
	return [...(prompt.unfilled ?? []).slice(0, most), ...found].map((one) => ({
		...one,
		line: lineOf(one.marker, text)
	}));
}
function lineOf(marker, text) {
	const at = text.indexOf(marker.split("\n", 1)[0] ?? marker);
	return at === -1 ? 1 : text.slice(0, at).split("\n").length;
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
		const besides = read.flatMap((one) => one.kind === "cases" ? one.cases : []);
		const told = new Set(owner.areLines === true ? besides.map(({ id }) => id) : []);
		const merged = mergeStarters([...own.filter(({ id }) => !told.has(id)).map(withOuter), ...besides]);
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
			refersTo: [
				...named.paths,
				...shown,
				...promptfoo.refersTo
			],
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
	const problems = read.cases.flatMap(({ prompt, at }) => {
		if (prompt === void 0 || all.includes(prompt)) return [];
		return [{
			reason: "files",
			what: key === void 0 ? `\`${path}\` holds one prompt, so a case takes no \`prompt\`.` : `\`${path}\` has no prompt \`${prompt}\`.`,
			at,
			fix: key === void 0 ? "Leave it out." : fixUnknown(prompt, all)
		}];
	});
	const isSkill = isSkillFile(path) && key !== void 0;
	const [first, ...rest] = [...problems, ...isSkill ? [] : read.cases.flatMap(wrongTrigger)];
	if (first !== void 0) return {
		kind: "broken",
		problems: [first, ...rest]
	};
	const own = read.cases.filter(({ prompt }) => prompt === void 0 || prompt === key?.own);
	return {
		kind: "cases",
		cases: isSkill ? own.filter((one) => isTriggerCase(one) === (key.own === "description")) : own
	};
}
function wrongTrigger(golden) {
	if (!isTriggerCase(golden)) return [];
	return [{
		reason: "files",
		what: "`triggers` asks whether a skill is picked, and this is no skill’s case.",
		at: golden.at,
		fix: "Keep it beside a `SKILL.md` that `agents` of the config names."
	}];
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

// src/app/reading/read-agent-file.ts
const mostSkills = 500;
const mostTold = 5;
function createSkillsReader(agentGlobs = []) {
	const isNamed = matchAgents(agentGlobs);
	const read = /* @__PURE__ */ new WeakMap();
	const readAll = async (files) => {
		const paths = [...files.paths()].filter((path) => isSkillFile(path) && isNamed(path)).toSorted();
		const held = paths.slice(0, mostSkills);
		files.expect(held);
		const found = await Promise.all(held.map(async (path) => {
			const file = await files.text(path);
			return [path, file.kind === "text" ? skillOf(path, file.text) : void 0];
		}));
		return {
			byPath: new Map(found),
			...paths.length > mostSkills && { tooMany: paths.length }
		};
	};
	return (files) => {
		const known = read.get(files) ?? readAll(files);
		read.set(files, known);
		return known;
	};
}
function skillOf(path, text) {
	const read = readInstructions(path, text);
	return read.kind === "instructions" ? read.skill : void 0;
}
async function readAgentFile({ path: known, parts: [{ file: path }] }, { files, skills }) {
	const one = (side) => ({
		kind: "one",
		side
	});
	const each = (side) => isSkillFile(path) ? {
		kind: "several",
		sides: new Map(skillKeys.map((key) => [key, side]))
	} : one(side);
	const file = await files.text(path);
	if (file.kind === "absent") return one({ kind: "none" });
	if (file.kind === "refused") {
		if (files.entry(path)?.mode === "symlink") return one({
			kind: "unread",
			text: "",
			format: "a symbolic link",
			fix: "Name the file that it points to."
		});
		return each({
			kind: "broken",
			text: "",
			problems: [{
				reason: "files",
				what: `The instructions cannot be read: ${file.why}.`,
				at: { file: path }
			}]
		});
	}
	const read = readInstructions(path, file.text);
	if (read.kind === "broken") return each({
		...read,
		text: file.text
	});
	const { prompt, text, skill } = read;
	if (skill === void 0) return one({
		kind: "prompt",
		text,
		prompt: {
			...prompt,
			path: known
		},
		cases: []
	});
	const { byPath, tooMany } = await skills(files);
	const others = [...byPath].filter(([other]) => other !== path);
	const lost = others.flatMap(([other, held]) => held === void 0 ? [other] : []);
	const named = others.flatMap(([other, held]) => held === void 0 ? [] : [{
		path: other,
		skill: held
	}]);
	const unclear = [...tooMany === void 0 ? [] : [wordTooMany(path, tooMany)], ...findNamesakes({
		path,
		skill
	}, named)];
	const prompts = skillPrompts(path, {
		...read,
		skill
	}, {
		others: named.map((other) => other.skill),
		unclear
	}, lost.map((other) => ({ text: `\`${other}\` is not among the skills: its front matter cannot be read.` })));
	return {
		kind: "several",
		sides: new Map(prompts.map((held) => [held.key, {
			kind: "prompt",
			...held
		}]))
	};
}
function wordTooMany(path, number) {
	return {
		reason: "files",
		what: `\`agents\` names ${number.toLocaleString("en")} skills, and ${mostSkills} are offered at most: what a model would pick among all of them is not known.`,
		at: { file: path },
		fix: "Exclude some under `agents` with `!`, such as copies for other programs."
	};
}
function findNamesakes(own, others) {
	const offered = others.filter(({ skill }) => skill.hidden !== true);
	return [...Map.groupBy([own, ...offered], ({ skill }) => skill.name).values()].flatMap(([first, ...rest]) => {
		const other = rest.find(({ skill }) => first !== void 0 && canonicalJson({ ...skill }) !== canonicalJson({ ...first.skill }));
		return first === void 0 || other === void 0 ? [] : [[first, other]];
	}).slice(0, mostTold).map(([first, other]) => ({
		reason: "files",
		what: `The skills \`${first.path}\` and \`${other.path}\` have one name, \`${first.skill.name}\`, and different descriptions: which of them is picked by it is not known.`,
		at: {
			file: other.path,
			line: 1
		},
		fix: "Give each a name of its own, or exclude one under `agents` with `!`."
	}));
}

// src/app/reading/assemble-sides.ts
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
function usedOnce(files) {
	return [...new Map(files.map((file) => [file.path, file])).values()];
}
function assembleSides({ path, parts: written }, parts) {
	const text = parts.map((part) => part.kind === "none" ? "" : part.text).join("\n");
	const files = parts.flatMap((part, i) => part.kind === "none" ? [] : [{
		path: written[i]?.file ?? path,
		text: part.text
	}]);
	const [problem, ...more] = parts.flatMap((part) => part.kind === "broken" ? part.problems : []);
	const used = usedOnce(parts.flatMap((part) => "used" in part ? part.used ?? [] : []));
	if (problem !== void 0) return {
		kind: "broken",
		text,
		files,
		used,
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
	const { model: _, included: __, ...rest } = first;
	const included = prompts.map((prompt) => prompt.included ?? {});
	const model = prompts.find((prompt) => prompt.model !== void 0)?.model;
	return {
		kind: "prompt",
		text,
		files,
		used,
		prompt: {
			...rest,
			path,
			messages: joinParts(written, prompts),
			open: {
				engine: prompts.every(({ open }) => open.engine),
				role: false
			},
			...model !== void 0 && { model },
			...prompts.some((prompt) => prompt.included !== void 0) && { included: Object.assign({}, ...included) },
			params: Object.assign({}, ...prompts.map(({ params }) => params).toReversed()),
			defaults: Object.assign({}, ...prompts.map(({ defaults }) => defaults).toReversed()),
			variables: [...new Set(prompts.flatMap(({ variables }) => variables))],
			refersTo: [...new Set(prompts.flatMap(({ refersTo }) => refersTo))],
			notes: prompts.flatMap(({ notes }) => notes)
		},
		cases: sides.flatMap(({ cases }) => cases)
	};
}

// src/app/reading/gather-used.ts
const mostUsed = {
	files: 100,
	deep: 20,
	characters: 1e6
};
async function gatherUsed(path, text, uses, files) {
	const texts = /* @__PURE__ */ new Map([[path, text]]);
	const found = /* @__PURE__ */ new Map();
	const named = [];
	const problems = [];
	let next = [path];
	for (let depth = 0; next.length > 0; depth++) {
		const now = next.flatMap((from) => uses.list(from, texts.get(from) ?? "").map((use) => findUse(from, use, files)));
		named.push(...now);
		const wanted = [...new Set(now.flatMap((one) => one.path ?? []))].filter((one) => !texts.has(one));
		const characters = [...texts.values()].reduce((sum, one) => sum + one.length, 0) - text.length;
		const tooMuch = wordTooMuch(texts.size - 1 + wanted.length, wanted.length === 0 ? 0 : depth + 1, characters);
		if (tooMuch !== void 0) {
			problems.push({
				reason: "files",
				what: `The prompt uses ${tooMuch}.`,
				at: { file: path },
				fix: fewer
			});
			break;
		}
		files.expect(wanted);
		const read = await Promise.all(wanted.map(async (one) => ({
			path: one,
			file: await files.text(one)
		})));
		for (const one of read) if (one.file.kind === "text") texts.set(one.path, one.file.text.replaceAll("\r\n", "\n"));
		else if (one.file.kind === "refused") problems.push(...wordRefused(one.path, one.file.why, now));
		next = wanted.filter((one) => texts.has(one));
	}
	for (const { from, use, path: at } of named) if (at !== void 0) found.set(keyOf(from, use.name), at);
	const missing = named.filter((one) => one.path === void 0 && one.use.optional !== true).map(wordMissing);
	const circle = uses.mayCircle === true ? [] : wordCircle(path, named);
	return {
		files: [...texts].slice(1).map(([one, held]) => ({
			path: one,
			text: held
		})),
		used: (from, name) => {
			const at = found.get(keyOf(from, name));
			const held = at === void 0 ? void 0 : texts.get(at);
			return at === void 0 || held === void 0 ? void 0 : {
				path: at,
				text: held
			};
		},
		problems: [
			...missing,
			...circle,
			...problems
		]
	};
}
const fewer = "Write it in fewer and shorter files.";
function keyOf(from, name) {
	return `${from}\0${name}`;
}
function findUse(from, use, files) {
	const places = use.paths.map((path) => resolvePath(from, path));
	const there = places.find((place) => place.kind === "path" && files.has(place.path));
	if (there?.kind === "path") return {
		from,
		use,
		path: there.path
	};
	const refused = places.find((place) => place.kind === "refused");
	return {
		from,
		use,
		...refused !== void 0 && places.every(({ kind }) => kind === "refused") && refused
	};
}
function wordTooMuch(count, deep, characters) {
	if (count > mostUsed.files) return `more than ${mostUsed.files} files`;
	if (deep > mostUsed.deep) return `files more than ${mostUsed.deep} deep`;
	return characters > mostUsed.characters ? `files of more than ${mostUsed.characters} characters` : void 0;
}
function wordRefused(path, why, named) {
	const by = named.find((one) => one.path === path);
	if (by === void 0) return [];
	return [{
		reason: "files",
		what: `\`${by.use.name}\` cannot be read from \`${path}\`: ${why}.`,
		at: placeOf(by),
		fix: "Name a file of this repository."
	}];
}
function wordMissing(one) {
	const { use, why } = one;
	const [first] = use.paths;
	if (why !== void 0 || first === void 0) return {
		reason: "files",
		what: `\`${use.name}\` cannot be read: ${why ?? "no file can have this name"}.`,
		at: placeOf(one),
		fix: "Name a file of this repository."
	};
	const place = resolvePath(one.from, first);
	const where = place.kind === "path" ? place.path : first;
	const others = use.paths.length > 1 ? ", or where else it may lie" : "";
	return {
		reason: "files",
		what: `\`${use.name}\` is not there: nothing lies at \`${where}\`${others}.`,
		at: placeOf(one),
		fix: "Add the file, or mend the name."
	};
}
function wordCircle(start, named) {
	const from = Map.groupBy(named, (one) => one.from);
	const done = /* @__PURE__ */ new Set();
	const follow = (path, above) => {
		for (const one of from.get(path) ?? []) {
			if (one.path === void 0 || done.has(one.path)) continue;
			const way = [...above, path];
			if (way.includes(one.path)) {
				const between = way.slice(way.indexOf(one.path) + 1).map((each) => `\`${each}\``);
				const through = between.length === 0 ? "" : `, through ${between.join(" and ")}`;
				return {
					reason: "files",
					what: `\`${one.path}\` takes itself in${through}.`,
					at: placeOf(one),
					fix: "Take one of these names out."
				};
			}
			const further = follow(one.path, way);
			if (further !== void 0) return further;
		}
		done.add(path);
	};
	const found = follow(start, []);
	return found === void 0 ? [] : [found];
}
function placeOf({ from, use }) {
	return {
		file: from,
		...use.line !== void 0 && { line: use.line }
	};
}

// src/app/reading/inline-lines.ts
async function inlineLines(prompt, rendered, files, held) {
	const lines = /* @__PURE__ */ new Map();
	for (const [id, line] of rendered) {
		const own = {
			...prompt,
			messages: line.messages
		};
		if (own.messages.every(({ parts }) => parts === void 0)) {
			lines.set(id, line);
			continue;
		}
		const paths = filesShown(own);
		const bytes = new Map(await Promise.all(paths.map(async (path) => [path, await files.bytes(path)])));
		const shown = inlineShown(own, bytes, held);
		const [first, ...others] = shown.problems;
		if (first !== void 0) return {
			prompt,
			problems: [first, ...others]
		};
		lines.set(id, {
			...line,
			messages: shown.prompt.messages
		});
	}
	return { prompt: {
		...prompt,
		rendered: lines
	} };
}

// src/app/reading/take-in.ts
async function takeIn(prompt, files) {
	if (prompt.engine !== "jinja" && !prompt.open.engine) return {
		kind: "prompt",
		prompt,
		used: []
	};
	const findFile = createFindTemplateFile(prompt.path, files.has);
	const found = /* @__PURE__ */ new Map();
	const asked = /* @__PURE__ */ new Set();
	const notes = [];
	const broken = (problem) => ({
		kind: "broken",
		problems: [problem],
		used: textsOf(found)
	});
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
		if (asked.size > mostUsed.files) return broken(tooMuch(prompt, `more than ${mostUsed.files} templates`));
		if (depth >= mostUsed.deep && places.length > 0) return broken(tooMuch(prompt, `templates more than ${mostUsed.deep} deep`));
		files.expect(places.map(({ file }) => file));
		const read = await Promise.all(places.map(async (place) => ({
			...place,
			read: await files.text(place.file)
		})));
		const [refused] = read.flatMap(({ file, read: one }) => one.kind === "refused" ? [{
			file,
			why: one.why
		}] : []);
		for (const { name, file, read: one } of read) if (one.kind === "text") found.set(name, {
			file,
			text: one.text.replaceAll("\r\n", "\n")
		});
		if (refused !== void 0) return broken({
			reason: "files",
			what: `The template cannot be read: ${refused.why}.`,
			at: { file: refused.file },
			fix: "Include a file of this repository."
		});
		texts = read.flatMap(({ name }) => found.get(name)?.text ?? []);
		if ([...found.values()].reduce((sum, { text }) => sum + text.length, 0) > mostUsed.characters) return broken(tooMuch(prompt, `more than ${mostUsed.characters} characters of templates`));
	}
	return {
		kind: "prompt",
		prompt: found.size === 0 ? prompt : withTemplates(prompt, Object.fromEntries(found), notes),
		used: textsOf(found)
	};
}
function textsOf(found) {
	return [...found.values()].map(({ file, text }) => ({
		path: file,
		text
	}));
}
function namesIn(text) {
	return /\{%[-+]?\s*(?:include|extends|import|from)\b/u.test(text) ? readJinjaTemplates(text) : [];
}
function wordOthers(place) {
	if (place.others.length === 0) return [];
	return [`The template \`${place.name}\` is read from ${place.file}; ${place.others.join(" and ")} has the name too.`];
}
function withTemplates(prompt, found, notes) {
	const included = {
		...prompt.included,
		...found
	};
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
		refersTo: [.../* @__PURE__ */ new Set([...prompt.refersTo, ...Object.values(found).map(({ file }) => file)])],
		notes: [...prompt.notes, ...notes.map((text) => ({ text }))]
	};
}
function tooMuch({ path }, what) {
	return {
		reason: "files",
		what: `The prompt takes in ${what}.`,
		at: { file: path },
		fix: "Write it in fewer and shorter templates."
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
	const used = usedOnce([...side.used ?? [], ...taken.used]);
	const whole = {
		...side,
		...used.length > 0 && { used }
	};
	const broken = (problems) => {
		return {
			kind: "broken",
			problems,
			text,
			...read && { files: read },
			...used.length > 0 && { used }
		};
	};
	if (taken.kind === "broken") return broken(taken.problems);
	const told = {
		...taken.prompt,
		text
	};
	if (told.rendered !== void 0) {
		const shown = await inlineLines(told, told.rendered, files, held);
		return shown.problems === void 0 ? {
			...whole,
			prompt: shown.prompt
		} : broken(shown.problems);
	}
	if (told.messages.every(({ parts }) => parts === void 0)) return {
		...whole,
		prompt: told
	};
	const paths = filesShown(told);
	const bytes = new Map(await Promise.all(paths.map(async (path) => [path, await files.bytes(path)])));
	const { prompt, problems } = inlineShown(told, bytes, held);
	const [first, ...others] = problems;
	return first === void 0 ? {
		...whole,
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
	if (source.agents === true) return readAgentFile(source, {
		files: reading.files,
		skills: reading.skills ?? createSkillsReader()
	});
	if (others.length === 0 && !isAddedTo(only)) return readFile(only.file, reading);
	const read = await Promise.all(source.parts.map((part) => readPart(part, reading)));
	return {
		kind: "one",
		side: assembleSides(source, read)
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
			if (format.uses === void 0) return asSides(format.read(path, text, kinds), text, []);
			const { files: used, used: find, problems } = await gatherUsed(path, text, format.uses, files);
			const [first, ...rest] = problems;
			return asSides(first === void 0 ? format.read(path, text, kinds, find) : {
				kind: "broken",
				problems: [first, ...rest]
			}, text, used);
		}
	}
}
function asSides(read, text, used) {
	const paths = used.map(({ path }) => path);
	switch (read.kind) {
		case "broken": return {
			kind: "one",
			side: {
				...read,
				text,
				used
			}
		};
		case "prompt": {
			const refersTo = [.../* @__PURE__ */ new Set([...read.prompt.refersTo, ...paths])];
			const { rendered } = read.prompt;
			const shown = rendered && { files: [{
				path: read.prompt.path,
				text: showRenderedLines(rendered)
			}] };
			return {
				kind: "one",
				side: {
					...read,
					text,
					used,
					...shown,
					prompt: {
						...read.prompt,
						refersTo
					}
				}
			};
		}
		case "prompts": {
			const sides = several(read.prompts);
			if (sides.kind === "one" || used.length === 0) return sides;
			const own = ([key, side]) => [key, side.kind === "prompt" ? {
				...side,
				used: used.filter(({ path }) => side.prompt.refersTo.includes(path))
			} : side];
			return {
				kind: "several",
				sides: new Map([...sides.sides].map(own))
			};
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

// src/app/reading/read-subjects.ts
const nothing = { kind: "none" };
async function readSubjects(found, reading) {
	const { files, readGolden, formats, kinds, held, skills } = reading;
	const side = {
		formats,
		kinds,
		held,
		skills
	};
	const next = await readPromptSides(found.next, {
		files: files.next,
		...side
	});
	const candidate = withNamedPredecessor(found, next);
	const old = await readPromptSides(candidate.old, {
		files: files.old,
		...side
	});
	const tip = await files.openTip?.();
	const atTip = tip && await readPromptSides(candidate.old ?? candidate.next, {
		files: tip,
		...side
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
	if (named === void 0 || candidate.old !== void 0) return candidate;
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
		suffix: source?.agents === true ? suffixOfInstructions(path) : suffixOf(path, own.kind === "prompt" ? own : other, formats),
		cases: own.kind === "prompt" ? own.cases : [],
		...own.kind === "prompt" && own.prompt.rendered !== void 0 && { areLines: true },
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

export { takesIn as a, createGoldenCasesReader as c, suffixOf as i, findHalfRendered as l, readGoldenAtHead as n, readPromptSides as o, readSubjects as r, createSkillsReader as s, besideOf as t, selectByTags as u };