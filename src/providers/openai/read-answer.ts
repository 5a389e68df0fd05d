import { z } from 'zod';
import type { AnyRequest, EmbeddingRequest } from '../../core/call.ts';
import type { Usage } from '../../core/reply.ts';
import type { ReadAnswer } from '../service/create-service-provider.ts';
import { malformed, parseBody, unreadable } from '../service/read-body.ts';

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
const likely = z.looseObject({ token: z.string(), logprob: z.number() });
const part = z.looseObject({ text: z.string().nullish() });
const chat = z.looseObject({
  id: z.string().nullish(),
  model: z.string().nullish(),
  system_fingerprint: z.string().nullish(),
  choices: z
    .array(
      z.looseObject({
        finish_reason: z.string().nullish(),
        logprobs: z
          .looseObject({ content: z.array(z.looseObject({ top_logprobs: z.array(likely).nullish() })).nullish() })
          .nullish()
          .catch(undefined),
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

/**
 * Reads the body of a response with status 200. Many services and proxies say 200 and send something else.
 * @throws ProviderError `malformed` (worth another attempt) where it is no answer to `request`.
 */
export function readAnswer(body: string, request: AnyRequest, quote: (text: string) => string): ReadAnswer {
  const parsed = parseBody(body, quote);
  return request.kind === 'chat' ? readChat(parsed, request.model, quote) : readVectors(parsed, request, quote);
}

function readChat(parsed: unknown, asked: string, quote: (text: string) => string): ReadAnswer {
  const read = chat.safeParse(parsed);
  const choice = read.data?.choices[0];
  if (!read.success || choice === undefined) throw unreadable(parsed, 'no chat completion', quote);
  const { id, model, system_fingerprint: fingerprint } = read.data;
  const { content, refusal, tool_calls: tools } = choice.message;
  const top = choice.logprobs?.content?.[0]?.top_logprobs ?? [];
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
    ...(top.length === 0 ? {} : { topLogprobs: top.map(({ token, logprob }) => ({ token, logprob })) }),
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
