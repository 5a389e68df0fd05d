import { describe, expect, it } from 'vitest';
import type { CellRun } from '../../../src/core/run/trial-run.ts';
import { compareSpending } from '../../../src/core/spending/compare-spending.ts';
import { type SpentRow, spendingOfPrompt } from '../../../src/core/spending/spending-of-prompt.ts';
import { costOfList, rowOn, type SpentReply, spentCell } from '../../support/spent-cells.ts';

const gate = { alpha: 0.05, tolerance: 0.02, margin: 0.1, cases: 'block', metrics: {} } as const;
const settings = { gate, segments: new Map(), cacheLeasts: new Map() };

const reply = (outputTokens: number): SpentReply => ({ inputTokens: 300, outputTokens, characters: 4 * outputTokens });

/** Twelve cases on a model whose new replies are `by` times as long, of case 0 `first` times. */
function cellsOn(model: string, by: number, first = by): readonly CellRun[] {
  return Array.from({ length: 12 }, (_, at) => {
    const long = 80 + 11 * at;
    return spentCell(rowOn(model), String(at), {
      pairs: [{ old: reply(long), new: reply(Math.round(long * (at === 0 ? first : by))) }],
    });
  });
}

function rowOf(model: string, cells: readonly CellRun[]): SpentRow {
  const context = { settings, costOf: costOfList, rows: 2, gain: 0 };
  return { cells, spending: compareSpending(rowOn(model), cells, context) };
}

describe('what a prompt costs over its models', () => {
  it('is the mean of their replies, each model alike, with a span and a chance of its own', () => {
    const rows = [rowOf('small', cellsOn('small', 2)), rowOf('large', cellsOn('large', 2))];
    const told = spendingOfPrompt(rows, gate.alpha);
    const [small, large] = rows.map(({ spending }) => spending);
    expect(told).toMatchObject({ models: 2, replies: { old: 24, new: 24 } });
    expect(told?.usd.new).toBeCloseTo(((small?.usd.new ?? 0) + (large?.usd.new ?? 0)) / 2, 12);
    expect(told?.usd.delta).toBeCloseTo((told?.usd.new ?? 0) - (told?.usd.old ?? 0), 12);
    expect(told?.usd.low).toBeLessThan(told?.usd.delta ?? 0);
    expect(told?.usd.high).toBeGreaterThan(told?.usd.delta ?? 0);
    expect(told?.usd.p).toBeLessThan(0.001);
    expect(told?.tokens.output).toEqual(small?.tokens.output);
  });

  it('keeps the models of a case together: two of each case are not twice the evidence', () => {
    const one = rowOf('small', cellsOn('small', 1, 5));
    const both = spendingOfPrompt([one, rowOf('small', cellsOn('small', 1, 5))], gate.alpha);
    expect([both?.usd.p, both?.usd.low, both?.usd.high]).toEqual([
      one.spending.usd.p,
      one.spending.usd.low,
      one.spending.usd.high,
    ]);
  });

  it('counts a trial that one model lost on none, and knows no sum where one price is not known', () => {
    const lost = cellsOn('large', 2).map((held, at): CellRun => {
      if (at > 0) return held;
      return { ...held, trials: held.trials.map((trial) => ({ ...trial, new: { ...trial.new, score: unscored } })) };
    });
    const told = spendingOfPrompt([rowOf('small', cellsOn('small', 2, 40)), rowOf('large', lost)], gate.alpha);
    // Without the case that grew forty times the span is that of replies twice as long.
    expect(told?.usd.high).toBeLessThan(0.003);
    const nobody = spendingOfPrompt([rowOf('small', cellsOn('small', 2)), rowOf('other', cellsOn('other', 2))], 0.05);
    expect(nobody?.usd).toEqual({ old: null, new: null, delta: null, low: null, high: null, p: null, cheaper: null });
    expect(nobody?.tokens.input).toEqual({ old: 300, new: 300 });
  });

  it('is nothing of one model, nor with one that was not asked before', () => {
    const cells = cellsOn('large', 2).map(
      (held): CellRun => ({
        ...held,
        trials: held.trials.map(({ old: _, ...trial }) => trial),
      }),
    );
    expect(spendingOfPrompt([rowOf('small', cellsOn('small', 2))], gate.alpha)).toBeUndefined();
    expect(spendingOfPrompt([rowOf('small', cellsOn('small', 2)), rowOf('large', cells)], 0.05)).toBeUndefined();
  });
});

const unscored = { kind: 'unscored', why: 'no judge', checks: [] } as const;
