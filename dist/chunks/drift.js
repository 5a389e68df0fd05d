import "./rolldown-runtime.js";
import { S as say, b as plain, d as showPercent, i as showDuration, l as showNumberOf, o as showMoney, p as showScore, r as showDelta, v as listNames, x as quote, y as own } from "./show-quantity.js";
import { t as showDay } from "./show-day.js";
import { n as penFor, t as harmless } from "./pen.js";
import { t as markdownTable } from "./markdown-table.js";
import { n as standingOf } from "./row-of-state.js";
import { n as escapeQuote, r as toMarkdown } from "./escape.js";

// src/reporters/drift/word-canary.ts
function canariesToTell({ canaries = [] }) {
	const order = [
		"drifted",
		"invalid",
		"baseline",
		"steady"
	];
	return canaries.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}
function wordCanaryHeadline({ model, told, since, served }) {
	const day = since === void 0 ? [] : own(` since ${showDay(since.at)}`);
	return told === "served" ? say`${model} is answered by ${listNames(served)}${day}.` : say`${model} is not the model that it was${day}: its canary moved.`;
}
function wordCanary(row) {
	const { verdict, model, why, searching, runs, servedBefore, told } = row;
	if (why !== void 0) return [verdict === "invalid" ? say`The canary of ${model} could not tell: ${why}` : say`No canary can watch ${model}: ${why}`];
	if (searching !== void 0) return [say`The canary of ${model} still looks for its inputs: ${own(`${showNumberOf(searching.tried, "is", "are")} tried, ${searching.found} found.`)}`, own("The next run goes on.")];
	if (verdict === "drifted") return [
		wordCanaryHeadline(row),
		...told === "served" && servedBefore !== void 0 && servedBefore.length > 0 ? [say`Before, ${listNames(servedBefore)} answered.`] : [own(wordDistance(row))],
		own("Run the golden cases: they tell whether it is worse. Pin a dated version if there is one, or take this as the new usual.")
	];
	if (row.ended === true) return [say`${model} is the model that it was again.`];
	if (verdict === "baseline") return [say`The canary of ${model} has no reference yet: ${own(showNumberOf(runs, "run"))} so far.`];
	return [say`The canary of ${model} is as usual.`, own(wordDistance(row))];
}
function wordDistance({ method, distance, limit }) {
	if (distance === void 0 || limit === void 0) return "";
	const [is, most] = [distance, limit].map((value) => value.toFixed(3));
	return method === "logprobs" ? `Log-probabilities of its first token are ${is} from the reference on average; ${most} is the most that is usual.` : `What it says where it hesitates differs from the reference by ${is} of 1; ${most} is the most that is usual.`;
}

