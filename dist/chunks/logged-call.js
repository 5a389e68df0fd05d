// src/core/logs/logged-call.ts
const logFieldNames = [
	"time",
	"prompt",
	"version",
	"segment",
	"user",
	"session",
	"model",
	"served",
	"input",
	"output",
	"variables",
	"usage",
	"tokensIn",
	"tokensOut",
	"tokensCached",
	"tokensReasoning",
	"usd",
	"latencyMs",
	"firstTokenMs",
	"finishReason",
	"error"
];

export { logFieldNames as t };