import { describe, expect, test } from 'vitest';
import { caseTest } from '../../../src/core/statistics/case-test.ts';
import { type Reading, testJointly } from '../../../src/core/statistics/joint-test.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';
import { stratumOf } from '../../../src/core/statistics/stratum.ts';

const read = (...batches: readonly (readonly [readonly number[], readonly number[]])[]): Reading => {
  const strata = batches.map(([before, after]) => stratumOf(before, after));
  return { strata, test: caseTest(strata, 1e-4) };
};

describe('several readings of the same replies', () => {
  const passes = read(
    [[1], [0]],
    [
      [1, 1, 1, 1, 1],
      [0, 0, 0, 0, 0],
    ],
  );
  const grades = read(
    [[0.9], [0.1]],
    [
      [0.9, 1, 0.8, 0.9, 1],
      [0.1, 0, 0.2, 0.1, 0],
    ],
  );

  test('cost one test where all of them tell the replies apart alike', () => {
    const { tests, any } = testJointly([passes, grades], true);
    expect(tests.map(({ p }) => p)).toEqual([1 / 504, 1 / 504]);
    expect(any.least).toBe(1 / 504);
    expect(any.spend(0.003)).toBe(1 / 504);
    expect(any.spend(0.001)).toBe(0);
  });

  test('cost one each where their replies are not the same', () => {
    const { tests, any } = testJointly([passes, grades], false);
    for (const { p } of tests) expect(p).toBeCloseTo(2 / 504, 12);
    expect(any.spend(0.004)).toBeCloseTo(2 / 504, 12);
  });

  test('leave one alone as it is', () => {
    expect(testJointly([passes], true).tests).toEqual([passes.test]);
  });

  test('count every labelling: as those of two readings say that are gone through by hand', () => {
    const first = read([
      [1, 0, 1],
      [0, 1, 0],
    ]);
    const second = read([
      [0.2, 0.9, 0.4],
      [0.1, 0.3, 0.8],
    ]);
    const values = [first, second].map(({ strata }) => strata.flatMap(({ old, new: after }) => [...old, ...after]));
    const sums = values.map((all) => choicesOfThree.map((places) => places.reduce((sum, i) => sum + (all[i] ?? 0), 0)));
    const least = choicesOfThree.map((_, i) =>
      Math.min(...sums.map((all) => all.filter((sum) => sum <= (all[i] ?? 0) + 1e-9).length / 20)),
    );
    const { tests } = testJointly([first, second], true);
    for (const [i, { p }] of [first.test, second.test].entries()) {
      expect(tests[i]?.p).toBeCloseTo(least.filter((one) => one <= p + 1e-12).length / 20, 12);
    }
  });

  test.each([[true], [false]])(
    'reject one in twenty of replies alike on both sides, or fewer (aligned: %s)',
    (aligned) => {
      const random = seededRandom([7, 1]);
      let rejected = 0;
      for (let i = 0; i < 2_000; i++) {
        const draw = () => Array.from({ length: 5 }, () => Math.floor(random() * 11) / 10);
        const [before, after] = [draw(), draw()];
        const passing = (grades: readonly number[]) => grades.map((grade) => (grade >= 0.5 ? 1 : 0));
        const { any } = testJointly([read([passing(before), passing(after)]), read([before, after])], aligned);
        if (any.p <= 0.05) rejected += 1;
      }
      expect(rejected / 2_000).toBeLessThan(0.06);
      expect(rejected / 2_000).toBeGreaterThan(aligned ? 0.02 : 0);
    },
  );
});

const choicesOfThree = [0, 1, 2, 3, 4, 5].flatMap((a) =>
  [1, 2, 3, 4, 5].flatMap((b) => [2, 3, 4, 5].flatMap((c) => (a < b && b < c ? [[a, b, c]] : []))),
);
