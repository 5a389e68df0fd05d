import "./rolldown-runtime.js";
import { r as problemsOf } from "./report-outcome.js";
import { t as clip } from "./clip.js";
import { n as showHidden, t as escapeHidden } from "./show-hidden.js";
import { A as wordEdit, C as wordPreferences, D as notesToTell, E as wordOverModels, M as readDiff, N as showOnce, O as filesBehind, S as wordJudge, T as hasMoved$1, _ as confusionsOf, a as wordTools, b as wordConfusions, c as wordServed, d as fieldsThatMoved, f as showRight, g as stateColumns, h as worstPromptsFirst, i as unansweredCases, j as changedInstructions, k as wordBehind$1, l as wordServedChanges, m as worstFirst, n as unsteadyCases, o as wordShortReplies, p as wordFields, s as wordAdapted, t as modelsOf, u as wordNextStep, v as withheldRows, w as costLines, x as wordWithheld, y as wordAdds } from "./terminal.js";
import { C as hasGaps, S as wordStopped, T as wordCoverage, _ as countCases, a as openingOf, b as wordReason, c as blindestRow, d as wordWouldSee, f as wordHeads, i as headlineOf, l as wordHalving, n as unreviewedToTell, o as mendUnreviewed, p as wordIgnored, r as reasonsToTell, s as wordUnreviewed, t as wordProblem, u as wordMethod, v as isAlone$1, w as passes, x as wordRaise, y as wordUnsteady } from "./word-problem.js";
import { n as pickReplies, r as replyText, t as failedChecks } from "./pick-replies.js";
import { _ as wordFallOf, a as isTalk, c as wordTurn, d as shownCases, f as worstCases, g as wordChange, h as wordCaseChanges, i as tellingPair, l as casesBehindFall, m as tellingFall, p as casesOf, s as wordConversationEnd, t as differingParts, u as mostTellingCase } from "./telling-pair.js";
import { C as say, S as quote, T as upperFirst, _ as lengthOf$1, a as showDuration, b as own, d as showP, f as showPercent, h as showTally, i as showDelta, m as showScore, n as showChange, r as showCount, s as showMoney, u as showNumberOf, v as list, x as plain$1, y as listNames } from "./show-quantity.js";
import { i as toSummary, n as escapeQuote, r as toMarkdown, t as escapeName } from "./escape.js";
import { a as linkToCase, c as Markup, d as toHtml, f as markdownTable, i as linkTo, l as countElements, n as place, o as plainAddress, r as scaleOf, s as styles, t as chart, u as html } from "./scale.js";
import { c as safeModels, i as columnsOf$1, r as costAxes, s as portedFigures, t as safeSection } from "./safe-section.js";
import { t as wordQualities } from "./word-quality.js";
import { a as showMonth, d as wordProduct, f as wordSum, i as ratioOf, r as nameRow, u as wordGrowth } from "./word-cost.js";
import { r as shownPair, t as pairBlock } from "./shown-pair.js";
import { t as pairLines } from "./paired-lines.js";
import { t as sides } from "./side.js";
import { i as showValue } from "./fill-template.js";
import { n as outcomes, r as wordOutcome, t as outcomeOf } from "./outcome.js";
import { a as showPart, r as partOf } from "./part-value.js";
import { n as statementsOf } from "./score.js";
import { t as gradesOf } from "./judge-trust.js";
import { n as quantile, t as mean } from "./quantile.js";
import { i as caseSchema, t as reportSchema } from "./report.js";
import { t as hash, u as utf8ToBytes } from "./hash.js";
import { t as showDay } from "./show-day.js";

// src/reporters/annotations/places.ts
function firstChangedLine({ diff }) {
	let next;
	for (const { kind, new: at } of readDiff(diff)) {
		if (kind === "old" || kind === "new") return { line: Math.max(1, at ?? next ?? 1) };
		if (at !== void 0) next = kind === "hunk" ? at : at + 1;
	}
	return {};
}
const asBase = " (as base had it)";
function lineOfCase({ prompt, case: { id } }) {
	const name = id.endsWith(asBase) ? id.slice(0, -17) : id;
	if (prompt.casesChanged.removed.includes(name)) return void 0;
	return prompt.exam.find((one) => one.id === name)?.at;
}
function changedFiles({ prompts }) {
	return new Set(prompts.flatMap(({ path, diff, exam, casesChanged: { added, edited, weakened, removed } }) => {
		const ids = /* @__PURE__ */ new Set([
			...added,
			...removed,
			...[...edited, ...weakened].map(({ id }) => id)
		]);
		const ofCases = exam.filter(({ id }) => ids.has(id)).map(({ at }) => at.file);
		return [...diff.trim() === "" ? [] : [path], ...ofCases];
	}));
}

// src/reporters/annotations.ts
const mostOfALevel = 10;
const longestMessage = 4096;
const longestReply = 600;
const mostChecks = 3;
const mostReasons = 3;
function writeAnnotations(given) {
	const report = worstPromptsFirst(given);
	const all = [
		...verdicts(report),
		...problems(report),
		...cases(report),
		...unreviewed(report),
		...wordServed(report).map((told) => annotation("warning", "Promptgate: another model answered", told))
	];
	const taken = {
		error: 0,
		warning: 0,
		notice: 0
	};
	const told = /* @__PURE__ */ new Set();
	return all.filter(({ level, message }) => {
		if (told.has(message)) return false;
		told.add(message);
		taken[level] += 1;
		return taken[level] <= mostOfALevel;
	});
}
function verdicts(report) {
	if (report.verdict === "skipped") return [];
	const isFaulty = problemsOf(report).length > 0;
	const judged = report.prompts.filter(({ problems: held = [], verdict }) => held.length === 0 && !(isFaulty && verdict === "invalid"));
	if (judged.length === 0 && isFaulty) return [];
	const [only, ...more] = report.prompts;
	if (only !== void 0 && more.length === 0) return [ofPrompt(only, report, report)];
	const told = judged.filter(({ verdict }) => verdict !== "pass" && verdict !== "skipped");
	if (told.length === 0) return [annotation(levelOf(report), titleOf$1(report.verdict), headlineOf(report))];
	return told.map((prompt) => ofPrompt(prompt, report, {
		...report,
		prompts: [prompt],
		verdict: prompt.verdict,
		unreviewed: [],
		problems: [],
		reasons: report.reasons.filter((one) => one.prompt === prompt.path),
		gate: {
			...report.gate,
			open: !blocks(prompt, report)
		}
	}));
}
function ofPrompt(prompt, report, alone) {
	const at = prompt.change === "removed" ? {} : {
		file: prompt.path,
		...firstChangedLine(prompt)
	};
	const headline = report.prompts.length > 1 ? say`${prompt.path}: ${headlineOf(alone)}` : headlineOf(alone);
	const shown = alone.mode === "check" || alone.verdict === "pass" ? void 0 : mostTellingCase(alone);
	const evidence = shown === void 0 ? reasons(prompt, alone) : replies(shown);
	return annotation(levelOf(alone), titleOf$1(alone.verdict), list([headline, ...evidence], "\n"), at);
}
function reasons(prompt, { verdict, mode }) {
	if (verdict !== "regressed") return [];
	return reasonsToTell(prompt).slice(0, mostReasons).map((reason) => say`${upperFirst(wordReason(reason, mode))}.`);
}
function replies(placed) {
	const pair = tellingPair(placed, longestReply);
	return [
		say`${placed.case.id} on ${placed.row.id}: ${pair.change}`,
		...pair.asked === "" ? [] : [say`Asked: ${quote(clip(pair.asked, longestReply / 2))}`],
		...pair.before === void 0 ? [] : [say`Before: ${quote(pair.before)}`],
		say`Now: ${quote(pair.now)}`
	];
}
function problems(report) {
	const [only, ...more] = report.prompts;
	const place = only === void 0 || more.length > 0 || only.change === "removed" ? {} : {
		file: only.path,
		...firstChangedLine(only)
	};
	return problemsOf(report).map(({ problem: { what, at, fix } }) => annotation("error", titleOf$1("invalid"), say`${what}${fix === void 0 ? [] : say` ${fix}`}`, at ?? place));
}
function cases(report) {
	const files = changedFiles(report);
	return [...Map.groupBy(shownCases(report), ({ prompt, case: { id } }) => JSON.stringify([prompt.path, id])).values()].flatMap((placed) => {
		const [first] = placed;
		const at = first === void 0 ? void 0 : lineOfCase(first);
		if (first === void 0 || at === void 0 || !(report.mode === "check" || files.has(at.file))) return [];
		return [annotation(first.why !== "example" && placed.some(({ case: { state } }) => state !== "fell") && blocks(first.prompt, report) ? "error" : "warning", titleOf$1(first.prompt.verdict), wordCase(first, placed), at)];
	});
}
const verbs = {
	broke: "got worse",
	fell: "fell, not proven by itself,",
	fails: "fails",
	example: "fell most, not proven by itself,"
};
function wordCase(first, placed) {
	const models = listNames([...new Set(placed.map(({ row }) => row.id))], 4);
	const failed = failedChecks({ replies: placed.flatMap(({ case: one }) => one.replies) });
	const fails = failed.length === 0 ? [] : say` Fails ${listNames(failed, mostChecks)}.`;
	return say`${first.case.id} ${own(verbs[first.why])} on ${models}: ${wordChange(first.case)}.${fails}`;
}
function unreviewed(report) {
	return report.unreviewed.map((one) => annotation("warning", titleOf$1("unreviewed"), say`${upperFirst(wordUnreviewed(one))}. ${mendUnreviewed(one)}`, { file: one.path }));
}
function blocks({ verdict }, { gate, accepted }) {
	return !gate.open && gate.failOn.some((word) => word === verdict) && !(verdict === "regressed" && accepted.length > 0);
}
function levelOf({ gate, verdict }) {
	return !gate.open ? "error" : verdict === "pass" ? "notice" : "warning";
}
const titles$1 = {
	regressed: "got worse",
	failing: "cases fail",
	invalid: "not reviewed",
	inconclusive: "cannot tell",
	unreviewed: "not checked",
	pass: "holds",
	skipped: "nothing to review"
};
function titleOf$1(verdict) {
	return `Promptgate: ${titles$1[verdict]}`;
}
function annotation(level, title, phrase, at = {}) {
	const place = at.file === void 0 ? at : {
		...at,
		file: showHidden(at.file)
	};
	return {
		level,
		title,
		message: clip(plain$1(phrase, showHidden), longestMessage),
		...place
	};
}

// src/reporters/wording/word-earlier.ts
function wordEarlier(earlier, now) {
	if (earlier === void 0) return [];
	const { verdict, head, since } = earlier;
	const words = told$1[verdict];
	if (verdict === now.verdict) return isBad(verdict) && since !== now.head ? say`Still ${own(words)}, since ${short(since)}.` : [];
	if (head === now.head) return isSettled(now.verdict) ? own(`An earlier run of this commit ${found[verdict]}.`) : [];
	if (isBad(verdict)) return say`Was ${own(words)} at ${short(head)}${own(goesOn[now.verdict])}.`;
	return isBad(now.verdict) && verdict === "pass" ? say`Was fine at ${short(head)}.` : [];
}
const told$1 = {
	regressed: "regressed",
	failing: "failing",
	inconclusive: "undecided",
	pass: "fine"
};
const found = {
	regressed: "found it regressed",
	failing: "found it failing",
	inconclusive: "could not tell",
	pass: "found it fine"
};
const goesOn = {
	regressed: "",
	failing: "",
	inconclusive: ", not proven any more",
	pass: ", fixed here",
	invalid: "; this run could not tell",
	unreviewed: "; nothing checks it now",
	skipped: ""
};
function isBad(verdict) {
	return verdict === "regressed" || verdict === "failing";
}
function isSettled(verdict) {
	return Object.hasOwn(told$1, verdict);
}
function short(sha) {
	return sha.slice(0, 7);
}

// src/reporters/markdown/evidence-table.ts
const mostModels$2 = 3;
const mostRows$2 = 8;
const mostBehind = 5;
const mostNamed$1 = 3;
function evidenceTable(report) {
	return report.prompts.length + report.unreviewed.length > 1 && report.prompts.length > 1 ? promptsTable(report) : casesTable(report);
}
function casesTable(report) {
	const worst = worstCases(report);
	const behind = casesBehindFall(report);
	const byCase = [...Map.groupBy(worst.length > 0 ? worst : behind, ({ case: { id } }) => id)];
	const [prompt] = report.prompts;
	if (prompt === void 0 || byCase.length === 0) return "";
	const models = prompt.models.map(({ id }) => id);
	const isWide = models.length > mostModels$2;
	const head = [
		"Case",
		...isWide ? ["Before → now", "Models"] : models.map(escapeName),
		"Fails now"
	];
	const lines = byCase.slice(0, behind.length > 0 ? mostBehind : mostRows$2).map(([id, placed]) => {
		const worst = placed[0]?.case;
		const on = isWide ? [worst === void 0 ? "" : showTurn(worst), `${placed.length} of ${models.length}`] : prompt.models.map((row) => showCell(row.cases.find((one) => one.id === id)));
		return [
			nameOf(placed, report),
			...on,
			wordFails(placed)
		];
	});
	const table = tableOf([head, ...lines], byCase.length - lines.length, "case");
	return behind.length > 0 ? `${wordBehind(byCase.length)}\n\n${table}` : table;
}
function wordBehind(cases) {
	return cases === 1 ? "This case went down. It is not proven by itself:" : "These cases went down, the deepest fall first. None of them is proven by itself:";
}
function nameOf(placed, report) {
	const notes = [...placed.some(({ case: { family } }) => family === "added") ? ["new here"] : [], ...placed.every(({ case: { state } }) => state === "fell") ? ["fell"] : []];
	const [first] = placed;
	return `${first === void 0 ? "" : linkToCase(first, report)}${notes.length === 0 ? "" : ` (${notes.join(", ")})`}`;
}
function showCell(one) {
	if (one === void 0) return "–";
	if (one.state === "unscored") return "not scored";
	if (one.state === "same" && Math.abs(one.delta ?? 0) < .005) return `✓ ${showTally(one.new)}`;
	return showTurn(one);
}
function showTurn(one) {
	if (tellingFall(one) !== void 0) return toMarkdown(wordChange(one));
	const now = one.state === "regressed" || one.state === "fell" ? `**${showTally(one.new)}**` : showTally(one.new);
	return `${showTally(one.old)} → ${now}`;
}
function wordFails(placed) {
	const [first, ...more] = failedChecks({
		falls: placed.flatMap(({ case: one }) => one.falls ?? []),
		replies: placed.flatMap(({ case: one }) => one.replies)
	});
	if (first === void 0) return "";
	return `${escapeName(first)}${more.length === 0 ? "" : ` and ${more.length} more`}`;
}
const words$1 = {
	regressed: "**got worse**",
	failing: "**cases fail**",
	invalid: "**not reviewed**",
	inconclusive: "cannot tell",
	unreviewed: "not checked",
	pass: "holds",
	skipped: "holds"
};
function promptsTable(report) {
	const holding = report.prompts.filter((prompt) => (prompt.verdict === "pass" || prompt.verdict === "skipped") && wordWorst$1(report, prompt) === "");
	const others = report.prompts.filter((prompt) => !holding.includes(prompt));
	const paths = new Set(others.map(({ path }) => path));
	const unchecked = [...new Set(report.unreviewed.map(({ path }) => path))].filter((path) => !paths.has(path));
	if (others.length + unchecked.length === 0) return "";
	const folder = folderOf([...paths, ...unchecked]);
	const name = (path) => escapeName(path.slice(folder.length));
	const all = [...others.map((prompt) => {
		const worst = wordWorst$1(report, prompt);
		const told = prompt.verdict === "pass" ? "nothing proven" : words$1[prompt.verdict];
		return [name(prompt.path), `${told}${worst === "" ? "" : `: ${worst}`}`];
	}), ...unchecked.map((path) => [name(path), words$1.unreviewed])];
	const lines = all.slice(0, mostRows$2);
	const rest = holding.length === 0 ? [] : [[`${showNumberOf(holding.length, "other prompt")}`, holding.length === 1 ? "holds" : "hold"]];
	return tableOf([
		[`Prompt${folder === "" ? "" : ` in ${escapeName(folder)}`}`, "What became of it"],
		...lines,
		...rest
	], all.length - lines.length, "prompt");
}
function folderOf([first = "", ...others]) {
	const folder = first.slice(0, first.lastIndexOf("/") + 1);
	return others.length > 0 && others.every((path) => path.startsWith(folder)) ? folder : "";
}
function wordWorst$1(report, prompt) {
	const alone = {
		...report,
		prompts: [prompt]
	};
	const worst = casesOf(alone, "regressed", "fell");
	const placed = worst.length > 0 ? worst : casesBehindFall(alone);
	const byCase = [...Map.groupBy(placed, ({ case: { id } }) => id)];
	const named = byCase.slice(0, mostNamed$1).map(([id, on]) => {
		const [first] = on;
		return first === void 0 ? say`${id}` : say`${id} ${wordChange(first.case)}`;
	});
	const more = byCase.length - named.length;
	return toMarkdown(list([...named, ...more > 0 ? [own(`${more} more`)] : []]));
}
function tableOf(lines, more, noun) {
	const table = markdownTable(lines, {
		align: "l",
		alignDelimiters: false
	});
	return more > 0 ? `${table}\n\nand ${showNumberOf(more, `more ${noun}`)} in the report` : table;
}

// src/reporters/wording/word-exam.ts
function wordExam({ prompts }) {
	const removed = prompts.flatMap(({ casesChanged }) => casesChanged.removed);
	const weakened = prompts.flatMap(({ casesChanged }) => casesChanged.weakened.map(({ id }) => id));
	const broken = new Set(prompts.flatMap(({ models }) => models.flatMap(({ cases }) => cases.filter(({ state }) => state === "regressed").map(({ id }) => id))));
	const told = [...removed.length === 0 ? [] : [say`removes ${own(showNumberOf(removed.length, "golden case"))} (${wordNames(removed, broken)})`], ...weakened.length === 0 ? [] : [say`loosens ${own(removed.length > 0 ? `${weakened.length}` : showNumberOf(weakened.length, "golden case"))} (${wordNames(weakened, broken)})`]];
	if (told.length === 0) return [];
	const number = removed.length + weakened.length;
	return [say`This pull request ${list(told, ", ", " and ")}. ${own(number === 1 ? "It still runs" : "They still run")} as before.`];
}
function wordNames(ids, broken) {
	const those = ids.filter((id) => broken.has(id));
	if (those.length === 0) return listNames(ids, 3);
	return ids.length === 1 ? say`${listNames(ids, 3)}, which broke` : say`${listNames(ids, 3)}; ${listNames(those, 3)} broke`;
}

