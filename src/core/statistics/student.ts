/**
 * Student's t. P(T > t) for t ≥ 0: the finite series for whole degrees of freedom (Abramowitz and Stegun 26.7.3 and 26.7.4), exact up to
 * rounding.
 * @param freedom whole, from 1
 */
export function studentTail(t: number, freedom: number): number {
  if (t === Number.POSITIVE_INFINITY) return 0;
  const cos2 = freedom / (freedom + t * t);
  const sin = t / Math.sqrt(freedom + t * t);
  const isOdd = freedom % 2 === 1;
  let [term, sum] = isOdd ? [Math.sqrt(cos2), freedom === 1 ? 0 : Math.sqrt(cos2)] : [1, 1];
  for (let at = isOdd ? 3 : 2; at <= freedom - 2; at += 2) {
    term *= (cos2 * (at - 1)) / at;
    sum += term;
  }
  const within = isOdd ? (2 / Math.PI) * (Math.atan(t / Math.sqrt(freedom)) + sin * sum) : sin * sum;
  return Math.max(0, (1 - within) / 2);
}

/** The t ≥ 0 that is exceeded with chance `tail`, at most one half, by halving: within 1e-9 of it. */
export function studentQuantile(tail: number, freedom: number): number {
  let [low, high] = [0, 1];
  while (studentTail(high, freedom) > tail && high < 1e9) high *= 2;
  for (let step = 0; step < 100 && high - low > 1e-9 * high; step++) {
    const middle = (low + high) / 2;
    if (studentTail(middle, freedom) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
