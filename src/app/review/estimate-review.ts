import type { CheckKinds } from '../../core/check-kind.ts';
import type { Design } from '../../core/design/design-review.ts';
import { forecastRounds } from '../../core/gate/forecast-rounds.ts';
import {
  addEstimates,
  type CostEstimate,
  capEstimate,
  estimateCost,
  isPriced,
} from '../../core/money/estimate-cost.ts';
import type { CostOf } from '../../core/money/prices.ts';
import { cellOf } from '../../core/run/cell-of.ts';
import { ownBudgetOf } from '../../core/settings/override-settings.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { mostOfEdits } from './ask-as-base-had-it.ts';
import type { GateOf } from './gate-of.ts';
import { questionsOfCell, type RequestsOfReply, requestsOfCell, requestsOfMeasuring } from './requests-of-cell.ts';

/** What a review will take, before its first call: the first round alone, the shortest ladder, what reviews come to on the average, and the longest. */
export type ReviewEstimate = Readonly<Record<'first' | 'low' | 'usual' | 'high', CostEstimate>>;

/**
 * Estimates replies, the questions their checks ask and what measuring the judge takes. Kept replies are not known yet: they only
 * make it less. Of prompts with a budget of their own no more than that is expected, but for the first round.
 */
export function estimateReview(
  design: Design,
  gateOf: GateOf,
  settings: Settings,
  kinds: CheckKinds,
  costOf: CostOf,
): ReviewEstimate {
  const byBudget = Map.groupBy(design.prompts, ({ change }) => ownBudgetOf(change, settings)?.at);
  const parts = [...byBudget.values()].map((prompts) => {
    const part = estimatePart({ ...design, prompts }, gateOf, settings, kinds, costOf);
    const [first] = prompts;
    const budget = first === undefined ? undefined : ownBudgetOf(first.change, settings);
    if (budget === undefined) return part;
    const cap = (of: 'low' | 'usual' | 'high'): CostEstimate => capEstimate(part[of], budget);
    return { first: part.first, low: cap('low'), usual: cap('usual'), high: cap('high') };
  });
  const sum = (of: keyof ReviewEstimate): CostEstimate => addEstimates(parts.map((part) => part[of]));
  return { first: sum('first'), low: sum('low'), usual: sum('usual'), high: sum('high') };
}

function estimatePart(
  design: Design,
  gateOf: GateOf,
  settings: Settings,
  kinds: CheckKinds,
  costOf: CostOf,
): ReviewEstimate {
  const planned = design.prompts.flatMap(({ change, cells }) => {
    const forecast = forecastRounds(
      cells.map((cell) => cellOf({ cell, trials: [] })),
      gateOf(change),
    );
    const byKey = new Map(forecast.cells.map((cell) => [JSON.stringify([cell.row, cell.case]), cell]));
    return cells.map((cell) => {
      const { low = 0, usual = 0, high = 0 } = byKey.get(JSON.stringify([cell.row, cell.exam.key])) ?? {};
      return { requests: requestsOfCell(cell, settings, kinds), replies: { low, usual, high }, cell };
    });
  });
  const asked = timesOf(planned);
  // Asked once the rounds are over, if anything is left to ask it with: the first round does not need it.
  const later = [
    ...timesOf(planEdits(design, settings, kinds)),
    ...requestsOfMeasuring(planned, settings.judge?.votes ?? 1, kinds),
  ];
  const cost = (all: readonly Times[], of: 'low' | 'usual' | 'high') =>
    estimateCost(
      all.map((one) => ({ request: one.request, times: one[of] })),
      costOf,
    );
  return {
    first: cost(asked, 'low'),
    low: cost([...asked, ...later], 'low'),
    usual: cost([...asked, ...later], 'usual'),
    high: cost([...asked, ...later], 'high'),
  };
}

