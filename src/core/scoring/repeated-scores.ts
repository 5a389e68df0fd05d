import { z } from 'zod';
import type { CheckScore } from '../score.ts';
import type { RepeatedGrades } from './judge-reliability.ts';

/** Slack of the comparison with a mark: marks and scores come to the same number on different ways. */
const slack = 1e-9;

/** The scores 0–1 one check came to for one reply, each time it was judged; `mark` on the same scale. */
export function repeatedScores(judgements: readonly CheckScore[], mark: number | undefined): RepeatedGrades {
  const grades = judgements.flatMap((check) => (check.kind === 'scored' ? [check.value] : []));
  return { grades, ...(mark === undefined ? {} : { min: mark - slack }) };
}

const scale = z.object({ of: z.tuple([z.number(), z.number()]) });

/**
 * The first `votes` grades of each criterion of a check, as scores 0–1. Those that were added because the first lay
 * near the mark are left out: taken from replies near their mark alone, they would show more flips than there are.
 */
export function repeatedVotes(check: CheckScore, votes: number, mark: number | undefined): readonly RepeatedGrades[] {
  const read = check.kind === 'scored' ? scale.safeParse(check.details) : undefined;
  if (read?.success !== true || votes < 2) return [];
  const [low, high] = read.data.of;
  return gradesOf(check).map((criterion) => ({
    grades: criterion.votes.slice(0, votes).map((grade) => (grade - low) / (high - low)),
    ...(mark === undefined ? {} : { min: mark - slack }),
  }));
}

const graded = z.object({
  criteria: z.array(
    z.object({ name: z.string(), votes: z.array(z.number()), reasons: z.array(z.string()).default([]) }),
  ),
});

/** A criterion of a rubric with the votes it was given, on the judge's scale, and the reason of each. */
type CriterionGrades = {
  readonly name: string;
  readonly votes: readonly number[];
  readonly reasons: readonly string[];
};

/** The votes a judge gave one reply, by criterion; none for checks that no judge grades. */
export function gradesOf(check: CheckScore): readonly CriterionGrades[] {
  if (check.kind !== 'scored' || check.details === undefined) return [];
  const read = graded.safeParse(check.details);
  return read.success ? read.data.criteria : [];
}
