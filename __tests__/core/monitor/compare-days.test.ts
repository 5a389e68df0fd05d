import { describe, expect, test } from 'vitest';
import { CallGroups } from '../../../src/core/monitor/call-groups.ts';
import { compareDays } from '../../../src/core/monitor/compare-days.ts';
import { compareTraffic } from '../../../src/core/monitor/compare-traffic.ts';
import type { MonitorComparison } from '../../../src/core/monitor/monitor-comparison.ts';
import { scopesOf } from '../../../src/core/monitor/scope-days.ts';
import { seededRandom } from '../../support/seeded-random.ts';

const dayMs = 86_400_000;
const monday = 20_780;
const price = { input: 1e-6, cached: 1e-7, output: 5e-6 };

type Kind = {
  readonly calls: number;
  readonly input: number;
  readonly out: number;
  readonly counts?: number;
  readonly served?: string;
};

/** Logs of days in a row, whose calls differ as real ones do; each day and segment as told. */
function logsOf(days: number, kindOf: (day: number, segment: string) => Kind, seed = 1) {
  const random = seededRandom(seed);
  const groups = new CallGroups();
  for (let day = 0; day < days; day++) {
    for (const segment of ['free', 'pro', 'team']) {
      const { calls, input, out, counts = 1, served = 'm-2026-01-01' } = kindOf(day, segment);
      for (let at = 0; at < calls; at++) {
        const spread = 0.5 + random();
        const tokens = {
          in: Math.round(input * spread * counts),
          out: Math.round(out * spread),
          cached: 0,
          reasoning: undefined,
        };
        groups.add(
          (monday + day) * dayMs + (at * dayMs) / calls,
          { segment, model: 'm', prompt: 'support' },
          {
            tokens,
            cost: { kind: 'computed', usd: tokens.in * price.input + tokens.out * price.output },
            latencyMs: 500 * spread,
            served,
            promptCharacters: () => 4 * input * spread,
            replyCharacters: tokens.out * 4,
            isError: random() < 0.02,
            isRefusal: false,
            isTruncated: false,
          },
        );
      }
    }
  }
  return groups;
}

function compare(groups: CallGroups): MonitorComparison | null {
  const logged = groups.days.flatMap(({ day }) => (day === undefined ? [] : [day]));
  const dateOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);
  const last = logged.at(-1);
  const partial = last !== undefined && groups.isPartial(last) ? last : undefined;
  const scopes = scopesOf(groups.scopeDays);
  return compareDays({
    scopes,
    logged,
    partial,
    declared: new Set(['free', 'pro', 'team']),
    priceOf: () => price,
    dateOf,
  });
}

const segment = (compared: MonitorComparison | null, name: string) =>
  compared?.scopes.find(({ by, segment }) => by.length === 1 && segment === name);

const whole = (compared: MonitorComparison | null) => compared?.scopes.find(({ by }) => by.length === 0);

/** Weekends are quiet and cheap: what differs by weekday is no change. */
const usual = (day: number): Kind =>
  day % 7 > 4 ? { calls: 40, input: 300, out: 60 } : { calls: 120, input: 400, out: 100 };

