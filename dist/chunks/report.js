import { _ as record, a as array, c as discriminatedUnion, g as object, h as number, o as boolean, p as literal, t as _enum, y as string } from "./zod.js";
import { n as verdicts, t as departures } from "./verdict.js";
import { n as invalidReasons } from "./problem.js";
import { a as estimate, c as perSide, d as testMethod, i as dollars, l as position, n as examCaseSchema, o as jsonObject, r as count, s as milliseconds, t as caseSchema, u as share } from "./case-schema.js";
import { t as sides } from "./side.js";

// src/core/report/problem-schema.ts
const problemSchema = object({
	reason: _enum(invalidReasons),
	what: string(),
	at: position.exactOptional(),
	fix: string().exactOptional()
});

// src/core/prompt-change.ts
const changeKinds = [
	"modified",
	"added",
	"removed",
	"renamed",
	"cases",
	"dependency",
	"config",
	"unchanged"
];

// src/core/report/gate-quality.ts
const measuredShare = object({
	share,
	low: share,
	high: share,
	reviews: count
});
const gateQualitySchema = object({
	cases: object({
		measured: count,
		of: count
	}),
	replies: count,
	measured: object({
		falseBlocks: measuredShare,
		brokenSeen: measuredShare.nullable(),
		smallestDrop: share.nullable()
	}).nullable()
});
const gateReportSchema = object({
	version: literal(1),
	tool: object({
		name: string(),
		version: string()
	}),
	problems: array(problemSchema),
	prompts: array(object({
		path: string(),
		...gateQualitySchema.shape
	}))
});

// src/core/report/reason-schema.ts
const row = string();
const rowOrPooled = string().nullable();
const tested = {
	round: count,
	p: share,
	alpha: share
};
const fall = { fall: object({
	check: string().nullable(),
	old: share,
	new: share
}).exactOptional() };
const tally = object({
	passes: count.nullable(),
	of: count
});
const reasonSchema = discriminatedUnion("kind", [
	object({
		kind: literal("suite"),
		row: rowOrPooled,
		...tested,
		delta: number(),
		tolerance: share
	}),
	object({
		kind: literal("case"),
		row,
		...tested,
		case: string(),
		family: _enum(["base", "added"]),
		delta: number(),
		old: tally,
		new: tally,
		...fall,
		blocks: boolean()
	}),
	object({
		kind: literal("metric"),
		row: rowOrPooled,
		...tested,
		metric: string(),
		delta: number(),
		tolerance: share
	}),
	object({
		kind: literal("failing-case"),
		row,
		case: string(),
		new: tally
	}),
	object({
		kind: literal("min-score"),
		row,
		score: share,
		minimum: share
	}),
	object({
		kind: literal("cost"),
		row,
		old: dollars,
		new: dollars,
		increase: number().nullable(),
		limit: number()
	}),
	object({
		kind: literal("latency"),
		row,
		...tested,
		old: milliseconds,
		new: milliseconds,
		increase: number(),
		limit: number()
	}),
	object({
		kind: literal("missing"),
		row,
		side: _enum(sides),
		missing: count,
		of: count
	}),
	object({
		kind: literal("unanswered-case"),
		row,
		case: string(),
		side: _enum(sides),
		setAside: boolean()
	}),
	object({
		kind: literal("empty-replies"),
		row,
		side: _enum(["new", "both"]),
		of: count
	}),
	object({
		kind: literal("nothing-passes"),
		row,
		side: _enum(sides),
		cases: count
	}),
	object({
		kind: literal("own-edits"),
		row,
		cases: array(object({
			case: string(),
			old: tally,
			new: tally
		})),
		unasked: count,
		allowed: boolean()
	}),
	object({
		kind: literal("other-question"),
		row,
		cases: array(string()),
		dropped: array(string()),
		brought: array(string())
	}),
	object({
		kind: literal("unknown-price"),
		row,
		side: _enum(sides)
	}),
	object({
		kind: literal("leaning"),
		row: rowOrPooled,
		p: share,
		alpha: share,
		delta: number(),
		tolerance: share
	}),
	object({
		kind: literal("leaning-case"),
		row,
		case: string(),
		p: share,
		alpha: share,
		delta: number(),
		...fall,
		confirmed: boolean()
	}),
	object({
		kind: literal("tolerated-case"),
		row,
		case: string(),
		round: count,
		p: share,
		alpha: share,
		delta: number(),
		tolerance: share
	}),
	object({
		kind: literal("blind"),
		row,
		trials: count,
		trialsNeeded: count.nullable()
	}),
	object({
		kind: literal("unproven"),
		row,
		low: number().nullable(),
		margin: share
	}),
	object({
		kind: literal("missing-decides"),
		row,
		missing: object({
			old: count,
			new: count
		}),
		of: count
	}),
	object({
		kind: literal("answered"),
		row,
		p: share,
		alpha: share,
		old: share,
		new: share
	}),
	object({
		kind: literal("kept-replies"),
		row: rowOrPooled,
		refuted: boolean()
	})
]);

