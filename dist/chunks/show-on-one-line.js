import { n as showHidden } from "./show-hidden.js";

// src/core/text/clip.ts
function clip(text, most) {
	if (text.length <= most) return text;
	const points = [...text.slice(0, most * 2)];
	if (points.length <= most && text.length <= most * 2) return text;
	return `${points.slice(0, Math.max(0, most - 1)).join("")}…`;
}

// src/core/text/show-on-one-line.ts
function showOnOneLine(text, most) {
	const line = showHidden(clip(text.trim(), most * 2)).replaceAll(/\s*\n\s*/gu, " ⏎ ").replaceAll("	", " ");
	return clip(line, most);
}

export { clip as n, showOnOneLine as t };