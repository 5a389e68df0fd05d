import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

export type GitObject = { readonly id: string; readonly type: string; readonly bytes: number };

export type ObjectDatabase = {
  /** The object that an id or an expression such as `main:src/a.ts` names. */
  readonly info: (expression: string) => Promise<GitObject | undefined>;
  readonly contents: (id: string) => Promise<(GitObject & { readonly content: Buffer }) | undefined>;
  readonly close: () => void;
};

type Answer = (GitObject & { readonly content: Buffer }) | undefined;
type Question = { readonly wantsContent: boolean; readonly answer: (found: Answer) => void };

/** One `git cat-file` process for all reads: starting a process for each costs far more than the reading. */
export function openObjectDatabase(directory: string): ObjectDatabase {
  let child: ChildProcessWithoutNullStreams | undefined;
  let chunks: Buffer[] = [];
  let [held, needed] = [0, 1];
  const asked: Question[] = [];

  /** Answers what has come whole, and says how many bytes it takes to go on. */
  const take = (received: Buffer): readonly [rest: Buffer, needed: number] => {
    let rest = received;
    for (let next = asked[0]; next !== undefined; next = asked[0]) {
      const end = rest.indexOf(10);
      if (end < 0) break;
      const [, id = '', type = '', size = ''] =
        /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(rest.subarray(0, end).toString('latin1')) ?? [];
      const after = end + 1 + (id !== '' && next.wantsContent ? Number(size) + 1 : 0);
      if (rest.length < after) return [rest, after];
      const content = Buffer.from(rest.subarray(end + 1, Math.max(end + 1, after - 1)));
      rest = rest.subarray(after);
      asked.shift();
      next.answer(id === '' ? undefined : { id, type, bytes: Number(size), content });
    }
    return [rest, rest.length + 1];
  };
  const start = (): ChildProcessWithoutNullStreams => {
    const started = spawn('git', ['-C', directory, 'cat-file', '--batch-command'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    started.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      held += chunk.length;
      if (held < needed) return;
      const [rest, more] = take(Buffer.concat(chunks));
      chunks = [rest];
      [held, needed] = [rest.length, more];
    });
    // A process that was ended is told by its end.
    started.stdin.on('error', () => undefined);
    started.on('close', () => {
      for (const { answer } of asked.splice(0)) answer(undefined);
      child = undefined;
      chunks = [];
      [held, needed] = [0, 1];
    });
    return started;
  };
  const ask = (command: 'info' | 'contents', name: string): Promise<Answer> =>
    new Promise((answer) => {
      // A line is a question: a name that holds one cannot be asked for, and no name of GitHub's does.
      if (name === '' || /[\r\n]/.test(name)) return answer(undefined);
      child ??= start();
      asked.push({ wantsContent: command === 'contents', answer });
      child.stdin.write(`${command} ${name}\n`);
    });
  return {
    async info(expression) {
      const found = await ask('info', expression);
      return found === undefined ? undefined : { id: found.id, type: found.type, bytes: found.bytes };
    },
    contents: (id) => ask('contents', id),
    close: () => child?.kill(),
  };
}
