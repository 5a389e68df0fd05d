import "./rolldown-runtime.js";
import { C as wordReason, S as casesOf, T as wordChange, a as unreviewedToTell, b as isAlone, i as wordProblem, m as wordCoverage, o as reasonsToTell, p as hasGaps, s as failedChecks, t as tellingPair, u as openingOf } from "./telling-pair.js";
import { a as wordJudge, c as shownCases, d as stateColumns, f as wordPreferences, g as showOnce, h as worstCases, i as wordMethod, l as mostTellingCase, m as notesToTell, n as wordServed, o as modelsOf, p as wordCaseChanges, r as wordNextStep, s as unsteadyCases, t as wordShortReplies, u as worstFirst } from "./word-short-replies.js";
import { a as own, b as showScore, c as say, d as showChange, g as showNumberOf, h as showMoney, i as listNames, m as showDuration, o as plain, p as showDelta, r as list, s as quote, u as upperFirst, v as showPercent, x as showTally } from "./say.js";
import { t as fitTable } from "./fit-table.js";
import { i as columnsOf, n as penFor, r as wrap, t as harmless } from "./pen.js";
import { t as problemsOf } from "./problems-of.js";
import { n as verdicts } from "./verdict.js";
import { t as showOnOneLine } from "./show-on-one-line.js";

// src/reporters/terminal/cases-table.ts
const most$2 = 20;
function casesShown(report) {
	return worstCases(report).slice(0, most$2);
}
function casesTable(report, { columns: width, paint }) {
	const all = worstCases(report);
	if (all.length === 0) return [];
	const shown = casesShown(report);
	const several = report.prompts.length > 1;
	const [head = "", ...lines] = fitTable([
		{
			head: "case",
			cells: shown.map(({ case: one }) => harmless(one.id)),
			least: 16
		},
		...several ? [{
			head: "prompt",
			cells: shown.map(({ prompt }) => harmless(prompt.path)),
			cutAt: "start",
			least: 14
		}] : [],
		{
			head: "model",
			cells: shown.map(({ row }) => harmless(row.id)),
			least: 8
		},
		{
			head: "before → now",
			cells: shown.map(({ case: one }) => plain(wordChange(one), harmless))
		},
		{
			head: "fails now",
			cells: shown.map(({ case: one }) => wordFailed(failedChecks(one))),
			least: several ? 9 : 14
		}
	], width);
	return [
		paint("head", head),
		...lines,
		...all.length > most$2 ? [`… and ${all.length - most$2} more`] : []
	];
}
function wordFailed([first, ...more]) {
	if (first === void 0) return "";
	return `${harmless(first)}${more.length === 0 ? "" : ` and ${more.length} more`}`;
}

// src/reporters/terminal/findings.ts
const mostReasons = 40;
function findingsOf(report) {
	const problems = problemsOf(report).map(wordProblem);
	const reasons = reasonsOf(report);
	const more = reasons.length - mostReasons;
	return [
		...problems,
		...unreviewedToTell(report),
		...reasons.slice(0, mostReasons),
		...more > 0 ? [say`… and ${more} more findings.`] : [],
		...unsteady(report),
		...wordPreferences(report),
		...report.prompts.flatMap((prompt) => wordCaseChanges(prompt, report.prompts.length > 1)),
		...report.notes.map((note) => say`${quote(note)}`),
		...notesToTell(report)
	];
}
function reasonsOf(report) {
	const { prompts } = report;
	const several = prompts.length > 1;
	const opened = prompts.flatMap(({ models }) => models.flatMap((row) => row.reasons))[0];
	const shown = new Set(casesShown(report).map(({ prompt, row, case: one }) => keyOf(prompt.path, row.id, one.id)));
	const isTold = (reason, path) => reason.kind === "leaning-case" && shown.has(keyOf(path, reason.row, reason.case)) || reason.kind === "nothing-passes" && report.verdict === "unreviewed" && !several || report.verdict === "invalid" && reason.kind === "missing" && reason === opened && !several;
	return prompts.toSorted((one, other) => verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict)).flatMap((prompt) => {
		const where = several ? say`${prompt.path}: ` : [];
		return reasonsToTell(prompt).filter((reason) => !isTold(reason, prompt.path)).map((reason) => say`${where}${upperFirst(wordReason(reason, report.mode))}.`);
	});
}
function keyOf(...names) {
	return JSON.stringify(names);
}
function unsteady(report) {
	if (report.mode === "check") return [];
	const told = (cases, what, more) => [...Map.groupBy(cases, ({ prompt }) => prompt)].map(([{ path }, held]) => {
		const where = report.prompts.length > 1 ? say` in ${path}` : [];
		return say`${own(what)}${where}: ${listNames([...new Set(held.map(({ case: one }) => one.id))], 10)}.${own(more)}`;
	});
	const suspect = " Suspect the golden case before the prompt.";
	const [alone = [], onBoth = []] = [true, false].map((wanted) => casesOf(report, "failing").filter(({ case: one }) => isAlone(one) === wanted));
	return [
		...told(casesOf(report, "flaky"), "Flaky", ""),
		...told(alone, "Fails", suspect),
		...told(onBoth, "Fails on both sides", suspect)
	];
}

