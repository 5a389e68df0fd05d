import type { Cell } from '../outcome.ts';
import type { MeasuredBatch } from './measured-batch.ts';

/** A cell with its batches under one measure. */
export type MeasuredCell = { readonly cell: Cell; readonly batches: readonly MeasuredBatch[] };

/** One case's means over its uniform rounds, `size` replies a side. */
export type UniformCase = {
  readonly cell: Cell;
  readonly size: number;
  readonly old: number;
  readonly new: number;
  readonly values: readonly number[];
};

export type MeanChange = { readonly old: number; readonly new: number; readonly delta: number };

/** Base's cases over the uniform rounds up to `round`. Top-up replies stay out: they go to cases that disagree, which biases a mean. */
export function uniformCases(cells: readonly MeasuredCell[], round: number): readonly UniformCase[] {
  return cells.flatMap(({ cell, batches }) => {
    if (cell.family !== 'base') return [];
    const uniform = batches.filter((batch) => batch.uniform && batch.round <= round);
    const size = uniform.reduce((sum, { stratum }) => sum + stratum.size, 0);
    if (size === 0) return [];
    const after = uniform.reduce((sum, { stratum }) => sum + stratum.sum, 0);
    const all = uniform.reduce((sum, { stratum }) => sum + stratum.total, 0);
    const values = uniform.flatMap(({ stratum }) => [...stratum.old, ...stratum.new]);
    return [{ cell, size, old: (all - after) / size, new: after / size, values }];
  });
}

/** D̄: weighted means of both sides and of the change; null without cases. */
export function meanChange(cases: readonly UniformCase[]): MeanChange | null {
  let weights = 0;
  let before = 0;
  let after = 0;
  for (const one of cases) {
    weights += one.cell.weight;
    before += one.cell.weight * one.old;
    after += one.cell.weight * one.new;
  }
  return weights === 0 ? null : { old: before / weights, new: after / weights, delta: (after - before) / weights };
}
