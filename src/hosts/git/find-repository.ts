import { resolve } from 'node:path';
import { ProblemError } from '../../core/problem.ts';
import { gitWord, wordsOfGit } from './run-git.ts';
import type { RepositoryPaths } from './snapshot.ts';

/** The repository that a folder lies in. @throws ProblemError where there is none, or it has no working tree */
export async function findRepository(folder: string): Promise<RepositoryPaths> {
  try {
    // One call for all three: starting git takes longer than what it is asked.
    const asked = ['rev-parse', '--show-toplevel', '--git-path', 'index', '--git-path', 'objects'];
    const [root = '', index = '', objects = ''] = (await gitWord(folder, asked)).split('\n');
    return { root, index: resolve(folder, index), objects: resolve(folder, objects) };
  } catch (fault) {
    throw new ProblemError({
      reason: 'files',
      what: `${folder} is not inside a git working tree (${wordsOfGit(fault)}).`,
      fix: 'Run promptgate in the repository that holds your prompts.',
    });
  }
}

/** Where a folder lies in its git working tree: from the root, with a slash at its end; empty at the root. */
export function folderInTree(folder: string): Promise<string> {
  return gitWord(folder, ['rev-parse', '--show-prefix']);
}
