import type { Batch, Cell, Outcome } from '../outcome.ts';
import { sides } from '../side.ts';
import { isOutcome } from './measured-batch.ts';
import { disagrees } from './pick-topped-up.ts';

/** Replies a side of a cell from which a service that repeats them is taken to repeat all of its replies. */
const surely = 5;

/**
 * Whether all replies of each side of a cell are byte for byte the same, two a side at least: more of them would say
 * nothing new. Which side passes does not count.
 */
export function repeats({ batches }: Cell, round = Number.POSITIVE_INFINITY, atLeast = 2): boolean {
  return sides.every((side) => {
    const said = outcomesOf(batches, side, round).map((one) => one.said);
    const [first] = said;
    return said.length >= atLeast && first !== undefined && said.every((one) => one === first);
  });
}

/**
 * Rows whose service answers a request always alike, as one at temperature 0 or behind a cache does: every cell that was
 * asked more than once repeats itself, one of them in five replies a side or more.
 */
export function repeatingRows(cells: readonly Cell[], round: number): ReadonlySet<string> {
  const rows = Map.groupBy(
    cells.filter(({ identical }) => !identical),
    ({ row }) => row,
  );
  return new Set(
    [...rows].flatMap(([row, held]) => {
      const again = held.filter(({ batches }) => sides.some((side) => outcomesOf(batches, side, round).length > 1));
      const always = again.every((cell) => repeats(cell, round)) && again.some((cell) => repeats(cell, round, surely));
      return always ? [row] : [];
    }),
  );
}

/**
 * Whether a cell that repeats itself got one answer before and another now, by what the gate takes for a fact. Its
 * replies are asked on as anybody's: ten such cases at once need more of them each for the same proof.
 */
export function changesForGood(cell: Cell, round: number): boolean {
  if (!repeats(cell, round)) return false;
  if (!isJudged(cell)) return disagrees(cell, round);
  const said = new Set(sides.flatMap((side) => outcomesOf(cell.batches, side, round).map(({ exact }) => exact)));
  return said.size > 1;
}

/** A cell whose replies repeat, as the one observation a side that they are. */
export function once(cell: Cell): Cell {
  for (const batch of cell.batches) {
    const pair = batch.pairs.find(({ old, new: now }) => isOutcome(old) && isOutcome(now));
    if (pair !== undefined) return { ...cell, batches: [{ ...batch, pairs: [pair] }] };
  }
  return cell;
}

/** Whether a model judged any of its replies. */
export function isJudged({ batches }: Cell): boolean {
  return sides.some((side) => outcomesOf(batches, side).some(({ judged }) => judged === true));
}

function outcomesOf(
  batches: readonly Batch[],
  side: 'old' | 'new',
  round = Number.POSITIVE_INFINITY,
): readonly Outcome[] {
  return batches
    .filter((batch) => batch.round <= round)
    .flatMap(({ pairs }) => pairs.map((pair) => pair[side]).filter(isOutcome));
}
