import { i as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { n as verdicts, r as worst, t as canonicalJson } from "./json.js";
import { C as registry, S as toJSONSchema, _ as strictObject, b as union, f as literal, g as record, h as object, i as array, l as int, m as number, t as _enum, u as json, v as string, y as tuple } from "./schemas.js";
import { t as ProblemError } from "./problem.js";
import { t as refuseEndpoint } from "./refuse-endpoint.js";
import { t as require_dist } from "./dist.js";

// src/core/suggest-nearest.ts
function suggestNearest(name, known) {
	const wanted = normalise(name);
	if (wanted.length > 100) return void 0;
	let nearest;
	for (const candidate of known) {
		const other = normalise(candidate);
		const allowed = Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3));
		if (Math.abs(other.length - wanted.length) > allowed) continue;
		const distance = editDistance(wanted, other);
		if (distance <= allowed && (nearest === void 0 || distance < nearest.distance)) nearest = {
			name: candidate,
			distance
		};
	}
	return nearest?.name;
}
function normalise(name) {
	return name.toLowerCase().replaceAll(/[-_\s]/gu, "");
}
function editDistance(a, b) {
	let beforePrevious = [];
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const same = a[row - 1] === b[column - 1];
			const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			current.push(Math.min((previous[column] ?? row) + 1, (current[column - 1] ?? column) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1), swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY));
		}
		beforePrevious = previous;
		previous = current;
	}
	return previous[b.length] ?? a.length;
}

// src/core/issues/looks-like-key.ts
const beginnings = /^(?:(?:sk|pk|rk|gsk|xai|hf|gh[oprsu]|github_pat|glpat|xox[abposr]|r8|nvapi|pplx)[-_]|(?:AIza|AKIA|ya29|eyJ))[-_A-Za-z0-9.]/u;
function looksLikeKey(text) {
	if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/u.test(text) && text.includes("_")) return false;
	if (beginnings.test(text) || /:\/\//u.test(text)) return true;
	return text.length >= 20 && /\d/u.test(text) && /[A-Z]/u.test(text) && /[a-z]/u.test(text);
}

