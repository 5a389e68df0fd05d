import { describe, expect, test } from 'vitest';
import { CallGroups, groupLimits } from '../../../src/core/monitor/call-groups.ts';
import type { CountedCall } from '../../../src/core/monitor/call-sum.ts';

const monday = Date.UTC(2026, 10, 23, 9);
const dayMs = 86_400_000;

function call(given: Partial<CountedCall> = {}): CountedCall {
  return {
    tokens: { in: 100, out: 20, cached: undefined, reasoning: undefined },
    cost: { kind: 'billed', usd: 0.001 },
    latencyMs: 1000,
    served: undefined,
    promptCharacters: () => 400,
    replyCharacters: 80,
    isError: false,
    isRefusal: false,
    isTruncated: false,
    ...given,
  };
}

const names = (segment?: string) => ({ segment, model: 'gpt-5.6-luna', prompt: 'support' });

describe('calls by day, segment, model and prompt', () => {
  test('are told apart, summed by day and over all days, and what no log says is not 0', () => {
    const groups = new CallGroups();
    groups.add(monday, names('free'), call());
    groups.add(monday + dayMs, names('free'), call({ cost: { kind: 'unknown' }, isError: true }));
    groups.add(monday, names('pro'), call({ latencyMs: undefined, isRefusal: true, isTruncated: true }));
    groups.add(undefined, names(), call());
    expect(groups.groups.map(({ day, names, tally }) => [day, names.segment, tally.calls])).toEqual([
      [20780, 'free', 1],
      [20780, 'pro', 1],
      [20781, 'free', 1],
      [undefined, null, 1],
    ]);
    expect(groups.days.map(({ day, tally }) => [day, tally.calls])).toEqual([
      [20780, 2],
      [20781, 1],
      [undefined, 1],
    ]);
    const [free, ...others] = groups.totals;
    expect(free).toMatchObject({
      names: { segment: 'free', others: [] },
      tally: {
        calls: 2,
        usd: 0.001,
        errors: 1,
        priced: { billed: 1, computed: 0, unknown: 1 },
        tokens: { in: 200, out: 40, cached: null, reasoning: null },
      },
    });
    expect(others.find(({ names }) => names.segment === 'pro')?.tally).toMatchObject({
      refusals: 1,
      truncated: 1,
      latencyMs: { p50: null, p95: null },
    });
    expect(groups.all.calls).toBe(4);
  });

  test('have quantiles within 1 % of the value at the rank, also where days are put together', () => {
    const groups = new CallGroups();
    // Latencies of two orders of magnitude, in an order that is none.
    const latencies = Array.from({ length: 5000 }, (_, at) => 100 * 1.001 ** ((at * 1237) % 5000));
    for (const [at, latencyMs] of latencies.entries())
      groups.add(monday + (at % 7) * dayMs, names('free'), call({ latencyMs }));
    const sorted = latencies.toSorted((a, b) => a - b);
    const { p50, p95 } = groups.all.latencyMs;
    expect(Math.abs((p50 ?? 0) / (sorted[2499] ?? 1) - 1)).toBeLessThan(0.011);
    expect(Math.abs((p95 ?? 0) / (sorted[4749] ?? 1) - 1)).toBeLessThan(0.011);
  });

  test('stay bounded where a million users are named as segments: those beyond are counted together, and said', () => {
    const groups = new CallGroups();
    for (let user = 0; user < 100_000; user++) groups.add(monday + (user % 3) * dayMs, names(`u-${user}`), call());
    expect(groups.totals.length).toBe(groupLimits.segment + 1);
    expect(groups.groups.length).toBe(groupLimits.segment + 3);
    expect(groups.callsOfOthers).toBe(100_000 - groupLimits.segment);
    expect(groups.all.calls).toBe(100_000);
    expect(groups.totals[0]).toMatchObject({ names: { segment: null, others: ['segment'], model: 'gpt-5.6-luna' } });
  });

  test('stay bounded where each kind of name is few and their combinations are many', () => {
    const groups = new CallGroups({ segment: 10, model: 10, prompt: 10, days: 10, groups: 50 });
    for (let at = 0; at < 1000; at++) {
      const given = {
        segment: `s${at % 10}`,
        model: `m${Math.floor(at / 10) % 10}`,
        prompt: `p${Math.floor(at / 100)}`,
      };
      groups.add(monday, given, call());
    }
    expect(groups.groups.length).toBe(51);
    expect(groups.callsOfOthers).toBe(950);
    expect(groups.all.calls).toBe(1000);
  });

  test('of a clock that is wrong, or of days without end, have no day', () => {
    const groups = new CallGroups({ ...groupLimits, days: 2 });
    for (const time of [monday, monday + dayMs, monday + 2 * dayMs, 0, 9e18, Number.NaN])
      groups.add(time, names(), call());
    expect(groups.days.map(({ day, tally }) => [day, tally.calls])).toEqual([
      [20780, 1],
      [20781, 1],
      [undefined, 4],
    ]);
  });

  test('of a time more than a day ahead of the run have no day, and are counted', () => {
    const groups = new CallGroups(groupLimits, { now: monday });
    for (const days of [0, 1, 2, 300]) groups.add(monday + days * dayMs, names(), call());
    expect(groups.days.map(({ day, tally }) => [day, tally.calls])).toEqual([
      [20780, 1],
      [20781, 1],
      [undefined, 2],
    ]);
    expect(groups.callsAhead).toBe(2);
  });

  test('of a segment that the config declares are told apart, whatever names stand before them', () => {
    const groups = new CallGroups({ ...groupLimits, segment: 10, groups: 30 }, { declared: ['pro'] });
    for (let user = 0; user < 50; user++) groups.add(monday, { ...names(`u-${user}`), prompt: `p-${user}` }, call());
    for (let at = 0; at < 50; at++) groups.add(monday, { ...names('pro'), prompt: `q-${at}` }, call());
    expect(
      groups.groups.filter(({ names }) => names.segment === 'pro').reduce((sum, { tally }) => sum + tally.calls, 0),
    ).toBe(50);
    expect(groups.groups.length).toBeLessThanOrEqual(32);
  });

  test('are told apart by names that look like nothing else, and long names are cut', () => {
    const groups = new CallGroups();
    for (const segment of ['__proto__', 'others', '', undefined, 'x'.repeat(100_000)])
      groups.add(monday, names(segment), call());
    expect(groups.groups.length).toBe(5);
    expect(Math.max(...groups.groups.map(({ names }) => names.segment?.length ?? 0))).toBe(200);
  });
});
