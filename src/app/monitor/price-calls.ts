import { type CostOf, costByPrice, type Price } from '../../core/money/prices.ts';
import type { ListPrice } from '../../core/monitor/explain-cost.ts';
import type { Usage } from '../../core/reply.ts';
import { loggedService } from './count-call.ts';

/** Tokens of a short and of a long request: where both cost the same a token, all between them do. Vendors ask more beyond 200,000. */
const probes = [1_000, 100_000] as const;

/** Tokens of a request from which on it may have another price a token. */
export const longRequest = probes[1];

/**
 * The same prices, looked up once a model: the price list takes longer for a call than reading it does. Only requests that may
 * be long enough for another price are looked up one by one.
 */
export function priceCalls(costOf: CostOf): CostOf {
  const found = new Map<string, Map<string, Price | undefined>>();
  let kept = 0;
  const priceOf = (provider: string, model: string): Price | undefined => {
    const models = found.get(provider) ?? new Map<string, Price | undefined>();
    const price = models.get(model);
    if (price !== undefined || models.has(model)) return price;
    found.set(provider, models);
    const looked = lookUp(provider, model);
    // Names of models come out of the log: there is no end to them.
    if (kept < mostModels) models.set(model, looked);
    kept += 1;
    return looked;
  };
  const lookUp = (provider: string, model: string): Price | undefined => {
    const [short, long] = probes.map((tokens) => pricePer(costOf, provider, model, tokens));
    return short !== undefined && long !== undefined && isSame(short, long) ? short : undefined;
  };
  const priced = (provider: string, model: string, usage: Usage): number | undefined => {
    const isLong = (usage.inputTokens ?? 0) > probes[1];
    const price = isLong ? undefined : priceOf(provider, model);
    return price === undefined ? costOf(provider, model, usage) : costByPrice(usage, price);
  };
  return Object.assign(priced, costOf);
}

const mostModels = 1000;

/** Dollars by the price list, of a model whose tokens cost the same in every request but long ones; else why not. */
export function evenPrice(costOf: CostOf, model: string): Required<Price> | 'unknown' | 'uneven' {
  const [short, long] = probes.map((tokens) => pricePer(costOf, loggedService, model, tokens));
  if (short === undefined && long === undefined) return 'unknown';
  return short !== undefined && long !== undefined && isSame(short, long) ? short : 'uneven';
}

/** Dollars of a token by the price list, for requests of usual length. */
export function listPrice(costOf: CostOf): ListPrice {
  return (model) => {
    const price = pricePer(costOf, loggedService, model, probes[0]);
    const perToken = (dollars: number): number => dollars / 1_000_000;
    return price && { input: perToken(price.input), cached: perToken(price.cached), output: perToken(price.output) };
  };
}

type Prices = Required<Price>;

function pricePer(costOf: CostOf, provider: string, model: string, tokens: number): Prices | undefined {
  const perMillion = (usage: Usage): number => ((costOf(provider, model, usage) ?? Number.NaN) / tokens) * 1_000_000;
  const price = {
    input: perMillion({ inputTokens: tokens, outputTokens: 0 }),
    cached: perMillion({ inputTokens: tokens, cachedTokens: tokens, outputTokens: 0 }),
    output:
      perMillion({ inputTokens: tokens, outputTokens: tokens }) - perMillion({ inputTokens: tokens, outputTokens: 0 }),
  };
  return Number.isNaN(price.input + price.cached + price.output) ? undefined : price;
}

function isSame(one: Prices, other: Prices): boolean {
  return (['input', 'cached', 'output'] as const).every(
    (kind) => Math.abs(one[kind] - other[kind]) <= 1e-9 * one[kind],
  );
}
