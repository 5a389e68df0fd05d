import { E as string, O as union, T as strictObject, b as number, d as boolean, h as int, i as _enum, l as array } from "./zod.js";
import { m as whyNotJoined, s as ruledRoles } from "./settle-role.js";

// src/core/template/engine.ts
const engineNames = [
	"mustache",
	"jinja",
	"f-string",
	"string-template",
	"percent",
	"nunjucks",
	"handlebars",
	"none"
];

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
	if (/^(?:\.?\/)?$/u.test(path)) return "must name something";
	if (path.split("/").includes("..")) return "must not lead out of its folder with `..`";
}

// src/core/settings/prompt-rules.ts
const joinedText = string().superRefine((written, context) => {
	const why = whyNotJoined(written);
	if (why !== void 0) context.addIssue({
		code: "custom",
		message: why
	});
});
const roleRule = strictObject({
	paths: listOf(repositoryPath),
	role: _enum(ruledRoles),
	prepend: joinedText.optional().describe("What your code puts before the text in the same message; `{{name}}` is filled."),
	append: joinedText.optional().describe("What your code puts after the text in the same message, such as `\"\\n\\n{{input}}\"`.")
}).superRefine(({ role, prepend, append }, context) => {
	if (role !== "turns" || (prepend ?? append) === void 0) return;
	const path = [prepend === void 0 ? "append" : "prepend"];
	context.addIssue({
		code: "custom",
		path,
		message: "goes with a text that is one message, not with `turns`"
	});
});
const spacing = {
	"trim-blocks": boolean().optional().describe("The line feed after a tag goes, as Jinja’s `trim_blocks` has it."),
	"lstrip-blocks": boolean().optional().describe("White space before a tag goes where it begins a line, as `lstrip_blocks` has it."),
	"keep-trailing-newline": boolean().optional().describe("The line feed at the end stays, as `keep_trailing_newline` has it.")
};
const templateRule = strictObject({
	paths: listOf(repositoryPath),
	engine: _enum(engineNames),
	...spacing
}).superRefine((rule, context) => {
	const [key] = rule.engine === "jinja" ? [] : Object.keys(spacing).filter((name) => Object.hasOwn(rule, name));
	if (key === void 0) return;
	context.addIssue({
		code: "custom",
		path: [key],
		message: "goes with `engine: jinja`, which alone knows it"
	});
});
const watchRule = union([repositoryPath, strictObject({
	paths: listOf(repositoryPath),
	for: listOf(repositoryPath).optional().describe("Globs of its snapshots; left out: all of them.")
})]);
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

// src/core/settings/drift-schema.ts
const driftLayers = [
	"served",
	"fingerprint",
	"tokens",
	"canary",
	"judge",
	"cases"
];
const driftSchema = strictObject({
	layers: listOf(_enum(driftLayers)).prefault([
		"served",
		"tokens",
		"judge",
		"cases"
	]).describe("What may raise an alarm: `served`, the models that answer; `fingerprint`, what a service calls its set-up, which changes with every deployment; `tokens`, how they count unchanged requests; `canary`, a few one-token requests that show a silent change; `judge`, what the judge makes of a few texts that stay the same; `cases`, what the golden cases say. With `canary` and without `cases` no golden case is asked."),
	trials: int().min(1).max(100).default(2).describe("Replies a golden case, model and run. More find a fall sooner, and cost as many times more."),
	metrics: listOf(string().trim().min(1)).prefault([]).describe("What every reply is judged by beside the checks of its case, for the watch alone: `helpfulness`, `sentiment`, and judged checks of `defaults` by their names. Each takes a judgement a reply."),
	history: _enum(["branch", "artifact"]).default("branch").describe("Where the action keeps the history: on the branch `promptgate-history`, or in an artifact of each run, which takes `actions: read` in place of `contents: write` and ends where no run comes for as long as artifacts are kept."),
	"history-texts": boolean().default(false).describe("Keep replies with the history, masked and cut, so that a drift shows what was said before it, and the judge grades a few of the first runs again. Else it holds no text. `publish-replies: none` keeps none."),
	budget: strictObject({
		calls: int().min(1).optional().describe("Calls of a run at most, over `budget.calls`."),
		usd: number().min(0).optional().describe("Dollars of a run at most, over `budget.usd`."),
		setup: int().min(0).max(15e3).default(1500).describe("One-token calls that the search of the canary’s inputs may take, over all runs, for each model.")
	}).prefault({})
});

export { roleRule as a, repositoryPath as c, listOf as i, engineNames as l, driftSchema as n, templateRule as o, joinedText as r, watchRule as s, driftLayers as t };