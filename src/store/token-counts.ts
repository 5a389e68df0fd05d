import type { DatabaseSync } from 'node:sqlite';
import type { TokenCounts } from '../core/ports.ts';
import type { Write } from './commit-queue.ts';
import type { RowSeal } from './row-seal.ts';

/**
 * The part of the store that holds how many input tokens a service counted for a request, the last time it was sent.
 * @param add has a write done with others; its promise is fulfilled once that is on the disk
 */
export function openTokenCounts(
  database: DatabaseSync,
  add: (write: Write) => Promise<void>,
  seal: RowSeal,
): TokenCounts {
  const find = database.prepare('select at, tokens, seal from tokens where request = ?');
  const keep = database.prepare('insert or replace into tokens (request, at, tokens, seal) values (?, ?, ?, ?)');
  return {
    tokensOf: (request) => {
      const row = find.get(request);
      if (row === undefined) return undefined;
      const [at, tokens] = [Number(row['at']), Number(row['tokens'])];
      return seal.isSigned(row['seal'], 'tokens', request, `${tokens}`, `${at}`) ? { tokens, at } : undefined;
    },
    keepTokens: (request, tokens, at) =>
      add(() => void keep.run(request, at, tokens, seal.sign('tokens', request, `${tokens}`, `${at}`))),
  };
}
