import "./rolldown-runtime.js";
import { S as say, _ as list, d as showPercent, f as showPoints, i as showDuration, l as showNumberOf, n as showCount, o as showMoney, x as quote, y as own } from "./show-quantity.js";
import { n as wordRuleLines, r as wordRuleTitle, t as ruleInWords } from "./word-rule.js";
import { i as showPosition } from "./problem.js";
import { t as clip } from "./clip.js";
import { t as fitTable } from "./fit-table.js";
import { n as penFor, t as harmless } from "./pen.js";
import { n as comparedShares } from "./monitor-comparison.js";
import { a as untestedOf, i as movedOf, n as isUntested } from "./moved.js";
import { s as wordCauses } from "./word-cost.js";
import { t as markdownTable } from "./markdown-table.js";
import { r as toMarkdown } from "./escape.js";

// src/reporters/alerts/word-rule-results.ts
function wordRuleResults(results) {
	const order = [
		"broken",
		"recovered",
		"unclear",
		"unknown"
	];
	return results.toSorted((a, b) => order.indexOf(a.is) - order.indexOf(b.is)).map(wordResult);
}
function wordResult(result) {
	const { is, value, why, sent } = result;
	if (value === null) return say`Not judged: ${own(ruleInWords(result))}, since ${own(why ?? "nothing says it")}.`;
	const about = {
		...result,
		kind: "rule",
		value
	};
	const [line = []] = wordRuleLines(about);
	const title = wordRuleTitle(about, is === "recovered" ? "recovered" : "alert");
	const told = sent.length === 0 ? "" : ` Told to ${sent.join(", ")}.`;
	if (is === "broken") return say`Alert: ${title}. ${line}${own(told)}`;
	if (is === "recovered") return say`Over: ${title}. ${line}${own(told)}`;
	return say`Beyond the limit, perhaps by chance: ${title}. ${line}`;
}

// src/reporters/monitor/word-read.ts
const mostBroken = 5;
function wordMonitorHeadline({ all, from, to }) {
	const when = from === null ? ", no day known" : from === to ? ` on ${from}` : ` from ${from} to ${to}`;
	return own(`${showNumberOf(all.calls, "call")}${when}: ${showMoney(all.usd)}`);
}
function wordRead({ all, read, broken, limits, history }) {
	const { unknown, computed } = all.priced;
	const formats = read.formats.join(", ");
	return [
		say`${own(`Read ${showNumberOf(read.lines, "record")} of ${showNumberOf(read.files, "file")}`)} (${quote(formats)}).`,
		...computed === 0 ? [] : [own(`The cost of ${showNumberOf(computed, "call")} is computed by the price list: no log says what was billed.`)],
		...unknown === 0 ? [] : [own(`The cost of ${showNumberOf(unknown, "call")} is not known, and not in the sums: name a price under \`prices\` in the config.`)],
		...read.broken === 0 ? [] : [own(`${showNumberOf(read.broken, "record is", "records are")} broken and not counted.`)],
		...read.ahead === 0 ? [] : [own(`${showNumberOf(read.ahead, "call is", "calls are")} of no day: their time lies ahead of this run's.`)],
		...read.outlying.length === 0 ? [] : [own(`${showNumberOf(read.outlying.length, "day stands", "days stand")} apart with nearly no calls, and nothing is compared with ${read.outlying.length === 1 ? "it" : "them"}: ${read.outlying.slice(0, mostBroken).join(", ")}.`)],
		...broken.slice(0, mostBroken).map(({ what, at }) => say`  ${at === void 0 ? [] : say`${showPosition(at)}: `}${quote(what)}`),
		...(history?.unread ?? []).slice(0, mostBroken).map(({ at, why }) => say`Of the history ${at} ${quote(why)}: it was left out.`),
		...limits.callsOfOthers === 0 ? [] : [own(`There are more segments, models or prompts than are kept apart (${limits.segment}, ${limits.model} and ${limits.prompt}; ${showCount(limits.groups)} groups): ${showNumberOf(limits.callsOfOthers, "call is", "calls are")} counted together as \`others\`.`)]
	];
}

