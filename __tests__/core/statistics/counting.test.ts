import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choose, hypergeometric, logChoose } from '../../../src/core/statistics/exact-chances.ts';
import { gridLength, inverseFourier, latticeSum, latticeWork } from '../../../src/core/statistics/lattice-sum.ts';
import { stratumOf, valuesOf } from '../../../src/core/statistics/stratum.ts';
import {
  countLabellings,
  countPairs,
  crossSums,
  labellingSums,
  mergeShifted,
  stretchOf,
  subsetSums,
  sumsOfSize,
  wholeOf,
} from '../../../src/core/statistics/subset-sums.ts';
import { integerSteps } from '../../../src/core/statistics/two-sums.ts';

const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
/** Sums of all subsets of `size` of the values, ascending, by listing them. */
function listed(values: readonly number[], size: number): readonly number[] {
  const masks = Array.from({ length: 2 ** values.length }, (_, mask) => values.filter((__, i) => (mask >> i) & 1));
  return masks
    .filter(({ length }) => length === size)
    .map(total)
    .toSorted((a, b) => a - b);
}
const close = (found: Iterable<number>, wanted: Iterable<number>, digits = 12) => {
  const [a, b] = [[...found], [...wanted]];
  expect(a).toHaveLength(b.length);
  for (const [i, value] of a.entries()) expect(value).toBeCloseTo(b[i] ?? Number.NaN, digits);
};

describe('n over k', () => {
  test('is Pascal’s triangle, and nothing outside it', () => {
    expect(Array.from({ length: 7 }, (_, k) => choose(6, k))).toEqual([1, 6, 15, 20, 15, 6, 1]);
    expect([choose(5, -1), choose(5, 6), choose(0, 0), choose(50, 25)]).toEqual([0, 0, 1, 126_410_606_437_752]);
    for (let n = 0; n < 30; n++)
      for (let k = 0; k <= n; k++) expect(Math.exp(logChoose(n, k) - Math.log(choose(n, k)))).toBeCloseTo(1, 11);
    expect([logChoose(4, -1), logChoose(4, 5)]).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  });
});

describe('the hypergeometric distribution', () => {
  test('counts how the marked fall on the new side', () => {
    for (let size = 1; size <= 6; size++) {
      for (let marked = 0; marked <= 2 * size; marked++) {
        const { low, masses } = hypergeometric(marked, size);
        expect(low).toBe(Math.max(0, marked - size));
        close(
          masses,
          Array.from(
            { length: Math.min(size, marked) - low + 1 },
            (_, i) => (choose(size, low + i) * choose(size, marked - low - i)) / choose(2 * size, marked),
          ),
        );
      }
    }
  });

  test('of few is remembered, and told apart from every other', () => {
    expect(hypergeometric(3, 5)).toBe(hypergeometric(3, 5));
    expect(hypergeometric(3, 63)).toBe(hypergeometric(3, 63));
    expect(hypergeometric(3, 64)).not.toBe(hypergeometric(3, 64));
    expect(hypergeometric(126, 63).masses).toHaveLength(1);
    expect(hypergeometric(127, 64).masses).toHaveLength(2);
    close(hypergeometric(1, 200).masses, [0.5, 0.5]);
    expect(hypergeometric(1, 300).masses).toHaveLength(2);
    expect(hypergeometric(2, 300).masses).toHaveLength(3);
  });
});

describe('steps of the grid', () => {
  test.each<[readonly number[], readonly number[], readonly number[] | null]>([
    [[], [], []],
    [
      [2, 2],
      [5, 5],
      [1, 1],
    ],
    [
      [1, 2],
      [4, 6],
      [3, 4],
    ],
    [
      [1, 1, 1],
      [2, 3, 4],
      [6, 4, 3],
    ],
    [
      [0.001, 1],
      [1, 1],
      [1, 1_000],
    ],
    [
      [1, 0.001],
      [1, 1],
      [1_000, 1],
    ],
    [[1, 1 / 1_001], [1, 1], null],
    [
      [7.5, 5],
      [1, 1],
      [3, 2],
    ],
    [[1, 1e-12], [1, 1], null],
    [
      [1, 1],
      [9_999_991, 1],
      [1, 9_999_991],
    ],
    [
      [1, 1],
      [10_000_000, 1],
      [1, 10_000_000],
    ],
    [[1, 1], [10_000_019, 1], null],
    [[1, 1, 1], [4_999, 2_003, 1], null],
  ])('of weights %j and sizes %j are %j', (weights, sizes, steps) => {
    expect(integerSteps(weights, sizes)).toEqual(steps);
  });
});

