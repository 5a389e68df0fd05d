import { t as require_dist } from "./dist2.js";
import { t as hash } from "./hash.js";
import { i as showPosition, t as ProblemError } from "./problem.js";
import { t as maskPersonalData } from "./mask-personal-data.js";
import { r as showOnOneLine } from "./show-hidden.js";
import { m as formats } from "./cases.js";
import { t as checkKinds } from "./scorers.js";
import { n as filesOf } from "./promptfoo-reader.js";
import { t as readGoldenSet } from "./read-golden-set.js";

// src/core/golden-set/write-candidates.ts
var import_dist = require_dist();
const reviewTag = "review";
const longest = 240;
const words = {
	failed: "it failed in production",
	poor: "a judge graded its reply low",
	refused: "its reply declined",
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
		return `${[`To review: ${words[candidate.reason]} (${placeOf$1(candidate.at)}). Write its checks, then drop the tag.`, ...candidate.notes].map((note) => `# ${showOnOneLine(note, longest)}\n`).join("")}${(0, import_dist.stringify)([written], { lineWidth: 0 })}`;
	}).join("");
	return indent === 0 ? text : text.replaceAll(/^(?=.)/gmu, " ".repeat(indent));
}
function placeOf$1(at) {
	return showPosition({
		...at,
		file: maskPersonalData(at.file.split(/[\\/]/u).at(-1) ?? "")
	});
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

// src/app/cases/place-calls.ts
function placeOf(name, prompts, target) {
	const [only, ...more] = name === void 0 ? [] : prompts.filter(({ path }) => path === name || stemOf(path) === stemOf(name));
	if (only === void 0 || more.length > 0) return target;
	return target === void 0 || only === target ? only : void 0;
}
function stemOf(path) {
	const file = path.slice(path.lastIndexOf("/") + 1);
	return file.split(".", 1)[0] ?? file;
}
function casesFileOf(place) {
	const path = place.files.find((file) => /\.ya?ml$/u.test(file) && file !== place.path) ?? place.paths[0];
	if (path === void 0) throw new ProblemError(noPlace(place.path));
	return path;
}
async function fileWith(place, cases, readText) {
	const path = casesFileOf(place);
	const read = await readText(path);
	if (read.kind === "absent") return {
		path,
		text: newCasesFile(cases)
	};
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
async function readPrompts(files, settings, sandbox) {
	const entries = await files.tree(files.now);
	const reading = {
		files: filesOf(files, files.now, entries),
		settings,
		kinds: checkKinds,
		formats,
		sandbox
	};
	const { prompts } = await readGoldenSet(reading);
	return prompts.filter((one) => one.kind === "prompt");
}

export { writeCandidates as a, readPrompts as i, fileWith as n, placeOf as r, casesFileOf as t };