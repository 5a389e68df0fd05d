import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runGit } from './run-git.ts';

/** The working tree as a git tree object, and the environment in which git finds it. */
export type Snapshot = {
  readonly tree: string;
  readonly env: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
};

/**
 * Writes the working tree (tracked changes and untracked files, ignored ones left out) as a tree object.
 * Index and objects go to a temporary folder, so that the user's repository is only read: two trees can then be
 * compared with git's own rename detection, whatever is staged or not.
 */
export async function takeSnapshot(root: string): Promise<Snapshot> {
  const temp = await mkdtemp(join(tmpdir(), 'promptgate-git-'));
  const remove = () => rm(temp, { recursive: true, force: true });
  try {
    const [index, objects] = await Promise.all([gitPath(root, 'index'), gitPath(root, 'objects')]);
    const env = {
      GIT_INDEX_FILE: join(temp, 'index'),
      GIT_OBJECT_DIRECTORY: join(temp, 'objects'),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: objects,
    };
    await mkdir(env.GIT_OBJECT_DIRECTORY);
    // Starting from the user's index spares hashing what has not changed; a repository without one starts empty.
    await copyFile(index, env.GIT_INDEX_FILE).catch(() => undefined);
    await runGit(root, ['add', '--all', '--', '.'], env);
    const tree = (await runGit(root, ['write-tree'], env)).toString('utf8').trim();
    return { tree, env, remove };
  } catch (fault) {
    await remove();
    throw fault;
  }
}

async function gitPath(root: string, name: string): Promise<string> {
  return resolve(root, (await runGit(root, ['rev-parse', '--git-path', name])).toString('utf8').trim());
}
