import type { Cell, Outcome } from '../outcome.ts';
import type { Side } from '../side.ts';
import { scoreSlack } from '../statistics/stratum.ts';
import type { MeanCost } from './comparison.ts';
import type { GateSample, Limited } from './gate-sample.ts';
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

/** Whether a row is beyond a limit, as far as its replies up to `round` go. */
type Broken = (sample: GateSample, row: number, round: number, settings: GateSettings) => boolean;

/** The median latency, or the mean cost, rose by more than its limit. Whether by chance, the limit's test says. */
export const limitBroken: Readonly<Record<Limited, Broken>> = {
  latency: (sample, row, round, { latencyLimit }) => {
    const { increase } = medianLatency(cellsOfRow(sample, row), round);
    return latencyLimit !== undefined && increase !== null && increase > latencyLimit + scoreSlack;
  },
  cost: (sample, row, round, { costLimit }) => {
    const { old, new: now } = meanCost(cellsOfRow(sample, row), round);
    if (costLimit === undefined || old === null || now === null) return false;
    return now > old * (1 + costLimit) * (1 + scoreSlack);
  },
};

function cellsOfRow({ cells, rows }: GateSample, row: number): readonly Cell[] {
  return cells.filter((cell) => cell.row === rows[row]);
}

function median(values: readonly number[]): number | null {
  const ascending = values.toSorted((a, b) => a - b);
  const middle = (ascending.length - 1) / 2;
  const low = ascending[Math.floor(middle)];
  const high = ascending[Math.ceil(middle)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Mean dollars of a reply over the uniform rounds of base's cases, and the increase as a share; null where a price is unknown. */
export function meanCost(cells: readonly Cell[], round: number): MeanCost {
  const old = meanOfSide(cells, 'old', round, ({ costUsd }) => costUsd);
  const now = meanOfSide(cells, 'new', round, ({ costUsd }) => costUsd);
  if (old === null || now === null) return { old, new: now, increase: null };
  const increase = old > 0 ? now / old - 1 : now > 0 ? null : 0;
  return { old, new: now, increase };
}

/** The mean of a quantity over a side's uniform replies to base's cases; null where one of them does not tell it. */
export function meanOfSide(
  cells: readonly Cell[],
  side: Side,
  round: number,
  read: (outcome: Outcome) => number | undefined,
): number | null {
  let sum = 0;
  let replies = 0;
  for (const { family, batches } of cells) {
    if (family !== 'base') continue;
    for (const batch of batches) {
      if (!batch.uniform || batch.round > round) continue;
      for (const pair of batch.pairs) {
        const reply = pair[side];
        if (!isOutcome(reply)) continue;
        const value = read(reply);
        if (value === undefined) return null;
        sum += value;
        replies++;
      }
    }
  }
  return replies === 0 ? null : sum / replies;
}
