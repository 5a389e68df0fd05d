import "./rolldown-runtime.js";
import { r as toMarkdown, t as escapeName } from "./escape.js";
import { d as toHtml, f as markdownTable, i as linkTo, n as place, t as chart, u as html } from "./scale.js";
import { a as linesOf, i as columnsOf, n as tones, o as portabilityWords, r as costAxes } from "./safe-section.js";
import { C as say, S as quote, a as showDuration, b as own, f as showPercent, m as showScore, p as showPoints, s as showMoney, u as showNumberOf, v as list, x as plain, y as listNames } from "./show-quantity.js";
import { a as knownOn, t as daysUntil } from "./retirement-day.js";
import { t as stillPage } from "./still-page.js";
import { t as fitTable } from "./fit-table.js";
import { n as penFor, t as harmless } from "./pen.js";

// src/reporters/portability/word-ported.ts
function wordHeading({ verdict, prompts, problems, notes, retiring = [] }) {
	const [problem] = problems;
	if (problem !== void 0) return say`⚠️ Not told: ${quote(problem.what)}`;
	if (verdict === "skipped") return say`⚪ Nothing to ask: ${quote(notes[0] ?? "no prompt is concerned")}`;
	if (verdict === "unreviewed") return own("⚪ Not told: no prompt here has golden cases");
	if (verdict === "invalid") {
		const why = prompts.flatMap(({ models }) => models.flatMap((model) => model.why ?? []))[0];
		return say`⚠️ Not told: no model could be used${why === void 0 ? [] : say`: ${quote(why)}`}`;
	}
	const [first] = retiring;
	if (first !== void 0) return say`⏳ ${first.model} ends on ${own(first.day)}${own(retiring.length > 1 ? `, and ${showNumberOf(retiring.length - 1, "other model")} after it` : "")}`;
	if (prompts.length === 0) return own("✅ No model in use ends soon");
	const [only, ...others] = prompts;
	if (only !== void 0 && others.length === 0) return wordPrompt(only);
	const some = prompts.filter(({ models }) => models.some((model) => model.verdict === "safe")).length;
	return own(`${some === prompts.length ? "✅" : "🤷"} ${some} of ${showNumberOf(prompts.length, "prompt")} can move to another model`);
}
function wordPrompt({ path, models }) {
	const safe = models.filter(({ verdict }) => verdict === "safe").map(({ model }) => model);
	if (safe.length > 0) return say`✅ ${path} is safe on ${safe.length} of ${own(showNumberOf(models.length, "model"))}: ${listNames(safe)}`;
	return models.some(({ verdict }) => verdict === "unclear") ? say`🤷 ${path} is not shown safe on any of ${own(showNumberOf(models.length, "model"))}` : say`⛔ ${path} is safe on none of ${own(showNumberOf(models.length, "model"))}`;
}
function wordChosen({ reference, models, cheapestSafe, fastestSafe, best }) {
	const find = (name) => models.find(({ model }) => model === name);
	const [cheap, fast, top] = [
		find(cheapestSafe),
		find(fastestSafe),
		find(best)
	];
	const told = [
		cheap === void 0 ? [] : say`cheapest safe: ${cheap.model} at ${own(`${showMoney(cheap.usdPer1000)} per 1,000${against(cheap.usdPer1000, reference.usdPer1000)}`)}`,
		fast === void 0 ? [] : say`fastest safe: ${fast.model} at ${own(`${showDuration(fast.latencyMs.p50)}${against(fast.latencyMs.p50, reference.latencyMs.p50)}`)}`,
		top === void 0 ? [] : say`best: ${top.model}${own(top.score === null ? "" : ` at ${showScore(top.score)}`)}`
	].filter((phrase) => phrase.length > 0);
	return list(told, "; ");
}
function wordBeside({ problems, unreviewed, notes, retiring = [] }) {
	return [
		...retiring.map(({ model, day, prompts, roles, successors }) => {
			const users = listNames([...prompts, ...roles], 5);
			const tried = successors.length === 0 ? own("no successor is known; name some in `successors`") : say`tried in its place: ${listNames(successors)}`;
			return say`${model} ends on ${own(day)}. It is used by ${users}; ${tried}.`;
		}),
		...problems.map(({ what, fix }) => fix === void 0 ? quote(what) : say`${quote(what)} ${quote(fix)}`),
		...unreviewed.map(({ path, why }) => say`${path} was not asked: ${quote(why)}`),
		...notes.map(quote)
	];
}
function wordAll(model, { margin, startedAt }) {
	const phrases = [wordModel(model, margin), ...wordTrouble(model, startedAt)];
	return list(phrases.filter((phrase) => phrase.length > 0), "; ");
}
function wordModel({ verdict, why, failing, delta, low }, margin) {
	if (why !== void 0) return quote(why);
	const points = delta === null ? "no score to hold against the reference" : wordDelta(delta);
	switch (verdict) {
		case "safe": return [...own(low === null ? points : `${points}; at most ${showPoints(Math.min(0, low))} worse`), ...failing.length === 0 ? [] : say`; yet look at ${listNames(failing, 3)}`];
		case "unsafe": return failing.length > 0 ? say`${listNames(failing, 3)} ${own(failing.length === 1 ? "fails" : "fail")}; ${own(points)}` : own(points);
		case "unclear": {
			const bound = low === null ? "" : `; it may be ${showPoints(low)} worse, and ${showPoints(margin)} are allowed`;
			return own(`${points}${bound}`);
		}
		case "unusable": return own("no reply of it could be scored");
	}
}
const soon = 90;
function wordTrouble({ refused, ignored, formatErrors, retires }, today) {
	const left = retires === null ? void 0 : daysUntil(retires, today);
	return [
		...left === void 0 || left >= soon ? [] : [own(left > 0 ? `ends in ${showNumberOf(left, "day")}` : "has ended")],
		...refused.length === 0 ? [] : [say`refuses ${listNames(refused)}`],
		...ignored.length === 0 ? [] : [say`takes ${listNames(ignored)} and shows nothing of ${own(ignored.length === 1 ? "it" : "them")}`],
		...formatErrors.failed === 0 ? [] : [own(`${formatErrors.failed} of ${showNumberOf(formatErrors.of, "reply", "replies")} in the wrong form`)]
	];
}
function wordAsked({ calls, costUsd, margin, alpha, prompts }) {
	const days = prompts.some(({ models }) => models.some(({ retires }) => retires !== null)) ? ` Days on which models end: as services say them, else as read on ${knownOn}.` : "";
	const saved = calls.toTheEnd === 0 ? "" : `, ${showPercent(1 - Math.min(1, calls.replies / calls.toTheEnd))} fewer than asking all to the end`;
	return own(`Safe: shown to be less than ${showPoints(margin)} worse than the reference, and no golden case proven broken; one that is as much worse is called safe at most ${showPercent(alpha)} of the time. ${showNumberOf(calls.replies, "reply", "replies")}${saved}; ${showNumberOf(calls.made, "call")} made, ${showMoney(costUsd)}.${days}`);
}
function against(value, reference) {
	if (value === null || reference === null || reference === 0) return "";
	const change = value / reference - 1;
	if (Math.abs(change) < .005) return " (as the reference)";
	return ` (${change < 0 ? "−" : "+"}${showPercent(Math.abs(change))})`;
}
function wordDelta(delta) {
	if (Math.abs(delta) < 5e-4) return "as good as the reference";
	return `${showPoints(delta)} ${delta < 0 ? "under" : "over"} the reference`;
}

