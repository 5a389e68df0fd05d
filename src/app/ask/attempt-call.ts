import type { AnyRequest } from '../../core/call.ts';
import { type Allowance, type Clock, type Provider, ProviderError } from '../../core/ports.ts';
import type { Answer } from '../../core/reply.ts';
import type { Side } from '../../core/side.ts';

/** What one attempt came to. */
export type Attempted =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly error: ProviderError }
  | { readonly kind: 'cancelled' };

export type AttemptSettings = {
  readonly provider: Provider;
  /** For messages. */
  readonly name: string;
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** Ends the attempt at once. */
  readonly cancel: AbortSignal;
  readonly heed: (allowance: Allowance) => void;
  readonly side: Side | undefined;
};

/** Asks once, for at most `timeoutMs`. @throws what is no fault of the service's. */
export async function attemptCall(request: AnyRequest, settings: AttemptSettings): Promise<Attempted> {
  const { provider, name, clock, timeoutMs, cancel, heed, side } = settings;
  if (cancel.aborted) return { kind: 'cancelled' };
  const attempt = new AbortController();
  const timer = new AbortController();
  let late = false;
  const stop = (): void => attempt.abort();
  cancel.addEventListener('abort', stop, { once: true });
  clock.sleep(timeoutMs, timer.signal).then(
    () => {
      late = true;
      attempt.abort();
    },
    () => {},
  );
  try {
    const asked = provider.ask(request, attempt.signal, heed, side);
    // No adapter's fault may hold the run beyond its time.
    return { kind: 'answered', answer: await Promise.race([asked, aborted(attempt.signal)]) };
  } catch (error) {
    if (late) return { kind: 'failed', error: tooLate(name, timeoutMs) };
    if (cancel.aborted) return { kind: 'cancelled' };
    if (error instanceof ProviderError) return { kind: 'failed', error };
    throw error;
  } finally {
    timer.abort(over);
    cancel.removeEventListener('abort', stop);
  }
}

/** Rejects a moment after the signal: an adapter that ends by itself is heard first. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => setTimeout(() => reject(new Error('aborted')), 100), { once: true });
  });
}

/** Named, since `abort()` alone makes an error with a stack, for every call. */
const over = 'over';

function tooLate(name: string, timeoutMs: number): ProviderError {
  return new ProviderError(`${name} did not answer within ${Math.round(timeoutMs / 1000)} s.`, {
    reason: 'timeout',
    retryable: true,
    fix: 'Run the review again later: what was answered is kept.',
  });
}
