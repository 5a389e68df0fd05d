import "./rolldown-runtime.js";
import { t as problemsOf } from "./problems-of.js";
import { n as clip, t as showOnOneLine } from "./show-on-one-line.js";
import { n as showHidden } from "./show-hidden.js";
import { A as pickReplies, C as wordFallen, D as worstCases, E as reasonsToTell, O as casesOf, S as upperFirst, T as isAlone, _ as headlineOf, a as modelsOf, b as hasGaps, c as replyText, d as worstFirst, f as stateColumns, g as notesToTell, h as unreviewedToTell, i as wordJudge, j as showOnce, k as failedChecks, l as diffReplies, m as wordPreferences, n as wordNextStep, o as unsteadyCases, p as wordProblem, r as wordMethod, s as shownCases, t as wordShortReplies, u as showDiff, v as mendUnreviewed, w as wordReason, x as wordCoverage, y as wordUnreviewed } from "./word-short-replies.js";
import { _ as showTally, a as quote, c as showCount, d as showMoney, f as showNumberOf, g as showScore, i as plain, l as showDelta, m as showPercent, o as say, p as showP, r as own, s as showChange, t as list, u as showDuration } from "./say.js";
import { t as verdicts } from "./verdict.js";
import { f as utf8ToBytes, p as canonicalJson } from "./utils.js";
import { n as caseStates, t as caseSchema } from "./case-schema.js";
import { i as diffWordsWithSpace } from "./libesm.js";
import { t as gradesOf } from "./grades-of.js";
import { a as array, g as object, o as boolean, y as string } from "./zod.js";
import { t as reportSchema } from "./report.js";
import { t as escapeHidden } from "./escape-hidden.js";

// src/reporters/worst-prompts-first.ts
function worstPromptsFirst(report) {
	const rank = ({ verdict }) => verdicts.indexOf(verdict);
	return {
		...report,
		prompts: report.prompts.toSorted((one, other) => rank(one) - rank(other))
	};
}

// src/reporters/annotations.ts
const mostOfALevel = 10;
const longestMessage = 4096;
function writeAnnotations(given) {
	const report = worstPromptsFirst(given);
	const all = [
		...verdict(report),
		...problems(report),
		...regressions(report),
		...fallen(report),
		...unreviewed(report)
	];
	const taken = {
		error: 0,
		warning: 0,
		notice: 0
	};
	return all.filter(({ level }) => {
		taken[level] += 1;
		return taken[level] <= mostOfALevel;
	});
}
function verdict(report) {
	if (report.verdict === "skipped") return [];
	const [only, ...more] = report.prompts;
	const at = only === void 0 || more.length > 0 || only.change === "removed" ? {} : { file: only.path };
	return [annotation(!report.gate.open ? "error" : report.verdict === "pass" ? "notice" : "warning", `Promptgate: ${report.verdict}`, headlineOf(report), at)];
}
function problems(report) {
	return problemsOf(report).map(({ problem: { what, at, fix, reason } }) => annotation("error", `Promptgate: ${reason}`, say`${what}${fix === void 0 ? [] : say` ${fix}`}`, at ?? {}));
}
function regressions(report) {
	const level = report.gate.open ? "warning" : "error";
	return report.prompts.flatMap((prompt) => {
		return [...prompt.reasons, ...prompt.models.flatMap((row) => row.reasons)].flatMap((reason) => {
			if (reason.kind === "tolerated-case") return [];
			if (reason.kind === "leaning-case" && !reason.confirmed) return [];
			const named = "case" in reason ? reason.case : void 0;
			const at = prompt.exam.find(({ id }) => id === named)?.at ?? { file: prompt.path };
			return [annotation((reason.kind === "case" ? reason.blocks : reason.kind === "failing-case" ? report.gate.failOn.includes("failing") : prompt.verdict === "regressed" || prompt.verdict === "invalid") ? level : "warning", "Promptgate", upperFirst(wordReason(reason, report.mode)), at)];
		});
	});
}
function fallen(report) {
	return casesOf(report, "fell").map((placed) => {
		const { prompt, row, case: one } = placed;
		const at = prompt.exam.find(({ id }) => id === one.id)?.at ?? { file: prompt.path };
		return annotation("warning", "Promptgate", say`${wordFallen([placed], say`on ${row.id}`)}, not proven by itself`, at);
	});
}
function unreviewed(report) {
	return report.unreviewed.map((one) => annotation("warning", "Promptgate: unreviewed", say`${upperFirst(wordUnreviewed(one))}. ${mendUnreviewed(one)}`, { file: one.path }));
}
function annotation(level, title, phrase, at) {
	const place = at.file === void 0 ? at : {
		...at,
		file: showHidden(at.file)
	};
	return {
		level,
		title,
		message: clip(plain(phrase, showHidden), longestMessage),
		...place
	};
}

