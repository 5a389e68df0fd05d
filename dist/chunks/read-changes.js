import { A as filesOfChecks, D as suffixOfInstructions, T as isSkillFile, _ as namesGivenBy, c as configTexts, f as readDefaultChecks, l as isConfigPath, u as mayBeConfigPath, v as settlePrompts } from "./cases.js";
import { a as addressesModel, c as couldHoldPrompt, d as looksLikePrompt, f as findUnfollowed, h as findCasesOfKeys, l as holdsPrompt, m as couldHoldCases, n as changedPaths, o as couldAddressModel, p as casesPaths, r as mayConcern, s as couldBePrompt, u as isElsewhere } from "./may-concern.js";
import { a as couldMention, i as couldBeShown, n as couldBeCheckedAgainst, o as fileNames, r as couldBeReferredTo, s as namedAs, t as couldBeCheckScript } from "./file-names.js";
import { i as findCandidates, o as pairByContent, r as openRevisions, t as createPromptfooReader } from "./promptfoo-reader.js";
import { a as matchPrompts, i as matchExcluded, r as matchAgents } from "./prompt-globs.js";
import { t as HeldBytes } from "./held-bytes.js";
import { t as examChangesFor } from "./override-settings.js";
import { i as diffArrays, n as OMIT_HEADERS, r as createTwoFilesPatch, t as FILE_HEADERS_ONLY } from "./libesm.js";
import { s as answeredByApplications } from "./named-checks.js";
import { r as varsOf } from "./messages-of.js";
import { t as canonicalJson } from "./json.js";
import { r as lookUp } from "./fill-template.js";
import { f as declaredInParams, u as compareResponseFormats } from "./skills.js";
import { a as isChecked, c as asksLess, n as compareCase, o as isJudgedAlike, r as fillVars, s as allowsAll, t as asksTheSame$1 } from "./compare-case.js";
import { t as isObject } from "./is-object.js";
import { c as createGoldenCasesReader, l as findHalfRendered, n as readGoldenAtHead, o as readPromptSides, r as readSubjects, s as createSkillsReader, t as besideOf, u as selectByTags } from "./read-subjects.js";
import { t as casesWithoutLine } from "./pair-lines.js";
import { t as clip } from "./clip.js";
import { t as wordNotes } from "./word-notes.js";
import { t as checkVariables } from "./check-variables.js";
import { a as showProblem, i as showPosition } from "./problem.js";
import { r as triggerKind } from "./trigger-cases.js";
import { t as isJinjaFile } from "./kind-of-prompt-file.js";
import { t as readYaml } from "./read-yaml.js";
import { t as readRenderedLines } from "./read-rendered-lines.js";
import { r as snapshotEnding } from "./rendered-line.js";
import { t as compareSnapshots } from "./write-rendered-lines.js";

// src/core/detect/diff-prompt.ts
const mostEdits$1 = 2e3;
function diffPrompt(old, next) {
	const [first, ...others] = old;
	const [only, ...more] = next;
	if (others.length === 0 && more.length === 0) return diffFile(first, only);
	const paths = new Set([...next, ...old].map(({ path }) => path));
	const at = (files, path) => files.find((file) => file.path === path);
	return [...paths].map((path) => diffFile(at(old, path), at(next, path))).join("");
}
function diffFile(old, next) {
	if (old?.text === next?.text) return "";
	const from = old === void 0 ? "/dev/null" : `a/${old.path}`;
	const to = next === void 0 ? "/dev/null" : `b/${next.path}`;
	const options = {
		context: 3,
		maxEditLength: mostEdits$1,
		headerOptions: FILE_HEADERS_ONLY
	};
	return createTwoFilesPatch(from, to, old?.text ?? "", next?.text ?? "", void 0, void 0, options) ?? `--- ${from}\n+++ ${to}\nToo much changed to show it line by line.\n`;
}

// src/app/reading/changed-through.ts
const mostCharacters = 2e4;
async function changedThrough({ candidate, old, next, cases }, changed, files) {
	const own = new Set([candidate.old, candidate.next].flatMap((source) => source?.parts.map(({ file }) => file) ?? []));
	const taken = [
		...pathsBehind(old),
		...pathsBehind(next),
		...cases.old.refersTo,
		...cases.next.refersTo
	];
	const through = [...new Set(taken)].filter((path) => changed.has(path) && !own.has(path)).toSorted();
	const source = candidate.next ?? candidate.old;
	return [...(source === void 0 || own.has(source.path) ? [] : [...own]).filter((path) => changed.has(path)).map((path) => ({ path })), ...await Promise.all(through.map(async (path) => {
		if (couldBeShown(path)) return { path };
		const [before, after] = await Promise.all([textAt(path, files.old), textAt(path, files.next)]);
		const diff = cut(diffPrompt(before, after));
		return diff === "" ? { path } : {
			path,
			diff
		};
	}))];
}
function cut(diff) {
	if (diff.length <= mostCharacters) return diff;
	const end = diff.lastIndexOf("\n", mostCharacters);
	return `${diff.slice(0, end === -1 ? mostCharacters : end)}\n\\ The rest is left out.\n`;
}
function pathsBehind(side) {
	const used = "used" in side ? (side.used ?? []).map(({ path }) => path) : [];
	return side.kind === "prompt" ? [...side.prompt.refersTo, ...used] : used;
}
async function textAt(path, files) {
	const file = await files.text(path);
	return file.kind === "text" ? [{
		path,
		text: file.text
	}] : [];
}

// src/core/detect/compare-prompts.ts
const mostEdits = 2e3;
function comparePrompts(old, next, cases) {
	const edit = {
		settings: compareSettings(old, next),
		messages: compareMessages(old.messages, next.messages),
		responseFormat: compareResponseFormats(old.params, next.params),
		unset: cases === void 0 || cases.length === 0 ? [] : unsetIn(old, next, cases),
		unused: old.variables.filter((name) => name !== old.turn && !next.variables.includes(name))
	};
	return Object.values(edit).every((part) => part.length === 0) ? void 0 : edit;
}
function compareSettings(old, next) {
	const [before, after] = [settingsOf(old), settingsOf(next)];
	return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
		const [was, is] = [shown(before, name), shown(after, name)];
		if (was === is) return [];
		return [{
			name,
			...was !== void 0 && { old: was },
			...is !== void 0 && { new: is }
		}];
	});
}
function settingsOf({ model, params }) {
	const others = Object.entries(params).filter(([name]) => name !== "model" && !declaredInParams.has(name));
	return {
		...model !== void 0 && { model },
		...Object.fromEntries(others.toSorted(([one], [other]) => one < other ? -1 : 1))
	};
}
function shown(settings, name) {
	const value = Object.hasOwn(settings, name) ? settings[name] : void 0;
	if (value === void 0) return void 0;
	return typeof value === "string" ? value : canonicalJson(value);
}
function compareMessages(old, next) {
	const keys = (messages) => messages.map(({ role, content }) => `${role}\n${content}`);
	const edits = [];
	const at = {
		old: 0,
		next: 0
	};
	let gone = [];
	const settle = (came) => {
		for (let index = 0; index < Math.max(gone.length, came.length); index += 1) edits.push(...editOf(gone[index], came[index]));
		gone = [];
	};
	for (const { value, added, removed } of diffArrays(keys(old), keys(next))) {
		const count = value.length;
		if (removed) {
			gone = old.slice(at.old, at.old + count);
			at.old += count;
			continue;
		}
		settle(added ? next.slice(at.next, at.next + count) : []);
		at.next += count;
		if (!added) at.old += count;
	}
	settle([]);
	return edits;
}
function editOf(old, next) {
	const message = next ?? old;
	if (message === void 0) return [];
	const { role, file } = message;
	const kind = old === void 0 ? "added" : next === void 0 ? "removed" : "changed";
	return [{
		role,
		...file !== void 0 && { file },
		kind,
		...old !== void 0 && old.role !== role && { oldRole: old.role },
		diff: diffTexts(old?.content ?? "", next?.content ?? "")
	}];
}
function diffTexts(old, next) {
	if (old === next) return "";
	return createTwoFilesPatch("", "", old, next, void 0, void 0, {
		context: 2,
		maxEditLength: mostEdits,
		headerOptions: OMIT_HEADERS
	}) ?? "Too much changed to show it line by line.\n";
}
function unsetIn(old, next, cases) {
	const isSet = (name) => cases.some(({ golden }) => {
		return golden.stored?.some((one) => one.name === name) === true || lookUp(name, {
			...next.defaults,
			...varsOf(golden)
		}) !== void 0;
	});
	return next.variables.filter((name) => name !== next.turn && !old.variables.includes(name) && next.optional?.includes(name) !== true && !isSet(name));
}

