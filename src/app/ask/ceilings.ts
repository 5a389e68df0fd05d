import type { AnyRequest } from '../../core/call.ts';
import type { CostOf } from '../../core/money/prices.ts';
import { sizeOfRequest } from '../../core/money/size-of-request.ts';
import type { Answer } from '../../core/reply.ts';

/** Replies to see before what was seen says that the next will be shorter than guessed. */
const ENOUGH = 20;
const SHORTEST_GUESS = 1000;

type Seen = { readonly longest: number; readonly dearestUsd: number; readonly replies: number };
const nothing: Seen = { longest: 0, dearestUsd: 0, replies: 0 };

/** The most dollars a call may cost, for what is reserved while it is under way. */
export class Ceilings {
  readonly #costOf: CostOf;
  readonly #seen = new Map<string, Seen>();

  constructor(costOf: CostOf) {
    this.#costOf = costOf;
  }

  /** What a reply of `model` came to: the next may be as long, whatever was guessed before. @returns whether it is more than any before */
  saw(model: string, { usage, billedUsd = 0 }: Pick<Answer, 'usage' | 'billedUsd'>): boolean {
    const { longest, dearestUsd, replies } = this.#seen.get(model) ?? nothing;
    this.#seen.set(model, {
      longest: Math.max(longest, usage.outputTokens ?? 0),
      dearestUsd: Math.max(dearestUsd, billedUsd),
      replies: replies + 1,
    });
    return (usage.outputTokens ?? 0) > longest || billedUsd > dearestUsd;
  }

  /**
   * Tells what the request may cost at the moment of asking: the larger of what it allows and what replies of the model have
   * shown, from the first on. Where it sets no limit, twice the longest reply. 0 where nothing is known of the price.
   */
  of(request: AnyRequest): () => number {
    const { provider, model } = request;
    const billed = (): number => this.#seen.get(model)?.dearestUsd ?? 0;
    // Most runs ask models without a price (or one for all): counting the tokens of each request would be for nothing.
    if (this.#costOf(provider, model, { inputTokens: 1, outputTokens: 1 }) === undefined) return billed;
    const { input, mostOutput, limited } = sizeOfRequest(request);
    return () => {
      const { longest, replies } = this.#seen.get(model) ?? nothing;
      const guess = replies < ENOUGH ? mostOutput : SHORTEST_GUESS;
      const output = limited ? Math.max(mostOutput, longest) : Math.max(guess, 2 * longest);
      return Math.max(billed(), this.#costOf(provider, model, { inputTokens: input, outputTokens: output }) ?? 0);
    };
  }
}
