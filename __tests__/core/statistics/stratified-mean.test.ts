import { describe, expect, test } from 'vitest';
import { randomBelow, seededRandom } from '../../../src/core/statistics/random.ts';
import { stratifiedMean } from '../../../src/core/statistics/stratified-mean.ts';

describe('the mean of a stratified sample', () => {
  test('counts each stratum by its size, not by its sample', () => {
    const strata = [
      { of: 900, values: Array.from({ length: 20 }, () => 0.9) },
      { of: 100, values: Array.from({ length: 20 }, () => 0.1) },
    ];
    expect(stratifiedMean(strata)?.mean).toBeCloseTo(0.82, 10);
  });

  test('is unknown of nothing, and certain of nothing that was measured in part', () => {
    expect(stratifiedMean([{ of: 50, values: [] }])).toBeUndefined();
    const one = stratifiedMean([{ of: 50, values: [1] }]);
    expect(one?.low).toBeLessThan(0.5);
    const alike = stratifiedMean([{ of: 1000, values: Array.from({ length: 30 }, () => 1) }]);
    expect(alike?.low).toBeGreaterThan(0.85);
    expect(alike?.low).toBeLessThan(0.97);
    expect(alike?.high).toBe(1);
  });

  test('says of which share of the calls it is the mean', () => {
    const found = stratifiedMean([
      { of: 300, values: [0.5, 0.6] },
      { of: 100, values: [] },
    ]);
    expect(found?.covers).toBe(0.75);
  });

  test('is exact of a population that was measured whole', () => {
    const whole = stratifiedMean([{ of: 4, values: [0, 1, 1, 0] }]);
    expect(whole).toMatchObject({ mean: 0.5, low: 0.5, high: 0.5 });
  });

  test('is within its bounds at least 94 times of 100, of grades as judges give them', () => {
    const random = seededRandom([7, 18]);
    // Grades 1–10 as 0–1: mostly good with a tail, one stratum worse than the others, one almost always perfect.
    const grades = [
      [9, 9, 8, 8, 8, 7, 7, 6, 3, 1],
      [8, 7, 6, 5, 5, 4, 3, 2, 1, 1],
      [10, 10, 10, 10, 10, 10, 10, 10, 10, 2],
    ];
    const sizes = [8000, 1500, 500];
    const truth = grades.map((list) => list.reduce((sum, grade) => sum + (grade - 1) / 9, 0) / list.length);
    const all = truth.reduce((sum, mean, at) => sum + (mean * (sizes[at] ?? 0)) / 10_000, 0);
    let [whole, each, runs] = [0, 0, 0];
    for (; runs < 2000; runs++) {
      const strata = grades.map((list, at) => ({
        of: sizes[at] ?? 0,
        values: Array.from({ length: 15 }, () => ((list[randomBelow(random, list.length)] ?? 1) - 1) / 9),
      }));
      const found = stratifiedMean(strata);
      if (found !== undefined && found.low <= all && all <= found.high) whole += 1;
      strata.forEach((stratum, at) => {
        const own = stratifiedMean([stratum]);
        if (own !== undefined && own.low <= (truth[at] ?? 0) && (truth[at] ?? 0) <= own.high) each += 1 / 3;
      });
    }
    expect(whole / runs).toBeGreaterThan(0.94);
    expect(whole / runs).toBeLessThan(0.99);
    expect(each / runs).toBeGreaterThan(0.93);
  });
});
