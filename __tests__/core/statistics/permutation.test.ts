import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseTest } from '../../../src/core/statistics/case-test.ts';
import { type LatticeTerm, latticeSum } from '../../../src/core/statistics/lattice-sum.ts';
import { drawLabellings } from '../../../src/core/statistics/monte-carlo.ts';
import { type Stratum, stratumOf } from '../../../src/core/statistics/stratum.ts';
import { suiteTest, type WeightedCase } from '../../../src/core/statistics/suite-test.ts';

/** p and its mirror by listing every labelling: slow, plain, and written apart from the code under test. */
function enumerate(cases: readonly WeightedCase[]): { readonly p: number; readonly better: number } {
  const parts = cases.flatMap(({ weight, strata }) => {
    const size = strata.reduce((sum, one) => sum + one.size, 0);
    return strata.map((one) => ({
      values: [...one.old, ...one.new],
      size: one.size,
      step: weight / size,
      sum: one.sum,
    }));
  });
  const observed = parts.reduce((sum, part) => sum + part.step * part.sum, 0);
  let all = 0;
  let atMost = 0;
  let atLeast = 0;
  const walk = (index: number, total: number): void => {
    const part = parts[index];
    if (part === undefined) {
      all++;
      if (total <= observed + 1e-9) atMost++;
      if (total >= observed - 1e-9) atLeast++;
      return;
    }
    for (let mask = 0; mask < 2 ** part.values.length; mask++) {
      const chosen = part.values.filter((_, i) => (mask >> i) & 1);
      if (chosen.length === part.size)
        walk(index + 1, total + part.step * chosen.reduce((sum, value) => sum + value, 0));
    }
  };
  walk(0, 0);
  return { p: atMost / all, better: atLeast / all };
}

const sides = (value: fc.Arbitrary<number>, most: number) =>
  fc
    .integer({ min: 1, max: most })
    .chain((size) => fc.tuple(side(value, size), side(value, size)))
    .map(([before, after]) => stratumOf(before, after));