// src/core/exam/declared-form.ts
const heldToPrompt = [{
	kind: "output-schema",
	parameter: "response_format",
	what: "output schema",
	instead: " with `json-schema`"
}, {
	kind: "valid-tool-calls",
	parameter: "tools",
	what: "tools",
	instead: " with `tool-call`"
}];
function droppedSchema(old, next) {
	const before = schemaOf(old);
	if (before === void 0 || allowsAll(before)) return void 0;
	const format = next?.params["response_format"];
	const after = schemaOf(next);
	if (isObject(format) && format["type"] === "json_object") return before;
	return after !== void 0 && asksLess(after, before) ? before : void 0;
}
function isHeldToSchema({ checks }) {
	return checks.some(({ kind }) => kind === "output-schema");
}
function holdToSchema(golden, schema) {
	if (schema === void 0 || !isHeldToSchema(golden)) return golden;
	const held = (check) => check.kind === "output-schema" ? {
		...check,
		kind: "json-schema",
		argument: schema
	} : check;
	return {
		...golden,
		checks: golden.checks.map(held)
	};
}
function notesOnForm(exam, old, next) {
	if (old === void 0) return [];
	return heldToPrompt.flatMap(({ kind, parameter, what, instead }) => {
		const [before, after] = [old, next].map(({ params }) => canonicalJson(params[parameter] ?? null));
		const read = exam.cases.some(({ golden }) => golden.checks.some((check) => check.kind === kind));
		if (before === after || !read) return [];
		return [`The prompt’s ${what} changed, and \`${kind}\` holds each side against its own: one that asks less passes more. To hold both sides to the same, write it into the case${instead}.`];
	});
}
function schemaOf(prompt) {
	const format = prompt?.params["response_format"];
	const declared = isObject(format) ? format["json_schema"] : void 0;
	return isObject(declared) ? declared["schema"] : void 0;
}

// src/core/exam/standing-cases.ts
function standingCases(base, tip, pair = pairCases) {
	return pair(base, tip).map((one) => {
		if (one.kind === "removed") return {
			golden: one.base,
			isNew: false
		};
		if (one.kind === "added") return {
			golden: one.head,
			isNew: true
		};
		const before = isSameCase(one.base, one.head) ? {} : { before: one.base };
		return {
			golden: one.head,
			...before,
			isNew: false
		};
	});
}
function isSameCase(one, other) {
	return one === other || contentOf(one) === contentOf(other);
}
function contentOf({ at: _, checks, notRun, ...rest }) {
	return canonicalJson({
		...rest,
		checks: checks.map(({ at: __, ...check }) => check),
		notRun: notRun.map(({ name }) => name)
	});
}
function pairById(base, head) {
	const byId = new Map(base.map((golden) => [golden.id, golden]));
	const headIds = new Set(head.map(({ id }) => id));
	const removed = base.filter(({ id }) => !headIds.has(id));
	return [...head.map((golden) => {
		const other = byId.get(golden.id);
		return other === void 0 ? {
			kind: "added",
			head: golden
		} : {
			kind: "both",
			base: other,
			head: golden
		};
	}), ...removed.map((golden) => ({
		kind: "removed",
		base: golden
	}))];
}
function pairCases(base, head) {
	const byId = new Map(base.map((golden) => [golden.id, golden]));
	const headIds = new Set(head.map(({ id }) => id));
	const byVars = /* @__PURE__ */ new Map();
	for (const golden of base) {
		if (headIds.has(golden.id)) continue;
		const key = canonicalJson(golden.vars);
		const same = byVars.get(key);
		if (same === void 0) byVars.set(key, [golden]);
		else same.push(golden);
	}
	const paired = /* @__PURE__ */ new Set();
	const pairs = head.map((golden) => {
		const other = byId.get(golden.id) ?? byVars.get(canonicalJson(golden.vars))?.shift();
		if (other === void 0) return {
			kind: "added",
			head: golden
		};
		paired.add(other);
		return {
			kind: "both",
			base: other,
			head: golden
		};
	});
	const removed = base.filter((golden) => !paired.has(golden));
	return [...pairs, ...removed.map((golden) => ({
		kind: "removed",
		base: golden
	}))];
}

