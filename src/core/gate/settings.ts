/** Decrease of a metric's mean that is accepted, 0–1. */
export type MetricGate = { readonly tolerance: number };

/** The median time of a reply, the one that a twentieth exceed, or the median time to its first token. */
export type LatencyOf = 'p50' | 'p95' | 'first-token';

/** What one compared prompt is judged by. All shares are of 1. */
export type GateSettings = {
  /** Chance of blocking this prompt although nothing got worse: the review's `alpha` divided by its compared prompts. */
  readonly alpha: number;
  /** Decrease of the mean score that is accepted. */
  readonly tolerance: number;
  /** What `confirm` must rule out before it says `pass`. */
  readonly margin: number;
  /** What one confirmed case does. */
  readonly cases: 'block' | 'warn';
  /**
   * What replies that repeat byte for byte say of a case: the fact that it now always fails, or the one draw that they are.
   * Absent: the fact. Judged scores are always one draw.
   */
  readonly repeats?: 'fact' | 'chance';
  /** Least mean score of the new side. */
  readonly minScore?: number;
  /** Checks, by name, that gate beside the score. */
  readonly metrics: Readonly<Record<string, MetricGate>>;
  /** Kinds of graded checks whose judge was measured and is not to be relied on: what they say of single cases blocks nothing. */
  readonly doubted?: readonly string[];
  /** Most increase of the mean cost of a reply, as a share of the old one. */
  readonly costLimit?: number;
  /** Most dollars of a reply of the new side on average, whatever it was before. */
  readonly costCap?: number;
  /** Most output tokens of a reply of the new side on average. */
  readonly outputCap?: number;
  /** Most increase of the latency of a reply, as a share of the old one. */
  readonly latencyLimit?: number;
  /** What of the latency is limited; absent: the median. */
  readonly latencyOf?: LatencyOf;
  readonly sampling: 'adaptive' | 'confirm' | 'fixed';
  /** Most replies per case, model and side; under `fixed` exactly so many. At least 1. */
  readonly trials: number;
};