// src/core/issues/describe-issues.ts
const most = 20;
const nouns = {
	string: "text",
	number: "a number",
	int: "a whole number",
	boolean: "`true` or `false`",
	array: "a list",
	object: "a mapping",
	record: "a mapping"
};
function describeIssues(issues, known) {
	const described = issues.slice(0, most).flatMap((issue) => describeIssue(issue, known));
	const mistyped = new Set(described.flatMap(({ meant }) => meant === void 0 ? [] : [meant]));
	return described.filter(({ path, missing }) => !(missing && mistyped.has(showPath(path)))).map(({ meant: _, missing: __, ...description }) => description);
}
function describeIssue(issue, known) {
	const { path } = issue;
	if (issue.code === "unrecognized_keys") {
		const names = known(path);
		return issue.keys.slice(0, most).map((key) => describeUnknownKey(key, path, names));
	}
	if (issue.code === "invalid_union") {
		const branch = fittingBranch(issue.errors, issue.input);
		if (branch === void 0) return [describeValue(path, issue.input, `must be ${formsOf(issue.errors)}`)];
		return branch.slice(0, most).flatMap((inner) => describeIssue({
			...inner,
			path: [...path, ...inner.path]
		}, known));
	}
	if (issue.code === "invalid_key") {
		const must = issue.issues.map((inner) => inner.message).join("; ");
		return [{
			path,
			what: `${quotePath(path)} is misnamed: it ${must}.`
		}];
	}
	const must = requirementOf(issue);
	if (issue.code === "custom" && issue.params?.["secret"] === true) return [{
		path,
		what: `${quotePath(path)} is refused: it ${must}.`
	}];
	const fix = issue.code === "invalid_value" ? nearestValue(issue.input, issue.values) : void 0;
	return [{
		...describeValue(path, issue.input, must),
		...fix === void 0 ? {} : { fix }
	}];
}
function describeValue(path, value, must) {
	const missing = value === void 0;
	return {
		path,
		missing,
		what: `${quotePath(path)} is ${missing ? "missing" : show(value)}: it ${must}.`
	};
}
function requirementOf(issue) {
	if (/^must /u.test(issue.message)) return issue.message;
	switch (issue.code) {
		case "invalid_type": return `must be ${nouns[issue.expected] ?? issue.expected}`;
		case "invalid_value": return issue.values.length === 1 ? `must be ${show(issue.values[0])}` : `must be one of ${issue.values.map(show).join(", ")}`;
		case "too_small": return typeof issue.input === "number" ? `must be ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}` : "must not be empty";
		case "too_big": return typeof issue.input === "number" ? `must be ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}` : `must not be longer than ${issue.maximum}`;
		case "not_multiple_of": return `must be a multiple of ${issue.divisor}`;
		case "invalid_format":
		case "invalid_key":
		case "invalid_element":
		case "invalid_union":
		case "custom": return issue.message;
	}
}
function describeUnknownKey(key, path, names) {
	const nearest = suggestNearest(key, names);
	const where = path.length === 0 ? "" : ` in \`${showPath(path)}\``;
	const fix = nearest === void 0 ? names.length === 0 ? "Take it out." : `Known here: ${names.map((name) => `\`${name}\``).join(", ")}.` : `Did you mean \`${nearest}\`?`;
	const meant = nearest === void 0 ? {} : { meant: showPath([...path, nearest]) };
	return {
		path,
		key,
		what: `unknown key ${show(key)}${where}.`,
		fix,
		...meant
	};
}
function fittingBranch(branches, value) {
	return branches.find((branch) => !branch.some((issue) => issue.path.length === 0 && refusesType(issue, value)));
}
function formsOf(branches) {
	const forms = branches.flatMap((branch) => branch.slice(0, 1).map((issue) => requirementOf(issue.code === "unrecognized_keys" ? {
		...issue,
		code: "custom"
	} : issue)));
	return [...new Set(forms.map((form) => form.replace(/^must be /u, "")))].join(" or ");
}
function refusesType(issue, value) {
	if (issue.code === "invalid_type") return true;
	return issue.code === "invalid_value" && typeof issue.values[0] !== typeof value;
}
function nearestValue(value, values) {
	if (typeof value !== "string") return void 0;
	const nearest = suggestNearest(value, values.filter((entry) => typeof entry === "string"));
	return nearest === void 0 ? void 0 : `Did you mean \`${nearest}\`?`;
}
function show(value) {
	if (value === null) return "empty";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object") return "a mapping";
	const text = String(value).replaceAll(/[\p{Cc}`]/gu, " ");
	if (typeof value === "string" && looksLikeKey(text)) return `a text of ${value.length} characters`;
	return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;
}
function quotePath(path) {
	return path.length === 0 ? "the file" : `\`${showPath(path)}\``;
}
function showPath(path) {
	return path.map((step, index) => typeof step === "number" ? `[${step}]` : `${index === 0 ? "" : "."}${String(step)}`).join("");
}

// src/core/settings/duration.ts
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

// src/core/settings/environment-name.ts
const environmentName = string().superRefine((name, context) => {
	if (looksLikeKey(name)) context.addIssue({
		code: "custom",
		message: "must be the name of an environment variable, such as `ANTHROPIC_API_KEY`, and what is written looks like a secret itself: take it out of the file and revoke it",
		params: { secret: true }
	});
	else if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(name)) context.addIssue({
		code: "custom",
		message: "must be the name of an environment variable, such as `ANTHROPIC_API_KEY`",
		params: { secret: true }
	});
});

// src/core/settings/list-of.ts
function listOf(item) {
	return union([string().transform(splitList).pipe(array(item)), array(item)]);
}
function splitList(text) {
	return text.split(/\r\n|[\r\n]/u).flatMap(splitLine).map((entry) => entry.trim()).filter((entry) => entry !== "");
}
function splitLine(line) {
	const entries = [];
	let depth = 0;
	let start = 0;
	for (let at = 0; at < line.length; at += 1) if (line[at] === "{") depth += 1;
	else if (line[at] === "}") depth = Math.max(0, depth - 1);
	else if (line[at] === "," && depth === 0) {
		entries.push(line.slice(start, at));
		start = at + 1;
	}
	return [...entries, line.slice(start)];
}

// src/core/settings/repository-path.ts
const repositoryPath = string().trim().min(1).max(4096).superRefine((path, context) => {
	const why = refusePath(path.replace(/^!/u, ""));
	if (why !== void 0) context.addIssue({
		code: "custom",
		message: why
	});
});
function refusePath(path) {
	if (/\p{Cc}/u.test(path)) return "must not hold control characters";
	if (path.includes("\\")) return "must use forward slashes";
	if (path.startsWith("/") || path.startsWith("~") || /^[A-Za-z]:/u.test(path)) return "must be a path inside the repository, from its root";
	if (path.split("/").includes("..")) return "must not lead out of its folder with `..`";
}

// src/core/settings/share.ts
const share = union([number().min(0).max(10, { error: "must be a share such as `25%` or 0.25" }), string().regex(/^\d{1,4}(?:\.\d{1,9})?\s*%$/u, { error: "must be a share such as `25%` or 0.25" }).transform((text) => Number.parseFloat(text) / 100)]);

// src/core/settings/traffic.ts
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

// src/core/settings/config-schema.ts
const ownParameters = [
	"model",
	"messages",
	"stream",
	"n"
];
const text$1 = string().trim().min(1);
const modelName = text$1.max(200);
const params = record(string(), json()).superRefine((written, context) => {
	for (const name of ownParameters.filter((own) => Object.hasOwn(written, own))) context.addIssue({
		code: "custom",
		path: [name],
		input: written[name],
		message: "must be left out: every request sets it itself"
	});
});
const model = union([modelName, strictObject({
	provider: text$1.optional(),
	model: modelName,
	params: params.default({})
})]);
const judge = union([modelName, strictObject({
	provider: text$1.optional(),
	model: modelName,
	params: params.default({}),
	votes: int().min(1).max(25).default(1).describe("Independent gradings of each reply, averaged.")
})]);
function endpoint$1(may) {
	return string().superRefine((url, context) => {
		const why = refuseEndpoint(url, may);
		if (why !== void 0) context.addIssue({
			code: "custom",
			message: why,
			params: { secret: true }
		});
	});
}
const provider = strictObject({
	"base-url": endpoint$1({ query: false }).describe("Endpoint that speaks the chat-completions API."),
	key: environmentName.optional().describe("Name of the environment variable that holds the key."),
	fallback: text$1.optional().describe("Provider that takes over when this one is down.")
});
const providerName = string().regex(/^[A-Za-z][\w-]*$/u, { error: "must be a name of letters, digits, `-` and `_`" });
const scorer = union([strictObject({ command: tuple([string().min(1)], string().min(1)) }), strictObject({ url: endpoint$1({ query: true }) })]);
const proportion = number().min(0).max(1);
const limit = strictObject({ "max-increase": share });
const gate = strictObject({
	tolerance: proportion.default(.02).describe("A drop of the mean score this small is accepted."),
	alpha: number().gt(0).max(.5).default(.05).describe("Chance of blocking a review in which nothing got worse."),
	cases: _enum(["block", "warn"]).default("block").describe("What one confirmed worse case does."),
	"exam-changes": _enum([
		"ratchet",
		"strict",
		"allow"
	]).default("ratchet").describe("Which changed cases also run as the base had them: loosened ones, all edited ones, none."),
	margin: number().gt(0).max(1).default(.1).describe("What `sampling: confirm` must rule out before it passes."),
	"min-score": proportion.optional().describe("A mean score below this fails, whatever it was before."),
	metrics: record(text$1, strictObject({ tolerance: proportion })).default({}),
	cost: limit.optional(),
	latency: limit.optional()
});
const failOn = listOf(_enum([...[
	"regressed",
	"invalid",
	"inconclusive",
	"unreviewed"
], "never"])).superRefine((listed, context) => {
	if (listed.length === 0) context.addIssue({
		code: "custom",
		message: "must name a verdict, or `never`"
	});
	if (listed.includes("never") && listed.length > 1) context.addIssue({
		code: "custom",
		message: "must be `never` alone or verdicts, not both"
	});
});
const dollars$1 = number().min(0);
const defaultEndpoint = "https://api.openai.com/v1";
const promptGlobs = [
	"**/*.prompt.{yml,yaml}",
	"**/*.prompt",
	"**/*.prompty",
	"**/*.prompt.md",
	"**/prompts/**/*.{txt,md,json,yml,yaml}",
	"!.github/**"
];
const configSchema = strictObject({
	version: literal(1).default(1),
	prompts: listOf(repositoryPath).prefault(promptGlobs).describe("Globs of prompt files; `!` excludes."),
	models: listOf(model).prefault([]).describe("Models that every changed prompt is reviewed on."),
	"allowed-models": listOf(modelName).optional().describe("Models a prompt may name as its own; unset: any."),
	providers: record(providerName, provider).default({}),
	judge: judge.optional().describe("Model that grades judged checks."),
	embeddings: model.optional().describe("Model that turns texts into vectors."),
	simulate: model.optional().describe("Model that plays the user; unset: the judge."),
	scorers: record(text$1, scorer).default({}),
	cases: repositoryPath.superRefine((pattern, context) => {
		const unknown = [...pattern.matchAll(/\{([^{}]*)\}/gu)].map(([, name = ""]) => name);
		for (const name of unknown.filter((found) => found !== "dir" && found !== "name")) context.addIssue({
			code: "custom",
			message: `must use \`{dir}\` and \`{name}\` only, not \`{${name}}\``
		});
	}).default("{dir}/{name}.cases.yml").describe("Where a prompt’s golden cases are; the same name as .yaml, .json, .jsonl or .csv is found too."),
	defaults: strictObject({ checks: array(union([text$1, record(string(), json())])).default([]) }).prefault({}),
	sampling: _enum([
		"adaptive",
		"confirm",
		"fixed"
	]).default("adaptive"),
	trials: int().min(1).max(1e3).optional().describe("Most replies per case, model and side. Unset: 12, with `sampling: fixed` 5."),
	"baseline-age": duration.prefault("6h").describe("How old a kept reply of the old side may be; 0 never."),
	concurrency: int().min(1).max(1e3).default(16).describe("Calls under way at once, per provider."),
	timeout: duration.refine((ms) => ms > 0, { error: "must be more than nothing, such as `30m`" }).refine((ms) => ms <= 6048e5, { error: "must be at most `7d`" }).prefault("30m").describe("After this time no new call starts."),
	comment: _enum([
		"always",
		"changes",
		"never"
	]).default("always"),
	"fail-on": failOn.transform((listed) => listed.filter((verdict) => verdict !== "never")).prefault(["regressed", "invalid"]).describe("Verdicts that fail the step; `never` only reports."),
	gate: gate.prefault({}),
	segments: record(text$1, strictObject({ traffic })).default({}),
	prices: record(text$1, strictObject({
		input: dollars$1,
		output: dollars$1,
		cached: dollars$1.optional()
	})).default({}).describe("Dollars per million tokens, over the price table’s."),
	budget: strictObject({
		calls: int().min(1).default(5e3).describe("Calls of a run at most, judge included."),
		usd: dollars$1.default(5).describe("Dollars of a run at most.")
	}).prefault({}),
	alerts: strictObject({ slack: environmentName.optional() }).prefault({})
}).superRefine((config, context) => {
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
	config.models.forEach((entry, index) => {
		if (typeof entry !== "string") refer(entry.provider, [
			"models",
			index,
			"provider"
		]);
	});
	for (const role of [
		"judge",
		"embeddings",
		"simulate"
	]) {
		const entry = config[role];
		if (typeof entry === "object") refer(entry.provider, [role, "provider"]);
	}
	for (const [name, { fallback }] of Object.entries(config.providers)) {
		refer(fallback, [
			"providers",
			name,
			"fallback"
		]);
		if (fallback === name) context.addIssue({
			code: "custom",
			path: [
				"providers",
				name,
				"fallback"
			],
			input: name,
			message: "must be another provider"
		});
	}
});

// src/core/settings/inputs.ts
const abouts = registry();
const keys = configSchema.shape;
const budget = keys.budget.unwrap().shape;
const text = string();
const wholeNumber = string().regex(/^\d{1,9}$/u, { error: "must be a whole number" }).transform(Number);
const dollars = string().regex(/^\$?\d{1,9}(?:\.\d+)?$/u, { error: "must be a number of dollars, such as `5` or `0.50`" }).transform((written) => Number(written.replace("$", "")));
const yesOrNo = string().toLowerCase().pipe(_enum([
	"true",
	"false",
	"yes",
	"no"
], { error: "must be `true` or `false`" })).transform((written) => written === "true" || written === "yes");
const endpoint = text.superRefine((url, context) => {
	const why = refuseEndpoint(url, { query: false });
	if (why !== void 0) context.addIssue({
		code: "custom",
		message: why,
		params: { secret: true }
	});
});
const name = text.regex(/^[\w.-]{1,60}$/u, { error: "must be at most 60 letters, digits, `.`, `-` and `_`" });
const gitReference = text.regex(/^(?!-)[^\s\p{Cc}~^:?*[\\]+$/u, { error: "must be a branch, a tag or a commit" });
const inputsSchema = object({
	"github-token": text.optional().register(abouts, {
		description: "Reads the repository and writes the comment.",
		default: "${{ github.token }}",
		secret: true
	}),
	config: repositoryPath.default("promptgate.yml").register(abouts, {
		description: "Path of the config, read at the tip of the base branch. Where there is none at the default path, `.github/promptgate.yml` is looked for; no config is fine.",
		default: "promptgate.yml",
		flag: "path"
	}),
	name: name.optional().register(abouts, {
		description: "Tells several uses in one repository apart: each has its own comment and artifact.",
		flag: "name"
	}),
	prompts: keys.prompts.unwrap().optional().register(abouts, {
		description: "Globs of prompt files, one a line; `!` excludes. What is no prompt by its content is passed over.",
		config: ["prompts"],
		flag: "globs"
	}),
	models: keys["allowed-models"].unwrap().optional().register(abouts, {
		description: "Models that every changed prompt is reviewed on, one a line or comma-separated; `provider:model` only where that provider is configured.",
		config: ["models"],
		flag: "models"
	}),
	"base-url": endpoint.optional().register(abouts, {
		description: "Endpoint of the provider `default`: any service that speaks the chat-completions API.",
		config: [
			"providers",
			"default",
			"base-url"
		],
		flag: "url"
	}),
	"api-key": text.optional().register(abouts, {
		description: "Key of the provider `default`. Masked in the log.",
		secret: true
	}),
	judge: text.optional().register(abouts, {
		description: "Model that grades. Without one, judged checks are an error that names them.",
		config: ["judge"],
		flag: "model"
	}),
	tags: keys["allowed-models"].unwrap().optional().register(abouts, {
		description: "Only cases with one of these tags, one a line or comma-separated.",
		flag: "tags"
	}),
	sampling: keys.sampling.unwrap().optional().register(abouts, {
		description: "`adaptive` asks again where replies disagree, `confirm` until it is proven either way, `fixed` asks `trials` everywhere.",
		config: ["sampling"],
		flag: "way"
	}),
	trials: wholeNumber.pipe(keys.trials.unwrap()).optional().register(abouts, {
		description: "Most replies per case, model and side.",
		config: ["trials"],
		flag: "number"
	}),
	"baseline-age": keys["baseline-age"].unwrap().optional().register(abouts, {
		description: "How old a kept reply of the old side may be, such as `6h` or `2d`; `0` never.",
		config: ["baseline-age"],
		flag: "time"
	}),
	concurrency: wholeNumber.pipe(keys.concurrency.unwrap()).optional().register(abouts, {
		description: "Calls under way at once, per provider.",
		config: ["concurrency"],
		flag: "number"
	}),
	"max-calls": wholeNumber.pipe(budget.calls.unwrap()).optional().register(abouts, {
		description: "Calls of a run at most, judge included. Refused up front only where the first round alone exceeds it; reached later, asking ends at a whole round.",
		config: ["budget", "calls"],
		flag: "number"
	}),
	"max-cost": dollars.pipe(budget.usd.unwrap()).optional().register(abouts, {
		description: "Dollars of a run at most, likewise; estimated before the first call and counted as it goes.",
		config: ["budget", "usd"],
		flag: "dollars"
	}),
	timeout: keys.timeout.unwrap().optional().register(abouts, {
		description: "After this time no new call starts, such as `90s`, `30m` or `2h`.",
		config: ["timeout"],
		flag: "time"
	}),
	"fail-on": keys["fail-on"].unwrap().optional().register(abouts, {
		description: "Verdicts that fail the step, asked of every row: of `regressed`, `invalid`, `inconclusive`, `unreviewed`; or `never`, which only reports.",
		config: ["fail-on"],
		flag: "verdicts"
	}),
	"accept-label": text.default("promptgate:accept").register(abouts, {
		description: "By this label someone with write permission accepts the regressions shown. It holds for what was judged when it was set and never opens `invalid`.",
		default: "promptgate:accept"
	}),
	comment: keys.comment.unwrap().optional().register(abouts, {
		description: "`always` (where a prompt changed), `changes` (only where a verdict is not `pass`), `never`.",
		config: ["comment"]
	}),
	cache: yesOrNo.prefault("true").register(abouts, {
		description: "Keep replies between runs of the workflow in the Actions cache.",
		default: "true"
	}),
	artifact: text.default("promptgate").register(abouts, {
		description: "Name of the artifact with the HTML and JSON report; empty: none.",
		default: "promptgate"
	}),
	"allow-forks": yesOrNo.prefault("false").register(abouts, {
		description: "Review pull requests from forks under `pull_request_target`.",
		default: "false"
	}),
	"base-ref": gitReference.optional().register(abouts, { description: "What to compare with outside pull requests and merge groups: a branch, a tag or a commit." }),
	mode: _enum(["review", "compare"]).default("review").register(abouts, {
		description: "`review`, or `compare`: the same statistics and gate on two score files, `old` and `new`.",
		default: "review"
	}),
	old: repositoryPath.optional().register(abouts, { description: "For `compare`: the report or score file of the old side, a path in the workspace." }),
	new: repositoryPath.optional().register(abouts, { description: "For `compare`: the report or score file of the new side, a path in the workspace." })
});
const inputs = Object.entries(inputsSchema.shape).map(([input, schema]) => ({
	name: input,
	description: "",
	...abouts.get(schema)
}));

// src/core/settings/config-paths.ts
function configPaths(inputs) {
	return inputs.config === "promptgate.yml" ? ["promptgate.yml", ".github/promptgate.yml"] : [inputs.config];
}

// src/core/yaml/explain-issues.ts
function explainIssues(issues, located, known, reason = "files") {
	return describeIssues(issues, known).map(({ path, key, what, fix }) => {
		const steps = path.filter((step) => typeof step !== "symbol");
		return {
			reason,
			what,
			at: key === void 0 ? located.at(steps) : located.at([...steps, key], "key"),
			...fix !== void 0 && { fix }
		};
	});
}

// src/core/yaml/find-position.ts
var import_dist = require_dist();
function findPosition(document, path, on, position) {
	let node = document.contents;
	let offset = startOf(node) ?? 0;
	for (const [depth, step] of path.entries()) {
		const last = depth === path.length - 1;
		const found = stepInto(node, step, last && on === "key");
		if (found === void 0) break;
		offset = found.offset ?? offset;
		if ((0, import_dist.isAlias)(found.node)) break;
		node = found.node;
	}
	return position(offset);
}
function stepInto(node, step, onKey) {
	if ((0, import_dist.isSeq)(node)) {
		const item = node.items[Number(step)];
		return item === void 0 ? void 0 : {
			node: item,
			offset: startOf(item)
		};
	}
	if (!(0, import_dist.isMap)(node)) return void 0;
	const pair = node.items.find(({ key }) => (0, import_dist.isScalar)(key) && String(key.value ?? "") === String(step));
	if (pair === void 0) return void 0;
	const key = startOf(pair.key);
	return {
		node: pair.value,
		offset: onKey ? key : startOf(pair.value) ?? key
	};
}
function startOf(node) {
	if (!isNodeWithRange(node)) return void 0;
	return node.range?.[0];
}
function isNodeWithRange(node) {
	return (0, import_dist.isScalar)(node) || (0, import_dist.isMap)(node) || (0, import_dist.isSeq)(node) || (0, import_dist.isAlias)(node);
}

// src/core/yaml/yaml-values.ts
const deepest = 100;
const mostValues = 2e6;
var UnreadableNode = class extends Error {
	offset;
	fix;
	constructor(offset, what, fix) {
		super(what);
		this.name = "UnreadableNode";
		this.offset = offset;
		this.fix = fix;
	}
};
var YamlValues = class {
	#document;
	#anchored;
	#seen = 0;
	constructor(document) {
		this.#document = document;
		this.#anchored = followAliases(document);
	}
	read() {
		return this.#valueOf(this.#document.contents, 0);
	}
	#valueOf(node, depth) {
		this.#count(node, depth);
		if (node === null || node === void 0) return null;
		if ((0, import_dist.isAlias)(node)) return this.#valueOf(this.#target(node), depth + 1);
		if ((0, import_dist.isMap)(node)) return this.#objectOf(node, depth);
		if ((0, import_dist.isSeq)(node)) return node.items.map((item) => this.#valueOf(item, depth + 1));
		if ((0, import_dist.isScalar)(node)) return scalarOf(node);
		throw new UnreadableNode(offsetOf(node), "This part of the file is no value.", "Write a text, number, list or map.");
	}
	#objectOf(map, depth) {
		const entries = [];
		const merged = [];
		for (const { key, value } of map.items) if (isMergeKey(key)) merged.push(...this.#merge(value, depth));
		else entries.push([keyOf(key), this.#valueOf(value, depth + 1)]);
		return Object.fromEntries([...merged, ...entries]);
	}
	#merge(node, depth) {
		this.#count(node, depth);
		const source = (0, import_dist.isAlias)(node) ? this.#target(node) : node;
		if ((0, import_dist.isMap)(source)) return Object.entries(this.#objectOf(source, depth + 1));
		if ((0, import_dist.isSeq)(source)) return source.items.toReversed().flatMap((item) => this.#merge(item, depth + 1));
		throw new UnreadableNode(offsetOf(node), "`<<` takes a map or a list of maps.", "Point it at one.");
	}
	#count(node, depth) {
		this.#seen += 1;
		if (this.#seen > mostValues) {
			const what = `The file holds more than ${mostValues} values, its aliases followed.`;
			throw new UnreadableNode(offsetOf(node), what, "Split it.");
		}
		if (depth <= deepest) return;
		throw new UnreadableNode(offsetOf(node), `The file is nested more than ${deepest} levels deep.`, "Flatten it.");
	}
	#target(alias) {
		const target = this.#anchored.get(alias);
		if (target !== void 0) return target;
		throw new UnreadableNode(offsetOf(alias), "This alias has no anchor before it.", "Quote the text if the `*` is part of it.");
	}
};
function followAliases(document) {
	const anchors = /* @__PURE__ */ new Map();
	const targets = /* @__PURE__ */ new Map();
	(0, import_dist.visit)(document, {
		Alias(_, alias) {
			const target = anchors.get(alias.source);
			if (target !== void 0) targets.set(alias, target);
		},
		Value(_, node) {
			if (node.anchor !== void 0) anchors.set(node.anchor, node);
		}
	});
	return targets;
}
function scalarOf(scalar) {
	const { value } = scalar;
	if (value === null || typeof value === "string" || typeof value === "boolean") return value;
	if (typeof value === "number" && Number.isFinite(value)) return value;
	throw new UnreadableNode(offsetOf(scalar), "JSON has no such number.", "Quote it if it is a text.");
}
function isMergeKey(key) {
	if (key === void 0 || !(0, import_dist.isScalar)(key)) return false;
	return (typeof key.value === "symbol" || key.value === "<<") && key.type !== "QUOTE_DOUBLE" && key.type !== "QUOTE_SINGLE";
}
function keyOf(key) {
	if (!(0, import_dist.isScalar)(key)) throw new UnreadableNode(offsetOf(key), "A list or map cannot be a key.", "Quote it if it is a text such as `{{name}}`.");
	const name = String(key.value ?? "");
	if (name === "__proto__") throw new UnreadableNode(offsetOf(key), "The key `__proto__` is not taken.", "Rename it.");
	return name;
}
function offsetOf(node) {
	return (0, import_dist.isScalar)(node) || (0, import_dist.isMap)(node) || (0, import_dist.isSeq)(node) || (0, import_dist.isAlias)(node) ? node.range?.[0] ?? 0 : 0;
}

// src/core/yaml/read-yaml.ts
const longestText = 5e6;
function readYaml(text, file, from = { line: 1 }) {
	const lines = new import_dist.LineCounter();
	const position = (offset) => {
		const { line, col } = lines.linePos(offset);
		return line === 0 ? {
			file,
			line: from.line,
			column: 1
		} : {
			file,
			line: line + from.line - 1,
			column: col
		};
	};
	const broken = (offset, what, fix) => ({
		kind: "broken",
		problems: [problemAt(position(offset), what, fix)]
	});
	if (text.length > longestText) return broken(0, `The file has ${text.length} characters, more than the ${longestText} that are read.`, "Split it.");
	if (text.indexOf("\0") !== -1) return {
		kind: "broken",
		problems: [problemAt({ file }, "The file holds NUL characters.", "Save it as UTF-8 text.")]
	};
	let document;
	try {
		document = (0, import_dist.parseDocument)(text, {
			lineCounter: lines,
			merge: true,
			logLevel: "error",
			prettyErrors: false
		});
	} catch (error) {
		if (error instanceof RangeError) return broken(0, tooDeep, "Flatten it.");
		throw error;
	}
	const [first] = document.errors;
	if (first !== void 0) {
		if (/call stack/u.test(first.message)) return broken(first.pos[0], tooDeep, "Flatten it.");
		return broken(first.pos[0], ...explain(first.code, first.message, /\.jsonl?$/u.test(file)));
	}
	try {
		return {
			kind: "read",
			located: {
				value: new YamlValues(document).read(),
				at: (path, on) => findPosition(document, path, on, position)
			}
		};
	} catch (error) {
		if (error instanceof UnreadableNode) return broken(error.offset, error.message, error.fix);
		throw error;
	}
}
const tooDeep = "The file is nested too deep to be read.";
function explain(code, message, json) {
	if (code === "MULTIPLE_DOCS") return ["The file holds several YAML documents.", "Keep one; `---` begins another."];
	if (code === "DUPLICATE_KEY") return ["A key is written twice.", "Keep one of the two."];
	if (code === "TAB_AS_INDENT") return ["Tabs indent this YAML.", "Indent with spaces."];
	const why = message.replace(/\.$/u, "");
	if (json) return [`Not readable as JSON: ${why}.`];
	return [`Not readable as YAML: ${why}.`, "Texts with `: `, `#`, `{{` or quotes need quotes around them, or a `|` block."];
}
function problemAt(at, what, fix) {
	return fix === void 0 ? {
		reason: "files",
		what,
		at
	} : {
		reason: "files",
		what,
		at,
		fix
	};
}

// src/core/settings/known-config-keys.ts
function knownConfigKeys(path) {
	let places = alternatives(toJSONSchema(configSchema, { io: "input" }));
	for (const step of path) places = places.flatMap((place) => inside(place, step)).flatMap(alternatives);
	return [...new Set(places.flatMap((place) => Object.keys(field(place, "properties") ?? {})))];
}
function inside(schema, step) {
	const next = typeof step === "number" ? field(schema, "items") : field(field(schema, "properties"), step) ?? field(schema, "additionalProperties");
	return next === void 0 ? [] : [next];
}
function alternatives(schema) {
	const choices = field(schema, "anyOf");
	return Array.isArray(choices) ? choices.flatMap(alternatives) : [schema];
}
function field(value, key) {
	if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
	const held = Reflect.get(value, key);
	return typeof held === "object" && held !== null ? held : void 0;
}

// src/core/settings/parse-config.ts
const mostCharacters = 1e5;
function parseConfig(text, file) {
	if (text.length > mostCharacters) return {
		kind: "broken",
		problems: [{
			reason: "config",
			what: `the config is longer than ${mostCharacters} characters.`,
			at: { file }
		}]
	};
	const read = readYaml(text, file);
	if (read.kind === "broken") {
		const [first, ...others] = read.problems;
		return {
			kind: "broken",
			problems: [asConfig(first), ...others.map(asConfig)]
		};
	}
	const { located } = read;
	const parsed = configSchema.safeParse(located.value ?? {}, { reportInput: true });
	if (parsed.success) {
		const defaultChecks = parsed.data.defaults.checks.map((value, index) => {
			return {
				value,
				at: located.at([
					"defaults",
					"checks",
					index
				])
			};
		});
		return {
			kind: "config",
			config: {
				...parsed.data,
				file,
				defaultChecks
			}
		};
	}
	const [first, ...others] = explainIssues(parsed.error.issues, located, knownConfigKeys, "config");
	return {
		kind: "broken",
		problems: [first ?? {
			reason: "config",
			what: "the config is not readable.",
			at: { file }
		}, ...others]
	};
}
function asConfig(problem) {
	return {
		...problem,
		reason: "config"
	};
}

// src/core/settings/model-named.ts
function modelNamed(name, providers) {
	const colon = name.indexOf(":");
	const provider = name.slice(0, Math.max(colon, 0));
	const model = name.slice(colon + 1);
	return colon > 0 && model !== "" && providers.has(provider) ? {
		provider,
		model
	} : {
		provider: "default",
		model: name
	};
}

// src/core/settings/resolve-settings.ts
function resolveSettings(inputs, config) {
	const compared = comparedFiles(inputs);
	if (compared.kind === "broken") return compared;
	const providers = resolveProviders(inputs, config);
	const sampling = inputs.sampling ?? config.sampling;
	const judge = resolveJudge(inputs, config, providers);
	const embeddings = config.embeddings === void 0 ? void 0 : modelOf(config.embeddings, providers);
	const simulate = config.simulate === void 0 ? withoutVotes(judge) : modelOf(config.simulate, providers);
	return {
		kind: "settings",
		settings: {
			mode: inputs.mode,
			...compared.files === void 0 ? {} : { compared: compared.files },
			configFile: config.file,
			...inputs.name === void 0 ? {} : { name: inputs.name },
			promptGlobs: inputs.prompts ?? config.prompts,
			models: resolveModels(inputs, config, providers),
			...config["allowed-models"] === void 0 ? {} : { allowedModels: config["allowed-models"] },
			providers,
			...judge === void 0 ? {} : { judge },
			...embeddings === void 0 ? {} : { embeddings },
			...simulate === void 0 ? {} : { simulate },
			scorers: new Map(Object.entries(config.scorers).map(([name, scorer]) => [name, scorerOf(scorer)])),
			casesPattern: config.cases,
			defaultChecks: config.defaultChecks,
			tags: inputs.tags ?? [],
			examChanges: config.gate["exam-changes"],
			sampling,
			trials: inputs.trials ?? config.trials ?? (sampling === "fixed" ? 5 : 12),
			baselineAgeMs: inputs["baseline-age"] ?? config["baseline-age"],
			concurrency: inputs.concurrency ?? config.concurrency,
			maxCalls: inputs["max-calls"] ?? config.budget.calls,
			maxCostUsd: inputs["max-cost"] ?? config.budget.usd,
			timeoutMs: inputs.timeout ?? config.timeout,
			gate: gateOf(config.gate),
			failOn: inputs["fail-on"] ?? config["fail-on"],
			acceptLabel: inputs["accept-label"],
			comment: inputs.comment ?? config.comment,
			cache: inputs.cache,
			...inputs.artifact === "" ? {} : { artifact: inputs.artifact },
			allowForks: inputs["allow-forks"],
			...inputs["base-ref"] === void 0 ? {} : { baseRef: inputs["base-ref"] },
			segments: new Map(Object.entries(config.segments).map(([name, { traffic }]) => [name, { monthly: traffic }])),
			prices: new Map(Object.entries(config.prices).map(([name, { cached, ...price }]) => {
				return [name, cached === void 0 ? price : {
					...price,
					cached
				}];
			})),
			...config.alerts.slack === void 0 ? {} : { slackWebhook: config.alerts.slack }
		}
	};
}
function resolveProviders(inputs, config) {
	const { default: written, ...others } = config.providers;
	const named = Object.entries(others).map(([name, provider]) => {
		const key = provider.key === void 0 ? { kind: "none" } : {
			kind: "environment",
			name: provider.key,
			optional: false
		};
		return [name, providerOf(provider["base-url"], key, provider.fallback)];
	});
	const baseUrl = inputs["base-url"] ?? written?.["base-url"] ?? "https://api.openai.com/v1";
	return new Map([["default", providerOf(baseUrl, defaultKey(inputs, written?.key, baseUrl), written?.fallback)], ...named]);
}
function defaultKey(inputs, written, baseUrl) {
	if (inputs["api-key"] !== void 0) return { kind: "input" };
	if (written !== void 0) return {
		kind: "environment",
		name: written,
		optional: false
	};
	return {
		kind: "environment",
		name: "OPENAI_API_KEY",
		optional: baseUrl.startsWith("http://")
	};
}
function providerOf(baseUrl, key, fallback) {
	const address = baseUrl.replace(/\/+$/u, "");
	return fallback === void 0 ? {
		baseUrl: address,
		key
	} : {
		baseUrl: address,
		key,
		fallback
	};
}
function modelOf(written, providers) {
	if (typeof written === "string") return {
		...modelNamed(written, providers),
		params: {}
	};
	const { provider, model, params } = written;
	return provider === void 0 ? {
		...modelNamed(model, providers),
		params
	} : {
		provider,
		model,
		params
	};
}
function resolveModels(inputs, config, providers) {
	const configured = config.models.map((written) => modelOf(written, providers));
	return inputs.models?.map((name) => {
		const named = modelOf(name, providers);
		return configured.find((ref) => ref.provider === named.provider && ref.model === named.model) ?? named;
	}) ?? configured;
}
function resolveJudge(inputs, config, providers) {
	const written = config.judge;
	const configured = written === void 0 ? void 0 : modelOf(written, providers);
	const votes = typeof written === "object" ? written.votes : 1;
	if (inputs.judge === void 0) return configured === void 0 ? void 0 : {
		...configured,
		votes
	};
	const named = modelOf(inputs.judge, providers);
	return {
		...configured?.provider === named.provider && configured.model === named.model ? configured : named,
		votes
	};
}
function withoutVotes(judge) {
	return judge === void 0 ? void 0 : {
		provider: judge.provider,
		model: judge.model,
		params: judge.params
	};
}
function scorerOf(written) {
	return "command" in written ? {
		kind: "command",
		command: written.command
	} : {
		kind: "url",
		url: written.url
	};
}
function gateOf(gate) {
	return {
		tolerance: gate.tolerance,
		alpha: gate.alpha,
		margin: gate.margin,
		cases: gate.cases,
		...gate["min-score"] === void 0 ? {} : { minScore: gate["min-score"] },
		metrics: gate.metrics,
		...gate.cost === void 0 ? {} : { costLimit: gate.cost["max-increase"] },
		...gate.latency === void 0 ? {} : { latencyLimit: gate.latency["max-increase"] }
	};
}
function comparedFiles(inputs) {
	const { mode, old, new: fresh } = inputs;
	if (mode === "review") {
		const given = ["old", "new"].filter((name) => inputs[name] !== void 0);
		if (given.length === 0) return {
			kind: "files",
			files: void 0
		};
		return {
			kind: "broken",
			problems: [{
				reason: "config",
				what: `the input \`${given.join("` and `")}\` is for \`mode: compare\`, and the mode is \`review\`.`,
				fix: "Add `mode: compare`, or leave it out."
			}]
		};
	}
	if (old !== void 0 && fresh !== void 0) return {
		kind: "files",
		files: {
			old,
			new: fresh
		}
	};
	return {
		kind: "broken",
		problems: [{
			reason: "config",
			what: "`mode: compare` needs two files, `old` and `new`.",
			fix: "Give each as an input: a saved report or a score file in the workspace."
		}]
	};
}

// src/core/settings/without-trust.ts
function withoutTrust(config) {
	const { judge, embeddings, simulate, ...rest } = config;
	const providers = new Set(Object.keys(config.providers));
	const stays = (model) => {
		const written = typeof model === "string" ? { model } : model;
		if ("provider" in written && written.provider !== void 0) return written.provider === "default";
		return modelNamed(written.model, providers).provider === "default";
	};
	const roles = Object.entries({
		judge,
		embeddings,
		simulate
	}).filter(([, model]) => model !== void 0 && !stays(model));
	const models = config.models.filter(stays);
	return {
		config: {
			...rest,
			models,
			...judge !== void 0 && stays(judge) ? { judge } : {},
			...embeddings !== void 0 && stays(embeddings) ? { embeddings } : {},
			...simulate !== void 0 && stays(simulate) ? { simulate } : {},
			providers: {},
			scorers: {},
			alerts: {}
		},
		leftOut: [
			...[
				"providers",
				"scorers",
				"alerts"
			].filter((key) => Object.keys(config[key]).length > 0),
			...models.length < config.models.length ? ["models"] : [],
			...roles.map(([role]) => role)
		]
	};
}

// src/app/review/read-settings.ts
async function readSettings(host, pull, inputs) {
	const atTip = await findConfig(host, pull.tip, inputs);
	if (atTip !== void 0) return weigh(inputs, atTip, []);
	const atHead = pull.fork || pull.tip.sha === pull.head.sha ? void 0 : await findConfig(host, pull.head, inputs);
	if (atHead !== void 0) {
		const { config, leftOut } = withoutTrust(atHead);
		const without = leftOut.length === 0 ? "" : `, without its ${leftOut.join(", ")}`;
		return weigh(inputs, config, [`The base branch has no config yet: ${atHead.file} of this pull request was used${without}.`]);
	}
	const [named, ...others] = configPaths(inputs);
	if (others.length === 0) throw new ProblemError({
		reason: "config",
		what: `the config \`${named}\` is not on the base branch.`,
		fix: "Add it there, or leave the input `config` out: no config is fine."
	});
	return weigh(inputs, unbroken(parseConfig("", named)), []);
}
async function findConfig(host, revision, inputs) {
	for (const path of configPaths(inputs)) {
		const file = await host.text(revision, path);
		if (file.kind === "text") return unbroken(parseConfig(file.text, path));
		if (file.kind === "refused") throw new ProblemError({
			reason: "config",
			what: `the config is not read: ${file.why}.`,
			at: { file: path }
		});
	}
}
function unbroken(parsed) {
	if (parsed.kind === "broken") throw new ProblemError(...parsed.problems);
	return parsed.config;
}
function weigh(inputs, config, notes) {
	const resolved = resolveSettings(inputs, config);
	if (resolved.kind === "broken") throw new ProblemError(...resolved.problems);
	return {
		settings: resolved.settings,
		notes
	};
}
function defaultSettings(inputs) {
	return weigh(inputs, unbroken(parseConfig("", "promptgate.yml")), []).settings;
}
function defaultInputs() {
	return inputsSchema.parse({});
}

// src/core/gate/verdict-of-reason.ts
const asked = {
	suite: "regressed",
	case: "regressed",
	metric: "regressed",
	"min-score": "regressed",
	cost: "regressed",
	latency: "regressed",
	missing: "invalid",
	"unanswered-case": "invalid",
	"unknown-price": "invalid",
	leaning: "inconclusive",
	"leaning-case": "inconclusive",
	blind: "inconclusive",
	unproven: "inconclusive",
	"missing-decides": "inconclusive",
	answered: "inconclusive",
	"kept-replies": "inconclusive"
};
function verdictOfReason(reason) {
	if (reason.kind === "case" && !reason.blocks) return "pass";
	if (reason.kind === "kept-replies" && reason.refuted) return "pass";
	return asked[reason.kind];
}

// src/core/design/rows-of.ts
function rowsOf(change, choice) {
	const own = ownRow(change, choice);
	const listed = choice.models.map((model) => rowOn({
		old: model,
		new: model
	}, false, change));
	const rows = withoutRepeats([...own.row === void 0 ? [] : [own.row], ...listed]);
	if (rows.length > 0 || own.problem !== void 0) return {
		rows,
		problems: own.problem === void 0 ? [] : [own.problem]
	};
	return {
		rows,
		problems: [{
			reason: "config",
			what: "no model to ask: the prompt names none, and none is configured.",
			at: { file: change.path },
			fix: "Give the action `models: gpt-5-mini` under `with:`, or write `models: [gpt-5-mini]` in promptgate.yml, or let the prompt name its own."
		}]
	};
}
function ownRow(change, choice) {
	const named = {
		old: change.old?.model,
		new: change.new?.model
	};
	const oldName = named.old ?? named.new;
	const newName = named.new ?? named.old;
	if (oldName === void 0 || newName === void 0) return {};
	const allowed = choice.allowedModels;
	if (named.new !== void 0 && allowed !== void 0 && !allowed.includes(named.new)) return { problem: {
		reason: "config",
		what: `the prompt names the model \`${named.new}\`, which \`allowed-models\` does not hold.`,
		at: { file: change.path },
		fix: `Name one of ${allowed.map((name) => `\`${name}\``).join(", ")}, or add it to \`allowed-models\` on the base branch.`
	} };
	const refer = (name) => {
		const { provider, model } = choice.resolve(name);
		return {
			provider,
			model,
			params: choice.models.find((ref) => ref.provider === provider && ref.model === model)?.params ?? {}
		};
	};
	return { row: rowOn({
		old: refer(oldName),
		new: refer(newName)
	}, true, change) };
}
function rowOn(model, own, change) {
	const merged = (ref, prompt) => ({
		...ref,
		params: mergeParams(ref.params, prompt?.params ?? {}, own)
	});
	const sides = {
		old: merged(model.old, change.old ?? change.new),
		new: merged(model.new, change.new ?? change.old)
	};
	const [before, after] = [showModel(sides.old), showModel(sides.new)];
	return {
		id: before === after ? after : `${before} → ${after}`,
		own,
		model: sides
	};
}
function mergeParams(config, prompt, own) {
	return own ? {
		...config,
		...prompt
	} : {
		...prompt,
		...config
	};
}
function showModel(ref) {
	return ref.provider === "default" ? ref.model : `${ref.provider}:${ref.model}`;
}
function withoutRepeats(rows) {
	const seen = /* @__PURE__ */ new Set();
	const kept = [];
	for (const row of rows) {
		const content = canonicalJson(row.model);
		if (seen.has(content)) continue;
		seen.add(content);
		const taken = kept.filter((other) => other.id === row.id).length;
		kept.push(taken === 0 ? row : {
			...row,
			id: `${row.id} (${taken + 1})`
		});
	}
	return kept;
}

// src/core/assemble/assemble-replies.ts
function assembleReplies({ cell, trials }, readText) {
	return trials.flatMap((trial) => [...trial.old === void 0 || cell.identical ? [] : [assembleReply("old", trial, trial.old, readText)], assembleReply("new", trial, trial.new, readText)]);
}
function assembleReply(side, { trial, round }, run, readText) {
	const { reply, score, costUsd, transcript } = run;
	const checks = score.checks.map((check) => ({ ...check }));
	if (reply.kind === "failed") return {
		side,
		trial,
		round,
		checks,
		error: {
			reason: reply.reason,
			message: reply.message
		}
	};
	const { answer } = reply;
	const text = transcript === void 0 ? readText(reply.call) : void 0;
	return {
		side,
		trial,
		round,
		...text === void 0 ? {} : { text },
		...transcript === void 0 ? {} : { transcript },
		...score.kind === "scored" ? { score: score.value } : { error: {
			reason: "unscored",
			message: score.why
		} },
		...score.kind === "scored" && score.passes !== void 0 ? { passes: score.passes } : {},
		checks,
		usage: answer.usage,
		...costUsd === void 0 ? {} : { costUsd },
		latencyMs: answer.latencyMs,
		model: answer.servedModel,
		finishReason: answer.finishReason,
		...answer.toolCalls.length === 0 ? {} : { toolCalls: answer.toolCalls },
		...reply.kept ? { kept: true } : {}
	};
}

// src/core/assemble/quantile.ts
function quantile(values, at) {
	const sorted = values.toSorted((a, b) => a - b);
	const place = (sorted.length - 1) * at;
	const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
	if (below === void 0 || above === void 0) return null;
	return below + (above - below) * (place - Math.floor(place));
}
function mean(values) {
	return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

// src/core/assemble/assemble-row.ts
function assembleRow(row, cells, compared, judged, settings, readText) {
	const runs = sidesOf(cells);
	const byKey = new Map(cells.map((held) => [held.cell.exam.key, held]));
	return {
		id: row.id,
		own: row.own,
		model: {
			old: showModel(row.model.old),
			new: showModel(row.model.new)
		},
		provider: row.model.new.provider,
		verdict: judged.verdict,
		reasons: judged.reasons,
		pooledOnly: judged.pooledOnly,
		score: compared.score,
		showInterval: judged.showInterval,
		looks: compared.looks,
		method: compared.test?.method ?? null,
		passRate: compared.passRate,
		metrics: Object.fromEntries(Object.entries(compared.metrics).map(([name, { gated, old: before, new: after, delta, low, high, p }]) => [name, {
			gated,
			old: before,
			new: after,
			delta,
			low,
			high,
			p
		}])),
		wouldSee: compared.wouldSee,
		missing: compared.missing,
		cost: {
			old: compared.cost.old,
			new: compared.cost.new,
			...segmentsOf(cells, settings)
		},
		tokens: {
			input: perSide(runs, (side) => mean(side.flatMap((run) => usageOf(run)?.inputTokens ?? []))),
			output: perSide(runs, (side) => mean(side.flatMap((run) => usageOf(run)?.outputTokens ?? [])))
		},
		latency: {
			p50: perSide(runs, (side) => quantile(latenciesOf(side), .5)),
			p95: perSide(runs, (side) => quantile(latenciesOf(side), .95))
		},
		cases: compared.cases.flatMap((found) => {
			const held = byKey.get(found.case);
			return held === void 0 ? [] : [assembleCase(found, held, readText)];
		})
	};
}
function assembleCase(found, held, readText) {
	const { segment } = held.cell.exam.golden;
	return {
		id: found.case,
		...segment === void 0 ? {} : { segment },
		family: found.family,
		identical: found.identical,
		old: found.old,
		new: found.new,
		delta: found.delta,
		p: found.p,
		method: found.method,
		state: found.state,
		replies: assembleReplies(held, readText)
	};
}
function sidesOf(cells) {
	const runs = (side) => cells.flatMap(({ cell, trials }) => trials.flatMap((trial) => trial[cell.identical ? "new" : side] ?? []));
	return {
		old: runs("old"),
		new: runs("new")
	};
}
function perSide(runs, read) {
	return {
		old: read(runs.old),
		new: read(runs.new)
	};
}
function usageOf(run) {
	return run.reply.kind === "answered" ? run.reply.answer.usage : void 0;
}
function latenciesOf(side) {
	return side.flatMap((run) => run.reply.kind === "answered" ? [run.reply.answer.latencyMs] : []);
}
function segmentsOf(cells, settings) {
	const named = cells.filter(({ cell }) => cell.exam.golden.segment !== void 0);
	const perSegment = [...Map.groupBy(named, ({ cell }) => cell.exam.golden.segment ?? "")].map(([segment, held]) => {
		return [segment, perSide(sidesOf(held), meanCost)];
	});
	const monthly = perSegment.flatMap(([segment, cost]) => {
		const replies = settings.segments.get(segment)?.monthly;
		if (replies === void 0) return [];
		const times = (dollars) => dollars === null ? null : dollars * replies;
		return [[segment, {
			replies,
			old: times(cost.old),
			new: times(cost.new)
		}]];
	});
	return {
		perSegment: Object.fromEntries(perSegment),
		monthly: Object.fromEntries(monthly)
	};
}
function meanCost(side) {
	const answered = side.filter((run) => run.reply.kind === "answered");
	const known = answered.flatMap((run) => run.costUsd ?? []);
	return known.length < answered.length ? null : mean(known);
}

// src/core/assemble/assemble-prompt.ts
function assemblePrompt({ run, comparison, verdict }, settings, readText) {
	const { change, rows } = run.design;
	const byRow = Map.groupBy(run.cells, (held) => held.cell.row);
	const models = rows.flatMap((row) => {
		const compared = comparison.rows.find((found) => found.row === row.id);
		const judged = verdict.rows.find((found) => found.row === row.id);
		if (compared === void 0 || judged === void 0) return [];
		return [assembleRow(row, byRow.get(row.id) ?? [], compared, judged, settings, readText)];
	});
	return {
		path: change.path,
		...change.previousPath === void 0 ? {} : { previousPath: change.previousPath },
		change: change.change,
		verdict: verdict.verdict,
		diff: change.diff,
		reasons: verdict.reasons,
		pooled: comparison.pooled === null ? null : {
			p: comparison.pooled.p,
			delta: comparison.pooled.delta
		},
		level: comparison.level,
		rounds: comparison.rounds,
		casesChanged: change.exam.changed,
		unchecked: change.exam.unchecked,
		notes: change.notes,
		exam: change.exam.cases.map(({ key, golden, weight }) => ({
			id: key,
			...golden.segment === void 0 ? {} : { segment: golden.segment },
			tags: golden.tags,
			weight,
			vars: golden.vars,
			...golden.reference === void 0 ? {} : { reference: golden.reference },
			checks: golden.checks.map(({ name, required }) => ({
				name,
				required
			})),
			at: golden.at
		})),
		models
	};
}

// src/core/assemble/assemble-report.ts
function assembleReport(facts) {
	const { settings, results, problems, unreviewed, accepted } = facts;
	const prompts = results.map((result) => assemblePrompt(result, settings, facts.readText));
	const all = [
		...prompts.flatMap((prompt) => [prompt.verdict, ...prompt.models.map((row) => row.verdict)]),
		...problems.length > 0 ? ["invalid"] : [],
		...unreviewed.length > 0 ? ["unreviewed"] : []
	];
	return {
		version: 1,
		tool: facts.tool,
		mode: settings.mode,
		...settings.name === void 0 ? {} : { name: settings.name },
		base: facts.pull.base,
		head: facts.pull.head,
		...facts.pull.number === void 0 ? {} : { pullRequest: facts.pull.number },
		startedAt: facts.startedAt,
		fingerprint: facts.fingerprint,
		verdict: worst(all),
		reasons: reasonsOf(prompts),
		gate: {
			open: isOpen(all, problems, settings.failOn, accepted.length > 0),
			failOn: settings.failOn
		},
		problems,
		ended: facts.ended,
		accepted,
		unreviewed,
		notes: facts.notes,
		prompts,
		...facts.judge === void 0 ? {} : { judge: facts.judge },
		calls: facts.spent.calls,
		costUsd: facts.spent.costUsd,
		served: facts.spent.served,
		adapted: facts.spent.adapted,
		method: {
			sampling: settings.sampling,
			trials: settings.trials,
			alpha: settings.gate.alpha,
			tolerance: settings.gate.tolerance,
			margin: settings.gate.margin,
			cases: settings.gate.cases
		},
		links: facts.links
	};
}
function isOpen(all, problems, failOn, accepted) {
	if (problems.some(({ reason }) => reason === "config" || reason === "files" || reason === "permission")) return false;
	const failing = new Set(failOn);
	return !all.some((verdict) => failing.has(verdict) && !(accepted && verdict === "regressed"));
}
function reasonsOf(prompts) {
	const found = prompts.flatMap((prompt) => [...prompt.reasons, ...prompt.models.flatMap((row) => row.reasons)].map((reason) => ({
		prompt: prompt.path,
		reason
	})));
	const rank = ({ reason }) => verdicts.indexOf(verdictOfReason(reason));
	return found.toSorted((a, b) => rank(a) - rank(b));
}

// src/core/paths/resolve-path.ts
function resolvePath(from, written) {
	if (written.trim() === "") return {
		kind: "refused",
		why: "the path is empty"
	};
	if (written.includes("\0")) return {
		kind: "refused",
		why: "the path holds a NUL character"
	};
	if (written.includes("\\")) return {
		kind: "refused",
		why: "the path holds a backslash; write forward slashes"
	};
	if (/^[a-z][a-z0-9+.-]*:/iu.test(written)) return {
		kind: "refused",
		why: "it is a URL or a drive, not a path"
	};
	if (written.startsWith("/")) return {
		kind: "refused",
		why: "the path is absolute; write it relative to this file"
	};
	if (/(?:^|\/)\.{0,2}$/u.test(written)) return {
		kind: "refused",
		why: "the path names a folder"
	};
	const parts = from.split("/").slice(0, -1);
	for (const part of written.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === void 0) return {
			kind: "refused",
			why: "the path leaves the repository"
		};
	}
	return {
		kind: "path",
		path: parts.join("/")
	};
}

// src/core/cases/cases-paths.ts
const caseFileEndings = [
	".yml",
	".yaml",
	".json",
	".jsonl",
	".csv"
];
function casesPaths(pattern, promptPath, suffix) {
	const slash = promptPath.lastIndexOf("/");
	const dir = slash === -1 ? "." : promptPath.slice(0, slash);
	const file = promptPath.slice(slash + 1);
	const name = suffix !== "" && file.length > suffix.length && file.endsWith(suffix) ? file.slice(0, -suffix.length) : file;
	return kin(pattern.replaceAll(/\{(dir|name)\}/gu, (_, part) => part === "dir" ? dir : name)).flatMap((path) => {
		const resolved = resolvePath("", `./${path}`);
		return resolved.kind === "path" ? [resolved.path] : [];
	});
}
function couldHoldCases(pattern, path) {
	return kin(pattern).some((one) => {
		const source = one.replace(/^(?:\{dir\}\/|\.\/)/u, "{dir}/").split(/(\{dir\}\/|\{dir\}|\{name\})/u).map((part) => {
			if (part === "{dir}/") return "(?:.+/)?";
			if (part === "{dir}") return ".*";
			return part === "{name}" ? "[^/]+" : part.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
		});
		return new RegExp(`^${source.join("")}$`, "su").test(path);
	});
}
function kin(path) {
	const ending = caseFileEndings.find((one) => path.endsWith(one));
	if (ending === void 0) return [path];
	const stem = path.slice(0, -ending.length);
	return [path, ...caseFileEndings.filter((one) => one !== ending).map((one) => `${stem}${one}`)];
}

// src/core/detect/could-be-referred-to.ts
const referable = /\.(?:json|ya?ml|jsonl|csv|txt|md)$/iu;
const unrelated = /(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[^/]*|deno|biome|renovate|pnpm-lock|pnpm-workspace|readme|changelog)\.(?:json|ya?ml|md)$|(?:^|\/)(?:\.github|\.vscode|\.changeset|node_modules)\//iu;
function couldBeReferredTo(path) {
	return referable.test(path) && !unrelated.test(path);
}

// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	const POSIX_REGEX_SOURCE = {
		__proto__: null,
		alnum: "a-zA-Z0-9",
		alpha: "a-zA-Z",
		ascii: "\\x00-\\x7F",
		blank: " \\t",
		cntrl: "\\x00-\\x1F\\x7F",
		digit: "0-9",
		graph: "\\x21-\\x7E",
		lower: "a-z",
		print: "\\x20-\\x7E ",
		punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
		space: " \\t\\r\\n\\v\\f",
		upper: "A-Z",
		word: "A-Za-z0-9_",
		xdigit: "A-Fa-f0-9"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE,
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));

// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));

// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? 1e400 : 1;
	};
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));

// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));

// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	picomatch.scan = (input, options) => scan(input, options);
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	picomatch.constants = constants;
	module.exports = picomatch;
}));

// node_modules/picomatch/index.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
}));

// src/core/detect/match-prompts.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
function matchPrompts(globs) {
	const options = { dot: true };
	const wanted = globs.filter((glob) => !glob.startsWith("!")).map(plain);
	const excluded = globs.filter((glob) => glob.startsWith("!")).map((glob) => plain(glob.slice(1)));
	const isWanted = (0, import_picomatch.default)(wanted, options);
	const isExcluded = (0, import_picomatch.default)(excluded, options);
	return (path) => isWanted(path) && !isExcluded(path) && !/[^/]\.cases\.[^/]+$/u.test(path);
}
function plain(glob) {
	return glob.trim().replace(/^\.?\//u, "");
}

// src/core/detect/may-concern.ts
function mayConcern(changed, settings) {
	const isPrompt = matchPrompts(settings.promptGlobs);
	return changedPaths(changed).some((path) => isPrompt(path) || couldBeReferredTo(path) || couldHoldCases(settings.casesPattern, path));
}
function changedPaths(changed) {
	return changed.flatMap(({ path, previousPath }) => previousPath === void 0 ? [path] : [path, previousPath]);
}

// src/app/review/review.ts
async function review(request, ports) {
	const startedAt = new Date(ports.clock.now()).toISOString();
	const pull = await ports.host.pullRequest();
	const nothing = (why, settings, compared) => ({
		report: {
			...emptyReport(ports, settings, startedAt, compared),
			verdict: "skipped",
			skipped: why
		},
		settings,
		...compared === void 0 ? {} : { pull: compared }
	});
	if ("nothing" in pull) return nothing(pull.nothing, defaultSettings(request.inputs));
	const { settings, notes } = await readSettings(ports.host, pull, request.inputs);
	const changed = await ports.host.changedFiles(pull);
	if (!mayConcern(changed, settings)) return nothing("no prompt changed", settings, pull);
	const { reviewChanges } = await import("./review-changes.js");
	return await reviewChanges({
		request,
		ports,
		pull,
		changed,
		settings,
		notes,
		startedAt
	}) ?? nothing("no prompt changed", settings, pull);
}
const nothingSpent = {
	calls: {
		made: 0,
		kept: 0,
		saved: 0,
		failed: 0,
		retried: 0,
		byPurpose: {
			reply: 0,
			judge: 0,
			simulate: 0,
			embedding: 0
		}
	},
	costUsd: {
		actual: 0,
		unpriced: []
	},
	served: [],
	adapted: []
};
function emptyReport({ tool }, settings, startedAt, pull) {
	const nowhere = {
		sha: "",
		ref: ""
	};
	return assembleReport({
		tool,
		pull: pull ?? {
			base: nowhere,
			head: nowhere
		},
		startedAt,
		fingerprint: "",
		settings,
		results: [],
		unreviewed: [],
		problems: [],
		notes: [],
		ended: "complete",
		accepted: [],
		spent: nothingSpent,
		links: {},
		readText: () => void 0
	});
}

export { defaultEndpoint as C, configSchema as S, suggestNearest as T, modelNamed as _, mayConcern as a, inputs as b, casesPaths as c, isOpen as d, mean as f, defaultSettings as g, defaultInputs as h, changedPaths as i, resolvePath as l, verdictOfReason as m, nothingSpent as n, matchPrompts as o, rowsOf as p, review as r, couldBeReferredTo as s, emptyReport as t, assembleReport as u, readYaml as v, describeIssues as w, inputsSchema as x, explainIssues as y };