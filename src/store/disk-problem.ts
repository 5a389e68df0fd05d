import { ProblemError } from '../core/problem.ts';

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
export function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 255;
}
