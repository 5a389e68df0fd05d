import { expect, test } from 'vitest';
import { spentOfForecast } from '../../../bench/calibration/forecast.ts';

test.each([
  { sampling: 'adaptive', trials: 12, models: 1, cases: 20, reviews: 30 },
  { sampling: 'adaptive', trials: 12, models: 3, cases: 20, reviews: 20 },
  { sampling: 'adaptive', trials: 6, models: 1, cases: 20, reviews: 20 },
  { sampling: 'confirm', trials: 12, models: 1, cases: 20, reviews: 20 },
  { sampling: 'confirm', trials: 12, models: 1, cases: 60, reviews: 10 },
  { sampling: 'fixed', trials: 5, models: 2, cases: 10, reviews: 5 },
] as const)('$sampling reviews of $cases cases on $models models ask half to twice what is forecast', (of) => {
  const { reviews, ...design } = of;
  const { low, usual, high, spent } = spentOfForecast(design, reviews, 20_261_128);
  expect(usual / spent).toBeGreaterThan(0.5);
  expect(usual / spent).toBeLessThan(2);
  expect([low <= usual, usual <= high]).toEqual([true, true]);
});
