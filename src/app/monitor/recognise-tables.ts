import type { Json } from '../../core/json.ts';
import type { LogDatabase, LogTable } from '../../core/logs/log-database.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { jsonOf, type LogFormat, literal, logFormats, sqlOfFormats } from '../../formats/logs/index.ts';

/** A table of a format that SQL sums. */
export type Known = LogTable & { readonly format: LogFormat; readonly columns: readonly string[] };

/** Records of a file by which its format is told. */
const looked = 100;

/**
 * The formats of tables, by their names; what holds no record is none of them.
 * @throws ProblemError where one is of a format that SQL does not read
 */
export async function recogniseTables(
  tables: readonly LogTable[],
  database: LogDatabase,
  fields: Settings['logFields'],
): Promise<ReadonlyMap<string, Known>> {
  const known = new Map<string, Known>();
  const problems: Problem[] = [];
  for (const table of tables) {
    const from = table.isParquet
      ? `read_parquet([${literal(table.pattern)}])`
      : `read_json_objects([${literal(table.pattern)}], ${ofLines})`;
    const value = table.isParquet ? 'to_json(t)' : 'json';
    const records: (Json | undefined)[] = [];
    for await (const rows of database.rows(`SELECT CAST(${value} AS VARCHAR) AS record FROM ${from} t LIMIT ${looked}`))
      records.push(...rows.map(({ record = null }) => (typeof record === 'string' ? jsonOf(record) : undefined)));
    if (records.length === 0) continue;
    const found = records.flatMap((record) => {
      const format = isObject(record) ? logFormats.find(({ recognises }) => recognises(record, fields)) : undefined;
      return format === undefined || !isObject(record) ? [] : [{ format, columns: Object.keys(record) }];
    })[0];
    if (found !== undefined && sqlOfFormats.has(found.format.name)) known.set(table.name, { ...table, ...found });
    else problems.push(notRead(table, found?.format));
  }
  const [first, ...others] = problems;
  if (first !== undefined) throw new ProblemError(first, ...others);
  return known;
}

function notRead({ name }: LogTable, format: LogFormat | undefined): Problem {
  const titles = logFormats.filter((one) => sqlOfFormats.has(one.name)).map(({ title }) => title);
  return {
    reason: 'files',
    what:
      format === undefined
        ? `None of its first ${looked} lines is a record that \`--engine duckdb\` knows.`
        : `\`--engine duckdb\` does not read ${format.title}.`,
    at: { file: name },
    fix: `Read it by \`--engine node\`, or name the fields of your own records under \`logs\` in the config. DuckDB reads JSON Lines and Parquet of: ${titles.join('; ')}.`,
  };
}

/** How JSON Lines are read: what is broken is a row of NULL, and no folder is a column. */
export const ofLines = "format = 'newline_delimited', ignore_errors = true, hive_partitioning = false";

/**
 * Files of this machine with lines that the database takes for no record: broken ones, and those that it alone cannot read, such as half of a
 * character, bytes that are no UTF-8, a mark of byte order, or a table. What the other engine makes of them nobody else knows.
 */
export async function tablesWithOddLines({ tables, rows }: LogDatabase): Promise<readonly LogTable[]> {
  const looked = tables.filter(({ text }) => text !== undefined);
  if (looked.length === 0) return [];
  const odd = new Set<Json | undefined>();
  const files = looked.map(({ pattern }) => literal(pattern)).join(', ');
  for await (const some of rows(`SELECT DISTINCT file FROM read_json_objects([${files}], ${ofLines}, filename = 'file')
    WHERE json IS NULL OR ltrim(CAST(json AS VARCHAR))[1] <> '{'`))
    for (const { file } of some) odd.add(file);
  return looked.filter(({ path }) => odd.has(path));
}
