import { n as scorerNamed } from "./scorer-files.js";

// src/app/review/missing-roles.ts
function missingRoles(checks, settings, kinds) {
	return [...Map.groupBy(checks, ({ kind, argument, at }) => JSON.stringify([
		kind,
		at.file,
		kinds.get(kind)?.needs === "scorer" ? scorerNamed(argument) : null
	])).values()].flatMap(([check]) => {
		if (check === void 0) return [];
		const needs = kinds.get(check.kind)?.needs ?? "nothing";
		const lacksJudge = settings.judge === void 0 && (needs === "judge" || needs === "judge and embeddings");
		const lacksSimulator = settings.simulate === void 0 && needs === "simulator";
		const lacksEmbeddings = settings.embeddings === void 0 && (needs === "embeddings" || needs === "judge and embeddings");
		const lacksScorer = needs === "scorer" && !settings.scorers.has(scorerNamed(check.argument));
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
			...lacksScorer ? [told(`names a scorer that is not configured: \`${scorerNamed(check.argument)}\`.`, "Add it under `scorers` in promptgate.yml; the action reads that of the base branch.")] : []
		];
	});
}
function rolesOf({ judge: grader, simulate, embeddings }) {
	return {
		...grader === void 0 ? {} : { judge: grader },
		...simulate === void 0 ? {} : { simulator: simulate },
		...embeddings === void 0 ? {} : { embeddings }
	};
}

// src/core/text/start-with-cases.ts
const mostNamed = 5;
function startWithCases(cases) {
	const [first] = cases;
	if (cases.length === 1 && first !== void 0) return `The case \`${first.id}\``;
	const named = cases.slice(0, mostNamed).map(({ id }) => `\`${id}\``);
	const more = cases.length > mostNamed ? ` and ${cases.length - mostNamed} more` : "";
	return `${cases.length} cases (${named.join(", ")}${more})`;
}

export { missingRoles as n, rolesOf as r, startWithCases as t };