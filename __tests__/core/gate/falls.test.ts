import { describe, expect, it } from 'vitest';
import { historyOf, isInformed, isSteady, tellHistory } from '../../../src/core/gate/cell-history.ts';
import { diagnosedCase, fallsOf } from '../../../src/core/gate/compare-case.ts';
import type { CaseComparison, RowComparison } from '../../../src/core/gate/comparison.ts';
import { planDiagnosis } from '../../../src/core/gate/plan-diagnosis.ts';
import type { Batch, Cell, Outcome, Pair } from '../../../src/core/outcome.ts';
import type { Verdict } from '../../../src/core/verdict.ts';
import { comparedCase, comparedPrompt, comparedRow, fallOf, rejected } from '../../support/compared-rows.ts';
import { batchOf, cellOf } from '../../support/gate-cells.ts';

const reply = (score: number, grades: Readonly<Record<string, number>> = {}, more: Partial<Outcome> = {}): Outcome => ({
  score,
  marks: [],
  metrics: {},
  ...(Object.keys(grades).length === 0
    ? {}
    : { graded: Object.entries(grades).map(([check, value]) => ({ check, kind: 'judge', value })) }),
  ...more,
});
const asked = (pairs: readonly (readonly [Pair['old'], Pair['new']])[], more: Partial<Batch> = {}): Batch => ({
  round: 1,
  uniform: true,
  oldKept: false,
  pairs: pairs.map(([old, now]) => ({ old, new: now })),
  ...more,
});
const close = (value: number) => expect.closeTo(value, 9);

describe('what fell in a case', () => {
  const [pass, fail] = [{ passes: true }, { passes: false }];
  const falls = (old: Outcome, now: Outcome, tests: Parameters<typeof fallsOf>[2] = []) =>
    fallsOf(cellOf('a', [asked([[old, now]])]), 1, tests).map(({ check, delta }) => [check, delta]);

  it('is each graded check that is down by half or more, the deepest first', () => {
    const old = reply(1, { tone: 1, calm: 0.9, kind: 1 }, pass);
    expect(falls(old, reply(0.9, { tone: 0.5, calm: 0.1, kind: 0.6 }, pass))).toEqual([
      ['calm', close(-0.8)],
      ['tone', -0.5],
    ]);
    expect(falls(old, reply(0.9, { tone: 1, calm: 0.9, kind: 1 }, pass))).toEqual([]);
    expect(fallsOf(cellOf('a', [asked([[old, reply(0.9, { tone: 0.2, calm: 0.9, kind: 1 }, pass)]])]))).toEqual([
      { check: 'tone', old: 1, new: 0.2, delta: close(-0.8), p: null, confirmed: null },
    ]);
  });

  it('is the whole score where neither a check nor the passes tell', () => {
    const two = (score: number, more: Partial<Outcome>) => reply(score, { tone: 0.7, calm: 0.7 }, more);
    expect(falls(two(1, pass), two(0.5, pass))).toEqual([[null, -0.5]]);
    expect(falls(two(1, pass), two(0.6, pass))).toEqual([]);
    expect(falls(two(1, pass), two(0.5, fail))).toEqual([]);
    expect(falls(two(1, fail), two(0.5, pass))).toEqual([[null, -0.5]]);
    expect(falls(two(1, {}), two(0.5, {}))).toEqual([[null, -0.5]]);
    expect(falls(two(1, pass), reply(0.5, { tone: 0.1, calm: 0.7 }, pass))).toEqual([['tone', close(-0.6)]]);
  });

  it('is none of a single grade that is the score, nor where nothing is graded', () => {
    expect(falls(reply(1, { tone: 1 }), reply(0, { tone: 0 }))).toEqual([]);
    expect(falls(reply(1, { tone: 1 }, pass), reply(0, { tone: 0 }))).toEqual([['tone', -1]]);
    expect(falls(reply(1, {}, pass), reply(0, {}, pass))).toEqual([]);
    expect(falls(reply(1), reply(0, { tone: 0 }, pass))).toEqual([[null, -1]]);
  });

  it('comes with its test, a proven one first, however deep', () => {
    const old = reply(1, { tone: 1, calm: 1 }, pass);
    const now = reply(1, { tone: 0.7, calm: 0.2 }, pass);
    const tests = [
      { check: 'tone', p: 0.01, confirmed: rejected(-0.6) },
      { check: 'calm', p: 0.2, confirmed: null },
    ];
    expect(fallsOf(cellOf('a', [asked([[old, now]])]), 1, tests)).toEqual([
      { check: 'tone', old: 1, new: 0.7, delta: close(-0.3), p: 0.01, confirmed: rejected(-0.6) },
      { check: 'calm', old: 1, new: 0.2, delta: -0.8, p: 0.2, confirmed: null },
    ]);
  });

  it('is in order of proof before depth, in whatever order the checks come', () => {
    const names = ['a', 'b', 'c', 'd'] as const;
    const grades = (values: readonly number[]) => Object.fromEntries(names.map((name, at) => [name, values[at] ?? 0]));
    const tests = names.map((check) => ({
      check,
      p: 0.01,
      confirmed: check === 'b' || check === 'd' ? rejected(-0.5) : null,
    }));
    const order = (values: readonly number[]) =>
      fallsOf(
        cellOf('x', [asked([[reply(1, grades([1, 1, 1, 1]), pass), reply(1, grades(values), pass)]])]),
        1,
        tests,
      ).map(({ check }) => check);
    expect(order([0, 0.4, 0.2, 0.1])).toEqual(['d', 'b', 'a', 'c']);
    expect(order([0.3, 0, 0.1, 0.2])).toEqual(['b', 'd', 'c', 'a']);
  });

  it('is the mean of the replies up to a round, of each side by itself', () => {
    const grades = (tone: number) => reply(1, { tone, calm: 1 }, pass);
    const lost = { missing: 'failed' } as const;
    const batches = [
      asked([
        [grades(1), grades(0)],
        [lost, grades(0.6)],
        [grades(0.8), lost],
      ]),
      asked([[grades(0), grades(1)]], { round: 2 }),
    ];
    expect(fallsOf(cellOf('a', batches), 1)).toMatchObject([{ check: 'tone', old: 0.9, new: 0.3 }]);
    expect(fallsOf(cellOf('a', batches), 2)).toEqual([]);
    expect(fallsOf(cellOf('a', [asked([[grades(1), lost]])]))).toEqual([]);
    expect(fallsOf(cellOf('a', [asked([[lost, grades(0)]])]))).toEqual([]);
  });
});

