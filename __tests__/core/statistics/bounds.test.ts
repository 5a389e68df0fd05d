import { describe, expect, test } from 'vitest';
import { taroneHolm } from '../../../src/core/statistics/joint-test.ts';
import { normalQuantile, shrunkenBound } from '../../../src/core/statistics/normal.ts';
import { integerSteps } from '../../../src/core/statistics/two-sums.ts';

test('normal quantiles agree with printed tables', () => {
  expect(normalQuantile(0.95)).toBeCloseTo(1.6448536, 6);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6);
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.005)).toBeCloseTo(-2.5758293, 6);
  expect(normalQuantile(1e-13)).toBeCloseTo(-7.3487961, 5);
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
});

describe('the bound of the mean change', () => {
  const cases = (delta: number, size: number, count: number) =>
    Array.from({ length: count }, () => ({ weight: 1, delta, variance: 0.1, size }));

  test('holds its centre and narrows with replies', () => {
    const wide = shrunkenBound(cases(-0.1, 2, 10), 0.05);
    const narrow = shrunkenBound(cases(-0.1, 12, 10), 0.05);
    expect(wide).not.toBeNull();
    expect((narrow?.low ?? 0) > (wide?.low ?? 0)).toBe(true);
    expect((narrow?.high ?? 0) < (wide?.high ?? 0)).toBe(true);
  });

  test('never claims certainty of few replies that agree', () => {
    const bound = shrunkenBound([{ weight: 1, delta: 0, variance: 0, size: 1 }], 0.05);
    expect(bound?.low).toBeLessThan(-0.5);
  });

  test('does not depend on the scale of weights, and is absent without cases', () => {
    const scaled = cases(-0.1, 3, 10).map((one) => ({ ...one, weight: 5 }));
    expect(shrunkenBound(scaled, 0.05)?.low).toBeCloseTo(shrunkenBound(cases(-0.1, 3, 10), 0.05)?.low ?? 0, 12);
    expect(shrunkenBound([], 0.05)).toBeNull();
  });
});

describe('a family of discrete tests', () => {
  test('costs nothing for hypotheses that could not be rejected', () => {
    const quiet = Array.from({ length: 500 }, () => ({ p: 1, least: 1 }));
    expect([...taroneHolm([{ p: 0.004, least: 0.004 }, ...quiet], 0.02).rejected]).toEqual([[0, 0.02]]);
  });

  test('divides alpha among those that could, and steps down', () => {
    const found = taroneHolm(
      [
        { p: 0.001, least: 0.001 },
        { p: 0.015, least: 0.001 },
      ],
      0.02,
    );
    expect([...found.rejected]).toEqual([
      [0, 0.01],
      [1, 0.02],
    ]);
    expect(found.first).toBe(0.01);
  });

  test('rejects nothing where no hypothesis is testable', () => {
    expect(taroneHolm([{ p: 0.5, least: 0.5 }], 0.02)).toEqual({ rejected: new Map(), first: 0 });
  });
});

test('steps of the grid are the smallest whole numbers in proportion to weight over size', () => {
  expect(integerSteps([1, 1], [3, 6])).toEqual([2, 1]);
  expect(integerSteps([0.5, 1.25], [1, 1])).toEqual([2, 5]);
  expect(integerSteps([1, 1 / 3], [2, 2])).toEqual([3, 1]);
  expect(integerSteps([1, Math.SQRT2], [1, 1])).toBeNull();
});
