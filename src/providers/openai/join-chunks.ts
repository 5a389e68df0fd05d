import { z } from 'zod';
import { doneEvent, type Joined, type StreamEvent } from '../service/read-streamed.ts';

const text = z.string().nullish();
const called = z.looseObject({
  index: z.int().nonnegative().nullish(),
  id: text,
  function: z.looseObject({ name: text, arguments: text }).nullish(),
});
const chunk = z.looseObject({
  id: text,
  model: text,
  system_fingerprint: text,
  choices: z
    .array(
      z.looseObject({
        index: z.int().nullish(),
        finish_reason: text,
        delta: z.looseObject({ content: text, refusal: text, tool_calls: z.array(called).nullish() }).nullish(),
      }),
    )
    .nullish(),
  usage: z.json().nullish(),
  error: z.undefined().optional(),
});

type Call = { id: string; name: string; arguments: string };

/**
 * The chunks of a streamed chat completion as the completion they are of. It is whole where its end came, or both why it ended and what
 * it used: usage comes last, and a stream that is cut before it would cost what nobody counted.
 */
export function joinChunks(events: readonly StreamEvent[]): Joined {
  const head: Record<string, string> = {};
  const calls = new Map<number, Call>();
  let [content, refusal] = ['', ''];
  let finish: string | undefined;
  let usage: unknown;
  let first = -1;
  let isDone = false;
  for (const [at, { data }] of events.entries()) {
    if (data === doneEvent) {
      isDone = true;
      break;
    }
    const read = chunk.safeParse(data);
    // An error amid the stream, or no chunk at all: whoever reads the whole says what it is.
    if (!read.success) return { whole: data, first };
    for (const name of ['id', 'model', 'system_fingerprint'] as const) {
      const told = read.data[name];
      if (typeof told === 'string' && told !== '') head[name] = told;
    }
    if (read.data.usage != null) usage = read.data.usage;
    for (const { index, delta, finish_reason: reason } of read.data.choices ?? []) {
      if ((index ?? 0) !== 0) continue;
      finish = reason ?? finish;
      content += delta?.content ?? '';
      refusal += delta?.refusal ?? '';
      for (const one of delta?.tool_calls ?? []) addTo(calls, one);
    }
    if (first < 0 && (content !== '' || refusal !== '' || calls.size > 0)) first = at;
  }
  if (!isDone && (finish === undefined || usage === undefined)) return { whole: undefined, first };
  const message = {
    content: content === '' ? null : content,
    refusal: refusal === '' ? null : refusal,
    tool_calls: [...calls.values()].map(({ id, ...named }) => ({ id, type: 'function', function: named })),
  };
  const isSaid = first >= 0 || finish !== undefined;
  const choices = isSaid ? [{ index: 0, finish_reason: finish ?? null, message }] : [];
  return { whole: { ...head, choices, ...(usage === undefined ? {} : { usage }) }, first };
}

/** Adds what a chunk tells of a call. Some services give no index: then an id begins a call, and what has none goes on with the last. */
function addTo(calls: Map<number, Call>, { index, id, function: named }: z.infer<typeof called>): void {
  const isNew = typeof id === 'string' && id !== '';
  const at = index ?? (isNew ? calls.size : Math.max(0, calls.size - 1));
  const held = calls.get(at) ?? { id: '', name: '', arguments: '' };
  calls.set(at, {
    id: isNew ? id : held.id,
    name: held.name === '' ? (named?.name ?? '') : held.name,
    arguments: held.arguments + (named?.arguments ?? ''),
  });
}
