import type { DesignCell } from '../design/design-review.ts';
import type { Batch, Cell, Missing, Outcome, Pair } from '../outcome.ts';
import { outcomeOf } from './outcome-of.ts';
import type { CellRun, TrialRun } from './trial-run.ts';

/** A side that does not exist: an added prompt's old one. */
const absent: Missing = { missing: 'absent' };

/** The gate's view of a cell: its trials as numbers, a batch for each asking (a round may ask all cases, then some again). */
export function cellOf({ cell, trials, history }: CellRun): Cell {
  const askings = Map.groupBy(trials, (trial) => `${trial.round} ${trial.uniform}`);
  return {
    row: cell.row,
    case: cell.exam.key,
    weight: cell.exam.weight,
    family: cell.exam.family,
    identical: cell.identical,
    ...(cell.near === undefined ? {} : { near: cell.near }),
    ...(cell.old === undefined ? { newOnly: true } : {}),
    ...(history === undefined ? {} : { history }),
    batches: [...askings.values()].map((held) => batchOf(held, cell)),
  };
}

function batchOf(trials: readonly TrialRun[], cell: DesignCell): Batch {
  const [first] = trials;
  return {
    round: first?.round ?? 0,
    uniform: first?.uniform ?? false,
    pairs: trials.map((trial) => pairOf(trial, cell)),
    oldKept: trials.some((trial) => trial.oldKept === true),
  };
}

function pairOf(trial: TrialRun, { identical, exam: { golden } }: DesignCell): Pair {
  // A mark of the whole reply tells its graded checks too.
  const isMarked = golden.min !== undefined || golden.scoring !== undefined;
  const after: Outcome | Missing = outcomeOf(trial.new, isMarked);
  if (identical) return { old: after, new: after };
  return { old: trial.old === undefined ? absent : outcomeOf(trial.old, isMarked), new: after };
}
