import type { Fault } from '../../src/embedded/github/world.ts';

type Unplaced<T> = T extends unknown ? Omit<T, 'where' | 'asks'> : never;
/** Something that goes wrong with a request, whichever it is. */
export type NamedFault = {
  readonly name: string;
  readonly status?: number;
  readonly words?: string;
  /** How long a request may take, where it is to take too long; else as long as everywhere. */
  readonly requestMs?: number;
  readonly fault: Unplaced<Fault>;
};

const page = '<!doctype html><html><title>Sign in</title></html>';
const status = (code: number, message: string): NamedFault => ({
  name: String(code),
  status: code,
  words: message,
  fault: { kind: 'status', status: code, message, times: 999 },
});

/** Every way in which an endpoint of GitHub fails for ever. */
export const githubFaults: readonly NamedFault[] = [
  // First: it is the longest to wait for, and the others are played meanwhile.
  { name: 'hang', requestMs: 2_500, fault: { kind: 'hang', times: 999 } },
  status(304, 'Not modified'),
  status(401, 'Bad credentials'),
  status(403, 'Resource not accessible by integration'),
  { name: '403 rate limit', fault: { kind: 'primary-limit', resetInSeconds: 30, times: 999 } },
  { name: '403 rate limit for a day', fault: { kind: 'primary-limit', resetInSeconds: 86_400, times: 999 } },
  { name: '403 secondary limit', fault: { kind: 'secondary-limit', times: 999 } },
  status(404, 'Not Found'),
  status(409, 'Conflict'),
  status(410, 'Gone'),
  status(422, 'Validation Failed'),
  { name: '429 retry-after', fault: { kind: 'busy', retryAfter: '5', times: 999 } },
  status(429, 'Too Many Requests'),
  status(451, 'Repository access blocked'),
  status(500, 'Server Error'),
  status(502, 'Bad Gateway'),
  status(503, 'Service Unavailable'),
  { name: 'reset', fault: { kind: 'reset', times: 999 } },
  { name: 'cut body', fault: { kind: 'broken-off', times: 999 } },
  { name: 'another shape', fault: { kind: 'cut', body: '{"hello":"world"}', times: 999 } },
  { name: 'HTML', fault: { kind: 'page', html: page, times: 999 } },
];

/** What may pass by itself: once, and then GitHub answers. */
export const passingFaults: readonly NamedFault[] = [
  { name: '500 once', status: 500, fault: { kind: 'status', status: 500, message: 'Server Error' } },
  { name: '429 retry-after once', fault: { kind: 'busy', retryAfter: '5' } },
  { name: '403 secondary limit once', fault: { kind: 'secondary-limit' } },
  { name: 'hang once', requestMs: 2_500, fault: { kind: 'hang' } },
  { name: 'reset once', fault: { kind: 'reset' } },
  { name: 'cut body once', fault: { kind: 'broken-off' } },
  { name: 'HTML once', fault: { kind: 'page', html: page } },
];
