import type { Allowance } from '../../core/ports.ts';
import { readSpan } from './read-span.ts';

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

/** What the `x-ratelimit-*` headers say; `undefined` where there are none that can be read. */
export function readAllowance(headers: Headers): Allowance | undefined {
  const requests = readWindow(headers, 'requests');
  const tokens = readWindow(headers, 'tokens');
  if (requests === undefined && tokens === undefined) return undefined;
  return { ...(requests === undefined ? {} : { requests }), ...(tokens === undefined ? {} : { tokens }) };
}

function readWindow(headers: Headers, of: 'requests' | 'tokens'): { remaining: number; resetMs: number } | undefined {
  const remaining = headers.get(`x-ratelimit-remaining-${of}`);
  const reset = headers.get(`x-ratelimit-reset-${of}`);
  if (remaining === null || reset === null || !/^-?\d+$/u.test(remaining.trim())) return undefined;
  const resetMs = readSpan(reset);
  return resetMs === undefined ? undefined : { remaining: Math.max(0, Number(remaining)), resetMs };
}
