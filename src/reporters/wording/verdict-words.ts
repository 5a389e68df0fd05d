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

const words = {
  regressed: 'worse',
  invalid: 'not reviewed',
  failing: 'fails',
  inconclusive: 'cannot tell',
  unreviewed: 'not checked',
  pass: 'holds',
  skipped: 'nothing to do',
} as const satisfies Record<Verdict, string>;

/** A verdict in the words of the page. */
export function verdictWord(verdict: Verdict): string {
  return words[verdict];
}
