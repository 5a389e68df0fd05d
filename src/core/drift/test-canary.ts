import { randomBelow, seededRandom } from '../statistics/random.ts';
import { leastOf } from './canary-distance.ts';
import type { CanaryLine } from './drift-line.ts';

/** What one asking of an input came to. */
export type CanaryReply = CanaryLine['inputs'][number]['replies'][number];

/** Replies to one input, of earlier runs and of those that are held to them. */
export type CanaryStratum = { readonly usual: readonly CanaryReply[]; readonly now: readonly CanaryReply[] };

const draws = 9_999;
/** Tokens of an input that are compared: the likeliest ones before. */
const mostTokens = 20;

/**
 * Whether two sets of replies are of the same model: the distance of their means with labels permuted inside each input,
 * p = (1 + #{T* ≥ T})/(draws + 1). For log-probabilities the distance is the mean over tokens of |Δ log p| (the test LT of arXiv
 * 2512.03816), for what was said the total variation, its mean over inputs (B3IT, arXiv 2602.11083).
 * @returns p; undefined where nothing can be compared
 */
export function testCanary(strata: readonly CanaryStratum[], method: CanaryLine['method']): number | undefined {
  const tables = tablesOf(strata, method);
  if (tables.length === 0) return undefined;
  const distance = distanceOf(tables, method);
  const random = seededRandom([tables.length, tables.reduce((sum, { size }) => sum + size, 0)]);
  let atLeast = 0;
  for (let draw = 0; draw < draws; draw++) {
    for (const table of tables) shuffle(table, random);
    if (distanceOf(tables, method) >= distance - 1e-12) atLeast++;
  }
  return (1 + atLeast) / (draws + 1);
}

function distanceOf(tables: readonly Table[], method: CanaryLine['method']): number {
  const parts = tables.map((table) => spread(table) * (method === 'border' ? 0.5 : 1 / table.columns.length));
  return parts.reduce((sum, part) => sum + part, 0) / tables.length;
}

function tablesOf(strata: readonly CanaryStratum[], method: CanaryLine['method']): readonly Table[] {
  return strata
    .filter(({ usual, now }) => usual.length > 0 && now.length > 0)
    .map((stratum) => tableOf(stratum, method))
    .filter(({ columns }) => columns.length > 0);
}

/** A column a token, the replies of now first; `order` says which rows count as those. */
type Table = {
  readonly columns: readonly Float64Array[];
  readonly totals: readonly number[];
  readonly order: Uint32Array;
  readonly size: number;
};

function tableOf({ usual, now }: CanaryStratum, method: CanaryLine['method']): Table {
  const replies = [...now, ...usual].map(
    (reply) => new Map(reply.tokens.map((token, at) => [token, reply.values[at] ?? 0])),
  );
  const lacking = [...now, ...usual].map((reply) => leastOf(reply, method));
  const valueAt = (at: number, token: string): number => replies[at]?.get(token) ?? lacking[at] ?? 0;
  const listed = new Set(replies.flatMap((reply) => [...reply.keys()]));
  const sums = [...listed].map((token) => {
    return [token, replies.reduce((sum, _, at) => sum + valueAt(at, token), 0)] as const;
  });
  const tokens = sums
    .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, mostTokens)
    .map(([token]) => token);
  const columns = tokens.map((token) => Float64Array.from(replies, (_, at) => valueAt(at, token)));
  return {
    columns,
    totals: columns.map((column) => column.reduce((sum, value) => sum + value, 0)),
    order: Uint32Array.from(replies.keys()),
    size: now.length,
  };
}

/** Sum over tokens of how far the mean of the first rows is from the others'. */
function spread({ columns, totals, order, size }: Table): number {
  let sum = 0;
  for (const [index, column] of columns.entries()) {
    let first = 0;
    for (let at = 0; at < size; at++) first += column[order[at] ?? 0] ?? 0;
    sum += Math.abs(first / size - ((totals[index] ?? 0) - first) / (order.length - size));
  }
  return sum;
}

/** A random choice of so many rows comes to stand first. */
function shuffle({ order, size }: Table, random: () => number): void {
  for (let at = 0; at < size; at++) {
    const from = at + randomBelow(random, order.length - at);
    const held = order[at] ?? 0;
    order[at] = order[from] ?? 0;
    order[from] = held;
  }
}
