import type { Json } from '../../core/json.ts';
import type { Position, Problem } from '../../core/problem.ts';
import { clip } from '../../core/text/clip.ts';
import { nameType } from '../../core/yaml/name-type.ts';
import type { ScoreFileRead } from './types.ts';

/** What 32-bit arithmetic leaves: the likeness of a text to itself is often told as 1.0000001. */
const rounding = 1e-6;

/** A value as the gate takes scores, 0–1; undefined where it is none. */
export function asScore(value: Json | undefined): number | undefined {
  if (typeof value !== 'number' || value < -rounding || value > 1 + rounding) return undefined;
  return Math.min(1, Math.max(0, value));
}

/** What is wrong with a score, and how to bring it into 0–1. */
export function scoreProblem(value: Json | undefined, whose: string, at: Position): Problem {
  if (typeof value !== 'number') {
    const shown = typeof value === 'string' ? `the text ${JSON.stringify(clip(value, 40))}` : nameType(value);
    return {
      reason: 'files',
      what: `A score of ${whose} is ${shown}.`,
      at,
      fix: 'Write a number from 0 (worst) to 1 (best), or null where there is none.',
    };
  }
  return { reason: 'files', what: `A score of ${whose} is ${value}, outside 0 to 1.`, at, fix: scaling(value) };
}

function scaling(value: number): string {
  if (value < 0)
    return 'Scale all scores of both files to 0–1, higher is better: (score − lowest) / (highest − lowest).';
  const highest = [5, 10, 100].find((top) => value <= top);
  return highest === undefined
    ? 'Divide all scores of both files by the highest that can be reached.'
    : `Divide all scores of both files by the highest that can be reached (by ${highest}, if they go from 0 to ${highest}).`;
}

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
