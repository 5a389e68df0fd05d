/**
 * Sums of all subsets of the values, by size: `result[j]` holds those of j values in ascending order.
 * Grown value by value by merging sorted lists, so that 2ⁿ sums cost about 2ⁿ⁺¹ steps.
 */
export function subsetSums(values: readonly number[]): readonly Float64Array[] {
  let lists: readonly Float64Array[] = [new Float64Array(1)];
  for (const value of values) {
    const before = lists;
    lists = Array.from({ length: before.length + 1 }, (_, size) =>
      mergeShifted(before[size] ?? new Float64Array(), before[size - 1] ?? new Float64Array(), value),
    );
  }
  return lists;
}

/** Ascending values of `a` and of `b` + `shift` in one ascending list. */
function mergeShifted(a: Float64Array, b: Float64Array, shift: number): Float64Array {
  const merged = new Float64Array(a.length + b.length);
  let i = 0;
  let j = 0;
  for (let at = 0; at < merged.length; at++) {
    const x = a[i] ?? Number.POSITIVE_INFINITY;
    const y = (b[j] ?? Number.POSITIVE_INFINITY) + shift;
    if (x <= y) {
      merged[at] = x;
      i++;
    } else {
      merged[at] = y;
      j++;
    }
  }
  return merged;
}

/** How many pairs of a value of `a` and a value of `b`, both ascending, sum to at most `limit`. */
export function countPairsUpTo(a: Float64Array, b: Float64Array, limit: number): number {
  let count = 0;
  let j = b.length;
  for (const x of a) {
    while (j > 0 && x + (b[j - 1] ?? 0) > limit) j--;
    count += j;
  }
  return count;
}