// src/reporters/monitor-observed.ts
const most$2 = {
	rows: 40,
	unknown: 5,
	offered: 12,
	input: 100
};
function observedBlocks(observed, pen) {
	const rows = observed.quality.filter(({ by }) => by.length < 2 || hasSeveral(observed));
	const shown = rows.slice(0, most$2.rows);
	const [head = "", ...lines] = fitTable(columnsOf$1(shown), pen.columns);
	const more = rows.length - shown.length;
	return [
		notesOf(observed).flatMap((note) => pen.lines(note)),
		shown.length === 0 ? [] : [
			pen.paint("head", head),
			...lines,
			...more > 0 ? [`… and ${more} rows more: --json has all`] : []
		],
		observed.golden.flatMap((prompt) => goldenLines(prompt).flatMap((line) => pen.lines(line))),
		offeredLines(observed.candidates, pen)
	];
}
function goldenLines({ prompt, cases, inputs, replies, uncovered }) {
	return [
		say`${prompt}, beside its ${own(showNumberOf(cases, "golden case"))}:`,
		say`  Inputs: ${shiftIn(inputs, "inputs")}`,
		say`  Replies: ${shiftIn(replies, "replies")}`,
		...uncovered === null || uncovered.share === null || uncovered.interval === null ? [] : [own(`  No golden case resembles ${showPercent(uncovered.share)} of the inputs (95%: ${showPercent(uncovered.interval.low)} to ${showPercent(uncovered.interval.high)}; ${showPercent(uncovered.expected)} would be by chance).`)]
	];
}
function shiftIn(shift, what) {
	if (shift.kind === "left-out") return say`not compared: ${quote(shift.why)}.`;
	const { shifted, p, detectable, logged, golden } = shift;
	const seen = detectable === null ? "So few would not show any shift" : `It finds one where ${showPercent(detectable)} or more of the ${what} are on another subject, four times in five`;
	return own(`${shifted ? "unlike the golden cases, beyond chance" : "no shift beyond chance"} (maximum mean discrepancy, permutation test, p ${p < .001 ? "<0.001" : p.toFixed(3)}; ${showCount(logged)} beside ${showCount(golden)}). ${seen}.`);
}
function offeredLines(candidates, pen) {
	if (candidates.length === 0) return [];
	const shown = candidates.slice(0, most$2.offered);
	const more = candidates.length - shown.length;
	return [
		pen.paint("head", `${showNumberOf(candidates.length, "input")} may become golden cases; masked, to be reviewed:`),
		...shown.flatMap(({ reason, prompt, vars, user, at }) => {
			const asked = user ?? Object.values(vars).map((value) => typeof value === "string" ? value : JSON.stringify(value)).join(" ");
			return pen.lines(say`  ${own(reasons[reason])}, ${prompt}: ${quote(clip(asked, most$2.input))} (${showPosition(at)})`);
		}),
		...more > 0 ? [`… and ${more} more: --json has all`] : []
	];
}
const reasons = {
	failed: "failed",
	poor: "graded low",
	refused: "refused",
	cut: "cut off",
	rare: "like no golden case"
};
function hasSeveral({ quality }) {
	const names = quality.filter(({ by }) => by.length > 1).map(({ model, prompt }) => JSON.stringify([model, prompt]));
	return new Set(names).size > 1;
}
function notesOf({ sample, unknown, calls, usd, notes }) {
	const { taken, of, seed, strata } = sample;
	const equal = strata.length > 1 ? `, of each of ${strata.length} segments as many` : "";
	return [
		own(`Judged ${showCount(taken)} of ${showNumberOf(of, "call")} with a reply, drawn at random (seed ${seed})${equal}; masked. It took ${showNumberOf(calls, "call")} of models, ${showMoney(usd)}.`),
		...unknown.slice(0, most$2.unknown).map(({ metric, why, calls: count }) => say`No ${metric} of ${own(showNumberOf(count, "call"))}: ${quote(why)}`),
		...unknown.length > most$2.unknown ? [own(`… and ${unknown.length - most$2.unknown} reasons more: --json has all`)] : [],
		...notes.map(quote)
	];
}
function columnsOf$1(rows) {
	const named = (by) => {
		const cells = rows.map((row) => row.by.includes(by) ? harmless(row[by] ?? "–") : row.by.length === 0 ? "all" : "");
		return cells.every((cell) => cell === "all" || cell === "–" || cell === "") ? [] : [{
			head: by,
			cells,
			least: 8,
			cutAt: by === "prompt" ? "start" : "end"
		}];
	};
	const figures = (head, cell) => {
		return {
			head,
			cells: rows.map(cell),
			align: "right"
		};
	};
	return [
		{
			head: "metric",
			cells: rows.map(({ metric, scale }) => `${harmless(metric)} (${showScale(scale)})`)
		},
		...named("segment"),
		...named("model"),
		...named("prompt"),
		figures("mean", ({ mean, scale }) => mean === null ? "unknown" : showGrade(mean, scale)),
		figures("95%", ({ interval, scale }) => interval === null ? "–" : `${showGrade(interval.low, scale)} to ${showGrade(interval.high, scale)}`),
		figures("judged", ({ n }) => showCount(n)),
		figures("unknown", ({ n, unknown }) => unknown === 0 ? "0" : `${showCount(unknown)} (${showPercent(unknown / (n + unknown))})`)
	];
}
function showGrade(value, { low, high }) {
	return value.toFixed(high - low > 5 ? 1 : 2).replace("-", "−");
}
function showScale({ low, high }) {
	return low < 0 ? `${low} to ${high}`.replace("-", "−") : `${low}–${high}`;
}

