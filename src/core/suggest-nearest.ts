/**
 * The known name that a mistyped one most likely meant, or `undefined` where none is near enough to be a help.
 * Near: at most a third of the longer name's characters apart (at least one), counted as insertions,
 * deletions, substitutions and swaps of neighbours (optimal string alignment; Damerau 1964), without regard
 * to case, `-` or `_`. Ties go to the name listed first.
 */
export function suggestNearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = normalise(name);
  // Nobody mistypes a name this long by a letter, and the table below grows with its square.
  if (wanted.length > 100) return undefined;
  let nearest: { readonly name: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    const other = normalise(candidate);
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3));
    if (Math.abs(other.length - wanted.length) > allowed) continue;
    const distance = editDistance(wanted, other);
    if (distance <= allowed && (nearest === undefined || distance < nearest.distance)) {
      nearest = { name: candidate, distance };
    }
  }
  return nearest?.name;
}

function normalise(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/gu, '');
}

function editDistance(a: string, b: string): number {
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (previous[column] ?? row) + 1,
          (current[column - 1] ?? column) + 1,
          (previous[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? a.length;
}
