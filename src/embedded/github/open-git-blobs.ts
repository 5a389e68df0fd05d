import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** One `git cat-file --batch` process, started with the first blob: a process for each would cost more than the reading. */
export function openGitBlobs(directory: string): {
  readonly read: (id: string) => Promise<Buffer | undefined>;
  readonly close: () => void;
} {
  let child: ChildProcessWithoutNullStreams | undefined;
  let received = Buffer.alloc(0);
  const waiting: ((content: Buffer | undefined) => void)[] = [];

  const take = (): void => {
    for (;;) {
      const end = received.indexOf(10);
      if (end < 0) return;
      const [, type = '', size = ''] = received.subarray(0, end).toString('latin1').split(' ');
      if (type === 'missing') {
        received = received.subarray(end + 1);
        waiting.shift()?.(undefined);
        continue;
      }
      const after = end + 1 + Number(size);
      if (received.length <= after) return;
      const content = Buffer.from(received.subarray(end + 1, after));
      received = received.subarray(after + 1);
      waiting.shift()?.(type === 'blob' ? content : undefined);
    }
  };
  const start = (): ChildProcessWithoutNullStreams => {
    const started = spawn('git', ['-C', directory, 'cat-file', '--batch']);
    started.stdout.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      take();
    });
    // A process that was ended is told by its end.
    started.stdin.on('error', () => undefined);
    started.on('close', () => {
      for (const answer of waiting.splice(0)) answer(undefined);
      child = undefined;
    });
    return started;
  };
  return {
    read: (id) =>
      new Promise((resolve) => {
        child ??= start();
        waiting.push(resolve);
        child.stdin.write(`${id}\n`);
      }),
    close: () => child?.kill(),
  };
}
