import type { Problem } from '../problem.ts';
import type { CostEstimate } from './estimate-cost.ts';

/** Limits of a run. */
export type Budget = { readonly calls: number; readonly usd: number };

/** What one prompt takes of a round. */
export type PromptCost = Pick<CostEstimate, 'calls' | 'usualUsd'> & { readonly path: string };

/** Prompts named as those that cost most. */
const mostNamed = 3;

/**
 * Whether a run may start: refused only where its first round alone exceeds the budget. What is reached later
 * ends the run at a whole round.
 * @param parts what each prompt takes, asked for where the run is refused
 * @returns the problem that ends the run, saying what it would take; `undefined` where it may start.
 */
export function decideBudget(
  { calls, usualUsd }: CostEstimate,
  budget: Budget,
  parts: () => readonly PromptCost[] = () => [],
): Problem | undefined {
  if (calls > budget.calls) {
    const less = askLess(parts(), (part) => part.calls, String);
    return {
      reason: 'budget',
      what: `The first round alone needs ${calls} calls, and ${budget.calls} are allowed.`,
      fix: `Set max-calls (or budget.calls in the config) to ${calls} or more, or ask less: ${less} or models.`,
    };
  }
  if (usualUsd > budget.usd) {
    const needed = (Math.ceil(usualUsd * 100) / 100).toFixed(2);
    const less = askLess(
      parts(),
      (part) => part.usualUsd,
      (usd) => `$${usd.toFixed(2)}`,
    );
    return {
      reason: 'budget',
      what: `The first round alone, ${calls} calls, would cost about $${needed}, and $${budget.usd.toFixed(2)} are allowed.`,
      fix: `Set max-cost (or budget.usd in the config) to ${needed} or more, or ask less: ${less} or cheaper models.`,
    };
  }
  return undefined;
}

/** What to leave out, with the prompts that take most. */
function askLess(
  parts: readonly PromptCost[],
  take: (part: PromptCost) => number,
  show: (amount: number) => string,
): string {
  if (parts.length < 2) return 'fewer cases (tags)';
  const most = parts.toSorted((a, b) => take(b) - take(a)).slice(0, mostNamed);
  const named = most.map((part) => `${part.path} takes ${show(take(part))}`).join(', ');
  return `fewer prompts at a time (${named}), fewer cases (tags)`;
}
