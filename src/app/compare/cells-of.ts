import type { Cell, Missing } from '../../core/outcome.ts';
import type { PairedCase, PairedRow } from './pair-score-files.ts';

const absent: Missing = { missing: 'absent' };

/** Trials that both sides of a case have. */
export function pairsOf({ old, new: next }: PairedCase): number {
  return Math.min(old?.length ?? 0, next.length);
}

/** Cells of the cases that are in both files: each one uniform batch of as many pairs as both have. */
export function comparedCells({ id, cases }: PairedRow): readonly Cell[] {
  return cases.flatMap((one): readonly Cell[] => {
    const { old } = one;
    if (old === undefined) return [];
    const pairs = one.new.slice(0, pairsOf(one)).flatMap((trial, index) => {
      const partner = old[index];
      return partner === undefined ? [] : [{ old: partner.outcome, new: trial.outcome }];
    });
    return [cellOf(id, one, { pairs })];
  });
}

/** Cells of the cases that only the new file has: shown, not compared. */
export function freshCells({ id, cases }: PairedRow): readonly Cell[] {
  return cases.flatMap((one): readonly Cell[] => {
    if (one.old !== undefined) return [];
    const pairs = one.new.map(({ outcome }) => ({ old: absent, new: outcome }));
    return [{ ...cellOf(id, one, { pairs }), newOnly: true }];
  });
}

function cellOf(row: string, { id, weight }: PairedCase, { pairs }: Pick<Cell['batches'][number], 'pairs'>): Cell {
  const batch = { round: 1, uniform: true, pairs, oldKept: false };
  return { row, case: id, weight, family: 'base', identical: false, batches: [batch] };
}
