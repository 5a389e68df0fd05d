import type { SqlOfFormat } from './call-columns.ts';
import { langfuseSql } from './langfuse-sql.ts';
import { litellmSql } from './litellm-sql.ts';
import { plainSql } from './plain-sql.ts';

export { logMacros } from './macros.ts';
export { literal, quoted, RecordKeys } from './sql-values.ts';
export { sumCallsSql } from './sum-calls.ts';

/** Formats whose calls are summed in SQL, by their names. */
export const sqlOfFormats: ReadonlyMap<string, SqlOfFormat> = new Map([
  ['plain', plainSql],
  ['litellm', litellmSql],
  ['langfuse', langfuseSql],
]);
