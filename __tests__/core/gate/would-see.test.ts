import { describe, expect, it } from 'vitest';
import { compareRows } from '../../../src/core/gate/compare-rows.ts';
import { type Suite, smallestDrop } from '../../../src/core/gate/even-drop.ts';
import { scheduleOf } from '../../../src/core/gate/schedule.ts';
import type { GateSettings } from '../../../src/core/gate/settings.ts';
import type { Batch, Cell } from '../../../src/core/outcome.ts';
import { normalDensity, normalQuantile, normalShare } from '../../../src/core/statistics/normal.ts';
import { batchOf, cellOf, gateSettings } from '../../support/gate-cells.ts';
import { batch } from '../../support/gate-samples.ts';

const close = (value: number) => expect.closeTo(value, 5);

describe('the smallest even drop that is found', () => {
  const passes = (flaky: number, rate = 0.72): Suite => ({
    ways: [
      {
        kinds: [
          { share: 1 - flaky, rate: 1, weight: 1 },
          { share: flaky, rate, weight: 1 },
        ],
        share: 1,
      },
    ],
  });
  const graded = (variance: number): Suite => ({
    ways: [{ kinds: [{ share: 1, rate: 1, weight: 1 }], share: 1 }],
    graded: variance,
  });
  const kinds = (weight: number) => [
    { share: 0.7, rate: 1, weight },
    { share: 0.3, rate: 0.8, weight: 1 },
  ];
  const twoWays: Suite = {
    ways: [
      { kinds: kinds(1), share: 0.4 },
      { kinds: kinds(8), share: 0.09 },
    ],
  };
  const at = (
    suite: Suite,
    sampling: GateSettings['sampling'],
    trials: number,
    more: { readonly cases?: number; readonly alpha?: number; readonly tolerance?: number } = {},
  ) =>
    smallestDrop(suite, {
      cases: 50,
      alpha: 0.05,
      tolerance: 0.02,
      ...more,
      steps: scheduleOf({ sampling, trials }, false),
    });
  const few = { cases: 30, alpha: 0.025, tolerance: 0.1 };

  // As it always was: fitted to simulated reviews once (docs/calibration.md).
  it.each<[string, () => number, number]>([
    ['of passes over the whole ladder', () => at(passes(0.25), 'adaptive', 12), 0.064244],
    ['of passes over three rounds', () => at(passes(0.25), 'adaptive', 8), 0.086818],
    ['of passes over two rounds', () => at(passes(0.25), 'adaptive', 2), 0.188053],
    ['of passes at one look', () => at(passes(0.25), 'fixed', 5), 0.064616],
    ['of cases that often fail', () => at(passes(1, 0.4), 'adaptive', 12, few), 0.148545],
    ['of cases that often fail, at one look', () => at(passes(1, 0.4), 'fixed', 3, few), 0.202651],
    ['of cases that always pass', () => at(passes(0), 'adaptive', 12, { cases: 20 }), 0.069522],
    ['of grades', () => at(graded(0.02), 'adaptive', 12, { cases: 20 }), 0.060075],
    ['of grades that hardly differ', () => at(graded(0.0001), 'fixed', 4, { cases: 20, tolerance: 0.1 }), 0.105435],
    ['of grades that must be confirmed', () => at(graded(0.1), 'confirm', 12, { cases: 20 }), 0.087618],
    ['of two ways of weighing', () => at(twoWays, 'adaptive', 12, { cases: 40 }), 0.065249],
    ['of two ways of weighing, at one look', () => at(twoWays, 'fixed', 2, { cases: 40 }), 0.15869],
  ])('%s', (_, found, drop) => {
    expect(found()).toBeCloseTo(drop, 5);
  });

  it('is that of the normal distributions of test and mean, where a single look reads grades', () => {
    const [cases, trials, variance, tolerance] = [20, 4, 0.02, 0.02];
    const spread = Math.sqrt((2 * variance) / trials / cases);
    const limit = -normalQuantile(0.05 * 0.85);
    const finds = (drop: number) => {
      const from = limit - drop / spread;
      const step = (6 - from) / 4_000;
      let sum = 0;
      for (let z = from + step / 2; z < 6; z += step)
        sum += normalDensity(z) * step * normalShare(((drop - tolerance) / spread + 0.9 * z) / Math.sqrt(1 - 0.81));
      return sum;
    };
    const drop = at(graded(variance), 'fixed', trials, { cases, tolerance }) / (1 + 0.8 / cases);
    expect(finds(drop)).toBeCloseTo(0.8, 2);
    expect(at(graded(variance), 'fixed', trials, { cases, tolerance })).toBeCloseTo(0.059731, 5);
  });
});