// src/reporters/markdown/findings.ts
function findingsOf(report, most) {
	const opened = openedWith(report);
	return capped([
		...problemsOf(report).filter(({ problem: { what, fix = "" }, prompts }) => prompts.length > 1 || !opened(what, fix)).map((told) => toMarkdown(say`- ${wordProblem(told)}`)),
		...unreviewedToTell(report).filter(() => !isUncheckedTold(report, opened)).map((told) => `- ${toMarkdown(told)}`),
		...wordExam(report).map((told) => `- ${toMarkdown(told)}`),
		...report.prompts.filter(({ change }) => change === "removed").map(({ path }) => `- ${escapeName(path)} was removed.`),
		...report.notes.map((note) => toMarkdown(say`- ${quote(note)}`))
	], most);
}
function openedWith(report) {
	const { line, sentence } = openingOf(report);
	const said = lettersOf(plain$1([...line, ...sentence], (text) => text));
	const isSaid = (letters) => letters !== "" && said.includes(letters);
	return (...told) => told.every((text) => text === "" || isSaid(lettersOf(text)));
}
function lettersOf(text) {
	return text.replaceAll(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}
function isUncheckedTold({ unreviewed, verdict }, opened) {
	const [first, ...more] = unreviewed;
	if (verdict !== "unreviewed" || first === void 0 || more.some(({ why }) => why !== first.why)) return false;
	return opened(plain$1(mendUnreviewed(first), (text) => text), ...unreviewed.flatMap(({ path, detail = "" }) => [path, detail]));
}
function capped(lines, most) {
	if (lines.length === 0) return [];
	const more = lines.length - most;
	return [[...lines.slice(0, most), ...more > 0 ? [`- … and ${more} more`] : []].join("\n")];
}

// src/reporters/markdown/section.ts
function fitSections(sections, room, measure) {
	const fitted = [];
	let left = room;
	for (const section of sections) {
		const text = fitSection(section, left - 2, measure);
		if (text === void 0) break;
		fitted.push(text);
		left -= measure(text) + 2;
	}
	return fitted;
}
function fitSection(section, room, measure) {
	const whole = details(section.title, section.items.join(section.between));
	if (measure(whole) <= room) return whole;
	const share = Math.floor(room * .6);
	const frame = measure(details(section.title, `\n\n… and ${section.items.length} more in the full report.`));
	const kept = [];
	let used = frame;
	for (const item of section.items) {
		used += measure(item) + section.between.length;
		if (used > share) break;
		kept.push(item);
	}
	if (kept.length === 0) return void 0;
	const rest = section.items.length - kept.length;
	return details(section.title, [kept.join(section.between), `… and ${rest} more in the full report.`].join("\n\n"));
}
function details(summary, body) {
	return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

// src/reporters/wording/word-past.ts
const bars = [
	"▁",
	"▂",
	"▃",
	"▄",
	"▅",
	"▆",
	"▇",
	"█"
];
const leastSpan = .2;
function shownPast({ past = [] }) {
	return past.length < 2 ? [] : past.slice(-10);
}
function wordPast(row) {
	const shown = shownPast(row);
	const [first, last] = [shown[0], shown.at(-1)];
	if (first === void 0 || last === void 0) return [];
	const cost = first.usd === null && last.usd === null ? "" : `, cost ${showChange(thousand$3(first.usd), thousand$3(last.usd), showMoney)} per 1,000 replies`;
	const length = first.length === null && last.length === null ? "" : `, ${showChange(first.length, last.length, showCount)} characters a reply`;
	const line = `score ${sparkline(shown.map(({ score }) => score))} ${showChange(first.score, last.score, showScore)}`;
	return say`${row.model.old}: ${own(`${line}${cost}${length} (${showNumberOf(shown.length, "version")})`)}`;
}
function sparkline(values) {
	const known = values.flatMap((value) => value ?? []);
	const top = Math.max(...known);
	const span = Math.max(leastSpan, top - Math.min(...known));
	return values.map((value) => value === null ? "·" : bars[Math.round((1 - (top - value) / span) * (bars.length - 1))] ?? "·").join("");
}
function thousand$3(usd) {
	return usd === null ? null : usd * 1e3;
}

// src/reporters/graded-metrics.ts
function gradedMetrics(report) {
	const advises = new Set(report.judge?.advises?.map(({ metric }) => metric) ?? []);
	return report.prompts.flatMap((prompt) => prompt.models.flatMap((row) => {
		const graded = gradedNames(row);
		return Object.entries(row.metrics).flatMap(([name, mean]) => {
			const part = mean.gated ? "gates" : advises.has(name) ? "advises" : "shown";
			const together = graded.get(name) === "kind";
			return part === "shown" && !graded.has(name) ? [] : [{
				prompt,
				row,
				name,
				together,
				mean,
				part
			}];
		});
	})).toSorted((a, b) => (a.mean.delta ?? 0) - (b.mean.delta ?? 0));
}
function gradedNames({ cases, metrics }) {
	const byKind = /* @__PURE__ */ new Map();
	for (const { replies } of cases) for (const { checks } of replies) for (const check of checks) {
		if (check.kind === "unscored" || check.binary) continue;
		const names = byKind.get(check.scorer) ?? /* @__PURE__ */ new Set();
		byKind.set(check.scorer, names.add(check.check));
	}
	return new Map([...byKind].flatMap(([kind, names]) => {
		const [only, ...others] = names;
		const alone = only !== void 0 && others.length === 0 && Object.hasOwn(metrics, only);
		const own = [...names].map((name) => [name, "check"]);
		return alone ? own : [[kind, names.size > 1 ? "kind" : "check"], ...own];
	}));
}

// src/reporters/markdown/measured-items.ts
const most$5 = 40;
const parts$2 = {
	gates: "gates",
	advises: "only advises",
	shown: "–"
};
function metricItems(report) {
	const all = gradedMetrics(report).filter(({ mean }) => report.mode === "check" || hasMoved(mean));
	if (all.length === 0) return [];
	const several = report.prompts.length > 1;
	const decides = all.some(({ part }) => part !== "shown");
	const lines = all.slice(0, most$5).map(({ prompt, row, name, together, mean, part }) => [
		...several ? [escapeName(prompt.path)] : [],
		`${together ? "all " : ""}${escapeName(name)}`,
		escapeName(row.id),
		showChange(mean.old, mean.new, showScore),
		mean.delta === null ? "–" : showDelta(mean.delta),
		mean.p === null ? "–" : showP(mean.p).replace(/^p = /u, ""),
		...decides ? [parts$2[part]] : []
	]);
	const head = [
		...several ? ["Prompt"] : [],
		"Check",
		"Model",
		"Mean",
		"Change",
		"p",
		...decides ? ["Own gate"] : []
	];
	const table = markdownTable([head, ...lines], {
		align: [
			...several ? ["l"] : [],
			"l",
			"l",
			"r",
			"r",
			"r",
			...decides ? ["l"] : []
		],
		alignDelimiters: false
	});
	const more = all.length - lines.length;
	return more > 0 ? [table, `… and ${more} more in the full report.`] : [table];
}
function fieldItems(report) {
	const all = fieldsThatMoved(report);
	if (all.length === 0) return [];
	const several = report.prompts.length > 1;
	const lines = all.slice(0, most$5).map(({ prompt, row, count }) => [
		...several ? [escapeName(prompt.path)] : [],
		escapeName(count.field),
		escapeName(count.check),
		escapeName(row.id),
		showRight(count)
	]);
	const head = [
		...several ? ["Prompt"] : [],
		"Field",
		"Check",
		"Model",
		"Replies in which it is right"
	];
	const align = [
		...several ? ["l"] : [],
		"l",
		"l",
		"l",
		"r"
	];
	const more = all.length - lines.length;
	return [markdownTable([head, ...lines], {
		align,
		alignDelimiters: false
	}), ...more > 0 ? [`… and ${more} more in the full report.`] : []];
}
function confusionItems(report) {
	const all = confusionsOf(report);
	if (all.length === 0) return [];
	const name = (skill) => skill === null ? "no skill" : escapeName(skill);
	const lines = all.slice(0, most$5).map(({ row, wanted, picked, cases, ...replies }) => [
		wanted === null ? `not ${name(picked)}` : name(wanted),
		name(picked),
		escapeName(row.id),
		showChange(replies.old, replies.new, showCount),
		cases.slice(0, 5).map(escapeName).join(", ")
	]);
	return [markdownTable([[
		"Should pick",
		"Picks",
		"Model",
		"Replies",
		"Cases"
	], ...lines], {
		align: [
			"l",
			"l",
			"l",
			"r",
			"l"
		],
		alignDelimiters: false
	})];
}
function withheldItems(report) {
	const all = withheldRows(report);
	if (all.length === 0) return [];
	const rate = (share) => share === null ? "–" : showPercent(share);
	const lines = all.slice(0, most$5).map(({ prompt, row, withheld }) => [
		escapeName(prompt.path),
		escapeName(row.id),
		rate(withheld.passRate.without),
		rate(row.passRate.old),
		rate(withheld.passRate.with),
		wordAdds(withheld).filter((part) => part !== "").join(", "),
		withheld.cases.needed.slice(0, 5).map(escapeName).join(", ") || "–"
	]);
	return [markdownTable([[
		"Instructions",
		"Model",
		"Without",
		"Before",
		"Now",
		"What they add",
		"Break without"
	], ...lines], {
		align: [
			"l",
			"l",
			"r",
			"r",
			"r",
			"l",
			"l"
		],
		alignDelimiters: false
	})];
}
function hasMoved({ delta }) {
	return delta === null || Math.abs(delta) >= .005;
}
const thousand$2 = (side) => side === null ? null : side * 1e3;
function segmentItems(report) {
	const several = report.prompts.length > 1;
	const lines = report.prompts.flatMap((prompt) => prompt.models.flatMap((row) => Object.entries(row.cost.perSegment).map(([segment, cost]) => {
		const month = row.cost.monthly[segment];
		return [
			...several ? [escapeName(prompt.path)] : [],
			escapeName(segment),
			escapeName(row.id),
			cost.old === null && cost.new === null ? "unknown" : showChange(thousand$2(cost.old), thousand$2(cost.new), showMoney),
			month === void 0 ? "–" : showCount(month.replies),
			month === void 0 ? "–" : showMonth(month)
		];
	})));
	if (lines.length === 0) return [];
	const head = [
		"Segment",
		"Model",
		"Per 1,000 replies",
		"Replies a month",
		"A month"
	];
	const align = [
		"l",
		"l",
		"r",
		"r",
		"r"
	];
	return [markdownTable([[...several ? ["Prompt"] : [], ...head], ...lines.slice(0, 60)], {
		align: [...several ? ["l"] : [], ...align],
		alignDelimiters: false
	})];
}

// src/reporters/markdown/cost-items.ts
function costItems(report) {
	const several = report.prompts.length > 1;
	const { alpha } = report.method;
	const lines = report.prompts.flatMap((prompt) => {
		const all = wordOverModels(prompt, alpha);
		return [...all.length === 0 ? [] : [`- ${toMarkdown(say`${several ? say`${prompt.path}: ` : []}${all}`)}`], ...prompt.models.flatMap((row) => {
			const where = say`${several ? say`${prompt.path}, ` : []}${nameRow(row)}: `;
			return costLines(row, alpha).map((line) => `- ${toMarkdown(say`${where}${line}`)}`);
		})];
	});
	const table = segmentItems(report);
	return [...lines.length === 0 ? [] : [lines.join("\n")], ...table];
}
const mostPast = 20;
function pastItems({ prompts }) {
	const lines = prompts.flatMap(({ path, models }) => models.flatMap((row) => {
		const told = wordPast(row);
		return told.length === 0 ? [] : [`- ${toMarkdown(say`${prompts.length > 1 ? say`${path}, ` : []}${told}`)}`];
	}));
	const more = lines.length - mostPast;
	return [...lines.slice(0, mostPast), ...more > 0 ? [`- … and ${more} more`] : []];
}
function titleOfCost(report) {
	const rows = report.prompts.flatMap(({ models }) => models);
	const [first] = rows.filter(({ spending }) => spending !== void 0 && hasMoved$1(spending, report.method.alpha)).toSorted((one, other) => distance(other) - distance(one));
	if (first?.spending !== void 0) return `Cost: ${toSummary(say`${own(wordGrowth(first.spending))} on ${nameRow(first)}`)}`;
	if (rows.some((row) => wordHeads(row).length > 0)) return "Cost: what is cached of the prompt";
	if (rows.some((row) => wordIgnored(row).length > 0)) return "Cost: a parameter changes nothing";
	return report.prompts.some(({ models }) => models.some(({ cost }) => Object.keys(cost.monthly).length > 0)) ? "Cost a month" : "Cost";
}
function distance({ spending }) {
	return spending === void 0 ? 0 : Math.abs(Math.log(ratioOf(spending)));
}

// src/reporters/markdown/fence.ts
function fence(text, language, size) {
	const all = showHidden(text).replaceAll(/<!--/gu, "‹!--").split("\n");
	const lines = [];
	let left = size.characters;
	for (const line of all.slice(0, size.lines)) {
		if (left <= 0) break;
		const shown = clip(line, left);
		lines.push(shown);
		left -= shown.length + 1;
	}
	const more = all.length - lines.length;
	if (more > 0) lines.push(`… ${more} more ${more === 1 ? "line" : "lines"}`);
	const content = lines.join("\n");
	const runs = [...content.matchAll(/`+/gu)].map(([run]) => run.length);
	const marks = "`".repeat(Math.max(3, 1 + Math.max(0, ...runs)));
	return `${marks}${language}\n${content}\n${marks}`;
}

// src/reporters/markdown/fold-items.ts
const most$4 = 60;
function replyItems(report, cases, size) {
	return cases.slice(0, most$4).map((placed) => pairBlock(placed, report, sizeOf(size, report)));
}
function isSame(one, other) {
	return one.prompt.path === other.prompt.path && one.row.id === other.row.id && one.case.id === other.case.id;
}
function sizeOf({ characters }, { published }) {
	return {
		asked: 600,
		reply: published?.replies === "full" ? characters : Math.floor(characters / 3),
		transcript: characters
	};
}
function noteItems(report) {
	return [...wordPreferences(report), ...notesToTell(report)].map((told) => toMarkdown(say`- ${told}`));
}
function reasonItems(report) {
	const lines = report.prompts.flatMap((prompt) => {
		const where = report.prompts.length > 1 ? say`${prompt.path}: ` : own("");
		return reasonsToTell(prompt).map((reason) => toMarkdown(say`- ${where}${upperFirst(wordReason(reason, report.mode))}.`));
	});
	return [...new Set(lines)];
}
function pasteItems(report, size) {
	return unansweredCases(report).map(({ where, stub }) => `${toMarkdown(where)}\n\n${fence(stub, "yaml", size)}`);
}
function judgeAndServiceItems(report) {
	return [
		...wordJudge(report).map((line) => `- ${toMarkdown(line)}`),
		...report.served.filter(({ asked, served, others }) => others === void 0 && served.some((model) => model !== asked)).map(({ asked, served }) => `- ${toMarkdown(say`${asked} was served by ${list(served.map((model) => say`${model}`))}`)}.`),
		...wordAdapted(report).map((phrase) => `- ${toMarkdown(phrase)}.`),
		...wordServedChanges(report).map((line) => `- ${toMarkdown(line)}`)
	];
}

// src/reporters/markdown/prompt-items.ts
const mostLines$2 = 8;
const longestLine = 600;
function promptItems(report, size) {
	const own = report.prompts.filter(hasEdit).map((prompt) => promptItem(prompt, size));
	const behind = filesBehind(report).filter(({ diff }) => diff !== "").map(({ path, prompts, diff }) => {
		const whose = toMarkdown(say`${path}, behind ${listNames(prompts, 3)}`);
		const lines = diff.trimEnd().replace(/^--- [^\n]*\n\+\+\+ [^\n]*\n/u, "");
		return `${whose}\n\n${fence(lines, "diff", size)}`;
	});
	const instructions = changedInstructions(report).map(({ path, diff }) => `${escapeName(path)}\n\n${fence(diff.trimEnd(), "diff", size)}`);
	return [
		...own,
		...instructions,
		...behind
	];
}
function titleOfPrompts(report) {
	const edited = report.prompts.filter(hasEdit);
	const changed = [...edited, ...changedInstructions(report)];
	const [one, several] = edited.length > 0 ? ["Prompt", "prompts"] : ["Instructions", "instructions"];
	const behind = filesBehind(report).filter(({ diff }) => diff !== "");
	const prompts = changed.length > 1 ? `${changed.length} ${several}` : one;
	const files = behind.length > 1 ? `${behind.length} files` : "1 file";
	return [...changed.length === 0 ? [] : [`${prompts}: ${countLines(changed)}`], ...behind.length === 0 ? [] : [`${files} behind ${report.prompts.length > 1 ? "prompts" : "the prompt"}: ${countLines(behind)}`]].join("; ");
}
function countLines(diffs) {
	const lines = diffs.flatMap(({ diff }) => readDiff(diff));
	const count = (kind) => lines.filter((line) => line.kind === kind).length;
	return `+${count("new")} −${count("old")} lines`;
}
function hasEdit(prompt) {
	return prompt.diff.trim() !== "" || wordEdit(prompt).length > 0;
}
function promptItem(prompt, size) {
	const { path, previousPath, diff, promptEdit } = prompt;
	const renamed = previousPath === void 0 ? "" : ` (was ${escapeName(previousPath)})`;
	const messages = promptEdit?.messages ?? [];
	const facts = wordEdit(prompt).map((told) => `- ${toMarkdown(told)}`);
	const told = messages.length > 0 ? messages.map((message) => messageItem(message, size)) : diff.trim() === "" || facts.length > 0 ? [] : [fence(diff.trimEnd(), "diff", size)];
	return [
		`${escapeName(path)}${renamed}`,
		...facts.length === 0 ? [] : [facts.join("\n")],
		...told
	].join("\n\n");
}
function messageItem({ role, oldRole, file, kind, diff }, size) {
	const notes = [
		...kind === "changed" ? [] : [own(kind)],
		...oldRole === void 0 ? [] : [say`was ${own(`**`)}${oldRole}${own(`**`)}`],
		...file === void 0 ? [] : [say`in ${file}`]
	];
	const title = `**${role}**${notes.length === 0 ? "" : ` (${toMarkdown(list(notes))})`}`;
	if (diff === "") return title;
	return `${title}\n\n${wordLines(diff) ?? fence(diff.trimEnd(), "diff", size)}`;
}
function wordLines(diff) {
	const changed = pairLines(readDiff(diff)).filter(({ kind }) => kind !== "plain");
	if (changed.length === 0 || changed.length > mostLines$2) return void 0;
	const lines = changed.map((line) => {
		if (line.kind !== "changed" || Math.max(line.old.text.length, line.now.text.length) > longestLine) return void 0;
		return (line.spans ?? [{
			same: false,
			old: line.old.text,
			new: ` ${line.now.text}`
		}]).map((span) => span.same ? piece(span.new) : marked$2(span.old, "del") + marked$2(span.new, "ins"));
	});
	return lines.every((line) => line !== void 0) ? lines.map((line) => `> ${line.join("").trim()}`).join("\n>\n") : void 0;
}
function marked$2(text, as) {
	if (text.trim() === "") return piece(text);
	const inner = piece(text);
	return `${/^\s*/u.exec(inner)?.[0] ?? ""}<${as}>${inner.trim()}</${as}>${/\s*$/u.exec(inner)?.[0] ?? ""}`;
}
function piece(text) {
	if (text.trim() === "") return text === "" ? "" : " ";
	return `${/^\s/u.test(text) ? " " : ""}${escapeQuote(text.trim(), longestLine)}${/\s$/u.test(text) ? " " : ""}`;
}

// src/reporters/markdown/safe-items.ts
function modelItems(report) {
	return report.prompts.filter(({ models }) => models.length > 1).flatMap((prompt) => {
		const where = report.prompts.length > 1 ? `${escapeName(prompt.path)}: ` : "";
		const { safe, unsafe, cheapest } = safeModels(prompt);
		const names = (rows) => rows.map(({ id }) => escapeName(id)).join(", ");
		const price = cheapest === void 0 ? "" : `; cheapest: ${escapeName(cheapest.id)} at ${showMoney((cheapest.cost.new ?? 0) * 1e3)} per 1,000 replies`;
		return [
			`- ${where}${safe.length === 0 ? "Safe on none of them" : `Safe on ${names(safe)}${price}`}.`,
			...safe.length === 0 || unsafe.length === 0 ? [] : [`- ${where}Not shown safe on ${names(unsafe)}.`],
			...prompt.models.flatMap((row) => interval(row, prompt.level)),
			`\n${matrixOf(prompt)}\n`
		];
	});
}
function interval(row, level) {
	const { low, high, delta } = row.score;
	if (!row.showInterval || low === null || high === null || delta === null) return [];
	const confidence = level === void 0 ? "" : `${showPercent(2 * level - 1)} interval `;
	return [`- ${escapeName(row.id)}: score ${showDelta(delta)}, ${confidence}${showDelta(low)} to ${showDelta(high)}.`];
}
function matrixOf({ models }) {
	const lines = models.map((row) => ({
		kind: "model",
		figures: portedFigures(row)
	}));
	const columns = columnsOf$1(lines);
	return markdownTable([["Model", ...columns.map(({ head }) => head)], ...lines.map((line) => [escapeName(line.figures.model), ...columns.map(({ cell }) => cell(line))])], {
		align: [
			"l",
			"l",
			...columns.slice(1).map(() => "r")
		],
		alignDelimiters: false
	});
}

// src/reporters/wording/verdict-words.ts
const marks = {
	regressed: "🔴",
	invalid: "⛔",
	failing: "🔴",
	inconclusive: "🟡",
	unreviewed: "⚪",
	pass: "🟢",
	skipped: "⚪"
};
function verdictMark(report) {
	return report.verdict === "regressed" && report.accepted.length > 0 ? "🟠" : marks[report.verdict];
}
const words = {
	regressed: "worse",
	invalid: "not reviewed",
	failing: "fails",
	inconclusive: "cannot tell",
	unreviewed: "not checked",
	pass: "holds",
	skipped: "nothing to do"
};
function verdictWord(verdict) {
	return words[verdict];
}

// src/reporters/markdown/verdict-table.ts
function verdictTable(report, most) {
	const all = worstFirst(report.prompts.flatMap(linesOf$1));
	if (all.every(({ row }) => row === void 0)) return "";
	const shown = all.slice(0, most);
	const several = new Set(all.map(({ prompt }) => prompt)).size > 1;
	const states = stateColumns(report).map(({ title }) => title);
	const gaps = hasGaps(report);
	const graded = isGraded(report);
	const spent = spentColumns(report);
	const head = [
		"Model",
		...gaps ? ["Cases"] : [],
		"Pass rate",
		...graded ? ["Score"] : [],
		...states,
		"Per 1,000 replies",
		...spent.map(({ title }) => title),
		"p50",
		"Verdict"
	];
	const lines = shown.map((line) => [...several ? [escapeName(line.prompt.path)] : [], ...cells(line, report)]);
	const table = markdownTable([[...several ? ["Prompt"] : [], ...head], ...lines], {
		align: [
			...several ? ["l"] : [],
			"l",
			...gaps ? ["r"] : [],
			"r",
			...graded ? ["r"] : [],
			...states.map(() => "r"),
			"r",
			...spent.map(() => "r"),
			"r",
			"l"
		],
		alignDelimiters: false
	});
	return all.length > shown.length ? `${table}\n\n… and ${all.length - shown.length} more rows.` : table;
}
function linesOf$1(prompt) {
	if (prompt.problems !== void 0) return [{ prompt }];
	return prompt.models.map((row) => ({
		prompt,
		row
	}));
}
function cells({ prompt, row }, report) {
	if (row === void 0) return [...Array(4 + (isGraded(report) ? 1 : 0) + (hasGaps(report) ? 1 : 0) + stateColumns(report).length + spentColumns(report).length).fill("–"), `${verdictMark({
		...prompt,
		accepted: []
	})} ${prompt.verdict}`];
	const { score, cost, latency } = row;
	const delta = score.delta === null || Math.abs(score.delta) < .005 ? "" : ` (${showDelta(score.delta)})`;
	const perThousand = (side) => side === null ? null : side * 1e3;
	return [
		row.model.old === row.model.new ? escapeName(row.id) : `${escapeName(row.model.old)} → ${escapeName(row.model.new)}`,
		...hasGaps(report) ? [wordCoverage(prompt)] : [],
		showChange(row.passRate.old, row.passRate.new, showPercent),
		...isGraded(report) ? [`${showChange(score.old, score.new, showScore)}${delta}`] : [],
		...stateColumns(report).map(({ count, bad }) => showNumber(count(row), bad)),
		cost.old === null && cost.new === null ? "unknown" : showChange(perThousand(cost.old), perThousand(cost.new), showMoney),
		...spentColumns(report).map(({ show }) => show(row)),
		latency.p50.old === null && latency.p50.new === null ? "–" : showChange(latency.p50.old, latency.p50.new, showDuration),
		`${verdictMark({
			verdict: row.verdict,
			accepted: report.accepted
		})} ${row.verdict}${row.pooledOnly ? " (pooled)" : ""}`
	];
}
const longer = .1;
function spentColumns({ prompts }) {
	const rows = prompts.flatMap(({ models }) => models);
	const switched = rows.some(({ model, spending }) => model.old !== model.new && spending !== void 0);
	const length = ({ spending }) => spending?.length ?? {
		old: null,
		new: null
	};
	const refusals = ({ spending }) => spending?.refusals ?? {
		old: null,
		new: null
	};
	const showRefusals = ({ old, new: now }) => old === null ? String(now ?? "–") : showChange(old, now, String);
	const moved = rows.some((row) => {
		const { old, new: now } = length(row);
		return old !== null && now !== null && Math.abs(now - old) > longer * old;
	});
	return [
		...switched || moved ? [{
			title: "Characters",
			show: (row) => showChange(length(row).old, length(row).new, showCount)
		}] : [],
		...rows.some(beginsOtherwise) ? [{
			title: "First token",
			show: ({ latency: { firstToken } }) => showFirst(firstToken)
		}] : [],
		...switched || rows.some((row) => refusals(row).old !== null && refusals(row).old !== refusals(row).new) ? [{
			title: "Refusals",
			show: (row) => showRefusals(refusals(row))
		}] : []
	];
}
const otherwise = .2;
function beginsOtherwise({ latency: { firstToken }, reasons }) {
	if (reasons.some((reason) => reason.kind === "latency" && reason.of === "first-token")) return true;
	const { old = null, new: now = null } = firstToken ?? {};
	return old !== null && now !== null && Math.abs(now - old) >= Math.max(otherwise * old, leastMs);
}
const leastMs = 100;
function showFirst(firstToken) {
	return firstToken === void 0 ? "–" : showChange(firstToken.old, firstToken.new, showDuration);
}
function showNumber(cases, bad) {
	if (cases === 0) return "–";
	return bad ? `**${cases}**` : `${cases}`;
}
function isGraded({ prompts }) {
	return prompts.some(({ models }) => models.some(({ score, passRate }) => sides.some((side) => Math.abs((score[side] ?? 0) - (passRate[side] ?? score[side] ?? 0)) >= .005 || passRate[side] === null && score[side] !== null)));
}

// src/reporters/markdown/sections.ts
function sectionsOf(report, size) {
	if (report.mode === "check") return checkSections(report, size).filter(({ items }) => items.length > 0);
	return [
		...replySections(report, size),
		{
			title: "Canned results to paste",
			items: pasteItems(report, size),
			between: "\n\n"
		},
		{
			title: titleOfModels(report),
			items: [verdictTable(report, mostRows$1)].filter((table) => table !== ""),
			between: "\n"
		},
		{
			title: titleOfPrompts(report),
			items: promptItems(report, size),
			between: "\n\n"
		},
		{
			title: titleOfExam(report),
			items: examItems(report),
			between: "\n"
		},
		{
			title: titleOfUnsteady(report),
			items: unsteadyItems(report),
			between: "\n"
		},
		{
			title: "What else was found",
			items: reasonItems(report),
			between: "\n"
		},
		{
			title: "What the instructions add",
			items: withheldItems(report),
			between: "\n\n"
		},
		{
			title: "Skills that were picked instead",
			items: confusionItems(report),
			between: "\n\n"
		},
		{
			title: "Fields of replies that moved",
			items: fieldItems(report),
			between: "\n\n"
		},
		{
			title: "Graded checks that moved",
			items: metricItems(report),
			between: "\n\n"
		},
		{
			title: titleOfCost(report),
			items: costItems(report),
			between: "\n\n"
		},
		{
			title: titleOfSafe(report),
			items: modelItems(report),
			between: "\n"
		},
		{
			title: "Merged versions: score, cost, length",
			items: pastItems(report),
			between: "\n"
		},
		{
			title: titleOfNotes(report),
			items: noteItems(report),
			between: "\n"
		},
		{
			title: "How sure is this?",
			items: methodItems(report),
			between: "\n"
		}
	].filter(({ items }) => items.length > 0);
}
const mostRows$1 = 60;
function replySections(report, size) {
	const shown = mostTellingCase(report);
	return [
		[
			"broke",
			"example of a case that broke",
			"examples of cases that broke"
		],
		[
			"fell",
			"case that fell",
			"cases that fell"
		],
		[
			"fails",
			"case that fails before and now",
			"cases that fail before and now"
		]
	].map(([why, one, several]) => {
		const all = shownCases(report).filter((placed) => placed.why === why);
		const others = all.filter((placed) => shown === void 0 || !isSame(placed, shown));
		const more = others.length < all.length ? " more" : "";
		return {
			title: `${showCount(others.length)}${more} ${others.length === 1 ? one : several}`,
			items: replyItems(report, others, size),
			between: "\n\n"
		};
	});
}
function checkSections(report, size) {
	return [
		{
			title: "Replies that fail",
			items: replyItems(report, shownCases(report), size),
			between: "\n\n"
		},
		{
			title: "Canned results to paste",
			items: pasteItems(report, size),
			between: "\n\n"
		},
		{
			title: titleOfModels(report),
			items: [verdictTable(report, mostRows$1)].filter((table) => table !== ""),
			between: "\n"
		},
		{
			title: "Skills that were picked instead",
			items: confusionItems(report),
			between: "\n\n"
		},
		{
			title: "Fields of replies that are wrong",
			items: fieldItems(report),
			between: "\n\n"
		},
		{
			title: "Graded checks",
			items: metricItems(report),
			between: "\n\n"
		},
		{
			title: "What else was found",
			items: reasonItems(report),
			between: "\n"
		},
		{
			title: titleOfCost(report),
			items: costItems(report),
			between: "\n\n"
		},
		{
			title: titleOfNotes(report),
			items: noteItems(report),
			between: "\n"
		},
		{
			title: "How this was checked",
			items: methodItems(report),
			between: "\n"
		}
	];
}
function titleOfModels({ prompts }) {
	const rows = prompts.flatMap(({ models }) => models);
	const models = new Set(rows.map(({ id }) => id)).size;
	const [only] = prompts;
	if (only === void 0 || prompts.length > 1 || models > 3) return `${showNumberOf(models, "model")}: pass rate, cost, speed`;
	const told = only.models.map((row) => say`${row.id} ${own(showChange(row.passRate.old, row.passRate.new, showPercent))}`);
	return `${toSummary(list(told))}: pass rate, cost, speed`;
}
function titleOfExam({ prompts }) {
	const count = (what) => prompts.reduce((sum, { casesChanged }) => sum + casesChanged[what].length, 0);
	const unchecked = prompts.reduce((sum, prompt) => sum + prompt.unchecked.length, 0);
	return `Golden cases: ${[
		[count("removed"), "removed"],
		[count("weakened"), "loosened"],
		[count("edited"), "edited"],
		[count("added"), "added"],
		[unchecked, "without a check"]
	].filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`).join(", ")}`;
}
function titleOfUnsteady({ prompts }) {
	return upperCase(wordUnsteady(countCases(prompts.flatMap(({ models }) => models))).join(", "));
}
function titleOfSafe({ prompts }) {
	const [only, ...more] = prompts;
	const safe = only === void 0 || more.length > 0 ? [] : safeModels(only).safe.map(({ id }) => id);
	return safe.length === 0 ? "Which models this is safe on" : `Safe on ${toSummary(listNames(safe, 3))}`;
}
function titleOfNotes(report) {
	const items = noteItems(report).length;
	return items === 1 ? "1 note" : `${items} notes`;
}
function upperCase(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
function examItems(report) {
	return report.prompts.flatMap((prompt) => {
		const where = report.prompts.length > 1 ? ` in ${escapeName(prompt.path)}` : "";
		const { removed, weakened, edited, added } = prompt.casesChanged;
		const plainly = (what, ids) => ids.map((id) => `- ${what}${where}: ${escapeName(id)}`);
		const told = (what, changes) => changes.map((one) => `- ${what}${where}: ${escapeName(one.id)} (${one.what.map((each) => escapeQuote(each)).join("; ")})`);
		return [
			...plainly("**removed**, asked as before", removed),
			...told("**weakened**", weakened),
			...told("edited", edited),
			...plainly("added", added),
			...plainly("without any check, so not asked", prompt.unchecked)
		];
	});
}
const mostNamed = 10;
function unsteadyItems(report) {
	const problems = problemsOf(report);
	const told = casesOf(report, "flaky", "failing", "unscored").map(({ prompt, row, case: one }) => {
		const where = report.prompts.length > 1 ? ` in ${escapeName(prompt.path)}` : "";
		const tallies = `${showTally(one.old)} before, ${showTally(one.new)} now`;
		return {
			one,
			rest: ` on ${escapeName(row.id)}${where}: ${tallies}${whyUnscored(one, problems)}`
		};
	});
	const items = [...Map.groupBy(told, ({ one, rest }) => one.state === "unscored" ? rest : `${one.id}${rest}`).values()].map((held) => {
		const named = held.slice(0, mostNamed).map(({ one }) => escapeName(one.id));
		const more = held.length > mostNamed ? ` and ${held.length - mostNamed} more` : "";
		return `- **${held[0]?.one.state}**: ${named.join(", ")}${more}${held[0]?.rest}`;
	});
	const failing = casesOf(report, "failing").map(({ case: one }) => isAlone$1(one));
	if (failing.length === 0) return items;
	const where = failing.every(Boolean) ? "" : " on both sides";
	return [
		...items,
		"",
		`A case that fails${where}: suspect the golden case before the prompt.`
	];
}
function whyUnscored({ state, replies }, told) {
	const error = state === "unscored" ? replies.find((reply) => reply.error !== void 0)?.error : void 0;
	if (error === void 0) return "";
	return told.some(({ problem: { what } }) => what.includes(error.message)) ? ", for the reason above" : `: ${escapeQuote(error.message)}`;
}
function methodItems(report) {
	if (report.prompts.every(({ models }) => models.length === 0)) return [];
	const looks = Math.max(0, ...report.prompts.map(({ rounds }) => rounds));
	return [
		...wordMethod(report).map((line) => `- ${toMarkdown(line)}`),
		...wordQualities(report).map((line) => `- ${toMarkdown(line)}`),
		...looks > 0 ? [`- Asked in ${showNumberOf(looks, "round")}.`] : [],
		...judgeAndServiceItems(report)
	];
}

// src/reporters/markdown/report-markdown.ts
function reportMarkdown(given, last, further, limits) {
	const report = worstPromptsFirst(showOnce(given));
	const foot = [footOf$1(report), ...last === "" ? [] : [last]].join("\n\n");
	const room = limits.length - limits.measure(foot) - 2;
	let rows = limits.rows;
	const mayMention = last !== "";
	let head = headOf(report, rows, mayMention);
	while (limits.measure(joined(head)) > room && rows > 1) {
		rows = Math.floor(rows / 2);
		head = headOf(report, rows, mayMention);
	}
	const first = joined(fitBlocks(head, room, limits.measure));
	return [
		first,
		...fitSections([...sectionsOf(report, limits.fence), ...further], room - limits.measure(first), limits.measure),
		foot
	].join("\n\n");
}
function headOf(report, rows, mayMention) {
	const { mark, line, sentence } = openingOf(report);
	const name = lengthOf$1(line) + lengthOf$1(sentence) <= mostBesideName ? nameOfOnly(report) : "";
	return [
		{
			text: `### ${mark} ${toMarkdown(line)}`,
			always: true
		},
		{
			text: [name, toMarkdown(sentence)].filter((part) => part !== "").join(" · "),
			always: true
		},
		{
			text: toMarkdown(wordEarlier(report.earlier, {
				verdict: report.verdict,
				head: report.head.sha
			})),
			always: true
		},
		{ text: [
			...wordBehind$1(report),
			...wordServed(report),
			...wordShortReplies(report),
			...wordFields(report),
			...wordTools(report)
		].map((told) => `- ${toMarkdown(told)}`).join("\n") },
		{ text: report.mode === "check" ? unsteadyTable(report, rows) : evidenceTable(report) },
		{ text: report.mode === "check" ? "" : shownPair(report) },
		...findingsOf(report, Math.min(rows, 12)).map((text) => ({ text })),
		{ text: ownersLine(report, mayMention) },
		{
			text: nextLine(report),
			always: true
		}
	].filter(({ text }) => text !== "");
}
const account = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?$/u;
const mostOwners = 10;
function ownersLine({ prompts }, mayMention) {
	const regressed = prompts.filter(({ verdict, models }) => [verdict, ...models.map((row) => row.verdict)].includes("regressed"));
	const owners = [...new Set(regressed.flatMap((prompt) => prompt.owners ?? []))].slice(0, mostOwners);
	if (owners.length === 0) return "";
	return `**Owners** · ${owners.map((name) => mayMention && account.test(name) ? `@${name}` : escapeName(name)).join(", ")}`;
}
const mostBesideName = 200;
function nameOfOnly({ prompts }) {
	const [only, ...more] = prompts;
	if (only === void 0 || more.length > 0) return "";
	const parts = /(?:^|\/)SKILL\.md(?:#|$)/iu.test(only.path) ? 2 : 1;
	return escapeName(clip(only.path.split("/").slice(-parts).join("/"), 60));
}
function fitBlocks(blocks, room, measure) {
	if (measure(joined(blocks)) <= room) return blocks;
	const told = { text: "Some of this is too long to show here: see the full report." };
	let left = room - measure(joined([...blocks.filter(({ always }) => always), told]));
	const kept = blocks.filter(({ text, always }) => {
		const needed = measure(text) + 2;
		const isKept = always || needed <= left;
		if (isKept && !always) left -= needed;
		return isKept;
	});
	return [
		...kept.slice(0, -1),
		told,
		...kept.slice(-1)
	];
}
function joined(blocks) {
	return blocks.map(({ text }) => text).join("\n\n");
}
function nextLine(report) {
	const { report: page, archive, download, run } = report.links;
	const links = [
		linkTo("Open the report", page ?? archive),
		page === void 0 && archive !== void 0 && download !== void 0 ? escapeName(download) : "",
		linkTo("This run", run)
	];
	const parts = [toMarkdown(wordNextStep(report)), ...links].filter((part) => part !== "");
	return parts.length === 0 ? "" : `**Next** · ${parts.join(" · ")}`;
}
function footOf$1(report) {
	const [only, ...more] = report.prompts;
	const revisions = [report.base.sha, report.head.sha].map((sha) => escapeName(sha === "" ? "working tree" : sha.slice(0, 7)));
	return `<sub>${[
		"Promptgate",
		...only === void 0 || more.length > 0 ? [] : [escapeName(only.path)],
		...report.base.sha === report.head.sha ? [] : [revisions.join(" → ")],
		...report.calls.made === 0 ? [] : [`${showNumberOf(report.calls.made, "call")}${report.costUsd.actual === void 0 ? "" : `, ${showMoney(report.costUsd.actual)}`}`],
		...[linkTo("report as JSON", report.links.archive)].filter((link) => link !== ""),
		...report.published?.replies === "none" ? ["replies are not published"] : [],
		...report.published?.masked ? ["personal data is masked"] : [],
		...report.takenOver === void 0 ? [] : ["verdict taken over from an earlier run that judged the same"]
	].join(" · ")}</sub>`;
}
const mostModels$1 = 6;
function unsteadyTable(report, most) {
	const all = unsteadyCases(report);
	if (all.length === 0) return "";
	const models = modelsOf(report).slice(0, mostModels$1);
	const several = report.prompts.length > 1;
	const head = [
		"Case that fails",
		...several ? ["Prompt"] : [],
		...models.map(escapeName),
		"Fails"
	];
	const lines = all.slice(0, most).map((one) => [
		escapeName(one.id),
		...several ? [escapeName(one.prompt.path)] : [],
		...one.onModels.slice(0, mostModels$1).map(showPasses),
		showFails(one)
	]);
	const align = [
		"l",
		...several ? ["l"] : [],
		...models.map(() => "r"),
		"l"
	];
	const table = markdownTable([head, ...lines], {
		align,
		alignDelimiters: false
	});
	return all.length > most ? `${table}\n\n… and ${all.length - most} more cases.` : table;
}
function showPasses(one) {
	if (one === void 0) return "–";
	return one.state === "failing" || one.state === "unscored" ? `**${showTally(one.new)}**` : showTally(one.new);
}
function showFails({ fails: [first, ...more] }) {
	if (first === void 0) return "";
	return `${escapeName(first)}${more.length === 0 ? "" : ` and ${more.length} more`}`;
}

// src/reporters/comment.ts
function writeAsking(run, far, now, marker) {
	const head = escapeName(run.head.slice(0, 7));
	return laidOut([
		`### ⏳ Asking: ${wordFar(far)}`,
		[`The verdict on ${head} will stand here.`, ...far?.forecast === void 0 ? [] : [`Forecast: ${far.forecast}`]].join(" "),
		wordBefore(run.earlier),
		[`**Next** · Wait for it.`, linkTo("This run", run.url)].filter((part) => part !== "").join(" · ")
	], run.earlier, [`<sub>Promptgate · as of ${now.slice(11, 16)} UTC</sub>`, marker]);
}
function writeStopped(run, marker) {
	return laidOut([
		`### ⚪ No verdict on ${escapeName(run.head.slice(0, 7))}: its review ended early`,
		"Nothing is proven either way.",
		wordBefore(run.earlier),
		[`**Next** · Run the job again, unless a later commit has a run of its own.`, linkTo("This run", run.url)].filter((part) => part !== "").join(" · ")
	], run.earlier, ["<sub>Promptgate</sub>", marker]);
}
function wordFar(far) {
	if (far === void 0) return "no reply yet";
	const { state, elapsedMs } = far;
	if (state.done >= state.planned) return `${showNumberOf(state.done, "call")} answered so far`;
	const made = state.done - state.kept;
	const leftMs = made > 0 && elapsedMs > 0 ? (state.planned - state.done) * elapsedMs / made : void 0;
	const planned = `${state.done} of about ${showNumberOf(state.planned, "call")}`;
	return leftMs === void 0 ? planned : `${planned}, about ${roundTime(leftMs / 1e3)} left`;
}
function roundTime(seconds) {
	if (seconds < 90) return `${Math.max(5, Math.ceil(seconds / 5) * 5)} s`;
	return `${Math.round(seconds / 60)} min`;
}
function wordBefore(earlier) {
	if (earlier === void 0) return "";
	const at = escapeName(earlier.head.slice(0, 7));
	return earlier.line === void 0 ? `Before, at ${at}: ${earlier.verdict}.` : `Before, at ${at}: ${earlier.line.replaceAll("\n", " ")}`;
}
function laidOut(parts, earlier, last) {
	const joined = (folded) => [
		...parts,
		...folded,
		...last
	].filter((part) => part !== "").join("\n\n");
	if (earlier?.text === void 0) return joined([]);
	const whole = joined([
		`<details><summary>${toSummary(say`What stood here on ${earlier.head.slice(0, 7)}`)}</summary>`,
		earlier.text,
		"</details>"
	]);
	return whole.length > 65536 ? joined([]) : whole;
}
const commentLimit = 65536;
function writeComment(report, marker) {
	return reportMarkdown(report, marker, [], {
		length: commentLimit,
		measure: (text) => text.length,
		rows: 40,
		fence: {
			lines: 60,
			characters: 4e3
		}
	});
}
function writeHeading(report) {
	const { mark, line } = openingOf(report);
	return `${mark} ${toMarkdown(line)}`;
}

// src/reporters/html/links-of.ts
function linksOf({ links, pullRequest }) {
	const run = plainAddress(links.run);
	const repository = repositoryOf(run);
	return [...repository === void 0 || pullRequest === void 0 ? [] : [{
		text: `Pull request #${pullRequest}`,
		address: `${repository}/pull/${pullRequest}`
	}], ...run === void 0 ? [] : [{
		text: "Run",
		address: run
	}]];
}
function filesAtHead({ links, head }) {
	const repository = repositoryOf(plainAddress(links.run));
	return repository === void 0 || !/^[0-9a-f]{40}$/u.test(head.sha) ? void 0 : `${repository}/blob/${head.sha}/`;
}
function fileAddress(folder, at) {
	const { path = at, line } = /^(?<path>.*):(?<line>\d+)$/su.exec(at)?.groups ?? {};
	return `${folder}${path.toWellFormed().split("/").map(encodeURIComponent).join("/")}${line === void 0 ? "" : `#L${line}`}`;
}
function replayOf({ mode, base, head, prompts }) {
	if (mode === "compare") return void 0;
	if (mode === "check") return checkCommand(prompts.map(({ path }) => path).slice(0, 3));
	const [old, now] = [base.sha, head.sha].map((sha) => /^[0-9a-f]{40}$/u.test(sha) ? sha.slice(0, 12) : void 0);
	if (old === void 0 || now === void 0) return "npx promptgate review";
	return `git switch --detach ${now} && npx promptgate review --base ${old} --from-run promptgate.json`;
}
function checkCommand(paths) {
	return ["npx promptgate check", ...paths.map((path) => /^[\w./-]+$/u.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`)].join(" ");
}
function repositoryOf(run) {
	return /^(https?:\/\/[\w.:-]+\/[\w.-]+\/[\w.-]+)\/actions\/runs\/\d+/u.exec(run ?? "")?.[1];
}

// src/reporters/html/band.ts
const mostOpen = 4;
const mostWarnings = 100;
const mostFiles = 3;
function band(report) {
	const tone = report.verdict === "regressed" && report.accepted.length > 0 ? "accepted" : report.verdict;
	const { line, sentence } = openingOf(report);
	const by = report.accepted.map((one) => say`Accepted by ${one.by} (${quote(one.how)}), ${quote(one.at.slice(0, 10))}.`);
	const lines = [
		sentence,
		wordEarlier(report.earlier, {
			verdict: report.verdict,
			head: report.head.sha
		}),
		...by,
		wordNextStep(report)
	].filter((phrase) => phrase.length > 0);
	return html`<header class="band ${tone}"><h1>${toHtml(line)}</h1>${lines.map((told) => html`<p>${toHtml(told)}</p>`)}${links(report)}</header>
${warnings(report)}`;
}
function links(report) {
	const folder = filesAtHead(report);
	const files = folder === void 0 ? [] : report.prompts.filter(({ change }) => change !== "removed").slice(0, mostFiles).map(({ path }) => ({
		text: path,
		address: fileAddress(folder, path)
	}));
	const all = [...linksOf(report), ...files];
	if (all.length === 0) return html``;
	return html`<p class="links">${all.map(({ text, address }) => html`<a href="${address}" rel="noreferrer">${text}</a> `)}</p>`;
}
function warnings(report) {
	const several = report.prompts.length > 1;
	const changes = report.prompts.flatMap((prompt) => {
		const { removed, weakened } = prompt.casesChanged;
		const lesser = {
			...prompt,
			unchecked: [],
			casesChanged: {
				removed,
				weakened,
				edited: [],
				added: []
			}
		};
		return wordCaseChanges(lesser, several);
	});
	const stopped = report.ended === "cancelled" ? own("The run was cancelled.") : wordStopped(report);
	const gone = report.prompts.filter(({ change }) => change === "removed").map(({ path }) => say`${path} was removed.`);
	const told = [
		...problemsOf(report).map(wordProblem),
		...unreviewedToTell(report),
		...changes,
		...stopped.length === 0 ? [] : [say`${stopped} ${wordRaise(report)}`],
		...wordBehind$1(report),
		...wordServed(report),
		...wordShortReplies(report),
		...wordFields(report),
		...wordTools(report),
		...gone,
		...report.notes.map(quote),
		...notesToTell(report)
	];
	if (told.length === 0) return html``;
	const items = told.slice(0, mostWarnings).map((one) => html`<li>${toHtml(one)}</li>`);
	const rest = items.slice(mostOpen);
	const more = told.length - mostOpen;
	return html`<section class="warnings" aria-label="To know before you trust this"><ul>${items.slice(0, mostOpen)}</ul>${more > 0 ? html`<details><summary>${more} more</summary><ul>${rest}</ul></details>` : ""}</section>
`;
}

// src/reporters/evidence-of.ts
function evidenceOf(text, checks) {
	const lower = text.toLowerCase();
	if (lower.length !== text.length) return [];
	const sorted = [...new Set(checks.flatMap(wordsOf))].flatMap((words) => {
		const from = lower.indexOf(words.toLowerCase());
		return from === -1 ? [] : [{
			from,
			to: from + words.length
		}];
	}).toSorted((one, other) => one.from - other.from || other.to - one.to);
	return sorted.filter((one, at) => sorted.slice(0, at).every(({ to }) => to <= one.from));
}
function wordsOf({ name, reason }) {
	const quoted = [...reason.matchAll(/["“]([^"“”]{3,300})["”]/gu)].map(([, words = ""]) => words.replace(/…$/u, ""));
	const named = /^[\w-]+: (.{3,200})$/su.exec(name)?.[1];
	return [...quoted, ...named === void 0 ? [] : [named]];
}

// src/reporters/html/case-in-block.ts
const mostParts$1 = 40;
const preferred = {
	win: "the new one is better",
	tie: "tie",
	loss: "the old one is better"
};
function caseInBlock({ exam, on }, size) {
	const added = on.some((one) => one?.family === "added");
	return {
		...exam === void 0 ? { vars: [] } : {
			at: exam.at.line === void 0 ? exam.at.file : `${exam.at.file}:${exam.at.line}`,
			vars: Object.entries(exam.vars).map(([name, value]) => ({
				name,
				...shown(value)
			})),
			...exam.weight === 1 ? {} : { weight: exam.weight },
			...exam.reference === void 0 ? {} : { reference: exam.reference },
			...exam.notRun === void 0 ? {} : { notRun: exam.notRun }
		},
		...added ? { added } : {},
		on: on.map((one) => one === void 0 ? null : asked$1(one, size))
	};
}
function shown(value) {
	const part = partOf(value);
	if (part === void 0) return { text: typeof value === "string" ? value : JSON.stringify(value, null, 2) };
	if (part.source.kind === "url") return { text: showPart(part) };
	const { mediaType, bytes = 0, sha256 } = part.source;
	return {
		text: `${showPart(part)} ${mediaType}, ${showCount(bytes)} bytes`,
		...part.kind === "image" && sha256 !== void 0 && { picture: sha256 }
	};
}
function asked$1(read, size) {
	const one = {
		...read,
		replies: read.replies.map((reply) => ({ ...reply }))
	};
	const kept = outcomeOf(one) === "holds" ? size.steady : size.others;
	const replies = (side) => keep(one, side, kept.pairs).map((reply) => replyOf(reply, kept.characters ?? Number.POSITIVE_INFINITY));
	return {
		...one.identical ? { identical: true } : {},
		old: one.identical ? [] : replies("old"),
		new: replies("new"),
		missing: {
			old: one.old.missing,
			new: one.new.missing
		},
		...one.p === null ? {} : { p: one.p },
		...one.falls === void 0 ? {} : { falls: one.falls.map((fall) => plain$1(wordFallOf(fall), (text) => text)) },
		...one.prefer === void 0 ? {} : { prefer: one.prefer.map((pair) => ({
			trial: pair.trial,
			check: pair.check,
			said: pair.kind === "unscored" ? "not judged" : preferred[pair.outcome],
			reason: pair.kind === "unscored" ? pair.why : pair.reason
		})) }
	};
}
function keep(one, side, pairs) {
	const all = one.replies.filter((reply) => reply.side === side);
	if (pairs === void 0 || all.length <= pairs) return all;
	const telling = pickReplies(one)[side];
	return [...all.filter((reply) => reply === telling), ...all.filter((reply) => reply !== telling)].slice(0, pairs);
}
function replyOf(reply, characters) {
	const text = replyText(reply);
	return {
		trial: reply.trial,
		...text === void 0 ? {} : { text: clip(text, characters) },
		...reply.transcript === void 0 ? {} : { turns: reply.transcript.map((turn) => {
			const { who, said } = wordTurn(turn);
			return {
				role: turn.role,
				who,
				content: clip(said, characters),
				...traceOf(turn, characters)
			};
		}) },
		...traceOf(reply, characters),
		...reply.toolCalls === void 0 || reply.toolCalls.length === 0 || isSaidInTurns(reply) ? {} : { calls: reply.toolCalls },
		...reply.error === void 0 ? {} : { error: reply.error.message },
		...reply.score === void 0 ? {} : { score: reply.score },
		...reply.passes === void 0 ? {} : { passes: reply.passes },
		checks: reply.checks.map(checkOf),
		facts: factsOf(reply)
	};
}
function traceOf({ trace }, characters) {
	if (trace === void 0) return {};
	return { trace: trace.map(({ step, contexts = [], details }) => ({
		step,
		contexts: contexts.map((passage) => clip(passage, characters)),
		...details === void 0 ? {} : { details: clip(JSON.stringify(details), characters) }
	})) };
}
function isSaidInTurns({ transcript = [] }) {
	return transcript.some(({ toolCalls }) => toolCalls !== void 0);
}
function checkOf(check) {
	if (check.kind === "unscored") return {
		name: check.check,
		mark: "unscored",
		reason: check.why
	};
	const parts = partsOf(check);
	return {
		name: check.check,
		mark: check.passed === void 0 ? "graded" : check.passed ? "pass" : "fail",
		...check.binary ? {} : { value: Number(check.value.toPrecision(3)) },
		...check.required ? { required: true } : {},
		reason: check.reason,
		...parts.length === 0 ? {} : { parts }
	};
}
function partsOf(check) {
	const statements = statementsOf(check).toSorted((one, other) => Number(one.supported) - Number(other.supported)).map(({ statement, supported, reason }) => ({
		supported,
		text: `“${statement}”`,
		reason
	}));
	const criteria = gradesOf(check);
	const taken = criteria.reduce((sum, one) => sum + one.votes.length, 0);
	const votes = criteria.flatMap(({ name, votes: grades, reasons }) => grades.map((grade, at) => ({
		text: criteria.length > 1 ? `${name}: ${grade}` : String(grade),
		reason: reasons[at] ?? ""
	})));
	return [...statements, ...taken < 2 ? [] : votes].slice(0, mostParts$1);
}
function factsOf(reply) {
	const tokens = reply.usage?.outputTokens;
	const end = wordConversationEnd(reply);
	return [
		...reply.latencyMs === void 0 ? [] : [`${showDuration(reply.latencyMs)}${isTalk(reply) ? " a turn" : ""}`],
		...reply.firstTokenMs === void 0 ? [] : [`began after ${showDuration(reply.firstTokenMs)}`],
		...tokens === void 0 ? [] : [showNumberOf(tokens, "token")],
		...reply.costUsd === void 0 ? [] : [showMoney(reply.costUsd)],
		...reply.finishReason === void 0 || reply.finishReason === "stop" ? [] : [`ended by ${reply.finishReason}`],
		...end === void 0 ? [] : [end],
		...reply.kept === true ? ["kept"] : [],
		...reply.model === void 0 ? [] : [reply.model]
	];
}

// src/reporters/html/index-cases.ts
const mostAsked = 120;
function* indexCases(report, { models, cases }) {
	const failing = [];
	for (const one of cases) {
		failing.push(one.on.map((asked) => asked === void 0 ? [] : newlyFailed(asked, report.mode)));
		yield "";
	}
	const failures = rank(failing.map((on) => new Set(on.flat())));
	const segments = rank(cases.map(({ exam }) => exam?.segment === void 0 ? [] : [exam.segment]));
	const tags = rank(cases.map(({ exam }) => new Set(exam?.tags ?? [])));
	const prompts = new Map(report.prompts.map((prompt, at) => [prompt, at]));
	const cells = /* @__PURE__ */ new Map();
	const cellOf = (one, failed) => {
		if (one === void 0) return -1;
		const fails = failed.map((name) => failures.indexOf(name));
		const cell = {
			outcome: outcomeOf(one),
			...talliesOf(one),
			...fails.length === 0 ? {} : { fails }
		};
		const key = JSON.stringify(cell);
		const held = cells.get(key) ?? {
			at: cells.size,
			cell
		};
		cells.set(key, held);
		return held.at;
	};
	const entries = [];
	for (const [at, one] of cases.entries()) {
		entries.push({
			id: one.id,
			prompt: prompts.get(one.prompt) ?? 0,
			...one.exam?.segment === void 0 ? {} : { segment: segments.indexOf(one.exam.segment) },
			...(one.exam?.tags.length ?? 0) === 0 ? {} : { tags: one.exam?.tags.map((tag) => tags.indexOf(tag)) ?? [] },
			asked: clip(askedOf(one), mostAsked),
			...numbersOf(one),
			on: one.on.map((asked, model) => cellOf(asked, failing[at]?.[model] ?? []))
		});
		yield "";
	}
	const files = filesAtHead(report);
	const replay = replayOf(report);
	return {
		mode: report.mode,
		...files === void 0 ? {} : { files },
		...replay === void 0 ? {} : { replay },
		...report.pictures === void 0 ? {} : { pictures: report.pictures },
		prompts: report.prompts.map(({ path, verdict, diff, through = [] }) => ({
			path,
			verdict: verdictWord(verdict),
			diff: [diff, ...through.map((one) => one.diff ?? "")].join("")
		})),
		models,
		segments,
		tags,
		failures,
		cells: [...cells.values()].map(({ cell }) => cell),
		cases: entries,
		alone: cases.every(({ on }) => on.every((one) => one === void 0 || isAlone(one)))
	};
}
function isAlone({ old, identical }) {
	return !identical && old.of === 0 && old.missing === 0;
}
function talliesOf(one) {
	const fall = tellingFall(one);
	if (fall !== void 0) return {
		old: showScore(fall.old),
		now: showScore(fall.new)
	};
	return {
		old: isAlone(one) ? "" : showTally(one.old),
		now: showTally(one.new)
	};
}
function rank(named) {
	const counts = /* @__PURE__ */ new Map();
	for (const names of named) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts].toSorted(([, one], [, other]) => other - one).map(([name]) => name);
}
function newlyFailed(one, mode) {
	const share = (side) => {
		const replies = one.replies.filter((reply) => reply.side === side);
		const failed = /* @__PURE__ */ new Map();
		for (const check of replies.flatMap(({ checks }) => checks)) if (check.kind === "scored" && check.passed === false) failed.set(check.check, (failed.get(check.check) ?? 0) + 1 / replies.length);
		return failed;
	};
	const [before, now] = [one.identical || mode === "check" ? /* @__PURE__ */ new Map() : share("old"), share("new")];
	const failing = [...now].filter(([name, failed]) => failed > (before.get(name) ?? 0)).map(([name]) => name);
	return [.../* @__PURE__ */ new Set([...(one.falls ?? []).flatMap(({ check }) => check ?? []), ...failing])];
}
function askedOf({ exam }) {
	return Object.values(exam?.vars ?? {}).map(showValue).join(" · ").replaceAll(/\s+/gu, " ");
}
function numbersOf({ on }) {
	const deltas = on.flatMap((one) => one?.delta ?? []);
	const replies = on.flatMap((one) => one?.replies.filter(({ side }) => side === "new") ?? []);
	const [lowest, highest] = [Math.min(...deltas), Math.max(...deltas)];
	const cost = meanOf(replies.flatMap(({ costUsd }) => costUsd ?? []));
	const latency = meanOf(replies.flatMap(({ latencyMs }) => latencyMs ?? []));
	return {
		...deltas.length === 0 ? {} : { change: Number((lowest < 0 ? lowest : highest).toPrecision(3)) },
		...cost === void 0 ? {} : { cost },
		...latency === void 0 ? {} : { latency }
	};
}
function meanOf(values) {
	if (values.length === 0) return void 0;
	return Number((values.reduce((sum, value) => sum + value, 0) / values.length).toPrecision(3));
}

// src/reporters/html/page-data.ts
const squareSigns = {
	"": "■",
	f: "□",
	g: "◧",
	u: "▫"
};

// src/reporters/html/case-card.ts
const mostModels = 6;
const mostSquares = 24;
function caseCard(placed, several, longest) {
	const [first] = placed;
	if (first === void 0) return html``;
	const { prompt, case: one } = first;
	const outcome = outcomeOf(one);
	const more = placed.length - mostModels;
	return html`<article class="card"><header><span class="chip ${outcome}">${outcome === "holds" && (one.delta ?? 0) < 0 ? "not proven" : wordOutcome(outcome, isAlone(one))}</span><h3>${one.id}</h3>${several ? html`<span class="soft">${prompt.path}</span>` : ""}
${placed.slice(0, mostModels).map(({ row, case: on }) => tally(row.id, on))}${more > 0 ? html`<span class="soft">and on ${more} more</span>` : ""}${asked(first, longest)}</header>
${pair(one, longest)}</article>
`;
}
function tally(model, one) {
	const side = (side) => html`<span class="squares" aria-hidden="true">${squares(marksOf$1(one, side).slice(0, mostSquares))}</span> ${showTally(one[side])}${one[side].missing > 0 ? html` <span class="no">${one[side].missing} missing</span>` : ""}`;
	return html`<span class="tally"><b>${model}</b> ${isAlone(one) ? "" : html`${side("old")} → `}${side("new")}${fallOf(one)}</span>`;
}
function squares(marks) {
	const runs = [];
	for (const mark of marks) {
		const kind = mark >= 1 ? "" : mark <= 0 ? "f" : "g";
		const last = runs.at(-1);
		if (last?.kind === kind) runs.splice(-1, 1, {
			kind,
			count: last.count + 1
		});
		else runs.push({
			kind,
			count: 1
		});
	}
	return html`${runs.map(({ kind, count }) => html`<i${kind === "" ? "" : html` class="${kind}"`}>${squareSigns[kind].repeat(count)}</i>`)}`;
}
function fallOf(one) {
	const fall = tellingFall(one);
	return fall === void 0 ? html`` : html` <span class="no">${fall.check ?? "the score"} ${showScore(fall.old)} → ${showScore(fall.new)}</span>`;
}
function marksOf$1(one, side) {
	const { scores, of } = one[side];
	const asked = one.identical ? "new" : side;
	const passed = one.replies.flatMap((reply) => reply.side === asked && reply.score !== void 0 && reply.passes !== void 0 ? [reply.passes ? 1 : 0] : []);
	return passed.length === of ? passed : scores;
}
function asked({ prompt, case: { id } }, longest) {
	const vars = Object.entries(prompt.exam.find((one) => one.id === id)?.vars ?? {}).slice(0, 6);
	if (vars.length === 0) return html``;
	const show = (value) => clip(showValue(value), longest);
	const shown = vars.map(([name, value]) => vars.length === 1 ? html`${show(value)}` : html`<span class="soft">${name}:</span> ${show(value)} `);
	return html`<p class="asked" dir="auto">${shown}</p>`;
}
function pair(one, longest) {
	const picked = pickReplies(one);
	const failed = one.replies.filter((reply) => reply.text === void 0);
	const shown = [picked.old, picked.new].filter((reply) => reply !== void 0);
	const sides = shown.length === 2 || failed.length === 0 ? shown : [...shown, ...failed].slice(0, 2);
	if (sides.length === 0) return html``;
	const [old, now] = [picked.old?.text ?? "", picked.new?.text ?? ""];
	const failing = (picked.new?.checks ?? []).map(checkOf);
	const cut = picked.old === void 0 || picked.new === void 0 || old === "" || now === "" ? void 0 : differingParts(old, now, {
		most: longest,
		evidence: failing.flatMap(({ reason }) => quotedIn(reason))
	});
	return html`<div class="pair">${sides.map((reply) => said(one, reply, cut?.[reply.side], longest))}</div>`;
}
function said(one, reply, cut, longest) {
	const checks = reply.checks.map(checkOf);
	const label = one.identical ? "Before and now" : isAlone(one) ? "Reply" : {
		old: "Before",
		new: "Now"
	}[reply.side];
	const facts = factsOf(reply);
	const text = reply.text === void 0 || reply.text.trim() === "" ? replyText(reply) : cut ?? clip(reply.text, longest);
	const body = reply.transcript === void 0 || text === void 0 ? text === void 0 ? "" : html`<p class="text" dir="auto">${marked$1(text, checks)}</p>` : talk(reply.transcript, longest);
	return html`<div class="${reply.side}"><p class="label">${label}${facts.length === 0 ? "" : html`<span class="soft"> · ${facts.join(" · ")}</span>`}</p>${body}${reply.error === void 0 ? "" : html`<p class="no">${clip(reply.error.message, 400)}</p>`}${checksList(checks)}</div>`;
}
function marked$1(text, checks) {
	const parts = [];
	let read = 0;
	for (const { from, to } of evidenceOf(text, checks)) {
		parts.push(text.slice(read, from), html`<mark>${text.slice(from, to)}</mark>`);
		read = to;
	}
	return html`${[...parts, text.slice(read)]}`;
}
function talk(transcript, longest) {
	const each = Math.max(120, Math.floor(longest / Math.max(1, transcript.length)));
	const turns = transcript.slice(0, 12).map((turn) => {
		const { who, said } = wordTurn(turn);
		return html`<li class="${turn.role}"><span class="label">${who}</span><p class="text" dir="auto">${clip(said, each)}</p></li>`;
	});
	return html`<ul class="talk">${turns}</ul>`;
}
function quotedIn(reason) {
	return [...reason.matchAll(/["“]([^"“”]{3,200})["”]/gu)].map(([, quoted = ""]) => quoted);
}
const mostParts = 8;
function checksList(all) {
	return all.length === 0 ? html`` : html`<ul class="checks">${all.map(line$1)}</ul>`;
}
function line$1(check) {
	const required = check.required === true ? html` <span class="soft">required</span>` : "";
	const why = check.mark === "pass" && check.value === void 0 ? "" : html` <span class="soft">${clip(check.reason, 300)}</span>`;
	return html`<li>${markOf(check)} <b>${check.name}</b>${required}${why}${parts$1(check.parts ?? [])}</li>`;
}
function markOf({ mark, value }) {
	if (mark === "pass") return html`<span class="yes">✓</span>`;
	if (mark === "fail") return html`<span class="no">✗</span>`;
	return html`<span class="soft">${mark === "unscored" || value === void 0 ? "?" : showScore(value)}</span>`;
}
function parts$1(all) {
	if (all.length === 0) return html``;
	const items = all.slice(0, mostParts).map(({ supported, text, reason }) => {
		const mark = supported === void 0 ? "" : supported ? html`<span class="yes">✓</span> ` : html`<span class="no">✗</span> `;
		return html`<li>${mark}${clip(text, 300)} <span class="soft">${clip(reason, 300)}</span></li>`;
	});
	const more = all.length - mostParts;
	return html`<ul class="parts">${items}${more > 0 ? html`<li class="soft">… and ${more} more</li>` : ""}</ul>`;
}

// src/reporters/html/diff-section.ts
const most$3 = {
	lines: 300,
	characters: 16e3
};
const mostChanges = 60;
const elementsOf = {
	diff: 6,
	part: 9,
	line: 5
};
function diffSection(report, room) {
	const { prompts } = report;
	const left = {
		...most$3,
		elements: room
	};
	const take = (diff) => {
		left.elements -= elementsOf.part;
		const lines = readDiff(diff);
		const shown = lines.filter((line) => {
			left.lines -= 1;
			left.characters -= line.text.length;
			left.elements -= elementsOf.line;
			return Math.min(left.lines, left.characters, left.elements) >= 0;
		});
		const more = lines.length - shown.length;
		return html`${shown.length === 0 ? "" : sidesOfDiff(shown)}${more > 0 ? html`<p class="soft">… ${more} more lines.</p>` : ""}`;
	};
	const unguarded = changedInstructions(report).map(({ path, diff }) => ({
		path,
		was: "",
		facts: [],
		parts: [{
			title: "",
			diff,
			label: path
		}]
	}));
	const diffs = [];
	const others = [];
	for (const changed of [
		...prompts.flatMap(changedPrompt),
		...unguarded,
		...changedBehind(report)
	]) {
		if (diffs.length > 0 && left.elements < elementsOf.diff + elementsOf.line) {
			others.push(changed.path);
			continue;
		}
		left.elements -= elementsOf.diff + 2 * changed.facts.length;
		diffs.push(changedMarkup(changed, take));
	}
	const exams = prompts.map((prompt) => examMarkup(prompt, prompts.length > 1));
	const more = others.length === 0 ? "" : html`<p class="soft">Changed as well: ${toHtml(listNames(others, 20))}.</p>`;
	return html`<section id="diff"><h2>Prompt diff</h2>${diffs.length === 0 ? html`<p class="soft">No prompt's own text changed.</p>` : diffs}${more}${exams}</section>
`;
}
function changedPrompt(prompt) {
	const { path, previousPath, diff, promptEdit } = prompt;
	const facts = wordEdit(prompt).map((told) => html`<li>${toHtml(told)}</li>`);
	if (diff.trim() === "" && facts.length === 0) return [];
	const messages = promptEdit?.messages ?? [];
	const own = facts.length > 0 || diff.trim() === "" ? [] : [{
		title: "",
		diff,
		label: path
	}];
	return [{
		path,
		was: previousPath === void 0 ? "" : html` (was ${previousPath})`,
		facts,
		parts: messages.length === 0 ? own : messages.map((message, at) => ({
			...messagePart(message),
			label: `${path}, ${message.role} ${at + 1}`
		}))
	}];
}
function messagePart({ role, oldRole, file, kind, diff }) {
	const was = oldRole === void 0 ? "" : html` (was ${oldRole})`;
	const where = file === void 0 ? "" : html` in ${file}`;
	return {
		title: html`<b>${role}</b>${was}${kind === "changed" ? "" : ` ${kind}`}${where}`,
		diff
	};
}
function changedBehind(report) {
	return filesBehind(report).filter(({ diff }) => diff !== "").map(({ path, prompts, diff }) => ({
		path,
		was: html` behind ${toHtml(listNames(prompts, 3))}`,
		facts: [],
		parts: [{
			title: "",
			diff,
			label: path
		}]
	}));
}
function changedMarkup({ path, was, facts, parts }, take) {
	const shown = parts.map(({ title, diff, label }) => html`${title === "" ? "" : html`<header><span>${title}</span></header>`}<div class="diff" tabindex="0" role="region" aria-label="Changes of ${label}">${take(diff)}</div>`);
	return html`<figure class="card"><figcaption><b>${path}</b>${was}${facts.length === 0 ? "" : html`<ul>${facts}</ul>`}</figcaption>${shown}</figure>`;
}
function examMarkup({ path, casesChanged, unchecked }, several) {
	const { removed, weakened, edited, added } = casesChanged;
	const plainly = (what, ids) => ids.map((id) => html`<li>${what}: <code>${id}</code></li>`);
	const told = (what, changes) => changes.map((one) => html`<li>${what}: <code>${one.id}</code> <span class="soft">${one.what.join("; ")}</span></li>`);
	const items = [
		...plainly("removed, asked as before", removed),
		...told("loosened", weakened),
		...told("edited", edited),
		...plainly("added", added),
		...plainly("without any check, so not asked", unchecked)
	];
	if (items.length === 0) return html``;
	const more = items.length - mostChanges;
	return html`<h3>Golden cases changed here (${items.length})${several ? html` <span class="soft">${path}</span>` : ""}</h3><ul>${items.slice(0, mostChanges)}${more > 0 ? html`<li class="soft">… and ${more} more</li>` : ""}</ul>`;
}
function sidesOfDiff(lines) {
	const rows = pairLines(lines).map(rowOf);
	return html`<table class="sides"><colgroup><col class="nr"><col><col class="nr"><col></colgroup><tbody>${rows}</tbody></table>`;
}
function rowOf(row) {
	const none = html`<td class="nr"></td><td class="n0"></td>`;
	switch (row.kind) {
		case "plain": return plain(row.line);
		case "old": return html`<tr>${cell(row.old, "old", row.old.text)}${none}</tr>`;
		case "new": return html`<tr>${none}${cell(row.now, "new", row.now.text)}</tr>`;
		case "changed": {
			const { old, now, spans } = row;
			const write = (side, line) => spans === void 0 ? line.text : marked(spans, side);
			return html`<tr>${cell(old, "old", write("old", old))}${cell(now, "new", write("new", now))}</tr>`;
		}
	}
}
function cell(line, side, content) {
	return html`<td class="nr">${line[side] ?? ""}</td><td class="${side === "old" ? "r" : "a"}">${content}</td>`;
}
function plain({ kind, text, old, new: now }) {
	if (kind === "same") return html`<tr class="s"><td class="nr">${old ?? ""}</td><td>${text}</td><td class="nr">${now ?? ""}</td><td>${text}</td></tr>`;
	return html`<tr class="h"><td colspan="4">${kind === "hunk" ? "⋯ " : ""}${text}</td></tr>`;
}
function marked(spans, side) {
	return spans.map((span) => {
		const text = span[side];
		if (span.same || text === "") return text;
		return side === "old" ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
	});
}

// src/reporters/html/cases-chart.ts
const width$2 = 640;
const left = 240;
const line = 20;
const most$2 = 40;
const leastChange = .15;
function casesChart({ prompts }) {
	const several = prompts.reduce((sum, { models }) => sum + models.length, 0) > 1;
	const moved = prompts.flatMap(({ models }) => models.flatMap((row) => row.cases.flatMap((one) => {
		const [old, now] = [rateOf(one.old), rateOf(one.new)];
		const name = several ? `${clip(one.id, 22)} · ${clip(row.id, 12)}` : clip(one.id, 34);
		const span = spanOf$1(one.new);
		return old === void 0 || now === void 0 ? [] : [{
			name,
			old,
			now,
			...span && { span }
		}];
	}))).filter(({ old, now }) => Math.abs(now - old) >= leastChange).toSorted((one, other) => one.now - one.old - (other.now - other.old));
	if (moved.length === 0) return html``;
	const fallen = moved.filter(({ old, now }) => now < old).slice(0, most$2);
	const risen = moved.filter(({ old, now }) => now > old).slice(-(most$2 - fallen.length || 1));
	const shown = [...fallen, ...fallen.length < most$2 ? risen : []];
	const height = shown.length * line + 34;
	const grid = [
		0,
		.25,
		.5,
		.75,
		1
	].map((tick) => html`<line class="grid" x1="${place(x(tick))}" x2="${place(x(tick))}" y1="4" y2="${height - 24}"/><text class="axis" x="${place(x(tick))}" y="${height - 8}" text-anchor="middle">${showPercent(tick)}</text>`);
	const names = shown.map(({ name }, at) => html`<text x="${228}" y="${yOf(at) + 4}" text-anchor="end">${name}</text>`);
	const placed = shown.map(({ old, now }, at) => ({
		old,
		now,
		y: yOf(at)
	}));
	const spans = shown.flatMap(({ span }, at) => span === void 0 ? [] : [`M${place(x(span[0]))} ${yOf(at) + 6}H${place(x(span[1]))}`]);
	const marks = [
		...spans.length === 0 ? [] : [html`<path class="span" d="${spans.join("")}"/>`],
		...marksOf(placed.filter(({ old, now }) => now < old), "down"),
		...marksOf(placed.filter(({ old, now }) => now > old), "up")
	];
	const more = moved.length - shown.length;
	return chart({
		title: "Cases that changed most",
		key: html`replies that are right, ○ before, ● now, and below where the share now lies with 90 % confidence${more > 0 ? `; ${showNumberOf(more, "more case")} changed less` : ""}`,
		says: `Share of right replies: ${shown.slice(0, 10).map(({ name, old, now }) => `${name} from ${showPercent(old)} to ${showPercent(now)}`).join("; ")}.`,
		width: width$2,
		height,
		drawing: [
			...grid,
			...names,
			...marks
		]
	});
}
function marksOf(moved, tone) {
	if (moved.length === 0) return [];
	const ways = moved.map(({ old, now, y }) => `M${place(x(old))} ${y}H${place(x(now))}`).join("");
	const dots = (ends) => ends.map((end) => `M${end}h0`).join("");
	const before = dots(moved.map(({ old, y }) => `${place(x(old))} ${y}`));
	const now = dots(moved.map((one) => `${place(x(one.now))} ${one.y}`));
	return [html`<g class="${tone}"><path class="way" d="${ways}"/><path class="way dots" d="${before}${now}"/><path class="way holes" d="${before}"/></g>`];
}
function spanOf$1({ passes, of }) {
	if (passes === null || of === 0) return void 0;
	const z = 1.645;
	const [rate, share] = [Math.min(1, passes / of), z * z / of];
	const middle = (rate + share / 2) / (1 + share);
	const half = z / (1 + share) * Math.sqrt(rate * (1 - rate) / of + share / (4 * of));
	return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
function x(rate) {
	return left + Math.min(1, Math.max(0, rate)) * 376;
}
function yOf(at) {
	return at * line + 14;
}
function rateOf({ passes, of, scores }) {
	if (of === 0) return void 0;
	if (passes !== null) return passes / of;
	return mean(scores) ?? void 0;
}

// src/reporters/html/metrics-table.ts
const most$1 = 30;
const parts = {
	gates: "can block",
	advises: "only advises",
	shown: "–"
};
function fieldsTable(report) {
	const all = fieldsThatMoved(report);
	if (all.length === 0) return html``;
	const several = report.prompts.length > 1;
	const lines = all.slice(0, most$1).map(({ prompt, row, count }) => html`<tr>${several ? html`<td class="wrap"><code>${prompt.path}</code></td>` : ""}<td class="wrap"><code>${count.field}</code></td><td class="wrap"><code>${count.check}</code></td><td class="wrap"><code>${row.id}</code></td><td class="n">${showRight(count)}</td></tr>`);
	const more = all.length > lines.length ? html`<p class="soft">… and ${all.length - lines.length} more.</p>` : "";
	return html`<h3>Fields of replies, before and now</h3><div class="scroll" tabindex="0" role="region" aria-label="Fields of replies"><table><thead><tr>${several ? html`<th scope="col">Prompt</th>` : ""}<th scope="col">Field</th><th scope="col">Check</th><th scope="col">Model</th><th scope="col" class="n">Replies in which it is right</th></tr></thead><tbody>${lines}</tbody></table></div>${more}`;
}
function metricsTable(report) {
	const all = gradedMetrics(report);
	if (all.length === 0) return html``;
	const several = report.prompts.length > 1;
	const decides = all.some(({ part }) => part !== "shown");
	const lines = all.slice(0, most$1).map(({ prompt, row, name, together, mean, part }) => html`<tr>${several ? html`<td class="wrap"><code>${prompt.path}</code></td>` : ""}<td class="wrap">${together ? "all " : ""}<code>${name}</code></td><td class="wrap"><code>${row.id}</code></td><td class="n">${showChange(mean.old, mean.new, showScore)}</td><td class="n">${mean.delta === null ? "–" : showDelta(mean.delta)}</td>${decides ? html`<td>${parts[part]}</td>` : ""}</tr>`);
	const more = all.length > lines.length ? html`<p class="soft">… and ${all.length - lines.length} more.</p>` : "";
	const head = html`${several ? html`<th scope="col">Prompt</th>` : ""}<th scope="col">Check</th><th scope="col">Model</th><th scope="col" class="n">Mean</th><th scope="col" class="n">Change</th>${decides ? html`<th scope="col">Own limit</th>` : ""}`;
	return html`<h3>Graded checks, before and now</h3><div class="scroll" tabindex="0" role="region" aria-label="Graded checks"><table><thead><tr>${head}</tr></thead><tbody>${lines}</tbody></table></div>${more}`;
}

// src/reporters/html/models-chart.ts
const most = 8;
function modelsChart(prompt, several) {
	const models = prompt.models.flatMap(modelOf).slice(0, most);
	const points = models.flatMap(({ old, now }) => [now, ...old === void 0 ? [] : [old]]);
	if (models.length === 0 || points.every(({ cost }) => cost === 0)) return html``;
	const { x, y, drawing, spot } = costAxes(points);
	const marks = models.map(({ id, old, now }) => {
		const worse = old !== void 0 && now.rate < old.rate - .005;
		const way = old === void 0 ? "" : html`<path class="way" d="${spot(old)}L${spot(now).slice(1)}"/><path class="way dots" d="${spot(old)}h0"/><path class="way holes" d="${spot(old)}h0"/>`;
		const fromRight = old !== void 0 && old.cost > now.cost && x.at(now.cost) - 56 > 8 * id.length;
		const name = html`<text x="${place(x.at(now.cost) + (fromRight ? -12 : 12))}" y="${place(y.at(now.rate) + 4)}"${fromRight ? html` text-anchor="end"` : ""}>${id}</text>`;
		return html`<g class="${worse ? "down" : "level"}">${way}<path class="way dots" d="${spot(now)}h0"/>${name}</g>`;
	});
	return chart({
		title: `What passes, and what it costs${several ? `: ${prompt.path}` : ""}`,
		key: html`○ before, ● now`,
		says: `Pass rate against dollars per thousand replies: ${models.map(wordModel).join("; ")}.`,
		width: 640,
		height: 260,
		drawing: [...drawing, ...marks]
	});
}
function modelOf({ id, passRate, score, cost }) {
	const rate = passRate.new ?? score.new;
	if (rate === null || cost.new === null) return [];
	const before = passRate.new === null ? score.old : passRate.old;
	return [{
		id,
		old: before === null || cost.old === null ? void 0 : {
			cost: cost.old * 1e3,
			rate: before
		},
		now: {
			cost: cost.new * 1e3,
			rate
		}
	}];
}
function wordModel({ id, old, now }) {
	const told = ({ rate, cost }) => `${showPercent(rate)} at ${showMoney(cost)}`;
	return old === void 0 ? `${id} ${told(now)}` : `${id} from ${told(old)} to ${told(now)}`;
}

// src/reporters/html/past-section.ts
const mostDrawn = 4;
const mostLines$1 = 30;
const width$1 = 310;
const height$1 = 130;
function pastSection({ prompts }) {
	const lines = prompts.flatMap(({ path, models }) => models.map((row) => ({
		path,
		row,
		versions: shownPast(row)
	}))).filter(({ versions }) => versions.length > 0);
	if (lines.length === 0) return html``;
	const several = prompts.length > 1;
	const drawn = lines.slice(0, mostDrawn).flatMap((line) => [draw(line, {
		what: "Score",
		of: ({ score }) => score,
		show: showScore,
		span: (least) => [Math.min(least, .8), 1]
	}), draw(line, {
		what: "Cost of 1,000 replies",
		of: ({ usd }) => usd === null ? null : usd * 1e3,
		show: showMoney,
		span: (_, top) => [0, top]
	})]);
	const rows = lines.flatMap(({ path, row, versions }) => versions.toReversed().map((one) => rowOf(path, row, one)));
	const more = rows.length - mostLines$1;
	return html`<h3>Merged versions</h3><p class="soft">What the old side of each review came to, the one that this is compared with last. Golden cases may have changed between them.</p><div class="charts">${drawn}</div><div class="scroll" tabindex="0" role="region" aria-label="Merged versions"><table><thead><tr>${several ? html`<th scope="col">Prompt</th>` : ""}<th scope="col">Model</th><th scope="col">Reviewed</th><th scope="col">Commit</th>${[
		"Score",
		"Pass rate",
		"Per 1,000 replies",
		"Characters"
	].map((title) => html`<th scope="col" class="n">${title}</th>`)}</tr></thead><tbody>${rows.slice(0, mostLines$1)}</tbody></table></div>${more > 0 ? html`<p class="soft">… and ${more} more.</p>` : ""}`;
	function rowOf(path, { model }, one) {
		const cells = [
			one.score === null ? "–" : showScore(one.score),
			one.passRate === null ? "–" : showPercent(one.passRate),
			showMoney(one.usd === null ? null : one.usd * 1e3),
			one.length === null ? "–" : showCount(one.length)
		];
		return html`<tr>${several ? html`<td class="wrap"><code>${path}</code></td>` : ""}<td class="wrap"><code>${model.old}</code></td><td>${one.at.slice(0, 10)}</td><td><code>${one.sha.slice(0, 7)}</code></td>${cells.map((cell) => html`<td class="n">${cell}</td>`)}</tr>
`;
	}
}
function draw({ row, versions }, { what, of, show, span }) {
	const points = versions.flatMap((version, at) => {
		const value = of(version);
		return value === null ? [] : [{
			at,
			value
		}];
	});
	const values = points.map(({ value }) => value);
	const [least, top] = span(Math.min(...values), Math.max(...values));
	if (points.length < 2 || top <= least) return html``;
	const y = scaleOf(least, top, {
		start: 108,
		end: 14
	});
	const x = (at) => place(60 + at / (versions.length - 1) * 230);
	const spots = points.map(({ at, value }) => `${x(at)} ${place(y.at(value))}`);
	const grid = [y.ticks[0], y.ticks.at(-1)].flatMap((tick) => tick === void 0 ? [] : [html`<line class="grid" x1="54" x2="${296}" y1="${place(y.at(tick))}" y2="${place(y.at(tick))}"/><text class="axis" x="48" y="${place(y.at(tick) + 4)}" text-anchor="end">${show(tick)}</text>`]);
	const way = html`<path class="way" d="M${spots.join("L")}"/><path class="way dots" d="${spots.map((spot) => `M${spot}h0`).join("")}"/>`;
	return chart({
		title: what,
		key: toHtml(say`${row.model.old}${own(", merged versions")}`),
		says: `${what} of merged versions on ${row.model.old}: ${values.map(show).join(", ")}.`,
		width: width$1,
		height: height$1,
		drawing: [...grid, way]
	});
}

// src/reporters/html/spending-table.ts
const mostLines = 30;
function spendingTable({ prompts, method }) {
	const several = prompts.length > 1;
	const lines = prompts.flatMap(({ path, models, spending: whole }) => [...whole === void 0 ? [] : [{
		path,
		of: own(`all ${whole.models} models`),
		spent: whole
	}], ...models.flatMap((row) => {
		const { spending } = row;
		if (spending === void 0) return [];
		const of = nameRow(row);
		const segments = Object.entries(spending.segments);
		return [{
			path,
			of,
			spent: spending
		}, ...segments.length < 2 ? [] : segments.map(([segment, spent]) => ({
			path,
			of,
			segment,
			spent
		}))];
	})]);
	if (lines.every(({ spent }) => spent.replies.new === 0)) return html``;
	const told = prompts.flatMap((prompt) => {
		const { path, models } = prompt;
		const all = wordOverModels(prompt, method.alpha);
		return [...all.length === 0 ? [] : [say`${several ? say`${path}: ` : []}${all}`], ...models.flatMap((row) => costLines(row, method.alpha).map((line) => say`${several ? say`${path}, ` : []}${nameRow(row)}: ${line}`))];
	});
	const head = [
		"In",
		"Cached",
		"Out",
		"Reasoning",
		"Characters",
		"Per 1,000 replies",
		"Change",
		"Chance",
		"Comes from"
	];
	const more = lines.length - mostLines;
	return html`<h3>What replies use and cost</h3>${told.length === 0 ? "" : html`<ul>${told.slice(0, mostLines).map((line) => html`<li>${toHtml(line)}</li>`)}</ul>`}<div class="scroll" tabindex="0" role="region" aria-label="Tokens and dollars of a reply"><table><thead><tr>${several ? html`<th scope="col">Prompt</th>` : ""}<th scope="col">Model</th><th scope="col">Segment</th>${head.map((title) => html`<th scope="col" class="n">${title}</th>`)}</tr></thead><tbody>${lines.slice(0, mostLines).map((line) => lineOf(line, several))}</tbody></table></div>${more > 0 ? html`<p class="soft">… and ${more} more.</p>` : ""}`;
}
function lineOf({ path, of, segment, spent }, several) {
	const { tokens, usd, length } = spent;
	const cells = [
		...[
			tokens.input,
			tokens.cached,
			tokens.output,
			tokens.reasoning,
			length
		].map(({ old, new: now }) => showChange(old, now, showCount)),
		usd.old === null && usd.new === null ? "unknown" : showChange(thousand$1(usd.old), thousand$1(usd.new), showMoney),
		spanOf(usd),
		usd.p === null || usd.cheaper === null ? "–" : showP(Math.min(usd.p, usd.cheaper)).replace(/^p = /u, ""),
		wordProduct(spent) || "–"
	];
	return html`<tr>${several ? html`<td class="wrap"><code>${path}</code></td>` : ""}<td class="wrap">${toHtml(of)}</td><td class="wrap">${segment === void 0 ? toHtml(own("all")) : html`<code>${segment}</code>`}</td>${cells.map((cell) => html`<td class="n">${cell}</td>`)}</tr>
`;
}
function spanOf({ delta, low, high }) {
	if (delta === null) return "–";
	const span = low === null || high === null ? "" : ` (${wordSum(low * 1e3)} to ${wordSum(high * 1e3)})`;
	return `${wordSum(delta * 1e3)}${span}`;
}
function thousand$1(usd) {
	return usd === null ? null : usd * 1e3;
}

// src/reporters/html/spread-charts.ts
const width = 310;
const height = 130;
const bins = 24;
const middle = 56;
const tallest = 46;
const leastReplies = 8;
const measured = [{
	title: "How long replies take",
	of: ({ latencyMs }) => latencyMs,
	show: showDuration
}, {
	title: "Tokens of replies",
	of: ({ usage }) => usage?.outputTokens,
	show: showCount
}];
function spreadCharts(row) {
	const replies = row.cases.flatMap(({ replies: held, identical }) => held.filter(({ error }) => error === void 0).map((reply) => ({
		reply,
		both: identical
	})));
	return html`${measured.map((one) => {
		const values = (side) => replies.flatMap(({ reply, both }) => both || reply.side === side ? one.of(reply) ?? [] : []);
		return spread(row, one, values("old"), values("new"));
	})}`;
}
function spread({ id }, { title, show }, old, now) {
	if (Math.min(old.length, now.length) < leastReplies) return html``;
	const all = [...old, ...now];
	const [least = 0, top = 0] = [quantile(all, 0) ?? 0, quantile(all, .99) ?? 0];
	if (top <= least) return html``;
	const x = {
		at: (value) => 10 + (value - least) / (top - least) * 290,
		ticks: scaleOf(least, top, {
			start: 0,
			end: 1
		}).ticks.filter((tick) => tick >= least && tick <= top)
	};
	const counts = {
		old: countIn(old, x),
		new: countIn(now, x)
	};
	const peak = Math.max(...counts.old.map((count) => count / old.length), ...counts.new.map((count) => count / now.length));
	const heights = (side, of) => side.map((count) => count / of / peak * tallest);
	const [half, other] = [quantile(old, .5) ?? 0, quantile(now, .5) ?? 0];
	const grid = x.ticks.map((tick) => {
		const anchor = x.at(tick) < 30 ? "start" : x.at(tick) > 280 ? "end" : "middle";
		return html`<text class="axis" x="${place(x.at(tick))}" y="${124}" text-anchor="${anchor}">${show(tick)}</text>`;
	});
	const drawing = [
		html`<path class="bars-old" d="${barsOf(heights(counts.old, old.length), -1)}"/><path class="bars-new" d="${barsOf(heights(counts.new, now.length), 1)}"/>`,
		html`<line class="half" x1="${place(x.at(half))}" x2="${place(x.at(half))}" y1="${10}" y2="${middle}"/><line class="half" x1="${place(x.at(other))}" x2="${place(x.at(other))}" y1="${middle}" y2="${102}"/>`,
		...grid
	];
	return chart({
		title: `${title}: ${id}`,
		key: html`above before, below now; half under ${show(half)} → ${show(other)}`,
		says: `${title} on ${id}: half of them under ${show(half)} before, under ${show(other)} now.`,
		width,
		height,
		drawing
	});
}
function countIn(values, { at }) {
	const counts = Array.from({ length: bins }, () => 0);
	for (const value of values) {
		const bin = Math.min(23, Math.max(0, Math.floor((at(value) - 10) / 290 * bins)));
		counts[bin] = (counts[bin] ?? 0) + 1;
	}
	return counts;
}
function barsOf(heights, way) {
	const step = 290 / bins;
	const tops = heights.map((tall) => `V${place(middle + way * tall)}h${place(step)}`);
	return `M10 ${middle}${tops.join("")}V${middle}Z`;
}

// src/reporters/html/models-section.ts
const mostRows = 30;
const mostSegments = 12;
function modelsSection(report) {
	return html`<section id="models"><h2>Models and cost</h2>${rowsTable(report)}${wordServedChanges(report).map((told) => html`<p>${toHtml(told)}</p>`)}${safeSection(report)}${chartsOf(report)}${spendingTable(report)}${segmentsTable(report)}${fieldsTable(report)}${metricsTable(report)}${pastSection(report)}</section>
`;
}
const mostSpread = 2;
function chartsOf(report) {
	const [prompt] = report.prompts.filter(({ models }) => models.length > 0);
	if (prompt === void 0) return html``;
	const isCompared = report.mode !== "check";
	const drawn = [
		...isCompared ? [casesChart(report)] : [],
		modelsChart(prompt, report.prompts.length > 1),
		...isCompared ? prompt.models.slice(0, mostSpread).map(spreadCharts) : []
	].filter(({ text }) => text !== "");
	return drawn.length === 0 ? html`` : html`<div class="charts">${drawn}</div>`;
}
const thousand = (side) => side === null ? null : side * 1e3;
function rowsTable(report) {
	const lines = worstFirst(report.prompts.flatMap((prompt) => prompt.models.map((row) => ({
		prompt,
		row
	}))));
	const unread = report.prompts.filter(({ problems }) => problems !== void 0);
	if (lines.length + unread.length === 0) return html`<p class="soft">No model was asked.</p>`;
	const several = report.prompts.length > 1;
	const columns = columnsOf(report, lines);
	const body = lines.slice(0, mostRows).map((line) => {
		const name = several ? html`<td class="wrap"><code>${line.prompt.path}</code></td>` : "";
		return html`<tr>${name}<td class="wrap"><code>${line.row.id}</code></td><td><span class="chip ${line.row.verdict}">${verdictWord(line.row.verdict)}</span></td>${columns.map(({ value }) => html`<td class="n">${value(line)}</td>`)}</tr>
`;
	});
	const head = html`${several ? html`<th scope="col">Prompt</th>` : ""}<th scope="col">Model</th><th scope="col">Verdict</th>${columns.map(({ title }) => html`<th scope="col" class="n">${title}</th>`)}`;
	const more = lines.length - mostRows;
	return html`<div class="scroll" tabindex="0" role="region" aria-label="Verdict by prompt and model"><table><thead><tr>${head}</tr></thead><tbody>${unread.slice(0, mostRows).map((prompt) => unreadLine(prompt, columns.length))}${body}</tbody></table></div>${more > 0 ? html`<p class="soft">… and ${more} more.</p>` : ""}`;
}
function unreadLine({ path, verdict }, columns) {
	return html`<tr><td class="wrap"><code>${path}</code></td><td>–</td><td><span class="chip ${verdict}">${verdictWord(verdict)}</span></td><td colspan="${columns}"></td></tr>
`;
}
function columnsOf(report, lines) {
	const count = (title, ...found) => ({
		title,
		value: ({ row }) => row.cases.filter((one) => found.includes(outcomeOf(one))).length || "–"
	});
	const outcomes = report.mode === "check" ? [
		{
			title: "Passes",
			value: ({ row }) => row.cases.filter(passes).length || "–"
		},
		count("Flaky", "flaky", "rose"),
		count("Fails", "fails")
	] : [
		count("Broke", "broke"),
		count("Worse", "worse"),
		count("Fell", "fell"),
		count("Better", "better")
	];
	const says = ({ value }) => lines.some((line) => value(line) !== "–");
	const graded = lines.some(({ row }) => row.passRate.new === null || !isAlike(row));
	return [
		...hasGaps(report) ? [{
			title: "Cases",
			value: ({ prompt }) => wordCoverage(prompt)
		}] : [],
		{
			title: "Pass rate",
			value: ({ row }) => showChange(row.passRate.old, row.passRate.new, showPercent)
		},
		...graded ? [{
			title: "Score",
			value: ({ row }) => scoreOf(row)
		}] : [],
		...outcomes.filter(says),
		{
			title: "Per 1,000 replies",
			value: ({ row: { cost } }) => cost.old === null && cost.new === null ? "unknown" : showChange(thousand(cost.old), thousand(cost.new), showMoney)
		},
		{
			title: "Half take under",
			value: ({ row }) => showChange(row.latency.p50.old, row.latency.p50.new, showDuration)
		},
		{
			title: "19 of 20 take under",
			value: ({ row }) => showChange(row.latency.p95.old, row.latency.p95.new, showDuration)
		},
		...lines.some(({ row }) => row.latency.firstToken !== void 0) ? [firstToken] : []
	];
}
const firstToken = {
	title: "Half begin within",
	value: ({ row: { latency } }) => latency.firstToken === void 0 ? "unknown" : showChange(latency.firstToken.old, latency.firstToken.new, showDuration)
};
function isAlike({ passRate, score }) {
	const near = (one, other) => Math.abs((one ?? 0) - (other ?? 0)) < .005;
	return near(passRate.old, score.old) && near(passRate.new, score.new);
}
function scoreOf({ score }) {
	const change = score.delta === null || Math.abs(score.delta) < .005 ? "" : html` <span class="soft">${showDelta(score.delta)}</span>`;
	return html`${showChange(score.old, score.new, showScore)}${change}`;
}
function segmentsTable({ prompts }) {
	const lines = prompts.flatMap((prompt) => prompt.models.flatMap((row) => Object.entries(row.cost.perSegment).map(([segment, cost]) => {
		const month = row.cost.monthly[segment];
		const change = (one, scale) => one.old === null && one.new === null ? "unknown" : showChange(one.old === null ? null : one.old * scale, one.new === null ? null : one.new * scale, showMoney);
		const name = prompts.length > 1 ? html`<td class="wrap"><code>${prompt.path}</code></td>` : "";
		return html`<tr>${name}<td class="wrap"><code>${segment}</code></td><td class="wrap"><code>${row.id}</code></td><td class="n">${change(cost, 1e3)}</td><td class="n">${month === void 0 ? "–" : showCount(month.replies)}</td><td class="n">${month === void 0 ? "–" : change(month, 1)}</td></tr>
`;
	})));
	if (lines.length === 0) return html``;
	const more = lines.length - mostSegments;
	return html`<h3>What each segment costs</h3><div class="scroll" tabindex="0" role="region" aria-label="Cost by segment"><table><thead><tr>${prompts.length > 1 ? html`<th scope="col">Prompt</th>` : ""}<th scope="col">Segment</th><th scope="col">Model</th><th scope="col" class="n">Per 1,000 replies</th><th scope="col" class="n">Replies a month</th><th scope="col" class="n">A month</th></tr></thead><tbody>${lines.slice(0, mostSegments)}</tbody></table></div>${more > 0 ? html`<p class="soft">… and ${more} more.</p>` : ""}`;
}

// src/reporters/html/place-cases.ts
function placeCases({ prompts }) {
	const models = [...new Set(prompts.flatMap(({ models: rows }) => keyed(rows).map(([key]) => key)))];
	const cases = prompts.flatMap((prompt) => {
		const exam = new Map(prompt.exam.map((one) => [one.id, one]));
		const rows = new Map(keyed(prompt.models).map(([key, row]) => [key, new Map(keyed(row.cases))]));
		return [...new Set([...rows.values()].flatMap((held) => [...held.keys()]))].map((key) => {
			const on = models.map((model) => rows.get(model)?.get(key));
			const id = on.find((one) => one !== void 0)?.id ?? key;
			return {
				prompt,
				id,
				exam: exam.get(id),
				on,
				outcome: worstOf(on)
			};
		}).toSorted((one, other) => compare(rankOf(one), rankOf(other)));
	});
	return {
		models: models.map((key) => key.replace(/\n\d+$/u, "")),
		cases
	};
}
function keyed(held) {
	const seen = /* @__PURE__ */ new Map();
	return held.map((one) => {
		const before = seen.get(one.id) ?? 0;
		seen.set(one.id, before + 1);
		return [before === 0 ? one.id : `${one.id}\n${before}`, one];
	});
}
function worstOf(on) {
	const found = new Set(on.flatMap((one) => one === void 0 ? [] : [outcomeOf(one)]));
	return outcomes.find((outcome) => found.has(outcome)) ?? "holds";
}
function rankOf({ outcome, on }) {
	const alike = on.filter((one) => one !== void 0 && outcomeOf(one) === outcome).length;
	const deltas = on.flatMap((one) => one?.delta ?? []);
	return [
		outcomes.indexOf(outcome),
		-alike,
		Math.min(0, ...deltas)
	];
}
function compare(one, other) {
	const at = one.findIndex((value, index) => value !== other[index]);
	return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

// src/reporters/html/pack-cases.ts
const mostBytes$1 = 96e5;
const sizes$1 = [
	{ size: {
		steady: {},
		others: {}
	} },
	{
		size: {
			steady: { pairs: 1 },
			others: {}
		},
		note: "one pair of replies is kept of each steady case"
	},
	{
		size: {
			steady: {
				pairs: 1,
				characters: 500
			},
			others: {}
		},
		note: "one pair of replies is kept of each steady case, its first 500 characters"
	},
	{
		size: {
			steady: {
				pairs: 1,
				characters: 500
			},
			others: {
				pairs: 4,
				characters: 2e3
			}
		},
		note: "one pair of replies is kept of each steady case, its first 500 characters; four pairs of the others, their first 2,000"
	},
	{
		size: {
			steady: { pairs: 0 },
			others: {
				pairs: 1,
				characters: 500
			}
		},
		note: "the replies of steady cases are left out; one pair is kept of the others, its first 500 characters"
	}
];
function* packCases(report, pack, most = mostBytes$1) {
	const matrix = placeCases(report);
	if (matrix.cases.length === 0) return void 0;
	yield "";
	const index = yield* indexCases(report, matrix);
	yield "";
	const of = (note) => note === void 0 ? index : {
		...index,
		note: told(note)
	};
	const room = most - pack(toJson(of(sizes$1.at(-1)?.note))).length;
	for (const { size, note } of sizes$1) {
		const blocks = yield* packBlocks(matrix, size, pack, room);
		if (blocks !== void 0) return {
			index: pack(toJson(of(note))),
			blocks
		};
	}
	return {
		index: pack(toJson(of(`the replies of ${showCount(matrix.cases.length)} cases do not fit at all`))),
		blocks: []
	};
}
function told(note) {
	return `To keep this page under 10 MB, ${note}. promptgate.json has more.`;
}
function* packBlocks({ cases }, size, pack, room) {
	const blocks = [];
	let taken = 0;
	for (let from = 0; from < cases.length; from += 25) {
		const text = toJson(cases.slice(from, from + 25).map((one) => caseInBlock(one, size)));
		yield "";
		const block = pack(text);
		yield "";
		taken += block.length;
		if (taken > room) return void 0;
		blocks.push(block);
	}
	return blocks;
}
function toJson(value) {
	return escapeHidden(JSON.stringify(value));
}

// src/reporters/html/sure-section.ts
const mostFindings = 40;
function sureSection(report) {
	if (report.prompts.length === 0) return html``;
	const plain = plainly(report).map((told) => html`<li>${toHtml(told)}</li>`);
	const told = [
		...report.prompts.flatMap((prompt) => {
			const where = report.prompts.length > 1 ? say`${prompt.path}: ` : [];
			return reasonsToTell(prompt).map((reason) => say`${where}${upperFirst(wordReason(reason, report.mode))}.`);
		}),
		...wordConfusions(report),
		...wordWithheld(report),
		...wordPreferences(report)
	];
	const more = told.length - mostFindings;
	const method = [
		...wordMethod(report, true),
		...wordJudge(report),
		...served(report),
		...again(report)
	];
	return html`<section id="sure"><h2>How sure is this?</h2>${plain.length === 0 ? "" : html`<ul class="plain">${plain}</ul>`}${told.length === 0 ? "" : html`<h3>Findings</h3><ul>${told.slice(0, mostFindings).map((one) => html`<li>${toHtml(one)}</li>`)}${more > 0 ? html`<li class="soft">… and ${more} more</li>` : ""}</ul>`}
${toPaste(report)}${figures(report)}<h3>How this was ${report.mode === "check" ? "checked" : "judged"}</h3>${method.map((line) => html`<p>${toHtml(line)}</p>`)}</section>
`;
}
function toPaste(report) {
	const cases = unansweredCases(report);
	if (cases.length === 0) return html``;
	return html`<h3>Canned results to paste</h3>${cases.map(({ where, stub }) => html`<p>${toHtml(where)}</p><pre class="json">${clip(stub, 2e3)}</pre>`)}
`;
}
function plainly(report) {
	if (report.mode === "check") return [];
	const row = blindestRow(report);
	const rounds = Math.max(0, ...report.prompts.map((prompt) => prompt.rounds));
	const chance = Math.round(1 / Math.max(.001, report.method.alpha));
	return [
		own(`A harmless edit is blocked in at most 1 of ${chance} reviews.`),
		...row === void 0 ? [] : [say`This review would have seen ${wordWouldSee(row)}${halving(row)}.`],
		...rounds === 0 ? [] : [own(`Each case was asked in ${showNumberOf(rounds, "round")}; where old and new disagree, more often.`)],
		...wordQualities(report)
	];
}
function halving(row) {
	const told = wordHalving(row);
	return told.length === 0 ? [] : say` (${told})`;
}
function again(report) {
	const command = replayOf(report);
	if (command === void 0) return [];
	const kept = command.includes("promptgate.json") ? " Kept with this page: `promptgate.json`." : "";
	return [say`${own(report.mode === "check" ? "Check it again: " : "Judge the same replies again, free: ")}${command}.${own(kept)}`];
}
function figures({ mode, prompts }) {
	const told = prompts.flatMap((prompt) => prompt.models.map((row) => ({
		prompt,
		row
	}))).filter(({ row: { score } }) => score.delta !== null).slice(0, 30);
	if (mode === "check" || told.length === 0) return html``;
	const several = prompts.length > 1;
	const body = told.map(({ prompt, row: { id, score, looks } }) => {
		const bounds = score.low === null || score.high === null ? "–" : `${showDelta(score.low)} to ${showDelta(score.high)}`;
		const last = looks.at(-1);
		return html`<tr>${several ? html`<td class="wrap"><code>${prompt.path}</code></td>` : ""}<td class="wrap"><code>${id}</code></td><td class="n">${showDelta(score.delta ?? 0)}</td><td class="n">${bounds}</td><td class="n">${score.p === null ? "–" : showP(score.p)}</td><td class="n">${last === void 0 ? "–" : `${looks.length}, the last at ${showP(last.p)}`}</td></tr>
`;
	});
	const level = prompts[0]?.level;
	const sure = level === void 0 ? "" : ` (${showPercent(2 * level - 1)} sure)`;
	return html`<div class="scroll" tabindex="0" role="region" aria-label="Figures of the tests"><table><thead><tr>${several ? html`<th scope="col">Prompt</th>` : ""}<th scope="col">Model</th><th scope="col" class="n">Change of the score</th><th scope="col" class="n">Between${sure}</th><th scope="col" class="n">Worse by chance</th><th scope="col" class="n">Looks</th></tr></thead><tbody>${body}</tbody></table></div>`;
}
function served(report) {
	return [...report.served.filter(({ asked, served: by, others }) => others === void 0 && by.some((model) => model !== asked)).map(({ asked, served: by }) => say`${asked} was served by ${list(by.map((model) => say`${model}`))}.`), ...wordAdapted(report).map((phrase) => say`${phrase}.`)];
}

// src/reporters/html.ts
const sizes = [
	{
		longest: 2400,
		cards: 16
	},
	{
		longest: 1200,
		cards: 16
	},
	{
		longest: 600,
		cards: 16
	},
	{
		longest: 300,
		cards: 16
	},
	{
		longest: 150,
		cards: 16
	},
	{
		longest: 150,
		cards: 8
	},
	{
		longest: 150,
		cards: 4
	},
	{
		longest: 80,
		cards: 2
	}
];
const mostStatic = {
	characters: 82e3,
	elements: 1700
};
const leastCards = 300;
const leastDiff = 200;
function* writeHtml(given, { program, pack, hash }) {
	const report = worstPromptsFirst(showOnce(given));
	const packed = yield* packCases(report, pack);
	const policy = [
		"default-src 'none'",
		...packed === void 0 ? [] : [`script-src '${hash(program)}'`],
		`style-src '${hash(styles)}'`,
		...report.pictures === void 0 ? [] : ["img-src data:"],
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'"
	].join("; ");
	const shown = staticPart(report).text;
	yield "";
	yield `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">${html`<title>${titleOf(report)}</title>`.text}<style>${styles}</style></head>
<body><a class="skip" href="#app" rel="noreferrer">Skip to the cases</a>${shown}`;
	if (packed !== void 0) {
		yield `<script type="application/gzip" id="index">${packed.index}<\/script>\n`;
		for (const [at, block] of packed.blocks.entries()) yield `<script type="application/gzip" id="block-${at}">${block}<\/script>\n`;
		yield `<script>${program}<\/script>`;
	}
	yield "</body></html>\n";
}
function titleOf(report) {
	const { name, pullRequest } = report;
	const of = pullRequest === void 0 ? "" : ` #${pullRequest}`;
	const advice = plain$1(openingOf(report).line, (text) => text).replaceAll("`", "");
	return clip(`Promptgate${name === void 0 ? "" : ` ${name}`}${of}: ${advice}`, 160);
}
function staticPart(report) {
	const [models, sure] = [modelsSection(report), sureSection(report)];
	const taken = countElements(`${models.text}${sure.text}`) + leastCards;
	const around = [
		band(report),
		html`<section id="app" aria-label="Cases"></section>
<main id="static">`,
		models,
		diffSection(report, Math.max(leastDiff, mostStatic.elements - taken)),
		sure
	];
	const [before, app, ...after] = around;
	const foot = html`</main><footer>${footOf(report)}</footer>
`;
	const others = [...around, foot].map(({ text }) => text).join("");
	const fits = ({ text }) => others.length + text.length <= mostStatic.characters && countElements(others) + countElements(text) <= mostStatic.elements;
	let shown = html``;
	for (const size of sizes) {
		shown = cardsSection(report, size);
		if (fits(shown)) break;
	}
	return new Markup([
		before,
		app,
		shown,
		...after,
		foot
	].map((part) => part?.text ?? "").join(""));
}
function footOf(report) {
	const [base, head] = [report.base.sha, report.head.sha].map((sha) => sha === "" ? "working tree" : sha.slice(0, 7));
	const at = report.startedAt.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/u, "$1 $2 UTC");
	const compared = report.mode === "check" ? html`<code>${head ?? ""}</code>` : html`<code>${base ?? ""}</code> compared with <code>${head ?? ""}</code>`;
	return html`${compared} · ${at} · ${report.tool.name} ${report.tool.version}`;
}
const titles = {
	broke: "What broke",
	fell: "What fell",
	fails: "What fails, before and now",
	example: "What fell most: an example, not proven by itself"
};
function cardsSection(report, { longest, cards: mostCards }) {
	const byCase = [...Map.groupBy(shownCases(report), ({ prompt, case: { id } }) => `${prompt.path}\n${id}`).values()];
	const [first] = byCase[0] ?? [];
	if (first === void 0) return html``;
	const title = report.mode === "check" ? "What fails" : titles[first.why];
	const more = byCase.length - mostCards;
	const cards = byCase.slice(0, mostCards).map((placed) => caseCard(placed, report.prompts.length > 1, longest));
	return html`<section id="cards"><h2>${title}</h2>
${cards}${more > 0 ? html`<p class="soft">… and ${more} more.</p>` : ""}</section>
`;
}

// src/reporters/json/json-pieces.ts
var JsonLine = class {
	value;
	constructor(value) {
		this.value = value;
	}
};
function* jsonPieces(value, levels, indent = "") {
	if (value instanceof JsonLine) {
		yield escapeHidden(JSON.stringify(value.value));
		return;
	}
	if (levels === 0 || typeof value !== "object" || value === null) {
		yield escapeHidden(JSON.stringify(value, null, 2)).replaceAll("\n", `\n${indent}`);
		return;
	}
	const inner = `${indent}  `;
	let begun = false;
	if (isIterable(value)) {
		for (const item of value) {
			yield `${begun ? "," : "["}\n${inner}`;
			begun = true;
			yield* jsonPieces(item ?? null, levels - 1, inner);
		}
		yield begun ? `\n${indent}]` : "[]";
		return;
	}
	for (const [key, held] of Object.entries(value)) {
		if (held === void 0) continue;
		yield `${begun ? "," : "{"}\n${inner}${escapeHidden(JSON.stringify(key))}: `;
		begun = true;
		yield* jsonPieces(held, levels - 1, inner);
	}
	yield begun ? `\n${indent}}` : "{}";
}
function isIterable(value) {
	return Symbol.iterator in value;
}

// src/reporters/json/share-replies.ts
var SharedReplies = class {
	#texts = new Places();
	#checks = new Places();
	#models = new Places();
	#usages = new Places();
	share(one) {
		return {
			...one,
			replies: one.replies.map((reply) => this.#shareReply(reply))
		};
	}
	#shareReply(reply) {
		const { text, transcript, trace, checks, usage, model } = reply;
		const turnAt = (at) => () => reply.transcript?.[at]?.content ?? "";
		return {
			...reply,
			...text === void 0 ? {} : { text: this.#placeOf(text, () => reply.text ?? "") },
			...transcript === void 0 ? {} : { transcript: transcript.map((turn, at) => ({
				...turn,
				content: this.#placeOf(turn.content, turnAt(at)),
				...this.#shareTrace(turn.trace, () => reply.transcript?.[at]?.trace)
			})) },
			...this.#shareTrace(trace, () => reply.trace),
			checks: checks.map((check) => this.#checks.of(JSON.stringify(check), check)),
			...usage === void 0 ? {} : { usage: this.#usages.of(JSON.stringify(usage), usage) },
			...model === void 0 ? {} : { model: this.#models.of(model, model) }
		};
	}
	#shareTrace(trace, again) {
		if (trace === void 0) return {};
		return { trace: trace.map((step, at) => {
			const contexts = step.contexts?.map((text, nth) => this.#placeOf(text, () => again()?.[at]?.contexts?.[nth] ?? ""));
			return contexts === void 0 ? step : {
				...step,
				contexts
			};
		}) };
	}
	#placeOf(text, again) {
		return this.#texts.of(text.length < 64 ? `=${text}` : hash(text), again);
	}
	get lists() {
		return {
			texts: readEach(this.#texts.held),
			checks: lineEach(this.#checks.held),
			usages: lineEach(this.#usages.held),
			models: this.#models.held
		};
	}
};
var Places = class {
	held = [];
	#places = /* @__PURE__ */ new Map();
	of(key, held) {
		const known = this.#places.get(key);
		if (known !== void 0) return known;
		this.#places.set(key, this.held.length);
		return this.held.push(held) - 1;
	}
};
function* readEach(texts) {
	for (const read of texts) yield read();
}
function* lineEach(values) {
	for (const value of values) yield new JsonLine(value);
}

// src/reporters/json/fit-size.ts
const whole = {
	steady: Number.POSITIVE_INFINITY,
	others: Number.POSITIVE_INFINITY
};
const cuts = [
	whole,
	...[
		2e3,
		1e3,
		500,
		200
	].map((steady) => ({
		...whole,
		steady
	})),
	...[
		2e3,
		1e3,
		500,
		200
	].map((others) => ({
		steady: 200,
		others
	}))
];
function fitSize(report, most) {
	const { base, texts } = weigh(report);
	const sizeAt = (cut) => texts.reduce((sum, { bytes, length, steady }) => {
		const kept = steady ? cut.steady : cut.others;
		return sum + (length <= kept ? bytes : bytes / length * kept + markBytes);
	}, base);
	const cut = cuts.find((tried) => sizeAt(tried) * caution <= most) ?? cuts.at(-1) ?? whole;
	if (cut === whole) return { shorten: (one) => one };
	return {
		shorten: (one) => shortenCase(one, isSteady(one) ? cut.steady : cut.others),
		note: noteOf(cut, most, sizeAt(whole))
	};
}
const markBytes = 20;
const caution = 1.02;
function isSteady({ state }) {
	return state === "same" || state === "improved";
}
function noteOf({ steady, others }, most, all) {
	const megabytes = (bytes) => `${showCount(bytes / 1e6)} MB`;
	const rest = others === whole.others ? "" : `, and those of the other cases to ${showCount(others)}`;
	return `Here, replies of cases that hold are cut to ${showCount(steady)} characters${rest}, and so are their reasons: whole, they would take ${megabytes(all)} of JSON, and ${megabytes(most)} is the most. Scores and checks are all here.`;
}
function weigh(report) {
	const shared = new SharedReplies();
	const texts = /* @__PURE__ */ new Map();
	const prompts = report.prompts.map((prompt) => ({
		...prompt,
		models: prompt.models.map((row) => ({
			...row,
			cases: []
		}))
	}));
	let base = bytesOf(JSON.stringify({
		...report,
		prompts
	}, null, 2));
	const hold = (text, steady) => {
		const key = hash(text);
		const known = texts.get(key);
		if (known === void 0) texts.set(key, {
			bytes: bytesOf(escapeHidden(JSON.stringify(text))) + 8,
			length: text.length,
			steady
		});
		else if (known.steady && !steady) texts.set(key, {
			...known,
			steady
		});
	};
	for (const one of report.prompts.flatMap(({ models }) => models.flatMap(({ cases }) => cases))) {
		const steady = isSteady(one);
		base += bytesOf(JSON.stringify(shared.share(one))) + 16;
		for (const reply of one.replies) {
			if (reply.text !== void 0) hold(reply.text, steady);
			for (const { content } of reply.transcript ?? []) hold(content, steady);
			for (const passage of passagesOf(reply)) hold(passage, steady);
			for (const check of reply.checks) {
				const told = JSON.stringify(check);
				const key = hash(told);
				if (texts.has(key)) continue;
				const reason = check.kind === "scored" ? check.reason : check.why;
				base += bytesOf(told) - reason.length + 8;
				texts.set(key, {
					bytes: reason.length,
					length: reason.length,
					steady
				});
			}
		}
	}
	return {
		base,
		texts: [...texts.values()]
	};
}
function passagesOf({ trace = [], transcript = [] }) {
	return [...trace, ...transcript.flatMap((turn) => turn.trace ?? [])].flatMap(({ contexts = [] }) => contexts);
}
function bytesOf(text) {
	return utf8ToBytes(text).length;
}
function shortenCase(one, most) {
	return {
		...one,
		replies: one.replies.map((reply) => shortenReply(reply, most))
	};
}
function shortenReply(reply, most) {
	const { text, transcript } = reply;
	const isCut = (text?.length ?? 0) > most || transcript?.some(({ content }) => content.length > most);
	const isTraceCut = passagesOf(reply).some((passage) => passage.length > most);
	const checks = reply.checks.map((check) => check.kind === "scored" ? {
		...check,
		reason: clip(check.reason, most)
	} : {
		...check,
		why: clip(check.why, most)
	});
	return {
		...reply,
		...text === void 0 ? {} : { text: clip(text, most) },
		...transcript === void 0 ? {} : { transcript: transcript.map((turn) => ({
			...turn,
			content: clip(turn.content, most),
			...shortenTrace(turn.trace, most)
		})) },
		...shortenTrace(reply.trace, most),
		...isTraceCut ? { traceCut: true } : {},
		...isCut ? { cut: true } : {},
		checks
	};
}
function shortenTrace(trace, most) {
	if (trace === void 0) return {};
	return { trace: trace.map(({ contexts, ...step }) => ({
		...step,
		...contexts === void 0 ? {} : { contexts: contexts.map((passage) => clip(passage, most)) }
	})) };
}

// src/reporters/json.ts
const mostBytes = 2e7;
const shortText = 5e6;
const levelsAboveCases = 6;
function* writeJson(report, most = mostBytes, short = shortText) {
	const isLong = lengthOfAll(report) > short;
	const { shorten, note } = isLong ? fitSize(report, most) : { shorten: (one) => one };
	const notes = note === void 0 ? report.notes : [...report.notes, note];
	const parsed = reportSchema.safeParse({
		...report,
		notes,
		prompts: report.prompts.map(withoutCases)
	});
	const whole = parsed.success ? parsed.data : report;
	const shared = isLong ? new SharedReplies() : void 0;
	const write = (one) => shared === void 0 ? one : new JsonLine(shared.share(one));
	const prompts = whole.prompts.map((prompt, at) => ({
		...prompt,
		models: prompt.models.map((row, index) => ({
			...row,
			cases: casesInOrder(report.prompts[at]?.models[index]?.cases ?? [], shorten, write)
		}))
	}));
	const long = shared === void 0 ? {} : {
		version: 2,
		shared: shared.lists
	};
	yield* jsonPieces({
		...whole,
		prompts,
		...long
	}, levelsAboveCases);
	yield "\n";
}
function withoutCases(prompt) {
	return {
		...prompt,
		models: prompt.models.map((row) => ({
			...row,
			cases: []
		}))
	};
}
function* casesInOrder(cases, shorten, write) {
	for (const one of cases) {
		const fitting = shorten(one);
		const parsed = caseSchema.safeParse(fitting);
		yield write(parsed.success ? parsed.data : fitting);
	}
}
function lengthOfAll(report) {
	let length = 0;
	for (const { models } of report.prompts) for (const { cases } of models) for (const one of cases) for (const reply of one.replies) length += lengthOf(reply);
	return length;
}
function lengthOf(reply) {
	const checked = reply.checks.reduce((sum, check) => sum + 150 + (check.kind === "scored" ? check.reason : check.why).length, 0);
	const said = reply.transcript?.reduce((sum, turn) => sum + turn.content.length + 40, 0) ?? 0;
	return (reply.text?.length ?? 0) + said + 250 + checked;
}

// src/reporters/show-acceptance.ts
function closedWords(report) {
	return toMarkdown(wordNextStep({
		...report,
		accepted: [],
		gate: {
			...report.gate,
			open: false
		}
	}));
}
function showAcceptance(body, closed, accepted) {
	const shut = body.replace(acceptedHeading, closedHeading).replace(acceptedSince, "").replace(acceptedWords, () => closed);
	if (accepted === void 0) return shut;
	const told = say`Accepted by ${accepted.by} on ${quote(showDay(accepted.at))}: this does not block the merge.`;
	return shut.replace(closedHeading, () => `### 🟠 Accepted by ${escapeName(accepted.by)}: `).replace(closed, () => toMarkdown(told));
}
function showEarlier(body, earlier, now) {
	const told = toMarkdown(wordEarlier(earlier, now));
	if (told === "") return body;
	const [heading = "", sentence = "", third = "", ...rest] = body.split("\n\n");
	return [
		heading,
		sentence,
		told,
		...earlierWords.test(third) ? [] : [third],
		...rest
	].join("\n\n");
}
const earlierWords = /^(?:Still|Was) [a-z]+(?:, since| at) `[0-9a-f]{1,7}`[^\n]*\.$/u;
const name = "(?:`[^`]*`|<code>[^<]*</code>)";
const closedHeading = "### ⛔ Do not merge yet: ";
const acceptedHeading = new RegExp(`^### 🟠 Accepted by (?:${name}(?:, | and )?)+: `, "u");
const acceptedSince = /^Accepted on \d{1,2} \w{3} \d{4}, for this commit’s prompts and cases\. ?/mu;
const acceptedWords = new RegExp(`Accepted by (?:${name}(?:, | and )?)+ on \\d{1,2} \\w{3} \\d{4}: this does not block the merge\\.`, "u");

// src/reporters/summary.ts
const summaryLimit = 1032192;
function writeSummary(report) {
	return reportMarkdown(report, "", matrixSections(report), {
		length: summaryLimit,
		measure: (text) => utf8ToBytes(text).length,
		rows: 200,
		fence: {
			lines: 200,
			characters: 12e3
		}
	});
}
function matrixSections(report) {
	return worstPromptsFirst(report).prompts.flatMap((prompt) => {
		const ids = [...new Set(prompt.models.flatMap(({ cases }) => cases.map(({ id }) => id)))];
		if (ids.length === 0) return [];
		const of = report.prompts.length > 1 ? say` of ${prompt.path}` : [];
		return [{
			title: toSummary(say`All cases${of} (${own(showCount(ids.length))})`),
			items: linesOf(prompt, ids, report),
			between: "\n"
		}];
	});
}
function linesOf(prompt, ids, report) {
	const held = prompt.models.map(({ cases }) => new Map(cases.map((one) => [one.id, one])));
	const rows = ids.map((id) => ({
		id,
		cells: held.map((cases) => cases.get(id))
	})).map((row) => ({
		...row,
		worst: Math.min(...row.cells.flatMap((one) => one === void 0 ? [] : [outcomes.indexOf(outcomeOf(one))]))
	})).toSorted((one, other) => one.worst - other.worst);
	const [head = "", delimiter = "", ...lines] = markdownTable([[
		"Case",
		"Outcome",
		...prompt.models.map(({ id }) => escapeName(id))
	], ...rows.map(({ id, cells, worst }) => [
		linkToCase({
			prompt,
			case: { id }
		}, report),
		wordWorst(worst, cells),
		...cells.map(showCell)
	])], {
		align: "l",
		alignDelimiters: false
	}).split("\n");
	return [`${head}\n${delimiter}`, ...lines];
}
function wordWorst(worst, cells) {
	const outcome = outcomes[worst];
	return outcome === void 0 ? "" : wordOutcome(outcome, cells.every((one) => one === void 0 || one.old.of === 0));
}

export { closedWords, showAcceptance, showEarlier, writeAnnotations, writeAsking, writeComment, writeHeading, writeHtml, writeJson, writeStopped, writeSummary };