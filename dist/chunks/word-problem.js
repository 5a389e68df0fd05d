import { i as showPosition } from "./problem.js";
import { t as clip } from "./clip.js";
import { t as sides } from "./side.js";
import { r as problemsOf } from "./report-outcome.js";
import { c as showCall } from "./skills.js";
import { C as say, S as quote, T as upperFirst, _ as lengthOf, b as own, d as showP, f as showPercent, g as fitting, h as showTally, i as showDelta, l as showMoneyGrowth, m as showScore, n as showChange, o as showDurationGrowth, p as showPoints, r as showCount, s as showMoney, u as showNumberOf, v as list, w as sentences, y as listNames } from "./show-quantity.js";
import { t as showDay } from "./show-day.js";
import { _ as wordFallOf, l as casesBehindFall, p as casesOf$1 } from "./telling-pair.js";
import { c as wordExplosion, f as wordSum, i as ratioOf, l as wordExplosionBeside, n as longer, o as wordBill, r as nameRow, s as wordCauses, t as explodingRows, u as wordGrowth } from "./word-cost.js";

// src/reporters/count-checked.ts
function countChecked(rows) {
	const cases = rows.flatMap((row) => row.cases);
	const unmarked = cases.filter((one) => one.new.of > 0 && one.new.passes === null).length;
	const scores = rows.flatMap(({ score }) => score.new ?? []);
	const ids = (state) => [...new Set(cases.filter((one) => one.state === state).map(({ id }) => id))];
	return {
		marked: cases.length - unmarked,
		passing: cases.filter(passes).length,
		unmarked,
		failing: ids("failing"),
		flaky: ids("flaky"),
		score: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length
	};
}
function passes({ new: now }) {
	return now.of > 0 && now.passes === now.of;
}
function hasGaps({ prompts }) {
	return prompts.some((prompt) => prompt.exam.length < casesOf(prompt) || partlyAsked(prompt) > 0);
}
function wordCoverage(prompt) {
	const [asked, all, partly] = [
		prompt.exam.length,
		casesOf(prompt),
		partlyAsked(prompt)
	];
	const of = asked < all ? `${asked} of ${all}` : `${all}`;
	return partly === 0 ? of : `${of}, ${partly} in part`;
}
function casesOf({ exam, setAside = 0, unchecked }) {
	return exam.length + setAside + unchecked.length;
}
function partlyAsked({ exam }) {
	return exam.filter(({ notRun }) => notRun !== void 0).length;
}

// src/reporters/wording/word-stopped.ts
function wordLimit({ ended, stoppedBy }) {
	if (stoppedBy !== void 0) return own(`\`${stoppedBy.limit}\` (${showValue(stoppedBy)})`);
	if (ended === "budget") return own("`max-calls` or `max-cost`");
	return own(ended === "deadline" ? "`timeout`" : "");
}
function showValue({ limit, value }) {
	if (limit === "max-calls") return showCount(value);
	if (limit === "max-cost") return showMoney(value);
	const minutes = value / 6e4;
	return minutes < 1 ? `${Math.round(value / 1e3)} s` : `${Math.round(minutes * 10) / 10} min`;
}
function wordStopped(report) {
	const limit = wordLimit(report);
	return limit.length === 0 ? [] : [
		...own("Stopped at "),
		...limit,
		...own(`, ${wordSoFar(report)}.`)
	];
}
function wordSoFar({ prompts, calls }) {
	const rounds = Math.max(0, ...prompts.map((prompt) => prompt.rounds));
	return `after ${showNumberOf(rounds, "round")} and ${showNumberOf(calls.made, "call")}`;
}
function wordRaise(report) {
	const { ended, stoppedBy, calls, costUsd } = report;
	if (stoppedBy === void 0) return ended === "budget" ? own("Raise the limit to know.") : [];
	const most = calls.planned?.high ?? 0;
	if (stoppedBy.limit === "max-calls") return own(most > stoppedBy.value ? `Raise \`max-calls\` to know: all of it takes at most ${showCount(most)}.` : "Raise `max-calls` to know.");
	if (stoppedBy.limit === "timeout") return own("Raise `timeout`, or `concurrency`, to know.");
	const usd = calls.made === 0 || costUsd.actual === void 0 ? 0 : costUsd.actual / calls.made * most;
	return own(usd > stoppedBy.value ? `Raise \`max-cost\` to know: all of it takes at most about ${showMoney(usd)}.` : "Raise `max-cost` to know.");
}
function wordOwnLimit({ of, limit, paths }) {
	const value = of === "calls" ? showCount(limit) : showMoney(limit);
	return say`${own(`\`budget.${of}\` (${value}) of the \`overrides\` for`)} ${listNames(paths, 2)}`;
}
function wordOwnRaise({ of }) {
	return own(`Raise \`budget.${of}\` of that entry to know, or give these prompts fewer cases.`);
}

// src/reporters/wording/word-reason.ts
const slow$1 = {
	p95: "a slow reply",
	"first-token": "the first word of a reply"
};
function wordReason(reason, mode = "review") {
	switch (reason.kind) {
		case "suite": return say`the mean score fell ${onRow(reason.row)} by ${own(showPoints(reason.delta))}, beyond chance (${tested(reason)}) and beyond the tolerance of ${own(showPoints(reason.tolerance))}`;
		case "case": return say`case ${reason.case} ${own(reason.new.passes === 0 ? "broke" : "got worse")} ${onRow(reason.row)}: ${fall(reason)} (${tested(reason)})${own(reason.blocks ? "" : "; a warning only")}`;
		case "metric": return say`the metric ${reason.metric} fell ${onRow(reason.row)} by ${own(showPoints(reason.delta))}, beyond chance (${tested(reason)}) and beyond its tolerance of ${own(showPoints(reason.tolerance))}`;
		case "failing-case": return say`case ${reason.case} fails ${onRow(reason.row)} (${own(showTally(reason.new))})`;
		case "min-score": return say`the score ${onRow(reason.row)} is ${own(showScore(reason.score))}, under the least allowed, ${own(showScore(reason.minimum))}`;
		case "cost": return say`a reply ${onRow(reason.row)} costs ${own(reason.increase === null ? "something where it cost nothing" : `${showPercent(reason.increase)} more`)} (${own(showMoneyGrowth(reason.old * 1e3, reason.new * 1e3))} per 1,000, ${tested(reason)}); the limit is ${own(showPercent(reason.limit))}`;
		case "cap": return reason.of === "usd" ? say`1,000 replies ${onRow(reason.row)} cost ${own(showMoney(reason.value * 1e3))}; the most allowed is ${own(showMoney(reason.cap * 1e3))}` : say`a reply ${onRow(reason.row)} has ${own(showCount(reason.value))} output tokens on average; the most allowed is ${own(showCount(reason.cap))}`;
		case "latency": return say`${own(reason.of === void 0 ? "a reply" : slow$1[reason.of])} ${onRow(reason.row)} takes ${own(showPercent(reason.increase))} longer (${own(`${reason.of === "p95" ? "p95" : "p50"} ${showDurationGrowth(reason.old, reason.new)}`)}, ${tested(reason)}); the limit is ${own(showPercent(reason.limit))}`;
		case "missing": return say`${reason.missing} of ${own(showNumberOf(reason.of, "reply", "replies"))} of ${promptOf(reason.side, mode)} ${onRow(reason.row)} were not asked, never came or could not be scored; more than a tenth proves nothing`;
		case "unanswered-case": return say`case ${reason.case} has no scored reply of ${promptOf(reason.side, mode)} ${onRow(reason.row)}${own(reason.setAside ? ", and is set aside" : "")}`;
		case "empty-replies": return say`${own(wordEmpty(reason))} ${onRow(reason.row)}`;
		case "nothing-passes": return say`${own(wordNone(reason))} ${onRow(reason.row)}: ${own(reason.side === "old" ? "what fails already cannot break" : "nothing shows that it works")}`;
		case "other-question": return reason.brought.length === 0 ? say`the two prompts are asked different questions ${onRow(reason.row)} in ${listNames(reason.cases)}: the new line does not ask there in the words of the base branch` : say`the two prompts are asked different questions ${onRow(reason.row)} in ${own(showNumberOf(reason.cases.length, "case"))}: the new one does not read ${listNames(reason.dropped)} any more, but ${listNames(reason.brought)}, which this pull request brings`;
		case "own-edits": return wordOwnEdits$1(reason);
		case "out-of-steps": return say`with the new prompt ${own(reason.cases.length === 1 ? "the conversation of" : "the conversations of")} ${listNames(reason.cases, 5)} ${onRow(reason.row)} ${own(reason.cases.length === 1 ? "comes" : "come")} to the end of its steps without an answer in words; with the old one not`;
		case "own-budget": return say`${wordOwnLimit(reason)} ended the asking ${onRow(reason.row)} before there were replies enough to tell`;
		case "no-result": return wordUnanswered(reason, mode);
		case "unknown-price": return say`a cost limit is set, and the price of ${reason.row} is unknown (${sideOf(reason.side)} side): no list has it at this endpoint, so write it in \`prices\``;
		case "unknown-first-token": return say`\`gate.latency\` limits the time to the first token, and replies ${onRow(reason.row)} do not tell it (${sideOf(reason.side)} side): they did not come as a stream, so limit \`p50\` or \`p95\` there`;
		case "leaning-cost": return say`a reply ${onRow(reason.row)} seems to cost ${own(reason.increase === null ? "something where it cost nothing" : `${showPercent(reason.increase)} more`)} (${own(showMoneyGrowth(reason.old * 1e3, reason.new * 1e3))} per 1,000, ${own(showP(reason.p))}), which is over the limit of ${own(showPercent(reason.limit))}; too few replies rule out chance`;
		case "leaning-latency": return say`${own(reason.of === void 0 ? "a reply" : slow$1[reason.of])} ${onRow(reason.row)} seems to take ${own(showPercent(reason.increase))} longer (${own(`${reason.of === "p95" ? "p95" : "p50"} ${showDurationGrowth(reason.old, reason.new)}`)}, ${own(showP(reason.p))}), which is over the limit of ${own(showPercent(reason.limit))}; too few replies rule out chance`;
		case "leaning": return say`it leans worse ${onRow(reason.row)} without proof: the mean moved ${own(showDelta(reason.delta))} (${own(showP(reason.p))})`;
		case "leaning-case": return reason.confirmed ? say`case ${reason.case} got worse ${onRow(reason.row)}, but by less than half: ${own(showPoints(reason.delta))} (${own(showP(reason.p))})` : say`case ${reason.case} fell ${onRow(reason.row)}${reason.fall === void 0 ? say` by ${own(showPoints(reason.delta))}` : say`: ${wordFallOf(reason.fall)}`}, not proven by itself`;
		case "tolerated-case": return say`case ${reason.case} got worse ${onRow(reason.row)} by ${own(showPoints(reason.delta))} (${tested(reason)}), within the tolerance of ${own(showPoints(reason.tolerance))}`;
		case "blind": return say`with ${own(showNumberOf(reason.trials, "reply", "replies"))} a case and side ${onRow(reason.row)} not even a case that breaks completely could be proven${blindFix(reason.trialsNeeded)}`;
		case "unproven": return say`neither better nor worse is proven ${onRow(reason.row)}: a drop of ${own(showPoints(reason.margin))} is not ruled out`;
		case "missing-decides": return say`the missing replies ${onRow(reason.row)} decide (${reason.missing.old} old, ${reason.missing.new} new): at their worst this would not pass. Run again: nothing else is asked anew`;
		case "answered": return say`the new prompt leaves more replies unanswered ${onRow(reason.row)}: ${own(showPercent(reason.old))} → ${own(showPercent(reason.new))} answered (${own(showP(reason.p))})`;
		case "kept-replies": return say`it looks worse ${onRow(reason.row)} against kept replies ${own(reason.refuted ? "and not against fresh ones: the service changed, not the prompt" : "alone, which never block")}`;
	}
}
function wordOwnEdits$1({ row, cases, unasked }) {
	if (cases.length === 0) return say`${own(showNumberOf(unasked, "edited case"))} ${own(unasked === 1 ? "was" : "were")} not asked ${onRow(row)} as base had ${own(unasked === 1 ? "it" : "them")}: time or budget ended before`;
	const shown = cases.slice(0, 5).map((one) => say`${one.case}${tallies(one)}`);
	const more = cases.length - shown.length;
	return say`it passes ${onRow(row)} only by its own edits: as base had ${own(cases.length === 1 ? "it" : "them")}, ${list([...shown, ...more > 0 ? [own(`${more} more`)] : []], ", ", " and ")} ${own(cases.length === 1 ? "breaks" : "break")}`;
}
function wordUnanswered({ row, calls, of }, mode) {
	const shown = calls.slice(0, 3).map((call) => {
		const by = mode === "check" || call.side === "new" ? [] : own(", the old prompt");
		return say`${clip(showCall(call), 120)} (${call.case}${by})`;
	});
	const more = of - shown.length;
	const all = list([...shown, ...more > 0 ? [own(`${more} more`)] : []], ", ", " and ");
	return say`no canned result fits ${own(showNumberOf(of, "call"))} ${onRow(row)}, which ended ${own(of === 1 ? "its conversation" : "their conversations")}: ${all}`;
}
function tallies({ old: before, new: after }) {
	return before.passes === null || after.passes === null ? [] : own(` (${showTally(before)} → ${showTally(after)})`);
}
function wordEmpty({ side, of }) {
	if (side === "both") return `all ${of} replies of both prompts are empty`;
	return of === 1 ? "the one reply of the new prompt is empty" : `all ${of} replies of the new prompt are empty`;
}
function wordNone({ cases, side }) {
	if (side === "new") return cases === 1 ? "the one case does not pass" : `none of ${cases} cases passes`;
	return cases === 1 ? "the one case did not pass before" : `none of ${cases} cases passed before`;
}
function onRow(row) {
	return row === null ? own("over all models together") : say`on ${row}`;
}
function fall(reason) {
	if (reason.fall !== void 0) return wordFallOf(reason.fall);
	return own(reason.old.passes === null || reason.new.passes === null ? `${showPoints(reason.delta)} down` : `${showTally(reason.old)} → ${showTally(reason.new)}`);
}
function tested(reason) {
	return own(showP(reason.p));
}
function promptOf(side, mode) {
	return own(mode === "check" ? "the prompt" : `the ${side} prompt`);
}
function sideOf(side) {
	return own(side);
}
function blindFix(trialsNeeded) {
	return own(trialsNeeded === null ? "; more cases would tell" : `; ${trialsNeeded} would tell`);
}

