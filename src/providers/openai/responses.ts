import { z } from 'zod';
import type { Request } from '../../core/call.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import type { Message, Part } from '../../core/prompt.ts';
import type { ToolCall } from '../../core/reply.ts';
import type { ReadAnswer } from '../service/create-service-provider.ts';
import { type ParameterTable, readFormat, readToolChoice, readTools } from '../service/parameters.ts';
import { addressOf, cannotShow } from '../service/parts.ts';
import { parseBody, unreadable } from '../service/read-body.ts';

const noPlace = 'the Responses API has no such parameter';

/** What the Responses API makes of chat parameters. */
export const responsesParameters: ParameterTable = {
  max_tokens: { at: 'max_output_tokens' },
  max_completion_tokens: { at: 'max_output_tokens' },
  reasoning_effort: { at: 'reasoning.effort' },
  verbosity: { at: 'text.verbosity' },
  response_format: { at: 'text.format', write: writeFormat },
  tools: { at: 'tools', write: writeTools },
  tool_choice: { at: 'tool_choice', write: writeChoice },
  stop: { none: noPlace },
  seed: { none: noPlace },
  logprobs: { none: noPlace },
  logit_bias: { none: noPlace },
  presence_penalty: { none: noPlace },
  frequency_penalty: { none: noPlace },
  prediction: { none: noPlace },
};

function writeFormat(value: Json): Json | undefined {
  const format = readFormat(value);
  if (format === undefined) return value;
  if (format.type !== 'json_schema') return { type: format.type };
  const { name = 'reply', schema = {}, strict, description } = format.json_schema;
  return {
    type: 'json_schema',
    name,
    schema,
    ...(description === undefined ? {} : { description }),
    ...(typeof strict === 'boolean' ? { strict } : {}),
  };
}

function writeTools(value: Json): Json {
  return readTools(value).map((tool) => {
    if ('native' in tool) return tool.native;
    const { name, description, parameters = { type: 'object', properties: {} }, strict } = tool.function;
    // Left out it would mean `true` here, and `false` for chat completions.
    const flat = { type: 'function', name, parameters, strict: strict ?? false };
    return description === undefined ? flat : { ...flat, description };
  });
}

function writeChoice(value: Json): Json {
  const choice = readToolChoice(value);
  return typeof choice === 'object' ? { type: 'function', name: choice.name } : (choice ?? value);
}

/** Messages as input items; what the service asked to be sent back with the calls stands before them. */
export function writeItems(messages: readonly Message[]): readonly Json[] {
  return messages.flatMap((message): readonly Json[] => {
    const { role, content, parts, toolCalls = [], toolCallId } = message;
    if (role === 'tool') return [{ type: 'function_call_output', call_id: toolCallId ?? 'call_0', output: content }];
    const said: readonly Json[] =
      content === '' && toolCalls.length > 0
        ? []
        : [{ role, content: parts === undefined ? content : parts.map((part) => writePart(part, role)) }];
    return [...carriedItems(message), ...said, ...toolCalls.map(writeCall)];
  });
}

function carriedItems({ carried }: Message): readonly Json[] {
  return Array.isArray(carried) ? carried : [];
}

function writeCall({ id, name, arguments: written }: ToolCall, index: number): JsonObject {
  return { type: 'function_call', call_id: id ?? `call_${index}`, name, arguments: written };
}

function writePart(part: Part, role: Message['role']): JsonObject {
  if (part.kind === 'text') return { type: role === 'assistant' ? 'output_text' : 'input_text', text: part.text };
  const { kind, source, name } = part;
  if (kind === 'audio') throw cannotShow(part, 'takes no sound', 'Let the provider speak `api: chat`.');
  if (kind === 'image') return { type: 'input_image', detail: 'auto', image_url: addressOf(source) };
  return source.kind === 'url'
    ? { type: 'input_file', file_url: source.url }
    : { type: 'input_file', filename: name ?? 'file', file_data: addressOf(source) };
}

const count = z.number().nonnegative().nullish();
const said = z.looseObject({ type: z.string(), text: z.string().nullish(), refusal: z.string().nullish() });
const message = z.looseObject({ type: z.literal('message'), content: z.array(said) });
const call = z.looseObject({
  type: z.literal('function_call'),
  call_id: z.string().nullish(),
  name: z.string(),
  arguments: z.string().nullish(),
});
const response = z.looseObject({
  id: z.string().nullish(),
  model: z.string().nullish(),
  status: z.string().nullish(),
  incomplete_details: z.looseObject({ reason: z.string().nullish() }).nullish(),
  output: z.array(z.looseObject({ type: z.string() })),
  usage: z
    .looseObject({
      input_tokens: count,
      output_tokens: count,
      input_tokens_details: z.looseObject({ cached_tokens: count }).nullish(),
      output_tokens_details: z.looseObject({ reasoning_tokens: count }).nullish(),
    })
    .nullish()
    .catch(undefined),
});

/** Why a response ended early, in the words of chat completions. */
const cut: ReadonlyMap<string, string> = new Map([['max_output_tokens', 'length']]);

/** Reads a response of status 200. @throws ProviderError `malformed` where it is none */
export function readResponse(body: string, { model: asked }: Request, quote: (text: string) => string): ReadAnswer {
  const parsed = parseBody(body, quote);
  const read = response.safeParse(parsed);
  const { data } = read;
  const isWhole = data !== undefined && data.status !== 'failed' && (data.output.length > 0 || data.status != null);
  if (!isWhole) throw unreadable(parsed, 'no response', quote);
  const parts = data.output.flatMap((item) => message.safeParse(item).data?.content ?? []);
  const calls = data.output.flatMap((item) => call.safeParse(item).data ?? []);
  const text = parts.map((part) => part.text ?? '').join('');
  const refusal = parts.map((part) => part.refusal ?? '').join('');
  const reasoning = data.output.filter(
    ({ type, encrypted_content: sealed }) => type === 'reasoning' && typeof sealed === 'string',
  );
  const why = data.incomplete_details?.reason ?? 'unknown';
  return {
    text: text === '' ? refusal : text,
    toolCalls: calls.map(({ name, call_id: id, arguments: written }) => ({
      name,
      arguments: written ?? '',
      ...(typeof id === 'string' ? { id } : {}),
    })),
    finishReason: data.status === 'incomplete' ? (cut.get(why) ?? why) : calls.length > 0 ? 'tool_calls' : 'stop',
    servedModel: data.model ?? asked,
    usage: readUsage(data.usage),
    ...(typeof data.id === 'string' ? { responseId: data.id } : {}),
    ...(calls.length > 0 && reasoning.length > 0 ? { carried: z.array(z.json()).parse(reasoning) } : {}),
  };
}

function readUsage(usage: z.infer<typeof response>['usage']): ReadAnswer['usage'] {
  const cachedTokens = usage?.input_tokens_details?.cached_tokens;
  const reasoningTokens = usage?.output_tokens_details?.reasoning_tokens;
  return {
    ...(typeof usage?.input_tokens === 'number' ? { inputTokens: usage.input_tokens } : {}),
    ...(typeof usage?.output_tokens === 'number' ? { outputTokens: usage.output_tokens } : {}),
    ...(typeof cachedTokens === 'number' ? { cachedTokens } : {}),
    ...(typeof reasoningTokens === 'number' ? { reasoningTokens } : {}),
  };
}