// src/reporters/terminal/rows-table.ts
const most$1 = 60;
const leastChange = .1;
function rowsTable(report, { columns: width, paint }) {
	const { prompts } = report;
	const all = worstFirst(prompts.flatMap(linesOf$1));
	if (all.every(({ row }) => row === void 0)) return [];
	const shown = all.slice(0, most$1);
	const [only, ...others] = prompts;
	const title = only !== void 0 && others.length === 0 ? [harmless(only.path)] : [];
	const [head = "", ...lines] = fitTable(columnsOfRows(shown, prompts.length > 1, report), width);
	return [
		...title.flatMap((path) => fitTable([{
			head: path,
			cells: [],
			least: 1,
			cutAt: "start"
		}], width)),
		paint("head", head),
		...lines.map((line, at) => paint(verdictOf(shown[at]) ?? "head", line)),
		...all.length > most$1 ? [`… and ${all.length - most$1} more rows, none of them worse`] : []
	];
}
function linesOf$1(prompt) {
	return prompt.problems === void 0 ? prompt.models.map((row) => ({
		prompt,
		row
	})) : [{ prompt }];
}
function verdictOf(line) {
	return line?.row?.verdict ?? line?.prompt.verdict;
}
function columnsOfRows(shown, several, report) {
	const column = (head, cell) => ({
		head,
		cells: shown.map(({ row }) => row === void 0 ? "–" : cell(row)),
		align: "right",
		mayGo: true
	});
	const path = {
		head: "prompt",
		cells: shown.map(({ prompt }) => harmless(prompt.path)),
		cutAt: "start",
		least: 20
	};
	const cases = {
		head: "cases",
		cells: shown.map(({ prompt, row }) => row === void 0 ? "–" : wordCoverage(prompt)),
		align: "right",
		least: 8,
		mayGo: true
	};
	const graded = shown.some(({ row }) => row !== void 0 && isGraded(row));
	return [
		...several ? [path] : [],
		{
			head: "model",
			cells: shown.map(({ row }) => row === void 0 ? "–" : harmless(row.id)),
			least: 10
		},
		{
			head: "verdict",
			cells: shown.map((line) => verdictOf(line) ?? "")
		},
		...stateColumns(report).map(({ title, count }) => column(title.toLowerCase(), (row) => String(count(row) || "–"))),
		column("pass rate", ({ passRate }) => showChange(passRate.old, passRate.new, showPercent)),
		...hasGaps(report) ? [cases] : [],
		...graded ? [column("score", wordScore)] : [],
		column("$/1,000", ({ cost }) => showMoved(thousand(cost.old), thousand(cost.new), showMoney)),
		column("p50", ({ latency }) => showMoved(latency.p50.old, latency.p50.new, showDuration))
	];
}
function isGraded({ passRate, score }) {
	const alike = (rate, mean) => rate === null || mean === null ? rate === mean : Math.abs(rate - mean) < .005;
	return !(alike(passRate.old, score.old) && alike(passRate.new, score.new));
}
function wordScore({ score }) {
	const delta = score.delta === null || Math.abs(score.delta) < .005 ? "" : ` ${showDelta(score.delta)}`;
	return `${showChange(score.old, score.new, showScore)}${delta}`;
}
function showMoved(old, now, show) {
	if (old === null && now === null) return "unknown";
	return old === null || now === null || Math.abs(now - old) > leastChange * old ? showChange(old, now, show) : show(now);
}
function thousand(dollars) {
	return dollars === null ? null : dollars * 1e3;
}

