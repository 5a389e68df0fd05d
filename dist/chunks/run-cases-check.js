import "./rolldown-runtime.js";
import { n as weak, r as wrong, t as checkVariables } from "./check-variables.js";
import { n as selectFiles, t as explainIdle } from "./select-files.js";
import { a as showProblem, r as isOfInput, t as ProblemError } from "./problem.js";
import { t as escapeHidden } from "./show-hidden.js";
import { m as formats } from "./cases.js";
import { t as checkKinds } from "./scorers.js";
import { n as filesOf$1 } from "./promptfoo-reader.js";
import { a as readSettings } from "./read-settings.js";
import { i as matchExcluded } from "./prompt-globs.js";
import { m as couldHoldCases } from "./may-concern.js";
import { r as suggestNearest } from "./describe-issues.js";
import { n as judgedChecks, o as scenarioOf, r as loadChecks, s as answeredByApplications, t as gradesLikePeople } from "./named-checks.js";
import { r as missingRoles } from "./missing-roles.js";
import { n as examOf, o as createRenderPrompt, r as modelChoice, s as designReview } from "./design-judged.js";
import { n as findUnfilled, r as startWithCases, t as findUnscorable } from "./find-unscorable.js";
import { t as nearCopies } from "./near-copies.js";
import { a as isChecked, i as howFarChecked } from "./compare-case.js";
import { t as canonicalJson } from "./json.js";
import { E as string, O as union, g as json, l as array, w as record, x as object } from "./zod.js";
import { r as partOf } from "./part-value.js";
import { t as nameType } from "./name-type.js";
import { H as ownOf } from "./verdict-of-reason.js";
import { t as isObject } from "./is-object.js";
import { a as argumentsOf, c as showCall, l as argumentNames, p as declaredTools, r as offeredSkills } from "./skills.js";
import { i as stubOnLine } from "./canned-results.js";
import { n as usedCalls, t as callKinds } from "./used-calls.js";
import { r as triggerKind } from "./trigger-cases.js";
import { t as clip } from "./clip.js";
import { t as readGoldenSet } from "./read-golden-set.js";
import { t as wireCases } from "./wire-cases.js";
import { t as putResult } from "./put-result.js";
import { t as readInputs } from "./read-inputs2.js";
import { t as readSavedReport } from "./run-report2.js";
import { existsSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";

// src/core/golden-set/find-strays.ts
const ending = /(?:\.cases)?\.(?:ya?ml|jsonl?|csv)$/u;
function findStrays({ paths, pattern, owned, unguarded, isExcluded }) {
	const byFolder = Map.groupBy(unguarded, folderOf);
	const isCasesFile = isCasesFileBy(pattern);
	return [...paths].filter((path) => isCasesFile(path) && !owned.has(path) && !isExcluded(path)).map((path) => {
		const end = path.slice(path.lastIndexOf("."));
		const free = byFolder.get(folderOf(path))?.filter((one) => one.endsWith(end)) ?? [];
		const nearest = suggestNearest(stemOf(path), free.map(stemOf));
		const meant = free.find((one) => stemOf(one) === nearest);
		const fix = meant === void 0 ? `Cases are looked for by the pattern \`${pattern}\`: name the file after its prompt, or remove it.` : `Did it mean \`${meant}\`?`;
		return weak("These golden cases belong to no prompt: nobody asks them.", { file: path }, fix);
	});
}
function isCasesFileBy(pattern) {
	const said = pattern.replaceAll(/\{(?:dir|name)\}/gu, "").replace(/\.[a-z]+$/u, "");
	const tells = /[\p{L}\p{N}]/u.test(said);
	return (path) => !/(?:^|\/)node_modules\//u.test(path) && (/[^/]\.cases\.(?:ya?ml|jsonl?|csv)$/u.test(path) || tells && couldHoldCases(pattern, path));
}
function folderOf(path) {
	return path.slice(0, path.lastIndexOf("/") + 1);
}
function stemOf(path) {
	return path.slice(path.lastIndexOf("/") + 1).replace(ending, "");
}

// src/core/golden-set/check-cases.ts
function checkGuarding({ path, cases, paths, tags }) {
	if (cases.length === 0) {
		const tagged = tags.length === 0 ? "" : ` with the tag ${tags.join(" or ")}`;
		const fix = paths[0] === void 0 ? void 0 : `Write them in \`${paths[0]}\`.`;
		return [weak(`Nothing guards this prompt: it has no golden cases${tagged}.`, { file: path }, fix)];
	}
	return [...uncheckedCases(cases), ...notRun(cases)];
}
function uncheckedCases(cases) {
	const unchecked = cases.filter((golden) => !isChecked(golden));
	const [first] = unchecked;
	if (first === void 0) return [];
	const what = unchecked.length === cases.length ? `Nothing guards this prompt: ${cases.length === 1 ? "its one golden case has no check" : `none of its ${cases.length} golden cases has a check`}.` : `${startWithCases(unchecked)} ${unchecked.length === 1 ? "has" : "have"} no check, and will not be asked.`;
	return [weak(what, first.at, "Add one, such as `contains: \"30 days\"`.")];
}
function notRun(cases) {
	const lost = cases.flatMap((golden) => golden.notRun.map((one) => ({
		golden,
		...one
	})));
	return [...Map.groupBy(lost, ({ name, why }) => JSON.stringify([name, why])).values()].flatMap((held) => {
		const [first] = held;
		if (first === void 0) return [];
		const because = first.why === void 0 ? "" : `: ${first.why}`;
		const told = ["part", "not-run"].flatMap((far) => {
			const losers = [...new Set(held.map(({ golden }) => golden))].filter((golden) => howFarChecked(golden) === far);
			if (losers.length === 0) return [];
			const is = losers.length === 1 ? "is" : "are";
			return [`${startWithCases(losers)} ${far === "part" ? `${is} checked only in part` : "will have no score"}.`];
		});
		const what = `\`${first.name}\` is not run${because}. ${told.join(" ")}`;
		return [weak(what, first.at, first.fix ?? "Put a check of `docs/checks.md` in its place.")];
	});
}
function checkCopies(prompt, cases) {
	return [...Map.groupBy(cases, ({ checks }) => canonicalJson(checks.map(({ kind, argument, not = false }) => [
		kind,
		argument,
		not
	]))).values()].flatMap((held) => nearCopies(prompt, held).flatMap((group) => {
		const copies = group.flatMap((index) => held[index] ?? []);
		const [first] = copies;
		if (first === void 0) return [];
		const what = `${startWithCases(copies)} ask nearly the same: they share their luck, and where their replies are the same they count as one.`;
		return [weak(what, first.at, "Keep one of them, or ask something else in the others.")];
	}));
}
function checkLabels(cases, kinds) {
	const labelled = cases.filter(({ label }) => label !== void 0);
	const lacking = labelled.filter(({ reference }) => reference === void 0);
	const ungraded = labelled.filter((golden) => golden.reference !== void 0 && !judgedChecks(golden, kinds).some(gradesLikePeople));
	return [...tell(lacking, "labelled, but has no `reference`: a label is a verdict on that text.", {
		plural: "labelled, but have no `reference`: a label is a verdict on that text.",
		fix: "Keep the reply that was labelled under `reference`."
	}), ...tell(ungraded, "labelled, but no judge grades it on 1–10.", {
		plural: "labelled, but no judge grades them on 1–10.",
		fix: "Add a `judge` check, or drop the label."
	})];
}
function tell(cases, singular, { plural, fix }) {
	const [first] = cases;
	if (first === void 0) return [];
	return [weak(`${startWithCases(cases)} ${cases.length === 1 ? `is ${singular}` : `are ${plural}`}`, first.at, fix)];
}

// src/core/golden-set/check-declared.ts
const declaredSchema = object({ properties: record(string(), object({
	type: union([string().transform((one) => [one]), array(string())]).optional(),
	enum: array(json()).optional()
}).catch({})) });
const most = 20;
function checkDeclared({ schema, path }, cases) {
	const { properties = {} } = declaredSchema.safeParse(schema).data ?? {};
	const held = Object.entries(properties).flatMap(([name, declared]) => cases.flatMap((golden) => {
		const value = golden.vars[name];
		const wanted = value === void 0 || partOf(value) !== void 0 ? void 0 : whatIsWanted(value, declared);
		return wanted === void 0 ? [] : [{
			told: `\`${name}\` ${nameType(value)}, and ${path} declares ${wanted}`,
			golden
		}];
	}));
	return [...Map.groupBy(held, ({ told }) => told)].slice(0, most).flatMap(([told, [first, ...others]]) => {
		if (first === void 0) return [];
		const all = [first, ...others].map(({ golden }) => golden);
		const what = `${startWithCases(all)} ${all.length === 1 ? "gives" : "give"} ${told}.`;
		return [weak(what, first.golden.at, "Write such a value, or change the declaration.")];
	});
}
function whatIsWanted(value, { type, enum: choice }) {
	if (choice !== void 0 && !choice.some((one) => JSON.stringify(one) === JSON.stringify(value))) return `one of ${choice.map((one) => `\`${JSON.stringify(one)}\``).join(", ")}`;
	if (type === void 0 || type.some((one) => isOf(one, value))) return void 0;
	return type.map((one) => `\`${one}\``).join(" or ");
}
function isOf(type, value) {
	switch (type) {
		case "string":
		case "number":
		case "boolean": return typeof value === type;
		case "integer": return Number.isInteger(value);
		case "null": return value === null;
		case "array": return Array.isArray(value);
		case "object": return typeof value === "object" && value !== null && !Array.isArray(value);
		default: return true;
	}
}

