import type { ReportRow } from '../core/report/report.ts';
import { verdicts } from '../core/verdict.ts';

/** Rows by verdict, the worst first; equal ones keep their order. */
export function worstFirst<Line extends { readonly row: ReportRow }>(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((a, b) => verdicts.indexOf(a.row.verdict) - verdicts.indexOf(b.row.verdict));
}
