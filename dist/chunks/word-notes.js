import { i as showPosition } from "./problem.js";

// src/core/cases/word-notes.ts
const mostPlaces = 5;
const mostNotes = 20;
function wordNotes(notes) {
	const places = /* @__PURE__ */ new Map();
	for (const { text, at } of notes) {
		const known = places.get(text) ?? /* @__PURE__ */ new Map();
		known.set(showPosition(at), at);
		places.set(text, known);
	}
	const worded = [...places].map(([text, at]) => `${text} (${showPlaces([...at.keys()])})`);
	if (worded.length <= mostNotes) return worded;
	const more = worded.length - mostNotes + 1;
	return [...worded.slice(0, 19), `${more} more notes of this kind: \`promptgate cases check\` lists them all.`];
}
function showPlaces(places) {
	const shown = places.slice(0, mostPlaces).join(", ");
	return places.length <= mostPlaces ? shown : `${shown} and ${places.length - mostPlaces} more`;
}

export { wordNotes as t };