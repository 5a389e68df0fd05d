import type { Comparison } from '../../src/core/gate/comparison.ts';
import { normalQuantile } from '../../src/core/statistics/normal.ts';

/** Whether each of the rules that tools use today would block, on the same replies. */
export type NaiveVerdicts = {
  readonly drop: boolean;
  readonly flip: boolean;
  readonly pairedT: boolean;
  /** Lower 95 % bound of the mean change by paired t over cases; null under two cases. */
  readonly lowT: number | null;
};

/** Applies them to the first row: "the mean fell by more than 5 points", "any case that always passed does not", paired t at 5 %. */
export function naiveVerdicts({ rows: [row] }: Comparison): NaiveVerdicts {
  const cases = row?.cases ?? [];
  const changes = cases.map(({ delta }) => delta ?? 0);
  const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
  const flip = cases.some(({ old, new: now }) => old.passes === old.of && (now.passes ?? 0) < now.of);
  const error = Math.sqrt(varianceOf(changes, mean) / changes.length);
  const reach = studentQuantile(changes.length - 1) * error;
  return {
    drop: mean < -0.05 - 1e-9,
    flip,
    pairedT: changes.length > 1 && mean + reach < 0,
    lowT: changes.length > 1 ? mean - reach : null,
  };
}

/** Unbiased; NaN under two values. */
function varianceOf(values: readonly number[], mean: number): number {
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** 95 % quantile of Student's t: Cornish and Fisher's expansion to the second order (error below .01 from 4 degrees on). */
function studentQuantile(degrees: number): number {
  const z = normalQuantile(0.95);
  return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
}