// src/reporters/wording/word-checked.ts
const most = 3;
function wordChecked(report) {
	const rows = report.prompts.flatMap(({ models }) => models);
	const told = [...Map.groupBy(rows, ({ id }) => id)].map(([id, held]) => ({
		id,
		...wordPassing$1(held)
	}));
	const [first, ...others] = told;
	if (first === void 0) return own("No case was asked");
	const names = others.every(({ share }) => share === first.share) ? say`${first.phrase}${of(report)} on ${listNames(told.map(({ id }) => id), most)}` : list([
		say`${first.phrase}${of(report)} on ${first.id}`,
		...others.slice(0, 2).map(({ id, short }) => say`${short} on ${id}`),
		...told.length > most ? [own(`${told.length - most} more models below`)] : []
	]);
	return upperFirst(list([
		names,
		...wordRest$1(report),
		...wordRule(rows)
	], "; "));
}
function wordPassing$1(rows) {
	const { passing, marked, unmarked, score } = countChecked(rows);
	if (marked === 0) {
		const shown = score === null ? "no score" : `score ${showScore(score)}`;
		return {
			share: shown,
			phrase: own(`${shown} over ${showNumberOf(unmarked, "case")}`),
			short: own(shown)
		};
	}
	const phrase = marked === 1 ? passing === 1 ? "the one case passes" : "the one case does not pass" : passing === marked ? `all ${showNumberOf(marked, "case")} pass` : `${passing} of ${showNumberOf(marked, "case")} ${passing === 1 ? "passes" : "pass"}`;
	return {
		share: `${passing}/${marked}`,
		phrase: own(phrase),
		short: own(`${passing} of ${marked}`)
	};
}
function of({ prompts }) {
	return prompts.length > 1 ? own(` in ${prompts.length} prompts`) : [];
}
function wordRest$1(report) {
	const { failing, flaky } = unsteadyCases(report);
	const { unmarked, marked } = countChecked(report.prompts.flatMap(({ models }) => models.slice(0, 1)));
	const fail = failing.length === 1 ? "fails" : "fail";
	const rest = [
		...failing.length === 0 ? [] : [failing.length <= most ? say`${listNames(failing)} ${own(fail)}` : own(`${failing.length} ${fail}`)],
		...flaky.length === 0 ? [] : [own(`${flaky.length} ${flaky.length === 1 ? "is" : "are"} flaky`)],
		...unmarked === 0 || marked === 0 ? [] : [own(`${showNumberOf(unmarked, "case")} without a pass mark`)]
	];
	return rest.length === 0 ? [] : [list(rest)];
}
function unsteadyCases({ prompts }) {
	const found = prompts.map(({ models }) => {
		const { failing, flaky } = countChecked(models);
		return {
			failing,
			flaky: flaky.filter((id) => !failing.includes(id))
		};
	});
	return {
		failing: found.flatMap((one) => one.failing),
		flaky: found.flatMap((one) => one.flaky)
	};
}
function wordRule(rows) {
	const [first, ...more] = rows.flatMap(({ reasons }) => reasons.filter(({ kind }) => kind === "min-score"));
	if (first === void 0) return [];
	return [say`${wordReason(first)}${own(more.length === 0 ? "" : ` (and on ${more.length} more)`)}`];
}

// src/reporters/wording/word-own-edits.ts
function wordOwnEdits({ prompts }) {
	const found = prompts.flatMap(({ path, models }) => models.flatMap(({ reasons }) => reasons.flatMap((reason) => reason.kind === "own-edits" ? reason.cases.map((one) => ({
		path,
		id: one.case
	})) : [])));
	const cases = new Map(found.map((one) => [JSON.stringify(one), one.id]));
	if (cases.size === 0) return void 0;
	const named = cases.size <= 3 ? say` (${listNames([...cases.values()])})` : [];
	return say`passes only by its own edits: ${own(showNumberOf(cases.size, "case"))}${named}`;
}

// src/reporters/opening/open-exam.ts
function openExam(report) {
	const { exchangedJudge: exchange, prompts, unreviewed, problems } = report;
	if (exchange === void 0 || problems.length + unreviewed.length > 0) return void 0;
	if (!prompts.every(({ verdict }) => verdict === "pass" || verdict === "skipped") || prompts.length > 0 && !exchange.differs) return void 0;
	const { old, new: next, replies, flips, mean } = exchange;
	const graded = own(showNumberOf(replies, "reply", "replies"));
	const means = say`The mean is ${own(showChange(mean.old, mean.new, showScore))}.`;
	if (!exchange.differs) return {
		advice: own("Fine to merge"),
		fact: [say`${next.model} grades ${graded} as ${old.model} does`, say`the judges agree on ${graded}`],
		more: [means]
	};
	const fact = flips.length === 0 ? say`${next.model} grades ${graded} otherwise than ${old.model}` : say`${own(String(flips.length))} of ${graded} change sides from ${old.model} to ${next.model}`;
	return {
		advice: own("Another exam"),
		fact: [fact, own(`${flips.length} of ${showNumberOf(replies, "reply", "replies")} change sides`)],
		more: [means, own("No prompt got worse: the judge is what changes.")]
	};
}

// src/reporters/wording/count-cases.ts
const states = [
	"regressed",
	"fell",
	"unscored",
	"failing",
	"flaky",
	"improved",
	"same"
];
function countCases(rows) {
	const found = Map.groupBy(rows.flatMap(({ cases }) => cases), ({ id }) => id);
	const ids = Map.groupBy([...found.keys()], (id) => states.find((state) => found.get(id)?.some((one) => one.state === state)));
	const count = (state) => ids.get(state)?.length ?? 0;
	return {
		all: found.size,
		same: count("same"),
		fell: ids.get("fell") ?? [],
		improved: ids.get("improved") ?? [],
		flaky: count("flaky"),
		failing: count("failing"),
		failingAlone: ids.get("failing")?.filter((id) => found.get(id)?.every(isAlone$1)).length ?? 0,
		unscored: count("unscored")
	};
}
function isAlone$1({ old }) {
	return old.of === 0;
}
function wordUnsteady({ flaky, failing, failingAlone, unscored }) {
	const onBoth = failing - failingAlone;
	return [
		...flaky > 0 ? [`${flaky} ${flaky === 1 ? "is" : "are"} flaky`] : [],
		...onBoth > 0 ? [`${onBoth} ${onBoth === 1 ? "fails" : "fail"} on both sides`] : [],
		...failingAlone > 0 ? [`${failingAlone} ${failingAlone === 1 ? "fails" : "fail"}`] : [],
		...unscored > 0 ? [`${showNumberOf(unscored, "case")} without a score`] : []
	];
}

// src/reporters/wording/word-where.ts
function wordWhere(report, found) {
	const prompts = [...new Set(found.map(({ prompt }) => prompt))];
	const rows = [...new Set(found.map(({ row }) => row))];
	const models = [...new Set(rows.map(({ id }) => id))];
	const all = prompts.reduce((sum, prompt) => sum + prompt.models.length, 0);
	const only = models.length === 1 ? models[0] : void 0;
	const onModels = only !== void 0 ? say`on ${only}` : prompts.length > 1 ? say`on ${models.length} models` : rows.length === all ? own(all === 2 ? "on both models" : `on all ${all} models`) : say`on ${rows.length} of ${all} models`;
	if (report.prompts.length === 1) return onModels;
	const path = prompts.length === 1 ? prompts[0]?.path : void 0;
	return path === void 0 ? say`${onModels} in ${prompts.length} prompts` : say`${onModels} in ${path}`;
}

