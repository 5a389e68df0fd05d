import type { Clock } from '../core/ports.ts';

/** Longest span of one timer; Node fires longer ones at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  // Not `node:timers/promises`: it makes an error, with its stack, for each sleep that is ended, which is one a call.
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      let left = ms;
      let timer: NodeJS.Timeout;
      const end = (): void => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const next = (): void => {
        if (left <= 0) {
          signal?.removeEventListener('abort', end);
          resolve();
          return;
        }
        timer = setTimeout(next, Math.min(left, LONGEST_MS));
        left -= LONGEST_MS;
      };
      signal?.addEventListener('abort', end, { once: true });
      next();
    }),
};
