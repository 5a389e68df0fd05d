import type { Cell } from '../outcome.ts';
import { scoreSlack } from '../statistics/slack.ts';
import { isOutcome, passesTell } from './measured-batch.ts';

/**
 * Whether a cell's replies up to a round left anything to lose: on the old side (of an added prompt: on the new) one passes, or
 * scores above zero where passes do not tell all. What fails already cannot break.
 */
export function canFall(cell: Cell, round: number): boolean {
  const side = cell.newOnly === true ? 'new' : 'old';
  const tell = passesTell(cell);
  return cell.batches.some(
    (batch) =>
      batch.round <= round &&
      batch.pairs.some((pair) => {
        const one = pair[side];
        return isOutcome(one) && (tell ? one.passes === true : one.score > scoreSlack);
      }),
  );
}
