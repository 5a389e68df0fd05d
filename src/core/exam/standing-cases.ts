import type { GoldenCase } from '../golden-case.ts';
import { canonicalJson } from '../json.ts';
import { pairCases } from './pair-cases.ts';

/** A golden case of the branch that a pull request goes into. */
export type StandingCase = {
  /** As the branch has it now; as it was at the merge base where it has it no more. */
  readonly golden: GoldenCase;
  /** At the merge base, where that is another: it was changed on the branch since. */
  readonly before?: GoldenCase;
  /** It came to the branch since: the pull request never had it. */
  readonly isNew: boolean;
};

/** The cases at the merge base and at the branch's tip as one exam: an author who picks an old base does not pick its exam. */
export function standingCases(base: readonly GoldenCase[], tip: readonly GoldenCase[]): readonly StandingCase[] {
  return pairCases(base, tip).map((pair): StandingCase => {
    if (pair.kind === 'removed') return { golden: pair.base, isNew: false };
    if (pair.kind === 'added') return { golden: pair.head, isNew: true };
    const before = isSameCase(pair.base, pair.head) ? {} : { before: pair.base };
    return { golden: pair.head, ...before, isNew: false };
  });
}

/** Whether two versions of a case are the same, wherever they are written. */
export function isSameCase(one: GoldenCase, other: GoldenCase): boolean {
  return one === other || contentOf(one) === contentOf(other);
}

function contentOf({ at: _, checks, notRun, ...rest }: GoldenCase): string {
  return canonicalJson({
    ...rest,
    checks: checks.map(({ at: __, ...check }) => check),
    notRun: notRun.map(({ name }) => name),
  });
}
