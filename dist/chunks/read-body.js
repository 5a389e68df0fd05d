import { C as union, _ as object, f as json$1, h as looseObject, m as literal, s as boolean, t as _enum, x as string, y as record } from "./zod.js";
import { t as refuseEndpoint } from "./refuse-endpoint.js";
import { t as ProviderError } from "./ports.js";
import { t as quoteService } from "./quote-service2.js";
import { i as readRetryAfter, r as readAllowance } from "./http-fetch.js";

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
function createServiceProvider({ name, baseUrl, key, keyFrom, clock }, dialect) {
	const why = refuseEndpoint(baseUrl, { query: false });
	if (why !== void 0) throw new ProviderError(`The base URL of ${name} ${why}.`, { reason: "refused-request" });
	const adaptations = new Adaptations();
	const quote = (text) => quoteService(text, key);
	return { async ask(request, signal, heed) {
		const tell = (headers) => {
			const allowance = heed === void 0 ? void 0 : readAllowance(headers, clock.now());
			if (allowance !== void 0) heed?.(allowance);
		};
		const about = () => ({
			name,
			baseUrl,
			keyFrom,
			hasKey: key !== void 0 && key !== "",
			model: request.model,
			now: clock.now(),
			quote
		});
		for (;;) {
			const { params, adapted } = adaptations.apply(request.model, request.kind === "chat" ? request.params : {});
			try {
				const started = clock.monotonic();
				const read = await dialect.ask(request, {
					params,
					signal,
					tell,
					quote
				});
				const answer = {
					...read,
					servedBy: name,
					endpoint: baseUrl,
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
				if (!(failed !== void 0 && adapt(adaptations, request, params, failed, dialect.names))) throw explainFailure(error, about(), failed);
			}
		}
	} };
}
function adapt(adaptations, request, sent, failed, names) {
	if (failed.status !== 400 && failed.status !== 422) return false;
	const name = refusedParameter(failed, sent, names);
	if (name === void 0) return false;
	const original = request.kind === "chat" ? request.params : {};
	return !Object.hasOwn(adaptations.apply(request.model, original).params, name) || adaptations.learn(request.model, name, failed.message);
}

// src/providers/service/parameters.ts
function mapParameters(params, table) {
	let body = {};
	const left = {};
	for (const [name, value] of Object.entries(params)) {
		const mapped = Object.hasOwn(table, name) ? table[name] : { at: name };
		if (mapped === void 0 || "none" in mapped) {
			left[name] = null;
			continue;
		}
		const written = mapped.write === void 0 ? value : mapped.write(value);
		if (written === void 0) left[name] = null;
		else body = joinJson(body, nested(mapped.at.split("."), written));
	}
	return {
		body,
		left
	};
}
function nested(steps, value) {
	const [last = "", ...outer] = steps.toReversed();
	return outer.reduce((inside, step) => ({ [step]: inside }), { [last]: value });
}
function joinJson(held, exact) {
	const joined = Object.entries(exact).map(([name, value]) => {
		const before = held[name];
		return [name, isObject$1(before) && isObject$1(value) ? joinJson(before, value) : value];
	});
	return {
		...held,
		...Object.fromEntries(joined)
	};
}
function isObject$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function namesOf(table) {
	return Object.fromEntries(Object.entries(table).flatMap(([name, mapped]) => {
		if ("none" in mapped) return [];
		const steps = mapped.at.split(".");
		return [[name, [.../* @__PURE__ */ new Set([steps[0] ?? "", steps.at(-1) ?? ""])]]];
	}));
}
const json = json$1();
const called = looseObject({
	name: string(),
	description: string().optional(),
	parameters: record(string(), json).optional(),
	strict: boolean().nullish()
});
const offered = object({
	type: literal("function"),
	function: called
});
function readTools(value) {
	if (!Array.isArray(value)) return [{ native: value }];
	return value.map((tool) => {
		const read = offered.safeParse(tool);
		return read.success ? { function: read.data.function } : { native: tool };
	});
}
const named = looseObject({ function: looseObject({ name: string() }) });
function readToolChoice(value) {
	if (value === "auto" || value === "none" || value === "required") return value;
	const read = named.safeParse(value);
	return read.success ? { name: read.data.function.name } : void 0;
}
const format = union([object({ type: _enum(["text", "json_object"]) }), object({
	type: literal("json_schema"),
	json_schema: looseObject({
		name: string().optional(),
		description: string().optional(),
		schema: record(string(), json).optional(),
		strict: boolean().nullish()
	})
})]);
function readFormat(value) {
	return format.safeParse(value).data;
}
function stopsOf(value) {
	return Array.isArray(value) ? value : [value];
}

// src/providers/service/parts.ts
function addressOf(source) {
	return source.kind === "url" ? source.url : `data:${source.mediaType};base64,${source.base64}`;
}
function cannotShow({ kind, name }, why, fix) {
	const what = kind === "file" ? "a file" : kind === "image" ? "an image" : "a sound";
	const which = name === void 0 ? "" : ` (${name})`;
	return new ProviderError(`was not asked: the message shows ${what}${which}, and its API ${why}.`, {
		reason: "refused-request",
		fix
	});
}
function readArguments(name, written) {
	try {
		const value = JSON.parse(written === "" ? "{}" : written);
		if (isObject(value)) return value;
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
	}
	const message = `was not asked: the arguments of a call of \`${name}\` are no JSON object, and its API takes no others.`;
	throw new ProviderError(message, {
		reason: "refused-request",
		fix: "Look at the transcript."
	});
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/providers/service/read-body.ts
function parseBody(body, quote) {
	if (body.trim() === "") throw malformed("answered with an empty body");
	try {
		return JSON.parse(body);
	} catch {
		const shown = quote(body.slice(0, 120));
		throw /^\s*<(?:!doctype|html)/iu.test(body) ? malformed(`answered with a web page (${shown}): check that base-url is the address of the API (it often ends in /v1), and that no login or proxy stands before it`, {}) : malformed(`answered with what is no whole JSON (${shown})`);
	}
}
const errorBody = looseObject({ error: union([string(), looseObject({ message: string() })]) });
function unreadable(parsed, missing, quote) {
	const error = errorBody.safeParse(parsed);
	if (!error.success) return malformed(`answered with ${missing} (${quote(sampleOf(parsed))})`);
	const said = error.data.error;
	return malformed(`answered 200 with an error: ${quote(typeof said === "string" ? said : said.message)}`, { fix: "Run the review again later: what was answered is kept." });
}
function sampleOf(parsed) {
	try {
		return JSON.stringify(parsed).slice(0, 120);
	} catch (fault) {
		if (!(fault instanceof RangeError)) throw fault;
		return "nested too deep to be shown";
	}
}
const otherAddress = { fix: "See whether its base URL is that of an API which speaks as OpenAI does." };
function malformed(message, help = otherAddress) {
	return new ProviderError(message, {
		reason: "malformed",
		retryable: true,
		...help
	});
}

export { cannotShow as a, mapParameters as c, readToolChoice as d, readTools as f, addressOf as i, namesOf as l, createServiceProvider as m, parseBody as n, readArguments as o, stopsOf as p, unreadable as r, joinJson as s, malformed as t, readFormat as u };