import "./rolldown-runtime.js";
import { n as escapeQuote, r as toMarkdown, t as escapeName } from "./escape.js";
import { n as pieceOf } from "./shown-pair.js";
import { n as tellingWords } from "./paired-lines.js";
import { o as wordCheckReason, r as quotedIn, t as differingParts } from "./telling-pair.js";
import { C as say, S as quote, a as showDuration, b as own, f as showPercent, i as showDelta, m as showScore, r as showCount, s as showMoney, u as showNumberOf, x as plain, y as listNames } from "./show-quantity.js";
import { n as showRun, t as showDay } from "./show-day.js";
import { r as isOtherAlone } from "./drift-report.js";
import { a as showProblem } from "./problem.js";
import { n as penFor, t as harmless } from "./pen.js";
import { d as toHtml, f as markdownTable, n as place, o as plainAddress, u as html } from "./scale.js";
import { n as standingOf } from "./row-of-state.js";
import { n as watchStyles, t as stillPage } from "./still-page.js";
import { t as lineChart } from "./line-chart.js";
import { t as clip } from "./clip.js";

// src/reporters/drift/shown-replies.ts
const most$3 = 400;
const unknownBefore = "Earlier replies to these cases are unknown: the history has none. `drift: { history-texts: true }` in the config keeps some, masked and shortened.";
function repliesMarkdown({ replies = [] }) {
	const shown = replies.map((one) => {
		const asked = one.asked === "" ? "" : `<br>${escapeQuote(one.asked)}`;
		const fails = one.fails.map(({ check, reason }) => `${escapeName(check)}: ${escapeQuote(wordCheckReason(reason))}`);
		return [
			`**${escapeName(one.case)}**${asked}`,
			pairOf(one).join("\n>\n"),
			...fails.length === 0 ? [] : [`Fails ${fails.join("<br>")}`]
		].join("\n\n");
	});
	return replies.some(({ before }) => before === void 0) ? [...shown, unknownBefore] : shown;
}
function repliesToTell({ replies = [] }) {
	return replies.flatMap((one) => {
		const { old, new: now } = differingParts(one.before?.text ?? "", one.now, {
			most: most$3,
			evidence: []
		});
		return [one.before === void 0 ? say`${one.case} expected: ${quote(one.reference ?? "not said")}` : say`${one.case} before: ${quote(old)}`, say`${one.case} now: ${quote(now)}`];
	});
}
function pairOf({ before, reference, now: said, fails }) {
	const evidence = fails.flatMap(({ reason }) => quotedIn(reason));
	if (before === void 0) {
		const expected = reference === void 0 ? [] : [`> **Expected** · ${escapeQuote(reference, most$3)}`];
		const { new: now } = differingParts("", said, {
			most: most$3,
			evidence
		});
		return [...expected, `> **Now** · ${escapeQuote(now, most$3)}`];
	}
	const parts = differingParts(before.text, said, {
		most: most$3,
		evidence
	});
	const spans = tellingWords(parts.old, parts.new);
	const side = (of) => spans === void 0 ? escapeQuote(parts[of], most$3) : spans.map((span) => span.same ? pieceOf(span[of], most$3) : underlined(span[of])).join("");
	return [`> **Before** (${escapeQuote(showDay(before.at))}) · ${side("old")}`, `> **Now** · ${side("new")}`];
}
function underlined(text) {
	const inner = text.trim();
	if (inner === "") return pieceOf(text, most$3);
	const [before = "", after = ""] = [/^\s*/u, /\s*$/u].map((form) => form.exec(text)?.[0] === "" ? "" : " ");
	return `${before}<ins>${escapeQuote(inner, most$3)}</ins>${after}`;
}

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
	const day = since === void 0 ? [] : say` since ${quote(showDay(since.at))}`;
	return told === "served" ? say`${model} is answered by ${listNames(served)}${day}.` : say`${model} is a different model${day}: its canary changed.`;
}
function wordCanary(row) {
	const { verdict, model, why, searching, runs, servedBefore, told } = row;
	if (why !== void 0) return [verdict === "invalid" ? say`The canary of ${model} is inconclusive: ${why}` : say`No canary can watch ${model}: ${why}`];
	if (searching !== void 0) return [say`The canary of ${model} is still looking for its inputs: ${own(`${showCount(searching.tried)} tried, ${searching.found} found.`)}`, own("The next run continues.")];
	if (verdict === "drifted") return [
		wordCanaryHeadline(row),
		...told === "served" && servedBefore !== void 0 && servedBefore.length > 0 ? [say`${listNames(servedBefore)} answered before.`] : [own(wordDistance(row))],
		own("Run the golden cases to see whether it is worse. Pin a dated version if there is one, or accept this as the new normal.")
	];
	if (row.ended === true) return [say`${model} is as before again.`];
	if (verdict === "baseline") return [say`The canary of ${model} has no reference yet: ${own(showNumberOf(runs, "run"))} so far.`];
	return [say`The canary of ${model} is as usual.`, own(wordDistance(row))];
}
function wordDistance({ method, distance, limit }) {
	if (distance === void 0 || limit === void 0) return "";
	const [is, most] = [distance, limit].map((value) => value.toFixed(3));
	return method === "logprobs" ? `The log-probabilities of its first token differ from the reference by ${is} on average; up to ${most} is usual.` : `Its answers to near ties differ from the reference by ${is} of 1; up to ${most} is usual.`;
}

