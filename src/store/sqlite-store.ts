import type { DatabaseSync } from 'node:sqlite';
import type { Call } from '../core/call.ts';
import type { Clock, ScoreHistory, Store, TokenCounts } from '../core/ports.ts';
import { ProblemError } from '../core/problem.ts';
import type { Answer } from '../core/reply.ts';
import type { VersionHistory } from '../core/version-history.ts';
import { CommitQueue, type Write } from './commit-queue.ts';
import { diskProblem, openDatabase, openLogSync } from './open-database.ts';
import { pruneStore } from './prune-store.ts';
import { RecentAnswers, readKeptAnswer } from './recent-answers.ts';
import { type RowSeal, unsealed } from './row-seal.ts';
import { openScoreHistory } from './score-history.ts';
import { openTokenCounts } from './token-counts.ts';
import { openVersionHistory } from './version-history.ts';

/** A comparison that was judged: its verdict is taken over whole instead of asking again. */
export type KeptComparison = {
  /** Hash of all requests of both sides. */
  readonly key: string;
  /** Fingerprint of all that was judged. */
  readonly fingerprint: string;
  /** What was judged, as the caller wrote it. */
  readonly json: string;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** A use so soon after an answer was kept is no later one. */
const SOON_MS = 1_000;

/** The store in one SQLite file. */
export interface SqliteStore extends Store, ScoreHistory, VersionHistory, TokenCounts {
  /** What a reader should know of how it was opened (a damaged file set aside). */
  readonly notes: readonly string[];
  /** Text of a kept reply. */
  text(call: string): string | undefined;
  findComparison(key: string): KeptComparison | undefined;
  keepComparison(comparison: KeptComparison): void;
  /** Adds a run to the history; `json` is what the caller wants to read back. */
  keepRun(at: number, json: string): void;
  /** The latest runs, newest first. */
  runs(most: number): readonly { readonly at: number; readonly json: string }[];
  /** Deletes the least recently used replies and comparisons until the file is at most `capBytes`. @returns how many went. */
  prune(capBytes: number): number;
  /** Brings all into the main file, which alone may then be copied once the store is closed. */
  checkpoint(): void;
}

/**
 * Opens the store of `path` (`:memory:` for one that is gone when closed).
 * Every answer is on the disk once the promise of `keep` is fulfilled; kill -9 loses none of those.
 * @param seal signs what is kept. A row that it did not sign is none: a cache is written by more jobs than ours.
 * @throws where no file can be made there.
 */
export function openSqliteStore(path: string, clock: Clock, seal: RowSeal = unsealed): SqliteStore {
  const { database, notes } = openDatabase(path, clock.now());
  const answering = 'coalesce((select answered_by from shared where call = ?1), ?1)';
  const find = database.prepare(
    `select call, answer, seal, (select seal from shared where call = ?1) as shared from replies where call = ${answering}`,
  );
  const touch = database.prepare(`update replies set used = ?2 where call = ${answering}`);
  const share = database.prepare('insert or replace into shared (call, answered_by, seal) values (?, ?, ?)');
  const keep = database.prepare(
    'insert into replies (call, at, used, bytes, answer, seal) values (?, ?, ?, ?, ?, ?) on conflict (call) do update set at = excluded.at, used = excluded.used, bytes = excluded.bytes, answer = excluded.answer, seal = excluded.seal',
  );
  // An answer of its own takes the place of another's.
  const unshare = database.prepare('delete from shared where call = ?');
  const findComparison = database.prepare('select key, fingerprint, at, json from comparisons where key = ?');
  const touchComparison = database.prepare('update comparisons set used = ? where key = ?');
  const keepComparison = database.prepare(
    'insert or replace into comparisons (key, fingerprint, at, used, json) values (?, ?, ?, ?, ?)',
  );
  const log = path === ':memory:' ? undefined : openLogSync(path);
  const queue = new CommitQueue(
    (writes) => {
      try {
        transact(database, writes);
      } catch (error) {
        throw diskProblem(path, error);
      }
    },
    () => log?.sync() ?? Promise.resolve(),
  );
  // Times of use are written with the next replies, or when the store is pruned or closed: reading must not wait for the disk.
  const used = new Set<string>();
  const writeUses = (): void => {
    const now = clock.now();
    for (const call of used) touch.run(call, now);
    used.clear();
  };
  const settle = (): void => {
    queue.flush();
    transact(database, [writeUses]);
  };

  const recent = new RecentAnswers();
  const findAnswer = (call: string): Answer | undefined => {
    const held = recent.find(call);
    if (held !== undefined) {
      if (clock.now() - held.since > SOON_MS) used.add(call);
      return held.answer;
    }
    const row = find.get(call);
    if (row === undefined) return undefined;
    const [by, written] = [String(row['call']), String(row['answer'])];
    const isOurs =
      seal.isSigned(row['seal'], 'reply', by, written) &&
      (by === call || seal.isSigned(row['shared'], 'share', call, by));
    const answer = isOurs ? readKeptAnswer(written) : undefined;
    if (answer !== undefined) used.add(call);
    return answer;
  };

  return {
    notes,
    ...openScoreHistory(database, (write) => queue.add(write), seal),
    ...openVersionHistory(database, (write) => queue.add(write), seal),
    ...openTokenCounts(database, (write) => queue.add(write), seal),
    find: findAnswer,
    text: (call) => findAnswer(call)?.text,
    keep: (call: Call, answer) => {
      const written = JSON.stringify(answer);
      const signature = seal.sign('reply', call.id, written);
      const now = clock.now();
      // Found from now on only once it is on the disk: until then it does not count.
      return queue
        .add(() => {
          keep.run(call.id, answer.at, now, Buffer.byteLength(written), written, signature);
          unshare.run(call.id);
          if (used.size > 0) writeUses();
        })
        .then(() => recent.add(call.id, { answer, since: now, size: written.length }));
    },
    share: (call, other) => queue.add(() => share.run(other.id, call.id, seal.sign('share', other.id, call.id))),
    findComparison: (key) => {
      const row = findComparison.get(key);
      if (row === undefined) return undefined;
      touchComparison.run(clock.now(), key);
      return {
        key,
        fingerprint: String(row['fingerprint']),
        json: String(row['json']),
        at: Number(row['at']),
      };
    },
    keepComparison: ({ key, fingerprint, json, at }) => {
      keepComparison.run(key, fingerprint, at, clock.now(), json);
    },
    keepRun: (at, json) => {
      database.prepare('insert into runs (at, json) values (?, ?)').run(at, json);
    },
    runs: (most) =>
      database
        .prepare('select at, json from runs order by id desc limit ?')
        .all(most)
        .map((row) => ({ at: Number(row['at']), json: String(row['json']) })),
    prune: (capBytes) => {
      settle();
      recent.clear();
      return pruneStore(database, capBytes);
    },
    checkpoint: () => {
      settle();
      database.exec('pragma wal_checkpoint(truncate)');
    },
    close: () => {
      if (!database.isOpen) return;
      try {
        settle();
        database.exec('pragma wal_checkpoint(truncate)');
      } catch (error) {
        // All that counts is in the log already: a disk that is full now must not undo a verdict.
        if (!(diskProblem(path, error) instanceof ProblemError)) throw error;
      }
      log?.close();
      database.close();
    },
  };
}

function transact(database: DatabaseSync, writes: readonly Write[]): void {
  database.exec('begin immediate');
  try {
    for (const write of writes) write();
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}
