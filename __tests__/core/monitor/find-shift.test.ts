import { describe, expect, test } from 'vitest';
import { type DayValue, findShift } from '../../../src/core/monitor/find-shift.ts';
import { normalQuantile } from '../../../src/core/statistics/normal.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';

const judged = [21, 22, 23, 24, 25, 26, 27];

/** Four weeks of a logarithm that wanders by `spread` from day to day, and steps on a day. */
function daysOf(step: number, since: number, spread: number, random = seededRandom([1, 2])) {
  const normal = (): number => normalQuantile(Math.min(1 - 1e-9, Math.max(1e-9, random() / 2 ** 32)));
  const days = Array.from({ length: 28 }, (_, day): readonly [number, DayValue] => {
    const value = Math.log(0.0002) + spread * normal() + (day >= since ? step : 0);
    return [day, { value, variance: 0 }];
  });
  return new Map(days);
}

describe('the day since which something moved', () => {
  test.each([1.3, 1.5, 2, 3, 4])(
    'is that of the step, of which the whole is told, where days hardly differ: ×%d',
    (times) => {
      for (const spread of [0, 1e-9, 0.001, 0.01])
        for (const since of [21, 24, 25, 27]) {
          const shift = findShift(daysOf(Math.log(times), since, spread), judged, 0.01);
          expect(shift?.since, `${spread} ${since}`).toBe(since);
          expect(Math.exp(shift?.change ?? 0)).toBeCloseTo(times, spread > 0.001 ? 0 : 1);
        }
    },
  );

  test('is that of the last step where the days before it are as usual but for chance', () => {
    const random = seededRandom([3, 4]);
    let [found, right, held] = [0, 0, 0];
    for (let at = 0; at < 300; at++) {
      const [step, since] = [0.26, 22 + (at % 6)];
      const shift = findShift(daysOf(step, since, 0.05, random), judged, 0.05);
      if (shift?.isBeyondChance !== true) continue;
      found += 1;
      if (shift.since === since) right += 1;
      if ((shift.low ?? step) <= step && (shift.high ?? step) >= step) held += 1;
    }
    expect(found).toBeGreaterThan(250);
    expect(right / found).toBeGreaterThan(0.9);
    expect(held / found).toBeGreaterThan(0.95);
  });

  test('weighs a day of few calls as little as it says', () => {
    const days = daysOf(Math.log(2), 25, 0.01);
    days.set(22, { value: Math.log(0.0003), variance: 0.5 });
    expect(findShift(days, judged, 0.01)?.since).toBe(25);
  });

  test('comes by chance no more often than the level says', () => {
    const random = seededRandom([5, 6]);
    const found = Array.from({ length: 600 }, () => findShift(daysOf(0, 28, 0.05, random), judged, 0.05));
    expect(found.filter((shift) => shift?.isBeyondChance).length / 600).toBeLessThanOrEqual(0.05);
  });
});
