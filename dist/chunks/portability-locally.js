import { a as showProblem, r as isOfInput, t as ProblemError } from "./problem.js";
import { a as readSettings, r as defaultSettings } from "./read-settings.js";
import { l as showModel, o as scenarioOf, r as loadChecks } from "./named-checks.js";
import { a as withheldFromFork, c as boundCases, i as gateOf, o as findEndings, t as judgeDesign } from "./judge-design.js";
import { i as retirementOf, n as isListMissing, r as retirementDay } from "./retirement-day.js";
import { o as settingsFor } from "./override-settings.js";
import { n as namesOf, t as modelNamed } from "./settings.js";
import { o as scheduleOf } from "./replay-looks.js";
import { i as withoutFaulty, o as decideBudget, t as setAside } from "./set-aside.js";
import { r as findUnpriced } from "./prices.js";
import { a as assembleRow } from "./assemble-report.js";
import { t as isObject } from "./is-object.js";
import { t as checkKinds } from "./scorers.js";
import { r as nothingSpent } from "./empty-report.js";
import { t as estimateReview } from "./estimate-review.js";
import { t as checkNeeds } from "./missing-roles.js";
import { o as createRenderPrompt, r as modelChoice, s as designReview } from "./design-judged.js";
import { t as hash } from "./hash.js";
import { m as formats } from "./cases.js";
import { t as pickChecked } from "./pick-checked.js";
import { t as readChanges } from "./read-changes.js";
import { t as escapeHidden } from "./show-hidden.js";

// src/core/portability/tell-parameters.ts
const ofForm = /* @__PURE__ */ new Set([...[
	"json",
	"json-schema",
	"contains-json",
	"output-schema",
	"valid-tool-calls"
], ...[
	"xml",
	"contains-xml",
	"html",
	"contains-html",
	"sql",
	"contains-sql"
]]);
function tellParameters(cells) {
	const refused = new Set(cells.flatMap(({ trials }) => trials.flatMap((trial) => {
		const { reply } = trial.new;
		const adapted = reply.kind === "answered" ? reply.answer.adapted ?? {} : {};
		return Object.entries(adapted).flatMap(([name, instead]) => instead === null ? [name] : []);
	})));
	const ignored = [...new Set(cells.flatMap(({ cell }) => Object.keys(cell.new?.params ?? {})))].filter((name) => !refused.has(name) && signs[name]?.(cells) === true);
	return {
		refused: [...refused].toSorted(),
		ignored: ignored.toSorted()
	};
}
function countFormatErrors(cells) {
	const read = cells.flatMap(({ trials }) => trials.flatMap((trial) => {
		const checks = trial.new.score.checks.filter((check) => check.kind === "scored" && ofForm.has(check.scorer));
		return checks.length === 0 ? [] : [checks.some((check) => check.kind === "scored" && check.value < 1)];
	}));
	return {
		failed: read.filter(Boolean).length,
		of: read.length
	};
}
const signs = {
	temperature: (cells) => seldomRepeats(cells.filter(({ cell }) => cell.new?.params["temperature"] === 0)),
	max_tokens: (cells) => goesOver(cells, "max_tokens"),
	max_completion_tokens: (cells) => goesOver(cells, "max_completion_tokens"),
	reasoning_effort: (cells) => everReasons(cells) === false,
	response_format: (cells) => {
		const { failed, of } = countFormatErrors(cells.filter(({ cell }) => wantsJson(cell.new?.params ?? {})));
		return of > 0 && failed > of / 2;
	}
};
function seldomRepeats(cells) {
	const several = cells.map(({ trials }) => trials.flatMap((trial) => trial.new.said ?? [])).filter((said) => said.length > 1);
	const varied = several.filter((said) => new Set(said).size === said.length);
	return several.length > 1 && varied.length > several.length / 2;
}
function goesOver(cells, name) {
	return cells.some(({ cell, trials }) => {
		const limit = cell.new?.params[name];
		if (typeof limit !== "number" || cell.scenario !== void 0) return false;
		return trials.some((trial) => {
			const usage = usageOf(trial.new);
			return usage?.estimated !== true && (usage?.outputTokens ?? 0) > limit;
		});
	});
}
function everReasons(cells) {
	const counted = cells.filter(({ cell }) => ![
		"none",
		"minimal",
		void 0
	].includes(effortOf(cell.new?.params))).flatMap(({ trials }) => trials.flatMap((trial) => usageOf(trial.new)?.reasoningTokens ?? []));
	return counted.length === 0 ? void 0 : counted.some((tokens) => tokens > 0);
}
function effortOf(params = {}) {
	const effort = params["reasoning_effort"];
	return typeof effort === "string" ? effort : void 0;
}
function wantsJson(params) {
	const format = params["response_format"];
	return isObject(format) && (format["type"] === "json_object" || format["type"] === "json_schema");
}
function usageOf({ reply }) {
	return reply.kind === "answered" ? reply.answer.usage : void 0;
}

