import { findUnfollowed, type Unfollowed, type WatchRule } from '../../core/detect/find-unfollowed.ts';
import { changedPaths } from '../../core/detect/may-concern.ts';
import type { ChangedFile } from '../../core/pull-request.ts';
import { readRenderedLines } from '../../core/rendered/read-rendered-lines.ts';
import { snapshotEnding } from '../../core/rendered/rendered-line.ts';
import { compareSnapshots } from '../../core/rendered/write-rendered-lines.ts';
import type { RevisionFiles } from './revision-files.ts';

/**
 * Watched code that changed without its snapshot. One that is only moved or written otherwise, with the same requests, did not follow.
 * @param fresh snapshots that were rendered at head itself
 */
export async function findStale(
  changed: readonly ChangedFile[],
  { watch = [], promptGlobs }: { readonly watch?: readonly WatchRule[]; readonly promptGlobs: readonly string[] },
  files: { readonly old: RevisionFiles; readonly next: RevisionFiles },
  fresh: ReadonlySet<string>,
): Promise<readonly Unfollowed[]> {
  if (watch.length === 0) return [];
  const rewritten = new Set<string>();
  for (const one of changed)
    if (snapshotEnding.test(one.path) && (await asksTheSame(one, files))) rewritten.add(one.path);
  const touched = changedPaths(changed).filter((path) => !rewritten.has(path));
  return findUnfollowed(touched, files.next.paths(), { watch, promptGlobs }, fresh);
}

async function asksTheSame(
  { path, previousPath = path }: ChangedFile,
  files: { readonly old: RevisionFiles; readonly next: RevisionFiles },
): Promise<boolean> {
  const [old, next] = await Promise.all([files.old.text(previousPath), files.next.text(path)]);
  if (old.kind !== 'text' || next.kind !== 'text') return false;
  const [before, after] = [readRenderedLines(old.text, path), readRenderedLines(next.text, path)];
  if (before.kind !== 'read' || after.kind !== 'read') return false;
  return Object.values(compareSnapshots(before.lines, after.lines)).every((ids) => ids.length === 0);
}
