import { describe, expect, it } from 'vitest';
import { compareRows } from '../../../src/core/gate/compare-rows.ts';
import { pickToppedUp } from '../../../src/core/gate/pick-topped-up.ts';
import { changesForGood, isJudged, once, repeatingRows, repeats } from '../../../src/core/gate/repeats.ts';
import { confirmLevel, planRound } from '../../../src/core/gate/replay-looks.ts';
import { scheduleOf } from '../../../src/core/gate/schedule.ts';
import type { GateSettings } from '../../../src/core/gate/settings.ts';
import type { Batch, Cell, Missing, Outcome, Pair } from '../../../src/core/outcome.ts';
import { batchOf, cellOf, fixedCells, gateSettings } from '../../support/gate-cells.ts';

const lost: Missing = { missing: 'failed' };
const reply = (score: number, more: Partial<Outcome> = {}): Outcome => ({ score, marks: [], metrics: {}, ...more });
const says = (said: string, passes = true, more: Partial<Outcome> = {}) =>
  reply(passes ? 1 : 0, { passes, marks: [passes], said, ...more });
const asked = (old: readonly Pair['old'][], now: readonly Pair['new'][], more: Partial<Batch> = {}): Batch => ({
  round: 1,
  uniform: true,
  oldKept: false,
  pairs: old.map((one, at): Pair => ({ old: one, new: now[at] ?? lost })),
  ...more,
});
const many = <Value>(count: number, one: Value): readonly Value[] => Array.from({ length: count }, () => one);
const planned = (cells: readonly Cell[], more: Partial<GateSettings> = {}) => {
  const next = planRound(cells, gateSettings(more));
  return next.kind === 'done'
    ? next.why
    : next.batches.map((one) => [one.row, one.case, one.trials, one.uniform, next.round]);
};

