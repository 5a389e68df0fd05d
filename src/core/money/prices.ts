import type { AnyRequest } from '../call.ts';
import type { Answer, Usage } from '../reply.ts';
import { servedAs } from '../served-model.ts';

/** Dollars per million tokens. `cached`: input read from the service's cache; where absent it costs like other input. */
export type Price = { readonly input: number; readonly output: number; readonly cached?: number };

/** Dollars that tokens cost at a provider, or `undefined` where nobody knows: never 0 for that. */
export type CostOf = {
  (provider: string, model: string, usage: Usage): number | undefined;
  /**
   * Whose list the price is of, where it was taken by the model's name because the provider's endpoint is in no list: what
   * is billed there may be another sum. Absent: no price is taken so.
   */
  readonly listOf?: (provider: string, model: string) => string | undefined;
  /** Whether a name is that of a model, by the lists; of a deployment or a route nobody can know what should answer. */
  readonly knows?: (model: string) => boolean;
};

/**
 * Dollars of an answer: as billed where the service says so, else by the price list, of the model that answered where it is
 * another than the one that was asked for; `undefined` where unknown.
 */
export function costOfAnswer(
  request: Pick<AnyRequest, 'model'>,
  answer: Pick<Answer, 'usage' | 'billedUsd' | 'servedBy' | 'servedModel'>,
  costOf: CostOf,
): number | undefined {
  const { billedUsd, servedBy, servedModel, usage } = answer;
  const another = servedAs(request.model, servedModel, costOf.knows ?? (() => false)) === 'another';
  return billedUsd ?? costOf(servedBy, another ? servedModel : request.model, usage);
}

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
