import { describe, expect, it } from 'vitest';
import { compareRows } from '../../../src/core/gate/compare-rows.ts';
import type { GateSettings } from '../../../src/core/gate/settings.ts';
import type { Batch, Cell, Missing, Outcome, Pair } from '../../../src/core/outcome.ts';
import { batchOf, cellOf, gateSettings } from '../../support/gate-cells.ts';

const fixed = (trials: number, more: Partial<GateSettings> = {}) =>
  gateSettings({ sampling: 'fixed', trials, ...more });
const compare = (cells: readonly Cell[], settings: GateSettings) => {
  const comparison = compareRows(cells, settings);
  return { ...comparison, row: comparison.rows[0], cases: comparison.rows[0]?.cases ?? [] };
};
const reply = (score: number, more: Partial<Outcome> = {}): Outcome => ({ score, marks: [], metrics: {}, ...more });
const lost: Missing = { missing: 'failed' };
const asked = (pairs: readonly Pair[], more: Partial<Batch> = {}): Batch => ({
  round: 1,
  uniform: true,
  oldKept: false,
  pairs,
  ...more,
});
/** Each of the old with each of the new, in turn. */
const paired = (old: readonly Pair['old'][], now: readonly Pair['new'][]) =>
  old.map((one, at): Pair => ({ old: one, new: now[at] ?? lost }));
const close = (value: number) => expect.closeTo(value, 9);

describe('two cases, one of which broke in four of four replies', () => {
  const cells = [
    cellOf('broken', [batchOf(1, true, '1111', '0000')]),
    cellOf('holds', [batchOf(1, true, '1111', '1111')], { weight: 3 }),
  ];
  const compared = () => compare(cells, fixed(4));
  const p = 1 / 70;

  it('have the mean, the p and the rejection of all labellings counted', () => {
    const comparison = compared();
    const test = { p: close(p), better: close(1), method: { kind: 'exact' }, alpha: close(0.05 - p) };
    expect(comparison).toMatchObject({ kind: 'both', pooled: null, rounds: 1, finished: true, level: 0.95 });
    expect(comparison.needsFresh).toEqual([]);
    expect(comparison.leaning).toBe(0.02);
    expect(comparison.row).toMatchObject({
      row: 'm',
      score: { old: 1, new: 0.75, delta: -0.25, p: close(p) },
      test,
      rejection: { round: 1, p: close(p), alpha: close(0.05 - p), delta: -0.25 },
      looks: [{ round: 1, alpha: 0.05, spent: close(2 * p), p: close(p) }],
      passRate: { old: 1, new: 0.75 },
      metrics: {},
      answered: null,
      missing: { old: { missing: 0, of: 8 }, new: { missing: 0, of: 8 } },
      cost: { old: null, new: null, increase: null },
      latency: { old: null, new: null, increase: null, test: null, rejection: null },
      repeats: 0,
      copies: [],
      history: null,
      worstCaseFails: false,
    });
    // 10 and 10/3 replies a side: n = 16/(1/4 + 9/4) = 6.4.
    const [shrink, spread] = [6.4 / 8.4, 2 / 8.4 ** 2];
    const variance = (2 / 7) * (2 / 4);
    const reach = 1.6448536 * Math.sqrt((shrink / 4) ** 2 * variance + spread);
    expect(comparison.row?.score.low).toBeCloseTo(-0.25 * shrink - reach, 6);
    expect(comparison.row?.score.high).toBeCloseTo(-0.25 * shrink + reach, 6);
  });

  it('are told each by their replies and their tests', () => {
    const tally = (passes: number) => ({ scores: Array(4).fill(passes / 4), passes, of: 4, missing: 0 });
    expect(compared().cases).toEqual([
      {
        case: 'broken',
        family: 'base',
        weight: 1,
        identical: false,
        canFall: true,
        old: tally(4),
        new: tally(0),
        delta: -1,
        p: close(p),
        better: close(1),
        method: { kind: 'exact' },
        confirmed: { round: 1, p: close(p), alpha: close(0.02), delta: -1 },
        falls: [],
        state: 'regressed',
      },
      {
        case: 'holds',
        family: 'base',
        weight: 3,
        identical: false,
        canFall: true,
        old: tally(4),
        new: tally(4),
        delta: 0,
        p: 1,
        better: close(1),
        method: { kind: 'exact' },
        confirmed: null,
        falls: [],
        state: 'same',
      },
    ]);
  });

  it('are improved the other way round', () => {
    const { cases, row } = compare([cellOf('mended', [batchOf(1, true, '0000', '1111')])], fixed(4));
    expect(cases).toMatchObject([{ state: 'improved', p: close(1), better: close(p), delta: 1, confirmed: null }]);
    expect(row).toMatchObject({ rejection: null, score: { delta: 1, p: close(1) } });
  });
});

