/**
 * Milliseconds to wait before attempt `attempt` + 1: any span up to an exponentially growing one, so that calls that
 * failed together do not come back together ("full jitter": AWS Architecture Blog, Exponential Backoff And Jitter, 2015).
 * @param attempt failed attempts so far, 1 or more. `random` gives [0, 1).
 */
export function drawBackoff(attempt: number, firstMs: number, longestMs: number, random: () => number): number {
  return random() * Math.min(longestMs, firstMs * 2 ** (attempt - 1));
}
