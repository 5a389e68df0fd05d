import { describe, expect, it } from 'vitest';
import { signTest } from '../../../src/core/statistics/exact-chances.ts';

/** Counts the outcomes of as many coins with at least so many losses. */
function countCoins(pairs: number, losses: number): number {
  const worse = Array.from({ length: 2 ** pairs }, (_, coins) => coins.toString(2).replaceAll('0', '').length);
  return worse.filter((lost) => lost >= losses).length / 2 ** pairs;
}

describe('the sign test', () => {
  it('is the share of coin throws with as many losses or more', () => {
    for (let pairs = 0; pairs <= 10; pairs += 1) {
      for (let losses = 0; losses <= pairs; losses += 1) {
        expect(signTest({ wins: pairs - losses, losses })).toBeCloseTo(countCoins(pairs, losses), 12);
      }
    }
  });

  it('says nothing without a decided pair, and stays a probability for thousands', () => {
    expect(signTest({ wins: 0, losses: 0 })).toBe(1);
    expect(signTest({ wins: 5000, losses: 0 })).toBeLessThanOrEqual(1);
    expect(signTest({ wins: 2400, losses: 2600 })).toBeCloseTo(0.002_45, 4);
  });
});
