import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type GitObject, openObjectDatabase } from './open-object-database.ts';

const run = promisify(execFile);

export type GitChange = {
  readonly path: string;
  readonly previousPath?: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  /** Object id of the content after, or before where it was removed. */
  readonly id: string;
  readonly additions: number;
  readonly deletions: number;
};

export type GitTreeEntry = {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly id: string;
  readonly bytes?: number;
};

export type GitCommit = {
  readonly id: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly email: string;
  readonly date: string;
  readonly message: string;
};

export type GitRepository = {
  /** Commit a branch, tag, `heads/…`, `refs/…` or id names. */
  readonly resolve: (ref: string) => Promise<string | undefined>;
  readonly mergeBase: (a: string, b: string) => Promise<string | undefined>;
  /** Ids of the commits of `to` that `from` lacks, oldest first. */
  readonly commitsBetween: (from: string, to: string) => Promise<readonly string[]>;
  readonly commit: (id: string) => Promise<GitCommit>;
  readonly changes: (from: string, to: string) => Promise<readonly GitChange[]>;
  readonly tree: (treeish: string, recursive: boolean) => Promise<readonly GitTreeEntry[] | undefined>;
  readonly blob: (id: string) => Promise<Buffer | undefined>;
  /** The object that an id or an expression such as `main:src/a.ts` names. */
  readonly object: (expression: string) => Promise<GitObject | undefined>;
  /** Writes an object. @returns its id; undefined where git refuses it */
  readonly writeBlob: (content: Buffer) => Promise<string | undefined>;
  readonly writeTree: (entries: readonly GitTreeEntry[]) => Promise<string | undefined>;
  readonly writeCommit: (commit: Pick<GitCommit, 'tree' | 'parents' | 'message'>) => Promise<string | undefined>;
  /** Moves a reference from where it is known to be, or makes it where `from` is null. @returns whether it stood there */
  readonly moveRef: (ref: string, to: string, from: string | null) => Promise<boolean>;
  readonly close: () => void;
};

const objectId = /^[0-9a-f]{40}$/;

