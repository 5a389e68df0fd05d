import { describe, expect, test } from 'vitest';
import type { RowState } from '../../../src/core/drift/follow-row.ts';
import { rowOfState } from '../../../src/core/drift/row-of-state.ts';
import { play } from './runs.ts';

const lastOf = (states: readonly RowState[]): RowState => {
  const state = states.at(-1);
  if (state === undefined) throw new Error('no run');
  return state;
};

const steady = (_: number, at: number): number => (at < 12 ? 1 : at < 17 ? 0.9 : 0.5);

describe('a schedule without change', () => {
  test('raises nothing in thirty runs, whatever chance does', () => {
    for (let seed = 1; seed <= 8; seed++)
      expect(play(30, { rate: steady }, seed).states.filter(({ verdict }) => verdict === 'drifted')).toEqual([]);
  });
  test('says that it has no baseline before its fourth run', () => {
    expect(play(5, { rate: steady }).states.map(({ verdict }) => verdict)).toEqual([
      'baseline',
      'baseline',
      'baseline',
      'steady',
      'steady',
    ]);
  });
});

describe('a model that is swapped in silence', () => {
  const swapped = play(24, { rate: (t, at) => (t >= 12 && t < 18 && at < 4 ? 0.1 : steady(t, at)) });
  test('is told with the run at which it began, and the cases', () => {
    const told = swapped.states.findIndex(({ verdict }) => verdict === 'drifted');
    expect(told).toBeGreaterThanOrEqual(12);
    expect(told).toBeLessThanOrEqual(14);
    const { drift } = swapped.states[told] ?? {};
    expect(Math.abs((drift?.since.at ?? 0) - 12)).toBeLessThanOrEqual(2);
    expect(drift?.since.from).toBeLessThanOrEqual(12);
    expect(drift?.since.to).toBeGreaterThanOrEqual(12);
    const cases = drift?.found.flatMap(({ cases }) => cases) ?? [];
    expect(cases.length).toBeGreaterThan(0);
    for (const id of cases) expect(['case-0', 'case-1', 'case-2', 'case-3']).toContain(id);
  });
  test('is over soon after it is swapped back, and the runs amid are no part of the usual', () => {
    const over = swapped.states.findIndex(({ ended }) => ended !== undefined);
    expect(over).toBeGreaterThanOrEqual(18);
    expect(over).toBeLessThanOrEqual(20);
    expect(swapped.states[over]?.usual.some(({ run }) => ['run-13', 'run-14', 'run-15'].includes(run))).toBe(false);
    expect(swapped.states.at(-1)?.verdict).toBe('steady');
  });
});

describe('what the service admits', () => {
  test('another model is told in the very next run, without a look at its replies', () => {
    const { states } = play(8, {
      rate: steady,
      served: (t) => (t >= 5 ? 'gpt-5.6-luna-2026-09-01' : 'gpt-5.6-luna-2026-05-06'),
    });
    expect(states.map(({ verdict }) => verdict).indexOf('drifted')).toBe(5);
    expect(states[5]?.drift?.found).toEqual([{ layer: 'served', cases: [] }]);
    expect(states[5]?.drift?.servedBefore).toEqual(['gpt-5.6-luna-2026-05-06']);
  });
  test('an unchanged request that counts other tokens is told in the next run', () => {
    const { states } = play(6, { rate: steady, input: (t, at) => (100 + at) * (t >= 4 ? 3 : 1) });
    expect(states[4]?.drift?.found).toEqual([{ layer: 'tokens', cases: [] }]);
    expect(states[3]?.verdict).toBe('steady');
  });
  test('ends in the run in which the model is as before', () => {
    const { states } = play(9, { rate: steady, served: (t) => (t >= 5 && t < 7 ? 'another' : 'the-usual') });
    expect(states.map(({ verdict }) => verdict).slice(4)).toEqual(['steady', 'drifted', 'drifted', 'steady', 'steady']);
    expect(states[7]?.ended?.found[0]?.layer).toBe('served');
  });
  test('goes on telling whether the golden cases fall', () => {
    const { states } = play(14, {
      rate: (t, at) => (t >= 8 ? 0.3 : steady(t, at)),
      served: (t) => (t >= 8 ? 'another' : 'the-usual'),
    });
    expect(states[8]?.drift?.found.map(({ layer }) => layer)).toContain('served');
    expect(states.at(-1)?.drift?.found.map(({ layer }) => layer)).toContain('cases');
  });
});

