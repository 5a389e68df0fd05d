import type { BothSides } from '../side.ts';
import type { TestMethod } from '../statistics/permutation-test.ts';
import type { ReplyCount } from './compare-rows.ts';

/** What would lift blindness: replies a side that a case needs before its breaking could be confirmed; null: no number of trials would. */
export type Blindness = { readonly trials: number; readonly trialsNeeded: number | null };

/** What a row's design would have seen, had it been there. */
export type WouldSee = {
  /** One case that goes from always right to always wrong would be confirmed. */
  readonly case: boolean;
  /** Smallest drop of the mean that is found four times in five (0–1); null without replies. */
  readonly drop: number | null;
  /** What halves `drop`: this many more cases, or this many more replies per case and side. */
  readonly halvedBy: { readonly moreCases: number; readonly moreTrials: number } | null;
  /** Cases that could fall, of those that are compared: what passes before. `case` and `drop` speak of them alone. */
  readonly couldFall?: { readonly cases: number; readonly of: number };
  /** Why `case` is false though a case could fall. */
  readonly blind?: Blindness;
};

/**
 * A mean on both sides over the uniform rounds, base's cases with base's weights.
 * `low` and `high` bound `delta`, each one-sided at the comparison's `level`; whether to show them is the
 * verdict's `showInterval`. `p` is one-sided for "worse", of the last look. null: nothing to compute it from.
 */
export type Estimate = {
  readonly old: number | null;
  readonly new: number | null;
  readonly delta: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
};

/** A test as it stood at the last look. `better` is the mirrored p-value, which never gates. */
export type TestResult = {
  readonly p: number;
  readonly better: number;
  readonly method: TestMethod;
  /** What `p` was held to; 0 where nothing was left for it. */
  readonly alpha: number;
};

/** A test that rejected at a look with the mean down by at least the tolerance. */
export type Rejection = { readonly round: number; readonly p: number; readonly alpha: number; readonly delta: number };

/** One look at the data: cumulative alpha allowed, cumulative exact size spent, and the suite's p. */
export type Look = { readonly round: number; readonly alpha: number; readonly spent: number; readonly p: number };

/** A mean with its test. `gated`: it takes part in the gate; otherwise it advises. */
export type MetricComparison = Estimate & {
  readonly gated: boolean;
  readonly test: TestResult | null;
  readonly rejection: Rejection | null;
};

/** One side of a case: scores of its scored replies in order of asking, passes among them, and how many are missing. */
export type Tally = {
  readonly scores: readonly number[];
  /** null where no check has a pass mark. */
  readonly passes: number | null;
  readonly of: number;
  readonly missing: number;
};

/**
 * A graded check without a pass mark that fell by half its scale or more, or (`check` null) so the whole score, in which no single
 * check did. Means of both sides, 0–1.
 */
export type Fall = {
  readonly check: string | null;
  readonly old: number;
  readonly new: number;
  readonly delta: number;
  /** null where no test read it: its judge is not to be relied on, or its replies repeat. */
  readonly p: number | null;
  readonly confirmed: Rejection | null;
};

/**
 * `regressed`: confirmed worse by at least half, itself or in a graded check. `improved`: the mirrored test confirms it better. `fell`: down by half or more, not
 * proven by itself. `failing`: it always fails, on both sides. `flaky`: it holds steadily on neither side. `unscored`: a side has no scored reply.
 */
export type CaseState = 'regressed' | 'fell' | 'improved' | 'flaky' | 'failing' | 'same' | 'unscored';

export type CaseComparison = {
  readonly case: string;
  readonly family: 'base' | 'added';
  readonly weight: number;
  readonly identical: boolean;
  /** It left something to lose: an old reply passes (of an added prompt: a new one), or scores above zero where passes do not tell. */
  readonly canFall: boolean;
  readonly old: Tally;
  readonly new: Tally;
  /** New minus old pass rate (mean score where passes do not tell), all rounds pooled; null where a side is empty. */
  readonly delta: number | null;
  readonly p: number | null;
  readonly better: number | null;
  readonly method: TestMethod | null;
  /** Where the case was confirmed worse beyond chance, whatever the size of the drop. */
  readonly confirmed: Rejection | null;
  /** What its passes do not tell, proven first, then the deepest. */
  readonly falls: readonly Fall[];
  readonly state: CaseState;
  /** Replies a side in the tallies, the change and the state that were asked once the verdict stood; no test saw them. */
  readonly diagnosed?: number;
};

