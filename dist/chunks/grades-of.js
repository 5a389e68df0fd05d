import { a as array, g as object, h as number, y as string } from "./zod.js";

// src/core/scoring/grades-of.ts
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

export { gradesOf as t };