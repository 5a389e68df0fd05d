import { ProviderError } from '../../core/ports.ts';
import type { Failed } from './failed.ts';
import { readRetryAfter } from './read-hints.ts';

/** What a message may say of the provider that failed. */
export type About = {
  readonly name: string;
  readonly baseUrl: string;
  /** Where the key comes from, in words: `the input api-key`, or the name of an environment variable. */
  readonly keyFrom: string;
  /** One was sent. */
  readonly hasKey: boolean;
  readonly model: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly quote: (text: string) => string;
};

/**
 * What a failed attempt means: what went wrong in one sentence, and whether another attempt may help.
 * @param failed where a response came that is no answer
 */
export function explainFailure(error: unknown, about: About, failed?: Failed): ProviderError {
  if (error instanceof ProviderError) {
    return new ProviderError(`${whole(about)} ${error.message}`, { ...error, cause: error });
  }
  if (failed !== undefined) return explainStatus(failed, about);
  // What our own fetch says comes wrapped.
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof ProviderError ? explainFailure(cause, about) : explainConnection(error, about);
}

/** Who failed, at a sentence's start. `default` is a name that nobody chose: readers know the address. */
function whole({ name, baseUrl }: About): string {
  return name === 'default' ? `The service at ${new URL(baseUrl).host}` : name;
}

/** The same where the address is told besides. */
function short({ name }: About): string {
  return name === 'default' ? 'The service' : name;
}

function explainStatus(failed: Failed, about: About): ProviderError {
  const { status, cause: error } = failed;
  const { model, keyFrom, quote } = about;
  const name = whole(about);
  const said = quote(failed.message);
  const hint = failed.headers === undefined ? undefined : readRetryAfter(failed.headers, about.now);
  const retryAfterMs = hint ?? failed.retryAfterMs;
  if (isEmptyQuota(failed)) {
    return new ProviderError(
      `The quota of ${name.replace(/^The/u, 'the')} is used up (${status}: ${said}). Add credit, or use another key.`,
      {
        reason: 'quota',
        stopsProvider: true,
        cause: error,
      },
    );
  }
  if ((status === 401 || status === 403) && !about.hasKey) {
    return new ProviderError(`${name} wants a key (${status}: ${said}), and ${keyFrom} holds none.`, {
      reason: 'key',
      stopsProvider: true,
      cause: error,
    });
  }
  if (status === 401 || status === 403) {
    const mend = status === 401 ? `Check the key in ${keyFrom}.` : `Check what the key in ${keyFrom} may be used for.`;
    return new ProviderError(`${name} refused the key (${status}: ${said}). ${mend}`, {
      reason: 'key',
      stopsProvider: true,
      cause: error,
    });
  }
  if (status === 429)
    return retryable('rate-limit', `${name} limits the rate (429: ${said}).`, { retryAfterMs, fix: fewer }, error);
  if (status === 408)
    return retryable('timeout', `${name} gave up waiting (408: ${said}).`, { retryAfterMs, fix: later }, error);
  if (status === 409 || status >= 500)
    return retryable('server', `${name} failed (${status}: ${said}).`, { retryAfterMs, fix: later }, error);
  if (status === 404) {
    return refused(
      `${short(about)} does not know the model \`${model}\` at ${about.baseUrl} (404: ${said}). Check the model’s name and the endpoint.`,
      error,
      true,
    );
  }
  return refused(`${name} refused the request to \`${model}\` (${status}: ${said}).`, error, false, otherwise);
}

const later = 'Run the review again later: what was answered is kept.';
const fewer = `Let fewer calls go at once by \`concurrency\`, or run the review again later: what was answered is kept.`;
const otherwise = 'See whether the service has this model, and whether it takes this prompt with its parameters.';

function isEmptyQuota({ status, code, type }: Failed): boolean {
  const words = [code, type];
  return status === 402 || words.includes('insufficient_quota') || words.includes('billing_hard_limit_reached');
}

function explainConnection(error: unknown, about: About): ProviderError {
  const words = chain(error);
  if (words.some((word) => word.includes('unexpected redirect'))) {
    return new ProviderError(
      `${short(about)} redirects to another address, which is not followed. Set its base URL (${about.baseUrl}) to where it answers.`,
      { reason: 'malformed', retryable: true, cause: error },
    );
  }
  const last = about.quote(words.findLast((word) => word !== '') ?? 'no connection');
  return new ProviderError(
    `${short(about)} cannot be reached at ${about.baseUrl} (${last}). Check the address, and that the service is up.`,
    {
      reason: 'connection',
      retryable: true,
      cause: error,
    },
  );
}

/** Messages (or codes) of an error and its causes, outermost first. */
function chain(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const inner = error instanceof AggregateError && error.cause === undefined ? error.errors[0] : error.cause;
  return [error.message === '' ? code : error.message, ...chain(inner)];
}

function retryable(
  reason: 'rate-limit' | 'timeout' | 'server',
  message: string,
  hints: { readonly retryAfterMs: number | undefined; readonly fix: string },
  cause: unknown,
): ProviderError {
  return new ProviderError(message, { reason, retryable: true, ...hints, cause });
}

function refused(message: string, cause: unknown, stopsModel: boolean, fix?: string): ProviderError {
  return new ProviderError(message, { reason: 'refused-request', stopsModel, fix, cause });
}
