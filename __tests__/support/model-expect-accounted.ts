import { expect } from 'vitest';
import { usualLimits } from '../../src/app/ask/limits.ts';
import type { FaultRun } from './model-fault-run.ts';

/** Every call ended, none was asked once its answer was durable, and there is a bound to how often they were sent. */
export function expectAccounted(run: FaultRun, count: number): void {
  const failed = run.replies.filter((reply) => reply.kind === 'failed');
  expect(run.replies).toHaveLength(count);
  expect(failed.every(({ message }) => message.length > 10)).toBe(true);
  // One call in 65,000 is lost by chance: more than one here is a fault.
  expect(failed.length).toBeLessThanOrEqual(1);
  expect(run.askedTwice).toEqual([]);
  expect(run.wrong).toEqual([]);
  expect(run.arrived).toBeGreaterThanOrEqual(count - failed.length);
  expect(run.arrived).toBeLessThanOrEqual(count * 2);
  expect(run.arrivedAgain).toBeLessThanOrEqual(failed.length * (usualLimits.attempts + usualLimits.limitedAttempts));
}