// src/core/golden-set/check-tools.ts
const mostTold = 20;
function checkTools(prompt, cases, reviewed) {
	const declared = declaredTools(prompt.params);
	const used = usedCalls(cases, reviewed);
	const idle = declared.filter(({ name }) => !used.has(name));
	const at = { file: prompt.path };
	const checked = cases.length === 0 ? [] : declared;
	return [
		...checked.length === 0 || idle.length === 0 ? [] : [weak(`No case exercises ${listed(idle.map(({ name }) => name))}, of the tools that the prompt declares.`, at, "Add a case that needs it, with `tool-call` and what it answers under `tools`.")],
		...checked.flatMap((tool) => {
			const names = argumentNames(tool).filter((name) => used.get(tool.name)?.has(name) === false);
			return names.length === 0 ? [] : [weak(`No case exercises the ${names.length === 1 ? "argument" : "arguments"} ${listed(names)} of the tool \`${tool.name}\`.`, at, "Name it under `arguments` of a `tool-call`, or in `when` of a result.")];
		}),
		...needless(declared, cases),
		...lacking(cases, declared, reviewed)
	];
}
function needless(declared, cases) {
	if (declared.length === 0) return [];
	const known = new Map(declared.map((tool) => [tool.name, argumentNames(tool)]));
	const told = cases.flatMap((golden) => [...misnamed(golden, known).map((what) => ({
		golden,
		what
	})), ...Object.entries(golden.tools ?? {}).flatMap(([name, results]) => {
		const names = known.get(name);
		if (names === void 0) return [{
			golden,
			what: `results of \`${name}\`, a tool that the prompt does not declare`
		}];
		return [...new Set(results.flatMap(({ when = {} }) => Object.keys(when)))].filter((argument) => names.length > 0 && !names.includes(argument)).map((argument) => ({
			golden,
			what: `a result of \`${name}\` that hangs on \`${argument}\`, which the tool does not take`
		}));
	})]);
	return [...Map.groupBy(told, ({ what }) => what)].flatMap(([what, held]) => {
		const all = [...new Set(held.map(({ golden }) => golden))];
		const [first] = all;
		return first === void 0 ? [] : [weak(`${startWithCases(all)} ${all.length === 1 ? "has" : "have"} ${what}.`, first.at)];
	});
}
function misnamed({ checks }, known) {
	return checks.flatMap(({ kind, argument }) => {
		if (!callKinds.has(kind)) return [];
		return (isList(argument) ? argument : [argument]).flatMap((one) => {
			const call = callOf(one);
			if (call === void 0) return [];
			const names = known.get(call.name);
			const given = argumentsOf(call) ?? {};
			if (names !== void 0) return (isObject(given) ? Object.keys(given) : []).filter((name) => names.length > 0 && !names.includes(name)).map((name) => `a \`${kind}\` of \`${call.name}\` with \`${name}\`, which the tool does not take`);
			const meant = suggestNearest(call.name, [...known.keys()]);
			if (kind === "not-tool-call" && meant === void 0) return [];
			const hint = meant === void 0 ? "" : ` (did you mean \`${meant}\`?)`;
			return [`a \`${kind}\` of \`${call.name}\`, a tool that the prompt does not declare${hint}`];
		});
	});
}
function lacking(cases, declared, reviewed) {
	const isKnown = (name) => declared.length === 0 || declared.some((tool) => tool.name === name);
	const wanted = cases.flatMap(({ id, tools, checks, at }) => {
		if (tools === void 0) return [];
		const open = checks.flatMap(({ kind, argument }) => {
			if (kind !== "tool-call") return [];
			return (isList(argument) ? argument : [argument]).flatMap((one) => callOf(one) ?? []);
		}).filter(({ name }) => isKnown(name) && (ownOf(tools, name)?.length ?? 0) === 0);
		return open.length === 0 ? [] : [weak(`The case \`${id}\` wants a call of \`${open[0]?.name}\` and has no result for it: its conversation ends there.`, at, pasted(open))];
	});
	const byCase = new Map(cases.map((golden) => [golden.id, golden]));
	const made = (reviewed?.models ?? []).flatMap(({ reasons }) => reasons.flatMap((reason) => reason.kind === "no-result" ? reason.calls : []));
	const ended = [...Map.groupBy(made, (call) => call.case)].slice(0, mostTold).flatMap(([id, calls]) => {
		const golden = byCase.get(id);
		const [first] = calls;
		if (golden === void 0 || first === void 0) return [];
		return [weak(`In the last review no result of the case \`${id}\` fitted ${showCall(first)}: its conversation ended there.`, golden.at, pasted(calls))];
	});
	return [...wanted, ...ended];
}
function callOf(wanted) {
	if (typeof wanted === "string") return {
		name: wanted,
		arguments: "{}"
	};
	const name = isObject(wanted) ? wanted["name"] : void 0;
	const given = isObject(wanted) ? wanted["arguments"] : void 0;
	return typeof name === "string" ? {
		name,
		arguments: JSON.stringify(given ?? {})
	} : void 0;
}
function pasted(calls) {
	return `Paste into it: \`${stubOnLine(calls)}\``;
}
function listed(names) {
	const shown = names.slice(0, 10).map((name) => `\`${name}\``);
	return names.length > 10 ? `${shown.join(", ")} and ${names.length - 10} more` : shown.join(", ");
}
function isList(value) {
	return Array.isArray(value);
}