describe('what a review would have seen', () => {
  const cells = (count: number, batches: readonly Batch[], more: Partial<Cell> = {}) =>
    Array.from({ length: count }, (_, at) => cellOf(`${more.row ?? ''}${more.family ?? ''}${at}`, batches, more));
  const pass = (trials: number) => [batchOf(1, true, '1'.repeat(trials), '1'.repeat(trials))];
  const sees = (asked: readonly Cell[], more: Partial<GateSettings> = {}) =>
    compareRows(asked, gateSettings({ sampling: 'fixed', trials: 4, ...more })).rows[0]?.wouldSee;
  const blind = (asked: readonly Cell[], more: Partial<GateSettings> = {}) => sees(asked, more)?.blind;

  it('is a case that breaks, where four of four replies would confirm it', () => {
    expect(sees(cells(60, pass(4)))).toMatchObject({ case: true, couldFall: { cases: 60, of: 60 } });
    expect(sees(cells(60, pass(4)))?.blind).toBeUndefined();
    // ¹⁄₂₀ is over two fifths of .05, and one of sixty cases moves the mean by less than the tolerance.
    expect(sees(cells(60, pass(3)), { trials: 3 })).toMatchObject({
      case: false,
      blind: { trials: 3, trialsNeeded: 4 },
    });
    expect(blind(cells(60, pass(1)), { trials: 1 })).toEqual({ trials: 1, trialsNeeded: 4 });
  });

  it('is a case that moves the mean by the tolerance, at what the suite is held to', () => {
    expect(blind(cells(50, pass(3)), { trials: 3 })).toBeUndefined();
    expect(blind(cells(51, pass(3)), { trials: 3 })).toEqual({ trials: 3, trialsNeeded: 4 });
    expect(blind(cells(20, pass(2)), { trials: 2 })).toEqual({ trials: 2, trialsNeeded: 3 });
    const heavy = [
      ...cells(20, pass(3)),
      ...cells(1, pass(3), { row: 'm', weight: 40 }).map((cell) => ({ ...cell, case: 'heavy' })),
    ];
    expect(blind(heavy, { trials: 3 })).toEqual({ trials: 3, trialsNeeded: 4 });
    expect(blind(heavy, { trials: 3, tolerance: 1 / 60 })).toBeUndefined();
  });

  it('is judged beside the others that could be told worse', () => {
    const flaky = (count: number) => cells(count, [batchOf(1, true, '1100', '1010')], { row: 'm' });
    const held = cells(4, pass(4), { row: 'm' }).map((cell) => ({ ...cell, case: `held ${cell.case}` }));
    // One more of those with 1/70 is one of two: .01 each. Five replies a side: 1/252.
    expect(blind([...held, ...flaky(1)])).toEqual({ trials: 4, trialsNeeded: 5 });
    expect(blind([...held, ...flaky(1)], { alpha: 0.08 })).toBeUndefined();
    const broken = cellOf('broken', [batchOf(1, true, '1111', '0000')]);
    expect(blind([...held, broken])).toBeUndefined();
    // Not confirmed under so little alpha, it is one of them.
    expect(blind([...held, broken], { alpha: 0.03 })).toEqual({ trials: 4, trialsNeeded: 5 });
    const added = { family: 'added' as const };
    expect(blind([...held, ...flaky(1).map((cell) => ({ ...cell, ...added }))])).toBeUndefined();
    expect(blind(cells(60, pass(4)), { alpha: 0.03 })).toEqual({ trials: 4, trialsNeeded: 5 });
  });

  it('is never a case where alpha is far too small', () => {
    const adaptive = { sampling: 'adaptive', trials: 12 } as const;
    // Batches of 1, 5, 2 and 4: ½ · ¹⁄₂₅₂ · ⅙ · ¹⁄₇₀ = 4.7e-6.
    expect(blind(cells(60, pass(1)), { ...adaptive, alpha: 1.1e-5 })).toEqual({ trials: 12, trialsNeeded: null });
    expect(blind(cells(60, pass(1)), { ...adaptive, alpha: 1.2e-5 })).toBeUndefined();
    expect(blind(cells(60, pass(4)), { alpha: 1e-9 })).toEqual({ trials: 4, trialsNeeded: 18 });
  });

  it('is judged by all rounds once they are over, and by those asked before', () => {
    const adaptive = { sampling: 'adaptive', trials: 12 } as const;
    expect(blind(cells(60, pass(1)), adaptive)).toBeUndefined();
    const open = [...cells(60, pass(1)), cellOf('differs', [batchOf(1, true, '1', '0')])];
    expect(blind(open, adaptive)).toEqual({ trials: 1, trialsNeeded: 5 });
    const confirm = { sampling: 'confirm', trials: 12 } as const;
    expect(blind(cells(4, pass(2)), confirm)).toEqual({ trials: 2, trialsNeeded: 4 });
  });

  it('is nothing of cases that could not fall, that both sides are asked alike, or that base does not have', () => {
    const fails = cellOf('fails', [batchOf(1, true, '0000', '1111')]);
    const same = cellOf('same', [batchOf(1, true, '1', '1')], { identical: true });
    expect(sees([fails])).toEqual({ case: false, drop: null, halvedBy: null, couldFall: { cases: 0, of: 1 } });
    expect(sees([same])).toEqual({ case: true, drop: null, halvedBy: null });
    expect(sees([fails, same, ...cells(3, pass(4)), ...cells(1, pass(4), { family: 'added' })])?.couldFall).toEqual({
      cases: 3,
      of: 4,
    });
    expect(sees([cellOf('a', []), cellOf('b', [])], { sampling: 'adaptive', trials: 12 })).toMatchObject({
      drop: null,
      halvedBy: null,
      couldFall: { cases: 2, of: 2 },
    });
  });

  const adaptive = { sampling: 'adaptive', trials: 12 } as const;
  const known = (variance: number) => ({ history: { replies: 20, variance } });
  const flaky = [batchOf(1, true, '1100', '1010')];
  const graded = [batch([0.9, 0.7, 0.8, 0.6], [0.9, 0.8, 0.7, 0.6], { graded: true })];
  const repeated = (cell: Cell): Cell => ({
    ...cell,
    batches: cell.batches.map((one) => ({
      ...one,
      pairs: one.pairs.map(({ old, new: now }) => ({ old: { ...old, said: 'a' }, new: { ...now, said: 'a' } })),
    })),
  });
  const named = (some: readonly Cell[], name: string) =>
    some.map((cell) => ({ ...cell, case: `${name} ${cell.case}` }));
  const mixed = (variance: number) => [
    ...cells(10, pass(1), known(0.01)),
    ...named(cells(10, pass(1), known(variance)), 'shaky'),
  ];
  const topped = cellOf('d', [batchOf(1, true, '1', '0'), batchOf(2, false, '11011', '01111')]);
  const differs = cellOf('d', [batchOf(1, true, '1', '0')]);

  // As it always was.
  it.each<[string, readonly Cell[], Partial<GateSettings>, number, readonly [number, number] | null]>([
    ['of steady cases', cells(20, pass(4)), {}, 0.086265, [23, 5]],
    ['of so many that half of it would be tolerated', cells(100, pass(4)), { tolerance: 0.06 }, 0.071675, null],
    ['of cases half of which flip', [...cells(10, pass(4)), ...named(cells(10, flaky), 'f')], {}, 0.181035, [45, 9]],
    ['of a ladder that is over', cells(20, pass(1)), adaptive, 0.074246, [23, 8]],
    ['of one that goes on', [...cells(20, pass(1)), differs], adaptive, 0.308628, [27, 2]],
    ['of one that has topped up', [...cells(20, pass(1)), topped], adaptive, 0.222192, [29, 2]],
    ['of one of two rows', [...cells(20, pass(4)), ...cells(5, pass(4), { row: 'n' })], {}, 0.125049, [22, 5]],
    ['of grades', cells(20, graded), {}, 0.053447, [35, 7]],
    ['of cases half of which are known to be steady', mixed(0.16), adaptive, 0.131061, [43, 15]],
    ['of cases half of which are known to be wild', mixed(0.25), adaptive, 0.143768, [46, 16]],
    ['of cases all known to be steady', cells(20, pass(1), known(0.01)), adaptive, 0.090612, [29, 10]],
    ['beside a metric', cells(20, pass(4)), { metrics: { tone: { tolerance: 0 } } }, 0.105942, [22, 5]],
    ['of cases that repeat themselves', cells(20, pass(5)).map(repeated), { trials: 5 }, 0.296436, [21, 2]],
  ])('has a drop: %s', (_, asked, more, drop, halvedBy) => {
    const found = sees(asked, more);
    expect(found?.drop).toEqual(close(drop));
    expect(found?.halvedBy && [found.halvedBy.moreCases, found.halvedBy.moreTrials]).toEqual(halvedBy);
  });
});
