import "./rolldown-runtime.js";
import { t as ProviderError } from "./ports.js";
import { n as encodeModel, t as createServiceProvider } from "./create-service-provider.js";
import { a as parseBody, c as joinJson, d as readFormat, f as readToolChoice, h as RefusedError, l as mapParameters, m as stopsOf, n as cannotShow, o as unreadable, p as readTools, r as readArguments, s as effortOf, u as namesOf } from "./parts.js";
import { t as limitFetch } from "./http-fetch.js";
import { E as string, O as union, b as number, g as json, l as array, x as object, y as looseObject } from "./zod.js";

// node_modules/aws4fetch/dist/aws4fetch.esm.mjs
const encoder = new TextEncoder();
const HOST_SERVICES = {
	appstream2: "appstream",
	cloudhsmv2: "cloudhsm",
	email: "ses",
	marketplace: "aws-marketplace",
	mobile: "AWSMobileHubService",
	pinpoint: "mobiletargeting",
	queue: "sqs",
	"git-codecommit": "codecommit",
	"mturk-requester-sandbox": "mturk-requester",
	"personalize-runtime": "personalize"
};
const UNSIGNABLE_HEADERS = /* @__PURE__ */ new Set([
	"authorization",
	"content-type",
	"content-length",
	"user-agent",
	"presigned-expires",
	"expect",
	"x-amzn-trace-id",
	"range",
	"connection"
]);
var AwsV4Signer = class {
	constructor({ method, url, headers, body, accessKeyId, secretAccessKey, sessionToken, service, region, cache, datetime, signQuery, appendSessionToken, allHeaders, singleEncode }) {
		if (url == null) throw new TypeError("url is a required option");
		if (accessKeyId == null) throw new TypeError("accessKeyId is a required option");
		if (secretAccessKey == null) throw new TypeError("secretAccessKey is a required option");
		this.method = method || (body ? "POST" : "GET");
		this.url = new URL(url);
		this.headers = new Headers(headers || {});
		this.body = body;
		this.accessKeyId = accessKeyId;
		this.secretAccessKey = secretAccessKey;
		this.sessionToken = sessionToken;
		let guessedService, guessedRegion;
		if (!service || !region) [guessedService, guessedRegion] = guessServiceRegion(this.url, this.headers);
		this.service = service || guessedService || "";
		this.region = region || guessedRegion || "us-east-1";
		this.cache = cache || /* @__PURE__ */ new Map();
		this.datetime = datetime || (/* @__PURE__ */ new Date()).toISOString().replace(/[:-]|\.\d{3}/g, "");
		this.signQuery = signQuery;
		this.appendSessionToken = appendSessionToken || this.service === "iotdevicegateway";
		this.headers.delete("Host");
		if (this.service === "s3" && !this.signQuery && !this.headers.has("X-Amz-Content-Sha256")) this.headers.set("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD");
		const params = this.signQuery ? this.url.searchParams : this.headers;
		params.set("X-Amz-Date", this.datetime);
		if (this.sessionToken && !this.appendSessionToken) params.set("X-Amz-Security-Token", this.sessionToken);
		this.signableHeaders = ["host", ...this.headers.keys()].filter((header) => allHeaders || !UNSIGNABLE_HEADERS.has(header)).sort();
		this.signedHeaders = this.signableHeaders.join(";");
		this.canonicalHeaders = this.signableHeaders.map((header) => header + ":" + (header === "host" ? this.url.host : (this.headers.get(header) || "").replace(/\s+/g, " "))).join("\n");
		this.credentialString = [
			this.datetime.slice(0, 8),
			this.region,
			this.service,
			"aws4_request"
		].join("/");
		if (this.signQuery) {
			if (this.service === "s3" && !params.has("X-Amz-Expires")) params.set("X-Amz-Expires", "86400");
			params.set("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
			params.set("X-Amz-Credential", this.accessKeyId + "/" + this.credentialString);
			params.set("X-Amz-SignedHeaders", this.signedHeaders);
		}
		if (this.service === "s3") try {
			this.encodedPath = decodeURIComponent(this.url.pathname.replace(/\+/g, " "));
		} catch (e) {
			this.encodedPath = this.url.pathname;
		}
		else this.encodedPath = this.url.pathname.replace(/\/+/g, "/");
		if (!singleEncode) this.encodedPath = encodeURIComponent(this.encodedPath).replace(/%2F/g, "/");
		this.encodedPath = encodeRfc3986(this.encodedPath);
		const seenKeys = /* @__PURE__ */ new Set();
		this.encodedSearch = [...this.url.searchParams].filter(([k]) => {
			if (!k) return false;
			if (this.service === "s3") {
				if (seenKeys.has(k)) return false;
				seenKeys.add(k);
			}
			return true;
		}).map((pair) => pair.map((p) => encodeRfc3986(encodeURIComponent(p)))).sort(([k1, v1], [k2, v2]) => k1 < k2 ? -1 : k1 > k2 ? 1 : v1 < v2 ? -1 : v1 > v2 ? 1 : 0).map((pair) => pair.join("=")).join("&");
	}
	async sign() {
		if (this.signQuery) {
			this.url.searchParams.set("X-Amz-Signature", await this.signature());
			if (this.sessionToken && this.appendSessionToken) this.url.searchParams.set("X-Amz-Security-Token", this.sessionToken);
		} else this.headers.set("Authorization", await this.authHeader());
		return {
			method: this.method,
			url: this.url,
			headers: this.headers,
			body: this.body
		};
	}
	async authHeader() {
		return [
			"AWS4-HMAC-SHA256 Credential=" + this.accessKeyId + "/" + this.credentialString,
			"SignedHeaders=" + this.signedHeaders,
			"Signature=" + await this.signature()
		].join(", ");
	}
	async signature() {
		const date = this.datetime.slice(0, 8);
		const cacheKey = [
			this.secretAccessKey,
			date,
			this.region,
			this.service
		].join();
		let kCredentials = this.cache.get(cacheKey);
		if (!kCredentials) {
			kCredentials = await hmac(await hmac(await hmac(await hmac("AWS4" + this.secretAccessKey, date), this.region), this.service), "aws4_request");
			this.cache.set(cacheKey, kCredentials);
		}
		return buf2hex(await hmac(kCredentials, await this.stringToSign()));
	}
	async stringToSign() {
		return [
			"AWS4-HMAC-SHA256",
			this.datetime,
			this.credentialString,
			buf2hex(await hash(await this.canonicalString()))
		].join("\n");
	}
	async canonicalString() {
		return [
			this.method.toUpperCase(),
			this.encodedPath,
			this.encodedSearch,
			this.canonicalHeaders + "\n",
			this.signedHeaders,
			await this.hexBodyHash()
		].join("\n");
	}
	async hexBodyHash() {
		let hashHeader = this.headers.get("X-Amz-Content-Sha256") || (this.service === "s3" && this.signQuery ? "UNSIGNED-PAYLOAD" : null);
		if (hashHeader == null) {
			if (this.body && typeof this.body !== "string" && !("byteLength" in this.body)) throw new Error("body must be a string, ArrayBuffer or ArrayBufferView, unless you include the X-Amz-Content-Sha256 header");
			hashHeader = buf2hex(await hash(this.body || ""));
		}
		return hashHeader;
	}
};
async function hmac(key, string) {
	const cryptoKey = await crypto.subtle.importKey("raw", typeof key === "string" ? encoder.encode(key) : key, {
		name: "HMAC",
		hash: { name: "SHA-256" }
	}, false, ["sign"]);
	return crypto.subtle.sign("HMAC", cryptoKey, encoder.encode(string));
}
async function hash(content) {
	return crypto.subtle.digest("SHA-256", typeof content === "string" ? encoder.encode(content) : content);
}
const HEX_CHARS = [
	"0",
	"1",
	"2",
	"3",
	"4",
	"5",
	"6",
	"7",
	"8",
	"9",
	"a",
	"b",
	"c",
	"d",
	"e",
	"f"
];
function buf2hex(arrayBuffer) {
	const buffer = new Uint8Array(arrayBuffer);
	let out = "";
	for (let idx = 0; idx < buffer.length; idx++) {
		const n = buffer[idx];
		out += HEX_CHARS[n >>> 4 & 15];
		out += HEX_CHARS[n & 15];
	}
	return out;
}
function encodeRfc3986(urlEncodedStr) {
	return urlEncodedStr.replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
}
function guessServiceRegion(url, headers) {
	const { hostname, pathname } = url;
	if (hostname.endsWith(".on.aws")) {
		const match = hostname.match(/^[^.]{1,63}\.lambda-url\.([^.]{1,63})\.on\.aws$/);
		return match != null ? ["lambda", match[1] || ""] : ["", ""];
	}
	if (hostname.endsWith(".r2.cloudflarestorage.com")) return ["s3", "auto"];
	if (hostname.endsWith(".backblazeb2.com")) {
		const match = hostname.match(/^(?:[^.]{1,63}\.)?s3\.([^.]{1,63})\.backblazeb2\.com$/);
		return match != null ? ["s3", match[1] || ""] : ["", ""];
	}
	const match = hostname.replace("dualstack.", "").match(/([^.]{1,63})\.(?:([^.]{0,63})\.)?amazonaws\.com(?:\.cn)?$/);
	let service = match && match[1] || "";
	let region = match && match[2];
	if (region === "us-gov") region = "us-gov-west-1";
	else if (region === "s3" || region === "s3-accelerate") {
		region = "us-east-1";
		service = "s3";
	} else if (service === "iot") {
		if (hostname.startsWith("iot.")) service = "execute-api";
		else if (hostname.startsWith("data.jobs.iot.")) service = "iot-jobs-data";
		else service = pathname === "/mqtt" ? "iotdevicegateway" : "iotdata";
	} else if (service === "autoscaling") {
		const targetPrefix = (headers.get("X-Amz-Target") || "").split(".")[0];
		if (targetPrefix === "AnyScaleFrontendService") service = "application-autoscaling";
		else if (targetPrefix === "AnyScaleScalingPlannerFrontendService") service = "autoscaling-plans";
	} else if (region == null && service.startsWith("s3-")) {
		region = service.slice(3).replace(/^fips-|^external-1/, "");
		service = "s3";
	} else if (service.endsWith("-fips")) service = service.slice(0, -5);
	else if (region && /-\d$/.test(service) && !/-\d$/.test(region)) [service, region] = [region, service];
	return [HOST_SERVICES[service] || service, region || ""];
}

// src/providers/bedrock/converse.ts
const noPlace = "Converse has no such parameter";
const converseParameters = {
	max_tokens: { at: "inferenceConfig.maxTokens" },
	max_completion_tokens: { at: "inferenceConfig.maxTokens" },
	temperature: { at: "inferenceConfig.temperature" },
	top_p: { at: "inferenceConfig.topP" },
	top_k: { at: "additionalModelRequestFields.top_k" },
	stop: {
		at: "inferenceConfig.stopSequences",
		write: stopsOf
	},
	reasoning_effort: {
		at: "outputConfig.effort",
		write: effortOf
	},
	response_format: {
		at: "outputConfig.textFormat",
		write: writeFormat,
		told: "a JSON schema; `json_object` is left out"
	},
	tools: {
		at: "toolConfig.tools",
		write: writeTools
	},
	tool_choice: {
		at: "toolConfig.toolChoice",
		write: writeChoice,
		told: "`none` is refused"
	},
	metadata: { at: "requestMetadata" },
	parallel_tool_calls: { none: noPlace },
	n: { none: noPlace },
	seed: { none: noPlace },
	logprobs: { none: noPlace },
	top_logprobs: { none: noPlace },
	logit_bias: { none: noPlace },
	presence_penalty: { none: noPlace },
	frequency_penalty: { none: noPlace },
	user: { none: noPlace },
	verbosity: { none: noPlace },
	prediction: { none: noPlace }
};
const ownNames = /* @__PURE__ */ new Set([
	"additionalModelRequestFields",
	"additionalModelResponseFieldPaths",
	"guardrailConfig",
	"inferenceConfig",
	"outputConfig",
	"performanceConfig",
	"promptVariables",
	"requestMetadata",
	"serviceTier",
	"toolConfig"
]);
function finishBody(body) {
	const entries = Object.entries(body);
	const own = Object.fromEntries(entries.filter(([name]) => ownNames.has(name)));
	const others = Object.fromEntries(entries.filter(([name]) => !ownNames.has(name)));
	return Object.keys(others).length === 0 ? own : joinJson(own, { additionalModelRequestFields: others });
}
function writeFormat(value) {
	const format = readFormat(value);
	if (format?.type !== "json_schema") return void 0;
	const { name, description, schema = { type: "object" } } = format.json_schema;
	const named = {
		...name === void 0 ? {} : { name },
		...description === void 0 ? {} : { description }
	};
	return {
		type: "json_schema",
		structure: { jsonSchema: {
			schema: JSON.stringify(schema),
			...named
		} }
	};
}
function writeTools(value) {
	return readTools(value).map((tool) => {
		if ("native" in tool) return tool.native;
		const { name, description, parameters = {
			type: "object",
			properties: {}
		}, strict } = tool.function;
		return { toolSpec: {
			name,
			inputSchema: { json: parameters },
			...description === void 0 ? {} : { description },
			...strict === true ? { strict } : {}
		} };
	});
}
function writeChoice(value) {
	const choice = readToolChoice(value);
	if (choice === void 0) return value;
	if (typeof choice === "object") return { tool: { name: choice.name } };
	if (choice === "none") throw new ProviderError("was not asked: Converse cannot forbid the tools that it is given (`tool_choice: none`).", {
		reason: "refused-request",
		fix: "Leave `tools` out."
	});
	return choice === "required" ? { any: {} } : { auto: {} };
}
function writeConversation(messages) {
	const isOfSystem = ({ role }) => role === "system" || role === "developer";
	const others = messages.filter((message) => !isOfSystem(message));
	const system = messages.filter((message) => isOfSystem(message) && others.length > 0 && message.content.trim() !== "");
	const turns = [];
	for (const message of others.length > 0 ? others : messages) {
		const role = message.role === "assistant" ? "assistant" : "user";
		const last = turns.at(-1);
		if (last?.role === role) turns[turns.length - 1] = {
			role,
			content: [...last.content, ...blocksOf(message)]
		};
		else turns.push({
			role,
			content: blocksOf(message)
		});
	}
	return {
		messages: turns,
		...system.length === 0 ? {} : { system: system.map(({ content }) => ({ text: content })) }
	};
}
function blocksOf({ role, content, parts, toolCalls = [], toolCallId, carried }) {
	if (role === "tool") return [{ toolResult: {
		toolUseId: toolCallId ?? "call_0",
		content: [{ text: content }]
	} }];
	const shown = parts?.map(writePart) ?? (content === "" && toolCalls.length > 0 ? [] : [{ text: content }]);
	const calls = toolCalls.map(({ id, name, arguments: written }, index) => {
		return { toolUse: {
			toolUseId: id ?? `call_${index}`,
			name,
			input: readArguments(name, written)
		} };
	});
	return [
		...Array.isArray(carried) ? carried : [],
		...shown,
		...calls
	];
}
const documents = /* @__PURE__ */ new Map([
	["application/pdf", "pdf"],
	["application/msword", "doc"],
	["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"],
	["application/vnd.ms-excel", "xls"],
	["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"],
	["text/csv", "csv"],
	["text/html", "html"],
	["text/markdown", "md"],
	["text/plain", "txt"]
]);
const formats = {
	image: new Map([
		"png",
		"jpeg",
		"gif",
		"webp"
	].map((format) => [`image/${format}`, format])),
	audio: new Map([
		...[
			"audio/wav",
			"audio/x-wav",
			"audio/wave",
			"audio/vnd.wave"
		].map((type) => [type, "wav"]),
		...["audio/mpeg", "audio/mp3"].map((type) => [type, "mp3"]),
		...[
			"aac",
			"flac",
			"ogg",
			"opus",
			"webm"
		].map((format) => [`audio/${format}`, format])
	]),
	file: documents
};
function writePart(part) {
	if (part.kind === "text") return { text: part.text };
	const { kind, source, name = "file" } = part;
	if (source.kind === "url") throw cannotShow(part, "reads no address of it", "Give the file itself.");
	const format = formats[kind].get(source.mediaType);
	if (format === void 0) {
		const fix = `It takes ${[...new Set(formats[kind].values())].join(", ")}.`;
		throw cannotShow(part, `does not take ${source.mediaType}`, fix);
	}
	const shown = {
		format,
		source: { bytes: source.base64 }
	};
	if (kind !== "file") return { [kind]: shown };
	const plain = name.replaceAll(/[^A-Za-z0-9\s()[\]-]+/gu, "-").replaceAll(/\s+/gu, " ");
	return { document: {
		...shown,
		name: plain
	} };
}

// src/providers/bedrock/read-converse.ts
const count = number().nonnegative().nullish();
const converse = looseObject({
	output: looseObject({ message: looseObject({ content: array(looseObject({})) }) }),
	stopReason: string().nullish(),
	usage: looseObject({
		inputTokens: count,
		outputTokens: count,
		cacheReadInputTokens: count,
		cacheWriteInputTokens: count
	}).nullish().catch(void 0)
});
const text = looseObject({ text: string() });
const toolUse = looseObject({ toolUse: looseObject({
	toolUseId: string(),
	name: string(),
	input: json().optional()
}) });
const reasoning = object({ reasoningContent: json() });
const ends = /* @__PURE__ */ new Map([
	["end_turn", "stop"],
	["stop_sequence", "stop"],
	["tool_use", "tool_calls"],
	["max_tokens", "length"],
	["model_context_window_exceeded", "length"],
	["guardrail_intervened", "content_filter"],
	["content_filtered", "content_filter"]
]);
function readConverse(body, { model }, quote) {
	const parsed = parseBody(body, quote);
	const { data } = converse.safeParse(parsed);
	if (data === void 0) throw unreadable(parsed, "no message", quote);
	const { content } = data.output.message;
	const calls = content.flatMap((held) => toolUse.safeParse(held).data?.toolUse ?? []);
	const thoughts = content.flatMap((held) => reasoning.safeParse(held).data ?? []);
	const why = data.stopReason ?? "unknown";
	return {
		text: content.flatMap((held) => text.safeParse(held).data?.text ?? []).join(""),
		toolCalls: calls.map(({ toolUseId, name, input }) => {
			return {
				id: toolUseId,
				name,
				arguments: JSON.stringify(input ?? {})
			};
		}),
		finishReason: ends.get(why) ?? why,
		servedModel: model,
		usage: readUsage(data.usage),
		...calls.length > 0 && thoughts.length > 0 ? { carried: thoughts } : {}
	};
}
function readUsage(usage) {
	const { inputTokens: plain, outputTokens, cacheReadInputTokens: cachedTokens } = usage ?? {};
	const inputTokens = typeof plain === "number" ? plain + (cachedTokens ?? 0) + (usage?.cacheWriteInputTokens ?? 0) : void 0;
	return {
		...inputTokens === void 0 ? {} : { inputTokens },
		...typeof outputTokens === "number" ? { outputTokens } : {},
		...typeof cachedTokens === "number" ? { cachedTokens } : {}
	};
}
const said = string();
const refusal = union([
	looseObject({ message: said }).transform(({ message }) => message),
	looseObject({ Message: said }).transform(({ Message: message }) => message),
	looseObject({ error: looseObject({ message: said }) }).transform(({ error }) => error.message)
]);
const keyFaults = /^(?:UnrecognizedClient|InvalidSignature|ExpiredToken|IncompleteSignature|MissingAuthenticationToken|InvalidClientTokenId)/u;
function readRefusal({ status, headers }, body) {
	const [type = ""] = (headers.get("x-amzn-errortype") ?? "").replace(/^.*#/u, "").split(":", 1);
	const message = refusal.safeParse(jsonOf(body)).data ?? (body.trim() === "" ? "status code (no body)" : body);
	return {
		headers,
		message,
		type,
		cause: void 0,
		...type === "ServiceQuotaExceededException" || status === 429 && /\bper day\b/iu.test(message) ? { code: "insufficient_quota" } : {},
		status: statusOf(status, type, message)
	};
}
function statusOf(status, type, message) {
	if (status === 403 && (keyFaults.test(type) || /API Key is valid/iu.test(message))) return 401;
	if (status === 400 && /model identifier is invalid/iu.test(message)) return 404;
	return status === 424 ? 500 : status;
}
function jsonOf(body) {
	try {
		return JSON.parse(body);
	} catch {
		return;
	}
}

// src/providers/bedrock/create-bedrock-provider.ts
function createBedrockProvider(settings) {
	const send = limitFetch(settings.credentials === void 0 ? bearer(settings.key) : signer(settings));
	return createServiceProvider(settings, {
		names: namesOf(converseParameters),
		failureOf: (error) => error instanceof RefusedError ? error.failed : void 0,
		async ask(request, { params, signal, tell, quote }) {
			if (request.kind === "embedding") throw new ProviderError("was not asked: its API has no embeddings.", {
				reason: "refused-request",
				fix: "Name an embedding model of another provider in `embeddings`."
			});
			const { body, left } = mapParameters(params, converseParameters);
			const sent = JSON.stringify({
				...finishBody(body),
				...writeConversation(request.messages)
			});
			const url = `${settings.baseUrl}/model/${encodeModel(request.model, "%2F")}/converse`;
			const response = await send(url, {
				body: sent,
				signal
			});
			const text = await response.text();
			if (!response.ok) throw new RefusedError(readRefusal(response, text));
			tell(response.headers);
			const read = readConverse(text, request, quote);
			const responseId = response.headers.get("x-amzn-requestid");
			return {
				...read,
				...responseId === null ? {} : { responseId },
				...Object.keys(left).length === 0 ? {} : { adapted: left }
			};
		}
	});
}
function bearer(key) {
	return key === void 0 || key === "" ? {} : { authorization: `Bearer ${key}` };
}
function signer({ credentials, region, clock }) {
	return async (url, body) => {
		const datetime = new Date(clock.now()).toISOString().replaceAll(/[:-]|\.\d{3}/gu, "");
		const { accessKeyId = "", secretAccessKey = "", sessionToken } = credentials ?? {};
		const { headers } = await new AwsV4Signer({
			method: "POST",
			url: url.href,
			body,
			service: "bedrock",
			datetime,
			accessKeyId,
			secretAccessKey,
			...region === void 0 ? {} : { region },
			...sessionToken === void 0 ? {} : { sessionToken }
		}).sign();
		return Object.fromEntries(headers);
	};
}

export { createBedrockProvider };