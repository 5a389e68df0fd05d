import type { MonitorReport } from '../../core/monitor/monitor-report.ts';
import { isWorse, type Moved, movedOf } from '../../core/monitor/moved.ts';

/** From this many times the change of a wider scope on, what moved within it is no mere part of that: it is what moved it. */
const standsOut = 1.5;

/**
 * What moved, in the order that a reader needs: what got worse first, and of one metric what moved most. A segment that rose threefold is told
 * before the rise of all calls that it made.
 * @returns apart what moved the same way within something that is told, and as much as that
 */
export function leadMoved(report: Pick<MonitorReport, 'comparison'>): {
  readonly led: readonly Moved[];
  readonly parts: readonly Moved[];
} {
  const all = movedOf(report);
  const metrics = [...new Set(all.map(({ metric }) => metric))];
  const rank = (one: Moved) => (isWorse(one) ? 0 : metrics.length) + metrics.indexOf(one.metric);
  const ordered = all.toSorted((a, b) => rank(a) - rank(b) || sizeOf(b) - sizeOf(a));
  const isPart = (one: Moved): boolean => ordered.some((wider) => isPartOf(one, wider));
  return { led: ordered.filter((one) => !isPart(one)), parts: ordered.filter(isPart) };
}

/** The same way of the same metric, in calls that are among those of the other, and not much more of it. */
function isPartOf({ scope, metric, change }: Moved, wider: Moved): boolean {
  const isSame = metric === wider.metric && change.moved === wider.change.moved;
  const isWithin = wider.scope.by.every(
    (by) => scope[by] === wider.scope[by] && scope.others.includes(by) === wider.scope.others.includes(by),
  );
  const isNarrower = wider.scope.by.length < scope.by.length;
  return isSame && isWithin && isNarrower && sizeOf({ change }) <= standsOut * sizeOf(wider);
}

function sizeOf({ change }: Pick<Moved, 'change'>): number {
  return Math.abs(change.change ?? 0);
}
