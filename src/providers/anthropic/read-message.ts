import { z } from 'zod';
import type { Request } from '../../core/call.ts';
import type { ReadAnswer } from '../service/create-service-provider.ts';
import { parseBody, unreadable } from '../service/read-body.ts';

const count = z.number().nonnegative().nullish();
const block = z.looseObject({ type: z.string() });
const message = z.looseObject({
  id: z.string().nullish(),
  model: z.string().nullish(),
  content: z.array(block),
  stop_reason: z.string().nullish(),
  stop_details: z.looseObject({ explanation: z.string().nullish() }).nullish().catch(undefined),
  usage: z
    .looseObject({
      input_tokens: count,
      output_tokens: count,
      cache_read_input_tokens: count,
      cache_creation_input_tokens: count,
      output_tokens_details: z.looseObject({ thinking_tokens: count }).nullish(),
    })
    .nullish()
    .catch(undefined),
});
const text = z.looseObject({ type: z.literal('text'), text: z.string() });
const toolUse = z.looseObject({ type: z.literal('tool_use'), id: z.string(), name: z.string(), input: z.json() });
const sealed = z.object({ type: z.enum(['thinking', 'redacted_thinking']) }).catchall(z.json());

/** Why a message ended, in the words of chat completions; others are kept. */
const ends: ReadonlyMap<string, string> = new Map([
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['tool_use', 'tool_calls'],
  ['max_tokens', 'length'],
  ['model_context_window_exceeded', 'length'],
  ['refusal', 'content_filter'],
]);

/** Reads a message of status 200. @throws ProviderError `malformed` where it is none */
export function readMessage(
  body: string,
  { model: asked }: Pick<Request, 'model'>,
  quote: (text: string) => string,
): ReadAnswer {
  const parsed = parseBody(body, quote);
  const { data } = message.safeParse(parsed);
  if (data === undefined) throw unreadable(parsed, 'no message', quote);
  const said = data.content.flatMap((held) => text.safeParse(held).data?.text ?? []).join('');
  const calls = data.content.flatMap((held) => toolUse.safeParse(held).data ?? []);
  const thoughts = data.content.flatMap((held) => sealed.safeParse(held).data ?? []);
  const why = data.stop_reason ?? 'unknown';
  return {
    // A refusal may come without a word but its explanation; for whoever reads the reply it is what was said.
    text: said === '' ? (data.stop_details?.explanation ?? '') : said,
    toolCalls: calls.map(({ id, name, input }) => ({ id, name, arguments: JSON.stringify(input) })),
    finishReason: ends.get(why) ?? why,
    servedModel: data.model ?? asked,
    usage: readUsage(data.usage),
    ...(typeof data.id === 'string' ? { responseId: data.id } : {}),
    ...(calls.length > 0 && thoughts.length > 0 ? { carried: thoughts } : {}),
  };
}

/** What is read from the cache, and what is written to it, is counted apart there; here it is part of the input. */
function readUsage(usage: z.infer<typeof message>['usage']): ReadAnswer['usage'] {
  const { input_tokens: plain, output_tokens: outputTokens } = usage ?? {};
  const cachedTokens = usage?.cache_read_input_tokens;
  const reasoningTokens = usage?.output_tokens_details?.thinking_tokens;
  const inputTokens =
    typeof plain === 'number' ? plain + (cachedTokens ?? 0) + (usage?.cache_creation_input_tokens ?? 0) : undefined;
  return {
    ...(inputTokens === undefined ? {} : { inputTokens }),
    ...(typeof outputTokens === 'number' ? { outputTokens } : {}),
    ...(typeof cachedTokens === 'number' ? { cachedTokens } : {}),
    ...(typeof reasoningTokens === 'number' ? { reasoningTokens } : {}),
  };
}
