import "./rolldown-runtime.js";
import { t as nearCopies } from "./near-copies.js";
import { t as hash } from "./hash.js";
import { t as canonicalJson } from "./json.js";
import { t as maskPersonalData } from "./mask-personal-data.js";
import { I as engines, n as formats } from "./prompts.js";
import { t as clip } from "./clip.js";
import { t as require_dist } from "./dist.js";
import { i as showPosition, t as ProblemError } from "./problem.js";
import { n as showHidden, r as showOnOneLine } from "./show-hidden.js";
import { n as logFormats, r as faultsOfLogs, t as readLogs } from "./read-logs.js";
import { t as checkKinds } from "./scorers.js";
import { t as filesOf } from "./revision-files.js";
import { a as readSettings } from "./read-settings.js";
import { t as readGoldenSet } from "./read-golden-set.js";
import { n as wordUnwritten, r as wireCasesAdd } from "./run-convert.js";
import { t as exits } from "./exits.js";
import { t as readInputs } from "./read-inputs.js";
import { t as readSavedReport } from "./run-report2.js";
import { join } from "node:path";

// src/core/golden-set/make-candidate.ts
const candidateReasons = [
	"failed",
	"cut",
	"rare"
];
const longest$2 = 2e4;
const mostTold = 160;
const cutOff = /^(?:length|max_tokens|max_output_tokens|model_length)$/iu;
function makeCandidate(call, prompt) {
	const texts = call.texts();
	const filled = fill(texts, prompt);
	if (filled === void 0) return void 0;
	const { history, ...input } = filled;
	if (JSON.stringify(filled).length > longest$2) return void 0;
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
		vars: Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, maskIn(value)])),
		...user === void 0 ? {} : { user: maskPersonalData(user) },
		history: history.map(({ role, content }) => ({
			role,
			content: maskPersonalData(content)
		}))
	};
}
function maskIn(value) {
	if (typeof value === "string") return maskPersonalData(value);
	if (isList$1(value)) return value.map(maskIn);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, maskIn(held)]));
}
function isList$1(value) {
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

// src/core/golden-set/choose-candidates.ts
const mostCompared = 1e3;
var CandidatePool = class {
	#held = /* @__PURE__ */ new Map();
	#most;
	add(candidate) {
		const key = `${candidateReasons.indexOf(candidate.reason)}${hash([
			candidate.vars,
			candidate.user,
			candidate.history
		])}`;
		const known = this.#held.get(key);
		if (known !== void 0) known.times += 1;
		else if (this.#most === void 0 || key < this.#most) this.#held.set(key, {
			candidate,
			times: 1
		});
		if (this.#held.size < mostCompared * 2) return;
		const kept = [...this.#held].toSorted(([one], [other]) => one < other ? -1 : 1).slice(0, mostCompared);
		this.#held.clear();
		for (const [one, held] of kept) this.#held.set(one, held);
		this.#most = kept.at(-1)?.[0];
	}
	get candidates() {
		return [...this.#held].toSorted(([one], [other]) => one < other ? -1 : 1).slice(0, mostCompared).map(([, { candidate, times }]) => [candidate, times]);
	}
};
function chooseCandidates(pool, { prompt, cases, most }) {
	const all = pool.candidates.map(([candidate]) => candidate);
	const asCases = [...cases, ...all.map(asCase)];
	const copies = new Set(nearCopies(prompt, asCases).flatMap(([, ...others]) => others));
	const open = all.filter((_, index) => !copies.has(cases.length + index));
	const words = new Map(open.map((candidate) => [candidate, wordsOf(asCase(candidate))]));
	const likeness = new Map(open.map((candidate) => [candidate, 0]));
	const cover = (covered) => {
		for (const [candidate, own] of words) likeness.set(candidate, Math.max(likeness.get(candidate) ?? 0, shareOf(own, covered)));
	};
	for (const golden of cases) cover(wordsOf(golden));
	const chosen = [];
	while (chosen.length < most && words.size > 0) {
		const next = [...words.keys()].reduce((best, one) => isBefore(one, best, likeness) ? one : best);
		const own = words.get(next) ?? /* @__PURE__ */ new Set();
		words.delete(next);
		chosen.push(next);
		cover(own);
	}
	return {
		cases: chosen,
		copies: all.length - open.length
	};
}
function isBefore(one, other, likeness) {
	const rank = ({ reason }) => candidateReasons.indexOf(reason);
	if (rank(one) !== rank(other)) return rank(one) < rank(other);
	return (likeness.get(one) ?? 0) < (likeness.get(other) ?? 0);
}
function asCase({ vars, user, history, at }) {
	return {
		id: "",
		tags: [],
		weight: 1,
		context: [],
		checks: [],
		notRun: [],
		vars,
		...user === void 0 ? {} : { user },
		history,
		at
	};
}
function wordsOf({ vars, user = "", history }) {
	const text = `${canonicalJson(vars)} ${user} ${history.map(({ content }) => content).join(" ")}`;
	return new Set(text.slice(0, 4e3).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
function shareOf(one, other) {
	const union = one.union(other).size;
	return union === 0 ? 0 : one.intersection(other).size / union;
}

// src/core/golden-set/write-candidates.ts
var import_dist = require_dist();
const reviewTag = "review";
const longest$1 = 240;
const words = {
	failed: "it failed in production",
	cut: "its reply was cut off in production",
	rare: "no golden case resembles it"
};
function writeCandidates(candidates, indent = 0) {
	const text = candidates.map((candidate) => {
		const { segment, vars, user, history } = candidate;
		const written = {
			id: `log-${hash([
				vars,
				user ?? null,
				history
			]).slice(0, 8)}`,
			...segment === void 0 ? {} : { segment },
			tags: [reviewTag],
			vars,
			...user === void 0 ? {} : { user },
			...history.length > 0 && { history },
			checks: []
		};
		return `${[`To review: ${words[candidate.reason]} (${showPosition(candidate.at)}). Write its checks, then drop the tag.`, ...candidate.notes].map((note) => `# ${showOnOneLine(note, longest$1)}\n`).join("")}${(0, import_dist.stringify)([written], { lineWidth: 0 })}`;
	}).join("");
	return indent === 0 ? text : text.replaceAll(/^(?=.)/gmu, " ".repeat(indent));
}
function isList(value) {
	return Array.isArray(value);
}
function newCasesFile(candidates) {
	return `cases:\n${writeCandidates(candidates, 2)}`;
}
function appendCandidates(text, file, candidates) {
	const document = (0, import_dist.parseDocument)(text);
	const broken = (what) => ({
		kind: "broken",
		problem: {
			reason: "files",
			what,
			at: { file },
			fix: "Without --write the cases are printed: paste them in."
		}
	});
	if (document.errors.length > 0) return broken("Nothing is added: the file cannot be read as YAML.");
	const { contents } = document;
	if (contents === null) return {
		kind: "text",
		text: `${endingInLine(text)}${newCasesFile(candidates)}`
	};
	const cases = (0, import_dist.isMap)(contents) ? contents.get("cases") : contents;
	if (!(0, import_dist.isSeq)(cases) || cases.flow === true || cases.items.length === 0 || cases.range == null) return broken("Nothing is added: its cases are no list with an item a line.");
	const [start, end] = cases.range;
	const indent = start - (text.lastIndexOf("\n", start - 1) + 1);
	const line = text.indexOf("\n", Math.max(0, end - 1));
	const place = line === -1 ? text.length : line + 1;
	const next = `${endingInLine(text.slice(0, place))}${writeCandidates(candidates, indent)}${text.slice(place)}`;
	return keepsAll(text, next, candidates.length) ? {
		kind: "text",
		text: next
	} : broken("Nothing is added: its cases end where another part begins.");
}
function endingInLine(text) {
	return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
function keepsAll(old, next, more) {
	const [before, after] = [old, next].map(listIn);
	if (before === void 0 || after === void 0 || after.list.length !== before.list.length + more) return false;
	return JSON.stringify(before) === JSON.stringify({
		...after,
		list: after.list.slice(0, before.list.length)
	});
}
function listIn(text) {
	try {
		const value = (0, import_dist.parse)(text, { maxAliasCount: 100 });
		if (isList(value)) return {
			list: value,
			rest: null
		};
		if (typeof value !== "object" || value === null) return void 0;
		const { cases, ...rest } = value;
		return cases !== void 0 && isList(cases) ? {
			list: cases,
			rest
		} : void 0;
	} catch {
		return;
	}
}

// src/app/cases/add-cases.ts
async function addCases(asked, { files, sandbox }) {
	const { now } = files;
	const { settings } = await readSettings(files, {
		tip: now,
		base: now,
		head: now,
		fork: false
	}, asked.inputs);
	const entries = await files.tree(now);
	const prompts = (await readGoldenSet({
		files: filesOf(files, now, entries),
		settings,
		kinds: checkKinds,
		formats,
		sandbox
	})).prompts.filter((one) => one.kind === "prompt");
	const target = targetOf(prompts, asked.prompt);
	const pools = /* @__PURE__ */ new Map();
	const tallies = [];
	let unplaced = 0;
	const take = (place, candidate) => {
		if (place === void 0 || candidate === void 0) {
			unplaced += 1;
			return;
		}
		const pool = pools.get(place) ?? new CandidatePool();
		pools.set(place, pool);
		pool.add(candidate);
	};
	for await (const calls of readLogs(asked.logs, settings.logFields, (tally) => tallies.push(tally))) for (const call of calls) {
		const place = placeOf(call.prompt?.name, prompts, target);
		take(place, place === void 0 ? void 0 : makeCandidate(call, place.prompt));
	}
	const [fault, ...faults] = faultsOfLogs(tallies, logFormats.map(({ title }) => title));
	if (fault !== void 0) throw new ProblemError(fault, ...faults);
	for (const report of asked.reports) for (const [path, one] of fallenIn(report)) take(placeOf(path, prompts, target), one);
	const [place, ...others] = [...pools.keys()];
	if (others.length > 0) throw new ProblemError(severalPrompts([...pools.keys()]));
	const notes = [...tallies.flatMap(({ faults: told }) => told).length === 0 ? [] : [`${tallies.reduce((sum, one) => sum + one.broken, 0)} records are broken and left out.`], ...unplaced === 0 ? [] : [`${unplaced} calls are of no prompt here, or say nothing that it could be asked.`]];
	if (place === void 0) return {
		yaml: "",
		cases: 0,
		notes: [...notes, "There is no input to choose from."]
	};
	const pool = pools.get(place) ?? new CandidatePool();
	const { cases, copies } = chooseCandidates(pool, {
		prompt: place.prompt,
		cases: place.cases,
		most: asked.most
	});
	const told = [...notes, ...copies === 0 ? [] : [`${copies} inputs repeat a golden case or each other, nearly or wholly.`]];
	if (cases.length === 0) return {
		yaml: "",
		cases: 0,
		notes: [...told, "All inputs are covered by golden cases."]
	};
	return {
		file: await fileWith(place, cases, files),
		yaml: writeCandidates(cases),
		cases: cases.length,
		notes: told
	};
}
function targetOf(prompts, path) {
	if (path === void 0) return prompts.length === 1 ? prompts[0] : void 0;
	const found = prompts.find((one) => one.path === path);
	if (found !== void 0) return found;
	throw new ProblemError({
		reason: "files",
		what: `\`${path}\` is no prompt that can be read here.`,
		at: { file: path },
		fix: "Name a file that `prompts` of the config takes, from the root of the repository; `promptgate cases check` lists them."
	});
}
function placeOf(name, prompts, target) {
	const [only, ...more] = name === void 0 ? [] : prompts.filter(({ path }) => path === name || stemOf(path) === stemOf(name));
	if (only === void 0 || more.length > 0) return target;
	return target === void 0 || only === target ? only : void 0;
}
function stemOf(path) {
	const file = path.slice(path.lastIndexOf("/") + 1);
	return file.split(".", 1)[0] ?? file;
}
function severalPrompts(places) {
	return {
		reason: "files",
		what: `The logs hold calls of several prompts: ${places.slice(0, 5).map(({ path }) => `\`${path}\``).join(", ")}.`,
		fix: "Name one by --prompt."
	};
}
function fallenIn(report) {
	return report.prompts.flatMap(({ path, exam, models }) => {
		const hard = new Map(models.flatMap(({ cases }) => cases.filter(({ state }) => hardStates.has(state)).map(({ id, state }) => [id, state])));
		return exam.flatMap(({ id, vars, segment, at }) => {
			const state = hard.get(id);
			if (state === void 0 || Object.keys(vars).length === 0) return [];
			const candidate = {
				reason: "failed",
				notes: [`It was ${state} in a saved review, as the case ${id}.`],
				vars,
				history: [],
				at,
				...segment === void 0 ? {} : { segment }
			};
			return [[path, maskCandidate(candidate)]];
		});
	});
}
const hardStates = /* @__PURE__ */ new Set([
	"regressed",
	"fell",
	"failing",
	"flaky"
]);
async function fileWith(place, cases, files) {
	const path = place.files.find((file) => /\.ya?ml$/u.test(file) && file !== place.path);
	if (path === void 0) {
		const [first] = place.paths;
		if (first === void 0) throw new ProblemError(noPlace(place.path));
		return {
			path: first,
			text: newCasesFile(cases)
		};
	}
	const read = await files.text(files.now, path);
	if (read.kind !== "text") throw new ProblemError(noPlace(path));
	const written = appendCandidates(read.text, path, cases);
	if (written.kind === "text") return {
		path,
		text: written.text,
		old: read.text
	};
	throw new ProblemError(written.problem);
}
function noPlace(file) {
	return {
		reason: "files",
		what: "There is no file to add its cases to.",
		at: { file }
	};
}

// src/commands/run-cases-add.ts
const longest = 300;
async function runCasesAdd({ from, prompt, most = "20", write }, { given, terminal }) {
	if (!/^[1-9]\d{0,3}$/u.test(most)) {
		const what = `\`--most\` must be a number from 1 to 9999, not \`${showOnOneLine(most, 40)}\`.`;
		throw new ProblemError({
			reason: "config",
			what
		});
	}
	const folder = process.cwd();
	const place = await wireCasesAdd(folder);
	try {
		const reports = [];
		const logs = [];
		for (const name of from) {
			const report = await reportAt(name);
			if (report === void 0) logs.push(name);
			else reports.push(report);
		}
		const added = await addCases({
			inputs: readInputs(given),
			logs: await place.openLogs(logs),
			reports,
			most: Number(most),
			...prompt === void 0 ? {} : { prompt: join(place.below, prompt).replaceAll("\\", "/") }
		}, place);
		for (const note of added.notes) terminal.say(note);
		const { file } = added;
		if (file === void 0) return exits.open;
		const count = added.cases === 1 ? "1 case" : `${added.cases} cases`;
		if (write !== true) {
			terminal.print(showHidden(added.yaml));
			terminal.say(`${count} for ${showOnOneLine(file.path, longest)}: --write adds them.`);
			return exits.open;
		}
		const { path, text, old } = file;
		const end = old === void 0 ? await place.writeNew(path, text) : await place.rewrite(path, {
			old,
			next: text
		});
		if (end === "outside") terminal.say(wordUnwritten(file.path));
		else if (end === "there" || end === "changed") terminal.say(`${showOnOneLine(path, longest)} ${end === "there" ? "came" : "changed"} in the meantime, and stays as it is. Run it again.`);
		else terminal.print(`Added ${count} to ${showOnOneLine(file.path, longest)}, tagged \`review\`.\n`);
		return end === "written" ? exits.open : exits.input;
	} finally {
		await place.close();
	}
}
async function reportAt(name) {
	if (!name.endsWith(".json")) return void 0;
	try {
		return await readSavedReport(name);
	} catch (fault) {
		if (fault instanceof ProblemError) return void 0;
		throw fault;
	}
}

export { runCasesAdd };