import type { Clock } from '../../src/core/ports.ts';
import { systemClock } from '../../src/providers/system-clock.ts';

/** A clock on which time passes `times` faster than outside. `jump` moves what time of day it is, and nothing else. */
export function fastClock(times: number): Clock & { readonly jump: (ms: number) => void } {
  const started = performance.now();
  let jumped = 0;
  const monotonic = (): number => (performance.now() - started) * times;
  return {
    now: () => 1_800_000_000_000 + jumped + monotonic(),
    monotonic,
    sleep: (ms, signal) => systemClock.sleep(ms / times, signal),
    jump: (ms) => {
      jumped += ms;
    },
  };
}