describe('a cell repeats itself', () => {
  const [a, b] = [says('a'), says('b')];
  const cell = (old: readonly Pair['old'][], now: readonly Pair['new'][]) => cellOf('c', [asked(old, now)]);

  it('where each side says the same twice at least, whatever the sides say of each other', () => {
    expect([repeats(cell([a, a], [b, b])), repeats(cell([a, a], [a, a]))]).toEqual([true, true]);
    expect([repeats(cell([a, b], [b, b])), repeats(cell([a, a], [b, a]))]).toEqual([false, false]);
    expect([
      repeats(cell([a], [b])),
      repeats(cell([a, a], [b, lost])),
      repeats(cell([a, a, lost], [b, lost, b])),
    ]).toEqual([false, false, true]);
    expect(repeats(cell([reply(1), reply(1)], [reply(1), reply(1)]))).toBe(false);
    expect([repeats(cell([a, a], [b, b]), 1, 3), repeats(cell([a, a, a], [b, b, b]), 1, 3)]).toEqual([false, true]);
  });

  it('as far as a round goes', () => {
    const later = cellOf('c', [asked([a, a], [b, b]), asked([b], [b], { round: 2 })]);
    expect([repeats(later, 1), repeats(later, 2), repeats(later), repeats(later, 0)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('which is the one reply that it is, of the first batch that has a whole pair', () => {
    const batches = [asked([lost], [b]), asked([lost, a], [b, b]), asked([a], [b], { round: 2 })];
    expect(once(cellOf('c', batches)).batches).toEqual([{ ...batches[1], pairs: [{ old: a, new: b }] }]);
    const none = cellOf('c', [asked([lost], [b])]);
    expect(once(none)).toBe(none);
  });

  it('and changed for good where one side got another answer than the other', () => {
    const no = says('no', false);
    expect([changesForGood(cell([a, a], [no, no]), 1), changesForGood(cell([a, a], [b, b]), 1)]).toEqual([true, false]);
    expect([changesForGood(cell([a, b], [no, no]), 1), changesForGood(cell([a], [no]), 1)]).toEqual([false, false]);
  });

  it('a judged one by what its other checks say', () => {
    const judged = (said: string, passes: boolean, exact?: boolean) =>
      says(said, passes, { judged: true, ...(exact === undefined ? {} : { exact }) });
    const change = (one: Outcome, other: Outcome) => changesForGood(cell([one, one], [other, other]), 1);
    expect(change(judged('a', true, true), judged('b', false, true))).toBe(false);
    expect(change(judged('a', true, true), judged('b', false, false))).toBe(true);
    expect(change(judged('a', true), judged('b', false))).toBe(false);
    expect([
      isJudged(cell([a], [judged('a', true)])),
      isJudged(cell([judged('a', true)], [lost])),
      isJudged(cell([a], [b])),
    ]).toEqual([true, true, false]);
  });

  it('and its whole row does where all that were asked twice do, one of them five times', () => {
    const row = (name: string, ...cells: readonly Batch[]) =>
      cells.map((held, at) => cellOf(`${at}`, [held], { row: name }));
    const five = asked(many(5, a), many(5, b));
    const cells = [
      ...row('all', five, asked([a, a], [b, b]), asked([a], [b])),
      ...row('few', asked(many(4, a), many(4, b))),
      ...row('once', asked([a], [b])),
      ...row('not', five, asked([a, b], [b, b])),
      ...row('new', five, asked([lost, lost], [a, b])),
      ...row('alike', five),
      cellOf('same', [asked([a, b], [a, b])], { row: 'alike', identical: true }),
      cellOf('only same', [five], { row: 'identical', identical: true }),
    ];
    expect([...repeatingRows(cells, 1)]).toEqual(['all', 'alike']);
    expect([...repeatingRows(cells, 0)]).toEqual([]);
  });
});

describe('a round', () => {
  const a = says('a');
  const [yes, no] = [says('yes'), says('no', false)];
  const differs = cellOf('differs', [batchOf(1, true, '0', '1'), batchOf(2, false, '01011', '11011')]);

  it('asks no more of a row that repeats itself, and of a case that changed for good outside of the means', () => {
    const settled = [
      cellOf('a', [asked(many(1, a), many(1, a)), asked(many(5, a), many(5, a), { round: 2, uniform: false })]),
      cellOf('b', [asked([yes], [no]), asked(many(2, yes), many(2, no), { round: 2, uniform: false })]),
    ];
    expect(planned(settled)).toEqual([['m', 'b', 2, false, 3]]);
    expect(planned(settled, { repeats: 'chance' })).toBe('steady');
    const other = { ...differs, row: 'n' };
    expect(planned([...settled, other])).toEqual([
      ['m', 'b', 2, false, 3],
      ['n', 'differs', 2, true, 3],
    ]);
    // A case that repeats itself in a row that does not.
    expect(planned([...settled, differs])).toEqual([
      ['m', 'b', 2, false, 3],
      ['m', 'differs', 2, true, 3],
    ]);
  });

  it('asks all of it under a sampling that does not adapt', () => {
    const repeated = cellOf('a', [asked(many(2, a), many(2, a))]);
    expect(planned([repeated], { sampling: 'confirm', margin: 0.1, trials: 12 })).toEqual([['m', 'a', 2, true, 2]]);
    expect(planned([cellOf('a', [])], { sampling: 'fixed', trials: 7 })).toEqual([['m', 'a', 7, true, 1]]);
    expect(planned([], {})).toBe('nothing');
  });

  it('is asked once of an added prompt', () => {
    const absent = { missing: 'absent' } as const;
    const added = (batches: readonly Batch[]) => cellOf('a', batches, { newOnly: true });
    expect(planned([added([])])).toEqual([['m', 'a', 3, true, 1]]);
    expect(planned([added([asked(many(3, absent), many(3, no))])])).toBe('asked');
    // Where one case has both sides, the prompt is compared.
    expect(planned([added([]), cellOf('b', [])])).toEqual([
      ['m', 'a', 1, true, 1],
      ['m', 'b', 1, true, 1],
    ]);
  });

  it('is the last where a case broke, or under `confirm` where the bound is proven', () => {
    const broken = cellOf('a', [batchOf(1, true, '1', '0'), batchOf(2, false, '11111', '00000')]);
    expect(planned([broken, cellOf('b', [batchOf(1, true, '1', '1')])])).toBe('regressed');
    const held = (count: number) => many(count, null).map((_, at) => cellOf(`${at}`, [batchOf(1, true, '11', '11')]));
    expect(planned(held(20), { sampling: 'confirm' })).toBe('proven');
    expect(planned(held(3), { sampling: 'confirm' })).toEqual(many(3, 0).map((_, at) => ['m', `${at}`, 2, true, 2]));
    // Every row must be proven.
    const two = [...held(20), ...held(3).map((cell) => ({ ...cell, row: 'n' }))];
    expect(planned(two, { sampling: 'confirm' })).toHaveLength(23);
    expect(planned(held(20), { sampling: 'confirm', margin: 0.01 })).toHaveLength(20);
  });

  it('is the last of all that may be asked', () => {
    expect(planned([cellOf('a', [batchOf(1, true, '1', '0')])], { trials: 1 })).toBe('asked');
    expect(planned([cellOf('a', [batchOf(1, true, '1', '0')])], { sampling: 'fixed', trials: 1 })).toBe('asked');
  });

  it('goes on while a metric of it leans, or it loses more replies than before', () => {
    const metric = (tone: number) => reply(1, { passes: true, metrics: { tone } });
    const cells = (now: number) =>
      many(3, null).map((_, at) =>
        cellOf(`${at}`, [
          asked([metric(1)], [metric(now)]),
          ...(at === 0 ? [batchOf(2, false, '10000', '01000')] : []),
        ]),
      );
    const settings = { metrics: { tone: { tolerance: 0 } } };
    expect(planned(cells(0.6), settings)).toHaveLength(3);
    const mixed = [
      cellOf('a', [batchOf(1, true, '0', '1'), batchOf(2, false, '00000', '11111')]),
      ...many(4, null).map((_, at) =>
        cellOf(`${at}`, [batchOf(1, true, '1', 'x'), batchOf(2, false, '11111', 'x1111')]),
      ),
    ];
    expect(planned(mixed)).toHaveLength(5);
    const balanced = mixed.map((cell, at) =>
      at === 0 ? cell : { ...cell, batches: [batchOf(1, true, 'x', '1'), batchOf(2, false, '11111', 'x1111')] },
    );
    expect(planned(balanced)).toBe('steady');
  });

  it('goes on where all rows together lean, and where one row alone loses more', () => {
    const row = (name: string) =>
      cellOf('a', [batchOf(1, true, '1', '0'), batchOf(2, false, '11111', '11111'), batchOf(3, true, '11', '11')], {
        row: name,
      });
    expect(planned([row('one')])).toBe('steady');
    expect(planned([row('one'), row('two')])).toHaveLength(2);
    const lossy = (old: string, now: string, name: string) => [
      cellOf('up', [batchOf(1, true, '0', '1'), batchOf(2, false, '00000', '11111')], { row: name }),
      ...many(4, null).map((_, at) =>
        cellOf(`${at}`, [batchOf(1, true, old, now), batchOf(2, false, '11111', '11111')], { row: name }),
      ),
    ];
    expect(planned([...lossy('1', 'x', 'one'), ...lossy('x', '1', 'two')])).toHaveLength(10);
    expect(planned([...lossy('1', '1', 'one'), ...lossy('x', '1', 'two')])).toBe('steady');
  });

  it('takes a case for one that repeats itself by the rounds before alone', () => {
    const repeated = cellOf('b', [asked([yes], [no]), asked(many(2, yes), many(2, no), { round: 2, uniform: false })]);
    const half = {
      ...repeated,
      batches: [...repeated.batches, asked([yes, no], [no, yes], { round: 3, uniform: false })],
    };
    expect(planned([half, differs])).toEqual([['m', 'differs', 2, true, 3]]);
  });

  it('of a look under `confirm` is held to what that look may spend', () => {
    const steps = scheduleOf({ sampling: 'confirm', trials: 12 }, false);
    expect([0, 1, 2, 3].map((at) => confirmLevel(steps, at, 0.05))).toEqual(
      [0.1, 0.2, 0.3, 0.4].map((share) => expect.closeTo(share * 0.05, 12)),
    );
    expect(confirmLevel([], 0, 0.05)).toBe(0);
    const held = many(3, null).map((_, at) =>
      cellOf(`${at}`, [batchOf(1, true, '11', '11'), batchOf(2, true, '11', '11')]),
    );
    expect(compareRows(held, gateSettings({ sampling: 'confirm' })).level).toBeCloseTo(1 - 0.2 * 0.05, 12);
  });

  it('asks two steps of it: every case, then those that differ', () => {
    const informed = scheduleOf({ sampling: 'adaptive', trials: 12 }, false, true);
    expect(informed.map(({ goOn }) => goOn)).toEqual([1, 0.5, 0.2, 0]);
  });
});

describe('who is asked more', () => {
  const names = (cells: readonly Cell[], round = 1) => [...pickToppedUp(cells, round)].map((cell) => cell.case);
  const scored = (name: string, old: number, now: number, more: Partial<Cell> = {}) =>
    cellOf(name, [asked([reply(old)], [reply(now)])], more);
  const steady = (count: number) => many(count, null).map((_, at) => scored(`s${at}`, 1, 1));

  it('is who differs in a mark or lacks a side, and of those that differ in grades a quarter of the row', () => {
    const marked = fixedCells([
      ['1', '0'],
      ['1', 'x'],
      ['1', '1'],
    ]);
    expect(names(marked)).toEqual(['c0', 'c1']);
    const graded = [scored('a', 0.9, 0.5), scored('b', 0.9, 0.1), scored('c', 0.2, 0.8)];
    expect(names([...graded, scored('d', 0.5, 0.6)])).toEqual(['b']);
    expect(names([...graded, ...steady(2)])).toEqual(['b', 'c']);
    expect(names([...graded, ...steady(6)])).toEqual(['b', 'c', 'a']);
    expect(names([scored('x', 1, 0), scored('a', 0, 1), ...steady(2)])).toEqual(['a']);
    expect(names([scored('same', 1, 0, { identical: true })])).toEqual([]);
  });

  it('is told row by row', () => {
    const rows = [scored('a', 1, 0), scored('b', 1, 0), scored('c', 1, 0, { row: 'n' })];
    expect(names(rows)).toEqual(['a', 'c']);
  });

  it('is no one again; who had more because of grades takes a place, as it was then', () => {
    const toppedUp = (name: string, old: Outcome, now: Outcome) =>
      cellOf(name, [asked([old], [now]), asked([says('1')], [says('0', false)], { round: 2, uniform: false })]);
    const fresh = scored('fresh', 1, 0);
    expect(names([toppedUp('graded', reply(1), reply(0)), fresh, ...steady(2)], 2)).toEqual([]);
    expect(names([toppedUp('marked', says('1'), says('0', false)), fresh, ...steady(2)], 2)).toEqual(['fresh']);
    expect(names([toppedUp('graded', reply(1), reply(0)), fresh, ...steady(3)], 2)).toEqual(['fresh']);
    // Before its top-up it is asked as any other.
    expect(names([toppedUp('graded', reply(1), reply(0)), ...steady(3)], 1)).toEqual(['graded']);
  });

  it('is not the one whose later replies differ', () => {
    const later = cellOf('later', [batchOf(1, true, '1', '1'), batchOf(2, true, '1', '0')]);
    expect([names([later], 1), names([later], 2)]).toEqual([[], ['later']]);
    const wide = cellOf('wide', [asked([reply(0.5)], [reply(0)]), asked([reply(0)], [reply(1)], { round: 2 })]);
    expect(names([scored('a', 0.6, 0), wide, ...steady(2)], 1)).toEqual(['a']);
    expect(names([scored('a', 0.6, 0), wide, ...steady(2)], 2)).toEqual(['wide']);
  });
});

describe('old replies that were kept', () => {
  const kept = (round: number, before: string, after: string, uniform = true): Batch => ({
    ...batchOf(round, uniform, before, after),
    oldKept: true,
  });
  const fresh = (cells: readonly Cell[], more: Partial<GateSettings> = {}) =>
    compareRows(cells, gateSettings({ sampling: 'fixed', trials: 4, ...more })).needsFresh.map((one) => [
      one.row,
      one.case,
      one.round,
      one.uniform,
      one.trials,
    ]);

  it('are asked afresh of the case that broke, and of none where nothing did', () => {
    const broken = cellOf('a', [kept(1, '1111', '0000')]);
    const held = many(14, null).map((_, at) => cellOf(`${at}`, [kept(1, '1111', '1111')]));
    expect(fresh([broken, ...held], { tolerance: 0.2 })).toEqual([['m', 'a', 1, true, 4]]);
    expect(fresh(held)).toEqual([]);
    expect(fresh([cellOf('a', [batchOf(1, true, '1111', '0000')])])).toEqual([]);
    expect(fresh([broken, ...held], { tolerance: 0.2, cases: 'warn' })).toEqual([]);
  });

  it('are asked afresh of the whole row whose suite rejects, but of no case that both are asked alike', () => {
    const rows = (row: string, after: string) => [
      cellOf('a', [kept(1, '111111', after)], { row }),
      cellOf('b', [kept(1, '111111', '111111'), kept(2, '1', '1')], { row }),
      cellOf('same', [kept(1, '1', '1')], { row, identical: true }),
    ];
    const warn = { cases: 'warn', trials: 6 } as const;
    const whole = (row: string) => [
      [row, 'a', 1, true, 6],
      [row, 'b', 1, true, 6],
    ];
    expect(fresh(rows('m', '000000'), warn)).toEqual(whole('m'));
    expect(fresh([...rows('m', '000000'), ...rows('n', '111111')], { ...warn, tolerance: 0.3 })).toEqual(whole('m'));
    expect(fresh([...rows('m', '000000'), ...rows('n', '111111')], warn)).toEqual([...whole('m'), ...whole('n')]);
  });

  it('are asked afresh where a metric or the latency rejects', () => {
    const took = (latencyMs: number, tone: number) => reply(1, { passes: true, latencyMs, metrics: { tone } });
    const cells = (row: string, ms: number, tone: number) =>
      [1, 2].map((at) =>
        cellOf(`${at}`, [asked(many(4, took(100, 1)), many(4, took(ms, tone)), { oldKept: true })], { row }),
      );
    const metric = { metrics: { tone: { tolerance: 0.1 } } };
    expect(fresh(cells('m', 100, 0), metric)).toHaveLength(2);
    expect(fresh([...cells('m', 100, 0), ...cells('n', 100, 1)], metric)).toHaveLength(4);
    expect(fresh([...cells('m', 300, 1), ...cells('n', 100, 1)], { latencyLimit: 0.5 }).map(([row]) => row)).toEqual([
      'm',
      'm',
    ]);
    expect(fresh(cells('m', 300, 0), { latencyLimit: 3 })).toEqual([]);
  });
});