describe('a case that was asked more once the verdict stood', () => {
  const found = comparedCase('a', { p: 0.2, delta: -1, state: 'fell', falls: [fallOf(-0.9, { p: 0.1 })] });
  const told = (batches: readonly Batch[], from: CaseComparison = found) =>
    diagnosedCase(from, cellOf('a', batches), 3);

  it('is told anew by all its replies, and keeps its tests', () => {
    expect(told([batchOf(1, true, '1', '0'), batchOf(2, false, '111', '011')])).toEqual({
      ...found,
      old: { scores: [1, 1, 1, 1], passes: 4, of: 4, missing: 0 },
      new: { scores: [0, 0, 1, 1], passes: 2, of: 4, missing: 0 },
      delta: -0.5,
      falls: [],
      state: 'fell',
      diagnosed: 3,
    });
    expect(told([batchOf(1, true, '1110', '0111')])).toMatchObject({ delta: 0, state: 'flaky' });
    expect(told([batchOf(1, true, '1', 'x')])).toMatchObject({ delta: null, state: 'unscored' });
    expect(told([batchOf(1, true, 'x', '1')])).toMatchObject({ delta: null, state: 'unscored' });
    expect(told([batchOf(1, true, '00', '11')])).toMatchObject({ delta: 1, state: 'same' });
  });

  it('by its passes, whatever its scores are', () => {
    const scored = (score: number, passes: boolean) => reply(score, {}, { passes });
    expect(told([asked([[scored(0.9, true), scored(0.6, false)]])])).toMatchObject({ delta: -1, state: 'fell' });
    expect(told([asked([[scored(0, true), scored(0, true)]])])).toMatchObject({ delta: 0, state: 'same' });
    expect(told([asked([[scored(0.5, false), scored(0.5, false)]])])).toMatchObject({ state: 'failing' });
    expect(told([asked([[scored(0.9, false), scored(0.1, true)]])])).toMatchObject({ delta: 1, state: 'same' });
  });

  it('by its scores where passes do not tell, and by its grades with the tests they had', () => {
    expect(
      told([
        asked([
          [reply(0.9), reply(0.4)],
          [reply(0.7), reply(0.2)],
        ]),
      ]),
    ).toMatchObject({ delta: close(-0.5), state: 'fell' });
    expect(told([asked([[reply(0.9, {}, { passes: true }), reply(0.8)]])])).toMatchObject({
      delta: close(-0.1),
      state: 'same',
    });
    const graded = (tone: number) => reply(1, { tone }, { passes: true });
    expect(told([asked([[graded(1), graded(0.4)]])]).falls).toEqual([
      { check: 'tone', old: 1, new: 0.4, delta: -0.6, p: 0.1, confirmed: null },
    ]);
  });
});

