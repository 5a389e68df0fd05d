import { canonicalJson, type Json, type JsonObject } from '../../core/json.ts';
import type { Located } from '../../core/yaml/located.ts';
import type { Grid } from './grid.ts';

/** A list of objects as a table: their keys are its columns, what one of them lacks is an empty cell. */
export function gridOfRecords(records: readonly JsonObject[], located: Located, file: string): Grid {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const at = (row: number) => (cell: number) => located.at([row, names[cell] ?? '']);
  return {
    file,
    names: names.map((name) => name.trim()),
    at: at(0),
    rows: records.map((record, row) => ({ cells: names.map((name) => textOf(record[name])), at: at(row) })),
    problems: [],
  };
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? canonicalJson(value) : String(value);
}
