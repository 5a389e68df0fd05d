import type { Host } from '../../core/ports.ts';
import type { FileText, Revision, Tree } from '../../core/pull-request.ts';

/** The files of one revision: what there is, and their texts, each asked of the host once. */
export type RevisionFiles = {
  readonly has: (path: string) => boolean;
  readonly paths: () => Iterable<string>;
  readonly text: (path: string) => Promise<FileText>;
};

/** Files of a revision by its tree; what the tree does not hold, or holds as a link, is not asked for. */
export function filesOf(host: Pick<Host, 'text'>, revision: Revision, tree: Tree): RevisionFiles {
  const asked = new Map<string, Promise<FileText>>();
  const ask = async (path: string): Promise<FileText> => {
    const entry = tree.get(path);
    if (entry === undefined) return { kind: 'absent' };
    if (entry.mode === 'symlink') return { kind: 'refused', why: 'symbolic links are not followed' };
    if (entry.mode === 'submodule') return { kind: 'refused', why: 'it is a submodule' };
    return host.text(revision, path);
  };
  return {
    has: (path) => tree.has(path),
    paths: () => tree.keys(),
    text: (path) => {
      const before = asked.get(path);
      if (before !== undefined) return before;
      const now = ask(path);
      asked.set(path, now);
      return now;
    },
  };
}