// src/reporters/wording/word-broken-cases.ts
function wordBrokenCases(report, effect) {
	const found = brokenCases(report, effect);
	if (found.length === 0) return void 0;
	const where = alikeEverywhere(found) ? wordWhere(report, found) : own("on one model or more");
	return say`${wordCases(found)} ${where}${wordCounts$1(found)}${wordOthers$1(found)}`;
}
function brokenCases(report, effect) {
	return report.prompts.flatMap((prompt) => prompt.models.flatMap((row) => row.reasons.flatMap((reason) => reason.kind === "case" && reason.blocks === (effect === "block") ? [{
		prompt,
		row,
		reason
	}] : [])));
}
function alikeEverywhere(found) {
	const cases = new Set(found.map(({ prompt, reason }) => `${prompt.path}\n${reason.case}`));
	return [...Map.groupBy(found, ({ row }) => row).values()].every((held) => held.length === cases.size);
}
function wordCases(found) {
	const ids = [...new Set(found.map(({ reason }) => reason.case))];
	const verb = own(found.every(({ reason }) => reason.new.passes === 0) ? "broke" : "got worse");
	const only = ids.length === 1 ? ids[0] : void 0;
	if (only !== void 0) return say`${only} ${verb}`;
	const shared = sharedWord(ids);
	return shared === void 0 ? say`${ids.length} cases ${verb}` : say`${ids.length} ${quote(shared)} cases ${verb}`;
}
function sharedWord(ids) {
	const firsts = new Set(ids.map((id) => /^(\p{L}{2,30})[-_./: ]/u.exec(id)?.[1]));
	const [first] = firsts;
	return firsts.size === 1 && !/^cases?$/iu.test(first ?? "") ? first : void 0;
}
function wordCounts$1(found) {
	const [first, ...more] = found.flatMap(({ reason }) => reason.fall ?? []);
	if (first !== void 0) return found.length === 1 ? say`: ${wordFallOf(first)}` : wordDrops(first, more, found);
	const sum = {
		old: 0,
		new: 0,
		oldOf: 0,
		newOf: 0
	};
	const shown = /* @__PURE__ */ new Set();
	for (const { reason } of found) {
		if (reason.old.passes === null || reason.new.passes === null) return own(`: ${wordFall$1(found)} down`);
		shown.add(`${reason.old.passes}/${reason.old.of} → ${reason.new.passes}/${reason.new.of}`);
		sum.old += reason.old.passes;
		sum.new += reason.new.passes;
		sum.oldOf += reason.old.of;
		sum.newOf += reason.new.of;
	}
	const [alike] = shown;
	if (shown.size === 1 && alike !== void 0) return own(`: ${alike}`);
	return own(`: together ${sum.old}/${sum.oldOf} → ${sum.new}/${sum.newOf}`);
}
function wordDrops(first, more, found) {
	const what = more.length === found.length - 1 && more.every(({ check }) => check === first.check) && first.check !== null ? say`${first.check} ` : [];
	return say`: ${what}${own(`${wordFall$1(found)} down`)}`;
}
function wordFall$1(found) {
	const deltas = found.map(({ reason }) => reason.delta);
	const [least, most] = [showPoints(Math.max(...deltas)), showPoints(Math.min(...deltas))];
	return least === most ? most : `${least} to ${most}`;
}
function wordOthers$1(found) {
	const counts = countCases([...new Set(found.map(({ row }) => row))]);
	const { same, improved } = counts;
	const told = [
		...same > 0 ? [same === 1 ? "1 other holds" : `${same} others hold`] : [],
		...improved.length > 0 ? [`${improved.length} got better`] : [],
		...counts.fell.length > 0 ? [`${counts.fell.length} fell without proof`] : [],
		...wordUnsteady(counts)
	];
	return told.length === 0 ? [] : own(`; ${told.join(", ")}`);
}

// src/reporters/wording/word-heads.ts
const told$1 = {
	head: .1,
	billed: .2
};
function wordHeads(row) {
	const { heads } = row.spending ?? {};
	if (heads === void 0) return [];
	const { old, new: now } = heads;
	const [from, to] = row.model.old === row.model.new ? [old.tokens, now.tokens] : [shareOf(old), shareOf(now)];
	const shrank = to < from * (1 - told$1.head) && reaches(old);
	const fell = reaches(old) && !reaches(now);
	const gained = !reaches(old) && reaches(now);
	const hindered = !reaches(now) && now.least !== void 0 && now.fixed >= now.least;
	const moved = old.billed !== null && now.billed !== null && Math.abs(now.billed - old.billed) >= told$1.billed;
	if (!shrank && !fell && !gained && !hindered && !moved) return [];
	const before = old.tokens === now.tokens ? "" : `${showCount(old.tokens)} → `;
	const least = now.least === void 0 ? [] : say`, ${own(reaches(now) ? "enough for" : "under")} the ${own(showCount(now.least))} from which ${row.model.new} caches`;
	const why = shrank || hindered ? wordBreak$1(now) : [];
	return say`The requests share their first ${own(`${before}${showCount(now.tokens)} tokens`)}${least}${why}.${wordBilled(heads)}${wordSaved(heads)}`;
}
function shareOf({ tokens, of }) {
	return tokens / Math.max(1, of);
}
function reaches({ tokens, least = 1 }) {
	return tokens >= least;
}
const breaks = {
	date: "a date",
	id: "an id",
	variable: "a variable",
	order: "another order of the same text",
	text: "another text"
};
function wordBreak$1({ breaks: found, tokens, fixed }) {
	if (found === void 0) return [];
	const name = found.variable === void 0 ? [] : say` (${found.variable})`;
	const behind = fixed > 1.1 * tokens ? own(`, and ${showCount(fixed - tokens)} more that never change stand behind it`) : [];
	return say`; ${own(breaks[found.kind])}${name} ends them${behind}`;
}
function wordBilled({ old, new: now }) {
	if (old.billed === null || now.billed === null) return [];
	const [before, after] = [showPercent(old.billed), showPercent(now.billed)];
	return own(` Billed as cached: ${before === after ? after : `${before} → ${after}`} of the input.`);
}
function wordSaved({ usdMonth, usdPer1000 = 0 }) {
	const [usd, per] = usdMonth === void 0 ? [usdPer1000, "per 1,000 replies"] : [usdMonth, "a month"];
	if (Math.abs(usd) < .01) return [];
	return own(` Where the cache is used that is ${wordSum(usd)} ${per}.`);
}
function wordIgnored({ spending }) {
	return (spending?.ignored ?? []).map(({ param, value, why, replies, of }) => why === "no-reasoning" ? say`${param} is ${value}, and no token of reasoning was counted in ${of} replies: it changes nothing that shows.` : say`${param} is ${value}, and ${replies} of ${of} replies are longer: the limit is not kept.`);
}
function wordUncounted({ spending }) {
	if (spending?.uncounted === void 0) return [];
	const { uncounted, replies } = spending;
	const told = uncounted.old + uncounted.new;
	const of = replies.old + replies.new;
	const which = told === of ? "any reply" : `${told} of ${showNumberOf(of, "reply", "replies")}`;
	return own(`The service did not count the tokens of ${which}: they are counted here by rule of thumb, without what is cached or reasoned.`);
}
function wordVerbosity({ spending }) {
	const { verbosity } = spending ?? {};
	if (verbosity === void 0 || !verbosity.alone) return [];
	const { longer, pairs, gain, gainAlike } = verbosity;
	const points = (share) => `${share < 0 ? "−" : "+"}${Math.abs(share * 100).toFixed(0)} points`;
	const rest = gainAlike === void 0 ? `only ${pairs.alike} of ${pairs.of} pairs are of like length, too few to tell the two apart` : `in the ${pairs.alike} pairs of like length it is ${points(gainAlike)}`;
	return own(`The gain of ${points(gain)} comes with replies that are ${longer.toFixed(1)} × as long; ${rest}.`);
}
function verboseRows({ prompts }) {
	return prompts.flatMap(({ models }) => models).filter(({ spending }) => spending?.verbosity?.alone === true);
}

// src/reporters/wording/word-method.ts
const samplings = {
	adaptive: "rounds, more replies only where they disagree",
	confirm: "rounds until it is proven either way",
	fixed: "one round"
};
function wordMethod(report, told = false) {
	const { method, calls, costUsd } = report;
	const procedure = report.mode === "check" ? wordChecking(report) : say`${told ? [] : own(`A harmless edit is blocked in at most ${wordShare(method.alpha)} reviews. `)}Old and new replies to the same cases were swapped in all ways inside each case (permutation tests, one-sided); drops under ${own(showPoints(method.tolerance))} are tolerated. Pass rate and score are means over the replies that every case was asked, without those of the rounds that only unsteady cases were. Sampling: ${own(method.sampling)} (${own(samplings[method.sampling])}, at most ${own(showNumberOf(method.trials, "reply", "replies"))} a case and side)${own(carlo(report))}.`;
	const row = blindestRow(report);
	const seen = row === void 0 || told ? [] : say` Would have seen ${wordWouldSee(row)}${wordHalving(row).length === 0 ? [] : say` (${wordHalving(row)})`}.`;
	if (report.mode === "compare") return [procedure, say`No model was asked.${seen}`];
	const counts = [
		`${showNumberOf(calls.made, "call")} made`,
		...calls.kept > 0 ? [`${showCount(calls.kept)} answered by kept replies`] : [],
		...calls.saved > 0 ? [`${showCount(calls.saved)} saved`] : [],
		...calls.retried > 0 ? [`${showCount(calls.retried)} retried`] : [],
		...calls.failed > 0 ? [`${showCount(calls.failed)} failed`] : []
	];
	return [procedure, say`${own(counts.join(", "))}; ${wordCost(costUsd)}.${wordEnding(report)}${seen}`];
}
function wordEnding(report) {
	if (report.ended === "cancelled") return own(" The run was cancelled.");
	const stopped = wordStopped(report);
	return stopped.length === 0 ? [] : say` ${stopped} No further round was asked. ${wordRaise(report)}`;
}
function wordChecking({ prompts }) {
	const cases = prompts.flatMap(({ models }) => models.flatMap((row) => row.cases));
	const replies = Math.max(0, ...cases.map((one) => one.new.of + one.new.missing));
	const asked = showNumberOf(replies, "reply", "replies");
	return own(`Each case was asked for ${asked} on each model: it passes where all of them do, fails where none does, and is flaky in between. Pass rate and score are means over all replies.`);
}
function wordCost({ actual, estimated, models = [], unpriced, byName = [] }) {
	const unknown = list(unpriced.map((model) => say`${model}`));
	if (actual === void 0) return say`cost not known (no list has a price for ${unknown} at this endpoint; write it in ${quote("`prices`")})`;
	const said = estimated === void 0 ? [] : own(` of an estimated ${showMoney(estimated)}`);
	return say`cost ${own(showMoney(actual))}${said}${wordByModel(models)}${unpriced.length === 0 ? [] : say` (price unknown: ${unknown})`}${wordLists(byName)}`;
}
function wordByModel(models) {
	const told = models.flatMap(({ model, actual, estimated }) => actual === void 0 ? [] : [say`${model} ${own(showMoney(actual))}${own(estimated === void 0 ? "" : ` of ${showMoney(estimated)}`)}`]);
	return told.length < 2 ? [] : say` (${list(told)})`;
}
function wordLists(byName) {
	if (byName.length === 0) return [];
	const lists = [...new Set(byName.map((one) => one.list))].map((name) => say`${quote(name)}’s`);
	return say` at the price of ${list(lists, " and ")} list for ${list(byName.map(({ model }) => say`${model}`))}: your endpoint may bill differently (${quote("`prices`")} says what)`;
}
function carlo(report) {
	const rows = report.prompts.flatMap(({ models }) => models);
	return [...report.prompts.map(({ pooled }) => pooled?.method), ...rows.flatMap((row) => [row.method, ...row.cases.map(({ method }) => method)])].some((method) => method?.kind === "monte-carlo") ? "; seeded Monte Carlo where exact counting would be too long" : "";
}
function wordShare(alpha) {
	return alpha <= 0 ? "no" : `1 of ${showCount(1 / alpha)}`;
}
function wordWouldSee(row) {
	if (row.wouldSee === null) return [];
	const { case: one, drop, couldFall } = row.wouldSee;
	const able = couldFall === void 0 || couldFall.cases === couldFall.of ? void 0 : couldFall.cases;
	const over = able === void 0 ? "all cases" : one ? "those" : `the ${showNumberOf(able, "case")} that passed before`;
	const seen = [...one ? [able === void 0 ? "one case that breaks" : wordBreak(able)] : [], ...isTold(drop) ? [`an even drop of ${showPoints(drop)} or more over ${over}`] : []];
	return own(seen.length === 0 ? "nothing: there are too few replies" : seen.join(" and "));
}
function wordBreak(able) {
	return able === 1 ? "a break of the one case that passed before" : `one case that breaks of the ${able} that passed before`;
}
function isTold(drop) {
	return drop !== null && drop < .495;
}
function wordHalving(row, what = "would halve that") {
	const halved = row.wouldSee?.halvedBy;
	if (halved === null || halved === void 0 || !isTold(row.wouldSee?.drop ?? null)) return [];
	const cases = showNumberOf(halved.moreCases, "more case");
	const replies = showNumberOf(halved.moreTrials, "more reply", "more replies");
	return own(`${cases}, or ${replies} a case and side, ${what}`);
}
function blindestRow(report) {
	const rows = report.prompts.flatMap(({ models }) => models).filter(({ wouldSee, score }) => wouldSee !== null && score.old !== null && score.new !== null).filter(({ wouldSee }) => wouldSee?.couldFall?.cases !== 0);
	const blindness = (row) => (row.wouldSee?.case === true ? 0 : 1) + (row.wouldSee?.drop ?? 1);
	return rows.toSorted((a, b) => blindness(b) - blindness(a))[0];
}
function wordSeen(row) {
	if (row.wouldSee === null) return [];
	const { case: one, drop, couldFall } = row.wouldSee;
	const able = couldFall === void 0 || couldFall.cases === couldFall.of ? void 0 : couldFall.cases;
	const which = able === void 0 ? "A case that breaks" : `A break of ${able === 1 ? "the one case" : `one of the ${able} cases`} that passed before`;
	if (!one) return own("Too few replies to see even a case that breaks.");
	const subtle = isTold(drop) ? `a drop below ${showPoints(drop)} spread over all would not` : "nothing subtler";
	return own(`${which} would have been seen${isTold(drop) ? "; " : ", "}${subtle}.`);
}

