import type { Report, ReportCase, ReportPrompt, ReportRow } from '../core/report/report.ts';

/** A case with the row and the prompt it was asked of. */
export type PlacedCase = { readonly prompt: ReportPrompt; readonly row: ReportRow; readonly case: ReportCase };

/** All cases of a report in one of these states, in its order. */
export function casesOf(report: Report, ...states: readonly ReportCase['state'][]): readonly PlacedCase[] {
  return report.prompts.flatMap((prompt) =>
    prompt.models.flatMap((row) =>
      row.cases.filter((one) => states.includes(one.state)).map((one) => ({ prompt, row, case: one })),
    ),
  );
}
