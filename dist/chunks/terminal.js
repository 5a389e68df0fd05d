import "./rolldown-runtime.js";
import { A as pickReplies, D as worstCases, E as reasonsToTell, O as casesOf, S as upperFirst, T as isAlone, _ as headlineOf, a as modelsOf, b as hasGaps, c as replyText, d as worstFirst, f as stateColumns, g as notesToTell, h as unreviewedToTell, i as wordJudge, j as showOnce, k as failedChecks, l as diffReplies, m as wordPreferences, n as wordNextStep, o as unsteadyCases, p as wordProblem, r as wordMethod, s as shownCases, t as wordShortReplies, w as wordReason, x as wordCoverage } from "./word-short-replies.js";
import { _ as showTally, a as quote, d as showMoney, f as showNumberOf, g as showScore, i as plain, l as showDelta, m as showPercent, n as listNames, o as say, r as own, s as showChange, t as list, u as showDuration } from "./say.js";
import { a as columnsOf, i as fitTable, n as penFor, r as wrap, t as harmless } from "./pen.js";
import { t as problemsOf } from "./problems-of.js";
import { t as verdicts } from "./verdict.js";
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
			cells: shown.map(({ case: one }) => `${showTally(one.old)} → ${showTally(one.new)}`)
		},
		{
			head: "fails now",
			cells: shown.map(({ case: one }) => wordFailed(failedChecks(one.replies))),
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
	const headline = wordPlainly(headlineOf(report));
	const shown = new Set(casesShown(report).map(({ prompt, row, case: one }) => keyOf$1(prompt.path, row.id, one.id)));
	const isTold = (reason, path) => reason.kind === "leaning-case" && shown.has(keyOf$1(path, reason.row, reason.case)) || reason.kind === "nothing-passes" && report.verdict === "unreviewed" && !several || !several && headline.endsWith(wordPlainly(wordReason(reason, report.mode)));
	return prompts.toSorted((one, other) => verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict)).flatMap((prompt) => {
		const where = several ? say`${prompt.path}: ` : [];
		return reasonsToTell(prompt).filter((reason) => !isTold(reason, prompt.path)).map((reason) => say`${where}${upperFirst(wordReason(reason, report.mode))}.`);
	});
}
function wordPlainly(phrase) {
	return plain(phrase, (text) => text);
}
function keyOf$1(...names) {
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

// src/reporters/differing-parts.ts
const ellipsis = "⋯";
function differingParts(old, now, { most, evidence }) {
	const lines = diffReplies(old, now);
	const told = (text, side) => {
		const first = lines.find(({ kind, text: one }) => kind === side && one.trim() !== "")?.text ?? "";
		return cutAround(tellApart(text.replaceAll("\r\n", "\n"), lines, side), [...evidence, first], most);
	};
	return {
		old: told(old, "removed"),
		new: told(now, "added")
	};
}
function tellApart(text, lines, side) {
	if (lines.every(({ kind }) => kind === "same")) return text;
	const isSame = (at) => lines[at]?.kind === "same";
	const isBeside = (at) => [at - 1, at + 1].some((next) => lines[next] !== void 0 && !isSame(next));
	let told = "";
	let read = 0;
	for (const [at, line] of lines.entries()) {
		if (line.kind !== side && line.kind !== "same") continue;
		const start = text.indexOf(line.text, read);
		const between = text.slice(read, start).includes("\n") ? "\n" : " ";
		read = start + line.text.length;
		if (isSame(at) && !isBeside(at)) told += told.endsWith(ellipsis) ? "" : ` ${ellipsis}`;
		else told += between + line.text;
	}
	return told.trim();
}
function cutAround(text, evidence, most) {
	if (text.length <= most) return text;
	const found = evidence.find((piece) => piece !== "" && text.includes(piece));
	const at = found === void 0 ? 0 : text.indexOf(found);
	const from = Math.max(0, Math.min(at - Math.floor(most / 3), text.length - most));
	const start = from === 0 ? 0 : from + afterBlank(text.slice(from, from + 30));
	const end = Math.min(text.length, from + most);
	const stop = end === text.length ? end : end - beforeBlank(text.slice(end - 30, end));
	return `${start === 0 ? "" : `${ellipsis} `}${text.slice(start, stop).toWellFormed()}${stop === text.length ? "" : ` ${ellipsis}`}`;
}
function afterBlank(text) {
	return text.search(/\s/u) + 1;
}
function beforeBlank(text) {
	const at = text.search(/\s\S*$/u);
	return at === -1 ? 0 : text.length - at;
}

// src/reporters/most-telling-case.ts
function mostTellingCase(report) {
	const worst = worstCases(report);
	const candidates = [
		worst.filter(({ case: { state } }) => state === "regressed"),
		worst,
		casesOf(report, "failing")
	].find((cases) => cases.length > 0) ?? [];
	const onModels = Map.groupBy(candidates, keyOf);
	return candidates.map((placed) => ({
		placed,
		rank: rankOf(placed, onModels.get(keyOf(placed))?.length ?? 1)
	})).toSorted((one, other) => compareRanks(one.rank, other.rank))[0]?.placed;
}
function keyOf({ prompt, case: { id } }) {
	return `${prompt.path}\n${id}`;
}
function rankOf(placed, models) {
	const { old, new: now } = pickReplies(placed.case);
	const failsRequired = now?.checks.some((check) => check.kind === "scored" && check.required && check.passed === false);
	return [
		old?.text === void 0 || now?.text === void 0 ? 1 : 0,
		failsRequired === true ? 0 : 1,
		-models,
		(old?.text?.length ?? 0) + (now?.text?.length ?? 0)
	];
}
function compareRanks(one, other) {
	const at = one.findIndex((value, index) => value !== other[index]);
	return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
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
	const picked = pickReplies(one);
	const failing = picked.new?.checks.filter(isFailing) ?? [];
	const room = pen.columns - labelColumns;
	const texts = differingParts(textOf(picked.old), textOf(picked.new), {
		most: room * (lines.reply - 1),
		evidence: failing.flatMap(({ reason }) => quotedIn(reason))
	});
	const where = report.prompts.length > 1 ? say` in ${prompt.path}` : [];
	const tallies = one.old.of === 0 ? showTally(one.new) : `${showTally(one.old)} → ${showTally(one.new)}`;
	const checks = failing.slice(0, mostChecks).map(({ check, reason }) => `${check}: ${reason}`);
	return [
		...pen.lines(say`${one.id} on ${row.id}${where}: ${own(tallies)}`).map((line) => pen.paint("head", line)),
		...labelled("Asked", wordAsked(prompt.exam.find(({ id }) => id === one.id)?.vars ?? {}), room, lines.asked),
		...picked.old === void 0 ? [] : labelled("Before", wordReply(picked.old, texts.old), room, lines.reply),
		...labelled(report.mode === "check" ? "Reply" : "Now", wordReply(picked.new, texts.new), room, lines.reply),
		...checks.flatMap((check, at) => labelled(at === 0 ? "Fails" : "", check, room, lines.check)),
		...failing.length > mostChecks ? labelled("", `and ${failing.length - mostChecks} more`, room, 1) : []
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
function wordAsked(vars) {
	const [only, ...others] = Object.values(vars);
	if (typeof only === "string" && others.length === 0) return only;
	return Object.entries(vars).map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`).join(" · ");
}
function wordReply(reply, shown) {
	if (reply === void 0) return "(no reply)";
	if (shown.trim() !== "") return shown;
	return replyText(reply) ?? `(no reply: ${reply.error?.message ?? "it failed"})`;
}
function textOf(reply) {
	return (reply?.transcript?.map(({ role, content }) => `${role === "user" ? "User" : "Reply"}: ${content}`))?.join("\n") ?? reply?.text ?? "";
}
function isFailing(check) {
	return check.kind === "scored" && check.passed === false;
}
function quotedIn(reason) {
	return [...reason.matchAll(/["“]([^"“”]{3,200})["”]/gu)].map(([, quoted = ""]) => quoted);
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
	return `${[
		[
			...pen.lines(headlineOf(report)).map((line) => pen.paint(report.verdict, line)),
			...pen.lines(wordNextStep(report)),
			...wordShortReplies(report).flatMap((told) => pen.lines(told))
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