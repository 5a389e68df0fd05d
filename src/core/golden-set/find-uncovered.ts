import type { Breathe } from '../breathe.ts';
import type { Vector } from '../statistics/kernel-two-sample.ts';

/** Which inputs no golden case resembles. */
export type Uncovered = {
  /** Cosine distance to the nearest golden case, of each input; undefined where it has no direction. */
  readonly distances: readonly (number | undefined)[];
  /** Beyond this distance an input resembles none. */
  readonly beyond: number;
  /** Share of inputs that would lie beyond it by chance, were they drawn as the golden cases were. */
  readonly expected: number;
};

/** Golden cases of which as many lie within the distance to their nearest neighbour. */
const within = 0.95;

/**
 * Holds inputs against golden cases: an input is covered where its nearest golden case is as near as golden cases are to each other,
 * all but one in twenty of them (a split-conformal bound on nearest-neighbour distances). Copies among golden cases count once.
 * @param breathe awaited row by row: a thousand cases of some thousand dimensions take seconds
 * @returns undefined of fewer than two cases that differ
 */
export async function findUncovered(
  golden: readonly Vector[],
  inputs: readonly Vector[],
  breathe: Breathe = () => undefined,
): Promise<Uncovered | undefined> {
  const kept: Float64Array[] = [];
  for (const vector of golden) {
    await breathe();
    const direction = unit(vector);
    if (direction !== undefined && nearest(direction, kept) >= alike) kept.push(direction);
  }
  if (kept.length < 2) return undefined;
  const own: number[] = [];
  for (const vector of kept) {
    await breathe();
    own.push(nearest(vector, kept, vector));
  }
  const rank = Math.min(own.length, Math.ceil(within * (own.length + 1)));
  const beyond = own.toSorted((a, b) => a - b)[rank - 1] ?? 0;
  const distances: (number | undefined)[] = [];
  for (const input of inputs) {
    await breathe();
    const direction = unit(input);
    distances.push(direction && nearest(direction, kept));
  }
  return { distances, beyond, expected: (own.length + 1 - rank) / (own.length + 1) };
}

/** Cosine distance below which two texts are one. */
const alike = 1e-6;

/** The least cosine distance of a vector to others, all of length 1; `but` is passed over. */
function nearest(vector: Float64Array, others: readonly Float64Array[], but?: Float64Array): number {
  let least = 2;
  for (const other of others) {
    if (other === but) continue;
    let product = 0;
    for (let at = 0; at < vector.length; at++) product += (vector[at] ?? 0) * (other[at] ?? 0);
    least = Math.min(least, 1 - product);
  }
  return least;
}

function unit(vector: Vector): Float64Array | undefined {
  const direction = Float64Array.from(vector);
  let squares = 0;
  for (const value of direction) squares += value * value;
  const length = Math.sqrt(squares);
  if (!(length > 0 && Number.isFinite(length))) return undefined;
  for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) / length;
  return direction;
}