// src/core/portability/assemble-matrix.ts
function assembleMatrix(results, facts) {
	const [first] = results;
	const read = results.flatMap((result) => readRow(result, facts) ?? []);
	const models = read.map((one) => modelOf(one, facts));
	const [row] = first.run.design.rows;
	const fullest = read.toSorted((a, b) => countOf(b, "old") - countOf(a, "old"))[0];
	const known = fullest === void 0 ? unknownFigures : figuresOf(fullest.row, "old");
	const { provider = "", model = "" } = row?.model.old ?? {};
	return withModels({
		path: first.run.design.change.path,
		reference: {
			...known,
			model: fullest?.row.model.old ?? model,
			provider,
			retires: facts.retires({
				provider,
				model
			}) ?? null
		}
	}, models);
}
function withModels(matrix, models) {
	const sorted = models.toSorted((a, b) => ranks.indexOf(a.verdict) - ranks.indexOf(b.verdict) || byPrice(a, b));
	return {
		path: matrix.path,
		reference: matrix.reference,
		models: sorted,
		...chosenOf(sorted)
	};
}
function unasked({ id, model }, why, retires) {
	return {
		...unknownFigures,
		model: id,
		provider: model.new.provider,
		retires: retires(model.new) ?? null,
		verdict: "unclear",
		why,
		delta: null,
		low: null,
		failing: [],
		cases: [],
		formatErrors: {
			failed: 0,
			of: 0
		},
		refused: [],
		ignored: [],
		replies: 0
	};
}
const ranks = [
	"safe",
	"unclear",
	"unsafe",
	"unusable"
];
const unknownFigures = {
	score: null,
	usdPer1000: null,
	usdMonth: null,
	latencyMs: {
		p50: null,
		p95: null
	}
};
function chosenOf(models) {
	const safe = models.filter(({ verdict }) => verdict === "safe");
	const least = (read) => safe.flatMap((one) => {
		const value = read(one);
		return value === null ? [] : [{
			one,
			value
		}];
	}).toSorted((a, b) => a.value - b.value || byPrice(a.one, b.one))[0]?.one.model ?? null;
	return {
		cheapestSafe: least(({ usdPer1000 }) => usdPer1000),
		fastestSafe: least(({ latencyMs }) => latencyMs.p50),
		best: least(({ score }) => score === null ? null : -score)
	};
}
function byPrice(a, b) {
	return (a.usdPer1000 ?? Number.POSITIVE_INFINITY) - (b.usdPer1000 ?? Number.POSITIVE_INFINITY) || 0;
}
function readRow({ run, comparison, verdict }, { settings, costOf }) {
	const [row] = run.design.rows;
	const [compared] = comparison.rows;
	const [judged] = verdict.rows;
	if (row === void 0 || compared === void 0 || judged === void 0) return void 0;
	return {
		row: {
			...assembleRow(row, run.cells, compared, judged, {
				settings: settingsFor(run.design.change, settings),
				costOf,
				rows: 1,
				readSaid: () => void 0
			}),
			score: compared.score
		},
		cells: run.cells
	};
}
function modelOf({ row, cells }, facts) {
	const { verdict, why } = verdictOf(row, cells, facts);
	const broken = row.cases.filter(isFailing).toSorted(worstFirst);
	return {
		...figuresOf(row, "new"),
		model: row.model.new,
		provider: row.provider,
		retires: facts.retires({
			provider: row.provider,
			model: cells[0]?.cell.new?.model ?? row.model.new
		}) ?? null,
		verdict,
		...why === void 0 ? {} : { why },
		delta: row.score.delta,
		low: row.score.low,
		failing: broken.map(({ id }) => id),
		cases: broken.map((one) => ({
			id: one.id,
			old: {
				passes: one.old.passes,
				of: one.old.of
			},
			new: {
				passes: one.new.passes,
				of: one.new.of
			},
			checks: failedChecks(one.id, cells)
		})),
		formatErrors: countFormatErrors(cells),
		...tellParameters(cells),
		replies: countOf({
			row,
			cells
		}, "new")
	};
}
function countOf({ cells }, side) {
	return cells.reduce((sum, { trials }) => sum + trials.filter((trial) => trial[side]?.reply.kind === "answered").length, 0);
}
function figuresOf(row, side) {
	const cost = row.cost[side];
	const months = Object.values(row.cost.monthly ?? {}).map((month) => month[side]);
	const known = months.flatMap((month) => month ?? []);
	return {
		score: row.score[side],
		usdPer1000: cost === null ? null : cost * 1e3,
		usdMonth: months.length === 0 || known.length < months.length ? null : known.reduce((sum, one) => sum + one, 0),
		latencyMs: {
			p50: row.latency.p50[side],
			p95: row.latency.p95[side]
		}
	};
}
function verdictOf(row, cells, { stopped }) {
	switch (row.verdict) {
		case "regressed":
		case "failing": return { verdict: "unsafe" };
		case "pass": return { verdict: "safe" };
		case "inconclusive":
		case "unreviewed":
		case "skipped": {
			const why = row.reasons.some(({ kind }) => kind === "nothing-passes") ? "no golden case passes on the reference, so that none could break" : stopped;
			return {
				verdict: "unclear",
				...why === void 0 ? {} : { why }
			};
		}
		case "invalid": return {
			verdict: "unusable",
			why: whyUnusable(row, cells, stopped)
		};
	}
}
function whyUnusable(row, cells, stopped) {
	const failures = (side) => cells.flatMap(({ trials }) => trials.flatMap((trial) => {
		const reply = trial[side]?.reply;
		return reply?.kind === "failed" && ![
			"budget",
			"deadline",
			"cancelled"
		].includes(reply.reason) ? [reply.message] : [];
	}));
	const [failed] = failures("new");
	if (failed !== void 0) return failed;
	const [before] = failures("old");
	if (before !== void 0) return `the reference did not answer: ${before}`;
	if (row.reasons.some(({ kind }) => kind === "empty-replies")) return "all its replies are empty";
	if (stopped !== void 0) return stopped;
	return "its replies could not be scored";
}
function isFailing({ state, new: now }) {
	if (state === "regressed" || state === "fell") return true;
	return now.of > 0 && now.passes === 0;
}
function worstFirst(a, b) {
	const order = (one) => ["regressed", "fell"].indexOf(one.state) >>> 0;
	return order(a) - order(b) || (a.delta ?? 0) - (b.delta ?? 0);
}
function failedChecks(id, cells) {
	const failed = (cells.find(({ cell }) => cell.exam.key === id)?.trials ?? []).flatMap((trial) => trial.new.score.checks.flatMap((check) => {
		return check.kind === "scored" && (check.passed === false || check.binary && check.value < 1) ? [check.check] : [];
	}));
	return [...Map.groupBy(failed, (name) => name)].toSorted((a, b) => b[1].length - a[1].length).map(([name]) => name);
}

