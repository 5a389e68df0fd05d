import "./rolldown-runtime.js";
import { n as json2xml_default } from "./fxp.js";
import { r as problemsOf } from "./report-outcome.js";
import { t as clip } from "./clip.js";
import { n as showHidden } from "./show-hidden.js";
import { i as showPosition } from "./problem.js";
import { C as say, S as quote, T as upperFirst, _ as lengthOf, b as own, h as showTally, v as list, x as plain } from "./show-quantity.js";
import { g as wordChange, i as tellingPair } from "./telling-pair.js";
import { a as openingOf, b as wordReason, n as unreviewedToTell, r as reasonsToTell, t as wordProblem } from "./word-problem.js";

// src/reporters/junit/word-case-outcome.ts
const mostOfReply = 1500;
function wordCaseOutcome(placed, report) {
	const { row, case: one } = placed;
	const change = wordChange(one);
	switch (one.state) {
		case "regressed": return report.accepted.length > 0 ? {
			kind: "skipped",
			message: say`got worse, which was accepted: ${change}`
		} : {
			kind: "failure",
			type: "regressed",
			message: say`got worse: ${change}`,
			told: story(placed)
		};
		case "fell": return row.verdict === "regressed" && report.accepted.length === 0 ? {
			kind: "failure",
			type: "fell",
			message: say`fell: ${change}`,
			told: story(placed)
		} : {
			kind: "skipped",
			message: say`fell, not proven: ${change}`
		};
		case "unscored": return {
			kind: "error",
			type: "unscored",
			message: wordUnscored(placed),
			told: story(placed)
		};
		case "failing": return report.mode === "check" ? {
			kind: "failure",
			type: "failing",
			message: say`fails: ${own(showTally(one.new))}`,
			told: story(placed)
		} : {
			kind: "skipped",
			message: one.old.of === 0 ? say`fails: ${change}` : say`fails before and now: ${change}`
		};
		case "flaky": return {
			kind: "passed",
			told: [say`flaky: ${change}`]
		};
		case "improved": return {
			kind: "passed",
			told: [say`got better: ${change}`]
		};
		case "same": return {
			kind: "passed",
			told: []
		};
	}
}
function wordUnscored({ case: { replies } }) {
	const error = replies.find((reply) => reply.error !== void 0)?.error;
	return error === void 0 ? own("not scored") : say`not scored: ${quote(error.message)}`;
}
function story(placed) {
	const { prompt, case: one } = placed;
	const pair = tellingPair(placed, mostOfReply);
	const at = prompt.exam.find(({ id }) => id === one.id)?.at;
	const failing = pair.failing.map(({ check, reason }) => say`${check}: ${quote(reason)}`);
	return [
		at === void 0 ? [] : say`Case: ${showPosition(at)}`,
		pair.asked === "" ? [] : say`Asked: ${quote(pair.asked)}`,
		pair.before === void 0 ? [] : say`Before: ${quote(pair.before)}`,
		say`Now: ${quote(pair.now)}`,
		failing.length === 0 ? [] : say`Fails: ${list(failing, "; ")}`
	];
}

