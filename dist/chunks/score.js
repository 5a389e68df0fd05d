import { E as string, b as number, d as boolean, l as array, x as object } from "./zod.js";

// src/core/score.ts
const statement = object({
	statement: string(),
	supported: boolean(),
	reason: string()
});
const taken = object({ statements: array(statement) });
function statementsOf(check) {
	if (check.kind !== "scored" || check.details === void 0) return [];
	const read = taken.safeParse(check.details);
	return read.success ? read.data.statements : [];
}
const fieldResult = object({
	field: string(),
	value: number(),
	right: boolean(),
	why: string().exactOptional()
});
const fielded = object({ fields: array(fieldResult) });
function fieldsOf(check) {
	if (check.kind !== "scored" || check.details?.["fields"] === void 0) return [];
	return fielded.safeParse(check.details).data?.fields ?? [];
}

export { statementsOf as n, fieldsOf as t };