import type { Problem } from '../../core/problem.ts';
import type { ScoreFileRead } from './types.ts';

/** Most problems told of one file: the first of them is mended first. */
const mostProblems = 10;

/** A file that is not read, with the first of what is wrong with it, in the file's order. */
export function brokenFile(first: Problem, rest: readonly Problem[] = []): Extract<ScoreFileRead, { kind: 'broken' }> {
  const [top = first, ...more] = [first, ...rest].toSorted(byPlace);
  return { kind: 'broken', problems: [top, ...more.slice(0, mostProblems - 1)] };
}

function byPlace({ at: one }: Problem, { at: other }: Problem): number {
  return (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
}
