import { type ComparedMetric, comparedQuantities, comparedShares } from './monitor-comparison.ts';
import { decidingMetrics } from './moved.ts';
import type { Scope } from './scope-days.ts';

/**
 * Chance that in a report anything of what decides seems to move though nothing did, in either direction; that it seems to rise is
 * half of it. So it is again of what is told and decides nothing (the calls, tokens and length).
 */
const falseAlarms = 0.05;

const toldAlone = [...comparedQuantities, ...comparedShares].filter((metric) => !decidingMetrics.includes(metric));

/**
 * The level that each scope and metric is tested at (Bonferroni). Half is for all calls and the segments that the config declares,
 * whatever names logs bring; the other half for the rest.
 * @param tested scopes that have calls enough
 * @returns undefined of a scope that is not tested
 */
export function levelsOf(
  tested: readonly Scope[],
  declared: ReadonlySet<string>,
): (scope: Scope, metric: ComparedMetric) => number | undefined {
  const isFirst = ({ by, names: { segment } }: Scope): boolean =>
    by.length === 0 || (by.length === 1 && segment !== null && declared.has(segment));
  const known = new Set(tested);
  const first = tested.filter(isFirst).length;
  const rest = known.size - first;
  const half = first > 0 && rest > 0 ? 0.5 : 1;
  return (scope, metric) => {
    if (!known.has(scope)) return undefined;
    const family = decidingMetrics.includes(metric) ? decidingMetrics.length : toldAlone.length;
    return (falseAlarms * half) / (isFirst(scope) ? first : rest) / family;
  };
}
