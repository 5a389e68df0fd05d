import type { z } from 'zod';
import { suggestNearest } from '../suggest-nearest.ts';
import { alertMetrics, isKnownMetric } from './alert-metrics.ts';
import { type AlertRule, limitForms } from './alert-rule-schema.ts';

type Ruled = {
  readonly alerts: { readonly rules: readonly AlertRule[] };
  readonly monitor: { readonly quality?: { readonly metrics: readonly string[] } | undefined };
};

/**
 * Whether each rule of `alerts` watches what there is: a metric of production, or a judged check that `monitor.quality.metrics` names. Only
 * beside these is it known that a limit is to be a grade.
 */
export function checkRuleMetrics(config: Ruled, context: Pick<z.core.$RefinementCtx<Ruled>, 'addIssue'>): void {
  const judged = config.monitor.quality?.metrics ?? [];
  config.alerts.rules.forEach(({ metric, way, unread }, at) => {
    if (isKnownMetric(metric)) return;
    const path = ['alerts', 'rules', at];
    if (!judged.includes(metric)) {
      const params = { absent: 'metric', fix: metricsMeant(metric, [...alertMetrics, ...judged]) };
      context.addIssue({ code: 'custom', path: [...path, 'metric'], input: metric, params });
    } else if (unread !== undefined) {
      const message = `must be ${limitForms.score}`;
      context.addIssue({ code: 'custom', path: [...path, way], input: unread, message });
    }
  });
}

/** Of `latency` it may be the median or the 95th percentile that is meant. */
function metricsMeant(metric: string, known: readonly string[]): string {
  const longer = known.filter((name) => name.startsWith(`${metric.toLowerCase()}-`));
  const nearest = longer.length > 0 ? [] : [suggestNearest(metric, known) ?? []].flat();
  const meant = [...longer, ...nearest].map((name) => `\`${name}\``);
  if (meant.length > 0) return `Did you mean ${meant.join(' or ')}?`;
  const all = alertMetrics.map((name) => `\`${name}\``).join(', ');
  return `Known here: ${all}, and judged checks that \`monitor.quality.metrics\` names.`;
}
