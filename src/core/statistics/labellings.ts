import { choose } from './choose.ts';
import { type Stratum, valuesOf } from './stratum.ts';
import { mergeShifted, sumsOfSize, wholeOf } from './subset-sums.ts';

/** Number of ways to label a stratum's replies old and new. */
export function countLabellings(stratum: Stratum): number {
  return choose(2 * stratum.size, stratum.size);
}

/** Each look tests the batches of earlier ones again: their sums are remembered as long as they are. */
const known = new WeakMap<Stratum, Float64Array>();

/** The sum of the new values under every labelling of one stratum, in ascending order; shared, so only to be read. */
export function labellingSums(stratum: Stratum): Float64Array {
  const held = known.get(stratum);
  if (held !== undefined) return held;
  const sums = sumsOfSize(valuesOf(stratum), stratum.size);
  known.set(stratum, sums);
  return sums;
}

/** Sums up to which merging them in, one list after the other, is faster than sorting them all. */
const mostMerged = 12;

/** All sums of one value of each list, in ascending order as both lists are; the shorter one had better come second. */
export function crossSums(a: Float64Array, b: Float64Array): Float64Array {
  const sums = new Float64Array(a.length * b.length);
  if (b.length > mostMerged) {
    let at = 0;
    for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) sums[at++] = (a[i] ?? 0) + (b[j] ?? 0);
    return sums.sort();
  }
  for (let j = 0; j < b.length; j++) {
    mergeShifted({ values: sums, start: 0, count: j * a.length }, wholeOf(a), b[j] ?? 0);
  }
  return sums;
}
