import type { DesignCell, PromptDesign } from '../../core/design/design-review.ts';
import { planRound } from '../../core/gate/plan-round.ts';
import type { GateSettings } from '../../core/gate/settings.ts';
import { cellOf } from '../../core/run/cell-of.ts';
import type { Ending, PromptRun } from '../../core/run/prompt-run.ts';
import type { CellRun, SideRun, TrialRun } from '../../core/run/trial-run.ts';
import type { Side } from '../../core/side.ts';

export type RoundsDeps = {
  /** Asks and scores one side of one trial. Never rejects but for a fault of ours. */
  readonly runSide: (cell: DesignCell, side: Side, trial: number) => Promise<SideRun>;
  /** Asked before each round after the first with the replies it would take: whether it may be asked. */
  readonly mayAsk: (replies: number) => Ending;
};

const REASKS = 2;

/**
 * Asks round by round (ask → score → compare → plan the next) until the gate has seen enough of every prompt, or
 * something ends it: then what is left is whole rounds, and the verdict stands on them.
 */
export async function runRounds(
  prompts: readonly PromptDesign[],
  gate: GateSettings,
  deps: RoundsDeps,
): Promise<{ readonly runs: readonly PromptRun[]; readonly ended: Ending }> {
  let runs: readonly PromptRun[] = prompts.map((design) => ({
    design,
    cells: design.cells.map((cell) => ({ cell, trials: [] })),
  }));
  for (let asked = false; ; asked = true) {
    const jobs = inTurns(runs.map((run) => jobsOf(run, gate)));
    if (jobs.length === 0) return { runs, ended: 'complete' };
    const replies = jobs.reduce((sum, job) => sum + sidesOf(job.cell).length, 0);
    const may = asked ? deps.mayAsk(replies) : 'complete';
    if (may !== 'complete') return { runs, ended: may };
    const trials = await runJobs(jobs, deps.runSide);
    const cut = endingOf([...trials.values()]);
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

/** One trial of one cell to be asked. */
type Job = { readonly cell: DesignCell; readonly trial: number; readonly round: number; readonly uniform: boolean };

function jobsOf(run: PromptRun, gate: GateSettings): readonly Job[] {
  const plan = planRound(run.cells.map(cellOf), gate);
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

function sidesOf(cell: DesignCell): readonly Side[] {
  return cell.old === undefined || cell.identical ? ['new'] : ['old', 'new'];
}

async function runJobs(jobs: readonly Job[], runSide: RoundsDeps['runSide']): Promise<ReadonlyMap<Job, TrialRun>> {
  const run = (job: Job, side: Side) => runSide(job.cell, side, job.trial);
  const asked = jobs.map(async (job): Promise<[Job, TrialRun]> => {
    // Old and new of a trial enter the queue next to each other: a change of the service in time hits both.
    const [first, second] = await Promise.all(sidesOf(job.cell).map((side) => run(job, side)));
    const { trial, round, uniform } = job;
    if (second === undefined) return [job, { trial, round, uniform, new: first ?? (await run(job, 'new')) }];
    return [job, { trial, round, uniform, ...(first === undefined ? {} : { old: first }), new: second }];
  });
  const trials = new Map(await Promise.all(asked));
  for (let again = 0; again < REASKS; again++) await reaskMissing(trials, run);
  return trials;
}

/** What is missing at the round's end is asked again; what was answered stays. */
async function reaskMissing(
  trials: Map<Job, TrialRun>,
  run: (job: Job, side: Side) => Promise<SideRun>,
): Promise<void> {
  const missing = [...trials].filter(([, trial]) => isWorthAsking(trial.new) || isWorthAsking(trial.old));
  await Promise.all(
    missing.map(async ([job, trial]) => {
      const [before, after] = await Promise.all([
        isWorthAsking(trial.old) ? run(job, 'old') : trial.old,
        isWorthAsking(trial.new) ? run(job, 'new') : trial.new,
      ]);
      trials.set(job, { ...trial, ...(before === undefined ? {} : { old: before }), new: after ?? trial.new });
    }),
  );
}

function isWorthAsking(side: SideRun | undefined): boolean {
  return (
    side?.reply.kind === 'failed' &&
    ['connection', 'timeout', 'rate-limit', 'server', 'malformed'].includes(side.reply.reason)
  );
}

function endingOf(trials: readonly TrialRun[]): Ending {
  const reasons = new Set(
    trials.flatMap(({ old: before, new: after }) =>
      [before, after].flatMap((side) => (side?.reply.kind === 'failed' ? [side.reply.reason] : [])),
    ),
  );
  return (['cancelled', 'budget', 'deadline'] as const).find((reason) => reasons.has(reason)) ?? 'complete';
}
