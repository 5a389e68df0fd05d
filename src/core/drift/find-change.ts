/** A run's reading: how far from the usual, and the variance of that. */
export type Level = { readonly change: number; readonly variance: number };

/** Indices of readings: the likeliest first one of the new level, and the earliest and latest that are nearly as likely. */
export type ChangePoint = { readonly at: number; readonly from: number; readonly to: number };

/** Half of the 95 % quantile of χ² with one degree of freedom. */
const within = 1.92;

/**
 * The run at which a level changed for good: of all splits the one that makes the readings likeliest, the mean before it 0 and the
 * mean after it whatever fits (D. V. Hinkley, "Inference about the change-point in a sequence of random variables", 1970), with all
 * splits whose likelihood is within what chance allows.
 * @param levels in order of time, normal with known variance as far as means of many replies are; at least one
 */
export function findChange(levels: readonly Level[]): ChangePoint {
  let [weights, sums] = [0, 0];
  // From the end: the gain of a split is (Σ change/variance)² / (2 Σ 1/variance) over what comes after it.
  const gains = levels
    .toReversed()
    .map(({ change, variance }) => {
      weights += 1 / variance;
      sums += change / variance;
      return sums ** 2 / (2 * weights);
    })
    .toReversed();
  const most = Math.max(...gains);
  const likely = gains.flatMap((gain, at) => (gain >= most - within ? [at] : []));
  return { at: gains.indexOf(most), from: likely[0] ?? 0, to: likely.at(-1) ?? 0 };
}
