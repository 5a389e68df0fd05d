/** A text by its path. */
export type PlacedText = { readonly path: string; readonly text: string };

/** Share of what two texts have in common from which one is taken for the other, moved and edited: as in git. */
const alike = 0.5;

/**
 * Says which added texts are removed ones in another place, the most alike first, each once.
 * @returns the old path of each new one
 */
export function pairByContent(
  removed: readonly PlacedText[],
  added: readonly PlacedText[],
): ReadonlyMap<string, string> {
  const pieces = new Map([...removed, ...added].map(({ path, text }) => [path, piecesOf(text)]));
  const found = removed.flatMap((old) =>
    added.flatMap((next) => {
      const share = sharedBy(pieces.get(old.path), pieces.get(next.path));
      return share < alike ? [] : [{ old: old.path, next: next.path, share }];
    }),
  );
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  for (const { old, next } of found.toSorted((one, other) => other.share - one.share)) {
    if (taken.has(old) || pairs.has(next)) continue;
    taken.add(old);
    pairs.set(next, old);
  }
  return pairs;
}

/** How often each two words that follow each other stand in a text: prompts are sentences, and often but one line. */
function piecesOf(text: string): ReadonlyMap<string, number> {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const counts = new Map<string, number>();
  for (let at = 0; at < words.length; at += 1) {
    const piece = `${words[at]} ${words[at + 1] ?? ''}`;
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return counts;
}

/** What two texts have in common, as a share of the longer one. */
function sharedBy(one: ReadonlyMap<string, number> = new Map(), other: ReadonlyMap<string, number> = new Map()) {
  const [size, otherSize] = [one, other].map((pieces) => [...pieces.values()].reduce((sum, count) => sum + count, 0));
  const longer = Math.max(size ?? 0, otherSize ?? 0);
  if (longer === 0) return 0;
  let shared = 0;
  for (const [piece, count] of one) shared += Math.min(count, other.get(piece) ?? 0);
  return shared / longer;
}

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
