import type { CheckKind, ScorerResult } from '../core/check-kind.ts';

/**
 * The `not-` form of a 0/1 kind: same argument, options and questions, opposite mark.
 * What is unscored stays unscored: not knowing is no pass.
 */
export function negate(kind: CheckKind, summary: string): CheckKind {
  return {
    ...kind,
    kind: `not-${kind.kind}`,
    summary,
    score: (input): ScorerResult => {
      const result = kind.score(input);
      if (result.kind !== 'scored') return result;
      const passed = result.value < 1;
      return { ...result, value: passed ? 1 : 0, passed };
    },
  };
}