describe('the inverse Fourier transform', () => {
  test.each([1, 2, 4, 8, 16])('of %i points is the sum it stands for', (n) => {
    const [re, im] = [0, 1].map((part) => Array.from({ length: n }, (_, j) => Math.sin(7 * j + 3 * part + 1)));
    const turn = (i: number) => (2 * Math.PI * i) / n;
    const sum = (at: number, of: (a: number, b: number, angle: number) => number) =>
      total(Array.from({ length: n }, (_, j) => of(re?.[j] ?? 0, im?.[j] ?? 0, turn(j * at)))) / n;
    const [real, imaginary] = [Float64Array.from(re ?? []), Float64Array.from(im ?? [])];
    const [cosines, sines] = [Math.cos, Math.sin].map((of) => Float64Array.from({ length: n }, (_, i) => of(turn(i))));
    inverseFourier(real, imaginary, cosines ?? real, sines ?? real);
    close(
      real,
      Array.from({ length: n }, (_, at) => sum(at, (a, b, angle) => a * Math.cos(angle) - b * Math.sin(angle))),
    );
    close(
      imaginary,
      Array.from({ length: n }, (_, at) => sum(at, (a, b, angle) => a * Math.sin(angle) + b * Math.cos(angle))),
    );
  });
});

describe('a sum on a lattice', () => {
  const coin = Float64Array.of(0.5, 0.5);
  test('has the masses of plain counting', () => {
    const terms = [
      { masses: Float64Array.of(0.2, 0.3, 0.5), step: 2, count: 1 },
      { masses: coin, step: 3, count: 2 },
    ];
    expect(latticeSum(terms).start).toBe(0);
    close(latticeSum(terms).masses, [0.05, 0, 0.075, 0.1, 0.125, 0.15, 0.05, 0.25, 0.075, 0, 0.125]);
    expect([gridLength(terms), gridLength([])]).toEqual([11, 1]);
    expect(latticeSum([])).toEqual({ start: 0, masses: Float64Array.of(1) });
  });

  test('tells what it will cost', () => {
    expect(latticeWork([])).toBe(0);
    expect(latticeWork([{ masses: coin, step: 1, count: 3 }])).toBe(2 * (1 + 2 + 3));
    expect(
      latticeWork([
        { masses: coin, step: 5, count: 2 },
        { masses: Float64Array.of(0.2, 0.3, 0.5), step: 2, count: 1 },
      ]),
    ).toBe(2 * (1 + 6) + 3 * 11);
    const long = latticeWork([{ masses: coin, step: 1, count: 5_000 }]);
    expect(long).toBeCloseTo(1_024 * ((2 + 2 * Math.log2(5_001)) / 2 + Math.log2(5_001)), 6);
  });

  test.each([
    [5_000, 1],
    [3_000, 2],
    [1_999, 3],
  ])('of %i coins that count %i each is the binomial distribution', (count, step) => {
    const { start, masses } = latticeSum([{ masses: coin, step, count }]);
    for (let heads = Math.floor(count / 2) - 150; heads < count / 2 + 150; heads += 7) {
      expect(masses[heads * step - start] ?? 0).toBeCloseTo(Math.exp(logChoose(count, heads) - count * Math.LN2), 11);
      if (step > 1) expect(masses[heads * step + 1 - start] ?? 0).toBeCloseTo(0, 12);
    }
    expect(total(masses)).toBeCloseTo(1, 11);
  });

  test('of uneven terms is the same through the circle as by counting', () => {
    const uneven = Float64Array.of(0.1, 0.2, 0.7);
    const [few, many] = [7, 2_500];
    const long = latticeSum([
      { masses: uneven, step: 1, count: few },
      { masses: Float64Array.of(0, 1), step: 1, count: many },
    ]);
    const short = latticeSum([{ masses: uneven, step: 1, count: few }]);
    for (const [i, mass] of short.masses.entries())
      expect(long.masses[i + many - long.start] ?? 0).toBeCloseTo(mass, 12);
  });
});

