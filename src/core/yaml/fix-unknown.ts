import { suggestNearest } from '../suggest-nearest.ts';

/** How to mend an unknown name: the nearest known one, else all of them. */
export function fixUnknown(name: string, known: readonly string[]): string {
  const nearest = suggestNearest(name, known);
  return nearest === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean \`${nearest}\`?`;
}
