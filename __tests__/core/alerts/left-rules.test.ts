import { describe, expect, test } from 'vitest';
import type { BrokenRule } from '../../../src/core/alerts/alert.ts';
import type { AlertState } from '../../../src/core/alerts/alert-state.ts';
import { noAlerts } from '../../../src/core/alerts/alert-state.ts';
import { judgeRules, type RuleDays } from '../../../src/core/alerts/judge-rules.ts';
import { leftRules } from '../../../src/core/alerts/left-rules.ts';
import { planAlerts } from '../../../src/core/alerts/plan-alerts.ts';
import { keyOf } from '../../../src/core/alerts/watched-scopes.ts';
import { CallGroups } from '../../../src/core/monitor/call-groups.ts';
import { scopesOf } from '../../../src/core/monitor/scope-days.ts';
import { configSchema } from '../../../src/core/settings/config-schema.ts';
import { wordAlert } from '../../../src/reporters/alerts/word-alert.ts';
import { plain } from '../../../src/reporters/wording/say.ts';

const dayMs = 86_400_000;
const iso = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
const firstDay = Date.UTC(2026, 10, 1) / dayMs;

/** Days of November with 30 failed calls of each segment. */
function daysOf(segments: Readonly<Record<number, readonly string[]>>): RuleDays {
  const groups = new CallGroups();
  for (const [date, named] of Object.entries(segments))
    for (const segment of named)
      for (let at = 0; at < 30; at++)
        groups.add(
          (firstDay + Number(date) - 1) * dayMs + at * 2_870_000,
          { segment, model: 'm', prompt: 'p' },
          {
            tokens: { in: 1, out: 1, cached: undefined, reasoning: undefined },
            cost: { kind: 'billed', usd: 0.001 },
            latencyMs: 1000,
            served: undefined,
            promptCharacters: () => 0,
            replyCharacters: 8,
            isError: true,
            isRefusal: false,
            isTruncated: false,
          },
        );
  const logged = groups.days.flatMap(({ day }) => (day === undefined ? [] : [day]));
  return { scopes: scopesOf(groups.scopeDays), logged, partial: undefined, dateOf: iso, quality: [] };
}

const rulesOf = (...rules: readonly object[]) => configSchema.parse({ alerts: { rules } }).alerts.rules;
const errors = { metric: 'errors', above: '5%' };
const each = rulesOf({ ...errors, segment: '*' });

/** What is kept once these were told. */
function keptOf(...told: readonly BrokenRule[]): AlertState {
  const entries = told.map((about) => ({
    key: keyOf({ ...about, against: about.against ?? 7 }, about),
    ...{ runs: 1, told: ['slack' as const], since: '2026-11-01T00:00:00.000Z', seenMs: firstDay * dayMs, about },
  }));
  return { version: 1, entries };
}

function broken(given: Partial<BrokenRule> = {}): BrokenRule {
  const measured = { value: 0.2, low: 0.1, high: 0.3, day: '2026-11-01' };
  return { kind: 'rule', metric: 'errors', way: 'above', limit: 0.05, ...measured, ...given };
}

function leftOf(rules: typeof each, days: RuleDays, kept: AlertState) {
  return leftRules(rules, days, kept, judgeRules(rules, days, kept).judged);
}

describe('an alert of a rule', () => {
  const days = daysOf({ 1: ['pro'], 2: ['pro'] });

  test('ends where the config has the rule no more, or holds it to another limit', () => {
    const kept = keptOf(broken(), broken({ segment: 'pro' }));
    expect(leftOf(rulesOf(errors, { ...errors, segment: 'pro' }), days, kept)).toEqual([]);
    expect(leftOf(rulesOf(errors, { ...errors, segment: '*' }), days, kept)).toEqual([]);
    expect(leftOf(rulesOf(errors), days, kept)).toMatchObject([{ is: 'fine', about: { segment: 'pro' } }]);
    expect(leftOf([], days, kept)).toMatchObject([{ ended: 'no-longer-asked' }, { ended: 'no-longer-asked' }]);
    expect(leftOf(rulesOf({ ...errors, above: '6%' }), days, keptOf(broken()))).toHaveLength(1);
    const rose = broken({ metric: 'cost', way: 'rises', limit: 0.3, against: 7 });
    expect(leftOf(rulesOf({ metric: 'cost', rises: '30%', against: '7d' }), days, keptOf(rose))).toEqual([]);
    expect(leftOf(rulesOf({ metric: 'cost', rises: '30%', against: '14d' }), days, keptOf(rose))).toHaveLength(1);
  });

  test('ends where no call had its name for a week, and not by a few days without one', () => {
    const kept = keptOf(broken({ segment: 'pro' }));
    expect(leftOf(each, daysOf({ 1: ['pro', 'free'], 7: ['free'] }), kept)).toEqual([]);
    expect(leftOf(each, daysOf({ 8: ['free'] }), kept)).toMatchObject([{ ended: 'no-longer-asked' }]);
    // Some calls of it there were, though not on the last day.
    expect(leftOf(each, daysOf({ 5: ['pro'], 8: ['free'] }), kept)).toEqual([]);
    // A rule that names it says that it is not known.
    expect(leftOf(rulesOf({ ...errors, segment: 'pro' }), daysOf({ 30: ['free'] }), kept)).toEqual([]);
    expect(leftOf(each, { ...days, logged: [] }, kept)).toEqual([]);
  });

  test('of a sample goes by the day of the run that looked at it last', () => {
    const kept = keptOf(broken({ metric: 'helpfulness', way: 'below', limit: 7, segment: 'pro', day: null }));
    const rules = rulesOf({ metric: 'helpfulness', below: 7, segment: '*' });
    expect(leftOf(rules, daysOf({ 7: ['free'] }), kept)).toEqual([]);
    expect(leftOf(rules, daysOf({ 9: ['free'] }), kept)).toHaveLength(1);
  });

  test('leaves alone what another kind of run told', () => {
    const about = { kind: 'test' } as const;
    const kept = { version: 1, entries: [{ key: 'x', runs: 1, told: ['slack'], seenMs: 0, about }] } as const;
    expect(leftOf([], days, kept)).toEqual([]);
    expect(leftOf([], days, noAlerts)).toEqual([]);
  });

  test('is told to have ended without being over', () => {
    const kept = keptOf(broken({ segment: 'pro' }));
    const moment = { at: '2026-11-09T00:00:00.000Z', now: 0, cooldownMs: 0, targets: ['slack'], place: {} } as const;
    const [planned] = planAlerts(kept, leftOf([], days, kept), moment);
    if (planned === undefined) throw new Error('nothing is told');
    const { title, lines } = wordAlert(planned.alert);
    expect([title, ...lines].map((phrase) => plain(phrase, (text) => text))).toEqual([
      'The share of errors in segment pro is no longer watched',
      'The config no longer has this rule, or the logs no longer have such calls. The problem had not ended when last checked, on 1 Nov 2026.',
      'The rule: errors above 5%.',
      'The alert was opened on 1 Nov 2026.',
    ]);
  });
});
