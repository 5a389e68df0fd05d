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
export async function lookThrough(
  paths: readonly string[],
  { name, extract }: Extractor,
  files: RevisionFiles,
  openIndex: OpenIndex,
): Promise<{ readonly mentions: ReadonlyMap<string, Mentions>; readonly unread: readonly string[] }> {
  const idOf = (path: string): string => files.entry(path)?.id ?? '';
  const index = new Set(paths.map(idOf)).size > fewFiles ? await openIndex() : undefined;
  const mentions = new Map<string, Mentions>();
  for (const path of paths) {
    const known = idOf(path) === '' ? undefined : index?.find(name, idOf(path));
    if (known !== undefined) mentions.set(path, known);
  }
  const unknown = paths.filter((path) => !mentions.has(path));
  const unread: string[] = [];
  for (let at = 0; at < unknown.length; at += atOnce) {
    for (const [path, file] of await files.texts(unknown.slice(at, at + atOnce))) {
      const found = file.kind === 'text' ? extract(file.text) : undefined;
      if (found === undefined) unread.push(path);
      else {
        mentions.set(path, found);
        if (idOf(path) !== '') index?.keep(name, idOf(path), found);
      }
    }
  }
  return { mentions, unread };
}
