import type { Cell } from '../outcome.ts';
import type { Side } from '../side.ts';
import { scoreSlack } from '../statistics/stratum.ts';
import type { RowComparison } from './comparison.ts';
import type { GateSample } from './gate-sample.ts';
import { isOutcome } from './measured-batch.ts';
import type { GateSettings } from './settings.ts';

export type MedianLatency = {
  readonly old: number | null;
  readonly new: number | null;
  readonly increase: number | null;
};

/** Median milliseconds of a reply over the uniform rounds of base's cases up to `round`, and the increase as a share. */
export function medianLatency(cells: readonly Cell[], round: number): MedianLatency {
  const before: number[] = [];
  const after: number[] = [];
  for (const { family, identical, batches } of cells) {
    if (family !== 'base' || identical) continue;
    for (const { uniform, pairs, round: asked } of batches) {
      if (!uniform || asked > round) continue;
      for (const pair of pairs) {
        if (isOutcome(pair.old) && pair.old.latencyMs !== undefined) before.push(pair.old.latencyMs);
        if (isOutcome(pair.new) && pair.new.latencyMs !== undefined) after.push(pair.new.latencyMs);
      }
    }
  }
  const old = median(before);
  const now = median(after);
  return { old, new: now, increase: old === null || now === null || old <= 0 ? null : now / old - 1 };
}

/** Whether a row's median breaks the limit. */
export function latencyBroken(sample: GateSample, row: number, round: number, { latencyLimit }: GateSettings): boolean {
  const id = sample.rows[row];
  const { increase } = medianLatency(
    sample.cells.filter((cell) => cell.row === id),
    round,
  );
  return latencyLimit !== undefined && increase !== null && increase > latencyLimit + scoreSlack;
}

function median(values: readonly number[]): number | null {
  const ascending = values.toSorted((a, b) => a - b);
  const middle = (ascending.length - 1) / 2;
  const low = ascending[Math.floor(middle)];
  const high = ascending[Math.ceil(middle)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Mean dollars of a reply over the uniform rounds of base's cases, and the increase as a share; null where a price is unknown. */
export function meanCost(cells: readonly Cell[], round: number): RowComparison['cost'] {
  const old = costOf(cells, 'old', round);
  const now = costOf(cells, 'new', round);
  if (old === null || now === null) return { old, new: now, increase: null };
  const increase = old > 0 ? now / old - 1 : now > 0 ? null : 0;
  return { old, new: now, increase };
}

function costOf(cells: readonly Cell[], side: Side, round: number): number | null {
  let sum = 0;
  let replies = 0;
  for (const { family, batches } of cells) {
    if (family !== 'base') continue;
    for (const batch of batches) {
      if (!batch.uniform || batch.round > round) continue;
      for (const pair of batch.pairs) {
        const reply = pair[side];
        if (!isOutcome(reply)) continue;
        if (reply.costUsd === undefined) return null;
        sum += reply.costUsd;
        replies++;
      }
    }
  }
  return replies === 0 ? null : sum / replies;
}
