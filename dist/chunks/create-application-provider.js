import "./rolldown-runtime.js";
import { t as hash } from "./hash.js";
import { t as ProviderError } from "./ports.js";
import { E as string, O as union, T as strictObject, b as number, g as json, l as array, w as record, x as object, y as looseObject } from "./zod.js";
import { t as isObject } from "./is-object.js";

// src/providers/application/read-application-answer.ts
const count = number().nonnegative().nullish();
const usage = looseObject({
	inputTokens: count,
	input_tokens: count,
	prompt_tokens: count,
	outputTokens: count,
	output_tokens: count,
	completion_tokens: count,
	cachedTokens: count,
	reasoningTokens: count,
	usd: count.describe("Dollars that the reply cost.")
});
const called = union([string(), json()]).optional();
const toolCall = union([looseObject({
	name: string().min(1),
	arguments: called,
	id: string().optional()
}), looseObject({
	id: string().optional(),
	function: looseObject({
		name: string().min(1),
		arguments: called
	})
})]);
const step = looseObject({
	step: string().min(1).max(200),
	contexts: array(string()).max(1e3).optional()
});
const shape = strictObject({
	id: number().optional(),
	text: string().nullish(),
	toolCalls: array(toolCall).nullish(),
	usage: usage.nullish(),
	model: string().min(1).max(200).nullish(),
	finishReason: string().min(1).max(100).nullish(),
	trace: array(step).max(1e3).nullish()
});
const telling = [
	"text",
	"toolCalls",
	"error"
];
function readApplicationAnswer(written, mustBeObject) {
	const value = parsed(written);
	if (!isObject(value) || !telling.some((key) => Object.hasOwn(value, key))) {
		const isAnswer = isObject(value) && isObject(value["usage"] ?? null);
		if (!mustBeObject && !isAnswer) return replyOf(written.replace(/\r?\n$/u, ""));
		return {
			kind: "malformed",
			why: "it has none of `text`, `toolCalls` and `error`"
		};
	}
	const { error } = value;
	if (error !== void 0 && error !== null) return {
		kind: "failed",
		why: typeof error === "string" ? error : JSON.stringify(error)
	};
	const { error: _, ...rest } = value;
	const read = shape.safeParse(rest);
	if (!read.success) return {
		kind: "malformed",
		why: wordIssue(read.error)
	};
	const { text, toolCalls, usage: counted, model, finishReason, trace } = read.data;
	return {
		kind: "reply",
		reply: {
			text: text ?? "",
			toolCalls: (toolCalls ?? []).map(toolCallOf),
			finishReason: finishReason ?? (toolCalls?.length ? "tool_calls" : "stop"),
			...usageOf(counted ?? {}),
			...trace?.length ? { trace: trace.map(stepOf) } : {}
		},
		...typeof model === "string" ? { model } : {}
	};
}
function replyOf(text) {
	return {
		kind: "reply",
		reply: {
			text,
			toolCalls: [],
			finishReason: "stop",
			usage: {}
		}
	};
}
function parsed(written) {
	try {
		return JSON.parse(written);
	} catch {
		return null;
	}
}
function wordIssue({ issues: [issue] }) {
	if (issue === void 0) return "it has another form";
	if (issue.code === "unrecognized_keys") return `\`${issue.keys.join("`, `")}\` is unknown (known: ${Object.keys(shape.shape).join(", ")}); a reply that is such JSON itself is written as {"text": "…"}`;
	return `\`${issue.path.join(".")}\`: ${issue.message}`;
}
function toolCallOf(written) {
	const { name, arguments: given = {} } = "function" in written ? asCall(written.function) : asCall(written);
	const { id } = written;
	return {
		name,
		arguments: typeof given === "string" ? given : JSON.stringify(given),
		...typeof id === "string" && id !== "" ? { id } : {}
	};
}
function asCall(written) {
	return object({
		name: string(),
		arguments: called
	}).parse(written);
}
function usageOf(said) {
	const input = said.inputTokens ?? said.input_tokens ?? said.prompt_tokens;
	const output = said.outputTokens ?? said.output_tokens ?? said.completion_tokens;
	return {
		usage: {
			...typeof input === "number" ? { inputTokens: input } : {},
			...typeof output === "number" ? { outputTokens: output } : {},
			...typeof said.cachedTokens === "number" ? { cachedTokens: said.cachedTokens } : {},
			...typeof said.reasoningTokens === "number" ? { reasoningTokens: said.reasoningTokens } : {}
		},
		...typeof said.usd === "number" ? { billedUsd: said.usd } : {}
	};
}
function stepOf({ step: name, contexts, ...rest }) {
	const details = record(string(), json()).parse(rest);
	return {
		step: name,
		...contexts === void 0 ? {} : { contexts },
		...Object.keys(details).length === 0 ? {} : { details }
	};
}

// src/providers/application/create-application-provider.ts
const mostWithoutAnswer = 8;
const mostTries = 3;
function createApplicationProvider(settings) {
	const { name, endpoint, run, lines, timeoutMs, quote, clock } = settings;
	const failures = /* @__PURE__ */ new Map();
	let answered = false;
	let lost = 0;
	const failed = (why, request, late) => {
		const key = hash(request);
		const times = (failures.get(key) ?? 0) + 1;
		failures.set(key, times);
		lost += late ? 2 : 1;
		const stopsProvider = !answered && lost >= mostWithoutAnswer;
		const all = stopsProvider ? ` It answered nothing at all, ${lost} times.` : "";
		return new ProviderError(`The application \`${name}\` ${quote(why).replace(/\.$/u, "")}.${all}`, {
			reason: late ? "timeout" : "server",
			retryable: times < mostTries && !late && !stopsProvider,
			stopsProvider,
			fix: "Give it the same on this machine, as docs/applications.md shows."
		});
	};
	return { async ask(request, signal, _heed, side) {
		if (request.kind === "embedding") throw new ProviderError(`\`${name}\` is an application, and answers prompts alone.`, {
			reason: "refused-request",
			fix: "Name a model service for `embeddings`."
		});
		const started = clock.monotonic();
		const late = AbortSignal.timeout(timeoutMs);
		const written = await run(inputOf(request, side), AbortSignal.any([signal, late]));
		if (signal.aborted) throw new Error("aborted");
		if (late.aborted) throw failed(`took longer than ${timeoutMs / 1e3} s`, request, true);
		if (written.kind === "failed") throw failed(`failed: ${written.why}`, request, false);
		const read = written.kind === "plain" ? replyOf(written.text) : readApplicationAnswer(written.text, lines);
		if (read.kind === "failed") throw failed(`failed: ${read.why}`, request, false);
		if (read.kind === "malformed") throw failed(`answered what is no reply: ${read.why}`, request, false);
		answered = true;
		failures.delete(hash(request));
		return {
			...read.reply,
			servedModel: read.model ?? request.model,
			servedBy: name,
			endpoint,
			latencyMs: clock.monotonic() - started,
			at: clock.now()
		};
	} };
}
function inputOf({ messages, params, model, subject }, side) {
	return {
		...subject === void 0 ? {} : {
			prompt: subject.prompt,
			case: subject.case,
			vars: subject.vars
		},
		messages: JSON.parse(JSON.stringify(messages)),
		side: side === "old" ? "base" : "head",
		model,
		parameters: params
	};
}

export { createApplicationProvider };