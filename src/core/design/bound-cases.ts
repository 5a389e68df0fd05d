import type { Problem } from '../problem.ts';
import type { PromptChange } from '../prompt-change.ts';

/**
 * Refuses what cannot fit the limit of calls however it is asked, before anything is rendered: each case takes at least a call on
 * each model. Prompts that only a change of the config concerns are left out of the reckoning, as they may be left out of the run.
 */
export function boundCases(
  changes: readonly PromptChange[],
  {
    models,
    modelsOf = () => models,
    maxCalls,
  }: {
    readonly models: readonly unknown[];
    /** Where some prompts have models of their own. */
    readonly modelsOf?: (change: PromptChange) => readonly unknown[];
    readonly maxCalls: number;
  },
): Problem | undefined {
  const own = changes.filter(({ change }) => change !== 'config');
  const calls = own.reduce((sum, one) => sum + one.exam.cases.length * Math.max(1, modelsOf(one).length), 0);
  if (calls <= maxCalls) return undefined;
  return {
    reason: 'budget',
    what: `The first round alone needs ${calls} calls or more, and ${maxCalls} are allowed.`,
    fix: `Set max-calls (or budget.calls in the config) to ${calls} or more, or ask less: fewer prompts at a time, cases (tags) or models.`,
  };
}
