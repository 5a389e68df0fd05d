import { httpFetch } from './http-fetch.ts';

/** Most bytes of an answer that are read. Vectors of a large batch are the biggest honest ones; many chats are read at once. */
const mostOfVectors = 64 * 2 ** 20;
const mostOfText = 8 * 2 ** 20;

/** The only headers that leave this machine. The client adds others about the machine, and some from the environment. */
const sent = ['authorization', 'content-type', 'accept'] as const;

/** A fetch that sends nothing but what a call needs, and no authorization where there is no key. It follows no redirect. */
export function limitFetch(hasKey: boolean): typeof fetch {
  return (input, init) => {
    const given = new Headers(init?.headers);
    const headers: Record<string, string> = { 'user-agent': 'promptgate' };
    for (const name of sent) {
      const value = given.get(name);
      if (value !== null && (hasKey || name !== 'authorization')) headers[name] = value;
    }
    if (typeof init?.body !== 'string') throw new TypeError('a call is sent as one text');
    const url = new URL(input instanceof Request ? input.url : input);
    return httpFetch(url, {
      method: init.method ?? 'POST',
      headers,
      body: init.body,
      signal: init.signal ?? undefined,
      mostBytes: url.pathname.endsWith('/embeddings') ? mostOfVectors : mostOfText,
    });
  };
}
