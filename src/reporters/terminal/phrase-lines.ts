import { showOnOneLine } from '../../core/text/show-on-one-line.ts';
import { type Phrase, plain } from '../wording/say.ts';
import { wrap } from './wrap.ts';

/** Columns every line stays within. */
export const terminalWidth = 100;

/** A phrase in lines of a terminal's width, each behind `indent`; none for an empty one. */
export function phraseLines(phrase: Phrase, indent = ''): readonly string[] {
  return phrase.length === 0 ? [] : wrap(plain(phrase, harmless).replaceAll('`', ''), terminalWidth, indent);
}

/** No escape sequence, no line break, nothing that hides. */
export function harmless(text: string): string {
  return showOnOneLine(text, 700);
}
