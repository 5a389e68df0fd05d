import { describe, expect, test } from 'vitest';
import { keepDays, type MonitorHistory } from '../../../src/app/monitor/keep-days.ts';
import { CallSum } from '../../../src/core/monitor/call-sum.ts';
import type { KeptDay } from '../../../src/core/monitor/kept-day.ts';
import type { ScopeDay } from '../../../src/core/monitor/scope-days.ts';

const today = 20_800;
const unnamed = { segment: null, model: null, prompt: null, others: [] };
const { tally } = new CallSum();

const whole = (day: number, calls: number): ScopeDay => ({ by: [], names: unnamed, day, tally: { ...tally, calls } });
const of = (day: number, segment: string, calls: number): ScopeDay => ({
  ...{ by: ['segment'], names: { ...unnamed, segment }, day },
  tally: { ...tally, calls },
});

function historyOf(unread: readonly { readonly at: string; readonly why: string }[] = []) {
  let lines: readonly KeptDay[] = [];
  let rewritten = 0;
  const history: MonitorHistory = {
    read: async () => ({ lines, unread }),
    append: async (more) => {
      lines = [...lines, ...more];
    },
    replace: async (all) => {
      rewritten += 1;
      lines = all;
    },
  };
  return { history, lines: () => lines, rewritten: () => rewritten };
}

const keep = (rows: readonly ScopeDay[], history: MonitorHistory, on = today) =>
  keepDays(rows, history, { today: on, declared: new Set(['pro']) });

describe('days that are kept', () => {
  test('are thirteen months of all calls, five weeks of names, and bounded names over the file', async () => {
    const { history, lines } = historyOf();
    for (let day = today - 450; day <= today; day++) {
      const users = day > today - 60 ? Array.from({ length: 20 }, (_, at) => of(day, `u-${day}-${at}`, 5)) : [];
      await keep([whole(day, 101), of(day, 'pro', 1), ...users], history, day);
    }
    const by = (names: number) => lines().filter((line) => line.by.length === names);
    expect(by(0)).toHaveLength(396);
    expect(new Set(by(1).map(({ segment }) => segment)).size).toBe(200);
    expect(by(1).filter(({ segment }) => segment === 'pro')).toHaveLength(42);
  });

  test('are of one reading each: what has more calls in all, and no row of the other', async () => {
    const { history, lines } = historyOf();
    await keep([whole(today, 10), of(today, 'free', 4), of(today, 'pro', 6)], history);
    const { all } = await keep([whole(today, 12), of(today, 'pro', 5), of(today, 'team', 7)], history);
    expect(all.map(({ names, tally: { calls } }) => [names.segment, calls])).toEqual([
      [null, 12],
      ['pro', 5],
      ['team', 7],
    ]);
    expect(lines()).toHaveLength(3);
    expect((await keep([whole(today, 11), of(today, 'free', 11)], history)).all).toEqual(all);
  });

  test('are not written anew where a later version wrote in the file', async () => {
    const held = historyOf([{ at: 'days.ndjson:1', why: 'was written by a later version (2)' }]);
    await keep([whole(today - 500, 10)], held.history);
    await keep([whole(today, 10)], held.history);
    expect([held.rewritten(), held.lines().length]).toEqual([0, 2]);
  });
});
