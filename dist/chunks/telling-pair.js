import { a as showValues } from "./fill-template.js";
import { c as showCall } from "./skills.js";
import { C as say, S as quote, b as own, h as showTally, m as showScore, v as list, y as listNames } from "./show-quantity.js";
import { i as diffArrays } from "./libesm.js";
import { n as pickReplies, r as replyText } from "./pick-replies.js";

// src/reporters/wording/word-change.ts
function tellingFall({ falls = [], delta }) {
	return delta !== null && delta <= -.5 ? void 0 : falls[0];
}
function wordChange(one) {
	const fall = tellingFall(one);
	if (fall !== void 0) return wordFallOf(fall);
	return own(one.old.of === 0 ? showTally(one.new) : `${showTally(one.old)} → ${showTally(one.new)}`);
}
function wordFallOf({ check, old, new: now }) {
	return say`${check ?? own("the score")} ${own(`${showScore(old)} → ${showScore(now)}`)}`;
}
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

// src/reporters/cases-of.ts
function casesOf(report, ...states) {
	return report.prompts.flatMap((prompt) => prompt.models.flatMap((row) => row.cases.filter((one) => states.includes(one.state)).map((one) => ({
		prompt,
		row,
		case: one
	}))));
}

// src/reporters/telling-cases.ts
function mostTellingCase(report) {
	const worst = worstCases(report);
	const [example] = worst.length === 0 ? casesBehindFall(report) : [];
	if (example !== void 0) return example;
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
function worstCases(report) {
	const fellMost = (cases) => cases.toSorted((one, other) => (one.case.delta ?? 0) - (other.case.delta ?? 0));
	return [...fellMost(casesOf(report, "regressed")), ...fellMost(casesOf(report, "fell"))];
}
const ofMany = /* @__PURE__ */ new Set([
	"suite",
	"leaning",
	"leaning-case"
]);
function casesBehindFall(report) {
	if (worstCases(report).length > 0) return [];
	const fell = ({ reasons }) => reasons.some(({ kind }) => ofMany.has(kind));
	return report.prompts.flatMap((prompt) => prompt.models.filter((row) => fell(row) || fell(prompt)).flatMap((row) => row.cases.map((one) => ({
		prompt,
		row,
		case: one
	})))).filter(({ case: { delta } }) => delta !== null && delta < 0).toSorted((one, other) => (one.case.delta ?? 0) - (other.case.delta ?? 0));
}
const mostFailing = 5;
function shownCases(report) {
	if (report.mode === "check") return casesOf(report, "failing", "flaky").map((placed) => ({
		...placed,
		why: "fails"
	}));
	const worst = worstCases(report).map((placed) => ({
		...placed,
		why: placed.case.state === "regressed" ? "broke" : "fell"
	}));
	const idle = new Set(report.prompts.flatMap(({ models }) => models.filter(({ reasons }) => reasons.some(({ kind }) => kind === "nothing-passes"))));
	const failing = casesOf(report, "failing").filter(({ row }) => idle.has(row));
	const byRow = [...Map.groupBy(failing, ({ row }) => row).values()].map((cases) => cases.slice(0, mostFailing));
	const examples = casesBehindFall(report).slice(0, 1);
	return [
		...worst,
		...examples.map((placed) => ({
			...placed,
			why: "example"
		})),
		...byRow.flat().map((placed) => ({
			...placed,
			why: "fails"
		}))
	];
}

// src/reporters/wording/reply-words.ts
function wordCheckReason(reason) {
	const found = /^"(?<said>.+)" matches "(?:\(\?i\))?.*"$/su.exec(reason)?.groups?.["said"];
	if (found !== void 0) return `says “${found}”`;
	const pattern = /^no match for "(?:\(\?i\))?(?<pattern>[^"]+)"$/su.exec(reason)?.groups?.["pattern"];
	if (pattern === void 0 || !/^[\p{L}\p{N} ,'’|-]+$/u.test(pattern)) return reason;
	const words = pattern.split("|").map((word) => `“${word.trim()}”`);
	if (words.length === 1) return `does not say ${words[0]}`;
	if (words.length === 2) return `says neither ${words.join(" nor ")}`;
	return `says none of ${words.join(", ")}`;
}
function wordTurn({ role, content, toolCalls = [], tool = "" }) {
	if (role === "tool") return {
		who: `${tool} returns`,
		said: content
	};
	const calls = toolCalls.map((call) => `calls ${showCall(call)}`);
	return {
		who: role === "user" ? "User" : "Reply",
		said: [content, ...calls].filter((line) => line !== "").join("\n")
	};
}
function isTalk({ transcript = [] }) {
	return transcript.some(({ role }) => role === "user");
}
function wordConversationEnd({ conversationEnd }) {
	return conversationEnd === void 0 ? void 0 : words[conversationEnd];
}
const words = {
	met: "the user’s goal was met",
	"given-up": "the user gave up",
	turns: "no turn was left",
	answered: void 0,
	"max-steps": "it called tools in its last step",
	"no-result": "no canned result fits its call"
};

// src/reporters/telling-pair.ts
const exampleOnly = ", an example: it fell most, and is not proven by itself";
function tellingPair({ prompt, case: one }, most) {
	const replies = pickReplies(one);
	const failing = replies.new?.checks.filter(isFailing) ?? [];
	const evidence = failing.flatMap(({ reason }) => quotedIn(reason));
	const texts = differingParts(textOf(replies.old), textOf(replies.new), {
		most,
		evidence
	});
	return {
		asked: showValues(prompt.exam.find(({ id }) => id === one.id)?.vars ?? {}),
		change: wordChange(one),
		...replies.old === void 0 ? {} : { before: wordReply(replies.old, texts.old) },
		now: wordReply(replies.new, texts.new),
		evidence,
		failing,
		replies
	};
}
function wordReply(reply, shown) {
	if (reply === void 0) return "(no reply)";
	if (shown.trim() !== "") return shown;
	return replyText(reply) ?? `(no reply: ${reply.error?.message ?? "it failed"})`;
}
function textOf(reply) {
	const { transcript = [] } = reply ?? {};
	if (transcript.length < 2) return reply?.text ?? "";
	return transcript.map(wordTurn).map(({ who, said }) => `${who}: ${said}`).join("\n");
}
function isFailing(check) {
	return check.kind === "scored" && check.passed === false;
}
function quotedIn(reason) {
	return [...reason.matchAll(/["“]([^"“”]{3,200})["”]/gu)].map(([, quoted = ""]) => quoted);
}
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
function diffReplies(old, now, most = 400) {
	return diffArrays(pieces(old).slice(0, most), pieces(now).slice(0, most)).flatMap((change) => change.value.map((text) => ({
		kind: change.added ? "added" : change.removed ? "removed" : "same",
		text
	})));
}
function pieces(text) {
	return text.replaceAll("\r\n", "\n").split("\n").flatMap((line) => line.length <= 100 ? [line] : line.split(/(?<=[.!?。！？…]["'”’)\]]*)\s+|(?<=[。！？])/u));
}

export { wordFallOf as _, isTalk as a, wordTurn as c, shownCases as d, worstCases as f, wordChange as g, wordCaseChanges as h, tellingPair as i, casesBehindFall as l, tellingFall as m, exampleOnly as n, wordCheckReason as o, casesOf as p, quotedIn as r, wordConversationEnd as s, differingParts as t, mostTellingCase as u };