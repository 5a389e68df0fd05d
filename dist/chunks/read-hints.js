// src/providers/service/read-hints.ts
function readRetryAfter(headers, now) {
	const ms = headers.get("retry-after-ms");
	if (ms !== null && /^\d+(?:\.\d+)?$/u.test(ms.trim())) return Number(ms);
	const after = headers.get("retry-after");
	if (after === null) return void 0;
	const span = readSpan(after);
	if (span !== void 0) return span;
	const date = Date.parse(after);
	return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}
function readAllowance(headers, now) {
	const requests = readWindow(headers, "requests", now);
	const tokens = readWindow(headers, "tokens", now);
	if (requests === void 0 && tokens === void 0) return void 0;
	return {
		...requests === void 0 ? {} : { requests },
		...tokens === void 0 ? {} : { tokens }
	};
}
function readWindow(headers, of, now) {
	const remaining = headers.get(`x-ratelimit-remaining-${of}`) ?? headers.get(`anthropic-ratelimit-${of}-remaining`) ?? "";
	if (!/^-?\d+$/u.test(remaining.trim())) return void 0;
	const span = readSpan(headers.get(`x-ratelimit-reset-${of}`) ?? "");
	const until = Date.parse(headers.get(`anthropic-ratelimit-${of}-reset`) ?? "");
	const resetMs = span ?? (Number.isNaN(until) ? void 0 : Math.max(0, until - now));
	return resetMs === void 0 ? void 0 : {
		remaining: Math.max(0, Number(remaining)),
		resetMs
	};
}
const unitMs = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5,
	d: 864e5
};
const part = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/gu;
function readSpan(written) {
	const text = written.trim();
	if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text) * 1e3;
	if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/u.test(text)) return void 0;
	let sum = 0;
	for (const [, amount = "", unit = ""] of text.matchAll(part)) sum += Number(amount) * (isUnit(unit) ? unitMs[unit] : 0);
	return sum;
}
function isUnit(text) {
	return Object.hasOwn(unitMs, text);
}

export { readRetryAfter as n, readSpan as r, readAllowance as t };