import { D as tuple, E as string, O as union, S as partialRecord, T as strictObject, b as number, d as boolean, g as json, h as int, i as _enum, l as array, n as date, v as literal, w as record } from "./zod.js";
import { t as defaultPromptGlobs } from "./prompt-globs.js";
import { t as logFieldNames } from "./logged-call.js";
import { t as departures } from "./verdict.js";
import { a as unitOf, i as ruleWays, r as isKnownMetric, t as alertMetrics } from "./alert-metrics.js";
import { n as looksLikeKey, r as suggestNearest } from "./describe-issues.js";
import { a as roleRule, c as repositoryPath, i as listOf, n as driftSchema, o as templateRule, r as joinedText, s as watchRule } from "./drift-schema.js";
import { t as refuseEndpoint } from "./refuse-endpoint.js";
import { o as promptRoles } from "./settle-role.js";

// src/core/settings/written-values.ts
const units = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5,
	d: 864e5
};
const parts = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/gu;
const error = "must be a span of time with its unit, such as `90s`, `30m`, `6h` or `2d`";
const duration = union([literal(0, { error }), string({ error }).regex(/^(?:0|(?:\d{1,9}(?:\.\d{1,9})?(?:ms|s|m|h|d)){1,5})$/u, { error })]).transform((written) => written === 0 ? 0 : toMilliseconds(written));
function toMilliseconds(text) {
	let total = 0;
	for (const [, amount = "0", unit = "ms"] of text.matchAll(parts)) total += Number(amount) * (isUnit(unit) ? units[unit] : 0);
	return total;
}
function isUnit(text) {
	return Object.hasOwn(units, text);
}
const share = union([number().min(0).max(10, { error: "must be a share such as `25%` or 0.25" }), string().regex(/^\d{1,4}(?:\.\d{1,9})?\s*%$/u, { error: "must be a share such as `25%` or 0.25" }).transform((text) => Number.parseFloat(text) / 100)]);
const perMonth = {
	hour: 730,
	day: 365 / 12,
	week: 365 / 12 / 7,
	month: 1
};
const traffic = string().regex(/^\d{1,12}(?:\.\d{1,9})?\s*\/\s*(?:hour|day|week|month)$/u, { error: "must be replies in a time, such as `120000/month` (or `/day`, `/week`, `/hour`)" }).transform((text) => {
	const [amount = "", span = ""] = text.split("/").map((part) => part.trim());
	return Number(amount) * (isSpan(span) ? perMonth[span] : 1);
});
function isSpan(text) {
	return Object.hasOwn(perMonth, text);
}
function environmentNameLike(like) {
	const must = `must be the name of an environment variable, such as \`${like}\``;
	return string().superRefine((name, context) => {
		if (looksLikeKey(name)) context.addIssue({
			code: "custom",
			message: `${must}, and what is written looks like a secret itself: take it out of the file and revoke it`,
			params: { secret: true }
		});
		else if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(name)) context.addIssue({
			code: "custom",
			message: must,
			params: { secret: true }
		});
	});
}
const environmentName$1 = environmentNameLike("ANTHROPIC_API_KEY");

