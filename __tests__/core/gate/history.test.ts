import { describe, expect, test } from 'vitest';
import { historyOf, isInformed, isSteady } from '../../../src/core/gate/cell-history.ts';
import { compareRows } from '../../../src/core/gate/compare-rows.ts';
import { planRound } from '../../../src/core/gate/replay-looks.ts';
import type { Cell } from '../../../src/core/outcome.ts';
import { batchOf, cellOf, gateSettings } from '../../support/gate-cells.ts';

const ones = (count: number) => Array.from({ length: count }, () => 1);
const steady = { replies: 20, variance: 0.0125 };
const shaky = { replies: 20, variance: 0.2 };

describe('what kept replies tell of a case', () => {
  test('is nothing while they are few', () => {
    expect(historyOf([])).toBeUndefined();
    expect(historyOf([ones(8)])).toBeUndefined();
    expect(historyOf([ones(9)])).toMatchObject({ replies: 9 });
  });

  test('is that it is steady where they never differed, and not where they did', () => {
    expect(isSteady({ history: historyOf([ones(9)]) })).toBe(true);
    expect(isSteady({ history: historyOf([[...ones(19), 0]]) })).toBe(false);
    expect(isSteady({ history: historyOf([[...ones(41), 0]]) })).toBe(true);
  });

  test('counts replies that were asked once of each of many prompts together', () => {
    expect(historyOf(Array.from({ length: 9 }, () => [1]))).toMatchObject({ replies: 9 });
    expect(isSteady({ history: historyOf([[1], [0], [1], [0], [1], [1], [1], [1], [1]]) })).toBe(false);
  });

  test('does not take for unsteady what one prompt always passed and another always failed', () => {
    const broken = historyOf([ones(6), [0, 0, 0, 0, 0, 0]]);
    expect(isSteady({ history: broken })).toBe(true);
    expect(broken).toEqual(historyOf([[0, 0, 0, 0, 0, 0], ones(6)]));
  });
});

describe('a review with history', () => {
  const fell = cellOf('fell', [batchOf(1, true, '111111', '110010')]);
  const flaky = ['a', 'b', 'c', 'd'].map((name, i) =>
    cellOf(name, [batchOf(1, true, '101010', i < 2 ? '110110' : '100010')]),
  );
  const cells = [fell, ...flaky];
  const told = (history: (cell: Cell) => Cell['history']) =>
    compareRows(
      cells.map((cell) => {
        const known = history(cell);
        return known === undefined ? cell : { ...cell, history: known };
      }),
      gateSettings({ sampling: 'fixed' }),
    ).rows[0];
  const plain = () => told(() => undefined);

  test('weighs the fall of a steady case more than that of cases that always flipped', () => {
    const known = told((cell) => (cell.case === 'fell' ? steady : shaky));
    expect(known?.test?.p).toBeLessThan(plain()?.test?.p ?? 0);
    expect(known?.history).toEqual({ cases: 5, steady: 1, of: 5, replies: 100 });
  });

  test('is judged as one without where all cases are known to be alike', () => {
    for (const all of [steady, shaky]) expect(told(() => all)?.test).toEqual(plain()?.test);
    expect(plain()?.history).toBeNull();
  });

  test('ends sooner only where most cases of each model are known', () => {
    const informed = (count: number) =>
      isInformed(cells.map((cell, i) => (i < count ? { ...cell, history: shaky } : cell)));
    expect([informed(0), informed(2), informed(3)]).toEqual([false, false, true]);
    const other = cells.map((cell) => ({ ...cell, row: 'other' }));
    expect(isInformed([...cells.map((cell) => ({ ...cell, history: shaky })), ...other])).toBe(false);
  });

  test('does not ask the last round of what leans no further than one review in five', () => {
    const round3 = [
      cellOf('x', [batchOf(1, true, '1', '0'), batchOf(2, false, '11111', '11110'), batchOf(3, true, '11', '11')]),
      ...['s1', 's2', 's3'].map((name) => cellOf(name, [batchOf(1, true, '1', '1'), batchOf(3, true, '11', '11')])),
    ];
    const p = compareRows(round3, gateSettings()).rows[0]?.test?.p ?? 0;
    expect([p > 0.2, p <= 0.3]).toEqual([true, true]);
    expect(planRound(round3, gateSettings())).toMatchObject({ kind: 'ask', round: 4 });
    const known = round3.map((cell) => ({ ...cell, history: steady }));
    expect(planRound(known, gateSettings())).toEqual({ kind: 'done', why: 'steady' });
  });
});
