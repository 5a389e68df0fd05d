/**
 * One asking batch of one case, as permutation tests see it: `size` old and `size` new replies asked interleaved in
 * time, their values (higher is better), the new ones' sum. Under "nothing changed" every choice of `size` of the
 * values as the new ones was equally likely.
 */
export type Stratum = {
  readonly size: number;
  readonly old: readonly number[];
  readonly new: readonly number[];
  /** Sum of the new values. */
  readonly sum: number;
  /** Sum of all values. */
  readonly total: number;
  /** All values are 0 or 1. */
  readonly binary: boolean;
  /** Values differ, so that labellings can. */
  readonly informative: boolean;
};

/**
 * @param before values of the old replies
 * @param after as many values of the new ones; finite numbers
 */
export function stratumOf(before: readonly number[], after: readonly number[]): Stratum {
  const first = after[0];
  let sum = 0;
  let total = 0;
  let binary = true;
  let informative = false;
  for (const value of after) sum += value;
  for (const values of [before, after]) {
    for (const value of values) {
      total += value;
      if (value !== 0 && value !== 1) binary = false;
      if (value !== first) informative = true;
    }
  }
  return { size: after.length, old: before, new: after, sum, total, binary, informative };
}

/** All values of a stratum in ascending order: sums over them then round alike, whatever order the replies came in. */
export function valuesOf({ old, new: after }: Stratum): readonly number[] {
  const values: number[] = [];
  // By insertion: a general sort takes longer to begin than a batch takes to sort.
  for (const side of [old, after]) {
    for (const value of side) {
      let at = values.length;
      for (; at > 0 && (values[at - 1] ?? 0) > value; at--) values[at] = values[at - 1] ?? 0;
      values[at] = value;
    }
  }
  return values;
}

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

/** Slack of comparisons of p-values with thresholds: exact probabilities carry the rounding of their sums. */
export const probabilitySlack = 1e-12;

/** Slack of comparisons of scores and their sums, whose decimals are rounded on the way (0.1 + 0.2). */
export const scoreSlack = 1e-9;
