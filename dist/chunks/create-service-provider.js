import { t as ProviderError } from "./ports.js";
import { t as refuseEndpoint } from "./refuse-endpoint.js";
import { t as quoteService } from "./quote-service2.js";
import { n as readRetryAfter, t as readAllowance } from "./read-hints.js";

// src/providers/service/adaptations.ts
const otherName = {
	max_tokens: "max_completion_tokens",
	max_completion_tokens: "max_tokens"
};
const kept = /* @__PURE__ */ new Set([
	"tools",
	"tool_choice",
	"functions",
	"function_call",
	"messages",
	"model"
]);
const none = /* @__PURE__ */ new Map();
var Adaptations = class {
	#byModel = /* @__PURE__ */ new Map();
	apply(model, params) {
		const changes = this.#byModel.get(model) ?? none;
		const names = Object.keys(params).filter((name) => changes.has(name));
		if (names.length === 0) return { params };
		const result = new Map(Object.entries(params).filter(([name]) => !changes.has(name)));
		for (const name of names) {
			const instead = finalName(name, changes);
			const value = params[name];
			if (instead !== null && value !== void 0 && !result.has(instead)) result.set(instead, value);
		}
		return {
			params: Object.fromEntries(result),
			adapted: Object.fromEntries(names.map((name) => [name, finalName(name, changes)]))
		};
	}
	learn(model, name, said) {
		if (kept.has(name)) return false;
		const changes = new Map(this.#byModel.get(model) ?? none);
		const other = otherName[name];
		const instead = other !== void 0 && !changes.has(other) && !/\bvalue\b/iu.test(said) ? other : null;
		changes.set(name, instead);
		this.#byModel.set(model, changes);
		return true;
	}
};
function finalName(name, changes) {
	const instead = changes.get(name) ?? null;
	return instead !== null && changes.has(instead) ? null : instead;
}
function refusedParameter(said, params, names = {}) {
	if (!(said.code === "unsupported_parameter" || said.code === "unsupported_value" || said.code === "unknown_parameter" || /unsupported|not support|unrecogni[sz]ed|unknown (?:parameter|field|name)|not permitted|extra inputs|deprecated|not enabled/iu.test(said.message))) return void 0;
	const root = said.param?.split(/[.[]/u, 1)[0];
	const words = new Set(said.message.split(/[^\w-]+/u));
	const called = (name) => [name, ...names[name] ?? []];
	const given = Object.keys(params);
	return (root === void 0 ? void 0 : given.find((name) => called(name).includes(root))) ?? given.find((name) => called(name).some((word) => words.has(word)));
}

// src/providers/service/explain-failure.ts
function explainFailure(error, about, failed) {
	if (error instanceof ProviderError) return new ProviderError(`${whole(about)} ${error.message}`, {
		...error,
		cause: error
	});
	if (failed !== void 0) return explainStatus(failed, about);
	const cause = error instanceof Error ? error.cause : void 0;
	return cause instanceof ProviderError ? explainFailure(cause, about) : explainConnection(error, about);
}
function whole({ name, baseUrl }) {
	return name === "default" ? `The service at ${new URL(baseUrl).host}` : name;
}
function short({ name }) {
	return name === "default" ? "The service" : name;
}
function explainStatus(failed, about) {
	const { status, cause: error } = failed;
	const { model, keyFrom, quote } = about;
	const name = whole(about);
	const said = quote(failed.message);
	const retryAfterMs = (failed.headers === void 0 ? void 0 : readRetryAfter(failed.headers, about.now)) ?? failed.retryAfterMs;
	if (isEmptyQuota(failed)) return new ProviderError(`The quota of ${name.replace(/^The/u, "the")} is used up (${status}: ${said}). Add credit, or use another key.`, {
		reason: "quota",
		stopsProvider: true,
		cause: error
	});
	if ((status === 401 || status === 403) && !about.hasKey) return new ProviderError(`${name} wants a key (${status}: ${said}), and ${keyFrom} holds none.`, {
		reason: "key",
		stopsProvider: true,
		cause: error
	});
	if (status === 401 || status === 403) {
		const mend = status === 401 ? `Check the key in ${keyFrom}.` : `Check what the key in ${keyFrom} may be used for.`;
		return new ProviderError(`${name} refused the key (${status}: ${said}). ${mend}`, {
			reason: "key",
			stopsProvider: true,
			cause: error
		});
	}
	if (status === 429) return retryable("rate-limit", `${name} limits the rate (429: ${said}).`, {
		retryAfterMs,
		fix: fewer
	}, error);
	if (status === 408) return retryable("timeout", `${name} gave up waiting (408: ${said}).`, {
		retryAfterMs,
		fix: later
	}, error);
	if (status === 409 || status >= 500) return retryable("server", `${name} failed (${status}: ${said}).`, {
		retryAfterMs,
		fix: later
	}, error);
	if (status === 404) return refused(`${short(about)} does not know the model \`${model}\` at ${about.baseUrl} (404: ${said}). Check the model’s name and the endpoint.`, error, true);
	return refused(`${name} refused the request to \`${model}\` (${status}: ${said}).`, error, false, otherwise);
}
const later = "Run the review again later: what was answered is kept.";
const fewer = `Let fewer calls go at once by \`concurrency\`, or run the review again later: what was answered is kept.`;
const otherwise = "See whether the service has this model, and whether it takes this prompt with its parameters.";
function isEmptyQuota({ status, code, type }) {
	const words = [code, type];
	return status === 402 || words.includes("insufficient_quota") || words.includes("billing_hard_limit_reached");
}
function explainConnection(error, about) {
	const words = chain(error);
	if (words.some((word) => word.includes("unexpected redirect"))) return new ProviderError(`${short(about)} redirects to another address, which is not followed. Set its base URL (${about.baseUrl}) to where it answers.`, {
		reason: "malformed",
		retryable: true,
		cause: error
	});
	const last = about.quote(words.findLast((word) => word !== "") ?? "no connection");
	return new ProviderError(`${short(about)} cannot be reached at ${about.baseUrl} (${last}). Check the address, and that the service is up.`, {
		reason: "connection",
		retryable: true,
		cause: error
	});
}
function chain(error) {
	if (!(error instanceof Error)) return [];
	const code = "code" in error && typeof error.code === "string" ? error.code : "";
	const inner = error instanceof AggregateError && error.cause === void 0 ? error.errors[0] : error.cause;
	return [error.message === "" ? code : error.message, ...chain(inner)];
}
function retryable(reason, message, hints, cause) {
	return new ProviderError(message, {
		reason,
		retryable: true,
		...hints,
		cause
	});
}
function refused(message, cause, stopsModel, fix) {
	return new ProviderError(message, {
		reason: "refused-request",
		stopsModel,
		fix,
		cause
	});
}

// src/providers/service/create-service-provider.ts
function encodeModel(model, slash = "/") {
	const steps = model.split("/");
	if (steps.some((step) => step === "" || step === "." || step === "..")) throw new ProviderError(`was not asked: \`${model}\` is no name of a model.`, { reason: "refused-request" });
	return steps.map(encodeURIComponent).join(slash);
}
function secretsOf(credentials) {
	if (credentials === void 0) return [];
	const { secretAccessKey, sessionToken } = credentials;
	return [secretAccessKey, ...sessionToken === void 0 ? [] : [sessionToken]];
}
function createServiceProvider({ name, baseUrl, endpoint = baseUrl, key, keyFrom, clock, credentials, token, stream }, dialect) {
	const why = refuseEndpoint(baseUrl, { query: false });
	if (why !== void 0) throw new ProviderError(`The base URL of ${name} ${why}.`, { reason: "refused-request" });
	const adaptations = new Adaptations();
	const unstreamed = /* @__PURE__ */ new Set();
	const quote = (text) => quoteService(text, key, ...secretsOf(credentials), ...token?.secrets() ?? []);
	return { async ask(request, signal, heed) {
		const tell = (headers) => {
			const allowance = heed === void 0 ? void 0 : readAllowance(headers, clock.now());
			if (allowance !== void 0) heed?.(allowance);
		};
		const about = () => ({
			name,
			baseUrl,
			keyFrom,
			hasKey: credentials !== void 0 || token !== void 0 || key !== void 0 && key !== "",
			model: request.model,
			now: clock.now(),
			quote
		});
		for (;;) {
			const { params, adapted } = adaptations.apply(request.model, request.kind === "chat" ? request.params : {});
			const streams = stream === true && request.kind === "chat" && !unstreamed.has(request.model);
			try {
				const started = clock.monotonic();
				const read = await dialect.ask(request, {
					params,
					signal,
					stream: streams,
					tell,
					quote
				});
				const answer = {
					...read,
					servedBy: name,
					endpoint,
					latencyMs: clock.monotonic() - started,
					at: clock.now()
				};
				return adapted === void 0 ? answer : {
					...answer,
					adapted: {
						...read.adapted,
						...adapted
					}
				};
			} catch (error) {
				if (signal.aborted) throw error;
				const failed = dialect.failureOf(error);
				if (failed?.headers !== void 0) tell(failed.headers);
				if (streams && refusesStream(failed)) {
					unstreamed.add(request.model);
					continue;
				}
				if (!(failed !== void 0 && adapt(adaptations, request, params, failed, dialect.names))) throw explainFailure(error, about(), failed);
			}
		}
	} };
}
function refusesStream(failed) {
	if (failed?.status !== 400 && failed?.status !== 422) return false;
	return /^stream/u.test(failed.param ?? "") || /\bstream(?:ed|ing|_options)?\b/iu.test(failed.message);
}
function adapt(adaptations, request, sent, failed, names) {
	if (failed.status !== 400 && failed.status !== 422) return false;
	const name = refusedParameter(failed, sent, names);
	if (name === void 0) return false;
	const original = request.kind === "chat" ? request.params : {};
	return !Object.hasOwn(adaptations.apply(request.model, original).params, name) || adaptations.learn(request.model, name, failed.message);
}

export { encodeModel as n, secretsOf as r, createServiceProvider as t };