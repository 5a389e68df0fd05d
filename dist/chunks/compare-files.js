import { r as __exportAll } from "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { r as nothingSpent } from "./empty-report.js";
import { a as readSettings, o as readSettingsHere } from "./read-settings.js";
import { i as pooledOf, n as closeReport, o as judgedCase, s as judgedRow } from "./assemble-report.js";
import { t as hash } from "./hash.js";
import { t as isObject } from "./is-object.js";
import { t as clip } from "./clip.js";
import { t as nameType } from "./name-type.js";
import { n as CsvError, r as byName, t as parse } from "./sync.js";
import { E as string, O as union, b as number, d as boolean, f as custom, l as array, w as record, x as object } from "./zod.js";
import { t as canonicalJson } from "./json.js";
import { r as showOnOneLine } from "./show-hidden.js";
import { t as explainIssues } from "./explain-issues.js";
import { i as caseSchema, o as examCaseSchema } from "./report.js";
import { n as tellWhole } from "./parse-report.js";
import { r as outcomeOfScore } from "./cell-of.js";
import { i as skipText, r as skipSpace, t as jsonMembers } from "./json-members.js";
import { r as TextLines, t as locateJson } from "./read-plain-json.js";
import { i as scoreColumns } from "./inputs.js";
import { r as suggestNearest } from "./describe-issues.js";
import { t as readYaml } from "./read-yaml.js";
import { n as quantile, t as mean } from "./quantile.js";
import { t as compareRows } from "./compare-rows.js";
import { t as decideVerdict } from "./decide-verdict.js";
import { i as worst } from "./verdict.js";

