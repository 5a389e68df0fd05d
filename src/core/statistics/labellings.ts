import { choose } from './choose.ts';
import type { Stratum } from './stratum.ts';

/** Number of ways to label a stratum's replies old and new. */
export function countLabellings(stratum: Stratum): number {
  return choose(2 * stratum.size, stratum.size);
}

/** The sum of the new values under every labelling of one stratum, in no particular order. */
export function labellingSums({ old, new: after, size }: Stratum): Float64Array {
  const values = [...old, ...after].sort((a, b) => a - b);
  const sums = new Float64Array(choose(2 * size, size));
  let at = 0;
  const extend = (from: number, left: number, sum: number): void => {
    if (left === 0) {
      sums[at++] = sum;
      return;
    }
    for (let i = from; i <= values.length - left; i++) extend(i + 1, left - 1, sum + (values[i] ?? 0));
  };
  extend(0, size, 0);
  return sums;
}

/** All sums of one value of each list. */
export function crossSums(a: Float64Array, b: Float64Array): Float64Array {
  const sums = new Float64Array(a.length * b.length);
  let at = 0;
  for (const x of a) for (const y of b) sums[at++] = x + y;
  return sums;
}
