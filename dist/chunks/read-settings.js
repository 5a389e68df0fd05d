import { t as ProblemError } from "./problem.js";
import { r as inputsSchema, t as defaultArtifact } from "./inputs.js";
import { E as string, M as toJSONSchema, O as union, b as number, k as unknown, l as array, y as looseObject } from "./zod.js";
import { t as explainIssues } from "./explain-issues.js";
import { t as readYaml } from "./read-yaml.js";
import { n as defaultEndpoint, o as alertTargetsOf, s as apiEndpoints, t as configSchema } from "./config-schema.js";
import { t as defaultPromptGlobs } from "./prompt-globs.js";
import { n as namesOf, t as modelNamed } from "./settings.js";
import { t as canonicalJson } from "./json.js";

// src/core/settings/config-paths.ts
function configPaths(inputs) {
	return inputs.config === "promptgate.yml" ? ["promptgate.yml", ".github/promptgate.yml"] : [inputs.config.replace(/^(?:\.\/)+/u, "")];
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
		const said = {
			limitsCost: saysCost(located.value),
			saysFailOn: failing.safeParse(located.value).success
		};
		return {
			kind: "config",
			config: {
				...parsed.data,
				file,
				defaultChecks,
				...said
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
const written = looseObject({ budget: looseObject({ usd: number() }) });
const failing = looseObject({ "fail-on": union([string(), array(unknown())]) });
function saysCost(value) {
	return written.safeParse(value).success;
}
function asConfig(problem) {
	return {
		...problem,
		reason: "config"
	};
}
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

// src/core/settings/assembled-of.ts
function assembledOf({ name, messages }) {
	const parts = [];
	let waiting = [];
	for (const { role, file, files = [], join = "\n\n", content, prepend, append } of messages) {
		if (content !== void 0) {
			waiting = [...waiting, {
				role,
				content: "",
				joined: { append: content }
			}];
			continue;
		}
		const all = file === void 0 ? files : [file];
		const joined = (prepend ?? append) === void 0 ? {} : { joined: {
			prepend,
			append
		} };
		all.forEach((path, index) => {
			const first = index === 0;
			parts.push({
				file: path,
				role,
				...first ? {
					...joined,
					before: waiting
				} : { continues: join }
			});
		});
		waiting = [];
	}
	const last = parts.pop();
	if (last === void 0) return [];
	const [first, ...rest] = [...parts, {
		...last,
		after: waiting
	}];
	return first === void 0 ? [] : [{
		name,
		messages: [first, ...rest]
	}];
}

// src/core/settings/resolve-fail-on.ts
const scheduled = {
	drift: ["drifted", "alert"],
	monitor: [
		"moved",
		"unknown",
		"alert"
	]
};
function resolveFailOn(inputs, config) {
	const listed = inputs["fail-on"] ?? config["fail-on"];
	const said = inputs["fail-on"] ?? (config.saysFailOn ? config["fail-on"] : void 0);
	return {
		review: listed.filter(isOfReview),
		drift: said === void 0 || scheduled.drift.some((word) => said.includes(word)) ? ["drifted"] : [],
		monitor: scheduled.monitor.filter((word) => listed.includes(word))
	};
}
function misplacedFailOn({ mode, "fail-on": listed = [] }) {
	const isScheduled = mode === "drift" || mode === "monitor";
	const known = isScheduled ? [...scheduled[mode], "invalid"] : [];
	const strange = listed.filter((word) => isScheduled ? !known.includes(word) : !isOfReview(word));
	if (strange.length === 0) return [];
	const named = (words) => words.map((word) => `\`${word}\``).join(", ");
	const takes = isScheduled ? ` It takes ${named(scheduled[mode])}, or \`never\`.` : "";
	return [{
		reason: "config",
		what: `no run in \`mode: ${mode}\` ends with what its input \`fail-on\` names: ${named(strange)}.${takes}`,
		fix: "Leave it out there. The config may name words of all modes."
	}];
}
function isOfReview(word) {
	return word !== "drifted" && word !== "moved" && word !== "unknown" && word !== "alert";
}

// src/core/settings/resolve-drift.ts
function resolveDrift(inputs, config) {
	const { trials, budget } = config.drift;
	const calls = inputs["max-calls"] === void 0 ? budget.calls : void 0;
	const usd = inputs["max-cost"] === void 0 ? budget.usd : void 0;
	return {
		layers: config.drift.layers,
		trials,
		budget: {
			setup: budget.setup,
			...calls === void 0 ? {} : { calls },
			...usd === void 0 ? {} : { usd }
		},
		history: inputs.history === "artifact" ? "artifact" : config.drift.history,
		metrics: config.drift.metrics,
		historyTexts: config.drift["history-texts"] && config["publish-replies"] !== "none",
		failOn: resolveFailOn(inputs, config).drift
	};
}

// src/core/settings/resolve-models.ts
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

// src/core/settings/resolve-gate.ts
function gateOf(gate) {
	return {
		tolerance: gate.tolerance,
		alpha: gate.alpha,
		margin: gate.margin,
		cases: gate.cases,
		repeats: gate.repeats,
		...gate["min-score"] === void 0 ? {} : { minScore: gate["min-score"] },
		metrics: gate.metrics,
		...costLimits(gate.cost),
		...gate.latency === void 0 ? {} : {
			latencyLimit: gate.latency["max-increase"],
			...gate.latency.of === "p50" ? {} : { latencyOf: gate.latency.of }
		}
	};
}
function overrideOf({ paths, gate, models, budget, owners }, inputs, providers) {
	const { "exam-changes": examChanges, "min-score": minScore, cost, latency, ...others } = gate;
	return {
		paths,
		gate: {
			...withoutUnset(others),
			...minScore !== void 0 && { minScore },
			...costLimits(cost),
			...latency !== void 0 && {
				latencyLimit: latency["max-increase"],
				latencyOf: latency.of
			}
		},
		...examChanges !== void 0 && { examChanges },
		...models !== void 0 && inputs.models === void 0 && { models: models.map((one) => modelOf(one, providers)) },
		...budget !== void 0 && { budget: withoutUnset(budget) },
		...owners !== void 0 && { owners }
	};
}
function withoutUnset(written) {
	return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== void 0));
}
function costLimits(cost) {
	const { "max-increase": increase, "max-usd-per-1000": dollars, "max-output-tokens": tokens } = cost ?? {};
	return {
		...increase === void 0 ? {} : { costLimit: increase },
		...dollars === void 0 ? {} : { costCap: dollars / 1e3 },
		...tokens === void 0 ? {} : { outputCap: tokens }
	};
}

// src/core/settings/resolve-providers.ts
function splitProviders(config) {
	const services = /* @__PURE__ */ new Map();
	const applications = /* @__PURE__ */ new Map();
	for (const [name, written] of Object.entries(config.providers)) {
		if ("api" in written) {
			services.set(name, written);
			continue;
		}
		const { timeout, concurrency } = written;
		const common = {
			timeoutMs: timeout,
			...concurrency === void 0 ? {} : { concurrency }
		};
		if ("url" in written) {
			const { url, key } = written;
			applications.set(name, {
				kind: "url",
				url,
				...key === void 0 ? {} : { key },
				...common
			});
		} else {
			const { command, serve, env } = written;
			applications.set(name, {
				kind: "command",
				command,
				env,
				...serve === true ? { serve } : {},
				...common
			});
		}
	}
	return {
		services,
		applications
	};
}
function resolveProviders(inputs, services) {
	const written = services.get("default");
	const named = [...services].filter(([name]) => name !== "default").map(([name, provider]) => {
		const key = provider.key === void 0 ? { kind: "none" } : {
			kind: "environment",
			name: provider.key,
			optional: false
		};
		return [name, providerOf(provider, ofCloud(provider) ?? key)];
	});
	const own = {
		...written,
		api: written?.api ?? "chat",
		...inputs["base-url"] && { "base-url": inputs["base-url"] }
	};
	const key = ofCloud(own) ?? defaultKey(inputs, written?.key, own);
	return new Map([["default", providerOf(own, key)], ...named]);
}
const usualKeys = {
	chat: "OPENAI_API_KEY",
	responses: "OPENAI_API_KEY",
	anthropic: "ANTHROPIC_API_KEY",
	gemini: "GEMINI_API_KEY",
	bedrock: "AWS_BEARER_TOKEN_BEDROCK",
	azure: "AZURE_OPENAI_API_KEY"
};
function defaultKey(inputs, written, own) {
	if (inputs["api-key"] !== void 0) return { kind: "input" };
	if (written !== void 0) return {
		kind: "environment",
		name: written,
		optional: false
	};
	const optional = own["base-url"]?.startsWith("http://") === true;
	return {
		kind: "environment",
		name: usualKeys[own.api],
		optional
	};
}
function ofCloud({ token, credentials }) {
	if (token !== void 0) return {
		kind: "token",
		name: token
	};
	return credentials === void 0 ? void 0 : { kind: credentials };
}
function providerOf(provider, key) {
	const { api, "base-url": written, fallback, region, "api-version": apiVersion } = provider;
	const ofRegion = region === void 0 ? void 0 : `https://bedrock-runtime.${region}.amazonaws.com`;
	return {
		api,
		baseUrl: (written ?? ofRegion ?? apiEndpoints[api] ?? "https://api.openai.com/v1").replace(/\/+$/u, ""),
		key,
		...region === void 0 ? {} : { region },
		...apiVersion === void 0 ? {} : { apiVersion },
		...fallback === void 0 ? {} : { fallback }
	};
}

// src/core/settings/resolve-settings.ts
function resolveSettings(inputs, config) {
	const compared = comparedFiles(inputs);
	if (compared.kind === "broken") return compared;
	const [misplaced, ...others] = misplacedFailOn(inputs);
	if (misplaced !== void 0) return {
		kind: "broken",
		problems: [misplaced, ...others]
	};
	const { services, applications } = splitProviders(config);
	const configured = {
		providers: resolveProviders(inputs, services),
		applications
	};
	const providers = namesOf(configured);
	const sampling = inputs.sampling ?? config.sampling;
	const judge = resolveJudge(inputs, config, providers);
	const embeddings = config.embeddings === void 0 ? void 0 : modelOf(config.embeddings, providers);
	const simulate = config.simulate === void 0 ? withoutVotes(judge) : modelOf(config.simulate, providers);
	return {
		kind: "settings",
		settings: {
			mode: inputs.mode,
			drift: resolveDrift(inputs, config),
			...config.monitor.quality === void 0 ? {} : { quality: config.monitor.quality },
			...compared.files === void 0 ? {} : { compared: compared.files },
			configFile: config.file,
			...inputs.name === void 0 ? {} : { name: inputs.name },
			promptGlobs: inputs.prompts ?? globsOf(config.prompts),
			assembled: config.prompts.flatMap((entry) => typeof entry === "string" ? [] : assembledOf(entry)),
			agentGlobs: config.agents,
			withheldGlobs: config.withhold,
			roles: config.roles,
			templates: config.templates,
			watch: watchOf(config.watch),
			models: resolveModels(inputs, config, providers),
			...config["allowed-models"] === void 0 ? {} : { allowedModels: config["allowed-models"] },
			allowedParams: config["allowed-params"],
			...configured,
			...judge === void 0 ? {} : { judge },
			...embeddings === void 0 ? {} : { embeddings },
			...simulate === void 0 ? {} : { simulate },
			scorers: new Map(Object.entries(config.scorers).map(([name, scorer]) => [name, scorerOf(scorer)])),
			casesPattern: config.cases,
			defaultChecks: config.defaultChecks,
			tags: inputs.tags ?? [],
			examChanges: config.gate["exam-changes"],
			servedModel: config.gate["served-model"],
			sampling,
			trials: inputs.trials ?? config.trials ?? (sampling === "fixed" ? 5 : 12),
			diagnose: config.diagnose,
			logFields: config.logs.fields,
			baselineAgeMs: inputs["baseline-age"] ?? config["baseline-age"],
			concurrency: inputs.concurrency ?? config.concurrency,
			stream: config.latency.stream,
			maxCalls: inputs["max-calls"] ?? config.budget.calls,
			maxCostUsd: inputs["max-cost"] ?? config.budget.usd,
			limitsCost: inputs["max-cost"] !== void 0 || config.limitsCost,
			timeoutMs: inputs.timeout ?? config.timeout,
			gate: gateOf(config.gate),
			overrides: config.overrides.map((written) => overrideOf(written, inputs, providers)),
			failOn: resolveFailOn(inputs, config).review,
			monitorFailOn: resolveFailOn(inputs, config).monitor,
			acceptLabel: inputs["accept-label"],
			comment: inputs.comment ?? config.comment,
			publishReplies: config["publish-replies"],
			mask: config.mask,
			cache: inputs.cache,
			...inputs.artifact === "" ? {} : { artifact: nameOfArtifact(inputs) },
			...inputs["report-junit"] === void 0 ? {} : { reportJunit: inputs["report-junit"] },
			allowForks: inputs["allow-forks"],
			...inputs["base-ref"] === void 0 ? {} : { baseRef: inputs["base-ref"] },
			segments: new Map(Object.entries(config.segments).map(([name, { traffic }]) => [name, { monthly: traffic }])),
			cacheLeasts: new Map(Object.entries(config["cache-minimum"])),
			prices: new Map(Object.entries(config.prices).map(([name, { cached, ...price }]) => {
				return [name, cached === void 0 ? price : {
					...price,
					cached
				}];
			})),
			retirements: new Map(Object.entries(config.retirements)),
			successors: new Map([...Object.entries(config.successors), ...inputs.successors ?? []].map(([name, models]) => [name, models.map((written) => modelOf(written, providers))])),
			alertTargets: alertTargetsOf(config.alerts),
			alertCooldownMs: config.alerts.cooldown,
			alertRules: config.alerts.rules
		}
	};
}
function nameOfArtifact({ artifact, name, mode }) {
	if (artifact !== "promptgate") return artifact;
	return [
		artifact,
		name,
		mode === "review" || mode === "compare" ? void 0 : mode
	].filter((part) => part !== void 0).join("-");
}
function globsOf(prompts) {
	const globs = prompts.filter((entry) => typeof entry === "string");
	return globs.length === 0 ? defaultPromptGlobs : globs;
}
function watchOf(written) {
	const paths = written.filter((one) => typeof one === "string");
	const rules = written.filter((one) => typeof one !== "string");
	return [...paths.length === 0 ? [] : [{ paths }], ...rules];
}
function scorerOf(written) {
	if ("url" in written) return {
		kind: "url",
		url: written.url
	};
	return {
		kind: "command",
		command: written.command,
		...written.serve === true ? { serve: true } : {}
	};
}
function comparedFiles(inputs) {
	const { mode, old, new: fresh } = inputs;
	if (mode !== "compare") {
		const given = ["old", "new"].filter((name) => inputs[name] !== void 0);
		if (given.length === 0) return {
			kind: "files",
			files: void 0
		};
		return {
			kind: "broken",
			problems: [{
				reason: "config",
				what: `the input \`${given.join("` and `")}\` is for \`mode: compare\`, and the mode is \`${mode}\`.`,
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
function withoutTrust(config, defaults) {
	const names = new Map(Object.entries(config.providers));
	const providers = {
		has: (name) => names.has(name),
		isApplication: (name) => names.has(name) && !("api" in (names.get(name) ?? {}))
	};
	const plain = (written) => {
		const { provider, model } = typeof written === "object" ? written : {
			provider: void 0,
			model: written
		};
		if (model === void 0 || (provider ?? modelNamed(model, providers).provider) !== "default") return [];
		return [model];
	};
	const models = config.models.flatMap(plain);
	const [judge] = plain(config.judge);
	const [embeddings] = plain(config.embeddings);
	const votes = typeof config.judge === "object" ? config.judge.votes : 1;
	const kept = {
		...defaults,
		file: config.file,
		models,
		...judge === void 0 ? {} : { judge: votes === 1 ? judge : {
			model: judge,
			params: {},
			votes
		} },
		...embeddings === void 0 ? {} : { embeddings },
		gate: stricter(config.gate, defaults.gate),
		...config["publish-replies"] === "none" ? { "publish-replies": "none" } : {},
		...config.mask ? { mask: true } : {}
	};
	const [written, usual, held] = [
		config,
		defaults,
		kept
	].map(configEntries);
	const differing = [.../* @__PURE__ */ new Set([...written?.keys() ?? [], ...usual?.keys() ?? []])].filter((key) => canonicalJson(written?.get(key)) !== canonicalJson(usual?.get(key)));
	return {
		config: kept,
		used: differing.filter((key) => canonicalJson(held?.get(key)) !== canonicalJson(usual?.get(key))),
		leftOut: differing.filter((key) => canonicalJson(held?.get(key)) !== canonicalJson(written?.get(key)))
	};
}
function stricter(head, usual) {
	const least = head["min-score"];
	const { "max-increase": _, ...caps } = head.cost ?? {};
	return {
		...usual,
		tolerance: Math.min(head.tolerance, usual.tolerance),
		alpha: Math.max(head.alpha, usual.alpha),
		...head["exam-changes"] === "strict" ? { "exam-changes": "strict" } : {},
		...head["served-model"] === "block" ? { "served-model": "block" } : {},
		...least === void 0 ? {} : { "min-score": least },
		...Object.keys(caps).length === 0 ? {} : { cost: caps }
	};
}
function configEntries(config) {
	const { file: _, defaultChecks: __, limitsCost: ___, saysFailOn: ____, version: _____, ...keys } = config;
	return new Map(Object.entries(keys));
}

// src/app/review/read-settings.ts
async function readSettings(host, pull, inputs) {
	const atTip = await findConfig(host, pull.tip, rootPlace(inputs));
	if (atTip !== void 0) return weigh(inputs, atTip, []);
	const atHead = pull.fork || pull.tip.sha === pull.head.sha ? void 0 : await findConfig(host, pull.head, rootPlace(inputs));
	if (atHead !== void 0) {
		const { config, used } = withoutTrust(atHead, defaultConfig(inputs));
		const only = used.length === 0 ? "nothing of it" : `only its ${used.join(", ")}`;
		return weigh(inputs, config, [`The base branch has no config yet, so the defaults hold: of ${atHead.file} in this pull request ${only} is used here, as far as it adds to them.`]);
	}
	const [named, ...others] = configPaths(inputs);
	if (others.length === 0) throw new ProblemError({
		reason: "config",
		what: `there is no config \`${named}\`: the action looks on the base branch, the command line in the working tree.`,
		fix: "Add it there, or leave `config` out: no config is fine."
	});
	return weigh(inputs, unbroken(parseConfig("", named)), []);
}
const here = {
	sha: "",
	ref: "this folder"
};
const nowhere = {
	tip: here,
	base: here,
	head: here,
	fork: false
};
async function readSettingsHere(readFile, inputs) {
	return readSettings({ texts: async (_, paths) => new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path)]))) }, nowhere, inputs);
}
function rootPlace(inputs) {
	return {
		paths: configPaths(inputs),
		fromRoot: (config) => config
	};
}
async function readConfigSide(host, revision, inputs, absent, place = rootPlace(inputs)) {
	const config = await findConfig(host, revision, place) ?? (absent === void 0 ? void 0 : defaultConfig(inputs));
	return config === void 0 ? void 0 : {
		config,
		settings: weigh(inputs, config, []).settings
	};
}
function defaultConfig(inputs) {
	const [named] = configPaths(inputs);
	return unbroken(parseConfig("", named));
}
async function findConfig(host, revision, { paths, fromRoot }) {
	for (const [path, file] of await host.texts(revision, paths)) {
		if (file.kind === "text") return fromRoot(unbroken(parseConfig(file.text, path)));
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

export { readSettings as a, configEntries as c, readConfigSide as i, configPaths as l, defaultInputs as n, readSettingsHere as o, defaultSettings as r, rootPlace as s, defaultConfig as t };