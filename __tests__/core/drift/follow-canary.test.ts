import { describe, expect, test } from 'vitest';
import { simulateCanary } from '../../../bench/drift/simulate-canary.ts';
import { followCanary } from '../../../src/core/drift/follow-canary.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';

const drawOf = (seed: number) => {
  const random = seededRandom([seed, 11]);
  return (): number => random() / 4294967296;
};

const line = (
  t: number,
  more: { readonly probe?: string; readonly served?: string; readonly values?: readonly number[] },
) =>
  ({
    kind: 'canary',
    version: 1,
    at: new Date(Date.UTC(2026, 0, 1 + t)).toISOString(),
    run: `${t}`,
    prompt: '*canary*',
    model: 'strong',
    method: 'logprobs',
    probe: more.probe ?? 'probe',
    served: [{ model: more.served ?? 'strong', replies: 10 }],
    inputs: [
      {
        input: 'x',
        replies: Array.from({ length: 10 }, () => ({ tokens: ['a', 'b'], values: more.values ?? [-0.2, -1.7] })),
      },
    ],
  }) as const;

describe('a canary', () => {
  test('of log-probabilities raises nothing while nothing changes, and tells a swap in the next runs and its end', () => {
    const quiet = { name: 'quiet', method: 'logprobs', runs: 30, days: 0.02 } as const;
    const swapped = { ...quiet, runs: 40, change: 12, back: 20, moves: 0.3 };
    for (let seed = 1; seed <= 5; seed++) {
      expect(simulateCanary(quiet, drawOf(seed)).alarm).toBeUndefined();
      const { alarm = 99, since = 99, over = 99 } = simulateCanary(swapped, drawOf(seed));
      expect([alarm - 12 <= 3, Math.abs(since - 12) <= 2, over - 20 <= 4]).toEqual([true, true, true]);
    }
  });

  test('of border inputs tells a swap by what is said', () => {
    const swapped = { name: 'swap', method: 'border', runs: 40, change: 15, moves: 0.5, days: 0.02 } as const;
    const { alarm = 99 } = simulateCanary(swapped, drawOf(3));
    expect(alarm).toBeGreaterThanOrEqual(15);
    expect(alarm).toBeLessThanOrEqual(20);
  });

  test('tells another name in the very next run, and its end in the run that has the former one again', () => {
    const served = (t: number) => (t >= 3 && t < 5 ? 'strong-2' : 'strong');
    const states = Array.from({ length: 6 }, (_, last) =>
      followCanary(Array.from({ length: last + 1 }, (_, t) => line(t, { served: served(t) }))),
    );
    expect(states.map((state) => state?.verdict)).toEqual([
      ...['baseline', 'baseline', 'baseline'],
      ...['drifted', 'drifted', 'baseline'],
    ]);
    expect([states[3]?.told, states[5]?.ended]).toEqual(['served', 3]);
  });

  test('begins anew where something else is asked', () => {
    const lines = Array.from({ length: 12 }, (_, t) => line(t, {}));
    expect(followCanary([...lines, line(12, { probe: 'other', values: [-2, -0.1] })])?.verdict).toBe('baseline');
    expect(followCanary([...lines, line(12, { values: [-2, -0.1] })])?.suspected).toBe(true);
  });
});
