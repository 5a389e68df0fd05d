import { matchPrompts } from '../../core/detect/match-prompts.ts';
import { areOwnGlobs } from '../../core/detect/passed-over.ts';
import type { Host } from '../../core/ports.ts';
import type { Revision } from '../../core/pull-request.ts';

/** Whether a team's own globs name no file at all, so that nothing could ever be reviewed by them. */
export async function namesNothing(
  host: Pick<Host, 'tree'>,
  head: Revision,
  globs: readonly string[],
): Promise<boolean> {
  if (!areOwnGlobs(globs)) return false;
  const tree = await host.tree(head);
  return ![...tree.keys()].some(matchPrompts(globs));
}
