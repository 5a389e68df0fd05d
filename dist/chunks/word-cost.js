import { C as say, b as own, c as showMoneyDifference, f as showPercent, n as showChange, r as showCount, s as showMoney } from "./show-quantity.js";

// src/reporters/wording/word-cost.ts
function explodingRows({ prompts }) {
	return prompts.flatMap((prompt) => prompt.models.flatMap((row) => row.spending?.explodes ? [{
		prompt,
		row,
		spending: row.spending
	}] : [])).toSorted((one, other) => ratioOf(other.spending) - ratioOf(one.spending));
}
function ratioOf({ usd }) {
	if (usd.old === null || usd.new === null) return 1;
	return usd.old > 0 ? usd.new / usd.old : usd.new > 0 ? Number.POSITIVE_INFINITY : 1;
}
function wordGrowth(spent) {
	const ratio = ratioOf(spent);
	if (ratio === Number.POSITIVE_INFINITY) return "no longer free";
	const shown = showPercent(Math.abs(ratio - 1));
	return shown === "0%" ? "" : `${ratio > 1 ? "+" : "−"}${shown} a reply`;
}
const matters = {
	log: .03,
	share: .15
};
function wordCauses(spent, most = 3) {
	const { factors } = spent;
	if (factors === void 0) return "";
	const weights = factorNames.map((factor) => [factor, Math.log(factors[factor] ?? 1)]);
	const heaviest = Math.max(...weights.map(([, weight]) => Math.abs(weight)));
	return weights.filter(([, weight]) => Math.abs(weight) >= Math.max(matters.log, matters.share * heaviest)).toSorted(([, one], [, other]) => Math.abs(other) - Math.abs(one)).slice(0, most).map(([factor]) => causes[factor](spent, factors[factor] ?? 1)).join(", ");
}
const factorNames = [
	"reply",
	"reasoning",
	"prompt",
	"price",
	"tokenizer",
	"cached"
];
const causes = {
	reply: ({ tokens, length, factors = {} }, factor) => {
		const [old, now] = (factors.tokenizer ?? 1) === 1 ? [saidOf(tokens, "old"), saidOf(tokens, "new")] : [length.old, length.new];
		return `replies are ${longer(timesOf(old, now) ?? factor)}`;
	},
	reasoning: ({ tokens: { reasoning } }, factor) => {
		if ((reasoning.old ?? 0) === 0) return `it reasons now (${Math.round(reasoning.new ?? 0)} tokens a reply)`;
		if ((reasoning.new ?? 0) === 0) return "it no longer reasons";
		return `reasoning ${times(timesOf(reasoning.old, reasoning.new) ?? factor)}`;
	},
	prompt: ({ tokens: { input }, factors = {} }, factor) => `the prompt is ${longer((factors.tokenizer ?? 1) === 1 ? timesOf(input.old, input.new) ?? factor : factor)}`,
	price: (_, factor) => `price ${times(factor)}`,
	tokenizer: (_, factor) => `the same text counts ${showPercent(Math.abs(factor - 1))} ${factor >= 1 ? "more" : "fewer"} tokens`,
	cached: ({ tokens }) => `${showPercent(cachedOf(tokens, "new"))} of the input is read from the cache, ${showPercent(cachedOf(tokens, "old"))} before`
};
function saidOf({ output, reasoning }, side) {
	return output[side] === null ? null : output[side] - (reasoning[side] ?? 0);
}
function cachedOf({ input, cached }, side) {
	return (cached[side] ?? 0) / Math.max(1, input[side] ?? 1);
}
function timesOf(old, now) {
	return old === null || now === null || old <= 0 ? void 0 : now / old;
}
function longer(ratio) {
	if (ratio >= 1.5) return `${ratio.toFixed(1)} × longer`;
	return ratio >= 1 ? `${showPercent(ratio - 1)} longer` : `${showPercent(1 - ratio)} shorter`;
}
function times(ratio) {
	if (ratio >= 1.3) return `${ratio.toFixed(1)} ×`;
	return `${ratio >= 1 ? "+" : "−"}${showPercent(Math.abs(ratio - 1))}`;
}
function wordBill({ month, usd, segments }, row) {
	if (month === void 0 || month.old === null || month.new === null) {
		if (usd.old === null || usd.new === null) return [];
		return own(`${showMoneyDifference(usd.old * 1e3, usd.new * 1e3)} per 1,000 replies`);
	}
	const scale = Math.max(month.old, month.new);
	const [from, to] = [showRough(month.old, scale), showRough(month.new, scale)];
	if (from === to) return own(`${to} a month`);
	const change = roughly(month.new, scale) - roughly(month.old, scale);
	const shares = Object.entries(row.cost.monthly).map(([name, { replies }]) => ({
		name,
		usd: (segments[name]?.usd.delta ?? 0) * replies
	}));
	const [first] = shares.toSorted((one, other) => Math.abs(other.usd) - Math.abs(one.usd));
	const most = shares.length < 2 || first === void 0 || Math.sign(first.usd) !== Math.sign(change) ? [] : say`, of which ${first.name} ${own(wordSum(first.usd, scale))}`;
	return say`${own(`${from} → ${to} a month (${wordSum(change, scale)}`)}${most})`;
}
function showRough(usd, scale) {
	return scale < 100 ? showMoney(usd) : `$${showCount(roughly(usd, scale))}`;
}
function roughly(usd, scale) {
	if (scale < 1) return usd;
	return scale < 100 ? Math.round(usd * 100) / 100 : Math.round(usd);
}
function showMonth({ old, new: now }) {
	if (old === null && now === null) return "unknown";
	const scale = Math.max(old ?? 0, now ?? 0);
	const shown = showChange(old, now, (usd) => showRough(usd, scale));
	return old === null || now === null || !shown.includes("→") ? shown : `${shown} (${wordSum(roughly(now, scale) - roughly(old, scale), scale)})`;
}
function wordSum(usd, scale = Math.abs(usd)) {
	return `${usd < 0 ? "−" : "+"}${showRough(Math.abs(usd), scale)}`;
}
function wordExtra({ month, usd }) {
	if (month?.old != null && month.new !== null) {
		const scale = Math.max(month.old, month.new);
		return `${wordSum(roughly(month.new, scale) - roughly(month.old, scale), scale)} a month`;
	}
	return usd.delta === null ? "" : `${wordSum(usd.delta * 1e3)} per 1,000 replies`;
}
function wordProduct({ factors }) {
	if (factors === void 0) return "";
	return factorNames.flatMap((factor) => {
		const made = (factors[factor] ?? 1).toFixed(2);
		return made === "1.00" ? [] : [`${factorWords[factor]} ×${made}`];
	}).join(" · ");
}
const factorWords = {
	reply: "length of replies",
	reasoning: "reasoning",
	prompt: "length of the prompt",
	price: "price",
	tokenizer: "tokenizer",
	cached: "cache"
};
function wordExplosion(report) {
	const rows = explodingRows(report);
	const [first] = rows;
	if (first === void 0) return void 0;
	const { row, spending } = first;
	const growth = wordGrowth(spending);
	const [extra, cause, causesAll] = [
		wordExtra(spending),
		wordCauses(spending, 1),
		wordCauses(spending)
	];
	const others = rows.length > 1 ? own(` and ${rows.length - 1} more`) : [];
	const dearest = say`${own(growth)} on ${nameRow(row)}`;
	const head = say`${dearest}${others}`;
	const told = (parts) => parts.filter((part) => part !== "").join(": ");
	const sum = extra === "" ? [] : own(`, ${extra}`);
	return [
		say`${head}${sum}${own(told(["", causesAll]) === "" ? "" : `: ${causesAll}`)}`,
		say`${head}${sum}${own(cause === "" ? "" : `: ${cause}`)}`,
		say`${dearest}${sum}${own(cause === "" ? "" : `: ${cause}`)}`,
		say`${own(growth)}${sum}${own(cause === "" ? "" : `: ${cause}`)}`,
		say`${own(growth)}${sum}`
	];
}
function wordExplosionBeside(report) {
	const [first] = explodingRows(report);
	if (first === void 0) return [];
	const { row, spending } = first;
	const [cause, extra] = [wordCauses(spending, 1), wordExtra(spending)];
	const where = report.prompts.reduce((sum, { models }) => sum + models.length, 0) === 1 ? [] : say` on ${nameRow(row)}`;
	const tail = `${extra === "" ? "" : ` (${extra})`}${cause === "" ? "" : `: ${cause}`}`;
	return say`It also costs ${own(wordGrowth(spending))}${where}${own(tail)}.`;
}
function nameRow({ id, model }) {
	return model.old === model.new ? say`${id}` : say`${model.old} → ${model.new}`;
}

export { showMonth as a, wordExplosion as c, wordProduct as d, wordSum as f, ratioOf as i, wordExplosionBeside as l, longer as n, wordBill as o, nameRow as r, wordCauses as s, explodingRows as t, wordGrowth as u };