// src/core/settings/alert-rule-schema.ts
const day = 864e5;
const runs = union([int().min(1).max(30), string().regex(/^(?:[1-9]|[12]\d|30) runs?$/u, { error: "must be a number of runs, such as `2 runs`" }).transform((written) => Number.parseInt(written, 10))]);
const days = duration.refine((ms) => ms % day === 0 && ms >= 3 * day && ms <= 90 * day, { error: "must be whole days, from `3d` to `90d`" }).transform((ms) => ms / day);
const limit = union([number(), string()]);
const name = string().trim().min(1).max(200).describe("Only calls of that name; `*` watches each by itself.").optional();
const alertRule = strictObject({
	metric: union([_enum(alertMetrics), string().trim().min(1).max(200)]).describe("What is watched: one of these, or a judged check that `monitor.quality.metrics` names."),
	below: limit.optional(),
	above: limit.optional(),
	rises: share.optional().describe("By more than this share of what it was in the days before, such as `30%`."),
	falls: share.optional(),
	against: days.prefault("7d").describe("Days before, with which `rises` and `falls` compare."),
	segment: name,
	model: name,
	prompt: name,
	for: runs.default(1).describe("Runs in a row that must find it, such as `2 runs`.")
}).superRefine((rule, context) => {
	if (ruleWays.filter((way) => rule[way] !== void 0).length !== 1) context.addIssue({
		code: "custom",
		path: [],
		input: rule,
		message: "must say one of `below`, `above`, `rises` and `falls`"
	});
	for (const way of ["below", "above"]) {
		const value = rule[way];
		const refusal = value === void 0 ? void 0 : refusalOf(rule.metric, value);
		if (refusal === void 0) continue;
		context.addIssue({
			code: "custom",
			path: [way],
			input: value,
			message: `must be ${refusal}`
		});
	}
}).transform(({ metric, below, above, rises, falls, against, segment, model, prompt, for: forRuns }) => {
	const ways = {
		below,
		above,
		rises,
		falls
	};
	const way = ruleWays.find((one) => ways[one] !== void 0) ?? "above";
	const written = ways[way];
	const unread = typeof written === "string" && limitOf(metric, written) === void 0 ? written : void 0;
	return {
		metric,
		way,
		limit: limitOf(metric, written ?? 0) ?? 0,
		...unread === void 0 ? {} : { unread },
		against,
		forRuns,
		...segment === void 0 ? {} : { segment },
		...model === void 0 ? {} : { model },
		...prompt === void 0 ? {} : { prompt }
	};
});
const limitForms = {
	dollars: "dollars, such as 0.02",
	tokens: "tokens, such as 1500",
	milliseconds: "a time with its unit, such as `8s` or `800ms`",
	share: "a share such as `5%` or 0.05",
	characters: "characters, such as 400",
	calls: "calls a day, such as 1000",
	score: "a score such as 7"
};
function refusalOf(metric, written) {
	const unit = unitOf(metric);
	if (unit === "milliseconds" && typeof written === "number" && written > 0) return `a time with its unit: \`${written}s\` or \`${written}ms\``;
	const limit = limitOf(metric, written);
	if (limit === void 0) return isKnownMetric(metric) ? limitForms[unit] : void 0;
	if (unit !== "share" || limit < 1 || written === "100%") return void 0;
	return typeof written === "number" && written <= 100 ? `a share such as \`${written}%\` or ${Number((written / 100).toPrecision(6))}, since ${written} is ${written * 100}%` : "at most `100%`, since it is a share of calls";
}
function limitOf(metric, written) {
	const unit = unitOf(metric);
	if (typeof written === "number") return written >= 0 || unit === "score" ? written : void 0;
	const read = unit === "share" ? share.safeParse(written) : unit === "milliseconds" ? duration.safeParse(written) : void 0;
	return read?.success === true ? read.data : void 0;
}

