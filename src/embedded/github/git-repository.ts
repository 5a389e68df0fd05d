import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { openGitBlobs } from './open-git-blobs.ts';

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
  readonly object: (expression: string) => Promise<{ readonly id: string; readonly type: string } | undefined>;
  readonly close: () => void;
};

const objectId = /^[0-9a-f]{40}$/;

/** Reads a git repository by running git; nothing of it is checked out or changed. */
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
  const verify = async (name: string): Promise<string | undefined> =>
    (await attempt('rev-parse', '--verify', '--quiet', `${name}^{commit}`))?.trim();

  const blobs = openGitBlobs(directory);
  const diffs = new Map<string, Promise<readonly GitChange[]>>();

  return {
    async resolve(ref) {
      if (objectId.test(ref)) return verify(ref);
      const full = ref.startsWith('refs/') ? [ref] : [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/${ref}`];
      for (const name of full) {
        const found = await verify(name);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    mergeBase: async (a, b) => (await attempt('merge-base', a, b))?.trim(),
    commitsBetween: async (from, to) => lines(await git('rev-list', '--reverse', `${from}..${to}`)),
    async commit(id) {
      const shown = await git('show', '-s', '--format=%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%B', id);
      const [sha = id, tree = '', parents = '', author = '', email = '', date = '', message = ''] = shown.split('\0');
      return {
        id: sha,
        tree,
        parents: parents.split(' ').filter(Boolean),
        author,
        email,
        date,
        message: message.trimEnd(),
      };
    },
    changes(from, to) {
      // Commits do not change: the pages of one list share one diff.
      const ends = `${from} ${to}`;
      const read =
        diffs.get(ends) ?? git('diff', '--raw', '--numstat', '-z', '-M', '--no-abbrev', from, to).then(readChanges);
      diffs.set(ends, read);
      return read;
    },
    async tree(treeish, recursive) {
      const listed = await attempt('ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), treeish);
      return listed?.split('\0').filter(Boolean).map(readTreeEntry);
    },
    blob: (id) => (objectId.test(id) ? blobs.read(id) : Promise.resolve(undefined)),
    async object(expression) {
      // Most that is asked for by its id is a blob, and the reader of blobs is at hand.
      if (objectId.test(expression) && (await blobs.read(expression)) !== undefined)
        return { id: expression, type: 'blob' };
      const id = (await attempt('rev-parse', '--verify', '--quiet', '--end-of-options', expression))?.trim();
      const type = id === undefined ? undefined : (await attempt('cat-file', '-t', id))?.trim();
      return id === undefined || type === undefined ? undefined : { id, type };
    },
    close: blobs.close,
  };
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter(Boolean);
}

/** `mode type id size<TAB>path`; the size of a directory or submodule is `-`. */
function readTreeEntry(line: string): GitTreeEntry {
  const tab = line.indexOf('\t');
  const [mode = '', type = '', id = '', size = '-'] = line.slice(0, tab).split(/ +/);
  return { path: line.slice(tab + 1), mode, type, id, ...(size === '-' ? {} : { bytes: Number(size) }) };
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
