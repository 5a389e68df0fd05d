import type { LatencyOf } from '../../src/core/gate/settings.ts';
import type { Random } from '../../src/core/statistics/random.ts';
import { drawHour, drawPace, drawTimes, type Slowness } from './draw-times.ts';
import { simulateReview, usual } from './simulate-review.ts';

export type LatencyScenario = {
  readonly cases: number;
  readonly of: LatencyOf;
  readonly now: Slowness;
  /** `gate.latency.max-increase`, as a share. */
  readonly limit: number;
};

export type LatencyCounts = {
  readonly reviews: number;
  readonly blocked: number;
  /** Reviews that are beyond the limit without proof. */
  readonly open: number;
  /** Replies per case and side, summed. */
  readonly replies: number;
};

const before: Slowness = { slower: 1, late: 0 };

/** Whole reviews in which nothing but time can be found; a round's replies share their hour, whichever side they are of. */
export function simulateLatency(scenario: LatencyScenario, reviews: number, random: Random): LatencyCounts {
  const { cases, of, now, limit } = scenario;
  const counts = { reviews, blocked: 0, open: 0, replies: 0 };
  for (let i = 0; i < reviews; i++) {
    const paces = Array.from({ length: cases }, () => drawPace(random));
    const hours = Array.from({ length: 5 }, () => drawHour(random));
    const settings = { ...usual, latencyLimit: limit, latencyOf: of };
    const { reasons, replies } = simulateReview(cases, settings, (at, side, round) => ({
      usage: { inputTokens: 500, outputTokens: 200 },
      said: String(random()),
      ...drawTimes(paces[at] ?? 0, hours[round] ?? 1, side === 'new' ? now : before, random),
    }));
    counts.blocked += Number(reasons.some(({ kind }) => kind === 'latency'));
    counts.open += Number(reasons.some(({ kind }) => kind === 'leaning-latency'));
    counts.replies += replies;
  }
  return counts;
}
