import type { Allowance } from '../../core/ports.ts';

/** A reset further away than this is a day's allowance, not a pace: it is left to the service to refuse. */
const LONGEST_RESET_MS = 120_000;

/** How many more calls the service said it will take, and until when that holds. */
export class AllowanceLeft {
  #left = Number.POSITIVE_INFINITY;
  #until = Number.NEGATIVE_INFINITY;
  #tokensPerCall: number | undefined;

  /** A call took this many tokens, input and output. */
  sawTokens(tokens: number): void {
    this.#tokensPerCall = this.#tokensPerCall === undefined ? tokens : 0.9 * this.#tokensPerCall + 0.1 * tokens;
  }

  /** @param others calls under way beside the one that brought the news: the service may not have counted them yet. */
  heed({ requests, tokens }: Allowance, others: number, now: number): void {
    const perCall = this.#tokensPerCall;
    const byTokens =
      tokens === undefined || perCall === undefined || perCall <= 0
        ? undefined
        : { remaining: Math.floor(tokens.remaining / perCall), resetMs: tokens.resetMs };
    const tightest = [requests, byTokens]
      .filter((window) => window !== undefined)
      .filter(({ resetMs }) => resetMs <= LONGEST_RESET_MS)
      .toSorted((a, b) => a.remaining - b.remaining)[0];
    this.#left = tightest === undefined ? Number.POSITIVE_INFINITY : Math.max(0, tightest.remaining - others);
    this.#until = now + (tightest?.resetMs ?? 0);
  }

  /** Milliseconds until another call may be sent; 0 where it may be now. */
  waitMs(now: number): number {
    return this.#left >= 1 || now >= this.#until ? 0 : this.#until - now;
  }

  sent(): void {
    this.#left -= 1;
  }
}
