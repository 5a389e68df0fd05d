import { t as clip } from "./clip.js";

// src/reporters/wording/say.ts
function say(texts, ...values) {
	return texts.flatMap((text, index) => {
		const value = values[index];
		return [...own(text), ...value === void 0 ? [] : partsOf(value)];
	});
}
function own(text) {
	return text === "" ? [] : [{
		kind: "ours",
		text
	}];
}
function quote(text) {
	return [{
		kind: "quote",
		text
	}];
}
function list(phrases, separator = ", ", last = separator) {
	return phrases.flatMap((phrase, index) => index === 0 ? phrase : [...own(index === phrases.length - 1 ? last : separator), ...phrase]);
}
function listNames(names, most = 5) {
	const shown = names.length > most + 1 ? names.slice(0, most) : names;
	const phrases = shown.map((name) => say`${name}`);
	const more = names.length - shown.length;
	return more > 0 ? list([...phrases, own(`${more} more`)], ", ", " and ") : list(phrases, ", ", " and ");
}
function plain(phrase, harmless) {
	return phrase.map((part) => part.kind === "ours" ? part.text : harmless(part.text)).join("");
}
function upperFirst(phrase) {
	const [first, ...rest] = phrase;
	if (first?.kind !== "ours") return phrase;
	return [{
		...first,
		text: first.text.charAt(0).toUpperCase() + first.text.slice(1)
	}, ...rest];
}
function lengthOf(phrase) {
	return phrase.reduce((sum, { text }) => sum + text.length, 0);
}
function fitting(most, tellings) {
	return tellings.find((phrase) => lengthOf(phrase) <= most) ?? shortened(tellings.at(-1) ?? tellings[0], most);
}
function sentences(most, phrases) {
	const told = [];
	let left = most;
	for (const phrase of phrases.filter((one) => one.length > 0)) {
		left -= lengthOf(phrase) + 1;
		if (left < -1) break;
		told.push(phrase);
	}
	return list(told, " ");
}
function shortened(phrase, most) {
	const outside = phrase.filter(({ kind }) => kind !== "ours");
	const ours = lengthOf(phrase) - lengthOf(outside);
	const room = Math.max(8, Math.floor((most - ours) / Math.max(1, outside.length)));
	const cut = phrase.map((part) => part.kind === "ours" ? part : {
		...part,
		text: cutMiddle(part.text, room)
	});
	let left = Math.max(0, most);
	return cut.flatMap((part) => {
		const text = clip(part.text, left);
		left -= text.length;
		return text === "" ? [] : [{
			...part,
			text
		}];
	});
}
function cutMiddle(text, most) {
	if (text.length <= most) return text;
	const end = Math.floor((most - 1) / 2);
	return `${text.slice(0, most - 1 - end).toWellFormed()}…${text.slice(text.length - end).toWellFormed()}`;
}
function partsOf(value) {
	if (typeof value === "string") return value === "" ? [] : [{
		kind: "name",
		text: value
	}];
	return typeof value === "number" ? own(String(value)) : value;
}

