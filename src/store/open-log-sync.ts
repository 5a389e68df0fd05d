import { closeSync, fdatasync, openSync } from 'node:fs';

/** Brings a database's write-ahead log to the disk. */
export type LogSync = { readonly sync: () => Promise<void>; readonly close: () => void };

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