// src/reporters/wording/word-monitor.ts
const metricNames = {
	usdPerCall: "The cost of a call",
	calls: "Calls a day",
	tokensIn: "Tokens in",
	tokensOut: "Tokens out",
	replyCharacters: "The length of replies",
	p50: "Latency (p50)",
	p95: "Latency (p95)",
	errors: "Failed calls",
	refusals: "Refused calls",
	truncated: "Replies that were cut"
};
function wordComparison(report) {
	const { comparison, traffic } = report;
	const declared = traffic.filter(({ is }) => is !== null).map(wordTraffic);
	if (comparison === null) return [own("Nothing is compared: of none of the last days is the same weekday of a week before known."), ...declared];
	const moved = movedOf(report).map(wordMoved);
	const untested = wordUntested(report);
	const [first, last] = [comparison.days[0], comparison.days.at(-1)];
	const against = `${first === last ? `${last}` : `${first} to ${last}`} against ${comparison.against.length === 1 ? "the same weekday" : `${comparison.against.length} days of the same weekdays`} before`;
	if (moved.length > 0) return [
		own(`Moved beyond chance, ${against}:`),
		...moved,
		...untested,
		...declared
	];
	return isUntested(report) ? [own(`Whether anything got worse is not known, ${against}: these are too few days, or too few calls.`), ...declared] : [
		own(`Nothing moved beyond chance: ${against}.`),
		...untested,
		...declared
	];
}
function wordUntested(report) {
	const names = untestedOf(report).map((metric) => own(metricNames[metric].replace(/^[A-Z]/u, (first) => first.toLowerCase())));
	return names.length === 0 ? [] : [say`Not tested, for lack of days or calls that say it: ${list(names, ", ", " and ")}.`];
}
function wordMoved({ scope, metric, change }) {
	const { moved, since, before, now } = change;
	const by = own(`${metricNames[metric]} ${moved ?? "moved"} ${wordBy(metric, change)}`);
	const from = own(before === null || now === null ? "" : `, from ${showValue(metric, before)} to ${showValue(metric, now)}`);
	const why = metric === "usdPerCall" && scope.cause !== void 0 ? wordCause(scope.cause) : [];
	return say`${by}${wordScope(scope)} since ${own(since ?? "the days before")}${from}${why}.`;
}
function wordBy(metric, { change, low, high }) {
	const isShare = comparedShares.includes(metric);
	const shown = (value) => isShare ? showPoints(value) : showPercent(Math.abs(value));
	if (low === null || high === null || !Number.isFinite(high)) return `by ${shown(change ?? 0)}`;
	const [least, most] = Math.abs(low) <= Math.abs(high) ? [low, high] : [high, low];
	return `by ${shown(change ?? 0)} (${shown(least)} to ${shown(most)})`;
}
function showValue(metric, value) {
	if (metric === "usdPerCall") return showMoney(value);
	if (metric === "p50" || metric === "p95") return showDuration(value);
	if (comparedShares.includes(metric)) return `${(value * 100).toFixed(1)}%`;
	return showCount(Math.round(value));
}
function wordScope({ by, others, ...names }) {
	const words = {
		segment: " in segment ",
		model: " on ",
		prompt: " for "
	};
	return by.flatMap((name) => {
		if (others.includes(name)) return own(`${words[name]}others`);
		const value = names[name];
		return value === null ? name === "segment" ? own(" without a segment") : [] : say`${own(words[name])}${value}`;
	});
}
const matters = .03;
function wordCause(cause) {
	const { mix, served, factors, tokens, length } = cause;
	const parts = wordCauses({
		tokens,
		length,
		...factors === void 0 ? {} : { factors }
	});
	const reasons = [
		...Math.abs(Math.log(mix)) < matters ? [] : [own(`more calls are of ${mix > 1 ? "dearer" : "cheaper"} segments, models or prompts (${mix.toFixed(2)} ×)`)],
		...parts === "" ? [] : [own(parts)],
		...served.old === null || served.new === null || served.old === served.new ? [] : [say`${served.new} answers now, ${served.old} did before`]
	];
	return reasons.length === 0 ? [] : [...own(": "), ...list(reasons, ", ", ", ")];
}
function wordTraffic({ segment, declared, seen, is, usd }) {
	const cost = usd.seen === null || usd.declared === null ? "" : `: ${showMoney(usd.seen)} a month and not ${showMoney(usd.declared)}`;
	const told = `${showCount(Math.round(seen ?? 0))} calls a month, ${is === "more" ? "more" : "fewer"} than the ${showCount(Math.round(declared))} that the config declares${cost}.`;
	return say`Segment ${segment} has ${own(told)}`;
}

