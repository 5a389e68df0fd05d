import "./rolldown-runtime.js";
import { C as hasGaps, T as wordCoverage, a as openingOf, b as wordReason, f as wordHeads, g as wordWhere, h as wordVerbosity, m as wordUncounted, n as unreviewedToTell, p as wordIgnored, r as reasonsToTell, t as wordProblem, u as wordMethod, v as isAlone, w as passes } from "./word-problem.js";
import { t as failedChecks } from "./pick-replies.js";
import { C as say, S as quote, T as upperFirst, a as showDuration, b as own, d as showP, f as showPercent, h as showTally, i as showDelta, m as showScore, n as showChange, p as showPoints, r as showCount, s as showMoney, u as showNumberOf, v as list, x as plain, y as listNames } from "./show-quantity.js";
import { d as shownCases, f as worstCases, g as wordChange, h as wordCaseChanges, i as tellingPair, l as casesBehindFall, n as exampleOnly, p as casesOf, u as mostTellingCase } from "./telling-pair.js";
import { t as fitTable } from "./fit-table.js";
import { i as columnsOf, n as penFor, r as wrap, t as harmless } from "./pen.js";
import { r as showOnOneLine } from "./show-hidden.js";
import { t as pairLines } from "./paired-lines.js";
import { r as problemsOf } from "./report-outcome.js";
import { r as verdicts } from "./verdict.js";
import { d as wordProduct, f as wordSum, i as ratioOf, o as wordBill, r as nameRow, s as wordCauses, t as explodingRows, u as wordGrowth } from "./word-cost.js";
import { t as showDay } from "./show-day.js";
import { t as canonicalJson } from "./json.js";
import { t as sides } from "./side.js";
import { r as stubFor } from "./canned-results.js";

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
			p95: once(latency.p95),
			...latency.firstToken === void 0 ? {} : { firstToken: once(latency.firstToken) }
		}
	};
}
function once(value) {
	return {
		...value,
		old: value.new
	};
}

// src/reporters/terminal/cases-table.ts
const most$5 = 20;
function casesShown(report) {
	return listed(report).slice(0, most$5);
}
function listed(report) {
	const worst = worstCases(report);
	return worst.length > 0 ? worst : casesBehindFall(report);
}
function casesTable(report, { columns: width, paint }) {
	const all = listed(report);
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
	const unproven = casesBehindFall(report).length > 0 ? ["None of these is proven by itself."] : [];
	return [
		paint("head", head),
		...lines,
		...unproven,
		...all.length > most$5 ? [`… and ${all.length - most$5} more`] : []
	];
}
function wordFailed([first, ...more]) {
	if (first === void 0) return "";
	return `${harmless(first)}${more.length === 0 ? "" : ` and ${more.length} more`}`;
}

