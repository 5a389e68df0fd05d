import { E as string, N as registry, i as _enum, x as object } from "./zod.js";
import { c as duration, r as promptPaths, t as configSchema } from "./config-schema.js";
import { t as refuseEndpoint } from "./refuse-endpoint.js";
import { c as repositoryPath } from "./drift-schema.js";
import { r as suggestNearest } from "./describe-issues.js";

// src/core/settings/input-texts.ts
const text = string();
const lines = string().transform((written) => written.split("\n").flatMap((line) => line.trim() === "" ? [] : [line.trim()]));
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

// src/core/settings/score-columns.ts
const scoreColumns = [
	"case",
	"trial",
	"score",
	"passes",
	"model",
	"prompt",
	"segment",
	"weight"
];
const columnNames = string().transform((written, context) => {
	const named = /* @__PURE__ */ new Map();
	for (const entry of written.split(/[,\r\n]/u).map((part) => part.trim())) {
		if (entry === "") continue;
		const [, ours = "", theirs = ""] = /^([^=]*)=(.*)$/su.exec(entry) ?? [];
		const wanted = ours.trim().toLowerCase();
		const column = scoreColumns.find((known) => known === (wanted === "id" ? "case" : wanted));
		const why = theirs.trim() === "" ? `must say which column is which, such as \`id=user_input,score=faithfulness\`` : column === void 0 ? unknownColumn(ours.trim()) : named.has(column) ? `names two columns for \`${ours.trim()}\`` : void 0;
		if (why !== void 0) context.addIssue({
			code: "custom",
			message: why
		});
		else if (column !== void 0) named.set(column, theirs.trim());
	}
	return named;
});
function unknownColumn(name) {
	const known = ["id", ...scoreColumns.filter((column) => column !== "case")];
	const nearest = suggestNearest(name, known);
	const fix = nearest === void 0 ? `known: ${known.join(", ")}` : `did you mean \`${nearest}\`?`;
	return `has no \`${name.slice(0, 60)}\` (${fix})`;
}

// src/core/settings/successor-lines.ts
const example = "`old-model=gpt-5.6-luna|gpt-5.6-terra`";
const successorLines = string().transform((written, context) => {
	const read = /* @__PURE__ */ new Map();
	for (const [at, line] of written.split(/\r\n|[\r\n]/u).entries()) {
		if (line.trim() === "") continue;
		const [, ending = "", others = ""] = /^([^=]*)=(.*)$/su.exec(line) ?? [];
		const model = ending.trim();
		const named = others.split("|").map((name) => name.trim());
		const why = model === "" || named.includes("") ? `must name a model and what to try in its place, such as ${example}` : named.includes(model) ? "names a model as its own successor" : read.has(model) ? "names a model that a line above names too: put its successors on one line, with `|` between them" : void 0;
		if (why === void 0) read.set(model, [...new Set(named)]);
		else context.addIssue({
			code: "custom",
			message: `${why} (line ${at + 1})`
		});
	}
	return read;
});

// src/core/settings/mode-inputs.ts
const abouts = registry();
const modeInputs = {
	old: repositoryPath.optional().register(abouts, { description: "For `compare`: the report or score file of the old side, a path in the workspace." }),
	new: repositoryPath.optional().register(abouts, { description: "For `compare`: the report or score file of the new side, a path in the workspace." }),
	columns: columnNames.optional().register(abouts, {
		description: "For `compare`: which column of a table is which, such as `id=user_input,score=faithfulness`; of `id`, `trial`, `score`, `passes`, `model`, `prompt`, `segment`, `weight`.",
		flag: "names",
		only: "compare"
	}),
	logs: lines.optional().register(abouts, { description: "For `monitor`: files, folders and globs of logs in the workspace, one a line (`docs/monitor.md`)." }),
	"pull-request": yesOrNo.prefault("false").register(abouts, {
		description: "For `monitor` with `monitor.quality`: open a pull request with the inputs of production that it offers as golden cases (`contents: write`, `pull-requests: write`).",
		default: "false"
	}),
	reference: text.optional().register(abouts, {
		description: "For `portability`: the model that the others are held against. Not given: the one that each prompt names itself, else the first of `models`.",
		flag: "model",
		only: "portability"
	}),
	retiring: duration.optional().register(abouts, {
		description: "For `portability`: instead of `models`, try successors of the models in use that end within this time, such as `60d`; in the action one issue for each (`issues: write`).",
		flag: "time",
		only: "portability"
	}),
	successors: successorLines.optional().register(abouts, {
		description: "For `portability` with `retiring`: models to try in the place of one that ends, such as `old-model=gpt-5.6-luna|gpt-5.6-terra`, one model a line; over what the config’s `successors` says of that model.",
		flag: "lines",
		only: "portability"
	})
};

