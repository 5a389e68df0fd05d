import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseTest } from '../../../src/core/statistics/case-test.ts';
import { stratumOf } from '../../../src/core/statistics/stratum.ts';
import { suiteTest, type WeightedCase } from '../../../src/core/statistics/suite-test.ts';

/** P(T* ≤ T) by listing every choice of the new replies. */
function bruteForce(
  cases: readonly {
    readonly weight: number;
    readonly strata: readonly (readonly [readonly number[], readonly number[]])[];
  }[],
): number {
  const observed: number[] = [];
  let sums = [0];
  for (const { weight, strata } of cases) {
    const size = strata.reduce((sum, [, after]) => sum + after.length, 0);
    for (const [before, after] of strata) {
      const step = weight / size;
      observed.push(step * after.reduce((sum, value) => sum + value, 0));
      const all = [...before, ...after];
      const possible = choices(all.length, after.length).map((chosen) =>
        chosen.reduce((sum, at) => sum + step * (all[at] ?? 0), 0),
      );
      sums = sums.flatMap((sum) => possible.map((more) => sum + more));
    }
  }
  const limit = observed.reduce((sum, value) => sum + value, 0) + 1e-9;
  return sums.filter((sum) => sum <= limit).length / sums.length;
}

function choices(of: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: Math.max(0, of - from - size + 1) }, (_, skip) => from + skip).flatMap((first) =>
    choices(of, size - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

const binary = fc.constantFrom(0, 1);
const graded = fc.constantFrom(0, 0.25, 0.5, 0.75, 1);
const stratum = (value: fc.Arbitrary<number>, most: number) =>
  fc.integer({ min: 1, max: most }).chain((size) => {
    const side = fc.array(value, { minLength: size, maxLength: size });
    return fc.tuple(side, side);
  });
const suite = (value: fc.Arbitrary<number>, weights: fc.Arbitrary<number>) =>
  fc.array(fc.record({ weight: weights, strata: fc.array(stratum(value, 3), { minLength: 1, maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 3,
  });

type Drawn = readonly {
  readonly weight: number;
  readonly strata: readonly (readonly [readonly number[], readonly number[]])[];
}[];
const asCases = (drawn: Drawn): readonly WeightedCase[] =>
  drawn.map(({ weight, strata }) => ({ weight, strata: strata.map(([before, after]) => stratumOf(before, after)) }));

describe('the suite test', () => {
  it('agrees with listing every labelling, for 0/1 scores of any weights', () => {
    fc.assert(
      fc.property(suite(binary, fc.constantFrom(1, 2, 0.5, 3)), (drawn) => {
        expect(suiteTest(asCases(drawn), 0.05).p).toBeCloseTo(bruteForce(drawn), 9);
      }),
      { numRuns: 150 },
    );
  });

  it('agrees with listing every labelling, for graded scores', () => {
    fc.assert(
      fc.property(suite(graded, fc.constantFrom(1, 2)), (drawn) => {
        const test = suiteTest(asCases(drawn), 0.05);
        if (test.method.kind === 'exact') expect(test.p).toBeCloseTo(bruteForce(drawn), 9);
        // Four standard errors of 9,999 draws.
        else expect(Math.abs(test.p - bruteForce(drawn))).toBeLessThan(0.021);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same p whatever the order of cases and replies', () => {
    fc.assert(
      fc.property(suite(graded, fc.constantFrom(1, 2)), (drawn) => {
        const turned = drawn.toReversed().map(({ weight, strata }) => ({
          weight,
          strata: strata.toReversed().map(([before, after]) => [before.toReversed(), after.toReversed()] as const),
        }));
        expect(suiteTest(asCases(turned), 0.05).p).toBeCloseTo(suiteTest(asCases(drawn), 0.05).p, 12);
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on the scale of the weights', () => {
    fc.assert(
      fc.property(suite(binary, fc.constantFrom(1, 2, 3)), fc.constantFrom(0.5, 7, 1000), (drawn, scale) => {
        const scaled = drawn.map(({ weight, strata }) => ({ weight: weight * scale, strata }));
        expect(suiteTest(asCases(scaled), 0.05).p).toBeCloseTo(suiteTest(asCases(drawn), 0.05).p, 12);
      }),
      { numRuns: 100 },
    );
  });

  it('is not moved by a case on which all replies agree', () => {
    fc.assert(
      fc.property(suite(binary, fc.constant(1)), binary, (drawn, value) => {
        const unanimous = {
          weight: 1,
          strata: [
            [
              [value, value],
              [value, value],
            ] as const,
          ],
        };
        expect(suiteTest(asCases([...drawn, unanimous]), 0.05).p).toBeCloseTo(suiteTest(asCases(drawn), 0.05).p, 12);
      }),
      { numRuns: 100 },
    );
  });

  it('is valid: over all labellings, p is at most a with a chance of at most a', () => {
    fc.assert(
      fc.property(stratum(graded, 4), fc.double({ min: 0.01, max: 1, noNaN: true }), ([before, after], level) => {
        const all = [...before, ...after];
        const labellings = choices(all.length, after.length);
        const rejected = labellings.filter((chosen) => {
          const fresh = chosen.map((at) => all[at] ?? 0);
          const rest = all.filter((_, at) => !chosen.includes(at));
          return suiteTest([{ weight: 1, strata: [stratumOf(rest, fresh)] }], 0.05).p <= level;
        });
        expect(rejected.length / labellings.length).toBeLessThanOrEqual(level + 1e-12);
      }),
      { numRuns: 60 },
    );
  });

  it('turns to Monte Carlo where the exact distribution would blow up, and says so', () => {
    const cases = Array.from({ length: 200 }, (_, at) => ({
      weight: 1 + Math.sqrt(at) / 7,
      strata: [stratumOf([1, 0, 1, 1, 0], [0, 1, 0, 1, 0])],
    }));
    const test = suiteTest(cases, 0.05);
    expect(test.method).toMatchObject({ kind: 'monte-carlo', because: 'grid' });
    expect(suiteTest(cases, 0.05).p).toBe(test.p);
  });
});

describe('the case test', () => {
  it('agrees with listing every labelling, over several batches', () => {
    fc.assert(
      fc.property(fc.array(stratum(graded, 3), { minLength: 1, maxLength: 2 }), (strata) => {
        const test = caseTest(
          strata.map(([before, after]) => stratumOf(before, after)),
          0.001,
        );
        expect(test.p).toBeCloseTo(
          bruteForce([{ weight: strata.reduce((sum, [, after]) => sum + after.length, 0), strata }]),
          9,
        );
        expect(test.least).toBeLessThanOrEqual(test.p + 1e-12);
      }),
      { numRuns: 120 },
    );
  });

  it('cannot prove anything with one reply a side', () => {
    expect(caseTest([stratumOf([1], [0])], 0.001).p).toBe(0.5);
  });
});
