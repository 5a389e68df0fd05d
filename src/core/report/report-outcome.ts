import { type Problem, showProblem } from '../problem.ts';
import { showOnOneLine } from '../text/show-hidden.ts';
import type { GateWord } from '../verdict.ts';
import type { Report } from './report.ts';

/** All that the gate is asked of: the verdict of each prompt and row, and of what has none. */
export function gateWordsOf({
  prompts,
  problems,
  unreviewed,
  exchangedJudge,
}: Pick<Report, 'prompts' | 'problems' | 'unreviewed' | 'exchangedJudge'>): readonly GateWord[] {
  return [
    ...prompts.flatMap((prompt) => [prompt.verdict, ...prompt.models.map((row) => row.verdict)]),
    ...(problems.length > 0 ? (['invalid'] as const) : []),
    ...unreviewed.flatMap(({ why }) =>
      // A line of a snapshot that is gone takes its golden case along, as a prompt that is gone takes its own.
      why === 'removed' || why === 'unrecognised'
        ? (['unreviewed', why] as const)
        : why === 'no-line'
          ? (['unreviewed', 'removed'] as const)
          : (['unreviewed'] as const),
    ),
    // Another exam is no regression of a prompt; that it holds for what the old one did is not known.
    ...(exchangedJudge === undefined ? [] : [exchangedJudge.differs ? ('inconclusive' as const) : ('pass' as const)]),
  ];
}

/** A problem, with the prompts that could not be judged for it; none where it ended the whole review. */
export type ToldProblem = { readonly problem: Problem; readonly prompts: readonly string[] };

/** All that is wrong with the input, each problem once: what ended the review, then what prompts could not be judged for. */
export function problemsOf({ problems, prompts }: Pick<Report, 'problems' | 'prompts'>): readonly ToldProblem[] {
  const found = [
    ...problems.map((problem) => ({ problem, path: undefined })),
    ...prompts.flatMap(({ path, problems: own = [] }) => own.map((problem) => ({ problem, path }))),
  ];
  return [...Map.groupBy(found, ({ problem }) => showProblem(problem)).values()].flatMap((held) => {
    const [first] = held;
    const paths = held.flatMap(({ path }) => path ?? []);
    return first === undefined ? [] : [{ problem: first.problem, prompts: [...new Set(paths)] }];
  });
}

/** Why most runs have nothing to review. */
export const noPromptChanged = 'no prompt changed';

/** Why there was nothing to review, in one line of plain text. */
export function wordSkipped({ skipped, mode }: Pick<Report, 'skipped' | 'mode'>): string {
  return `Nothing to ${mode === 'check' ? 'check' : 'review'}: ${showOnOneLine(skipped ?? noPromptChanged, 500)}`;
}
