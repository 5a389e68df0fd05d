/** Draws of whole numbers 0 … 2³² − 1. */
export type Random = () => number;

/**
 * A small seeded generator: sfc32 of Chris Doty-Humphrey's PractRand (128 bits of state, period about 2¹²⁷ on
 * average, at least 2³²). Same seed, same draws, on every machine.
 * @param seed two whole numbers of 32 bits
 */
export function seededRandom(seed: readonly [number, number]): Random {
  // In a typed array: variables of a closure that outgrow 31 bits are boxed anew at each change, which takes four times as long.
  const state = Int32Array.of(seed[0], seed[1], 0x9e3779b9, 1);
  function next(): number {
    const a = state[0] ?? 0;
    const b = state[1] ?? 0;
    const c = state[2] ?? 0;
    const counter = state[3] ?? 0;
    const result = (((a + b) | 0) + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + result;
    state[3] = counter + 1;
    return result >>> 0;
  }
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** A whole number 0 … below − 1; bias below `below`/2³². */
export function randomBelow(random: Random, below: number): number {
  return Math.floor((random() / 4294967296) * below);
}
