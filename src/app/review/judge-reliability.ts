import type { DesignCell } from '../../core/design/design-review.ts';
import { showModel } from '../../core/design/rows-of.ts';
import { hash } from '../../core/hash.ts';
import type { Report } from '../../core/report/report.ts';
import type { CellRun, Ending } from '../../core/run/trial-run.ts';
import { type Kappa, labelAgreement } from '../../core/scoring/human-label.ts';
import { judgeReliability, judgeTrust } from '../../core/scoring/judge-trust.ts';
import { gradesLikePeople, judgedChecks, type NamedCheck } from '../../core/scoring/named-checks.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { type JudgeTextDeps, judgeLabelled, labelledTexts } from './judge-text.ts';
import { judgeAgain, pickJudgedReplies, type RepeatedJudgement, votesTaken } from './repeat-judgements.ts';

/** What a review learnt of its judge. */
export type JudgeMeasured = {
  readonly judge: NonNullable<Report['judge']>;
  /** Metrics of `gate.metrics` that only advise in this review. */
  readonly advise: ReadonlySet<string>;
  /** Kinds of graded checks without a pass mark whose judge is not to be relied on: no case is confirmed broken by them. */
  readonly doubted: readonly string[];
  readonly notes: readonly string[];
};

export type MeasureDeps = JudgeTextDeps & { readonly mayAsk: (replies: number) => Ending };

/** Replies that are judged again, and labelled replies that are judged, at most. */
export const mostJudgedAgain = 20;
export const mostLabels = 60;

/**
 * Measures the judge once the rounds are over: how steady it is, from votes or by judging stored replies again, and how
 * far it agrees with people's labels. Where it falls short, gated metrics that it alone decides only advise.
 *
 * Nothing here looks at a side, so that the choice which metrics gate is independent of which side did worse and the
 * gate's tests keep their level. The reply's score gates on whatever comes out: an unsteady judge is unsteady on both
 * sides alike, which the tests allow for; it costs them power, never a false block.
 *
 * @returns nothing where no check is judged.
 */
export async function measureJudge(
  cells: readonly CellRun[],
  settings: Settings,
  ended: Ending,
  deps: MeasureDeps,
): Promise<JudgeMeasured | undefined> {
  const { judge: model } = settings;
  const judged = cells.flatMap(({ cell }) => judgedChecks(cell.exam.golden, deps.kinds));
  if (model === undefined || judged.length === 0) return undefined;
  const judge = { model: showModel(model), votes: model.votes };
  const gated = Object.keys(settings.gate.metrics).filter((metric) => judged.some((named) => isOf(metric, named)));

  const votes = votesTaken(cells, deps);
  const enough = votes.length > 0 && gated.every((metric) => isSteady(metric, votes));
  const again = enough ? { judgements: [], notes: [] } : await judgePickedAgain(cells, ended, deps);
  const judgements = again.judgements.length > 0 ? again.judgements : votes;
  const kappa = ended === 'complete' ? await agreementWithPeople(cells, deps) : undefined;

  // Single votes may flip where their mean holds: they can clear a metric, and only the whole check judged again can doubt it.
  const doubts = gated.flatMap((metric): readonly Doubt[] => {
    const labels = judged.some((named) => isOf(metric, named) && gradesLikePeople(named)) ? kappa : undefined;
    const trust = judgeTrust(reliabilityOf(metric, again.judgements), labels);
    return trust.kind === 'doubted' ? [{ metric, why: trust.why }] : [];
  });
  const unmarked = new Map(judged.filter(isUnmarked).map((named) => [named.check.kind, named]));
  const unsteady = [...unmarked].flatMap(([kind, named]): readonly Doubt[] => {
    const own = again.judgements.filter(({ repeated }) => repeated.min === undefined);
    const trust = judgeTrust(reliabilityOf(kind, own), gradesLikePeople(named) ? kappa : undefined);
    return trust.kind === 'doubted' ? [{ metric: kind, why: trust.why }] : [];
  });
  const all = judgeReliability(judgements.map(({ repeated }) => repeated));
  return {
    judge: {
      ...judge,
      ...(all === undefined ? {} : { reliability: { ...all, replies: countReplies(judgements) } }),
      ...(kappa === undefined
        ? {}
        : { kappa: { labels: kappa.ratings, value: kappa.kappa, error: kappa.standardError } }),
      ...(doubts.length === 0 ? {} : { advises: doubts }),
      ...(unsteady.length === 0 ? {} : { doubted: unsteady.map(({ metric, why }) => ({ kind: metric, why })) }),
    },
    advise: new Set(doubts.map(({ metric }) => metric)),
    doubted: unsteady.map(({ metric }) => metric),
    notes: [...again.notes, ...wordDoubts(judge.model, doubts, unsteady)],
  };
}

