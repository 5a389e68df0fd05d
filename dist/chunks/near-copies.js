import { r as varsOf } from "./messages-of.js";

// src/core/design/near-copies.ts
const leastAlike = .8;
const width = 5;
const kept = 128;
const longest = 4e3;
const mostCompared = 2e3;
function nearCopies({ variables, turn, rendered }, cases) {
	if (rendered !== void 0) return [];
	const names = new Set([...variables, ...turn === void 0 ? [] : [turn]].map((name) => name.split(".", 1)[0]));
	const inputs = cases.map((golden) => readInput(golden, names));
	const groups = /* @__PURE__ */ new Map();
	const leaders = [];
	const equal = /* @__PURE__ */ new Map();
	inputs.forEach((input, index) => {
		const isLike = (one) => isNear(inputs[one] ?? [], input);
		const found = equal.get(keyOf(input)) ?? (cases.length > mostCompared ? void 0 : leaders.find(isLike));
		if (found === void 0) {
			equal.set(keyOf(input), index);
			leaders.push(index);
		}
		groups.set(found ?? index, [...groups.get(found ?? index) ?? [], index]);
	});
	return [...groups.values()].filter((group) => group.length > 1);
}
function readInput(golden, names) {
	const vars = Object.entries(varsOf(golden)).toSorted(([one], [other]) => one < other ? -1 : 1);
	const used = vars.filter(([name]) => names.has(name));
	return [
		...used.length === 0 ? vars : used,
		["user", golden.user ?? ""],
		...golden.history.map(({ role, content }, at) => [`${at} ${role}`, content])
	].map(([name, value]) => {
		const text = normalise(typeof value === "string" ? value : JSON.stringify(value));
		return {
			name,
			text,
			digits: text.replaceAll(/\D+/gu, " "),
			sketch: sketchOf(text)
		};
	});
}
function normalise(text) {
	return text.slice(0, longest).normalize("NFKC").toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
}
function sketchOf(text) {
	const count = Math.max(1, text.length - width + 1);
	const hashes = new Set(Array.from({ length: count }, (_, at) => hashOf(text, at)));
	return Uint32Array.from(hashes).sort().slice(0, kept);
}
function hashOf(text, start) {
	let hash = 2166136261;
	for (let at = start; at < Math.min(text.length, start + width); at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
	return hash >>> 0;
}
function keyOf(input) {
	return JSON.stringify(input.map(({ name, text }) => [name, text]));
}
function isNear(one, other) {
	return one.length === other.length && one.every((text, at) => isAlike(text, other[at]));
}
function isAlike(one, other) {
	if (other === void 0 || one.name !== other.name || one.digits !== other.digits) return false;
	if (one.text === other.text) return true;
	return resemblance(one.sketch, other.sketch) >= leastAlike;
}
function resemblance(one, other) {
	let [a, b, union, both] = [
		0,
		0,
		0,
		0
	];
	while (union < kept && (a < one.length || b < other.length)) {
		const [first, second] = [one[a] ?? Number.POSITIVE_INFINITY, other[b] ?? Number.POSITIVE_INFINITY];
		union += 1;
		if (first === second) both += 1;
		if (first <= second) a += 1;
		if (second <= first) b += 1;
	}
	return both / union;
}
function nearOf(cases, prompt, told) {
	const golden = cases.map((one) => one.golden);
	const all = [...new Set(golden.flatMap((one) => Object.keys(varsOf(one))))];
	const groups = prompt === void 0 ? [] : nearCopies(told ? {
		...prompt,
		variables: all
	} : prompt, golden);
	return new Map(groups.flatMap((group) => {
		const keys = group.flatMap((index) => cases[index]?.key ?? []);
		return keys.map((key) => [key, keys[0] ?? key]);
	}));
}

export { nearOf as n, nearCopies as t };