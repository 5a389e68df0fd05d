import "./rolldown-runtime.js";
import { tt as scoreSlack } from "./verdict-of-reason.js";
import { t as clip } from "./clip.js";
import { t as CancelledError } from "./breathe.js";
import { l as showModel, r as loadChecks } from "./named-checks.js";
import { i as withoutFaulty, o as decideBudget } from "./set-aside.js";
import { o as estimateCost, t as questionsOfCell } from "./requests-of-cell.js";
import { a as showProblem } from "./problem.js";
import { t as sides } from "./side.js";
import { t as checkKinds } from "./scorers.js";
import { t as callOfSide } from "./call-of-side.js";
import { a as shuffled, t as designJudged } from "./design-judged.js";
import { r as nothingSpent } from "./empty-report.js";
import { c as judgeText } from "./judge-reliability.js";
import { i as rolesOf, n as missingKeys } from "./missing-roles.js";

// src/core/assemble/compare-judges.ts
const aPoint = 1 / 9;
const longestWhy = 300;
function compareJudges(judges, replies, { of, tolerance }) {
	const both = replies.flatMap((reply) => {
		const judgements = pair(reply.checks);
		return judgements === void 0 || judgements.length === 0 ? [] : [{
			reply,
			judgements
		}];
	});
	if (both.length === 0) return void 0;
	const all = both.flatMap(({ judgements }) => judgements);
	const mean = {
		old: meanOf(all, "old"),
		new: meanOf(all, "new")
	};
	const flips = both.flatMap(({ reply, judgements }) => {
		const passes = {
			old: isPassed(judgements, "old"),
			new: isPassed(judgements, "new")
		};
		if (passes.old === passes.new) return [];
		const decisive = judgements.find((one) => one.old.passed !== one.new.passed) ?? judgements[0];
		return [{
			prompt: reply.prompt,
			case: reply.case,
			model: reply.model,
			passes: passes.old ? "old" : "new",
			score: {
				old: meanOf(judgements, "old"),
				new: meanOf(judgements, "new")
			},
			why: {
				old: clip(decisive?.old.reason ?? "", longestWhy),
				new: clip(decisive?.new.reason ?? "", longestWhy)
			}
		}];
	});
	return {
		...judges,
		replies: both.length,
		of,
		judgements: all.length,
		alike: all.filter(isAlike).length,
		mean,
		flips,
		differs: flips.length > 0 || Math.abs(mean.new - mean.old) > tolerance + 1e-9
	};
}
function pair({ old, new: now }) {
	const pairs = old.flatMap((one, at) => {
		const other = now[at];
		return one.kind === "scored" && other?.kind === "scored" ? [{
			old: one,
			new: other
		}] : [];
	});
	return pairs.length === old.length ? pairs : void 0;
}
function isAlike({ old, new: now }) {
	if (old.passed !== void 0 && now.passed !== void 0) return old.passed === now.passed;
	return Math.abs(old.value - now.value) <= aPoint + scoreSlack;
}
function isPassed(judgements, side) {
	return judgements.every((one) => one[side].passed !== false);
}
function meanOf(judgements, side) {
	return judgements.reduce((sum, one) => sum + one[side].value, 0) / judgements.length;
}

