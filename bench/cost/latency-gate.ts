import { seededRandom } from '../../src/core/statistics/random.ts';
import type { Slowness } from './draw-times.ts';
import { errorOf, type Measured, type Part, percent } from './part.ts';
import { type LatencyCounts, type LatencyScenario, simulateLatency } from './simulate-latency.ts';

/** Low, so that what is measured is the test and not the limit. */
const limit = 0.05;
/** False alarms that the gate may have, and unchanged reviews that it may leave open. */
const most = { blocked: 0.05, open: 0.1 } as const;

const nothing: Slowness = { slower: 1, late: 0 };
const changes: Readonly<Record<LatencyScenario['of'], readonly Slowness[]>> = {
  p50: [nothing, { slower: 1.25, late: 0 }, { slower: 2, late: 0 }],
  p95: [nothing, { slower: 1, late: 0.1 }, { slower: 1, late: 0.25 }, { slower: 2, late: 0 }],
  'first-token': [nothing, { slower: 1.25, late: 0 }, { slower: 2, late: 0 }],
};

const scenarios: readonly LatencyScenario[] = (['p50', 'p95', 'first-token'] as const).flatMap((of) =>
  changes[of].flatMap((now) => [10, 20, 50].map((cases) => ({ cases, of, now, limit }))),
);

/** What the gate on latency attains. */
export const latencyGate: Part = {
  name: 'latency-gate',
  doc: 'docs/gate.md',
  measure: (seed, share) => {
    const measured = scenarios.map((scenario, at) => {
      const reviews = Math.max(20, Math.round((isAlike(scenario) ? 150 : 50) * share));
      return { scenario, counts: simulateLatency(scenario, reviews, seededRandom([seed, 1000 + at])) };
    });
    return show(measured);
  },
};

type One = { readonly scenario: LatencyScenario; readonly counts: LatencyCounts };

function show(measured: readonly One[]): Measured {
  const lines = measured.map(({ scenario: { cases, of, now }, counts }) => {
    const { reviews, blocked, open, replies } = counts;
    const cells = [percent(blocked, reviews), percent(open, reviews), (replies / reviews).toFixed(2)];
    return `| \`${of}\` | ${nameOf(now)} | ${cases} | ${cells.join(' | ')} |`;
  });
  const head = [
    '| `of` | what changed | cases | blocked by `max-increase: 5%` | left open | replies a case and side |',
    '| --- | --- | --: | --: | --: | --: |',
  ];
  return { table: [...head, ...lines].join('\n'), broken: measured.flatMap(brokenBy) };
}

function brokenBy({ scenario, counts }: One): readonly string[] {
  return (['blocked', 'open'] as const)
    .filter((of) => isAlike(scenario) && counts[of] / counts.reviews > most[of] + 2 * errorOf(most[of], counts.reviews))
    .map(
      (of) => `${of} in more than ${100 * most[of]} % though nothing changed (${scenario.of}, n = ${scenario.cases})`,
    );
}

function isAlike({ now: { slower, late } }: LatencyScenario): boolean {
  return slower === 1 && late === 0;
}

function nameOf({ slower, late }: Slowness): string {
  if (late > 0) return `${100 * late} % of replies 5 × as slow`;
  return slower === 1 ? 'nothing' : `all ${Math.round((slower - 1) * 100)} % slower`;
}
