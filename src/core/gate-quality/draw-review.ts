import { compareRows } from '../gate/compare-rows.ts';
import type { Comparison } from '../gate/comparison.ts';
import { decideVerdict } from '../gate/decide-verdict.ts';
import { planRound } from '../gate/plan-round.ts';
import type { GateSettings } from '../gate/settings.ts';
import type { Cell, Outcome } from '../outcome.ts';
import { type Random, randomBelow } from '../statistics/random.ts';
import type { Verdict } from '../verdict.ts';
import { type KeptCase, outcomeOfKept } from './kept-case.ts';

/** What becomes of a reply of the new side. */
export type Change = (outcome: Outcome, kept: KeptCase) => Outcome;

export type DrawnReview = { readonly verdict: Verdict; readonly comparison: Comparison };

/** A review through the gate itself, both sides of which are drawn from the same kept replies. */
export function drawReview(
  kept: readonly KeptCase[],
  settings: GateSettings,
  random: Random,
  change: Change = (outcome) => outcome,
): DrawnReview {
  const known = new Map(kept.map((one) => [keyOf(one), one]));
  let cells = kept.map(
    ({ row, case: name, weight }): Cell => ({
      row,
      case: name,
      weight,
      family: 'base',
      identical: false,
      batches: [],
    }),
  );
  for (;;) {
    const next = planRound(cells, settings);
    if (next.kind === 'done') break;
    const planned = new Map(next.batches.map((batch) => [keyOf(batch), batch]));
    cells = cells.map((cell) => {
      const [batch, own] = [planned.get(keyOf(cell)), known.get(keyOf(cell))];
      if (batch === undefined || own === undefined) return cell;
      const draw = () => outcomeOfKept(own.scores[randomBelow(random, own.scores.length)] ?? 0, own.passes);
      const pairs = Array.from({ length: batch.trials }, () => ({ old: draw(), new: change(draw(), own) }));
      const asked = { round: next.round, uniform: batch.uniform, pairs, oldKept: false };
      return { ...cell, batches: [...cell.batches, asked] };
    });
  }
  const comparison = compareRows(cells, settings);
  return { comparison, verdict: decideVerdict(comparison, settings).verdict };
}

function keyOf({ row, case: name }: Pick<Cell, 'row' | 'case'>): string {
  return JSON.stringify([row, name]);
}
