import { showModel } from '../design/rows-of.ts';
import type { CaseComparison, RowComparison } from '../gate/comparison.ts';
import type { RowVerdict } from '../gate/decide-verdict.ts';
import type { Answer } from '../reply.ts';
import type { ReportCase, ReportRow } from '../report/report.ts';
import { retirementDay } from '../retirement/retirement-day.ts';
import type { Row } from '../row.ts';
import type { CellRun, SideRun, TrialRun } from '../run/trial-run.ts';
import type { PairScore } from '../scoring/compare-pair.ts';
import type { Settings } from '../settings/settings.ts';
import type { BothSides, Side } from '../side.ts';
import { compareSpending, type SpendingContext } from '../spending/compare-spending.ts';
import { isLike, lengthRatio, meanRatio } from '../spending/length-and-score.ts';
import { signTest } from '../statistics/exact-chances.ts';
import { mean, quantile } from '../statistics/quantile.ts';
import { assembleReplies } from './assemble-replies.ts';
import { countFields } from './count-fields.ts';
import { countPicks } from './count-picks.ts';
import { replayMarksOf } from './replay-marks.ts';

/** Gives what was said and done in a reply, by its call; undefined where it is not to be shown. */
export type ReadSaid = (call: string) => Pick<Answer, 'text' | 'trace'> | undefined;

/** What all rows of a prompt are assembled with. */
type RowContext = Omit<SpendingContext, 'settings' | 'gain'> & {
  readonly settings: Settings;
  readonly readSaid: ReadSaid;
};

/** One line of the report: what the gate found, beside what the replies cost and how long they took. */
export function assembleRow(
  row: Row,
  cells: readonly CellRun[],
  compared: RowComparison,
  judged: RowVerdict,
  { readSaid, ...context }: RowContext,
): ReportRow {
  const { settings } = context;
  const retires = retirementDay(row.model.new, { own: settings.retirements });
  const runs = sidesOf(cells);
  const firstToken = perSide(runs, (side) => quantile(firstTokensOf(side), 0.5));
  const prefer = countPreferences(cells);
  const fields = countFields(cells);
  const spending = compareSpending(row, cells, { ...context, gain: compared.score.delta });
  const byKey = new Map(cells.map((held) => [held.cell.exam.key, held]));
  return {
    id: row.id,
    own: row.own,
    model: { old: showModel(row.model.old), new: showModel(row.model.new) },
    provider: row.model.new.provider,
    ...(retires === undefined ? {} : { retires }),
    ...judgedRow(compared, judged),
    cost: { old: compared.cost.old, new: compared.cost.new, ...segmentsOf(spending.segments, settings) },
    tokens: {
      input: perSide(runs, (side) => mean(side.flatMap((run) => usageOf(run)?.inputTokens ?? []))),
      output: perSide(runs, (side) => mean(side.flatMap((run) => usageOf(run)?.outputTokens ?? []))),
    },
    spending,
    latency: {
      p50: perSide(runs, (side) => quantile(latenciesOf(side), 0.5)),
      p95: perSide(runs, (side) => quantile(latenciesOf(side), 0.95)),
      ...(firstToken.old === null && firstToken.new === null ? {} : { firstToken }),
    },
    ...(prefer === undefined ? {} : { prefer }),
    ...(fields.length === 0 ? {} : { fields }),
    ...countPicks(cells),
    cases: compared.cases.flatMap((found) => {
      const held = byKey.get(found.case);
      return held === undefined ? [] : [assembleCase(found, held, settings, readSaid)];
    }),
  };
}

function assembleCase(found: CaseComparison, held: CellRun, settings: Settings, readSaid: ReadSaid): ReportCase {
  const { segment } = held.cell.exam.golden;
  const pairs = held.trials.flatMap(({ trial, pairs: found = [] }) => found.map((pair) => ({ ...pair, trial })));
  return {
    ...judgedCase(found),
    ...(segment === undefined ? {} : { segment }),
    replies: assembleReplies(held, readSaid),
    ...replayMarksOf(held.cell, settings),
    ...(held.history === undefined ? {} : { history: held.history }),
    ...(pairs.length === 0 ? {} : { prefer: pairs }),
  };
}

/** The runs of both sides, without those that were asked of the worst cases alone; a cell asked once stands for both. */
function sidesOf(cells: readonly CellRun[]): BothSides<readonly SideRun[]> {
  const runs = (side: Side): readonly SideRun[] =>
    cells.flatMap(({ cell, trials }) =>
      trials.flatMap((trial) => (trial.diagnosis === true ? [] : (trial[cell.identical ? 'new' : side] ?? []))),
    );
  return { old: runs('old'), new: runs('new') };
}

function perSide<Value>(
  runs: BothSides<readonly SideRun[]>,
  read: (side: readonly SideRun[]) => Value,
): BothSides<Value> {
  return { old: read(runs.old), new: read(runs.new) };
}

function usageOf(run: SideRun) {
  return run.reply.kind === 'answered' ? run.reply.answer.usage : undefined;
}

