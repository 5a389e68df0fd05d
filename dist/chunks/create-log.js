import { n as showHidden } from "./show-hidden.js";

// src/hosts/log/create-log.ts
const shortest = 8;
const mask = "***";
function redact(text, secrets) {
	return [...new Set([...secrets].flatMap(linesOf).flatMap(encodings))].toSorted((a, b) => b.length - a.length).reduce((redacted, form) => redacted.replaceAll(form, mask), text);
}
function linesOf(secret) {
	const trimmed = secret.trim();
	return [trimmed, ...trimmed.split(/\r?\n/u).map((line) => line.trim())].filter(({ length }) => length >= shortest);
}
function encodings(secret) {
	const percent = encodeURIComponent(secret.toWellFormed());
	const lower = percent.replaceAll(/%[0-9A-F]{2}/gu, (byte) => byte.toLowerCase());
	const json = JSON.stringify(secret).slice(1, -1);
	const bytes = Buffer.from(secret);
	const hex = bytes.toString("hex");
	return [
		secret,
		percent,
		lower,
		json,
		JSON.stringify(json).slice(1, -1),
		hex,
		hex.toUpperCase(),
		...base64(bytes)
	];
}
function base64(bytes) {
	return [
		0,
		1,
		2
	].flatMap((offset) => {
		const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
		const first = Math.ceil(offset * 8 / 6);
		const last = Math.floor(padded.length * 8 / 6);
		return [padded.toString("base64").slice(first, last), padded.toString("base64url").slice(first, last)];
	});
}
function createLog(write) {
	const secrets = /* @__PURE__ */ new Set();
	return {
		say: (text) => write(`${safeLine(redact(text, secrets))}\n`),
		hide: (secret) => void secrets.add(secret)
	};
}
function safeLine(text) {
	return text.split(/\r\n|\r|\n/u).map((line) => defuse(showHidden(line))).join("\n");
}
function defuse(line) {
	return line.replace(/^([\s\p{Z}\p{C}]*):(?=:)/u, "$1: ").replaceAll("##[", "## [");
}

export { redact as n, createLog as t };