import { type Deck, stackDeck, type WeightedStratum } from './deck.ts';
import { type Random, randomBelow, seededRandom } from './random.ts';

/** Strata ready to be drawn from, by themselves or with others. */
export type DrawSource = {
  readonly seed: Deck['seed'];
  /** What the heaviest stratum's sum counts for. */
  readonly heaviest: number;
  /**
   * By how much each of `draws` random labellings changes the statistic; only to be read. The same for the same data; the
   * first stream is remembered, so that the tests of a look share it.
   * @param stream 0, 1, …: draws of their own, for a second source with the same data
   */
  readonly changes: (draws: number, stream: number) => Float64Array;
};

/** Drawn values up to which every labelling is drawn anew. */
const mostDrawn = 8e6;
/** Strata up to which it always is: 64 held labellings of each would give p no less than 1/64 to the power of their number. */
const fewStrata = 4;
/** Beyond: blocks of strata, and the joint labellings held of each (2⁶, so that one random number picks of five). */
const mostBlocks = 128;
const heldBits = 6;
const heldCount = 2 ** heldBits;
const picksAtOnce = 5;

/**
 * Many replies are dealt into blocks; of each, the observed labelling, 31 random ones and the mirror of each (old for new) are
 * held, and a draw picks one a block. Given what is held, each was equally likely to be the observed, which keeps the
 * p-value valid (J. Hemerik and J. Goeman, "Exact testing with random permutations", TEST 27, 2018); mirrors keep the
 * held mean exact. 128 blocks of 64 err in the statistic's spread by about 1 %.
 */
export function drawSource(strata: readonly WeightedStratum[]): DrawSource {
  const deck = stackDeck(strata);
  const remembered = new Map<number, Float64Array>();
  let held: Float64Array | undefined;
  function draw(draws: number, stream: number): Float64Array {
    const random = seededRandom(streamOf(deck.seed, stream + 1));
    const isFresh = deck.sizes.length <= fewStrata || deck.values.length * draws <= mostDrawn;
    if (isFresh) return drawFresh(deck, draws, random);
    held ??= holdBlocks(deck);
    return drawHeld(held, draws, random);
  }
  return {
    seed: deck.seed,
    heaviest: deck.steps.reduce((most, step) => Math.max(most, step), 0),
    changes: (draws, stream) => {
      const found = stream === 0 ? remembered.get(draws) : undefined;
      const changes = found ?? draw(draws, stream);
      if (stream === 0) remembered.set(draws, changes);
      return changes;
    },
  };
}

function streamOf([a, b]: Deck['seed'], stream: number): Deck['seed'] {
  return [a ^ Math.imul(stream, 0x9e3779b9), b];
}

function drawFresh(deck: Deck, draws: number, random: Random): Float64Array {
  const { starts, sizes, steps, sums } = deck;
  const values = deck.values.slice();
  const changes = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    let change = 0;
    for (let i = 0; i < sizes.length; i++) {
      const drawn = drawnSum(values, starts[i] ?? 0, sizes[i] ?? 0, random);
      change += (steps[i] ?? 0) * (drawn - (sums[i] ?? 0));
    }
    changes[draw] = change;
  }
  return changes;
}

/**
 * By how much each held labelling changes the statistic, block after block: in each, the observed one (0) comes first, its
 * mirror second. Padded with blocks that change nothing to a whole number of picks.
 */
function holdBlocks(deck: Deck): Float64Array {
  const { starts, sizes, steps, sums, totals } = deck;
  const { length } = sizes;
  const random = seededRandom(streamOf(deck.seed, 0x5eed));
  const values = deck.values.slice();
  const share = Math.ceil(length / mostBlocks);
  const blocks = Math.ceil(length / share);
  const held = new Float64Array(Math.ceil(blocks / picksAtOnce) * picksAtOnce * heldCount);
  for (let i = 0; i < length; i++) {
    const block = Math.floor(i / share) * heldCount;
    const [start, size, step, sum] = [starts[i] ?? 0, sizes[i] ?? 0, steps[i] ?? 0, sums[i] ?? 0];
    const mirror = step * ((totals[i] ?? 0) - 2 * sum);
    held[block + 1] = (held[block + 1] ?? 0) + mirror;
    for (let at = block + 2; at < block + heldCount; at += 2) {
      const change = step * (drawnSum(values, start, size, random) - sum);
      held[at] = (held[at] ?? 0) + change;
      held[at + 1] = (held[at + 1] ?? 0) + mirror - change;
    }
  }
  return held;
}

/** One held change of every block, summed, for each draw. */
function drawHeld(held: Float64Array, draws: number, random: Random): Float64Array {
  const mask = heldCount - 1;
  const changes = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    let change = 0;
    for (let at = 0; at < held.length; at += picksAtOnce * heldCount) {
      const bits = random();
      const first = at + (bits & mask);
      const second = at + heldCount + ((bits >>> heldBits) & mask);
      const third = at + 2 * heldCount + ((bits >>> (2 * heldBits)) & mask);
      const fourth = at + 3 * heldCount + ((bits >>> (3 * heldBits)) & mask);
      const fifth = at + 4 * heldCount + ((bits >>> (4 * heldBits)) & mask);
      change +=
        (held[first] ?? 0) + (held[second] ?? 0) + (held[third] ?? 0) + (held[fourth] ?? 0) + (held[fifth] ?? 0);
    }
    changes[draw] = change;
  }
  return changes;
}

/** Sum of `size` of 2·`size` values, drawn without replacement (the first steps of Fisher and Yates' shuffle, in place). */
function drawnSum(values: Float64Array, start: number, size: number, random: Random): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const at = start + i;
    const j = at + randomBelow(random, 2 * size - i);
    const drawn = values[j] ?? 0;
    values[j] = values[at] ?? 0;
    values[at] = drawn;
    sum += drawn;
  }
  return sum;
}
