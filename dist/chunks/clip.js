// src/core/text/clip.ts
function clip(text, most) {
	if (text.length <= most) return text;
	const points = [...text.slice(0, most * 2)];
	if (points.length <= most && text.length <= most * 2) return text;
	return `${points.slice(0, Math.max(0, most - 1)).join("")}…`;
}

export { clip as t };