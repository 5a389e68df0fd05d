import type { Host } from '../../core/ports.ts';
import { ProblemError } from '../../core/problem.ts';
import type { ChangedFile, Revision } from '../../core/pull-request.ts';
import { findRepository } from './find-repository.ts';
import { gitWord, runGit, wordsOfGit } from './run-git.ts';
import { openWorkingTree } from './working-tree.ts';

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
  const paths = await findRepository(folder);
  const [opened, merged] = await Promise.allSettled([openWorkingTree(paths), findMergeBase(paths.root, base)]);
  if (opened.status === 'rejected') throw opened.reason;
  const { root, now, env, tree, text, texts, bytes, close } = opened.value;
  if (merged.status === 'rejected') {
    await close();
    throw merged.reason;
  }
  const compared = merged.value;
  return {
    root,
    close,
    tree,
    text,
    texts,
    bytes,
    pullRequest: () => Promise.resolve({ tip: now, base: compared, head: now, fork: false }),
    changedFiles: async (pull) =>
      readChanges(
        await runGit(root, ['diff-tree', '-r', '-z', '-M', '--raw', '--no-abbrev', pull.base.sha, pull.head.sha], env),
      ),
  };
}

async function findMergeBase(root: string, wanted: string | undefined): Promise<Revision> {
  for (const ref of wanted === undefined ? ['origin/HEAD', 'main', 'master'] : [wanted]) {
    try {
      return { sha: await gitWord(root, ['merge-base', '--end-of-options', 'HEAD', `${ref}^{commit}`]), ref };
    } catch (fault) {
      if (!(await isCommit(root, ref))) continue;
      throw problem(
        `HEAD and '${ref}' have no common commit (${wordsOfGit(fault)}).`,
        'Fetch the whole history, or name another base with --base.',
      );
    }
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

function isCommit(root: string, ref: string): Promise<boolean> {
  return gitWord(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).then(
    () => true,
    () => false,
  );
}

function problem(what: string, fix: string): ProblemError {
  return new ProblemError({ reason: 'files', what, fix });
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