// src/reporters/junit.ts
const longest = {
	attribute: 300,
	text: 6e3
};
function* writeJunit(report) {
	const ofPrompts = [];
	for (const prompt of report.prompts) for (const row of prompt.models) {
		ofPrompts.push(suiteOf(prompt, row, report));
		yield "";
	}
	const suites = [whole(report, ofPrompts), ...ofPrompts].filter(({ tests }) => tests.length > 0);
	const builder = new json2xml_default({
		ignoreAttributes: false,
		format: true,
		suppressEmptyNode: true,
		suppressBooleanAttributes: false
	});
	yield `<?xml version="1.0" encoding="UTF-8"?>\n${opens}`;
	for (const [id, suite] of suites.entries()) {
		const built = String(builder.build({ testsuites: { testsuite: nodeOfSuite(suite, id, report) } }));
		yield built.slice(opens.length, built.lastIndexOf(closes));
	}
	yield `${closes}\n`;
}
const [opens, closes] = ["<testsuites>\n", "</testsuites>"];
function nodeOfSuite({ name, tests }, id, report) {
	return {
		"@_id": id,
		"@_name": harmless(name, longest.attribute),
		"@_package": "promptgate",
		"@_hostname": "localhost",
		"@_tests": tests.length,
		"@_failures": count(tests, "failure"),
		"@_errors": count(tests, "error"),
		"@_skipped": count(tests, "skipped"),
		"@_time": seconds(tests.reduce((sum, test) => sum + (test.seconds ?? 0), 0)),
		"@_timestamp": harmless(report.startedAt.replace(/\.\d+Z$/u, ""), longest.attribute),
		properties: "",
		testcase: tests.map(testOf),
		"system-out": text(tests.flatMap(toldOf)) || "\n",
		"system-err": "\n"
	};
}
function testOf({ name, classname, seconds: taken, ...outcome }) {
	return {
		"@_name": harmless(name, longest.attribute),
		"@_classname": harmless(classname, longest.attribute),
		"@_time": seconds(taken ?? 0),
		...nodeOf(outcome)
	};
}
function nodeOf(outcome) {
	if (outcome.kind === "passed") return {};
	const message = harmless(wordOf(outcome.message), longest.attribute);
	if (outcome.kind === "skipped") return { skipped: { "@_message": message } };
	return { [outcome.kind]: {
		"@_message": message,
		"@_type": outcome.type,
		"#text": text(outcome.told)
	} };
}
function toldOf(test) {
	return test.kind === "passed" ? test.told.map((told) => say`${test.name}: ${told}`) : [];
}
function whole(report, suites) {
	const classname = "promptgate";
	const problems = problemsOf(report).map((told) => {
		const message = wordProblem(told);
		return {
			name: told.problem.reason,
			classname,
			kind: "error",
			type: told.problem.reason,
			message,
			told: [message]
		};
	});
	const unreviewed = unreviewedToTell(report).map((message) => ({
		name: wordOf(message),
		classname,
		kind: "skipped",
		message
	}));
	const rule = problems.length > 0 || suites.some(fails) ? [] : ruleOf(report);
	return {
		name: "The review",
		tests: [
			...problems,
			...rule,
			...unreviewed
		]
	};
}
function ruleOf(report) {
	const { line, sentence } = openingOf(report);
	if (report.gate.open) return [];
	const told = report.prompts.flatMap((prompt) => reasonsToTell(prompt).map((reason) => say`${prompt.path}: ${upperFirst(wordReason(reason, report.mode))}.`));
	return [{
		name: "the gate",
		classname: "promptgate",
		kind: "failure",
		type: report.verdict,
		message: line,
		told: [sentence, ...told]
	}];
}
function fails({ tests }) {
	return tests.some(({ kind }) => kind === "failure" || kind === "error");
}
function suiteOf(prompt, row, report) {
	return {
		name: `${prompt.path} on ${row.id}`,
		tests: row.cases.map((one) => ({
			name: one.id,
			classname: classOf(prompt, row),
			seconds: one.replies.reduce((sum, { side, latencyMs = 0 }) => sum + (side === "new" ? latencyMs : 0), 0) / 1e3,
			...wordCaseOutcome({
				prompt,
				row,
				case: one
			}, report)
		}))
	};
}
function classOf({ path }, { id }) {
	return `${path} on ${id}`.replaceAll(".", "·");
}
function count(tests, kind) {
	return tests.filter((test) => test.kind === kind).length;
}
function seconds(taken) {
	return taken.toFixed(3);
}
function wordOf(phrase) {
	return plain(phrase, (outside) => outside);
}
function text(phrases) {
	return harmless(phrases.filter((phrase) => lengthOf(phrase) > 0).map(wordOf).join("\n"), longest.text);
}
function harmless(given, most) {
	const shown = showHidden(clip(given, most)).replaceAll(/[\uFFFE\uFFFF]/gu, "�");
	return most === longest.attribute ? shown.replaceAll(/\s+/gu, " ").trim() || "–" : shown;
}

export { writeJunit };