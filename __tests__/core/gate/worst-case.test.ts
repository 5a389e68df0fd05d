import { describe, expect, it } from 'vitest';
import { scheduleOf } from '../../../src/core/gate/schedule.ts';
import type { GateSettings } from '../../../src/core/gate/settings.ts';
import { failsWorstCase } from '../../../src/core/gate/worst-case.ts';
import type { Cell, Outcome, Pair } from '../../../src/core/outcome.ts';
import { batchOf, cellOf, fixedCells, gateSettings } from '../../support/gate-cells.ts';

const lost = { missing: 'failed' } as const;
const fails = (cells: readonly Cell[], more: Partial<GateSettings> = {}) => {
  const settings = gateSettings({ sampling: 'fixed', trials: 4, ...more });
  return failsWorstCase(cells, scheduleOf(settings, false), settings);
};
const one = (before: string, after: string, more: Partial<GateSettings> = {}) =>
  fails(fixedCells([[before, after]]), more);
const times = (count: number, before: string, after: string) =>
  Array.from({ length: count }, () => [before, after] as const);

describe('missing replies at their worst', () => {
  it('decide nothing where none is missing, however bad the others are', () => {
    expect(one('1111', '0000')).toBe(false);
    expect(fails([])).toBe(false);
  });

  it('are new ones that fail: of one case with p ¹⁄₁₄ it leans, with p ½ it does not', () => {
    expect(one('1111', '1xxx')).toBe(true);
    expect(one('1111', '11xx')).toBe(false);
    expect(one('1111', '111x')).toBe(false);
    expect(one('1111', 'xxxx')).toBe(true);
  });

  it('are old ones that pass', () => {
    expect(one('xxx0', '0000')).toBe(true);
    expect(one('xx00', '0000')).toBe(false);
    expect(one('xxxx', '0000')).toBe(true);
    expect(one('xxxx', '1111')).toBe(false);
  });

  it('say nothing of a case of which no reply came', () => {
    expect(one('xxxx', 'xxxx')).toBe(false);
    expect(fails(fixedCells([...times(3, '1111', '1111'), ['xxxx', 'xxxx']]))).toBe(false);
  });

  it('count in a case of which a batch was lost as a whole', () => {
    const halves = (first: string) => cellOf('a', [batchOf(1, true, 'xx', 'xx'), batchOf(1, false, first, 'xx')]);
    expect([fails([halves('11')]), fails([halves('x1')])]).toEqual([true, true]);
    const whole = fixedCells([...times(4, '1', '1')]);
    expect(fails([...whole, cellOf('a', [batchOf(1, true, 'xx', 'xx'), batchOf(1, false, 'xxxx', '1111')])])).toBe(
      false,
    );
  });

  it('block one case where the others hold, or let it lean under `cases: warn`', () => {
    // Two of 120 replies: few enough for the mean.
    const cells = fixedCells([['1111', '00xx'], ...times(14, '1111', '1111')]);
    expect([fails(cells), fails(cells, { tolerance: 0.2 }), fails(cells, { tolerance: 0.2, cases: 'warn' })]).toEqual([
      true,
      true,
      true,
    ]);
    expect(fails(fixedCells([['1111', '11xx'], ...times(14, '1111', '1111')]))).toBe(false);
    expect(fails(fixedCells([['11xx', '0000'], ...times(14, '1111', '1111')]))).toBe(true);
  });
});

describe('few replies that are lost on both sides', () => {
  const trials = 1;
  /** One reply a side of 200 cases, or so many: `old` of them without the old one, `now` without the new one. */
  const lossy = (old: number, now: number, of = 200, more: Partial<GateSettings> = {}) =>
    fails(fixedCells([...times(old, 'x', '0'), ...times(now, '1', 'x'), ...times(of - old - now, '1', '1')]), {
      trials,
      ...more,
    });

  it.each([
    [0, 3, false],
    [0, 4, true],
    [0, 5, true],
    [0, 8, true],
    [1, 4, false],
    [1, 5, true],
    [2, 5, false],
    [4, 4, false],
    [8, 0, false],
  ])('count for the mean only by as many as the new side lost more: %i old and %i new ones', (old, now, decide) => {
    expect(lossy(old, now)).toBe(decide);
  });

  it.each([
    [4, 4],
    [5, 3],
  ])('are few up to a fiftieth of all that was asked, on both sides together: %i and %i of 400', (old, now) => {
    expect([lossy(old, now, 200), lossy(old, now, 199)]).toEqual([false, true]);
  });

  it('count without those of a case of which nothing came', () => {
    const cells = (gone: number) =>
      fixedCells([...times(4, 'x', '0'), ...times(4, '1', 'x'), ...times(192, '1', '1'), ...times(gone, 'x', 'x')]);
    expect([fails(cells(0), { trials }), fails(cells(5), { trials })]).toEqual([false, false]);
  });

  it('count for as many of the new side, whatever the old one lost', () => {
    const cells = (now: number) => fixedCells([['x', '1'], ...times(now, '1', 'x'), ...times(194, '1', '1')]);
    expect([fails(cells(4), { trials }), fails(cells(5), { trials })]).toEqual([false, true]);
  });

  it('let a case block that does not lean: at much alpha p ¹⁄₂₀ does, at one look or after another', () => {
    const settings = { alpha: 0.2, tolerance: 0.5 };
    const others = times(15, '111', '111');
    expect(fails(fixedCells([['111', '00x'], ...others]), { ...settings, trials: 3 })).toBe(true);
    expect(fails(fixedCells([['111', '01x'], ...others]), { ...settings, trials: 3 })).toBe(false);
    const climbed = cellOf('a', [batchOf(1, true, '1', '0'), batchOf(2, false, '111', '00x')]);
    const once = fixedCells(times(30, '1', '1'));
    expect(fails([climbed, ...once], { ...settings, sampling: 'adaptive', trials: 4 })).toBe(true);
  });

  it('count by the tolerance, as the tests do', () => {
    expect([lossy(0, 4, 200, { tolerance: 0.021 }), lossy(0, 8, 200, { tolerance: 0.041 })]).toEqual([false, false]);
  });
});

