import { t as assembleReport } from "./assemble-report.js";
import { r as partOf } from "./part-value.js";
import { a as wordNotRun, i as withoutFaulty, n as setAsideLines, o as decideBudget, r as tellUnrendered, t as setAside } from "./set-aside.js";
import { r as findUnpriced } from "./prices.js";
import { a as showProblem, t as ProblemError } from "./problem.js";
import { t as checkKinds } from "./scorers.js";
import { a as withheldFromFork, c as boundCases, i as gateOf, n as withEstimate, s as wordEndings, t as judgeDesign } from "./judge-design.js";
import { i as modelChoices, o as createRenderPrompt, s as designReview } from "./design-judged.js";
import { r as fingerprintOf } from "./replay-marks.js";
import { o as scenarioOf, r as loadChecks } from "./named-checks.js";
import { i as versionOfPrograms } from "./program-files.js";
import { r as nothingSpent } from "./empty-report.js";
import { s as isPriced } from "./requests-of-cell.js";
import { t as brokenOf } from "./prompt-change.js";
import { i as ownBudgets, o as settingsFor, r as ownBudgetOf } from "./override-settings.js";
import { n as wordEstimate, t as estimateReview } from "./estimate-review.js";
import { t as checkNeeds } from "./missing-roles.js";
import { t as hash } from "./hash.js";

// src/core/assemble/with-thumbnails.ts
const mostBytes = 65536;
const mostTogether = 1048576;
function withThumbnails(report, held) {
	let together = 0;
	const pictures = /* @__PURE__ */ new Map();
	for (const value of report.prompts.flatMap(({ exam }) => exam.flatMap(({ vars }) => Object.values(vars)))) {
		const part = partOf(value);
		if (part?.kind !== "image" || part.source.kind === "url") continue;
		const { sha256 = "", bytes = 0, mediaType } = part.source;
		const base64 = pictures.has(sha256) || bytes > mostBytes || together + bytes > mostTogether ? "" : held.find(sha256);
		if (base64 === void 0 || base64 === "") continue;
		together += bytes;
		pictures.set(sha256, `data:${mediaType};base64,${base64}`);
	}
	return pictures.size === 0 ? report : {
		...report,
		pictures: Object.fromEntries(pictures)
	};
}

