import { logChoose } from './choose.ts';

/**
 * One-sided exact sign test for "worse": the chance of at least `losses` among `wins + losses` pairs that are decided
 * by a fair coin. Ties say nothing and are left out (Dixon & Mood 1946, The statistical sign test). 1 without any
 * decided pair.
 */
export function signTest({ wins, losses }: { readonly wins: number; readonly losses: number }): number {
  const pairs = wins + losses;
  let p = 0;
  for (let k = losses; k <= pairs; k += 1) p += Math.exp(logChoose(pairs, k) - pairs * Math.LN2);
  return Math.min(1, p);
}
