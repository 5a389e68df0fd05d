import { t as showPosition } from "./position.js";
import { t as sides } from "./side.js";
import { t as problemsOf } from "./problems-of.js";
import { t as verdicts } from "./verdict.js";
import { n as clip } from "./show-on-one-line.js";
import { r as diffArrays } from "./libesm.js";
import { _ as showTally, a as quote, c as showCount, d as showMoney, f as showNumberOf, g as showScore, h as showPoints, l as showDelta, m as showPercent, n as listNames, o as say, p as showP, r as own, s as showChange, t as list, u as showDuration } from "./say.js";

// src/reporters/show-once.ts
function showOnce(report) {
	if (report.mode !== "check") return report;
	return {
		...report,
		prompts: report.prompts.map((prompt) => ({
			...prompt,
			models: prompt.models.map(rowOnce)
		}))
	};
}
function rowOnce(row) {
	const { cost, tokens, latency } = row;
	return {
		...row,
		wouldSee: null,
		score: once(row.score),
		passRate: once(row.passRate),
		metrics: Object.fromEntries(Object.entries(row.metrics).map(([name, metric]) => [name, once(metric)])),
		cost: {
			...once(cost),
			perSegment: Object.fromEntries(Object.entries(cost.perSegment).map(([name, segment]) => [name, once(segment)])),
			monthly: Object.fromEntries(Object.entries(cost.monthly).map(([name, month]) => [name, once(month)]))
		},
		tokens: {
			input: once(tokens.input),
			output: once(tokens.output)
		},
		latency: {
			p50: once(latency.p50),
			p95: once(latency.p95)
		}
	};
}
function once(value) {
	return {
		...value,
		old: value.new
	};
}

// src/reporters/pick-replies.ts
function pickReplies(one) {
	const answered = one.replies.filter((reply) => reply.text !== void 0);
	const old = answered.filter(({ side }) => side === "old");
	const now = answered.filter(({ side }) => side === "new");
	const broken = now.toSorted((a, b) => goodness(a) - goodness(b))[0];
	const good = old.toSorted((a, b) => goodness(b) - goodness(a))[0];
	return one.state === "improved" ? {
		old: old.toSorted((a, b) => goodness(a) - goodness(b))[0],
		new: now.toSorted((a, b) => goodness(b) - goodness(a))[0]
	} : {
		old: good,
		new: broken
	};
}
function failedChecks(replies) {
	const counts = /* @__PURE__ */ new Map();
	for (const check of replies.flatMap((reply) => reply.side === "new" ? reply.checks : [])) if (check.kind === "scored" && check.passed === false) counts.set(check.check, (counts.get(check.check) ?? 0) + 1);
	return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
}
function goodness(reply) {
	return (reply.passes === true ? 2 : 0) + (reply.score ?? 0);
}

// src/reporters/cases-of.ts
function casesOf$1(report, ...states) {
	return report.prompts.flatMap((prompt) => prompt.models.flatMap((row) => row.cases.filter((one) => states.includes(one.state)).map((one) => ({
		prompt,
		row,
		case: one
	}))));
}

