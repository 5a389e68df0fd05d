import type { Batch, Cell, Missing, Outcome, Pair } from '../outcome.ts';
import { outcomeOf } from './outcome-of.ts';
import type { CellRun, TrialRun } from './trial-run.ts';

const neverAsked: Missing = { missing: 'failed' };

/** The gate's view of a cell: its trials as numbers, one batch a round. */
export function cellOf({ cell, trials }: CellRun): Cell {
  const rounds = Map.groupBy(trials, (trial) => trial.round);
  return {
    row: cell.row,
    case: cell.exam.key,
    weight: cell.exam.weight,
    family: cell.exam.family,
    identical: cell.identical,
    batches: [...rounds].map(([round, held]) => batchOf(round, held, cell.identical)),
  };
}

function batchOf(round: number, trials: readonly TrialRun[], identical: boolean): Batch {
  return {
    round,
    uniform: trials.every((trial) => trial.uniform),
    pairs: trials.map((trial) => pairOf(trial, identical)),
    oldKept: trials.some((trial) => trial.old?.reply.kind === 'answered' && trial.old.reply.kept),
  };
}

function pairOf(trial: TrialRun, identical: boolean): Pair {
  const after: Outcome | Missing = outcomeOf(trial.new);
  if (identical) return { old: after, new: after };
  return { old: trial.old === undefined ? neverAsked : outcomeOf(trial.old), new: after };
}
