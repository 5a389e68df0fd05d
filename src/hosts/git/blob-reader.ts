import { runGit } from './run-git.ts';

/** Most blobs, and most of their bytes, that one git is asked for: what it prints is held in memory. */
const MOST_BLOBS = 500;
const MOST_BYTES = 64 * 1024 * 1024;

type Wanted = {
  readonly id: string;
  readonly bytes: number;
  readonly resolve: (content: Buffer) => void;
  readonly reject: (fault: unknown) => void;
};

/** Reads a blob of this id and size. */
export type ReadBlob = (id: string, bytes: number) => Promise<Buffer>;

/**
 * Reads blobs of a repository, those asked for at once by one git process: a golden set takes thousands of files, and a
 * process for each would take longer than all the rest.
 */
export function createBlobReader(root: string, env: Readonly<Record<string, string>>): ReadBlob {
  let waiting: Wanted[] = [];
  let running = false;
  const drain = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, fitting(waiting));
      waiting = waiting.slice(batch.length);
      await readBatch(root, env, batch).catch((fault: unknown) => {
        for (const { reject } of batch) reject(fault);
      });
    }
    running = false;
  };
  return (id, bytes) =>
    new Promise((resolve, reject) => {
      waiting.push({ id, bytes, resolve, reject });
      if (waiting.length === 1 && !running) setImmediate(drain);
    });
}

/** How many of those who wait make one batch; at least one. */
function fitting(waiting: readonly Wanted[]): number {
  let bytes = 0;
  const over = waiting.slice(0, MOST_BLOBS).findIndex((wanted) => {
    bytes += wanted.bytes;
    return bytes > MOST_BYTES;
  });
  return over === -1 ? Math.min(waiting.length, MOST_BLOBS) : Math.max(1, over);
}

/** Reads `git cat-file --batch`: `id type size\ncontent\n` for each, in the order of asking. */
async function readBatch(root: string, env: Readonly<Record<string, string>>, batch: readonly Wanted[]): Promise<void> {
  const printed = await runGit(root, ['cat-file', '--batch'], env, `${batch.map(({ id }) => id).join('\n')}\n`);
  let at = 0;
  for (const { id, resolve, reject } of batch) {
    const end = printed.indexOf('\n', at);
    const head = printed.subarray(at, end === -1 ? printed.length : end).toString('utf8');
    const size = /^[0-9a-f]+ blob (\d+)$/u.exec(head)?.[1];
    at = end + 1;
    if (size === undefined) {
      reject(new Error(`git cat-file: ${head === '' ? `nothing was said of ${id}` : head}`));
      continue;
    }
    // A copy: a slice would hold all of the batch in memory.
    resolve(Buffer.from(printed.subarray(at, at + Number(size))));
    at += Number(size) + 1;
  }
}
