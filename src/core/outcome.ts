/** What a reply that came lacks, whatever its checks make of it: all text (and tool calls), or its end. */
export type Shortfall = { readonly empty?: true; readonly cut?: 'limit' | 'filter' };

/** What a graded check without a pass mark made of a reply. `value` 0–1; `judged`: a model's answer is in it. */
export type Grade = {
  readonly check: string;
  readonly kind: string;
  readonly value: number;
  readonly judged?: true;
};

/**
 * What the gate sees of one scored reply: numbers only.
 * `score` in 0–1; `passes` absent where no check has a pass mark; `marks` the results of its 0/1 checks in
 * a fixed order; `metrics` each named check's value in 0–1.
 */
export type Outcome = Shortfall & {
  readonly score: number;
  readonly passes?: boolean;
  /** Its graded checks without a pass mark, whose fall no pass tells. */
  readonly graded?: readonly Grade[];
  readonly marks: readonly boolean[];
  readonly metrics: Readonly<Record<string, number>>;
  /** What checks made of single fields, by check and field: told, and no part of the gate but where it names one. */
  readonly fields?: Readonly<Record<string, number>>;
  /** Equal where two replies are byte for byte the same. */
  readonly said?: string;
  /** A model judged it, and may judge the same text alike each time. */
  readonly judged?: true;
  /** Of a judged one: what its other checks say, where any has a pass mark. */
  readonly exact?: boolean;
  readonly costUsd?: number;
  readonly outputTokens?: number;
  readonly latencyMs?: number;
  /** Absent where it was not streamed. */
  readonly firstTokenMs?: number;
};

/** No outcome: the reply was lost after retries, could not be scored, or there is no such side (an added prompt's old one). */
export type Missing = Shortfall & { readonly missing: 'failed' | 'unscored' | 'absent' };

/** The same trial of one case and model on both sides, asked next to each other in time. */
export type Pair = { readonly old: Outcome | Missing; readonly new: Outcome | Missing };

/** One asking batch of a cell: a stratum of the permutation tests. `uniform`: the round asked every case. */
export type Batch = {
  readonly round: number;
  readonly uniform: boolean;
  readonly pairs: readonly Pair[];
  /** The old side's replies were kept from another comparison (STATISTICS §4, "Kept replies"). */
  readonly oldKept: boolean;
};

/** What kept replies tell of a case: how many there are, and the variance of one reply's score (0–0.25), a little too large rather than too small. */
export type CellHistory = { readonly replies: number; readonly variance: number };

/** One case of one row (prompt on a model). */
export type Cell = {
  /** Row id. */
  readonly row: string;
  /** Key of the exam case. */
  readonly case: string;
  readonly weight: number;
  readonly family: 'base' | 'added';
  /** Both sides render to the same request: asked once, no test. Its batches hold the same outcome on both sides. */
  readonly identical: boolean;
  /** Shared by the cases of its row that ask nearly the same. */
  readonly near?: string;
  /** There is no old side (an added prompt): old outcomes are missing as `absent`, and only `min-score` gates. */
  readonly newOnly?: boolean;
  /** What its replies in other comparisons tell of how steady it is, whichever side they were of; absent where none are kept. */
  readonly history?: CellHistory;
  readonly batches: readonly Batch[];
};
