/** What asking keeps to. Times are milliseconds. */
export type AskingLimits = {
  /** Most calls under way at once, per provider. */
  readonly concurrency: number;
  /** Most calls of the run that may have been charged for. */
  readonly maxCalls: number;
  /** Most dollars of the run; holds for models whose price is known. */
  readonly maxCostUsd: number;
  /** From the start of the run: after it no new call starts. */
  readonly timeoutMs: number;
  /** How much of that was gone when asking began. */
  readonly goneMs: number;
  /** Longest one attempt may take; a reasoning model may think for minutes. */
  readonly attemptTimeoutMs: number;
  /** Most attempts of one call that meet a fault. */
  readonly attempts: number;
  /** Most attempts of one call that the service refuses for its rate: it is asked to wait, nothing is wrong with it. */
  readonly limitedAttempts: number;
  /** How long a service may refuse every call for its rate, and answer none, before it is given up. */
  readonly silentMs: number;
  /** First span of the exponential backoff, and its longest. */
  readonly backoffMs: number;
  readonly longestBackoffMs: number;
  /** How long calls under way may still come back once the run is cancelled. */
  readonly cancelGraceMs: number;
};

/** Limits that no setting names. Eight attempts lose one call in 65,000 where a quarter of all attempts fail. */
export const usualLimits = {
  goneMs: 0,
  attemptTimeoutMs: 180_000,
  attempts: 8,
  limitedAttempts: 20,
  // Two windows of the usual minute.
  silentMs: 120_000,
  backoffMs: 500,
  longestBackoffMs: 30_000,
  cancelGraceMs: 2_000,
} as const satisfies Partial<AskingLimits>;
