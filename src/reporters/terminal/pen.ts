import type { Screen } from '../../core/screen.ts';
import { showOnOneLine } from '../../core/text/show-hidden.ts';
import type { Verdict } from '../../core/verdict.ts';
import { type Phrase, plain } from '../wording/say.ts';
import { columnsOf } from './columns-of.ts';

/** Writes on a screen: within its columns, in its colours. */
export type Pen = {
  /** Columns every line stays within. */
  readonly columns: number;
  /** A phrase in lines, each behind `indent`; none for an empty one. */
  readonly lines: (phrase: Phrase, indent?: string) => readonly string[];
  /** Colours a line by what it says. */
  readonly paint: (as: Verdict | 'head', line: string) => string;
};

const columnsUnlessKnown = 100;

const codes = {
  regressed: 31,
  invalid: 31,
  failing: 31,
  inconclusive: 33,
  unreviewed: 33,
  pass: 32,
  skipped: 2,
  head: 1,
} as const satisfies Record<Verdict | 'head', number>;

/** A pen for a screen; ANSI codes only where it has colours. */
export function penFor({ colours, columns = columnsUnlessKnown }: Screen): Pen {
  return {
    columns,
    lines: (phrase, indent = '') =>
      phrase.length === 0 ? [] : wrap(plain(phrase, harmless).replaceAll('`', ''), columns, indent),
    paint: (as, line) => (colours ? `\u001b[${codes[as]}m${line}\u001b[0m` : line),
  };
}

/** No escape sequence, no line break, nothing that hides. */
export function harmless(text: string): string {
  return showOnOneLine(text, 700);
}

/**
 * The text's words in lines of at most `width` columns, each behind `indent`. A word that is wider is cut. Not `wrap-ansi`: it
 * counts columns by tables that miss scripts which `columnsOf` knows, and lines are coloured after they are cut.
 */
export function wrap(text: string, width: number, indent: string): readonly string[] {
  const room = width - indent.length;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => cut(one, room))) {
    // Measured together: a character may join with the blank behind it.
    if (line !== '' && columnsOf(`${line} ${word}`) > room) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, indent + line];
}

function cut(word: string, room: number): readonly string[] {
  if (columnsOf(word) <= room) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (columnsOf(piece + character) > room) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
