import { z } from 'zod';
import type { EmbeddingRequest, Request } from '../../core/call.ts';
import type { ReadAnswer } from '../service/create-service-provider.ts';
import type { Failed } from '../service/failed.ts';
import { malformed, parseBody, unreadable } from '../service/read-body.ts';
import { readSpan } from '../service/read-hints.ts';

const count = z.number().nonnegative().nullish();
const usage = z.looseObject({
  promptTokenCount: count,
  toolUsePromptTokenCount: count,
  candidatesTokenCount: count,
  thoughtsTokenCount: count,
  cachedContentTokenCount: count,
});
const part = z.looseObject({
  text: z.string().nullish(),
  thought: z.boolean().nullish(),
  thoughtSignature: z.string().nullish(),
  functionCall: z.looseObject({ id: z.string().nullish(), name: z.string(), args: z.json().optional() }).nullish(),
});
const generated = z.looseObject({
  candidates: z
    .array(
      z.looseObject({
        content: z.looseObject({ parts: z.array(part).nullish() }).nullish(),
        finishReason: z.string().nullish(),
        finishMessage: z.string().nullish(),
      }),
    )
    .nullish(),
  promptFeedback: z.looseObject({ blockReason: z.string().nullish() }).nullish(),
  modelVersion: z.string().nullish(),
  responseId: z.string().nullish(),
  usageMetadata: usage.nullish().catch(undefined),
});

const filters =
  /^(?:SAFETY|RECITATION|BLOCKLIST|PROHIBITED_CONTENT|SPII|MODEL_ARMOR|JAILBREAK|IMAGE_(?:SAFETY|PROHIBITED_CONTENT|RECITATION))$/u;

/** Why a candidate ended, in the words of chat completions; others are kept in small letters. */
function endOf(why: string | undefined, calls: number): string {
  if (why === undefined) return 'unknown';
  if (filters.test(why)) return 'content_filter';
  if (why === 'STOP') return calls > 0 ? 'tool_calls' : 'stop';
  return why === 'MAX_TOKENS' ? 'length' : why.toLowerCase();
}

/** Reads what was generated, or that the question was blocked. @throws ProviderError `malformed` where it is neither */
export function readGenerated(
  body: string,
  { model: asked }: Pick<Request, 'model'>,
  quote: (text: string) => string,
): ReadAnswer {
  const parsed = parseBody(body, quote);
  const { data } = generated.safeParse(parsed);
  const candidate = data?.candidates?.[0];
  const blocked = data?.promptFeedback?.blockReason;
  if (data === undefined || (candidate === undefined && typeof blocked !== 'string'))
    throw unreadable(parsed, 'nothing generated', quote);
  const parts = candidate?.content?.parts ?? [];
  const called = parts.flatMap(({ functionCall, thoughtSignature }) =>
    functionCall == null ? [] : [{ ...functionCall, thoughtSignature }],
  );
  // Some models give no id: results are sent back by one all the same.
  const calls = called.map(({ id, name, args, thoughtSignature }, at) => {
    return {
      id: id ?? `${data.responseId ?? 'call'}_${at}`,
      name,
      arguments: JSON.stringify(args ?? {}),
      thoughtSignature,
    };
  });
  const signed = calls.flatMap(({ id, thoughtSignature }) =>
    typeof thoughtSignature === 'string' ? [[id, thoughtSignature] as const] : [],
  );
  return {
    text: parts.map(({ text, thought }) => (thought === true ? '' : (text ?? ''))).join(''),
    toolCalls: calls.map(({ id, name, arguments: written }) => ({ id, name, arguments: written })),
    finishReason: candidate === undefined ? 'content_filter' : endOf(candidate.finishReason ?? undefined, calls.length),
    servedModel: data.modelVersion ?? asked,
    usage: readUsage(data.usageMetadata),
    ...(typeof data.responseId === 'string' ? { responseId: data.responseId } : {}),
    ...(signed.length === 0 ? {} : { carried: Object.fromEntries(signed) }),
  };
}

/** Thoughts are counted apart there; here they are part of the output. */
function readUsage(said: z.infer<typeof usage> | null | undefined): ReadAnswer['usage'] {
  const { promptTokenCount: asked, candidatesTokenCount: shown, thoughtsTokenCount: thoughts } = said ?? {};
  const cachedTokens = said?.cachedContentTokenCount;
  return {
    ...(typeof asked === 'number' ? { inputTokens: asked + (said?.toolUsePromptTokenCount ?? 0) } : {}),
    ...(typeof shown === 'number' || typeof asked === 'number' ? { outputTokens: (shown ?? 0) + (thoughts ?? 0) } : {}),
    ...(typeof cachedTokens === 'number' ? { cachedTokens } : {}),
    ...(typeof thoughts === 'number' ? { reasoningTokens: thoughts } : {}),
  };
}

const values = z.looseObject({ values: z.array(z.number()).min(1) });
const embedded = z.union([
  z.looseObject({ embeddings: z.array(values) }),
  z.looseObject({ embedding: values }).transform(({ embedding }) => ({ embeddings: [embedding] })),
]);

/** Reads the vectors of as many texts as were asked. @throws ProviderError `malformed` where they are not there */
export function readEmbeddings(
  body: string,
  { model, texts }: EmbeddingRequest,
  quote: (text: string) => string,
): ReadAnswer {
  const parsed = parseBody(body, quote);
  const { data } = embedded.safeParse(parsed);
  if (data === undefined) throw unreadable(parsed, 'no list of embeddings', quote);
  const vectors = data.embeddings.map((one) => one.values);
  if (vectors.length !== texts.length || vectors.some(({ length }) => length !== vectors[0]?.length))
    throw malformed(`answered ${vectors.length} vectors to ${texts.length} texts, or of different lengths`);
  return { text: '', toolCalls: [], finishReason: 'stop', servedModel: model, vectors, usage: {} };
}

const detail = z.looseObject({
  reason: z.string().optional(),
  retryDelay: z.string().optional(),
  violations: z.array(z.looseObject({ quotaId: z.string().optional() })).optional(),
  fieldViolations: z.array(z.looseObject({ field: z.string().optional() })).optional(),
});
const refusal = z.looseObject({
  error: z.looseObject({
    message: z.string(),
    status: z.string().optional(),
    details: z.array(detail).catch([]).default([]),
  }),
});

/** What a response of another status says (google.rpc.Status): a wrong key comes as 400, a hint to wait in the body. */
export function readRefusal({ status, headers }: Response, body: string): Failed {
  const { data } = refusal.safeParse(jsonOf(body));
  const failed = { status, headers, cause: undefined };
  if (data === undefined) return { ...failed, message: body.trim() === '' ? 'status code (no body)' : body };
  const { message, status: code, details } = data.error;
  const wait = details.map(({ retryDelay }) => readSpan(retryDelay ?? '')).find((span) => span !== undefined);
  const quotas = details.flatMap(({ violations = [] }) => violations.flatMap(({ quotaId }) => quotaId ?? []));
  const isKey = details.some(({ reason }) => reason === 'API_KEY_INVALID') || /^API key not valid/u.test(message);
  const isSpent = status === 429 && quotas.some((quota) => /PerDay/u.test(quota));
  return {
    ...failed,
    status: isKey ? 401 : status,
    message,
    ...(isSpent ? { code: 'insufficient_quota' } : code === undefined ? {} : { code }),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
