import type { ChangedFile, Tree, TreeEntry } from '../../core/pull-request.ts';

/**
 * What changed from one tree to another, by object ids alone. A file is renamed where one of the same content is gone;
 * a rename with an edit is seen as removed and added.
 */
export function compareTrees(from: Tree, to: Tree): readonly ChangedFile[] {
  const gone = [...from.values()].filter((entry) => !to.has(entry.path));
  const byContent = Map.groupBy(gone, contentOf);
  const movedAway = new Set<string>();
  const changed = [...to.values()].flatMap((entry): ChangedFile[] => {
    const before = from.get(entry.path);
    if (before !== undefined)
      return contentOf(before) === contentOf(entry) ? [] : [{ path: entry.path, status: 'modified' }];
    const origin = byContent.get(contentOf(entry))?.find(({ path }) => !movedAway.has(path));
    if (origin === undefined) return [{ path: entry.path, status: 'added' }];
    movedAway.add(origin.path);
    return [{ path: entry.path, previousPath: origin.path, status: 'renamed' }];
  });
  const removed = gone
    .filter(({ path }) => !movedAway.has(path))
    .map(({ path }): ChangedFile => ({ path, status: 'removed' }));
  return [...changed, ...removed];
}

function contentOf(entry: TreeEntry): string {
  return `${entry.mode} ${entry.id}`;
}
