import type { Check } from '../golden-case.ts';

/** Checks of several levels added up, outermost first: an inner one replaces an outer one of the same kind and name in its place. */
export function mergeChecks(...levels: readonly (readonly Check[])[]): readonly Check[] {
  const merged = new Map<string, Check>();
  for (const check of levels.flat()) merged.set(JSON.stringify([check.kind, check.name]), check);
  return [...merged.values()];
}