// src/core/exam/compare-exams.ts
function compareExams({ base, tip = base, head, policy, old, next }) {
	const isRendered = (next ?? old)?.rendered !== void 0;
	const dropped = isRendered ? void 0 : droppedSchema(old, next);
	const schemaOf = ({ id }) => isRendered ? droppedSchema(paramsIn(old, id), paramsIn(next, id)) : dropped;
	const pairUp = isRendered ? pairById : pairCases;
	const standing = new Map(standingCases(base, tip, pairUp).map((one) => [one.golden, one]));
	const pairs = pairUp([...standing.keys()], head).map((pair) => {
		const isLost = pair.kind === "both" && schemaOf(pair.base) !== void 0;
		return comparePair(pair, standing, isLost);
	});
	const asked = next?.variables ?? [];
	const gone = (old?.variables ?? []).filter((name) => !asked.includes(name));
	const others = headVars(head, next?.defaults ?? {});
	const lent = asked.filter((name) => old?.variables.includes(name) !== true);
	const asItWas = (golden, weight, lender) => {
		const lenders = lender === void 0 ? [others] : [lender.vars, others];
		return {
			...entryOf(holdToSchema(fillVars(golden, lent, lenders), schemaOf(golden)), "base", "base", weight),
			question: golden.vars
		};
	};
	const entries = pairs.flatMap(({ pair, versions, isUntouched, isNew }) => {
		if (pair.kind === "added") return [entryOf(pair.head, "added", "head", pair.head.weight)];
		const { weight } = pair.base;
		if (pair.kind === "removed") return policy === "allow" && !isNew ? [] : [asItWas(pair.base, weight)];
		if (isUntouched) return [asItWas(pair.base, weight, pair.head)];
		const asHead = {
			...entryOf(fillVars(pair.head, gone, [pair.base.vars]), "base", "head", weight),
			question: pair.base.vars
		};
		const restored = versions.filter((version) => isRestored(version, pair.head, policy));
		const asBase = restored.map(({ golden }) => asItWas(golden, weight, pair.head));
		return restored.some((one) => !hides(one, pair.head) && asksTheSame$1(one.golden, pair.head)) ? asBase : [asHead, ...asBase];
	});
	const edits = pairs.flatMap(({ pair, versions, isUntouched }) => {
		if (pair.kind !== "both" || isUntouched) return [];
		return versions.filter((one) => !isRestored(one, pair.head, policy) && isChecked(one.golden) && !isJudgedAlike(one.golden, pair.head)).map(({ golden }) => ({
			...asItWas(golden, pair.base.weight, pair.head),
			key: pair.head.id
		}));
	});
	const changes = (kind) => pairs.flatMap(({ pair, versions, isUntouched }) => {
		const [edited, weakened] = [versions.flatMap((one) => one.edited), versions.flatMap((one) => one.weakened)];
		if (pair.kind !== "both" || isUntouched || weakened.length > 0 !== (kind === "weakened")) return [];
		const what = [.../* @__PURE__ */ new Set([...weakened, ...edited])];
		return what.length === 0 ? [] : [{
			id: pair.head.id,
			what
		}];
	});
	const sinceBegun = {
		added: pairs.flatMap(({ pair, isNew }) => pair.kind === "removed" && isNew ? [pair.base.id] : []),
		changed: pairs.flatMap(({ pair, isUntouched }) => pair.kind === "both" && isUntouched ? [pair.base.id] : [])
	};
	return {
		cases: nameApart(entries.filter(({ golden }) => isChecked(golden))),
		unchecked: [...new Set(entries.filter(({ golden }) => !isChecked(golden)).map(({ golden }) => golden.id))],
		changed: {
			added: pairs.flatMap(({ pair }) => pair.kind === "added" ? [pair.head.id] : []),
			removed: pairs.flatMap(({ pair, isNew }) => pair.kind === "removed" && !isNew ? [pair.base.id] : []),
			edited: changes("edited"),
			weakened: changes("weakened")
		},
		...edits.length > 0 && { edits },
		...sinceBegun.added.length + sinceBegun.changed.length > 0 && { sinceBegun }
	};
}
function paramsIn(side, id) {
	return side?.rendered === void 0 ? side : side.rendered.get(id) ?? { params: {} };
}
function comparePair(pair, standing, lostSchema) {
	const found = pair.kind === "added" ? void 0 : standing.get(pair.base);
	const isNew = found?.isNew === true;
	if (pair.kind !== "both") return {
		pair,
		versions: [],
		isUntouched: false,
		isNew
	};
	const before = isSameCase(pair.base, pair.head) ? void 0 : found?.before;
	const isUntouched = before !== void 0 && isSameCase(before, pair.head) && !lostSchema;
	return {
		pair,
		versions: [pair.base, ...before === void 0 || isUntouched ? [] : [before]].map((golden) => {
			const { edited, weakened } = compareCase(golden, pair.head);
			const form = lostSchema && isHeldToSchema(golden) ? ["the prompt’s output schema asks for less"] : [];
			return {
				golden,
				edited,
				weakened: [...weakened, ...form]
			};
		}),
		isUntouched,
		isNew
	};
}
function isRestored(version, head, policy) {
	const { edited, weakened } = version;
	if (policy === "strict") return edited.length + weakened.length > 0;
	return policy === "ratchet" && (weakened.length > 0 || hides(version, head));
}
function hides({ golden, weakened }, head) {
	const required = (one) => new Set(one.checks.filter((check) => check.required).map((check) => canonicalJson([check.kind, check.argument])));
	return weakened.length === 0 && !required(head).isSubsetOf(required(golden));
}
function entryOf(golden, family, version, weight) {
	return {
		key: golden.id,
		golden,
		family,
		version,
		weight
	};
}
function headVars(head, known) {
	const first = /* @__PURE__ */ new Map();
	for (const { vars } of head) for (const [name, value] of Object.entries(vars)) if (!first.has(name)) first.set(name, value);
	return Object.fromEntries([...first].filter(([name]) => !Object.hasOwn(known, name)));
}
function nameApart(entries) {
	const headIds = new Set(entries.filter(({ version }) => version === "head").map(({ key }) => key));
	const taken = new Set(headIds);
	return entries.map((entry) => {
		if (entry.version === "head") return entry;
		const plain = headIds.has(entry.key) ? `${entry.key} (as base had it)` : entry.key;
		let key = plain;
		for (let number = 2; taken.has(key); number += 1) key = `${plain} (${number})`;
		taken.add(key);
		return {
			...entry,
			key
		};
	});
}

// src/app/reading/notes-on-change.ts
const mostOnVars = 5;
function notesOnChange({ candidate, old, cases }, asked) {
	const { path, previousPath } = candidate;
	const { next, exam } = asked;
	return [
		...notesOnOld(old, previousPath ?? path),
		...notesOnSuccession(candidate, old),
		...notesOnName(candidate),
		...notesOnCases(cases),
		...notesSinceBegun(exam),
		...wordNotes(next.notes.map(({ text, at = { file: path } }) => ({
			text,
			at
		}))),
		...asked.settled,
		...asked.isForeign ? [] : notesOnVars(next, exam, cases.next, asked.kinds),
		...notesOnForm(exam, asked.old, next)
	];
}
function notesOnSuccession({ previousPath, succeeds }, old) {
	if (succeeds !== true || previousPath === void 0 || old.kind !== "prompt") return [];
	return [`It is compared with \`${previousPath}\`, the version that it succeeds.`];
}
function notesOnName({ path, previousPath, unnamed }) {
	if (unnamed !== true) return [];
	return [`${previousPath === void 0 ? "It was a prompt at base" : `It was the prompt \`${previousPath}\``}, and nothing names \`${path}\` as one any more: once this is merged, no change of it is reviewed. Name it under \`prompts\` in the config.`];
}
function notesOnOld(old, path) {
	switch (old.kind) {
		case "broken": return [`The old side cannot be read, so the prompt is shown as added: ${showProblem(old.problems[0])}`];
		case "unread": return [`The old side (${path}) is in a format that is not read (${old.format}), so the prompt is shown as added.`];
		case "prompt":
		case "none": return [];
	}
}
function notesOnCases({ old, tip }) {
	const [before, now] = [old.problems[0], tip?.problems[0]];
	return [...before === void 0 ? [] : [`The golden cases at base cannot be read, so ${tip === void 0 || now !== void 0 ? "all count as added" : "those of the base branch’s tip count"}: ${showProblem(before)}`], ...now === void 0 || before !== void 0 ? [] : [`The golden cases at the base branch’s tip cannot be read, so those of the merge base count: ${showProblem(now)}`]];
}
function notesSinceBegun({ sinceBegun }) {
	if (sinceBegun === void 0) return [];
	const { added, changed } = sinceBegun;
	const told = (ids, what) => {
		if (ids.length === 0) return [];
		const named = ids.slice(0, mostOnVars).map((id) => `\`${id}\``);
		const more = ids.length > mostOnVars ? ` and ${ids.length - mostOnVars} more` : "";
		const [cases, are] = ids.length === 1 ? ["golden case", "is"] : ["golden cases", "are"];
		return [`${ids.length} ${cases} ${what} the base branch since this branch began, and ${are} asked as the base branch has ${ids.length === 1 ? "it" : "them"}: ${named.join(", ")}${more}.`];
	};
	return [...told(added, "came to"), ...told(changed, "changed on")];
}
function notesOnVars(prompt, exam, { paths }, kinds) {
	const cases = exam.cases.filter(({ version }) => version === "head").map(({ golden }) => golden);
	const found = checkVariables(prompt, cases, {
		kinds,
		written: new Set(paths)
	});
	const more = found.length - mostOnVars;
	return [...found.slice(0, mostOnVars).map(({ what, at, fix }) => {
		return `${at === void 0 ? "" : `${showPosition(at)}: `}${what}${fix === void 0 ? "" : ` ${fix}`}`;
	}), ...more > 0 ? [`${more} more variables do not fit: \`cases check\` names them.`] : []];
}

