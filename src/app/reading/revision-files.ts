import { findLink } from '../../core/detect/find-candidates.ts';
import type { FilesHost } from '../../core/ports.ts';
import type { FileBytes, FileText, PullRequest, Revision, Tree, TreeEntry } from '../../core/pull-request.ts';

/** The files of one revision: what there is, and their texts, each asked of the host once. */
export type RevisionFiles = {
  readonly has: (path: string) => boolean;
  readonly paths: () => Iterable<string>;
  /** What the tree says of a file. */
  readonly entry: (path: string) => TreeEntry | undefined;
  readonly text: (path: string) => Promise<FileText>;
  /** Content of a file that a message shows. */
  readonly bytes: (path: string) => Promise<FileBytes>;
  /** Asks for texts before they are needed: what is asked for in the same moment comes together. */
  readonly expect: (paths: readonly string[]) => void;
  /** Texts of many files, not held for later: to look through them once. */
  readonly texts: (paths: readonly string[]) => Promise<ReadonlyMap<string, FileText>>;
};

/** Files of a revision by its tree; what the tree does not hold, or holds as a link, is not asked for. */
export function filesOf(host: Omit<FilesHost, 'tree'>, revision: Revision, tree: Tree): RevisionFiles {
  const asked = new Map<string, Promise<FileText>>();
  const shown = new Map<string, Promise<FileBytes>>();
  const unasked = (path: string): Exclude<FileText, { kind: 'text' }> | undefined => {
    const entry = tree.get(path) ?? findLink(tree, path);
    if (entry === undefined) return { kind: 'absent' };
    if (entry.mode === 'symlink') return { kind: 'refused', why: 'symbolic links are not followed' };
    return entry.mode === 'submodule' ? { kind: 'refused', why: 'it is a submodule' } : undefined;
  };
  const ask = async (path: string): Promise<FileText> => unasked(path) ?? host.text(revision, path);
  const text = (path: string): Promise<FileText> => {
    const before = asked.get(path);
    if (before !== undefined) return before;
    const now = ask(path);
    asked.set(path, now);
    return now;
  };
  // What the tree lacks the host may know more of: an untracked file that is too large.
  const askBytes = async (path: string): Promise<FileBytes> => {
    const refused = unasked(path);
    return refused?.kind === 'refused' ? refused : host.bytes(revision, path);
  };
  return {
    has: (path) => tree.has(path),
    paths: () => tree.keys(),
    entry: (path) => tree.get(path),
    texts: async (paths) => {
      const read = await host.texts(
        revision,
        paths.filter((path) => unasked(path) === undefined),
      );
      return new Map(paths.map((path) => [path, unasked(path) ?? read.get(path) ?? { kind: 'absent' }]));
    },
    text,
    bytes: (path) => {
      const read = shown.get(path) ?? askBytes(path);
      shown.set(path, read);
      return read;
    },
    expect: (paths) => {
      for (const path of paths) text(path).catch(() => undefined);
    },
  };
}

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
  host: FilesHost,
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