// src/reporters/portability/prompt-markdown.ts
function promptMarkdown(prompt, named, report) {
	const columns = columnsOf(linesOf(prompt));
	const table = markdownTable([["Model", ...columns.map(({ head }) => head)], ...linesOf(prompt).map((line) => [escapeName(line.figures.model), ...columns.map(({ cell }) => cell(line))])], { align: [
		"l",
		"l",
		...columns.slice(1).map(() => "r")
	] });
	const chosen = wordChosen(prompt);
	const told = prompt.models.map((model) => say`${model.model}: ${wordAll(model, report)}`);
	return [
		...named ? [`#### ${toMarkdown(wordPrompt(prompt))}`] : [],
		...chosen.length === 0 ? [] : [`Of the safe ones, ${toMarkdown(chosen)}.`],
		table,
		...bulleted(told),
		...failingItems(prompt)
	].join("\n\n");
}
function failingItems({ models }) {
	return models.filter(({ cases, verdict }) => cases.length > 0 && verdict !== "unusable").map(({ model, cases }) => {
		const lines = cases.slice(0, 20).map(({ id, old, new: now, checks }) => {
			const tally = ({ passes, of }) => passes === null ? `${of} scored` : `${passes}/${of}`;
			return `- ${toMarkdown(say`${id}: ${own(`${tally(old)} → ${tally(now)}`)}${checks.length === 0 ? [] : say` (${listNames(checks, 3)})`}`)}`;
		});
		const more = cases.length > 20 ? `\n- and ${cases.length - 20} more` : "";
		return `<details><summary>${showNumberOf(cases.length, "case")} to look at on ${escapeElement(model)}</summary>\n\n${lines.join("\n")}${more}\n\n</details>`;
	});
}
function escapeElement(name) {
	const written = escapeName(name);
	return written.startsWith("`") ? `<code>${written.slice(1, -1)}</code>` : written;
}
function bulleted(phrases) {
	return phrases.length === 0 ? [] : [phrases.map((phrase) => `- ${toMarkdown(phrase)}`).join("\n")];
}