// src/app/portability/design-candidates.ts
function designCandidates(questions, settings, sandbox) {
	const designs = questions.map((question) => {
		const { change, models } = question;
		const prompt = change.new;
		if (prompt === void 0) return {
			prompts: [],
			problems: []
		};
		const own = settingsFor(change, settings);
		const reference = referenceOf(question, own);
		if (reference === void 0) return {
			prompts: [],
			problems: [noReference(change.path)]
		};
		const others = models.filter((model) => !isSame(model, reference));
		if (others.length === 0) return {
			prompts: [],
			problems: [noCandidate(change.path, reference)]
		};
		const exchanged = others.map((model) => ({
			old: reference,
			new: model
		}));
		const asked = {
			...change,
			change: "config",
			old: prompt
		};
		return designReview([asked], {
			...modelChoice(settings),
			models: [
				...own.models,
				reference,
				...others
			],
			exchanged
		}, createRenderPrompt(sandbox), (golden) => scenarioOf(golden, checkKinds));
	});
	return {
		prompts: designs.flatMap(({ prompts }) => prompts),
		problems: designs.flatMap(({ problems }) => problems)
	};
}
function eachAlone(design, costOf) {
	const alone = design.prompts.flatMap((prompt) => {
		const byCase = Map.groupBy(prompt.cells, ({ exam }) => exam.key);
		const shared = new Map([...byCase].map(([key, cells]) => [key, hash(cells.map(({ comparison }) => comparison).toSorted())]));
		return prompt.rows.toSorted((a, b) => priceOf(a, costOf) - priceOf(b, costOf) || 0).map((row, at) => onRow(prompt, row, shared, at > 0));
	});
	return {
		...design,
		prompts: alone
	};
}
function onRow(prompt, row, shared, oldIsShared) {
	const id = showModel(row.model.new);
	const cells = prompt.cells.filter((cell) => cell.row === row.id).map((cell) => {
		const comparison = shared.get(cell.exam.key) ?? cell.comparison;
		return {
			...cell,
			row: id,
			comparison,
			...oldIsShared ? { oldIsShared } : {}
		};
	});
	return {
		...prompt,
		rows: [{
			...row,
			id
		}],
		cells
	};
}
function priceOf({ model }, costOf) {
	const { provider, model: name } = model.new;
	return costOf(provider, name, {
		inputTokens: 1e3,
		outputTokens: 300
	}) ?? Number.POSITIVE_INFINITY;
}
function referenceOf({ change, reference, models }, settings) {
	const prompt = change.new;
	if (reference !== void 0) return reference;
	if (prompt?.model === void 0) return models[0];
	const named = modelNamed(prompt.model, namesOf(settings));
	const listed = settings.models.find((model) => isSame(model, named));
	return {
		...named,
		params: {
			...listed?.params,
			...prompt.params
		}
	};
}
function isSame(a, b) {
	return a.provider === b.provider && a.model === b.model;
}
function noReference(path) {
	return {
		reason: "config",
		what: "no model to hold others against: the prompt names none, and none is configured.",
		at: { file: path },
		fix: "Give the one it runs on now: `--reference gpt-5.6-luna`."
	};
}
function noCandidate(path, reference) {
	return {
		reason: "config",
		what: `no model to try: \`${showModel(reference)}\` is the one it runs on now.`,
		at: { file: path },
		fix: "Name others: `--models gpt-5.6-luna,gpt-5.6-terra`, or `models` in promptgate.yml."
	};
}

