import { t as estimateTokenCount } from "./dist3.js";

// src/core/money/size-of-request.ts
const PER_MESSAGE = 4;
const USUAL_OUTPUT = 400;
const MOST_OUTPUT = 4e3;
function sizeOfRequest(request) {
	if (request.kind === "embedding") return {
		input: sum(request.texts.map((text) => estimateTokenCount(text))),
		usualOutput: 0,
		mostOutput: 0
	};
	const { messages, params } = request;
	const tools = params["tools"] === void 0 ? 0 : estimateTokenCount(JSON.stringify(params["tools"]));
	const input = sum(messages.map(({ content }) => PER_MESSAGE + estimateTokenCount(content))) + tools;
	const limit = params["max_completion_tokens"] ?? params["max_tokens"];
	const mostOutput = typeof limit === "number" && limit > 0 ? limit : MOST_OUTPUT;
	return {
		input,
		usualOutput: Math.min(USUAL_OUTPUT, mostOutput),
		mostOutput
	};
}
function sum(values) {
	return values.reduce((total, value) => total + value, 0);
}

export { sizeOfRequest as t };