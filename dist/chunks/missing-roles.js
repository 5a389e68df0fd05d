import { n as needOf } from "./needs-of.js";
import { r as scorerNamed } from "./program-files.js";

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

export { rolesOf as i, missingKeys as n, missingRoles as r, checkNeeds as t };