import type { Cell } from '../outcome.ts';
import type { Stratum } from '../statistics/stratum.ts';
import type { MeasuredBatch } from './measured-batch.ts';

/** A cell with its batches under one measure. */
export type MeasuredCell = { readonly cell: Cell; readonly batches: readonly MeasuredBatch[] };

/** One case's means over its uniform rounds, `size` replies a side. */
export type UniformCase = {
  readonly cell: Cell;
  readonly size: number;
  readonly old: number;
  readonly new: number;
  readonly strata: readonly Stratum[];
};

export type MeanChange = { readonly old: number; readonly new: number; readonly delta: number };

/** Base's cases over the uniform rounds up to `round`. Top-up replies stay out: they go to cases that disagree, which biases a mean. */
export function uniformCases(cells: readonly MeasuredCell[], round: number): readonly UniformCase[] {
  return cells.flatMap(({ cell, batches }) => {
    if (cell.family !== 'base') return [];
    const strata: Stratum[] = [];
    let size = 0;
    let after = 0;
    let all = 0;
    for (const batch of batches) {
      if (!batch.uniform || batch.round > round) continue;
      strata.push(batch.stratum);
      size += batch.stratum.size;
      after += batch.stratum.sum;
      all += batch.stratum.total;
    }
    return size === 0 ? [] : [{ cell, size, old: (all - after) / size, new: after / size, strata }];
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
