// src/core/money/decompose-cost.ts
const costFactors = [
	"price",
	"tokenizer",
	"prompt",
	"reply",
	"reasoning",
	"cached"
];
function decomposeCost(old, now, tokenizers) {
	const rulers = {
		input: tokenizers && isMeasured(old.promptUnits, now.promptUnits, old.inputTokens, now.inputTokens),
		output: tokenizers && isMeasured(old.replyUnits, now.replyUnits, saidOf(old), saidOf(now))
	};
	const [before, after] = [partsOf(old, rulers), partsOf(now, rulers)];
	const [from, to] = [totalOf(before), totalOf(after)];
	if (!(from > 0 && to > 0)) return void 0;
	const logs = {
		price: 0,
		tokenizer: 0,
		prompt: 0,
		reply: 0,
		reasoning: 0,
		cached: 0
	};
	const whole = logarithmicMean(to, from);
	before.forEach((part, at) => {
		const next = after[at];
		if (next === void 0) return;
		const [cost, nextCost] = [costOf(part), costOf(next)];
		if (cost === 0 || nextCost === 0) {
			logs[broughtBy(part, next)] += (nextCost - cost) / whole;
			return;
		}
		const weight = logarithmicMean(nextCost, cost) / whole;
		for (const [at, [factor, quantity]] of part.entries()) logs[factor] += weight * Math.log((next[at]?.[1] ?? quantity) / quantity);
	});
	return {
		price: Math.exp(logs.price),
		tokenizer: Math.exp(logs.tokenizer),
		prompt: Math.exp(logs.prompt),
		reply: Math.exp(logs.reply),
		reasoning: Math.exp(logs.reasoning),
		cached: Math.exp(logs.cached)
	};
}
function isMeasured(...amounts) {
	return amounts.every((amount) => amount > 0);
}
function saidOf({ outputTokens, reasoningTokens }) {
	return outputTokens - Math.min(reasoningTokens, outputTokens);
}
function partsOf(spend, rulers) {
	const { inputTokens, outputTokens, price } = spend;
	const cachedTokens = Math.min(spend.cachedTokens, inputTokens);
	const reasoningTokens = Math.min(spend.reasoningTokens, outputTokens);
	const said = saidOf(spend);
	const cached = inputTokens > 0 ? cachedTokens / inputTokens : 0;
	const perInput = rulers.input ? inputTokens / spend.promptUnits : 1;
	const perOutput = rulers.output ? said / spend.replyUnits : 1;
	const input = inputTokens / perInput;
	return [
		[
			["prompt", input],
			["tokenizer", perInput],
			["cached", 1 - cached],
			["price", price.input]
		],
		[
			["prompt", input],
			["tokenizer", perInput],
			["cached", cached],
			["price", price.cached]
		],
		[
			["reply", said / perOutput],
			["tokenizer", perOutput],
			["price", price.output]
		],
		[["reasoning", reasoningTokens], ["price", price.output]]
	];
}
function costOf(part) {
	return part.reduce((product, [, quantity]) => product * quantity, 1);
}
function totalOf(parts) {
	return parts.reduce((sum, part) => sum + costOf(part), 0);
}
function broughtBy(part, next) {
	return (costOf(part) === 0 ? part : next).find(([, quantity]) => quantity === 0)?.[0] ?? "price";
}
function logarithmicMean(a, b) {
	const apart = Math.log(a / b);
	return Math.abs(apart) < 1e-4 ? Math.sqrt(a * b) * (1 + apart ** 2 / 24) : (a - b) / apart;
}

export { decomposeCost as n, logarithmicMean as r, costFactors as t };