// src/reporters/drift/word-drift.ts
function rowsToTell({ prompts }) {
	const rank = ({ row }) => order.indexOf(row.verdict);
	return prompts.flatMap(({ path, models }) => models.map((row) => ({
		path,
		row
	}))).toSorted((a, b) => rank(a) - rank(b));
}
const order = [
	"drifted",
	"invalid",
	"baseline",
	"steady"
];
function wordHeadline(report) {
	const rows = rowsToTell(report);
	const [first, ...more] = rows.filter(({ row }) => row.verdict === "drifted");
	if (first !== void 0) {
		const others = more.length === 0 ? [] : say` ${own(showNumberOf(more.length, "more row has", "more rows have"))} drifted.`;
		return say`${first.row.model} answers ${first.path} ${wordWay(first.row)} since ${own(dayOf(first.row))}.${others}`;
	}
	const [canary] = canariesToTell(report);
	if (canary?.verdict === "drifted") return wordCanaryHeadline(canary);
	if (report.verdict === "invalid") return own("This run could not tell: replies are missing.");
	const [back] = rows.filter(({ row }) => row.ended === true);
	if (back !== void 0) return say`${back.row.model} answers ${back.path} as usual again.`;
	const young = rows.filter(({ row }) => row.verdict === "baseline");
	if (rows.length === 0 && canary?.verdict === "steady") return own(`No model moved: ${showNumberOf(report.canaries?.length ?? 0, "canary is", "canaries are")} as usual.`);
	if (young.length === rows.length) return own("No drift can be told yet: the first runs make the baseline.");
	return say`Nothing moved: ${own(showNumberOf(rows.length - young.length, "prompt and model", "prompts and models"))} answer as usual.`;
}
function dayOf({ since, history }) {
	return showDay(since?.at ?? history.at(-1)?.at ?? "");
}
function wordWay({ found, metrics }) {
	if (found.find(({ channel }) => channel === "score" || channel === "case" || channel === "pass") !== void 0) return own("worse");
	const [first] = found;
	if (first === void 0 || first.layer === "served") return own("by another model");
	if (first.layer === "tokens") return own("with other token counts");
	const { channel = "", towards } = first;
	const moved = metrics[channel];
	const by = moved === void 0 ? [] : say` (${own(showMove(channel, moved))})`;
	switch (channel) {
		case "length": return say`${own(towards === "lower" ? "more briefly" : "at greater length")}${by}`;
		case "latency": return say`more slowly${by}`;
		case "cost": return say`at a higher cost${by}`;
		case "refusal": return say`with more refusals${by}`;
		default: return say`worse by ${channel.replace(/^metric:/u, "")}${by}`;
	}
}
function wordRow({ row }) {
	if (row.verdict === "invalid") return [say`No reply came: ${own(showNumberOf(row.missing.of, "reply is", "replies are"))} missing.`];
	const score = row.metrics["score"];
	const stands = score === void 0 ? [] : [own(`Score: ${showMove("score", score)}.`)];
	if (row.verdict !== "drifted" && row.ended !== true) return [...stands, own(`${showNumberOf(row.runs, "run")} so far.`)];
	return [
		...row.since === void 0 ? [] : [wordSince(row.since)],
		...stands,
		...row.found.flatMap(({ layer, channel }) => wordFound(layer, channel, row)),
		...row.cases.length === 0 ? [] : [say`Fell by themselves: ${listNames(row.cases, 8)}.`],
		...wordServed(row),
		row.ended === true ? own("The latest replies are as usual again.") : wordAdvice(row)
	];
}
function wordSince({ at, from, to }) {
	const [day, early, late] = [
		at,
		from.at,
		to.at
	].map(showDay);
	return early === late ? own(`Since the run of ${day}.`) : own(`Since the run of ${day}, give or take: ${early} to ${late}.`);
}
function wordFound(layer, channel, row) {
	if (layer === "tokens") return [own("The same requests count other input tokens than before.")];
	if (layer !== "cases" || channel === void 0 || channel === "score" || channel === "case") return [];
	const moved = row.metrics[channel];
	if (moved === void 0) return [];
	return [say`${own(nameOf(channel))}${channel.startsWith("metric:") ? say` ${channel.slice(7)}` : []}: ${own(showMove(channel, moved))}.`];
}
function wordServed({ served, servedBefore = [] }) {
	if (served.length === 0) return [];
	if (served.every((model) => servedBefore.includes(model))) return [say`The service says that ${listNames(served)} answered, as before.`];
	return [say`Answered by ${listNames(served)}; before, by ${listNames(servedBefore)}.`];
}
function wordAdvice({ found }) {
	return found.some(({ layer }) => layer === "served") ? own("Pin the version that you tested, or take this one as the new usual.") : own("Look at the cases that fell, pin a dated version if there is one, or take this as the new usual.");
}
function nameOf(channel) {
	if (channel.startsWith("metric:")) return "Check";
	return names[channel] ?? channel;
}
const names = {
	score: "Score",
	pass: "Pass rate",
	refusal: "Refusals",
	length: "Length of a reply",
	latency: "Time of a reply",
	cost: "Cost of a reply",
	distance: "Distance from earlier replies"
};
function metricsToTell({ metrics }) {
	return Object.entries(metrics).map(([channel, moved]) => ({
		name: channel.startsWith("metric:") ? say`${channel.slice(7)}` : own(nameOf(channel)),
		move: showMove(channel, moved)
	}));
}
function showMove(channel, { usual, now }) {
	if (usual === null || now === null) return "unknown";
	const [before, after] = [usual, now].map((value) => showValue(channel, value));
	if (before === after) return `${after}`;
	return `${before} → ${after}${channel === "score" ? ` (${showDelta(now - usual)})` : ""}`;
}
function showValue(channel, value) {
	switch (channel) {
		case "pass":
		case "refusal": return showPercent(value);
		case "length": return showNumberOf(value, "character");
		case "latency": return showDuration(value);
		case "cost": return showMoney(value);
		default: return showScore(value);
	}
}

