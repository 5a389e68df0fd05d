import "./rolldown-runtime.js";
import { C as say, S as quote, T as upperFirst, a as showDuration, b as own, f as showPercent, p as showPoints, r as showCount, s as showMoney, t as moneyOfGrowth, u as showNumberOf, v as list, x as plain } from "./show-quantity.js";
import { n as wordRuleLines, r as wordRuleTitle, t as ruleInWords } from "./word-rule.js";
import { i as showPosition } from "./problem.js";
import { t as clip } from "./clip.js";
import { t as fitTable } from "./fit-table.js";
import { n as penFor, t as harmless } from "./pen.js";
import { a as untestedOf, d as groupedBy, i as movedOf, n as isUntested, r as isWorse, s as comparedShares } from "./moved.js";
import { s as wordCauses } from "./word-cost.js";
import { d as toHtml, f as markdownTable, n as place, o as plainAddress, t as chart, u as html } from "./scale.js";
import { r as toMarkdown } from "./escape.js";
import { n as watchStyles, t as stillPage } from "./still-page.js";
import { t as lineChart } from "./line-chart.js";
import { t as showDay } from "./show-day.js";

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
	const { is, ended, value, why, sent } = result;
	if (value === null) return say`Not checked: ${ruleInWords(result)}, because ${quote(why ?? "nothing says it")}.`;
	const about = {
		...result,
		kind: "rule",
		value
	};
	const [stands = [], rule = []] = wordRuleLines(about, ended);
	const line = result.change === void 0 && ended !== "no-longer-asked" ? stands : say`${stands} ${rule}`;
	const title = wordRuleTitle(about, {
		state: is === "recovered" ? "recovered" : "alert",
		ended
	});
	const told = sent.length === 0 ? "" : ` Sent to ${sent.join(", ")}.`;
	if (is === "broken") return say`Alert: ${title}. ${line}${own(told)}`;
	if (is === "recovered") return say`${title}. ${line}${own(told)}`;
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
		say`${own(`Read ${showNumberOf(read.lines, "record")} from ${showNumberOf(read.files, "file")}`)} (${quote(formats)}).`,
		...computed === 0 ? [] : [own(`The cost of ${showNumberOf(computed, "call")} is computed from the price list: the logs contain no billed cost.`)],
		...unknown === 0 ? [] : [own(`The cost of ${showNumberOf(unknown, "call")} is unknown and left out of the sums: name a price under \`prices\` in the config.`)],
		...read.broken === 0 ? [] : [own(`${showNumberOf(read.broken, "record is", "records are")} broken and not counted.`)],
		...read.ahead === 0 ? [] : [own(`${showNumberOf(read.ahead, "call is", "calls are")} assigned to no day, dated more than a day in the future.`)],
		...read.outlying.length === 0 ? [] : [own(`${showNumberOf(read.outlying.length, "day", "days")} with very few calls, far from all others, left out of the comparison: ${read.outlying.slice(0, mostBroken).join(", ")}.`)],
		...broken.slice(0, mostBroken).map(({ what, at }) => say`  ${at === void 0 ? [] : say`${showPosition(at)}: `}${quote(what)}`),
		...(history?.unread ?? []).slice(0, mostBroken).map(({ at, why }) => say`History: ${at} ${quote(why)}; it was skipped.`),
		...limits.callsOfOthers === 0 ? [] : [own(`There are more segments, models or prompts than are kept apart (${limits.segment}, ${limits.model} and ${limits.prompt}; ${showCount(limits.groups)} groups): ${showNumberOf(limits.callsOfOthers, "call is", "calls are")} counted together as \`others\`.`)]
	];
}

