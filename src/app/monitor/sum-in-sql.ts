import type { Json } from '../../core/json.ts';
import type { LogDatabase, LogTable, OpenLogDatabase, SqlFunction } from '../../core/logs/log-database.ts';
import { brokenRecord, type LogTally } from '../../core/logs/log-tally.ts';
import type { CostOf } from '../../core/money/prices.ts';
import type { CallGroups } from '../../core/monitor/call-groups.ts';
import { latencyBin } from '../../core/monitor/call-sum.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import type { Settings } from '../../core/settings/settings.ts';
import {
  jsonOf,
  type LogFormat,
  literal,
  logFormats,
  logMacros,
  quoted,
  RecordKeys,
  readMessages,
  readOutput,
  sqlOfFormats,
  sumCallsSql,
  timeOf,
} from '../../formats/logs/index.ts';
import { findRefusal, refusalHint } from '../../scorers/index.ts';
import { cutEndings, declinedEndings } from './count-call.ts';
import { longRequest } from './price-calls.ts';
import { type CallRow, callRow, sumOfRow, unevenModel } from './summed-row.ts';

type Around = { readonly openDatabase: OpenLogDatabase; readonly costOf: CostOf; readonly groups: CallGroups };

/**
 * Sums the calls of logs in a database, and adds them to `groups`. Refusals are found by the same words as one by one.
 * @returns what became of the records, by file, and how many bytes the files have as they lie, packed or not
 * @throws ProblemError where a log is of a format that SQL does not read
 */
export async function sumInSql(
  named: readonly string[],
  { logFields }: Settings,
  { openDatabase, costOf, groups }: Around,
): Promise<{ readonly tallies: readonly LogTally[]; readonly bytes: number }> {
  const database = await openDatabase(named, { macros: logMacros, functions: oddFunctions });
  try {
    const known = await recognise(database, logFields);
    const bytes = await sizeOf(database);
    const around = { fields: logFields, costOf, measuredOneIn: bytes > manyBytes ? 16 : 1 };
    const counts = new Map(database.tables.map(({ name }) => [name, { records: 0, calls: 0, broken: 0 }]));
    for (const tables of Map.groupBy(
      known.values(),
      ({ format, isParquet }) => `${format.name} ${isParquet}`,
    ).values()) {
      for (const row of await sumTables(database, tables, around)) {
        // Of which file a whole record is SQL does not say: the first one stands for all.
        const count = counts.get(row.file ?? tables[0]?.name ?? '');
        if (count !== undefined) {
          count.records += row.calls;
          if (row.kind === 0) count.calls += row.calls;
          if (row.kind === 2) count.broken += row.calls;
        }
        if (row.kind !== 0) continue;
        const { segment, asked, served, prompt } = row;
        const names = {
          segment: segment ?? undefined,
          model: asked ?? served ?? undefined,
          prompt: prompt ?? undefined,
        };
        groups.take(row.latest ?? undefined, names, sumOfRow(row, costOf));
      }
    }
    return {
      bytes,
      tallies: [...counts].map(([file, count]) => ({
        ...{ file, format: known.get(file)?.format.title, ...count },
        faults: count.broken === 0 ? [] : [brokenRecord(wordBroken(count.broken), { file })],
      })),
    };
  } finally {
    database.close();
  }
}

/** Bytes of the files as they lie, packed or not. */
async function sizeOf({ tables, rows }: LogDatabase): Promise<number> {
  const paths = tables.map(({ pattern }) => literal(pattern)).join(', ');
  let bytes = 0;
  for await (const [row] of rows(`SELECT sum(size)::DOUBLE AS bytes FROM read_blob([${paths}])`))
    bytes += typeof row?.['bytes'] === 'number' ? row['bytes'] : 0;
  return bytes;
}

function wordBroken(broken: number): string {
  return `${broken} of its records cannot be read; \`--engine node\` tells on which lines.`;
}

type Known = LogTable & { readonly format: LogFormat; readonly columns: readonly string[] };

/** Bytes of logs from which on a sample is enough to tell how long prompts are. */
const manyBytes = 64 * 1024 * 1024;

/** Records of a file by which its format is told. */
const looked = 100;

