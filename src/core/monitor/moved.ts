import {
  type ComparedMetric,
  type ComparedScope,
  comparedQuantities,
  comparedShares,
  type MonitorChange,
} from './monitor-comparison.ts';
import type { MonitorReport } from './monitor-report.ts';

/** A metric of a scope that moved in the last days. */
export type Moved = {
  readonly scope: ComparedScope;
  readonly metric: ComparedMetric;
  readonly change: MonitorChange;
};

const metrics: readonly ComparedMetric[] = [
  'usdPerCall',
  ...comparedShares,
  'p95',
  'p50',
  ...comparedQuantities.filter((metric) => !['usdPerCall', 'p50', 'p95'].includes(metric)),
];

const causes: ReadonlySet<ComparedMetric> = new Set<ComparedMetric>(['tokensIn', 'tokensOut', 'replyCharacters']);

/** All that moved beyond chance: costs first, then what failed; of a scope that holds just the calls of a wider one, the wider. */
export function movedOf({ comparison }: Pick<MonitorReport, 'comparison'>): readonly Moved[] {
  const scopes = comparison?.scopes ?? [];
  const told = scopes.filter(
    (scope) =>
      !scopes.some((wider) => wider.by.length < scope.by.length && isWithin(scope, wider) && isAlike(scope, wider)),
  );
  return metrics.flatMap((metric) =>
    told.flatMap((scope) => {
      const change = scope.changes[metric];
      // The cause of a cost's change says how much longer prompts and replies are.
      const isSaid = causes.has(metric) && scope.cause?.factors !== undefined;
      return change.moved === null || isSaid ? [] : [{ scope, metric, change }];
    }),
  );
}

function isWithin(scope: ComparedScope, wider: ComparedScope): boolean {
  return wider.by.every((by) => scope[by] === wider[by] && scope.others.includes(by) === wider.others.includes(by));
}

function isAlike({ calls }: ComparedScope, wider: ComparedScope): boolean {
  return calls.before === wider.calls.before && calls.now === wider.calls.now;
}

/** What nobody wants more of. Longer replies and more calls may be what was meant. */
const worseWhereMore: ReadonlySet<ComparedMetric> = new Set<ComparedMetric>([
  'usdPerCall',
  'p50',
  'p95',
  ...comparedShares,
]);

/** What decides whether production got worse, by the metrics of a scope: each is tested where its days before tell what chance does. */
export const decidingMetrics: readonly ComparedMetric[] = metrics.filter((metric) => worseWhereMore.has(metric));

/** Deciding metrics that are tested in no scope: of these nobody knows whether they rose. */
export function untestedOf({ comparison }: Pick<MonitorReport, 'comparison'>): readonly ComparedMetric[] {
  const scopes = comparison?.scopes ?? [];
  return decidingMetrics.filter((metric) => scopes.every(({ changes }) => changes[metric].low === null));
}

/** Whether nothing that decides could be tested: then nothing is known to have stayed as it was either. */
export function isUntested(report: Pick<MonitorReport, 'comparison'>): boolean {
  return untestedOf(report).length === decidingMetrics.length;
}

/** Whether what moved got worse. */
export function isWorse({ metric, change }: Pick<Moved, 'metric' | 'change'>): boolean {
  return change.moved === 'rose' && worseWhereMore.has(metric);
}
