import { describe, expect, test } from 'vitest';
import { compareRows } from '../../../src/core/gate/compare-rows.ts';
import { decideVerdict } from '../../../src/core/gate/decide-verdict.ts';
import { forecastRounds } from '../../../src/core/gate/forecast-rounds.ts';
import { planRound } from '../../../src/core/gate/replay-looks.ts';
import { scheduleOf } from '../../../src/core/gate/schedule.ts';
import type { Cell } from '../../../src/core/outcome.ts';
import { batchOf, cellOf, fixedCells, gateSettings } from '../../support/gate-cells.ts';

const settings = gateSettings();
const steady = (count: number, changed: Partial<Cell> = {}) =>
  Array.from({ length: count }, (_, i) => cellOf(`s${i}`, [batchOf(1, true, '1', '1')], changed));
const planned = (cells: readonly Cell[], changed = settings) => {
  const next = planRound(cells, changed);
  return next.kind === 'done' ? next.why : next.batches.map((one) => [one.case, one.trials, one.uniform, next.round]);
};

describe('the ladder', () => {
  const noisy = cellOf('n', [batchOf(1, true, '1', '0'), batchOf(2, false, '11011', '10111')]);

  test('asks everyone two more in round 3, then five of those that disagree only now', () => {
    const cells = [noisy, ...steady(2)];
    expect(planned(cells)).toEqual([
      ['n', 2, true, 3],
      ['s0', 2, true, 3],
      ['s1', 2, true, 3],
    ]);
    const asked = cells.map((cell, i) => ({
      ...cell,
      batches: [...cell.batches, batchOf(3, true, '11', i === 1 ? '10' : '11')],
    }));
    expect(planned(asked)).toEqual([['s0', 5, false, 3]]);
    expect(compareRows(asked, settings)).toMatchObject({ rounds: 2, finished: false });
  });

  test('is not taken as whole while a case of a uniform round lacks its replies', () => {
    const half = [cellOf('n', [...noisy.batches, batchOf(3, true, '11', '11')]), ...steady(2)];
    expect(planned(half)).toEqual([
      ['s0', 2, true, 3],
      ['s1', 2, true, 3],
    ]);
    expect(compareRows(half, settings).rows[0]?.cases[0]?.new.of).toBe(6);
  });

  test('asks an identical case once, and never again', () => {
    const cells = [cellOf('same', [], { identical: true }), cellOf('n', [])];
    expect(planned(cells)).toEqual([
      ['same', 1, true, 1],
      ['n', 1, true, 1],
    ]);
    const identical = cellOf('same', [batchOf(1, true, '0', '0')], { identical: true });
    expect(planned([identical, noisy])).toEqual([['n', 2, true, 3]]);
    expect(forecastRounds(cells, settings)).toMatchObject({ first: 3, low: 3, high: 25 });
  });

  test('goes on while one case is nearly confirmed though the suite looks fine', () => {
    const worse = cellOf('w', [batchOf(1, true, '1', '0'), batchOf(2, false, '11111', '00000')]);
    const better = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) =>
      cellOf(name, [batchOf(1, true, '0', '1'), batchOf(2, false, '00000', '11111')]),
    );
    const next = planRound([worse, ...better, ...steady(5)], settings);
    expect(next).toMatchObject({ kind: 'ask', round: 3 });
  });

  test.each([
    [1, [[1, 0]]],
    [
      3,
      [
        [1, 0],
        [0, 2],
      ],
    ],
    [
      6,
      [
        [1, 0],
        [0, 5],
      ],
    ],
    [
      8,
      [
        [1, 0],
        [0, 5],
        [2, 5],
      ],
    ],
    [
      12,
      [
        [1, 0],
        [0, 5],
        [2, 5],
        [4, 0],
      ],
    ],
  ])('with at most %i trials ends at a whole round that may spend all of alpha', (trials, steps) => {
    const schedule = scheduleOf(gateSettings({ trials }), false);
    expect(schedule.map(({ uniform, topUp }) => [uniform, topUp])).toEqual(steps);
    expect(schedule.at(-1)).toMatchObject({ spend: 1, goOn: 0 });
  });

  test('never spends more than alpha over its looks', () => {
    const cells = Array.from({ length: 12 }, (_, i) =>
      cellOf(`c${i}`, [
        batchOf(1, true, i % 2 ? '1' : '0', i % 3 ? '1' : '0'),
        batchOf(2, false, '11010', '10101'),
        batchOf(3, true, '10', '11'),
        batchOf(4, true, '1101', '0111'),
      ]),
    );
    const { rows } = compareRows(cells, settings);
    for (const look of rows[0]?.looks ?? []) expect(look.spent).toBeLessThanOrEqual(look.alpha + 1e-12);
    expect(rows[0]?.looks.length).toBeGreaterThan(1);
  });
});

