import type { Random } from '../../src/core/statistics/random.ts';
import type { Chances } from './case-mix.ts';
import { type Scenario, settingsOf } from './scenario.ts';
import { type SimulatedPrompt, simulatePrompt } from './simulate-prompt.ts';

/**
 * Takes a review of unchanged cases at its word: whether a review of the same cases is blocked when those that passed before lose
 * the even drop that the first says it would have seen. undefined: it named none under 50 points.
 */
export function simulateStated(
  cases: readonly Chances[],
  { comparison }: SimulatedPrompt,
  scenario: Scenario,
  random: Random,
): { readonly drop: number; readonly seen: boolean } | undefined {
  const [row] = comparison.rows;
  const drop = row?.wouldSee.drop ?? 1;
  if (row === undefined || drop >= 0.5) return undefined;
  const able = new Set(row.cases.flatMap((one) => (one.canFall ? [one.case] : [])));
  const fallen = cases.map((one, i) => (able.has(String(i)) ? { ...one, new: Math.max(0, one.old - drop) } : one));
  const { verdict } = simulatePrompt(fallen, scenario, settingsOf(scenario), random);
  return { drop, seen: verdict.verdict === 'regressed' };
}
