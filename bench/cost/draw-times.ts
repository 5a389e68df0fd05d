import type { Random } from '../../src/core/statistics/random.ts';
import { normal, uniform } from './draw-lengths.ts';

/**
 * How the times of one side differ from those of the other: `slower` multiplies all of them, `late` is the share of replies that take
 * five times as long on top.
 */
export type Slowness = { readonly slower: number; readonly late: number };

/** Standard deviations of the logarithm: of replies to one question, of questions, and of one round's hour, which both sides share. */
const within = 0.3;
const between = 0.5;
const ofHour = 0.2;
/** Share of replies that a queue holds up, on any side, and what they wait, times the usual. */
const held = { share: 0.03, from: 2, most: 10 } as const;
const lateBy = 5;
/** What the first token takes of a reply, with a spread of its own. */
const first = { share: 0.25, spread: 0.4 } as const;

/** Median milliseconds of the replies to a question. */
export function drawPace(random: Random): number {
  return 2000 * Math.exp(between * normal(random));
}

export function drawHour(random: Random): number {
  return Math.exp(ofHour * normal(random));
}

export function drawTimes(pace: number, hour: number, { slower, late }: Slowness, random: Random) {
  const queued = uniform(random) < held.share ? held.from + (held.most - held.from) * uniform(random) ** 2 : 1;
  const stalled = uniform(random) < late ? lateBy : 1;
  const latencyMs = pace * hour * slower * queued * stalled * Math.exp(within * normal(random));
  const firstTokenMs = Math.min(latencyMs, latencyMs * first.share * Math.exp(first.spread * normal(random)));
  return { latencyMs, firstTokenMs };
}
