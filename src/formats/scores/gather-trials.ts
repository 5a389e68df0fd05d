import type { ScoreCase, ScoreSubject, ScoreTrial } from './types.ts';

/** One trial with where it belongs, as files that list replies one by one hold it. */
export type ListedTrial = {
  readonly subject: string;
  readonly row: string;
  readonly case: string;
  /** Orders the trials of a case; where it is the same they stay in the file's order. */
  readonly order: number;
  readonly trial: ScoreTrial;
  readonly weight?: number;
  readonly segment?: string;
};

/** Brings listed trials together by subject, row and case, each in order of first mention. */
export function gatherTrials(listed: readonly ListedTrial[]): readonly ScoreSubject[] {
  return [...Map.groupBy(listed, ({ subject }) => subject)].map(([name, ofSubject]) => ({
    name,
    rows: [...Map.groupBy(ofSubject, ({ row }) => row)].map(([id, ofRow]) => ({
      id,
      cases: [...Map.groupBy(ofRow, (one) => one.case)].map(([of, ofCase]) => caseOf(of, ofCase)),
    })),
  }));
}

function caseOf(id: string, listed: readonly ListedTrial[]): ScoreCase {
  const segment = listed.find((one) => one.segment !== undefined)?.segment;
  return {
    id,
    weight: listed.find(({ weight }) => weight !== undefined)?.weight ?? 1,
    ...(segment === undefined ? {} : { segment }),
    trials: listed.toSorted((one, other) => one.order - other.order).map(({ trial }) => trial),
  };
}
