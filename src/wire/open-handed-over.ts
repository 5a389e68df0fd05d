import type { ReviewPorts } from '../app/review/review-ports.ts';
import { type HandedOverSides, tellHandedOver } from '../core/rendered/with-handed-over.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import type { Runner } from '../hosts/runner/open-runner.ts';

/** What was handed over, and what a review is told of it; nothing where no input names any. */
export function openHandedOver(
  { 'rendered-old': old, 'rendered-new': next }: Pick<Inputs, 'rendered-old' | 'rendered-new'>,
  { workspace, run }: Pick<Runner, 'workspace' | 'run'>,
  privileged: boolean,
):
  | { readonly read: () => Promise<HandedOverSides>; readonly handedOver: NonNullable<ReviewPorts['handedOver']> }
  | undefined {
  if (old === undefined && next === undefined) return undefined;
  const readAll = async (): Promise<HandedOverSides> => {
    const { readHandedOver } = await import('../hosts/workspace/read-handed-over.ts');
    return {
      ...(old !== undefined && { old: await readHandedOver(workspace, old) }),
      ...(next !== undefined && { new: await readHandedOver(workspace, next) }),
    };
  };
  let held: Promise<HandedOverSides> | undefined;
  const read = (): Promise<HandedOverSides> => {
    held ??= readAll();
    return held;
  };
  return {
    read,
    handedOver: async (pull) => {
      const sides = await read();
      const ownRun = privileged ? run.id.split('/', 1)[0] : undefined;
      const notes = tellHandedOver(pull, sides, ownRun);
      // Where the workflow is not the pull request's to change, its word that the code renders the same as before is none to go by.
      return { fresh: new Set(privileged ? [] : sides.new?.texts.keys()), notes };
    },
  };
}
