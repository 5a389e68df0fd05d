import type { AnyRequest } from '../call.ts';
import type { CostOf } from './prices.ts';
import { sizeOfRequest } from './size-of-request.ts';

/** What calls will cost before they are asked. Dollars are of the calls whose price is known only. */
export type CostEstimate = {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** With replies of usual length. */
  readonly usualUsd: number;
  /** With replies as long as they may be. */
  readonly mostUsd: number;
  /** Models without a known price, with how many of the calls are theirs. */
  readonly unpriced: ReadonlyMap<string, number>;
  /** Models whose price is that of a vendor's list, with its name: the endpoint may bill another sum. */
  readonly byName: ReadonlyMap<string, string>;
};

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
  const unpriced = new Map<string, number>();
  const byName = new Map<string, string>();
  for (const { request, times } of asked) {
    const size = sizeOfRequest(request);
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
      usualUsd += usual * times;
      mostUsd += most * times;
    }
  }
  return { calls, inputTokens, outputTokens, usualUsd, mostUsd, unpriced, byName };
}

/** Whether the price of any of the calls is known: of none, nothing can be said of dollars. */
export function isPriced({ calls, unpriced }: CostEstimate): boolean {
  const unknown = [...unpriced.values()].reduce((sum, count) => sum + count, 0);
  return unpriced.size === 0 || unknown < calls;
}