describe('the last days beside the same weekdays before', () => {
  test('find a rise within one segment while the cost of all calls is flat, with its day and its cause', () => {
    const compared = compare(
      logsOf(21, (day, name) => {
        const { calls, ...kind } = usual(day);
        if (day < 19) return { calls, ...kind };
        // The others have fewer calls of the dear kind, so that the whole costs as much as before.
        return name === 'pro' ? { calls, ...kind, out: kind.out * 2 } : { calls, ...kind, out: kind.out / 2 };
      }),
    );
    expect(compared?.days).toHaveLength(7);
    expect(compared?.against).toHaveLength(14);
    expect(whole(compared)?.changes.usdPerCall.moved).toBeNull();
    const pro = segment(compared, 'pro');
    expect(pro?.changes.usdPerCall).toMatchObject({ moved: 'rose', since: '2026-12-12' });
    expect(pro?.changes.usdPerCall.low).toBeGreaterThan(0.05);
    expect(pro?.changes.tokensIn.moved).toBeNull();
    const { factors, mix } = pro?.cause ?? {};
    expect(factors?.reply).toBeGreaterThan(1.4);
    for (const factor of ['price', 'tokenizer', 'prompt', 'reasoning', 'cached'] as const)
      expect(factors?.[factor], factor).toBeCloseTo(1, 1);
    expect(mix).toBeCloseTo(1, 9);
    expect(segment(compared, 'free')?.changes.usdPerCall.moved).toBe('fell');
  });

  test('say nothing moved where nothing did, over many logs', () => {
    let moved = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const compared = compare(logsOf(15, usual, seed));
      const changes = (compared?.scopes ?? []).flatMap((scope) => Object.values(scope.changes));
      if (changes.some((change) => change.moved !== null)) moved += 1;
    }
    expect(moved).toBeLessThanOrEqual(1);
  });

  test('tell a tokenizer that counts the same text otherwise, with the model that answers now', () => {
    const compared = compare(
      logsOf(21, (day) => (day < 19 ? usual(day) : { ...usual(day), counts: 2, served: 'm-2026-09-01' })),
    );
    const { changes, cause } = whole(compared) ?? {};
    expect(changes?.usdPerCall).toMatchObject({ moved: 'rose', since: '2026-12-12' });
    expect(cause?.factors?.tokenizer).toBeGreaterThan(1.1);
    expect(cause?.factors?.prompt).toBeCloseTo(1, 1);
    expect(cause?.served).toEqual({ old: 'm-2026-01-01', new: 'm-2026-09-01' });
  });

  test('tell calls that went to a dearer segment as the mix, and not as a change of any call', () => {
    const compared = compare(
      logsOf(15, (day, name) => {
        const out = name === 'pro' ? 500 : 50;
        return { calls: name === 'pro' && day >= 13 ? 480 : 120, input: 300, out };
      }),
    );
    const all = whole(compared);
    expect(all?.changes.usdPerCall.moved).toBe('rose');
    expect(all?.cause?.mix).toBeGreaterThan(1.3);
    expect(all?.cause?.factors?.reply).toBeCloseTo(1, 1);
    expect(segment(compared, 'pro')?.changes.calls).toMatchObject({ moved: 'rose' });
    expect(segment(compared, 'pro')?.changes.usdPerCall.moved).toBeNull();
  });

  test('compare nothing without an earlier day of the same weekday, and tell no chance of two days', () => {
    expect(compare(logsOf(6, usual))).toBeNull();
    const few = compare(
      logsOf(8, (day) => ({ ...usual(day), calls: day === 0 || day === 7 ? 20 : 0, out: day === 7 ? 900 : 90 })),
    );
    expect(few?.days).toEqual(['2026-11-30']);
    expect(whole(few)?.changes.usdPerCall).toMatchObject({ moved: null, low: null, high: null });
  });
});

test('traffic is told where a segment has other calls a month than declared, by whole weeks', () => {
  const groups = logsOf(14, (_, name) => ({ calls: name === 'pro' ? 20 : 50, input: 100, out: 10 }));
  const logged = groups.days.flatMap(({ day }) => (day === undefined ? [] : [day]));
  const segments = new Map([
    ['free', { monthly: 1500 }],
    ['pro', { monthly: 3000 }],
    ['gone', { monthly: 100 }],
  ]);
  const [free, pro, gone] = compareTraffic(scopesOf(groups.scopeDays), { logged, partial: undefined, segments });
  expect(free).toMatchObject({ segment: 'free', is: null });
  expect(pro).toMatchObject({ segment: 'pro', is: 'less' });
  expect(pro?.seen).toBeCloseTo(608.75, 1);
  expect(gone).toMatchObject({ seen: 0, is: 'less', usd: { declared: null, seen: null } });
  expect(
    compareTraffic(scopesOf(logsOf(3, usual).scopeDays), { logged: [monday + 2], partial: undefined, segments })[0],
  ).toMatchObject({
    seen: null,
    is: null,
  });
});
