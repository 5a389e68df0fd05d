import { z } from 'zod';
import type { Request } from '../../core/call.ts';
import type { ReadAnswer } from '../service/create-service-provider.ts';
import type { Failed } from '../service/failed.ts';
import { parseBody, unreadable } from '../service/read-body.ts';

const count = z.number().nonnegative().nullish();
const converse = z.looseObject({
  output: z.looseObject({ message: z.looseObject({ content: z.array(z.looseObject({})) }) }),
  stopReason: z.string().nullish(),
  usage: z
    .looseObject({
      inputTokens: count,
      outputTokens: count,
      cacheReadInputTokens: count,
      cacheWriteInputTokens: count,
    })
    .nullish()
    .catch(undefined),
});
const text = z.looseObject({ text: z.string() });
const toolUse = z.looseObject({
  toolUse: z.looseObject({ toolUseId: z.string(), name: z.string(), input: z.json().optional() }),
});
const reasoning = z.object({ reasoningContent: z.json() });

/** Why a message ended, in the words of chat completions; others are kept. */
const ends: ReadonlyMap<string, string> = new Map([
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['tool_use', 'tool_calls'],
  ['max_tokens', 'length'],
  ['model_context_window_exceeded', 'length'],
  ['guardrail_intervened', 'content_filter'],
  ['content_filtered', 'content_filter'],
]);

/** Reads what was answered with status 200; it names no model. @throws ProviderError `malformed` where it is no answer */
export function readConverse(
  body: string,
  { model }: Pick<Request, 'model'>,
  quote: (text: string) => string,
): ReadAnswer {
  const parsed = parseBody(body, quote);
  const { data } = converse.safeParse(parsed);
  if (data === undefined) throw unreadable(parsed, 'no message', quote);
  const { content } = data.output.message;
  const calls = content.flatMap((held) => toolUse.safeParse(held).data?.toolUse ?? []);
  const thoughts = content.flatMap((held) => reasoning.safeParse(held).data ?? []);
  const why = data.stopReason ?? 'unknown';
  return {
    text: content.flatMap((held) => text.safeParse(held).data?.text ?? []).join(''),
    toolCalls: calls.map(({ toolUseId, name, input }) => {
      return { id: toolUseId, name, arguments: JSON.stringify(input ?? {}) };
    }),
    finishReason: ends.get(why) ?? why,
    servedModel: model,
    usage: readUsage(data.usage),
    ...(calls.length > 0 && thoughts.length > 0 ? { carried: thoughts } : {}),
  };
}

/** What is read from the cache, and what is written to it, is counted apart there; here it is part of the input. */
function readUsage(usage: z.infer<typeof converse>['usage']): ReadAnswer['usage'] {
  const { inputTokens: plain, outputTokens, cacheReadInputTokens: cachedTokens } = usage ?? {};
  const inputTokens =
    typeof plain === 'number' ? plain + (cachedTokens ?? 0) + (usage?.cacheWriteInputTokens ?? 0) : undefined;
  return {
    ...(inputTokens === undefined ? {} : { inputTokens }),
    ...(typeof outputTokens === 'number' ? { outputTokens } : {}),
    ...(typeof cachedTokens === 'number' ? { cachedTokens } : {}),
  };
}

const said = z.string();
const refusal = z.union([
  z.looseObject({ message: said }).transform(({ message }) => message),
  z.looseObject({ Message: said }).transform(({ Message: message }) => message),
  // As a gateway before it may say it.
  z.looseObject({ error: z.looseObject({ message: said }) }).transform(({ error }) => error.message),
]);
const keyFaults =
  /^(?:UnrecognizedClient|InvalidSignature|ExpiredToken|IncompleteSignature|MissingAuthenticationToken|InvalidClientTokenId)/u;

/** What a response of another status says: its kind is in a header, and the status of some kinds is another's elsewhere. */
export function readRefusal({ status, headers }: Response, body: string): Failed {
  const [type = ''] = (headers.get('x-amzn-errortype') ?? '').replace(/^.*#/u, '').split(':', 1);
  const message = refusal.safeParse(jsonOf(body)).data ?? (body.trim() === '' ? 'status code (no body)' : body);
  const isSpent = type === 'ServiceQuotaExceededException' || (status === 429 && /\bper day\b/iu.test(message));
  const failed = { headers, message, type, cause: undefined, ...(isSpent ? { code: 'insufficient_quota' } : {}) };
  return { ...failed, status: statusOf(status, type, message) };
}

/** The status that the other APIs have for the same. */
function statusOf(status: number, type: string, message: string): number {
  if (status === 403 && (keyFaults.test(type) || /API Key is valid/iu.test(message))) return 401;
  if (status === 400 && /model identifier is invalid/iu.test(message)) return 404;
  // The model failed at its task; another attempt may help.
  return status === 424 ? 500 : status;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
