import { describe, expect, test } from 'vitest';
import { findUncovered } from '../../../src/core/golden-set/find-uncovered.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';

/** Directions around one axis of four. */
function around(random: () => number, axis: number, count: number): readonly (readonly number[])[] {
  return Array.from({ length: count }, () => [0, 1, 2, 3].map((at) => (at === axis ? 3 : 0) + random() / 2 ** 31 - 1));
}

describe('inputs that no golden case resembles', () => {
  test('are those further from all cases than cases are from each other', async () => {
    const random = seededRandom([1, 2]);
    const found = await findUncovered(around(random, 0, 40), [...around(random, 0, 200), ...around(random, 2, 20)]);
    const beyond = found?.distances.map((distance) => distance !== undefined && distance > found.beyond) ?? [];
    expect(beyond.slice(200).every(Boolean)).toBe(true);
    // One in twenty would be by chance.
    expect(found?.expected).toBeCloseTo(2 / 41, 10);
    expect(beyond.slice(0, 200).filter(Boolean).length).toBeLessThan(30);
  });

  test('are not found by cases that repeat each other', async () => {
    const random = seededRandom([1, 3]);
    const cases = around(random, 0, 12);
    const often = await findUncovered([...cases, ...cases, ...cases], [[0, 1, 0, 0]]);
    expect(often?.beyond).toBe((await findUncovered(cases, [[0, 1, 0, 0]]))?.beyond);
    expect(
      await findUncovered(
        [
          [1, 0],
          [2, 0],
        ],
        [[1, 1]],
      ),
    ).toBeUndefined();
  });

  test('have no distance where they have no direction', async () => {
    let breaths = 0;
    const axes = [
      [1, 0],
      [0, 1],
    ];
    const found = await findUncovered(axes, [[0, 0]], () => {
      breaths += 1;
      return undefined;
    });
    expect(found?.distances).toEqual([undefined]);
    // A row may take long: other work has its turn between them.
    expect(breaths).toBe(5);
  });
});