// src/app/reading/why-unreviewed.ts
function whyUnreviewed(read, { settled, exam, cases, tags, told }) {
	const left = () => told ? void 0 : whyHalfRendered(read, settled, namesGivenBy(cases));
	const unguarded = whyUnguarded(exam, read.cases.next, tags);
	if (unguarded === void 0) return left();
	const first = cases.length === 0 ? left() : void 0;
	return first === void 0 ? unguarded : {
		...first,
		detail: `${first.detail ?? ""}; it has no golden cases either`
	};
}
function whyUnguarded(exam, { paths }, tags) {
	if (exam.cases.length > 0) return void 0;
	const unchecked = exam.unchecked.length;
	if (unchecked > 0) return {
		why: "no-checks",
		detail: unchecked === 1 ? "its one golden case has no check" : `none of its ${unchecked} golden cases has a check`
	};
	if (exam.changed.removed.length > 0) return {
		why: "no-cases",
		detail: "all were removed here"
	};
	const detail = [...tags.length === 0 ? [] : [`none with the tag ${tags.join(" or ")}`], ...paths[0] === void 0 ? [] : [`they would be in ${paths[0]}`]].join("; ");
	return {
		why: "no-cases",
		...detail === "" ? {} : { detail }
	};
}
function whyHalfRendered(sides, settled, known) {
	const found = [{
		side: sides.next,
		prompt: settled.next,
		where: ""
	}, {
		side: sides.old,
		prompt: settled.old,
		where: " of the old side"
	}].map(({ side, prompt, where }) => {
		return (prompt === void 0 || side.kind === "none" ? [] : findHalfRendered(prompt, side.text, known)).map(({ marker, writtenAs, line }) => `line ${line}${where}: \`${clip(marker, 60)}\` is ${writtenAs}`);
	});
	const [left] = found.filter((lines) => lines.length > 0);
	if (left === void 0) return void 0;
	const orphaned = sides.old.kind === "prompt" && found[1]?.length === 0 ? wordOrphaned(sides) : void 0;
	return {
		why: "template",
		detail: [...left, ...orphaned === void 0 ? [] : [orphaned]].join("; ")
	};
}
const mostNamed = 10;
function wordOrphaned({ cases: { old, tip } }) {
	const ids = [...new Set([old, ...tip === void 0 ? [] : [tip]].flatMap(({ cases }) => cases.map(({ id }) => id)))];
	if (ids.length === 0) return old.problems.length > 0 ? "its golden cases at base cannot be read" : void 0;
	const named = ids.slice(0, mostNamed);
	const more = ids.length - named.length;
	const [noun, run] = ids.length === 1 ? ["case", "runs"] : ["cases", "run"];
	return `the golden ${noun} ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""} no longer ${run}`;
}

// src/app/reading/compare-candidate.ts
const nobody = {
	cases: [],
	unchecked: [],
	changed: {
		added: [],
		removed: [],
		edited: [],
		weakened: []
	}
};
function compareCandidate(read, settings) {
	const { candidate, old, next } = read;
	const { path } = candidate;
	switch (next.kind) {
		case "broken": return broken(read, next.text, next.problems);
		case "unread": {
			const orphaned = old.kind === "unread" ? void 0 : wordOrphaned(read);
			return {
				kind: "unreviewed",
				unreviewed: orphaned === void 0 ? {
					path,
					why: "format",
					detail: next.format,
					fix: next.fix
				} : {
					path,
					why: "unrecognised",
					detail: `${next.format}; ${orphaned}`,
					fix: next.fix
				}
			};
		}
		case "none": return old.kind === "none" ? {
			kind: "no-prompt",
			path
		} : removed(read);
		case "prompt": return compared(read, next, settings);
	}
}
function broken({ candidate: { path, previousPath, ...candidate }, old, next, through }, text, problems) {
	const place = {
		path,
		...previousPath !== void 0 && { previousPath }
	};
	const change = changeOf({
		...candidate,
		...place
	}, old, text, through.length > 0) ?? "modified";
	const diff = text === "" ? "" : diffPrompt(filesOf(old, previousPath ?? path), filesOf(next, path));
	return {
		kind: "broken",
		prompt: {
			...place,
			change,
			diff,
			...throughOf(through),
			problems
		}
	};
}
function compared(read, next, settings) {
	const { candidate, old, cases, through } = read;
	const { path, previousPath } = candidate;
	const change = changeOf(candidate, old, next.text, read.unchangedToo || through.length > 0);
	if (change === void 0) return { kind: "unchanged" };
	const unclear = cases.old.cases.length + cases.next.cases.length > 0 ? next.prompt.unclear ?? [] : [];
	const [first, ...rest] = [
		...cases.next.problems,
		...casesWithoutLine(next.prompt, cases.next.cases),
		...unclear
	];
	if (first !== void 0) return broken(read, next.text, [first, ...rest]);
	const baseCases = readable(cases.old) ?? [];
	const tipCases = (cases.tip && readable(cases.tip)) ?? baseCases;
	const all = [
		...baseCases,
		...tipCases,
		...cases.next.cases
	];
	const prompts = {
		old: old.kind === "prompt" ? old.prompt : void 0,
		next: next.prompt
	};
	const settled = settlePrompts(prompts, all, settings);
	const [oldPrompt, nextPrompt] = [settled.old, settled.next ?? next.prompt];
	const exam = compareExams({
		base: selectByTags(baseCases, settings.tags),
		tip: selectByTags(tipCases, settings.tags),
		head: selectByTags(cases.next.cases, settings.tags),
		policy: settings.examChanges,
		old: oldPrompt,
		next: nextPrompt
	});
	const diff = diffPrompt(filesOf(old, previousPath ?? path), filesOf(next, path));
	const told = answeredByApplications(settings);
	const edit = oldPrompt && comparePrompts(oldPrompt, nextPrompt, told ? void 0 : exam.cases);
	const unreviewed = whyUnreviewed(read, {
		settled,
		exam,
		cases: all,
		tags: settings.tags,
		told
	});
	return {
		kind: "change",
		change: {
			path,
			...previousPath !== void 0 && { previousPath },
			change,
			...oldPrompt !== void 0 && { old: oldPrompt },
			new: nextPrompt,
			exam,
			diff,
			...throughOf(through),
			...edit !== void 0 && { edit },
			...cases.next.models.length > 0 && { models: cases.next.models },
			notes: notesOnChange(read, {
				old: oldPrompt,
				next: nextPrompt,
				text: next.text,
				exam,
				settled: settled.notes,
				kinds: settings.kinds,
				isForeign: told || unreviewed?.why === "template" || nextPrompt.rendered !== void 0
			})
		},
		suiteNotes: cases.next.suiteNotes,
		...unreviewed !== void 0 && { unreviewed: ofInstructions(read, nextPrompt, {
			path,
			...unreviewed
		}, diff) }
	};
}
const longestDiff = 2e4;
function ofInstructions({ cases, candidate }, { format, skill }, unreviewed, diff) {
	const isTagged = unreviewed.detail?.startsWith("none with the tag") === true;
	if (candidate.next?.agents !== true || unreviewed.why !== "no-cases" || isTagged) return unreviewed;
	const place = cases.next.paths.find((path) => !/\.(?:description|instructions)\.cases\.[a-z]+$/u.test(path));
	const detail = place === void 0 ? format : `cases${skill === void 0 ? "" : " with `triggers`"} would be in ${place}`;
	return {
		path: unreviewed.path,
		why: "instructions",
		detail,
		...diff !== "" && { diff: clip(diff, longestDiff) }
	};
}
function throughOf(through) {
	return through.length === 0 ? {} : { through };
}
function readable({ cases, problems }) {
	return problems.length > 0 ? void 0 : cases;
}
function removed(read) {
	const { candidate: { path, previousPath, next }, old } = read;
	const orphaned = wordOrphaned(read);
	const why = next === void 0 || path.includes("#") ? "removed" : "unrecognised";
	const was = previousPath === void 0 ? "" : `it was ${previousPath}; `;
	return {
		kind: "change",
		...orphaned !== void 0 && { unreviewed: {
			path,
			why,
			detail: `${was}${orphaned}`
		} },
		change: {
			path,
			...previousPath !== void 0 && { previousPath },
			change: "removed",
			...old.kind === "prompt" && { old: old.prompt },
			exam: nobody,
			diff: diffPrompt(filesOf(old, previousPath ?? path), []),
			notes: notesOnOld(old, previousPath ?? path)
		}
	};
}
function changeOf(candidate, old, text, dependencyChanged) {
	if (old.kind === "none") return "added";
	if (candidate.succeeds === true) return "modified";
	if (candidate.previousPath !== void 0) return "renamed";
	if (old.text !== text) return "modified";
	if (candidate.casesChanged) return "cases";
	return dependencyChanged ? "dependency" : void 0;
}
function filesOf(side, path) {
	if (side.kind === "none") return [];
	return side.kind !== "unread" && side.files !== void 0 ? side.files : [{
		path,
		text: side.text
	}];
}

