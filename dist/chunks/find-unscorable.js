import { t as fileToJoin } from "./settle-role.js";
import { r as lookUp } from "./fill-template.js";
import { a as namedChecks } from "./named-checks.js";
import { t as sides } from "./side.js";
import { t as canonicalJson } from "./json.js";
import { t as hash } from "./hash.js";
import { n as needOf } from "./needs-of.js";
import { r as scorerNamed } from "./program-files.js";
import { I as engines } from "./prompts.js";

// src/app/review/missing-roles.ts
function missingRoles(checks, settings, kinds) {
	return [...Map.groupBy(checks, ({ kind, argument, at }) => JSON.stringify([
		kind,
		at.file,
		needOf({
			kind,
			argument
		}, kinds),
		kinds.get(kind)?.needs === "scorer" ? scorerNamed(argument) : null
	])).values()].flatMap(([check]) => {
		if (check === void 0) return [];
		const needs = needOf(check, kinds);
		const lacksJudge = settings.judge === void 0 && (needs === "judge" || needs === "judge and embeddings");
		const lacksSimulator = settings.simulate === void 0 && needs === "simulator";
		const lacksEmbeddings = settings.embeddings === void 0 && (needs === "embeddings" || needs === "judge and embeddings");
		const lacksScorer = needs === "scorer" && !settings.scorers.has(scorerNamed(check.argument));
		const told = (what, fix) => ({
			reason: "config",
			what: `the check \`${check.kind}\` ${what}`,
			at: check.at,
			fix
		});
		return [
			...lacksJudge ? [told("is graded by a model, and no judge is configured.", "Write `judge: gpt-5.6-sol` in promptgate.yml, or give it to the action (`--judge gpt-5.6-sol` on the command line).")] : [],
			...lacksSimulator ? [told("needs a model that plays the user.", "Write `simulate: gpt-5.6-luna` in promptgate.yml, or name a `judge`, which then plays it.")] : [],
			...lacksEmbeddings ? [told("compares meanings, and no embedding model is configured.", "Write `embeddings: text-embedding-3-small` in promptgate.yml.")] : [],
			...lacksScorer ? [told(`names a scorer that is not configured: \`${scorerNamed(check.argument)}\`.`, "Add it under `scorers` in promptgate.yml; the action reads that of the base branch.")] : []
		];
	});
}
function rolesOf({ judge: grader, simulate, embeddings }) {
	return {
		...grader === void 0 ? {} : { judge: grader },
		...simulate === void 0 ? {} : { simulator: simulate },
		...embeddings === void 0 ? {} : { embeddings }
	};
}
function checkNeeds(design, settings, kinds, hasKey) {
	const cases = design.prompts.flatMap(({ change }) => change.exam.cases.map(({ golden }) => golden));
	return [...missingKeys(providersOf(design, settings), settings, hasKey), ...missingRoles(cases.flatMap(({ checks }) => checks), settings, kinds)];
}
function providersOf(design, settings) {
	const rows = design.prompts.flatMap((prompt) => prompt.rows.flatMap((row) => [row.model.old.provider, row.model.new.provider]));
	const simulates = design.prompts.some(({ cells }) => cells.some(({ scenario }) => scenario !== void 0));
	const roles = [
		settings.judge,
		settings.embeddings,
		simulates ? settings.simulate : void 0
	].flatMap((role) => role?.provider ?? []);
	return /* @__PURE__ */ new Set([...rows, ...rows.length > 0 ? roles : []]);
}
function missingKeys(needed, settings, hasKey) {
	return [...needed].flatMap((name) => {
		const application = settings.applications.get(name);
		if (application !== void 0) {
			if (hasKey(name) || application.kind === "command" || application.key === void 0) return [];
			return [{
				reason: "config",
				what: `there is no key for the application \`${name}\`.`,
				fix: setInStep(application.key)
			}];
		}
		const provider = settings.providers.get(name);
		if (provider === void 0) return [{
			reason: "config",
			what: `there is no provider \`${name}\`.`,
			fix: `Name it under \`providers\` in ${settings.configFile}.`
		}];
		if (hasKey(name)) return [];
		if (provider.key.kind === "ambient") return [{
			reason: "config",
			what: `there are no credentials of AWS for the provider \`${name}\` (${provider.baseUrl}).`,
			fix: ambientFix
		}];
		if (provider.key.kind === "workload-identity") return [{
			reason: "config",
			what: `there is no workload identity for the provider \`${name}\` (${provider.baseUrl}).`,
			fix: identityFix
		}];
		const where = "name" in provider.key ? provider.key.name : "api-key";
		const fix = name === "default" ? `Give the action \`api-key: \${{ secrets.${where === "api-key" ? "OPENAI_API_KEY" : where} }}\`, or set ${where} in the environment.` : setInStep(where);
		return [{
			reason: "config",
			what: `there is no key for the provider \`${name}\` (${provider.baseUrl}).`,
			fix
		}];
	});
}
const ambientFix = "Let a step before this one set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, as `aws-actions/configure-aws-credentials` does.";
const identityFix = "Set AZURE_CLIENT_ID and AZURE_TENANT_ID in the environment of the step, and give the job `permissions: { id-token: write }`, or set AZURE_FEDERATED_TOKEN_FILE.";
function setInStep(name) {
	return `Set ${name} in the environment of the step (\`env:\`), from a secret.`;
}