// src/app/review/fit-budget.ts
function fitBudget(design, fits, isOptional) {
	const optional = design.prompts.filter(isOptional).toSorted((a, b) => a.cells.length - b.cells.length);
	if (optional.length === 0 || fits(design)) return {
		design,
		left: []
	};
	const own = design.prompts.filter((prompt) => !isOptional(prompt));
	const withFirst = (count) => ({
		...design,
		prompts: [...own, ...optional.slice(0, count)]
	});
	let [least, most] = [0, optional.length];
	while (least < most) {
		const middle = Math.ceil((least + most) / 2);
		if (fits(withFirst(middle))) least = middle;
		else most = middle - 1;
	}
	return {
		design: withFirst(least),
		left: optional.slice(least)
	};
}
function fitOwnBudgets(design, settings, first) {
	const broken = [...Map.groupBy(design.prompts, ({ change }) => ownBudgetOf(change, settings)?.at).values()].flatMap((prompts) => {
		const budget = prompts[0] === void 0 ? void 0 : ownBudgetOf(prompts[0].change, settings);
		if (budget === void 0) return [];
		const limits = {
			calls: budget.calls ?? Number.POSITIVE_INFINITY,
			usd: budget.usd ?? Number.POSITIVE_INFINITY
		};
		const part = {
			...design,
			prompts
		};
		const { left } = fitBudget(part, (some) => decideBudget(first(some), limits) === void 0, () => true);
		const problem = wordOwn(first(part), budget, [prompts.length, settings.configFile]);
		return left.map((one) => ({
			prompt: one,
			broken: brokenOf(one.change, [problem])
		}));
	});
	const gone = new Set(broken.map(({ prompt }) => prompt));
	const prompts = design.prompts.filter((prompt) => !gone.has(prompt));
	return {
		design: gone.size === 0 ? design : {
			...design,
			prompts
		},
		broken: broken.map((one) => one.broken)
	};
}
function wordOwn({ calls, usualUsd }, budget, [count, file]) {
	const globs = budget.paths.map((glob) => `\`${glob}\``).join(", ");
	const [key, needed, allowed] = budget.calls !== void 0 && calls > budget.calls ? [
		"calls",
		`${Math.round(calls)} calls`,
		`${budget.calls} calls`
	] : [
		"usd",
		`about $${(Math.ceil(usualUsd * 100) / 100).toFixed(2)}`,
		`$${(budget.usd ?? 0).toFixed(2)}`
	];
	return {
		reason: "budget",
		what: `The budget of the \`overrides\` for ${globs} is ${allowed}, and ${count === 1 ? "its first round" : `the first round of the ${count} prompts that share it`} needs ${needed}.`,
		fix: `Raise \`budget.${key}\` of that entry in ${file}, or ask less: fewer cases (tags), or fewer of these prompts at a time.`
	};
}
function fitCases(changes, settings) {
	if (boundCases(changes, withModels(settings)) === void 0) return changes;
	const sorted = changes.toSorted((a, b) => a.exam.cases.length - b.exam.cases.length);
	const most = sorted.findIndex((_, index) => boundCases(sorted.slice(0, index + 1), withModels(settings)) !== void 0);
	return most <= 0 ? changes : changes.filter((change) => sorted.indexOf(change) < most);
}
function crowdedOut({ path, exam }) {
	return {
		path,
		why: "budget",
		detail: `${exam.cases.length} cases`
	};
}
function wordLeft([left, all], first, budget) {
	const cost = first === void 0 || !isPriced(first) ? "" : `, about $${first.usualUsd.toFixed(2)},`;
	return {
		reason: "budget",
		what: `${left} of ${all} prompts were not checked:${first === void 0 ? "" : ` all of them need ${Math.round(first.calls)} calls${cost} in the first round alone, and`} ${budget.calls} calls and $${budget.usd.toFixed(2)} are allowed.`,
		fix: "Raise max-calls or max-cost, or check fewer prompts at a time (`check FILE`)."
	};
}
function beyondBudget({ change, rows }) {
	return {
		path: change.path,
		why: "budget",
		detail: rows.map(({ id }) => id).join(", ")
	};
}
function withModels(settings) {
	const { models, maxCalls } = settings;
	return {
		models,
		maxCalls,
		modelsOf: (change) => settingsFor(change, settings).models
	};
}

