import "./rolldown-runtime.js";
import { C as say, S as quote, b as own, f as showPercent } from "./show-quantity.js";
import { n as penFor } from "./pen.js";
import { n as wordQuality } from "./word-quality.js";

// src/reporters/gate.ts
function writeGate({ prompts, problems }, screen) {
	const pen = penFor(screen);
	const told = problems.map(({ what, fix }) => say`${quote(what)}${fix === void 0 ? [] : say` ${quote(fix)}`}`);
	const none = prompts.length === 0 && problems.length === 0 ? [own("No prompt here has golden cases.")] : [];
	return `${[...[...told, ...none].map((phrase) => pen.lines(phrase)), ...prompts.map((prompt) => promptBlock(prompt, pen))].map((block) => block.join("\n")).join("\n\n")}\n`;
}
function promptBlock(prompt, pen) {
	return [...pen.lines(say`${prompt.path}`).map((line) => pen.paint("head", line)), ...wordQuality(prompt).flatMap((phrase) => pen.lines(phrase))];
}
function writeBadge({ prompts }) {
	const worst = prompts.flatMap(({ measured }) => measured === null ? [] : [measured.falseBlocks]).toSorted((a, b) => b.share - a.share)[0];
	const message = worst === void 0 ? "too few replies kept" : `${showPercent(worst.share)} false blocks`;
	const color = worst === void 0 ? "lightgrey" : worst.share <= .05 ? "brightgreen" : "orange";
	return `${JSON.stringify({
		schemaVersion: 1,
		label: "prompt gate",
		message,
		color
	}, null, 2)}\n`;
}

export { writeBadge, writeGate };