// src/reporters/drift/markdown.ts
const mostRows = 50;
function driftSummary(report) {
	const rows = rowsToTell(report);
	const loud = rows.filter(({ row }) => row.verdict === "drifted" || row.verdict === "invalid" || row.ended === true);
	return [
		`### ${toMarkdown(wordHeadline(report))}`,
		...report.problems.map(({ what, fix }) => toMarkdown(say`${quote(what)}${fix === void 0 ? [] : say` ${quote(fix)}`}`)),
		...rows.length === 0 ? [] : [tableOf(rows.slice(0, mostRows))],
		...loud.slice(0, mostRows).map((told) => `#### ${toMarkdown(say`${told.path} on ${told.row.model}`)}\n\n${rowMarkdown(told)}`),
		...canariesToTell(report).map((row) => wordCanary(row).map(toMarkdown).join(" ")),
		...report.notes.map((note) => escapeQuote(note))
	].join("\n\n");
}
function driftIssue(told, at) {
	const title = `${told.row.model} answers ${told.path} differently`;
	const accept = `To take this as the new usual, give this issue the label \`${at.label}\`. It is closed once the replies are as usual again.`;
	return {
		title,
		body: [
			rowMarkdown(told),
			`Last looked at on ${showDay(at.day)}, [in this run](${at.run}).`,
			accept,
			at.marker
		].join("\n\n")
	};
}
function canaryIssue(row, at) {
	const accept = row.verdict === "drifted" ? [`To take this as the new usual, give this issue the label \`${at.label}\`. It is closed once the model is as before.`] : [];
	const body = [
		wordCanary(row).map(toMarkdown).join(" "),
		`Last looked at on ${showDay(at.day)}, [in this run](${at.run}).`,
		...accept,
		at.marker
	];
	return {
		title: `${row.model} is not the model that it was`,
		body: body.join("\n\n")
	};
}
function driftIssueClosed(told, at) {
	const standing = standingOf(told.row);
	return [
		`${standing === "drifted" || standing === "unknown" ? "" : endings[standing]} So says [the run of ${showDay(at.day)}](${at.run}).`,
		rowMarkdown(told),
		at.marker
	].join("\n\n");
}
const endings = {
	over: "The replies are as usual again.",
	accepted: "What the model does now is the usual from here on.",
	"began-anew": "The comparison began anew, since cases, judge or history are others. Whether the replies are as before is not known.",
	"no-longer-asked": "What moved is not watched any more."
};
function driftIssueLeft(at) {
	return [`No golden case asks this prompt on this model any more, so nothing watches it. So says [the run of ${showDay(at.day)}](${at.run}).`, at.marker].join("\n\n");
}
function rowMarkdown(told) {
	const metrics = metricsToTell(told.row);
	return [
		wordRow(told).map(toMarkdown).join(" "),
		...metrics.length === 0 ? [] : [markdownTable([["", "usual → now"], ...metrics.map(({ name, move }) => [toMarkdown(name), move])], { alignDelimiters: false })],
		...chartOf(told.row)
	].join("\n\n");
}
function tableOf(rows) {
	return markdownTable([[
		"Prompt",
		"Model",
		"Verdict",
		"Score",
		"Runs"
	], ...rows.map(({ path, row }) => [
		toMarkdown(say`${path}`),
		toMarkdown(say`${row.model}`),
		row.verdict,
		metricsToTell(row).find(({ name }) => name[0]?.text === "Score")?.move ?? "–",
		String(row.runs)
	])], {
		align: [
			"l",
			"l",
			"l",
			"r",
			"r"
		],
		alignDelimiters: false
	});
}
function chartOf({ history, since }) {
	const shown = history.filter(({ score }) => score !== null).slice(-30);
	if (shown.length < 3) return [];
	const values = shown.map(({ score }) => (score ?? 0).toFixed(3)).join(", ");
	return [[
		"```mermaid",
		"xychart-beta",
		"  title \"Mean score by run\"",
		`  x-axis [${shown.map(({ at }) => `"${at.slice(5, 10)}${at === since?.at ? " ●" : ""}"`).join(", ")}]`,
		"  y-axis 0 --> 1",
		`  line [${values}]`,
		"```"
	].join("\n")];
}

// src/reporters/drift.ts
const painted = {
	drifted: "regressed",
	invalid: "invalid",
	baseline: "skipped",
	steady: "pass"
};
function writeDrift(report, screen) {
	const pen = penFor(screen);
	const head = pen.lines(wordHeadline(report)).map((line) => pen.paint(painted[report.verdict], line));
	const problems = report.problems.map(({ what, fix }) => pen.lines(say`${quote(what)}${fix === void 0 ? [] : say` ${quote(fix)}`}`));
	const rows = rowsToTell(report).map((told) => [
		...pen.lines(say`${told.path} on ${told.row.model}: ${told.row.verdict}`).map((line) => pen.paint("head", line)),
		...wordRow(told).flatMap((phrase) => pen.lines(phrase, "  ")),
		...told.row.verdict === "drifted" ? metricsToTell(told.row).flatMap(({ name, move }) => pen.lines(say`${plain(name, (text) => text)}: ${move}`, "    ")) : []
	]);
	const canaries = canariesToTell(report).map((row) => wordCanary(row).flatMap((phrase) => pen.lines(phrase)));
	const notes = report.notes.map((note) => pen.lines(quote(note)));
	return `${[
		head,
		...problems,
		...rows,
		...canaries,
		...notes
	].map((block) => block.join("\n")).join("\n\n")}\n`;
}
function driftHeadline(report) {
	return plain(wordHeadline(report), harmless);
}

export { canaryIssue, driftHeadline, driftIssue, driftIssueClosed, driftIssueLeft, driftSummary, writeDrift };