/** What came is none of GitHub's: a page of a proxy, an answer that was cut, or one redirect after the other. */
export class NotGitHubError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotGitHubError';
  }
}

export type TimedFetchSettings = {
  /** Milliseconds until the first byte of an answer, and again as long for all of it. */
  readonly requestMs: number;
  /** Longest wait for a `retry-after`, seconds, asked when it is met. */
  readonly patience: () => number;
  readonly secondMs: number;
  readonly say: (line: string) => void;
};

/** Attempts that may be spent waiting for `retry-after`. */
const mostWaits = 3;

/**
 * `fetch` with a time of its own for each request, its body included: a GitHub that accepts and says nothing is a failed
 * attempt, which may be made again. A 429 with `retry-after` is waited for, whatever words come with it. What is answered with success must be JSON.
 */
export function createTimedFetch({ requestMs, patience, secondMs, say }: TimedFetchSettings): typeof fetch {
  return async (input, init) => {
    for (let waits = 0; ; waits += 1) {
      const response = await fetchWithin(requestMs, input, init);
      const seconds = response.status === 429 ? retryAfter(response.headers) : undefined;
      if (seconds === undefined || seconds > patience() || waits === mostWaits) return response;
      say(`GitHub asks to wait: ${seconds} s.`);
      await waitFor(seconds * secondMs, init?.signal ?? undefined);
    }
  };
}

async function fetchWithin(
  requestMs: number,
  input: Parameters<typeof fetch>[0],
  init: Parameters<typeof fetch>[1],
): Promise<Response> {
  const late = new AbortController();
  const tooLate = new Error(`no answer within ${requestMs / 1000} s`);
  const begin = (): NodeJS.Timeout => setTimeout(() => late.abort(tooLate), requestMs);
  const signal = init?.signal == null ? late.signal : AbortSignal.any([init.signal, late.signal]);
  let timer = begin();
  try {
    const response = await fetch(input, { ...init, signal });
    clearTimeout(timer);
    timer = begin();
    const body = await response.arrayBuffer();
    const { status, statusText, headers, url } = response;
    const isEmpty = status === 204 || status === 205 || status === 304;
    if (response.ok && !isEmpty && !looksWhole(body)) throw new NotGitHubError('an answer that is no JSON');
    const whole = new Response(isEmpty ? null : body, { status, statusText, headers: withoutEncoding(headers) });
    return Object.defineProperty(whole, 'url', { value: url });
  } catch (error) {
    if (late.signal.aborted) throw tooLate;
    throw isEndless(error) ? new NotGitHubError('redirects without end') : error;
  } finally {
    clearTimeout(timer);
  }
}

/** `fetch` follows twenty redirects, and tells of more by the cause of its error alone. */
function isEndless(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && cause.message === 'redirect count exceeded';
}

/** The body was unpacked on its way here. */
function withoutEncoding(headers: Headers): Headers {
  const rest = new Headers(headers);
  rest.delete('content-encoding');
  rest.delete('content-length');
  return rest;
}

/** Begins and ends as JSON of GitHub does: cheap, where parsing all of it twice is not. What is within, the client reads. */
function looksWhole(body: ArrayBuffer): boolean {
  const bytes = new Uint8Array(body);
  const blank = (byte: number | undefined): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9;
  let [from, to] = [0, bytes.length - 1];
  while (from < to && blank(bytes[from])) from += 1;
  while (to > from && blank(bytes[to])) to -= 1;
  const [first, last] = [String.fromCharCode(bytes[from] ?? 0), String.fromCharCode(bytes[to] ?? 0)];
  return (first === '{' && last === '}') || (first === '[' && last === ']');
}

/** Seconds; undefined where the answer names none. */
function retryAfter(headers: Headers): number | undefined {
  const written = headers.get('retry-after');
  if (written === null) return undefined;
  const seconds = /^\d+$/u.test(written.trim()) ? Number(written) : (Date.parse(written) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}

function waitFor(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', abort, { once: true });
  });
}
