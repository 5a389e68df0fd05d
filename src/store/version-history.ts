import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { VersionHistory } from '../core/version-history.ts';
import type { Write } from './commit-queue.ts';
import type { RowSeal } from './row-seal.ts';

/** Versions of a prompt on a model that are kept: the latest ones. */
const mostVersions = 50;

const amount = z.number().min(0).nullable();
const share = z.number().min(0).max(1).nullable();
const figuresOf = z.object({ sha: z.string(), score: share, passRate: share, usd: amount, length: amount });

/**
 * The part of the store that holds what replies to merged versions of a prompt came to.
 * @param add has a write done with others; its promise is fulfilled once that is on the disk
 */
export function openVersionHistory(
  database: DatabaseSync,
  add: (write: Write) => Promise<void>,
  seal: RowSeal,
): VersionHistory {
  const find = database.prepare('select version, at, figures, seal from versions where line = ? order by at, id');
  // A version that is found again has its new figures, and the later place: it stands on the base branch now.
  const keep = database.prepare(
    'insert or replace into versions (line, version, at, figures, seal) values (?, ?, ?, ?, ?)',
  );
  const forget = database.prepare(
    'delete from versions where line = ?1 and id not in (select id from versions where line = ?1 order by at desc, id desc limit ?2)',
  );
  return {
    versions: (line) =>
      find.all(line).flatMap((row) => {
        const [version, figures, at] = [String(row['version']), String(row['figures']), Number(row['at'])];
        const isOurs = seal.isSigned(row['seal'], 'version', line, version, `${at}`, figures);
        const held = isOurs ? read(figures) : undefined;
        return held === undefined ? [] : [{ version, at, ...held }];
      }),
    keepVersions: (rows) =>
      add(() => {
        for (const { line, version, at, ...figures } of rows) {
          const written = JSON.stringify(figures);
          keep.run(line, version, at, written, seal.sign('version', line, version, `${at}`, written));
          forget.run(line, mostVersions);
        }
      }),
  };
}

function read(written: string): z.output<typeof figuresOf> | undefined {
  try {
    return figuresOf.safeParse(JSON.parse(written)).data;
  } catch {
    return undefined;
  }
}
