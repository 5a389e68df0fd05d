import type { Request } from '../../core/call.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import { type CostEstimate, estimateCost } from '../../core/money/estimate-cost.ts';
import type { CostOf } from '../../core/money/prices.ts';
import type { SampledCall } from '../../core/monitor/call-sample.ts';
import type { Observed } from '../../core/monitor/observed.ts';
import type { RatedMetric } from '../../core/monitor/rate-sample.ts';
import type { Message } from '../../core/prompt.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { checkKinds } from '../../scorers/index.ts';
import { judgeText, type TextToJudge } from '../review/judge-text.ts';
import { rolesOf } from '../review/missing-roles.ts';
import type { AskingSession } from '../review/review-ports.ts';
import type { JudgedMetric } from './choose-metrics.ts';

/** What judging a sample came to. */
export type JudgedSample = { readonly rated: readonly RatedMetric[]; readonly unknown: Observed['unknown'] };

/** Longest reason that is told. */
const longest = 300;

/** Has every call judged by every metric, as a reply to the user's last turn. Calls go through the run's one pool. */
export async function judgeSample(
  calls: readonly SampledCall[],
  metrics: readonly JudgedMetric[],
  settings: Settings,
  { ask }: Pick<AskingSession, 'ask'>,
): Promise<JudgedSample> {
  const deps = { ask, roles: rolesOf(settings), kinds: checkKinds, votes: settings.judge?.votes ?? 1 };
  const rated = metrics.map(({ metric, kind }) => ({
    ...{ metric, scale: kind.minRange, isTone: kind.kind === 'sentiment' },
    grades: new Map<SampledCall, number>(),
    why: new Map<string, number>(),
  }));
  await Promise.all(
    calls.flatMap((sampled) =>
      rated.map(async ({ grades, why }, at) => {
        const metric = metrics[at];
        if (metric === undefined) return;
        const text = textOf(sampled, metric);
        const unasked = unaskable(text, metric);
        const [judged] = unasked === undefined ? await judgeText(text, 0, deps) : [];
        if (judged?.score.kind === 'scored') grades.set(sampled, judged.score.value);
        else {
          const told = unasked ?? judged?.score.why ?? 'it scores no reply';
          why.set(told.slice(0, longest), (why.get(told.slice(0, longest)) ?? 0) + 1);
        }
      }),
    ),
  );
  const unknown = rated.flatMap(({ metric, why }) =>
    [...why].map(([told, count]) => ({ metric, why: told, calls: count })),
  );
  return { rated, unknown: unknown.toSorted((a, b) => b.calls - a.calls) };
}

/** What judging one call takes, as the estimate has it: the judge's questions, with a reply of usual length. */
export function estimateJudging(
  calls: readonly SampledCall[],
  metrics: readonly JudgedMetric[],
  { judge }: Settings,
  costOf: CostOf,
): CostEstimate {
  const votes = judge?.votes ?? 1;
  return estimateCost(
    calls.flatMap((sampled) =>
      metrics.flatMap((metric) => {
        if (judge === undefined) return [];
        const { check, kind } = metric;
        const { golden, messages, text } = textOf(sampled, metric);
        const said: readonly Message[] = [...golden.history, ...messages, { role: 'assistant', content: text }];
        const instruction = { role: 'system', content: `${check.name}${' word'.repeat(200)}` } as const;
        const { provider, model, params } = judge;
        const request: Request = { kind: 'chat', provider, model, messages: [instruction, ...said], params };
        const times = kind.countQuestions?.(check.argument, check.options, votes, 0).usual ?? kind.questions;
        return [{ request, times }];
      }),
    ),
    costOf,
  );
}

function textOf({ call }: SampledCall, { check }: JudgedMetric): TextToJudge {
  const { input, output } = call.texts();
  const turns = input.flatMap(({ role, content }): readonly Message[] => {
    if (role === 'user' || role === 'human') return [{ role: 'user', content }];
    return role === 'assistant' || role === 'model' ? [{ role: 'assistant', content }] : [];
  });
  const last = turns.findLastIndex(({ role }) => role === 'user');
  const golden: GoldenCase = {
    ...{ id: '', tags: [], weight: 1, vars: {}, context: [], checks: [check], notRun: [], at: call.at },
    history: turns.slice(0, Math.max(0, last)),
  };
  return { golden, messages: last === -1 ? [] : turns.slice(last, last + 1), text: output?.text ?? '' };
}

/** A judge that is to say how a reply answers needs to know what was asked; of the tone of words it does not. */
function unaskable({ messages }: TextToJudge, { kind }: JudgedMetric): string | undefined {
  return messages.length === 0 && kind.kind !== 'sentiment' ? 'the log does not say what was asked' : undefined;
}
