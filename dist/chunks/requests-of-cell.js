import { n as judgedChecks, t as gradesLikePeople } from "./named-checks.js";
import { n as knownSize } from "./size-of-request.js";
import { n as needOf } from "./needs-of.js";
import { n as stepsOf } from "./canned-results.js";
import "./judge-reliability.js";

// src/core/money/estimate-cost.ts
function estimateCost(asked, costOf) {
	let calls = 0;
	let inputTokens = 0;
	let outputTokens = 0;
	let usualUsd = 0;
	let mostUsd = 0;
	const models = /* @__PURE__ */ new Map();
	const unpriced = /* @__PURE__ */ new Map();
	const byName = /* @__PURE__ */ new Map();
	for (const { request, times } of asked) {
		const size = knownSize(request);
		const { provider, model } = request;
		calls += times;
		inputTokens += size.input * times;
		outputTokens += size.usualOutput * times;
		const usual = costOf(provider, model, {
			inputTokens: size.input,
			outputTokens: size.usualOutput
		});
		const most = costOf(provider, model, {
			inputTokens: size.input,
			outputTokens: size.mostOutput
		});
		if (usual === void 0 || most === void 0) unpriced.set(model, (unpriced.get(model) ?? 0) + times);
		else {
			const list = costOf.listOf?.(provider, model);
			if (list !== void 0) byName.set(model, list);
			addTo(models, model, {
				calls: times,
				usualUsd: usual * times,
				mostUsd: most * times
			});
			usualUsd += usual * times;
			mostUsd += most * times;
		}
	}
	return {
		calls,
		inputTokens,
		outputTokens,
		usualUsd,
		mostUsd,
		models,
		unpriced,
		byName
	};
}
function addEstimates(all) {
	const [total, models, unpriced] = [
		{ ...nothing },
		/* @__PURE__ */ new Map(),
		/* @__PURE__ */ new Map()
	];
	for (const one of all) {
		for (const key of amounts) total[key] += one[key];
		for (const [model, more] of one.models) addTo(models, model, more);
		for (const [model, calls] of one.unpriced) unpriced.set(model, (unpriced.get(model) ?? 0) + calls);
	}
	return {
		...total,
		models,
		unpriced,
		byName: new Map(all.flatMap(({ byName }) => [...byName]))
	};
}
function addTo(models, model, more) {
	const { calls, usualUsd, mostUsd } = models.get(model) ?? nothing;
	models.set(model, {
		calls: calls + more.calls,
		usualUsd: usualUsd + more.usualUsd,
		mostUsd: mostUsd + more.mostUsd
	});
}
const amounts = [
	"calls",
	"inputTokens",
	"outputTokens",
	"usualUsd",
	"mostUsd"
];
const nothing = {
	calls: 0,
	inputTokens: 0,
	outputTokens: 0,
	usualUsd: 0,
	mostUsd: 0
};
function capEstimate(estimate, { calls = Number.POSITIVE_INFINITY, usd = Number.POSITIVE_INFINITY }) {
	const share = Math.min(1, calls / estimate.calls, estimate.usualUsd > 0 ? usd / estimate.usualUsd : 1);
	if (!(share < 1)) return estimate;
	const { inputTokens, outputTokens } = estimate;
	const cap = (one) => ({
		calls: one.calls * share,
		usualUsd: one.usualUsd * share,
		mostUsd: Math.min(one.mostUsd * share, usd)
	});
	return {
		...cap(estimate),
		inputTokens: inputTokens * share,
		outputTokens: outputTokens * share,
		models: new Map([...estimate.models].map(([model, one]) => [model, cap(one)])),
		unpriced: new Map([...estimate.unpriced].map(([model, count]) => [model, count * share])),
		byName: estimate.byName
	};
}
function isPriced({ calls, unpriced }) {
	const unknown = [...unpriced.values()].reduce((sum, count) => sum + count, 0);
	return unpriced.size === 0 || unknown < calls;
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

export { capEstimate as a, addEstimates as i, requestsOfCell as n, estimateCost as o, requestsOfMeasuring as r, isPriced as s, questionsOfCell as t };