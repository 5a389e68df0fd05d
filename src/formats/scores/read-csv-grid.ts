import { CsvError, parse } from 'csv-parse/sync';
import { TextLines } from '../../core/json-text/text-lines.ts';
import type { Position, Problem } from '../../core/problem.ts';
import type { Grid, GridRow } from './grid.ts';
import { brokenFile } from './score-problem.ts';
import type { ScoreFileRead } from './types.ts';

type Line = { readonly cells: readonly string[]; readonly line: number };
export type GridRead = { readonly kind: 'grid'; readonly grid: Grid } | Extract<ScoreFileRead, { kind: 'broken' }>;

/** Reads a table whose cells are parted by the comma, semicolon or tab that its header has. */
export function readCsvGrid(written: string, file: string): GridRead {
  const text = written.replaceAll(/\r\n?/gu, '\n');
  const head = text.slice(0, 10_000).split('\n', 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].find((mark) => head.includes(mark)) ?? ',';
  const places = new TablePlaces(text, file, delimiter);
  const read = readLines(text, delimiter, places);
  if (read.kind === 'broken') return read;
  const [header, ...body] = read.lines;
  const top = header?.line ?? 1;
  const names = (header?.cells ?? []).map((cell) => cell.trim());
  const problems: Problem[] = [];
  const rows = body.flatMap(({ cells, line }): readonly GridRow[] => {
    if (cells.length === names.length) return [{ cells, at: (cell) => places.at(line, cell) }];
    const at = places.at(line, Math.min(cells.length, names.length));
    const what = `This row has ${cells.length} cells, the header ${names.length}.`;
    problems.push({ reason: 'files', what, at, fix: 'Put texts with commas or line breaks in double quotes.' });
    return [];
  });
  return { kind: 'grid', grid: { file, names, at: (cell) => places.at(top, cell), rows, problems } };
}

function readLines(text: string, delimiter: string, places: TablePlaces) {
  const lines: Line[] = [];
  let done = 0;
  try {
    parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\n'],
      skip_empty_lines: true,
      on_record: (cells, { lines: last }) => {
        // The library counts to a record's last line; its first is where a reader looks.
        lines.push({ cells, line: last - cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0) });
        done = last;
        return cells;
      },
    });
    return { kind: 'lines', lines } as const;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = text.split('\n').findIndex((line, index) => index >= done && line !== '') + 1;
    const cell = 'index' in error && typeof error.index === 'number' ? error.index : 0;
    return brokenFile({
      reason: 'files',
      what: `Not readable as CSV: ${error.message.replace(/\.$/u, '')}.`,
      at: places.at(row, cell),
      fix: 'Write a quote inside a quoted cell twice.',
    });
  }
}

/** Finds the cells of a table in its text, which has `\n` line ends. Nothing is looked for before it is asked. */
class TablePlaces {
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
