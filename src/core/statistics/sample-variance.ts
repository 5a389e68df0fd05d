import type { Stratum } from './stratum.ts';

/** Unbiased variance of all values of the strata, old and new (divided by their number less one); 0 of fewer than two. */
export function sampleVariance(strata: readonly Stratum[]): number {
  let count = 0;
  let total = 0;
  for (const stratum of strata) {
    count += 2 * stratum.size;
    total += stratum.total;
  }
  if (count < 2) return 0;
  const mean = total / count;
  let squares = 0;
  for (const stratum of strata) {
    for (const value of stratum.old) squares += (value - mean) ** 2;
    for (const value of stratum.new) squares += (value - mean) ** 2;
  }
  return squares / (count - 1);
}
