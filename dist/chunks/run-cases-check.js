import { i as __toESM } from "./rolldown-runtime.js";
import { i as showProblem, r as isOfInput, t as ProblemError } from "./problem.js";
import { a as couldHoldCases, i as casesPaths, n as matchPrompts, r as require_picomatch, t as matchExcluded } from "./match-prompts.js";
import { a as isChecked, d as lookUp, h as checkKinds, i as createGoldenCasesReader, m as gradesLikePeople, n as readPromptSide, o as selectByTags, p as varsOf, r as createPromptfooReader, s as readDefaultChecks, t as filesOf$1, u as formats, y as judgedChecks } from "./revision-files.js";
import { r as readSettings } from "./read-settings.js";
import { n as suggestNearest } from "./looks-like-key.js";
import { n as findUnscorable, r as startWithCases, t as missingRoles } from "./missing-roles.js";
import { a as findRepository, i as openWorkingTree, n as wireLocalAsking, o as gitWord, r as openGitHost } from "./wire-local.js";
import { n as putResult, t as readInputs } from "./read-inputs.js";
import { existsSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";

// src/core/golden-set/finding.ts
function wrong({ reason: _, ...told }) {
	return {
		severity: "wrong",
		...told
	};
}
function weak(what, at, fix) {
	return {
		severity: "weak",
		what,
		at,
		...fix === void 0 ? {} : { fix }
	};
}

// src/core/golden-set/select-files.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
function selectFiles(written, folder) {
	return written.map((argument) => {
		const path = normalise(`${folder}${argument}`);
		if (path === void 0) return {
			written: argument,
			selects: () => false
		};
		const isLike = path === "" ? () => true : (0, import_picomatch.default)(path, { dot: true });
		const within = `${path}/`;
		return {
			written: argument,
			selects: (one) => one === path || one.startsWith(within) || isLike(one)
		};
	});
}
function normalise(path) {
	const parts = [];
	for (const part of path.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === void 0) return void 0;
	}
	return parts.join("/");
}

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

// src/core/golden-set/check-guarding.ts
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
		const losers = [...new Set(held.map(({ golden }) => golden))];
		const what = `\`${first.name}\` is not run${because}. ${startWithCases(losers)} will have no score.`;
		return [weak(what, first.at, "Put a check of `docs/checks.md` in its place.")];
	});
}

// src/core/golden-set/check-labels.ts
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

// src/core/golden-set/check-variables.ts
const mostNames = 100;
const mostMeant = 50;
const mostSteps = 10;
function checkVariables(prompt, cases, { kinds, written }) {
	const known = namesAndTheirBeginnings(prompt.variables);
	const spareOf = ({ vars }) => Object.keys(vars).filter((key) => !known.has(key));
	const names = prompt.variables.slice(0, mostNames);
	const lacks = byName(cases.flatMap((golden) => {
		const values = {
			...prompt.defaults,
			...varsOf(golden)
		};
		return names.filter((name) => lookUp(name, values) === void 0).map((name) => ({
			name,
			golden
		}));
	})).map(([name, held]) => {
		const [{ golden }] = held;
		return {
			name,
			held,
			golden,
			meant: suggestNearest(name, spareOf(golden).slice(0, mostMeant))
		};
	});
	const meant = new Set(lacks.flatMap((one) => one.meant ?? []));
	const spares = byName(cases.filter((golden) => written.has(golden.at.file) && (!readsVars(golden, kinds) || isDeaf(golden, spareOf(golden)))).flatMap((golden) => spareOf(golden).map((name) => ({
		name,
		golden
	}))).filter(({ name }) => !meant.has(name)));
	return [
		...lacks.map(({ name, held, golden, meant: other }) => {
			const what = `${startOf(held)} no value to \`{{${name}}}\`: the model would see the braces.`;
			const fix = other === void 0 ? "Add it under `vars`, or under `vars` of the file’s `defaults`." : `Did it mean \`${name}\` where it says \`${other}\`?`;
			return weak(what, golden.at, fix);
		}),
		...spares.slice(0, mostNames).map(([name, held]) => {
			const what = `${startOf(held)} a value to \`${name}\`, which the prompt does not use.`;
			return weak(what, held[0].golden.at, `Use \`{{${name}}}\` in the prompt, or drop it.`);
		}),
		...spares.length <= mostNames ? [] : [weak(`${spares.length - mostNames} more variables of its cases are not used.`, { file: prompt.path })]
	];
}
function byName(found) {
	return [...Map.groupBy(found, ({ name }) => name)].flatMap(([name, [first, ...rest]]) => first === void 0 ? [] : [[name, [first, ...rest]]]);
}
function startOf(held) {
	return `${startWithCases(held.map(({ golden }) => golden))} ${held.length === 1 ? "gives" : "give"}`;
}
function namesAndTheirBeginnings(variables) {
	return new Set(variables.flatMap((name) => {
		const steps = name.split(".", mostSteps);
		return [name, ...steps.map((_, index) => steps.slice(0, index + 1).join("."))];
	}));
}
function isDeaf({ vars }, spare) {
	return spare.length === Object.keys(vars).length;
}
function readsVars({ checks }, kinds) {
	return checks.some(({ kind }) => {
		const needs = kinds.get(kind)?.needs;
		return needs !== void 0 && needs !== "nothing" && needs !== "embeddings";
	});
}