// src/reporters/wording/word-switch.ts
function switchedRows({ prompts }) {
	return prompts.flatMap(({ models }) => models).filter(({ model }) => model.old !== model.new);
}
const told = {
	score: .02,
	latency: .2,
	length: .25
};
function weighSwitch({ score, latency, spending }, alpha) {
	const buys = [];
	const costs = [];
	const also = [];
	if (spending !== void 0) {
		const { p, cheaper } = spending.usd;
		const isDearer = ratioOf(spending) > 1;
		const chance = isDearer ? p : cheaper;
		const growth = wordGrowth(spending);
		if (growth !== "" && chance !== null && chance <= alpha) (isDearer ? costs : buys).push(growth);
	}
	if (score.delta !== null && Math.abs(score.delta) >= told.score) (score.delta > 0 ? buys : costs).push(showPoints(score.delta));
	const { old, new: now } = latency.p50;
	if (old !== null && now !== null && old > 0 && Math.abs(now / old - 1) >= told.latency) (now < old ? buys : costs).push(`${showPercent(Math.abs(now / old - 1))} ${now < old ? "faster" : "slower"}`);
	const { refusals, length } = spending ?? {};
	if (refusals !== void 0 && refusals.old !== null && refusals.new !== null && refusals.new !== refusals.old) (refusals.new < refusals.old ? buys : costs).push(`refusals ${refusals.old} → ${refusals.new}`);
	if (length?.old != null && length.new !== null && length.old > 0) {
		const ratio = length.new / length.old;
		if (ratio >= 1 + told.length || ratio <= 1 - told.length) also.push(`replies are ${longer(ratio)}`);
	}
	return {
		buys,
		costs,
		also
	};
}
const nothing = "nothing that shows";
function wordSwitch(report) {
	const [row] = switchedRows(report);
	if (row === void 0) return void 0;
	const { buys, costs, also } = weighSwitch(row, report.method.alpha);
	const all = `buys ${buys.join(", ") || nothing}; it costs ${costs.join(", ") || nothing}`;
	const first = `buys ${buys[0] ?? nothing}, costs ${costs[0] ?? nothing}`;
	return [
		say`${nameRow(row)} ${own([all, ...also].join("; "))}`,
		say`${nameRow(row)} ${own(first)}`,
		own(`the switch ${first}`)
	];
}

// src/reporters/opening/told.ts
const longest = {
	line: 90,
	advice: 50,
	sentence: 160
};
const slow = {
	p50: {
		what: "a reply",
		who: "Half of the replies"
	},
	p95: {
		what: "a slow reply",
		who: "Of 20 replies the slowest"
	},
	"first-token": {
		what: "the first word of a reply",
		who: "The first words of half of the replies"
	}
};

// src/reporters/opening/word-cases.ts
function wordRest(rows, { fellIsTold = false } = {}) {
	const counts = countCases(rows);
	const { same, improved, fell } = counts;
	const told = [
		...!fellIsTold && fell.length > 0 ? [`${fell.length} more fell`] : [],
		...same > 0 ? [same === 1 ? "1 other holds" : `${same} others hold`] : [],
		...improved.length > 0 ? [`${improved.length} got better`] : [],
		...wordUnsteady(counts)
	];
	return told.length === 0 ? [] : own(`${told.join(", ")}.`);
}
function wordUnaffected({ prompts }, touched) {
	const rows = prompts.flatMap(({ models }) => models);
	const ids = new Set(touched.map(({ id }) => id));
	const holds = [...new Set(rows.map(({ id }) => id))].filter((id) => !ids.has(id)).filter((id) => rows.every((row) => row.id !== id || row.verdict === "pass"));
	if (holds.length === 0 || holds.length > 2) return [];
	return say`${listNames(holds)} ${own(holds.length === 1 ? "is" : "are")} unaffected.`;
}
function wordOtherPrompts({ prompts, unreviewed }) {
	const count = (verdict) => prompts.filter((prompt) => prompt.verdict === verdict).length;
	const phrases = [
		[
			count("pass"),
			"holds",
			"hold"
		],
		[
			count("inconclusive"),
			"cannot be told",
			"cannot be told"
		],
		[
			count("invalid"),
			"could not be reviewed",
			"could not be reviewed"
		],
		[
			unreviewed.length + count("unreviewed"),
			"was not checked",
			"were not checked"
		]
	].filter(([number]) => number > 0).map(([number, one, several], at) => own(`${number}${at === 0 ? ` other prompt${number === 1 ? "" : "s"}` : ""} ${number === 1 ? one : several}`));
	return phrases.length === 0 ? [] : say`${list(phrases)}.`;
}
function wordTurn(turns) {
	const [first] = turns;
	if (first === void 0) return [];
	if (turns.some(({ fall }) => fall !== void 0)) return turns.length === 1 && first.fall !== void 0 ? say`${upperFirst(wordFallOf(first.fall))}.` : wordFall(turns);
	const sum = {
		old: 0,
		oldOf: 0,
		new: 0,
		newOf: 0
	};
	for (const one of turns) {
		if (one.old.passes === null || one.new.passes === null) return wordFall(turns);
		sum.old += one.old.passes;
		sum.oldOf += one.old.of;
		sum.new += one.new.passes;
		sum.newOf += one.new.of;
	}
	const allToNone = sum.old === sum.oldOf && sum.new === 0;
	const alike = turns.every((one) => one.old.of === first.old.of && one.new.of === first.new.of);
	if (!allToNone) return own(`Right in ${sum.old} of ${sum.oldOf} replies before, in ${sum.new} of ${sum.newOf} now.`);
	if (!alike) return own("Always right before, always wrong now.");
	if (first.old.of === 1 && first.new.of === 1) return own("Right before, wrong now; asked once each.");
	return own(`Always right before (${first.old.of} of ${first.old.of}), always wrong now (0 of ${first.new.of}).`);
}
function wordFall(turns) {
	const deltas = turns.flatMap(({ delta }) => delta === null ? [] : [delta]);
	if (deltas.length === 0) return [];
	const [least, most] = [showPoints(Math.max(...deltas)), showPoints(Math.min(...deltas))];
	return own(`Down by ${least === most ? most : `${least.replace(/ points?$/u, "")} to ${most}`}.`);
}
function countPlaced(placed) {
	return new Set(placed.map(({ prompt, case: { id } }) => `${prompt.path}\n${id}`)).size;
}

