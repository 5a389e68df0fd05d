import { expect, test } from 'vitest';
import { canarySeries } from '../../../src/core/drift/drawn-runs.ts';
import { type CanaryLine, type DriftLine, driftLine } from '../../../src/core/drift/drift-line.ts';
import { followCanary } from '../../../src/core/drift/follow-canary.ts';
import { rowOfState } from '../../../src/core/drift/row-of-state.ts';
import { play } from './runs.ts';

test('what charts are drawn from: where the score usually lies, and the runs of the cases that fell by themselves', () => {
  const broken = play(18, { rate: (run, at) => (run >= 12 && at === 3 ? 0 : 0.95) });
  const states = broken.states.map((state) => rowOfState(state, ['served', 'tokens', 'cases']));
  expect(states[1]?.usualScore).toBeUndefined();
  const row = states.at(-1);
  expect(row?.verdict).toBe('drifted');
  const { mean = 0, low = 0, high = 0, runs = 0 } = row?.usualScore ?? {};
  expect([mean > 0.9, low < mean, high > mean, high <= 1, runs]).toEqual([true, true, true, true, 12]);
  expect(row?.history.slice(0, 12).every(({ score }) => (score ?? 0) >= low - 0.1)).toBe(true);
  expect(row?.caseHistory?.map(({ id }) => id)).toEqual(row?.cases);
  const fallen = row?.caseHistory?.find(({ id }) => id === 'case-3');
  expect(fallen?.scores).toHaveLength(18);
  expect(fallen?.scores.slice(12)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(states[5]?.caseHistory).toBeUndefined();
});

test('a canary has a distance for each run, each of the reference held to the rest of it', () => {
  const line = (at: number, value: number): DriftLine =>
    driftLine.parse({
      ...{ kind: 'canary', version: 1, at: new Date(Date.UTC(2026, 0, 1 + at)).toISOString(), run: `${at}` },
      ...{ prompt: '*canary*', model: 'strong', method: 'logprobs', probe: 'x' },
      served: [{ model: 'strong', replies: 1 }],
      inputs: [{ input: 'x', replies: [{ tokens: ['a', 'b'], values: [value, -3] }] }],
    } satisfies CanaryLine);
  const values = [-0.1, -0.1, -0.1, -0.1, -0.1, -0.1, -0.1, -0.1, -1.1];
  const state = followCanary(values.map((value, at) => line(at, value)));
  const series = state === undefined ? [] : canarySeries(state);
  expect(series.map(({ distance }) => Number(distance?.toFixed(3)))).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0.5]);
  expect(series.at(-1)?.at).toBe('2026-01-09T00:00:00.000Z');
});
