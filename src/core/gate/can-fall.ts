import type { Cell, Outcome } from '../outcome.ts';
import { scoreSlack } from '../statistics/slack.ts';
import { isOutcome, passesTell } from './measured-batch.ts';

/**
 * Whether a cell's replies up to a round left anything to lose: on the old side (of an added prompt: on the new) one passes, or
 * scores above zero where passes do not tell, or gets a grade that no pass tells and that could fall by half. What fails already cannot break.
 */
export function canFall(cell: Cell, round: number): boolean {
  const side = cell.newOnly === true ? 'new' : 'old';
  const tell = passesTell(cell);
  return cell.batches.some(
    (batch) =>
      batch.round <= round &&
      batch.pairs.some((pair) => {
        const one = pair[side];
        return isOutcome(one) && ((tell ? one.passes === true : one.score > scoreSlack) || hasGrade(one));
      }),
  );
}

function hasGrade({ graded = [] }: Outcome): boolean {
  return graded.some(({ value }) => value >= 1 / 2 - scoreSlack);
}