// src/app/portability/ask-candidates.ts
async function askCandidates(questions, settings, retires, ports) {
	const changes = questions.map(({ change }) => change);
	await loadChecks(changes.flatMap(({ exam }) => exam.cases.map(({ golden }) => golden)), checkKinds, ports.words);
	const beyond = boundCases(changes, settings);
	if (beyond !== void 0) return nothingAsked([beyond]);
	const designed = designCandidates(questions, settings, ports.sandbox);
	const { design: wished, broken } = withoutFaulty(designed);
	const costOf = await ports.loadPrices(settings);
	const problems = [
		...designed.problems.filter((problem) => !designed.prompts.some((prompt) => prompt.problems.includes(problem))),
		...broken.flatMap((one) => one.problems),
		...checkNeeds(wished, settings, checkKinds, (name) => ports.hasKey(settings, name)),
		...findUnpriced(wished, settings, costOf)
	];
	if (problems.length > 0 || wished.prompts.length === 0) return nothingAsked(problems);
	const alone = eachAlone(wished, costOf);
	const estimateOf = (part) => estimateReview(part, gateOf(part, settings), settings, checkKinds, costOf);
	const budget = {
		calls: settings.maxCalls,
		usd: settings.maxCostUsd
	};
	const count = howManyFit(alone.prompts.length, (tried) => {
		const part = {
			...alone,
			prompts: alone.prompts.slice(0, tried)
		};
		return decideBudget(estimateOf(part).first, budget) === void 0;
	});
	const design = {
		...alone,
		prompts: alone.prompts.slice(0, Math.max(1, count))
	};
	const estimate = estimateOf(design);
	const refused = count === 0 ? decideBudget(estimate.first, budget) : void 0;
	if (refused !== void 0) return nothingAsked([refused]);
	const { results, problems: met = [], notes = [], spent = nothingSpent, ended = "complete", stoppedBy } = await judgeDesign({
		design,
		estimate,
		settings
	}, [], ports);
	const stopped = ended === "complete" ? void 0 : `the asking stopped at ${stoppedBy?.limit ?? "a cancel"} before it was told`;
	const facts = {
		settings,
		retires,
		costOf,
		...stopped === void 0 ? {} : { stopped }
	};
	const left = alone.prompts.slice(design.prompts.length);
	const prompts = groupsOf(results).map((group) => {
		const matrix = assembleMatrix(group, facts);
		const others = left.filter(({ change }) => change.path === matrix.path).flatMap(({ rows }) => rows.map((row) => unasked(row, "not asked: the first round did not fit into the budget", retires)));
		return withModels(matrix, [...matrix.models, ...others]);
	});
	const told = prompts.some(({ models }) => models.some(({ verdict }) => verdict !== "unusable"));
	const toldNotes = told ? met.map(showProblem) : [];
	return {
		prompts,
		problems: told ? [] : met,
		notes: [.../* @__PURE__ */ new Set([
			...results.flatMap(({ run }) => run.design.change.notes),
			...notes,
			...toldNotes
		])],
		calls: {
			made: spent.calls.made,
			kept: spent.calls.kept,
			...countReplies(results, settings)
		},
		costUsd: spent.costUsd.actual ?? null
	};
}
function howManyFit(all, fits) {
	let [least, most] = [0, all];
	while (least < most) {
		const middle = Math.ceil((least + most) / 2);
		if (fits(middle)) least = middle;
		else most = middle - 1;
	}
	return least;
}
function groupsOf(results) {
	return [...Map.groupBy(results, ({ run }) => {
		const { provider, model } = run.design.rows[0]?.model.old ?? {};
		return JSON.stringify([
			run.design.change.path,
			provider,
			model
		]);
	}).values()].flatMap(([first, ...others]) => first === void 0 ? [] : [[first, ...others]]);
}
function countReplies(results, settings) {
	const most = scheduleOf(settings, false).reduce((sum, { uniform }) => sum + uniform, 0);
	let [replies, toTheEnd] = [0, 0];
	for (const group of groupsOf(results)) {
		const byCase = Map.groupBy(group.flatMap(({ run }) => run.cells), ({ cell }) => cell.exam.key);
		for (const cells of byCase.values()) {
			const asked = cells.map(({ trials }) => trials.length);
			replies += Math.max(...asked) + asked.reduce((sum, one) => sum + one, 0);
			toTheEnd += most * (cells.length + 1);
		}
	}
	return {
		replies,
		toTheEnd
	};
}
function nothingAsked(problems) {
	return {
		prompts: [],
		problems,
		notes: [],
		calls: {
			made: 0,
			kept: 0,
			replies: 0,
			toTheEnd: 0
		},
		costUsd: 0
	};
}

