import { gitWord } from './run-git.ts';

/** Where a folder lies in its git working tree: from the root, with a slash at its end; empty at the root. */
export function folderInTree(folder: string): Promise<string> {
  return gitWord(folder, ['rev-parse', '--show-prefix']);
}
