import type { Position } from '../../core/problem.ts';
import type { Report, ReportPrompt } from '../../core/report/report.ts';
import type { PlacedCase } from '../cases-of.ts';
import { readDiff } from '../read-diff.ts';

/** The line of head's file at which its diff begins: the first one added, or the one before which something went. */
export function firstChangedLine({ diff }: Pick<ReportPrompt, 'diff'>): { readonly line?: number } {
  let next: number | undefined;
  for (const { kind, new: at } of readDiff(diff)) {
    if (kind === 'old' || kind === 'new') return { line: Math.max(1, at ?? next ?? 1) };
    if (at !== undefined) next = kind === 'hunk' ? at : at + 1;
  }
  return {};
}

/** Of a case that is asked as the base branch has it. */
const asBase = ' (as base had it)';

/**
 * Where head has the case; undefined where head has it no more: the line it stood on is another case's there. A case that was
 * loosened is asked as base had it too, and stands where head has it.
 */
export function lineOfCase({ prompt, case: { id } }: Pick<PlacedCase, 'prompt' | 'case'>): Position | undefined {
  const isBase = id.endsWith(asBase);
  const name = isBase ? id.slice(0, -asBase.length) : id;
  if (prompt.casesChanged.removed.includes(name)) return undefined;
  return prompt.exam.find((one) => one.id === name)?.at;
}

/** Files that the reader sees changed, as far as the report tells: prompts with a diff, and files of cases that were edited. */
export function changedFiles({ prompts }: Report): ReadonlySet<string> {
  return new Set(
    prompts.flatMap(({ path, diff, exam, casesChanged: { added, edited, weakened, removed } }) => {
      const ids = new Set([...added, ...removed, ...[...edited, ...weakened].map(({ id }) => id)]);
      const ofCases = exam.filter(({ id }) => ids.has(id)).map(({ at }) => at.file);
      return [...(diff.trim() === '' ? [] : [path]), ...ofCases];
    }),
  );
}