// src/app/portability/ask-successors.ts
async function askSuccessors(endings, settings, suggest) {
	const questions = [];
	const told = [];
	for (const ending of endings) {
		const successors = await successorsOf(ending, settings, suggest);
		const { name, day, roles, prompts } = ending;
		const paths = prompts.map(({ path }) => path);
		told.push({
			model: name,
			day,
			prompts: paths,
			roles: [...roles],
			successors: successors.map(showModel)
		});
		if (successors.length > 0) questions.push(...prompts.map((change) => ({
			...questionOf(change, ending),
			models: successors
		})));
	}
	return {
		questions,
		told
	};
}
function questionOf(change, { name, model }) {
	return change.new?.model === name || change.new?.model === model.model ? { change } : {
		change,
		reference: model
	};
}
async function successorsOf({ name, model }, settings, suggest) {
	const written = settings.successors.get(name) ?? settings.successors.get(model.model);
	if (written !== void 0) return written;
	const known = retirementOf(model.model)?.successors ?? [];
	const found = [.../* @__PURE__ */ new Set([...known, ...await suggest(model.model)])];
	const names = namesOf(settings);
	return found.map((one) => ({
		...modelNamed(one, names),
		provider: model.provider,
		params: {}
	}));
}

// src/app/portability/read-portable.ts
async function readPortable(pull, settings, named, { host, sandbox, held }) {
	const tree = await host.tree(pull.head);
	const read = await readChanges({
		host,
		pull: {
			...pull,
			base: pull.head
		},
		changed: [],
		everyPrompt: true,
		settings,
		kinds: checkKinds,
		formats,
		sandbox,
		held
	});
	const picked = pickChecked(read, named, {
		paths: [...tree.keys()],
		globs: settings.promptGlobs
	});
	const unguarded = new Set(picked.unreviewed.map(({ path }) => path));
	const split = picked.changes.filter(({ path }) => !unguarded.has(path)).map(setAside);
	const unreviewed = [...picked.unreviewed, ...split.flatMap((one) => one.unreviewed)];
	return {
		changes: split.map(({ change }) => change).filter(({ exam }) => exam.cases.length > 0),
		users: picked.changes,
		unreviewed: unreviewed.map(({ path, why, detail }) => ({
			path,
			why: detail === void 0 ? why : `${why}: ${detail}`
		})),
		problems: [...picked.problems, ...picked.broken.flatMap((one) => one.problems)],
		notes: picked.notes
	};
}

