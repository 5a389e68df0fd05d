/** Draws of whole numbers 0 … 2³² − 1. */
export type Random = () => number;

/**
 * A small seeded generator: sfc32 of Chris Doty-Humphrey's PractRand (128 bits of state, period about 2¹²⁷ on
 * average, at least 2³²). Same seed, same draws, on every machine.
 * @param seed two whole numbers of 32 bits
 */
export function seededRandom(seed: readonly [number, number]): Random {
  let a = seed[0] | 0;
  let b = seed[1] | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  function next(): number {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    c |= 0;
    return result >>> 0;
  }
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** A whole number 0 … below − 1; bias below `below`/2³². */
export function randomBelow(random: Random, below: number): number {
  return Math.floor((random() / 4294967296) * below);
}
