import type { PortabilityPorts } from '../app/portability/portability.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import { findRepository, folderInTree } from '../hosts/git/find-repository.ts';
import { openWorkingTree } from '../hosts/git/working-tree.ts';
import { loadRetirements, suggestSuccessors } from './load-retirements.ts';
import type { Surroundings } from './surroundings.ts';
import { type LocalPlace, wireLocalAsking } from './wire-local.ts';

/** Wires what asks a working tree as it is, which needs no base and no commit. @throws ProblemError where there is no repository */
export async function wireCheck(
  inputs: Inputs,
  surroundings: Surroundings,
  { folder, ...place }: Omit<LocalPlace, 'base'>,
): Promise<PortabilityPorts & { readonly root: string; readonly folder: string; readonly close: () => Promise<void> }> {
  const { root, now, tree, text, texts, bytes, close } = await openWorkingTree(await findRepository(folder));
  const asking = wireLocalAsking(inputs, surroundings, { root, now: () => tree(now), ...place });
  return {
    ...asking,
    host: {
      tree,
      text,
      texts,
      bytes,
      pullRequest: () => Promise.resolve({ tip: now, base: now, head: now, fork: false }),
      changedFiles: () => Promise.resolve([]),
    },
    loadRetirements: (settings) => loadRetirements(settings, inputs, surroundings),
    suggestSuccessors,
    root,
    folder: await folderInTree(folder),
    close: async () => {
      await asking.close();
      await close();
    },
  };
}
