import { t as showPosition } from "./position.js";
import { i as showProblem } from "./problem.js";
import { _ as showValue, v as lookUp } from "./settle-role.js";
import { g as object, h as number, o as boolean, y as string } from "./zod.js";
import { n as verdicts, r as worst } from "./verdict.js";
import { B as passesTell, H as tallySide, J as isBroken, n as showModel, r as verdictOfReason } from "./rows-of.js";
import { p as canonicalJson } from "./utils.js";
import { t as isObject } from "./is-object.js";
import { t as hash } from "./hash.js";
import { t as readYaml } from "./read-yaml.js";
import { t as clip } from "./clip.js";
import { a as couldBePrompt, d as isJinjaFile, f as casesPaths, i as couldAddressModel, l as looksLikePrompt, m as findCasesOfKeys, n as mayConcern, o as couldHoldPrompt, p as couldHoldCases, r as addressesModel, s as holdsPrompt, t as changedPaths, u as couldBeReferredTo, v as matchExcluded, y as matchPrompts } from "./may-concern.js";
import { n as isNewOnly, o as scheduleOf } from "./replay-looks.js";
import { t as sizeOfRequest } from "./size-of-request.js";
import { n as callFor } from "./baseline-call.js";
import { a as howFarChecked, c as missingRoles, l as judgedChecks, o as isChecked, s as gradesLikePeople, t as checkVariables, u as namedChecks } from "./check-variables.js";
import { B as asAskings, D as isConfigPath, E as configTexts, L as transformOutput, O as mayBeConfigPath, h as filesOfChecks, l as namesGivenBy, n as filesOf$1, r as findCandidates, t as createPromptfooReader, u as settlePrompts, z as answersUnder } from "./promptfoo-reader.js";
import { t as outcomeOfScore } from "./outcome-of-score.js";
import { s as scenarioOf } from "./render-prompt.js";
import { n as repeatedScores, r as repeatedVotes } from "./repeated-scores.js";
import { c as findHalfRendered, i as readSubjects, l as selectByTags, n as besideOf, r as readGoldenAtHead, s as readPromptSides, t as createGoldenCasesReader, u as readDefaultChecks } from "./golden-cases-reader.js";
import { n as createTwoFilesPatch, t as FILE_HEADERS_ONLY } from "./libesm.js";
import { t as wordNotes } from "./word-notes.js";

// src/core/money/decide-budget.ts
const mostNamed$2 = 3;
function decideBudget({ calls, usualUsd }, budget, parts = () => []) {
	if (calls > budget.calls) {
		const less = askLess(parts(), (part) => part.calls, String);
		return {
			reason: "budget",
			what: `The first round alone needs ${calls} calls, and ${budget.calls} are allowed.`,
			fix: `Set max-calls (or budget.calls in the config) to ${calls} or more, or ask less: ${less} or models.`
		};
	}
	if (usualUsd > budget.usd) {
		const needed = (Math.ceil(usualUsd * 100) / 100).toFixed(2);
		const less = askLess(parts(), (part) => part.usualUsd, (usd) => `$${usd.toFixed(2)}`);
		return {
			reason: "budget",
			what: `The first round alone, ${calls} calls, would cost about $${needed}, and $${budget.usd.toFixed(2)} are allowed.`,
			fix: `Set max-cost (or budget.usd in the config) to ${needed} or more, or ask less: ${less} or cheaper models.`
		};
	}
}
function askLess(parts, take, show) {
	if (parts.length < 2) return "fewer cases (tags)";
	return `fewer prompts at a time (${parts.toSorted((a, b) => take(b) - take(a)).slice(0, mostNamed$2).map((part) => `${part.path} takes ${show(take(part))}`).join(", ")}), fewer cases (tags)`;
}

// src/core/money/estimate-cost.ts
function estimateCost(asked, costOf) {
	let calls = 0;
	let inputTokens = 0;
	let outputTokens = 0;
	let usualUsd = 0;
	let mostUsd = 0;
	const unpriced = /* @__PURE__ */ new Map();
	const byName = /* @__PURE__ */ new Map();
	for (const { request, times } of asked) {
		const size = sizeOfRequest(request);
		const { provider, model } = request;
		calls += times;
		inputTokens += size.input * times;
		outputTokens += size.usualOutput * times;
		const usual = costOf(provider, model, {
			inputTokens: size.input,
			outputTokens: size.usualOutput
		});
		const most = costOf(provider, model, {
			inputTokens: size.input,
			outputTokens: size.mostOutput
		});
		if (usual === void 0 || most === void 0) unpriced.set(model, (unpriced.get(model) ?? 0) + times);
		else {
			const list = costOf.listOf?.(provider, model);
			if (list !== void 0) byName.set(model, list);
			usualUsd += usual * times;
			mostUsd += most * times;
		}
	}
	return {
		calls,
		inputTokens,
		outputTokens,
		usualUsd,
		mostUsd,
		unpriced,
		byName
	};
}
function isPriced({ calls, unpriced }) {
	const unknown = [...unpriced.values()].reduce((sum, count) => sum + count, 0);
	return unpriced.size === 0 || unknown < calls;
}

// src/app/review/check-needs.ts
function checkNeeds(design, settings, kinds, hasKey) {
	const cases = design.prompts.flatMap(({ change }) => change.exam.cases.map(({ golden }) => golden));
	return [...missingKeys(providersOf(design, settings), settings, hasKey), ...missingRoles(cases.flatMap(({ checks }) => checks), settings, kinds)];
}
function providersOf(design, settings) {
	const rows = design.prompts.flatMap((prompt) => prompt.rows.flatMap((row) => [row.model.old.provider, row.model.new.provider]));
	const simulates = design.prompts.some(({ cells }) => cells.some(({ scenario }) => scenario !== void 0));
	const roles = [
		settings.judge,
		settings.embeddings,
		simulates ? settings.simulate : void 0
	].flatMap((role) => role?.provider ?? []);
	return /* @__PURE__ */ new Set([...rows, ...rows.length > 0 ? roles : []]);
}
function missingKeys(needed, settings, hasKey) {
	return [...needed].flatMap((name) => {
		const provider = settings.providers.get(name);
		if (provider === void 0) return [{
			reason: "config",
			what: `there is no provider \`${name}\`.`,
			fix: `Name it under \`providers\` in ${settings.configFile}.`
		}];
		if (hasKey(name)) return [];
		const where = provider.key.kind === "environment" ? provider.key.name : "api-key";
		const fix = name === "default" ? `Give the action \`api-key: \${{ secrets.${where === "api-key" ? "OPENAI_API_KEY" : where} }}\`, or set ${where} in the environment.` : `Set ${where} in the environment of the step (\`env:\`), from a secret.`;
		return [{
			reason: "config",
			what: `there is no key for the provider \`${name}\` (${provider.baseUrl}).`,
			fix
		}];
	});
}

// src/core/gate/forecast-rounds.ts
function forecastRounds(cells, settings) {
	const newOnly = isNewOnly(cells);
	const steps = scheduleOf(settings, newOnly);
	const first = steps[0]?.uniform ?? 0;
	const most = mostTrials(steps);
	const sides = newOnly ? 1 : 2;
	const forecast = cells.map((cell) => {
		const [low, high] = cell.identical ? [1, 1] : [first * sides, most * sides];
		return {
			row: cell.row,
			case: cell.case,
			low,
			high
		};
	});
	const low = forecast.reduce((sum, cell) => sum + cell.low, 0);
	return {
		first: low,
		low,
		high: forecast.reduce((sum, cell) => sum + cell.high, 0),
		cells: forecast
	};
}
function mostTrials(steps) {
	return steps.reduce((sum, step) => sum + step.uniform, 0) + steps.reduce((most, { topUp }) => Math.max(most, topUp), 0);
}

// src/core/run/cell-of.ts
const absent = { missing: "absent" };
function cellOf({ cell, trials, history }) {
	const askings = Map.groupBy(trials, (trial) => `${trial.round} ${trial.uniform}`);
	return {
		row: cell.row,
		case: cell.exam.key,
		weight: cell.exam.weight,
		family: cell.exam.family,
		identical: cell.identical,
		...cell.near === void 0 ? {} : { near: cell.near },
		...cell.old === void 0 ? { newOnly: true } : {},
		...history === void 0 ? {} : { history },
		batches: [...askings.values()].map((held) => batchOf(held, cell))
	};
}
function batchOf(trials, cell) {
	const [first] = trials;
	return {
		round: first?.round ?? 0,
		uniform: first?.uniform ?? false,
		pairs: trials.map((trial) => pairOf(trial, cell)),
		oldKept: trials.some((trial) => trial.oldKept === true)
	};
}
function pairOf(trial, { identical, exam: { golden } }) {
	const isMarked = golden.min !== void 0 || golden.scoring !== void 0;
	const after = outcomeOf(trial.new, isMarked);
	if (identical) return {
		old: after,
		new: after
	};
	return {
		old: trial.old === void 0 ? absent : outcomeOf(trial.old, isMarked),
		new: after
	};
}
function outcomeOf({ reply, score, costUsd, empty, said }, isMarked = false) {
	if (reply.kind === "failed") return { missing: "failed" };
	const cut = cutBy(reply.answer.finishReason);
	const short = {
		...empty === true ? { empty } : {},
		...cut === void 0 ? {} : { cut }
	};
	if (score.kind === "unscored") return {
		missing: "unscored",
		...short
	};
	return {
		...short,
		...outcomeOfScore(score, isMarked),
		...said === void 0 ? {} : { said },
		...costUsd === void 0 ? {} : { costUsd },
		latencyMs: reply.answer.latencyMs
	};
}
const atLimit = /* @__PURE__ */ new Set([
	"length",
	"max_tokens",
	"max_output_tokens",
	"model_length"
]);
const byFilter = /* @__PURE__ */ new Set([...[
	"content_filter",
	"content_filtered",
	"guardrail_intervened",
	"safety",
	"recitation",
	"blocklist"
], ...[
	"prohibited_content",
	"spii",
	"image_safety"
]]);
function cutBy(finishReason) {
	const said = finishReason.toLowerCase();
	if (atLimit.has(said)) return "limit";
	return byFilter.has(said) ? "filter" : void 0;
}

// src/core/gate/with-reasons.ts
function fellIn(cell) {
	const [old, now] = [tallySide(cell, "old"), tallySide(cell, "new")];
	if (old.of === 0 || now.of === 0) return false;
	const tell = passesTell(cell);
	return isBroken(levelOf(now, tell) - levelOf(old, tell));
}
function levelOf({ scores, passes, of }, tell) {
	if (tell && passes !== null) return passes / of;
	return scores.reduce((sum, score) => sum + score, 0) / of;
}
function tellOwnEdits(comparison, verdict, asBase, { unasked, allowed }) {
	return withReasons(verdict, ({ row }) => {
		const broken = (comparison.rows.find((compared) => compared.row === row)?.cases ?? []).filter(({ state }) => state === "regressed" || state === "fell");
		const shown = new Set(broken.map((one) => one.case));
		const fallen = asBase.filter((cell) => cell.row === row && !shown.has(cell.case) && fellIn(cell));
		const left = unasked.get(row) ?? 0;
		if (fallen.length + left === 0) return [];
		return [{
			kind: "own-edits",
			row,
			cases: [...new Map(fallen.map((cell) => [cell.case, cell])).values()].map((cell) => ({
				case: cell.case,
				old: countOf(tallySide(cell, "old")),
				new: countOf(tallySide(cell, "new"))
			})),
			unasked: left,
			allowed
		}];
	});
}
function countOf({ passes, of }) {
	return {
		passes,
		of
	};
}
function withReasons(verdict, reasonsOf) {
	const rows = verdict.rows.map((row) => {
		const more = reasonsOf(row);
		if (more.length === 0) return row;
		const reasons = [...row.reasons, ...more].toSorted((one, other) => rankOf(one) - rankOf(other));
		return {
			...row,
			verdict: worst([row.verdict, ...more.map(verdictOfReason)]),
			reasons
		};
	});
	return {
		...verdict,
		rows,
		verdict: worst([verdict.verdict, ...rows.map((row) => row.verdict)])
	};
}
function rankOf(reason) {
	return verdicts.indexOf(verdictOfReason(reason));
}
function tellFailing(comparison, verdict) {
	const rows = verdict.rows.map((row) => {
		const failing = (comparison.rows.find((compared) => compared.row === row.row)?.cases ?? []).flatMap(({ case: name, state, new: { passes, of } }) => state === "failing" ? [{
			kind: "failing-case",
			row: row.row,
			case: name,
			new: {
				passes,
				of
			}
		}] : []);
		if (failing.length === 0) return row;
		const others = row.reasons.filter(({ kind }) => kind !== "nothing-passes");
		return {
			...row,
			verdict: worst([row.verdict, "failing"]),
			reasons: [...others, ...failing]
		};
	});
	return {
		...verdict,
		rows,
		verdict: worst([verdict.verdict, ...rows.map((row) => row.verdict)])
	};
}

