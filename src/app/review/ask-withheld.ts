import type { PromptResult } from '../../core/assemble/assemble-prompt.ts';
import type { Request } from '../../core/call.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import type { GateSettings } from '../../core/gate/settings.ts';
import { hash } from '../../core/hash.ts';
import { isNamedBy } from '../../core/paths/match-globs.ts';
import { cellOf } from '../../core/run/cell-of.ts';
import type { CellRun, TrialRun } from '../../core/run/trial-run.ts';
import type { GateOf } from './gate-of.ts';
import { countReplies, type Job, runJobs } from './run-jobs.ts';
import { type RoundsDeps, runRounds } from './run-rounds.ts';

export type WithheldAsked = { readonly results: readonly PromptResult[]; readonly notes: readonly string[] };

/** A cell of the review, and the same question with the instructions (as its old side) and without (as its new one). */
type Withheld = { readonly held: CellRun; readonly cell: DesignCell };

/**
 * Asks the cases of instructions once more without these, and compares: what the instructions add is what falls where they are
 * gone. The statistics are the gate's, round by round; the first round takes the replies that the review has of the new side. It
 * decides nothing. Within the budget, or not at all.
 * @param globs the config's `withhold`
 */
export async function askWithheld(
  results: readonly PromptResult[],
  globs: readonly string[],
  gateOf: GateOf,
  deps: RoundsDeps,
): Promise<WithheldAsked> {
  const notes: string[] = [];
  const told: PromptResult[] = [];
  for (const result of results) {
    const { path } = result.run.design.change;
    const cells = isNamedBy(path, globs) ? result.run.cells.flatMap(withheldOf) : [];
    const compared = cells.length === 0 ? undefined : await compareWithheld(result, cells, gateOf, deps);
    if (compared === 'left out') notes.push(wordLeftOut(path));
    told.push(compared === undefined || compared === 'left out' ? result : { ...result, withheld: compared });
  }
  return { results: told, notes };
}

/** Nothing of a conversation that goes on by itself, nor where nothing would be left to ask. */
function withheldOf(held: CellRun): readonly Withheld[] {
  const { new: request, scenario, exam, skills } = held.cell;
  if (request === undefined || scenario !== undefined || exam.golden.earlier !== undefined || skills !== undefined)
    return [];
  const [instructions, ...rest] = request.messages;
  if (instructions?.role !== 'system' || rest.length === 0) return [];
  const without: Request = { ...request, messages: rest };
  const comparison = hash(['withheld', held.cell.comparison]);
  const asked: ExamOf = { ...exam, family: 'base' };
  return [{ held, cell: { ...held.cell, exam: asked, old: request, new: without, identical: false, comparison } }];
}

type ExamOf = DesignCell['exam'];

async function compareWithheld(
  { run }: PromptResult,
  cells: readonly Withheld[],
  gateOf: GateOf,
  deps: RoundsDeps,
): Promise<PromptResult['withheld'] | 'left out'> {
  const { alpha, tolerance, margin, repeats, sampling, trials: most } = gateOf(run.design.change);
  const gate: GateSettings = {
    ...{ alpha, tolerance, margin, sampling, trials: most },
    ...(repeats !== undefined && { repeats }),
    cases: 'block',
    metrics: {},
  };
  const jobs = new Map(cells.flatMap(({ held, cell }) => firstRound(held).map((trial) => [jobOf(cell, trial), trial])));
  const alone = [...jobs.keys()];
  if (deps.mayAsk(countReplies(alone), alone) !== 'complete') return 'left out';
  const { trials, ended } = await runJobs(alone, deps);
  if (ended !== 'complete') return 'left out';
  const begun = cells.map(({ cell }): CellRun => {
    const own = [...trials].filter(([job]) => job.cell.comparison === cell.comparison && job.cell.row === cell.row);
    return {
      cell,
      trials: own.flatMap(([job, { new: without }]) => {
        const before = jobs.get(job);
        return before === undefined
          ? []
          : [{ round: 1, uniform: true, trial: job.trial, old: before.new, new: without }];
      }),
    };
  });
  const asked = await runRounds(
    [{ design: { ...run.design, cells: cells.map(({ cell }) => cell) }, cells: begun }],
    () => gate,
    deps,
  );
  const all = asked.runs.flatMap((one) => one.cells.map(cellOf));
  return (await deps.deciding.compareRows(all, gate)).rows;
}

/** The new side's replies of the first round, which every case was asked. */
function firstRound({ trials }: CellRun): readonly TrialRun[] {
  return trials.filter(({ round, uniform, diagnosis }) => round === 1 && uniform && diagnosis !== true);
}

/** One reply without the instructions: the other is there. */
function jobOf({ old: _, ...cell }: DesignCell, { trial }: TrialRun): Job {
  return { cell, trial, round: 1, uniform: true };
}

function wordLeftOut(path: string): string {
  return `What \`${path}\` adds was not asked: what is left of \`max-calls\`, \`max-cost\` and \`timeout\` did not allow for it.`;
}
