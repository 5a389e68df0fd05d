import type { GoldenCase } from './golden-case.ts';
import type { JsonObject } from './json.ts';

/**
 * One case as both sides are asked it.
 * `family`: `base` cases were present at the base and decide; `added` ones form a family of their own.
 * `version`: which revision's wording and checks are used. `weight` is the base's where it had the case.
 */
export type ExamCase = {
  /** Unique within the exam: the case's id, with ` (as base had it)` where both versions are asked. */
  readonly key: string;
  readonly golden: GoldenCase;
  readonly family: 'base' | 'added';
  readonly version: 'head' | 'base';
  readonly weight: number;
  /** The variables as base has them, where it has the case: what the old prompt was asked. */
  readonly question?: JsonObject;
};

/** A case that the pull request changed, with what changed in words. */
export type CaseChange = { readonly id: string; readonly what: readonly string[] };

/** The golden cases of one changed prompt, after base and head were compared. */
export type Exam = {
  readonly cases: readonly ExamCase[];
  /**
   * Cases that head edited and that are not asked as base had them above, as base had them: not for the gate's tests, but to see
   * whether head passes by its own edits alone. Keys are those of head's version.
   */
  readonly edits?: readonly ExamCase[];
  /** Cases that came to the base branch, or were changed there, since the pull request's branch began. */
  readonly sinceBegun?: { readonly added: readonly string[]; readonly changed: readonly string[] };
  /** Cases without any check: listed, not asked. */
  readonly unchecked: readonly string[];
  readonly changed: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly edited: readonly CaseChange[];
    readonly weakened: readonly CaseChange[];
  };
};
