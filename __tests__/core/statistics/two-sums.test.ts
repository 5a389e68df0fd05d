import { describe, expect, test } from 'vitest';
import { drawSource } from '../../../src/core/statistics/draw-source.ts';
import { choose } from '../../../src/core/statistics/exact-chances.ts';
import { drawTwoFrom } from '../../../src/core/statistics/monte-carlo.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';
import { type Stratum, stratumOf } from '../../../src/core/statistics/stratum.ts';
import { suiteTest } from '../../../src/core/statistics/suite-test.ts';

type Tried = { readonly steady: boolean; readonly strata: readonly Stratum[] };
const tilt = 8;
const charge = 3;

/** Every labelling of a case's strata: the sum of new values, and its chance. */
function sumsOf(strata: readonly Stratum[]): readonly (readonly [number, number])[] {
  return strata.reduce<readonly (readonly [number, number])[]>(
    (held, { size, total }) =>
      held.flatMap(([sum, chance]) =>
        Array.from({ length: size + 1 }, (_, x): readonly [number, number] => [
          sum + x,
          (chance * choose(size, x) * choose(size, total - x)) / choose(2 * size, total),
        ]).filter(([, one]) => one > 0),
      ),
    [[0, 1]],
  );
}

/** p by listing every labelling of every case, ranking both statistics, and ranking the least of the two ranks. */
function bruteForce(cases: readonly Tried[]): { readonly p: number; readonly levels: readonly number[] } {
  const weigh = ({ steady, strata }: Tried, sum: number) => {
    const mean = sum / strata.reduce((size, one) => size + one.size, 0);
    return [mean, steady ? tilt * mean : mean] as const;
  };
  const all = cases.reduce<readonly { t: readonly [number, number]; chance: number }[]>(
    (held, one) =>
      held.flatMap(({ t, chance }) =>
        sumsOf(one.strata).map(([sum, share]) => {
          const [even, tilted] = weigh(one, sum);
          return { t: [t[0] + even, t[1] + tilted] as const, chance: chance * share };
        }),
      ),
    [{ t: [0, 0], chance: 1 }],
  );
  const upTo = (at: 0 | 1, value: number) =>
    all.filter(({ t }) => t[at] <= value + 1e-9).reduce((sum, { chance }) => sum + chance, 0);
  const least = (t: readonly [number, number]) => Math.min(upTo(0, t[0]), charge * upTo(1, t[1]));
  const ranked = all.map(({ t, chance }) => ({ least: least(t), chance }));
  const jointly = (p: number) =>
    ranked.filter((one) => one.least <= p + 1e-12).reduce((sum, { chance }) => sum + chance, 0);
  const seen = cases.reduce<readonly [number, number]>(
    (t, one) => {
      const [even, tilted] = weigh(
        one,
        one.strata.reduce((sum, stratum) => sum + stratum.sum, 0),
      );
      return [t[0] + even, t[1] + tilted];
    },
    [0, 0],
  );
  return { p: jointly(least(seen)), levels: ranked.map((one) => jointly(one.least)) };
}

function draw(seed: number): readonly Tried[] {
  const random = seededRandom([seed, 3]);
  const below = (n: number) => random() % n;
  const marks = (count: number) => Array.from({ length: count }, () => below(2));
  return Array.from({ length: 4 }, (_, i) => ({
    steady: i < 2,
    strata: Array.from({ length: 1 + below(2) }, () => {
      const size = 1 + below(3);
      return stratumOf(marks(size), marks(size));
    }),
  }));
}

const weighted = (cases: readonly Tried[]) => cases.map(({ steady, strata }) => ({ weight: 1, steady, strata }));

describe('the suite where steady cases are known', () => {
  test.each(Array.from({ length: 25 }, (_, seed) => seed))('has the p of all labellings listed (%i)', (seed) => {
    const cases = draw(seed);
    const informative = cases.map((one) => ({ ...one, strata: one.strata.filter((s) => s.informative) }));
    const kinds = new Set(informative.flatMap(({ steady, strata }) => (strata.length > 0 ? [steady] : [])));
    const test = suiteTest(weighted(cases), 0.05);
    if (kinds.size < 2) return;
    const brute = bruteForce(cases);
    expect(test.p).toBeCloseTo(brute.p, 9);
    for (const threshold of [0.01, 0.05, 0.2, 0.5]) {
      const spent = Math.max(0, ...brute.levels.filter((level) => level <= threshold + 1e-9));
      expect(test.spend(threshold)).toBeCloseTo(spent, 9);
    }
  });

  test('is as it is without history where all cases are of one kind', () => {
    const cases = draw(3);
    const plain = suiteTest(
      cases.map(({ strata }) => ({ weight: 1, strata })),
      0.05,
    );
    for (const steady of [true, false]) {
      const all = suiteTest(
        cases.map(({ strata }) => ({ weight: 1, steady, strata })),
        0.05,
      );
      expect([all.p, all.better]).toEqual([plain.p, plain.better]);
    }
  });

  test('gives the mirrored p where the sides are swapped', () => {
    for (const seed of [1, 2, 5, 8]) {
      const cases = draw(seed);
      const swapped = cases.map(({ steady, strata }) => ({
        steady,
        strata: strata.map((one) => stratumOf(one.new, one.old)),
      }));
      expect(suiteTest(weighted(swapped), 0.05).better).toBeCloseTo(suiteTest(weighted(cases), 0.05).p, 9);
    }
  });

  test('draws graded scores to the same p as listing does', () => {
    for (const seed of [1, 2, 5]) {
      const cases = draw(seed);
      const sources = [true, false].flatMap((steady) => {
        const own = cases.filter((one) => one.steady === steady);
        const strata = own.flatMap(({ strata }) => {
          const size = strata.reduce((sum, one) => sum + one.size, 0);
          return strata.filter((one) => one.informative).map((stratum) => ({ stratum, step: 1 / size }));
        });
        return strata.length === 0 ? [] : [{ source: drawSource(strata), scale: 1, tilted: steady ? tilt : 1 }];
      });
      if (sources.length < 2) continue;
      const { draws, atMost } = drawTwoFrom(sources, 19_999);
      expect(Math.abs((1 + atMost) / (draws + 1) - bruteForce(cases).p)).toBeLessThan(0.02);
    }
  });
});
