import { type CostOf, costByPrice } from '../../src/core/money/prices.ts';
import { compareSpending } from '../../src/core/spending/compare-spending.ts';
import type { Random } from '../../src/core/statistics/random.ts';
import { drawCase, drawLength, type Lengths, meanLength, type Tails } from './draw-lengths.ts';
import { row, type Spent, simulateReview, usual } from './simulate-review.ts';

export type CostScenario = {
  readonly cases: number;
  /** How many times as long the new replies are. */
  readonly by: number;
  readonly tails: Tails;
  /** `gate.cost.max-increase`, as a share. */
  readonly limit: number;
};

export type CostCounts = {
  readonly reviews: number;
  /** Reviews that the cost limit blocked. */
  readonly blocked: number;
  /** Reviews that are beyond the limit without proof. */
  readonly open: number;
  /** Reviews whose first line tells of the cost, without a limit. */
  readonly told: number;
  /** Reviews whose span of the change holds the truth. */
  readonly covered: number;
  /** Replies per case and side, summed. */
  readonly replies: number;
};

export function simulateCosts(scenario: CostScenario, reviews: number, random: Random): CostCounts {
  const counts = { reviews, blocked: 0, open: 0, told: 0, covered: 0, replies: 0 };
  for (let i = 0; i < reviews; i++) {
    const one = simulateOne(scenario, random);
    counts.blocked += Number(one.blocked);
    counts.open += Number(one.open);
    counts.told += Number(one.told);
    counts.covered += Number(one.covered);
    counts.replies += one.replies;
  }
  return counts;
}

const price = { input: 0.25, output: 2 } as const;
const costOf: CostOf = (_provider, _model, usage) => costByPrice(usage, price);

function simulateOne({ cases, by, tails, limit }: CostScenario, random: Random) {
  const lengths = Array.from({ length: cases }, () => drawCase(random));
  const { runs, reasons, replies } = simulateReview(cases, { ...usual, costLimit: limit }, (at, side) =>
    drawReply(lengths[at] ?? drawCase(random), side === 'new' ? by : 1, tails, random),
  );
  const settings = { gate: usual, segments: new Map(), cacheLeasts: new Map() };
  const { explodes, usd } = compareSpending(row, runs, { settings, costOf, rows: 1, gain: 0 });
  const truth = ((meanLength(by, tails) - meanLength(1, tails)) * price.output) / 1e6;
  return {
    blocked: reasons.some(({ kind }) => kind === 'cost'),
    open: reasons.some(({ kind }) => kind === 'leaning-cost'),
    told: explodes,
    covered: (usd.low ?? Number.NEGATIVE_INFINITY) <= truth && truth <= (usd.high ?? Number.POSITIVE_INFINITY),
    replies,
  };
}

function drawReply(lengths: Lengths, by: number, tails: Tails, random: Random): Spent {
  const usage = { inputTokens: lengths.input, outputTokens: drawLength(lengths, by, tails, random) };
  const costUsd = costByPrice(usage, price);
  return {
    usage,
    latencyMs: 1,
    // Words of its own: a service that repeats itself is another matter.
    said: String(random()),
    characters: 4 * usage.outputTokens,
    ...(costUsd === undefined ? {} : { costUsd }),
  };
}
