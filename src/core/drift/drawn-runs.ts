import { mostBaselineRuns } from './baseline.ts';
import { distanceBetween, sumReplies } from './canary-distance.ts';
import type { DriftRun } from './drift-line.ts';
import type { CanaryRow, DriftRow } from './drift-report.ts';
import type { CanaryState } from './follow-canary.ts';
import { unreadScore } from './without-judged.ts';

/** Runs that a chart shows. */
export const mostShown = 90;
/** Cases that are shown run by run. */
const mostCases = 24;
/** Runs of which a scatter says anything. */
const fewestRuns = 3;

/** The mean of a channel over a run's cases, each by its own mean; `null` where no case has a value. */
export function meanOf({ cases }: Pick<DriftRun, 'cases'>, channel: string): number | null {
  const means = cases.flatMap(({ values }) => {
    const held = (channel === 'score' ? values[unreadScore] : undefined) ?? values[channel] ?? [];
    return held.length === 0 ? [] : [mean(held)];
  });
  return means.length === 0 ? null : mean(means);
}

/**
 * Where a run's mean score usually lies: the mean of the runs that made the baseline, and two standard deviations to either side.
 * @returns undefined of fewer than three runs
 */
export function usualScore(usual: readonly DriftRun[]): DriftRow['usualScore'] {
  const scores = usual.slice(0, mostBaselineRuns).flatMap((run) => meanOf(run, 'score') ?? []);
  if (scores.length < fewestRuns) return undefined;
  const middle = mean(scores);
  const deviation = Math.sqrt(scores.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (scores.length - 1));
  const [low, high] = [middle - 2 * deviation, middle + 2 * deviation];
  return { mean: middle, low: Math.max(0, low), high: Math.min(1, high), runs: scores.length };
}

/** The mean score of single cases in each run; `null` where a run did not ask it, or nothing came back. */
export function caseSeries(runs: readonly DriftRun[], ids: readonly string[]): NonNullable<DriftRow['caseHistory']> {
  return ids.slice(0, mostCases).map((id) => ({
    id,
    scores: runs.map(({ cases }) => {
      const values = cases.find((one) => one.id === id)?.values;
      const held = values?.[unreadScore] ?? values?.['score'] ?? [];
      return held.length === 0 ? null : mean(held);
    }),
  }));
}

/** How far each run's canary is from the reference, the latest last; a run of the reference is held to the rest of it. */
export function canarySeries({ runs, usual, latest }: CanaryState): NonNullable<CanaryRow['history']> {
  const sums = new Map(usual.map((run) => [run, sumReplies(run)] as const));
  return runs.slice(-mostShown).map((run) => {
    const reference = [...sums].flatMap(([other, held]) => (other === run ? [] : [held]));
    const distance = distanceBetween(reference, sums.get(run) ?? sumReplies(run), latest.method);
    return { at: run.at, distance: distance ?? null };
  });
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
