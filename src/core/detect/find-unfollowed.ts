import { namesPath } from '../paths/match-globs.ts';
import { snapshotEnding } from '../rendered/rendered-line.ts';
import { matchPrompts } from './prompt-globs.ts';

/** Code that renders prompts: `for` names the snapshots of them; absent: all there are. */
export type WatchRule = { readonly paths: readonly string[]; readonly for?: readonly string[] | undefined };

/** A snapshot that did not follow the code that renders it, or code of which there is no snapshot. */
export type Unfollowed = {
  readonly path: string;
  readonly why: 'not-rendered' | 'no-snapshot';
  readonly detail: string;
};

const mostNamed = 3;

/**
 * Watched code that changed while its snapshot stayed as it was: what it renders now is known to nobody.
 * @param changed paths that changes touch, on either side
 * @param paths files at head
 * @param fresh snapshots that were rendered at head itself, whatever is committed
 */
export function findUnfollowed(
  changed: readonly string[],
  paths: Iterable<string>,
  { watch, promptGlobs }: { readonly watch: readonly WatchRule[]; readonly promptGlobs: readonly string[] },
  fresh: ReadonlySet<string>,
): readonly Unfollowed[] {
  const touched = new Set(changed);
  const isPrompt = matchPrompts(promptGlobs);
  const snapshots = [...paths].filter((path) => snapshotEnding.test(path) && isPrompt(path));
  const code = [...touched].filter((path) => !snapshotEnding.test(path));
  const found = new Map<string, Unfollowed>();
  for (const rule of watch) {
    const hits = code.filter((path) => namesPath(rule.paths, path));
    if (hits.length === 0) continue;
    const shown = hits.slice(0, mostNamed).join(', ');
    const detail = `${shown}${hits.length > mostNamed ? ` and ${hits.length - mostNamed} more` : ''} changed`;
    const { for: own } = rule;
    const followers = own === undefined ? snapshots : snapshots.filter((path) => namesPath(own, path));
    for (const path of followers)
      if (!touched.has(path) && !fresh.has(path)) found.set(path, { path, why: 'not-rendered', detail });
    const [first = ''] = hits;
    if (followers.length === 0 && !found.has(first)) found.set(first, { path: first, why: 'no-snapshot', detail });
  }
  return [...found.values()];
}

/** Whether a path is of code that is watched. */
export function isWatched(path: string, watch: readonly WatchRule[]): boolean {
  return watch.some((rule) => namesPath(rule.paths, path));
}
