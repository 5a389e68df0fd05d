import { t as hidden } from "./show-hidden.js";

// src/core/text/escape-hidden.ts
function escapeHidden(json) {
	if (/^[\n\x20-\x7e]*$/u.test(json)) return json;
	return json.replaceAll(hidden, (character) => character.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""));
}

export { escapeHidden as t };