import { describe, expect, test } from 'vitest';
import { type Suite, smallestDrop } from '../../../src/core/gate/even-drop.ts';
import { scheduleOf } from '../../../src/core/gate/schedule.ts';
import { normalQuantile, normalShare } from '../../../src/core/statistics/normal.ts';

const suiteOf = (flaky: number): Suite => ({
  ways: [
    {
      kinds: [
        { share: 1 - flaky, rate: 1, weight: 1 },
        { share: flaky, rate: 0.72, weight: 1 },
      ],
      share: 1,
    },
  ],
});
const ladder = scheduleOf({ sampling: 'adaptive', trials: 12 }, false);
const dropOf = (cases: number, steps = ladder, suite = suiteOf(0.25), tolerance = 0.02) =>
  smallestDrop(suite, { cases, steps, alpha: 0.05, tolerance });

test('the normal distribution undoes its quantile', () => {
  for (const p of [0.001, 0.05, 0.5, 0.8, 0.999]) expect(normalShare(normalQuantile(p))).toBeCloseTo(p, 6);
});

describe('the smallest even drop that a review finds four times in five', () => {
  test('is less with more cases, and never under the tolerance', () => {
    const drops = [10, 20, 50, 200, 5_000].map((cases) => dropOf(cases));
    expect(drops).toEqual(drops.toSorted((a, b) => b - a));
    expect(drops.at(-1)).toBeGreaterThan(0.02);
    expect(dropOf(5_000, ladder, suiteOf(0.25), 0)).toBeLessThan(0.02);
  });

  test('is less with more replies, and with steadier cases', () => {
    const fixed = (trials: number) => dropOf(50, scheduleOf({ sampling: 'fixed', trials }, false));
    expect(fixed(12)).toBeLessThan(fixed(3));
    expect(dropOf(50, ladder, suiteOf(0))).toBeLessThan(dropOf(50, ladder, suiteOf(1)));
  });

  test('is that of the rounds it would make the sampling ask, not of those that an unchanged prompt was asked', () => {
    expect(dropOf(50)).toBeLessThan(dropOf(50, ladder.slice(0, 2)));
  });

  test('is none where no drop is found', () => {
    expect(dropOf(1, scheduleOf({ sampling: 'fixed', trials: 1 }, false))).toBe(1);
  });
});
