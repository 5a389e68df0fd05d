import type { Report } from '../core/report/report.ts';
import { casesOf, type PlacedCase } from './cases-of.ts';

/** Decrease of a case's score from which it is told, though nothing is proven of it. */
const told = -0.5;

/** Cases that broke, then those that fell by half or more without proof; in each the deepest fall first. */
export function worstCases(report: Report): readonly PlacedCase[] {
  const fellMost = (cases: readonly PlacedCase[]) =>
    cases.toSorted((one, other) => (one.case.delta ?? 0) - (other.case.delta ?? 0));
  const unproven = casesOf(report, 'flaky', 'failing', 'same', 'unscored');
  return [
    ...fellMost(casesOf(report, 'regressed')),
    ...fellMost(unproven.filter(({ case: { delta } }) => delta !== null && delta <= told)),
  ];
}
