import { E as string, b as number, h as int, i as _enum, l as array, p as discriminatedUnion, v as literal, x as object } from "./zod.js";
import { t as driftEnds } from "./drift-report.js";
import { i as ruleWays } from "./alert-metrics.js";

// src/core/alerts/alert.ts
const time = string();
const measured = {
	value: number(),
	low: number().nullable(),
	high: number().nullable()
};
const brokenRule = object({
	kind: literal("rule"),
	metric: string(),
	way: _enum(ruleWays),
	limit: number(),
	against: int().exactOptional(),
	segment: string().exactOptional(),
	model: string().exactOptional(),
	prompt: string().exactOptional(),
	...measured,
	before: number().exactOptional(),
	change: object(measured).exactOptional(),
	day: string().nullable()
});
const confirmedDrift = object({
	kind: literal("drift"),
	prompt: string(),
	model: string(),
	began: time,
	found: array(string()),
	cases: array(string()),
	asUsual: literal(true).exactOptional(),
	served: array(string()),
	servedBefore: array(string())
});
const movedCanary = object({
	kind: literal("canary"),
	model: string(),
	began: time,
	told: _enum(["served", "replies"]),
	served: array(string()),
	servedBefore: array(string())
});
const movedJudge = object({
	kind: literal("judge"),
	model: string(),
	began: time,
	told: _enum(["served", "grades"]),
	towards: _enum(["lower", "higher"]).exactOptional(),
	grade: object({
		usual: number(),
		now: number()
	}).exactOptional(),
	served: array(string()),
	servedBefore: array(string())
});
const alertSchema = object({
	version: literal(1),
	key: string(),
	state: _enum([
		"alert",
		"recovered",
		"test"
	]),
	ended: _enum(driftEnds).exactOptional(),
	at: time,
	since: time.exactOptional(),
	run: string().exactOptional(),
	repository: string().exactOptional(),
	name: string().exactOptional(),
	about: discriminatedUnion("kind", [
		brokenRule,
		confirmedDrift,
		movedCanary,
		movedJudge,
		object({ kind: literal("test") })
	])
});
const postedAlertSchema = object({
	type: _enum([
		"alert.opened",
		"alert.recovered",
		"alert.test"
	]),
	timestamp: time,
	title: string(),
	lines: array(string()),
	data: alertSchema
});
function identityOf({ repository, name, key }) {
	return [
		repository ?? "",
		name ?? "",
		key
	];
}

export { identityOf as n, alertSchema as t };