import type { GoldenCase } from '../../core/golden-case.ts';
import type { Report, ReportCase, ReportReply } from '../../core/report/report.ts';
import { checkKinds } from '../../scorers/index.ts';
import type { JudgedMetric } from '../monitor/choose-metrics.ts';
import { type JudgeTextDeps, judgeText } from '../review/judge-text.ts';
import { rolesOf } from '../review/missing-roles.ts';
import type { ReviewResult } from '../review/review.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import type { DriftLimits, DriftPlace } from './drift-run.ts';

/** A report whose replies were judged by observers too, what that took, and what a reader should know of it. */
export type ObservedReport = {
  readonly report: Report;
  readonly spent: readonly Pick<Report, 'calls' | 'costUsd'>[];
  readonly notes: readonly string[];
};

/**
 * Has replies judged by metrics that are no checks of their cases. They have no weight: no score and no pass changes by them. They
 * take half of what the golden cases left of the budget at most, since alarms are to be confirmed yet.
 */
export async function observeReplies(
  { report, design }: Pick<ReviewResult, 'report' | 'design'>,
  metrics: readonly JudgedMetric[],
  ports: ReviewPorts,
  { settings }: DriftPlace,
  left: DriftLimits,
): Promise<ObservedReport> {
  if (metrics.length === 0 || design === undefined) return { report, spent: [], notes: [] };
  const limits = { maxCalls: Math.max(1, Math.floor(left.calls / 2)), maxCostUsd: left.usd / 2, limitsCost: true };
  const session = await ports.openAsking({ ...settings, ...limits }, limits.maxCalls);
  try {
    const votes = settings.judge?.votes ?? 1;
    const deps = { ask: session.ask, roles: rolesOf(settings), kinds: checkKinds, votes };
    const unknown = new Map<string, { count: number; readonly why: string }>();
    const prompts = await Promise.all(
      report.prompts.map(async (prompt) => {
        const cells = design.prompts.find(({ change }) => change.path === prompt.path)?.cells ?? [];
        const asked = new Map(cells.map((cell) => [cell.exam.key, cell]));
        const models = await Promise.all(
          prompt.models.map(async (row) => {
            const cases = await Promise.all(
              row.cases.map((one): Promise<ReportCase> | ReportCase => {
                const cell = asked.get(one.id);
                if (cell === undefined || cell.scenario !== undefined) return one;
                const messages = (cell.new ?? cell.old)?.messages ?? [];
                return observeCase(one, { golden: cell.exam.golden, messages }, metrics, deps, unknown);
              }),
            );
            return { ...row, cases };
          }),
        );
        return { ...prompt, models };
      }),
    );
    const notes = [...unknown].map(
      ([metric, { count, why }]) => `${count} ${count === 1 ? 'reply has' : 'replies have'} no ${metric} grade: ${why}`,
    );
    return { report: { ...report, prompts }, spent: [session.spent()], notes };
  } finally {
    await session.close();
  }
}

async function observeCase(
  one: ReportCase,
  asked: { readonly golden: GoldenCase; readonly messages: Parameters<typeof judgeText>[0]['messages'] },
  metrics: readonly JudgedMetric[],
  deps: JudgeTextDeps,
  unknown: Map<string, { count: number; readonly why: string }>,
): Promise<ReportCase> {
  const replies = await Promise.all(
    one.replies.map(async (reply): Promise<ReportReply> => {
      const { text, error, checks } = reply;
      if (text === undefined || error !== undefined || reply.cut === true) return reply;
      // What the case is checked by anyway is watched as it is.
      const own = metrics.filter(({ check }) => checks.every(({ check: name }) => name !== check.name));
      const golden = { ...asked.golden, checks: own.map(({ check }) => check), notRun: [] };
      const judged = await judgeText({ golden, messages: asked.messages, text }, 0, deps);
      const scores = judged.flatMap(({ score }) => {
        if (score.kind === 'scored') return [{ ...score, weight: 0, judged: true as const }];
        const held = unknown.get(score.check) ?? { count: 0, why: score.why };
        unknown.set(score.check, { ...held, count: held.count + 1 });
        return [];
      });
      return { ...reply, checks: [...checks, ...scores] };
    }),
  );
  return { ...one, replies };
}