// src/reporters/monitor-observed.ts
const most$5 = {
	rows: 40,
	unknown: 5,
	offered: 12,
	input: 100
};
function observedBlocks(observed, pen) {
	const rows = shownGrades(observed);
	const shown = rows.slice(0, most$5.rows);
	const [head = "", ...lines] = fitTable(columnsOf$1(shown), pen.columns);
	const more = rows.length - shown.length;
	return [
		notesOf(observed).flatMap((note) => pen.lines(note)),
		shown.length === 0 ? [] : [
			pen.paint("head", head),
			...lines,
			...more > 0 ? [`… and ${more} more rows: --json has all`] : []
		],
		observed.golden.flatMap((prompt) => goldenLines(prompt).flatMap((line) => pen.lines(line))),
		offeredLines(observed.candidates, pen)
	];
}
function goldenLines({ prompt, cases, inputs, replies, uncovered }) {
	return [
		say`${prompt}, compared with its ${own(showNumberOf(cases, "golden case"))}:`,
		say`  Inputs: ${shiftIn(inputs, "inputs")}`,
		say`  Replies: ${shiftIn(replies, "replies")}`,
		...uncovered === null || uncovered.share === null || uncovered.interval === null ? [] : [own(`  No golden case resembles ${showPercent(uncovered.share)} of the inputs (95%: ${showPercent(uncovered.interval.low)} to ${showPercent(uncovered.interval.high)}; ${showPercent(uncovered.expected)} expected by chance).`)]
	];
}
function shiftIn(shift, what) {
	if (shift.kind === "left-out") return say`not compared: ${quote(shift.why)}.`;
	const { shifted, p, detectable, logged, golden } = shift;
	const seen = detectable === null ? "Too few to find any shift" : `It finds a shift four times in five if ${showPercent(detectable)} or more of the ${what} are on another subject`;
	return own(`${shifted ? "unlike the golden cases, beyond chance" : "no shift beyond chance"} (maximum mean discrepancy, permutation test, p ${p < .001 ? "<0.001" : p.toFixed(3)}; ${showCount(logged)} beside ${showCount(golden)}). ${seen}.`);
}
function offeredLines(candidates, pen) {
	if (candidates.length === 0) return [];
	const { headline, told, more } = wordOffered(candidates);
	return [
		pen.paint("head", headline),
		...told.flatMap((phrase) => pen.lines([...own("  "), ...phrase])),
		...more > 0 ? [`… and ${more} more: --json has all`] : []
	];
}
function wordOffered(candidates) {
	const shown = candidates.slice(0, most$5.offered);
	return {
		headline: `${showNumberOf(candidates.length, "input")} offered as golden cases; masked, to be reviewed:`,
		told: shown.map((one) => {
			const { reason, prompt, at } = one;
			return say`${own(offeredFor[reason])}, ${prompt}: ${quote(clip(askedIn(one), most$5.input))} (${showPosition(at)})`;
		}),
		more: candidates.length - shown.length
	};
}
const offeredFor = {
	failed: "failed",
	poor: "graded low",
	refused: "refused",
	cut: "cut off",
	rare: "like no golden case"
};
function shownGrades(observed) {
	return observed.quality.filter(({ by }) => by.length < 2 || hasSeveral(observed));
}
function askedIn({ user, vars }) {
	return user ?? Object.values(vars).map((value) => typeof value === "string" ? value : JSON.stringify(value)).join(" ");
}
function hasSeveral({ quality }) {
	const names = quality.filter(({ by }) => by.length > 1).map(({ model, prompt }) => JSON.stringify([model, prompt]));
	return new Set(names).size > 1;
}
function notesOf({ sample, unknown, calls, usd, notes }) {
	const { taken, of, seed, strata } = sample;
	const equal = strata.length > 1 ? segmentsOf(strata) : "";
	return [
		own(`Judged ${showCount(taken)} of ${showNumberOf(of, "call")} with a reply${equal}, at random (seed ${seed}); masked. This took ${showNumberOf(calls, "model call")}, ${usd === null ? "at an unknown cost" : showMoney(usd)}.`),
		...unknown.slice(0, most$5.unknown).map(({ metric, why, calls: count }) => say`${own(showNumberOf(count, "call has", "calls have"))} no ${metric} grade: ${quote(why)}`),
		...unknown.length > most$5.unknown ? [own(`… and ${unknown.length - most$5.unknown} more reasons: --json has all`)] : [],
		...notes.map(quote)
	];
}
function segmentsOf(strata) {
	const [{ taken = 0 } = {}] = strata;
	return `, ${strata.every((stratum) => stratum.taken === taken) ? `${showCount(taken)} from each of` : "from"} ${strata.length} segments`;
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
	truncated: "Replies cut off"
};
function wordComparison(report) {
	const { comparison, traffic } = report;
	const declared = traffic.filter(({ is }) => is !== null).map(wordTraffic);
	if (comparison === null) return [own("Nothing is compared: none of the last days has the same weekday in an earlier week."), ...declared];
	const moved = movedOf(report).map(wordMoved);
	const untested = wordUntested(report);
	const against = wordDaysCompared(comparison);
	if (moved.length > 0) return [
		own(`Changes beyond chance, ${against}:`),
		...moved,
		...untested,
		...declared
	];
	return isUntested(report) ? [own(`It is unknown whether anything got worse, ${against}: too few days or calls.`), ...declared] : [
		own(`No change beyond chance: ${against}.`),
		...untested,
		...declared
	];
}
function wordDaysCompared({ days, against }) {
	const [first, last] = [days[0], days.at(-1)];
	return `${first === last ? `${last}` : `${first} to ${last}`} compared with ${against.length === 1 ? "one earlier day (same weekday)" : `${against.length} earlier days (same weekdays)`}`;
}
function wordUntested(report) {
	const names = untestedOf(report).map((metric) => own(metricNames[metric].replace(/^[A-Z]/u, (first) => first.toLowerCase())));
	return names.length === 0 ? [] : [say`Not tested (too few days or calls): ${list(names, ", ", " and ")}.`];
}
function wordMovedBriefly({ scope, metric, change }) {
	const isShared = isShareOf(metric);
	const by = change.change === null ? "" : ` by ${isShared ? showPoints(change.change) : showPercent(Math.abs(change.change))}`;
	return say`${own(`${metricNames[metric]} ${change.moved ?? "moved"}${by}`)}${wordScope(scope)}`;
}
function nameOfMetric(metric) {
	return metricNames[metric];
}
function wordMoved(moved) {
	const { scope, metric, change } = moved;
	const by = own(`${metricNames[metric]} ${change.moved ?? "moved"} ${wordBy(metric, change)}`);
	return say`${by}${wordScope(scope)} ${wordMovedWhy(moved)}`;
}
function wordMovedWhy({ scope, metric, change: { since, before, now } }) {
	const from = own(before === null || now === null ? "" : `, from ${showStep(metric, before, now).join(" to ")}`);
	const why = metric === "usdPerCall" && scope.cause !== void 0 ? wordCause(scope.cause) : [];
	return say`since ${own(since ?? "the days before")}${from}${why}.`;
}
function wordBy(metric, { change, low, high }) {
	const isShare = isShareOf(metric);
	const shown = (value) => isShare ? showPoints(value) : showPercent(Math.abs(value));
	if (low === null || high === null || !Number.isFinite(high)) return `by ${shown(change ?? 0)}`;
	const [least, most] = Math.abs(low) <= Math.abs(high) ? [low, high] : [high, low];
	return `by ${shown(change ?? 0)} (${shown(least)} to ${shown(most)})`;
}
function showStep(metric, before, now) {
	if (metric === "usdPerCall" && before > 0 && now > 0) return moneyOfGrowth(before, now);
	return [showValue(metric, before), showValue(metric, now)];
}
function showValue(metric, value) {
	if (metric === "usdPerCall") return showMoney(value);
	if (metric === "p50" || metric === "p95") return showDuration(value);
	if (isShareOf(metric)) return `${(value * 100).toFixed(1)}%`;
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
		...Math.abs(Math.log(mix)) < matters ? [] : [own(`more calls go to ${mix > 1 ? "more expensive" : "cheaper"} segments, models or prompts (${mix.toFixed(2)} ×)`)],
		...parts === "" ? [] : [own(parts)],
		...served.old === null || served.new === null || served.old === served.new ? [] : [say`${served.new} answers now, ${served.old} did before`]
	];
	return reasons.length === 0 ? [] : [...own(": "), ...list(reasons, ", ", ", ")];
}
function wordTraffic({ segment, declared, seen, is, usd }) {
	const cost = usd.seen === null || usd.declared === null ? "" : `: ${showMoney(usd.seen)} a month instead of ${showMoney(usd.declared)}`;
	const told = `${showCount(Math.round(seen ?? 0))} calls a month, ${is === "more" ? "more" : "fewer"} than the ${showCount(Math.round(declared))} that the config declares${cost}.`;
	return say`Segment ${segment} has ${own(told)}`;
}
function isShareOf(metric) {
	return comparedShares.includes(metric);
}

