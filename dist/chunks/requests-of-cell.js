import { n as judgedChecks, t as gradesLikePeople } from "./named-checks.js";
import { n as needOf } from "./needs-of.js";
import { n as stepsOf } from "./canned-results.js";
import "./judge-reliability.js";

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

export { requestsOfCell as n, requestsOfMeasuring as r, questionsOfCell as t };