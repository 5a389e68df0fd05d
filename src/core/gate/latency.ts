import type { Cell } from '../outcome.ts';
import { scoreSlack } from '../statistics/slack.ts';
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