// src/app/review/run-jobs.ts
const REASKS = 2;
function countReplies$1(jobs) {
	return jobs.reduce((sum, { cell }) => sum + sidesOf$1(cell).length * (cell.scenario?.turns ?? (cell.exam.golden.earlier ?? []).length + 1), 0);
}
async function runJobs(jobs, deps) {
	const trials = await askJobs(jobs, deps);
	return {
		trials,
		ended: endingOf([...trials.values()])
	};
}
function sidesOf$1(cell) {
	return cell.old === void 0 || cell.identical ? ["new"] : ["old", "new"];
}
async function askJobs(jobs, deps) {
	const run = ({ cell, trial }, side, fresh = false) => deps.runSide({
		cell,
		side,
		trial,
		fresh
	});
	const asked = jobs.flatMap(({ cell }) => sidesOf$1(cell).map((side) => cell[side]?.model ?? ""));
	for (const [model, calls] of Map.groupBy(asked, (model) => model)) deps.expect(model, calls.length);
	const trials = /* @__PURE__ */ new Map();
	await inTheirTurn(jobs, deps, async (job) => {
		trials.set(job, await runTrial(job, run));
	});
	for (let again = 0; again < REASKS; again++) await reaskMissing(trials, deps, run);
	return new Map(jobs.flatMap((job) => withTrial(job, trials.get(job))));
}
function withTrial(job, trial) {
	return trial === void 0 ? [] : [[job, trial]];
}
async function inTheirTurn(jobs, { width, breathe }, run) {
	const byProviders = Map.groupBy(jobs, ({ cell }) => JSON.stringify([cell.old?.provider, cell.new?.provider]));
	await Promise.all([...byProviders.values()].map((held) => inWindow(held, width, run, breathe)));
}
async function runTrial(job, run) {
	const [first, second] = await Promise.all(sidesOf$1(job.cell).map((side) => run(job, side)));
	const { trial, round, uniform } = job;
	if (second === void 0) return {
		trial,
		round,
		uniform,
		new: first ?? await run(job, "new")
	};
	if (first === void 0) return {
		trial,
		round,
		uniform,
		new: second
	};
	const before = isOutdated(first, second) ? await run(job, "old", true) : first;
	return {
		trial,
		round,
		uniform,
		old: before,
		...isKept(before) ? { oldKept: true } : {},
		new: second
	};
}
async function reaskMissing(trials, deps, run) {
	await inTheirTurn([...trials].filter(([, trial]) => isWorthAsking(trial.new) || isWorthAsking(trial.old)).map(([job]) => job), deps, async (job) => {
		const trial = trials.get(job);
		if (trial === void 0) return;
		const [before, after] = await Promise.all([isWorthAsking(trial.old) ? run(job, "old") : trial.old, isWorthAsking(trial.new) ? run(job, "new") : trial.new]);
		trials.set(job, {
			...trial,
			...before === void 0 ? {} : { old: before },
			new: after ?? trial.new
		});
	});
}
function isKept({ reply }) {
	return reply.kind === "answered" && reply.answer.baseline === true;
}
function isOutdated(before, after) {
	if (!isKept(before) || before.reply.kind === "failed" || after.reply.kind === "failed") return false;
	return before.reply.answer.servedModel !== after.reply.answer.servedModel;
}
function isWorthAsking(side) {
	return side?.reply.kind === "failed" && [
		"connection",
		"timeout",
		"rate-limit",
		"server",
		"malformed"
	].includes(side.reply.reason);
}
function endingOf(trials) {
	const reasons = new Set(trials.flatMap(({ old: before, new: after }) => [before, after].flatMap((side) => side?.reply.kind === "failed" ? [side.reply.reason] : [])));
	return [
		"cancelled",
		"budget",
		"deadline"
	].find((reason) => reasons.has(reason)) ?? "complete";
}
async function inWindow(items, width, run, breathe) {
	let next = 0;
	const work = async () => {
		while (next < items.length) {
			const item = items[next++];
			if (item === void 0) continue;
			try {
				await run(item);
				await breathe()?.catch(() => void 0);
			} catch (fault) {
				next = items.length;
				throw fault;
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
}

// src/app/review/ask-as-base-had-it.ts
const mostOfEdits = 5;
async function askAsBaseHadIt(results, { trials, allowed }, deps) {
	const cells = results.flatMap(({ run }) => run.design.edits ?? []);
	if (cells.length === 0) return results;
	const known = new Set(results.flatMap(({ run }) => run.cells.map(({ cell }) => cell.comparison)));
	const ask = async (held, from, to) => {
		const jobs = held.flatMap(({ cell }) => jobsOf(cell, from, to));
		if (deps.mayAsk(countReplies$1(jobs.filter(({ cell }) => !known.has(cell.comparison)))) !== "complete") return void 0;
		const { trials: asked, ended } = await runJobs(jobs, deps);
		return ended === "complete" ? withTrials(held, asked) : void 0;
	};
	const first = await ask(cells.map((cell) => ({
		cell,
		trials: []
	})), 0, 1);
	const unasked = first === void 0 ? cells : [];
	const fallen = first?.filter((held) => fellIn(cellOf(held))) ?? [];
	const seen = (fallen.length === 0 ? [] : await ask(fallen, 1, Math.min(trials, 5))) ?? fallen;
	return results.map((result) => {
		const own = new Set(result.run.design.edits);
		const asBase = seen.filter(({ cell }) => own.has(cell)).map(cellOf);
		const left = Map.groupBy(unasked.filter((cell) => own.has(cell)), ({ row }) => row);
		const counts = new Map([...left].map(([row, held]) => [row, held.length]));
		const verdict = tellOwnEdits(result.comparison, result.verdict, asBase, {
			unasked: counts,
			allowed
		});
		return {
			...result,
			verdict
		};
	});
}
function jobsOf(cell, from, to) {
	return Array.from({ length: Math.max(0, to - from) }, (_, at) => ({
		cell,
		trial: from + at,
		round: from === 0 ? 1 : 2,
		uniform: from === 0
	}));
}
function withTrials(held, asked) {
	const byCell = Map.groupBy(asked, ([{ cell }]) => cell);
	return held.map((one) => {
		const more = byCell.get(one.cell)?.map(([, trial]) => trial) ?? [];
		return {
			...one,
			trials: [...one.trials, ...more]
		};
	});
}

// src/app/review/requests-of-cell.ts
function requestsOfCell(cell, settings, kinds) {
	const sides = sidesOf(cell);
	return [...sides.map((request) => repliesOf(request, cell, 1 / sides.length)), ...questionsOfCell(cell, settings, kinds)];
}
function questionsOfCell(cell, settings, kinds) {
	const sides = sidesOf(cell);
	const [side] = sides;
	if (side === void 0) return [];
	return cell.exam.golden.checks.flatMap((check) => {
		const asked = questionsOf(check, cell, side.messages, settings, kinds);
		if (asked === void 0 || kinds.get(check.kind)?.compare === void 0) return asked ?? [];
		const share = sides.length === 2 ? 1 / 2 : 0;
		return {
			...asked,
			perReply: {
				usual: asked.perReply.usual * share,
				most: asked.perReply.most * share
			}
		};
	});
}
function sidesOf(cell) {
	return [cell.identical ? void 0 : cell.old, cell.new].flatMap((side) => side ?? []);
}
function repliesOf(request, { scenario, exam }, share) {
	const { earlier = [] } = exam.golden;
	const turns = scenario === void 0 ? earlier.length + 1 : scenario.turns + (request.messages.at(-1)?.role === "user" ? 1 : 0);
	const messages = [...request.messages, ...halfway(turns)];
	return {
		request: {
			...request,
			messages
		},
		perReply: {
			usual: share * turns,
			most: share * turns
		}
	};
}
function questionsOf(check, { exam }, messages, settings, kinds) {
	const kind = kinds.get(check.kind);
	if (kind === void 0 || kind.needs === "nothing" || kind.needs === "scorer" || kind.needs === "sandbox") return void 0;
	const model = modelOf[kind.needs](settings);
	if (model === void 0) return void 0;
	const votes = settings.judge?.votes ?? 1;
	const { argument, options } = check;
	const perReply = kind.countQuestions?.(argument, options, votes, exam.golden.context.length) ?? {
		usual: kind.questions,
		most: kind.questions
	};
	const told = {
		role: "user",
		content: `${check.name}\n${" word".repeat(400)}`
	};
	const said = kind.scenario === void 0 ? [] : halfway(perReply.usual);
	return {
		request: {
			kind: "chat",
			provider: model.provider,
			model: model.model,
			messages: [
				...messages,
				...said,
				told
			],
			params: model.params
		},
		perReply,
		...isGrade(kind) && { grades: true }
	};
}
function isGrade({ needs, compare }) {
	return compare === void 0 && (needs === "judge" || needs === "judge and embeddings");
}
const modelOf = {
	judge: ({ judge }) => judge,
	"judge and embeddings": ({ judge }) => judge,
	embeddings: ({ embeddings }) => embeddings,
	simulator: ({ simulate }) => simulate
};
function halfway(turns) {
	const words = " word".repeat(Math.round((turns - 1) / 2 * 200));
	return words === "" ? [] : [{
		role: "user",
		content: words
	}];
}

// src/core/scoring/quadratic-kappa.ts
function quadraticKappa(pairs, low, high) {
	const count = high - low + 1;
	const levels = Array.from({ length: count }, (_, level) => level);
	const level = (rating) => Math.min(high, Math.max(low, Math.round(rating))) - low;
	const rows = levels.map(() => 0);
	const columns = levels.map(() => 0);
	const cells = /* @__PURE__ */ new Map();
	for (const [first, second] of pairs) {
		const [i, j] = [level(first), level(second)];
		rows[i] = (rows[i] ?? 0) + 1 / pairs.length;
		columns[j] = (columns[j] ?? 0) + 1 / pairs.length;
		cells.set(i * count + j, (cells.get(i * count + j) ?? 0) + 1 / pairs.length);
	}
	const weight = (i, j) => 1 - ((i - j) / (count - 1)) ** 2;
	const rowMean = levels.map((i) => sum(levels.map((j) => (columns[j] ?? 0) * weight(i, j))));
	const columnMean = levels.map((j) => sum(levels.map((i) => (rows[i] ?? 0) * weight(i, j))));
	const observed = sum([...cells].map(([at, share]) => share * weight(Math.floor(at / count), at % count)));
	const expected = sum(levels.map((i) => (rows[i] ?? 0) * (rowMean[i] ?? 0)));
	if (pairs.length === 0 || 1 - expected < 1e-12) return void 0;
	const kappa = Math.min(1, Math.max(-1, (observed - expected) / (1 - expected)));
	const variance = (sum([...cells].map(([at, share]) => {
		const [i, j] = [Math.floor(at / count), at % count];
		return share * (weight(i, j) - ((rowMean[i] ?? 0) + (columnMean[j] ?? 0)) * (1 - kappa)) ** 2;
	})) - (kappa - expected * (1 - kappa)) ** 2) / (pairs.length * (1 - expected) ** 2);
	return {
		kappa,
		standardError: Math.sqrt(Math.max(0, variance)),
		ratings: pairs.length
	};
}
function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}

// src/core/scoring/human-label.ts
const low = 1;
const high = 10;
function binaryLabelFiles(cases) {
	const binary = [...Map.groupBy(cases.filter(({ label }) => label !== void 0), ({ at }) => at.file)].filter(([, held]) => held.every(({ label }) => label === 0 || label === 1));
	return new Set(binary.map(([file]) => file));
}
function labelAgreement(replies) {
	const pairs = replies.flatMap(({ label, binary, checks }) => {
		const scored = checks.filter((check) => check.kind === "scored");
		if (scored.length === 0 || scored.length < checks.length) return [];
		const value = scored.reduce((sum, check) => sum + check.value, 0) / scored.length;
		if (!binary) return [[label, low + 9 * value]];
		const marked = scored.filter((check) => check.passed !== void 0);
		const good = marked.length === 0 ? value >= .5 : marked.every((check) => check.passed === true);
		return [[label === 1 ? high : low, good ? high : low]];
	});
	return quadraticKappa(pairs, low, high);
}

// src/core/scoring/judge-reliability.ts
function judgeReliability(replies) {
	const repeated = replies.filter(({ grades }) => grades.length >= 2);
	if (repeated.length === 0) return void 0;
	const pairs = repeated.flatMap(({ grades }) => pairsOf(grades));
	const flips = repeated.flatMap(({ grades, min }) => min === void 0 ? [] : pairsOf(grades).map(([a, b]) => a >= min !== b >= min));
	const squares = repeated.map(({ grades }) => {
		const mean = grades.reduce((sum, one) => sum + one, 0) / grades.length;
		return grades.reduce((sum, one) => sum + (one - mean) ** 2, 0);
	});
	const freedom = repeated.reduce((sum, { grades }) => sum + grades.length - 1, 0);
	return {
		replies: repeated.length,
		agreement: pairs.filter(([a, b]) => a === b).length / pairs.length,
		...flips.length > 0 && { flipRate: flips.filter(Boolean).length / flips.length },
		sigma: Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / freedom)
	};
}
function pairsOf(grades) {
	return grades.flatMap((first, index) => grades.slice(index + 1).map((second) => [first, second]));
}

// src/core/scoring/judge-trust.ts
const judgeBounds = {
	flipRate: .2,
	sigma: .5 / 2.8,
	kappa: .4,
	leastReplies: 10,
	leastLabels: 20
};
const oneSided95 = 1.645;
function judgeTrust(reliability, kappa, scale = [0, 1]) {
	const reasons = [...doubtsOfRepeats(reliability, scale), ...doubtsOfLabels(kappa)];
	if (reasons.length > 0) return {
		kind: "doubted",
		why: reasons.join("; ")
	};
	const lacks = {
		replies: Math.max(0, judgeBounds.leastReplies - (reliability?.replies ?? 0)),
		labels: Math.max(0, judgeBounds.leastLabels - (kappa?.ratings ?? 0))
	};
	return lacks.replies === 0 || lacks.labels === 0 ? { kind: "trusted" } : {
		kind: "unknown",
		lacks
	};
}
function doubtsOfRepeats(reliability, [low, high]) {
	if (reliability === void 0 || reliability.replies < judgeBounds.leastReplies) return [];
	const { flipRate, sigma, replies } = reliability;
	if (flipRate !== void 0) {
		if (flipRate <= judgeBounds.flipRate) return [];
		return [`of ${replies} replies judged again, ${percent(flipRate)} came out on the other side of their mark (at most ${percent(judgeBounds.flipRate)})`];
	}
	if (sigma <= judgeBounds.sigma) return [];
	const shown = (spread) => (spread * (high - low)).toFixed(2);
	return [`${replies} replies judged again spread by σ = ${shown(sigma)} on ${low}–${high} (at most ${shown(judgeBounds.sigma)})`];
}
function doubtsOfLabels(kappa) {
	if (kappa === void 0 || kappa.ratings < judgeBounds.leastLabels) return [];
	if (kappa.kappa - oneSided95 * kappa.standardError >= judgeBounds.kappa) return [];
	return [`against ${kappa.ratings} human labels κ is ${kappa.kappa.toFixed(2)} ± ${kappa.standardError.toFixed(2)} (its lower bound must reach ${judgeBounds.kappa})`];
}
function percent(share) {
	return `${Math.round(share * 100)} %`;
}

// src/core/scoring/combine-scores.ts
const rounding = 1e-9;
function combineScores(checks, min) {
	const unscored = checks.filter((check) => check.kind === "unscored");
	if (unscored.length > 0) return {
		kind: "unscored",
		why: unscored.map(({ check, why }) => `${check}: ${why}`).join("; "),
		checks
	};
	const scored = checks.filter((check) => check.kind === "scored");
	if (scored.length === 0) return {
		kind: "unscored",
		why: "no check scores this reply",
		checks
	};
	const mean = meanOf(scored);
	if (mean === void 0) return {
		kind: "unscored",
		why: "every check has weight 0",
		checks
	};
	const value = scored.some((check) => check.required && !(check.passed ?? check.value > 0)) ? 0 : Math.min(1, Math.max(0, mean));
	const passes = min === void 0 ? passMarks(scored) : value >= min - rounding;
	return {
		kind: "scored",
		value,
		...passes !== void 0 && { passes },
		checks
	};
}
function passMarks(scored) {
	const marks = [...Map.groupBy(scored, ({ set }) => set?.name)].flatMap(([name, members]) => {
		const min = members[0]?.set?.min;
		if (name === void 0 || min === void 0) return members.flatMap(({ passed }) => passed ?? []);
		return [(meanOf(members) ?? 0) >= min - rounding];
	});
	return marks.length === 0 ? void 0 : marks.every(Boolean);
}
function meanOf(scored) {
	const weight = scored.reduce((sum, check) => sum + check.weight, 0);
	return weight > 0 ? scored.reduce((sum, check) => sum + check.value * (check.weight / weight), 0) : void 0;
}

// src/core/scoring/score-by-script.ts
const verdict = object({
	pass: boolean(),
	score: number(),
	reason: string().optional()
});
function scoreByScript(score, scoring, { min }, sandbox) {
	if (score.kind === "unscored") return score;
	const { script } = scoring;
	if (sandbox === void 0) return {
		kind: "unscored",
		why: "no script is run here",
		checks: score.checks
	};
	const componentResults = score.checks.map((check) => check.kind === "unscored" ? {
		pass: false,
		score: 0,
		reason: check.why
	} : {
		pass: check.passed ?? true,
		score: check.value,
		reason: check.reason
	});
	const about = {
		...min !== void 0 && { threshold: min },
		componentResults,
		tokensUsed: {}
	};
	const called = sandbox.run(script, [metricsOf(scoring, score.checks), about]);
	if (called.kind === "failed") {
		const why = `\`${script.name}\` threw: ${called.why}`;
		if (called.cause !== "time" && called.cause !== "memory") return failed(score, why);
		return {
			kind: "unscored",
			why: `\`${script.name}\`: ${called.why}`,
			checks: score.checks
		};
	}
	const said = verdict.safeParse(called.value);
	if (!said.success) return failed(score, `\`${script.name}\` returned no { pass, score, reason }`);
	return {
		...score,
		value: Math.min(1, Math.max(0, said.data.score)),
		passes: said.data.pass
	};
}
function failed({ checks, kind }, reason) {
	const fault = {
		kind: "scored",
		check: "the score",
		scorer: "javascript",
		binary: true,
		weight: 0,
		required: false,
		value: 0,
		passed: false,
		reason
	};
	return {
		kind,
		value: 0,
		passes: false,
		checks: [...checks, fault]
	};
}
function metricsOf({ metrics }, checks) {
	return Object.fromEntries(metrics.map(({ name, checks: names }) => {
		const scored = checks.flatMap((check) => check.kind === "scored" && names.includes(check.check) ? [check] : []);
		const weight = scored.reduce((sum, check) => sum + check.weight, 0);
		const total = scored.reduce((sum, check) => sum + check.value * check.weight, 0);
		return [name, weight > 0 ? total / weight : 0];
	}));
}

// src/core/scoring/score-reply.ts
function scoreReply(reply) {
	const results = namedChecks(reply.golden, reply.kinds).map((named) => ({
		named,
		result: resultOf(named, reply)
	}));
	const hopeless = howFarChecked(reply.golden) === "not-run" || results.some(({ result }) => result.kind === "unscored");
	const askings = results.flatMap(({ named, result }) => result.kind === "ask" ? asAskings(named.prefix, result.questions, reply.answers) : []);
	if (!hopeless && askings.length > 0) return {
		kind: "ask",
		askings
	};
	const checks = results.map(({ named, result }) => checkScore(named, result));
	const { golden, sandbox } = reply;
	const score = combineScores([...lostChecks(golden), ...checks], golden.min);
	if (golden.scoring === void 0) return {
		kind: "score",
		score
	};
	return {
		kind: "score",
		score: scoreByScript(score, golden.scoring, golden, sandbox)
	};
}
function lostChecks(golden) {
	if (howFarChecked(golden) !== "not-run") return [];
	return golden.notRun.map(({ name, why = "has no counterpart here" }) => {
		return {
			kind: "unscored",
			check: name,
			scorer: name,
			why
		};
	});
}
function resultOf({ check, kind, prefix }, reply) {
	if (kind === void 0) return {
		kind: "unscored",
		why: `there is no check named ${check.kind}`
	};
	const { kinds: _, ...rest } = reply;
	const output = check.options["turn"] === "last" ? lastTurn(reply) : outputOf(reply);
	const text = typeof output === "string" ? output : JSON.stringify(output);
	const made = transformOutput(check, {
		...rest,
		text,
		output,
		answers: answersUnder(prefix, reply.answers)
	});
	if (made.kind === "result") return made.result;
	return kind.score({
		...made.read,
		argument: check.argument,
		options: check.options,
		...check.min !== void 0 && { min: check.min }
	});
}
function lastTurn({ text, transcript }) {
	return transcript?.findLast(({ role }) => role === "assistant")?.content ?? text;
}
function outputOf({ golden, text, answer: { toolCalls } }) {
	if (golden.callsAsText !== true || text !== "" || toolCalls.length === 0) return text;
	return toolCalls.map((call, index) => ({
		id: `call_${index}`,
		type: "function",
		function: call
	}));
}
function checkScore({ check, kind }, result) {
	const named = {
		check: check.name,
		scorer: check.kind
	};
	if (result.kind === "unscored") return {
		kind: "unscored",
		...named,
		why: result.why
	};
	if (result.kind === "ask" || kind === void 0) return {
		kind: "unscored",
		...named,
		why: "not asked, as the reply has no score without its other checks"
	};
	if (!(result.value >= 0 && result.value <= 1)) return {
		kind: "unscored",
		...named,
		why: `${check.kind} gave ${result.value}, which is not within 0–1`
	};
	const plain = result.passed ?? passes(kind, result.value, check.min);
	const turned = check.not === true && result.threw !== true;
	const passed = turned && plain !== void 0 ? !plain : plain;
	return {
		kind: "scored",
		...named,
		value: turned ? 1 - result.value : result.value,
		binary: kind.scale === "binary",
		...isOpinion(kind) && { judged: true },
		weight: check.weight,
		required: check.required,
		...check.set && { set: check.set },
		reason: result.reason,
		...passed !== void 0 && { passed },
		...result.details && { details: result.details }
	};
}
function isOpinion({ needs }) {
	return needs === "judge" || needs === "judge and embeddings";
}
function passes(kind, value, min) {
	if (kind.scale === "binary") return value >= 1;
	return min === void 0 ? void 0 : value >= unitMark(min, kind.minRange) - 1e-9;
}
function unitMark(min, [low, high]) {
	return (min - low) / (high - low);
}

// src/app/review/answer-asking.ts
async function answerAsking({ question, trial }, roles, ask) {
	switch (question.kind) {
		case "scorer": return ask.runScorer(question.name, question.input);
		case "embedding": {
			const model = roles.embeddings;
			if (model === void 0) return {
				kind: "failed",
				why: "no embedding model is configured"
			};
			const request = {
				kind: "embedding",
				provider: model.provider,
				model: model.model,
				texts: question.texts
			};
			return read(await ask.reply(callFor(request, 0, "embedding")), ask);
		}
		case "chat": {
			const model = roles[question.to];
			if (model === void 0) return {
				kind: "failed",
				why: `no ${question.to} is configured`
			};
			const purpose = question.to === "judge" ? "judge" : "simulate";
			return read(await ask.reply(callFor(chatRequest(question, model), trial, purpose)), ask);
		}
	}
}
function read(reply, ask) {
	if (reply.kind === "failed") return {
		kind: "failed",
		why: reply.message
	};
	const answer = ask.kept(reply.call);
	if (answer === void 0) return {
		kind: "failed",
		why: "its answer is not in the store any more"
	};
	return answer.vectors === void 0 ? {
		kind: "text",
		text: answer.text
	} : {
		kind: "vectors",
		vectors: answer.vectors
	};
}
function chatRequest({ messages, params }, model) {
	return {
		kind: "chat",
		provider: model.provider,
		model: model.model,
		messages,
		params: {
			...model.params,
			...params
		}
	};
}

// src/app/review/ask-until-done.ts
async function askUntilDone(step, { roles, ask }) {
	const answers = /* @__PURE__ */ new Map();
	for (;;) {
		const next = step(answers);
		if (next.kind === "done") return next.result;
		const asked = next.askings.map(async (asking) => {
			answers.set(asking.key, await answerAsking(asking, roles, ask));
		});
		await Promise.all(asked);
	}
}

// src/app/review/judge-text.ts
const drawsAgain = 1e3;
const noCall = {
	toolCalls: [],
	finishReason: "stop",
	usage: {},
	servedModel: "",
	servedBy: "",
	latencyMs: 0,
	at: 0
};
async function judgeText(given, from, deps, wanted = () => true) {
	const checks = judgedChecks(given.golden, deps.kinds).filter(wanted);
	return Promise.all(checks.map(async (named) => ({
		named,
		score: await judgeBy(named, given, from, deps)
	})));
}
async function judgeBy({ check }, { golden, messages, text }, from, { ask, roles, kinds, votes }) {
	const alone = {
		...golden,
		checks: [{
			...check,
			weight: 1,
			required: false
		}],
		notRun: []
	};
	const [only] = (await askUntilDone((answers) => {
		const scoring = scoreReply({
			golden: alone,
			kinds,
			messages,
			text,
			answer: noCall,
			votes,
			answers
		});
		return scoring.kind === "score" ? {
			kind: "done",
			result: scoring.score
		} : {
			kind: "ask",
			askings: scoring.askings.map((asking) => ({
				...asking,
				trial: asking.trial + from
			}))
		};
	}, {
		roles,
		ask
	})).checks;
	return only ?? {
		kind: "unscored",
		check: check.name,
		scorer: check.kind,
		why: "it scores no reply"
	};
}

// src/app/review/judge-labelled.ts
function labelledTexts(cases) {
	return cases.flatMap(({ golden, messages }) => {
		const { reference, ...rest } = golden;
		return reference === void 0 || golden.label === void 0 ? [] : [{
			golden: rest,
			messages,
			text: reference
		}];
	});
}
async function judgeLabelled(texts, deps) {
	const binary = binaryLabelFiles(texts.map(({ golden }) => golden));
	return (await Promise.all(texts.map(async (given) => {
		const { label, at } = given.golden;
		if (label === void 0) return [];
		const checks = await judgeText(given, 0, deps, gradesLikePeople);
		return [{
			label,
			binary: binary.has(at.file),
			checks: checks.map(({ score }) => score)
		}];
	}))).flat();
}

// src/app/review/pick-judged-replies.ts
function pickJudgedReplies(cells, kinds, most, textOf) {
	const trials = cells.filter(({ cell: { exam } }) => {
		const { golden } = exam;
		return judgedChecks(golden, kinds).length > 0 && scenarioOf(golden, kinds) === void 0;
	}).flatMap(({ cell, trials: held }) => held.map((trial) => ({
		cell,
		trial,
		at: hash([cell.comparison, trial.trial])
	}))).filter(({ trial }) => [trial.old, trial.new].every((run) => run === void 0 || run.score.kind === "scored")).toSorted((one, other) => one.trial.round - other.trial.round || (one.at < other.at ? -1 : 1));
	const picked = /* @__PURE__ */ new Map();
	for (const { cell, trial } of trials) {
		if (picked.size >= most) break;
		for (const side of ["old", "new"]) {
			const reply = readReply(cell, trial, side, textOf);
			if (reply !== void 0) picked.set(hash([reply.golden, reply.text]), reply);
		}
	}
	return [...picked.values()];
}
function readReply(cell, trial, side, textOf) {
	const run = trial[side];
	const request = cell[side];
	if (run?.reply.kind !== "answered" || request === void 0) return void 0;
	const text = textOf(run.reply.call);
	return text === void 0 ? void 0 : {
		golden: cell.exam.golden,
		messages: request.messages,
		text,
		judged: run.score.checks
	};
}

// src/app/review/repeat-judgements.ts
function votesTaken(cells, { kinds, votes }) {
	return cells.flatMap(({ cell, trials }) => {
		const checks = judgedChecks(cell.exam.golden, kinds);
		return trials.flatMap((trial) => [trial.old, trial.new]).flatMap((run) => {
			if (run?.reply.kind !== "answered") return [];
			const { reply, score } = run;
			return checks.flatMap((named) => {
				const judged = find(score.checks, named);
				if (judged === void 0) return [];
				return votesIn(judged, named, votes).map((repeated) => ({
					...nameOf(named),
					reply: reply.call,
					scores: [judged],
					repeated
				}));
			});
		});
	});
}
function votesIn(judged, named, votes) {
	const wanted = named.check.options["votes"] ?? votes;
	return repeatedVotes(judged, typeof wanted === "number" ? wanted : votes, markOf(named));
}
async function judgeAgain(picked, deps) {
	const again = picked.map(async (given, at) => {
		return (await judgeText(given, drawsAgain, deps)).map(({ named, score }) => {
			const first = find(given.judged, named);
			const both = first === void 0 ? [score] : [first, score];
			return {
				...nameOf(named),
				reply: String(at),
				scores: both,
				repeated: repeatedScores(both, markOf(named))
			};
		});
	});
	return (await Promise.all(again)).flat();
}
function markOf({ check, kind }) {
	return check.min === void 0 || kind === void 0 ? void 0 : unitMark(check.min, kind.minRange);
}
function nameOf(named) {
	return {
		kind: named.check.kind,
		name: named.check.name,
		named
	};
}
function find(checks, { check }) {
	return checks.find((one) => one.scorer === check.kind && one.check === check.name);
}

// src/app/review/judge-reliability.ts
const mostJudgedAgain = 20;
const mostLabels = 60;
async function measureJudge(cells, settings, ended, deps) {
	const { judge: model } = settings;
	const judged = cells.flatMap(({ cell }) => judgedChecks(cell.exam.golden, deps.kinds));
	if (model === void 0 || judged.length === 0) return void 0;
	const judge = {
		model: showModel(model),
		votes: model.votes
	};
	const gated = Object.keys(settings.gate.metrics).filter((metric) => judged.some((named) => isOf(metric, named)));
	const votes = votesTaken(cells, deps);
	const again = votes.length > 0 && gated.every((metric) => isSteady(metric, votes)) ? {
		judgements: [],
		notes: []
	} : await judgePickedAgain(cells, ended, deps);
	const judgements = again.judgements.length > 0 ? again.judgements : votes;
	const kappa = ended === "complete" ? await agreementWithPeople(cells, deps) : void 0;
	const doubts = gated.flatMap((metric) => {
		const labels = judged.some((named) => isOf(metric, named) && gradesLikePeople(named)) ? kappa : void 0;
		const trust = judgeTrust(reliabilityOf(metric, again.judgements), labels);
		return trust.kind === "doubted" ? [{
			metric,
			why: trust.why
		}] : [];
	});
	const unsteady = [...new Map(judged.filter(isUnmarked).map((named) => [named.check.kind, named]))].flatMap(([kind, named]) => {
		const own = again.judgements.filter(({ repeated }) => repeated.min === void 0);
		const trust = judgeTrust(reliabilityOf(kind, own), gradesLikePeople(named) ? kappa : void 0);
		return trust.kind === "doubted" ? [{
			metric: kind,
			why: trust.why
		}] : [];
	});
	const all = judgeReliability(judgements.map(({ repeated }) => repeated));
	return {
		judge: {
			...judge,
			...all === void 0 ? {} : { reliability: {
				...all,
				replies: countReplies(judgements)
			} },
			...kappa === void 0 ? {} : { kappa: {
				labels: kappa.ratings,
				value: kappa.kappa,
				error: kappa.standardError
			} },
			...doubts.length === 0 ? {} : { advises: doubts }
		},
		advise: new Set(doubts.map(({ metric }) => metric)),
		doubted: unsteady.map(({ metric }) => metric),
		notes: [
			...again.notes,
			...doubts.map((doubt) => wordDoubt(judge.model, doubt)),
			...unsteady.map(({ metric, why }) => `A fall of ${metric} grades without a \`min\` breaks no single case in this review: ${why}.`)
		]
	};
}
function isUnmarked({ check: { min, set, weight }, kind }) {
	return kind?.scale === "graded" && min === void 0 && set === void 0 && weight > 0;
}
async function judgePickedAgain(cells, ended, deps) {
	const may = ended === "complete" ? deps.mayAsk(20) : ended;
	if (may !== "complete") return {
		judgements: [],
		notes: [`The judge was not measured: ${may === "budget" ? "no calls or dollars were" : may === "deadline" ? "no time was" : "nothing was"} left to judge replies again.`]
	};
	const picked = pickJudgedReplies(cells, deps.kinds, 20, (call) => deps.ask.kept(call)?.text);
	return {
		judgements: await judgeAgain(picked, deps),
		notes: []
	};
}
async function agreementWithPeople(cells, deps) {
	const chosen = [...new Map(labelledTexts(cells.map(({ cell }) => ({
		golden: cell.exam.golden,
		messages: messagesOf(cell)
	}))).map((text) => [hash(text.golden), text]))].toSorted(([one], [other]) => one < other ? -1 : 1).slice(0, 60);
	if (chosen.length === 0 || deps.mayAsk(chosen.length) !== "complete") return void 0;
	return labelAgreement(await judgeLabelled(chosen.map(([, text]) => text), deps));
}
function messagesOf(cell) {
	return (cell.new ?? cell.old)?.messages ?? [];
}
function isOf(metric, { check }) {
	return check.kind === metric || check.name === metric;
}
function reliabilityOf(metric, judgements) {
	const own = judgements.filter(({ kind, name }) => kind === metric || name === metric);
	return judgeReliability(own.map(({ repeated }) => repeated));
}
function isSteady(metric, votes) {
	return judgeTrust(reliabilityOf(metric, votes), void 0).kind === "trusted";
}
function countReplies(judgements) {
	return new Set(judgements.filter(({ repeated }) => repeated.grades.length > 1).map(({ reply }) => reply)).size;
}
function wordDoubt(model, { metric, why }) {
	return `\`gate.metrics.${metric}\` only advises in this review: ${why}. The judge ${model} is not steady or not right enough for a gate of its own; the reply's score gates as before, since chance in a judge falls on both sides alike. More \`votes\`, a clearer rubric or another judge make it one.`;
}

// src/app/review/requests-of-measuring.ts
function requestsOfMeasuring(cells, votes, kinds) {
	const graded = cells.filter(({ cell, requests }) => cell.scenario === void 0 && requests.some(({ grades }) => grades === true));
	const share = (of) => {
		const all = graded.reduce((sum, { replies }) => sum + replies[of], 0);
		return Math.min(1, 20 / Math.max(1, all));
	};
	const [low, high] = [votes > 1 ? 0 : share("low"), share("high")];
	return [...graded.flatMap(({ requests, replies }) => gradesIn(requests).map(({ request, perReply }) => ({
		request,
		low: low * replies.low * perReply.usual,
		high: high * replies.high * perReply.most
	}))), ...labelled(graded, kinds)];
}
function labelled(graded, kinds) {
	return [...new Map(graded.filter(({ cell: { exam } }) => exam.golden.label !== void 0 && exam.golden.reference !== void 0).filter(({ cell: { exam } }) => judgedChecks(exam.golden, kinds).some(gradesLikePeople)).map((one) => [JSON.stringify([one.cell.prompt, one.cell.exam.key]), one])).values()].slice(0, 60).flatMap(({ requests }) => gradesIn(requests).map(({ request, perReply }) => ({
		request,
		low: perReply.usual,
		high: perReply.most
	})));
}
function gradesIn(requests) {
	return requests.filter(({ grades }) => grades === true);
}

// src/app/review/estimate-review.ts
function estimateReview(design, gate, settings, kinds, costOf) {
	const planned = design.prompts.flatMap(({ cells }) => {
		const forecast = forecastRounds(cells.map((cell) => cellOf({
			cell,
			trials: []
		})), gate);
		const byKey = new Map(forecast.cells.map((cell) => [JSON.stringify([cell.row, cell.case]), cell]));
		return cells.map((cell) => {
			const { low = 0, high = 0 } = byKey.get(JSON.stringify([cell.row, cell.exam.key])) ?? {};
			return {
				requests: requestsOfCell(cell, settings, kinds),
				replies: {
					low,
					high
				},
				cell
			};
		});
	});
	const asked = timesOf(planned);
	const later = [...timesOf(planEdits(design, settings, kinds)), ...requestsOfMeasuring(planned, settings.judge?.votes ?? 1, kinds)];
	const cost = (all, of) => estimateCost(all.map((one) => ({
		request: one.request,
		times: one[of]
	})), costOf);
	return {
		first: cost(asked, "low"),
		low: cost([...asked, ...later], "low"),
		high: cost([...asked, ...later], "high")
	};
}
function timesOf(planned) {
	return planned.flatMap(({ requests, replies }) => requests.map(({ request, perReply }) => ({
		request,
		low: replies.low * perReply.usual,
		high: replies.high * perReply.most
	})));
}
function planEdits({ prompts }, settings, kinds) {
	return prompts.flatMap(({ cells, edits = [] }) => {
		const known = new Set(cells.map(({ comparison }) => comparison));
		return edits.map((cell) => {
			return {
				requests: (known.has(cell.comparison) ? questionsOfCell : requestsOfCell)(cell, settings, kinds),
				replies: {
					low: 2,
					high: 2 * 5
				}
			};
		});
	});
}
function wordEstimate({ low, high }, kept = 0) {
	const calls = (estimate) => String(Math.max(0, Math.round(estimate.calls) - kept));
	const tokens = Math.round((high.inputTokens + high.outputTokens) / 1e3);
	const without = kept === 0 ? "" : ` (${kept} ${kept === 1 ? "reply is" : "replies are"} kept from before)`;
	return `To ask: ${span(calls(low), calls(high))} calls${without}, up to ${tokens}k tokens, ${wordDollars(low, high)}.`;
}
function wordDollars(low, high) {
	const dollars = (usd) => usd < .01 ? "< $0.01" : `$${usd.toFixed(2)}`;
	const models = [...high.unpriced.keys()];
	const [first = ""] = models;
	const mend = `write it in the config: \`prices: { ${JSON.stringify(first)}: { input: 0.25, output: 2.00 } }\`, dollars per million tokens`;
	if (!isPriced(high)) return `price not known (no list has ${models.join(", ")} at this endpoint; ${mend})`;
	const lists = [...new Set(high.byName.values())].map((list) => `${list}'s`).join(" and ");
	const byName = lists === "" ? "" : ` by ${lists} list (your endpoint may bill differently)`;
	return `${span(dollars(low.usualUsd), dollars(high.usualUsd))}${byName}${first === "" ? "" : ` and the price of ${models.join(", ")}, which is not known (${mend})`}`;
}
function span(from, to) {
	return from === to ? to : `${from}–${to}`;
}

// src/app/review/roles-of.ts
function rolesOf({ judge: grader, simulate, embeddings }) {
	return {
		...grader === void 0 ? {} : { judge: grader },
		...simulate === void 0 ? {} : { simulator: simulate },
		...embeddings === void 0 ? {} : { embeddings }
	};
}

// src/app/review/call-of-side.ts
function callOfSide({ cell, side, trial, fresh }, request, notBefore) {
	const scope = fresh ? `${cell.comparison} asked afresh` : cell.comparison;
	const mayKeep = (side === "old" || cell.old === void 0) && !fresh && !cell.identical && notBefore !== void 0;
	return {
		...callFor(request, trial, "reply", scope),
		pair: `${scope} ${cell.row} ${trial}`,
		...mayKeep ? { baseline: {
			notBefore,
			copy: cell.copy
		} } : {}
	};
}

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

// src/core/exam/read-pattern.ts
const place = /^(?:\^|\$|\\[AzbB])/u;
const quantifier = /^(?:[*+?]|\{(?<from>\d+)(?<comma>,)?(?<to>\d*)\})[?+]?/u;
const single = /^(?:\\p\{[^}]*\}|\\x\{[^}]*\}|\\x[\da-f]{2}|\\[\s\S]|[^\\()[\]|])/iu;
const charClass = /^\[\^?\]?(?:\[:[^\]]*:\]|\\[\s\S]|[^\]\\])*\]/u;
const groupStart = /^\((?:\?(?:P?<[^>]*>|[a-zA-Z-]*:))?/u;
function readPattern(pattern) {
	const flags = /^\(\?([a-zA-Z-]+)\)/u.exec(pattern);
	const read = readBranches(pattern.slice(flags?.[0].length ?? 0));
	return read === void 0 || read.rest !== "" ? void 0 : {
		flags: flags?.[1] ?? "",
		branches: read.branches
	};
}
const deepest = 100;
function readBranches(text, depth = 0) {
	if (depth > deepest) return void 0;
	const branches = [];
	let pieces = [];
	let rest = text;
	while (rest !== "" && !rest.startsWith(")")) {
		if (rest.startsWith("|")) {
			branches.push(pieces);
			pieces = [];
			rest = rest.slice(1);
			continue;
		}
		const read = readPiece(rest, depth);
		if (read === void 0) return void 0;
		pieces.push(read.piece);
		rest = read.rest;
	}
	return {
		branches: [...branches, pieces],
		rest
	};
}
function readPiece(text, depth) {
	const at = place.exec(text)?.[0];
	if (at !== void 0) return {
		piece: {
			kind: "place",
			text: at
		},
		rest: text.slice(at.length)
	};
	const atom = text.startsWith("(") ? readGroup(text, depth) : readAtom(text);
	if (atom === void 0) return void 0;
	const { rest, ...matched } = atom;
	const found = quantifier.exec(rest);
	const [least, most] = found === null ? [1, 1] : spanOf(found);
	return {
		piece: {
			kind: "match",
			...matched,
			least,
			most
		},
		rest: rest.slice(found?.[0].length ?? 0)
	};
}
function readAtom(text) {
	const found = (text.startsWith("[") ? charClass : single).exec(text)?.[0];
	return found === void 0 ? void 0 : {
		text: found,
		rest: text.slice(found.length)
	};
}
function readGroup(text, depth) {
	const start = groupStart.exec(text)?.[0] ?? "";
	if (/\?[a-zA-Z-]+:/u.test(start) || text.startsWith("?", start.length)) return void 0;
	const inner = readBranches(text.slice(start.length), depth + 1);
	if (inner === void 0 || !inner.rest.startsWith(")")) return void 0;
	const length = text.length - inner.rest.length + 1;
	return {
		text: text.slice(0, length),
		branches: inner.branches,
		rest: text.slice(length)
	};
}
function spanOf({ 0: written, groups }) {
	if (written.startsWith("*")) return [0, Number.POSITIVE_INFINITY];
	if (written.startsWith("+")) return [1, Number.POSITIVE_INFINITY];
	if (written.startsWith("?")) return [0, 1];
	const from = Number(groups?.["from"]);
	if (groups?.["comma"] === void 0) return [from, from];
	return [from, groups["to"] === "" ? Number.POSITIVE_INFINITY : Number(groups["to"])];
}

// src/core/exam/is-wider-pattern.ts
const mostPieces = 300;
function isWiderPattern(pattern, than) {
	const [wide, narrow] = [readPattern(pattern), readPattern(than)];
	if (wide === void 0 || narrow === void 0 || pattern === than) return false;
	if (findsEmpty(wide.branches) && !findsEmpty(narrow.branches)) return true;
	return covers(wide, narrow) && !covers(narrow, wide);
}
function covers(wide, narrow) {
	const [flags, others] = [new Set(wide.flags), new Set(narrow.flags)];
	if ([...flags].filter((flag) => !others.has(flag)).some((flag) => flag !== "i" && flag !== "s") || [...others].some((flag) => !flags.has(flag))) return false;
	return narrow.branches.every((branch) => wide.branches.some((one) => holds(one, branch, true)));
}
function findsEmpty(branches) {
	return branches.some((branch) => branch.every(isEmptyAllowed));
}
function isEmptyAllowed(piece) {
	if (piece.kind === "place") return piece.text !== "\\b";
	return piece.least === 0 || piece.branches !== void 0 && findsEmpty(piece.branches);
}
function holds(wide, narrow, within) {
	if (wide.length > mostPieces || narrow.length > mostPieces) return false;
	const known = /* @__PURE__ */ new Map();
	const from = (at, next) => {
		const key = at * (wide.length + 1) + next;
		const before = known.get(key);
		if (before !== void 0) return before;
		known.set(key, false);
		const result = step(at, next);
		known.set(key, result);
		return result;
	};
	const step = (at, next) => {
		const [piece, wanted] = [narrow[at], wide[next]];
		if (wanted === void 0) return within || narrow.slice(at).every(({ kind }) => kind === "place");
		if (wanted.kind === "match" && isEmptyAllowed(wanted) && from(at, next + 1)) return true;
		if (piece === void 0) return false;
		if (piece.kind === "place") return from(at + 1, next) || wanted.kind === "place" && wanted.text === piece.text && from(at + 1, next + 1);
		if (wanted.kind === "place" || !isCovered(piece, wanted)) return false;
		return isOften(piece, wanted) && from(at + 1, next + 1) || wanted.most === 1e400 && from(at + 1, next);
	};
	return narrow.some((_, start) => (within || start === 0) && from(start, 0)) || narrow.length === 0 && from(0, 0);
}
function isOften(piece, wanted) {
	return wanted.least <= piece.least && wanted.most >= piece.most;
}
function isCovered(piece, wanted) {
	if (piece.text === wanted.text) return true;
	if (piece.branches !== void 0) {
		const { branches = [[{
			...wanted,
			least: 1,
			most: 1
		}]] } = wanted;
		return piece.branches.every((branch) => branches.some((one) => holds(one, branch, false)));
	}
	if (wanted.branches !== void 0) return wanted.branches.some((one) => holds(one, [{
		...piece,
		least: 1,
		most: 1
	}], false));
	if (/^\[\\?[sS]\\[sS]\]$/u.test(wanted.text)) return true;
	return wanted.text === "." && /^(?:\\[dw.]|[^\\[\n])$/u.test(piece.text);
}

// src/core/exam/schema-demands.ts
function asksLess(head, base) {
	return canonicalJson(head) !== canonicalJson(base) && isWithin(head, base) && !isWithin(base, head);
}
function isWithin(part, whole) {
	if (allowsAll(part)) return true;
	if (!isObject(part) || !isObject(whole)) return canonicalJson(part) === canonicalJson(whole);
	return Object.entries(part).every(([word, demand]) => {
		if (demandsNothing(word, demand)) return true;
		const held = Object.hasOwn(whole, word) ? whole[word] : void 0;
		if (held === void 0) return false;
		if (maps.has(word)) return isMapWithin(demand, held);
		if (word === "required") return listOf(demand).every((name) => listOf(held).includes(name));
		return schemas.has(word) ? isWithin(demand, held) : canonicalJson(demand) === canonicalJson(held);
	});
}
function isMapWithin(part, whole) {
	if (!isObject(part) || !isObject(whole)) return false;
	return Object.entries(part).every(([name, schema]) => allowsAll(schema) || Object.hasOwn(whole, name) && isWithin(schema, whole[name] ?? true));
}
function dropsDemand(base, head) {
	if (allowsAll(base)) return isObject(base) && isObject(head) && definitionsOf(base, head).some(drops);
	if (allowsAll(head)) return true;
	if (!isObject(base) || !isObject(head)) return false;
	return Object.entries(base).filter(([word, demand]) => !demandsNothing(word, demand)).some(([word, demand]) => !Object.hasOwn(head, word) || dropsWord(word, demand, head[word] ?? true)) || definitionsOf(base, head).some(drops);
}
function drops([base, head]) {
	return dropsDemand(base, head);
}
function definitionsOf(base, head) {
	return ["$defs", "definitions"].flatMap((word) => sharedOf(base[word] ?? null, head[word] ?? null));
}
function sharedOf(base, head) {
	if (!isObject(base) || !isObject(head)) return [];
	return Object.entries(base).flatMap(([name, schema]) => Object.hasOwn(head, name) ? [[schema, head[name] ?? true]] : []);
}
function dropsWord(word, before, after) {
	if (canonicalJson(before) === canonicalJson(after)) return false;
	if (demandsNothing(word, after)) return true;
	if (maps.has(word)) {
		const names = isObject(before) ? Object.entries(before).filter(([, schema]) => !allowsAll(schema)) : [];
		const isGone = (name) => !isObject(after) || !Object.hasOwn(after, name);
		return names.some(([name]) => isGone(name)) || sharedOf(before, after).some(drops);
	}
	if (word === "required" || word === "allOf") return isLacking(before, after);
	if ([
		"enum",
		"type",
		"anyOf",
		"oneOf"
	].includes(word)) return !isLacking(before, after) && isLacking(after, before);
	if (typeof before === "number" && typeof after === "number") return /^(?:min|exclusiveMin)/u.test(word) ? after < before : /^(?:max|exclusiveMax)/u.test(word) && after > before;
	if (word === "pattern") return isWiderPattern(String(after), String(before));
	if (word === "not") return dropsDemand(after, before);
	return schemas.has(word) && dropsDemand(before, after);
}
function isLacking(before, after) {
	const held = new Set(listOf(after).map(canonicalJson));
	return listOf(before).some((one) => !held.has(canonicalJson(one)));
}
function allowsAll(schema) {
	if (schema === true) return true;
	return isObject(schema) && Object.entries(schema).every(([word, demand]) => demandsNothing(word, demand));
}
function demandsNothing(word, demand) {
	if (!demanding.has(word)) return true;
	if (maps.has(word)) return isObject(demand) && Object.values(demand).every(allowsAll);
	if (word === "required" || word === "allOf") return listOf(demand).every(allowsAll);
	if (word === "anyOf") return listOf(demand).some(allowsAll);
	if (word === "type") return allTypes.every((type) => listOf(demand).includes(type));
	if (word.startsWith("min") && word !== "minimum") return demand === 0;
	return schemas.has(word) && word !== "not" && allowsAll(demand);
}
function listOf(value) {
	return Array.isArray(value) ? value : [value];
}
const allTypes = [
	"array",
	"boolean",
	"null",
	"number",
	"object",
	"string"
];
const maps = /* @__PURE__ */ new Set([
	"properties",
	"patternProperties",
	"dependentSchemas"
]);
const schemas = /* @__PURE__ */ new Set([
	"items",
	"contains",
	"additionalProperties",
	"unevaluatedProperties",
	"unevaluatedItems",
	"propertyNames",
	"not"
]);
const demanding = /* @__PURE__ */ new Set([
	...maps,
	...schemas,
	"$dynamicRef",
	"$ref",
	"allOf",
	"anyOf",
	"const",
	"dependencies",
	"dependentRequired",
	"else",
	"enum",
	"exclusiveMaximum",
	"exclusiveMinimum",
	"if",
	"maxContains",
	"maxItems",
	"maxLength",
	"maxProperties",
	"maximum",
	"minContains",
	"minItems",
	"minLength",
	"minProperties",
	"minimum",
	"multipleOf",
	"oneOf",
	"pattern",
	"prefixItems",
	"required",
	"then",
	"type",
	"uniqueItems"
]);

// src/core/exam/is-looser.ts
const loosened = new Map(Object.entries({
	contains: (base, head) => everyText(head, (text) => someText(base, (one) => one.includes(text))),
	"starts-with": (base, head) => everyText(head, (text) => someText(base, (one) => one.startsWith(text))),
	"ends-with": (base, head) => everyText(head, (text) => someText(base, (one) => one.endsWith(text))),
	"contains-any": (base, head) => everyText(base, (text) => someText(head, (one) => text.includes(one))),
	"not-contains": (base, head) => everyText(head, (text) => someText(base, (one) => text.includes(one))),
	"not-equals": (base, head) => everyText(head, (text) => someText(base, (one) => text === one)),
	"max-words": raised,
	"max-tokens": raised,
	"max-latency": raised,
	"max-cost": raised,
	"min-words": (base, head) => raised(head, base),
	number: (base, head) => sameBut("within", base, head, raised),
	"json-path": (base, head) => sameBut("contains", base, head, (one, other) => showValue(one).includes(showValue(other))) || sameBut("matches", base, head, (one, other) => isWiderPattern(showValue(other), showValue(one))) || sameBut("equals", base, head, () => false),
	regex: (base, head) => everyText(head, (text) => someText(base, (one) => text === one || isWiderPattern(text, one))) || hasMoved(base, head, (one, text) => isWiderPattern(text, one)),
	"not-regex": (base, head) => everyText(head, (text) => someText(base, (one) => text === one || isWiderPattern(one, text))) || hasMoved(base, head, (one, text) => isWiderPattern(one, text)),
	simulate: (base, head) => turnsOf(head) < turnsOf(base),
	"tool-call": (base, head) => sameBut("arguments", base, head, (one, other) => isPart(other, one)),
	"json-schema": (base, head) => dropsDemand(base, head),
	sql: grantsMore,
	"contains-sql": grantsMore,
	"contains-json": (base, head) => base !== null && (head === null || dropsDemand(base, head))
}));
const negative = /^not-/u;
const ofAllTurns = /^(?:not-|max-|answers$)/u;
const ofSomeTurn = /* @__PURE__ */ new Set([
	"contains",
	"contains-any",
	"contains-html",
	"contains-json",
	"contains-sql",
	"contains-xml",
	"regex",
	"refuses",
	"min-words"
]);
function isLooser(base, head) {
	return isArgumentLooser(base, head) || isCaseLooser(base, head) || isTurnLooser(base, head) || isOptionLooser("strict", base, head) || isOptionLooser("exact", base, head) || raised(mostEdits(base), mostEdits(head));
}
function isArgumentLooser(base, head) {
	if (canonicalJson(base.argument) === canonicalJson(head.argument)) return false;
	return loosened.get(base.kind)?.(base.argument, head.argument) === true;
}
function isCaseLooser(base, head) {
	const after = head.options["ignore-case"] === true;
	return after !== (base.options["ignore-case"] === true) && after !== negative.test(base.kind);
}
function isTurnLooser(base, head) {
	const after = head.options["turn"] === "last";
	if (after === (base.options["turn"] === "last")) return false;
	return after ? ofAllTurns.test(base.kind) : ofSomeTurn.has(base.kind);
}
function isOptionLooser(option, base, head) {
	const after = head.options[option] === true;
	return after !== (base.options[option] === true) && after === negative.test(base.kind);
}
function mostEdits({ options }) {
	return options["max-edits"] ?? Number.POSITIVE_INFINITY;
}
function turnsOf(argument) {
	const turns = isObject(argument) ? argument["turns"] : void 0;
	return turns === void 0 ? 5 : numberOf(turns);
}
function raised(base, head) {
	return numberOf(head) > numberOf(base);
}
function numberOf(value) {
	return typeof value === "number" || typeof value === "string" ? Number(value) : NaN;
}
function sameBut(key, base, head, compare) {
	if (!isObject(base) || !isObject(head)) return false;
	const { [key]: baseValue, ...baseRest } = base;
	const { [key]: headValue, ...headRest } = head;
	if (canonicalJson(baseRest) !== canonicalJson(headRest)) return false;
	if (headValue === void 0) return baseValue !== void 0 && key !== "within";
	return baseValue === void 0 ? key === "within" && numberOf(headValue) > 0 : compare(baseValue, headValue);
}
function isPart(part, whole) {
	if (!isObject(part) || !isObject(whole)) return canonicalJson(part) === canonicalJson(whole);
	return Object.entries(part).every(([key, value]) => {
		const held = Object.hasOwn(whole, key) ? whole[key] : void 0;
		return held !== void 0 && isPart(value, held);
	});
}
function everyText(argument, test) {
	return textsOf$1(argument).every(test);
}
function hasMoved(base, head, test) {
	const [before, after] = [textsOf$1(base), textsOf$1(head)];
	const [gone, come] = [before.filter((one) => !after.includes(one)), after.filter((one) => !before.includes(one))];
	return gone.some((one) => come.some((text) => test(one, text)));
}
function someText(argument, test) {
	return textsOf$1(argument).some(test);
}
function textsOf$1(argument) {
	return (Array.isArray(argument) ? argument : [argument]).map(showValue);
}
function grantsMore(base, head) {
	const [before, after] = [rightsOf(base), rightsOf(head)];
	const alike = (before["dialect"] ?? "mysql") === (after["dialect"] ?? "mysql");
	const kept = (key) => {
		const [held, now] = [before[key], after[key]];
		return now === void 0 || Array.isArray(held) && Array.isArray(now) && held.every((one) => now.includes(one));
	};
	return alike && kept("tables") && kept("columns");
}
function rightsOf(argument) {
	if (isObject(argument)) return argument;
	return typeof argument === "string" ? { dialect: argument } : {};
}

// src/core/exam/compare-checks.ts
function compareChecks(before, after) {
	const [base, head] = [withOneUser(before), withOneUser(after)];
	const pairs = pairChecks(base, head);
	const compared = pairs.map(([one, other]) => compareCheck(one, other));
	const kept = new Set(pairs.map(([, other]) => other));
	const matched = new Set(pairs.map(([one]) => one));
	const dropped = base.filter((check) => !matched.has(check)).map(({ name }) => `check \`${name}\` dropped`);
	const added = head.filter((check) => !kept.has(check)).map(({ name }) => `check \`${name}\` added`);
	return {
		weakened: [
			...dropped,
			...compared.flatMap(({ weakened }) => weakened),
			...findDrowning(base, head, pairs)
		],
		edited: [...compared.flatMap(({ edited }) => edited), ...added]
	};
}
function withOneUser(checks) {
	const last = checks.findLast(({ kind }) => kind === "simulate");
	return checks.filter((check) => check.kind !== "simulate" || check === last);
}
function pairChecks(base, head) {
	const left = new Set(head);
	const take = (fits) => {
		const found = [...left].find(fits);
		if (found !== void 0) left.delete(found);
		return found;
	};
	return base.map((check) => ({
		check,
		other: take(({ kind, name }) => kind === check.kind && name === check.name)
	})).flatMap(({ check, other }) => {
		const found = other ?? take(({ kind }) => kind === check.kind);
		return found === void 0 ? [] : [[check, found]];
	});
}
const rubrics = /* @__PURE__ */ new Set(["judge", "llm"]);
function compareCheck(base, head) {
	const weakened = [];
	const edited = [];
	const { name } = base;
	const both = base.not === true && head.not === true;
	if (rubrics.has(base.kind) && canonicalJson(base.argument) !== canonicalJson(head.argument)) weakened.push(`the rubric of \`${name}\` is another`);
	else if (both ? isLooser(head, base) : isLooser(base, head)) weakened.push(`check \`${name}\` loosened to \`${showCheck(head)}\``);
	else if (contentOf$1(base) !== contentOf$1(head)) edited.push(`check \`${name}\` now \`${showCheck(head)}\``);
	else if (name !== head.name) edited.push(`check \`${name}\` renamed to \`${head.name}\``);
	if (base.required && !head.required) weakened.push(`check \`${name}\` no longer required`);
	if (!base.required && head.required) edited.push(`check \`${name}\` now required`);
	const marks = compareMark(`\`min\` of \`${name}\``, base, head);
	const weights = compareNumber(`weight of \`${name}\``, base.weight, head.weight);
	const sets = comparePassMark(`\`min\` of the set of \`${name}\``, base.set?.min, head.set?.min);
	return {
		weakened: [
			...weakened,
			...marks.weakened,
			...weights.weakened,
			...sets.weakened
		],
		edited: [
			...edited,
			...marks.edited,
			...weights.edited,
			...sets.edited
		]
	};
}
function compareMark(what, base, head) {
	const { weakened, edited } = compareNumber(what, base.min, head.min);
	return base.not === true && base.min !== void 0 && head.min !== void 0 ? {
		weakened: edited,
		edited: weakened
	} : {
		weakened,
		edited
	};
}
function compareNumber(what, base, head) {
	if (base === head) return {
		weakened: [],
		edited: []
	};
	if (base === void 0) return {
		weakened: [],
		edited: [`${what} set to ${head}`]
	};
	if (head === void 0) return {
		weakened: [`${what} (${base}) dropped`],
		edited: []
	};
	return head < base ? {
		weakened: [`${what} lowered from ${base} to ${head}`],
		edited: []
	} : {
		weakened: [],
		edited: [`${what} raised from ${base} to ${head}`]
	};
}
function comparePassMark(what, base, head) {
	if (base === void 0 && head !== void 0) return {
		weakened: [`${what} set to ${head}`],
		edited: []
	};
	if (base !== void 0 && head === void 0) return {
		weakened: [],
		edited: [`${what} (${base}) dropped`]
	};
	return compareNumber(what, base, head);
}
function findDrowning(base, head, pairs) {
	const all = base.reduce((sum, { weight }) => sum + weight, 0);
	if (all === 0) return [];
	const before = new Map(pairs.map(([one, other]) => [other, one.weight]));
	const more = head.map((check) => ({
		check,
		by: Math.max(0, check.weight - (before.get(check) ?? 0))
	}));
	const added = more.reduce((sum, { by }) => sum + by, 0);
	if (added <= all) return [];
	const names = more.filter(({ by }) => by > 0).map(({ check }) => `\`${check.name}\``);
	const shown = names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
	const [checks, outweigh] = names.length === 1 ? ["check", "outweighs"] : ["checks", "outweigh"];
	return [`${checks} ${shown} with a weight of ${added} ${outweigh} all checks there were`];
}
function contentOf$1({ argument, options, not, transforms = [], contextFrom }) {
	return canonicalJson([
		argument,
		options,
		not === true,
		[...transforms],
		contextFrom ?? null
	]);
}
function showCheck({ name, options }) {
	return Object.keys(options).length === 0 ? name : `${name} ${canonicalJson(options)}`;
}

// src/core/exam/compare-case.ts
function compareCase(base, head) {
	const checks = compareChecks(base.checks, head.checks);
	const weight = compareNumber("weight", base.weight, head.weight);
	const mark = comparePassMark("`min`", base.min, head.min);
	const renamed = base.id === head.id ? [] : [`renamed from \`${base.id}\``];
	return {
		weakened: [
			...checks.weakened,
			...weight.weakened,
			...mark.weakened,
			...compareNotRun(base, head),
			...compareScoring(base, head)
		],
		edited: [
			...renamed,
			...compareVars(base, head),
			...compareFields(base, head),
			...checks.edited,
			...weight.edited,
			...mark.edited
		]
	};
}
function asksTheSame(base, head) {
	const asked = ({ vars, history, context, user, wrap, earlier = [], stored = [] }) => canonicalJson([
		vars,
		history,
		context,
		user ?? null,
		wrap ?? null,
		earlier,
		stored
	]);
	return asked(base) === asked(head) && conversation(base) === conversation(head);
}
function isJudgedAlike(base, head) {
	const judged = ({ checks, min, reference, notRun, callsAsText, scoring }) => canonicalJson([
		checks.map(({ at: _, name: __, ...check }) => check),
		min ?? null,
		reference ?? null,
		notRun.map(({ name }) => name),
		callsAsText === true,
		...scoring === void 0 ? [] : [scoring]
	]);
	return asksTheSame(base, head) && judged(base) === judged(head);
}
function conversation({ checks }) {
	return canonicalJson(checks.filter(({ kind }) => kind === "simulate").map(({ argument, options }) => [argument, options]));
}
function compareVars(base, head) {
	return [.../* @__PURE__ */ new Set([...Object.keys(base.vars), ...Object.keys(head.vars)])].flatMap((name) => {
		if (!Object.hasOwn(head.vars, name)) return [`variable \`${name}\` dropped`];
		if (!Object.hasOwn(base.vars, name)) return [`variable \`${name}\` added`];
		return canonicalJson(base.vars[name]) === canonicalJson(head.vars[name]) ? [] : [`variable \`${name}\` changed`];
	});
}
const shown = {
	wrap: "prefix or suffix",
	earlier: "turns before it"
};
function compareFields(base, head) {
	const changed = [
		"user",
		"wrap",
		"history",
		"context",
		"reference",
		"label",
		"segment",
		"tags",
		"earlier"
	].filter((field) => canonicalJson(base[field] ?? null) !== canonicalJson(head[field] ?? null));
	const gone = base.notRun.length > 0 && head.notRun.length === 0 ? ["assertions that are not run dropped"] : [];
	return [...changed.map((field) => `${shown[field] ?? field} changed`), ...gone];
}
function compareScoring({ scoring: base }, { scoring: head }) {
	const [before, after] = [base, head].map((one) => one === void 0 ? void 0 : canonicalJson(one.script));
	return before === after ? [] : ["the script that scores it changed"];
}
function compareNotRun(base, head) {
	return howFarChecked(base) !== "not-run" && howFarChecked(head) === "not-run" ? ["made one that cannot be run"] : [];
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

// src/core/exam/fill-vars.ts
function fillVars(golden, names, lenders) {
	const lent = names.filter((name) => lookUp(name, golden.vars) === void 0).flatMap((name) => {
		const value = lenders.map((lender) => lookUp(name, lender)).find((held) => held !== void 0);
		return value === void 0 ? [] : [[name, value]];
	});
	return lent.length === 0 ? golden : {
		...golden,
		vars: {
			...golden.vars,
			...Object.fromEntries(lent)
		}
	};
}

// src/core/exam/standing-cases.ts
function standingCases(base, tip) {
	return pairCases(base, tip).map((pair) => {
		if (pair.kind === "removed") return {
			golden: pair.base,
			isNew: false
		};
		if (pair.kind === "added") return {
			golden: pair.head,
			isNew: true
		};
		const before = isSameCase(pair.base, pair.head) ? {} : { before: pair.base };
		return {
			golden: pair.head,
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
	const schema = droppedSchema(old, next);
	const standing = new Map(standingCases(base, tip).map((one) => [one.golden, one]));
	const pairs = pairCases([...standing.keys()], head).map((pair) => comparePair(pair, standing, schema !== void 0));
	const asked = next?.variables ?? [];
	const gone = (old?.variables ?? []).filter((name) => !asked.includes(name));
	const others = headVars(head, next?.defaults ?? {});
	const lent = asked.filter((name) => old?.variables.includes(name) !== true);
	const asItWas = (golden, weight, lender) => {
		const lenders = lender === void 0 ? [others] : [lender.vars, others];
		return {
			...entryOf(holdToSchema(fillVars(golden, lent, lenders), schema), "base", "base", weight),
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
		return restored.some((one) => !hides(one, pair.head) && asksTheSame(one.golden, pair.head)) ? asBase : [asHead, ...asBase];
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
		...notesOnTemplates(asked.old, next),
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
function notesOnTemplates(old, next) {
	if (old === void 0) return [];
	const textsOf = ({ included = {} }) => new Map(Object.values(included).map(({ file, text }) => [file, text]));
	const [before, after] = [textsOf(old), textsOf(next)];
	const differing = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
	return differing.length === 0 ? [] : [`Of the templates that it takes in, ${listed(differing)} changed: what they say is in the requests.`];
}
function listed(files) {
	const named = files.slice(0, mostOnVars).map((file) => `\`${file}\``);
	const more = files.length - named.length;
	return more > 0 ? `${named.join(", ")} and ${more} more` : named.join(" and ");
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
function whyUnreviewed(read, { settled, exam, cases, tags }) {
	const left = () => whyHalfRendered(read, settled, namesGivenBy(cases));
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
const mostNamed$1 = 10;
function wordOrphaned({ cases: { old, tip } }) {
	const ids = [...new Set([old, ...tip === void 0 ? [] : [tip]].flatMap(({ cases }) => cases.map(({ id }) => id)))];
	if (ids.length === 0) return old.problems.length > 0 ? "its golden cases at base cannot be read" : void 0;
	const named = ids.slice(0, mostNamed$1);
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
function broken({ candidate: { path, previousPath, ...candidate }, old, next, dependencyChanged }, text, problems) {
	const place = {
		path,
		...previousPath !== void 0 && { previousPath }
	};
	const change = changeOf({
		...candidate,
		...place
	}, old, text, dependencyChanged) ?? "modified";
	const diff = text === "" ? "" : diffPrompt(filesOf(old, previousPath ?? path), filesOf(next, path));
	return {
		kind: "broken",
		prompt: {
			...place,
			change,
			diff,
			problems
		}
	};
}
function compared(read, next, settings) {
	const { candidate, old, cases, dependencyChanged } = read;
	const { path, previousPath } = candidate;
	const change = changeOf(candidate, old, next.text, dependencyChanged);
	if (change === void 0) return { kind: "unchanged" };
	const [first, ...rest] = cases.next.problems;
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
	const unreviewed = whyUnreviewed(read, {
		settled,
		exam,
		cases: all,
		tags: settings.tags
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
			diff: diffPrompt(filesOf(old, previousPath ?? path), filesOf(next, path)),
			...cases.next.models.length > 0 && { models: cases.next.models },
			notes: notesOnChange(read, {
				old: oldPrompt,
				next: nextPrompt,
				text: next.text,
				exam,
				settled: settled.notes,
				kinds: settings.kinds,
				isForeign: unreviewed?.why === "template"
			})
		},
		suiteNotes: cases.next.suiteNotes,
		...unreviewed !== void 0 && { unreviewed: {
			path,
			...unreviewed
		} }
	};
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
async function lookThrough(paths, { name, extract }, files, openIndex) {
	const idOf = (path) => files.entry(path)?.id ?? "";
	const index = new Set(paths.map(idOf)).size > 50 ? await openIndex() : void 0;
	const mentions = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const known = idOf(path) === "" ? void 0 : index?.find(name, idOf(path));
		if (known !== void 0) mentions.set(path, known);
	}
	const unknown = paths.filter((path) => !mentions.has(path));
	const unread = [];
	for (let at = 0; at < unknown.length; at += atOnce) for (const [path, file] of await files.texts(unknown.slice(at, at + atOnce))) {
		const found = file.kind === "text" ? extract(file.text) : void 0;
		if (found === void 0) unread.push(path);
		else {
			mentions.set(path, found);
			if (idOf(path) !== "") index?.keep(name, idOf(path), found);
		}
	}
	return {
		mentions,
		unread
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

// src/core/detect/file-names.ts
const mostNames = 500;
const longestName = 200;
const between = /[\s"'`,;:()[\]{}<>|*?/\\=#&@!%+$^~]+/u;
const escapes = /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|U([0-9a-f]{8})|([\s\S]))/giu;
const fileNames = {
	name: "file-names/1",
	extract: (text) => {
		const names = /* @__PURE__ */ new Set([...namesIn(text), ...text.includes("\\") ? namesIn(unescaped(text)) : []]);
		if (names.size > mostNames || [...names].some((name) => name.length > longestName)) return void 0;
		return {
			kind: "text",
			names: [...names].toSorted()
		};
	}
};
function couldMention(names, path) {
	const last = path.split(between).at(-1) ?? "";
	return !isName(last) || names.includes(last);
}
function namesIn(text) {
	return text.split(between).filter(isName);
}
function isName(part) {
	return /\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,10}$/iu.test(part);
}
function unescaped(text) {
	return text.replaceAll(escapes, (_, four, two, eight, one) => {
		const code = Number.parseInt(four ?? two ?? eight ?? "", 16);
		if (code <= 1114111) return String.fromCodePoint(code);
		return one !== void 0 && "ntr".includes(one) ? " " : one ?? " ";
	});
}

// src/app/reading/find-dependent.ts
async function findDependent(others, dependencies) {
	const { files, taken, byDefault, openIndex } = dependencies;
	if (taken.length === 0) return [];
	const owners = findOwners(others, dependencies);
	const certain = byDefault ? owners.filter(({ cases }) => cases.length > 0) : [];
	const open = owners.filter((owner) => !certain.includes(owner));
	const paths = [...new Set(open.flatMap(({ cases, possible }) => [...cases, ...possible]))];
	const speaking = byDefault ? new Set(paths) : await findSpeaking(paths, taken, files.next, openIndex);
	const likely = open.filter(({ cases, possible }) => [...cases, ...possible].some((path) => speaking.has(path)));
	if (likely.length > 0) files.next.expect([...taken, ...likely.flatMap(({ candidate, cases }) => [...filesIn$1(candidate), ...cases])]);
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
async function findSpeaking(paths, taken, files, openIndex) {
	const { mentions, unread } = await lookThrough(paths, fileNames, files, openIndex);
	const speaking = [...mentions].filter(([, { names }]) => taken.some((path) => couldMention(names, path)));
	return /* @__PURE__ */ new Set([...unread, ...speaking.map(([path]) => path)]);
}

// src/app/reading/find-including.ts
async function findIncluding(others, changed, { files, openIndex, ...reading }) {
	const templates = new Set(changed.filter((path) => isJinjaFile(path) || couldBeReferredTo(path)));
	const possible = others.filter((one) => filesIn(one).some((path) => isJinjaFile(path)));
	if (templates.size === 0 || possible.length === 0) return [];
	const reaching = await findReaching(possible.flatMap(filesIn), [...templates], files.next, openIndex);
	const likely = possible.filter((one) => filesIn(one).some((path) => reaching.has(path)));
	return (await Promise.all(likely.map(async (candidate) => {
		return (await Promise.all([readPromptSides(candidate.next, {
			...reading,
			files: files.next
		}), readPromptSides(candidate.old, {
			...reading,
			files: files.old
		})])).flatMap(promptsOf).some(({ refersTo }) => refersTo.some((path) => templates.has(path))) ? [candidate] : [];
	}))).flat();
}
async function findReaching(start, templates, files, openIndex) {
	const known = [...files.paths()].filter((path) => isJinjaFile(path));
	const names = /* @__PURE__ */ new Map();
	const reaching = /* @__PURE__ */ new Set();
	for (let next = start; next.length > 0;) {
		const { mentions, unread } = await lookThrough(next, fileNames, files, openIndex);
		for (const path of unread) reaching.add(path);
		for (const [path, mentioned] of mentions) names.set(path, mentioned.names);
		const named = [...mentions.values()].flatMap((one) => one.names);
		next = known.filter((path) => !names.has(path) && !reaching.has(path) && couldMention(named, path));
	}
	for (let wanted = templates; wanted.length > 0;) {
		const more = [...names].flatMap(([path, held]) => !reaching.has(path) && wanted.some((one) => couldMention(held, one)) ? [path] : []);
		for (const path of more) reaching.add(path);
		wanted = more;
	}
	return reaching;
}
function filesIn({ next }) {
	return next?.parts.map(({ file }) => file) ?? [];
}
function promptsOf(sides) {
	return (sides.kind === "one" ? [sides.side] : [...sides.sides.values()]).flatMap((side) => side.kind === "prompt" ? [side.prompt] : []);
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

// src/core/detect/could-be-checked-against.ts
function couldBeCheckedAgainst(path) {
	return /\.(?:json|ya?ml|txt)$/iu.test(path);
}

// src/app/reading/find-taken.ts
async function findTaken(referred, touched, casesOf, reading) {
	const cases = new Set(touched.flatMap(({ path }) => casesOf(path)));
	const paths = [...referred].filter((path) => couldBeCheckedAgainst(path) && !cases.has(path));
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

// src/core/detect/pair-by-content.ts
const alike = .5;
function pairByContent(removed, added) {
	const pieces = new Map([...removed, ...added].map(({ path, text }) => [path, piecesOf(text)]));
	const found = removed.flatMap((old) => added.flatMap((next) => {
		const share = sharedBy(pieces.get(old.path), pieces.get(next.path));
		return share < alike ? [] : [{
			old: old.path,
			next: next.path,
			share
		}];
	}));
	const pairs = /* @__PURE__ */ new Map();
	const taken = /* @__PURE__ */ new Set();
	for (const { old, next } of found.toSorted((one, other) => other.share - one.share)) {
		if (taken.has(old) || pairs.has(next)) continue;
		taken.add(old);
		pairs.set(next, old);
	}
	return pairs;
}
function piecesOf(text) {
	const words = text.split(/\s+/u).filter((word) => word !== "");
	const counts = /* @__PURE__ */ new Map();
	for (let at = 0; at < words.length; at += 1) {
		const piece = `${words[at]} ${words[at + 1] ?? ""}`;
		counts.set(piece, (counts.get(piece) ?? 0) + 1);
	}
	return counts;
}
function sharedBy(one = /* @__PURE__ */ new Map(), other = /* @__PURE__ */ new Map()) {
	const [size, otherSize] = [one, other].map((pieces) => [...pieces.values()].reduce((sum, count) => sum + count, 0));
	const longer = Math.max(size ?? 0, otherSize ?? 0);
	if (longer === 0) return 0;
	let shared = 0;
	for (const [piece, count] of one) shared += Math.min(count, other.get(piece) ?? 0);
	return shared / longer;
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

// src/app/reading/open-revisions.ts
async function openRevisions(host, pull, isTipLikely) {
	let opened;
	const openTip = () => {
		opened ??= host.tree(pull.tip).then((tree) => filesOf$1(host, pull.tip, tree));
		return opened;
	};
	const behind = isBehind(pull);
	const [head, base, tip] = await Promise.all([
		host.tree(pull.head),
		host.tree(pull.base),
		behind && isTipLikely ? openTip() : void 0
	]);
	return {
		files: {
			old: filesOf$1(host, pull.base, base),
			next: filesOf$1(host, pull.head, head),
			...behind && { openTip }
		},
		head,
		base,
		...tip !== void 0 && { tip }
	};
}
function isBehind({ tip, base, head, queued }) {
	return tip.sha !== base.sha && tip.sha !== head.sha && queued !== true;
}

// src/app/read-changes.ts
async function readChanges({ host, pull, changed, everyPrompt = false, settings, kinds, formats, openIndex = async () => void 0, sandbox }) {
	if (!everyPrompt && !mayConcern(changed, settings)) return {
		changes: [],
		unreviewed: [],
		broken: [],
		problems: [],
		prompts: [],
		suiteNotes: [],
		passedOver: [],
		notes: []
	};
	const paths = changedPaths(changed);
	const isPrompt = matchPrompts(settings.promptGlobs);
	const isTipLikely = paths.some((path) => isPrompt(path) || couldHoldCases(settings.casesPattern, path));
	const { files, head, base, tip: early } = await openRevisions(host, pull, isTipLikely);
	const suffixesOf = (path) => [...new Set(formats.map((format) => format.suffix(path)))];
	const casesOf = (path) => suffixesOf(path).flatMap((suffix) => casesPaths(settings.casesPattern, path, suffix));
	const revisions = [
		files.old,
		files.next,
		...early === void 0 ? [] : [early]
	];
	const configs = await findConfigs(files, new Set(paths), openIndex, () => expectEarly(revisions, paths, settings.promptGlobs, casesOf));
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
	const { touched, others } = findCandidates({
		changed: followed,
		head,
		base,
		settings,
		configured,
		suffixesOf
	});
	const tip = touched.length > 0 ? await files.openTip?.() : void 0;
	for (const { old, next } of everyPrompt ? [...touched, ...others] : touched) {
		const before = old ?? next;
		if (old !== void 0) files.old.expect([...old.parts.map(({ file }) => file), ...casesOf(old.path)]);
		if (before !== void 0) tip?.expect([...before.parts.map(({ file }) => file), ...casesOf(before.path)]);
		if (next !== void 0) files.next.expect([...next.parts.map(({ file }) => file), ...casesOf(next.path)]);
	}
	const outer = readDefaultChecks(settings.defaultChecks, kinds);
	const readGolden = createGoldenCasesReader(settings.casesPattern, kinds, outer.checks, readPromptfoo);
	const referred = new Set(paths.filter(couldBeReferredTo));
	const concerned = referred.size === 0 ? touched : [...touched, ...others];
	const tested = await findTested(concerned, {
		files,
		changed: new Set(paths),
		readPromptfoo
	});
	const taken = await findTaken(referred, touched, casesOf, {
		files: files.next,
		formats,
		kinds
	});
	const dependent = await findDependent(everyPrompt ? [] : others, {
		files,
		formats,
		kinds,
		taken,
		pattern: settings.casesPattern,
		byDefault: filesOfChecks(outer.checks, kinds).paths.some((path) => taken.includes(path)),
		suffixesOf,
		readGolden,
		openIndex
	});
	const including = everyPrompt ? [] : await findIncluding(others, paths, {
		files,
		formats,
		kinds,
		openIndex
	});
	const reading = {
		files,
		formats,
		kinds,
		readGolden
	};
	const review = async (candidate, leans = () => false) => {
		return (await readSubjects(candidate, reading)).map((subject) => compareCandidate({
			...subject,
			dependencyChanged: leans(subject)
		}, {
			...settings,
			kinds
		}));
	};
	const isTouched = (candidate) => touched.includes(candidate);
	const rested = tested.cases.filter((candidate) => !isTouched(candidate));
	const leaning = new Set([...everyPrompt ? others : [
		...dependent,
		...including,
		...tested.dependent
	]].filter((one) => !isTouched(one) && !rested.includes(one)));
	const isDependent = ({ candidate: { path }, cases: { next: { refersTo } } }) => !path.includes("#") || refersTo.some((file) => taken.includes(file));
	const outcomes = await Promise.all([...[...touched, ...rested].map((candidate) => review(tested.cases.includes(candidate) ? {
		...candidate,
		casesChanged: true
	} : candidate)), ...[...leaning].map((candidate) => review(candidate, everyPrompt || including.includes(candidate) || tested.dependent.includes(candidate) ? () => true : isDependent))]);
	const told = withoutTemplates(outcomes.flat());
	const overlooked = await findOverlooked(changed, told, files.next, settings);
	return {
		...gatherOutcomes(told, overlooked, outcomes.length === 0 ? [] : outer.problems),
		notes: configs.notes
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

// src/app/review/set-aside.ts
const mostNamed = 5;
function setAside(change) {
	const { cases } = change.exam;
	const kept = cases.filter(({ golden }) => howFarChecked(golden) !== "not-run");
	if (kept.length === cases.length) return {
		change,
		unreviewed: []
	};
	const aside = cases.filter(({ golden }) => howFarChecked(golden) === "not-run");
	const detail = wordAside(aside.map(({ key }) => key), cases.length);
	const isUnsent = aside.every(({ golden }) => golden.notRun.some(({ unsent }) => unsent));
	return {
		change: {
			...change,
			exam: {
				...change.exam,
				cases: kept
			},
			setAside: aside.length
		},
		unreviewed: [{
			path: change.path,
			why: isUnsent ? "not-sent" : "not-run",
			detail
		}]
	};
}
function tellUnrendered({ change, unrendered = [] }) {
	const [first] = unrendered;
	if (first === void 0) return [];
	const named = wordAside(unrendered.map(({ key }) => key), change.exam.cases.length + unrendered.length);
	const why = unrendered.every(({ problem }) => problem.unsent) ? "not-sent" : "unrendered";
	return [{
		path: change.path,
		why,
		detail: `${named}. ${first.problem.what}`
	}];
}
function wordAside(keys, all) {
	const more = keys.length > mostNamed ? ` and ${keys.length - mostNamed} more` : "";
	return `${keys.length} of ${all}: ${keys.slice(0, mostNamed).join(", ")}${more}`;
}

export { missingKeys as A, runJobs as C, forecastRounds as D, cellOf as E, isPriced as M, decideBudget as N, mostTrials as O, countReplies$1 as S, withReasons as T, judgeTrust as _, rolesOf as a, questionsOfCell as b, measureJudge as c, judgeLabelled as d, labelledTexts as f, scoreReply as g, chatRequest as h, callOfSide as i, estimateCost as j, checkNeeds as k, judgeAgain as l, askUntilDone as m, tellUnrendered as n, estimateReview as o, judgeText as p, readChanges as r, wordEstimate as s, setAside as t, votesIn as u, judgeReliability as v, tellFailing as w, askAsBaseHadIt as x, labelAgreement as y };