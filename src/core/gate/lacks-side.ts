import type { Cell } from '../outcome.ts';
import { sides } from '../side.ts';
import { isOutcome } from './measured-batch.ts';

/** Whether no reply of one of a cell's sides came and was scored up to a round. Which one is not told: more are asked of both. */
export function lacksSide(cell: Cell, round: number): boolean {
  const pairs = cell.batches.filter((batch) => batch.round <= round).flatMap((batch) => batch.pairs);
  return pairs.length > 0 && sides.some((side) => !pairs.some((pair) => isOutcome(pair[side])));
}