// src/app/review/design-prompts.ts
async function designPrompts(read, given) {
	const { ports, pull, settings } = given;
	ports.expect(fewestCalls(read.changes, settings));
	const unguarded = new Set(read.unreviewed.map(({ path }) => path));
	await loadChecks(read.changes.flatMap(({ exam }) => exam.cases.map(({ golden }) => golden)), checkKinds, ports.words);
	const split = read.changes.filter((change) => change.new !== void 0 && !unguarded.has(change.path)).flatMap(setAsideLines).map(({ change, unreviewed: told }) => {
		const { change: kept, unreviewed: more } = setAside(change);
		return {
			change: kept,
			unreviewed: [...told, ...more]
		};
	});
	const found = split.map(({ change }) => change).filter(({ exam }) => exam.cases.length > 0);
	const guarded = settings.mode === "check" ? fitCases(found, settings) : found;
	const crowded = found.filter((change) => !guarded.includes(change));
	const removed = read.changes.filter((change) => change.new === void 0 && !unguarded.has(change.path)).map(({ path }) => `\`${path}\` was removed.`);
	const untold = read.changes.flatMap(({ path, new: next, notes }) => next === void 0 || guarded.some((one) => one.path === path) ? [] : notes.map((note) => `${path}: ${note}`));
	const beyond = boundCases(guarded, withModels(settings));
	const { design: designed, broken: unasked } = withoutFaulty(designReview(beyond === void 0 ? guarded : [], modelChoices(settings, read.exchange), createRenderPrompt(ports.sandbox), (golden) => scenarioOf(golden, checkKinds)));
	await ports.breathe();
	const broken = [...read.broken, ...unasked];
	const unreviewed = [
		...read.unreviewed,
		...read.unfollowed ?? [],
		...split.flatMap((one) => one.unreviewed),
		...designed.prompts.flatMap(tellUnrendered)
	];
	const wished = {
		...designed,
		prompts: designed.prompts.filter(({ change }) => change.exam.cases.length > 0)
	};
	const fork = withheldFromFork(wished, given);
	const asked = wished.prompts.flatMap(({ rows }) => rows.map(({ model }) => model.new));
	const endings = asked.length === 0 ? [] : wordEndings(asked, settings, given.startedAt);
	const facts = {
		tool: ports.tool,
		pull,
		startedAt: given.startedAt,
		fingerprint: fingerprintOf(wished, settings, {
			unreviewed: unreviewed.map(({ path, why }) => ({
				path,
				why
			})),
			removed: [...removed, ...read.told ?? []],
			broken: broken.map(({ path, problems }) => ({
				path,
				problems: problems.map(showProblem)
			})),
			withheld: [...new Set((fork ?? []).map(({ why }) => why)), ...pull.fork && settings.scorers.size > 0 ? ["scorers"] : []],
			programs: await versionOfPrograms(settings, () => ports.host.tree(pull.tip))
		}),
		settings,
		results: [],
		broken,
		unreviewed,
		problems: beyond === void 0 ? read.problems : [...read.problems, beyond],
		notes: [
			...given.notes,
			...read.told ?? [],
			...removed,
			...untold,
			...wordNotRun(read.changes, read.suiteNotes),
			...endings
		],
		ended: "complete",
		accepted: [],
		spent: nothingSpent,
		links: {},
		readSaid: () => void 0
	};
	await ports.breathe();
	const { otherGate } = read;
	return {
		wished,
		found,
		crowded,
		beyond,
		broken,
		unreviewed,
		fork,
		facts,
		...otherGate === void 0 ? {} : { otherGate }
	};
}
function fewestCalls(changes, { models, sampling, trials }) {
	return 2 * changes.reduce((sum, { exam }) => sum + exam.cases.length, 0) * Math.max(1, models.length) * (sampling === "fixed" ? trials : 1);
}

// src/app/review/remember-versions.ts
async function rememberVersions(report, design, past, now) {
	if (report.mode !== "review" || report.ended !== "complete") return report;
	const place = {
		sha: report.base.sha,
		at: now
	};
	const kept = [];
	const prompts = report.prompts.map((prompt) => {
		const old = design.prompts.find(({ change }) => change.path === prompt.path)?.change.old;
		if (old === void 0) return prompt;
		const version = versionOf(old);
		return {
			...prompt,
			models: prompt.models.map((row) => {
				const current = isMeasured(row) ? {
					...keptOf(prompt, row),
					...place,
					version
				} : void 0;
				if (current !== void 0) kept.push(current);
				const line = lineOf(prompt, row);
				const told = [...past.versions(line).filter((one) => current === void 0 || one.version !== version), ...current === void 0 ? [] : [current]];
				return told.length === 0 ? row : {
					...row,
					past: told.map(figuresOf)
				};
			})
		};
	});
	if (kept.length === 0) return {
		...report,
		prompts
	};
	try {
		await past.keepVersions(kept);
		return {
			...report,
			prompts
		};
	} catch (fault) {
		if (!(fault instanceof ProblemError)) throw fault;
		const note = `What the prompts came to is not kept for later reviews: ${fault.message}`;
		return {
			...report,
			prompts,
			notes: [...report.notes, note]
		};
	}
}
function versionOf({ messages, params, model, defaults, included }) {
	return hash({
		messages,
		params,
		model,
		defaults,
		included
	});
}
function lineOf({ path, previousPath = path }, { model }) {
	return hash([previousPath, model.old]);
}
function isMeasured({ verdict, score }) {
	return score.old !== null && (verdict === "pass" || verdict === "regressed" || verdict === "inconclusive");
}
function keptOf(prompt, row) {
	const { score, passRate, cost, spending } = row;
	return {
		line: lineOf(prompt, row),
		score: score.old,
		passRate: passRate.old,
		usd: cost.old,
		length: spending?.length.old ?? null
	};
}
function figuresOf({ at, sha, score, passRate, usd, length }) {
	return {
		at: new Date(at).toISOString(),
		sha,
		score,
		passRate,
		usd,
		length
	};
}

