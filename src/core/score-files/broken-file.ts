import type { Problem } from '../problem.ts';
import type { ScoreFileRead } from './score-file.ts';

/** Most problems told of one file: the first of them is mended first. */
const mostProblems = 10;

/** A file that is not read, with the first of what is wrong with it. */
export function brokenFile(first: Problem, ...rest: readonly Problem[]): Extract<ScoreFileRead, { kind: 'broken' }> {
  return { kind: 'broken', problems: [first, ...rest.slice(0, mostProblems - 1)] };
}
