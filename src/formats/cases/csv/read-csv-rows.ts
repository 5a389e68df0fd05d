import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '../../../core/problem.ts';

/** A record of a CSV file and the line it begins on. */
export type CsvRow = { readonly cells: readonly string[]; readonly line: number };

/** The records of a CSV file, or what is wrong with it. */
export type CsvRowsRead =
  | { readonly kind: 'rows'; readonly rows: readonly CsvRow[] }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

/** Cuts comma-separated text into records, the header among them; empty lines are passed over. */
export function readCsvRows(text: string, file: string): CsvRowsRead {
  try {
    const rows: CsvRow[] = [];
    parse(text.replaceAll(/\r\n?/gu, '\n'), {
      bom: true,
      relax_column_count: true,
      record_delimiter: ['\n'],
      skip_empty_lines: true,
      on_record: (cells, { lines }) => {
        // The library counts to a record's last line; its first is where a reader looks.
        rows.push({ cells, line: lines - breaksIn(cells) });
        return cells;
      },
    });
    return { kind: 'rows', rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    const what = `Not readable as CSV: ${error.message.replace(/\.$/u, '')}.`;
    const fix = 'Write a quote inside a quoted cell twice.';
    return { kind: 'broken', problems: [{ reason: 'files', what, at: { file, line }, fix }] };
  }
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
}
