import type { JsonObject } from '../../core/json.ts';
import { type Clock, ProviderError } from '../../core/ports.ts';
import { limitFetch } from '../service/http-fetch.ts';
import { readRetryAfter } from '../service/read-hints.ts';
import type { Written } from './create-application-provider.ts';

/**
 * Asks an application by POST. The body of an answer is what it wrote; one of plain text is a reply as it stands. What is wrong
 * with the way to it, or with it for now, is worth another attempt.
 */
export function postToApplication(about: {
  readonly name: string;
  /** https, or http on this machine. */
  readonly url: string;
  readonly key: string | undefined;
  readonly quote: (text: string) => string;
  readonly clock: Clock;
}): (input: JsonObject, signal: AbortSignal) => Promise<Written> {
  const { name, url, key, quote, clock } = about;
  const post = limitFetch(key === undefined ? {} : { authorization: `Bearer ${key}` });
  return async (input, signal) => {
    let response: Response;
    try {
      response = await post(url, { method: 'POST', body: JSON.stringify(input), signal });
    } catch (error) {
      if (signal.aborted) return { kind: 'failed', why: 'it was stopped' };
      throw error instanceof ProviderError ? named(name, error) : unreachable(about, error);
    }
    const text = await response.text();
    const { status } = response;
    if (status >= 200 && status < 300)
      return response.headers.get('content-type')?.startsWith('text/plain')
        ? { kind: 'plain', text }
        : { kind: 'text', text };
    const said = text.trim() === '' ? '' : `: ${quote(text)}`;
    throw new ProviderError(`The application \`${name}\` answered ${status}${said}.`, {
      reason: status === 401 || status === 403 ? 'key' : status === 429 ? 'rate-limit' : 'server',
      retryable: status === 429 || status === 408 || status >= 500,
      stopsProvider: status === 401 || status === 403 || status === 404,
      retryAfterMs: readRetryAfter(response.headers, clock.now()),
      fix: 'Ask it the same on this machine, as docs/applications.md shows.',
    });
  };
}

/** What went wrong on the way, of this application. */
function named(name: string, error: ProviderError): ProviderError {
  const { reason, retryable, fix, message } = error;
  return new ProviderError(`The application \`${name}\` ${message}`, { reason, retryable, fix, cause: error });
}

function unreachable(
  { name, url, quote }: { name: string; url: string; quote: (text: string) => string },
  error: unknown,
): ProviderError {
  const why = error instanceof Error ? error.message : String(error);
  const { origin } = new URL(url);
  if (why === 'unexpected redirect')
    return new ProviderError(`The application \`${name}\` redirects to another address, which is not followed.`, {
      reason: 'connection',
      stopsProvider: true,
      fix: 'Set its `url` to where it answers.',
    });
  return new ProviderError(`The application \`${name}\` cannot be reached at ${origin} (${quote(why)}).`, {
    reason: 'connection',
    retryable: true,
    fix: 'Start it before the review, in a step of the same job.',
  });
}
