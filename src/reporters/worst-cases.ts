import type { Report } from '../core/report/report.ts';
import { casesOf, type PlacedCase } from './cases-of.ts';

/** Cases that broke, then those that fell by half or more without proof; in each the deepest fall first. */
export function worstCases(report: Report): readonly PlacedCase[] {
  const fellMost = (cases: readonly PlacedCase[]) =>
    cases.toSorted((one, other) => (one.case.delta ?? 0) - (other.case.delta ?? 0));
  return [...fellMost(casesOf(report, 'regressed')), ...fellMost(casesOf(report, 'fell'))];
}