describe('what is compared without a test', () => {
  it('is an added prompt, by its new side alone', () => {
    const added = cellOf(
      'a',
      [asked([{ old: { missing: 'absent' }, new: reply(0.5, { passes: true, costUsd: 2 }) }])],
      {
        newOnly: true,
      },
    );
    const { row, cases, ...comparison } = compare([added], fixed(1, { metrics: { tone: { tolerance: 0 } } }));
    expect(comparison).toMatchObject({ kind: 'new-only', pooled: null, finished: true, rounds: 1, needsFresh: [] });
    expect(row).toMatchObject({
      score: { old: null, new: 0.5, delta: null, low: null, high: null, p: null },
      test: null,
      rejection: null,
      looks: [],
      passRate: { old: null, new: 1 },
      answered: null,
      missing: { old: { missing: 0, of: 0 }, new: { missing: 0, of: 1 } },
      replies: { old: { of: 0 }, new: { of: 1 } },
      cost: { old: null, new: 2, increase: null },
      wouldSee: { case: false, drop: null, halvedBy: null },
      repeats: 0,
      history: null,
      worstCaseFails: false,
    });
    expect(cases).toMatchObject([{ state: 'same', p: null, better: null, method: null, delta: null, canFall: true }]);
  });

  it('is a case that both sides are asked alike: no p, no change, no fall', () => {
    const alike = cellOf('alike', [batchOf(1, true, '0', '0')], { identical: true });
    const { row, cases } = compare([alike, cellOf('b', [batchOf(1, true, '1', '1')])], fixed(1));
    expect(cases[0]).toMatchObject({
      delta: 0,
      p: null,
      better: null,
      method: null,
      state: 'failing',
      identical: true,
    });
    expect(row).toMatchObject({ score: { old: 0.5, new: 0.5, delta: 0 }, passRate: { old: 0.5, new: 0.5 } });
    const gone = cellOf('gone', [batchOf(1, true, 'x', 'x')], { identical: true });
    expect(compare([gone], fixed(1)).cases[0]).toMatchObject({ delta: null, state: 'unscored' });
  });

  it('is nothing at all where nothing was asked', () => {
    expect(compareRows([], fixed(1))).toMatchObject({ kind: 'both', rows: [], pooled: null, leaning: 0, rounds: 0 });
    const { row, cases, ...comparison } = compare([cellOf('a', [])], fixed(1));
    expect(comparison).toMatchObject({ rounds: 0, finished: false, leaning: 0 });
    expect(row).toMatchObject({ score: { old: null, new: null, p: null }, test: null, looks: [], answered: null });
    expect(cases).toMatchObject([{ state: 'unscored', delta: null, p: null, canFall: false }]);
  });

  it('is a round that is not whole', () => {
    const whole = [
      cellOf('a', [batchOf(1, true, '1', '0'), batchOf(2, false, '1', '1')]),
      cellOf('b', [batchOf(1, true, '1', '1')]),
    ];
    const { row, cases, ...comparison } = compare(whole, fixed(1));
    expect(comparison.rounds).toBe(1);
    expect(row).toMatchObject({
      score: { new: 0.5 },
      missing: { new: { missing: 0, of: 2 } },
      replies: { old: { of: 2 }, new: { of: 2 } },
      passRate: { new: 0.5 },
    });
    expect(cases[0]).toMatchObject({ new: { of: 1 }, delta: -1, p: 0.5, state: 'fell' });
  });
});

