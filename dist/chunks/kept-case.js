// src/core/gate-quality/kept-case.ts
function mostTold(byRequest) {
	return [byRequest.filter(({ length }) => length === 1).flat(), ...byRequest.filter(({ length }) => length > 1)].reduce((longest, one) => one.length > longest.length ? one : longest);
}
function outcomeOfKept(score, passes) {
	if (!passes) return {
		score,
		marks: [],
		metrics: {}
	};
	const passed = score >= 1 - 1e-9;
	return {
		score,
		passes: passed,
		marks: [passed],
		metrics: {}
	};
}

export { outcomeOfKept as n, mostTold as t };