import { describe, expect, it } from 'vitest';
import { compareRows } from '../../../src/core/gate/compare-rows.ts';
import { decideVerdict } from '../../../src/core/gate/decide-verdict.ts';
import type { Cell, Outcome } from '../../../src/core/outcome.ts';
import { cellOf, gateSettings } from '../../support/gate-cells.ts';

function reply(passes: boolean, said: string): Outcome {
  return { score: passes ? 1 : 0, passes, marks: [passes], metrics: {}, said };
}

/** A case that passes before and not any more, in the words of its trial. */
function fallen(name: string, trials: number, words = ''): Cell {
  const pairs = Array.from({ length: trials }, (_, at) => ({
    old: reply(true, `${words} yes ${at}`),
    new: reply(false, `${words} no ${at}`),
  }));
  return cellOf(name, [{ round: 1, uniform: true, pairs, oldKept: false }], { near: 'a' });
}

const settings = gateSettings({ sampling: 'fixed', trials: 2 });
const names = ['a', 'b', 'c', 'd', 'e'];

describe('near copies', () => {
  it('that repeat each other count as one, by name', () => {
    const comparison = compareRows(
      names.map((name) => fallen(name, 2)),
      settings,
    );
    expect(comparison.rows[0]?.copies).toEqual([names]);
    // Two replies a side of one case prove nothing; of five cases they would.
    expect(decideVerdict(comparison, settings).verdict).not.toBe('regressed');
    expect(comparison.rows[0]?.cases.map(({ state }) => state)).toEqual(names.map(() => 'fell'));
  });

  it('that got replies of their own count each', () => {
    const comparison = compareRows(
      names.map((name) => fallen(name, 2, name)),
      settings,
    );
    expect(comparison.rows[0]?.copies).toEqual([]);
    expect(decideVerdict(comparison, settings).verdict).toBe('regressed');
  });

  it('are all named where the one that they are is confirmed broken', () => {
    const long = gateSettings({ sampling: 'fixed', trials: 6 });
    const comparison = compareRows(
      names.map((name) => fallen(name, 6)),
      long,
    );
    expect(comparison.rows[0]?.cases.map(({ state }) => state)).toEqual(names.map(() => 'regressed'));
  });
});
