import type { Report } from '../../core/report/report.ts';
import type { Verdict } from '../../core/verdict.ts';

const marks = {
  regressed: '🔴',
  invalid: '⛔',
  failing: '🔴',
  inconclusive: '🟡',
  unreviewed: '⚪',
  pass: '🟢',
  skipped: '⚪',
} as const satisfies Record<Verdict, string>;

/** The one status mark of a report. Accepted regressions are a warning, no longer a stop. */
export function verdictMark(report: Pick<Report, 'verdict' | 'accepted'>): string {
  return report.verdict === 'regressed' && report.accepted.length > 0 ? '🟠' : marks[report.verdict];
}