// src/app/review/show-stage.ts
function showPlan(design, settings, estimate) {
	const gate = gateOf(design, settings);
	const [first] = design.prompts;
	return {
		...first !== void 0 && { gate: gate(first.change) },
		...budgetsIn(design, settings),
		estimate: {
			first: showCost(estimate.first),
			low: showCost(estimate.low),
			high: showCost(estimate.high)
		},
		prompts: design.prompts.map(({ change, rows, cells }) => ({
			path: change.path,
			change: change.change,
			exam: change.exam.changed,
			rows,
			cells: cells.map(({ row, exam, identical, scenario, old: before, new: after }) => ({
				row,
				case: exam.key,
				family: exam.family,
				weight: exam.weight,
				identical,
				...scenario === void 0 ? {} : { scenario },
				requests: {
					old: before ?? null,
					new: after ?? null
				},
				checks: exam.golden.checks.map(({ name, required, weight }) => ({
					name,
					required,
					weight
				}))
			}))
		}))
	};
}
function budgetsIn({ prompts }, settings) {
	const held = ownBudgets(settings).flatMap((budget) => {
		const own = prompts.filter(({ change }) => ownBudgetOf(change, settings)?.at === budget.at);
		const { at: _, ...told } = budget;
		return own.length === 0 ? [] : [{
			...told,
			prompts: own.map(({ change }) => change.path)
		}];
	});
	return held.length === 0 ? {} : { budgets: held };
}
function showCost({ unpriced, byName, ...estimate }) {
	return {
		...estimate,
		unpriced: [...unpriced.keys()],
		byName: Object.fromEntries(byName)
	};
}
function showStage(stage, results) {
	return results.map((result) => ({
		path: result.run.design.change.path,
		...show[stage](result)
	}));
}
const show = {
	replies: ({ run }) => ({ cells: run.cells.map(({ cell, trials }) => ({
		row: cell.row,
		case: cell.exam.key,
		trials
	})) }),
	scores: ({ run }) => ({ cells: run.cells.map(({ cell, trials }) => ({
		row: cell.row,
		case: cell.exam.key,
		trials: trials.map(({ round, trial, old: before, new: after }) => ({
			round,
			trial,
			old: before?.score ?? null,
			new: after.score
		}))
	})) }),
	comparison: ({ comparison }) => ({ comparison }),
	verdict: ({ verdict }) => ({ verdict })
};

