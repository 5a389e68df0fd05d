// src/core/reply.ts
const failureReasons = [
	"connection",
	"timeout",
	"rate-limit",
	"server",
	"malformed",
	"refused-request",
	"key",
	"quota",
	"budget",
	"deadline",
	"cancelled"
];

export { failureReasons as t };