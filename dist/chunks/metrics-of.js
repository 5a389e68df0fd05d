// src/core/scoring/metrics-of.ts
function metricsOf(kind, name) {
	return hasOwnName(kind, name) ? [kind, name] : [kind];
}
function hasOwnName(kind, name) {
	return name !== kind && !name.startsWith(`${kind}: `);
}

export { metricsOf as n, hasOwnName as t };