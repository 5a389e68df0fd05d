import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quadraticKappa } from '../../../src/core/scoring/human-label.ts';
import { judgeReliability } from '../../../src/core/scoring/judge-trust.ts';

describe('a judge’s agreement with itself', () => {
  it('is counted over pairs of grades of one reply', () => {
    const found = judgeReliability([{ grades: [7, 7, 5], min: 6 }, { grades: [4, 4] }, { grades: [9] }]);
    // Deviations: 7, 7, 5 about 19/3 give 8/3; two degrees of freedom and one.
    expect(found).toEqual({
      replies: 2,
      agreement: 2 / 4,
      flipRate: 2 / 3,
      sigma: expect.closeTo(Math.sqrt(8 / 3 / 3), 12),
    });
  });

  it('is not known where nothing was graded twice', () => {
    expect(judgeReliability([{ grades: [7] }])).toBeUndefined();
    expect(judgeReliability([{ grades: [1, 2] }])).not.toHaveProperty('flipRate');
  });
});

describe('agreement with people', () => {
  const table = (counts: readonly (readonly number[])[]) =>
    counts.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, () => [i + 1, j + 1] as const)));

  it('is Cohen’s κ: on two levels the weights make no difference', () => {
    // 20 of 50 yes-yes, 15 no-no: observed .7, by chance .5.
    expect(
      quadraticKappa(
        table([
          [20, 5],
          [10, 15],
        ]),
        1,
        2,
      ),
    ).toMatchObject({ kappa: expect.closeTo(0.4, 12), ratings: 50 });
  });

  it('weights disagreement by the square of its distance', () => {
    // Worked out by hand: Σ n·d² observed is 4 of 6 ratings, by chance 2·(4 + 1 + 1)/… = 8 of 6.
    const pairs = [
      [1, 1],
      [1, 3],
      [2, 2],
      [2, 2],
      [3, 3],
      [3, 3],
    ] as const;
    const chance = pairs.flatMap(([a]) => pairs.map(([, b]) => (a - b) ** 2)).reduce((x, y) => x + y, 0) / 36;
    expect(quadraticKappa(pairs, 1, 3)?.kappa).toBeCloseTo(1 - 4 / 6 / chance, 12);
  });

  it('has the standard error that resampling finds', () => {
    const pairs = table([
      [30, 6, 1],
      [5, 25, 7],
      [2, 6, 28],
    ]);
    const found = quadraticKappa(pairs, 1, 3);
    let state = 7;
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const resampled = Array.from({ length: 2000 }, () => {
      const draw = pairs.map(() => pairs[Math.floor(next() * pairs.length)] ?? ([1, 1] as const));
      return quadraticKappa(draw, 1, 3)?.kappa ?? 0;
    });
    const mean = resampled.reduce((a, b) => a + b, 0) / resampled.length;
    const deviation = Math.sqrt(resampled.reduce((sum, one) => sum + (one - mean) ** 2, 0) / resampled.length);
    expect((found?.standardError ?? 0) / deviation).toBeGreaterThan(0.9);
    expect((found?.standardError ?? 0) / deviation).toBeLessThan(1.1);
  });

  it('is 1 without error for full agreement, and not known where all ratings are one', () => {
    expect(
      quadraticKappa(
        [
          [1, 1],
          [10, 10],
        ],
        1,
        10,
      ),
    ).toMatchObject({ kappa: 1, standardError: 0 });
    expect(
      quadraticKappa(
        [
          [4, 4],
          [4, 4],
        ],
        1,
        10,
      ),
    ).toBeUndefined();
    expect(quadraticKappa([], 1, 10)).toBeUndefined();
  });

  it('is not below −1 by rounding where people and judge are opposites', () => {
    const opposite = Array.from({ length: 20 }, (_, nth) => [(nth % 10) + 1, 10 - (nth % 10)] as const);
    expect(quadraticKappa(opposite, 1, 10)?.kappa).toBe(-1);
  });

  it('lies within −1…1 and does not depend on who rates first', () => {
    const rating = fc.integer({ min: 1, max: 10 });
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, rating), { minLength: 2, maxLength: 30 }), (pairs) => {
        const found = quadraticKappa(pairs, 1, 10);
        const swapped = quadraticKappa(
          pairs.map(([a, b]) => [b, a] as const),
          1,
          10,
        );
        if (found === undefined) return;
        expect(Math.abs(found.kappa)).toBeLessThanOrEqual(1);
        expect(swapped?.kappa).toBeCloseTo(found.kappa, 9);
        expect(swapped?.standardError).toBeCloseTo(found.standardError, 9);
      }),
    );
  });
});
