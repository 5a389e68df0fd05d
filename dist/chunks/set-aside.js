import { i as showPosition } from "./problem.js";
import { t as checkKinds } from "./scorers.js";
import { n as pairLines } from "./pair-lines.js";
import { i as howFarChecked } from "./compare-case.js";
import { t as wordNotes } from "./word-notes.js";
import { n as findUnfilled, t as findUnscorable } from "./find-unscorable.js";
import { t as brokenOf } from "./prompt-change.js";

// src/core/money/decide-budget.ts
const mostNamed$1 = 3;
function decideBudget({ calls, usualUsd }, budget, parts = () => []) {
	if (calls > budget.calls) {
		const less = askLess(parts(), (part) => part.calls, String);
		return {
			reason: "budget",
			what: `The first round alone needs ${calls} calls, and ${budget.calls} are allowed.`,
			fix: `Set max-calls (or budget.calls in the config) to ${calls} or more, or ask less: ${less} or models.`
		};
	}
	if (usualUsd > budget.usd) {
		const needed = (Math.ceil(usualUsd * 100) / 100).toFixed(2);
		const less = askLess(parts(), (part) => part.usualUsd, (usd) => `$${usd.toFixed(2)}`);
		return {
			reason: "budget",
			what: `The first round alone, ${calls} calls, would cost about $${needed}, and $${budget.usd.toFixed(2)} are allowed.`,
			fix: `Set max-cost (or budget.usd in the config) to ${needed} or more, or ask less: ${less} or cheaper models.`
		};
	}
}
function askLess(parts, take, show) {
	if (parts.length < 2) return "fewer cases (tags)";
	return `fewer prompts at a time (${parts.toSorted((a, b) => take(b) - take(a)).slice(0, mostNamed$1).map((part) => `${part.path} takes ${show(take(part))}`).join(", ")}), fewer cases (tags)`;
}

// src/app/review/set-aside.ts
const mostNamed = 5;
function setAside(change) {
	const { cases } = change.exam;
	const kept = cases.filter(({ golden }) => howFarChecked(golden) !== "not-run");
	if (kept.length === cases.length) return {
		change,
		unreviewed: []
	};
	const aside = cases.filter(({ golden }) => howFarChecked(golden) === "not-run");
	const detail = wordAside(aside.map(({ key }) => key), cases.length);
	const isUnsent = aside.every(({ golden }) => golden.notRun.some(({ unsent }) => unsent));
	return {
		change: {
			...change,
			exam: {
				...change.exam,
				cases: kept
			},
			setAside: aside.length
		},
		unreviewed: [{
			path: change.path,
			why: isUnsent ? "not-sent" : "not-run",
			detail
		}]
	};
}
function setAsideLines(change) {
	const { changes, gone } = pairLines(change);
	const { path, exam } = change;
	const lost = gone.length === 0 ? [] : [{
		path,
		why: "no-line",
		detail: wordAside(gone, exam.cases.length)
	}];
	return changes.map((one, index) => ({
		change: one,
		unreviewed: index === 0 ? lost : []
	}));
}
function tellUnrendered({ change, unrendered = [] }) {
	const [first] = unrendered;
	if (first === void 0) return [];
	const named = wordAside(unrendered.map(({ key }) => key), change.exam.cases.length + unrendered.length);
	const why = unrendered.every(({ problem }) => problem.unsent) ? "not-sent" : "unrendered";
	return [{
		path: change.path,
		why,
		detail: `${named}. ${first.problem.what}`
	}];
}
function wordAside(keys, all) {
	const more = keys.length > mostNamed ? ` and ${keys.length - mostNamed} more` : "";
	return `${keys.length} of ${all}: ${keys.slice(0, mostNamed).join(", ")}${more}`;
}
function withoutFaulty(design) {
	const faulty = new Map(design.prompts.flatMap((prompt) => {
		const cases = prompt.change.exam.cases.map(({ golden }) => golden);
		const unfilled = [findUnfilled(prompt)].filter((problem) => problem !== void 0);
		const [first, ...more] = [
			...prompt.problems,
			...findUnscorable(cases, checkKinds),
			...unfilled
		];
		if (first === void 0) return [];
		return [[prompt, brokenOf(prompt.change, [first, ...more])]];
	}));
	return {
		design: {
			prompts: design.prompts.filter((prompt) => !faulty.has(prompt)),
			problems: []
		},
		broken: [...faulty.values()]
	};
}
function wordNotRun(changes, notes) {
	const cases = once(changes.flatMap(({ exam }) => exam.cases.map(({ golden }) => golden)));
	const left = cases.flatMap((golden) => golden.notRun.map(({ name, why, fix, at }) => {
		return {
			text: `\`${name}\` is not run${why === void 0 ? "" : `: ${why}`}.${fix === void 0 ? "" : ` ${fix}`}`,
			at
		};
	}));
	return [...countPartly(cases), ...wordNotes([...left, ...notes])];
}
function once(cases) {
	return [...new Map(cases.map((golden) => [JSON.stringify([showPosition(golden.at), golden.vars]), golden])).values()];
}
function countPartly(cases) {
	const part = cases.filter((golden) => howFarChecked(golden) === "part").length;
	if (part === 0) return [];
	return [`${part} of ${`${cases.length} golden ${cases.length === 1 ? "case" : "cases"}`} ${part === 1 ? "is" : "are"} checked only in part, by what can be run of ${part === 1 ? "it" : "them"}.`];
}

export { wordNotRun as a, withoutFaulty as i, setAsideLines as n, decideBudget as o, tellUnrendered as r, setAside as t };