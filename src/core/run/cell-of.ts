import type { DesignCell } from '../design/design-review.ts';
import type { Batch, Cell, Missing, Outcome, Pair, Shortfall } from '../outcome.ts';
import { type CheckScore, fieldsOf, type Score } from '../score.ts';
import { metricsOf } from '../scoring/named-checks.ts';
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
  const { finishReason, usage, firstTokenMs } = reply.answer;
  const { outputTokens } = usage;
  const cut = cutBy(finishReason);
  const short: Shortfall = { ...(empty === true ? { empty } : {}), ...(cut === undefined ? {} : { cut }) };
  if (score.kind === 'unscored') return { missing: 'unscored', ...short };
  return {
    ...short,
    ...outcomeOfScore(score, isMarked),
    ...(said === undefined ? {} : { said }),
    ...(costUsd === undefined ? {} : { costUsd }),
    ...(outputTokens === undefined ? {} : { outputTokens }),
    latencyMs: reply.answer.latencyMs,
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
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
export function cutBy(finishReason: string): 'limit' | 'filter' | undefined {
  const said = finishReason.toLowerCase();
  if (atLimit.has(said)) return 'limit';
  return byFilter.has(said) ? 'filter' : undefined;
}

/** What the gate sees of a score: numbers only. @param isMarked the case has a mark of the whole reply */
export function outcomeOfScore(
  { value, passes, checks }: Pick<Extract<Score, { kind: 'scored' }>, 'value' | 'passes' | 'checks'>,
  isMarked = false,
): Outcome {
  return {
    score: value,
    ...(passes === undefined ? {} : { passes }),
    marks: checks.flatMap((check) => (check.kind === 'scored' && check.binary ? [check.value === 1] : [])),
    metrics: meansByMetric(checks),
    ...fieldsByMetric(checks),
    ...judgement(checks),
    ...(isMarked ? {} : grades(checks)),
  };
}

/** What no pass tells: graded checks that count in the score and have no mark, of their own or of their set. */
function grades(checks: readonly CheckScore[]): Pick<Outcome, 'graded'> {
  const graded = checks.flatMap((check) =>
    check.kind === 'scored' && !check.binary && check.passed === undefined && check.weight > 0 && !inMarkedSet(check)
      ? [{ check: check.check, kind: check.scorer, value: check.value, ...(check.judged && { judged: check.judged }) }]
      : [],
  );
  return graded.length === 0 ? {} : { graded };
}

function inMarkedSet({ set }: Extract<CheckScore, { kind: 'scored' }>): boolean {
  return set?.min !== undefined;
}

function judgement(checks: readonly CheckScore[]): Pick<Outcome, 'judged' | 'exact'> {
  const scored = checks.filter((check) => check.kind === 'scored');
  if (!scored.some(({ judged }) => judged)) return {};
  const marks = scored.flatMap(({ judged, passed }) => (judged === true || passed === undefined ? [] : [passed]));
  return { judged: true, ...(marks.length > 0 && { exact: marks.every(Boolean) }) };
}

/**
 * A metric is a kind of check (the mean of the case's checks of that kind), or a check that was given a name.
 * 0/1 checks without a name of their own are left out unless the gate asks for their kind: they are in the score.
 */
function meansByMetric(checks: readonly CheckScore[]): Readonly<Record<string, number>> {
  const values = new Map<string, number[]>();
  for (const check of checks) {
    if (check.kind === 'unscored') continue;
    for (const name of metricsOf(check.scorer, check.check)) {
      values.set(name, [...(values.get(name) ?? []), check.value]);
    }
  }
  return Object.fromEntries(
    [...values].map(([name, held]) => [name, held.reduce((sum, value) => sum + value, 0) / held.length]),
  );
}

/** The fields of checks that compare single ones, as metrics: `json-fields.total`, or by the name the check was given. */
function fieldsByMetric(checks: readonly CheckScore[]): Pick<Outcome, 'fields'> {
  const fields = checks.flatMap((check) => {
    const metric = metricsOf(check.scorer, check.check).at(-1);
    return fieldsOf(check).map(({ field, value }) => [`${metric}.${field}`, value] as const);
  });
  return fields.length === 0 ? {} : { fields: Object.fromEntries(fields) };
}
