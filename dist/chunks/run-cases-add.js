import "./rolldown-runtime.js";
import { n as chooseCandidates, t as CandidatePool } from "./choose-candidates.js";
import { n as makeCandidate, r as maskCandidate } from "./make-candidate.js";
import { a as writeCandidates, i as readPrompts, n as fileWith, r as placeOf } from "./place-calls.js";
import { c as logFormats, m as faultsOfLogs } from "./logs.js";
import { t as ProblemError } from "./problem.js";
import { t as readLogs } from "./read-logs.js";
import { a as readSettings } from "./read-settings.js";
import { n as showHidden, r as showOnOneLine } from "./show-hidden.js";
import { n as wordUnwritten, r as wireCasesAdd } from "./run-convert.js";
import { t as exits } from "./exits.js";
import { t as readInputs } from "./read-inputs2.js";
import { t as readSavedReport } from "./run-report2.js";
import { join } from "node:path";

// src/app/cases/add-cases.ts
async function addCases(asked, { files, sandbox }) {
	const { now } = files;
	const { settings } = await readSettings(files, {
		tip: now,
		base: now,
		head: now,
		fork: false
	}, asked.inputs);
	const prompts = await readPrompts(files, settings, sandbox);
	const target = targetOf(prompts, asked.prompt);
	const pools = /* @__PURE__ */ new Map();
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
	const tallies = await readLogs(asked.logs, settings.logFields, (call) => {
		const place = placeOf(call.prompt?.name, prompts, target);
		take(place, place === void 0 ? void 0 : makeCandidate(call, place.prompt));
	});
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
		file: await fileWith(place, cases, (path) => files.text(now, path)),
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