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
 * @returns undefined of fewer than two cases that differ
 */
export function findUncovered(golden: readonly Vector[], inputs: readonly Vector[]): Uncovered | undefined {
  const units = golden.flatMap((vector) => unit(vector) ?? []);
  const own: number[] = [];
  const kept: Vector[] = [];
  for (const vector of units) if (!kept.some((other) => distance(vector, other) < alike)) kept.push(vector);
  if (kept.length < 2) return undefined;
  for (const [at, vector] of kept.entries()) own.push(nearest(vector, kept.toSpliced(at, 1)));
  const rank = Math.min(own.length, Math.ceil(within * (own.length + 1)));
  const beyond = own.toSorted((a, b) => a - b)[rank - 1] ?? 0;
  return {
    distances: inputs.map((input) => {
      const [direction] = unit(input) ?? [];
      return direction === undefined ? undefined : nearest(direction, kept);
    }),
    beyond,
    expected: (own.length + 1 - rank) / (own.length + 1),
  };
}

/** Cosine distance below which two texts are one. */
const alike = 1e-6;

function nearest(vector: Vector, others: readonly Vector[]): number {
  return others.reduce((least, other) => Math.min(least, distance(vector, other)), 2);
}

/** Cosine distance of two vectors of length 1. */
function distance(one: Vector, other: Vector): number {
  return 1 - one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

function unit(vector: Vector): [Vector] | undefined {
  const length = Math.hypot(...vector);
  return length > 0 && Number.isFinite(length) ? [vector.map((value) => value / length)] : undefined;
}
