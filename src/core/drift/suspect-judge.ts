import type { DriftLine } from './drift-line.ts';
import type { RowState } from './follow-row.ts';
import { fewestRuns } from './read-layers.ts';

/**
 * What fresh grades of the judge's own texts are to look at: where its grades moved, or where judged checks of prompts fell, which
 * a judge that moved would do as well.
 * @param judge where the judge stands @param rows prompts whose judged checks are suspected
 */
export function suspectJudge({ suspected, runs, drift }: RowState, rows: readonly RowState[]): RowState['suspected'] {
  if (suspected.length > 0) return suspected;
  if (rows.length === 0 || drift?.found.some(({ layer }) => layer === 'cases') === true) return [];
  const times = rows.flatMap((row) => row.suspected.map(({ since }) => row.runs[since.at]?.at ?? ''));
  const [first = ''] = times.toSorted();
  const at = runs.findIndex((run) => run.at >= first);
  if (at < fewestRuns.grade) return [];
  const since = { at, from: at, to: at };
  return [{ channel: 'grade', towards: -1, isSuite: true, cases: [], asked: 'withPrompts', since }];
}

/** The judge grades lower today, though no more than on other days: what falls by its word is to be looked at on another. */
export function hasBadDay(told: readonly DriftLine[]): boolean {
  return told.some(
    (line) => line.kind === 'confirmation' && line.layer === 'grade/lower' && !line.confirmed && line.p <= badDay,
  );
}

const badDay = 0.05;
