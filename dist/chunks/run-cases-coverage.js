import "./rolldown-runtime.js";
import { n as examOf, o as createRenderPrompt, r as modelChoice, s as designReview } from "./design-judged.js";
import { a as wrapPrompt, r as varsOf } from "./messages-of.js";
import { t as nearCopies } from "./near-copies.js";
import { a as isChecked } from "./compare-case.js";
import { r as lookUp } from "./fill-template.js";
import { l as argumentNames, p as declaredTools } from "./skills.js";
import { F as findIncluded, m as formats } from "./cases.js";
import { _ as parseHandlebars, c as readJinjaTemplates, f as dictOf, m as bodiesOf, o as guarded, p as parse, u as Rendering } from "./engines.js";
import { t as clip } from "./clip.js";
import { n as usedCalls } from "./used-calls.js";
import { n as selectFiles, t as explainIdle } from "./select-files.js";
import { t as ProblemError } from "./problem.js";
import { o as scenarioOf } from "./named-checks.js";
import { t as escapeHidden } from "./show-hidden.js";
import { t as checkKinds } from "./scorers.js";
import { n as filesOf } from "./promptfoo-reader.js";
import { a as readSettings } from "./read-settings.js";
import { i as scoresByRequest } from "./remember-scores.js";
import { t as readGoldenSet } from "./read-golden-set.js";
import { t as wireCases } from "./wire-cases.js";
import { t as putResult } from "./put-result.js";
import { t as readInputs } from "./read-inputs2.js";
import { t as readSavedReport } from "./run-report2.js";
import { isAbsolute, relative } from "node:path";

// src/core/template/jinja/trace-branches.ts
const mostTemplates = 200;
function traceBranches(template, values, find, spacing) {
	return guarded(() => {
		const bodies = /* @__PURE__ */ new Map();
		const parseOnce = (text) => {
			const known = bodies.get(text);
			if (known !== void 0) return known;
			const body = parse(text, spacing);
			bodies.set(text, body);
			return body;
		};
		const taken = /* @__PURE__ */ new Map();
		const saw = (statement, branch) => {
			taken.set(statement, (taken.get(statement) ?? /* @__PURE__ */ new Set()).add(branch));
		};
		const body = parseOnce(template);
		for (const one of values) guarded(() => {
			return {
				kind: "rendered",
				text: new Rendering(find, spacing, false, {
					parse: parseOnce,
					saw
				}).run(body, dictOf(one))
			};
		});
		return {
			kind: "traced",
			branches: templatesOf$1(template, find).flatMap(([name, text]) => branchesOf(parseOnce(text), taken).map((branch) => name === void 0 ? branch : {
				...branch,
				template: name
			}))
		};
	});
}
function templatesOf$1(template, find) {
	const found = /* @__PURE__ */ new Map([[void 0, template]]);
	for (const [, text] of found) for (const name of readJinjaTemplates(text)) {
		const other = find(name);
		if (other !== void 0 && !found.has(name) && found.size < mostTemplates) found.set(name, other);
	}
	return [...found];
}
function branchesOf(body, taken) {
	const tags = /* @__PURE__ */ new Map();
	const tagOf = (keyword, line) => {
		const key = `${keyword} ${line}`;
		const nth = tags.get(key) ?? 0;
		tags.set(key, nth + 1);
		return {
			keyword,
			line,
			nth
		};
	};
	const walk = (inner) => inner.flatMap((statement) => {
		const isTaken = (branch) => taken.get(statement)?.has(branch) === true;
		const branches = [];
		if (statement.kind === "if") {
			let last = tagOf("if", statement.line);
			statement.branches.forEach(({ test }, at) => {
				if (at > 0) last = tagOf("elif", test.line);
				branches.push({
					...last,
					way: "holds",
					taken: isTaken(at)
				});
			});
			branches.push({
				...last,
				way: "fails",
				taken: isTaken(-1)
			});
		}
		if (statement.kind === "for") {
			const tag = tagOf("for", statement.line);
			branches.push({
				...tag,
				way: "items",
				taken: isTaken(0)
			}, {
				...tag,
				way: "empty",
				taken: isTaken(-1)
			});
		}
		return [...branches, ...bodiesOf(statement).flatMap(walk)];
	});
	return walk(body);
}