// src/reporters/monitor/markdown.ts
const most$1 = {
	rows: 50,
	changes: 30
};
function monitorSummary(report) {
	const [headline = [], ...told] = wordComparison(report);
	const more = told.length - most$1.changes;
	const rows = report.totals.slice(0, most$1.rows);
	const left = report.totals.length - rows.length;
	return [
		`### ${toMarkdown(wordMonitorHeadline(report))}`,
		toMarkdown(headline),
		...told.length === 0 ? [] : [told.slice(0, most$1.changes).map((phrase) => `- ${toMarkdown(phrase)}`).join("\n")],
		...more > 0 ? [`… and ${more} more: the JSON report has all.`] : [],
		tableOf$1(rows),
		...left > 0 ? [`… and ${showNumberOf(left, "row")} with fewer calls.`] : [],
		wordRead(report).map(toMarkdown).join("<br>")
	].join("\n\n");
}
function monitorProblems(problems) {
	return `### The logs are not told\n\n${problems.map(({ what, at, fix }) => {
		const place = at === void 0 ? [] : say`${showPosition(at)}: `;
		return `- ${toMarkdown(say`${place}${quote(what)}${fix === void 0 ? [] : say` ${quote(fix)}`}`)}`;
	}).join("\n")}`;
}
function tableOf$1(rows) {
	const cell = (group, by) => {
		if (group.others.includes(by)) return "others";
		const name = group[by];
		return name === null ? "–" : toMarkdown(say`${name}`);
	};
	return markdownTable([[
		"segment",
		"model",
		"prompt",
		"calls",
		"cost",
		"p50",
		"p95",
		"errors",
		"refused",
		"cut"
	], ...rows.map((row) => [
		cell(row, "segment"),
		cell(row, "model"),
		cell(row, "prompt"),
		showCount(row.calls),
		showMoney(row.usd),
		showDuration(row.latencyMs.p50),
		showDuration(row.latencyMs.p95),
		...[
			"errors",
			"refusals",
			"truncated"
		].map((of) => showPercent(row[of] / row.calls))
	])], {
		align: [
			"l",
			"l",
			"l",
			"r",
			"r",
			"r",
			"r",
			"r",
			"r",
			"r"
		],
		padding: false
	});
}

