import type { Breathe } from '../../core/breathe.ts';
import type { Deciding } from '../../core/deciding.ts';
import type { GateSettings } from '../../core/gate/settings.ts';
import type { Cell } from '../../core/outcome.ts';
import { cellOf } from '../../core/run/cell-of.ts';
import type { CellRun, Ending, PromptRun } from '../../core/run/trial-run.ts';
import type { GateOf } from './gate-of.ts';
import type { OwnBudgets, PlannedRun } from './own-budgets.ts';
import { countReplies, type Job, type JobsDeps, runJobs } from './run-jobs.ts';

export type RoundsDeps = JobsDeps & {
  readonly deciding: Deciding;
  /** Asked before each round after the first with the replies it would take: whether it may be asked. */
  readonly mayAsk: (replies: number, jobs: readonly Job[]) => Ending;
  readonly own: Pick<OwnBudgets, 'isStopped' | 'allowed' | 'withoutCut'>;
};

/**
 * Asks round by round (ask → score → compare → plan the next) until the gate has seen enough of every prompt, or
 * something ends it: then what is left is whole rounds, and the verdict stands on them.
 */
export async function runRounds(
  begun: readonly PromptRun[],
  gateOf: GateOf,
  deps: RoundsDeps,
): Promise<{ readonly runs: readonly PromptRun[]; readonly ended: Ending }> {
  let runs = begun;
  for (let asked = begun.some(({ cells }) => cells.some(({ trials }) => trials.length > 0)); ; asked = true) {
    const wanted: PlannedRun[] = [];
    for (const run of runs.filter((one) => !deps.own.isStopped(one)))
      wanted.push({ run, jobs: await jobsOf(run, gateOf(run.design.change), deps) });
    const planned = asked ? deps.own.allowed(wanted) : wanted;
    const jobs = inTurns(planned.map((one) => one.jobs));
    if (jobs.length === 0) return { runs, ended: 'complete' };
    const may = asked ? deps.mayAsk(countReplies(jobs), jobs) : 'complete';
    if (may !== 'complete') return { runs, ended: may };
    const { trials, ended: cut } = deps.own.withoutCut(await runJobs(jobs, deps), planned, !asked);
    // A round cut short says nothing about the cases it did not reach: only the first one is kept, to be accounted for.
    if (cut !== 'complete' && asked) return { runs, ended: cut };
    const added = Map.groupBy(trials, ([job]) => job.cell);
    const extend = (held: CellRun): CellRun => {
      const more = added.get(held.cell)?.map(([, trial]) => trial) ?? [];
      return more.length === 0 ? held : { ...held, trials: [...held.trials, ...more] };
    };
    runs = runs.map((run) => ({ ...run, cells: run.cells.map(extend) }));
    if (cut !== 'complete') return { runs, ended: cut };
  }
}

async function jobsOf(run: PromptRun, gate: GateSettings, { deciding, breathe }: RoundsDeps): Promise<readonly Job[]> {
  const plan = await deciding.planRound(await cellsOfRun(run, breathe), gate);
  if (plan.kind === 'done') return [];
  const batches = Map.groupBy(plan.batches, (batch) => batch.case);
  const byKey = new Map(run.cells.map((held) => [keyOf(held.cell.row, held.cell.exam.key), held]));
  // Case by case with the models next to each other, so that what a stop leaves is balanced over the models.
  return [...batches.values()].flat().flatMap((batch) => {
    const held = byKey.get(keyOf(batch.row, batch.case));
    if (held === undefined) return [];
    return Array.from({ length: batch.trials }, (_, at) => ({
      cell: held.cell,
      trial: held.trials.length + at,
      round: plan.round,
      uniform: batch.uniform,
    }));
  });
}

function keyOf(row: string, key: string): string {
  return JSON.stringify([row, key]);
}

/** One of each list in turn, so that no prompt waits for another's end. */
function inTurns<Element>(lists: readonly (readonly Element[])[]): readonly Element[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

/** The gate's view of a prompt's cells: of thousands it takes a while. */
export async function cellsOfRun({ cells }: PromptRun, breathe: Breathe): Promise<readonly Cell[]> {
  const seen: Cell[] = [];
  for (const held of cells) {
    seen.push(cellOf(held));
    await breathe();
  }
  return seen;
}
