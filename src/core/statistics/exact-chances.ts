/** Probabilities of `low`, `low + 1`, …; they sum to 1. */
export type Masses = { readonly low: number; readonly masses: Float64Array };

const known = new Map<number, Masses>();

/**
 * How many of `marked` items fall on the new side when `size` of 2·`size` items are drawn as the new ones:
 * P(x) = C(size, x)·C(size, marked − x) / C(2·size, marked). 0 ≤ marked ≤ 2·size. Small ones are remembered.
 */
export function hypergeometric(marked: number, size: number): Masses {
  const key = size < 64 ? size * 128 + marked : -1;
  const found = known.get(key);
  if (found !== undefined) return found;
  const low = Math.max(0, marked - size);
  const high = Math.min(size, marked);
  const all = logChoose(2 * size, marked);
  const masses = Float64Array.from({ length: high - low + 1 }, (_, i) =>
    Math.exp(logChoose(size, low + i) + logChoose(size, marked - low - i) - all),
  );
  const result = { low, masses };
  if (key >= 0) known.set(key, result);
  return result;
}

const logFactorials = [0];

function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i++) logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i));
  return logFactorials[n] ?? 0;
}

/** Natural logarithm of n over k; −∞ outside 0 ≤ k ≤ n. Relative error below 1e-13 for n ≤ 10⁵. */
export function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** n over k; exact while below 2⁵³, Infinity beyond 10³⁰⁸. */
export function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  let ways = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) ways = (ways * (n - i + 1)) / i;
  return ways;
}

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
