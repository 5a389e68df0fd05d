import type { AlertState } from '../../core/alerts/alert-state.ts';
import type { DriftTelling } from '../../core/alerts/no-longer-asked.ts';
import type { Watched } from '../../core/alerts/plan-alerts.ts';
import { watchedCanaries } from '../../core/alerts/watch-canaries.ts';
import { watchedDrifts } from '../../core/alerts/watch-drift-rows.ts';
import { watchedJudge } from '../../core/alerts/watch-judge-row.ts';
import type { DriftReport } from '../../core/drift/drift-report.ts';
import type { AlertTargetName } from '../../core/settings/alert-schema.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { type AlertPorts, raiseAlerts } from '../alerts/raise-alerts.ts';

/** A drift that somebody was told of in this run, or whose end. */
type DriftAlert = {
  readonly rule: 'drift' | 'canary' | 'judge';
  /** Of a drift. */
  readonly prompt?: string;
  readonly model: string;
  readonly state: 'alert' | 'recovered';
  readonly sent: readonly AlertTargetName[];
};

/**
 * Tells confirmed drifts, moved canaries, a judge that moved, and their end, to those that the config names.
 */
export async function alertOfDrifts(
  report: DriftReport,
  settings: Settings,
  ports: AlertPorts,
  telling: DriftTelling & { readonly signal: AbortSignal },
): Promise<readonly DriftAlert[]> {
  let watched: readonly Watched[] = [];
  const watch = (kept: AlertState): typeof watched => {
    watched = [
      ...watchedDrifts(report, kept, telling),
      ...watchedCanaries(report, kept, telling),
      ...watchedJudge(report, kept, telling),
    ];
    return watched;
  };
  const { told: raised } = await raiseAlerts(watch, settings, ports, telling.signal);
  return watched.flatMap(({ key, about: of }): readonly DriftAlert[] => {
    const one = raised.get(key);
    if (one === undefined) return [];
    if (of.kind === 'canary' || of.kind === 'judge') return [{ rule: of.kind, model: of.model, ...one }];
    if (of.kind !== 'drift') return [];
    return [{ rule: 'drift', prompt: of.prompt, model: of.model, ...one }];
  });
}
