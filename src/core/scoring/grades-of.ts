import { z } from 'zod';
import type { CheckScore } from '../score.ts';

const graded = z.object({ criteria: z.array(z.object({ name: z.string(), votes: z.array(z.number()) })) });

/** The votes a judge gave one reply, by criterion, on the judge's scale; none for checks that no judge grades. */
export function gradesOf(check: CheckScore): readonly { readonly name: string; readonly votes: readonly number[] }[] {
  if (check.kind !== 'scored') return [];
  const read = graded.safeParse(check.details);
  return read.success ? read.data.criteria : [];
}