// src/app/cases/check-prompt.ts
function checkPrompt(one, settings, needs) {
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
				findings: [weak(what, { file: path }, "The documentation lists the formats that are read.")]
			};
		}
		case "prompt": {
			const { prompt, cases, files, paths, problems } = one;
			const written = new Set(paths);
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
					...problems.length > 0 && cases.length === 0 ? [] : checkGuarding({
						path,
						cases,
						paths,
						tags: settings.tags
					}),
					...checkVariables(prompt, cases, {
						kinds: checkKinds,
						written
					}),
					...checkLabels(cases, checkKinds),
					...[...prompt.notes, ...one.suiteNotes].map(({ text, at }) => weak(text, at ?? { file: path }))
				])
			};
		}
	}
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
function checkGoldenSet(set, paths, settings, selectors) {
	const isSelected = selectedBy(selectors);
	const selected = set.prompts.filter((one) => isSelected(one.path) || filesOf(one).some(isSelected));
	const strays = findStrays({
		paths,
		pattern: settings.casesPattern,
		owned: new Set(set.prompts.flatMap((one) => one.paths)),
		unguarded: set.prompts.flatMap((one) => one.kind === "prompt" && one.cases.length === 0 && one.problems.length === 0 ? one.paths : []),
		isExcluded: matchExcluded(settings.promptGlobs)
	}).filter(({ at }) => at !== void 0 && isSelected(at.file));
	refuseEmpty(selectors, [...selected.flatMap((one) => [one.path, ...filesOf(one)]), ...strays.flatMap(({ at }) => at?.file ?? [])]);
	const checks = selected.flatMap((one) => one.kind === "prompt" ? one.cases.flatMap((golden) => golden.checks) : []);
	const needs = placed(missingRoles(checks, settings, checkKinds), selected);
	const prompts = selected.map((one) => checkPrompt(one, settings, needs.byPrompt.get(one.path) ?? []));
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
		for (const file of [one.path, ...files]) if (!owners.has(file)) owners.set(file, one.path);
	}
	const ownerOf = (problem) => owners.get(problem.at?.file ?? "");
	return {
		byPrompt: Map.groupBy(problems, (problem) => ownerOf(problem) ?? ""),
		others: [...new Map(problems.filter((one) => ownerOf(one) === void 0).map((one) => [showProblem(one), one])).values()]
	};
}
function filesOf(one) {
	return one.kind === "prompt" ? [...one.files, ...one.cases.map(({ at }) => at.file)] : one.files;
}
function selectedBy(selectors) {
	return selectors.length === 0 ? () => true : (path) => selectors.some(({ selects }) => selects(path));
}
function refuseEmpty(selectors, found) {
	const [first, ...rest] = selectors.filter(({ selects }) => !found.some(selects)).map(({ written }) => ({
		reason: "files",
		what: `\`${written}\` names no prompt and no file of golden cases.`,
		fix: "Name a file, a folder or a glob in quotes; which files are prompts, `prompts` in the config says."
	}));
	if (first !== void 0) throw new ProblemError(first, ...rest);
}