// src/app/reading/look-through.ts
const fewFiles = 50;
const atOnce = 400;
function createLookThrough(openIndex) {
	const known = /* @__PURE__ */ new Map();
	return async (paths, { name, extract }, files) => {
		const idOf = (path) => files.entry(path)?.id ?? "";
		const keyOf = (path) => `${name} ${idOf(path)}`;
		const mentions = /* @__PURE__ */ new Map();
		const unread = [];
		const put = (path, found) => {
			if (found === "unread") unread.push(path);
			else mentions.set(path, found);
			if (idOf(path) !== "") known.set(keyOf(path), found);
		};
		const isNew = (path) => {
			const before = known.get(keyOf(path));
			if (before !== void 0) put(path, before);
			return before === void 0;
		};
		const fresh = [...new Set(paths)].filter(isNew);
		const index = new Set(fresh.map(idOf)).size > 50 ? await openIndex() : void 0;
		const unknown = fresh.filter((path) => {
			const found = idOf(path) === "" ? void 0 : index?.find(name, idOf(path));
			if (found !== void 0) put(path, found);
			return found === void 0;
		});
		for (let at = 0; at < unknown.length; at += atOnce) for (const [path, file] of await files.texts(unknown.slice(at, at + atOnce))) {
			const found = file.kind === "text" ? extract(file.text) : void 0;
			put(path, found ?? "unread");
			if (found !== void 0 && idOf(path) !== "") index?.keep(name, idOf(path), found);
		}
		return {
			mentions,
			unread
		};
	};
}

// src/app/reading/find-configs.ts
const mostRead$2 = 150;
async function findConfigs({ old, next }, changed, openIndex, askAlso) {
	const unusual = [.../* @__PURE__ */ new Set([...next.paths(), ...old.paths()])].filter((path) => mayBeConfigPath(path) && !isConfigPath(path)).toSorted();
	const unknown = unusual.filter((path) => !changed.has(path));
	const idOf = (path) => next.entry(path)?.id ?? "";
	const index = new Set(unknown.map(idOf)).size > 50 ? await openIndex() : void 0;
	const known = new Map(unknown.flatMap((path) => {
		const found = idOf(path) === "" ? void 0 : index?.find(configTexts.name, idOf(path));
		return found === void 0 ? [] : [[path, found.kind]];
	}));
	const toRead = [...unusual.filter((path) => changed.has(path)), ...unknown.filter((path) => !known.has(path))];
	const read = toRead.slice(0, mostRead$2);
	askAlso();
	const looked = await Promise.all(read.map(async (path) => {
		if (changed.has(path)) return [path];
		const file = await next.text(path);
		const found = file.kind === "text" ? configTexts.extract(file.text) : void 0;
		if (found === void 0) return [];
		if (idOf(path) !== "") index?.keep(configTexts.name, idOf(path), found);
		return found.kind === "config" ? [path] : [];
	}));
	const configs = /* @__PURE__ */ new Set([...looked.flat(), ...[...known].flatMap(([path, kind]) => kind === "config" ? [path] : [])]);
	return {
		isConfig: (path) => isConfigPath(path) || configs.has(path),
		notes: notesOn(toRead.slice(mostRead$2))
	};
}
function notesOn(unread) {
	const [first] = unread;
	if (first === void 0) return [];
	const [files, were] = unread.length === 1 ? ["file", "was"] : ["files", "were"];
	return [`${unread.length} YAML ${files} that may hold promptfoo’s tests ${were} not looked into, the first of them \`${first}\`: a run looks into ${mostRead$2}. Name configs \`promptfooconfig.NAME.yaml\`, and they are always read.`];
}