describe('rows that are compared together', () => {
  const row = (name: string, after: string) => [
    cellOf(`${name} 1`, [batchOf(1, true, '1111', after)], { row: name }),
    cellOf(`${name} 2`, [batchOf(1, true, '1111', '1111')], { row: name }),
  ];
  const settings = fixed(4, { cases: 'warn' });

  it('have a test over all of them, at half of what the cases leave', () => {
    const { rows, pooled, kind } = compareRows([...row('one', '0111'), ...row('two', '0000')], settings);
    // The broken case has 1/70 of .02: it is the only one testable. The statistic of both rows falls by 5 of 8: of the 8 · 70
    // labellings of the two cases that differ ½ · 1/70 falls so far.
    const spent = 1 / 70;
    const share = (0.05 - spent) / 2;
    expect(kind).toBe('both');
    expect(pooled).toMatchObject({
      p: close(1 / 140),
      delta: close(-5 / 16),
      test: { p: close(1 / 140), better: close(1), alpha: close(share) },
      rejection: { round: 1, p: close(1 / 140), alpha: close(share), delta: close(-5 / 16) },
      metrics: {},
    });
    expect(rows.map(({ row: id }) => id)).toEqual(['one', 'two']);
    expect(rows.map(({ test }) => test?.p)).toEqual([close(0.5), close(1 / 70)]);
    expect(rows.map(({ score }) => score.delta)).toEqual([-1 / 8, -1 / 2]);
    expect(rows.map(({ cases }) => cases.map((one) => one.case))).toEqual([
      ['one 1', 'one 2'],
      ['two 1', 'two 2'],
    ]);
    expect(rows.map(({ looks }) => looks.map(({ p }) => p))).toEqual([[close(0.5)], [close(1 / 70)]]);
    // What the pooled test can attain of its half, ½ · 1/70, is gone; the rest is split evenly.
    const own = (0.05 - spent - 1 / 140) / 2;
    expect(rows.map(({ test }) => test?.alpha)).toEqual([close(own), close(own)]);
    expect(rows.map(({ rejection }) => rejection?.p)).toEqual([undefined, close(1 / 70)]);
  });
});

