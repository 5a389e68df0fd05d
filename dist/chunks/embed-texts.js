import { t as ProblemError } from "./problem.js";
import { r as suggestNearest } from "./describe-issues.js";
import { n as judgedChecks } from "./named-checks.js";
import { f as readDefaultChecks } from "./cases.js";
import { t as checkKinds } from "./scorers.js";
import { n as callFor } from "./call.js";
import { n as missingKeys, r as missingRoles } from "./missing-roles.js";

// src/app/monitor/choose-metrics.ts
const always = ["helpfulness", "sentiment"];
function chooseMetrics({ metrics: listed }, settings, hasKey, key = "monitor.quality.metrics") {
	const defaults = readDefaultChecks(settings.defaultChecks, checkKinds);
	const at = { file: settings.configFile };
	const written = judgedChecks({
		id: "",
		tags: [],
		weight: 1,
		vars: {},
		context: [],
		history: [],
		notRun: [],
		at,
		checks: defaults.checks
	}, checkKinds).map(({ check }) => check);
	const plain = always.filter((kind) => !written.some((check) => check.kind === kind)).map((kind) => {
		return {
			kind,
			name: kind,
			argument: null,
			options: {},
			weight: 0,
			required: false,
			at
		};
	});
	const known = [...written, ...plain];
	const [faulty, ...faults] = defaults.problems;
	if (faulty !== void 0) throw new ProblemError(faulty, ...faults);
	const problems = [];
	const chosen = [...new Set(listed)].flatMap((metric) => {
		const named = known.filter(({ name }) => name === metric);
		const found = named.length > 0 ? named : known.filter(({ kind }) => kind === metric);
		const [check, ...others] = found;
		const kind = check && checkKinds.get(check.kind);
		if (check !== void 0 && kind !== void 0 && others.length === 0) return [{
			metric,
			check,
			kind
		}];
		problems.push(unknownMetric(metric, key, found, known));
		return [];
	});
	problems.push(...missingRoles(chosen.map(({ check }) => check), settings, checkKinds));
	const providers = [settings.judge, settings.embeddings].flatMap((role) => role?.provider ?? []);
	problems.push(...missingKeys(new Set(providers), settings, hasKey));
	const [problem, ...more] = problems;
	if (problem !== void 0) throw new ProblemError(problem, ...more);
	return chosen;
}
function unknownMetric(metric, key, found, known) {
	const names = known.map(({ name }) => name);
	const nearest = suggestNearest(metric, names);
	const hint = nearest === void 0 ? `the metrics are ${names.map((name) => `\`${name}\``).join(", ")}.` : `did you mean \`${nearest}\`?`;
	return {
		reason: "config",
		what: found.length > 1 ? `\`${metric}\` of \`${key}\` stands for ${found.length} checks under \`defaults\`.` : `\`${metric}\` of \`${key}\` is no metric that a model grades: ${hint}`,
		fix: found.length > 1 ? "Give each a `name`, and write that." : "Write a judged check with that `name` under `defaults.checks`."
	};
}

// src/app/monitor/embed-texts.ts
const most = {
	texts: 64,
	characters: 1e5
};
const longestEmbedded = 8e3;
function embeddingRequests(texts, { provider, model }) {
	const batches = [];
	let room = 0;
	for (const text of new Set(texts)) {
		const last = batches.at(-1);
		if (last === void 0 || last.length === most.texts || room < text.length) {
			batches.push([text]);
			room = most.characters - text.length;
		} else {
			last.push(text);
			room -= text.length;
		}
	}
	return batches.map((batch) => ({
		kind: "embedding",
		provider,
		model,
		texts: batch
	}));
}
async function embedTexts(requests, ask) {
	const vectors = /* @__PURE__ */ new Map();
	const failed = [];
	await Promise.all(requests.map(async (request) => {
		const reply = await ask.reply(callFor(request, 0, "embedding"));
		const found = reply.kind === "failed" ? [] : ask.kept(reply.call)?.vectors ?? [];
		if (reply.kind === "failed") failed.push(reply.message);
		else if (found.length !== request.texts.length) failed.push("the embedding model gave no vector for each text");
		for (const [at, text] of request.texts.entries()) vectors.set(text, found[at] ?? []);
	}));
	const [why] = failed;
	return why === void 0 ? {
		kind: "vectors",
		vectors
	} : {
		kind: "failed",
		why
	};
}

export { chooseMetrics as i, embeddingRequests as n, longestEmbedded as r, embedTexts as t };