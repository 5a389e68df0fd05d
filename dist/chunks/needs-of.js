// src/core/scoring/needs-of.ts
function needOf({ kind, argument }, kinds) {
	const known = kinds.get(kind);
	return known?.needsWith?.(argument) ?? known?.needs ?? "nothing";
}
function isJudged(needs) {
	return needs === "judge" || needs === "judge and embeddings";
}

export { needOf as n, isJudged as t };