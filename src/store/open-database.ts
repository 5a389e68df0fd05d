import { closeSync, existsSync, fdatasync, mkdirSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ProblemError } from '../core/problem.ts';
import { STORE_VERSION, storeTables } from './store-schema.ts';

/** The database, and in words what had to be done to get it. */
export type OpenedDatabase = { readonly database: DatabaseSync; readonly notes: readonly string[] };

/**
 * Opens the store's file, or makes it. What cannot be read (damaged, or of another version) is set aside under a
 * name of its own, never deleted, and a new one is begun.
 * `path` may be `:memory:`. `now` is milliseconds since 1970, for the name of what is set aside.
 * @throws ProblemError where the disk refuses (no right to write, no room): what is there stays as it is.
 */
export function openDatabase(path: string, now: number): OpenedDatabase {
  try {
    return openOrSetAside(path, now);
  } catch (error) {
    throw diskProblem(path, error);
  }
}

function openOrSetAside(path: string, now: number): OpenedDatabase {
  if (path === ':memory:') return { database: prepare(new DatabaseSync(path)), notes: [] };
  makeFolder(path);
  if (!existsSync(path)) return { database: prepare(new DatabaseSync(path)), notes: [] };
  const tried = tryOpen(path);
  if (typeof tried !== 'string') return { database: tried, notes: [] };
  const aside = setAside(path, now);
  return {
    database: prepare(new DatabaseSync(path)),
    notes: [`The store ${path} ${tried}: it was set aside as ${aside}, and a new one begun.`],
  };
}

/** @throws ProblemError: where the store is to lie is the user's to say */
function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    throw new ProblemError({
      reason: 'files',
      what: `The store ${path} cannot be made: ${why}.`,
      fix: 'Name another file with --store.',
    });
  }
}

function tryOpen(path: string): DatabaseSync | string {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    // Before the first look: another run may be making the file at this moment.
    database.exec('pragma busy_timeout = 10000');
    const version = numberOf(database.prepare('pragma user_version').get());
    const empty = numberOf(database.prepare('select count(*) as n from sqlite_schema').get()) === 0;
    if (!empty && version !== STORE_VERSION) {
      database.close();
      return `is of version ${version}, and this program reads version ${STORE_VERSION}`;
    }
    const health = database.prepare('pragma quick_check(1)').get();
    if (health === undefined || !Object.values(health).includes('ok')) throw new Error('its pages do not fit together');
    return prepare(database);
  } catch (error) {
    // Anything else says nothing about what is in the file: someone else has it, or the disk is full.
    if (resultCode(error) !== undefined && !isDamage(error)) throw error;
    try {
      database?.close();
    } catch {
      // It is being set aside; that it cannot be closed well is part of why.
    }
    return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
  }
}

function prepare(database: DatabaseSync): DatabaseSync {
  // Wait for another run on the same file instead of failing; commits are short.
  database.exec('pragma busy_timeout = 10000');
  database.exec('pragma journal_mode = wal');
  // Safe from a killed process as it is; from a power cut too once the log is synced, which is done beside (`open-log-sync.ts`).
  database.exec('pragma synchronous = normal');
  database.exec('pragma cache_size = -8000');
  // All tables and their version at once: another run must not meet half of them.
  database.exec(`begin immediate; ${storeTables} commit;`);
  return database;
}

function setAside(path: string, now: number): string {
  let aside = `${path}.aside-${now}`;
  for (let again = 1; existsSync(aside); again += 1) aside = `${path}.aside-${now}-${again}`;
  renameSync(path, aside);
  for (const tail of ['-wal', '-shm']) {
    if (existsSync(path + tail)) renameSync(path + tail, aside + tail);
  }
  return aside;
}

/** SQLITE_CORRUPT (11) and SQLITE_NOTADB (26). */
function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  return code === 11 || code === 26;
}

function numberOf(row: Record<string, unknown> | undefined): number {
  return Number(Object.values(row ?? {})[0] ?? 0);
}

/** SQLITE_PERM, NOMEM, READONLY, IOERR, FULL and CANTOPEN: the place of a file is at fault, not what is in it (sqlite.org/rescode.html). */
const codes: ReadonlySet<number> = new Set([3, 7, 8, 10, 13, 14]);

/** What the disk refused, in words for whoever owns it; any other error as it is. */
export function diskProblem(path: string, error: unknown): unknown {
  const code = resultCode(error);
  if (code === undefined || !codes.has(code) || !(error instanceof Error)) return error;
  return new ProblemError({
    reason: 'files',
    what: `The store ${path} cannot be written: ${error.message}.`,
    fix: 'Make room there, or name another file with --store. What was kept before is still in it.',
  });
}

/** SQLite's primary result code. */
function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 255;
}

/** Brings a database's write-ahead log to the disk. */
type LogSync = { readonly sync: () => Promise<void>; readonly close: () => void };

/**
 * Syncs the write-ahead log of `path` on libuv's threads, so that a slow disk holds up nothing else. SQLite itself would wait for
 * the disk within each commit; what it waits for is this very file. (`synchronous = normal` leaves the log to the
 * system until a checkpoint, which syncs by itself: sqlite.org/pragma.html#pragma_synchronous)
 */
export function openLogSync(path: string): LogSync {
  let file: number | undefined;
  return {
    sync: () =>
      new Promise((resolve, reject) => {
        // The log is there from the first commit on, and stays while the database is open. Windows syncs only what is writable.
        file ??= openSync(`${path}-wal`, 'r+');
        fdatasync(file, (error) => (error === null ? resolve() : reject(error)));
      }),
    close: () => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}