describe('each row', () => {
  const took = (latencyMs: number, costUsd: number) => reply(1, { passes: true, latencyMs, costUsd });
  const one = (row: string, ms: number, cost: number, more: Partial<Cell> = {}) =>
    cellOf(`${row}`, [asked([{ old: took(ms, cost), new: took(2 * ms, cost) }])], { row, ...more });
  const cells = [
    one('one', 10, 1),
    one('two', 30, 3),
    cellOf('lossy', [batchOf(1, true, '1x', 'x0')], { row: 'two', family: 'added' }),
  ];

  it('has its own replies, costs and times, and what is missing of them', () => {
    const { rows } = compareRows(cells, fixed(1));
    expect(rows.map(({ missing, replies }) => [missing.old, missing.new, replies.old.of, replies.new.of])).toEqual([
      [{ missing: 0, of: 1 }, { missing: 0, of: 1 }, 1, 1],
      [{ missing: 1, of: 3 }, { missing: 1, of: 3 }, 2, 2],
    ]);
    expect(rows.map(({ cost, latency }) => [cost.old, latency.old])).toEqual([
      [1, 10],
      [3, 30],
    ]);
    expect(rows.map(({ passRate, answered }) => [passRate.new, answered?.old])).toEqual([
      [1, undefined],
      [1, close(2 / 3)],
    ]);
  });

  it('has its own latency held to the limit', () => {
    const slow = (row: string, factor: number) =>
      [1, 2].map((at) =>
        cellOf(`${at}`, [asked([1, 2, 3, 4].map((ms) => ({ old: took(ms, 1), new: took(ms * factor, 1) })))], { row }),
      );
    const { rows } = compareRows([...slow('one', 9), ...slow('two', 2)], fixed(4, { latencyLimit: 3 }));
    expect(rows.map(({ latency }) => [latency.increase, latency.rejection !== null])).toEqual([
      [8, true],
      [1, false],
    ]);
  });

  it('has the confidence of its bounds by the sampling, and the p of each look', () => {
    const held = [
      cellOf('a', [batchOf(1, true, '11', '10'), batchOf(2, true, '11', '10'), batchOf(3, true, '1111', '1111')]),
    ];
    const confirm = compare(held, gateSettings({ sampling: 'confirm', trials: 8 }));
    expect([confirm.level, confirm.rounds]).toEqual([close(1 - 0.7 * 0.05), 3]);
    expect(confirm.row?.looks.map(({ round, p }) => [round, p])).toEqual([
      [1, close(0.5)],
      [2, close(0.25)],
      [3, close(0.25)],
    ]);
    expect(compare([cellOf('a', [batchOf(1, true, '1', '1')])], gateSettings({ trials: 2 })).level).toBe(0.95);
  });

  it('has no change of the mean together where no uniform reply came', () => {
    const topped = (row: string) => cellOf('a', [batchOf(1, true, 'x', 'x'), batchOf(1, false, '1', '1')], { row });
    expect(compareRows([topped('one'), topped('two')], fixed(1)).pooled).toMatchObject({ delta: null, p: 1 });
  });

  it('would not pass at its worst by the rounds that were asked', () => {
    // At the last round's alpha it would block: it was not asked.
    const open = [
      ...Array.from({ length: 6 }, (_, at) => cellOf(`${at}`, [batchOf(1, true, '1', 'x')])),
      ...Array.from({ length: 6 }, (_, at) => cellOf(`w${at}`, [batchOf(1, true, '1', '1')])),
    ];
    expect(compare(open, gateSettings({ trials: 2, tolerance: 0.9 })).row?.worstCaseFails).toBe(false);
    expect(compare(open, fixed(1)).row?.worstCaseFails).toBe(true);
  });

  it('leans from a p that hangs on how many cases could', () => {
    const broken = (name: string) => cellOf(name, [batchOf(1, true, '1111', '0000')]);
    expect(compare(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(broken), fixed(4)).leaning).toBeCloseTo(0.1 / 7, 12);
    expect(compare([cellOf('a', [batchOf(1, true, '1', '0')])], fixed(1)).leaning).toBe(0);
  });

  it('tells of its cases whether they could fall, as far as they were asked', () => {
    const later = cellOf('a', [batchOf(1, true, '0', '0'), batchOf(2, true, '1', '1')]);
    expect(compare([later], fixed(1)).cases[0]?.canFall).toBe(false);
  });
});

