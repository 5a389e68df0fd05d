import type { Tree, TreeEntry } from '../pull-request.ts';

/** The link or submodule that stands where a path has a folder; what lies behind it is not of this tree. */
export function findLink(tree: Pick<Tree, 'get'>, path: string): TreeEntry | undefined {
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    const entry = tree.get(path.slice(0, slash));
    if (entry !== undefined && entry.mode !== 'file') return entry;
  }
  return undefined;
}
