import { t as showPosition } from "./position.js";
import { n as clip } from "./show-on-one-line.js";
import { t as sides } from "./side.js";
import { _ as showTally, a as quote, c as showCount, d as showMoney, f as showNumberOf, g as showScore, h as showPoints, l as showDelta, m as showPercent, n as listNames, o as say, p as showP, r as own, s as showChange, t as list, u as showDuration } from "./say.js";

// src/reporters/wording/count-cases.ts
const states = [
	"regressed",
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
		same: count("same"),
		improved: ids.get("improved") ?? [],
		flaky: count("flaky"),
		failing: count("failing"),
		unscored: count("unscored")
	};
}
function wordUnsteady({ flaky, failing, unscored }) {
	return [
		...flaky > 0 ? [`${flaky} ${flaky === 1 ? "is" : "are"} flaky`] : [],
		...failing > 0 ? [`${failing} ${failing === 1 ? "fails" : "fail"} on both sides`] : [],
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
	return say`${wordCases(found)} ${where}${wordCounts$1(found)}${wordOthers(found)}`;
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
	return firsts.size === 1 ? first : void 0;
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
function wordOthers(found) {
	const counts = countCases([...new Set(found.map(({ row }) => row))]);
	const { same, improved } = counts;
	const told = [
		...same > 0 ? [same === 1 ? "1 other holds" : `${same} others hold`] : [],
		...improved.length > 0 ? [`${improved.length} got better`] : [],
		...wordUnsteady(counts)
	];
	return told.length === 0 ? [] : own(`; ${told.join(", ")}`);
}

// src/reporters/wording/word-reason.ts
function wordReason(reason) {
	switch (reason.kind) {
		case "suite": return say`the mean score fell ${onRow(reason.row)} by ${own(showPoints(reason.delta))}, beyond chance (${tested(reason)}) and beyond the tolerance of ${own(showPoints(reason.tolerance))}`;
		case "case": return say`case ${reason.case} ${own(reason.new.passes === 0 ? "broke" : "got worse")} ${onRow(reason.row)}: ${own(fall(reason))} (${tested(reason)})${own(reason.blocks ? "" : "; a warning only")}`;
		case "metric": return say`the metric ${reason.metric} fell ${onRow(reason.row)} by ${own(showPoints(reason.delta))}, beyond chance (${tested(reason)}) and beyond its tolerance of ${own(showPoints(reason.tolerance))}`;
		case "min-score": return say`the score ${onRow(reason.row)} is ${own(showScore(reason.score))}, under the least allowed, ${own(showScore(reason.minimum))}`;
		case "cost": return say`a reply ${onRow(reason.row)} costs ${own(reason.increase === null ? "something where it cost nothing" : `${showPercent(reason.increase)} more`)} (${own(showMoney(reason.old * 1e3))} → ${own(showMoney(reason.new * 1e3))} per 1,000); the limit is ${own(showPercent(reason.limit))}`;
		case "latency": return say`a reply ${onRow(reason.row)} takes ${own(showPercent(reason.increase))} longer (p50 ${own(showDuration(reason.old))} → ${own(showDuration(reason.new))}, ${tested(reason)}); the limit is ${own(showPercent(reason.limit))}`;
		case "missing": return say`${reason.missing} of ${own(showNumberOf(reason.of, "reply", "replies"))} of the ${sideOf(reason.side)} prompt ${onRow(reason.row)} never came or could not be scored; more than a tenth proves nothing`;
		case "unanswered-case": return say`case ${reason.case} has no scored reply of the ${sideOf(reason.side)} prompt ${onRow(reason.row)}`;
		case "unknown-price": return say`a cost limit is set, and the price of ${reason.row} is unknown (${sideOf(reason.side)} side): add it to \`prices\``;
		case "leaning": return say`it leans worse ${onRow(reason.row)} without proof: the mean moved ${own(showDelta(reason.delta))} (${own(showP(reason.p))})`;
		case "leaning-case": return reason.confirmed ? say`case ${reason.case} got worse ${onRow(reason.row)}, but by less than half: ${own(showPoints(reason.delta))} (${own(showP(reason.p))})` : say`case ${reason.case} is probably worse ${onRow(reason.row)}, without proof: ${own(showPoints(reason.delta))} down (${own(showP(reason.p))})`;
		case "tolerated-case": return say`case ${reason.case} got worse ${onRow(reason.row)} by ${own(showPoints(reason.delta))} (${tested(reason)}), within the tolerance of ${own(showPoints(reason.tolerance))}`;
		case "blind": return say`with ${own(showNumberOf(reason.trials, "reply", "replies"))} a case and side ${onRow(reason.row)} not even a case that breaks completely could be proven${blindFix(reason.trialsNeeded)}`;
		case "unproven": return say`neither better nor worse is proven ${onRow(reason.row)}: a drop of ${own(showPoints(reason.margin))} is not ruled out`;
		case "missing-decides": return say`the missing replies ${onRow(reason.row)} decide (${reason.missing.old} old, ${reason.missing.new} new): at their worst this would not pass`;
		case "answered": return say`the new prompt leaves more replies unanswered ${onRow(reason.row)}: ${own(showPercent(reason.old))} → ${own(showPercent(reason.new))} answered (${own(showP(reason.p))})`;
		case "kept-replies": return say`it looks worse ${onRow(reason.row)} against kept replies ${own(reason.refuted ? "and not against fresh ones: the service changed, not the prompt" : "alone, which never block")}`;
	}
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
function sideOf(side) {
	return own(side);
}
function blindFix(trialsNeeded) {
	return own(trialsNeeded === null ? "; more cases would tell" : `; ${trialsNeeded} would tell`);
}

// src/reporters/wording/word-regression.ts
function wordRegression(report) {
	return wordBrokenCases(report, "block") ?? wordFall(report) ?? wordRule(report);
}
function wordFall(report) {
	const fallen = report.prompts.flatMap((prompt) => prompt.models.map((row) => ({
		prompt,
		row
	}))).filter(({ row }) => row.verdict === "regressed" && row.reasons.some(({ kind }) => kind === "suite"));
	const first = fallen[0];
	if (first === void 0) return void 0;
	return say`Replies got worse ${wordWhere(report, fallen)}${wordScore(first.row)}; ${wordBlame(fallen)}`;
}
function wordBlame(fallen) {
	const cases = fallen.flatMap(({ row }) => row.reasons.flatMap((reason) => reason.kind === "leaning-case" && reason.confirmed ? [reason.case] : []));
	const names = [...new Set(cases)];
	if (names.length > 0) return say`${listNames(names, 3)} ${own(names.length === 1 ? "is" : "are")} surely worse`;
	const fell = fallen.flatMap(({ row }) => row.cases.filter(({ delta }) => delta !== null && delta <= -.5));
	const ids = [...new Set(fell.map(({ id }) => id))];
	if (ids.length > 0) return say`${listNames(ids, 3)} fell most, not proven one by one`;
	return own("no single case is to blame");
}
function wordScore(row) {
	const { old, new: now, delta } = row.score;
	if (old === null || now === null || delta === null) return [];
	return own(`: score ${showScore(old)} → ${showScore(now)}, ${showPoints(delta)} down`);
}
function wordRule(report) {
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

// src/reporters/wording/word-unreviewed.ts
const causes = {
	"no-cases": "it has no golden cases",
	"no-checks": "none of its cases has a check",
	"not-run": "some of its cases have assertions that are not run here",
	format: "its format is not read",
	"no-keys": "there is no key to ask a model with",
	fork: "the pull request is from a fork, which gets no keys"
};
const mends = {
	"no-cases": "Write some (the README has an example), or see whether `tags` leaves them out.",
	"no-checks": "Add a check to its cases, such as `contains: \"30 days\"`.",
	"not-run": "Put a check of `docs/checks.md` in their place.",
	format: "The documentation lists the formats that are read.",
	"no-keys": "Give the action `api-key`.",
	fork: "Someone of the repository can review it, or see `allow-forks`."
};
function wordUnreviewed(one) {
	const detail = one.detail === void 0 ? [] : say` (${quote(one.detail)})`;
	return say`${own(causes[one.why])}${detail}`;
}
function mendUnreviewed(one) {
	return own(mends[one.why]);
}

// src/reporters/wording/headline.ts
function headlineOf(report) {
	if (report.ended === "cancelled" && report.verdict !== "regressed") return say`Cancelled after ${own(showNumberOf(report.calls.made, "call"))}: nothing is proven either way`;
	const told = headlines[report.verdict](report);
	const by = report.accepted.map((one) => one.by);
	return report.verdict === "regressed" && by.length > 0 ? say`Accepted by ${listNames([...new Set(by)])}: ${told}` : told;
}
const headlines = {
	regressed: wordRegression,
	invalid: wordInvalid,
	inconclusive: wordInconclusive,
	unreviewed: wordNothingGuards,
	pass: wordPass,
	skipped: (report) => say`Nothing to review: ${quote(report.skipped ?? "no prompt changed")}`
};
function wordInvalid(report) {
	const [first, ...more] = report.problems;
	if (first === void 0) return say`No honest verdict: ${firstReason(report, "invalid")}`;
	const and = more.length === 0 ? [] : own(` (and ${showNumberOf(more.length, "more problem")})`);
	const what = quote(clip(first.what, 700).replace(/[.\s]+$/u, ""));
	return say`The review could not be done: ${wordPosition(first.at)}${what}${and}`;
}
function wordPosition(at) {
	return at === void 0 ? [] : say`${showPosition(at)}: `;
}
function wordInconclusive(report) {
	const row = report.prompts.flatMap(({ models }) => models).find(({ verdict }) => verdict === "inconclusive");
	const reason = row?.reasons[0];
	if (row !== void 0 && reason?.kind === "leaning") {
		const score = showChange(row.score.old, row.score.new, showScore);
		return say`Probably worse on ${row.id}, not proven: score ${own(score)} (${own(showP(reason.p))})`;
	}
	if (row !== void 0 && reason?.kind === "leaning-case" && !reason.confirmed) return say`${reason.case} is probably worse on ${row.id}, not proven: ${own(showPoints(reason.delta))} down (${own(showP(reason.p))})`;
	if (row !== void 0 && reason?.kind === "leaning-case") return say`${reason.case} got worse on ${row.id}, by less than what blocks: ${own(showPoints(reason.delta))} down (${own(showP(reason.p))})`;
	return say`Not proven either way: ${firstReason(report, "inconclusive")}`;
}
function firstReason(report, verdict) {
	const reason = [...report.prompts.flatMap(({ models }) => models).filter((row) => row.verdict === verdict).flatMap((row) => row.reasons), ...report.prompts.flatMap(({ reasons }) => reasons)][0];
	return reason === void 0 ? own("too few replies to tell") : wordReason(reason);
}
function wordNothingGuards(report) {
	const [first, ...more] = report.unreviewed;
	if (first === void 0) return own("A prompt changed that nothing guards");
	if (more.length === 0) return say`${first.path} changed and nothing guards it: ${wordUnreviewed(first)}`;
	return say`${report.unreviewed.length} prompts changed that nothing guards: ${listNames(report.unreviewed.map(({ path }) => path), 3)}`;
}
function wordPass(report) {
	const rows = report.prompts.flatMap(({ models }) => models);
	if (report.prompts.reduce((sum, prompt) => sum + new Set(prompt.models.flatMap(caseIds)).size, 0) === 0) return own("Nothing got worse");
	const warning = wordBrokenCases(report, "warn");
	if (warning !== void 0) return say`A warning only: ${warning}`;
	if (report.prompts.every(({ change }) => change === "added")) return wordAdded(report);
	const models = [...new Set(rows.map(({ id }) => id))];
	const where = models.length > 3 ? own(`on ${models.length} models`) : say`on ${listNames(models)}`;
	const counts = countCases(report.prompts.map((prompt) => casesApart(prompt)));
	const { same, improved } = counts;
	const told = [
		...same > 0 ? [own(`${showNumberOf(same, "case")} ${same === 1 ? "holds" : "hold"}`)] : [],
		...improved.length > 0 ? [say`${improved.length} got better${namesOf(report, improved)}`] : [],
		...wordUnsteady(counts).map(own)
	];
	const edited = report.prompts.reduce((sum, { casesChanged }) => sum + casesChanged.edited.length, 0);
	return upperFirst(list([say`nothing got worse${own(hasTolerated(report) ? " beyond the tolerance" : "")} ${where}: ${list(told)}`, ...edited > 0 ? [own(`${showNumberOf(edited, "golden case")} edited here`)] : []], "; "));
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
function wordAdded(report) {
	const told = report.prompts.flatMap(({ models }) => models).map((row) => {
		const { new: rate } = row.passRate;
		return say`${own(rate === null ? showScore(row.score.new ?? 0) : showPercent(rate))} on ${row.id}`;
	});
	const subject = report.prompts.length === 1 ? "A new prompt" : `${report.prompts.length} new prompts`;
	return say`${own(subject)}, with nothing to compare: ${list(told.slice(0, 4))}${own(told.length > 4 ? " …" : "")}`;
}
function caseIds(row) {
	return row.cases.map(({ id }) => id);
}

// src/reporters/wording/word-would-see.ts
function wordWouldSee(row) {
	if (row.wouldSee === null) return [];
	const { case: one, drop } = row.wouldSee;
	const seen = [...one ? ["one case that breaks"] : [], ...drop === null ? [] : [`an even drop of ${showPoints(drop)} or more over all cases`]];
	return own(seen.length === 0 ? "nothing: there are too few replies" : seen.join(" and "));
}
function wordHalving(row) {
	const halved = row.wouldSee?.halvedBy;
	if (halved === null || halved === void 0) return [];
	const cases = showNumberOf(halved.moreCases, "more case");
	const replies = showNumberOf(halved.moreTrials, "more reply", "more replies");
	return own(`${cases}, or ${replies} a case and side, would halve that`);
}
function blindestRow(report) {
	const rows = report.prompts.flatMap(({ models }) => models).filter(({ wouldSee, score }) => wouldSee !== null && score.old !== null && score.new !== null);
	const blindness = (row) => (row.wouldSee?.case === true ? 0 : 1) + (row.wouldSee?.drop ?? 1);
	return rows.toSorted((a, b) => blindness(b) - blindness(a))[0];
}

// src/reporters/wording/word-next-step.ts
function wordNextStep(report) {
	const row = blindestRow(report);
	switch (report.verdict) {
		case "regressed": return say`${acceptedBy(report) ?? gate(report)}${accept(report)}`;
		case "inconclusive": return say`${gate(report)}${row === void 0 || wordHalving(row).length === 0 ? [] : say` It sees ${wordWouldSee(row)}; ${wordHalving(row)}.`}`;
		case "pass": return row === void 0 ? [] : say`It would have caught ${wordWouldSee(row)}.`;
		case "invalid":
		case "unreviewed": return acceptedBy(report) ?? gate(report);
		case "skipped": return [];
	}
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

// src/reporters/reasons-to-tell.ts
function reasonsToTell(prompt) {
	const ofRows = prompt.models.flatMap((row) => row.reasons);
	const told = new Set(ofRows.map(whatFell));
	const silent = new Set(ofRows.flatMap((reason) => reason.kind === "missing" && reason.missing === reason.of ? [sideAsked(reason)] : []));
	return [...prompt.reasons.filter((reason) => !isFall(reason) || !told.has(whatFell(reason))), ...ofRows].filter((reason) => !(reason.kind === "case" && reason.blocks) && !(reason.kind === "unanswered-case" && silent.has(sideAsked(reason))) && !(reason.kind === "missing-decides" && sides.some((side) => silent.has(sideAsked({
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

// src/reporters/wording/word-fallen.ts
const told = -.5;
const mostTold = 10;
function wordFallen({ verdict, prompts }) {
	if (verdict !== "inconclusive") return [];
	const fallen = prompts.flatMap(({ models }) => models.flatMap((row) => row.cases.filter(({ delta, state }) => delta !== null && delta <= told && state !== "regressed").map((one) => ({
		row,
		one
	}))));
	if (fallen.length === 0) return [];
	const phrases = fallen.slice(0, mostTold).map(({ row, one }) => say`${one.id} on ${row.id} ${own(`${showTally(one.old)} → ${showTally(one.new)}`)}`);
	const more = fallen.length - phrases.length;
	return [say`Fell, with too few replies to prove it: ${list(phrases)}${own(more > 0 ? ` and ${more} more` : "")}.`];
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

// src/reporters/cases-of.ts
function casesOf(report, ...states) {
	return report.prompts.flatMap((prompt) => prompt.models.flatMap((row) => row.cases.filter((one) => states.includes(one.state)).map((one) => ({
		prompt,
		row,
		case: one
	}))));
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
	const procedure = say`Old and new replies to the same cases were swapped in all ways inside each case (permutation tests, one-sided; at most ${own(showPercent(method.alpha))} of reviews block by chance); drops under ${own(showPoints(method.tolerance))} are tolerated. Pass rate and score are means over the replies that every case was asked, without those of the rounds that only unsteady cases were. Sampling: ${own(method.sampling)} (${own(samplings[method.sampling])}, at most ${own(showNumberOf(method.trials, "reply", "replies"))} a case and side)${own(carlo(report))}.`;
	const row = blindestRow(report);
	const seen = row === void 0 ? [] : say` Would have seen ${wordWouldSee(row)}${wordHalving(row).length === 0 ? [] : say` (${wordHalving(row)})`}.`;
	const counts = [
		`${showNumberOf(calls.made, "call")} made`,
		...calls.kept > 0 ? [`${showCount(calls.kept)} answered by kept replies`] : [],
		...calls.saved > 0 ? [`${showCount(calls.saved)} saved`] : [],
		...calls.retried > 0 ? [`${showCount(calls.retried)} retried`] : [],
		...calls.failed > 0 ? [`${showCount(calls.failed)} failed`] : []
	];
	return [procedure, say`${own(counts.join(", "))}; ${wordCost(costUsd)}.${own(endings[report.ended])}${seen}`];
}
function wordCost({ actual, unpriced }) {
	const models = list(unpriced.map((model) => say`${model}`));
	if (actual === void 0) return say`cost not known (no price for ${models})`;
	return say`cost ${own(showMoney(actual))}${unpriced.length === 0 ? [] : say` (price unknown: ${models})`}`;
}
function carlo(report) {
	const rows = report.prompts.flatMap(({ models }) => models);
	return [...report.prompts.map(({ pooled }) => pooled?.method), ...rows.flatMap((row) => [row.method, ...row.cases.map(({ method }) => method)])].some((method) => method?.kind === "monte-carlo") ? "; seeded Monte Carlo where exact counting would be too long" : "";
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

export { casesOf as a, reasonsToTell as c, mendUnreviewed as d, wordUnreviewed as f, pickReplies as i, wordNextStep as l, wordReason as m, wordMethod as n, wordPreferences as o, upperFirst as p, failedChecks as r, wordFallen as s, wordJudge as t, headlineOf as u };