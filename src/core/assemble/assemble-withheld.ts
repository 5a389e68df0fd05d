import type { CaseComparison, RowComparison } from '../gate/comparison.ts';
import type { ReportRow } from '../report/report.ts';

/** What instructions add on a row, of a comparison whose old side has them and whose new side does without. */
export function assembleWithheld({
  score,
  passRate,
  rejection,
  cases,
}: RowComparison): NonNullable<ReportRow['withheld']> {
  const minus = (value: number | null) => (value === null ? null : 0 - value);
  const ids = (fits: (one: CaseComparison) => boolean) => cases.filter(fits).map((one) => one.case);
  return {
    passRate: { with: passRate.old, without: passRate.new },
    score: {
      with: score.old,
      without: score.new,
      adds: minus(score.delta),
      low: minus(score.high),
      high: minus(score.low),
      p: score.p,
    },
    proven: rejection !== null || cases.some(({ state }) => state === 'regressed'),
    cases: {
      needed: ids(({ state }) => state === 'regressed' || state === 'fell'),
      idle: ids(({ new: without }) => without.of > 0 && without.passes === without.of),
    },
  };
}
