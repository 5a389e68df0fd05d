import { t as estimateTokenCount } from "./dist.js";
import { t as isObject } from "./is-object.js";

// src/core/money/estimate-cost.ts
const sizes = /* @__PURE__ */ new WeakMap();
function knownSize(request) {
	const size = sizes.get(request) ?? sizeOfRequest(request);
	sizes.set(request, size);
	return size;
}
function estimateCost(asked, costOf) {
	let calls = 0;
	let inputTokens = 0;
	let outputTokens = 0;
	let usualUsd = 0;
	let mostUsd = 0;
	const models = /* @__PURE__ */ new Map();
	const unpriced = /* @__PURE__ */ new Map();
	const byName = /* @__PURE__ */ new Map();
	for (const { request, times } of asked) {
		const size = knownSize(request);
		const { provider, model } = request;
		calls += times;
		inputTokens += size.input * times;
		outputTokens += size.usualOutput * times;
		const usual = costOf(provider, model, {
			inputTokens: size.input,
			outputTokens: size.usualOutput
		});
		const most = costOf(provider, model, {
			inputTokens: size.input,
			outputTokens: size.mostOutput
		});
		if (usual === void 0 || most === void 0) unpriced.set(model, (unpriced.get(model) ?? 0) + times);
		else {
			const list = costOf.listOf?.(provider, model);
			if (list !== void 0) byName.set(model, list);
			addTo(models, model, {
				calls: times,
				usualUsd: usual * times,
				mostUsd: most * times
			});
			usualUsd += usual * times;
			mostUsd += most * times;
		}
	}
	return {
		calls,
		inputTokens,
		outputTokens,
		usualUsd,
		mostUsd,
		models,
		unpriced,
		byName
	};
}
function addEstimates(all) {
	const [total, models, unpriced] = [
		{ ...nothing },
		/* @__PURE__ */ new Map(),
		/* @__PURE__ */ new Map()
	];
	for (const one of all) {
		for (const key of amounts) total[key] += one[key];
		for (const [model, more] of one.models) addTo(models, model, more);
		for (const [model, calls] of one.unpriced) unpriced.set(model, (unpriced.get(model) ?? 0) + calls);
	}
	return {
		...total,
		models,
		unpriced,
		byName: new Map(all.flatMap(({ byName }) => [...byName]))
	};
}
function addTo(models, model, more) {
	const { calls, usualUsd, mostUsd } = models.get(model) ?? nothing;
	models.set(model, {
		calls: calls + more.calls,
		usualUsd: usualUsd + more.usualUsd,
		mostUsd: mostUsd + more.mostUsd
	});
}
const amounts = [
	"calls",
	"inputTokens",
	"outputTokens",
	"usualUsd",
	"mostUsd"
];
const nothing = {
	calls: 0,
	inputTokens: 0,
	outputTokens: 0,
	usualUsd: 0,
	mostUsd: 0
};
function capEstimate(estimate, { calls = Number.POSITIVE_INFINITY, usd = Number.POSITIVE_INFINITY }) {
	const share = Math.min(1, calls / estimate.calls, estimate.usualUsd > 0 ? usd / estimate.usualUsd : 1);
	if (!(share < 1)) return estimate;
	const { inputTokens, outputTokens } = estimate;
	const cap = (one) => ({
		calls: one.calls * share,
		usualUsd: one.usualUsd * share,
		mostUsd: Math.min(one.mostUsd * share, usd)
	});
	return {
		...cap(estimate),
		inputTokens: inputTokens * share,
		outputTokens: outputTokens * share,
		models: new Map([...estimate.models].map(([model, one]) => [model, cap(one)])),
		unpriced: new Map([...estimate.unpriced].map(([model, count]) => [model, count * share])),
		byName: estimate.byName
	};
}
function isPriced({ calls, unpriced }) {
	const unknown = [...unpriced.values()].reduce((sum, count) => sum + count, 0);
	return unpriced.size === 0 || unknown < calls;
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

export { isPriced as a, estimateCost as i, capEstimate as n, knownSize as o, countTokens as r, sizeOfRequest as s, addEstimates as t };