// src/formats/scores/score-problem.ts
function asScore(value) {
	if (typeof value !== "number" || value < -1e-6 || value > 1.000001) return void 0;
	return Math.min(1, Math.max(0, value));
}
function scoreProblem(value, whose, at) {
	if (typeof value !== "number") return {
		reason: "files",
		what: `A score of ${whose} is ${typeof value === "string" ? `the text ${JSON.stringify(clip(value, 40))}` : nameType(value)}.`,
		at,
		fix: "Write a number from 0 (worst) to 1 (best), or null where there is none."
	};
	return {
		reason: "files",
		what: `A score of ${whose} is ${value}, outside 0 to 1.`,
		at,
		fix: scaling(value)
	};
}
function scaling(value) {
	if (value < 0) return "Scale all scores of both files to 0–1, higher is better: (score − lowest) / (highest − lowest).";
	const highest = [
		5,
		10,
		100
	].find((top) => value <= top);
	return highest === void 0 ? "Divide all scores of both files by the highest that can be reached." : `Divide all scores of both files by the highest that can be reached (by ${highest}, if they go from 0 to ${highest}).`;
}
function brokenFile(first, rest = []) {
	const [top = first, ...more] = [first, ...rest].toSorted(byPlace);
	return {
		kind: "broken",
		problems: [top, ...more.slice(0, 9)]
	};
}
function byPlace({ at: one }, { at: other }) {
	return (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
}

// src/formats/scores/trials.ts
function gatherTrials(listed) {
	return [...Map.groupBy(listed, ({ subject }) => subject)].map(([name, ofSubject]) => ({
		name,
		rows: [...Map.groupBy(ofSubject, ({ row }) => row)].map(([id, ofRow]) => ({
			id,
			cases: [...Map.groupBy(ofRow, (one) => one.case)].map(([of, ofCase]) => caseOf$1(of, ofCase))
		}))
	}));
}
function caseOf$1(id, listed) {
	const segment = listed.find((one) => one.segment !== void 0)?.segment;
	return {
		id,
		weight: listed.find(({ weight }) => weight !== void 0)?.weight ?? 1,
		...segment === void 0 ? {} : { segment },
		trials: listed.toSorted((one, other) => one.order - other.order).map(({ trial }) => trial)
	};
}
function bareTrial(score, passes) {
	return {
		outcome: {
			score,
			...passes === void 0 ? {} : { passes },
			marks: [],
			metrics: {}
		},
		reply: { checks: [] }
	};
}
function missingTrial(missing, why, text) {
	return {
		outcome: { missing },
		reply: {
			checks: [],
			error: {
				reason: missing === "failed" ? "server" : "unscored",
				message: why
			},
			...text === void 0 ? {} : { text }
		}
	};
}
const longestText = 2e4;
const mostTrials = 1e3;
function crowdedCase(id, trials, at) {
	if (trials <= mostTrials) return [];
	return [{
		reason: "files",
		what: `The case \`${id}\` has ${trials} scores, more than the ${mostTrials} that are read.`,
		at: at(),
		fix: "List the scores of each case apart, not those of all cases together."
	}];
}
function crowdedCases(listed, at) {
	const counts = /* @__PURE__ */ new Map();
	for (const [first, { subject, row, case: id }] of listed.entries()) {
		const key = JSON.stringify([
			subject,
			row,
			id
		]);
		const held = counts.get(key) ?? {
			first,
			id,
			trials: 0
		};
		held.trials++;
		counts.set(key, held);
	}
	return [...counts.values()].flatMap(({ first, id, trials }) => crowdedCase(id, trials, () => at(first)));
}

// src/formats/scores/read-promptfoo-table.ts
function isPromptfooTable({ names }) {
	return names.some((_, cell) => beginsBlock(names, cell));
}
function beginsBlock(names, cell) {
	return names[cell + 1] === "Status" && names[cell + 2] === "Score" && names[cell + 3] === "Named Scores";
}
function readPromptfooTable(grid) {
	const blocks = grid.names.flatMap((_, cell) => beginsBlock(grid.names, cell) ? [blockAt(grid.names, cell)] : []);
	const described = grid.names[0] === "Description" ? 1 : 0;
	const variables = grid.names.slice(0, blocks[0]?.output ?? 0);
	const problems = [...grid.problems];
	if (grid.rows.length === 0 && problems.length === 0) problems.push({
		reason: "files",
		what: "This table of promptfoo holds no results.",
		at: grid.at(0),
		fix: "Run the evaluation, and save it again."
	});
	const caseOf = ({ cells }) => ({
		description: described === 1 ? plain(cells[0]) : "",
		vars: Object.fromEntries(variables.flatMap((name, cell) => cell < described ? [] : [[plain(name), plain(cells[cell])]]))
	});
	const nameOf = promptfooCaseNames(grid.rows.map(caseOf));
	const listed = grid.rows.flatMap((row, order) => {
		const id = nameOf(caseOf(row));
		return blocks.flatMap((block) => {
			if (row.cells[block.status] === "") return [];
			const trial = readTrial$2(row, block, id, problems);
			return [{
				subject: block.subject,
				row: block.row,
				case: id,
				order,
				trial,
				at: row.at(block.output)
			}];
		});
	});
	problems.push(...crowdedCases(listed, (index) => listed[index]?.at ?? { file: grid.file }));
	const [first, ...rest] = problems;
	if (first !== void 0) return brokenFile(first, rest);
	const notes = [`${grid.file} is promptfoo's table: its scores are rounded to two decimals, and it tells no cost and no latency. Its JSON and JSON Lines have them.`];
	return {
		kind: "read",
		file: {
			kind: "promptfoo",
			subjects: gatherTrials(listed),
			notes
		}
	};
}
function blockAt(names, output) {
	const header = plain(names[output]);
	const [, row, subject] = /^\[(.*?)\] (.*)$/su.exec(header) ?? [];
	const reason = names.indexOf("Grader Reason", output + 4);
	const between = names.slice(output + 4, reason === -1 ? output + 4 : reason);
	return {
		subject: subject ?? header,
		row: row ?? "",
		output,
		status: output + 1,
		score: output + 2,
		reason,
		metrics: new Map(between.map((name, index) => [plain(name).replace(/^Metric: /u, ""), output + 4 + index]))
	};
}
function plain(cell) {
	return (cell ?? "").replace(/^'(?=[\s\u200b-\u200d]*[=+\-@])/u, "");
}
function readTrial$2({ cells, at }, block, id, problems) {
	const text = clip(plain(cells[block.output]), longestText);
	const status = cells[block.status] ?? "";
	const reason = clip(plain(cells[block.reason]), 1e3);
	if (status === "ERROR") return missingTrial("failed", reason === "" ? "the tool recorded an error" : reason, text);
	const number = numberIn$1(cells[block.score]);
	if (number === void 0) return missingTrial("unscored", "the result has no score", text);
	const score = asScore(number);
	if (score === void 0) {
		problems.push(scoreProblem(number, `the case \`${id}\``, at(block.score)));
		return missingTrial("unscored", "its score is none", text);
	}
	const passed = status === "PASS";
	const metrics = [...block.metrics].flatMap(([name, cell]) => {
		const value = asScore(numberIn$1(cells[cell]));
		return value === void 0 ? [] : [[name, value]];
	});
	const told = {
		kind: "scored",
		check: "assertions",
		scorer: "promptfoo",
		value: score,
		passed,
		binary: false,
		weight: 1,
		required: false,
		reason
	};
	return {
		outcome: {
			score,
			passes: passed,
			marks: [],
			metrics: Object.fromEntries(metrics)
		},
		reply: {
			checks: [told],
			text
		}
	};
}
function numberIn$1(cell) {
	const number = Number(cell);
	return cell === void 0 || cell.trim() === "" || !Number.isFinite(number) ? void 0 : number;
}
function promptfooCaseNames(cases) {
	const holders = /* @__PURE__ */ new Map();
	for (const { description, vars } of cases) holders.set(description, (holders.get(description) ?? /* @__PURE__ */ new Set()).add(canonicalJson(setVars(vars))));
	return ({ description, vars: written }) => {
		const vars = setVars(written);
		const mark = `#${hash(vars).slice(0, 8)}`;
		if (description !== "") return (holders.get(description)?.size ?? 0) > 1 ? `${description} ${mark}` : description;
		const shown = Object.entries(vars).map(([key, value]) => `${key}=${typeof value === "string" ? value : canonicalJson(value)}`).join(", ");
		const line = showOnOneLine(shown, 80);
		if (shown === "") return "without variables";
		return line === shown ? line : `${line} ${mark}`;
	};
}
function setVars(vars) {
	return Object.fromEntries(Object.entries(vars).filter(([name, value]) => !name.startsWith("_") && name !== "sessionId" && value !== ""));
}

// src/formats/scores/read-promptfoo-results.ts
const json = custom(() => true);
const jsonObject = custom((value) => typeof value === "object" && value !== null && !Array.isArray(value));
const componentSchema = object({
	pass: boolean(),
	score: number(),
	reason: string().nullish(),
	assertion: object({
		type: string(),
		metric: string().nullish(),
		value: json.optional(),
		weight: number().nullish()
	}).nullish()
});
const resultSchema = object({
	provider: union([string(), object({
		id: string().nullish(),
		label: string().nullish()
	})]).nullish(),
	prompt: object({
		label: string().nullish(),
		raw: string().nullish()
	}).nullish(),
	testIdx: number().optional(),
	description: string().nullish(),
	vars: jsonObject.nullish(),
	testCase: object({
		description: string().nullish(),
		vars: jsonObject.nullish()
	}).nullish(),
	success: boolean(),
	score: number().nullish(),
	failureReason: number().nullish(),
	error: string().nullish(),
	response: object({
		output: json.optional(),
		cached: boolean().nullish()
	}).nullish(),
	gradingResult: object({ componentResults: array(componentSchema.nullable()).nullish() }).nullish(),
	namedScores: record(string(), number()).nullish(),
	latencyMs: number().min(0).nullish(),
	cost: number().min(0).nullish()
});
function promptfooResultsAt(value) {
	const { results } = value;
	if (isObject(results) && Array.isArray(results["results"])) return ["results", "results"];
	return Array.isArray(results) && (isObject(value["stats"]) || isObject(value["table"]) || isPromptfooResult(results[0])) ? ["results"] : void 0;
}
function isPromptfooResult(result) {
	return isObject(result) && "success" in result && ("gradingResult" in result || "promptIdx" in result);
}
function readPromptfooResults(located, list, file) {
	const written = list.reduce((held, step) => isObject(held) ? held[step] : void 0, located.value);
	const parsed = array(resultSchema).safeParse(written, { reportInput: true });
	if (!parsed.success) {
		const issues = parsed.error.issues.map((issue) => ({
			...issue,
			path: [...list, ...issue.path]
		}));
		const [first, ...rest] = explainIssues(issues, located, () => []);
		return brokenFile(first ?? {
			reason: "files",
			what: "These results are not readable.",
			at: { file }
		}, rest);
	}
	const results = parsed.data;
	if (results.length === 0) return brokenFile({
		reason: "files",
		what: "The evaluation holds no results.",
		at: located.at(list),
		fix: "Run the evaluation, and save it with `promptfoo eval -o results.json`."
	});
	const problems = [];
	const nameOf = promptfooCaseNames(results.map(caseOf));
	const listed = results.map((result, index) => ({
		subject: result.prompt?.label ?? result.prompt?.raw ?? "",
		row: providerOf(result),
		case: nameOf(caseOf(result)),
		order: result.testIdx ?? index,
		trial: readResult(result, problems, () => located.at([
			...list,
			index,
			"score"
		]))
	}));
	problems.push(...crowdedCases(listed, (index) => located.at([...list, index])));
	const [first, ...rest] = problems;
	if (first !== void 0) return brokenFile(first, rest);
	return {
		kind: "read",
		file: {
			kind: "promptfoo",
			subjects: gatherTrials(listed),
			notes: []
		}
	};
}
function providerOf({ provider }) {
	if (typeof provider === "string") return provider;
	return provider?.label || provider?.id || "";
}
function caseOf(result) {
	return {
		description: result.testCase?.description ?? result.description ?? "",
		vars: result.testCase?.vars ?? result.vars ?? {}
	};
}
function readResult(result, problems, at) {
	const output = result.response?.output;
	const text = output == null ? void 0 : clip(typeof output === "string" ? output : canonicalJson(output), longestText);
	if (isError(result)) return missingTrial("failed", clip(result.error ?? "the tool recorded an error", 1e3), text);
	if (result.score == null) return missingTrial("unscored", "the result has no score", text);
	const score = asScore(result.score);
	if (score === void 0) {
		problems.push(scoreProblem(result.score, `the case \`${promptfooCaseNames([])(caseOf(result))}\``, at()));
		return missingTrial("unscored", "its score is none", text);
	}
	const checks = (result.gradingResult?.componentResults ?? []).flatMap((component) => {
		const value = asScore(component?.score);
		return component === null || value === void 0 ? [] : [checkOf(component, value)];
	});
	const metrics = Object.entries(result.namedScores ?? {}).flatMap(([name, value]) => {
		const taken = asScore(value);
		return taken === void 0 ? [] : [[name, taken]];
	});
	const { latencyMs, cost } = result.response?.cached === true ? {} : result;
	return {
		outcome: {
			score,
			passes: result.success,
			marks: checks.flatMap(({ binary, value }) => binary ? [value === 1] : []),
			metrics: Object.fromEntries(metrics),
			...latencyMs == null ? {} : { latencyMs },
			...cost == null ? {} : { costUsd: cost }
		},
		reply: {
			checks,
			...text === void 0 ? {} : { text }
		}
	};
}
function isError({ failureReason, error, gradingResult, response }) {
	if (failureReason != null) return failureReason === 2;
	return error != null && error !== "" && gradingResult == null && response?.output == null;
}
function checkOf({ pass, reason, assertion }, value) {
	const scorer = assertion?.type ?? "assertion";
	const wanted = assertion?.value;
	const shown = wanted == null ? "" : showOnOneLine(typeof wanted === "string" ? wanted : canonicalJson(wanted), 60);
	return {
		kind: "scored",
		check: assertion?.metric ?? (shown === "" ? scorer : `${scorer}: ${shown}`),
		scorer,
		value,
		passed: pass,
		binary: value === 0 || value === 1,
		weight: assertion?.weight ?? 1,
		required: false,
		reason: clip(reason ?? "", 1e3)
	};
}

// src/formats/scores/promptfoo.ts
const promptfooResults = {
	name: "promptfoo",
	knownBy: "keys",
	about: {
		recognisedBy: "`-o results.json`, `.yaml`, `.jsonl` or `.csv`: results with `success` and `gradingResult`, or columns `Status`, `Score`, `Named Scores`",
		readAs: "a prompt, its providers, its tests; `--repeat` gives several trials",
		notRead: ["of the CSV cost and latency, which it does not have; its scores are rounded to two decimals", "HTML and XML"],
		example: {
			path: "results.jsonl",
			text: `{"promptIdx":0,"testIdx":0,"provider":{"id":"openai:gpt-5.6-luna"},"prompt":{"label":"support"},"vars":{"question":"Why?"},"success":true,"score":1,"gradingResult":{"componentResults":[]}}
{"promptIdx":0,"testIdx":1,"provider":{"id":"openai:gpt-5.6-luna"},"prompt":{"label":"support"},"vars":{"question":"How?"},"success":false,"score":0,"gradingResult":{"componentResults":[]}}
`
		},
		reference: { library: "`promptfoo` 0.121" }
	},
	called: "promptfoo results",
	wanted: "the results of promptfoo (JSON, JSON Lines, YAML or CSV)",
	repeat: (times) => `run \`promptfoo eval --repeat ${times}\``,
	read: (content, { file }) => content.kind === "table" ? isPromptfooTable(content.grid) ? readPromptfooTable(content.grid) : void 0 : readValue(content.located, file)
};
function readValue(located, file) {
	const { value } = located;
	if (Array.isArray(value)) {
		const results = value;
		return results.length > 0 && results.every(isPromptfooResult) ? readPromptfooResults(located, [], file) : void 0;
	}
	if (isPromptfooResult(value)) return readPromptfooResults({
		value: [value],
		at: ([, ...path], on) => located.at(path, on)
	}, [], file);
	const list = isObject(value) ? promptfooResultsAt(value) : void 0;
	return list === void 0 ? void 0 : readPromptfooResults(located, list, file);
}

// src/formats/scores/read-inspect-log.ts
const anyJson$1 = custom(() => true);
const scoreSchema = object({
	value: anyJson$1.optional(),
	explanation: string().nullish()
});
const sampleSchema = object({
	id: union([string(), number()]),
	epoch: number().default(1),
	scores: record(string(), scoreSchema).nullish(),
	error: object({ message: string() }).nullish(),
	invalidation: object({}).nullish(),
	output: object({ completion: string().nullish() }).nullish(),
	working_time: number().min(0).nullish(),
	total_time: number().min(0).nullish()
});
const logSchema = object({
	status: string().optional(),
	eval: object({
		task: string(),
		model: string().default("")
	}),
	samples: array(sampleSchema).nullish()
});
const inspectLog = {
	name: "inspect",
	knownBy: "keys",
	about: {
		recognisedBy: "JSON with a `task` under `eval`, or a list of such logs",
		readAs: "a task, its model, its samples; epochs are trials",
		notRead: ["packed logs (`.eval`): convert them with `inspect log convert LOG --to json`", "what a reducer made of epochs"],
		example: {
			path: "log.json",
			text: `{
  "version": 2,
  "status": "success",
  "eval": { "task": "refunds", "model": "openai/gpt-5.6-luna" },
  "samples": [
    { "id": "late", "epoch": 1, "scores": { "match": { "value": "C" } }, "output": { "completion": "No." } },
    { "id": "soon", "epoch": 1, "scores": { "match": { "value": "I" } }, "output": { "completion": "No." } }
  ]
}
`
		},
		reference: { library: "`inspect_ai`, log version 2" }
	},
	called: "an inspect_ai log",
	wanted: "an inspect_ai log",
	repeat: (times) => `run \`inspect eval --epochs ${times}\``,
	read: (content, { file }) => content.kind === "value" && isLogs(content.located.value) ? readInspectLog(content.located, file) : void 0
};
function isLogs(value) {
	const isLog = (one) => isObject(one) && isObject(one["eval"]) && "task" in one["eval"];
	return Array.isArray(value) ? value.length > 0 && value.every(isLog) : isLog(value);
}
function readInspectLog(located, file) {
	const several = Array.isArray(located.value);
	const parsed = array(logSchema).safeParse(several ? located.value : [located.value], { reportInput: true });
	if (!parsed.success) {
		const issues = parsed.error.issues.map((issue) => several ? issue : {
			...issue,
			path: issue.path.slice(1)
		});
		const [first, ...rest] = explainIssues(issues, located, () => []);
		return brokenFile(first ?? {
			reason: "files",
			what: "This evaluation log is not readable.",
			at: { file }
		}, rest);
	}
	const problems = [];
	const notes = [];
	const listed = parsed.data.flatMap((log, index) => {
		const under = several ? [index] : [];
		const { task, model } = log.eval;
		if (log.samples == null || log.samples.length === 0) {
			problems.push({
				reason: "files",
				what: `The evaluation log of \`${task}\` holds no samples.`,
				at: located.at([...under, "samples"]),
				fix: "Log samples (they are by default), and convert it whole: `inspect log convert --to json`."
			});
			return [];
		}
		if (log.status !== void 0 && log.status !== "success") notes.push(`The evaluation \`${task}\` in ${file} ended as ${log.status}: samples it did not reach are not in it.`);
		const seen = /* @__PURE__ */ new Set();
		return log.samples.map((sample, position) => {
			const at = (path) => located.at([
				...under,
				"samples",
				position,
				...path
			]);
			const key = `${sample.epoch} ${sample.id}`;
			if (seen.has(key)) {
				const what = `Epoch ${sample.epoch} of the sample \`${sample.id}\` is listed twice.`;
				problems.push({
					reason: "files",
					what,
					at: at([]),
					fix: "Keep one of the two."
				});
			}
			seen.add(key);
			return {
				subject: task,
				row: model,
				case: String(sample.id),
				order: sample.epoch,
				at,
				trial: readSample(sample, at, problems)
			};
		});
	});
	problems.push(...crowdedCases(listed, (index) => listed[index]?.at([]) ?? { file }));
	const [first, ...rest] = problems;
	if (first !== void 0) return brokenFile(first, rest);
	return {
		kind: "read",
		file: {
			kind: "inspect",
			subjects: gatherTrials(listed),
			notes
		}
	};
}
function readSample(sample, at, problems) {
	const text = sample.output?.completion ?? void 0;
	const shown = text === void 0 ? void 0 : clip(text, longestText);
	if (sample.error != null) return missingTrial("failed", clip(sample.error.message, 1e3), shown);
	if (sample.invalidation != null) return missingTrial("unscored", "the sample was invalidated", shown);
	const graded = Object.entries(sample.scores ?? {}).flatMap(([scorer, { value, explanation }]) => partsOf(scorer, value).map((part) => ({
		...part,
		explanation: clip(explanation ?? "", 1e3)
	})));
	const checks = graded.flatMap(({ name, path, value, explanation }) => {
		const grade = gradeOf(value);
		if (grade === void 0) return [];
		const score = asScore(grade.score);
		if (score === void 0) {
			problems.push(scoreProblem(grade.score, `the sample \`${sample.id}\` (${name})`, at(["scores", ...path])));
			return [];
		}
		const passed = grade.passes === void 0 ? {} : { passed: grade.passes };
		const binary = grade.passes !== void 0;
		return [{
			kind: "scored",
			check: name,
			scorer: name,
			value: score,
			...passed,
			binary,
			weight: 1,
			required: false,
			reason: explanation
		}];
	});
	if (graded.length === 0) return missingTrial("unscored", "the sample has no scores", shown);
	if (checks.length < graded.length) {
		const lost = graded.filter(({ value }) => gradeOf(value) === void 0).map(({ name }) => name);
		return missingTrial("unscored", `${lost.join(", ")} gave no score`, shown);
	}
	return trialOf(sample, checks, shown);
}
function trialOf(sample, checks, text) {
	const scored = checks.flatMap((check) => check.kind === "scored" ? [check] : []);
	const seconds = sample.working_time ?? sample.total_time ?? void 0;
	const marked = scored.every(({ passed }) => passed !== void 0);
	return {
		outcome: {
			score: scored.reduce((sum, { value }) => sum + value, 0) / scored.length,
			...marked ? { passes: scored.every(({ passed }) => passed) } : {},
			marks: scored.flatMap(({ passed }) => passed ?? []),
			metrics: Object.fromEntries(scored.map(({ check, value }) => [check, value])),
			...seconds === void 0 ? {} : { latencyMs: seconds * 1e3 }
		},
		reply: {
			checks,
			...text === void 0 ? {} : { text }
		}
	};
}
function partsOf(scorer, value) {
	const path = [scorer, "value"];
	if (typeof value !== "object" || value === null) return [{
		name: scorer,
		path,
		value: value ?? null
	}];
	return Object.entries(value).map(([part, held]) => ({
		name: `${scorer}.${part}`,
		path: [...path, part],
		value: held
	}));
}
const letters = {
	C: {
		score: 1,
		passes: true
	},
	I: {
		score: 0,
		passes: false
	},
	P: { score: .5 },
	N: {
		score: 0,
		passes: false
	}
};
function gradeOf(value) {
	if (value === null || value === "NaN") return void 0;
	if (typeof value === "boolean") return {
		score: value ? 1 : 0,
		passes: value
	};
	if (typeof value !== "string") return { score: value };
	if (Object.hasOwn(letters, value)) return letters[value];
	if (/^(?:yes|true)$/iu.test(value)) return {
		score: 1,
		passes: true
	};
	if (/^(?:no|false)$/iu.test(value)) return {
		score: 0,
		passes: false
	};
	const number = value.trim() === "" ? NaN : Number(value);
	return { score: Number.isFinite(number) ? number : value };
}

// src/formats/scores/read-saved-report.ts
const savedSchema = object({
	verdict: string().exactOptional(),
	method: object({ sampling: string() }).exactOptional(),
	unreviewed: array(object({ path: string() })).default([]),
	prompts: array(object({
		path: string(),
		exam: array(examCaseSchema.pick({
			id: true,
			weight: true
		})),
		models: array(object({
			id: string(),
			cases: array(caseSchema.pick({
				id: true,
				identical: true,
				segment: true,
				replies: true
			}))
		}))
	}))
});
const asBase = " (as base had it)";
const savedReport = {
	name: "report",
	knownBy: "keys",
	about: {
		recognisedBy: "JSON with `tool`, `fingerprint` and a list of `prompts`: `promptgate.json`, or what `--json` printed",
		readAs: "its new side; save it under `sampling: fixed`, since an adaptive one has a single reply of each steady case",
		notRead: ["its old side", "cases that ran as the base branch had them"],
		example: {
			path: "promptgate.json",
			text: `{
  "tool": { "name": "promptgate" },
  "fingerprint": "5f0c1e",
  "verdict": "pass",
  "prompts": [
    {
      "path": "prompts/support.txt",
      "exam": [{ "id": "late", "weight": 1 }],
      "models": [
        {
          "id": "gpt-5.6-luna",
          "cases": [
            { "id": "late", "identical": false, "replies": [{ "side": "new", "trial": 0, "round": 1, "checks": [], "score": 1 }] }
          ]
        }
      ]
    }
  ]
}
`
		}
	},
	called: "a saved report",
	wanted: "a saved Promptgate report",
	repeat: (times) => `save the reports under \`sampling: fixed\` with \`trials: ${times}\``,
	read: (content, { file }) => content.kind === "value" && isReport(content.located.value) ? readSavedReport(content.located, file) : void 0
};
function isReport(value) {
	return isObject(value) && Array.isArray(value["prompts"]) && "fingerprint" in value && isObject(value["tool"] ?? null);
}
function readSavedReport(located, file) {
	const parsed = savedSchema.safeParse(tellWhole(located.value), { reportInput: true });
	if (!parsed.success) {
		const [first, ...rest] = explainIssues(parsed.error.issues, located, () => []);
		return brokenFile(first ?? {
			reason: "files",
			what: "This report is not readable.",
			at: { file }
		}, rest);
	}
	const { prompts } = parsed.data;
	const problems = [...listedTwice(prompts, located)];
	const subjects = prompts.flatMap(({ path, exam, models }, prompt) => {
		const weights = new Map(exam.map(({ id, weight }) => [id, weight]));
		const rows = models.flatMap(({ id, cases }, model) => {
			const uniform = uniformTrials(cases);
			const read = cases.flatMap((one, index) => {
				if (one.id.endsWith(asBase)) return [];
				const at = () => located.at([
					"prompts",
					prompt,
					"models",
					model,
					"cases",
					index
				]);
				problems.push(...crowdedCase(one.id, one.replies.filter(({ side }) => side === "new").length, at));
				return readCase(one, weights.get(one.id) ?? 1, uniform);
			});
			return read.length === 0 ? [] : [{
				id,
				cases: read
			}];
		});
		return rows.length === 0 ? [] : [{
			name: path,
			rows
		}];
	});
	if (subjects.length === 0) problems.push(nothingAsked(parsed.data, located));
	const [first, ...rest] = problems;
	if (first !== void 0) return brokenFile(first, rest);
	return {
		kind: "read",
		file: {
			kind: "report",
			subjects,
			notes: notesOf(parsed.data, file)
		}
	};
}
function notesOf({ unreviewed, method }, file) {
	const missing = unreviewed.map(({ path }) => `\`${path}\` was not reviewed in ${file}: it has no scores to compare.`);
	if (method === void 0 || method.sampling === "fixed") return missing;
	const sampled = `${file} was sampled until its own review was decided, so that chance blocks somewhat more often here than \`alpha\` says: compare reports of \`sampling: fixed\` to keep that promise.`;
	return [...missing, sampled];
}
function nothingAsked({ verdict }, located) {
	return {
		reason: "files",
		what: `This report holds no scores: nothing was asked in its review${verdict === void 0 ? "" : ` (its verdict is \`${verdict}\`)`}.`,
		at: located.at([verdict === void 0 ? "prompts" : "verdict"]),
		fix: "Give the report of a review that asked its cases."
	};
}
function listedTwice(prompts, located) {
	const problems = [];
	const check = (what, names, path) => {
		const seen = /* @__PURE__ */ new Set();
		for (const [index, name] of names.entries()) {
			if (seen.has(name)) {
				const at = located.at([...path, index]);
				problems.push({
					reason: "files",
					what: `The ${what} \`${name}\` is listed twice.`,
					at,
					fix: "Keep one of the two."
				});
			}
			seen.add(name);
		}
	};
	check("prompt", prompts.map(({ path }) => path), ["prompts"]);
	for (const [prompt, { models }] of prompts.entries()) {
		check("model", models.map(({ id }) => id), [
			"prompts",
			prompt,
			"models"
		]);
		for (const [model, { cases }] of models.entries()) check("case", cases.map(({ id }) => id), [
			"prompts",
			prompt,
			"models",
			model,
			"cases"
		]);
	}
	return problems;
}
function uniformTrials(cases) {
	return cases.filter(({ identical }) => !identical).map(({ replies }) => replies.filter(({ side }) => side === "new").length).filter((count) => count > 0).reduce((least, count) => Math.min(least, count), Number.POSITIVE_INFINITY);
}
function readCase({ id, segment, replies }, weight, uniform) {
	const trials = replies.filter(({ side }) => side === "new").toSorted((one, other) => one.trial - other.trial).map((reply, index) => index < uniform ? readTrial$1(reply) : {
		...readTrial$1(reply),
		topUp: true
	});
	return trials.length === 0 ? [] : [{
		id,
		weight,
		...segment === void 0 ? {} : { segment },
		trials
	}];
}
function readTrial$1(reply) {
	const { side: _, trial: __, round: ___, score, passes, costUsd, latencyMs, firstTokenMs, kept: ____, ...rest } = reply;
	const shown = rest;
	if (score === void 0) {
		const missing = reply.error !== void 0 && reply.error.reason !== "unscored" ? "failed" : "unscored";
		const bare = missingTrial(missing, "the report has no score for it");
		return {
			outcome: bare.outcome,
			reply: shown.error === void 0 ? {
				...shown,
				...bare.reply
			} : shown
		};
	}
	const held = {
		value: score,
		checks: reply.checks,
		...passes === void 0 ? {} : { passes }
	};
	const measured = {
		...costUsd === void 0 ? {} : { costUsd },
		...latencyMs === void 0 ? {} : { latencyMs },
		...firstTokenMs === void 0 ? {} : { firstTokenMs }
	};
	return {
		outcome: {
			...outcomeOfScore(held),
			...measured
		},
		reply: shown
	};
}

