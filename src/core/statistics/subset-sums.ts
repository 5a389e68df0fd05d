import { choose } from './exact-chances.ts';
import { type Stratum, valuesOf } from './stratum.ts';

/** Ascending lists one after another: list j is `values[starts[j]]` … `values[starts[j + 1] − 1]`. */
export type SortedLists = { readonly values: Float64Array; readonly starts: readonly number[] };

/** Sums of all subsets of the values: list j holds those of j values in ascending order. 2ⁿ sums cost about 2ⁿ⁺¹ steps. */
export function subsetSums(values: readonly number[]): SortedLists {
  const starts = startsOf(values.length, values.length);
  const sums = new Float64Array(starts[values.length + 1] ?? 0);
  fillSums(sums, values, starts, values.length);
  return { values: sums, starts };
}

/** Filled anew by each caller: to make it takes longer than to fill it. */
let scratch = new Float64Array(1_024);

/** Sums of all subsets of exactly `size` of the values, in ascending order. */
export function sumsOfSize(values: readonly number[], size: number): Float64Array {
  const starts = startsOf(values.length, size);
  const end = starts[size + 1] ?? 0;
  if (scratch.length < end) scratch = new Float64Array(end);
  scratch[0] = 0;
  fillSums(scratch, values, starts, size);
  return scratch.slice(starts[size], end);
}

/** Grows the lists value by value, merging in place. @param sums begins with 0, the sum of nothing */
function fillSums(sums: Float64Array, values: readonly number[], starts: readonly number[], most: number): void {
  for (let taken = 0; taken < values.length; taken++) {
    const held = binomials(taken);
    // Larger subsets first: each grows by the next smaller ones, which still lack this value.
    for (let size = Math.min(most, taken + 1); size > 0; size--) {
      mergeShifted(
        { values: sums, start: starts[size] ?? 0, count: held[size] ?? 0 },
        { values: sums, start: starts[size - 1] ?? 0, count: held[size - 1] ?? 0 },
        values[taken] ?? 0,
      );
    }
  }
}

/** Where the lists of subsets of 0 … `most` of n values begin, and where the last one ends. */
function startsOf(n: number, most: number): readonly number[] {
  const ways = binomials(n);
  const starts = [0];
  for (let size = 0, end = 0; size <= most; size++) {
    end += ways[size] ?? 0;
    starts.push(end);
  }
  return starts;
}

/** A stretch of ascending values. */
type Stretch = { readonly values: Float64Array; readonly start: number; readonly count: number };

/** Merges the values of `from`, each plus `shift`, into those of `into`, behind which there is room for them. */
export function mergeShifted(into: Stretch, from: Stretch, shift: number): void {
  const first = into.start;
  let i = first + into.count - 1;
  let j = from.start + from.count - 1;
  for (let at = i + from.count; j >= from.start; at--) {
    const added = (from.values[j] ?? 0) + shift;
    const kept = i < first ? Number.NEGATIVE_INFINITY : (into.values[i] ?? 0);
    if (kept > added) {
      into.values[at] = kept;
      i--;
    } else {
      into.values[at] = added;
      j--;
    }
  }
}

/** How many pairs sum to less than a target, and to at most it. */
export type PairCounts = { readonly below: number; readonly upTo: number };

/** Counts pairs of a value of `a` and a value of `b`; sums within `slack` of the target are equal to it. */
export function countPairs(a: Stretch, b: Stretch, target: number, slack: number): PairCounts {
  const { values: ofA } = a;
  const { values: ofB, start } = b;
  const end = a.start + a.count;
  let upTo = 0;
  let below = 0;
  let last = start + b.count - 1;
  let smaller = last;
  for (let i = a.start; i < end && last >= start; i++) {
    const wanted = target - (ofA[i] ?? 0);
    while (last >= start && (ofB[last] ?? 0) > wanted + slack) last--;
    upTo += last - start + 1;
    while (smaller >= start && (ofB[smaller] ?? 0) >= wanted - slack) smaller--;
    below += smaller - start + 1;
  }
  return { below, upTo };
}

/** List j of some lists. */
export function stretchOf({ values, starts }: SortedLists, j: number): Stretch {
  const start = starts[j] ?? values.length;
  return { values, start, count: (starts[j + 1] ?? start) - start };
}

/** A whole array as one stretch. */
export function wholeOf(values: Float64Array): Stretch {
  return { values, start: 0, count: values.length };
}

const pascal: number[][] = [[1]];

/** Row n of Pascal's triangle. Rows are remembered. */
function binomials(n: number): readonly number[] {
  for (let row = pascal.length; row <= n; row++) {
    const above = pascal[row - 1] ?? [];
    pascal.push(Array.from({ length: row + 1 }, (_, k) => (above[k - 1] ?? 0) + (above[k] ?? 0)));
  }
  return pascal[n] ?? [];
}

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