const side = (value: fc.Arbitrary<number>, size: number) => fc.array(value, { minLength: size, maxLength: size });
const bit = fc.constantFrom(0, 1);
const grade = fc.constantFrom(0, 0.25, 1 / 3, 0.5, 0.75, 1);
const weight = fc.constantFrom(1, 1, 2, 0.5, 1.25, 1 / 3);
const suite = (value: fc.Arbitrary<number>) =>
  fc.array(fc.record({ weight, strata: fc.array(sides(value, 2), { minLength: 1, maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 3,
  });
const one = (strata: readonly Stratum[]): readonly WeightedCase[] => [{ weight: 1, strata }];

describe('a suite test', () => {
  test('of passes equals the enumeration of all labellings, with weights and batches of any size', () => {
    fc.assert(
      fc.property(suite(bit), (cases) => {
        const found = suiteTest(cases, 0.05);
        const { p, better } = enumerate(cases);
        expect(found.p).toBeCloseTo(p, 9);
        expect(found.better).toBeCloseTo(better, 9);
        expect(found.method.kind).toBe('exact');
      }),
      { numRuns: 150 },
    );
  });

  test('of few graded replies equals the enumeration too', () => {
    fc.assert(
      fc.property(suite(grade), (cases) => {
        const found = suiteTest(cases, 0.05);
        const { p, better } = enumerate(cases);
        expect(found.p).toBeCloseTo(p, 9);
        expect(found.better).toBeCloseTo(better, 9);
      }),
      { numRuns: 100 },
    );
  });

  test('gives the same p whatever the order of cases and replies, by Monte Carlo as well', () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    const graded = fc.array(fc.record({ weight, strata: fc.array(sides(value, 4), { minLength: 1, maxLength: 2 }) }), {
      minLength: 6,
      maxLength: 9,
    });
    fc.assert(
      fc.property(graded, (cases) => {
        const mixed = cases.toReversed().map((held) => ({
          ...held,
          strata: held.strata.map((held) => stratumOf([...held.old].reverse(), [...held.new].reverse())),
        }));
        expect(suiteTest(mixed, 0.05).p).toBeCloseTo(suiteTest(cases, 0.05).p, 12);
      }),
      { numRuns: 25 },
    );
  });

  test('does not change when all weights are multiplied', () => {
    fc.assert(
      fc.property(suite(bit), fc.constantFrom(3, 0.1, 7.5), (cases, factor) => {
        const scaled = cases.map((held) => ({ ...held, weight: held.weight * factor }));
        expect(suiteTest(scaled, 0.05).p).toBeCloseTo(suiteTest(cases, 0.05).p, 9);
      }),
    );
  });

  test('is not touched by a case whose replies all agree', () => {
    fc.assert(
      fc.property(suite(bit), bit, (cases, value) => {
        const unanimous = { weight: 1, strata: [stratumOf([value, value, value], [value, value, value])] };
        expect(suiteTest([...cases, unanimous], 0.05).p).toBe(suiteTest(cases, 0.05).p);
      }),
    );
  });

  test('has a p that is uniform or larger when labels are dealt at random', () => {
    fc.assert(
      fc.property(suite(bit), (cases) => {
        const { spend } = suiteTest(cases, 0.05);
        for (const level of [0.01, 0.05, 0.2, 0.5]) expect(spend(level)).toBeLessThanOrEqual(level + 1e-12);
      }),
    );
  });

  test('switches to Monte Carlo, by name, where weights have no grid or scores are graded', () => {
    const cases = Array.from({ length: 12 }, (_, i) => ({
      weight: Math.sqrt(i + 2),
      strata: [stratumOf([1, 1, 0, 1], [0, 1, 0, 1])],
    }));
    const odd = suiteTest(cases, 0.05);
    expect(odd.method).toEqual({ kind: 'monte-carlo', draws: 9_999, because: 'grid' });
    const even = suiteTest(
      cases.map(({ strata }) => ({ weight: 1, strata })),
      0.05,
    );
    expect(Math.abs(odd.p - even.p)).toBeLessThan(0.08);
    const graded = suiteTest(
      cases.map(() => ({ weight: 1, strata: [stratumOf([0.9, 0.8, 0.3, 1], [0.2, 0.9, 0.1, 0.7])] })),
      0.05,
    );
    expect(graded.method).toMatchObject({ kind: 'monte-carlo', because: 'graded' });
    expect(graded.p).toBeLessThan(0.01);
  });

  test('by Monte Carlo agrees with the exact p within its error', () => {
    const bits = (text: string) => [...text].map(Number);
    const strata = Array.from({ length: 40 }, (_, i) =>
      stratumOf(bits(i % 3 ? '1110' : '1011'), bits(i % 2 ? '1100' : '0111')),
    );
    const exact = suiteTest(
      strata.map((held) => ({ weight: 1, strata: [held] })),
      0.05,
    );
    const { draws, atMost } = drawLabellings(
      strata.map((stratum) => ({ stratum, step: 1 })),
      40_000,
    );
    const error = Math.sqrt((exact.p * (1 - exact.p)) / draws);
    expect(Math.abs(atMost / draws - exact.p)).toBeLessThan(5 * error);
  });
});

describe('a case test', () => {
  test('equals the enumeration of all labellings', () => {
    const batches = fc.array(sides(fc.oneof(bit, grade), 3), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(batches, (strata) => {
        const found = caseTest(strata, 0.01);
        const { p, better } = enumerate(one(strata));
        expect(found.p).toBeCloseTo(p, 9);
        expect(found.better).toBeCloseTo(better, 9);
        expect(found.least).toBeLessThanOrEqual(p + 1e-12);
      }),
      { numRuns: 150 },
    );
  });

  test('counts many graded labellings exactly, in one batch and in several', () => {
    const value = fc.integer({ min: 0, max: 9 }).map((grade) => grade / 9);
    fc.assert(
      fc.property(fc.tuple(side(value, 8), side(value, 8)), ([before, after]) => {
        const strata = [stratumOf(before, after)];
        expect(caseTest(strata, 0.01).p).toBeCloseTo(enumerate(one(strata)).p, 9);
      }),
      { numRuns: 10 },
    );
    const several = [
      stratumOf([0.9, 0.8, 1, 0.7, 0.9], [0.3, 0.2, 0.9, 0.1, 0.4]),
      stratumOf([1, 0.9, 0.8, 0.6], [0.2, 0.9, 0.1, 0.3]),
    ];
    const found = caseTest(several, 0.01);
    expect(found.p).toBeCloseTo(enumerate(one(several)).p, 9);
    expect(found.method.kind).toBe('exact');
  });

  test('of 20 graded replies a side stays quick and says that it drew', () => {
    const before = Array.from({ length: 20 }, (_, i) => 0.8 + i / 1000);
    const after = Array.from({ length: 20 }, (_, i) => 0.2 + i / 1000);
    const found = caseTest([stratumOf(before, after)], 1e-4);
    expect(found.method).toMatchObject({ kind: 'monte-carlo', because: 'labellings' });
    expect(found.p).toBeLessThan(1e-4);
  });
});

test('a long lattice sum through its characteristic function equals plain convolution', () => {
  const masses = Float64Array.from([0.1, 0.6, 0.3]);
  const terms = (count: number): readonly LatticeTerm[] => [
    { masses, step: 3, count },
    { masses: Float64Array.from([0.5, 0.5]), step: 7, count },
  ];
  const short = latticeSum(terms(40));
  const long = latticeSum(terms(4_000));
  const mean = (held: { start: number; masses: Float64Array }) =>
    held.masses.reduce((sum, mass, i) => sum + mass * (held.start + i), 0);
  expect(mean(short)).toBeCloseTo(40 * (3 * 1.2 + 3.5), 6);
  expect(mean(long)).toBeCloseTo(4_000 * (3 * 1.2 + 3.5), 5);
  expect(long.masses.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 10);
  const wide = latticeSum([{ masses: Float64Array.from([0.5, 0.5]), step: 1, count: 5_000 }]);
  const middle = 2_500 - wide.start;
  expect(wide.masses[middle]).toBeCloseTo(0.011283227, 8);
});
