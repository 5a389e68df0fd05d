import type { Host } from '../../core/ports.ts';
import type { PullRequest, Tree } from '../../core/pull-request.ts';
import { filesOf, type RevisionFiles } from './revision-files.ts';

/** The files of both sides, and of the base branch's tip where that is another revision than the old side. */
export type SidesOfFiles = {
  readonly old: RevisionFiles;
  readonly next: RevisionFiles;
  readonly openTip?: () => Promise<RevisionFiles>;
};

/**
 * Reads the trees of a pull request.
 * @param isTipLikely the tip's is read with the others, and not only when it is asked for: one round in place of two
 */
export async function openRevisions(
  host: Pick<Host, 'tree' | 'text' | 'texts'>,
  pull: PullRequest,
  isTipLikely: boolean,
): Promise<{ readonly files: SidesOfFiles; readonly head: Tree; readonly base: Tree; readonly tip?: RevisionFiles }> {
  let opened: Promise<RevisionFiles> | undefined;
  const openTip = (): Promise<RevisionFiles> => {
    opened ??= host.tree(pull.tip).then((tree) => filesOf(host, pull.tip, tree));
    return opened;
  };
  const behind = isBehind(pull);
  const [head, base, tip] = await Promise.all([
    host.tree(pull.head),
    host.tree(pull.base),
    behind && isTipLikely ? openTip() : undefined,
  ]);
  const sides = { old: filesOf(host, pull.base, base), next: filesOf(host, pull.head, head) };
  return { files: { ...sides, ...(behind && { openTip }) }, head, base, ...(tip !== undefined && { tip }) };
}

/**
 * Whether the base branch went on since the merge base, so that its golden cases may have too. On the command line the tip is
 * the working tree; what a merge group is built on may hold what its branch does not yet.
 */
function isBehind({ tip, base, head, queued }: PullRequest): boolean {
  return tip.sha !== base.sha && tip.sha !== head.sha && queued !== true;
}
