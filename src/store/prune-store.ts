import type { DatabaseSync } from 'node:sqlite';

/** Looks at the size after deleting; the first nearly always fits. */
const TRIES = 4;

/**
 * Deletes the least recently used replies and comparisons, and the oldest scores and versions, until the file is at most `capBytes`.
 * @returns how many rows were deleted.
 */
export function pruneStore(database: DatabaseSync, capBytes: number): number {
  let deleted = 0;
  for (let tries = 0; tries < TRIES && sizeOf(database) > capBytes; tries += 1) {
    // Rows lie scattered over the pages, so that deleting frees none by itself: the share to delete is reckoned from
    // what the rows hold, with a little more for what packs less well.
    const held = heldBytes(database);
    const excess = 1 - (0.95 * capBytes) / sizeOf(database);
    const gone = deleteOldest(database, held * excess);
    if (gone === 0) break;
    deleted += gone;
    database.exec('vacuum');
  }
  deleted += Number(database.prepare(oldCounts).run(mostCounts).changes);
  if (deleted > 0) database.exec('pragma wal_checkpoint(truncate)');
  return deleted;
}

/** Requests whose count of tokens is held: each takes about 150 bytes. */
const mostCounts = 20_000;
const oldCounts = 'delete from tokens where request not in (select request from tokens order by at desc limit ?)';

function sizeOf(database: DatabaseSync): number {
  return numberOf(database, 'pragma page_count') * numberOf(database, 'pragma page_size');
}

const rows = `
select 'replies' as held, call as id, used, bytes from replies
union all select 'comparisons', key, used, length(cast(json as blob)) from comparisons
union all select 'history', cast(id as text), at, length(scores) + 250 from history
union all select 'versions', cast(id as text), at, length(figures) + 300 from versions`;

function heldBytes(database: DatabaseSync): number {
  return numberOf(database, `select coalesce(sum(bytes), 0) from (${rows})`);
}

function deleteOldest(database: DatabaseSync, bytes: number): number {
  const ids = {
    replies: [] as string[],
    comparisons: [] as string[],
    history: [] as string[],
    versions: [] as string[],
  };
  let freed = 0;
  for (const row of database.prepare(`select * from (${rows}) order by used`).iterate()) {
    if (freed >= bytes) break;
    freed += Number(row['bytes']);
    const held = row['held'];
    ids[held === 'replies' || held === 'comparisons' || held === 'versions' ? held : 'history'].push(String(row['id']));
  }
  const reply = database.prepare('delete from replies where call = ?');
  const comparison = database.prepare('delete from comparisons where key = ?');
  const history = database.prepare('delete from history where id = ?');
  const version = database.prepare('delete from versions where id = ?');
  database.exec('begin immediate');
  for (const id of ids.replies) reply.run(id);
  for (const id of ids.comparisons) comparison.run(id);
  for (const id of ids.history) history.run(id);
  for (const id of ids.versions) version.run(id);
  database.exec('delete from shared where answered_by not in (select call from replies)');
  database.exec('commit');
  return ids.replies.length + ids.comparisons.length + ids.history.length + ids.versions.length;
}

function numberOf(database: DatabaseSync, query: string): number {
  return Number(Object.values(database.prepare(query).get() ?? {})[0] ?? 0);
}