// src/core/text/start-with-cases.ts
const mostNamed$1 = 5;
function startWithCases(cases) {
	const [first] = cases;
	if (cases.length === 1 && first !== void 0) return `The case \`${first.id}\``;
	const named = cases.slice(0, mostNamed$1).map(({ id }) => `\`${id}\``);
	const more = cases.length > mostNamed$1 ? ` and ${cases.length - mostNamed$1} more` : "";
	return `${cases.length} cases (${named.join(", ")}${more})`;
}

// src/core/design/find-unfilled.ts
const mostNamed = 5;
function findUnfilled({ change, cells }) {
	if (change.new?.rendered !== void 0) return void 0;
	const [first] = cells;
	const telling = cells.filter(({ row, scenario, exam, old: before, new: after }) => row === first?.row && scenario === void 0 && (after ?? before)?.subject === void 0 && Object.keys(exam.golden.vars).length > 0);
	const asked = sides.filter((side) => telling.some((cell) => cell[side] !== void 0));
	if (asked.length === 0) return void 0;
	const differ = new Set(telling.map(({ exam }) => canonicalJson(exam.golden.vars))).size > 1;
	if (!asked.every((side) => differ ? isAlike(telling, side) : isDeaf(telling, change[side]))) return void 0;
	const names = [...new Set(telling.flatMap(({ exam }) => Object.keys(exam.golden.vars)))];
	const listed = `${names.slice(0, mostNamed).map((name) => `\`${name}\``).join(", ")}${names.length > mostNamed ? " …" : ""}`;
	const engine = change.new?.engine ?? "mustache";
	const marker = engines[engine === "none" ? "mustache" : engine].show(names[0] ?? "question");
	const path = change.new === void 0 ? change.path : fileToJoin(change.new);
	const cases = telling.length === 1 ? "Its one golden case" : `Its ${telling.length} golden cases`;
	return {
		reason: "files",
		what: differ ? `${cases} differ in ${listed}, and the prompt makes the same request of all of them.` : `${cases} ${telling.length === 1 ? "sets" : "set"} ${listed}, and the prompt fills in none of it.`,
		at: { file: change.path },
		fix: `Write \`${marker}\` where the value belongs, name the prompt’s engine under \`templates\` in the config, or write the user’s turn as \`user\` in the cases. If your code joins text and input into one message, write \`roles: [{ paths: ["${path}"], role: user, append: "\\n\\n{{${names[0] ?? "question"}}}" }]\`.`
	};
}
function isAlike(cells, side) {
	return new Set(cells.map((cell) => hash(cell[side]?.messages ?? []))).size === 1;
}
function isDeaf(cells, prompt) {
	return cells.every(({ exam: { golden } }) => golden.user === void 0 && golden.stored === void 0 && golden.wrap === void 0 && golden.history.length === 0 && prompt?.variables.every((name) => lookUp(name, golden.vars) === void 0) !== false);
}

// src/core/scoring/find-unscorable.ts
const text = "A reply of several words, such as any model would give.";
const answer = {
	toolCalls: [],
	finishReason: "stop",
	usage: {
		inputTokens: 10,
		outputTokens: 10
	},
	servedModel: "",
	servedBy: "",
	latencyMs: 1,
	at: 0
};
function findUnscorable(cases, kinds) {
	const lacking = cases.flatMap((golden) => namedChecks(golden, kinds).flatMap(({ check, kind }) => {
		if (kind?.needs === "sandbox") return [];
		const { argument, options, min } = check;
		const given = {
			argument,
			options,
			...min === void 0 ? {} : { min },
			golden,
			messages: [],
			text,
			answer
		};
		const result = kind?.score({
			...given,
			costUsd: .001,
			answers: /* @__PURE__ */ new Map()
		});
		return result?.kind === "unscored" ? [{
			golden,
			check,
			why: result.why
		}] : [];
	}));
	return [...Map.groupBy(lacking, ({ check, why }) => JSON.stringify([check.kind, why])).values()].flatMap((held) => {
		const [first] = held;
		if (first === void 0) return [];
		const { check, golden, why } = first;
		const losers = [...new Set(held.map((one) => one.golden))];
		const at = losers.length === 1 && check.at.file === golden.at.file ? check.at : golden.at;
		return [{
			reason: "files",
			what: `\`${check.kind}\` can score no reply: ${why}. ${startWithCases(losers)} would have no score.`,
			at,
			fix: "Add what is lacking to the case, or drop the check."
		}];
	});
}

export { missingKeys as a, checkNeeds as i, findUnfilled as n, missingRoles as o, startWithCases as r, rolesOf as s, findUnscorable as t };