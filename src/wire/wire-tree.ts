import type { Sandbox } from '../core/ports.ts';
import { findRepository, folderInTree } from '../hosts/git/find-repository.ts';
import { openWorkingTree, type WorkingTree } from '../hosts/git/working-tree.ts';
import { writeNewIn } from '../hosts/workspace/write-in-folder.ts';
import { createSandbox } from '../sandbox/create-sandbox.ts';

/** A working tree that new files are written to, by their path in it. */
type Written = WorkingTree & { readonly writeNew: (path: string, text: string) => ReturnType<typeof writeNewIn> };

/** Opens the working tree whose config is converted. @throws ProblemError where there is no repository */
export async function wireConversion(
  folder: string,
): Promise<Written & { readonly sandbox: Sandbox; readonly below: string }> {
  const tree = await wireInit(folder);
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
export async function wireInit(folder: string): Promise<Written> {
  const tree = await openWorkingTree(await findRepository(folder));
  return { ...tree, writeNew: (path, text) => writeNewIn(tree.root, path, text) };
}
