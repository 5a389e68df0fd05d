import { t as clip } from "./clip.js";

// src/core/text/show-hidden.ts
function showHidden(text) {
	return text.replaceAll("\r\n", "\n").replaceAll(hidden, (character) => {
		return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
	});
}
const hidden = new RegExp([
	String.raw`[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f]`,
	String.raw`[\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]`,
	String.raw`(?<!\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})\u200d|\u200d(?!\p{Extended_Pictographic})`,
	String.raw`[\u{e0000}-\u{e0fff}]|[\u{1d173}-\u{1d17a}]|\p{Surrogate}`
].join("|"), "gu");
function escapeHidden(json) {
	if (/^[\n\x20-\x7e]*$/u.test(json)) return json;
	return json.replaceAll(hidden, (character) => character.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""));
}
function showOnOneLine(text, most) {
	const line = showHidden(clip(text.trim(), most * 2)).replaceAll(/\s*\n\s*/gu, " ⏎ ").replaceAll("	", " ");
	return clip(line, most);
}

export { showHidden as n, showOnOneLine as r, escapeHidden as t };