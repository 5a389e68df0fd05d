import { setImmediate as turn } from 'node:timers/promises';
import { type Breathe, CancelledError } from '../core/breathe.ts';

/** Milliseconds of work without a turn for anything else. */
const LONGEST_MS = 50;
/** What a cancelled run may go on for: what came back of a small review is judged and told all the same. */
const GRACE_MS = 1_000;

export function createBreathe(signal: AbortSignal): Breathe {
  let begun: number | undefined;
  let cancelledAt = Number.POSITIVE_INFINITY;
  signal.addEventListener('abort', () => {
    cancelledAt = performance.now();
  });
  return () => {
    const now = performance.now();
    if (now - cancelledAt > GRACE_MS) return Promise.reject(new CancelledError());
    if (begun === undefined) {
      begun = now;
      // Whatever lets others have their turn is a breath.
      setImmediate(() => {
        begun = undefined;
      });
    }
    return now - begun < LONGEST_MS ? undefined : turn();
  };
}