// src/core/settings/provider-schema.ts
const apiEndpoints = {
	chat: void 0,
	responses: "https://api.openai.com/v1",
	anthropic: "https://api.anthropic.com/v1",
	gemini: "https://generativelanguage.googleapis.com/v1beta",
	bedrock: void 0,
	azure: void 0
};
const apis = [
	"chat",
	"responses",
	"anthropic",
	"gemini",
	"bedrock",
	"azure"
];
function endpoint(may) {
	return string().superRefine((url, context) => {
		const why = refuseEndpoint(url, may);
		if (why !== void 0) context.addIssue({
			code: "custom",
			message: why,
			params: { secret: true }
		});
	});
}
const service = strictObject({
	api: _enum(apis).default("chat").describe("The API that the service speaks."),
	"base-url": endpoint({ query: false }).optional().describe("Its address; left out, that of the vendor whose API it is."),
	key: environmentName$1.optional().describe("Name of the environment variable that holds the key."),
	token: environmentName$1.optional().describe("Of `api: azure`: name of the environment variable that holds an Entra ID token, instead of a key."),
	credentials: _enum(["ambient", "workload-identity"]).optional().describe("Instead of a key: `ambient` signs by the AWS credentials of the environment, `workload-identity` gets tokens of Entra ID for Azure."),
	region: string().regex(/^[a-z]{2}(?:-[a-z]+)+-\d{1,2}$/u, { error: "must be a region of AWS, such as `eu-central-1`" }).optional().describe("Of `api: bedrock`: the region of AWS that is asked."),
	"api-version": string().regex(/^\d{4}-\d{2}-\d{2}(?:-preview)?$/u, { error: "must be a version of the API, such as `2024-10-21`" }).optional().describe("Of `api: azure`: version of the dated API; left out, the v1 API is asked."),
	fallback: string().trim().min(1).optional().describe("Provider that takes over when this one is down.")
}).superRefine((written, context) => {
	const refuse = (key, message) => {
		context.addIssue({
			code: "custom",
			path: [key],
			input: void 0,
			message
		});
	};
	const { api, "base-url": url, key, token, credentials, region } = written;
	for (const [name, of] of Object.entries(keysOfOne)) if (api !== of && Object.hasOwn(written, name)) refuse(name, `must stand beside \`api: ${of}\` alone`);
	const cloud = credentials === "ambient" ? "bedrock" : "azure";
	if (credentials !== void 0 && api !== cloud) refuse("credentials", `must stand beside \`api: ${cloud}\` alone where it is \`${credentials}\``);
	if (token !== void 0 && credentials !== void 0) refuse("credentials", "must not stand beside `token`: name one of them");
	if (key !== void 0 && token !== void 0) refuse("token", "must not stand beside `key`: name one of them");
	if (key !== void 0 && credentials !== void 0) refuse("credentials", "must not stand beside `key`: name one of them");
	if (api === "bedrock") {
		if (region === void 0 && (url === void 0 || credentials !== void 0)) refuse("region", "must be a region of AWS, such as `eu-central-1`");
	} else if (url === void 0 && apiEndpoints[api] === void 0) refuse("base-url", "must be text");
});
const keysOfOne = {
	token: "azure",
	"api-version": "azure",
	region: "bedrock"
};
const command = tuple([string().min(1)], string().min(1)).describe("Program and arguments; no shell is involved.");
const ofApplication = {
	timeout: duration.refine((ms) => ms >= 1e3, { error: "must be at least `1s`" }).refine((ms) => ms <= 18e5, { error: "must be at most `30m`" }).prefault("2m").describe("Longest that it may take over a reply."),
	concurrency: int().min(1).max(1e3).optional().describe("Replies under way at once, as far as the `concurrency` of the run goes. Unset: 4 of a command.")
};
const application = [strictObject({
	command,
	serve: boolean().optional().describe("Start it once: it reads a line of JSON for each reply and answers each with a line."),
	env: array(environmentName$1).max(100).default([]).describe("Names of environment variables that it gets, such as that of its key; no other key reaches it."),
	...ofApplication
}), strictObject({
	url: endpoint({ query: true }).describe("Where it takes a POST for each reply."),
	key: environmentName$1.optional().describe("Name of the environment variable whose value is sent as `Authorization: Bearer …`."),
	...ofApplication
})];
const provider = union([service, ...application]);

