import { CsvError, parse } from 'csv-parse/sync';
import { longestRecord, tooLong } from './split-lines.ts';
import type { RecordSplitter, SplitRecord } from './types.ts';

/** A table whose first row names its columns: a record a row, as a map of texts. */
export class RowSplitter implements RecordSplitter {
  #header: readonly string[] | undefined;
  #delimiter = ',';
  /** Text that holds no whole row yet, how far it was looked at, and whether that ends within quotes. */
  #left = '';
  #seen = 0;
  #quoted = false;
  #line = 1;

  *push(text: string): Iterable<SplitRecord> {
    const all = this.#left + text;
    let whole = 0;
    let quotes = this.#quoted;
    let at = this.#seen;
    for (; at < all.length; at += 1) {
      const one = all.charCodeAt(at);
      if (one === quote) quotes = !quotes;
      else if (one === newline && !quotes) whole = at + 1;
    }
    yield* this.#read(all.slice(0, whole));
    this.#left = all.slice(whole);
    [this.#seen, this.#quoted] = [this.#left.length, quotes];
    if (this.#left.length <= longestRecord) return;
    yield { kind: 'broken', why: `${tooLong} Does a quote in it lack its end?`, line: this.#line };
    [this.#left, this.#seen, this.#quoted] = ['', 0, false];
  }

  *end(): Iterable<SplitRecord> {
    yield* this.#read(this.#left);
    this.#left = '';
  }

  *#read(text: string): Iterable<SplitRecord> {
    if (text.trim() === '') return;
    this.#delimiter = this.#header === undefined ? delimiterOf(text) : this.#delimiter;
    const begin = this.#line;
    this.#line += text.split('\n').length - 1;
    for (const row of readRows(text, this.#delimiter)) {
      if (row.kind === 'broken') yield { ...row, line: row.line + begin - 1 };
      else if (this.#header === undefined) this.#header = row.cells.map((name) => name.trim());
      else if (row.cells.length !== this.#header.length) {
        const why = `It has ${row.cells.length} cells, and the table ${this.#header.length} columns.`;
        yield { kind: 'broken', why, line: row.line + begin - 1 };
      } else {
        const value = Object.fromEntries(this.#header.map((name, column) => [name, row.cells[column] ?? '']));
        yield { kind: 'value', value, line: row.line + begin - 1 };
      }
    }
  }
}

const [quote, newline] = [34, 10];

function delimiterOf(text: string): string {
  const header = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

type Row =
  | { readonly kind: 'row'; readonly cells: readonly string[]; readonly line: number }
  | { readonly kind: 'broken'; readonly why: string; readonly line: number };

function readRows(text: string, delimiter: string): readonly Row[] {
  const rows: Row[] = [];
  try {
    parse(text.replaceAll(/\r\n?/gu, '\n'), {
      bom: true,
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\n'],
      skip_empty_lines: true,
      on_record: (cells, { lines }) => {
        // The library counts to a record's last line; its first is where a reader looks.
        const breaks = cells.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
        rows.push({ kind: 'row', cells, line: lines - breaks });
        return cells;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    rows.push({ kind: 'broken', why: `Not readable as CSV: ${error.message.replace(/\.$/u, '')}.`, line });
  }
  return rows;
}
