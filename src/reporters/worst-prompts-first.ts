import type { Report } from '../core/report/report.ts';
import { verdicts } from '../core/verdict.ts';

/** The report with the prompts in order of their verdicts, the worst first: what a reader must look at is never the 22nd of 40. */
export function worstPromptsFirst(report: Report): Report {
  const rank = ({ verdict }: Report['prompts'][number]) => verdicts.indexOf(verdict);
  return { ...report, prompts: report.prompts.toSorted((one, other) => rank(one) - rank(other)) };
}
