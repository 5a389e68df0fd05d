import { columnsOf } from './columns-of.ts';

/** A text cut to so many columns of a terminal, with `…` where something is left out. */
export function clipTo(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  for (const character of text) {
    if (columnsOf(kept + character) > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
