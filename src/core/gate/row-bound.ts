import { sampleVariance } from '../statistics/sample-variance.ts';
import { shrunkenBound } from '../statistics/shrunken-bound.ts';
import { type MeasuredCell, uniformCases } from './mean-change.ts';

/** Bounds of a row's mean change over the uniform rounds up to `round`, each at confidence 1 − alpha; null without cases. */
export function boundOf(row: readonly MeasuredCell[], round: number, alpha: number) {
  return shrunkenBound(
    uniformCases(row, round).map((one) => ({
      weight: one.cell.weight,
      delta: one.new - one.old,
      variance: one.cell.identical ? 0 : sampleVariance(one.strata),
      size: one.size,
    })),
    alpha,
  );
}