// src/reporters/show-quantity.ts
const unknown = "unknown";
function showCount(count) {
	return Math.round(count).toString().replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
}
function showNumberOf(count, noun, nouns = `${noun}s`) {
	return `${showCount(count)} ${count === 1 ? noun : nouns}`;
}
function showPercent(share) {
	if (share > 0 && share < .005) return "<1%";
	if (share < 1 && share > .995) return ">99%";
	return `${withSign(Math.round(share * 100)).replace("+", "")}%`;
}
function showScore(score) {
	return score.toFixed(2).replace("-", "−");
}
function showDelta(delta) {
	return withSign(delta, 2);
}
function showPoints(delta) {
	const points = Math.abs(delta) * 100;
	const shown = points < .95 ? points.toFixed(1) : Math.round(points).toString();
	return `${shown} ${shown === "1" ? "point" : "points"}`;
}
function showMoney(dollars) {
	if (dollars === null || dollars === void 0) return unknown;
	if (dollars === 0) return "$0";
	if (dollars < 1e-6) return "<$0.000001";
	if (dollars < .095) return `$${dollars.toFixed(decimalsOf(dollars)).replace(/(\.\d\d\d*?)0+$/u, "$1")}`;
	if (dollars >= 1e3) return `$${showCount(dollars)}`;
	return `$${dollars.toFixed(2)}`;
}
function showDuration(milliseconds) {
	if (milliseconds === null || milliseconds === void 0) return unknown;
	if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
	if (milliseconds < 59950) return `${(milliseconds / 1e3).toFixed(1)} s`;
	return `${(milliseconds / 6e4).toFixed(1)} min`;
}
function showP(p) {
	if (p < .001) return "p < 0.001";
	return `p = ${p < .01 ? p.toFixed(3) : p.toFixed(2)}`;
}
function showChange(old, now, show) {
	const [before, after] = [old, now].map((value) => value === null ? "–" : show(value));
	return before === after ? `${after}` : `${before} → ${after}`;
}
function showTally(tally) {
	if (tally.of === 0) return "none";
	if (tally.passes !== null) return `${tally.passes}/${tally.of}`;
	const scores = tally.scores ?? [];
	if (scores.length === 0) return `${tally.of} scored`;
	return showScore(scores.reduce((sum, score) => sum + score, 0) / scores.length);
}
function showMoneyGrowth(old, now) {
	return moneyOfGrowth(old, now).join(" → ");
}
function moneyOfGrowth(old, now) {
	const shown = agreeing(decimalsOf(Math.min(old, now)), (decimals) => isGrowth(old, now, decimals, 1));
	return [fixedMoney(old, shown), fixedMoney(now, shown)];
}
function showDurationGrowth(old, now) {
	const [unit, name] = Math.max(old, now) < 999.5 ? [1, "ms"] : now < 59950 ? [1e3, "s"] : [6e4, "min"];
	const decimals = agreeing(unit === 1 ? 0 : 1, (tried) => isGrowth(old, now, tried, unit));
	const [from, to] = [old, now].map((milliseconds) => (milliseconds / unit).toFixed(decimals));
	return `${from} → ${to} ${name}`;
}
function showMoneyDifference(old, now) {
	const apart = Math.abs(now - old);
	const decimals = agreeing(decimalsOf(Math.min(old, now)), (tried) => {
		const [from = 0, to = 0, between = 0] = [
			old,
			now,
			apart
		].map((dollars) => Math.round(dollars * 10 ** tried));
		return between > 0 && Math.abs(to - from) === between;
	});
	const [from, to] = [fixedMoney(old, decimals), fixedMoney(now, decimals)];
	return from === to ? to : `${from} → ${to} (${now < old ? "−" : "+"}${fixedMoney(apart, decimals)})`;
}
function agreeing(least, agrees) {
	return [
		0,
		1,
		2,
		3,
		4
	].map((more) => least + more).find(agrees) ?? least;
}
function isGrowth(old, now, decimals, unit) {
	const [from = 0, to = 0] = [old, now].map((value) => Number((value / unit).toFixed(decimals)));
	return Math.round((to / from - 1) * 100) === Math.round((now / old - 1) * 100);
}
function decimalsOf(dollars) {
	if (dollars >= 1e3) return 0;
	return dollars <= 0 || dollars >= .095 ? 2 : Math.min(8, 1 - Math.floor(Math.log10(dollars)));
}
function fixedMoney(dollars, decimals) {
	if (dollars === 0) return "$0";
	const [whole = "", rest] = dollars.toFixed(decimals).split(".");
	return `$${whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",")}${rest === void 0 ? "" : `.${rest}`}`;
}
function withSign(value, decimals = 0) {
	const shown = Math.abs(value).toFixed(decimals);
	if (Number(shown) === 0) return decimals === 0 ? "0" : `±${shown}`;
	return value < 0 ? `−${shown}` : `+${shown}`;
}

export { say as C, quote as S, upperFirst as T, lengthOf as _, showDuration as a, own as b, showMoneyDifference as c, showP as d, showPercent as f, fitting as g, showTally as h, showDelta as i, showMoneyGrowth as l, showScore as m, showChange as n, showDurationGrowth as o, showPoints as p, showCount as r, showMoney as s, moneyOfGrowth as t, showNumberOf as u, list as v, sentences as w, plain as x, listNames as y };