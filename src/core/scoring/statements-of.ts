import { z } from 'zod';
import type { CheckScore } from '../score.ts';

const statement = z.object({ statement: z.string(), supported: z.boolean(), reason: z.string() });
const taken = z.object({ statements: z.array(statement) });

/** The statements a text was taken apart into, each with whether its context supports it; none for checks that do not. */
export function statementsOf(check: CheckScore): readonly z.infer<typeof statement>[] {
  if (check.kind !== 'scored' || check.details === undefined) return [];
  const read = taken.safeParse(check.details);
  return read.success ? read.data.statements : [];
}
