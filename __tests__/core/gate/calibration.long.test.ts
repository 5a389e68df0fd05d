import { describe, expect, it } from 'vitest';
import { fixed, ladder, type Scenario } from '../../../bench/calibration/scenario.ts';
import { simulateReviews } from '../../../bench/calibration/simulate-reviews.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';

const REVIEWS = 2000;

/** Four standard errors of a share: a sound gate fails this once in some 30,000 runs of other seeds, and never of this one. */
const slack = (share: number) => 4 * Math.sqrt((share * (1 - share)) / REVIEWS);

function simulate(scenario: Scenario, seed: number) {
  return simulateReviews(scenario, REVIEWS, seededRandom([20261124, seed]));
}

describe('2,000 simulated reviews', () => {
  it('block in at most 5 % where nothing changed, and pass in at least 90 %', () => {
    const { regressed, passed } = simulate({ ...ladder, cases: 20, effect: 'none' }, 1);
    expect(regressed / REVIEWS).toBeLessThanOrEqual(0.05 + slack(0.05));
    expect(passed / REVIEWS).toBeGreaterThanOrEqual(0.9 - slack(0.9));
  });

  it('block in at most 5 % with three models', () => {
    const { regressed } = simulate({ ...ladder, models: 3, cases: 10, effect: 'none' }, 2);
    expect(regressed / REVIEWS).toBeLessThanOrEqual(0.05 + slack(0.05));
  });

  it('find one broken case of fifty at 1.6 replies a case and side', () => {
    const { regressed, replies } = simulate({ ...ladder, cases: 50, effect: 'one breaks' }, 3);
    expect(regressed / REVIEWS).toBeGreaterThanOrEqual(0.99 - slack(0.99));
    expect(replies / REVIEWS).toBeLessThanOrEqual(1.6);
  });

  it('find ten points off every case at three replies', () => {
    const { regressed } = simulate({ ...fixed(3), cases: 50, effect: 'ten points off' }, 4);
    expect(regressed / REVIEWS).toBeGreaterThanOrEqual(0.85 - slack(0.85));
  });
});
