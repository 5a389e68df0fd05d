import { z } from 'zod';
import type { Joined, StreamEvent } from '../service/read-streamed.ts';

const bag = z.record(z.string(), z.unknown());
const index = z.int().nonnegative();
const event = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('message_start'), message: bag }),
  z.looseObject({ type: z.literal('content_block_start'), index, content_block: bag }),
  z.looseObject({
    type: z.literal('content_block_delta'),
    index,
    delta: z.looseObject({
      type: z.string(),
      text: z.string().optional(),
      thinking: z.string().optional(),
      signature: z.string().optional(),
      partial_json: z.string().optional(),
    }),
  }),
  z.looseObject({ type: z.literal('message_delta'), delta: bag, usage: bag.nullish() }),
  z.looseObject({ type: z.literal('message_stop') }),
]);
const known: ReadonlySet<unknown> = new Set(event.options.map(({ shape }) => shape.type.value));

type Bag = z.infer<typeof bag>;
type Block = { readonly begun: Bag; text: string; thinking: string; signature: string; json: string };

/** The events of a streamed message as the message. */
export function joinMessage(events: readonly StreamEvent[]): Joined {
  const blocks = new Map<number, Block>();
  let message: Bag = {};
  let usage: Bag = {};
  let first = -1;
  for (const [at, { data }] of events.entries()) {
    const named = bag.safeParse(data).data;
    // An error amid the stream, or none of the API's events: whoever reads the whole says what it is.
    if (named === undefined || named['type'] === 'error' || typeof named['type'] !== 'string')
      return { whole: data, first };
    // New kinds of events may come at any time, and pings do: the API asks to pass them over.
    if (!known.has(named['type'])) continue;
    const read = event.safeParse(data).data;
    if (read === undefined) return { whole: data, first };
    if (read.type === 'message_stop') return { whole: wholeOf(message, usage, blocks), first };
    if (read.type === 'message_start') {
      message = read.message;
      usage = toldOf(bag.safeParse(message['usage']).data);
    } else if (read.type === 'message_delta') {
      message = { ...message, ...read.delta };
      usage = { ...usage, ...toldOf(read.usage) };
    } else if (read.type === 'content_block_start') {
      blocks.set(read.index, { begun: read.content_block, text: '', thinking: '', signature: '', json: '' });
      if (first < 0 && read.content_block['type'] === 'tool_use') first = at;
    } else {
      const block = blocks.get(read.index);
      if (block === undefined) return { whole: data, first };
      const { text = '', thinking = '', signature = '', partial_json: json = '' } = read.delta;
      block.text += text;
      block.thinking += thinking;
      block.signature += signature;
      block.json += json;
      if (first < 0 && text !== '') first = at;
    }
  }
  return { whole: undefined, first };
}

/** Undefined where the input of a call is no JSON: a reply without the call would be another. */
function wholeOf(message: Bag, usage: Bag, blocks: ReadonlyMap<number, Block>): Bag | undefined {
  const isCut = message['stop_reason'] === 'max_tokens';
  const content = [...blocks.values()].map((block) => wholeBlock(block, isCut));
  return content.some((block) => 'input' in block && block['input'] === undefined)
    ? undefined
    : { ...message, usage, content };
}

function wholeBlock({ begun, text, thinking, signature, json }: Block, isCut: boolean): Bag {
  const begin = (name: string): string => (typeof begun[name] === 'string' ? begun[name] : '');
  if (begun['type'] === 'text') return { ...begun, text: begin('text') + text };
  if (begun['type'] === 'thinking')
    return { ...begun, thinking: begin('thinking') + thinking, signature: begin('signature') + signature };
  return json === '' ? begun : { ...begun, input: readInput(json, isCut) };
}

/** The input of a call: nothing where the limit of tokens cut it short, undefined where it is no JSON all the same. */
function readInput(json: string, isCut: boolean): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return isCut ? {} : undefined;
  }
}

/** Counts that are told: `null` says nothing. */
function toldOf(usage: Bag | null | undefined): Bag {
  return Object.fromEntries(Object.entries(usage ?? {}).filter(([, value]) => value !== null));
}
