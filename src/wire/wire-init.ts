import { findRepository } from '../hosts/git/find-repository.ts';
import { openWorkingTree, type WorkingTree } from '../hosts/git/working-tree.ts';

/** Opens the working tree that a first config is written for. @throws ProblemError where there is no repository */
export async function wireInit(folder: string): Promise<WorkingTree> {
  return openWorkingTree(await findRepository(folder));
}
