import type { Words } from '../../core/ports.ts';

/** A library that is loaded before the first reply is scored by it, not where the program starts. */
export type LazyLibrary<T> = { readonly load: (words: Words) => Promise<void>; readonly get: () => T };

export function lazyLibrary<T>(name: string, loading: (words: Words) => Promise<T>): LazyLibrary<T> {
  let loaded: Promise<T> | undefined;
  let held: { readonly library: T } | undefined;
  return {
    load: async (words) => {
      loaded ??= loading(words);
      held = { library: await loaded };
    },
    get: () => {
      if (held === undefined) throw new Error(`${name} was not loaded before a reply was scored`);
      return held.library;
    },
  };
}
