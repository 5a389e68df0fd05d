// src/core/statistics/normal.ts
function normalQuantile(p) {
	const q = p - .5;
	if (Math.abs(q) <= .425) {
		const r = .180625 - q * q;
		const above = ((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179;
		const below = ((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1;
		return q * above / below;
	}
	const tail = Math.min(p, 1 - p);
	if (!(tail > 0)) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	const distance = Math.sqrt(-Math.log(tail));
	return Math.sign(q) * (distance <= 5 ? middle(distance - 1.6) : far(distance - 5));
}
function middle(r) {
	return (((.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777) / ((.12021132975 * r + .7370016425) * r + 1);
}
function far(r) {
	return (((.017337203997 * r + .42868294337) * r + 3.081226386) * r + 6.657905115) / ((.012258202635 * r + .24197894225) * r + 1);
}
function normalShare(z) {
	const t = 1 / (1 + .2316419 * Math.abs(z));
	const series = t * (.31938153 + t * (-.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
	const beyond = normalDensity(z) * series;
	return z < 0 ? beyond : 1 - beyond;
}
function normalDensity(z) {
	return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
}
function shrunkenBound(cases, alpha) {
	let weights = 0;
	let change = 0;
	let effective = 0;
	let variance = 0;
	for (const { weight, delta, variance: own, size } of cases) {
		weights += weight;
		change += weight * delta;
		effective += weight ** 2 / size;
		variance += weight ** 2 * 2 * own / size;
	}
	if (weights === 0) return null;
	const n = weights ** 2 / effective;
	const shrink = n / (n + 2);
	const centre = shrink * change / weights;
	const reach = normalQuantile(1 - alpha) * Math.sqrt((shrink / weights) ** 2 * variance + 2 / (n + 2) ** 2);
	return {
		low: Math.max(-1, centre - reach),
		high: Math.min(1, centre + reach)
	};
}

export { shrunkenBound as i, normalQuantile as n, normalShare as r, normalDensity as t };