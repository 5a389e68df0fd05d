import { z } from 'zod';
import { refuseEndpoint } from '../../core/settings/refuse-endpoint.ts';
import { withVersion } from '../service/http-fetch.ts';

/** A service's list of models is a page of text; more is none. */
const mostBytes = 4 * 2 ** 20;

const listed = z.object({
  data: z.array(z.looseObject({ id: z.string(), shutdown_date: z.unknown() }).partial({ shutdown_date: true })),
});

/**
 * The days on which a service ends its models, by their names, where its list says so: OpenAI's `GET /models` has a
 * `shutdown_date` for each, `YYYY-MM-DD` or null.
 * @param signal ends waiting
 * @returns undefined where the list is not to be had: the service has none, does not show it to this key, or cannot be reached
 */
export async function listRetirements(
  { baseUrl, key }: { readonly baseUrl: string; readonly key?: string | undefined },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string> | undefined> {
  if (refuseEndpoint(baseUrl, { query: false }) !== undefined) return undefined;
  try {
    const response = await fetch(`${withVersion(baseUrl, 'v1')}/models`, {
      headers: { accept: 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
      // A key follows no redirect.
      redirect: 'error',
      signal,
    });
    const text = response.ok ? await readBounded(response) : undefined;
    return text === undefined ? undefined : daysListed(text);
  } catch {
    // That a list is not to be had says nothing of any model.
    return undefined;
  }
}

/** The text of a response, or undefined once it is longer than a list is: the rest is not waited for. */
async function readBounded({ body }: Response): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body ?? []) {
    bytes += piece.byteLength;
    if (bytes > mostBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** The days that the text of a list tells; undefined where it is none. @throws SyntaxError where it is no JSON */
export function daysListed(text: string): ReadonlyMap<string, string> | undefined {
  const read = listed.safeParse(JSON.parse(text));
  if (!read.success) return undefined;
  return new Map(
    read.data.data.flatMap(({ id, shutdown_date: day }): (readonly [string, string])[] => {
      const known = z.iso.date().safeParse(day);
      return known.success ? [[id, known.data]] : [];
    }),
  );
}