describe('metrics', () => {
  const metric = (...values: readonly number[]) => values.map((tone) => reply(1, { passes: true, metrics: { tone } }));
  const dropped = (name: string, row = 'm', more: Partial<Cell> = {}) =>
    cellOf(name, [asked(paired(metric(1, 1, 1, 1), metric(0, 0, 0, 0)))], { row, ...more });

  it('that do not gate are tested at the whole alpha, for the reader', () => {
    const { row } = compare([dropped('a'), cellOf('b', [batchOf(1, true, '1111', '1111')])], fixed(4));
    expect(row?.metrics).toEqual({
      tone: {
        old: 1,
        new: 0,
        delta: -1,
        low: expect.any(Number),
        high: expect.any(Number),
        p: close(1 / 70),
        gated: false,
        test: { p: close(1 / 70), better: close(1), method: { kind: 'exact' }, alpha: 0.05 },
        rejection: null,
      },
    });
    const others = [dropped('added', 'm', { family: 'added' }), dropped('same', 'm', { identical: true })];
    const held = cellOf('b', [asked(paired(metric(1, 1, 1, 1), metric(1, 1, 1, 1)))]);
    expect(compare([held, ...others], fixed(4)).row?.metrics['tone']?.p).toBe(1);
  });

  it('that gate share the other half of alpha, each row and all together', () => {
    const settings = fixed(4, { metrics: { tone: { tolerance: 0.1 }, calm: { tolerance: 0 } } });
    const one = compare([dropped('a')], settings);
    expect(one.row?.metrics['tone']).toMatchObject({
      gated: true,
      p: close(1 / 70),
      test: { p: close(1 / 70), alpha: 0.0125 },
      rejection: null,
    });
    const only = compare([dropped('a')], fixed(4, { metrics: { tone: { tolerance: 0.1 } } }));
    expect(only.row?.metrics['tone']?.rejection).toEqual({ round: 1, p: close(1 / 70), alpha: 0.025, delta: -1 });
    expect(only.pooled).toBeNull();
    const two = compareRows([dropped('a'), dropped('b', 'n')], settings);
    expect(two.pooled?.metrics).toEqual({
      tone: { round: 1, p: close(1 / 4900), alpha: close(0.00625), delta: -1 },
    });
    expect(two.rows[1]?.metrics['tone']?.test?.alpha).toBeCloseTo((0.0125 - 1 / 4900) / 2, 12);
  });

  it('are read up to the last look', () => {
    const later = [
      asked(paired(metric(1), metric(1))),
      asked(paired(metric(1, 1, 1, 1), metric(0, 0, 0, 0)), { round: 2 }),
    ];
    const { row } = compare([cellOf('a', later)], fixed(1));
    expect(row?.metrics['tone']).toMatchObject({ new: 1, delta: 0, p: 1 });
    expect(compare([cellOf('a', [])], fixed(1, { metrics: { tone: { tolerance: 0 } } })).row?.metrics).toEqual({});
  });

  it('are those that any reply has, on either side, in order of their names', () => {
    const only = (old: Readonly<Record<string, number>>, now: Readonly<Record<string, number>>) =>
      cellOf('a', [asked([{ old: reply(1, { metrics: old }), new: reply(1, { metrics: now }) }])]);
    const { row } = compare([only({ tone: 1, b: 0.5 }, { a: 1, tone: 0.5 })], fixed(1));
    expect(Object.keys(row?.metrics ?? {})).toEqual(['a', 'b', 'tone']);
    expect(row?.metrics['a']).toMatchObject({ old: null, new: 1, delta: null, low: null, high: null, p: 1 });
    const added = cellOf('a', [asked([{ old: { missing: 'absent' }, new: reply(1, { metrics: { tone: 1 } }) }])], {
      newOnly: true,
    });
    expect(compare([added], fixed(1)).row?.metrics['tone']).toMatchObject({ test: null, p: null, new: 1, old: null });
  });
});

describe('what a reply takes and costs', () => {
  const priced = (latencyMs: number, costUsd?: number) =>
    reply(1, { passes: true, latencyMs, ...(costUsd === undefined ? {} : { costUsd }) });
  const slower = (name: string, factor: number, more: Partial<Cell> = {}) =>
    cellOf(
      name,
      [asked([100, 110, 120, 130].map((ms) => ({ old: priced(ms, 1), new: priced(ms * factor, 3) })))],
      more,
    );

  it('blocks where the median rose beyond its limit and beyond chance', () => {
    const at = (factor: number, latencyLimit: number) =>
      compare([slower('a', factor), slower('b', factor)], fixed(4, { latencyLimit })).row?.latency;
    const test = { p: close(1 / 4900), better: close(1), method: expect.anything(), alpha: 0.025 };
    expect(at(2, 0.5)).toMatchObject({ old: 115, new: 230, increase: 1, test: { ...test, alpha: 0.025 } });
    expect(at(2, 0.5)?.rejection).toMatchObject({ round: 1, alpha: 0.025, delta: close(-Math.log(2)) });
    expect([at(2, 1)?.rejection, at(2, 1.1)?.rejection, at(1, 0)?.rejection]).toEqual([null, null, null]);
    expect(compare([slower('a', 2)], fixed(4)).row?.latency).toEqual({
      old: 115,
      new: 230,
      increase: 1,
      test: null,
      rejection: null,
    });
  });

  it('has the median of the replies that were timed', () => {
    const untimed = reply(1, { passes: true });
    const median = (old: readonly Pair['old'][], now: readonly Pair['new'][]) =>
      compare([cellOf('a', [asked(paired(old, now))])], fixed(old.length)).row?.latency;
    expect(median([priced(10), untimed, priced(20)], [priced(30), lost, untimed])).toMatchObject({
      old: 15,
      new: 30,
      increase: 1,
    });
    expect(median([untimed], [priced(30)])).toMatchObject({ old: null, new: 30, increase: null });
    expect(median([priced(30)], [untimed])).toMatchObject({ old: 30, new: null, increase: null });
  });

  it('costs what the uniform replies of base’s cases cost', () => {
    const cost = (cells: readonly Cell[], rounds = 1) => {
      const settings = gateSettings({ trials: rounds === 1 ? 1 : 12 });
      const { old, new: now, increase } = compareRows(cells, settings).rows[0]?.cost ?? {};
      return { old, new: now, increase };
    };
    const one = (
      old: number | undefined,
      now: number | undefined,
      more: Partial<Batch> = {},
      cell: Partial<Cell> = {},
    ) => cellOf(`${old} ${now}`, [asked([{ old: priced(1, old), new: priced(1, now) }], more)], cell);
    expect(cost([one(1, 3), one(3, 3)])).toEqual({ old: 2, new: 3, increase: 0.5 });
    expect(cost([one(0, 3)])).toEqual({ old: 0, new: 3, increase: null });
    expect(cost([one(0, 0)])).toEqual({ old: 0, new: 0, increase: 0 });
    expect(cost([one(undefined, 3)])).toEqual({ old: null, new: 3, increase: null });
    expect(cost([one(3, undefined)])).toEqual({ old: 3, new: null, increase: null });
    expect(cost([one(1, 1), one(undefined, 9, {}, { family: 'added' })])).toEqual({ old: 1, new: 1, increase: 0 });
    const topUp = asked([{ old: priced(1), new: priced(1, 9) }], { uniform: false });
    const later = asked([{ old: priced(1), new: priced(1, 9) }], { round: 2 });
    const held = one(1, 1);
    expect(cost([{ ...held, batches: [...held.batches, topUp, later] }])).toEqual({ old: 1, new: 1, increase: 0 });
    const lossy = cellOf('lossy', [asked([{ old: lost, new: priced(1, 5) }])]);
    expect(cost([held, lossy])).toEqual({ old: 1, new: 3, increase: 2 });
  });
});

