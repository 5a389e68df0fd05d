import { baselineCall } from '../../core/baseline-call.ts';
import type { Breathe } from '../../core/breathe.ts';
import type { Design } from '../../core/design/design-review.ts';
import { forecastRounds } from '../../core/gate/forecast-rounds.ts';
import type { GateSettings } from '../../core/gate/settings.ts';
import { cellOf } from '../../core/run/cell-of.ts';
import type { Ask } from './answer-asking.ts';
import { callOfSide } from './call-of-side.ts';

/** Replies of the first round that earlier runs kept and that serve this one. Conversations are not counted. */
export async function countKept(
  design: Design,
  gate: GateSettings,
  { ask, notBefore, breathe }: { readonly ask: Ask; readonly notBefore: number | undefined; readonly breathe: Breathe },
): Promise<number> {
  let sum = 0;
  for (const { cells } of design.prompts) {
    const forecast = forecastRounds(
      cells.map((cell) => cellOf({ cell, trials: [] })),
      gate,
    );
    for (const [index, cell] of cells.entries()) {
      sum += keptOf(cell, forecast.cells[index]?.low ?? 0);
      await breathe();
    }
  }
  return sum;

  function keptOf(cell: Design['prompts'][number]['cells'][number], replies: number): number {
    if (cell.scenario !== undefined || cell.exam.golden.earlier !== undefined) return 0;
    const sides = (['old', 'new'] as const).filter(
      (side) => cell[side] !== undefined && !(cell.identical && side === 'old'),
    );
    const trials = replies / Math.max(1, sides.length);
    let kept = 0;
    for (const side of sides) {
      const request = cell[side];
      if (request === undefined) continue;
      for (let trial = 0; trial < trials; trial++) {
        const call = callOfSide({ cell, side, trial, fresh: false }, request, notBefore);
        const shared =
          call.baseline === undefined
            ? call
            : { ...baselineCall(call, call.baseline.copy), notBefore: call.baseline.notBefore };
        if (ask.isKept(call) || ask.isKept(shared)) kept++;
      }
    }
    return kept;
  }
}