function latenciesOf(side: readonly SideRun[]): readonly number[] {
  return side.flatMap((run) => (run.reply.kind === 'answered' ? [run.reply.answer.latencyMs] : []));
}

function firstTokensOf(side: readonly SideRun[]): readonly number[] {
  return side.flatMap((run) => (run.reply.kind === 'answered' ? (run.reply.answer.firstTokenMs ?? []) : []));
}

/** Mean dollars of a reply by segment, and what a month of the segment's traffic would cost. Unknown stays unknown. */
function segmentsOf(
  segments: NonNullable<ReportRow['spending']>['segments'],
  settings: Settings,
): Pick<ReportRow['cost'], 'perSegment' | 'monthly'> {
  const perSegment = Object.entries(segments).map(
    ([segment, { usd }]) => [segment, { old: usd.old, new: usd.new }] as const,
  );
  const monthly = perSegment.flatMap(([segment, cost]) => {
    const replies = settings.segments.get(segment)?.monthly;
    if (replies === undefined) return [];
    const times = (dollars: number | null) => (dollars === null ? null : dollars * replies);
    return [[segment, { replies, old: times(cost.old), new: times(cost.new) }] as const];
  });
  return { perSegment: Object.fromEntries(perSegment), monthly: Object.fromEntries(monthly) };
}

/** The gate's part of a case of the report, wherever its scores came from. */
export function judgedCase(found: CaseComparison): Omit<ReportCase, 'segment' | 'replies'> {
  return {
    id: found.case,
    family: found.family,
    identical: found.identical,
    old: found.old,
    new: found.new,
    delta: found.delta,
    p: found.p,
    method: found.method,
    state: found.state,
    ...(found.falls.length === 0
      ? {}
      : {
          falls: found.falls.map(({ confirmed, ...fall }) => ({
            ...fall,
            state: confirmed === null ? ('fell' as const) : ('regressed' as const),
          })),
        }),
    ...(found.diagnosed === undefined ? {} : { diagnosed: found.diagnosed }),
  };
}

/**
 * How often the new reply was preferred over the old one, pair by pair; nothing where no case asks for it. A pair that
 * several rubrics compare counts once, for the side that more of them prefer: its rubrics are no independent pairs.
 */
export function countPreferences(cells: readonly CellRun[]): ReportRow['prefer'] {
  const pairs = cells.flatMap(({ trials }) =>
    trials.flatMap(({ pairs: found, old, new: now }: TrialRun) => {
      if (found === undefined) return [];
      const [before, after] = [old?.characters, now.characters];
      const longer = before === undefined || after === undefined ? undefined : lengthRatio(before, after);
      return [{ lead: leadOf(found), longer }];
    }),
  );
  if (pairs.length === 0) return undefined;
  const counts = countLeads(pairs);
  const unscored = pairs.filter(({ lead }) => lead === undefined).length;
  const winners = pairs.flatMap(({ lead = 0, longer }) => (lead > 0 && longer !== undefined ? [longer] : []));
  const like = pairs.filter(({ longer }) => longer !== undefined && isLike(longer));
  return {
    ...counts,
    unscored,
    p: signTest(counts),
    ...(winners.length === 0 ? {} : { winnersLonger: meanRatio(winners), alike: countLeads(like) }),
  };
}

function countLeads(pairs: readonly { readonly lead: number | undefined }[]) {
  const count = (fits: (lead: number) => boolean) =>
    pairs.filter(({ lead }) => lead !== undefined && fits(lead)).length;
  return { wins: count((lead) => lead > 0), ties: count((lead) => lead === 0), losses: count((lead) => lead < 0) };
}

/** Rubrics that prefer the new reply minus those that prefer the old; undefined where one could not tell. */
function leadOf(scores: readonly PairScore[]): number | undefined {
  let lead = 0;
  for (const score of scores) {
    if (score.kind === 'unscored') return undefined;
    lead += { win: 1, tie: 0, loss: -1 }[score.outcome];
  }
  return lead;
}

/** What of a row the gate alone tells. */
type JudgedRow = Omit<
  ReportRow,
  'id' | 'own' | 'model' | 'provider' | 'cost' | 'tokens' | 'spending' | 'latency' | 'prefer' | 'fields' | 'cases'
>;

/** The gate's part of a row of the report, wherever its scores came from. */
export function judgedRow(compared: RowComparison, judged: RowVerdict): JudgedRow {
  return {
    verdict: judged.verdict,
    reasons: judged.reasons,
    pooledOnly: judged.pooledOnly,
    // An interval that is not to be shown is not handed on: whoever reads the report would show it.
    score: judged.showInterval ? compared.score : { ...compared.score, low: null, high: null },
    showInterval: judged.showInterval,
    looks: compared.looks,
    method: compared.test?.method ?? null,
    passRate: compared.passRate,
    metrics: Object.fromEntries(
      Object.entries(compared.metrics).map(([name, { gated, old: before, new: after, delta, low, high, p }]) => [
        name,
        { gated, old: before, new: after, delta, low, high, p },
      ]),
    ),
    wouldSee: compared.wouldSee,
    missing: compared.missing,
    replies: compared.replies,
  };
}