// src/app/reading/find-confused.ts
async function findConfused(others, touched, reading) {
	const { files, skills, casesOf } = reading;
	if (!touched.some(isSkill)) return /* @__PURE__ */ new Map();
	const [old, next] = await Promise.all([skills(files.old), skills(files.next)]);
	const changed = changedNames([...old.byPath.values()], [...next.byPath.values()]);
	const isCut = next.tooMany !== void 0;
	if (changed.size === 0 && !isCut) return /* @__PURE__ */ new Map();
	const guarded = others.filter((one) => isSkill(one) && casesOf(one.path).some(files.next.has));
	files.next.expect(guarded.flatMap((one) => casesOf(one.path).filter(files.next.has)));
	const found = await Promise.all(guarded.map(async (candidate) => {
		const named = (await readGoldenAtHead(candidate, reading)).flatMap(({ cases }) => cases.flatMap(({ checks }) => checks)).flatMap(({ kind, argument }) => kind === "triggers" && typeof argument === "string" ? [argument] : []);
		return [candidate, [...new Set(named)].filter((name) => isCut || changed.has(name))];
	}));
	return new Map(found.filter(([, names]) => names.length > 0));
}
function isSkill({ old, next }) {
	const source = next ?? old;
	return source?.agents === true && isSkillFile(source.parts[0].file);
}
function changedNames(old, next) {
	const [before, after] = [old, next].map((skills) => {
		const known = skills.filter((skill) => skill !== void 0);
		const named = Map.groupBy(known, ({ name }) => name);
		return new Map([...named].map(([name, all]) => [name, canonicalJson(all.map((skill) => ({ ...skill })))]));
	});
	const names = /* @__PURE__ */ new Set([...before?.keys() ?? [], ...after?.keys() ?? []]);
	return new Set([...names].filter((name) => before?.get(name) !== after?.get(name)));
}
function wordConfused(names) {
	return `It is asked since ${names.map((name) => `\`${name}\``).join(", ")} changed, which its cases name as picked instead.`;
}

// src/app/reading/find-dependent.ts
async function findDependent(others, dependencies) {
	const { files, taken, byDefault, lookThrough } = dependencies;
	if (taken.length === 0) return [];
	const owners = findOwners(others, dependencies);
	const certain = byDefault ? owners.filter(({ cases }) => cases.length > 0) : [];
	const open = owners.filter((owner) => !certain.includes(owner));
	const paths = [...new Set(open.flatMap(({ cases, possible }) => [...cases, ...possible]))];
	const speaking = byDefault ? new Set(paths) : await findSpeaking(paths, taken, files.next, lookThrough);
	const likely = open.filter(({ cases, possible }) => [...cases, ...possible].some((path) => speaking.has(path)));
	if (likely.length > 0) files.next.expect([...taken.filter((path) => !couldBeShown(path)), ...likely.flatMap(({ candidate, cases }) => [...filesIn$1(candidate), ...cases])]);
	const found = await Promise.all(likely.map(async ({ candidate }) => {
		return (await readGoldenAtHead(candidate, dependencies)).some(({ refersTo }) => refersTo.some((path) => taken.includes(path))) ? [candidate] : [];
	}));
	return [...certain.map(({ candidate }) => candidate), ...found.flat()];
}
function findOwners(candidates, { files: { next: files }, pattern, suffixesOf, formats }) {
	const sorted = [...files.paths()].toSorted();
	return candidates.flatMap((candidate) => {
		const { path, next } = candidate;
		const ends = suffixesOf(path);
		const cases = [...ends.map((suffix) => ({
			path,
			suffix
		})), ...besideOf(next, formats).beside ?? []].flatMap((place) => casesPaths(pattern, place.path, place.suffix).filter(files.has));
		const keyed = ends.flatMap((suffix) => findCasesOfKeys(pattern, path, suffix, sorted));
		const own = filesIn$1(candidate).filter((file) => files.has(file) && mayHoldCases(file, formats));
		const possible = [.../* @__PURE__ */ new Set([...keyed, ...own])];
		return cases.length + possible.length === 0 ? [] : [{
			candidate,
			cases: [...new Set(cases)],
			possible
		}];
	});
}
function filesIn$1({ next }) {
	return next?.parts.map(({ file }) => file) ?? [];
}
function mayHoldCases(path, formats) {
	return formats.some((format) => format.mayHoldCases?.(path) === true);
}
async function findSpeaking(paths, taken, files, lookThrough) {
	const { mentions, unread } = await lookThrough(paths, fileNames, files);
	const speaking = [...mentions].filter(([, { names }]) => taken.some((path) => couldMention(names, path)));
	return /* @__PURE__ */ new Set([...unread, ...speaking.map(([path]) => path)]);
}

// src/app/reading/find-including.ts
async function findIncluding(others, changed, { files, lookThrough, ...reading }) {
	const used = (path) => reading.formats.some(({ uses }) => uses !== void 0 && changed.some((other) => uses.mayUse(path, other)));
	const told = new Set(others.filter((one) => filesIn(one).some(used)));
	const named = changed.filter((path) => isJinjaFile(path) || couldBeReferredTo(path) || couldBeShown(path));
	const possible = others.filter((one) => !told.has(one) && filesIn(one).some((path) => named.some((other) => couldName(path, other))));
	const reaching = await findReaching(possible.flatMap(filesIn), named, files.next, lookThrough);
	const likely = [...told, ...possible.filter((one) => filesIn(one).some((path) => reaching.has(path)))];
	const touched = new Set(changed);
	return (await Promise.all(likely.map(async (candidate) => {
		return (await Promise.all([readPromptSides(candidate.next, {
			...reading,
			files: files.next
		}), readPromptSides(candidate.old, {
			...reading,
			files: files.old
		})])).flatMap(filesBehind).some((path) => touched.has(path)) ? [candidate] : [];
	}))).flat();
}
function couldName(path, other) {
	return isJinjaFile(path) || couldBeShown(other) || !isElsewhere(other) || firstFolder(path) === firstFolder(other);
}
function firstFolder(path) {
	return path.slice(0, path.indexOf("/") + 1);
}
async function findReaching(start, wanted, files, lookThrough) {
	if (start.length === 0 || wanted.length === 0) return /* @__PURE__ */ new Set();
	const names = /* @__PURE__ */ new Map();
	const naming = /* @__PURE__ */ new Map();
	const reaching = /* @__PURE__ */ new Set();
	for (let next = start; next.length > 0;) {
		const { mentions, unread } = await lookThrough(next, fileNames, files);
		for (const path of unread) reaching.add(path);
		for (const [path, mentioned] of mentions) {
			names.set(path, new Set(mentioned.names));
			for (const name of mentioned.names) naming.set(name, (naming.get(name) ?? []).concat(path));
		}
		const told = new Set([...mentions.values()].flatMap((one) => one.names));
		next = [...files.paths()].filter((path) => {
			const name = namedAs(path);
			return told.size > 0 && (name === void 0 || told.has(name)) && !names.has(path) && !reaching.has(path) && (isJinjaFile(path) || couldBePrompt(path));
		});
	}
	for (let now = wanted; now.length > 0;) {
		const more = now.flatMap((path) => {
			const name = namedAs(path);
			return name === void 0 ? [...names.keys()] : naming.get(name) ?? [];
		});
		now = [...new Set(more)].filter((path) => !reaching.has(path));
		for (const path of now) reaching.add(path);
	}
	return reaching;
}
function filesIn({ next }) {
	return next?.parts.map(({ file }) => file) ?? [];
}
function filesBehind(sides) {
	return (sides.kind === "one" ? [sides.side] : [...sides.sides.values()]).flatMap((side) => [...side.kind === "prompt" ? side.prompt.refersTo : [], ..."used" in side ? (side.used ?? []).map(({ path }) => path) : []]);
}

// src/app/reading/find-overlooked.ts
const mostRead$1 = 100;
async function findOverlooked(changed, outcomes, files, { promptGlobs, assembled }) {
	const [isNamed, isExcluded] = [matchPrompts(promptGlobs), matchExcluded(promptGlobs)];
	const passedOver = new Set(outcomes.flatMap((one) => one.kind === "no-prompt" ? [one.path] : []));
	const parts = assembled.flatMap(({ messages }) => messages.map(({ file }) => file));
	const taken = new Set([...parts, ...outcomes.flatMap(pathsOf)].map((path) => path.split("#", 1)[0] ?? path));
	const possible = changed.map(({ path }) => path).filter((path) => (couldBePrompt(path) || couldHoldPrompt(path) || couldAddressModel(path)) && !isExcluded(path) && files.has(path)).filter((path) => isNamed(path) ? passedOver.has(path) : !taken.has(path)).toSorted((a, b) => Number(couldBePrompt(b)) - Number(couldBePrompt(a)));
	const read = await Promise.all(possible.slice(0, mostRead$1).map(async (path) => {
		const file = await files.text(path);
		if (file.kind !== "text") return [];
		return looksLikePrompt(path, file.text) || holdsPrompt(path, file.text) || couldAddressModel(path) && addressesModel(file.text) ? [{
			path,
			text: file.text
		}] : [];
	}));
	const rest = possible.slice(mostRead$1).filter(couldBePrompt);
	return [...read.flat(), ...rest.map((path) => ({
		path,
		text: ""
	}))].map(({ path, text }) => isNamed(path) ? {
		path,
		why: "format",
		detail: whyNotRead(path, text)
	} : {
		path,
		why: "no-glob"
	});
}
function whyNotRead(path, text) {
	const read = /\.(?:ya?ml|json)$/iu.test(path) ? readYaml(text, path, { line: 1 }, "last") : void 0;
	return read?.kind === "broken" ? `${showPosition(read.problems[0].at ?? { file: path })}: ${read.problems[0].what.replace(/\.$/u, "")}` : "none is known that has its shape";
}
function pathsOf(outcome) {
	switch (outcome.kind) {
		case "change": {
			const { path, old, new: next } = outcome.change;
			return [
				path,
				...old?.refersTo ?? [],
				...next?.refersTo ?? []
			];
		}
		case "unreviewed": return [outcome.unreviewed.path];
		case "broken": return [outcome.prompt.path];
		case "unchanged":
		case "no-prompt": return [];
	}
}

// src/app/reading/find-stale.ts
async function findStale(changed, { watch = [], promptGlobs }, files, fresh) {
	if (watch.length === 0) return [];
	const rewritten = /* @__PURE__ */ new Set();
	for (const one of changed) if (snapshotEnding.test(one.path) && await asksTheSame(one, files)) rewritten.add(one.path);
	const touched = changedPaths(changed).filter((path) => !rewritten.has(path));
	return findUnfollowed(touched, files.next.paths(), {
		watch,
		promptGlobs
	}, fresh);
}
async function asksTheSame({ path, previousPath = path }, files) {
	const [old, next] = await Promise.all([files.old.text(previousPath), files.next.text(path)]);
	if (old.kind !== "text" || next.kind !== "text") return false;
	const [before, after] = [readRenderedLines(old.text, path), readRenderedLines(next.text, path)];
	if (before.kind !== "read" || after.kind !== "read") return false;
	return Object.values(compareSnapshots(before.lines, after.lines)).every((ids) => ids.length === 0);
}

// src/app/reading/find-tested.ts
async function findTested(candidates, { files, changed, readPromptfoo }) {
	const isGone = [...changed].some((path) => !files.next.has(path));
	const found = await Promise.all(candidates.map(async (candidate) => {
		const next = await readPromptfoo.read(files.next, candidate.path);
		const old = isGone ? await readPromptfoo.read(files.old, candidate.previousPath ?? candidate.path) : next;
		const touches = (paths) => [...paths].some((path) => changed.has(path));
		return {
			candidate,
			cases: touches(next.caseFiles) || touches(old.caseFiles),
			refersTo: touches(next.refersTo) || touches(old.refersTo)
		};
	}));
	return {
		cases: found.flatMap(({ candidate, cases }) => cases ? [candidate] : []),
		dependent: found.flatMap(({ candidate, cases, refersTo }) => refersTo && !cases ? [candidate] : [])
	};
}
async function findTaken(referred, touched, casesOf, reading) {
	const cases = new Set(touched.flatMap(({ path }) => casesOf(path)));
	const paths = [...referred].filter((path) => (couldBeCheckedAgainst(path) || couldBeShown(path)) && !cases.has(path));
	const prompts = new Set(touched.flatMap(({ next }) => next?.parts.map(({ file }) => file) ?? []));
	const isPrompt = await Promise.all(paths.map(async (path) => {
		if (!prompts.has(path)) return false;
		const read = await readPromptSides({
			path,
			parts: [{ file: path }]
		}, reading);
		return read.kind === "several" || read.side.kind === "prompt";
	}));
	return paths.filter((_, index) => isPrompt[index] !== true);
}

// src/app/reading/follow-renames.ts
const mostRead = 300;
const noText = /\.(?:png|jpe?g|gif|webp|svg|ico|pdf|zip|gz|woff2?|ttf|mp[34]|lock|map|min\.(?:js|css))$/iu;
async function followRenames(changed, files, isPrompt) {
	const removed = changed.filter(({ path, status }) => status === "removed" && isPrompt(path)).map(({ path }) => path);
	const strayed = changed.flatMap(({ path, previousPath }) => previousPath !== void 0 && isPrompt(previousPath) && !isPrompt(path) ? [previousPath] : []);
	const gone = textsOf(await Promise.all([...removed, ...strayed].map(async (path) => [path, await files.old.text(path)])));
	if (gone.length === 0) return changed;
	const sizes = gone.map(({ path }) => files.old.entry(path)?.bytes ?? 0);
	const isAlikeInSize = (path) => {
		const bytes = files.next.entry(path)?.bytes ?? 0;
		return sizes.some((size) => bytes <= 3 * size && size <= 3 * bytes);
	};
	const nearest = changed.filter(({ path, status }) => status === "added" && !noText.test(path) && isAlikeInSize(path)).map(({ path }) => path).filter((path) => removed.length > 0 || isPrompt(path)).toSorted((one, other) => farFrom(one, gone) - farFrom(other, gone)).slice(0, mostRead);
	if (nearest.length === 0) return changed;
	const texts = textsOf(await files.next.texts(nearest));
	const astray = new Set(strayed);
	const named = pairByContent(gone, texts.filter(({ path }) => isPrompt(path)));
	const found = new Set(named.values());
	const left = gone.filter(({ path }) => !found.has(path) && !astray.has(path));
	const pairs = new Map([...pairByContent(left, texts.filter(({ path }) => !named.has(path))), ...named]);
	const followed = new Set(pairs.values());
	return changed.filter(({ path, status }) => !(status === "removed" && followed.has(path))).map((change) => {
		const { path, previousPath = "" } = change;
		const came = pairs.get(path);
		if (came !== void 0) return {
			path,
			previousPath: came,
			status: "renamed"
		};
		return followed.has(previousPath) ? {
			path,
			status: "added"
		} : change;
	});
}
function farFrom(path, gone) {
	const name = (one) => one.slice(one.lastIndexOf("/") + 1);
	const ending = (one) => one.slice(one.lastIndexOf("."));
	if (gone.some((one) => name(one.path) === name(path))) return 0;
	return gone.some((one) => ending(one.path) === ending(path)) ? 1 : 2;
}
function textsOf(read) {
	return [...read].flatMap(([path, file]) => file.kind === "text" && file.text.trim() !== "" ? [{
		path,
		text: file.text
	}] : []);
}

// src/app/reading/gather-outcomes.ts
function withoutTemplates(outcomes) {
	const included = new Set(outcomes.flatMap((one) => one.kind === "change" ? [one.change.old, one.change.new].flatMap((side) => side?.refersTo ?? []) : []));
	return outcomes.filter((one) => one.kind !== "change" || one.unreviewed?.why !== "no-cases" || !included.has(one.change.path));
}
const nothingRead = {
	changes: [],
	unreviewed: [],
	unfollowed: [],
	broken: [],
	problems: [],
	prompts: [],
	suiteNotes: [],
	passedOver: [],
	notes: []
};
function gatherOutcomes(outcomes, overlooked, problems) {
	const changes = outcomes.flatMap((one) => one.kind === "change" ? [one.change] : []);
	const broken = outcomes.flatMap((one) => one.kind === "broken" ? [one.prompt] : []);
	const unreviewed = [...outcomes.flatMap((one) => "unreviewed" in one ? one.unreviewed ?? [] : []), ...overlooked];
	const told = new Set(overlooked.map(({ path }) => path));
	const prompts = [
		...changes,
		...broken,
		...unreviewed
	].map(({ path }) => path);
	return {
		changes: changes.toSorted(byPath),
		unreviewed: unreviewed.toSorted(byPath),
		broken: broken.toSorted(byPath),
		problems,
		prompts: [...new Set(prompts)].toSorted(),
		suiteNotes: outcomes.flatMap((one) => one.kind === "change" ? one.suiteNotes ?? [] : []),
		passedOver: outcomes.flatMap((one) => one.kind === "no-prompt" && !told.has(one.path) ? [one.path] : []).toSorted()
	};
}
function byPath(one, other) {
	return one.path < other.path ? -1 : Number(one.path > other.path);
}

// src/app/read-changes.ts
async function readChanges({ host, pull, changed, everyPrompt = false, settings, kinds, formats, openIndex = async () => void 0, sandbox, held = new HeldBytes(), fresh = /* @__PURE__ */ new Set(), owns = () => true, elsewhere = () => [] }) {
	if (!everyPrompt && !mayConcern(changed, settings)) return nothingRead;
	const paths = changedPaths(changed);
	const touchedPaths = new Set(paths);
	const isInstruction = matchAgents(settings.agentGlobs);
	const isGlobbed = matchPrompts(settings.promptGlobs);
	const isPrompt = (path) => isGlobbed(path) || isInstruction(path);
	const isTipLikely = paths.some((path) => isPrompt(path) || couldHoldCases(settings.casesPattern, path));
	const { files, head, base, tip: early } = await openRevisions(host, pull, isTipLikely);
	const suffixesOf = (path) => isInstruction(path) ? [suffixOfInstructions(path)] : [...new Set(formats.map((format) => format.suffix(path)))];
	const casesOf = (path) => suffixesOf(path).flatMap((suffix) => casesPaths(settings.casesPattern, path, suffix));
	const revisions = [
		files.old,
		files.next,
		...early === void 0 ? [] : [early]
	];
	const configs = await findConfigs(files, touchedPaths, openIndex, () => expectEarly(revisions, paths, settings.promptGlobs, casesOf));
	const readPromptfoo = createPromptfooReader(kinds, {
		sandbox,
		scorers: new Set(pull.fork ? [] : settings.scorers?.keys()),
		pick: (all) => all.filter(configs.isConfig)
	});
	const [atHead, atBase] = await Promise.all([readPromptfoo.prompts(files.next), readPromptfoo.prompts(files.old)]);
	const configured = {
		head: atHead,
		base: atBase
	};
	const named = /* @__PURE__ */ new Set([...settings.assembled.flatMap(({ messages }) => messages.map(({ file }) => file)), ...atBase.map(({ path }) => path)]);
	const followed = await followRenames(changed, files, (path) => isPrompt(path) || named.has(path));
	const candidates = findCandidates({
		changed: followed,
		head,
		base,
		settings,
		configured,
		suffixesOf
	});
	const [touched, others] = [candidates.touched.filter(owns), candidates.others.filter(owns)];
	const tip = touched.length > 0 ? await files.openTip?.() : void 0;
	for (const { old, next } of everyPrompt ? [...touched, ...others] : touched) {
		const before = old ?? next;
		if (old !== void 0) files.old.expect([...old.parts.map(({ file }) => file), ...casesOf(old.path)]);
		if (before !== void 0) tip?.expect([...before.parts.map(({ file }) => file), ...casesOf(before.path)]);
		if (next !== void 0) files.next.expect([...next.parts.map(({ file }) => file), ...casesOf(next.path)]);
	}
	const outer = readDefaultChecks(settings.defaultChecks, kinds);
	const readGolden = createGoldenCasesReader(settings.casesPattern, kinds, outer.checks, readPromptfoo, held);
	const referred = new Set(paths.filter((path) => couldBeReferredTo(path) || couldBeShown(path) || couldBeCheckScript(path)));
	const concerned = referred.size === 0 ? touched : [...touched, ...others];
	const tested = await findTested(concerned, {
		files,
		changed: touchedPaths,
		readPromptfoo
	});
	const taken = await findTaken(referred, touched, casesOf, {
		files: files.next,
		formats,
		kinds
	});
	const lookThrough = createLookThrough(openIndex);
	const dependent = await findDependent(everyPrompt ? [] : others, {
		files,
		formats,
		kinds,
		taken,
		pattern: settings.casesPattern,
		byDefault: filesOfChecks(outer.checks, kinds).paths.some((path) => taken.includes(path)),
		suffixesOf,
		readGolden,
		lookThrough
	});
	const including = everyPrompt ? [] : await findIncluding(others, paths, {
		files,
		formats,
		kinds,
		lookThrough
	});
	const reading = {
		files,
		formats,
		kinds,
		readGolden,
		held,
		skills: createSkillsReader(settings.agentGlobs)
	};
	const review = async (candidate) => {
		const subjects = await readSubjects(candidate, reading);
		const names = confused.get(candidate);
		return Promise.all(subjects.map(async (subject) => {
			const isConfused = names !== void 0 && isOffer(subject);
			const through = await changedThrough(subject, touchedPaths, files);
			const { overrides = [] } = settings;
			const rules = {
				...settings,
				overrides: [...overrides, ...elsewhere(subject.candidate)]
			};
			const examChanges = examChangesFor(subject.candidate, rules);
			const unchangedToo = everyPrompt || isConfused;
			const outcome = compareCandidate({
				...subject,
				through,
				unchangedToo
			}, {
				...settings,
				examChanges,
				kinds
			});
			return isConfused ? withNote(outcome, wordConfused(names)) : outcome;
		}));
	};
	const confused = await findConfused(everyPrompt ? [] : others, touched, {
		...reading,
		casesOf
	});
	const isTouched = (candidate) => touched.includes(candidate);
	const rested = tested.cases.filter((candidate) => !isTouched(candidate));
	const leaning = new Set([...everyPrompt ? others : [
		...dependent,
		...including,
		...tested.dependent,
		...confused.keys()
	]].filter((one) => !isTouched(one) && !rested.includes(one)));
	const outcomes = await Promise.all([...[...touched, ...rested].map((candidate) => review(tested.cases.includes(candidate) ? {
		...candidate,
		casesChanged: true
	} : candidate)), ...[...leaning].map(review)]);
	const told = withoutTemplates(outcomes.flat());
	const overlooked = await findOverlooked(changed.filter(owns), told, files.next, settings);
	const read = gatherOutcomes(told, overlooked, outcomes.length === 0 ? [] : outer.problems);
	const unfollowed = (everyPrompt ? [] : await findStale(followed, settings, files, fresh)).filter(owns);
	const prompts = [.../* @__PURE__ */ new Set([...read.prompts, ...unfollowed.map(({ path }) => path)])].toSorted();
	return {
		...read,
		unfollowed,
		prompts,
		notes: configs.notes
	};
}
function isOffer({ next }) {
	return next.kind === "prompt" && next.prompt.skill !== void 0;
}
function withNote(outcome, note) {
	if (outcome.kind !== "change") return outcome;
	return {
		...outcome,
		change: {
			...outcome.change,
			notes: [note, ...outcome.change.notes]
		}
	};
}
const fewTexts = 20;
function expectEarly(revisions, changed, globs, casesOf) {
	const [isNamed, isExcluded] = [matchPrompts(globs), matchExcluded(globs)];
	const configs = [...new Set(revisions.flatMap((files) => [...files.paths()]))].filter(isConfigPath);
	const texts = changed.filter((path) => couldBeReferredTo(path) && !isExcluded(path));
	const asked = new Set(texts.filter((path, index) => index < fewTexts || couldBePrompt(path)));
	const mayBeNamed = (path) => configs.length > 0 && asked.has(path);
	const prompts = changed.filter((path) => isNamed(path) || mayBeNamed(path));
	for (const files of revisions) files.expect([
		...configs,
		...prompts,
		...prompts.filter(isNamed).flatMap((path) => casesOf(path))
	]);
}

export { readChanges as t };