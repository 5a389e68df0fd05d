import type { WeightedStratum } from './deck.ts';
import { type DrawSource, drawSource } from './draw-source.ts';
import { scoreSlack } from './slack.ts';

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
  const ordered = sources.toSorted(compareSources);
  const sum = new Float64Array(draws);
  let stream = 0;
  ordered.forEach(({ source, scale }, i) => {
    // Sources with the same data would move as one if they shared their draws.
    stream = i > 0 && sameSeed(source, ordered[i - 1]?.source) ? stream + 1 : 0;
    const changes = source.changes(draws, stream);
    for (let draw = 0; draw < draws; draw++) sum[draw] = (sum[draw] ?? 0) + scale * (changes[draw] ?? 0);
  });
  const slack = scoreSlack * Math.max(...ordered.map(({ source, scale }) => scale * source.heaviest));
  let atMost = 0;
  let atLeast = 0;
  for (let draw = 0; draw < draws; draw++) {
    const by = sum[draw] ?? 0;
    if (by <= slack) atMost++;
    if (by >= -slack) atLeast++;
  }
  return { draws, atMost, atLeast };
}

function sameSeed(one: DrawSource, other: DrawSource | undefined): boolean {
  return one.seed[0] === other?.seed[0] && one.seed[1] === other.seed[1];
}

/** By the data: sources that are alike in it may still count for different things. */
function compareSources(one: ScaledSource, other: ScaledSource): number {
  const [a, b] = [one.source.seed, other.source.seed];
  return a[0] - b[0] || a[1] - b[1] || one.scale - other.scale;
}
