import type { Cell, Outcome } from '../outcome.ts';
import type { Side } from '../side.ts';
import { isBroken } from './case-look.ts';
import type { Fall } from './comparison.ts';
import { gradeOf } from './graded-parts.ts';
import { isOutcome, type Measure, passOf, scoreOf } from './measured-batch.ts';

/**
 * What fell by half or more in a cell's replies up to a round, though its passes do not tell: graded checks without a mark, by
 * name. The whole score is told only where neither a single check nor the passes fell so far.
 * @param tests of its parts, where there are any
 */
export function fallsOf(
  cell: Cell,
  round = Number.POSITIVE_INFINITY,
  tests: readonly Pick<Fall, 'check' | 'p' | 'confirmed'>[] = [],
): readonly Fall[] {
  const [before, after] = [outcomesOf(cell, 'old', round), outcomesOf(cell, 'new', round)];
  const fallOf = (check: string | null, measure: Measure): readonly Fall[] => {
    const [old, now] = [meanOf(before, measure), meanOf(after, measure)];
    if (old === undefined || now === undefined) return [];
    const found = tests.find((one) => one.check === check);
    const confirmed = found?.confirmed ?? null;
    const fall = { check, old, new: now, delta: now - old, p: found?.p ?? null, confirmed };
    return isBroken(fall.delta) || confirmed !== null ? [fall] : [];
  };
  const names = new Set([...before, ...after].flatMap(({ graded = [] }) => graded.map(({ check }) => check)));
  const alone = names.size === 1 && ![...before, ...after].some((one) => passOf(one) !== undefined);
  if (names.size === 0 || alone) return [];
  const checks = [...names].flatMap((check) => fallOf(check, gradeOf({ check })));
  const isTold = checks.length > 0 || isBroken((meanOf(after, passOf) ?? 0) - (meanOf(before, passOf) ?? 0));
  return (isTold ? checks : fallOf(null, scoreOf)).toSorted(
    (a, b) => Number(b.confirmed !== null) - Number(a.confirmed !== null) || a.delta - b.delta,
  );
}

function outcomesOf({ batches }: Cell, side: Side, round: number): readonly Outcome[] {
  return batches
    .filter((batch) => batch.round <= round)
    .flatMap(({ pairs }) => pairs.map((pair) => pair[side]).filter(isOutcome));
}

function meanOf(outcomes: readonly Outcome[], measure: Measure): number | undefined {
  const values = outcomes.flatMap((one) => measure(one) ?? []);
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
