import type { Report } from '../../core/report/report.ts';
import type { Settings } from '../../core/settings/settings.ts';

/** Calls and dollars at most. */
export type RunLimits = Pick<Settings, 'maxCalls' | 'maxCostUsd'>;
type Spent = Pick<Report, 'calls' | 'costUsd'>;

/**
 * What one of a run's configs may take: its own budget, within what those before it left of the run's. Both at least 0.
 * @param run the budget of the root's config, or of the inputs
 */
export function leftOfRun(run: RunLimits, own: RunLimits, before: readonly Spent[]): RunLimits {
  const calls = before.reduce((sum, spent) => sum + spent.calls.made, 0);
  const usd = before.reduce((sum, spent) => sum + (spent.costUsd.actual ?? 0), 0);
  return {
    maxCalls: Math.min(own.maxCalls, Math.max(0, run.maxCalls - calls)),
    maxCostUsd: Math.min(own.maxCostUsd, Math.max(0, run.maxCostUsd - usd)),
  };
}

/** Says of a config that it has less than its own budget, and why; nothing where it has all of it. */
export function wordLeftOfRun(run: RunLimits, own: RunLimits, left: RunLimits, config: string): readonly string[] {
  if (left.maxCalls >= own.maxCalls && left.maxCostUsd >= own.maxCostUsd) return [];
  const show = ({ maxCalls, maxCostUsd }: RunLimits): string =>
    `${maxCalls.toLocaleString('en')} calls and $${maxCostUsd.toFixed(2)}`;
  return [
    `For \`${config}\` ${show(left)} were left: the whole run may take ${show(run)}, by \`max-calls\` and \`max-cost\` or the root's \`budget\`.`,
  ];
}

/** A report that names the limit of the run where that is what stopped it, and not what was left of it. */
export function namingRunLimit(report: Report, run: RunLimits, own: RunLimits, left: RunLimits): Report {
  const { stoppedBy } = report;
  if (stoppedBy?.limit === 'max-calls' && left.maxCalls < own.maxCalls)
    return { ...report, stoppedBy: { ...stoppedBy, value: run.maxCalls } };
  if (stoppedBy?.limit === 'max-cost' && left.maxCostUsd < own.maxCostUsd)
    return { ...report, stoppedBy: { ...stoppedBy, value: run.maxCostUsd } };
  return report;
}
