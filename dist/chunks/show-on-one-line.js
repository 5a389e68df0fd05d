import { t as clip } from "./clip.js";
import { n as showHidden } from "./show-hidden.js";

// src/core/text/show-on-one-line.ts
function showOnOneLine(text, most) {
	const line = showHidden(clip(text.trim(), most * 2)).replaceAll(/\s*\n\s*/gu, " ⏎ ").replaceAll("	", " ");
	return clip(line, most);
}

export { showOnOneLine as t };