import { r as problemsOf } from "./report-outcome.js";
import { t as mean } from "./quantile.js";
import { t as escapeHidden } from "./show-hidden.js";

// src/core/settings/outputs.ts
const outputs = [
	{
		name: "verdict",
		description: "`regressed`, `invalid`, `inconclusive`, `unreviewed`, `pass` or `skipped`; of a check `failing` too; of a drift run `drifted`, `invalid`, `baseline` or `steady`; of `monitor` `moved`, `invalid`, `unknown` (nothing could be compared) or `steady`."
	},
	{
		name: "reason",
		description: "Of `invalid`: `config`, `provider`, `budget`, `judge`, `files` or `permission`."
	},
	{
		name: "score-old",
		description: "Mean score of the old side over the shared cases, 0–1."
	},
	{
		name: "score-new",
		description: "Mean score of the new side over the shared cases, 0–1."
	},
	{
		name: "score-delta",
		description: "New minus old, −1 to 1."
	},
	{
		name: "regressed-cases",
		description: "JSON list of `{prompt, case, model}`."
	},
	{
		name: "failing-cases",
		description: "Of a check: JSON list of `{prompt, case, model}`."
	},
	{
		name: "drifted",
		description: "Of a drift run: JSON list of `{prompt, model, since}`."
	},
	{
		name: "alerts",
		description: "Of a drift run: JSON list of what somebody was told of, `{rule, prompt, model, state, sent}` (of a `canary` or `judge` without `prompt`); of a monitor run: of the rules that are broken, over or not known, `{rule, is, segment, value, sent}`."
	},
	{
		name: "moved",
		description: "Of `monitor`: JSON list of `{metric, moved, since, segment, model, prompt}`."
	},
	{
		name: "changed-prompts",
		description: "JSON list of paths."
	},
	{
		name: "calls",
		description: "Calls made in this run."
	},
	{
		name: "cost-usd",
		description: "Dollars spent in this run, as far as prices are known."
	},
	{
		name: "report-json",
		description: "Path of the JSON report."
	},
	{
		name: "report-html",
		description: "Path of the HTML report."
	},
	{
		name: "report-junit",
		description: "Path of the JUnit XML, where `report-junit` asked for one."
	},
	{
		name: "comment-url",
		description: "Address of the comment."
	}
];

// src/app/publish/outputs-of.ts
function outputsOf(report) {
	const compared = report.prompts.flatMap((prompt) => prompt.models.map((row) => row.score)).filter(({ delta }) => delta !== null || report.mode === "check");
	const over = (read) => {
		const found = mean(compared.flatMap((score) => read(score) ?? []));
		return found === null ? "" : String(Number(found.toFixed(6)));
	};
	return {
		verdict: report.verdict,
		reason: report.verdict === "invalid" || problemsOf(report).length > 0 ? reasonOf(report) : "",
		"score-old": over((score) => score.old),
		"score-new": over((score) => score.new),
		"score-delta": over((score) => score.delta),
		"regressed-cases": listed(casesIn("regressed", report)),
		"failing-cases": report.mode === "check" ? listed(casesIn("failing", report)) : "",
		"changed-prompts": listed(report.mode === "check" ? [] : [...report.prompts, ...report.unreviewed].map(({ path }) => path)),
		calls: String(report.calls.made),
		"cost-usd": report.costUsd.actual === void 0 ? "" : String(Number(report.costUsd.actual.toFixed(6)))
	};
}
function listed(values) {
	return escapeHidden(JSON.stringify(values));
}
function reasonOf(report) {
	const [told] = problemsOf(report);
	if (told !== void 0) return told.problem.reason;
	const kinds = new Set(report.reasons.map(({ reason }) => reason.kind));
	if (kinds.has("unknown-price") || kinds.has("unknown-first-token")) return "config";
	const errors = new Set(report.prompts.flatMap((prompt) => prompt.models.flatMap((row) => row.cases.flatMap((found) => found.replies.flatMap((reply) => reply.error?.reason ?? [])))));
	return errors.has("unscored") ? "judge" : errors.has("budget") ? "budget" : "provider";
}
function casesIn(wanted, report) {
	const found = report.prompts.flatMap((prompt) => prompt.models.flatMap((row) => row.cases.filter(({ state }) => state === wanted).map(({ id }) => ({
		prompt: prompt.path,
		case: id.replace(/ \(as base had it\)$/u, ""),
		model: row.id
	}))));
	return [...new Map(found.map((entry) => [JSON.stringify(entry), entry])).values()];
}
async function setOutputs(given, stage) {
	for (const { name } of outputs) {
		const value = Object.entries(given).find(([known]) => known === name)?.[1];
		if (value === void 0) continue;
		if (await tryOutput(`The output \`${name}\``, stage, () => {
			stage.setOutput(name, stage.redact(value));
			return true;
		}) === void 0) return;
	}
}
async function tryOutput(what, stage, show) {
	try {
		return await show();
	} catch (fault) {
		const message = `${what} could not be written: ${(fault instanceof Error ? fault.message : String(fault)).replace(/\.$/u, "")}. The verdict is not affected.`;
		stage.annotate({
			level: "warning",
			title: "Promptgate",
			message
		});
		return;
	}
}

export { outputs as i, setOutputs as n, tryOutput as r, outputsOf as t };