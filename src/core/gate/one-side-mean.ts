import type { Cell } from '../outcome.ts';
import type { Side } from '../side.ts';
import { isOutcome, type Measure } from './measured-batch.ts';

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