// src/reporters/read-diff.ts
const hunk = /^@@ -(?<old>\d+)(?:,(?<oldLines>\d+))? \+(?<new>\d+)(?:,(?<newLines>\d+))? @@ ?(?<at>.*)$/u;
const header = /^(?:---|\+\+\+|===|Index:|$)/u;
function readDiff(diff) {
	let at = {
		old: 0,
		new: 0
	};
	let left = {
		old: 0,
		new: 0
	};
	let gone = "";
	const lines = diff.trimEnd().split("\n");
	const isHeader = (index) => lines[index]?.startsWith("+++ ") === true && lines[index - 1]?.startsWith("--- ") === true && hunk.test(lines[index + 1] ?? "");
	const isOne = lines.filter((_, index) => isHeader(index)).length <= 1;
	return lines.flatMap((line, index) => {
		const isWithin = left.old > 0 || left.new > 0;
		const begun = isWithin ? void 0 : hunk.exec(line)?.groups;
		if (begun !== void 0) {
			at = {
				old: Number(begun["old"]),
				new: Number(begun["new"])
			};
			left = {
				old: Number(begun["oldLines"] ?? 1),
				new: Number(begun["newLines"] ?? 1)
			};
			return [{
				kind: "hunk",
				text: begun["at"] ?? "",
				...at
			}];
		}
		if (line.startsWith("\\")) return [{
			kind: "note",
			text: line.slice(1).trim()
		}];
		if (!isWithin) {
			if (line.startsWith("--- ")) gone = nameOf(line);
			if (!isOne && isHeader(index)) return [{
				kind: "file",
				text: nameOf(line) || gone
			}];
			return header.test(line) ? [] : [{
				kind: "note",
				text: line
			}];
		}
		const text = line.slice(1);
		switch (line.charAt(0)) {
			case "-":
				at = {
					...at,
					old: at.old + 1
				};
				left = {
					...left,
					old: left.old - 1
				};
				return [{
					kind: "old",
					text,
					old: at.old - 1
				}];
			case "+":
				at = {
					...at,
					new: at.new + 1
				};
				left = {
					...left,
					new: left.new - 1
				};
				return [{
					kind: "new",
					text,
					new: at.new - 1
				}];
			default:
				at = {
					old: at.old + 1,
					new: at.new + 1
				};
				left = {
					old: left.old - 1,
					new: left.new - 1
				};
				return [{
					kind: "same",
					text,
					old: at.old - 1,
					new: at.new - 1
				}];
		}
	});
}
function nameOf(header) {
	const name = header.slice(4);
	return name === "/dev/null" ? "" : name.replace(/^[ab]\//u, "");
}
function changedInstructions({ unreviewed }) {
	return unreviewed.flatMap(({ path, diff = "" }) => diff.trim() === "" ? [] : [{
		path,
		diff
	}]);
}

// src/reporters/wording/word-edit.ts
const mostTold = 5;
function wordEdit({ promptEdit, toolsChanged = [] }) {
	const { settings = [], responseFormat = [] } = promptEdit ?? {};
	const tools = toolsChanged.slice(0, mostTold).map(({ tool, what, description }) => say`Tool ${tool}: ${quote(what.join(", "))}${wordDescription(description)}.`);
	const more = toolsChanged.length - tools.length;
	return [
		...settings.length === 0 ? [] : [list(settings.map(wordSetting))],
		...responseFormat.length === 0 ? [] : [say`Response format: ${quote(responseFormat.join(", "))}.`],
		...tools,
		...more > 0 ? [own(`… and ${more} more ${more === 1 ? "tool" : "tools"} changed.`)] : [],
		...wordVariables(promptEdit)
	];
}
function wordSetting({ name, old, new: now }) {
	const change = say`${wordValue(old)} → ${wordValue(now)}`;
	const of = /^[a-z](?:[a-z_]{0,40}[a-z])?$/u.test(name) ? own(name) : say`${name}`;
	return name === "model" && old !== void 0 && now !== void 0 ? change : say`${of} ${change}`;
}
function wordValue(value) {
	if (value === void 0) return own("not set");
	return /^-?\d+(?:\.\d+)?$/u.test(value) ? own(value) : say`${value}`;
}
function wordDescription(description) {
	if (description === void 0) return [];
	const { old, new: now } = description;
	if (old === "") return say`, now “${quote(now)}”`;
	return now === "" ? say`, before “${quote(old)}”` : say`, “${quote(old)}” → “${quote(now)}”`;
}
function wordVariables(edit) {
	const { unset = [], unused = [] } = edit ?? {};
	return [...wordUnset(unset), ...unused.length === 0 ? [] : [say`${own(unused.length === 1 ? "Variable" : "Variables")} that no template uses any more: ${listNames(unused)}.`]];
}
function wordUnset(unset, where = []) {
	if (unset.length === 0) return [];
	return [say`No golden case sets the new ${own(unset.length === 1 ? "variable" : "variables")} ${listNames(unset)}${where}.`];
}
function wordBehind(report) {
	const { prompts } = report;
	const several = prompts.length > 1;
	const behind = filesBehind(report);
	const told = behind.slice(0, mostTold).map(({ path, prompts: of }) => {
		const names = several ? listNames(of, 3) : [];
		return several ? say`Changed through ${path}: ${names}.` : say`Changed through ${path}.`;
	});
	const more = behind.length - told.length;
	return [
		...told,
		...more > 0 ? [own(`… and through ${more} more ${more === 1 ? "file" : "files"}.`)] : [],
		...prompts.flatMap(({ path, promptEdit }) => wordUnset(promptEdit?.unset ?? [], several ? say` of ${path}` : []))
	];
}
function filesBehind({ prompts }) {
	const all = prompts.flatMap(({ path: prompt, through = [] }) => through.map(({ path, diff = "" }) => ({
		prompt,
		path,
		diff
	})));
	return [...Map.groupBy(all, ({ path }) => path)].map(([path, held]) => ({
		path,
		prompts: held.map(({ prompt }) => prompt),
		diff: held.find(({ diff }) => diff !== "")?.diff ?? ""
	})).toSorted((one, other) => other.prompts.length - one.prompts.length);
}

// src/reporters/terminal/edit-block.ts
const most$4 = {
	shown: 3,
	lines: 6,
	screen: 2
};
const indent = "  ";
function editBlock(report, pen) {
	const blocks = [...report.prompts.filter((prompt) => prompt.diff.trim() !== "" || wordEdit(prompt).length > 0).map((prompt) => promptBlock(prompt, pen)), ...filesBehind(report).filter(({ diff }) => diff !== "").map(({ path, diff }) => [...headOf(path, pen), ...linesOf$2(diff, "", pen)])];
	const more = blocks.length - most$4.shown;
	return [...blocks.slice(0, most$4.shown).flat(), ...more > 0 ? [`… and ${more} more with changes`] : []];
}
function headOf(path, pen) {
	return pen.lines(say`Changed in ${path}:`).map((line) => pen.paint("head", line));
}
function promptBlock(prompt, pen) {
	const { path, diff, promptEdit } = prompt;
	const facts = wordEdit(prompt).flatMap((told) => pen.lines(told, indent));
	const messages = promptEdit?.messages ?? [];
	const told = messages.length > 0 ? messages.flatMap(({ role, kind, diff: of }) => {
		const title = kind === "changed" ? own(`${role}:`) : own(`${role} ${kind}:`);
		return [...pen.lines(title, indent), ...linesOf$2(of, indent, pen)];
	}) : facts.length > 0 ? [] : linesOf$2(diff, "", pen);
	return [
		...headOf(path, pen),
		...facts,
		...told
	];
}
function linesOf$2(diff, further, { columns }) {
	const changed = pairLines(readDiff(diff)).flatMap(wordRow);
	const room = columns - 2 - further.length - 2;
	const shown = changed.slice(0, most$4.lines).flatMap((text) => {
		return wrap(showOnOneLine(text, room * most$4.screen), room, "").slice(0, most$4.screen + 1).map((line, at) => `${further}${indent}${at === 0 ? "" : "  "}${line}`);
	});
	const more = changed.length - most$4.lines;
	return [...shown, ...more > 0 ? [`${further}${indent}… and ${more} more ${more === 1 ? "line" : "lines"}`] : []];
}
function wordRow(row) {
	switch (row.kind) {
		case "plain": return [];
		case "old": return [`- ${row.old.text}`];
		case "new": return [`+ ${row.now.text}`];
		case "changed": {
			const { old, now, spans } = row;
			if (spans === void 0) return [`- ${old.text}`, `+ ${now.text}`];
			return [`~ ${spans.map((span) => span.same ? span.new : `${bracket("-", span.old)}${bracket("+", span.new)}`).join("")}`];
		}
	}
}
function bracket(mark, text) {
	if (text === "") return "";
	return mark === "-" ? `[-${text}-]` : `{+${text}+}`;
}

// src/reporters/wording/notes-to-tell.ts
function notesToTell({ prompts }) {
	const paths = /* @__PURE__ */ new Map();
	for (const { path, notes } of prompts) for (const note of notes) paths.set(note, [...paths.get(note) ?? [], path]);
	return [...paths].map(([note, of]) => say`${listNames(of, 3)}: ${quote(note)}`);
}

// src/reporters/wording/word-cost-lines.ts
const least = .05;
function hasMoved(spending, alpha) {
	const ratio = ratioOf(spending);
	const chance = ratio > 1 ? spending.usd.p : spending.usd.cheaper;
	return Math.abs(ratio - 1) >= least && chance !== null && chance <= alpha;
}
function costLines(row, alpha) {
	const { spending } = row;
	if (spending === void 0) return [];
	const moved = hasMoved(spending, alpha);
	return [
		...moved ? [wordMoved(spending), wordTokens(spending)] : [],
		...moved && spending.month !== void 0 ? [say`${wordBill(spending, row)}${wordSpan(spending.month)}.`] : [],
		wordVerbosity(row),
		wordHeads(row),
		...wordIgnored(row),
		wordUncounted(row)
	].filter((line) => line.length > 0);
}
function wordOverModels({ spending }, alpha) {
	if (spending === void 0 || !hasMoved(spending, alpha)) return [];
	return own(`Over its ${spending.models} models ${wordGrowth(spending)}${wordThousand(spending)}.`);
}
function wordThousand({ usd }) {
	return usd.old === null || usd.new === null ? "" : ` (${showChange(usd.old * 1e3, usd.new * 1e3, showMoney)} per 1,000 replies${spanOf(usd, 1e3)})`;
}
function wordMoved(spending) {
	const causes = wordCauses(spending);
	const per = wordThousand(spending);
	const product = wordProduct(spending);
	return own(`${wordGrowth(spending)}${per}${causes === "" ? "" : `: ${causes}`}.${product === "" ? "" : ` Multiplied out: ${product}.`}`);
}
function spanOf({ low, high }, scale) {
	return low === null || high === null ? "" : `, ${wordSum(low * scale)} to ${wordSum(high * scale)}`;
}
function wordSpan(span) {
	const shown = spanOf(span, 1);
	return own(shown === "" ? "" : `, as far as these cases tell ${shown.slice(2)}`);
}
function wordTokens({ tokens }) {
	const show = (side) => showChange(side.old, side.new, showCount);
	const part = (side, what) => (side.old ?? 0) + (side.new ?? 0) === 0 ? "" : `, ${what} ${show(side)}`;
	return own(`Tokens a reply: in ${show(tokens.input)}${part(tokens.cached, "of which cached")}; out ${show(tokens.output)}${part(tokens.reasoning, "of which reasoning")}.`);
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
function wordPreferences(report) {
	return report.prompts.flatMap(({ path, models }) => models.flatMap((row) => {
		if (row.prefer === void 0) return [];
		const where = report.prompts.length > 1 ? say`${path} on ${row.id}` : say`${row.id}`;
		return [say`Side by side on ${where}: ${wordCounts(row.prefer)}.`];
	}));
}
function wordCounts(prefer) {
	const { wins, ties, losses, unscored = 0, p } = prefer;
	const pairs = wins + ties + losses;
	if (pairs === 0) return own(`none of ${showNumberOf(unscored, "pair")} of replies could be judged`);
	const test = p === void 0 || wins + losses === 0 ? "" : `sign test for worse, ${showP(p)}; `;
	const missing = unscored === 0 ? "" : `, ${unscored} not judged`;
	return own(`the new reply preferred in ${wins} of ${showNumberOf(pairs, "pair")}, the old one in ${losses}, ${showNumberOf(ties, "tie")}${missing} (${test}outside the score and the gate)${wordLengths(prefer)}`);
}
function wordLengths({ winnersLonger = 1, alike }) {
	if (winnersLonger < 1.25 || alike === void 0) return "";
	const { wins, ties, losses } = alike;
	const count = wins + ties + losses;
	const rest = count === 0 ? "no pair has replies of like length" : `of the ${showNumberOf(count, "pair")} of like length the new one is preferred in ${wins}, the old one in ${losses}`;
	return `. The preferred new replies are ${winnersLonger.toFixed(1)} × as long as the old ones; ${rest}`;
}

// src/reporters/wording/word-skills.ts
function confusionsOf({ prompts }) {
	const found = prompts.flatMap((prompt) => prompt.models.flatMap((row) => (row.picks ?? []).flatMap(({ case: id, skill, wanted, ...sides }) => {
		return [...new Set([...sides.old, ...sides.new].map((one) => one.skill))].filter((one) => wanted === null ? one === skill : one !== wanted).map((one) => {
			const count = (side) => sides[side].find((told) => told.skill === one)?.replies ?? 0;
			return {
				prompt,
				row,
				wanted,
				picked: one,
				old: count("old"),
				new: count("new"),
				cases: [id]
			};
		});
	})));
	return [...Map.groupBy(found, ({ prompt, row, wanted, picked }) => JSON.stringify([
		prompt.path,
		row.id,
		wanted,
		picked
	])).values()].flatMap(([first, ...more]) => {
		if (first === void 0) return [];
		const sum = (of) => more.reduce((all, one) => all + one[of], first[of]);
		return [{
			...first,
			old: sum("old"),
			new: sum("new"),
			cases: [first, ...more].flatMap(({ cases }) => cases)
		}];
	}).toSorted((one, other) => other.new - other.old - (one.new - one.old));
}
const most$3 = 5;
function wordConfusions(report) {
	return confusionsOf(report).slice(0, most$3).map(({ prompt, row, wanted, picked, cases, ...replies }) => {
		const where = report.prompts.length > 1 ? say`${prompt.path} on ${row.id}` : say`${row.id}`;
		const instead = wanted === null ? own("where it should not be") : say`instead of ${wanted}`;
		const times = own(`${showChange(replies.old, replies.new, String)} replies`);
		return say`On ${where} ${picked === null ? own("no skill") : say`${picked}`} is picked ${instead}: ${times} (${listNames(cases, 3)}).`;
	});
}
function withheldRows({ prompts }) {
	return prompts.flatMap((prompt) => prompt.models.flatMap((row) => row.withheld === void 0 ? [] : [{
		prompt,
		row,
		withheld: row.withheld
	}]));
}
function wordWithheld(report) {
	return withheldRows(report).map(({ prompt, row, withheld }) => {
		const { passRate, cases } = withheld;
		const [adds, how] = wordAdds(withheld);
		const rates = passRate.with === null || passRate.without === null ? "" : `: ${showPercent(passRate.with)} of replies pass with it, ${showPercent(passRate.without)} without`;
		const [verb] = cases.needed.length === 1 ? ["breaks"] : ["break"];
		const needed = cases.needed.length === 0 ? [] : say` Without it ${listNames(cases.needed, 5)} ${own(verb)}.`;
		return say`${prompt.path} ${own(adds)} on ${row.id}${own(`${how === "" ? "" : `, ${how}`}${rates}.`)}${needed}`;
	});
}
function wordAdds({ score, proven }) {
	const { adds } = score;
	if (adds === null) return ["could not be compared with nothing", ""];
	if (Math.abs(adds) < .005) return ["adds nothing that these cases see", ""];
	if (adds < 0) return [`takes ${showPoints(adds)} away`, ""];
	return [`adds ${showPoints(adds)}`, proven ? "beyond chance" : "which may be chance"];
}

// src/reporters/terminal/findings.ts
const mostReasons = 40;
function findingsOf(report) {
	const problems = problemsOf(report).map(wordProblem);
	const reasons = reasonsOf$1(report);
	const more = reasons.length - mostReasons;
	return [
		...problems,
		...unreviewedToTell(report),
		...reasons.slice(0, mostReasons),
		...more > 0 ? [say`… and ${more} more findings.`] : [],
		...unsteady(report),
		...wordConfusions(report),
		...wordWithheld(report),
		...wordPreferences(report),
		...costsOf(report),
		...report.prompts.flatMap((prompt) => wordCaseChanges(prompt, report.prompts.length > 1)),
		...report.notes.map((note) => say`${quote(note)}`),
		...notesToTell(report)
	];
}
function costsOf({ prompts, method }) {
	return prompts.flatMap((prompt) => prompt.models.flatMap((row) => costLines(row, method.alpha).map((line) => say`${prompts.length > 1 ? say`${prompt.path}, ` : []}${nameRow(row)}: ${line}`)));
}
function reasonsOf$1(report) {
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
function worstPromptsFirst(report) {
	const rank = ({ verdict }) => verdicts.indexOf(verdict);
	return {
		...report,
		prompts: report.prompts.toSorted((one, other) => rank(one) - rank(other))
	};
}

// src/reporters/terminal/rows-table.ts
const most$2 = 60;
const leastChange = .1;
function rowsTable(report, { columns: width, paint }) {
	const { prompts } = report;
	const all = worstFirst(prompts.flatMap(linesOf$1));
	if (all.every(({ row }) => row === void 0)) return [];
	const shown = all.slice(0, most$2);
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
		...all.length > most$2 ? [`… and ${all.length - most$2} more rows, none of them worse`] : []
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
	const note = casesBehindFall(report).length > 0 ? exampleOnly : "";
	return placed === void 0 ? [] : linesOf(placed, report, pen, note);
}
function linesOf(placed, report, pen, note = "") {
	const { prompt, row, case: one } = placed;
	const room = pen.columns - labelColumns;
	const pair = tellingPair(placed, room * (lines.reply - 1));
	const where = report.prompts.length > 1 ? say` in ${prompt.path}` : [];
	const checks = pair.failing.slice(0, mostChecks).map(({ check, reason }) => `${check}: ${reason}`);
	const more = pair.failing.length - mostChecks;
	return [
		...pen.lines(say`${one.id} on ${row.id}${where}: ${pair.change}${own(note)}`).map((line) => pen.paint("head", line)),
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

// src/reporters/wording/word-fields.ts
function fieldsThatMoved({ prompts, mode }) {
	return prompts.flatMap((prompt) => prompt.models.flatMap((row) => (row.fields ?? []).map((count) => ({
		prompt,
		row,
		count
	})))).filter(({ count }) => mode === "check" ? shareOf(count.new) < 1 : shareOf(count.old) !== shareOf(count.new)).toSorted((one, other) => fallOf(other) - fallOf(one));
}
const leastFall = .1;
const most$1 = 3;
function wordFields(report) {
	const fell = fieldsThatMoved(report).filter((told) => told.count.old.of > 0 && fallOf(told) >= leastFall);
	return [...Map.groupBy(fell, ({ row }) => row).values()].flatMap((held) => {
		const [first] = held;
		if (first === void 0) return [];
		const where = report.prompts.length > 1 ? say`${first.prompt.path} on ${first.row.id}` : say`${first.row.id}`;
		const shown = held.slice(0, most$1).map(({ count }) => say`${count.field} right ${own(showRight(count))}`);
		const more = held.length > most$1 ? [own(`${held.length - most$1} more`)] : [];
		return [say`Fields that fell on ${where}: ${list([...shown, ...more], ", ", more.length > 0 ? " and " : ", ")}.`];
	});
}
function showRight({ old, new: now }) {
	return [old, now].filter(({ of }) => of > 0).map(({ right, of }) => `${right}/${of}`).join(" → ");
}
function shareOf({ right, of }) {
	return of === 0 ? 0 : right / of;
}
function fallOf({ count }) {
	return shareOf(count.old) - shareOf(count.new);
}

// src/reporters/wording/word-next-step.ts
function wordNextStep(report) {
	switch (report.verdict) {
		case "regressed": return acceptedBy(report) ?? say`${own(wordMend(report))}${accept(report)}. ${wordBlock(report)}`;
		case "failing": return say`Fix the prompt or the golden cases. ${wordBlock(report)}`;
		case "inconclusive": return wordBlock(report);
		case "unreviewed": return say`${wordIdleMend(report)}${wordBlock(report)}`;
		case "invalid": return acceptedBy(report) ?? say`${own(report.ended === "cancelled" ? "Run it again." : "Fix this and run again.")} ${wordBlock(report)}`;
		case "pass":
			if (report.gate.open && explodingRows(report).length > 0) return own("This does not block the merge; a limit of `gate.cost` would.");
			return report.gate.open && !hasFailures(report) ? [] : wordBlock(report);
		case "skipped": return report.gate.open ? [] : wordBlock(report);
	}
}
function wordIdleMend({ prompts }) {
	const isIdle = prompts.some(({ models }) => models.some(({ reasons }) => reasons.some(({ kind }) => kind === "nothing-passes")));
	return own(isIdle ? "Look at the failing replies, and fix the golden cases or the prompt until some pass. " : "");
}
function hasFailures({ prompts }) {
	return prompts.some(({ change, models }) => models.some(({ cases }) => cases.some(({ state, old }) => state === "fell" || state === "failing" && (change === "added" || old.of === 0))));
}
function wordMend({ prompts }) {
	const reasons = prompts.flatMap((prompt) => [...prompt.reasons, ...prompt.models.flatMap((row) => row.reasons)]);
	const has = (kind) => reasons.some((reason) => reason.kind === kind);
	if (has("min-score")) return "Fix the prompt, or lower `min-score`";
	if (has("suite") || has("case") || has("metric")) return "Fix the prompt";
	if (has("cost") || has("cap")) return "Have the prompt ask for less, or raise `gate.cost`";
	return has("latency") ? "Have the prompt ask for less, or raise `gate.latency`" : "Fix the prompt";
}
function wordBlock({ gate, verdict, pullRequest }) {
	if (!gate.open) return own(pullRequest === void 0 ? "This would block the merge." : "This blocks the merge.");
	return own(gate.failOn.includes(verdict) || verdict === "pass" ? "This does not block the merge." : `This does not block the merge (\`fail-on: ${verdict}\` would).`);
}
function acceptedBy({ accepted, gate }) {
	const [first] = accepted;
	if (first === void 0) return void 0;
	const by = say`Accepted by ${listNames([...new Set(accepted.map((one) => one.by))])} on ${quote(showDay(first.at))}`;
	return gate.open ? say`${by}: this does not block the merge.` : say`${by}. What is invalid cannot be accepted: this blocks the merge.`;
}
function accept({ gate: { acceptLabel } }) {
	return acceptLabel === void 0 ? [] : say`, or let someone with write access set the label ${acceptLabel}`;
}

// src/reporters/wording/word-served.ts
function wordServed(report) {
	return [...report.served.flatMap(({ asked, others = [], replies = 0 }) => others.length === 0 ? [] : [say`${asked} was answered by ${list(others.map((other) => say`${other.model} in ${own(`${other.replies} of ${replies}`)}`), ", ", " and ")} replies.`]), ...wordRecounts(report)];
}
function wordRecounts({ recounted = [], startedAt }) {
	return recounted.map(({ model, calls, of, ratio, since }) => {
		const share = calls === of ? "" : ` (${calls} of ${of} calls)`;
		const told = `${ratio.toFixed(2)} × the input tokens of ${showAge(since, startedAt)}${share}`;
		return say`The same request to ${model} counts ${own(told)}: its tokenizer, a hidden prompt or the gateway changed.`;
	});
}
const day = 864e5;
function showAge(since, now) {
	const ms = Date.parse(now) - Date.parse(since);
	if (ms >= 2 * day) return `${Math.round(ms / day)} days ago`;
	const hours = Math.round(ms / 36e5);
	return hours >= 2 ? `${hours} hours ago` : "an earlier run";
}
function showMinute(at) {
	const ms = Date.parse(at);
	if (Number.isNaN(ms)) return "some time";
	const iso = new Date(ms).toISOString();
	return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
function wordServedChanges({ served }) {
	return served.flatMap(({ asked, changes = [] }) => changes.map(({ from, to, at, kept, mixed }) => {
		const when = own(showMinute(at));
		return say`${asked}: from ${when} on, ${to} answered, not ${from}${own(mixed ? " (by turns)" : kept ? " (those before were kept replies)" : "")}.`;
	}));
}
function wordAdapted({ adapted }) {
	return adapted.flatMap(({ model, params: { api, ...params } }) => [...api === "responses" ? [say`${model} was asked by the Responses API, since chat completions refused what was asked of it`] : [], ...Object.keys(params).length === 0 ? [] : [say`${model} refused parameters, adapted on both sides: ${canonicalJson(params)}`]]);
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

// src/reporters/wording/word-tools.ts
function wordTools(report) {
	return [
		...wordChanged(report),
		...wordUnanswered(report),
		...wordOutOfSteps(report)
	];
}
const mostTools = 5;
function wordChanged({ prompts }) {
	return prompts.flatMap(({ path, toolsChanged = [] }) => {
		if (toolsChanged.length === 0) return [];
		const where = prompts.length > 1 ? say` in ${path}` : [];
		const told = toolsChanged.slice(0, mostTools).map(({ tool, what }) => say`${tool} (${quote(what.join(", "))})`);
		const more = toolsChanged.length - told.length;
		return [say`Tools changed${where}: ${list([...told, ...more > 0 ? [own(`${more} more`)] : []])}.`];
	});
}
function wordUnanswered(report) {
	const reasons = report.prompts.flatMap(reasonsOf);
	if (reasons.length === 0) return [];
	const calls = reasons.reduce((sum, { of }) => sum + of, 0);
	const cases = [...new Set(reasons.flatMap((reason) => reason.calls.map((call) => call.case)))];
	const whose = reasons.every((reason) => reason.calls.every(({ side }) => side === "old")) ? own(" of the old prompt") : [];
	const ended = calls === 1 ? "its conversation ended there" : "their conversations ended there";
	return [say`No canned result fits ${own(showNumberOf(calls, "call"))}${whose} in ${listNames(cases, 3)}: ${own(ended)}, and its checks read what was said so far. Paste the results into the cases, as told below.`];
}
function wordOutOfSteps({ prompts }) {
	const held = prompts.flatMap(({ models }) => models.flatMap(({ cases }) => cases.flatMap(({ id, replies }) => replies.flatMap(({ side, conversationEnd }) => conversationEnd === "max-steps" ? [{
		id,
		side
	}] : []))));
	if (held.length === 0) return [];
	const whose = held.every(({ side }) => side === "old") ? own(" of the old prompt") : [];
	const cases = [...new Set(held.map(({ id }) => id))];
	const called = held.length === 1 ? "it called tools in its" : "they called tools in their";
	return [say`${own(showNumberOf(held.length, "conversation"))}${whose} ended before a reply in words, in ${listNames(cases, 3)}: ${own(called)} last step, and checks read what was said so far. Raise ${quote("`max-steps`")} of the cases where more steps are right.`];
}
function reasonsOf({ models }) {
	return models.flatMap(({ reasons }) => reasons.filter((reason) => reason.kind === "no-result"));
}
const mostCases = 10;
function unansweredCases(report) {
	return report.prompts.flatMap((prompt) => {
		const calls = reasonsOf(prompt).flatMap((reason) => reason.calls);
		return [...Map.groupBy(calls, (call) => call.case)].map(([id, held]) => {
			const at = prompt.exam.find((one) => one.id === id)?.at;
			const place = at === void 0 ? [] : say` (${at.line === void 0 ? at.file : `${at.file}:${at.line}`})`;
			return {
				where: say`${id}${place}`,
				stub: stubFor(held)
			};
		});
	}).slice(0, mostCases);
}

// src/reporters/terminal.ts
function writeTerminal(given, screen, written = {}) {
	const report = showOnce(given);
	const pen = penFor(screen);
	const { line, sentence } = openingOf(report);
	const [only, ...more] = report.prompts;
	const name = only === void 0 || more.length > 0 ? [] : say`${only.path}`;
	return `${[
		[
			...pen.lines(line).map((one) => pen.paint(report.verdict, one)),
			...pen.lines(list([name, sentence].filter(({ length }) => length > 0), " · ")),
			...pen.lines(wordNextStep(report)),
			...[
				...wordBehind(report),
				...wordServed(report),
				...wordShortReplies(report),
				...wordFields(report),
				...wordTools(report)
			].flatMap((told) => pen.lines(told))
		],
		report.mode === "check" ? unsteadyTable(report, pen) : casesTable(report, pen),
		shownCase(report, pen),
		rowsTable(report, pen),
		report.mode === "check" ? [] : editBlock(report, pen),
		findingsOf(report).flatMap((finding) => hanging(pen.lines(finding, "    "))),
		toPaste(report, pen),
		report.prompts.length === 0 ? [] : ending(report, pen, written)
	].filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}\n`;
}
function toPaste(report, pen) {
	const lines = (line) => {
		const indent = `  ${/^ */u.exec(line)?.[0] ?? ""}`;
		const further = `${indent}      `;
		return wrap(harmless(line), pen.columns - further.length, "").map((one, at) => (at === 0 ? indent : further) + one);
	};
	return unansweredCases(report).flatMap(({ where, stub }) => [...pen.lines(say`Paste into the case ${where}:`), ...stub.split("\n").flatMap(lines)]);
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
				fails: failedChecks({ replies })
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

export { wordEdit as A, wordPreferences as C, notesToTell as D, wordOverModels as E, readDiff as M, showOnce as N, filesBehind as O, wordJudge as S, hasMoved as T, confusionsOf as _, wordTools as a, wordConfusions as b, wordServed as c, fieldsThatMoved as d, showRight as f, stateColumns as g, worstPromptsFirst as h, unansweredCases as i, changedInstructions as j, wordBehind as k, wordServedChanges as l, worstFirst as m, unsteadyCases as n, wordShortReplies as o, wordFields as p, writeTerminal as r, wordAdapted as s, modelsOf as t, wordNextStep as u, withheldRows as v, costLines as w, wordWithheld as x, wordAdds as y };