describe('several rows', () => {
  const everywhere = (before: string, after: string, rows: readonly string[]) =>
    rows.flatMap((row) =>
      fixedCells(
        Array.from({ length: 6 }, () => [before, after] as const),
        { row },
      ),
    );
  const fixed = gateSettings({ sampling: 'fixed', trials: 5, cases: 'warn' });

  test('are regressed together by the pooled test where none is by itself', () => {
    const cells = ['a', 'b', 'c', 'd'].flatMap((row) =>
      fixedCells(
        [
          ['11111', '11110'],
          ['11111', '11110'],
          ['11111', '11101'],
          ['1111', '1111'],
        ],
        { row },
      ),
    );
    const verdict = decideVerdict(compareRows(cells, fixed), fixed);
    expect(verdict.verdict).toBe('regressed');
    expect(verdict.reasons).toMatchObject([{ kind: 'suite', row: null }]);
    expect(verdict.rows.map(({ pooledOnly }) => pooledOnly)).toEqual([true, true, true, true]);
  });

  test('advance together: one that is unsettled takes a steady one along, round by round', () => {
    const unsettled = ['1', '1', '1', '1'].map((mark, i) =>
      cellOf(
        `c${i}`,
        [batchOf(1, true, mark, i < 2 ? '0' : '1'), ...(i < 2 ? [batchOf(2, false, '11111', '11011')] : [])],
        {
          row: 'a',
        },
      ),
    );
    const next = planRound([...unsettled, ...steady(4, { row: 'b' })], settings);
    const rows = next.kind === 'ask' ? next.batches.map(({ row, trials }) => `${row} ${trials}`) : [];
    expect([next.kind === 'ask' && next.round, new Set(rows), rows.length]).toEqual([3, new Set(['a 2', 'b 2']), 8]);
  });

  test('leave the rows that hold out of it where one row is regressed by itself', () => {
    const cells = [...everywhere('1111111', '0000000', ['a']), ...everywhere('1111111', '1111111', ['b'])];
    const { rows } = decideVerdict(compareRows(cells, fixed), fixed);
    expect(rows.map(({ row, verdict }) => [row, verdict])).toEqual([
      ['a', 'regressed'],
      ['b', 'pass'],
    ]);
  });
});

test('added cases neither drown a drop nor move the score, and are confirmed on their own', () => {
  const fixed = gateSettings({ sampling: 'fixed', trials: 6 });
  const base = fixedCells(Array.from({ length: 8 }, () => ['111111', '111110'] as const));
  const added = Array.from({ length: 40 }, (_, i) =>
    cellOf(`a${i}`, [batchOf(1, true, '111111', '111111')], { family: 'added' }),
  );
  const broken = cellOf('broken', [batchOf(1, true, '111111', '000000')], { family: 'added' });
  const without = compareRows(base, fixed).rows[0]?.score;
  const row = compareRows([...base, ...added, broken], fixed).rows[0];
  expect(row?.score.delta).toBeCloseTo(without?.delta ?? 0, 12);
  expect(row?.score.p).toBeCloseTo(without?.p ?? 0, 12);
  expect(row?.cases.filter(({ state }) => state === 'regressed').map((one) => one.case)).toEqual(['broken']);
});

test('an added prompt is asked once through and held to `min-score` alone', () => {
  const cell = cellOf('c', [], { newOnly: true, family: 'added' });
  const gated = gateSettings({ minScore: 0.7 });
  expect(planned([cell], gated)).toEqual([['c', 3, true, 1]]);
  const asked = { ...cell, batches: [batchOf(1, true, 'xxx', '100')] };
  const comparison = compareRows([asked], gated);
  expect(comparison).toMatchObject({ kind: 'new-only', rows: [{ score: { old: null, delta: null, p: null } }] });
  expect(decideVerdict(comparison, gated)).toMatchObject({
    verdict: 'regressed',
    rows: [{ reasons: [{ kind: 'min-score' }] }],
  });
  expect(decideVerdict(compareRows([asked], settings), settings).verdict).toBe('pass');
});

