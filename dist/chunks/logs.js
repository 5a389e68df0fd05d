import { r as __exportAll } from "./rolldown-runtime.js";
import { t as isObject } from "./is-object.js";
import { n as CsvError, r as byName, t as parse } from "./sync.js";
import { t as logFieldNames } from "./logged-call.js";

// src/core/logs/log-tally.ts
const mostFaults = 10;
const mostBroken = .05;
function brokenRecord(what, at) {
	return {
		reason: "files",
		what,
		at,
		fix: "Mend or remove it: a log is read record by record."
	};
}
function faultsOfLogs(tallies, formats) {
	const strange = tallies.filter(({ format, records }) => format === void 0 && records > 0);
	if (strange.length > 0) return strange.map(({ file, records, faults }) => ({
		reason: "files",
		what: `None of its ${records} records is of a format that is read.${faults[0] === void 0 ? "" : ` The first: ${faults[0].what}`}`,
		at: faults[0]?.at ?? {
			file,
			line: 1
		},
		fix: `Formats that are read: ${formats.join("; ")}. Name the fields of your own records under \`logs\` in the config.`
	}));
	const records = tallies.reduce((sum, one) => sum + one.records, 0);
	const broken = tallies.reduce((sum, one) => sum + one.broken, 0);
	if (broken <= records * mostBroken) return [];
	const faults = tallies.flatMap((one) => one.faults).slice(0, 10);
	const what = `${broken} of ${records} records are broken, more than ${mostBroken * 100} %.`;
	const at = faults[0]?.at;
	return [{
		reason: "files",
		what,
		fix: "Mend the logs, or name those that are whole.",
		...at === void 0 ? {} : { at }
	}, ...faults];
}

