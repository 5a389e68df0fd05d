import type { Allowance } from '../../core/ports.ts';

/**
 * How long a service asks to wait, in milliseconds: `retry-after-ms`, or `retry-after` as seconds or as an HTTP
 * date (RFC 9110 §10.2.3; `now` is milliseconds since 1970). `undefined` where it does not say.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const ms = headers.get('retry-after-ms');
  if (ms !== null && /^\d+(?:\.\d+)?$/u.test(ms.trim())) return Number(ms);
  const after = headers.get('retry-after');
  if (after === null) return undefined;
  const span = readSpan(after);
  if (span !== undefined) return span;
  const date = Date.parse(after);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/**
 * What the headers of a response say of the rate: `x-ratelimit-*`, or `anthropic-ratelimit-*`; `undefined` where there are none
 * that can be read.
 * @param now milliseconds since 1970
 */
export function readAllowance(headers: Headers, now: number): Allowance | undefined {
  const requests = readWindow(headers, 'requests', now);
  const tokens = readWindow(headers, 'tokens', now);
  if (requests === undefined && tokens === undefined) return undefined;
  return { ...(requests === undefined ? {} : { requests }), ...(tokens === undefined ? {} : { tokens }) };
}

function readWindow(
  headers: Headers,
  of: 'requests' | 'tokens',
  now: number,
): { remaining: number; resetMs: number } | undefined {
  const remaining =
    headers.get(`x-ratelimit-remaining-${of}`) ?? headers.get(`anthropic-ratelimit-${of}-remaining`) ?? '';
  if (!/^-?\d+$/u.test(remaining.trim())) return undefined;
  const span = readSpan(headers.get(`x-ratelimit-reset-${of}`) ?? '');
  const until = Date.parse(headers.get(`anthropic-ratelimit-${of}-reset`) ?? '');
  const resetMs = span ?? (Number.isNaN(until) ? undefined : Math.max(0, until - now));
  return resetMs === undefined ? undefined : { remaining: Math.max(0, Number(remaining)), resetMs };
}

const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const part = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/gu;

/**
 * Milliseconds of a time span as services write it: `20ms`, `6m0s`, `1.5s`, or a plain number of seconds.
 * `undefined` for anything else.
 */
export function readSpan(written: string): number | undefined {
  const text = written.trim();
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text) * 1000;
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/u.test(text)) return undefined;
  let sum = 0;
  for (const [, amount = '', unit = ''] of text.matchAll(part))
    sum += Number(amount) * (isUnit(unit) ? unitMs[unit] : 0);
  return sum;
}

function isUnit(text: string): text is keyof typeof unitMs {
  return Object.hasOwn(unitMs, text);
}
