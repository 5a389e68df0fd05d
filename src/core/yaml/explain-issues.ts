import type { z } from 'zod';
import { describeIssues, type KnownKeys } from '../issues/describe-issues.ts';
import type { InvalidReason, Problem } from '../problem.ts';
import { suggestNearest } from '../suggest-nearest.ts';
import type { Located, Path } from './located.ts';

/**
 * What a schema (parsing with `reportInput`) found wrong with a file's value, each with its line and column.
 * @param known keys taken at a path, to name the one that a mistyped key is nearest to.
 */
export function explainIssues(
  issues: readonly z.core.$ZodIssue[],
  located: Located,
  known: KnownKeys,
  reason: InvalidReason = 'files',
): readonly Problem[] {
  return describeIssues(issues, known).map(({ path, key, what, fix }): Problem => {
    const steps: Path = path.filter((step) => typeof step !== 'symbol');
    const at = key === undefined ? located.at(steps) : located.at([...steps, key], 'key');
    return { reason, what, at, ...(fix !== undefined && { fix }) };
  });
}

/** How to mend an unknown name: the nearest known one, else all of them. */
export function fixUnknown(name: string, known: readonly string[]): string {
  const nearest = suggestNearest(name, known);
  return nearest === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean \`${nearest}\`?`;
}