// src/app/cases/read-golden-set.ts
async function readGoldenSet(reading) {
	const { files, settings, kinds } = reading;
	const outer = readDefaultChecks(settings.defaultChecks, kinds);
	const readGolden = createGoldenCasesReader(settings.casesPattern, kinds, outer.checks, createPromptfooReader(kinds));
	const paths = [...files.paths()].filter(matchPrompts(settings.promptGlobs)).toSorted();
	return {
		prompts: (await Promise.all(paths.map((path) => readPrompt(path, readGolden, reading)))).flat(),
		problems: outer.problems
	};
}
async function readPrompt(path, readGolden, { files, settings, kinds, formats }) {
	const side = await readPromptSide(files, path, formats, kinds);
	switch (side.kind) {
		case "none": return [];
		case "broken":
		case "unread": {
			const paths = [...new Set(formats.map((format) => format.suffix(path)))].flatMap((suffix) => casesPaths(settings.casesPattern, path, suffix));
			const place = {
				path,
				paths,
				files: paths.filter(files.has)
			};
			return [side.kind === "broken" ? {
				kind: "broken",
				...place,
				problems: side.problems
			} : {
				kind: "unread",
				...place,
				format: side.format
			}];
		}
		case "prompt": {
			const { prompt } = side;
			const golden = await readGolden(files, {
				path,
				suffix: formats.find(({ name }) => name === prompt.format)?.suffix(path) ?? "",
				cases: side.cases
			});
			const cases = selectByTags(golden.cases, settings.tags);
			const { problems, suiteNotes, paths } = golden;
			return [{
				kind: "prompt",
				path,
				prompt,
				cases,
				problems,
				suiteNotes,
				paths,
				files: paths.filter(files.has)
			}];
		}
	}
}

// src/app/cases/check-cases.ts
async function checkCases({ inputs, files, judge }, ports) {
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
		formats
	});
	const checked = checkGoldenSet(set, [...entries.keys()], settings, selectFiles(files, tree.folder));
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

// src/app/cases/check-cases-locally.ts
async function checkCasesLocally(asked, ports) {
	const report = await checkCases(asked, ports);
	const text = asked.json === true ? `${JSON.stringify(report, null, 2)}\n` : await wordReport(report, asked);
	const faulty = report.wrong > 0 || report.judge?.problems.some(isOfInput) === true;
	return {
		text: [text],
		files: [],
		faulty,
		open: !faulty && isTrusted(report.judge)
	};
}
async function wordReport(report, shown) {
	const { writeGoldenSet } = await import("./golden-set.js");
	return writeGoldenSet(report, shown);
}
function isTrusted(judge) {
	if (judge === void 0) return true;
	const { problems, metrics } = judge;
	return problems.length === 0 && metrics.length > 0 && metrics.every(({ trust }) => trust === "trusted");
}

// src/hosts/git/folder-in-tree.ts
function folderInTree(folder) {
	return gitWord(folder, ["rev-parse", "--show-prefix"]);
}

// src/wire/wire-cases.ts
async function wireCases(inputs, surroundings, { folder, ...place }) {
	const { root, now, tree, text, close } = await openWorkingTree(await findRepository(folder));
	const asking = wireLocalAsking(inputs, surroundings, {
		root,
		...place
	});
	return {
		...asking,
		tree: {
			now,
			tree,
			text,
			folder: await folderInTree(folder)
		},
		openReview: () => openReview(folder),
		close: async () => {
			await asking.close();
			await close();
		}
	};
}
async function openReview(folder) {
	try {
		return await openGitHost({ folder });
	} catch (fault) {
		if (fault instanceof ProblemError) return void 0;
		throw fault;
	}
}

// src/commands/run-cases-check.ts
async function runCasesCheck(named, { json, store, judge }, { given, terminal, signal }) {
	const folder = process.cwd();
	const isFile = typeof judge === "string" && (/[*?[\]{}]/u.test(judge) || existsSync(resolve(folder, judge)));
	const files = [...isFile ? [judge] : [], ...named].map((file) => isAbsolute(file) ? relative(folder, file) : file);
	const inputs = readInputs(isFile ? new Map([...given].filter(([input]) => input !== "judge")) : given);
	const ports = await wireCases(inputs, {
		env: process.env,
		signal
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
			colours: terminal.colours
		};
		const done = await checkCasesLocally({
			...asked,
			...json === void 0 ? {} : { json }
		}, ports);
		return await putResult(done, terminal);
	} finally {
		await ports.close();
	}
}

export { runCasesCheck };