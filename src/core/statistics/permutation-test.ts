import { probabilitySlack, scoreSlack } from './stratum.ts';

/**
 * How a permutation p-value was found. The switch to Monte Carlo is named, so that a report can say it:
 * `graded` scores are not 0/1, the integer `grid` of the statistic is too long, or there are too many `labellings`.
 */
export type TestMethod =
  | { readonly kind: 'exact' }
  | {
      readonly kind: 'monte-carlo';
      readonly draws: number;
      readonly because: 'graded' | 'grid' | 'labellings';
    };

/** A one-sided permutation test of "worse", and its mirror. */
export type PermutationTest = {
  /** P(T* ≤ T) over all labellings. */
  readonly p: number;
  /** P(T* ≥ T). */
  readonly better: number;
  /** Least p any labelling could have. */
  readonly least: number;
  readonly method: TestMethod;
  /** Largest attainable p up to a threshold: what testing at it spends. The whole threshold where it is not known exactly. */
  readonly spend: (threshold: number) => number;
};

/** The test of data in which no labelling differs from another. */
export const uninformative: PermutationTest = {
  p: 1,
  better: 1,
  least: 1,
  method: { kind: 'exact' },
  spend: (threshold) => (threshold >= 1 ? 1 : 0),
};

/**
 * Test from the distribution on a grid.
 * @param masses of consecutive grid points; @param at the observed one's index (outside the masses: beyond all)
 * @param ends closed probabilities of the least and the greatest value: the floors of `p` and `better`
 */
export function testOnGrid(
  masses: Float64Array,
  at: number,
  ends: { readonly least: number; readonly most: number },
): PermutationTest {
  const cumulative = new Float64Array(masses.length);
  let sum = 0;
  for (let i = 0; i < masses.length; i++) {
    sum += masses[i] ?? 0;
    cumulative[i] = sum;
  }
  const upTo = (i: number) => (i < 0 ? 0 : (cumulative[Math.min(i, masses.length - 1)] ?? 0));
  return {
    p: clamp(upTo(at), ends.least),
    better: clamp(sum - upTo(at - 1), ends.most),
    least: ends.least,
    method: { kind: 'exact' },
    spend: (threshold) => {
      const above = firstAbove(cumulative, threshold + probabilitySlack);
      return above === 0 ? 0 : Math.min(1, cumulative[above - 1] ?? 0);
    },
  };
}

/** Test from the ascending sums under all labellings, each equally likely. Sums closer than 10⁻⁹ are equal. */
export function testOnSums(sorted: Float64Array, observed: number): PermutationTest {
  const n = sorted.length;
  const upTo = (limit: number) => firstAbove(sorted, limit) / n;
  const least = upTo((sorted[0] ?? 0) + scoreSlack);
  return {
    p: upTo(observed + scoreSlack),
    better: 1 - upTo(observed - scoreSlack),
    least,
    method: { kind: 'exact' },
    spend: (threshold) => {
      if (threshold + probabilitySlack < least) return 0;
      const next = sorted[Math.floor((threshold + probabilitySlack) * n)];
      return next === undefined ? 1 : upTo(next - scoreSlack);
    },
  };
}

/** Index of the first value above `limit` in ascending values; their number where there is none. */
export function firstAbove(values: Float64Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

function clamp(p: number, floor: number): number {
  return Math.min(1, Math.max(p, floor));
}