/** Reads a git repository by running git, and writes objects and references; nothing of it is checked out. */
export function openGitRepository(directory: string): GitRepository {
  const git = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await run('git', ['-C', directory, '-c', 'core.quotePath=false', ...args], {
      maxBuffer: 1 << 28,
    });
    return stdout;
  };
  const attempt = async (...args: readonly string[]): Promise<string | undefined> => {
    try {
      return await git(...args);
    } catch {
      return undefined;
    }
  };

  const write = (args: readonly string[], input: Buffer | string): Promise<string | undefined> =>
    new Promise((done) => {
      const child = execFile('git', ['-C', directory, ...args], { maxBuffer: 1 << 20 }, (fault, stdout) =>
        done(fault === null ? stdout.trim() : undefined),
      );
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });
  const objects = openObjectDatabase(directory);
  // What ids name does not change: the pages of one list share one diff, and all readers of a tree its entries.
  const diffs = new Map<string, Promise<readonly GitChange[]>>();
  const trees = new Map<string, Promise<readonly GitTreeEntry[] | undefined>>();
  const between = new Map<string, Promise<readonly string[]>>();
  const bases = new Map<string, Promise<string | undefined>>();
  /** Entries of a tree, with those of the trees below it where `recursive`; sizes are asked for together. */
  const list = async (tree: string, recursive: boolean, folder = ''): Promise<readonly GitTreeEntry[] | undefined> => {
    const found = await objects.contents(`${tree}^{tree}`);
    if (found === undefined) return undefined;
    const entries = await Promise.all(
      readTree(found.content).map(async (entry): Promise<readonly GitTreeEntry[]> => {
        const named = { ...entry, path: `${folder}${entry.path}` };
        if (entry.type === 'blob') return [{ ...named, bytes: (await objects.info(entry.id))?.bytes ?? 0 }];
        if (entry.type !== 'tree' || !recursive) return [named];
        return [named, ...((await list(entry.id, recursive, `${named.path}/`)) ?? [])];
      }),
    );
    return entries.flat();
  };

  return {
    async resolve(ref) {
      const full = ref.startsWith('refs/') ? [ref] : [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/${ref}`];
      for (const name of objectId.test(ref) ? [ref] : full) {
        const found = await objects.info(`${name}^{commit}`);
        if (found !== undefined) return found.id;
      }
      return undefined;
    },
    mergeBase: (a, b) => once(bases, `${a} ${b}`, async () => (await attempt('merge-base', a, b))?.trim()),
    commitsBetween: (from, to) =>
      once(between, `${from} ${to}`, async () => lines(await git('rev-list', '--reverse', `${from}..${to}`))),
    async commit(id) {
      const found = await objects.contents(`${id}^{commit}`);
      if (found === undefined) throw new Error(`git has no commit ${id}`);
      return readCommit(found.id, found.content.toString('utf8'));
    },
    changes: (from, to) =>
      once(diffs, `${from} ${to}`, async () =>
        readChanges(await git('diff', '--raw', '--numstat', '-z', '-M', '--no-abbrev', from, to)),
      ),
    tree: (treeish, recursive) =>
      objectId.test(treeish)
        ? once(trees, `${treeish} ${recursive}`, () => list(treeish, recursive))
        : list(treeish, recursive),
    async blob(id) {
      const found = objectId.test(id) ? await objects.contents(id) : undefined;
      return found?.type === 'blob' ? found.content : undefined;
    },
    object: objects.info,
    writeBlob: (content) => write(['hash-object', '-w', '--stdin'], content),
    writeTree: (entries) =>
      write(['mktree', '-z'], entries.map(({ mode, type, id, path }) => `${mode} ${type} ${id}\t${path}\0`).join('')),
    writeCommit: ({ tree, parents, message }) =>
      write(
        ['-c', 'user.name=github-actions[bot]', '-c', 'user.email=actions@github.com', 'commit-tree', tree].concat(
          parents.flatMap((parent) => ['-p', parent]),
        ),
        message,
      ),
    moveRef: async (ref, to, from) => (await write(['update-ref', ref, to, from ?? '0'.repeat(40)], '')) !== undefined,
    close: objects.close,
  };
}

function once<Value>(kept: Map<string, Promise<Value>>, key: string, read: () => Promise<Value>): Promise<Value> {
  const value = kept.get(key) ?? read();
  kept.set(key, value);
  return value;
}

/** A commit as git keeps it: lines of headers, a blank line, the message. */
function readCommit(id: string, text: string): GitCommit {
  const end = text.indexOf('\n\n');
  const [head, message] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 2)];
  const values = (name: string): readonly string[] =>
    head.split('\n').flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : []));
  const [, author = '', email = '', seconds = '0'] =
    /^(.*) <(.*)> (\d+) [+-]\d{4}$/.exec(values('author')[0] ?? '') ?? [];
  return {
    id,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author,
    email,
    date: new Date(Number(seconds) * 1000).toISOString(),
    message: message.trimEnd(),
  };
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter(Boolean);
}

/** A tree as git keeps it: for each entry its octal mode, a blank, its name, a zero, the 20 bytes of its id. */
function readTree(content: Buffer): readonly GitTreeEntry[] {
  const entries: GitTreeEntry[] = [];
  for (let at = 0; at < content.length; ) {
    const end = content.indexOf(0, at);
    const named = content.subarray(at, end).toString('utf8');
    const blank = named.indexOf(' ');
    const mode = named.slice(0, blank).padStart(6, '0');
    const id = content.subarray(end + 1, end + 21).toString('hex');
    entries.push({ path: named.slice(blank + 1), mode, type: typeOfMode(mode), id });
    at = end + 21;
  }
  return entries;
}

function typeOfMode(mode: string): string {
  if (mode === '040000') return 'tree';
  return mode === '160000' ? 'commit' : 'blob';
}

/** `git diff --raw --numstat -z`: first all raw records, then all counts, each followed by its one or two paths. */
function readChanges(output: string): readonly GitChange[] {
  const fields = output.split('\0').values();
  const next = (): string => fields.next().value ?? '';
  const raw: Omit<GitChange, 'additions' | 'deletions'>[] = [];
  const counts = new Map<string, readonly [number, number]>();
  for (let field = next(); field !== ''; field = next()) {
    if (field.startsWith(':')) {
      const [, , before = '', after = '', letter = ''] = field.split(' ');
      const path = next();
      if (letter.startsWith('R')) raw.push({ path: next(), previousPath: path, status: 'renamed', id: after });
      else raw.push({ path, status: statusOf(letter), id: letter === 'D' ? before : after });
      continue;
    }
    const [added = '0', removed = '0', path = ''] = field.split('\t');
    const renamedTo = path === '' ? [next(), next()][1] : path;
    counts.set(renamedTo ?? path, [Number(added) || 0, Number(removed) || 0]);
  }
  return raw.map((change) => {
    const [additions, deletions] = counts.get(change.path) ?? [0, 0];
    return { ...change, additions, deletions };
  });
}

function statusOf(letter: string): GitChange['status'] {
  if (letter === 'A') return 'added';
  if (letter === 'D') return 'removed';
  return letter === 'T' ? 'changed' : 'modified';
}
