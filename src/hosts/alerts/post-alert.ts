import { createHmac } from 'node:crypto';
import type { AlertAttempt, PostedMessage } from '../../core/alerts/alert-message.ts';

/** Statuses by which a service says that it cannot make anything of a message. */
const ofMessage: ReadonlySet<number> = new Set([400, 413, 422]);

const longestMs = 15_000;
/** Of an answer: enough to say what is wrong. */
const mostCharacters = 10_000;

/**
 * Posts a message once. Redirects are not followed: the address is a secret, and so is what is sent.
 * @param now milliseconds since 1970, to which a `Retry-After` that is a date is held
 */
export async function postAlert(
  { url, headers, body, refusal, signing }: PostedMessage,
  now: () => number,
  signal: AbortSignal,
): Promise<AlertAttempt> {
  const { host } = new URL(url);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'user-agent': 'promptgate', ...headers, ...(signing === undefined ? {} : sign(body, signing, now())) },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(longestMs)]),
    });
    const text = (await response.text()).slice(0, mostCharacters);
    const { status } = response;
    if (status >= 300 && status < 400) {
      const why = `${host} redirects to another address (${status}), which is not followed: name the address that answers`;
      return { kind: 'failed', why, retryable: false };
    }
    const refused = response.ok ? refusal?.(text) : `${status}${text === '' ? '' : `: ${text}`}`;
    if (refused === undefined) return { kind: 'sent', said: `${status}${text === '' ? '' : ` ${text}`}` };
    const wait = retryAfter(response.headers.get('retry-after'), now());
    return {
      kind: 'failed',
      why: `${host} refused it (${refused})`,
      ofMessage: response.ok || ofMessage.has(status),
      retryable: status === 408 || status === 429 || status >= 500,
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
    };
  } catch (fault) {
    signal.throwIfAborted();
    return { kind: 'failed', why: `${host} cannot be reached (${causeOf(fault)})`, retryable: true };
  }
}

/** Seconds, or a date (RFC 9110 §10.2.3). */
function retryAfter(written: string | null, now: number): number | undefined {
  if (written === null) return undefined;
  if (/^\s*\d+(?:\.\d+)?\s*$/u.test(written)) return Number(written) * 1000;
  const date = Date.parse(written);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The innermost message: what `fetch` itself says tells nothing. */
function causeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  if (fault.cause !== undefined) return causeOf(fault.cause);
  const [first] = fault instanceof AggregateError ? fault.errors : [];
  return first === undefined ? fault.message : causeOf(first);
}

/**
 * Headers that sign a body, as Standard Webhooks has it: HMAC-SHA256 over id, time and body
 * (github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md).
 */
function sign(
  body: string,
  { id, secret }: NonNullable<PostedMessage['signing']>,
  now: number,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now / 1000));
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : secret;
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