// src/app/review/review-exchanged-judge.ts
async function reviewExchangedJudge(prompts, judges, { ports, settings, spent }) {
	const nothing = (why) => ({
		notes: [`${notCompared}: ${why}.`],
		spent: nothingSpent
	});
	const guarded = prompts.flatMap(({ path, old, new: next, exam }) => {
		const prompt = old ?? next;
		return prompt === void 0 ? [] : [{
			path,
			prompt,
			cases: exam.cases.map(({ golden }) => golden)
		}];
	});
	await loadChecks(guarded.flatMap(({ cases }) => cases), checkKinds, ports.words);
	const { design, broken } = withoutFaulty(designJudged(guarded, settings, ports.sandbox));
	const left = broken.map(({ path }) => `\`${path}\``);
	const unasked = left.length === 0 ? [] : [`${notCompared} by the cases of ${left.join(", ")}, which cannot be asked.`];
	const all = shuffled(design.prompts.flatMap(({ cells }) => cells)).filter(isAlone);
	if (all.length === 0) return {
		...nothing("no golden case has a judged check"),
		notes: unasked
	};
	const lacking = missingKeys(providersOf(all, judges, settings), settings, (name) => ports.hasKey(settings, name));
	if (lacking.length > 0) return nothing(lacking.map(showProblem).join(" ").replace(/\.$/u, ""));
	const costOf = await ports.loadPrices(settings);
	const unpriced = settings.limitsCost ? sides.filter((side) => !isPriced(judges[side], costOf)) : [];
	if (unpriced.length > 0) return nothing(`the price of ${unpriced.map((side) => `\`${showModel(judges[side])}\``).join(", ")} is not known, so that \`max-cost\` cannot hold`);
	const budget = {
		calls: settings.maxCalls - spent.calls.made,
		usd: Math.max(0, settings.maxCostUsd - (spent.costUsd.actual ?? 0))
	};
	const cells = fitting(all, (few) => decideBudget(estimate(few, judges, settings, costOf), budget) === void 0);
	if (cells.length === 0) return nothing("the budget that is left holds not even one case");
	const session = await ports.openAsking({
		...settings,
		maxCalls: budget.calls,
		maxCostUsd: budget.usd
	}, Math.ceil(estimate(cells, judges, settings, costOf).calls));
	try {
		if (session.mayAsk(cells.length) !== "complete") return nothing("the time of the run is over");
		ports.progress.say(`Both judges, ${sides.map((side) => showModel(judges[side])).join(" and ")}, grade ${cells.length} replies.`);
		const replies = await judgeBoth(cells, judges, {
			settings,
			session,
			now: ports.clock.now()
		});
		ports.progress.end();
		const named = {
			old: nameOf(judges.old),
			new: nameOf(judges.new)
		};
		const exchange = compareJudges(named, replies, {
			of: all.length,
			tolerance: settings.gate.tolerance
		});
		const notes = [...unasked, ...exchange === void 0 ? [`${notCompared}: no reply was judged by both.`] : []];
		return {
			...exchange === void 0 ? {} : { exchange },
			notes,
			spent: session.spent()
		};
	} catch (fault) {
		if (!(fault instanceof CancelledError)) throw fault;
		return {
			...nothing("the run was cancelled"),
			spent: session.spent()
		};
	}
}
const notCompared = "The two judges were not compared";
function isAlone({ scenario, exam, new: request }) {
	return scenario === void 0 && exam.golden.earlier === void 0 && request !== void 0;
}
function nameOf(judge) {
	return {
		model: showModel(judge),
		votes: judge.votes
	};
}
function isPriced({ provider, model }, costOf) {
	return costOf(provider, model, {
		inputTokens: 1,
		outputTokens: 1
	}) !== void 0;
}
function providersOf(cells, judges, { embeddings }) {
	const asked = cells.flatMap(({ new: request }) => request?.provider ?? []);
	return /* @__PURE__ */ new Set([
		...asked,
		judges.old.provider,
		judges.new.provider,
		...embeddings ? [embeddings.provider] : []
	]);
}
function fitting(cells, fits) {
	if (fits(cells)) return cells;
	let [fit, beyond] = [0, cells.length];
	while (beyond - fit > 1) {
		const middle = Math.floor((fit + beyond) / 2);
		if (fits(cells.slice(0, middle))) fit = middle;
		else beyond = middle;
	}
	return cells.slice(0, fit);
}
function estimate(cells, judges, settings, costOf) {
	const asked = cells.flatMap((cell) => [...cell.new === void 0 ? [] : [{
		request: cell.new,
		times: 1
	}], ...sides.flatMap((side) => questionsOfCell(cell, {
		...settings,
		judge: judges[side]
	}, checkKinds).map(({ request, perReply }) => ({
		request,
		times: perReply.usual
	})))]);
	return estimateCost(asked, costOf);
}
async function judgeBoth(cells, judges, { settings, session: { ask }, now }) {
	const notBefore = settings.baselineAgeMs > 0 ? now - settings.baselineAgeMs : void 0;
	const depsOf = (judge) => ({
		ask,
		roles: {
			...rolesOf(settings),
			judge
		},
		kinds: checkKinds,
		votes: judge.votes
	});
	const [before, after] = [depsOf(judges.old), depsOf(judges.new)];
	const judged = cells.map(async (cell) => {
		const request = cell.new;
		if (request === void 0) return [];
		const reply = await ask.reply(callOfSide({
			cell,
			side: "new",
			trial: 0,
			fresh: false
		}, request, notBefore));
		const text = reply.kind === "failed" ? void 0 : ask.kept(reply.call)?.text;
		if (text === void 0) return [];
		const given = {
			golden: cell.exam.golden,
			messages: request.messages,
			text
		};
		const [old, next] = await Promise.all([judgeText(given, 0, before), judgeText(given, 0, after)]);
		const checks = {
			old: old.map(({ score }) => score),
			new: next.map(({ score }) => score)
		};
		return [{
			prompt: cell.prompt,
			case: cell.exam.golden.id,
			model: cell.row,
			checks
		}];
	});
	return (await Promise.all(judged)).flat();
}

export { reviewExchangedJudge };