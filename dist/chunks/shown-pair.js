import { f as markdownTable } from "./scale.js";
import { t as clip } from "./clip.js";
import { c as wordTurn, i as tellingPair, l as casesBehindFall, n as exampleOnly, o as wordCheckReason, s as wordConversationEnd, u as mostTellingCase } from "./telling-pair.js";
import { m as showScore, n as showChange } from "./show-quantity.js";
import { n as escapeQuote, r as toMarkdown, t as escapeName } from "./escape.js";

// src/reporters/markdown/complaints.ts
const leastFall = .05;
const most$1 = 6;
function complaints(old, now) {
	return (now?.checks ?? []).flatMap((check) => {
		if (check.kind === "unscored") return [];
		const before = old?.checks.find((one) => one.kind === "scored" && one.check === check.check);
		const fell = !check.binary && before !== void 0 && check.value < before.value - leastFall;
		return check.passed === false || fell ? [word(check, before)] : [];
	}).slice(0, most$1);
}
function word(check, before) {
	const name = escapeName(check.check);
	if (check.binary) return `${name}: ${escapeQuote(wordCheckReason(check.reason))}`;
	const change = showChange(before?.value ?? null, check.value, showScore);
	const was = before === void 0 || before.value <= check.value ? "" : ` (before: ${escapeQuote(before.reason)})`;
	return `${name} ${change}: ${escapeQuote(check.reason)}${was}`;
}

// src/reporters/markdown/shown-pair.ts
const most = {
	asked: 200,
	reply: 400,
	transcript: 2400
};
const whole = {
	reply: 4e3,
	transcript: 12e3
};
function shownPair(report) {
	const placed = mostTellingCase(report);
	if (placed === void 0) return "";
	return pairBlock(placed, report, report.published?.replies === "full" ? {
		...most,
		...whole
	} : most, noteOn(placed.case, report));
}
function noteOn({ state, old }, report) {
	if (casesBehindFall(report).length > 0) return exampleOnly;
	return state === "failing" && old.of > 0 ? ", fails before and now" : "";
}
function pairBlock(placed, report, size, note = "") {
	const { prompt, row, case: one } = placed;
	const pair = tellingPair(placed, size.reply);
	const where = report.prompts.length > 1 ? ` in ${escapeName(prompt.path)}` : "";
	const asked = pair.asked === "" ? "" : `<br>${escapeQuote(clip(pair.asked, size.asked))}`;
	const title = `**${escapeName(one.id)}** on ${escapeName(row.id)}${where}: ${toMarkdown(pair.change)}${note}${asked}`;
	const { old, new: now } = pair.replies;
	const replies = old !== void 0 && now !== void 0 && [old, now].some(({ transcript = [] }) => transcript.length > 1) ? transcriptTable(old, now, size.transcript) : [...pair.before === void 0 ? [] : [`> ${markOf(old)} **Before** · ${escapeQuote(pair.before, size.reply)}`, ">"], `> ${markOf(now)} **Now** · ${underlined(pair.now, pair.evidence, size.reply)}`].join("\n");
	const told = complaints(old, now).join("<br>");
	return [
		title,
		replies,
		told === "" ? "" : `Fails ${told}`
	].filter((part) => part !== "").join("\n\n");
}
function markOf(reply) {
	if (reply?.passes === void 0 || reply.passes === null) return reply?.side === "old" ? "✅" : "❌";
	return reply.passes ? "✅" : "❌";
}
function underlined(text, evidence, most) {
	const found = evidence.filter((piece) => text.includes(piece)).toSorted((one, other) => other.length - one.length)[0];
	if (found === void 0) return escapeQuote(text, most);
	const at = text.indexOf(found);
	const [before, after] = [text.slice(0, at), text.slice(at + found.length)];
	return `${pieceOf(before, most)}<ins>${escapeQuote(found, most)}</ins>${pieceOf(after, most)}`;
}
function pieceOf(text, most) {
	if (text.trim() === "") return text === "" ? "" : " ";
	return `${/^\s/u.test(text) ? " " : ""}${escapeQuote(text.trim(), most)}${/\s$/u.test(text) ? " " : ""}`;
}
function transcriptTable(old, now, characters) {
	const [before, after] = [old.transcript ?? [], now.transcript ?? []];
	const turns = Math.max(before.length, after.length);
	const longest = Math.max(60, Math.floor(characters / (2 * Math.max(1, turns))));
	const lines = Array.from({ length: turns }, (_, at) => [cell(before, at, longest), cell(after, at, longest)]);
	const ends = [old, now].map((reply) => wordConversationEnd(reply) ?? "");
	return markdownTable([
		["✅ Before", "❌ Now"],
		...lines,
		ends
	], { alignDelimiters: false });
}
function cell(transcript, at, longest) {
	const turn = transcript[at];
	if (turn === void 0) return "";
	const { who, said } = wordTurn(turn);
	return `**${escapeQuote(who)}:** ${escapeQuote(clip(said, longest))}`;
}

export { pieceOf as n, shownPair as r, pairBlock as t };