// src/reporters/opening/open-pass.ts
function openPass(report) {
	const rows = report.prompts.flatMap(({ models }) => models);
	const all = report.prompts.reduce((sum, { models }) => sum + countCases(models).all, 0);
	const edits = wordEdits(report);
	const seen = wordReliance(report);
	const byEdits = wordOwnEdits(report);
	if (byEdits !== void 0) return {
		advice: own("Look before you merge"),
		fact: [byEdits, own("passes only by its own edits")],
		more: [
			own("As the base branch has these cases, they fail now."),
			wordCounts(report),
			seen
		]
	};
	if (all === 0) return {
		advice: own("Fine to merge"),
		fact: [own("nothing got worse")],
		more: [edits]
	};
	const warning = wordBrokenCases(report, "warn");
	if (warning !== void 0) return {
		advice: own("A warning only"),
		fact: [warning, own("a case broke")],
		more: [edits, seen]
	};
	if (report.prompts.every(isAlone)) return {
		...openNew(report),
		more: [wordFailing(report), edits]
	};
	const fallen = casesOf$1(report, "fell");
	const [first] = fallen;
	if (first !== void 0) {
		const ids = [...new Set(fallen.map(({ case: { id } }) => id))];
		return {
			advice: own("Nothing proven worse"),
			fact: [
				say`look at ${listNames(ids, 2)} ${wordWhere(report, fallen)}`,
				say`look at ${listNames(ids, 2)}`,
				own(`${showNumberOf(ids.length, "case")} fell`)
			],
			more: [
				wordTurn(fallen.map((one) => one.case)),
				wordExplosionBeside(report),
				wordCounts(report),
				edits,
				seen
			]
		};
	}
	const { same, improved } = countCases(report.prompts.map(casesApart));
	if (same + improved.length === 0) return {
		advice: own("Look before you merge"),
		fact: [say`no case holds steadily ${wordWhere(report, placedRows(report))}, so none can break`, own("no case holds steadily, so none can break")],
		more: [
			wordCounts(report, true),
			edits,
			seen
		]
	};
	const fact = factOf(report, rows);
	const dear = wordExplosion(report);
	const holds = hasTolerated(report) ? own("Worse, within the tolerance.") : say`${upperFirst(fact[1] ?? fact[0])}.`;
	const traded = wordSwitch(report);
	const trade = traded === void 0 ? [] : say`${traded[0]}.`;
	if (dear !== void 0) return {
		advice: own("Costs more"),
		fact: dear,
		more: [
			wordDearest(report),
			...traded === void 0 ? [holds] : [trade, holds],
			edits,
			seen
		]
	};
	if (traded !== void 0 && !hasTolerated(report)) {
		const isWhole = lengthOf(traded[0]) <= longest.line - 15;
		const [, , rest = fact[0]] = fact;
		return {
			advice: own("Fine to merge"),
			fact: traded,
			more: [
				isWhole ? [] : trade,
				say`${upperFirst(rest)}.`,
				edits,
				seen
			]
		};
	}
	return {
		advice: own(hasTolerated(report) ? "Worse, within the tolerance" : "Fine to merge"),
		fact,
		more: [
			trade,
			wordCounts(report, true),
			wordLonger(report),
			edits,
			seen
		]
	};
}
function factOf(report, rows) {
	const { same, improved, all } = countCases(report.prompts.map(casesApart));
	const models = new Set(rows.map(({ id }) => id));
	const where = report.prompts.length > 1 ? say`in ${report.prompts.length} prompts` : models.size > 3 ? own(`on ${models.size} models`) : wordWhere(report, placedRows(report));
	const [only] = improved;
	const named = improved.length === 1 && only !== void 0 ? say` (${nameOf(only)})` : [];
	const better = improved.length === 0 ? [] : own(`${improved.length} got better`);
	const hold = own(same === all ? `${same} of ${showNumberOf(all, "case")} ${all === 1 ? "holds" : "hold"}` : `${showNumberOf(same, "case")} ${same === 1 ? "holds" : "hold"}`);
	const told = list([...same > 0 || improved.length === 0 ? [hold] : [], ...improved.length === 0 ? [] : [better]]);
	return [
		say`${told}${named} ${where}`,
		say`${told} ${where}`,
		told
	];
}
function wordLonger(report) {
	const [row] = verboseRows(report);
	const { longer = 1 } = row?.spending?.verbosity ?? {};
	return row === void 0 ? [] : own(`The gain comes with replies ${longer.toFixed(1)} × as long, told below.`);
}
function wordDearest(report) {
	const [first] = explodingRows(report);
	const bill = first === void 0 ? [] : wordBill(first.spending, first.row);
	return bill.length === 0 ? [] : say`${bill}.`;
}
function placedRows({ prompts }) {
	return prompts.flatMap((prompt) => prompt.models.map((row) => ({
		prompt,
		row
	})));
}
function wordCounts(report, holdsIsTold = false) {
	const counts = countCases(report.prompts.map(casesApart));
	const told = [
		...holdsIsTold || counts.same === 0 ? [] : [`${counts.same} ${counts.same === 1 ? "other holds" : "others hold"}`],
		...holdsIsTold || counts.improved.length === 0 ? [] : [`${counts.improved.length} got better`],
		...wordUnsteady(counts)
	];
	return told.length === 0 ? [] : own(`${told.join(", ")}.`);
}
function wordEdits(report) {
	const edited = report.prompts.reduce((sum, { casesChanged }) => sum + casesChanged.edited.length, 0);
	return edited === 0 ? [] : own(`${showNumberOf(edited, "golden case")} edited here.`);
}
function wordReliance(report) {
	const row = blindestRow(report);
	return row === void 0 ? [] : wordSeen(row);
}
function casesApart({ path, models }) {
	return { cases: models.flatMap((row) => row.cases.map((one) => ({
		...one,
		id: `${path}\n${one.id}`
	}))) };
}
function nameOf(apart) {
	return apart.slice(apart.indexOf("\n") + 1);
}
function hasTolerated({ prompts, method }) {
	return prompts.flatMap(({ models }) => models).some(({ score, reasons }) => reasons.some(({ kind }) => kind === "tolerated-case") || score.p !== null && score.delta !== null && score.delta < 0 && score.p <= method.alpha);
}
function isAlone({ change, models }) {
	return change === "added" || change === "config" && models.every(({ score }) => score.old === null);
}
function openNew(report) {
	const isModel = report.prompts.every(({ change }) => change === "config");
	const number = isModel ? new Set(report.prompts.flatMap(({ models }) => models.map(({ id }) => id))).size : report.prompts.length;
	const advice = own(`${number === 1 ? "New" : `${number} new`} ${isModel ? "model" : "prompt"}${number === 1 ? "" : "s"}`);
	const told = [...Map.groupBy(report.prompts.flatMap(({ models }) => models), ({ id }) => id)].map(([id, rows]) => say`${wordPassing(rows)} on ${id}`);
	return {
		advice,
		fact: [list(told), list([...told.slice(0, 2), ...told.length > 2 ? [own(`${told.length - 2} more below`)] : []])]
	};
}
function wordFailing(report) {
	const failing = casesOf$1(report, "failing").map(({ case: { id } }) => id);
	const flaky = casesOf$1(report, "flaky").map(({ case: { id } }) => id);
	const told = [...failing.length === 0 ? [] : [say`fails: ${listNames([...new Set(failing)], 3)}`], ...flaky.length === 0 ? [] : [say`flaky: ${listNames([...new Set(flaky)], 3)}`]];
	return told.length === 0 ? [] : say`${upperFirst(list(told, "; "))}.`;
}
function wordPassing(rows) {
	const marked = rows.flatMap(({ cases }) => cases).filter((one) => one.new.passes !== null && one.new.of > 0);
	const [first] = rows.flatMap(({ score }) => score.new ?? []);
	if (marked.length === 0) return own(first === void 0 ? "not scored" : `score ${showScore(first)}`);
	const passing = marked.filter((one) => one.new.passes === one.new.of).length;
	return own(`${passing} of ${showNumberOf(marked.length, "case")} ${marked.length === 1 ? "passes" : "pass"}`);
}

// src/reporters/opening/open-rule.ts
const blockingRules = /* @__PURE__ */ new Set([
	"suite",
	"metric",
	"min-score",
	"cost",
	"cap",
	"latency"
]);
function openRule(report) {
	const [first, ...more] = [...report.prompts.flatMap(({ models }) => models.flatMap((row) => row.reasons)), ...report.prompts.flatMap((prompt) => prompt.reasons)].filter(({ kind }) => blockingRules.has(kind));
	if (first === void 0) return {
		fact: [own("something got worse")],
		more: []
	};
	const told = openReason$1(first, report);
	const others = more.length === 0 ? [] : own(`${showNumberOf(more.length, "more rule")} broke, told below.`);
	return {
		...told,
		more: [...told.more, others]
	};
}
function openReason$1(reason, report) {
	const row = report.prompts.flatMap(({ models }) => models).find(({ id }) => "row" in reason && id === reason.row);
	const rest = row === void 0 ? [] : wordHolding(row);
	switch (reason.kind) {
		case "cost": {
			const more = reason.increase === null ? "is no longer free" : `costs ${showPercent(reason.increase)} more`;
			return {
				fact: [say`over the cost limit, a reply on ${reason.row} ${own(more)}`, own(`over the cost limit: a reply ${more}`)],
				more: [
					own(`${showMoneyGrowth(reason.old * 1e3, reason.new * 1e3)} per 1,000 replies; the limit is +${showPercent(reason.limit)}.`),
					wordWhy(row),
					rest
				]
			};
		}
		case "cap": {
			const [value, cap] = [reason.value, reason.cap].map((of) => reason.of === "usd" ? showMoney(of * 1e3) : `${showCount(of)} tokens`);
			return reason.of === "usd" ? {
				fact: [say`over the cost limit, 1,000 replies on ${reason.row} cost ${own(`${value}`)}`],
				more: [
					own(`The most allowed is ${cap}.`),
					wordWhy(row),
					rest
				]
			} : {
				fact: [say`over the limit of length, replies on ${reason.row} have ${own(`${value}`)} on average`],
				more: [
					own(`The most allowed is ${cap}.`),
					wordWhy(row),
					rest
				]
			};
		}
		case "latency": return {
			fact: [say`over the latency limit, ${own(slow[reason.of ?? "p50"].what)} on ${reason.row} takes ${own(showPercent(reason.increase))} longer`, own(`over the latency limit: ${slow[reason.of ?? "p50"].what} takes ${showPercent(reason.increase)} longer`)],
			more: [own(`${slow[reason.of ?? "p50"].who} take ${showDurationGrowth(reason.old, reason.new)} or longer; the limit is +${showPercent(reason.limit)}.`), rest]
		};
		case "min-score": {
			const old = row?.score.old ?? null;
			const before = old === null ? [] : own(old < reason.minimum ? `It was ${showScore(old)} before this change too.` : `It was ${showScore(old)} before.`);
			return {
				fact: [say`score ${own(showScore(reason.score))} on ${reason.row}, below the least of ${own(showScore(reason.minimum))}`],
				more: [before, rest]
			};
		}
		case "metric": return {
			fact: [say`${reason.metric} fell ${reason.row === null ? own("over all models") : say`on ${reason.row}`} by ${own(showPoints(reason.delta))}`, say`${reason.metric} fell by ${own(showPoints(reason.delta))}`],
			more: [rest]
		};
		default: return {
			fact: [wordReason(reason, report.mode)],
			more: [rest]
		};
	}
}
function wordWhy(row) {
	const causes = row?.spending === void 0 ? "" : wordCauses(row.spending);
	if (row?.spending !== void 0 && causes !== "") {
		const bill = row.spending.month === void 0 ? [] : say` ${wordBill(row.spending, row)}.`;
		return say`${own(`${causes.charAt(0).toUpperCase()}${causes.slice(1)}.`)}${bill}`;
	}
	const { old = null, new: now = null } = row?.tokens.output ?? {};
	if (old === null || now === null || Math.round(old) === Math.round(now)) return [];
	return own(`Replies are ${now > old ? "longer" : "shorter"} (${Math.round(old)} → ${Math.round(now)} tokens).`);
}
function wordHolding(row) {
	const all = row.cases.length;
	const holding = row.cases.filter(({ state }) => state === "same" || state === "improved").length;
	if (all === 0) return [];
	return holding === all ? own(all === 1 ? "Its case holds." : `All ${all} cases hold.`) : wordRest([row]);
}

