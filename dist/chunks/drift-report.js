import { E as string, b as number, d as boolean, i as _enum, l as array, v as literal, w as record, x as object } from "./zod.js";
import { t as problemSchema } from "./problem-schema.js";
import { n as dollars, t as count } from "./quantities.js";
import { t as driftLayers } from "./drift-schema.js";

// src/core/drift/drift-report.ts
const driftVerdicts = [
	"drifted",
	"invalid",
	"baseline",
	"steady"
];
const driftEnds = [
	"over",
	"accepted",
	"began-anew",
	"no-longer-asked"
];
const runPlace = object({
	run: string(),
	at: string()
});
const meanSchema = object({
	usual: number().nullable(),
	now: number().nullable()
});
const driftRowSchema = object({
	model: string(),
	verdict: _enum(driftVerdicts),
	unsure: literal("judge").exactOptional(),
	served: array(string()),
	servedBefore: array(string()).exactOptional(),
	fingerprint: object({
		before: string(),
		now: string(),
		since: runPlace
	}).exactOptional(),
	since: runPlace.extend({
		from: runPlace,
		to: runPlace
	}).exactOptional(),
	ended: literal(true).exactOptional(),
	settled: _enum(driftEnds).exclude(["began-anew"]).exactOptional(),
	layers: array(object({
		layer: _enum(driftLayers),
		channel: string().exactOptional(),
		statistic: number(),
		limit: number(),
		alarm: boolean()
	})),
	found: array(object({
		layer: _enum(driftLayers),
		channel: string().exactOptional(),
		towards: _enum(["lower", "higher"]).exactOptional()
	})),
	cases: array(string()),
	replies: array(object({
		case: string(),
		asked: string(),
		before: object({
			at: string(),
			text: string()
		}).exactOptional(),
		reference: string().exactOptional(),
		now: string(),
		fails: array(object({
			check: string(),
			reason: string()
		}))
	})).exactOptional(),
	metrics: record(string(), meanSchema),
	history: array(object({
		at: string(),
		score: number().nullable(),
		served: string().exactOptional()
	})),
	usualScore: object({
		mean: number(),
		low: number(),
		high: number(),
		runs: count
	}).exactOptional(),
	caseHistory: array(object({
		id: string(),
		scores: array(number().nullable())
	})).exactOptional(),
	runs: count,
	missing: object({
		missing: count,
		of: count
	})
});
const canaryRowSchema = object({
	model: string(),
	verdict: _enum(driftVerdicts),
	method: _enum(["logprobs", "border"]).exactOptional(),
	served: array(string()),
	servedBefore: array(string()).exactOptional(),
	since: runPlace.exactOptional(),
	ended: literal(true).exactOptional(),
	told: _enum(["served", "replies"]).exactOptional(),
	distance: number().exactOptional(),
	limit: number().exactOptional(),
	runs: count,
	history: array(object({
		at: string(),
		distance: number().nullable()
	})).exactOptional(),
	why: string().exactOptional(),
	searching: object({
		tried: count,
		found: count
	}).exactOptional()
});
const judgeRowSchema = object({
	model: string(),
	verdict: _enum(driftVerdicts),
	served: array(string()),
	servedBefore: array(string()).exactOptional(),
	since: runPlace.extend({
		from: runPlace,
		to: runPlace
	}).exactOptional(),
	ended: literal(true).exactOptional(),
	settled: _enum(driftEnds).exclude(["began-anew"]).exactOptional(),
	told: _enum(["served", "grades"]).exactOptional(),
	towards: _enum(["lower", "higher"]).exactOptional(),
	grade: meanSchema.exactOptional(),
	anchors: count,
	runs: count,
	why: string().exactOptional()
});
const driftReportSchema = object({
	version: literal(1),
	tool: object({
		name: string(),
		version: string()
	}),
	startedAt: string(),
	head: object({
		sha: string(),
		ref: string()
	}),
	verdict: _enum(driftVerdicts),
	problems: array(problemSchema),
	notes: array(string()),
	prompts: array(object({
		path: string(),
		models: array(driftRowSchema)
	})),
	canaries: array(canaryRowSchema).exactOptional(),
	judge: judgeRowSchema.exactOptional(),
	calls: object({
		made: count,
		failed: count
	}),
	costUsd: dollars.exactOptional(),
	open: boolean()
});
function isOtherAlone({ verdict, found, layers }) {
	const held = layers.filter(({ layer }) => layer === "cases");
	const isOther = found.length > 0 && found.every(({ layer }) => layer === "served");
	return verdict === "drifted" && isOther && held.length > 0 && held.every(({ alarm }) => !alarm);
}

export { driftVerdicts as n, isOtherAlone as r, driftEnds as t };