import type { CheckKinds } from '../check-kind.ts';
import type { Check, GoldenCase } from '../golden-case.ts';

/** What the checks of a case need beside the reply, each with the checks that need it: for errors that name them. */
export type Needs = {
  readonly judge: readonly Check[];
  readonly embeddings: readonly Check[];
  readonly scorer: readonly Check[];
  readonly simulator: readonly Check[];
};

/** What the checks of a case need. */
export function needsOf({ checks }: GoldenCase, kinds: CheckKinds): Needs {
  const need = ({ kind }: Check) => kinds.get(kind)?.needs;
  return {
    judge: checks.filter((check) => need(check) === 'judge' || need(check) === 'judge and embeddings'),
    embeddings: checks.filter((check) => need(check) === 'embeddings' || need(check) === 'judge and embeddings'),
    scorer: checks.filter((check) => need(check) === 'scorer'),
    simulator: checks.filter((check) => need(check) === 'simulator'),
  };
}
