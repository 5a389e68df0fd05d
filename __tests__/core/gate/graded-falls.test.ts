import { describe, expect, it } from 'vitest';
import { compareRows } from '../../../src/core/gate/compare-rows.ts';
import { decideVerdict } from '../../../src/core/gate/decide-verdict.ts';
import { planRound } from '../../../src/core/gate/replay-looks.ts';
import type { GateSettings } from '../../../src/core/gate/settings.ts';
import type { Cell, Outcome } from '../../../src/core/outcome.ts';
import { cellOf, gateSettings } from '../../support/gate-cells.ts';

/** A reply whose check holds, with a grade of ten that no mark tells. */
function graded(grade: number): Outcome {
  const value = (grade - 1) / 9;
  const judge = { check: 'polite', kind: 'judge', value } as const;
  return { score: (1 + value) / 2, passes: true, marks: [true], metrics: {}, graded: [judge] };
}

/** Cases whose grade is that of `grades`, asked as the gate plans. */
function ask(grades: readonly (readonly [number, number])[], settings: GateSettings): readonly Cell[] {
  let cells: readonly Cell[] = grades.map((_, i) => cellOf(`c${i}`, []));
  for (;;) {
    const next = planRound(cells, settings);
    if (next.kind === 'done') return cells;
    cells = cells.map((cell, i) => {
      const batch = next.batches.find((one) => one.case === cell.case);
      const [old = 9, now = 9] = grades[i] ?? [];
      const pairs = Array.from({ length: batch?.trials ?? 0 }, () => ({ old: graded(old), new: graded(now) }));
      const asked = { round: next.round, uniform: batch?.uniform ?? false, pairs, oldKept: false };
      return batch === undefined ? cell : { ...cell, batches: [...cell.batches, asked] };
    });
  }
}

const steady = [9, 9] as const;

function judge(grades: readonly (readonly [number, number])[], settings = gateSettings()) {
  const comparison = compareRows(ask(grades, settings), settings);
  return { cases: comparison.rows[0]?.cases ?? [], ...decideVerdict(comparison, settings) };
}

describe('a graded check without a pass mark', () => {
  it('breaks its case where it falls by half its scale, while two others rise', () => {
    const { verdict, cases, rows } = judge([[9, 1], [1, 9], [1, 9], ...Array.from({ length: 17 }, () => steady)]);
    expect(verdict).toBe('regressed');
    expect(cases.filter(({ state }) => state === 'regressed').map((one) => one.case)).toEqual(['c0']);
    expect(rows[0]?.reasons).toMatchObject([{ kind: 'case', case: 'c0', fall: { check: 'polite', new: 0 } }]);
  });

  it('breaks nothing where it falls by less', () => {
    const { cases } = judge([[9, 5], ...Array.from({ length: 19 }, () => steady)]);
    expect(cases.map(({ state }) => state)).not.toContain('regressed');
  });

  it('whose judge is doubted shows the fall and blocks nothing by it', () => {
    const grades = [[9, 1], [1, 9], [1, 9], ...Array.from({ length: 17 }, () => steady)] as const;
    const { verdict, cases } = judge(grades, gateSettings({ doubted: ['judge'] }));
    expect(verdict).toBe('pass');
    expect(cases[0]?.state).toBe('fell');
    expect(cases[0]?.falls).toMatchObject([{ check: 'polite', p: null, confirmed: null }]);
  });

  it('that strays by less than half its scale takes no power from other cases', () => {
    const settings = gateSettings();
    const [cell] = ask([[9, 6]], settings);
    const comparison = compareRows(cell === undefined ? [] : [cell], settings);
    expect(comparison.rows[0]?.cases[0]?.falls).toEqual([]);
  });
});
