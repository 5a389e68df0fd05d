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
 * `shutdown_date` for each, `YYYY-MM-DD` or null. A service that has no such list, or does not show it to this key, says nothing.
 * @param signal ends waiting
 */
export async function listRetirements(
  { baseUrl, key }: { readonly baseUrl: string; readonly key?: string | undefined },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  if (refuseEndpoint(baseUrl, { query: false }) !== undefined) return new Map();
  try {
    const response = await fetch(`${withVersion(baseUrl, 'v1')}/models`, {
      headers: { accept: 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
      // A key follows no redirect.
      redirect: 'error',
      signal,
    });
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > mostBytes) return new Map();
    return daysListed((await response.text()).slice(0, mostBytes));
  } catch {
    // That a list is not to be had says nothing of any model.
    return new Map();
  }
}

/** The days that the text of a list tells. @throws SyntaxError where it is no JSON */
export function daysListed(text: string): ReadonlyMap<string, string> {
  const read = listed.safeParse(JSON.parse(text));
  return new Map(
    (read.success ? read.data.data : []).flatMap(({ id, shutdown_date: day }): (readonly [string, string])[] => {
      const known = z.iso.date().safeParse(day);
      return known.success ? [[id, known.data]] : [];
    }),
  );
}
