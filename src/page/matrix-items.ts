import type { PageAsked, PageIndex } from '../reporters/html/page-data.ts';

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

/** The trial that tells most: the old reply passes and the new one does not; else one where the new one does not, or the two differ. */
export function tellingTrial(asked: PageAsked | null | undefined): number {
  if (asked === null || asked === undefined) return 0;
  const trials = asked.new.map(({ passes, score }, at) => ({
    now: passes ?? (score ?? 0) >= 1,
    old: asked.old[at]?.passes ?? (asked.old[at]?.score ?? 1) >= 1,
  }));
  const found = [
    trials.findIndex(({ old, now }) => old && !now),
    trials.findIndex(({ now }) => !now),
    trials.findIndex(({ old, now }) => old !== now),
  ];
  return found.find((at) => at !== -1) ?? 0;
}
