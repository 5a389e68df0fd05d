import { t as nearCopies } from "./near-copies.js";
import { t as hash } from "./hash.js";
import { t as canonicalJson } from "./json.js";
import { t as candidateReasons } from "./make-candidate.js";

// src/core/golden-set/choose-candidates.ts
const mostCompared = 1e3;
var CandidatePool = class {
	#held = /* @__PURE__ */ new Map();
	#most;
	add(candidate) {
		const key = `${candidateReasons.indexOf(candidate.reason)}${hash([
			candidate.vars,
			candidate.user,
			candidate.history
		])}`;
		const known = this.#held.get(key);
		if (known !== void 0) known.times += 1;
		else if (this.#most === void 0 || key < this.#most) this.#held.set(key, {
			candidate,
			times: 1
		});
		if (this.#held.size < mostCompared * 2) return;
		const kept = [...this.#held].toSorted(([one], [other]) => one < other ? -1 : 1).slice(0, mostCompared);
		this.#held.clear();
		for (const [one, held] of kept) this.#held.set(one, held);
		this.#most = kept.at(-1)?.[0];
	}
	get candidates() {
		return [...this.#held].toSorted(([one], [other]) => one < other ? -1 : 1).slice(0, mostCompared).map(([, { candidate, times }]) => [candidate, times]);
	}
};
function chooseCandidates(pool, { prompt, cases, most }) {
	const all = pool.candidates.map(([candidate]) => candidate);
	const asCases = [...cases, ...all.map(asCase)];
	const copies = new Set(nearCopies(prompt, asCases).flatMap(([, ...others]) => others));
	const open = all.filter((_, index) => !copies.has(cases.length + index));
	const words = new Map(open.map((candidate) => [candidate, wordsOf(asCase(candidate))]));
	const likeness = new Map(open.map((candidate) => [candidate, 0]));
	const cover = (covered) => {
		for (const [candidate, own] of words) likeness.set(candidate, Math.max(likeness.get(candidate) ?? 0, shareOf(own, covered)));
	};
	for (const golden of cases) cover(wordsOf(golden));
	const chosen = [];
	while (chosen.length < most && words.size > 0) {
		const next = [...words.keys()].reduce((best, one) => isBefore(one, best, likeness) ? one : best);
		const own = words.get(next) ?? /* @__PURE__ */ new Set();
		words.delete(next);
		chosen.push(next);
		cover(own);
	}
	return {
		cases: chosen,
		copies: all.length - open.length
	};
}
function isBefore(one, other, likeness) {
	const rank = ({ reason }) => candidateReasons.indexOf(reason);
	if (rank(one) !== rank(other)) return rank(one) < rank(other);
	return (likeness.get(one) ?? 0) < (likeness.get(other) ?? 0);
}
function asCase({ vars, user, history, at }) {
	return {
		id: "",
		tags: [],
		weight: 1,
		context: [],
		checks: [],
		notRun: [],
		vars,
		...user === void 0 ? {} : { user },
		history,
		at
	};
}
function wordsOf({ vars, user = "", history }) {
	const text = `${canonicalJson(vars)} ${user} ${history.map(({ content }) => content).join(" ")}`;
	return new Set(text.slice(0, 4e3).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
function shareOf(one, other) {
	const union = one.union(other).size;
	return union === 0 ? 0 : one.intersection(other).size / union;
}

export { chooseCandidates as n, CandidatePool as t };