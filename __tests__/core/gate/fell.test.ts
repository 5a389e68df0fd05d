import { describe, expect, it } from 'vitest';
import { diagnosedCase } from '../../../src/core/gate/compare-case.ts';
import { compareRows } from '../../../src/core/gate/compare-rows.ts';
import { decideVerdict } from '../../../src/core/gate/decide-verdict.ts';
import { planDiagnosis } from '../../../src/core/gate/plan-diagnosis.ts';
import type { GateSettings } from '../../../src/core/gate/settings.ts';
import type { Cell, Missing, Outcome } from '../../../src/core/outcome.ts';
import { batch, cell, gateSettings, replies } from '../../support/gate-samples.ts';

const adaptive: Partial<GateSettings> = { sampling: 'adaptive', trials: 12 };
const judged = (cells: readonly Cell[], more: Partial<GateSettings> = adaptive) => {
  const settings = gateSettings(more);
  const comparison = compareRows(cells, settings);
  return { comparison, verdict: decideVerdict(comparison, settings) };
};
const stateOf = (one: Cell, more: Partial<GateSettings> = {}) =>
  judged([one], more).comparison.rows[0]?.cases[0]?.state;
const once = (id: string, before: number, after: number): Cell => cell(id, [batch([before], [after])]);

describe('a case that fell', () => {
  it('is one that is down by half or more and not proven by itself, flaky or steady, graded or not', () => {
    expect(stateOf(cell('a', [batch(replies(5, 5), replies(2, 5))]))).toBe('fell');
    expect(stateOf(cell('a', [batch([1], [0])]), { trials: 1 })).toBe('fell');
    expect(stateOf(cell('a', [batch([0.9, 0.8], [0.3, 0.2], { graded: true })]), { trials: 2 })).toBe('fell');
    expect(stateOf(cell('a', [batch(replies(5, 5), replies(3, 5))]))).toBe('same');
    expect(stateOf(cell('a', [batch(replies(4, 5), replies(2, 5))]))).toBe('flaky');
    expect(stateOf(cell('a', [batch(replies(5, 5), replies(0, 5))]))).toBe('regressed');
  });

  it('is a judged one whose replies repeat as well, though one judgement of each proves nothing', () => {
    const asked = cell('a', [batch(replies(6, 6), replies(0, 6))]);
    const repeated = (one: Outcome | Missing, said: string): Outcome | Missing =>
      'missing' in one ? one : { ...one, said, judged: true, exact: true };
    const batches = asked.batches.map((held) => ({
      ...held,
      pairs: held.pairs.map((pair) => ({ old: repeated(pair.old, 'as before'), new: repeated(pair.new, 'anew') })),
    }));
    expect(stateOf({ ...asked, batches })).toBe('fell');
  });

  it('changes no verdict: that rests on the tests alone', () => {
    const steady = Array.from({ length: 30 }, (_, at) => cell(`s-${at}`, [batch(replies(5, 5), replies(5, 5))]));
    const { comparison, verdict } = judged([...steady, cell('a', [batch(replies(4, 5), replies(1, 5))])], {});
    expect(comparison.rows[0]?.cases.find((one) => one.case === 'a')?.state).toBe('fell');
    expect(verdict.verdict).toBe('pass');
  });
});

describe('the round of diagnosis', () => {
  const suite = [
    ...Array.from({ length: 12 }, (_, at) => once(`holds-${at}`, 1, 1)),
    ...Array.from({ length: 8 }, (_, at) => once(`fell-${at}`, 1, 0)),
  ];

  it('is for the cases that fell without proof in a regressed prompt, five replies a side each', () => {
    const result = judged(suite);
    expect(result.verdict.verdict).toBe('regressed');
    const planned = planDiagnosis([result], gateSettings(adaptive), 10);
    expect(planned.map((one) => [one.case, one.trials])).toEqual(
      Array.from({ length: 8 }, (_, at) => [`fell-${at}`, 5]),
    );
  });

  it('is for no more cases than it is told, the same on all models, and for none where it is switched off', () => {
    const rows = ['one', 'two'].flatMap((row) => suite.map((one) => ({ ...one, row })));
    const plan = (limit: number) => planDiagnosis([judged(rows)], gateSettings(adaptive), limit);
    expect(plan(3).map(({ row, case: id }) => `${row} ${id}`)).toEqual(
      ['fell-0', 'fell-1', 'fell-2'].flatMap((id) => [`one ${id}`, `two ${id}`]),
    );
    expect(plan(0)).toEqual([]);
  });

  it('is not held for what is not regressed, and never asks a case more than the sampling may', () => {
    expect(planDiagnosis([judged([once('a', 1, 0), once('b', 1, 1)])], gateSettings(adaptive), 10)).toEqual([]);
    const short = planDiagnosis(
      [judged(suite, { ...adaptive, trials: 3 })],
      gateSettings({ ...adaptive, trials: 3 }),
      10,
    );
    expect(new Set(short.map(({ trials }) => trials))).toEqual(new Set([2]));
    expect(planDiagnosis([judged(suite, { trials: 1 })], gateSettings({ trials: 1 }), 10)).toEqual([]);
  });

  it('counts into what is told of a case, and takes back a fall that was chance, but no p and no proof', () => {
    const found = judged(suite).comparison.rows[0]?.cases.find((one) => one.case === 'fell-0');
    if (found === undefined) throw new Error('no such case');
    const asked = (after: number) =>
      diagnosedCase(
        found,
        cell('fell-0', [batch([1], [0]), batch(replies(5, 5), replies(after, 5), { round: 2, uniform: false })]),
        5,
      );
    expect(asked(0)).toMatchObject({ state: 'fell', delta: -1, old: { passes: 6, of: 6 }, new: { passes: 0, of: 6 } });
    expect(asked(5)).toMatchObject({ state: 'same', new: { passes: 5, of: 6 } });
    for (const after of [0, 5]) expect(asked(after)).toMatchObject({ p: found.p, confirmed: null, diagnosed: 5 });
  });
});
