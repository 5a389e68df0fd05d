import { expect, it } from 'vitest';
import { type LatencyScenario, simulateLatency } from '../../../bench/cost/simulate-latency.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';

const kinds = ['p50', 'p95', 'first-token'] as const;

function simulate(of: LatencyScenario['of'], slower: number, reviews: number) {
  const scenario = { cases: 10, of, now: { slower, late: 0 }, limit: 0.05 };
  return simulateLatency(scenario, reviews, seededRandom([20261129, kinds.indexOf(of)]));
}

it.each(kinds)('a limit of %s blocks hardly ever where nothing changed, and leaves few reviews open', (of) => {
  const { blocked, open } = simulate(of, 1, 80);
  // Some three standard errors: these seeds never fail it, and a sound gate hardly ever does.
  expect(blocked / 80).toBeLessThanOrEqual(0.05 + 0.07);
  expect(open / 80).toBeLessThanOrEqual(0.1 + 0.1);
});

it('replies twice as slow are blocked', () => {
  for (const of of ['p50', 'first-token'] as const) expect(simulate(of, 2, 20).blocked).toBeGreaterThanOrEqual(18);
});
