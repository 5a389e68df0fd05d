import { describe, expect, test } from 'vitest';
import type { AlertState } from '../../../src/core/alerts/alert-state.ts';
import { noAlerts } from '../../../src/core/alerts/alert-state.ts';
import { judgeRules, type RuleDays } from '../../../src/core/alerts/judge-rules.ts';
import { watchedBy } from '../../../src/core/alerts/watched-scopes.ts';
import { CallGroups } from '../../../src/core/monitor/call-groups.ts';
import type { CountedCall } from '../../../src/core/monitor/call-sum.ts';
import type { QualityRow } from '../../../src/core/monitor/observed.ts';
import { comparedBy, scopesOf } from '../../../src/core/monitor/scope-days.ts';
import { configSchema } from '../../../src/core/settings/config-schema.ts';
import { seededRandom } from '../../support/seeded-random.ts';

const first = Date.UTC(2026, 10, 2);
const dayMs = 86_400_000;

type Told = Partial<CountedCall> & { readonly segment?: string; readonly prompt?: string; readonly usd?: number };

/** Days of calls, as the monitor has them; the last one is over. */
function daysOf(days: readonly (readonly Told[])[], rules: readonly object[] = []): RuleDays {
  const groups = new CallGroups();
  days.forEach((calls, at) => {
    calls.forEach(({ segment = 'free', prompt = 'support', usd = 0.001, ...given }, index) => {
      const time = first + at * dayMs + ((index + 1) / calls.length) * 0.99 * dayMs;
      groups.add(
        time,
        { segment, model: 'gpt-5.6-luna', prompt },
        {
          tokens: { in: 100, out: 20, cached: undefined, reasoning: undefined },
          cost: { kind: 'billed', usd },
          latencyMs: 1000,
          served: undefined,
          promptCharacters: () => 0,
          replyCharacters: 80,
          isError: false,
          isRefusal: false,
          isTruncated: false,
          ...given,
        },
      );
    });
  });
  const logged = groups.days.flatMap(({ day }) => (day === undefined ? [] : [day]));
  return {
    scopes: scopesOf(groups.scopeDaysBy([...comparedBy, ...watchedBy(rulesOf(...rules))])),
    logged,
    partial: logged.filter((day) => day === logged.at(-1) && groups.isPartial(day))[0],
    dateOf: (day) => new Date(day * dayMs).toISOString().slice(0, 10),
    quality: [],
  };
}

function rulesOf(...rules: readonly object[]) {
  return configSchema.parse({ alerts: { rules } }).alerts.rules;
}

function judge(days: RuleDays, rule: object, kept: AlertState = noAlerts) {
  return judgeRules(rulesOf(rule), days, kept);
}

/** So many calls, whose costs differ by half of the mean. */
function calls(count: number, random: () => number, given: Told = {}): readonly Told[] {
  return Array.from({ length: count }, () => ({ ...given, usd: (given.usd ?? 0.001) * (0.5 + random()) }));
}

const rise = { metric: 'cost', rises: '30%', against: '7d', segment: '*' };

