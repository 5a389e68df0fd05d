import { b as namedChecks } from "./revision-files.js";

// src/core/text/start-with-cases.ts
const mostNamed = 5;
function startWithCases(cases) {
	const [first] = cases;
	if (cases.length === 1 && first !== void 0) return `The case \`${first.id}\``;
	const named = cases.slice(0, mostNamed).map(({ id }) => `\`${id}\``);
	const more = cases.length > mostNamed ? ` and ${cases.length - mostNamed} more` : "";
	return `${cases.length} cases (${named.join(", ")}${more})`;
}

// src/core/scoring/find-unscorable.ts
const text = "A reply of several words, such as any model would give.";
const answer = {
	toolCalls: [],
	finishReason: "stop",
	usage: {
		inputTokens: 10,
		outputTokens: 10
	},
	servedModel: "",
	servedBy: "",
	latencyMs: 1,
	at: 0
};
function findUnscorable(cases, kinds) {
	const lacking = cases.flatMap((golden) => namedChecks(golden, kinds).flatMap(({ check, kind }) => {
		const { argument, options, min } = check;
		const given = {
			argument,
			options,
			...min === void 0 ? {} : { min },
			golden,
			messages: [],
			text,
			answer
		};
		const result = kind?.score({
			...given,
			costUsd: .001,
			answers: /* @__PURE__ */ new Map()
		});
		return result?.kind === "unscored" ? [{
			golden,
			check,
			why: result.why
		}] : [];
	}));
	return [...Map.groupBy(lacking, ({ check, why }) => JSON.stringify([check.kind, why])).values()].flatMap((held) => {
		const [first] = held;
		if (first === void 0) return [];
		const { check, golden, why } = first;
		const losers = [...new Set(held.map((one) => one.golden))];
		const at = losers.length === 1 && check.at.file === golden.at.file ? check.at : golden.at;
		return [{
			reason: "files",
			what: `\`${check.kind}\` can score no reply: ${why}. ${startWithCases(losers)} would have no score.`,
			at,
			fix: "Add what is lacking to the case, or drop the check."
		}];
	});
}

// src/app/review/missing-roles.ts
function missingRoles(checks, settings, kinds) {
	return [...Map.groupBy(checks, ({ kind, argument, at }) => JSON.stringify([
		kind,
		at.file,
		kinds.get(kind)?.needs === "scorer" ? argument : null
	])).values()].flatMap(([check]) => {
		if (check === void 0) return [];
		const needs = kinds.get(check.kind)?.needs ?? "nothing";
		const lacksJudge = settings.judge === void 0 && (needs === "judge" || needs === "judge and embeddings");
		const lacksSimulator = settings.simulate === void 0 && needs === "simulator";
		const lacksEmbeddings = settings.embeddings === void 0 && (needs === "embeddings" || needs === "judge and embeddings");
		const lacksScorer = needs === "scorer" && !settings.scorers.has(String(check.argument));
		const told = (what, fix) => ({
			reason: "config",
			what: `the check \`${check.kind}\` ${what}`,
			at: check.at,
			fix
		});
		return [
			...lacksJudge ? [told("is graded by a model, and no judge is configured.", "Write `judge: gpt-5` in promptgate.yml, or give it to the action (`--judge gpt-5` on the command line).")] : [],
			...lacksSimulator ? [told("needs a model that plays the user.", "Write `simulate: gpt-5-mini` in promptgate.yml, or name a `judge`, which then plays it.")] : [],
			...lacksEmbeddings ? [told("compares meanings, and no embedding model is configured.", "Write `embeddings: text-embedding-3-small` in promptgate.yml.")] : [],
			...lacksScorer ? [told(`names a scorer that is not configured: \`${String(check.argument)}\`.`, "Add it under `scorers` in promptgate.yml; the action reads that of the base branch.")] : []
		];
	});
}

export { findUnscorable as n, startWithCases as r, missingRoles as t };