import { existsSync } from 'node:fs';
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
  | { readonly kind: 'unavailable'; readonly why: string };

/**
 * Brings back the latest one that a run on this branch or its base saved. One that is there already stays.
 * Call it before the file is opened.
 */
export async function restoreCached({ kind, path, name, run }: CachedFile): Promise<CacheOutcome> {
  if (existsSync(path)) return { kind: 'nothing' };
  return withCache(async (cache) => {
    const prefix = prefixOf(kind, name);
    const key = await cache.restoreCache([path], prefix + run, [prefix]);
    return key === undefined ? { kind: 'nothing' } : { kind: 'restored', key };
  });
}

/** Saves the file. A store must have been pruned and closed before: only then does the main file hold all of it. */
export async function saveCached({ kind, path, name, run }: CachedFile): Promise<CacheOutcome> {
  if (!existsSync(path)) return { kind: 'nothing' };
  return withCache(async (cache) => {
    const id = await cache.saveCache([path], prefixOf(kind, name) + run);
    return id < 0 ? { kind: 'unavailable', why: 'the cache service did not take the file' } : { kind: 'saved' };
  });
}

/** Commas are not allowed in keys, and `-` ends a name: `a` must not restore what `a-b` saved. */
function prefixOf(kind: CachedFile['kind'], name: string): string {
  const of = kind === 'replies' ? STORE_VERSION : 'index';
  return `promptgate-${of}-${encodeURIComponent(name).replaceAll('-', '%2D').slice(0, 200)}-`;
}

/** The client is large: it is loaded only where there is a service to talk to. */
async function withCache(
  run: (cache: typeof import('@actions/cache')) => Promise<CacheOutcome>,
): Promise<CacheOutcome> {
  try {
    const named = process.env['ACTIONS_RESULTS_URL'] ?? process.env['ACTIONS_CACHE_URL'] ?? '';
    if (named === '') return { kind: 'unavailable', why: 'this runner has no cache service' };
    const cache = await import('@actions/cache');
    if (!cache.isFeatureAvailable()) return { kind: 'unavailable', why: 'this runner has no cache service' };
    return await run(cache);
  } catch (error) {
    return { kind: 'unavailable', why: error instanceof Error ? error.message : String(error) };
  }
}