async function recognise(database: LogDatabase, fields: Settings['logFields']): Promise<ReadonlyMap<string, Known>> {
  const known = new Map<string, Known>();
  const problems: Problem[] = [];
  for (const table of database.tables) {
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
const ofLines = "format = 'newline_delimited', ignore_errors = true, filename = true, hive_partitioning = false";

type Summing = {
  readonly fields: Settings['logFields'];
  readonly costOf: CostOf;
  readonly measuredOneIn: number;
};

async function sumTables(
  database: LogDatabase,
  tables: readonly Known[],
  { fields, costOf, measuredOneIn }: Summing,
): Promise<readonly CallRow[]> {
  const [first] = tables;
  const sqlOf = sqlOfFormats.get(first?.format.name ?? '');
  if (first === undefined || sqlOf === undefined) return [];
  const keys = new RecordKeys();
  const steps = sqlOf(keys, fields);
  const names = new Map(tables.map(({ path, name }) => [path, name]));
  const sum = async (exact: readonly string[]): Promise<readonly CallRow[]> => {
    const sql = sumCallsSql({
      source: sourceOf(first.isParquet, tables, keys),
      ...{ steps, latencyBin, exact, measuredOneIn, longFrom: longRequest },
      ...{ cut: [...cutEndings], declined: [...declinedEndings], refusalHint: asRe2(refusalHint.source) },
    });
    const found: CallRow[] = [];
    for await (const rows of database.rows(sql)) found.push(...rows.map((row) => callRow.parse(row)));
    return found;
  };
  const rows = await sum([]);
  // A model whose price a token depends on the request has each of its calls priced by itself.
  const uneven = new Set(rows.flatMap((row) => (row.kind === 0 ? (unevenModel(row, costOf) ?? []) : [])));
  const summed = uneven.size === 0 ? rows : await sum([...uneven]);
  return summed.map((row) => (row.file === null ? row : { ...row, file: names.get(row.file) ?? row.file }));
}

function sourceOf(isParquet: boolean, tables: readonly Known[], { columns }: RecordKeys): string {
  const paths = tables.map(({ pattern }) => literal(pattern)).join(', ');
  if (!isParquet) {
    const written = new Map(columns.map(([key]) => [key.toLowerCase(), key]));
    const other = columns.find(([key]) => written.get(key.toLowerCase()) !== key)?.[0];
    if (other !== undefined) throw new ProblemError(sameLetters(other, written.get(other.toLowerCase()) ?? other));
    const types = columns.map(([key]) => `${quoted(key)}: 'JSON'`);
    return `SELECT ${columns.map(([key, column]) => `${quoted(key)} AS ${column}`).join(', ')}, filename AS file
      FROM read_json([${paths}], columns = {${types.join(', ')}}, ${ofLines})`;
  }
  const held = new Set(tables.flatMap((table) => table.columns));
  const values = columns.map(
    ([key, column]) => `${held.has(key) ? `to_json(${quoted(key)})` : 'CAST(NULL AS JSON)'} AS ${column}`,
  );
  return `SELECT ${values.join(', ')}, filename AS file
    FROM read_parquet([${paths}], union_by_name = true, filename = true, hive_partitioning = false)`;
}

function sameLetters(one: string, other: string): Problem {
  return {
    reason: 'config',
    what: `Fields \`${one}\` and \`${other}\` differ in nothing but small and capital letters, which DuckDB does not tell apart.`,
    fix: 'Read these logs by `--engine node`.',
  };
}

/** An expression as RE2 writes it, that finds all that JavaScript's does: RE2 knows fewer spaces, and counts no halves of characters. */
function asRe2(source: string): string {
  return source
    .replaceAll(/\\u([0-9a-f]{4})/gu, '\\x{$1}')
    .replaceAll('\\s', '[\\s\\x0b\\x{a0}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{feff}]')
    .replaceAll('-\\x{faff}]', '-\\x{faff}\\x{10000}-\\x{10ffff}]');
}

/** What few values need, done by the same code as one by one. */
const oddFunctions: readonly SqlFunction[] = [
  { name: 'odd_number', returns: 'VARCHAR', call: (text) => `${Number(text)}` },
  { name: 'odd_date', returns: 'DOUBLE', call: (text) => timeOf(text) },
  { name: 'odd_reply', returns: 'VARCHAR', call: (text) => readOutput(jsonOf(text))?.text },
  { name: 'odd_refusal', returns: 'BOOLEAN', call: (text) => findRefusal(text) !== undefined },
  {
    name: 'odd_sent',
    returns: 'DOUBLE',
    call: (text) => readMessages(jsonOf(text), 'user').reduce((sum, { content }) => sum + content.length, 0),
  },
];
