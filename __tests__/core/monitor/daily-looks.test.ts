import { describe, expect, test } from 'vitest';
import { CallSum } from '../../../src/core/monitor/call-sum.ts';
import { compareDays } from '../../../src/core/monitor/compare-days.ts';
import type { MonitorTally } from '../../../src/core/monitor/monitor-report.ts';
import { decidingMetrics, isWorse } from '../../../src/core/monitor/moved.ts';
import type { Scope } from '../../../src/core/monitor/scope-days.ts';
import { standingDays } from '../../../src/core/monitor/standing-days.ts';
import { normalQuantile } from '../../../src/core/statistics/normal.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';

const blank: MonitorTally = new CallSum().tally;
const names = { segment: null, model: null, prompt: null, others: [] };

/** A day of 400 calls that differs from others by chance alone: costs and latencies by 5 %, shares by what so many calls bring. */
function dayOf(random: () => number, times = 1): MonitorTally {
  const normal = (): number => normalQuantile(Math.min(1 - 1e-9, Math.max(1e-9, random() / 2 ** 32)));
  const around = (value: number): number => value * Math.exp(0.05 * normal());
  const counted = (share: number): number => Math.max(0, Math.round(400 * share + Math.sqrt(400 * share) * normal()));
  const usd = 400 * around(0.001) * times;
  return {
    ...blank,
    calls: 400,
    usd,
    priced: { billed: 400, computed: 0, unknown: 0 },
    spread: { ...blank.spread, usd: 0.0003 },
    latencyMs: { p50: around(800), p95: around(3000) },
    ...{ errors: counted(0.02), refusals: counted(0.03), truncated: counted(0.01) },
  };
}

function scopeOf(
  segment: string | null,
  days: number,
  random: () => number,
  times: (day: number) => number = () => 1,
): Scope {
  return {
    by: segment === null ? [] : ['segment'],
    names: { ...names, segment },
    days: new Map(Array.from({ length: days }, (_, day) => [day, dayOf(random, times(day))] as const)),
  };
}

function worseOf(scopes: readonly Scope[], last: number, declared: readonly string[] = []): readonly string[] {
  const until = scopes.map((scope) => ({ ...scope, days: new Map([...scope.days].filter(([day]) => day <= last)) }));
  const logged = Array.from({ length: 7 }, (_, at) => last - 6 + at);
  const dateOf = (day: number): string => `${day}`;
  const found = compareDays({
    ...{ scopes: until, logged, partial: undefined, declared: new Set(declared) },
    ...{ priceOf: () => undefined, dateOf },
  });
  return (found?.scopes ?? []).flatMap(({ segment, changes }) =>
    decidingMetrics
      .filter((metric) => isWorse({ metric, change: changes[metric] }))
      .map((metric) => `${segment} ${metric}`),
  );
}

describe('looks at production day by day', () => {
  test('are red by chance in at most one of forty, all metrics and segments together', () => {
    let [looks, red] = [0, 0];
    for (let seed = 1; seed <= 5; seed++) {
      const random = seededRandom([seed, 77]);
      const scopes = [null, 'free', 'pro', 'team'].map((segment) => scopeOf(segment, 65, random));
      for (let last = 35; last < 65; last++) {
        looks += 1;
        if (worseOf(scopes, last).length > 0) red += 1;
      }
    }
    expect(red / looks).toBeLessThanOrEqual(0.025);
  });

  test('see what moved in a declared segment whatever names the logs bring', () => {
    const random = seededRandom([5, 77]);
    const rise = (day: number): number => (day >= 33 ? 1.35 : 1);
    const scopes = [scopeOf(null, 36, random), scopeOf('pro', 36, random, rise)];
    const named = Array.from({ length: 190 }, (_, at) => scopeOf(`user-${at}`, 36, random));
    expect(worseOf(scopes, 35, ['pro'])).toEqual(['pro usdPerCall']);
    expect(worseOf([...scopes, ...named], 35, ['pro'])).toEqual(['pro usdPerCall']);
  });

  test('take nothing from a level for names that have next to no calls', () => {
    const random = seededRandom([5, 77]);
    const scopes = [scopeOf(null, 36, random), scopeOf('pro', 36, random, (day) => (day >= 35 ? 1.35 : 1))];
    const few = Array.from({ length: 190 }, (_, at): Scope => {
      const { by, names: own, days } = scopeOf(`user-${at}`, 36, random);
      return { by, names: own, days: new Map([...days].map(([day, tally]) => [day, { ...tally, calls: 1 }] as const)) };
    });
    expect(worseOf([...scopes, ...few], 35)).toEqual(worseOf(scopes, 35));
    expect(worseOf(scopes, 35)).toEqual(['pro usdPerCall']);
  });
});

test('a nearly empty day that stands apart, or ahead of the run, is none to compare with; a quiet one in a row is', () => {
  const calls = (given: readonly (readonly [number, number])[]) => new Map(given);
  const row = Array.from({ length: 10 }, (_, day) => [100 + day, 1000] as const);
  const days = row.map(([day]) => day);
  expect(standingDays(calls([...row, [140, 1], [141, 2], [3, 1]]), 145)).toEqual(days);
  expect(standingDays(calls([...row, [110, 1]]), 109)).toEqual(days);
  expect(standingDays(calls([...row, [110, 1]]), 110)).toEqual([...days, 110]);
  expect(standingDays(calls([...row, [140, 500]]), 145)).toEqual([...days, 140]);
  expect(standingDays(calls([[5, 1]]), 145)).toEqual([5]);
});
