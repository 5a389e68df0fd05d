/** Φ⁻¹(.95) + Φ⁻¹(.80): a test at 5 % that finds four in five. */
const c = 2.486;

/**
 * Smallest drop of the mean that is found four times in five (0–1, at most 1):
 * MDE80 = c²/2N + √((c²/2N)² + 2c²·v̄/N).
 * @param variance v̄, mean over cases of the variance of one reply (p(1 − p) for 0/1 scores)
 * @param replies N > 0, replies a side
 */
export function detectableDrop(variance: number, replies: number): number {
  const half = c ** 2 / (2 * replies);
  return Math.min(1, half + Math.sqrt(half ** 2 + (2 * c ** 2 * variance) / replies));
}

/** Replies a side after which `detectableDrop` is `drop` (> 0): the same formula solved for N. */
export function repliesToDetect(drop: number, variance: number): number {
  return (c ** 2 * (drop + 2 * variance)) / drop ** 2;
}
