/** Why a review is `invalid`: the values of the output `reason`. */
export const invalidReasons = ['config', 'provider', 'budget', 'judge', 'files', 'permission'] as const;
export type InvalidReason = (typeof invalidReasons)[number];

/** A fault of the input that a reader can mend: what is wrong, where, and how to mend it. Failure as data. */
export type Problem = {
  readonly reason: InvalidReason;
  readonly what: string;
  readonly at?: Position;
  readonly fix?: string;
};

/** The input is at fault (a config, a file, a permission), not a service, a judge or a limit. */
export function isOfInput({ reason }: Problem): boolean {
  return reason !== 'provider' && reason !== 'judge' && reason !== 'budget';
}

/** `where: what. fix` in one line. */
export function showProblem(problem: Problem): string {
  const where = problem.at === undefined ? '' : `${showPosition(problem.at)}: `;
  const fix = problem.fix === undefined ? '' : ` ${problem.fix}`;
  return `${where}${problem.what}${fix}`;
}

/** Thrown where a problem ends the review; carries the problem(s) as data. Everything else that is thrown is a fault of ours. */
export class ProblemError extends Error {
  readonly problems: readonly [Problem, ...Problem[]];
  constructor(...problems: [Problem, ...Problem[]]) {
    super(problems.map(showProblem).join('\n'));
    this.name = 'ProblemError';
    this.problems = problems;
  }
}

/** A place in a file of the repository: path with forward slashes, line and column counted from 1. */
export type Position = { readonly file: string; readonly line?: number; readonly column?: number };

/** `file`, `file:line` or `file:line:column`: as far as it is known. */
export function showPosition(at: Position): string {
  return [at.file, at.line, at.column].filter((part) => part !== undefined).join(':');
}