type Planned = {
  readonly requests: readonly RequestsOfReply[];
  readonly replies: { readonly low: number; readonly usual: number; readonly high: number };
};
type Times = {
  readonly request: RequestsOfReply['request'];
  readonly low: number;
  readonly usual: number;
  readonly high: number;
};

function timesOf(planned: readonly Planned[]): readonly Times[] {
  return planned.flatMap(({ requests, replies }) =>
    requests.map(({ request, perReply }) => ({
      request,
      low: replies.low * perReply.usual,
      usual: replies.usual * perReply.usual,
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
      return { requests: requestsOf(cell, settings, kinds), replies: { low: 2, usual: 2, high: 2 * mostOfEdits } };
    });
  });
}

/** What is forecast, in one line for the log. */
export function wordEstimate(estimate: ReviewEstimate, kept: KeptReplies = noneKept): string {
  const { high } = estimate;
  const count = kept.kept;
  const without = count === 0 ? '' : ` ${count} ${count === 1 ? 'reply is' : 'replies are'} kept from before.`;
  const prices = wordPrices([...high.unpriced.keys()], [...new Set(high.byName.values())], isPriced(high));
  return `${wordForecast(estimate, kept)}${without}${wordModels(estimate)}${prices}`;
}

/** Where several models are paid, what each is expected to cost and what it costs at worst: most calls, replies as long as they may be. */
function wordModels({ usual, high }: ReviewEstimate): string {
  if (high.models.size < 2) return '';
  const told = [...high.models].map(([model, { mostUsd }]) => {
    const expected = usual.models.get(model)?.usualUsd ?? 0;
    return `${model} ${showDollars(expected)}, at worst ${showDollars(mostUsd)}`;
  });
  return ` By model, judge and tool steps included: ${told.join('; ')}.`;
}

/**
 * Calls and dollars: "About 240 calls, $0.12; at most 1,440, $1.18."
 * @param kept replies of the first round that earlier runs kept, of all of it: they are not asked again, and where they are so
 * is as large a share of what usually follows
 */
export function wordForecast({ usual, high }: ReviewEstimate, { kept, of }: KeptReplies = noneKept): string {
  const left = ({ calls }: CostEstimate) =>
    Math.max(0, Math.round(calls === high.calls ? calls - kept : calls * (1 - kept / Math.max(1, of))));
  const dollars = (estimate: CostEstimate) =>
    showDollars(estimate.calls === 0 ? 0 : (estimate.usualUsd * left(estimate)) / estimate.calls);
  const calls = (estimate: CostEstimate) => left(estimate).toLocaleString('en');
  const sum = (estimate: CostEstimate) => (isPriced(high) ? `, ${dollars(estimate)}` : '');
  if (left(usual) === left(high)) return `${calls(high)} calls${sum(high)}.`;
  return `About ${calls(usual)} calls${sum(usual)}; at most ${calls(high)}${sum(high)}.`;
}

export type KeptReplies = { readonly kept: number; readonly of: number };

const noneKept: KeptReplies = { kept: 0, of: 0 };

function showDollars(usd: number): string {
  return usd > 0 && usd < 0.01 ? '< $0.01' : `$${usd.toFixed(2)}`;
}

/** What is known of the price: of models without one nothing is known, and nothing is said to be little. */
function wordPrices(models: readonly string[], lists: readonly string[], isKnown: boolean): string {
  const byName = lists.map((list) => `${list}'s`).join(' and ');
  const told = byName === '' ? '' : ` Prices are of ${byName} list; your endpoint may bill differently.`;
  const [first] = models;
  if (first === undefined) return told;
  const mend = `write it in the config: \`prices: { ${JSON.stringify(first)}: { input: 0.25, output: 2.00 } }\`, dollars per million tokens`;
  const names = models.join(', ');
  return isKnown
    ? `${told} Not counted: ${names}, whose price is not known (${mend}).`
    : ` The price is not known: no list has ${names} at this endpoint; ${mend}.`;
}