// src/app/review/judge-prompts.ts
async function judgePrompts(read, given) {
	const { request, pull, settings } = given;
	const designed = await designPrompts(read, given);
	const prepared = await prepareAsking(designed, given);
	if (prepared.kind === "settled") return prepared.result;
	const earlier = await request.findEarlier?.(designed.facts.fingerprint, pull, settings);
	return earlier === void 0 ? prepared.ask() : {
		...prepared.unasked,
		takenOver: earlier
	};
}
async function prepareAsking(designed, given) {
	const { wished, found, crowded, beyond, broken, unreviewed, fork, facts, otherGate } = designed;
	const { request, ports, pull, settings } = given;
	const { show } = request;
	const settled = (result) => ({
		kind: "settled",
		result
	});
	const told = (more, shown) => ({
		report: withThumbnails(assembleReport({
			...facts,
			...more
		}), ports.held),
		settings,
		pull,
		...shown === void 0 ? {} : { shown }
	});
	if (fork !== void 0) return settled(told({ unreviewed: [...unreviewed, ...fork] }));
	const needs = checkNeeds(wished, settings, checkKinds, (name) => ports.hasKey(settings, name));
	const costOf = await ports.loadPrices(settings);
	const problems = [
		...facts.problems,
		...needs,
		...findUnpriced(wished, settings, costOf)
	];
	const unlimited = {
		calls: Number.POSITIVE_INFINITY,
		usd: Number.POSITIVE_INFINITY
	};
	const budget = ports.asksNothing === true ? unlimited : {
		calls: settings.maxCalls,
		usd: settings.maxCostUsd
	};
	const estimates = /* @__PURE__ */ new Map();
	const estimateOf = (part) => {
		const estimate = estimates.get(part) ?? estimateReview(part, gateOf(part, settings), settings, checkKinds, costOf);
		estimates.set(part, estimate);
		return estimate;
	};
	const affordable = ports.asksNothing === true ? {
		design: wished,
		broken: []
	} : fitOwnBudgets(wished, settings, (part) => estimateOf(part).first);
	const { design, left } = fitBudget(affordable.design, (part) => decideBudget(estimateOf(part).first, budget) === void 0, ({ change }) => settings.mode === "check" || change.change === "config");
	const estimate = estimateOf(design);
	const unknown = settings.mode === "check" && left.length + crowded.length > 0 ? [wordLeft([left.length + crowded.length, found.length], crowded.length > 0 ? void 0 : estimateOf(wished).first, budget)] : [];
	const result = ({ problems: met = [], ...more }, shown) => told({
		unreviewed: [
			...unreviewed,
			...left.map(beyondBudget),
			...crowded.map(crowdedOut)
		],
		...more,
		broken: [...broken, ...affordable.broken],
		costOf,
		problems: [...met, ...unknown]
	}, shown);
	if (beyond !== void 0) return settled(result({ problems }));
	if (show === "plan") {
		for (const problem of [...broken, ...affordable.broken].flatMap((one) => one.problems)) ports.progress.say(showProblem(problem));
		for (const { change, rows, cells } of design.prompts) ports.progress.say(`${change.path}: ${rows.map(({ id }) => id).join(", ")}; ${cells.length} cases and models.`);
		ports.progress.say(wordEstimate(estimate));
		return settled(result({ problems }, showPlan(design, settings, estimate)));
	}
	if (problems.length > 0 || design.prompts.length === 0) return settled(result({ problems }));
	const ask = async () => {
		const refused = decideBudget(estimate.first, budget, () => design.prompts.map((one) => ({
			...estimateOf({
				...design,
				prompts: [one]
			}).first,
			path: one.change.path
		})));
		if (refused !== void 0) return result({
			problems: [refused],
			spent: withEstimate(facts.spent, estimate)
		});
		const { past, ...more } = await judgeDesign({
			design,
			estimate,
			settings,
			...otherGate === void 0 ? {} : { otherGate }
		}, facts.notes, ports);
		const judged = {
			...result(more, show === void 0 ? void 0 : showStage(show, more.results)),
			design,
			runs: more.results.map(({ run }) => run)
		};
		if (past === void 0) return judged;
		return {
			...judged,
			report: await rememberVersions(judged.report, design, past, ports.clock.now())
		};
	};
	return {
		kind: "ready",
		unasked: result({}),
		ask
	};
}

export { prepareAsking as n, designPrompts as r, judgePrompts as t };