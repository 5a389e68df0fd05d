import "./rolldown-runtime.js";
import { i as showPosition } from "./problem.js";
import { S as say, d as showPercent, i as showDuration, l as showNumberOf, n as showCount, o as showMoney, x as quote, y as own } from "./show-quantity.js";
import { t as fitTable } from "./fit-table.js";
import { n as penFor, t as harmless } from "./pen.js";

// src/reporters/monitor.ts
const most = {
	totals: 40,
	days: 31,
	broken: 5
};
function writeMonitor(report, screen) {
	const pen = penFor(screen);
	const [headline, ...notes] = [headlineOf(report), ...notesOf(report)];
	return `${[
		[...pen.lines(headline ?? []).map((line) => pen.paint("head", line)), ...notes.flatMap((note) => pen.lines(note))],
		totalsTable(report, pen),
		daysTable(report, pen)
	].filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}\n`;
}
function headlineOf({ all, from, to }) {
	const when = from === null ? ", no day known" : from === to ? ` on ${from}` : ` from ${from} to ${to}`;
	return own(`${showNumberOf(all.calls, "call")}${when}: ${showMoney(all.usd)}`);
}
function notesOf({ all, read, broken, limits }) {
	const { unknown, computed } = all.priced;
	const formats = read.formats.join(", ");
	return [
		say`${own(`Read ${showNumberOf(read.lines, "record")} of ${showNumberOf(read.files, "file")}`)} (${quote(formats)}).`,
		...computed === 0 ? [] : [own(`The cost of ${showNumberOf(computed, "call")} is computed by the price list: no log says what was billed.`)],
		...unknown === 0 ? [] : [own(`The cost of ${showNumberOf(unknown, "call")} is not known, and not in the sums: name a price under \`prices\` in the config.`)],
		...read.broken === 0 ? [] : [own(`${showNumberOf(read.broken, "record is", "records are")} broken and not counted.`)],
		...broken.slice(0, most.broken).map(({ what, at }) => say`  ${at === void 0 ? [] : say`${showPosition(at)}: `}${quote(what)}`),
		...limits.callsOfOthers === 0 ? [] : [own(`There are more segments, models or prompts than are kept apart (${limits.segment}, ${limits.model} and ${limits.prompt}; ${showCount(limits.groups)} groups): ${showNumberOf(limits.callsOfOthers, "call is", "calls are")} counted together as \`others\`.`)]
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

export { writeMonitor };