import type { Host } from '../../core/ports.ts';
import { ProblemError } from '../../core/problem.ts';
import type { ChangedFile, FileMode, FileText, Revision, Tree, TreeEntry } from '../../core/pull-request.ts';
import { GitError, runGit } from './run-git.ts';
import { takeSnapshot } from './snapshot.ts';

const MOST_BYTES = 5 * 1024 * 1024;

export type GitHost = Host & {
  /** Top folder of the working tree. */
  readonly root: string;
  /** Removes what the snapshot of the working tree left in the temporary folder. */
  readonly close: () => Promise<void>;
};

/**
 * The two sides from a local git repository: the working tree (untracked files included) against its merge base with
 * `base`, by default the first of origin/HEAD, main and master there is.
 * @throws ProblemError where there is no repository, no commit or no such base.
 */
export async function openGitHost({
  folder,
  base,
}: {
  readonly folder: string;
  readonly base?: string;
}): Promise<GitHost> {
  const root = await findRoot(folder);
  const baseRef = await findBase(root, base);
  const mergeBase = await git(root, ['merge-base', 'HEAD', baseRef]).catch((fault: unknown) => {
    throw problem(
      `HEAD and '${baseRef}' have no common commit (${wordsOf(fault)}).`,
      'Fetch the whole history, or name another base with --base.',
    );
  });
  const snapshot = await takeSnapshot(root);
  const trees = new Map<string, Promise<Tree>>();
  const head: Revision = { sha: snapshot.tree, ref: 'working tree' };
  const tree = (revision: Revision): Promise<Tree> => {
    const held = trees.get(revision.sha) ?? readTree(root, revision.sha, snapshot.env);
    trees.set(revision.sha, held);
    return held;
  };
  return {
    root,
    close: snapshot.remove,
    tree,
    pullRequest: () => Promise.resolve({ tip: head, base: { sha: mergeBase, ref: baseRef }, head, fork: false }),
    changedFiles: async (pull) =>
      readChanges(
        await runGit(
          root,
          ['diff-tree', '-r', '-z', '-M', '--raw', '--no-abbrev', pull.base.sha, pull.head.sha],
          snapshot.env,
        ),
      ),
    text: async (revision, path) => textOf(root, (await tree(revision)).get(path), snapshot.env),
  };
}

async function findRoot(folder: string): Promise<string> {
  try {
    return await git(folder, ['rev-parse', '--show-toplevel']);
  } catch (fault) {
    throw problem(
      `${folder} is not inside a git working tree (${wordsOf(fault)}).`,
      'Run promptgate in the repository that holds your prompts.',
    );
  }
}

async function findBase(root: string, wanted: string | undefined): Promise<string> {
  for (const ref of wanted === undefined ? ['origin/HEAD', 'main', 'master'] : [wanted]) {
    const found = await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).catch(
      () => undefined,
    );
    if (found !== undefined) return ref;
  }
  if (wanted !== undefined)
    throw problem(
      `there is no commit '${wanted}' in this repository.`,
      'Give --base a branch, tag or commit that `git log` knows.',
    );
  throw problem(
    'there is nothing to compare with: no origin/HEAD, main or master.',
    'Name the base yourself: promptgate review --base REF.',
  );
}

async function git(folder: string, args: readonly string[]): Promise<string> {
  return (await runGit(folder, args)).toString('utf8').trim();
}

function problem(what: string, fix: string): ProblemError {
  return new ProblemError({ reason: 'files', what, fix });
}

function wordsOf(fault: unknown): string {
  return fault instanceof GitError ? fault.message : String(fault);
}

async function readTree(root: string, sha: string, env: Readonly<Record<string, string>>): Promise<Tree> {
  const listed = (await runGit(root, ['ls-tree', '-r', '-z', '--long', '--full-tree', sha], env)).toString('utf8');
  const entries = listed.split('\0').flatMap((line): readonly [string, TreeEntry][] => {
    const parts = /^(?<mode>\d+) (?<type>\w+) (?<id>[0-9a-f]+) +(?<bytes>\d+|-)\t(?<path>.+)$/s.exec(line)?.groups;
    if (parts?.path === undefined) return [];
    const { path, mode = '', id = '', bytes = '0' } = parts;
    return [[path, { path, mode: modeOf(mode), id, bytes: Number(bytes) || 0 }]];
  });
  return new Map(entries);
}

function modeOf(mode: string): FileMode {
  if (mode === '120000') return 'symlink';
  return mode === '160000' ? 'submodule' : 'file';
}

/** Reads `git diff-tree --raw -z`: `:mode mode id id STATUS\0path\0[path\0]`. */
function readChanges(raw: Buffer): readonly ChangedFile[] {
  const fields = raw.toString('utf8').split('\0');
  const changes: ChangedFile[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const status = (fields[at] ?? '').split(' ').at(-1) ?? '';
    const path = fields[at + 1] ?? '';
    if (status.startsWith('R') || status.startsWith('C')) {
      changes.push({ path: fields[at + 2] ?? '', previousPath: path, status: 'renamed' });
      at += 3;
    } else {
      changes.push({ path, status: status === 'A' ? 'added' : status === 'D' ? 'removed' : 'modified' });
      at += 2;
    }
  }
  return changes;
}

async function textOf(
  root: string,
  entry: TreeEntry | undefined,
  env: Readonly<Record<string, string>>,
): Promise<FileText> {
  if (entry === undefined) return { kind: 'absent' };
  if (entry.mode !== 'file') return { kind: 'refused', why: `it is a ${entry.mode}` };
  if (entry.bytes > MOST_BYTES)
    return { kind: 'refused', why: `it has ${entry.bytes} bytes; at most ${MOST_BYTES} are read` };
  const bytes = await runGit(root, ['cat-file', 'blob', entry.id], env);
  if (bytes.includes(0)) return { kind: 'refused', why: 'it is a binary file' };
  return { kind: 'text', text: bytes.toString('utf8') };
}