describe('replies that came', () => {
  it('are counted by what they lack', () => {
    const cut = (more: Partial<Outcome>) => reply(1, more);
    const pairs = paired(
      [cut({ empty: true }), cut({ empty: true, cut: 'limit' }), cut({ cut: 'limit' }), cut({ cut: 'limit' }), lost],
      [
        cut({ empty: true, cut: 'filter' }),
        cut({ cut: 'filter' }),
        { missing: 'unscored', cut: 'filter' },
        { missing: 'unscored', empty: true },
        { missing: 'absent', empty: true },
      ],
    );
    const { row } = compare([cellOf('a', [asked(pairs), asked(pairs, { round: 2 })])], fixed(5));
    expect(row?.replies).toEqual({
      old: { of: 4, empty: 2, atLimit: { empty: 1, partial: 2 }, byFilter: { empty: 0, partial: 0 } },
      new: { of: 4, empty: 2, atLimit: { empty: 0, partial: 0 }, byFilter: { empty: 1, partial: 2 } },
    });
  });

  it('are told as answered where some are missing: the p of what each side lost', () => {
    const { row } = compare([cellOf('a', [batchOf(1, true, '1111', '1xxx')])], fixed(4));
    // Of eight replies three are missing, all on one side of four: C(4,3)/C(8,3).
    expect(row?.answered).toEqual({ old: 1, new: 0.25, p: close(4 / 56) });
    expect(row).toMatchObject({ passRate: { old: 1, new: 1 }, score: { old: 1, new: 1, delta: 0 } });
    const both = compare([cellOf('a', [batchOf(1, true, '1x1', 'x11'), batchOf(2, true, 'xx', '11')])], fixed(3));
    expect(both.row?.answered).toEqual({ old: close(2 / 3), new: close(2 / 3), p: close(0.8) });
    const never = compare([cellOf('a', [batchOf(1, true, '11', 'xx')])], fixed(2)).row;
    expect(never).toMatchObject({
      score: { old: 1, new: null, delta: null, low: null, high: null },
      passRate: { old: 1, new: null },
      answered: { old: 1, new: 0, p: close(1 / 6) },
    });
  });

  it('of a side alone have the mean of base’s uniform ones by weight', () => {
    const { row } = compare(
      [
        cellOf('a', [batchOf(1, true, '10', 'xx')], { weight: 3 }),
        cellOf('b', [batchOf(1, true, '11', 'xx'), batchOf(1, false, '0', 'x'), batchOf(2, true, '0', 'x')]),
        cellOf('added', [batchOf(1, true, '00', 'xx')], { family: 'added' }),
      ],
      fixed(2),
    );
    expect(row).toMatchObject({ score: { old: 0.625, new: null }, passRate: { old: 0.625, new: null } });
  });
});

