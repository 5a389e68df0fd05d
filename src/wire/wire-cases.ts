import type { CasesPorts } from '../app/cases/cases-ports.ts';
import { ProblemError } from '../core/problem.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import { findRepository, folderInTree } from '../hosts/git/find-repository.ts';
import { openGitHost } from '../hosts/git/git-host.ts';
import { openWorkingTree } from '../hosts/git/working-tree.ts';
import type { Surroundings } from './surroundings.ts';
import { type LocalPlace, wireLocalAsking } from './wire-local.ts';

/** Wires the commands about golden cases in a folder of a local repository. @throws ProblemError where there is none */
export async function wireCases(
  inputs: Inputs,
  surroundings: Surroundings,
  { folder, ...place }: Pick<LocalPlace, 'folder' | 'store' | 'progress'>,
): Promise<CasesPorts & { readonly close: () => Promise<void> }> {
  const { root, now, tree, text, texts, bytes, close } = await openWorkingTree(await findRepository(folder));
  const asking = wireLocalAsking(inputs, surroundings, { root, ...place });
  return {
    ...asking,
    tree: { now, tree, text, texts, bytes, folder: await folderInTree(folder) },
    openReview: () => openReview(folder),
    close: async () => {
      await asking.close();
      await close();
    },
  };
}

async function openReview(folder: string): ReturnType<CasesPorts['openReview']> {
  try {
    return await openGitHost({ folder });
  } catch (fault) {
    if (fault instanceof ProblemError) return undefined;
    throw fault;
  }
}
