import { type Random, randomBelow, seededRandom } from './random.ts';
import type { Stratum } from './stratum.ts';

/** A stratum with what its sum counts for in the statistic. */
export type WeightedStratum = { readonly stratum: Stratum; readonly step: number };

/** Strata in an order of their own, laid out flat for drawing: stratum i has its 2·`sizes[i]` values from `starts[i]` on. */
export type Deck = {
  /** Old before new, each ascending; drawing shuffles them in place. */
  readonly values: Float64Array;
  readonly starts: Int32Array;
  readonly sizes: Int32Array;
  readonly steps: Float64Array;
  /** Of the new values, and of all. */
  readonly sums: Float64Array;
  readonly totals: Float64Array;
  /** Made of all the data: the same for the same replies in any order. */
  readonly seed: readonly [number, number];
};

/** Lays strata out in an order that their data alone decides: the same for the same strata, however they come. */
export function stackDeck(strata: readonly WeightedStratum[]): Deck {
  const given = layOut(strata, identity(strata.length));
  const keys = Float64Array.from(given.sizes, (_, i) => keyOf(given, i));
  const order = orderBy(keys, (one, other) => compareStrata(given, one, other));
  const seed = seedOf(order, keys);
  shuffle(order, seededRandom(seed));
  return { ...layOut(strata, order), seed };
}

/**
 * Deals the strata (Fisher and Yates). In their sorted order those lie side by side that moved alike; dealt into blocks so, each
 * block would hold one kind, whose observed labelling is among its extremes, and the drawn statistic would spread too far.
 */
function shuffle(order: Int32Array, random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = randomBelow(random, i + 1);
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
}

type Layout = Omit<Deck, 'seed'>;

/** Flat arrays throughout: an object for each of 10⁵ strata would cost more than the drawing. */
function layOut(strata: readonly WeightedStratum[], order: Int32Array): Layout {
  const { length } = order;
  const sizes = new Int32Array(length);
  const starts = new Int32Array(length);
  const [steps, sums, totals] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  const values = new Float64Array(strata.reduce((count, { stratum }) => count + 2 * stratum.size, 0));
  let start = 0;
  for (let i = 0; i < length; i++) {
    const held = strata[order[i] ?? 0];
    if (held === undefined) continue;
    const { stratum, step } = held;
    starts[i] = start;
    sizes[i] = stratum.size;
    steps[i] = step;
    totals[i] = stratum.total;
    sums[i] = stratum.sum;
    start = copySorted(stratum.new, values, copySorted(stratum.old, values, start));
  }
  return { values, starts, sizes, steps, sums, totals };
}

/** By insertion: batches hold a few replies, for which a general sort takes longer to begin. @returns where they end */
function copySorted(from: readonly number[], into: Float64Array, start: number): number {
  const end = start + from.length;
  for (let at = start; at < end; at++) {
    const value = from[at - start] ?? 0;
    let j = at - 1;
    for (; j >= start && (into[j] ?? 0) > value; j--) into[j + 1] = into[j] ?? 0;
    into[j + 1] = value;
  }
  return end;
}

function identity(length: number): Int32Array {
  return Int32Array.from({ length }, (_, i) => i);
}

/**
 * Positions by ascending key (32 bits), equal keys by `compare`. Keys travel in one number with their position, which sorts fast and
 * is exact up to two million of them.
 */
function orderBy(keys: Float64Array, compare: (one: number, other: number) => number): Int32Array {
  const { length } = keys;
  const sorted = keys.map((key, i) => key * length + i).sort();
  const order = Int32Array.from(sorted, (held) => held % length);
  const keyAt = (i: number) => Math.floor((sorted[i] ?? 0) / length);
  for (let from = 0; from < length; ) {
    let to = from + 1;
    while (to < length && keyAt(to) === keyAt(from)) to++;
    if (to - from > 1) order.subarray(from, to).sort(compare);
    from = to;
  }
  return order;
}

/** Tells apart what the keys do not. */
function compareStrata({ steps, sizes, starts, values }: Layout, one: number, other: number): number {
  const by = (steps[one] ?? 0) - (steps[other] ?? 0) || (sizes[one] ?? 0) - (sizes[other] ?? 0);
  if (by !== 0) return by;
  const [a, b] = [starts[one] ?? 0, starts[other] ?? 0];
  for (let i = 0; i < 2 * (sizes[one] ?? 0); i++) {
    const apart = (values[a + i] ?? 0) - (values[b + i] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}

/** FNV-1a of a stratum's step and values (G. Fowler, L. C. Noll, K.-P. Vo; RFC 9923), 32 bits. */
function keyOf({ steps, sizes, starts, values }: Layout, index: number): number {
  let hash = mix(0x811c9dc5, steps[index] ?? 0);
  const start = starts[index] ?? 0;
  for (let i = 0; i < 2 * (sizes[index] ?? 0); i++) hash = mix(hash, values[start + i] ?? 0);
  return hash >>> 0;
}

const word = new Float64Array(1);
const halves = new Uint32Array(word.buffer);

function mix(hash: number, value: number): number {
  word[0] = value;
  const low = Math.imul(hash ^ (halves[0] ?? 0), 0x01000193);
  const high = Math.imul(low ^ (low >>> 15) ^ (halves[1] ?? 0), 0x01000193);
  return high ^ (high >>> 13);
}

function seedOf(order: Int32Array, keys: Float64Array): readonly [number, number] {
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (const index of order) {
    const key = keys[index] ?? 0;
    a = Math.imul(a ^ key, 0x01000193) ^ (a >>> 15);
    b = Math.imul(b ^ key ^ a, 0x01000193) ^ (b >>> 13);
  }
  return [a, b];
}
