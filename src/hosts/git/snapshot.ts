import { copyFile, lstat, mkdir, mkdtemp, open, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { couldBeShown } from '../../core/detect/file-names.ts';
import { runGit } from './run-git.ts';

/** Untracked files above this are no prompts, and are not hashed. */
const MOST_BYTES = 5 * 1024 * 1024;

/** The working tree as a git tree object, and the environment in which git finds it. */
export type Snapshot = {
  readonly tree: string;
  readonly env: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
};

/** Where a repository keeps what a snapshot starts from. */
export type RepositoryPaths = { readonly root: string; readonly index: string; readonly objects: string };

/**
 * Writes the working tree (tracked changes and untracked files, ignored ones left out) as a tree object.
 * Index and objects go to a temporary folder, so that the user's repository is only read: two trees can then be
 * compared with git's own rename detection, whatever is staged or not.
 */
export async function takeSnapshot({ root, index, objects }: RepositoryPaths): Promise<Snapshot> {
  const temp = await mkdtemp(join(tmpdir(), 'promptgate-git-'));
  const remove = () => rm(temp, { recursive: true, force: true });
  try {
    const env = {
      GIT_INDEX_FILE: join(temp, 'index'),
      GIT_OBJECT_DIRECTORY: join(temp, 'objects'),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: objects,
    };
    await mkdir(env.GIT_OBJECT_DIRECTORY);
    // Starting from the user's index spares hashing what has not changed; a repository without one starts empty.
    await copyIndex(index, env.GIT_INDEX_FILE).catch(() => undefined);
    await addWorkingTree(root, env);
    const tree = (await runGit(root, ['write-tree'], env)).toString('utf8').trim();
    return { tree, env, remove };
  } catch (fault) {
    await remove();
    throw fault;
  }
}

/**
 * Tracked files as they are now, and untracked ones that are not ignored. What could never be a prompt, nor shown by one (other
 * binaries, files above 5 MB), is left out: git maps what it hashes into memory and dies where another program cuts the file short.
 */
async function addWorkingTree(root: string, env: Snapshot['env']): Promise<void> {
  // What is untracked is so before and after the update: one look need not wait for the other.
  const [untracked] = await Promise.all([
    runGit(root, ['ls-files', '--others', '--exclude-standard', '-z'], env),
    runGit(root, ['add', '--update', '--ignore-errors', '--', '.'], env),
  ]);
  const listed = untracked.toString('utf8');
  const add = async (paths: readonly string[]): Promise<void> => {
    const there: string[] = [];
    for (const path of paths) {
      if (path !== '' && (await couldBeRead(join(root, path)))) there.push(path);
    }
    if (there.length > 0) await runGit(root, ['update-index', '--add', '-z', '--stdin'], env, there.join('\0'));
  };
  const paths = listed.split('\0');
  // Scratch files of other programs come and go between the look and git's: a few more looks settle it.
  await add(paths).catch(() => add(paths).catch(() => add(paths)));
}

/** Whether a file is there, small enough, and text by its first bytes or a picture and the like by its name. Symlinks are listed, to be refused by name. */
async function couldBeRead(path: string): Promise<boolean> {
  try {
    const about = await lstat(path);
    if (about.isSymbolicLink()) return true;
    if (!about.isFile() || about.size > MOST_BYTES) return false;
    if (couldBeShown(path)) return true;
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
      return !buffer.subarray(0, bytesRead).includes(0);
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

/**
 * The copy is as old as the original: git takes a file for unchanged by its size and whole seconds, unless the index is
 * no younger than the file. A younger copy would hide an edit of equal length in the second of the last commit.
 */
async function copyIndex(from: string, to: string): Promise<void> {
  const { atime, mtime } = await stat(from);
  await copyFile(from, to);
  await utimes(to, atime, mtime);
}
