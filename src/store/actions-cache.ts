import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { STORE_VERSION } from './store-schema.ts';

/** A file of ours as the Actions cache knows it. */
export type CachedFile = {
  /** The store of replies, or the index of files. */
  readonly kind: 'replies' | 'index';
  /** The same in every run: the cache tells entries apart by it. */
  readonly path: string;
  /** Tells several uses in one repository apart. */
  readonly name: string;
  /** Of this run and attempt: entries of the cache never change, so each run saves one of its own. */
  readonly run: string;
};

/** What became of it. None of these is an error: without a cache, replies are asked again. */
export type CacheOutcome =
  | { readonly kind: 'restored'; readonly key: string }
  | { readonly kind: 'saved' }
  /** No entry to restore, or nothing to save. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unavailable'; readonly why: string }
  /** It was not waited for any longer, and may still come: what is restored may yet be written to its path. */
  | { readonly kind: 'late'; readonly why: string };

/** What is waited for at most: the client itself asks a service that says nothing for a quarter of an hour. */
const longestMs = 60_000;

/**
 * Brings back the latest one that a run on this branch or its base saved. One that is there already stays.
 * Call it before the file is opened.
 */
export async function restoreCached(
  { kind, path, name, run }: CachedFile,
  limitMs: number = longestMs,
): Promise<CacheOutcome> {
  if (existsSync(path)) return { kind: 'nothing' };
  return withCache(limitMs, async (cache) => {
    const prefix = prefixOf(kind, name);
    const key = await cache.restoreCache([path], prefix + run, [prefix]);
    return key === undefined ? { kind: 'nothing' } : { kind: 'restored', key };
  });
}

/** Saves the file. A store must have been pruned and closed before: only then does the main file hold all of it. */
export async function saveCached(
  { kind, path, name, run }: CachedFile,
  limitMs: number = longestMs,
): Promise<CacheOutcome> {
  if (!existsSync(path)) return { kind: 'nothing' };
  return withCache(limitMs, async (cache) => {
    const id = await cache.saveCache([path], prefixOf(kind, name) + run);
    return id < 0 ? { kind: 'unavailable', why: 'the cache service did not take the file' } : { kind: 'saved' };
  });
}

/** Commas are not allowed in keys, and `-` ends a name: `a` must not restore what `a-b` saved. */
function prefixOf(kind: CachedFile['kind'], name: string): string {
  const of = kind === 'replies' ? STORE_VERSION : 'index';
  return `promptgate-${of}-${encodeURIComponent(name).replaceAll('-', '%2D').slice(0, 200)}-`;
}

/** Set once the service was waited for in vain: what else this process would ask it is not waited for again. */
let late: Extract<CacheOutcome, { kind: 'late' }> | undefined;

/** The client is large: it is loaded only where there is a service to talk to. */
async function withCache(
  limitMs: number,
  run: (cache: typeof import('@actions/cache')) => Promise<CacheOutcome>,
): Promise<CacheOutcome> {
  try {
    const named = process.env['ACTIONS_RESULTS_URL'] ?? process.env['ACTIONS_CACHE_URL'] ?? '';
    if (named === '') return { kind: 'unavailable', why: 'this runner has no cache service' };
    const cache = await import('@actions/cache');
    if (!cache.isFeatureAvailable()) return { kind: 'unavailable', why: 'this runner has no cache service' };
    if (late !== undefined) return late;
    const why = `the cache service was not done within ${limitMs / 1000} s`;
    const outcome = await Promise.race([
      run(cache),
      setTimeout(limitMs, { kind: 'late', why } as const, { ref: false }),
    ]);
    if (outcome.kind === 'late') late = outcome;
    return outcome;
  } catch (error) {
    return { kind: 'unavailable', why: error instanceof Error ? error.message : String(error) };
  }
}
