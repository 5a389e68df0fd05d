import type { ReportCase, ReportPrompt, ReportRow } from '../core/report/report.ts';

/** What the cases of some rows of a check came to. A case is counted once a row. */
export type CheckedCounts = {
  /** Cases that have a pass mark, and how many of them pass with every reply. */
  readonly marked: number;
  readonly passing: number;
  /** Cases of which only the score is known. */
  readonly unmarked: number;
  /** Ids, each once: of the cases that no reply passes, and of those that some do. */
  readonly failing: readonly string[];
  readonly flaky: readonly string[];
  /** Mean score over the rows; null where none has one. */
  readonly score: number | null;
};

export function countChecked(rows: readonly Pick<ReportRow, 'cases' | 'score'>[]): CheckedCounts {
  const cases = rows.flatMap((row) => row.cases);
  const unmarked = cases.filter((one) => one.new.of > 0 && one.new.passes === null).length;
  const scores = rows.flatMap(({ score }) => score.new ?? []);
  const ids = (state: ReportCase['state']) => [
    ...new Set(cases.filter((one) => one.state === state).map(({ id }) => id)),
  ];
  return {
    marked: cases.length - unmarked,
    passing: cases.filter(passes).length,
    unmarked,
    failing: ids('failing'),
    flaky: ids('flaky'),
    score: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
  };
}

/** Whether every reply of a case passes. */
export function passes({ new: now }: Pick<ReportCase, 'new'>): boolean {
  return now.of > 0 && now.passes === now.of;
}

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