// src/reporters/monitor/observed-markdown.ts
const mostRows = 40;
function observedMarkdown(observed) {
	const rows = shownGrades(observed);
	const left = rows.length - mostRows;
	const { headline, told, more } = wordOffered(observed.candidates);
	return [
		"#### Grades of a sample of the calls",
		...rows.length === 0 ? [] : [tableOf$2(rows.slice(0, mostRows))],
		...left > 0 ? [`… and ${showNumberOf(left, "row")} more: the JSON report has all.`] : [],
		notesOf(observed).map(toMarkdown).join("<br>"),
		...observed.golden.map((prompt) => goldenLines(prompt).map(toMarkdown).join("<br>")),
		...told.length === 0 ? [] : [headline, listOf$1(told)],
		...more > 0 ? [`… and ${more} more: the JSON report has all.`] : []
	];
}
function listOf$1(phrases) {
	return phrases.map((phrase) => `- ${toMarkdown(phrase)}`).join("\n");
}
function tableOf$2(rows) {
	const names = groupedBy.filter((by) => rows.some((row) => row.by.includes(by)));
	const cell = (row, by, at) => {
		if (!row.by.includes(by)) return row.by.length === 0 && at === 0 ? "all" : "";
		const name = row[by];
		return name === null ? "–" : toMarkdown(say`${name}`);
	};
	return markdownTable([[
		"metric",
		...names,
		"mean",
		"95%",
		"judged",
		"unknown"
	], ...rows.map((row) => [
		`${toMarkdown(say`${row.metric}`)} (${showScale(row.scale)})`,
		...names.map((by, at) => cell(row, by, at)),
		row.mean === null ? "unknown" : showGrade(row.mean, row.scale),
		row.interval === null ? "–" : `${showGrade(row.interval.low, row.scale)} to ${showGrade(row.interval.high, row.scale)}`,
		showCount(row.n),
		showCount(row.unknown)
	])], {
		align: [
			"l",
			...names.map(() => "l"),
			"r",
			"r",
			"r",
			"r"
		],
		padding: false
	});
}