describe('replies that are as usual again while another model goes on answering', () => {
  const { states } = play(20, {
    rate: (t, at) => (t >= 8 && t < 13 && at < 4 ? 0.05 : steady(t, at)),
    served: (t) => (t >= 8 ? 'another' : 'the-usual'),
  });
  test('leave the other model as all that is told, with the run that it began at', () => {
    expect(states[12]?.drift?.found.map(({ layer }) => layer)).toContain('cases');
    const latest = states.at(-1);
    expect(latest?.drift?.found).toEqual([{ layer: 'served', cases: [] }]);
    expect(latest?.drift?.since.at).toBe(8);
    expect(latest?.verdict).toBe('drifted');
  });
  test('are over for those who do not watch which model answers', () => {
    expect(rowOfState(lastOf(states), ['cases'])).toMatchObject({ verdict: 'steady', settled: 'over' });
  });
});

test('a model that takes the place of another amid a drift is told once the replies are as usual', () => {
  const { states } = play(20, {
    rate: (t, at) => (t >= 8 && t < 13 && at < 4 ? 0.05 : steady(t, at)),
    served: (t) => (t >= 11 ? 'another' : 'the-usual'),
  });
  const { drift } = states.at(-1) ?? {};
  expect(drift?.found.map(({ layer }) => layer)).toEqual(['served']);
  expect(drift?.since.at).toBe(11);
});

describe('what the team changed is no drift', () => {
  test('an edited prompt begins a new baseline', () => {
    const { states } = play(16, {
      rate: (t, at) => (t >= 8 ? 0.3 : steady(t, at)),
      key: (t, at) => `${t >= 8 ? 'new' : 'old'}-${at}`,
    });
    expect(states.map(({ verdict }) => verdict)).not.toContain('drifted');
    expect(states[8]?.verdict).toBe('baseline');
  });
  test('one edited case is compared anew, and the others go on', () => {
    const { states } = play(16, {
      rate: (t, at) => (at === 3 && t >= 8 ? 0 : steady(t, at)),
      key: (t, at) => `${at === 3 && t >= 8 ? 'new' : 'old'}-${at}`,
    });
    expect(states.at(-1)?.verdict).toBe('steady');
    expect(states.at(-1)?.runs).toHaveLength(16);
  });
});

test('a run in which the service was down is no evidence of anything', () => {
  const { states } = play(12, { rate: steady, missing: (t) => t === 6 });
  expect(states.at(-1)?.verdict).toBe('steady');
  expect(states.at(-1)?.runs).toHaveLength(12);
});

test('an alarm whose fresh replies did not come waits for the next run', () => {
  const rate = (t: number, at: number): number => (t >= 10 && at < 4 ? 0.05 : steady(t, at));
  const heard = play(16, { rate });
  const told = heard.states.findIndex(({ verdict }) => verdict === 'drifted');
  const { states } = play(16, { rate, unheard: (t) => t <= told });
  expect(states[told]?.verdict).toBe('steady');
  expect(states[told]?.suspected.length).toBeGreaterThan(0);
  expect(states[told + 1]?.verdict).toBe('drifted');
  expect(Math.abs((states[told + 1]?.drift?.since.at ?? 0) - 10)).toBeLessThanOrEqual(1);
});

test('replies that grow longer are told although they pass', () => {
  const { states } = play(16, { rate: steady, length: (t) => (t >= 9 ? 700 : 300) });
  const drift = states.at(-1)?.drift;
  expect(drift?.found[0]).toMatchObject({ layer: 'cases', channel: 'length', towards: 1 });
  expect(Math.abs((drift?.since.at ?? 0) - 9)).toBeLessThanOrEqual(1);
});
