import "./rolldown-runtime.js";
import { i as showPosition } from "./problem.js";
import { C as say, S as quote, b as own, f as showPercent, u as showNumberOf, y as listNames } from "./show-quantity.js";
import { n as penFor } from "./pen.js";

// src/reporters/coverage.ts
const mostNames = 10;
const mostBranches = 20;
const mostCopies = 10;
function writeCoverage(report, screen) {
	const pen = penFor(screen);
	const { problems, prompts, unread, segments } = report;
	const mood = problems.length > 0 ? "invalid" : report.reached < report.of ? "unreviewed" : "pass";
	return `${[
		pen.lines(headlineOf(report)).map((line) => pen.paint(mood, line)),
		problems.flatMap(({ what, at, fix }) => {
			const where = at === void 0 ? [] : say`${showPosition(at)}: `;
			return pen.lines(say`${where}${quote(what)}${fix === void 0 ? [] : say` ${quote(fix)}`}`);
		}),
		...prompts.map((prompt) => promptBlock(prompt, pen)),
		prompts.length < 2 ? [] : pen.lines(unreached(segments, "segment", {
			of: own(" of the config"),
			verb: "No case of any prompt is of"
		})),
		unread.flatMap(({ path, format }) => pen.lines(say`${path}: nothing is known of it, its format is not read (${format}).`))
	].filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}\n`;
}
function headlineOf({ problems, prompts, reached, of }) {
	if (problems.length > 0) return own(`${showNumberOf(problems.length, "fault")}: what is told of the rest may be too little`);
	if (prompts.length === 0) return own("There is no prompt to tell of");
	const cases = prompts.reduce((sum, prompt) => sum + prompt.cases, 0);
	const what = `${showNumberOf(cases, "golden case")} of ${showNumberOf(prompts.length, "prompt")}`;
	if (of === 0) return own(`${what}: no variable, branch, tool or segment is there to reach`);
	const share = showPercent(reached / of);
	return own(`${what} ${cases === 1 ? "reaches" : "reach"} ${reached} of ${of} variables, branches, tools, arguments and segments (${share})`);
}
function promptBlock(prompt, pen) {
	const { path, cases, reached, of, variables, branches, tools, silent, copies } = prompt;
	const figure = of === 0 ? [] : say`, ${reached} of ${of} reached`;
	const lines = [
		unreached(tools, "tool", { verb: "No case calls" }),
		unreached(prompt.arguments, "argument", {
			of: own(" of its tools"),
			verb: "No case gives"
		}),
		unreached(prompt.segments, "segment", {
			of: own(" of the config"),
			verb: "No case is of"
		}),
		silentLine(silent),
		...copies.slice(0, mostCopies).map((group) => say`${listNames(group, mostNames)} ask nearly the same.`),
		copies.length > mostCopies ? own(`… and ${copies.length - mostCopies} more groups that ask nearly the same.`) : []
	];
	const head = pen.lines(say`${path}`).map((line) => pen.paint("head", line));
	const about = pen.lines(say`${own(showNumberOf(cases, "case"))}${figure}`, "  ");
	return [
		...head,
		...about,
		...pen.lines(unreached(variables, "variable", { verb: "No case sets" }), "  "),
		...branchLines(branches, pen),
		...lines.flatMap((line) => pen.lines(line, "  "))
	];
}
function unreached({ of, unreached: names }, noun, { of: whose = [], verb }) {
	if (names.length === 0) return [];
	return say`${of - names.length} of ${own(showNumberOf(of, noun))}${whose}. ${own(verb)} ${listNames(names, mostNames)}.`;
}
const ways = {
	holds: "is never true",
	fails: "is never false",
	items: "never has an item",
	empty: "is never empty"
};
function branchLines({ of, unreached: missed, unread }, pen) {
	const broken = unread === void 0 ? [] : pen.lines(say`A template is not looked into: ${quote(unread)}.`, "  ");
	if (missed.length === 0) return broken;
	const more = missed.length - mostBranches;
	return [
		...pen.lines(say`${of - missed.length} of ${own(showNumberOf(of, "branch", "branches"))}.`, "  "),
		...missed.slice(0, mostBranches).flatMap(({ way, tag, at }) => pen.lines(say`${showPosition(at)}: ${tag} ${own(ways[way])}`, "    ")),
		...more > 0 ? [`    … and ${more} more`] : [],
		...broken
	];
}
function silentLine({ of, cases }) {
	if (cases.length === 0) return [];
	const known = own(showNumberOf(of, "case that was", "cases that were"));
	return say`${cases.length} of ${known} asked of several versions never told two apart: ${listNames(cases, mostNames)}.`;
}

export { writeCoverage };