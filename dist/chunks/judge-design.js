import { t as isNamedBy } from "./match-globs.js";
import { i as worst } from "./verdict.js";
import { t as sides } from "./side.js";
import { o as settingsFor, r as ownBudgetOf } from "./override-settings.js";
import { l as showModel } from "./named-checks.js";
import { r as retirementDay, t as daysUntil } from "./retirement-day.js";
import { t as hash } from "./hash.js";
import { c as wordTranscript } from "./conversation.js";
import { n as readTranscript } from "./trial-run.js";
import { n as namesOf, t as modelNamed } from "./settings.js";
import { r as nothingSpent } from "./empty-report.js";
import { t as CancelledError } from "./breathe.js";
import { i as diagnosedCase, t as decideVerdict } from "./decide-verdict.js";
import { o as scheduleOf } from "./replay-looks.js";
import { o as answersUnder, s as asAskings, t as checkKinds } from "./scorers.js";
import { t as baselineCall } from "./call.js";
import { s as isPriced } from "./requests-of-cell.js";
import { o as createRenderPrompt } from "./design-judged.js";
import { n as messagesOf } from "./messages-of.js";
import { a as countReplies, c as forecastRounds, i as askAsBaseHadIt, l as mostTrials, n as wordEstimate, o as endingOf, r as wordForecast, s as runJobs } from "./estimate-review.js";
import { t as cellOf } from "./cell-of.js";
import { i as withReasons, n as tellFailing } from "./with-reasons.js";
import { d as askUntilDone, n as measureJudge, u as askAnew } from "./judge-reliability.js";
import { i as rolesOf } from "./missing-roles.js";
import { t as callOfSide } from "./call-of-side.js";
import { n as keptCases, r as recall, t as keepScores } from "./remember-scores.js";
import { a as runSide } from "./run-side.js";

// src/core/design/bound-cases.ts
function boundCases(changes, { models, modelsOf = () => models, maxCalls }) {
	const calls = changes.filter(({ change }) => change !== "config").reduce((sum, one) => sum + one.exam.cases.length * Math.max(1, modelsOf(one).length), 0);
	if (calls <= maxCalls) return void 0;
	return {
		reason: "budget",
		what: `The first round alone needs ${calls} calls or more, and ${maxCalls} are allowed.`,
		fix: `Set max-calls (or budget.calls in the config) to ${calls} or more, or ask less: fewer prompts at a time, cases (tags) or models.`
	};
}

// src/core/retirement/find-endings.ts
function findEndings(prompts, settings, retires, within) {
	const used = /* @__PURE__ */ new Map();
	const use = (model) => {
		const name = showModel(model);
		const found = used.get(name) ?? {
			model,
			prompts: [],
			roles: []
		};
		used.set(name, found);
		return found;
	};
	for (const prompt of prompts) for (const model of modelsOf(prompt, settingsFor(prompt, settings))) use(model).prompts.push(prompt);
	for (const role of ["judge", "simulate"]) {
		const model = settings[role];
		if (model !== void 0) use(model).roles.push(role);
	}
	return [...used].flatMap(([name, found]) => {
		const day = retires(found.model);
		const left = day === void 0 ? void 0 : daysUntil(day, within.today);
		return day === void 0 || left === void 0 || left > within.days ? [] : [{
			name,
			day,
			left,
			...found
		}];
	}).toSorted((a, b) => a.left - b.left);
}
function modelsOf({ new: prompt }, settings) {
	if (prompt === void 0) return [];
	const { provider, model } = prompt.model === void 0 ? {
		provider: "",
		model: ""
	} : modelNamed(prompt.model, namesOf(settings));
	const own = model === "" ? [] : [{
		provider,
		model,
		params: prompt.params
	}];
	const others = settings.models.filter((one) => one.provider !== provider || one.model !== model);
	return [...own, ...others];
}
const soon = 90;
function wordEndings(models, { judge, simulate, retirements }, today) {
	const all = [
		...models,
		...judge === void 0 ? [] : [judge],
		...simulate === void 0 ? [] : [simulate]
	];
	return [...new Map(all.map((model) => [showModel(model), model]))].flatMap(([name, model]) => {
		const day = retirementDay(model, { own: retirements });
		const left = day === void 0 ? soon : daysUntil(day, today);
		if (day === void 0 || left >= soon) return [];
		return [`\`${name}\` ${left > 0 ? `ends on ${day}, in ${left} ${left === 1 ? "day" : "days"}` : `ended on ${day}`}: \`promptgate portability --retiring 90d\` tries what may take its place.`];
	});
}

// src/app/review/withheld-from-fork.ts
function withheldFromFork(design, { request, ports, pull, settings }) {
	if (!pull.fork) return void 0;
	const providers = new Set(design.prompts.flatMap((prompt) => prompt.rows.map((row) => row.model.new.provider)));
	const lacksKeys = [...providers].some((name) => !ports.hasKey(settings, name));
	const runsApplication = [...providers].some((name) => settings.applications.has(name));
	const withheld = request.privileged === true && !settings.allowForks;
	if (!lacksKeys && !withheld && !runsApplication) return void 0;
	const [why, detail] = whyWithheld(withheld, lacksKeys);
	return design.prompts.map(({ change }) => ({
		path: change.path,
		why,
		detail
	}));
}
function whyWithheld(withheld, lacksKeys) {
	if (withheld) return ["fork", "`allow-forks` is not set"];
	return lacksKeys ? ["no-keys", "this run has no keys"] : ["fork", "applications are not run for forks"];
}

