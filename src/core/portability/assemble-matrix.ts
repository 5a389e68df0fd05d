import type { PromptResult } from '../assemble/assemble-prompt.ts';
import { assembleRow } from '../assemble/assemble-row.ts';
import type { CostOf } from '../money/prices.ts';
import type { ReportCase, ReportRow } from '../report/report.ts';
import type { ModelRef, Row } from '../row.ts';
import type { CellRun } from '../run/trial-run.ts';
import { settingsFor } from '../settings/override-settings.ts';
import type { Settings } from '../settings/settings.ts';
import type { Side } from '../side.ts';
import type { ModelFigures, PortabilityVerdict, PortedModel, PortedPrompt } from './portability-report.ts';
import { countFormatErrors, tellParameters } from './tell-parameters.ts';

/** The day a model ends (`YYYY-MM-DD`), as far as anyone knows. */
export type Retires = (model: Pick<ModelRef, 'provider' | 'model'>) => string | undefined;

/** What of a run, beside its replies, tells of a model. */
export type MatrixFacts = {
  readonly settings: Settings;
  readonly retires: Retires;
  readonly costOf: CostOf;
  /** What cut the asking short, in words. */
  readonly stopped?: string;
};

/**
 * The models of one prompt, each held against the reference: what its row came to, beside what its replies tell of the model.
 * @param results a result each, all with the same reference on their old side, one row each
 */
export function assembleMatrix(results: readonly [PromptResult, ...PromptResult[]], facts: MatrixFacts): PortedPrompt {
  const [first] = results;
  const read = results.flatMap((result) => readRow(result, facts) ?? []);
  const models = read.map((one) => modelOf(one, facts));
  const [row] = first.run.design.rows;
  // The reference was asked as often as whoever was asked most often: it is told from there.
  const fullest = read.toSorted((a, b) => countOf(b, 'old') - countOf(a, 'old'))[0];
  const known = fullest === undefined ? unknownFigures : figuresOf(fullest.row, 'old');
  const { provider = '', model = '' } = row?.model.old ?? {};
  const matrix = {
    path: first.run.design.change.path,
    reference: {
      ...known,
      model: fullest?.row.model.old ?? model,
      provider,
      retires: facts.retires({ provider, model }) ?? null,
    },
  };
  return withModels(matrix, models);
}

/** The matrix with these models, safe ones first and then the cheapest, and with those that are named among them. */
export function withModels(
  matrix: Pick<PortedPrompt, 'path' | 'reference'>,
  models: readonly PortedModel[],
): PortedPrompt {
  const sorted = models.toSorted((a, b) => ranks.indexOf(a.verdict) - ranks.indexOf(b.verdict) || byPrice(a, b));
  return { path: matrix.path, reference: matrix.reference, models: sorted, ...chosenOf(sorted) };
}

/** A model that nothing was asked of. @param why a clause */
export function unasked({ id, model }: Row, why: string, retires: Retires): PortedModel {
  return {
    ...unknownFigures,
    model: id,
    provider: model.new.provider,
    retires: retires(model.new) ?? null,
    verdict: 'unclear',
    why,
    delta: null,
    low: null,
    failing: [],
    cases: [],
    formatErrors: { failed: 0, of: 0 },
    refused: [],
    ignored: [],
    replies: 0,
  };
}

const ranks: readonly PortabilityVerdict[] = ['safe', 'unclear', 'unsafe', 'unusable'];

const unknownFigures = { score: null, usdPer1000: null, usdMonth: null, latencyMs: { p50: null, p95: null } };

/** The models that are named: of the safe ones the cheapest, the fastest and that with the highest score. */
function chosenOf(models: readonly PortedModel[]): Pick<PortedPrompt, 'cheapestSafe' | 'fastestSafe' | 'best'> {
  const safe = models.filter(({ verdict }) => verdict === 'safe');
  const least = (read: (model: PortedModel) => number | null): string | null =>
    safe
      .flatMap((one) => {
        const value = read(one);
        return value === null ? [] : [{ one, value }];
      })
      .toSorted((a, b) => a.value - b.value || byPrice(a.one, b.one))[0]?.one.model ?? null;
  return {
    cheapestSafe: least(({ usdPer1000 }) => usdPer1000),
    fastestSafe: least(({ latencyMs }) => latencyMs.p50),
    best: least(({ score }) => (score === null ? null : -score)),
  };
}

function byPrice(a: PortedModel, b: PortedModel): number {
  return (a.usdPer1000 ?? Number.POSITIVE_INFINITY) - (b.usdPer1000 ?? Number.POSITIVE_INFINITY) || 0;
}

type Read = { readonly row: ReportRow; readonly cells: readonly CellRun[] };

