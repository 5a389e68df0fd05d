import "./rolldown-runtime.js";
import { i as showPosition } from "./problem.js";
import { C as say, S as quote, b as own, f as showPercent, m as showScore, s as showMoney, u as showNumberOf, v as list } from "./show-quantity.js";
import { t as fitTable } from "./fit-table.js";
import { n as penFor, t as harmless } from "./pen.js";

// src/reporters/terminal/judge-block.ts
const verdicts = {
	trusted: "trusted",
	doubted: "only advises",
	unknown: "not known"
};
const none = "–";
function judgeBlock(judge, { columns, lines, paint }) {
	if (judge === void 0) return [];
	const { metrics, problems } = judge;
	const isTrusted = problems.length === 0 && metrics.length > 0 && metrics.every(({ trust }) => trust === "trusted");
	const told = new Set(problems.map(({ what }) => what));
	return [
		...lines(headlineOf$1(judge, isTrusted)).map((line) => paint(isTrusted ? "pass" : "inconclusive", line)),
		...problems.flatMap(({ at, what, fix }) => {
			const where = at === void 0 ? [] : say`${showPosition(at)}: `;
			return lines(say`${where}${quote(what)}${fix === void 0 ? [] : say` ${quote(fix)}`}`, "  ");
		}),
		...metrics.length === 0 ? [] : tableOf(metrics, columns),
		...metrics.flatMap((metric) => explain(metric, told)).flatMap((phrase) => lines(phrase, "  ")),
		...metrics.length === 0 ? [] : lines(wordSpent(judge, told), "  ")
	];
}
function headlineOf$1({ model, votes, metrics, problems }, isTrusted) {
	const judge = model === "" ? say`The judge` : say`The judge ${model}${own(votes === 1 ? "" : ` (${votes} votes)`)}`;
	if (isTrusted) return say`${judge} can be trusted`;
	if (metrics.some(({ trust }) => trust === "doubted")) return say`${judge} only advises`;
	if (metrics.length > 0) return say`${judge}: too little was measured to say`;
	if (problems.length > 0) return say`${judge} was not measured`;
	return say`The judge was not measured: no case has a check that a judge grades`;
}
function tableOf(metrics, width) {
	const column = (head, cell) => ({
		head,
		cells: metrics.map(cell),
		align: "right",
		mayGo: true
	});
	return fitTable([
		{
			head: "metric",
			cells: metrics.map(({ metric }) => harmless(metric)),
			least: 16
		},
		{
			head: "verdict",
			cells: metrics.map(({ trust }) => verdicts[trust])
		},
		column("replies", ({ replies }) => replies === 0 ? none : String(replies)),
		column("alike", ({ agreement }) => agreement === void 0 ? none : showPercent(agreement)),
		column("flips", ({ flipRate }) => flipRate === void 0 ? none : showPercent(flipRate)),
		column("σ", ({ sigma, scale }) => sigma === void 0 ? none : `${showScore(sigma)} of ${scale[0]}–${scale[1]}`),
		column("labels", ({ labels }) => labels === 0 ? none : String(labels)),
		column("κ", ({ kappa }) => kappa === void 0 ? none : `${showScore(kappa.value)} ± ${showScore(kappa.error)}`)
	], width);
}
function explain(metric, told) {
	const { metric: name, why, lacks, trust, kappa, labels, votesAgreement, replies } = metric;
	const unscored = metric.unscored.filter((one) => !told.has(one.why));
	const failed = unscored.reduce((sum, one) => sum + one.judgements, 0);
	const most = unscored.toSorted((one, other) => other.judgements - one.judgements)[0];
	return [
		...why === void 0 ? [] : [say`${name} only advises: ${quote(why)}.`],
		...lacks === void 0 ? [] : [say`${name}: too little measured: ${own(showNumberOf(lacks.replies, "more reply", "more replies"))} judged twice would tell, or ${own(showNumberOf(lacks.labels, "more label"))}.`, ...replies > 0 ? [own("Equal replies of a case count once: more cases give more.")] : []],
		...trust === "doubted" || most === void 0 ? [] : [say`${name}: ${failed} judgements came to nothing: ${quote(most.why)}`],
		...labels > 0 && kappa === void 0 ? [say`${name}: κ is not defined, since labels or grades are all alike.`] : [],
		...trust === "trusted" && labels === 0 ? [say`${name}: whether it grades as people do is not known: no case has a label.`] : [],
		...votesAgreement === void 0 ? [] : [say`${name}: votes on one reply were alike in ${own(showPercent(votesAgreement))} of pairs.`]
	];
}
function wordSpent({ replies, calls, costUsd }, told) {
	const failed = replies.failed.filter(({ why }) => !told.has(why)).map(({ why, replies: count }) => {
		return say` ${own(showNumberOf(count, "reply", "replies"))} failed: ${quote(why)}`;
	});
	const cost = costUsd === void 0 ? "" : `, ${showMoney(costUsd)}`;
	const asked = `Judged twice: ${showNumberOf(replies.kept, "kept reply", "kept replies")} and ${replies.asked} asked now.`;
	const { conversations } = replies;
	const left = conversations === 0 ? "" : ` Not judged again: ${showNumberOf(conversations, "simulated conversation")}.`;
	return say`${own(`${asked} It took ${showNumberOf(calls, "call")}${cost}.${left}`)}${failed.flat()}`;
}

