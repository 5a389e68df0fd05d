import { type AlertState, noAlerts } from '../../core/alerts/alert-state.ts';
import { judgeRules, type RuleDays } from '../../core/alerts/judge-rules.ts';
import { leftRules } from '../../core/alerts/left-rules.ts';
import { openAlerts, resultsOfRules } from '../../core/alerts/results-of-rules.ts';
import type { RuleResult } from '../../core/monitor/rule-result.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { type AlertPorts, raiseAlerts } from '../alerts/raise-alerts.ts';

export type AlertSending = AlertPorts & { readonly signal: AbortSignal };

/**
 * What became of the rules. `open`: how many alerts of them are open after this run, whether or not somebody could be told; undefined where
 * that is not known, since what earlier runs told could not be read.
 */
export type RulesTold = { readonly results: readonly RuleResult[]; readonly open: number | undefined };

/**
 * Judges the rules of the config by production's days, and tells what is newly broken and what is over. An alert of a rule that was taken
 * out ends, too, so that this is asked also where no rule is left.
 */
export async function alertOfRules(days: RuleDays, settings: Settings, sending?: AlertSending): Promise<RulesTold> {
  const { alertRules } = settings;
  const judge = (kept: AlertState | undefined) => {
    const known = kept ?? noAlerts;
    const { judged, unknown } = judgeRules(alertRules, days, known);
    return { judged: [...judged, ...leftRules(alertRules, days, known, judged)], unknown, kept };
  };
  let found = judge(undefined);
  const watch = (kept: AlertState): typeof found.judged => {
    found = judge(kept);
    return found.judged;
  };
  const { told, isUnread } =
    sending === undefined
      ? { told: new Map(), isUnread: false }
      : await raiseAlerts(watch, settings, sending, sending.signal);
  const results = resultsOfRules(found.judged, found.unknown, told);
  return { results, open: isUnread ? undefined : openAlerts(found.judged, found.kept) };
}
