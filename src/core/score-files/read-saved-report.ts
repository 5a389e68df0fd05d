import { z } from 'zod';
import { caseSchema, examCaseSchema } from '../report/case-schema.ts';
import type { ReportReply } from '../report/report.ts';
import { outcomeOfScore } from '../run/outcome-of-score.ts';
import { explainIssues } from '../yaml/explain-issues.ts';
import type { Located } from '../yaml/located.ts';
import { brokenFile } from './broken-file.ts';
import type { ScoreCase, ScoreFileRead, ScoreTrial, ShownReply } from './score-file.ts';
import { missingTrial } from './trials.ts';

/** The parts of a saved report that tell the new side's scores. */
const savedSchema = z.object({
  prompts: z.array(
    z.object({
      path: z.string(),
      exam: z.array(examCaseSchema.pick({ id: true, weight: true })),
      models: z.array(
        z.object({ id: z.string(), cases: z.array(caseSchema.pick({ id: true, segment: true, replies: true })) }),
      ),
    }),
  ),
});
type SavedCase = z.infer<typeof savedSchema>['prompts'][number]['models'][number]['cases'][number];

/** What the review appends to a case that it also asked as the base branch had it. */
const asBase = ' (as base had it)';

/** Reads the new side of a report that was saved earlier: `promptgate.json`, or what `--json` printed. */
export function readSavedReport(located: Located, file: string): ScoreFileRead {
  const parsed = savedSchema.safeParse(located.value, { reportInput: true });
  if (!parsed.success) {
    const [first, ...rest] = explainIssues(parsed.error.issues, located, () => []);
    return brokenFile(first ?? { reason: 'files', what: 'This report is not readable.', at: { file } }, ...rest);
  }
  const subjects = parsed.data.prompts.flatMap(({ path, exam, models }) => {
    const weights = new Map(exam.map(({ id, weight }) => [id, weight]));
    const rows = models.flatMap(({ id, cases }) => {
      const own = cases.filter((one) => !one.id.endsWith(asBase));
      const read = own.flatMap((one) => readCase(one, weights.get(one.id) ?? 1));
      return read.length === 0 ? [] : [{ id, cases: read }];
    });
    return rows.length === 0 ? [] : [{ name: path, rows }];
  });
  if (subjects.length === 0) {
    return brokenFile({
      reason: 'files',
      what: 'This report holds no scores: nothing was asked in its review.',
      at: { file },
      fix: 'Save the report of a review that asked its cases.',
    });
  }
  return { kind: 'read', file: { kind: 'report', subjects, notes: [] } };
}

function readCase({ id, segment, replies }: SavedCase, weight: number): readonly ScoreCase[] {
  const trials = replies
    .filter(({ side }) => side === 'new')
    .toSorted((one, other) => one.trial - other.trial)
    .map(readTrial);
  return trials.length === 0 ? [] : [{ id, weight, ...(segment === undefined ? {} : { segment }), trials }];
}

function readTrial(reply: ReportReply): ScoreTrial {
  const { side: _, trial: __, round: ___, score, passes, costUsd, latencyMs, kept: ____, ...rest } = reply;
  const shown: ShownReply = rest;
  if (score === undefined) {
    const missing = reply.error !== undefined && reply.error.reason !== 'unscored' ? 'failed' : 'unscored';
    const bare = missingTrial(missing, 'the report has no score for it');
    return { outcome: bare.outcome, reply: shown.error === undefined ? { ...shown, ...bare.reply } : shown };
  }
  const held = { value: score, checks: reply.checks, ...(passes === undefined ? {} : { passes }) };
  const measured = {
    ...(costUsd === undefined ? {} : { costUsd }),
    ...(latencyMs === undefined ? {} : { latencyMs }),
  };
  return { outcome: { ...outcomeOfScore(held), ...measured }, reply: shown };
}