/** What a saved report tells of its judge, where its replies and grades are taken as they are. */
export function judgeAsMeasured(judge: NonNullable<Report['judge']>): JudgeMeasured {
  const { model, advises = [], doubted = [] } = judge;
  const unsteady = doubted.map(({ kind, why }) => ({ metric: kind, why }));
  return {
    judge,
    advise: new Set(advises.map(({ metric }) => metric)),
    doubted: doubted.map(({ kind }) => kind),
    notes: wordDoubts(model, advises, unsteady),
  };
}

function wordDoubts(model: string, doubts: readonly Doubt[], unsteady: readonly Doubt[]): readonly string[] {
  return [
    ...doubts.map((doubt) => wordDoubt(model, doubt)),
    ...unsteady.map(
      ({ metric, why }) => `A fall of ${metric} grades without a \`min\` breaks no single case in this review: ${why}.`,
    ),
  ];
}

function isUnmarked({ check: { min, set, weight }, kind }: NamedCheck): boolean {
  return kind?.scale === 'graded' && min === undefined && set === undefined && weight > 0;
}

type Doubt = { readonly metric: string; readonly why: string };

type Again = { readonly judgements: readonly RepeatedJudgement[]; readonly notes: readonly string[] };

async function judgePickedAgain(cells: readonly CellRun[], ended: Ending, deps: MeasureDeps): Promise<Again> {
  const may = ended === 'complete' ? deps.mayAsk(mostJudgedAgain) : ended;
  if (may !== 'complete') {
    const none = may === 'budget' ? 'no calls or dollars were' : may === 'deadline' ? 'no time was' : 'nothing was';
    return { judgements: [], notes: [`The judge was not measured: ${none} left to judge replies again.`] };
  }
  const picked = pickJudgedReplies(cells, deps.kinds, mostJudgedAgain, (call) => deps.ask.kept(call)?.text);
  return { judgements: await judgeAgain(picked, deps), notes: [] };
}

/** Each labelled case once, whatever rows and versions it is asked in. */
async function agreementWithPeople(cells: readonly CellRun[], deps: MeasureDeps): Promise<Kappa | undefined> {
  const texts = new Map(
    labelledTexts(cells.map(({ cell }) => ({ golden: cell.exam.golden, messages: messagesOf(cell) }))).map(
      (text) => [hash(text.golden), text] as const,
    ),
  );
  const chosen = [...texts].toSorted(([one], [other]) => (one < other ? -1 : 1)).slice(0, mostLabels);
  if (chosen.length === 0 || deps.mayAsk(chosen.length) !== 'complete') return undefined;
  return labelAgreement(
    await judgeLabelled(
      chosen.map(([, text]) => text),
      deps,
    ),
  );
}

function messagesOf(cell: DesignCell) {
  return (cell.new ?? cell.old)?.messages ?? [];
}

/** A metric is a kind of check, or a check that was given a name. */
function isOf(metric: string, { check }: NamedCheck): boolean {
  return check.kind === metric || check.name === metric;
}

function reliabilityOf(metric: string, judgements: readonly RepeatedJudgement[]) {
  const own = judgements.filter(({ kind, name }) => kind === metric || name === metric);
  return judgeReliability(own.map(({ repeated }) => repeated));
}

function isSteady(metric: string, votes: readonly RepeatedJudgement[]): boolean {
  return judgeTrust(reliabilityOf(metric, votes), undefined).kind === 'trusted';
}

function countReplies(judgements: readonly RepeatedJudgement[]): number {
  return new Set(judgements.filter(({ repeated }) => repeated.grades.length > 1).map(({ reply }) => reply)).size;
}

function wordDoubt(model: string, { metric, why }: Doubt): string {
  return `\`gate.metrics.${metric}\` only advises in this review: ${why}. The judge ${model} is not steady or not right enough for a gate of its own; the reply's score gates as before, since chance in a judge falls on both sides alike. More \`votes\`, a clearer rubric or another judge make it one.`;
}
