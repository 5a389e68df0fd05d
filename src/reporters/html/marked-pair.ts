import { type Change, diffWordsWithSpace } from 'diff';
import { html, type Markup } from './markup.ts';

/** Changes beyond this many words are not marked: the texts have nothing to do with each other, and finding out would take long. */
const mostChanges = 800;

/** Both texts with the words marked that only one of them has. */
export function markedPair(old: string, now: string): { readonly old: Markup; readonly new: Markup } {
  const changes = diffWordsWithSpace(old, now, { maxEditLength: mostChanges });
  if (changes === undefined) return { old: html`${old}`, new: html`${now}` };
  const spans = joined(changes);
  return {
    old: html`${spans.map((span) => (span.same ? span.old : html`<del>${span.old}</del>`))}`,
    new: html`${spans.map((span) => (span.same ? span.new : html`<ins>${span.new}</ins>`))}`,
  };
}

type Span = { readonly same: boolean; readonly old: string; readonly new: string };

/** Changes with only a word or two between them become one: single shared words in rewritten sentences are chance, and noise to the eye. */
function joined(changes: readonly Change[]): readonly Span[] {
  const spans: Span[] = [];
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