function readRow({ run, comparison, verdict }: PromptResult, { settings, costOf }: MatrixFacts): Read | undefined {
  const [row] = run.design.rows;
  const [compared] = comparison.rows;
  const [judged] = verdict.rows;
  if (row === undefined || compared === undefined || judged === undefined) return undefined;
  const told = assembleRow(row, run.cells, compared, judged, {
    ...{ settings: settingsFor(run.design.change, settings), costOf, rows: 1, readSaid: () => undefined },
  });
  // Here the interval is what decides: it is told whatever the verdict.
  return { row: { ...told, score: compared.score }, cells: run.cells };
}

function modelOf({ row, cells }: Read, facts: MatrixFacts): PortedModel {
  const { verdict, why } = verdictOf(row, cells, facts);
  const broken = row.cases.filter(isFailing).toSorted(worstFirst);
  return {
    ...figuresOf(row, 'new'),
    model: row.model.new,
    provider: row.provider,
    retires: facts.retires({ provider: row.provider, model: cells[0]?.cell.new?.model ?? row.model.new }) ?? null,
    verdict,
    ...(why === undefined ? {} : { why }),
    delta: row.score.delta,
    low: row.score.low,
    failing: broken.map(({ id }) => id),
    cases: broken.map((one) => ({
      id: one.id,
      old: { passes: one.old.passes, of: one.old.of },
      new: { passes: one.new.passes, of: one.new.of },
      checks: failedChecks(one.id, cells),
    })),
    formatErrors: countFormatErrors(cells),
    ...tellParameters(cells),
    replies: countOf({ row, cells }, 'new'),
  };
}

/** Replies that came of a side. */
function countOf({ cells }: Read, side: Side): number {
  return cells.reduce(
    (sum, { trials }) => sum + trials.filter((trial) => trial[side]?.reply.kind === 'answered').length,
    0,
  );
}

function figuresOf(row: ReportRow, side: Side): Omit<ModelFigures, 'model' | 'provider' | 'retires'> {
  const cost = row.cost[side];
  const months = Object.values(row.cost.monthly ?? {}).map((month) => month[side]);
  const known = months.flatMap((month) => month ?? []);
  return {
    score: row.score[side],
    usdPer1000: cost === null ? null : cost * 1000,
    usdMonth: months.length === 0 || known.length < months.length ? null : known.reduce((sum, one) => sum + one, 0),
    latencyMs: { p50: row.latency.p50[side], p95: row.latency.p95[side] },
  };
}

function verdictOf(
  row: ReportRow,
  cells: readonly CellRun[],
  { stopped }: MatrixFacts,
): { readonly verdict: PortabilityVerdict; readonly why?: string } {
  switch (row.verdict) {
    case 'regressed':
    case 'failing':
      return { verdict: 'unsafe' };
    case 'pass':
      return { verdict: 'safe' };
    case 'inconclusive':
    case 'unreviewed':
    case 'skipped': {
      const idle = row.reasons.some(({ kind }) => kind === 'nothing-passes');
      const why = idle ? 'no golden case passes on the reference, so that none could break' : stopped;
      return { verdict: 'unclear', ...(why === undefined ? {} : { why }) };
    }
    case 'invalid':
      return { verdict: 'unusable', why: whyUnusable(row, cells, stopped) };
  }
}

function whyUnusable(row: ReportRow, cells: readonly CellRun[], stopped: string | undefined): string {
  const failures = (side: Side): readonly string[] =>
    cells.flatMap(({ trials }) =>
      trials.flatMap((trial) => {
        const reply = trial[side]?.reply;
        return reply?.kind === 'failed' && !['budget', 'deadline', 'cancelled'].includes(reply.reason)
          ? [reply.message]
          : [];
      }),
    );
  const [failed] = failures('new');
  if (failed !== undefined) return failed;
  const [before] = failures('old');
  if (before !== undefined) return `the reference did not answer: ${before}`;
  if (row.reasons.some(({ kind }) => kind === 'empty-replies')) return 'all its replies are empty';
  if (stopped !== undefined) return stopped;
  return 'its replies could not be scored';
}

/** What a reader must look at before the model is taken: what breaks or falls on it, and what it never passes. */
function isFailing({ state, new: now }: ReportCase): boolean {
  if (state === 'regressed' || state === 'fell') return true;
  return now.of > 0 && now.passes === 0;
}

function worstFirst(a: ReportCase, b: ReportCase): number {
  const order = (one: ReportCase) => ['regressed', 'fell'].indexOf(one.state) >>> 0;
  return order(a) - order(b) || (a.delta ?? 0) - (b.delta ?? 0);
}

/** Checks that failed a reply of the case, those that failed most of them first. */
function failedChecks(id: string, cells: readonly CellRun[]): readonly string[] {
  const held = cells.find(({ cell }) => cell.exam.key === id);
  const failed = (held?.trials ?? []).flatMap((trial) =>
    trial.new.score.checks.flatMap((check) => {
      const fails = check.kind === 'scored' && (check.passed === false || (check.binary && check.value < 1));
      return fails ? [check.check] : [];
    }),
  );
  const counted = [...Map.groupBy(failed, (name) => name)].toSorted((a, b) => b[1].length - a[1].length);
  return counted.map(([name]) => name);
}
