import { r as suggestNearest } from "./describe-issues.js";
import { t as isObject } from "./is-object.js";

// src/core/prompt-file/read-params.ts
const older = ["functions", "function_call"];
function holdParams(params, allowed = []) {
	const kept = [];
	const leftOut = [];
	for (const [name, value] of Object.entries(params)) if (allowed.includes(name)) kept.push([name, value]);
	else if (![...knownParams, ...older].includes(name)) leftOut.push(name);
	else if (name === "tools") {
		const tools = Array.isArray(value) ? value : [value];
		const run = tools.filter((tool) => !isFunction(tool));
		leftOut.push(...run.map((tool) => `tools (${nameOfServed(tool)})`));
		const own = tools.filter(isFunction);
		if (own.length > 0 || run.length === 0) kept.push([name, own]);
	} else kept.push([name, value]);
	return {
		params: Object.fromEntries(kept),
		leftOut: [...new Set(leftOut)]
	};
}
const ofFunction = /* @__PURE__ */ new Set([
	"name",
	"description",
	"parameters",
	"input_schema",
	"strict",
	"cache_control"
]);
function isFunction(tool) {
	if (!isObject(tool)) return false;
	const { type, function: nested = null } = tool;
	if (type !== void 0 && type !== "function") return false;
	if (isObject(nested)) return typeof nested["name"] === "string";
	if (typeof tool["name"] !== "string") return false;
	return type === "function" || Object.keys(tool).every((key) => ofFunction.has(key));
}
function nameOfServed(tool) {
	if (!isObject(tool)) return "unknown";
	const { type } = tool;
	return typeof type === "string" && type !== "function" ? type : Object.keys(tool).find((key) => key !== "type") ?? "unknown";
}
const knownParams = [
	"temperature",
	"top_p",
	"top_k",
	"min_p",
	"max_tokens",
	"max_completion_tokens",
	"frequency_penalty",
	"presence_penalty",
	"repetition_penalty",
	"seed",
	"stop",
	"logit_bias",
	"response_format",
	"tools",
	"tool_choice",
	"parallel_tool_calls",
	"reasoning",
	"reasoning_effort",
	"thinking",
	"verbosity"
];
const groups = [
	"params",
	"parameters",
	"modelParameters",
	"model_parameters"
];
const delivery = [
	"stream",
	"stream_options",
	"n"
];
function readParams(file) {
	const params = [];
	const doubtful = [];
	for (const [key, value] of Object.entries(file)) {
		if (value === null) continue;
		if (groups.some((group) => group === key) && isObject(value)) params.push(...Object.entries(nameParams(value)));
		else if (knownParams.some((name) => name === toApiName(key))) params.push([toApiName(key), value]);
		else {
			const meant = suggestNearest(key, knownParams);
			if (meant !== void 0 && key.length > 3) doubtful.push({
				key,
				meant
			});
		}
	}
	return {
		params: Object.fromEntries(params),
		doubtful
	};
}
function nameParams(written) {
	const named = Object.entries(written).map(([key, value]) => [toApiName(key), value]);
	return Object.fromEntries(named.filter(([key, value]) => value !== null && !delivery.some((one) => one === key)));
}
function toApiName(key) {
	return key.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

export { readParams as i, knownParams as n, nameParams as r, holdParams as t };