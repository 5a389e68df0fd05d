// src/core/statistics/choose.ts
const logFactorials = [0];
function logFactorial(n) {
	for (let i = logFactorials.length; i <= n; i++) logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i));
	return logFactorials[n] ?? 0;
}
function logChoose(n, k) {
	if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
	return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
function choose(n, k) {
	if (k < 0 || k > n) return 0;
	let ways = 1;
	for (let i = 1; i <= Math.min(k, n - k); i++) ways = ways * (n - i + 1) / i;
	return ways;
}

export { logChoose as n, choose as t };