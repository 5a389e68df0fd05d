import type { Estimate } from './comparison.ts';
import { type MeasuredCell, meanChange, uniformCases } from './mean-change.ts';
import type { Measure } from './measured-batch.ts';
import { oneSideMean } from './one-side-mean.ts';
import { boundOf } from './row-bound.ts';

/** Means of both sides over the uniform rounds, their change and its bounds. */
export function estimate(
  cells: readonly MeasuredCell[],
  { round, level, p }: { readonly round: number; readonly level: number; readonly p: number | null },
  measure: Measure,
): Estimate {
  const change = meanChange(uniformCases(cells, round)) ?? oneSided(cells, round, measure);
  const bound = boundOf(cells, round, level);
  return {
    old: change.old,
    new: change.new,
    delta: change.delta,
    low: bound?.low ?? null,
    high: bound?.high ?? null,
    p,
  };
}

/** Where no pair is whole: each side's mean by itself. */
function oneSided(
  cells: readonly MeasuredCell[],
  round: number,
  measure: Measure,
): Pick<Estimate, 'old' | 'new' | 'delta'> {
  const asked = cells.map(({ cell }) => cell);
  return {
    old: oneSideMean(asked, 'old', round, measure),
    new: oneSideMean(asked, 'new', round, measure),
    delta: null,
  };
}
