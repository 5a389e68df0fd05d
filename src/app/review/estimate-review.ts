import type { CheckKinds } from '../../core/check-kind.ts';
import type { Design } from '../../core/design/design-review.ts';
import { forecastRounds } from '../../core/gate/forecast-rounds.ts';
import type { GateSettings } from '../../core/gate/settings.ts';
import { type CostEstimate, estimateCost, isPriced } from '../../core/money/estimate-cost.ts';
import type { CostOf } from '../../core/money/prices.ts';
import { cellOf } from '../../core/run/cell-of.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { mostOfEdits } from './ask-as-base-had-it.ts';
import { questionsOfCell, type RequestsOfReply, requestsOfCell } from './requests-of-cell.ts';
import { requestsOfMeasuring } from './requests-of-measuring.ts';

/** What a review will take, before its first call: the first round alone, and from the shortest to the longest ladder. */
export type ReviewEstimate = { readonly first: CostEstimate; readonly low: CostEstimate; readonly high: CostEstimate };

/** Estimates replies, the questions their checks ask and what measuring the judge takes. Kept replies are not known yet: they only make it less. */
export function estimateReview(
  design: Design,
  gate: GateSettings,
  settings: Settings,
  kinds: CheckKinds,
  costOf: CostOf,
): ReviewEstimate {
  const planned = design.prompts.flatMap(({ cells }) => {
    const forecast = forecastRounds(
      cells.map((cell) => cellOf({ cell, trials: [] })),
      gate,
    );
    const byKey = new Map(forecast.cells.map((cell) => [JSON.stringify([cell.row, cell.case]), cell]));
    return cells.map((cell) => {
      const { low = 0, high = 0 } = byKey.get(JSON.stringify([cell.row, cell.exam.key])) ?? {};
      return { requests: requestsOfCell(cell, settings, kinds), replies: { low, high }, cell };
    });
  });
  const asked = timesOf(planned);
  // Asked once the rounds are over, if anything is left to ask it with: the first round does not need it.
  const later = [
    ...timesOf(planEdits(design, settings, kinds)),
    ...requestsOfMeasuring(planned, settings.judge?.votes ?? 1, kinds),
  ];
  const cost = (all: readonly Times[], of: 'low' | 'high') =>
    estimateCost(
      all.map((one) => ({ request: one.request, times: one[of] })),
      costOf,
    );
  return {
    first: cost(asked, 'low'),
    low: cost([...asked, ...later], 'low'),
    high: cost([...asked, ...later], 'high'),
  };
}

type Planned = {
  readonly requests: readonly RequestsOfReply[];
  readonly replies: { readonly low: number; readonly high: number };
};
type Times = { readonly request: RequestsOfReply['request']; readonly low: number; readonly high: number };

function timesOf(planned: readonly Planned[]): readonly Times[] {
  return planned.flatMap(({ requests, replies }) =>
    requests.map(({ request, perReply }) => ({
      request,
      low: replies.low * perReply.usual,
      high: replies.high * perReply.most,
    })),
  );
}

/** Edited cases as base had them: once, and again what falls. Of the same question the replies are there already. */
function planEdits({ prompts }: Design, settings: Settings, kinds: CheckKinds): readonly Planned[] {
  return prompts.flatMap(({ cells, edits = [] }) => {
    const known = new Set(cells.map(({ comparison }) => comparison));
    return edits.map((cell) => {
      const requestsOf = known.has(cell.comparison) ? questionsOfCell : requestsOfCell;
      return { requests: requestsOf(cell, settings, kinds), replies: { low: 2, high: 2 * mostOfEdits } };
    });
  });
}

/**
 * The estimate in one line for the log.
 * @param kept replies of the first round that earlier runs kept: they are not asked again.
 */
export function wordEstimate({ low, high }: ReviewEstimate, kept = 0): string {
  const calls = (estimate: CostEstimate) => String(Math.max(0, Math.round(estimate.calls) - kept));
  const tokens = Math.round((high.inputTokens + high.outputTokens) / 1000);
  const without = kept === 0 ? '' : ` (${kept} ${kept === 1 ? 'reply is' : 'replies are'} kept from before)`;
  return `To ask: ${span(calls(low), calls(high))} calls${without}, up to ${tokens}k tokens, ${wordDollars(low, high)}.`;
}

/** What is known of the price: of models without one nothing is known, and nothing is said to be little. */
function wordDollars(low: CostEstimate, high: CostEstimate): string {
  const dollars = (usd: number) => (usd < 0.01 ? '< $0.01' : `$${usd.toFixed(2)}`);
  const models = [...high.unpriced.keys()];
  const [first = ''] = models;
  const mend = `write it in the config: \`prices: { ${JSON.stringify(first)}: { input: 0.25, output: 2.00 } }\`, dollars per million tokens`;
  if (!isPriced(high)) return `price not known (no list has ${models.join(', ')} at this endpoint; ${mend})`;
  const lists = [...new Set(high.byName.values())].map((list) => `${list}'s`).join(' and ');
  const byName = lists === '' ? '' : ` by ${lists} list (your endpoint may bill differently)`;
  return `${span(dollars(low.usualUsd), dollars(high.usualUsd))}${byName}${first === '' ? '' : ` and the price of ${models.join(', ')}, which is not known (${mend})`}`;
}

function span(from: string, to: string): string {
  return from === to ? to : `${from}–${to}`;
}
