import { t as estimateTokenCount } from "./dist.js";
import { t as isObject } from "./is-object.js";

// src/core/money/size-of-request.ts
const sizes = /* @__PURE__ */ new WeakMap();
function knownSize(request) {
	const size = sizes.get(request) ?? sizeOfRequest(request);
	sizes.set(request, size);
	return size;
}
const PER_MESSAGE = 4;
const USUAL_OUTPUT = 400;
const MOST_OUTPUT = 4e3;
const efforts = {
	low: {
		usual: 1e3,
		most: 8e3
	},
	medium: {
		usual: 2e3,
		most: 16e3
	},
	high: {
		usual: 6e3,
		most: 32e3
	},
	xhigh: {
		usual: 12e3,
		most: 64e3
	}
};
function sizeOfRequest(request) {
	if (request.kind === "embedding") return {
		input: sum(request.texts.map((text) => estimateTokenCount(text))),
		usualOutput: 0,
		mostOutput: 0,
		limited: true
	};
	const { messages, params } = request;
	const tools = params["tools"] === void 0 ? 0 : estimateTokenCount(JSON.stringify(params["tools"]));
	const input = sum(messages.map((message) => PER_MESSAGE + countTokens(saidIn(message)) + sizeOfParts(message.parts))) + tools;
	const limit = params["max_completion_tokens"] ?? params["max_tokens"];
	const thinking = thinkingOf(params);
	const limited = typeof limit === "number" && limit > 0;
	const mostOutput = limited ? limit : MOST_OUTPUT + (thinking?.most ?? 0);
	return {
		input,
		usualOutput: Math.min(USUAL_OUTPUT + (thinking?.usual ?? 0), mostOutput),
		mostOutput,
		limited
	};
}
function saidIn({ content, toolCalls = [] }) {
	return `${content}${toolCalls.map((call) => call.name + call.arguments).join("")}`;
}
const tokensOfBytes = /* @__PURE__ */ new Map([
	["audio/mpeg", (bytes) => Math.ceil(bytes / 4e3) * 32],
	["audio/wav", (bytes) => Math.ceil(bytes / 16e3) * 32],
	["application/pdf", (bytes) => Math.ceil(bytes / 5e4) * 4600],
	["text/plain", (bytes) => Math.ceil(bytes / 3)]
]);
const IMAGE = 1600;
const unseenBytes = 5e5;
function sizeOfParts(parts = []) {
	return sum(parts.map((part) => part.kind === "text" ? 0 : sizeOfPart(part)));
}
function sizeOfPart({ kind, source }) {
	const unseen = kind === "audio" ? "audio/mpeg" : "application/pdf";
	const { mediaType, bytes } = source.kind === "url" ? {
		mediaType: unseen,
		bytes: unseenBytes
	} : source;
	const count = kind === "image" ? void 0 : tokensOfBytes.get(mediaType) ?? tokensOfBytes.get(unseen);
	return Math.max(0, count?.(bytes ?? unseenBytes) ?? IMAGE);
}
function thinkingOf(params) {
	const { reasoning, thinking } = params;
	const tokens = within(thinking, "budget_tokens") ?? within(reasoning, "max_tokens");
	if (typeof tokens === "number" && tokens > 0) return {
		usual: Math.min(tokens, 6e3),
		most: tokens
	};
	const effort = params["reasoning_effort"] ?? within(reasoning, "effort");
	return typeof effort === "string" && Object.hasOwn(efforts, effort) ? efforts[effort] : void 0;
}
function within(held, key) {
	return isObject(held) ? held[key] : void 0;
}
const WHOLE = 2e4;
function countTokens(text) {
	if (text.length <= WHOLE) return estimateTokenCount(text);
	const [first, last] = [text.slice(0, WHOLE / 2), text.slice(-1e4)];
	return Math.round((estimateTokenCount(first) + estimateTokenCount(last)) * text.length / WHOLE);
}
function sum(values) {
	return values.reduce((total, value) => total + value, 0);
}

export { knownSize as n, sizeOfRequest as r, countTokens as t };