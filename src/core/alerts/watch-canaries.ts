import type { CanaryRow, DriftReport } from '../drift/drift-report.ts';
import type { AlertTargetName } from '../settings/alert-schema.ts';
import type { MovedCanary } from './alert.ts';
import type { AlertEntry, AlertState } from './alert-state.ts';
import type { Watched } from './plan-alerts.ts';

/**
 * What a drift run's canaries found, as alerts take it: one that moved is wrong, and it is over where the model is what it was. Of one that
 * could not tell, or has no reference yet, nothing is known.
 * @param about as for drifts: targets that are told in another way, and whether nothing narrowed the run down
 */
export function watchedCanaries(
  report: DriftReport,
  kept: AlertState,
  { except, isWhole }: { readonly except: readonly AlertTargetName[]; readonly isWhole: boolean },
): readonly Watched[] {
  // Fresh replies confirmed it within the run; that a service names another model needs none.
  const base = { forRuns: 1, except } as const;
  const rows = (report.canaries ?? []).map((row): Watched => {
    const key = JSON.stringify(['canary', row.model]);
    const known = kept.entries.find((entry) => entry.key === key);
    if (row.verdict === 'drifted') return { ...base, key, is: 'wrong', about: aboutCanary(row, report) };
    const ended = endOf(row, known);
    const about = known?.about ?? aboutCanary(row, report);
    return ended === undefined ? { ...base, key, is: 'unknown', about } : { ...base, key, is: 'fine', ended, about };
  });
  // A run that asked no canary says nothing of any.
  const seesAll = isWhole && report.problems.length === 0 && rows.length > 0;
  const gone = kept.entries.filter(
    ({ key, about }) => seesAll && about.kind === 'canary' && rows.every((one) => one.key !== key),
  );
  return [
    ...rows,
    ...gone.map(({ key, about }) => ({ ...base, key, is: 'fine' as const, ended: 'no-longer-asked' as const, about })),
  ];
}

/** How the alert of a canary ended; undefined where that is not known. A reference that is younger than what was told says nothing of it. */
function endOf({ verdict, ended, history = [] }: CanaryRow, known: AlertEntry | undefined): Watched['ended'] {
  if (verdict === 'invalid') return undefined;
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
