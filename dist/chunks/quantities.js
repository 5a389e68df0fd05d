import { C as preprocess, E as string, O as union, _ as lazy, b as number, d as boolean, h as int, i as _enum, l as array, o as _null, p as discriminatedUnion, v as literal, w as record, x as object } from "./zod.js";

// src/core/report/quantities.ts
const count = int().min(0);
const share = number().min(0).max(1);
const dollars = number().min(0);
const milliseconds = number().min(0);
const perSide = (value) => object({
	old: value.nullable(),
	new: value.nullable()
});
const recordOf = (value) => preprocess((given) => holdsKey(given, /^\0*__proto__$/u) ? withKeys(given, (key) => `\0${key}`) : given, record(string(), value).overwrite((read) => holdsKey(read, /^\0+__proto__$/u) ? withKeys(read, (key) => key.slice(1)) : read));
function holdsKey(value, key) {
	return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).some((one) => key.test(one));
}
function withKeys(record, name) {
	return Object.fromEntries(Object.entries(record).map(([key, held]) => [/^\0*__proto__$/u.test(key) ? name(key) : key, held]));
}
const json = lazy(() => union([
	string(),
	number(),
	boolean(),
	_null(),
	array(json),
	recordOf(json)
]));
const jsonObject = recordOf(json);
const position = object({
	file: string(),
	line: int().min(1).exactOptional(),
	column: int().min(1).exactOptional()
});
const estimate = object({
	old: share.nullable(),
	new: share.nullable(),
	delta: number().nullable(),
	low: number().nullable(),
	high: number().nullable(),
	p: share.nullable()
});
const testMethod = discriminatedUnion("kind", [object({ kind: literal("exact") }), object({
	kind: literal("monte-carlo"),
	draws: count,
	because: _enum([
		"graded",
		"grid",
		"labellings"
	])
})]);

export { milliseconds as a, recordOf as c, jsonObject as i, share as l, dollars as n, perSide as o, estimate as r, position as s, count as t, testMethod as u };