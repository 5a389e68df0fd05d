import type { Cell, Missing, Outcome } from '../outcome.ts';
import { type Side, sides } from '../side.ts';
import { isOutcome } from './measured-batch.ts';

/**
 * Cells that say nothing of their own: near copies of an earlier one of their row whose replies are byte for byte those of that
 * one, side by side and batch by batch, and got the same scores. They share their luck, so that counted apart one draw would look
 * like several. @returns the index of the one they repeat, by their own
 */
export function copiesOf(cells: readonly Cell[]): ReadonlyMap<number, number> {
  const first = new Map<string, number>();
  const copies = new Map<number, number>();
  cells.forEach((cell, index) => {
    const key = keyOf(cell);
    if (key === undefined) return;
    const found = first.get(key);
    if (found === undefined) first.set(key, index);
    else copies.set(index, found);
  });
  return copies;
}

/** All that was said in a cell and what its checks made of it; `undefined` where it is no near copy, or a reply's text is not known. */
function keyOf({ row, near, family, identical, batches }: Cell): string | undefined {
  if (near === undefined || identical || batches.length === 0) return undefined;
  const outcomes = batches.flatMap(({ pairs }) => pairs.flatMap((pair) => [pair.old, pair.new].filter(isOutcome)));
  if (outcomes.length === 0 || outcomes.some(({ said }) => said === undefined)) return undefined;
  const said = batches.map(({ round, uniform, pairs }) => [
    round,
    uniform,
    ...sides.map((side: Side) => pairs.map((pair) => toldOf(pair[side])).toSorted()),
  ]);
  return JSON.stringify([row, near, family, said]);
}

function toldOf(one: Outcome | Missing): string {
  if (!isOutcome(one)) return one.missing;
  const { said, score, passes, graded = [] } = one;
  return JSON.stringify([said, score, passes, graded.map(({ value }) => value)]);
}
