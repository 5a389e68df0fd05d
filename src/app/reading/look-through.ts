import type { Extractor, FileIndex, Mentions } from '../../core/file-index.ts';
import type { RevisionFiles } from './revision-files.ts';

/** Opens the index that is kept from run to run, where there is one. */
export type OpenIndex = () => Promise<FileIndex | undefined>;

/** Fewer files are read sooner than the index of an earlier run is brought back. */
export const fewFiles = 50;
/** Files whose texts are in memory at once. */
const atOnce = 400;

/**
 * What files speak of, by path: from the index where their content was looked through before, else by reading them,
 * many at once and none kept in memory. A file that is no text, or holds too much to put down, is not in the result:
 * `unread` names those that must be read to know.
 */
export type LookThrough = (
  paths: readonly string[],
  extractor: Extractor,
  files: RevisionFiles,
) => Promise<{ readonly mentions: ReadonlyMap<string, Mentions>; readonly unread: readonly string[] }>;

/** A run looks through no content twice, whatever it looks for. */
export function createLookThrough(openIndex: OpenIndex): LookThrough {
  const known = new Map<string, Mentions | 'unread'>();
  return async (paths, { name, extract }, files) => {
    const idOf = (path: string): string => files.entry(path)?.id ?? '';
    const keyOf = (path: string): string => `${name} ${idOf(path)}`;
    const mentions = new Map<string, Mentions>();
    const unread: string[] = [];
    const put = (path: string, found: Mentions | 'unread'): void => {
      if (found === 'unread') unread.push(path);
      else mentions.set(path, found);
      if (idOf(path) !== '') known.set(keyOf(path), found);
    };
    const isNew = (path: string): boolean => {
      const before = known.get(keyOf(path));
      if (before !== undefined) put(path, before);
      return before === undefined;
    };
    const fresh = [...new Set(paths)].filter(isNew);
    const index = new Set(fresh.map(idOf)).size > fewFiles ? await openIndex() : undefined;
    const unknown = fresh.filter((path) => {
      const found = idOf(path) === '' ? undefined : index?.find(name, idOf(path));
      if (found !== undefined) put(path, found);
      return found === undefined;
    });
    for (let at = 0; at < unknown.length; at += atOnce) {
      for (const [path, file] of await files.texts(unknown.slice(at, at + atOnce))) {
        const found = file.kind === 'text' ? extract(file.text) : undefined;
        put(path, found ?? 'unread');
        if (found !== undefined && idOf(path) !== '') index?.keep(name, idOf(path), found);
      }
    }
    return { mentions, unread };
  };
}
