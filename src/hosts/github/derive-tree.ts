import type { ChangedFile } from '../../core/pull-request.ts';
import { type FolderEntry, type ListedEntry, treeId } from './known-folders.ts';

/** What was seen of a revision before its tree: the tree's id, and the changed files by path. */
export type Glimpse = {
  readonly root: string;
  readonly files: ReadonlyMap<string, { readonly id: string; readonly bytes: number }>;
};

/**
 * The files of a revision from those of another and what changed between them, in place of a request for its tree. The id of
 * the tree, a hash of all it holds, tells whether they are right.
 * @param listed the other revision's whole tree, folders included
 * @returns undefined where they cannot be told for certain, such as where a file became a link
 */
export function deriveTree(
  listed: readonly ListedEntry[],
  changed: readonly ChangedFile[],
  { root, files }: Glimpse,
): readonly ListedEntry[] | undefined {
  const entries = new Map(listed.flatMap((entry) => (entry.type === 'tree' ? [] : [[entry.path, entry] as const])));
  const before = new Map(entries);
  for (const { path, previousPath, status } of changed) {
    if (previousPath !== undefined) entries.delete(previousPath);
    if (status === 'removed') entries.delete(path);
  }
  for (const { path, previousPath, status } of changed) {
    if (status === 'removed') continue;
    const found = files.get(path);
    if (found === undefined) return undefined;
    const mode = before.get(previousPath ?? path)?.mode ?? '100644';
    entries.set(path, { path, mode, type: 'blob', sha: found.id, size: found.bytes });
  }
  const touched = new Set(
    changed.flatMap(({ path, previousPath }) => [path, ...(previousPath === undefined ? [] : [previousPath])]),
  );
  const folders = new Map(listed.flatMap(({ path, type, sha }) => (type === 'tree' ? [[path, sha] as const] : [])));
  return rootOf([...entries.values()], folders, touched, root.length) === root ? [...entries.values()] : undefined;
}

/** Git's id of a whole tree of which only the folders that hold `touched` paths are not those known. */
function rootOf(
  entries: readonly ListedEntry[],
  folders: ReadonlyMap<string, string>,
  touched: ReadonlySet<string>,
  length: number,
): string {
  const stale = new Set([...touched].flatMap(foldersAbove));
  // Of each folder above a change what lies in it: its files, and the folders below it that still hold any.
  const held = new Map<string, Map<string, FolderEntry>>([...stale].map((folder) => [folder, new Map()]));
  for (const entry of entries) {
    for (const folder of foldersAbove(entry.path)) {
      const name = entry.path.slice(folder === '' ? 0 : folder.length + 1);
      const end = name.indexOf('/');
      if (end < 0) held.get(folder)?.set(name, { ...entry, name });
      else {
        const below = { name: name.slice(0, end), mode: '040000', type: 'tree', sha: '' };
        if (held.get(folder)?.has(below.name) === false) held.get(folder)?.set(below.name, below);
      }
    }
  }
  const idOf = (folder: string): string => {
    const known = stale.has(folder) ? undefined : folders.get(folder);
    const prefix = folder === '' ? '' : `${folder}/`;
    const within = [...(held.get(folder)?.values() ?? [])];
    return (
      known ??
      treeId(
        within.map((entry) => (entry.type === 'tree' ? { ...entry, sha: idOf(prefix + entry.name) } : entry)),
        length,
      )
    );
  };
  return idOf('');
}

/** The folders a path lies in, the root as the empty text. */
function foldersAbove(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return ['', ...names.map((_, index) => names.slice(0, index + 1).join('/'))];
}
