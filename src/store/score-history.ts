import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { KeptScores, ScoreHistory } from '../core/ports.ts';
import type { Write } from './commit-queue.ts';
import type { RowSeal } from './row-seal.ts';

/** Requests of a case whose scores are kept: the latest ones. */
const mostRequests = 24;

const scoresOf = z.array(z.number().min(0).max(1));

/**
 * The part of the store that holds what replies scored, by case and model, whatever comparison they were of.
 * @param add has a write done with others; its promise is fulfilled once that is on the disk
 */
export function openScoreHistory(
  database: DatabaseSync,
  add: (write: Write) => Promise<void>,
  seal: RowSeal,
): ScoreHistory {
  const find = database.prepare(
    'select comparison, request, scores, seal from history where cell = ? and comparison <> ? order by id',
  );
  const keep = database.prepare(
    'insert or replace into history (cell, comparison, request, at, scores, seal) values (?, ?, ?, ?, ?, ?)',
  );
  const forget = database.prepare(
    'delete from history where cell = ?1 and id not in (select id from history where cell = ?1 order by id desc limit ?2)',
  );
  return {
    scores: (cell, without) => {
      const kept = find.all(cell, without).flatMap((row) => {
        const [comparison, request, scores] = [row['comparison'], row['request'], row['scores']].map(String);
        const isOurs = seal.isSigned(row['seal'], 'history', cell, `${comparison}`, `${request}`, `${scores}`);
        return isOurs ? [{ request, scores: read(`${scores}`) }] : [];
      });
      return [...Map.groupBy(kept, ({ request }) => request).values()].map((held) =>
        held.flatMap(({ scores }) => scores),
      );
    },
    keepScores: (rows: readonly KeptScores[], at) =>
      add(() => {
        for (const { cell, comparison, request, scores } of rows) {
          const written = JSON.stringify(scores);
          const signature = seal.sign('history', cell, comparison, request, written);
          keep.run(cell, comparison, request, at, written, signature);
          forget.run(cell, mostRequests);
        }
      }),
  };
}

function read(written: string): readonly number[] {
  try {
    return scoresOf.safeParse(JSON.parse(written)).data ?? [];
  } catch {
    return [];
  }
}
