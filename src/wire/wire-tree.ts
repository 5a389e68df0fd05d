import type { LogFile, Sandbox } from '../core/ports.ts';
import { findRepository, folderInTree } from '../hosts/git/find-repository.ts';
import { openWorkingTree, type WorkingTree } from '../hosts/git/working-tree.ts';
import { openLogs } from '../hosts/logs/open-logs.ts';
import { type Rewritten, rewriteIn, writeNewIn } from '../hosts/workspace/write-in-folder.ts';
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

/** Opens the working tree whose golden cases grow from logs. @throws ProblemError where there is no repository */
export async function wireCasesAdd(folder: string): Promise<
  Written & {
    readonly files: WorkingTree;
    readonly sandbox: Sandbox;
    readonly below: string;
    readonly openLogs: (named: readonly string[]) => Promise<readonly LogFile[]>;
    /** Puts a text in the place of what a file was read as. */
    readonly rewrite: (path: string, texts: Rewritten) => ReturnType<typeof rewriteIn>;
  }
> {
  const place = await wireConversion(folder);
  return {
    ...place,
    files: place,
    openLogs: (named) => openLogs(named, { folder, stdin: process.stdin }),
    rewrite: (path, texts) => rewriteIn(place.root, path, texts),
  };
}
