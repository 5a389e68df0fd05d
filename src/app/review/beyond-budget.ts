import type { PromptDesign } from '../../core/design/design-review.ts';
import { isPriced } from '../../core/money/estimate-cost.ts';
import type { Problem } from '../../core/problem.ts';
import type { PromptChange } from '../../core/prompt-change.ts';
import type { Report } from '../../core/report/report.ts';
import type { ReviewEstimate } from './estimate-review.ts';

/** A prompt with more cases than a check has room for. */
export function crowdedOut({ path, exam }: PromptChange): Report['unreviewed'][number] {
  return { path, why: 'budget', detail: `${exam.cases.length} cases` };
}

/** What a check did not ask is unknown, and nothing unknown ends green. */
export function wordLeft(
  [left, all]: readonly [number, number],
  first: ReviewEstimate['first'] | undefined,
  budget: { readonly calls: number; readonly usd: number },
): Problem {
  const cost = first === undefined || !isPriced(first) ? '' : `, about $${first.usualUsd.toFixed(2)},`;
  const need =
    first === undefined
      ? ''
      : ` all of them need ${Math.round(first.calls)} calls${cost} in the first round alone, and`;
  return {
    reason: 'budget',
    what: `${left} of ${all} prompts were not checked:${need} ${budget.calls} calls and $${budget.usd.toFixed(2)} are allowed.`,
    fix: 'Raise max-calls or max-cost, or check fewer prompts at a time (`check FILE`).',
  };
}

/** A prompt that the budget leaves out. */
export function beyondBudget({ change, rows }: PromptDesign): Report['unreviewed'][number] {
  return { path: change.path, why: 'budget', detail: rows.map(({ id }) => id).join(', ') };
}
