import { expect, test } from 'vitest';
import { CallGroups } from '../../../src/core/monitor/call-groups.ts';
import { scopesOf } from '../../../src/core/monitor/scope-days.ts';
import { seriesOf } from '../../../src/core/monitor/scope-series.ts';

const dayMs = 86_400_000;
const monday = 20_780;

function groupsOf(calls: readonly (readonly [day: number, segment: string, model: string, prompt: string])[]) {
  const groups = new CallGroups();
  for (const [day, segment, model, prompt] of calls)
    groups.add(
      (monday + day) * dayMs,
      { segment, model, prompt },
      {
        tokens: { in: 10, out: 5, cached: undefined, reasoning: undefined },
        cost: model === 'free-model' ? { kind: 'unknown' } : { kind: 'billed', usd: 0.5 },
        latencyMs: 100,
        served: undefined,
        promptCharacters: () => 0,
        replyCharacters: 20,
        ...{ isError: prompt === 'b', isRefusal: false, isTruncated: false },
      },
    );
  return seriesOf(scopesOf(groups.scopeDays), { comparison: null }, (day) => `day ${day - monday}`);
}

const named = (all: ReturnType<typeof seriesOf>) =>
  all.map(({ by, segment, model, prompt }) => [...by, ':', segment ?? '', model ?? '', prompt ?? ''].join(' '));

test('days of all calls, of each segment, model and prompt, and of those together; none that holds just the calls of a wider one', () => {
  const all = groupsOf([
    [0, 'pro', 'm', 'a'],
    [0, 'pro', 'm', 'b'],
    [1, 'free', 'free-model', 'a'],
  ]);
  expect(named(all)).toEqual([
    ':   ',
    'segment : pro  ',
    'segment : free  ',
    'model :  m ',
    'model :  free-model ',
    'prompt :   a',
    'prompt :   b',
    'segment model prompt : pro m a',
  ]);
  expect(all[0]?.days).toMatchObject([
    {
      day: 'day 0',
      calls: 2,
      usd: 1,
      usdPerCall: 0.5,
      p50: expect.closeTo(100, 0),
      p95: expect.closeTo(100, 0),
      errors: 1,
      refusals: 0,
      truncated: 0,
    },
    {
      day: 'day 1',
      calls: 1,
      usd: null,
      p50: expect.closeTo(100, 0),
      p95: expect.closeTo(100, 0),
      errors: 0,
      refusals: 0,
      truncated: 0,
    },
  ]);
});

test('of several groups of a day together no latency is known', () => {
  const [, model] = groupsOf([
    [0, 'pro', 'm', 'a'],
    [0, 'pro', 'm', 'b'],
    [0, 'pro', 'n', 'b'],
    [1, 'pro', 'm', 'b'],
  ]).filter(({ by }) => by.length === 0 || by[0] === 'model');
  expect(model?.model).toBe('m');
  expect(model?.days).toMatchObject([
    { calls: 2, usd: 1, p50: null, p95: null, errors: 1 },
    { calls: 1, p50: expect.closeTo(100, 0) },
  ]);
});

test('a page of it stays small whatever the logs hold', () => {
  const many = Array.from({ length: 90 }, (_, day) =>
    Array.from({ length: 30 }, (_, at) => [day, `s${at}`, `m${at % 20}`, `p${at}`] as const),
  ).flat();
  const all = groupsOf(many);
  expect(all.length).toBeLessThanOrEqual(1 + 4 * 8);
  expect(Math.max(...all.map(({ days }) => days.length))).toBe(60);
  expect(JSON.stringify(all).length).toBeLessThan(300_000);
});
