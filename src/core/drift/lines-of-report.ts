import { hash } from '../hash.ts';
import type { Report, ReportCase, ReportReply } from '../report/report.ts';
import { combineScores } from '../scoring/score-reply.ts';
import type { DriftCase, DriftRun } from './drift-line.ts';
import { driftVersion } from './drift-line.ts';

/** Digits of the hash that a case is known by. */
const digits = 16;

/**
 * What a check of golden cases saw, a line for each prompt and model.
 * @param isRefusal whether a text declines to answer
 */
export function linesOfReport(
  report: Report,
  place: { readonly at: string; readonly run: string },
  isRefusal: (text: string) => boolean,
): readonly DriftRun[] {
  return report.prompts.flatMap(({ path, models }) =>
    models.map((row) => {
      const replies = row.cases.flatMap((one) => one.replies);
      const judged = new Set(
        replies.flatMap(({ checks }) => checks.flatMap((one) => (isJudged(one) ? [`metric:${one.check}`] : []))),
      );
      return {
        kind: 'run',
        version: driftVersion,
        ...place,
        prompt: path,
        model: row.model.new,
        served: servedBy(replies),
        cases: row.cases.map((one) => caseOf(one, isRefusal)),
        ...(judged.size === 0 ? {} : { judged: [...judged].toSorted() }),
      };
    }),
  );
}

function servedBy(replies: readonly ReportReply[]): DriftRun['served'] {
  const byModel = Map.groupBy(
    replies.flatMap(({ model }) => model ?? []),
    (model) => model,
  );
  return [...byModel]
    .map(([model, answered]) => ({ model, replies: answered.length }))
    .toSorted((a, b) => b.replies - a.replies || (a.model < b.model ? -1 : 1));
}

function caseOf({ id, asked, scoredBy, replies }: ReportCase, isRefusal: (text: string) => boolean): DriftCase {
  const scored = replies.filter((reply) => reply.score !== undefined && reply.error === undefined);
  const values: Record<string, readonly number[]> = {};
  const take = (channel: string, read: (reply: ReportReply) => number | undefined): void => {
    const found = scored.map(read).filter((value) => value !== undefined);
    // What is known of some replies only is no list that stands beside the others'.
    if (found.length > 0 && found.length === scored.length) values[channel] = found;
  };
  take('score', ({ score }) => score);
  take('pass', ({ passes }) => (passes === undefined ? undefined : Number(passes)));
  const judged = scored.some(({ checks }) => checks.some((one) => isJudged(one) && one.weight > 0));
  if (judged) take('plain', plainScore);
  take('refusal', ({ text }) => (text === undefined ? undefined : Number(isRefusal(text))));
  take('length', ({ text }) => text?.length);
  take('latency', ({ latencyMs }) => latencyMs);
  take('cost', ({ costUsd }) => costUsd);
  for (const metric of new Set(scored.flatMap(gradedOf)))
    take(`metric:${metric}`, ({ checks }) => {
      const found = checks.find(({ check }) => check === metric);
      return found?.kind === 'scored' ? found.value : undefined;
    });
  const input = scored[0]?.usage?.inputTokens;
  return {
    id,
    key: hash([asked ?? id, scoredBy ?? '']).slice(0, digits),
    ...(input === undefined || scored[0]?.usage?.estimated === true ? {} : { input }),
    values,
    missing: replies.length - scored.length,
    ...(judged ? { judged: true as const } : {}),
  };
}

type ReportCheck = ReportReply['checks'][number];

function isJudged(check: ReportCheck): check is Extract<ReportCheck, { kind: 'scored' }> {
  return check.kind === 'scored' && check.judged === true;
}

/** What the checks say that no judge has a part in; undefined where there are none. */
function plainScore({ checks }: ReportReply): number | undefined {
  const score = combineScores(checks.filter((check) => !isJudged(check)));
  return score.kind === 'scored' ? score.value : undefined;
}

/** Graded checks alone: what a 0/1 check says, the score and the passes say. */
function gradedOf({ checks }: ReportReply): readonly string[] {
  return checks.flatMap((check) => (check.kind === 'scored' && !check.binary ? [check.check] : []));
}