// src/core/settings/inputs.ts
const keys = configSchema.shape;
const budget = keys.budget.unwrap().shape;
const defaultArtifact = "promptgate";
const inputsSchema = object({
	"github-token": text.optional().register(abouts, {
		description: "Reads the repository and writes the comment.",
		default: "${{ github.token }}",
		secret: true
	}),
	config: repositoryPath.default("promptgate.yml").register(abouts, {
		description: "Path of the config: of the base branch in the action, of the working tree on the command line. Where there is none at the default path, `.github/promptgate.yml` is looked for, and configs of folders hold for the prompts below them; no config is fine.",
		default: "promptgate.yml",
		flag: "path"
	}),
	name: name.optional().register(abouts, {
		description: "Tells several uses in one repository apart: each has its own comment and artifact.",
		flag: "name"
	}),
	prompts: promptPaths.optional().register(abouts, {
		description: "Globs of prompt files, one a line; `!` excludes. What is no prompt by its content is passed over.",
		config: ["prompts"],
		flag: "globs"
	}),
	models: keys["allowed-models"].unwrap().optional().register(abouts, {
		description: "Models that every changed prompt is reviewed on, beside the one it names itself; one a line or comma-separated; `provider:model` only where that provider is configured.",
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
		description: "Verdicts that fail the step, asked of every row: of `regressed`, `invalid`, `inconclusive`, `unreviewed`, of a check `failing`, of a drift run `drifted` (its default), of `monitor` `moved` and `unknown`, of both `alert`, and of prompts with golden cases that leave `removed` and `unrecognised`; or `never`, which only reports.",
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
	artifact: text.default(defaultArtifact).register(abouts, {
		description: "Name of the artifact with the HTML and JSON report, beside which the page alone is kept as `<name>.html`; empty: none. Not given, it ends in `name`.",
		default: defaultArtifact
	}),
	"report-junit": repositoryPath.optional().register(abouts, { description: "Where to write the cases as JUnit XML, a path in the workspace, for actions that show test results." }),
	"allow-forks": yesOrNo.prefault("false").register(abouts, {
		description: "Review pull requests from forks under `pull_request_target` and `workflow_run` (`docs/forks.md`).",
		default: "false"
	}),
	"base-ref": gitReference.optional().register(abouts, { description: "What to compare with outside pull requests and merge groups: a branch, a tag or a commit." }),
	mode: _enum([
		"review",
		"compare",
		"check",
		"portability",
		"drift",
		"monitor"
	]).default("review").register(abouts, {
		description: "`review`; `compare`: the same statistics and gate on two score files, `old` and `new`; `check`, which asks whether the golden cases pass today, without any change; `portability`, which asks on which models the prompts are safe; `drift`, which holds them to the history of earlier runs, on a schedule; or `monitor`, which tells what `logs` of production say and what moved in them.",
		default: "review"
	}),
	history: repositoryPath.optional().register(abouts, { description: "For `drift`: a file in the workspace that keeps what runs saw, in place of the branch `promptgate-history`; `artifact`: an artifact of each run. For `monitor`: the file that keeps the days’ sums; without one, days of the logs alone are compared." }),
	"rendered-old": repositoryPath.optional().register(abouts, { description: "Folder in the workspace with the snapshots of the old side that a job rendered by `promptgate snapshot --into` (`docs/prompts-in-code.md`)." }),
	"rendered-new": repositoryPath.optional().register(abouts, { description: "Likewise of the new side." }),
	...modeInputs
});
const inputs = Object.entries(inputsSchema.shape).map(([input, schema]) => ({
	name: input,
	description: "",
	...abouts.get(schema)
}));

export { scoreColumns as i, inputs as n, inputsSchema as r, defaultArtifact as t };