// src/reporters/portability/write-ported-html.ts
const mostPoints = 12;
function writePortedHtml(report, hash) {
	const heading = wordHeading(report);
	const tone = report.verdict === "pass" ? anySafe(report) ? "pass" : "inconclusive" : report.verdict;
	const told = wordBeside(report);
	const warnings = told.length === 0 ? "" : html`<section class="warnings" aria-label="To know before you trust this"><ul>${told.map((one) => html`<li>${toHtml(one)}</li>`)}</ul></section>`;
	const body = html`<header class="band ${tone}"><h1>${toHtml(heading)}</h1></header>
${warnings}<main>${report.prompts.map((prompt) => promptSection(prompt, report))}${report.prompts.length === 0 ? "" : html`<p class="soft">${toHtml(wordAsked(report))}</p>`}</main>
<footer>${report.startedAt.slice(0, 10)} · ${report.tool.name} ${report.tool.version}</footer>`;
	return stillPage({
		heading,
		body
	}, hash);
}
function anySafe({ prompts }) {
	return prompts.some(({ models }) => models.some(({ verdict }) => verdict === "safe"));
}
function promptSection(prompt, report) {
	const columns = columnsOf(linesOf(prompt));
	const head = html`<th scope="col">Model</th>${columns.map(({ head: title }, at) => html`<th scope="col"${at === 0 ? "" : html` class="n"`}>${title}</th>`)}<th scope="col">What it comes to</th>`;
	const rows = linesOf(prompt).map((line) => {
		const cells = columns.map(({ cell }, at) => {
			if (at > 0) return html`<td class="n">${cell(line)}</td>`;
			return html`<td>${line.kind === "reference" ? "reference" : html`<span class="chip ${tones[line.figures.verdict]}">${cell(line)}</span>`}</td>`;
		});
		const told = line.kind === "reference" ? [] : wordAll(line.figures, report);
		return html`<tr><td class="wrap"><code>${line.figures.model}</code></td>${cells}<td class="wrap">${toHtml(told)}</td></tr>
`;
	});
	const chosen = wordChosen(prompt);
	const title = report.prompts.length > 1 ? html`<h2>${toHtml(wordPrompt(prompt))}</h2>` : html`<h2>Models</h2>`;
	return html`<section>${title}${chosen.length === 0 ? "" : html`<p>Of the safe ones, ${toHtml(chosen)}.</p>`}<div class="scroll" tabindex="0" role="region" aria-label="Models of ${prompt.path}"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div><div class="charts">${costChart(prompt)}</div>${prompt.models.map(failingSection)}</section>
`;
}
function costChart(prompt) {
	const points = linesOf(prompt).flatMap((line) => {
		const { model, score, usdPer1000 } = line.figures;
		if (score === null || usdPer1000 === null) return [];
		return [{
			model,
			point: {
				cost: usdPer1000,
				rate: score
			},
			verdict: line.kind === "reference" ? "reference" : line.figures.verdict
		}];
	}).slice(0, mostPoints);
	if (points.length < 2 || points.every(({ point }) => point.cost === 0)) return html``;
	const { x, y, drawing, spot } = costAxes(points.map(({ point }) => point));
	const marks = points.map(({ model, point, verdict }) => {
		const hole = verdict === "reference" ? html`<path class="way holes" d="${spot(point)}h0"/>` : "";
		return html`<g class="${verdict === "unsafe" || verdict === "unusable" ? "down" : verdict === "safe" ? "up" : "level"}"><path class="way dots" d="${spot(point)}h0"/>${hole}<text x="${place(x.at(point.cost) + 12)}" y="${place(y.at(point.rate) + 4)}">${model}</text></g>`;
	});
	const told = ({ rate, cost }) => `${showPercent(rate)} at ${showMoney(cost)}`;
	return chart({
		title: `What it scores, and what it costs: ${prompt.path}`,
		key: html`○ the reference, ● others`,
		says: `Score against dollars per thousand replies: ${points.map(({ model, point, verdict }) => `${model} (${verdict}) ${told(point)}`).join("; ")}.`,
		width: 640,
		height: 260,
		drawing: [...drawing, ...marks]
	});
}
function failingSection({ model, cases, verdict }) {
	if (cases.length === 0 || verdict === "unusable") return html``;
	const tally = ({ passes, of }) => passes === null ? `${of} scored` : `${passes}/${of}`;
	const rows = cases.map(({ id, old, new: now, checks }) => html`<tr><td class="wrap"><code>${id}</code></td><td class="n">${tally(old)}</td><td class="n">${tally(now)}</td><td class="wrap">${checks.join(", ")}</td></tr>
`);
	return html`<h3>To look at on <code>${model}</code> (${portabilityWords[verdict]})</h3><div class="scroll" tabindex="0" role="region" aria-label="Cases that fail on ${model}"><table><thead><tr><th scope="col">Case</th><th scope="col" class="n">Reference</th><th scope="col" class="n">Here</th><th scope="col">Checks that fail</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

// src/reporters/portability/write-ported-terminal.ts
function writePortedTerminal(report, screen) {
	const pen = penFor(screen);
	return `${[
		pen.lines(wordHeading(report)).map((line) => pen.paint("head", line)),
		...report.prompts.map((prompt) => promptBlock(prompt, report, pen)),
		...wordBeside(report).map((phrase) => pen.lines(phrase)),
		...report.prompts.length === 0 ? [] : [pen.lines(wordAsked(report))]
	].map((block) => block.join("\n")).join("\n\n")}\n`;
}
function promptBlock(prompt, report, pen) {
	const lines = linesOf(prompt);
	const table = fitTable([{
		head: "Model",
		cells: lines.map(({ figures }) => harmless(figures.model)),
		least: 16
	}, ...columnsOf(linesOf(prompt)).map(({ head, cell }) => ({
		head,
		cells: lines.map(cell),
		...head === "Verdict" ? {} : {
			align: "right",
			mayGo: true
		}
	}))], pen.columns);
	const chosen = wordChosen(prompt);
	return [
		...report.prompts.length === 1 ? [] : pen.lines(wordPrompt(prompt)).map((line) => pen.paint("head", line)),
		...table,
		...prompt.models.flatMap((model) => pen.lines(say`${model.model}: ${wordAll(model, report)}`, "  ")),
		...chosen.length === 0 ? [] : pen.lines(say`${own("Of the safe ones, ")}${chosen}.`)
	];
}

// src/reporters/portability/write-retiring-issue.ts
const longest$1 = 65536;
function titleOfRetiring({ model, day, prompts, roles }) {
	const users = [...prompts.length === 0 ? [] : [showNumberOf(prompts.length, "prompt")], ...roles.map((role) => role === "judge" ? "the judge" : "the simulated user")];
	return plain(say`${model} ends on ${own(`${day}: move ${users.join(" and ")}`)}`, (text) => text);
}
function writeRetiringIssue(retiring, report, { run, marker }) {
	const { model, day, prompts, roles, successors } = retiring;
	const left = daysUntil(day, report.startedAt);
	const head = [say`${model} ends on ${own(day)}${own(left > 0 ? `, in ${showNumberOf(left, "day")}` : ": it may not answer any more")}.`, successors.length === 0 ? say`No successor is known. Name some in the config: ${`successors: { ${model}: [...] }`}.` : say`Tried in its place: ${listNames(successors)}.`];
	const users = [...prompts.map((path) => `- [ ] ${toMarkdown(say`${path}`)}`), ...roles.map((role) => `- [ ] ${toMarkdown(say`${role} of the config`)}`)];
	const judged = roles.length === 0 ? [] : ["What grades or plays the user is compared in a pull request that changes it: both then judge the same replies."];
	const matrices = report.prompts.filter(({ reference, path }) => prompts.includes(path) && reference.model === model);
	const foot = [
		"**Next** · Write the model that you choose in the prompt, or in `models` of the config, and open a pull request: its review holds both against each other. This issue closes itself once nothing uses the model any more.",
		[`<sub>Promptgate, ${report.startedAt.slice(0, 10)}</sub>`, linkTo("This run", run)].filter((part) => part !== "").join(" · "),
		marker
	];
	const problems = report.problems.map(({ what }) => `- ${toMarkdown(say`Not asked: ${quote(what)}`)}`);
	const top = [
		...head.map(toMarkdown),
		["Who uses it:", ...users].join("\n"),
		...judged,
		...problems
	];
	for (let count = matrices.length; count >= 0; count--) {
		const parts = matrices.slice(0, count).map((prompt) => promptMarkdown(prompt, true, report));
		const more = count < matrices.length ? [`… and ${showNumberOf(matrices.length - count, "prompt")} more in the report.`] : [];
		const text = [
			...top,
			...parts,
			...more,
			...foot
		].join("\n\n");
		if (text.length <= longest$1) return text;
	}
	return [toMarkdown(head[0] ?? []), ...foot].join("\n\n");
}
function writeRetired(model, { run, marker }) {
	return [
		toMarkdown(say`No prompt, judge or simulated user here runs on ${model} any more, or it no longer ends within the time that is looked at.`),
		linkTo("This run", run),
		marker
	].filter((part) => part !== "").join("\n\n");
}

// src/reporters/portability.ts
const longest = 65536;
function writePortedMarkdown(report, { run, marker = "" } = {}) {
	const head = [`### ${toMarkdown(wordHeading(report))}`, ...bulleted(wordBeside(report))];
	const foot = [
		...report.prompts.length === 0 ? [] : [`<sub>${toMarkdown(wordAsked(report))}</sub>`],
		[`<sub>Promptgate ${escapeName(report.tool.version)}</sub>`, linkTo("This run", run)].filter((part) => part !== "").join(" · "),
		...marker === "" ? [] : [marker]
	];
	return within(head, report.prompts.map((prompt) => promptMarkdown(prompt, report.prompts.length > 1, report)), foot);
}
function within(head, parts, foot) {
	for (let count = parts.length; count >= 0; count--) {
		const left = parts.length - count;
		const more = left === 0 ? [] : [`… and ${showNumberOf(left, "prompt")} more in the report.`];
		const text = [
			...head,
			...parts.slice(0, count),
			...more,
			...foot
		].join("\n\n");
		if (text.length <= longest) return text;
	}
	return [...head.slice(0, 1), ...foot].join("\n\n");
}

export { titleOfRetiring, writePortedHtml, writePortedMarkdown, writePortedTerminal, writeRetired, writeRetiringIssue };