import type { DatabaseSync } from 'node:sqlite';

/** Rows deleted at a time between two looks at the size. */
const AT_ONCE = 500;

/**
 * Deletes the least recently used replies and comparisons until the file is at most `capBytes`.
 * @returns how many rows were deleted.
 */
export function pruneStore(database: DatabaseSync, capBytes: number): number {
  let deleted = 0;
  while (sizeOf(database) > capBytes) {
    const gone = deleteOldest(database);
    if (gone === 0) break;
    deleted += gone;
  }
  if (deleted > 0) {
    database.exec('vacuum');
    database.exec('pragma wal_checkpoint(truncate)');
  }
  return deleted;
}

/** Bytes the file would have without its free pages. */
function sizeOf(database: DatabaseSync): number {
  const read = (pragma: string): number =>
    Number(Object.values(database.prepare(`pragma ${pragma}`).get() ?? {})[0] ?? 0);
  return (read('page_count') - read('freelist_count')) * read('page_size');
}

function deleteOldest(database: DatabaseSync): number {
  const oldest = `select used from (select used from replies union all select used from comparisons) order by used limit 1 offset ${AT_ONCE - 1}`;
  const limit = Number(database.prepare(oldest).get()?.['used'] ?? Number.MAX_SAFE_INTEGER);
  let deleted = 0;
  for (const table of ['replies', 'comparisons'] as const) {
    // Of rows used at the same moment not all have to go: `limit` keeps a step small.
    const keys = table === 'replies' ? 'call' : 'key';
    const statement = `delete from ${table} where ${keys} in (select ${keys} from ${table} where used <= ? order by used limit ${AT_ONCE})`;
    deleted += Number(database.prepare(statement).run(limit).changes);
  }
  return deleted;
}
