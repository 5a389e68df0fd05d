import type { CheckKinds } from '../check-kind.ts';
import type { GoldenCase } from '../golden-case.ts';
import { type NamedCheck, namedChecks } from './named-checks.ts';

/** The checks of a case that a model grades, `rag` and its like in their parts. */
export function judgedChecks(golden: GoldenCase, kinds: CheckKinds): readonly NamedCheck[] {
  return namedChecks(golden, kinds).filter(({ kind }) => {
    return kind?.needs === 'judge' || kind?.needs === 'judge and embeddings';
  });
}
