import type { Clock } from '../../src/core/ports.ts';
import { systemClock } from '../../src/providers/system-clock.ts';

const turnMs = 10;

/**
 * The machine's clock, whose waits are made of many short ones: on a busy machine they last longer, as does all else
 * that the process does. What is late by it was not merely kept waiting for a processor.
 */
export const patientClock: Clock = {
  ...systemClock,
  sleep: async (ms, signal) => {
    for (let left = ms; left > 0; left -= turnMs) await systemClock.sleep(Math.min(left, turnMs), signal);
  },
};
