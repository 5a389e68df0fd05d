import { studentQuantile } from './student.ts';

/** A stratum of a population, and what a random sample of it measured: values in 0–1. */
export type SampledValues = { readonly of: number; readonly values: readonly number[] };

export type MeanInterval = {
  readonly mean: number;
  /** Two-sided, 95 %. */
  readonly low: number;
  readonly high: number;
  /** Share of the population that lies in strata of which something was measured: of that it is the mean. */
  readonly covers: number;
};

const tail = 0.025;
const mostFreedom = 1000;

/**
 * The mean of a population by a stratified sample: Σ W x̄ with W the share of each stratum, variance Σ W² (1 − n/N) s²/n (W. G. Cochran,
 * "Sampling Techniques", 3rd ed., 1977, 5.4–5.5), bounds by Student's t with Satterthwaite's degrees of freedom. To s² each of H strata
 * adds 1/H of a value at either end of the scale: values that happen to be all alike prove no certainty.
 * @returns undefined where nothing was measured
 */
export function stratifiedMean(strata: readonly SampledValues[]): MeanInterval | undefined {
  const measured = strata.filter(({ values }) => values.length > 0);
  const covered = measured.reduce((sum, { of }) => sum + of, 0);
  if (covered === 0) return undefined;
  const all = strata.reduce((sum, { of }) => sum + of, 0);
  const imagined = 1 / measured.length;
  let [mean, variance, squares] = [0, 0, 0];
  for (const { of, values } of measured) {
    const count = values.length;
    const own = values.reduce((sum, value) => sum + value, 0) / count;
    const spread = values.reduce((sum, value) => sum + (value - own) ** 2, imagined * (own ** 2 + (1 - own) ** 2));
    const freedom = count - 1 + 2 * imagined;
    const share = of / covered;
    const part = (share ** 2 * Math.max(0, 1 - count / of) * (spread / freedom)) / count;
    mean += share * own;
    variance += part;
    squares += part ** 2 / freedom;
  }
  const freedom = squares > 0 ? Math.min(mostFreedom, Math.max(1, Math.floor(variance ** 2 / squares))) : mostFreedom;
  const reach = studentQuantile(tail, freedom) * Math.sqrt(variance);
  return { mean, low: Math.max(0, mean - reach), high: Math.min(1, mean + reach), covers: covered / all };
}
