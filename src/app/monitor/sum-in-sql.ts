import type { LogDatabase, OpenLogDatabase, SqlFunction } from '../../core/logs/log-database.ts';
import { brokenRecord, type LogTally } from '../../core/logs/log-tally.ts';
import type { CostOf } from '../../core/money/prices.ts';
import type { CallGroups } from '../../core/monitor/call-groups.ts';
import { latencyBin } from '../../core/monitor/call-sum.ts';
import type { LogFile } from '../../core/ports.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import type { Settings } from '../../core/settings/settings.ts';
import {
  jsonOf,
  literal,
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
import { type Known, ofLines, recogniseTables, tablesWithOddLines } from './recognise-tables.ts';
import { type CallRow, callRow, isPricedAgain, sumOfRow, unevenModel } from './summed-row.ts';

type Around = {
  readonly openDatabase: OpenLogDatabase;
  readonly costOf: CostOf;
  readonly groups: CallGroups;
  /** Reads files call by call into the same groups. */
  readonly readSingly: (files: readonly LogFile[]) => Promise<readonly LogTally[]>;
};

/**
 * Sums the calls of logs in a database, and adds them to `groups`. Refusals are found by the same words as one by one.
 * A file with lines that the database cannot read is read call by call: its numbers, and the places of its faults, are the other engine's.
 * @returns what became of the records, by file, and how many bytes the files have as they lie, packed or not
 * @throws ProblemError where a log is of a format that SQL does not read
 */
export async function sumInSql(
  named: readonly string[],
  { logFields }: Settings,
  { openDatabase, costOf, groups, readSingly }: Around,
): Promise<{ readonly tallies: readonly LogTally[]; readonly bytes: number }> {
  const database = await openDatabase(named, { macros: logMacros, functions: oddFunctions });
  try {
    const { tables } = database;
    const bytes = await sizeOf(database);
    const odd = new Set(await tablesWithOddLines(database));
    const known = await recogniseTables(
      tables.filter((table) => !odd.has(table)),
      database,
      logFields,
    );
    const counts = new Map(tables.map(({ name }) => [name, { records: 0, calls: 0, broken: 0 }]));
    const around = { fields: logFields, costOf, measuredOneIn: bytes > manyBytes ? 16 : 1 };
    const alike = Map.groupBy(known.values(), ({ format, isParquet }) => `${format.name} ${isParquet}`);
    for (const group of alike.values()) {
      await sumTables(database, group, around, (row, file) => {
        // Of which file a whole record is SQL does not say: the first one stands for all.
        const count = counts.get(file ?? group[0]?.name ?? '');
        if (count !== undefined) {
          count.records += row.calls;
          if (row.kind === 0) count.calls += row.calls;
          if (row.kind === 2) count.broken += row.calls;
        }
        if (row.kind !== 0) return;
        const { segment, asked, served, prompt } = row;
        const names = {
          segment: segment ?? undefined,
          model: asked ?? served ?? undefined,
          prompt: prompt ?? undefined,
        };
        groups.take(row.latest ?? undefined, names, sumOfRow(row, costOf));
      });
    }
    const singly = new Map(
      (await readSingly([...odd].flatMap(({ name, text }) => (text === undefined ? [] : [{ name, text }])))).map(
        (tally) => [tally.file, tally],
      ),
    );
    return {
      bytes,
      tallies: [...counts].map(
        ([file, count]): LogTally =>
          singly.get(file) ?? {
            ...{ file, format: known.get(file)?.format.title, ...count },
            faults: count.broken === 0 ? [] : [brokenRecord(wordBroken(count.broken), { file })],
          },
      ),
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

/** Bytes of logs from which on a sample is enough to tell how long prompts are. */
const manyBytes = 64 * 1024 * 1024;

type Summing = {
  readonly fields: Settings['logFields'];
  readonly costOf: CostOf;
  readonly measuredOneIn: number;
};

/** @param take given each row as it comes, and the name of the file that it is of: there are as many as names of segments */
async function sumTables(
  database: LogDatabase,
  tables: readonly Known[],
  { fields, costOf, measuredOneIn }: Summing,
  take: (row: CallRow, file: string | undefined) => void,
): Promise<void> {
  const [first] = tables;
  const sqlOf = sqlOfFormats.get(first?.format.name ?? '');
  if (first === undefined || sqlOf === undefined) return;
  const keys = new RecordKeys();
  const steps = sqlOf(keys, fields);
  const names = new Map(tables.map(({ path, name }) => [path, name]));
  const sum = async (exact: readonly string[], each: (row: CallRow) => void): Promise<void> => {
    const sql = sumCallsSql({
      source: sourceOf(first.isParquet, tables, keys),
      ...{ steps, latencyBin, exact, measuredOneIn, longFrom: longRequest },
      ...{ cut: [...cutEndings], declined: [...declinedEndings], refusalHint: asRe2(refusalHint.source) },
    });
    for await (const rows of database.rows(sql)) for (const row of rows) each(callRow.parse(row));
  };
  const taken = (row: CallRow): void => take(row, row.file === null ? undefined : (names.get(row.file) ?? row.file));
  // A model whose price a token depends on the request has each of its calls priced by itself.
  const uneven = new Set<string>();
  await sum([], (row) => {
    const model = unevenModel(row, costOf);
    if (model === undefined) taken(row);
    else uneven.add(model);
  });
  if (uneven.size === 0) return;
  await sum([...uneven], (row) => {
    if (isPricedAgain(row, uneven, costOf)) taken(row);
  });
}

function sourceOf(isParquet: boolean, tables: readonly Known[], { columns }: RecordKeys): string {
  const paths = tables.map(({ pattern }) => literal(pattern)).join(', ');
  const held = new Set(tables.flatMap((table) => table.columns));
  const file = freeName([...held, ...columns.map(([key]) => key)]);
  if (!isParquet) {
    const written = new Map(columns.map(([key]) => [key.toLowerCase(), key]));
    const other = columns.find(([key]) => written.get(key.toLowerCase()) !== key)?.[0];
    if (other !== undefined) throw new ProblemError(sameLetters(other, written.get(other.toLowerCase()) ?? other));
    const types = columns.map(([key]) => `${quoted(key)}: 'JSON'`);
    return `SELECT ${columns.map(([key, column]) => `${quoted(key)} AS ${column}`).join(', ')}, ${quoted(file)} AS file
      FROM read_json([${paths}], columns = {${types.join(', ')}}, ${ofLines}, filename = ${literal(file)})`;
  }
  const values = columns.map(
    ([key, column]) => `${held.has(key) ? `to_json(${quoted(key)})` : 'CAST(NULL AS JSON)'} AS ${column}`,
  );
  return `SELECT ${values.join(', ')}, ${quoted(file)} AS file
    FROM read_parquet([${paths}], union_by_name = true, filename = ${literal(file)}, hive_partitioning = false)`;
}

/** A name for the column of the file, which no other column has. */
function freeName(names: readonly string[]): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  let name = 'log file';
  while (taken.has(name)) name += '_';
  return name;
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
