import type { Problem } from '../problem.ts';

/** Most cases of one file: more than any run asks, and few enough that reading them holds nothing up. */
export const mostCases = 10_000;

/** What is wrong with a file of so many cases; undefined where nothing is. */
export function tooManyCases(count: number, file: string): Problem | undefined {
  if (count <= mostCases) return undefined;
  const what = `The file holds ${count.toLocaleString('en')} cases, more than the ${mostCases.toLocaleString('en')} that are read.`;
  return { reason: 'files', what, at: { file }, fix: 'Keep those that tell most of the prompt.' };
}
