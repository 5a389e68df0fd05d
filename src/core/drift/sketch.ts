import { seededRandom } from '../statistics/random.ts';

/** Dimensions of a sketch. */
const dimensions = 64;

/** A direction, of length 1. */
export type Direction = Float64Array;

/**
 * A vector's direction in few dimensions, by a projection on random signs: angles stay about what they were (D. Achlioptas,
 * "Database-friendly random projections", 2003). Undefined of a vector without length.
 */
export function directionOf(vector: readonly number[]): Direction | undefined {
  const signs = signsOf(vector.length);
  const sums = new Float64Array(dimensions);
  for (const [at, value] of vector.entries()) {
    const row = at * dimensions;
    for (let to = 0; to < dimensions; to++) sums[to] = (sums[to] ?? 0) + value * (signs[row + to] ?? 0);
  }
  return unit(sums);
}

/** The direction that several have on average; undefined where they cancel out. */
export function meanDirection(all: readonly Direction[]): Direction | undefined {
  const sums = new Float64Array(dimensions);
  for (const one of all) for (const [at, value] of one.entries()) sums[at] = (sums[at] ?? 0) + value;
  return unit(sums);
}

/** How far two directions are apart: their angle, of a right one; 1 at most. */
export function angleBetween(one: Direction, other: Direction): number {
  const cosine = one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
  return Math.min(1, Math.acos(Math.min(1, Math.max(-1, cosine))) / (Math.PI / 2));
}

/** Two hexadecimal digits a dimension. */
export function writeSketch(direction: Direction): string {
  const most = Math.max(...direction.map(Math.abs));
  const bytes = Array.from(direction, (value) => 128 + Math.round((127 * value) / most));
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Undefined of what is no sketch. */
export function readSketch(text: string): Direction | undefined {
  if (!/^[0-9a-f]{128}$/u.test(text)) return undefined;
  return unit(
    Float64Array.from({ length: dimensions }, (_, at) => Number.parseInt(text.slice(2 * at, 2 * at + 2), 16) - 128),
  );
}

function unit(values: Float64Array): Direction | undefined {
  const length = Math.hypot(...values);
  return length > 0 ? values.map((value) => value / length) : undefined;
}

const known = new Map<number, Int8Array>();

function signsOf(size: number): Int8Array {
  const held = known.get(size);
  if (held !== undefined) return held;
  const random = seededRandom([0x5ce7c4, dimensions]);
  const signs = Int8Array.from({ length: size * dimensions }, () => (random() < 2 ** 31 ? 1 : -1));
  known.set(size, signs);
  return signs;
}
