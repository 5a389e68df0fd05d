import type { ReportCase, ReportRow } from '../core/report/report.ts';

/** What the cases of some rows of a check came to. A case is counted once a row. */
export type CheckedCounts = {
  /** Cases that have a pass mark, and how many of them pass with every reply. */
  readonly marked: number;
  readonly passing: number;
  /** Cases of which only the score is known. */
  readonly unmarked: number;
  /** Ids, each once: of the cases that no reply passes, and of those that some do. */
  readonly failing: readonly string[];
  readonly flaky: readonly string[];
  /** Mean score over the rows; null where none has one. */
  readonly score: number | null;
};

export function countChecked(rows: readonly Pick<ReportRow, 'cases' | 'score'>[]): CheckedCounts {
  const cases = rows.flatMap((row) => row.cases);
  const unmarked = cases.filter((one) => one.new.of > 0 && one.new.passes === null).length;
  const scores = rows.flatMap(({ score }) => score.new ?? []);
  const ids = (state: ReportCase['state']) => [
    ...new Set(cases.filter((one) => one.state === state).map(({ id }) => id)),
  ];
  return {
    marked: cases.length - unmarked,
    passing: cases.filter(passes).length,
    unmarked,
    failing: ids('failing'),
    flaky: ids('flaky'),
    score: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
  };
}

/** Whether every reply of a case passes. */
export function passes({ new: now }: Pick<ReportCase, 'new'>): boolean {
  return now.of > 0 && now.passes === now.of;
}
