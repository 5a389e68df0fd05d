/** The lines of a text, found once, when a place in it is first asked for: a file may be wrong in every line. */
export class TextLines {
  readonly #text: string;
  #starts: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset at which a line begins, counted from 1; the text's beginning where there is no such line. */
  startOf(line: number): number {
    return this.#found()[line - 1] ?? 0;
  }

  /** Line and column of an offset, counted from 1. A byte order mark takes no column. */
  placeOf(offset: number): { readonly line: number; readonly column: number } {
    const starts = this.#found();
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const mark = low === 0 && this.#text.startsWith('\u{feff}') ? 1 : 0;
    return { line: low + 1, column: Math.max(1, offset - (starts[low] ?? 0) - mark + 1) };
  }

  #found(): readonly number[] {
    if (this.#starts === undefined) {
      const starts = [0];
      for (let end = this.#text.indexOf('\n'); end !== -1; end = this.#text.indexOf('\n', end + 1))
        starts.push(end + 1);
      this.#starts = starts;
    }
    return this.#starts;
  }
}
