import { t as showOnOneLine } from "./show-on-one-line.js";

// src/core/report/word-skipped.ts
const noPromptChanged = "no prompt changed";
function wordSkipped({ skipped, mode }) {
	return `Nothing to ${mode === "check" ? "check" : "review"}: ${showOnOneLine(skipped ?? "no prompt changed", 500)}`;
}

export { wordSkipped as n, noPromptChanged as t };