// src/reporters/drift/word-channel.ts
const layers = {
	served: "The model that answers",
	tokens: "How requests are counted",
	canary: "The canary",
	judge: "The judge",
	case: "Single cases"
};
const channels = {
	score: "Score",
	pass: "Pass rate",
	plain: "Score of checks without a judge",
	refusal: "Refusals",
	length: "Length of a reply",
	latency: "Time of a reply",
	cost: "Cost of a reply",
	distance: "Distance from earlier replies"
};
function nameOfChannel(channel) {
	if (channel.startsWith("metric:")) return say`${channel.slice(7)}`;
	const name = Object.hasOwn(channels, channel) ? channels[channel] : void 0;
	return name === void 0 ? say`${channel}` : own(name);
}
function wordChannel(layer, channel) {
	const name = channel ?? layer;
	const told = Object.hasOwn(layers, name) ? layers[name] : void 0;
	return told === void 0 ? nameOfChannel(name) : own(told);
}

// src/reporters/drift/word-judge.ts
function wordJudgeHeadline({ model, told, towards, since, served }) {
	const day = since === void 0 ? [] : say` since ${quote(showDay(since.at))}`;
	if (told === "served") return say`The judge ${model} is answered by ${listNames(served)}${day}.`;
	return say`The judge ${model} grades the same texts ${own(towards === "higher" ? "higher" : "lower")}${day}.`;
}
function wordJudge(row) {
	const { verdict, model, why, runs, anchors, told, ended, servedBefore = [] } = row;
	if (why !== void 0) return [verdict === "invalid" ? say`It is unknown whether the judge ${model} changed: ${why}` : say`The judge ${model} is not watched: ${why}`];
	if (verdict === "drifted") return [
		wordJudgeHeadline(row),
		...wordGrade(row),
		...servedBefore.length === 0 || row.served.every((name) => servedBefore.includes(name)) ? [] : [say`${listNames(servedBefore)} answered before; ${listNames(row.served)} answers now.`],
		own(told === "served" ? "So far it grades the same texts as before." : "Until it is as before, its own change is subtracted from its grades: only a fall beyond that is attributed to the model."),
		own("Pin a dated version of the judge if there is one, or accept this as the new normal.")
	];
	if (ended === true) return [say`The judge ${model} grades the same texts as usual again.`, ...wordGrade(row)];
	if (verdict === "baseline") return [say`The judge ${model} has no baseline yet: ${own(showNumberOf(runs, "run"))} so far, ${own(showNumberOf(anchors, "text"))}.`];
	return [say`The judge ${model} grades ${own(showNumberOf(anchors, "text"))} as usual.`];
}
function wordGrade({ grade }) {
	const { usual = null, now = null } = grade ?? {};
	return usual === null || now === null ? [] : [own(`Mean grade of the same texts: ${showScore(usual)} → ${showScore(now)}.`)];
}
function judgeTitle({ model }) {
	return `The judge ${model} has changed`;
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
function wordProblems(report) {
	const isFirst = report.verdict === "invalid" && rowsToTell(report).length === 0;
	return report.problems.slice(isFirst ? 1 : 0).map((problem) => say`${quote(showProblem(problem))}`);
}
function wordHeadline(report) {
	const rows = rowsToTell(report);
	const [first, ...more] = rows.filter(({ row }) => row.verdict === "drifted");
	if (first !== void 0) {
		const others = more.length === 0 ? [] : say` ${own(showNumberOf(more.length, "more has", "more have"))} drifted.`;
		return say`${wordDrifted(first)}.${others}`;
	}
	if (report.judge?.verdict === "drifted") return wordJudgeHeadline(report.judge);
	const [canary] = canariesToTell(report);
	if (canary?.verdict === "drifted") return wordCanaryHeadline(canary);
	const [fault] = report.problems;
	if (report.verdict === "invalid" && rows.length === 0 && fault !== void 0) return say`${quote(showProblem(fault))}`;
	if (report.verdict === "invalid" && rows.some(({ row }) => row.unsure === "judge")) return own("This run could not tell the model from the judge.");
	if (report.verdict === "invalid") return own("This run could not tell: replies are missing.");
	const [back] = rows.filter(({ row }) => row.ended === true);
	if (back !== void 0) return say`${back.row.model} answers ${back.path} as usual again.`;
	const young = rows.filter(({ row }) => row.verdict === "baseline");
	if (rows.length === 0 && canary?.verdict === "steady") return own(`No drift: ${showNumberOf(report.canaries?.length ?? 0, "canary is", "canaries are")} as usual.`);
	if (young.length === rows.length) return own("Too early to tell: still building the baseline.");
	return say`No drift: ${own(showNumberOf(rows.length - young.length, "prompt–model pair is", "prompt–model pairs are"))} as usual.`;
}
function wordDrifted({ path, row }) {
	const since = say`since ${quote(dayOf(row))}`;
	if (isOtherAlone(row)) return say`Another model answers ${path} on ${row.model} ${since}; the answers are as usual`;
	return say`${row.model} answers ${path} ${wordWay(row)} ${since}`;
}
function timesOf(history) {
	return history.map(({ at }) => at);
}
function dayOf({ since, history }) {
	return showRun(since?.at ?? history.at(-1)?.at ?? "", timesOf(history));
}
function wordWay({ found, metrics }) {
	if (found.find(({ channel }) => channel === "score" || channel === "case" || channel === "pass") !== void 0) return own("worse");
	const [first] = found;
	if (first === void 0 || first.layer === "served") return own("by another model");
	if (first.layer === "fingerprint") return own("with another fingerprint");
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
	const { missing, of } = row.missing;
	if (row.verdict === "invalid" && (row.unsure === void 0 || of > 0 && missing === of)) return [say`No reply came: ${own(showNumberOf(row.missing.of, "reply is", "replies are"))} missing.`];
	const score = row.metrics["score"];
	const stands = score === void 0 ? [] : [own(`Score: ${showMove("score", score)}.`)];
	if (row.verdict === "invalid") return [...stands, ...wordUnsure];
	if (row.verdict !== "drifted" && row.ended !== true) return [
		...stands,
		own(`${showNumberOf(row.runs, "run")} so far.`),
		...wordFingerprint(row)
	];
	return [
		...row.since === void 0 ? [] : [wordSince(row.since, row.history)],
		...stands,
		...row.found.flatMap(({ layer, channel }) => wordFound(layer, channel, row)),
		...row.cases.length === 0 ? [] : [say`Cases that got worse: ${listNames(row.cases, 8)}.`],
		...wordServed(row),
		...isOtherAlone(row) ? [own("The answers are as usual.")] : [],
		...wordFingerprint(row),
		row.ended === true ? own("The latest replies are as usual again.") : wordAdvice(row)
	];
}
const wordUnsure = [own("What the judge grades fell, by no more than the judge’s own grades of the same texts did."), own("Whether the model is worse is not known. The next run looks again.")];
function wordSince({ at, from, to }, history) {
	const runs = timesOf(history);
	const [day, early, late] = [
		showRun(at, runs),
		showRun(from.at, runs),
		showRun(to.at, runs)
	];
	return early === late ? say`Since the run of ${quote(day)}.` : say`Since the run of ${quote(day)} (between ${quote(early)} and ${quote(late)}).`;
}
function wordFound(layer, channel, row) {
	if (layer === "tokens") return [own("The same requests have a different token count than before.")];
	if (layer !== "cases" || channel === void 0 || channel === "score" || channel === "case") return [];
	const moved = row.metrics[channel];
	if (moved === void 0) return [];
	return [say`${channel.startsWith("metric:") ? own("Check ") : []}${nameOfChannel(channel)}: ${own(showMove(channel, moved))}.`];
}
function wordFingerprint({ fingerprint, history }) {
	if (fingerprint === void 0) return [];
	const { before, now, since } = fingerprint;
	return [say`The service’s fingerprint changed at the run of ${quote(showRun(since.at, timesOf(history)))}: ${before} → ${now}. It changes with every deployment.`];
}
function wordNewFingerprint({ path, row }) {
	const { fingerprint, history, verdict, ended, model } = row;
	if (fingerprint?.since.at !== history.at(-1)?.at || verdict === "drifted" || ended === true) return [];
	return wordFingerprint(row).map((phrase) => say`${path} on ${model}: ${phrase}`);
}
function wordServed({ served, servedBefore = [] }) {
	if (served.length === 0 || servedBefore.length === 0) return [];
	if (served.every((model) => servedBefore.includes(model))) return [say`${listNames(served)} answered, as before.`];
	return [say`Answered by ${listNames(served)}; before, by ${listNames(servedBefore)}.`];
}
const sizes = /* @__PURE__ */ new Set([
	"latency",
	"cost",
	"length"
]);
function wordAdvice({ found }) {
	if (found.some(({ layer }) => layer === "served")) return own("Pin the version you tested, or accept this one as the new normal.");
	return found.some(({ layer, channel = "" }) => layer === "cases" && !sizes.has(channel)) ? own("Look at the cases that got worse, pin a dated version if there is one, or accept this as the new normal.") : own("Pin a dated version if there is one, or accept this as the new normal.");
}
function metricsToTell({ metrics, found }, untold) {
	const told = new Set(untold === void 0 ? [] : ["score", ...found.map(({ channel }) => channel)]);
	return Object.entries(metrics).filter(([channel]) => !told.has(channel)).map(([channel, moved]) => ({
		name: nameOfChannel(channel),
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
		...wordProblems(report).map(toMarkdown),
		...rows.length === 0 ? [] : [tableOf(rows.slice(0, mostRows))],
		...loud.slice(0, mostRows).map((told) => `#### ${toMarkdown(say`${told.path} on ${told.row.model}`)}\n\n${rowMarkdown(told)}`),
		...rows.slice(0, mostRows).flatMap((told) => wordNewFingerprint(told).map(toMarkdown)),
		...report.judge === void 0 ? [] : [wordJudge(report.judge).map(toMarkdown).join(" ")],
		...canariesToTell(report).map((row) => wordCanary(row).map(toMarkdown).join(" ")),
		...report.notes.map((note) => escapeQuote(note))
	].join("\n\n");
}
function driftIssue(told, at) {
	const title = isOtherAlone(told.row) ? `Another model answers ${told.path} on ${told.row.model}` : `${told.row.model} answers ${told.path} differently`;
	const accept = `To accept this as the new normal, give this issue the label \`${at.label}\`. The issue is closed once the replies are as usual again.`;
	return {
		title,
		body: [
			rowMarkdown(told),
			`Last checked on ${showDay(at.day)}, [in this run](${at.run}).`,
			accept,
			at.marker
		].join("\n\n")
	};
}
function canaryIssue(row, at) {
	const accept = row.verdict === "drifted" ? [`To accept this as the new normal, give this issue the label \`${at.label}\`. The issue is closed once the model is as before.`] : [];
	const body = [
		wordCanary(row).map(toMarkdown).join(" "),
		`Last checked on ${showDay(at.day)}, [in this run](${at.run}).`,
		...accept,
		at.marker
	];
	return {
		title: `${row.model} is a different model`,
		body: body.join("\n\n")
	};
}
function judgeIssue(row, at) {
	const accept = row.verdict === "drifted" ? [`To accept its grades as the new normal, give this issue the label \`${at.label}\`. The issue is closed once it grades as before.`] : [];
	const body = [
		wordJudge(row).map(toMarkdown).join(" "),
		`Last checked on ${showDay(at.day)}, [in this run](${at.run}).`,
		...accept,
		at.marker
	];
	return {
		title: judgeTitle(row),
		body: body.join("\n\n")
	};
}
function driftIssueClosed(told, at) {
	const standing = standingOf(told.row);
	return [
		`${standing === "drifted" || standing === "unknown" ? "" : endings[standing]} See [the run of ${showDay(at.day)}](${at.run}).`,
		rowMarkdown(told),
		at.marker
	].join("\n\n");
}
const endings = {
	over: "The replies are as usual again.",
	accepted: "The model’s current behaviour is the new normal.",
	"began-anew": "The comparison began anew because cases, judge or history changed. Whether the replies are as before is unknown.",
	"no-longer-asked": "What moved is no longer watched."
};
function driftIssueLeft(at) {
	return [`No golden case asks this prompt on this model any more, so it is no longer watched. See [the run of ${showDay(at.day)}](${at.run}).`, at.marker].join("\n\n");
}
function rowMarkdown(told) {
	const metrics = metricsToTell(told.row);
	return [
		wordRow(told).map(toMarkdown).join(" "),
		...metrics.length === 0 ? [] : [markdownTable([["", "usual → now"], ...metrics.map(({ name, move }) => [toMarkdown(name), move])], { alignDelimiters: false })],
		...repliesMarkdown(told.row),
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
		`  x-axis [${shown.map(({ at }) => `"${dayIn(at)}${at === since?.at ? " ●" : ""}"`).join(", ")}]`,
		"  y-axis 0 --> 1",
		`  line [${values}]`,
		"```"
	].join("\n")];
}
function dayIn(time) {
	return /^\d{4}-(\d\d-\d\d)/u.exec(time)?.[1] ?? "?";
}

// src/reporters/drift/reply-cards.ts
const most$2 = {
	cases: 12,
	reply: 1200,
	asked: 400,
	reason: 300
};
function replyCards({ replies = [] }) {
	if (replies.length === 0) return html``;
	const more = replies.length - most$2.cases;
	return html`<h3>Replies before and now</h3>${replies.slice(0, most$2.cases).map(card)}${more > 0 ? html`<p class="soft">${more} more are in the JSON report.</p>` : ""}${replies.some(({ before }) => before === void 0) ? html`<p class="soft">${toHtml(own(unknownBefore))}</p>` : ""}`;
}
function card(one) {
	const { before, reference, now, asked, fails } = one;
	const evidence = fails.flatMap(({ reason }) => quotedIn(reason));
	const parts = differingParts(before?.text ?? "", now, {
		most: most$2.reply,
		evidence
	});
	const spans = before === void 0 ? void 0 : tellingWords(parts.old, parts.new);
	const side = (of) => spans === void 0 ? html`${clip(parts[of], most$2.reply)}` : html`${spans.map((span) => span.same || span[of].trim() === "" ? span[of] : html`<mark>${span[of]}</mark>`)}`;
	const left = before !== void 0 ? {
		label: `Before, ${showDay(before.at)}`,
		text: side("old")
	} : reference === void 0 ? void 0 : {
		label: "Expected",
		text: clip(reference, most$2.reply)
	};
	const why = fails.map(({ check, reason }) => html`<li><span class="no">✗</span> <b>${check}</b> <span class="soft">${clip(wordCheckReason(reason), most$2.reason)}</span></li>`);
	return html`<article class="card"><header><h3>${one.case}</h3>${asked === "" ? "" : html`<p class="asked" dir="auto">${clip(asked, most$2.asked)}</p>`}</header><div class="pair${left === void 0 ? " single" : ""}">${left === void 0 ? "" : html`<div class="old"><p class="label">${left.label}</p><p class="text" dir="auto">${left.text}</p></div>`}<div class="new"><p class="label">Now</p><p class="text" dir="auto">${side("new")}</p>${why.length === 0 ? "" : html`<ul class="checks">${why}</ul>`}</div></div></article>
`;
}

// src/reporters/drift/row-section.ts
const tones$2 = {
	drifted: "regressed",
	invalid: "invalid",
	baseline: "skipped",
	steady: "pass"
};
const most$1 = {
	cases: 12,
	turns: 6,
	readings: 60
};
function rowSection(told) {
	return html`<section class="told"><h2>${titleOf(told)}</h2>${bodyOf(told)}</section>
`;
}
function foldedRow(told) {
	return html`<section class="told"><details><summary><h2>${titleOf(told)}</h2></summary>${bodyOf(told)}</details></section>
`;
}
function titleOf({ path, row }) {
	return html`<code>${path}</code> on <code>${row.model}</code> <span class="chip ${tones$2[row.verdict]}">${row.verdict}</span>`;
}
function bodyOf(told) {
	const { row } = told;
	const sentences = wordRow(told).map((phrase) => html`${toHtml(phrase)} `);
	const cases = (row.caseHistory ?? []).slice(0, most$1.cases).map((one) => caseChart(row, one));
	const fell = cases.length === 0 ? "" : html`<h3>Cases that got worse</h3><div class="charts">${cases}</div>${leftOut(row)}`;
	return html`<p class="lead">${sentences}</p><div class="halves"><div>${scoreChart(row)}</div><div>${metricsTable(row)}</div></div>${fell}${replyCards(row)}${layersTable(row)}`;
}
function leftOut({ cases, caseHistory = [] }) {
	const more = cases.length - Math.min(caseHistory.length, most$1.cases);
	return more > 0 ? html`<p class="soft">${showCount(more)} more of these cases are in the JSON report.</p>` : html``;
}
function scoreChart(row) {
	const values = row.history.map(({ score }) => score);
	const { usualScore: usual } = row;
	const turns = turnsOf(row).slice(-most$1.turns);
	const since = sinceOf(row, usual !== void 0 && (values.at(-1) ?? usual.mean) < usual.low);
	const [first, last] = [values.find((value) => value !== null), values.findLast((value) => value !== null)];
	const key = [
		"each run’s mean",
		...usual === void 0 ? [] : [`; shaded, the range of ${showCount(usual.runs)} usual runs`],
		...since === void 0 || since.from === since.to ? [] : ["; amber, when it may have begun"]
	];
	const drawing = lineChart({
		title: "Score, run by run",
		key,
		says: `Mean score of ${showCount(values.length)} runs, from ${first === void 0 || first === null ? "unknown" : showScore(first)} to ${last === void 0 || last === null ? "unknown" : showScore(last)}${row.since === void 0 ? "" : `; different since ${showDay(row.since.at)}`}.`,
		values,
		ends: endsOf(row.history),
		show: showScore,
		span: [Math.min(.8, usual?.low ?? .8), 1],
		size: "wide",
		...usual === void 0 ? {} : { usual },
		...since === void 0 ? {} : { since },
		turns: turns.map(({ at, sign }) => ({
			at,
			sign
		}))
	});
	if (drawing.text === "" || turns.length === 0) return drawing;
	const list = turns.map(({ sign, day, served }) => html`<li><b class="sign">${sign}</b> ${toHtml(say`${own(day)}: ${served} answers.`)}</li>`);
	return html`${drawing}<ul class="signs">${list}</ul>`;
}
function caseChart(row, { id, scores }) {
	const since = sinceOf(row, true);
	const shown = scores.map((score) => score === null ? "not asked" : showScore(score));
	return lineChart({
		title: id,
		key: "share of its score",
		says: `Score of the case ${id} in the last runs: ${shown.slice(-10).join(", ")}.`,
		values: scores,
		ends: endsOf(row.history),
		show: showPercent,
		span: [0, 1],
		...since === void 0 ? {} : { since }
	});
}
function nameRuns(history) {
	const [first = "", last = ""] = [history[0]?.at, history.at(-1)?.at];
	if (first.slice(0, 10) !== last.slice(0, 10)) return showDay;
	return (time) => /^\d{4}-\d\d-\d\dT(\d\d:\d\d)/u.exec(time)?.[1] ?? showDay(time);
}
function endsOf(history) {
	const nameOf = nameRuns(history);
	return [nameOf(history[0]?.at ?? ""), nameOf(history.at(-1)?.at ?? "")];
}
function sinceOf({ history, since }, isWorse) {
	if (since === void 0) return void 0;
	const indexOf = (time) => history.findIndex(({ at }) => at === time);
	const at = indexOf(since.at);
	if (at === -1) return void 0;
	const [from, to] = [indexOf(since.from.at), indexOf(since.to.at)];
	return {
		at,
		from: from === -1 ? 0 : from,
		to: to === -1 ? at : to,
		text: `since ${nameRuns(history)(since.at)}`,
		isWorse
	};
}
const signs = "abcdefghijklmnopqrstuvwxyz";
function turnsOf({ history }) {
	let before;
	const runs = history.map(({ at }) => at);
	const turns = [];
	for (const [at, { served, at: time }] of history.entries()) {
		if (served === void 0) continue;
		if (before !== void 0 && served !== before) turns.push({
			at,
			sign: signs[turns.length % 26] ?? "",
			day: showRun(time, runs),
			served
		});
		before = served;
	}
	return turns;
}
function metricsTable(row) {
	const metrics = metricsToTell(row);
	if (metrics.length === 0) return html``;
	const lines = metrics.slice(0, most$1.readings).map(({ name, move }) => html`<tr><td class="wrap">${toHtml(name)}</td><td class="n wrap">${move}</td></tr>`);
	return html`<div class="scroll" tabindex="0" role="region" aria-label="Metrics of the replies on ${row.model}"><table><thead><tr><th scope="col">Metric</th><th scope="col" class="n">Usual → now</th></tr></thead><tbody>${lines}</tbody></table></div>`;
}
function layersTable(row) {
	if (row.layers.length === 0) return html``;
	const lines = row.layers.slice(0, most$1.readings).map(({ layer, channel, statistic, limit, alarm }) => {
		const share = limit > 0 ? Math.min(1, Math.max(0, statistic / limit)) : 0;
		return html`<tr><td class="wrap">${toHtml(wordChannel(layer, channel))}</td><td><svg class="bar" viewBox="0 0 120 8" aria-hidden="true"><rect width="120" height="8" rx="4"/><rect class="${alarm ? "over" : "full"}" width="${place(120 * share)}" height="8" rx="4"/></svg></td><td>${alarm ? html`<span class="no">alarm</span>` : showPercent(share)}</td></tr>`;
	});
	return html`<details><summary>How near to an alarm each layer is</summary><div class="scroll" tabindex="0" role="region" aria-label="Layers of ${row.model}"><table><thead><tr><th scope="col">What is watched</th><th scope="col">% of limit</th><th scope="col">State</th></tr></thead><tbody>${lines}</tbody></table></div></details>`;
}

// src/reporters/drift/canary-section.ts
const tones$1 = {
	drifted: "regressed",
	invalid: "invalid",
	baseline: "skipped",
	steady: "pass"
};
function canarySection(row) {
	const sentences = wordCanary(row).map((phrase) => html`${toHtml(phrase)} `);
	return html`<section class="told"><h2>Canary of <code>${row.model}</code> <span class="chip ${tones$1[row.verdict]}">${row.verdict}</span></h2><p class="lead">${sentences}</p><div class="charts">${distanceChart(row)}</div></section>
`;
}
function distanceChart({ history = [], limit, since, method, model }) {
	const values = history.map(({ distance }) => distance);
	const at = since === void 0 ? -1 : history.findIndex((run) => run.at === since.at);
	const known = values.flatMap((value) => value ?? []);
	return lineChart({
		title: "Distance from the reference",
		key: `${method === "border" ? "share of answers that differ" : "log-probabilities, mean difference"}${limit === void 0 ? "" : "; dashed, the usual maximum"}`,
		says: `Distance of the canary of ${model} from its reference in ${showCount(values.length)} runs, at last ${showScore(known.at(-1) ?? 0)}${limit === void 0 ? "" : `; usual is at most ${showScore(limit)}`}.`,
		values,
		ends: endsOf(history),
		show: showScore,
		span: [0, limit ?? 0],
		size: "wide",
		...limit === void 0 ? {} : { limit },
		...at === -1 || since === void 0 ? {} : { since: {
			at,
			from: at,
			to: at,
			text: `since ${nameRuns(history)(since.at)}`,
			isWorse: true
		} }
	});
}

// src/reporters/drift/write-drift-html.ts
const most = {
	told: 20,
	rows: 200,
	canaries: 20,
	warnings: 100
};
const tones = {
	drifted: "regressed",
	invalid: "invalid",
	baseline: "skipped",
	steady: "pass"
};
function writeDriftHtml(report, hash, run) {
	const heading = wordHeadline(report);
	const rows = rowsToTell(report);
	const loud = rows.filter(({ row }) => row.verdict === "drifted" || row.verdict === "invalid" || row.ended === true);
	const quiet = rows.filter((one) => !loud.includes(one)).slice(0, Math.max(0, most.told - loud.length));
	const canaries = canariesToTell(report);
	const isAlone = rows.length === 1;
	const body = html`<header class="band ${tones[report.verdict]}"><h1>${toHtml(heading)}</h1><p>${summaryOf(report)}</p>${linkTo(run)}</header>
${warnings(report)}<main>${loud.slice(0, most.told).map(rowSection)}${isAlone ? quiet.map(rowSection) : ""}${judgeSection(report)}${canaries.slice(0, most.canaries).map(canarySection)}${more(canaries.length - most.canaries, "canaries are in the JSON report")}${isAlone ? "" : table(rows)}${isAlone ? "" : quiet.map(foldedRow)}${more(rows.length - loud.slice(0, most.told).length - quiet.length, "prompt–model pairs are in the table or in the JSON report")}${figures(report)}</main>
<footer>${footOf(report)}</footer>`;
	return stillPage({
		heading,
		looks: watchStyles,
		body
	}, hash);
}
function summaryOf(report) {
	const rows = rowsToTell(report);
	const words = {
		drifted: ["drifted", "drifted"],
		invalid: ["is inconclusive", "are inconclusive"],
		steady: ["is as usual", "are as usual"],
		baseline: ["has too few runs yet", "have too few runs yet"]
	};
	const parts = [
		"drifted",
		"invalid",
		"steady",
		"baseline"
	].flatMap((verdict) => {
		const count = rows.filter(({ row }) => row.verdict === verdict).length;
		return count === 0 ? [] : [{
			count,
			word: words[verdict][count === 1 ? 0 : 1]
		}];
	});
	if (rows.length === 0) return "No golden case was asked.";
	const pairs = `of ${showNumberOf(rows.length, "prompt–model pair")}`;
	return `${parts.map(({ count, word }, at) => `${showCount(count)}${at === 0 ? ` ${pairs}` : ""} ${word}`).join(", ")}.`;
}
function judgeSection({ judge }) {
	if (judge === void 0) return html``;
	const sentences = wordJudge(judge).map((phrase) => html`${toHtml(phrase)} `);
	return html`<section class="told"><h2>The judge <code>${judge.model}</code> <span class="chip ${tones[judge.verdict]}">${judge.verdict}</span></h2><p class="lead">${sentences}</p></section>
`;
}
function linkTo(run) {
	const address = plainAddress(run);
	return address === void 0 ? html`` : html`<p class="links"><a href="${address}" rel="noreferrer">Run</a></p>`;
}
function warnings(report) {
	const told = [...wordProblems(report), ...report.notes.map(quote)];
	if (told.length === 0) return html``;
	const items = told.slice(0, most.warnings).map((one) => html`<li>${toHtml(one)}</li>`);
	return html`<section class="warnings" aria-label="To know before you trust this"><ul>${items}</ul></section>
`;
}
function figures({ calls, costUsd, startedAt }) {
	const shown = [
		["Date", showDay(startedAt)],
		["Calls made", showCount(calls.made)],
		...calls.failed === 0 ? [] : [["Calls failed", showCount(calls.failed)]],
		["Spent", costUsd === void 0 ? "unknown" : showMoney(costUsd)]
	];
	return html`<h2>This run</h2><dl class="figures">${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
function table(rows) {
	const lines = rows.slice(0, most.rows).map(({ path, row }) => {
		const score = metricsToTell(row).find(({ name }) => name[0]?.text === "Score")?.move ?? "–";
		return html`<tr><td><span class="chip ${tones[row.verdict]}">${row.verdict}</span></td><td class="wrap"><code>${path}</code></td><td class="wrap"><code>${row.model}</code></td><td class="n">${score}</td><td class="n">${showCount(row.runs)}</td></tr>
`;
	});
	if (rows.length === 0) return html``;
	return html`<h2>All prompts and models</h2><div class="scroll" tabindex="0" role="region" aria-label="All prompts and models"><table><thead><tr><th scope="col">Verdict</th><th scope="col">Prompt</th><th scope="col">Model</th><th scope="col" class="n">Score</th><th scope="col" class="n">Runs</th></tr></thead><tbody>${lines}</tbody></table></div>${more(rows.length - most.rows, "are in the JSON report")}`;
}
function more(count, where) {
	return count > 0 ? html`<p class="soft">${showCount(count)} more ${where}.</p>` : html``;
}
function footOf({ startedAt, head, tool }) {
	const at = startedAt.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/u, "$1 $2 UTC");
	return html`<code>${head.sha === "" ? "working tree" : head.sha.slice(0, 7)}</code> · ${at} · ${tool.name} ${tool.version}`;
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
	const problems = wordProblems(report).map((one) => pen.lines(one));
	const rows = rowsToTell(report).map((told) => [
		...pen.lines(say`${told.path} on ${told.row.model}: ${told.row.verdict}`).map((line) => pen.paint("head", line)),
		...wordRow(told).flatMap((phrase) => pen.lines(phrase, "  ")),
		...told.row.verdict === "drifted" ? metricsToTell(told.row, "untold").flatMap(({ name, move }) => pen.lines(say`${plain(name, (text) => text)}: ${move}`, "    ")) : [],
		...repliesToTell(told.row).flatMap((phrase) => pen.lines(phrase, "    "))
	]);
	const canaries = canariesToTell(report).map((row) => wordCanary(row).flatMap((phrase) => pen.lines(phrase)));
	const judge = report.judge === void 0 ? [] : [wordJudge(report.judge).flatMap((phrase) => pen.lines(phrase))];
	const notes = report.notes.map((note) => pen.lines(quote(note)));
	return `${[
		head,
		...problems,
		...rows,
		...judge,
		...canaries,
		...notes
	].map((block) => block.join("\n")).join("\n\n")}\n`;
}
function driftHeadline(report) {
	return plain(wordHeadline(report), harmless);
}

export { canaryIssue, driftHeadline, driftIssue, driftIssueClosed, driftIssueLeft, driftSummary, judgeIssue, writeDrift, writeDriftHtml };