import "./rolldown-runtime.js";
import { t as showPosition } from "./position.js";
import { a as casesOf, c as reasonsToTell, d as mendUnreviewed, f as wordUnreviewed, l as wordNextStep, m as wordReason, n as wordMethod, o as wordPreferences, p as upperFirst, r as failedChecks, s as wordFallen, t as wordJudge, u as headlineOf } from "./word-judge.js";
import { _ as showTally, a as quote, d as showMoney, g as showScore, l as showDelta, m as showPercent, n as listNames, o as say, p as showP, r as own, s as showChange, t as list, u as showDuration } from "./say.js";
import { a as clipTo, i as phraseLines, n as textTable, o as columnsOf, r as harmless, t as painter } from "./paint.js";

// src/reporters/wording/word-case-changes.ts
const mostTold = 10;
function wordCaseChanges({ path, casesChanged, unchecked }, several) {
	const { removed, weakened, edited, added } = casesChanged;
	const where = several ? say` in ${path}` : [];
	const plainly = (what, ids) => ids.length === 0 ? [] : [say`${own(`Golden ${ids.length === 1 ? "case" : "cases"} ${what}`)}${where}: ${listNames(ids)}.`];
	const told = (what, changes) => {
		const shown = changes.slice(0, mostTold);
		const more = changes.length - shown.length;
		return [...shown.map((one) => say`Golden case ${own(what)}${where}: ${one.id} (${list(one.what.map(quote), "; ")}).`), ...more > 0 ? [own(`… and ${more} more ${what}.`)] : []];
	};
	return [
		...plainly("removed", removed),
		...told("weakened", weakened),
		...told("edited", edited),
		...plainly("added", added),
		...plainly("without any check, so not asked", unchecked)
	];
}

// src/reporters/terminal.ts
const mostReasons = 40;
function writeTerminal(report, options) {
	const paint = painter(options.colours);
	return `${[
		[...phraseLines(headlineOf(report)).map((line) => paint(report.verdict, line)), ...phraseLines(wordNextStep(report))],
		...report.prompts.map((prompt) => rowsTable(prompt, paint)),
		brokenTable(report),
		findings(report).flatMap((finding) => phraseLines(finding, "  ")),
		report.prompts.length === 0 ? [] : [...wordMethod(report).slice(1), ...wordJudge(report)].flatMap((line) => phraseLines(line))
	].filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}\n`;
}
function rowsTable(prompt, paint) {
	if (prompt.models.length === 0) return [];
	const head = [
		"model",
		"verdict",
		"pass rate",
		"score",
		"worse",
		"better",
		"$/1,000",
		"p50"
	];
	const thousand = (side) => side === null ? null : side * 1e3;
	const [top, ...rest] = narrow(head, prompt.models.map((row) => {
		const number = (state) => String(row.cases.filter((one) => one.state === state).length || "–");
		const delta = row.score.delta === null || Math.abs(row.score.delta) < .005 ? "" : ` ${showDelta(row.score.delta)}`;
		return [
			clipTo(harmless(row.id), 24),
			row.verdict,
			showChange(row.passRate.old, row.passRate.new, showPercent),
			`${showChange(row.score.old, row.score.new, showScore)}${delta}`,
			number("regressed"),
			number("improved"),
			row.cost.old === null && row.cost.new === null ? "unknown" : showChange(thousand(row.cost.old), thousand(row.cost.new), showMoney),
			showChange(row.latency.p50.old, row.latency.p50.new, showDuration)
		];
	}), [
		"left",
		"left",
		"right",
		"right",
		"right",
		"right",
		"right",
		"right"
	]);
	return [
		clipTo(harmless(prompt.path), 100),
		paint("head", top ?? ""),
		...rest.map((line, index) => paint(prompt.models[index]?.verdict ?? "head", line))
	];
}
function narrow(head, rows, align) {
	const table = textTable(head, rows, align);
	if (head.length === 1 || table.every((line) => columnsOf(line) <= 100)) return table;
	return narrow(head.slice(0, -1), rows.map((row) => row.slice(0, -1)), align);
}
function brokenTable(report) {
	const broken = casesOf(report, "regressed");
	if (broken.length === 0) return [];
	const cells = broken.slice(0, 40).map(({ row, case: one }) => [
		clipTo(harmless(one.id), 30),
		clipTo(harmless(row.id), 20),
		`${showTally(one.old)} → ${showTally(one.new)}`,
		one.p === null ? "" : showP(one.p),
		clipTo(harmless(failedChecks(one.replies)[0] ?? ""), 24)
	]);
	return [...textTable([
		"broken case",
		"model",
		"old → new",
		"",
		"fails now"
	], cells, [
		"left",
		"left",
		"right",
		"left",
		"left"
	]), ...broken.length > 40 ? [`… and ${broken.length - 40} more`] : []];
}
function unsteady(report) {
	const named = (state) => [...new Set(casesOf(report, state).map(({ case: one }) => one.id))];
	const [flaky, failing] = [named("flaky"), named("failing")];
	return [...flaky.length > 0 ? [say`Flaky: ${listNames(flaky, 10)}.`] : [], ...failing.length > 0 ? [say`Fails on both sides: ${listNames(failing, 10)}. Suspect the golden case before the prompt.`] : []];
}
function findings(report) {
	const problems = report.problems.map(({ at, what, fix }) => {
		const where = at === void 0 ? [] : say`${showPosition(at)}: `;
		return say`${where}${quote(what)}${fix === void 0 ? [] : say` ${quote(fix)}`}`;
	});
	const unreviewed = report.unreviewed.map((one) => say`${one.path}: ${wordUnreviewed(one)}. ${mendUnreviewed(one)}`);
	const reasons = report.prompts.flatMap(reasonsToTell).map((reason) => say`${upperFirst(wordReason(reason))}.`);
	const more = reasons.length - mostReasons;
	return [
		...problems,
		...unreviewed,
		...reasons.slice(0, mostReasons),
		...more > 0 ? [say`… and ${more} more findings.`] : [],
		...wordFallen(report),
		...unsteady(report),
		...wordPreferences(report),
		...report.prompts.flatMap((prompt) => wordCaseChanges(prompt, report.prompts.length > 1)),
		...report.notes.map((note) => say`${quote(note)}`),
		...report.prompts.flatMap(({ path, notes }) => notes.map((note) => say`${path}: ${quote(note)}`))
	];
}

export { writeTerminal };