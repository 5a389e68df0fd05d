import type { Cell } from '../outcome.ts';
import type { Side } from '../side.ts';
import type { RowComparison } from './comparison.ts';
import { isOutcome } from './measured-batch.ts';

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
