import type { Report } from '../../core/report/report.ts';
import type { Verdict } from '../../core/verdict.ts';

/** Every verdict the gate asks: each prompt's and row's, and what has no row. */
export function verdictsOf(report: Report): readonly Verdict[] {
  return [
    ...report.prompts.flatMap((prompt) => [prompt.verdict, ...prompt.models.map((row) => row.verdict)]),
    ...(report.problems.length > 0 ? (['invalid'] as const) : []),
    ...(report.unreviewed.length > 0 ? (['unreviewed'] as const) : []),
  ];
}
