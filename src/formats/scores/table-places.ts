import { TextLines } from '../../core/json-text/text-lines.ts';
import type { Position } from '../../core/position.ts';

/** Finds the cells of a table in its text, which has `\n` line ends. Nothing is looked for before it is asked. */
export class TablePlaces {
  readonly #text: string;
  readonly #file: string;
  readonly #delimiter: string;
  readonly #lines: TextLines;

  constructor(text: string, file: string, delimiter: string) {
    this.#text = text;
    this.#file = file;
    this.#delimiter = delimiter;
    this.#lines = new TextLines(text);
  }

  /** Where a cell begins, of the row that begins at a line; the row's end where it has fewer. */
  at(row: number, cell: number): Position {
    let at = this.#lines.startOf(row);
    if (this.#text[at] === '\u{feff}') at++;
    for (let passed = 0; passed < cell; passed++) {
      const end = endOfCell(this.#text, at, this.#delimiter);
      if (this.#text[end] !== this.#delimiter) return this.#place(end);
      at = end + 1;
    }
    return this.#place(at);
  }

  #place(offset: number): Position {
    return { file: this.#file, ...this.#lines.placeOf(offset) };
  }
}

/** The offset of the delimiter or line end after a cell; in quotes both are part of the cell. */
function endOfCell(text: string, from: number, delimiter: string): number {
  let quoted = text[from] === '"';
  let at = quoted ? from + 1 : from;
  for (; at < text.length; at++) {
    const mark = text[at];
    // A quote that is written twice closes the cell and opens it again at once.
    if (mark === '"' && (quoted || text[at - 1] === '"')) quoted = !quoted;
    else if (!quoted && (mark === delimiter || mark === '\n')) return at;
  }
  return at;
}
