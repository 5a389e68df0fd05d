import type { Clock } from '../core/ports.ts';
import { systemClock } from '../providers/system-clock.ts';

/** How long a run waits, for whatever it waits. Tests of faults shorten it; nobody else does. */
export type Pace = {
  readonly clock: Clock;
  /** What a second of GitHub's lasts, milliseconds. */
  readonly secondMs: number;
  /** Time of one request to GitHub, milliseconds, and again for its body. */
  readonly requestMs: number;
};

export const usualPace: Pace = { clock: systemClock, secondMs: 1_000, requestMs: 15_000 };
