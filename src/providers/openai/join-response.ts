import { z } from 'zod';
import type { Joined, StreamEvent } from '../service/read-streamed.ts';

const event = z.looseObject({ type: z.string(), item: z.json().optional(), message: z.string().nullish() });
const ended = z.looseObject({ response: z.looseObject({ output: z.array(z.json()).nullish() }) });

/** Ends of a stream, each with the whole response. */
const ends: ReadonlySet<string> = new Set(['response.completed', 'response.incomplete', 'response.failed']);
/** What brings something of the reply; reasoning is none of it. */
const tokens = /^response\.(?:output_text|refusal|function_call_arguments|custom_tool_call_input)\.delta$/u;

/** The events of a streamed response as the response: its last event holds it whole. */
export function joinResponse(events: readonly StreamEvent[]): Joined {
  const items: unknown[] = [];
  let first = -1;
  for (const [at, { data }] of events.entries()) {
    const read = event.safeParse(data).data;
    // An error without a type, or none of the API's events: whoever reads the whole says what it is.
    if (read === undefined) return { whole: data, first };
    const { type, item, message } = read;
    if (type === 'error') return { whole: { error: { message: message ?? 'an error without a message' } }, first };
    if (first < 0 && tokens.test(type)) first = at;
    if (type === 'response.output_item.done' && item !== undefined) items.push(item);
    if (!ends.has(type)) continue;
    const { response } = ended.safeParse(data).data ?? {};
    if (response === undefined) return { whole: data, first };
    // Some gateways tell the items as they end, and not again.
    const isBare = (response.output ?? []).length === 0 && items.length > 0;
    return { whole: isBare ? { ...response, output: items } : response, first };
  }
  return { whole: undefined, first };
}