// src/core/golden-set/check-triggers.ts
function checkTriggers({ path, params, skill }, cases) {
	const offered = offeredSkills(params);
	const wanted = cases.flatMap((golden) => golden.checks.flatMap(({ kind, argument }) => kind === "triggers" ? [{
		golden,
		argument
	}] : []));
	const lost = wanted.flatMap(({ golden, argument }) => {
		const name = argument === true ? skill : argument;
		if (typeof name !== "string" || offered.has(name)) return [];
		const nearest = suggestNearest(name, offered);
		const fix = nearest === void 0 ? "Name a skill that `agents` of the config names." : `Did it mean \`${nearest}\`?`;
		return [weak(`\`${golden.id}\` wants the skill \`${name}\` to be picked, which is not offered.`, golden.at, fix)];
	});
	const isOneSided = wanted.length > 0 && wanted.every(({ argument }) => argument === true);
	return [...lost, ...isOneSided ? [weak("All its trigger cases want the skill to be picked: a description that takes everything would pass.", { file: path }, "Add a case with `triggers: false`, or with the name of another skill.")] : []];
}

// src/app/cases/check-prompt.ts
function checkPrompt(one, settings, needs, sandbox, reviewed) {
	const { path } = one;
	const empty = {
		path,
		files: [],
		cases: 0,
		labelled: 0,
		checks: {}
	};
	switch (one.kind) {
		case "broken": return {
			...empty,
			findings: inOrder(one.problems.map(wrong))
		};
		case "unread": {
			const what = `Nothing guards this prompt: its format is not read (${one.format}).`;
			return {
				...empty,
				findings: [weak(what, { file: path }, `${one.fix} docs/formats.md lists the formats that are read.`)]
			};
		}
		case "prompt": {
			const { prompt, cases, files, paths, problems } = one;
			const written = new Set(paths);
			const choice = modelChoice(settings);
			const told = answeredByApplications(choice);
			const unfilled = told ? [] : one.unfilled;
			return {
				...empty,
				format: prompt.format,
				files: [.../* @__PURE__ */ new Set([...files, ...cases.map(({ at }) => at.file)])],
				cases: cases.length,
				labelled: cases.filter(({ label }) => label !== void 0).length,
				checks: countKinds(cases.flatMap((golden) => golden.checks)),
				findings: inOrder([
					...[...problems, ...needs].map(wrong),
					...findUnscorable(cases, checkKinds).map(wrong),
					...unaskedBy(prompt, cases, told ? choice : anyModel, sandbox),
					...unfilled.map(({ marker, writtenAs, line, fix }) => weak(`Nothing guards this prompt: \`${clip(marker, 60)}\` is ${writtenAs}, and is not filled here.`, {
						file: path,
						line
					}, fix ?? "Write its variables as `{{name}}`, or name its engine under `templates` in the config.")),
					...problems.length > 0 && cases.length === 0 ? [] : checkGuarding({
						path,
						cases,
						paths,
						tags: settings.tags
					}),
					...told || unfilled.length > 0 || prompt.rendered !== void 0 ? [] : checkVariables(prompt, cases, {
						kinds: checkKinds,
						written
					}),
					...checkDeclared(prompt, cases),
					...prompt.skill === void 0 ? checkTools(prompt, cases, reviewed) : checkTriggers(prompt, cases),
					...checkLabels(cases, checkKinds),
					...checkCopies(prompt, cases),
					...[...prompt.notes, ...one.suiteNotes].map(({ text, at }) => weak(text, at ?? { file: path }))
				])
			};
		}
	}
}
const any = {
	provider: "default",
	model: "any"
};
const anyModel = {
	models: [{
		...any,
		params: {}
	}],
	resolve: () => any
};
function unaskedBy(prompt, cases, choice, sandbox) {
	const asked = cases.filter(({ checks }) => checks.length > 0);
	const change = {
		path: prompt.path,
		change: "added",
		new: prompt,
		exam: examOf(asked),
		diff: "",
		notes: []
	};
	return designReview([change], choice, createRenderPrompt(sandbox), (golden) => scenarioOf(golden, checkKinds)).prompts.flatMap((one) => {
		const unsent = (one.unrendered ?? []).flatMap(({ problem }) => problem.unsent ? [problem] : []);
		return [one.problems.length > 0 ? one.problems : findUnfilled(one) ?? []].flat().map(wrong).concat(unsent.map(({ what, at, fix }) => weak(what, at ?? { file: prompt.path }, fix)));
	});
}
function inOrder(findings) {
	const once = [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
	return [...once.filter(({ severity }) => severity === "wrong"), ...once.filter(({ severity }) => severity === "weak")];
}
function countKinds(checks) {
	const alike = Map.groupBy(checks, ({ kind }) => kind);
	return Object.fromEntries([...alike].map(([kind, held]) => [kind, held.length]).toSorted());
}

// src/app/cases/check-golden-set.ts
async function checkGoldenSet(set, paths, settings, selectors, { sandbox, words }, last) {
	const isSelected = selectedBy(selectors);
	const selected = set.prompts.filter((one) => isSelected(one.path) || filesOf(one).some(isSelected));
	const strays = findStrays({
		paths,
		pattern: settings.casesPattern,
		owned: new Set(set.prompts.flatMap((one) => one.paths)),
		unguarded: set.prompts.flatMap((one) => one.kind === "prompt" && one.cases.length === 0 && one.problems.length === 0 ? one.paths : []),
		isExcluded: matchExcluded(settings.promptGlobs)
	}).filter(({ at }) => at !== void 0 && isSelected(at.file));
	const checked = [...selected.flatMap((one) => [one.path, ...filesOf(one)]), ...strays.flatMap(({ at }) => at?.file ?? [])];
	const [idle, ...more] = selectors.filter(({ selects }) => !checked.some(selects)).map((selector) => explainIdle(selector, {
		paths,
		globs: settings.promptGlobs
	}));
	if (idle !== void 0) throw new ProblemError(idle, ...more);
	const cases = selected.flatMap((one) => one.kind === "prompt" ? one.cases : []);
	await loadChecks(cases, checkKinds, words);
	const checks = cases.flatMap((golden) => golden.checks);
	const needs = placed(missingRoles(checks, settings, checkKinds), selected);
	const reviewed = (path) => last?.prompts.find((prompt) => prompt.path === path);
	const prompts = selected.map((one) => checkPrompt(one, settings, needs.byPrompt.get(one.path) ?? [], sandbox, reviewed(one.path)));
	const none = set.prompts.length === 0 ? [{
		severity: "weak",
		what: "There is no prompt: the globs of `prompts` name none."
	}] : [];
	return {
		selected,
		prompts,
		findings: [
			...[...set.problems, ...needs.others].map(wrong),
			...none,
			...strays
		]
	};
}
function placed(problems, prompts) {
	const owners = /* @__PURE__ */ new Map();
	for (const one of prompts) {
		const files = one.kind === "prompt" ? one.cases.map(({ at }) => at.file) : [];
		for (const file of /* @__PURE__ */ new Set([one.path, ...files])) owners.set(file, [...owners.get(file) ?? [], one.path]);
	}
	const ownersOf = (problem) => owners.get(problem.at?.file ?? "") ?? [];
	const ownerOf = (problem) => ownersOf(problem)[0];
	const shared = problems.map((problem) => {
		const [, ...others] = ownersOf(problem);
		if (others.length === 0) return problem;
		const named = others.slice(0, 3).map((path) => `\`${path}\``);
		const more = others.length > 3 ? ` and ${others.length - 3} more` : "";
		return {
			...problem,
			what: `${problem.what} It concerns ${named.join(", ")}${more} too.`
		};
	});
	return {
		byPrompt: Map.groupBy(shared, (problem) => ownerOf(problem) ?? ""),
		others: [...new Map(problems.filter((one) => ownerOf(one) === void 0).map((one) => [showProblem(one), one])).values()]
	};
}
function filesOf(one) {
	return one.kind === "prompt" ? [...one.files, ...one.cases.map(({ at }) => at.file)] : one.files;
}
function selectedBy(selectors) {
	return selectors.length === 0 ? () => true : (path) => selectors.some(({ selects }) => selects(path));
}

// src/app/cases/check-cases-locally.ts
async function checkCasesLocally(asked, ports) {
	const report = await checkCases(asked, ports);
	const text = asked.json === true ? `${escapeHidden(JSON.stringify(pick(report, asked.only), null, 2))}
` : await wordReport(report, asked);
	const faulty = report.wrong > 0 || report.judge?.problems.some(isOfInput) === true;
	return {
		text: [text],
		files: [],
		faulty,
		open: !faulty && isTrusted(report.judge)
	};
}
function pick(report, only) {
	if (only === void 0) return report;
	const faults = (one) => ({
		...one,
		findings: one.findings.filter(({ severity }) => severity === "wrong")
	});
	return {
		...faults(report),
		prompts: report.prompts.map(faults).filter(({ findings }) => findings.length > 0)
	};
}
async function wordReport(report, { screen, only }) {
	const { writeGoldenSet } = await import("./golden-set.js");
	return writeGoldenSet(report, screen, only);
}
function isTrusted(judge) {
	if (judge === void 0) return true;
	const { problems, metrics } = judge;
	return problems.length === 0 && metrics.length > 0 && metrics.every(({ trust }) => trust === "trusted");
}
async function checkCases({ inputs, files, judge, last }, ports) {
	const { tree, tool } = ports;
	const settings = await settingsOrProblems(tree, inputs);
	if (settings instanceof ProblemError) return reportOf({
		prompts: [],
		findings: settings.problems.map(wrong)
	}, tool);
	const entries = await tree.tree(tree.now);
	const set = await readGoldenSet({
		files: filesOf$1(tree, tree.now, entries),
		settings,
		kinds: checkKinds,
		formats,
		sandbox: ports.sandbox,
		held: ports.held
	});
	const checked = await checkGoldenSet(set, [...entries.keys()], settings, selectFiles(files, tree.folder), ports, last);
	const report = reportOf(checked, tool);
	if (!judge) return report;
	const { measureGoldenJudge } = await import("./measure-golden-judge.js");
	return {
		...report,
		judge: await measureGoldenJudge(checked.selected, settings, ports, report.wrong === 0)
	};
}
async function settingsOrProblems(tree, inputs) {
	const { now } = tree;
	try {
		return (await readSettings(tree, {
			tip: now,
			base: now,
			head: now,
			fork: false
		}, inputs)).settings;
	} catch (fault) {
		if (fault instanceof ProblemError) return fault;
		throw fault;
	}
}
function reportOf({ prompts, findings: others }, tool) {
	const findings = [...others, ...prompts.flatMap((prompt) => prompt.findings)];
	const count = (severity) => findings.filter((one) => one.severity === severity).length;
	return {
		version: 1,
		tool,
		wrong: count("wrong"),
		weak: count("weak"),
		prompts,
		findings: others
	};
}

// src/commands/run-cases-check.ts
async function runCasesCheck(named, { json, only, store, judge, report }, { given, terminal, signal, heedCancel }) {
	const folder = process.cwd();
	const isFile = typeof judge === "string" && (/[*?[\]{}]/u.test(judge) || existsSync(resolve(folder, judge)));
	const files = [...isFile ? [judge] : [], ...named].map((file) => isAbsolute(file) ? relative(folder, file) : file);
	const last = report === void 0 ? void 0 : await readSavedReport(report);
	const inputs = readInputs(isFile ? new Map([...given].filter(([input]) => input !== "judge")) : given);
	const ports = await wireCases(inputs, {
		env: process.env,
		signal,
		heedCancel
	}, {
		folder,
		progress: terminal.progress,
		...store === void 0 ? {} : { store }
	});
	try {
		const asked = {
			inputs,
			files,
			judge: judge !== void 0,
			screen: terminal.screen
		};
		const done = await checkCasesLocally({
			...asked,
			...json === void 0 ? {} : { json },
			...only === void 0 ? {} : { only },
			...last === void 0 ? {} : { last }
		}, ports);
		return await putResult(done, terminal, {}, ports.breathe);
	} finally {
		await ports.close();
	}
}

export { runCasesCheck };