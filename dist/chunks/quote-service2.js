import "./rolldown-runtime.js";

// src/providers/quote-service.ts
const surelyKey = 8;
const perhapsKey = 4;
function quoteService(text, ...keys) {
	const line = keys.reduce((said, key) => withoutKey(said, key ?? ""), text).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
	return line.length > 300 ? `${line.slice(0, 299).toWellFormed()}…` : line;
}
function withoutKey(text, key) {
	if (key.length >= surelyKey) return text.replaceAll(key, "[key]");
	if (key.length < perhapsKey) return text;
	const alone = new RegExp(`(?<![\\p{L}\\p{N}])${key.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&")}(?![\\p{L}\\p{N}])`, "gu");
	return text.replaceAll(alone, "[key]");
}

export { quoteService as t };