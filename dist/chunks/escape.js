import { r as showOnOneLine } from "./show-hidden.js";

// src/reporters/markdown/escape.ts
const longest = {
	name: 90,
	quote: 700
};
function toMarkdown(phrase) {
	return write(phrase, escapeName);
}
function toSummary(phrase) {
	return write(phrase, nameElement);
}
function write(phrase, writeName) {
	return phrase.map((part, at) => {
		if (part.kind === "ours") return part.text;
		if (part.kind === "name") return writeName(part.text);
		const quoted = writeQuote(part.text, writeName);
		return phrase[at + 1]?.text.startsWith(":") ? quoted.replace(/:(?=(?:[\w+-]|&#95;)+$)/u, `:${joint}`) : quoted;
	}).join("");
}
function writeQuote(text, writeName) {
	const parts = oneLine(text, longest.quote).split(/`([^`]+)`/u);
	if (parts.length === 1) return escapeQuote(text);
	return parts.map((part, at) => at % 2 === 1 ? writeName(part) : escapePart(part)).join("");
}
function escapePart(part) {
	const inner = part.trim();
	if (inner === "") return part === "" ? "" : " ";
	return `${/^\s/u.test(part) ? " " : ""}${escapeQuote(inner)}${/\s$/u.test(part) ? " " : ""}`;
}
function escapeName(text) {
	const line = oneLine(text, longest.name);
	return plainName.test(line) ? `\`${line}\`` : nameElement(text);
}
const plainName = /^[\p{L}\p{N}_./:@+=(),'…-]+(?: [\p{L}\p{N}_./:@+=(),'…-]+)*$/u;
function nameElement(text) {
	return `<code>${entities(oneLine(text, longest.name))}</code>`;
}
function escapeQuote(text, most = longest.quote) {
	return entities(oneLine(text, most)).replaceAll(/&#64;(?!&#8203;)/gu, `&#64;${joint}`).replaceAll("&#35;", `&#35;${joint}`).replaceAll("&#36;", "<span>&#36;</span>").replaceAll(/\bgh-(?=\d)/giu, (gh) => `${gh.slice(0, 2)}${joint}-`).replaceAll(/(?<![\p{L}\p{N}_])[0-9a-f]{7,40}(?![\p{L}\p{N}_])/giu, (commit) => commit.replaceAll(/.{6}(?=.)/gu, `$&${joint}`)).replaceAll(/:(?=(?:[\w+-]|&#95;)+:)/gu, `:${joint}`).replace(/^(?:[-+=]|\d{1,9}[.)])/u, (mark) => mark.slice(0, -1) + entity(mark.slice(-1)));
}
function oneLine(text, most) {
	const line = showOnOneLine(text, most);
	return line === "" ? "∅" : line;
}
function entities(text) {
	return text.replaceAll(/[&<>|`*~[\]#@\\$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, entity).replaceAll(/:(?=\/\/)|(?<=mailto|xmpp):|(?<=[\w.+-])&#64;/giu, (found) => `${found}${joint}`).replaceAll(/(?<=www)\./giu, `${joint}.`);
}
const joint = "&#8203;";
function entity(character) {
	return `&#${character.charCodeAt(0)};`;
}

export { toSummary as i, escapeQuote as n, toMarkdown as r, escapeName as t };