describe('rules over production', () => {
  test('find a rise that is hidden in one segment, and hold it to its own days', () => {
    const random = seededRandom(7);
    const usual = Array.from({ length: 7 }, () => [...calls(400, random), ...calls(40, random, { segment: 'pro' })]);
    const days = daysOf([...usual, [...calls(400, random), ...calls(40, random, { segment: 'pro', usd: 0.0018 })]]);
    const { judged, unknown } = judge(days, rise);
    expect(unknown).toEqual([]);
    expect(judged.map(({ is, about }) => [about.segment, is])).toEqual([
      ['free', 'fine'],
      ['pro', 'wrong'],
    ]);
    const pro = judged[1]?.about;
    expect(pro?.change?.value).toBeCloseTo(0.8, 0);
    expect(pro?.change?.low).toBeGreaterThan(0.3);
    expect(pro?.day).toBe('2026-11-09');
    // All calls together hide it.
    const { segment: _, ...whole } = rise;
    expect(judge(days, whole).judged.map(({ is }) => is)).toEqual(['fine']);
  });

  test('say nothing of a rise beyond the limit that may be chance, and of too few days', () => {
    const random = seededRandom(3);
    const few = Array.from({ length: 7 }, () => calls(3, random, { segment: 'pro' }));
    const unclear = judge(daysOf([...few, [{ segment: 'pro', usd: 0.0015 }]]), rise);
    expect(unclear.judged.map(({ is }) => is)).toEqual(['unknown']);
    const young = judge(daysOf([calls(9, random), calls(9, random), calls(9, random)]), rise);
    expect(young.judged).toEqual([]);
    expect(young.unknown).toMatchObject([{ why: 'of the 7 days before, 2 are known; 3 are needed' }]);
  });

  test('that nothing breaks are broken in a run of twenty at most', () => {
    const random = seededRandom(20261129);
    let broken = 0;
    for (let at = 0; at < 300; at++) {
      const days = Array.from({ length: 8 }, () =>
        ['a', 'b', 'c'].flatMap((segment) => calls(20, random, { segment, usd: 0.001 * (0.9 + 0.2 * random()) })),
      );
      if (judge(daysOf(days), { ...rise, rises: '0%' }).judged.some(({ is }) => is === 'wrong')) broken += 1;
    }
    expect(broken / 300).toBeLessThan(0.05);
  });

  test('find a rise whose days lie in the days before already, in the first run and in each of daily ones', () => {
    const random = seededRandom(9);
    const wander = (): number => 0.97 + 0.06 * random();
    const weeks = (of: number, since: number, times: number) =>
      Array.from({ length: of }, (_, day) =>
        calls(400, random, { usd: 0.001 * wander() * (day >= since ? times : 1) }),
      );
    // The change is three days old.
    const [first] = judge(daysOf(weeks(28, 25, 4)), { metric: 'cost', rises: '30%', against: '7d' }).judged;
    expect(first?.is).toBe('wrong');
    expect(first?.about.change?.value).toBeCloseTo(3, 0);
    expect(first?.about.change?.low).toBeGreaterThan(2);
    // A day that the change began on needs a run more to be told by `for: 2 runs`.
    const all = weeks(28, 23, 1.5);
    for (const day of [24, 25, 26, 27, 28]) {
      const [now] = judge(daysOf(all.slice(0, day)), { metric: 'cost', rises: '20%', against: '7d' }).judged;
      expect([day, now?.is]).toEqual([day, 'wrong']);
    }
    // What fell is no rise, and takes no days out of what a rise is held to.
    expect(judge(daysOf(weeks(28, 25, 0.25)), { metric: 'cost', rises: '30%' }).judged[0]?.is).toBe('fine');
  });

  test('hold what was told to what was usual before it, however long it lasts', () => {
    const random = seededRandom(5);
    const dear = Array.from({ length: 9 }, () => calls(200, random, { usd: 0.002 }));
    const days = daysOf(dear);
    const [now] = judge(days, rise).judged;
    expect(now?.is).toBe('fine');
    const about = { ...(now?.about ?? { kind: 'test' as const }), before: 0.001 };
    const kept = {
      version: 1,
      entries: [{ key: now?.key ?? '', runs: 1, told: ['slack'], seenMs: 0, about }],
    } as const;
    const [still] = judge(days, rise, kept).judged;
    expect([still?.is, still?.about.before]).toEqual(['wrong', 0.001]);
    expect(still?.about.change?.value).toBeCloseTo(1, 0);
    const back = daysOf([...dear, calls(200, random)]);
    expect(judge(back, rise, kept).judged[0]?.is).toBe('fine');
  });

  test('of shares and times fire where the whole interval is beyond the limit', () => {
    const failing = (count: number, of: number): readonly Told[] =>
      Array.from({ length: of }, (_, at) => ({ isError: at < count, latencyMs: at % 10 === 0 ? 4000 : 900 }));
    const is = (count: number, of: number) =>
      judge(daysOf([failing(count, of)]), { metric: 'errors', above: '5%' }).judged.map((one) => one.is);
    expect(is(4, 100)).toEqual(['fine']);
    expect(is(8, 100)).toEqual(['unknown']);
    expect(is(80, 1000)).toEqual(['wrong']);
    expect(is(0, 10)).toEqual(['fine']);
    const slow = judge(daysOf([failing(0, 1000)]), { metric: 'latency-p95', above: '2s' });
    expect(slow.judged.map((one) => [one.is, Math.round((one.about.value ?? 0) / 100)])).toEqual([['wrong', 40]]);
  });

  test('watch segments, models and prompts together, as they are added up', () => {
    const day = [
      ...Array.from({ length: 300 }, () => ({ prompt: 'a', usd: 0.01 })),
      ...Array.from({ length: 300 }, () => ({ prompt: 'b', usd: 0.03 })),
    ];
    const days = daysOf([[...day, ...day.map((call) => ({ ...call, segment: 'pro' }))]]);
    const of = (rule: object) =>
      judge(days, rule).judged.map(({ is, about }) => [about.prompt, about.model, is, about.value]);
    expect(of({ metric: 'cost', above: 0.02, prompt: '*' })).toEqual([
      ['a', undefined, 'fine', expect.closeTo(0.01, 6)],
      ['b', undefined, 'wrong', expect.closeTo(0.03, 6)],
    ]);
    expect(of({ metric: 'cost', above: 0.015, model: 'gpt-5.6-luna' })).toEqual([
      [undefined, 'gpt-5.6-luna', 'wrong', expect.closeTo(0.02, 6)],
    ]);
    expect(of({ metric: 'spend', above: 20 })).toEqual([[undefined, undefined, 'wrong', expect.closeTo(24, 6)]]);
  });

  test('of latency watch a model or prompt over all its segments, whose quantile is that of all its calls', () => {
    const day = (slow: number, segment: string): readonly Told[] =>
      Array.from({ length: 400 }, (_, at) => ({ segment, latencyMs: at < slow ? 12_000 : 900 }));
    const rules = [
      { metric: 'latency-p95', above: '8s', model: 'gpt-5.6-luna' },
      { metric: 'latency-p95', above: '8s', segment: '*', model: '*' },
      { metric: 'latency-p50', above: '8s', prompt: '*' },
    ];
    const logs = [...day(4, 'free'), ...day(200, 'pro')];
    const of = (days: RuleDays) => judgeRules(rulesOf(...rules), days, noAlerts);
    const { judged, unknown } = of(daysOf([logs], rules));
    expect(unknown).toEqual([]);
    expect(judged.map(({ is, about }) => [is, Math.round((about.value ?? 0) / 1000)])).toEqual([
      ['wrong', 12],
      ['fine', 1],
      ['wrong', 12],
      ['fine', 1],
    ]);
    // Days that no run kept so are not known.
    expect(of(daysOf([logs])).unknown).toHaveLength(2);
  });

  test('of quality are judged by the sample of the run, with its own interval', () => {
    const row = (segment: string | null, mean: number | null): QualityRow => ({
      metric: 'helpfulness',
      by: segment === null ? [] : ['segment'],
      segment,
      model: null,
      prompt: null,
      n: mean === null ? 0 : 40,
      unknown: 0,
      scale: { low: 1, high: 10 },
      mean,
      interval: mean === null ? null : { low: mean - 0.8, high: mean + 0.8 },
      covers: 1,
    });
    const quality = [row(null, 8.4), row('free', 9), row('pro', 6.5), row('team', 5.9), row('new', null)];
    const days = { ...daysOf([calls(10, seededRandom(1))]), quality };
    const of = (rule: object) => judge(days, { metric: 'helpfulness', ...rule });
    expect(of({ below: 7 }).judged.map(({ is }) => is)).toEqual(['fine']);
    expect(of({ below: 7, segment: '*' }).judged.map(({ is, about }) => [about.segment, is])).toEqual([
      ['free', 'fine'],
      ['pro', 'unknown'],
      ['team', 'wrong'],
    ]);
    expect(of({ below: 7, segment: 'new' }).unknown).toMatchObject([{ why: 'no call of the sample got a grade' }]);
    expect(of({ below: 7, prompt: 'support' }).unknown).toMatchObject([{ why: 'the sample holds no call of it' }]);
    expect(of({ falls: '10%' }).unknown).toMatchObject([{ why: expect.stringContaining('say `below` or `above`') }]);
    expect(of({ below: 70 }).unknown).toMatchObject([{ why: 'its grades go from 1 to 10, and no grade is beyond 70' }]);
  });

  test('of a judged check go by its name and its own scale, and only where the sample is judged by it', () => {
    const row = (mean: number): QualityRow => ({
      ...{ metric: 'policy', by: [], segment: null, model: null, prompt: null, n: 40, unknown: 0, covers: 1 },
      ...{ scale: { low: 1, high: 5 }, mean, interval: { low: mean - 0.3, high: mean + 0.3 } },
    });
    const metrics = ['policy', 'grounded'];
    const rulesIn = (...rules: readonly object[]) =>
      configSchema.safeParse({ monitor: { quality: { metrics } }, alerts: { rules } });
    const parsed = rulesIn({ metric: 'policy', below: 3.5 }, { metric: 'grounded', below: 0.8 });
    if (!parsed.success) throw parsed.error;
    const days = { ...daysOf([calls(10, seededRandom(1))]), quality: [row(2.9)] };
    const { judged, unknown } = judgeRules(parsed.data.alerts.rules, days, noAlerts);
    expect(judged).toMatchObject([{ is: 'wrong', about: { metric: 'policy', value: 2.9, limit: 3.5 } }]);
    expect(unknown).toMatchObject([{ why: expect.stringContaining('grades replies by grounded') }]);
    const misspelt = rulesIn({ metric: 'polizy', below: 3.5 });
    expect(JSON.stringify(misspelt.error?.issues)).toContain('Did you mean `policy`?');
    expect(rulesIn({ metric: 'policy', below: '5%' }).error?.issues[0]?.message).toBe('must be a score such as 7');
    expect(rulesIn({ metric: 'sentiment', below: -0.2 }).success).toBe(true);
    expect(rulesIn({ metric: 'cost', below: -0.2 }).success).toBe(false);
  });

  test('tell what nobody knows', () => {
    const days = daysOf([calls(10, seededRandom(1))]);
    expect(judge(days, { metric: 'helpfulness', below: 7 }).unknown).toMatchObject([
      { why: 'nothing in this run says the helpfulness of replies: name it under `monitor.quality.metrics`' },
    ]);
    expect(judge(days, { metric: 'cost', above: 1, segment: 'nobody' }).unknown).toMatchObject([
      { why: 'the logs hold no call of it' },
    ]);
    expect(judge(days, { metric: 'latency-p95', above: '2s' }).unknown).toMatchObject([
      { why: 'the logs of 2026-11-02 do not say it, or of too few calls' },
    ]);
  });
});
