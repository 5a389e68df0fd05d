import { type Report, type ReportCase, type ReportReply, reportSchema } from '../core/report/report.ts';
import { clip } from '../core/text/clip.ts';
import { showCount } from './show-quantity.ts';

/** Characters of replies in one file: far under the longest text a JavaScript engine holds, twice which escapes may take. */
const mostText = 120_000_000;
/** What is kept of a steady case's reply where all of them would be more. */
const shortened = 200;

/**
 * `promptgate.json`: indented, keys in the schema's order however the report was put together, so that two runs can be diffed.
 * Where the replies together would make a file that cannot be written, those of steady cases are cut, and a note says so.
 * A report that the schema refuses is a fault of ours; it is written as it is rather than lost after it was paid for.
 */
export function writeJson(report: Report, most = mostText): string {
  const fitting = withinLength(report, most);
  const parsed = reportSchema.safeParse(fitting);
  return `${JSON.stringify(parsed.success ? parsed.data : fitting, null, 2)}\n`;
}

function withinLength(report: Report, most: number): Report {
  const cases = report.prompts.flatMap(({ models }) => models.flatMap((row) => row.cases));
  const length = cases.reduce((sum, one) => sum + one.replies.reduce((all, reply) => all + lengthOf(reply), 0), 0);
  if (length <= most) return report;
  const note = `Replies of steady cases are cut to ${shortened} characters here, and their checks left out: all of them would be ${showCount(length)}.`;
  return {
    ...report,
    notes: [...report.notes, note],
    prompts: report.prompts.map((prompt) => ({
      ...prompt,
      models: prompt.models.map((row) => ({ ...row, cases: row.cases.map(shorten) })),
    })),
  };
}

function lengthOf(reply: ReportReply): number {
  // A reply's other fields and its checks take a few hundred characters each.
  const said = reply.transcript?.reduce((sum, turn) => sum + turn.content.length + 40, 0) ?? 0;
  return (reply.text?.length ?? 0) + said + 400 * (1 + reply.checks.length);
}

function shorten(one: ReportCase): ReportCase {
  if (one.state !== 'same') return one;
  const replies = one.replies.map(({ transcript: _, ...reply }) =>
    reply.text === undefined ? reply : { ...reply, text: clip(reply.text, shortened), checks: [] },
  );
  return { ...one, replies };
}