describe('who is asked more once the verdict stands', () => {
  const tally = (of: number, missing = 0) => ({ scores: [], passes: 0, of, missing });
  const fell = (name: string, delta: number | null, more: Partial<CaseComparison> = {}) =>
    comparedCase(name, { state: 'fell', delta, old: tally(1), new: tally(1), ...more });
  const judged = (
    rows: readonly Partial<RowComparison>[],
    verdict: Verdict = 'regressed',
    kind: 'both' | 'new-only' = 'both',
  ) => ({
    comparison: comparedPrompt(
      rows.map((row) => comparedRow(row)),
      { kind },
    ),
    verdict: { verdict, reasons: [], rows: [] },
  });
  const plan = (several: Parameters<typeof planDiagnosis>[0], limit = 10, trials = 12) =>
    planDiagnosis(several, { sampling: 'adaptive', trials }, limit).map((one) => [
      one.prompt,
      one.row,
      one.case,
      one.trials,
    ]);

  it('is who fell without proof in a regressed prompt, the deepest first, on all rows it fell on', () => {
    const rows = [
      { row: 'one', cases: [fell('a', -0.5), fell('b', -0.9), comparedCase('c')] },
      { row: 'two', cases: [fell('a', -1), comparedCase('b')] },
    ];
    expect(plan([judged(rows)])).toEqual([
      [0, 'one', 'a', 5],
      [0, 'two', 'a', 5],
      [0, 'one', 'b', 5],
    ]);
    expect(plan([judged(rows)], 1)).toHaveLength(2);
    expect(plan([judged(rows, 'inconclusive'), judged(rows, 'regressed', 'new-only')])).toEqual([]);
    expect(plan([judged([]), judged([{ cases: [fell('a', null), fell('b', -0.1)] }])])).toEqual([
      [1, 'm', 'b', 5],
      [1, 'm', 'a', 5],
    ]);
  });

  it('is asked no more than the sampling may, of what was asked on either side', () => {
    const trials = (old: readonly [number, number], now: readonly [number, number], most = 12) =>
      plan([judged([{ cases: [fell('a', -1, { old: tally(...old), new: tally(...now) })] }])], 10, most).map(
        (one) => one[3],
      );
    expect([trials([8, 0], [8, 0]), trials([6, 3], [8, 0]), trials([8, 0], [6, 4]), trials([12, 0], [12, 0])]).toEqual([
      [4],
      [3],
      [2],
      [],
    ]);
    expect(trials([1, 0], [1, 0], 3)).toEqual([2]);
  });

  it('is not who repeats itself', () => {
    const twice = { old: tally(2), new: tally(2) };
    const cases = [fell('a', -1, twice), fell('b', -1), fell('c', -1, { ...twice, old: tally(1) })];
    expect(plan([judged([{ repeats: 1, cases }])]).map((one) => one[2])).toEqual(['b', 'c']);
    expect(plan([judged([{ repeats: 0, cases }])]).map((one) => one[2])).toEqual(['a', 'b', 'c']);
  });
});

describe('what kept replies tell', () => {
  const history = (variance: number) => ({ replies: 20, variance });
  const known = (variance: number, more: Partial<Cell> = {}) =>
    cellOf('a', [], { history: history(variance), ...more });

  it('is a variance of one reply, a little too large', () => {
    // The four that were asked once are taken together: squares of ¾, ⅔ and 0 over 3 + 2 + 3 free ones.
    expect(historyOf([Array<number>(9).fill(1)])).toEqual({ replies: 9, variance: close(0.25 / 9) });
    const byRequest = [[1], [0], [1], [1], [1, 1, 0], [0.5, 0.5, 0.5, 0.5]];
    expect(historyOf(byRequest)).toEqual({ replies: 11, variance: close((0.75 + 2 / 3 + 0.25) / 9) });
    expect(historyOf([[1], [1, 1, 1, 1, 1, 1, 1, 1]])).toBeUndefined();
    expect(historyOf([[], [1, 1, 1, 1, 1, 1, 1, 1, 1]])).toEqual({ replies: 9, variance: close(0.25 / 9) });
  });

  it('is steady up to a variance of .03', () => {
    expect([isSteady(known(0.03)), isSteady(known(0.031)), isSteady(cellOf('a', []))]).toEqual([true, false, false]);
  });

  it('is counted over base’s cases that both sides are not asked alike', () => {
    const others = [known(0, { family: 'added' }), known(0, { identical: true })];
    expect(tellHistory([known(0.01), known(0.2), cellOf('b', []), ...others])).toEqual({
      cases: 2,
      steady: 1,
      of: 3,
      replies: 40,
    });
    expect(tellHistory([cellOf('b', []), ...others])).toBeNull();
    const half = [known(0.1), cellOf('b', [])];
    expect([isInformed(half), isInformed([...half, cellOf('c', [])]), isInformed([])]).toEqual([true, false, true]);
  });
});
