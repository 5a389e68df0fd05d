import { describe, expect, test } from 'vitest';
import { kernelTwoSampleTest, type Vector } from '../../../src/core/statistics/kernel-two-sample.ts';
import { normalQuantile } from '../../../src/core/statistics/normal.ts';
import { type Random, seededRandom } from '../../../src/core/statistics/random.ts';

const dimensions = 12;

function drawn(random: Random, shift = 0): Vector {
  return Array.from(
    { length: dimensions },
    (_, at) => normalQuantile((random() + 0.5) / 2 ** 32) + (at === 0 ? shift : 0),
  );
}

/** Vectors of which a share is on another subject: further away by the usual distance, in a direction that no other has. */
function mixed(random: Random, count: number, share: number): readonly Vector[] {
  const away = Math.sqrt(2 * dimensions);
  return Array.from({ length: count }, (_, at) => [...drawn(random), at < share * count ? away : 0]);
}

const settings = { alpha: 0.05, seed: 1 };

describe('a kernel two-sample test', () => {
  test('raises no more false alarms than it may', () => {
    const random = seededRandom([3, 18]);
    let alarms = 0;
    const runs = 60;
    for (let run = 0; run < runs; run++) {
      const [one, other] = [mixed(random, 15, 0), mixed(random, 10, 0)];
      if ((kernelTwoSampleTest(one, other, settings)?.p ?? 1) <= 0.05) alarms += 1;
    }
    // 3 expected, 1.7 their standard deviation.
    expect(alarms).toBeLessThan(9);
  });

  test('finds four times in five the share on another subject that it says it would find', () => {
    const random = seededRandom([4, 18]);
    const said: number[] = [];
    let found = 0;
    const runs = 40;
    for (let run = 0; run < runs; run++) {
      const [one, other] = [mixed(random, 30, 0), mixed(random, 15, 0)];
      said.push(kernelTwoSampleTest(one, other, settings)?.detectable ?? 1);
    }
    const detectable = said.reduce((sum, share) => sum + share, 0) / runs;
    expect(detectable).toBeGreaterThan(0.05);
    expect(detectable).toBeLessThan(0.7);
    for (let run = 0; run < runs; run++) {
      const [one, other] = [mixed(random, 30, detectable), mixed(random, 15, 0)];
      if ((kernelTwoSampleTest(one, other, settings)?.p ?? 1) <= 0.05) found += 1;
    }
    expect(found / runs).toBeGreaterThan(0.62);
    expect(found / runs).toBeLessThan(0.97);
  });

  test('is the same for the same vectors, finds a plain shift, and says nothing where all are alike', () => {
    const random = seededRandom([5, 18]);
    const one = Array.from({ length: 40 }, () => drawn(random, 3));
    const other = Array.from({ length: 20 }, () => drawn(random));
    const found = kernelTwoSampleTest(one, other, settings);
    expect(found?.p).toBe(0.001);
    expect(kernelTwoSampleTest(one, other, settings)).toEqual(found);
    const alike = Array.from({ length: 30 }, () => [1, 0]);
    expect(kernelTwoSampleTest(alike, alike, settings)).toBeUndefined();
    expect(kernelTwoSampleTest(one.slice(0, 1), other, settings)).toBeUndefined();
  });
});
