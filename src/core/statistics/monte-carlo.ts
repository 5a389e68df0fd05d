import { countLabellings, labellingSums } from './labellings.ts';
import { type Random, randomBelow, seededRandom } from './random.ts';
import { scoreSlack } from './slack.ts';
import type { Stratum } from './stratum.ts';

/** A stratum with what its sum counts for in the statistic. */
export type WeightedStratum = { readonly stratum: Stratum; readonly step: number };

/** How many of `draws` random labellings gave a statistic at most, and at least, the observed one. */
export type DrawCounts = { readonly draws: number; readonly atMost: number; readonly atLeast: number };

const heldLabellings = 2 ** 18;
/** Fewest and most labellings of one stratum. */
const fewest = 64;
const most = 65_536;

/**
 * Draws labellings of all strata at random. Each stratum draws from all its labellings, or, where they are many,
 * from the observed one and a random sample of the others: given the sample, every one of them was equally likely to
 * be the observed, so that (1 + atMost)/(draws + 1) is a valid p-value (J. Hemerik and J. Goeman, "Exact testing with
 * random permutations", TEST 27, 2018). The seed is made of the data in canonical order: same data, same counts.
 * @param strata informative ones
 * @param held labellings to hold over all strata: more make a finer test of few strata
 */
export function drawLabellings(strata: readonly WeightedStratum[], draws: number, held = heldLabellings): DrawCounts {
  const ordered = strata.map(canonical).sort(compareStrata);
  const random = seededRandom(seedOf(ordered));
  const limit = Math.min(most, Math.max(fewest, Math.floor(held / Math.max(1, ordered.length))));
  const change = new Float64Array(draws);
  let scale = 1;
  for (const { stratum, step } of ordered) {
    const table = labellingChanges(stratum, step, limit, random);
    const factor = table.length / 4294967296;
    for (let draw = 0; draw < draws; draw++) {
      change[draw] = (change[draw] ?? 0) + (table[Math.floor(random() * factor)] ?? 0);
    }
    scale = Math.max(scale, step);
  }
  let atMost = 0;
  let atLeast = 0;
  for (const by of change) {
    if (by <= scoreSlack * scale) atMost++;
    if (by >= -scoreSlack * scale) atLeast++;
  }
  return { draws, atMost, atLeast };
}

/** By how much each labelling changes the statistic, the observed one (0) among them. */
function labellingChanges(stratum: Stratum, step: number, limit: number, random: Random): Float64Array {
  if (countLabellings(stratum) <= limit) return labellingSums(stratum).map((sum) => (sum - stratum.sum) * step);
  const values = Float64Array.from([...stratum.old, ...stratum.new]);
  return Float64Array.from({ length: limit }, (_, i) =>
    i === 0 ? 0 : (drawnSum(values, stratum.size, random) - stratum.sum) * step,
  );
}

/** Sum of `size` of the values, drawn without replacement (the first steps of Fisher and Yates' shuffle). */
function drawnSum(values: Float64Array, size: number, random: Random): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const j = i + randomBelow(random, values.length - i);
    const drawn = values[j] ?? 0;
    values[j] = values[i] ?? 0;
    values[i] = drawn;
    sum += drawn;
  }
  return sum;
}

function canonical({ stratum, step }: WeightedStratum): WeightedStratum {
  const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);
  return { stratum: { ...stratum, old: ascending(stratum.old), new: ascending(stratum.new) }, step };
}

function compareStrata(a: WeightedStratum, b: WeightedStratum): number {
  if (a.step !== b.step) return a.step - b.step;
  if (a.stratum.size !== b.stratum.size) return a.stratum.size - b.stratum.size;
  for (let i = 0; i < a.stratum.size; i++) {
    const by = (a.stratum.new[i] ?? 0) - (b.stratum.new[i] ?? 0) || (a.stratum.old[i] ?? 0) - (b.stratum.old[i] ?? 0);
    if (by !== 0) return by;
  }
  return 0;
}

/** FNV-1a over the data in two lanes (G. Fowler, L. C. Noll, K.-P. Vo; RFC 9923). */
function seedOf(strata: readonly WeightedStratum[]): readonly [number, number] {
  const value = new Float64Array(1);
  const words = new Uint32Array(value.buffer);
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  const take = (number: number) => {
    value[0] = number;
    a = Math.imul(a ^ (words[0] ?? 0), 0x01000193) ^ (a >>> 15);
    b = Math.imul(b ^ (words[1] ?? 0) ^ a, 0x01000193) ^ (b >>> 13);
  };
  for (const { stratum, step } of strata) {
    take(step);
    for (const score of stratum.old) take(score);
    for (const score of stratum.new) take(score);
  }
  return [a, b];
}
