/** A version in a path: a whole name or folder (`v1.2.0`, `1.0`), or behind a separator (`summary_v2`, `summary-3`). */
const version = /(?<=^|\/|[._-])v?(\d+(?:\.\d+)*)(?=$|\/|\.[a-z]|[_-])/giu;

/**
 * The file that a new one succeeds by its name: `v1.1.0.txt` succeeds `v1.0.0.txt`, `summary_v3.md` succeeds
 * `summary_v2.md`, `prompts/v2/a.txt` succeeds `prompts/v1/a.txt`. Of several the highest lower version.
 * @param paths of prompts at base
 */
export function findPredecessor(path: string, paths: Iterable<string>): string | undefined {
  const own = versionsIn(path);
  if (own.length === 0) return undefined;
  let nearest: { readonly path: string; readonly numbers: readonly number[] } | undefined;
  for (const other of paths) {
    for (const { start, numbers, shape } of versionsIn(other)) {
      const mine = own.find((one) => one.start === start && one.shape === shape);
      if (mine === undefined || compare(numbers, mine.numbers) >= 0) continue;
      if (nearest === undefined || compare(numbers, nearest.numbers) > 0) nearest = { path: other, numbers };
    }
  }
  return nearest?.path;
}

type Version = { readonly start: number; readonly numbers: readonly number[]; readonly shape: string };

/** Every version in a path, and the path without it. */
function versionsIn(path: string): readonly Version[] {
  return Array.from(path.matchAll(version), (match) => ({
    start: match.index,
    numbers: (match[1] ?? '').split('.').map(Number),
    shape: `${path.slice(0, match.index)}*${path.slice(match.index + match[0].length)}`,
  }));
}

function compare(one: readonly number[], other: readonly number[]): number {
  const length = Math.max(one.length, other.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
