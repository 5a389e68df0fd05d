import type { DesignCell } from '../design/design-review.ts';
import type { Batch, Cell, Missing, Outcome, Pair, Shortfall } from '../outcome.ts';
import { outcomeOfScore } from './outcome-of-score.ts';
import type { CellRun, SideRun, TrialRun } from './trial-run.ts';

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

/**
 * What the gate sees of one side of one trial: numbers only, or that they are missing and why.
 * @param isMarked the case has a mark of the whole reply
 */
function outcomeOf({ reply, score, costUsd, empty, said }: SideRun, isMarked = false): Outcome | Missing {
  if (reply.kind === 'failed') return { missing: 'failed' };
  const cut = cutBy(reply.answer.finishReason);
  const short: Shortfall = { ...(empty === true ? { empty } : {}), ...(cut === undefined ? {} : { cut }) };
  if (score.kind === 'unscored') return { missing: 'unscored', ...short };
  return {
    ...short,
    ...outcomeOfScore(score, isMarked),
    ...(said === undefined ? {} : { said }),
    ...(costUsd === undefined ? {} : { costUsd }),
    latencyMs: reply.answer.latencyMs,
  };
}

/**
 * How services say that a reply was ended for the model: at its limit of tokens, or by a filter of contents. Their words differ in
 * case; all others mean that the model came to its own end, or called a tool.
 */
const atLimit: ReadonlySet<string> = new Set(['length', 'max_tokens', 'max_output_tokens', 'model_length']);
const byFilter: ReadonlySet<string> = new Set([
  ...['content_filter', 'content_filtered', 'guardrail_intervened', 'safety', 'recitation', 'blocklist'],
  ...['prohibited_content', 'spii', 'image_safety'],
]);

/** What cut a reply short; undefined where nothing did. */
function cutBy(finishReason: string): 'limit' | 'filter' | undefined {
  const said = finishReason.toLowerCase();
  if (atLimit.has(said)) return 'limit';
  return byFilter.has(said) ? 'filter' : undefined;
}
