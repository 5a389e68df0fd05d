import { expect, it } from 'vitest';
import { type CostScenario, simulateCosts } from '../../../bench/cost/simulate-costs.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';

const limit = 0.05;

function simulate(scenario: Omit<CostScenario, 'limit'>, reviews: number, seed: number) {
  const { blocked, told, covered } = simulateCosts({ ...scenario, limit }, reviews, seededRandom([20261129, seed]));
  return { blocked: blocked / reviews, told: told / reviews, covered: covered / reviews };
}

it('a limit of cost blocks in at most 5 % of reviews where nothing changed, whatever the tails, and the span holds the truth', () => {
  for (const [tails, seed] of [
    ['log-normal', 1],
    ['heavy', 2],
  ] as const) {
    const { blocked, told, covered } = simulate({ cases: 10, by: 1, tails }, 200, seed);
    // Four standard errors: these seeds never fail it, and a sound gate hardly ever does.
    expect(blocked).toBeLessThanOrEqual(0.05 + 0.06);
    expect(told).toBeLessThanOrEqual(0.05 + 0.06);
    expect(covered).toBeGreaterThanOrEqual(0.85 - 0.1);
  }
});

it('replies twice as long are blocked, and told first without a limit', () => {
  const { blocked, told } = simulate({ cases: 20, by: 2, tails: 'log-normal' }, 40, 3);
  expect(blocked).toBeGreaterThanOrEqual(0.95);
  expect(told).toBeGreaterThanOrEqual(0.95);
});
