import type { AnyRequest } from '../../core/call.ts';
import type { CostOf } from '../../core/money/prices.ts';
import { sizeOfRequest } from '../../core/money/size-of-request.ts';

/** Replies to see before what was seen says how long the next may be. */
const ENOUGH = 20;
const SHORTEST_GUESS = 1000;

/** The most dollars a call may cost, for what is reserved while it is under way. */
export class Ceilings {
  readonly #costOf: CostOf;
  readonly #seen = new Map<string, { longest: number; replies: number }>();

  constructor(costOf: CostOf) {
    this.#costOf = costOf;
  }

  /** Output tokens of a reply of `model`. */
  saw(model: string, outputTokens: number): void {
    const seen = this.#seen.get(model) ?? { longest: 0, replies: 0 };
    this.#seen.set(model, { longest: Math.max(seen.longest, outputTokens), replies: seen.replies + 1 });
  }

  /**
   * Dollars: as many output tokens as the request allows; where it sets no limit, twice the longest reply the model gave so far.
   * 0 where the price is unknown.
   */
  of(request: AnyRequest): number {
    const { provider, model } = request;
    // Most runs ask models without a price (or one for all): counting the tokens of each request would be for nothing.
    if (this.#costOf(provider, model, { inputTokens: 1, outputTokens: 1 }) === undefined) return 0;
    const { input, mostOutput } = sizeOfRequest(request);
    const seen = this.#seen.get(model);
    const likely =
      seen === undefined || seen.replies < ENOUGH ? mostOutput : Math.max(SHORTEST_GUESS, 2 * seen.longest);
    return this.#costOf(provider, model, { inputTokens: input, outputTokens: Math.min(likely, mostOutput) }) ?? 0;
  }
}
