import type { PromptResult } from '../../core/assemble/assemble-prompt.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import { fellIn, tellOwnEdits } from '../../core/gate/with-reasons.ts';
import { cellOf } from '../../core/run/cell-of.ts';
import type { CellRun } from '../../core/run/trial-run.ts';
import { countReplies, type Job, runJobs } from './run-jobs.ts';
import type { RoundsDeps } from './run-rounds.ts';

/** Replies a side of a case that falls as base had it: more than one, so that chance alone tells no tale. */
export const mostOfEdits = 5;

/**
 * Asks what head edited as base had it: one reply a side, more only of what falls. Where the question is the same, those are
 * the replies that head's version got, and nothing is asked but what base's own checks want to know.
 */
export async function askAsBaseHadIt(
  results: readonly PromptResult[],
  { trials, allowed }: { readonly trials: number; readonly allowed: boolean },
  deps: RoundsDeps,
): Promise<readonly PromptResult[]> {
  const cells = results.flatMap(({ run }) => run.design.edits ?? []);
  if (cells.length === 0) return results;
  const known = new Set(results.flatMap(({ run }) => run.cells.map(({ cell }) => cell.comparison)));
  const ask = async (held: readonly CellRun[], from: number, to: number): Promise<readonly CellRun[] | undefined> => {
    const jobs = held.flatMap(({ cell }) => jobsOf(cell, from, to));
    const unknown = jobs.filter(({ cell }) => !known.has(cell.comparison));
    const may = deps.mayAsk(countReplies(unknown), unknown);
    if (may !== 'complete') return undefined;
    const { trials: asked, ended } = await runJobs(jobs, deps);
    return ended === 'complete' ? withTrials(held, asked) : undefined;
  };
  const first = await ask(
    cells.map((cell) => ({ cell, trials: [] })),
    0,
    1,
  );
  const unasked = first === undefined ? cells : [];
  const fallen = first?.filter((held) => fellIn(cellOf(held))) ?? [];
  const more = fallen.length === 0 ? [] : await ask(fallen, 1, Math.min(trials, mostOfEdits));
  // What cannot be asked again stands as it was seen.
  const seen = more ?? fallen;
  return results.map((result): PromptResult => {
    const own = new Set(result.run.design.edits);
    const asBase = seen.filter(({ cell }) => own.has(cell)).map(cellOf);
    const left = Map.groupBy(
      unasked.filter((cell) => own.has(cell)),
      ({ row }) => row,
    );
    const counts = new Map([...left].map(([row, held]) => [row, held.length]));
    const verdict = tellOwnEdits(result.comparison, result.verdict, asBase, { unasked: counts, allowed });
    return { ...result, verdict };
  });
}

function jobsOf(cell: DesignCell, from: number, to: number): readonly Job[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => ({
    cell,
    trial: from + at,
    round: from === 0 ? 1 : 2,
    uniform: from === 0,
  }));
}

function withTrials(
  held: readonly CellRun[],
  asked: Awaited<ReturnType<typeof runJobs>>['trials'],
): readonly CellRun[] {
  const byCell = Map.groupBy(asked, ([{ cell }]) => cell);
  return held.map((one) => {
    const more = byCell.get(one.cell)?.map(([, trial]) => trial) ?? [];
    return { ...one, trials: [...one.trials, ...more] };
  });
}