// src/reporters/monitor.ts
const most = {
	totals: 40,
	days: 31,
	changes: 20,
	rules: 20
};
function writeMonitor(report, screen) {
	const pen = penFor(screen);
	const [headline, ...notes] = [wordMonitorHeadline(report), ...wordRead(report)];
	return `${[
		[...pen.lines(headline ?? []).map((line) => pen.paint("head", line)), ...notes.flatMap((note) => pen.lines(note))],
		wordRuleResults(report.alerts).slice(0, most.rules).flatMap((phrase) => pen.lines(phrase)),
		comparisonLines(report, pen),
		totalsTable(report, pen),
		daysTable(report, pen),
		...report.observed === void 0 ? [] : observedBlocks(report.observed, pen)
	].filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}\n`;
}
function comparisonLines(report, pen) {
	const [headline = [], ...told] = wordComparison(report);
	const more = told.length - most.changes;
	return [
		...pen.lines(headline),
		...told.slice(0, most.changes).flatMap((phrase) => pen.lines([...own("  "), ...phrase])),
		...more > 0 ? [`… and ${more} more: --json has all`] : []
	];
}
function totalsTable({ totals }, pen) {
	const shown = totals.slice(0, most.totals);
	const named = (by) => {
		const cells = shown.map((group) => nameOf(group, by));
		return cells.every((cell) => cell === "–") ? [] : [{
			head: by,
			cells,
			least: 8,
			cutAt: by === "prompt" ? "start" : "end"
		}];
	};
	return tableOf([
		...named("segment"),
		...named("model"),
		...named("prompt"),
		...columnsOf(shown)
	], totals.length - shown.length, "rows with fewer calls", pen);
}
function daysTable({ days }, pen) {
	const shown = days.slice(-most.days);
	return tableOf([{
		head: "day",
		cells: shown.map(({ day }) => day ?? "–")
	}, ...columnsOf(shown)], days.length - shown.length, "days before", pen);
}
function tableOf(columns, more, of, pen) {
	const [head = "", ...lines] = fitTable(columns, pen.columns);
	return [
		pen.paint("head", head),
		...lines,
		...more > 0 ? [`… and ${more} ${of}: --json has all`] : []
	];
}
function nameOf(group, by) {
	if (group.others.includes(by)) return "others";
	return group[by] === null ? "–" : harmless(group[by]);
}
function columnsOf(shown) {
	const column = (head, cell, mayGo) => ({
		head,
		cells: shown.map(cell),
		align: "right",
		...mayGo && { mayGo }
	});
	const share = (of) => (tally) => showPercent(tally[of] / tally.calls);
	const tokens = (of) => (tally) => showKnown(tally.tokens[of]);
	return [
		column("calls", ({ calls }) => showCount(calls)),
		column("cost", ({ usd }) => showMoney(usd)),
		column("p50", ({ latencyMs }) => showDuration(latencyMs.p50)),
		column("p95", ({ latencyMs }) => showDuration(latencyMs.p95)),
		column("errors", share("errors")),
		column("refused", share("refusals")),
		column("cut", share("truncated")),
		column("tokens in", tokens("in"), true),
		column("out", tokens("out"), true),
		column("cached", tokens("cached"), true),
		column("reasoning", tokens("reasoning"), true),
		column("reply", ({ replyCharacters }) => replyCharacters === null ? "–" : `${showCount(replyCharacters)} chars`, true)
	];
}
function showKnown(count) {
	return count === null ? "–" : showCount(count);
}

export { monitorProblems, monitorSummary, writeMonitor };