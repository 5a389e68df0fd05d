import { t as isObject } from "./is-object.js";

// src/core/prompt-file/hold-params.ts
const older = ["functions", "function_call"];
function holdParams(params, allowed = []) {
	const kept = [];
	const leftOut = [];
	for (const [name, value] of Object.entries(params)) if (allowed.includes(name)) kept.push([name, value]);
	else if (![...knownParams, ...older].includes(name)) leftOut.push(name);
	else if (name === "tools" && Array.isArray(value)) {
		const run = value.filter((tool) => isServed(tool));
		leftOut.push(...run.map((tool) => `tools (${isObject(tool) ? String(tool["type"]) : "unknown"})`));
		const own = value.filter((tool) => !isServed(tool));
		if (own.length > 0 || run.length === 0) kept.push([name, own]);
	} else kept.push([name, value]);
	return {
		params: Object.fromEntries(kept),
		leftOut: [...new Set(leftOut)]
	};
}
function isServed(tool) {
	return !isObject(tool) || tool["type"] !== void 0 && tool["type"] !== "function";
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

export { knownParams as n, holdParams as t };