// src/formats/scores/read-scores.ts
const scoresByCase = {
	name: "scores",
	knownBy: "shape",
	about: {
		recognisedBy: "JSON or YAML that is a map of cases and their scores, or of models and such maps",
		readAs: "scores by case, or one level deeper by model; a list of them is a trial each",
		notRead: [],
		example: {
			path: "scores.json",
			text: "{ \"late\": [1, 0, 1], \"soon\": [1, 1, 1], \"never\": [0, null, 0.5] }\n"
		}
	},
	called: "scores by case",
	wanted: "`{\"case\": [score, …]}` as JSON",
	repeat: (times) => `list ${times} or more: \`{"case": [1, 0, 1]}\``,
	read: (content, { file }) => {
		if (content.kind !== "value" || !isObject(content.located.value)) return void 0;
		const { located, checked, text } = content;
		if (oddOneOut(content.located.value) !== void 0) return void 0;
		const [repeated, ...more] = checked ? [] : repeatedKeys(text, file);
		return repeated === void 0 ? readScores$1(located, content.located.value) : brokenFile(repeated, more);
	}
};
function oddOneOut(value) {
	const [first] = Object.values(value);
	if (first === void 0) return [];
	if (!isObject(first)) return oddIn(value);
	for (const [model, cases] of Object.entries(value)) {
		const odd = isObject(cases) ? oddIn(cases) : [];
		if (odd !== void 0) return [model, ...odd];
	}
}
function oddIn(cases) {
	const odd = Object.entries(cases).find(([, scores]) => !isScoresValue(scores));
	return odd === void 0 ? void 0 : [odd[0]];
}
function isScoresValue(value) {
	return Array.isArray(value) ? !value.some((one) => typeof one === "object" && one !== null) : !isObject(value);
}
function readScores$1(located, map) {
	const problems = [];
	const rows = Object.values(map).every(isObject) ? Object.entries(map).map(([id, cases]) => ({
		id,
		cases: isObject(cases) ? readCases(cases, [id], located, problems) : []
	})) : [{
		id: "",
		cases: readCases(map, [], located, problems)
	}];
	for (const { id, cases } of rows) {
		if (cases.length > 0 || problems.length > 0) continue;
		problems.push({
			reason: "files",
			what: `\`${id}\` holds no cases.`,
			at: located.at([id]),
			fix: "Give it `\"case\": [score, …]`, or leave it out."
		});
	}
	const [first, ...rest] = problems;
	if (first !== void 0) return brokenFile(first, rest);
	return {
		kind: "read",
		file: {
			kind: "scores",
			subjects: [{
				name: "",
				rows
			}],
			notes: []
		}
	};
}
function readCases(cases, under, located, problems) {
	return Object.entries(cases).flatMap(([id, written]) => {
		const path = [...under, id];
		const scores = isList$1(written) ? written : [written];
		if (scores.length === 0) {
			problems.push({
				reason: "files",
				what: `The case \`${id}\` has no scores.`,
				at: located.at(path),
				fix: "Give it at least one score, or null for a trial without one."
			});
			return [];
		}
		problems.push(...crowdedCase(id, scores.length, () => located.at(path)));
		return [{
			id,
			weight: 1,
			trials: scores.flatMap((score, index) => {
				if (typeof score === "boolean") return [bareTrial(score ? 1 : 0, score)];
				if (score === null || isNotANumber(score)) return [missingTrial("unscored", `the file has ${name(score)} for it`)];
				const taken = asScore(score);
				if (taken !== void 0) return [bareTrial(taken)];
				const at = located.at(isList$1(written) ? [...path, index] : path);
				problems.push(scoreProblem(score, `the case \`${id}\``, at));
				return [];
			})
		}];
	});
}
function isList$1(value) {
	return Array.isArray(value);
}
function isNotANumber(value) {
	return value === "NaN" || value === ".nan";
}
function name(value) {
	return value === null ? "null" : typeof value === "string" ? value : nameType(value);
}
function repeatedKeys(text, file) {
	const lines = new TextLines(text);
	const root = skipSpace(text, 0);
	return [root, ...[...jsonMembers(text, root)].filter(({ valueAt }) => text[valueAt] === "{").map(({ valueAt }) => valueAt)].flatMap((from) => repeatedIn(text, from, (offset) => ({
		file,
		...lines.placeOf(offset)
	})));
}
function repeatedIn(text, from, at) {
	const seen = /* @__PURE__ */ new Set();
	const problems = [];
	for (const { key, keyAt } of jsonMembers(text, from)) {
		const fault = key === "__proto__" ? {
			what: "The key `__proto__` is not taken.",
			fix: "Rename it."
		} : seen.has(key) ? {
			what: `The key \`${clip(String(key), 80)}\` is written twice.`,
			fix: "Keep one of the two."
		} : void 0;
		seen.add(key);
		if (fault !== void 0) problems.push({
			reason: "files",
			...fault,
			at: at(keyAt)
		});
	}
	return problems;
}

