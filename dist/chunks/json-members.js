// src/core/json-text/json-members.ts
function* jsonMembers(text, from) {
	const opening = text[from];
	if (opening !== "{" && opening !== "[") return;
	let at = skipSpace(text, from + 1);
	for (let index = 0; at < text.length && text[at] !== "}" && text[at] !== "]"; index++) {
		const keyAt = at;
		const keyEnd = opening === "{" ? skipValue(text, at) : at;
		const valueAt = opening === "{" ? skipSpace(text, skipSpace(text, keyEnd) + 1) : at;
		yield {
			key: opening === "{" ? keyIn(text.slice(keyAt, keyEnd)) : index,
			keyAt,
			valueAt
		};
		at = skipSpace(text, skipValue(text, valueAt));
		if (text[at] === ",") at = skipSpace(text, at + 1);
	}
}
function skipSpace(text, from) {
	let at = from;
	while (at < text.length && " 	\r\n﻿".includes(text.charAt(at))) at++;
	return at;
}
function keyIn(written) {
	const key = JSON.parse(written);
	return String(key);
}
function skipValue(text, from) {
	let depth = 0;
	let at = from;
	do {
		const mark = text.charAt(at);
		if (mark === "\"") at = skipText(text, at);
		else {
			if (mark === "{" || mark === "[") depth++;
			if (mark === "}" || mark === "]") depth--;
			at++;
			if (depth === 0 && mark !== "}" && mark !== "]") while (at < text.length && !",]} 	\r\n".includes(text.charAt(at))) at++;
		}
	} while (depth > 0 && at < text.length);
	return at;
}
function skipText(text, from) {
	for (let at = from + 1; at < text.length; at++) if (text[at] === "\\") at++;
	else if (text[at] === "\"") return at + 1;
	return text.length;
}
function nestingOf(text) {
	let depth = 0;
	let greatest = 0;
	let inString = false;
	for (let index = 0; index < text.length; index += 1) {
		const character = text[index];
		if (inString) {
			if (character === "\\") index += 1;
			else if (character === "\"") inString = false;
		} else if (character === "\"") inString = true;
		else if (character === "{" || character === "[") {
			depth += 1;
			if (depth > greatest) greatest = depth;
		} else if (character === "}" || character === "]") depth -= 1;
	}
	return greatest;
}

export { skipText as i, nestingOf as n, skipSpace as r, jsonMembers as t };