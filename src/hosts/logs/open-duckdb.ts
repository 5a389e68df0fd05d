import { resolve } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Json } from '../../core/json.ts';
import type { LogDatabase, LogTable, OpenLogDatabase, SqlFunction } from '../../core/logs/log-database.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import { findLogs, type LogPlace } from './open-logs.ts';
import { readLogFile } from './read-log-text.ts';

type DuckDb = typeof import('@duckdb/node-api');

const remote = /^s3:\/\/[^/]+\//u;

/** Endings of what DuckDB is given out of a folder. */
const endings = /\.(?:(?:jsonl?|ndjson|csv|tsv|log)(?:\.gz)?|parquet)$/iu;

/**
 * Opens DuckDB for logs below a folder. It is an optional package, loaded here and nowhere else. It reads the files that are named and nothing else,
 * writes none, and fetches no extension, unless an object store is named.
 */
export async function openDuckDb(
  named: readonly string[],
  { folder, kept, macros, functions }: LogPlace & Parameters<OpenLogDatabase>[1],
): Promise<LogDatabase> {
  if (named.includes('-')) throw new ProblemError(noStream);
  const remotes = named.filter((name) => remote.test(name));
  const local = await findLogs(
    named.filter((name) => !remote.test(name)),
    { folder, endings, ...(kept && { kept }) },
  );
  const tables = [
    ...local.map((name): LogTable => tableOf(name, resolve(folder, name), readLogFile)),
    ...remotes.map((name): LogTable => tableOf(name, name)),
  ];
  const duckdb = await loadDuckDb();
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  try {
    const connection = await instance.connect();
    if (remotes.length > 0) await loadStore(connection);
    for (const odd of functions) register(duckdb, connection, odd);
    for (const macro of macros) await connection.run(`CREATE TEMP MACRO ${macro}`);
    await connection.run("SET TimeZone = 'UTC'");
    // A name with the signs of a glob is written so that it stands for nothing but itself; both are looked up.
    const paths = tables.flatMap(({ path, pattern }) => (remote.test(path) ? [] : [...new Set([path, pattern])]));
    await connection.run(`SET allowed_paths = [${paths.map(text).join(', ')}]`);
    await connection.run(`SET allowed_directories = [${remotes.map((name) => text(placeOf(name))).join(', ')}]`);
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
    return { tables, rows: (sql) => rowsOf(connection, sql), close: () => close(connection, instance) };
  } catch (fault) {
    instance.closeSync();
    throw fault;
  }
}

/** @param read its text, where it is a file of this machine; an object of a store may be named by a glob */
function tableOf(name: string, path: string, read?: typeof readLogFile): LogTable {
  const isParquet = /\.parquet$/iu.test(name);
  if (read === undefined) return { name, path, pattern: path, isParquet };
  const pattern = path.replaceAll(/[*?[]/gu, '[$&]');
  return { name, path, pattern, isParquet, ...(isParquet ? {} : { text: () => read(path, name) }) };
}

async function loadDuckDb(): Promise<DuckDb> {
  try {
    const duckdb = await import('@duckdb/node-api');
    if (!('DuckDBScalarFunction' in duckdb)) throw new ProblemError(tooOld);
    return duckdb;
  } catch (fault) {
    if (fault instanceof ProblemError) throw fault;
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') throw new ProblemError(notInstalled);
    throw new ProblemError({ ...notInstalled, what: `DuckDB cannot be loaded: ${wordFault(fault)}` });
  }
}

/** What reads object stores is an extension of DuckDB: taken as it is installed, else fetched from where DuckDB keeps them, signed. */
async function loadStore(connection: DuckDBConnection): Promise<void> {
  try {
    await connection.run('LOAD httpfs').catch(async () => {
      await connection.run('INSTALL httpfs');
      await connection.run('LOAD httpfs');
    });
  } catch (fault) {
    throw new ProblemError({
      reason: 'files',
      what: `DuckDB cannot read object stores here: ${wordFault(fault)}`,
      fix: 'Let it fetch its extension `httpfs`, or copy the logs to this machine.',
    });
  }
}

/** The part of an object's address before the first sign of a glob. */
function placeOf(name: string): string {
  const fixed = name.replace(/[*?[].*$/su, '');
  return fixed.slice(0, fixed.lastIndexOf('/') + 1);
}

function register(
  { DuckDBScalarFunction, VARCHAR, DOUBLE, BOOLEAN }: DuckDb,
  connection: DuckDBConnection,
  odd: SqlFunction,
) {
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: odd.name,
      parameterTypes: [VARCHAR],
      returnType: { VARCHAR, DOUBLE, BOOLEAN }[odd.returns],
      mainFunction: (_, input, output) => {
        const texts = input.getColumnVector(0);
        for (let row = 0; row < input.rowCount; row += 1) {
          const given = texts.getItem(row);
          output.setItem(row, typeof given === 'string' ? (odd.call(given) ?? null) : null);
        }
        output.flush();
      },
    }),
  );
}

async function* rowsOf(
  connection: DuckDBConnection,
  sql: string,
): AsyncGenerator<readonly Readonly<Record<string, Json>>[]> {
  try {
    const result = await connection.stream(sql);
    for await (const rows of result.yieldRowObjectJson()) yield rows;
  } catch (fault) {
    throw new ProblemError({
      reason: 'files',
      what: `DuckDB cannot read the logs: ${wordFault(fault)}`,
      fix: 'Mend or leave out what it names, or read the logs by `--engine node`.',
    });
  }
}

function close(connection: DuckDBConnection, instance: DuckDBInstance): void {
  connection.closeSync();
  instance.closeSync();
}

/** The first line: those after it show the SQL, which nobody wrote. */
function wordFault(fault: unknown): string {
  const [line = ''] = (fault instanceof Error ? fault.message : String(fault)).split('\n');
  return `${line.slice(0, 500).replace(/\.$/u, '')}.`;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

const noStream: Problem = {
  reason: 'files',
  what: '`--engine duckdb` does not read standard input.',
  fix: 'Name files, folders or globs, or read it by `--engine node`.',
};

const notInstalled: Problem = {
  reason: 'files',
  what: '`--engine duckdb` needs DuckDB, which is not installed: Promptgate does not bring its 80 MB.',
  fix: 'Install it beside Promptgate: `npm install @duckdb/node-api`. Or leave `--engine` out.',
};

const tooOld: Problem = {
  reason: 'files',
  what: 'The DuckDB that is installed is too old for `--engine duckdb`.',
  fix: 'Take a newer one: `npm install @duckdb/node-api@latest`.',
};
