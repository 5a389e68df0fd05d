import { n as findUnfilled, t as findUnscorable } from "./find-unscorable.js";
import { N as checkKinds } from "./prompts.js";

// src/app/review/without-faulty.ts
function withoutFaulty(design) {
	const faulty = new Map(design.prompts.flatMap((prompt) => {
		const { path, previousPath, change, diff, exam } = prompt.change;
		const cases = exam.cases.map(({ golden }) => golden);
		const unfilled = [findUnfilled(prompt)].filter((problem) => problem !== void 0);
		const [first, ...more] = [
			...prompt.problems,
			...findUnscorable(cases, checkKinds),
			...unfilled
		];
		if (first === void 0) return [];
		return [[prompt, {
			path,
			...previousPath === void 0 ? {} : { previousPath },
			change,
			diff,
			problems: [first, ...more]
		}]];
	}));
	return {
		design: {
			prompts: design.prompts.filter((prompt) => !faulty.has(prompt)),
			problems: []
		},
		broken: [...faulty.values()]
	};
}

export { withoutFaulty as t };