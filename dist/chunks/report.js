import { E as string, b as number, d as boolean, i as _enum, l as array, p as discriminatedUnion, v as literal, w as record, x as object } from "./zod.js";
import { i as publishedReplies } from "./config-schema.js";
import { t as sides } from "./side.js";
import { n as settledVerdicts, r as verdicts, t as departures } from "./verdict.js";
import { t as problemSchema } from "./problem-schema.js";
import { n as changeKinds } from "./prompt-change.js";
import { t as failureReasons } from "./reply.js";
import { t as conversationEnds } from "./trial-run.js";
import { a as milliseconds, c as recordOf, i as jsonObject, l as share, n as dollars, o as perSide, r as estimate, s as position, t as count, u as testMethod } from "./quantities.js";

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
	judged: literal(true).exactOptional(),
	set: object({
		name: string(),
		min: number()
	}).exactOptional(),
	reason: string(),
	details: jsonObject.exactOptional()
}), object({
	kind: literal("unscored"),
	check: string(),
	scorer: string(),
	why: string()
})]);
const usageSchema = object({
	inputTokens: count.exactOptional(),
	outputTokens: count.exactOptional(),
	cachedTokens: count.exactOptional(),
	reasoningTokens: count.exactOptional(),
	estimated: boolean().exactOptional()
});
const toolCallSchema = object({
	name: string(),
	arguments: string()
});
const stepSchema = object({
	step: string(),
	contexts: array(string()).exactOptional(),
	details: jsonObject.exactOptional()
});
const turnSchema = object({
	role: _enum([
		"user",
		"assistant",
		"tool"
	]),
	content: string(),
	toolCalls: array(toolCallSchema).exactOptional(),
	tool: string().exactOptional(),
	trace: array(stepSchema).exactOptional()
});
const replySchema = object({
	side: _enum(sides),
	trial: count,
	round: count.exactOptional(),
	text: string().exactOptional(),
	transcript: array(turnSchema).exactOptional(),
	conversationEnd: _enum(conversationEnds).exactOptional(),
	trace: array(stepSchema).exactOptional(),
	traceCut: literal(true).exactOptional(),
	unanswered: array(toolCallSchema).exactOptional(),
	score: share.exactOptional(),
	passes: boolean().exactOptional(),
	checks: array(checkScoreSchema),
	usage: usageSchema.exactOptional(),
	costUsd: dollars.exactOptional(),
	latencyMs: milliseconds.exactOptional(),
	firstTokenMs: milliseconds.exactOptional(),
	model: string().exactOptional(),
	finishReason: string().exactOptional(),
	toolCalls: array(toolCallSchema).exactOptional(),
	kept: boolean().exactOptional(),
	cut: literal(true).exactOptional(),
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
	asked: string().exactOptional(),
	scoredBy: string().exactOptional(),
	history: object({
		replies: count,
		variance: number().min(0)
	}).exactOptional(),
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
		...tested,
		old: dollars,
		new: dollars,
		increase: number().nullable(),
		limit: number()
	}),
	object({
		kind: literal("cap"),
		row,
		of: _enum(["usd", "output-tokens"]),
		value: dollars,
		cap: dollars
	}),
	object({
		kind: literal("latency"),
		row,
		of: _enum(["p95", "first-token"]).exactOptional(),
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
		kind: literal("out-of-steps"),
		row,
		cases: array(string())
	}),
	object({
		kind: literal("no-result"),
		row,
		calls: array(object({
			case: string(),
			side: _enum(sides),
			name: string(),
			arguments: string(),
			replies: count
		})),
		of: count
	}),
	object({
		kind: literal("own-budget"),
		row,
		of: _enum(["calls", "usd"]),
		limit: dollars,
		paths: array(string())
	}),
	object({
		kind: literal("unknown-price"),
		row,
		side: _enum(sides)
	}),
	object({
		kind: literal("unknown-first-token"),
		row,
		side: _enum(sides)
	}),
	object({
		kind: literal("leaning-cost"),
		row,
		p: share,
		old: dollars,
		new: dollars,
		increase: number().nullable(),
		limit: number()
	}),
	object({
		kind: literal("leaning-latency"),
		row,
		of: _enum(["p95", "first-token"]).exactOptional(),
		p: share,
		old: milliseconds,
		new: milliseconds,
		increase: number(),
		limit: number()
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

// src/core/report/spending-schema.ts
const amount = number().min(0);
const spentSchema = object({
	replies: object({
		old: count,
		new: count
	}),
	usd: perSide(dollars).extend({
		delta: number().nullable(),
		low: number().nullable(),
		high: number().nullable(),
		p: share.nullable(),
		cheaper: share.nullable()
	}),
	tokens: object({
		input: perSide(amount),
		cached: perSide(amount),
		output: perSide(amount),
		reasoning: perSide(amount)
	}),
	length: perSide(amount),
	factors: object({
		price: amount,
		tokenizer: amount,
		prompt: amount,
		reply: amount,
		reasoning: amount,
		cached: amount
	}).exactOptional()
});
const headSchema = object({
	tokens: amount,
	fixed: amount,
	of: amount,
	least: amount.exactOptional(),
	billed: share.nullable(),
	breaks: object({
		kind: _enum([
			"date",
			"id",
			"variable",
			"order",
			"text"
		]),
		variable: string().exactOptional()
	}).exactOptional()
});
const spendingSchema = spentSchema.extend({
	segments: recordOf(spentSchema),
	month: perSide(dollars).extend({
		replies: amount,
		low: number().nullable(),
		high: number().nullable()
	}).exactOptional(),
	explodes: boolean(),
	heads: object({
		old: headSchema,
		new: headSchema,
		usdPer1000: number().exactOptional(),
		usdMonth: number().exactOptional()
	}).exactOptional(),
	verbosity: object({
		longer: amount,
		pairs: object({
			alike: count,
			of: count
		}),
		gain: number(),
		gainAlike: number().exactOptional(),
		alone: boolean()
	}).exactOptional(),
	ignored: array(object({
		param: string(),
		value: string(),
		why: _enum(["no-reasoning", "exceeded"]),
		replies: count,
		of: count
	})).exactOptional(),
	uncounted: object({
		old: count,
		new: count
	}).exactOptional(),
	refusals: perSide(count)
});
const promptSpendingSchema = spentSchema.omit({ factors: true }).extend({ models: count });

// src/core/report/row-schema.ts
const costSchema = object({
	old: dollars.nullable(),
	new: dollars.nullable(),
	perSegment: recordOf(perSide(dollars)),
	monthly: recordOf(perSide(dollars).extend({ replies: number().min(0) }))
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
const rightSchema = object({
	right: count,
	of: count
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
const withheldSchema = object({
	passRate: object({
		with: share.nullable(),
		without: share.nullable()
	}),
	score: object({
		with: share.nullable(),
		without: share.nullable(),
		adds: number().nullable(),
		low: number().nullable(),
		high: number().nullable(),
		p: share.nullable()
	}),
	proven: boolean(),
	cases: object({
		needed: array(string()),
		idle: array(string())
	})
});
const pickedSchema = array(object({
	skill: string().nullable(),
	replies: count
}));
const picksSchema = object({
	case: string(),
	skill: string(),
	wanted: string().nullable(),
	old: pickedSchema,
	new: pickedSchema
});
const pastSchema = object({
	at: string(),
	sha: string(),
	score: share.nullable(),
	passRate: share.nullable(),
	usd: dollars.nullable(),
	length: number().min(0).nullable()
});
const rowSchema = object({
	id: string(),
	own: boolean(),
	model: object({
		old: string(),
		new: string()
	}),
	provider: string(),
	retires: string().exactOptional(),
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
	metrics: recordOf(estimate.extend({ gated: boolean() })),
	fields: array(object({
		check: string(),
		field: string(),
		old: rightSchema,
		new: rightSchema
	})).exactOptional(),
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
	spending: spendingSchema.exactOptional(),
	latency: object({
		p50: perSide(milliseconds),
		p95: perSide(milliseconds),
		firstToken: perSide(milliseconds).exactOptional()
	}),
	prefer: object({
		wins: count,
		ties: count,
		losses: count,
		unscored: count.exactOptional(),
		p: share.exactOptional(),
		winnersLonger: number().min(0).exactOptional(),
		alike: object({
			wins: count,
			ties: count,
			losses: count
		}).exactOptional()
	}).exactOptional(),
	picks: array(picksSchema).exactOptional(),
	withheld: withheldSchema.exactOptional(),
	past: array(pastSchema).exactOptional(),
	cases: array(caseSchema)
});

// src/core/report/prompt-schema.ts
const caseChangeSchema = object({
	id: string(),
	what: array(string())
});
const editSchema = object({
	settings: array(object({
		name: string(),
		old: string().exactOptional(),
		new: string().exactOptional()
	})),
	messages: array(object({
		role: _enum([
			"system",
			"developer",
			"user",
			"assistant",
			"tool"
		]),
		file: string().exactOptional(),
		kind: _enum([
			"added",
			"removed",
			"changed"
		]),
		oldRole: string().exactOptional(),
		diff: string()
	})),
	responseFormat: array(string()),
	unset: array(string()),
	unused: array(string())
});
const promptSchema = object({
	path: string(),
	previousPath: string().exactOptional(),
	change: _enum(changeKinds),
	config: string().exactOptional(),
	owners: array(string()).exactOptional(),
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
	edits: string().exactOptional(),
	through: array(object({
		path: string(),
		diff: string().exactOptional()
	})).exactOptional(),
	promptEdit: editSchema.exactOptional(),
	toolsChanged: array(object({
		tool: string(),
		what: array(string()),
		description: object({
			old: string(),
			new: string()
		}).exactOptional()
	})).exactOptional(),
	unchecked: array(string()),
	setAside: count.exactOptional(),
	gateQuality: gateQualitySchema.exactOptional(),
	problems: array(problemSchema).exactOptional(),
	notes: array(string()),
	exam: array(examCaseSchema),
	spending: promptSpendingSchema.exactOptional(),
	models: array(rowSchema)
});

// src/core/report/unreviewed-schema.ts
const unreviewedReasons = [
	"no-cases",
	"instructions",
	"no-checks",
	"not-run",
	"unrendered",
	"no-line",
	"not-rendered",
	"no-snapshot",
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
const unreviewedSchema = object({
	path: string(),
	why: _enum(unreviewedReasons),
	detail: string().exactOptional(),
	fix: string().exactOptional(),
	diff: string().exactOptional()
});

// src/core/report/report.ts
const revision = object({
	sha: string(),
	ref: string()
});
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
		"check",
		"portability"
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
	stoppedBy: object({
		limit: _enum([
			"max-calls",
			"max-cost",
			"timeout"
		]),
		value: number().min(0)
	}).exactOptional(),
	takenOver: object({ from: string() }).exactOptional(),
	earlier: object({
		verdict: _enum(settledVerdicts),
		head: string(),
		since: string()
	}).exactOptional(),
	accepted: array(object({
		by: string(),
		at: string(),
		how: string(),
		fingerprint: string()
	})),
	unreviewed: array(unreviewedSchema),
	pictures: record(string(), string()).exactOptional(),
	notes: array(string()),
	published: object({
		replies: _enum(publishedReplies),
		masked: boolean()
	}).exactOptional(),
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
		})).exactOptional(),
		doubted: array(object({
			kind: string(),
			why: string()
		})).exactOptional()
	}).exactOptional(),
	exchangedJudge: object({
		old: object({
			model: string(),
			votes: count
		}),
		new: object({
			model: string(),
			votes: count
		}),
		replies: count,
		of: count,
		judgements: count,
		alike: count,
		mean: object({
			old: share,
			new: share
		}),
		flips: array(object({
			prompt: string(),
			case: string(),
			model: string(),
			passes: _enum(sides),
			score: object({
				old: share,
				new: share
			}),
			why: object({
				old: string(),
				new: string()
			})
		})),
		differs: boolean()
	}).exactOptional(),
	served: array(object({
		asked: string(),
		served: array(string()),
		others: array(object({
			model: string(),
			replies: count
		})).exactOptional(),
		replies: count.exactOptional(),
		changes: array(object({
			from: string(),
			to: string(),
			at: string(),
			kept: literal(true).exactOptional(),
			mixed: literal(true).exactOptional()
		})).exactOptional()
	})),
	recounted: array(object({
		model: string(),
		calls: count,
		of: count,
		ratio: number().min(0),
		since: string()
	})).exactOptional(),
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
			usual: count.exactOptional(),
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
		estimatedMost: dollars.exactOptional(),
		actual: dollars.exactOptional(),
		models: array(object({
			model: string(),
			estimated: dollars.exactOptional(),
			worst: dollars.exactOptional(),
			actual: dollars.exactOptional()
		})).exactOptional(),
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

export { checkScoreSchema as a, stepSchema as c, caseSchema as i, turnSchema as l, promptSchema as n, examCaseSchema as o, rowSchema as r, replySchema as s, reportSchema as t, usageSchema as u };