import type { QuestionAnswer } from '../../core/score.ts';
import type { ScorerLimits } from './scorer-command.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Why a URL is not one that replies may be sent to, or nothing. Https, or plain http on this machine. */
function urlFault(url: string): string | undefined {
  if (!URL.canParse(url)) return `${JSON.stringify(url)} is not a URL`;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname))) return undefined;
  return `${url} must be https, or http on this machine (127.0.0.1, localhost)`;
}

/** Posts `input` to a scorer's URL; the body of a 2xx answer is the answer. Redirects are not followed. */
export async function postToScorer(about: {
  readonly url: string;
  readonly input: string;
  readonly limits: ScorerLimits;
  readonly signal: AbortSignal;
}): Promise<QuestionAnswer> {
  const { url, input, limits, signal } = about;
  const fault = urlFault(url);
  if (fault !== undefined) return { kind: 'failed', why: fault };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: input,
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(limits.timeoutMs)]),
    });
    const text = await readBounded(response, limits.answerBytes);
    if (text === undefined) return { kind: 'failed', why: `${url} wrote more than ${limits.answerBytes} bytes` };
    if (!response.ok) return { kind: 'failed', why: `${url} answered ${response.status}: ${text.slice(0, 200)}` };
    return { kind: 'text', text };
  } catch (error) {
    return { kind: 'failed', why: `${url} could not be asked: ${causeOf(error)}` };
  }
}

async function readBounded(response: Response, most: number): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
