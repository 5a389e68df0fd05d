import { matchGlobs } from '../paths/match-globs.ts';

/** One argument of the command line, and the paths of the repository that it stands for. */
export type FileSelector = { readonly written: string; readonly selects: (path: string) => boolean };

/**
 * Reads files as they are named on a command line: a path, a folder (all that lies in it) or a glob.
 * @param folder in which they were written, from the root, with a slash at its end; empty at the root
 */
export function selectFiles(written: readonly string[], folder: string): readonly FileSelector[] {
  return written.map((argument) => {
    const path = normalise(`${folder}${argument}`);
    if (path === undefined) return { written: argument, selects: () => false };
    const isLike = path === '' ? () => true : matchGlobs([path]);
    const within = `${path}/`;
    return { written: argument, selects: (one) => one === path || one.startsWith(within) || isLike(one) };
  });
}

/** The path without `.` and `..`; nothing where it leaves the repository. */
function normalise(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