// src/formats/scores/fix-header.ts
const ragas = [
	"faithfulness",
	"answer_relevancy",
	"context_precision",
	"context_recall",
	"answer_correctness"
];
const asked = [
	"user_input",
	"question",
	"case_id",
	"test",
	"name",
	"input",
	"prompt_id",
	"description"
];
function fixHeader(grid, needed, found) {
	const lower = grid.names.map((name) => name.toLowerCase());
	const mistyped = needed.flatMap((column) => {
		const cell = lower.findIndex((name) => suggestNearest(name, [column]) !== void 0);
		return cell === -1 ? [] : [{
			column,
			cell
		}];
	});
	const what = `${lower.includes("user_input") && ragas.some((name) => lower.includes(name)) ? "This looks like a table of RAGAS. It" : "The table"} has ${needed.map((column) => `no column \`${column}\``).join(" and ")}.`;
	const [near] = mistyped;
	const header = `The header names: ${grid.names.join(", ")}.`;
	if (near !== void 0 && mistyped.length === needed.length) {
		const meant = mistyped.map(({ column }) => `\`${column}\``).join(" and ");
		return {
			reason: "files",
			what,
			at: grid.at(near.cell),
			fix: `Did you mean ${meant}? ${header}`
		};
	}
	const id = found.get("case") ?? likelyCase(grid, lower);
	const score = found.get("score") ?? likelyScore(grid, lower, id);
	const example = id === void 0 || score === void 0 ? "id=user_input,score=faithfulness" : needed.map((column) => column === "case" ? `id=${grid.names[id]}` : `score=${grid.names[score]}`).join(",");
	const fix = `Say which columns they are: \`--columns ${quoted(example)}\`, in the action \`columns: ${example}\`; or begin the file with a header such as \`case,trial,score\`. ${header}`;
	return {
		reason: "files",
		what,
		at: grid.at(0),
		fix
	};
}
function quoted(example) {
	return /[^\w.,=-]/u.test(example) ? `'${example}'` : example;
}
function likelyCase(grid, lower) {
	const known = asked.map((name) => lower.indexOf(name)).find((cell) => cell !== -1);
	if (known !== void 0) return known;
	const texts = grid.names.findIndex((_, cell) => grid.rows.length > 0 && !grid.rows.some((row) => isScore(row.cells[cell])));
	return texts === -1 ? void 0 : texts;
}
function likelyScore(grid, lower, id) {
	const known = ragas.map((name) => lower.indexOf(name)).find((cell) => cell !== -1);
	if (known !== void 0) return known;
	const scores = grid.names.findIndex((_, cell) => cell !== id && grid.rows.some((row) => row.cells[cell] !== "") && grid.rows.every((row) => row.cells[cell] === "" || isScore(row.cells[cell])));
	return scores === -1 ? void 0 : scores;
}
function isScore(cell) {
	if (cell === void 0 || cell.trim() === "") return false;
	if (/^(?:true|false|yes|no|pass|fail|passed|failed)$/iu.test(cell.trim())) return true;
	const number = Number(cell);
	return number >= 0 && number <= 1;
}

