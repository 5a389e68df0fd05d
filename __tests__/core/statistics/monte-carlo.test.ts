import { describe, expect, test } from 'vitest';
import { randomBelow, seededRandom } from '../../../src/core/statistics/random.ts';
import { stratumOf } from '../../../src/core/statistics/stratum.ts';
import { prepareSuite, testSuites, type WeightedCase } from '../../../src/core/statistics/suite-test.ts';

const random = seededRandom([7, 11]);
const unit = () => random() / 4294967296;

/** Cases of graded replies in which the labels mean nothing: enough of them for the drawing by held blocks. */
function drawNull(cases: number, trials: number): readonly WeightedCase[] {
  return Array.from({ length: cases }, () => {
    const level = unit();
    const value = () => Math.min(1, Math.max(0, level + 0.5 * (unit() - 0.5)));
    const side = () => Array.from({ length: trials }, value);
    return { weight: 1 + randomBelow(random, 3), strata: [stratumOf(side(), side())] };
  });
}

describe('drawing by held blocks', () => {
  test('rejects no more often than its level where nothing changed, in a row and over rows', () => {
    const reviews = 120;
    const level = 0.05;
    let row = 0;
    let pooled = 0;
    for (let review = 0; review < reviews; review++) {
      const suites = [prepareSuite(drawNull(70, 6)), prepareSuite(drawNull(70, 6))];
      if (testSuites(suites.slice(0, 1), 1).p <= level) row += 1;
      if (testSuites(suites, 1).p <= level) pooled += 1;
    }
    const bound = level + 4 * Math.sqrt((level * (1 - level)) / reviews);
    expect(row / reviews).toBeLessThanOrEqual(bound);
    expect(pooled / reviews).toBeLessThanOrEqual(bound);
    // A test that never rejects would pass the lines above.
    expect(row + pooled).toBeGreaterThan(3);
  });

  test('gives the same p whatever was drawn before, and in whatever order the rows come', () => {
    const rows = [drawNull(90, 6), drawNull(80, 6), drawNull(90, 6)];
    const fresh = testSuites(rows.map(prepareSuite), 0.01).p;
    const used = rows.map(prepareSuite);
    for (const suite of used) testSuites([suite], 0.05);
    expect(testSuites(used, 0.01).p).toBe(fresh);
    expect(testSuites(used.toReversed(), 0.01).p).toBe(fresh);
    // Rows that are alike but for what they count for have one seed, and must still be told apart.
    const [first = []] = rows;
    const lighter = first.map((one) => ({ ...one, weight: one.weight / 10 }));
    const alike = [first, lighter].map(prepareSuite);
    expect(testSuites(alike.toReversed(), 0.01).p).toBe(testSuites(alike, 0.01).p);
  });

  test('tells rows that are alike to the last reply from one row', () => {
    const cases = drawNull(100, 6);
    const [one, three] = [1, 3].map((count) =>
      testSuites(
        Array.from({ length: count }, () => prepareSuite(cases)),
        1,
      ),
    );
    // Thrice the same change over independent labels is more telling than once: drawn together they would be alike.
    expect(Math.min(three?.p ?? 1, three?.better ?? 1)).toBeLessThan(Math.min(one?.p ?? 0, one?.better ?? 0));
  });
});