// src/core/settings/alert-schema.ts
const environmentName = environmentNameLike("ALERT_WEBHOOK_URL");
const alertTargets = [
	"slack",
	"teams",
	"discord",
	"pagerduty",
	"webhook",
	"smtp",
	"issue"
];
const mailAddress = string().regex(/^[^\s<>(),;:"\\[\]@\p{Cc}]{1,64}@[A-Za-z0-9.-]{1,253}$/u, { error: "must be an e-mail address, such as `alerts@example.com`" });
const alertsSchema = strictObject({
	slack: environmentName.optional().describe("Variable with the address of an incoming webhook."),
	teams: environmentName.optional().describe("Variable with the address of a workflow’s webhook."),
	discord: environmentName.optional().describe("Variable with the address of a webhook."),
	pagerduty: union([environmentName, strictObject({
		key: environmentName,
		endpoint: endpoint({ query: false }).optional().describe("Where events go, such as `https://events.eu.pagerduty.com/v2/enqueue`.")
	})]).optional().describe("Variable with an integration key of the Events API v2."),
	webhook: union([environmentName, strictObject({
		url: environmentName,
		secret: environmentName
	})]).optional().describe("Variable with an address of your own. What it is signed with is in `NAME_SECRET`, or in `secret`."),
	smtp: union([environmentName, strictObject({
		url: environmentName,
		from: mailAddress.optional(),
		to: listOf(mailAddress).optional()
	})]).optional().describe("Variable with the address of a mail server: `smtps://user:password@host?from=…&to=…`."),
	issue: union([literal(true), environmentName]).optional().describe("An issue of the repository: `true`, or the variable with a token that may write issues."),
	rules: array(alertRule).default([]).describe("What of production is watched (`promptgate monitor`), beyond chance."),
	cooldown: duration.prefault("24h").describe("After something was told, it is not told again as new before this time is over.")
});
function alertTargetsOf(written) {
	const { pagerduty, webhook, smtp, issue } = written;
	return [
		...[
			"slack",
			"teams",
			"discord"
		].flatMap((target) => {
			const variable = written[target];
			return variable === void 0 ? [] : [{
				target,
				variable
			}];
		}),
		...pagerduty === void 0 ? [] : [{
			target: "pagerduty",
			...pagerOf(pagerduty)
		}],
		...webhook === void 0 ? [] : [{
			target: "webhook",
			...hookOf(webhook)
		}],
		...smtp === void 0 ? [] : [{
			target: "smtp",
			...mailOf(smtp)
		}],
		...issue === void 0 ? [] : [{
			target: "issue",
			...issue === true ? {} : { variable: issue }
		}]
	];
}
function pagerOf(written) {
	if (typeof written === "string") return { variable: written };
	return {
		variable: written.key,
		...written.endpoint === void 0 ? {} : { endpoint: written.endpoint }
	};
}
function hookOf(written) {
	return typeof written === "string" ? {
		variable: written,
		secret: `${written}_SECRET`
	} : {
		variable: written.url,
		secret: written.secret
	};
}
function mailOf(written) {
	if (typeof written === "string") return { variable: written };
	const { url, from, to } = written;
	return {
		variable: url,
		...from === void 0 ? {} : { from },
		...to === void 0 ? {} : { to }
	};
}

// src/core/settings/assembled-prompt.ts
const promptMessage = strictObject({
	role: _enum([...promptRoles, "assistant"]),
	file: repositoryPath.optional(),
	files: array(repositoryPath).min(2).optional().describe("Several files that your code joins into this one message."),
	join: joinedText.optional().describe("What stands between `files`; a blank line if left out."),
	content: joinedText.optional().describe("A message that stands in your code, instead of a file; `{{name}}` is filled."),
	prepend: joinedText.optional().describe("What your code puts before the file’s text."),
	append: joinedText.optional().describe("What your code puts after the file’s text.")
}).superRefine(({ file, files, content, join, prepend, append }, context) => {
	if ([
		file,
		files,
		content
	].filter((one) => one !== void 0).length !== 1) context.addIssue({
		code: "custom",
		message: "must have one of `file`, `files` and `content`"
	});
	if (join !== void 0 && files === void 0) context.addIssue({
		code: "custom",
		path: ["join"],
		message: "goes with `files`"
	});
	if (content !== void 0 && (prepend ?? append) !== void 0) context.addIssue({
		code: "custom",
		path: ["content"],
		message: "is the whole message: write all of it there"
	});
});
const assembledPrompt = strictObject({
	name: string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u, { error: "must be a name, not a path" }),
	messages: array(promptMessage).min(1).refine((messages) => messages.some(({ content }) => content === void 0), { error: "must name a file" }).describe("Its messages in the order in which they are sent.")
});

// src/core/settings/check-rule-metrics.ts
function checkRuleMetrics(config, context) {
	const judged = config.monitor.quality?.metrics ?? [];
	config.alerts.rules.forEach(({ metric, way, unread }, at) => {
		if (isKnownMetric(metric)) return;
		const path = [
			"alerts",
			"rules",
			at
		];
		if (!judged.includes(metric)) {
			const params = {
				absent: "metric",
				fix: metricsMeant(metric, [...alertMetrics, ...judged])
			};
			context.addIssue({
				code: "custom",
				path: [...path, "metric"],
				input: metric,
				params
			});
		} else if (unread !== void 0) {
			const message = `must be ${limitForms.score}`;
			context.addIssue({
				code: "custom",
				path: [...path, way],
				input: unread,
				message
			});
		}
	});
}
function metricsMeant(metric, known) {
	const longer = known.filter((name) => name.startsWith(`${metric.toLowerCase()}-`));
	const nearest = longer.length > 0 ? [] : [suggestNearest(metric, known) ?? []].flat();
	const meant = [...longer, ...nearest].map((name) => `\`${name}\``);
	if (meant.length > 0) return `Did you mean ${meant.join(" or ")}?`;
	return `Known here: ${alertMetrics.map((name) => `\`${name}\``).join(", ")}, and judged checks that \`monitor.quality.metrics\` names.`;
}