// src/reporters/opening/open-regressed.ts
function openRegressed(report) {
	const worse = report.prompts.filter(({ verdict }) => verdict === "regressed");
	const [only, ...more] = worse;
	if (only === void 0 || report.prompts.length === 1) return openOne(report);
	const changed = new Set([...report.prompts, ...report.unreviewed].map(({ path }) => path)).size;
	const count = `${worse.length} of ${changed} changed prompts got worse`;
	const others = wordOtherPrompts(report);
	if (more.length === 0) {
		const told = openOne({
			...report,
			prompts: [only]
		});
		return {
			fact: [say`${own(count)}: ${only.path}`],
			more: [
				say`${upperFirst(told.fact[0])}.`,
				...told.more,
				others
			]
		};
	}
	const among = {
		...report,
		prompts: worse
	};
	const counts = [...wordNumber(casesOf$1(among, "regressed").map(keyOf), "broke"), ...wordNumber(casesOf$1(among, "fell").map(keyOf), "fell")];
	return {
		fact: [own(count)],
		more: [counts.length === 0 ? [] : say`${list(counts)}.`, others]
	};
}
function keyOf({ prompt, case: { id } }) {
	return `${prompt.path}\n${id}`;
}
function wordNumber(keys, what) {
	const number = new Set(keys).size;
	return number === 0 ? [] : [own(`${showNumberOf(number, "case")} ${what}`)];
}
function openOne(report) {
	const worse = openBroken(report) ?? openFallen(report);
	if (worse === void 0) return openRule(report);
	const [first = [], ...more] = worse.more;
	return {
		...worse,
		more: [
			first,
			wordExplosionBeside(report),
			...more
		]
	};
}
function openBroken(report) {
	const found = brokenCases(report, "block");
	if (found.length === 0) return void 0;
	const rows = [...new Set(found.map(({ row }) => row))];
	const what = wordCases(found);
	const where = alikeEverywhere(found) ? wordWhere(report, found) : wordApart(found);
	return {
		fact: [say`${what} ${where}`, what],
		more: [
			wordTurn(found.map(({ reason }) => reason)),
			wordRest(rows),
			wordUnaffected(report, rows)
		]
	};
}
function wordApart(found) {
	return own(`on one or more of ${new Set(found.map(({ row }) => row.id)).size} models`);
}
function openFallen(report) {
	const rows = report.prompts.flatMap((prompt) => prompt.models.map((row) => ({
		prompt,
		row
	})));
	const isFall = ({ kind }) => kind === "suite";
	const apart = rows.filter(({ row }) => row.verdict === "regressed" && row.reasons.some(isFall));
	const pooled = rows.filter(({ prompt, row }) => row.pooledOnly && prompt.reasons.some(isFall));
	const found = apart.length > 0 ? apart : pooled;
	const [first] = found;
	if (first === void 0) return void 0;
	const where = wordWhere(report, found);
	const fallen = found.flatMap(({ row }) => row.cases.filter(({ state }) => state === "fell"));
	const ids = new Set(fallen.map(({ id }) => id));
	const all = new Set(found.flatMap(({ row }) => row.cases.map(({ id }) => id))).size;
	const unaffected = wordUnaffected(report, found.map(({ row }) => row));
	if (ids.size === 0) return {
		fact: wordMean(first.row, where),
		more: [
			...wordBlame(found),
			own("Together that is beyond chance."),
			unaffected
		]
	};
	const gone = fallen.every((one) => one.old.of > 0 && one.old.passes === one.old.of && one.new.passes === 0);
	const [only] = ids;
	const who = ids.size === 1 && only !== void 0 ? say`${only}` : own(`${ids.size} of ${showNumberOf(all, "case")}`);
	const verb = gone ? `${ids.size === 1 ? "fails" : "fail"} now` : "fell";
	const what = say`${who} ${own(verb)}`;
	return {
		fact: gone ? [
			say`${what} ${where} that passed before`,
			say`${what} ${where}`,
			what
		] : [say`${what} ${where}`, what],
		more: [
			wordTurn(fallen),
			...fallen.some(({ diagnosed }) => diagnosed === void 0) && ids.size > 1 ? [own("Together that is beyond chance.")] : [],
			wordRest(found.map(({ row }) => row), { fellIsTold: true }),
			unaffected
		]
	};
}
function wordMean({ passRate, score, id }, where) {
	if (passRate.old !== null && passRate.new !== null && passRate.old - passRate.new >= .005) {
		const [old, now] = [showPercent(passRate.old), showPercent(passRate.new)];
		return [say`${own(`${now} of replies pass`)} ${where}, ${own(old)} before`, own(`${now} of replies pass, ${old} before`)];
	}
	if (score.old === null || score.new === null) return [say`replies got worse ${where}`, say`replies got worse on ${id}`];
	const fall = own(`fell: ${showScore(score.old)} → ${showScore(score.new)}`);
	return [say`the score ${where} ${fall}`, say`the score ${fall}`];
}
function wordBlame(found) {
	const down = found.flatMap(({ row }) => row.cases).filter(({ delta }) => delta !== null && delta < 0).toSorted((one, other) => (one.delta ?? 0) - (other.delta ?? 0));
	const ids = [...new Set(down.map(({ id }) => id))];
	if (ids.length === 0) return [];
	const [first = "", second] = ids;
	const named = ids.length === 1 || second === void 0 ? say`${first}` : listNames([first, second]);
	const most = ids.length > 2 ? say`, most of all ${named}` : say`: ${named}`;
	return [say`${own(`${showNumberOf(ids.length, "case")} got worse, ${ids.length === 1 ? "" : "each "}by less than half`)}${most}.`];
}

// src/reporters/wording/word-unreviewed.ts
const causes = {
	"no-cases": ["it has no golden cases", "they have no golden cases"],
	instructions: ["it holds instructions for agents, and has no golden cases", "they hold instructions for agents, and have no golden cases"],
	"no-checks": ["none of its cases has a check", "none of their cases has a check"],
	"not-run": ["nothing that some of its cases ask for can be run here", "nothing that some of their cases ask for can be run here"],
	unrendered: ["its template cannot be rendered for some of its cases", "their templates cannot be rendered for some of their cases"],
	"no-line": ["its snapshot has no line any more for some of its cases", "their snapshots have no line any more for some of their cases"],
	"not-rendered": ["the code that renders it changed, and its snapshot did not follow", "the code that renders them changed, and their snapshots did not follow"],
	"no-snapshot": ["it is code that `watch` names, and no snapshot shows what it renders", "they are code that `watch` names, and no snapshot shows what they render"],
	"not-sent": ["it shows what is not sent in some of its cases", "they show what is not sent in some of their cases"],
	format: ["its format is not read", "their format is not read"],
	"no-glob": ["it looks like a prompt, and no glob of `prompts` names it", "they look like prompts, and no glob of `prompts` names them"],
	template: ["its template is not filled here", "their templates are not filled here"],
	removed: ["it was removed", "they were removed"],
	unrecognised: ["it is no longer read as a prompt", "they are no longer read as prompts"],
	"no-keys": ["there is no key to ask a model with", "there is no key to ask a model with"],
	fork: ["the pull request is from a fork, which gets no keys", "the pull request is from a fork, which gets no keys"],
	budget: ["the budget is too small", "the budget is too small"]
};
const mends = {
	"no-cases": "Write some: docs/cases.md has examples.",
	instructions: "Read what changed, or write cases: docs/agents.md has examples.",
	"no-checks": "Add a check to its cases, such as `contains: \"30 days\"`.",
	"not-run": "Put a check of `docs/checks.md` in their place.",
	unrendered: "Give these cases the variables that the template needs, or remove them.",
	"no-line": "If they are gone for good, this is told once; else render the snapshot anew with `promptgate snapshot`.",
	"not-rendered": "Render it anew with `promptgate snapshot -- COMMAND` and commit it. Where the code renders the same as before, a job of a workflow on `pull_request` that hands over what it renders shows that: docs/prompts-in-code.md.",
	"no-snapshot": "Render one with `promptgate snapshot --file prompts/NAME.rendered.jsonl -- COMMAND` and commit it.",
	"not-sent": "Give pictures, sounds and files under `vars` of a golden case, ask in words alone, or exclude the prompt under `prompts` with `!`.",
	format: "docs/formats.md lists the formats that are read.",
	"no-glob": "Name it under `prompts` in the config, or exclude it there with `!`.",
	template: "Write its variables as `{{name}}`, or name its engine under `templates` in the config.",
	removed: "If it is in use still, under another name or in another place, bring its cases there.",
	unrecognised: "Give it a form that is read: docs/formats.md lists them. Or remove it and its cases, if it is no prompt any more.",
	"no-keys": "Give the action `api-key`.",
	budget: "Raise `max-calls` or `max-cost`, or narrow the cases down with `tags`.",
	fork: "Someone of the repository can review it, or see `allow-forks`."
};
function wordUnreviewed(one) {
	const detail = one.detail === void 0 ? [] : say` (${quote(one.detail)})`;
	return say`${wordCause(one)}${detail}`;
}
function wordCause({ why }, prompts = 1) {
	return own(causes[why][prompts === 1 ? 0 : 1]);
}
function mendUnreviewed(one) {
	const tagged = one.why === "no-cases" && one.detail?.startsWith("none with the tag") === true;
	const general = own(tagged ? "Give its cases one of the tags, or leave `tags` out." : mends[one.why]);
	return one.fix === void 0 ? general : say`${quote(one.fix)} ${general}`;
}

// src/reporters/wording/word-not-checked.ts
function wordNotChecked(report) {
	const told = [...wordUnguarded(report), ...wordIdle(report)];
	return told.length === 0 ? own("A prompt changed that nothing guards") : list(told, "; ");
}
const left = /* @__PURE__ */ new Set(["removed", "unrecognised"]);
const wordGone = {
	removed: ["was removed", "were removed"],
	unrecognised: ["is no longer read as a prompt", "are no longer read as prompts"],
	both: ["is gone", "are gone or no longer read as prompts"]
};
function wordUnguarded({ mode, unreviewed, prompts }) {
	const paths = [...new Set(unreviewed.map(({ path }) => path))];
	const [first] = unreviewed;
	if (first === void 0) return [];
	if (unreviewed.every(({ why }) => why === "budget")) {
		const which = paths.length > 1 ? say`${paths.length} prompts were` : say`${first.path} was`;
		return [say`${which} not asked on the config's new models: ${wordCause(first)}`];
	}
	if (unreviewed.every(({ why }) => left.has(why))) {
		const how = unreviewed.every(({ why }) => why === first.why) ? wordGone[first.why === "removed" ? "removed" : "unrecognised"] : wordGone.both;
		const its = paths.length === 1 ? "its golden cases no longer run" : "their golden cases no longer run";
		return [say`${listNames(paths, 3)} ${own(how[paths.length === 1 ? 0 : 1])}, and ${own(its)}`];
	}
	if (paths.length > 1) {
		const shared = unreviewed.every(({ why }) => why === first.why) ? say`: ${wordCause(first, paths.length)}` : [];
		return mode === "check" ? [say`Nothing guards ${paths.length} prompts${shared} (${listNames(paths, 3)})`] : [say`${paths.length} prompts changed that nothing guards${shared} (${listNames(paths, 3)})`];
	}
	const reviewed = prompts.find(({ path, models }) => path === first.path && models.length > 0);
	if (reviewed === void 0) {
		const which = own(mode === "check" ? " was not checked" : " changed and nothing guards it");
		return [say`${first.path}${which}: ${wordCause(first)}`];
	}
	if (first.why !== "not-run") return [say`${first.path} was checked only in part: ${wordCause(first)}`];
	const asked = own(`${reviewed.exam.length} of its ${casesOf(reviewed)} cases`);
	return [say`${first.path} was checked by ${asked}: ${own("nothing that the others ask for can be run here")}`];
}
function wordIdle(report) {
	const found = report.prompts.flatMap((prompt) => prompt.models.flatMap((row) => isIdle(row) ? [{
		prompt,
		row
	}] : []));
	const [first] = found;
	if (first === void 0) return [];
	const cases = new Set(found.flatMap(({ prompt, row }) => row.cases.map(({ id }) => `${prompt.path}\n${id}`))).size;
	const isNew = found.every(({ prompt }) => prompt.change === "added");
	const none = cases === 1 ? "The one golden case does not pass" : `None of ${cases} golden cases passes`;
	const before = cases === 1 ? "The one golden case did not pass before" : `None of ${cases} golden cases passed before`;
	const where = wordWhere(report, found);
	return [isNew ? say`${own(none)} ${where}` : say`${own(before)} ${where}, so nothing could break`];
}
function isIdle({ reasons }) {
	return reasons.some(({ kind }) => kind === "nothing-passes");
}

