import { type FSWatcher, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findRepository } from './find-repository.ts';
import { runGit } from './run-git.ts';

/** Without an event for so long a save is over: editors write a file in several steps. */
const quietMs = 150;
/** Folders that are watched at most; a system has its own limit, often 8,000 for all programs. */
const mostFolders = 4_000;

/** Tells of saves in a working tree, of files that git does not ignore. */
export type TreeWatch = {
  /** Resolves with the paths that were saved, added or removed since it was asked last; with none once the signal aborts. */
  readonly changed: (signal: AbortSignal) => Promise<readonly string[]>;
  readonly close: () => void;
};

/**
 * Watches each folder of a working tree that holds a file which git does not ignore: so neither `node_modules` nor `.git` is
 * looked at, and it works alike on Linux, macOS and Windows.
 * @param own absolute paths that this program writes itself
 * @throws ProblemError where there is no repository
 */
export async function watchTree(
  folder: string,
  own: (path: string) => boolean,
  say: (line: string) => void,
): Promise<TreeWatch> {
  const { root } = await findRepository(folder);
  const watchers = new Map<string, FSWatcher>();
  const pending = new Set<string>();
  let wake = Promise.withResolvers<void>();
  let isTold = false;

  const tellLimit = (why: string): void => {
    if (!isTold) say(`Not every folder is watched: ${why}. Save a file in a watched one to review the others.`);
    isTold = true;
  };
  const watchFolder = (path: string): void => {
    if (watchers.has(path)) return;
    if (watchers.size >= mostFolders) {
      tellLimit(`there are more than ${mostFolders}`);
      return;
    }
    try {
      const watcher = watch(join(root, path), (_, name) => {
        pending.add(name === null ? path : join(path, name));
        wake.resolve();
      });
      const leave = (): void => {
        watcher.close();
        watchers.delete(path);
      };
      watchers.set(path, watcher.on('error', leave));
    } catch (fault) {
      // A folder that is gone again is none; a system that watches no more has a limit.
      const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
      if (code !== 'ENOENT') tellLimit(fault instanceof Error ? fault.message : String(fault));
    }
  };
  const list = async (): Promise<ReadonlySet<string>> => {
    const printed = await runGit(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
    const paths = printed
      .toString('utf8')
      .split('\0')
      .filter((path) => path !== '' && !own(join(root, path)))
      .map((path) => join(path));
    for (const path of new Set(paths.flatMap(foldersOf))) watchFolder(path);
    return new Set(paths);
  };

  let listed = await list();
  return {
    changed: async (signal) => {
      const aborted = new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
      while (!signal.aborted) {
        await Promise.race([wake.promise, aborted]);
        for (let seen = -1; seen !== pending.size && !signal.aborted; ) {
          seen = pending.size;
          await pause(quietMs);
        }
        wake = Promise.withResolvers<void>();
        const touched = [...pending];
        pending.clear();
        const before = listed;
        listed = await list();
        const found = touched.filter((path) => before.has(path) || listed.has(path));
        // A folder that came or went is told by what it holds.
        const moved = [...listed].filter((path) => !before.has(path));
        if (found.length + moved.length > 0) return [...new Set([...found, ...moved])];
      }
      return [];
    },
    close: () => {
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

function foldersOf(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === '.' ? ['.'] : [parent, ...foldersOf(parent)];
}
