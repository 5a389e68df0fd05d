import { t as servedAs } from "./served-model.js";
import { c as findRefusal } from "./scorers.js";

// src/app/monitor/count-call.ts
const loggedService = "logs";
const cutEndings = /* @__PURE__ */ new Set([
	"length",
	"max_tokens",
	"max_output_tokens",
	"model_length"
]);
const declinedEndings = /* @__PURE__ */ new Set([
	"content_filter",
	"refusal",
	"safety"
]);
function countCall(call, costOf) {
	const output = call.output();
	const ended = call.finishReason?.toLowerCase() ?? "";
	const isError = call.error !== void 0;
	return {
		tokens: isError ? withoutZeros(call.tokens) : call.tokens,
		cost: costOfLogged(call, costOf),
		latencyMs: call.latencyMs,
		served: isError ? void 0 : call.served,
		promptCharacters: () => charactersSent(call),
		replyCharacters: isError ? void 0 : output?.text.length,
		isError,
		isRefusal: !isError && (declinedEndings.has(ended) || isRefused(output)),
		isTruncated: !isError && cutEndings.has(ended)
	};
}
function charactersSent(call) {
	return call.texts().input.reduce((sum, { content }) => sum + content.length, 0);
}
function withoutZeros({ in: sent, out, cached, reasoning }) {
	const known = (tokens) => tokens === 0 ? void 0 : tokens;
	return {
		in: known(sent),
		out: known(out),
		cached: known(cached),
		reasoning: known(reasoning)
	};
}
function isRefused(output) {
	return output !== void 0 && output.text !== "" && findRefusal(output.text) !== void 0;
}
function costOfLogged({ usd, asked, served, tokens }, costOf) {
	if (usd !== void 0) return {
		kind: "billed",
		usd
	};
	const model = billedModel({
		asked,
		served
	}, costOf);
	if (model === void 0) return { kind: "unknown" };
	const computed = costOf(loggedService, model, {
		...tokens.in === void 0 ? {} : { inputTokens: tokens.in },
		...tokens.out === void 0 ? {} : { outputTokens: tokens.out },
		...tokens.cached === void 0 ? {} : { cachedTokens: tokens.cached }
	});
	return computed === void 0 ? { kind: "unknown" } : {
		kind: "computed",
		usd: computed
	};
}
function billedModel({ asked, served }, { knows = () => false }) {
	return asked === void 0 || served !== void 0 && servedAs(asked, served, knows) !== "asked" ? served : asked;
}

export { loggedService as a, declinedEndings as i, countCall as n, cutEndings as r, billedModel as t };