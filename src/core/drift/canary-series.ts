import { distanceBetween, sumReplies } from './canary-distance.ts';
import type { CanaryRow } from './drift-report.ts';
import type { CanaryState } from './follow-canary.ts';

/** Runs that a chart shows. */
const mostShown = 90;

/** How far each run's canary is from the reference, the latest last; a run of the reference is held to the rest of it. */
export function canarySeries({ runs, usual, latest }: CanaryState): NonNullable<CanaryRow['history']> {
  const sums = new Map(usual.map((run) => [run, sumReplies(run)] as const));
  return runs.slice(-mostShown).map((run) => {
    const reference = [...sums].flatMap(([other, held]) => (other === run ? [] : [held]));
    const distance = distanceBetween(reference, sums.get(run) ?? sumReplies(run), latest.method);
    return { at: run.at, distance: distance ?? null };
  });
}
