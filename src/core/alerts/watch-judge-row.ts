import type { DriftEnd, DriftReport, JudgeRow } from '../drift/drift-report.ts';
import { standingOf } from '../drift/row-of-state.ts';
import type { MovedJudge } from './alert.ts';
import type { AlertState } from './alert-state.ts';
import { type DriftTelling, noLongerAsked } from './no-longer-asked.ts';
import type { Watched } from './plan-alerts.ts';

/**
 * What a drift run found of the judge, as alerts take it: one that moved is wrong, and it is fine where that ended, however it came. A
 * judge that another one took the place of is no longer asked.
 */
export function watchedJudge(report: DriftReport, kept: AlertState, telling: DriftTelling): readonly Watched[] {
  // Fresh grades confirmed it within the run; that a service names another model needs none.
  const base = { forRuns: 1, except: telling.except } as const;
  const rows = (report.judge === undefined ? [] : [report.judge]).map((row): Watched => {
    const key = JSON.stringify(['judge', row.model]);
    const known = kept.entries.find((entry) => entry.key === key)?.about;
    const standing = standingOfJudge(row, telling);
    if (standing === 'drifted') return { ...base, key, is: 'wrong', about: aboutJudge(row, report, known) };
    const about = known ?? aboutJudge(row, report, known);
    return standing === 'unknown'
      ? { ...base, key, is: 'unknown', about }
      : { ...base, key, is: 'fine', ended: standing, about };
  });
  return [...rows, ...noLongerAsked('judge', rows, kept, telling)];
}

/** Where the judge stands for those who were told that it moved. Without a text to grade, nothing watches it. */
export function standingOfJudge(
  row: JudgeRow,
  { isWhole }: Pick<DriftTelling, 'isWhole'>,
): 'drifted' | 'unknown' | DriftEnd {
  const isUnwatched = row.verdict === 'baseline' && row.why !== undefined;
  return isUnwatched && isWhole ? 'no-longer-asked' : standingOf(row);
}

function aboutJudge(
  { model, since, told = 'grades', towards, grade, served, servedBefore }: JudgeRow,
  { startedAt }: DriftReport,
  known: AlertState['entries'][number]['about'] | undefined,
): MovedJudge {
  const began = since?.at ?? startedAt;
  // Its grades differ a little each day, which is no news: what was told stays.
  if (known?.kind === 'judge' && known.began === began && known.told === told && known.towards === towards)
    return known;
  const { usual = null, now = null } = grade ?? {};
  return {
    kind: 'judge',
    model,
    began,
    told,
    ...(towards === undefined ? {} : { towards }),
    ...(usual === null || now === null ? {} : { grade: { usual, now } }),
    served,
    servedBefore: servedBefore ?? served,
  };
}
