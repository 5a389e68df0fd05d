import type { CheckKind, CheckKinds } from '../check-kind.ts';
import type { Check, GoldenCase } from '../golden-case.ts';

/** What the checks of a case need beside the reply, each with the checks that need it: for errors that name them. */
export type Needs = {
  readonly judge: readonly Check[];
  readonly embeddings: readonly Check[];
  readonly scorer: readonly Check[];
  readonly simulator: readonly Check[];
};

/** What one check needs, with its argument; `nothing` of a kind that is not known. */
export function needOf({ kind, argument }: Pick<Check, 'kind' | 'argument'>, kinds: CheckKinds): CheckKind['needs'] {
  const known = kinds.get(kind);
  return known?.needsWith?.(argument) ?? known?.needs ?? 'nothing';
}

/** What the checks of a case need. */
export function needsOf({ checks }: GoldenCase, kinds: CheckKinds): Needs {
  const need = (check: Check) => needOf(check, kinds);
  return {
    judge: checks.filter((check) => isJudged(need(check))),
    embeddings: checks.filter((check) => need(check) === 'embeddings' || need(check) === 'judge and embeddings'),
    scorer: checks.filter((check) => need(check) === 'scorer'),
    simulator: checks.filter((check) => need(check) === 'simulator'),
  };
}

/** Whether a model's opinion is in it, which may err; vectors and a team's own scorer say what a text is. */
export function isJudged(needs: CheckKind['needs']): boolean {
  return needs === 'judge' || needs === 'judge and embeddings';
}
