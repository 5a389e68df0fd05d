import type { PlacedCase } from '../cases-of.ts';
import { showNumberOf, showTally } from '../show-quantity.ts';
import { own, type Phrase, say } from './say.ts';
import { tellingFall, wordChange } from './word-change.ts';

/** `refund fell on gpt-5: 6/6 → 2/6`, `8 cases fell: 6/6 → 0/6`, `8 cases fell, together 48/48 → 3/48`. */
export function wordFallen(fallen: readonly PlacedCase[], where: Phrase = []): Phrase {
  const ids = new Set(fallen.map(({ prompt, case: { id } }) => `${prompt.path}\n${id}`));
  const [first] = fallen;
  const who = first !== undefined && ids.size === 1 ? say`${first.case.id}` : own(showNumberOf(ids.size, 'case'));
  return say`${who} fell${where.length === 0 ? [] : say` ${where}`}${wordChanges(fallen)}`;
}

function wordChanges(fallen: readonly PlacedCase[]): Phrase {
  const [first, ...more] = fallen;
  if (first !== undefined && more.length === 0) return say`: ${wordChange(first.case)}`;
  // Counts that did not move would tell the opposite.
  return fallen.some(({ case: one }) => tellingFall(one) !== undefined) ? [] : own(wordTallies(fallen));
}

function wordTallies(fallen: readonly PlacedCase[]): string {
  const shown = new Set(fallen.map(({ case: one }) => `${showTally(one.old)} → ${showTally(one.new)}`));
  const [alike] = shown;
  if (shown.size === 1) return `: ${alike}`;
  const sum = { old: 0, oldOf: 0, new: 0, newOf: 0 };
  for (const { case: one } of fallen) {
    if (one.old.passes === null || one.new.passes === null) return '';
    sum.old += one.old.passes;
    sum.oldOf += one.old.of;
    sum.new += one.new.passes;
    sum.newOf += one.new.of;
  }
  return `, together ${sum.old}/${sum.oldOf} → ${sum.new}/${sum.newOf}`;
}
