import type { PageIndex } from '../reporters/html/page-data.ts';

/** A line of the matrix: a prompt's heading, or a case by its place in the index. */
export type MatrixItem =
  | { readonly kind: 'prompt'; readonly prompt: number; readonly count: number; readonly folded: boolean }
  | { readonly kind: 'case'; readonly at: number };

/** The lines for these cases: under headings where the report is of several prompts, without what is folded. */
export function matrixItems(
  index: PageIndex,
  cases: readonly number[],
  folded: ReadonlySet<number>,
): readonly MatrixItem[] {
  if (index.prompts.length < 2) return cases.map((at) => ({ kind: 'case', at }));
  const byPrompt = Map.groupBy(cases, (at) => index.cases[at]?.prompt ?? 0);
  return [...byPrompt].flatMap(([prompt, held]): readonly MatrixItem[] => [
    { kind: 'prompt', prompt, count: held.length, folded: folded.has(prompt) },
    ...(folded.has(prompt) ? [] : held.map((at) => ({ kind: 'case', at }) as const)),
  ]);
}