// src/core/settings/check-keys-together.ts
function checkKeysTogether(config, context) {
	const known = ["default", ...Object.keys(config.providers)];
	const refer = (name, path) => {
		if (name === void 0 || known.includes(name)) return;
		const nearest = suggestNearest(name, known);
		const listed = known.map((entry) => `\`${entry}\``).join(", ");
		const hint = nearest === void 0 ? `the providers are ${listed}` : `did you mean \`${nearest}\`?`;
		context.addIssue({
			code: "custom",
			path: [...path],
			input: name,
			message: `must name a provider of \`providers\`: ${hint}`
		});
	};
	const refuse = (path, input, message) => {
		context.addIssue({
			code: "custom",
			path: [...path],
			input,
			message
		});
	};
	const isApplication = (name) => {
		const written = name === void 0 || !Object.hasOwn(config.providers, name) ? void 0 : config.providers[name];
		return written !== void 0 && ("command" in written || "url" in written);
	};
	config.models.forEach((entry, index) => {
		if (typeof entry !== "string") refer(entry.provider, [
			"models",
			index,
			"provider"
		]);
	});
	config.overrides.forEach(({ models = [] }, at) => {
		models.forEach((entry, index) => {
			if (typeof entry !== "string") refer(entry.provider, [
				"overrides",
				at,
				"models",
				index,
				"provider"
			]);
		});
	});
	for (const role of [
		"judge",
		"embeddings",
		"simulate"
	]) {
		const entry = config[role];
		if (typeof entry === "object") refer(entry.provider, [role, "provider"]);
		const { provider: named, model: of } = typeof entry === "object" ? entry : {
			model: entry,
			provider: void 0
		};
		if (isApplication(named ?? of?.split(":", 1)[0])) refuse([role], named ?? of, "must be of a model service: an application answers prompts alone");
	}
	if (isApplication("default")) refuse(["providers", "default"], "default", "must be a model service: name the application something else");
	if (config.gate.latency?.of === "first-token" && !config.latency.stream) refuse([
		"gate",
		"latency",
		"of"
	], "first-token", "must stand beside `latency: { stream: true }`: only a stream tells it");
	checkRuleMetrics(config, context);
	for (const [name, written] of Object.entries(config.providers)) {
		const fallback = "fallback" in written ? written.fallback : void 0;
		refer(fallback, [
			"providers",
			name,
			"fallback"
		]);
		if (isApplication(fallback)) refuse([
			"providers",
			name,
			"fallback"
		], fallback, "must be a model service, not an application");
		if ("api" in written && written.api === "bedrock" && config.gate["served-model"] === "block") refuse(["gate", "served-model"], "block", `must be \`warn\` or \`allow\`, since ${`\`${name}\` (\`api: bedrock\`) does not say which model answered`}`);
		if (fallback === name) refuse([
			"providers",
			name,
			"fallback"
		], name, "must be another provider");
	}
}

// src/core/settings/gate-schema.ts
const proportion = number().min(0).max(1);
const dollars$1 = number().min(0);
const gateSchema = strictObject({
	tolerance: proportion.default(.02).describe("A drop of the mean score this small is accepted."),
	alpha: number().gt(0).max(.5).default(.05).describe("Chance of blocking a review in which nothing got worse."),
	cases: _enum(["block", "warn"]).default("block").describe("What one confirmed worse case does."),
	"exam-changes": _enum([
		"ratchet",
		"strict",
		"allow"
	]).default("ratchet").describe("Which changed cases also run as the base had them: loosened ones, all edited ones, none."),
	repeats: _enum(["fact", "chance"]).default("fact").describe("What replies that repeat byte for byte say of a case: that it now always fails, or no more than one reply."),
	"served-model": _enum([
		"warn",
		"block",
		"allow"
	]).default("warn").describe("What it means that another model answered than the one that was asked for."),
	margin: number().gt(0).max(1).default(.1).describe("What `sampling: confirm` must rule out before it passes."),
	"min-score": proportion.optional().describe("A mean score below this fails, whatever it was before."),
	metrics: record(string().trim().min(1), strictObject({ tolerance: proportion })).default({}).describe("Graded checks that gate by themselves, each with the drop of its mean that is accepted."),
	cost: strictObject({
		"max-increase": share.optional().describe("How far a reply may cost more on average over the golden cases, beyond chance, whatever traffic `segments` declare."),
		"max-usd-per-1000": dollars$1.optional().describe("Most dollars of 1,000 replies of the new side, whatever they cost before."),
		"max-output-tokens": int().min(1).optional().describe("Most output tokens of a reply of the new side on average.")
	}).refine((limits) => Object.keys(limits).length > 0, { error: "must have one of `max-increase`, `max-usd-per-1000` and `max-output-tokens`" }).optional().describe("Limits of what a reply costs."),
	latency: strictObject({
		"max-increase": share,
		of: _enum([
			"p50",
			"p95",
			"first-token"
		]).default("p50").describe("What of it: the median time of a reply, the time that a twentieth exceed, or the median time to the first token, which needs `latency: { stream: true }`.")
	}).optional().describe("How far the time of a reply may rise, beyond chance.")
});

// src/core/settings/monitor-schema.ts
const quality = strictObject({
	sample: int().min(10).max(5e3).default(200).describe("Calls that are judged, drawn at random, as many of one segment as of another."),
	metrics: listOf(string().trim().min(1)).prefault(["helpfulness", "sentiment"]).superRefine((listed, context) => {
		if (listed.length === 0) context.addIssue({
			code: "custom",
			message: "must name a metric"
		});
	}).describe("`helpfulness`, `sentiment`, and judged checks of `defaults` by their names."),
	seed: int().min(0).max(4294967295).default(1).describe("What calls are drawn by: the same logs and seed give the same sample."),
	budget: strictObject({
		calls: int().min(1).optional().describe("Calls of models at most."),
		usd: number().min(0).optional().describe("Dollars at most.")
	}).prefault({}).describe("What judging may take, within the budget of the run. Of a sample that does not fit, a part is judged.")
});
const monitorSchema = strictObject({ quality: quality.optional().describe("Has a sample of the logged calls judged, and compared with the golden cases. Unset: no model is asked.") });

// src/core/settings/override-schema.ts
const keys = gateSchema.shape;
const overridingGate = strictObject({
	tolerance: keys.tolerance.unwrap().optional(),
	alpha: keys.alpha.unwrap().optional(),
	cases: keys.cases.unwrap().optional(),
	"exam-changes": keys["exam-changes"].unwrap().optional(),
	repeats: keys.repeats.unwrap().optional(),
	margin: keys.margin.unwrap().optional(),
	"min-score": keys["min-score"],
	metrics: keys.metrics.unwrap().optional(),
	cost: keys.cost,
	latency: keys.latency
});
const owner = string().regex(/^@?[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?$/u, { error: "must be an account or a team of GitHub, such as `@ada` or `@shop/support`" }).transform((name) => name.replace(/^@/u, ""));
function overridesOn(model) {
	return array(strictObject({
		paths: listOf(repositoryPath),
		gate: overridingGate.prefault({}),
		models: listOf(model).optional(),
		budget: strictObject({
			calls: int().min(1).optional().describe("Calls of these prompts at most, judge included."),
			usd: number().min(0).optional().describe("Dollars of these prompts at most.")
		}).refine(({ calls, usd }) => calls !== void 0 || usd !== void 0, { error: "must say `calls`, `usd` or both" }).optional().describe("What these prompts may take together in a run, within the budget of the whole run."),
		owners: array(owner).optional().describe("Named in the comment where such a prompt is regressed.")
	})).default([]).describe("What is another for some prompts, by path: the gate key by key, models, a budget of their own, owners. The last that fits wins.");
}

// src/core/settings/config-schema.ts
const ownParameters = [
	"model",
	"messages",
	"stream",
	"n"
];
const text = string().trim().min(1);
const modelName = text.max(200);
const params = record(string(), json()).superRefine((written, context) => {
	for (const name of ownParameters.filter((own) => Object.hasOwn(written, own))) context.addIssue({
		code: "custom",
		path: [name],
		input: written[name],
		message: "must be left out: every request sets it itself"
	});
});
const model = union([modelName, strictObject({
	provider: text.optional(),
	model: modelName,
	params: params.default({})
})]);
const judge = union([modelName, strictObject({
	provider: text.optional(),
	model: modelName,
	params: params.default({}),
	votes: int().min(1).max(25).default(1).describe("Independent gradings of each reply, averaged.")
})]);
const providerName = string().regex(/^[A-Za-z][\w-]*$/u, { error: "must be a name of letters, digits, `-` and `_`" });
const scorer = union([strictObject({
	command,
	serve: boolean().optional().describe("Start it once a run: it reads a line of JSON for each reply and answers each with a line.")
}), strictObject({ url: endpoint({ query: true }) })]);
const dollars = number().min(0);
const publishedReplies = [
	"full",
	"excerpt",
	"none"
];
const failOn = listOf(_enum([
	...[
		"regressed",
		"invalid",
		"failing",
		"inconclusive",
		"unreviewed"
	],
	...departures,
	"drifted",
	"moved",
	"unknown",
	"alert",
	"never"
])).superRefine((listed, context) => {
	if (listed.length === 0) context.addIssue({
		code: "custom",
		message: "must name a verdict, or `never`"
	});
	if (listed.includes("never") && listed.length > 1) context.addIssue({
		code: "custom",
		message: "must be `never` alone or verdicts, not both"
	});
});
const defaultEndpoint = "https://api.openai.com/v1";
const promptPaths = listOf(repositoryPath);
const configSchema = strictObject({
	version: literal(1).default(1),
	prompts: listOf(union([repositoryPath, assembledPrompt])).prefault([...defaultPromptGlobs]).describe("Globs of prompt files (`!` excludes), and prompts that are made of several files."),
	agents: listOf(repositoryPath).default([]).describe("Globs of agents’ instructions to review: `AGENTS.md`, `CLAUDE.md`, skills (`SKILL.md`), rules, agents. Each is sent as system text; what has no golden cases is shown as changed and not reviewed."),
	withhold: listOf(repositoryPath).default([]).describe("Globs of those of `agents` that are asked once more without, to tell what they add. It decides nothing."),
	roles: array(roleRule).default([]).describe("Whose message a prompt of plain text is, by path; `turns`: lines such as `SYSTEM:` and `USER:` divide it. The last that fits wins."),
	templates: array(templateRule).default([]).describe("How the variables of prompts are written, by path; the last that fits wins. Unset: told by the golden cases."),
	watch: array(watchRule).default([]).describe("Code that renders prompts: globs, or `{ paths, for }` with the snapshots it renders. Where it changes and its `*.rendered.jsonl` does not, that is unreviewed."),
	models: listOf(model).prefault([]).describe("Models that every changed prompt is reviewed on."),
	"allowed-models": listOf(modelName).optional().describe("Models a prompt may name as its own. Unset: every one whose price is known, or all where `max-cost` is not set."),
	"allowed-params": listOf(text).default([]).describe("Parameters that a prompt may set beside those that shape a reply, such as `service_tier` or `extra_headers`."),
	providers: record(providerName, provider).default({}),
	judge: judge.optional().describe("Model that grades judged checks."),
	embeddings: model.optional().describe("Model that turns texts into vectors."),
	simulate: model.optional().describe("Model that plays the user; unset: the judge."),
	scorers: record(text, scorer).default({}),
	cases: repositoryPath.superRefine((pattern, context) => {
		const unknown = [...pattern.matchAll(/\{([^{}]*)\}/gu)].map(([, name = ""]) => name);
		for (const name of unknown.filter((found) => found !== "dir" && found !== "name")) context.addIssue({
			code: "custom",
			message: `must use \`{dir}\` and \`{name}\` only, not \`{${name}}\``
		});
	}).default("{dir}/{name}.cases.yml").describe("Where a prompt’s golden cases are; the same name as .yaml, .json, .jsonl or .csv is found too."),
	defaults: strictObject({ checks: array(union([text, record(string(), json())])).meta({ id: "checks" }).default([]) }).prefault({}),
	sampling: _enum([
		"adaptive",
		"confirm",
		"fixed"
	]).default("adaptive"),
	trials: int().min(1).max(1e3).optional().describe("Most replies per case, model and side. Unset: 12, with `sampling: fixed` 5."),
	diagnose: int().min(0).max(1e3).default(10).describe("Cases that are asked 5 more replies a side once a prompt is regressed, where they fell without proof: to name them, outside the tests. 0: none."),
	"baseline-age": duration.prefault("6h").describe("How old a kept reply of the old side may be; 0 never."),
	concurrency: int().min(1).max(1e3).default(16).describe("Calls under way at once, per provider."),
	timeout: duration.refine((ms) => ms > 0, { error: "must be more than nothing, such as `30m`" }).refine((ms) => ms <= 6048e5, { error: "must be at most `7d`" }).prefault("30m").describe("After this time no new call starts."),
	latency: strictObject({ stream: boolean().default(false).describe("Ask for replies as streams where the API can (chat completions, responses, messages), so that the time to the first token is known. What is answered is the same.") }).prefault({}),
	comment: _enum([
		"always",
		"changes",
		"never"
	]).default("always"),
	"publish-replies": _enum(publishedReplies).default("excerpt").describe("How much of replies the action publishes: `excerpt` shows the words that decide in comment, summary, annotations and JUnit XML, and keeps replies whole in the artifact alone; `full` shows them whole as far as there is room; `none` publishes no word of any reply."),
	mask: boolean().default(false).describe("Replace e-mail addresses, telephone, card and bank account numbers, IP addresses and keys in all that the action publishes of replies and cases. What is scored and kept stays as it is."),
	"fail-on": failOn.transform((listed) => listed.filter((word) => word !== "never")).prefault(["regressed", "invalid"]).describe("Verdicts that fail the step, or `removed` and `unrecognised` for prompts with golden cases that leave; `drifted` of a drift run, which it fails where nothing else is said; `moved` of production logs in which something got worse, `unknown` of those of which nothing could be compared; `alert` of either where an alert is open; `never` only reports."),
	gate: gateSchema.prefault({}),
	overrides: overridesOn(model),
	segments: record(text, strictObject({ traffic })).default({}).describe("Replies a month of each segment, from which the report tells what a change costs a month."),
	prices: record(text, strictObject({
		input: dollars,
		output: dollars,
		cached: dollars.optional()
	})).default({}).describe("Dollars per million tokens, over the price table’s."),
	"cache-minimum": record(text, int().min(0)).default({}).describe("Least tokens of a prompt that the service of a model caches, by model, over what is known of it."),
	successors: record(text, listOf(model)).default({}).describe("Models to try in the place of one that its vendor ends: `portability --retiring`. Unset: those of the same family and price class."),
	retirements: record(text, union([date(), literal("never")])).default({}).describe("The day a model ends, such as `2027-01-14`, or `never`: over what its service and the bundled table say."),
	budget: strictObject({
		calls: int().min(1).default(5e3).describe("Calls of a run at most, judge included."),
		usd: dollars.default(5).describe("Dollars of a run at most.")
	}).prefault({}),
	drift: driftSchema.prefault({}).describe("What scheduled runs watch (`mode: drift`)."),
	monitor: monitorSchema.prefault({}).describe("What is asked about logs of production (`promptgate monitor`)."),
	alerts: alertsSchema.prefault({}).describe("Where alerts of `mode: drift` and `mode: monitor` go."),
	logs: strictObject({ fields: partialRecord(_enum(logFieldNames), text).default({}).describe("Where logs of calls say what, by path: `segment: metadata.plan`. Unset: the names that their format has.") }).prefault({})
}).superRefine(checkKeysTogether);

export { alertTargets as a, duration as c, publishedReplies as i, defaultEndpoint as n, alertTargetsOf as o, promptPaths as r, apiEndpoints as s, configSchema as t };