import type { CanaryRow, DriftReport } from '../drift/drift-report.ts';
import type { MovedCanary } from './alert.ts';
import type { AlertEntry, AlertState } from './alert-state.ts';
import { type DriftTelling, noLongerAsked } from './no-longer-asked.ts';
import type { Watched } from './plan-alerts.ts';

/**
 * What a drift run's canaries found, as alerts take it: one that moved is wrong, and it is over where the model is what it was. Of one that
 * could not tell, or has no reference yet, nothing is known.
 */
export function watchedCanaries(report: DriftReport, kept: AlertState, telling: DriftTelling): readonly Watched[] {
  // Fresh replies confirmed it within the run; that a service names another model needs none.
  const base = { forRuns: 1, except: telling.except } as const;
  const rows = (report.canaries ?? []).map((row): Watched => {
    const key = JSON.stringify(['canary', row.model]);
    const known = kept.entries.find((entry) => entry.key === key);
    if (row.verdict === 'drifted') return { ...base, key, is: 'wrong', about: aboutCanary(row, report) };
    const ended = endOf(row, known);
    const about = known?.about ?? aboutCanary(row, report);
    return ended === undefined ? { ...base, key, is: 'unknown', about } : { ...base, key, is: 'fine', ended, about };
  });
  return [...rows, ...noLongerAsked('canary', rows, kept, telling)];
}

/** How the alert of a canary ended; undefined where that is not known. A reference that is younger than what was told says nothing of it. */
function endOf({ verdict, ended, why, history = [] }: CanaryRow, known: AlertEntry | undefined): Watched['ended'] {
  if (verdict === 'invalid') return undefined;
  // No canary can watch this model any more.
  if (verdict === 'baseline' && why !== undefined) return 'no-longer-asked';
  if (ended === true) return 'over';
  if (verdict !== 'steady') return undefined;
  const [first] = history;
  const isYounger = known?.about.kind === 'canary' && first !== undefined && first.at > known.about.began;
  return isYounger ? 'began-anew' : 'over';
}

function aboutCanary({ model, since, told, served, servedBefore }: CanaryRow, report: DriftReport): MovedCanary {
  return {
    kind: 'canary',
    model,
    began: since?.at ?? report.startedAt,
    told: told ?? 'replies',
    served,
    servedBefore: servedBefore ?? served,
  };
}
