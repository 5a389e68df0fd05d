// src/core/prompt-file/known-params.ts
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

export { knownParams as t };