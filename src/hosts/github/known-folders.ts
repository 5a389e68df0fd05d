import { createHash } from 'node:crypto';

/** An entry of one folder, as REST and GraphQL both tell it. */
export type FolderEntry = {
  readonly name: string;
  /** Octal. */
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number | undefined;
};

/** An entry of a whole tree. */
export type ListedEntry = Omit<FolderEntry, 'name'> & { readonly path: string };

/** Folders by the id of their tree. Equal ids hold equal entries, whichever revision they were seen in. */
export type KnownFolders = Map<string, readonly FolderEntry[]>;

/**
 * Takes from a listing that was cut short the folders that it has in full, which the id of each tells: it is a hash of
 * the entries.
 * @returns ids of the folders that it names and does not have in full
 */
export function takeWholeFolders(listed: readonly ListedEntry[], known: KnownFolders): readonly string[] {
  const byFolder = Map.groupBy(listed, ({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  return listed.flatMap(({ path, type, sha }) => {
    if (type !== 'tree' || known.has(sha)) return [];
    const entries = (byFolder.get(path) ?? []).map((entry) => ({ ...entry, name: entry.path.slice(path.length + 1) }));
    if (treeId(entries, sha.length) !== sha) return [sha];
    known.set(sha, entries);
    return [];
  });
}

/** All files below a folder, and the ids of folders that are not known. */
export function gatherFiles(
  root: string,
  known: KnownFolders,
): { readonly entries: readonly ListedEntry[]; readonly missing: readonly string[] } {
  const entries: ListedEntry[] = [];
  const missing = new Set<string>();
  const walk = (id: string, prefix: string): void => {
    const held = known.get(id);
    if (held === undefined) missing.add(id);
    for (const { name, ...entry } of held ?? []) {
      const path = prefix + name;
      if (entry.type === 'tree') walk(entry.sha, `${path}/`);
      else entries.push({ ...entry, path });
    }
  };
  walk(root, '');
  return { entries, missing: [...missing] };
}

/** Every folder of a listing that is whole, by its id. */
export function foldersIn(root: string, listed: readonly ListedEntry[]): KnownFolders {
  const ids = new Map<string, string>([['', root]]);
  for (const { path, type, sha } of listed) if (type === 'tree') ids.set(path, sha);
  const folders: KnownFolders = new Map([...ids.values()].map((id) => [id, []] as const));
  for (const [path, entries] of Map.groupBy(listed, (one) =>
    one.path.slice(0, Math.max(0, one.path.lastIndexOf('/'))),
  )) {
    const id = ids.get(path);
    if (id !== undefined)
      folders.set(
        id,
        entries.map((one) => ({ ...one, name: one.path.slice(path === '' ? 0 : path.length + 1) })),
      );
  }
  return folders;
}

/** Git's id of a tree: of its entries sorted by name, a folder as if its name ended in a slash. */
export function treeId(entries: readonly FolderEntry[], length: number): string {
  const parts = entries
    .map(({ name, mode, type, sha }) => ({
      order: Buffer.from(type === 'tree' ? `${name}/` : name),
      bytes: Buffer.concat([Buffer.from(`${mode.replace(/^0+/, '')} ${name}\0`), Buffer.from(sha, 'hex')]),
    }))
    .toSorted((one, other) => Buffer.compare(one.order, other.order))
    .map(({ bytes }) => bytes);
  const content = Buffer.concat(parts);
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`tree ${content.length}\0`)
    .update(content)
    .digest('hex');
}
