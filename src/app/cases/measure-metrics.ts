import type { MeasuredJudge } from '../../core/golden-set/golden-set-report.ts';
import type { Reply } from '../../core/reply.ts';
import type { CheckScore } from '../../core/score.ts';
import { type LabelledReply, labelAgreement } from '../../core/scoring/human-label.ts';
import { judgeReliability, judgeTrust } from '../../core/scoring/judge-trust.ts';
import { metricsOf, type NamedCheck } from '../../core/scoring/named-checks.ts';
import { type JudgeTextDeps, judgeLabelled, judgeText, type TextToJudge } from '../review/judge-text.ts';
import { judgeAgain, type RepeatedJudgement, votesIn } from '../review/repeat-judgements.ts';

type Metric = MeasuredJudge['metrics'][number];

/** What a judge made of replies and of labelled texts. */
export type Judgements = {
  readonly repeated: readonly RepeatedJudgement[];
  readonly labelled: readonly LabelledReply[];
  /** Votes of one judgement where a check does not say. */
  readonly votes: number;
  /** Why calls failed: a judgement without a score for one of these says nothing about the judge. */
  readonly failures: ReadonlySet<string>;
};

/** Judgements of each reply: the first, and one more. */
const each = 2;

/** How far a judge can be trusted in each of the metrics that these checks count in. */
export function measureMetrics(checks: readonly NamedCheck[], judgements: Judgements): readonly Metric[] {
  const byMetric = new Map<string, NamedCheck[]>();
  for (const named of checks) {
    for (const metric of metricsOf(named.check.kind, named.check.name)) {
      byMetric.set(metric, [...(byMetric.get(metric) ?? []), named]);
    }
  }
  const metrics = [...byMetric].map(([metric, held]) => ({ metric, held }));
  // A kind whose checks all have one and the same name is told under that name alone.
  return metrics
    .filter(({ metric, held }) => {
      const [only, ...others] = new Set(held.map(({ check }) => check.name));
      return only === undefined || others.length > 0 || only === metric || !byMetric.has(only);
    })
    .map(({ metric, held }) => measureMetric(metric, held, judgements));
}

function measureMetric(metric: string, checks: readonly NamedCheck[], judgements: Judgements): Metric {
  const isOf = (kind: string, name: string) => metricsOf(kind, name).includes(metric);
  const own = judgements.repeated.filter(({ kind, name }) => isOf(kind, name));
  const found = judgeReliability(own.map(({ repeated }) => repeated));
  const replies = new Set(own.filter(({ repeated }) => repeated.grades.length > 1).map(({ reply }) => reply)).size;
  const reliability = found === undefined ? undefined : { ...found, replies };
  const taken = own.flatMap(({ scores, named }) => scores.flatMap((score) => votesIn(score, named, judgements.votes)));
  const votes = judgeReliability(taken);

  const labelled = judgements.labelled
    .map((reply) => ({ ...reply, checks: reply.checks.filter(({ check, scorer }) => isOf(scorer, check)) }))
    .filter((reply) => reply.checks.length > 0);
  const kappa = labelAgreement(labelled);
  const scores = [...own.flatMap((one) => one.scores), ...labelled.flatMap((reply) => reply.checks)];
  const unscored = countWhy(scores);
  const unreadable = [...unscored].filter(([why]) => !judgements.failures.has(why));

  const [low, high] = checks[0]?.kind?.minRange ?? [0, 1];
  const trust = judgeTrust(reliability, kappa, [low, high]);
  const doubts = [
    ...unreadable.map(([why, count]) => `${count} of ${scores.length} judgements have no score: ${why}`),
    ...(trust.kind === 'doubted' ? [trust.why] : []),
  ];
  return {
    metric,
    scale: [low, high],
    trust: doubts.length > 0 ? 'doubted' : trust.kind,
    ...(doubts.length > 0 ? { why: doubts.join('; ') } : {}),
    ...(trust.kind === 'unknown' && doubts.length === 0 ? { lacks: trust.lacks } : {}),
    replies,
    judgements: each,
    ...(reliability === undefined
      ? {}
      : {
          agreement: reliability.agreement,
          ...(reliability.flipRate === undefined ? {} : { flipRate: reliability.flipRate }),
          sigma: reliability.sigma * (high - low),
        }),
    ...(votes === undefined ? {} : { votesAgreement: votes.agreement }),
    labels: labelled.filter((reply) => reply.checks.every((check) => check.kind === 'scored')).length,
    ...(kappa === undefined ? {} : { kappa: { value: kappa.kappa, error: kappa.standardError } }),
    unscored: [...unscored].map(([why, count]) => ({ why, judgements: count })),
  };
}

function countWhy(scores: readonly CheckScore[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const score of scores) {
    if (score.kind === 'unscored') counts.set(score.why, (counts.get(score.why) ?? 0) + 1);
  }
  return counts;
}

/** Has replies judged twice, and labelled texts once. */
export async function judgeTwice(
  { replies, labelled }: { readonly replies: readonly TextToJudge[]; readonly labelled: readonly TextToJudge[] },
  deps: JudgeTextDeps,
): Promise<Judgements> {
  const failures = new Set<string>();
  const note = (reply: Reply): Reply => {
    if (reply.kind === 'failed') failures.add(reply.message);
    return reply;
  };
  const noting: JudgeTextDeps = {
    ...deps,
    ask: { ...deps.ask, reply: async (call) => note(await deps.ask.reply(call)) },
  };
  const [judged, withLabels] = await Promise.all([
    Promise.all(
      replies.map(async (text) => ({
        ...text,
        judged: (await judgeText(text, 0, noting)).map(({ score }) => score),
      })),
    ),
    judgeLabelled(labelled, noting),
  ]);
  return { repeated: await judgeAgain(judged, noting), labelled: withLabels, votes: deps.votes, failures };
}
