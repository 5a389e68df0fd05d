import type { Cell, Missing, Outcome } from '../outcome.ts';
import type { Side } from '../side.ts';
import type { Tally } from './comparison.ts';
import { isOutcome } from './measured-batch.ts';

/** What became of the replies of one side of a cell, up to a round. */
export function tallySide(cell: Cell, side: Side, round = Number.POSITIVE_INFINITY): Tally {
  const asked: (Outcome | Missing)[] = cell.batches
    .filter((batch) => batch.round <= round)
    .flatMap(({ pairs }) => pairs.map((pair) => pair[side]));
  const scored = asked.filter(isOutcome);
  const marked = scored.filter(({ passes }) => passes !== undefined);
  return {
    scores: scored.map(({ score }) => score),
    passes: marked.length === 0 ? null : marked.filter(({ passes }) => passes).length,
    of: scored.length,
    missing: asked.length - scored.length,
  };
}
