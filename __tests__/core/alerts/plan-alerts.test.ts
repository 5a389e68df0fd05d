import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlertState, noAlerts, readAlertState, writeAlertState } from '../../../src/core/alerts/alert-state.ts';
import { type AlertMoment, afterAlerts, planAlerts, type Watched } from '../../../src/core/alerts/plan-alerts.ts';
import type { AlertTargetName } from '../../../src/core/settings/alert-schema.ts';

const hour = 3_600_000;
const both: readonly AlertTargetName[] = ['slack', 'pagerduty'];

function moment(hours: number, targets = both): AlertMoment {
  const now = Date.parse('2026-11-01T00:00:00Z') + hours * hour;
  return { at: new Date(now).toISOString(), now, cooldownMs: 24 * hour, targets, place: {} };
}

function seen(is: Watched['is'], forRuns = 1): Watched {
  return { key: 'a', is, forRuns, about: { kind: 'test' } };
}

/** Runs an hour each; what each of them told whom. @param reach who can be reached in a run of that number */
function runs(
  watched: readonly Watched[],
  { every = 1, reach = () => both }: { every?: number; reach?: (run: number) => readonly AlertTargetName[] } = {},
): readonly string[] {
  let state: AlertState = noAlerts;
  return watched.map((one, run) => {
    const when = moment(run * every);
    const sent = planAlerts(state, [one], when).map(({ alert, to }) => ({
      alert,
      to: to.filter((target) => reach(run).includes(target)),
    }));
    const after = afterAlerts(state, [one], sent, when);
    expect(readAlertState(writeAlertState(after))).toEqual(after);
    state = after;
    return sent
      .filter(({ to }) => to.length > 0)
      .map(({ alert, to }) => `${alert.state} ${to.join(',')}`)
      .join('; ');
  });
}

describe('what is wrong', () => {
  test('is told once, and once that it is over', () => {
    const course = ['fine', 'wrong', 'wrong', 'wrong', 'fine', 'fine'] as const;
    expect(runs(course.map((is) => seen(is)))).toEqual([
      '',
      'alert slack,pagerduty',
      '',
      '',
      'recovered slack,pagerduty',
      '',
    ]);
  });

  test('is told once it was wrong in as many runs in a row as the rule wants', () => {
    const course = ['wrong', 'fine', 'wrong', 'wrong', 'wrong'] as const;
    expect(runs(course.map((is) => seen(is, 2)))).toEqual(['', '', '', 'alert slack,pagerduty', '']);
  });

  test('is neither begun nor ended by a run that could not tell', () => {
    const course = ['wrong', 'unknown', 'wrong', 'unknown', 'fine'] as const;
    expect(runs(course.map((is) => seen(is, 2)))).toEqual([
      '',
      '',
      'alert slack,pagerduty',
      '',
      'recovered slack,pagerduty',
    ]);
  });

  test('is told by the next run to whom it could not be sent, and no one else is told of its end', () => {
    const course = ['wrong', 'wrong', 'wrong', 'fine'] as const;
    const reach = (run: number): readonly AlertTargetName[] => (run === 0 ? ['slack'] : both);
    expect(
      runs(
        course.map((is) => seen(is)),
        { reach },
      ),
    ).toEqual(['alert slack', 'alert pagerduty', '', 'recovered slack,pagerduty']);
    const never = runs([seen('wrong'), seen('fine')], { reach: () => [] });
    expect(never).toEqual(['', '']);
  });

  test('that comes back within the cool-down is told when that is over, if it lasts, and else never', () => {
    const flapping = ['wrong', 'fine', 'wrong', 'fine', 'wrong', 'wrong', 'wrong'] as const;
    expect(
      runs(
        flapping.map((is) => seen(is)),
        { every: 6 },
      ),
    ).toEqual(['alert slack,pagerduty', 'recovered slack,pagerduty', '', '', 'alert slack,pagerduty', '', '']);
  });

  test('is known by its key alone: other things are told by themselves', () => {
    const other: Watched = { ...seen('wrong'), key: 'b' };
    const state = afterAlerts(noAlerts, [seen('wrong')], planAlerts(noAlerts, [seen('wrong')], moment(0)), moment(0));
    expect(planAlerts(state, [seen('wrong'), other], moment(1)).map(({ alert }) => alert.key)).toEqual(['b']);
    // What a run did not look at stays as it is.
    expect(afterAlerts(state, [other], [], moment(1)).entries.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  test('is forgotten once nobody has looked at it for a season', () => {
    const state = afterAlerts(noAlerts, [seen('wrong')], planAlerts(noAlerts, [seen('wrong')], moment(0)), moment(0));
    expect(afterAlerts(state, [], [], moment(24 * 89)).entries).toHaveLength(1);
    expect(afterAlerts(state, [], [], moment(24 * 91)).entries).toEqual([]);
  });

  test('is told to a target at most once before its end, and its end only after it, whatever happens', () => {
    const step = fc.record({
      is: fc.constantFrom('wrong', 'fine', 'unknown'),
      reach: fc.subarray([...both]),
      hours: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.integer({ min: 1, max: 3 }), (steps, forRuns) => {
        let [state, at]: [AlertState, number] = [noAlerts, 0];
        const open = new Set<string>();
        for (const { is, reach, hours } of steps) {
          at += hours;
          const one = seen(is, forRuns);
          const sent = planAlerts(state, [one], moment(at)).map(({ alert, to }) => ({
            alert,
            to: to.filter((target) => reach.includes(target)),
          }));
          for (const { alert, to } of sent) {
            for (const target of to) {
              expect(open.has(target)).toBe(alert.state === 'recovered');
              if (alert.state === 'recovered') open.delete(target);
              else open.add(target);
              expect(alert.state === 'recovered' ? 'fine' : 'wrong').toBe(is);
            }
          }
          state = afterAlerts(state, [one], sent, moment(at));
        }
      }),
    );
  });
});

test('a state that cannot be read says why', () => {
  expect(readAlertState('')).toEqual(noAlerts);
  expect(readAlertState('{"version":1,"ent')).toBe('is no JSON');
  expect(readAlertState('{"version":2,"entries":[]}')).toBe('was written by a later version');
  expect(readAlertState('[]')).toMatch(/^is no state of alerts/u);
});
