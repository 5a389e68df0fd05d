import type { CheckKinds } from '../../core/check-kind.ts';
import type { Design } from '../../core/design/design-review.ts';
import { forecastRounds } from '../../core/gate/forecast-rounds.ts';
import type { GateSettings } from '../../core/gate/settings.ts';
import { type CostEstimate, estimateCost } from '../../core/money/estimate-cost.ts';
import type { CostOf } from '../../core/money/prices.ts';
import { cellOf } from '../../core/run/cell-of.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { requestsOfCell } from './requests-of-cell.ts';

/** What a review will take, before its first call: the first round alone, and from the shortest to the longest ladder. */
export type ReviewEstimate = { readonly first: CostEstimate; readonly low: CostEstimate; readonly high: CostEstimate };

/** Estimates replies and the questions their checks ask. Kept replies are not known yet: they only make it less. */
export function estimateReview(
  design: Design,
  gate: GateSettings,
  settings: Settings,
  kinds: CheckKinds,
  costOf: CostOf,
): ReviewEstimate {
  const asked = design.prompts.flatMap(({ cells }) => {
    const forecast = forecastRounds(
      cells.map((cell) => cellOf({ cell, trials: [] })),
      gate,
    );
    const byKey = new Map(forecast.cells.map((cell) => [JSON.stringify([cell.row, cell.case]), cell]));
    return cells.flatMap((cell) => {
      const { low = 0, high = 0 } = byKey.get(JSON.stringify([cell.row, cell.exam.key])) ?? {};
      return requestsOfCell(cell, settings, kinds).map(({ request, perReply }) => ({
        request,
        low: low * perReply.usual,
        high: high * perReply.most,
      }));
    });
  });
  const low = estimateCost(
    asked.map(({ request, low: times }) => ({ request, times })),
    costOf,
  );
  const high = estimateCost(
    asked.map(({ request, high: times }) => ({ request, times })),
    costOf,
  );
  return { first: low, low, high };
}

/** The estimate in one line for the log. */
export function wordEstimate({ first, high }: ReviewEstimate): string {
  const calls = (estimate: CostEstimate) => String(Math.round(estimate.calls));
  const dollars = (usd: number) => (usd < 0.01 ? '< $0.01' : `$${usd.toFixed(2)}`);
  const unknown = high.unpriced.size === 0 ? '' : `, the price of ${[...high.unpriced.keys()].join(', ')} not known`;
  const tokens = Math.round((high.inputTokens + high.outputTokens) / 1000);
  return `To ask: ${calls(first)}–${calls(high)} calls, up to ${tokens}k tokens, ${dollars(first.usualUsd)}–${dollars(high.usualUsd)}${unknown}.`;
}