// src/app/portability/report-portability.ts
function reportOf(settings, { tool }, startedAt) {
	return {
		version: 1,
		tool,
		startedAt,
		verdict: "invalid",
		reference: null,
		margin: settings.gate.margin,
		alpha: settings.gate.alpha,
		prompts: [],
		unreviewed: [],
		problems: [],
		notes: [],
		calls: {
			made: 0,
			kept: 0,
			replies: 0,
			toTheEnd: 0
		},
		costUsd: 0
	};
}
function joined(base, portable, asked) {
	const problems = [...portable.problems, ...asked?.problems ?? []];
	const prompts = asked?.prompts ?? [];
	const isTold = prompts.length > 0 && prompts.every(({ models }) => models.some(({ verdict }) => verdict !== "unusable"));
	const verdict = problems.length > 0 ? "invalid" : prompts.length === 0 ? "unreviewed" : isTold ? "pass" : "invalid";
	return {
		...base,
		...asked,
		verdict,
		problems,
		unreviewed: portable.unreviewed,
		notes: [...portable.notes, ...asked?.notes ?? []]
	};
}
function portedJson(report) {
	return `${escapeHidden(JSON.stringify(report, null, 2))}\n`;
}
function withRetiring(report, { told, untold, questions }) {
	const isDone = questions.length === 0 && report.problems.length === 0;
	const names = untold.map((name) => `\`${name}\``).join(", ");
	const notes = [...told.length === 0 ? ["No model that is used here is known to end within the time."] : [], ...untold.length === 0 ? [] : [`Whether its service ends one earlier than known is not told: the list of models could not be had for ${names}. An issue about such a model stays as it is.`]];
	return {
		...report,
		...isDone ? { verdict: "pass" } : {},
		retiring: told,
		notes: [...notes, ...report.notes]
	};
}

