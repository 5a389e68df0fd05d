import type { Batch, Cell, Missing, Pair } from '../../core/outcome.ts';
import type { PairedCase, PairedRow } from './pair-score-files.ts';

const absent: Missing = { missing: 'absent' };

/** Trials that both sides of a case have. */
export function pairsOf({ old, new: next }: PairedCase): number {
  return Math.min(old?.length ?? 0, next.length);
}

/**
 * Cells of the cases that are in both files: one batch of as many pairs as both have, and one of those that were asked of
 * this case alone.
 */
export function comparedCells({ id, cases }: PairedRow): readonly Cell[] {
  return cases.flatMap((one): readonly Cell[] => {
    const { old } = one;
    if (old === undefined) return [];
    const pairs = one.new.slice(0, pairsOf(one)).flatMap((trial, index) => {
      const partner = old[index];
      const topUp = partner?.topUp === true || trial.topUp === true;
      return partner === undefined ? [] : [{ topUp, pair: { old: partner.outcome, new: trial.outcome } }];
    });
    const asked = (topUp: boolean) => pairs.flatMap((held) => (held.topUp === topUp ? [held.pair] : []));
    return [cellOf(id, one, asked(false), asked(true))];
  });
}

/** Cells of the cases that only the new file has: shown, not compared. */
export function freshCells({ id, cases }: PairedRow): readonly Cell[] {
  return cases.flatMap((one): readonly Cell[] => {
    if (one.old !== undefined) return [];
    const pairs = one.new.map(({ outcome }) => ({ old: absent, new: outcome }));
    return [{ ...cellOf(id, one, pairs), newOnly: true }];
  });
}

function cellOf(row: string, { id, weight }: PairedCase, pairs: readonly Pair[], topUps: readonly Pair[] = []): Cell {
  const batch = { round: 1, oldKept: false };
  const more: readonly Batch[] = topUps.length === 0 ? [] : [{ ...batch, uniform: false, pairs: topUps }];
  const batches: readonly Batch[] = [{ ...batch, uniform: true, pairs }, ...more];
  return { row, case: id, weight, family: 'base', identical: false, batches };
}
