import { type PlacedText, pairByContent } from '../../core/detect/find-predecessor.ts';
import type { ChangedFile, FileText } from '../../core/pull-request.ts';
import type { RevisionFiles } from './revision-files.ts';

/** Added files that are looked into at most for one that is gone. */
const mostRead = 300;

/** Endings of what no prompt is moved to: pictures, archives, lock files. */
const noText = /\.(?:png|jpe?g|gif|webp|svg|ico|pdf|zip|gz|woff2?|ttf|mp[34]|lock|map|min\.(?:js|css))$/iu;

/**
 * Changes with the renames filled in that GitHub's list does not tell: it knows none beyond its limits, and where trees are
 * compared by their ids a rename with an edit looks like two files. Only what may have been a prompt is followed. One that
 * the list calls moved to where nothing is a prompt is taken for an added prompt that is like it, where there is one: a copy
 * put aside would be all that is compared else.
 * @param isPrompt says of a path whether it may be a prompt, at base or at head
 */
export async function followRenames(
  changed: readonly ChangedFile[],
  files: { readonly old: RevisionFiles; readonly next: RevisionFiles },
  isPrompt: (path: string) => boolean,
): Promise<readonly ChangedFile[]> {
  const removed = changed.filter(({ path, status }) => status === 'removed' && isPrompt(path)).map(({ path }) => path);
  const strayed = changed.flatMap(({ path, previousPath }) =>
    previousPath !== undefined && isPrompt(previousPath) && !isPrompt(path) ? [previousPath] : [],
  );
  const gone = textsOf(
    await Promise.all([...removed, ...strayed].map(async (path) => [path, await files.old.text(path)] as const)),
  );
  if (gone.length === 0) return changed;
  const sizes = gone.map(({ path }) => files.old.entry(path)?.bytes ?? 0);
  const isAlikeInSize = (path: string): boolean => {
    const bytes = files.next.entry(path)?.bytes ?? 0;
    return sizes.some((size) => bytes <= 3 * size && size <= 3 * bytes);
  };
  const added = changed
    .filter(({ path, status }) => status === 'added' && !noText.test(path) && isAlikeInSize(path))
    .map(({ path }) => path)
    .filter((path) => removed.length > 0 || isPrompt(path));
  const nearest = added.toSorted((one, other) => farFrom(one, gone) - farFrom(other, gone)).slice(0, mostRead);
  if (nearest.length === 0) return changed;
  const texts = textsOf(await files.next.texts(nearest));
  const astray = new Set(strayed);
  const named = pairByContent(
    gone,
    texts.filter(({ path }) => isPrompt(path)),
  );
  const found = new Set(named.values());
  const left = gone.filter(({ path }) => !found.has(path) && !astray.has(path));
  const pairs = new Map([
    ...pairByContent(
      left,
      texts.filter(({ path }) => !named.has(path)),
    ),
    ...named,
  ]);
  const followed = new Set(pairs.values());
  return changed
    .filter(({ path, status }) => !(status === 'removed' && followed.has(path)))
    .map((change): ChangedFile => {
      const { path, previousPath = '' } = change;
      const came = pairs.get(path);
      if (came !== undefined) return { path, previousPath: came, status: 'renamed' };
      return followed.has(previousPath) ? { path, status: 'added' } : change;
    });
}

/** How little the name of a file says that it is one of those that are gone. */
function farFrom(path: string, gone: readonly PlacedText[]): number {
  const name = (one: string): string => one.slice(one.lastIndexOf('/') + 1);
  const ending = (one: string): string => one.slice(one.lastIndexOf('.'));
  if (gone.some((one) => name(one.path) === name(path))) return 0;
  return gone.some((one) => ending(one.path) === ending(path)) ? 1 : 2;
}

function textsOf(read: Iterable<readonly [string, FileText]>): readonly PlacedText[] {
  return [...read].flatMap(([path, file]) =>
    file.kind === 'text' && file.text.trim() !== '' ? [{ path, text: file.text }] : [],
  );
}