// src/formats/scores/read-score-table.ts
function readScoreTable(grid, named) {
	const columns = findColumns(grid, named);
	const problems = [...headerProblems(grid, columns, named), ...grid.problems];
	if (grid.rows.length === 0 && grid.problems.length === 0) problems.push({
		reason: "files",
		what: "The table has no rows.",
		at: grid.at(0),
		fix: "Write a row for each trial."
	});
	const listed = columns.has("case") && columns.has("score") && problems.length === grid.problems.length ? grid.rows.flatMap((row) => readRow(row, columns, problems)) : [];
	const crowded = crowdedCases(listed, (index) => listed[index]?.at("case") ?? { file: grid.file });
	const [first, ...rest] = [
		...problems,
		...repeated(listed),
		...crowded
	];
	if (first !== void 0) return brokenFile(first, rest);
	const taken = new Set(columns.values());
	const passedOver = grid.names.filter((_, cell) => !taken.has(cell));
	const notes = passedOver.length === 0 ? [] : [`Columns of ${grid.file} that were not read: ${passedOver.join(", ")}.`];
	return {
		kind: "read",
		file: {
			kind: "table",
			subjects: gatherTrials(listed),
			notes
		}
	};
}
function findColumns({ names }, named) {
	const lower = names.map((name) => name.toLowerCase());
	const candidates = (column) => [
		named.get(column)?.toLowerCase(),
		column,
		...column === "case" ? ["id"] : []
	];
	return new Map(scoreColumns.flatMap((column) => {
		const name = candidates(column).find((one) => one !== void 0 && lower.includes(one));
		return name === void 0 ? [] : [[column, lower.indexOf(name)]];
	}));
}
function headerProblems(grid, columns, named) {
	const lower = grid.names.map((name) => name.toLowerCase());
	const absent = [...named].flatMap(([column, name]) => {
		if (lower.includes(name.toLowerCase()) || columns.has(column)) return [];
		return [{
			reason: "files",
			what: `The table has no column \`${name}\`, which \`columns\` names for \`${column === "case" ? "id" : column}\`.`,
			at: grid.at(0),
			fix: `The header names: ${grid.names.join(", ")}.`
		}];
	});
	const needed = ["case", "score"].filter((column) => !columns.has(column) && !named.has(column));
	const twice = [...columns].filter(([, cell]) => cell !== lower.lastIndexOf(lower[cell] ?? ""));
	return [
		...absent,
		...needed.length === 0 ? [] : [fixHeader(grid, needed, columns)],
		...twice.map(([, cell]) => {
			const second = grid.at(lower.indexOf(lower[cell] ?? "", cell + 1));
			return {
				reason: "files",
				what: `Two columns are named \`${grid.names[cell]}\`.`,
				at: second,
				fix: "Rename one."
			};
		})
	];
}
function readRow({ cells, at: place }, columns, problems) {
	const fault = (at, what, fix) => {
		problems.push({
			reason: "files",
			what,
			at,
			fix
		});
		return [];
	};
	const cell = (column) => cells[columns.get(column) ?? -1]?.trim() ?? "";
	const at = (column) => place(columns.get(column) ?? 0);
	const id = cell("case");
	if (id === "") return fault(at("case"), "This row names no case.", "Name it in the column `case`.");
	const written = cell("trial");
	const order = numberIn(written, 0);
	if (order === void 0) return fault(at("trial"), `The trial is \`${written}\`.`, "Number the trials of a case: 1, 2, 3 …");
	const weight = numberIn(cell("weight"), 1);
	if (weight === void 0 || weight < 0) return fault(at("weight"), `The weight is \`${cell("weight")}\`.`, "Write 0 or more.");
	const trial = readTrial(cell, `the case \`${id}\``, at, problems);
	if (trial === void 0) return [];
	const segment = cell("segment");
	const belongs = {
		subject: cell("prompt"),
		row: cell("model"),
		case: id,
		order,
		written,
		at,
		trial,
		weight
	};
	return [segment === "" ? belongs : {
		...belongs,
		segment
	}];
}
function readTrial(cell, whose, at, problems) {
	const written = cell("score");
	if (/^(?:nan|null|na|n\/a|none)?$/iu.test(written)) return missingTrial("unscored", `the table has ${written === "" ? "no score" : written} for it`);
	const said = readPass(written);
	const number = Number(written);
	const value = said !== void 0 ? Number(said) : Number.isFinite(number) ? number : written;
	const score = asScore(value);
	if (score === void 0) {
		problems.push(scoreProblem(value, whose, at("score")));
		return;
	}
	const passes = cell("passes") === "" ? said : readPass(cell("passes")) ?? zeroOrOne(cell("passes"));
	if (passes !== void 0 || cell("passes") === "") return bareTrial(score, passes);
	const what = `\`passes\` of ${whose} is \`${cell("passes").slice(0, 40)}\`.`;
	problems.push({
		reason: "files",
		what,
		at: at("passes"),
		fix: "Write true or false."
	});
}
function readPass(cell) {
	if (/^(?:true|yes|pass|passed)$/iu.test(cell)) return true;
	return /^(?:false|no|fail|failed)$/iu.test(cell) ? false : void 0;
}
function zeroOrOne(cell) {
	return cell === "1" ? true : cell === "0" ? false : void 0;
}
function numberIn(cell, otherwise) {
	if (cell === "") return otherwise;
	const number = Number(cell);
	return Number.isFinite(number) ? number : void 0;
}
function repeated(listed) {
	const seen = /* @__PURE__ */ new Set();
	return listed.flatMap(({ subject, row, case: id, order, written, at }) => {
		const key = JSON.stringify([
			subject,
			row,
			id,
			order
		]);
		if (written === "" || !seen.has(key)) {
			if (written !== "") seen.add(key);
			return [];
		}
		return [{
			reason: "files",
			what: `Trial ${order} of the case \`${id}\` is listed twice.`,
			at: at("trial"),
			fix: "Number the trials of a case, or leave the column out."
		}];
	});
}

// src/formats/scores/score-table.ts
const scoreTable = {
	name: "table",
	knownBy: "shape",
	about: {
		recognisedBy: "CSV with a header, or JSON Lines (or a list) with an object a row",
		readAs: "`case` (or `id`) and `score`, and as wished `trial`, `passes`, `model`, `prompt`, `segment`, `weight`; a row a trial",
		notRead: ["other columns, which the report names"],
		example: {
			path: "scores.csv",
			text: "case,trial,score,model\nlate,1,1,gpt-5.6-luna\nlate,2,0,gpt-5.6-luna\nsoon,1,0.5,gpt-5.6-luna\n"
		}
	},
	called: "a table",
	wanted: "a table (CSV or JSON Lines) with the columns case, trial, score",
	repeat: (times) => `write ${times} rows or more for it`,
	takesColumns: true,
	read: (content, { file, columns }) => {
		if (content.kind === "table") return readScoreTable(content.grid, columns);
		const { located } = content;
		const records = Array.isArray(located.value) ? located.value : [];
		if (records.length === 0 || !records.every(isObject)) return void 0;
		return readScoreTable(gridOfRecords(records.filter(isObject), located, file), columns);
	}
};
function gridOfRecords(records, located, file) {
	const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
	const at = (row) => (cell) => located.at([row, names[cell] ?? ""]);
	return {
		file,
		names: names.map((name) => name.trim()),
		at: at(0),
		rows: records.map((record, row) => ({
			cells: names.map((name) => textOf(record[name])),
			at: at(row)
		})),
		problems: []
	};
}
function textOf(value) {
	if (value === void 0 || value === null) return "";
	return typeof value === "object" ? canonicalJson(value) : String(value);
}

// src/formats/scores/formats.ts
var formats_exports = /* @__PURE__ */ __exportAll({
	inspectLog: () => inspectLog,
	promptfooResults: () => promptfooResults,
	savedReport: () => savedReport,
	scoreTable: () => scoreTable,
	scoresByCase: () => scoresByCase
});