// src/reporters/monitor/markdown.ts
const most$4 = {
	rows: 50,
	changes: 30,
	rules: 30
};
function monitorSummary(report) {
	const [headline = [], ...told] = wordComparison(report);
	const more = told.length - most$4.changes;
	const rows = report.totals.slice(0, most$4.rows);
	const left = report.totals.length - rows.length;
	return [
		`### ${toMarkdown(wordMonitorHeadline(report))}`,
		toMarkdown(headline),
		...told.length === 0 ? [] : [told.slice(0, most$4.changes).map((phrase) => `- ${toMarkdown(phrase)}`).join("\n")],
		...more > 0 ? [`… and ${more} more: the JSON report has all.`] : [],
		...rulesOf(report),
		tableOf$1(rows),
		...left > 0 ? [`… and ${showNumberOf(left, "row")} with fewer calls.`] : [],
		...report.observed === void 0 ? [] : observedMarkdown(report.observed),
		wordRead(report).map(toMarkdown).join("<br>")
	].join("\n\n");
}
function rulesOf({ alerts }) {
	if (alerts.length === 0) return [];
	const told = wordRuleResults(alerts);
	const more = told.length - most$4.rules;
	return [
		"#### Alert rules",
		told.slice(0, most$4.rules).map((phrase) => `- ${toMarkdown(phrase)}`).join("\n"),
		...more > 0 ? [`… and ${more} more: the JSON report has all.`] : []
	];
}
function monitorProblems(problems) {
	return `### The logs could not be read\n\n${problems.map(({ what, at, fix }) => {
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

// src/reporters/monitor/days-chart.ts
const millisecondsADay = 864e5;
const readings = {
	usdPerCall: ({ usdPerCall }) => usdPerCall,
	calls: ({ calls }) => calls,
	tokensIn: ({ tokensIn }) => tokensIn,
	tokensOut: ({ tokensOut }) => tokensOut,
	replyCharacters: ({ replyCharacters }) => replyCharacters,
	p50: ({ p50 }) => p50,
	p95: ({ p95 }) => p95,
	errors: ({ errors, calls }) => share(errors, calls),
	refusals: ({ refusals, calls }) => share(refusals, calls),
	truncated: ({ truncated, calls }) => share(truncated, calls)
};
const isShare = new Set(comparedShares);
function share(part, calls) {
	return calls === 0 ? null : part / calls;
}
function daysChart(series, metric, { title, key, size = "small", moved }) {
	const days = everyDay(series.days);
	const values = days.map(({ of }) => of === void 0 ? null : readings[metric](of));
	const known = values.flatMap((value) => value ?? []);
	const [first, last] = [days[0]?.day ?? "", days.at(-1)?.day ?? ""];
	const since = moved === void 0 ? -1 : days.findIndex(({ day }) => day === moved.change.since);
	const [before, now] = [known[0] ?? 0, known.at(-1) ?? 0];
	const isWorse = moved?.change.moved === "rose" && metric !== "calls";
	return lineChart({
		title,
		key,
		says: `By day from ${showDay(first)} to ${showDay(last)}: from ${showValue(metric, before)} to ${showValue(metric, now)}, at most ${showValue(metric, Math.max(0, ...known))}${since === -1 ? "" : `; different since ${showDay(moved?.change.since ?? "")}`}.`,
		values,
		ends: [showDay(first), showDay(last)],
		show: (value) => showValue(metric, value),
		span: [0, isShare.has(metric) ? .05 : 0],
		size,
		...since === -1 ? {} : { since: {
			at: since,
			from: since,
			to: since,
			text: `since ${showDay(days[since]?.day ?? "")}`,
			isWorse
		} }
	});
}
function everyDay(days) {
	const [first, last] = [numberOf(days[0]?.day), numberOf(days.at(-1)?.day)];
	if (first === void 0 || last === void 0 || last < first || last - first > mostDays) return days.map((of) => ({
		day: of.day,
		of
	}));
	const held = new Map(days.map((of) => [of.day, of]));
	return Array.from({ length: last - first + 1 }, (_, at) => {
		const day = (/* @__PURE__ */ new Date((first + at) * millisecondsADay)).toISOString().slice(0, 10);
		const of = held.get(day);
		return {
			day,
			...of === void 0 ? {} : { of }
		};
	});
}
const mostDays = 200;
function numberOf(day) {
	const time = Date.parse(day ?? "");
	return Number.isNaN(time) ? void 0 : Math.round(time / millisecondsADay);
}

// src/reporters/monitor/lead-moved.ts
const standsOut = 1.5;
function leadMoved(report) {
	const all = movedOf(report);
	const metrics = [...new Set(all.map(({ metric }) => metric))];
	const rank = (one) => (isWorse(one) ? 0 : metrics.length) + metrics.indexOf(one.metric);
	const ordered = all.toSorted((a, b) => rank(a) - rank(b) || sizeOf(b) - sizeOf(a));
	const isPart = (one) => ordered.some((wider) => isPartOf(one, wider));
	return {
		led: ordered.filter((one) => !isPart(one)),
		parts: ordered.filter(isPart)
	};
}
function isPartOf({ scope, metric, change }, wider) {
	const isSame = metric === wider.metric && change.moved === wider.change.moved;
	const isWithin = wider.scope.by.every((by) => scope[by] === wider.scope[by] && scope.others.includes(by) === wider.scope.others.includes(by));
	const isNarrower = wider.scope.by.length < scope.by.length;
	return isSame && isWithin && isNarrower && sizeOf({ change }) <= standsOut * sizeOf(wider);
}
function sizeOf({ change }) {
	return Math.abs(change.change ?? 0);
}

// src/reporters/monitor/days-section.ts
const most$3 = {
	drawn: 6,
	told: 40,
	scopes: 24,
	printed: 3
};
const drawn = [
	"usdPerCall",
	"calls",
	"p50",
	"p95",
	"errors",
	"refusals",
	"truncated"
];
function movedSection(report) {
	const { led, parts } = leadMoved(report);
	if (led.length === 0) return html``;
	const charts = led.slice(0, most$3.drawn).map((one) => chartOf(one, report.series ?? []));
	const within = parts.slice(0, most$3.told);
	const folded = parts.length === 0 ? "" : html`<details><summary>Within these, ${parts.length} more</summary>${listOf(within)}${leftOut(parts.length - within.length)}</details>`;
	return html`<section><h2>What moved</h2><div class="charts">${charts}</div>${listOf(led.slice(0, most$3.told))}${leftOut(led.length - most$3.told)}${folded}</section>
`;
}
function listOf(moved) {
	return html`<ul>${moved.map((one) => html`<li>${toHtml(wordMoved(one))}</li>`)}</ul>`;
}
function leftOut(count) {
	return count > 0 ? html`<p class="soft">${count} more ${count === 1 ? "is" : "are"} in the JSON report.</p>` : html``;
}
function chartOf(moved, all) {
	const { scope, metric } = moved;
	const series = all.find((one) => sameScope(one, scope));
	if (series === void 0) return html``;
	return daysChart(series, metric, {
		title: html`${toHtml(wordMovedBriefly(moved))}`,
		key: "",
		moved,
		size: "wide"
	});
}
function sameScope(one, other) {
	const key = ({ by, segment, model, prompt, others }) => JSON.stringify([
		by,
		segment,
		model,
		prompt,
		others
	]);
	return key(one) === key(other);
}
function daysSection(report) {
	const scopes = (report.series ?? []).filter(({ days }) => days.length > 1).slice(0, most$3.scopes);
	if (scopes.length === 0) return html``;
	const moved = movedOf(report);
	const worse = leadMoved(report).led.filter(isWorse).slice(0, most$3.printed);
	const isPrinted = (one) => one.by.length === 0 || worse.some(({ scope }) => sameScope(scope, one));
	const options = scopes.map((one, at) => html`<option value="${at}">${titleOf(one)}</option>`);
	const pick = html`<p class="pick"><label for="scope">By day, of</label><select id="scope">${options}</select></p>`;
	const blocks = scopes.map((one) => html`<div class="scope${isPrinted(one) ? "" : " extra"}"><h3>${titleOf(one)}</h3><div class="charts">${chartsOf(one, moved)}</div></div>
`);
	const left = (report.series ?? []).length - scopes.length;
	return html`<section class="days"><h2>Day by day</h2>${scopes.length > 1 ? pick : ""}${blocks}${left > 0 ? html`<p class="soft">Shown are all calls, what moved, and the segments, models and prompts with the most calls; ${left} more are in the JSON report.</p>` : ""}</section>
`;
}
function chartsOf(series, moved) {
	return drawn.map((metric) => {
		const own = moved.find((one) => one.metric === metric && sameScope(one.scope, series));
		return daysChart(series, metric, {
			title: nameOfMetric(metric),
			key: "",
			...own === void 0 ? {} : { moved: own }
		});
	});
}
function titleOf(one) {
	if (one.by.length === 0) return "All calls";
	const told = plain(say`${own("Calls")}${wordScope(one)}`, (text) => text);
	return told === "Calls" ? "Calls without a name" : told;
}
const chosenScope = `@media screen{@supports selector(:has(*)){.days:has(select) .scope{display:none}.days:has(select) .scope h3{display:none}${Array.from({ length: most$3.scopes }, (_, at) => `.days:has(option:nth-child(${at + 1}):checked) .scope:nth-of-type(${at + 1})`).join(",")}{display:block}}}`;

// src/reporters/monitor/observed-section.ts
const most$2 = {
	rows: 60,
	drawn: 12,
	prompts: 30,
	offered: 20,
	asked: 600,
	name: 18
};
function observedSection(observed) {
	const notes = notesOf(observed).map((note) => html`<p class="soft">${toHtml(note)}</p>`);
	const rows = observed.quality.filter(({ by }) => by.length < 2);
	const charts = [...Map.groupBy(rows, ({ metric }) => metric).values()].map(gradesChart);
	return html`<section id="quality"><h2>Reply quality in a sample</h2>${notes}<div class="charts">${charts}</div>${table$1(shownGrades(observed))}${golden(observed)}${offered(observed.candidates)}</section>
`;
}
const [width, left, right, line] = [
	380,
	132,
	24,
	24
];
function gradesChart(rows) {
	const [first] = rows;
	const known = rows.filter(({ mean, interval }) => mean !== null && interval !== null).slice(0, most$2.drawn);
	if (first === void 0 || known.length === 0) return html``;
	const { low, high } = first.scale;
	const x = (value) => left + (high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : .5) * (width - left - right);
	const height = known.length * line + 28;
	const edges = [low, high].map((value) => html`<line class="grid" x1="${place(x(value))}" x2="${place(x(value))}" y1="6" y2="${height - 22}"/><text class="axis" x="${place(x(value))}" y="${height - 6}" text-anchor="middle">${showGrade(value, first.scale)}</text>`);
	const marks = known.map(({ mean, interval, ...row }, at) => {
		const y = at * line + 18;
		const span = html`<path class="span" d="M${place(x(interval?.low ?? low))} ${y}H${place(x(interval?.high ?? high))}"/>`;
		return html`<text x="${left - 12}" y="${y + 4}" text-anchor="end">${clip(nameOf$2(row), most$2.name)}</text>${span}<path class="way dots" d="M${place(x(mean ?? low))} ${y}h0"/>`;
	});
	return chart({
		title: html`${first.metric} <span class="soft">(${showScale(first.scale)})</span>`,
		key: "● mean, with its 95 % confidence interval",
		says: `Mean of ${first.metric}: ${known.map(({ mean, interval, ...row }) => `${nameOf$2(row)} ${showGrade(mean ?? 0, first.scale)} (${showGrade(interval?.low ?? 0, first.scale)} to ${showGrade(interval?.high ?? 0, first.scale)})`).join("; ")}.`,
		width,
		height,
		drawing: [...edges, ...marks]
	});
}
function nameOf$2({ by, segment }) {
	return by.length === 0 ? "all calls" : segment ?? "no segment";
}
function table$1(rows) {
	if (rows.length === 0) return html``;
	const shown = rows.slice(0, most$2.rows);
	const names = [
		"segment",
		"model",
		"prompt"
	].filter((by) => shown.some((row) => row.by.includes(by)));
	const name = (row, by) => row.by.includes(by) ? html`<code>${row[by] ?? "–"}</code>` : row.by.length === 0 ? "all" : "";
	const lines = shown.map((row) => {
		const { mean, interval, scale, n, unknown } = row;
		const span = interval === null ? "–" : `${showGrade(interval.low, scale)} to ${showGrade(interval.high, scale)}`;
		const lost = unknown === 0 ? "0" : `${showCount(unknown)} (${showPercent(unknown / (n + unknown))})`;
		return html`<tr><td class="wrap">${row.metric}</td>${names.map((by) => html`<td class="wrap">${name(row, by)}</td>`)}<td class="n">${mean === null ? "unknown" : showGrade(mean, scale)}</td><td class="n">${span}</td><td class="n">${showCount(n)}</td><td class="n">${lost}</td></tr>
`;
	});
	const head = [
		"Mean",
		"95 %",
		"Judged",
		"Unknown"
	].map((title) => html`<th scope="col" class="n">${title}</th>`);
	const more = rows.length - most$2.rows;
	return html`<div class="scroll" tabindex="0" role="region" aria-label="Grades of the sample"><table><thead><tr><th scope="col">Metric</th>${names.map((by) => html`<th scope="col">${by}</th>`)}${head}</tr></thead><tbody>${lines}</tbody></table></div>${more > 0 ? html`<p class="soft">${showCount(more)} more rows are in the JSON report.</p>` : ""}`;
}
function golden({ golden: prompts }) {
	if (prompts.length === 0) return html``;
	const told = prompts.slice(0, most$2.prompts).map((prompt) => {
		const [title = [], ...lines] = goldenLines(prompt);
		return html`<p>${toHtml(title)}</p><ul>${lines.map((one) => html`<li>${toHtml(one)}</li>`)}</ul>`;
	});
	const more = prompts.length - most$2.prompts;
	return html`<h3>Compared with the golden cases</h3>${told}${more > 0 ? html`<p class="soft">${showNumberOf(more, "more prompt")} in the JSON report.</p>` : ""}`;
}
function offered(candidates) {
	if (candidates.length === 0) return html``;
	const cards = candidates.slice(0, most$2.offered).map((one) => {
		const notes = one.notes.slice(0, 5).map((note) => clip(note, 300));
		return html`<li class="card"><p class="label">${offeredFor[one.reason]} <span class="soft">· ${one.prompt}${one.segment === void 0 ? "" : ` · ${one.segment}`}</span></p><p class="text" dir="auto">${clip(askedIn(one), most$2.asked)}</p><p class="facts">${[plainPosition(one), ...notes].join(" · ")}</p></li>
`;
	});
	const more = candidates.length - most$2.offered;
	return html`<h3>Inputs offered as golden cases</h3><p class="soft">Masked, to be reviewed by a person. <code>promptgate monitor --write</code> adds them to the cases files.</p><ul class="offered">${cards}</ul>${more > 0 ? html`<p class="soft">${showCount(more)} more are in the JSON report.</p>` : ""}`;
}
function plainPosition({ at }) {
	return showPosition(at);
}

// src/reporters/monitor/write-monitor-html.ts
const most$1 = {
	rows: 60,
	rules: 60,
	told: 60
};
function writeMonitorHtml(report, hash, run) {
	const { heading, lines, tone } = openingOf(report);
	const address = plainAddress(run);
	const link = address === void 0 ? "" : html`<p class="links"><a href="${address}" rel="noreferrer">Run</a></p>`;
	const body = html`<header class="band ${tone}"><h1>${toHtml(heading)}</h1>${lines.map((one) => html`<p>${toHtml(one)}</p>`)}${link}</header>
<main>${movedSection(report)}${alertsSection(report)}${figures(report)}${daysSection(report)}${table(report)}${report.observed === void 0 ? "" : observedSection(report.observed)}${readSection(report)}</main>
<footer>${report.from ?? "no day known"}${report.to === null || report.to === report.from ? "" : ` to ${report.to}`} · ${report.tool.name} ${report.tool.version}</footer>`;
	return stillPage({
		heading,
		looks: `${watchStyles}${chosenScope}`,
		body
	}, hash);
}
function openingOf(report) {
	const moved = movedOf(report);
	const [worst] = leadMoved(report).led.filter(isWorse);
	const counted = wordMonitorHeadline(report);
	const broken = report.alerts.filter(({ is }) => is === "broken");
	const [first = []] = wordRuleResults(broken);
	const [told = []] = wordComparison(report);
	if (worst !== void 0) {
		const others = moved.length - 1;
		const more = others === 0 ? [] : own(` ${showNumberOf(others, "more change", "more changes")}.`);
		return {
			heading: wordMovedBriefly(worst),
			lines: [list([upperFirst(wordMovedWhy(worst)), more], ""), counted],
			tone: "regressed"
		};
	}
	if (broken.length > 0) return {
		heading: first,
		lines: [told, counted],
		tone: "regressed"
	};
	return {
		heading: told,
		lines: [counted],
		tone: moved.length > 0 || isUntested(report) ? "inconclusive" : "pass"
	};
}
function alertsSection({ alerts }) {
	if (alerts.length === 0) return html``;
	const told = wordRuleResults(alerts);
	const more = told.length - most$1.rules;
	return html`<section><h2>Alert rules</h2><ul>${told.slice(0, most$1.rules).map((one) => html`<li>${toHtml(one)}</li>`)}</ul><p class="soft">Rules that are fine are not listed.${more > 0 ? ` ${showCount(more)} more are in the JSON report.` : ""}</p></section>
`;
}
function figures({ all }) {
	const share = (of) => showPercent(all.calls === 0 ? 0 : of / all.calls);
	const shown = [
		["Calls", showCount(all.calls)],
		["Cost", showMoney(all.usd)],
		["p50", showDuration(all.latencyMs.p50)],
		["p95", showDuration(all.latencyMs.p95)],
		["Errors", share(all.errors)],
		["Refused", share(all.refusals)],
		["Cut", share(all.truncated)]
	];
	return html`<dl class="figures">${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
function table({ totals, groups }) {
	if (totals.length === 0) return html``;
	const shown = totals.slice(0, most$1.rows);
	const names = [
		"segment",
		"model",
		"prompt"
	].filter((by) => shown.some((row) => nameOf$1(row, by) !== "–"));
	const rows = shown.map((row) => html`<tr>${names.map((by) => html`<td class="wrap"><code>${nameOf$1(row, by)}</code></td>`)}${cellsOf(row).map((cell) => html`<td class="n">${cell}</td>`)}</tr>
`);
	const left = totals.length - shown.length;
	return html`<section><h2>By segment, model and prompt</h2><div class="scroll" tabindex="0" role="region" aria-label="Calls by segment, model and prompt"><table><thead><tr>${names.map((by) => html`<th scope="col">${by}</th>`)}${[
		"Calls",
		"Cost",
		"p50",
		"p95",
		"Errors",
		"Refused",
		"Cut",
		"Tokens in",
		"Out",
		"Reply"
	].map((title) => html`<th scope="col" class="n">${title}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${left > 0 ? html`<p class="soft">${showCount(left)} more with fewer calls, and all ${showCount(groups.length)} rows by day, are in the JSON report.</p>` : ""}</section>
`;
}
function nameOf$1(group, by) {
	return group.others.includes(by) ? "others" : group[by] ?? "–";
}
function cellsOf(row) {
	const known = (count) => count === null ? "–" : showCount(count);
	const share = (of) => showPercent(row.calls === 0 ? 0 : of / row.calls);
	return [
		showCount(row.calls),
		showMoney(row.usd),
		showDuration(row.latencyMs.p50),
		showDuration(row.latencyMs.p95),
		share(row.errors),
		share(row.refusals),
		share(row.truncated),
		known(row.tokens.in),
		known(row.tokens.out),
		row.replyCharacters === null ? "–" : showNumberOf(row.replyCharacters, "char")
	];
}
function readSection(report) {
	const { comparison } = report;
	const [nothing = [], ...rest] = wordComparison(report);
	const told = [
		comparison === null ? nothing : own(`Compared: ${wordDaysCompared(comparison)}.`),
		...rest.slice(movedOf(report).length),
		...wordRead(report)
	].slice(0, most$1.told);
	return html`<section><h2>What was read and compared</h2><ul>${told.map((one) => html`<li>${toHtml(one)}</li>`)}</ul></section>
`;
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
		column("reply", ({ replyCharacters }) => replyCharacters === null ? "–" : showNumberOf(replyCharacters, "char"), true)
	];
}
function showKnown(count) {
	return count === null ? "–" : showCount(count);
}

export { monitorProblems, monitorSummary, writeMonitor, writeMonitorHtml };