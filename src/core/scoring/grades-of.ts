import { z } from 'zod';
import type { CheckScore } from '../score.ts';

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