describe('old replies kept from another comparison', () => {
  const kept = fixedCells([
    ['111111', '000000'],
    ['111111', '111111'],
  ]).map((cell) => ({
    ...cell,
    batches: cell.batches.map((batch) => ({ ...batch, oldKept: true })),
  }));
  const fixed = gateSettings({ sampling: 'fixed', trials: 6 });
  const compared = () => compareRows(kept, fixed);

  test('never close the gate by themselves, and say what to ask afresh', () => {
    const comparison = compared();
    expect(comparison.needsFresh).toContainEqual({ row: 'm', case: 'c0', round: 1, uniform: true, trials: 6 });
    const { verdict, rows } = decideVerdict(comparison, fixed);
    expect(verdict).toBe('inconclusive');
    expect(rows[0]?.reasons).toContainEqual({ kind: 'kept-replies', row: 'm', refuted: false });
  });

  test('close it where the same replies asked afresh reject too, and are refuted where they do not', () => {
    const again = (old: string) =>
      compareRows(
        fixedCells([
          [old, '000000'],
          ['111111', '111111'],
        ]),
        fixed,
      );
    expect(decideVerdict(compared(), fixed, again('111111')).verdict).toBe('regressed');
    const refuted = decideVerdict(compared(), fixed, again('000000'));
    expect(refuted.verdict).toBe('pass');
    expect(refuted.reasons).toContainEqual({ kind: 'kept-replies', row: null, refuted: true });
  });
});

test.each(['adaptive', 'confirm', 'fixed'] as const)('the replies that %s says would tell do tell', (sampling) => {
  const blind = (trials: number) => {
    const cases = gateSettings({ sampling, trials });
    const batches = scheduleOf(cases, false).flatMap(({ round, uniform }) =>
      uniform === 0 ? [] : [batchOf(round, true, '1'.repeat(uniform), '1'.repeat(uniform))],
    );
    const cells = Array.from({ length: 4 }, (_, at) => cellOf(`c${at}`, batches));
    return compareRows(cells, cases).rows[0]?.wouldSee.blind;
  };
  const needed = blind(2)?.trialsNeeded ?? 0;
  expect(needed).toBeGreaterThan(2);
  expect(blind(needed)).toBeUndefined();
  expect(blind(needed - 1)).toBeDefined();
});

describe('`confirm`', () => {
  const confirm = gateSettings({ sampling: 'confirm' });
  const cells = (count: number) => fixedCells(Array.from({ length: count }, () => ['11', '11'] as const));

  test('asks on until its bound rules out the margin', () => {
    expect(planRound(cells(5), confirm)).toMatchObject({ kind: 'ask', round: 2 });
    expect(planRound(cells(60), confirm)).toEqual({ kind: 'done', why: 'proven' });
  });

  test('is inconclusive where neither could be proven', () => {
    const ended = gateSettings({ sampling: 'confirm', trials: 2 });
    const verdict = decideVerdict(compareRows(cells(5), ended), ended);
    expect(verdict.verdict).toBe('inconclusive');
    expect(verdict.rows[0]?.reasons.map(({ kind }) => kind)).toContain('unproven');
  });
});

test('weights that are all nothing, no cells and lost rounds are judged without a fault', () => {
  expect(planRound([], settings)).toEqual({ kind: 'done', why: 'nothing' });
  expect(compareRows([], settings).rows).toEqual([]);
  const weightless = fixedCells(
    [
      ['1', '0'],
      ['1', '1'],
    ],
    { weight: 0 },
  );
  expect(compareRows(weightless, settings).rows[0]?.score.delta).toBeNull();
  const lost = fixedCells([
    ['x', 'x'],
    ['x', 'x'],
  ]);
  const verdict = decideVerdict(compareRows(lost, settings), settings);
  expect(verdict.verdict).toBe('invalid');
  expect(JSON.parse(JSON.stringify(compareRows(lost, settings)))).toEqual(compareRows(lost, settings));
});
