import { createParser } from 'eventsource-parser';
import type { ReadAnswer } from './create-service-provider.ts';
import { piecesOf } from './http-fetch.ts';
import { malformed, parseBody } from './read-body.ts';

/** An event of a stream: its JSON, and how many milliseconds after the request was sent it came, where that is known. */
export type StreamEvent = { readonly data: unknown; readonly ms: number | undefined };

/**
 * What the events of a stream come to. `whole`: the body that the service would have sent unstreamed, or the error it sent amid
 * the stream; undefined where the stream ended before its end. `first`: place of the first event that holds something of the reply.
 */
export type Joined = { readonly whole: unknown; readonly first: number };

/** How an API's stream is read: its events become the body it would have sent unstreamed, which one reader reads for both. */
export type StreamReader = {
  readonly join: (events: readonly StreamEvent[]) => Joined;
  readonly read: (body: string) => ReadAnswer;
};

/** Ends the streams of chat completions, as text that is no JSON. */
const done = '[DONE]';
/** What `done` is handed on as: whoever joins the events reads it as their end. */
export const doneEvent = { promptgateStreamDone: true } as const;

/**
 * Reads a response that may be a stream; a service that does not stream though it was asked to answers as ever.
 * A reply without any token is there when its stream ends.
 * @throws ProviderError `malformed`, worth another attempt, where the stream breaks off or is none of the API's
 */
export async function readStreamed(
  response: Response,
  quote: (text: string) => string,
  { join, read }: StreamReader,
): Promise<ReadAnswer> {
  const events = readEvents(response, quote);
  if (events === undefined) return read(await response.text());
  const { whole, first } = join(events);
  if (whole === undefined)
    throw malformed('ended its stream in the middle of its answer', {
      fix: 'Run the review again later: what was answered is kept. If it always does, ask it without `latency: { stream: true }`.',
    });
  const answer = read(JSON.stringify(whole));
  const firstTokenMs = (events[first] ?? events.at(-1))?.ms;
  return firstTokenMs === undefined ? answer : { ...answer, firstTokenMs };
}

function readEvents(response: Response, quote: (text: string) => string): readonly StreamEvent[] | undefined {
  const pieces = piecesOf(response);
  if (pieces === undefined) return undefined;
  const events: StreamEvent[] = [];
  let ms: number | undefined;
  const parser = createParser({
    onEvent: ({ data }) => {
      events.push({ data: data.trim() === done ? doneEvent : parseBody(data, quote), ms });
    },
  });
  const decoder = new TextDecoder();
  for (const piece of pieces) {
    ms = piece.ms;
    parser.feed(decoder.decode(piece.bytes, { stream: true }));
  }
  return events;
}
