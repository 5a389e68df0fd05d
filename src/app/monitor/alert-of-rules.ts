import { noAlerts } from '../../core/alerts/alert-state.ts';
import { judgeRules, type RuleDays } from '../../core/alerts/judge-rules.ts';
import { resultsOfRules } from '../../core/alerts/results-of-rules.ts';
import type { RuleResult } from '../../core/monitor/rule-result.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { type AlertPorts, raiseAlerts } from '../alerts/raise-alerts.ts';

export type AlertSending = AlertPorts & { readonly signal: AbortSignal };

/** Judges the rules of the config by production's days, and tells what is newly broken and what is over. */
export async function alertOfRules(
  days: RuleDays,
  settings: Settings,
  sending?: AlertSending,
): Promise<readonly RuleResult[]> {
  const { alertRules } = settings;
  if (alertRules.length === 0) return [];
  let found = judgeRules(alertRules, days, noAlerts);
  const watch = (kept: typeof noAlerts): typeof found.judged => {
    found = judgeRules(alertRules, days, kept);
    return found.judged;
  };
  const raised = sending === undefined ? new Map() : await raiseAlerts(watch, settings, sending, sending.signal);
  return resultsOfRules(found.judged, found.unknown, raised);
}