// src/reporters/worst-cases.ts
function worstCases(report) {
	const fellMost = (cases) => cases.toSorted((one, other) => (one.case.delta ?? 0) - (other.case.delta ?? 0));
	return [...fellMost(casesOf$1(report, "regressed")), ...fellMost(casesOf$1(report, "fell"))];
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
	const found = report.prompts.flatMap((prompt) => prompt.models.flatMap((row) => row.reasons.flatMap((reason) => reason.kind === "case" && reason.blocks === (effect === "block") ? [{
		prompt,
		row,
		reason
	}] : [])));
	if (found.length === 0) return void 0;
	const where = alikeEverywhere(found) ? wordWhere(report, found) : own("on one model or more");
	return say`${wordCases(found)} ${where}${wordCounts$1(found)}${wordOthers$1(found)}`;
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

// src/reporters/wording/word-reason.ts
function wordReason(reason, mode = "review") {
	switch (reason.kind) {
		case "suite": return say`the mean score fell ${onRow(reason.row)} by ${own(showPoints(reason.delta))}, beyond chance (${tested(reason)}) and beyond the tolerance of ${own(showPoints(reason.tolerance))}`;
		case "case": return say`case ${reason.case} ${own(reason.new.passes === 0 ? "broke" : "got worse")} ${onRow(reason.row)}: ${own(fall(reason))} (${tested(reason)})${own(reason.blocks ? "" : "; a warning only")}`;
		case "metric": return say`the metric ${reason.metric} fell ${onRow(reason.row)} by ${own(showPoints(reason.delta))}, beyond chance (${tested(reason)}) and beyond its tolerance of ${own(showPoints(reason.tolerance))}`;
		case "failing-case": return say`case ${reason.case} fails ${onRow(reason.row)} (${own(showTally(reason.new))})`;
		case "min-score": return say`the score ${onRow(reason.row)} is ${own(showScore(reason.score))}, under the least allowed, ${own(showScore(reason.minimum))}`;
		case "cost": return say`a reply ${onRow(reason.row)} costs ${own(reason.increase === null ? "something where it cost nothing" : `${showPercent(reason.increase)} more`)} (${own(showMoney(reason.old * 1e3))} → ${own(showMoney(reason.new * 1e3))} per 1,000); the limit is ${own(showPercent(reason.limit))}`;
		case "latency": return say`a reply ${onRow(reason.row)} takes ${own(showPercent(reason.increase))} longer (p50 ${own(showDuration(reason.old))} → ${own(showDuration(reason.new))}, ${tested(reason)}); the limit is ${own(showPercent(reason.limit))}`;
		case "missing": return say`${reason.missing} of ${own(showNumberOf(reason.of, "reply", "replies"))} of ${promptOf(reason.side, mode)} ${onRow(reason.row)} were not asked, never came or could not be scored; more than a tenth proves nothing`;
		case "unanswered-case": return say`case ${reason.case} has no scored reply of ${promptOf(reason.side, mode)} ${onRow(reason.row)}${own(reason.setAside ? ", and is set aside" : "")}`;
		case "empty-replies": return say`${own(wordEmpty(reason))} ${onRow(reason.row)}`;
		case "nothing-passes": return say`${own(wordNone(reason))} ${onRow(reason.row)}: ${own(reason.side === "old" ? "what fails already cannot break" : "nothing shows that it works")}`;
		case "other-question": return say`the two prompts are asked different questions ${onRow(reason.row)} in ${own(showNumberOf(reason.cases.length, "case"))}: the new one does not read ${listNames(reason.dropped)} any more, but ${listNames(reason.brought)}, which this pull request brings`;
		case "own-edits": return wordOwnEdits$1(reason);
		case "unknown-price": return say`a cost limit is set, and the price of ${reason.row} is unknown (${sideOf(reason.side)} side): no list has it at this endpoint, so write it in \`prices\``;
		case "leaning": return say`it leans worse ${onRow(reason.row)} without proof: the mean moved ${own(showDelta(reason.delta))} (${own(showP(reason.p))})`;
		case "leaning-case": return reason.confirmed ? say`case ${reason.case} got worse ${onRow(reason.row)}, but by less than half: ${own(showPoints(reason.delta))} (${own(showP(reason.p))})` : say`case ${reason.case} fell ${onRow(reason.row)} by ${own(showPoints(reason.delta))}, not proven by itself`;
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
	return reason.old.passes === null || reason.new.passes === null ? `${showPoints(reason.delta)} down` : `${showTally(reason.old)} → ${showTally(reason.new)}`;
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

// src/reporters/wording/word-fallen.ts
function wordFallen(fallen, where = []) {
	const ids = new Set(fallen.map(({ prompt, case: { id } }) => `${prompt.path}\n${id}`));
	const [first] = fallen;
	const who = first !== void 0 && ids.size === 1 ? say`${first.case.id}` : own(showNumberOf(ids.size, "case"));
	return say`${who} fell${where.length === 0 ? [] : say` ${where}`}${own(wordTallies(fallen))}`;
}
function wordTallies(fallen) {
	const shown = new Set(fallen.map(({ case: one }) => `${showTally(one.old)} → ${showTally(one.new)}`));
	const [alike] = shown;
	if (shown.size === 1) return `: ${alike}`;
	const sum = {
		old: 0,
		oldOf: 0,
		new: 0,
		newOf: 0
	};
	for (const { case: one } of fallen) {
		if (one.old.passes === null || one.new.passes === null) return "";
		sum.old += one.old.passes;
		sum.oldOf += one.old.of;
		sum.new += one.new.passes;
		sum.newOf += one.new.of;
	}
	return `, together ${sum.old}/${sum.oldOf} → ${sum.new}/${sum.newOf}`;
}

// src/reporters/wording/word-regression.ts
function wordRegression(report) {
	const worse = report.prompts.filter(({ verdict }) => verdict === "regressed");
	const [only, ...more] = worse;
	if (only === void 0 || report.prompts.length === 1) return wordOne(report);
	const count = `${worse.length} of ${report.prompts.length} changed prompts got worse`;
	if (more.length === 0) return say`${own(count)}, ${only.path}: ${wordOne({
		...report,
		prompts: [only]
	})}`;
	const among = {
		...report,
		prompts: worse
	};
	const broke = new Set(casesOf$1(among, "regressed").map(({ prompt, case: { id } }) => `${prompt.path}\n${id}`)).size;
	const fallen = casesOf$1(among, "fell");
	const counts = [...broke > 0 ? [own(`${showNumberOf(broke, "case")} broke`)] : [], ...fallen.length > 0 ? [wordFallen(fallen)] : []];
	const paths = listNames(worse.map(({ path }) => path), 3);
	return say`${own(count)}: ${paths}${counts.length === 0 ? [] : say`; ${list(counts)}`}`;
}
function wordOne(report) {
	return wordBrokenCases(report, "block") ?? wordFall(report) ?? wordRule$1(report);
}
function wordFall(report) {
	const rows = report.prompts.flatMap((prompt) => prompt.models.map((row) => ({
		prompt,
		row
	})));
	const isFall = ({ kind }) => kind === "suite";
	const apart = rows.filter(({ row }) => row.verdict === "regressed" && row.reasons.some(isFall));
	const pooled = rows.filter(({ prompt, row }) => row.pooledOnly && prompt.reasons.some(isFall));
	const fallen = apart.length > 0 ? apart : pooled;
	const first = fallen[0];
	if (first === void 0) return void 0;
	const where = wordWhere(report, fallen);
	const cases = fallen.flatMap(({ prompt, row }) => row.cases.filter(({ state }) => state === "fell").map((one) => ({
		prompt,
		row,
		case: one
	})));
	if (cases.length === 0) return say`Replies got worse ${where}${wordScore(first.row)}; ${wordBlame(fallen)}`;
	const names = [...new Set(cases.map(({ case: { id } }) => id))];
	const all = new Set(fallen.flatMap(({ row }) => row.cases.map(({ id }) => id))).size;
	const named = names.length === 1 ? [] : say` (${listNames(names, 3)})`;
	return say`${wordFallen(cases, where)}${named}${own(all === names.length ? "; none holds" : `; ${showNumberOf(all - names.length, "other")} did not fall`)}`;
}
function wordBlame(fallen) {
	const cases = fallen.flatMap(({ row }) => row.reasons.flatMap((reason) => reason.kind === "leaning-case" && reason.confirmed ? [reason.case] : []));
	const names = [...new Set(cases)];
	if (names.length > 0) return say`${listNames(names, 3)} ${own(names.length === 1 ? "is" : "are")} surely worse`;
	return own("no single case is to blame");
}
function wordScore(row) {
	const { old, new: now, delta } = row.score;
	if (old === null || now === null || delta === null) return [];
	return own(`: score ${showScore(old)} → ${showScore(now)}, ${showPoints(delta)} down`);
}
function wordRule$1(report) {
	const pooled = report.prompts.flatMap((prompt) => prompt.reasons);
	const ofRows = report.prompts.flatMap(({ models }) => models.flatMap((row) => row.reasons));
	const rules = [...pooled, ...ofRows].filter(({ kind }) => blockingRules.has(kind));
	const first = rules[0];
	if (first === void 0) return own("Something got worse");
	const more = rules.length - 1;
	return list([upperFirst(wordReason(first)), ...more > 0 ? [own(`${showNumberOf(more, "more finding")} below`)] : []], "; ");
}
const blockingRules = /* @__PURE__ */ new Set([
	"suite",
	"metric",
	"min-score",
	"cost",
	"latency"
]);
function upperFirst(phrase) {
	const [first, ...rest] = phrase;
	if (first?.kind !== "ours") return phrase;
	return [{
		...first,
		text: first.text.charAt(0).toUpperCase() + first.text.slice(1)
	}, ...rest];
}

// src/reporters/wording/word-checked.ts
const most = 3;
function wordChecked(report) {
	const rows = report.prompts.flatMap(({ models }) => models);
	const told = [...Map.groupBy(rows, ({ id }) => id)].map(([id, held]) => ({
		id,
		...wordPassing(held)
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
		...wordRest(report),
		...wordRule(rows)
	], "; "));
}
function wordPassing(rows) {
	const { passing, marked, unmarked, score } = countChecked(rows);
	if (marked === 0) {
		const shown = score === null ? "no score" : `score ${showScore(score)}`;
		return {
			share: shown,
			phrase: own(`${shown} over ${showNumberOf(unmarked, "case")}`),
			short: own(shown)
		};
	}
	const phrase = passing === marked ? `${marked === 1 ? "the one case passes" : `all ${showNumberOf(marked, "case")} pass`}` : `${passing} of ${showNumberOf(marked, "case")} ${passing === 1 ? "passes" : "pass"}`;
	return {
		share: `${passing}/${marked}`,
		phrase: own(phrase),
		short: own(`${passing} of ${marked}`)
	};
}
function of({ prompts }) {
	return prompts.length > 1 ? own(` in ${prompts.length} prompts`) : [];
}
function wordRest(report) {
	const { failing, flaky } = unsteadyCases$1(report);
	const { unmarked, marked } = countChecked(report.prompts.flatMap(({ models }) => models.slice(0, 1)));
	const fail = failing.length === 1 ? "fails" : "fail";
	const rest = [
		...failing.length === 0 ? [] : [failing.length <= most ? say`${listNames(failing)} ${own(fail)}` : own(`${failing.length} ${fail}`)],
		...flaky.length === 0 ? [] : [own(`${flaky.length} ${flaky.length === 1 ? "is" : "are"} flaky`)],
		...unmarked === 0 || marked === 0 ? [] : [own(`${showNumberOf(unmarked, "case")} without a pass mark`)]
	];
	return rest.length === 0 ? [] : [list(rest)];
}
function unsteadyCases$1({ prompts }) {
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

// src/reporters/case-coverage.ts
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

// src/reporters/wording/word-unreviewed.ts
const causes = {
	"no-cases": ["it has no golden cases", "they have no golden cases"],
	"no-checks": ["none of its cases has a check", "none of their cases has a check"],
	"not-run": ["nothing that some of its cases ask for can be run here", "nothing that some of their cases ask for can be run here"],
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
	"no-checks": "Add a check to its cases, such as `contains: \"30 days\"`.",
	"not-run": "Put a check of `docs/checks.md` in their place.",
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

// src/reporters/wording/headline.ts
function headlineOf(report) {
	if (report.ended === "cancelled" && report.verdict !== "regressed") return say`Cancelled after ${own(showNumberOf(report.calls.made, "call"))}: nothing is proven either way`;
	const told = report.mode === "check" && settled.has(report.verdict) ? wordChecked(report) : headlines[report.verdict](report);
	const by = report.accepted.map((one) => one.by);
	const unread = report.prompts.filter(({ problems }) => problems !== void 0).length;
	const beside = unread === 0 || report.verdict === "invalid" ? [] : own(`; ${showNumberOf(unread, "prompt")} could not be reviewed`);
	return report.verdict === "regressed" && by.length > 0 ? say`Accepted by ${listNames([...new Set(by)])}: ${told}${beside}` : say`${told}${beside}`;
}
const settled = /* @__PURE__ */ new Set([
	"regressed",
	"failing",
	"pass"
]);
const headlines = {
	regressed: wordRegression,
	invalid: wordInvalid,
	failing: wordChecked,
	inconclusive: wordInconclusive,
	unreviewed: wordNotChecked,
	pass: wordPass,
	skipped: (report) => say`Nothing to ${own(report.mode === "check" ? "check" : "review")}: ${quote(report.skipped ?? "no prompt changed")}`
};
function wordInvalid(report) {
	const [first, ...more] = problemsOf(report).map(({ problem }) => problem);
	if (first === void 0) return say`No honest verdict: ${firstReason(report, "invalid")}`;
	const and = more.length === 0 ? [] : own(` (and ${showNumberOf(more.length, "more problem")})`);
	const what = quote(clip(first.what, 700).replace(/[.\s]+$/u, ""));
	const told = say`${wordPosition(first.at)}${what}${and}`;
	const unread = report.prompts.filter(({ problems }) => problems !== void 0);
	const others = report.prompts.length - unread.length;
	if (report.problems.length > 0 || others === 0) return say`The ${own(report.mode === "check" ? "check" : "review")} could not be done: ${told}`;
	const [only, ...rest] = unread;
	const which = only === void 0 || rest.length > 0 ? say`${unread.length} prompts` : say`${only.path}`;
	return say`${which} could not be reviewed: ${told}; ${own(wordOthers(report, others))}`;
}
function wordOthers({ prompts }, others) {
	const noun = showNumberOf(others, "other prompt");
	return prompts.every(({ verdict, problems }) => problems !== void 0 || verdict === "pass") ? `nothing got worse in ${noun}` : `${noun} ${others === 1 ? "was" : "were"} reviewed`;
}
function wordPosition(at) {
	return at === void 0 ? [] : say`${showPosition(at)}: `;
}
function wordInconclusive(report) {
	const edited = wordOwnEdits(report);
	if (edited !== void 0) return upperFirst(edited);
	const row = report.prompts.flatMap(({ models }) => models).find(({ verdict }) => verdict === "inconclusive");
	const other = row?.reasons.find(({ kind }) => kind === "other-question");
	if (other !== void 0) return upperFirst(wordReason(other));
	const reason = row?.reasons[0];
	if (row !== void 0 && reason?.kind === "leaning") {
		const score = showChange(row.score.old, row.score.new, showScore);
		return say`Probably worse on ${row.id}, not proven: score ${own(score)} (${own(showP(reason.p))})`;
	}
	const fallen = casesOf$1(report, "fell");
	if (fallen.length > 0 && (reason?.kind !== "leaning-case" || !reason.confirmed)) return say`${wordFallen(fallen, wordWhere(report, fallen))}, not proven${reason === void 0 || reason.kind === "leaning-case" ? [] : say`: ${wordReason(reason)}`}`;
	if (row !== void 0 && reason?.kind === "leaning-case") return say`${reason.case} got worse on ${row.id}, by less than what blocks: ${own(showPoints(reason.delta))} down (${own(showP(reason.p))})`;
	return say`Not proven either way: ${firstReason(report, "inconclusive")}`;
}
function firstReason(report, verdict) {
	const reason = [...report.prompts.flatMap(({ models }) => models).filter((row) => row.verdict === verdict).flatMap((row) => row.reasons), ...report.prompts.flatMap(({ reasons }) => reasons)][0];
	return reason === void 0 ? own("too few replies to tell") : wordReason(reason, report.mode);
}
function wordPass(report) {
	const rows = report.prompts.flatMap(({ models }) => models);
	if (report.prompts.reduce((sum, prompt) => sum + new Set(prompt.models.flatMap(caseIds)).size, 0) === 0) return own("Nothing got worse");
	const warning = wordBrokenCases(report, "warn");
	if (warning !== void 0) return say`A warning only: ${warning}`;
	if (report.prompts.every(isAlone)) return wordAdded(report);
	const models = [...new Set(rows.map(({ id }) => id))];
	const where = models.length > 3 ? own(`on ${models.length} models`) : say`on ${listNames(models)}`;
	const counts = countCases(report.prompts.map((prompt) => casesApart(prompt)));
	const { same, improved } = counts;
	const fallen = casesOf$1(report, "fell");
	const told = [
		...same > 0 ? [own(`${showNumberOf(same, "case")} ${same === 1 ? "holds" : "hold"}`)] : [],
		...fallen.length > 0 ? [wordFallen(fallen)] : [],
		...improved.length > 0 ? [say`${improved.length} got better${namesOf(report, improved)}`] : [],
		...wordUnsteady(counts).map(own)
	];
	const edited = report.prompts.reduce((sum, { casesChanged }) => sum + casesChanged.edited.length, 0);
	return upperFirst(list([
		say`${own(fallen.length > 0 ? "nothing is proven worse" : "nothing got worse")}${own(hasTolerated(report) ? " beyond the tolerance" : "")} ${where}: ${list(told)}`,
		...[wordOwnEdits(report)].filter((told) => told !== void 0),
		...edited > 0 ? [own(`${showNumberOf(edited, "golden case")} edited here`)] : []
	], "; "));
}
function casesApart({ path, models }) {
	return { cases: models.flatMap((row) => row.cases.map((one) => ({
		...one,
		id: `${path}\n${one.id}`
	}))) };
}
function namesOf({ prompts }, apart) {
	if (apart.length > 3 || prompts.length > 1) return [];
	return say` (${listNames(apart.map((id) => id.slice(id.indexOf("\n") + 1)))})`;
}
function hasTolerated({ prompts, method }) {
	return prompts.flatMap(({ models }) => models).some(({ score, reasons }) => reasons.some(({ kind }) => kind === "tolerated-case") || score.p !== null && score.delta !== null && score.delta < 0 && score.p <= method.alpha);
}
function isAlone({ change, models }) {
	return change === "added" || change === "config" && models.every(({ score }) => score.old === null);
}
function wordAdded(report) {
	const told = report.prompts.flatMap(({ models }) => models).map((row) => {
		const { new: rate } = row.passRate;
		return say`${own(rate === null ? showScore(row.score.new ?? 0) : showPercent(rate))} on ${row.id}`;
	});
	const news = report.prompts.every(({ change }) => change === "config") ? "model" : "prompt";
	const number = news === "model" ? new Set(report.prompts.flatMap(({ models }) => models.map(({ id }) => id))).size : report.prompts.length;
	const subject = number === 1 ? `A new ${news}` : `${number} new ${news}s`;
	return say`${own(subject)}, with nothing to compare: ${list(told.slice(0, 4))}${own(told.length > 4 ? " …" : "")}`;
}
function caseIds(row) {
	return row.cases.map(({ id }) => id);
}

// src/reporters/wording/notes-to-tell.ts
function notesToTell({ prompts }) {
	const paths = /* @__PURE__ */ new Map();
	for (const { path, notes } of prompts) for (const note of notes) paths.set(note, [...paths.get(note) ?? [], path]);
	return [...paths].map(([note, of]) => say`${listNames(of, 3)}: ${quote(note)}`);
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

// src/reporters/wording/word-preferences.ts
function wordPreferences(report) {
	return report.prompts.flatMap(({ path, models }) => models.flatMap((row) => {
		if (row.prefer === void 0) return [];
		const where = report.prompts.length > 1 ? say`${path} on ${row.id}` : say`${row.id}`;
		return [say`Side by side on ${where}: ${wordCounts(row.prefer)}.`];
	}));
}
function wordCounts({ wins, ties, losses, unscored = 0, p }) {
	const pairs = wins + ties + losses;
	if (pairs === 0) return own(`none of ${showNumberOf(unscored, "pair")} of replies could be judged`);
	const test = p === void 0 || wins + losses === 0 ? "" : `sign test for worse, ${showP(p)}; `;
	const missing = unscored === 0 ? "" : `, ${unscored} not judged`;
	return own(`the new reply preferred in ${wins} of ${showNumberOf(pairs, "pair")}, the old one in ${losses}, ${showNumberOf(ties, "tie")}${missing} (${test}outside the score and the gate)`);
}

// src/reporters/wording/word-problem.ts
function wordProblem({ problem: { at, what, fix }, prompts }) {
	const where = at === void 0 ? [] : say`${showPosition(at)}: `;
	const shared = prompts.filter((path) => path !== at?.file);
	const concerned = shared.length === 0 ? [] : say` Not reviewed for it: ${listNames(shared)}.`;
	return say`${where}${quote(what)}${fix === void 0 ? [] : say` ${quote(fix)}`}${concerned}`;
}

// src/reporters/state-columns.ts
const inState = (state) => {
	return ({ cases }) => cases.filter((one) => one.state === state).length;
};
const compared = [{
	title: "Worse",
	count: inState("regressed"),
	bad: true
}, {
	title: "Better",
	count: inState("improved"),
	bad: false
}];
const checked = [
	{
		title: "Pass",
		count: ({ cases }) => cases.filter(passes).length,
		bad: false
	},
	{
		title: "Flaky",
		count: inState("flaky"),
		bad: false
	},
	{
		title: "Fail",
		count: inState("failing"),
		bad: true
	}
];
const fell = {
	title: "Fell",
	count: inState("fell"),
	bad: true
};
function stateColumns({ mode, prompts }) {
	if (mode === "check") return checked;
	return prompts.some(({ models }) => models.some((row) => fell.count(row) > 0)) ? [
		...compared.slice(0, 1),
		fell,
		...compared.slice(1)
	] : compared;
}

// src/reporters/worst-first.ts
function worstFirst(lines) {
	return lines.toSorted((a, b) => rank(a) - rank(b));
}
function rank({ prompt, row }) {
	return verdicts.indexOf(row?.verdict ?? prompt.verdict);
}

// src/reporters/diff-replies.ts
function diffReplies(old, now, most = 400) {
	return diffArrays(pieces(old).slice(0, most), pieces(now).slice(0, most)).flatMap((change) => change.value.map((text) => ({
		kind: change.added ? "added" : change.removed ? "removed" : "same",
		text
	})));
}
function showDiff(lines) {
	const sign = {
		same: " ",
		removed: "-",
		added: "+"
	};
	return lines.map((line) => `${sign[line.kind]} ${line.text}`).join("\n");
}
function pieces(text) {
	return text.replaceAll("\r\n", "\n").split("\n").flatMap((line) => line.length <= 100 ? [line] : line.split(/(?<=[.!?。！？…]["'”’)\]]*)\s+|(?<=[。！？])/u));
}

// src/reporters/reply-text.ts
function replyText({ text, toolCalls = [], finishReason = "stop" }) {
	if (text === void 0 || text.trim() !== "") return text;
	if (toolCalls.length > 0) return `(no text; it calls ${toolCalls.map(({ name }) => name).join(", ")})`;
	return finishReason === "stop" ? "(empty)" : `(empty; ended by ${finishReason})`;
}

// src/reporters/shown-cases.ts
const mostFailing = 5;
function shownCases(report) {
	if (report.mode === "check") return casesOf$1(report, "failing", "flaky").map((placed) => ({
		...placed,
		why: "fails"
	}));
	const worst = worstCases(report).map((placed) => ({
		...placed,
		why: placed.case.state === "regressed" ? "broke" : "fell"
	}));
	const idle = new Set(report.prompts.flatMap(({ models }) => models.filter(({ reasons }) => reasons.some(({ kind }) => kind === "nothing-passes"))));
	const failing = casesOf$1(report, "failing").filter(({ row }) => idle.has(row));
	const byRow = [...Map.groupBy(failing, ({ row }) => row).values()].map((cases) => cases.slice(0, mostFailing));
	return [...worst, ...byRow.flat().map((placed) => ({
		...placed,
		why: "fails"
	}))];
}

// src/reporters/unsteady-cases.ts
const told = /* @__PURE__ */ new Set([
	"failing",
	"flaky",
	"unscored"
]);
function modelsOf({ prompts }) {
	return [...new Set(prompts.flatMap(({ models }) => models.map(({ id }) => id)))];
}
function unsteadyCases(report) {
	const models = modelsOf(report);
	return report.prompts.flatMap((prompt) => {
		return [...new Set(prompt.models.flatMap(({ cases }) => cases.filter(({ state }) => told.has(state)).map(({ id }) => id)))].map((id) => {
			const onModels = models.map((model) => caseOn(prompt.models, model, id));
			const replies = onModels.flatMap((one) => one?.replies ?? []);
			return {
				prompt,
				id,
				onModels,
				fails: failedChecks(replies)
			};
		});
	}).toSorted((a, b) => failing(b) - failing(a));
}
function caseOn(rows, model, id) {
	return rows.find((row) => row.id === model)?.cases.find((one) => one.id === id);
}
function failing({ onModels }) {
	return onModels.filter((one) => one?.state === "failing" || one?.state === "unscored").length;
}

// src/reporters/wording/word-judge.ts
function wordJudge({ judge }) {
	if (judge === void 0) return [];
	const votes = judge.votes === 1 ? [] : own(`, ${judge.votes} votes a reply`);
	return [say`Judge: ${judge.model}${votes}; ${own(wordReliability(judge.reliability))}${own(wordKappa(judge.kappa))}.`, ...(judge.advises ?? []).map(({ metric, why }) => say`The metric ${metric} only advises: ${quote(why)}.`)];
}
function wordReliability(reliability) {
	if (reliability === void 0) return "how steady it is was not measured";
	const { replies, agreement, flipRate, sigma } = reliability;
	const parts = [
		...agreement === void 0 ? [] : [`${showPercent(agreement)} of the judgements alike`],
		...flipRate === void 0 ? [] : [`${showPercent(flipRate)} flipped to the other side of the pass mark`],
		`spread σ = ${showScore(sigma)} on 0–1`
	];
	return `${showNumberOf(replies, "reply", "replies")} judged more than once: ${parts.join(", ")}`;
}
function wordKappa(kappa) {
	if (kappa === void 0) return "";
	return `; agrees with ${showNumberOf(kappa.labels, "human label")} at κ = ${showScore(kappa.value)} ± ${showScore(kappa.error)}`;
}

// src/reporters/wording/word-would-see.ts
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
	return drop !== null && drop < .5;
}
function wordHalving(row) {
	const halved = row.wouldSee?.halvedBy;
	if (halved === null || halved === void 0 || !isTold(row.wouldSee?.drop ?? null)) return [];
	const cases = showNumberOf(halved.moreCases, "more case");
	const replies = showNumberOf(halved.moreTrials, "more reply", "more replies");
	return own(`${cases}, or ${replies} a case and side, would halve that`);
}
function blindestRow(report) {
	const rows = report.prompts.flatMap(({ models }) => models).filter(({ wouldSee, score }) => wouldSee !== null && score.old !== null && score.new !== null).filter(({ wouldSee }) => wouldSee?.couldFall?.cases !== 0);
	const blindness = (row) => (row.wouldSee?.case === true ? 0 : 1) + (row.wouldSee?.drop ?? 1);
	return rows.toSorted((a, b) => blindness(b) - blindness(a))[0];
}

// src/reporters/wording/word-method.ts
const samplings = {
	adaptive: "rounds, more replies only where they disagree",
	confirm: "rounds until it is proven either way",
	fixed: "one round"
};
const endings = {
	complete: "",
	budget: " The budget (`max-calls`, `max-cost`) ended the sampling: no further round was asked. Raise it to have more proven.",
	deadline: " The deadline (`timeout`) ended the sampling: no further round was asked.",
	cancelled: " The run was cancelled."
};
function wordMethod(report) {
	const { method, calls, costUsd } = report;
	const procedure = report.mode === "check" ? wordChecking(report) : say`Old and new replies to the same cases were swapped in all ways inside each case (permutation tests, one-sided; at most ${own(showPercent(method.alpha))} of reviews block by chance); drops under ${own(showPoints(method.tolerance))} are tolerated. Pass rate and score are means over the replies that every case was asked, without those of the rounds that only unsteady cases were. Sampling: ${own(method.sampling)} (${own(samplings[method.sampling])}, at most ${own(showNumberOf(method.trials, "reply", "replies"))} a case and side)${own(carlo(report))}.`;
	const row = blindestRow(report);
	const seen = row === void 0 ? [] : say` Would have seen ${wordWouldSee(row)}${wordHalving(row).length === 0 ? [] : say` (${wordHalving(row)})`}.`;
	if (report.mode === "compare") return [procedure, say`No model was asked.${seen}`];
	const counts = [
		`${showNumberOf(calls.made, "call")} made`,
		...calls.kept > 0 ? [`${showCount(calls.kept)} answered by kept replies`] : [],
		...calls.saved > 0 ? [`${showCount(calls.saved)} saved`] : [],
		...calls.retried > 0 ? [`${showCount(calls.retried)} retried`] : [],
		...calls.failed > 0 ? [`${showCount(calls.failed)} failed`] : []
	];
	return [procedure, say`${own(counts.join(", "))}; ${wordCost(costUsd)}.${own(endings[report.ended])}${seen}`];
}
function wordChecking({ prompts }) {
	const cases = prompts.flatMap(({ models }) => models.flatMap((row) => row.cases));
	const replies = Math.max(0, ...cases.map((one) => one.new.of + one.new.missing));
	const asked = showNumberOf(replies, "reply", "replies");
	return own(`Each case was asked for ${asked} on each model: it passes where all of them do, fails where none does, and is flaky in between. Pass rate and score are means over all replies.`);
}
function wordCost({ actual, unpriced, byName = [] }) {
	const models = list(unpriced.map((model) => say`${model}`));
	if (actual === void 0) return say`cost not known (no list has a price for ${models} at this endpoint; write it in ${quote("`prices`")})`;
	return say`cost ${own(showMoney(actual))}${unpriced.length === 0 ? [] : say` (price unknown: ${models})`}${wordLists(byName)}`;
}
function wordLists(byName) {
	if (byName.length === 0) return [];
	const lists = [...new Set(byName.map((one) => `${one.list}’s`))].join(" and ");
	return say` at the price of ${own(lists)} list for ${list(byName.map(({ model }) => say`${model}`))}: your endpoint may bill differently (${quote("`prices`")} says what)`;
}
function carlo(report) {
	const rows = report.prompts.flatMap(({ models }) => models);
	return [...report.prompts.map(({ pooled }) => pooled?.method), ...rows.flatMap((row) => [row.method, ...row.cases.map(({ method }) => method)])].some((method) => method?.kind === "monte-carlo") ? "; seeded Monte Carlo where exact counting would be too long" : "";
}

// src/reporters/wording/word-next-step.ts
function wordNextStep(report) {
	const row = blindestRow(report);
	switch (report.verdict) {
		case "regressed": return say`${acceptedBy(report) ?? gate(report)}${accept(report)}`;
		case "inconclusive": return say`${gate(report)}${row === void 0 || wordHalving(row).length === 0 ? [] : say` It sees ${wordWouldSee(row)}; ${wordHalving(row)}.`}`;
		case "pass": return row === void 0 ? [] : say`It would have caught ${wordWouldSee(row)}.`;
		case "failing": return gate(report);
		case "unreviewed": return say`${wordIdleMend(report)}${gate(report)}`;
		case "invalid": return acceptedBy(report) ?? gate(report);
		case "skipped": return [];
	}
}
function wordIdleMend({ prompts }) {
	const isIdle = prompts.some(({ models }) => models.some(({ reasons }) => reasons.some(({ kind }) => kind === "nothing-passes")));
	return own(isIdle ? "Look at the failing replies, and mend the golden cases or the prompt until some pass. " : "");
}
function gate(report) {
	if (!report.gate.open) return own("The gate is closed.");
	const named = report.gate.failOn.includes(report.verdict);
	return own(named ? "The gate is open." : `The gate is open: \`fail-on\` does not name \`${report.verdict}\`.`);
}
function acceptedBy(report) {
	const [first] = report.accepted;
	if (first === void 0) return void 0;
	const by = say`accepted by ${first.by} on ${quote(first.at)}`;
	return report.gate.open ? say`The gate is open: ${by}.` : say`The gate stays closed: what regressed was ${by}, what is invalid cannot be.`;
}
function accept(report) {
	const label = report.gate.acceptLabel;
	return report.gate.open || label === void 0 ? [] : say` Mend the prompt, or let someone with write permission set the label ${label}.`;
}

// src/reporters/wording/word-short-replies.ts
function wordShortReplies(report) {
	const rows = report.prompts.flatMap((prompt) => prompt.models.flatMap((row) => row.replies === void 0 ? [] : [{
		prompt,
		row,
		replies: row.replies
	}]));
	return kinds.flatMap(({ count, what, why }) => {
		const found = rows.filter(({ replies }) => sides.some((side) => count(replies[side]) > 0));
		if (found.length === 0) return [];
		const total = (side, of) => found.reduce((sum, { replies }) => sum + of(replies[side]), 0);
		const told = sides.filter((side) => total(side, count) > 0).map((side, index) => {
			const all = total(side, ({ of }) => of);
			const noun = index === 0 ? showNumberOf(all, "reply", "replies") : showCount(all);
			return own(`${showCount(total(side, count))} of ${noun} on the ${side} side`);
		});
		const where = found.length < rows.length ? say` ${wordWhere(report, found)}` : [];
		const both = (of) => total("old", of) + total("new", of);
		const one = told.length === 1 && both(count) === 1;
		return [say`${list(told, ", ", " and ")}${where} ${own(`${one ? what.one : what.several}${why(both)}`)}`];
	});
}
const raise = "Raise `max_tokens`.";
const kinds = [
	{
		count: ({ empty }) => empty,
		what: {
			one: "is empty",
			several: "are empty"
		},
		why: whyEmpty
	},
	{
		count: ({ atLimit }) => atLimit.partial,
		what: {
			one: "was cut",
			several: "were cut"
		},
		why: () => ` at the model’s token limit. ${raise}`
	},
	{
		count: ({ byFilter }) => byFilter.partial,
		what: {
			one: "was cut",
			several: "were cut"
		},
		why: () => " by the service’s content filter."
	}
];
function whyEmpty(total) {
	const [all, limit, filter] = [
		total(({ empty }) => empty),
		total(({ atLimit }) => atLimit.empty),
		total(({ byFilter }) => byFilter.empty)
	];
	if (limit === all) return `: the model stopped at its token limit. ${raise}`;
	if (filter === all) return ": the service’s content filter took them.";
	if (limit + filter === 0) return ", though the model ended them itself.";
	return `: ${[...limit > 0 ? [`${limit} at the model’s token limit`] : [], ...filter > 0 ? [`${filter} by the service’s content filter`] : []].join(", ")}.${limit > 0 ? ` ${raise}` : ""}`;
}

export { pickReplies as A, wordFallen as C, worstCases as D, reasonsToTell as E, casesOf$1 as O, upperFirst as S, isAlone$1 as T, headlineOf as _, modelsOf as a, hasGaps as b, replyText as c, worstFirst as d, stateColumns as f, notesToTell as g, unreviewedToTell as h, wordJudge as i, showOnce as j, failedChecks as k, diffReplies as l, wordPreferences as m, wordNextStep as n, unsteadyCases as o, wordProblem as p, wordMethod as r, shownCases as s, wordShortReplies as t, showDiff as u, mendUnreviewed as v, wordReason as w, wordCoverage as x, wordUnreviewed as y };