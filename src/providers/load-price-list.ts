import type { Provider } from '@pydantic/genai-prices';
import { costByPrice } from '../core/money/cost-by-price.ts';
import type { CostOf, Price } from '../core/money/prices.ts';
import type { Usage } from '../core/reply.ts';

/**
 * The price list of a run: the config's prices, and for other models those of `@pydantic/genai-prices` at the
 * provider's endpoint. An endpoint or model that is not in the table has no known price: an aggregator may ask
 * anything. The table (0.5 MB) is loaded when this is called, unless all models run on this machine.
 * @param own by model, dollars per million tokens.
 * @param endpoints base URL by provider.
 * @param now milliseconds since 1970: prices change.
 */
export async function loadPriceList(
  own: Readonly<Record<string, Price>>,
  endpoints: ReadonlyMap<string, string>,
  now: number,
): Promise<CostOf> {
  // Plain http is spoken with this machine only, which no table lists.
  const listed = [...endpoints.values()].some((url) => !/^http:/iu.test(url));
  const table = listed ? await import('@pydantic/genai-prices') : undefined;
  const timestamp = new Date(now);
  // Searching the table takes longer than all else that is done about a reply; what it found serves all calls of the model.
  const found = new Map<string, Provider | undefined>();
  return (provider, model, usage) => {
    const price = Object.hasOwn(own, model) ? own[model] : undefined;
    if (price !== undefined) return costByPrice(usage, price);
    const providerApiUrl = endpoints.get(provider);
    const tokens = tokensOf(usage);
    if (table === undefined || providerApiUrl === undefined || tokens === undefined) return undefined;
    const key = JSON.stringify([provider, model]);
    const entry = found.get(key);
    if (entry === undefined && found.has(key)) return undefined;
    try {
      const price = table.calcPrice(tokens, model, {
        ...(entry === undefined ? { providerApiUrl } : { provider: entry }),
        timestamp,
      });
      if (entry === undefined)
        found.set(key, price === null ? undefined : { ...price.provider, models: [price.model] });
      return price?.total_price;
    } catch {
      // The table refuses counts that contradict each other (more cached than read): then nobody knows.
      return undefined;
    }
  };
}

/** Usage in the table's words. Reasoning tokens are part of the output there as here. */
function tokensOf({ inputTokens, outputTokens, cachedTokens }: Usage): Record<string, number> | undefined {
  if (inputTokens === undefined) return undefined;
  return {
    input_tokens: inputTokens,
    output_tokens: outputTokens ?? 0,
    ...(cachedTokens === undefined ? {} : { cache_read_tokens: Math.min(cachedTokens, inputTokens) }),
  };
}