// src/reporters/opening/open-unchecked.ts
const gone = /* @__PURE__ */ new Set(["removed", "unrecognised"]);
function openUnchecked(report) {
	const { unreviewed, prompts } = report;
	const paths = [...new Set(unreviewed.map(({ path }) => path))];
	const [first] = unreviewed;
	const isPartly = prompts.some(({ path, models }) => models.length > 0 && paths.includes(path));
	const isPlain = first !== void 0 && unreviewed.every(({ why }) => why === first.why) && !isPartly && first.why !== "budget";
	const idle = prompts.some(({ models }) => models.some(({ reasons }) => reasons.some(({ kind }) => kind === "nothing-passes")));
	if (!isPlain || idle) {
		const full = wordNotChecked(report);
		const short = own(paths.length > 0 ? `${showNumberOf(paths.length, "prompt")} ${paths.length === 1 ? "is" : "are"} not guarded` : "no golden case passed before");
		return {
			fact: [
				full,
				beforeColon(full),
				short
			],
			more: [say`${full}.`, first === void 0 ? [] : mendUnreviewed(first)]
		};
	}
	const cause = wordCause(first, paths.length).map(({ text }) => text).join("");
	const verb = /^(?:it|they) (.*)$/u.exec(cause)?.[1];
	const one = paths.length === 1 ? say`${first.path}` : own(`${paths.length} ${report.mode === "check" ? "" : "changed "}prompts`);
	const said = verb === void 0 ? say`${one}: ${own(cause)}` : say`${one} ${own(verb)}`;
	const consequence = gone.has(first.why) ? "Golden cases that guarded it no longer run." : "Nothing says that it still works.";
	const several = gone.has(first.why) ? "Golden cases that guarded them no longer run." : "Nothing says that they still work.";
	return {
		fact: [said],
		more: [
			paths.length === 1 ? own(consequence) : say`${listNames(paths, 3)}: ${own(several.replace("Nothing", "nothing"))}`,
			paths.length === 1 && first.detail !== void 0 && !gone.has(first.why) ? say`(${quote(first.detail)}.)` : [],
			mendUnreviewed(first),
			wordOtherPrompts({
				...report,
				unreviewed: []
			})
		]
	};
}
function beforeColon(phrase) {
	const at = phrase.findIndex(({ kind, text }) => kind === "ours" && text.includes(": "));
	const part = phrase[at];
	if (part === void 0) return phrase;
	return [...phrase.slice(0, at), ...own(part.text.slice(0, part.text.indexOf(": ")))];
}

// src/reporters/opening/open-leaning.ts
const cannotTell$1 = own("Cannot tell");
function openLeaning(report) {
	const row = undecidedRow(report);
	const reason = row?.reasons[0];
	if (row === void 0 || reason === void 0) return void 0;
	if (reason.kind === "leaning") return {
		advice: say`Probably worse on ${row.id}`,
		fact: [own(showFall(row))],
		more: [
			wordBehind(report),
			wordChance(reason.p),
			wordSettle(report)
		]
	};
	const fallen = casesOf$1(report, "fell");
	const [first] = fallen;
	if (first !== void 0 && (reason.kind !== "leaning-case" || !reason.confirmed)) return openFell(report, fallen, first);
	if (reason.kind !== "leaning-case") return void 0;
	return {
		advice: own("Probably worse"),
		fact: [say`${reason.case} fell by ${own(showPoints(reason.delta))} on ${row.id}`, say`${reason.case} fell by ${own(showPoints(reason.delta))}`],
		more: [
			own("That is less than what blocks."),
			wordChance(reason.p),
			wordRest([row])
		]
	};
}
function openFell(report, fallen, first) {
	const number = countPlaced(fallen);
	const where = wordWhere(report, fallen);
	const what = number === 1 ? say`${first.case.id} fell` : own(`${showNumberOf(number, "case")} fell`);
	const little = Math.max(...fallen.map(({ case: one }) => one.new.of)) <= 3 ? own(`So few replies can be chance.`) : own("That can be chance.");
	return {
		advice: cannotTell$1,
		fact: [say`${what} ${where}`, what],
		more: [
			wordTurn(fallen.map((one) => one.case)),
			little,
			wordTrials(report, fallen),
			wordRest([...new Set(fallen.map(({ row }) => row))], { fellIsTold: true }),
			wordSettle(report)
		]
	};
}
function wordTrials({ method }, fallen) {
	const needed = fallen.flatMap(({ row }) => row.reasons.flatMap((reason) => reason.kind === "blind" && reason.trialsNeeded !== null ? reason.trialsNeeded : []));
	const most = Math.max(0, ...needed);
	return most <= method.trials ? [] : own(`Raise \`trials\` to ${most} to know.`);
}
function openLimit(reason) {
	const limit = own(`, over the limit of ${showPercent(reason.limit)}`);
	const [what, seems, growth] = reason.kind === "leaning-cost" ? [
		"a reply",
		reason.increase === null ? "seems no longer free" : `seems to cost ${showPercent(reason.increase)} more`,
		`${showMoneyGrowth(reason.old * 1e3, reason.new * 1e3)} per 1,000 replies.`
	] : [
		slow[reason.of ?? "p50"].what,
		`seems to take ${showPercent(reason.increase)} longer`,
		`${slow[reason.of ?? "p50"].who} take ${showDurationGrowth(reason.old, reason.new)} or longer.`
	];
	return {
		advice: cannotTell$1,
		fact: [say`${own(what)} on ${reason.row} ${own(seems)}${limit}`, say`${own(`${what} ${seems}`)}${limit}`],
		more: [
			own(growth),
			wordChance(reason.p),
			own("More replies would tell.")
		]
	};
}
function undecidedRow({ prompts }) {
	return prompts.flatMap(({ models }) => models).find(({ verdict }) => verdict === "inconclusive");
}
function showFall({ passRate, score }) {
	return passRate.old !== null && passRate.new !== null && passRate.old - passRate.new >= .005 ? `${showChange(passRate.old, passRate.new, showPercent)} of replies pass` : `score ${showChange(score.old, score.new, showScore)}`;
}
function wordBehind(report) {
	const ids = [...new Set(casesBehindFall(report).map(({ case: { id } }) => id))];
	if (ids.length === 0) return [];
	const named = listNames(ids.slice(0, 2));
	return ids.length === 1 ? say`${named} fell; that proves nothing yet.` : say`Most of all ${named}; none is proven.`;
}
function wordChance(p) {
	const times = Math.round(1 / Math.max(p, 1e-6));
	return own(times < 2 ? "Chance does this often." : `Chance alone does this 1 time in ${showCount(times)}.`);
}
function wordSettle(report) {
	const row = blindestRow(report);
	const halving = row === void 0 ? [] : wordHalving(row, "would tell more");
	return halving.length === 0 ? [] : say`${halving}.`;
}

// src/reporters/opening/open-undecided.ts
function openUndecided(report) {
	const told = openStopped(report) ?? openOwnStop(report) ?? openEdits(report) ?? openLeaning(report) ?? openReasons(report);
	return {
		...told,
		more: [...told.more, report.prompts.length > 1 ? wordOtherPrompts(report) : []]
	};
}
const cannotTell = own("Cannot tell");
function openStopped(report) {
	const limit = wordLimit(report);
	if (limit.length === 0) return void 0;
	return {
		advice: say`Stopped at ${limit}`,
		fact: [wordUnproven(report)],
		more: [own(`It ended ${wordSoFar(report)}.`), wordRaise(report)]
	};
}
function openOwnStop(report) {
	const prompt = report.prompts.find(({ verdict }) => verdict === "inconclusive");
	const reason = prompt?.models.flatMap((row) => row.reasons).find(({ kind }) => kind === "own-budget");
	if (prompt === void 0 || reason?.kind !== "own-budget") return void 0;
	const after = showNumberOf(prompt.rounds, "round");
	return {
		advice: cannotTell,
		fact: [say`${prompt.path} was stopped by its own budget after ${own(after)}`, say`${prompt.path} was stopped by its own budget`],
		more: [say`Stopped at ${wordOwnLimit(reason)}.`, wordOwnRaise(reason)]
	};
}
function wordUnproven(report) {
	const fallen = countPlaced(casesOf$1(report, "fell"));
	return own(fallen === 0 ? "nothing is proven either way" : `${showNumberOf(fallen, "case")} fell, not proven`);
}
function openEdits(report) {
	const edited = wordOwnEdits(report);
	const more = [own("As the base branch has these cases, they fail now.")];
	if (edited !== void 0) return {
		advice: cannotTell,
		fact: [edited, own("passes only by its own edits")],
		more
	};
	const other = report.prompts.flatMap(({ models }) => models.flatMap((row) => row.reasons)).find((reason) => reason.kind === "other-question");
	if (other === void 0) return void 0;
	const different = own("old and new are asked different questions");
	if (other.brought.length === 0) return {
		advice: cannotTell,
		fact: [say`${different} in ${listNames(other.cases, 2)}`, different],
		more: [own("The new line of the snapshot does not ask there in the words of the old one.")]
	};
	return {
		advice: cannotTell,
		fact: [say`old and new are asked different questions: ${listNames(other.brought, 1)} for ${listNames(other.dropped, 1)}`, different],
		more: [say`In ${own(showNumberOf(other.cases.length, "case"))} the new prompt does not read ${listNames(other.dropped, 2)} any more, but ${listNames(other.brought, 2)}, which comes with this change.`]
	};
}
function openReasons(report) {
	const reason = [...report.prompts.flatMap(({ models }) => models).filter(({ verdict }) => verdict === "inconclusive").flatMap((row) => row.reasons), ...report.prompts.flatMap(({ reasons }) => reasons)][0];
	if (reason === void 0) return {
		advice: cannotTell,
		fact: [own("there are too few replies")],
		more: []
	};
	const full = wordReason(reason, report.mode);
	if (reason.kind === "blind") {
		const needed = reason.trialsNeeded;
		return {
			advice: cannotTell,
			fact: [own(`${showNumberOf(reason.trials, "reply", "replies")} a case cannot even prove a case that breaks`)],
			more: [own(needed === null ? "More cases would tell." : `Raise \`trials\` to ${needed}, or add cases.`)]
		};
	}
	if (reason.kind === "no-result") {
		const calls = `no canned result fits ${showNumberOf(reason.of, "call")}`;
		return {
			advice: cannotTell,
			fact: [say`${own(calls)} on ${reason.row}`, own(calls)],
			more: []
		};
	}
	if (reason.kind === "leaning-cost" || reason.kind === "leaning-latency") return openLimit(reason);
	return {
		advice: cannotTell,
		fact: [full, own("too little is known")],
		more: [say`${full}.`]
	};
}

