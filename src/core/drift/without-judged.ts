import type { Suspicion } from './drift.ts';
import type { DriftCase, DriftLine, DriftRun } from './drift-line.ts';
import type { RowState } from './follow-row.ts';
import type { JudgePast } from './past-of-judge.ts';

/** Where a run's score stays for a chart, and no statistic reads it. */
export const unreadScore = 'unread:score';

/** Channels that a judge has a part in wherever it scores a case. */
const ofScores: readonly string[] = ['score', 'pass', 'case'];

/**
 * The lines of a row without what the judge said by another measure than now: a judge that moved is no drift of the model. What
 * other checks say stays. An alarm that such a judgement raised, and that fresh ones confirmed before the judge was known to have
 * moved, is left out too.
 */
export function withoutJudged(lines: readonly DriftLine[], past: JudgePast): readonly DriftLine[] {
  if (past.moves.length === 0 && past.acceptedAt === undefined) return lines;
  const judged = new Set(lines.flatMap((line) => (line.kind === 'run' ? (line.judged ?? []) : [])));
  const scored = lines.some((line) => line.kind === 'run' && line.cases.some((one) => one.judged === true));
  return lines.flatMap((line): readonly DriftLine[] => {
    if (line.kind === 'run') return [readPlain(line, past)];
    if (line.kind !== 'confirmation') return [line];
    const [channel = ''] = line.layer.split('/');
    const isJudged = judged.has(channel) || (scored && ofScores.includes(channel));
    return isJudged && isRash(line.at, past) ? [] : [line];
  });
}

/** One run without what the judge said of it by another measure. */
export function readPlain(run: DriftRun, past: JudgePast): DriftRun {
  if (run.judged === undefined || !isOff(run.at, past)) return run;
  const judged = new Set(run.judged);
  return { ...run, cases: run.cases.map((one) => plainCase(one, judged)) };
}

/** Whether a moved judge could be behind one of a row's suspicions. */
export function isJudged({ channel }: Pick<Suspicion, 'channel'>, { latest }: RowState): boolean {
  const scored = latest.cases.some((one) => one.judged === true);
  return latest.judged?.includes(channel) === true || (scored && ofScores.includes(channel));
}

function plainCase(one: DriftCase, judged: ReadonlySet<string>): DriftCase {
  const kept = Object.entries(one.values).flatMap(
    ([channel, values]): readonly (readonly [string, typeof values])[] => {
      if (judged.has(channel)) return [];
      if (one.judged !== true || !ofScores.includes(channel)) return [[channel, values]];
      return channel === 'score' ? [[unreadScore, values]] : [];
    },
  );
  return { ...one, values: Object.fromEntries(kept) };
}

function isOff(at: string, { moves, acceptedAt }: JudgePast): boolean {
  if (acceptedAt !== undefined && at < acceptedAt) return true;
  return moves.some(({ from, to }) => from <= at && (to === undefined || at < to));
}

/** What was confirmed before the judge was known to have moved. */
function isRash(at: string, { moves, acceptedAt }: JudgePast): boolean {
  if (acceptedAt !== undefined && at < acceptedAt) return true;
  return moves.some(({ from, confirmedAt }) => from <= at && at < confirmedAt);
}
