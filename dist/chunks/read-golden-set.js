import { D as suffixOfInstructions, _ as namesGivenBy, f as readDefaultChecks, v as settlePrompts } from "./cases.js";
import { p as casesPaths } from "./may-concern.js";
import { a as findSources, t as createPromptfooReader } from "./promptfoo-reader.js";
import { a as takesIn, c as createGoldenCasesReader, i as suffixOf, l as findHalfRendered, o as readPromptSides, s as createSkillsReader, t as besideOf, u as selectByTags } from "./read-subjects.js";
import { t as HeldBytes } from "./held-bytes.js";
import { t as casesWithoutLine } from "./pair-lines.js";

// src/app/cases/read-golden-set.ts
async function readGoldenSet(reading) {
	const { files, settings, kinds, sandbox, held = new HeldBytes() } = reading;
	const outer = readDefaultChecks(settings.defaultChecks, kinds);
	const readPromptfoo = createPromptfooReader(kinds, {
		sandbox,
		scorers: new Set(settings.scorers.keys())
	});
	const readGolden = createGoldenCasesReader(settings.casesPattern, kinds, outer.checks, readPromptfoo, held);
	const sources = findSources({
		has: files.has,
		all: files.paths()
	}, settings, await readPromptfoo.prompts(files)).toSorted((a, b) => a.path < b.path ? -1 : 1);
	const skills = createSkillsReader(settings.agentGlobs);
	const prompts = (await Promise.all(sources.map((source) => readSource(source, readGolden, {
		...reading,
		skills
	})))).flat();
	const included = new Set(prompts.flatMap((one) => one.kind === "prompt" ? one.prompt.refersTo : []));
	const isPart = (one) => included.has(one.path) && one.kind === "prompt" && one.cases.length === 0 && one.files.length === 0;
	return {
		prompts: prompts.filter((one) => !isPart(one)),
		problems: outer.problems
	};
}
async function readSource(source, readGolden, reading) {
	const sides = await readPromptSides(source, reading);
	if (sides.kind === "one") return readGuarded(source, void 0, sides.side, readGolden, reading);
	const all = [...sides.sides.keys()];
	return (await Promise.all([...sides.sides].map(([own, side]) => readGuarded(source, {
		own,
		all
	}, side, readGolden, reading)))).flat();
}
async function readGuarded(source, key, side, readGolden, { files, settings, formats }) {
	const { path } = source;
	switch (side.kind) {
		case "none": return [];
		case "broken":
		case "unread": {
			const paths = (source.agents === true ? [suffixOfInstructions(path)] : [...new Set(formats.map((format) => format.suffix(path)))]).flatMap((suffix) => casesPaths(settings.casesPattern, path, suffix));
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
				format: side.format,
				fix: side.fix
			}];
		}
		case "prompt": {
			const { prompt } = side;
			const golden = await readGolden(files, {
				path,
				suffix: source.agents === true ? suffixOfInstructions(path) : suffixOf(path, side, formats),
				cases: side.cases,
				...prompt.rendered !== void 0 && { areLines: true },
				takes: (name) => takesIn(side, name),
				...key !== void 0 && { key },
				...besideOf(source, formats)
			});
			const settled = settlePrompts({ next: prompt }, golden.cases, settings).next ?? prompt;
			const unfilled = findHalfRendered(settled, side.text, namesGivenBy(golden.cases));
			const cases = selectByTags(golden.cases, settings.tags);
			const { suiteNotes, paths } = golden;
			const problems = [...golden.problems, ...casesWithoutLine(prompt, golden.cases)];
			return [{
				kind: "prompt",
				path: prompt.path,
				paths,
				files: paths.filter(files.has),
				prompt: settled,
				text: side.text,
				unfilled,
				cases,
				problems,
				suiteNotes
			}];
		}
	}
}

export { readGoldenSet as t };