// src/formats/scores/read-csv-grid.ts
function readCsvGrid(written, file) {
	const text = written.replaceAll(/\r\n?/gu, "\n");
	const head = text.slice(0, 1e4).split("\n", 1)[0] ?? "";
	const delimiter = [
		",",
		";",
		"	"
	].find((mark) => head.includes(mark)) ?? ",";
	const places = new TablePlaces(text, file, delimiter);
	const read = readLines$1(text, delimiter, places);
	if (read.kind === "broken") return read;
	const [header, ...body] = read.lines;
	const top = header?.line ?? 1;
	const names = (header?.cells ?? []).map((cell) => cell.trim());
	const problems = [];
	return {
		kind: "grid",
		grid: {
			file,
			names,
			at: (cell) => places.at(top, cell),
			rows: body.flatMap(({ cells, line }) => {
				if (cells.length === names.length) return [{
					cells,
					at: (cell) => places.at(line, cell)
				}];
				const at = places.at(line, Math.min(cells.length, names.length));
				const what = `This row has ${cells.length} cells, the header ${names.length}.`;
				problems.push({
					reason: "files",
					what,
					at,
					fix: "Put texts with commas or line breaks in double quotes."
				});
				return [];
			}),
			problems
		}
	};
}
function readLines$1(text, delimiter, places) {
	const lines = [];
	let done = 0;
	try {
		parse(text, {
			bom: true,
			delimiter,
			relax_column_count: true,
			record_delimiter: ["\n"],
			skip_empty_lines: true,
			on_record: (cells, { lines: last }) => {
				lines.push({
					cells,
					line: last - cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0)
				});
				done = last;
				return cells;
			}
		});
		return {
			kind: "lines",
			lines
		};
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const row = text.split("\n").findIndex((line, index) => index >= done && line !== "") + 1;
		const cell = "index" in error && typeof error.index === "number" ? error.index : 0;
		return brokenFile({
			reason: "files",
			what: `Not readable as CSV: ${error.message.replace(/\.$/u, "")}.`,
			at: places.at(row, cell),
			fix: "Write a quote inside a quoted cell twice."
		});
	}
}
var TablePlaces = class {
	#text;
	#file;
	#delimiter;
	#lines;
	constructor(text, file, delimiter) {
		this.#text = text;
		this.#file = file;
		this.#delimiter = delimiter;
		this.#lines = new TextLines(text);
	}
	at(row, cell) {
		let at = this.#lines.startOf(row);
		if (this.#text[at] === "﻿") at++;
		for (let passed = 0; passed < cell; passed++) {
			const end = endOfCell(this.#text, at, this.#delimiter);
			if (this.#text[end] !== this.#delimiter) return this.#place(end);
			at = end + 1;
		}
		return this.#place(at);
	}
	#place(offset) {
		return {
			file: this.#file,
			...this.#lines.placeOf(offset)
		};
	}
};
function endOfCell(text, from, delimiter) {
	let quoted = text[from] === "\"";
	let at = quoted ? from + 1 : from;
	for (; at < text.length; at++) {
		const mark = text[at];
		if (mark === "\"" && (quoted || text[at - 1] === "\"")) quoted = !quoted;
		else if (!quoted && (mark === delimiter || mark === "\n")) return at;
	}
	return at;
}

// src/formats/scores/read-json-text.ts
const longestYaml = 5e6;
const anyJson = custom(() => true);
function readJsonText(text, file) {
	const parsed = parseJson(text);
	if (parsed.kind === "value") return {
		kind: "read",
		located: {
			value: parsed.value,
			at: locateJson(text, file)
		},
		checked: false
	};
	const lines = readLines(text, file);
	if (lines !== void 0) return lines;
	const at = placeIn(parsed.why, text, file);
	const what = `Not readable as JSON: ${parsed.why.replace(/\.$/u, "")}.`;
	if (text.length > longestYaml) return {
		kind: "broken",
		problems: [{
			reason: "files",
			what,
			at,
			fix: "Save it again as JSON; files over 5 million characters are read as JSON only."
		}]
	};
	const read = readYaml(text, file);
	if (read.kind === "read") return {
		...read,
		checked: true
	};
	return at.line !== void 0 && /^[\s\u{feff}]*[[{]/u.test(text) && read.problems[0].what.startsWith("Not readable") ? {
		kind: "broken",
		problems: [{
			reason: "files",
			what,
			at,
			fix: "Save it again as JSON."
		}]
	} : read;
}
function readLines(text, file) {
	const lines = text.split("\n").flatMap((line, index) => line.trim() === "" ? [] : [{
		line,
		number: index + 1
	}]);
	const [first] = lines;
	if (first === void 0 || lines.length < 2 || !/^[\s\u{feff}]*\{/u.test(first.line)) return void 0;
	const parsed = lines.map(({ line }) => parseJson(line));
	if (parsed[0]?.kind !== "value") return void 0;
	const [fault, ...more] = parsed.flatMap((one, index) => {
		const { line = "", number = 1 } = lines[index] ?? {};
		if (one.kind === "value") return [];
		const within = placeIn(one.why, line, file);
		const at = within.line === void 0 ? {
			file,
			line: number
		} : {
			...within,
			line: number
		};
		return [{
			reason: "files",
			what: `This line of JSON Lines is not readable: ${one.why.replace(/\.$/u, "")}.`,
			at,
			fix: "Write the file again: a line may have been cut off."
		}];
	});
	if (fault !== void 0) return brokenFile(fault, more);
	const value = parsed.flatMap((one) => one.kind === "value" ? [one.value] : []);
	const at = ([index, ...path], on) => {
		const { line = "", number = 1 } = lines[Number(index ?? 0)] ?? {};
		return locateJson(line, file, number)(path, on);
	};
	return {
		kind: "read",
		located: {
			value,
			at
		},
		checked: false
	};
}
function parseJson(text) {
	const bare = text.startsWith("﻿") ? text.slice(1) : text;
	const strict = parseStrictly(bare);
	return strict.kind === "no-json" && /NaN|Infinity/u.test(bare) ? parseStrictly(quoteNumbers(bare)) : strict;
}
function parseStrictly(text) {
	try {
		return {
			kind: "value",
			value: anyJson.parse(JSON.parse(text))
		};
	} catch (fault) {
		return {
			kind: "no-json",
			why: fault instanceof Error ? fault.message : "it ends too early"
		};
	}
}
function quoteNumbers(text) {
	const parts = [];
	const mark = /"|(?:NaN|-?Infinity)(?!\s*:)/gu;
	let from = 0;
	for (let found = mark.exec(text); found !== null; found = mark.exec(text)) if (found[0] === "\"") mark.lastIndex = skipText(text, found.index);
	else {
		parts.push(text.slice(from, found.index), `"${found[0]}"`);
		from = mark.lastIndex;
	}
	return parts.join("") + text.slice(from);
}
function placeIn(why, text, file) {
	if (why === "Unexpected end of JSON input") return {
		file,
		...new TextLines(text).placeOf(text.length)
	};
	const [, line, column] = /\(line (\d+) column (\d+)\)/u.exec(why) ?? [];
	return line === void 0 ? { file } : {
		file,
		line: Number(line),
		column: Number(column)
	};
}

// src/formats/scores/read-score-file.ts
const surest = ["keys", "shape"];
const scoreFormats = surest.flatMap((by) => byName(formats_exports).filter(({ knownBy }) => knownBy === by));
const mostCells = 2e5;
function readScoreFile(text, file, columns = /* @__PURE__ */ new Map()) {
	const fault = (what, fix) => brokenFile({
		reason: "files",
		what,
		at: { file },
		fix
	});
	if (text.startsWith("PK")) return fault("This is a packed file.", "Convert an evaluation log first: `inspect log convert LOG --to json`.");
	if (text.trim() === "") return fault("The file is empty.", wordWanted());
	if (/^[\s\u{feff}]*</u.test(text)) {
		const whose = /promptfoo/iu.test(text.slice(0, 2e3)) ? " that promptfoo wrote" : "";
		return fault(`This is a web page or XML${whose}, without the single scores in a form that is read.`, whose === "" ? wordWanted() : "Of promptfoo, give the JSON: `promptfoo export eval latest -o results.json`.");
	}
	const reading = {
		file,
		columns
	};
	if (isTable$1(text, file)) {
		const read = readCsvGrid(text, file);
		return read.kind === "broken" ? read : withinCaps(readContent({
			kind: "table",
			grid: read.grid
		}, reading), file);
	}
	const read = readJsonText(text, file);
	if (read.kind === "broken") return {
		kind: "broken",
		problems: read.problems
	};
	return withinCaps(readContent({
		...read,
		kind: "value",
		text
	}, reading), file);
}
function isTable$1(text, file) {
	if (/\.(?:csv|tsv)$/iu.test(file)) return true;
	const head = text.slice(0, 1e4).split(/[\r\n]/u, 1)[0] ?? "";
	return !/^[\s\u{feff}]*[[{]/u.test(text.slice(0, 1e3)) && /[,;\t]/u.test(head) && /\b(?:score|status)\b/iu.test(head);
}
function wordWanted() {
	const all = scoreFormats.map(({ wanted }) => wanted);
	return `Give ${all.slice(0, -1).join(", ")}, or ${all.at(-1)}.`;
}
function readContent(content, reading) {
	for (const format of scoreFormats) {
		const read = format.read(content, reading);
		if (read !== void 0) return read;
	}
	if (content.kind === "table") return brokenFile({
		reason: "files",
		what: "This table is of no known kind.",
		at: content.grid.at(0),
		fix: wordWanted()
	});
	const { value, at } = content.located;
	if (!isObject(value)) {
		const what = `This file holds ${value === null ? "nothing" : nameType(value)}.`;
		return brokenFile({
			reason: "files",
			what,
			at: at([]),
			fix: wordWanted()
		});
	}
	const odd = oddOneOut(value) ?? [];
	const what = `This file is of no known kind${odd.length === 0 ? "" : `: ${nameOdd(value, odd)}`}.`;
	return brokenFile({
		reason: "files",
		what,
		at: at(odd),
		fix: wordWanted()
	});
}
function nameOdd(value, path) {
	const held = path.reduce((from, key) => isObject(from) ? from[key] : void 0, value);
	return `\`${clip(path.join("."), 80)}\` is ${isList(held) && held.some(isObject) ? "a list that holds more than scores" : nameType(held)}`;
}
function isList(value) {
	return Array.isArray(value);
}
function withinCaps(read, file) {
	if (read.kind === "broken") return read;
	const cases = read.file.subjects.flatMap(({ rows }) => rows.flatMap((row) => row.cases));
	if (cases.length <= mostCells) return read;
	const what = `The file has ${cases.length} cases, more than the ${mostCells} that are read.`;
	return brokenFile({
		reason: "files",
		what,
		at: { file },
		fix: "Compare parts of it."
	});
}

// src/app/compare/close-row.ts
function closeRow(row, compared, judged) {
	const cases = new Map(row.cases.map((one) => [one.id, one]));
	const read = row.cases.map(trialsRead);
	const over = (side, values) => values(read.flatMap((trials) => trials[side]));
	const both = (values) => ({
		old: over("old", values),
		new: over("new", values)
	});
	const times = (share, read) => both((trials) => quantile(outcomesOf(trials, read), share));
	const latency = (share) => times(share, ({ latencyMs }) => latencyMs);
	const firstToken = times(.5, ({ firstTokenMs }) => firstTokenMs);
	return {
		id: row.id,
		own: false,
		model: row.model,
		provider: "default",
		...judgedRow(compared, judged),
		cost: {
			old: compared.cost.old,
			new: compared.cost.new,
			perSegment: {},
			monthly: {}
		},
		tokens: {
			input: both((trials) => mean(trials.flatMap(({ reply }) => reply.usage?.inputTokens ?? []))),
			output: both((trials) => mean(trials.flatMap(({ reply }) => reply.usage?.outputTokens ?? [])))
		},
		latency: {
			p50: latency(.5),
			p95: latency(.95),
			...firstToken.old === null && firstToken.new === null ? {} : { firstToken }
		},
		cases: compared.cases.flatMap((found) => {
			const held = cases.get(found.case);
			return held === void 0 ? [] : [closeCase(found, held)];
		})
	};
}
function closeCase(found, held) {
	const trials = trialsRead(held);
	const replies = trials.new.flatMap((trial, index) => {
		const before = trials.old[index];
		const after = replyOf("new", index, trial);
		return before === void 0 ? [after] : [replyOf("old", index, before), after];
	});
	return {
		...judgedCase(found),
		...held.old === void 0 ? { old: {
			...found.old,
			missing: 0
		} } : {},
		...held.segment === void 0 ? {} : { segment: held.segment },
		replies
	};
}
function trialsRead(one) {
	if (one.old === void 0) return {
		old: [],
		new: one.new
	};
	const pairs = pairsOf(one);
	return {
		old: one.old.slice(0, pairs),
		new: one.new.slice(0, pairs)
	};
}
function replyOf(side, trial, { outcome, reply }) {
	const place = {
		side,
		trial,
		round: 1,
		...reply
	};
	if ("missing" in outcome) return place;
	const { score, passes, costUsd, latencyMs, firstTokenMs } = outcome;
	return {
		...place,
		score,
		...passes === void 0 ? {} : { passes },
		...costUsd === void 0 ? {} : { costUsd },
		...latencyMs === void 0 ? {} : { latencyMs },
		...firstTokenMs === void 0 ? {} : { firstTokenMs }
	};
}
function outcomesOf(trials, read) {
	return trials.flatMap(({ outcome }) => "missing" in outcome ? [] : read(outcome) ?? []);
}
const absent = { missing: "absent" };
function pairsOf({ old, new: next }) {
	return Math.min(old?.length ?? 0, next.length);
}
function comparedCells({ id, cases }) {
	return cases.flatMap((one) => {
		const { old } = one;
		if (old === void 0) return [];
		const pairs = one.new.slice(0, pairsOf(one)).flatMap((trial, index) => {
			const partner = old[index];
			const topUp = partner?.topUp === true || trial.topUp === true;
			return partner === void 0 ? [] : [{
				topUp,
				pair: {
					old: partner.outcome,
					new: trial.outcome
				}
			}];
		});
		const asked = (topUp) => pairs.flatMap((held) => held.topUp === topUp ? [held.pair] : []);
		return [cellOf(id, one, asked(false), asked(true))];
	});
}
function freshCells({ id, cases }) {
	return cases.flatMap((one) => {
		if (one.old !== void 0) return [];
		return [{
			...cellOf(id, one, one.new.map(({ outcome }) => ({
				old: absent,
				new: outcome
			}))),
			newOnly: true
		}];
	});
}
function cellOf(row, { id, weight }, pairs, topUps = []) {
	const batch = {
		round: 1,
		oldKept: false
	};
	const more = topUps.length === 0 ? [] : [{
		...batch,
		uniform: false,
		pairs: topUps
	}];
	return {
		row,
		case: id,
		weight,
		family: "base",
		identical: false,
		batches: [{
			...batch,
			uniform: true,
			pairs
		}, ...more]
	};
}

// src/app/compare/judge-subject.ts
function judgeSubject(subject, gate, file) {
	const rows = subject.rows.map(inferPasses);
	const isFresh = (row) => row.cases.every((one) => one.old === void 0);
	const shared = rows.filter((row) => !isFresh(row));
	const compared = judge(shared, shared.flatMap(comparedCells), gate);
	const fresh = rows.filter(isFresh);
	const shown = judge(fresh, fresh.flatMap((row) => freshCells(row)), gate);
	const { comparison, verdict } = compared;
	return {
		path: subject.name,
		...subject.previousName === void 0 ? {} : { previousPath: subject.previousName },
		change: subject.compared ? "modified" : "added",
		verdict: worst([verdict.verdict, shown.verdict.verdict]),
		diff: "",
		reasons: verdict.reasons,
		pooled: pooledOf(comparison),
		level: comparison.level,
		rounds: 1,
		casesChanged: {
			added: subject.added,
			removed: subject.removed,
			edited: [],
			weakened: []
		},
		unchecked: [],
		notes: subject.notes,
		exam: examOf(subject, file),
		models: [...compared.models, ...shown.models]
	};
}
function judge(rows, cells, gate) {
	const comparison = compareRows(cells, gate);
	const verdict = decideVerdict(comparison, gate);
	return {
		comparison,
		verdict,
		models: rows.flatMap((row) => {
			const compared = comparison.rows.find((found) => found.row === row.id);
			const judged = verdict.rows.find((found) => found.row === row.id);
			if (compared === void 0 || judged === void 0) return [];
			const added = (comparison.kind === "both" ? compareRows(freshCells(row), gate).rows : []).flatMap((found) => found.cases.map((one) => ({
				...one,
				family: "added"
			})));
			const cases = [...compared.cases, ...added];
			return [closeRow(row, {
				...compared,
				cases
			}, judged)];
		})
	};
}
function examOf({ rows }, file) {
	return [...new Map(rows.flatMap((row) => row.cases.map((one) => [one.id, one]))).values()].map(({ id, weight, segment }) => ({
		id,
		...segment === void 0 ? {} : { segment },
		tags: [],
		weight,
		vars: {},
		checks: [],
		at: { file }
	}));
}
function inferPasses(row) {
	return row.cases.flatMap((one) => [...one.old ?? [], ...one.new]).every(({ outcome }) => "missing" in outcome || outcome.passes === void 0 && (outcome.score === 0 || outcome.score === 1)) ? {
		...row,
		cases: row.cases.map(withPasses)
	} : row;
}
function withPasses(one) {
	const { old, ...rest } = one;
	return {
		...rest,
		new: one.new.map(mark),
		...old === void 0 ? {} : { old: old.map(mark) }
	};
}
function mark(trial) {
	const { outcome } = trial;
	return "missing" in outcome ? trial : {
		...trial,
		outcome: {
			...outcome,
			passes: outcome.score === 1
		}
	};
}

// src/app/compare/pair-score-files.ts
function pairScoreFiles(old, next, files) {
	const { pairs, onlyOld, onlyNew } = pairByName(old.subjects, next.subjects, ({ name }) => name);
	const label = labels([...old.subjects, ...next.subjects], files);
	const subjects = pairs.map((pair) => pairSubject(pair, label, files));
	const added = onlyNew.map((subject) => {
		const rows = withUniqueIds(subject.rows.map((row) => pairRow(row)));
		return {
			name: label(subject, "new"),
			compared: false,
			rows,
			removed: [],
			added: idsOf(rows),
			notes: []
		};
	});
	const gone = onlyOld.map((subject) => `\`${label(subject, "old")}\` is only in ${files.old}: not compared.`);
	return {
		subjects: [...subjects, ...added],
		notes: [
			...old.notes,
			...next.notes,
			...gone
		]
	};
}
function labels(subjects, files) {
	const taken = /* @__PURE__ */ new Map();
	for (const { name } of subjects) {
		const short = showOnOneLine(name, 80);
		const held = taken.get(short) ?? [];
		if (!held.includes(name)) taken.set(short, [...held, name]);
	}
	return ({ name }, side) => {
		if (name.trim() === "") return files[side];
		const short = showOnOneLine(name, 80);
		const nth = taken.get(short)?.indexOf(name) ?? 0;
		return nth <= 0 ? short : `${short} (${nth + 1})`;
	};
}
function pairSubject(pair, label, files) {
	const names = {
		old: label(pair.old, "old"),
		new: label(pair.new, "new")
	};
	const { pairs, onlyOld, onlyNew } = pairByName(pair.old.rows, pair.new.rows, ({ id }) => id);
	const rows = withUniqueIds([...pairs.map((both) => pairRow(both.new, both.old)), ...onlyNew.map((row) => pairRow(row))]);
	const oldIds = new Set(pair.old.rows.flatMap((row) => row.cases.map(({ id }) => id)));
	const newIds = new Set(idsOf(rows));
	const gone = onlyOld.map((row) => `The row \`${nameRow(row)}\` is only in ${files.old}: not compared.`);
	const fresh = onlyNew.map((row) => `The row \`${nameRow(row)}\` is only in ${files.new}: shown, not compared.`);
	return {
		name: names.new,
		...names.old === names.new ? {} : { previousName: names.old },
		compared: true,
		rows,
		removed: [...oldIds].filter((id) => !newIds.has(id)),
		added: [...newIds].filter((id) => !oldIds.has(id)),
		notes: [
			...gone,
			...fresh,
			...trimmed(rows)
		]
	};
}
function pairRow(row, old) {
	const before = new Map(old?.cases.map((one) => [one.id, one]));
	return {
		id: old === void 0 ? nameRow(row) : nameRows(old, row),
		compared: old !== void 0,
		model: {
			old: nameRow(old ?? row),
			new: nameRow(row)
		},
		cases: row.cases.map(({ id, weight, segment, trials }) => {
			const partner = before.get(id);
			return {
				id,
				weight: partner?.weight ?? weight,
				...segment === void 0 ? {} : { segment },
				...partner === void 0 ? {} : { old: partner.trials },
				new: trials
			};
		})
	};
}
function nameRow({ id }) {
	return id === "" ? "the model" : showOnOneLine(id, 80);
}
function nameRows(old, next) {
	const [before, after] = [nameRow(old), nameRow(next)];
	if (before === after || old.id === "") return after;
	return next.id === "" ? before : `${before} → ${after}`;
}
function withUniqueIds(rows) {
	return rows.map((row, index) => {
		const nth = rows.slice(0, index).filter(({ id }) => id === row.id).length;
		return nth === 0 ? row : {
			...row,
			id: `${row.id} (${nth + 1})`
		};
	});
}
function idsOf(rows) {
	return [...new Set(rows.flatMap(({ cases }) => cases.map(({ id }) => id)))];
}
function trimmed(rows) {
	const uneven = rows.flatMap(({ cases }) => cases.filter((one) => one.old !== void 0 && one.old.length !== one.new.length));
	const [first] = uneven;
	if (first?.old === void 0) return [];
	const others = uneven.length === 1 ? "" : `, and ${uneven.length - 1} more cases likewise`;
	const counts = `${first.old.length} trials in the old file and ${first.new.length} in the new`;
	return [`\`${first.id}\` has ${counts}: as many as both have were compared, the first of each${others}.`];
}
function pairByName(old, next, nameOf) {
	const byName = new Map(old.map((one) => [nameOf(one), one]));
	const names = new Set(next.map(nameOf));
	const pairs = next.flatMap((one) => {
		const partner = byName.get(nameOf(one));
		return partner === void 0 ? [] : [{
			old: partner,
			new: one
		}];
	});
	const onlyOld = old.filter((one) => !names.has(nameOf(one)));
	const onlyNew = next.filter((one) => !byName.has(nameOf(one)));
	const [before, moreBefore] = onlyOld;
	const [after, moreAfter] = onlyNew;
	if (before === void 0 || after === void 0 || moreBefore !== void 0 || moreAfter !== void 0) return {
		pairs,
		onlyOld,
		onlyNew
	};
	return {
		pairs: [...pairs, {
			old: before,
			new: after
		}],
		onlyOld: [],
		onlyNew: []
	};
}

// src/app/compare/compare-score-files.ts
function compareScoreFiles(texts, { columns, ...facts }) {
	const files = readBoth(texts, columns);
	const paths = {
		old: texts.old.path,
		new: texts.new.path
	};
	const paired = pairScoreFiles(files.old, files.new, paths);
	const [first, ...rest] = paired.subjects.flatMap((subject) => nothingShared(subject, files, paths, subject.removed[0]));
	if (first !== void 0) throw new ProblemError(first, ...rest);
	const compared = paired.subjects.filter((subject) => subject.compared && subject.rows.some((row) => row.compared));
	if (compared.length === 0) throw new ProblemError(nothingPaired(files, paths));
	const { gate, ...settings } = facts.settings;
	const trials = typicalTrials(compared);
	const judged = {
		...settings,
		gate,
		sampling: "fixed",
		trials
	};
	const share = {
		...gate,
		alpha: gate.alpha / compared.length,
		sampling: "fixed",
		trials
	};
	const prompts = paired.subjects.map((subject) => judgeSubject(subject, share, paths.new));
	const kinds = `${paths.old} (${formatOf(files.old)?.called}) with ${paths.new} (${formatOf(files.new)?.called})`;
	return closeReport({
		...facts,
		settings: judged,
		fingerprint: hash({
			form: 1,
			mode: "compare",
			old: texts.old.text,
			new: texts.new.text,
			gate,
			...columns === void 0 ? {} : { columns: Object.fromEntries(columns) }
		}),
		unreviewed: [],
		problems: paired.subjects.flatMap((subject) => lost(subject, paths)),
		notes: [
			`Compared ${kinds}.`,
			...columns === void 0 || isTable(files.old) || isTable(files.new) ? [] : [columnsUnused],
			...wordTooFew(files, prompts),
			...facts.notes,
			...new Set(paired.notes)
		],
		ended: "complete",
		accepted: [],
		links: {}
	}, prompts);
}
const columnsUnused = "`columns` names columns of a table, and neither file is one: it was not used.";
function isTable(file) {
	return formatOf(file)?.takesColumns === true;
}
function formatOf({ kind }) {
	return scoreFormats.find(({ name }) => name === kind);
}
function readBoth(texts, columns) {
	const old = readScoreFile(texts.old.text, texts.old.path, columns);
	const next = texts.old.path === texts.new.path && old.kind === "broken" ? {
		...old,
		problems: []
	} : readScoreFile(texts.new.text, texts.new.path, columns);
	if (old.kind === "read" && next.kind === "read") return {
		old: old.file,
		new: next.file
	};
	const [first, ...rest] = [old, next].flatMap((read) => read.kind === "broken" ? read.problems : []);
	if (first === void 0) throw new Error("a score file is broken without a problem");
	throw new ProblemError(first, ...rest);
}
function nothingShared({ name, rows }, files, paths, removed) {
	const strange = rows.find(({ compared, cases }) => compared && cases.every((one) => one.old === void 0));
	if (strange === void 0) return [];
	const [added] = strange.cases;
	const inOld = removed === void 0 ? "" : `\`${removed}\` is only in ${paths.old}, `;
	const example = added === void 0 ? "" : ` (${inOld}\`${added.id}\` only in ${paths.new})`;
	const what = `\`${name}\` (${strange.id}) has no case that is in both files${example}.`;
	const named = files.old.kind === files.new.kind ? "" : " Files of different tools may name them differently.";
	return [{
		reason: "files",
		what,
		at: { file: paths.new },
		fix: `Name the cases alike in both files.${named}`
	}];
}
function lost({ name, removed }, paths) {
	const [first, ...more] = removed;
	if (first === void 0) return [];
	const what = `${more.length === 0 ? `The case \`${first}\`` : `\`${first}\` and ${more.length} more of the cases`} of \`${name}\` ${more.length === 0 ? "is" : "are"} in ${paths.old} and not in ${paths.new}.`;
	const fix = `Evaluate all cases; where some were dropped on purpose, drop them from ${paths.old} too.`;
	return [{
		reason: "files",
		what,
		at: { file: paths.new },
		fix
	}];
}
function nothingPaired(files, paths) {
	const list = (file) => file.subjects.slice(0, 3).map(({ name }) => `\`${name.slice(0, 60)}\``).join(", ");
	return {
		reason: "files",
		what: `The two files have nothing in common: ${paths.old} has ${list(files.old)}, ${paths.new} ${list(files.new)}.`,
		at: { file: paths.new },
		fix: "Give prompts or tasks the same name in both files."
	};
}
function typicalTrials(subjects) {
	const counts = subjects.flatMap(({ rows }) => rows.flatMap(({ cases }) => cases.filter(({ old }) => old !== void 0).map(pairsOf))).toSorted((one, other) => one - other);
	return counts[Math.floor((counts.length - 1) / 2)] ?? 1;
}
function wordTooFew(files, prompts) {
	const blind = prompts.flatMap(({ models }) => models).flatMap(({ reasons }) => reasons.flatMap((reason) => reason.kind === "blind" ? [reason] : []));
	const [first] = blind;
	if (first === void 0) return [];
	const lacks = `The files hold ${first.trials === 1 ? "one score" : `${first.trials} scores`} a case, and one case that goes from right to wrong may then be chance.`;
	const needed = Math.max(...blind.map(({ trialsNeeded }) => trialsNeeded ?? 0));
	if (needed === 0) return [`${lacks} With so few cases no number of scores would tell: add cases.`];
	const formats = new Set([files.old, files.new].flatMap((file) => formatOf(file) ?? []));
	return [`${lacks} Measure each case ${needed} times on both sides: ${Array.from(formats, ({ repeat }) => repeat(needed)).join("; ")}.`];
}

// src/app/compare/compare-files.ts
async function compareFiles({ inputs, paths, pull }, ports) {
	const startedAt = new Date(ports.clock.now()).toISOString();
	const { settings, notes } = pull === void 0 ? await readSettingsHere(ports.readFile, inputs) : await readSettings(pull.host, pull.request, inputs);
	const old = await readScores(paths.old, ports);
	const next = await readScores(paths.new, ports);
	const named = {
		base: {
			sha: "",
			ref: paths.old
		},
		head: {
			sha: "",
			ref: paths.new
		}
	};
	return {
		report: compareScoreFiles({
			old,
			new: next
		}, {
			...inputs.columns === void 0 ? {} : { columns: inputs.columns },
			tool: ports.tool,
			pull: pull?.request ?? named,
			startedAt,
			settings: {
				...settings,
				mode: "compare"
			},
			notes,
			spent: nothingSpent
		}),
		settings,
		...pull === void 0 ? {} : { pull: pull.request }
	};
}
async function readScores(path, { readFile }) {
	const file = await readFile(path);
	switch (file.kind) {
		case "text": return {
			path,
			text: file.text
		};
		case "absent": throw new ProblemError({
			reason: "files",
			what: "there is no such file.",
			at: { file: path },
			fix: "Check the path, and that the step which writes it ran before."
		});
		case "refused": throw new ProblemError({
			reason: "files",
			what: `the file is not read: ${file.why}.`,
			at: { file: path }
		});
	}
}

export { compareFiles as t };