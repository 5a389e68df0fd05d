import type { ExamCase } from '../exam.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { Problem } from '../problem.ts';
import type { Prompt } from '../prompt.ts';
import type { PromptChange } from '../prompt-change.ts';
import { suggestNearest } from '../suggest-nearest.ts';
import { lacksLine } from './rendered-line.ts';

/** A change of a snapshot by the lines that its sides have. */
export type PairedLines = {
  /** The cases that both sides have a line for, and apart those that only the new side has one for. */
  readonly changes: readonly PromptChange[];
  /** Keys of the cases that the new side has no line for: nothing of them can be asked. */
  readonly gone: readonly string[];
};

/**
 * Parts the cases of a snapshot: a case without a line on one side has nothing to be compared with there. Those of the new side
 * alone are shown as an added prompt's are; left in, they would take the old side from all the others.
 */
export function pairLines(change: PromptChange): PairedLines {
  const { path, old, new: next, exam, diff: _, previousPath: __, ...rest } = change;
  if (next?.rendered === undefined) return { changes: [change], gone: [] };
  const has = (one: ExamCase): boolean => !lacksLine(next, one.golden.id);
  const hadLine = (one: ExamCase): boolean => old === undefined || !lacksLine(old, one.golden.id);
  const gone = exam.cases.filter((one) => !has(one)).map(({ key }) => key);
  const added = exam.cases.filter((one) => has(one) && !hadLine(one));
  if (gone.length + added.length === 0) return { changes: [change], gone };
  const both = (cases: readonly ExamCase[]) => cases.filter((one) => has(one) && hadLine(one));
  const paired: PromptChange = {
    ...change,
    exam: { ...exam, cases: both(exam.cases), ...(exam.edits !== undefined && { edits: both(exam.edits) }) },
    ...(gone.length > 0 && { setAside: (change.setAside ?? 0) + gone.length }),
  };
  if (added.length === 0) return { changes: [paired], gone };
  const ids = [...new Set(added.map(({ golden }) => golden.id))];
  const apart: PromptChange = {
    ...rest,
    path: `${path}#added`,
    change: 'added',
    new: next,
    exam: { cases: added, unchecked: [], changed: { added: ids, removed: [], edited: [], weakened: [] } },
    diff: '',
    notes: ['These cases have a line in the new snapshot alone: there is no old request to compare with.'],
  };
  return { changes: [paired, apart], gone };
}

/** Golden cases that their snapshot has no line for: it is old, or the id is mistyped. Left out in silence, they would judge nothing. */
export function casesWithoutLine(prompt: Prompt, cases: readonly GoldenCase[]): readonly Problem[] {
  const ids = [...(prompt.rendered?.keys() ?? [])];
  return cases.flatMap(({ id, at }): readonly Problem[] => {
    if (!lacksLine(prompt, id)) return [];
    const nearest = suggestNearest(id, ids);
    const renew = 'ender it anew with `promptgate snapshot -- COMMAND`.';
    const fix = nearest === undefined ? `R${renew}` : `Did you mean \`${nearest}\`? If not, r${renew}`;
    const what = `\`${prompt.path}\` has no line for the case \`${id}\`.`;
    return [{ reason: 'files', what, at, fix }];
  });
}
