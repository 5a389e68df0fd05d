import type { Side } from '../side.ts';
import type { Blindness, Fall } from './comparison.ts';
import type { LatencyOf } from './settings.ts';

/** Passes among scored replies of one side; `passes` is null where no check has a pass mark. */
export type Count = { readonly passes: number | null; readonly of: number };

/** A one-sided test beside the threshold it was held to, and the look (round) at which it was. */
type Tested = { readonly round: number; readonly p: number; readonly alpha: number };

/** Where it holds: a row's id, or null for the test pooled over all rows. */
type Place = { readonly row: string | null };

/**
 * Why a row or a prompt has its verdict. Data only: reporters word it.
 * Every value is JSON-safe; shares and scores are 0–1, money dollars, time milliseconds.
 */
export type Reason =
  /** The suite test rejects and the mean fell by at least the tolerance. */
  | (Place & Tested & { readonly kind: 'suite'; readonly delta: number; readonly tolerance: number })
  /**
   * A case is confirmed worse by at least half; with `fall` in a graded check without a pass mark, or (`null`) in its whole score,
   * whose means are told. `blocks` is false under `cases: warn`.
   */
  | (Tested & {
      readonly kind: 'case';
      readonly row: string;
      readonly case: string;
      readonly family: 'base' | 'added';
      readonly delta: number;
      readonly old: Count;
      readonly new: Count;
      readonly fall?: Pick<Fall, 'check' | 'old' | 'new'>;
      readonly blocks: boolean;
    })
  /** A gated metric's test rejects and its mean fell by at least its tolerance. */
  | (Place &
      Tested & { readonly kind: 'metric'; readonly metric: string; readonly delta: number; readonly tolerance: number })
  /** The mean score of the new side is under the least allowed. */
  | { readonly kind: 'min-score'; readonly row: string; readonly score: number; readonly minimum: number }
  /** In a check, where nothing is compared: no reply of the case passes. */
  | { readonly kind: 'failing-case'; readonly row: string; readonly case: string; readonly new: Count }
  /**
   * Replies cost more than allowed, and beyond chance. Increase and limit are shares of the old cost; no increase is told where
   * that was nothing.
   */
  | (Tested & {
      readonly kind: 'cost';
      readonly row: string;
      readonly old: number;
      readonly new: number;
      readonly increase: number | null;
      readonly limit: number;
    })
  /** A reply of the new side costs more dollars, or has more output tokens, on average than the config allows at all. */
  | {
      readonly kind: 'cap';
      readonly row: string;
      readonly of: 'usd' | 'output-tokens';
      readonly value: number;
      readonly cap: number;
    }
  /** The latency rose beyond the limit, and beyond chance. `of`: what of it; absent: the median. */
  | (Tested & {
      readonly kind: 'latency';
      readonly row: string;
      readonly of?: Exclude<LatencyOf, 'p50'>;
      readonly old: number;
      readonly new: number;
      readonly increase: number;
      readonly limit: number;
    })
  /** More than a tenth of a side's replies is missing. */
  | {
      readonly kind: 'missing';
      readonly row: string;
      readonly side: Side;
      readonly missing: number;
      readonly of: number;
    }
  /** A side of a case has no scored reply at all. `setAside`: few such cases, which the others can do without. */
  | {
      readonly kind: 'unanswered-case';
      readonly row: string;
      readonly case: string;
      readonly side: Side;
      readonly setAside: boolean;
    }
  /** All replies of the new side, or of both, are empty. */
  | { readonly kind: 'empty-replies'; readonly row: string; readonly side: 'new' | 'both'; readonly of: number }
  /** No case passes on the old side (of an added prompt: on the new one), so that none of these `cases` could break. */
  | { readonly kind: 'nothing-passes'; readonly row: string; readonly side: Side; readonly cases: number }
  /**
   * Cases that head edited and passes, and that break where they are asked as base had them; `unasked` more were not asked
   * so, since something ended the asking. `allowed`: `exam-changes` allows every edit.
   */
  | {
      readonly kind: 'own-edits';
      readonly row: string;
      readonly cases: readonly { readonly case: string; readonly old: Count; readonly new: Count }[];
      readonly unasked: number;
      readonly allowed: boolean;
    }
  /**
   * The new prompt does not hear what the old one is asked in these cases, but a variable that the pull request brings; none is
   * named where lines of a snapshot ask something else.
   */
  | {
      readonly kind: 'other-question';
      readonly row: string;
      readonly cases: readonly string[];
      readonly dropped: readonly string[];
      readonly brought: readonly string[];
    }
  /** Conversations of these cases come to the end of their steps with the new prompt alone: it never answers in words. */
  | { readonly kind: 'out-of-steps'; readonly row: string; readonly cases: readonly string[] }
  /**
   * Calls of tools that no canned result of the case fits: they ended the conversation, and its checks read what was there. Each is
   * told once, the new prompt's first, with the `replies` that made it; `calls` are the first of so many (`of`).
   */
  | {
      readonly kind: 'no-result';
      readonly row: string;
      readonly calls: readonly {
        readonly case: string;
        readonly side: Side;
        readonly name: string;
        readonly arguments: string;
        readonly replies: number;
      }[];
      readonly of: number;
    }
  /**
   * The budget that the prompt shares with others of its `overrides` ended the asking before the gate had seen enough. `limit`: calls
   * or dollars; `paths`: the globs of that entry.
   */
  | {
      readonly kind: 'own-budget';
      readonly row: string;
      readonly of: 'calls' | 'usd';
      readonly limit: number;
      readonly paths: readonly string[];
    }
  /** A cost limit is set and a reply's price is unknown. */
  | { readonly kind: 'unknown-price'; readonly row: string; readonly side: Side }
  /** A limit on the time to the first token is set, and replies of a side do not tell it. */
  | { readonly kind: 'unknown-first-token'; readonly row: string; readonly side: Side }
  /** A reply costs more than the limit allows, and chance is not ruled out. Shares and sums as of `cost`. */
  | {
      readonly kind: 'leaning-cost';
      readonly row: string;
      readonly p: number;
      readonly old: number;
      readonly new: number;
      readonly increase: number | null;
      readonly limit: number;
    }
  /** The latency is over its limit, and chance is not ruled out. Shares and times as of `latency`. */
  | {
      readonly kind: 'leaning-latency';
      readonly row: string;
      readonly of?: Exclude<LatencyOf, 'p50'>;
      readonly p: number;
      readonly old: number;
      readonly new: number;
      readonly increase: number;
      readonly limit: number;
    }
  /** Worse without proof: p is at most `alpha` (1.6 times the gate's share) and the mean fell. */
  | (Place & {
      readonly kind: 'leaning';
      readonly p: number;
      readonly alpha: number;
      readonly delta: number;
      readonly tolerance: number;
    })
  /** A case is probably worse (p at most `alpha`), or surely worse by more than the tolerance and less than half. */
  | {
      readonly kind: 'leaning-case';
      readonly row: string;
      readonly case: string;
      readonly p: number;
      readonly alpha: number;
      readonly delta: number;
      readonly fall?: Pick<Fall, 'check' | 'old' | 'new'>;
      readonly confirmed: boolean;
    }
  /** A case is surely worse, by no more than the tolerance: decided, and accepted. A mere note. */
  | (Tested & {
      readonly kind: 'tolerated-case';
      readonly row: string;
      readonly case: string;
      readonly delta: number;
      readonly tolerance: number;
    })
  /** The design could not confirm even a case that breaks completely. */
  | ({ readonly kind: 'blind'; readonly row: string } & Blindness)
  /** `confirm` proved neither: the lower bound of the change is under minus the margin. */
  | { readonly kind: 'unproven'; readonly row: string; readonly low: number | null; readonly margin: number }
  /** With every missing new reply a failure and every missing old one a success, it would not pass. */
  | {
      readonly kind: 'missing-decides';
      readonly row: string;
      readonly missing: { readonly old: number; readonly new: number };
      /** Replies asked, both sides. */
      readonly of: number;
    }
  /** The new side leaves more replies unanswered or unscored, beyond chance. */
  | {
      readonly kind: 'answered';
      readonly row: string;
      readonly p: number;
      readonly alpha: number;
      readonly old: number;
      readonly new: number;
    }
  /**
   * The test rejected on old replies kept from another comparison. `refuted`: the same ones asked afresh did not reject
   * (the service changed, not the prompt); otherwise they were not asked afresh, and kept replies never close the gate.
   */
  | { readonly kind: 'kept-replies'; readonly row: string | null; readonly refuted: boolean };

export type ReasonKind = Reason['kind'];
