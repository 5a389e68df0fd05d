import type { Step } from './schedule.ts';

/** Most replies a side that a schedule asks of one case: all uniform rounds and the largest top-up. */
export function mostTrials(steps: readonly Step[]): number {
  const uniform = steps.reduce((sum, step) => sum + step.uniform, 0);
  return uniform + steps.reduce((most, { topUp }) => Math.max(most, topUp), 0);
}
