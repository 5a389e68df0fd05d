// src/app/review/exam-of.ts
function examOf(cases) {
	return {
		cases: cases.map((golden) => ({
			key: golden.id,
			golden,
			family: "base",
			version: "head",
			weight: golden.weight
		})),
		unchecked: [],
		changed: {
			added: [],
			removed: [],
			edited: [],
			weakened: []
		}
	};
}

export { examOf as t };