// src/core/statistics/student.ts
function studentTail(t, freedom) {
	if (t === Number.POSITIVE_INFINITY) return 0;
	const cos2 = freedom / (freedom + t * t);
	const sin = t / Math.sqrt(freedom + t * t);
	const isOdd = freedom % 2 === 1;
	let [term, sum] = isOdd ? [Math.sqrt(cos2), freedom === 1 ? 0 : Math.sqrt(cos2)] : [1, 1];
	for (let at = isOdd ? 3 : 2; at <= freedom - 2; at += 2) {
		term *= cos2 * (at - 1) / at;
		sum += term;
	}
	const within = isOdd ? 2 / Math.PI * (Math.atan(t / Math.sqrt(freedom)) + sin * sum) : sin * sum;
	return Math.max(0, (1 - within) / 2);
}
function studentQuantile(tail, freedom) {
	let [low, high] = [0, 1];
	while (studentTail(high, freedom) > tail && high < 1e9) high *= 2;
	for (let step = 0; step < 100 && high - low > 1e-9 * high; step++) {
		const middle = (low + high) / 2;
		if (studentTail(middle, freedom) > tail) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

export { studentTail as n, studentQuantile as t };