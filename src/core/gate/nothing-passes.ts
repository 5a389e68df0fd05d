import type { Comparison, RowComparison } from './comparison.ts';
import type { Reason } from './reason.ts';

/**
 * Why a row shows nothing: none of the cases that both sides were asked passes on the old side, so that none could break. Of an
 * added prompt: none passes at all.
 */
export function nothingPasses(row: RowComparison, kind: Comparison['kind']): readonly Reason[] {
  const side = kind === 'new-only' ? 'new' : 'old';
  const judged = row.cases.filter((one) => one[side].of > 0 && (side === 'new' || !one.identical));
  if (judged.length === 0 || judged.some((one) => one.canFall)) return [];
  return [{ kind: 'nothing-passes', row: row.row, side, cases: judged.length }];
}
