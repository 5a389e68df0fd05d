import type { CheckKinds } from '../check-kind.ts';
import type { GoldenCase } from '../golden-case.ts';
import { namedChecks } from './named-checks.ts';

/** Questions that scoring replies of a case costs: usually, and at most. */
export type QuestionCount = { readonly usual: number; readonly most: number };

/**
 * Counts the questions one reply of this case costs, for the estimate of calls; a simulated user's messages and the
 * comparisons of pairs count too. `votes`: judgements a reply gets where a check does not say.
 */
export function countQuestions(golden: GoldenCase, kinds: CheckKinds, votes = 1): QuestionCount {
  const scoring = namedChecks(golden, kinds).map(({ check }) => check);
  const others = golden.checks.filter(({ kind }) => kinds.get(kind)?.scenario ?? kinds.get(kind)?.compare);
  return [...scoring, ...others]
    .map(({ kind, argument, options }): QuestionCount => {
      const known = kinds.get(kind);
      if (known?.countQuestions !== undefined)
        return known.countQuestions(argument, options, votes, golden.context.length);
      return { usual: known?.questions ?? 0, most: known?.questions ?? 0 };
    })
    .reduce((sum, count) => ({ usual: sum.usual + count.usual, most: sum.most + count.most }), { usual: 0, most: 0 });
}
