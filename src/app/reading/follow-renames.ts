import { type PlacedText, pairByContent } from '../../core/detect/pair-by-content.ts';
import type { ChangedFile, FileText } from '../../core/pull-request.ts';
import type { RevisionFiles } from './revision-files.ts';

/** Added files that are looked into at most for one that is gone. */
const mostRead = 300;

/** Endings of what no prompt is moved to: pictures, archives, lock files. */
const noText = /\.(?:png|jpe?g|gif|webp|svg|ico|pdf|zip|gz|woff2?|ttf|mp[34]|lock|map|min\.(?:js|css))$/iu;

/**
 * Changes with the renames filled in that GitHub's list does not tell: it knows none beyond its limits, and where trees are
 * compared by their ids a rename with an edit looks like two files. Only what may have been a prompt is followed.
 * @param wasPrompt says of a path at base whether it may have been one
 */
export async function followRenames(
  changed: readonly ChangedFile[],
  files: { readonly old: RevisionFiles; readonly next: RevisionFiles },
  wasPrompt: (path: string) => boolean,
): Promise<readonly ChangedFile[]> {
  const gone = changed.filter(({ path, status }) => status === 'removed' && wasPrompt(path)).map(({ path }) => path);
  const removed = textsOf(await Promise.all(gone.map(async (path) => [path, await files.old.text(path)] as const)));
  if (removed.length === 0) return changed;
  const sizes = removed.map(({ path }) => files.old.entry(path)?.bytes ?? 0);
  const isAlikeInSize = (path: string): boolean => {
    const bytes = files.next.entry(path)?.bytes ?? 0;
    return sizes.some((size) => bytes <= 3 * size && size <= 3 * bytes);
  };
  const added = changed
    .filter(({ path, status }) => status === 'added' && !noText.test(path) && isAlikeInSize(path))
    .map(({ path }) => path);
  const nearest = added.toSorted((one, other) => farFrom(one, gone) - farFrom(other, gone)).slice(0, mostRead);
  if (nearest.length === 0) return changed;
  const pairs = pairByContent(removed, textsOf(await files.next.texts(nearest)));
  const left = new Set(pairs.values());
  return changed
    .filter(({ path, status }) => !(status === 'removed' && left.has(path)))
    .map((change): ChangedFile => {
      const previousPath = pairs.get(change.path);
      return previousPath === undefined ? change : { path: change.path, previousPath, status: 'renamed' };
    });
}

/** How little the name of a file says that it is one of those that are gone. */
function farFrom(path: string, gone: readonly string[]): number {
  const name = (one: string): string => one.slice(one.lastIndexOf('/') + 1);
  const ending = (one: string): string => one.slice(one.lastIndexOf('.'));
  if (gone.some((one) => name(one) === name(path))) return 0;
  return gone.some((one) => ending(one) === ending(path)) ? 1 : 2;
}

function textsOf(read: Iterable<readonly [string, FileText]>): readonly PlacedText[] {
  return [...read].flatMap(([path, file]) =>
    file.kind === 'text' && file.text.trim() !== '' ? [{ path, text: file.text }] : [],
  );
}
