/**
 * The part of csv-parse that core uses. The package's own types pull all of Node's into the program, which would
 * undo the lock of tsconfig.pure.json.
 */
export class CsvError extends Error {
  readonly code: string;
}
export function parse(
  text: string,
  options: {
    readonly bom: boolean;
    readonly delimiter?: string;
    readonly relax_column_count: boolean;
    readonly record_delimiter: string[];
    readonly skip_empty_lines: boolean;
    readonly on_record: (record: string[], context: { readonly lines: number }) => string[];
  },
): string[][];
