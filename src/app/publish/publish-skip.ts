import type { Forum } from '../../core/forum.ts';
import { findComments } from '../../core/publish/find-comments.ts';
import type { Report } from '../../core/report/report.ts';
import { noPromptChanged, wordSkipped } from '../../core/report/report-outcome.ts';
import type { ReviewResult } from '../review/review.ts';
import { outputsOf, setOutputs, tryOutput } from './outputs-of.ts';
import { nameOfComment, type Stage } from './stage.ts';

/** Whether an earlier run left a comment, which must not go on showing what no longer holds. What cannot be read is looked into. */
export async function speaksAlready({ settings, pull }: ReviewResult, forum: Forum): Promise<boolean> {
  if (pull?.number === undefined || pull.queued === true || settings.comment === 'never') return false;
  const listed = await forum.comments(pull.number);
  return listed.kind === 'refused' || findComments(listed.value, nameOfComment(settings), undefined).length > 0;
}

/** The most frequent end of a run: it says nothing that came from outside. */
export function isPlainSkip({ verdict, skipped, notes }: Report): boolean {
  return verdict === 'skipped' && skipped === noPromptChanged && notes.length === 0;
}

/** Nothing to review and nothing said before: no reporter is loaded for one line. */
export async function publishSkip(report: Report, stage: Stage): Promise<boolean> {
  await setOutputs(outputsOf(report), stage);
  await tryOutput('The job summary', stage, () => stage.writeSummary(`### ⚪ ${wordSkipped(report)}\n`));
  return report.gate.open;
}
