import type { Usage } from '../reply.ts';
import type { Price } from './prices.ts';

/**
 * Dollars of tokens at a price. Reasoning tokens are part of the output and cost like it.
 * `undefined` where the service did not count what costs something.
 */
export function costByPrice(usage: Usage, price: Price): number | undefined {
  const { inputTokens, outputTokens } = usage;
  if (inputTokens === undefined && price.input > 0) return undefined;
  if (outputTokens === undefined && price.output > 0) return undefined;
  const input = inputTokens ?? 0;
  const cached = Math.min(usage.cachedTokens ?? 0, input);
  const dollars =
    (input - cached) * price.input + cached * (price.cached ?? price.input) + (outputTokens ?? 0) * price.output;
  return dollars / 1_000_000;
}