// src/app/review/gate-of.ts
function gateOf(design, settings) {
	const { comparedElsewhere = 0 } = settings;
	const compared = settings.mode === "portability" ? 1 : countCompared(design) + comparedElsewhere;
	return (change) => {
		const { gate } = settingsFor(change, settings);
		const { sampling, trials } = settings;
		return {
			...gate,
			alpha: gate.alpha / Math.max(1, compared),
			sampling,
			trials
		};
	};
}
function countCompared({ prompts }) {
	return prompts.filter(isCompared).length;
}
function isCompared({ change, cells }) {
	return change.old !== void 0 && cells.some((cell) => !cell.identical);
}

// src/app/review/run-rounds.ts
async function runRounds(begun, gateOf, deps) {
	let runs = begun;
	for (let asked = begun.some(({ cells }) => cells.some(({ trials }) => trials.length > 0));; asked = true) {
		const wanted = [];
		for (const run of runs.filter((one) => !deps.own.isStopped(one))) wanted.push({
			run,
			jobs: await jobsOf$1(run, gateOf(run.design.change), deps)
		});
		const planned = asked ? deps.own.allowed(wanted) : wanted;
		const jobs = inTurns(planned.map((one) => one.jobs));
		if (jobs.length === 0) return {
			runs,
			ended: "complete"
		};
		const may = asked ? deps.mayAsk(countReplies(jobs), jobs) : "complete";
		if (may !== "complete") return {
			runs,
			ended: may
		};
		const { trials, ended: cut } = deps.own.withoutCut(await runJobs(jobs, deps), planned, !asked);
		if (cut !== "complete" && asked) return {
			runs,
			ended: cut
		};
		const added = Map.groupBy(trials, ([job]) => job.cell);
		const extend = (held) => {
			const more = added.get(held.cell)?.map(([, trial]) => trial) ?? [];
			return more.length === 0 ? held : {
				...held,
				trials: [...held.trials, ...more]
			};
		};
		runs = runs.map((run) => ({
			...run,
			cells: run.cells.map(extend)
		}));
		if (cut !== "complete") return {
			runs,
			ended: cut
		};
	}
}
async function jobsOf$1(run, gate, { deciding, breathe }) {
	const plan = await deciding.planRound(await cellsOfRun(run, breathe), gate);
	if (plan.kind === "done") return [];
	const batches = Map.groupBy(plan.batches, (batch) => batch.case);
	const byKey = new Map(run.cells.map((held) => [keyOf(held.cell.row, held.cell.exam.key), held]));
	return [...batches.values()].flat().flatMap((batch) => {
		const held = byKey.get(keyOf(batch.row, batch.case));
		if (held === void 0) return [];
		return Array.from({ length: batch.trials }, (_, at) => ({
			cell: held.cell,
			trial: held.trials.length + at,
			round: plan.round,
			uniform: batch.uniform
		}));
	});
}
function keyOf(row, key) {
	return JSON.stringify([row, key]);
}
function inTurns(lists) {
	const longest = Math.max(0, ...lists.map((list) => list.length));
	return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
async function cellsOfRun({ cells }, breathe) {
	const seen = [];
	for (const held of cells) {
		seen.push(cellOf(held));
		await breathe();
	}
	return seen;
}

// src/app/review/ask-withheld.ts
async function askWithheld(results, globs, gateOf, deps) {
	const notes = [];
	const told = [];
	for (const result of results) {
		const { path } = result.run.design.change;
		const cells = isNamedBy(path, globs) ? result.run.cells.flatMap(withheldOf) : [];
		const compared = cells.length === 0 ? void 0 : await compareWithheld(result, cells, gateOf, deps);
		if (compared === "left out") notes.push(wordLeftOut(path));
		told.push(compared === void 0 || compared === "left out" ? result : {
			...result,
			withheld: compared
		});
	}
	return {
		results: told,
		notes
	};
}
function withheldOf(held) {
	const { new: request, scenario, exam, skills } = held.cell;
	if (request === void 0 || scenario !== void 0 || exam.golden.earlier !== void 0 || skills !== void 0) return [];
	const [instructions, ...rest] = request.messages;
	if (instructions?.role !== "system" || rest.length === 0) return [];
	const without = {
		...request,
		messages: rest
	};
	const comparison = hash(["withheld", held.cell.comparison]);
	const asked = {
		...exam,
		family: "base"
	};
	return [{
		held,
		cell: {
			...held.cell,
			exam: asked,
			old: request,
			new: without,
			identical: false,
			comparison
		}
	}];
}
async function compareWithheld({ run }, cells, gateOf, deps) {
	const { alpha, tolerance, margin, repeats, sampling, trials: most } = gateOf(run.design.change);
	const gate = {
		alpha,
		tolerance,
		margin,
		sampling,
		trials: most,
		...repeats !== void 0 && { repeats },
		cases: "block",
		metrics: {}
	};
	const jobs = new Map(cells.flatMap(({ held, cell }) => firstRound(held).map((trial) => [jobOf(cell, trial), trial])));
	const alone = [...jobs.keys()];
	if (deps.mayAsk(countReplies(alone), alone) !== "complete") return "left out";
	const { trials, ended } = await runJobs(alone, deps);
	if (ended !== "complete") return "left out";
	const begun = cells.map(({ cell }) => {
		return {
			cell,
			trials: [...trials].filter(([job]) => job.cell.comparison === cell.comparison && job.cell.row === cell.row).flatMap(([job, { new: without }]) => {
				const before = jobs.get(job);
				return before === void 0 ? [] : [{
					round: 1,
					uniform: true,
					trial: job.trial,
					old: before.new,
					new: without
				}];
			})
		};
	});
	const all = (await runRounds([{
		design: {
			...run.design,
			cells: cells.map(({ cell }) => cell)
		},
		cells: begun
	}], () => gate, deps)).runs.flatMap((one) => one.cells.map(cellOf));
	return (await deps.deciding.compareRows(all, gate)).rows;
}
function firstRound({ trials }) {
	return trials.filter(({ round, uniform, diagnosis }) => round === 1 && uniform && diagnosis !== true);
}
function jobOf({ old: _, ...cell }, { trial }) {
	return {
		cell,
		trial,
		round: 1,
		uniform: true
	};
}
function wordLeftOut(path) {
	return `What \`${path}\` adds was not asked: what is left of \`max-calls\`, \`max-cost\` and \`timeout\` did not allow for it.`;
}

// src/core/scoring/compare-pair.ts
function comparePair(pair) {
	const { golden, kinds, answers } = pair;
	const results = golden.checks.flatMap((check) => {
		const compare = kinds.get(check.kind)?.compare;
		if (compare === void 0) return [];
		const prefix = `${check.kind} ${check.name}/`;
		const { argument, options } = check;
		const texts = options["turn"] === "last" ? pair.last ?? pair.texts : pair.texts;
		return [{
			check,
			prefix,
			result: compare({
				argument,
				options,
				golden,
				texts,
				answers: answersUnder(prefix, answers)
			})
		}];
	});
	const askings = results.flatMap(({ prefix, result }) => result.kind === "ask" ? asAskings(prefix, result.questions, answers) : []);
	if (askings.length > 0) return {
		kind: "ask",
		askings
	};
	return {
		kind: "scores",
		scores: results.map(({ check, result }) => pairScore(check.name, result))
	};
}
function pairScore(check, result) {
	switch (result.kind) {
		case "compared": return {
			kind: "compared",
			check,
			outcome: result.outcome,
			reason: result.reason
		};
		case "unscored": return {
			kind: "unscored",
			check,
			why: result.why
		};
		case "ask": return {
			kind: "unscored",
			check,
			why: "it asks for what was answered already"
		};
	}
}

// src/app/review/compare-pairs.ts
async function comparePairs(run, deps) {
	const compareCell = async (held) => ({
		...held,
		trials: await Promise.all(held.trials.map((trial) => compareTrial(held.cell, trial, deps)))
	});
	return {
		...run,
		cells: await Promise.all(run.cells.map(compareCell))
	};
}
async function compareTrial(cell, trial, deps) {
	const { old: before, new: after, uniform } = trial;
	const { golden } = cell.exam;
	const { kinds } = deps;
	const wanted = golden.checks.filter(({ kind }) => kinds.get(kind)?.compare !== void 0);
	if (!uniform || cell.identical || before === void 0 || wanted.length === 0) return trial;
	const said = {
		old: saidIn(before, deps.ask),
		new: saidIn(after, deps.ask)
	};
	if (said.old === void 0 || said.new === void 0) {
		const why = "a reply is missing";
		return {
			...trial,
			pairs: wanted.map(({ name }) => ({
				kind: "unscored",
				check: name,
				why
			}))
		};
	}
	const texts = {
		old: said.old.whole,
		new: said.new.whole
	};
	const last = {
		old: said.old.last,
		new: said.new.last
	};
	const pairs = await askUntilDone((answers) => {
		const scoring = comparePair({
			golden,
			kinds,
			texts,
			last,
			answers
		});
		return scoring.kind === "scores" ? {
			kind: "done",
			result: scoring.scores
		} : scoring;
	}, deps);
	return {
		...trial,
		pairs
	};
}
function saidIn({ reply, conversation }, ask) {
	if (reply.kind === "failed") return void 0;
	const readText = (call) => ask.kept(call)?.text;
	if (conversation === void 0) {
		const text = readText(reply.call);
		return text === void 0 ? void 0 : {
			whole: text,
			last: text
		};
	}
	const transcript = readTranscript(conversation.turns, readText);
	return transcript === void 0 ? void 0 : {
		whole: wordTranscript(transcript),
		last: lastReply(transcript)
	};
}
function lastReply(transcript) {
	return transcript.findLast(({ role }) => role === "assistant")?.content ?? "";
}

// src/core/gate/plan-diagnosis.ts
const wanted = 5;
function planDiagnosis(judged, settings, limit) {
	const most = mostTrials(scheduleOf(settings, false));
	const fallen = judged.flatMap(({ comparison, verdict }, prompt) => verdict.verdict !== "regressed" || comparison.kind !== "both" ? [] : comparison.rows.flatMap(({ row, cases, repeats }) => cases.flatMap((one) => {
		const trials = Math.min(wanted, most - askedOf(one));
		const isKnown = repeats > 0 && one.old.of > 1 && one.new.of > 1;
		return one.state === "fell" && trials > 0 && !isKnown ? [{
			prompt,
			row,
			one,
			trials
		}] : [];
	})));
	return [...Map.groupBy(fallen, ({ prompt, one }) => JSON.stringify([prompt, one.case])).values()].toSorted((a, b) => deepest(a.map(({ one }) => one)) - deepest(b.map(({ one }) => one))).slice(0, limit).flatMap((held) => held.map(({ prompt, row, one, trials }) => ({
		prompt,
		row,
		case: one.case,
		trials
	})));
}
function deepest(cases) {
	return Math.min(...cases.map(({ delta }) => delta ?? 0));
}
function askedOf({ old, new: now }) {
	return Math.max(old.of + old.missing, now.of + now.missing);
}

// src/app/review/diagnose.ts
async function diagnose(results, gate, limit, deps) {
	const planned = planDiagnosis(results, gate, limit);
	const jobs = planned.flatMap((one) => jobsOf(one, results));
	if (jobs.length === 0) return {
		results,
		notes: []
	};
	const may = deps.mayAsk(countReplies(jobs), jobs);
	const asked = may === "complete" ? await runJobs(jobs, deps) : {
		trials: /* @__PURE__ */ new Map(),
		ended: may
	};
	if (asked.ended !== "complete") return {
		results,
		notes: [leftOut(planned.length)]
	};
	const byCell = Map.groupBy(asked.trials, ([job]) => job.cell);
	const named = results.map((result, prompt) => {
		const here = planned.filter((one) => one.prompt === prompt);
		return here.length === 0 ? result : name(result, here, byCell);
	});
	const cases = new Set(planned.map((one) => JSON.stringify([one.prompt, one.case]))).size;
	return {
		results: named,
		notes: [`${cases} ${cases === 1 ? "case that fell was" : "cases that fell were"} asked again once the verdict stood, to name ${cases === 1 ? "it" : "them"}: no test saw these replies.`]
	};
}
function jobsOf({ prompt, row, case: key, trials }, results) {
	const result = results[prompt];
	const held = result?.run.cells.find(({ cell }) => cell.row === row && cell.exam.key === key);
	if (result === void 0 || held === void 0) return [];
	const round = result.comparison.rounds + 1;
	return Array.from({ length: trials }, (_, at) => ({
		cell: held.cell,
		trial: held.trials.length + at,
		round,
		uniform: false
	}));
}
function name(result, planned, trials) {
	const cells = result.run.cells.map((held) => {
		const more = trials.get(held.cell)?.map(([, trial]) => ({
			...trial,
			diagnosis: true
		})) ?? [];
		return more.length === 0 ? held : {
			...held,
			trials: [...held.trials, ...more]
		};
	});
	const rows = result.comparison.rows.map((row) => ({
		...row,
		cases: row.cases.map((one) => {
			const asked = planned.find((cell) => cell.row === row.row && cell.case === one.case);
			const held = cells.find(({ cell }) => cell.row === row.row && cell.exam.key === one.case);
			return asked === void 0 || held === void 0 ? one : diagnosedCase(one, cellOf(held), asked.trials);
		})
	}));
	return {
		...result,
		run: {
			...result.run,
			cells
		},
		comparison: {
			...result.comparison,
			rows
		}
	};
}
function leftOut(cells) {
	return `What fell without proof was not asked again to name it: what is left of \`max-calls\`, \`max-cost\` and \`timeout\` did not allow for ${cells === 1 ? "one case" : `${cells} cases and models`}.`;
}

// src/app/review/own-budgets.ts
var OwnBudgets = class {
	#byPath;
	#asking;
	#settings;
	#stopped = /* @__PURE__ */ new Map();
	constructor(design, settings, asking) {
		const found = design.prompts.map(({ change }) => [change.path, ownBudgetOf(change, settings)]);
		this.#byPath = new Map(found.flatMap(([path, budget]) => budget === void 0 ? [] : [[path, budget]]));
		this.#asking = asking;
		this.#settings = settings;
	}
	askOf(path, ask) {
		const budget = this.#byPath.get(path)?.at;
		return budget === void 0 ? ask : {
			...ask,
			reply: (call) => ask.reply({
				...call,
				budget
			})
		};
	}
	mayAsk(jobs) {
		return [...this.#inBudgets(jobs, ({ cell }) => cell.prompt)].some(([budget, held]) => this.#asking.wouldBreak(budget.at, countReplies(held)) !== void 0) ? "budget" : "complete";
	}
	isStopped({ design }) {
		return this.#stopped.has(design);
	}
	allowed(planned) {
		for (const [budget, held] of this.#inBudgets(planned, ({ run }) => run.design.change.path)) {
			const wanted = held.filter(({ jobs }) => jobs.length > 0);
			const limit = this.#asking.wouldBreak(budget.at, countReplies(wanted.flatMap(({ jobs }) => jobs)));
			if (limit !== void 0) for (const { run } of wanted) this.#stopped.set(run.design, limit);
		}
		const { replay } = this.#asking;
		for (const { run, jobs } of planned) {
			const { path } = run.design.change;
			const limit = replay?.stoppedAt(path, jobs, this.#settings);
			if (limit !== void 0 && this.#byPath.get(path)?.[limit] !== void 0) this.#stopped.set(run.design, limit);
		}
		return planned.filter(({ run }) => !this.isStopped(run));
	}
	withoutCut({ trials, ended }, planned, isFirst) {
		if (ended !== "budget") return {
			trials,
			ended
		};
		const cut = /* @__PURE__ */ new Set();
		for (const { run, jobs } of planned) {
			const budget = this.#byPath.get(run.design.change.path);
			const limit = budget === void 0 ? void 0 : this.#asking.wouldBreak(budget.at, 0);
			const asked = jobs.flatMap((job) => trials.get(job) ?? []);
			if (limit === void 0 || endingOf(asked) !== "budget") continue;
			this.#stopped.set(run.design, limit);
			for (const job of jobs) cut.add(job);
		}
		const others = [...trials].filter(([job]) => !cut.has(job));
		return {
			trials: isFirst ? trials : new Map(others),
			ended: endingOf(others.map(([, trial]) => trial))
		};
	}
	groups(results) {
		return [...Map.groupBy(results, ({ run }) => this.#byPath.get(run.design.change.path)?.at).values()];
	}
	told(result) {
		const { design } = result.run;
		const of = this.#stopped.get(design);
		const budget = this.#byPath.get(design.change.path);
		const limit = of === void 0 ? void 0 : budget?.[of];
		if (of === void 0 || budget === void 0 || limit === void 0) return result;
		const { paths } = budget;
		const verdict = withReasons(result.verdict, ({ row }) => [{
			kind: "own-budget",
			row,
			of,
			limit,
			paths
		}]);
		return {
			...result,
			verdict
		};
	}
	#inBudgets(all, pathOf) {
		const byNumber = /* @__PURE__ */ new Map();
		for (const one of all) {
			const budget = this.#byPath.get(pathOf(one));
			if (budget === void 0) continue;
			const group = byNumber.get(budget.at) ?? {
				budget,
				held: []
			};
			group.held.push(one);
			byNumber.set(budget.at, group);
		}
		return new Map([...byNumber.values()].map(({ budget, held }) => [budget, held]));
	}
};

// src/app/review/reasons-beside-tests.ts
function toldOthers(result) {
	const others = result.run.design.otherQuestions ?? [];
	if (others.length === 0) return result;
	const names = (of) => [...new Set(others.flatMap((one) => one[of]))];
	const cases = others.map((one) => one.case);
	const verdict = withReasons(result.verdict, ({ row }) => [{
		kind: "other-question",
		row,
		cases,
		dropped: names("dropped"),
		brought: names("brought")
	}]);
	return {
		...result,
		verdict
	};
}
const mostCalls = 20;
function toldUnanswered(result) {
	const verdict = withReasons(result.verdict, ({ row }) => {
		const made = result.run.cells.flatMap(({ cell, trials }) => cell.row !== row ? [] : trials.flatMap((trial) => unansweredIn(trial, cell.exam.key)));
		const calls = [...Map.groupBy(made, (call) => JSON.stringify(call)).values()].flatMap((held) => held[0] === void 0 ? [] : [{
			...held[0],
			replies: held.length
		}]);
		const inOrder = [...calls.filter(({ side }) => side === "new"), ...calls.filter(({ side }) => side === "old")];
		return calls.length === 0 ? [] : [{
			kind: "no-result",
			row,
			calls: inOrder.slice(0, mostCalls),
			of: calls.length
		}];
	});
	return {
		...result,
		verdict
	};
}
function toldOutOfSteps(result) {
	const verdict = withReasons(result.verdict, ({ row }) => {
		const cases = result.run.cells.filter(({ cell }) => cell.row === row).flatMap(({ cell, trials }) => {
			const ended = (side) => trials.some((trial) => trial[side]?.conversation?.end === "max-steps");
			return ended("new") && !cell.identical && cell.old !== void 0 && !ended("old") ? [cell.exam.key] : [];
		});
		return cases.length === 0 ? [] : [{
			kind: "out-of-steps",
			row,
			cases
		}];
	});
	return {
		...result,
		verdict
	};
}
function unansweredIn(trial, key) {
	return sides.flatMap((side) => (trial[side]?.conversation?.unanswered ?? []).map(({ name, arguments: written }) => ({
		case: key,
		side,
		name,
		arguments: written
	})));
}

// src/app/review/renew-old-replies.ts
async function renewOldReplies(run, requests, runSide) {
	const wanted = new Set(requests.map(({ row, case: key, round, uniform }) => JSON.stringify([
		row,
		key,
		round,
		uniform
	])));
	const renew = async ({ cell, trials }) => ({
		cell,
		trials: await Promise.all(trials.map(async (trial) => {
			const { round, uniform, oldKept, ...rest } = trial;
			if (!wanted.has(JSON.stringify([
				cell.row,
				cell.exam.key,
				round,
				uniform
			])) || oldKept !== true) return trial;
			return {
				...rest,
				round,
				uniform,
				old: await runSide({
					cell,
					side: "old",
					trial: trial.trial,
					fresh: true
				})
			};
		}))
	});
	return {
		...run,
		cells: await Promise.all(run.cells.map(renew))
	};
}

// src/app/review/share-reference.ts
function sharingReference(run) {
	const asked = /* @__PURE__ */ new Map();
	return (given) => {
		const { cell, side, trial, fresh } = given;
		if (side === "new") return run(given);
		const key = JSON.stringify([
			cell.prompt,
			cell.comparison,
			trial,
			fresh
		]);
		const known = asked.get(key);
		if (known !== void 0) return known;
		const answer = run(given).then((answered) => {
			if (answered.reply.kind === "failed") asked.delete(key);
			return answered;
		});
		asked.set(key, answer);
		return answer;
	};
}
async function runCheapestFirst(begun, gateOf, deps) {
	const { runs: first, ended } = await runRounds(begun, gateOf, deps);
	let runs = first;
	let last = ended;
	for (let going = runs.length - 1; last === "budget" && going > 0; going--) {
		const next = await runRounds(runs.slice(0, going), gateOf, deps);
		runs = [...next.runs, ...runs.slice(going)];
		last = next.ended;
	}
	return {
		runs,
		ended: last === "complete" ? ended : last
	};
}

// src/app/review/ask-and-judge.ts
async function askAndJudge(design, settings, kinds, asking, progress, now) {
	const { replay } = asking;
	const gate = gateOf(design, settings);
	const render = createRenderPrompt(asking.sandbox);
	const since = now - settings.baselineAgeMs;
	const ask = settings.mode === "check" || settings.mode === "portability" ? askAnew(asking.ask, since) : asking.ask;
	const sideDeps = {
		ask,
		roles: rolesOf(settings),
		kinds,
		votes: settings.judge?.votes ?? 1,
		priceOf: asking.priceOf,
		sandbox: asking.sandbox,
		messagesAfter: (cell, side, golden, said) => {
			const prompt = design.prompts.find(({ change }) => change.path === cell.prompt)?.change[side];
			if (prompt === void 0) throw new Error(`${cell.prompt} has no ${side} side to ask`);
			return messagesOf(prompt, golden, render, said);
		},
		...settings.baselineAgeMs > 0 && settings.mode !== "portability" ? { notBefore: since } : {}
	};
	const own = new OwnBudgets(design, settings, asking);
	const depsOf = (path) => ({
		...sideDeps,
		ask: own.askOf(path, ask)
	});
	const run = (asked) => replay?.runSide(asked, settings, sideDeps) ?? runSide(asked, depsOf(asked.cell.prompt));
	const deps = {
		runSide: settings.mode === "portability" ? sharingReference(run) : run,
		mayAsk: (replies, jobs) => {
			if (replay !== void 0) return replay.mayAsk(jobs, settings);
			const may = asking.mayAsk(replies);
			return may === "complete" ? own.mayAsk(jobs) : may;
		},
		own,
		expect: asking.expect,
		width: windowsOf * settings.concurrency,
		breathe: asking.breathe,
		deciding: asking.deciding
	};
	const begun = [];
	for (const one of design.prompts) begun.push(await recallAll(one, settings, asking));
	const { runs, ended } = await (settings.mode === "portability" ? runCheapestFirst : runRounds)(begun, gate, deps);
	const stopped = asking.stopped();
	const cells = runs.flatMap((run) => run.cells);
	const measured = replay === void 0 ? await measureJudge(cells, settings, ended, {
		...sideDeps,
		mayAsk: asking.mayAsk
	}) : replay.judge;
	const stoppedSince = new Set(asking.stopped().filter((why) => !stopped.includes(why)));
	const decisive = withoutDoubted(gate, measured);
	const settled = decisive === gate ? runs : (await runRounds(runs, decisive, deps)).runs;
	const judged = [];
	for (const run of settled) judged.push(toldOthers(await judge(run, decisive, deps)));
	const allowed = settings.examChanges === "allow";
	const taken = judged.map((result) => replay?.withOwnEdits(result, settings));
	const asBase = [];
	for (const group of own.groups(judged.filter((_, at) => taken[at] === void 0))) asBase.push(...await askAsBaseHadIt(group, {
		trials: settings.trials,
		allowed
	}, deps));
	const held = judged.map((result, at) => {
		return taken[at] ?? asBase.find(({ run }) => run.design === result.run.design) ?? result;
	});
	const named = [];
	for (const group of own.groups(held)) named.push(await diagnose(group, settings, settings.diagnose, deps));
	const isAsked = replay === void 0 && settings.mode === "review" && ended === "complete";
	const withheld = await askWithheld(named.flatMap(({ results: all }) => all), isAsked ? settings.withheldGlobs : [], gate, deps);
	const results = [];
	for (const result of withheld.results) {
		const run = replay?.withPairs(result.run) ?? await comparePairs(result.run, depsOf(result.run.design.change.path));
		results.push({
			...own.told(toldOutOfSteps(toldUnanswered(result))),
			run,
			...settings.mode === "review" && await qualityOf(result, gate(result.run.design.change), asking)
		});
	}
	progress.end();
	const unkept = replay === void 0 && settings.mode !== "portability" ? await keepScores(results, now, asking) : [];
	await asking.breathe();
	const problems = [
		...asking.stopped().filter((why) => !stoppedSince.has(why)).map((what) => ({
			reason: "provider",
			what
		})),
		...replay?.missing() ?? [],
		...settings.servedModel === "block" ? asking.spent().served.flatMap(problemsOfServed) : []
	];
	const notes = [
		...named.flatMap((one) => one.notes),
		...withheld.notes,
		...measured?.notes ?? [],
		...unkept
	];
	const stoppedBy = asking.stoppedBy(ended);
	return {
		results,
		ended,
		...stoppedBy === void 0 ? {} : { stoppedBy },
		problems,
		notes,
		...measured === void 0 ? {} : { judge: measured.judge }
	};
}
async function recallAll(design, settings, { history, breathe, replay }) {
	const cells = [];
	for (const cell of design.cells) {
		cells.push(replay?.recall(cell, settings) ?? recall(cell, history));
		await breathe();
	}
	return {
		design,
		cells
	};
}
const effort = 1 / 4;
async function qualityOf({ run, comparison }, gate, { deciding, ...past }) {
	if (comparison.kind !== "both") return {};
	const kept = await keptCases(run.cells.map(({ cell }) => cell), past, ({ comparison: own }) => own);
	const quality = await deciding.measureGate(kept, gate, effort);
	return quality.measured === null ? {} : { quality };
}
const windowsOf = 8;
function withoutDoubted(gateOf, measured) {
	const { advise, doubted = [] } = measured ?? {};
	if ((advise?.size ?? 0) + doubted.length === 0) return gateOf;
	return (change) => {
		const gate = gateOf(change);
		return {
			...gate,
			...doubted.length === 0 ? {} : { doubted },
			metrics: Object.fromEntries(Object.entries(gate.metrics).filter(([name]) => advise?.has(name) !== true))
		};
	};
}
async function judge(run, gateOf, deps) {
	const gate = gateOf(run.design.change);
	const comparison = await deps.deciding.compareRows(await cellsOfRun(run, deps.breathe), gate);
	if (comparison.needsFresh.length === 0) return {
		run,
		comparison,
		verdict: decideVerdict(comparison, gate)
	};
	const renewed = await renewOldReplies(run, comparison.needsFresh, deps.runSide);
	const { runs } = await runRounds([renewed], gateOf, {
		...deps,
		runSide: (asked) => deps.runSide({
			...asked,
			fresh: asked.side === "old"
		})
	});
	const [gone = renewed] = runs;
	const fresh = await deps.deciding.compareRows(await cellsOfRun(gone, deps.breathe), gate);
	return {
		run: gone,
		comparison: fresh,
		verdict: decideVerdict(comparison, gate, fresh)
	};
}
function problemsOfServed({ asked, others = [], replies = 0 }) {
	return others.map((other) => ({
		reason: "provider",
		what: `\`${asked}\` was answered by \`${other.model}\` in ${other.replies} of ${replies} replies.`,
		fix: "Ask for the model that answers, or set `gate.served-model: warn`."
	}));
}

// src/app/review/decide-by-other-gate.ts
async function decideByOtherGate(results, { design, settings, other }, { deciding, breathe }) {
	const rulesOf = gateOf(design, {
		...settings,
		gate: other.gate,
		overrides: other.overrides
	});
	const changed = [];
	const verdicts = [];
	for (const { run, verdict } of results) {
		const gate = rulesOf(run.design.change);
		const there = decideVerdict(await deciding.compareRows(await cellsOfRun(run, breathe), gate), gate);
		verdicts.push(there);
		const { path } = run.design.change;
		if (there.verdict !== verdict.verdict) changed.push(`\`${path}\` ${verdict.verdict} → ${there.verdict}`);
	}
	const whose = other.which === "new" ? "the new gate" : "the gate as it was";
	const isOpen = (all, { failOn }) => !all.some(({ verdict, rows }) => failOn.includes(worst([verdict, ...rows.map((row) => row.verdict)])));
	const [here, there] = [isOpen(results.map(({ verdict }) => verdict), settings), isOpen(verdicts, other)];
	const blocked = here === there ? "" : `, and the merge would ${there ? "not " : ""}be blocked`;
	if (changed.length === 0) return `By ${whose} the same replies come to the same ${results.length === 1 ? "verdict" : "verdicts"}${blocked}.`;
	return `By ${whose} the same replies would come to another verdict: ${changed.join(", ")}${blocked}.`;
}

// src/app/review/judge-design.ts
async function judgeDesign(asked, notes, ports) {
	let asking;
	try {
		asking = await ports.openAsking(asked.settings, asked.estimate.high.calls);
		return await judgeAsked(asked, notes, asking, ports);
	} catch (fault) {
		if (!(fault instanceof CancelledError)) throw fault;
		return {
			results: [],
			ended: "cancelled",
			problems: [{
				reason: "provider",
				what: "The run was cancelled before its replies were judged.",
				fix: "Run the review again: what was answered is kept."
			}],
			notes,
			spent: withEstimate(asking?.spent() ?? nothingSpent, asked.estimate)
		};
	}
}
async function judgeAsked({ design, estimate, settings, otherGate }, told, asking, ports) {
	const now = ports.clock.now();
	const notBefore = settings.baselineAgeMs > 0 ? now - settings.baselineAgeMs : void 0;
	const kept = await countKept(design, gateOf(design, settings), {
		ask: asking.ask,
		notBefore,
		...ports
	});
	if (ports.asksNothing !== true) {
		ports.progress.say(wordEstimate(estimate, kept));
		ports.progress.forecast?.(wordForecast(estimate, kept));
	}
	const { results, notes, ...rest } = await askAndJudge(design, settings, checkKinds, {
		...ports,
		...asking
	}, ports.progress, now);
	const elsewhere = otherGate === void 0 || results.length === 0 ? [] : [await decideByOtherGate(results, {
		design,
		settings,
		other: otherGate
	}, ports)];
	return {
		...rest,
		results: settings.mode === "check" ? results.map(toldFailing) : results,
		notes: [
			...told,
			...elsewhere,
			...notes,
			...asking.notes()
		],
		spent: ports.asksNothing === true ? asking.spent() : withEstimate(asking.spent(), estimate),
		readSaid: (call) => asking.ask.kept(call),
		...asking.past === void 0 ? {} : { past: asking.past }
	};
}
function toldFailing(result) {
	return {
		...result,
		verdict: tellFailing(result.comparison, result.verdict)
	};
}
function withEstimate(spent, { low, usual, high }) {
	return {
		...spent,
		calls: {
			...spent.calls,
			planned: {
				low: Math.round(low.calls),
				usual: Math.round(usual.calls),
				high: Math.round(high.calls)
			}
		},
		costUsd: {
			...spent.costUsd,
			...isPriced(high) ? {
				estimated: usual.usualUsd,
				estimatedMost: high.usualUsd
			} : {},
			...byModel(spent.costUsd.models, {
				usual,
				high
			})
		}
	};
}
function byModel(billed = [], { usual, high }) {
	const actual = new Map(billed.map((one) => [one.model, one.actual]));
	const models = [.../* @__PURE__ */ new Set([...high.models.keys(), ...actual.keys()])].map((model) => {
		const [expected, worst, paid] = [
			usual.models.get(model),
			high.models.get(model),
			actual.get(model)
		];
		return {
			model,
			...expected === void 0 ? {} : { estimated: expected.usualUsd },
			...worst === void 0 ? {} : { worst: worst.mostUsd },
			...paid === void 0 ? {} : { actual: paid }
		};
	});
	return models.length === 0 ? {} : { models };
}
async function countKept(design, gate, { ask, notBefore, breathe }) {
	let [kept, of] = [0, 0];
	for (const { change, cells } of design.prompts) {
		const forecast = forecastRounds(cells.map((cell) => cellOf({
			cell,
			trials: []
		})), gate(change));
		for (const [index, cell] of cells.entries()) {
			const replies = forecast.cells[index]?.low ?? 0;
			kept += keptOf(cell, replies);
			of += replies;
			await breathe();
		}
	}
	return {
		kept,
		of
	};
	function keptOf(cell, replies) {
		const { earlier, tools } = cell.exam.golden;
		if (cell.scenario !== void 0 || earlier !== void 0 || tools !== void 0) return 0;
		const sides = ["old", "new"].filter((side) => cell[side] !== void 0 && !(cell.identical && side === "old"));
		const trials = replies / Math.max(1, sides.length);
		let kept = 0;
		for (const side of sides) {
			const request = cell[side];
			if (request === void 0) continue;
			for (let trial = 0; trial < trials; trial++) {
				const call = callOfSide({
					cell,
					side,
					trial,
					fresh: false
				}, request, notBefore);
				const shared = call.baseline === void 0 ? call : {
					...baselineCall(call, call.baseline.copy),
					notBefore: call.baseline.notBefore
				};
				if (ask.isKept(call) || ask.isKept(shared)) kept++;
			}
		}
		return kept;
	}
}

export { withheldFromFork as a, boundCases as c, gateOf as i, withEstimate as n, findEndings as o, countCompared as r, wordEndings as s, judgeDesign as t };