import { i as showPosition } from "./problem.js";
import { n as judgedChecks, t as gradesLikePeople } from "./named-checks.js";
import { n as needOf } from "./needs-of.js";
import { t as checkKinds } from "./scorers.js";
import { n as stepsOf } from "./canned-results.js";
import "./call-of-side.js";
import { i as howFarChecked } from "./compare-case.js";
import { n as findUnfilled, t as findUnscorable } from "./find-unscorable.js";
import { n as pairLines } from "./pair-lines.js";
import { t as wordNotes } from "./word-notes.js";

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

// src/app/review/requests-of-cell.ts
function requestsOfCell(cell, settings, kinds) {
	const sides = sidesOf(cell);
	const asked = cell.oldIsShared === true ? sides.slice(1) : sides;
	const share = asked.length / sides.length;
	return [...asked.map((request) => repliesOf(request, cell, 1 / sides.length)), ...questionsOfCell(cell, settings, kinds).map((question) => ({
		...question,
		perReply: {
			usual: share * question.perReply.usual,
			most: share * question.perReply.most
		}
	}))];
}
function questionsOfCell(cell, settings, kinds) {
	const sides = sidesOf(cell);
	const [side] = sides;
	if (side === void 0) return [];
	return cell.exam.golden.checks.flatMap((check) => {
		const asked = questionsOf(check, cell, side.messages, settings, kinds);
		if (asked === void 0 || kinds.get(check.kind)?.compare === void 0) return asked ?? [];
		const share = sides.length === 2 ? 1 / 2 : 0;
		return {
			...asked,
			perReply: {
				usual: asked.perReply.usual * share,
				most: asked.perReply.most * share
			}
		};
	});
}
function sidesOf(cell) {
	return [cell.identical ? void 0 : cell.old, cell.new].flatMap((side) => side ?? []);
}
function repliesOf(request, { scenario, exam }, share) {
	const { earlier = [] } = exam.golden;
	const turns = scenario === void 0 ? earlier.length + 1 : scenario.turns + (request.messages.at(-1)?.role === "user" ? 1 : 0);
	const steps = stepsOf(exam.golden);
	const messages = [...request.messages, ...halfway(turns * steps.usual)];
	const perReply = {
		usual: share * turns * steps.usual,
		most: share * turns * steps.most
	};
	return {
		request: {
			...request,
			messages
		},
		perReply
	};
}
function questionsOf(check, { exam }, messages, settings, kinds) {
	const kind = kinds.get(check.kind);
	const needs = needOf(check, kinds);
	if (kind === void 0 || needs === "nothing" || needs === "scorer" || needs === "sandbox") return void 0;
	const model = modelOf[needs](settings);
	if (model === void 0) return void 0;
	const votes = settings.judge?.votes ?? 1;
	const { argument, options } = check;
	const perReply = kind.countQuestions?.(argument, options, votes, exam.golden.context.length) ?? {
		usual: kind.questions,
		most: kind.questions
	};
	const told = {
		role: "user",
		content: `${check.name}\n${" word".repeat(400)}`
	};
	const said = kind.scenario === void 0 ? [] : halfway(perReply.usual);
	return {
		request: {
			kind: "chat",
			provider: model.provider,
			model: model.model,
			messages: [
				...messages,
				...said,
				told
			],
			params: model.params
		},
		perReply,
		...isGrade(kind, needs) && { grades: true }
	};
}
function isGrade({ compare }, needs) {
	return compare === void 0 && (needs === "judge" || needs === "judge and embeddings");
}
const modelOf = {
	judge: ({ judge }) => judge,
	"judge and embeddings": ({ judge }) => judge,
	embeddings: ({ embeddings }) => embeddings,
	simulator: ({ simulate }) => simulate
};
function halfway(turns) {
	const words = " word".repeat(Math.round((turns - 1) / 2 * 200));
	return words === "" ? [] : [{
		role: "user",
		content: words
	}];
}
function requestsOfMeasuring(cells, votes, kinds) {
	const graded = cells.filter(({ cell, requests }) => cell.scenario === void 0 && requests.some(({ grades }) => grades === true));
	const share = (of) => {
		const all = graded.reduce((sum, { replies }) => sum + replies[of], 0);
		return Math.min(1, 20 / Math.max(1, all));
	};
	const [low, usual, high] = [
		votes > 1 ? 0 : share("low"),
		votes > 1 ? 0 : share("usual"),
		share("high")
	];
	return [...graded.flatMap(({ requests, replies }) => gradesIn(requests).map(({ request, perReply }) => ({
		request,
		low: low * replies.low * perReply.usual,
		usual: usual * replies.usual * perReply.usual,
		high: high * replies.high * perReply.most
	}))), ...labelled(graded, kinds)];
}
function labelled(graded, kinds) {
	return [...new Map(graded.filter(({ cell: { exam } }) => exam.golden.label !== void 0 && exam.golden.reference !== void 0).filter(({ cell: { exam } }) => judgedChecks(exam.golden, kinds).some(gradesLikePeople)).map((one) => [JSON.stringify([one.cell.prompt, one.cell.exam.key]), one])).values()].slice(0, 60).flatMap(({ requests }) => gradesIn(requests).map(({ request, perReply }) => ({
		request,
		low: perReply.usual,
		usual: perReply.usual,
		high: perReply.most
	})));
}
function gradesIn(requests) {
	return requests.filter(({ grades }) => grades === true);
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
		const { path, previousPath, change, diff, exam } = prompt.change;
		const cases = exam.cases.map(({ golden }) => golden);
		const unfilled = [findUnfilled(prompt)].filter((problem) => problem !== void 0);
		const [first, ...more] = [
			...prompt.problems,
			...findUnscorable(cases, checkKinds),
			...unfilled
		];
		if (first === void 0) return [];
		return [[prompt, {
			path,
			...previousPath === void 0 ? {} : { previousPath },
			change,
			diff,
			problems: [first, ...more]
		}]];
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

export { wordNotRun as a, requestsOfMeasuring as c, withoutFaulty as i, decideBudget as l, setAsideLines as n, questionsOfCell as o, tellUnrendered as r, requestsOfCell as s, setAside as t };