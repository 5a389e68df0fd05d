import { RequestError } from '@octokit/request-error';
import { z } from 'zod';
import { NotGitHubError } from './timed-fetch.ts';

/** Why GitHub did not do as asked. Data, so that reading may end a review with it and writing may only warn. */
export type Refusal =
  | { readonly kind: 'permission'; readonly permissions: readonly string[]; readonly message: string }
  /** Not there, or hidden from this token: GitHub does not say which. */
  | { readonly kind: 'missing'; readonly message: string }
  | { readonly kind: 'token'; readonly message: string }
  /** `secondary`: for asking too fast; what else is asked now makes it worse. */
  | { readonly kind: 'limit'; readonly secondary: boolean; readonly again: string; readonly message: string }
  | { readonly kind: 'rejected'; readonly status: number; readonly message: string }
  | { readonly kind: 'unreachable'; readonly message: string }
  | { readonly kind: 'cancelled'; readonly message: string }
  /** The run's own time is over. */
  | { readonly kind: 'overdue'; readonly message: string }
  | { readonly kind: 'strange'; readonly message: string };

/** Reads what a request threw. @returns undefined for what is no answer of GitHub but a fault of ours */
export function readRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof RequestError)) return readSpentPoints(error);
  if (error.cause instanceof NotGitHubError) return { kind: 'strange', message: error.cause.message };
  const headers = error.response?.headers ?? {};
  const message = oneLine(error.message);
  // The client reports a connection that failed as status 500 without a response.
  if (error.response === undefined) return { kind: 'unreachable', message };
  switch (error.status) {
    case 401:
      return { kind: 'token', message };
    case 404:
      return { kind: 'missing', message };
    case 403:
    case 429: {
      const again = whenAgain(headers);
      if (error.status === 429 || again !== undefined || /rate limit/i.test(message)) {
        const secondary = /secondary rate/i.test(message);
        return { kind: 'limit', secondary, again: again ?? 'in a few minutes', message };
      }
      // A locked conversation is closed to everyone: no permission opens it.
      if (/\block(ed)?\b/i.test(message)) return { kind: 'rejected', status: 403, message };
      return {
        kind: 'permission',
        permissions: readPermissions(String(headers['x-accepted-github-permissions'] ?? '')),
        message,
      };
    }
    default:
      return error.status >= 500
        ? { kind: 'unreachable', message }
        : { kind: 'rejected', status: error.status, message };
  }
}

/** GraphQL says with status 200 that its points are used up; the throttling plugin makes an error of its own of it. */
const spentPoints = z.object({
  response: z.object({
    data: z.object({ errors: z.tuple([z.object({ message: z.string() })], z.unknown()) }),
    headers: z.record(z.string(), z.union([z.string(), z.number(), z.undefined()])),
  }),
});

function readSpentPoints(error: unknown): Refusal | undefined {
  const read = spentPoints.safeParse(error);
  if (!read.success) return undefined;
  const { data, headers } = read.data.response;
  const again = whenAgain(headers) ?? 'within the hour';
  return { kind: 'limit', secondary: false, again, message: oneLine(data.errors[0].message) };
}

/**
 * Reads `X-Accepted-GitHub-Permissions`: sets apart by `;`, of which one is enough, as the lines a workflow needs.
 * @returns one entry a set, such as `pull-requests: write`
 */
function readPermissions(header: string): readonly string[] {
  return header
    .split(';')
    .map((set) => set.trim())
    .filter((set) => set !== '')
    .map((set) =>
      set
        .split(',')
        .map((one) => one.trim().replaceAll('_', '-').replace('=', ': '))
        .join(', '),
    );
}

function whenAgain(headers: Readonly<Record<string, string | number | undefined>>): string | undefined {
  if (headers['retry-after'] !== undefined) return `in ${headers['retry-after']} s`;
  if (String(headers['x-ratelimit-remaining']) !== '0') return undefined;
  return `at ${new Date(Number(headers['x-ratelimit-reset']) * 1000).toISOString()}`;
}

/** GitHub's message without the address of its manual and its full stop, cut to what a line can hold. */
function oneLine(message: string): string {
  return message
    .replace(/ - https:\/\/docs\.github\.com\S*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
    .replace(/\.$/, '');
}
