import type { Suspicion } from './drift.ts';
import type { DriftCase, DriftRun } from './drift-line.ts';
import type { RowState } from './follow-row.ts';

/** Where a run's score stays as it was for a chart, and no statistic reads it. */
export const unreadScore = 'unread:score';

/** Channels that a judge has a part in wherever it scores a case. */
const ofScores: readonly string[] = ['score', 'pass', 'case'];

/** Whether a moved judge could be behind one of a row's suspicions. */
export function isJudged({ channel }: Pick<Suspicion, 'channel'>, { latest }: Pick<RowState, 'latest'>): boolean {
  return isJudgedIn(channel, [latest]);
}

/** Whether a judge has a part in a channel of these runs. */
export function isJudgedIn(channel: string, runs: readonly DriftRun[]): boolean {
  return runs.some(
    ({ judged, cases }) =>
      judged?.includes(channel) === true ||
      (ofScores.includes(channel) && judged !== undefined && cases.some((one) => one.judged === true)),
  );
}

/** One run without what the judge said of it. What other checks say stays. */
export function withoutJudged(run: DriftRun): DriftRun {
  return mapJudged(run, () => undefined);
}

/**
 * One run less what a judge that moved explains of it, so that what is left of a fall is the model's.
 * @param least how far its grades lie at least above what they were: below 0 values are raised by as much
 */
export function besideShift(run: DriftRun, least: number): DriftRun {
  return mapJudged(run, (values, channel, one) => {
    // How many of ten more fail, the shift of a grade does not tell: a pass mark may lie anywhere.
    if (channel === 'pass') return least < 0 ? undefined : values;
    if (least < 0) return values.map((value) => Math.min(1, value - least));
    // Of a score that has other checks in it, a judge that is milder moved a part alone.
    if (channel === 'score' && one.values['plain'] !== undefined) return values;
    // What stands at the top may have been cut there.
    return values.map((value) => (value >= 1 ? value : Math.max(0, value - least)));
  });
}

type Values = readonly number[];

function mapJudged(
  run: DriftRun,
  map: (values: Values, channel: string, one: DriftCase) => Values | undefined,
): DriftRun {
  if (run.judged === undefined) return run;
  const judged = new Set(run.judged);
  const cases = run.cases.map((one): DriftCase => {
    const own = (channel: string): boolean =>
      judged.has(channel) || (one.judged === true && ofScores.includes(channel));
    const kept = Object.entries(one.values).flatMap(([channel, values]): readonly (readonly [string, Values])[] => {
      if (!own(channel)) return [[channel, values]];
      const read = map(values, channel, one);
      return [
        ...(read === undefined ? [] : [[channel, read] as const]),
        ...(channel === 'score' ? [[unreadScore, values] as const] : []),
      ];
    });
    return { ...one, values: Object.fromEntries(kept.map(([channel, values]) => [channel, [...values]])) };
  });
  return { ...run, cases };
}
