import type { Problem } from '../problem.ts';
import type { CostEstimate } from './estimate-cost.ts';

/** Limits of a run. */
export type Budget = { readonly calls: number; readonly usd: number };

/**
 * Whether a run may start: refused only where its first round alone exceeds the budget. What is reached later
 * ends the run at a whole round.
 * @returns the problem that ends the run, saying what it would take; `undefined` where it may start.
 */
export function decideBudget(firstRound: CostEstimate, budget: Budget): Problem | undefined {
  if (firstRound.calls > budget.calls) {
    return {
      reason: 'budget',
      what: `The first round alone needs ${firstRound.calls} calls, and ${budget.calls} are allowed.`,
      fix: `Allow at least ${firstRound.calls} (max-calls, or budget.calls in the config), or review fewer cases (tags) or models.`,
    };
  }
  if (firstRound.usualUsd > budget.usd) {
    const needed = Math.ceil(firstRound.usualUsd * 100) / 100;
    return {
      reason: 'budget',
      what: `The first round alone would cost about $${needed.toFixed(2)}, and $${budget.usd.toFixed(2)} are allowed.`,
      fix: `Allow at least $${needed.toFixed(2)} (max-cost, or budget.usd in the config), or review fewer cases (tags) or cheaper models.`,
    };
  }
  return undefined;
}
