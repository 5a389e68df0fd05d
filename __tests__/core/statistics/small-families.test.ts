import { describe, expect, test } from 'vitest';
import { caseTest } from '../../../src/core/statistics/case-test.ts';
import { type Reading, taroneHolm, testJointly } from '../../../src/core/statistics/joint-test.ts';
import { stratumOf } from '../../../src/core/statistics/stratum.ts';
import { suiteTest, tilt } from '../../../src/core/statistics/suite-test.ts';
import { tiltedCharge } from '../../../src/core/statistics/two-sums.ts';

type Batch = readonly [readonly number[], readonly number[]];

const read = (batches: readonly Batch[], deepEnough?: number): Reading => {
  const strata = batches.map(([before, after]) => stratumOf(before, after));
  return { strata, test: caseTest(strata, 1e-4), ...(deepEnough === undefined ? {} : { deepEnough }) };
};

/** The sum of the new values under every labelling, batch by batch, as anyone would write it down. */
const sumsOf = (batches: readonly Batch[]): readonly number[] =>
  batches.reduce<readonly number[]>(
    (sums, [before, after]) =>
      sums.flatMap((sum) => choices([...before, ...after], after.length).map((own) => sum + own)),
    [0],
  );

const choices = (values: readonly number[], size: number): readonly number[] => {
  const [first, ...rest] = values;
  if (size === 0) return [0];
  if (first === undefined) return [];
  return [...choices(rest, size - 1).map((sum) => sum + first), ...choices(rest, size)];
};

const shareUpTo = (values: readonly number[], most: number) =>
  values.filter((value) => value <= most + 1e-9).length / values.length;

const observed = (batches: readonly Batch[]) =>
  batches.flatMap(([, after]) => after).reduce((sum, one) => sum + one, 0);

describe('several readings of the same replies in several batches', () => {
  const first: readonly Batch[] = [
    [
      [0.9, 0.4],
      [0.2, 0.7],
    ],
    [
      [0.6, 1],
      [0.1, 0.3],
    ],
  ];
  const second: readonly Batch[] = [
    [
      [0.3, 0.8],
      [0.5, 0.1],
    ],
    [
      [0.9, 0.2],
      [0.8, 0.4],
    ],
  ];
  const sums = [first, second].map(sumsOf);
  const [sumsOfFirst = [], sumsOfSecond = []] = sums;

  test('come to the p of all labellings gone through by hand, and any of them to the least', () => {
    const least = sumsOfFirst.map((sum, at) =>
      Math.min(shareUpTo(sumsOfFirst, sum), shareUpTo(sumsOfSecond, sumsOfSecond[at] ?? 0)),
    );
    const { tests, any } = testJointly([read(first), read(second)], true);
    const expected = [shareUpTo(sumsOfFirst, observed(first)), shareUpTo(sumsOfSecond, observed(second))].map((p) =>
      shareUpTo(least, p),
    );
    expect(expected[0]).toBeLessThan(expected[1] ?? 0);
    for (const [at, { p }] of tests.entries()) expect(p).toBeCloseTo(expected[at] ?? 0, 12);
    expect(any.p).toBe(tests[0]?.p);
    expect(any.least).toBe(Math.min(...tests.map((one) => one.least)));
  });

  test('spend what they can attain at a threshold, at that very threshold too, and all of it at most', () => {
    const { any } = testJointly([read(first), read(first)], true);
    expect(any.spend(1 / 36)).toBeCloseTo(1 / 36, 12);
    expect(any.spend(1 / 36 - 1e-4)).toBe(0);
    expect(any.spend(1)).toBe(1);
  });

  test('say nothing where they do not fall far enough', () => {
    const alone = shareUpTo(sumsOfFirst, observed(first));
    const { tests } = testJointly([read(first), read(second, -1)], true);
    expect(tests[0]?.p).toBeCloseTo(alone, 12);
    const justEnough = (sumsOfSecond.toSorted((a, b) => a - b)[0] ?? 0) - 1e-12;
    const [held] = testJointly([read(first), read(second, justEnough)], true).tests;
    expect(held?.p).toBeGreaterThan(alone);
  });

  test('are gone through up to 1,024 labellings, and beyond cost one each', () => {
    const pairs = (count: number) => read(Array.from({ length: count }, (): Batch => [[1], [0]]));
    expect(testJointly([pairs(10), pairs(10)], true).any.p).toBeCloseTo(1 / 1024, 12);
    expect(testJointly([pairs(11), pairs(11)], true).any.p).toBeCloseTo(2 / 2048, 12);
    const many = read([[Array<number>(7).fill(1), Array<number>(7).fill(0)]]);
    expect(testJointly([many, many], true).any.p).toBeCloseTo(2 / 3432, 12);
  });

  test('that are unlike have the least p of them for any, where each costs one too', () => {
    const { tests, any } = testJointly([read(second), read(first)], false);
    expect(any.p).toBe(tests[1]?.p);
    expect(any.p).toBeLessThan(tests[0]?.p ?? 0);
    expect(any.least).toBe(Math.min(...tests.map((one) => one.least)));
  });
});

