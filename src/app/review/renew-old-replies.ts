import type { FreshRequest } from '../../core/gate/comparison.ts';
import type { CellRun, PromptRun, TrialRun } from '../../core/run/trial-run.ts';
import type { RoundsDeps } from './run-rounds.ts';

/** Asks the old side of these batches afresh; all else stays as it was. */
export async function renewOldReplies(
  run: PromptRun,
  requests: readonly FreshRequest[],
  runSide: RoundsDeps['runSide'],
): Promise<PromptRun> {
  const wanted = new Set(
    requests.map(({ row, case: key, round, uniform }) => JSON.stringify([row, key, round, uniform])),
  );
  const renew = async ({ cell, trials }: CellRun): Promise<CellRun> => ({
    cell,
    trials: await Promise.all(
      trials.map(async (trial): Promise<TrialRun> => {
        const { round, uniform, oldKept, ...rest } = trial;
        const isWanted = wanted.has(JSON.stringify([cell.row, cell.exam.key, round, uniform]));
        if (!isWanted || oldKept !== true) return trial;
        return { ...rest, round, uniform, old: await runSide({ cell, side: 'old', trial: trial.trial, fresh: true }) };
      }),
    ),
  });
  return { ...run, cells: await Promise.all(run.cells.map(renew)) };
}
