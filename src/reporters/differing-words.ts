import { type Change, diffWordsWithSpace } from 'diff';

/** Changes beyond this many words are not looked for: the texts have nothing to do with each other, and finding out would take long. */
const mostChanges = 800;

/** A stretch of two texts: what each has there. */
export type WordSpan = { readonly same: boolean; readonly old: string; readonly new: string };

/** Two texts by the words that both have and those that only one has; undefined where they are too far apart. */
export function differingWords(old: string, now: string): readonly WordSpan[] | undefined {
  const changes = diffWordsWithSpace(old, now, { maxEditLength: mostChanges });
  return changes === undefined ? undefined : joined(changes);
}

/** Changes with only a word or two between them become one: single shared words in rewritten sentences are chance, and noise to the eye. */
function joined(changes: readonly Change[]): readonly WordSpan[] {
  const spans: WordSpan[] = [];
  for (const [index, { value, added, removed }] of changes.entries()) {
    const between = index > 0 && index < changes.length - 1 && wordsIn(value) < 3;
    const same = !added && !removed && !between;
    const part = { same, old: added ? '' : value, new: removed ? '' : value };
    const last = spans.at(-1);
    if (last === undefined || last.same !== same) spans.push(part);
    else spans.splice(-1, 1, { same, old: last.old + part.old, new: last.new + part.new });
  }
  return spans;
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
