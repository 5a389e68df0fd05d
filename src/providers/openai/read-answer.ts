import { z } from 'zod';
import type { AnyRequest, EmbeddingRequest } from '../../core/call.ts';
import { ProviderError } from '../../core/ports.ts';
import type { Answer, Usage } from '../../core/reply.ts';

const count = z.number().nonnegative();
const usage = z.looseObject({
  prompt_tokens: count.nullish(),
  completion_tokens: count.nullish(),
  prompt_tokens_details: z.looseObject({ cached_tokens: count.nullish() }).nullish(),
  completion_tokens_details: z.looseObject({ reasoning_tokens: count.nullish() }).nullish(),
  cost: count.nullish(),
});
const toolCall = z.looseObject({
  id: z.string().nullish(),
  function: z.looseObject({ name: z.string(), arguments: z.string().nullish() }),
});
const part = z.looseObject({ text: z.string().nullish() });
const chat = z.looseObject({
  id: z.string().nullish(),
  model: z.string().nullish(),
  system_fingerprint: z.string().nullish(),
  choices: z
    .array(
      z.looseObject({
        finish_reason: z.string().nullish(),
        message: z.looseObject({
          content: z.union([z.string(), z.array(part)]).nullish(),
          refusal: z.string().nullish(),
          tool_calls: z.array(toolCall).nullish(),
        }),
      }),
    )
    .min(1),
  usage: usage.nullish().catch(undefined),
});
const embeddings = z.looseObject({
  model: z.string().nullish(),
  data: z.array(z.looseObject({ index: z.int().nonnegative().optional(), embedding: z.array(z.number()).min(1) })),
  usage: usage.nullish().catch(undefined),
});

/** What an answer holds by the body's own word; who served it and when is added by the provider. */
export type ReadAnswer = Omit<Answer, 'servedBy' | 'latencyMs' | 'at'>;

/**
 * Reads the body of a response with status 200. Many services and proxies say 200 and send something else.
 * @throws ProviderError `malformed` (worth another attempt) where it is no answer to `request`.
 */
export function readAnswer(body: string, request: AnyRequest, quote: (text: string) => string): ReadAnswer {
  const parsed = parse(body, quote);
  return request.kind === 'chat' ? readChat(parsed, request.model, quote) : readVectors(parsed, request, quote);
}

function readChat(parsed: unknown, asked: string, quote: (text: string) => string): ReadAnswer {
  const read = chat.safeParse(parsed);
  const choice = read.data?.choices[0];
  if (!read.success || choice === undefined) throw unreadable(parsed, 'no chat completion', quote);
  const { id, model, system_fingerprint: fingerprint } = read.data;
  const { content, refusal, tool_calls: tools } = choice.message;
  const text = typeof content === 'string' ? content : (content ?? []).map((held) => held.text ?? '').join('');
  return {
    // A refusal comes in a field of its own; for whoever reads the reply it is what was said.
    text: text === '' && typeof refusal === 'string' ? refusal : text,
    toolCalls: (tools ?? []).map(({ id: call, function: called }) => ({
      name: called.name,
      arguments: called.arguments ?? '',
      ...(typeof call === 'string' && call !== '' ? { id: call } : {}),
    })),
    finishReason: choice.finish_reason ?? 'unknown',
    servedModel: model ?? asked,
    ...readUsage(read.data.usage),
    ...(typeof fingerprint === 'string' ? { fingerprint } : {}),
    ...(typeof id === 'string' ? { responseId: id } : {}),
  };
}

function readVectors(parsed: unknown, request: EmbeddingRequest, quote: (text: string) => string): ReadAnswer {
  const read = embeddings.safeParse(parsed);
  if (!read.success) throw unreadable(parsed, 'no list of embeddings', quote);
  const { data, model } = read.data;
  const inOrder = data
    .map(({ index, embedding }, at) => ({ index: index ?? at, embedding }))
    .toSorted((a, b) => a.index - b.index);
  const size = inOrder[0]?.embedding.length;
  const whole =
    inOrder.length === request.texts.length &&
    inOrder.every(({ index, embedding }, at) => index === at && embedding.length === size);
  if (!whole)
    throw malformed(`answered ${data.length} vectors to ${request.texts.length} texts, or of different lengths`);
  return {
    text: '',
    toolCalls: [],
    finishReason: 'stop',
    servedModel: model ?? request.model,
    vectors: inOrder.map(({ embedding }) => embedding),
    ...readUsage(read.data.usage),
  };
}

function readUsage(said: z.infer<typeof usage> | null | undefined): { usage: Usage; billedUsd?: number } {
  const inputTokens = said?.prompt_tokens;
  const outputTokens = said?.completion_tokens;
  const cachedTokens = said?.prompt_tokens_details?.cached_tokens;
  const reasoningTokens = said?.completion_tokens_details?.reasoning_tokens;
  const read: Usage = {
    ...(typeof inputTokens === 'number' ? { inputTokens } : {}),
    ...(typeof outputTokens === 'number' ? { outputTokens } : {}),
    ...(typeof cachedTokens === 'number' ? { cachedTokens } : {}),
    ...(typeof reasoningTokens === 'number' ? { reasoningTokens } : {}),
  };
  return { usage: read, ...(typeof said?.cost === 'number' ? { billedUsd: said.cost } : {}) };
}

function parse(body: string, quote: (text: string) => string): unknown {
  if (body.trim() === '') throw malformed('answered with an empty body');
  try {
    return JSON.parse(body);
  } catch {
    const shown = quote(body.slice(0, 120));
    throw /^\s*<(?:!doctype|html)/iu.test(body)
      ? malformed(
          `answered with a web page (${shown}): check that base-url is the address of the API (it often ends in /v1), and that no login or proxy stands before it`,
          {},
        )
      : malformed(`answered with what is no whole JSON (${shown})`);
  }
}

const errorBody = z.looseObject({
  error: z.union([z.string(), z.looseObject({ message: z.string() })]),
});

function unreadable(parsed: unknown, missing: string, quote: (text: string) => string): ProviderError {
  const error = errorBody.safeParse(parsed);
  if (!error.success) return malformed(`answered with ${missing} (${quote(sampleOf(parsed))})`);
  const said = error.data.error;
  return malformed(`answered 200 with an error: ${quote(typeof said === 'string' ? said : said.message)}`, {
    fix: 'Run the review again later: what was answered is kept.',
  });
}

/** How a body begins; one may be nested deeper than can be written. */
function sampleOf(parsed: unknown): string {
  try {
    return JSON.stringify(parsed).slice(0, 120);
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    return 'nested too deep to be shown';
  }
}

const otherAddress = { fix: 'See whether its base URL is that of an API which speaks as OpenAI does.' };

/** @param help left out where the message says what helps */
function malformed(message: string, help: { readonly fix?: string } = otherAddress): ProviderError {
  return new ProviderError(message, { reason: 'malformed', retryable: true, ...help });
}
