import type { Cell } from '../outcome.ts';
import type { Side } from '../side.ts';
import { shrunkenBound } from '../statistics/normal.ts';
import { type Stratum, sampleVariance } from '../statistics/stratum.ts';
import type { Estimate } from './comparison.ts';
import { isOutcome, type Measure, type MeasuredBatch } from './measured-batch.ts';

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

/** Weighted mean over base's cases of one side's uniform replies up to `round`, whatever became of their partners; null without any. */
export function oneSideMean(cells: readonly Cell[], side: Side, round: number, measure: Measure): number | null {
  let weights = 0;
  let sum = 0;
  for (const { family, weight, batches } of cells) {
    if (family !== 'base') continue;
    const values = batches
      .filter((batch) => batch.uniform && batch.round <= round)
      .flatMap(({ pairs }) => pairs.map((pair) => pair[side]))
      .flatMap((reply) => (isOutcome(reply) ? (measure(reply) ?? []) : []));
    if (values.length === 0) continue;
    weights += weight;
    sum += (weight * values.reduce((total, value) => total + value, 0)) / values.length;
  }
  return weights === 0 ? null : sum / weights;
}

/** A cell with its batches under one measure. */
export type MeasuredCell = { readonly cell: Cell; readonly batches: readonly MeasuredBatch[] };

/** One case's means over its uniform rounds, `size` replies a side. */
type UniformCase = {
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
