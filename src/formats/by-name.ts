/**
 * What a room lists, by its names: a module's exports come in the order of its lines in some runtimes and of their letters
 * in others, and which of two formats is tried first must not depend on that.
 */
export function byName<Listed extends { readonly name: string }>(
  room: Readonly<Record<string, Listed>>,
): readonly Listed[] {
  return Object.values(room).toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
