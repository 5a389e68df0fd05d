/**
 * Awaited between pieces of work that wait for nothing: now and then it lets what waits have its turn, a cancel first of all.
 * Rejects with `CancelledError` a moment after that came.
 */
export type Breathe = () => Promise<void> | undefined;

/** Work was given up since the run was cancelled. */
export class CancelledError extends Error {
  constructor() {
    super('the run was cancelled');
    this.name = 'CancelledError';
  }
}

/** Pieces as they are made, with a breath after each, also after those that are empty and are left out. */
export async function* inBreaths(pieces: Iterable<string>, breathe: Breathe): AsyncGenerator<string> {
  for (const piece of pieces) {
    if (piece !== '') yield piece;
    await breathe();
  }
}