describe('a family of tests', () => {
  test('rejects at its threshold, whatever the last digit of a sum is', () => {
    const p = 0.1 + 0.2;
    expect(p).toBeGreaterThan(0.3);
    expect([...taroneHolm([{ p, least: p }], 0.3).rejected]).toEqual([[0, 0.3]]);
  });

  test('counts those alone that could be rejected at the threshold, not all that could at alpha', () => {
    const family = [
      { p: 0.02, least: 0.001 },
      { p: 0.9, least: 0.03 },
      { p: 0.9, least: 0.04 },
    ];
    expect(taroneHolm(family, 0.05)).toEqual({ rejected: new Map([[0, 0.025]]), first: 0.025 });
  });

  test('could come to the least of what any of its readings could', () => {
    const few = read([[[1], [0]]]);
    const more = read([
      [
        [1, 1],
        [0, 0],
      ],
    ]);
    const { any, tests } = testJointly([few, more], false);
    expect(tests.map(({ least }) => least)).toEqual([1, expect.closeTo(2 / 6, 12)]);
    expect(any.least).toBeCloseTo(2 / 6, 12);
  });

  test('tests on among what is left, and none where nothing is', () => {
    const family = [0.01, 0.02, 0.04].map((p) => ({ p, least: 0.001 }));
    expect([...taroneHolm(family, 0.05).rejected.keys()]).toEqual([0, 1, 2]);
    expect(taroneHolm([{ p: 0.01, least: 0.2 }], 0.05)).toEqual({ rejected: new Map(), first: 0 });
  });
});

describe('a suite of a few graded cases of unlike weight, too many to list', () => {
  const batches = [
    [
      [0.9, 0.7],
      [0.5, 0.4],
    ],
    [
      [0.6, 0.8],
      [0.7, 0.3],
    ],
    [
      [0.5, 0.95],
      [0.45, 0.6],
    ],
    [
      [0.85, 0.65],
      [0.75, 0.55],
    ],
    [
      [0.7, 0.9],
      [0.35, 0.8],
    ],
    [
      [0.55, 0.6],
      [0.58, 0.52],
    ],
    [
      [0.99, 0.81],
      [0.77, 0.64],
    ],
  ] as const satisfies readonly Batch[];
  const cases = batches.map(([before, after], at) => ({ weight: 1 + (at % 3), strata: [stratumOf(before, after)] }));
  const scaled: readonly Batch[] = batches.map(([before, after], at) => {
    const weight = 1 + (at % 3);
    return [before.map((value) => value * weight), after.map((value) => value * weight)];
  });

  // Listed once, outside of the tests: the mutation run takes what is slow for too dear.
  const sums = Float64Array.from(sumsOf(scaled));
  const sum = observed(scaled);
  const expected = {
    p: sums.filter((value) => value <= sum + 1e-9).length / sums.length,
    better: sums.filter((value) => value >= sum - 1e-9).length / sums.length,
  };

  test('has the p of all labellings within what 9,999 draws can tell, and names how it was drawn', () => {
    const found = suiteTest(cases, 0.05);
    expect(found.method).toEqual({ kind: 'monte-carlo', draws: 9_999, because: 'graded' });
    expect(Math.abs(found.p - expected.p)).toBeLessThan(0.01);
    expect(Math.abs(found.better - expected.better)).toBeLessThan(0.01);
    expect(found.least).toBe(1 / 10_000);
    expect(Number.isInteger(Number((found.p * 10_000).toFixed(6)))).toBe(true);
    expect(found.spend(0.2)).toBe(0.2);
  });

  test('is drawn as often as a threshold asks for, where p is not far above it', () => {
    expect(suiteTest(cases, 1e-3).method).toMatchObject({ draws: 19_999 });
  });
});

describe('a suite of one graded case that is steady and a heavier one that is not, drawn', () => {
  const steady: Batch = [
    [0.9, 0.85, 0.8],
    [0.75, 0.7, 0.95],
  ];
  const other: Batch = [
    [0.8, 0.3, 0.6],
    [0.1, 0.5, 0.4],
  ];
  const [before, after] = [sumsOf([steady]), sumsOf([other])];
  const ranked = (sums: readonly number[]) => sums.map((sum) => shareUpTo(sums, sum));

  const pairs = before.flatMap((one) => after.map((two) => [one, two] as const));
  const even = ranked(pairs.map(([one, two]) => one + 2 * two));
  const tilted = ranked(pairs.map(([one, two]) => tilt * one + 2 * two));
  const least = even.map((p, at) => Math.min(p, tiltedCharge * (tilted[at] ?? 1)));
  const seen = pairs.findIndex(
    ([one, two]) => Math.abs(one - observed([steady])) < 1e-9 && Math.abs(two - observed([other])) < 1e-9,
  );
  const expected = shareUpTo(least, least[seen] ?? 0);

  test('has the p of the least of both statistics over all labellings, within what 9,999 draws can tell', () => {
    const found = suiteTest(
      [
        { weight: 1, steady: true, strata: [stratumOf(...steady)] },
        { weight: 2, strata: [stratumOf(...other)] },
      ],
      0.05,
    );
    expect(found.method).toEqual({ kind: 'monte-carlo', draws: 9_999, because: 'graded' });
    // The same with other tilts is 0.132 and 0.15.
    expect(expected).toBeCloseTo(0.14, 12);
    expect(Math.abs(found.p - expected)).toBeLessThan(0.005);
  });
});