describe('a batch of replies', () => {
  test('is told by its sums, whether it is of passes, and whether labels matter', () => {
    expect(stratumOf([0, 1], [1, 0])).toEqual({
      size: 2,
      old: [0, 1],
      new: [1, 0],
      sum: 1,
      total: 2,
      binary: true,
      informative: true,
    });
    expect(stratumOf([0.5, 1], [0.25, 0])).toMatchObject({ sum: 0.25, total: 1.75, binary: false, informative: true });
    expect(stratumOf([1, 1], [1, 1])).toMatchObject({ sum: 2, total: 4, binary: true, informative: false });
    expect(stratumOf([0.5], [0.5])).toMatchObject({ binary: false, informative: false });
    expect(stratumOf([1, 0], [1, 1])).toMatchObject({ informative: true });
    expect(valuesOf(stratumOf([3, 1, 2], [2, 5, 0]))).toEqual([0, 1, 2, 2, 3, 5]);
  });

  test('has a sum for each labelling', () => {
    const stratum = stratumOf([0.25, 1, 0.5], [0, 0.75, 0.5]);
    expect(countLabellings(stratum)).toBe(20);
    close(labellingSums(stratum), listed(valuesOf(stratum), 3));
    expect(labellingSums(stratum)).toBe(labellingSums(stratum));
  });

  test.each([1, 3, 12, 13, 20])('crossed with one of %i sums has the sum of each pair, ascending', (length) => {
    const [a, b] = [Float64Array.of(0, 0.5, 0.5, 2), Float64Array.from({ length }, (_, i) => i * 0.3)];
    const pairs = [...a].flatMap((one) => [...b].map((other) => one + other));
    close(
      crossSums(a, b),
      pairs.toSorted((one, other) => one - other),
    );
  });
});

describe('sums of subsets', () => {
  const value = fc.integer({ min: -4, max: 9 }).map((whole) => whole / 4);
  test('are those of listing, by size', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 7 }), (values) => {
        const lists = subsetSums(values);
        for (let size = 0; size <= values.length; size++) {
          const { start, count } = stretchOf(lists, size);
          close(lists.values.subarray(start, start + count), listed(values, size));
          close(sumsOfSize(values, size), listed(values, size));
        }
        expect(lists.values).toHaveLength(2 ** values.length);
        expect(stretchOf(lists, values.length + 5)).toMatchObject({ count: 0 });
      }),
      { numRuns: 40 },
    );
    expect(
      sumsOfSize(
        Array.from({ length: 14 }, (_, i) => i),
        7,
      ),
    ).toHaveLength(3_432);
    close(sumsOfSize([1, 2, 3], 2), [3, 4, 5]);
  });

  test('merge behind one another, each shifted', () => {
    const sums = Float64Array.of(9, 1, 4, 0, 0, 0, 7);
    mergeShifted({ values: sums, start: 1, count: 2 }, wholeOf(Float64Array.of(0, 1, 5)), 2);
    expect([...sums]).toEqual([9, 1, 2, 3, 4, 7, 7]);
  });

  test('are counted in pairs below a target and up to it, with slack', () => {
    const quarter = fc.array(value, { maxLength: 6 }).map((values) => Float64Array.from(values).sort());
    fc.assert(
      fc.property(quarter, quarter, value, (a, b, target) => {
        const sums = [...a].flatMap((one) => [...b].map((other) => one + other));
        expect(countPairs(wholeOf(a), wholeOf(b), target, 0.01)).toEqual({
          below: sums.filter((sum) => sum < target - 0.01).length,
          upTo: sums.filter((sum) => sum <= target + 0.01).length,
        });
        const inner = { values: Float64Array.of(-50, ...a, 50), start: 1, count: a.length };
        expect(
          countPairs(inner, { ...inner, values: Float64Array.of(-50, ...b, 50), count: b.length }, target, 0.01),
        ).toEqual(countPairs(wholeOf(a), wholeOf(b), target, 0.01));
      }),
    );
    expect(countPairs(wholeOf(Float64Array.of(0, 1)), wholeOf(Float64Array.of(0, 0.995)), 1, 0.01)).toEqual({
      below: 1,
      upTo: 3,
    });
  });
});
