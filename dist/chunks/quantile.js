// src/core/statistics/quantile.ts
function quantile(values, at) {
	const sorted = values.toSorted((a, b) => a - b);
	const place = (sorted.length - 1) * at;
	const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
	if (below === void 0 || above === void 0) return null;
	return below + (above - below) * (place - Math.floor(place));
}
function mean(values) {
	return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export { quantile as n, mean as t };