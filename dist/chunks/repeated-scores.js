import { a as array, b as tuple, g as object, h as number, y as string } from "./zod.js";

// src/core/scoring/repeated-scores.ts
const slack = 1e-9;
function repeatedScores(judgements, mark) {
	return {
		grades: judgements.flatMap((check) => check.kind === "scored" ? [check.value] : []),
		...mark === void 0 ? {} : { min: mark - slack }
	};
}
const scale = object({ of: tuple([number(), number()]) });
function repeatedVotes(check, votes, mark) {
	const read = check.kind === "scored" ? scale.safeParse(check.details) : void 0;
	if (read?.success !== true || votes < 2) return [];
	const [low, high] = read.data.of;
	return gradesOf(check).map((criterion) => ({
		grades: criterion.votes.slice(0, votes).map((grade) => (grade - low) / (high - low)),
		...mark === void 0 ? {} : { min: mark - slack }
	}));
}
const graded = object({ criteria: array(object({
	name: string(),
	votes: array(number()),
	reasons: array(string()).default([])
})) });
function gradesOf(check) {
	if (check.kind !== "scored" || check.details === void 0) return [];
	const read = graded.safeParse(check.details);
	return read.success ? read.data.criteria : [];
}

export { repeatedScores as n, repeatedVotes as r, gradesOf as t };