// src/core/report/prompt-schema.ts
const costSchema = object({
	old: dollars.nullable(),
	new: dollars.nullable(),
	perSegment: record(string(), perSide(dollars)),
	monthly: record(string(), perSide(dollars).extend({ replies: number().min(0) }))
});
const wouldSeeSchema = object({
	case: boolean(),
	drop: share.nullable(),
	halvedBy: object({
		moreCases: count,
		moreTrials: count
	}).nullable(),
	couldFall: object({
		cases: count,
		of: count
	}).exactOptional(),
	blind: object({
		trials: count,
		trialsNeeded: count.nullable()
	}).exactOptional()
});
const missingSchema = object({
	missing: count,
	of: count
});
const cutSchema = object({
	empty: count,
	partial: count
});
const replyCountSchema = object({
	of: count,
	empty: count,
	atLimit: cutSchema,
	byFilter: cutSchema
});
const rowSchema = object({
	id: string(),
	own: boolean(),
	model: object({
		old: string(),
		new: string()
	}),
	provider: string(),
	verdict: _enum(verdicts),
	reasons: array(reasonSchema),
	pooledOnly: boolean(),
	score: estimate,
	showInterval: boolean(),
	looks: array(object({
		round: count,
		alpha: share,
		spent: share,
		p: share
	})),
	method: testMethod.nullable(),
	passRate: perSide(share),
	metrics: record(string(), estimate.extend({ gated: boolean() })),
	wouldSee: wouldSeeSchema.nullable(),
	missing: object({
		old: missingSchema,
		new: missingSchema
	}),
	replies: object({
		old: replyCountSchema,
		new: replyCountSchema
	}).exactOptional(),
	cost: costSchema,
	tokens: object({
		input: perSide(number().min(0)),
		output: perSide(number().min(0))
	}),
	latency: object({
		p50: perSide(milliseconds),
		p95: perSide(milliseconds)
	}),
	prefer: object({
		wins: count,
		ties: count,
		losses: count,
		unscored: count.exactOptional(),
		p: share.exactOptional()
	}).exactOptional(),
	cases: array(caseSchema)
});
const caseChangeSchema = object({
	id: string(),
	what: array(string())
});
const promptSchema = object({
	path: string(),
	previousPath: string().exactOptional(),
	change: _enum(changeKinds),
	verdict: _enum(verdicts),
	diff: string(),
	reasons: array(reasonSchema),
	pooled: object({
		p: share,
		delta: number().nullable(),
		method: testMethod.exactOptional()
	}).nullable(),
	level: share.exactOptional(),
	rounds: count,
	casesChanged: object({
		added: array(string()),
		removed: array(string()),
		edited: array(caseChangeSchema),
		weakened: array(caseChangeSchema)
	}),
	unchecked: array(string()),
	setAside: count.exactOptional(),
	gateQuality: gateQualitySchema.exactOptional(),
	problems: array(problemSchema).exactOptional(),
	notes: array(string()),
	exam: array(examCaseSchema),
	models: array(rowSchema)
});

// src/core/report/report.ts
const revision = object({
	sha: string(),
	ref: string()
});
const unreviewedReasons = [
	"no-cases",
	"no-checks",
	"not-run",
	"unrendered",
	"not-sent",
	"format",
	"no-glob",
	"template",
	"removed",
	"unrecognised",
	"no-keys",
	"fork",
	"budget"
];
const endings = [
	"complete",
	"budget",
	"deadline",
	"cancelled"
];
const reportSchema = object({
	version: literal(1),
	tool: object({
		name: string(),
		version: string()
	}),
	mode: _enum([
		"review",
		"compare",
		"check"
	]),
	name: string().exactOptional(),
	base: revision,
	head: revision,
	pullRequest: count.exactOptional(),
	startedAt: string(),
	fingerprint: string(),
	verdict: _enum(verdicts),
	reasons: array(object({
		prompt: string(),
		reason: reasonSchema
	})),
	gate: object({
		open: boolean(),
		failOn: array(_enum([...verdicts, ...departures])),
		acceptLabel: string().exactOptional()
	}),
	problems: array(problemSchema),
	skipped: string().exactOptional(),
	ended: _enum(endings),
	takenOver: object({ from: string() }).exactOptional(),
	accepted: array(object({
		by: string(),
		at: string(),
		how: string(),
		fingerprint: string()
	})),
	unreviewed: array(object({
		path: string(),
		why: _enum(unreviewedReasons),
		detail: string().exactOptional(),
		fix: string().exactOptional()
	})),
	notes: array(string()),
	prompts: array(promptSchema),
	judge: object({
		model: string(),
		votes: count,
		reliability: object({
			replies: count,
			agreement: share.exactOptional(),
			flipRate: share.exactOptional(),
			sigma: number().min(0)
		}).exactOptional(),
		kappa: object({
			labels: count,
			value: number().min(-1).max(1),
			error: number().min(0)
		}).exactOptional(),
		advises: array(object({
			metric: string(),
			why: string()
		})).exactOptional()
	}).exactOptional(),
	served: array(object({
		asked: string(),
		served: array(string()),
		others: array(object({
			model: string(),
			replies: count
		})).exactOptional(),
		replies: count.exactOptional()
	})),
	adapted: array(object({
		model: string(),
		params: jsonObject
	})),
	method: object({
		sampling: _enum([
			"adaptive",
			"confirm",
			"fixed"
		]),
		trials: count,
		alpha: share,
		tolerance: share,
		margin: share.exactOptional(),
		cases: _enum(["block", "warn"])
	}),
	calls: object({
		planned: object({
			low: count,
			high: count
		}).exactOptional(),
		made: count,
		kept: count,
		saved: count,
		failed: count,
		retried: count,
		byPurpose: object({
			reply: count,
			judge: count,
			simulate: count,
			embedding: count
		})
	}),
	costUsd: object({
		estimated: dollars.exactOptional(),
		actual: dollars.exactOptional(),
		unpriced: array(string()),
		byName: array(object({
			model: string(),
			list: string()
		})).exactOptional()
	}),
	links: object({
		run: string().exactOptional(),
		report: string().exactOptional(),
		archive: string().exactOptional(),
		download: string().exactOptional()
	})
});

export { reportSchema as t };