import type { Cell, Outcome } from '../outcome.ts';
import { type Side, sides } from '../side.ts';
import { quantile } from '../statistics/quantile.ts';
import { scoreSlack } from '../statistics/stratum.ts';
import type { MeanCost } from './comparison.ts';
import type { GateSample, Limited } from './gate-sample.ts';
import { isOutcome } from './measured-batch.ts';
import { timeOf } from './pace.ts';
import type { GateSettings, LatencyOf } from './settings.ts';

export type RowLatency = {
  readonly old: number | null;
  readonly new: number | null;
  readonly increase: number | null;
};

/**
 * Milliseconds of a reply over the uniform rounds of base's cases up to `round`, and the increase as a share: the median or the
 * 95th percentile, or the median until the first token. Of the last null where one reply does not tell it.
 */
export function rowLatency(cells: readonly Cell[], round: number, of: LatencyOf = 'p50'): RowLatency {
  const times = { old: [] as (number | undefined)[], new: [] as (number | undefined)[] };
  for (const { family, identical, batches } of cells) {
    if (family !== 'base' || identical) continue;
    for (const { uniform, pairs, round: asked } of batches) {
      if (!uniform || asked > round) continue;
      for (const pair of pairs)
        for (const side of sides) if (isOutcome(pair[side])) times[side].push(timeOf(pair[side], of));
    }
  }
  const old = told(times.old, of);
  const now = told(times.new, of);
  return { old, new: now, increase: old === null || now === null || old <= 0 ? null : now / old - 1 };
}

function told(times: readonly (number | undefined)[], of: LatencyOf): number | null {
  const known = times.filter((time) => time !== undefined);
  return of === 'first-token' && known.length < times.length ? null : quantile(known, of === 'p95' ? 0.95 : 0.5);
}

/** Whether a row is beyond a limit, as far as its replies up to `round` go. */
type Broken = (sample: GateSample, row: number, round: number, settings: GateSettings) => boolean;

/** The latency, or the mean cost, rose by more than its limit. Whether by chance, the limit's test says. */
export const limitBroken: Readonly<Record<Limited, Broken>> = {
  latency: (sample, row, round, { latencyLimit, latencyOf }) => {
    const { increase } = rowLatency(cellsOfRow(sample, row), round, latencyOf);
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
