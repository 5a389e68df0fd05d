import type { CasesPorts } from './app/cases/cases-ports.ts';
import { ProblemError } from './core/problem.ts';
import type { Inputs } from './core/settings/inputs.ts';
import { type LocalPlace, type Surroundings, wireLocalAsking } from './wire.ts';

/** Wires the commands about golden cases in a folder of a local repository. @throws ProblemError where there is none */
export async function wireCases(
  inputs: Inputs,
  surroundings: Surroundings,
  { folder, ...place }: Pick<LocalPlace, 'folder' | 'store' | 'progress'>,
): Promise<CasesPorts & { readonly close: () => Promise<void> }> {
  const [{ openWorkingTree }, { folderInTree }] = await Promise.all([
    import('./hosts/git/working-tree.ts'),
    import('./hosts/git/folder-in-tree.ts'),
  ]);
  const { root, now, tree, text, close } = await openWorkingTree(folder);
  return {
    ...wireLocalAsking(inputs, surroundings, { root, ...place }),
    tree: { now, tree, text, folder: await folderInTree(folder) },
    openReview: () => openReview(folder),
    close,
  };
}

async function openReview(folder: string): ReturnType<CasesPorts['openReview']> {
  const { openGitHost } = await import('./hosts/git/git-host.ts');
  try {
    return await openGitHost({ folder });
  } catch (fault) {
    if (fault instanceof ProblemError) return undefined;
    throw fault;
  }
}