// src/reporters/opening/open-unread.ts
function openUnread(report) {
	const [first, ...more] = problemsOf(report).map(({ problem }) => problem);
	if (first === void 0) return openReason(report);
	const at = first.at === void 0 ? [] : say`${showPosition(first.at)}: `;
	const [sentence, rest] = firstSentence(first.what);
	const what = sentence.replace(/^(?:The|There|No|A|An|Its|This)(?= )/u, (word) => word.toLowerCase());
	const unread = report.prompts.filter(({ problems }) => problems !== void 0).length;
	if (report.problems.length === 0 && unread > 1) return {
		fact: [own(`${unread} of ${showNumberOf(report.prompts.length, "prompt")}`)],
		more: [wordOthers(report), say`First: ${at}${quote(what)}.`]
	};
	const and = more.length === 0 ? [] : own(`${showNumberOf(more.length, "more problem")} below.`);
	return {
		fact: [say`${at}${quote(what)}`, say`${at}${quote(what.replace(/ \([^()]*\)$/u, ""))}`],
		more: [
			rest === "" ? [] : quote(rest),
			first.fix === void 0 ? [] : quote(first.fix),
			wordOthers(report),
			and
		]
	};
}
function openReason(report) {
	const reason = [...report.prompts.flatMap(({ models }) => models).filter(({ verdict }) => verdict === "invalid").flatMap((row) => row.reasons), ...report.prompts.flatMap(({ reasons }) => reasons)][0];
	if (reason === void 0) return {
		fact: [own("too few replies came to tell")],
		more: [wordOthers(report)]
	};
	const full = wordReason(reason, report.mode);
	if (reason.kind !== "missing") return {
		fact: [full],
		more: [wordOthers(report)]
	};
	const noun = showNumberOf(reason.of, "reply", "replies");
	const whose = report.mode === "check" ? "the prompt" : `the ${reason.side} prompt`;
	return {
		fact: [
			say`${reason.missing} of ${own(noun)} of ${own(whose)} on ${reason.row} never came or have no score`,
			own(`${reason.missing} of ${noun} of ${whose} never came or have no score`),
			own(`${reason.missing} of ${noun} have no score`)
		],
		more: [own("More than a tenth proves nothing."), wordOthers(report)]
	};
}
function firstSentence(text) {
	const [, first = text, rest = ""] = /^(.{12,}?[^.\s])\.\s+(?=\p{Lu}|`)(.*)$/su.exec(text.trim()) ?? [];
	return [first.replace(/[.\s]+$/u, ""), rest.trim()];
}
function wordOthers({ prompts, problems }) {
	const others = prompts.filter((prompt) => prompt.problems === void 0);
	if (others.length === 0 || others.length === prompts.length || problems.length > 0) return [];
	const noun = showNumberOf(others.length, "other prompt");
	const passed = others.every(({ verdict }) => verdict === "pass");
	return own(passed ? `${noun} ${others.length === 1 ? "holds" : "hold"}.` : `${noun} ${others.length === 1 ? "was" : "were"} reviewed, told below.`);
}

// src/reporters/opening/opening-of.ts
function openingOf(report) {
	const { mark, advice, told } = openers(report);
	const head = advice.length === 0 ? [] : say`${fitting(longest.advice, [advice])}: `;
	const [fact, ...shorter] = told.fact;
	const room = longest.line - lengthOf(head);
	const line = say`${head}${fitting(room, [fact, ...shorter])}`;
	return {
		mark,
		line: advice.length === 0 ? upperFirst(line) : line,
		sentence: sentences(longest.sentence, [...stopOf(report), ...told.more].map(upperFirst))
	};
}
function stopOf(report) {
	if (report.ended === "cancelled" && report.verdict === "regressed") return [own("The run was cancelled: more may have broken.")];
	if (report.verdict === "inconclusive") return [];
	return report.verdict === "invalid" ? [wordStopped(report), wordRaise(report)] : [wordStopped(report)];
}
function openers(report) {
	if (report.ended === "cancelled" && report.verdict !== "regressed") return {
		mark: "⚪",
		advice: own("Cancelled"),
		told: {
			fact: [wordUnproven(report)],
			more: [own(`The run was ended ${wordSoFar(report)}. Run it again: what was answered is kept.`)]
		}
	};
	if (report.mode === "check" && settled.has(report.verdict)) return openChecked(report);
	const exam = openExam(report);
	if (exam === void 0) return byVerdict[report.verdict](report);
	const { advice, ...told } = exam;
	return {
		mark: marks[report.verdict],
		advice,
		told
	};
}
function openChecked(report) {
	const mark = report.verdict !== "pass" && report.gate.open ? "⚠️" : marks[report.verdict];
	const full = wordChecked(report);
	if (lengthOf(full) <= longest.line) return {
		mark,
		advice: [],
		told: {
			fact: [full],
			more: []
		}
	};
	const [first = full, ...rest] = partsOf(full);
	return {
		mark,
		advice: [],
		told: {
			fact: [first],
			more: rest.map((part) => say`${part}.`)
		}
	};
}
function partsOf(phrase) {
	const at = phrase.findIndex(({ kind, text }) => kind === "ours" && text === "; ");
	return at === -1 ? [phrase] : [phrase.slice(0, at), ...partsOf(phrase.slice(at + 1))];
}
const settled = /* @__PURE__ */ new Set([
	"regressed",
	"failing",
	"pass"
]);
const marks = {
	regressed: "⛔",
	failing: "⛔",
	invalid: "⚠️",
	inconclusive: "🤷",
	unreviewed: "⚪",
	pass: "✅",
	skipped: "⚪"
};
const byVerdict = {
	regressed: openWorse,
	failing: (report) => ({
		mark: marks.failing,
		advice: wordStop(report),
		told: {
			fact: [wordChecked(report)],
			more: []
		}
	}),
	invalid: (report) => ({
		mark: marks.invalid,
		advice: own(report.mode === "check" ? "Not checked" : "Not reviewed"),
		told: openUnread(report)
	}),
	inconclusive: (report) => {
		const { advice, ...told } = openUndecided(report);
		return {
			mark: marks.inconclusive,
			advice,
			told: alsoDear(report, told)
		};
	},
	unreviewed: (report) => ({
		mark: marks.unreviewed,
		advice: own("Not checked"),
		told: openUnchecked(report)
	}),
	pass: (report) => {
		const { advice, ...told } = openPass(report);
		return {
			mark: wordOwnEdits(report) === void 0 && explodingRows(report).length === 0 ? marks.pass : "⚠️",
			advice,
			told
		};
	},
	skipped: (report) => ({
		mark: marks.skipped,
		advice: own(`Nothing to ${report.mode === "check" ? "check" : "review"}`),
		told: {
			fact: [quote(report.skipped ?? "no prompt changed")],
			more: []
		}
	})
};
function alsoDear(report, { fact, more: [first = [], ...more] }) {
	return {
		fact,
		more: [
			first,
			wordExplosionBeside(report),
			...more
		]
	};
}
function openWorse(report) {
	const told = openRegressed(report);
	const [accepted] = report.accepted;
	if (accepted === void 0) return {
		mark: report.gate.open ? "⚠️" : marks.regressed,
		advice: wordStop(report),
		told
	};
	const by = [...new Set(report.accepted.map((one) => one.by))];
	const until = say`Accepted on ${quote(showDay(accepted.at))}, for this commit’s prompts and cases.`;
	return {
		mark: "🟠",
		advice: say`Accepted by ${listNames(by, 2)}`,
		told: {
			...told,
			more: [until, ...told.more]
		}
	};
}
function wordStop({ gate }) {
	return own(gate.open ? "Look before you merge" : "Do not merge yet");
}
function headlineOf(report) {
	const { line, sentence } = openingOf(report);
	return sentence.length === 0 ? line : list([line, sentence], ". ");
}

// src/reporters/reasons-to-tell.ts
function reasonsToTell(prompt) {
	const ofRows = prompt.models.flatMap((row) => row.reasons);
	const told = new Set(ofRows.map(whatFell));
	const fell = new Set(prompt.models.flatMap(({ cases }) => cases.flatMap(({ state, id }) => state === "fell" ? [id] : [])));
	const silent = new Set(ofRows.flatMap((reason) => reason.kind === "missing" && reason.missing === reason.of ? [sideAsked(reason)] : []));
	return [...prompt.reasons.filter((reason) => !isFall(reason) || !told.has(whatFell(reason))), ...ofRows].filter((reason) => !(reason.kind === "case" && reason.blocks) && !(reason.kind === "leaning-case" && !reason.confirmed && fell.has(reason.case)) && reason.kind !== "failing-case" && !(reason.kind === "unanswered-case" && silent.has(sideAsked(reason))) && !(reason.kind === "missing-decides" && sides.some((side) => silent.has(sideAsked({
		row: reason.row,
		side
	})))));
}
function sideAsked({ row, side }) {
	return JSON.stringify([row, side]);
}
function isFall({ kind }) {
	return kind === "suite" || kind === "metric";
}
function whatFell(reason) {
	return reason.kind === "metric" ? `metric ${reason.metric}` : reason.kind;
}

// src/reporters/wording/unreviewed-to-tell.ts
const mostNamed = 10;
function unreviewedToTell({ unreviewed }) {
	return [...Map.groupBy(unreviewed, ({ why }) => why).values()].flatMap((held) => {
		const [first] = held;
		if (first === void 0) return [];
		const shown = held.slice(0, mostNamed);
		const more = held.length - shown.length;
		const details = new Set(held.map(({ detail }) => detail));
		const names = [...details.size === 1 ? shown.map(({ path }) => say`${path}`) : shown.map(withDetail), ...more > 0 ? [own(`${more} more`)] : []];
		const detail = details.size === 1 && first.detail !== void 0 ? say` (${quote(first.detail)})` : [];
		return [say`${list(names, ", ", " and ")}: ${wordCause(first, held.length)}${detail}. ${mendUnreviewed(first)}`];
	});
}
function withDetail({ path, detail }) {
	return detail === void 0 ? say`${path}` : say`${path} (${quote(detail)})`;
}

// src/reporters/wording/word-problem.ts
function wordProblem({ problem: { at, what, fix }, prompts }) {
	const where = at === void 0 ? [] : say`${showPosition(at)}: `;
	const shared = prompts.filter((path) => path !== at?.file);
	const concerned = shared.length === 0 ? [] : say` Not reviewed for it: ${listNames(shared)}.`;
	return say`${where}${quote(what)}${fix === void 0 ? [] : say` ${quote(fix)}`}${concerned}`;
}

export { hasGaps as C, wordStopped as S, wordCoverage as T, countCases as _, openingOf as a, wordReason as b, blindestRow as c, wordWouldSee as d, wordHeads as f, wordWhere as g, wordVerbosity as h, headlineOf as i, wordHalving as l, wordUncounted as m, unreviewedToTell as n, mendUnreviewed as o, wordIgnored as p, reasonsToTell as r, wordUnreviewed as s, wordProblem as t, wordMethod as u, isAlone$1 as v, passes as w, wordRaise as x, wordUnsteady as y };