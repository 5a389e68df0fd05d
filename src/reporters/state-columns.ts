import type { Report, ReportRow } from '../core/report/report.ts';
import { passes } from './count-checked.ts';

/** A column that counts a row's cases by what became of them. */
export type StateColumn = {
  readonly title: string;
  readonly count: (row: Pick<ReportRow, 'cases'>) => number;
  /** Any such case is what a reader looks for first. */
  readonly bad: boolean;
};

const inState = (state: ReportRow['cases'][number]['state']): StateColumn['count'] => {
  return ({ cases }) => cases.filter((one) => one.state === state).length;
};

const compared: readonly StateColumn[] = [
  { title: 'Worse', count: inState('regressed'), bad: true },
  { title: 'Better', count: inState('improved'), bad: false },
];

const checked: readonly StateColumn[] = [
  { title: 'Pass', count: ({ cases }) => cases.filter(passes).length, bad: false },
  { title: 'Flaky', count: inState('flaky'), bad: false },
  { title: 'Fail', count: inState('failing'), bad: true },
];

const fell: StateColumn = { title: 'Fell', count: inState('fell'), bad: true };

/**
 * The columns of a report's tables between score and cost: what got worse, fell without proof (where something did) and got
 * better, or, in a check, what passes.
 */
export function stateColumns({ mode, prompts }: Pick<Report, 'mode' | 'prompts'>): readonly StateColumn[] {
  if (mode === 'check') return checked;
  const hasFallen = prompts.some(({ models }) => models.some((row) => fell.count(row) > 0));
  return hasFallen ? [...compared.slice(0, 1), fell, ...compared.slice(1)] : compared;
}