// src/reporters/terminal/shown-case.ts
const labelColumns = 10;
const lines = {
	reply: 6,
	asked: 3,
	check: 2
};
const mostChecks = 3;
const mostChecked = 3;
function shownCase(report, pen) {
	if (report.mode === "check") return shownCases(report).slice(0, mostChecked).flatMap((placed) => linesOf(placed, report, pen));
	const placed = mostTellingCase(report);
	return placed === void 0 ? [] : linesOf(placed, report, pen);
}
function linesOf(placed, report, pen) {
	const { prompt, row, case: one } = placed;
	const room = pen.columns - labelColumns;
	const pair = tellingPair(placed, room * (lines.reply - 1));
	const where = report.prompts.length > 1 ? say` in ${prompt.path}` : [];
	const checks = pair.failing.slice(0, mostChecks).map(({ check, reason }) => `${check}: ${reason}`);
	const more = pair.failing.length - mostChecks;
	return [
		...pen.lines(say`${one.id} on ${row.id}${where}: ${pair.change}`).map((line) => pen.paint("head", line)),
		...labelled("Asked", pair.asked, room, lines.asked),
		...pair.before === void 0 ? [] : labelled("Before", pair.before, room, lines.reply),
		...labelled(report.mode === "check" ? "Reply" : "Now", pair.now, room, lines.reply),
		...checks.flatMap((check, at) => labelled(at === 0 ? "Fails" : "", check, room, lines.check)),
		...more > 0 ? labelled("", `and ${more} more`, room, 1) : []
	];
}
function labelled(label, text, room, most) {
	const shown = showOnOneLine(text, room * (most + 1));
	if (shown === "") return [];
	const all = wrap(shown, room, "");
	return (all.length > most ? [...all.slice(0, most - 1), `${cutLast(all[most - 1] ?? "", room)}…`] : all).map((line, at) => `  ${(at === 0 ? label : "").padEnd(8)}${line}`);
}
function cutLast(line, room) {
	return columnsOf(line) < room ? line : [...line].slice(0, -1).join("");
}

// src/reporters/terminal/unsteady-table.ts
const most = 20;
function unsteadyTable(report, { columns: width, paint }) {
	const all = unsteadyCases(report);
	if (all.length === 0) return [];
	const shown = all.slice(0, most);
	const prompt = {
		head: "prompt",
		cells: shown.map((one) => harmless(one.prompt.path)),
		cutAt: "start",
		least: 14
	};
	const models = modelsOf(report).map((id, at) => {
		const cells = shown.map(({ onModels }) => onModels[at] === void 0 ? "–" : showTally(onModels[at].new));
		return {
			head: harmless(id),
			cells,
			align: "right",
			mayGo: true
		};
	});
	const [head = "", ...lines] = fitTable([
		{
			head: "case",
			cells: shown.map(({ id }) => harmless(id)),
			least: 16
		},
		...report.prompts.length > 1 ? [prompt] : [],
		...models,
		{
			head: "fails",
			cells: shown.map(({ fails }) => harmless(fails[0] ?? "")),
			least: 14
		}
	], width);
	const more = all.length - shown.length;
	return [
		paint("head", head),
		...lines,
		...more > 0 ? [`… and ${showNumberOf(more, "more case")}`] : []
	];
}

// src/reporters/terminal.ts
function writeTerminal(given, screen, written = {}) {
	const report = showOnce(given);
	const pen = penFor(screen);
	const { line, sentence } = openingOf(report);
	return `${[
		[
			...pen.lines(line).map((one) => pen.paint(report.verdict, one)),
			...pen.lines(sentence),
			...pen.lines(wordNextStep(report)),
			...[...wordServed(report), ...wordShortReplies(report)].flatMap((told) => pen.lines(told))
		],
		report.mode === "check" ? unsteadyTable(report, pen) : casesTable(report, pen),
		shownCase(report, pen),
		rowsTable(report, pen),
		findingsOf(report).flatMap((finding) => hanging(pen.lines(finding, "    "))),
		report.prompts.length === 0 ? [] : ending(report, pen, written)
	].filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}\n`;
}
function hanging([first, ...rest]) {
	return first === void 0 ? [] : [first.slice(2), ...rest];
}
function ending(report, { lines }, { html, comment, json }) {
	const told = [
		html === void 0 ? own("Every reply: `--html FILE`.") : say`Every reply is in ${html}.`,
		comment === void 0 ? own("The pull request’s comment: `--comment FILE`.") : say`The comment is in ${comment}.`,
		json === void 0 ? own("Everything as JSON: `--json`.") : say`Everything is in ${json}.`
	];
	return [...[...wordMethod(report).slice(1), ...wordJudge(report)].flatMap((line) => lines(line)), ...lines(list(told, " "))];
}

export { writeTerminal as t };