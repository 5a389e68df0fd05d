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
			...lacksJudge ? [told("is graded by a model, and no judge is configured.", "Give the action `judge: gpt-5`, or write `judge: gpt-5` in promptgate.yml.")] : [],
			...lacksSimulator ? [told("needs a model that plays the user.", "Write `simulate: gpt-5-mini` in promptgate.yml, or give the action a `judge`.")] : [],
			...lacksEmbeddings ? [told("compares meanings, and no embedding model is configured.", "Write `embeddings: text-embedding-3-small` in promptgate.yml.")] : [],
			...lacksScorer ? [told(`names a scorer that is not configured: \`${String(check.argument)}\`.`, "Add it under `scorers` in the config of the base branch.")] : []
		];
	});
}

export { missingRoles as t };