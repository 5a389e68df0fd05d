import { _ as record, a as array, c as discriminatedUnion, f as lazy, g as object, h as number, n as _null, o as boolean, p as literal, t as _enum, u as int, x as union, y as string } from "./zod.js";
import { t as sides } from "./side.js";

// src/core/reply.ts
const failureReasons = [
	"connection",
	"timeout",
	"rate-limit",
	"server",
	"malformed",
	"refused-request",
	"key",
	"quota",
	"budget",
	"deadline",
	"cancelled"
];

// src/core/run/held-conversation.ts
const conversationEnds = [
	"met",
	"given-up",
	"turns"
];

// src/core/report/quantities.ts
const count = int().min(0);
const share = number().min(0).max(1);
const dollars = number().min(0);
const milliseconds = number().min(0);
const perSide = (value) => object({
	old: value.nullable(),
	new: value.nullable()
});
const json = lazy(() => union([
	string(),
	number(),
	boolean(),
	_null(),
	array(json),
	record(string(), json)
]));
const jsonObject = record(string(), json);
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

// src/core/report/case-schema.ts
const checkScoreSchema = discriminatedUnion("kind", [object({
	kind: literal("scored"),
	check: string(),
	scorer: string(),
	value: share,
	passed: boolean().exactOptional(),
	binary: boolean(),
	weight: number(),
	required: boolean(),
	reason: string(),
	details: jsonObject.exactOptional()
}), object({
	kind: literal("unscored"),
	check: string(),
	scorer: string(),
	why: string()
})]);
const replySchema = object({
	side: _enum(sides),
	trial: count,
	round: count.exactOptional(),
	text: string().exactOptional(),
	transcript: array(object({
		role: _enum(["user", "assistant"]),
		content: string()
	})).exactOptional(),
	conversationEnd: _enum(conversationEnds).exactOptional(),
	score: share.exactOptional(),
	passes: boolean().exactOptional(),
	checks: array(checkScoreSchema),
	usage: object({
		inputTokens: count.exactOptional(),
		outputTokens: count.exactOptional(),
		cachedTokens: count.exactOptional(),
		reasoningTokens: count.exactOptional(),
		estimated: boolean().exactOptional()
	}).exactOptional(),
	costUsd: dollars.exactOptional(),
	latencyMs: milliseconds.exactOptional(),
	model: string().exactOptional(),
	finishReason: string().exactOptional(),
	toolCalls: array(object({
		name: string(),
		arguments: string()
	})).exactOptional(),
	kept: boolean().exactOptional(),
	error: object({
		reason: _enum([...failureReasons, "unscored"]),
		message: string()
	}).exactOptional()
});
const caseStates = [
	"regressed",
	"fell",
	"improved",
	"flaky",
	"failing",
	"same",
	"unscored"
];
const tallySchema = object({
	scores: array(share),
	passes: count.nullable(),
	of: count,
	missing: count
});
const pairSchema = discriminatedUnion("kind", [object({
	kind: literal("compared"),
	trial: count,
	check: string(),
	outcome: _enum([
		"win",
		"tie",
		"loss"
	]),
	reason: string()
}), object({
	kind: literal("unscored"),
	trial: count,
	check: string(),
	why: string()
})]);
const caseSchema = object({
	id: string(),
	segment: string().exactOptional(),
	family: _enum(["base", "added"]),
	identical: boolean(),
	old: tallySchema,
	new: tallySchema,
	delta: number().nullable(),
	p: share.nullable(),
	method: testMethod.nullable(),
	state: _enum(caseStates),
	falls: array(object({
		check: string().nullable(),
		old: share,
		new: share,
		delta: number(),
		p: share.nullable(),
		state: _enum(["regressed", "fell"])
	})).exactOptional(),
	diagnosed: count.exactOptional(),
	replies: array(replySchema),
	prefer: array(pairSchema).exactOptional()
});
const examCaseSchema = object({
	id: string(),
	segment: string().exactOptional(),
	tags: array(string()),
	weight: number(),
	vars: jsonObject,
	reference: string().exactOptional(),
	checks: array(object({
		name: string(),
		required: boolean()
	})),
	notRun: array(string()).exactOptional(),
	at: position
});

export { estimate as a, perSide as c, testMethod as d, dollars as i, position as l, examCaseSchema as n, jsonObject as o, count as r, milliseconds as s, caseSchema as t, share as u };