import type { Provider } from '@pydantic/genai-prices';
import { type CostOf, costByPrice, type Price } from '../core/money/prices.ts';
import type { Usage } from '../core/reply.ts';

type Found = { readonly provider: Provider; readonly byName: boolean };

/** Any usage: a price is looked for by it before there is a reply. */
const little: Record<string, number> = { input_tokens: 1, output_tokens: 1 };

/**
 * The price list of a run: the config's prices, and for other models those of `@pydantic/genai-prices` at the
 * provider's endpoint. Where that endpoint is in no list (a gateway, an aggregator, this machine), a model that only its
 * vendor makes has the price of the vendor's list, and `listOf` says so; any other has no known price.
 * @param own by model, dollars per million tokens.
 * @param endpoints base URL by provider.
 * @param now milliseconds since 1970: prices change.
 */
export async function loadPriceList(
  own: Readonly<Record<string, Price>>,
  endpoints: ReadonlyMap<string, string>,
  now: number,
): Promise<CostOf> {
  const table = await import('@pydantic/genai-prices');
  const timestamp = new Date(now);
  // Searching the table takes longer than all else that is done about a reply; what it found serves all calls of the model.
  const found = new Map<string, Found | undefined>();
  const calculate = (tokens: Record<string, number>, model: string, at: object) => {
    try {
      return table.calcPrice(tokens, model, { ...at, timestamp });
    } catch {
      // The table refuses counts that contradict each other (more cached than read): then nobody knows.
      return null;
    }
  };
  /** The table tells vendors by the names of chat models: an embedding model of OpenAI has to be looked for at OpenAI. */
  const calculateByName = (name: string) =>
    calculate(little, name, name.startsWith('text-embedding-') ? { providerId: 'openai' } : {});
  const search = (provider: string, model: string): Found | undefined => {
    const providerApiUrl = endpoints.get(provider);
    if (providerApiUrl === undefined) return undefined;
    const price = calculate(little, model, { providerApiUrl });
    if (price !== null) return { provider: { ...price.provider, models: [price.model] }, byName: false };
    const name = bareName(model);
    const listed = isListed(providerApiUrl) ? null : calculateByName(name);
    if (listed === null || !isPricedByName(listed.provider.id, name, providerApiUrl)) return undefined;
    return { provider: { ...listed.provider, models: [listed.model] }, byName: true };
  };
  const find = (provider: string, model: string): Found | undefined => {
    const key = JSON.stringify([provider, model]);
    if (!found.has(key)) found.set(key, search(provider, model));
    return found.get(key);
  };
  /** The table knows the service, and not this model: a model of the same name elsewhere says nothing about it. */
  const isListed = (providerApiUrl: string) => table.findProvider({ providerApiUrl }) !== undefined;
  const costOf = (provider: string, model: string, usage: Usage) => {
    const price = Object.hasOwn(own, model) ? own[model] : undefined;
    if (price !== undefined) return costByPrice(usage, price);
    const tokens = tokensOf(usage);
    const entry = find(provider, model);
    if (tokens === undefined || entry === undefined) return undefined;
    return calculate(tokens, entry.byName ? bareName(model) : model, { provider: entry.provider })?.total_price;
  };
  const listOf = (provider: string, model: string) => {
    const entry = Object.hasOwn(own, model) ? undefined : find(provider, model);
    return entry?.byName === true ? entry.provider.name : undefined;
  };
  const models = new Map<string, boolean>();
  const knows = (model: string) => {
    const known = models.get(model) ?? calculateByName(bareName(model)) !== null;
    models.set(model, known);
    return known;
  };
  return Object.assign(costOf, { listOf, knows });
}

/** Gateways put the vendor before the name: `openai/gpt-5.6-luna`. */
function bareName(model: string): string {
  return model.slice(model.lastIndexOf('/') + 1);
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

/** Vendors whose own list tells a price, by their id in the price table. */
const vendors = new Set(['openai', 'anthropic', 'google', 'x-ai', 'mistral', 'deepseek', 'cohere']);

/** Weights that anyone may serve at any price, or for nothing: their maker's list says nothing about them. */
const open = /^(?:gpt-oss|gemma)/iu;

/** Families that run at their vendor alone: a service on this machine that has one passes it on. */
const closed = /^(?:gpt-|chatgpt-|o\d|text-embedding-|claude-|gemini-|grok-)/iu;

/**
 * Whether a model at an endpoint that no list knows has the price of its vendor's list. Behind a gateway a known name is
 * taken at its word; on this machine only that of a model which nobody can run there.
 */
function isPricedByName(vendor: string, model: string, endpoint: string): boolean {
  if (!vendors.has(vendor) || open.test(model)) return false;
  return !isLoopback(endpoint) || closed.test(model);
}

function isLoopback(endpoint: string): boolean {
  return URL.canParse(endpoint) && /^(?:localhost|127\.|\[::1\])/u.test(new URL(endpoint).hostname);
}