// src/reporters/golden-set.ts
const mostFindings = 20;
const mostClean = 5;
function writeGoldenSet(report, screen, only) {
	const pen = penFor(screen);
	const told = (findings) => only === void 0 ? findings : findings.filter(({ severity }) => severity === "wrong");
	const prompts = report.prompts.map((prompt) => ({
		...prompt,
		findings: told(prompt.findings)
	}));
	const others = told(report.findings);
	const clean = report.prompts.filter(({ findings }) => findings.length === 0).length;
	const isListed = ({ findings }) => findings.length > 0 || only === void 0 && clean <= mostClean;
	return `${[
		pen.lines(headlineOf(report)).map((line) => pen.paint(moodOf(report), line)),
		summaryLines([...prompts.flatMap(({ findings }) => findings), ...others], clean, pen),
		judgeBlock(report.judge, pen),
		...prompts.filter(isListed).map((prompt) => promptBlock(prompt, pen)),
		findingLines(others, pen, "")
	].filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}\n`;
}
function moodOf({ wrong, weak }) {
	if (wrong > 0) return "invalid";
	return weak > 0 ? "unreviewed" : "pass";
}
function headlineOf({ prompts, wrong, weak }) {
	const cases = prompts.reduce((sum, prompt) => sum + prompt.cases, 0);
	const counted = `${showNumberOf(prompts.length, "prompt")}, ${showNumberOf(cases, "golden case")}`;
	const weaknesses = showNumberOf(weak, "weakness", "weaknesses");
	if (wrong > 0) {
		const also = weak === 0 ? "" : `; ${weaknesses} besides`;
		return own(`${showNumberOf(wrong, "fault")} would make a review invalid${also} (${counted})`);
	}
	return own(weak === 0 ? `Nothing is wrong with ${counted}` : `Nothing is wrong, ${weaknesses} (${counted})`);
}
function summaryLines(findings, clean, pen) {
	const kinds = [...Map.groupBy(findings, ({ severity, what }) => `${severity} ${kindOf(what)}`).values()].flatMap((held) => held[0] === void 0 ? [] : [{
		first: held[0],
		count: held.length
	}]).toSorted((a, b) => rank(a.first) - rank(b.first) || b.count - a.count);
	const cleanly = clean <= mostClean ? [] : pen.lines(own(`${showNumberOf(clean, "prompt is", "prompts are")} clean.`));
	if (kinds.every(({ count }) => count === 1)) return cleanly;
	const lines = kinds.flatMap(({ first, count }) => {
		const where = first.at === void 0 ? [] : say`, such as ${showPosition(first.at)}`;
		return pen.lines(say`${own(`${count} × ${first.severity}`)} ${quote(kindOf(first.what).replace(/\.$/u, ""))}${where}`, "  ");
	});
	return [...cleanly, ...lines];
}
function rank({ severity }) {
	return severity === "wrong" ? 0 : 1;
}
function kindOf(what) {
	return what.replaceAll(/`[^`]*`/gu, "`…`").replaceAll(/\d+/gu, "N").replaceAll(/(?:`…`, )+`…`(?: and N more)?/gu, "`…`");
}
function promptBlock(prompt, pen) {
	const checks = Object.entries(prompt.checks).map(([kind, count]) => say`${kind} ${count}`);
	const labelled = prompt.labelled === 0 ? [] : say`, ${prompt.labelled} labelled`;
	const files = prompt.files.filter((file) => file !== prompt.path);
	const about = [
		say`${own(showNumberOf(prompt.cases, "case"))}${labelled}`,
		...files.length === 0 ? [] : [say`in ${list(files.map((file) => say`${file}`))}`],
		...checks.length === 0 ? [] : [say`checks: ${list(checks)}`]
	];
	return [
		...pen.lines(say`${prompt.path}`).map((line) => pen.paint("head", line)),
		...pen.lines(list(about, "; "), "  "),
		...findingLines(prompt.findings, pen, "  ")
	];
}
function findingLines(findings, pen, indent) {
	const lines = findings.slice(0, mostFindings).flatMap(({ severity, what, at, fix }) => {
		const where = at === void 0 ? [] : say`${showPosition(at)}: `;
		const mend = fix === void 0 ? [] : say` ${quote(fix)}`;
		return pen.lines(say`${own(severity)} ${where}${quote(what)}${mend}`, `${indent}  `).map((line, index) => index === 0 ? line.slice(2) : line).map((line) => pen.paint(severity === "wrong" ? "invalid" : "unreviewed", line));
	});
	const more = findings.length - mostFindings;
	return more > 0 ? [...lines, `${indent}… and ${more} more`] : lines;
}

export { writeGoldenSet };