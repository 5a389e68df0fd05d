// src/reporters/wording/outcome.ts
const outcomes = [
	"broke",
	"worse",
	"fell",
	"unscored",
	"fails",
	"flaky",
	"rose",
	"better",
	"holds"
];
const half = .5;
function outcomeOf({ state, old, new: now, delta }) {
	if (state === "regressed") return now.passes === 0 && old.passes === old.of ? "broke" : "worse";
	if ((state === "same" || state === "flaky") && old.of > 0 && delta !== null && delta >= half) return "rose";
	return names[state];
}
const names = {
	fell: "fell",
	improved: "better",
	flaky: "flaky",
	failing: "fails",
	same: "holds",
	unscored: "unscored"
};
function wordOutcome(outcome, alone) {
	if (outcome === "unscored") return "not scored";
	if (outcome === "fails") return alone ? "fails" : "fails on both";
	return outcome === "holds" && alone ? "passes" : outcome;
}

export { outcomes as n, wordOutcome as r, outcomeOf as t };