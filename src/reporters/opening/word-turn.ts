import { showPoints } from '../show-quantity.ts';
import { own, type Phrase, say, upperFirst } from '../wording/say.ts';
import { wordFallOf } from '../wording/word-change.ts';

type Count = { readonly passes: number | null; readonly of: number };

/** From what to what some cases went. */
export type Turn = {
  readonly old: Count;
  readonly new: Count;
  readonly delta: number | null;
  /** The graded check that fell, where the passes do not tell. */
  readonly fall?: Parameters<typeof wordFallOf>[0] | undefined;
};

/** From what to what, in a sentence: `Always right before (6 of 6), always wrong now (0 of 6).` Empty where nothing is known. */
export function wordTurn(turns: readonly Turn[]): Phrase {
  const [first] = turns;
  if (first === undefined) return [];
  if (turns.some(({ fall }) => fall !== undefined))
    return turns.length === 1 && first.fall !== undefined
      ? say`${upperFirst(wordFallOf(first.fall))}.`
      : wordFall(turns);
  const sum = { old: 0, oldOf: 0, new: 0, newOf: 0 };
  for (const one of turns) {
    if (one.old.passes === null || one.new.passes === null) return wordFall(turns);
    sum.old += one.old.passes;
    sum.oldOf += one.old.of;
    sum.new += one.new.passes;
    sum.newOf += one.new.of;
  }
  const allToNone = sum.old === sum.oldOf && sum.new === 0;
  const alike = turns.every((one) => one.old.of === first.old.of && one.new.of === first.new.of);
  if (!allToNone) return own(`Right in ${sum.old} of ${sum.oldOf} replies before, in ${sum.new} of ${sum.newOf} now.`);
  if (!alike) return own('Always right before, always wrong now.');
  if (first.old.of === 1 && first.new.of === 1) return own('Right before, wrong now; asked once each.');
  return own(`Always right before (${first.old.of} of ${first.old.of}), always wrong now (0 of ${first.new.of}).`);
}

/** Falls of graded cases, from the least to the greatest where they differ. */
function wordFall(turns: readonly Turn[]): Phrase {
  const deltas = turns.flatMap(({ delta }) => (delta === null ? [] : [delta]));
  if (deltas.length === 0) return [];
  const [least, most] = [showPoints(Math.max(...deltas)), showPoints(Math.min(...deltas))];
  return own(`Down by ${least === most ? most : `${least.replace(/ points?$/u, '')} to ${most}`}.`);
}