describe('a judged case that repeats itself', () => {
  const judged = (passes: boolean, said: string) =>
    reply(passes ? 1 : 0, { passes, marks: [passes], said, judged: true, exact: true });
  const held = (old: readonly Outcome[], now: readonly Outcome[], more: Partial<Cell> = {}) =>
    compare([cellOf('a', [asked(paired(old, now))], more)], fixed(2)).cases[0];
  const [yes, no] = [judged(true, 'yes'), judged(false, 'no')];

  it('is told by its passes, which no test weighs', () => {
    expect(held([yes, yes], [no, no])).toMatchObject({ delta: -1, state: 'fell', p: 1 });
    // Where its replies differ its passes are tested.
    expect(held([yes, judged(true, 'also')], [no, no])).toMatchObject({ delta: -1, p: close(1 / 6) });
    expect(held([no, no], [yes, yes])).toMatchObject({ delta: 0, state: 'same' });
    const three = [yes, yes, yes];
    expect(held(three, [no, no, no], { weight: 2 })).toMatchObject({ delta: -1, old: { of: 3 } });
  });

  it('is counted among those that repeat where all of them do, one of them five times', () => {
    const many = (count: number) => Array.from({ length: count }, () => yes);
    const cells = [cellOf('a', [asked(paired(many(5), many(5)))]), cellOf('b', [asked(paired(many(5), many(5)))])];
    expect(compare(cells, fixed(5)).row?.repeats).toBe(2);
    expect(compare([cellOf('a', [asked(paired(many(4), many(4)))])], fixed(4)).row?.repeats).toBe(0);
  });
});

describe('near copies', () => {
  const said = (words: string) => asked([{ old: reply(1, { said: words }), new: reply(0, { said: words }) }]);
  const near = (name: string, words: string, row = 'm') => cellOf(name, [said(words)], { near: 'n', row });

  it('are grouped under the first of each group, of their row, and count once', () => {
    const names = [near('a', 'x'), near('b', 'y'), near('c', 'x'), near('d', 'y'), near('e', 'x'), near('z', 'x', 'n')];
    const { rows } = compareRows([...names, cellOf('own', [said('x')])], fixed(1));
    expect(rows.map(({ copies }) => copies)).toEqual([
      [
        ['a', 'c', 'e'],
        ['b', 'd'],
      ],
      [],
    ]);
    // Of the seven in the first row four count.
    const pair = compare([near('a', 'x'), near('b', 'x'), cellOf('own', [batchOf(1, true, '1', '1')])], fixed(1));
    expect(pair.row).toMatchObject({ score: { new: 0.5 }, passRate: { old: 1, new: 1 }, copies: [['a', 'b']] });
    expect(pair.cases.map((one) => one.p)).toEqual([0.5, 0.5, 1]);
  });
});

describe('a case that was confirmed at several looks', () => {
  // Round 1 cannot confirm it; round 2 confirms it down by less than half, round 3 by half.
  it('is told by the first of them at which it gates', () => {
    const steady = (name: string) =>
      cellOf(name, [batchOf(1, true, '1', '1'), batchOf(3, true, '11', '11'), batchOf(4, true, '1111', '1111')]);
    const broken = cellOf('a', [
      batchOf(1, true, '1', '0'),
      batchOf(2, false, '11111', '00000'),
      batchOf(3, true, '11', '00'),
      batchOf(4, true, '1111', '0000'),
    ]);
    const { cases, rounds } = compare([broken, steady('b')], gateSettings({ cases: 'warn', tolerance: 0.9 }));
    expect(rounds).toBe(4);
    // ½ · 1/252 at .4 · (.5 · .05) less nothing spent before, of one testable case.
    expect(cases[0]?.confirmed).toEqual({ round: 2, p: close(1 / 504), alpha: close(0.01), delta: -1 });
  });
});
