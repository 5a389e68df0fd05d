import { diffWordsWithSpace } from 'diff';
import { html, type Markup } from './markup.ts';

/** Changes beyond this many words are not marked: the texts have nothing to do with each other, and finding out would take long. */
const mostChanges = 800;

/** Both texts with the words marked that only one of them has. */
export function markedPair(old: string, now: string): { readonly old: Markup; readonly new: Markup } {
  const changes = diffWordsWithSpace(old, now, { maxEditLength: mostChanges });
  if (changes === undefined) return { old: html`${old}`, new: html`${now}` };
  return {
    old: html`${changes.filter(({ added }) => !added).map(({ value, removed }) => (removed ? html`<del>${value}</del>` : value))}`,
    new: html`${changes.filter(({ removed }) => !removed).map(({ value, added }) => (added ? html`<ins>${value}</ins>` : value))}`,
  };
}
