import { expect, test } from 'vitest';
import { pickToppedUp } from '../../../src/core/gate/pick-topped-up.ts';
import { planRound } from '../../../src/core/gate/replay-looks.ts';
import type { Cell, Outcome } from '../../../src/core/outcome.ts';
import { batchOf, cellOf, gateSettings } from '../../support/gate-cells.ts';

const graded = (score: number): Outcome => ({ score, marks: [], metrics: {} });
/** A case that was graded once a side. */
const gradedCell = (name: string, old: number, now: number, changed: Partial<Cell> = {}) =>
  cellOf(name, [{ round: 1, uniform: true, oldKept: false, pairs: [{ old: graded(old), new: graded(now) }] }], changed);
const topUp = (cell: Cell): Cell => ({
  ...cell,
  batches: [...cell.batches, { round: 2, uniform: false, oldKept: false, pairs: [{ old: graded(0), new: graded(1) }] }],
});
const picked = (cells: readonly Cell[], round = 2) => [...pickToppedUp(cells, round)].map((cell) => cell.case);

const noisy = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'].map((name, i) =>
  gradedCell(name, 0.2, 0.6 + i / 40),
);

test('asks more of the most uncertain cases that only their grades tell apart, and of no more than a share of them', () => {
  expect(picked(noisy)).toEqual(['l', 'k', 'j']);
  const asked = noisy.map((cell) => ('jkl'.includes(cell.case) ? topUp(cell) : cell));
  expect(picked(asked)).toEqual([]);
  expect(planRound(asked, gateSettings())).not.toMatchObject({ round: 2 });
});

test('picks the same cases whichever side was graded lower', () => {
  const swapped = noisy.map((cell, i) => {
    const score = 0.6 + i / 40;
    return i % 2 === 0 ? gradedCell(cell.case, score, 0.2) : cell;
  });
  expect(picked(swapped)).toEqual(picked(noisy));
});

test('asks more of every case in which a pass differs, however many there are', () => {
  const flips = ['x', 'y', 'z', 'w', 'v'].map((name) => cellOf(name, [batchOf(1, true, '1', '0')]));
  expect(picked(flips)).toHaveLength(5);
  expect(picked([...flips, ...noisy])).toEqual(['x', 'y', 'z', 'w', 'v', 'l', 'k', 'j', 'i', 'h']);
});

test('holds each model to its own share', () => {
  const other = noisy.map(({ case: name, ...cell }) => ({ ...cell, case: name, row: 'other' }));
  expect(picked([...noisy, ...other])).toHaveLength(6);
});
