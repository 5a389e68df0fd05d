import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilesHost } from '../../core/ports.ts';
import type { FileBytes, FileMode, FileText, Revision, Tree, TreeEntry } from '../../core/pull-request.ts';
import { createBlobReader, type ReadBlob } from './blob-reader.ts';
import { runGit } from './run-git.ts';
import { type RepositoryPaths, takeSnapshot } from './snapshot.ts';

const MOST_BYTES = 5 * 1024 * 1024;

/** The files of a git repository on this machine, the working tree among its revisions. */
export type WorkingTree = FilesHost & {
  /** Top folder of the working tree. */
  readonly root: string;
  /** The working tree as it was when it was opened, untracked files included. */
  readonly now: Revision;
  /** In which git finds the working tree's objects. */
  readonly env: Readonly<Record<string, string>>;
  /** Removes what the snapshot of the working tree left in the temporary folder. */
  readonly close: () => Promise<void>;
};

export async function openWorkingTree(paths: RepositoryPaths): Promise<WorkingTree> {
  const { root } = paths;
  const { tree: sha, env, remove } = await takeSnapshot(paths);
  const readBlob = createBlobReader(root, env);
  const trees = new Map<string, Promise<Tree>>();
  const tree = (revision: Revision): Promise<Tree> => {
    const held = trees.get(revision.sha) ?? readTree(root, revision.sha, env);
    trees.set(revision.sha, held);
    return held;
  };
  const text = async (revision: Revision, path: string): Promise<FileText> =>
    textOf((await tree(revision)).get(path), readBlob);
  return {
    root,
    now: { sha, ref: 'working tree' },
    env,
    tree,
    text,
    texts: async (revision, paths) =>
      new Map(await Promise.all(paths.map(async (path) => [path, await text(revision, path)] as const))),
    bytes: async (revision, path): Promise<FileBytes> => {
      const entry = (await tree(revision)).get(path);
      if (entry === undefined && revision.sha === sha) return lookOnDisk(join(root, path));
      const read = await bytesOf(entry, readBlob);
      return Buffer.isBuffer(read) ? { kind: 'bytes', base64: read.toString('base64') } : read;
    },
    close: remove,
  };
}

/** Why a file of the working tree is none of the snapshot. */
async function lookOnDisk(path: string): Promise<FileBytes> {
  const found = await lstat(path).catch(() => undefined);
  if (found?.isFile() !== true) return { kind: 'absent' };
  if (found.size > MOST_BYTES) return tooLarge(found.size);
  return { kind: 'refused', why: 'git leaves it out (it is ignored, or has another ending than its content)' };
}

function tooLarge(bytes: number): Extract<FileText, { kind: 'refused' }> {
  return { kind: 'refused', why: `it has ${bytes} bytes; at most ${MOST_BYTES} are read` };
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

async function textOf(entry: TreeEntry | undefined, readBlob: ReadBlob): Promise<FileText> {
  const read = await bytesOf(entry, readBlob);
  if (!Buffer.isBuffer(read)) return read;
  if (read.includes(0)) return { kind: 'refused', why: 'it is a binary file' };
  return { kind: 'text', text: read.toString('utf8') };
}

async function bytesOf(
  entry: TreeEntry | undefined,
  readBlob: ReadBlob,
): Promise<Buffer | Exclude<FileText, { kind: 'text' }>> {
  if (entry === undefined) return { kind: 'absent' };
  if (entry.mode !== 'file') return { kind: 'refused', why: `it is a ${entry.mode}` };
  if (entry.bytes > MOST_BYTES) return tooLarge(entry.bytes);
  return readBlob(entry.id, entry.bytes);
}
