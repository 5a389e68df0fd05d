import type { Report, ReportPrompt, ReportRow } from '../core/report/report.ts';
import { verdicts } from '../core/verdict.ts';

type Line = { readonly prompt: ReportPrompt; readonly row?: ReportRow };

/** Rows by verdict, the worst first; equal ones keep their order. A prompt without rows goes by its own. */
export function worstFirst<Found extends Line>(lines: readonly Found[]): readonly Found[] {
  return lines.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ prompt, row }: Line): number {
  return verdicts.indexOf(row?.verdict ?? prompt.verdict);
}

/** The report with the prompts in order of their verdicts, the worst first: what a reader must look at is never the 22nd of 40. */
export function worstPromptsFirst(report: Report): Report {
  const rank = ({ verdict }: Report['prompts'][number]) => verdicts.indexOf(verdict);
  return { ...report, prompts: report.prompts.toSorted((one, other) => rank(one) - rank(other)) };
}