// src/reporters/plain-address.ts
function plainAddress(address) {
	return address !== void 0 && /^https?:\/\/[\w.:-]+(?:\/[\w\-./~%?=&#]*)?$/u.test(address) ? address : void 0;
}

// src/reporters/wording/verdict-mark.ts
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

// src/reporters/markdown/escape.ts
const longest = {
	name: 90,
	quote: 700
};
function toMarkdown(phrase) {
	return phrase.map((part) => part.kind === "ours" ? part.text : part.kind === "name" ? escapeName(part.text) : escapeQuote(part.text)).join("");
}
function escapeName(text) {
	return `<code>${entities(oneLine(text, longest.name))}</code>`;
}
function escapeQuote(text) {
	return entities(oneLine(text, longest.quote)).replaceAll(/&#64;(?!&#8203;)/gu, `&#64;${joint}`).replaceAll("&#35;", `&#35;${joint}`).replaceAll(/\bgh-(?=\d)/giu, (gh) => `${gh.slice(0, 2)}${joint}-`);
}
function oneLine(text, most) {
	const line = showOnOneLine(text, most);
	return line === "" ? "∅" : line;
}
function entities(text) {
	return text.replaceAll(/[&<>|`*~[\]#@\\$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, entity).replaceAll(/(?<=^|\s):(?=[\w+-]+:)/gu, entity).replaceAll(/:(?=\/\/)|(?<=mailto|xmpp):|(?<=[\w.+-])&#64;/giu, (found) => `${found}${joint}`).replaceAll(/(?<=www)\./giu, `${joint}.`);
}
const joint = "&#8203;";
function entity(character) {
	return `&#${character.charCodeAt(0)};`;
}

// src/reporters/markdown/findings.ts
function findingsOf(report, most) {
	const problems = problemsOf(report).map((told) => toMarkdown(say`- ${wordProblem(told)}`));
	const unreviewed = unreviewedToTell(report).map((told) => `- ${toMarkdown(told)}`);
	const accepted = report.accepted.map((one) => toMarkdown(say`- Accepted by ${one.by} (${quote(one.how)}), ${quote(one.at)}.`));
	const notes = [...report.notes.map(quote), ...notesToTell(report)].map((told) => toMarkdown(say`- ${told}`));
	const removed = report.prompts.filter(({ change }) => change === "removed").map(({ path }) => `- ${escapeName(path)} was removed.`);
	const preferences = wordPreferences(report).map((phrase) => `- ${toMarkdown(phrase)}`);
	return [
		problems,
		unreviewed,
		accepted,
		reasonsOf(report),
		preferences,
		removed,
		notes
	].filter((block) => block.length > 0).map((block) => capped(block, most));
}
function reasonsOf(report) {
	const told = toMarkdown(headlineOf(report));
	return report.prompts.flatMap((prompt) => {
		const where = report.prompts.length > 1 ? say`${prompt.path}: ` : own("");
		return reasonsToTell(prompt).map((reason) => wordReason(reason, report.mode)).filter((phrase) => !told.endsWith(toMarkdown(phrase)) && !told.endsWith(toMarkdown(upperFirst(phrase)))).map((phrase) => toMarkdown(say`- ${where}${upperFirst(phrase)}.`));
	});
}
function capped(lines, most) {
	const more = lines.length - most;
	return [...lines.slice(0, most), ...more > 0 ? [`- … and ${more} more`] : []].join("\n");
}

// src/reporters/markdown/details.ts
function details(summary, body) {
	return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
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
	const frame = measure(details(section.title, `\n\n… and ${section.items.length} more in the full report.`));
	const kept = [];
	let used = frame;
	for (const item of section.items) {
		used += measure(item) + section.between.length;
		if (used > room) break;
		kept.push(item);
	}
	if (kept.length === 0) return void 0;
	const rest = section.items.length - kept.length;
	return details(section.title, [kept.join(section.between), `… and ${rest} more in the full report.`].join("\n\n"));
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

// src/reporters/markdown/judge-and-service-items.ts
function judgeAndServiceItems(report) {
	return [
		...wordJudge(report).map((line) => `- ${toMarkdown(line)}`),
		...report.served.filter(({ asked, served }) => served.some((model) => model !== asked)).map(({ asked, served }) => `- ${toMarkdown(say`${asked} was served by ${list(served.map((model) => say`${model}`))}`)}.`),
		...report.adapted.map(({ model, params }) => `- ${toMarkdown(say`${model} refused parameters, adapted on both sides: ${canonicalJson(params)}`)}.`)
	];
}

// node_modules/markdown-table/index.js
function defaultStringLength(value) {
	return value.length;
}
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	const alignments = [];
	const cellMatrix = [];
	const sizeMatrix = [];
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		const row = [];
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	const row = [];
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
		columnIndex = -1;
		const line = [];
		while (++columnIndex < cellsInRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					const half = size / 2;
					if (size % 2) {
						before = " ".repeat(half + .5);
						after = " ".repeat(half - .5);
					} else {
						before = " ".repeat(half);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
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
	for (const check of cases.flatMap(({ replies }) => replies.flatMap(({ checks }) => checks))) {
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

// src/reporters/markdown/metric-items.ts
const most$4 = 40;
const parts$2 = {
	gates: "gates",
	advises: "only advises",
	shown: "–"
};
function metricItems(report) {
	const all = gradedMetrics(report);
	if (all.length === 0) return [];
	const several = report.prompts.length > 1;
	const decides = all.some(({ part }) => part !== "shown");
	const lines = all.slice(0, most$4).map(({ prompt, row, name, together, mean, part }) => [
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

// src/reporters/safe-models.ts
function safeModels(prompt) {
	const safe = prompt.models.filter(({ verdict }) => verdict === "pass");
	const priced = safe.flatMap((row) => row.cost.new === null ? [] : [{
		row,
		cost: row.cost.new
	}]);
	return {
		safe,
		unsafe: prompt.models.filter(({ verdict }) => verdict !== "pass"),
		cheapest: priced.toSorted((a, b) => a.cost - b.cost)[0]?.row
	};
}

// src/reporters/markdown/model-items.ts
function modelItems(report) {
	return report.prompts.filter(({ models }) => models.length > 1).flatMap((prompt) => {
		const where = report.prompts.length > 1 ? `${escapeName(prompt.path)}: ` : "";
		const { safe, unsafe, cheapest } = safeModels(prompt);
		const names = (rows) => rows.map(({ id }) => escapeName(id)).join(", ");
		const price = cheapest === void 0 ? "" : `; cheapest: ${escapeName(cheapest.id)} at ${showMoney((cheapest.cost.new ?? 0) * 1e3)} per 1,000 replies`;
		return [
			`- ${where}${safe.length === 0 ? "safe on none of them" : `safe on ${names(safe)}${price}`}.`,
			...safe.length === 0 || unsafe.length === 0 ? [] : [`- ${where}not shown safe on ${names(unsafe)}.`],
			...prompt.models.flatMap((row) => interval(row, prompt.level))
		];
	});
}
function interval(row, level) {
	const { low, high, delta } = row.score;
	if (!row.showInterval || low === null || high === null || delta === null) return [];
	const confidence = level === void 0 ? "" : `${showPercent(2 * level - 1)} interval `;
	return [`- ${escapeName(row.id)}: score ${showDelta(delta)}, ${confidence}${showDelta(low)} to ${showDelta(high)}.`];
}

// src/reporters/markdown/complaints.ts
const leastFall = .05;
const most$3 = 6;
function complaints(old, now) {
	return now.checks.flatMap((check) => {
		if (check.kind === "unscored") return [];
		const before = old?.checks.find((one) => one.kind === "scored" && one.check === check.check);
		const fell = !check.binary && before !== void 0 && check.value < before.value - leastFall;
		return check.passed === false || fell ? [word(check, before)] : [];
	}).slice(0, most$3);
}
function word(check, before) {
	const name = escapeName(check.check);
	if (check.binary) return `- ${name}: ${escapeQuote(check.reason)}`;
	const change = showChange(before?.value ?? null, check.value, showScore);
	const was = before === void 0 || before.value <= check.value ? "" : ` (before: ${escapeQuote(before.reason)})`;
	return `- ${name} ${change}: ${escapeQuote(check.reason)}${was}`;
}

// src/reporters/wording/word-conversation-end.ts
function wordConversationEnd({ conversationEnd }) {
	return conversationEnd === void 0 ? void 0 : words$1[conversationEnd];
}
const words$1 = {
	met: "the user’s goal was met",
	"given-up": "the user gave up",
	turns: "no turn was left"
};

// src/reporters/markdown/transcript-table.ts
function transcriptTable(old, now, characters) {
	const [before, after] = [old.transcript ?? [], now.transcript ?? []];
	const turns = Math.max(before.length, after.length);
	const longest = Math.max(60, Math.floor(characters / (2 * Math.max(1, turns))));
	const lines = Array.from({ length: turns }, (_, at) => [cell(before, at, longest), cell(after, at, longest)]);
	const ends = [old, now].map((reply) => wordConversationEnd(reply) ?? "");
	return markdownTable([
		["Old", "New"],
		...lines,
		ends
	], { alignDelimiters: false });
}
function cell(transcript, at, longest) {
	const turn = transcript[at];
	if (turn === void 0) return "";
	return `**${turn.role === "user" ? "User" : "Reply"}:** ${escapeQuote(clip(turn.content, longest))}`;
}

// src/reporters/markdown/reply-items.ts
const most$2 = 60;
function replyItems(report, why, size) {
	return shownCases(report).filter((shown) => shown.why === why).slice(0, most$2).flatMap(({ prompt, row, case: one }) => {
		const { old, new: now } = pickReplies(one);
		const text = now === void 0 ? void 0 : replyText(now);
		if (now === void 0 || text === void 0) return [];
		const where = report.prompts.length > 1 ? ` in ${escapeName(prompt.path)}` : "";
		const tallies = one.old.of === 0 ? showTally(one.new) : `${showTally(one.old)} → ${showTally(one.new)}`;
		const title = `**${escapeName(one.id)}** on ${escapeName(row.id)}${where}: ${tallies}`;
		const asked = question(prompt.exam.find(({ id }) => id === one.id)?.vars);
		const said = complaints(old, now);
		const shown = repliesOf(old, now, text, size);
		return [[
			`${title}${asked}`,
			shown,
			...said.length === 0 ? [] : [said.join("\n")]
		].join("\n\n")];
	});
}
function repliesOf(old, now, text, size) {
	const before = old === void 0 ? void 0 : replyText(old);
	if (old === void 0 || before === void 0) return fence(text, "text", size);
	return old.transcript === void 0 && now.transcript === void 0 ? fence(showDiff(diffReplies(before, text)), "diff", size) : transcriptTable(old, now, size.characters);
}
function question(vars) {
	const texts = Object.values(vars ?? {}).filter((value) => typeof value === "string");
	const [only] = texts;
	return only === void 0 || texts.length > 1 ? "" : `<br>Asked: ${escapeQuote(only)}`;
}

// src/reporters/markdown/segment-items.ts
const thousand = (side) => side === null ? null : side * 1e3;
function segmentItems(report) {
	const several = report.prompts.length > 1;
	const lines = report.prompts.flatMap((prompt) => prompt.models.flatMap((row) => Object.entries(row.cost.perSegment).map(([segment, cost]) => {
		const month = row.cost.monthly[segment];
		return [
			...several ? [escapeName(prompt.path)] : [],
			escapeName(segment),
			escapeName(row.id),
			cost.old === null && cost.new === null ? "unknown" : showChange(thousand(cost.old), thousand(cost.new), showMoney),
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
function showMonth({ old, new: now }) {
	if (old === null && now === null) return "unknown";
	const shown = showChange(old, now, showMoney);
	if (old === null || now === null || !shown.includes("→")) return shown;
	return `${shown} (${now < old ? "−" : "+"}${showMoney(Math.abs(now - old))})`;
}

// src/reporters/markdown/sections.ts
function sectionsOf(report, size) {
	const several = report.prompts.length > 1;
	if (report.mode === "check") return checkSections(report, size).filter(({ items }) => items.length > 0);
	return [
		{
			title: "Replies that broke, old and new",
			items: replyItems(report, "broke", size),
			between: "\n\n"
		},
		{
			title: "Replies of cases that fell, old and new",
			items: replyItems(report, "fell", size),
			between: "\n\n"
		},
		{
			title: "Replies that fail, before and now",
			items: replyItems(report, "fails", size),
			between: "\n\n"
		},
		{
			title: `What changed in the ${several ? "prompts" : "prompt"}`,
			items: promptItems(report, size),
			between: "\n\n"
		},
		{
			title: "Golden cases changed here",
			items: examItems(report),
			between: "\n"
		},
		{
			title: "Flaky and failing cases",
			items: unsteadyItems(report),
			between: "\n"
		},
		{
			title: "Graded checks, old and new",
			items: metricItems(report),
			between: "\n\n"
		},
		{
			title: "What each segment costs",
			items: segmentItems(report),
			between: "\n\n"
		},
		{
			title: "Models this is safe on",
			items: modelItems(report),
			between: "\n"
		},
		{
			title: "How this was judged",
			items: methodItems(report),
			between: "\n"
		}
	].filter(({ items }) => items.length > 0);
}
function checkSections(report, size) {
	return [
		{
			title: "Replies that fail",
			items: replyItems(report, "fails", size),
			between: "\n\n"
		},
		{
			title: "Graded checks",
			items: metricItems(report),
			between: "\n\n"
		},
		{
			title: "What each segment costs",
			items: segmentItems(report),
			between: "\n\n"
		},
		{
			title: "How this was checked",
			items: methodItems(report),
			between: "\n"
		}
	];
}
function promptItems(report, size) {
	return report.prompts.filter(({ diff }) => diff.trim() !== "").map((prompt) => {
		const renamed = prompt.previousPath === void 0 ? "" : ` (was ${escapeName(prompt.previousPath)})`;
		return `${escapeName(prompt.path)}${renamed}\n\n${fence(prompt.diff.trimEnd(), "diff", size)}`;
	});
}
function examItems(report) {
	return report.prompts.flatMap((prompt) => {
		const where = report.prompts.length > 1 ? ` in ${escapeName(prompt.path)}` : "";
		const { removed, weakened, edited, added } = prompt.casesChanged;
		const plainly = (what, ids) => ids.map((id) => `- ${what}${where}: ${escapeName(id)}`);
		const told = (what, changes) => changes.map((one) => `- ${what}${where}: ${escapeName(one.id)} (${one.what.map(escapeQuote).join("; ")})`);
		return [
			...plainly("**removed**, asked as before", removed),
			...told("**weakened**", weakened),
			...told("edited", edited),
			...plainly("added", added),
			...plainly("without any check, so not asked", prompt.unchecked)
		];
	});
}
function unsteadyItems(report) {
	const items = casesOf(report, "flaky", "failing", "unscored").map(({ prompt, row, case: one }) => {
		const where = report.prompts.length > 1 ? ` in ${escapeName(prompt.path)}` : "";
		return `- **${one.state}**: ${escapeName(one.id)} on ${escapeName(row.id)}${where}: ${showTally(one.old)} before, ${showTally(one.new)} now${whyUnscored(one)}`;
	});
	const failing = casesOf(report, "failing").map(({ case: one }) => isAlone(one));
	if (failing.length === 0) return items;
	const where = failing.every(Boolean) ? "" : " on both sides";
	return [
		...items,
		"",
		`A case that fails${where}: suspect the golden case before the prompt.`
	];
}
function whyUnscored({ state, replies }) {
	const error = state === "unscored" ? replies.find((reply) => reply.error !== void 0)?.error : void 0;
	return error === void 0 ? "" : `: ${escapeQuote(error.message)}`;
}
function methodItems(report) {
	if (report.prompts.every(({ models }) => models.length === 0)) return [];
	const looks = Math.max(0, ...report.prompts.map(({ rounds }) => rounds));
	return [
		...wordMethod(report).map((line) => `- ${toMarkdown(line)}`),
		...looks > 0 ? [`- Asked in ${showNumberOf(looks, "round")}.`] : [],
		...judgeAndServiceItems(report)
	];
}

// src/reporters/markdown/unsteady-table.ts
const mostModels = 6;
function unsteadyTable(report, most) {
	const all = unsteadyCases(report);
	if (all.length === 0) return "";
	const models = modelsOf(report).slice(0, mostModels);
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
		...one.onModels.slice(0, mostModels).map(showPasses),
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

// src/reporters/markdown/verdict-table.ts
function verdictTable(report, most) {
	const all = worstFirst(report.prompts.flatMap(linesOf));
	if (all.every(({ row }) => row === void 0)) return "";
	const shown = all.slice(0, most);
	const several = new Set(all.map(({ prompt }) => prompt)).size > 1;
	const states = stateColumns(report).map(({ title }) => title);
	const gaps = hasGaps(report);
	const head = [
		"Model",
		...gaps ? ["Cases"] : [],
		"Pass rate",
		"Score",
		...states,
		"Per 1,000 replies",
		"p50",
		"Verdict"
	];
	const lines = shown.map((line) => [...several ? [escapeName(line.prompt.path)] : [], ...cells$1(line, report)]);
	const table = markdownTable([[...several ? ["Prompt"] : [], ...head], ...lines], {
		align: [
			...several ? ["l"] : [],
			"l",
			...gaps ? ["r"] : [],
			"r",
			"r",
			...states.map(() => "r"),
			"r",
			"r",
			"l"
		],
		alignDelimiters: false
	});
	return all.length > shown.length ? `${table}\n\n… and ${all.length - shown.length} more rows.` : table;
}
function linesOf(prompt) {
	if (prompt.problems !== void 0) return [{ prompt }];
	return prompt.models.map((row) => ({
		prompt,
		row
	}));
}
function cells$1({ prompt, row }, report) {
	if (row === void 0) return [...Array(5 + (hasGaps(report) ? 1 : 0) + stateColumns(report).length).fill("–"), `${verdictMark({
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
		`${showChange(score.old, score.new, showScore)}${delta}`,
		...stateColumns(report).map(({ count, bad }) => showNumber(count(row), bad)),
		cost.old === null && cost.new === null ? "unknown" : showChange(perThousand(cost.old), perThousand(cost.new), showMoney),
		latency.p50.old === null && latency.p50.new === null ? "–" : showChange(latency.p50.old, latency.p50.new, showDuration),
		`${verdictMark({
			verdict: row.verdict,
			accepted: report.accepted
		})} ${row.verdict}${row.pooledOnly ? " (pooled)" : ""}`
	];
}
function showNumber(cases, bad) {
	if (cases === 0) return "–";
	return bad ? `**${cases}**` : `${cases}`;
}

// src/reporters/markdown/worst-table.ts
function worstTable(report, most) {
	const all = worstCases(report);
	if (all.length === 0) return "";
	const several = report.prompts.length > 1;
	const states = new Set(all.map(({ case: { state } }) => state));
	const proven = states.has("regressed");
	const head = [
		states.size > 1 ? "Case" : proven ? "Broken case" : "Case that fell",
		...several ? ["Prompt"] : [],
		"Model",
		"Old → new",
		...proven ? ["p"] : [],
		"Fails now"
	];
	const lines = all.slice(0, most).map((placed) => cells(placed, {
		several,
		proven,
		mixed: states.size > 1
	}));
	const table = markdownTable([head, ...lines], { alignDelimiters: false });
	return all.length > most ? `${table}\n\n… and ${all.length - most} more cases.` : table;
}
function cells({ prompt, row, case: one }, { several, proven, mixed }) {
	const [first, ...more] = failedChecks(one.replies);
	const fails = first === void 0 ? "" : `${escapeName(first)}${more.length === 0 ? "" : ` and ${more.length} more`}`;
	const notes = [...one.family === "added" ? ["added here"] : [], ...mixed && one.state === "fell" ? ["fell, not proven by itself"] : []];
	return [
		escapeName(one.id) + (notes.length === 0 ? "" : ` (${notes.join("; ")})`),
		...several ? [escapeName(prompt.path)] : [],
		escapeName(row.id),
		`${showTally(one.old)} → ${showTally(one.new)}`,
		...proven ? [one.p === null || one.state === "fell" ? "–" : showP(one.p).replace(/^p = /u, "")] : [],
		fails
	];
}

// src/reporters/markdown/report-markdown.ts
function reportMarkdown(given, first, limits) {
	const report = worstPromptsFirst(showOnce(given));
	const foot = footOf(report);
	const room = limits.length - limits.measure(foot) - 2;
	let rows = limits.rows;
	let head = headOf(report, first, rows);
	while (limits.measure(head) > room && rows > 1) {
		rows = Math.floor(rows / 2);
		head = headOf(report, first, rows);
	}
	const sections = fitSections(sectionsOf(report, limits.fence), room - limits.measure(head), limits.measure);
	return [
		head,
		...sections,
		foot
	].join("\n\n");
}
function headOf(report, first, rows) {
	const tables = [verdictTable(report, rows), worstTable(report, rows)];
	return [
		[...first === "" ? [] : [first], `### ${verdictMark(report)} ${toMarkdown(headlineOf(report))}`].join("\n"),
		[about(report), toMarkdown(wordNextStep(report))].filter((part) => part !== "").join(" "),
		wordShortReplies(report).map((told) => `- ${toMarkdown(told)}`).join("\n"),
		...report.prompts.length > 1 ? tables.toReversed() : tables,
		report.mode === "check" ? unsteadyTable(report, rows) : "",
		...findingsOf(report, Math.min(rows, 12))
	].filter((block) => block !== "").join("\n\n");
}
function about(report) {
	const [only, ...more] = report.prompts;
	return only === void 0 || more.length > 0 ? "" : `${escapeName(only.path)}.`;
}
function footOf(report) {
	const links = Object.entries({
		Run: report.links.run,
		"full report": report.links.report
	}).flatMap(([text, address]) => {
		const plain = plainAddress(address);
		return plain === void 0 ? [] : [`<a href="${plain.replaceAll("&", "&amp;")}">${text}</a>`];
	});
	const revisions = [report.base.sha, report.head.sha].map((sha) => escapeName(sha === "" ? "working tree" : sha.slice(0, 7)));
	return `<sub>Promptgate${report.base.sha === report.head.sha ? "" : ` compared ${revisions.join(" with ")}`}.${report.takenOver === void 0 ? "" : " Verdict taken over from an earlier run that judged the same."}${links.length === 0 ? "" : ` ${links.join(" · ")}`}</sub>`;
}

// src/reporters/comment.ts
const commentLimit = 65536;
function writeComment(report, marker) {
	return reportMarkdown(report, marker, {
		length: commentLimit,
		measure: (text) => text.length,
		rows: 40,
		fence: {
			lines: 60,
			characters: 4e3
		}
	});
}

// src/reporters/html/markup.ts
var Markup = class {
	text;
	constructor(text) {
		this.text = text;
	}
};
function html(texts, ...values) {
	return new Markup(texts.map((text, index) => text + markup(values[index] ?? "")).join(""));
}
function toHtml(phrase) {
	return html`${phrase.map((part) => part.kind === "name" ? html`<code>${part.text}</code>` : withCode(part.text))}`;
}
function withCode(text) {
	return html`${text.split(/`([^`\n]+)`/u).map((part, index) => index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`)}`;
}
function markup(value) {
	if (value instanceof Markup) return value.text;
	if (typeof value === "number") return String(value);
	if (typeof value === "string") return escapeHtml(showHidden(value));
	return value.map(markup).join("");
}
function escapeHtml(text) {
	return text.replaceAll(/[&<>"'`]/gu, (character) => `&#${character.charCodeAt(0)};`);
}

// src/reporters/html/metrics-table.ts
const most$1 = 200;
const parts$1 = {
	gates: "gates",
	advises: "only advises",
	shown: "–"
};
function metricsTable(report) {
	const all = gradedMetrics(report);
	if (all.length === 0) return html``;
	const several = report.prompts.length > 1;
	const decides = all.some(({ part }) => part !== "shown");
	const lines = all.slice(0, most$1).map(({ prompt, row, name, together, mean, part }) => html`<tr>${several ? html`<td class="wrap"><code>${prompt.path}</code></td>` : ""}<td class="wrap">${together ? "all " : ""}<code>${name}</code></td><td class="wrap"><code>${row.id}</code></td><td class="n">${showChange(mean.old, mean.new, showScore)}</td><td class="n">${mean.delta === null ? "–" : showDelta(mean.delta)}</td><td class="n">${mean.p === null ? "–" : showP(mean.p).replace(/^p = /u, "")}</td>${decides ? html`<td>${parts$1[part]}</td>` : ""}</tr>`);
	const more = all.length > lines.length ? html`<p class="small soft in">… and ${all.length - lines.length} more.</p>` : "";
	const head = html`${several ? html`<th scope="col">Prompt</th>` : ""}<th scope="col">Check</th><th scope="col">Model</th><th scope="col" class="n">Mean</th><th scope="col" class="n">Change</th><th scope="col" class="n">p</th>${decides ? html`<th scope="col">Own gate</th>` : ""}`;
	return html`<details class="fold"><summary>Graded checks, old and new</summary><div class="wide" tabindex="0" role="region" aria-label="Graded checks"><table><thead><tr>${head}</tr></thead><tbody>${lines}</tbody></table></div>${more}</details>`;
}

// src/reporters/html/marked-pair.ts
const mostChanges = 800;
function markedPair(old, now) {
	const changes = diffWordsWithSpace(old, now, { maxEditLength: mostChanges });
	if (changes === void 0) return {
		old: html`${old}`,
		new: html`${now}`
	};
	const spans = joined(changes);
	return {
		old: html`${spans.map((span) => span.same ? span.old : html`<del>${span.old}</del>`)}`,
		new: html`${spans.map((span) => span.same ? span.new : html`<ins>${span.new}</ins>`)}`
	};
}
function joined(changes) {
	const spans = [];
	for (const [index, { value, added, removed }] of changes.entries()) {
		const between = index > 0 && index < changes.length - 1 && wordsIn(value) < 3;
		const same = !added && !removed && !between;
		const part = {
			same,
			old: added ? "" : value,
			new: removed ? "" : value
		};
		const last = spans.at(-1);
		if (last === void 0 || last.same !== same) spans.push(part);
		else spans.splice(-1, 1, {
			same,
			old: last.old + part.old,
			new: last.new + part.new
		});
	}
	return spans;
}
function wordsIn(text) {
	return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

// src/core/scoring/statements-of.ts
const statement = object({
	statement: string(),
	supported: boolean(),
	reason: string()
});
const taken = object({ statements: array(statement) });
function statementsOf(check) {
	if (check.kind !== "scored") return [];
	const read = taken.safeParse(check.details);
	return read.success ? read.data.statements : [];
}

// src/reporters/html/checks.ts
const mostParts = 20;
function checksMarkup(all) {
	return all.length === 0 ? html`` : html`<ul class="checks">${all.map(line)}</ul>`;
}
function line(check) {
	if (check.kind === "unscored") return html`<li><span class="soft">?</span> <code>${check.check}</code> not scored: ${check.why}</li>`;
	const mark = check.passed === void 0 ? html`<span class="soft">${showScore(check.value)}</span>` : check.passed ? html`<span class="yes">✓</span>` : html`<span class="no">✗</span>`;
	const why = check.passed === true && check.binary ? "" : html` <span class="soft">${check.reason}</span>`;
	return html`<li>${mark} <code>${check.check}</code>${check.required ? html` <span class="soft">required</span>` : ""}${why}${parts(check)}</li>`;
}
function parts(check) {
	const items = [...statements(check), ...votes(check)];
	const more = items.length - mostParts;
	return items.length === 0 ? html`` : html`<ul class="parts">${items.slice(0, mostParts)}${more > 0 ? html`<li class="soft">… and ${more} more</li>` : ""}</ul>`;
}
function statements(check) {
	return statementsOf(check).toSorted((a, b) => Number(a.supported) - Number(b.supported)).map(({ statement, supported, reason }) => {
		const mark = supported ? html`<span class="yes">✓</span>` : html`<span class="no">✗</span>`;
		return html`<li>${mark} “${clip(statement, 400)}” <span class="soft">${clip(reason, 400)}</span></li>`;
	});
}
function votes(check) {
	const criteria = gradesOf(check);
	if (criteria.reduce((sum, one) => sum + one.votes.length, 0) < 2) return [];
	return criteria.flatMap(({ name, votes: grades, reasons }) => grades.map((grade, at) => {
		const of = criteria.length > 1 ? html`${clip(name, 120)}: ` : "";
		return html`<li>${of}${grade} <span class="soft">${clip(reasons[at] ?? "", 400)}</span></li>`;
	}));
}

// src/reporters/html/reply.ts
function replyMarkup(reply, label, text, longest) {
	const shown = (reply.transcript === void 0 ? void 0 : talk(reply.transcript, longest)) ?? html`<p class="text">${text ?? clip(replyText(reply) ?? "", longest)}</p>`;
	const body = reply.text === void 0 ? html`<p class="no">${reply.error?.message ?? "No reply."}</p>` : html`${shown}${reply.error === void 0 ? "" : html`<p class="no small">${reply.error.message}</p>`}`;
	return html`<div class="${reply.side}"><p class="label">${label}${facts(reply)}</p>${body}${checksMarkup(reply.checks)}</div>`;
}
function talk(transcript, longest) {
	const each = Math.max(200, Math.floor(longest / Math.max(1, transcript.length)));
	const turns = transcript.map(({ role, content }) => html`<li class="${role}"><span class="label">${role === "user" ? "User" : "Reply"}</span><p class="text">${clip(content, each)}</p></li>`);
	return html`<ul class="talk">${turns}</ul>`;
}
function facts(reply) {
	const tokens = reply.usage?.outputTokens;
	const end = wordConversationEnd(reply);
	const parts = [
		...reply.latencyMs === void 0 ? [] : [`${showDuration(reply.latencyMs)}${reply.transcript === void 0 ? "" : " a turn"}`],
		...tokens === void 0 ? [] : [showNumberOf(tokens, "token")],
		...reply.costUsd === void 0 ? [] : [showMoney(reply.costUsd)],
		...reply.finishReason === void 0 || reply.finishReason === "stop" ? [] : [`ended by ${reply.finishReason}`],
		...end === void 0 ? [] : [end],
		...reply.kept === true ? ["kept"] : []
	];
	return parts.length === 0 ? "" : ` · ${parts.join(" · ")}`;
}

// src/reporters/html/case-pair.ts
function casePair(one, longest) {
	const { old, new: now } = pickReplies(one);
	const failed = one.replies.filter((reply) => reply.text === void 0);
	if (old?.text === void 0 || now?.text === void 0) {
		const shown = [...[old, now].flatMap((reply) => reply === void 0 ? [] : [reply]), ...failed].slice(0, 2);
		if (shown.length === 0) return html``;
		return html`<div class="pair">${shown.map((reply) => replyMarkup(reply, nameSide(one, reply.side), void 0, longest))}</div>`;
	}
	const talks = old.transcript !== void 0 || now.transcript !== void 0;
	const marked = talks ? void 0 : markedPair(clip(replyText(old) ?? "", longest), clip(replyText(now) ?? "", longest));
	const turns = Math.max(old.transcript?.length ?? 0, now.transcript?.length ?? 0);
	const rows = talks ? html` style="--turns:${turns}"` : "";
	return html`<div class="pair ${one.state}${talks ? " talks" : ""}"${rows}>${replyMarkup(old, "Old", marked?.old, longest)}${replyMarkup(now, "New", marked?.new, longest)}</div>`;
}
function nameSide(one, side) {
	if (one.identical) return "Both";
	return hasOneSide(one) ? "Reply" : {
		old: "Old",
		new: "New"
	}[side];
}
function hasOneSide(one) {
	return !one.identical && one.replies.every(({ side }) => side === "new");
}

// src/reporters/html/preferences.ts
const most = 48;
function preferencesMarkup({ prefer = [] }) {
	if (prefer.length === 0) return html``;
	const items = prefer.slice(0, most).map((pair) => {
		const said = pair.kind === "unscored" ? html`not judged: ${clip(pair.why, 400)}` : clip(pair.reason, 400);
		const mark = pair.kind === "unscored" ? "?" : words[pair.outcome];
		return html`<li>${pair.trial + 1}: ${mark} <code>${pair.check}</code> <span class="soft">${said}</span></li>`;
	});
	const more = prefer.length - items.length;
	return html`<details><summary>Side by side</summary><ul class="checks in">${items}${more > 0 ? html`<li class="soft">… and ${more} more</li>` : ""}</ul></details>`;
}
const words = {
	win: "new is better",
	tie: "tie",
	loss: "old is better"
};

// src/reporters/html/tally.ts
function tallyMarkup(one, side) {
	const tally = one[side];
	const squares = marksOf(one, side).slice(0, 24).map((mark) => html`<i${mark >= 1 ? "" : mark <= 0 ? html` class="f"` : html` class="g"`}></i>`);
	return html`<span class="squares" aria-hidden="true">${squares}</span> ${showTally(tally)}${tally.missing > 0 ? html` <span class="no">${tally.missing} missing</span>` : ""}`;
}
function marksOf(one, side) {
	const { scores, of } = one[side];
	const asked = one.identical ? "new" : side;
	const passed = one.replies.flatMap((reply) => reply.side === asked && reply.score !== void 0 && reply.passes !== void 0 ? [reply.passes ? 1 : 0] : []);
	return passed.length === of ? passed : scores;
}

// src/reporters/html/cases.ts
function caseCard(prompt, row, one) {
	const p = one.p === null || one.state === "fell" ? "" : html` <span class="soft small">${showP(one.p)}</span>`;
	return html`<article class="card"><header><span class="chip ${one.state}">${one.state}</span><h3><code>${one.id}</code> on <code>${row.id}</code></h3>
<span>${hasOneSide(one) ? "" : html`${tallyMarkup(one, "old")} → `}${tallyMarkup(one, "new")}</span>${p}${asked(prompt, one)}</header>${casePair(one, 6e3)}${preferencesMarkup(one)}</article>`;
}
function* allCases(prompt, row, size) {
	const sorted = row.cases.toSorted((a, b) => caseStates.indexOf(a.state) - caseStates.indexOf(b.state));
	yield html`<details class="fold cases"><summary>All ${showNumberOf(row.cases.length, "case")} on <code>${row.id}</code></summary>`.text;
	for (const one of sorted) yield caseLine(prompt, one, size).text;
	yield "</details>";
}
function caseLine(prompt, read, size) {
	const one = atHand(read);
	const more = size.replies === 0 || one.state === "same" ? [] : one.replies.slice(0, size.replies);
	const every = more.length <= 2 ? "" : html`<details><summary>All ${showNumberOf(one.replies.length, "reply", "replies")}</summary><div class="pair">${sideBySide(one, more, size)}</div></details>`;
	return html`<details class="line"><summary><span><span class="chip ${one.state}">${one.state}</span></span><span><code>${one.id}</code>${one.family === "added" ? html` <span class="soft small">added</span>` : ""}</span><span class="t">${hasOneSide(one) ? "" : tallyMarkup(one, "old")}</span><span class="t">${tallyMarkup(one, "new")}</span><span class="t soft small">${one.p === null || one.p >= .1 ? "" : showP(one.p)}</span></summary>
<div class="in">${asked(prompt, one)}${casePair(one, size.characters)}${preferencesMarkup(one)}${every}</div></details>
`;
}
function atHand(one) {
	return {
		...one,
		replies: one.replies.map((reply) => ({ ...reply }))
	};
}
function sideBySide(one, replies, size) {
	const column = (side) => html`<div>${replies.filter((reply) => reply.side === side).map((reply) => replyMarkup(reply, `${nameSide(one, side)} ${reply.trial + 1}`, void 0, size.characters))}</div>`;
	return hasOneSide(one) ? column("new") : html`${column("old")}${column("new")}`;
}
function asked(prompt, one) {
	const vars = Object.entries(prompt.exam.find(({ id }) => id === one.id)?.vars ?? {});
	if (vars.length === 0) return html``;
	const shown = vars.slice(0, 6).map(([name, value]) => html`<span class="soft">${name}:</span> ${typeof value === "string" ? value : JSON.stringify(value)} `);
	return html`<p class="small asked">${shown}</p>`;
}

// src/reporters/html/prompt-section.ts
function* promptSection(report, prompt, size) {
	const telling = shownCases({
		...report,
		prompts: [prompt]
	});
	const shown = telling.slice(0, 100);
	const more = telling.length - shown.length;
	yield html`<section><h2>${titleOf(report, prompt, telling)}</h2>
`.text;
	for (const { row, case: one } of shown) yield caseCard(prompt, row, one).text;
	yield html`${more > 0 ? html`<p class="soft">… and ${more} more among all cases below.</p>` : ""}
${diffMarkup(prompt)}${examMarkup(prompt)}`.text;
	for (const row of prompt.models) yield* allCases(prompt, row, size);
	yield html`${costMarkup(prompt)}${report.mode === "check" ? "" : modelsMarkup(prompt)}</section>
`.text;
}
const titles = {
	broke: "What broke",
	fell: "What fell",
	fails: "What fails, before and now"
};
function titleOf({ prompts, mode }, { path }, [first]) {
	if (prompts.length > 1 || first === void 0) return html`<code>${path}</code>`;
	if (mode === "check") return "What fails";
	return titles[first.why];
}
function diffMarkup(prompt) {
	if (prompt.diff.trim() === "") return html``;
	const kind = (line) => /^(?:\+\+\+|---|@@)/u.test(line) ? "h" : line.startsWith("+") ? "a" : line.startsWith("-") ? "r" : "";
	const shown = prompt.diff.trimEnd().split("\n").slice(0, 2e3).map((line) => html`<span class="${kind(line)}">${line === "" ? " " : line}</span>`);
	const was = prompt.previousPath === void 0 ? "" : html` (was <code>${prompt.previousPath}</code>)`;
	return html`<details class="fold" open><summary>What changed in <code>${prompt.path}</code>${was}</summary><pre tabindex="0">${shown}</pre></details>`;
}
function examMarkup(prompt) {
	const { removed, weakened, edited, added } = prompt.casesChanged;
	const plainly = (what, ids) => ids.map((id) => html`<li>${what}: <code>${id}</code></li>`);
	const told = (what, changes) => changes.map((one) => html`<li>${what}: <code>${one.id}</code> <span class="soft">${one.what.join("; ")}</span></li>`);
	const items = [
		...plainly("removed, asked as before", removed),
		...told("weakened", weakened),
		...told("edited", edited),
		...plainly("added", added),
		...plainly("without any check, so not asked", prompt.unchecked)
	];
	return items.length === 0 ? html`` : html`<details class="fold"><summary>Golden cases changed here (${items.length})</summary><div class="in"><ul>${items}</ul></div></details>`;
}
function costMarkup(prompt) {
	const thousand = (side) => side === null ? null : side * 1e3;
	const lines = prompt.models.flatMap((row) => Object.entries(row.cost.perSegment).map(([segment, cost]) => {
		const month = row.cost.monthly[segment];
		const perThousand = cost.old === null && cost.new === null ? "unknown" : showChange(thousand(cost.old), thousand(cost.new), showMoney);
		const monthly = month === void 0 ? "–" : month.old === null && month.new === null ? "unknown" : showChange(month.old, month.new, showMoney);
		return html`<tr><td class="wrap"><code>${segment}</code></td><td class="wrap"><code>${row.id}</code></td><td class="n">${perThousand}</td><td class="n">${month === void 0 ? "–" : showCount(month.replies)}</td><td class="n">${monthly}</td></tr>`;
	}));
	if (lines.length === 0) return html``;
	return html`<details class="fold"><summary>What each segment costs</summary><div class="wide" tabindex="0" role="region" aria-label="Cost by segment"><table><thead><tr><th scope="col">Segment</th><th scope="col">Model</th><th scope="col" class="n">Per 1,000 replies</th><th scope="col" class="n">Replies a month</th><th scope="col" class="n">A month</th></tr></thead><tbody>${lines}</tbody></table></div></details>`;
}
function modelsMarkup(prompt) {
	if (prompt.models.length < 2) return html``;
	const { safe, cheapest } = safeModels(prompt);
	const names = safe.map(({ id }, index) => html`${index === 0 ? "" : ", "}<code>${id}</code>`);
	const price = cheapest === void 0 ? "" : html`; the cheapest of those is <code>${cheapest.id}</code> at ${showMoney((cheapest.cost.new ?? 0) * 1e3)} per 1,000 replies`;
	return html`<p class="soft">${safe.length === 0 ? "Safe on none of these models" : html`Safe on ${names}${price}`}.</p>`;
}

// src/reporters/html/rows-table.ts
function rowsTable(report) {
	const lines = worstFirst(report.prompts.flatMap((prompt) => prompt.models.map((row) => ({
		prompt,
		row
	}))));
	if (lines.length === 0) return html``;
	const unread = report.prompts.filter(({ problems }) => problems !== void 0);
	const states = stateColumns(report);
	const gaps = hasGaps(report);
	const several = report.prompts.length > 1;
	const thousand = (side) => side === null ? null : side * 1e3;
	const body = lines.map(({ prompt, row }) => {
		const { delta, low, high } = row.score;
		const change = delta === null || Math.abs(delta) < .005 ? "" : html` <span class="soft">${showDelta(delta)}</span>`;
		const interval = row.showInterval && low !== null && high !== null ? html`<br><span class="soft small">${showDelta(low)} to ${showDelta(high)}</span>` : "";
		const cost = row.cost.old === null && row.cost.new === null ? "unknown" : showChange(thousand(row.cost.old), thousand(row.cost.new), showMoney);
		return html`<tr>${several ? html`<td class="wrap"><code>${prompt.path}</code></td>` : ""}<td class="wrap"><code>${row.id}</code></td><td><span class="chip ${row.verdict}">${row.verdict}</span>${row.pooledOnly ? html` <span class="soft small">pooled</span>` : ""}</td>${gaps ? html`<td class="n">${wordCoverage(prompt)}</td>` : ""}<td class="n">${showChange(row.passRate.old, row.passRate.new, showPercent)}</td><td class="n">${showChange(row.score.old, row.score.new, showScore)}${change}${interval}</td>${states.map(({ count }) => html`<td class="n">${count(row) || "–"}</td>`)}<td class="n">${cost}</td><td class="n">${showChange(row.latency.p50.old, row.latency.p50.new, showDuration)}</td></tr>
`;
	});
	const head = html`${several ? html`<th scope="col">Prompt</th>` : ""}<th scope="col">Model</th><th scope="col">Verdict</th>${[
		...gaps ? ["Cases"] : [],
		"Pass rate",
		"Score",
		...states.map(({ title }) => title),
		"Per 1,000 replies",
		"p50"
	].map((name) => html`<th scope="col" class="n">${name}</th>`)}`;
	return html`<div class="scroll" tabindex="0" role="region" aria-label="Verdict by prompt and model"><table><thead><tr>${head}</tr></thead><tbody>${unread.map((prompt) => unreadLine(prompt, states.length + (gaps ? 5 : 4)))}${body}</tbody></table></div>`;
}
function unreadLine({ path, verdict }, columns) {
	return html`<tr><td class="wrap"><code>${path}</code></td><td>–</td><td><span class="chip ${verdict}">${verdict}</span></td><td colspan="${columns}"></td></tr>
`;
}

// src/reporters/html/styles.ts
const styles = `
:root{color-scheme:light dark;--page:#faf9f7;--card:#fff;--ink:#1d1c1a;--soft:#66635d;--line:#e4e1db;--code:#f1efeb;
--bad:#b3261e;--bad-soft:#fbe9e7;--good:#1b7a43;--good-soft:#e6f4ea;--warn:#8a5a00;--warn-soft:#fdf1d8}
@media(prefers-color-scheme:dark){:root{--page:#141416;--card:#1c1c1f;--ink:#ecebe8;--soft:#a19e97;--line:#323237;--code:#27272b;
--bad:#ff8a80;--bad-soft:#3a1c1a;--good:#7ad79a;--good-soft:#16301f;--warn:#f0c060;--warn-soft:#362a12}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;
-webkit-text-size-adjust:100%}
main,footer{max-width:1120px;margin:0 auto;padding:0 24px}
main{padding-top:32px}
code,pre,.text{font-family:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.875em}
code{background:var(--code);border-radius:4px;padding:.1em .35em;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.3;font-weight:650;margin:.2rem 0 .4rem;text-wrap:balance;letter-spacing:-.01em}
h1 code{font-size:.9em;background:none;padding:0}
h2{font-size:1.15rem;margin:2.6rem 0 .8rem;overflow-wrap:anywhere}
h3{font-size:1rem;margin:0;overflow-wrap:anywhere}
p{margin:.3rem 0}
.soft{color:var(--soft)}
.small{font-size:.875rem}
.banner{background:var(--card);border:1px solid var(--line);border-left:6px solid var(--tone);border-radius:10px;padding:20px 24px}
.regressed,.fell,.invalid{--tone:var(--bad);--tint:var(--bad-soft)}
.inconclusive,.unreviewed,.flaky,.failing,.unscored{--tone:var(--warn);--tint:var(--warn-soft)}
.pass,.improved{--tone:var(--good);--tint:var(--good-soft)}
.skipped,.same{--tone:var(--soft);--tint:var(--code)}
.chip{display:inline-block;color:var(--tone);background:var(--tint);border-radius:99px;padding:.05em .7em;font-size:.8125rem;font-weight:600;white-space:nowrap}
.wide{overflow-x:auto}
.scroll{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:10px;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:10px 14px;text-align:left;border-top:1px solid var(--line);white-space:nowrap}
thead th{border-top:0;font-size:.8125rem;font-weight:600;color:var(--soft)}
td.n,th.n{text-align:right}
td.wrap{white-space:normal;min-width:10rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:1rem 0;overflow:hidden}
.card>header{padding:14px 18px;border-bottom:1px solid var(--line);display:flex;flex-wrap:wrap;gap:6px 14px;align-items:center}
.card>header p{flex-basis:100%;margin:0}
.pair{display:grid;grid-template-columns:1fr 1fr}
.pair>div{padding:14px 18px;min-width:0}
.pair>div+div{border-left:1px solid var(--line)}
.label{font-size:.8125rem;font-weight:600;color:var(--soft);margin:0 0 6px}
.text{white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.6;margin:0}
.talk{list-style:none;margin:0;padding:0}.talk li{padding:8px 0}.talk li+li{border-top:1px dashed var(--line)}.talk .user .text{color:var(--soft)}
/* Turns of two conversations stand at the same height: label, turns, an error, checks. */
.talks>div{display:grid;grid-template-rows:subgrid;grid-row:span calc(var(--turns) + 3)}
.talks .talk{display:grid;grid-template-rows:subgrid;grid-row:span var(--turns)}
.talks .checks{align-self:start}
del,ins{text-decoration:none;border-radius:3px;background:var(--warn-soft);box-shadow:0 1px 0 var(--warn)}
.regressed .new ins,.fell .new ins,.improved .old del{background:var(--bad-soft);box-shadow:0 1px 0 var(--bad)}
.regressed .old del,.fell .old del,.improved .new ins{background:var(--good-soft);box-shadow:0 1px 0 var(--good)}
ul{padding-left:1.2rem;margin:.5rem 0}
.checks{list-style:none;padding:0;margin:10px 0 0;font-size:.875rem}
.checks.in{margin:0;padding:2px 18px 14px}
.checks li{padding-left:1.4em;text-indent:-1.4em;overflow-wrap:anywhere}
.parts{list-style:none;padding:0 0 0 1.4em;margin:.2rem 0 .4rem}
.no{color:var(--bad)}.yes{color:var(--good)}
.squares{display:inline-flex;gap:3px;vertical-align:middle;flex-wrap:wrap}
.squares i{width:10px;height:10px;border-radius:2px;background:var(--good)}
.squares i.f{background:none;border:2px solid var(--bad)}
.squares i.g{background:var(--warn)}
details{border-top:1px solid var(--line)}
.fold{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:1rem 0}
.fold>.in{padding:2px 18px 14px}
summary{cursor:pointer;padding:10px 18px}
.fold>summary{font-weight:600}
summary:hover{background:var(--code)}
summary:focus-visible,a:focus-visible{outline:2px solid var(--tone,var(--soft));outline-offset:-2px}
.line{content-visibility:auto;contain-intrinsic-size:auto 47px}
.line>summary{display:grid;grid-template-columns:1.1rem 7rem minmax(8rem,1fr) minmax(7rem,11rem) minmax(7rem,11rem) 5.5rem;gap:12px;align-items:center;list-style:none}
.line>summary::-webkit-details-marker{display:none}
.line>summary::before{content:"›";color:var(--soft);transition:transform .12s}
.line[open]>summary::before{transform:rotate(90deg)}
.line>summary>*{min-width:0;overflow-wrap:anywhere}
.line>.in>.asked{padding:0 18px}
pre{margin:0;padding:14px 0;overflow-x:auto;line-height:1.55}
pre span{display:block;padding:0 18px;min-width:max-content;white-space:pre}
pre .a{background:var(--good-soft)}pre .r{background:var(--bad-soft)}pre .h{color:var(--soft)}
footer{color:var(--soft);font-size:.875rem;padding-top:28px;padding-bottom:48px}
a{color:inherit}
@media(max-width:720px){main,footer{padding-left:14px;padding-right:14px}h1{font-size:1.25rem}.banner{padding:16px}
.pair{grid-template-columns:1fr}.pair>div+div{border-left:0;border-top:1px solid var(--line)}
.line>summary{grid-template-columns:1.1rem auto 1fr;gap:4px 10px}.line>summary>.t{grid-column:2/4}.line>summary>:empty{display:none}.line{contain-intrinsic-size:auto 110px}}
@media(prefers-reduced-motion:reduce){*{transition:none!important}}
@media print{body{background:#fff}.card,.fold{break-inside:avoid}}
`;

// src/reporters/html.ts
function* writeHtml(given) {
	const report = worstPromptsFirst(showOnce(given));
	const size = report.prompts.flatMap(({ models }) => models).reduce((sum, row) => sum + row.cases.length, 0) > 1500 ? {
		characters: 500,
		replies: 0
	} : {
		characters: 4e3,
		replies: 48
	};
	yield `<!doctype html>\n${html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><title>Promptgate: ${report.verdict}</title><style>${new Markup(styles)}</style></head>
<body><main><div class="banner ${report.verdict}"><span class="chip ${report.verdict}">${report.verdict}</span>
<h1>${toHtml(headlineOf(report))}</h1><p class="soft">${toHtml(wordNextStep(report))}</p>${wordShortReplies(report).map((told) => html`<p>${toHtml(told)}</p>`)}</div>
${rowsTable(report)}${findings(report)}`.text}`;
	for (const prompt of report.prompts) yield* promptSection(report, prompt, size);
	yield html`${metricsTable(report)}${method(report)}</main>
<footer>${foot(report)}</footer></body></html>
`.text;
}
function findings(report) {
	const problems = problemsOf(report).map((told) => html`<li>${toHtml(wordProblem(told))}</li>`);
	const unreviewed = unreviewedToTell(report).map((told) => html`<li>${toHtml(told)}</li>`);
	const accepted = report.accepted.map((one) => html`<li>Accepted by <code>${one.by}</code> <span class="soft">${one.how}, ${one.at}</span></li>`);
	const several = report.prompts.length > 1;
	const reasons = report.prompts.flatMap((prompt) => {
		const where = several ? html`<code>${prompt.path}</code>: ` : "";
		return reasonsToTell(prompt).map((reason) => html`<li>${where}${toHtml(upperFirst(wordReason(reason, report.mode)))}.</li>`);
	});
	const notes = [...report.notes.map((note) => html`<li class="soft">${note}</li>`), ...notesToTell(report).map((told) => html`<li class="soft">${toHtml(told)}</li>`)];
	const preferences = wordPreferences(report).map((phrase) => html`<li>${toHtml(phrase)}</li>`);
	const items = [
		...problems,
		...unreviewed,
		...accepted,
		...reasons,
		...preferences,
		...notes
	];
	return items.length === 0 ? html`` : html`<ul>${items}</ul>`;
}
function method(report) {
	if (report.prompts.length === 0) return html``;
	return html`<h2>How this was ${report.mode === "check" ? "checked" : "judged"}</h2>${[...wordMethod(report), ...wordJudge(report)].map((line) => html`<p class="soft">${toHtml(line)}</p>`)}`;
}
function foot(report) {
	const [base, head] = [report.base.sha, report.head.sha].map((sha) => sha === "" ? "working tree" : sha.slice(0, 7));
	const at = report.startedAt.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/u, "$1 $2 UTC");
	const run = plainAddress(report.links.run);
	const link = run === void 0 ? "" : html` · <a href="${run}" rel="noreferrer">the run</a>`;
	const compared = report.mode === "check" ? html`<code>${head ?? ""}</code>` : html`<code>${base ?? ""}</code> compared with <code>${head ?? ""}</code>`;
	return html`${compared} · ${at} · ${report.tool.name} ${report.tool.version}${link}`;
}

// src/reporters/json/json-pieces.ts
function* jsonPieces(value, levels, indent = "") {
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

// src/reporters/json.ts
const mostText = 12e7;
const shortened = 200;
const levelsAboveCases = 6;
function* writeJson(report, most = mostText) {
	const length = lengthOfAll(report);
	const cut = length > most;
	const notes = cut ? [...report.notes, noteOf(length)] : report.notes;
	const parsed = reportSchema.safeParse({
		...report,
		notes,
		prompts: report.prompts.map(withoutCases)
	});
	const whole = parsed.success ? parsed.data : report;
	const prompts = whole.prompts.map((prompt, at) => ({
		...prompt,
		models: prompt.models.map((row, index) => ({
			...row,
			cases: casesInOrder(report.prompts[at]?.models[index]?.cases ?? [], cut)
		}))
	}));
	yield* jsonPieces({
		...whole,
		prompts
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
function* casesInOrder(cases, cut) {
	for (const one of cases) {
		const fitting = cut ? shorten(one) : one;
		const parsed = caseSchema.safeParse(fitting);
		yield parsed.success ? parsed.data : fitting;
	}
}
function noteOf(length) {
	return `Replies of steady cases are cut to ${shortened} characters here, and their checks left out: all of them would be ${showCount(length)}.`;
}
function lengthOfAll(report) {
	let length = 0;
	for (const { models } of report.prompts) for (const { cases } of models) for (const one of cases) for (const reply of one.replies) length += lengthOf(reply);
	return length;
}
function lengthOf(reply) {
	const said = reply.transcript?.reduce((sum, turn) => sum + turn.content.length + 40, 0) ?? 0;
	return (reply.text?.length ?? 0) + said + 400 * (1 + reply.checks.length);
}
function shorten(one) {
	if (one.state !== "same") return one;
	const replies = one.replies.map(({ transcript: _, ...reply }) => reply.text === void 0 ? reply : {
		...reply,
		text: clip(reply.text, shortened),
		checks: []
	});
	return {
		...one,
		replies
	};
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
	const shut = body.replace(acceptedHeading, headingOf([])).replace(acceptedWords, () => closed);
	if (accepted === void 0) return shut;
	const { by, at } = accepted;
	const heading = `${headingOf([{
		by,
		at,
		how: "label",
		fingerprint: ""
	}])}Accepted by ${escapeName(by)}: `;
	return shut.replace(headingOf([]), () => heading).replace(closed, () => `The gate is open: accepted by ${escapeName(by)} on ${escapeQuote(at)}.`);
}
const acceptedHeading = /^### \S+ Accepted by (?:<code>[^<]*<\/code>(?:, | and )?)+: /u;
const acceptedWords = /The gate is open: accepted by <code>[^<]*<\/code> on \S+?\.(?=\s|$)/u;
function headingOf(accepted) {
	return `### ${verdictMark({
		verdict: "regressed",
		accepted
	})} `;
}

// src/reporters/summary.ts
const summaryLimit = 1032192;
function writeSummary(report) {
	return reportMarkdown(report, "", {
		length: summaryLimit,
		measure: (text) => utf8ToBytes(text).length,
		rows: 200,
		fence: {
			lines: 200,
			characters: 12e3
		}
	});
}

export { closedWords, showAcceptance, writeAnnotations, writeComment, writeHtml, writeJson, writeSummary };