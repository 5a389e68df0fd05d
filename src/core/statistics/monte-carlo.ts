import type { WeightedStratum } from './deck.ts';
import { type DrawSource, drawSource } from './draw-source.ts';
import { scoreSlack } from './stratum.ts';
import { tiltedCharge } from './two-sums.ts';

/** How many of `draws` random labellings gave a statistic at most, and at least, the observed one. */
export type DrawCounts = { readonly draws: number; readonly atMost: number; readonly atLeast: number };

/** A source with what its statistic counts for in the sum over sources. */
export type ScaledSource = { readonly source: DrawSource; readonly scale: number };

/** @param strata informative ones */
export function drawLabellings(strata: readonly WeightedStratum[], draws: number): DrawCounts {
  return drawFrom([{ source: drawSource(strata), scale: 1 }], draws);
}

/**
 * Draws labellings of all strata at random, so that (1 + atMost)/(draws + 1) is a valid p-value. The seeds are made of the
 * data in canonical order: same data, same counts, in whatever order the sources come.
 */
export function drawFrom(sources: readonly ScaledSource[], draws: number): DrawCounts {
  const { sum } = sumDraws(sources, draws);
  const slack = slackOf(sources);
  let atMost = 0;
  let atLeast = 0;
  for (let draw = 0; draw < draws; draw++) {
    const by = sum[draw] ?? 0;
    if (by <= slack) atMost++;
    if (by >= -slack) atLeast++;
  }
  return { draws, atMost, atLeast };
}

/**
 * The same of two statistics at once, the second of which counts some sources otherwise: how many draws have a least p of the two
 * that is at most the observed labelling's. All of them and the observed are ranked together, so that the p-value stays valid.
 */
export function drawTwoFrom(
  sources: readonly (ScaledSource & { readonly tilted: number })[],
  draws: number,
): DrawCounts {
  const { sum, tilted } = sumDraws(sources, draws);
  const slack = slackOf(sources.map((one) => ({ ...one, scale: one.tilted })));
  const least = (way: 1 | -1): number => {
    const [one, other] = [sum, tilted].map((changes) => rank(changes, way, slack));
    if (one === undefined || other === undefined) return draws;
    const observed = Math.min(one.observed, tiltedCharge * other.observed);
    let count = 0;
    for (let draw = 0; draw < draws; draw++)
      if (Math.min(one.ranks[draw] ?? 0, tiltedCharge * (other.ranks[draw] ?? 0)) <= observed) count++;
    return count;
  };
  return { draws, atMost: least(1), atLeast: least(-1) };
}

/** How many of all labellings, the observed one among them (no change), have a change of at most each one's. @param way 1: of at most; −1: of at least */
function rank(
  changes: Float64Array,
  way: 1 | -1,
  slack: number,
): { readonly ranks: Int32Array; readonly observed: number } {
  const turned = Float64Array.from({ length: changes.length + 1 }, (_, i) => way * (changes[i] ?? 0));
  const sorted = turned.toSorted();
  const upTo = (value: number): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? 0) > value + slack) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return { ranks: Int32Array.from(turned, upTo), observed: upTo(0) };
}

function slackOf(sources: readonly ScaledSource[]): number {
  return scoreSlack * Math.max(...sources.map(({ source, scale }) => scale * source.heaviest));
}

function sumDraws(
  sources: readonly (ScaledSource & { readonly tilted?: number })[],
  draws: number,
): { readonly sum: Float64Array; readonly tilted: Float64Array } {
  const ordered = sources.toSorted(compareSources);
  const sum = new Float64Array(draws);
  const other = new Float64Array(draws);
  let stream = 0;
  ordered.forEach(({ source, scale, tilted }, i) => {
    // Sources with the same data would move as one if they shared their draws.
    stream = i > 0 && sameSeed(source, ordered[i - 1]?.source) ? stream + 1 : 0;
    const changes = source.changes(draws, stream);
    for (let draw = 0; draw < draws; draw++) sum[draw] = (sum[draw] ?? 0) + scale * (changes[draw] ?? 0);
    if (tilted === undefined) return;
    for (let draw = 0; draw < draws; draw++) other[draw] = (other[draw] ?? 0) + tilted * (changes[draw] ?? 0);
  });
  return { sum, tilted: other };
}

function sameSeed(one: DrawSource, other: DrawSource | undefined): boolean {
  return one.seed[0] === other?.seed[0] && one.seed[1] === other.seed[1];
}

/** By the data: sources that are alike in it may still count for different things. */
function compareSources(one: ScaledSource, other: ScaledSource): number {
  const [a, b] = [one.source.seed, other.source.seed];
  return a[0] - b[0] || a[1] - b[1] || one.scale - other.scale;
}
