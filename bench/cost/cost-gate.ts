import { seededRandom } from '../../src/core/statistics/random.ts';
import { errorOf, type Measured, type Part, percent } from './part.ts';
import { type CostCounts, type CostScenario, simulateCosts } from './simulate-costs.ts';

/** Limit of the simulated gates: low, so that what is measured is the test and not the limit. */
const limit = 0.05;
/** False alarms that the gate may have, unchanged reviews that it may leave open, and covered truths that a span of nine in ten must have where tails have a variance. */
const most = { blocked: 0.05, open: 0.1, told: 0.05 } as const;
const leastCovered = 0.85;

const scenarios: readonly (CostScenario & { readonly reviews: number })[] = (['log-normal', 'heavy'] as const).flatMap(
  (tails) =>
    [1, 1.1, 1.25, 2].flatMap((by) =>
      [10, 20, 50].map((cases) => ({ cases, by, tails, limit, reviews: by === 1 ? 600 : 150 })),
    ),
);

/** What the gate on cost, and the first line, attain. */
export const costGate: Part = {
  name: 'cost-gate',
  doc: 'docs/cost.md',
  measure: (seed, share) => {
    const measured = scenarios.map((scenario, at) => {
      const reviews = Math.max(20, Math.round(scenario.reviews * share));
      return { scenario, counts: simulateCosts(scenario, reviews, seededRandom([seed, at])) };
    });
    return show(measured);
  },
};

type One = { readonly scenario: CostScenario; readonly counts: CostCounts };

function show(measured: readonly One[]): Measured {
  const lines = measured.map(({ scenario: { cases, by, tails }, counts }) => {
    const { reviews, blocked, open, told, covered, replies } = counts;
    const what = by === 1 ? 'nothing changed' : `replies ${Math.round((by - 1) * 100)} % longer`;
    return `| ${what}, ${tails} | ${cases} | ${percent(blocked, reviews)} | ${percent(open, reviews)} | ${percent(told, reviews)} | ${percent(covered, reviews)} | ${(replies / reviews).toFixed(2)} |`;
  });
  const head = [
    '| replies, their tails | cases | blocked by `max-increase: 5%` | left open | told in the first line | the truth lies in the span | replies a case and side |',
    '| --- | --: | --: | --: | --: | --: | --: |',
  ];
  return { table: [...head, ...lines].join('\n'), broken: measured.flatMap(brokenBy) };
}

function brokenBy({ scenario: { cases, by, tails }, counts }: One): readonly string[] {
  const { reviews } = counts;
  const over = (['blocked', 'open', 'told'] as const)
    .filter((of) => by === 1 && counts[of] / reviews > most[of] + 2 * errorOf(most[of], reviews))
    .map((of) => `${of} in more than ${100 * most[of]} % though nothing changed (${tails}, n = ${cases})`);
  const under = tails === 'log-normal' && counts.covered / reviews < leastCovered - 2 * errorOf(leastCovered, reviews);
  return under ? [...over, `the span holds the truth too seldom (by ${by}, n = ${cases})`] : over;
}
