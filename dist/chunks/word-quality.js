import { C as say, b as own, f as showPercent, u as showNumberOf, v as list } from "./show-quantity.js";

// src/reporters/wording/word-quality.ts
function wordQuality({ measured, cases, replies }) {
	if (measured === null) return [own(`Too little is kept to say: ${cases.measured} of ${showNumberOf(cases.of, "case")} ${cases.measured === 1 ? "has" : "have"} four kept replies or more, and half of them must. Every review keeps what it asks.`)];
	const { falseBlocks, brokenSeen, smallestDrop } = measured;
	return [
		own(`Blocks ${wordShare(falseBlocks)} of reviews in which nothing changes.`),
		own(brokenSeen === null ? "No case holds, so that none could break." : `Sees ${wordShare(brokenSeen)} of single cases that break.`),
		own(smallestDrop === null ? "Sees no drop of all cases reliably, not even one of 50 points." : `Sees a drop of all cases by ${Math.round(100 * smallestDrop)} points in four reviews of five.`),
		own(`Drawn at random from ${showNumberOf(replies, "kept reply", "kept replies")} of ${cases.measured} of ${showNumberOf(cases.of, "case")}.`)
	];
}
function wordShare({ share, low, high, reviews }) {
	return `${showPercent(share)} (${showPercent(low)} to ${showPercent(high)}, ${reviews} reviews drawn)`;
}
function wordQualities({ prompts }) {
	return prompts.flatMap(({ path, gateQuality }) => gateQuality === void 0 ? [] : [{
		path,
		gateQuality
	}]).map(({ path, gateQuality }) => say`The gate on kept replies${prompts.length > 1 ? say` of ${path}` : []}: ${list(wordQuality(gateQuality), " ")}`);
}

export { wordQuality as n, wordQualities as t };