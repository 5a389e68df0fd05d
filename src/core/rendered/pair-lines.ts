import type { ExamCase } from '../exam.ts';
import type { PromptChange } from '../prompt-change.ts';
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
