import type { Report } from '../../core/report/report.ts';
import { showTally } from '../show-quantity.ts';
import { list, own, type Phrase, say } from './say.ts';

/** Decrease of a case's score from which it is told, though nothing is proven. */
const told = -0.5;
const mostTold = 10;

/** Cases that fell by half or more in a review that could not prove it: what a reader would look at first. Empty where there are none. */
export function wordFallen({ verdict, prompts }: Report): readonly Phrase[] {
  if (verdict !== 'inconclusive') return [];
  const fallen = prompts.flatMap(({ models }) =>
    models.flatMap((row) =>
      row.cases
        .filter(({ delta, state }) => delta !== null && delta <= told && state !== 'regressed')
        .map((one) => ({ row, one })),
    ),
  );
  if (fallen.length === 0) return [];
  const phrases = fallen
    .slice(0, mostTold)
    .map(({ row, one }) => say`${one.id} on ${row.id} ${own(`${showTally(one.old)} → ${showTally(one.new)}`)}`);
  const more = fallen.length - phrases.length;
  return [say`Fell, with too few replies to prove it: ${list(phrases)}${own(more > 0 ? ` and ${more} more` : '')}.`];
}
