import { t as sizeOfRequest } from "./size-of-request.js";
import { n as missingRoles } from "./start-with-cases.js";

// src/core/money/decide-budget.ts
const mostNamed = 3;
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
	return `fewer prompts at a time (${parts.toSorted((a, b) => take(b) - take(a)).slice(0, mostNamed).map((part) => `${part.path} takes ${show(take(part))}`).join(", ")}), fewer cases (tags)`;
}

// src/core/money/estimate-cost.ts
function estimateCost(asked, costOf) {
	let calls = 0;
	let inputTokens = 0;
	let outputTokens = 0;
	let usualUsd = 0;
	let mostUsd = 0;
	const unpriced = /* @__PURE__ */ new Map();
	const byName = /* @__PURE__ */ new Map();
	for (const { request, times } of asked) {
		const size = sizeOfRequest(request);
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
		unpriced,
		byName
	};
}
function isPriced({ calls, unpriced }) {
	const unknown = [...unpriced.values()].reduce((sum, count) => sum + count, 0);
	return unpriced.size === 0 || unknown < calls;
}

// src/app/review/check-needs.ts
function checkNeeds(design, settings, kinds, hasKey) {
	const cases = design.prompts.flatMap(({ change }) => change.exam.cases.map(({ golden }) => golden));
	return [...missingKeys(providersOf(design, settings), settings, hasKey), ...missingRoles(cases.flatMap(({ checks }) => checks), settings, kinds)];
}
function providersOf(design, settings) {
	const rows = design.prompts.flatMap((prompt) => prompt.rows.flatMap((row) => [row.model.old.provider, row.model.new.provider]));
	const simulates = design.prompts.some(({ cells }) => cells.some(({ scenario }) => scenario !== void 0));
	const roles = [
		settings.judge,
		settings.embeddings,
		simulates ? settings.simulate : void 0
	].flatMap((role) => role?.provider ?? []);
	return /* @__PURE__ */ new Set([...rows, ...rows.length > 0 ? roles : []]);
}
function missingKeys(needed, settings, hasKey) {
	return [...needed].flatMap((name) => {
		const provider = settings.providers.get(name);
		if (provider === void 0) return [{
			reason: "config",
			what: `there is no provider \`${name}\`.`,
			fix: `Name it under \`providers\` in ${settings.configFile}.`
		}];
		if (hasKey(name)) return [];
		const where = provider.key.kind === "environment" ? provider.key.name : "api-key";
		const fix = name === "default" ? `Give the action \`api-key: \${{ secrets.${where === "api-key" ? "OPENAI_API_KEY" : where} }}\`, or set ${where} in the environment.` : `Set ${where} in the environment of the step (\`env:\`), from a secret.`;
		return [{
			reason: "config",
			what: `there is no key for the provider \`${name}\` (${provider.baseUrl}).`,
			fix
		}];
	});
}

// src/app/review/requests-of-cell.ts
function requestsOfCell(cell, settings, kinds) {
	const sides = sidesOf(cell);
	return [...sides.map((request) => repliesOf(request, cell, 1 / sides.length)), ...questionsOfCell(cell, settings, kinds)];
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
	const messages = [...request.messages, ...halfway(turns)];
	return {
		request: {
			...request,
			messages
		},
		perReply: {
			usual: share * turns,
			most: share * turns
		}
	};
}
function questionsOf(check, { exam }, messages, settings, kinds) {
	const kind = kinds.get(check.kind);
	if (kind === void 0 || kind.needs === "nothing" || kind.needs === "scorer" || kind.needs === "sandbox") return void 0;
	const model = modelOf[kind.needs](settings);
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
		...isGrade(kind) && { grades: true }
	};
}
function isGrade({ needs, compare }) {
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

export { estimateCost as a, missingKeys as i, requestsOfCell as n, isPriced as o, checkNeeds as r, decideBudget as s, questionsOfCell as t };