describe('a review that would have ended', () => {
  it('is judged by the look at which it would have blocked', () => {
    const asked = (round: number) =>
      Array.from({ length: 10 }, (_, at) =>
        cellOf(`c${at}`, [batchOf(1, true, '1', 'x'), batchOf(round, false, '00000', '11111')]),
      );
    expect(fails(asked(2), { sampling: 'adaptive', trials: 6 })).toBe(true);
    // Seen at once the others outweigh it.
    expect(fails(asked(1), { sampling: 'fixed', trials: 6 })).toBe(false);
  });

  it('carries over what earlier looks left', () => {
    const first = cellOf('a', [batchOf(1, true, '1', 'x'), batchOf(2, false, '11111', '00000')]);
    expect(fails([first], { sampling: 'adaptive', trials: 6 })).toBe(true);
    expect(failsWorstCase([first], [], gateSettings())).toBe(false);
  });
});

describe('a lost reply is filled in with all that its case is measured by', () => {
  const reply = (score: number, more: Partial<Outcome> = {}): Outcome => ({ score, marks: [], metrics: {}, ...more });
  const cells = (count: number, pairs: readonly Pair[]) =>
    Array.from({ length: count }, (_, at) => cellOf(`c${at}`, [{ round: 1, uniform: true, oldKept: false, pairs }]));

  it('metrics', () => {
    const settings = { trials: 1, tolerance: 0.9, metrics: { tone: { tolerance: 0.1 } } };
    const [good, bad] = [reply(0.5, { metrics: { tone: 1 } }), reply(0.5, { metrics: { tone: 0 } })];
    expect(fails(cells(6, [{ old: good, new: lost }]), settings)).toBe(true);
    expect(fails(cells(6, [{ old: lost, new: bad }]), settings)).toBe(true);
    expect(fails(cells(6, [{ old: lost, new: good }]), settings)).toBe(false);
    expect(fails(cells(5, [{ old: good, new: lost }]), settings)).toBe(false);
    expect(fails(cells(6, [{ old: reply(0.5), new: lost }]), settings)).toBe(false);
  });

  it('grades without a pass mark, all of them', () => {
    const graded = (value: number) => [
      { check: 'tone', kind: 'judge', value },
      { check: 'calm', kind: 'judge', value: 0.1 },
    ];
    const settings = { tolerance: 0.5 };
    const of = (old: Pair['old'], now: Pair['new']) =>
      cells(
        1,
        Array.from({ length: 4 }, () => ({ old, new: now })),
      );
    expect(fails(of(reply(0.4, { graded: graded(1) }), lost), settings)).toBe(true);
    expect(fails(of(lost, reply(0.6, { graded: graded(0) })), settings)).toBe(true);
    expect(fails(of(reply(0.4, { graded: graded(0.4) }), lost), settings)).toBe(false);
    expect(fails(of(reply(0.4), lost), settings)).toBe(false);
  });

  it('passes only where its other replies have any', () => {
    const graded = (score: number) =>
      Array.from({ length: 4 }, (_, at): Pair => ({ old: at === 0 ? lost : reply(score), new: reply(score) }));
    // Old scores 1, .6, .6, .6 and new ones .6: p ½. As passes, of one reply, it would be tested on nothing else.
    expect(fails(cells(1, graded(0.6)))).toBe(false);
    expect(
      fails(
        cells(
          1,
          Array.from({ length: 4 }, () => ({ old: reply(0.6), new: lost })),
        ),
      ),
    ).toBe(true);
  });

  it('passes where they have, whatever their scores are', () => {
    const settings = { tolerance: 0.5 };
    const scored = reply(0.4, { passes: true });
    const pairs = Array.from({ length: 4 }, (): Pair => ({ old: scored, new: lost }));
    expect(fails(cells(1, pairs), settings)).toBe(true);
    expect(
      fails(
        cells(
          1,
          pairs.map(({ new: old }) => ({ old, new: reply(0.6, { passes: false }) })),
        ),
        settings,
      ),
    ).toBe(true);
  });
});
