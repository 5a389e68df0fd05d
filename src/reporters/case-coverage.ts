import type { ReportPrompt } from '../core/report/report.ts';

type Covered = Pick<ReportPrompt, 'exam' | 'setAside' | 'unchecked'>;

/** Whether a table has to say how many cases stand behind its rows: not all of some prompt were asked, or not by all they ask for. */
export function hasGaps({ prompts }: { readonly prompts: readonly Covered[] }): boolean {
  return prompts.some((prompt) => prompt.exam.length < casesOf(prompt) || partlyAsked(prompt) > 0);
}

/** The cases of a prompt that were asked: `3 of 10`, `10, 4 in part`. */
export function wordCoverage(prompt: Covered): string {
  const [asked, all, partly] = [prompt.exam.length, casesOf(prompt), partlyAsked(prompt)];
  const of = asked < all ? `${asked} of ${all}` : `${all}`;
  return partly === 0 ? of : `${of}, ${partly} in part`;
}

/** The cases that a prompt has, asked or not. */
export function casesOf({ exam, setAside = 0, unchecked }: Covered): number {
  return exam.length + setAside + unchecked.length;
}

function partlyAsked({ exam }: Covered): number {
  return exam.filter(({ notRun }) => notRun !== undefined).length;
}
