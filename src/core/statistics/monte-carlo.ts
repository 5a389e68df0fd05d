import { type Deck, stackDeck, type WeightedStratum } from './deck.ts';
import { type Random, randomBelow, seededRandom } from './random.ts';
import { scoreSlack } from './slack.ts';

/** How many of `draws` random labellings gave a statistic at most, and at least, the observed one. */
export type DrawCounts = { readonly draws: number; readonly atMost: number; readonly atLeast: number };

/** Drawn values up to which every labelling is drawn anew. */
const mostDrawn = 4e6;
/** Beyond: blocks of strata, and the joint labellings held of each (2⁷, so that one random number picks of four). */
const mostBlocks = 128;
const heldBits = 7;
const picksAtOnce = 4;

/**
 * Draws labellings of all strata at random, so that (1 + atMost)/(draws + 1) is a valid p-value. The seed is made of the
 * data in canonical order: same data, same counts.
 * Many replies are dealt into blocks; of each, the observed labelling, 63 random ones and the mirror of each (old for new) are
 * held, and a draw picks one a block. Given what is held, each was equally likely to be the observed, which keeps the
 * p-value valid (J. Hemerik and J. Goeman, "Exact testing with random permutations", TEST 27, 2018); mirrors keep the
 * held mean exact. 128 blocks of 128 err in the statistic's spread by about 1 %.
 * @param strata informative ones
 */
export function drawLabellings(strata: readonly WeightedStratum[], draws: number): DrawCounts {
  const deck = stackDeck(strata);
  const random = seededRandom(deck.seed);
  const { length } = deck.sizes;
  const change = new Float64Array(draws);
  if (deck.values.length * draws <= 2 * mostDrawn) {
    for (let draw = 0; draw < draws; draw++) change[draw] = drawnChange(deck, 0, length, random);
  } else {
    const step = Math.ceil(length / mostBlocks);
    for (let from = 0; from < length; from += step * picksAtOnce) {
      const held = Array.from({ length: picksAtOnce }, (_, i) =>
        heldChanges(deck, from + i * step, Math.min(length, from + (i + 1) * step), random),
      );
      addDraws(change, held, random);
    }
  }
  const slack = scoreSlack * deck.steps.reduce((most, step) => Math.max(most, step), 0);
  let atMost = 0;
  let atLeast = 0;
  for (let draw = 0; draw < draws; draw++) {
    const by = change[draw] ?? 0;
    if (by <= slack) atMost++;
    if (by >= -slack) atLeast++;
  }
  return { draws, atMost, atLeast };
}

/**
 * By how much each held labelling of strata `from` … `to` − 1 changes the statistic; the observed one (0) comes first,
 * its mirror second.
 */
function heldChanges(deck: Deck, from: number, to: number, random: Random): Float64Array {
  const held = new Float64Array(2 ** heldBits);
  let mirror = 0;
  for (let i = from; i < to; i++) mirror += (deck.steps[i] ?? 0) * ((deck.totals[i] ?? 0) - 2 * (deck.sums[i] ?? 0));
  for (let i = 0; i < held.length; i += 2) {
    const change = i === 0 ? 0 : drawnChange(deck, from, to, random);
    held[i] = change;
    held[i + 1] = mirror - change;
  }
  return held;
}

function addDraws(change: Float64Array, held: readonly Float64Array[], random: Random): void {
  const [a = none, b = none, c = none, d = none] = held;
  const mask = 2 ** heldBits - 1;
  for (let draw = 0; draw < change.length; draw++) {
    const bits = random();
    const first = (a[bits & mask] ?? 0) + (b[(bits >>> heldBits) & mask] ?? 0);
    const second = (c[(bits >>> (2 * heldBits)) & mask] ?? 0) + (d[(bits >>> (3 * heldBits)) & mask] ?? 0);
    change[draw] = (change[draw] ?? 0) + first + second;
  }
}

const none = new Float64Array(2 ** heldBits);

/** By how much a fresh random labelling of strata `from` … `to` − 1 changes the statistic. Their values are shuffled. */
function drawnChange({ values, starts, sizes, steps, sums }: Deck, from: number, to: number, random: Random): number {
  let change = 0;
  for (let i = from; i < to; i++) {
    const sum = drawnSum(values, starts[i] ?? 0, sizes[i] ?? 0, random);
    change += (steps[i] ?? 0) * (sum - (sums[i] ?? 0));
  }
  return change;
}

/** Sum of `size` of 2·`size` values, drawn without replacement (the first steps of Fisher and Yates' shuffle). */
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