// src/formats/logs/read-values.ts
function textOf(value) {
	if (typeof value === "string") return value === "" ? void 0 : value;
	return typeof value === "number" ? `${value}` : void 0;
}
function quantityOf(value) {
	if (typeof value === "number") return value >= 0 && value < Number.POSITIVE_INFINITY ? value : void 0;
	if (typeof value !== "string" || value === "") return void 0;
	const number = Number(value);
	return number >= 0 && number < Number.POSITIVE_INFINITY ? number : void 0;
}
function firstQuantity(...values) {
	for (const value of values) {
		const found = quantityOf(value);
		if (found !== void 0) return found;
	}
}
function firstText(...values) {
	for (const value of values) {
		const found = textOf(value);
		if (found !== void 0) return found;
	}
}
function secondsOf(value) {
	const seconds = quantityOf(value);
	return seconds === void 0 ? void 0 : toMicroseconds(seconds * 1e3);
}
function timeOf(value) {
	if (typeof value === "string") {
		if (value.charCodeAt(4) === dash) return dateOf(value);
		const number = quantityOf(value);
		return number === void 0 ? dateOf(value) : fromEpoch(number);
	}
	return typeof value === "number" && value > 0 ? fromEpoch(value) : void 0;
}
const dash = 45;
function fromEpoch(number) {
	if (number < 1e11) return toMicroseconds(number * 1e3);
	if (number < 0x5af3107a4000) return number;
	return toMicroseconds(number < 0x16345785d8a0000 ? number / 1e3 : number / 1e6);
}
function quickDate(text) {
	const { length } = text;
	if (length < 19 || text.charCodeAt(10) !== 84 || text.charCodeAt(length - 1) !== 90) return void 0;
	const written = text.slice(0, 11);
	const [hours, minutes, seconds] = [
		twoDigits(text, 11),
		twoDigits(text, 14),
		twoDigits(text, 17)
	];
	if (!(hours < 24 && minutes < 60 && seconds < 60)) return void 0;
	if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return void 0;
	let thousandths = 0;
	if (length !== 20) {
		if (length !== 24 || text.charCodeAt(19) !== 46) return void 0;
		thousandths = twoDigits(text, 20) * 10 + twoDigits(text, 21) % 10;
		if (Number.isNaN(thousandths)) return void 0;
	}
	if (written !== lastDay.written) lastDay = {
		written,
		time: Date.parse(`${written}00:00:00Z`)
	};
	return lastDay.time + ((hours * 60 + minutes) * 60 + seconds) * 1e3 + thousandths;
}
let lastDay = {
	written: "",
	time: NaN
};
function twoDigits(text, at) {
	const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
function dateOf(text) {
	const quick = quickDate(text);
	if (quick !== void 0 && !Number.isNaN(quick)) return quick;
	const isZoned = text.endsWith("Z") || /(?:[+-]\d\d:?\d\d|[A-Z]{2,4})$/u.test(text.slice(11));
	const time = Date.parse(isZoned || text.length < 11 ? text : `${text.slice(0, 10)}T${text.slice(11)}Z`);
	return Number.isNaN(time) ? void 0 : time;
}
function between(start, end) {
	return start === void 0 || end === void 0 || end < start ? void 0 : toMicroseconds(end - start);
}
function toMicroseconds(ms) {
	return Math.round(ms * 1e3) / 1e3;
}
function valueAt(record, path) {
	const direct = record[path];
	if (direct !== void 0) return direct;
	let value = record;
	for (const step of path.split(".")) {
		const held = parsedOf(value);
		if (!isObject(held) || !Object.hasOwn(held, step)) return void 0;
		value = held[step];
	}
	return value;
}
function jsonOf(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function parsedOf(value) {
	if (typeof value !== "string") return value;
	const first = value.trimStart().charCodeAt(0);
	if (first !== brace$1 && first !== bracket$1 && first !== quote$2) return value;
	return jsonOf(value) ?? value;
}
const [brace$1, bracket$1, quote$2] = [
	123,
	91,
	34
];
function mapOf(value) {
	const held = parsedOf(value);
	return isObject(held) ? held : void 0;
}
const mostLevels = 64;
function isTooDeep(value, levels = mostLevels) {
	if (typeof value !== "object" || value === null) return false;
	if (levels === 0) return true;
	if (isList$2(value)) return value.some((held) => isTooDeep(held, levels - 1));
	for (const key in value) if (isTooDeep(value[key], levels - 1)) return true;
	return false;
}
function shallowJson(value, levels = mostLevels) {
	const cut = (held, left) => {
		if (typeof held !== "object" || held === null) return held;
		if (left === 0) return "…";
		if (isList$2(held)) return held.map((one) => cut(one, left - 1));
		return Object.fromEntries(Object.entries(held).map(([key, one]) => [key, cut(one, left - 1)]));
	};
	return JSON.stringify(cut(value, levels));
}
function isList$2(value) {
	return Array.isArray(value);
}
function tokensOf(input, out, cached, reasoning) {
	return {
		in: input !== void 0 && cached !== void 0 && cached > input ? input + cached : input,
		out,
		cached,
		reasoning
	};
}

// src/formats/logs/read-messages.ts
function readMessages(value, role) {
	const held = parsedOf(value);
	if (held === void 0 || held === null || held === "") return [];
	if (isTooDeep(held)) return [{
		role,
		content: typeof value === "string" ? value : shallowJson(held),
		toolCalls: []
	}];
	if (isList$1(held)) return mergeLoose(held, role);
	if (!isObject(held)) return [{
		role,
		content: `${held}`,
		toolCalls: []
	}];
	return readMap(held, role);
}
function readOutput(value) {
	const held = parsedOf(value);
	if (typeof held === "string") return held === "" ? void 0 : {
		text: held,
		toolCalls: []
	};
	const messages = readMessages(isTooDeep(held) ? value : held, "assistant");
	if (messages.length === 0) return void 0;
	return {
		text: messages.map(({ content }) => content).join(""),
		toolCalls: messages.flatMap(({ toolCalls }) => toolCalls)
	};
}
function variablesOf(value) {
	const held = mapOf(value);
	return isTooDeep(held) ? void 0 : held;
}
function readMap(held, role) {
	const system = held["system"] ?? held["instructions"] ?? held["systemInstruction"] ?? held["system_instruction"];
	const before = system === void 0 ? [] : readMessages(system, "system");
	for (const key of [
		"messages",
		"contents",
		"input",
		"candidates",
		"choices",
		"output"
	]) {
		const list = held[key];
		if (list === void 0 || list === null || held["role"] !== void 0) continue;
		if (isList$1(list)) {
			const taken = key === "choices" || key === "candidates" ? list.slice(0, 1) : list;
			return [...before, ...readMessages(taken, key === "messages" || key === "contents" ? "user" : role)];
		}
		if (typeof list === "string" && key === "input") return [...before, ...readMessages(list, "user")];
	}
	return [...before, ...readMessage(held, role)];
}
function mergeLoose(list, role) {
	const isPart = (one) => typeof one === "string" || isObject(one) && one["role"] === void 0 && isLoosePart(one);
	if (list.length > 0 && list.every(isPart)) return [readParts(list, role)];
	return list.flatMap((one) => isObject(one) ? readMessage(one, role) : readMessages(one, role));
}
function isLoosePart(one) {
	return typeof one["type"] === "string" && one["type"] !== "message" && one["message"] === void 0;
}
function readMessage(written, otherwise) {
	const inner = written["message"] ?? (isObject(written["content"]) ? written["content"] : void 0);
	if (isObject(inner) && written["role"] === void 0) return readMessage(inner, otherwise);
	const role = textOf(written["role"]) ?? otherwise;
	if (isLoosePart(written) && written["role"] === void 0) return [readParts([written], role)];
	const content = written["parts"] ?? written["content"] ?? written["contents"] ?? written["text"];
	const said = isList$1(content) ? readParts(content, role) : {
		role,
		content: plainText(content),
		toolCalls: []
	};
	const calls = written["tool_calls"] ?? written["toolCalls"];
	const called = isList$1(calls) ? calls.flatMap((call) => isObject(call) ? readToolCall(call) : []) : [];
	if (content === void 0 && called.length === 0 && written["role"] === void 0) return [{
		role,
		content: JSON.stringify(written),
		toolCalls: []
	}];
	return [called.length === 0 ? said : {
		...said,
		toolCalls: [...said.toolCalls, ...called]
	}];
}
function plainText(content) {
	if (content === void 0 || content === null) return "";
	return typeof content === "string" ? content : JSON.stringify(content);
}
function readParts(parts, role) {
	const texts = [];
	const toolCalls = [];
	for (const part of parts) {
		if (typeof part === "string") texts.push(part);
		if (!isObject(part)) continue;
		const kind = textOf(part["type"]) ?? "";
		if (/reasoning|thinking/u.test(kind)) continue;
		if (/^(?:tool_?call|tool_use|function_call|functionCall)$/u.test(kind) || isObject(part["functionCall"])) {
			toolCalls.push(...readToolCall(isObject(part["functionCall"]) ? part["functionCall"] : part));
			continue;
		}
		const text = part["text"] ?? part["content"] ?? part["response"] ?? part["result"] ?? part["output"];
		if (typeof text === "string") texts.push(text);
		else if (isList$1(text)) texts.push(readParts(text, role).content);
		else if (isObject(text)) texts.push(plainText(text));
		else texts.push(`[${kind === "" ? "part" : kind}]`);
	}
	return {
		role,
		content: texts.join(""),
		toolCalls
	};
}
function readToolCall(call) {
	const written = isObject(call["function"]) ? call["function"] : call;
	const name = textOf(written["name"]);
	if (name === void 0) return [];
	const given = written["arguments"] ?? written["args"] ?? written["input"] ?? {};
	const id = textOf(call["id"] ?? call["call_id"]);
	return [{
		name,
		arguments: typeof given === "string" ? given : JSON.stringify(given),
		...id === void 0 ? {} : { id }
	}];
}
function isList$1(value) {
	return Array.isArray(value);
}

// src/formats/logs/langfuse.ts
const langfuse = {
	name: "langfuse",
	title: "Langfuse",
	about: {
		recognisedBy: "`type`, `trace_id` and `start_time` (or `traceId`, `startTime`): JSON Lines or CSV of its export, or a list as its API has it",
		notRead: ["observations of another type than `GENERATION`"],
		example: {
			path: "logs/observations.jsonl",
			text: `{"id":"o-1","trace_id":"t-1","type":"GENERATION","start_time":"2026-11-27 09:00:00.000000","latency":1.2,"provided_model_name":"gpt-5.6-luna","input":[{"role":"user","content":"Are you open?"}],"output":"Until six.","usage_details":{"input":120,"output":4,"total":124},"prompt_name":"support","prompt_version":3}
`
		},
		reference: { library: "`langfuse/langfuse`, blob storage export" }
	},
	knownBy: "keys",
	recognises: (record) => typeof record["type"] === "string" && ("trace_id" in record || "traceId" in record) && ("start_time" in record || "startTime" in record) && !("attributes" in record),
	read: readObservation
};
function readObservation(record, at, fields) {
	const type = record["type"];
	if (typeof type !== "string") return void 0;
	if (type !== "GENERATION") return [];
	const get = (name, camel) => record[name] ?? record[camel];
	const own = (field) => {
		const path = fields[field];
		return path === void 0 ? void 0 : valueAt(record, path);
	};
	const time = timeOf(get("start_time", "startTime"));
	const usage = mapOf(get("usage_details", "usageDetails") ?? record["usage"]) ?? nothing$3;
	const name = textOf(own("prompt") ?? get("prompt_name", "promptName"));
	const failed = record["level"] === "ERROR";
	return [{
		at,
		time,
		prompt: name === void 0 ? void 0 : {
			name,
			version: textOf(own("version") ?? get("prompt_version", "promptVersion"))
		},
		segment: textOf(own("segment") ?? valueAt(record, "metadata.segment")),
		user: textOf(own("user") ?? get("user_id", "userId")),
		session: textOf(own("session") ?? get("session_id", "sessionId")),
		asked: textOf(own("model") ?? get("provided_model_name", "providedModelName") ?? record["model"]),
		served: textOf(own("served") ?? valueAt(record, "metadata.response_model")),
		tokens: countTokens$1(usage),
		usd: firstQuantity(own("usd"), get("total_cost", "totalCost"), record["calculatedTotalCost"], mapOf(get("cost_details", "costDetails"))?.["total"]),
		latencyMs: quantityOf(own("latencyMs")) ?? secondsOf(record["latency"]) ?? between(time, timeOf(get("end_time", "endTime"))),
		firstTokenMs: quantityOf(own("firstTokenMs")) ?? secondsOf(get("time_to_first_token", "timeToFirstToken")) ?? between(time, timeOf(get("completion_start_time", "completionStartTime"))),
		finishReason: textOf(own("finishReason") ?? valueAt(record, "metadata.finish_reason")),
		error: textOf(own("error")) ?? (failed ? firstText(get("status_message", "statusMessage")) ?? "error" : void 0),
		output: () => readOutput(own("output") ?? record["output"]),
		texts: () => ({
			input: readMessages(own("input") ?? record["input"], "user"),
			output: readOutput(own("output") ?? record["output"]),
			variables: variablesOf(own("variables") ?? valueAt(record, "metadata.variables"))
		})
	}];
}
function countTokens$1(usage) {
	const input = firstQuantity(usage["input"], usage["prompt_tokens"], usage["promptTokens"], usage["input_tokens"]);
	const out = firstQuantity(usage["output"], usage["completion_tokens"], usage["completionTokens"], usage["output_tokens"]);
	const cached = firstQuantity(usage["input_cached_tokens"], usage["input_cache_read"], usage["cache_read_input_tokens"], usage["cached_tokens"]);
	const reasoning = firstQuantity(usage["reasoning_tokens"], usage["output_reasoning_tokens"], usage["output_reasoning"]);
	const total = firstQuantity(usage["total"], usage["total_tokens"], usage["totalTokens"]);
	if (!((input ?? 0) + (out ?? 0) < (total ?? 0) && cached !== void 0 && input !== void 0)) return tokensOf(input, out, cached, reasoning);
	const isReasoningApart = total === input + (out ?? 0) + cached + (reasoning ?? 0);
	return {
		in: input + cached,
		out: isReasoningApart && out !== void 0 ? out + (reasoning ?? 0) : out,
		cached,
		reasoning
	};
}
const nothing$3 = {};

// src/formats/logs/litellm.ts
const litellm = {
	name: "litellm",
	title: "LiteLLM",
	about: {
		recognisedBy: "`call_type` and `startTime` beside `response_cost` (`StandardLoggingPayload`) or `spend` (a row of `LiteLLM_SpendLogs`)",
		notRead: ["calls that are not answered in words, such as embeddings and images"],
		example: {
			path: "logs/litellm.jsonl",
			text: `{"id":"c-1","call_type":"acompletion","status":"success","response_cost":0.0004,"prompt_tokens":120,"completion_tokens":4,"startTime":1795770000.0,"endTime":1795770001.2,"model":"gpt-5.6-luna","model_group":"gpt-5.6-luna","end_user":"u-17","metadata":{"segment":"free"},"messages":[{"role":"user","content":"Are you open?"}],"response":{"choices":[{"message":{"role":"assistant","content":"Until six."},"finish_reason":"stop"}]}}
`
		},
		reference: { library: "`BerriAI/litellm`, `StandardLoggingPayload`" }
	},
	knownBy: "keys",
	recognises: (record) => "call_type" in record && ("response_cost" in record || "spend" in record) && "startTime" in record,
	read: readPayload
};
const wordedCalls = /completion|responses|messages|generate_?content/u;
function readPayload(record, at, fields) {
	const type = record["call_type"];
	if (typeof type !== "string") return void 0;
	if (type !== "" && !wordedCalls.test(type)) return [];
	const metadata = mapOf(record["metadata"]) ?? nothing$2;
	const response = mapOf(record["response"]) ?? nothing$2;
	const own = (field) => {
		const path = fields[field];
		return path === void 0 ? void 0 : valueAt(record, path);
	};
	const [start, end] = [timeOf(record["startTime"]), timeOf(record["endTime"])];
	const first = timeOf(record["completionStartTime"]);
	const managed = mapOf(metadata["prompt_management_metadata"]);
	const name = textOf(own("prompt") ?? managed?.["prompt_id"]);
	const usage = usageOf(record, metadata, response);
	return [{
		at,
		time: start,
		prompt: name === void 0 ? void 0 : {
			name,
			version: textOf(own("version") ?? managed?.["prompt_version"])
		},
		segment: textOf(own("segment") ?? metadata["segment"] ?? mapOf(metadata["requester_metadata"])?.["segment"]),
		user: firstText(own("user"), record["end_user"], metadata["user_api_key_end_user_id"], record["user"]),
		session: firstText(own("session"), record["session_id"], record["trace_id"]),
		asked: firstText(own("model"), record["model_group"], record["model"]),
		served: firstText(own("served"), response["model"], record["model"]),
		tokens: tokensOf(firstQuantity(record["prompt_tokens"]), firstQuantity(record["completion_tokens"]), firstQuantity(mapOf(usage["prompt_tokens_details"])?.["cached_tokens"], usage["cache_read_input_tokens"]), firstQuantity(mapOf(usage["completion_tokens_details"])?.["reasoning_tokens"])),
		usd: firstQuantity(own("usd"), record["response_cost"], record["spend"]),
		latencyMs: quantityOf(own("latencyMs")) ?? between(start, end),
		firstTokenMs: quantityOf(own("firstTokenMs")) ?? (first === end ? void 0 : between(start, first)),
		finishReason: textOf(own("finishReason") ?? firstChoice(response)?.["finish_reason"]),
		error: textOf(own("error")) ?? errorOf$1(record, metadata),
		output: () => readReply$2(record, own("output")),
		texts: () => readTexts$2(record, own("input"), own("output"), own("variables") ?? managed?.["prompt_variables"])
	}];
}
function usageOf(record, metadata, response) {
	return mapOf(response["usage"]) ?? mapOf(metadata["usage_object"]) ?? mapOf(record["usage_object"]) ?? nothing$2;
}
function firstChoice(response) {
	const choices = response["choices"];
	return Array.isArray(choices) ? mapOf(choices[0]) : void 0;
}
function errorOf$1(record, metadata) {
	if ((record["status"] ?? metadata["status"]) !== "failure") return void 0;
	const about = mapOf(record["error_information"] ?? metadata["error_information"]);
	return firstText(record["error_str"], about?.["error_message"], about?.["error_class"], about?.["error_code"]) ?? "error";
}
function readTexts$2(record, input, output, variables) {
	const messages = readMessages(input ?? record["messages"], "user");
	return {
		input: messages.length > 0 ? messages : readMessages(record["proxy_server_request"], "user"),
		output: readReply$2(record, output),
		variables: variablesOf(variables)
	};
}
function readReply$2(record, output) {
	const said = output ?? record["response"];
	return isEmpty(said) ? void 0 : readOutput(said);
}
function isEmpty(value) {
	return value === "{}" || typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
const nothing$2 = {};

// src/formats/logs/plain-fields.ts
const plainNames = {
	time: [
		"time",
		"timestamp",
		"ts",
		"created_at",
		"createdAt",
		"start_time",
		"startTime",
		"date"
	],
	prompt: [
		"prompt",
		"prompt_name",
		"promptName"
	],
	version: [
		"prompt_version",
		"promptVersion",
		"version"
	],
	segment: ["segment"],
	user: [
		"user",
		"user_id",
		"userId"
	],
	session: [
		"session",
		"session_id",
		"sessionId",
		"conversation_id",
		"conversationId"
	],
	model: [
		"model",
		"asked_model",
		"request_model"
	],
	served: [
		"served",
		"served_model",
		"servedModel",
		"response_model"
	],
	input: [
		"input",
		"messages",
		"question",
		"query",
		"request"
	],
	output: [
		"output",
		"completion",
		"response",
		"reply",
		"answer"
	],
	variables: ["variables", "vars"],
	usage: ["usage", "tokens"],
	tokensIn: [
		"tokensIn",
		"tokens_in",
		"input_tokens",
		"prompt_tokens"
	],
	tokensOut: [
		"tokensOut",
		"tokens_out",
		"output_tokens",
		"completion_tokens"
	],
	tokensCached: ["cached_tokens"],
	tokensReasoning: ["reasoning_tokens"],
	usd: [
		"usd",
		"cost",
		"cost_usd",
		"costUsd"
	],
	latencyMs: [
		"latencyMs",
		"latency_ms",
		"duration_ms",
		"durationMs"
	],
	firstTokenMs: [
		"firstTokenMs",
		"first_token_ms",
		"ttft_ms"
	],
	finishReason: [
		"finishReason",
		"finish_reason",
		"stop_reason"
	],
	error: ["error"]
};
const known = new Map(logFieldNames.flatMap((field, place) => (plainNames[field] ?? []).map((name, rank) => [name, {
	field,
	place,
	rank
}])));
const nothingFound = logFieldNames.map(() => void 0);
function findFields(record, fields) {
	const found = nothingFound.slice();
	for (const name in record) {
		const named = known.get(name);
		const value = record[name];
		if (named === void 0 || value === void 0 || value === null || value === "") continue;
		if (found[named.place] === void 0 || !isAmong(record, plainNames[named.field], named.rank)) found[named.place] = value;
	}
	for (const [place, field] of hasNames(fields) ? logFieldNames.entries() : []) {
		const own = fields[field];
		if (own === void 0) continue;
		const value = valueAt(record, own);
		found[place] = value === null || value === "" ? void 0 : value;
	}
	return byField(found);
}
function byField([time, prompt, version, segment, user, session, model, served, input, output, variables, usage, tokensIn, tokensOut, tokensCached, tokensReasoning, usd, latencyMs, firstTokenMs, finishReason, error]) {
	return {
		time,
		prompt,
		version,
		segment,
		user,
		session,
		model,
		served,
		input,
		output,
		variables,
		usage,
		tokensIn,
		tokensOut,
		tokensCached,
		tokensReasoning,
		usd,
		latencyMs,
		firstTokenMs,
		finishReason,
		error
	};
}
function hasNames(fields) {
	for (const _ in fields) return true;
	return false;
}
function isAmong(record, all = [], before) {
	return all.slice(0, before).some((name) => record[name] !== void 0 && record[name] !== null && record[name] !== "");
}

// src/formats/logs/plain.ts
const plain = {
	name: "plain",
	title: "plain JSON Lines or CSV",
	about: {
		recognisedBy: "what is none of the others and has an `input` or an `output`, by these names or those of `logs.fields` in the config",
		notRead: ["fields of other names that `logs.fields` does not name"],
		example: {
			path: "logs/calls.jsonl",
			text: `{"time":"2026-11-27T09:00:00Z","input":"Are you open?","output":"Until six.","model":"gpt-5.6-luna","usage":{"input":120,"output":4},"usd":0.0004,"latencyMs":1200,"segment":"free","user":"u-17","prompt":"support"}
`
		}
	},
	knownBy: "anything",
	recognises: (record, fields) => {
		const found = findFields(record, fields);
		return found.input !== void 0 || found.output !== void 0;
	},
	read: readRecord
};
const nothing$1 = {};
function readRecord(record, at, fields) {
	const found = findFields(record, fields);
	const { input, output, error, prompt } = found;
	if (input === void 0 && output === void 0 && error === void 0 && prompt === void 0) return void 0;
	const usage = mapOf(found.usage) ?? nothing$1;
	const asked = input ?? (fields.prompt === void 0 ? prompt : void 0);
	const named = input === void 0 ? void 0 : prompt;
	return [{
		at,
		time: timeOf(found.time),
		prompt: promptOf$1(named, found.version),
		segment: textOf(found.segment),
		user: textOf(found.user),
		session: textOf(found.session),
		asked: textOf(found.model),
		served: textOf(found.served) ?? (isObject(output) ? textOf(output["model"]) : void 0),
		tokens: countTokens(found, usage),
		usd: quantityOf(found.usd),
		latencyMs: quantityOf(found.latencyMs),
		firstTokenMs: quantityOf(found.firstTokenMs),
		finishReason: textOf(found.finishReason),
		error: isObject(error) ? firstText(error["message"], error["type"]) ?? "error" : wordError(error),
		output: () => readOutput(output),
		texts: () => ({
			input: readMessages(asked, "user"),
			output: readOutput(output),
			variables: variablesOf(found.variables)
		})
	}];
}
function promptOf$1(prompt, version) {
	const map = mapOf(prompt);
	const name = map === void 0 ? textOf(prompt) : firstText(map["name"], map["id"], map["path"]);
	return name === void 0 ? void 0 : {
		name,
		version: firstText(map?.["version"], version)
	};
}
function wordError(error) {
	return error === true ? "error" : textOf(error);
}
function countTokens(found, usage) {
	return tokensOf(firstQuantity(found.tokensIn, usage["in"], usage["input"], usage["input_tokens"], usage["prompt_tokens"], usage["inputTokens"]), firstQuantity(found.tokensOut, usage["out"], usage["output"], usage["output_tokens"], usage["completion_tokens"], usage["outputTokens"]), firstQuantity(found.tokensCached, usage["cached"], usage["cached_tokens"], usage["cachedTokens"], usage["cache_read_input_tokens"], mapOf(usage["prompt_tokens_details"] ?? usage["input_tokens_details"])?.["cached_tokens"]), firstQuantity(found.tokensReasoning, usage["reasoning"], usage["reasoning_tokens"], usage["reasoningTokens"], mapOf(usage["completion_tokens_details"] ?? usage["output_tokens_details"])?.["reasoning_tokens"]));
}

// src/formats/logs/spans/span-fields.ts
function attributeOf({ attributes, resource }, name) {
	if (name === void 0) return void 0;
	const whole = attributes.get(name) ?? resource().get(name);
	if (whole !== void 0) return whole;
	for (let end = name.lastIndexOf("."); end > 0; end = name.lastIndexOf(".", end - 1)) {
		const held = parsedOf(attributes.get(name.slice(0, end)));
		if (typeof held !== "object" || held === null) continue;
		return valueAt({ held }, `held.${name.slice(end + 1)}`);
	}
}
function fieldOf(span, fields) {
	return (field, ...names) => {
		const own = fields[field];
		if (own !== void 0) return attributeOf(span, own);
		for (const name of names) {
			const value = span.attributes.get(name);
			if (value !== void 0) return value;
		}
	};
}
function promptOf(name, version) {
	const known = textOf(name);
	return known === void 0 ? void 0 : {
		name: known,
		version: textOf(version)
	};
}

// src/formats/logs/spans/read-gen-ai-call.ts
function readGenAiCall(span, at, fields) {
	const { attributes } = span;
	if (!isModelCall(attributes)) return void 0;
	const usage = (name) => attributes.get(`gen_ai.usage.${name}`);
	const field = fieldOf(span, fields);
	return {
		at,
		time: span.start,
		prompt: promptOf(field("prompt", "gen_ai.prompt.name"), field("version", "gen_ai.prompt.version")),
		segment: textOf(field("segment", "segment")),
		user: textOf(field("user", "user.id", "enduser.id")),
		session: textOf(field("session", "gen_ai.conversation.id", "session.id")),
		asked: textOf(field("model", "gen_ai.request.model")),
		served: textOf(field("served", "gen_ai.response.model")),
		tokens: tokensOf(firstQuantity(usage("input_tokens"), usage("prompt_tokens")), firstQuantity(usage("output_tokens"), usage("completion_tokens")), firstQuantity(usage("cache_read.input_tokens"), usage("cache_read_input_tokens"), usage("input_tokens.cached"), usage("cached_input_tokens")), firstQuantity(usage("reasoning.output_tokens"), usage("reasoning_tokens"), usage("output_tokens.reasoning"))),
		usd: firstQuantity(field("usd", "gen_ai.usage.cost", "gen_ai.cost.total_cost")),
		latencyMs: firstQuantity(attributeOf(span, fields.latencyMs)) ?? span.latencyMs,
		firstTokenMs: firstQuantity(attributeOf(span, fields.firstTokenMs)) ?? secondsOf(attributes.get("gen_ai.response.time_to_first_chunk") ?? attributes.get("gen_ai.response.time_to_first_token")),
		finishReason: finishOf(attributes),
		error: firstText(attributeOf(span, fields.error), span.error, attributes.get("error.type")),
		output: () => readReply$1(span, fields, textsOf(span)),
		texts: () => readTexts$1(span, fields)
	};
}
function isModelCall(attributes) {
	const operation = attributes.get("gen_ai.operation.name");
	if (typeof operation === "string") return modelOperations.has(operation);
	const kind = attributes.get("llm.request.type");
	if (typeof kind === "string") return kind === "chat" || kind === "completion";
	return (attributes.get("gen_ai.request.model") !== void 0 || attributes.get("gen_ai.response.model") !== void 0) && attributes.get("gen_ai.tool.name") === void 0 && attributes.get("gen_ai.agent.name") === void 0;
}
const modelOperations = /* @__PURE__ */ new Set([
	"chat",
	"text_completion",
	"generate_content",
	"completion"
]);
function finishOf(attributes) {
	const reasons = attributes.get("gen_ai.response.finish_reasons");
	if (Array.isArray(reasons)) return textOf(reasons[0]);
	return (textOf(reasons) ?? textOf(attributes.get("gen_ai.completion.0.finish_reason")))?.replaceAll(/^[[(]?["']?|["']?,?[\])]?$/gu, "").split(/["'],/u, 1)[0];
}
function textsOf(span) {
	const inEvent = span.events().find(({ name }) => name === "gen_ai.client.inference.operation.details")?.attributes;
	return (name) => span.attributes.get(name) ?? inEvent?.get(name);
}
function readTexts$1(span, fields) {
	const get = textsOf(span);
	const instructions = readMessages(get("gen_ai.system_instructions"), "system");
	const input = readMessages(attributeOf(span, fields.input) ?? get("gen_ai.input.messages"), "user");
	return {
		input: input.length > 0 ? [...instructions, ...input] : readOlderInput(span),
		output: readReply$1(span, fields, get),
		variables: variablesOf(attributeOf(span, fields.variables) ?? get("gen_ai.prompt.variables"))
	};
}
function readReply$1(span, fields, get) {
	return readOutput(attributeOf(span, fields.output) ?? get("gen_ai.output.messages")) ?? readOlderOutput(span);
}
function readOlderInput(span) {
	const numbered = numberedMessages$1(span.attributes, "gen_ai.prompt");
	const each = span.events().flatMap(({ name, attributes }) => {
		const role = /^gen_ai\.(system|user|assistant|tool)\.message$/u.exec(name)?.[1];
		return role === void 0 ? [] : readMessages({
			role,
			content: attributes.get("content") ?? "",
			tool_calls: attributes.get("tool_calls") ?? []
		}, role);
	});
	return [
		numbered,
		readMessages(eventText(span, "gen_ai.content.prompt", "gen_ai.prompt"), "user"),
		each
	].find((one) => one.length > 0) ?? [];
}
function readOlderOutput(span) {
	const [replied] = numberedMessages$1(span.attributes, "gen_ai.completion");
	if (replied !== void 0) return {
		text: replied.content,
		toolCalls: replied.toolCalls
	};
	const choice = span.events().find(({ name }) => name === "gen_ai.choice")?.attributes;
	return readOutput(eventText(span, "gen_ai.content.completion", "gen_ai.completion")) ?? readOutput(choice?.get("message") ?? choice?.get("content"));
}
function eventText(span, event, attribute) {
	return span.events().find(({ name }) => name === event)?.attributes.get(attribute) ?? span.attributes.get(attribute);
}
function numberedMessages$1(attributes, prefix) {
	const messages = [];
	for (let at = 0;; at += 1) {
		const [role, content] = [attributes.get(`${prefix}.${at}.role`), attributes.get(`${prefix}.${at}.content`)];
		const toolCalls = [];
		for (let call = 0;; call += 1) {
			const name = textOf(attributes.get(`${prefix}.${at}.tool_calls.${call}.name`));
			if (name === void 0) break;
			const args = attributes.get(`${prefix}.${at}.tool_calls.${call}.arguments`);
			const id = textOf(attributes.get(`${prefix}.${at}.tool_calls.${call}.id`));
			toolCalls.push({
				name,
				arguments: textOf(args) ?? "{}",
				...id === void 0 ? {} : { id }
			});
		}
		if (role === void 0 && content === void 0 && toolCalls.length === 0) return messages;
		const own = textOf(role) ?? "user";
		messages.push({
			role: own,
			content: readMessages(content, own).map((one) => one.content).join(""),
			toolCalls
		});
	}
}

// src/formats/logs/spans/read-inference-call.ts
function readInferenceCall(span, at, fields) {
	const { attributes } = span;
	if (attributes.get("openinference.span.kind") !== "LLM") return void 0;
	const count = (name) => attributes.get(`llm.token_count.${name}`);
	const field = fieldOf(span, fields);
	return {
		at,
		time: span.start,
		prompt: promptOf(field("prompt", "llm.prompt_template.name", "prompt.id", "prompt.name"), field("version", "llm.prompt_template.version")),
		segment: textOf(field("segment", "segment") ?? attributeOf(span, "metadata.segment")),
		user: textOf(field("user", "user.id")),
		session: textOf(field("session", "session.id")),
		asked: textOf(field("model", "llm.request.model_name", "llm.model_name")),
		served: textOf(field("served", "llm.response.model_name", "llm.model_name")),
		tokens: tokensOf(firstQuantity(count("prompt")), firstQuantity(count("completion")), firstQuantity(count("prompt_details.cache_read"), count("prompt_details.cache_input")), firstQuantity(count("completion_details.reasoning"))),
		usd: firstQuantity(field("usd", "llm.cost.total")),
		latencyMs: firstQuantity(attributeOf(span, fields.latencyMs)) ?? span.latencyMs,
		firstTokenMs: firstQuantity(attributeOf(span, fields.firstTokenMs)) ?? between(span.start, span.events().find(({ name }) => name === "First Token Stream Event")?.time),
		finishReason: textOf(field("finishReason", "llm.finish_reason")),
		error: firstText(attributeOf(span, fields.error), span.error),
		output: () => readReply(span, fields),
		texts: () => readTexts(span, fields)
	};
}
function readTexts(span, fields) {
	const { attributes } = span;
	const asked = attributeOf(span, fields.input);
	const variables = variablesOf(attributeOf(span, fields.variables) ?? attributes.get("llm.prompt_template.variables"));
	const input = asked === void 0 ? numberedMessages(attributes, "llm.input_messages") : readMessages(asked, "user");
	return {
		input: input.length > 0 ? input : readMessages(attributes.get("input.value"), "user"),
		output: readReply(span, fields),
		variables
	};
}
function readReply(span, fields) {
	const { attributes } = span;
	const answered = attributeOf(span, fields.output);
	const [first] = answered === void 0 ? numberedMessages(attributes, "llm.output_messages") : [];
	return first === void 0 ? readOutput(answered ?? attributes.get("output.value")) : {
		text: first.content,
		toolCalls: first.toolCalls
	};
}
function numberedMessages(attributes, prefix) {
	const messages = [];
	for (let at = 0;; at += 1) {
		const own = `${prefix}.${at}.message`;
		const [role, content] = [textOf(attributes.get(`${own}.role`)), textOf(attributes.get(`${own}.content`))];
		const parts = numberedTexts(attributes, `${own}.contents`);
		const toolCalls = numberedCalls(attributes, `${own}.tool_calls`);
		if (role === void 0 && content === void 0 && parts.length === 0 && toolCalls.length === 0) return messages;
		messages.push({
			role: role ?? "user",
			content: content ?? parts.join(""),
			toolCalls
		});
	}
}
function numberedTexts(attributes, prefix) {
	const texts = [];
	for (let at = 0;; at += 1) {
		const own = `${prefix}.${at}.message_content`;
		const [kind, text] = [attributes.get(`${own}.type`), textOf(attributes.get(`${own}.text`))];
		if (kind === void 0 && text === void 0) return texts;
		texts.push(text ?? `[${textOf(kind) ?? "part"}]`);
	}
}
function numberedCalls(attributes, prefix) {
	const calls = [];
	for (let at = 0;; at += 1) {
		const own = `${prefix}.${at}.tool_call`;
		const name = textOf(attributes.get(`${own}.function.name`));
		if (name === void 0) return calls;
		const id = textOf(attributes.get(`${own}.id`));
		const args = textOf(attributes.get(`${own}.function.arguments`)) ?? "{}";
		calls.push({
			name,
			arguments: args,
			...id === void 0 ? {} : { id }
		});
	}
}

// src/formats/logs/spans/read-spans.ts
function readSpans(record) {
	const resources = record["resourceSpans"];
	if (Array.isArray(resources)) return resources.flatMap(readResource);
	const span = readSpan(record, () => readAttributes(ownOf(record["resource"])["attributes"]));
	return span === void 0 ? void 0 : [span];
}
function readResource(resource) {
	if (!isObject(resource)) return [];
	const attributes = () => readAttributes(ownOf(resource["resource"])["attributes"]);
	const scopes = resource["scopeSpans"] ?? resource["instrumentationLibrarySpans"];
	if (!isList(scopes)) return [];
	const spans = [];
	for (const scope of scopes) {
		const held = ownOf(scope)["spans"];
		if (!isList(held)) continue;
		for (const one of held) {
			const span = isObject(one) ? readSpan(one, attributes) : void 0;
			if (span !== void 0) spans.push(span);
		}
	}
	return spans;
}
function readSpan(record, resource) {
	const attributes = attributesOf(record);
	if (attributes === void 0) return void 0;
	const start = timeOf(record["startTimeUnixNano"] ?? record["start_time"] ?? record["startTime"] ?? record["timestamp"]);
	const end = timeOf(record["endTimeUnixNano"] ?? record["end_time"] ?? record["endTime"]);
	return {
		attributes,
		resource,
		start: Array.isArray(record["startTime"]) ? highResolution(record["startTime"]) : start,
		latencyMs: Array.isArray(record["duration"]) ? highResolution(record["duration"]) : between(start, end) ?? microseconds(record["duration"]),
		error: errorOf(record),
		events: () => readEvents(record["events"])
	};
}
function highResolution(pair) {
	const [seconds, nanos] = pair.map((one) => quantityOf(one));
	return seconds === void 0 || nanos === void 0 ? void 0 : seconds * 1e3 + nanos / 1e6;
}
function microseconds(value) {
	const all = quantityOf(value);
	return all === void 0 ? void 0 : all / 1e3;
}
function errorOf(record) {
	const status = ownOf(record["status"]);
	const code = status["code"] ?? status["status_code"] ?? record["status_code"];
	if (code !== 2 && code !== "ERROR" && code !== "STATUS_CODE_ERROR") return void 0;
	return firstText(status["message"], status["description"], record["status_message"]) ?? "error";
}
function readEvents(written) {
	if (!isList(written)) return [];
	return written.flatMap((event) => {
		const { name, attributes, timeUnixNano, timestamp } = ownOf(event);
		if (typeof name !== "string") return [];
		return [{
			name,
			time: timeOf(timeUnixNano ?? timestamp),
			attributes: readAttributes(attributes)
		}];
	});
}
function attributesOf(record) {
	const written = record["attributes"];
	if (written !== void 0 && written !== null) return readAttributes(written);
	const columns = /* @__PURE__ */ new Map();
	for (const name in record) {
		const value = name.startsWith("attributes.") ? record[name] : void 0;
		if (value !== void 0 && value !== null) flatten(name.slice(11), value, columns);
	}
	return columns.size === 0 ? void 0 : columns;
}
function readAttributes(written) {
	if (isObject(written) && isFlat(written)) return { get: (name) => written[name] };
	const attributes = /* @__PURE__ */ new Map();
	if (isList(written)) for (const one of written) {
		const { key, value } = ownOf(one);
		if (typeof key === "string") attributes.set(key, plainOf(value));
	}
	else if (isObject(written)) for (const name in written) {
		const value = written[name];
		if (value !== void 0 && value !== null) flatten(name, value, attributes);
	}
	return attributes;
}
function isFlat(written) {
	for (const name in written) {
		const value = written[name];
		if (isList(value) ? typeof value[0] === "object" : typeof value === "object" && value !== null) return false;
	}
	return true;
}
function flatten(name, value, into, depth = 0) {
	into.set(name, value);
	if (typeof value !== "object" || value === null || depth > 8) return;
	for (const [key, held] of Object.entries(value)) if (held !== null) flatten(`${name}.${key}`, held, into, depth + 1);
}
function plainOf(value, depth = 0) {
	if (!isObject(value) || depth > 32) return null;
	const scalar = value["stringValue"] ?? value["intValue"] ?? value["doubleValue"] ?? value["boolValue"];
	if (scalar !== void 0) return scalar;
	const list = ownOf(value["arrayValue"])["values"];
	if (isList(list)) return list.map((one) => plainOf(one, depth + 1));
	const pairs = ownOf(value["kvlistValue"])["values"];
	if (!isList(pairs)) return value["bytesValue"] ?? null;
	return Object.fromEntries(pairs.flatMap((pair) => {
		const { key, value: held } = ownOf(pair);
		return typeof key === "string" ? [[key, plainOf(held, depth + 1)]] : [];
	}));
}
const nothing = {};
function ownOf(value) {
	return isObject(value) ? value : nothing;
}
function isList(value) {
	return Array.isArray(value);
}

// src/formats/logs/spans/read-span-calls.ts
function readSpanCalls(record, at, fields) {
	const spans = readSpans(record);
	if (spans === void 0) return void 0;
	const calls = [];
	for (const span of spans) {
		const call = span.attributes.get(kindAttribute) !== void 0 ? readInferenceCall(span, at, fields) : readGenAiCall(span, at, fields);
		if (call !== void 0) calls.push(call);
	}
	return calls;
}
const kindAttribute = "openinference.span.kind";
function followsInference(record) {
	return readSpans(record)?.some(({ attributes }) => attributes.get(kindAttribute) !== void 0);
}

// src/formats/logs/spans/open-inference.ts
const openInference = {
	name: "open-inference",
	title: "OpenInference",
	about: {
		recognisedBy: "spans, in the same forms or as a table with `attributes.NAME` columns, of which one has `openinference.span.kind`",
		notRead: ["spans of another kind than `LLM`"],
		example: {
			path: "logs/spans.jsonl",
			text: `{"name":"ChatCompletion","start_time":"2026-11-27T09:00:00Z","end_time":"2026-11-27T09:00:01.2Z","attributes":{"openinference.span.kind":"LLM","llm.model_name":"gpt-5.6-luna","llm.token_count.prompt":120,"llm.input_messages.0.message.role":"user","llm.input_messages.0.message.content":"Are you open?","llm.prompt_template.variables":"{\\"question\\":\\"Are you open?\\"}"}}
`
		},
		reference: { library: "`Arize-ai/openinference`, `spec/semantic_conventions.md`" }
	},
	knownBy: "keys",
	recognises: (record) => followsInference(record) === true,
	read: readSpanCalls
};

// src/formats/logs/spans/open-telemetry.ts
const openTelemetry = {
	name: "open-telemetry",
	title: "OpenTelemetry GenAI",
	about: {
		recognisedBy: "spans without `openinference.span.kind`: OTLP/JSON (`resourceSpans`), an OTLP span a line, or a span as the SDKs print it",
		notRead: ["spans of tools, agents and embeddings", "names that are no part of the GenAI conventions, old or new"],
		example: {
			path: "logs/spans.jsonl",
			text: `{"name":"chat","startTimeUnixNano":"1795770000000000000","endTimeUnixNano":"1795770001200000000","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},{"key":"gen_ai.request.model","value":{"stringValue":"gpt-5.6-luna"}},{"key":"gen_ai.usage.input_tokens","value":{"intValue":"120"}},{"key":"gen_ai.input.messages","value":{"stringValue":"[{\\"role\\":\\"user\\",\\"parts\\":[{\\"type\\":\\"text\\",\\"content\\":\\"Are you open?\\"}]}]"}}]}
`
		},
		reference: { library: "`open-telemetry/semantic-conventions-genai`" }
	},
	knownBy: "keys",
	recognises: (record) => followsInference(record) === false,
	read: readSpanCalls
};

// src/formats/logs/formats.ts
var formats_exports = /* @__PURE__ */ __exportAll({
	langfuse: () => langfuse,
	litellm: () => litellm,
	openInference: () => openInference,
	openTelemetry: () => openTelemetry,
	plain: () => plain
});

// src/formats/logs/split-lines.ts
const longestRecord = 33554432;
const tooLong = `It is longer than ${longestRecord / 1024 / 1024} million characters.`;
var LineSplitter = class {
	#left = "";
	#line = 1;
	#skips = false;
	*push(text) {
		let from = 0;
		for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", from)) {
			const line = this.#left === "" ? text.slice(from, end) : this.#left + text.slice(from, end);
			this.#left = "";
			from = end + 1;
			if (this.#skips) {
				this.#skips = false;
				yield {
					kind: "broken",
					why: tooLong,
					line: this.#line
				};
			} else {
				const record = readLine(line, this.#line);
				if (record !== void 0) yield record;
			}
			this.#line += 1;
		}
		if (this.#skips) return;
		this.#left += text.slice(from);
		if (this.#left.length <= 33554432) return;
		this.#left = "";
		this.#skips = true;
	}
	*end() {
		if (this.#skips) yield {
			kind: "broken",
			why: tooLong,
			line: this.#line
		};
		const record = readLine(this.#left, this.#line);
		if (record !== void 0) yield record;
		this.#left = "";
	}
};
function readLine(text, line) {
	try {
		return {
			kind: "value",
			value: JSON.parse(text),
			line
		};
	} catch {
		return text.trim() === "" ? void 0 : {
			kind: "broken",
			why: "This line is not valid JSON.",
			line
		};
	}
}

// src/formats/logs/split-rows.ts
var RowSplitter = class {
	#header;
	#delimiter = ",";
	#left = "";
	#seen = 0;
	#quoted = false;
	#line = 1;
	*push(text) {
		const all = this.#left + text;
		let whole = 0;
		let quotes = this.#quoted;
		let at = this.#seen;
		for (; at < all.length; at += 1) {
			const one = all.charCodeAt(at);
			if (one === quote$1) quotes = !quotes;
			else if (one === newline && !quotes) whole = at + 1;
		}
		yield* this.#read(all.slice(0, whole));
		this.#left = all.slice(whole);
		[this.#seen, this.#quoted] = [this.#left.length, quotes];
		if (this.#left.length <= 33554432) return;
		yield {
			kind: "broken",
			why: `${tooLong} Does a quote in it lack its end?`,
			line: this.#line
		};
		[this.#left, this.#seen, this.#quoted] = [
			"",
			0,
			false
		];
	}
	*end() {
		yield* this.#read(this.#left);
		this.#left = "";
	}
	*#read(text) {
		if (text.trim() === "") return;
		this.#delimiter = this.#header === void 0 ? delimiterOf(text) : this.#delimiter;
		const begin = this.#line;
		this.#line += text.split("\n").length - 1;
		for (const row of readRows(text, this.#delimiter)) if (row.kind === "broken") yield {
			...row,
			line: row.line + begin - 1
		};
		else if (this.#header === void 0) this.#header = row.cells.map((name) => name.trim());
		else if (row.cells.length !== this.#header.length) yield {
			kind: "broken",
			why: `It has ${row.cells.length} cells, and the table ${this.#header.length} columns.`,
			line: row.line + begin - 1
		};
		else yield {
			kind: "value",
			value: Object.fromEntries(this.#header.map((name, column) => [name, row.cells[column] ?? ""])),
			line: row.line + begin - 1
		};
	}
};
const [quote$1, newline] = [34, 10];
function delimiterOf(text) {
	const header = text.slice(0, text.indexOf("\n") === -1 ? void 0 : text.indexOf("\n"));
	const count = (sign) => header.split(sign).length;
	return [
		",",
		";",
		"	"
	].reduce((best, sign) => count(sign) > count(best) ? sign : best);
}
function readRows(text, delimiter) {
	const rows = [];
	try {
		parse(text.replaceAll(/\r\n?/gu, "\n"), {
			bom: true,
			delimiter,
			relax_column_count: true,
			record_delimiter: ["\n"],
			skip_empty_lines: true,
			on_record: (cells, { lines }) => {
				const breaks = cells.reduce((sum, cell) => sum + (cell.split("\n").length - 1), 0);
				rows.push({
					kind: "row",
					cells,
					line: lines - breaks
				});
				return cells;
			}
		});
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = "lines" in error && typeof error.lines === "number" ? error.lines : 1;
		rows.push({
			kind: "broken",
			why: `Not readable as CSV: ${error.message.replace(/\.$/u, "")}.`,
			line
		});
	}
	return rows;
}

// src/formats/logs/split-values.ts
var ValueSplitter = class {
	#held = "";
	#depth = 0;
	#base = 0;
	#inText = false;
	#escaped = false;
	#line = 1;
	*push(text) {
		let at = this.#held.length;
		let begun = this.#depth > this.#base ? 0 : -1;
		const all = this.#held + text;
		let [counted, line] = [0, this.#line];
		for (; at < all.length; at += 1) {
			const one = all.charCodeAt(at);
			if (this.#inText) {
				if (this.#escaped) this.#escaped = false;
				else if (one === backslash) this.#escaped = true;
				else if (one === quote) this.#inText = false;
			} else if (one === quote) this.#inText = true;
			else if (one === brace || one === bracket) {
				if (this.#depth === 0 && one === bracket) this.#base = 1;
				else if (this.#depth === this.#base) begun = at;
				this.#depth += 1;
			} else if ((one === closingBrace || one === closingBracket) && this.#depth > 0) {
				this.#depth -= 1;
				if (this.#depth < this.#base) this.#base = 0;
				if (this.#depth !== this.#base || begun === -1) continue;
				line += countLines(all, counted, begun);
				yield readValue(all.slice(begun, at + 1), line);
				line += countLines(all, begun, at + 1);
				[counted, begun] = [at + 1, -1];
			}
		}
		const keptFrom = begun === -1 ? all.length : begun;
		this.#line = line + countLines(all, counted, keptFrom);
		this.#held = all.slice(keptFrom);
		if (this.#held.length <= 33554432) return;
		yield {
			kind: "broken",
			why: tooLong,
			line: this.#line
		};
		[this.#held, this.#depth, this.#base, this.#inText, this.#escaped] = [
			"",
			0,
			0,
			false,
			false
		];
	}
	*end() {
		if (this.#held.trim() !== "") yield {
			kind: "broken",
			why: "The file ends within this record.",
			line: this.#line
		};
		this.#held = "";
	}
};
const [brace, closingBrace, bracket, closingBracket, quote, backslash] = [
	123,
	125,
	91,
	93,
	34,
	92
];
function countLines(text, from, to) {
	let lines = 0;
	for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) lines += 1;
	return lines;
}
function readValue(text, line) {
	try {
		return {
			kind: "value",
			value: JSON.parse(text),
			line
		};
	} catch {
		return {
			kind: "broken",
			why: "This record is no JSON.",
			line
		};
	}
}

// src/formats/logs/log-file-reader.ts
const logFormats = ["keys", "anything"].flatMap((by) => byName(formats_exports).filter(({ knownBy }) => knownBy === by));
var LogFileReader = class {
	#file;
	#fields;
	#splitter;
	#begun = "";
	#format;
	#records = 0;
	#calls = 0;
	#broken = 0;
	#faults = [];
	constructor(file, fields = {}) {
		this.#file = file;
		this.#fields = fields;
	}
	push(text) {
		if (this.#splitter !== void 0) return this.#take(this.#splitter.push(text));
		this.#begun += text;
		const splitter = splitterOf(this.#begun);
		if (splitter === void 0 && this.#begun.length < 33554432) return [];
		return this.#begin(splitter ?? new LineSplitter());
	}
	end() {
		return [...this.#splitter === void 0 ? this.#begin(splitterOf(`${this.#begun}\n`) ?? new LineSplitter()) : [], ...this.#take(this.#splitter?.end() ?? [])];
	}
	get tally() {
		return {
			file: this.#file,
			format: this.#format?.title,
			records: this.#records,
			calls: this.#calls,
			broken: this.#broken,
			faults: this.#faults
		};
	}
	#begin(splitter) {
		const begun = this.#begun.replace(/^\uFEFF/u, "");
		[this.#splitter, this.#begun] = [splitter, ""];
		return this.#take(splitter.push(begun));
	}
	#take(records) {
		const calls = [];
		for (const record of records) {
			this.#records += 1;
			const why = record.kind === "broken" ? record.why : this.#tryRead(record.value, record.line, calls);
			if (why !== void 0) this.#count(why, record.line);
		}
		this.#calls += calls.length;
		return calls;
	}
	spoil({ at: { line = 1 } }, fault) {
		this.#calls -= 1;
		this.#count(wordFault(fault), line);
	}
	#tryRead(record, line, calls) {
		try {
			return this.#read(record, line, calls);
		} catch (fault) {
			return wordFault(fault);
		}
	}
	#read(record, line, calls) {
		if (!isObject(record)) return "It is not a JSON object.";
		this.#format ??= logFormats.find(({ recognises }) => recognises(record, this.#fields));
		if (this.#format === void 0) return `A record of no format that is read${wordNames(record)}.`;
		const read = this.#format.read(record, {
			file: this.#file,
			line
		}, this.#fields);
		if (read === void 0) return `It is no record of ${this.#format.title}, as others of its file are.`;
		for (const call of read) calls.push(call);
	}
	#count(what, line) {
		this.#broken += 1;
		if (this.#faults.length < 10) this.#faults.push(brokenRecord(what, {
			file: this.#file,
			line
		}));
	}
};
function wordFault(fault) {
	return `It cannot be read: ${fault instanceof Error ? fault.message : String(fault)}.`;
}
function wordNames(record) {
	const names = Object.keys(record).slice(0, 6).map((name) => `\`${name.slice(0, 40)}\``);
	return names.length === 0 ? "" : `, with ${names.join(", ")}`;
}
function splitterOf(begun) {
	const text = begun.replace(/^\uFEFF/u, "").trimStart();
	const first = text.charAt(0);
	if (first === "") return void 0;
	if (first === "[") return new ValueSplitter();
	const end = text.indexOf("\n");
	if (end === -1) return void 0;
	const line = text.slice(0, end).trimEnd();
	if (first === "{") return /[{[,:]$/u.test(line) ? new ValueSplitter() : new LineSplitter();
	const name = "\"?[\\w .-]{1,80}\"?";
	return new RegExp(`^${name}(?:[,;\\t]${name})+$`, "u").test(line) ? new RowSplitter() : new LineSplitter();
}

// src/formats/logs/sql/sql-values.ts
function literal(text) {
	return `'${text.replaceAll("\0", "�").replaceAll("'", "''")}'`;
}
function keyOf(json, key) {
	return `json_extract(${json}, ${pointer(key)})`;
}
function keysOf(json, keys) {
	return `json_extract(${json}, [${keys.map(pointer).join(", ")}])`;
}
function pointer(key) {
	return literal(`/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
}
var RecordKeys = class {
	#keys = [];
	at(key) {
		const known = this.#keys.indexOf(key);
		return columnName(known === -1 ? this.#keys.push(key) - 1 : known);
	}
	get columns() {
		return this.#keys.map((key, at) => [key, columnName(at)]);
	}
	path(path) {
		const [first = "", ...steps] = path.split(".");
		if (steps.length === 0) return this.at(path);
		const below = steps.reduce((json, step) => keyOf(`logged_map(${json})`, step), this.at(first));
		return `coalesce(${this.at(path)}, ${below})`;
	}
	own(fields, field) {
		const path = fields[field];
		return path === void 0 ? "NULL" : this.path(path);
	}
};
function columnName(at) {
	return `k${at}`;
}
function quoted(name) {
	return `"${name.replaceAll("\0", "�").replaceAll("\"", "\"\"")}"`;
}
function firstOf(...values) {
	return `coalesce(${values.map((value) => value === "NULL" ? value : `logged_value(${value})`).join(", ")})`;
}
function quantity(...values) {
	return `coalesce(${values.filter((value) => value !== "NULL").map((value) => `logged_quantity(${value})`).join(", ")})`;
}
function text(...values) {
	return `coalesce(${values.filter((value) => value !== "NULL").map((value) => `logged_text(${value})`).join(", ")})`;
}
const withCached = (sent, cached) => `CASE WHEN ${cached} > ${sent} THEN ${sent} + ${cached} ELSE ${sent} END`;

// src/formats/logs/sql/langfuse-sql.ts
const kinds = {
	input: [
		"input",
		"prompt_tokens",
		"promptTokens",
		"input_tokens"
	],
	out: [
		"output",
		"completion_tokens",
		"completionTokens",
		"output_tokens"
	],
	cached: [
		"input_cached_tokens",
		"input_cache_read",
		"cache_read_input_tokens",
		"cached_tokens"
	],
	reasoning: [
		"reasoning_tokens",
		"output_reasoning_tokens",
		"output_reasoning"
	],
	total: [
		"total",
		"total_tokens",
		"totalTokens"
	]
};
const usageKeys$1 = Object.values(kinds).flat();
const counted = (kind) => quantity(...kinds[kind].map((key) => `u[${usageKeys$1.indexOf(key) + 1}]`));
const langfuseSql = (keys, fields) => {
	const own = (field) => keys.own(fields, field);
	const get = (name, camel) => firstOf(keys.at(name), keys.at(camel));
	const type = keys.at("type");
	const apart = "(coalesce(t_input, 0) + coalesce(t_out, 0) < coalesce(t_total, 0) AND t_cached IS NOT NULL AND t_input IS NOT NULL)";
	return [
		{
			u: keysOf(`logged_map(${firstOf(keys.at("usage_details"), keys.at("usageDetails"), keys.at("usage"))})`, usageKeys$1),
			started: `logged_time(${get("start_time", "startTime")})`
		},
		{
			t_input: counted("input"),
			t_out: counted("out"),
			t_cached: counted("cached"),
			t_reasoning: counted("reasoning"),
			t_total: counted("total")
		},
		{
			kind: `CASE WHEN NOT coalesce(logged_is_string(${type}), false) THEN 2
        WHEN logged_string(${type}) <> 'GENERATION' THEN 1 ELSE 0 END`,
			time: "started",
			segment: `logged_text(${firstOf(own("segment"), keys.path("metadata.segment"))})`,
			asked: `logged_text(${firstOf(own("model"), get("provided_model_name", "providedModelName"), keys.at("model"))})`,
			served: `logged_text(${firstOf(own("served"), keys.path("metadata.response_model"))})`,
			prompt: `logged_text(${firstOf(own("prompt"), get("prompt_name", "promptName"))})`,
			tokens_in: `CASE WHEN ${apart} THEN t_input + t_cached ELSE ${withCached("t_input", "t_cached")} END`,
			tokens_out: `CASE WHEN ${apart} AND t_total = t_input + coalesce(t_out, 0) + t_cached + coalesce(t_reasoning, 0) AND t_out IS NOT NULL THEN t_out + coalesce(t_reasoning, 0) ELSE t_out END`,
			tokens_cached: "t_cached",
			tokens_reasoning: "t_reasoning",
			usd: quantity(own("usd"), get("total_cost", "totalCost"), keys.at("calculatedTotalCost"), keyOf(`logged_map(${get("cost_details", "costDetails")})`, "total")),
			latency: `coalesce(logged_quantity(${own("latencyMs")}), logged_seconds(${keys.at("latency")}),
        logged_between(started, logged_time(${get("end_time", "endTime")})))`,
			ended: `lower(logged_text(${firstOf(own("finishReason"), keys.path("metadata.finish_reason"))}))`,
			failed: `coalesce(logged_text(${own("error")}) IS NOT NULL OR logged_raw(${keys.at("level")}) = '"ERROR"', false)`,
			said: firstOf(own("output"), keys.at("output")),
			asked_of: firstOf(own("input"), keys.at("input"))
		}
	];
};

// src/formats/logs/sql/litellm-sql.ts
const litellmSql = (keys, fields) => {
	const own = (field) => keys.own(fields, field);
	const map = (json) => `logged_map(${json})`;
	const type = keys.at("call_type");
	const name = firstOf(own("prompt"), keyOf("managed", "prompt_id"));
	const details = (of) => map(keyOf("usage", of));
	return [
		{
			response: map(keys.at("response")),
			metadata: map(keys.at("metadata"))
		},
		{
			managed: map(keyOf("metadata", "prompt_management_metadata")),
			usage: `coalesce(${map(keyOf("response", "usage"))}, ${map(keyOf("metadata", "usage_object"))}, ${map(keys.at("usage_object"))})`,
			choice: map("json_extract(response, '/choices/0')"),
			started: `logged_time(${keys.at("startTime")})`,
			answer: firstOf(own("output"), keys.at("response"))
		},
		{
			sent: quantity(keys.at("prompt_tokens")),
			cached: quantity(keyOf(details("prompt_tokens_details"), "cached_tokens"), keyOf("usage", "cache_read_input_tokens"))
		},
		{
			kind: `CASE WHEN NOT coalesce(logged_is_string(${type}), false) THEN 2
        WHEN logged_string(${type}) <> '' AND NOT regexp_matches(logged_string(${type}), ${literal(wordedCalls.source)}) THEN 1 ELSE 0 END`,
			time: "started",
			segment: `logged_text(${firstOf(own("segment"), keyOf("metadata", "segment"), keyOf(map(keyOf("metadata", "requester_metadata")), "segment"))})`,
			asked: text(own("model"), keys.at("model_group"), keys.at("model")),
			served: text(own("served"), keyOf("response", "model"), keys.at("model")),
			prompt: `logged_text(${name})`,
			tokens_in: withCached("sent", "cached"),
			tokens_out: quantity(keys.at("completion_tokens")),
			tokens_cached: "cached",
			tokens_reasoning: quantity(keyOf(details("completion_tokens_details"), "reasoning_tokens")),
			usd: quantity(own("usd"), keys.at("response_cost"), keys.at("spend")),
			latency: `coalesce(logged_quantity(${own("latencyMs")}), logged_between(started, logged_time(${keys.at("endTime")})))`,
			ended: `lower(logged_text(${firstOf(own("finishReason"), keyOf("choice", "finish_reason"))}))`,
			failed: `coalesce(logged_text(${own("error")}) IS NOT NULL OR logged_text(${firstOf(keys.at("status"), keyOf("metadata", "status"))}) = 'failure', false)`,
			said: `CASE WHEN logged_raw(answer) NOT IN ('{}', '[]', '"{}"') THEN answer END`,
			asked_of: `coalesce(${notEmpty(firstOf(own("input"), keys.at("messages")))}, ${keys.at("proxy_server_request")})`
		}
	];
};
function notEmpty(json) {
	return `CASE WHEN logged_raw(${json}) NOT IN ('[]', '{}', '""', '"[]"', '"{}"') THEN ${json} END`;
}

// src/formats/logs/sql/plain-sql.ts
const readFields = [...[
	"time",
	"prompt",
	"segment",
	"model",
	"served",
	"input",
	"output",
	"usage",
	"tokensIn",
	"tokensOut"
], ...[
	"tokensCached",
	"tokensReasoning",
	"usd",
	"latencyMs",
	"finishReason",
	"error"
]];
const usageKeys = [
	...[
		"in",
		"input",
		"input_tokens",
		"prompt_tokens",
		"inputTokens"
	],
	...[
		"out",
		"output",
		"output_tokens",
		"completion_tokens",
		"outputTokens"
	],
	...[
		"cached",
		"cached_tokens",
		"cachedTokens",
		"cache_read_input_tokens"
	],
	...[
		"reasoning",
		"reasoning_tokens",
		"reasoningTokens"
	],
	...[
		"prompt_tokens_details",
		"input_tokens_details",
		"completion_tokens_details",
		"output_tokens_details"
	]
];
const used = (key) => `u[${usageKeys.indexOf(key) + 1}]`;
const detail = (of, key) => keyOf(`logged_map(coalesce(${of.map((name) => `logged_value(${used(name)})`).join(", ")}))`, key);
const plainSql = (keys, fields) => {
	const found = readFields.map((field) => {
		const own = fields[field];
		const places = own === void 0 ? (plainNames[field] ?? []).map((name) => keys.at(name)) : [keys.path(own)];
		return [`f_${field}`, places.length === 0 ? "NULL" : `coalesce(${places.map((at) => `logged_some(${at})`).join(", ")})`];
	});
	const sent = quantity("f_tokensIn", ...usageKeys.slice(0, 5).map(used));
	const cached = quantity("f_tokensCached", ...usageKeys.slice(10, 14).map(used), detail(["prompt_tokens_details", "input_tokens_details"], "cached_tokens"));
	const named = "logged_map(f_prompt)";
	return [
		Object.fromEntries(found),
		{ u: keysOf("logged_map(f_usage)", usageKeys) },
		{
			sent,
			cached
		},
		{
			kind: `CASE WHEN f_input IS NULL AND f_output IS NULL AND f_error IS NULL AND f_prompt IS NULL
        THEN 2 ELSE 0 END`,
			time: "logged_time(f_time)",
			segment: "logged_text(f_segment)",
			asked: "logged_text(f_model)",
			served: `coalesce(logged_text(f_served), CASE WHEN logged_is_map(f_output) THEN ${text(keyOf("f_output", "model"))} END)`,
			prompt: `CASE WHEN f_input IS NULL THEN NULL WHEN ${named} IS NULL THEN logged_text(f_prompt)
        ELSE ${text(...[
				"name",
				"id",
				"path"
			].map((key) => keyOf(named, key)))} END`,
			tokens_in: withCached("sent", "cached"),
			tokens_out: quantity("f_tokensOut", ...usageKeys.slice(5, 10).map(used)),
			tokens_cached: "cached",
			tokens_reasoning: quantity("f_tokensReasoning", ...usageKeys.slice(14, 17).map(used), detail(["completion_tokens_details", "output_tokens_details"], "reasoning_tokens")),
			usd: "logged_quantity(f_usd)",
			latency: "logged_quantity(f_latencyMs)",
			ended: "lower(logged_text(f_finishReason))",
			failed: `coalesce(logged_is_map(f_error) OR logged_raw(f_error) = 'true' OR logged_text(f_error) IS NOT NULL, false)`,
			said: "f_output",
			asked_of: fields.prompt === void 0 ? "coalesce(f_input, f_prompt)" : "f_input"
		}
	];
};

// src/formats/logs/sql/macros.ts
const logMacros = [
	"logged_raw(j) AS CAST(j AS VARCHAR)",
	`logged_is_string(j) AS starts_with(logged_raw(j), '"')`,
	`logged_is_map(j) AS starts_with(logged_raw(j), '{')`,
	`logged_string(j) AS CASE WHEN contains(logged_raw(j), '\\') THEN json_extract_string(j, '$') ELSE logged_raw(j)[2:-2] END`,
	`logged_value(j) AS CASE WHEN logged_raw(j) <> 'null' THEN j END`,
	`logged_some(j) AS CASE WHEN logged_raw(j) NOT IN ('null', '""') THEN j END`,
	`logged_text(j) AS CASE
    WHEN logged_is_string(j) THEN nullif(logged_string(j), '')
    WHEN regexp_full_match(logged_raw(j), '[0-9]{1,15}') THEN logged_raw(j)
    WHEN regexp_matches(logged_raw(j), '^[-0-9]') THEN odd_number(logged_raw(j)) END`,
	"logged_finite(n) AS CASE WHEN n >= 0 AND isfinite(n) THEN n END",
	`logged_quantity(j) AS CASE WHEN NOT contains(logged_raw(j), '_')
    THEN logged_finite(TRY_CAST(trim(logged_raw(j), '"') AS DOUBLE)) END`,
	`logged_is_plain(j) AS logged_is_string(j) AND NOT regexp_matches(logged_raw(j), '^"\\s*[{\\[\\\\]')`,
	`logged_map(j) AS CASE WHEN logged_is_map(j) THEN j
    WHEN logged_is_string(j) AND NOT logged_is_plain(j)
    THEN CASE WHEN json_type(TRY_CAST(json_extract_string(j, '$') AS JSON)) = 'OBJECT'
      THEN TRY_CAST(json_extract_string(j, '$') AS JSON) END END`,
	"logged_micro(ms) AS round(ms * 1e3) / 1e3",
	`logged_epoch(n) AS CASE WHEN n < 1e11 THEN logged_micro(n * 1e3) WHEN n < 1e14 THEN n
    WHEN n < 1e17 THEN logged_micro(n / 1e3) ELSE logged_micro(n / 1e6) END`,
	"logged_date(s) AS coalesce(CAST(epoch_ms(TRY_CAST(s AS TIMESTAMPTZ)) AS DOUBLE), odd_date(s))",
	`logged_time(j) AS CASE
    WHEN logged_is_string(j) THEN CASE WHEN logged_raw(j)[6] = '-' OR logged_quantity(j) IS NULL
      THEN logged_date(logged_string(j)) ELSE logged_epoch(logged_quantity(j)) END
    WHEN logged_quantity(j) > 0 THEN logged_epoch(logged_quantity(j)) END`,
	"logged_seconds(j) AS logged_micro(logged_quantity(j) * 1000)",
	"logged_between(a, z) AS CASE WHEN z >= a THEN logged_micro(z - a) END",
	`logged_length(s) AS CASE WHEN strlen(s) = length(s) THEN length(s)
    ELSE length(s) + length(regexp_replace(s, '[^\\x{10000}-\\x{10FFFF}]+', '', 'g')) END`
];
const replyKeys = [
	...[
		"/role",
		"/content",
		"/parts",
		"/choices/0/role",
		"/choices/0/message/content",
		"/choices/0/message/parts"
	],
	...[
		"/system",
		"/instructions",
		"/systemInstruction",
		"/system_instruction"
	],
	...[
		"/messages",
		"/contents",
		"/input",
		"/candidates"
	]
];
const absent = (from) => replyKeys.flatMap((_, at) => at >= from ? [`r[${at + 1}] IS NULL`] : []).join(" AND ");
const replyText = `CASE
  WHEN said IS NULL OR logged_raw(said) IN ('null', '""') THEN NULL
  WHEN logged_is_plain(said) THEN logged_string(said)
  WHEN logged_is_string(r[1]) AND logged_is_string(r[2]) AND logged_raw(r[1]) <> '""' AND r[3] IS NULL AND ${absent(6)}
    THEN logged_string(r[2])
  WHEN r[1] IS NULL AND r[4] IS NULL AND logged_is_string(r[5]) AND r[6] IS NULL AND ${absent(6)} THEN logged_string(r[5])
  ELSE odd_reply(logged_raw(said)) END`;
const sentLength = `CASE
  WHEN asked_of IS NULL OR logged_raw(asked_of) IN ('null', '""') THEN 0
  WHEN logged_is_plain(asked_of) THEN logged_length(logged_string(asked_of))
  WHEN len(m) > 0 AND list_bool_and(list_transform(m, lambda x:
    coalesce(x.role <> '' AND logged_is_string(x.content) AND x.parts IS NULL, false)))
    THEN list_sum(list_transform(m, lambda x: logged_length(logged_string(x.content))))
  ELSE odd_sent(logged_raw(asked_of)) END`;
const sentMessages = `CASE WHEN starts_with(logged_raw(asked_of), '[')
  THEN TRY(json_transform(asked_of, '[{"role":"VARCHAR","content":"JSON","parts":"JSON"}]')) END`;

// src/formats/logs/sql/call-columns.ts
const callColumns = [...[
	"kind",
	"time",
	"segment",
	"asked",
	"served",
	"prompt",
	"tokens_in",
	"tokens_out",
	"tokens_cached"
], ...[
	"tokens_reasoning",
	"usd",
	"latency",
	"ended",
	"failed",
	"said",
	"asked_of"
]];

// src/formats/logs/sql/sum-calls.ts
const opening = 600;
function sumCallsSql(asked) {
	const { source, steps, latencyBin, cut, declined, refusalHint, longFrom, exact, measuredOneIn } = asked;
	const list = (texts) => `(${texts.map(literal).join(", ")})`;
	const isExact = exact.length === 0 ? "false" : `(coalesce(asked, '') IN ${list(exact)} OR coalesce(served, '') IN ${list(exact)})`;
	const known = (column) => `CASE WHEN failed THEN nullif(tokens_${column}, 0) ELSE tokens_${column} END AS t_${column}`;
	const ofCalls = (columns) => columns.map(([name, value]) => `CASE WHEN kind = 0 THEN ${value} END AS ${name}`).join(", ");
	const records = [
		...steps.map(columnsOf),
		`SELECT file, ${callColumns.join(", ")}`,
		`SELECT *, CASE WHEN logged_is_map(said) THEN json_extract(said, [${replyKeys.map(literal).join(", ")}]) END AS r,
      tokens_in IS NOT NULL AND hash(asked_of) % ${measuredOneIn} = 0 AS is_read`,
		`SELECT *, CASE WHEN is_read THEN ${sentMessages} END AS m`,
		`SELECT * EXCLUDE (m, r, is_read), CASE WHEN NOT failed THEN ${replyText} END AS reply,
      CASE WHEN is_read THEN ${sentLength} END AS sent`,
		`SELECT *,
      logged_length(reply) AS reply_length,
      NOT failed AND CASE
        WHEN coalesce(ended, '') IN ${list(declined)} THEN true
        WHEN coalesce(regexp_matches(lower(substr(reply, 1, ${opening})), ${literal(refusalHint)}), false)
          THEN odd_refusal(substr(reply, 1, ${opening}))
        ELSE false END AS refused,
      NOT failed AND coalesce(ended, '') IN ${list(cut)} AS truncated,
      ${[
			"in",
			"out",
			"cached",
			"reasoning"
		].map(known).join(", ")},
      least(coalesce(tokens_cached, 0), coalesce(tokens_in, 0)) AS c,
      coalesce(tokens_in, 0) AS i, coalesce(tokens_out, 0) AS o,
      usd IS NULL AND (coalesce(tokens_in, 0) > ${longFrom} OR ${isExact}) AS is_long,
      coalesce(sent > 0 AND (NOT failed OR tokens_in > 0), false) AS is_measured,
      CASE WHEN latency > 0 THEN CAST(ceil(log2(latency) * ${latencyBin}) AS INTEGER) END AS bin`
	].reduce((held, select) => `${select}\nFROM (${held})`, source);
	return `SELECT kind, CASE WHEN kind = 2 THEN file END AS file,
  ${ofCalls([
		["day", "floor(time / 864e5)"],
		...[
			"segment",
			"asked",
			"served",
			"prompt",
			"failed",
			"is_long"
		].map((name) => [name, name]),
		["counted", "CASE WHEN usd IS NULL THEN (tokens_in IS NOT NULL)::INTEGER + 2 * (tokens_out IS NOT NULL)::INTEGER ELSE -1 END"],
		...[
			"in",
			"out",
			"cached"
		].map((name) => [`long_${name}`, `CASE WHEN is_long THEN tokens_${name} END`])
	])},
  count(*)::DOUBLE AS calls, max(time) AS latest,
  ${[
		"t_in",
		"t_out",
		"t_cached",
		"t_reasoning",
		"reply_length",
		"usd"
	].map(momentsOf).join(", ")},
  (count(*) FILTER (is_measured))::DOUBLE AS n_sent, (sum(sent) FILTER (is_measured))::DOUBLE AS s_sent,
  (sum(t_in) FILTER (is_measured))::DOUBLE AS s_sent_tokens,
  sum(c) AS s_c, sum(i) AS s_i, sum(o) AS s_o,
  sum(c * c) AS s_cc, sum(i * i) AS s_ii, sum(o * o) AS s_oo, sum(i * c) AS s_ic, sum(i * o) AS s_io, sum(c * o) AS s_co,
  (count(*) FILTER (refused))::DOUBLE AS refusals, (count(*) FILTER (truncated))::DOUBLE AS truncated,
  min(latency) AS least, max(latency) AS most, (count(*) FILTER (latency = 0))::DOUBLE AS zeros,
  map_keys(histogram(bin)) AS bins, map_values(histogram(bin))::DOUBLE[] AS in_bins
FROM (${records})
GROUP BY ALL
ORDER BY calls DESC, kind, day, segment, asked, served, prompt, failed, counted`;
}
function columnsOf(step) {
	return `SELECT *, ${Object.keys(step).map((name) => `${step[name]} AS ${name}`).join(", ")}`;
}
function momentsOf(column) {
	const [total, squares] = [column, `${column} * ${column}`].map((value) => `fsum(${value})::DOUBLE`);
	return `{count: count(${column})::DOUBLE, total: ${total}, squares: ${squares}} AS ${column}`;
}

// src/formats/logs/sql/index.ts
const sqlOfFormats = /* @__PURE__ */ new Map([
	["plain", plainSql],
	["litellm", litellmSql],
	["langfuse", langfuseSql]
]);

export { literal as a, logFormats as c, jsonOf as d, timeOf as f, RecordKeys as i, readMessages as l, faultsOfLogs as m, sumCallsSql as n, quoted as o, brokenRecord as p, logMacros as r, LogFileReader as s, sqlOfFormats as t, readOutput as u };