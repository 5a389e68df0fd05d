import { r as mostKeys } from "./yaml-values.js";
import { r as skipSpace, t as jsonMembers } from "./json-members.js";

// src/core/json-text/text-lines.ts
var TextLines = class {
	#text;
	#starts;
	constructor(text) {
		this.#text = text;
	}
	startOf(line) {
		return this.#found()[line - 1] ?? 0;
	}
	placeOf(offset) {
		const starts = this.#found();
		let low = 0;
		let high = starts.length;
		while (high - low > 1) {
			const middle = low + high >>> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		const mark = low === 0 && this.#text.startsWith("﻿") ? 1 : 0;
		return {
			line: low + 1,
			column: Math.max(1, offset - (starts[low] ?? 0) - mark + 1)
		};
	}
	#found() {
		if (this.#starts === void 0) {
			const starts = [0];
			for (let end = this.#text.indexOf("\n"); end !== -1; end = this.#text.indexOf("\n", end + 1)) starts.push(end + 1);
			this.#starts = starts;
		}
		return this.#starts;
	}
};

// src/core/json-text/read-plain-json.ts
const deepest = 100;
function readPlainJson(text, file, from = 1) {
	const value = parse(text);
	if (value === void 0 || countKeys(value, 0) !== countColons(text)) return void 0;
	return {
		value,
		at: locateJson(text, file, from)
	};
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function countKeys(value, depth) {
	if (typeof value === "number") return Number.isFinite(value) ? 0 : NaN;
	if (value === null || typeof value !== "object") return 0;
	if (depth >= deepest) return NaN;
	let count = 0;
	if (Array.isArray(value)) {
		for (const item of value) count += countKeys(item, depth + 1);
		return count;
	}
	const members = Object.entries(value);
	if (members.length > 2e4) return NaN;
	for (const [key, member] of members) count += key === "__proto__" ? NaN : 1 + countKeys(member, depth + 1);
	return count;
}
function countColons(text) {
	let count = 0;
	let at = 0;
	while (at < text.length) {
		const quote = text.indexOf("\"", at);
		const end = quote === -1 ? text.length : quote;
		for (let i = at; i < end; i++) if (text.charCodeAt(i) === 58) count++;
		at = quote === -1 ? end : endOfText(text, quote);
	}
	return count;
}
function endOfText(text, quote) {
	for (let end = text.indexOf("\"", quote + 1); end !== -1; end = text.indexOf("\"", end + 1)) {
		let slashes = 0;
		while (text.charCodeAt(end - 1 - slashes) === 92) slashes++;
		if (slashes % 2 === 0) return end + 1;
	}
	return text.length;
}
function locateJson(text, file, from = 1) {
	const lines = new TextLines(text);
	const entered = /* @__PURE__ */ new Map();
	const enter = (from) => {
		const members = entered.get(from) ?? new Map([...jsonMembers(text, from)].map((one) => [String(one.key), one]));
		entered.set(from, members);
		return members;
	};
	const offsetOf = (path, on) => {
		let at = skipSpace(text, 0);
		for (const [depth, step] of path.entries()) {
			const found = enter(at).get(String(step));
			if (found === void 0) break;
			if (on === "key" && depth === path.length - 1) return found.keyAt;
			at = found.valueAt;
		}
		return at;
	};
	return (path, on = "value") => {
		const { line, column } = lines.placeOf(offsetOf(path, on));
		return {
			file,
			line: line + from - 1,
			column
		};
	};
}

export { readPlainJson as n, TextLines as r, locateJson as t };