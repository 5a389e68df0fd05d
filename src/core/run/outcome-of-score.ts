import type { Outcome } from '../outcome.ts';
import type { CheckScore, Score } from '../score.ts';
import { metricsOf } from '../scoring/metrics-of.ts';

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
