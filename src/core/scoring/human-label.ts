import type { GoldenCase } from '../golden-case.ts';
import type { CheckScore } from '../score.ts';
import { type Kappa, quadraticKappa } from './quadratic-kappa.ts';

/** A kept reply with a person's label and what the judge made of it. */
export type LabelledReply = {
  readonly label: number;
  /** The label says good or bad (1 or 0), not 1–10. */
  readonly binary: boolean;
  readonly checks: readonly CheckScore[];
};

const low = 1;
const high = 10;

/** Files whose labels are all 0 or 1 are read as good and bad: a 1 there is no grade out of ten. */
export function binaryLabelFiles(cases: readonly GoldenCase[]): ReadonlySet<string> {
  const byFile = Map.groupBy(
    cases.filter(({ label }) => label !== undefined),
    ({ at }) => at.file,
  );
  const binary = [...byFile].filter(([, held]) => held.every(({ label }) => label === 0 || label === 1));
  return new Set(binary.map(([file]) => file));
}

/**
 * Agreement of a judge with people on 1–10: Cohen's κ with quadratic weights. The judge's grade of a reply is the mean
 * of its checks' scores, rounded to a whole grade. Labels that say good or bad stand at the ends of the scale, against
 * whether the checks pass (without a mark: whether the grade is in the upper half).
 * Replies that could not be judged are left out: `ratings` says how many were compared.
 */
export function labelAgreement(replies: readonly LabelledReply[]): Kappa | undefined {
  const pairs = replies.flatMap(({ label, binary, checks }): readonly (readonly [number, number])[] => {
    const scored = checks.filter((check) => check.kind === 'scored');
    if (scored.length === 0 || scored.length < checks.length) return [];
    const value = scored.reduce((sum, check) => sum + check.value, 0) / scored.length;
    if (!binary) return [[label, low + (high - low) * value]];
    const marked = scored.filter((check) => check.passed !== undefined);
    const good = marked.length === 0 ? value >= 0.5 : marked.every((check) => check.passed === true);
    return [[label === 1 ? high : low, good ? high : low]];
  });
  return quadraticKappa(pairs, low, high);
}
