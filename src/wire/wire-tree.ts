import type { Sandbox } from '../core/ports.ts';
import { findRepository } from '../hosts/git/find-repository.ts';
import { folderInTree } from '../hosts/git/folder-in-tree.ts';
import { openWorkingTree, type WorkingTree } from '../hosts/git/working-tree.ts';
import { createSandbox } from '../sandbox/create-sandbox.ts';

/** Opens the working tree whose config is converted. @throws ProblemError where there is no repository */
export async function wireConversion(
  folder: string,
): Promise<WorkingTree & { readonly sandbox: Sandbox; readonly below: string }> {
  const tree = await openWorkingTree(await findRepository(folder));
  const sandbox = createSandbox();
  return {
    ...tree,
    sandbox,
    below: await folderInTree(folder),
    close: async () => {
      sandbox.close();
      await tree.close();
    },
  };
}

/** Opens the working tree that a first config is written for. @throws ProblemError where there is no repository */
export async function wireInit(folder: string): Promise<WorkingTree> {
  return openWorkingTree(await findRepository(folder));
}