// src/app/portability/portability.ts
async function portability(request, ports) {
	const startedAt = new Date(ports.clock.now()).toISOString();
	const pull = await ports.host.pullRequest();
	if ("nothing" in pull) {
		const settings = defaultSettings(request.inputs);
		return {
			settings,
			report: {
				...reportOf(settings, ports, startedAt),
				verdict: "skipped",
				notes: [pull.nothing]
			}
		};
	}
	const read = await readSettings(ports.host, pull, request.inputs);
	const settings = portableSettings(read.settings);
	ports.begin();
	const portable = await readPortable(pull, settings, request.named, ports);
	const reference = referenceNamed(request.inputs, settings);
	const base = {
		...reportOf(settings, ports, startedAt),
		reference: reference === void 0 ? null : showModel(reference)
	};
	const all = portable.changes.map((change) => {
		return {
			change,
			models: settingsFor(change, settings).models,
			...reference === void 0 ? {} : { reference }
		};
	});
	const design = designCandidates(all, settings, ports.sandbox);
	const fork = withheldFromFork(design, {
		request,
		ports,
		pull,
		settings
	});
	if (fork !== void 0 || pull.fork && request.inputs.retiring !== void 0) {
		const withheld = (fork ?? []).map(({ path, detail }) => ({
			path,
			why: detail ?? "it is of a fork"
		}));
		return {
			settings,
			pull,
			report: {
				...base,
				verdict: "unreviewed",
				unreviewed: withheld,
				notes: read.notes
			}
		};
	}
	const said = await ports.loadRetirements(settings);
	const facts = {
		own: settings.retirements,
		said
	};
	const retires = (model) => retirementDay(model, facts);
	const within = request.inputs.retiring;
	const retiring = within === void 0 ? void 0 : await findRetiring(portable, {
		settings,
		facts,
		within,
		startedAt
	}, ports);
	const questions = retiring?.questions ?? all;
	const asked = portable.problems.length > 0 ? void 0 : await askCandidates(questions, settings, retires, ports);
	const report = joined(base, {
		...portable,
		notes: [...read.notes, ...portable.notes]
	}, asked);
	if (retiring === void 0) return {
		settings,
		pull,
		report
	};
	return {
		settings,
		pull,
		report: withRetiring(report, retiring),
		untold: retiring.untold
	};
}
const dayMs = 864e5;
async function findRetiring({ users, changes }, given, { suggestSuccessors }) {
	const { settings, facts, within, startedAt } = given;
	const find = (retires, days) => findEndings(users, settings, retires, {
		days,
		today: startedAt
	});
	const endings = find((model) => retirementDay(model, facts), within / dayMs);
	const missing = find((model) => isListMissing(model, facts) ? startedAt : void 0, 0);
	const ending = new Set(endings.map(({ name }) => name));
	const { questions, told } = await askSuccessors(endings, settings, suggestSuccessors);
	const guarded = new Set(changes.map(({ path }) => path));
	return {
		told,
		untold: missing.map(({ name }) => name).filter((name) => !ending.has(name)),
		questions: questions.filter(({ change }) => guarded.has(change.path))
	};
}
function portableSettings(settings) {
	const gate = withoutLimits(settings.gate);
	const overrides = settings.overrides.map((one) => ({
		...one,
		gate: withoutLimits(one.gate)
	}));
	return {
		...settings,
		mode: "portability",
		sampling: "confirm",
		diagnose: 0,
		gate,
		overrides
	};
}
function withoutLimits(limited) {
	const { costLimit: _, costCap: __, outputCap: ___, latencyLimit: ____, latencyOf: _____, ...gate } = limited;
	return gate;
}
function referenceNamed({ reference }, settings) {
	if (reference === void 0) return void 0;
	const named = modelNamed(reference, namesOf(settings));
	return settings.models.find((one) => one.provider === named.provider && one.model === named.model) ?? {
		...named,
		params: {}
	};
}

// src/app/portability/portability-locally.ts
async function portabilityLocally(asked, ports) {
	const { report } = await portabilityOrProblems(asked, ports);
	const faulty = report.problems.some(isOfInput);
	return {
		text: [await textOf(report, asked)],
		files: await filesOf(report, asked),
		faulty,
		open: report.verdict !== "invalid"
	};
}
async function portabilityOrProblems(request, ports) {
	const startedAt = new Date(ports.clock.now()).toISOString();
	try {
		return await portability(request, ports);
	} catch (fault) {
		if (!(fault instanceof ProblemError)) throw fault;
		const settings = defaultSettings(request.inputs);
		return {
			settings,
			report: {
				...reportOf(settings, ports, startedAt),
				problems: fault.problems
			}
		};
	}
}
async function textOf(report, { json, screen }) {
	if (json === true) return portedJson(report);
	const { writePortedTerminal } = await import("./portability.js");
	return writePortedTerminal(report, screen);
}
async function filesOf(report, { html, comment, loadPage }) {
	if (html === void 0 && comment === void 0) return [];
	const { writePortedHtml, writePortedMarkdown } = await import("./portability.js");
	const page = html === void 0 ? void 0 : writePortedHtml(report, (await loadPage()).hash);
	return [...html === void 0 || page === void 0 ? [] : [{
		path: html,
		text: [page]
	}], ...comment === void 0 ? [] : [{
		path: comment,
		text: [writePortedMarkdown(report)]
	}]];
}

export { portabilityOrProblems as n, portedJson as r, portabilityLocally as t };