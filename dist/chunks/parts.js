import { E as string, O as union, a as _instanceof, b as number, d as boolean, g as json$1, i as _enum, v as literal, w as record, x as object, y as looseObject } from "./zod.js";
import { t as ProviderError } from "./ports.js";

// src/providers/service/failed.ts
var RefusedError = class extends Error {
	failed;
	constructor(failed) {
		super(failed.message);
		this.failed = failed;
	}
};
const text = string().nullish();
const clientError = looseObject({
	status: number(),
	message: string(),
	headers: _instanceof(Headers).nullish(),
	code: text,
	type: text,
	param: text,
	error: looseObject({ error: looseObject({
		message: string(),
		type: text
	}) }).optional().catch(void 0)
});
function readClientError(error) {
	const read = clientError.safeParse(error);
	if (!read.success) return void 0;
	const { status, message, code, param, headers, error: body } = read.data;
	const type = body?.error.type ?? read.data.type;
	return {
		status,
		message: body?.error.message ?? message.replace(/^\d{3}\s+/u, ""),
		cause: error,
		...typeof code === "string" ? { code } : {},
		...typeof type === "string" ? { type } : {},
		...typeof param === "string" ? { param } : {},
		...headers instanceof Headers ? { headers } : {}
	};
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
const efforts = new Map([["minimal", "low"], ...[
	"low",
	"medium",
	"high",
	"xhigh",
	"max"
].map((effort) => [effort, effort])]);
function effortOf(value) {
	return efforts.get(String(value));
}
function stopsOf(value) {
	return Array.isArray(value) ? value : [value];
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

export { parseBody as a, joinJson as c, readFormat as d, readToolChoice as f, readClientError as g, RefusedError as h, malformed as i, mapParameters as l, stopsOf as m, cannotShow as n, unreadable as o, readTools as p, readArguments as r, effortOf as s, addressOf as t, namesOf as u };