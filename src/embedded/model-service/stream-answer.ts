import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { JsonObject } from '../../core/json.ts';
import type { SpokenApi } from './endpoints.ts';
import { scriptedMark } from './write-answer.ts';

export const jsonType = { 'content-type': 'application/json' } as const;
export const streamType = { 'content-type': 'text/event-stream' } as const;

/** An event: a text stands alone, as `[DONE]` does. */
type Event = object | string;

/** A whole answer as events: those that tell nothing of the reply yet, then the reply's, of which the first comes alone. */
export type StreamedAnswer = { readonly opening: readonly Event[]; readonly rest: readonly Event[] };

/** The answer as the stream of its API; undefined where the service streams none. */
export function streamAnswer(api: SpokenApi, answer: object, params: JsonObject): StreamedAnswer | undefined {
  if (api === 'chat' || api === 'azure') return streamChat(answer, params);
  if (api === 'responses') return streamResponse(answer);
  return api === 'anthropic' ? streamMessage(answer) : undefined;
}

/** A text in two pieces, as far as it has them. */
function halves(text: string): readonly string[] {
  const middle = Math.ceil(text.length / 2);
  return [text.slice(0, middle), text.slice(middle)].filter((piece) => piece !== '');
}

const call = z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) });
const chat = z.looseObject({
  choices: z.tuple([
    z.looseObject({
      finish_reason: z.string(),
      message: z.looseObject({ content: z.string().nullable(), tool_calls: z.array(call).default([]) }),
    }),
  ]),
  usage: z.json().optional(),
});

function streamChat(answer: object, params: JsonObject): StreamedAnswer {
  const { choices, usage, ...head } = chat.parse(answer);
  const [{ finish_reason, message }] = choices;
  const chunk = (delta: object, finish: string | null = null): Event => {
    const choice = { index: 0, delta, logprobs: null, finish_reason: finish };
    return { ...head, object: 'chat.completion.chunk', choices: [choice] };
  };
  const calls = message.tool_calls.flatMap(({ id, function: { name, arguments: written } }, index) => [
    chunk({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] }),
    ...halves(written).map((piece) => chunk({ tool_calls: [{ index, function: { arguments: piece } }] })),
  ]);
  // Tokens are counted in a stream only where that is asked for.
  const counted = JSON.stringify(params['stream_options'] ?? {}).includes('"include_usage":true');
  return {
    opening: [chunk({ role: 'assistant', content: '' })],
    rest: [
      ...halves(message.content ?? '').map((content) => chunk({ content })),
      ...calls,
      chunk({}, finish_reason),
      ...(counted && usage !== undefined ? [{ ...head, object: 'chat.completion.chunk', choices: [], usage }] : []),
      '[DONE]',
    ],
  };
}

const response = z.looseObject({
  status: z.string(),
  output: z.array(
    z.looseObject({
      type: z.string(),
      arguments: z.string().default(''),
      content: z.array(z.looseObject({ text: z.string() })).default([]),
    }),
  ),
});

function streamResponse(answer: object): StreamedAnswer {
  const { status, output } = response.parse(answer);
  const begun = { ...answer, status: 'in_progress', output: [], usage: null };
  const items = output.flatMap((item, output_index): readonly Event[] => [
    { type: 'response.output_item.added', output_index, item: { ...item, content: [], arguments: '' } },
    ...item.content.flatMap(({ text }, content_index) =>
      halves(text).map((delta) => ({ type: 'response.output_text.delta', output_index, content_index, delta })),
    ),
    ...halves(item.arguments).map((delta) => ({
      type: 'response.function_call_arguments.delta',
      output_index,
      delta,
    })),
    { type: 'response.output_item.done', output_index, item },
  ]);
  return {
    opening: [{ type: 'response.created', response: begun }],
    rest: [...items, { type: `response.${status}`, response: answer }],
  };
}

const message = z.looseObject({
  content: z.array(
    z.looseObject({
      type: z.string(),
      text: z.string().optional(),
      input: z.json().optional(),
      signature: z.string().optional(),
    }),
  ),
  stop_reason: z.string(),
  stop_sequence: z.null(),
  usage: z.looseObject({ output_tokens: z.number() }),
});

function streamMessage(answer: object): StreamedAnswer {
  const { content, stop_reason, stop_sequence, usage } = message.parse(answer);
  const begun = { ...answer, content: [], stop_reason: null, usage: { ...usage, output_tokens: 1 } };
  const blocks = content.flatMap(({ type, text, input, signature, ...block }, index): readonly Event[] => {
    const delta = (held: object): Event => ({ type: 'content_block_delta', index, delta: held });
    const empty = type === 'text' ? { text: '' } : type === 'tool_use' ? { input: {} } : { signature: '' };
    return [
      { type: 'content_block_start', index, content_block: { type, ...block, ...empty } },
      { type: 'ping' },
      ...halves(text ?? '').map((piece) => delta({ type: 'text_delta', text: piece })),
      ...(input === undefined ? [] : halves(JSON.stringify(input))).map((piece) =>
        delta({ type: 'input_json_delta', partial_json: piece }),
      ),
      ...(signature === undefined ? [] : [delta({ type: 'signature_delta', signature })]),
      { type: 'content_block_stop', index },
    ];
  });
  return {
    opening: [{ type: 'message_start', message: begun }],
    rest: [
      ...blocks,
      // Its last word counts the output, and only some of the rest again.
      {
        type: 'message_delta',
        delta: { stop_reason, stop_sequence },
        usage: { ...usage, input_tokens: null },
      },
      { type: 'message_stop' },
    ],
  };
}

/** Events as they are sent; each that has a type is named by it. */
export function writeEvents({ opening, rest }: StreamedAnswer): string {
  return [...opening, ...rest].map(writeEvent).join('');
}

function writeEvent(event: Event): string {
  if (typeof event === 'string') return `data: ${event}\n\n`;
  const name = 'type' in event ? `event: ${String(event.type)}\n` : '';
  return `${name}data: ${JSON.stringify(event)}\n\n`;
}

/** Sends what opens a stream at once, its first token after `firstMs`, and the rest once `wholeMs` are over. */
export function sendStream(
  response: ServerResponse,
  { opening, rest }: StreamedAnswer,
  at: {
    readonly headers: Readonly<Record<string, string>>;
    readonly firstMs: number;
    readonly wholeMs: number;
  },
): void {
  const written = rest.map(writeEvent);
  const until = firstSaid(rest) + 1;
  response.writeHead(200, { ...streamType, 'x-scripted': scriptedMark, ...at.headers });
  response.write(opening.map(writeEvent).join(''));
  const first = setTimeout(() => response.write(written.slice(0, until).join('')), at.firstMs);
  const last = setTimeout(() => response.end(written.slice(until).join('')), Math.max(at.firstMs, at.wholeMs));
  response.on('close', () => {
    clearTimeout(first);
    clearTimeout(last);
  });
}

/** Chunks of chat completions that say something, and deltas of the others; thoughts, and what begins an item, come before. */
const saying = /"delta":\{"(?:content|tool_calls)"|"type":"(?:text_delta|input_json_delta|response\.[a-z_]+\.delta)"/u;

/** Place of the first event that tells something of the reply; -1 where none does. */
function firstSaid(rest: readonly Event[]): number {
  return rest.findIndex((event) => saying.test(JSON.stringify(event)));
}
