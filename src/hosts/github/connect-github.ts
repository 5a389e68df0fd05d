import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import Bottleneck from 'bottleneck/light.js';
import type { z } from 'zod';
import { type Refusal, readRefusal } from './refusal.ts';
import { createTimedFetch } from './timed-fetch.ts';

export type ConnectionSettings = {
  readonly token: string;
  /** GITHUB_API_URL. */
  readonly apiUrl: string;
  /** GITHUB_REPOSITORY: `owner/name`. */
  readonly repository: string;
  /** Ends waiting and asking; what is asked then is refused as cancelled. */
  readonly signal?: AbortSignal;
  /** Told when a rate limit makes it wait. */
  readonly say?: (line: string) => void;
  /** Longest wait for a rate limit, seconds; a longer one is a refusal. 120, or until the deadline, where left out. */
  readonly patience?: number;
  /** All that is asked has to be answered by then. */
  readonly deadline?: Deadline;
  /** Time of one request, milliseconds, and again for its body. 15,000 where left out. */
  readonly requestMs?: number;
  /** What a second of waiting lasts, milliseconds; shortened in tests. 1,000 where left out. */
  readonly secondMs?: number;
};

/** A time limit of the run: `at` on the clock of `performance.now()`, and the limit in words. */
export type Deadline = { readonly at: number; readonly words: string };

/** What came of a request: the answer as it was expected, or why there is none. */
export type Answered<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type Where = { readonly owner: string; readonly repo: string };

export type GitHubConnection = {
  readonly apiUrl: string;
  readonly repository: string;
  /** Asks once (retries and rate limits are waited for within) and holds the answer against `schema`. */
  readonly ask: <T>(
    schema: z.ZodType<T>,
    request: (octokit: Octokit, where: Where) => Promise<unknown>,
  ) => Promise<Answered<T>>;
  /** The same for GraphQL that only reads: a few at once, one more attempt where none came through. */
  readonly query: <T>(schema: z.ZodType<T>, request: GraphQLRequest) => Promise<Answered<T>>;
  /** Tells whoever reads the log. */
  readonly say: (line: string) => void;
};

type GraphQLRequest = {
  readonly url: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, string>>;
};

const Client = Octokit.plugin(retry, throttling);
/** The throttling plugin keeps one queue for all clients of an id: each connection has its own. */
let connections = 0;

/**
 * A client of GitHub's API that waits for rate limits (`retry-after`, else `x-ratelimit-reset`, else 60 s), retries what may
 * pass and runs at most ten requests at once. Nothing is sent before something is asked.
 */
export function connectGitHub(settings: ConnectionSettings): GitHubConnection {
  const [owner = '', repo = ''] = settings.repository.split('/');
  const { deadline, secondMs = 1000, requestMs = 15_000 } = settings;
  const late =
    deadline === undefined
      ? undefined
      : AbortSignal.timeout(Math.min(longestTimer, Math.max(0, Math.ceil(deadline.at - performance.now()))));
  const signal =
    late === undefined ? settings.signal : AbortSignal.any([late, ...(settings.signal ? [settings.signal] : [])]);
  // Whoever waits longer than the run may last waits in vain.
  const patience = (): number =>
    settings.patience ?? Math.max(120, ((deadline?.at ?? 0) - performance.now()) / secondMs);
  const say = (line: string): void => settings.say?.(line);
  const timedFetch = createTimedFetch({ requestMs, patience, secondMs, say });
  const mayWait = (what: string) => (seconds: number, _options: object, _client: unknown, attempts: number) => {
    const worthIt = attempts < 2 && seconds <= patience();
    if (worthIt) settings.say?.(`GitHub's ${what} is reached: waiting ${seconds} s.`);
    return worthIt;
  };
  const open = (throttle: object, retries: number): Octokit => {
    connections += 1;
    return new Client({
      auth: settings.token,
      baseUrl: settings.apiUrl.replace(/\/+$/, ''),
      userAgent: 'promptgate',
      log: silent,
      request: { fetch: timedFetch, ...(signal === undefined ? {} : { signal }) },
      // 403 and 429 are the throttling's; the rest cannot pass by itself.
      retry: { doNotRetry: [400, 401, 403, 404, 410, 413, 422, 429, 451], retryAfterBaseValue: secondMs, retries },
      throttle: {
        id: `connection ${connections}`,
        retryAfterBaseValue: secondMs,
        onRateLimit: mayWait('rate limit'),
        onSecondaryRateLimit: mayWait('secondary rate limit'),
        ...throttle,
      },
    });
  };
  const octokit = open(
    {
      // GitHub asks for a second between writes; three between those that send mail is the plugin's own measure.
      write: new Bottleneck.Group({ maxConcurrent: 1, minTime: secondMs }),
      notifications: new Bottleneck.Group({ maxConcurrent: 1, minTime: 3 * secondMs }),
    },
    3,
  );
  let reader: Octokit | undefined;
  const openReader = (): Octokit => {
    // The plugin takes every POST for a write. GitHub counts a query that only reads like a GET.
    reader ??= open({ write: new Bottleneck.Group({}), global: new Bottleneck.Group({ maxConcurrent: 3 }) }, 1);
    return reader;
  };
  const answerOf = async <T>(schema: z.ZodType<T>, asked: Promise<unknown>): Promise<Answered<T>> => {
    try {
      const value = schema.safeParse(await unlessAborted(asked, signal));
      if (value.success) return { kind: 'answered', value: value.data };
      const [first] = value.error.issues;
      const message = `an answer without a usable ${first?.path.join('.') || 'content'}`;
      return refused({ kind: 'strange', message });
    } catch (error) {
      if (settings.signal?.aborted) return refused({ kind: 'cancelled', message: 'the run was cancelled' });
      if (late?.aborted) return refused({ kind: 'overdue', message: `${deadline?.words ?? 'the time limit'} ran out` });
      const refusal = readRefusal(error);
      if (refusal === undefined) throw error;
      return refused(refusal);
    }
  };
  return {
    apiUrl: settings.apiUrl,
    repository: settings.repository,
    say,
    ask: (schema, request) => answerOf(schema, request(octokit, { owner, repo })),
    query: (schema, { url, query, variables }) =>
      answerOf(
        schema,
        openReader()
          .request({ method: 'POST', url, query, variables })
          .then(({ data }): unknown => data),
      ),
  };
}

function refused(refusal: Refusal): { readonly kind: 'refused'; readonly refusal: Refusal } {
  return { kind: 'refused', refusal };
}

/** Node's timers take no more milliseconds. */
const longestTimer = 2 ** 31 - 1;

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** The plugins' waits do not hear the signal; whoever waits for them must. */
async function unlessAborted<T>(asked: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return asked;
  // Nobody else hears how what was asked ends, and a rejection that nobody hears ends the process.
  asked.catch(() => undefined);
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([asked, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
