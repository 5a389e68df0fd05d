import type { AnyRequest } from '../call.ts';
import type { CostOf } from './prices.ts';
import { knownSize } from './size-of-request.ts';

/** What calls will cost before they are asked. Dollars are of the calls whose price is known only. */
export type CostEstimate = {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** With replies of usual length. */
  readonly usualUsd: number;
  /** With replies as long as they may be. */
  readonly mostUsd: number;
  /** What of it each model with a known price comes to. */
  readonly models: ReadonlyMap<string, ModelEstimate>;
  /** Models without a known price, with how many of the calls are theirs. */
  readonly unpriced: ReadonlyMap<string, number>;
  /** Models whose price is that of a vendor's list, with its name: the endpoint may bill another sum. */
  readonly byName: ReadonlyMap<string, string>;
};

export type ModelEstimate = Pick<CostEstimate, 'calls' | 'usualUsd' | 'mostUsd'>;

/** Estimates calls: each request with how many times it will be asked. */
export function estimateCost(
  asked: Iterable<{ readonly request: AnyRequest; readonly times: number }>,
  costOf: CostOf,
): CostEstimate {
  let calls = 0;
  let inputTokens = 0;
  let outputTokens = 0;
  let usualUsd = 0;
  let mostUsd = 0;
  const models = new Map<string, ModelEstimate>();
  const unpriced = new Map<string, number>();
  const byName = new Map<string, string>();
  for (const { request, times } of asked) {
    const size = knownSize(request);
    const { provider, model } = request;
    calls += times;
    inputTokens += size.input * times;
    outputTokens += size.usualOutput * times;
    const usual = costOf(provider, model, { inputTokens: size.input, outputTokens: size.usualOutput });
    const most = costOf(provider, model, { inputTokens: size.input, outputTokens: size.mostOutput });
    if (usual === undefined || most === undefined) unpriced.set(model, (unpriced.get(model) ?? 0) + times);
    else {
      const list = costOf.listOf?.(provider, model);
      if (list !== undefined) byName.set(model, list);
      addTo(models, model, { calls: times, usualUsd: usual * times, mostUsd: most * times });
      usualUsd += usual * times;
      mostUsd += most * times;
    }
  }
  return { calls, inputTokens, outputTokens, usualUsd, mostUsd, models, unpriced, byName };
}

/** What calls of several estimates cost together. */
export function addEstimates(all: readonly CostEstimate[]): CostEstimate {
  const [total, models, unpriced] = [{ ...nothing }, new Map<string, ModelEstimate>(), new Map<string, number>()];
  for (const one of all) {
    for (const key of amounts) total[key] += one[key];
    for (const [model, more] of one.models) addTo(models, model, more);
    for (const [model, calls] of one.unpriced) unpriced.set(model, (unpriced.get(model) ?? 0) + calls);
  }
  return { ...total, models, unpriced, byName: new Map(all.flatMap(({ byName }) => [...byName])) };
}

function addTo(models: Map<string, ModelEstimate>, model: string, more: ModelEstimate): void {
  const { calls, usualUsd, mostUsd } = models.get(model) ?? nothing;
  models.set(model, {
    calls: calls + more.calls,
    usualUsd: usualUsd + more.usualUsd,
    mostUsd: mostUsd + more.mostUsd,
  });
}

const amounts = ['calls', 'inputTokens', 'outputTokens', 'usualUsd', 'mostUsd'] as const;
const nothing = { calls: 0, inputTokens: 0, outputTokens: 0, usualUsd: 0, mostUsd: 0 };

/** What calls cost that stop at a budget: as large a share of each as it allows, at replies of usual length. */
export function capEstimate(
  estimate: CostEstimate,
  {
    calls = Number.POSITIVE_INFINITY,
    usd = Number.POSITIVE_INFINITY,
  }: { readonly calls?: number; readonly usd?: number },
): CostEstimate {
  const share = Math.min(1, calls / estimate.calls, estimate.usualUsd > 0 ? usd / estimate.usualUsd : 1);
  // Of nothing there is nothing to cap.
  if (!(share < 1)) return estimate;
  const { inputTokens, outputTokens } = estimate;
  const cap = (one: ModelEstimate): ModelEstimate => ({
    calls: one.calls * share,
    usualUsd: one.usualUsd * share,
    mostUsd: Math.min(one.mostUsd * share, usd),
  });
  return {
    ...cap(estimate),
    inputTokens: inputTokens * share,
    outputTokens: outputTokens * share,
    models: new Map([...estimate.models].map(([model, one]) => [model, cap(one)])),
    unpriced: new Map([...estimate.unpriced].map(([model, count]) => [model, count * share])),
    byName: estimate.byName,
  };
}

/** Whether the price of any of the calls is known: of none, nothing can be said of dollars. */
export function isPriced({ calls, unpriced }: CostEstimate): boolean {
  const unknown = [...unpriced.values()].reduce((sum, count) => sum + count, 0);
  return unpriced.size === 0 || unknown < calls;
}
