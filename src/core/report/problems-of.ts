import { type Problem, showProblem } from '../problem.ts';
import type { Report } from './report.ts';

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