// src/core/template/handlebars/mark-branches.ts
const [begin, end] = ["󰀀", "󰀁"];
const tags = /\\?\{\{\{\{|\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![\s\S]*?\}\}|\\?\{\{(?:"[^"]*"|'[^']*'|[^"'{}]|\{(?!\{)|\}(?!\}))*\}?\}\}/gu;
const byHelper = {
	if: ["holds", "fails"],
	unless: ["fails", "holds"],
	each: ["items", "empty"],
	with: ["holds", "fails"],
	ifEquals: ["holds", "fails"],
	unlessEquals: ["fails", "holds"]
};
function markHandlebarsBranches(template, from) {
	const parsed = parseHandlebars(template);
	if (parsed.kind === "failed") return {
		kind: "failed",
		why: parsed.failure.why
	};
	const branches = [];
	const open = [];
	let [text, at] = ["", 0];
	const add = (way, { tag, line }) => {
		const mark = `${begin}${from + branches.length}${end}`;
		branches.push({
			way,
			tag,
			line,
			mark
		});
		return mark;
	};
	for (const { 0: tag, index } of template.matchAll(tags)) {
		if (/^\{\{\{\{/u.test(tag)) return {
			kind: "failed",
			why: "it has a raw block, of which nothing is known"
		};
		const inside = /^\{\{~?\s*(#[*>]?|\^|\/|else\b)?\s*([\s\S]*?)~?\}\}$/u.exec(tag);
		const [, sign = "", words = ""] = inside ?? [];
		if (inside === null || sign === "") continue;
		const line = template.slice(0, index).split("\n").length;
		const shown = {
			tag: tag.replaceAll(/\s+/gu, " "),
			line
		};
		const block = open.at(-1);
		let [before, after] = ["", ""];
		if (sign.startsWith("#") || sign === "^" && words !== "") {
			const [name = ""] = /^[^\s~]+/u.exec(words) ?? [];
			const ways = sign === "^" ? ["fails", "holds"] : byHelper[name] ?? sectionOf(words);
			const one = {
				name,
				ways: sign.length > 1 ? void 0 : ways,
				...shown,
				hasElse: false
			};
			open.push(one);
			if (one.ways !== void 0) after = add(one.ways[0], one);
		} else if (sign === "/") {
			open.pop();
			if (block?.ways !== void 0 && !block.hasElse) before = `{{else}}${add(block.ways[1], block)}`;
		} else if (block?.ways !== void 0) {
			const [, helper] = /^(\S+)\s+\S/u.exec(words) ?? [];
			const chained = helper === void 0 ? void 0 : byHelper[helper];
			if (chained === void 0) {
				after = add(block.ways[1], block);
				block.hasElse = true;
			} else {
				block.ways = chained;
				Object.assign(block, shown);
				after = add(chained[0], block);
			}
		}
		text += `${template.slice(at, index)}${before}${tag}${after}`;
		at = index + tag.length;
	}
	return {
		kind: "marked",
		template: text + template.slice(at),
		branches
	};
}
function sectionOf(words) {
	return /^\S+$/u.test(words.trim()) ? ["holds", "fails"] : void 0;
}

// src/core/golden-set/cover-handlebars.ts
function coverHandlebars(prompt, text, cases, render) {
	const branches = [];
	const failures = [];
	const mark = (template, place) => {
		const marked = markHandlebarsBranches(template, branches.length);
		if (marked.kind === "failed") {
			failures.push(marked.why);
			return template;
		}
		branches.push(...marked.branches.map((one) => ({
			...one,
			at: place(one.line, one.tag)
		})));
		return marked.template;
	};
	const messages = prompt.messages.map((message) => {
		if (message.verbatim === true || message.holds !== void 0 || message.parts !== void 0) return message;
		const template = message.content;
		const place = (line, tag) => {
			const known = lineIn(text, {
				template,
				line,
				tag
			});
			return known === void 0 ? { file: prompt.path } : {
				file: prompt.path,
				line: known
			};
		};
		return {
			...message,
			content: mark(template, place)
		};
	});
	const included = Object.fromEntries(Object.entries(prompt.included ?? {}).map(([name, one]) => [name, {
		...one,
		text: mark(one.text, (line) => ({
			file: one.file,
			line
		}))
	}]));
	const marked = {
		...prompt,
		messages,
		...prompt.included !== void 0 && { included }
	};
	const left = new Set(branches);
	for (const golden of branches.length === 0 ? [] : cases) {
		const made = render(wrapPrompt(marked, golden), varsOf(golden));
		if (made.failed !== void 0) continue;
		const whole = made.messages.map(({ content }) => content).join("\n");
		for (const one of left) if (whole.includes(one.mark)) left.delete(one);
	}
	const [unread] = failures;
	return {
		of: branches.length,
		unreached: branches.filter((one) => left.has(one)).map(({ way, tag, at }) => ({
			way,
			tag,
			at
		})),
		...unread !== void 0 && { unread }
	};
}
function lineIn(text, { template, line, tag }) {
	const whole = text.indexOf(template.trimEnd());
	const at = whole === -1 ? text.indexOf(tag) : whole;
	return at === -1 ? void 0 : text.slice(0, at).split("\n").length + (whole === -1 ? 0 : line - 1);
}

// src/core/golden-set/cover-branches.ts
const longest = 120;
const mostLines = 20;
function coverBranches(prompt, text, cases, render) {
	if (prompt.engine === "handlebars" && render !== void 0) return coverHandlebars(prompt, text, cases, render);
	if (prompt.engine !== "jinja" && prompt.engine !== "nunjucks") return {
		of: 0,
		unreached: []
	};
	const values = cases.map((golden) => ({
		...prompt.defaults,
		...varsOf(golden)
	}));
	const traced = prompt.messages.flatMap(templatesOf).map((template) => ({
		template,
		found: traceBranches(template, values, findIncluded(prompt), prompt.spacing)
	}));
	const unread = traced.flatMap(({ found }) => found.kind === "failed" ? [found.failure.why] : [])[0];
	const told = /* @__PURE__ */ new Set();
	const branches = traced.flatMap(({ template, found }) => found.kind === "failed" ? [] : found.branches.map((branch) => placed(branch, {
		template,
		text,
		prompt
	})));
	const reached = new Set(branches.filter(({ taken }) => taken).map(keyOf));
	const all = branches.filter((one) => {
		const isNew = !told.has(keyOf(one));
		told.add(keyOf(one));
		return isNew;
	});
	return {
		of: all.length,
		unreached: all.filter((one) => !reached.has(keyOf(one))).map(({ way, tag, at }) => ({
			way,
			tag,
			at
		})),
		...unread !== void 0 && { unread }
	};
}
function keyOf({ key }) {
	return key;
}
function templatesOf({ content, parts, verbatim, holds }) {
	if (verbatim === true || holds !== void 0) return [];
	if (parts === void 0) return [content];
	return parts.flatMap((part) => part.kind === "text" ? [part.text] : []);
}
function placed({ way, line, keyword, nth, template: name, taken }, { template, text, prompt }) {
	const other = name === void 0 ? void 0 : prompt.included?.[name];
	const tag = tagAt((other?.text ?? template).split("\n").slice(line - 1), keyword, nth);
	const file = other?.file ?? prompt.path;
	const known = other === void 0 ? lineIn(text, {
		template,
		line,
		tag
	}) : line;
	const at = known === void 0 ? { file } : {
		file,
		line: known
	};
	return {
		way,
		tag: clip(tag, longest),
		at,
		taken,
		key: JSON.stringify([
			way,
			line,
			keyword,
			nth,
			file,
			other ? "" : template
		])
	};
}
function tagAt(lines, keyword, nth) {
	const tags = new RegExp(`\\{%[-+]?\\s*${keyword}\\b[\\s\\S]*?%\\}`, "gu");
	const [tag] = [...lines.slice(0, mostLines).join("\n").matchAll(tags)][nth] ?? [];
	return tag?.replaceAll(/\s+/gu, " ") ?? `{% ${keyword} … %}`;
}

// src/core/golden-set/measure-coverage.ts
const same = 1e-9;
function measureCoverage({ path, prompt, text, cases }, { kept, segments, render, reviewed }) {
	const asked = cases.filter(isChecked);
	const variables = coverNames(prompt.variables, (name) => asked.some((golden) => gives(golden, name, prompt)));
	const branches = coverBranches(prompt, text, asked, render);
	const declared = declaredTools(prompt.params);
	const used = usedCalls(asked, reviewed);
	const tools = coverNames(declared.map(({ name }) => name), (name) => used.has(name));
	const given = declared.flatMap((tool) => argumentNames(tool).map((name) => ({
		name: `${tool.name}.${name}`,
		isUsed: used.get(tool.name)?.has(name) === true
	})));
	const reachedArguments = new Set(given.filter(({ isUsed }) => isUsed).map(({ name }) => name));
	const args = coverNames(given.map(({ name }) => name), (name) => reachedArguments.has(name));
	const ofSegments = coverSegments(segments, asked);
	const parts = [
		variables,
		branches,
		tools,
		args,
		ofSegments
	];
	return {
		path,
		cases: asked.length,
		reached: sum(parts.map(({ of, unreached }) => of - unreached.length)),
		of: sum(parts.map(({ of }) => of)),
		variables,
		branches,
		tools,
		arguments: args,
		segments: ofSegments,
		silent: findSilent(asked, kept),
		copies: nearCopies(prompt, asked).map((group) => group.flatMap((index) => asked[index]?.id ?? []))
	};
}
function coverSegments(segments, cases) {
	const held = new Set(cases.filter(isChecked).flatMap(({ segment }) => segment ?? []));
	return coverNames([...segments], (name) => held.has(name));
}
function coverNames(names, isReached) {
	const all = [...new Set(names)];
	return {
		of: all.length,
		unreached: all.filter((name) => !isReached(name))
	};
}
function gives(golden, name, { turn }) {
	return lookUp(name, varsOf(golden)) !== void 0 || name === turn && golden.user !== void 0;
}
function findSilent(cases, kept) {
	const compared = kept.filter(({ requests }) => requests.filter(({ length }) => length > 0).length > 1);
	const byCase = Map.groupBy(compared, (one) => one.case);
	const known = cases.filter(({ id }) => byCase.has(id));
	const silent = known.filter(({ id }) => byCase.get(id)?.every(({ requests }) => areSame(requests)) === true);
	return {
		of: known.length,
		cases: silent.map(({ id }) => id)
	};
}
function areSame(requests) {
	const means = requests.filter(({ length }) => length > 0).map((scores) => sum(scores) / scores.length);
	return Math.max(...means) - Math.min(...means) < same;
}
function sum(numbers) {
	return numbers.reduce((total, one) => total + one, 0);
}

// src/app/cases/measure-coverage-locally.ts
async function measureCoverageLocally(asked, ports) {
	const report = await measure(asked, ports);
	const { writeCoverage } = await import("./coverage.js");
	return {
		text: [asked.json === true ? `${escapeHidden(JSON.stringify(report, null, 2))}\n` : writeCoverage(report, asked.screen)],
		files: [],
		faulty: report.problems.length > 0,
		open: true
	};
}
async function measure({ inputs, files, last }, ports) {
	const { tree, tool, sandbox } = ports;
	const { now } = tree;
	const { settings } = await readSettings(tree, {
		tip: now,
		base: now,
		head: now,
		fork: false
	}, inputs);
	const entries = await tree.tree(now);
	const set = await readGoldenSet({
		files: filesOf(tree, now, entries),
		settings,
		kinds: checkKinds,
		formats,
		sandbox
	});
	const selectors = selectFiles(files, tree.folder);
	const selected = set.prompts.filter((one) => selectors.length === 0 ? true : [one.path, ...one.files].some((path) => selectors.some(({ selects }) => selects(path))));
	const [idle, ...more] = selectors.filter(({ selects }) => !selected.some((one) => [one.path, ...one.files].some(selects))).map((selector) => explainIdle(selector, {
		paths: [...entries.keys()],
		globs: settings.promptGlobs
	}));
	if (idle !== void 0) throw new ProblemError(idle, ...more);
	const session = await ports.openAsking(settings, 0);
	try {
		const prompts = [];
		const render = createRenderPrompt(sandbox);
		for (const one of selected) {
			if (one.kind !== "prompt") continue;
			const exam = examOf(one.cases.filter(({ checks }) => checks.length > 0));
			const change = {
				path: one.path,
				change: "added",
				new: one.prompt,
				exam,
				diff: "",
				notes: []
			};
			const cells = designReview([change], modelChoice(settings), render, (golden) => scenarioOf(golden, checkKinds)).prompts.flatMap((designed) => designed.cells);
			const kept = await scoresByRequest(cells, {
				history: session.history,
				breathe: ports.breathe
			});
			prompts.push(measureCoverage(one, {
				kept,
				segments: [...settings.segments.keys()],
				render,
				reviewed: last?.prompts.find(({ path }) => path === one.path)
			}));
		}
		const all = set.prompts.flatMap((one) => one.kind === "prompt" ? one.cases : []);
		const segments = coverSegments(settings.segments.keys(), all);
		return {
			version: 1,
			tool,
			problems: [...set.problems, ...selected.flatMap((one) => "problems" in one ? one.problems : [])],
			reached: prompts.reduce((sum, { reached }) => sum + reached, 0),
			of: prompts.reduce((sum, one) => sum + one.of, 0),
			prompts,
			unread: selected.flatMap((one) => one.kind === "unread" ? [{
				path: one.path,
				format: one.format
			}] : []),
			segments
		};
	} finally {
		await session.close();
	}
}

// src/commands/run-cases-coverage.ts
async function runCasesCoverage(named, { json, report, store }, { given, terminal, signal, heedCancel }) {
	const folder = process.cwd();
	const files = named.map((file) => isAbsolute(file) ? relative(folder, file) : file);
	const last = report === void 0 ? void 0 : await readSavedReport(report);
	const inputs = readInputs(given);
	const place = {
		folder,
		progress: terminal.progress,
		...store === void 0 ? {} : { store }
	};
	const ports = await wireCases(inputs, {
		env: process.env,
		signal,
		heedCancel
	}, place);
	try {
		const asked = {
			inputs,
			files,
			screen: terminal.screen,
			...json && { json },
			...last && { last }
		};
		return await putResult(await measureCoverageLocally(asked, ports), terminal, {}, ports.breathe);
	} finally {
		await ports.close();
	}
}

export { runCasesCoverage };