import type { DesignCell } from '../design/design-review.ts';
import { scoredByOf } from '../fingerprint.ts';
import { hash } from '../hash.ts';
import type { Settings } from '../settings/settings.ts';

/** What tells whether a saved reply still answers what would be asked, and whether its score would still be the same. */
export type ReplayMarks = {
  /** Of both sides' requests, and of what is said before or after them in a conversation. */
  readonly asked: string;
  /** Of the checks, and of the models and programs that take part in scoring. */
  readonly scoredBy: string;
};

/** Digits of a hash: chance makes no two of a review's requests alike, and a report of 6,000 of them stays small. */
const digits = 16;

/** Of what head edited as base had it, of which the report tells the outcome alone. */
export function markEdits(edits: readonly DesignCell[], settings: JudgedWith): string {
  return hash(edits.map((cell) => [cell.row, replayMarksOf(cell, settings)])).slice(0, digits);
}

type JudgedWith = Pick<Settings, 'judge' | 'embeddings' | 'simulate' | 'scorers'>;

export function replayMarksOf(
  { comparison, exam }: Pick<DesignCell, 'comparison' | 'exam'>,
  { judge, embeddings, simulate, scorers }: JudgedWith,
): ReplayMarks {
  const { earlier = [] } = exam.golden;
  const judges = [judge ?? null, embeddings ?? null, simulate ?? null, [...scorers]];
  return {
    asked: hash([comparison, earlier]).slice(0, digits),
    scoredBy: hash([scoredByOf(exam), judges]).slice(0, digits),
  };
}
