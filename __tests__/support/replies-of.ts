import type { Report, ReportReply } from '../../src/core/report/report.ts';

/** All replies of a report, in its order. */
export function repliesOf({ prompts }: Report): readonly ReportReply[] {
  return prompts.flatMap(({ models }) => models.flatMap(({ cases }) => cases.flatMap(({ replies }) => replies)));
}

/** The report with each reply replaced; they are counted from 0. */
export function eachReply(report: Report, replace: (reply: ReportReply, at: number) => ReportReply): Report {
  let at = 0;
  const prompts = report.prompts.map((prompt) => ({
    ...prompt,
    models: prompt.models.map((row) => ({
      ...row,
      cases: row.cases.map((one) => ({ ...one, replies: one.replies.map((reply) => replace(reply, at++)) })),
    })),
  }));
  return { ...report, prompts };
}