/** Mean dollars of a reply on both sides, and the increase as a share of the old; null where a price is unknown. */
export type MeanCost = { readonly old: number | null; readonly new: number | null; readonly increase: number | null };

/** The test of a limit, null where none is set, and the look at which it was broken beyond chance. */
type LimitTest = { readonly test: TestResult | null; readonly rejection: Rejection | null };

/** One row: a prompt on a model. */
export type RowComparison = {
  readonly row: string;
  readonly score: Estimate;
  /** null where the rows share one test or nothing was compared. */
  readonly test: TestResult | null;
  /** The row's own suite test rejected, with the mean down. */
  readonly rejection: Rejection | null;
  readonly looks: readonly Look[];
  /** Uniform rounds, weighted; null where no check has a pass mark. */
  readonly passRate: { readonly old: number | null; readonly new: number | null };
  readonly metrics: Readonly<Record<string, MetricComparison>>;
  /** Share of replies answered and scored; null while none is missing. */
  readonly answered: (BothSides<number> & { readonly p: number }) | null;
  /** Missing and asked replies a side, all rounds. */
  readonly missing: BothSides<{ readonly missing: number; readonly of: number }>;
  /** Replies that came, all rounds, and those of them that are empty or cut. */
  readonly replies: BothSides<ReplyCount>;
  /** Mean dollars a reply over the uniform rounds; null where a price is unknown. */
  readonly cost: MeanCost & LimitTest;
  /** Mean output tokens of a reply of the new side over the uniform rounds; null where a service did not count them. */
  readonly outputTokens: number | null;
  /** Milliseconds a reply over the uniform rounds: what of the latency the gate limits, or the median; null where it is not told. */
  readonly latency: {
    readonly old: number | null;
    readonly new: number | null;
    readonly increase: number | null;
  } & LimitTest;
  readonly wouldSee: WouldSee;
  /** Cases that were asked more than once, where all of them repeat themselves byte for byte; else 0. */
  readonly repeats: number;
  /** Near copies that got the same replies, each group of which counts as one case. */
  readonly copies: readonly (readonly string[])[];
  /** Base's cases of which enough kept replies tell whether they are steady, those that are, all of them, and the replies; null where none is known. */
  readonly history: {
    readonly cases: number;
    readonly steady: number;
    readonly of: number;
    readonly replies: number;
  } | null;
  /** With missing replies at their worst the row would not pass. */
  readonly worstCaseFails: boolean;
  /** Cells of the row in order of their keys. */
  readonly cases: readonly CaseComparison[];
};

/** A prompt compared on all its rows. JSON-safe; everything the verdict and the reporters read. */
export type Comparison = {
  readonly kind: 'both' | 'new-only';
  readonly rows: readonly RowComparison[];
  /** The test over all rows together; null for a single row. */
  readonly pooled: {
    readonly p: number;
    readonly delta: number | null;
    readonly test: TestResult;
    readonly rejection: Rejection | null;
    readonly metrics: Readonly<Record<string, Rejection>>;
  } | null;
  /** p from which a case is told as probably worse (`leaningThreshold`). */
  readonly leaning: number;
  /** Rounds that were asked whole. */
  readonly rounds: number;
  /** The sampling came to its own end, rather than to that of a budget. */
  readonly finished: boolean;
  /** Confidence of `low` and `high`, each alone: 1 − alpha; together they hold with `2·level − 1`, 90 % at alpha .05. */
  readonly level: number;
  /** Rejecting strata whose old replies were kept from another comparison: to be asked afresh before a block. */
  readonly needsFresh: readonly FreshRequest[];
};

/** Old replies of one batch to ask afresh. */
export type FreshRequest = {
  readonly row: string;
  readonly case: string;
  readonly round: number;
  /** Tells the two batches of a round apart. */
  readonly uniform: boolean;
  readonly trials: number;
};
